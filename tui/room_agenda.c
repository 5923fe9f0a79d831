/* The scene of the agenda: every item, and what became of it. */
#include "tui/room_scene.h"

#define HEADING_MOST 6 /* rows: what matters is below it */

struct both room_both_stored(const struct room_view *v, struct room_refs r)
{
	return (struct both){room_stored(v, r.ar), room_stored(v, r.fr)};
}

size_t room_agenda_lines(const struct room_view *v, struct canvas *c, struct room_line **lines)
{
	size_t n = v->items < ROOM_ITEMS_MAX ? (size_t)v->items : ROOM_ITEMS_MAX;

	*lines = ARENA_ARRAY(canvas_arena(c), struct room_line, n + 1);
	for (size_t i = 0; i < n; i++) {
		struct room_line *line = &(*lines)[i];
		struct both title = room_both_stored(v, v->names[i]);
		enum item_mark mark = (enum item_mark)v->marks[i];

		*line = (struct room_line){.base = canvas_rtl(c) ? DIR_RTL : DIR_LTR};
		line->sign = mark_sign(mark);
		line->style = mark_style(mark) == STYLE_DONE ? STYLE_TEXT : mark_style(mark);
		line->text = canvas_words(
			c, MSG("{n}. {title}", A_INT("n", (int64_t)i + 1), A_BOTH("title", title)));
		if (mark != MARK_WAITING && mark != MARK_OPEN)
			line->amount[0] = canvas_words(c, mark_word(mark));
	}
	return n;
}

void room_scene_agenda(struct room_stack *s, const struct room_look *look)
{
	const struct room_view *v = s->view;
	struct room_line *lines;
	size_t n = room_agenda_lines(v, s->area.canvas, &lines), focus = 0;

	(void)look;
	for (size_t i = 0; i < n; i++) {
		if (v->marks[i] == MARK_OPEN ||
			(v->marks[i] != MARK_WAITING && v->marks[focus] != MARK_OPEN))
			focus = i;
	}
	room_stack_say(s, STYLE_HERE, 1, TEXT(N_("AGENDA")));
	room_stack_large(s, 1, HEADING_MOST);
	room_stack_yield(s);
	room_stack_list(s, lines, n, focus);
	room_stack_list_large(s, n > 0 && v->marks[focus] != MARK_WAITING);
	room_stack_bar(s, STYLE_HERE, v->tally.treated, v->items, 0);
	room_stack_yield(s);
	room_stack_say(s, STYLE_DONE, 1,
		mark_tally_words(MSG("{n} of {all} dealt with", A_INT("n", v->tally.treated),
					 A_INT("all", v->items)),
			&v->tally, canvas_arena(s->area.canvas)));
	room_stack_tight(s);
}

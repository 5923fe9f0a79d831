/* The scenes sent on purpose: the lines of a budget, and the text of an item. */
#include "tui/room_scene.h"

#include "locale/format.h"

static struct str amount(struct canvas *c, int64_t centimes)
{
	return format_amount(centimes, canvas_lang(c), canvas_arena(c));
}

static void add_line(struct canvas *c, const struct room_view *v, const struct room_budget *b,
	struct room_line *line)
{
	*line = (struct room_line){.style = STYLE_TEXT, .base = canvas_rtl(c) ? DIR_RTL : DIR_LTR};
	line->amount[0] = amount(c, b->before);
	line->amount[1] = amount(c, b->amount);
	switch ((enum room_amount)b->kind) {
	case ROOM_AMOUNT_LINE:
		line->text = both_pick(room_both_stored(v, b->title), canvas_lang(c));
		break;
	case ROOM_AMOUNT_SUM:
		line->style = STYLE_STRONG;
		line->text = canvas_words(c, MSG("sum: {part}", A_MSG("part", &b->part)));
		break;
	case ROOM_AMOUNT_BALANCE:
		line->style = b->amount ? STYLE_BAD : STYLE_GOOD;
		line->sign = b->amount ? "✗" : "✓";
		line->text = canvas_words(c, TEXT("balance"));
		break;
	}
}

void room_amounts(struct room_stack *s, struct message before, struct message after)
{
	const struct room_view *v = s->view;
	struct canvas *c = s->area.canvas;
	struct room_line *lines = ARENA_ARRAY(canvas_arena(c), struct room_line, v->budget_n + 1);
	bool all = (int)v->budget_n + 1 <= s->area.rows - 4;
	size_t n = 1;

	lines[0] = (struct room_line){.style = STYLE_DONE, .text = STR("")};
	lines[0].amount[0] = canvas_words(c, before);
	lines[0].amount[1] = canvas_words(c, after);
	for (size_t i = 0; i < v->budget_n; i++) {
		if (all || v->budget[i].kind != ROOM_AMOUNT_LINE)
			add_line(c, v, &v->budget[i], &lines[n++]);
	}
	room_stack_list(s, lines, n, 0);
}

void room_scene_budget(struct room_stack *s, const struct room_look *look)
{
	(void)look;
	room_stack_agenda(s);
	room_stack_both(s, STYLE_STRONG, 1, &s->view->short_title, false);
	room_amounts(s, TEXT("year before"), TEXT("draft budget"));
}

void room_scene_words(struct room_stack *s, const struct room_look *look)
{
	const struct room_view *v = s->view;
	struct both words = room_both_stored(v, v->words);
	bool ar = words.ar.n && (canvas_lang(s->area.canvas) == LANG_AR || !words.fr.n);

	(void)look;
	room_stack_agenda(s);
	room_stack_both(s, STYLE_STRONG, 2, &v->short_title, false);
	room_stack_text(
		s, STYLE_TEXT, s->area.rows - 6, ar ? DIR_RTL : DIR_LTR, ar ? words.ar : words.fr);
}

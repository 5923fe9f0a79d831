/* The room on a screen too small for a picture: the same facts as sentences. */
#include "tui/room_scene.h"

/* "Item 5: Exhibition in Fès". */
static struct message item(const struct room_view *v, struct arena *a)
{
	const struct room_both *named =
		v->short_title.ar.n || v->short_title.fr.n ? &v->short_title : &v->title;
	struct both title = {room_str(&named->ar), room_str(&named->fr)};

	if (v->block_n) {
		struct message *titles = ARENA_ARRAY(a, struct message, v->block_n);

		for (size_t i = 0; i < v->block_n; i++)
			titles[i] = MSG("{it}",
				A_BOTH("it", room_both_stored(v, v->names[v->block[i] - 1])));
		return MSG("Items {list}: {titles}",
			A_MSG("list", message_keep(a, room_stack_items(v, a))),
			A_LIST("titles", titles, v->block_n));
	}
	return MSG(
		"Item {number:digits}: {title}", A_INT("number", v->item), A_BOTH("title", title));
}

static struct both speaker(const struct room_view *v)
{
	return (struct both){room_str(&v->speech.name.ar), room_str(&v->speech.name.fr)};
}

static int64_t balance(const struct room_view *v)
{
	return v->budget_n ? v->budget[v->budget_n - 1].amount : 0;
}

static struct message sentence(const struct room_view *v, bool blank, struct instant now)
{
	if (blank)
		return v->session;
	switch (v->scene) {
	case ROOM_REST:
		return v->session;
	case ROOM_QUORUM:
		return NO_MESSAGE; /* the attendance says it */
	case ROOM_ITEM:
		return v->item_state;
	case ROOM_VOTE:
		if (v->vote_over)
			return TEXT("THE VOTE IS CLOSED");
		return TEXT("VOTE IN PROGRESS");
	case ROOM_RESULT:
		return room_figures(v);
	case ROOM_SPEAKER:
		return MSG("{person} has the floor.", A_BOTH("person", speaker(v)));
	case ROOM_ELECTED:
		return room_election(v);
	case ROOM_PAUSE:
		return TEXT("THE SITTING IS SUSPENDED");
	case ROOM_CLOSING:
		return TEXT("THE SITTING IS CLOSED");
	case ROOM_AGENDA:
		return TEXT("AGENDA");
	case ROOM_CLOCK:
		return MSG("{time}", A_TIME("time", now));
	case ROOM_MESSAGE:
		return MSG("{text}", A_STR("text", room_str(&v->message)));
	case ROOM_WORDS:
		return MSG("{it}", A_BOTH("it", room_both_stored(v, v->words)));
	case ROOM_BUDGET:
		return MSG("balance {amount}", A_MONEY("amount", balance(v)));
	case ROOM_AGREEMENT:
		return v->gap > 0 ? MSG("{amount} to be raised", A_MONEY("amount", v->gap))
				  : MSG("{it}", A_MSG("it", &v->agreement));
	case ROOM_SCENES:
		break;
	}
	return NO_MESSAGE;
}

static struct message attendance(const struct room_view *v)
{
	return MSG("{here} of {all} present · quorum {needed}", A_INT("here", v->here),
		A_INT("all", v->in_office), A_INT("needed", v->needed));
}

/* As much of the agenda as there is room for, the open item always; rows used. */
static int agenda(struct area area, int row, const struct room_view *v)
{
	struct room_line *lines;
	size_t n = room_agenda_lines(v, area.canvas, &lines);
	size_t room = area.rows > row ? (size_t)(area.rows - row) : 0, first = 0;

	if (room > 1 && n > room && (size_t)v->item + 1 > room)
		first = (size_t)v->item + 1 < n ? (size_t)v->item + 1 - room : n - room;
	for (size_t i = first; i < n && row < area.rows; i++, row++) {
		if (row + 1 == area.rows && i + 1 < n) {
			canvas_text(area, row, 0, 1, STYLE_DONE, ALIGN_START, STR("…"));
			continue;
		}
		canvas_text(area, row, 0, 1, lines[i].style, ALIGN_START, str_of(lines[i].sign));
		canvas_text(area, row, 2, 0, lines[i].style, ALIGN_START, lines[i].text);
	}
	return row;
}

void room_scene_plain(struct area area, const struct room_view *v, const struct room_look *look)
{
	bool shown = !look->blank;
	bool has_item = shown && v->item &&
			(v->scene == ROOM_ITEM || v->scene == ROOM_VOTE ||
				v->scene == ROOM_RESULT || v->scene == ROOM_SPEAKER ||
				v->scene == ROOM_ELECTED || v->scene == ROOM_WORDS ||
				v->scene == ROOM_BUDGET || v->scene == ROOM_AGREEMENT);
	int row = 0;

	if (look->rehearsal)
		row += canvas_wrap(area, row, 1, STYLE_CAUTION_ROW, str_of(room_rehearsal));
	else if (v->specimen)
		row += canvas_wrap(area, row, 1, STYLE_CAUTION_ROW, str_of(room_specimen));
	if (shown && v->scene == ROOM_RESULT)
		row += canvas_wrap_say(area, row, 2,
			v->verdict == ROOM_ADOPTED ? STYLE_GOOD : STYLE_BAD, v->outcome);
	row += canvas_wrap_say(area, row, shown && v->scene == ROOM_WORDS ? 6 : 2, STYLE_HERE,
		sentence(v, look->blank, look->now));
	if (shown && v->scene == ROOM_VOTE && !v->vote_over && !v->by_hands)
		row += canvas_wrap_say(area, row, 1, STYLE_TEXT,
			MSG("{voted} of {voters} have voted", A_INT("voted", v->voted),
				A_INT("voters", v->voters)));
	if (shown && v->repeated.id)
		row += canvas_wrap_say(area, row, 1, STYLE_TEXT, v->repeated);
	if (shown && v->motion.id)
		row += canvas_wrap_say(area, row, 1, STYLE_HERE, v->motion);
	if (has_item)
		row += canvas_wrap_say(
			area, row, 3, STYLE_STRONG, item(v, canvas_arena(area.canvas)));
	if (shown && v->scene == ROOM_AGENDA)
		row = agenda(
			canvas_sub(area, 0, 0, area.rows - (v->attendance ? 1 : 0), 0), row, v);
	if (shown && v->attendance)
		(void)canvas_wrap_say(area, row, 2, STYLE_TEXT, attendance(v));
}

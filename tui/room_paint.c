#include "tui/room_paint.h"

#include "tui/room_scene.h"

#define MARGIN_WIDE 4
#define WIDE_COLS   120

const char room_specimen[] = "نموذج / SPÉCIMEN";
const char room_rehearsal[] = "تمرين / RÉPÉTITION";

static room_scene_fill *scene_of(const struct room_view *v, const struct room_look *look)
{
	if (look->blank)
		return room_scene_rest;
	switch (v->scene) {
	case ROOM_REST:
		return room_scene_rest;
	case ROOM_QUORUM:
		return room_scene_quorum;
	case ROOM_ITEM:
		return room_scene_item;
	case ROOM_VOTE:
		return room_scene_vote;
	case ROOM_RESULT:
		return room_scene_result;
	case ROOM_SPEAKER:
		return room_scene_speaker;
	case ROOM_ELECTED:
		return room_scene_elected;
	case ROOM_PAUSE:
		return room_scene_pause;
	case ROOM_CLOSING:
		return room_scene_closing;
	case ROOM_AGENDA:
		return room_scene_agenda;
	case ROOM_CLOCK:
		return room_scene_clock;
	case ROOM_MESSAGE:
		return room_scene_message;
	case ROOM_WORDS:
		return room_scene_words;
	case ROOM_BUDGET:
		return room_scene_budget;
	case ROOM_AGREEMENT:
		return room_scene_agreement;
	case ROOM_SCENES:
		break;
	}
	return room_scene_rest;
}

/* After the closing nobody needs to write any more, and at rest nobody has to. */
static bool missed(const struct room_view *v, const struct room_look *look)
{
	return look->alone && !look->blank && v->scene != ROOM_REST && v->scene != ROOM_CLOSING;
}

static struct both chamber_name(const struct room_view *v)
{
	return (struct both){room_str(&v->chamber.ar), room_str(&v->chamber.fr)};
}

/* Chamber and session; when they do not fit together, the session, since the rest scene and the
 * building say which chamber it is. */
static struct str heading(struct area area, const struct room_view *v, int width)
{
	struct canvas *c = area.canvas;
	struct message whole = MSG("{chamber} · {session}", A_BOTH("chamber", chamber_name(v)),
		A_MSG("session", &v->session));
	struct str text;

	if (!v->session.id)
		return both_pick(chamber_name(v), canvas_lang(c));
	text = canvas_words(c, whole);
	return canvas_width(c, text) <= width ? text : canvas_words(c, v->session);
}

static void draw_top(
	struct area area, int margin, const struct room_view *v, const struct room_look *look)
{
	int end = area.cols - margin - 5, width = end - 3 - margin;

	canvas_fill(area, 0, 0, 1, 0, STYLE_TITLE);
	if (missed(v, look))
		canvas_text(area, 0, end - 2, 1, STYLE_TITLE, ALIGN_START, STR("…"));
	canvas_text(
		area, 0, margin, width, STYLE_TITLE_STRONG, ALIGN_START, heading(area, v, width));
	canvas_say(area, 0, end, 5, STYLE_TITLE_STRONG, ALIGN_END,
		MSG("{time}", A_TIME("time", look->now)));
}

static struct message attendance(const struct room_view *v, enum style *style)
{
	if (!v->determined) {
		*style = STYLE_TEXT;
		return MSG("{here} of {all} present · quorum {needed}", A_INT("here", v->here),
			A_INT("all", v->in_office), A_INT("needed", v->needed));
	}
	if (v->quorum) {
		*style = STYLE_GOOD;
		return MSG("{here} of {all} present · quorum {needed} ✓", A_INT("here", v->here),
			A_INT("all", v->in_office), A_INT("needed", v->needed));
	}
	*style = STYLE_BAD;
	return MSG("{here} of {all} present · quorum {needed} ✗", A_INT("here", v->here),
		A_INT("all", v->in_office), A_INT("needed", v->needed));
}

static void draw_foot(
	struct area area, int margin, const struct room_view *v, const struct room_look *look)
{
	int row = area.rows - 1, end = area.cols - margin, words;
	enum style style;

	canvas_hline(area, row - 1, margin, end - margin, STYLE_DONE);
	if (v->specimen || look->rehearsal) {
		struct str mark = str_of(look->rehearsal ? room_rehearsal : room_specimen);

		words = canvas_width(area.canvas, mark);
		canvas_fill(area, row, end - words - 2, 1, words + 2, STYLE_CAUTION_ROW);
		canvas_text(
			area, row, end - words - 1, words, STYLE_CAUTION_ROW, ALIGN_START, mark);
		end -= words + 4;
	}
	if (v->attendance && !look->blank) {
		struct message m = attendance(v, &style);

		words = canvas_say(area, row, margin, end - margin, style, ALIGN_START, m);
		margin += words + 3;
	}
	if (v->day.year && v->scene != ROOM_REST &&
		((!v->specimen && !look->rehearsal) || area.cols >= WIDE_COLS)) {
		struct message m = MSG("{day}", A_DATE("day", v->day));

		words = canvas_say_width(area.canvas, m);
		if (margin + words <= end)
			canvas_say(area, row, end - words, words, STYLE_DONE, ALIGN_START, m);
	}
}

void room_paint(struct area area, const struct room_view *v, const struct room_look *look)
{
	int margin = area.cols >= WIDE_COLS ? MARGIN_WIDE : 2;
	struct room_stack stack;

	if (area.rows < ROOM_ROWS_MIN || area.cols < ROOM_COLS_MIN) {
		room_scene_plain(area, v, look);
		return;
	}
	draw_top(area, margin, v, look);
	room_stack_begin(&stack, canvas_sub(area, 2, margin, area.rows - 4, area.cols - 2 * margin),
		v, look->letters);
	scene_of(v, look)(&stack, look);
	(void)room_stack_draw(&stack);
	draw_foot(area, margin, v, look);
}

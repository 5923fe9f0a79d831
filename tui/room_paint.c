#include "tui/room_paint.h"

#include "tui/room_scene.h"
#include "tui/room_words.h"

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

/* Chamber and session in one row of WIDTH cells, or each in a row of its own. Returns the rows. */
static int heading(struct canvas *c, const struct room_view *v, int width, struct str rows[2])
{
	rows[0] = both_pick(chamber_name(v), canvas_lang(c));
	if (!v->session.id)
		return 1;
	rows[1] = canvas_words(c, v->session);
	if (canvas_width(c, rows[0]) + 3 + canvas_width(c, rows[1]) > width)
		return 2;
	rows[0] = canvas_words(c, MSG("{chamber} · {session}", A_BOTH("chamber", chamber_name(v)),
					  A_MSG("session", &v->session)));
	return 1;
}

/* Cells of the heading: the clock stands behind it, and a … before that when it must. */
static int heading_cols(int cols, int margin)
{
	return cols - 2 * margin - 8;
}

static void draw_top(
	struct area area, int margin, const struct room_view *v, const struct room_look *look)
{
	int end = area.cols - margin - 5, width = heading_cols(area.cols, margin), n;
	struct str rows[2];

	n = heading(area.canvas, v, width, rows);
	canvas_fill(area, 0, 0, n, 0, STYLE_TITLE);
	if (missed(v, look))
		canvas_text(area, 0, end - 2, 1, STYLE_TITLE, ALIGN_START, STR("…"));
	for (int i = 0; i < n; i++)
		canvas_text(area, i, margin, width, i ? STYLE_TITLE : STYLE_TITLE_STRONG,
			ALIGN_START, rows[i]);
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

/* What stands in the last row, as far as there is room for it in COLS. */
struct foot {
	struct str mark;           /* specimen, rehearsal; empty: neither */
	struct message attendance; /* no id: none, as of the next */
	enum style style;
	struct message day;
};

static struct foot foot_of(struct canvas *c, int cols, int margin, const struct room_view *v,
	const struct room_look *look)
{
	struct foot f = {.style = STYLE_TEXT};
	int used = 2 * margin;

	if (v->specimen || look->rehearsal) {
		f.mark = str_of(look->rehearsal ? room_rehearsal : room_specimen);
		used += canvas_width(c, f.mark) + 4;
	}
	if (v->attendance && !look->blank) {
		f.attendance = attendance(v, &f.style);
		used += canvas_say_width(c, f.attendance) + 3;
	}
	if (v->day.year && v->scene != ROOM_REST && (!f.mark.n || cols >= WIDE_COLS)) {
		f.day = MSG("{day}", A_DATE("day", v->day));
		if (used + canvas_say_width(c, f.day) > cols)
			f.day = NO_MESSAGE;
	}
	return f;
}

static void draw_foot(
	struct area area, int margin, const struct room_view *v, const struct room_look *look)
{
	int row = area.rows - 1, end = area.cols - margin, words;
	struct foot f = foot_of(area.canvas, area.cols, margin, v, look);

	canvas_hline(area, row - 1, margin, end - margin, STYLE_DONE);
	if (f.mark.n) {
		words = canvas_width(area.canvas, f.mark);
		canvas_fill(area, row, end - words - 2, 1, words + 2, STYLE_CAUTION_ROW);
		canvas_text(
			area, row, end - words - 1, words, STYLE_CAUTION_ROW, ALIGN_START, f.mark);
		end -= words + 4;
	}
	canvas_say(area, row, margin, end - margin, f.style, ALIGN_START, f.attendance);
	words = canvas_say_width(area.canvas, f.day);
	canvas_say(area, row, end - words, words, STYLE_DONE, ALIGN_START, f.day);
}

static int margin_of(int cols)
{
	return cols >= WIDE_COLS ? MARGIN_WIDE : 2;
}

/* The scene in a picture of the size of AREA. */
static void fill(struct room_stack *s, struct area area, const struct room_view *v,
	const struct room_look *look)
{
	int margin = margin_of(area.cols);

	area.row += 2;
	area.col += margin;
	area.rows -= 4;
	area.cols -= 2 * margin;
	room_stack_begin(s, area, v, look->letters);
	scene_of(v, look)(s, look);
}

static bool is_small(int rows, int cols)
{
	return rows < ROOM_ROWS_MIN || cols < ROOM_COLS_MIN;
}

void room_paint(struct area area, const struct room_view *v, const struct room_look *look)
{
	struct room_stack stack;

	if (is_small(area.rows, area.cols)) {
		room_scene_plain(area, v, look);
		return;
	}
	draw_top(area, margin_of(area.cols), v, look);
	draw_foot(area, margin_of(area.cols), v, look);
	fill(&stack, area, v, look);
	(void)room_stack_draw(&stack); /* a code may stand on the line over the foot */
}

int room_paint_words(struct area area, int from, const struct room_view *v,
	const struct room_look *look, int rows, int cols)
{
	struct canvas *c = area.canvas;
	enum direction base = canvas_rtl(c) ? DIR_RTL : DIR_LTR;
	struct room_words w = {.area = area, .from = from};
	struct room_stack stack;
	struct str top[2];
	struct foot f;
	int n;

	rows = rows < ROOM_ROWS_MIN ? ROOM_ROWS_MIN : rows;
	cols = cols < ROOM_COLS_MIN ? ROOM_COLS_MIN : cols;
	fill(&stack, (struct area){c, 0, 0, rows, cols}, v, look);
	(void)room_stack_measure(&stack);
	f = foot_of(c, cols, margin_of(cols), v, look);
	n = heading(c, v, heading_cols(cols, margin_of(cols)), top);
	room_words_text(&w, STYLE_CAUTION_ROW, base, f.mark);
	room_words_stack(&w, &stack);
	room_words_text(&w, f.style, base, canvas_words(c, f.attendance));
	room_words_text(&w, STYLE_DONE, base, canvas_words(c, f.day));
	for (int i = 0; i < n; i++) /* what never changes comes last */
		room_words_text(&w, STYLE_DONE, base, top[i]);
	return w.rows;
}

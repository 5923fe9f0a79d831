/* The room seen from the desk: what it shows, what would be sent, and the three keys that send it.
 * Sending writes one row that every room reads; the desk knows of the rooms only how many there
 * are, and of each how large it is and in which language. */
#include "tui/desk.h"

#include "model/names.h"
#include "storage/seat.h"
#include "tui/bigtext.h"
#include "tui/desk_parts.h"
#include "tui/room_paint.h"

#define PICTURE_ROWS_MIN 6
#define CHOICES_MAX      16
#define COUNTED_MS       1000 /* how old the count of rooms may be */
#define SIDE_BY_SIDE     2

/* --- orders --- */

bool desk_room_blanked(const struct desk *d)
{
	return d->room.state == ROOM_BLANKED;
}

void desk_room_recall(struct desk *d)
{
	struct error ignored;
	struct str value;
	bool found;

	if (journal_kept(register_journal(d->r), STR(ROOM_ORDER_ROW), &d->frame, &value, &found,
		    &ignored) == 0)
		(void)room_order_parse(found ? value : STR("follow"), &d->room);
}

static void uncover(struct desk *d)
{
	seat_close(d->cover);
	d->cover = NULL;
}

/* What must not be seen is taken off the wall even when no row can be written any more. */
static bool cover(struct desk *d)
{
	if (!d->cover)
		d->cover = seat_blank(journal_path(register_journal(d->r)));
	if (d->cover)
		d->room = (struct room_order){.state = ROOM_BLANKED};
	return d->cover != NULL;
}

/* False after saying why not. */
static bool order(struct desk *d, const struct room_order *o)
{
	struct error err = {.code = ERROR_NONE};

	if (d->read_only) {
		desk_say(d, TONE_BAD,
			TEXT("✗ Only the desk that holds the register sends to the room."));
		return false;
	}
	if (journal_keep(register_journal(d->r), STR(ROOM_ORDER_ROW), room_order_text(o, &d->frame),
		    &err) < 0) {
		desk_fail(d, &err);
		return o->state == ROOM_BLANKED && cover(d);
	}
	uncover(d);
	d->room = *o;
	return true;
}

void desk_room_tick(struct desk *d)
{
	struct error ignored; /* the disk refuses still, which the desk says */

	if (d->cover && !d->disk.stuck &&
		journal_keep(register_journal(d->r), STR(ROOM_ORDER_ROW),
			room_order_text(&d->room, &d->frame), &ignored) == 0)
		uncover(d);
}

void desk_room_leave(struct desk *d)
{
	uncover(d);
}

void desk_room_blank(struct desk *d)
{
	if (order(d, &(struct room_order){.state = ROOM_BLANKED}))
		desk_say(d, TONE_CAUTION,
			TEXT("■ The room is blanked; F5 brings the picture back."));
}

static void room_follow(struct desk *d)
{
	struct room_order now = room_order_now(&d->room, desk_session(d));
	bool before = now.state == ROOM_FOLLOWS;

	if (order(d, &(struct room_order){.state = ROOM_FOLLOWS}))
		desk_say(d, TONE_CAUTION,
			before ? TEXT("▶ The room follows; F6 chooses another picture for it.")
			       : TEXT("▶ The room follows again."));
}

/* --- F6: the choices --- */

/* One row of F6: what goes on, a scene, or words typed here. */
struct choice {
	struct message label;
	struct room_order order;
};

static size_t choices(struct desk *d, struct choice *out)
{
	const struct session *s = desk_session(d);
	const struct room_order hold = {.state = ROOM_HOLDS,
		.session = s ? s->is.number : 0,
		.acts = s ? (int64_t)s->log.n : 0};
	size_t n = 0;

	out[n++] = (struct choice){TEXT("what is going on"), {.state = ROOM_FOLLOWS}};
	for (size_t i = 0; s && room_scene_names[i].name && n + 2 < CHOICES_MAX; i++) {
		if (room_scene_names[i].scene == ROOM_REST) { /* F12 does as much: it comes last */
			out[n] = (struct choice){TEXT("message"), hold};
			out[n].order.scene = ROOM_MESSAGE;
			out[n++].order.message = d->room_message;
		}
		out[n] = (struct choice){TEXT(room_scene_names[i].label), hold};
		out[n++].order.scene = room_scene_names[i].scene;
	}
	return n;
}

static void chosen(struct desk *d, struct choice *c)
{
	struct choice all[CHOICES_MAX];
	size_t n = choices(d, all);

	*c = all[d->room_choice < n ? d->room_choice : 0];
}

static const struct message no_result = {.id = N_("There is no vote and no result to show now.")};

/* What C promises is not there: no vote is open, and none was announced of what is at hand. */
static bool is_off(struct desk *d, const struct choice *c)
{
	enum room_scene scene;

	if (c->order.state != ROOM_HOLDS || c->order.scene != ROOM_VOTE)
		return false;
	scene = room_view_scene(desk_session(d), ROOM_VOTE).scene;
	return scene != ROOM_VOTE && scene != ROOM_RESULT && scene != ROOM_ELECTED;
}

static bool needs_words(const struct choice *c)
{
	return c->order.scene == ROOM_MESSAGE && c->order.state == ROOM_HOLDS &&
	       c->order.message.n == 0;
}

void desk_preview(struct desk *d)
{
	if (d->over.kind == OVERLAY_ROOM) {
		desk_close_overlay(d);
		return;
	}
	(void)desk_overlay(d, OVERLAY_ROOM, TEXT("The room"));
	d->room_choice = 0;
	d->room_from = 0;
}

static bool message_typed(struct desk *d, struct str text)
{
	size_t choice = d->room_choice;

	d->room_message = room_text(text);
	desk_preview(d);
	d->room_choice = choice;
	return false; /* the overlay is another one already */
}

/* Back to the pictures, with the message that was there. */
static void message_left(struct desk *d)
{
	(void)message_typed(d, arena_str(&d->frame, room_str(&d->room_message)));
}

static void ask_message(struct desk *d)
{
	struct overlay *o = desk_overlay(d, OVERLAY_PROMPT, TEXT("Message to the room"));

	o->prompt = prompt_open(TEXT("Message to the room:"), NULL, NULL);
	prompt_begin(o->prompt, TEXT("Message to the room:"), room_str(&d->room_message));
	o->typed = message_typed;
	o->left = message_left;
}

void desk_room_send(struct desk *d)
{
	struct choice c;

	if (d->over.kind != OVERLAY_ROOM) {
		room_follow(d);
		return;
	}
	chosen(d, &c);
	if (c.order.state == ROOM_FOLLOWS) {
		room_follow(d);
	} else if (needs_words(&c)) {
		ask_message(d);
	} else if (is_off(d, &c)) {
		desk_say(d, TONE_BAD, MSG("✗ {why}", A_MSG("why", &no_result)));
	} else if (order(d, &c.order)) {
		desk_say(d, TONE_CAUTION,
			MSG("▶ Sent to the room: {scene}. It stays until F5 or the next "
			    "announcement.",
				A_MSG("scene", &c.label)));
	}
}

void desk_room_key(struct desk *d, struct press press)
{
	struct choice all[CHOICES_MAX];
	size_t n = choices(d, all);
	int digit = key_digit(press);

	if (press.code == PRESS_PAGE_DOWN) {
		d->room_from += d->room_page; /* the painting knows where the end is */
	} else if (press.code == PRESS_PAGE_UP) {
		d->room_from -= d->room_from < d->room_page ? d->room_from : d->room_page;
	} else if (press.code == PRESS_DOWN || press.code == PRESS_TAB) {
		d->room_choice = (d->room_choice + 1) % n;
	} else if (press.code == PRESS_UP) {
		d->room_choice = (d->room_choice + n - 1) % n;
	} else if (digit >= 0 && (size_t)(digit ? digit : 10) <= n) {
		d->room_choice = digit ? (size_t)digit - 1 : 9; /* 0 stands after 9 */
	} else if (press.code == PRESS_ENTER) {
		if (all[d->room_choice].order.scene == ROOM_MESSAGE &&
			all[d->room_choice].order.state == ROOM_HOLDS)
			ask_message(d);
		else
			desk_room_send(d);
	} else if (press.code == PRESS_ESC || press.code == PRESS_F6) {
		desk_close_overlay(d);
	}
}

struct message desk_room_step(struct desk *d)
{
	struct choice c;

	chosen(d, &c);
	if (c.order.state == ROOM_HOLDS && c.order.scene == ROOM_MESSAGE)
		return TEXT("Type the message");
	if (is_off(d, &c))
		return no_result;
	return MSG("Send to the room: {scene}", A_MSG("scene", message_keep(&d->frame, c.label)));
}

/* --- F6: the pictures --- */

/* While none tells how large it is, a room is as small as it may be. */
static void count(struct desk *d)
{
	static const struct seat_screen least = {ROOM_ROWS_MIN, ROOM_COLS_MIN, LANG_COUNT};

	d->rooms = seats_before(journal_path(register_journal(d->r)));
	if (!d->rooms.sized)
		d->rooms.smallest = least;
	d->rooms_ms = desk_now_ms();
}

/* Not counted at every key: the disk is asked for it. */
static const struct seats *rooms(struct desk *d)
{
	if (!d->rooms_ms || desk_now_ms() - d->rooms_ms >= COUNTED_MS)
		count(d);
	return &d->rooms;
}

bool desk_rooms_changed(struct desk *d)
{
	struct seats before = d->rooms, *now = &d->rooms;

	count(d);
	for (int i = 0; i < LANG_COUNT; i++)
		if (before.in[i] != now->in[i])
			return true;
	return before.n != now->n || before.smallest.rows != now->smallest.rows ||
	       before.smallest.cols != now->smallest.cols ||
	       before.smallest.lang != now->smallest.lang;
}

bool desk_room_shows(struct desk *d)
{
	return rooms(d)->n > 0 && !desk_room_blanked(d);
}

/* The language of the room that is shown here, the smallest; the desk's while none tells. */
static enum lang room_lang(struct desk *d)
{
	enum lang lang = rooms(d)->smallest.lang;

	return lang < LANG_COUNT ? lang : d->lang;
}

static struct bigtext *letters(struct desk *d)
{
	enum pixels kind = term_pixels(d->term);

	if (d->letters && bigtext_pixels(d->letters) != kind) {
		bigtext_close(d->letters);
		d->letters = NULL;
	}
	if (!d->letters)
		d->letters = bigtext_open(kind);
	return d->letters;
}

static struct room_view view_of(struct desk *d, const struct room_order *o)
{
	const struct session *s = desk_session(d);

	return s ? room_view_ordered(s, o) : room_view_chamber(register_chamber(d->r));
}

static struct room_look look_of(struct desk *d, const struct room_order *o)
{
	struct source source = register_source(d->r);

	return (struct room_look){.now = source.now(source.context),
		.blank = o->state == ROOM_BLANKED,
		.rehearsal = d->rehearsal,
		.spoken = floor_spoken(d),
		.paused = !d->floor.timer.running};
}

/* All that the room reads under O, in words, from row *FROM on: no further than to the end. Returns
 * the rows. */
static int words(struct desk *d, struct area area, const struct room_order *o,
	struct bigtext *large, int *from)
{
	struct room_view v = view_of(d, o);
	struct room_look look = look_of(d, o);
	struct seat_screen room = rooms(d)->smallest;
	int all, last;

	look.letters = large;
	area = canvas_in(area, room_lang(d));
	for (;;) {
		canvas_fill(area, 0, 0, 0, 0, STYLE_TEXT);
		all = room_paint_words(area, *from, arena_copy(&d->frame, &v, sizeof v), &look,
			room.rows, room.cols);
		last = all > area.rows ? all - area.rows : 0;
		if (*from <= last)
			break;
		*from = last;
	}
	(void)canvas_in(area, d->lang);
	return all;
}

/* Under its title the picture itself, as large as it is in the room. */
static void whole(struct desk *d, struct area area, struct message title, enum style style,
	const struct room_order *o)
{
	struct room_view v = view_of(d, o);
	struct room_look look = look_of(d, o);
	struct seat_screen room = rooms(d)->smallest;

	look.letters = letters(d);
	canvas_hline(area, 0, 0, 0, style);
	canvas_fill(area, 0, 2, 1, canvas_say_width(area.canvas, title) + 2, style);
	canvas_say(area, 0, 3, -3, style, ALIGN_START, title);
	area = canvas_sub(area, 1, (area.cols - room.cols) / 2, room.rows, room.cols);
	area = canvas_in(area, room_lang(d));
	room_paint(area, arena_copy(&d->frame, &v, sizeof v), &look);
	(void)canvas_in(area, d->lang);
}

/* Cells of the widest of N choices, with its mark, its digit and a blank behind it. */
static int choice_cols(struct desk *d, const struct choice *all, size_t n)
{
	int most = 0;

	for (size_t i = 0; i < n; i++) {
		int cols = canvas_say_width(d->canvas, all[i].label);

		most = cols > most ? cols : most;
	}
	return most + 5;
}

/* As many columns as the choices need, top to bottom, each as wide as what stands in it; what is
 * left goes to the last. */
static void paint_choices(struct desk *d, struct area area, const struct choice *all, size_t n)
{
	size_t rows = (size_t)area.rows;
	int col = 0, cols = 0;

	for (size_t i = 0; i < n; i++) {
		bool here = i == d->room_choice;
		int row = (int)(i % rows);
		enum style style = here ? STYLE_FOCUS : is_off(d, &all[i]) ? STYLE_OFF : STYLE_TEXT;

		if (row == 0) {
			col += cols;
			cols = choice_cols(d, all + i, n - i < rows ? n - i : rows);
			cols = n - i <= rows ? area.cols + 1 - col : cols;
		}

		canvas_fill(area, row, col, 1, cols - 1, style);
		canvas_say(area, row, col, cols - 1, style, ALIGN_START,
			MSG("{mark}{n} {scene}", A_STR("mark", here ? STR("▶ ") : STR("  ")),
				A_STR("n",
					i < 10 ? arena_join(&d->frame,
							 (struct str[]){{&"1234567890"[i], 1}}, 1)
					       : STR("·")),
				A_MSG("scene", &all[i].label)));
	}
}

/* How many look on, where it is not the one that is expected; and in which languages, where these
 * differ: only one of them can be shown here. */
static struct message looked_at(struct desk *d)
{
	const struct seats *all = rooms(d);
	struct message *in = ARENA_ARRAY(&d->frame, struct message, LANG_COUNT), count;
	size_t n = 0;

	if (all->n == 0)
		return MSG("No room is open: start {command} on the second screen.",
			A_STR("command", cli_typed(d->cli, "room", &d->frame)));
	for (enum lang lang = 0; lang < LANG_COUNT; lang++) {
		if (all->in[lang])
			in[n++] = name_label(lang_names, lang);
	}
	count = MSGN("{n} room is open.", "{n} rooms are open.", all->n);
	if (n > 1)
		return MSG("{rooms} Languages: {languages}; here {one}.",
			A_MSG("rooms", message_keep(&d->frame, count)), A_LIST("languages", in, n),
			A_MSG("one",
				message_keep(&d->frame, name_label(lang_names, room_lang(d)))));
	return all->n == 1 ? NO_MESSAGE : count;
}

struct pane {
	struct message title;
	enum style style;
	struct room_order order;
};

/* What rooms show now, or would if there were any. */
static struct pane shown(struct desk *d)
{
	struct room_order now = room_order_now(&d->room, desk_session(d));
	bool blanked = desk_room_blanked(d), held = now.state == ROOM_HOLDS;
	static const struct message titles[][2] = {
		{{.id = N_("NO ROOM IS OPEN ■ blanked")}, {.id = N_("THE ROOM SHOWS ■ blanked")}},
		{{.id = N_("NO ROOM IS OPEN ≠ preview")}, {.id = N_("THE ROOM SHOWS ≠ held")}},
		{{.id = N_("NO ROOM IS OPEN ▶ preview")}, {.id = N_("THE ROOM SHOWS ▶ follows")}},
	};

	return (struct pane){titles[blanked ? 0
				     : held ? 1
					    : 2][rooms(d)->n > 0],
		blanked || held    ? STYLE_CAUTION
		: rooms(d)->n == 0 ? STYLE_DONE
				   : STYLE_HERE,
		now};
}

/* All that words() depend on in a pane, as bytes: the state, the order, the room and the moment. */
static struct str pane_says(struct desk *d, const struct pane *pane)
{
	struct room_look look = look_of(d, &pane->order);
	struct seat_screen room = rooms(d)->smallest;
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add(&b, desk_heads(d));
	message_bytes(&b, &pane->title);
	builder_put(&b, pane->style);
	builder_put_text(&b, room_order_text(&pane->order, &d->frame));
	builder_put(&b, room.rows);
	builder_put(&b, room.cols);
	builder_put(&b, room_lang(d));
	builder_put(&b, look.now.seconds);
	builder_put(&b, look.blank);
	builder_put(&b, look.rehearsal);
	builder_put(&b, look.spoken);
	builder_put(&b, look.paused);
	return builder_str(&b);
}

static struct area framed(struct area area, const struct pane *pane)
{
	canvas_box(area, pane->style, pane->title);
	return canvas_sub(area, 1, 1, area.rows - 2, area.cols - 2);
}

/* In the side column large letters are not loaded: they cost more than the rest of the desk. */
void desk_paint_room(struct desk *d, struct area area)
{
	struct pane now = shown(d);
	struct area inside;
	struct str says;
	int from = 0;

	if (area.rows < PICTURE_ROWS_MIN)
		return;
	says = pane_says(d, &now);
	if (canvas_again(area, says))
		return;
	inside = framed(area, &now);
	if (words(d, inside, &now.order, NULL, &from) > inside.rows)
		canvas_text(area, area.rows - 1, 1, -2, now.style, ALIGN_END, STR(" … F6 "));
	canvas_keep(area, says);
}

/* Both in words; they are scrolled together, each no further than it reaches. */
static void paint_words(struct desk *d, struct area area, const struct pane panes[SIDE_BY_SIDE])
{
	int half = area.cols / SIDE_BY_SIDE, furthest = 0;

	d->room_page = area.rows - 2;
	for (int i = 0; i < SIDE_BY_SIDE; i++) {
		struct area pane = canvas_sub(area, 0, i * half, 0, i ? area.cols - half : half);
		struct area inside = framed(pane, &panes[i]);
		int from = d->room_from;
		int all = words(d, inside, &panes[i].order, letters(d), &from);

		list_extent(canvas_sub(pane, pane.rows - 1, 1, 1, -1), (size_t)from,
			(size_t)(from + inside.rows), (size_t)all);
		furthest = from > furthest ? from : furthest;
	}
	d->room_from = furthest;
}

/* The pictures themselves where both have their room, from edge to edge. */
static bool paint_pictures(struct desk *d, struct area area, const struct pane panes[SIDE_BY_SIDE])
{
	struct area wide = {area.canvas, area.row, 0, area.rows, canvas_cols(area.canvas)};
	struct seat_screen room = rooms(d)->smallest;
	int half = wide.cols / SIDE_BY_SIDE;

	if (room.cols > half || room.rows + 1 > wide.rows)
		return false;
	canvas_fill(wide, 0, 0, 0, 0, STYLE_TEXT);
	for (int i = 0; i < SIDE_BY_SIDE; i++)
		whole(d, canvas_sub(wide, 0, i * half, room.rows + 1, half), panes[i].title,
			panes[i].style, &panes[i].order);
	return true;
}

static struct message ways(const struct desk *d, bool pictures)
{
	if (pictures)
		return TEXT("↑↓ or a digit chooses · F5 sends · F12 blanks · Esc goes back");
	return MSG("in words, as a room of {cols}×{rows} has them · PgUp PgDn scroll",
		A_INT("cols", d->rooms.smallest.cols), A_INT("rows", d->rooms.smallest.rows));
}

void desk_paint_rooms(struct desk *d, struct area work)
{
	struct choice all[CHOICES_MAX];
	size_t n = choices(d, all);
	struct message looked = looked_at(d);
	int rows = work.rows - (looked.id ? 6 : 5);
	const struct choice *c = &all[d->room_choice < n ? d->room_choice : 0];
	const struct pane now = shown(d);
	const struct pane panes[SIDE_BY_SIDE] = {
		now, is_off(d, c) ? (struct pane){TEXT("F5 SENDS NOTHING"), STYLE_OFF, now.order}
				  : (struct pane){TEXT("F5 WOULD SEND"), STYLE_DONE, c->order}};
	struct area area = canvas_sub(work, 0, 0, rows, 0);
	bool pictures;

	if (rows < PICTURE_ROWS_MIN)
		return;
	canvas_fill(work, 0, 0, work.rows, 0, STYLE_TEXT);
	pictures = paint_pictures(d, area, panes);
	if (!pictures)
		paint_words(d, area, panes);
	paint_choices(d, canvas_sub(work, rows, 0, 4, 0), all, n);
	if (looked.id)
		canvas_say(work, work.rows - 2, 1, -1, STYLE_TEXT, ALIGN_START, looked);
	canvas_say(work, work.rows - 1, 1, 0, STYLE_DONE, ALIGN_START, ways(d, pictures));
}

/* --- the status line and the side column --- */

/* Between items: what the picture itself says it is. */
static struct message room_between_words(struct desk *d, const struct session *s)
{
	switch (room_view_ordered(s, &d->room).scene) {
	case ROOM_REST:
		return TEXT("ROOM ▶ rest");
	case ROOM_QUORUM:
		return TEXT("ROOM ▶ quorum");
	case ROOM_AGENDA:
		return TEXT("ROOM ▶ agenda");
	case ROOM_RESULT:
	case ROOM_ELECTED:
		return TEXT("ROOM ▶ result");
	case ROOM_PAUSE:
		return TEXT("ROOM ▶ pause");
	case ROOM_CLOSING:
		return TEXT("ROOM ▶ closing");
	case ROOM_ITEM:
	case ROOM_VOTE:
	case ROOM_SPEAKER:
	case ROOM_CLOCK:
	case ROOM_MESSAGE:
	case ROOM_WORDS:
	case ROOM_BUDGET:
	case ROOM_AGREEMENT:
	case ROOM_SCENES:
		break;
	}
	return TEXT("ROOM ▶ follows");
}

static struct message room_scene_words(struct desk *d, const struct session *s)
{
	int64_t number, shown;

	if (!s || !s->sittings.n)
		return TEXT("ROOM ▶ rest");
	if (session_voting(s))
		return TEXT("ROOM ▶ vote");
	number = session_agenda_number(s, s->open_item ? s->open_item : s->last_item);
	/* What was told of another item, or of none, is in the picture meanwhile. */
	shown = s->phase == PHASE_SITTING ? room_item(s) : number;
	if (shown && (s->open_item || shown != number))
		return MSG("ROOM ▶ item {n}", A_INT("n", shown));
	return room_between_words(d, s);
}

/* The time of who speaks is seen on every screen. */
static enum frame_tone floor_tone(const struct desk *d)
{
	switch (floor_desk_alarm(d)) {
	case FLOOR_IN_TIME:
		break;
	case FLOOR_NEARLY:
		return TONE_CAUTION;
	case FLOOR_OVER:
		return TONE_BAD;
	}
	return TONE_HERE;
}

/* What is held, in the few cells of the status line. */
static struct message held_words(enum room_scene scene)
{
	switch (scene) {
	case ROOM_AGENDA:
		return TEXT("ROOM ≠ agenda");
	case ROOM_QUORUM:
		return TEXT("ROOM ≠ quorum");
	case ROOM_ITEM:
		return TEXT("ROOM ≠ item");
	case ROOM_VOTE:
	case ROOM_RESULT:
	case ROOM_ELECTED:
		return TEXT("ROOM ≠ vote");
	case ROOM_SPEAKER:
		return TEXT("ROOM ≠ speaker");
	case ROOM_CLOCK:
		return TEXT("ROOM ≠ clock");
	case ROOM_MESSAGE:
		return TEXT("ROOM ≠ message");
	case ROOM_WORDS:
		return TEXT("ROOM ≠ text");
	case ROOM_BUDGET:
		return TEXT("ROOM ≠ budget");
	case ROOM_AGREEMENT:
		return TEXT("ROOM ≠ agreement");
	case ROOM_REST:
	case ROOM_PAUSE:
	case ROOM_CLOSING:
	case ROOM_SCENES:
		break;
	}
	return TEXT("ROOM ≠ rest");
}

/* Whose time runs is told without any room too. Every form fits into the field. */
static struct frame_field following(struct desk *d, const struct session *s)
{
	struct message floor = s && !s->open_vote.item ? floor_status(d) : NO_MESSAGE;
	struct message scene = room_scene_words(d, s);
	int n = rooms(d)->n;

	if (floor.id)
		return (struct frame_field){floor, floor_tone(d)};
	if (n == 0)
		return (struct frame_field){TEXT("ROOM ✕ none"), TONE_PLAIN};
	if (n > 1 && scene.arg[0].name)
		scene = MSG("ROOM ×{rooms} ▶ item {n}", A_INT("rooms", n), scene.arg[0]);
	else if (n > 1)
		scene = MSG("{room} ×{rooms}", A_MSG("room", message_keep(&d->frame, scene)),
			A_INT("rooms", n));
	return (struct frame_field){scene, floor_tone(d)};
}

struct frame_field desk_room_field(struct desk *d, const struct session *s)
{
	struct room_order now = room_order_now(&d->room, s);

	if (now.state == ROOM_BLANKED)
		return (struct frame_field){TEXT("ROOM ■ blanked"), TONE_CAUTION};
	if (now.state == ROOM_HOLDS && room_order_differs(&now, s))
		return (struct frame_field){held_words(now.scene), TONE_CAUTION};
	return following(d, s);
}

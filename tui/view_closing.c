/* Closing: what is still to settle, the minutes read page by page, freezing, signing, and what is
 * handed over. What Enter does follows from how far the session is. */
#include "tui/closing_look.h"

#include "locale/format.h"
#include "model/chair_says.h"
#include "model/describe.h"
#include "model/minutes.h"
#include "tui/desk_parts.h"
#include "tui/prepare.h"

/* --- where things stand --- */

enum stage {
	STAGE_NOTHING, /* no session */
	STAGE_BEFORE,  /* the sitting goes on, or has not begun */
	STAGE_READ,    /* closed: the minutes are read through */
	STAGE_KEYS,    /* read; a signing key is missing */
	STAGE_FREEZE,
	STAGE_SIGN,
	STAGE_FOLDER, /* signed; nothing handed over yet */
	STAGE_COPY,   /* handed over; the register is not copied since */
	STAGE_DONE
};

static enum stage stage_of(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct closing_look *c;

	if (!s)
		return STAGE_NOTHING;
	c = closing_look(d);
	switch (s->phase) {
	case PHASE_ASIDE:
	case PHASE_PREPARING:
	case PHASE_SITTING:
	case PHASE_SUSPENDED:
	case PHASE_BETWEEN:
		return STAGE_BEFORE;
	case PHASE_CLOSED:
		if (!closing_is_read(d))
			return STAGE_READ;
		return closing_missing_key(d) >= 0 ? STAGE_KEYS : STAGE_FREEZE;
	case PHASE_FROZEN:
		return STAGE_SIGN;
	case PHASE_SEALED:
		if (!c->folder_written)
			return STAGE_FOLDER;
		return desk_copy_behind(d) > 0 ? STAGE_COPY : STAGE_DONE;
	}
	return STAGE_NOTHING;
}

/* --- what is to settle --- */

static size_t points(struct desk *d, struct open_point *out)
{
	return minutes_open_points(desk_session(d), out, CLOSING_POINTS_MAX, &d->frame);
}

size_t closing_points(struct desk *d)
{
	return points(d, ARENA_ARRAY(&d->frame, struct open_point, CLOSING_POINTS_MAX));
}

static int paint_points(struct desk *d, struct area work, int row, int last)
{
	struct open_point *all = ARENA_ARRAY(&d->frame, struct open_point, CLOSING_POINTS_MAX);
	struct closing_look *c = d->closing;
	size_t n = points(d, all), most = n < CLOSING_POINTS_MAX ? n : CLOSING_POINTS_MAX;
	size_t room, to_settle = n;
	bool both;          /* what can be settled, and what cannot */
	int64_t number = 0; /* of those a digit leads to */

	for (size_t i = 0; i < most; i++)
		to_settle -= all[i].where == SETTLED_NOWHERE;
	canvas_say(work, row, 0, 0, to_settle ? STYLE_CAUTION : STYLE_GOOD, ALIGN_START,
		to_settle ? MSGN("! {n} point to settle before signing, or to be left as it is:",
				    "! {n} points to settle before signing, or to be left as they "
				    "are:",
				    (int64_t)to_settle)
		: n ? MSGN("✓ Nothing is left to settle; {n} point stays in the minutes as it is:",
			      "✓ Nothing is left to settle; {n} points stay in the minutes as they "
			      "are:",
			      (int64_t)n)
		    : TEXT("✓ Nothing is left to settle."));
	if (n == 0)
		return row + 2;
	row++;
	both = to_settle > 0 && to_settle < n;
	room = last > row + both ? (size_t)(last - row - both) : 0;
	if (most > room && room > 0)
		room--; /* a row says that there are more */
	if (c->points_top + room > most)
		c->points_top = most > room ? most - room : 0;
	for (size_t i = 0; i < most && i < c->points_top + room; i++) {
		bool leads = all[i].where != SETTLED_NOWHERE;

		number += leads;
		if (i < c->points_top)
			continue;
		if (both && (i == to_settle || (i > to_settle && i == c->points_top)))
			canvas_say(work, row++, 3, 0, STYLE_DONE, ALIGN_START,
				MSGN("· and {n} point that stays in the minutes as it is:",
					"· and {n} points that stay in the minutes as they are:",
					(int64_t)(n - to_settle)));
		if (leads)
			canvas_say(work, row, 1, 3, STYLE_KEY, ALIGN_END,
				MSG("{n}", A_INT("n", number)));
		else
			canvas_text(work, row, 1, 3, STYLE_DONE, ALIGN_END, STR("·"));
		canvas_say(work, row++, 6, 0, STYLE_TEXT, ALIGN_START, all[i].what);
	}
	if (most > room)
		list_extent(
			canvas_sub(work, row++, 0, 1, 0), c->points_top, c->points_top + room, n);
	return row + 1;
}

/* The point a digit leads to; points nothing can be done about have none. NULL: no such digit. */
static const struct open_point *point_behind(struct desk *d, int digit)
{
	struct open_point *all = ARENA_ARRAY(&d->frame, struct open_point, CLOSING_POINTS_MAX);
	size_t n = points(d, all);

	for (size_t i = 0; i < n && i < CLOSING_POINTS_MAX; i++) {
		digit -= all[i].where != SETTLED_NOWHERE;
		if (digit == 0)
			return all[i].where == SETTLED_NOWHERE ? NULL : &all[i];
	}
	return NULL;
}

static bool settle(struct desk *d, int digit)
{
	const struct open_point *point = point_behind(d, digit);
	int64_t place;

	if (!point)
		return false;
	switch (point->where) {
	case SETTLED_NOWHERE:
		return false;
	case SETTLED_ATTENDANCE:
		desk_go(d, SCREEN_ATTENDANCE);
		break;
	case SETTLED_AGENDA:
		desk_go(d, SCREEN_AGENDA);
		place = session_agenda_number(desk_session(d), point->item);
		list_focus(&d->agenda, (size_t)(place > 0 ? place - 1 : 0));
		break;
	case SETTLED_TEXT:
		if (point->text)
			minutes_translate(d, point->text, point->lang);
		else
			minutes_write_item(d, point->item);
		break;
	}
	return true;
}

/* --- painting --- */

static void paint_reading_state(struct desk *d, struct area work, int row)
{
	struct message folder = closing_folder_place(d), says;
	enum style style = closing_reading_state(d, &says);
	int end = canvas_say(work, row, 1, 0, style, ALIGN_START, says);

	/* Where it goes is known before anybody signs; first things first where both do not fit. */
	if (end + 3 + canvas_say_width(d->canvas, folder) <= work.cols)
		canvas_say(work, row, end + 3, 0, STYLE_DONE, ALIGN_END, folder);
}

static void paint_overview(struct desk *d, struct area work)
{
	const struct session *s = desk_session(d);
	int keys = closing_key_rows(s), foot = keys + 3;

	closing_lay(d, work);
	closing_title(work,
		minutes_is_failure(s) ? TEXT("BEFORE SIGNING — record of the missing quorum")
				      : TEXT("BEFORE SIGNING"),
		describe_last_act((int64_t)s->log.n - 1));
	paint_points(d, work, 2, work.rows - foot - 1);
	paint_reading_state(d, work, work.rows - foot);
	canvas_hline(work, work.rows - foot + 1, 0, 0, STYLE_DONE);
	canvas_say(work, work.rows - foot + 2, 0, 0, STYLE_DONE, ALIGN_START,
		TEXT("Who signs, in this order; nobody has signed yet:"));
	closing_paint_keys(d, work, work.rows - keys);
}

static void paint_before(struct desk *d, struct area work)
{
	closing_title(work, TEXT("CLOSING"), NO_MESSAGE);
	canvas_wrap_say(canvas_sub(work, 2, 0, 2, 0), 0, 0, STYLE_TEXT,
		TEXT("The minutes are read and signed once the sitting is closed."));
	paint_points(d, work, 5, work.rows);
}

/* Sixteen groups of four digits: eight on a row. */
static int paint_head(struct desk *d, struct area work, int row)
{
	struct str hash = format_hash(desk_session(d)->frozen_head, &d->frame);
	size_t half = (hash.n + 1) / 2;

	canvas_say(work, row, 1, 22, STYLE_DONE, ALIGN_START, TEXT("head of the journal"));
	canvas_latin(work, row, 24, -1, STYLE_TEXT, ALIGN_START, (struct str){hash.p, half - 1});
	canvas_latin(work, row + 1, 24, -1, STYLE_TEXT, ALIGN_START,
		(struct str){hash.p + half, hash.n - half});
	return row + 3;
}

/* A path may take two rows. */
static int lines_rows(struct desk *d, struct area work)
{
	struct closing_look *c = d->closing;
	int rows = 0;

	for (size_t i = 0; i < c->lines_n; i++)
		rows += canvas_wrap_rows(work.canvas, c->lines[i], work.cols - 2) > 1 ? 2 : 1;
	return rows;
}

static int paint_lines(struct desk *d, struct area work, int row)
{
	struct closing_look *c = d->closing;

	for (size_t i = 0; i < c->lines_n && row < work.rows; i++)
		row += canvas_wrap_say(canvas_sub(work, row, 1, work.rows - row, work.cols - 2), 0,
			2, c->styles[i], c->lines[i]);
	return row;
}

/* The act the fingerprint reaches to, and which a verification names: signatures come after it. */
static int64_t frozen_by(const struct session *s)
{
	size_t n = s->log.n;

	while (n > 1 && s->log.at[n - 1].type != EVENT_RECORD_FROZEN)
		n--;
	return (int64_t)n - 1;
}

static void paint_signing(struct desk *d, struct area work)
{
	const struct session *s = desk_session(d);
	int row;

	closing_title(work, s->phase == PHASE_SEALED ? TEXT("SIGNED") : TEXT("SIGNATURES"),
		MSG("record up to act no. {n}", A_DIGITS("n", frozen_by(s))));
	row = paint_head(d, work, 2);
	row = closing_paint_signers(d, work, row) + 1;
	if (d->closing->child && !d->closing->drawing_draft)
		canvas_say(work, row++, 1, 0, STYLE_CAUTION, ALIGN_START,
			d->closing->drawn ? MSG("page {n} of {all} is drawn · Esc stops it",
						    A_INT("n", d->closing->drawn),
						    A_INT("all", d->closing->drawn_of))
					  : TEXT("drawing the record …"));
	row = paint_lines(d, work, row - (lines_rows(d, work) > work.rows - row));
	if (s->phase != PHASE_SEALED)
		canvas_say(work, work.rows - 1, 1, 0, STYLE_DONE, ALIGN_START,
			closing_folder_place(d));
	if (s->phase == PHASE_SEALED && row + 1 < work.rows && !d->closing->folder_written)
		canvas_wrap_say(canvas_sub(work, row + 1, 1, work.rows - row - 1, work.cols - 2), 0,
			0, STYLE_TEXT,
			TEXT("The record is complete. It is handed over as a folder: the signed "
			     "file, a translation to be read, the certificates, and how to "
			     "check."));
}

static void closing_paint(struct desk *d, struct area work)
{
	enum stage stage = stage_of(d);

	switch (stage) {
	case STAGE_NOTHING:
		canvas_say(work, 0, 0, 0, STYLE_DONE, ALIGN_START,
			TEXT("A session is read and signed here once one is chosen."));
		break;
	case STAGE_BEFORE:
		paint_before(d, work);
		break;
	case STAGE_READ:
	case STAGE_KEYS:
	case STAGE_FREEZE:
		if (d->closing->reading)
			closing_paint_page(d, work);
		else
			paint_overview(d, work);
		break;
	case STAGE_SIGN:
	case STAGE_FOLDER:
	case STAGE_COPY:
	case STAGE_DONE:
		if (d->closing->reading)
			closing_paint_page(d, work);
		else
			paint_signing(d, work);
		break;
	}
}

/* --- reading --- */

/* Straight after the sitting: what is to settle comes before the reading, if anything is. */
void closing_begin(struct desk *d)
{
	if (stage_of(d) != STAGE_READ || closing_points(d) > 0)
		return;
	closing_read_through(d);
}

static void page_read(struct desk *d)
{
	if (closing_page_read(d) && stage_of(d) == STAGE_FREEZE && closing_points(d) == 0 &&
		!d->rehearsal)
		closing_sign(d);
}

/* --- searching: in the pages that are read, else in what is to settle --- */

static struct str point_words(struct desk *d, size_t i)
{
	struct open_point *all = ARENA_ARRAY(&d->frame, struct open_point, CLOSING_POINTS_MAX);

	(void)points(d, all);
	return desk_words(d, all[i].what);
}

static void show_point(struct desk *d, size_t i)
{
	d->closing->points_top = i;
}

static bool finds(struct desk *d, struct finder *f)
{
	enum stage stage = stage_of(d);
	size_t n;

	if (stage > STAGE_BEFORE && d->closing->reading) {
		*f = closing_page_finder(d);
		return true;
	}
	if (stage == STAGE_NOTHING || stage > STAGE_FREEZE)
		return false;
	n = closing_points(d);
	*f = (struct finder){.count = n < CLOSING_POINTS_MAX ? n : CLOSING_POINTS_MAX,
		.words = point_words,
		.show = show_point,
		.at = d->closing->points_top};
	return true;
}

/* --- keys --- */

static unsigned closing_where(const struct desk *d)
{
	(void)d;
	return WHERE_CLOSING;
}

static void closing_open(struct desk *d)
{
	if (desk_session(d))
		closing_look(d)->reading = false;
}

static bool closing_key(struct desk *d, struct press press, struct meaning meaning)
{
	struct closing_look *c;

	if (!desk_session(d))
		return false;
	c = closing_look(d);
	if (c->reading)
		return closing_reading_key(d, press);
	if (meaning.bind == BIND_DIGIT && desk_session(d)->phase <= PHASE_CLOSED)
		return settle(d, meaning.digit);
	if (press.code == PRESS_DOWN)
		c->points_top++;
	else if (press.code == PRESS_UP)
		c->points_top -= c->points_top > 0;
	else
		return false;
	return true;
}

static void copy(struct desk *d)
{
	form_backup(d);
}

static bool closing_step(struct desk *d)
{
	enum stage stage = stage_of(d);

	if (stage > STAGE_BEFORE && d->closing->reading) {
		page_read(d);
		return true;
	}
	switch (stage) {
	case STAGE_NOTHING:
	case STAGE_BEFORE:
	case STAGE_DONE:
		return false;
	case STAGE_READ:
		closing_read_through(d);
		break;
	case STAGE_KEYS:
		closing_freeze(d); /* which makes the key first */
		break;
	case STAGE_FREEZE:
	case STAGE_SIGN:
		closing_sign(d);
		break;
	case STAGE_FOLDER:
		closing_folder(d);
		break;
	case STAGE_COPY:
		copy(d);
		break;
	}
	return true;
}

static struct message sign_line(struct desk *d)
{
	const struct signer *next = closing_signer(d);

	if (!next)
		return NO_MESSAGE;
	if (desk_session(d)->phase == PHASE_CLOSED)
		return MSG("Freeze and sign: {name}", A_BOTH("name", closing_signer_name(next)));
	return MSG("{name} signs as {role}", A_BOTH("name", closing_signer_name(next)),
		A_MSG("role", message_keep(&d->frame, closing_role(next->role))));
}

static struct message closing_step_line(struct desk *d)
{
	enum stage stage = stage_of(d);

	if (stage > STAGE_BEFORE && d->closing->reading)
		return closing_page_step(d);
	switch (stage) {
	case STAGE_NOTHING:
	case STAGE_BEFORE:
	case STAGE_DONE:
		return NO_MESSAGE;
	case STAGE_READ:
		return closing_reading_step(d);
	case STAGE_KEYS:
		return MSG("Make the signing key: {role}",
			A_MSG("role",
				message_keep(&d->frame, closing_role(closing_missing_key(d)))));
	case STAGE_FREEZE:
	case STAGE_SIGN:
		return sign_line(d);
	case STAGE_FOLDER:
		return TEXT("Write the record folder: where?");
	case STAGE_COPY:
		return TEXT("Copy the register to a stick");
	}
	return NO_MESSAGE;
}

static bool closing_back(struct desk *d)
{
	bool reading = d->closing && d->closing->reading;

	if (closing_stop(d))
		return true;
	if (reading)
		d->closing->reading = false;
	return reading;
}

struct message closing_chair_line(struct desk *d)
{
	bool read = stage_of(d) > STAGE_READ && !d->closing->reading;

	return read ? signing_sentence(SIGNER_SECRETARY) : NO_MESSAGE;
}

static size_t closing_hints(struct desk *d, struct key_hint *hints)
{
	enum stage stage = stage_of(d);
	size_t n = 0;

	if (stage > STAGE_BEFORE && d->closing->reading) {
		hints[n++] = (struct key_hint){.bind = BIND_STEP, .label = TEXT("page read")};
		hints[n++] = (struct key_hint){.face = STR("PgUp"), .label = TEXT("page before")};
		hints[n++] = (struct key_hint){.bind = BIND_SEARCH, .label = TEXT("search")};
		hints[n++] = (struct key_hint){.bind = BIND_LANGUAGE, .label = TEXT("language")};
	} else if (stage > STAGE_NOTHING && stage < STAGE_SIGN && point_behind(d, 1)) {
		hints[n++] = (struct key_hint){.face = STR("1-9"), .label = TEXT("settle a point")};
	} else if (stage == STAGE_SIGN) {
		hints[n++] = (struct key_hint){.bind = BIND_STEP, .label = TEXT("sign")};
	}
	return n;
}

/* --- Space: the digits of this screen --- */

static void lift(struct desk *d)
{
	form_close_sitting(d);
}

static void sign_now(struct desk *d)
{
	if (desk_session(d)->phase == PHASE_FROZEN)
		closing_sign(d);
	else
		closing_freeze(d);
}

static size_t closing_actions(struct desk *d, struct action *actions)
{
	const struct session *s = desk_session(d);
	size_t n = 0;

	if (!s)
		return 0;
	actions[n++] = (struct action){
		1, TEXT("close the sitting…"), BIND_NONE, CMD_SITTING_CLOSE, false, lift};
	actions[n++] = (struct action){2, TEXT("read the minutes page by page"), BIND_NONE,
		CMD_SITTING_CLOSE, true, closing_read_through};
	actions[n++] = (struct action){3,
		s->phase == PHASE_FROZEN ? TEXT("sign…") : TEXT("freeze for signing…"), BIND_STEP,
		s->phase == PHASE_FROZEN ? CMD_RECORD_SIGN : CMD_RECORD_FREEZE, false, sign_now};
	actions[n++] = (struct action){4, TEXT("write a draft to print…"), BIND_NONE,
		CMD_SITTING_CLOSE, true, closing_draft};
	actions[n++] = (struct action){
		5, TEXT("copy the register to a stick…"), BIND_NONE, CMD_SITTING_CLOSE, true, copy};
	actions[n++] = (struct action){6, TEXT("write the record folder…"), BIND_NONE,
		CMD_SITTING_CLOSE, true, closing_folder};
	actions[n++] = (struct action){9, TEXT("withdraw the frozen record…"), BIND_NONE,
		CMD_RECORD_WITHDRAW, false, closing_withdraw};
	actions[n++] = (struct action){-1, TEXT("record of the failed call, to print…"), BIND_NONE,
		CMD_SITTING_CLOSE, true, prepare_failures};
	return n;
}

/* Once frozen: the head of the journal, whole. */
static struct str closing_copy(struct desk *d)
{
	const struct session *s = desk_session(d);

	return s && s->phase >= PHASE_FROZEN ? hash_text(s->frozen_head, &d->frame) : STR("");
}

static const struct message *closing_about(struct desk *d, struct message *title, size_t *n)
{
	static const struct message reading[] = {
		{.id = N_("The minutes are read page by page: Enter goes to the first page that "
			  "has not been shown; one counts as read once it has stood on the screen "
			  "for a moment. PgUp, PgDn, Home and End leaf through. Esc stops: the "
			  "reading goes on there later. The time of the reading stands in the "
			  "record.")},
		{.id = N_("A digit leads to what is to settle; what is marked · stays in the "
			  "minutes as it is.")},
		{.id = N_("✓ is done, ○ is still to come: reading, freezing, signing, folder.")},
		{.id = N_("Freezing ends all changes; it is withdrawn with a reason before the "
			  "first signature. The secretary signs first, then the chair, each with "
			  "the own passphrase.")},
	};

	(void)title;
	*n = stage_of(d) > STAGE_BEFORE ? ARRAY_LEN(reading) : 0;
	return reading;
}

const struct view view_closing = {
	.screen = SCREEN_CLOSING,
	.title = {.id = N_("Closing")},
	.where = closing_where,
	.open = closing_open,
	.paint = closing_paint,
	.key = closing_key,
	.copy = closing_copy,
	.finds = finds,
	.hints = closing_hints,
	.actions = closing_actions,
	.step = closing_step,
	.back = closing_back,
	.step_line = closing_step_line,
	.about = closing_about,
};

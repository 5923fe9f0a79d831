/* The loop, and the keys that mean the same everywhere. */
#include "tui/desk.h"

#include "locale/format.h"
#include "model/describe.h"
#include "storage/clock.h"
#include "tui/bigtext.h"
#include "tui/desk_clock.h"
#include "tui/desk_disk.h"
#include "tui/desk_parts.h"
#include "tui/desk_reader.h"
#include "tui/desk_safety.h"
#include "tui/draft.h"
#include "tui/presence_forms.h"

#include <stdlib.h>
#include <string.h>

#define DEAF_STEP_MS  400  /* after an Enter that recorded an act: a bounced key does nothing */
#define HELD_MS       120  /* no hand presses Enter twice so soon; a key held down does */
#define AGAIN_MS      500  /* after what made a mark: the same letter is a held key */
#define SETTLE_MS     2000 /* nothing typed for so long: fold the log of commits into the register */
#define DEAF_PANEL_MS 300  /* after a panel opened under the fingers */
#define LONG_MS       200  /* work that takes longer says how far it is */
#define ROOMS_MS      500  /* how late a room that came, went or speaks otherwise may be told */
#define FOLLOW_MS     1000 /* how old a reader's screen may be */

const struct view *desk_view(enum screen screen)
{
	static const struct view *const views[SCREEN_COUNT] = {
		[SCREEN_REGISTER] = &view_register,
		[SCREEN_AGENDA] = &view_agenda,
		[SCREEN_ATTENDANCE] = &view_attendance,
		[SCREEN_ITEM] = &view_item,
		[SCREEN_FLOOR] = &view_floor,
		[SCREEN_BUDGET] = &view_budget,
		[SCREEN_AGREEMENTS] = &view_agreements,
		[SCREEN_MINUTES] = &view_minutes,
		[SCREEN_HISTORY] = &view_history,
		[SCREEN_CLOSING] = &view_closing,
	};

	return views[screen];
}

int64_t desk_now_ms(void)
{
	return clock_monotonic_ms();
}

const struct session *desk_session(const struct desk *d)
{
	return register_session(d->r);
}

struct str desk_words(struct desk *d, struct message m)
{
	return format(&m, d->lang, &d->frame);
}

enum lang desk_record_lang(const struct desk *d)
{
	return d->lang == LANG_AR ? LANG_AR : LANG_FR;
}

void desk_say(struct desk *d, enum frame_tone tone, struct message m)
{
	struct arena fresh;

	arena_init(&fresh, &memory_source);
	d->line = message_copy(&fresh, m); /* M may borrow from the line shown until now */
	arena_clear(&d->line_arena);
	d->line_arena = fresh;
	d->line_tone = tone;
	d->line_refuses = tone == TONE_BAD;
	d->said++;
	if (d->line.id && strncmp(d->line.id, "✗", 3) == 0)
		term_bell_also(d->term);
}

void desk_hint(struct desk *d, struct message m)
{
	desk_say(d, m.id[0] == '!' ? TONE_CAUTION : TONE_PLAIN, m);
	d->line_refuses = true;
}

void desk_fail(struct desk *d, const struct error *err)
{
	if (err->code == ERROR_COMMIT_LOST || err->code == ERROR_COMMIT_UNKNOWN) {
		desk_act_failed(d, NULL, err);
		return;
	}
	/* A row beside the acts meets the same disk: one sentence, and no bell at every key. */
	if (err->code == ERROR_READ_ONLY && desk_disk_refuses(d))
		return;
	desk_say(d, TONE_BAD,
		MSG("✗ {why}",
			A_MSG("why", message_keep(&d->frame, error_message(err, &d->frame)))));
}

bool desk_rehearses(struct desk *d)
{
	if (d->rehearsal)
		desk_say(d, TONE_BAD,
			TEXT("✗ Not in a rehearsal: nothing is signed, nothing is written outside "
			     "it."));
	return d->rehearsal;
}

void desk_go(struct desk *d, enum screen screen)
{
	const struct view *view = desk_view(screen);

	if (!view)
		return;
	if (d->screen == SCREEN_ITEM)
		hands_leave(d);
	desk_entry_clear(d);
	desk_find_forget(d);
	d->readback.open = d->rail.on = false;
	d->screen = screen;
	if (view->open)
		view->open(d);
}

/* --- painting --- */

static void paint_once(struct desk *d)
{
	const struct view *view = desk_view(d->screen);
	struct frame_areas at;
	int rows, cols;

	arena_clear(&d->frame);
	term_size(d->term, &rows, &cols);
	term_canvas(d->term, d->canvas);
	canvas_begin(d->canvas, rows, cols, d->lang);
	d->shown = desk_frame(d);
	at = frame_draw(d->canvas, &d->shown);
	if (at.small)
		return;
	/* The line of a search must not hide the hit. */
	view->paint(d, canvas_sub(at.work, 0, 0, d->find.open ? -1 : 0, 0));
	desk_paint_around(d, &at);
	desk_paint_overlay(d, at.work);
}

static void paint(struct desk *d)
{
	paint_once(d);
	if (closing_laid(d))
		paint_once(d);
	term_show(d->term, d->canvas);
}

/* --- keys --- */

static bool desk_step(struct desk *d)
{
	const struct view *view = desk_view(d->screen);

	if (d->read_only && desk_reader_step(d))
		return true;
	/* Half a number is no number, and nothing is closed or recorded over it. */
	if (desk_number_half(d))
		return true;
	if (view->step && view->step(d))
		return true;
	desk_take_step(d);
	return true;
}

static void go_back(struct desk *d)
{
	const struct view *view = desk_view(d->screen);
	const struct session *s = desk_session(d);

	if (d->entry.digits) {
		desk_entry_clear(d);
		return;
	}
	if (view->back && view->back(d))
		return;
	if (desk_take_back(d))
		return;
	if (s && s->open_item)
		desk_go(d, SCREEN_ITEM);
	else if (s && d->screen != SCREEN_AGENDA)
		desk_go(d, SCREEN_AGENDA);
}

void desk_quit(struct desk *d)
{
	if (desk_take_back(d)) {
		desk_hint(d, TEXT("! This is not recorded yet: F4 records it, Esc leaves it."));
		return;
	}
	if (desk_asks_before_leaving(d))
		desk_ask_quit(d);
	else
		d->leaving = true;
}

/* A key meant for what stood there before, or one that bounced, does nothing; and says so. */
static bool too_soon(struct desk *d, struct str key, int64_t since_ms, int64_t deaf_ms)
{
	if (!d->patient || desk_now_ms() - since_ms >= deaf_ms)
		return false;
	desk_hint(d, MSG("! “{key}” came too soon after what was done just now; press it again.",
			     A_STR("key", key)));
	return true;
}

bool desk_letter_just_now(struct desk *d, struct press press, enum bind bind)
{
	struct entry *e = &d->entry;
	bool soon = bind == e->marked &&
		    too_soon(d, key_face(press, &d->frame), e->marked_ms, AGAIN_MS);

	e->marked = bind;
	e->marked_ms = desk_now_ms();
	return soon;
}

bool desk_erased_just_now(struct desk *d, struct press press)
{
	if (!d->entry.digits)
		return desk_letter_just_now(d, press, BIND_ERASE);
	d->entry.marked = BIND_ERASE;
	d->entry.marked_ms = desk_now_ms();
	return false;
}

static bool in_prose(struct desk *d)
{
	const struct form *form = &d->over.form;

	if (d->over.kind == OVERLAY_FORM)
		return form->fields[form->focus].kind == FORM_PROSE;
	return desk_where(d) & WHERE_TEXT;
}

/* Enter held down is one Enter: what it would record next was read by nobody. In prose it makes
 * lines, as everywhere. */
static bool enter_held(struct desk *d, struct press press)
{
	int64_t before = d->enter_ms;

	if (press.code != PRESS_ENTER || in_prose(d))
		return false;
	d->enter_ms = desk_now_ms();
	return too_soon(d, key_face(press, &d->frame), before, HELD_MS);
}

/* What means the same on every screen; false: nothing of the kind. */
static bool common_key(struct desk *d, struct meaning meaning)
{
	if (meaning.bind == BIND_STEP) {
		if (too_soon(d, key_face(PRESS_OF(PRESS_ENTER), &d->frame), d->step_ms,
			    DEAF_STEP_MS))
			return true;
		return desk_number_refused(d) || desk_step(d);
	}
	if (meaning.bind == BIND_BACK)
		go_back(d);
	else if (meaning.bind == BIND_DO)
		(void)(desk_clock_asks(d, NULL) || (desk_actions(d), true));
	else if (meaning.bind == BIND_MENU)
		desk_menu(d);
	else if (meaning.bind == BIND_HELP)
		desk_help(d);
	else if (meaning.bind == BIND_PALETTE)
		desk_palette(d);
	else if (meaning.bind == BIND_UNDO)
		desk_undo(d);
	else if (meaning.bind == BIND_QUIT)
		desk_quit(d);
	else if (meaning.bind == BIND_FLOOR && desk_session(d))
		desk_go(d, SCREEN_FLOOR);
	else if (meaning.bind == BIND_COPY)
		desk_copy(d);
	else if (meaning.bind == BIND_PREVIEW)
		desk_preview(d);
	else if (meaning.bind == BIND_ARRIVED)
		desk_ask_member(d, TEXT("arrived"), CMD_ATTENDANCE_PRESENT);
	else if (meaning.bind == BIND_LEFT)
		desk_ask_member(d, TEXT("left"), CMD_ATTENDANCE_LEFT);
	else if (meaning.bind == BIND_WHAT_IF)
		presence_what_if(d);
	else
		return false;
	return true;
}

/* F12, F5 and F2 are obeyed everywhere, under panels and in text too. */
static bool always_key(struct desk *d, struct press press)
{
	if (press.code == PRESS_F12) {
		desk_room_blank(d);
	} else if (press.code == PRESS_F2) {
		desk_next_language(d);
	} else if (press.code == PRESS_F5 && d->over.kind == OVERLAY_ROOM) {
		desk_room_send(d);
	} else if (press.code == PRESS_F5 && !d->over.kind) {
		if (desk_step_announces(d) && !desk_room_blanked(d))
			desk_take_step(d);
		else
			desk_room_send(d);
	} else {
		return false;
	}
	return true;
}

enum paste desk_paste(struct desk *d, struct str text)
{
	const struct view *view = desk_view(d->screen);

	d->help.open = false;
	if (d->over.kind != OVERLAY_NONE)
		return desk_overlay_paste(d, text);
	return view->paste ? view->paste(d, text) : PASTE_NONE;
}

void desk_take_text_key(struct desk *d, struct press press)
{
	if (d->over.kind != OVERLAY_NONE)
		desk_overlay_key(d, press);
	else
		(void)desk_view(d->screen)->key(d, press, (struct meaning){BIND_NONE, 0});
}

/* F1 and F9 reach over forms, lines and questions, too. */
static void over_key(struct desk *d, struct press press)
{
	bool letters = d->over.kind == OVERLAY_PANEL || d->over.kind == OVERLAY_ROOM;
	struct meaning meaning = keymap_find(
		press, d->keyboard, letters && !d->over.filters ? WHERE_OTHER : WHERE_TEXT);

	if (meaning.bind == BIND_HELP)
		desk_help(d);
	else if (meaning.bind == BIND_MENU)
		desk_menu_over(d);
	else
		desk_overlay_key(d, press);
}

/* Half a number that a letter or a search finds was a slip: it is dropped, with a word, or it would
 * become the head of the next one. Keys that record or look leave it; "what if" takes it along. */
static struct str drops_half(struct desk *d, struct press press, enum bind bind)
{
	static const enum bind others[] = {BIND_NONE, BIND_DIGIT, BIND_ALL, BIND_DO, BIND_HELP,
		BIND_PALETTE, BIND_COPY, BIND_WHAT_IF};
	struct str half = desk_number_waits(d);

	if (!key_is_text(press) && bind != BIND_SEARCH)
		return STR("");
	for (size_t i = 0; i < ARRAY_LEN(others); i++) {
		if (bind == others[i])
			return STR("");
	}
	if (half.n)
		desk_entry_clear(d);
	return half;
}

/* SAID: so many lines there had been before the key; what it said itself stands behind. */
static void say_dropped(struct desk *d, struct str half, uint64_t said)
{
	struct arg digits = A_STR("digits", half);

	if (d->said == said || !d->line.id)
		desk_hint(d, MSG("! {digits} dropped, not recorded.", digits));
	else
		desk_hint(d, MSG("! {digits} dropped, not recorded. {what}", digits,
				     A_MSG("what", &d->line)));
}

static void obey(struct desk *d, struct press press)
{
	const struct view *view = desk_view(d->screen);
	uint64_t said = d->said;
	struct str half;
	unsigned where = desk_where(d);
	struct meaning meaning;
	int rows, cols;

	term_size(d->term, &rows, &cols);
	if (d->help.open && press.code != PRESS_F12 && press.code != PRESS_F2 &&
		desk_help_key(d, press))
		return;
	if (always_key(d, press))
		return;
	if (rows < FRAME_ROWS_MIN || cols < FRAME_COLS_MIN)
		return;
	if (desk_copy_key(d, press) || enter_held(d, press))
		return;
	if (desk_action_key(d, press))
		desk_close_overlay(d);
	if (d->over.kind != OVERLAY_NONE) {
		if (!too_soon(d, key_face(press, &d->frame), d->over.opened_ms, DEAF_PANEL_MS))
			over_key(d, press);
		return;
	}
	if (d->rail.on && desk_rail_key(d, press))
		return;
	if (where & WHERE_TEXT && key_is_text(press)) {
		if (view->key(d, press, (struct meaning){BIND_NONE, 0}))
			return;
	}
	meaning = keymap_find(press, d->keyboard, where);
	half = drops_half(d, press, meaning.bind);
	d->entry.dropped = half.n > 0;
	if (meaning.bind == BIND_SEARCH)
		desk_find(d, press);
	else if (!view->key(d, press, meaning) && !common_key(d, meaning) &&
		 !desk_rail_begin(d, press))
		desk_no_effect(d, press);
	d->entry.dropped = false;
	if (half.n)
		say_dropped(d, half, said);
}

/* Of what was asked or found, not of an act or of the machine: Esc leaves that. */
static bool line_asks(const struct desk *d)
{
	return d->line.id && d->line_tone == TONE_PLAIN;
}

/* What was refused is over with the next key that is obeyed. */
void desk_take_key(struct desk *d, struct press press)
{
	uint64_t said = d->said;
	bool refused = d->line_refuses;

	d->line_holds = false;
	d->keyboard = key_learn(d->keyboard, press);
	if (!desk_member_goes_on(d, press))
		obey(d, press);
	if (d->said == said && (refused || (press.code == PRESS_ESC && line_asks(d))))
		desk_say(d, TONE_PLAIN, NO_MESSAGE);
}

static void settle(struct desk *d)
{
	struct error err = {.code = ERROR_NONE};

	if (!d->unsettled || d->disk.stuck)
		return;
	d->unsettled = false;
	if (journal_checkpoint(register_journal(d->r), &err) < 0)
		desk_fail(d, &err);
}

static void take_input(struct desk *d, const struct input *in)
{
	switch (in->kind) {
	case INPUT_KEY:
		desk_take_key(d, in->press);
		break;
	case INPUT_MOUSE:
		d->line_holds = false;
		desk_mouse(d, &in->mouse);
		break;
	case INPUT_PASTE:
		desk_pasted(d, desk_paste(d, in->paste));
		break;
	case INPUT_LEAVE:
		d->leaving = d->told = true;
		break;
	case INPUT_TIMEOUT:
		settle(d);
		break;
	case INPUT_READY:
		closing_ready(d);
		break;
	case INPUT_RESIZE:
		break;
	}
}

/* Until the next full minute, so that the clock on the screen is right; sooner for drafts. */
static int patience_ms(struct desk *d)
{
	struct source source = register_source(d->r);
	int second = instant_second_of_day(source.now(source.context)) % 60;

	int tick = floor_patience_ms(d);

	if (d->draft_waits || d->form_waits || closing_watch(d) >= 0)
		return 250;
	if (tick)
		return tick;
	if (desk_disk_patience_ms(d))
		return desk_disk_patience_ms(d);
	if (d->read_only)
		return FOLLOW_MS;
	return d->unsettled && second < 58 ? SETTLE_MS : (60 - second) * 1000;
}

static void welcome(struct desk *d)
{
	const struct session *s = desk_session(d);

	bool sits = s && (s->phase == PHASE_SITTING || s->phase == PHASE_SUSPENDED);
	bool ends = s && (s->phase == PHASE_CLOSED || s->phase == PHASE_FROZEN);

	if (!s || s->log.n < 2 || (!sits && !ends)) {
		desk_go(d, SCREEN_REGISTER);
		return;
	}
	const struct event *last = &s->log.at[s->log.n - 1];
	struct message what = describe_event(s, last, &d->frame);

	desk_go(d, ends           ? SCREEN_CLOSING
		   : s->speaking  ? SCREEN_FLOOR
		   : s->open_item ? SCREEN_ITEM
				  : SCREEN_AGENDA);
	desk_say(d, TONE_CAUTION,
		MSG("● Resumed. The last act is no. {n} at {time}: {what}", A_DIGITS("n", last->n),
			A_TIME("time", last->at), A_MSG("what", message_keep(&d->frame, what))));
}

/* Painting begins with fresh memory; what long work has made so far is not its own to clear. */
static void paint_meanwhile(struct desk *d)
{
	struct arena made = d->frame;

	arena_init(&d->frame, &memory_source);
	paint(d);
	arena_clear(&d->frame);
	d->frame = made;
}

static bool go_on(void *context, int64_t done, int64_t all)
{
	struct desk *d = context;
	int64_t now = desk_now_ms();
	struct input in;

	if (now < d->long_said + d->long_ms)
		return true;
	d->long_said = now;
	desk_say(d, TONE_CAUTION,
		MSG("{done} of {all} · Esc stops it", A_INT("done", done), A_INT("all", all)));
	d->long_shown = true;
	paint_meanwhile(d);
	while (d->ahead_n < DESK_AHEAD_MAX) {
		term_wait(d->term, 0, NULL, 0, &in);
		if (in.kind == INPUT_LEAVE)
			d->leaving = d->told = true;
		if (d->leaving || (in.kind == INPUT_KEY && in.press.code == PRESS_ESC))
			return false;
		if (in.kind == INPUT_TIMEOUT)
			break;
		if (in.kind == INPUT_PASTE)
			in.paste = arena_str(&d->ahead_arena, in.paste);
		d->ahead[d->ahead_n++] = in;
	}
	return true;
}

/* No longer than MS, with an eye on the rooms, of which nothing else tells. */
static void wait_input(struct desk *d, int ms, struct input *in)
{
	int fd = closing_watch(d);

	do {
		int part = ms < ROOMS_MS ? ms : ROOMS_MS;

		term_wait(d->term, part, &fd, fd >= 0 ? 1 : 0, in);
		ms -= part;
	} while (in->kind == INPUT_TIMEOUT && ms > 0 && !desk_rooms_changed(d));
}

/* What was typed while long work went on comes before what is typed now. */
static void next_input(struct desk *d, struct input *in)
{
	if (d->ahead_at < d->ahead_n) {
		*in = d->ahead[d->ahead_at++];
		return;
	}
	d->ahead_n = d->ahead_at = 0;
	arena_clear(&d->ahead_arena);
	wait_input(d, desk_safety_patience_ms(d, patience_ms(d)), in);
}

struct progress desk_long_work(struct desk *d)
{
	d->long_said = desk_now_ms();
	return (struct progress){go_on, d};
}

void desk_long_work_done(struct desk *d)
{
	if (d->long_shown)
		desk_say(d, TONE_PLAIN, NO_MESSAGE);
	d->long_shown = false;
}

struct desk *desk_open(struct cli *cli, struct registry *r, struct term *term, bool read_only)
{
	struct desk *d = memory_source.take(sizeof *d);

	*d = (struct desk){.cli = cli,
		.r = r,
		.term = term,
		.read_only = read_only,
		.lang = cli->lang,
		.long_ms = LONG_MS,
		.goes_on = CMD_COUNT};
	d->patient = getenv("MAHDAR_TEST_MARKER") == NULL;
	arena_init(&d->frame, &memory_source);
	arena_init(&d->line_arena, &memory_source);
	arena_init(&d->over.arena, &memory_source);
	arena_init(&d->copy_arena, &memory_source);
	arena_init(&d->ahead_arena, &memory_source);
	d->canvas = canvas_open(&memory_source);
	d->line = term_hint(term);
	d->floor.now_ms = desk_now_ms;
	desk_disk_begin(d);
	desk_recall(d);
	desk_clock_begin(d);
	floor_recall(d);
	welcome(d);
	if (read_only)
		desk_say(d, TONE_BAD,
			MSG("✗ The register is held by {who}; here it can only be read.",
				A_STR("who", cli->held_by)));
	d->line_refuses = false; /* it holds as long as the desk */
	draft_recall(d);
	(void)minutes_recover(d);
	paint(d);
	return d;
}

bool desk_turn(struct desk *d)
{
	struct input in;

	next_input(d, &in);
	desk_clock_look(d);
	closing_shown(d);
	take_input(d, &in);
	desk_tick(d);
	if (!d->leaving)
		paint(d);
	return !d->leaving;
}

void desk_close(struct desk *d)
{
	desk_leave(d);
	desk_forget_aside(d);
	canvas_close(d->canvas);
	bigtext_close(d->letters);
	desk_close_overlay(d);
	overlay_drop_under(d);
	arena_clear(&d->over.arena);
	arena_clear(&d->frame);
	arena_clear(&d->line_arena);
	arena_clear(&d->copy_arena);
	draft_forget_all(d);
	arena_clear(&d->ahead_arena);
	desk_forget_commands(d);
	memory_source.give(d);
}

int desk_run(struct cli *cli, struct registry *r, struct term *term, bool read_only)
{
	struct desk *d = desk_open(cli, r, term, read_only);

	while (desk_turn(d))
		;
	desk_close(d);
	return CLI_DONE;
}

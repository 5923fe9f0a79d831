/* mahdar room: a second screen that follows the session. It opens the register read-only and asks
 * the session through room_view for what may be shown; what it shows, tui/room_paint.c decides.
 * Whatever happens to the register or to the desk, the last picture stays: nobody in front of the
 * press is to read about a file. */
#include "tui/cli.h"

#include <string.h>

#include "model/floor_timer.h"
#include "model/room_order.h"
#include "model/session.h"
#include "storage/clock.h"
#include "storage/lock.h"
#include "storage/seat.h"
#include "tui/bigtext.h"
#include "tui/rehearsal.h"
#include "tui/room_paint.h"

#define WAIT_MS  1000 /* the follower wakes us much sooner */
#define ALONE_MS 10000

struct display {
	struct cli *cli;
	struct registry *r;
	struct seat *seat; /* the desk counts its rooms and asks how they show it */
	struct follower *follower;
	struct term *term;
	struct canvas *canvas;
	bool asked; /* for PIXELS; else as the terminal draws them well */
	enum pixels pixels;
	struct bigtext *letters; /* NULL: nothing was painted yet */
	struct arena turn;       /* emptied each turn */
	bool named;              /* a session was asked for; else the one at work is followed */
	bool fixed;              /* shows SCENE whatever the desk orders, but blanking */
	enum room_scene scene;
	struct room_order order;
	bool covered; /* the desk blanks the rooms, though its disk takes no order */
	bool alone;
	bool rehearsal; /* the register is a copy */
	bool behind;    /* something was written that could not be read yet */
	struct room_view view;
	struct floor_timer timer; /* of the desk; request 0: none */
	int64_t spoken;           /* seconds on the screen */
	int64_t minute;           /* the one on the screen */
	struct seat_screen seen;  /* as the seat knows it; rows 0: not yet */
	int64_t writer_ms;        /* when somebody last held the register */
	enum lang lang;
};

/* --- what is to be shown --- */

static int64_t shown(const struct display *d)
{
	const struct session *s = register_session(d->r);

	return s ? s->is.number : 0;
}

/* The session at work: a sitting is not left because somebody prepares the next session. While it
 * is the desk's as well nobody else is looked at, which costs. */
static int choose(struct display *d, struct error *err)
{
	const struct session *s = register_session(d->r);
	int64_t number;

	if (d->named)
		return 0;
	if (cli_desk_session(d->r, &d->turn, &number, err) < 0)
		return -1;
	if (s && (s->phase == PHASE_SITTING || s->phase == PHASE_SUSPENDED) &&
		(number == 0 || number == s->is.number))
		return 0;
	if (cli_session_at_work(d->r, &d->turn, &number, err) < 0)
		return -1;
	return number && number != shown(d) ? register_choose(d->r, number, err) : 0;
}

static void look(struct display *d)
{
	const struct session *s = register_session(d->r);

	if (!s)
		d->view = room_view_chamber(register_chamber(d->r));
	else if (d->fixed)
		d->view = room_view_scene(s, d->scene);
	else
		d->view = room_view_ordered(s, &d->order);
}

static bool is_blank(const struct display *d)
{
	return d->covered || d->order.state == ROOM_BLANKED;
}

/* What the desk ordered for the rooms; when it cannot be read, as before. True when it is another
 * order. */
static bool read_order(struct display *d)
{
	struct room_order before = d->order;
	struct error ignored;
	struct str value;
	bool found;

	if (journal_kept(register_journal(d->r), STR(ROOM_ORDER_ROW), &d->turn, &value, &found,
		    &ignored) < 0)
		return false;
	(void)room_order_parse(found ? value : STR("follow"), &d->order);
	return before.state != d->order.state ||
	       !str_equal(room_order_text(&before, &d->turn), room_order_text(&d->order, &d->turn));
}

/* The timer as the desk keeps it; when it cannot be read, as before. */
static void read_timer(struct display *d)
{
	struct error ignored;
	struct str value;
	bool found;

	if (journal_kept(register_journal(d->r), STR("room/floor"), &d->turn, &value, &found,
		    &ignored) < 0)
		return;
	if (!found || !floor_timer_parse(value, &d->timer))
		d->timer = (struct floor_timer){.request = 0};
}

/* Does the timer count, and for the speech that is shown? Without one the acts tell the time. */
static bool is_timed(const struct display *d)
{
	return d->timer.request == d->view.speech.request &&
	       d->timer.session == d->view.speech.session;
}

static int64_t spoken(const struct display *d, struct instant now)
{
	int64_t seconds = now.seconds - d->view.speech.since.seconds;

	if (is_timed(d))
		return floor_timer_ms(&d->timer, clock_monotonic_ms()) / 1000;
	return seconds > 0 ? seconds : 0;
}

static bool ticks(const struct display *d)
{
	return d->view.scene == ROOM_SPEAKER && !is_blank(d) && (!is_timed(d) || d->timer.running);
}

/* To the next second of the speech, else as long as may be. */
static int wait_ms(const struct display *d)
{
	if (!ticks(d) || !is_timed(d))
		return WAIT_MS;
	return 1000 - (int)(floor_timer_ms(&d->timer, clock_monotonic_ms()) % 1000);
}

static int take_in(struct display *d, bool *changed, struct error *err)
{
	int64_t before = shown(d);

	if (register_refresh(d->r, changed, err) < 0 || choose(d, err) < 0)
		return -1;
	*changed = *changed || shown(d) != before;
	return 0;
}

/* The same; whether it could be read stays in D. */
static bool take_all_in(struct display *d, struct error *err)
{
	bool changed = false;

	d->behind = take_in(d, &changed, err) < 0;
	return changed && !d->behind;
}

/* Take in what was written. True when the picture may be another one. After an error it stays as
 * it was and the next wake tries again. */
static bool follow(struct display *d)
{
	bool covered = seat_blanked(journal_path(register_journal(d->r)));
	bool changed = covered != d->covered;
	struct error ignored;

	d->covered = covered;
	if (!follower_changed(d->follower) && !d->behind)
		return changed;
	changed = take_all_in(d, &ignored) || changed;
	if (d->behind)
		return changed;
	if (read_order(d))
		changed = true;
	if (register_follow_shift(d->r))
		changed = true;
	read_timer(d);
	changed = changed || d->view.scene == ROOM_SPEAKER;
	if (changed)
		look(d);
	return changed;
}

/* Is the register without a writer for so long that somebody should notice? */
static bool find_alone(struct display *d)
{
	int64_t now = clock_monotonic_ms();
	bool before = d->alone;

	if (now - d->writer_ms >= WAIT_MS && lock_held(journal_path(register_journal(d->r))))
		d->writer_ms = now;
	d->alone = now - d->writer_ms >= ALONE_MS;
	return d->alone != before;
}

/* --- showing --- */

/* The letters for what the terminal draws, which may answer late what it is. */
static struct bigtext *letters(struct display *d)
{
	enum pixels kind = d->asked ? d->pixels : term_pixels(d->term);

	if (d->letters && bigtext_pixels(d->letters) == kind)
		return d->letters;
	bigtext_close(d->letters);
	d->letters = bigtext_open(kind);
	return d->letters;
}

static void paint(struct display *d, struct instant now)
{
	struct room_look look_of = {.now = now,
		.blank = is_blank(d),
		.rehearsal = d->rehearsal,
		.alone = d->alone,
		.letters = letters(d)};
	struct seat_screen screen = {.lang = d->lang};

	if (d->view.scene == ROOM_SPEAKER) {
		d->spoken = look_of.spoken = spoken(d, now);
		look_of.paused = is_timed(d) && !d->timer.running;
	}

	term_size(d->term, &screen.rows, &screen.cols);
	if (screen.rows != d->seen.rows || screen.cols != d->seen.cols ||
		screen.lang != d->seen.lang)
		seat_shows(d->seat, screen);
	d->seen = screen;
	canvas_begin(d->canvas, screen.rows, screen.cols, d->lang);
	term_canvas(d->term, d->canvas);
	room_paint(canvas_area(d->canvas), &d->view, &look_of);
	term_show(d->term, d->canvas);
	d->minute = now.seconds / 60;
}

/* q under any layout, Esc, Ctrl-C, F10. */
static bool leaves(struct press press)
{
	if (press.code == PRESS_ESC || press.code == PRESS_F10)
		return true;
	if (press.code != PRESS_CHAR)
		return false;
	if (press.ctrl)
		return press.ch == 'c';
	return key_letter(press, KEYBOARD_AZERTY) == 'q' ||
	       key_letter(press, KEYBOARD_QWERTY) == 'q';
}

static void run(struct display *d)
{
	int fd = follower_fd(d->follower);
	bool stale = true;

	for (;;) {
		struct source source = register_source(d->r);
		struct instant now = source.now(source.context);
		struct input input;

		if (stale || now.seconds / 60 != d->minute ||
			(ticks(d) && spoken(d, now) != d->spoken))
			paint(d, now);
		arena_clear(&d->turn);
		term_wait(d->term, wait_ms(d), &fd, 1, &input);
		stale = false;
		switch (input.kind) {
		case INPUT_KEY:
			if (leaves(input.press))
				return;
			if (input.press.code == PRESS_F2) {
				d->lang = (enum lang)((d->lang + 1) % LANG_COUNT);
				stale = true;
			}
			break;
		case INPUT_RESIZE:
			stale = true;
			break;
		case INPUT_READY:
		case INPUT_TIMEOUT:
			stale = follow(d);
			break;
		case INPUT_LEAVE:
			return;
		case INPUT_PASTE:
		case INPUT_MOUSE:
			break;
		}
		if (find_alone(d))
			stale = true;
	}
}

/* --- opening --- */

static int open_all(struct display *d, const char *word, struct error *err)
{
	struct term_options options = cli_term_options(d->cli);

	options.mouse = false;
	options.bells = TERM_BELLS_NONE;
	d->r = cli_open(d->cli, JOURNAL_READ, "room", err);
	if (!d->r)
		return -1;
	d->named = word != NULL;
	if (word ? cli_choose(d->r, word, err) < 0 : choose(d, err) < 0)
		return -1;
	d->follower = follower_open(register_journal(d->r), err);
	if (!d->follower)
		return -1;
	d->seat = seat_take(journal_path(register_journal(d->r)));
	d->lang = d->cli->lang;
	d->rehearsal = rehearsal_is(register_journal(d->r));
	(void)read_order(d);
	(void)register_follow_shift(d->r);
	read_timer(d);
	d->writer_ms = clock_monotonic_ms();
	look(d);
	return term_open(&options, &d->term, err);
}

/* --scene NAME: this display shows nothing else. False: no scene is called so, *BAD is the word. */
static bool take_scene(struct cli *cli, struct display *d, const char **bad)
{
	const char *name = cli_option(cli, "--scene", bad);

	if (*bad || !name || str_is(str_of(name), "follow"))
		return !*bad;
	d->fixed = room_scene_parse(str_of(name), &d->scene) && !room_scene_on_purpose(d->scene);
	if (!d->fixed)
		*bad = name;
	return d->fixed;
}

/* A scene that only the desk sends, each time anew: what is in it is not public by itself. */
static bool is_sent(const char *word)
{
	enum room_scene scene;

	return word && (strcmp(word, "message") == 0 || (room_scene_parse(str_of(word), &scene) &&
								room_scene_on_purpose(scene)));
}

/* --big KIND. False: no pixels are called so, *BAD is the word. */
static bool take_pixels(struct cli *cli, struct display *d, const char **bad)
{
	static const char *const names[] = {"none", "half", "quadrant", "sextant"};
	const char *name = cli_option(cli, "--big", bad);

	if (*bad || !name || strcmp(name, "auto") == 0)
		return !*bad;
	for (size_t i = 0; i < ARRAY_LEN(names) && !d->asked; i++) {
		d->asked = strcmp(name, names[i]) == 0;
		d->pixels = (enum pixels)i;
	}
	if (!d->asked)
		*bad = name;
	return d->asked;
}

int cli_room(struct cli *cli)
{
	bool rehearsal = cli_flag(cli, "--rehearsal");
	const char *unknown = NULL;
	struct error err = {.code = ERROR_NONE};
	struct display d = {.cli = cli};
	int status = CLI_DONE;

	if (!take_scene(cli, &d, &unknown) && is_sent(unknown)) {
		cli_complain(cli, MSG("“{word}” is shown when the desk sends it (F6, then F5), to "
				      "every room that "
				      "follows: start mahdar room without --scene.",
					  A_STR("word", str_of(unknown))));
		return CLI_USAGE;
	}
	if (!unknown && take_pixels(cli, &d, &unknown))
		unknown = cli_unknown_option(cli);
	if (unknown || cli->argc > 2)
		return cli_usage(cli, unknown ? unknown : cli->argv[2]);
	if (rehearsal && !(cli->register_path = rehearsal_find(cli->arena))) {
		cli_complain(cli, TEXT("No rehearsal is going on."));
		return CLI_REFUSED;
	}
	arena_init(&d.turn, &memory_source);
	d.canvas = canvas_open(&memory_source);
	if (open_all(&d, cli->argc == 2 ? cli->argv[1] : NULL, &err) == 0)
		run(&d);
	term_close(d.term);
	bigtext_close(d.letters);
	follower_close(d.follower);
	seat_close(d.seat);
	if (err.code != ERROR_NONE)
		status = cli_fail(cli, &err);
	register_close(d.r);
	canvas_close(d.canvas);
	arena_clear(&d.turn);
	return status;
}

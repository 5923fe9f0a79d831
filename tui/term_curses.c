/* The real terminal. Cells go out as cells (never as strings: curses would join and move them),
 * keys come in through get_wch. What a terminal does with Arabic by itself is switched off after
 * its alternate screen is entered and on again on every way out. */
#define NCURSES_WIDECHAR       1
#define _XOPEN_SOURCE_EXTENDED 1

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "storage/memory.h"
#include "tui/panic.h"
#include "tui/signals.h"
#include "tui/term_ask.h"
#include "tui/term_cells.h"
#include "tui/term_keys.h"
#include "tui/term_kind.h"
#include "tui/term_known.h"
#include "tui/term_plain.h"
#include "tui/term_queue.h"
#include "tui/term_switch.h"

#define IN           STDIN_FILENO
#define OUT          STDOUT_FILENO
#define PASTE_END_MS 1000
#define ASK_MS       1000 /* a busy machine is as slow as a long line */

struct curses_term {
	struct term term;
	SCREEN *screen;
	struct term_keys keys;
	struct term_options options;
	struct term_answers answers;
	struct term_late late; /* answers that come as keys */
	enum term_theme theme; /* asked for, or chosen on such a terminal before */
	struct term_switch how;
	int outer;            /* the terminal outside of tmux; below 0: not there */
	struct termios modes; /* as they were */
	const char *base;     /* the direction of rows the terminal was told */
	bool marker, active;
	unsigned long shows, presses; /* pictures shown; keys and pastes handed out */
	struct shown shown;
	struct term_queue queue;
	int signals;
};

static struct curses_term *of(struct term *term)
{
	return (struct curses_term *)term;
}

static void send_z(const char *z)
{
	term_kind_send(z, strlen(z));
}

/* ---- colours ---- */

static enum theme choose_theme(enum term_theme wish, const struct term_answers *answers)
{
	const char *none = getenv("NO_COLOR");

	if (!has_colors() || COLORS < 8 || COLOR_PAIRS <= STYLE_COUNT || wish == TERM_THEME_NONE ||
		(none && none[0]))
		return THEME_NONE;
	if (COLORS < 256 || wish == TERM_THEME_8)
		return answers->background_known && answers->light ? THEME_8_LIGHT : THEME_8;
	if (wish == TERM_THEME_AUTO)
		return answers->background_known && answers->light ? THEME_LIGHT : THEME_DARK;
	return wish == TERM_THEME_LIGHT ? THEME_LIGHT : THEME_DARK;
}

static void curses_set_theme(struct term *term)
{
	term_cells_forget(&of(term)->shown); /* a style may have other attributes now */
	term_cells_colours(of(term)->term.theme);
	(void)clearok(curscr, TRUE);
}

/* ---- pictures ---- */

/* Which way rows run, to a terminal that orders letters: told anew with each language, before the
 * rows are painted. */
static void tell_base(struct curses_term *t, bool runs_left)
{
	const char *base = term_switch_base(t->term.bidi, runs_left);

	if (base == t->base)
		return;
	t->base = base;
	term_cells_forget(&t->shown);
	(void)clearok(curscr, TRUE);
	send_z(base);
}

static void curses_show(struct term *term, const struct canvas *c)
{
	struct curses_term *t = of(term);
	int rows, cols, row, col;

	getmaxyx(stdscr, rows, cols);
	tell_base(t, canvas_runs_left(c));
	term_cells_show(&t->shown, c, rows, cols, t->term.theme);
	if (canvas_cursor_at(c, &row, &col) && row < rows && col < cols) {
		(void)move(row, col);
		(void)curs_set(1);
	} else {
		(void)curs_set(0);
	}
	(void)refresh();
	t->shows++;
	if (t->marker) {
		char mark[64];
		int n = snprintf(mark, sizeof(mark), "\033]7777;%lu;%lu\a", t->shows, t->presses);

		term_kind_send(mark, (size_t)n);
	}
}

static void curses_size(const struct term *term, int *rows, int *cols)
{
	(void)term;
	getmaxyx(stdscr, *rows, *cols);
}

static void curses_bell(struct term *term)
{
	(void)term;
	(void)beep();
}

static bool curses_copy(struct term *term, struct str text)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	struct bytes b = {0};

	bytes_add(&b, "\033]52;c;", 7);
	for (size_t i = 0; i < text.n; i += 3) {
		size_t n = text.n - i < 3 ? text.n - i : 3;
		unsigned v = 0;
		char four[4];

		for (size_t k = 0; k < 3; k++)
			v = v << 8 | (k < n ? (unsigned char)text.p[i + k] : 0U);
		for (size_t k = 0; k < 4; k++)
			four[k] = k <= n ? digits[v >> (18 - 6 * k) & 63] : '=';
		bytes_add(&b, four, 4);
	}
	bytes_add(&b, "\a", 1);
	term_kind_send((const char *)b.p, b.n);
	bytes_free(&b);
	return of(term)->answers.clipboard;
}

/* ---- keys ---- */

static void learn_late(struct curses_term *t);

/* Is CH, while answers are owed, a key after all? *ESCAPE: the Esc key was put before it. */
static bool is_key(struct curses_term *t, uint32_t ch, bool *escape)
{
	switch (term_late_take(&t->late, ch)) {
	case LATE_IS_KEY:
		return true;
	case LATE_IS_ANSWER:
		return false;
	case LATE_IS_END:
		/* Known better now: all is painted anew. */
		learn_late(t);
		term_queue_put(&t->queue, INPUT_RESIZE);
		return false;
	case LATE_IS_ESCAPE:
		term_queue_press(&t->queue, PRESS_OF(PRESS_ESC));
		*escape = true;
		return true;
	}
	return true;
}

/* Everything curses holds or the terminal sent goes into the queue. */
static void drain(struct curses_term *t)
{
	struct term_queue *q = &t->queue;
	bool escape = false;
	wint_t ch;
	int kind;

	while (term_queue_has_room(q) && (kind = get_wch(&ch)) != ERR) {
		struct press press;

		if (q->mousing && kind != KEY_CODE_YES) {
			term_queue_moused(q, (uint32_t)ch);
			continue;
		}
		q->mousing = false;
		if (t->late.owed && !q->pasting && kind != KEY_CODE_YES &&
			!is_key(t, (uint32_t)ch, &escape))
			continue;
		if (kind == KEY_CODE_YES && (int)ch == t->keys.paste) {
			term_queue_paste(q);
		} else if (kind == KEY_CODE_YES && (int)ch == t->keys.pasted) {
			if (q->pasting)
				term_queue_paste_end(q);
		} else if (kind == KEY_CODE_YES && (int)ch == t->keys.mouse && !q->pasting) {
			term_queue_mouse(q);
		} else if (q->pasting) {
			if (kind != KEY_CODE_YES)
				term_queue_pasted(q, (uint32_t)ch);
		} else {
			press = kind == KEY_CODE_YES ? term_keys_press(&t->keys, (int)ch)
						     : term_keys_character((uint32_t)ch);
			/* Alt sends an escape in front: that is not the Esc key. */
			if (escape && ((press.code == PRESS_CHAR && !press.ctrl) ||
					      press.code == PRESS_BACKSPACE)) {
				term_queue_drop(q);
				press.alt = true;
			}
			escape = press.code == PRESS_ESC && !escape;
			if (press.code != PRESS_NONE)
				term_queue_character(q, press);
		}
	}
	if (term_late_pause(&t->late))
		term_queue_press(q, PRESS_OF(PRESS_ESC));
}

static bool pop(struct curses_term *t, struct input *input)
{
	bool any = term_queue_take(&t->queue, input);

	t->presses += any;
	return any;
}

/* ---- entering and leaving the screen ---- */

/* To the terminal outside of tmux, which swallows what its own terminal is told. VTE orders a row
 * as it was told when the row was cleared last, so tmux has to paint all of it again. */
static void send_outer(const struct curses_term *t, const char *z)
{
	static const char clear[] = "\033[2J";
	size_t n = strlen(z);
	FILE *tmux;

	/* One that has gone meanwhile has nothing to be switched. */
	if (t->outer < 0 || n == 0 || write(t->outer, z, n) < 0 || !t->how.outer_clear ||
		write(t->outer, clear, sizeof(clear) - 1) < 0)
		return;
	tmux = popen("tmux refresh-client >/dev/null 2>&1", "r");
	if (tmux)
		(void)pclose(tmux); /* no answer is wanted */
}

static void enter(struct curses_term *t)
{
	term_cells_forget(&t->shown);
	(void)clear();
	(void)refresh(); /* the alternate screen, still empty */
	t->base = "";
	send_z(t->how.on);
	send_outer(t, t->how.outer_on);
	/* VTE orders a row as it was told when the row was cleared last. */
	(void)clearok(curscr, TRUE);
	t->active = true;
}

static void leave(struct curses_term *t)
{
	if (!t->active)
		return;
	t->active = false;
	send_outer(t, t->how.outer_off);
	send_z(t->how.off);
	(void)curs_set(1);
	(void)endwin();
}

static bool fit_size(void)
{
	struct winsize w;

	if (ioctl(OUT, TIOCGWINSZ, &w) < 0 || w.ws_row == 0 || w.ws_col == 0)
		return false;
	if (!is_term_resized(w.ws_row, w.ws_col))
		return false;
	return resizeterm(w.ws_row, w.ws_col) == OK;
}

static void resume(struct curses_term *t)
{
	(void)fit_size();
	enter(t);
}

static void suspend(struct curses_term *t)
{
	leave(t);
	(void)raise(SIGSTOP);
	(void)signals_take(SIGCONT);
	(void)signals_take(SIGTSTP);
	resume(t);
}

/* ---- waiting ---- */

/* A signal as an input; false when none asks for anything. */
static bool take_signal(struct curses_term *t, struct input *input)
{
	if (term_kind_leaving(input))
		return true;
	*input = (struct input){.kind = INPUT_RESIZE, .fd = -1};
	if (signals_take(SIGTSTP)) {
		suspend(t);
		return true;
	}
	if (signals_take(SIGCONT)) { /* stopped by force: the screen is no longer ours */
		leave(t);
		resume(t);
		return true;
	}
	if (signals_take(SIGWINCH)) {
		(void)fit_size();
		return true;
	}
	return false;
}

/* The terminal says "readable" and has nothing: it is gone. */
static bool hung_up(short revents)
{
	struct pollfd again = {.fd = IN, .events = POLLIN};
	int bytes = 0;

	if (revents & (POLLHUP | POLLERR | POLLNVAL))
		return true;
	return (revents & POLLIN) && poll(&again, 1, 0) > 0 && (again.revents & POLLIN) &&
	       ioctl(IN, FIONREAD, &bytes) == 0 && bytes == 0;
}

static void curses_wait(
	struct term *term, int timeout, const int *fds, size_t n, struct input *input)
{
	struct curses_term *t = of(term);
	struct term_watch w;
	long end = term_kind_now_ms() + timeout;

	term_kind_watch(&w, t->signals, fds, n);
	for (;;) {
		long left = timeout < 0 ? -1 : end - term_kind_now_ms();
		int ready, most = timeout < 0 ? -1 : left > 0 ? (int)left : 0;

		if (t->queue.pasting) /* the rest of it must not come in as commands */
			most = PASTE_END_MS;

		/* Keys may sit inside curses where poll does not see them. */
		drain(t);
		if (pop(t, input) || take_signal(t, input))
			return;
		ready = poll(w.p, w.n, most);
		if (ready < 0 && errno != EINTR)
			break;
		if (ready <= 0) {
			if (ready == 0 && t->queue.pasting) { /* its end was lost on the way */
				term_queue_paste_end(&t->queue);
				continue;
			}
			if (timeout < 0 || left > 0)
				continue;
			input->kind = INPUT_TIMEOUT;
			return;
		}
		if (w.p[0].revents) {
			drain(t);
			if (pop(t, input))
				return;
			if (hung_up(w.p[0].revents))
				break;
		}
		if (!w.p[1].revents && term_kind_ready(&w, input))
			return;
	}
	*input = (struct input){.kind = INPUT_LEAVE, .fd = -1};
}

/* Everything needed to give the terminal back without curses. */
static void arm(const struct curses_term *t)
{
	static const char *const names[] = {"cnorm", "rmkx", "sgr0", "op", "rmcup"};
	char all[1024];
	size_t n = (size_t)snprintf(all, sizeof(all), "%s", t->how.off);

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		char name[8];
		const char *text;

		(void)snprintf(name, sizeof(name), "%s", names[i]);
		text = tigetstr(name);
		if (text && (intptr_t)text != -1 && n + strlen(text) < sizeof(all))
			n += (size_t)snprintf(all + n, sizeof(all) - n, "%s", text);
	}
	panic_arm(OUT, &t->modes, all, n);
	if (t->outer >= 0)
		panic_arm_also(t->outer, t->how.outer_off, strlen(t->how.outer_off));
}

/* How letters are ordered from now on. */
static void choose(struct curses_term *t, enum term_bidi known)
{
	t->how = term_switch_of(&t->answers, &t->options, known);
	t->term.bidi = t->how.mode;
	t->term.marks = t->how.marks;
	t->term.hint = t->how.hint;
}

static void switch_off(const struct curses_term *t)
{
	if (!t->active)
		return;
	send_outer(t, t->how.outer_off);
	send_z(t->how.off);
}

static void switch_on(struct curses_term *t)
{
	arm(t);
	if (t->active) {
		t->base = "";
		send_z(t->how.on);
		send_outer(t, t->how.outer_on);
	}
	term_cells_forget(&t->shown);
	(void)clearok(curscr, TRUE);
}

static void curses_set_bidi(struct term *term, enum term_bidi bidi)
{
	struct curses_term *t = of(term);

	switch_off(t);
	t->options.bidi = bidi;
	choose(t, TERM_BIDI_AUTO);
	switch_on(t);
}

static void curses_close(struct term *term)
{
	struct curses_term *t = of(term);

	leave(t);
	panic_disarm();
	signals_close();
	if (t->screen)
		delscreen(t->screen);
	if (t->outer >= 0)
		(void)close(t->outer);
	term_cells_forget(&t->shown);
	term_queue_clear(&t->queue);
	memory_source.give(t);
}

static const struct term_kind curses_kind = {
	.close = curses_close,
	.size = curses_size,
	.show = curses_show,
	.bell = curses_bell,
	.copy = curses_copy,
	.wait = curses_wait,
	.set_theme = curses_set_theme,
	.set_bidi = curses_set_bidi,
};

/* ---- opening ---- */

static bool utf8(void)
{
	static const char *const names[] = {"", "C.UTF-8", "C.utf8", "en_US.UTF-8"};

	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (setlocale(LC_CTYPE, names[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
			return true;
	return false;
}

static void set_modes(void)
{
	(void)raw();
	(void)noecho();
	(void)nonl();
	(void)keypad(stdscr, TRUE);
	(void)nodelay(stdscr, TRUE);
	(void)meta(stdscr, TRUE);
	(void)set_escdelay(25);
	(void)typeahead(-1);
	if (has_colors()) {
		(void)start_color();
		(void)use_default_colors();
	}
}

static enum term_bidi environment_bidi(enum term_bidi wish)
{
	const char *word = getenv("MAHDAR_BIDI");

	if (wish == TERM_BIDI_AUTO && word)
		(void)term_bidi_parse(word, &wish); /* a word nobody knows changes nothing */
	return wish;
}

static enum term_marks environment_marks(enum term_marks wish)
{
	const char *word = getenv("MAHDAR_MARKS");

	if (wish == TERM_MARKS_AUTO && word && strcmp(word, "on") == 0)
		return TERM_MARKS_ON;
	return wish;
}

/* How the terminal that gave these answers is to be treated. */
static void learn(struct curses_term *t)
{
	struct term_known known;

	term_ask_environment(&t->answers);
	term_ask_name(&t->answers, t->term.name, sizeof(t->term.name));
	t->term.pixels = term_ask_pixels(&t->answers);
	known = term_known_read(t->term.name);
	choose(t, known.bidi);
	t->term.ascii = t->options.ascii || known.ascii;
	t->theme = t->options.theme == TERM_THEME_AUTO ? known.theme : t->options.theme;
	t->term.untried = t->options.bidi == TERM_BIDI_AUTO && known.bidi == TERM_BIDI_AUTO;
	if (known.told)
		t->term.hint = NO_MESSAGE;
	if (t->term.hint.id) {
		struct error ignored; /* where it cannot be kept it is said again the next time */

		known.told = true;
		(void)term_known_write(t->term.name, known, &ignored);
	}
	if (t->how.outer_on[0] && t->answers.outer_tty[0] && t->outer < 0) {
		t->outer = open(t->answers.outer_tty, O_WRONLY | O_NOCTTY | O_CLOEXEC);
		if (t->outer >= 0 && !isatty(t->outer)) {
			(void)close(t->outer);
			t->outer = -1;
		}
	}
}

/* The answers came when the first pictures were painted already. */
static void learn_late(struct curses_term *t)
{
	term_ask_read(t->late.text, t->late.n, &t->answers);
	switch_off(t);
	learn(t);
	t->term.theme = choose_theme(t->theme, &t->answers);
	curses_set_theme(&t->term);
	switch_on(t);
}

static struct curses_term *make(const struct term_options *o, const struct termios *modes)
{
	const char *marker = getenv("MAHDAR_TEST_MARKER");
	struct curses_term *t = memory_source.take(sizeof(*t));

	memset(t, 0, sizeof(*t));
	t->term.kind = &curses_kind;
	t->term.ascii = o->ascii;
	t->term.bells = o->bells;
	t->options = *o;
	t->options.bidi = environment_bidi(o->bidi);
	t->options.marks = environment_marks(o->marks);
	t->marker = o->marker || (marker && marker[0]);
	t->modes = *modes;
	t->outer = -1;
	return t;
}

/* Terminals that call themselves by a name of eight colours and have all of them. */
static SCREEN *new_screen(const struct term_answers *a, const char *name)
{
	static const struct {
		enum term_brand brand;
		const char *name, *full;
	} fuller[] = {
		{BRAND_XTERM, "xterm", "xterm-256color"},
		{BRAND_MLTERM, "mlterm", "mlterm-256color"},
	};

	for (size_t i = 0; i < ARRAY_LEN(fuller); i++)
		if (a->wrap == WRAP_NONE && a->brand == fuller[i].brand &&
			strcmp(name, fuller[i].name) == 0) {
			SCREEN *screen = newterm(fuller[i].full, stdout, stdin);

			if (screen) /* this machine may not know it */
				return screen;
		}
	return newterm(NULL, stdout, stdin);
}

int term_open(const struct term_options *o, struct term **term, struct error *err)
{
	const char *name = getenv("TERM");
	struct curses_term *t;
	struct termios modes;

	if (o->plain)
		return term_plain_open(term, err);
	*term = NULL;
	if (!isatty(IN) || !isatty(OUT) || !name || !name[0] || strcmp(name, "dumb") == 0 ||
		tcgetattr(IN, &modes) < 0)
		return error_set(err, ERROR_NO_TERMINAL, "%s", name ? name : "");
	if (!utf8())
		return error_set(err, ERROR_NO_UTF8, "%s", "");
	t = make(o, &modes);
	/* Before curses: where it finds a default action it puts a handler of its own, which would
	 * come back with signals_close and end the program with exit(), from inside a signal. */
	t->signals = signals_open();
	if (t->signals < 0) {
		(void)error_sys(err, ERROR_NO_TERMINAL, "%s", name);
		memory_source.give(t);
		return -1;
	}
	if (t->options.bidi == TERM_BIDI_AUTO || o->theme == TERM_THEME_AUTO)
		term_ask(IN, OUT, ASK_MS, &t->answers, &t->late);
	learn(t);
	t->screen = new_screen(&t->answers, name);
	if (!t->screen) {
		signals_close();
		if (t->outer >= 0)
			(void)close(t->outer);
		memory_source.give(t);
		return error_set(err, ERROR_NO_TERMINAL, "%s", name);
	}
	arm(t);
	set_modes();
	t->term.theme = choose_theme(t->theme, &t->answers);
	term_cells_colours(t->term.theme);
	term_keys_find(&t->keys);
	/* Until a screen has been left once, curses writes out after each movement of the cursor
	 * (_nc_mvcur, ewInitial); from then on a picture goes to the terminal in one piece. */
	(void)endwin();
	enter(t);
	*term = &t->term;
	return 0;
}

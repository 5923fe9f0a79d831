/* The screen as lines of text for a screen reader or a braille display: no cursor addressing, no
 * colours, logical order, base letters. After each key only the lines that changed are written,
 * from the top down; the one with the focus begins with "> ". Ctrl-L reads the whole screen again.
 * It is the same desk, so everything is reachable by the same keys. */
#include "tui/term_plain.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "locale/text.h"
#include "storage/memory.h"
#include "tui/panic.h"
#include "tui/signals.h"
#include "tui/term_keys.h"
#include "tui/term_kind.h"

#define IN        STDIN_FILENO
#define OUT       STDOUT_FILENO
#define ROWS      60  /* long lists are read whole, */
#define COLS      400 /* and long titles */
#define ASK_ROWS  4   /* over the line of the state: keys, chair, step and message */
#define ESCAPE_MS 50
#define LINE_MAX  (COLS * 4 * 5 + 8)

struct plain_term {
	struct term term;
	struct termios modes;
	bool is_terminal;
	char *said[ROWS]; /* as written last, clocks blotted out; NULL: nothing */
	unsigned char keys[256];
	size_t keys_n;
	bool ended; /* the input */
	int signals;
};

static struct plain_term *of(struct term *term)
{
	return (struct plain_term *)term;
}

/* ---- lines ---- */

/* Lines and boxes mean nothing to the ear. */
static bool is_drawing(uint32_t c)
{
	return (c >= 0x2500 && c <= 0x259F) || c == 0x2026;
}

static size_t put_code(uint32_t c, char *to)
{
	struct press press = PRESS_CHAR_OF(c);
	char buf[4];
	size_t n = key_utf8(press, buf);

	memcpy(to, buf, n);
	return n;
}

/* A side of a frame or a corner of it. */
static bool is_side(uint32_t c)
{
	return c == 0x2502 || c == 0x250C || c == 0x2510 || c == 0x2514 || c == 0x2518;
}

/* What lies beside an open panel is not read: only columns between the two sides of its frame. */
static void between_sides(const struct canvas *c, int row, int *from, int *to)
{
	int first = -1, last = -1;

	for (int col = 0; col < canvas_cols(c); col++)
		if (is_side(canvas_cell(c, row, col)->code)) {
			first = first < 0 ? col : first;
			last = col;
		}
	*from = last > first ? first + 1 : 0;
	*to = last > first ? last : canvas_cols(c);
}

/* The words of a row, one blank between two, two between fields. Empty: nothing to read. */
static size_t row_text(const struct canvas *c, int row, char *line)
{
	size_t n = 0, blanks = 0, codes_n;
	uint32_t codes[CELL_CODES_MAX];
	bool focus = false;
	int from, to;

	between_sides(c, row, &from, &to);
	for (int col = from; col < to && n + 64 < LINE_MAX; col++) {
		const struct cell *cell = canvas_cell(c, row, col);

		if (cell->width == 0)
			continue;
		if (cell->code == ' ' || (is_drawing(cell->code) && cell->code != 0x2026)) {
			blanks++;
			continue;
		}
		focus = focus || cell->style == STYLE_FOCUS;
		for (size_t i = 0; n && i < blanks && i < 2; i++)
			line[n++] = ' ';
		blanks = 0;
		codes_n = canvas_codes(c, cell, codes);
		for (size_t i = 0; i < codes_n; i++)
			n += put_code(codes[i], line + n);
	}
	if (n && focus) {
		memmove(line + 2, line, n);
		memcpy(line, "> ", 2);
		n += 2;
	}
	line[n] = '\0';
	return n;
}

/* A clock that goes on is no news: "14:31" and "14:32" are the same line. */
static void blot_clocks(char *line)
{
	for (char *p = line; p[0] && p[1]; p++) {
		bool clock = p > line && p[-1] >= '0' && p[-1] <= '9' && p[0] == ':' &&
			     p[1] >= '0' && p[1] <= '9';

		if (!clock)
			continue;
		p[-1] = p[1] = '0';
		if (p - 1 > line && p[-2] >= '0' && p[-2] <= '9')
			p[-2] = '0';
		if (p[2] >= '0' && p[2] <= '9')
			p[2] = '0';
	}
}

static void forget_row(struct plain_term *t, int row)
{
	if (t->said[row])
		memory_source.give(t->said[row]);
	t->said[row] = NULL;
}

static void forget(struct plain_term *t)
{
	for (int i = 0; i < ROWS; i++)
		forget_row(t, i);
}

/* A row, if it is another one than was said there. False: it is not. */
static bool say_row(struct plain_term *t, const struct canvas *c, int row)
{
	char line[LINE_MAX], blotted[LINE_MAX];
	size_t n = row_text(c, row, line);

	memcpy(blotted, line, n + 1);
	blot_clocks(blotted);
	if (t->said[row] ? strcmp(t->said[row], blotted) == 0 : n == 0)
		return false;
	forget_row(t, row);
	t->said[row] = memory_source.take(n + 1);
	memcpy(t->said[row], blotted, n + 1);
	line[n] = '\n';
	if (n)
		term_kind_send(line, n + 1);
	return true;
}

/* The line of the state comes again when something else is asked or was answered: it stands right
 * before what is typed then. */
static void plain_show(struct term *term, const struct canvas *c)
{
	struct plain_term *t = of(term);
	int rows = canvas_rows(c) < ROWS ? canvas_rows(c) : ROWS, state = rows - 1;
	bool asked = false;

	for (int row = 0; row < rows; row++) {
		if (row == state && asked && canvas_cell(c, row, 0)->style == STYLE_STATUS)
			forget_row(t, row);
		if (say_row(t, c, row) && row >= state - ASK_ROWS)
			asked = true;
	}
}

static void plain_size(const struct term *term, int *rows, int *cols)
{
	(void)term;
	*rows = ROWS;
	*cols = COLS;
}

static void plain_bell(struct term *term)
{
	(void)term;
	term_kind_send("\a", 1);
}

/* ---- keys ---- */

static const struct {
	const char *sequence; /* behind ESC */
	struct press press;
} sequences[] = {
	{"[A", {.code = PRESS_UP}},
	{"OA", {.code = PRESS_UP}},
	{"[B", {.code = PRESS_DOWN}},
	{"OB", {.code = PRESS_DOWN}},
	{"[C", {.code = PRESS_RIGHT}},
	{"OC", {.code = PRESS_RIGHT}},
	{"[D", {.code = PRESS_LEFT}},
	{"OD", {.code = PRESS_LEFT}},
	{"[H", {.code = PRESS_HOME}},
	{"OH", {.code = PRESS_HOME}},
	{"[1~", {.code = PRESS_HOME}},
	{"[F", {.code = PRESS_END}},
	{"OF", {.code = PRESS_END}},
	{"[4~", {.code = PRESS_END}},
	{"[5~", {.code = PRESS_PAGE_UP}},
	{"[6~", {.code = PRESS_PAGE_DOWN}},
	{"[2~", {.code = PRESS_INSERT}},
	{"[3~", {.code = PRESS_DELETE}},
	{"[Z", {.code = PRESS_BACK_TAB}},
	{"OP", {.code = PRESS_F1}},
	{"[[A", {.code = PRESS_F1}},
	{"[11~", {.code = PRESS_F1}},
	{"OQ", {.code = PRESS_F2}},
	{"[[B", {.code = PRESS_F2}},
	{"[12~", {.code = PRESS_F2}},
	{"OR", {.code = PRESS_F3}},
	{"[[C", {.code = PRESS_F3}},
	{"[13~", {.code = PRESS_F3}},
	{"OS", {.code = PRESS_F4}},
	{"[[D", {.code = PRESS_F4}},
	{"[14~", {.code = PRESS_F4}},
	{"[15~", {.code = PRESS_F5}},
	{"[[E", {.code = PRESS_F5}},
	{"[17~", {.code = PRESS_F6}},
	{"[18~", {.code = PRESS_F7}},
	{"[19~", {.code = PRESS_F8}},
	{"[20~", {.code = PRESS_F9}},
	{"[21~", {.code = PRESS_F10}},
	{"[23~", {.code = PRESS_F11}},
	{"[24~", {.code = PRESS_F12}},
	{"[1;5D", {.code = PRESS_WORD_LEFT}},
	{"[1;5C", {.code = PRESS_WORD_RIGHT}},
	{"[1;5H", {.code = PRESS_TOP}},
	{"[1;5F", {.code = PRESS_BOTTOM}},
	{"[1;2D", {.code = PRESS_LEFT, .shift = true}},
	{"[1;2C", {.code = PRESS_RIGHT, .shift = true}},
	{"[1;2A", {.code = PRESS_UP, .shift = true}},
	{"[1;2B", {.code = PRESS_DOWN, .shift = true}},
	{"[1;2H", {.code = PRESS_HOME, .shift = true}},
	{"[1;2F", {.code = PRESS_END, .shift = true}},
	{"[1;6D", {.code = PRESS_WORD_LEFT, .shift = true}},
	{"[1;6C", {.code = PRESS_WORD_RIGHT, .shift = true}},
	{"[3;3~", {.code = PRESS_DELETE, .alt = true}},
	{"\177", {.code = PRESS_BACKSPACE, .alt = true}},
};

/* How many of the N bytes behind an ESC are one key; 0: none of those known. *PART: it may still
 * become one. */
static size_t sequence_of(const unsigned char *s, size_t n, struct press *press, bool *part)
{
	*part = false;
	for (size_t i = 0; i < ARRAY_LEN(sequences); i++) {
		size_t k = strlen(sequences[i].sequence);

		if (n >= k && memcmp(s, sequences[i].sequence, k) == 0) {
			*press = sequences[i].press;
			return k;
		}
		if (n < k && memcmp(s, sequences[i].sequence, n) == 0)
			*part = true;
	}
	return 0;
}

/* An unknown sequence is swallowed whole: its letters are not commands. */
static size_t unknown_sequence(const unsigned char *s, size_t n)
{
	size_t k = 1;

	if (n == 0 || (s[0] != '[' && s[0] != 'O'))
		return 0;
	while (k < n && s[k] >= 0x20 && s[k] < 0x40)
		k++;
	return k < n ? k + 1 : k;
}

static void drop(struct plain_term *t, size_t n)
{
	t->keys_n -= n;
	memmove(t->keys, t->keys + n, t->keys_n);
}

/* Bytes a UTF-8 letter with this first byte takes; 1 for what is none. */
static size_t letter_bytes(unsigned char c)
{
	return c < 0xC2 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 1;
}

/* The next key of the bytes read. WAITED: no more of a sequence is coming. */
static bool next_key(struct plain_term *t, bool waited, struct press *press)
{
	unsigned char c;
	size_t n, at = 0;
	bool part;

	if (t->keys_n == 0)
		return false;
	c = t->keys[0];
	if (c == 27) {
		n = sequence_of(t->keys + 1, t->keys_n - 1, press, &part);
		if (n == 0 && part && !waited)
			return false;
		if (n == 0) {
			n = unknown_sequence(t->keys + 1, t->keys_n - 1);
			*press = PRESS_OF(n ? PRESS_NONE : PRESS_ESC);
		}
		drop(t, n + 1);
		return true;
	}
	if (c < 0x20 || c == 127) {
		*press = term_keys_character(c);
		drop(t, 1);
		return true;
	}
	n = letter_bytes(c);
	if (t->keys_n < n && !waited)
		return false;
	n = n > t->keys_n ? t->keys_n : n;
	*press = PRESS_CHAR_OF(text_decode((struct str){(const char *)t->keys, n}, &at));
	drop(t, at);
	return true;
}

static void read_keys(struct plain_term *t)
{
	ssize_t got = read(IN, t->keys + t->keys_n, sizeof(t->keys) - t->keys_n);

	if (got > 0)
		t->keys_n += (size_t)got;
	else if (got == 0 || (errno != EINTR && errno != EAGAIN))
		t->ended = true;
}

/* ---- taking and giving back ---- */

static void enter(struct plain_term *t)
{
	struct termios raw = t->modes;

	if (!t->is_terminal)
		return;
	raw.c_lflag &= (tcflag_t) ~(ICANON | ECHO | ISIG);
	raw.c_iflag &= (tcflag_t) ~(ICRNL | IXON);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	(void)tcsetattr(IN, TCSADRAIN, &raw);
}

static void leave(struct plain_term *t)
{
	if (t->is_terminal)
		(void)tcsetattr(IN, TCSADRAIN, &t->modes);
}

/* Stopped, or going on after it was: everything is said again. */
static bool take_signal(struct plain_term *t, struct input *input)
{
	bool stop;

	if (term_kind_leaving(input))
		return true;
	stop = signals_take(SIGTSTP);
	if (!stop && !signals_take(SIGCONT))
		return false;
	leave(t);
	if (stop)
		(void)raise(SIGSTOP);
	(void)signals_take(SIGCONT);
	enter(t);
	forget(t);
	*input = (struct input){.kind = INPUT_RESIZE, .fd = -1};
	return true;
}

/* ---- waiting ---- */

static bool take_key(struct plain_term *t, bool waited, struct input *input)
{
	struct press press;

	while (next_key(t, waited, &press)) {
		if (press.code == PRESS_NONE)
			continue;
		*input = (struct input){.kind = INPUT_KEY, .press = press, .fd = -1};
		if (press.code == PRESS_CHAR && press.ctrl && press.ch == 'l') {
			forget(t);
			input->kind = INPUT_RESIZE;
		}
		return true;
	}
	return false;
}

static void plain_wait(
	struct term *term, int timeout, const int *fds, size_t n, struct input *input)
{
	struct plain_term *t = of(term);
	long end = term_kind_now_ms() + timeout;
	struct term_watch w;

	term_kind_watch(&w, t->signals, fds, n);
	for (;;) {
		long left = timeout < 0 ? -1 : end - term_kind_now_ms();
		int most = timeout < 0 ? -1 : left > 0 ? (int)left : 0, ready;

		if (take_key(t, t->ended, input) || take_signal(t, input))
			return;
		if (t->ended)
			break;
		if (t->keys_n) /* a part of a sequence, or Esc itself */
			most = ESCAPE_MS;
		ready = poll(w.p, w.n, most);
		if (ready < 0 && errno != EINTR)
			break;
		if (ready == 0 && t->keys_n && take_key(t, true, input))
			return;
		if (ready <= 0) {
			if (timeout < 0 || left > 0)
				continue;
			input->kind = INPUT_TIMEOUT;
			return;
		}
		if (w.p[0].revents)
			read_keys(t);
		if (!w.p[0].revents && !w.p[1].revents && term_kind_ready(&w, input))
			return;
	}
	*input = (struct input){.kind = INPUT_LEAVE, .fd = -1};
}

/* ---- opening ---- */

static void plain_set_theme(struct term *term)
{
	(void)term; /* there are no colours */
}

static bool plain_copy(struct term *term, struct str text)
{
	(void)term;
	term_kind_send(text.p, text.n); /* what would go to the clipboard is read out */
	term_kind_send("\n", 1);
	return true;
}

static void plain_close(struct term *term)
{
	struct plain_term *t = of(term);

	leave(t);
	panic_disarm();
	signals_close();
	forget(t);
	explicit_bzero(t->keys, sizeof(t->keys));
	memory_source.give(t);
}

/* A reader gets logical order, whatever is asked for. */
static void plain_set_bidi(struct term *term, enum term_bidi bidi)
{
	(void)term;
	(void)bidi;
}

static const struct term_kind plain_kind = {
	.close = plain_close,
	.size = plain_size,
	.show = plain_show,
	.bell = plain_bell,
	.copy = plain_copy,
	.wait = plain_wait,
	.set_theme = plain_set_theme,
	.set_bidi = plain_set_bidi,
};

int term_plain_open(struct term **term, struct error *err)
{
	struct plain_term *t = memory_source.take(sizeof(*t));

	*term = NULL;
	memset(t, 0, sizeof(*t));
	t->term.kind = &plain_kind;
	t->term.bidi = BIDI_NONE;
	t->term.theme = THEME_NONE;
	t->term.lines = true;
	t->is_terminal = tcgetattr(IN, &t->modes) == 0;
	t->signals = signals_open();
	if (t->signals < 0) {
		memory_source.give(t);
		return error_sys(err, ERROR_NO_TERMINAL, "%s", "");
	}
	if (t->is_terminal)
		panic_arm(OUT, &t->modes, "", 0);
	enter(t);
	*term = &t->term;
	return 0;
}

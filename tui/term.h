/* A terminal: shows canvases, tells what happens. Three kinds: the real one (term_curses.c, the
 * only file that knows curses), one for screen readers and one in memory for tests. One loop waits
 * for everything. */
#ifndef TUI_TERM_H
#define TUI_TERM_H

#include "storage/error.h"
#include "tui/canvas.h"
#include "tui/key.h"
#include "tui/pixels.h"

struct term;

enum term_bidi {            /* who puts Arabic in order */
	TERM_BIDI_AUTO,     /* ask the terminal, then the program does it */
	TERM_BIDI_EXPLICIT, /* the program; the terminal is told to leave cells alone */
	TERM_BIDI_WORD,     /* the program, and each word is turned for a terminal that turns it */
	TERM_BIDI_IMPLICIT, /* the terminal: logical order, base letters */
	TERM_BIDI_NONE      /* nobody: logical order, for debugging */
};

enum term_marks { TERM_MARKS_AUTO, TERM_MARKS_ON, TERM_MARKS_OFF }; /* tashkil; auto is off */

enum term_theme {
	TERM_THEME_AUTO,
	TERM_THEME_DARK,
	TERM_THEME_LIGHT,
	TERM_THEME_8,
	TERM_THEME_NONE
};

/* When the terminal sounds: for what must not be missed (the quorum lost, an act not recorded, the
 * speaking time over), or for every refusal as well. The room never does. */
enum term_bells { TERM_BELLS_THREE, TERM_BELLS_NONE, TERM_BELLS_ALL };

struct term_options {
	enum term_bidi bidi;
	enum term_marks marks;
	enum term_theme theme;
	enum term_bells bells;
	bool ascii;  /* stand-ins for symbols */
	bool mouse;  /* clicks and the wheel are reported; with Shift they stay the terminal's */
	bool plain;  /* lines of text for a screen reader instead of a screen */
	bool marker; /* OSC 7777;N;K BEL after repaint N with K keys read, for tests (or
			MAHDAR_TEST_MARKER=1) */
};

/* The terminal of this process. Gives the terminal back on every way out, crashes included.
 * Errors: ERROR_NO_TERMINAL, ERROR_NO_UTF8. Owner: the caller; one at a time. */
int term_open(const struct term_options *options, struct term **term, struct error *err) MUST_CHECK;
/* A terminal in memory, of this size. Never fails. */
struct term *term_memory_open(int rows, int cols);
void term_close(struct term *term); /* NULL-safe */

void term_size(const struct term *term, int *rows, int *cols);
/* What canvases must do: order, stand-ins, marks. */
void term_canvas(const struct term *term, struct canvas *canvas);
enum bidi_mode term_bidi(const struct term *term);
/* From the next picture on another way, TERM_BIDI_AUTO for what is found out; for the test of the
 * screen. What is known of this terminal from then on is kept by term_remember. */
void term_set_bidi(struct term *term, enum term_bidi bidi);
/* Was the order of letters neither asked for on the command line nor chosen on such a terminal
 * before? Never for tests and readers. */
bool term_untried(const struct term *term);
/* Signs from the next picture on: those of the design, or their stand-ins of ASCII. */
bool term_ascii(const struct term *term);
void term_set_ascii(struct term *term, bool ascii);
/* Keep for all terminals of this kind how this one is switched, signs as well. Errors: FILE,
 * DISK_FULL, USAGE. */
int term_remember(struct term *term, struct error *err) MUST_CHECK;
/* The same of its colours, which the next start has then. */
int term_remember_theme(struct term *term, struct error *err) MUST_CHECK;
enum theme term_theme(const struct term *term);
/* The finest pictures this terminal is known to draw well; none on one that is read out. */
enum pixels term_pixels(const struct term *term);
/* Change colours while running (the menu has a row for it). */
void term_set_theme(struct term *term, enum theme theme);
/* How to switch off the terminal's own reordering by hand; message without id: nothing to do. */
struct message term_hint(const struct term *term);

/* Show the canvas (only differences are sent). */
void term_show(struct term *term, const struct canvas *canvas);
void term_bell(struct term *term);      /* what must not be missed */
void term_bell_also(struct term *term); /* the others, only where all are wanted */
/* "none", "three", "all" as --bell takes them; false: no such word. */
bool term_bells_parse(const char *word, enum term_bells *bells);
/* Put logical text into the clipboard where the terminal allows it (OSC 52). True when it is one
 * that is known to; see tui/clipboard.h for the others. */
bool term_copy(struct term *term, struct str text);

/* A press of the first button, or a turn of the wheel; where it was, from the left and the top. */
struct mouse {
	int row, col;
	int wheel; /* -1 up, 1 down; 0: the button */
};

enum input_kind {
	INPUT_KEY,
	INPUT_MOUSE,  /* never with term_options.mouse off */
	INPUT_PASTE,  /* pasted text, raw: repair it with text_clean */
	INPUT_RESIZE, /* read term_size again and repaint */
	INPUT_READY,  /* file descriptor number `fd` can be read or was closed */
	INPUT_TIMEOUT,
	INPUT_LEAVE /* a signal or the end of the terminal: close in order; signal 0 = hangup */
};

struct input {
	enum input_kind kind;
	struct press press;
	struct mouse mouse;
	struct str paste; /* lasts until the next term_wait */
	int fd;
	int signal;
};

/* Wait for the next thing. TIMEOUT in milliseconds, below 0 for ever. FDS are watched for
 * reading. Keys come before anything else; none is lost. Suspension (SIGTSTP) and its end are
 * handled inside and come out as INPUT_RESIZE. */
void term_wait(struct term *term, int timeout, const int *fds, size_t n, struct input *input);

/* ---- the terminal in memory --------------------------------------------------------------------
 */

/* Once nothing is left to come, term_wait answers INPUT_TIMEOUT, or INPUT_LEAVE when it was to wait
 * for ever. Descriptors are looked at without waiting. */

/* Keys to come. In TEXT each character is a press; <F5> <Enter> <Esc> <Tab> <S-Tab> <Up> <C-x> …
 * are named ones, <lt> is '<'. */
void term_memory_type(struct term *term, const char *text);
void term_memory_press(struct term *term, struct press press);
void term_memory_paste(struct term *term, const char *text);
void term_memory_mouse(struct term *term, struct mouse mouse);
void term_memory_resize(struct term *term, int rows, int cols);
void term_memory_leave(struct term *term, int signal);
bool term_memory_idle(const struct term *term); /* nothing left to come */
/* What was shown last; NULL before the first time. Owned by the terminal. */
struct canvas *term_memory_canvas(struct term *term);
/* What was copied last; empty: nothing. TAKES: as a terminal with a clipboard, or without one. */
struct str term_memory_copied(const struct term *term);
void term_memory_clipboard(struct term *term, bool takes);
int term_memory_bells(const struct term *term);

#endif

/* The smallest program on the real terminal, for tests: a frame, an editor and what came last.
 * F2 changes the language, F10 ends it, F9 fails an assertion, F7 copies,
 * F5 writes to a pipe it watches, F8 waits for a time-out. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "storage/memory.h"
#include "tui/editor.h"
#include "tui/frame.h"
#include "tui/term_known.h"

struct demo {
	struct term *term;
	struct canvas *canvas;
	struct editor *editor;
	enum lang lang;
	char last[256];
	int ends[2];
	int timeout;
};

static void paint(struct demo *d)
{
	struct frame_areas at;
	struct frame f = {.step = TEXT("help")};
	char size[64];
	int rows, cols;

	term_size(d->term, &rows, &cols);
	(void)snprintf(size, sizeof(size), "size %dx%d", cols, rows);
	term_canvas(d->term, d->canvas);
	canvas_begin(d->canvas, rows, cols, d->lang);
	at = frame_draw(d->canvas, &f);
	if (!at.small) {
		canvas_latin(at.work, 0, 0, 30, STYLE_STRONG, ALIGN_START, str_of(size));
		canvas_latin(at.work, 1, 0, 60, STYLE_GOOD, ALIGN_START, str_of(d->last));
		editor_direction(d->editor, d->lang == LANG_AR ? DIR_RTL : DIR_LTR);
		editor_draw(d->editor, canvas_sub(at.work, 3, 0, 6, 0), STYLE_ENTRY, true);
	}
	term_show(d->term, d->canvas);
}

static void name_press(struct demo *d, struct press press)
{
	struct arena a;
	struct str face;

	arena_init(&a, &memory_source);
	face = key_face(press, &a);
	(void)snprintf(d->last, sizeof(d->last), "key %.*s%s", (int)face.n, face.p,
		press.lam_alef ? " lam-alef" : "");
	arena_clear(&a);
}

static bool on_key(struct demo *d, struct press press)
{
	size_t n;

	name_press(d, press);
	if (press.code == PRESS_F10)
		return false;
	if (press.code == PRESS_F2)
		d->lang = (enum lang)((d->lang + 1) % LANG_COUNT);
	else if (press.code == PRESS_F9)
		abort();
	else if (press.code == PRESS_F5)
		return write(d->ends[1], "!", 1) == 1;
	else if (press.code == PRESS_F8)
		d->timeout = 50;
	else if (press.code == PRESS_F7)
		term_copy(d->term, STR("محضر"));
	else if (editor_key(d->editor, press)) {
		n = strlen(d->last);
		(void)snprintf(
			d->last + n, sizeof(d->last) - n, " bytes %zu", editor_text(d->editor).n);
	}
	return true;
}

/* One event; false when it is time to go. */
static bool step(struct demo *d)
{
	struct input e;
	char byte;

	term_wait(d->term, d->timeout, d->ends, 1, &e);
	d->timeout = -1;
	switch (e.kind) {
	case INPUT_KEY:
		return on_key(d, e.press);
	case INPUT_MOUSE:
		(void)snprintf(d->last, sizeof(d->last), "mouse %d %d %d", e.mouse.row, e.mouse.col,
			e.mouse.wheel);
		return true;
	case INPUT_PASTE:
		(void)snprintf(d->last, sizeof(d->last), "paste %zu bytes", e.paste.n);
		(void)editor_paste(d->editor, e.paste);
		return true;
	case INPUT_READY:
		(void)snprintf(
			d->last, sizeof(d->last), "ready, %d byte", (int)read(e.fd, &byte, 1));
		return true;
	case INPUT_LEAVE:
		(void)snprintf(d->last, sizeof(d->last), "left by signal %d", e.signal);
		return false;
	case INPUT_TIMEOUT:
		(void)snprintf(d->last, sizeof(d->last), "time is over");
		return true;
	case INPUT_RESIZE:
		return true;
	}
	return true;
}

/* Every signal is as it was before the terminal was taken: nobody's handler stays behind. */
static bool signals_as_before(void)
{
	static const int all[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
	struct sigaction now;

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (sigaction(all[i], NULL, &now) < 0 || now.sa_handler != SIG_DFL) {
			(void)printf("signal %d is not as before\n", all[i]);
			return false;
		}
	return true;
}

int main(int argc, char **argv)
{
	struct term_options options = {.bidi = TERM_BIDI_AUTO, .mouse = true};
	struct demo d = {.lang = LANG_AR, .timeout = -1};
	struct error err;

	if (pipe(d.ends) < 0)
		return 1;
	if (argc > 1 && !term_bidi_parse(argv[1], &options.bidi))
		return 2;
	if (term_open(&options, &d.term, &err) < 0) {
		(void)fprintf(stderr, "no terminal: %d\n", (int)err.code);
		return 3;
	}
	d.canvas = canvas_open(&memory_source);
	d.editor = editor_open(false);
	do
		paint(&d);
	while (step(&d));
	term_close(d.term);
	canvas_close(d.canvas);
	editor_close(d.editor);
	(void)printf("%s\n", d.last);
	return signals_as_before() ? 0 : 4;
}

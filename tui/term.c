#include "tui/term.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tui/signals.h"
#include "tui/term_kind.h"
#include "tui/term_known.h"

void term_close(struct term *term)
{
	if (term)
		term->kind->close(term);
}

void term_size(const struct term *term, int *rows, int *cols)
{
	term->kind->size(term, rows, cols);
}

enum bidi_mode term_bidi(const struct term *term)
{
	return term->bidi;
}

enum theme term_theme(const struct term *term)
{
	return term->theme;
}

void term_canvas(const struct term *term, struct canvas *canvas)
{
	canvas_options(canvas, term->bidi, term->ascii, term->marks);
	canvas_set_lines(canvas, term->lines);
}

void term_set_bidi(struct term *term, enum term_bidi bidi)
{
	term->kind->set_bidi(term, bidi);
}

bool term_ascii(const struct term *term)
{
	return term->ascii;
}

void term_set_ascii(struct term *term, bool ascii)
{
	term->ascii = ascii;
}

bool term_untried(const struct term *term)
{
	return term->untried;
}

int term_remember(struct term *term, struct error *err)
{
	static const enum term_bidi as[] = {
		[BIDI_EXPLICIT] = TERM_BIDI_EXPLICIT,
		[BIDI_WORD] = TERM_BIDI_WORD,
		[BIDI_IMPLICIT] = TERM_BIDI_IMPLICIT,
		[BIDI_NONE] = TERM_BIDI_NONE,
	};
	struct term_known known;

	term->untried = false;
	if (!term->name[0])
		return 0;
	known = term_known_read(term->name);
	known.bidi = as[term->bidi];
	known.ascii = term->ascii;
	known.told = true;
	return term_known_write(term->name, known, err);
}

int term_remember_theme(struct term *term, struct error *err)
{
	static const enum term_theme as[THEME_COUNT] = {
		[THEME_DARK] = TERM_THEME_DARK,
		[THEME_LIGHT] = TERM_THEME_LIGHT,
		[THEME_8] = TERM_THEME_8,
		[THEME_NONE] = TERM_THEME_NONE,
		[THEME_8_LIGHT] = TERM_THEME_8,
	};
	struct term_known known;

	if (!term->name[0])
		return 0;
	known = term_known_read(term->name);
	known.theme = as[term->theme];
	return term_known_write(term->name, known, err);
}

enum pixels term_pixels(const struct term *term)
{
	if (term->ascii)
		return PIXELS_NONE;
	/* A library that orders letters may take sextants, which came late, for some of them. */
	return term->bidi == BIDI_IMPLICIT && term->pixels == PIXELS_SEXTANT ? PIXELS_QUADRANT
									     : term->pixels;
}

void term_set_theme(struct term *term, enum theme theme)
{
	term->theme = theme;
	term->kind->set_theme(term);
}

struct message term_hint(const struct term *term)
{
	return term->hint;
}

void term_show(struct term *term, const struct canvas *canvas)
{
	term->kind->show(term, canvas);
}

void term_bell(struct term *term)
{
	if (term->bells != TERM_BELLS_NONE)
		term->kind->bell(term);
}

void term_bell_also(struct term *term)
{
	if (term->bells == TERM_BELLS_ALL)
		term->kind->bell(term);
}

bool term_bells_parse(const char *word, enum term_bells *bells)
{
	static const struct {
		const char *word;
		enum term_bells bells;
	} words[] = {
		{"none", TERM_BELLS_NONE},
		{"no", TERM_BELLS_NONE},
		{"three", TERM_BELLS_THREE},
		{"yes", TERM_BELLS_THREE},
		{"all", TERM_BELLS_ALL},
	};

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strcmp(word, words[i].word) == 0) {
			*bells = words[i].bells;
			return true;
		}
	return false;
}

bool term_copy(struct term *term, struct str text)
{
	return term->kind->copy(term, text);
}

void term_wait(struct term *term, int timeout, const int *fds, size_t n, struct input *input)
{
	*input = (struct input){.kind = INPUT_TIMEOUT, .fd = -1};
	term->kind->wait(term, timeout, fds, n, input);
}

void term_kind_send(const char *s, size_t n)
{
	while (n > 0) {
		ssize_t done = write(STDOUT_FILENO, s, n);

		if (done < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (done <= 0)
			return; /* gone; the next wait tells */
		s += done;
		n -= (size_t)done;
	}
}

bool term_kind_leaving(struct input *input)
{
	static const int leaving[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};

	signals_drain();
	for (size_t i = 0; i < ARRAY_LEN(leaving); i++)
		if (signals_take(leaving[i])) {
			*input =
				(struct input){.kind = INPUT_LEAVE, .signal = leaving[i], .fd = -1};
			return true;
		}
	return false;
}

void term_kind_watch(struct term_watch *w, int signals, const int *fds, size_t n)
{
	w->p[0] = (struct pollfd){.fd = STDIN_FILENO, .events = POLLIN};
	w->p[1] = (struct pollfd){.fd = signals, .events = POLLIN};
	w->n = 2;
	for (size_t i = 0; i < n && i < TERM_WATCHED_MAX; i++)
		w->p[w->n++] = (struct pollfd){.fd = fds[i], .events = POLLIN};
}

bool term_kind_ready(const struct term_watch *w, struct input *input)
{
	for (nfds_t i = 2; i < w->n; i++)
		if (w->p[i].revents) {
			*input = (struct input){.kind = INPUT_READY, .fd = w->p[i].fd};
			return true;
		}
	return false;
}

long term_kind_now_ms(void)
{
	struct timespec now;

	if (clock_gettime(CLOCK_MONOTONIC, &now) < 0)
		return 0;
	return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

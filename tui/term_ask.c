#include "tui/term_ask.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "tui/term_kind.h"

/* XTVERSION, whether bidi can be switched (DECRQM 8), background colour, DA2, DA1. The last one is
 * answered by every terminal, so it ends the wait. */
#define QUESTIONS "\033[>0q\033[8$p\033]11;?\033\\\033[>c\033[c"

/* ESC [ ? … c, the answer to DA1, stands in the N bytes. */
static bool has_da1(const char *s, size_t n)
{
	for (size_t i = 0; i + 3 < n; i++) {
		size_t k = i + 3;

		if (s[i] != '\033' || s[i + 1] != '[' || s[i + 2] != '?')
			continue;
		while (k < n && ((s[k] >= '0' && s[k] <= '9') || s[k] == ';'))
			k++;
		if (k < n && s[k] == 'c')
			return true;
	}
	return false;
}

static bool holds(const char *s, size_t n, const char *what)
{
	return memmem(s, n, what, strlen(what)) != NULL;
}

/* The first two hex digits of each colour of "rgb:RRRR/GGGG/BBBB". */
static bool read_background(const char *s, size_t n, bool *light)
{
	const char *p = memmem(s, n, "]11;rgb:", 8);
	const char *end = s + n;
	int value[3] = {0, 0, 0};

	if (!p)
		return false;
	p += 8;
	for (int i = 0; i < 3; i++) {
		char two[3] = "";

		if (end - p < 2)
			return false;
		memcpy(two, p, 2);
		value[i] = (int)strtol(two, NULL, 16);
		while (p < end && *p != '/' && *p != '\033' && *p != '\a')
			p++;
		p += p < end;
	}
	/* perceived brightness, in thousandths */
	*light = 299 * value[0] + 587 * value[1] + 114 * value[2] > 127500;
	return true;
}

/* It names the clipboard (52) among what it can do in its answer to DA1. */
static bool has_clipboard(const char *s, size_t n)
{
	const char *p = memmem(s, n, "\033[?", 3), *end = s + n;

	while (p && p < end && *p != 'c') {
		if (end - p > 3 && p[0] == ';' && p[1] == '5' && p[2] == '2' &&
			(p[3] == ';' || p[3] == 'c'))
			return true;
		p++;
	}
	return false;
}

/* What each said when it was tried: its name and version, else DA2. The first one that is found. */
static const struct {
	const char *what;
	enum term_brand brand;
} answered[] = {
	{"\033[8;1$y", BRAND_VTE},
	{"\033[8;2$y", BRAND_VTE},
	{"|Konsole", BRAND_KONSOLE},
	{"|kitty", BRAND_KITTY},
	{"|XTerm", BRAND_XTERM},
	{"|foot", BRAND_FOOT},
	{"\033[>24;", BRAND_MLTERM},
	{"\033[>65;", BRAND_VTE},
	{"\033[>61;", BRAND_VTE},
	{"\033[>41;", BRAND_XTERM},
	{"\033[>85;", BRAND_URXVT},
	{"\033[>0;136;", BRAND_PUTTY},
	{"\033[>0;115;", BRAND_QTERMINAL},
};

void term_ask_read(const char *s, size_t n, struct term_answers *a)
{
	bool light = false;

	for (size_t i = 0; i < ARRAY_LEN(answered); i++)
		if (holds(s, n, answered[i].what)) {
			a->brand = answered[i].brand;
			break;
		}
	if (holds(s, n, "|tmux") || holds(s, n, "\033[>84;"))
		a->wrap = WRAP_TMUX;
	else if (holds(s, n, "\033[>83;"))
		a->wrap = WRAP_SCREEN;
	a->clipboard = a->clipboard || has_clipboard(s, n) || a->brand == BRAND_KITTY ||
		       a->brand == BRAND_FOOT || holds(s, n, "|WezTerm") ||
		       holds(s, n, "|ghostty") || holds(s, n, "|iTerm2");
	if (read_background(s, n, &light)) {
		a->background_known = true;
		a->light = light;
	}
}

static bool set(const char *name)
{
	const char *value = getenv(name);

	return value && value[0];
}

static bool is(const char *name, const char *prefix)
{
	const char *value = getenv(name);

	return value && strncmp(value, prefix, strlen(prefix)) == 0;
}

/* Variables that a terminal sets for what runs in it. They do not cross ssh and may be left over
 * from another terminal, so they count only where nothing was answered. */
static enum term_brand environment_brand(void)
{
	if (set("VTE_VERSION"))
		return BRAND_VTE;
	if (set("KITTY_WINDOW_ID") || is("TERM", "xterm-kitty"))
		return BRAND_KITTY;
	if (set("KONSOLE_VERSION"))
		return BRAND_KONSOLE;
	if (set("MLTERM") || is("TERM", "mlterm"))
		return BRAND_MLTERM;
	if (is("TERM", "foot"))
		return BRAND_FOOT;
	if (is("TERM", "alacritty"))
		return BRAND_ALACRITTY;
	if (is("TERM", "st-") || is("TERM", "stterm"))
		return BRAND_ST;
	if (is("TERM", "rxvt"))
		return BRAND_URXVT;
	if (is("TERM", "linux"))
		return BRAND_LINUX;
	if (is("TERM_PROGRAM", "Apple_Terminal"))
		return BRAND_MACOS;
	return BRAND_OTHER;
}

void term_ask_read_tmux(const char *line, struct term_answers *a)
{
	static const struct {
		const char *word;
		enum term_brand brand;
	} known[] = {
		{"Konsole", BRAND_KONSOLE},
		{"kitty", BRAND_KITTY},
		{"mlterm", BRAND_MLTERM},
		{"foot", BRAND_FOOT},
		{"alacritty", BRAND_ALACRITTY},
		{"XTerm", BRAND_XTERM},
		{"rxvt", BRAND_URXVT},
		{"linux", BRAND_LINUX},
	};
	size_t n = strcspn(line, " \n");

	if (strncmp(line, "/dev/", 5) == 0 && n < sizeof(a->outer_tty)) {
		memcpy(a->outer_tty, line, n);
		a->outer_tty[n] = '\0';
	}
	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		if (strstr(line + n, known[i].word)) {
			a->brand = known[i].brand;
			return;
		}
}

/* What tmux runs in, from tmux itself: the variables of its panes are those of the terminal it was
 * started in first. */
static void ask_tmux(struct term_answers *a)
{
	char line[256] = "";
	FILE *answer = popen("tmux display-message -p "
			     "'#{client_tty} #{client_termname} #{client_termtype}' 2>/dev/null",
		"r");

	if (!answer)
		return;
	if (!fgets(line, sizeof(line), answer))
		line[0] = '\0';
	(void)pclose(answer); /* no tmux, no answer: the variables stand */
	term_ask_read_tmux(line, a);
}

void term_ask_environment(struct term_answers *a)
{
	const char *colours = getenv("COLORFGBG");
	const char *back = colours ? strrchr(colours, ';') : NULL;

	if (a->brand == BRAND_OTHER && a->wrap == WRAP_NONE) {
		if (set("TMUX"))
			a->wrap = WRAP_TMUX;
		else if (set("STY"))
			a->wrap = WRAP_SCREEN;
	}
	/* Those that take it unless told otherwise, when they are not behind another one. */
	if (!set("TMUX") && !set("STY"))
		a->clipboard = a->clipboard || is("TERM", "alacritty") || is("TERM", "foot") ||
			       is("TERM", "xterm-kitty") || set("WT_SESSION") ||
			       is("TERM_PROGRAM", "WezTerm") || is("TERM_PROGRAM", "ghostty") ||
			       is("TERM_PROGRAM", "iTerm");
	/* What answered itself is what it is; in tmux and screen the variables are of the outside.
	 */
	if (a->brand == BRAND_OTHER)
		a->brand = environment_brand();
	if (a->wrap == WRAP_TMUX)
		ask_tmux(a);
	if (!a->background_known && back) {
		a->background_known = true;
		a->light = strcmp(back, ";7") == 0 || strcmp(back, ";15") == 0;
	}
}

void term_ask_name(const struct term_answers *a, char *name, size_t room)
{
	static const char *const brands[BRAND_COUNT] = {
		[BRAND_VTE] = "vte",
		[BRAND_KONSOLE] = "konsole",
		[BRAND_MLTERM] = "mlterm",
		[BRAND_KITTY] = "kitty",
		[BRAND_XTERM] = "xterm",
		[BRAND_FOOT] = "foot",
		[BRAND_ALACRITTY] = "alacritty",
		[BRAND_ST] = "st",
		[BRAND_URXVT] = "urxvt",
		[BRAND_LINUX] = "linux",
		[BRAND_PUTTY] = "putty",
		[BRAND_QTERMINAL] = "qterminal",
		[BRAND_MACOS] = "macos",
	};
	static const char *const wraps[] = {"", "tmux/", "screen/"};
	const char *term = getenv("TERM");

	(void)snprintf(name, room, "%s%s", wraps[a->wrap],
		brands[a->brand] ? brands[a->brand]
		: term           ? term
				 : "");
}

enum pixels term_ask_pixels(const struct term_answers *a)
{
	switch (a->brand) {
	case BRAND_VTE:
	case BRAND_KONSOLE:
	case BRAND_KITTY:
	case BRAND_FOOT: /* what lies between may not know their width */
		return a->wrap == WRAP_NONE ? PIXELS_SEXTANT : PIXELS_QUADRANT;
	case BRAND_LINUX:
		return PIXELS_HALF;
	case BRAND_OTHER:
	case BRAND_MLTERM:
	case BRAND_XTERM:
	case BRAND_ALACRITTY:
	case BRAND_ST:
	case BRAND_URXVT:
	case BRAND_PUTTY:
	case BRAND_QTERMINAL:
	case BRAND_MACOS:
	case BRAND_COUNT:
		break;
	}
	return PIXELS_QUADRANT;
}

static bool write_all(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, s, n);

		if (done <= 0)
			return false;
		s += done;
		n -= (size_t)done;
	}
	return true;
}

void term_ask(
	int in, int out, int milliseconds, struct term_answers *answers, struct term_late *late)
{
	struct termios kept, raw;
	char answer[1024];
	size_t n = 0;
	long end = term_kind_now_ms() + milliseconds;

	if (tcgetattr(in, &kept) < 0)
		return;
	raw = kept;
	cfmakeraw(&raw);
	raw.c_oflag |= OPOST;
	if (tcsetattr(in, TCSANOW, &raw) < 0)
		return;
	if (write_all(out, QUESTIONS, strlen(QUESTIONS))) {
		while (n < sizeof(answer) && !has_da1(answer, n)) {
			struct pollfd p = {.fd = in, .events = POLLIN};
			long left = end - term_kind_now_ms();
			ssize_t got;

			if (left <= 0 || poll(&p, 1, (int)left) <= 0)
				break;
			got = read(in, answer + n, sizeof(answer) - n);
			if (got <= 0)
				break;
			n += (size_t)got;
		}
		/* One terminal prints a letter for a question it does not know. */
		(void)write_all(out, "\r\033[K", 4);
	}
	(void)tcsetattr(in, TCSANOW, &kept);
	late->owed = !has_da1(answer, n);
	for (size_t i = 0; i < n && late->owed; i++)
		(void)term_late_take(late, (unsigned char)answer[i]);
	term_ask_read(answer, n, answers);
}

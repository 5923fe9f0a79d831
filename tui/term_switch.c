#include "tui/term_switch.h"

#include <stdio.h>
#include <string.h>

/* ECMA-48: whether the terminal orders letters (BDSM), and which way rows run (SCP). */
#define LEAVE_ALONE "\033[8l\033[1 k"
#define AS_BEFORE   "\033[8h\033[0 k"
#define ORDER       "\033[8h"

static void add(char *to, size_t room, const char *text)
{
	size_t n = strlen(to);

	(void)snprintf(to + n, room - n, "%s", text);
}

/* TEXT to what tmux or screen runs in: inside a string that they pass on. tmux wants each escape
 * twice. */
static void add_wrapped(char *to, size_t room, enum term_wrap wrap, const char *text)
{
	size_t n = strlen(to);

	if (wrap == WRAP_NONE) {
		add(to, room, text);
		return;
	}
	add(to, room, wrap == WRAP_TMUX ? "\033Ptmux;" : "\033P");
	for (n = strlen(to); *text && n + 3 < room; text++) {
		if (*text == '\033' && wrap == WRAP_TMUX)
			to[n++] = '\033';
		to[n++] = *text;
	}
	to[n] = '\0';
	add(to, room, "\033\\");
}

/* Whether and how a terminal can be told to leave cells alone. */
struct switches {
	const char *on, *off;
};

static struct switches switches_of(enum term_brand brand)
{
	switch (brand) {
	case BRAND_VTE:
		return (struct switches){"\033[8l", "\033[8h"};
	case BRAND_KONSOLE:
		return (struct switches){"\033]50;BidiRenderingEnabled=false\a",
			"\033]50;BidiRenderingEnabled=true\a"};
	case BRAND_MLTERM:
		return (struct switches){"\033]5379;use_bidi=false\a\033]5379;use_ctl=false\a",
			"\033]5379;use_bidi=true\a\033]5379;use_ctl=true\a"};
	case BRAND_OTHER:
	case BRAND_KITTY:
	case BRAND_XTERM:
	case BRAND_FOOT:
	case BRAND_ALACRITTY:
	case BRAND_ST:
	case BRAND_URXVT:
	case BRAND_LINUX:
	case BRAND_PUTTY:
	case BRAND_QTERMINAL:
	case BRAND_MACOS:
	case BRAND_COUNT:
		break;
	}
	return (struct switches){"", ""};
}

static struct message hint_of(enum term_brand brand)
{
	switch (brand) {
	case BRAND_PUTTY:
		return TEXT(N_("Arabic reversed? PuTTY, Terminal, Features: disable bidi and "
			       "Arabic shaping."));
	case BRAND_QTERMINAL:
		return TEXT(N_("Arabic reversed? Preferences, Appearance: switch "
			       "bidirectional text off."));
	case BRAND_MACOS:
		return TEXT(N_("Arabic reversed? Settings, Profiles, Text: switch "
			       "bidirectional text off."));
	case BRAND_OTHER:
	case BRAND_VTE:
	case BRAND_KONSOLE:
	case BRAND_MLTERM:
	case BRAND_KITTY:
	case BRAND_XTERM:
	case BRAND_FOOT:
	case BRAND_ALACRITTY:
	case BRAND_ST:
	case BRAND_URXVT:
	case BRAND_LINUX:
	case BRAND_COUNT:
		break;
	}
	return NO_MESSAGE;
}

static enum bidi_mode mode_of(
	const struct term_answers *a, enum term_bidi wish, enum term_bidi known)
{
	switch (wish == TERM_BIDI_AUTO ? known : wish) {
	case TERM_BIDI_AUTO:
		return a->brand == BRAND_KITTY ? BIDI_WORD : BIDI_EXPLICIT;
	case TERM_BIDI_EXPLICIT:
		return BIDI_EXPLICIT;
	case TERM_BIDI_WORD:
		return BIDI_WORD;
	case TERM_BIDI_IMPLICIT:
		/* A row with blocks in it begins at the left there, whatever its letters are: the
		 * figures of a vote would change places. It can be told to leave all alone. */
		return a->brand == BRAND_MLTERM ? BIDI_EXPLICIT : BIDI_IMPLICIT;
	case TERM_BIDI_NONE:
		return BIDI_NONE;
	}
	return BIDI_EXPLICIT;
}

/* Marks fall off their letters in some terminals, whatever was asked for. */
static bool shows_marks(const struct term_answers *a, const struct term_switch *s)
{
	return s->mode != BIDI_WORD && a->brand != BRAND_KITTY && a->brand != BRAND_ALACRITTY &&
	       a->brand != BRAND_ST;
}

static void leave_alone(struct term_switch *s, const struct term_answers *a)
{
	struct switches own = switches_of(a->brand);

	add(s->on, sizeof(s->on), LEAVE_ALONE);
	if (a->wrap != WRAP_NONE && !own.on[0]) /* not known: the standard does no harm */
		own = (struct switches){"\033[8l", "\033[8h"};
	/* VTE itself was told by the standard. */
	if (own.on[0] && (a->wrap != WRAP_NONE || a->brand != BRAND_VTE)) {
		add_wrapped(s->on, sizeof(s->on), a->wrap, own.on);
		add_wrapped(s->off, sizeof(s->off), a->wrap, own.off);
	}
	if (a->wrap == WRAP_TMUX) {
		add(s->outer_on, sizeof(s->outer_on), own.on);
		add(s->outer_off, sizeof(s->outer_off), own.off);
		s->outer_clear = a->brand == BRAND_VTE;
	}
	add(s->off, sizeof(s->off), AS_BEFORE);
}

struct term_switch term_switch_of(
	const struct term_answers *a, const struct term_options *o, enum term_bidi known)
{
	struct term_switch s = {.hint = NO_MESSAGE};

	s.mode = mode_of(a, o->bidi, known);
	s.marks = o->marks == TERM_MARKS_ON && shows_marks(a, &s);
	add(s.on, sizeof(s.on), "\033[?2004h");
	if (o->mouse) /* presses and the wheel, as decimal numbers */
		add(s.on, sizeof(s.on), "\033[?1000h\033[?1006h");
	/* The console prints the end of sequences it does not know, and orders nothing. */
	if (a->brand == BRAND_LINUX && a->wrap == WRAP_NONE) {
		/* nothing to switch */
	} else if (bidi_is_visual(s.mode)) {
		leave_alone(&s, a);
	} else if (s.mode == BIDI_IMPLICIT) {
		add(s.on, sizeof(s.on), ORDER);
		add(s.off, sizeof(s.off), AS_BEFORE);
	}
	if (o->mouse)
		add(s.off, sizeof(s.off), "\033[?1006l\033[?1000l");
	add(s.off, sizeof(s.off), "\033[?2004l");
	if (o->bidi == TERM_BIDI_AUTO && known == TERM_BIDI_AUTO)
		s.hint = hint_of(a->brand);
	return s;
}

const char *term_switch_base(enum bidi_mode mode, bool rtl)
{
	if (mode != BIDI_IMPLICIT)
		return "";
	return rtl ? "\033[2 k" : "\033[1 k";
}

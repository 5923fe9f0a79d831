/* The terminal of the tests: events are put in by hand, pictures kept. */
#include <assert.h>
#include <poll.h>
#include <string.h>

#include "locale/text.h"
#include "storage/memory.h"
#include "tui/term_kind.h"

struct coming {
	struct coming *next;
	struct input input;
};

struct memory_term {
	struct term term;
	struct arena arena; /* events and pasted texts, until closing */
	struct coming *first, **last;
	struct canvas *shown;
	struct str copied;
	int rows, cols, bells;
	bool any, takes_copies;
};

static struct memory_term *of(struct term *term)
{
	return (struct memory_term *)term;
}

static void memory_close(struct term *term)
{
	struct memory_term *m = of(term);

	canvas_close(m->shown);
	arena_clear(&m->arena);
	memory_source.give(m);
}

static void memory_size(const struct term *term, int *rows, int *cols)
{
	const struct memory_term *m = (const struct memory_term *)term;

	*rows = m->rows;
	*cols = m->cols;
}

/* Invisible characters take a cell in one terminal and none in the next: no test shows one. */
static void assert_visible(const struct canvas *canvas)
{
	uint32_t codes[CELL_CODES_MAX];

	for (int row = 0; row < canvas_rows(canvas); row++)
		for (int col = 0; col < canvas_cols(canvas); col++) {
			size_t n = canvas_codes(canvas, canvas_cell(canvas, row, col), codes);

			for (size_t i = 0; i < n; i++)
				assert(!text_is_format(codes[i]) && codes[i] != 0xA0 &&
					codes[i] != 0x202F);
		}
}

static void memory_show(struct term *term, const struct canvas *canvas)
{
	assert_visible(canvas);
	canvas_copy(of(term)->shown, canvas);
	of(term)->any = true;
}

static void memory_bell(struct term *term)
{
	of(term)->bells++;
}

static bool memory_copy(struct term *term, struct str text)
{
	if (of(term)->takes_copies)
		of(term)->copied = arena_str(&of(term)->arena, text);
	return of(term)->takes_copies;
}

static void memory_set_bidi(struct term *term, enum term_bidi bidi)
{
	static const enum bidi_mode modes[] = {
		[TERM_BIDI_AUTO] = BIDI_EXPLICIT,
		[TERM_BIDI_EXPLICIT] = BIDI_EXPLICIT,
		[TERM_BIDI_WORD] = BIDI_WORD,
		[TERM_BIDI_IMPLICIT] = BIDI_IMPLICIT,
		[TERM_BIDI_NONE] = BIDI_NONE,
	};

	term->bidi = modes[bidi];
}

static void nothing(struct term *term)
{
	(void)term;
}

static bool ready(const int *fds, size_t n, struct input *input)
{
	for (size_t i = 0; i < n; i++) {
		struct pollfd p = {.fd = fds[i], .events = POLLIN};

		if (poll(&p, 1, 0) > 0 && p.revents) {
			*input = (struct input){.kind = INPUT_READY, .fd = fds[i]};
			return true;
		}
	}
	return false;
}

static void memory_wait(
	struct term *term, int timeout, const int *fds, size_t n, struct input *input)
{
	struct memory_term *m = of(term);
	struct coming *c = m->first;

	if (c) {
		*input = c->input;
		m->first = c->next;
		if (!m->first)
			m->last = &m->first;
		if (input->kind == INPUT_RESIZE) {
			m->rows = input->fd;
			m->cols = input->signal;
			input->fd = -1;
			input->signal = 0;
		}
	} else if (!ready(fds, n, input)) {
		input->kind = timeout < 0 ? INPUT_LEAVE : INPUT_TIMEOUT;
	}
}

static const struct term_kind memory_kind = {
	.close = memory_close,
	.size = memory_size,
	.show = memory_show,
	.bell = memory_bell,
	.copy = memory_copy,
	.wait = memory_wait,
	.set_theme = nothing,
	.set_bidi = memory_set_bidi,
};

struct term *term_memory_open(int rows, int cols)
{
	struct memory_term *m = memory_source.take(sizeof(*m));

	memset(m, 0, sizeof(*m));
	m->term.kind = &memory_kind;
	m->term.bidi = BIDI_EXPLICIT;
	m->term.theme = THEME_DARK;
	m->takes_copies = true;
	m->rows = rows;
	m->cols = cols;
	m->last = &m->first;
	arena_init(&m->arena, &memory_source);
	m->shown = canvas_open(&memory_source);
	return &m->term;
}

static void add(struct term *term, struct input input)
{
	struct memory_term *m = of(term);
	struct coming *c = ARENA_NEW(&m->arena, struct coming);

	c->input = input;
	*m->last = c;
	m->last = &c->next;
}

void term_memory_press(struct term *term, struct press press)
{
	add(term, (struct input){.kind = INPUT_KEY, .press = press, .fd = -1});
}

void term_memory_paste(struct term *term, const char *text)
{
	add(term, (struct input){.kind = INPUT_PASTE,
			  .paste = arena_str(&of(term)->arena, str_of(text)),
			  .fd = -1});
}

void term_memory_mouse(struct term *term, struct mouse mouse)
{
	add(term, (struct input){.kind = INPUT_MOUSE, .mouse = mouse, .fd = -1});
}

void term_memory_resize(struct term *term, int rows, int cols)
{
	/* The size travels in two fields that a resize has no other use for. */
	add(term, (struct input){.kind = INPUT_RESIZE, .fd = rows, .signal = cols});
}

void term_memory_leave(struct term *term, int signal)
{
	add(term, (struct input){.kind = INPUT_LEAVE, .signal = signal, .fd = -1});
}

struct named {
	const char *name;
	enum press_code code;
};

static const struct named names[] = {
	{"Enter", PRESS_ENTER},
	{"Esc", PRESS_ESC},
	{"Tab", PRESS_TAB},
	{"S-Tab", PRESS_BACK_TAB},
	{"BS", PRESS_BACKSPACE},
	{"Del", PRESS_DELETE},
	{"Up", PRESS_UP},
	{"Down", PRESS_DOWN},
	{"Left", PRESS_LEFT},
	{"Right", PRESS_RIGHT},
	{"C-Left", PRESS_WORD_LEFT},
	{"C-Right", PRESS_WORD_RIGHT},
	{"Home", PRESS_HOME},
	{"End", PRESS_END},
	{"C-Home", PRESS_TOP},
	{"C-End", PRESS_BOTTOM},
	{"PgUp", PRESS_PAGE_UP},
	{"PgDn", PRESS_PAGE_DOWN},
	{"Ins", PRESS_INSERT},
	{"F1", PRESS_F1},
	{"F2", PRESS_F2},
	{"F3", PRESS_F3},
	{"F4", PRESS_F4},
	{"F5", PRESS_F5},
	{"F6", PRESS_F6},
	{"F7", PRESS_F7},
	{"F8", PRESS_F8},
	{"F9", PRESS_F9},
	{"F10", PRESS_F10},
	{"F11", PRESS_F11},
	{"F12", PRESS_F12},
};

static struct press named(struct str s)
{
	if (str_is(s, "lt"))
		return PRESS_CHAR_OF('<');
	if (s.n == 3 && s.p[0] == 'C' && s.p[1] == '-')
		return (struct press){
			.code = PRESS_CHAR, .ch = (unsigned char)s.p[2], .ctrl = true};
	if (s.n == 3 && s.p[0] == 'A' && s.p[1] == '-')
		return (struct press){.code = PRESS_CHAR, .ch = (unsigned char)s.p[2], .alt = true};
	for (size_t i = 0; i < ARRAY_LEN(names); i++)
		if (str_is(s, names[i].name))
			return PRESS_OF(names[i].code);
	if (s.n > 2 && s.p[1] == '-' && (s.p[0] == 'S' || s.p[0] == 'A')) {
		struct press press = named((struct str){s.p + 2, s.n - 2});

		press.shift = press.shift || s.p[0] == 'S';
		press.alt = press.alt || s.p[0] == 'A';
		return press;
	}
	assert(!"a key that has this name");
	return PRESS_OF(PRESS_NONE);
}

void term_memory_type(struct term *term, const char *text)
{
	struct str s = str_of(text);
	size_t at = 0;

	while (at < s.n) {
		const char *end = s.p[at] == '<' ? memchr(s.p + at, '>', s.n - at) : NULL;

		if (end) {
			struct str name = {s.p + at + 1, (size_t)(end - s.p) - at - 1};

			term_memory_press(term, named(name));
			at = (size_t)(end - s.p) + 1;
		} else {
			uint32_t ch = text_decode(s, &at);

			term_memory_press(term, PRESS_CHAR_OF(ch));
		}
	}
}

bool term_memory_idle(const struct term *term)
{
	return !((const struct memory_term *)term)->first;
}

struct canvas *term_memory_canvas(struct term *term)
{
	return of(term)->any ? of(term)->shown : NULL;
}

struct str term_memory_copied(const struct term *term)
{
	return ((const struct memory_term *)term)->copied;
}

void term_memory_clipboard(struct term *term, bool takes)
{
	of(term)->takes_copies = takes;
}

int term_memory_bells(const struct term *term)
{
	return ((const struct memory_term *)term)->bells;
}

#include "locale/layout.h"

#include <stdlib.h>
#include <string.h>

#include <fribidi.h>

#include "locale/text.h"

#define ELLIPSIS       0x2026u
#define ELLIPSIS_BYTES 3       /* in UTF-8 */
#define FILLER         0xFEFFu /* what FriBidi leaves where the alef of a lam-alef was */
#define DOTTED_CIRCLE  0x25CCu /* carries a mark that has no letter */

/* A letter of the text in logical order: a code point and the marks behind it. */
struct letter {
	uint32_t from, to;
	uint32_t mark[GLYPH_CODES - 1];
	uint8_t marks;
	uint8_t width; /* cells; 0 for format characters and for the second half of a lam-alef */
	bool blank;    /* a line may be broken behind it */
	bool alone;    /* a mark without a letter: for the order of the line it stays a mark */
};

/* One paragraph on its way to cells. All arrays are in logical order and as long as `n`. */
struct paragraph {
	struct letter *letter;
	FriBidiChar *code; /* as shown: shaped, mirrored */
	FriBidiLevel *level;
	FriBidiCharType *type;
	size_t n;
	size_t from, to; /* bytes of the source */
	FriBidiParType direction;
	struct layout_options options;
	struct arena *arena;
};

/* ---- reading the letters ---- */

static bool is_blank(uint32_t code)
{
	return code <= ' ' || code == 0x1680 ||
	       (code >= 0x2000 && code <= 0x200A && code != 0x2007) || code == 0x2028 ||
	       code == 0x2029 || code == 0x205F || code == 0x3000 || (code >= 0x7F && code < 0xA0);
}

/* What a terminal is sent for CODE: no invisible blanks, no letters without joined forms. */
static uint32_t shown_as(uint32_t code)
{
	if (code == 0xA0 || code == 0x2007 || code == 0x202F || (is_blank(code) && code != 0x3000))
		return ' ';
	if (code == 0x2011) /* a hyphen that does not break */
		return '-';
	if (code == 0x0763) /* the gaf of Morocco: this twin of it has joined forms */
		return 0x06AD;
	return code;
}

/* Tashkil and the small signs of the Qur'an. */
static bool is_arabic_mark(uint32_t code)
{
	return (code >= 0x0610 && code <= 0x061A) || (code >= 0x064B && code <= 0x065F) ||
	       code == 0x0670 || (code >= 0x06D6 && code <= 0x06ED) ||
	       (code >= 0x08D3 && code <= 0x08FF);
}

/* What a mark may stand on: a letter, with at most joiners between them. A sign of Arabic rides on
 * a blank as well, for people type the tanwin behind one. */
struct carrier {
	size_t letter; /* SIZE_MAX: none */
	bool blank;
};

static bool carries(struct carrier c, uint32_t mark)
{
	return c.letter != SIZE_MAX && (!c.blank || is_arabic_mark(mark));
}

/* Who carries what comes behind CODE, the letter at INDEX of CELLS cells. */
static struct carrier carrier_after(struct carrier c, size_t index, uint32_t code, int cells)
{
	if (cells > 0)
		return (struct carrier){index, is_blank(code)};
	if (code == 0xAD || (code >= 0x200B && code <= 0x200D))
		return c;
	return (struct carrier){SIZE_MAX, false};
}

static void read_letters(struct paragraph *p, struct str text)
{
	struct carrier carrier = {SIZE_MAX, false};
	size_t at = p->from;

	while (at < p->to) {
		size_t from = at;
		uint32_t code = text_decode(text, &at);
		bool mark = text_is_mark(code) && !text_is_format(code);

		if (mark && carries(carrier, code)) {
			struct letter *l = &p->letter[carrier.letter];

			if ((p->options.marks || !is_arabic_mark(code)) &&
				l->marks < ARRAY_LEN(l->mark))
				l->mark[l->marks++] = code;
			p->letter[p->n - 1].to = (uint32_t)at;
			continue;
		}

		struct letter *l = &p->letter[p->n];

		*l = (struct letter){.from = (uint32_t)from, .to = (uint32_t)at};
		if (mark) {
			l->mark[l->marks++] = code;
			l->alone = true;
			code = DOTTED_CIRCLE;
		}
		l->blank = is_blank(code);
		/* Blanks of all kinds are one kind for the order of the line, but a no-break
		 * blank inside an amount has a kind of its own that keeps it together. */
		if (l->blank)
			code = shown_as(code);
		else if (code == 0x0763)
			code = shown_as(code);
		l->width = (uint8_t)text_code_width(code);
		carrier = carrier_after(carrier, p->n, code, l->width);
		p->code[p->n++] = code;
	}
}

/* ---- order and shape ---- */

static bool needs_bidi(const struct paragraph *p)
{
	if (!bidi_is_visual(p->options.mode))
		return false;
	if (p->options.base == DIR_RTL)
		return true;
	for (size_t i = 0; i < p->n; i++) {
		if (p->code[i] >= 0x0590)
			return true;
	}
	return false;
}

static void shape(struct paragraph *p)
{
	FriBidiStrIndex n = (FriBidiStrIndex)p->n;
	FriBidiBracketType *brackets = ARENA_ARRAY(p->arena, FriBidiBracketType, p->n);
	FriBidiJoiningType *joining = ARENA_ARRAY(p->arena, FriBidiJoiningType, p->n);

	fribidi_get_bidi_types(p->code, n, p->type);
	for (size_t i = 0; i < p->n; i++) {
		if (p->letter[i].alone)
			p->type[i] = FRIBIDI_TYPE_NSM;
		else if (p->letter[i].marks && FRIBIDI_IS_ES_OR_CS(p->type[i]))
			p->type[i] = FRIBIDI_TYPE_ON; /* it holds no number together */
	}
	fribidi_get_bracket_types(p->code, n, p->type, brackets);
	if (!fribidi_get_par_embedding_levels_ex(p->type, brackets, n, &p->direction, p->level))
		abort(); /* out of memory, as everywhere: every act is on disk already */
	fribidi_get_joining_types(p->code, n, joining);
	fribidi_join_arabic(p->type, n, p->level, joining);
	fribidi_shape(
		FRIBIDI_FLAG_SHAPE_MIRRORING | FRIBIDI_FLAGS_ARABIC, p->level, n, joining, p->code);
	/* FriBidi puts the ligature on the alef and the filler on the lam; here the cell belongs to
	 * the lam, where the caret before both letters stands. */
	for (size_t i = 0; i + 1 < p->n; i++) {
		FriBidiChar ligature = p->code[i + 1];

		if (p->code[i] == FILLER && p->letter[i].width > 0 && ligature >= 0xFEF5 &&
			ligature <= 0xFEFC) {
			p->code[i] = ligature;
			p->code[i + 1] = FILLER;
		}
	}
	for (size_t i = 1; i < p->n; i++) {
		if (p->code[i] == FILLER)
			p->letter[i].width = 0;
	}
}

static bool is_second_half(const struct paragraph *p, size_t i)
{
	/* A byte order mark of the text itself never got a width; neither is shown. */
	return i < p->n && p->code[i] == FILLER;
}

/* Bytes FROM … TO of TEXT, which hold no newline that means a new paragraph. */
static struct paragraph read_paragraph(
	struct str text, size_t from, size_t to, struct layout_options o, struct arena *a)
{
	struct paragraph p = {.from = from, .to = to, .options = o, .arena = a};
	size_t room = to - from;

	p.letter = ARENA_ARRAY(a, struct letter, room);
	p.code = ARENA_ARRAY(a, FriBidiChar, room);
	p.level = ARENA_ARRAY(a, FriBidiLevel, room);
	p.type = ARENA_ARRAY(a, FriBidiCharType, room);
	p.direction = o.base == DIR_RTL ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
	if (!bidi_is_visual(o.mode)) {
		p.options.base = DIR_LTR;
		p.direction = FRIBIDI_PAR_LTR;
	}
	read_letters(&p, text);
	if (p.n && needs_bidi(&p)) {
		shape(&p);
	} else {
		for (size_t i = 0; i < p.n; i++)
			p.type[i] = FRIBIDI_TYPE_LTR;
	}
	return p;
}

static void add_marks(struct glyph *g, const struct letter *l)
{
	for (uint8_t i = 0; i < l->marks && g->codes < GLYPH_CODES; i++)
		g->code[g->codes++] = l->mark[i];
}

/* Letters BEGIN … END of P as cells. The line accounts for the bytes up to TO. */
static struct layout_line make_line(
	struct paragraph *p, size_t begin, size_t end, size_t from, size_t to)
{
	struct layout_line line = {.from = from, .to = to, .base = p->options.base};
	size_t n = end - begin;
	struct glyph *glyph = ARENA_ARRAY(p->arena, struct glyph, n);
	FriBidiStrIndex *map = ARENA_ARRAY(p->arena, FriBidiStrIndex, n);

	for (size_t i = 0; i < n; i++)
		map[i] = (FriBidiStrIndex)i;
	if (n && bidi_is_visual(p->options.mode) &&
		!fribidi_reorder_line(0, p->type + begin, (FriBidiStrIndex)n, 0, p->direction,
			p->level + begin, NULL, map))
		abort();
	for (size_t i = 0; i < n; i++) {
		size_t at = begin + (size_t)map[i];
		const struct letter *l = &p->letter[at];

		if (l->width == 0)
			continue;

		struct glyph *g = &glyph[line.n++];

		*g = (struct glyph){.from = l->from, .to = l->to, .width = l->width};
		g->rtl = (p->level[at] & 1) != 0;
		g->code[g->codes++] = shown_as(p->code[at]);
		add_marks(g, l);
		if (is_second_half(p, at + 1) && p->letter[at + 1].from == l->to) {
			g->to = p->letter[at + 1].to;
			add_marks(g, &p->letter[at + 1]);
		}
		line.width += g->width;
	}
	line.at = glyph;
	return line;
}

struct layout_line layout_line(struct str text, struct layout_options o, struct arena *a)
{
	struct paragraph p = read_paragraph(text, 0, text.n, o, a);

	return make_line(&p, 0, p.n, 0, text.n);
}

/* ---- lines ---- */

/* Signs that French sets behind a blank and that must not begin a line. */
static bool clings_to_what_is_before(uint32_t code)
{
	return code == ':' || code == ';' || code == '?' || code == '!' || code == 0xBB ||
	       code == '%';
}

/* Where the line that begins with letter BEGIN ends: *NEXT is the first letter of the next one,
 * the result the end of what is shown of this one. */
static size_t break_line(const struct paragraph *p, size_t begin, int width, size_t *next)
{
	size_t i = begin, after_blank = begin;
	int used = 0;

	while (i < p->n) {
		const struct letter *l = &p->letter[i];

		if (l->blank) {
			bool opens = i > begin && p->code[i - 1] == 0xAB;
			bool closes = i + 1 < p->n && clings_to_what_is_before(p->code[i + 1]);

			/* A blank at the end of a line may hang over. */
			if (used < width)
				used += l->width;
			i++;
			if (!opens && !closes)
				after_blank = i;
			continue;
		}
		if (used + l->width > width)
			break;
		used += l->width;
		i++;
	}
	if (i == p->n) {
		*next = i;
	} else {
		*next = after_blank > begin ? after_blank : i > begin ? i : begin + 1;
		/* Not between a letter and what has no cell of its own. */
		while (*next < p->n && p->letter[*next].width == 0)
			(*next)++;
	}

	size_t end = *next;
	int total = 0;

	if (*next < p->n) {
		while (end > begin && (p->letter[end - 1].blank || !p->letter[end - 1].width))
			end--;
		return end;
	}
	/* The last line keeps its blanks, for somebody may be typing them, as far as they fit. */
	for (end = begin; end < *next && total + p->letter[end].width <= width; end++)
		total += p->letter[end].width;
	return end;
}

struct lines {
	struct layout_line *at;
	size_t n, room;
};

static void add_line(struct lines *lines, struct layout_line line, struct arena *a)
{
	if (lines->n == lines->room) {
		struct layout_line *old = lines->at;

		lines->room = lines->room ? lines->room * 2 : 8;
		lines->at = ARENA_ARRAY(a, struct layout_line, lines->room);
		if (lines->n)
			memcpy(lines->at, old, lines->n * sizeof *old);
	}
	lines->at[lines->n++] = line;
}

size_t layout_wrap(struct str text, int width, struct layout_options o, struct arena *a,
	struct layout_line **lines)
{
	struct lines all = {0};
	size_t from = 0;

	if (width < 2)
		width = 2;
	for (;;) {
		const char *newline =
			text.n > from ? memchr(text.p + from, '\n', text.n - from) : NULL;
		size_t to = newline ? (size_t)(newline - text.p) : text.n;
		struct paragraph p = read_paragraph(text, from, to, o, a);
		size_t begin = 0, next = 0, byte = from;

		do {
			size_t end = break_line(&p, begin, width, &next);
			size_t until = next < p.n ? p.letter[next].from : to;

			add_line(&all, make_line(&p, begin, end, byte, until), a);
			begin = next;
			byte = until;
		} while (begin < p.n);
		if (!newline)
			break;
		from = to + 1;
	}
	*lines = all.at;
	return all.n;
}

static uint32_t code_of(struct str text, const struct letter *l)
{
	size_t at = l->from;

	return text_decode(text, &at);
}

static bool is_digit(uint32_t code)
{
	return (code >= '0' && code <= '9') || (code >= 0x0660 && code <= 0x0669);
}

/* Marks of thousands and decimals, of times, dates and shares: between two digits they are part of
 * the figure. */
static bool joins_digits(uint32_t code)
{
	return code == '.' || code == ',' || code == ':' || code == '/' || code == '-' ||
	       code == 0x2013 || code == 0x00A0 || code == 0x202F || code == 0x066B ||
	       code == 0x066C;
}

/* The codes of the letters that are seen before KEEP, the nearer one first, and from KEEP on. */
struct around {
	uint32_t before[2], after[2];
};

static struct around around(const struct paragraph *p, struct str text, size_t keep)
{
	struct around a = {{0, 0}, {0, 0}};
	size_t n = 0;

	for (size_t i = keep; i-- > 0 && n < 2;)
		if (p->letter[i].width)
			a.before[n++] = code_of(text, &p->letter[i]);
	n = 0;
	for (size_t i = keep; i < p->n && n < 2; i++)
		if (p->letter[i].width)
			a.after[n++] = code_of(text, &p->letter[i]);
	return a;
}

/* Would a cut before letter KEEP leave a figure that is another one? */
static bool cuts_figure(const struct paragraph *p, struct str text, size_t keep)
{
	struct around a = around(p, text, keep);

	if (is_digit(a.before[0]))
		return is_digit(a.after[0]) || (joins_digits(a.after[0]) && is_digit(a.after[1]));
	return joins_digits(a.before[0]) && is_digit(a.before[1]) && is_digit(a.after[0]);
}

static size_t without_blanks(const struct paragraph *p, size_t keep)
{
	while (keep > 0 && p->letter[keep - 1].blank)
		keep--;
	return keep;
}

/* How many letters of P stand before the ellipsis in WIDTH cells. Half a figure is a wrong one: it
 * is shown whole, with a blank after it so that nobody takes it for half, or not at all. */
static size_t kept(const struct paragraph *p, struct str text, int width, bool *blank)
{
	int used = 0, room;
	size_t keep = 0;

	while (used + p->letter[keep].width <= width - 1)
		used += p->letter[keep++].width;
	for (;;) {
		while (keep > 0 && cuts_figure(p, text, keep))
			keep--;
		keep = without_blanks(p, keep);
		if (joins_digits(around(p, text, keep).before[0]) &&
			is_digit(around(p, text, keep).before[1])) {
			keep--;
			continue;
		}
		*blank = is_digit(around(p, text, keep).before[0]);
		room = width - 2;
		for (size_t i = 0; i < keep; i++)
			room -= p->letter[i].width;
		if (!*blank || room >= 0)
			return keep;
		keep--;
	}
}

struct layout_line layout_fit(struct str text, int width, struct layout_options o, struct arena *a)
{
	struct paragraph p = read_paragraph(text, 0, text.n, o, a);
	int total = 0;
	size_t keep, isolates = 0;
	struct builder b;
	bool blank;

	for (size_t i = 0; i < p.n; i++)
		total += p.letter[i].width;
	if (total <= width)
		return make_line(&p, 0, p.n, 0, text.n);
	if (width < 1)
		return (struct layout_line){.to = text.n, .base = p.options.base};
	keep = kept(&p, text, width, &blank);

	size_t cut = keep < p.n ? p.letter[keep].from : text.n;
	size_t second = keep < p.n ? p.letter[keep].to : text.n;

	/* What is cut off may have held the end of an isolate; the ellipsis belongs outside. */
	for (size_t i = 0; i < keep; i++) {
		if (p.code[i] >= 0x2066 && p.code[i] <= 0x2068)
			isolates++;
		else if (p.code[i] == 0x2069 && isolates)
			isolates--;
	}
	builder_init(&b, a);
	builder_add(&b, (struct str){text.p, cut});
	while (isolates--)
		text_encode(&b, 0x2069);

	size_t ellipsis = b.n;

	if (blank)
		builder_add_char(&b, ' ');
	text_encode(&b, ELLIPSIS);
	p = read_paragraph(builder_str(&b), 0, b.n, o, a);
	for (size_t i = 0; i < p.n; i++) {
		bool sign = p.letter[i].from == b.n - ELLIPSIS_BYTES;

		if (p.letter[i].from >= ellipsis) {
			p.letter[i].from = (uint32_t)(sign && blank ? second : cut);
			p.letter[i].to = (uint32_t)(sign ? text.n : second);
		}
	}
	return make_line(&p, 0, p.n, 0, text.n);
}

static bool is_alef(uint32_t code)
{
	return code == 0x0622 || code == 0x0623 || code == 0x0625 || code == 0x0627;
}

int layout_width(struct str text)
{
	struct carrier carrier = {SIZE_MAX, false};
	uint32_t before = 0; /* the letter before, when nothing stands between */
	int width = 0;

	for (size_t at = 0; at < text.n;) {
		uint32_t code = text_decode(text, &at);

		if (text_is_mark(code) && !text_is_format(code)) {
			if (carries(carrier, code))
				continue;
			code = DOTTED_CIRCLE;
		}
		if (is_blank(code))
			code = shown_as(code);

		int cells = text_code_width(code);

		carrier = carrier_after(carrier, 0, code, cells);
		if (before == 0x0644 && is_alef(code)) {
			before = code;
			continue;
		}
		width += cells;
		before = cells ? code : 0;
	}
	return width;
}

/* ---- the caret ---- */

int layout_caret(const struct layout_line *line, size_t byte)
{
	const struct glyph *best = NULL;
	int cell = 0, best_cell = 0;

	for (size_t i = 0; i < line->n; i++) {
		const struct glyph *g = &line->at[i];

		if (byte < g->to && (!best || g->from < best->from)) {
			best = g;
			best_cell = cell;
		}
		cell += g->width;
	}
	if (best)
		return best_cell;
	return line->base == DIR_RTL ? -1 : line->width;
}

size_t layout_byte_at(const struct layout_line *line, int cell)
{
	bool at_begin = line->base == DIR_RTL ? cell >= line->width : cell < 0;
	size_t end = line->from;
	int left = 0;

	for (size_t i = 0; i < line->n; i++) {
		const struct glyph *g = &line->at[i];

		if (cell >= left && cell < left + g->width)
			return g->from;
		left += g->width;
		if (g->to > end)
			end = g->to;
	}
	return at_begin ? line->from : end;
}

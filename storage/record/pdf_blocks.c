#include "storage/record/pdf_layout.h"

#include <string.h>

#define ROOM_HEIGHT   118.0 /* for ink and stamp: a little over 4 cm */
#define ROWS_TOGETHER 2     /* of signatures on one page, with place, date and seal */
#define COLUMN_GAP    22.0

static const struct pdf_colour vote_colours[3] = {
	{0.07, 0.45, 0.28}, /* for */
	{0.76, 0.20, 0.17}, /* against */
	{0.62, 0.65, 0.66}, /* abstain */
};

static struct pdf_block plain(
	enum lang lang, enum pdf_face face, double size, double leading, double x, double w)
{
	struct pdf_block b = {
		.style = {.face = face,
			.size = lang == LANG_AR ? size : size * 0.92,
			.leading = leading,
			.edge = pdf_start(lang)},
		.colour = pdf_ink,
		.lang = lang,
		.x = x,
		.w = w,
	};

	return b;
}

static struct str number(struct arena *a, int64_t v)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_int(&b, v);
	return arena_str(a, builder_str(&b));
}

/* ---- votes -------------------------------------------------------------------------------- */

/* Whether S already says the number V, as a number of its own. */
static bool says_number(struct arena *a, struct str s, int64_t v)
{
	struct str digits = number(a, v);

	for (size_t i = 0; i + digits.n <= s.n; i++) {
		bool alone =
			(i == 0 || s.p[i - 1] < '0' || s.p[i - 1] > '9') &&
			(i + digits.n == s.n || s.p[i + digits.n] < '0' || s.p[i + digits.n] > '9');

		if (alone && memcmp(s.p + i, digits.p, digits.n) == 0)
			return true;
	}
	return false;
}

static struct pdf_block vote_label(const struct node *label, double x, double w)
{
	struct pdf_block b = plain(label->lang, PDF_REGULAR, 11.5, 16, x + 12, w - 24);

	b.style.edge = PDF_MIDDLE;
	return b;
}

/* The height of the tallest label. */
static double vote_labels(struct pdf_layout *l, const struct node *label, double w)
{
	double h = 16;

	for (int k = 0; k < 3 && label; k++, label = label->next) {
		struct pdf_block b = vote_label(label, 0, w);
		double own = pdf_layout_height(l, label->words, &b);

		h = own > h ? own : h;
	}
	return h;
}

/* One figure: the number over its label, and the label's colour as a square before it. */
static void vote_figure(struct pdf_layout *l, const struct node *vote, const struct node *label,
	int k, double x, double w, double top)
{
	struct str figure = number(l->arena, vote->tally[k]);
	enum lang lang = label ? label->lang : l->lang;
	struct pdf_block b = plain(lang, PDF_BOLD, 20, 27, x, w);
	PangoLayoutLine *line;
	double width, square;

	pdf_flow_open(&l->flow, "P", true, lang);
	b.style.edge = PDF_MIDDLE;
	b.colour = pdf_ink;
	if (!label || !says_number(l->arena, label->words, vote->tally[k]))
		pdf_layout_lines(l, figure, &b, top);
	if (label) {
		b = vote_label(label, x, w);
		pdf_layout_lines(l, label->words, &b, top + 25);
		line = pango_layout_get_line_readonly(
			pdf_text_layout(l->text, label->words, lang, &b.style, b.w), 0);
		width = pdf_line_width(line);
		square = x + w / 2 + (lang == LANG_AR ? width / 2 + 5 : -width / 2 - 12);
		pdf_flow_fill(&l->flow, square, top + 30, 7, 7, vote_colours[k]);
	}
	pdf_flow_close(&l->flow);
}

static struct str vote_in_words(struct pdf_layout *l, const struct node *vote)
{
	const struct node *label = vote->first;
	struct builder b;

	builder_init(&b, l->arena);
	builder_add(&b, vote->words);
	for (int k = 0; k < 3; k++) {
		builder_add_z(&b, b.n > 0 ? " – " : "");
		if (label)
			builder_add(&b, label->words);
		if (!label || !says_number(l->arena, label->words, vote->tally[k])) {
			builder_add_z(&b, label ? " " : "");
			builder_add_int(&b, vote->tally[k]);
		}
		label = label ? label->next : NULL;
	}
	return arena_str(l->arena, builder_str(&b));
}

/* For, against and abstain in the order of reading; white between them, so that the parts are
 * told apart without colour too. */
static void vote_bar(struct pdf_layout *l, const struct node *vote, double x, double w, double top)
{
	bool right = pdf_start(l->lang) == PDF_RIGHT;
	struct pdf_tag *tag = pdf_flow_open(&l->flow, "Figure", true, vote->lang);
	double at = 0, height = 9;
	int64_t sum = 0;

	tag->alt = vote_in_words(l, vote);
	for (int k = 0; k < 3; k++)
		sum += vote->tally[k] > 0 ? vote->tally[k] : 0;
	if (sum == 0)
		pdf_flow_frame(&l->flow, x, top, w, height, 0.6, pdf_rule);
	for (int k = 0; k < 3; k++) {
		double part = sum > 0 && vote->tally[k] > 0
				      ? (double)vote->tally[k] / (double)sum * w
				      : 0;
		double gap = at > 0 ? 1.2 : 0;

		if (part > gap)
			pdf_flow_fill(&l->flow, right ? x + w - at - part : x + at + gap, top,
				part - gap, height, vote_colours[k]);
		at += part;
	}
	pdf_flow_close(&l->flow);
}

void pdf_layout_vote(struct pdf_layout *l, const struct node *vote)
{
	bool right = pdf_start(l->lang) == PDF_RIGHT;
	double inner = PDF_TEXT_WIDTH - 32, third = inner / 3, y = 7;
	struct pdf_block title = plain(vote->lang, PDF_BOLD, 12, 18, PDF_MARGIN + 16, inner);
	const struct node *label = vote->first;
	struct pdf_atom *atom;

	pdf_flow_start(&l->flow, "Sect", false, vote->lang);
	atom = pdf_flow_atom(&l->flow, 9, 0);
	if (vote->words.n > 0) {
		pdf_flow_open(&l->flow, "P", true, vote->lang);
		y += pdf_layout_lines(l, vote->words, &title, y) + 3;
		pdf_flow_close(&l->flow);
	}
	for (int k = 0; k < 3; k++) {
		double x = PDF_MARGIN + 16 + third * (right ? 2 - k : k);

		vote_figure(l, vote, label, k, x, third, y);
		label = label ? label->next : NULL;
	}
	y += 33 + vote_labels(l, vote->first, third);
	vote_bar(l, vote, PDF_MARGIN + 16, inner, y);
	y += 16;
	for (; label; label = label->next) {
		struct pdf_block b =
			plain(label->lang, PDF_REGULAR, 11, 16, PDF_MARGIN + 16, inner);

		pdf_flow_open(&l->flow, "P", true, label->lang);
		y += pdf_layout_lines(l, label->words, &b, y);
		pdf_flow_close(&l->flow);
	}
	pdf_flow_close(&l->flow);
	atom->height = y + 6;
	pdf_flow_frame(&l->flow, PDF_MARGIN, 0, PDF_TEXT_WIDTH, atom->height, 0.6, pdf_rule);
	l->flow.last->keep = vote->next && vote->next->kind == NODE_DECISION;
}

/* ---- signatures --------------------------------------------------------------------------- */

struct column {
	double x, w;
};

/* One text in a column; returns the height it takes, drawn or not. */
static double column_text(
	struct pdf_layout *l, struct str words, const struct pdf_block *b, double top, bool draw)
{
	if (words.n == 0)
		return 0;
	return draw ? pdf_layout_lines(l, words, b, top) : pdf_layout_height(l, words, b);
}

static bool ends_in(struct str s, const char *z)
{
	size_t n = strlen(z);

	return s.n >= n && memcmp(s.p + s.n - n, z, n) == 0;
}

/* Without blanks and isolates at the ends: those that stood around the digits. */
static struct str bare(struct str s)
{
	static const char *const outer[] = {
		" ", "\n", "\u00a0", "\u2066", "\u2067", "\u2068", "\u2069"};

	for (size_t i = 0; i < ARRAY_LEN(outer); i++) {
		size_t n = strlen(outer[i]);
		bool at_start = str_starts(s, outer[i]);

		if (at_start || ends_in(s, outer[i])) {
			s = (struct str){s.p + (at_start ? n : 0), s.n - n};
			i = (size_t)-1; /* from the first again */
		}
	}
	return s;
}

/* A fingerprint takes two lines of fixed width in a column; what stands around it, lines of its
 * own. */
static double fingerprint(
	struct pdf_layout *l, const struct node *n, struct column c, double top, bool draw)
{
	struct pdf_block words = plain(n->lang, PDF_REGULAR, 9, 13, c.x, c.w);
	struct pdf_block mono = plain(LANG_EN, PDF_MONO, 7.1, 9.2, c.x, c.w);
	size_t from, to;
	char digits[65], half[40];
	double y = top + 2;

	if (!pdf_hash_find(n->words, &from, &to, digits))
		return 0;
	words.colour = mono.colour = pdf_grey;
	words.style.edge = mono.style.edge = PDF_MIDDLE;
	y += column_text(l, bare((struct str){n->words.p, from}), &words, y, draw);
	for (int k = 0; k < 2; k++) {
		size_t at = 0;

		for (int i = 0; i < 32; i++) {
			if (i > 0 && i % 4 == 0)
				half[at++] = ' ';
			half[at++] = digits[k * 32 + i];
		}
		y += column_text(l, (struct str){half, at}, &mono, y, draw);
	}
	y += column_text(l, bare((struct str){n->words.p + to, n->words.n - to}), &words, y, draw);
	return y - top;
}

/* Lines under the function: name, capacity, fingerprint. Returns the height. */
static double signature_lines(
	struct pdf_layout *l, const struct node *n, struct column c, double top, bool draw)
{
	double y = top;

	for (const struct node *child = n->first; child; child = child->next) {
		struct pdf_block b = plain(child->lang, PDF_REGULAR, 12, 18, c.x, c.w);
		double h;

		b.style.edge = PDF_MIDDLE;
		if (child->words.n == 0)
			continue;
		if (draw)
			pdf_flow_open(&l->flow, "P", true, child->lang);
		h = fingerprint(l, child, c, y, draw);
		y += h > 0 ? h : column_text(l, child->words, &b, y, draw);
		if (draw)
			pdf_flow_close(&l->flow);
	}
	return y - top;
}

static double function_height(struct pdf_layout *l, const struct node *n, struct column c)
{
	struct pdf_block b = plain(n->lang, PDF_BOLD, 13, 20, c.x, c.w);

	return n->words.n > 0 ? pdf_layout_height(l, n->words, &b) : 0;
}

/* Function and names over the room in which the signature stands. */
static void signature(
	struct pdf_layout *l, const struct node *n, struct column c, double names, double room)
{
	struct pdf_block b = plain(n->lang, PDF_BOLD, 13, 20, c.x, c.w);
	struct pdf_item *field;
	double y = 2;

	b.style.edge = PDF_MIDDLE;
	b.colour = pdf_green;
	if (n->words.n > 0) {
		pdf_flow_open(&l->flow, "P", true, n->lang);
		y += pdf_layout_lines(l, n->words, &b, y);
		pdf_flow_close(&l->flow);
	}
	signature_lines(l, n, c, names, true);
	pdf_flow_frame(&l->flow, c.x, room, c.w, ROOM_HEIGHT, 0.6, pdf_rule);
	if (n->by_hand)
		return;
	field = pdf_flow_item(&l->flow, PDF_ITEM_FIELD);
	field->x = c.x;
	field->y = room;
	field->w = c.w;
	field->h = ROOM_HEIGHT;
	field->level = ++l->flow.fields;
}

static const struct node *signature_row(struct pdf_layout *l, const struct node *first, int n)
{
	bool right = pdf_start(l->lang) == PDF_RIGHT;
	double w = (PDF_TEXT_WIDTH - (n - 1) * COLUMN_GAP) / n, names = 0, lines = 0;
	struct pdf_atom *atom = pdf_flow_atom(&l->flow, 14, 0);
	const struct node *s = first;

	if (n == 1)
		w = (PDF_TEXT_WIDTH - COLUMN_GAP) / 2;
	for (int i = 0; i < n; i++, s = s->next) {
		struct column c = {0, w};
		double function = function_height(l, s, c), below;

		names = function > names ? function : names;
		below = signature_lines(l, s, c, 0, false);
		lines = below > lines ? below : lines;
	}
	s = first;
	for (int i = 0; i < n; i++, s = s->next) {
		int k = right ? n - 1 - i : i;
		struct column c = {PDF_MARGIN + k * (w + COLUMN_GAP), w};

		if (n == 1)
			c.x = PDF_MARGIN + (PDF_TEXT_WIDTH - w) / 2;
		signature(l, s, c, 2 + names, 2 + names + lines + 7);
	}
	atom->height = 2 + names + lines + 7 + ROOM_HEIGHT + 6;
	return s;
}

static int signatures_of(const struct node *n)
{
	int all = 0;

	for (const struct node *c = n->first; c; c = c->next)
		all++;
	return all;
}

/* How many of LEFT signatures stand in the next row. */
static int in_row(int left)
{
	return left == 3 ? 3 : left < 2 ? left : 2;
}

int pdf_signature_rows(const struct node *n)
{
	int rows = 0;

	for (int left = signatures_of(n); left > 0; left -= in_row(left))
		rows++;
	return rows;
}

void pdf_layout_signatures(struct pdf_layout *l, const struct node *n)
{
	bool together = pdf_signature_rows(n) <= ROWS_TOGETHER;
	const struct node *s = n->first;
	int left = signatures_of(n);

	if (left == 0)
		return;
	if (l->flow.last)
		l->flow.last->keep = true; /* place and date stay with the signatures */
	pdf_flow_start(&l->flow, "Sect", false, n->lang);
	while (left > 0) {
		int row = in_row(left);

		s = signature_row(l, s, row);
		left -= row;
		l->flow.last->keep = together && left > 0;
	}
	pdf_flow_close(&l->flow);
}

/* ---- seal --------------------------------------------------------------------------------- */

/* The 64 digits in four lines of four groups: read left to right in every language. */
static double seal_digits(struct pdf_layout *l, struct hash hash, double x, double w, double top)
{
	struct str all = hash_text(hash, l->arena);
	struct pdf_block b = plain(LANG_EN, PDF_MONO, 12.4, 17, x, w);
	char line[24];

	b.style.edge = pdf_start(l->lang);
	pdf_flow_open(&l->flow, "P", true, LANG_EN);
	for (size_t k = 0; k < 4; k++) {
		size_t at = 0;

		for (size_t i = 0; i < 16; i++) {
			if (i > 0 && i % 4 == 0)
				line[at++] = ' ';
			line[at++] = all.p[k * 16 + i];
		}
		pdf_layout_lines(l, (struct str){line, at}, &b, top + 17.0 * (double)k);
	}
	pdf_flow_close(&l->flow);
	return 4 * 17;
}

static double seal_words(
	struct pdf_layout *l, const struct node *n, double x, double w, double top, double size)
{
	struct pdf_block b = plain(n->lang, PDF_REGULAR, size, size * 1.55, x, w);
	double h;

	if (n->words.n == 0)
		return 0;
	pdf_flow_open(&l->flow, "P", true, n->lang);
	h = pdf_layout_lines(l, n->words, &b, top);
	pdf_flow_close(&l->flow);
	return h;
}

void pdf_layout_seal(struct pdf_layout *l, const struct node *n)
{
	bool right = pdf_start(l->lang) == PDF_RIGHT, sealed = !hash_is_zero(n->hash);
	double code = sealed ? 108 : 0, y = 9;
	double w = PDF_TEXT_WIDTH - 28 - (sealed ? code + 8 : 0);
	double x = right ? PDF_PAGE_WIDTH - PDF_MARGIN - 14 - w : PDF_MARGIN + 14;
	struct pdf_atom *atom;

	if (l->flow.last)
		l->flow.last->keep = true; /* the seal stands on the page of the signatures */
	pdf_flow_start(&l->flow, "Sect", false, n->lang);
	atom = pdf_flow_atom(&l->flow, 16, 0);
	y += seal_words(l, n, x, w, y, 11);
	if (sealed)
		y += 4 + seal_digits(l, n->hash, x, w, y + 4);
	for (const struct node *c = n->first; c; c = c->next)
		y += seal_words(l, c, x, w, y + 3, 10);
	atom->height = y + 9 > code + 12 ? y + 9 : code + 12;
	if (sealed) {
		struct pdf_tag *tag = pdf_flow_open(&l->flow, "Figure", true, LANG_EN);
		struct pdf_item *qr = pdf_flow_item(&l->flow, PDF_ITEM_CODE);

		qr->words = tag->alt = hash_text(n->hash, l->arena);
		qr->w = qr->h = code;
		qr->x = right ? PDF_MARGIN + 6 : PDF_PAGE_WIDTH - PDF_MARGIN - 6 - code;
		qr->y = (atom->height - code) / 2;
		pdf_flow_close(&l->flow);
	}
	pdf_flow_frame(&l->flow, PDF_MARGIN, 0, PDF_TEXT_WIDTH, atom->height, 0.8, pdf_green);
	pdf_flow_close(&l->flow);
}

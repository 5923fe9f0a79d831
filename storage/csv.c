#include "storage/csv.h"
#include "locale/text.h"
#include "storage/encoding.h"

#include <string.h>

struct scanner {
	struct str in;
	size_t at;
	uint32_t line;
	char separator;
	struct arena *arena;
	struct error *err;
};

enum csv_end { END_VALUE, END_LINE, END_FILE };

static int bad(struct scanner *s, const char *what, uint32_t line, size_t column)
{
	error_set(s->err, ERROR_BAD_CSV, "%s", what);
	s->err->line = line;
	s->err->column = (long)column;
	return -1;
}

/* --- what kind of file is it? --- */

static bool begins(struct str s, const char *bytes, size_t n)
{
	return s.n >= n && memcmp(s.p, bytes, n) == 0;
}

/* UTF-16 without a mark: every second byte of the beginning is zero. */
static bool looks_utf16(struct str s)
{
	size_t n = s.n < 256 ? s.n / 2 * 2 : 256;
	size_t even = 0, odd = 0;

	for (size_t i = 0; i < n; i += 2) {
		even += s.p[i] == 0;
		odd += s.p[i + 1] == 0;
	}
	return n >= 4 && (even > n / 4 || odd > n / 4);
}

/* A document, a picture, a program says what it is by its first bytes. */
static bool looks_document(struct str s)
{
	static const char *const magic[] = {"%PDF", "\x89PNG", "\xff\xd8\xff", "GIF8",
		"\x7f"
		"ELF",
		"SQLite format 3", "{\\rtf", "\x1f\x8b"};

	for (size_t i = 0; i < ARRAY_LEN(magic); i++) {
		if (begins(s, magic[i], strlen(magic[i])))
			return true;
	}
	return false;
}

/* What no text is full of. */
static bool mostly_controls(struct str s)
{
	size_t n = s.n < 1024 ? s.n : 1024, controls = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		controls += c < 0x20 && c != '\t' && c != '\n' && c != '\r';
	}
	return controls > 3 && controls * 8 > n;
}

static int refuse_other_kinds(struct scanner *s)
{
	if (s->in.n > CSV_BYTES_MAX)
		return bad(s, N_("the file is longer than 16 MiB"), 0, 0);
	if (begins(s->in, "PK\x03\x04", 4) || begins(s->in, "\xd0\xcf\x11\xe0", 4))
		return bad(s, N_("this is a spreadsheet; save it as CSV UTF-8"), 0, 0);
	if (looks_document(s->in))
		return bad(s, N_("this is no CSV; save the list of the spreadsheet as CSV UTF-8"),
			0, 0);
	if (begins(s->in, "\xff\xfe", 2) || begins(s->in, "\xfe\xff", 2) || looks_utf16(s->in))
		return bad(s, N_("the text is in UTF-16; save it again as CSV UTF-8"), 0, 0);
	if (mostly_controls(s->in))
		return bad(s, N_("this is no CSV; save the list of the spreadsheet as CSV UTF-8"),
			0, 0);
	return 0;
}

/* The separator the first line uses most, outside of quotation marks. */
static char find_separator(struct str s)
{
	static const char candidates[] = {';', ',', '\t'};
	size_t count[sizeof candidates] = {0};
	size_t best = 0;
	bool quoted = false;

	for (size_t i = 0; i < s.n && (quoted || s.p[i] != '\n'); i++) {
		if (s.p[i] == '"')
			quoted = !quoted;
		for (size_t k = 0; k < sizeof candidates; k++)
			count[k] += !quoted && s.p[i] == candidates[k];
	}
	for (size_t k = 1; k < sizeof candidates; k++)
		if (count[k] > count[best])
			best = k;
	return candidates[best];
}

/* --- values --- */

static bool at_line_end(const struct scanner *s)
{
	char c = s->in.p[s->at];

	return c == '\n' || (c == '\r' && s->at + 1 < s->in.n && s->in.p[s->at + 1] == '\n');
}

/* Behind a value: the separator, the end of the line or of the file. */
static bool take_end(struct scanner *s, enum csv_end *end)
{
	if (s->at == s->in.n) {
		*end = END_FILE;
		return true;
	}
	if (s->in.p[s->at] == s->separator) {
		s->at++;
		*end = END_VALUE;
		return true;
	}
	if (!at_line_end(s))
		return false;
	s->at += s->in.p[s->at] == '\r' ? 2 : 1;
	s->line++;
	*end = s->at == s->in.n ? END_FILE : END_LINE;
	return true;
}

static int take_quoted(struct scanner *s, size_t column, struct str *raw, enum csv_end *end)
{
	uint32_t line = s->line;
	struct builder b;

	builder_init(&b, s->arena);
	s->at++;
	for (;;) {
		if (s->at == s->in.n)
			return bad(s, N_("the quotation mark is never closed"), line, column);
		if (s->in.p[s->at] == '"') {
			if (s->at + 1 == s->in.n || s->in.p[s->at + 1] != '"')
				break;
			s->at++;
		}
		if (s->in.p[s->at] == '\n')
			s->line++;
		builder_add_char(&b, s->in.p[s->at++]);
	}
	s->at++;
	*raw = builder_str(&b);
	line = s->line;
	if (!take_end(s, end))
		return bad(s, N_("there is text after the closing quotation mark"), line, column);
	return 0;
}

static int take_plain(struct scanner *s, size_t column, struct str *raw, enum csv_end *end)
{
	size_t start = s->at;
	uint32_t line = s->line;

	while (s->at < s->in.n && s->in.p[s->at] != s->separator && !at_line_end(s)) {
		if (s->in.p[s->at] == '"')
			return bad(s, N_("a quotation mark stands in the middle of a value"), line,
				column);
		s->at++;
	}
	*raw = (struct str){s->in.p + start, s->at - start};
	if (!take_end(s, end))
		return bad(s, N_("the value does not end"), line, column);
	return 0;
}

static int take_value(struct scanner *s, size_t column, struct str *value, enum csv_end *end)
{
	uint32_t line = s->line;
	bool quoted = s->at < s->in.n && s->in.p[s->at] == '"';
	struct str raw;
	size_t offset = 0;

	if (quoted ? take_quoted(s, column, &raw, end) : take_plain(s, column, &raw, end))
		return -1;
	if (raw.n > CSV_VALUE_MAX)
		return bad(s, N_("the value is too long"), line, column);
	if (text_clean(raw, s->arena, value, &offset) == 0) {
		*value = str_trim(*value, " \n");
		return 0;
	}
	if ((unsigned char)raw.p[offset] >= 0x80)
		return bad(s,
			N_("a letter is damaged: it is no UTF-8; save the file again as CSV "
			   "UTF-8"),
			line, column);
	bad(s, "", line, column);
	s->err->code = ERROR_BAD_TEXT;
	return -1;
}

/* --- rows --- */

static int take_row(struct scanner *s, struct csv_row *row, enum csv_end *end)
{
	struct str value[CSV_COLUMNS_MAX];

	*row = (struct csv_row){.line = s->line};
	do {
		if (row->n == CSV_COLUMNS_MAX)
			return bad(s, N_("the line has more than 64 columns"), row->line, row->n);
		if (take_value(s, row->n + 1, &value[row->n], end) != 0)
			return -1;
		row->n++;
	} while (*end == END_VALUE);
	row->value = arena_copy(s->arena, value, row->n * sizeof value[0]);
	return 0;
}

static bool is_empty(const struct csv_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (row->value[i].n)
			return false;
	return true;
}

static int add_row(struct scanner *s, struct csv_table *t, size_t *room, const struct csv_row *row)
{
	struct csv_row *old = t->row;

	if (is_empty(row))
		return 0;
	if (t->n && row->n != t->row[0].n)
		return bad(s, N_("the line has another number of columns than the first one"),
			row->line, row->n);
	if (t->n > CSV_ROWS_MAX)
		return bad(s, N_("the file has more than 100 000 lines"), row->line, 0);
	if (t->n == *room) {
		*room = *room ? *room * 2 : 64;
		t->row = ARENA_ARRAY(s->arena, struct csv_row, *room);
		if (t->n)
			memcpy(t->row, old, t->n * sizeof *old);
	}
	t->row[t->n++] = *row;
	return 0;
}

int csv_read(struct str bytes, struct arena *a, struct csv_table *table, struct error *err)
{
	struct scanner s = {.in = bytes, .line = 1, .arena = a, .err = err};
	enum csv_end end = END_LINE;
	struct csv_row row;
	size_t room = 0;

	*table = (struct csv_table){0};
	if (refuse_other_kinds(&s) != 0)
		return -1;
	if (begins(s.in, "\xef\xbb\xbf", 3)) {
		s.in.p += 3;
		s.in.n -= 3;
	}
	table->read_as = encoding_guess(s.in);
	if (table->read_as && !encoding_read(s.in, table->read_as, a, &s.in))
		table->read_as = NULL;
	/* Excel's way of naming the separator in a line of its own. */
	if (begins(s.in, "sep=", 4) && s.in.n > 5 && (s.in.p[5] == '\n' || s.in.p[5] == '\r')) {
		s.separator = s.in.p[4];
		s.at = s.in.p[5] == '\r' && s.in.n > 6 ? 7 : 6;
		s.line = 2;
	} else {
		s.separator = find_separator(s.in);
	}
	table->separator = s.separator;
	while (end != END_FILE && s.at < s.in.n)
		if (take_row(&s, &row, &end) != 0 || add_row(&s, table, &room, &row) != 0)
			return -1;
	if (!table->n)
		return bad(&s, N_("the file is empty"), 0, 0);
	return 0;
}

#include "locale/visual.h"

#include <unicode/uchar.h>

#include "locale/text.h"

/* One cell: a letter and the marks on it. */
struct unit {
	uint32_t code;
	size_t from, to; /* bytes */
};

/* The next unit of S; AT moves behind it and must be below s.n. */
static struct unit next_unit(struct str s, size_t *at)
{
	struct unit u = {.from = *at};

	u.code = text_decode(s, at);
	u.to = *at;
	while (*at < s.n && text_is_mark(text_decode(s, at)))
		u.to = *at;
	*at = u.to;
	return u;
}

static bool is_arabic(uint32_t code)
{
	UCharDirection direction = u_charDirection((UChar32)code);

	return direction == U_RIGHT_TO_LEFT_ARABIC || direction == U_RIGHT_TO_LEFT;
}

static bool is_digit(uint32_t code)
{
	code = text_digit(code);
	return code >= '0' && code <= '9';
}

static bool is_latin(uint32_t code)
{
	return u_charDirection((UChar32)code) == U_LEFT_TO_RIGHT;
}

/* --- which order is it? --- */

static int decomposition(uint32_t code)
{
	return code < 0xFB50 || code > 0xFEFC
		       ? U_DT_NONE
		       : (int)u_getIntPropertyValue((UChar32)code, UCHAR_DECOMPOSITION_TYPE);
}

/* A form that joins the letter read before it, or the one after it. */
static bool joins_before(uint32_t code)
{
	int type = decomposition(code);

	return type == U_DT_MEDIAL || type == U_DT_FINAL;
}

static bool joins_after(uint32_t code)
{
	int type = decomposition(code);

	return type == U_DT_INITIAL || type == U_DT_MEDIAL;
}

/* How many forms hang in the air when S is read as it stands, and when it is read backwards. */
static void count_loose(struct str s, size_t *forward, size_t *backward)
{
	uint32_t last = ' ';
	size_t at = 0;

	*forward = *backward = 0;
	while (at < s.n) {
		uint32_t code = next_unit(s, &at).code;

		*forward += joins_after(last) != joins_before(code);
		*backward += joins_after(code) != joins_before(last);
		last = code;
	}
	*forward += joins_after(last);
	*backward += joins_before(last);
}

/* ة and ى end words: how often they stand at an end and at a beginning. */
static void count_endings(struct str s, size_t *ends, size_t *begins)
{
	uint32_t before = ' ', last = ' ';
	size_t at = 0;

	*ends = *begins = 0;
	for (;;) {
		uint32_t code = at < s.n ? next_unit(s, &at).code : ' ';
		bool ending = last == 0x629 || last == 0x649;

		*ends += ending && is_arabic(before) && !is_arabic(code);
		*begins += ending && !is_arabic(before) && is_arabic(code);
		if (code == ' ' && at >= s.n && !is_arabic(last))
			return;
		before = last;
		last = code;
	}
}

bool visual_is(struct str s)
{
	size_t forward, backward;

	count_loose(s, &forward, &backward);
	if (forward != backward)
		return backward < forward;
	count_endings(s, &forward, &backward);
	return backward > forward;
}

/* --- back into reading order --- */

static uint32_t mirrored(uint32_t code)
{
	return (uint32_t)u_charMirror((UChar32)code);
}

/* Between two figures: part of the number they make. */
static bool is_inside_number(uint32_t code)
{
	return code == '.' || code == ',' || code == '/' || code == ':' || code == '-' ||
	       code == 0x66B || code == 0x66C;
}

/* A run of Latin words and figures that begins at unit I ends before this one. */
static size_t latin_end(const struct unit *u, size_t n, size_t i)
{
	bool words = is_latin(u[i].code);
	size_t end = i + 1, k;

	for (k = end; k < n && !is_arabic(u[k].code); k++) {
		if (is_latin(u[k].code)) {
			words = true;
			end = k + 1;
		} else if (is_digit(u[k].code) &&
			   (words || k == end ||
				   (k == end + 1 && is_inside_number(u[k - 1].code)))) {
			end = k + 1;
		}
	}
	return end;
}

/* The other way round: a run of Arabic words ends before this one. */
static size_t arabic_end(const struct unit *u, size_t n, size_t i)
{
	size_t end = i + 1;

	for (size_t k = end; k < n && !is_latin(u[k].code); k++)
		if (is_arabic(u[k].code))
			end = k + 1;
	return end;
}

static void put(struct builder *b, struct str s, struct unit u, bool turned)
{
	if (turned && mirrored(u.code) != u.code)
		text_encode(b, mirrored(u.code));
	else
		builder_add(b, (struct str){s.p + u.from, u.to - u.from});
}

/* Units FROM … TO of a run that reads from the right, Latin in it as it stands. */
static void put_arabic(
	struct builder *b, struct str s, const struct unit *u, size_t from, size_t to)
{
	size_t *ends = ARENA_ARRAY(b->arena, size_t, to - from + 1);
	size_t i = from;

	/* Where the run that begins at a unit ends; 0: it does not begin one. */
	while (i < to) {
		bool latin = is_latin(u[i].code) || is_digit(u[i].code);
		size_t end = latin ? latin_end(u, to, i) : i + 1;

		for (size_t k = i; k < end; k++)
			ends[k - from] = k == i ? end : 0;
		i = end;
	}
	for (i = to; i > from;) {
		size_t start = i - 1;

		while (ends[start - from] == 0)
			start--;
		for (size_t k = start; k < i; k++)
			put(b, s, u[k], i == start + 1);
		i = start;
	}
}

/* The script at both ends of a line is that of its direction; else the one with more letters is. */
static bool runs_from_right(const struct unit *u, size_t n)
{
	size_t arabic = 0, latin = 0;
	int first = 0, last = 0;

	for (size_t i = 0; i < n; i++) {
		int script = is_arabic(u[i].code) ? 1 : is_latin(u[i].code) ? -1 : 0;

		arabic += script > 0;
		latin += script < 0;
		first = first ? first : script;
		last = script ? script : last;
	}
	return first == last ? first >= 0 : arabic >= latin;
}

static void put_line(struct builder *b, struct str s, size_t from, size_t to)
{
	struct unit *u = ARENA_ARRAY(b->arena, struct unit, to - from + 1);
	struct str line = {s.p, to};
	size_t n = 0;

	while (from < to)
		u[n++] = next_unit(line, &from);
	if (runs_from_right(u, n)) {
		put_arabic(b, s, u, 0, n);
		return;
	}
	for (size_t i = 0; i < n;) {
		size_t end = is_arabic(u[i].code) ? arabic_end(u, n, i) : i + 1;

		if (is_arabic(u[i].code))
			put_arabic(b, s, u, i, end);
		else
			put(b, s, u[i], false);
		i = end;
	}
}

struct str visual_logical(struct str s, struct arena *a)
{
	struct builder b;
	size_t from = 0;

	builder_init(&b, a);
	for (size_t at = 0; at <= s.n; at++) {
		if (at < s.n && s.p[at] != '\n')
			continue;
		put_line(&b, s, from, at);
		if (at < s.n)
			builder_add_char(&b, '\n');
		from = at + 1;
	}
	return builder_str(&b);
}

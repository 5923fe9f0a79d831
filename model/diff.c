#include "model/diff.h"

#include <string.h>

/* Larger middles are not compared word by word: the whole is then one change. */
#define TABLE_MAX 4000000

/* --- words --- */

struct words {
	struct str *at;
	size_t n;
};

static bool is_space(uint32_t code)
{
	return code == ' ' || code == '\n' || code == 0xA0 || code == 0x202F;
}

/* Signs that stand by themselves, so that a comma put in changes no word. */
static bool is_sign(uint32_t code)
{
	static const uint32_t signs[] = {'.', ',', ';', ':', '!', '?', '(', ')', '"', 0xAB, 0xBB,
		0x60C, 0x61B, 0x61F, 0x201C, 0x201D};

	for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
		if (signs[i] == code)
			return true;
	}
	return false;
}

enum class { CLASS_WORD, CLASS_SPACE, CLASS_SIGN };

static enum class class_of(uint32_t code) {
	return is_space(code)  ? CLASS_SPACE
	       : is_sign(code) ? CLASS_SIGN
			       : CLASS_WORD;
}

/* Words, runs of blanks and single signs: one after another they are S again. */
static struct words split(struct str s, struct arena *a)
{
	struct words w = {ARENA_ARRAY(a, struct str, s.n + 1), 0};
	enum class last = CLASS_SIGN;
	size_t at = 0;

	while (at < s.n) {
		size_t from = at;
		uint32_t code;
		enum class is;

		if (!str_decode(s, &at, &code)) {
			code = '?';
			at = from + 1;
		}
		is = class_of(code);
		if (w.n && is == last && is != CLASS_SIGN)
			w.at[w.n - 1].n += at - from;
		else
			w.at[w.n++] = (struct str){s.p + from, at - from};
		last = is;
	}
	return w;
}

/* --- comparing --- */

/* [from, to) of the first text became [into, onto) of the second. */
struct change {
	size_t from, to, into, onto;
};

struct changes {
	struct change *at;
	size_t n;
};

static void add_change(struct changes *c, struct change is)
{
	struct change *last = c->n ? &c->at[c->n - 1] : NULL;

	if (is.from == is.to && is.into == is.onto)
		return;
	if (last && last->to == is.from && last->onto == is.into) {
		last->to = is.to;
		last->onto = is.onto;
	} else {
		c->at[c->n++] = is;
	}
}

/* The longest common run of words, by the table of lengths: what is not in it changed. */
static void compare_middle(struct changes *c, struct words a, struct words b, size_t head,
	size_t rows, size_t cols, struct arena *arena)
{
	size_t width = cols + 1, i = 0, k = 0;
	int32_t *t = ARENA_ARRAY(arena, int32_t, (rows + 1) * width);

	for (size_t r = rows; r-- > 0;) {
		for (size_t q = cols; q-- > 0;) {
			int32_t down = t[(r + 1) * width + q], right = t[r * width + q + 1];

			t[r * width + q] = str_equal(a.at[head + r], b.at[head + q])
						   ? t[(r + 1) * width + q + 1] + 1
					   : down >= right ? down
							   : right;
		}
	}
	while (i < rows || k < cols) {
		if (i < rows && k < cols && str_equal(a.at[head + i], b.at[head + k])) {
			i++;
			k++;
		} else if (k == cols ||
			   (i < rows && t[(i + 1) * width + k] >= t[i * width + k + 1])) {
			add_change(c, (struct change){head + i, head + i + 1, head + k, head + k});
			i++;
		} else {
			add_change(c, (struct change){head + i, head + i, head + k, head + k + 1});
			k++;
		}
	}
}

static struct changes compare(struct words a, struct words b, struct arena *arena)
{
	struct changes c = {ARENA_ARRAY(arena, struct change, a.n + b.n + 1), 0};
	size_t head = 0, tail = 0, rows, cols;

	while (head < a.n && head < b.n && str_equal(a.at[head], b.at[head]))
		head++;
	while (tail < a.n - head && tail < b.n - head &&
		str_equal(a.at[a.n - 1 - tail], b.at[b.n - 1 - tail]))
		tail++;
	rows = a.n - head - tail;
	cols = b.n - head - tail;
	if (rows && cols && (rows + 1) <= TABLE_MAX / (cols + 1))
		compare_middle(&c, a, b, head, rows, cols, arena);
	else
		add_change(&c, (struct change){head, a.n - tail, head, b.n - tail});
	return c;
}

/* --- what others ask --- */

/* Words FROM … TO as one text: they lie one after another. */
static struct str joined(struct words w, size_t from, size_t to)
{
	const char *p;

	if (from == to)
		return STR("");
	p = w.at[from].p;
	return (struct str){p, (size_t)(w.at[to - 1].p + w.at[to - 1].n - p)};
}

static void add_span(struct diff_span *spans, size_t *n, enum diff_kind kind, struct str text)
{
	if (text.n)
		spans[(*n)++] = (struct diff_span){kind, text};
}

struct diff_span *diff_words(struct str before, struct str after, struct arena *a, size_t *n)
{
	struct words x = split(before, a), y = split(after, a);
	struct changes c = compare(x, y, a);
	struct diff_span *spans = ARENA_ARRAY(a, struct diff_span, c.n * 3 + 1);
	size_t at = 0;

	*n = 0;
	for (size_t i = 0; i < c.n; i++) {
		add_span(spans, n, DIFF_SAME, joined(x, at, c.at[i].from));
		add_span(spans, n, DIFF_REMOVED, joined(x, c.at[i].from, c.at[i].to));
		add_span(spans, n, DIFF_ADDED, joined(y, c.at[i].into, c.at[i].onto));
		at = c.at[i].to;
	}
	add_span(spans, n, DIFF_SAME, joined(x, at, x.n));
	return spans;
}

static int64_t count_words(struct words w, size_t from, size_t to)
{
	int64_t n = 0;

	for (size_t i = from; i < to; i++) {
		size_t at = 0;
		uint32_t code;

		n += str_decode(w.at[i], &at, &code) && class_of(code) == CLASS_WORD;
	}
	return n;
}

static bool is_blank(struct str word)
{
	size_t at = 0;
	uint32_t code;

	return str_decode(word, &at, &code) && is_space(code);
}

struct str diff_signed(
	struct str before, struct str after, enum diff_kind kind, const char *sign, struct arena *a)
{
	struct builder b;
	size_t n;
	struct diff_span *spans = diff_words(before, after, a, &n);

	builder_init(&b, a);
	for (size_t i = 0; i < n; i++) {
		struct words w = split(spans[i].text, a);
		size_t from = w.n && is_blank(w.at[0]), to = w.n;

		if (spans[i].kind != kind && spans[i].kind != DIFF_SAME)
			continue;
		to -= to > from && is_blank(w.at[to - 1]);
		for (size_t k = 0; k <= w.n; k++) {
			if (spans[i].kind == kind && from < to && (k == from || k == to))
				builder_add_z(&b, sign);
			if (k < w.n)
				builder_add(&b, w.at[k]);
		}
	}
	return builder_str(&b);
}

int64_t diff_distance(struct str before, struct str after, struct arena *a)
{
	struct words x = split(before, a), y = split(after, a);
	struct changes c = compare(x, y, a);
	int64_t n = 0;

	for (size_t i = 0; i < c.n; i++)
		n += count_words(x, c.at[i].from, c.at[i].to) +
		     count_words(y, c.at[i].into, c.at[i].onto);
	return n;
}

/* At the same words, or at the same place between two. */
static bool meet(struct change a, struct change b)
{
	return a.from <= b.to && b.from <= a.to;
}

bool diff_merge(
	struct str before, struct str after, struct str text, struct str *out, struct arena *a)
{
	struct words base = split(before, a), mine = split(after, a), other = split(text, a);
	struct changes x = compare(base, mine, a), y = compare(base, other, a);
	struct builder b;
	size_t at = 0, i = 0, k = 0;

	builder_init(&b, a);
	while (i < x.n || k < y.n) {
		bool first = k == y.n || (i < x.n && x.at[i].from < y.at[k].from);
		struct change c = first ? x.at[i] : y.at[k];

		if (i < x.n && k < y.n && meet(x.at[i], y.at[k]))
			return false;
		builder_add(&b, joined(base, at, c.from));
		builder_add(&b, joined(first ? mine : other, c.into, c.onto));
		at = c.to;
		i += first;
		k += !first;
	}
	builder_add(&b, joined(base, at, base.n));
	*out = builder_str(&b);
	return true;
}

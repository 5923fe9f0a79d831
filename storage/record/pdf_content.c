#include "storage/record/pdf_content.h"

#include <string.h>

struct scan {
	const unsigned char *p;
	size_t n, at;
};

struct token {
	size_t from, to;
	bool is_operator;
};

static bool is_blank(unsigned char c)
{
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static bool is_delimiter(unsigned char c)
{
	return c != 0 && strchr("()<>[]{}/%", c) != NULL;
}

static void skip_blank(struct scan *s)
{
	while (s->at < s->n) {
		if (s->p[s->at] == '%') {
			while (s->at < s->n && s->p[s->at] != '\n' && s->p[s->at] != '\r')
				s->at++;
		} else if (is_blank(s->p[s->at])) {
			s->at++;
		} else {
			break;
		}
	}
}

static void skip_string(struct scan *s)
{
	int depth = 0;

	do {
		unsigned char c = s->p[s->at++];

		if (c == '\\' && s->at < s->n)
			s->at++;
		else if (c == '(')
			depth++;
		else if (c == ')')
			depth--;
	} while (depth > 0 && s->at < s->n);
}

static void skip_regular(struct scan *s)
{
	while (s->at < s->n && !is_blank(s->p[s->at]) && !is_delimiter(s->p[s->at]))
		s->at++;
}

static bool next_token(struct scan *s, struct token *t)
{
	unsigned char c;

	skip_blank(s);
	if (s->at >= s->n)
		return false;
	*t = (struct token){.from = s->at};
	c = s->p[s->at];
	if (c == '(') {
		skip_string(s);
	} else if (c == '<' && !(s->at + 1 < s->n && s->p[s->at + 1] == '<')) {
		while (s->at < s->n && s->p[s->at] != '>')
			s->at++;
		s->at++;
	} else if (c == '/') {
		s->at++;
		skip_regular(s);
	} else if (is_delimiter(c)) {
		s->at++;
	} else {
		t->is_operator = !strchr("+-.0123456789", c);
		skip_regular(s);
	}
	if (s->at > s->n)
		s->at = s->n;
	t->to = s->at;
	return true;
}

static bool token_is(const struct scan *s, const struct token *t, const char *const *words)
{
	for (; *words; words++) {
		size_t n = strlen(*words);

		if (t->to - t->from == n && memcmp(s->p + t->from, *words, n) == 0)
			return true;
	}
	return false;
}

static const char *const painting[] = {
	"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", "\"", NULL};
static const char *const mark_begin[] = {"BDC", "BMC", NULL};
static const char *const mark_end[] = {"EMC", NULL};
static const char *const text_begin[] = {"BT", NULL};
static const char *const text_end[] = {"ET", NULL};
static const char *const image[] = {"BI", NULL};
static const char *const operands[] = {"true", "false", "null", NULL};

struct wrap {
	const unsigned char *p;
	struct bytes *out;
	size_t from; /* of the stretch that is outside or inside marks */
	int depth, nested;
	bool paints, in_text;
};

static void stretch(struct wrap *w, size_t to, bool artifact)
{
	static const char begin[] = "/Artifact BMC\n", end[] = "\nEMC\n";

	if (artifact)
		bytes_add(w->out, begin, sizeof begin - 1);
	bytes_add(w->out, w->p + w->from, to - w->from);
	if (artifact)
		bytes_add(w->out, end, sizeof end - 1);
	w->from = to;
	w->paints = false;
}

/* OPERAND is where the operands of the operator T begin. */
static int wrap_operator(
	struct wrap *w, const struct scan *s, const struct token *t, size_t operand)
{
	if (token_is(s, t, image))
		return -1;
	if (token_is(s, t, text_begin))
		w->in_text = true;
	else if (token_is(s, t, text_end))
		w->in_text = false;
	if (token_is(s, t, mark_begin)) {
		/* A hyphen is marked within its text: such a mark is part of what stands there. */
		if (w->nested || (w->depth == 0 && w->in_text))
			w->nested++;
		else if (w->depth++ == 0)
			stretch(w, operand, w->paints);
	} else if (w->nested && token_is(s, t, mark_end)) {
		w->nested--;
	} else if (token_is(s, t, mark_end)) {
		if (w->depth-- == 0)
			return -1;
		if (w->depth == 0)
			stretch(w, t->to, false);
	} else if (w->depth == 0 && token_is(s, t, painting)) {
		w->paints = true;
	}
	return 0;
}

int pdf_content_artifacts(const unsigned char *in, size_t n, struct bytes *out)
{
	struct scan s = {.p = in, .n = n};
	struct wrap w = {.p = in, .out = out};
	struct token t;
	size_t operand = 0;
	bool fresh = true;

	while (next_token(&s, &t)) {
		if (fresh)
			operand = t.from;
		fresh = t.is_operator && !token_is(&s, &t, operands);
		if (fresh && wrap_operator(&w, &s, &t, operand) != 0)
			return -1;
	}
	if (w.depth != 0 || w.nested != 0 || w.in_text)
		return -1;
	stretch(&w, n, w.paints);
	return 0;
}

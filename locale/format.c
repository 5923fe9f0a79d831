#include "locale/format.h"

#include <string.h>

#include "locale/catalog.h"
#include "locale/text.h"
#include "locale/words.h"
#include "model/reasons.h"

#define LRI   "\xE2\x81\xA6"
#define FSI   "\xE2\x81\xA8"
#define PDI   "\xE2\x81\xA9"
#define NBSP  "\xC2\xA0"
#define MINUS "\xE2\x88\x92"

struct writer {
	struct builder out;
	enum lang lang;
	bool plain;
};

/* ---- numbers ---- */

static void add_grouped(struct builder *b, uint64_t n, enum lang lang)
{
	char digits[20];
	size_t k = 0;

	do {
		digits[k++] = (char)('0' + n % 10);
		n /= 10;
	} while (n);
	while (k) {
		builder_add_char(b, digits[--k]);
		if (k && k % 3 == 0)
			builder_add_z(b, lang == LANG_AR ? "." : NBSP);
	}
}

/* The sign, if any, and the size without it. */
static uint64_t add_sign(struct builder *b, int64_t n)
{
	if (n >= 0)
		return (uint64_t)n;
	builder_add_z(b, MINUS);
	return (uint64_t)0 - (uint64_t)n;
}

static void add_int(struct builder *b, int64_t n, enum lang lang)
{
	uint64_t size = add_sign(b, n);

	if (size >= 10000)
		add_grouped(b, size, lang);
	else
		builder_add_int(b, (int64_t)size);
}

static void add_digits(struct builder *b, int64_t n)
{
	uint64_t size = add_sign(b, n);

	if (size > INT64_MAX)
		builder_add_z(b, "9223372036854775808");
	else
		builder_add_int(b, (int64_t)size);
}

static void add_amount(struct builder *b, int64_t centimes, enum lang lang)
{
	uint64_t size = add_sign(b, centimes);

	add_grouped(b, size / 100, lang);
	builder_add_char(b, ',');
	builder_add_padded(b, (int64_t)(size % 100), 2);
}

static void add_currency(struct builder *b, enum lang lang)
{
	static const char *const names[LANG_COUNT] = {" درهم", NBSP "DH", NBSP "MAD"};

	builder_add_z(b, names[lang]);
}

static void add_seat(struct builder *b, int64_t n)
{
	uint64_t size = add_sign(b, n);

	builder_add_padded(b, (int64_t)(size & INT64_MAX), 2);
}

/* ---- days and hours ---- */

static const char *const months[] = {CTX("month", "January"), CTX("month", "February"),
	CTX("month", "March"), CTX("month", "April"), CTX("month", "May"), CTX("month", "June"),
	CTX("month", "July"), CTX("month", "August"), CTX("month", "September"),
	CTX("month", "October"), CTX("month", "November"), CTX("month", "December")};
static const char *const weekdays[] = {CTX("weekday", "Monday"), CTX("weekday", "Tuesday"),
	CTX("weekday", "Wednesday"), CTX("weekday", "Thursday"), CTX("weekday", "Friday"),
	CTX("weekday", "Saturday"), CTX("weekday", "Sunday")};

static void add_month(struct builder *b, struct date d, enum lang lang)
{
	if (d.month < 1 || d.month > 12)
		return;
	builder_add(b, catalog_text(lang, months[d.month - 1]));
	if (d.year == 0)
		return;
	builder_add_char(b, ' ');
	builder_add_int(b, d.year);
}

static void add_date(struct builder *b, struct date d, enum lang lang)
{
	if (!date_valid(d))
		return;
	builder_add(b, catalog_text(lang, weekdays[date_weekday(d)]));
	builder_add_char(b, ' ');
	/* TRANSLATORS: the first day of a month in a date: 1er, فاتح */
	if (d.day == 1)
		builder_add(b, catalog_text(lang, CTX("day of a month", "1")));
	else
		builder_add_int(b, d.day);
	builder_add_char(b, ' ');
	add_month(b, d, lang);
}

static void add_day(struct builder *b, struct date d)
{
	if (!date_valid(d))
		return;
	builder_add_padded(b, d.day, 2);
	builder_add_char(b, '/');
	builder_add_padded(b, d.month, 2);
	builder_add_char(b, '/');
	builder_add_padded(b, d.year, 4);
}

static void add_time(struct builder *b, struct instant t, bool seconds)
{
	int minute, second;

	if (!instant_is_set(t))
		return;
	minute = instant_minute_of_day(t);
	second = instant_second_of_day(t);
	builder_add_padded(b, minute / 60, 2);
	builder_add_char(b, ':');
	builder_add_padded(b, minute % 60, 2);
	if (seconds) {
		builder_add_char(b, ':');
		builder_add_padded(b, second % 60, 2);
	}
}

static void add_hash(struct builder *b, struct hash h)
{
	static const char hex[] = "0123456789abcdef";

	for (size_t i = 0; i < sizeof h.b; i++) {
		if (i && i % 2 == 0)
			builder_add_char(b, ' ');
		builder_add_char(b, hex[h.b[i] >> 4]);
		builder_add_char(b, hex[h.b[i] & 15]);
	}
}

/* ---- arguments ---- */

static void add_message(struct writer *w, const struct message *m);

static void add_typed(struct writer *w, struct str s)
{
	if (s.n == 0)
		return;
	if (w->plain) {
		builder_add(&w->out, format_strip(s, w->out.arena));
		return;
	}
	builder_add_z(&w->out, FSI);
	builder_add(&w->out, s);
	builder_add_z(&w->out, PDI);
}

static void add_list(struct writer *w, const struct message *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		/* TRANSLATORS: between the items of a list, and before its last one. In Arabic
		 * the second is written onto the next word: " و". */
		if (i && i + 1 == n)
			builder_add(&w->out, catalog_text(w->lang, CTX("list", " and ")));
		else if (i)
			builder_add(&w->out, catalog_text(w->lang, CTX("list", ", ")));
		add_message(w, &at[i]);
	}
}

/* Kinds whose characters must keep their order in a sentence of any direction. */
static bool runs_left_to_right(const struct arg *g)
{
	switch (g->kind) {
	case ARG_MONEY:
	case ARG_HASH:
	case ARG_DAY:
	case ARG_TIME:
	case ARG_CLOCK:
		return true;
	case ARG_INT:
	case ARG_DIGITS:
	case ARG_SEAT:
		return g->u.i < 0;
	case ARG_END:
	case ARG_WORDS:
	case ARG_ORDINAL:
	case ARG_MONEY_WORDS:
	case ARG_STR:
	case ARG_REASON:
	case ARG_BOTH:
	case ARG_DATE:
	case ARG_MONTH:
	case ARG_MSG:
	case ARG_LIST:
		break;
	}
	return false;
}

/* French "de" before a month that begins with a vowel. */
static void elide(struct writer *w, struct str value)
{
	struct builder *b = &w->out;
	bool de = b->n >= 3 && memcmp(b->p + b->n - 3, "de ", 3) == 0 &&
		  (b->n == 3 || b->p[b->n - 4] == ' ');

	if (w->lang == LANG_FR && de && value.n && strchr("ao", value.p[0])) {
		b->n -= 2;
		builder_add_z(b, "’");
	}
}

/* A reason that was chosen in any language, in LANG; one that was typed as it is. */
static struct str reason_in(struct str stored, enum lang lang)
{
	for (int what = 0; what < REASONS_COUNT; what++) {
		struct reasons of = reasons_for((enum reasons_for)what);

		for (size_t i = 0; i < of.n; i++) {
			for (int spoken = 0; spoken < LANG_COUNT; spoken++) {
				if (str_equal(stored, catalog_text((enum lang)spoken, of.at[i].id)))
					return catalog_text(lang, of.at[i].id);
			}
		}
	}
	return stored;
}

static void add_value(struct writer *w, const struct arg *g, struct words_form form)
{
	struct builder *b = &w->out;
	struct str s;

	switch (g->kind) {
	case ARG_END:
		break;
	case ARG_INT:
		add_int(b, g->u.i, w->lang);
		break;
	case ARG_DIGITS:
		add_digits(b, g->u.i);
		break;
	case ARG_SEAT:
		add_seat(b, g->u.i);
		break;
	case ARG_WORDS:
		builder_add(b, words_number(w->lang, g->u.i, form, b->arena));
		break;
	case ARG_ORDINAL:
		builder_add(b, words_ordinal(w->lang, g->u.i, form, b->arena));
		break;
	case ARG_MONEY:
		add_amount(b, g->u.i, w->lang);
		break;
	case ARG_MONEY_WORDS:
		builder_add(b, words_money(w->lang, g->u.i, b->arena));
		break;
	case ARG_STR:
		add_typed(w, g->u.s);
		break;
	case ARG_REASON:
		add_typed(w, reason_in(g->u.s, w->lang));
		break;
	case ARG_BOTH:
		add_typed(w, both_pick(g->u.both, w->lang));
		break;
	case ARG_HASH:
		add_hash(b, g->u.hash);
		break;
	case ARG_DATE:
		add_date(b, g->u.date, w->lang);
		break;
	case ARG_DAY:
		add_day(b, g->u.date);
		break;
	case ARG_MONTH:
		s = format_month(g->u.date, w->lang, b->arena);
		elide(w, s);
		builder_add(b, s);
		break;
	case ARG_TIME:
	case ARG_CLOCK:
		add_time(b, g->u.instant, g->kind == ARG_CLOCK);
		break;
	case ARG_MSG:
		add_message(w, g->u.msg);
		break;
	case ARG_LIST:
		add_list(w, g->u.list.at, g->u.list.n);
		break;
	}
}

static void add_arg(struct writer *w, const struct arg *g, struct words_form form)
{
	bool isolate = !w->plain && runs_left_to_right(g);

	if (isolate)
		builder_add_z(&w->out, LRI);
	add_value(w, g, form);
	if (isolate)
		builder_add_z(&w->out, PDI);
	/* The word beside the digits belongs to the sentence and its direction. */
	if (g->kind == ARG_MONEY)
		add_currency(&w->out, w->lang);
}

/* ---- templates ---- */

struct place {
	struct str name;
	struct words_form form;
	bool gender_given, digits;
};

/* Reads "name" or "name:form:form" (what stands between the braces). */
static bool read_place(struct str s, struct place *p)
{
	size_t end = 0;

	*p = (struct place){0};
	while (end < s.n && s.p[end] != ':')
		end++;
	p->name = (struct str){s.p, end};
	while (end < s.n) {
		size_t from = ++end;

		while (end < s.n && s.p[end] != ':')
			end++;

		struct str form = {s.p + from, end - from};

		if (str_is(form, "masculine") || str_is(form, "feminine")) {
			p->form.gender = str_is(form, "feminine") ? FEMININE : MASCULINE;
			p->gender_given = true;
		} else if (str_is(form, "oblique")) {
			p->form.word_case = OBLIQUE;
		} else if (str_is(form, "digits")) {
			p->digits = true;
		} else {
			return false;
		}
	}
	return p->name.n > 0;
}

/* The next piece of a template from *AT on: literal text (a place's `name` is empty), or a place.
 * False at the end. A brace that opens nothing readable is literal text. */
static bool next_piece(struct str s, size_t *at, struct str *literal, struct place *p)
{
	size_t begin = *at, close;

	*p = (struct place){0};
	if (begin >= s.n)
		return false;
	if (s.p[begin] != '{') {
		while (*at < s.n && s.p[*at] != '{')
			(*at)++;
		*literal = (struct str){s.p + begin, *at - begin};
		return true;
	}
	if (begin + 1 < s.n && s.p[begin + 1] == '{') {
		*at += 2;
		*literal = STR("{");
		return true;
	}
	for (close = begin; close < s.n && s.p[close] != '}'; close++)
		;
	*at = close < s.n ? close + 1 : s.n;
	*literal = (struct str){s.p + begin, *at - begin};
	if (close == s.n || !read_place((struct str){s.p + begin + 1, close - begin - 1}, p))
		*p = (struct place){0};
	return true;
}

static const struct arg *find_arg(const struct message *m, struct str name)
{
	for (size_t i = 0; i < MESSAGE_ARGS_MAX && m->arg[i].kind != ARG_END; i++) {
		if (str_is(name, m->arg[i].name))
			return &m->arg[i];
	}
	return NULL;
}

static bool in_words(const struct arg *g)
{
	return g->kind == ARG_WORDS || g->kind == ARG_ORDINAL;
}

/* What was written last ends a sentence by itself: somebody typed "… for lack of time.". */
static bool ends_sentence(struct str s)
{
	static const char *const ends[] = {".", "!", "?", "…", "؟"};
	struct str pdi = STR(PDI);

	while (s.n >= pdi.n && memcmp(s.p + s.n - pdi.n, pdi.p, pdi.n) == 0)
		s.n -= pdi.n;
	for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
		size_t n = strlen(ends[i]);

		if (s.n >= n && memcmp(s.p + s.n - n, ends[i], n) == 0)
			return true;
	}
	return false;
}

/* The full stop at AT of TEMPLATE is the last thing, or before a blank. */
static bool is_full_stop(struct str template, size_t at)
{
	return at < template.n && template.p[at] == '.' &&
	       (at + 1 == template.n || template.p[at + 1] == ' ');
}

static void add_message(struct writer *w, const struct message *m)
{
	struct str template, literal;
	struct place p;
	size_t at = 0;

	if (!m || !m->id)
		return;
	template = m->plural ? catalog_plural(w->lang, m->id, m->plural, m->n)
			     : catalog_text(w->lang, m->id);
	while (next_piece(template, &at, &literal, &p)) {
		const struct arg *g = p.name.n ? find_arg(m, p.name) : NULL;

		if (!g) {
			/* A place nobody fills stays to be seen, and a check of the build stops
			 * translations that have one. */
			builder_add(&w->out, literal);
			continue;
		}
		/* An item, a point, a session is feminine in Arabic; un point in French. */
		if (g->kind == ARG_ORDINAL && !p.gender_given && w->lang == LANG_AR)
			p.form.gender = FEMININE;
		add_arg(w, p.digits && in_words(g) ? &A_DIGITS(g->name, g->u.i) : g, p.form);
		if (is_full_stop(template, at) && ends_sentence(builder_str(&w->out)))
			at++;
	}
}

static struct str run(const struct message *m, enum lang lang, bool plain, struct arena *a)
{
	struct writer w = {.lang = lang, .plain = plain};

	builder_init(&w.out, a);
	add_message(&w, m);
	return builder_str(&w.out);
}

struct str format(const struct message *m, enum lang lang, struct arena *a)
{
	return run(m, lang, false, a);
}

struct str format_plain(const struct message *m, enum lang lang, struct arena *a)
{
	return run(m, lang, true, a);
}

struct str format_arg(const struct arg *arg, enum lang lang, struct arena *a)
{
	struct writer w = {.lang = lang, .plain = true};
	struct words_form form = {0};

	if (arg->kind == ARG_ORDINAL && lang == LANG_AR)
		form.gender = FEMININE;
	builder_init(&w.out, a);
	add_arg(&w, arg, form);
	return builder_str(&w.out);
}

/* ---- values alone ---- */

struct str format_amount(int64_t centimes, enum lang lang, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	add_amount(&b, centimes, lang);
	return builder_str(&b);
}

struct str format_money(int64_t centimes, enum lang lang, struct arena *a)
{
	return format_arg(&A_MONEY("", centimes), lang, a);
}

struct str format_month(struct date d, enum lang lang, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	add_month(&b, d, lang);
	return builder_str(&b);
}

struct str format_day(struct date d, struct arena *a)
{
	return format_arg(&A_DAY("", d), LANG_EN, a);
}

struct str format_time(struct instant t, struct arena *a)
{
	return format_arg(&A_TIME("", t), LANG_EN, a);
}

struct str format_clock(struct instant t, struct arena *a)
{
	return format_arg(&A_CLOCK("", t), LANG_EN, a);
}

struct str format_hash(struct hash h, struct arena *a)
{
	return format_arg(&A_HASH("", h), LANG_EN, a);
}

struct str format_strip(struct str s, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		uint32_t code = text_decode(s, &at);

		if (!text_is_format(code))
			builder_add(&b, (struct str){s.p + from, at - from});
	}
	return builder_str(&b);
}

struct str format_isolate_ltr(struct str s, struct arena *a)
{
	struct str parts[] = {STR(LRI), s, STR(PDI)};

	return arena_join(a, parts, ARRAY_LEN(parts));
}

/* ---- the check ---- */

static bool has_place(struct str template, struct str name)
{
	struct str literal;
	struct place p;
	size_t at = 0;

	while (next_piece(template, &at, &literal, &p)) {
		if (p.name.n && str_equal(p.name, name))
			return true;
	}
	return false;
}

/* Every place of A stands in B as well; what looks like a place but is none is wrong. */
static bool places_within(struct str a, struct str b, bool plural_form)
{
	struct str literal;
	struct place p;
	size_t at = 0;

	while (next_piece(a, &at, &literal, &p)) {
		if (literal.p[0] == '{' && literal.n > 1 && !p.name.n)
			return false;
		if (p.name.n && !has_place(b, p.name) && !(plural_form && str_is(p.name, "n")))
			return false;
	}
	return true;
}

bool format_same_places(struct str source, struct str translation, bool plural_form)
{
	return places_within(source, translation, plural_form) &&
	       places_within(translation, source, false);
}

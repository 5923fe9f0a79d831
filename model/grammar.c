#include "model/grammar.h"

#include <string.h>

#include "model/question.h"
#include "model/session.h"

/* In sentences; an argument, so that no direction of writing takes it apart. */
#define EXAMPLE_INSTANT STR("@2024-12-30T10:30:00+01:00")

#define COMMON_BIT ((uint64_t)1 << 63) /* no command has so many fields */

/* A line on its way to a command. */
struct reader {
	struct str line;
	size_t at;
	struct grammar_day day;
	struct message *why;
	struct arena *a;
};

/* Every complaint ends reading: `return wrong(r, MSG(…));`. */
static bool wrong(struct reader *r, struct message why)
{
	*r->why = why;
	return false;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static void skip_blanks(struct reader *r)
{
	while (r->at < r->line.n && is_blank(r->line.p[r->at]))
		r->at++;
}

static struct str word_between(struct str line, size_t from, size_t to)
{
	return (struct str){line.p + from, to - from};
}

/* A word in a sentence: long ones are cut between two letters. */
static struct str shown(struct reader *r, struct str word)
{
	struct str parts[] = {word, STR("…")};
	uint32_t code;
	size_t at = 0;

	if (word.n <= 60)
		return word;
	while (at < 50 && str_decode(word, &at, &code))
		continue;
	parts[0].n = at;
	return arena_join(r->a, parts, ARRAY_LEN(parts));
}

/* --- words --- */

static struct message value_missing(struct arg key)
{
	return MSG("{key} has no value; write one directly after the equals sign.", key);
}

static struct str read_word(struct reader *r)
{
	size_t start = r->at;

	while (r->at < r->line.n && !is_blank(r->line.p[r->at]))
		r->at++;
	return word_between(r->line, start, r->at);
}

/* Four hex digits at the reader. */
static bool read_unit(struct reader *r, uint32_t *unit)
{
	*unit = 0;
	for (int i = 0; i < 4; i++, r->at++) {
		int digit = r->at < r->line.n ? hex_digit(r->line.p[r->at]) : -1;

		if (digit < 0)
			return false;
		*unit = *unit << 4 | (uint32_t)digit;
	}
	return true;
}

static void add_code(struct builder *b, uint32_t code)
{
	if (code < 0x80) {
		builder_add_char(b, (char)code);
		return;
	}
	if (code < 0x800) {
		builder_add_char(b, (char)(0xc0 | code >> 6));
	} else if (code < 0x10000) {
		builder_add_char(b, (char)(0xe0 | code >> 12));
		builder_add_char(b, (char)(0x80 | (code >> 6 & 0x3f)));
	} else {
		builder_add_char(b, (char)(0xf0 | code >> 18));
		builder_add_char(b, (char)(0x80 | (code >> 12 & 0x3f)));
		builder_add_char(b, (char)(0x80 | (code >> 6 & 0x3f)));
	}
	builder_add_char(b, (char)(0x80 | (code & 0x3f)));
}

/* What follows \u: one UTF-16 unit, or two that are a pair. */
static bool read_code(struct reader *r, uint32_t *code)
{
	uint32_t low;

	if (!read_unit(r, code) || (*code >= 0xdc00 && *code <= 0xdfff))
		return false;
	if (*code < 0xd800 || *code > 0xdbff)
		return true;
	if (r->line.n - r->at < 2 || r->line.p[r->at] != '\\' || r->line.p[r->at + 1] != 'u')
		return false;
	r->at += 2;
	if (!read_unit(r, &low) || low < 0xdc00 || low > 0xdfff)
		return false;
	*code = 0x10000 + ((*code - 0xd800) << 10) + (low - 0xdc00);
	return true;
}

/* An escape behind its backslash. SOURCE: RFC 8259 §7. */
static bool read_escape(struct reader *r, struct builder *b)
{
	static const char plain[] = "\"\\/bfnrt", means[] = "\"\\/\b\f\n\r\t";
	uint32_t code;
	const char *found;

	if (r->at == r->line.n)
		return false;

	char c = r->line.p[r->at++];

	if (c == 'u') {
		if (!read_code(r, &code))
			return false;
		add_code(b, code);
		return true;
	}
	found = memchr(plain, c, sizeof plain - 1);
	if (!found)
		return false;
	builder_add_char(b, means[found - plain]);
	return true;
}

/* A JSON string, the reader standing on its first quotation mark. */
static bool read_quoted(struct reader *r, struct arg key, struct str *value)
{
	struct builder b;

	builder_init(&b, r->a);
	for (r->at++; r->at < r->line.n && r->line.p[r->at] != '"';) {
		char c = r->line.p[r->at++];

		if (c != '\\')
			builder_add_char(&b, c);
		else if (!read_escape(r, &b))
			return wrong(r, MSG("{key} holds a backslash that is not understood; "
					    "the sign itself is written twice.",
						key));
	}
	if (r->at == r->line.n)
		return wrong(r, MSG("{key} has no closing quotation mark.", key));
	r->at++;
	if (r->at < r->line.n && !is_blank(r->line.p[r->at]))
		return wrong(r,
			MSG("After the closing quotation mark of {key} a blank must follow.", key));
	*value = builder_str(&b);
	if (!str_valid(*value))
		return wrong(
			r, MSG("{key} holds a control character, which no record may hold.", key));
	return true;
}

static bool read_bare(struct reader *r, struct arg key, struct str *value)
{
	*value = read_word(r);
	if (!value->n)
		return wrong(r, value_missing(key));
	if (memchr(value->p, '"', value->n))
		return wrong(r,
			MSG("In {key} a quotation mark stands inside a word; put the whole value "
			    "between quotation marks.",
				key));
	return true;
}

/* --- values --- */

/* Digits with an optional minus in front. */
static bool parse_integer(struct str s, int64_t *v)
{
	size_t i = s.n && s.p[0] == '-';

	*v = 0;
	if (i == s.n || s.n - i > 18)
		return false;
	for (; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*v = *v * 10 + (s.p[i] - '0');
	}
	if (s.p[0] == '-')
		*v = -*v;
	return true;
}

/* Centimes: none or exactly two digits after a comma or a point, so that 1.000 is no thousand. */
static bool parse_money(struct str s, int64_t *v)
{
	bool has_cents = s.n > 3 && (s.p[s.n - 3] == ',' || s.p[s.n - 3] == '.');
	struct str whole = {s.p, has_cents ? s.n - 3 : s.n};
	int64_t cents = 0;

	if (whole.n > 16 || !parse_integer(whole, v))
		return false;
	if (has_cents &&
		(s.p[s.n - 2] == '-' || !parse_integer((struct str){s.p + s.n - 2, 2}, &cents)))
		return false;
	*v = *v * 100 + (s.p[0] == '-' ? -cents : cents);
	return true;
}

/* H:MM, HH:MM or HH:MM:SS: seconds of the day. */
static bool parse_clock(struct str s, int *second_of_day)
{
	static const int most[] = {23, 59, 59}, seconds[] = {3600, 60, 1};
	size_t at = 0, part = 0;

	*second_of_day = 0;
	for (;; part++) {
		size_t end = at;
		int64_t v;

		while (end < s.n && s.p[end] != ':')
			end++;
		if (part == ARRAY_LEN(most) || end - at > 2 || (part && end - at != 2) ||
			!parse_integer((struct str){s.p + at, end - at}, &v) || s.p[at] == '-' ||
			v > most[part])
			return false;
		*second_of_day += (int)v * seconds[part];
		if (end == s.n)
			return part > 0;
		at = end + 1;
	}
}

static bool parse_time(struct str s, struct grammar_day day, struct instant *t)
{
	int second_of_day;

	if (!instant_parse(s, t)) {
		if (!day.day.year || !parse_clock(s, &second_of_day))
			return false;
		*t = instant_at(day.day, second_of_day, day.offset_minutes);
	}
	return instant_valid(*t);
}

static bool parse_numbers(struct str s, const struct field *f, struct numbers *out, struct arena *a)
{
	size_t n = 1, at = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == ',';

	int32_t *numbers = ARENA_ARRAY(a, int32_t, n);

	for (size_t i = 0; i < n; i++) {
		size_t end = at;
		int64_t v;

		while (end < s.n && s.p[end] != ',')
			end++;
		if (!parse_integer((struct str){s.p + at, end - at}, &v) || v < f->min ||
			v > f->max)
			return false;
		numbers[i] = (int32_t)v;
		at = end + 1;
	}
	*out = (struct numbers){numbers, n};
	return true;
}

static bool parse_bool(struct str s, bool *v)
{
	*v = str_is(s, "yes");
	return *v || str_is(s, "no");
}

/* "5/1"; "agenda/1" is the first vote on the agenda itself, or on the sitting. */
static bool vote_parse(struct str s, struct vote_id *v)
{
	struct str word = STR("agenda/"), number = s;
	char text[24];
	struct vote_id of;

	if (!str_starts(s, "agenda/"))
		return field_vote_parse(s, v);
	number.p += word.n;
	number.n -= word.n;
	if (number.n > 10)
		return false;
	text[0] = '1';
	text[1] = '/';
	memcpy(text + 2, number.p, number.n);
	if (!field_vote_parse((struct str){text, number.n + 2}, &of))
		return false;
	*v = (struct vote_id){OWN_MATTERS, of.n};
	return true;
}

static bool parse_value(struct reader *r, const struct field *f, struct str s, void *value)
{
	switch (f->kind) {
	case FIELD_INT:
		return parse_integer(s, value);
	case FIELD_MONEY:
		return parse_money(s, value);
	case FIELD_BOOL:
		return parse_bool(s, value);
	case FIELD_TEXT:
		*(struct str *)value = s;
		return true;
	case FIELD_ENUM:
		return field_enum_parse(f->names, s, value);
	case FIELD_TIME:
		return parse_time(s, r->day, value);
	case FIELD_DATE:
		return date_parse(s, value);
	case FIELD_HASH:
		return hash_parse(s, value);
	case FIELD_UUID:
		return uuid_parse(s, value);
	case FIELD_NUMBERS:
		return parse_numbers(s, f, value, r->a);
	case FIELD_VOTE:
		return vote_parse(s, value);
	case FIELD_LIST:
		break; /* has no text form: command_fields is NULL then */
	}
	return false;
}

static struct str names_joined(const struct name *names, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t i = 0; names[i].name; i++) {
		if (i)
			builder_add_z(&b, ", ");
		builder_add_z(&b, names[i].name);
	}
	return builder_str(&b);
}

/* The sentence for a value that KEY does not take. */
static struct message value_refused(struct reader *r, const struct field *f, struct str s)
{
	struct arg key = A_STR("key", str_of(f->name)), word = A_STR("word", shown(r, s));
	struct arg least = A_DIGITS("min", f->min < 0 ? 0 : f->min), most = A_DIGITS("max", f->max);

	switch (f->kind) {
	case FIELD_INT:
		return MSG("{key} takes a whole number from {min} to {max}, not {word}.", key,
			least, most, word);
	case FIELD_MONEY:
		return MSG("{key} takes an amount in dirhams such as {example}, not {word}.", key,
			A_STR("example", STR("1234,56")), word);
	case FIELD_TEXT:
		return MSG("{key} is too long: {n} bytes, and {max} at most.", key,
			A_DIGITS("n", (int64_t)s.n), most);
	case FIELD_BOOL:
		return MSG("{key} takes one of {list}, not {word}.", key,
			A_STR("list", STR("yes, no")), word);
	case FIELD_ENUM:
		return MSG("{key} takes one of {list}, not {word}.", key,
			A_STR("list", names_joined(f->names, r->a)), word);
	case FIELD_TIME:
		return MSG("{key} takes a time such as {example}, not {word}.", key,
			A_STR("example", STR("10:30")), word);
	case FIELD_DATE:
		return MSG("{key} takes a date such as {example}, not {word}.", key,
			A_STR("example", STR("2024-12-30")), word);
	case FIELD_NUMBERS:
		return MSG("{key} takes numbers from {min} to {max} with commas between them, "
			   "not {word}.",
			key, least, most, word);
	case FIELD_VOTE:
		return MSG("{key} takes a vote as item and number, such as {example}, not {word}.",
			key, A_STR("example", STR("3/1")), word);
	case FIELD_HASH:
	case FIELD_UUID:
	case FIELD_LIST:
		break;
	}
	return MSG("{word} is no value of {key}.", word, key);
}

/* --- a line --- */

static const struct field *find_field(const struct field *fields, struct str name)
{
	for (const struct field *f = fields; f->name; f++) {
		if (str_is(name, f->name))
			return f;
	}
	return NULL;
}

static struct message argument_refused(struct reader *r, enum command_type type, struct str name)
{
	struct arg command = A_STR("command", str_of(command_spec(type)->name));
	struct arg word = A_STR("word", shown(r, name));
	struct builder b;

	if (!command_fields(type)->name && !*questions_of(type))
		return MSG("{command} takes no arguments, so {word} does not belong there.",
			command, word);
	builder_init(&b, r->a);
	for (const struct field *f = command_fields(type); f->name; f++) {
		if (b.n)
			builder_add_z(&b, ", ");
		builder_add_z(&b, f->name);
	}
	if (*questions_of(type)) {
		if (b.n)
			builder_add_z(&b, ", ");
		builder_add_z(&b, question_field.name);
	}
	return MSG("{command} has no argument {word}; it takes {list}.", command, word,
		A_STR("list", builder_str(&b)));
}

static struct message argument_missing(
	struct reader *r, enum command_type type, const struct field *f)
{
	struct arg command = A_STR("command", str_of(command_spec(type)->name));
	struct arg key = A_STR("key", str_of(f->name));

	if (f->kind == FIELD_ENUM)
		return MSG("{command} needs {key}, one of {list}.", command, key,
			A_STR("list", names_joined(f->names, r->a)));
	return MSG("{command} needs {key}: {help}.", command, key,
		A_MSG("help", message_keep(r->a, TEXT(f->help))));
}

/* Each question is answered by its name, so that none is swallowed unseen. */
static bool read_confirm(struct reader *r, struct command *c, struct str value)
{
	struct str name = {value.p, 0};

	for (size_t at = 0; at <= value.n; at++) {
		if (at < value.n && value.p[at] != ',') {
			name.n++;
			continue;
		}
		if (!question_known(c->type, name))
			return wrong(r, MSG("{key} takes one of {list}, not {word}.",
						A_STR("key", str_of(question_field.name)),
						A_STR("list", questions_all(c->type, ", ", r->a)),
						A_STR("word", shown(r, name))));
		c->confirm = questions_with(c->confirm, name, r->a);
		name = (struct str){value.p + at + 1, 0};
	}
	return true;
}

/* One key=value. GIVEN has a bit for each field that was there already. */
static bool read_argument(struct reader *r, struct command *c, uint64_t *given)
{
	const struct field *fields = command_fields(c->type);
	size_t start = r->at;

	while (r->at < r->line.n && !is_blank(r->line.p[r->at]) && r->line.p[r->at] != '=')
		r->at++;

	struct str name = word_between(r->line, start, r->at);
	const struct field *f = find_field(fields, name);
	bool common = !f && str_is(name, question_field.name);
	struct str value;

	if (common)
		f = &question_field;
	if (!f)
		return wrong(r, argument_refused(r, c->type, name));

	struct arg key = A_STR("key", str_of(f->name));
	uint64_t bit = common ? COMMON_BIT : (uint64_t)1 << (f - fields);

	if (*given & bit)
		return wrong(r, MSG("{key} stands there twice.", key));
	*given |= bit;
	if (r->at == r->line.n || r->line.p[r->at] != '=')
		return wrong(r, value_missing(key));
	r->at++;
	if (r->at < r->line.n && r->line.p[r->at] == '"') {
		if (!read_quoted(r, key, &value))
			return false;
	} else if (!read_bare(r, key, &value)) {
		return false;
	}
	if (common)
		return read_confirm(r, c, value);

	struct field one[2] = {*f};

	if (f->kind == FIELD_TEXT && !value.n && !f->optional)
		return wrong(r, argument_missing(r, c->type, f));
	if (f->kind == FIELD_TEXT && !value.n)
		return true;
	if (!parse_value(r, f, value, (char *)&c->arg + f->offset) || field_wrong(one, &c->arg))
		return wrong(r, value_refused(r, f, value));
	return true;
}

static bool nothing_missing(struct reader *r, const struct command *c, uint64_t given)
{
	const struct field *fields = command_fields(c->type);

	for (const struct field *f = fields; f->name; f++) {
		if (!f->optional && !(given >> (f - fields) & 1))
			return wrong(r, argument_missing(r, c->type, f));
	}
	return true;
}

static struct message time_refused(struct reader *r, struct str word)
{
	struct arg what = A_STR("word", shown(r, word));
	struct arg instant = A_STR("instant", EXAMPLE_INSTANT);
	int second_of_day;

	if (!r->day.day.year && parse_clock(word_between(word, 1, word.n), &second_of_day))
		return MSG("{word} needs a sitting to take the day from; "
			   "write day and time such as {instant}.",
			what, instant);
	return MSG("{word} is no time; write it such as {clock} or {instant}.", what,
		A_STR("clock", STR("@10:30")), instant);
}

static bool read_time(struct reader *r, struct instant *at)
{
	struct str word = read_word(r);

	if (!parse_time(word_between(word, 1, word.n), r->day, at))
		return wrong(r, time_refused(r, word));
	skip_blanks(r);
	if (r->at == r->line.n)
		return wrong(r, MSG("After {word} a command must follow.", A_STR("word", word)));
	return true;
}

static bool read_command(struct reader *r, struct command *c)
{
	struct instant at = {0};
	enum command_type type;
	uint64_t given = 0;

	if (r->line.p[r->at] == '@' && !read_time(r, &at))
		return false;

	struct str name = read_word(r);

	if (!command_type_parse(name, &type))
		return wrong(r, MSG("There is no command {word}; mahdar help lists them.",
					A_STR("word", shown(r, name))));
	if (!command_fields(type))
		return wrong(
			r, MSG("{word} cannot be typed; the program gives this command itself.",
				   A_STR("word", name)));
	*c = command_of(type);
	c->at = at;
	for (skip_blanks(r); r->at < r->line.n; skip_blanks(r)) {
		if (!read_argument(r, c, &given))
			return false;
	}
	return nothing_missing(r, c, given);
}

/* UTF-8 on one line, no control character but the tab. */
static bool line_valid(struct str line)
{
	uint32_t code;

	for (size_t at = 0; at < line.n;) {
		if (!str_decode(line, &at, &code) || (code < 0x20 && code != '\t') ||
			(code >= 0x7f && code < 0xa0))
			return false;
	}
	return true;
}

enum grammar_result grammar_parse(struct str line, struct grammar_day day, struct command *out,
	struct message *why, struct arena *a)
{
	struct reader r = {.line = line, .day = day, .why = why, .a = a};

	/* Lines of a file written elsewhere end in CR LF. */
	if (line.n && line.p[line.n - 1] == '\r')
		r.line.n--;
	if (!line_valid(r.line)) {
		*why = TEXT("The line is not UTF-8 text, or holds a control character.");
		return GRAMMAR_WRONG;
	}
	skip_blanks(&r);
	if (r.at == r.line.n || r.line.p[r.at] == '#')
		return GRAMMAR_NOTHING;
	return read_command(&r, out) ? GRAMMAR_COMMAND : GRAMMAR_WRONG;
}

#include "tests/generate.h"

#include "model/election.h"
#include "model/question.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

uint64_t generate_seed(uint64_t fixed)
{
	const char *wish = getenv("TEST_SEED");
	uint64_t seed = fixed;

	if (wish && strcmp(wish, "random") == 0) {
		struct timespec now;

		clock_gettime(CLOCK_REALTIME, &now);
		seed = (uint64_t)now.tv_sec * 1000000007U + (uint64_t)now.tv_nsec;
	} else if (wish) {
		seed = strtoull(wish, NULL, 10);
	}
	printf("# TEST_SEED=%llu\n", (unsigned long long)seed);
	return seed;
}

struct generator generator_of(uint64_t seed, struct arena *a)
{
	return (struct generator){.state = seed, .arena = a};
}

/* SOURCE: splitmix64, Steele, Lea, Flood 2014. */
uint64_t generate_bits(struct generator *g)
{
	uint64_t z = g->state += 0x9e3779b97f4a7c15U;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
	return z ^ (z >> 31);
}

uint64_t generate_below(struct generator *g, uint64_t n)
{
	return generate_bits(g) % n;
}

int64_t generate_between(struct generator *g, int64_t lo, int64_t hi)
{
	uint64_t span = (uint64_t)hi - (uint64_t)lo;
	uint64_t step = span == UINT64_MAX ? generate_bits(g) : generate_below(g, span + 1);

	return (int64_t)((uint64_t)lo + step);
}

bool generate_chance(struct generator *g, unsigned percent)
{
	return generate_below(g, 100) < percent;
}

struct str generate_text(struct generator *g, size_t most, bool lines)
{
	static const char *const pieces[] = {"الغرفة", "مقر", "فاس–مكناس", "محضر ", "رقم ١٢", "ـــ",
		"لا", "بِ", "، ", "؟", "l'été ", "Fès", "œuvre", "ç", "a", "Z", "7", " ", " ", "\"",
		"\\", "/", "=", "#", "@", ",", "\\n", "\\u0041", "\t", "😀", "\u200f", "\u2066",
		"\u2069", "\u00a0", "\u2028", "\ufffd", "\U0010fffd", "~", "{}", "[1]", "null", "'",
		"-", "$(x)", "%s"};
	size_t wish = 1 + generate_below(g, generate_chance(g, 1) ? 6000 : 40);
	struct builder b;

	if (generate_below(g, 2000) == 0 || wish > most)
		wish = most;
	builder_init(&b, g->arena);
	while (b.n < wish) {
		struct str piece = str_of(pieces[generate_below(g, ARRAY_LEN(pieces))]);

		if (str_is(piece, "\t"))
			piece = lines ? STR("\n") : STR("-");
		if (b.n + piece.n > most)
			piece = STR("x");
		builder_add(&b, piece);
	}
	return builder_str(&b);
}

struct uuid generate_uuid(struct generator *g)
{
	struct uuid u;

	for (size_t i = 0; i < sizeof u.b; i++)
		u.b[i] = (unsigned char)generate_below(g, 256);
	return u;
}

struct hash generate_hash(struct generator *g)
{
	struct hash h;

	for (size_t i = 0; i < sizeof h.b; i++)
		h.b[i] = (unsigned char)generate_below(g, 256);
	return h;
}

struct date generate_date(struct generator *g)
{
	if (g->small || generate_chance(g, 80))
		return date_of_days(generate_between(g, 19900, 20100));
	return date_of_days(generate_between(
		g, date_days((struct date){1, 1, 1}), date_days((struct date){9999, 12, 31})));
}

struct instant generate_instant(struct generator *g)
{
	int32_t offset = 60;
	int second = (int)generate_below(g, 86400);

	if (!g->small && generate_chance(g, 30))
		offset = (int32_t)generate_between(g, -899, 899);
	if (g->small)
		return instant_at(date_of_days(generate_between(g, 20000, 20080)), second, 60);

	struct instant t = instant_at(generate_date(g), second, offset);

	return instant_valid(t) ? t : instant_at((struct date){2024, 12, 30}, 36000, 0);
}

static int64_t generate_int(struct generator *g, const struct field *f)
{
	int64_t lo = f->min, hi = f->max;

	if (lo == 0 && hi == 0) {
		lo = -FIELD_INT_MOST;
		hi = FIELD_INT_MOST;
	}
	if (g->small && hi > g->small && lo <= g->small)
		hi = g->small;
	if (generate_chance(g, 5))
		return generate_chance(g, 50) ? lo : hi;
	if (generate_chance(g, 60) && hi - lo > 40 && lo >= -1)
		hi = lo + 40;
	return generate_between(g, lo, hi);
}

/* Rising, so that nobody stands in it twice. */
static struct numbers generate_numbers(struct generator *g, const struct field *f, bool some)
{
	size_t n = (some ? 1 : 0) + generate_below(g, generate_chance(g, 5) ? 60 : 8);
	int64_t hi = g->small ? g->small : f->max, next = f->min;
	int32_t *at = ARENA_ARRAY(g->arena, int32_t, n);
	size_t i = 0;

	for (; i < n && next <= hi; i++) {
		at[i] = (int32_t)generate_between(g, next, next + (hi - next) / (int64_t)(n - i));
		next = at[i] + 1;
	}
	return (struct numbers){at, i};
}

static struct list generate_list(struct generator *g, const struct field *f)
{
	size_t n = generate_below(g, generate_chance(g, 3) ? 45 : 4);
	char *at = arena_take(g->arena, n * f->sub_size);

	for (size_t i = 0; i < n; i++)
		generate_fields(g, f->sub, at + i * f->sub_size);
	return (struct list){at, n};
}

static int generate_enum(struct generator *g, const struct field *f)
{
	uint64_t n = 0;

	while (f->names[n].name)
		n++;
	return (int)generate_below(g, n);
}

static void generate_value(struct generator *g, const struct field *f, void *value)
{
	switch (f->kind) {
	case FIELD_INT:
	case FIELD_MONEY:
		*(int64_t *)value = generate_int(g, f);
		break;
	case FIELD_BOOL:
		*(bool *)value = generate_chance(g, 50);
		break;
	case FIELD_TEXT:
		*(struct str *)value = generate_text(g, f->max ? (size_t)f->max : 4000, true);
		break;
	case FIELD_ENUM:
		*(int *)value = generate_enum(g, f);
		break;
	case FIELD_TIME:
		*(struct instant *)value = generate_instant(g);
		break;
	case FIELD_DATE:
		*(struct date *)value = generate_date(g);
		break;
	case FIELD_HASH:
		*(struct hash *)value =
			generate_chance(g, 10) ? (struct hash){{0}} : generate_hash(g);
		break;
	case FIELD_UUID:
		*(struct uuid *)value = generate_uuid(g);
		break;
	case FIELD_NUMBERS:
		*(struct numbers *)value = generate_numbers(g, f, f->help != NULL);
		break;
	case FIELD_VOTE:
		*(struct vote_id *)value = (struct vote_id){
			(int32_t)generate_between(g, 1, g->small ? g->small : INT32_MAX),
			(int32_t)generate_between(g, 1, generate_chance(g, 90) ? 3 : INT32_MAX)};
		break;
	case FIELD_LIST:
		*(struct list *)value = generate_list(g, f);
		break;
	}
}

void generate_fields(struct generator *g, const struct field *fields, void *object)
{
	for (const struct field *f = fields; f->name; f++) {
		if (!f->optional || generate_chance(g, 50))
			generate_value(g, f, (char *)object + f->offset);
	}
}

struct event generate_event_of(struct generator *g, enum event_type type)
{
	struct event e = {
		.type = type,
		.n = generate_chance(g, 95) ? (uint32_t)generate_below(g, 500) : UINT32_MAX,
		.id = generate_uuid(g),
		.actor = generate_chance(g, 5) ? (struct str){0} : generate_text(g, 40, false),
		.at = generate_instant(g),
		.t = generate_instant(g),
	};

	generate_fields(g, event_spec(type)->fields, &e.body);
	return e;
}

struct event generate_event(struct generator *g)
{
	return generate_event_of(g, (enum event_type)generate_below(g, EVENT_COUNT));
}

struct str generate_questions(struct generator *g, enum command_type type, unsigned percent)
{
	struct str list = STR("");

	for (const char *const *q = questions_of(type); *q; q++) {
		if (generate_chance(g, percent))
			list = questions_with(list, str_of(*q), g->arena);
	}
	return generate_chance(g, percent) ? questions_with(list, STR("earlier"), g->arena) : list;
}

struct command generate_command_of(struct generator *g, enum command_type type)
{
	struct command c = command_of(type);

	if (generate_chance(g, 50))
		c.at = generate_instant(g);
	generate_fields(g, command_fields(type), &c.arg);
	if (generate_chance(g, 50))
		c.confirm = generate_questions(g, type, 70);
	return c;
}

struct command generate_command(struct generator *g)
{
	enum command_type type;

	do
		type = (enum command_type)generate_below(g, CMD_COUNT);
	while (!command_fields(type));
	return generate_command_of(g, type);
}

bool generate_election(struct generator *g, struct command *c)
{
	if (c->type == CMD_ELECTION_OPEN) {
		int32_t members[2] = {1, (int32_t)generate_between(g, 2, 3)};

		c->arg.election_open.candidates =
			(struct numbers){arena_copy(g->arena, members, sizeof members),
				generate_chance(g, 80) ? 2 : 1};
		c->arg.election_open.post = (int)generate_below(g, POST_COMMITTEE_PRESIDENT);
		c->arg.election_open.secret = generate_chance(g, 60);
		c->arg.election_open.reason = STR("r");
		c->confirm = generate_questions(g, c->type, 100);
	} else if (c->type == CMD_ELECTION_MARK) {
		c->arg.election_mark.choice = generate_between(g, 0, 2);
	} else if (c->type == CMD_ELECTION_COUNT) {
		int32_t n = (int32_t)generate_between(g, 0, 2);
		int32_t votes[2] = {n, generate_chance(g, 60) ? n : 0};

		c->arg.election_count.votes = (struct numbers){
			arena_copy(g->arena, votes, sizeof votes), generate_chance(g, 80) ? 2 : 1};
	} else if (c->type == CMD_ELECTION_CORRECT) {
		int32_t n = (int32_t)generate_between(g, 0, 2);
		int32_t votes[2] = {n, 0};

		if (generate_chance(g, 50)) {
			c->arg.election_correct.votes =
				(struct numbers){arena_copy(g->arena, votes, sizeof votes), 2};
			c->arg.election_correct.choice = -1;
		} else {
			c->arg.election_correct.member = generate_between(g, 1, 3);
			c->arg.election_correct.choice = generate_between(g, 0, 2);
		}
		c->arg.election_correct.reason = STR("r");
		c->confirm = generate_questions(g, c->type, 100);
	} else if (c->type == CMD_ELECTION_DECIDE) {
		c->arg.election_decide = (struct election_decide){
			ELECTION_LOT, generate_between(g, 1, 2), STR("tirage")};
		c->confirm = generate_questions(g, c->type, 100);
	} else {
		return false;
	}
	return true;
}

void generate_transfer(struct generator *g, const struct item *budget, struct motion_move *m)
{
	size_t n = budget->lines.n;

	m->kind = MOTION_TRANSFER;
	m->line = budget->lines.at[generate_below(g, (uint32_t)n)].code;
	if (generate_chance(g, 80))
		m->to_line = budget->lines.at[generate_below(g, (uint32_t)n)].code;
	m->amount = generate_between(g, 1, 1000);
}

void generate_share(struct generator *g, struct motion_move *m)
{
	m->kind = MOTION_SHARE;
	m->party = generate_between(g, 0, 2);
	m->amount = generate_between(g, 0, 1000);
	m->line = m->to_line = (struct str){NULL, 0};
}

bool generate_agreement(struct generator *g, const struct session *s, struct command *c)
{
	static const enum command_type types[] = {CMD_AGREEMENT_DESCRIBE, CMD_AGREEMENT_PARTY,
		CMD_AGREEMENT_PARTY, CMD_AGREEMENT_DROP, CMD_AGREEMENT_STEP};
	int64_t number = 0;

	for (size_t i = 0; i < s->agenda.n; i++) {
		if (session_item(s, s->agenda.at[i])->is.kind == ITEM_AGREEMENT &&
			(!number || generate_chance(g, 50)))
			number = (int64_t)i + 1;
	}
	if (!number)
		return false;
	*c = generate_command_of(g, types[generate_below(g, ARRAY_LEN(types))]);
	if (c->type == CMD_AGREEMENT_DESCRIBE) {
		c->arg.agreement_describe.item = number;
		c->arg.agreement_describe.session = 0;
		c->arg.agreement_describe.parent = generate_between(g, 0, (int64_t)s->agenda.n);
		c->arg.agreement_describe.kind =
			generate_chance(g, 50) ? AGREEMENT_ADDENDUM : AGREEMENT_SPECIAL;
	} else if (c->type == CMD_AGREEMENT_PARTY) {
		c->arg.agreement_party.item = number;
		c->arg.agreement_party.party = generate_between(g, 0, 2);
		c->arg.agreement_party.at = generate_between(g, 0, 3);
		c->arg.agreement_party.role = ROLE_FUNDER;
		c->arg.agreement_party.also = ROLE_NONE;
	} else if (c->type == CMD_AGREEMENT_DROP) {
		c->arg.agreement_drop = (struct party_removed){number, generate_between(g, 1, 2)};
	} else {
		c->arg.agreement_step.item = number;
		c->arg.agreement_step.session = 0;
		c->arg.agreement_step.date = (struct date){2024, 12, 1};
		c->arg.agreement_step.who_fr = STR("X");
	}
	return true;
}

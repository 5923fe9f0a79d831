#include "storage/register.h"

#include "model/message.h"
#include "storage/chain.h"
#include "storage/codec.h"
#include "storage/profile.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define SHIFT_ROW "room/clock"

/* The session folded last for a list: most often the one that is chosen next. */
struct warm {
	struct arena arena;
	struct session session;
	struct journal_head head;
	int64_t number; /* 0: none */
};

/* The act whose commit failed, until somebody can say what became of it. */
struct pending {
	bool there;
	bool recorded; /* it is on the disk, but could not be read back */
	struct answer answer;
	enum stream_kind stream;
};

struct registry {
	struct journal *journal;
	struct chain *chain;
	struct source source;
	struct arena profile_arena, chamber_arena, session_arena;
	struct chamber chamber;
	struct session session;
	bool chosen;
	struct journal_head chamber_head, session_head;
	struct world world;
	struct warm warm;
	struct arena lines_arena; /* the lines of the last list, for the next one */
	struct session_line *lines;
	size_t lines_n;
	struct pending doubt;
	struct source clock; /* the source under one that is shifted … */
	int64_t shift;       /* … by so many seconds */
};

static const struct str chamber_stream = {"chamber", 7};

static struct str session_stream(int64_t number, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, "session-");
	builder_add_int(&b, number);
	return builder_str(&b);
}

/* --- folding --- */

struct folding {
	struct arena *arena;
	struct chamber *chamber; /* one of the two */
	struct session *session;
	struct str stream;
	struct journal_head *head;
	struct error *err;
	bool failed;
};

static bool fold_fail(struct folding *f, uint32_t n, const char *why)
{
	f->failed = true;
	(void)error_set(
		f->err, ERROR_DAMAGED, "%.*s/%u: %s", (int)f->stream.n, f->stream.p, n, why);
	return false;
}

static bool fold_line(void *context, uint32_t n, struct str line, struct hash hash)
{
	struct folding *f = context;
	struct event e;
	struct hash prev;

	if (codec_decode(line, &e, &prev, f->arena, f->err) < 0) {
		f->failed = true;
		return false;
	}
	if (f->chamber ? !chamber_apply(f->chamber, &e) : !session_apply(f->session, &e))
		return fold_fail(f, n, "contradicts the acts before it");
	if (e.type == EVENT_RECORD_FROZEN)
		f->session->frozen_head = hash;
	*f->head = (struct journal_head){n + 1, hash};
	return true;
}

static int fold(struct registry *r, struct folding *f, struct error *err)
{
	f->err = err;
	if (journal_read(r->journal, f->stream, f->head->next, fold_line, f, err) < 0)
		return -1;
	return f->failed ? -1 : 0;
}

static int fold_chamber(struct registry *r, struct error *err)
{
	struct folding f = {
		.arena = &r->chamber_arena,
		.chamber = &r->chamber,
		.stream = chamber_stream,
		.head = &r->chamber_head,
	};

	return fold(r, &f, err);
}

static int fold_session(struct registry *r, int64_t number, struct arena *a, struct session *s,
	struct journal_head *head, struct error *err)
{
	struct folding f = {.arena = a, .session = s, .head = head};

	f.stream = session_stream(number, a);
	return fold(r, &f, err);
}

/* --- opening --- */

static int64_t session_number(struct str stream)
{
	int64_t n = 0;

	if (!str_starts(stream, "session-"))
		return 0;
	for (size_t i = 8; i < stream.n; i++) {
		if (stream.p[i] < '0' || stream.p[i] > '9' || n > 99999)
			return 0;
		n = n * 10 + (stream.p[i] - '0');
	}
	return n;
}

static int number_compare(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Numbers of all sessions, going up. */
static int session_numbers(
	struct registry *r, struct arena *a, int64_t **numbers, size_t *n, struct error *err)
{
	struct str *streams;
	size_t all;

	*n = 0;
	if (journal_streams(r->journal, a, &streams, &all, err) < 0)
		return -1;
	*numbers = ARENA_ARRAY(a, int64_t, all + 1);
	for (size_t i = 0; i < all; i++) {
		if (session_number(streams[i]))
			(*numbers)[(*n)++] = session_number(streams[i]);
	}
	qsort(*numbers, *n, sizeof **numbers, number_compare);
	return 0;
}

/* The world beside the chosen session: highest number, last sealed record. */
static int look_around(struct registry *r, struct error *err)
{
	struct session_line *lines;
	struct arena a;
	size_t n;
	int status;

	arena_init(&a, &memory_source);
	status = register_list(r, &a, &lines, &n, err);
	r->world.last_number = 0;
	r->world.previous = 0;
	r->world.previous_head = (struct hash){{0}};
	for (size_t i = 0; status == 0 && i < n; i++) {
		r->world.last_number = lines[i].number;
		if (lines[i].phase == PHASE_SEALED) {
			r->world.previous = lines[i].number;
			r->world.previous_head = lines[i].head;
		}
	}
	arena_clear(&a);
	return status;
}

struct registry *register_open(const char *path, const struct journal_options *options,
	struct source source, struct error *err)
{
	struct registry *r = memory_source.take(sizeof *r);

	*r = (struct registry){.source = source};
	arena_init(&r->profile_arena, &memory_source);
	arena_init(&r->chamber_arena, &memory_source);
	arena_init(&r->session_arena, &memory_source);
	arena_init(&r->warm.arena, &memory_source);
	arena_init(&r->lines_arena, &memory_source);
	chamber_init(&r->chamber, &r->chamber_arena);
	session_init(&r->session, &r->session_arena);
	r->world.chamber = &r->chamber;
	r->chain = chain_open(err);
	if (!r->chain || profiles_shipped(&r->profile_arena, &r->world.profiles,
				 &r->world.profiles_n, err) < 0)
		goto fail;
	r->journal = journal_open(path, options, err);
	if (!r->journal || fold_chamber(r, err) < 0 || look_around(r, err) < 0)
		goto fail;
	return r;
fail:
	register_close(r);
	return NULL;
}

void register_close(struct registry *r)
{
	if (!r)
		return;
	journal_close(r->journal);
	chain_close(r->chain);
	arena_clear(&r->profile_arena);
	arena_clear(&r->chamber_arena);
	arena_clear(&r->session_arena);
	arena_clear(&r->warm.arena);
	arena_clear(&r->lines_arena);
	memory_source.give(r);
}

struct journal *register_journal(const struct registry *r)
{
	return r->journal;
}

const struct chamber *register_chamber(const struct registry *r)
{
	return &r->chamber;
}

const struct session *register_session(const struct registry *r)
{
	return r->chosen ? &r->session : NULL;
}

const struct world *register_world(const struct registry *r)
{
	return &r->world;
}

struct register_heads register_heads(const struct registry *r)
{
	struct register_heads heads = {.chamber = r->chamber_head.hash};

	if (r->chosen)
		heads.session = r->session_head.hash;
	return heads;
}

struct source register_source(const struct registry *r)
{
	return r->source;
}

static struct instant shifted_now(void *context)
{
	const struct registry *r = context;
	struct instant now = r->clock.now(r->clock.context);

	now.seconds += r->shift;
	return now;
}

static struct uuid shifted_id(void *context)
{
	const struct registry *r = context;

	return r->clock.id(r->clock.context);
}

static void shifted_genesis(void *context, unsigned char bytes[16])
{
	const struct registry *r = context;

	r->clock.genesis(r->clock.context, bytes);
}

void register_shift_clock(struct registry *r, int64_t seconds)
{
	if (r->source.now != shifted_now)
		r->clock = r->source;
	r->shift += seconds;
	r->source =
		r->shift ? (struct source){shifted_now, shifted_id, shifted_genesis, r} : r->clock;
}

/* The shift that stands beside the journal, 0 without one. */
static int kept_shift(struct registry *r, int64_t *seconds, struct error *err)
{
	struct arena a;
	struct str value;
	bool found;
	int result;

	arena_init(&a, &memory_source);
	*seconds = 0;
	result = journal_kept(r->journal, STR(SHIFT_ROW), &a, &value, &found, err);
	if (result == 0 && found)
		*seconds = strtoll(arena_z(&a, value), NULL, 10);
	arena_clear(&a);
	return result;
}

int register_keep_shift(struct registry *r, struct error *err)
{
	struct arena a;
	struct builder b;
	int64_t kept;
	int result = kept_shift(r, &kept, err);

	if (result < 0 || kept == r->shift)
		return result;
	if (r->shift == 0)
		return journal_drop(r->journal, STR(SHIFT_ROW), err);
	arena_init(&a, &memory_source);
	builder_init(&b, &a);
	builder_add_int(&b, r->shift);
	result = journal_keep(r->journal, STR(SHIFT_ROW), builder_str(&b), err);
	arena_clear(&a);
	return result;
}

bool register_follow_shift(struct registry *r)
{
	struct error ignored;
	int64_t kept;

	if (kept_shift(r, &kept, &ignored) < 0 || kept == r->shift)
		return false;
	register_shift_clock(r, kept - r->shift);
	return true;
}

static struct session_line line_of(const struct session *s)
{
	return (struct session_line){
		.number = s->is.number,
		.kind = s->plan.kind,
		.year = s->plan.year,
		.month = s->plan.month,
		.date = s->sittings.n ? instant_date(s->sittings.at[0].opened) : s->plan.date,
		.phase = s->phase,
		.items = (int64_t)s->agenda.n,
		.decisions = session_decision_count(s),
		.acts = (uint32_t)s->log.n,
		.head = s->frozen_head,
	};
}

/* The line of session NUMBER as far as it is known already: the lines of a stream are only ever
 * added to, so that as many acts as then are the same acts. */
static const struct session_line *known_line(struct registry *r, int64_t number, uint32_t acts)
{
	for (size_t i = 0; i < r->lines_n; i++) {
		if (r->lines[i].number == number && r->lines[i].acts == acts)
			return &r->lines[i];
	}
	return NULL;
}

static int make_line(
	struct registry *r, int64_t number, struct session_line *line, struct error *err)
{
	const struct session_line *known;
	struct warm *w = &r->warm;
	struct journal_head head;
	struct arena a;
	int status;

	arena_init(&a, &memory_source);
	status = journal_head(r->journal, session_stream(number, &a), &head, err);
	arena_clear(&a);
	if (status < 0)
		return -1;
	known = known_line(r, number, head.next);
	if (known) {
		*line = *known;
		return 0;
	}
	w->number = 0;
	w->head = (struct journal_head){0, {{0}}};
	arena_clear(&w->arena);
	session_init(&w->session, &w->arena);
	if (fold_session(r, number, &w->arena, &w->session, &w->head, err) < 0)
		return -1;
	w->number = number;
	*line = line_of(&w->session);
	return 0;
}

int register_list(struct registry *r, struct arena *a, struct session_line **lines, size_t *n,
	struct error *err)
{
	int64_t *numbers;

	if (session_numbers(r, a, &numbers, n, err) < 0)
		return -1;
	*lines = ARENA_ARRAY(a, struct session_line, *n + 1);
	for (size_t i = 0; i < *n; i++) {
		if (make_line(r, numbers[i], &(*lines)[i], err) < 0)
			return -1;
	}
	arena_clear(&r->lines_arena);
	r->lines = arena_copy(&r->lines_arena, *lines, *n * sizeof **lines);
	r->lines_n = *n;
	return 0;
}

static void choose_none(struct registry *r)
{
	arena_clear(&r->session_arena);
	session_init(&r->session, &r->session_arena);
	r->session_head = (struct journal_head){0, {{0}}};
	r->chosen = false;
	r->world.session = NULL;
}

int register_choose(struct registry *r, int64_t number, struct error *err)
{
	struct warm *w = &r->warm;

	choose_none(r);
	if (w->number == number) { /* folded a moment ago: only what came since */
		r->session_arena = w->arena;
		r->session = w->session;
		r->session.arena = &r->session_arena;
		r->session_head = w->head;
		arena_init(&w->arena, &memory_source);
	}
	arena_clear(&w->arena);
	w->number = 0;
	if (fold_session(r, number, &r->session_arena, &r->session, &r->session_head, err) < 0) {
		choose_none(r);
		return -1;
	}
	if (!r->session.exists)
		return error_set(err, ERROR_NO_SESSION, "%lld", (long long)number);
	r->chosen = true;
	r->world.session = &r->session;
	return 0;
}

/* The number of the newest session, which somebody else may have begun. */
static int look_for_newer(struct registry *r, struct error *err)
{
	int64_t *numbers;
	struct arena a;
	size_t n;
	int status;

	arena_init(&a, &memory_source);
	status = session_numbers(r, &a, &numbers, &n, err);
	if (status == 0 && n)
		r->world.last_number = numbers[n - 1];
	arena_clear(&a);
	return status;
}

int register_refresh(struct registry *r, bool *changed, struct error *err)
{
	uint32_t before = r->chamber_head.next + r->session_head.next;
	int64_t newest = r->world.last_number;

	*changed = false;
	if (fold_chamber(r, err) < 0 || look_for_newer(r, err) < 0)
		return -1;
	if (r->chosen && fold_session(r, r->session.is.number, &r->session_arena, &r->session,
				 &r->session_head, err) < 0)
		return -1;
	*changed = r->chamber_head.next + r->session_head.next != before ||
		   r->world.last_number != newest;
	return 0;
}

/* --- recording --- */

/* The decided facts as lines on HEAD; LINES has room for all. */
static int make_lines(struct registry *r, struct decision *d, struct journal_head head,
	struct instant written, struct journal_line *lines, struct arena *a, struct error *err)
{
	for (size_t i = 0; i < d->n; i++) {
		struct event *e = &d->event[i];

		e->n = head.next;
		e->t = written;
		e->id = r->source.id(r->source.context);
		lines[i] = (struct journal_line){codec_encode(e, head.hash, a), e->id};
		head.next++;
		if (chain_hash(r->chain, lines[i].line.p, lines[i].line.n, &head.hash, err) < 0)
			return -1;
	}
	return 0;
}

/* What was recorded is read back from the journal into the state, by the same way as at opening:
 * the state is the fold of the file and of nothing else. */
static int take_in(struct registry *r, enum stream_kind stream, int64_t number, struct error *err)
{
	if (stream == STREAM_CHAMBER)
		return fold_chamber(r, err);
	if (stream == STREAM_SESSION) {
		if (fold_session(r, number, &r->session_arena, &r->session, &r->session_head, err) <
			0)
			return -1;
		/* The next session names this one, also when it opens before the desk closes. */
		if (r->session.phase == PHASE_SEALED && number >= r->world.previous) {
			r->world.previous = number;
			r->world.previous_head = r->session.frozen_head;
		}
		return 0;
	}
	if (register_choose(r, number, err) < 0)
		return -1;
	r->world.last_number = number;
	return 0;
}

static struct envelope envelope_of(struct registry *r, struct str actor, struct arena *a)
{
	unsigned char bytes[16];
	struct hash twice = {{0}};
	struct envelope env = {.now = r->source.now(r->source.context), .actor = actor};

	r->source.genesis(r->source.context, bytes);
	memcpy(twice.b, bytes, sizeof bytes);
	env.genesis = hash_text(twice, a);
	env.genesis.n = 32;
	return env;
}

/* The last door: what could not be written and read back is refused like anything else. */
static void check_facts(struct decision *d)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct field *f =
			field_wrong(event_spec(d->event[i].type)->fields, &d->event[i].body);

		if (!f)
			continue;
		d->verdict = VERDICT_REFUSED;
		d->n = 0;
		d->code = "bad-value";
		d->why = MSG("“{field}” is missing, too long or has a character that cannot be "
			     "recorded.",
			A_STR("field", str_of(f->name)));
	}
}

int register_fold(
	struct registry *r, int64_t number, struct arena *a, struct session *s, struct error *err)
{
	struct journal_head head = {0, {{0}}};

	session_init(s, a);
	return fold_session(r, number, a, s, &head, err);
}

/* The session a command names beside the chosen one; 0: none. */
static int64_t named_session(const struct command *c)
{
	if (c->type == CMD_ITEM_CARRY)
		return c->arg.item_carry.session;
	if (c->type == CMD_AGREEMENT_DESCRIBE)
		return c->arg.agreement_describe.session;
	return c->type == CMD_AGREEMENT_STEP || c->type == CMD_AGREEMENT_FOLLOW
		       ? c->arg.agreement_follow.session
		       : 0;
}

/* There may be none of that number: deciding says so. */
static int decide_naming(struct registry *r, const struct command *c, const struct envelope *env,
	struct decision *d, struct arena *a, struct error *err)
{
	int64_t number = named_session(c);
	struct session from;

	if (number >= 1 && number <= r->world.last_number &&
		!(r->chosen && number == r->session.is.number)) {
		if (register_fold(r, number, a, &from, err) < 0)
			return -1;
		r->world.from = from.exists ? &from : NULL;
	}
	*d = decide(&r->world, c, env, a);
	r->world.from = NULL;
	return 0;
}

/* Only an act of which nobody can say whether it is there is kept to be asked for. */
static int doubt(struct registry *r, const struct answer *answer, enum stream_kind stream,
	const struct error *err)
{
	if (err->code == ERROR_COMMIT_UNKNOWN) {
		r->doubt = (struct pending){true, false, *answer, stream};
		r->doubt.answer.why = NO_MESSAGE;
	}
	return -1;
}

int register_act(struct registry *r, const struct command *c, struct str actor, struct answer *out,
	struct arena *a, struct error *err)
{
	enum stream_kind stream = command_spec(c->type)->stream;
	struct envelope env = envelope_of(r, actor, a);
	struct decision d;
	struct journal_line lines[DECIDE_EVENTS_MAX];
	struct journal_head head = {0, {{0}}}, after;
	struct str name = chamber_stream;
	int64_t number = 0;

	if (decide_naming(r, c, &env, &d, a, err) < 0)
		return -1;
	check_facts(&d);
	*out = (struct answer){.verdict = d.verdict, .code = d.code, .asks = d.asks, .why = d.why};
	if (d.verdict != VERDICT_DONE)
		return 0;
	if (stream != STREAM_CHAMBER) {
		number = stream == STREAM_NEW ? d.event[0].body.session_created.number
					      : r->session.is.number;
		name = session_stream(number, a);
	}
	if (stream != STREAM_NEW)
		head = stream == STREAM_CHAMBER ? r->chamber_head : r->session_head;
	out->session = number;
	out->first = head.next;
	out->n = d.n;
	for (size_t i = 0; i < d.n; i++)
		out->type[i] = d.event[i].type;
	if (make_lines(r, &d, head, env.now, lines, a, err) < 0)
		return -1;
	if (journal_append(r->journal, name, head, lines, d.n, &after, err) < 0)
		return doubt(r, out, stream, err);
	if (take_in(r, stream, number, err) == 0)
		return 0;
	r->doubt = (struct pending){true, true, *out, stream};
	return -1;
}

/* Another session was chosen meanwhile: that one stays, and this one is folded when it is chosen
 * again. */
static bool was_of_another(const struct registry *r, const struct pending *was)
{
	return was->stream == STREAM_SESSION &&
	       !(r->chosen && r->session.is.number == was->answer.session);
}

int register_settle(struct registry *r, struct answer *out, struct error *err)
{
	struct pending was = r->doubt;
	enum journal_settled what;

	*out = (struct answer){.verdict = VERDICT_DONE};
	if (journal_settle(r->journal, &what, err) < 0)
		return -1;
	if (was.there && (was.recorded || what == JOURNAL_FOUND)) {
		r->doubt.recorded = true;
		if (!was_of_another(r, &was) && take_in(r, was.stream, was.answer.session, err) < 0)
			return -1;
		*out = was.answer;
	}
	r->doubt = (struct pending){.there = false};
	return 0;
}

struct gathering {
	struct bytes *out;
	uint32_t last;
	struct hash *head;
	bool found;
};

static bool gather_line(void *context, uint32_t n, struct str line, struct hash hash)
{
	struct gathering *g = context;

	bytes_add(g->out, line.p, line.n);
	bytes_add(g->out, "\n", 1);
	g->found = n == g->last;
	*g->head = hash;
	return !g->found;
}

int register_lines(
	struct registry *r, uint32_t last, struct bytes *out, struct hash *head, struct error *err)
{
	struct gathering g = {.out = out, .last = last, .head = head};
	struct arena a;
	int status;

	assert(r->chosen);
	arena_init(&a, &memory_source);
	status = journal_read(
		r->journal, session_stream(r->session.is.number, &a), 0, gather_line, &g, err);
	arena_clear(&a);
	if (status == 0 && !g.found)
		return error_set(err, ERROR_DAMAGED, "session-%lld/%u",
			(long long)r->session.is.number, last);
	return status;
}

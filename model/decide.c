#include "model/deciding.h"

#include <assert.h>

#include "model/call.h"
#include "model/election.h"
#include "model/field_label.h"
#include "model/presence.h"
#include "model/question.h"

bool refuse(struct deciding *d, const char *code, struct message why)
{
	d->out.verdict = VERDICT_REFUSED;
	d->out.n = 0;
	d->out.code = code;
	d->out.why = why;
	return false;
}

bool ask(struct deciding *d, const char *code, struct message why)
{
	if (questions_have(d->c->confirm, code))
		return true;
	(void)refuse(d, code, why);
	d->out.verdict = VERDICT_ASK;
	d->out.asks = str_of(code);
	return false;
}

bool gathered(struct deciding *d, struct questions *q)
{
	if (d->out.verdict != VERDICT_ASK)
		return false;
	q->why = q->code ? MSG("{first} {second}", A_MSG("first", message_keep(d->a, q->why)),
				   A_MSG("second", message_keep(d->a, d->out.why)))
			 : d->out.why;
	q->code = q->code ? q->code : d->out.code;
	q->all = questions_with(q->all, d->out.asks, d->a);
	return true;
}

bool all_answered(struct deciding *d, const struct questions *q)
{
	if (!q->code)
		return true;
	(void)ask(d, q->code, q->why);
	d->out.asks = q->all;
	return false;
}

union event_body *fact(struct deciding *d, enum event_type type)
{
	struct event *e;

	assert(d->out.n < DECIDE_EVENTS_MAX);
	e = &d->out.event[d->out.n++];
	*e = (struct event){.type = type, .at = d->at, .actor = d->env->actor};
	return &e->body;
}

bool can_session(struct deciding *d)
{
	if (!d->s)
		return refuse(d, "no-session",
			TEXT("No session is chosen: create one or open one first."));
	if (d->s->phase == PHASE_ASIDE)
		return refuse(d, "set-aside",
			TEXT("This session was put aside: take it up again first."));
	if (d->s->phase == PHASE_FROZEN)
		return refuse(d, "frozen",
			TEXT("The record is frozen for signing: withdraw it first if something is "
			     "wrong."));
	if (d->s->phase == PHASE_SEALED)
		return refuse(d, "sealed",
			TEXT("The record is signed by all: nothing can be added to it."));
	return true;
}

bool can_note(struct deciding *d)
{
	if (!can_session(d))
		return false;
	if (!session_sitting(d->s))
		return refuse(d, "no-sitting", TEXT("No sitting is open: open it first."));
	return true;
}

bool can_sitting(struct deciding *d)
{
	if (!can_session(d))
		return false;
	switch (d->s->phase) {
	case PHASE_SITTING:
		return true;
	case PHASE_ASIDE:
	case PHASE_PREPARING:
	case PHASE_BETWEEN:
		return refuse(d, "no-sitting", TEXT("No sitting is open: open it first."));
	case PHASE_SUSPENDED:
		return refuse(d, "suspended", TEXT("The sitting is suspended: resume it first."));
	case PHASE_CLOSED:
	case PHASE_FROZEN:
	case PHASE_SEALED:
		return refuse(d, "closed", TEXT("The sitting is closed."));
	}
	return false;
}

bool nothing_is_voted(struct deciding *d)
{
	if (d->s->open_vote.item)
		return refuse(d, "vote-open", TEXT("A vote is open: close it first."));
	if (d->s->open_election.item)
		return refuse(d, "election-open",
			TEXT("A round of an election is open: count it first."));
	return true;
}

bool refuse_no_quorum_act(struct deciding *d)
{
	return refuse(d, "no-quorum-act", TEXT("Record the quorum first; Enter does it."));
}

bool can_treat(struct deciding *d)
{
	if (!can_sitting(d))
		return false;
	if (!session_sitting(d->s)->quorum_recorded)
		return refuse_no_quorum_act(d);
	return nothing_is_voted(d);
}

bool refuse_not_announced(struct deciding *d)
{
	return refuse(d, "not-announced",
		TEXT("The last result is not announced yet; on the screen of the item Enter "
		     "announces it."));
}

bool all_announced(struct deciding *d)
{
	if (session_unannounced(d->s) || session_election_unannounced(d->s))
		return refuse_not_announced(d);
	return true;
}

bool can_item(struct deciding *d)
{
	if (!can_treat(d))
		return false;
	if (!d->s->open_item)
		return refuse(d, "no-item", TEXT("No item is open: open one first."));
	return true;
}

int64_t item_key(struct deciding *d, int64_t number)
{
	int64_t key = number ? session_agenda_key(d->s, number) : d->s->open_item;

	if (key)
		return key;
	if (number)
		(void)refuse(d, "unknown-item",
			MSG("There is no item {n}; the agenda has {count}.", A_INT("n", number),
				A_INT("count", (int64_t)d->s->agenda.n)));
	else
		(void)refuse(d, "no-item", TEXT("No item is open: open one first."));
	return 0;
}

int64_t open_item_key(struct deciding *d, int64_t number)
{
	int64_t key = item_key(d, number);

	if (key && key != d->s->open_item) {
		(void)refuse(d, "not-open", MSG("Item {n} is not open.", A_INT("n", number)));
		return 0;
	}
	return key;
}

bool elections_over(struct deciding *d, const struct item *item)
{
	if (!item_election(item) || item_elected(item))
		return true;
	return refuse(d, "election-waits",
		TEXT("An election on this item is not over: finish or void it first."));
}

struct arg a_rule(const struct deciding *d, const struct rules *rules, enum rule_key key)
{
	return A_MSG("rule", message_keep(d->a, rules_standing(rules, key, d->a)));
}

struct arg a_quorum_rule(const struct deciding *d)
{
	return A_MSG("rule", message_keep(d->a, call_standing(d->s, session_call(d->s), d->a)));
}

void add_rule_key(struct deciding *d, struct str *keys, enum rule_key key)
{
	const struct str both[] = {*keys, keys->n ? STR(" ") : STR(""), str_of(rule_key_name(key))};

	*keys = arena_join(d->a, both, ARRAY_LEN(both));
}

bool over_rule(struct deciding *d, enum rule_key key, const char *code, struct message why)
{
	const struct rule_text *rule = d->s->rules.text[key];

	if (rule && rule_confirmed(rule))
		return refuse(d, code, why);
	return ask(d, code,
		MSG("{why} Go on all the same ({rule})? The minutes will say so.",
			A_MSG("why", message_keep(d->a, why)), a_rule(d, &d->s->rules, key)));
}

bool quorum_missing(struct deciding *d, bool *asked)
{
	const struct session *s = d->s;
	bool voting = d->c->type == CMD_VOTE_OPEN || d->c->type == CMD_VOTE_UNANIMOUS ||
		      d->c->type == CMD_ELECTION_OPEN;
	bool at_vote = s->rules.measured_at == MEASURED_VOTE;
	struct quorum_figures now = session_quorum(s);

	*asked = false;
	/* What the assembly decided once covers a vote only where the quorum is not measured there.
	 */
	if (now.met || (session_sitting(s)->quorum_waived && !(voting && at_vote)))
		return false;
	if (voting && presence_quorum_stops(s)) {
		*asked = true;
		(void)refuse(d, "no-quorum",
			MSG("No quorum: {here} of {all}, {needed} needed; the rules measure it at "
			    "each vote. Record an arrival, suspend or close.",
				A_INT("here", now.present), A_INT("all", now.in_office),
				A_INT("needed", now.needed)));
		return true;
	}
	*asked = !ask(d, "no-quorum",
		MSG("No quorum: {here} of {all}, {needed} needed ({rule}). Go on all the same? The "
		    "minutes will say so.",
			A_INT("here", now.present), A_INT("all", now.in_office),
			A_INT("needed", now.needed), a_quorum_rule(d)));
	if (!*asked)
		quorum_lost_fact(d, now);
	return true;
}

struct message seat_message(struct deciding *d, int64_t number)
{
	return MSG("{seat} {name}", A_SEAT("seat", number),
		A_BOTH("name", session_seat_name(d->s, number)));
}

bool members_named(struct deciding *d, struct numbers members)
{
	if (members.n == 0)
		return refuse(d, "no-members", TEXT("Say which members: a number, or several."));
	for (size_t i = 1; i < members.n; i++) {
		if (numbers_have((struct numbers){members.at, i}, members.at[i]))
			return refuse(d, "double-number",
				MSG("Number {n} stands twice in the list.",
					A_INT("n", members.at[i])));
	}
	return true;
}

bool is_genesis(struct str s)
{
	struct hash h;
	char twice[64];

	if (s.n != 32)
		return false;
	for (size_t i = 0; i < 64; i++)
		twice[i] = s.p[i % 32];
	return hash_parse((struct str){twice, 64}, &h);
}

const struct rules_adopted *world_rules(const struct world *w)
{
	if (w->chamber->rules.profile.n)
		return &w->chamber->rules;
	return w->profiles_n ? &w->profiles[0] : NULL;
}

static const struct decider *decider_of(enum command_type type)
{
	const struct decider *const tables[] = {&deciders_prepare[type], &deciders_sitting[type],
		&deciders_presence[type], &deciders_vote[type], &deciders_voting[type],
		&deciders_record[type], &deciders_ballot[type], &deciders_calls[type],
		&deciders_floor[type], &deciders_motion[type], &deciders_rules[type],
		&deciders_convening[type], &deciders_election[type], &deciders_hijri[type],
		&deciders_agreement[type], &deciders_secretary[type], &deciders_result[type],
		&deciders_round[type]};

	for (size_t i = 0; i < ARRAY_LEN(tables); i++) {
		if (tables[i]->act)
			return tables[i];
	}
	return NULL;
}

static int64_t letters_of(struct str s)
{
	int64_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

/* WRONG as the screens call it, and by how much a text of BODY is too long: a line holds so many
 * bytes, and people count letters. */
static struct message wrong_value(
	struct deciding *d, const struct event *e, const struct field *wrong)
{
	const struct message *what = message_keep(d->a, field_label(wrong->name, d->a));
	const struct field *f = event_spec(e->type)->fields;

	while (f->name && f != wrong)
		f++;
	if (f->name && f->kind == FIELD_TEXT) {
		struct str s =
			*(const struct str *)(const void *)((const char *)&e->body + f->offset);
		int64_t n = letters_of(s), bytes = (int64_t)s.n;

		if (bytes > f->max)
			return MSG("“{what}” is too long: {n} letters, {most} at most.",
				A_MSG("what", what), A_INT("n", n),
				A_INT("most", f->max * n / bytes));
	}
	return MSG("“{what}” is missing, too long or out of range.", A_MSG("what", what));
}

/* What was decided can be written down; otherwise the value that cannot is named and nothing is
 * done. A form or a script checks its fields before, this is for whatever they let through. */
static void refuse_unwritable(struct deciding *d)
{
	for (size_t i = 0; i < d->out.n; i++) {
		const struct event *e = &d->out.event[i];
		const struct field *wrong = field_wrong(event_spec(e->type)->fields, &e->body);

		if (wrong) {
			(void)refuse(d, "bad-value", wrong_value(d, e, wrong));
			return;
		}
	}
}

/* So little a clock that is set right may go back without a word. */
#define EARLIER_SECONDS 5

/* The time of the last act, while a sitting is open; NULL: there is none to go by. */
static const struct instant *last_act(const struct deciding *d)
{
	const struct session *s = d->s;
	bool sits = s && (s->phase == PHASE_SITTING || s->phase == PHASE_SUSPENDED);

	if (!sits || !s->log.n || command_spec(d->c->type)->stream != STREAM_SESSION)
		return NULL;
	return &s->log.at[s->log.n - 1].at;
}

static void overlook_seconds(struct deciding *d)
{
	const struct instant *last = last_act(d);
	int64_t back = last ? last->seconds - d->at.seconds : 0;

	if (back > 0 && back <= EARLIER_SECONDS && !instant_is_set(d->c->at))
		d->at = *last;
}

/* Order is by number, never by time; but a time that goes back is either a mistake or a clock that
 * was set, and is asked about. */
static bool time_goes_on(struct deciding *d)
{
	const struct instant *last = last_act(d);

	if (!last || last->seconds <= d->at.seconds)
		return true;
	return ask(d, "earlier",
		MSG("This would stand at {time}, but the act before it stands at {last}. Record it "
		    "at the earlier time?",
			A_TIME("time", d->at), A_TIME("last", *last)));
}

struct decision decide(
	const struct world *w, const struct command *c, const struct envelope *env, struct arena *a)
{
	const struct decider *decider = decider_of(c->type);
	struct deciding d = {
		.w = w,
		.s = w->session,
		.c = c,
		.env = env,
		.at = instant_is_set(c->at) ? c->at : env->now,
		.a = a,
	};

	assert(decider);
	overlook_seconds(&d);
	if ((!decider->can || decider->can(&d)) && decider->act(&d) && time_goes_on(&d)) {
		assert(d.out.n > 0);
		refuse_unwritable(&d);
	}
	return d.out;
}

struct decision offer(const struct world *w, enum command_type type, struct arena *a)
{
	const struct decider *decider = decider_of(type);
	const struct command c = command_of(type);
	const struct envelope env = {.now = {0, 0}};
	struct deciding d = {.w = w, .s = w->session, .c = &c, .env = &env, .a = a};

	assert(decider);
	if ((!decider->can || decider->can(&d)) && decider->bare)
		(void)decider->act(&d);
	if (d.out.verdict != VERDICT_REFUSED)
		d.out = (struct decision){.verdict = VERDICT_DONE};
	return d.out;
}

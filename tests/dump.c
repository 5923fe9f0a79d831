#include "tests/dump.h"

#include "storage/codec.h"

#include <string.h>

static void add(struct builder *b, const char *name, int64_t v)
{
	builder_add_char(b, ' ');
	builder_add_z(b, name);
	builder_add_char(b, '=');
	builder_add_int(b, v);
}

static void begin(struct builder *b, const char *what)
{
	builder_add_char(b, '\n');
	builder_add_z(b, what);
}

static void add_instant(struct builder *b, const char *name, struct instant t)
{
	add(b, name, t.seconds);
	add(b, "offset", t.offset_minutes);
}

static void add_text(struct builder *b, const char *name, struct str s)
{
	builder_add_char(b, ' ');
	builder_add_z(b, name);
	builder_add_char(b, '=');
	builder_add(b, s);
}

/* A struct that is the body of an event of TYPE, as its canonical JSON. */
static void add_body(struct builder *b, enum event_type type, const void *body)
{
	const struct field *wrong = field_wrong(event_spec(type)->fields, body);
	struct event e = {.type = type};

	builder_add_char(b, ' ');
	if (wrong) { /* nothing there yet */
		builder_add_z(b, wrong->name);
		return;
	}
	memcpy(&e.body, body, event_spec(type)->size);
	builder_add(b, codec_body(&e, b->arena));
}

static void add_ballots(struct builder *b, struct ballots v)
{
	add(b, "for", v.votes_for);
	add(b, "against", v.against);
	add(b, "abstain", v.abstain);
}

/* What a vote may have: old dumps stay as they were. */
static void add_opening(struct builder *b, const struct vote *v)
{
	if (v->rule.at_least || v->rule.fixed || v->order.n || v->block.n) {
		begin(b, "   opened");
		add(b, "at_least", v->rule.at_least);
		add(b, "fixed", v->rule.fixed);
		for (size_t i = 0; i < v->order.n; i++)
			add(b, "called", v->order.at[i]);
		for (size_t i = 0; i < v->block.n; i++)
			add(b, "block", v->block.at[i]);
		add(b, "last_marked", v->last_marked);
	}
	for (size_t i = 0; i < v->statements.n; i++) {
		begin(b, "   statement");
		add(b, "n", v->statements.at[i].n);
		add_instant(b, "at", v->statements.at[i].at);
		add_body(b, EVENT_VOTE_EXPLAINED, &v->statements.at[i].is);
	}
}

static void add_vote(struct builder *b, const struct vote *v)
{
	begin(b, "  vote");
	add(b, "item", v->id.item);
	add(b, "n", v->id.n);
	add(b, "kind", v->kind);
	add(b, "state", v->state);
	add(b, "base", v->rule.base);
	add(b, "tie", v->rule.tie);
	add(b, "num", v->rule.num);
	add(b, "den", v->rule.den);
	add(b, "counted", v->counted);
	add(b, "remainder", v->remainder);
	add_ballots(b, v->ballots);
	add(b, "side", v->side);
	add(b, "needed", v->needed);
	add(b, "outcome", v->outcome);
	add(b, "announced", v->announced);
	add(b, "ever", v->ever_announced);
	add_ballots(b, v->announced_ballots);
	add(b, "announced_outcome", v->announced_outcome);
	add_text(b, "void", v->void_reason);
	add(b, "chair", v->chair);
	add_instant(b, "opened", v->opened);
	add_instant(b, "closed", v->closed);
	add(b, "n_opened", v->n_opened);
	add(b, "n_closed", v->n_closed);
	add(b, "n_announced", v->n_announced);
	add(b, "warned", v->warned);
	if (v->kind == VOTE_SECRET) {
		add(b, "issued", v->papers.issued);
		add(b, "found", v->papers.found);
		add(b, "blank", v->papers.blank);
		add(b, "void", v->papers.spoiled);
		add_text(b, "note", v->papers.note);
		add_text(b, "reason", v->secret_reason);
	}
	if (v->motion) {
		add(b, "motion", v->motion);
		add_text(b, "text_ar", v->text.ar);
		add_text(b, "text_fr", v->text.fr);
	}
	add_opening(b, v);
	begin(b, "   voters");
	for (size_t i = 0; i < v->voters.n; i++) {
		add(b, "member", v->voters.at[i]);
		add(b, "mark", v->marks[i]);
		add(b, "holder", v->holders[i]);
	}
	for (size_t i = 0; i < v->mends.n; i++) {
		const struct vote_mend *m = &v->mends.at[i];

		begin(b, "   mend");
		add(b, "n", m->n);
		add_instant(b, "at", m->at);
		add_ballots(b, m->before);
		add(b, "outcome_before", m->outcome_before);
		add(b, "value_before", m->value_before);
		add_body(b, EVENT_VOTE_CORRECTED, &m->is);
	}
}

static void add_election(struct builder *b, const struct election *e)
{
	begin(b, "  election");
	add_body(b, EVENT_ELECTION_OPENED, &e->is);
	add(b, "state", e->state);
	add(b, "elected", e->elected);
	add(b, "ended", e->n_ended);
	add_text(b, "void", e->void_reason);
	if (e->by_ladder)
		add_body(b, EVENT_ELECTION_DECIDED, &e->decided);
	for (size_t i = 0; i < e->candidates.n; i++) {
		add(b, "withdrawn", e->candidates.at[i].withdrawn);
		add_text(b, "reason", e->candidates.at[i].reason);
	}
	for (size_t i = 0; i < e->rounds.n; i++) {
		const struct election_round *r = &e->rounds.at[i];

		begin(b, "   round");
		add(b, "majority", r->majority);
		add(b, "last", r->last);
		add(b, "counted", r->counted);
		add(b, "in_office", r->in_office);
		if (r->counted)
			add_body(b, EVENT_ELECTION_COUNTED, &r->is);
		add(b, "announced", r->announced);
		if (r->ever_announced) {
			add_body(b, EVENT_ELECTION_COUNTED, &r->said);
			add(b, "said_elected", r->said_elected);
			add(b, "said_over", r->said_over);
		}
		for (size_t k = 0; k < r->mends.n; k++) {
			add(b, "mend", r->mends.at[k].n);
			add_instant(b, "at", r->mends.at[k].at);
			add_body(b, EVENT_ELECTION_COUNTED, &r->mends.at[k].before);
			add(b, "choice_before", r->mends.at[k].choice_before);
			add_body(b, EVENT_ELECTION_CORRECTED, &r->mends.at[k].is);
		}
		for (size_t k = 0; k < r->voters.n; k++) {
			add(b, "member", r->voters.at[k]);
			add(b, "choice", r->choices[k]);
		}
	}
}

static void add_acts(struct builder *b, const struct agreement_act *acts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		begin(b, "  step");
		add(b, "n", acts[i].n);
		add_instant(b, "at", acts[i].at);
		add_body(b, EVENT_AGREEMENT_STEPPED, &acts[i].is);
	}
}

/* What an agreement may have: old dumps stay as they were. */
static void add_agreement(struct builder *b, const struct item *item)
{
	if (item->n_about) {
		begin(b, "  agreement");
		add(b, "n", item->n_about);
		add_body(b, EVENT_AGREEMENT_DESCRIBED, &item->about);
	}
	for (size_t i = 0; i < item->parties.n; i++) {
		begin(b, "  party");
		add(b, "last", item->last_party);
		add_body(b, EVENT_PARTY_SET, &item->parties.at[i]);
	}
	add_acts(b, item->steps.at, item->steps.n);
}

static void add_item(struct builder *b, const struct item *item)
{
	begin(b, " item");
	add_body(b, EVENT_ITEM_ADDED, &item->is);
	add(b, "state", item->state);
	add(b, "presented", item->presented);
	add(b, "discussed", item->discussed);
	add(b, "noted", item->noted);
	add(b, "n_noted", item->n_noted);
	add(b, "presenter", item->presenter);
	add_text(b, "reason", item->reason);
	add_instant(b, "opened", item->opened);
	add_instant(b, "ended", item->ended);
	add(b, "n_opened", item->n_opened);
	add(b, "n_ended", item->n_ended);
	for (size_t i = 0; i < item->lines.n; i++) {
		begin(b, "  line");
		add_body(b, EVENT_BUDGET_LINE_SET, &item->lines.at[i]);
	}
	add_agreement(b, item);
	for (size_t i = 0; i < item->votes.n; i++)
		add_vote(b, &item->votes.at[i]);
	for (size_t i = 0; i < item->elections.n; i++)
		add_election(b, &item->elections.at[i]);
}

static void add_sitting(struct builder *b, const struct sitting *s)
{
	begin(b, " sitting");
	add_body(b, EVENT_SITTING_OPENED, &s->is);
	add(b, "chair", s->chair);
	add_instant(b, "opened", s->opened);
	add_instant(b, "closed", s->closed);
	for (size_t i = 0; i < s->pauses.n; i++) {
		begin(b, "  pause");
		add_instant(b, "from", s->pauses.at[i].from);
		add_instant(b, "to", s->pauses.at[i].to);
		add(b, "reason", s->pauses.at[i].reason);
		add_text(b, "note", s->pauses.at[i].note);
	}
	for (size_t i = 0; i < s->chairs.n; i++)
		add_body(b, EVENT_CHAIR_CHANGED, &s->chairs.at[i]);
	for (size_t i = 0; i < s->secretaries.n; i++)
		add_body(b, EVENT_SECRETARY_CHANGED, &s->secretaries.at[i].is);
	add(b, "cause", s->cause);
	add_text(b, "note", s->note);
	add(b, "quorum_recorded", s->quorum_recorded);
	add(b, "quorum_waived", s->quorum_waived);
	add(b, "n_opened", s->n_opened);
	add(b, "n_closed", s->n_closed);
}

static void add_member(struct builder *b, const struct member *m)
{
	struct member_added body = {.member = *m};

	add_body(b, EVENT_MEMBER_ADDED, &body);
}

static void add_attendance(struct builder *b, const struct session *s)
{
	for (size_t i = 0; i < s->seats.n; i++) {
		begin(b, " seat");
		add_member(b, &s->seats.at[i].member);
		add(b, "added", s->seats.at[i].added);
		add(b, "presence", s->seats.at[i].presence);
		add(b, "refused", s->seats.at[i].refused);
		add_instant(b, "since", s->seats.at[i].since);
		add(b, "n", s->seats.at[i].n);
	}
	for (size_t i = 0; i < s->movements.n; i++) {
		const struct movement *m = &s->movements.at[i];

		begin(b, " movement");
		add(b, "n", m->n);
		add(b, "sitting", m->sitting);
		add(b, "member", m->member);
		add(b, "before", m->before);
		add(b, "presence", m->presence);
		add(b, "refused", m->refused);
		add_instant(b, "at", m->at);
		add(b, "after_quorum", m->after_quorum);
	}
	for (size_t i = 0; i < s->recusals.n; i++) {
		const struct recusal *r = &s->recusals.at[i];

		begin(b, " recusal");
		add(b, "n", r->n);
		add(b, "back", r->n_back);
		add(b, "item", r->item);
		add(b, "member", r->member);
		add_text(b, "reason", r->reason);
		add_instant(b, "at", r->at);
	}
	for (size_t i = 0; i < s->proxies.n; i++) {
		const struct proxy *p = &s->proxies.at[i];

		begin(b, " proxy");
		add(b, "n", p->n);
		add(b, "end", p->n_end);
		add(b, "from", p->from);
		add(b, "to", p->to);
		add_instant(b, "at", p->at);
	}
	for (size_t i = 0; i < s->quorums.n; i++) {
		const struct quorum_act *q = &s->quorums.at[i];

		begin(b, " quorum");
		add(b, "n", q->n);
		add(b, "sitting", q->sitting);
		add_body(b, EVENT_QUORUM_RECORDED, &q->is);
		add_instant(b, "at", q->at);
		add(b, "lost", q->lost);
	}
	for (size_t i = 0; i < s->guests.n; i++) {
		begin(b, " guest");
		add_body(b, EVENT_GUEST_NOTED, &s->guests.at[i].is);
		add(b, "sitting", s->guests.at[i].sitting);
	}
	for (size_t i = 0; i < s->ceremonies.n; i++) {
		begin(b, " ceremony");
		add(b, "n", s->ceremonies.at[i].n);
		add(b, "kind", s->ceremonies.at[i].kind);
		add_instant(b, "at", s->ceremonies.at[i].at);
	}
}

/* The first call says nothing that the rules do not say, until it fails. */
static void add_calls(struct builder *b, const struct session *s)
{
	for (size_t i = 0; i < s->calls.n; i++) {
		const struct call *call = &s->calls.at[i];

		if (call->n_convened) {
			begin(b, " convened");
			add(b, "n", call->n_convened);
			add_body(b, EVENT_CALL_CONVENED, &call->is);
		}
		if (call->n_failed) {
			begin(b, " failed");
			add(b, "n", call->n_failed);
			add_instant(b, "ended", call->ended);
			add_body(b, EVENT_CALL_FAILED, &call->failed);
		}
	}
	for (size_t i = 0; i < s->notices.n; i++) {
		const struct notice *n = &s->notices.at[i];

		begin(b, " notice");
		add(b, "n", n->n);
		add(b, "call", n->call);
		add(b, "member", n->member);
		add(b, "channel", n->channel);
		add(b, "day", date_days(n->date));
		add(b, "documents", n->documents);
		add_text(b, "proof", n->proof);
	}
	for (size_t i = 0; i < s->requests.n; i++) {
		begin(b, " request");
		add_body(b, EVENT_REQUEST_FILED, &s->requests.at[i].is);
		add_body(b, EVENT_REQUEST_ANSWERED, &s->requests.at[i].answer);
		add(b, "n_answered", s->requests.at[i].n_answered);
	}
	if (instant_is_set(s->over)) {
		begin(b, " over");
		add_instant(b, "at", s->over);
		add_text(b, "note", s->over_note);
	}
}

static void add_passages(struct builder *b, const struct session *s)
{
	for (size_t i = 0; i < s->passages.n; i++) {
		const struct passage *p = &s->passages.at[i];

		begin(b, " passage");
		add_body(b, EVENT_TEXT_KEPT, &p->is);
		add_text(b, "ar", p->content.ar);
		add_text(b, "fr", p->content.fr);
		add(b, "original", p->original);
		add(b, "n", p->n);
	}
}

static void add_floor(struct builder *b, const struct session *s)
{
	for (size_t i = 0; i < s->speeches.n; i++) {
		const struct speech *p = &s->speeches.at[i];

		begin(b, " speech");
		add_body(b, EVENT_FLOOR_ASKED, &p->is);
		add(b, "sitting", p->sitting);
		add(b, "state", p->state);
		add_instant(b, "asked", p->asked);
		add_instant(b, "given", p->given);
		add_instant(b, "ended", p->ended);
		add(b, "seconds", p->seconds);
		add(b, "n_asked", p->n_asked);
		add(b, "n_given", p->n_given);
		add(b, "n_ended", p->n_ended);
	}
	for (size_t i = 0; i < s->floor_queue.n; i++) {
		begin(b, " waits");
		add(b, "request", s->floor_queue.at[i]);
	}
	for (size_t i = 0; i < s->speech_limits.n; i++) {
		begin(b, " limit");
		add_body(b, EVENT_FLOOR_LIMITED, &s->speech_limits.at[i]);
	}
	if (s->speaking) {
		begin(b, " speaking");
		add(b, "request", s->speaking);
	}
}

static void add_share(struct builder *b, struct share s)
{
	add(b, "num", s.num);
	add(b, "den", s.den);
	add(b, "least", s.at_least);
	add(b, "count", s.count);
	add(b, "any", s.any);
}

static void add_list(struct builder *b, const char *name, const struct rule_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		add(b, name, l->at[i]);
}

static void add_rule_member(struct builder *b, const struct rules *r, enum rule_key key, size_t at)
{
	const void *p = (const char *)r + at;

	begin(b, rule_key_name(key));
	if (r->text[key])
		add_text(b, "value", r->text[key]->value);
	switch (rule_kind(key)) {
	case RULE_INT:
	case RULE_DAYS:
		add(b, "is", *(const int64_t *)p);
		break;
	case RULE_BOOL:
		add(b, "is", *(const bool *)p);
		break;
	case RULE_ENUM:
		add(b, "is", *(const int *)p);
		break;
	case RULE_SHARE:
	case RULE_MAJORITY:
		add_share(b, *(const struct share *)p);
		break;
	case RULE_INTS:
	case RULE_NAMES:
	case RULE_LADDER:
		add_list(b, "has", p);
		break;
	case RULE_CALLS:
		for (size_t i = 0; i < r->calls.n; i++) {
			add_share(b, r->calls.at[i].share);
			add(b, "days", r->calls.at[i].days_min);
			add(b, "days_max", r->calls.at[i].days_max);
		}
		break;
	case RULE_MAJORITIES:
		for (int i = 0; i < ITEM_KIND_COUNT; i++) {
			add_share(b, r->by_kind[i].share);
			add(b, "base", r->by_kind[i].base);
		}
		break;
	}
}

static void add_rules(struct builder *b, const struct rules *r)
{
	static const size_t at[RULE_COUNT] = {
#define RULE(constant, key, kind, member, names, min, max, missing, label)                         \
	[constant] = offsetof(struct rules, member),
#include "model/rule.def"
#undef RULE
	};

	begin(b, " rules");
	for (int i = 0; i < RULE_COUNT; i++)
		add_rule_member(b, r, (enum rule_key)i, at[i]);
}

static void add_record(struct builder *b, const struct session *s)
{
	begin(b, " frozen");
	add_body(b, EVENT_RECORD_FROZEN, &s->frozen);
	add_text(b, "head", hash_text(s->frozen_head, b->arena));
	for (size_t i = 0; i < s->signatures.n; i++)
		add_body(b, EVENT_RECORD_SIGNED, &s->signatures.at[i]);
	for (size_t i = 0; i < s->withdrawals.n; i++)
		add_body(b, EVENT_RECORD_WITHDRAWN, &s->withdrawals.at[i]);
	for (size_t i = 0; i < s->findings.n; i++) {
		begin(b, " finding");
		add(b, "n", s->findings.at[i].n);
		add_text(b, "what", str_of(s->findings.at[i].what.id));
	}
}

/* Nothing where nothing was moved: states of old journals stay what they were. */
static void add_motions(struct builder *b, const struct session *s)
{
	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *m = &s->motions.at[i];

		begin(b, " motion");
		add_body(b, EVENT_MOTION_MOVED, &m->is);
		add(b, "n", m->n);
		add(b, "withdrawn", m->withdrawn);
		add(b, "n_withdrawn", m->n_withdrawn);
		add_instant(b, "at", m->at);
		add_text(b, "reason", m->reason);
		add(b, "sitting", m->sitting);
		add(b, "from", m->from);
		add(b, "effective", m->effective);
	}
	for (size_t i = 0; i < s->own.n; i++)
		add_item(b, &s->own.at[i]);
}

static void add_log(struct builder *b, const struct session *s)
{
	for (size_t i = 0; i < s->log.n; i++) {
		const struct event *e = &s->log.at[i];

		begin(b, " act");
		add(b, "n", e->n);
		add_text(b, "type", str_of(event_spec(e->type)->name));
		add(b, "struck", s->struck.at[i]);
		add_instant(b, "at", e->at);
		add_instant(b, "t", e->t);
		add_text(b, "actor", e->actor);
		add_text(b, "id", uuid_text(e->id, b->arena));
		add_body(b, e->type, &e->body);
	}
}

struct str dump_session(const struct session *s, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, "session");
	add(&b, "exists", s->exists);
	add(&b, "opened", s->opened);
	add(&b, "phase", s->phase);
	add(&b, "open_item", s->open_item);
	add(&b, "last_item", s->last_item);
	add(&b, "open_vote", s->open_vote.item);
	add(&b, "n", s->open_vote.n);
	add(&b, "open_election", s->open_election.item);
	add(&b, "n", s->open_election.n);
	add(&b, "last_vote", s->last_vote.item);
	add(&b, "n", s->last_vote.n);
	add(&b, "blocked_by", s->blocked_by);
	add_body(&b, EVENT_SESSION_CREATED, &s->is);
	add_body(&b, EVENT_SESSION_DESCRIBED, &s->plan);
	add_body(&b, EVENT_SESSION_OPENED, &s->opening);
	add_rules(&b, &s->rules);
	for (size_t i = 0; i < s->items.n; i++)
		add_item(&b, &s->items.at[i]);
	begin(&b, " agenda");
	for (size_t i = 0; i < s->agenda.n; i++)
		add(&b, "key", s->agenda.at[i]);
	for (size_t i = 0; i < s->sittings.n; i++)
		add_sitting(&b, &s->sittings.at[i]);
	add_calls(&b, s);
	add_attendance(&b, s);
	add_passages(&b, s);
	add_floor(&b, s);
	add_motions(&b, s);
	add_acts(&b, s->followed.at, s->followed.n);
	add_record(&b, s);
	add_log(&b, s);
	builder_add_char(&b, '\n');
	return builder_str(&b);
}

struct str dump_chamber(const struct chamber *c, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, "chamber");
	add(&b, "exists", c->exists);
	add(&b, "next", c->next);
	if (c->exists)
		add_body(&b, EVENT_CHAMBER_CREATED, &c->is);
	for (size_t i = 0; i < c->members.n; i++) {
		begin(&b, " member");
		add_member(&b, &c->members.at[i]);
	}
	for (size_t i = 0; i < c->keys.n; i++) {
		struct key_made made = {c->keys.at[i].signer, c->keys.at[i].file};

		begin(&b, " key");
		add_body(&b, EVENT_KEY_MADE, &made);
		add(&b, "retired", c->keys.at[i].retired);
		add_text(&b, "reason", c->keys.at[i].reason);
	}
	builder_add_char(&b, '\n');
	return builder_str(&b);
}

/* Facts of presence that are more than a place in the room: recusals, proxies, and what a movement
 * does to them. */
#include "model/apply.h"

#include "model/attendance.h"
#include "model/presence.h"

/* Recusals and movements change who is barred from a vote that is open; a closed one keeps its
 * bases. */
static void barred_again(struct session *s)
{
	struct vote *vote = session_open_vote(s);

	if (vote)
		vote->barred = presence_barred(s, vote->id.item);
}

/* No longer a voter of what is being voted; false when a mark stands against it. */
static bool departs(struct session *s, int64_t member)
{
	return apply_vote_departure(s, member) && apply_election_departure(s, member);
}

bool apply_presence_departure(struct session *s, int64_t member)
{
	if (!departs(s, member))
		return false;
	for (size_t i = 0; i < s->proxies.n; i++) {
		const struct proxy *p = &s->proxies.at[i];

		if (p->to == member && !p->n_end && !departs(s, p->from))
			return false;
	}
	return true;
}

/* Back in person: he votes himself, unless his holder has voted for him already. */
static void votes_himself(struct session *s, int64_t member)
{
	struct vote *vote = session_open_vote(s);
	struct election *election = session_open_election(s);
	struct election_round *r = election ? election_round(election) : NULL;

	for (size_t i = 0; vote && i < vote->voters.n; i++) {
		if (vote->voters.at[i] == member && vote->marks[i] == VALUE_NONE)
			vote->holders[i] = 0;
	}
	for (size_t i = 0; r && i < r->voters.n; i++) {
		if (r->voters.at[i] == member && r->choices[i] == CHOICE_NONE)
			r->holders[i] = 0;
	}
}

void apply_presence_moved(struct session *s, uint32_t n, int64_t member)
{
	bool votes = presence_votes(s, session_seat(s, member)->presence);

	for (size_t i = 0; i < s->proxies.n; i++) {
		struct proxy *p = &s->proxies.at[i];

		if (p->n_end || (p->from != member && p->to != member))
			continue;
		if (p->from == member && votes) {
			p->n_end = n;
			votes_himself(s, member);
		} else if (p->to == member && !votes) {
			p->n_end = n;
		}
	}
	barred_again(s);
}

void apply_proxies_end(struct session *s, uint32_t n)
{
	for (size_t i = 0; i < s->proxies.n; i++) {
		if (!s->proxies.at[i].n_end)
			s->proxies.at[i].n_end = n;
	}
}

static bool recuse(struct session *s, const struct event *e)
{
	const struct member_recused *r = &e->body.member_recused;
	const struct item *item = session_item(s, r->item);
	bool voting = s->open_vote.item == r->item;

	if (!item || (item->state != ITEM_IS_WAITING && item->state != ITEM_IS_OPEN) ||
		(voting && session_open_vote(s)->kind == VOTE_SECRET))
		return false;
	for (size_t i = 0; i < r->members.n; i++) {
		int64_t member = r->members.at[i];

		if (!session_seat(s, member) || session_recused(s, r->item, member) ||
			(voting && !apply_presence_departure(s, member)))
			return false;
		*LIST_PUSH(s->arena, &s->recusals) = (struct recusal){
			.n = e->n,
			.item = r->item,
			.member = member,
			.reason = r->reason,
			.at = e->at,
		};
	}
	if (voting && s->rules.recusal_lowers_base)
		session_open_vote(s)->in_office -= (int64_t)r->members.n;
	barred_again(s);
	return true;
}

static bool readmit(struct session *s, const struct event *e)
{
	const struct member_readmitted *r = &e->body.member_readmitted;

	if (s->open_vote.item && s->open_vote.item == r->item)
		return false;
	for (size_t i = 0; i < r->members.n; i++) {
		bool found = false;

		for (size_t k = 0; k < s->recusals.n; k++) {
			struct recusal *one = &s->recusals.at[k];

			if (one->item == r->item && one->member == r->members.at[i] &&
				!one->n_back) {
				one->n_back = e->n;
				found = true;
			}
		}
		if (!found)
			return false;
	}
	return true;
}

static bool give_proxy(struct session *s, const struct event *e)
{
	const struct proxy_given *p = &e->body.proxy_given;
	const struct seat *from = session_seat(s, p->from), *to = session_seat(s, p->to);

	if (!from || !to || from == to || presence_votes(s, from->presence) ||
		!presence_votes(s, to->presence) || session_proxy_holder(s, p->from) ||
		(session_proxies_held(s, p->to) >= s->rules.proxy_max && !p->warned.n))
		return false;
	*LIST_PUSH(s->arena, &s->proxies) =
		(struct proxy){.n = e->n, .from = p->from, .to = p->to, .at = e->at};
	return true;
}

static bool end_proxy(struct session *s, const struct event *e)
{
	int64_t from = e->body.proxy_ended.from;

	for (size_t i = 0; i < s->proxies.n; i++) {
		struct proxy *p = &s->proxies.at[i];

		if (p->from != from || p->n_end)
			continue;
		if (!departs(s, from))
			return false;
		p->n_end = e->n;
		return true;
	}
	return false;
}

/* The seat is taken like an arrival; who sits in it is remembered. */
static bool replace(struct session *s, const struct event *e)
{
	const struct member_replaced *r = &e->body.member_replaced;
	const struct seat *seat = session_seat(s, r->member);

	if (!seat || presence_votes(s, seat->presence) || seat->presence == PRESENCE_HERE ||
		!apply_move(s, e, r->member, PRESENCE_HERE))
		return false;
	*LIST_PUSH(s->arena, &s->substitutions) = (struct substitution){
		.n = e->n,
		.member = r->member,
		.name = {r->name_ar, r->name_fr},
		.unlisted = r->unlisted,
		.at = e->at,
	};
	return true;
}

static bool retime(struct session *s, const struct event *e)
{
	const struct member_timed *t = &e->body.member_timed;
	struct movement *move = attendance_movement(s, t->member, (uint32_t)t->act);
	const struct movement *last = move;

	if (!move)
		return false;
	*LIST_PUSH(s->arena, &s->timings) = (struct timing){
		.n = e->n,
		.act = move->n,
		.member = t->member,
		.before = move->at,
		.at = t->time,
		.reason = t->reason,
	};
	move->at = t->time;
	move->n_timed = e->n;
	for (size_t i = 0; i < s->movements.n; i++) {
		if (s->movements.at[i].member == t->member)
			last = &s->movements.at[i];
	}
	if (last == move)
		session_seat(s, t->member)->since = t->time;
	return true;
}

void apply_substitutes_end(struct session *s, uint32_t n)
{
	for (size_t i = 0; i < s->substitutions.n; i++) {
		if (!s->substitutions.at[i].n_end)
			s->substitutions.at[i].n_end = n;
	}
}

bool apply_substitute_goes(struct session *s, uint32_t n, int64_t member)
{
	for (size_t i = 0; i < s->substitutions.n; i++) {
		struct substitution *one = &s->substitutions.at[i];

		if (one->member == member && !one->n_end) {
			one->n_end = n;
			return true;
		}
	}
	return false;
}

bool apply_presence_fact(struct session *s, const struct event *e)
{
	bool done = false;

	if (e->type == EVENT_MEMBER_TIMED) /* the record is read after the sitting, too */
		return session_sitting(s) && retime(s, e);
	if (s->phase != PHASE_SITTING)
		return false;
	if (e->type == EVENT_MEMBER_REPLACED)
		done = replace(s, e);
	else if (e->type == EVENT_MEMBER_RECUSED)
		done = recuse(s, e);
	else if (e->type == EVENT_MEMBER_READMITTED)
		done = readmit(s, e);
	else if (e->type == EVENT_PROXY_GIVEN)
		done = give_proxy(s, e);
	else if (e->type == EVENT_PROXY_ENDED)
		done = end_proxy(s, e);
	/* What was decided about a missing quorum holds until the quorum is there again. */
	if (done && session_has_quorum(s))
		session_sitting(s)->quorum_waived = false;
	return done;
}

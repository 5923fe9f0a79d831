/* Acts of presence in one sentence: who came and left, recusals, proxies, remote members, the
 * chair. */
#include "model/describe_part.h"

#include "model/attendance.h"
#include "model/ballot.h"
#include "model/presence.h"
#include "model/secretary.h"

static const char whole[] = "{it}";

struct message describe_sitter(const struct session *s, int64_t number, uint32_t n)
{
	const struct substitution *one = session_substitute_at(s, number, n);

	return one ? MSG("{number} {name}", A_SEAT("number", number), A_BOTH("name", one->name))
		   : describe_member(s, number);
}

struct message describe_sitters(
	const struct session *s, struct numbers members, uint32_t n, struct arena *a)
{
	return members.n == 1 ? describe_sitter(s, members.at[0], n)
			      : describe_members_short(s, members, a);
}

struct message describe_secretary(
	const struct session *s, const struct secretary_changed *c, struct arena *a)
{
	struct message name = MSG(whole, A_BOTH("it", secretary_name(s, c)));
	struct arg who = A_MSG("who", keep(a, c->member ? describe_member(s, c->member) : name));

	switch ((enum secretary_cause)c->cause) {
	case SECRETARY_OTHER:
		return MSG("{who} becomes secretary of the sitting", who);
	case SECRETARY_LEFT:
		return MSG("{who} becomes secretary of the sitting, its holder leaving", who);
	case SECRETARY_ABSENT:
		return MSG("{who} becomes secretary of the sitting, its holder being absent", who);
	}
	return NO_MESSAGE;
}

struct message describe_chair(const struct message *member, enum chair_cause cause)
{
	switch (cause) {
	case CHAIR_OTHER:
		return MSG("{member} takes the chair", A_MSG("member", member));
	case CHAIR_LEFT:
		return MSG("{member} takes the chair, its holder leaving", A_MSG("member", member));
	case CHAIR_RECUSED:
		return MSG("{member} takes the chair, its holder being recused",
			A_MSG("member", member));
	case CHAIR_ACCOUNT:
		return MSG("{member} takes the chair for the president's own account",
			A_MSG("member", member));
	case CHAIR_RETURNED:
		return MSG("{member} takes the chair back", A_MSG("member", member));
	}
	return NO_MESSAGE;
}

static struct message about_recusal(const struct session *s, const struct event *e, struct arena *a)
{
	const struct member_recused *r = &e->body.member_recused;
	const struct member_readmitted *back = &e->body.member_readmitted;
	struct arg item;

	if (e->type == EVENT_MEMBER_READMITTED)
		return MSG("{item}: {members} readmitted",
			A_MSG("item", keep(a, describe_item_number(s, back->item))),
			A_MSG("members", keep(a, describe_members_short(s, back->members, a))));
	item = A_MSG("item", keep(a, describe_item_number(s, r->item)));
	if (r->reason.n == 0)
		return MSG("{item}: {members} recused", item,
			A_MSG("members", keep(a, describe_members_short(s, r->members, a))));
	return MSG("{item}: {members} recused: {reason}", item,
		A_MSG("members", keep(a, describe_members_short(s, r->members, a))),
		A_REASON("reason", r->reason));
}

static struct message about_proxy(const struct session *s, const struct event *e, struct arena *a)
{
	const struct proxy_given *p = &e->body.proxy_given;

	if (e->type == EVENT_PROXY_ENDED)
		return MSG("proxy of {member} ended",
			A_MSG("member", keep(a, describe_member(s, e->body.proxy_ended.from))));
	return MSG(p->warned.n ? N_("proxy over the rules: {member} by {holder}")
			       : N_("proxy of {member} given to {holder}"),
		A_MSG("member", keep(a, describe_member(s, p->from))),
		A_MSG("holder", keep(a, describe_member(s, p->to))));
}

static struct message about_substitute(
	const struct session *s, const struct event *e, struct arena *a)
{
	const struct member_replaced *r = &e->body.member_replaced;
	const char *id = N_("{member}: {substitute} takes the seat as substitute");

	if (r->unlisted)
		id = N_("{member}: {substitute} takes the seat as substitute, not named by the "
			"roster");
	return MSG(id, A_MSG("member", keep(a, describe_member(s, r->member))),
		A_BOTH("substitute", ((struct both){r->name_ar, r->name_fr})));
}

static struct message about_time(const struct session *s, const struct event *e, struct arena *a)
{
	const struct member_timed *t = &e->body.member_timed;
	const struct timing *timing = session_timing(s, e->n);
	const struct movement *move = attendance_movement(s, t->member, (uint32_t)t->act);
	struct arg member = A_MSG("member", keep(a, describe_member(s, t->member)));
	const char *id = N_("{member}: departure at {time}, not at {before}: {reason}");

	if (!timing || !move)
		return MSG("{member}: time corrected to {time}: {reason}", member,
			A_TIME("time", t->time), A_REASON("reason", t->reason));
	if (move->presence == PRESENCE_HERE || move->presence == PRESENCE_REMOTE)
		id = N_("{member}: arrival at {time}, not at {before}: {reason}");
	return MSG(id, member, A_TIME("time", t->time), A_TIME("before", timing->before),
		A_REASON("reason", t->reason));
}

/* The act moved members after the quorum was recorded. */
static bool after_quorum(const struct session *s, const struct event *e)
{
	size_t at = session_movement(s, e->n);

	return at < s->movements.n && s->movements.at[at].n == e->n &&
	       s->movements.at[at].after_quorum;
}

static struct message about_movement(
	const struct session *s, const struct event *e, struct arena *a)
{
	const struct message *who =
		keep(a, describe_members_short(s, e->body.member_arrived.members, a));

	if (e->type == EVENT_ALL_PRESENT)
		return MSGN("all present: {n} member", "all present: {n} members",
			(int64_t)e->body.all_present.members.n);
	if (e->type == EVENT_MEMBER_LEFT)
		return MSG("{members}: left", A_MSG("members", who));
	if (e->type == EVENT_MEMBER_EXCUSED)
		return MSG("{members}: absent with excuse", A_MSG("members", who));
	if (e->type == EVENT_MEMBER_ABSENT && e->body.member_absent.reason.n)
		return MSG("{members}: absent, the excuse is not accepted: {reason}",
			A_MSG("members", who), A_REASON("reason", e->body.member_absent.reason));
	if (e->type == EVENT_MEMBER_ABSENT && e->body.member_absent.refused)
		return MSG("{members}: absent, the excuse is not accepted", A_MSG("members", who));
	if (e->type == EVENT_MEMBER_ABSENT)
		return MSG("{members}: absent without excuse", A_MSG("members", who));
	if (after_quorum(s, e))
		return MSG("{members}: arrived", A_MSG("members", who));
	return MSG("{members}: present", A_MSG("members", who));
}

struct message describe_presence(const struct session *s, const struct event *e, struct arena *a)
{
	if (e->type == EVENT_MEMBER_REPLACED)
		return about_substitute(s, e, a);
	if (e->type == EVENT_MEMBER_TIMED)
		return about_time(s, e, a);
	if (e->type == EVENT_PROXY_GIVEN || e->type == EVENT_PROXY_ENDED)
		return about_proxy(s, e, a);
	if (e->type == EVENT_MEMBER_CONNECTED)
		return MSG("{members}: connected from afar",
			A_MSG("members", keep(a, describe_members_short(
							 s, e->body.member_connected.members, a))));
	if (e->type == EVENT_MEMBER_RECUSED || e->type == EVENT_MEMBER_READMITTED)
		return about_recusal(s, e, a);
	return about_movement(s, e, a);
}

/* --- what else the act did --- */

/* A show of hands that was open when act N came; NULL: none. */
static const struct vote *hands_at(const struct session *s, uint32_t n)
{
	for (size_t i = 0; i < session_holders(s); i++) {
		for (size_t k = 0; k < session_holder(s, i)->votes.n; k++) {
			const struct vote *v = &session_holder(s, i)->votes.at[k];

			if (v->kind == VOTE_HANDS && v->n_opened < n &&
				(!v->n_closed || n < v->n_closed))
				return v;
		}
	}
	return NULL;
}

/* The members that act E takes from those who vote, or adds to them. */
static struct numbers voters_of(const struct event *e)
{
	static const struct numbers nobody = {NULL, 0};

	if (e->type == EVENT_MEMBER_LEFT || e->type == EVENT_MEMBER_ABSENT ||
		e->type == EVENT_MEMBER_EXCUSED || e->type == EVENT_MEMBER_CONNECTED)
		return e->body.member_left.members;
	if (e->type == EVENT_MEMBER_RECUSED)
		return e->body.member_recused.members;
	return e->type == EVENT_VOTE_JOINED ? e->body.vote_joined.members : nobody;
}

/* One of MEMBERS was a voter of VOTE before act TO: from its opening, or having come to it. */
static bool some_voted(
	const struct session *s, const struct vote *vote, uint32_t to, struct numbers members)
{
	struct numbers voters = s->log.at[vote->n_opened].body.vote_opened.voters;

	for (size_t i = 0; i < members.n; i++) {
		if (numbers_have(voters, members.at[i]))
			return true;
		for (uint32_t n = vote->n_opened; n < to; n++) {
			if (s->log.at[n].type == EVENT_VOTE_JOINED &&
				numbers_have(voters_of(&s->log.at[n]), members.at[i]))
				return true;
		}
	}
	return false;
}

/* Figures of hands that were counted before act E and are not those of the voters any more. */
static bool takes_figures(const struct session *s, const struct event *e, struct ballots *was)
{
	struct numbers members = voters_of(e);
	const struct vote *vote = members.n ? hands_at(s, e->n) : NULL;

	if (!vote || (e->type != EVENT_VOTE_JOINED && !some_voted(s, vote, e->n, members)))
		return false;
	for (uint32_t n = e->n; n-- > vote->n_opened;) {
		const struct event *before = &s->log.at[n];
		const struct vote_counted *c = &before->body.vote_counted;

		if (s->struck.at[n])
			continue;
		if (before->type == EVENT_VOTE_VOIDED || voters_of(before).n)
			return false;
		if (before->type == EVENT_VOTE_COUNTED) {
			*was = (struct ballots){c->votes_for, c->against, c->abstain};
			return true;
		}
	}
	return false;
}

struct message describe_effects(
	const struct session *s, const struct event *e, struct message what, struct arena *a)
{
	int32_t *list = ARENA_ARRAY(a, int32_t, s->proxies.n + 1);
	struct numbers lapsed = {list, presence_lapsed_by(s, e, list)};
	struct ballots was;

	if (lapsed.n)
		what = MSG("{what}; end of the proxy of {members}", A_MSG("what", keep(a, what)),
			A_MSG("members", keep(a, describe_members_short(s, lapsed, a))));
	if (takes_figures(s, e, &was))
		what = MSG("{what}; count the hands again, the figures {figures} are taken away",
			A_MSG("what", keep(a, what)),
			A_MSG("figures", keep(a, ballot_totals(VOTE_HANDS, was))));
	return what;
}

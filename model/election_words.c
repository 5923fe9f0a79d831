/* What is said of elections: posts, candidates, figures, results, and each act in one sentence. */
#include "model/describe_part.h"

struct message election_post(const struct election_opened *o, struct arena *a)
{
	struct arg name = A_BOTH("name", ((struct both){o->name_ar, o->name_fr}));
	bool named = o->name_ar.n || o->name_fr.n;
	struct message post = name_label(post_names, o->post);

	if (o->post == POST_OTHER && named)
		return MSG("{name}", name);
	if (o->post == POST_COMMITTEE_PRESIDENT && named)
		return MSG("president of the committee “{name}”", name);
	if (o->post == POST_COMMITTEE_DEPUTY && named)
		return MSG("deputy president of the committee “{name}”", name);
	if (o->rank)
		post = MSG(
			"{post} no. {rank}", A_MSG("post", keep(a, post)), A_INT("rank", o->rank));
	if (named)
		return MSG("{post} ({name})", A_MSG("post", keep(a, post)), name);
	return post;
}

struct message election_candidate(
	const struct session *s, const struct election *e, int64_t k, struct arena *a)
{
	const struct election_candidate *c = &e->candidates.at[k - 1].is;

	if (c->members.n == 1)
		return describe_member(s, c->members.at[0]);
	return MSG("list {n} ({members})", A_INT("n", k),
		A_MSG("members", keep(a, describe_members(s, c->members, a))));
}

/* Who is elected, to be read aloud: a person by name, without the number on the list. */
static struct arg who_is(
	const struct session *s, const struct election *e, int64_t k, struct arena *a)
{
	const struct election_candidate *c = &e->candidates.at[k - 1].is;

	if (c->members.n == 1)
		return A_BOTH("who", session_seat_name(s, c->members.at[0]));
	return A_MSG("who", keep(a, election_candidate(s, e, k, a)));
}

static struct arg elected(const struct session *s, const struct election *e, struct arena *a)
{
	return who_is(s, e, e->elected, a);
}

/* "candidate: 12". */
static struct message line(
	const struct session *s, const struct election *e, int64_t k, int64_t n, struct arena *a)
{
	return MSGN_WITH("{candidate}: {n} vote", "{candidate}: {n} votes", n,
		A_MSG("candidate", keep(a, election_candidate(s, e, k, a))));
}

struct message election_round_figures(const struct session *s, const struct election *e,
	const struct election_round *r, struct arena *a)
{
	struct round_ballots b = round_ballots(e, r, a);
	struct message *list = ARENA_ARRAY(a, struct message, b.votes.n + 2);
	size_t n = 0;

	for (size_t i = 0; i < b.votes.n; i++)
		list[n++] = line(s, e, r->running.at[i], b.votes.at[i], a);
	if (b.blank || b.votes.n == 0)
		list[n++] = MSG("blank: {n}", A_INT("n", b.blank));
	if (b.spoiled)
		list[n++] = MSG("void: {n}", A_INT("n", b.spoiled));
	return MSG("{it}", A_LIST("it", list, n));
}

int election_ladder_place(const struct rules *r, int by)
{
	for (size_t i = 0; i < r->election_tie.n; i++) {
		if (r->election_tie.at[i] == by)
			return (int)i;
	}
	return -1;
}

struct message election_ladder_before(const struct rules *r, int by, struct arena *a)
{
	int place = election_ladder_place(r, by);
	size_t n = place > 0 ? (size_t)place : 0;
	struct message *list = ARENA_ARRAY(a, struct message, n + 1);

	for (size_t i = 0; i < n; i++)
		list[i] = name_label(election_tie_names, r->election_tie.at[i]);
	return MSG("{it}", A_LIST("it", list, n));
}

static struct message by_ladder(const struct session *s, const struct election *e, struct arena *a)
{
	struct arg who = elected(s, e, a);
	struct arg post = A_MSG("post", keep(a, election_post(&e->is, a)));

	switch ((enum election_tie)e->decided.by) {
	case ELECTION_OLDEST:
		return MSG("The votes being equal, {who} is elected as the oldest: {post}.", who,
			post);
	case ELECTION_YOUNGEST:
		return MSG("The votes being equal, {who} is elected as the youngest: {post}.", who,
			post);
	case ELECTION_SENIORITY:
		return MSG("The votes being equal, {who} is elected as the longest in office: "
			   "{post}.",
			who, post);
	case ELECTION_LOT:
		return MSG("The votes being equal, {who} is elected by lot: {post}. Procedure: "
			   "{note}.",
			who, post, A_STR("note", e->decided.note));
	}
	return NO_MESSAGE;
}

struct message election_by(
	const struct session *s, const struct election *e, int64_t k, int by, struct arena *a)
{
	struct arg who = who_is(s, e, k, a);

	switch ((enum election_tie)by) {
	case ELECTION_OLDEST:
		return MSG("{who} is elected, as the oldest", who);
	case ELECTION_YOUNGEST:
		return MSG("{who} is elected, as the youngest", who);
	case ELECTION_SENIORITY:
		return MSG("{who} is elected, as the longest in office", who);
	case ELECTION_LOT:
		return MSG("{who} is elected, by lot", who);
	}
	return NO_MESSAGE;
}

struct message election_sentence(const struct session *s, const struct election *e, struct arena *a)
{
	const struct election_round *r = election_round(e);
	struct arg post = A_MSG("post", keep(a, election_post(&e->is, a)));

	if (e->by_ladder)
		return by_ladder(s, e, a);
	if (e->elected)
		return MSGN_WITH("{who} is elected in round {round} with {n} vote: {post}.",
			"{who} is elected in round {round} with {n} votes: {post}.",
			round_votes(r, e->elected), elected(s, e, a), A_INT("round", r->n), post);
	if (e->state == ELECTION_WAITS)
		return MSG("Nobody has the majority of {needed}: another round follows for {post}.",
			A_INT("needed", r->is.needed), post);
	if (e->state == ELECTION_IS_TIED)
		return MSG("The first place is shared; the tie must now be decided (post: {post}).",
			post);
	if (election_running(e) == 0)
		return MSG("All candidates withdrew: nobody is elected {post}.", post);
	return MSG("Nobody is elected: {post}.", post);
}

/* --- acts --- */

static struct message about_opened(
	const struct session *s, const struct election_opened *o, struct arena *a)
{
	struct message what = MSGN_WITH("item {item}, election, {post}: round {round} opened, "
					"{candidates} candidates, {n} voter",
		"item {item}, election, {post}: round {round} opened, {candidates} candidates, "
		"{n} voters",
		(int64_t)o->voters.n, A_INT("item", session_agenda_number(s, o->election.item)),
		A_MSG("post", keep(a, election_post(o, a))), A_INT("round", o->round),
		A_INT("candidates", (int64_t)o->candidates.n));

	if (!o->secret)
		return what;
	return MSG("{what}, secret ballot: {reason}", A_MSG("what", keep(a, what)),
		A_REASON("reason", o->reason));
}

static struct message about_marked(
	const struct session *s, const struct event *event, struct arena *a)
{
	const struct election_marked *m = &event->body.election_marked;
	const struct election *e = session_election(s, m->election);
	const struct message *who = keep(a, describe_sitters(s, m->members, event->n, a));

	if (m->taken_back)
		return MSG("{members}: choice taken back", A_MSG("members", who));
	if (m->choice == CHOICE_BLANK || !e || (size_t)m->choice > e->candidates.n)
		return MSG("{members}: blank", A_MSG("members", who));
	return MSG("{members}: votes for {candidate}", A_MSG("members", who),
		A_MSG("candidate", keep(a, election_candidate(s, e, m->choice, a))));
}

static struct message about_counted(
	const struct session *s, const struct election_counted *c, struct arena *a)
{
	const struct election *e = session_election(s, c->election);
	const struct message *outcome = keep(a, name_label(round_outcome_names, c->outcome));
	struct election_round r;

	if (!e || c->round < 1 || (size_t)c->round > e->rounds.n)
		return MSG("round {round} counted: {outcome}", A_INT("round", c->round),
			A_MSG("outcome", outcome));
	r = e->rounds.at[c->round - 1];
	r.is = *c;
	r.counted = true;
	return MSG("round {round} counted: {figures}: {outcome}", A_INT("round", c->round),
		A_MSG("figures", keep(a, election_round_figures(s, e, &r, a))),
		A_MSG("outcome", outcome));
}

static struct message about_corrected(
	const struct session *s, const struct election_corrected *c, struct arena *a)
{
	const struct election *e = session_election(s, c->election);
	const struct message *outcome = keep(a, name_label(round_outcome_names, c->outcome));
	struct election_round r;
	struct message what;

	if (!e || c->round < 1 || (size_t)c->round > e->rounds.n)
		return MSG("round {round} corrected: {outcome}: {reason}", A_INT("round", c->round),
			A_MSG("outcome", outcome), A_REASON("reason", c->reason));
	r = e->rounds.at[c->round - 1];
	r.is = election_figures(c);
	r.counted = true;
	what = MSG("round {round} corrected: {figures}: {outcome}: {reason}",
		A_INT("round", c->round),
		A_MSG("figures", keep(a, election_round_figures(s, e, &r, a))),
		A_MSG("outcome", outcome), A_REASON("reason", c->reason));
	if (!c->member || (size_t)c->choice > e->candidates.n)
		return what;
	return MSG("{who}, {choice}: {what}",
		A_MSG("who", keep(a, describe_sitter(s, c->member, r.n_counted))),
		A_MSG("choice", keep(a, c->choice == CHOICE_BLANK
						? TEXT(CTX("choice", "blank"))
						: election_candidate(s, e, c->choice, a))),
		A_MSG("what", keep(a, what)));
}

struct message describe_election(
	const struct session *s, const struct event *event, struct arena *a)
{
	const struct election_decided *d = &event->body.election_decided;
	const struct election_left *l = &event->body.election_left;
	const struct election_joined *j = &event->body.election_joined;
	const struct election *e = session_election(s, d->election);
	int64_t k = event->type == EVENT_ELECTION_LEFT ? l->candidate : d->elected;
	const struct message *who = NULL;

	if (event->type == EVENT_ELECTION_OPENED)
		return about_opened(s, &event->body.election_opened, a);
	if (event->type == EVENT_ELECTION_JOINED)
		return describe_joined(s, j->members, j->warned.n > 0, a);
	if (event->type == EVENT_ELECTION_MARKED)
		return about_marked(s, event, a);
	if (event->type == EVENT_ELECTION_COUNTED)
		return about_counted(s, &event->body.election_counted, a);
	if (event->type == EVENT_ELECTION_ANNOUNCED)
		return MSG("election, round {round}: result announced",
			A_INT("round", event->body.election_announced.round));
	if (event->type == EVENT_ELECTION_CORRECTED)
		return about_corrected(s, &event->body.election_corrected, a);
	if (event->type == EVENT_ELECTION_VOIDED)
		return MSG("election voided: {reason}",
			A_REASON("reason", event->body.election_voided.reason));
	who = keep(a, e && k >= 1 && (size_t)k <= e->candidates.n ? election_candidate(s, e, k, a)
								  : MSG("{it}", A_INT("it", k)));
	if (event->type == EVENT_ELECTION_LEFT)
		return l->reason.n ? MSG("candidature withdrawn, {who}: {reason}",
					     A_MSG("who", who), A_REASON("reason", l->reason))
				   : MSG("candidature withdrawn, {who}", A_MSG("who", who));
	return MSG("tie decided ({by}): {who} elected",
		A_MSG("by", keep(a, name_label(election_tie_names, d->by))), A_MSG("who", who));
}

struct message describe_elections(const struct item *item)
{
	if (!item_elected(item))
		return TEXT("election under way");
	for (size_t i = 0; i < item->elections.n; i++) {
		const struct election *e = &item->elections.at[i];

		if (e->state == ELECTION_IS_OVER && e->elected)
			return TEXT("elections held");
	}
	return TEXT("nobody was elected");
}

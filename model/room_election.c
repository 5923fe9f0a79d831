/* An election as the room may see it: who stands, and of a round what was announced. */
#include "model/room_part.h"

/* Candidates by name: a list by its first member. */
static void show_candidates(const struct session *s, const struct election *e,
	const struct election_round *r, struct room_view *v)
{
	for (size_t i = 0; i < r->running.n && i < ROOM_CANDIDATES_MAX; i++) {
		int64_t k = r->running.at[i];

		v->candidate[i].name = room_copy_both(
			session_seat_name(s, e->candidates.at[k - 1].is.members.at[0]));
		if (r->ever_announced && i < r->said.votes.n)
			v->candidate[i].votes = r->said.votes.at[i];
		v->candidate[i].elected = r->ever_announced && r->said_elected == k;
		v->candidate[i].list = e->candidates.at[k - 1].is.members.n > 1;
		v->candidates = i + 1;
	}
}

/* Other figures of the round R were announced before those the room sees. */
static bool said_otherwise(
	const struct session *s, const struct election *e, const struct election_round *r)
{
	for (size_t i = 0; i < s->log.n && s->log.at[i].n < r->mends.at[r->mends.n - 1].n; i++) {
		const struct event *a = &s->log.at[i];

		if (a->type == EVENT_ELECTION_ANNOUNCED && !s->struck.at[i] &&
			a->body.election_announced.election.item == e->id.item &&
			a->body.election_announced.election.n == e->id.n &&
			a->body.election_announced.round == r->n)
			return true;
	}
	return false;
}

void room_show_election(const struct session *s, const struct election *e, struct room_view *v)
{
	const struct election_round *r = election_round(e);

	v->election = true;
	if (e->is.post != POST_OTHER)
		v->post = name_label(post_names, e->is.post);
	v->rank = e->is.rank;
	v->post_name = room_copy_both((struct both){e->is.name_ar, e->is.name_fr});
	v->round = r->n;
	v->by_hands = v->secret = e->is.secret;
	v->voters = (int64_t)r->voters.n;
	if (!r->ever_announced) {
		v->scene = ROOM_VOTE;
		v->vote_over = r->counted;
		if (!e->is.secret)
			v->voted = v->voters - round_missing(e, r);
		v->counted = e->is.secret && r->counted;
		if (v->counted) {
			v->issued = r->is.issued;
			v->found = r->is.found;
		}
		show_candidates(s, e, r, v);
		return;
	}
	v->scene = ROOM_ELECTED;
	v->corrected = r->announced && r->mends.n && said_otherwise(s, e, r);
	show_candidates(s, e, r, v);
	v->blank = r->said.blank + r->said.spoiled;
	v->needed_votes = r->said.needed;
	v->elected = r->said_elected != 0;
	v->election_state = name_label(round_outcome_names, v->elected     ? ROUND_ELECTED
							    : r->said_over ? ROUND_NOBODY
									   : r->said.outcome);
}

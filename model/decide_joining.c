/* Deciding: who comes to a vote, or to a round of an election, that is open, by the rule of those
 * who arrive late or over it. */
#include "model/deciding.h"

#include "model/presence.h"

/* What is voted on now: one of the two, or neither. */
struct polling {
	const struct vote *vote;
	const struct election *election;
};

static struct polling polling(const struct session *s)
{
	return (struct polling){session_open_vote(s), session_open_election(s)};
}

static bool has_voter(struct polling p, int64_t member)
{
	return p.vote ? vote_has(p.vote, member) : round_voter(election_round(p.election), member);
}

static bool is_barred(struct deciding *d, struct polling p, int64_t member)
{
	return p.vote ? session_barred(d->s, p.vote, member)
		      : session_recused(d->s, p.election->id.item, member);
}

/* Where voters are marked one by one, whoever comes joins with the mark itself too. */
static bool by_mark(struct polling p)
{
	return p.vote ? vote_by_name(p.vote) : !p.election->is.secret;
}

/* Papers that are counted are those of the voters there were; a round that is counted is over. */
static bool may_still_join(struct polling p)
{
	return p.election || p.vote->kind != VOTE_SECRET || !p.vote->counted;
}

static void join(struct deciding *d, struct polling p, struct numbers members, struct str warned)
{
	if (p.vote)
		fact(d, EVENT_VOTE_JOINED)->vote_joined =
			(struct vote_joined){p.vote->id, members, warned};
	else
		fact(d, EVENT_ELECTION_JOINED)->election_joined =
			(struct election_joined){p.election->id, members, warned};
}

static bool came_later(struct deciding *d, int64_t number)
{
	return over_rule(d, RULE_LATE_ARRIVAL, "came-later",
		MSG("{who} arrived after the vote was opened and takes part in the next one.",
			A_MSG("who", message_keep(d->a, seat_message(d, number)))));
}

/* NUMBER is not among the voters because of a rule, and comes to the vote over it: *KEY. */
static bool voter_over_rule(
	struct deciding *d, struct polling p, int64_t number, enum rule_key *key)
{
	const struct seat *seat = session_seat(d->s, number);

	if (!seat || is_barred(d, p, number))
		return refuse_voter(d, number);
	*key = seat->presence == PRESENCE_REMOTE ? RULE_REMOTE_VOTE : RULE_LATE_ARRIVAL;
	if (seat->presence == PRESENCE_REMOTE && !presence_votes(d->s, PRESENCE_REMOTE))
		return over_rule(d, *key, "remote",
			MSG("{who} follows from afar and has no vote under the rules of this "
			    "session.",
				A_MSG("who", message_keep(d->a, seat_message(d, number)))));
	if (!presence_votes(d->s, seat->presence))
		return refuse_voter(d, number);
	*key = RULE_LATE_ARRIVAL;
	return came_later(d, number);
}

bool voters_join(struct deciding *d, struct numbers members)
{
	static const enum rule_key keys[] = {RULE_LATE_ARRIVAL, RULE_REMOTE_VOTE};
	const struct polling p = polling(d->s);
	int32_t *list = ARENA_ARRAY(d->a, int32_t, members.n + 1);
	bool over[ARRAY_LEN(keys)] = {false};
	struct str warned = STR("");
	size_t n = 0;

	for (size_t i = 0; i < members.n; i++) {
		enum rule_key key = RULE_COUNT;

		if (has_voter(p, members.at[i]))
			continue;
		if (!voter_over_rule(d, p, members.at[i], &key))
			return false;
		list[n++] = members.at[i];
		for (size_t k = 0; k < ARRAY_LEN(keys); k++)
			over[k] = over[k] || key == keys[k];
	}
	for (size_t k = 0; k < ARRAY_LEN(keys); k++) {
		if (over[k])
			add_rule_key(d, &warned, keys[k]);
	}
	if (n)
		join(d, p, (struct numbers){list, n}, warned);
	return true;
}

void arrivals_join(struct deciding *d, struct numbers members)
{
	const struct polling p = polling(d->s);
	int32_t *list = ARENA_ARRAY(d->a, int32_t, members.n + 1);
	size_t n = 0;

	if (!session_voting(d->s) || !d->s->rules.late_arrival || !may_still_join(p))
		return;
	for (size_t i = 0; i < members.n; i++) {
		if (!has_voter(p, members.at[i]) && !is_barred(d, p, members.at[i]))
			list[n++] = members.at[i];
	}
	if (n)
		join(d, p, (struct numbers){list, n}, STR(""));
}

bool arrived_before(struct deciding *d, struct numbers members)
{
	const struct polling p = polling(d->s);

	if (!session_voting(d->s))
		return false;
	for (size_t i = 0; i < members.n; i++) {
		const struct seat *seat = session_seat(d->s, members.at[i]);

		/* Who is barred hears why; a vote by name is joined with the mark itself. */
		if (!seat || seat->presence != PRESENCE_HERE || has_voter(p, members.at[i]) ||
			(by_mark(p) && !is_barred(d, p, members.at[i])))
			return false;
	}
	return true;
}

bool arrived_joins(struct deciding *d, struct numbers members)
{
	const struct polling p = polling(d->s);
	const bool by_rule = d->s->rules.late_arrival;

	for (size_t i = 0; i < members.n; i++) {
		if (!may_still_join(p) || is_barred(d, p, members.at[i]))
			return refuse_voter(d, members.at[i]);
	}
	if (!by_rule && !came_later(d, members.at[0]))
		return false;
	join(d, p, members, by_rule ? STR("") : str_of(rule_key_name(RULE_LATE_ARRIVAL)));
	return true;
}

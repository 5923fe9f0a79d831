/* Deciding: who comes to an open vote over a rule that nobody confirmed. */
#include "model/deciding.h"

#include "model/presence.h"

/* NUMBER is not among the voters because of a rule, and comes to the vote over it: *KEY. */
static bool voter_over_rule(
	struct deciding *d, const struct vote *vote, int64_t number, enum rule_key *key)
{
	const struct vote_cast *c = &d->c->arg.vote_cast;
	const struct seat *seat = session_seat(d->s, number);
	struct arg who = A_MSG("who", message_keep(d->a, seat_message(d, number)));

	if (!seat || c->value == VALUE_NONE || session_recused(d->s, vote->id.item, number))
		return refuse_voter(d, number);
	*key = seat->presence == PRESENCE_REMOTE ? RULE_REMOTE_VOTE : RULE_LATE_ARRIVAL;
	if (seat->presence == PRESENCE_REMOTE && !presence_votes(d->s, PRESENCE_REMOTE))
		return over_rule(d, *key, c->confirm, "remote",
			MSG("{who} follows from afar and has no vote under the rules of this "
			    "session.",
				who));
	if (!presence_votes(d->s, seat->presence))
		return refuse_voter(d, number);
	*key = RULE_LATE_ARRIVAL;
	return over_rule(d, *key, c->confirm, "came-later",
		MSG("{who} arrived after the vote was opened and takes part in the next one.",
			who));
}

bool voters_join(struct deciding *d, const struct vote *vote, struct numbers members)
{
	static const enum rule_key keys[] = {RULE_LATE_ARRIVAL, RULE_REMOTE_VOTE};
	int32_t *list = ARENA_ARRAY(d->a, int32_t, members.n + 1);
	struct str warned[3] = {STR(""), STR(""), STR("")};
	size_t n = 0;

	for (size_t i = 0; i < members.n; i++) {
		enum rule_key key = RULE_COUNT;

		if (vote_has(vote, members.at[i]))
			continue;
		if (!voter_over_rule(d, vote, members.at[i], &key))
			return false;
		list[n++] = members.at[i];
		for (size_t k = 0; k < ARRAY_LEN(keys); k++) {
			if (key == keys[k])
				warned[2 * k] = str_of(rule_key_name(key));
		}
	}
	warned[1] = warned[0].n && warned[2].n ? STR(" ") : STR("");
	if (n)
		fact(d, EVENT_VOTE_JOINED)->vote_joined = (struct vote_joined){
			vote->id, {list, n}, arena_join(d->a, warned, ARRAY_LEN(warned))};
	return true;
}

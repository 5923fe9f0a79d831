/* Deciding: a round of an election is opened: for which post, who stands, under which rule. */
#include "model/deciding.h"

static bool can_elect(struct deciding *d)
{
	const struct item *item;

	if (!can_item(d))
		return false;
	item = session_item(d->s, d->s->open_item);
	if (item->is.kind != ITEM_ELECTION)
		return refuse(d, "not-election",
			TEXT("Elections are held on an item of the kind election."));
	if (!item->presented)
		return refuse(d, "not-presented",
			TEXT("The vote waits for the item to be presented; Enter records it."));
	if (vote_voters(d, item->is.item).n == 0)
		return refuse(d, "nobody", TEXT("Nobody is present who could vote."));
	return true;
}

/* --- candidates --- */

/* Everybody stands once, on one list or alone. */
static bool members_stand(struct deciding *d, struct numbers members, const struct list *before)
{
	if (!members_named(d, members))
		return false;
	for (size_t i = 0; i < members.n; i++) {
		if (!seat_or_refuse(d, members.at[i]))
			return false;
		for (size_t k = 0; k < before->n; k++) {
			const struct election_candidate *c = before->at;

			if (numbers_have(c[k].members, members.at[i]))
				return refuse(d, "two-lists",
					MSG("{who} stands on two lists.",
						A_MSG("who",
							message_keep(d->a,
								seat_message(d, members.at[i])))));
		}
	}
	return true;
}

static bool lists(struct deciding *d, struct list *out)
{
	const struct election_open *c = &d->c->arg.election_open;
	const struct numbers given[] = {c->list1, c->list2, c->list3, c->list4};
	struct election_candidate *at = ARENA_ARRAY(d->a, struct election_candidate, 4);

	*out = (struct list){at, 0};
	for (size_t i = 0; i < ARRAY_LEN(given); i++) {
		if (given[i].n == 0)
			continue;
		if (!members_stand(d, given[i], out))
			return false;
		at[out->n] = (struct election_candidate){(int64_t)out->n + 1, given[i],
			given[i].n && numbers_have(c->endorsed, given[i].at[0])};
		out->n++;
	}
	return ballot_list_fits(d, out);
}

static bool candidates(struct deciding *d, struct list *out)
{
	const struct election_open *c = &d->c->arg.election_open;
	struct election_candidate *at;

	if (c->list1.n || c->list2.n || c->list3.n || c->list4.n) {
		if (c->candidates.n)
			return refuse(d, "two-ways",
				TEXT("Either candidates or lists: one election has one kind of "
				     "ballot."));
		return lists(d, out);
	}
	if (c->candidates.n == 0)
		return refuse(d, "no-candidates",
			TEXT("Say who stands: the numbers of the candidates in their order."));
	if (c->candidates.n > ELECTION_MOST)
		return refuse(d, "too-many-candidates",
			MSG("At most {n} candidates.", A_INT("n", ELECTION_MOST)));
	if (!members_stand(d, c->candidates, &(struct list){NULL, 0}))
		return false;
	at = ARENA_ARRAY(d->a, struct election_candidate, c->candidates.n);
	*out = (struct list){at, c->candidates.n};
	for (size_t i = 0; i < c->candidates.n; i++)
		at[i] = (struct election_candidate){(int64_t)i + 1, {&c->candidates.at[i], 1},
			numbers_have(c->endorsed, c->candidates.at[i])};
	return true;
}

static bool endorsed_stand(struct deciding *d, const struct list *out)
{
	struct numbers endorsed = d->c->arg.election_open.endorsed;
	const struct election_candidate *c = out->at;

	for (size_t i = 0; i < endorsed.n; i++) {
		bool found = false;

		for (size_t k = 0; k < out->n; k++)
			found = found || numbers_have(c[k].members, endorsed.at[i]);
		if (!found)
			return refuse(d, "not-candidate",
				MSG("Member {n} is not a candidate.", A_SEAT("n", endorsed.at[i])));
	}
	return true;
}

/* Lists where the rules have single names, or the other way round: asked about. */
static bool ballot_is_the_rules(struct deciding *d)
{
	const struct election_open *c = &d->c->arg.election_open;
	bool by_list = c->candidates.n == 0;
	bool rule = d->s->rules.election_ballot == ELECTION_LIST;

	if (by_list == rule || !d->s->rules.text[RULE_ELECTION_BALLOT])
		return true;
	return ask(d, "other-ballot",
		MSG("The rules have elections by {ballot} ({rule}). Open it differently?",
			a_rule(d, &d->s->rules, RULE_ELECTION_BALLOT),
			A_MSG("ballot", message_keep(d->a, name_label(election_ballot_names,
								   d->s->rules.election_ballot)))));
}

/* Somebody who stands has a post of the bureau already: asked about, and minuted if he wins. */
static bool holds_no_other(struct deciding *d, const struct election_opened *o)
{
	const struct election_candidate *c = o->candidates.at;

	for (size_t i = 0; i < o->candidates.n; i++) {
		for (size_t k = 0; k < c[i].members.n; k++) {
			int64_t member = c[i].members.at[k];
			struct message post =
				election_other_post(d->s, o, member, (uint32_t)d->s->log.n, d->a);

			if (post.id &&
				!ask(d, "other-post",
					MSG("{who} already holds a post of the bureau: {post}. "
					    "Open the election all the same? The minutes will say "
					    "so.",
						A_MSG("who", message_keep(d->a,
								     seat_message(d, member))),
						A_MSG("post", message_keep(d->a, post)))))
				return false;
		}
	}
	return true;
}

/* --- rounds --- */

static void set_rule(const struct deciding *d, struct election_opened *o)
{
	const struct rule_list *ladder = &d->s->rules.election_majority;
	size_t at = (size_t)o->round <= ladder->n ? (size_t)o->round - 1 : ladder->n - 1;

	o->majority = ladder->n ? ladder->at[at] : ELECTION_RELATIVE;
	o->last = ladder->n == 0 || at + 1 == ladder->n;
	o->base = d->s->rules.majority.base;
}

/* The same election again, with those who still stand. */
static void repeat(struct deciding *d, const struct election *e, struct election_opened *o)
{
	struct election_candidate *at =
		ARENA_ARRAY(d->a, struct election_candidate, e->candidates.n);
	size_t n = 0;

	*o = e->is;
	o->round = (int64_t)e->rounds.n + 1;
	for (size_t i = 0; i < e->candidates.n; i++) {
		if (!e->candidates.at[i].withdrawn)
			at[n++] = e->candidates.at[i].is;
	}
	o->candidates = (struct list){at, n};
}

static bool describe_post(struct deciding *d, struct election_opened *o)
{
	const struct election_open *c = &d->c->arg.election_open;
	bool named = c->name_ar.n || c->name_fr.n;

	if (c->post < 0)
		return refuse(d, "no-post", TEXT("Say which post the election is to fill."));
	if (!named && c->post >= POST_COMMITTEE_PRESIDENT)
		return refuse(d, "no-name",
			TEXT("Give the name of the committee or of the post, in Arabic or "
			     "French."));
	o->post = c->post;
	o->rank = c->rank;
	o->name_ar = c->name_ar;
	o->name_fr = c->name_fr;
	o->secret = c->secret;
	o->reason = c->secret ? c->reason : STR("");
	return true;
}

static bool open_round(struct deciding *d)
{
	const struct election_open *c = &d->c->arg.election_open;
	int64_t key = open_item_key(d, c->item);
	const struct election *waits = session_election_in(d->s, ELECTION_WAITS);
	struct election_opened o = {.round = 1};
	struct questions asks = {.code = NULL};
	bool asked, missing;

	if (!key || !election_announced(d))
		return false;
	if (session_election_in(d->s, ELECTION_IS_TIED))
		return refuse(d, "tied", TEXT("The election before is tied: decide it first."));
	if (waits) {
		if (c->candidates.n || c->list1.n)
			return refuse(d, "round-waits",
				TEXT("The next round of the election before is due; nobody can "
				     "join it now."));
		repeat(d, waits, &o);
	} else {
		if (!candidates(d, &o.candidates) || !endorsed_stand(d, &o.candidates) ||
			!describe_post(d, &o))
			return false;
		o.election = (struct vote_id){
			(int32_t)key, (int32_t)session_item(d->s, key)->elections.n + 1};
		if (o.secret && votes_are_weighed(d))
			return false;
		if ((!ballot_is_the_rules(d) && !gathered(d, &asks)) ||
			(o.secret && !ballot_secret_allowed(d, c->reason) && !gathered(d, &asks)) ||
			(ballot_round_in_public(d, &o) && !ballot_as_usual(d) &&
				!gathered(d, &asks)) ||
			(!holds_no_other(d, &o) && !gathered(d, &asks)))
			return false;
	}
	missing = quorum_missing(d, &asked);
	if (asked && !gathered(d, &asks))
		return false;
	if (!all_answered(d, &asks))
		return false;
	o.voters = vote_voters(d, key);
	o.warned = ballot_round_warned(d, &o, missing || session_sitting(d->s)->quorum_waived);
	set_rule(d, &o);
	fact(d, EVENT_ELECTION_OPENED)->election_opened = o;
	return true;
}

const struct decider deciders_round[CMD_COUNT] = {
	[CMD_ELECTION_OPEN] = {can_elect, open_round},
};

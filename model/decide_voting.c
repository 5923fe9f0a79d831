/* Deciding votes, what goes beyond one matter and its figures: several items in one vote, and what
 * members want written beside a vote. */
#include "model/deciding.h"

#include "model/budget.h"
#include "model/presence.h"

/* --- blocks --- */

/* The key of an item that may be adopted in a block; 0 after refusing. */
static int64_t block_item(struct deciding *d, int64_t number)
{
	int64_t key = item_key(d, number);
	const struct item *item = session_item(d->s, key);

	if (!key)
		return 0;
	if (item->state == ITEM_IS_OPEN)
		(void)refuse(d, "block-open",
			MSG("Item {n} is open: decide it by itself, or close it first.",
				A_INT("n", number)));
	else if (item->state != ITEM_IS_WAITING)
		(void)refuse(d, "item-treated",
			MSG("Item {n} was already dealt with.", A_INT("n", number)));
	else if (session_recused_list(d->s, key, NULL))
		(void)refuse(d, "block-recused",
			MSG("Somebody is recused for item {n}: it is voted by itself.",
				A_INT("n", number)));
	else if (budget_by_chapters(d->s, item))
		(void)refuse(d, "block-chapters",
			MSG("Item {n} is voted chapter by chapter: it is voted by itself.",
				A_INT("n", number)));
	else if (item->is.kind == ITEM_DISMISSAL || session_own_account(d->s, key))
		(void)refuse(d, "block-person",
			MSG("Item {n} is about persons: it is voted by itself.",
				A_INT("n", number)));
	else
		return key;
	return 0;
}

static bool same_majority(const struct majority *a, const struct majority *b)
{
	return a->base == b->base && a->share.num == b->share.num && a->share.den == b->share.den &&
	       a->share.at_least == b->share.at_least && a->share.count == b->share.count &&
	       a->share.any == b->share.any;
}

/* One vote has one majority. */
static bool block_majority(struct deciding *d, struct numbers items, const int32_t *keys)
{
	const struct majority *by_kind = d->s->rules.by_kind;

	for (size_t i = 1; i < items.n; i++) {
		if (!same_majority(&by_kind[session_item(d->s, keys[0])->is.kind],
			    &by_kind[session_item(d->s, keys[i])->is.kind]))
			return refuse(d, "block-majority",
				MSG("Items {n} and {m} ask for different majorities: vote on them "
				    "one by one.",
					A_INT("n", items.at[0]), A_INT("m", items.at[i])));
	}
	return true;
}

/* What is adopted stands in the minutes: a budget nobody can read there is asked about. */
static bool bare_allowed(struct deciding *d, struct numbers keys, struct numbers *bare)
{
	int32_t *list = ARENA_ARRAY(d->a, int32_t, keys.n);
	const struct item *item;
	struct arg number;
	size_t n = 0;

	for (size_t i = 0; i < keys.n; i++) {
		if (item_is_bare(session_item(d->s, keys.at[i])))
			list[n++] = keys.at[i];
	}
	*bare = (struct numbers){list, n};
	if (!n)
		return true;
	item = session_item(d->s, list[0]);
	number = A_INT("n", session_agenda_number(d->s, item->is.item));
	return ask(d, "bare",
		item->is.kind == ITEM_BUDGET
			? MSG("Item {n} is a budget without a line and without a text. Put it to "
			      "the vote all the same? The minutes will say so.",
				  number)
			: MSG("Item {n} is an agreement without parties and without a text. Put it "
			      "to the vote all the same? The minutes will say so.",
				  number));
}

bool vote_bare_one(struct deciding *d, int32_t key, struct numbers *bare)
{
	return bare_allowed(d, (struct numbers){&key, 1}, bare);
}

static bool block(struct deciding *d)
{
	const struct vote_block *c = &d->c->arg.vote_block;
	int32_t *keys = ARENA_ARRAY(d->a, int32_t, c->items.n + 1);
	struct vote_opened *o;
	struct numbers bare;

	if (c->items.n < 2)
		return refuse(d, "one-item",
			TEXT("A block is of two items or more; one alone is adopted unanimously by "
			     "itself."));
	for (size_t i = 0; i < c->items.n; i++) {
		if (numbers_have((struct numbers){c->items.at, i}, c->items.at[i]))
			return refuse(d, "double-number",
				MSG("Number {n} stands twice in the list.",
					A_INT("n", c->items.at[i])));
		keys[i] = (int32_t)block_item(d, c->items.at[i]);
		if (!keys[i])
			return false;
	}
	if (!block_majority(d, c->items, keys))
		return false;
	if (vote_voters(d, keys[0]).n == 0)
		return refuse(d, "nobody", TEXT("Nobody is present who could vote."));
	if (!bare_allowed(d, (struct numbers){keys, c->items.n}, &bare) || !close_open_item(d))
		return false;
	o = open_vote_fact(d, keys[0], 0, VOTE_UNANIMOUS);
	if (!o)
		return false;
	o->block = (struct numbers){keys, c->items.n};
	o->bare = bare;
	unanimous_facts(d, o);
	return true;
}

static bool can_block(struct deciding *d)
{
	return can_treat(d) && all_announced(d) && can_leave_item(d);
}

/* --- explanations of vote and reservations --- */

static bool explain(struct deciding *d)
{
	const struct vote_explain *c = &d->c->arg.vote_explain;
	const struct vote *vote = c->vote.item || !d->s->open_vote.item ? vote_meant(d, c->vote)
									: session_open_vote(d->s);

	if (!vote)
		return false;
	if (!session_seat(d->s, c->member) ||
		(c->kind == STATEMENT_EXPLANATION && !vote_has(vote, c->member)))
		return session_seat(d->s, c->member)
			       ? refuse(d, "not-voter",
					 MSG("{who} did not take part in that vote and can only "
					     "make a reservation.",
						 A_MSG("who", message_keep(d->a,
								      seat_message(d, c->member)))))
			       : refuse_voter(d, c->member);
	fact(d, EVENT_VOTE_EXPLAINED)->vote_explained =
		(struct vote_explained){vote->id, c->kind, c->member, c->lang, c->content};
	return true;
}

/* --- the chair --- */

bool account_may_be_voted(struct deciding *d, const struct item *item, struct str *warned)
{
	int64_t number = session_own_account(d->s, item->is.item);
	bool chairs = number == session_sitting(d->s)->chair;
	struct arg who, rule;

	if (!number)
		return true;
	add_rule_key(d, warned, RULE_ACCOUNT_CHAIR);
	who = A_MSG("who", message_keep(d->a, seat_message(d, number)));
	rule = a_rule(d, &d->s->rules, RULE_ACCOUNT_CHAIR);
	return ask(d, "own-account",
		chairs ? MSG("{who} is in the chair and the account is the president's own "
			     "({rule}): "
			     "hand the chair over, and recuse who does not vote. Put it to the "
			     "vote all "
			     "the same? The minutes will say so.",
				 who, rule)
		       : MSG("{who} would vote on the president's own account ({rule}): Enter "
			     "recuses "
			     "the president for this item. Put it to the vote all the same? The "
			     "minutes will say so.",
				 who, rule));
}

const struct decider deciders_voting[CMD_COUNT] = {
	[CMD_VOTE_BLOCK] = {can_block, block},
	[CMD_VOTE_EXPLAIN] = {can_mend, explain},
};

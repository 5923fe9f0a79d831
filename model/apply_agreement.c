/* Applying: agreements, their parties, and what happens to them outside the vote. */
#include "model/apply.h"

#include <string.h>

#include "model/agreement.h"

/* Text, parties and amounts stand still from the first vote on the item. */
static struct item *changing(const struct session *s, int64_t key)
{
	struct item *item = session_item(s, key);

	return item && item->is.kind == ITEM_AGREEMENT && !item->votes.n ? item : NULL;
}

static bool described(struct item *item, const struct agreement_described *is, uint32_t n)
{
	if (is->item != item->is.item)
		return false;
	item->about = *is;
	item->n_about = n;
	return true;
}

static bool set_party(struct item *item, const struct party_set *is, struct arena *a)
{
	const struct party_set *chamber = agreement_chamber(item);
	size_t n = item->parties.n, from, to;

	if (is->item != item->is.item || (is->chamber && chamber && chamber->party != is->party))
		return false;
	for (from = 0; from < n && item->parties.at[from].party != is->party; from++)
		;
	if (from == n) {
		if (is->party != item->last_party + 1 || n == AGREEMENT_PARTIES_MAX)
			return false;
		item->last_party = is->party;
		(void)LIST_PUSH(a, &item->parties);
		n++;
	}
	if (is->at > (int64_t)n)
		return false;
	to = is->at ? (size_t)is->at - 1 : from;
	if (to > from)
		memmove(&item->parties.at[from], &item->parties.at[from + 1],
			(to - from) * sizeof item->parties.at[0]);
	else
		memmove(&item->parties.at[to + 1], &item->parties.at[to],
			(from - to) * sizeof item->parties.at[0]);
	item->parties.at[to] = *is;
	item->parties.at[to].at = 0;
	return true;
}

static bool remove_party(struct item *item, int64_t key)
{
	for (size_t i = 0; i < item->parties.n; i++) {
		if (item->parties.at[i].party != key)
			continue;
		memmove(&item->parties.at[i], &item->parties.at[i + 1],
			(item->parties.n - 1 - i) * sizeof item->parties.at[0]);
		item->parties.n--;
		return true;
	}
	return false;
}

static bool stepped(struct session *s, const struct event *e)
{
	const struct agreement_stepped *is = &e->body.agreement_stepped;
	struct item *item = session_item(s, is->item);
	const struct agreement_act act = {.n = e->n, .at = e->at, .is = *is};

	if (is->step == STEP_APPROVED || is->session == s->is.number)
		return false;
	if (is->session) {
		*LIST_PUSH(s->arena, &s->followed) = act;
		return true;
	}
	if (!item || item->is.kind != ITEM_AGREEMENT)
		return false;
	*LIST_PUSH(s->arena, &item->steps) = act;
	return true;
}

bool apply_agreement_carried(struct session *s, struct item *item, uint32_t n)
{
	struct list about = item->is.agreement, parties = item->is.parties;

	item->is.agreement = item->is.parties = (struct list){NULL, 0};
	if ((about.n || parties.n) && item->is.kind != ITEM_AGREEMENT)
		return false;
	if (about.n > 1 || (about.n && !described(item, about.at, n)))
		return false;
	for (size_t i = 0; i < parties.n; i++) {
		if (!set_party(item, (const struct party_set *)parties.at + i, s->arena))
			return false;
	}
	return true;
}

bool apply_agreement_fact(struct session *s, const struct event *e)
{
	struct item *item;

	if (e->type == EVENT_AGREEMENT_STEPPED)
		return stepped(s, e);
	if (e->type == EVENT_AGREEMENT_DESCRIBED) {
		item = changing(s, e->body.agreement_described.item);
		return item && described(item, &e->body.agreement_described, e->n);
	}
	if (e->type == EVENT_PARTY_SET) {
		item = changing(s, e->body.party_set.item);
		return item && set_party(item, &e->body.party_set, s->arena);
	}
	item = changing(s, e->body.party_removed.item);
	return item && remove_party(item, e->body.party_removed.party);
}

#include "model/agreement.h"

bool agreement_known(const struct item *item)
{
	return item && item->is.kind == ITEM_AGREEMENT && (item->n_about || item->parties.n);
}

const struct party_set *agreement_party(const struct item *item, int64_t key)
{
	for (size_t i = 0; i < item->parties.n; i++) {
		if (item->parties.at[i].party == key)
			return &item->parties.at[i];
	}
	return NULL;
}

const struct party_set *agreement_party_at(const struct item *item, int64_t place)
{
	return place >= 1 && place <= (int64_t)item->parties.n ? &item->parties.at[place - 1]
							       : NULL;
}

const struct party_set *agreement_chamber(const struct item *item)
{
	for (size_t i = 0; i < item->parties.n; i++) {
		if (item->parties.at[i].chamber)
			return &item->parties.at[i];
	}
	return NULL;
}

struct both agreement_party_name(const struct party_set *party)
{
	return (struct both){party->name_ar, party->name_fr};
}

struct both agreement_in_kind(const struct party_set *party)
{
	return (struct both){party->kind_ar, party->kind_fr};
}

bool agreement_brings_kind(const struct party_set *party)
{
	return party->kind_ar.n || party->kind_fr.n;
}

struct both agreement_parent(const struct item *item)
{
	return (struct both){item->about.parent_ar, item->about.parent_fr};
}

/* --- amounts --- */

/* The amendment of the amount of KEY that was adopted last before act N; NULL: none. */
static const struct motion *adopted(
	const struct session *s, const struct item *item, int64_t key, uint32_t n)
{
	const struct motion *last = NULL;
	uint32_t closed = 0;

	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *motion = &s->motions.at[i];
		const struct vote *vote;

		if (motion->is.kind != MOTION_SHARE || motion->is.item != item->is.item ||
			motion->is.party != key)
			continue;
		vote = motion_vote(s, motion);
		if (!vote || vote->n_closed >= n || vote->n_closed < closed ||
			motion_state(s, motion) != MOTION_IS_ADOPTED)
			continue;
		last = motion;
		closed = vote->n_closed;
	}
	return last;
}

int64_t agreement_amount(const struct session *s, const struct item *item, int64_t key, uint32_t n)
{
	const struct party_set *party = agreement_party(item, key);
	const struct motion *motion = adopted(s, item, key, n);

	if (motion)
		return motion->is.amount;
	return !key ? item->about.total : party ? party->amount : 0;
}

static struct agreement_sums sums(const struct session *s, const struct item *item, uint32_t n,
	const struct motion_moved *with)
{
	struct agreement_sums is = {0};

	is.total = with && !with->party ? with->amount : agreement_amount(s, item, 0, n);
	for (size_t i = 0; i < item->parties.n; i++) {
		const struct party_set *party = &item->parties.at[i];
		int64_t amount = with && with->party == party->party
					 ? with->amount
					 : agreement_amount(s, item, party->party, n);

		is.sum += amount;
		if (party->chamber)
			is.chamber = amount;
	}
	is.gap = is.total ? is.total - is.sum : 0;
	return is;
}

struct agreement_sums agreement_sums(const struct session *s, const struct item *item, uint32_t n)
{
	return sums(s, item, n, NULL);
}

struct agreement_sums agreement_sums_with(const struct session *s, const struct item *item,
	const struct motion_moved *motion, uint32_t n)
{
	return sums(s, item, n, motion);
}

bool agreement_amended(const struct session *s, const struct item *item)
{
	if (adopted(s, item, 0, AGREEMENT_NOW))
		return true;
	for (size_t i = 0; i < item->parties.n; i++) {
		if (adopted(s, item, item->parties.at[i].party, AGREEMENT_NOW))
			return true;
	}
	return false;
}

const struct motion *agreement_share_waits(const struct session *s, const struct item *item)
{
	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *motion = &s->motions.at[i];

		if (motion->is.kind == MOTION_SHARE && motion->is.item == item->is.item &&
			motion_state(s, motion) == MOTION_WAITS)
			return motion;
	}
	return NULL;
}

/* --- how far it has come --- */

void agreement_take(struct agreement_standing *standing, const struct agreement_act *acts, size_t n,
	int64_t number, int64_t key)
{
	for (size_t i = 0; i < n; i++) {
		const struct agreement_stepped *is = &acts[i].is;

		if (is->session != number || is->item != key || is->step == STEP_APPROVED)
			continue;
		standing->on[is->step] = is->date;
		standing->by[is->step] = is;
	}
}

struct agreement_standing agreement_standing(
	const struct session *s, const struct item *item, const struct chamber *c)
{
	struct agreement_standing standing = {.refused = false};
	const struct vote *vote = item_vote(item);

	agreement_take(&standing, item->steps.at, item->steps.n, 0, item->is.item);
	if (c)
		agreement_take(
			&standing, c->followed.at, c->followed.n, s->is.number, item->is.item);
	if (!vote || vote->state != VOTE_IS_CLOSED || vote->outcome == OUTCOME_TIE_AGAIN)
		return standing;
	standing.refused = !outcome_adopted(vote->outcome);
	if (!standing.refused) {
		standing.on[STEP_APPROVED] = instant_date(vote->closed);
		standing.decision = session_decision_number(s, vote);
	}
	return standing;
}

static bool reached(const struct agreement_standing *standing, enum agreement_step step)
{
	return standing->on[step].year != 0;
}

enum agreement_step agreement_furthest(const struct agreement_standing *standing)
{
	for (int step = AGREEMENT_STEPS; step-- > 0;) {
		/* Whatever was answered last counts of a visa that was refused and given. */
		if (step == STEP_VISA_REFUSED && reached(standing, STEP_VISA_GIVEN) &&
			date_compare(standing->on[STEP_VISA_GIVEN],
				standing->on[STEP_VISA_REFUSED]) >= 0)
			continue;
		if (reached(standing, (enum agreement_step)step))
			return (enum agreement_step)step;
	}
	return AGREEMENT_STEPS;
}

static bool ended(const struct agreement_standing *standing)
{
	return reached(standing, STEP_COMPLETED) || reached(standing, STEP_TERMINATED);
}

bool agreement_unsigned(const struct agreement_standing *standing)
{
	return reached(standing, STEP_APPROVED) && !reached(standing, STEP_SIGNED) &&
	       !reached(standing, STEP_IN_FORCE) && !ended(standing);
}

bool agreement_awaits_visa(const struct agreement_standing *standing)
{
	return reached(standing, STEP_VISA_ASKED) && !reached(standing, STEP_VISA_GIVEN) &&
	       !reached(standing, STEP_VISA_REFUSED) && !reached(standing, STEP_IN_FORCE) &&
	       !ended(standing);
}

bool agreement_signed_early(const struct agreement_standing *standing)
{
	return reached(standing, STEP_SIGNED) &&
	       (!reached(standing, STEP_APPROVED) ||
		       date_compare(standing->on[STEP_SIGNED], standing->on[STEP_APPROVED]) < 0);
}

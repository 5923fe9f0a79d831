/* Agreements in words: kind and parent, roles, state, and each fact in one short sentence. */
#include "model/agreement.h"
#include "model/describe_part.h"

static struct message kind_words(const struct agreement_described *is, struct arena *a)
{
	struct both title = {is->parent_ar, is->parent_fr};
	struct arg kind = A_MSG("kind", keep(a, name_label(agreement_kind_names, is->kind)));
	struct arg parent = A_BOTH("parent", title);

	if (!both_any(title))
		return name_label(agreement_kind_names, is->kind);
	if (is->kind == AGREEMENT_ADDENDUM)
		return MSG(
			"{kind} no. {n} to “{parent}”", kind, A_DIGITS("n", is->addendum), parent);
	switch ((enum agreement_link)is->link) {
	case LINK_IMPLEMENTS:
		return MSG("{kind}, implements “{parent}”", kind, parent);
	case LINK_AMENDS:
		return MSG("{kind}, amends “{parent}”", kind, parent);
	case LINK_REPLACES:
		return MSG("{kind}, replaces “{parent}”", kind, parent);
	case LINK_ANNEX:
		return MSG("{kind}, annex of “{parent}”", kind, parent);
	case LINK_NONE:
		break;
	}
	return name_label(agreement_kind_names, is->kind);
}

struct message agreement_kind_words(const struct item *item, struct arena *a)
{
	if (!item->n_about)
		return name_label(item_kind_names, item->is.kind);
	return kind_words(&item->about, a);
}

struct message agreement_roles(const struct party_set *party, struct arena *a)
{
	struct message *two = ARENA_ARRAY(a, struct message, 2);

	if (party->role == ROLE_NONE)
		return NO_MESSAGE;
	two[0] = name_label(party_role_names, party->role);
	two[1] = name_label(party_role_names, party->also);
	return MSG("{roles}", A_LIST("roles", two, party->also == ROLE_NONE ? 1 : 2));
}

struct message agreement_state_words(const struct agreement_standing *standing)
{
	static const char *const states[] = {
		[STEP_SUBMITTED] = CTX("agreement", "submitted"),
		[STEP_APPROVED] = CTX("agreement", "approved"),
		[STEP_INITIALLED] = CTX("agreement", "initialled"),
		[STEP_SIGNED] = CTX("agreement", "signed"),
		[STEP_VISA_ASKED] = CTX("agreement", "visa awaited"),
		[STEP_VISA_GIVEN] = CTX("agreement", "visa given"),
		[STEP_VISA_REFUSED] = CTX("agreement", "visa refused"),
		[STEP_IN_FORCE] = CTX("agreement", "in force"),
		[STEP_COMPLETED] = CTX("agreement", "completed"),
		[STEP_TERMINATED] = CTX("agreement", "terminated"),
		[AGREEMENT_STEPS] = CTX("agreement", "draft"),
	};
	enum agreement_step step = agreement_furthest(standing);

	if (standing->refused && (step == STEP_SUBMITTED || step == AGREEMENT_STEPS))
		return TEXT(CTX("agreement", "refused"));
	return TEXT(states[step]);
}

struct message agreement_gap_words(struct agreement_sums sums)
{
	if (sums.gap > 0)
		return MSG("{amount} to be raised", A_MONEY("amount", sums.gap));
	if (sums.gap < 0)
		return MSG("{amount} beyond the total amount", A_MONEY("amount", -sums.gap));
	return TEXT("nothing to be raised");
}

struct message agreement_duration(const struct agreement_described *is)
{
	if (!is->months)
		return NO_MESSAGE;
	if (is->months % 12 == 0)
		return MSGN("{n} year", "{n} years", is->months / 12);
	return MSGN("{n} month", "{n} months", is->months);
}

struct message agreement_step_words(const struct agreement_stepped *is, struct arena *a)
{
	struct both who = {is->who_ar, is->who_fr}, place = {is->place_ar, is->place_fr};
	struct message words = MSG("{step} on {date}",
		A_MSG("step", keep(a, name_label(agreement_step_names, is->step))),
		A_DATE("date", is->date));

	if (both_any(place))
		words = MSG("{step}, in {place}", A_MSG("step", keep(a, words)),
			A_BOTH("place", place));
	if (both_any(who))
		words = MSG("{step}, by {who}", A_MSG("step", keep(a, words)), A_BOTH("who", who));
	if (is->note.n)
		words = MSG(
			"{step} ({note})", A_MSG("step", keep(a, words)), A_STR("note", is->note));
	return words;
}

/* --- facts --- */

static struct message about_party(const struct party_set *party, struct arena *a)
{
	struct both name = agreement_party_name(party), kind = agreement_in_kind(party);
	struct message roles = agreement_roles(party, a);
	struct message words = MSG("party to the agreement: {name}", A_BOTH("name", name));

	if (roles.id)
		words = MSG("{party}, {roles}", A_MSG("party", keep(a, words)),
			A_MSG("roles", keep(a, roles)));
	if (party->amount)
		words = MSG("{party}, {amount}", A_MSG("party", keep(a, words)),
			A_MONEY("amount", party->amount));
	if (both_any(kind))
		words = MSG("{party}, in kind: {kind}", A_MSG("party", keep(a, words)),
			A_BOTH("kind", kind));
	return words;
}

static struct message about_described(const struct agreement_described *is, struct arena *a)
{
	const struct message *kind = keep(a, kind_words(is, a));

	if (!is->total)
		return MSG("agreement described: {kind}", A_MSG("kind", kind));
	return MSG("agreement described: {kind}, {amount} in all", A_MSG("kind", kind),
		A_MONEY("amount", is->total));
}

struct message agreement_describe(const struct session *s, const struct event *e, struct arena *a)
{
	const struct agreement_stepped *step = &e->body.agreement_stepped;
	struct both title = {step->title_ar, step->title_fr};
	const struct item *item;

	if (e->type == EVENT_AGREEMENT_DESCRIBED)
		return about_described(&e->body.agreement_described, a);
	if (e->type == EVENT_PARTY_SET)
		return about_party(&e->body.party_set, a);
	if (e->type == EVENT_PARTY_REMOVED)
		return TEXT("party taken out of the agreement");
	item = step->session ? NULL : session_item(s, step->item);
	return MSG("{title}: {step}", A_BOTH("title", item ? item_short(item) : title),
		A_MSG("step", keep(a, agreement_step_words(step, a))));
}

struct message agreement_share_words(const struct session *s, const struct message *name,
	const struct motion_moved *m, struct arena *a)
{
	const struct item *item = session_item(s, m->item);
	const struct party_set *party = item ? agreement_party(item, m->party) : NULL;
	struct arg motion = A_MSG("motion", name), amount = A_MONEY("amount", m->amount);

	(void)a;
	if (!party)
		return MSG("{motion}: {amount} in all", motion, amount);
	return MSG("{motion}: {amount} for {party}", motion, amount,
		A_BOTH("party", agreement_party_name(party)));
}

/* An agreement in the minutes: what it is, who contributes what and what is still to be raised, as
 * it was submitted and as it was amended, and what happened to it outside the vote. */
#include "model/minutes_part.h"

#include "model/agreement.h"

static void figures(
	const struct minutes *m, struct node *table, struct message title, int64_t amount)
{
	struct node *row = minutes_row(m, table);

	row->strong = true;
	minutes_cell(m, row, NODE_START, title);
	minutes_cell(m, row, NODE_START, NO_MESSAGE);
	minutes_cell(m, row, NODE_END, MSG(minutes_whole, A_MONEY("it", amount)));
}

static struct message amount_or_dash(int64_t amount)
{
	return amount ? MSG(minutes_whole, A_MONEY("it", amount))
		      : MSG(minutes_whole, A_STR("it", STR("\u2013")));
}

static struct message contribution(
	const struct minutes *m, const struct party_set *party, int64_t amount)
{
	struct message kind = MSG("in kind: {kind}", A_BOTH("kind", agreement_in_kind(party)));

	if (!agreement_brings_kind(party))
		return amount_or_dash(amount);
	if (!amount)
		return kind;
	return MSG("{amount}, and {kind}", A_MONEY("amount", amount),
		A_MSG("kind", minutes_keep(m, kind)));
}

static struct message party_words(const struct minutes *m, const struct party_set *party)
{
	struct message name = MSG(minutes_whole, A_BOTH("it", agreement_party_name(party)));

	return party->chamber ? MSG("{party} (the chamber)", A_MSG("party", minutes_keep(m, name)))
			      : name;
}

/* The table as things stood before act N. */
static void table_of(
	const struct minutes *m, struct node *parent, const struct item *item, uint32_t n)
{
	static const char *const header[] = {N_("Party"), N_("Role"), N_("Contribution")};
	static const int widths[] = {44, 26, 30};
	struct agreement_sums sums = agreement_sums(m->s, item, n);
	struct node *table;

	if (!item->parties.n)
		return;
	table = minutes_table(m, parent, 3, widths, header);
	for (size_t i = 0; i < item->parties.n; i++) {
		const struct party_set *party = &item->parties.at[i];
		struct node *row = minutes_row(m, table);

		minutes_cell(m, row, NODE_START, party_words(m, party));
		minutes_cell(m, row, NODE_START, agreement_roles(party, m->a));
		minutes_cell(m, row, NODE_END,
			contribution(m, party, agreement_amount(m->s, item, party->party, n)));
	}
	if (sums.sum || sums.total)
		figures(m, table, TEXT("Contributions in money"), sums.sum);
	if (sums.gap > 0)
		figures(m, table, TEXT("Still to be raised"), sums.gap);
	if (sums.gap < 0)
		figures(m, table, TEXT("Beyond the total amount"), -sums.gap);
	if (sums.total)
		figures(m, table, TEXT("Total amount"), sums.total);
}

static void total_words(const struct minutes *m, struct node *parent, struct agreement_sums sums)
{
	if (!sums.total)
		return;
	minutes_text(m, parent,
		MSG("The total amount of the agreement is {amount} ({words}).",
			A_MONEY("amount", sums.total), A_MONEYW("words", sums.total)));
	if (sums.gap > 0)
		minutes_text(m, parent,
			MSG("The contributions leave {amount} ({words}) to be raised.",
				A_MONEY("amount", sums.gap), A_MONEYW("words", sums.gap)));
	else if (sums.gap < 0)
		minutes_text(m, parent,
			MSG("The contributions exceed the total amount by {amount} ({words}).",
				A_MONEY("amount", -sums.gap), A_MONEYW("words", -sums.gap)));
	else
		minutes_text(m, parent, TEXT("The contributions make up the total amount."));
}

static void what_it_is(const struct minutes *m, struct node *parent, const struct item *item)
{
	const struct agreement_described *is = &item->about;
	struct both subject = {is->subject_ar, is->subject_fr};
	struct message duration = agreement_duration(is);

	minutes_text(m, parent,
		MSG("Kind: {kind}.",
			A_MSG("kind", minutes_keep(m, agreement_kind_words(item, m->a)))));
	if (is->reference.n)
		minutes_text(m, parent, MSG("Reference: {it}.", A_STR("it", is->reference)));
	if (both_any(subject))
		minutes_text(m, parent, MSG("Subject: {it}.", A_BOTH("it", subject)));
	if (duration.id)
		minutes_text(
			m, parent, MSG("Duration: {it}.", A_MSG("it", minutes_keep(m, duration))));
	if (is->line.n && is->year)
		minutes_text(m, parent,
			MSG("Budget line: {line} of the budget of {year}.", A_STR("line", is->line),
				A_DIGITS("year", is->year)));
	else if (is->line.n)
		minutes_text(m, parent, MSG("Budget line: {line}.", A_STR("line", is->line)));
}

void minutes_agreement(const struct minutes *m, struct node *parent, const struct item *item)
{
	if (!agreement_known(item))
		return;
	minutes_heading(m, parent, 3, TEXT("The agreement, its parties and their contributions"));
	if (item->n_about)
		what_it_is(m, parent, item);
	table_of(m, parent, item, 0);
	total_words(m, parent, agreement_sums(m->s, item, 0));
}

/* --- amendments of the amounts --- */

void minutes_agreement_motion(
	const struct minutes *m, struct node *parent, const struct motion *motion)
{
	const struct motion_moved *is = &motion->is;
	const struct item *item = session_item(m->s, is->item);
	const struct vote *vote = motion_vote(m->s, motion);
	/* As things stood when it was voted. */
	uint32_t n = vote && vote->state == VOTE_IS_CLOSED ? vote->n_closed : AGREEMENT_NOW;
	const struct party_set *party;
	struct agreement_sums before, after;
	int64_t was;

	if (is->kind != MOTION_SHARE)
		return;
	party = agreement_party(item, is->party);
	was = agreement_amount(m->s, item, is->party, n);
	minutes_text(m, parent,
		party ? MSG("Contribution of {party}: {before} becomes {after} ({words}).",
				A_BOTH("party", agreement_party_name(party)),
				A_MONEY("before", was), A_MONEY("after", is->amount),
				A_MONEYW("words", is->amount))
		      : MSG("Total amount: {before} becomes {after} ({words}).",
				A_MONEY("before", was), A_MONEY("after", is->amount),
				A_MONEYW("words", is->amount)));
	before = agreement_sums(m->s, item, n);
	after = agreement_sums_with(m->s, item, is, n);
	if (before.total && after.total)
		minutes_text(m, parent,
			MSG("Before the amendment: {before}; with it: {after}.",
				A_MSG("before", minutes_keep(m, agreement_gap_words(before))),
				A_MSG("after", minutes_keep(m, agreement_gap_words(after)))));
}

void minutes_agreement_amended(
	const struct minutes *m, struct node *parent, const struct item *item)
{
	if (!agreement_known(item) || !agreement_amended(m->s, item))
		return;
	minutes_heading(m, parent, 3, TEXT("Parties and contributions as amended"));
	table_of(m, parent, item, AGREEMENT_NOW);
	total_words(m, parent, agreement_sums(m->s, item, AGREEMENT_NOW));
}

/* --- outside the vote --- */

static void steps(const struct minutes *m, struct node *parent, const struct agreement_act *acts,
	size_t n, bool named)
{
	struct node *list = node_add(m->a, parent, NODE_LIST, NO_MESSAGE);

	for (size_t i = 0; i < n; i++) {
		const struct agreement_stepped *is = &acts[i].is;
		struct both title = {is->title_ar, is->title_fr};
		struct message words = agreement_step_words(is, m->a);

		if (named)
			words = MSG("{title}: {step}", A_BOTH("title", title),
				A_MSG("step", minutes_keep(m, words)));
		minutes_acts(node_add(m->a, list, NODE_LIST_ITEM, words), acts[i].n, acts[i].n);
	}
}

void minutes_agreement_steps(const struct minutes *m, struct node *parent, const struct item *item)
{
	struct agreement_standing standing;

	if (!item->steps.n)
		return;
	minutes_heading(m, parent, 3, TEXT("Follow-up of the agreement"));
	steps(m, parent, item->steps.at, item->steps.n, false);
	standing = agreement_standing(m->s, item, NULL);
	if (agreement_signed_early(&standing) && standing.on[STEP_APPROVED].year)
		minutes_text(m, parent,
			MSG("It was signed on {signed}, before the assembly approved it.",
				A_DATE("signed", standing.on[STEP_SIGNED])));
}

void minutes_agreements_followed(const struct minutes *m, struct node *parent)
{
	struct node *section;

	if (!m->s->followed.n)
		return;
	section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	minutes_heading(m, section, 2, TEXT("Agreements of earlier sessions"));
	steps(m, section, m->s->followed.at, m->s->followed.n, true);
}

/* --- the agreements approved, at a glance --- */

void minutes_agreements(const struct minutes *m, struct node *parent)
{
	static const char *const header[] = {N_("Decision"), N_("Agreement"), N_("Total amount"),
		N_("Share of the chamber"), N_("Still to be raised")};
	static const int widths[] = {14, 38, 16, 16, 16};
	size_t all;
	const struct vote **votes = session_decisions(m->s, &all, m->a);
	struct node *table = NULL, *section;

	for (size_t i = 0; i < all; i++) {
		const struct item *item = session_item(m->s, votes[i]->id.item);
		struct agreement_sums sums;
		struct node *row;

		if (votes[i]->motion || !item || item->is.kind != ITEM_AGREEMENT)
			continue;
		if (!table) {
			section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
			minutes_heading(m, section, 1, TEXT("Annex: agreements approved"));
			table = minutes_table(m, section, 5, widths, header);
		}
		sums = agreement_sums(m->s, item, AGREEMENT_NOW);
		row = minutes_row(m, table);
		minutes_acts(row, votes[i]->n_closed, votes[i]->n_closed);
		minutes_cell(m, row, NODE_START,
			MSG("No. {number}", A_DIGITS("number", (int64_t)i + 1)));
		minutes_cell(m, row, NODE_START,
			item->n_about ? MSG("{title} ({kind})", A_BOTH("title", item_short(item)),
						A_MSG("kind", minutes_keep(m, agreement_kind_words(
										      item, m->a))))
				      : MSG(minutes_whole, A_BOTH("it", item_short(item))));
		minutes_cell(m, row, NODE_END, amount_or_dash(sums.total));
		minutes_cell(m, row, NODE_END, amount_or_dash(sums.chamber));
		minutes_cell(m, row, NODE_END, amount_or_dash(sums.gap));
	}
}

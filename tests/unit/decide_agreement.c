/* Agreements: what they are, their parties, amounts and the gap, their standing still from the vote
 * on, amendments of amounts, and what happens to them outside the vote. */
#include "model/agreement.h"
#include "model/follow_up.h"
#include "tests/assembly.h"

static const struct item *agreement_of(const struct assembly *t)
{
	return session_item(&t->session, 1);
}

static struct agreement_sums sums_of(const struct assembly *t)
{
	return agreement_sums(&t->session, agreement_of(t), AGREEMENT_NOW);
}

static struct agreement_standing standing_of(const struct assembly *t)
{
	return agreement_standing(&t->session, agreement_of(t), &t->chamber);
}

#define STATE   "agreement.party item=1 name_fr=\"Secrétariat d’État\" role=funder amount=6000000"
#define REGION  "agreement.party item=1 name_fr=Région role=funder amount=4000000"
#define CHAMBER "agreement.party item=1 chamber=yes role=partner also=host amount=1500000"

/* 12 million, 11.5 of them brought; item 1 of five. */
static void with_parties(struct assembly *t)
{
	assembly_session(t, 5);
	given(t, "agreement.describe item=1 kind=special total=12000000 months=36", STATE, REGION,
		CHAMBER);
}

static void open_and_presented(struct assembly *t)
{
	with_parties(t);
	assembly_meet(t);
	given(t, "item.open item=1", "item.present");
}

static void the_contributions_are_held_against_the_total(void **state)
{
	struct assembly *t = *state;

	with_parties(t);
	assert_int_equal(sums_of(t).total, 1200000000);
	assert_int_equal(sums_of(t).sum, 1150000000);
	assert_int_equal(sums_of(t).gap, 50000000);
	assert_int_equal(sums_of(t).chamber, 150000000);
	given(t, "agreement.party item=1 party=2 name_fr=Région role=funder amount=5000000");
	assert_int_equal(sums_of(t).gap, -50000000); /* more than the total: shown, not refused */
	assert_int_equal(agreement_of(t)->parties.n, 3);
}

static void without_a_total_there_is_no_gap(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, STATE);
	assert_int_equal(sums_of(t).sum, 600000000);
	assert_int_equal(sums_of(t).gap, 0);
	assert_true(agreement_known(agreement_of(t)));
}

static void parties_stand_in_their_order(void **state)
{
	struct assembly *t = *state;
	const struct party_set *first;

	with_parties(t);
	then(t, "agreement.party item=1 name_fr=Ville role=host at=1", "agreement.party_set");
	first = agreement_party_at(agreement_of(t), 1);
	assert_true(str_is(first->name_fr, "Ville"));
	assert_int_equal(first->party, 4);
	given(t, "agreement.party item=1 party=1 name_fr=Ville role=host at=4");
	assert_int_equal(agreement_party_at(agreement_of(t), 4)->party, 4);
	assert_int_equal(agreement_party_at(agreement_of(t), 1)->party, 1);
	then(t, "agreement.drop item=1 party=2", "agreement.party_removed");
	assert_null(agreement_party(agreement_of(t), 2));
	given(t, "agreement.party item=1 name_fr=Province role=partner");
	assert_int_equal(agreement_party_at(agreement_of(t), 4)->party, 5); /* no key twice */
}

static void the_chamber_is_one_of_them_and_has_its_name(void **state)
{
	struct assembly *t = *state;
	const struct party_set *chamber;

	with_parties(t);
	chamber = agreement_chamber(agreement_of(t));
	assert_true(str_equal(chamber->name_ar, t->session.is.head.name_ar));
	assert_int_equal(chamber->also, ROLE_HOST);
	refused(t, "agreement.party item=1 name_fr=Autre chamber=yes role=host", "second-chamber");
}

static void a_party_is_checked(void **state)
{
	struct assembly *t = *state;

	with_parties(t);
	refused(t, "agreement.party item=2 name_fr=X role=host", "not-agreement");
	refused(t, "agreement.party item=1 role=host", "no-party-name");
	refused(t, "agreement.party item=1 name_fr=X role=none", "no-role");
	refused(t, "agreement.party item=1 name_fr=X role=host also=host", "same-role");
	refused(t, "agreement.party item=1 name_fr=Région role=host", "party-known");
	refused(t, "agreement.party item=1 party=9 name_fr=X role=host", "unknown-party");
	refused(t, "agreement.party item=1 name_fr=X role=host at=5", "bad-party-place");
	refused(t, "agreement.drop item=1 party=4", "unknown-party");
	then(t, "agreement.party item=1 name_fr=X role=host amount=-5", "grammar");
	given(t, "agreement.party item=1 name_fr=X role=host kind_fr=terrain"); /* in kind alone */
}

static void there_are_at_most_ninety_nine(void **state)
{
	struct assembly *t = *state;
	char line[100];

	assembly_session(t, 5);
	for (int i = 1; i <= AGREEMENT_PARTIES_MAX; i++) {
		(void)snprintf(line, sizeof line,
			"agreement.party item=1 name_fr=P%d role=partner amount=10000000000000", i);
		given(t, line);
	}
	refused(t, "agreement.party item=1 name_fr=X role=host", "too-many-parties");
	assert_true(sums_of(t).sum > 0);
}

static void an_agenda_without_agreement_has_no_parties(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "item.remove item=1");
	assert_string_equal(assembly_offer(t, CMD_AGREEMENT_PARTY), "no-agreement");
	refused(t, "agreement.party item=1 name_fr=X role=host", "no-agreement");
}

static void addenda_are_numbered_under_their_parent(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "item.add kind=agreement title_fr=A1", "item.add kind=agreement title_fr=A2",
		"agreement.describe item=6 kind=addendum parent=1");
	assert_int_equal(session_item(&t->session, 6)->about.addendum, 1);
	assert_int_equal(session_item(&t->session, 6)->about.link, LINK_AMENDS);
	assert_true(str_is(session_item(&t->session, 6)->about.parent_fr, "Convention"));
	refused(t, "agreement.describe item=7 kind=addendum parent=1 addendum=1", "addendum-taken");
	given(t, "agreement.describe item=7 kind=addendum parent=1");
	assert_int_equal(session_item(&t->session, 7)->about.addendum, 2);
	given(t, "agreement.describe item=7 kind=addendum parent_fr=Ancienne");
	assert_int_equal(session_item(&t->session, 7)->about.addendum, 1);
}

static void a_parent_is_checked(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "item.add kind=agreement title_fr=A1");
	refused(t, "agreement.describe item=6 kind=addendum", "no-parent");
	refused(t, "agreement.describe item=6 kind=special link=implements", "no-parent");
	refused(t, "agreement.describe item=6 kind=special parent=1", "no-link");
	refused(t, "agreement.describe item=6 kind=special addendum=2", "addendum-kind");
	refused(t, "agreement.describe item=6 kind=special link=implements parent=2",
		"parent-kind");
	refused(t, "agreement.describe item=6 kind=special link=implements parent=9",
		"parent-kind");
	refused(t, "agreement.describe item=6 kind=special link=implements parent=6", "own-parent");
	refused(t, "agreement.describe item=6 kind=special link=implements session=7 parent=1",
		"unknown-session");
	given(t, "agreement.describe item=6 kind=special link=implements parent=1");
	refused(t, "agreement.describe item=1 kind=framework link=implements parent=6",
		"own-parent"); /* round about */
}

static void from_the_vote_on_it_stands_still(void **state)
{
	struct assembly *t = *state;

	open_and_presented(t);
	given(t, "agreement.party item=1 party=2 name_fr=Région role=funder amount=4100000",
		"vote.open kind=hands");
	refused(t, "agreement.describe item=1 kind=special total=1", "item-treated");
	refused(t, CHAMBER, "item-treated");
	refused(t, "agreement.drop item=1 party=1", "item-treated");
	given(t, "vote.count against=0 abstain=0", "vote.close");
	refused(t, "agreement.describe item=1 kind=special total=1", "item-treated");
	/* Nor does a fact of another program change it. */
	assert_false(assembly_force(t, EVENT_PARTY_REMOVED, &(struct party_removed){1, 1}));
}

static void an_amendment_changes_an_amount_once_adopted(void **state)
{
	struct assembly *t = *state;

	open_and_presented(t);
	then(t, "motion.move kind=share member=3 party=2 amount=4500000", "motion.moved");
	assert_int_equal(sums_of(t).gap, 50000000);
	assert_int_equal(agreement_sums_with(&t->session, agreement_of(t),
				 &t->session.motions.at[0].is, AGREEMENT_NOW)
				 .gap,
		0);
	refused(t, "agreement.drop item=1 party=2", "motion-waits");
	given(t, "vote.unanimous motion=1", "vote.announce");
	assert_int_equal(sums_of(t).gap, 0);
	assert_true(agreement_amended(&t->session, agreement_of(t)));
	assert_int_equal(agreement_of(t)->parties.at[1].amount, 400000000); /* as submitted */
	given(t, "motion.move kind=share member=3 amount=13000000", "vote.unanimous motion=2",
		"vote.announce");
	assert_int_equal(sums_of(t).gap, 100000000);
	refused(t, "vote.void vote=1/1 reason=x", "voted-on");
	given(t, "motion.move kind=share member=3 party=2 amount=5000000",
		"vote.open kind=named motion=3", "vote.all value=against", "vote.close",
		"vote.announce");
	assert_int_equal(
		agreement_amount(&t->session, agreement_of(t), 2, AGREEMENT_NOW), 450000000);
	then(t, "vote.unanimous", "vote.opened vote.all_marked vote.closed");
}

static void an_amendment_of_amounts_is_checked(void **state)
{
	struct assembly *t = *state;

	open_and_presented(t);
	refused(t, "motion.move kind=share member=3 party=2 amount=4000000", "same-amount");
	refused(t, "motion.move kind=share member=3 party=7 amount=1", "unknown-party");
	refused(t, "motion.move kind=share party=2 amount=1", "no-mover");
	refused(t, "motion.move kind=thanks title_fr=Merci party=2", "not-a-share");
	refused(t, "motion.move kind=share member=3 line=2 amount=1", "not-a-transfer");
	given(t, "vote.unanimous", "vote.announce", "item.open item=3", "item.present");
	refused(t, "motion.move kind=share member=3 amount=1", "no-parties");
}

static void a_step_has_its_day_and_who(void **state)
{
	struct assembly *t = *state;

	with_parties(t);
	refused(t, "agreement.step item=1 step=approved", "voted-not-typed");
	refused(t, "agreement.step item=1 step=signed", "no-who");
	refused(t, "agreement.step item=1 step=signed who_fr=X date=2999-01-01", "future-date");
	refused(t, "agreement.step item=2 step=submitted", "not-agreement");
	refused(t, "agreement.step session=8 item=1 step=submitted", "unknown-session");
	then(t, "agreement.step item=1 step=submitted date=2024-12-20", "agreement.stepped");
	asked(t, "agreement.step item=1 step=submitted date=2024-12-21", "step-again");
	given(t, "agreement.step item=1 step=submitted date=2024-12-21 confirm=step-again");
	assert_int_equal(standing_of(t).on[STEP_SUBMITTED].day, 21);
	assert_int_equal(agreement_of(t)->steps.n, 2); /* both stay */
}

/* What is never typed is not taken from another program either. */
static void approval_is_no_fact_of_its_own(void **state)
{
	struct assembly *t = *state;
	struct agreement_stepped is = {.item = 1, .step = STEP_APPROVED, .date = {2024, 12, 30}};

	with_parties(t);
	assert_false(assembly_force(t, EVENT_AGREEMENT_STEPPED, &is));
}

static void how_far_it_has_come_follows_from_vote_and_steps(void **state)
{
	struct assembly *t = *state;
	struct agreement_standing standing;

	open_and_presented(t);
	standing = standing_of(t);
	assert_int_equal(agreement_furthest(&standing), AGREEMENT_STEPS);
	given(t, "agreement.step item=1 step=signed who_fr=\"le président\" date=2024-12-20");
	standing = standing_of(t);
	assert_true(agreement_signed_early(&standing));
	given(t, "vote.unanimous", "vote.announce");
	standing = standing_of(t);
	assert_int_equal(standing.decision, 1);
	assert_int_equal(agreement_furthest(&standing), STEP_SIGNED);
	assert_true(agreement_signed_early(&standing)); /* then ratified */
	assert_false(agreement_unsigned(&standing));
	given(t, "agreement.step item=1 step=visa-asked");
	standing = standing_of(t);
	assert_true(agreement_awaits_visa(&standing));
	given(t, "agreement.step item=1 step=visa-given who_fr=tutelle note=12");
	standing = standing_of(t);
	assert_false(agreement_awaits_visa(&standing));
	assert_int_equal(agreement_furthest(&standing), STEP_VISA_GIVEN);
}

static void a_refused_one_is_not_approved(void **state)
{
	struct assembly *t = *state;
	struct agreement_standing standing;

	open_and_presented(t);
	given(t, "vote.open kind=named", "vote.all value=against", "vote.close", "vote.announce");
	standing = standing_of(t);
	assert_true(standing.refused);
	assert_int_equal(standing.on[STEP_APPROVED].year, 0);
	assert_false(agreement_unsigned(&standing));
	assert_string_equal(agreement_state_words(&standing).id, CTX("agreement", "refused"));
}

static void an_approved_one_is_followed_until_it_is_signed(void **state)
{
	struct assembly *t = *state;
	struct due due[DUE_MAX];
	size_t before, after;

	open_and_presented(t);
	given(t, "vote.unanimous", "vote.announce", "sitting.close cause=done confirm=untreated");
	before = follow_up_agreements(&t->session, &t->chamber, due, DUE_MAX);
	given(t, "agreement.step item=1 step=signed who_fr=X");
	after = follow_up_agreements(&t->session, &t->chamber, due, DUE_MAX);
	assert_int_equal(before, after + 1);
}

/* Whatever was written of it beforehand: the assembly approved it, so it is to be signed. */
static void one_that_was_never_described_is_followed_too(void **state)
{
	struct assembly *t = *state;
	struct agreement_standing standing;
	struct due due[DUE_MAX];

	assembly_item(t, 5);
	assert_false(agreement_known(agreement_of(t)));
	given(t, "vote.unanimous", "vote.announce", "sitting.close cause=done confirm=untreated");
	standing = standing_of(t);
	assert_true(agreement_unsigned(&standing));
	assert_int_equal(follow_up_agreements(&t->session, &t->chamber, due, DUE_MAX), 1);
	assert_string_equal(due[0].what.id, "agreement to be signed: {title}");
	given(t, "agreement.step item=1 step=signed who_fr=X");
	assert_int_equal(follow_up_agreements(&t->session, &t->chamber, due, DUE_MAX), 0);
}

/* After the record is closed steps go into the register of the chamber, or into a later session. */
static void a_closed_record_is_followed_elsewhere(void **state)
{
	struct assembly *t = *state, later;
	struct agreement_standing standing;
	struct signer signers[] = {
		{.role = SIGNER_SECRETARY, .member = 2}, {.role = SIGNER_PRESIDENT, .member = 1}};
	struct command freeze = command_of(CMD_RECORD_FREEZE);

	open_and_presented(t);
	given(t, "vote.unanimous", "vote.announce", "sitting.close cause=done confirm=untreated");
	refused(t, "agreement.follow session=1 item=1 step=signed who_fr=X", "record-open");
	freeze.arg.record_freeze.signers = (struct list){signers, ARRAY_LEN(signers)};
	assert_int_equal(assembly_send(t, &freeze), VERDICT_DONE);
	refused(t, "agreement.step item=1 step=signed who_fr=X", "frozen");
	refused(t, "agreement.follow session=4 item=1 step=signed who_fr=X", "unknown-session");
	then(t, "agreement.follow session=1 item=1 step=signed who_fr=X", "agreement.stepped");
	asked(t, "agreement.follow session=1 item=1 step=signed who_fr=X", "step-again");
	standing = standing_of(t);
	assert_int_equal(agreement_furthest(&standing), STEP_SIGNED);
	assert_true(str_is(t->chamber.followed.at[0].is.title_fr, "Convention"));

	assembly_open(&later);
	assembly_chamber(&later, 5);
	given(&later, "session.create kind=ordinary year=2025 month=2 number=2");
	later.world.from = &t->session;
	then(&later, "agreement.step session=1 item=1 step=visa-asked", "agreement.stepped");
	asked(&later, "agreement.step session=1 item=1 step=visa-asked", "step-again");
	then(&later, "item.add kind=agreement title_fr=Avenant", "item.added");
	given(&later, "agreement.describe item=1 kind=addendum session=1 parent=1");
	later.world.from = NULL;
	assert_int_equal(session_item(&later.session, 1)->about.parent_session, 1);
	assert_int_equal(later.session.followed.n, 1);
	agreement_take(&standing, later.session.followed.at, later.session.followed.n, 1, 1);
	assert_true(agreement_awaits_visa(&standing));
	assembly_close(&later);
}

static void what_a_session_leaves_is_carried_with_its_parties(void **state)
{
	struct assembly *t = *state, later;
	const struct item *item;

	with_parties(t);
	assembly_meet(t);
	given(t, "agreement.drop item=1 party=1", "item.open item=1",
		"item.postpone reason=dossier to=next-session",
		"sitting.close cause=done confirm=untreated");
	assembly_open(&later);
	assembly_chamber(&later, 5);
	given(&later, "session.create kind=ordinary year=2025 month=2 number=2");
	later.world.from = &t->session;
	given(&later, "item.carry session=1 item=1");
	later.world.from = NULL;
	item = session_item(&later.session, 1);
	assert_int_equal(item->about.total, 1200000000);
	assert_int_equal(item->parties.n, 2);
	assert_int_equal(item->last_party, 2);
	assert_true(str_is(item->parties.at[0].name_fr, "Région"));
	assembly_whole(&later);
	assembly_close(&later);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(the_contributions_are_held_against_the_total),
		CASE(without_a_total_there_is_no_gap),
		CASE(parties_stand_in_their_order),
		CASE(the_chamber_is_one_of_them_and_has_its_name),
		CASE(a_party_is_checked),
		CASE(there_are_at_most_ninety_nine),
		CASE(an_agenda_without_agreement_has_no_parties),
		CASE(addenda_are_numbered_under_their_parent),
		CASE(a_parent_is_checked),
		CASE(from_the_vote_on_it_stands_still),
		CASE(an_amendment_changes_an_amount_once_adopted),
		CASE(an_amendment_of_amounts_is_checked),
		CASE(a_step_has_its_day_and_who),
		CASE(approval_is_no_fact_of_its_own),
		CASE(how_far_it_has_come_follows_from_vote_and_steps),
		CASE(a_refused_one_is_not_approved),
		CASE(an_approved_one_is_followed_until_it_is_signed),
		CASE(one_that_was_never_described_is_followed_too),
		CASE(a_closed_record_is_followed_elsewhere),
		CASE(what_a_session_leaves_is_carried_with_its_parties),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}

/* Deciding what is taken back, and the record: freezing, signing, withdrawing. */
#include <string.h>

#include "locale/format.h"
#include "model/describe.h"
#include "model/presence.h"
#include "tests/arena.h"
#include "tests/minuted.h"

static uint32_t last_act(const struct assembly *t)
{
	return t->session_lines.n - 1;
}

static const char *take_back(struct assembly *t, uint32_t act)
{
	char line[100];

	(void)snprintf(line, sizeof line, "correction.make event=%u reason=\"خطأ\"", act);
	return assembly_say(t, line);
}

/* --- taking back --- */

static void an_act_taken_back_is_as_if_it_had_not_happened(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "attendance.left member=3");
	assert_false(session_count(&t->session, PRESENCE_HERE) == 3);
	assert_string_equal(take_back(t, last_act(t)), "act.corrected");
	assert_int_equal(session_count(&t->session, PRESENCE_HERE), 3);
	assert_true(t->session.struck.at[last_act(t) - 1]);
	assert_int_equal(t->session.log.n, t->session_lines.n); /* nothing is erased */
}

static void there_is_nothing_to_take_back_at_the_beginning(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 1);
	given(t, "session.create kind=ordinary year=2024 month=10");
	refused(t, "correction.make event=1 reason=r", "nothing");
}

static void only_what_happened_is_taken_back_and_only_once(void **state)
{
	struct assembly *t = *state;
	uint32_t act;

	assembly_session(t, 1);
	refused(t, "correction.make event=0 reason=r", "unknown-act");
	refused(t, "correction.make event=99 reason=r", "unknown-act");
	act = last_act(t);
	assert_string_equal(take_back(t, act), "act.corrected");
	assert_string_equal(take_back(t, act), "refused taken-back");
	assert_int_equal(t->session.agenda.n, 4);
}

static void what_others_build_on_stays_until_they_are_taken_back(void **state)
{
	struct assembly *t = *state;
	uint32_t opened, presented;

	assembly_item(t, 3);
	presented = last_act(t);
	opened = presented - 1;
	assert_string_equal(take_back(t, opened), "refused needed");
	/* The sentence names the act that stands in the way. */
	assert_string_equal(t->last.why.arg[1].name, "by");
	assert_int_equal(t->last.why.arg[1].u.i, presented);
	assert_string_equal(take_back(t, presented), "act.corrected");
	assert_string_equal(take_back(t, opened), "act.corrected");
	assert_int_equal(t->session.open_item, 0);
	then(t, "item.open item=2", "item.opened");
}

static void taking_back_a_taking_back_brings_the_act_again(void **state)
{
	struct assembly *t = *state;
	const char *before;
	uint32_t undo;

	assembly_sitting(t, 3);
	given(t, "attendance.left member=3");
	before = assembly_dump(t);
	(void)take_back(t, last_act(t));
	undo = last_act(t);
	assert_string_equal(take_back(t, undo), "act.corrected");
	assert_int_equal(session_seat(&t->session, 3)->presence, PRESENCE_LEFT);
	/* And so on, as often as needed. */
	assert_string_equal(take_back(t, last_act(t)), "act.corrected");
	assert_int_equal(session_seat(&t->session, 3)->presence, PRESENCE_HERE);
	assert_string_not_equal(before, assembly_dump(t));
}

static void an_arrival_is_not_taken_back_from_under_a_vote(void **state)
{
	struct assembly *t = *state;
	uint32_t arrival;

	assembly_session(t, 3);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2",
		"attendance.present member=3");
	arrival = last_act(t);
	given(t, "quorum.record", "item.open item=1", "item.present", "vote.unanimous");
	assert_string_equal(take_back(t, arrival), "refused needed");
}

static void a_quorum_is_not_taken_back_from_under_its_figures(void **state)
{
	struct assembly *t = *state;
	uint32_t absence;

	assembly_session(t, 4);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.absent member=4",
		"attendance.all", "attendance.left member=3");
	absence = last_act(t);
	given(t, "quorum.record");
	assert_string_equal(take_back(t, absence), "refused needed");
	assert_string_equal(take_back(t, last_act(t)), "act.corrected");
	assert_string_equal(take_back(t, absence), "act.corrected");
	then(t, "quorum.record", "quorum.recorded");
	assert_int_equal(t->session.quorums.at[0].is.present, 3);
}

static void a_mark_is_not_taken_back_from_a_closed_vote(void **state)
{
	struct assembly *t = *state;
	uint32_t mark;

	assembly_item(t, 3);
	given(t, "vote.open kind=named", "vote.all value=for", "vote.cast member=3 value=against");
	mark = last_act(t);
	given(t, "vote.close");
	assert_string_equal(take_back(t, mark), "refused needed");
	assert_string_equal(take_back(t, last_act(t)), "act.corrected");
	assert_string_equal(take_back(t, mark), "act.corrected");
	given(t, "vote.close");
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_UNANIMOUS);
}

static void a_departure_is_not_taken_back_from_a_counted_vote(void **state)
{
	struct assembly *t = *state;
	uint32_t left;

	assembly_item(t, 5);
	given(t, "vote.open kind=hands", "attendance.left member=5");
	left = last_act(t);
	given(t, "vote.count against=1", "vote.close");
	assert_string_equal(take_back(t, left), "refused needed");
}

static void a_proxy_comes_back_only_to_a_holder_who_may_hold_it(void **state)
{
	struct assembly *t = *state;
	const struct rule_text one = {.key = STR("proxy.max"), .value = STR("1")};
	uint32_t ended;

	assembly_session(t, 5);
	assembly_rules(t, &one, 1);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.present member=1,2,3",
		"proxy.give from=4 to=1", "proxy.end from=4");
	ended = last_act(t);
	given(t, "proxy.give from=5 to=1");
	assert_string_equal(take_back(t, ended), "refused needed");
	assert_string_equal(take_back(t, last_act(t)), "act.corrected");
	assert_string_equal(take_back(t, ended), "act.corrected");
	assert_int_equal(session_proxies_held(&t->session, 1), 1);
}

static void a_guest_who_spoke_is_not_taken_back(void **state)
{
	struct assembly *t = *state;
	uint32_t guest, text;

	assembly_sitting(t, 3);
	given(t, "guest.note capacity=wali title_ar=الوالي");
	guest = last_act(t);
	given(t, "text.keep lang=ar part=speech guest=1 content=كلمة");
	text = last_act(t);
	assert_string_equal(take_back(t, guest), "refused needed");
	assert_string_equal(take_back(t, text), "act.corrected");
	assert_string_equal(take_back(t, guest), "act.corrected");
}

static void a_member_added_who_presented_is_not_taken_back(void **state)
{
	struct assembly *t = *state;
	uint32_t added;

	assembly_sitting(t, 3);
	given(t, "attendance.add number=9 name_fr=X office=member gender=man reason=r");
	added = last_act(t);
	given(t, "item.open item=1", "item.present member=9");
	assert_string_equal(take_back(t, added), "refused needed");
	assert_string_equal(take_back(t, last_act(t)), "act.corrected");
	assert_string_equal(take_back(t, added), "act.corrected");
}

static void a_slip_of_an_open_vote_is_counted_in_the_minutes_and_not_told(void **state)
{
	struct assembly *t = *state;
	uint32_t all;

	assembly_item(t, 5);
	given(t, "vote.open kind=named", "vote.all value=for");
	all = last_act(t);
	given(t, "vote.cast member=3 value=against");
	assert_string_equal(take_back(t, last_act(t)), "act.corrected");
	assert_string_equal(take_back(t, last_act(t)), "act.corrected"); /* it counts again */
	assert_null(strstr(minuted(t, LANG_EN), "Annex: acts taken back"));
	assert_string_equal(take_back(t, last_act(t)), "act.corrected");
	given(t, "vote.close", "vote.announce");
	assert_null(strstr(minuted(t, LANG_EN), "taken back ("));
	assert_minuted(t, LANG_EN, "before any result: 1. ");
	assert_null(strstr(minuted(t, LANG_EN), "counts again"));
	/* What was closed and announced is, and says which vote it was. */
	assert_string_equal(take_back(t, last_act(t)), "act.corrected");
	assert_string_equal(take_back(t, last_act(t) - 2), "act.corrected");
	assert_minuted(t, LANG_EN, "(item 1: result announced)");
	assert_minuted(t, LANG_EN, "item 1: act");
	assert_string_equal(take_back(t, all), "act.corrected");
	assert_minuted(t, LANG_EN, "(all marked: for)");
	assert_minuted(t, LANG_FR, "point 1 : acte");
}

static void unanimity_goes_back_as_one_and_comes_back_as_one(void **state)
{
	struct assembly *t = *state;
	const struct item *item;

	assembly_item(t, 4);
	given(t, "vote.unanimous");
	/* Whichever of its three facts is named. */
	for (uint32_t i = 0; i < 3; i++) {
		assert_string_equal(
			take_back(t, last_act(t) - i), "act.corrected act.corrected act.corrected");
		item = session_item(&t->session, 1);
		assert_int_equal(item->votes.n, 0);
		assert_int_equal(t->session.open_vote.item, 0);
		assert_string_equal(
			take_back(t, last_act(t) - i), "act.corrected act.corrected act.corrected");
		item = session_item(&t->session, 1);
		assert_int_equal(item->votes.n, 1);
		assert_int_equal(item->votes.at[0].state, VOTE_IS_CLOSED);
		assert_int_equal(item->votes.at[0].outcome, OUTCOME_UNANIMOUS);
		(void)take_back(t, last_act(t));
		given(t, "vote.unanimous");
	}
	given(t, "vote.announce");
	assert_string_equal(take_back(t, last_act(t) - 1), "refused needed");
}

static void an_opening_goes_back_with_the_session_it_opened(void **state)
{
	struct assembly *t = *state;
	uint32_t opened;

	assembly_session(t, 3);
	given(t, "item.add kind=report title_fr=A", "sitting.open chair=1 secretary=2");
	opened = (uint32_t)t->session.log.n - 1;
	assert_int_equal(t->session.log.at[opened].type, EVENT_SITTING_OPENED);
	assert_true(t->session.opened);
	assert_string_equal(take_back(t, opened), "act.corrected act.corrected");
	assert_false(t->session.opened);
	assert_int_equal(t->session.phase, PHASE_PREPARING);
	/* What is added now is called for, and no change made in session. */
	given(t, "item.add kind=report title_fr=B", "sitting.open chair=1 secretary=2");
	assert_int_equal(t->session.called.n, t->session.agenda.n);
	/* The corrections go back as one as well. */
	assert_string_equal(
		take_back(t, (uint32_t)t->session.log.n - 1), "act.corrected act.corrected");
	assert_int_equal(t->session.phase, PHASE_PREPARING);
	assert_string_equal(
		take_back(t, (uint32_t)t->session.log.n - 1), "act.corrected act.corrected");
	assert_int_equal(t->session.phase, PHASE_SITTING);
}

static void the_closing_of_a_sitting_can_be_taken_back(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "sitting.close confirm=untreated");
	assert_string_equal(take_back(t, last_act(t)), "act.corrected");
	assert_int_equal(t->session.phase, PHASE_SITTING);
	then(t, "item.open item=1", "item.opened");
}

/* --- the record --- */

static struct command freezing(struct assembly *t, size_t signers)
{
	struct command c = command_of(CMD_RECORD_FREEZE);
	struct signer *list = ARENA_ARRAY(&t->arena, struct signer, 2);

	list[0] = (struct signer){.role = SIGNER_SECRETARY, .member = 2, .certificate = {{1}}};
	list[1] = (struct signer){.role = SIGNER_PRESIDENT, .member = 1, .certificate = {{2}}};
	c.arg.record_freeze = (struct record_frozen){.signers = {list, signers}, .lang = LANG_AR};
	return c;
}

static struct command signing(enum signer_role role, unsigned char certificate)
{
	struct command c = command_of(CMD_RECORD_SIGN);

	c.arg.record_sign = (struct record_signed){
		.role = (int)role, .certificate = {{certificate}}, .file = {{9}}};
	return c;
}

static void then_sent(struct assembly *t, struct command c, const char *code)
{
	enum verdict verdict = assembly_send(t, &c);

	assembly_whole(t);
	if (code) {
		assert_int_equal(verdict, VERDICT_REFUSED);
		assert_string_equal(t->last.code, code);
	} else if (verdict != VERDICT_DONE) {
		fail_msg("%s: refused %s", command_spec(c.type)->name, t->last.code);
	}
}

/* A session closed and frozen for two signers. */
static void frozen(struct assembly *t)
{
	assembly_item(t, 3);
	given(t, "vote.unanimous", "vote.announce", "sitting.close confirm=untreated");
	then_sent(t, freezing(t, 2), NULL);
}

static void the_names_of_the_chamber_are_taken_over_until_the_record_is_frozen(void **state)
{
	struct assembly *t = *state;
	struct message words;

	assembly_item(t, 3);
	given(t, "chamber.describe name_fr=\"La Chambre\" seat_ar=مكناس region_fr=Fès");
	assert_true(str_is(t->session.is.head.name_fr, "La chambre"));
	then(t, "letterhead.take", "letterhead.taken");
	assert_true(str_is(t->session.is.head.name_fr, "La Chambre"));
	assert_true(str_is(t->session.is.head.seat_ar, "مكناس"));
	assert_true(str_is(t->session.is.head.seat_fr, "Fès"));
	words = describe_event(&t->session, &t->session.log.at[last_act(t)], &t->arena);
	assert_text(&t->arena, format_plain(&words, LANG_EN, &t->arena),
		"the chamber’s names: name (fr) “La Chambre”, before that “La chambre”, region "
		"(fr) “Fès” and seat of the chamber (ar) “مكناس”, before that “فاس”");
	refused(t, "letterhead.take", "same-names");
	given(t, "vote.unanimous", "vote.announce", "sitting.close confirm=untreated");
	given(t, "chamber.describe name_fr=\"La CHAMBRE\"");
	then_sent(t, freezing(t, 2), NULL);
	refused(t, "letterhead.take", "frozen");
	assert_string_equal(assembly_offer(t, CMD_LETTERHEAD_TAKE), "frozen");
	assert_true(str_is(t->session.is.head.name_fr, "La Chambre"));
}

static void names_taken_over_are_taken_back_like_any_act(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 3);
	given(t, "chamber.describe name_fr=\"La Chambre\"", "letterhead.take");
	assert_string_equal(take_back(t, last_act(t)), "act.corrected");
	assert_true(str_is(t->session.is.head.name_fr, "La chambre"));
	then(t, "letterhead.take", "letterhead.taken");
}

static void only_a_closed_session_is_frozen(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	then_sent(t, freezing(t, 2), "not-closed");
	given(t, "sitting.close cause=left-open");
	then_sent(t, freezing(t, 2), "not-closed");
}

static void a_record_names_its_signers(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "sitting.close confirm=untreated");
	then_sent(t, signing(SIGNER_SECRETARY, 1), "not-frozen");
	then_sent(t, freezing(t, 0), "no-signers");
	then_sent(t, freezing(t, 2), NULL);
	assert_int_equal(t->session.phase, PHASE_FROZEN);
	assert_false(hash_is_zero(t->session.frozen_head));
}

static void a_frozen_record_takes_nothing_but_signatures(void **state)
{
	struct assembly *t = *state;

	frozen(t);
	for (int type = 0; type < CMD_COUNT; type++) {
		const char *code = assembly_offer(t, (enum command_type)type);

		if (command_spec((enum command_type)type)->stream != STREAM_SESSION)
			continue;
		if (type == CMD_RECORD_SIGN || type == CMD_RECORD_WITHDRAW)
			assert_null(code);
		else
			assert_string_equal(code, "frozen");
	}
	refused(t, "text.keep lang=fr content=Tard", "frozen");
	assert_string_equal(take_back(t, last_act(t)), "refused frozen");
}

static void first_signs_the_secretary_then_the_president(void **state)
{
	struct assembly *t = *state;

	frozen(t);
	then_sent(t, signing(SIGNER_PRESIDENT, 2), "not-turn");
	then_sent(t, signing(SIGNER_SECRETARY, 2), "other-key");
	then_sent(t, signing(SIGNER_SECRETARY, 1), NULL);
	assert_int_equal(t->session.phase, PHASE_FROZEN);
	assert_true(session_signed_by(&t->session, SIGNER_SECRETARY));
	assert_false(session_signed_by(&t->session, SIGNER_PRESIDENT));
	then_sent(t, signing(SIGNER_SECRETARY, 1), "not-turn");
	then_sent(t, signing(SIGNER_PRESIDENT, 2), NULL);
	assert_int_equal(t->session.phase, PHASE_SEALED);
}

static void a_sealed_record_takes_nothing(void **state)
{
	struct assembly *t = *state;

	frozen(t);
	then_sent(t, signing(SIGNER_SECRETARY, 1), NULL);
	then_sent(t, signing(SIGNER_PRESIDENT, 2), NULL);
	for (int type = 0; type < CMD_COUNT; type++) {
		if (command_spec((enum command_type)type)->stream == STREAM_SESSION)
			assert_string_equal(assembly_offer(t, (enum command_type)type), "sealed");
	}
	refused(t, "record.withdraw reason=r", "sealed");
}

static void a_frozen_record_is_withdrawn_until_the_last_signature(void **state)
{
	struct assembly *t = *state;
	struct command c = command_of(CMD_RECORD_WITHDRAW);

	frozen(t);
	then_sent(t, signing(SIGNER_SECRETARY, 1), NULL);
	then_sent(t, c, "no-reason");
	then(t, "record.withdraw reason=\"خطأ في اسم\"", "record.withdrawn");
	assert_int_equal(t->session.phase, PHASE_CLOSED);
	assert_int_equal(t->session.signatures.n, 0);
	assert_int_equal(t->session.withdrawals.n, 1);
	assert_true(hash_is_zero(t->session.frozen_head));
	refused(t, "record.withdraw reason=r", "not-frozen");
	assert_string_equal(take_back(t, last_act(t)), "refused record-act");
	assert_string_equal(take_back(t, last_act(t) - 1), "refused record-act");
	/* Corrected, it is frozen and signed again from the first signer on. */
	given(t, "vote.correct member=3 value=abstain reason=r");
	then_sent(t, freezing(t, 2), NULL);
	then_sent(t, signing(SIGNER_PRESIDENT, 2), "not-turn");
	then_sent(t, signing(SIGNER_SECRETARY, 1), NULL);
	then_sent(t, signing(SIGNER_PRESIDENT, 2), NULL);
	assert_int_equal(t->session.phase, PHASE_SEALED);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(an_act_taken_back_is_as_if_it_had_not_happened),
		CASE(there_is_nothing_to_take_back_at_the_beginning),
		CASE(only_what_happened_is_taken_back_and_only_once),
		CASE(what_others_build_on_stays_until_they_are_taken_back),
		CASE(taking_back_a_taking_back_brings_the_act_again),
		CASE(an_arrival_is_not_taken_back_from_under_a_vote),
		CASE(a_quorum_is_not_taken_back_from_under_its_figures),
		CASE(a_mark_is_not_taken_back_from_a_closed_vote),
		CASE(a_departure_is_not_taken_back_from_a_counted_vote),
		CASE(a_proxy_comes_back_only_to_a_holder_who_may_hold_it),
		CASE(a_guest_who_spoke_is_not_taken_back),
		CASE(a_member_added_who_presented_is_not_taken_back),
		CASE(a_slip_of_an_open_vote_is_counted_in_the_minutes_and_not_told),
		CASE(unanimity_goes_back_as_one_and_comes_back_as_one),
		CASE(an_opening_goes_back_with_the_session_it_opened),
		CASE(the_closing_of_a_sitting_can_be_taken_back),
		CASE(the_names_of_the_chamber_are_taken_over_until_the_record_is_frozen),
		CASE(names_taken_over_are_taken_back_like_any_act),
		CASE(only_a_closed_session_is_frozen),
		CASE(a_record_names_its_signers),
		CASE(a_frozen_record_takes_nothing_but_signatures),
		CASE(first_signs_the_secretary_then_the_president),
		CASE(a_sealed_record_takes_nothing),
		CASE(a_frozen_record_is_withdrawn_until_the_last_signature),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}

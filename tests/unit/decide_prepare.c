/* Deciding before the first sitting: the chamber, its members and keys, a session and its agenda.
 */
#include "locale/format.h"
#include "model/describe.h"
#include "tests/arena.h"
#include "tests/assembly.h"

static void a_register_belongs_to_one_chamber(void **state)
{
	struct assembly *t = *state;

	then(t, "chamber.create code=carfm name_ar=الغرفة", "chamber.created");
	assert_true(t->chamber.exists);
	assert_true(str_is(t->chamber.is.code, "carfm"));
	assert_true(str_is(t->chamber.is.format, JOURNAL_FORMAT));
	assert_true(str_is(t->chamber.is.genesis, "00112233445566778899aabbccddeeff"));
	refused(t, "chamber.create code=other name_ar=الغرفة", "chamber-exists");
}

static void a_chamber_needs_a_code_fit_for_file_names(void **state)
{
	struct assembly *t = *state;

	refused(t, "chamber.create code=CARFM name_ar=الغرفة", "bad-code");
	refused(t, "chamber.create code=غرفة name_ar=الغرفة", "bad-code");
	refused(t, "chamber.create code=a/b name_ar=الغرفة", "bad-code");
	refused(t, "chamber.create code=abcdefghijklmnopq name_ar=الغرفة", "bad-code");
	then(t, "chamber.create code=abcdefghijklmn09 name_ar=الغرفة", "chamber.created");
}

static void a_chamber_needs_a_name_in_one_language(void **state)
{
	struct assembly *t = *state;

	refused(t, "chamber.create code=carfm", "no-name");
	then(t, "chamber.create code=carfm name_fr=Chambre", "chamber.created");
}

static void the_name_in_tifinagh_goes_from_the_chamber_to_its_sessions(void **state)
{
	struct assembly *t = *state;

	refused(t, "chamber.create code=carfm name_zgh=ⵜⴰⵅⵅⴰⵎⵜ", "no-name");
	then(t, "chamber.create code=carfm name_ar=غرفة name_zgh=ⵜⴰⵅⵅⴰⵎⵜ", "chamber.created");
	assert_true(str_is(t->chamber.is.head.name_zgh, "ⵜⴰⵅⵅⴰⵎⵜ"));
	then(t, "session.create kind=ordinary year=2024 month=10", "session.created");
	assert_true(str_is(t->session.is.head.name_zgh, "ⵜⴰⵅⵅⴰⵎⵜ"));
}

static void the_names_of_the_chamber_are_changed_and_those_not_said_stay(void **state)
{
	struct assembly *t = *state;

	refused(t, "chamber.describe name_fr=Chambre", "no-chamber");
	then(t, "chamber.create code=carfm name_ar=الغرفة name_fr=Chmabre seat_fr=Fès",
		"chamber.created");
	refused(t, "chamber.describe", "same-names");
	refused(t, "chamber.describe name_fr=Chmabre seat_fr=Fès", "same-names");
	then(t, "chamber.describe name_fr=Chambre seat_fr=Fès ministry_fr=Ministère",
		"chamber.described");
	assert_true(str_is(t->chamber.is.head.name_ar, "الغرفة"));
	assert_true(str_is(t->chamber.is.head.name_fr, "Chambre"));
	assert_true(str_is(t->chamber.is.head.ministry_fr, "Ministère"));
	/* Only what is otherwise is in the fact. */
	assert_int_equal(t->last.event[0].body.chamber_described.seat_fr.n, 0);
	assert_int_equal(t->last.event[0].body.chamber_described.name_ar.n, 0);
	then(t, "session.create kind=ordinary year=2024 month=10", "session.created");
	assert_true(str_is(t->session.is.head.name_fr, "Chambre"));
	refused(t, "letterhead.take", "same-names");
	assert_string_equal(assembly_offer(t, CMD_LETTERHEAD_TAKE), "same-names");
}

static void a_genesis_is_32_small_hexadecimal_digits(void **state)
{
	struct assembly *t = *state;

	refused(t, "chamber.create code=a name_fr=A genesis=00112233", "bad-genesis");
	refused(t, "chamber.create code=a name_fr=A genesis=0011223344556677889900AABBCCDDEE",
		"bad-genesis");
	then(t, "chamber.create code=a name_fr=A genesis=6d61686461722d73616d706c652d3030",
		"chamber.created");
	assert_true(str_is(t->chamber.is.genesis, "6d61686461722d73616d706c652d3030"));
	refused(t, "session.create kind=ordinary year=2024 month=10 genesis=xx", "bad-genesis");
	then(t,
		"session.create kind=ordinary year=2024 month=10 "
		"genesis=00000000000000000000000000000001",
		"session.created");
	assert_true(str_is(t->session.is.genesis, "00000000000000000000000000000001"));
}

static void an_empty_register_takes_nothing_but_a_chamber(void **state)
{
	struct assembly *t = *state;

	refused(t, "member.register number=1 name_ar=عضو office=member gender=man", "no-chamber");
	refused(t, "session.create kind=ordinary year=2024 month=10", "no-chamber");
	assert_string_equal(assembly_offer(t, CMD_MEMBERS_IMPORT), "no-chamber");
	assert_string_equal(assembly_offer(t, CMD_KEY_RECORD), "no-chamber");
	assert_string_equal(assembly_offer(t, CMD_KEY_RETIRE), "no-chamber");
	assert_null(assembly_offer(t, CMD_CHAMBER_CREATE));
}

static void a_member_has_a_name_and_a_mandate_that_ends_after_it_begins(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 0);
	refused(t, "member.register number=1 office=member gender=man", "no-name");
	refused(t,
		"member.register number=1 name_fr=A office=member gender=man from=2024-01-02 "
		"to=2024-01-01",
		"bad-mandate");
	then(t,
		"member.register number=1 name_fr=A office=member gender=man from=2024-01-01 "
		"to=2024-01-01",
		"members.registered");
	assert_int_equal(t->chamber.members.n, 1);
}

static void registering_a_number_again_changes_that_member(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 3);
	given(t, "member.register number=2 name_fr=Autre office=treasurer gender=woman");
	assert_int_equal(t->chamber.members.n, 3);
	assert_true(str_is(chamber_member(&t->chamber, 2)->name_fr, "Autre"));
	assert_int_equal(chamber_member(&t->chamber, 2)->office, OFFICE_TREASURER);
}

static struct command import_of(struct member *members, size_t n)
{
	struct command c = command_of(CMD_MEMBERS_IMPORT);

	c.arg.members_import.source = STR("members.csv");
	c.arg.members_import.members = (struct list){members, n};
	return c;
}

static void a_list_of_members_is_imported_as_a_whole_or_not_at_all(void **state)
{
	struct assembly *t = *state;
	struct member list[] = {
		{.number = 4, .name_fr = STR("D")},
		{.number = 1, .name_ar = STR("أ")},
		{.number = 4, .name_fr = STR("E")},
	};
	struct command c;

	assembly_chamber(t, 0);
	c = import_of(list, 0);
	assert_int_equal(assembly_send(t, &c), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "no-members");
	c = import_of(list, 3);
	assert_int_equal(assembly_send(t, &c), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "double-number");
	list[2] = (struct member){.number = 5};
	assert_int_equal(assembly_send(t, &c), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "no-name");
	assert_int_equal(t->chamber.members.n, 0);
	c = import_of(list, 2);
	assert_int_equal(assembly_send(t, &c), VERDICT_DONE);
	assembly_whole(t);
	assert_int_equal(t->chamber.members.n, 2);
	assert_int_equal(t->chamber.members.at[0].number, 1);
}

#define LETTERS10 "abcdefghij"
#define LETTERS100                                                                                 \
	LETTERS10 LETTERS10 LETTERS10 LETTERS10 LETTERS10 LETTERS10 LETTERS10 LETTERS10 LETTERS10  \
		LETTERS10

static void a_value_that_no_line_can_hold_is_refused(void **state)
{
	struct assembly *t = *state;
	struct member list[] = {{.number = 0, .name_fr = STR("A")}};
	struct command c = import_of(list, 1);

	assembly_chamber(t, 0);
	assert_int_equal(assembly_send(t, &c), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "bad-value");
	list[0] = (struct member){.number = 1, .name_fr = STR("A"), .office = 99};
	assert_int_equal(assembly_send(t, &c), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "bad-value");
	list[0] = (struct member){.number = 1, .name_fr = STR("A\001")};
	assert_int_equal(assembly_send(t, &c), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "bad-value");
	assembly_whole(t);
}

/* In the words of the screen, and by how much. */
static void a_text_that_is_too_long_says_which_and_by_how_much(void **state)
{
	struct assembly *t = *state;
	struct command c;

	assembly_session(t, 3);
	c = command_of(CMD_ITEM_ADD);
	c.arg.item_add.kind = ITEM_FREE;
	c.arg.item_add.title_fr = STR(LETTERS100 LETTERS100 LETTERS100 LETTERS100 "x");
	assert_int_equal(assembly_send(t, &c), VERDICT_REFUSED);
	assert_string_equal(format_plain(&t->last.why, LANG_EN, &t->scratch).p,
		"“title (fr)” is too long: 401 letters, 400 at most.");
	assembly_whole(t);
}

static void a_key_is_retired_once_and_only_one_that_is_known(void **state)
{
	struct assembly *t = *state;
	struct command make = command_of(CMD_KEY_RECORD), retire = command_of(CMD_KEY_RETIRE);

	assembly_chamber(t, 1);
	make.arg.key_record = (struct key_made){
		.signer = {.role = SIGNER_PRESIDENT, .name_fr = STR("P"), .certificate = {{7}}},
		.file = STR("president.p12"),
	};
	retire.arg.key_retire = (struct key_retired){.certificate = {{7}}, .reason = STR("perdue")};
	assert_int_equal(assembly_send(t, &retire), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "unknown-key");
	assert_int_equal(assembly_send(t, &make), VERDICT_DONE);
	assert_non_null(chamber_key(&t->chamber, SIGNER_PRESIDENT));
	assert_null(chamber_key(&t->chamber, SIGNER_SECRETARY));
	assert_int_equal(assembly_send(t, &retire), VERDICT_DONE);
	assert_null(chamber_key(&t->chamber, SIGNER_PRESIDENT));
	assert_int_equal(assembly_send(t, &retire), VERDICT_REFUSED);
	assert_string_equal(t->last.code, "unknown-key");
	assembly_whole(t);
}

static void session_numbers_go_up(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 1);
	then(t, "session.create kind=ordinary year=2024 month=10", "session.created");
	assert_int_equal(t->session.is.number, 1);
	refused(t, "session.create kind=ordinary year=2025 month=2 number=1", "number-taken");
	then(t, "session.create kind=ordinary year=2025 month=2 number=7", "session.created");
	assert_int_equal(t->session.is.number, 7);
	then(t, "session.create year=2025 month=6 kind=extraordinary", "session.created");
	assert_int_equal(t->session.is.number, 8);
	assert_int_equal(t->session.plan.kind, SESSION_EXTRAORDINARY);
}

static void the_last_possible_number_of_a_session_is_the_last(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 1);
	then(t, "session.create kind=ordinary year=2024 month=10 number=9999", "session.created");
	refused(t, "session.create kind=ordinary year=2025 month=2", "bad-value");
}

static void nothing_of_a_session_happens_without_one(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 1);
	for (int type = 0; type < CMD_COUNT; type++) {
		if (command_spec((enum command_type)type)->stream == STREAM_SESSION)
			assert_string_equal(
				assembly_offer(t, (enum command_type)type), "no-session");
	}
	refused(t, "item.add kind=minutes title_fr=A", "no-session");
}

static void describing_keeps_what_is_not_said(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 1);
	then(t, "session.describe month=11", "session.described");
	assert_int_equal(t->session.plan.month, 11);
	assert_int_equal(t->session.plan.year, 2024);
	assert_true(str_is(t->session.plan.place_fr, "Fès"));
	assert_int_equal(t->session.plan.date.day, 30);
	/* The label it was created under stays the label of the stream. */
	assert_int_equal(t->session.is.month, 10);
}

static void notices_go_out_before_the_session(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 1);
	refused(t, "session.describe notice=2024-12-31", "notice-after");
	then(t, "session.describe notice=2024-12-30", "session.described");
}

static void a_day_that_does_not_go_with_the_month_of_the_session_is_asked_about(void **state)
{
	struct assembly *t = *state;

	assembly_chamber(t, 3); /* its rules: ordinary sessions in February, June and October */
	given(t, "session.create kind=ordinary year=2024 month=10");
	asked(t, "session.describe date=2024-07-10", "day-and-month");
	then(t, "session.describe date=2024-10-01", "session.described");
	then(t, "session.describe date=2025-01-31", "session.described"); /* late, and its own */
	asked(t, "session.describe date=2025-02-01", "day-and-month");
	then(t, "session.describe date=2025-02-01 confirm=day-and-month", "session.described");
	then(t, "session.describe place_fr=Siège", "session.described"); /* asked once */
	asked(t, "session.describe month=11", "day-and-month");
	then(t, "session.describe kind=extraordinary month=11", "session.described");
	asked(t, "session.describe date=2024-10-31", "day-and-month");
}

static void a_session_that_began_is_described_no_more(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	refused(t, "session.describe month=11", "begun");
	refused(t, "item.remove item=1", "begun");
	refused(t, "session.set_aside reason=x", "begun");
}

static void a_session_put_aside_takes_nothing_until_it_is_taken_up(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 1);
	then(t, "session.describe kind=extraordinary", "session.described");
	assert_int_equal(t->session.plan.kind, SESSION_EXTRAORDINARY);
	then(t, "session.describe month=11", "session.described");
	assert_int_equal(t->session.plan.kind, SESSION_EXTRAORDINARY);
	refused(t, "session.take_up", "not-aside");
	then(t, "session.set_aside reason=\"أنشئت خطأ\"", "session.set_aside");
	refused(t, "sitting.open chair=1 secretary=1", "set-aside");
	refused(t, "item.add kind=report title_fr=A", "set-aside");
	refused(t, "session.set_aside reason=x", "set-aside");
	then(t, "session.take_up", "session.taken_up");
	then(t, "item.add kind=report title_fr=A", "item.added");
}

static void an_item_has_a_title_and_a_place_on_the_agenda(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 1);
	refused(t, "item.add kind=free", "no-title");
	refused(t, "item.add kind=minutes title_fr=A at=7", "bad-place");
	then(t, "item.add kind=minutes title_fr=A at=6", "item.added");
	assert_int_equal(session_agenda_key(&t->session, 6), 6);
	then(t, "item.add kind=minutes title_fr=B at=1", "item.added item.moved");
	assert_int_equal(session_agenda_key(&t->session, 1), 7);
	assert_int_equal(session_agenda_number(&t->session, 1), 2);
}

static void the_agenda_is_reordered_and_keys_stay(void **state)
{
	struct assembly *t = *state;
	const int64_t after[] = {2, 3, 4, 1, 5};

	assembly_session(t, 1);
	then(t, "item.move item=1 to=4", "item.moved");
	for (int64_t i = 0; i < 5; i++)
		assert_int_equal(session_agenda_key(&t->session, i + 1), after[i]);
	refused(t, "item.move item=1 to=6", "bad-place");
	refused(t, "item.move item=6 to=1", "unknown-item");
}

static void an_item_taken_off_leaves_no_gap(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 1);
	then(t, "item.remove item=2", "item.removed");
	assert_int_equal(t->session.agenda.n, 4);
	assert_int_equal(session_agenda_key(&t->session, 2), 3);
	assert_int_equal(session_agenda_number(&t->session, 2), 0);
	then(t, "item.add kind=minutes title_fr=A", "item.added");
	assert_int_equal(session_agenda_key(&t->session, 5), 6);
}

static void changing_an_item_keeps_what_is_not_said(void **state)
{
	struct assembly *t = *state;
	const struct item *item;

	assembly_session(t, 1);
	then(t, "item.change item=1 short_fr=Conv text_ar=\"نص\\nثان\"", "item.changed");
	item = session_item(&t->session, 1);
	assert_true(str_is(item->is.title_fr, "Convention"));
	assert_true(str_is(item->is.short_fr, "Conv"));
	assert_true(str_is(item->is.text_ar, "نص\nثان"));
	refused(t, "item.change item=9 title_fr=A", "unknown-item");
}

static void the_kind_of_an_item_is_changed_while_nothing_depends_on_it(void **state)
{
	struct assembly *t = *state;
	struct message words;

	assembly_session(t, 3);
	then(t, "item.change item=2 kind=election", "item.changed");
	assert_int_equal(session_item(&t->session, 2)->is.kind, ITEM_ELECTION);
	words = describe_event(&t->session, &t->session.log.at[t->session.log.n - 1], &t->arena);
	assert_text(&t->arena, format_plain(&words, LANG_EN, &t->arena),
		"item changed: Rapport, now of the kind “election”, before that “report”");
	/* What is not said stays, and the kind as it is may always be said. */
	then(t, "item.change item=2 title_fr=Bureau", "item.changed");
	assert_int_equal(session_item(&t->session, 2)->is.kind, ITEM_ELECTION);
	given(t, "item.change item=3 kind=budget",
		"budget.line item=3 code=1 part=revenue title_fr=R amount=10");
	refused(t, "item.change item=3 kind=free", "kind-holds");
	then(t, "item.change item=3 kind=budget title_fr=Budget", "item.changed");
	given(t, "agreement.party item=1 name_fr=Région role=funder");
	refused(t, "item.change item=1 kind=report", "kind-holds");
}

static void an_agreement_that_others_stand_under_or_that_took_a_step_keeps_its_kind(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 3);
	given(t, "item.change item=2 kind=agreement", "item.change item=3 kind=agreement",
		"agreement.describe item=1 kind=special session=1 parent=2 link=implements",
		"agreement.step session=1 item=3 step=submitted date=2024-12-02");
	refused(t, "item.change item=2 kind=report", "kind-holds");
	refused(t, "item.change item=3 kind=report", "kind-holds");
}

static void the_kind_of_an_item_stands_once_the_sitting_was_opened(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	refused(t, "item.change item=2 kind=election", "kind-stands");
	then(t, "item.change item=2 title_fr=Bureau", "item.changed");
}

static void what_was_put_to_the_vote_stands_as_it_was(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 3);
	then(t, "item.change item=1 title_fr=Avant", "item.changed");
	given(t, "vote.open kind=hands");
	refused(t, "item.change item=1 title_fr=Après", "item-treated");
	refused(t, "item.move item=1 to=2", "item-treated");
	given(t, "vote.void reason=erreur");
	refused(t, "item.change item=1 title_fr=Après", "item-treated");
	then(t, "item.move item=2 to=3", "item.moved");
}

static void only_a_budget_has_lines(void **state)
{
	struct assembly *t = *state;
	const struct item *item;

	assembly_session(t, 1);
	assert_null(assembly_offer(t, CMD_BUDGET_LINE));
	refused(t, "budget.line item=1 code=1 part=revenue amount=10", "no-budget");
	refused(t, "budget.line item=8 code=1 part=revenue amount=10", "unknown-item");
	then(t, "budget.line item=4 code=10 part=revenue amount=1000,50", "budget.line_set");
	then(t, "budget.line item=4 code=20 part=operating amount=900", "budget.line_set");
	then(t, "budget.line item=4 code=10 part=revenue amount=1200", "budget.line_set");
	item = session_item(&t->session, 4);
	assert_int_equal(item->lines.n, 2);
	assert_int_equal(item->lines.at[0].amount, 120000);
	assert_int_equal(item->lines.at[1].amount, 90000);
	given(t, "item.remove item=4");
	assert_string_equal(assembly_offer(t, CMD_BUDGET_LINE), "no-budget");
}

static void after_the_sitting_the_agenda_stands(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "sitting.close confirm=untreated");
	refused(t, "item.add kind=minutes title_fr=A", "closed");
	refused(t, "item.change item=1 title_fr=A", "closed");
	refused(t, "item.move item=1 to=2", "closed");
	refused(t, "budget.line item=4 code=1 part=revenue amount=1", "closed");
}

static void an_item_can_join_the_agenda_of_an_open_sitting(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	then(t, "item.add kind=free title_ar=\"نقطة مستعجلة\" at=1", "item.added item.moved");
	then(t, "item.open item=1", "item.opened");
	assert_int_equal(t->session.open_item, 6);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(a_register_belongs_to_one_chamber),
		CASE(a_chamber_needs_a_code_fit_for_file_names),
		CASE(a_chamber_needs_a_name_in_one_language),
		CASE(the_name_in_tifinagh_goes_from_the_chamber_to_its_sessions),
		CASE(the_names_of_the_chamber_are_changed_and_those_not_said_stay),
		CASE(a_genesis_is_32_small_hexadecimal_digits),
		CASE(an_empty_register_takes_nothing_but_a_chamber),
		CASE(a_member_has_a_name_and_a_mandate_that_ends_after_it_begins),
		CASE(registering_a_number_again_changes_that_member),
		CASE(a_list_of_members_is_imported_as_a_whole_or_not_at_all),
		CASE(a_value_that_no_line_can_hold_is_refused),
		CASE(a_text_that_is_too_long_says_which_and_by_how_much),
		CASE(a_key_is_retired_once_and_only_one_that_is_known),
		CASE(session_numbers_go_up),
		CASE(the_last_possible_number_of_a_session_is_the_last),
		CASE(nothing_of_a_session_happens_without_one),
		CASE(describing_keeps_what_is_not_said),
		CASE(notices_go_out_before_the_session),
		CASE(a_day_that_does_not_go_with_the_month_of_the_session_is_asked_about),
		CASE(a_session_that_began_is_described_no_more),
		CASE(a_session_put_aside_takes_nothing_until_it_is_taken_up),
		CASE(an_item_has_a_title_and_a_place_on_the_agenda),
		CASE(the_agenda_is_reordered_and_keys_stay),
		CASE(an_item_taken_off_leaves_no_gap),
		CASE(changing_an_item_keeps_what_is_not_said),
		CASE(the_kind_of_an_item_is_changed_while_nothing_depends_on_it),
		CASE(an_agreement_that_others_stand_under_or_that_took_a_step_keeps_its_kind),
		CASE(the_kind_of_an_item_stands_once_the_sitting_was_opened),
		CASE(what_was_put_to_the_vote_stands_as_it_was),
		CASE(only_a_budget_has_lines),
		CASE(after_the_sitting_the_agenda_stands),
		CASE(an_item_can_join_the_agenda_of_an_open_sitting),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}

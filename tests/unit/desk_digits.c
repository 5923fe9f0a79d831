/* A digit of the Space menu means the same in every phase of a session: hands learn it. */
#include "tests/desk_driver.h"
#include "tests/test.h"

#include <string.h>

#define OPENED                                                                                     \
	"@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n@10:05 attendance.all\n"     \
	"@10:08 quorum.record\n"
#define AT_ITEM OPENED "@10:10 item.open item=3\n"
#define ITEM    AT_ITEM "item.present\n"
#define VOTE    ITEM "vote.open kind=named\n"
#define VOTED   VOTE "vote.all value=for\nvote.close\n"
#define POST                                                                                       \
	"item.add kind=election at=3 title_ar=انتخاب title_fr=Bureau\n" OPENED                     \
	"item.open item=3\nitem.present item=3\n"
#define ROUND POST "election.open post=treasurer candidates=7,12 confirm=other-post\n"
#define WAYS  2 /* how one thing is called when it is done in another way */

/* The words of each digit; an empty digit leads nowhere, at any time. */
struct meanings {
	enum screen screen;
	const char *of[10][WAYS];
};

static const struct meanings screens[] = {
	{SCREEN_AGENDA, {[1] = {"open the item", "look at the item"},
				[2] = {"unanimous block…"},
				[3] = {"take note without a vote", "correct its vote…"},
				[4] = {"postpone…"},
				[5] = {"withdraw…", "take the item off…"},
				[6] = {"move the item…", "move, or take off, by a vote…"},
				[7] = {"change the item…"},
				[8] = {"add an item…", "insert an urgent item…"},
				[9] = {"suspend the sitting…"}}},
	{SCREEN_ATTENDANCE, {[1] = {"all present"},
				    [2] = {"guests and officials…"},
				    [3] = {"roll call, one after the other"},
				    [4] = {"correct a time…"},
				    [5] = {"proxies…"},
				    [6] = {"a substitute…"},
				    [7] = {"what if these leave…"},
				    [8] = {"record the quorum"},
				    [9] = {"suspend the sitting…"}}},
	{SCREEN_FLOOR, {[1] = {"give the floor"},
			       [2] = {"stop the speech"},
			       [3] = {"point of order…"},
			       [4] = {"right of reply…"},
			       [5] = {"on behalf of…"},
			       [6] = {"time limit…"},
			       [7] = {"another place on the list…"},
			       [8] = {"a guest…"},
			       [9] = {"suspend the sitting…"}}},
	{SCREEN_BUDGET, {[1] = {"to the item and its vote"},
				[2] = {"adopted unanimously"},
				[6] = {"amend a line…"},
				[9] = {"suspend the sitting…"}}},
	{SCREEN_AGREEMENTS, {[1] = {"to the item and its vote"},
				    [2] = {"adopted unanimously"},
				    [3] = {"what it is: kind, parent, total…"},
				    [4] = {"parties and contributions…"},
				    [6] = {"amend an amount…"},
				    [7] = {"record a step: signed, visa…"}}},
	{SCREEN_MINUTES, {[1] = {"write a passage…"},
				 [2] = {"search in the minutes"},
				 [3] = {"throw a draft away…"}}},
	{SCREEN_HISTORY, {[1] = {"see the whole act"},
				 [2] = {"take this act back…"},
				 [3] = {"search in the acts"}}},
	{SCREEN_CLOSING, {[1] = {"close the sitting…"},
				 [2] = {"read the minutes page by page"},
				 [3] = {"sign…", "freeze for signing…"},
				 [4] = {"write a draft to print…"},
				 [5] = {"copy the register to a stick…"},
				 [6] = {"write the record folder…"},
				 [9] = {"withdraw the frozen record…"}}},
	{SCREEN_REGISTER, {[1] = {"new session…"},
				  [2] = {"import members…"},
				  [3] = {"rehearsal on a copy…"},
				  [4] = {"members"},
				  [5] = {"rules"},
				  [6] = {"second copy…"},
				  [7] = {"signing keys"},
				  [8] = {"convening: notices, written requests, calls…"},
				  [9] = {"close the register"}}},
};

/* The screen of the item: of an item or a motion, and of a vote. */
static const struct meanings item = {
	SCREEN_ITEM, {[1] = {"put to the vote…", "put the motion to the vote…"},
			     [2] = {"unanimous"},
			     [3] = {"take note without a vote"},
			     [4] = {"postpone…"},
			     [5] = {"withdraw…", "withdraw the motion…"},
			     [6] = {"amendment, motion…"},
			     [7] = {"write"},
			     [8] = {"insert an urgent item…"},
			     [9] = {"suspend the sitting…"}}};
static const struct meanings vote = {
	SCREEN_ITEM, {[1] = {"all for"},
			     [2] = {"who is missing"},
			     [3] = {"correct a vote…", "correct the figures…"},
			     [4] = {"void the vote…"},
			     [5] = {"recused, readmitted…"},
			     [6] = {"proxies…"},
			     [7] = {"explanation of vote…"},
			     [8] = {"another kind of vote…"},
			     [9] = {"what if these leave…"}}};

/* And of an election, which has its own acts. */
static const struct meanings election = {
	SCREEN_ITEM, {[1] = {"open an election, its next round, decide a tie…"},
			     [2] = {"put the office into the register…"},
			     [3] = {"correct the counted round…"},
			     [4] = {"postpone…"},
			     [5] = {"withdraw…"},
			     [6] = {"void the election…"},
			     [7] = {"write"},
			     [8] = {"a candidate withdraws…"},
			     [9] = {"suspend the sitting…"}}};

static const struct {
	const char *lines;
	const struct meanings *item; /* what the screen of the item shows */
} phases[] = {
	{"", &item},
	{"session.create kind=ordinary year=2025 month=2\n", &item}, /* an agenda of nothing */
	{"@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n", &item},
	{"@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
	 "attendance.present member=1,4\n@11:30 call.fail confirm=unanswered\n",
		&item},
	{OPENED, &item},
	{AT_ITEM, &item},
	{ITEM, &item},
	{ITEM "motion.move kind=amendment member=10 text_fr=\"Un autre texte\"\n", &item},
	{VOTE, &vote},
	{VOTED, &vote},
	{ITEM "vote.open kind=hands\n", &vote},
	{VOTED "vote.announce\n", &vote},
	{POST, &election},
	{ROUND, &election},
	{ROUND "election.mark choice=1\nelection.count\n", &election},
	{ROUND "election.mark choice=1\nelection.count\nelection.announce\n", &election},
	{OPENED "sitting.suspend reason=break\n", &item},
	{VOTED "vote.announce\nsitting.suspend reason=break\n", &vote},
	{OPENED "sitting.close cause=left-open\n", &item},
	{OPENED "sitting.close cause=done confirm=untreated\n", &item},
};

static bool is_one_of(const char *const ways[WAYS], const char *label)
{
	for (size_t i = 0; i < WAYS && ways[i]; i++) {
		if (strcmp(ways[i], label) == 0)
			return true;
	}
	return false;
}

/* All digits of M stand in the menu in their order, and no other. */
static void assert_means(struct driver *t, const struct meanings *m, size_t phase)
{
	struct action actions[ACTIONS_MAX];
	size_t n, at = 0;

	desk_go(t->desk, m->screen);
	driver_keys(t, "");
	n = desk_view(m->screen)->actions(t->desk, actions);
	if (n == 0)
		fail_msg("phase %zu, screen %d: no menu", phase, (int)m->screen);
	for (int digit = 1; digit <= 9; digit++) {
		bool here = at < n && actions[at].digit == digit;

		if (here != (m->of[digit][0] != NULL) ||
			(here && !is_one_of(m->of[digit], actions[at].label.id)))
			fail_msg("phase %zu, screen %d, digit %d: %s", phase, (int)m->screen, digit,
				here ? actions[at].label.id : "missing");
		at += here;
	}
	for (; at < n; at++)
		assert_int_equal(actions[at].digit, -1);
}

/* ITEM: what the screen of the item shows; NULL: whatever was there last. */
static void assert_all_mean(struct driver *t, const struct meanings *on_item, size_t phase)
{
	for (size_t k = 0; k < ARRAY_LEN(screens); k++)
		assert_means(t, &screens[k], phase);
	if (on_item)
		assert_means(t, on_item, phase);
}

static void a_digit_means_the_same_in_every_phase_of_a_session(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(phases); i++) {
		struct driver t;

		driver_begin(&t, LANG_EN, phases[i].lines);
		assert_all_mean(&t, phases[i].item, i);
		driver_close(&t);
	}
}

/* The chosen session is frozen, then signed by both. */
static void seal(struct driver *t, bool signed_too)
{
	struct signer signers[] = {{.role = SIGNER_SECRETARY, .certificate = {{1}}},
		{.role = SIGNER_PRESIDENT, .certificate = {{2}}}};
	struct command c = command_of(CMD_RECORD_FREEZE);
	struct error err = {.code = ERROR_NONE};
	struct answer answer;

	c.arg.record_freeze = (struct record_frozen){.signers = {signers, ARRAY_LEN(signers)}};
	assert_int_equal(register_act(t->r, &c, STR("test"), &answer, &t->arena, &err), 0);
	assert_int_equal(answer.verdict, VERDICT_DONE);
	for (int role = 0; signed_too && role < 2; role++) {
		c = command_of(CMD_RECORD_SIGN);
		c.arg.record_sign = (struct record_signed){
			.role = role, .certificate = signers[role].certificate, .file = {{9}}};
		assert_int_equal(register_act(t->r, &c, STR("test"), &answer, &t->arena, &err), 0);
		assert_int_equal(answer.verdict, VERDICT_DONE);
	}
}

static void a_digit_means_the_same_once_the_record_is_frozen_and_signed(void **state)
{
	(void)state;
	for (int signed_too = 0; signed_too < 2; signed_too++) {
		struct driver t;

		driver_open(&t, LANG_EN, DRIVER_HELD);
		seal(&t, signed_too);
		driver_desk(&t, 24, 80);
		assert_int_equal(
			driver_session(&t)->phase, signed_too ? PHASE_SEALED : PHASE_FROZEN);
		assert_all_mean(&t, NULL, (size_t)signed_too);
		driver_close(&t);
	}
}

static void before_the_first_session_the_digits_of_the_register_are_the_same(void **state)
{
	struct driver t;

	(void)state;
	driver_open_played(&t, LANG_EN,
		"@2026-03-02T09:00:00+00:00 chamber.create code=abc lang=fr name_fr=Chambre "
		"genesis=00112233445566778899aabbccddeeff\n");
	driver_desk(&t, 24, 80);
	assert_null(driver_session(&t));
	for (size_t k = 0; k < ARRAY_LEN(screens); k++) {
		if (screens[k].screen == SCREEN_REGISTER)
			assert_means(&t, &screens[k], 0);
	}
	driver_close(&t);
}

static void a_digit_that_waits_says_for_what(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "");
	driver_keys(&t, "<F9>1 1");
	driver_must_show(&t, "No sitting is open");
	assert_null(session_sitting(driver_session(&t)));
	driver_keys(&t, "<Esc><F9>1 9");
	driver_must_show(&t, "No sitting is open");
	driver_close(&t);
}

/* The digits of another panel are no acts of this screen. */
static void without_a_budget_its_digits_wait_too(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, "session.create kind=ordinary year=2025 month=2\n");
	driver_keys(&t, "<F9>5 1");
	assert_int_equal(t.desk->screen, SCREEN_BUDGET);
	driver_must_show(&t, "No item of the agenda is a budget.");
	driver_keys(&t, "<Esc>u");
	driver_must_show(&t, "No item of the agenda is a budget.");
	driver_close(&t);
}

static void the_menus_of_the_agenda_and_the_sessions_read_well(void **state)
{
	(void)state;
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		struct driver t;

		driver_begin(&t, lang, "");
		driver_keys(&t, "<F9>1 ");
		driver_golden(&t, "digits-agenda");
		driver_keys(&t, "<End><Up><Enter>");
		driver_golden(&t, "digits-prepare");
		driver_keys(&t, "1");
		assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
		driver_close(&t);
		driver_begin(&t, lang, OPENED);
		driver_keys(&t, "<F9>1 ");
		driver_golden(&t, "digits-sitting");
		driver_keys(&t, "<F9>0 ");
		driver_golden(&t, "register-menu");
		driver_close(&t);
	}
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(a_digit_means_the_same_in_every_phase_of_a_session),
		cmocka_unit_test(a_digit_means_the_same_once_the_record_is_frozen_and_signed),
		cmocka_unit_test(before_the_first_session_the_digits_of_the_register_are_the_same),
		cmocka_unit_test(a_digit_that_waits_says_for_what),
		cmocka_unit_test(without_a_budget_its_digits_wait_too),
		cmocka_unit_test(the_menus_of_the_agenda_and_the_sessions_read_well),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}

/* Deciding a budget chapter by chapter, and amendments of its lines. */
#include "model/budget.h"
#include "tests/assembly.h"

static const struct item *budget_of(const struct assembly *t)
{
	return session_item(&t->session, 4);
}

static int64_t amount_of(const struct assembly *t, const char *code)
{
	const struct budget_line_set *line =
		budget_line(budget_of(t), (struct str){code, strlen(code)});

	assert_non_null(line);
	return budget_amount(&t->session, line, BUDGET_NOW);
}

static const struct budget_chapter *due_of(struct assembly *t)
{
	return budget_due(&t->session, budget_of(t), &t->arena);
}

/* Revenue 100 + 50, chapters 2 (60 + 40) and 3 (50); item 4 is open. */
static void with_budget(struct assembly *t, const char *mode)
{
	assembly_session(t, 5);
	given(t, mode, "budget.line item=4 code=1.1 part=revenue title_fr=État amount=100",
		"budget.line item=4 code=1.2 part=revenue title_fr=Taxe amount=50",
		"budget.line item=4 code=2.1 part=operating title_fr=Personnel amount=60",
		"budget.line item=4 code=2.2 part=operating title_fr=Foires amount=40",
		"budget.line item=4 code=3 part=investment title_fr=Travaux amount=50",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=4");
}

static void presented(struct assembly *t)
{
	with_budget(t, "rule.set key=budget.mode value=chapters");
	given(t, "item.present");
}

static void chapters_are_voted_one_after_the_other_then_the_whole(void **state)
{
	struct assembly *t = *state;
	size_t n;
	const struct budget_chapter *list;

	presented(t);
	list = budget_chapters(&t->session, budget_of(t), &t->arena, &n);
	assert_int_equal(n, 3);
	assert_int_equal(list[0].code.n, 0);
	assert_int_equal(list[0].sum, 15000);
	assert_true(str_is(list[1].code, "2"));
	assert_int_equal(list[1].sum, 10000);
	assert_true(both_pick(list[2].title, LANG_FR).n > 0);
	refused(t, "vote.unanimous chapter=whole", "chapters-due");
	then(t, "vote.unanimous", "motion.moved vote.opened vote.all_marked vote.closed");
	refused(t, "vote.unanimous", "not-announced");
	given(t, "vote.announce");
	refused(t, "vote.unanimous chapter=revenue", "chapter-voted");
	assert_true(str_is(due_of(t)->code, "2"));
	given(t, "vote.unanimous chapter=3", "vote.announce");
	assert_true(str_is(due_of(t)->code, "2"));
	given(t, "vote.open kind=hands", "vote.count against=1 abstain=0", "vote.close",
		"vote.announce");
	assert_null(due_of(t));
	assert_false(item_decided(budget_of(t)));
	then(t, "vote.unanimous", "vote.opened vote.all_marked vote.closed");
	assert_true(item_decided(budget_of(t)));
	assert_true(session_motion(&t->session, MOTION_CHAPTER_BASE + 1) != NULL);
}

static void a_chapter_is_of_a_budget_voted_so(void **state)
{
	struct assembly *t = *state;

	with_budget(t, "rule.set key=budget.mode value=whole");
	given(t, "item.present");
	refused(t, "vote.unanimous chapter=2", "no-chapters");
	given(t, "vote.unanimous", "vote.announce");
	assert_true(item_decided(budget_of(t)));
}

static void what_is_voted_must_be_clear(void **state)
{
	struct assembly *t = *state;

	presented(t);
	refused(t, "vote.unanimous chapter=9", "unknown-chapter");
	refused(t, "motion.move kind=chapter member=3", "chapter-kind");
	given(t, "motion.move kind=thanks title_fr=Merci");
	refused(t, "vote.unanimous chapter=2 motion=1", "two-matters");
	given(t, "vote.unanimous chapter=2");
}

static void a_budget_by_chapters_is_in_no_block(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "rule.set key=budget.mode value=chapters",
		"budget.line item=4 code=2 part=operating title_fr=A amount=1",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record");
	refused(t, "vote.block item=1,4", "block-chapters");
}

static void a_refused_chapter_is_asked_about_before_the_whole(void **state)
{
	struct assembly *t = *state;
	const struct event *opened;

	presented(t);
	given(t, "vote.unanimous", "vote.announce", "vote.open kind=named",
		"vote.all value=against", "vote.close", "vote.announce", "vote.unanimous",
		"vote.announce");
	asked(t, "vote.open kind=named", "chapter-refused");
	given(t, "vote.open kind=named confirm=chapter-refused,by-chapter");
	opened = &t->session.log.at[session_open_vote(&t->session)->n_opened];
	assert_true(str_is(opened->body.vote_opened.warned, "budget.mode"));
}

static void a_voided_chapter_is_due_again(void **state)
{
	struct assembly *t = *state;

	presented(t);
	given(t, "vote.unanimous", "vote.announce", "vote.void reason=x");
	assert_int_equal(due_of(t)->code.n, 0);
	then(t, "vote.unanimous", "vote.opened vote.all_marked vote.closed");
	given(t, "vote.announce", "vote.unanimous", "vote.announce", "vote.unanimous",
		"vote.announce", "vote.unanimous", "vote.announce");
	refused(t, "vote.void vote=4/2 reason=x", "voted-on");
	then(t, "vote.correct vote=4/2 member=1 value=against reason=x", "vote.corrected");
}

static void an_amendment_moves_an_amount_once_adopted(void **state)
{
	struct assembly *t = *state;

	presented(t);
	then(t, "motion.move kind=transfer member=3 line=2.1 to_line=3 amount=15", "motion.moved");
	assert_int_equal(amount_of(t, "2.1"), 6000);
	refused(t, "vote.unanimous chapter=2", "transfer-waits");
	refused(t, "vote.unanimous chapter=3", "transfer-waits");
	given(t, "vote.unanimous motion=1", "vote.announce");
	assert_int_equal(amount_of(t, "2.1"), 4500);
	assert_int_equal(amount_of(t, "3"), 6500);
	assert_int_equal(budget_balance(&t->session, budget_of(t), BUDGET_NOW), 0);
	assert_int_equal(budget_of(t)->lines.at[2].amount, 6000); /* as submitted */
	given(t, "vote.unanimous", "vote.announce", "vote.unanimous", "vote.announce");
	refused(t, "motion.move kind=transfer member=3 line=2.2 to_line=3 amount=5",
		"chapter-voted");
	refused(t, "vote.void vote=4/1 reason=x", "voted-on");
}

static void a_rejected_amendment_moves_nothing(void **state)
{
	struct assembly *t = *state;

	presented(t);
	given(t, "motion.move kind=transfer member=3 line=2.1 to_line=3 amount=15",
		"vote.open kind=named motion=1", "vote.all value=against", "vote.close",
		"vote.announce");
	assert_int_equal(amount_of(t, "2.1"), 6000);
	assert_int_equal(amount_of(t, "3"), 5000);
}

static void an_amendment_of_lines_is_checked(void **state)
{
	struct assembly *t = *state;

	presented(t);
	refused(t, "motion.move kind=transfer member=3 amount=5", "no-line");
	refused(t, "motion.move kind=transfer member=3 line=2.1 to_line=2.1 amount=5", "same-line");
	refused(t, "motion.move kind=transfer member=3 line=2.1 to_line=3", "no-amount");
	refused(t, "motion.move kind=transfer member=3 line=2.9 to_line=3 amount=5",
		"unknown-line");
	refused(t, "motion.move kind=transfer member=3 line=2.1 to_line=3 amount=60,01",
		"too-much");
	refused(t, "motion.move kind=transfer line=2.1 to_line=3 amount=5", "no-mover");
	refused(t, "motion.move kind=thanks title_fr=Merci amount=5", "not-a-transfer");
	asked(t, "motion.move kind=transfer member=3 line=2.1 amount=5", "unbalanced");
	asked(t, "motion.move kind=transfer member=3 line=2.1 to_line=1.1 amount=5", "unbalanced");
	given(t, "motion.move kind=transfer member=3 line=2.1 amount=5 confirm=unbalanced",
		"vote.unanimous motion=1", "vote.announce");
	assert_int_equal(budget_balance(&t->session, budget_of(t), BUDGET_NOW), 500);
	given(t, "motion.move kind=transfer member=3 to_line=3 amount=5"); /* mends it */
}

static void only_a_budget_with_lines_is_amended_so(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present");
	refused(t, "motion.move kind=transfer member=3 line=2.1 amount=5", "no-budget");
}

static void two_amendments_cannot_take_more_than_there_is(void **state)
{
	struct assembly *t = *state;

	presented(t);
	given(t, "motion.move kind=transfer member=3 line=2.1 to_line=3 amount=40",
		"motion.move kind=transfer member=2 line=2.1 to_line=3 amount=40",
		"vote.unanimous motion=1", "vote.announce");
	refused(t, "vote.unanimous motion=2", "too-much");
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(chapters_are_voted_one_after_the_other_then_the_whole),
		CASE(a_chapter_is_of_a_budget_voted_so),
		CASE(what_is_voted_must_be_clear),
		CASE(a_budget_by_chapters_is_in_no_block),
		CASE(a_refused_chapter_is_asked_about_before_the_whole),
		CASE(a_voided_chapter_is_due_again),
		CASE(an_amendment_moves_an_amount_once_adopted),
		CASE(a_rejected_amendment_moves_nothing),
		CASE(an_amendment_of_lines_is_checked),
		CASE(only_a_budget_with_lines_is_amended_so),
		CASE(two_amendments_cannot_take_more_than_there_is),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}

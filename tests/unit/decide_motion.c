/* Deciding motions: amendments and their texts, procedure, an agenda changed by votes. */
#include "model/minutes.h"
#include "model/motion.h"

#include "tests/assembly.h"
#include "tests/minuted.h"

static struct both text_of(struct assembly *t, int64_t number)
{
	const struct session *s = &t->session;

	return motion_text(s, session_item(s, session_agenda_key(s, number)));
}

static void text_reads(struct assembly *t, const char *fr)
{
	struct both text = text_of(t, 1);

	if (!str_is(text.fr, fr))
		fail_msg("“%.*s” instead of “%s”", (int)text.fr.n, text.fr.p, fr);
}

static enum motion_state state_of(struct assembly *t, int64_t n)
{
	const struct motion *motion = session_motion(&t->session, n);

	assert_non_null(motion);
	return motion_state(&t->session, motion);
}

/* Item 1 is open with a text of its own, five members are here. */
static void amendable(struct assembly *t)
{
	assembly_sitting(t, 5);
	given(t, "item.change item=1 text_fr=\"one two three four five\" text_ar=\"نص أول\"",
		"item.open item=1", "item.present item=1 member=2");
}

/* --- moving --- */

static void an_amendment_keeps_both_texts(void **state)
{
	struct assembly *t = *state;
	const struct motion_moved *m;

	amendable(t);
	then(t,
		"motion.move kind=amendment member=3 second=4,5 text_fr=\"one 2 three four five\" "
		"title_fr=art.4",
		"motion.moved");
	m = &t->session.motions.at[0].is;
	assert_int_equal(m->motion, 1);
	assert_int_equal(m->item, 1);
	assert_true(str_is(m->before_fr, "one two three four five"));
	assert_true(str_is(m->after_fr, "one 2 three four five"));
	assert_true(str_is(m->before_ar, "نص أول"));
	assert_int_equal(m->after_ar.n, 0);
	assert_int_equal(m->seconders.n, 2);
	assert_int_equal(state_of(t, 1), MOTION_WAITS);
	text_reads(t, "one two three four five");
}

static void an_amendment_needs_an_open_item_a_mover_and_a_change(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	refused(t, "motion.move kind=amendment member=3 text_fr=x", "no-item");
	given(t, "item.open item=1");
	refused(t, "motion.move kind=amendment item=2 member=3 text_fr=x", "not-open");
	refused(t, "motion.move kind=amendment text_fr=x", "no-mover");
	refused(t, "motion.move kind=amendment member=3", "no-change");
	refused(t, "motion.move kind=amendment member=9 text_fr=x", "unknown-member");
	given(t, "attendance.left member=3");
	refused(t, "motion.move kind=amendment member=3 text_fr=x", "not-here");
	refused(t, "motion.move kind=amendment member=2 second=2 text_fr=x", "own-second");
	refused(t, "motion.move kind=amendment member=2 second=4,4 text_fr=x", "double-number");
	then(t, "motion.move kind=amendment member=2 text_fr=x", "motion.moved");
}

static void an_amendment_that_repeats_the_text_is_none(void **state)
{
	struct assembly *t = *state;

	amendable(t);
	refused(t, "motion.move kind=amendment member=3 text_fr=\"one two three four five\"",
		"no-change");
	refused(t, "motion.move kind=proposal member=3", "no-text");
	refused(t, "motion.move kind=postpone member=3", "no-reason");
	refused(t, "motion.move kind=insert member=3 title_fr=x", "agenda-kind");
}

static void a_decided_item_takes_no_amendment_but_thanks(void **state)
{
	struct assembly *t = *state;

	amendable(t);
	given(t, "item.discuss");
	refused(t, "motion.move kind=close-debate member=3", "discussed");
	given(t, "vote.unanimous", "vote.announce");
	refused(t, "motion.move kind=amendment member=3 text_fr=x", "decided");
	then(t, "motion.move kind=thanks title_fr=Merci", "motion.moved");
}

/* --- voting --- */

static void an_adopted_amendment_is_in_the_text_voted_as_a_whole(void **state)
{
	struct assembly *t = *state;
	const struct vote *whole;

	amendable(t);
	given(t, "motion.move kind=amendment member=3 text_fr=\"one 2 three four five\"");
	asked(t, "vote.unanimous", "motions-wait");
	then(t, "vote.unanimous motion=1", "vote.opened vote.all_marked vote.closed");
	assert_int_equal(state_of(t, 1), MOTION_IS_ADOPTED);
	given(t, "vote.announce");
	text_reads(t, "one 2 three four five");
	assert_false(item_decided(session_item(&t->session, 1)));
	then(t, "vote.unanimous", "vote.opened*");
	whole = item_vote(session_item(&t->session, 1));
	assert_int_equal(whole->motion, 0);
	assert_true(str_is(whole->text.fr, "one 2 three four five"));
	assert_true(str_is(whole->text.ar, "نص أول"));
	assert_int_equal(session_decision_number(&t->session, whole), 1);
	given(t, "vote.announce");
	assert_minuted(t, LANG_EN, "unanimously approved item 1 of the agenda, as amended: ");
	assert_minuted(t, LANG_FR, "le point n° 1 de l’ordre du jour, tel qu’amendé : ");
	assert_minuted(t, LANG_AR, "من جدول الأعمال كما عدلت: ");
}

static void a_rejected_amendment_leaves_the_text(void **state)
{
	struct assembly *t = *state;

	amendable(t);
	given(t, "motion.move kind=amendment member=3 text_fr=\"one 2 three four five\"",
		"vote.open kind=hands motion=1", "vote.count for=0 against=5 abstain=0",
		"vote.close", "vote.announce");
	assert_int_equal(state_of(t, 1), MOTION_IS_REJECTED);
	text_reads(t, "one two three four five");
	refused(t, "vote.unanimous motion=1", "motion-done");
	refused(t, "vote.unanimous motion=7", "unknown-motion");
}

static void amendments_of_different_words_are_both_in_the_text(void **state)
{
	struct assembly *t = *state;

	amendable(t);
	given(t, "motion.move kind=amendment member=3 text_fr=\"one 2 three four five\"",
		"motion.move kind=amendment member=4 text_fr=\"one two three four 5\"",
		"vote.unanimous motion=1", "vote.announce", "vote.unanimous motion=2",
		"vote.announce");
	text_reads(t, "one 2 three four 5");
}

static void amendments_of_the_same_words_do_not_both_pass(void **state)
{
	struct assembly *t = *state;

	amendable(t);
	given(t, "motion.move kind=amendment member=3 text_fr=\"one 2 three four five\"",
		"motion.move kind=amendment member=4 text_fr=\"one deux three four five\"",
		"vote.unanimous motion=1", "vote.announce");
	refused(t, "vote.unanimous motion=2", "overlap");
	assert_null(motion_next(&t->session, &t->arena)); /* the step does not propose it */
	given(t, "motion.withdraw motion=2 reason=restated",
		"motion.move kind=amendment member=4 text_fr=\"one deux three four five\"",
		"vote.unanimous motion=3", "vote.announce");
	assert_int_equal(state_of(t, 2), MOTION_IS_WITHDRAWN);
	text_reads(t, "one deux three four five");
}

static void the_furthest_amendment_is_proposed_first(void **state)
{
	struct assembly *t = *state;
	const struct motion **list;
	size_t n;

	amendable(t);
	given(t, "motion.move kind=amendment member=3 text_fr=\"one 2 three four five\"",
		"motion.move kind=amendment member=4 text_fr=\"five four three two one zero\"",
		"motion.move kind=proposal member=5 title_fr=autre",
		"motion.move kind=close-debate member=5");
	list = motions_waiting(&t->session, &t->arena, &n);
	assert_int_equal(n, 4);
	assert_int_equal(list[0]->is.motion, 4);
	assert_int_equal(list[1]->is.motion, 2);
	assert_int_equal(list[2]->is.motion, 1);
	assert_int_equal(list[3]->is.motion, 3);
	/* Only proposed: the other one may go first. */
	then(t, "vote.unanimous motion=1", "vote.opened*");
}

static void going_on_without_a_motion_lets_it_lapse(void **state)
{
	struct assembly *t = *state;

	amendable(t);
	given(t, "motion.move kind=amendment member=3 text_fr=x");
	then(t, "vote.unanimous confirm=motions-wait", "vote.opened*");
	assert_int_equal(state_of(t, 1), MOTION_IS_LAPSED);
	refused(t, "motion.withdraw motion=1 reason=late", "motion-done");
}

static void taking_note_asks_about_motions_that_wait(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "item.open item=2", "item.present item=2 member=2",
		"motion.move kind=proposal member=3 title_fr=autre");
	asked(t, "item.note", "motions-wait");
	then(t, "item.note confirm=motions-wait", "item.noted");
}

static void an_amendment_waits_for_the_presentation(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "item.open item=1", "motion.move kind=amendment member=3 text_fr=x");
	refused(t, "vote.unanimous motion=1", "not-presented");
	refused(t, "vote.unanimous motion=1 item=2", "other-item");
	assert_int_equal(step_next(&t->world, &t->arena).command.type, CMD_ITEM_PRESENT);
}

static void a_text_with_an_amendment_on_it_stands_still(void **state)
{
	struct assembly *t = *state;

	amendable(t);
	given(t, "motion.move kind=amendment member=3 text_fr=x");
	refused(t, "item.change item=1 text_fr=y", "motion-waits");
	given(t, "motion.withdraw motion=1 reason=\"of his own\"");
	then(t, "item.change item=1 text_fr=y", "item.changed");
}

static void a_noted_item_keeps_its_text(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 3);
	given(t, "item.open item=2", "item.present item=2 member=2", "item.note");
	refused(t, "item.change item=2 text_fr=late", "item-treated");
}

/* --- mending --- */

static void an_amendment_that_was_built_upon_stays(void **state)
{
	struct assembly *t = *state;

	amendable(t);
	given(t, "motion.move kind=amendment member=3 text_fr=\"one 2 three four five\"",
		"vote.unanimous motion=1", "vote.announce", "vote.unanimous", "vote.announce");
	refused(t, "vote.void vote=1/1 reason=wrong", "voted-on");
	given(t, "vote.void vote=1/2 reason=wrong", "vote.void vote=1/1 reason=wrong");
	assert_int_equal(state_of(t, 1), MOTION_WAITS);
	text_reads(t, "one two three four five");
}

static void a_correction_that_turns_an_amendment_changes_the_text(void **state)
{
	struct assembly *t = *state;

	amendable(t);
	given(t, "motion.move kind=amendment member=3 text_fr=\"one 2 three four five\"",
		"vote.open kind=hands motion=1", "vote.count for=3 against=2 abstain=0",
		"vote.close", "vote.correct for=2 against=3 reason=recount", "vote.announce");
	text_reads(t, "one two three four five");
	given(t, "vote.unanimous", "vote.announce");
	refused(t, "vote.correct vote=1/1 for=3 against=2 reason=again", "voted-on");
}

/* --- procedure --- */

static void a_motion_to_postpone_is_carried_out_by_the_step(void **state)
{
	struct assembly *t = *state;
	struct step step;

	amendable(t);
	given(t, "motion.move kind=postpone member=3 grounds_fr=\"dossier incomplet\"");
	step = step_next(&t->world, &t->arena);
	assert_int_equal(step.command.type, CMD_VOTE_OPEN);
	assert_int_equal(step.command.arg.vote_open.motion, 1);
	given(t, "vote.unanimous motion=1", "vote.announce");
	assert_false(item_decided(session_item(&t->session, 1)));
	step = step_next(&t->world, &t->arena);
	assert_int_equal(step.command.type, CMD_ITEM_POSTPONE);
	assert_int_equal(assembly_send(t, &step.command), VERDICT_DONE);
	assert_int_equal(session_item(&t->session, 1)->state, ITEM_IS_POSTPONED);
	assert_true(str_is(session_item(&t->session, 1)->reason, "dossier incomplet"));
}

static void closing_the_debate_and_suspending_follow_from_their_votes(void **state)
{
	struct assembly *t = *state;
	struct step step;

	amendable(t);
	given(t, "motion.move kind=close-debate member=3", "vote.unanimous motion=1",
		"vote.announce");
	step = step_next(&t->world, &t->arena);
	assert_int_equal(step.command.type, CMD_ITEM_DISCUSS);
	given(t, "item.discuss", "motion.move kind=suspend member=3", "vote.unanimous motion=2",
		"vote.announce");
	step = step_next(&t->world, &t->arena);
	assert_int_equal(step.command.type, CMD_SITTING_SUSPEND);
	given(t, "sitting.suspend reason=other", "sitting.resume", "quorum.record");
	step = step_next(&t->world, &t->arena);
	assert_int_equal(step.command.type, CMD_VOTE_OPEN);
	assert_int_equal(step.command.arg.vote_open.motion, 0);
}

static void a_call_for_a_count_is_counted_not_voted(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 4);
	given(t, "motion.move kind=count member=3");
	refused(t, "vote.unanimous motion=1", "count-only");
	assert_int_equal(step_next(&t->world, &t->arena).command.type, CMD_QUORUM_RECORD);
	given(t, "quorum.record");
	assert_int_equal(state_of(t, 1), MOTION_IS_COUNTED);
}

static void thanks_are_a_decision_amendments_are_none(void **state)
{
	struct assembly *t = *state;
	const struct session *s = &t->session;

	amendable(t);
	given(t, "motion.move kind=amendment member=3 text_fr=x", "vote.unanimous motion=1",
		"vote.announce", "motion.move kind=thanks title_fr=Merci",
		"vote.unanimous motion=2", "vote.announce");
	assert_int_equal(session_decision_number(s, session_vote(s, (struct vote_id){1, 1})), 0);
	assert_int_equal(session_decision_number(s, session_vote(s, (struct vote_id){1, 2})), 1);
}

static bool open_point(struct assembly *t, const char *id)
{
	struct open_point points[40];
	size_t n = minutes_open_points(&t->session, points, ARRAY_LEN(points), &t->arena);

	for (size_t i = 0; i < n; i++) {
		if (!strcmp(points[i].what.id, id))
			return true;
	}
	return false;
}

static void an_amendment_in_one_language_only_is_an_open_point(void **state)
{
	struct assembly *t = *state;

	amendable(t);
	given(t, "motion.move kind=amendment member=3 text_fr=x");
	assert_true(motion_in_one_language(&t->session.motions.at[0]));
	assert_true(open_point(t, "{motion}: the Arabic text is not changed"));
	given(t, "motion.withdraw motion=1 reason=non",
		"motion.move kind=amendment member=3 text_fr=x text_ar=x");
	assert_false(motion_in_one_language(&t->session.motions.at[1]));
	assert_false(open_point(t, "{motion}: the Arabic text is not changed"));
}

/* --- the agenda --- */

static void an_urgent_item_is_on_the_agenda_once_it_was_voted(void **state)
{
	struct assembly *t = *state;
	const struct session *s = &t->session;

	assembly_sitting(t, 5);
	refused(t, "agenda.insert kind=minutes grounds_fr=urgent", "no-title");
	refused(t, "agenda.insert kind=minutes title_fr=Urgence", "no-reason");
	refused(t, "agenda.insert kind=minutes title_fr=Urgence grounds_fr=u at=9", "bad-place");
	then(t, "agenda.insert kind=minutes title_fr=Urgence grounds_fr=crue at=2",
		"item.added item.moved motion.moved");
	assert_int_equal(session_agenda_number(s, 6), 2);
	assert_int_equal(session_item(s, 6)->state, ITEM_IS_PROPOSED);
	refused(t, "item.open item=2", "proposed");
	then(t, "vote.unanimous motion=1001", "vote.opened*");
	assert_int_equal(s->last_vote.item, OWN_MATTERS);
	given(t, "vote.announce");
	assert_int_equal(session_item(s, 6)->state, ITEM_IS_WAITING);
	/* Amendments count from 1 all the same. */
	then(t, "motion.move kind=thanks title_fr=Merci", "motion.moved");
	assert_int_equal(s->motions.at[1].is.motion, 1);
	given(t, "motion.withdraw motion=1 reason=non");
	then(t, "item.open item=2", "item.opened");
	refused(t, "vote.void vote=agenda/1 reason=late", "item-treated");
}

static void a_number_that_was_called_does_not_change_any_more(void **state)
{
	struct assembly *t = *state;
	const struct session *s = &t->session;

	assembly_item(t, 5); /* item 1 */
	given(t, "vote.unanimous", "vote.announce", "item.open item=3", "item.note");
	refused(t, "agenda.insert kind=minutes title_fr=Urgence grounds_fr=crue at=1",
		"numbers-stand");
	refused(t, "agenda.insert kind=minutes title_fr=Urgence grounds_fr=crue at=3",
		"numbers-stand");
	refused(t, "agenda.move item=4 to=2 grounds_fr=x", "numbers-stand");
	refused(t, "agenda.move item=2 to=5 grounds_fr=x", "numbers-stand");
	given(t, "agenda.move item=4 to=5 grounds_fr=x", "motion.withdraw motion=1001 reason=x");
	then(t, "agenda.insert kind=minutes title_fr=Urgence grounds_fr=crue",
		"item.added item.moved motion.moved");
	assert_int_equal(session_agenda_number(s, 6), 4); /* behind what was begun */
	assert_int_equal(session_agenda_number(s, 3), 3);
}

static void a_refused_item_is_off_the_agenda_and_in_the_record(void **state)
{
	struct assembly *t = *state;
	const struct session *s = &t->session;

	assembly_sitting(t, 5);
	given(t, "agenda.insert kind=minutes title_fr=Urgence grounds_fr=crue at=1",
		"vote.open kind=hands motion=1001", "vote.count for=1 against=4 abstain=0",
		"vote.close", "vote.announce");
	assert_int_equal(s->agenda.n, 5);
	assert_int_equal(s->items.n, 6);
	assert_int_equal(session_item(s, 6)->state, ITEM_IS_REFUSED);
	/* Counted wrongly: it is back. */
	given(t, "vote.correct for=4 against=1 reason=recount", "vote.announce");
	assert_int_equal(session_agenda_number(s, 6), 1);
	assert_int_equal(session_item(s, 6)->state, ITEM_IS_WAITING);
	given(t, "vote.void reason=again");
	assert_int_equal(session_item(s, 6)->state, ITEM_IS_PROPOSED);
	given(t, "motion.withdraw motion=1001 reason=\"no longer\"");
	assert_int_equal(s->agenda.n, 5);
	assert_int_equal(session_item(s, 6)->state, ITEM_IS_REFUSED);
}

static void items_move_and_leave_by_a_vote(void **state)
{
	struct assembly *t = *state;
	const struct session *s = &t->session;

	assembly_sitting(t, 5);
	refused(t, "agenda.move item=4 to=4 grounds_fr=x", "same-place");
	refused(t, "agenda.move item=4 to=8 grounds_fr=x", "bad-place");
	given(t, "agenda.move item=4 to=1 grounds_fr=\"le budget presse\"");
	refused(t, "agenda.withdraw item=4 grounds_fr=x", "motion-waits");
	given(t, "vote.unanimous motion=1001", "vote.announce");
	assert_int_equal(session_agenda_number(s, 4), 1);
	assert_int_equal(s->called.at[3], 4);
	given(t, "agenda.withdraw item=2 member=3 grounds_fr=\"plus d'objet\"",
		"vote.unanimous motion=1002", "vote.announce");
	assert_int_equal(session_item(s, 1)->state, ITEM_IS_WITHDRAWN);
	assert_true(str_is(session_item(s, 1)->reason, "plus d'objet"));
	given(t, "vote.void reason=wrong");
	assert_int_equal(session_item(s, 1)->state, ITEM_IS_WAITING);
	assert_int_equal(session_item(s, 1)->n_ended, 0);
	given(t, "item.open item=1");
	refused(t, "agenda.withdraw item=1 grounds_fr=x", "item-treated");
}

static void the_agenda_is_put_once_and_before_it_is_begun(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	then(t, "agenda.adopt", "motion.moved");
	refused(t, "agenda.adopt", "agenda-put");
	given(t, "vote.unanimous motion=1001", "vote.announce");
	assert_int_equal(state_of(t, 1001), MOTION_IS_ADOPTED);
	given(t, "item.open item=1");
	refused(t, "agenda.adopt", "agenda-begun");
}

/* A register whose profile asks for it; the rule is frozen with the opening. */
static void the_rule_says_whether_the_agenda_is_voted(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	given(t, "ceremony.note kind=quran", "ceremony.note kind=anthem");
	assert_false(motion_agenda_due(&t->session));
	t->session.rules.agenda_vote = true;
	assert_true(motion_agenda_due(&t->session));
	assert_int_equal(step_next(&t->world, &t->arena).command.type, CMD_AGENDA_ADOPT);
}

static void an_agenda_nobody_adopted_is_asked_about_once(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "rule.set key=agenda.vote value=yes");
	assembly_meet(t);
	asked(t, "item.open item=1", "agenda-vote");
	given(t, "agenda.adopt", "vote.unanimous motion=1001", "vote.announce");
	then(t, "item.open item=1", "item.opened");
	assert_int_equal(t->last.event[0].body.item_opened.warned.n, 0);
}

static void what_was_begun_over_the_agenda_is_not_asked_about_again(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "rule.set key=agenda.vote value=yes");
	assembly_meet(t);
	given(t, "item.open item=2 confirm=agenda-vote");
	assert_true(str_is(t->last.event[0].body.item_opened.warned, "agenda.vote"));
	given(t, "item.note", "item.close");
	then(t, "item.open item=1", "item.opened");
}

static void a_motion_is_taken_back_before_its_vote_only(void **state)
{
	struct assembly *t = *state;
	char line[80];

	amendable(t);
	given(t, "motion.move kind=amendment member=3 text_fr=x");
	(void)snprintf(line, sizeof line, "correction.make event=%d reason=typo",
		(int)t->session.motions.at[0].n);
	then(t, line, "act.corrected");
	assert_int_equal(t->session.motions.n, 0);
	given(t, "motion.move kind=amendment member=3 text_fr=y", "vote.unanimous motion=1");
	(void)snprintf(line, sizeof line, "correction.make event=%d reason=typo",
		(int)t->session.motions.at[0].n);
	then(t, line, "refused*");
	assert_int_equal(t->session.motions.n, 1);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(an_amendment_keeps_both_texts),
		CASE(an_amendment_needs_an_open_item_a_mover_and_a_change),
		CASE(an_amendment_that_repeats_the_text_is_none),
		CASE(a_decided_item_takes_no_amendment_but_thanks),
		CASE(an_adopted_amendment_is_in_the_text_voted_as_a_whole),
		CASE(a_rejected_amendment_leaves_the_text),
		CASE(amendments_of_different_words_are_both_in_the_text),
		CASE(amendments_of_the_same_words_do_not_both_pass),
		CASE(the_furthest_amendment_is_proposed_first),
		CASE(going_on_without_a_motion_lets_it_lapse),
		CASE(taking_note_asks_about_motions_that_wait),
		CASE(an_amendment_waits_for_the_presentation),
		CASE(a_text_with_an_amendment_on_it_stands_still),
		CASE(a_noted_item_keeps_its_text),
		CASE(an_amendment_that_was_built_upon_stays),
		CASE(a_correction_that_turns_an_amendment_changes_the_text),
		CASE(a_motion_to_postpone_is_carried_out_by_the_step),
		CASE(closing_the_debate_and_suspending_follow_from_their_votes),
		CASE(a_call_for_a_count_is_counted_not_voted),
		CASE(thanks_are_a_decision_amendments_are_none),
		CASE(an_amendment_in_one_language_only_is_an_open_point),
		CASE(an_urgent_item_is_on_the_agenda_once_it_was_voted),
		CASE(a_number_that_was_called_does_not_change_any_more),
		CASE(a_refused_item_is_off_the_agenda_and_in_the_record),
		CASE(items_move_and_leave_by_a_vote),
		CASE(the_agenda_is_put_once_and_before_it_is_begun),
		CASE(the_rule_says_whether_the_agenda_is_voted),
		CASE(an_agenda_nobody_adopted_is_asked_about_once),
		CASE(what_was_begun_over_the_agenda_is_not_asked_about_again),
		CASE(a_motion_is_taken_back_before_its_vote_only),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}

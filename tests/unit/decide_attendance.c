/* Deciding who sits for an absent member, and correcting the time somebody came or left. */
#include "tests/assembly.h"

#include "model/attendance.h"
#include "model/presence.h"

static void listed(struct assembly *t)
{
	assembly_session(t, 7);
	given(t, "member.register number=5 name_fr=\"Membre 5\" substitute_fr=\"Karima Alaoui\"",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.absent member=5,6",
		"attendance.all", "quorum.record");
}

static enum presence presence(const struct assembly *t, int64_t member)
{
	return session_seat(&t->session, member)->presence;
}

/* --- substitutes --- */

static void the_substitute_of_the_roster_takes_the_seat(void **state)
{
	struct assembly *t = *state;
	const struct substitution *one;

	listed(t);
	assert_int_equal(session_quorum(&t->session).present, 5);
	then(t, "attendance.replace member=5", "member.replaced");
	one = session_substitute(&t->session, 5);
	assert_non_null(one);
	assert_true(str_is(one->name.fr, "Karima Alaoui"));
	assert_false(one->unlisted);
	assert_int_equal(presence(t, 5), PRESENCE_HERE);
	assert_int_equal(session_quorum(&t->session).present, 6); /* one seat, one vote */
	assert_int_equal(session_quorum(&t->session).in_office, 7);
	given(t, "item.open item=1", "item.present", "vote.open kind=named",
		"vote.cast member=5 value=against");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 6);
}

static void who_the_roster_does_not_name_is_asked_about(void **state)
{
	struct assembly *t = *state;

	listed(t);
	refused(t, "attendance.replace member=6", "no-name");
	asked(t, "attendance.replace member=6 name_fr=X", "not-listed");
	asked(t, "attendance.replace member=5 name_fr=X", "not-listed");
	then(t, "attendance.replace member=6 name_fr=X confirm=not-listed", "member.replaced");
	assert_true(session_substitute(&t->session, 6)->unlisted);
	refused(t, "attendance.replace member=6 name_fr=Y confirm=not-listed", "has-substitute");
	given(t, "attendance.replace member=5 name_fr=\"Karima Alaoui\"");
	assert_false(session_substitute(&t->session, 5)->unlisted);
}

static void a_substitute_sits_only_for_who_is_not_there(void **state)
{
	struct assembly *t = *state;

	listed(t);
	refused(t, "attendance.replace member=4 name_fr=X confirm=not-listed", "is-here");
	refused(t, "attendance.replace member=9", "unknown-member");
	given(t, "item.open item=1", "item.present", "vote.open kind=named");
	refused(t, "attendance.replace member=5", "vote-open");
}

static void the_seat_is_given_back_when_the_member_comes_or_the_substitute_leaves(void **state)
{
	struct assembly *t = *state;

	listed(t);
	given(t, "attendance.replace member=5", "item.open item=1", "item.present",
		"vote.open kind=named");
	refused(t, "attendance.present member=5", "vote-open"); /* not in the middle of a vote */
	given(t, "vote.void reason=x");
	then(t, "attendance.present member=5", "member.arrived");
	assert_null(session_substitute(&t->session, 5));
	assert_int_equal(presence(t, 5), PRESENCE_HERE);
	refused(t, "attendance.present member=5", "is-here");
	given(t, "attendance.left member=5", "attendance.replace member=5",
		"attendance.left member=5");
	assert_null(session_substitute(&t->session, 5));
	assert_int_equal(presence(t, 5), PRESENCE_LEFT);
}

static void a_substitute_never_takes_the_chair(void **state)
{
	struct assembly *t = *state;
	int64_t choices[7];

	listed(t);
	given(t, "attendance.replace member=5");
	refused(t, "chair.change member=5 reason=x", "is-substitute");
	assert_int_equal(
		session_chair_choices(&t->session, 0, (struct numbers){NULL, 0}, choices, 7), 4);
	for (size_t i = 0; i < 4; i++)
		assert_int_not_equal(choices[i], 5);
}

static void a_substitute_is_there_for_one_sitting(void **state)
{
	struct assembly *t = *state;

	listed(t);
	given(t, "attendance.replace member=5", "sitting.close cause=left-open",
		"@15:00 sitting.open chair=1 secretary=2", "attendance.all");
	assert_null(session_substitute(&t->session, 5));
	assert_int_equal(presence(t, 5), PRESENCE_HERE);
}

/* --- times --- */

/* BEFORE, the number of an act, AFTER: as one line. */
static void say_about(struct assembly *t, const char *before, int act, const char *after)
{
	char text[200];

	(void)snprintf(text, sizeof text, "%s%d%s", before, act, after);
	given(t, text);
}

/* 5 members of 5 are there from 10:00; 5 has left at 11:00. */
static void departed(struct assembly *t)
{
	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all",
		"@10:05 quorum.record", "@10:10 item.open item=1", "item.present",
		"@10:30 vote.unanimous", "vote.announce", "@11:00 attendance.left member=5");
}

static void a_departure_gets_the_time_it_had_and_keeps_both(void **state)
{
	struct assembly *t = *state;
	const struct movement *move;
	struct instant at;

	departed(t);
	then(t, "@11:10 attendance.time member=5 time=10:45 reason=retard", "member.timed");
	move = attendance_movement(&t->session, 5, 0);
	assert_int_equal(instant_minute_of_day(move->at), 10 * 60 + 45);
	assert_int_equal(instant_minute_of_day(session_seat(&t->session, 5)->since), 10 * 60 + 45);
	assert_int_equal(t->session.timings.n, 1);
	assert_int_equal(instant_minute_of_day(t->session.timings.at[0].before), 11 * 60);
	at = move->at;
	assert_int_equal(attendance_quorum_when(&t->session, move, move->at, at).present, 4);
	at.seconds--;
	assert_int_equal(attendance_quorum_when(&t->session, move, move->at, at).present, 5);
	/* Taken back it has the first time again. */
	say_about(t, "correction.make event=", (int)t->session.log.n - 1, " reason=x");
	assert_int_equal(t->session.timings.n, 0);
	assert_int_equal(
		instant_minute_of_day(attendance_movement(&t->session, 5, 0)->at), 11 * 60);
}

/* The roll has seconds, what is typed has none: in its minute the quorum is that of the roll. */
static void a_time_in_the_minute_of_the_roll_is_not_before_it(void **state)
{
	struct assembly *t = *state;
	const struct movement *move;
	struct instant roll;

	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record");
	roll = t->session.quorums.at[0].at;
	assert_int_not_equal(roll.seconds % 60, 0);
	given(t, "@10:20 attendance.left member=5",
		"@11:10 attendance.time member=5 time=10:00 reason=x");
	move = attendance_movement(&t->session, 5, 0);
	assert_int_equal(move->at.seconds, roll.seconds);
	assert_int_equal(attendance_quorum_when(&t->session, move, move->at, move->at).present, 4);
}

static void a_time_lies_between_the_roll_and_now_and_the_member_s_other_movements(void **state)
{
	struct assembly *t = *state;
	int left;

	departed(t);
	refused(t, "@11:10 attendance.time member=5 time=10:02 reason=x", "time-outside");
	refused(t, "@11:10 attendance.time member=5 time=11:20 reason=x", "time-outside");
	refused(t, "@11:10 attendance.time member=5 time=11:00 reason=x", "same");
	refused(t, "@11:10 attendance.time member=4 time=10:50 reason=x", "no-movement");
	refused(t, "@11:10 attendance.time member=5 time=10:50 act=2 reason=x", "no-movement");
	refused(t, "@11:10 attendance.time member=8 time=10:50 reason=x", "unknown-member");
	left = (int)t->session.log.n - 1;
	given(t, "@11:15 attendance.present member=5");
	refused(t, "@11:20 attendance.time member=5 time=10:50 reason=x", "time-outside");
	say_about(t, "@11:20 attendance.time member=5 time=10:50 reason=x act=", left, "");
	assert_int_equal(instant_minute_of_day(attendance_movement(&t->session, 5, 0)->at),
		11 * 60 + 15); /* the arrival is as it was */
}

static void before_anybody_moves_there_is_no_time_to_correct(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	assert_string_equal(assembly_offer(t, CMD_ATTENDANCE_TIME), "nothing");
	refused(t, "attendance.time member=5 time=10:45 reason=x", "nothing");
}

static void a_voter_cannot_have_left_before_his_vote(void **state)
{
	struct assembly *t = *state;

	departed(t);
	refused(t,
		"@11:10 attendance.time member=5 time=10:20 reason=x "
		"confirm=missed-vote,quorum-then",
		"was-voter");
}

static void a_vote_the_member_would_have_missed_is_asked_about(void **state)
{
	struct assembly *t = *state;

	departed(t);
	given(t, "@11:05 item.open item=2", "item.present", "@11:06 vote.unanimous",
		"vote.announce");
	asked(t, "@11:10 attendance.time member=5 time=11:09 reason=x", "missed-vote");
	then(t, "@11:10 attendance.time member=5 time=11:09 reason=x confirm=missed-vote",
		"member.timed");
}

static void a_quorum_that_was_missing_by_then_is_asked_about(void **state)
{
	struct assembly *t = *state;

	departed(t);
	given(t, "@11:01 attendance.left member=4", "@11:05 item.open item=2", "item.present",
		"attendance.recuse member=3 reason=x", "@11:10 vote.unanimous", "vote.announce",
		"@11:20 attendance.left member=3");
	asked(t, "@11:30 attendance.time member=3 time=11:08 reason=x", "quorum-then");
	then(t, "@11:30 attendance.time member=3 time=11:08 reason=x confirm=quorum-then",
		"member.timed");
	assert_int_equal(item_vote(session_item(&t->session, 2))->state, VOTE_IS_CLOSED);
}

static const struct CMUnitTest cases[] = {
	CASE(the_substitute_of_the_roster_takes_the_seat),
	CASE(who_the_roster_does_not_name_is_asked_about),
	CASE(a_substitute_sits_only_for_who_is_not_there),
	CASE(the_seat_is_given_back_when_the_member_comes_or_the_substitute_leaves),
	CASE(a_substitute_never_takes_the_chair),
	CASE(a_substitute_is_there_for_one_sitting),
	CASE(a_departure_gets_the_time_it_had_and_keeps_both),
	CASE(a_time_in_the_minute_of_the_roll_is_not_before_it),
	CASE(a_time_lies_between_the_roll_and_now_and_the_member_s_other_movements),
	CASE(before_anybody_moves_there_is_no_time_to_correct),
	CASE(a_voter_cannot_have_left_before_his_vote),
	CASE(a_vote_the_member_would_have_missed_is_asked_about),
	CASE(a_quorum_that_was_missing_by_then_is_asked_about),
};

TEST_MAIN(cases)

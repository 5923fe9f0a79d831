/* No time of an act goes back without a word. */
#include "tests/assembly.h"

static void a_time_before_the_last_act_is_asked_about(void **state)
{
	struct assembly *t = *state;
	size_t n;

	assembly_session(t, 9);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"@11:00 item.open item=1");
	asked(t, "@10:30 item.present member=3", "earlier");
	/* Yes to that is no yes to what the act itself asks. */
	n = t->session.log.n;
	then(t, "@10:30 item.present member=3 confirm=earlier", "item.presented");
	assert_int_equal(t->session.log.n, n + 1);
	assert_true(t->session.log.at[n].at.seconds < t->session.log.at[n - 1].at.seconds);
	/* What follows goes by the last act, whatever stood before it. */
	then(t, "@10:31 item.discuss", "item.discussed");
	asked(t, "@10:30 attendance.left member=4", "earlier");
	then(t, "@10:30 attendance.left member=4 confirm=earlier", "member.left");
}

/* A clock that is set right by a second or two is no question; the time stands still for it. */
static void a_few_seconds_back_are_no_question(void **state)
{
	struct assembly *t = *state;
	const struct event *last;

	assembly_session(t, 9);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record");
	last = &t->session.log.at[t->session.log.n - 1];
	t->now = last->at;
	t->now.seconds -= 5;
	then(t, "item.open item=1", "item.opened");
	last = &t->session.log.at[t->session.log.n - 1];
	assert_int_equal(last->at.seconds, last[-1].at.seconds);
	t->now.seconds = last->at.seconds - 6;
	asked(t, "item.present member=3", "earlier");
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
		CASE(a_time_before_the_last_act_is_asked_about),
		CASE(a_few_seconds_back_are_no_question),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}

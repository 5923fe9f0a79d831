/* What the minutes tell in one place agrees with what they tell in another, and what they leave out
 * they say. */

#include "tests/minuted.h"

static void the_annex_says_how_many_slips_it_does_not_list(void **state)
{
	struct assembly *t = *state;
	char line[60];

	assembly_item(t, 5);
	given(t, "vote.open kind=named", "vote.cast member=3 value=against");
	(void)snprintf(line, sizeof line, "correction.make event=%d reason=typo",
		(int)t->session.log.n - 1);
	given(t, line, "vote.all value=for", "vote.close", "vote.announce");
	assert_minuted(t, LANG_EN,
		"# Annex: acts taken back\n\nTaken back while the vote was still open, before any "
		"result: 1. These acts are in the journal and not in this list.");
	assert_null(strstr(minuted(t, LANG_EN), "Voted against"));
}

static void what_was_never_opened_was_not_put_before_the_assembly(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "item.change item=1 text_fr=Texte text_ar=نص",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.postpone item=1 reason=absent");
	assert_null(strstr(minuted(t, LANG_EN), "Text put before the assembly"));
	assert_minuted(t, LANG_EN, "### Text prepared for the item");
}

static void a_short_speech_has_its_time_in_the_text_as_in_the_annex(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "@10:30 floor.ask member=3", "@10:31:00 floor.give", "@10:31:02 floor.end",
		"item.discuss");
	assert_minuted(t, LANG_EN, "speech of Membre 3 (2 seconds).");
	assert_minuted(t, LANG_EN, "| 1 | 2 seconds |");
}

static const struct CMUnitTest cases[] = {
	CASE(the_annex_says_how_many_slips_it_does_not_list),
	CASE(what_was_never_opened_was_not_put_before_the_assembly),
	CASE(a_short_speech_has_its_time_in_the_text_as_in_the_annex),
};

TEST_MAIN(cases)

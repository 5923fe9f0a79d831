/* What the minutes say of presence: excuses, remote members, recusals, proxies, the chair, and the
 * departure that broke the quorum. */
#include "model/minutes.h"

#include "locale/resolve.h"
#include "storage/record/text.h"
#include "tests/assembly.h"

static const char *minutes(struct assembly *t, enum lang lang)
{
	struct minutes_options o = {.lang = lang, .draft = true};
	struct document *doc = minutes_build(&t->session, &o, &t->arena);
	struct bytes out = {0};
	struct str text;

	document_resolve(doc, lang, &t->arena);
	text_render(doc, &out);
	text = arena_str(&t->arena, (struct str){(const char *)out.p, out.n});
	bytes_free(&out);
	return text.p;
}

static void says(struct assembly *t, enum lang lang, const char *sentence)
{
	const char *all = minutes(t, lang);

	if (!strstr(all, sentence))
		fail_msg("the minutes do not say “%s”:\n%s", sentence, all);
}

static void a_recusal_stands_at_its_item_and_in_the_course(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.recuse member=4 reason=قرابة", "vote.unanimous", "vote.announce");
	says(t, LANG_FR, "Récusations pour ce point, sans part à son vote : 04 Membre 4.");
	says(t, LANG_FR, "récusation pour point 1, Convention : 04 Membre 4 (قرابة)");
	says(t, LANG_AR, "التنحي عن هذه النقطة، دون مشاركة في التصويت عليها: 04 عضو 4.");
	given(t, "item.close");
	assert_null(strstr(minutes(t, LANG_FR), "sans part à son vote : 04 Membre 4, "));
}

static void who_was_readmitted_is_not_told_as_recused_at_the_item(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.recuse member=4 reason=x", "attendance.readmit member=4",
		"vote.unanimous", "vote.announce");
	assert_null(strstr(minutes(t, LANG_FR), "Récusations pour ce point"));
	says(t, LANG_FR, "part reprise à point 1, Convention : 04 Membre 4");
}

static void the_chair_has_its_history(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.recuse member=1 reason=x chair=3", "vote.unanimous", "vote.announce",
		"chair.change member=1 cause=returned", "attendance.left member=1 chair=2");
	says(t, LANG_FR, "Pour ce point, la séance a été présidée par ");
	says(t, LANG_FR, "s'étant récusée, la présidence a été prise par ");
	says(t, LANG_FR, "la présidence a été reprise par ");
	says(t, LANG_FR, "ayant quitté la séance, la présidence a été prise par ");
	says(t, LANG_AR, "لتنحي من كان يرأس الجلسة تولى رئاستها");
	says(t, LANG_AR, "لمغادرة من كان يرأس الجلسة تولى رئاستها");
}

static void the_departure_that_broke_the_quorum_says_so(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.left member=5");
	assert_null(strstr(minutes(t, LANG_FR), "n'était plus atteint"));
	given(t, "attendance.left member=3,4");
	says(t, LANG_FR,
		"03 Membre 3 et 04 Membre 4 ; le quorum n'était plus atteint (2 présents sur 5, "
		"il en faut 3)");
	given(t, "attendance.present member=4");
	says(t, LANG_FR, "04 Membre 4 ; le quorum était de nouveau atteint (3 présents sur 5");
	says(t, LANG_AR, "ولم يعد النصاب متوفرا (الحاضرون 2 من 5، ويلزم 3)");
}

static void the_roll_tells_excuses_that_were_not_accepted_and_who_follows_from_afar(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 7);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.remote member=5",
		"attendance.absent member=6 refused=yes reason=متأخر",
		"attendance.absent member=7 excused=yes", "attendance.all", "quorum.record",
		"attendance.remote member=4", "attendance.present member=5");
	says(t, LANG_FR, "absence, l'excuse n'étant pas acceptée (متأخر)");
	says(t, LANG_FR, "présence à distance");
	says(t, LANG_FR, "présence à distance : 04 Membre 4");
	says(t, LANG_AR, "غياب بعذر لم يقبل");
	says(t, LANG_AR, "متابعة عن بعد");
	says(t, LANG_AR, "المتابعون عن بعد");
}

static void a_vote_names_those_who_voted_by_proxy(void **state)
{
	struct assembly *t = *state;
	const struct rule_text own = {
		.key = STR("proxy.max"), .value = STR("1"), .certainty = CERTAINTY_UNCONFIRMED};

	assembly_session(t, 5);
	assembly_rules(t, &own, 1);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.absent member=5",
		"attendance.all", "quorum.record", "proxy.give from=5 to=3", "item.open item=1",
		"item.present", "vote.open kind=named", "vote.all value=for",
		"vote.cast member=3 value=against", "vote.close", "vote.announce",
		"proxy.end from=5");
	says(t, LANG_FR, "Votes par procuration : 05 Membre 5 par 03 Membre 3.");
	says(t, LANG_FR, "procuration de 05 Membre 5 donnée à 03 Membre 3");
	says(t, LANG_FR, "la procuration de 05 Membre 5 a pris fin");
	says(t, LANG_AR, "الأصوات المدلى بها بالوكالة: 05 عضو 5 بواسطة 03 عضو 3.");
}

static const struct CMUnitTest cases[] = {
	CASE(a_recusal_stands_at_its_item_and_in_the_course),
	CASE(who_was_readmitted_is_not_told_as_recused_at_the_item),
	CASE(the_chair_has_its_history),
	CASE(the_departure_that_broke_the_quorum_says_so),
	CASE(the_roll_tells_excuses_that_were_not_accepted_and_who_follows_from_afar),
	CASE(a_vote_names_those_who_voted_by_proxy),
};

TEST_MAIN(cases)

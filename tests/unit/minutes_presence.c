/* What the minutes say of presence: excuses, remote members, recusals, proxies, the chair, and the
 * departure that broke the quorum. */

#include "tests/minuted.h"

static void a_recusal_stands_at_its_item_and_in_the_course(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.recuse member=4 reason=قرابة", "vote.unanimous", "vote.announce");
	assert_minuted(
		t, LANG_FR, "Récusations pour ce point, sans part à son vote : 04 Membre 4.");
	assert_minuted(t, LANG_FR, "récusation (point 1, Convention) : 04 Membre 4 (قرابة)");
	assert_minuted(t, LANG_AR, "التنحي عن هذه النقطة، دون مشاركة في التصويت عليها: 04 عضو 4.");
	given(t, "item.close");
	assert_null(strstr(minuted(t, LANG_FR), "sans part à son vote : 04 Membre 4, "));
}

static void who_was_readmitted_is_not_told_as_recused_at_the_item(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.recuse member=4 reason=x", "attendance.readmit member=4",
		"vote.unanimous", "vote.announce");
	assert_null(strstr(minuted(t, LANG_FR), "Récusations pour ce point"));
	assert_minuted(t, LANG_FR, "récusation levée (point 1, Convention) : 04 Membre 4");
}

static void the_chair_has_its_history(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.recuse member=1 reason=x chair=3", "vote.unanimous", "vote.announce",
		"chair.change member=1 cause=returned", "attendance.left member=1 chair=2");
	assert_minuted(t, LANG_FR, "Pour ce point, la séance a été présidée par ");
	assert_minuted(t, LANG_FR, "s’étant récusée, la présidence a été prise par ");
	assert_minuted(t, LANG_FR, "la présidence a été reprise par ");
	assert_minuted(t, LANG_FR, "ayant quitté la séance, la présidence a été prise par ");
	assert_minuted(t, LANG_AR, "لتنحي من كان يرأس الجلسة انتقلت رئاستها إلى");
	assert_minuted(t, LANG_AR, "لمغادرة من كان يرأس الجلسة انتقلت رئاستها إلى");
}

static void who_wrote_has_a_history_too(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2",
		"attendance.absent member=2 excused=yes secretary=3", "attendance.all",
		"quorum.record", "item.open item=1", "item.present", "vote.unanimous",
		"vote.announce", "attendance.left member=3 secretary=4",
		"secretary.change name_fr=\"Mme Alaoui\" name_ar=\"السيدة العلوي\" reason=fatigue");
	assert_minuted(t, LANG_FR,
		"En l’absence de Membre 2, rapporteur de la chambre, le secrétariat de la séance "
		"et la "
		"rédaction du procès-verbal ont été confiés à Membre 3.");
	assert_minuted(t, LANG_FR,
		"le secrétariat de séance, dont le titulaire quitte la séance, a été confié à "
		"Membre 4");
	assert_minuted(t, LANG_FR, "le secrétariat de séance a été confié à Mme Alaoui (fatigue)");
	assert_minuted(t, LANG_AR, "أسندت كتابة الجلسة إلى السيدة العلوي");
	assert_null(strstr(minuted(t, LANG_FR), "confiés à Membre 2"));
}

static void a_president_who_keeps_the_chair_over_the_own_account_is_minuted(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "item.add kind=account title_fr=\"Compte administratif\" at=1",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present", "vote.unanimous confirm=own-account",
		"vote.announce");
	assert_minuted(t, LANG_FR,
		"Le compte est celui de la présidence de la chambre, qui présidait la séance "
		"pendant ce vote.");
	assert_minuted(t, LANG_AR, "الحساب حساب من يرأس الغرفة");
	given(t, "vote.void reason=x", "chair.change member=3 cause=account",
		"attendance.recuse member=1 reason=x", "vote.unanimous", "vote.announce");
	assert_null(strstr(minuted(t, LANG_FR), "qui présidait la séance pendant"));
}

static void the_departure_that_broke_the_quorum_says_so(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.left member=5");
	assert_null(strstr(minuted(t, LANG_FR), "n’était plus atteint"));
	given(t, "attendance.left member=3,4");
	assert_minuted(t, LANG_FR,
		"03 Membre 3 et 04 Membre 4 ; le quorum n’était plus atteint (2 présents sur 5, "
		"il en faut 3)");
	given(t, "attendance.present member=4");
	assert_minuted(
		t, LANG_FR, "04 Membre 4 ; le quorum était de nouveau atteint (3 présents sur 5");
	assert_minuted(t, LANG_AR, "ولم يعد النصاب متوفرا (الحاضرون 2 من 5، ويلزم 3)");
}

static void the_roll_tells_excuses_that_were_not_accepted_and_who_follows_from_afar(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 7);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.remote member=5",
		"attendance.absent member=6 refused=yes reason=متأخر",
		"attendance.absent member=7 excused=yes", "attendance.all", "quorum.record",
		"attendance.remote member=4", "attendance.present member=5");
	assert_minuted(t, LANG_FR, "absence, l’excuse n’étant pas acceptée (متأخر)");
	assert_minuted(t, LANG_FR, "présence à distance");
	assert_minuted(t, LANG_FR, "présence à distance : 04 Membre 4");
	assert_minuted(t, LANG_AR, "غياب بعذر لم يقبل");
	assert_minuted(t, LANG_AR, "متابعة عن بعد");
	assert_minuted(t, LANG_AR, "المتابعون عن بعد");
}

static void a_substitute_is_named_at_the_roll_on_coming_and_at_the_votes(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 7);
	given(t,
		"member.register number=5 name_fr=\"Membre 5\" name_ar=\"عضو 5\" "
		"substitute_fr=\"Karima Alaoui\" substitute_ar=\"كريمة العلوي\"",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.absent member=5,6",
		"attendance.replace member=5", "attendance.all", "@10:05 quorum.record",
		"@10:10 attendance.replace member=6 name_fr=\"Ali Zahi\" name_ar=\"علي الزاهي\" "
		"confirm=not-listed",
		"item.open item=1", "item.present", "vote.unanimous", "vote.announce",
		"@11:00 attendance.present member=5");
	assert_minuted(t, LANG_FR, "suppléance assurée par Karima Alaoui, puis arrivée à 11:00");
	assert_minuted(t, LANG_FR, "suppléance assurée dès 10:10 par Ali Zahi");
	assert_minuted(
		t, LANG_FR, "suppléance de 06 Membre 6 par Ali Zahi, que la liste ne nomme pas");
	assert_minuted(t, LANG_FR,
		"Votes exprimés par des suppléants : 05 Membre 5 par Karima Alaoui et 06 Membre 6 "
		"par Ali Zahi.");
	assert_minuted(t, LANG_AR, "إنابة علي الزاهي عن 06 عضو 6، وهي غير واردة في اللائحة");
	assert_minuted(t, LANG_AR, "الأصوات المدلى بها بالإنابة: 05 عضو 5 بواسطة كريمة العلوي");
}

static void a_corrected_time_stands_with_both_and_with_the_quorum_then(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all",
		"@10:05 quorum.record", "@11:01 attendance.left member=4,5",
		"@11:05 item.open item=2", "item.present", "attendance.recuse member=3 reason=x",
		"@11:10 vote.unanimous", "vote.announce", "@11:20 attendance.left member=3",
		"@11:30 attendance.time member=3 time=11:08 reason=\"noté tard\" "
		"confirm=quorum-then",
		"@11:31 quorum.continue");
	assert_minuted(t, LANG_FR, "départ à 11:08");
	assert_minuted(t, LANG_FR, "03 Membre 3 (à 11:08, heure corrigée)");
	assert_minuted(t, LANG_FR,
		"l’heure de départ de 03 Membre 3 a été corrigée : 11:08 au lieu de 11:20 (noté "
		"tard) ; les présents étaient alors 2 sur 5, il en fallait 3 ; le vote sur point "
		"2");
	assert_minuted(t, LANG_AR, "صحح وقت مغادرة 03 عضو 3 إلى الساعة 11:08 عوض 11:20");
	given(t, "item.close", "@12:00 sitting.close cause=done confirm=untreated",
		"@12:10 attendance.time member=5 time=11:00 reason=\"feuille de présence\"");
	assert_minuted(t, LANG_FR, "(feuille de présence)"); /* corrected when it was read */
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
	assert_minuted(t, LANG_FR, "Votes par procuration : 05 Membre 5 par 03 Membre 3.");
	assert_minuted(t, LANG_FR, "procuration de 05 Membre 5 donnée à 03 Membre 3");
	assert_minuted(t, LANG_FR, "la procuration de 05 Membre 5 a pris fin");
	assert_minuted(t, LANG_AR, "الأصوات المدلى بها بالوكالة: 05 عضو 5 بواسطة 03 عضو 3.");
}

static void what_was_done_over_a_rule_names_the_rule(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 9);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.absent member=4,5",
		"attendance.remote member=6", "attendance.all", "quorum.record", "item.open item=1",
		"item.present", "proxy.give from=5 to=3 confirm=no-proxies", "vote.open kind=named",
		"attendance.present member=4",
		"vote.cast member=4,6 value=against confirm=came-later,remote",
		"vote.all value=for", "vote.close", "vote.announce");
	assert_minuted(t, LANG_FR,
		"procuration de 05 Membre 5 donnée à 03 Membre 3, malgré l’avertissement de cette "
		"règle : procurations qu’un membre peut détenir");
	assert_minuted(t, LANG_FR,
		"Arrivés après l’ouverture du vote ou le suivant à distance : 04 Membre 4");
	assert_minuted(t, LANG_AR, "حضر بعد فتح التصويت أو تابعه عن بعد: ");
}

static void who_came_after_the_roll_is_not_put_down_as_absent(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 7);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.absent member=3",
		"attendance.absent member=4 excused=yes", "attendance.absent member=5",
		"attendance.all", "quorum.record", "@10:20 attendance.present member=3,4",
		"@10:30 attendance.left member=4");
	assert_minuted(t, LANG_EN, "| arrival at 10:20; at the roll: absence without excuse |");
	assert_minuted(t, LANG_EN,
		"| arrival at 10:20, then departure at 10:30; at the roll: excused absence |");
	assert_minuted(t, LANG_EN, "| Membre 5 | member of the chamber | absence without excuse |");
	assert_minuted(t, LANG_AR, "| التحاق على الساعة 10:20؛ وعند المناداة: غياب بدون عذر |");
}

static const struct CMUnitTest cases[] = {
	CASE(who_came_after_the_roll_is_not_put_down_as_absent),
	CASE(a_recusal_stands_at_its_item_and_in_the_course),
	CASE(who_was_readmitted_is_not_told_as_recused_at_the_item),
	CASE(the_chair_has_its_history),
	CASE(who_wrote_has_a_history_too),
	CASE(a_president_who_keeps_the_chair_over_the_own_account_is_minuted),
	CASE(the_departure_that_broke_the_quorum_says_so),
	CASE(the_roll_tells_excuses_that_were_not_accepted_and_who_follows_from_afar),
	CASE(a_substitute_is_named_at_the_roll_on_coming_and_at_the_votes),
	CASE(a_corrected_time_stands_with_both_and_with_the_quorum_then),
	CASE(a_vote_names_those_who_voted_by_proxy),
	CASE(what_was_done_over_a_rule_names_the_rule),
};

TEST_MAIN(cases)

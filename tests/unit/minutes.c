/* The minutes of sessions made by hand: read as text in Arabic and in French, and asked for what
 * must or must not stand in them. */
#include "model/minutes.h"

#include "locale/format.h"
#include "locale/resolve.h"
#include "model/reasons.h"
#include "storage/record/text.h"
#include "tests/arena.h"
#include "tests/given.h"
#include "tests/golden.h"
#include "tests/test.h"

static struct str render(struct document *doc, enum lang lang, struct arena *a)
{
	struct bytes out = {0};
	struct str text;

	document_resolve(doc, lang, a);
	text_render(doc, &out);
	text = arena_str(a, (struct str){(const char *)out.p, out.n});
	bytes_free(&out);
	return text;
}

static struct str minutes(const struct session *s, enum lang lang, bool draft, struct arena *a)
{
	struct minutes_options o = {.lang = lang, .draft = draft};

	return render(minutes_build(s, &o, a), lang, a);
}

/* How often NEEDLE stands in the minutes of G in LANG. */
static int count_in(struct str text, const char *needle)
{
	int n = 0;

	for (const char *p = text.p; (p = strstr(p, needle)) != NULL; p += strlen(needle))
		n++;
	return n;
}

static int count(const struct given *g, enum lang lang, const char *needle)
{
	return count_in(minutes(&g->s, lang, true, g->a), needle);
}

static const struct node *find(const struct node *n, enum node_kind kind)
{
	if (n->kind == kind)
		return n;
	for (const struct node *c = n->first; c; c = c->next) {
		const struct node *found = find(c, kind);

		if (found)
			return found;
	}
	return NULL;
}

/* --- sessions --- */

static void failed_session(struct given *g, struct arena *a)
{
	given_prepared(g, a);
	given_opened(g, 5);
	given_quorum(g, GIVEN_MEMBERS(2, 4, 5));
	given_closing(g, CLOSED_NO_QUORUM);
}

/* --- as text --- */

static void the_minutes_read_well_in_arabic(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_whole(&g, a);
	golden_check("minutes-given-ar", minutes(&g.s, LANG_AR, true, a));
}

static void the_minutes_read_well_in_french(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_whole(&g, a);
	given_frozen(&g);
	golden_check("minutes-given-fr", minutes(&g.s, LANG_FR, false, a));
}

static void the_minutes_read_well_in_english(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_whole(&g, a);
	golden_check("minutes-given-en", minutes(&g.s, LANG_EN, true, a));
}

static void the_failure_record_reads_well(void **state)
{
	struct arena *a = *state;
	struct given g;

	failed_session(&g, a);
	golden_check("minutes-failure-ar", minutes(&g.s, LANG_AR, true, a));
	golden_check("minutes-failure-fr", minutes(&g.s, LANG_FR, true, a));
}

static void the_attendance_sheet_has_room_to_sign(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_prepared(&g, a);
	given_opened(&g, 5);
	golden_check("sheet-ar", render(attendance_sheet(&g.s, NULL, LANG_AR, a), LANG_AR, a));
}

/* --- what must and must not stand there --- */

static void decisions_are_numbered_without_gaps_and_rejections_are_not(void **state)
{
	struct arena *a = *state;
	struct vote_id vote;
	struct given g;

	given_met(&g, a, 5);
	given_adopted(&g, 1);
	given_treated(&g, EVENT_ITEM_OPENED, 2);
	vote = given_vote(&g, 2, VOTE_HANDS);
	given_count(&g, vote, (struct ballots){1, 4, 0});
	given_closed(&g, vote);
	given_treated(&g, EVENT_ITEM_CLOSED, 2);
	given_adopted(&g, 3);
	assert_int_equal(count(&g, LANG_AR, "> مقرر رقم 1\n"), 1);
	assert_int_equal(count(&g, LANG_AR, "> مقرر رقم 2\n"), 1);
	assert_int_equal(count(&g, LANG_AR, "مقرر رقم 3"), 0);
	assert_int_equal(
		count(&g, LANG_AR,
			"> عدم المصادقة\n> بعد التصويت (صوت واحد بالموافقة و4 أصوات بالرفض "
			"ودون امتناع)، لم تصادق الجمعية العامة على النقطة الثانية"),
		1);
}

static void abstentions_make_it_without_opposition_and_not_unanimous(void **state)
{
	struct arena *a = *state;
	struct vote_id vote;
	struct given g;

	given_met(&g, a, 5);
	given_treated(&g, EVENT_ITEM_OPENED, 1);
	vote = given_vote(&g, 1, VOTE_HANDS);
	given_count(&g, vote, (struct ballots){4, 0, 1});
	given_closed(&g, vote);
	assert_int_equal(count(&g, LANG_AR, "بالإجماع"), 0);
	assert_int_equal(count(&g, LANG_AR,
				 "صادقت الجمعية العامة بدون معارضة، مع امتناع عضو واحد، على "
				 "النقطة الأولى من جدول الأعمال: محضر دورة يونيو 2024."),
		1);
	assert_int_equal(
		count(&g, LANG_FR, "sans opposition, avec 1 abstention, le point n° 1"), 1);
}

static void a_tie_without_a_side_is_pointed_out(void **state)
{
	struct arena *a = *state;
	struct vote_id vote;
	struct given g;

	given_met(&g, a, 5);
	given_treated(&g, EVENT_ITEM_OPENED, 1);
	vote = given_vote(&g, 1, VOTE_NAMED);
	given_mark(&g, vote, GIVEN_MEMBERS(2, 3), VALUE_FOR);
	given_mark(&g, vote, GIVEN_MEMBERS(4, 5), VALUE_AGAINST);
	given_mark(&g, vote, GIVEN_MEMBERS(1), VALUE_ABSTAIN);
	given_closed(&g, vote);
	assert_int_equal(count(&g, LANG_FR,
				 "sans voix prépondérante du président, l’assemblée générale n’a "
				 "pas adopté"),
		1);
	assert_int_equal(count(&g, LANG_FR, "il est signalé ici"), 1);
	assert_int_equal(count(&g, LANG_FR, "Délibération n°"), 0);
}

static void a_budget_that_does_not_balance_says_by_how_much(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_prepared(&g, a);
	given_line(&g, 5, "3", BUDGET_REVENUE, 0, 150000);
	given_opened(&g, 5);
	given_quorum(&g, (struct numbers){0});
	given_adopted(&g, 5);
	assert_int_equal(count(&g, LANG_FR,
				 "n’est pas équilibré : les recettes excèdent les dépenses de "
				 "1\u00a0500,00\u00a0DH (mille cinq cents dirhams)."),
		1);
	assert_int_equal(count(&g, LANG_AR, "تفوق المداخيل المصاريف بمبلغ"), 1);
	assert_int_equal(count(&g, LANG_AR, "متوازنة: تبلغ"), 0);
}

static void what_nobody_came_to_is_said_not_to_be_treated(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_met(&g, a, 5);
	given_adopted(&g, 1);
	assert_int_equal(count(&g, LANG_AR, "لم تبت الجمعية العامة في"), 0);
	given_closing(&g, CLOSED_DONE);
	assert_int_equal(count(&g, LANG_AR, "لم تبت الجمعية العامة في"), 4);
}

static void a_session_left_open_has_a_second_sitting_with_its_own_roll(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_met(&g, a, 5);
	given_adopted(&g, 1);
	given_closing(&g, CLOSED_LEFT_OPEN);
	g.at.seconds += 86400;
	given_sitting(&g);
	given_quorum(&g, GIVEN_MEMBERS(4));
	given_adopted(&g, 2);
	given_closing(&g, CLOSED_DONE);
	assert_int_equal(count(&g, LANG_AR, "# الجلسة الأولى\n"), 1);
	assert_int_equal(count(&g, LANG_AR, "# الجلسة الثانية\n"), 1);
	assert_int_equal(count(&g, LANG_AR, "مع إبقاء الدورة مفتوحة"), 1);
	assert_int_equal(count(&g, LANG_AR, "الثلاثاء 31 دجنبر 2024"), 2); /* opening; done on */
	assert_int_equal(count(&g, LANG_AR, "\n## جدول الأعمال\n"), 1);
	assert_int_equal(count(&g, LANG_AR, "| 04 | العضو 4 | عضو الغرفة | حضور |"), 1);
	assert_int_equal(count(&g, LANG_AR, "| 04 | العضو 4 | عضو الغرفة | غياب بدون عذر |"), 1);
}

static void a_second_roll_call_tells_only_who_came_and_went(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_prepared(&g, a);
	given_opened(&g, 5);
	given_quorum(&g, GIVEN_MEMBERS(5));
	given_suspended(&g, SUSPENDED_BREAK);
	given_resumed(&g);
	given_presence(&g, EVENT_ALL_PRESENT, GIVEN_MEMBERS(1, 2, 3, 4, 5));
	given_presence(&g, EVENT_MEMBER_ABSENT, GIVEN_MEMBERS(3));
	given_quorum(&g, (struct numbers){0});
	assert_int_equal(count(&g, LANG_FR, "arrivée : 05 Membre 5.\n"), 1);
	assert_int_equal(count(&g, LANG_FR, "départ : 03 Membre 3.\n"), 1);
	assert_int_equal(
		count(&g, LANG_FR, "le quorum a été constaté de nouveau : 4 présents sur 5"), 1);
	assert_int_equal(count(&g, LANG_FR, "| 5 | 4 | 0 | 1 |"), 1);
}

static void nothing_is_called_law_unless_somebody_confirmed_it(void **state)
{
	struct arena *a = *state;
	struct rule_text *rules;
	struct given g;

	given_prepared(&g, a);
	given_opened(&g, 5);
	assert_int_equal(count(&g, LANG_EN, "| law"), 0);
	assert_int_equal(count(&g, LANG_AR, "| القانون"), 0);
	rules = g.s.opening.rules.at;
	for (size_t i = 0; i < g.s.opening.rules.n; i++) {
		if (rules[i].certainty == CERTAINTY_LAW)
			rules[i].confirmed_by = STR("A. Kaddour");
	}
	assert_int_equal(count(&g, LANG_EN, "law, confirmed by A. Kaddour"), 4);
}

static void every_unconfirmed_rule_says_so(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_met(&g, a, 5);
	assert_int_equal(count(&g, LANG_FR, "| non confirmé"), 12);
	assert_int_equal(count(&g, LANG_FR, "La règle du quorum n’est pas confirmée"), 1);
}

static void a_warning_that_was_confirmed_over_is_minuted(void **state)
{
	struct arena *a = *state;
	struct vote_id vote = {1, 1};
	struct event e;
	struct given g;

	given_met(&g, a, 5);
	assert_int_equal(count(&g, LANG_FR, "il a été demandé"), 0);
	g.s.sittings.at[0].is.warned = STR("notice.days_min quorum.measured_at");
	assert_int_equal(
		count(&g, LANG_FR,
			"Les convocations étaient parties plus tard que prévu ; il a été demandé "
			"s’il fallait ouvrir la séance n° 1 malgré cela, et la réponse a été oui. "
			"Au regard de : délai des convocations : 15 jours au moins (règle non "
			"confirmée)."),
		1);
	assert_int_equal(count(&g, LANG_FR, "Une règle s’y opposait ; il a été demandé"), 1);
	given_treated(&g, EVENT_ITEM_OPENED, 1);
	e = given_event(&g, EVENT_VOTE_OPENED);
	e.body.vote_opened = (struct vote_opened){.vote = vote,
		.kind = VOTE_HANDS,
		.voters = GIVEN_MEMBERS(1, 2, 3),
		.threshold_num = 1,
		.threshold_den = 2,
		.warned = STR("quorum.threshold")};
	given_fact(&g, &e);
	given_count(&g, vote, (struct ballots){2, 1, 0});
	given_closed(&g, vote);
	assert_int_equal(
		count(&g, LANG_AR, "لم يكن النصاب متوفرا عند فتح التصويت. بالنظر إلى: "), 1);
}

static void votes_by_name_stand_side_by_side(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_prepared(&g, a);
	given_opened(&g, 4);
	given_quorum(&g, GIVEN_MEMBERS(4));
	for (int64_t item = 1; item <= 2; item++) {
		struct vote_id vote;

		given_treated(&g, EVENT_ITEM_OPENED, item);
		vote = given_vote(&g, item, VOTE_NAMED);
		given_all(&g, vote, VALUE_FOR);
		given_mark(&g, vote, GIVEN_MEMBERS(3), VALUE_AGAINST);
		given_closed(&g, vote);
		given_treated(&g, EVENT_ITEM_CLOSED, item);
		given_presence(&g, EVENT_MEMBER_ARRIVED, GIVEN_MEMBERS(4));
	}
	assert_int_equal(
		count(&g, LANG_FR, "| N° | Nom et prénom | Point n° 1 | Point n° 2 |\n"), 1);
	assert_int_equal(count(&g, LANG_FR, "| 03 | Membre 3 | contre | contre |\n"), 1);
	assert_int_equal(count(&g, LANG_FR, "| 04 | Membre 4 | – | pour |\n"), 1);
}

static void prose_without_a_translation_is_shown_and_marked(void **state)
{
	struct arena *a = *state;
	int64_t text;
	struct given g;

	given_met(&g, a, 5);
	given_treated(&g, EVENT_ITEM_OPENED, 1);
	text = given_text(&g, 0, 1, TEXT_DISCUSSION, LANG_FR, "Le débat.");
	assert_int_equal(count(&g, LANG_AR, "\n[fr]\nLe débat.\n"), 1);
	assert_int_equal(count(&g, LANG_FR, "[fr]"), 0);
	given_text(&g, text, 1, TEXT_DISCUSSION, LANG_AR, "المناقشات.");
	assert_int_equal(count(&g, LANG_AR, "\nالمناقشات.\n"), 1);
	assert_int_equal(count(&g, LANG_AR, "Le débat."), 0);
}

static void the_letterhead_speaks_both_languages_in_any_document(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_prepared(&g, a);
	for (int lang = LANG_AR; lang < LANG_EN; lang++) {
		assert_int_equal(count(&g, (enum lang)lang, "المملكة المغربية\n"), 1);
		assert_int_equal(count(&g, (enum lang)lang, "Royaume du Maroc\n"), 1);
	}
	/* The region stands in the name already. */
	assert_int_equal(count(&g, LANG_AR, "\nFès–Meknès\n"), 0);
}

static void a_name_in_tifinagh_stands_in_the_letterhead_once(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_prepared(&g, a);
	g.s.is.head.name_zgh = STR("ⵜⴰⵅⵅⴰⵎⵜ ⵏ ⵜⴽⵕⵥⵉ");
	for (int lang = LANG_AR; lang < LANG_EN; lang++)
		assert_int_equal(count(&g, (enum lang)lang, "\nⵜⴰⵅⵅⴰⵎⵜ ⵏ ⵜⴽⵕⵥⵉ\n"), 1);
}

static void a_draft_and_a_specimen_are_marked(void **state)
{
	struct arena *a = *state;
	struct minutes_options o = {.lang = LANG_AR};
	struct document *doc;
	struct given g;

	given_whole(&g, a);
	assert_true(
		minutes_build(&g.s, &o, a)->draft); /* not frozen, so nothing else than a draft */
	given_frozen(&g);
	doc = minutes_build(&g.s, &o, a);
	assert_false(doc->draft);
	assert_null(doc->mark.id);
	assert_true(hash_equal(doc->head, g.s.frozen_head));
	o.draft = true;
	doc = minutes_build(&g.s, &o, a);
	assert_true(doc->draft && hash_is_zero(doc->head));
	assert_null(find(doc->root, NODE_SEAL));
	g.s.is.specimen = true;
	assert_int_equal(count_in(minutes(&g.s, LANG_AR, false, a), "نموذج / SPÉCIMEN\n"), 1);
	assert_int_equal(
		count_in(minutes(&g.s, LANG_FR, true, a), "نموذج / SPÉCIMEN · PROJET\n"), 1);
}

static void a_signature_does_not_change_the_document(void **state)
{
	struct arena *a = *state;
	struct str before, after;
	struct minutes_options o = {.lang = LANG_AR};
	struct instant date;
	struct given g;

	given_whole(&g, a);
	given_frozen(&g);
	before = minutes(&g.s, LANG_AR, false, a);
	date = minutes_build(&g.s, &o, a)->date;
	g.at.seconds += 86400;
	given_signed(&g, SIGNER_SECRETARY);
	given_signed(&g, SIGNER_PRESIDENT);
	after = minutes(&g.s, LANG_AR, false, a);
	assert_true(str_equal(before, after));
	assert_int_equal(minutes_build(&g.s, &o, a)->date.seconds, date.seconds);
}

static void the_seal_holds_the_head_and_the_signers_stand_in_order(void **state)
{
	struct arena *a = *state;
	struct minutes_options o = {.lang = LANG_FR};
	const struct node *seal, *block;
	struct document *doc;
	struct given g;

	given_whole(&g, a);
	given_frozen(&g);
	doc = minutes_build(&g.s, &o, a);
	seal = find(doc->root, NODE_SEAL);
	block = find(doc->root, NODE_SIGNATURES);
	if (!seal || !block || !block->first || !block->first->next) {
		fail_msg("no seal, or fewer than two signatures");
		return;
	}
	assert_true(hash_equal(seal->hash, g.s.frozen_head));
	assert_string_equal(block->first->text.id, "secretary of the sitting");
	assert_string_equal(block->first->next->text.id, "president of the chamber");
	assert_null(block->first->next->next);
}

static void a_session_that_treated_something_is_no_failure(void **state)
{
	struct arena *a = *state;
	struct given g;

	failed_session(&g, a);
	assert_true(minutes_is_failure(&g.s));
	given_met(&g, a, 5);
	given_adopted(&g, 1);
	given_closing(&g, CLOSED_NO_QUORUM);
	assert_false(minutes_is_failure(&g.s));
	assert_int_equal(
		count(&g, LANG_AR, "تعذر على الجمعية العامة، لعدم اكتمال النصاب القانوني"), 4);
}

static void a_session_only_prepared_shows_its_agenda(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_prepared(&g, a);
	assert_int_equal(count(&g, LANG_AR, "- النقطة الخامسة: مشروع ميزانية 2025\n"), 1);
	assert_int_equal(count(&g, LANG_AR, "الدورة مقررة يوم الإثنين 30 دجنبر 2024."), 1);
}

static void the_sheet_of_a_chamber_has_those_in_office_on_the_day(void **state)
{
	struct arena *a = *state;
	struct chamber c;
	struct member members[2] = {
		{.number = 1, .name_ar = STR("فلان"), .name_fr = STR("Untel")},
		{.number = 2, .name_ar = STR("علان"), .to = {2023, 1, 1}},
	};
	struct str text;
	struct given g;

	chamber_init(&c, a);
	c.is.head.name_ar = STR("غرفة");
	c.members.at = members;
	c.members.n = 2;
	given_session(&g, a);
	text = render(attendance_sheet(&g.s, &c, LANG_AR, a), LANG_AR, a);
	assert_int_equal(count_in(text, "| 01 | فلان | Untel |"), 1);
	assert_int_equal(count_in(text, "علان"), 0);
	text = render(attendance_sheet(NULL, &c, LANG_AR, a), LANG_AR, a);
	assert_int_equal(count_in(text, "| 02 | علان |"), 1);
}

/* Each prefix of a session is a state somebody may look at. */
static void after_every_act_the_draft_can_be_read(void **state)
{
	struct arena *a = *state;
	struct open_point points[64];
	struct given g;

	given_whole(&g, a);
	given_frozen(&g);
	given_signed(&g, SIGNER_SECRETARY);
	for (size_t n = 1; n <= g.s.log.n; n++) {
		struct session s;

		session_init(&s, a);
		for (size_t i = 0; i < n; i++)
			assert_true(session_apply(&s, &g.s.log.at[i]));
		for (int lang = 0; lang < LANG_COUNT; lang++) {
			struct str text = minutes(&s, (enum lang)lang, n % 2, a);

			assert_true(text.n > 400);
			assert_null(strchr(text.p, '{')); /* every place filled */
		}
		assert_in_range(minutes_open_points(&s, points, ARRAY_LEN(points), a), 0, 63);
	}
}

/* --- open points --- */

static bool has_point(const struct given *g, const char *id)
{
	struct open_point points[32];
	size_t n = minutes_open_points(&g->s, points, ARRAY_LEN(points), g->a);

	for (size_t i = 0; i < n && i < ARRAY_LEN(points); i++) {
		if (strcmp(points[i].what.id, id) == 0)
			return true;
	}
	return false;
}

static void open_points_name_what_is_still_to_settle(void **state)
{
	struct arena *a = *state;
	struct vote_id vote;
	struct given g;

	given_prepared(&g, a);
	given_opened(&g, 5);
	assert_true(has_point(&g, "sitting {sitting}: no quorum was recorded"));
	given_quorum(&g, (struct numbers){0});
	assert_false(has_point(&g, "sitting {sitting}: no quorum was recorded"));
	given_treated(&g, EVENT_ITEM_OPENED, 1);
	given_treated(&g, EVENT_ITEM_DISCUSSED, 1);
	assert_true(has_point(&g, "{item}: the discussion has no text"));
	given_text(&g, 0, 1, TEXT_DISCUSSION, LANG_AR, "نص");
	assert_false(has_point(&g, "{item}: the discussion has no text"));
	assert_true(has_point(&g, "{where}: {part} without a French translation"));
	given_text(&g, 1, 1, TEXT_DISCUSSION, LANG_FR, "texte");
	assert_false(has_point(&g, "{where}: {part} without a French translation"));
	vote = given_vote(&g, 1, VOTE_UNANIMOUS);
	given_all(&g, vote, VALUE_FOR);
	given_closed(&g, vote);
	assert_true(has_point(&g, "{item}: the result was not announced"));
	given_announced(&g, vote);
	assert_false(has_point(&g, "{item}: the result was not announced"));
	given_corrected(&g, vote, 3, VALUE_ABSTAIN, (struct ballots){4, 0, 1}, "x");
	assert_true(has_point(&g, "{item}: the correction was not announced"));
	assert_true(has_point(&g, "{item}: not dealt with"));
}

/* The same, with where it can be settled; SETTLED_NOWHERE too when there is no such point. */
static enum settled_where point_where(const struct given *g, const char *id)
{
	struct open_point points[32];
	size_t n = minutes_open_points(&g->s, points, ARRAY_LEN(points), g->a);

	for (size_t i = 0; i < n && i < ARRAY_LEN(points); i++) {
		if (strcmp(points[i].what.id, id) == 0)
			return points[i].where;
	}
	return SETTLED_NOWHERE;
}

static void an_open_point_knows_where_it_can_still_be_settled(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_prepared(&g, a);
	given_opened(&g, 5);
	assert_int_equal(
		point_where(&g, "sitting {sitting}: no quorum was recorded"), SETTLED_ATTENDANCE);
	given_quorum(&g, (struct numbers){0});
	given_treated(&g, EVENT_ITEM_OPENED, 1);
	given_treated(&g, EVENT_ITEM_DISCUSSED, 1);
	assert_int_equal(point_where(&g, "{item}: the discussion has no text"), SETTLED_TEXT);
	assert_int_equal(point_where(&g, "{item}: not dealt with"), SETTLED_AGENDA);
	g.s.phase = PHASE_CLOSED;
	assert_true(has_point(&g, "{item}: not dealt with"));
	assert_int_equal(point_where(&g, "{item}: not dealt with"), SETTLED_NOWHERE);
	assert_int_equal(point_where(&g, "{item}: the discussion has no text"), SETTLED_TEXT);
}

static void open_points_count_beyond_the_room_given(void **state)
{
	struct arena *a = *state;
	struct open_point one[1] = {{.where = SETTLED_NOWHERE}};
	struct given g;

	given_prepared(&g, a);
	given_opened(&g, 5);
	assert_int_equal(minutes_open_points(&g.s, one, 1, a), 6); /* no quorum, five items */
	assert_non_null(one[0].what.id);
	assert_int_equal(minutes_open_points(&g.s, NULL, 0, a), 6);
}

/* Every seat with an office held by somebody of whom it is not known whether a man or a woman. */
static void of_unknown_sex(struct given *g)
{
	for (size_t i = 0; i < g->s.seats.n; i++)
		g->s.seats.at[i].member.gender = GENDER_UNKNOWN;
}

static void who_presides_and_who_writes_are_named(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_prepared(&g, a);
	given_opened(&g, 5);
	assert_int_equal(count(&g, LANG_AR, "برئاسة السيد رئيس الغرفة العضو 1."), 1);
	assert_int_equal(
		count(&g, LANG_FR, "par Monsieur le président de la chambre Membre 1."), 1);
	assert_int_equal(count(&g, LANG_FR, "président de la chambre\n  Membre 1\n"), 1);
	of_unknown_sex(&g);
	assert_int_equal(count(&g, LANG_AR, "برئاسة رئيس الغرفة العضو 1."), 1);
	assert_int_equal(count(&g, LANG_FR, "par Membre 1, président de la chambre."), 1);
	assert_int_equal(count(&g, LANG_FR, "confiés à Membre 2, rapporteur de la chambre."), 1);
}

static void in_a_specimen_the_office_stands_for_the_president(void **state)
{
	struct arena *a = *state;
	struct given g;

	given_prepared(&g, a);
	given_opened(&g, 5);
	g.s.is.specimen = true;
	assert_int_equal(count(&g, LANG_FR, "par Monsieur le président de la chambre."), 1);
	assert_int_equal(count(&g, LANG_FR, "président de la chambre\n  Membre 1\n"), 0);
}

static void no_article_stands_uncontracted_in_french(void **state)
{
	static const char *const wrong[] = {" à le ", " à les ", " de le ", " de les "};
	struct arena *a = *state;
	struct given g;

	given_whole(&g, a);
	for (int round = 0; round < 2; round++, of_unknown_sex(&g)) {
		for (size_t i = 0; i < ARRAY_LEN(wrong); i++)
			assert_int_equal(count(&g, LANG_FR, wrong[i]), 0);
	}
}

static void a_reason_chosen_at_a_french_desk_is_arabic_in_arabic_minutes(void **state)
{
	const struct message unclear = reasons_for(REASONS_VOID).at[0];
	struct arena *a = *state;
	struct str stored = format_plain(&unclear, LANG_FR, a);
	struct str arabic = format_plain(&unclear, LANG_AR, a);
	struct given g;
	struct vote_id vote;

	given_met(&g, a, 5);
	given_treated(&g, EVENT_ITEM_OPENED, 1);
	vote = given_vote(&g, 1, VOTE_HANDS);
	given_void(&g, vote, stored.p);
	assert_int_equal(count(&g, LANG_FR, stored.p), 1);
	assert_int_equal(count(&g, LANG_AR, stored.p), 0);
	assert_int_equal(count(&g, LANG_AR, arabic.p), 1);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_reason_chosen_at_a_french_desk_is_arabic_in_arabic_minutes),
	cmocka_unit_test(who_presides_and_who_writes_are_named),
	cmocka_unit_test(in_a_specimen_the_office_stands_for_the_president),
	cmocka_unit_test(no_article_stands_uncontracted_in_french),
	cmocka_unit_test(the_minutes_read_well_in_arabic),
	cmocka_unit_test(the_minutes_read_well_in_french),
	cmocka_unit_test(the_minutes_read_well_in_english),
	cmocka_unit_test(the_failure_record_reads_well),
	cmocka_unit_test(the_attendance_sheet_has_room_to_sign),
	cmocka_unit_test(decisions_are_numbered_without_gaps_and_rejections_are_not),
	cmocka_unit_test(abstentions_make_it_without_opposition_and_not_unanimous),
	cmocka_unit_test(a_tie_without_a_side_is_pointed_out),
	cmocka_unit_test(a_budget_that_does_not_balance_says_by_how_much),
	cmocka_unit_test(what_nobody_came_to_is_said_not_to_be_treated),
	cmocka_unit_test(a_session_left_open_has_a_second_sitting_with_its_own_roll),
	cmocka_unit_test(a_second_roll_call_tells_only_who_came_and_went),
	cmocka_unit_test(nothing_is_called_law_unless_somebody_confirmed_it),
	cmocka_unit_test(every_unconfirmed_rule_says_so),
	cmocka_unit_test(a_warning_that_was_confirmed_over_is_minuted),
	cmocka_unit_test(votes_by_name_stand_side_by_side),
	cmocka_unit_test(prose_without_a_translation_is_shown_and_marked),
	cmocka_unit_test(the_letterhead_speaks_both_languages_in_any_document),
	cmocka_unit_test(a_name_in_tifinagh_stands_in_the_letterhead_once),
	cmocka_unit_test(a_draft_and_a_specimen_are_marked),
	cmocka_unit_test(a_signature_does_not_change_the_document),
	cmocka_unit_test(the_seal_holds_the_head_and_the_signers_stand_in_order),
	cmocka_unit_test(a_session_that_treated_something_is_no_failure),
	cmocka_unit_test(a_session_only_prepared_shows_its_agenda),
	cmocka_unit_test(the_sheet_of_a_chamber_has_those_in_office_on_the_day),
	cmocka_unit_test(after_every_act_the_draft_can_be_read),
	cmocka_unit_test(open_points_name_what_is_still_to_settle),
	cmocka_unit_test(an_open_point_knows_where_it_can_still_be_settled),
	cmocka_unit_test(open_points_count_beyond_the_room_given),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)

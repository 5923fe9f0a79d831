#include "tests/arena.h"

#include "locale/format.h"
#include "model/reasons.h"

#define LRI "\u2066"
#define FSI "\u2068"
#define PDI "\u2069"
#define NB  "\u00A0"

static const struct date monday = {2024, 12, 30};

static const struct instant afternoon = {1735565525, 60}; /* 2024-12-30T14:32:05+01:00 */

static void a_typed_text_is_isolated_from_the_sentence(void **state)
{
	struct arena *a = *state;
	struct message m =
		MSG("file {name} of {n}", A_STR("name", STR("liste.csv")), A_INT("n", 3));

	assert_text(a, format(&m, LANG_EN, a), "file " FSI "liste.csv" PDI " of 3");
	assert_text(a, format_plain(&m, LANG_EN, a), "file liste.csv of 3");
}

static void a_text_in_two_languages_follows_the_reader(void **state)
{
	struct arena *a = *state;
	struct both name = {STR("مريم"), STR("Meryem")};
	struct both only = {STR("مريم"), STR("")};
	struct message m = MSG("<{x}>", A_BOTH("x", name));

	assert_text(a, format_plain(&m, LANG_AR, a), "<مريم>");
	assert_text(a, format_plain(&m, LANG_FR, a), "<Meryem>");
	assert_text(a, format_plain(&m, LANG_EN, a), "<Meryem>");
	m = MSG("<{x}>", A_BOTH("x", only));
	assert_text(a, format(&m, LANG_FR, a), "<" FSI "مريم" PDI ">");
}

static void a_reason_that_was_chosen_speaks_the_language_of_the_sentence(void **state)
{
	struct arena *a = *state;

	for (int what = 0; what < REASONS_COUNT; what++) {
		struct reasons of = reasons_for((enum reasons_for)what);

		for (size_t i = 0; i < of.n; i++) {
			for (int stored = 0; stored < LANG_COUNT; stored++) {
				struct message m = MSG(
					"{x}", A_REASON("x", format_plain(&of.at[i], stored, a)));

				for (int lang = 0; lang < LANG_COUNT; lang++)
					assert_text(a, format_plain(&m, lang, a),
						arena_z(a, format_plain(&of.at[i], lang, a)));
			}
		}
	}
}

static void a_reason_that_was_typed_stays_as_it_is(void **state)
{
	struct arena *a = *state;
	struct message m = MSG("<{x}>", A_REASON("x", STR("mal entendu par tous")));

	assert_text(a, format_plain(&m, LANG_AR, a), "<mal entendu par tous>");
}

static void integers_are_grouped_from_ten_thousand_on(void **state)
{
	struct arena *a = *state;

	assert_text(a, format_arg(&A_INT("", 9999), LANG_FR, a), "9999");
	assert_text(a, format_arg(&A_INT("", 10000), LANG_FR, a), "10" NB "000");
	assert_text(a, format_arg(&A_INT("", 10000), LANG_AR, a), "10.000");
	assert_text(a, format_arg(&A_INT("", 36000000), LANG_AR, a), "36.000.000");
	assert_text(a, format_arg(&A_INT("", -5), LANG_EN, a), "\u22125");
	assert_text(a, format_arg(&A_INT("", INT64_MIN), LANG_AR, a),
		"\u22129.223.372.036.854.775.808");
}

static void years_and_numbers_of_acts_are_never_grouped(void **state)
{
	struct arena *a = *state;

	assert_text(a, format_arg(&A_DIGITS("", 12345), LANG_AR, a), "12345");
	assert_text(
		a, format_arg(&A_DIGITS("", INT64_MIN), LANG_AR, a), "\u22129223372036854775808");
}

static void a_member_number_has_two_digits_or_three(void **state)
{
	struct arena *a = *state;

	assert_text(a, format_arg(&A_SEAT("", 3), LANG_AR, a), "03");
	assert_text(a, format_arg(&A_SEAT("", 36), LANG_FR, a), "36");
	assert_text(a, format_arg(&A_SEAT("", 117), LANG_EN, a), "117");
}

static void money_is_written_as_each_language_does(void **state)
{
	struct arena *a = *state;

	assert_text(a, format_money(768300000, LANG_AR, a), "7.683.000,00 درهم");
	assert_text(a, format_money(768300000, LANG_FR, a), "7" NB "683" NB "000,00" NB "DH");
	assert_text(a, format_money(768300000, LANG_EN, a), "7" NB "683" NB "000,00" NB "MAD");
	assert_text(a, format_amount(-4500000, LANG_AR, a), "\u221245.000,00");
	assert_text(a, format_amount(5, LANG_FR, a), "0,05");
	assert_text(a, format_amount(-5, LANG_FR, a), "\u22120,05");
	assert_text(a, format_amount(100000, LANG_AR, a), "1.000,00");
}

static void an_amount_keeps_its_order_in_a_sentence_and_the_currency_does_not(void **state)
{
	struct arena *a = *state;
	struct message m = MSG("= {sum};", A_MONEY("sum", 5000000));

	assert_text(a, format(&m, LANG_AR, a), "= " LRI "50.000,00" PDI " درهم;");
	assert_text(a, format(&m, LANG_FR, a), "= " LRI "50" NB "000,00" PDI NB "DH;");
}

static void dates_have_moroccan_months(void **state)
{
	static const char *const months[] = {"يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو",
		"يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"};
	struct arena *a = *state;

	for (int32_t i = 0; i < 12; i++) {
		struct str parts[] = {str_of(months[i]), STR(" 2024")};

		assert_text(a, format_month((struct date){2024, i + 1, 1}, LANG_AR, a),
			arena_z(a, arena_join(a, parts, 2)));
	}
	assert_text(a, format_arg(&A_DATE("", monday), LANG_AR, a), "الإثنين 30 دجنبر 2024");
	assert_text(a, format_arg(&A_DATE("", monday), LANG_FR, a), "lundi 30 décembre 2024");
	assert_text(a, format_arg(&A_DATE("", monday), LANG_EN, a), "Monday 30 December 2024");
}

static void every_day_of_a_week_has_its_name(void **state)
{
	static const char *const fr[] = {
		"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"};
	static const char *const ar[] = {
		"الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"};
	struct arena *a = *state;

	for (int i = 0; i < 7; i++) {
		struct date d = date_of_days(date_days(monday) + i);
		const char *z = arena_z(a, format_arg(&A_DATE("", d), LANG_FR, a));

		assert_memory_equal(z, fr[i], strlen(fr[i]));
		z = arena_z(a, format_arg(&A_DATE("", d), LANG_AR, a));
		assert_memory_equal(z, ar[i], strlen(ar[i]));
	}
}

static void the_first_of_a_month_has_its_own_word(void **state)
{
	struct arena *a = *state;
	struct date first = {2024, 9, 1};

	assert_text(a, format_arg(&A_DATE("", first), LANG_AR, a), "الأحد فاتح شتنبر 2024");
	assert_text(a, format_arg(&A_DATE("", first), LANG_FR, a), "dimanche 1er septembre 2024");
	assert_text(a, format_arg(&A_DATE("", first), LANG_EN, a), "Sunday 1 September 2024");
}

static void days_and_hours_are_in_digits(void **state)
{
	struct arena *a = *state;

	assert_text(a, format_day(monday, a), "30/12/2024");
	assert_text(a, format_day((struct date){2025, 2, 3}, a), "03/02/2025");
	assert_text(a, format_time(afternoon, a), "14:32");
	assert_text(a, format_clock(afternoon, a), "14:32:05");
}

static void what_is_not_given_is_empty(void **state)
{
	struct arena *a = *state;

	assert_text(a, format_arg(&A_DATE("", ((struct date){0})), LANG_AR, a), "");
	assert_text(a, format_day((struct date){2024, 2, 30}, a), "");
	assert_text(a, format_month((struct date){0}, LANG_FR, a), "");
	assert_text(a, format_time((struct instant){0}, a), "");
	assert_text(a, format(&(struct message){0}, LANG_AR, a), "");
	assert_text(a, format(&MSG("<{s}>", A_STR("s", STR(""))), LANG_AR, a), "<>");
}

static void a_hash_stands_in_sixteen_groups(void **state)
{
	struct arena *a = *state;
	struct hash h = {{0x01, 0x23, 0xab}};
	const char *z = arena_z(a, format_hash(h, a));

	assert_int_equal(strlen(z), 64 + 15);
	assert_memory_equal(z, "0123 ab00 0000 ", 15);
}

static void a_month_without_a_year_stands_alone(void **state)
{
	struct arena *a = *state;
	struct message m = MSG("mois de {month}", A_MONTH("month", ((struct date){0, 10, 1})));

	assert_text(a, format(&m, LANG_FR, a), "mois d’octobre");
	assert_text(a, format_month((struct date){0, 10, 1}, LANG_AR, a), "أكتوبر");
}

static void an_ordinal_may_be_asked_for_in_digits(void **state)
{
	struct arena *a = *state;
	struct arg one = A_ORDINAL("o", 21);

	assert_text(a, format(&MSG("point n° {o:digits}", one), LANG_FR, a), "point n° 21");
	assert_text(a, format(&MSG("{o:digits}", A_WORDS("o", 12000)), LANG_AR, a), "12000");
}

static void french_elides_de_before_a_vowel(void **state)
{
	struct arena *a = *state;
	struct message october =
		MSG("session de {month}", A_MONTH("month", ((struct date){2024, 10, 1})));
	struct message june =
		MSG("session de {month}", A_MONTH("month", ((struct date){2024, 6, 1})));
	struct message august = MSG("de {month}", A_MONTH("month", ((struct date){2024, 8, 1})));
	struct message other = MSG("monde {month}", A_MONTH("month", ((struct date){2024, 4, 1})));

	assert_text(a, format(&october, LANG_FR, a), "session d’octobre 2024");
	assert_text(a, format(&june, LANG_FR, a), "session de juin 2024");
	assert_text(a, format(&august, LANG_FR, a), "d’août 2024");
	assert_text(a, format(&other, LANG_FR, a), "monde avril 2024");
	assert_text(a, format(&october, LANG_EN, a), "session de October 2024");
}

static void lists_are_joined_as_the_language_joins(void **state)
{
	struct arena *a = *state;
	struct message items[] = {TEXT("x1"), TEXT("x2"), TEXT("x3")};
	struct message m = MSG("[{l}]", A_LIST("l", items, 3));

	assert_text(a, format(&m, LANG_AR, a), "[x1، x2 وx3]");
	assert_text(a, format(&m, LANG_FR, a), "[x1, x2 et x3]");
	assert_text(a, format(&m, LANG_EN, a), "[x1, x2 and x3]");
	m = MSG("[{l}]", A_LIST("l", items, 2));
	assert_text(a, format(&m, LANG_AR, a), "[x1 وx2]");
	m = MSG("[{l}]", A_LIST("l", items, 1));
	assert_text(a, format(&m, LANG_AR, a), "[x1]");
	m = MSG("[{l}]", A_LIST("l", items, 0));
	assert_text(a, format(&m, LANG_FR, a), "[]");
}

static void a_message_inside_another_is_translated_too(void **state)
{
	struct arena *a = *state;
	struct message inner = TEXT(CTX("weekday", "Friday"));
	struct message m = MSG("({day})", A_MSG("day", &inner));

	assert_text(a, format(&m, LANG_AR, a), "(الجمعة)");
	assert_text(a, format(&m, LANG_FR, a), "(vendredi)");
	assert_text(a, format(&m, LANG_EN, a), "(Friday)");
}

static void a_counted_noun_takes_the_form_of_its_number(void **state)
{
	static const struct {
		int64_t n;
		const char *ar;
	} rows[] = {{1, "عضو حاضر واحد"}, {2, "عضوين حاضرين"}, {3, "3 أعضاء حاضرين"},
		{10, "10 أعضاء حاضرين"}, {11, "11 عضوا حاضرا"}, {28, "28 عضوا حاضرا"},
		{100, "100 عضو حاضر"}, {103, "103 أعضاء حاضرين"}};
	struct arena *a = *state;

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct message m = MSGN("{n} member present", "{n} members present", rows[i].n);

		assert_text(a, format(&m, LANG_AR, a), rows[i].ar);
	}
	assert_text(a, format(&MSGN("{n} member present", "{n} members present", 1), LANG_FR, a),
		"1 membre présent");
	assert_text(a, format(&MSGN("{n} member present", "{n} members present", 28), LANG_EN, a),
		"28 members present");
}

static void ordinals_are_feminine_in_arabic_unless_asked_otherwise(void **state)
{
	struct arena *a = *state;
	struct arg one = A_ORDINAL("o", 21);

	assert_text(a, format(&MSG("{o}", one), LANG_AR, a), "الحادية والعشرون");
	assert_text(a, format(&MSG("{o:oblique}", one), LANG_AR, a), "الحادية والعشرين");
	assert_text(a, format(&MSG("{o:masculine}", one), LANG_AR, a), "الحادي والعشرون");
	assert_text(a, format(&MSG("{o:masculine:oblique}", one), LANG_AR, a), "الحادي والعشرين");
	assert_text(a, format(&MSG("{o}", A_ORDINAL("o", 1)), LANG_FR, a), "premier");
	assert_text(a, format(&MSG("{o:feminine}", A_ORDINAL("o", 1)), LANG_FR, a), "première");
	assert_text(a, format_arg(&one, LANG_AR, a), "الحادية والعشرون");
}

static void numbers_and_money_come_in_words(void **state)
{
	struct arena *a = *state;

	assert_text(a, format(&MSG("{w}", A_WORDS("w", 28)), LANG_AR, a), "ثمانية وعشرون");
	assert_text(a, format(&MSG("{w:feminine}", A_WORDS("w", 3)), LANG_AR, a), "ثلاث");
	assert_text(a, format(&MSG("{w}", A_MONEYW("w", 60000000)), LANG_AR, a), "ستمائة ألف درهم");
	assert_text(a, format(&MSG("{w}", A_MONEYW("w", 60000000)), LANG_FR, a),
		"six cent mille dirhams");
}

static void digits_with_signs_between_keep_their_order(void **state)
{
	struct arena *a = *state;
	struct message m = MSG("{d} {t} {c} {i}", A_DAY("d", monday), A_TIME("t", afternoon),
		A_CLOCK("c", afternoon), A_INT("i", -4));

	assert_text(a, format(&m, LANG_AR, a),
		LRI "30/12/2024" PDI " " LRI "14:32" PDI " " LRI "14:32:05" PDI " " LRI
		    "\u22124" PDI);
	assert_text(a, format_plain(&m, LANG_AR, a), "30/12/2024 14:32 14:32:05 \u22124");
}

static void braces_that_open_nothing_are_themselves(void **state)
{
	struct arena *a = *state;

	assert_text(a, format(&TEXT("a {{b} {unknown} {"), LANG_EN, a), "a {b} {unknown} {");
	assert_text(a, format(&MSG("{x:sideways}", A_INT("x", 1)), LANG_EN, a), "{x:sideways}");
}

static void a_sentence_ends_with_one_full_stop(void **state)
{
	struct arena *a = *state;
	struct message typed = MSG("Reason: {x}.", A_STR("x", STR("faute de temps.")));
	struct message asked = MSG("{x}. And {y}.", A_STR("x", STR("لماذا؟")), A_MSG("y", &typed));
	struct message figure = MSG("{x}.", A_INT("x", 3));
	struct message file = MSG("{x}.csv", A_STR("x", STR("a.")));

	assert_text(a, format(&typed, LANG_FR, a), "Reason: " FSI "faute de temps." PDI);
	assert_text(a, format_plain(&asked, LANG_EN, a), "لماذا؟ And Reason: faute de temps.");
	assert_text(a, format_plain(&figure, LANG_EN, a), "3.");
	assert_text(a, format_plain(&file, LANG_EN, a), "a..csv");
}

static void plain_text_has_no_format_character_at_all(void **state)
{
	struct arena *a = *state;
	struct message inner = MSG("{s}", A_STR("s", STR("a\u200Fb\u200Dc\uFEFF")));
	struct message m = MSG("{m} {h} {b}", A_MSG("m", &inner), A_HASH("h", ((struct hash){{0}})),
		A_MONEY("b", -100));
	struct str s = format_plain(&m, LANG_AR, a);

	assert_text(a, format_strip(s, a), arena_z(a, s));
	assert_non_null(strstr(arena_z(a, s), "abc"));
}

static void texts_can_be_isolated_by_hand(void **state)
{
	struct arena *a = *state;

	assert_text(a, format_isolate_ltr(STR("x"), a), LRI "x" PDI);
	assert_text(a, format_strip(format_isolate_ltr(STR("x"), a), a), "x");
}

static void the_check_of_places_sees_what_is_missing_and_what_is_new(void **state)
{
	(void)state;
	assert_true(format_same_places(STR("a {x} {y}"), STR("{y} b {x}"), false));
	assert_true(format_same_places(STR("{x}"), STR("{x:oblique}"), false));
	assert_true(format_same_places(STR("no place {{"), STR("{{"), false));
	assert_false(format_same_places(STR("a {x}"), STR("a"), false));
	assert_false(format_same_places(STR("a"), STR("a {x}"), false));
	assert_false(format_same_places(STR("{x}"), STR("{X}"), false));
	assert_false(format_same_places(STR("{x}"), STR("{x:blue}"), false));
	assert_false(format_same_places(STR("{x}"), STR("{x"), false));
	assert_true(format_same_places(STR("{n} things"), STR("one thing"), true));
	assert_false(format_same_places(STR("{n} things"), STR("things"), false));
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_typed_text_is_isolated_from_the_sentence),
	cmocka_unit_test(a_text_in_two_languages_follows_the_reader),
	cmocka_unit_test(a_reason_that_was_chosen_speaks_the_language_of_the_sentence),
	cmocka_unit_test(a_reason_that_was_typed_stays_as_it_is),
	cmocka_unit_test(integers_are_grouped_from_ten_thousand_on),
	cmocka_unit_test(years_and_numbers_of_acts_are_never_grouped),
	cmocka_unit_test(a_member_number_has_two_digits_or_three),
	cmocka_unit_test(money_is_written_as_each_language_does),
	cmocka_unit_test(an_amount_keeps_its_order_in_a_sentence_and_the_currency_does_not),
	cmocka_unit_test(dates_have_moroccan_months),
	cmocka_unit_test(every_day_of_a_week_has_its_name),
	cmocka_unit_test(the_first_of_a_month_has_its_own_word),
	cmocka_unit_test(days_and_hours_are_in_digits),
	cmocka_unit_test(what_is_not_given_is_empty),
	cmocka_unit_test(a_hash_stands_in_sixteen_groups),
	cmocka_unit_test(a_month_without_a_year_stands_alone),
	cmocka_unit_test(an_ordinal_may_be_asked_for_in_digits),
	cmocka_unit_test(french_elides_de_before_a_vowel),
	cmocka_unit_test(lists_are_joined_as_the_language_joins),
	cmocka_unit_test(a_message_inside_another_is_translated_too),
	cmocka_unit_test(a_counted_noun_takes_the_form_of_its_number),
	cmocka_unit_test(ordinals_are_feminine_in_arabic_unless_asked_otherwise),
	cmocka_unit_test(numbers_and_money_come_in_words),
	cmocka_unit_test(digits_with_signs_between_keep_their_order),
	cmocka_unit_test(braces_that_open_nothing_are_themselves),
	cmocka_unit_test(a_sentence_ends_with_one_full_stop),
	cmocka_unit_test(plain_text_has_no_format_character_at_all),
	cmocka_unit_test(texts_can_be_isolated_by_hand),
	cmocka_unit_test(the_check_of_places_sees_what_is_missing_and_what_is_new),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)

#include "tests/test.h"

#include "locale/implicit.h"
#include "locale/text.h"
#include "storage/memory.h"

/* The row TEXT as it is sent to a terminal whose rows begin at BASE. */
static const char *sent(const char *text, enum direction base)
{
	static struct arena a;
	struct str s = str_of(text);
	struct arena scratch;
	struct builder b;
	uint32_t code[128];
	size_t moved[128], n = 0;

	arena_clear(&a);
	arena_init(&a, &memory_source);
	arena_init(&scratch, &memory_source);
	for (size_t at = 0; at < s.n && n < 128;)
		code[n++] = text_decode(s, &at);
	implicit_row(code, moved, n, base, &scratch);
	builder_init(&b, &a);
	for (size_t i = 0; i < n; i++)
		text_encode(&b, code[i]);
	arena_clear(&scratch);
	return arena_z(&a, builder_str(&b));
}

static void fields_that_would_run_together_are_parted_by_a_stroke(void **state)
{
	(void)state;
	assert_string_equal(sent("Hamid   Naji", DIR_RTL), "Hamid ـ Naji");
	assert_string_equal(sent("Hamid    12", DIR_RTL), "Hamid  ـ 12");
	assert_string_equal(sent("محضر   قرار", DIR_LTR), "محضر ǀ قرار");
	assert_string_equal(sent("محضر   12", DIR_LTR), "محضر ǀ 12");
	/* those that stay apart by themselves are left alone */
	assert_string_equal(sent("Hamid   محضر   Naji", DIR_RTL), "Hamid   محضر   Naji");
	assert_string_equal(sent("محضر   12   13", DIR_RTL), "محضر   12   13");
	assert_string_equal(sent("محضر   a", DIR_LTR), "محضر   a");
	assert_string_equal(sent("Hamid Naji", DIR_RTL), "Hamid Naji");
	assert_string_equal(sent("abc │ 12", DIR_RTL), "abcـ│ 12");
}

static void figures_are_turned_so_that_they_come_out_the_right_way_round(void **state)
{
	(void)state;
	assert_string_equal(sent("مبلغ -45.000,00", DIR_RTL), "مبلغ 45.000,00-");
	assert_string_equal(sent("نسبة 66,67%", DIR_RTL), "نسبة %66,67");
	assert_string_equal(sent("يوم 2024-12-30", DIR_RTL), "يوم 30-12-2024");
	assert_string_equal(sent("شاشة 80×24", DIR_RTL), "شاشة 24×80");
	assert_string_equal(sent("يوم 30/12/2024", DIR_RTL), "يوم 30/12/2024");
	assert_string_equal(sent("ساعة 14:15", DIR_RTL), "ساعة 14:15");
	assert_string_equal(sent("سنة 2025.", DIR_RTL), "سنة 2025.");
	assert_string_equal(sent("(36)", DIR_RTL), "(36)");
	assert_string_equal(
		sent("montant -45.000,00 66,67%", DIR_LTR), "montant -45.000,00 66,67%");
}

/* There are terminals that begin a row where its first letter does. */
static void a_row_that_says_otherwise_begins_with_a_stroke_of_its_own(void **state)
{
	(void)state;
	assert_string_equal(sent(" ▚▛  ▙", DIR_RTL), "ـ▛▚  ▙");
	assert_string_equal(sent(" ▚▛  ▙", DIR_LTR), " ▚▛  ▙");
	assert_string_equal(sent(" 33   2", DIR_RTL), "ـ33   2");
	assert_string_equal(sent(" Rapport", DIR_RTL), "ـRapport");
	assert_string_equal(sent(" تقرير", DIR_RTL), " تقرير");
	assert_string_equal(sent(" 1. تقرير", DIR_LTR), "ǀ1. تقرير");
	assert_string_equal(sent(" 1. Rapport", DIR_LTR), " 1. Rapport");
	assert_string_equal(sent("Rapport", DIR_RTL), "Rapport"); /* there is no place */
	assert_string_equal(sent("   ", DIR_RTL), "   ");
}

static void drawings_are_mirrored_before_the_terminal_mirrors_them(void **state)
{
	(void)state;
	assert_string_equal(sent("▖▗▘▙ ▚▛", DIR_RTL), "▙▘▗▖ ▛▚");
	assert_string_equal(sent("▖▗▘▙ ▚▛", DIR_LTR), "▖▗▘▙ ▚▛");
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(fields_that_would_run_together_are_parted_by_a_stroke),
	cmocka_unit_test(figures_are_turned_so_that_they_come_out_the_right_way_round),
	cmocka_unit_test(a_row_that_says_otherwise_begins_with_a_stroke_of_its_own),
	cmocka_unit_test(drawings_are_mirrored_before_the_terminal_mirrors_them),
};

TEST_MAIN(cases)

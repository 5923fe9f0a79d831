#include "tui/laid.h"

#include "storage/memory.h"
#include "tests/test.h"

#define AR "النقطة 5: اتفاقية خاصة، 28 نعم"

static const struct layout_options rtl = {.mode = BIDI_EXPLICIT, .base = DIR_RTL};
static const struct layout_options ltr = {.mode = BIDI_EXPLICIT, .base = DIR_LTR};

/* Memory that counts what is out. */
static long blocks_out;

static void *counted_take(size_t bytes)
{
	blocks_out++;
	return memory_source.take(bytes);
}

static void counted_give(void *p)
{
	blocks_out--;
	memory_source.give(p);
}

static const struct arena_source counted = {counted_take, counted_give};

static void assert_same_line(const struct layout_line *a, const struct layout_line *b)
{
	assert_int_equal(a->n, b->n);
	assert_int_equal(a->width, b->width);
	assert_int_equal(a->from, b->from);
	assert_int_equal(a->to, b->to);
	assert_int_equal(a->base, b->base);
	for (size_t i = 0; i < a->n; i++) {
		assert_int_equal(a->at[i].codes, b->at[i].codes);
		assert_memory_equal(a->at[i].code, b->at[i].code, sizeof(a->at[i].code));
		assert_int_equal(a->at[i].from, b->at[i].from);
		assert_int_equal(a->at[i].to, b->at[i].to);
	}
}

static void a_line_is_the_one_the_layout_gives_in_every_picture(void **state)
{
	struct laid *l = laid_open(&memory_source);
	struct arena a;

	(void)state;
	arena_init(&a, &memory_source);
	for (int picture = 0; picture < 4; picture++) {
		for (int width = 1; width < 40; width++) {
			struct layout_line is = laid_fit(l, STR(AR), width, rtl);
			struct layout_line should = layout_fit(STR(AR), width, rtl, &a);

			assert_same_line(&is, &should);
		}
		laid_turn(l);
	}
	laid_close(l);
	arena_clear(&a);
}

static void wrapped_lines_are_those_the_layout_gives(void **state)
{
	struct laid *l = laid_open(&memory_source);
	struct arena a;

	(void)state;
	arena_init(&a, &memory_source);
	for (int picture = 0; picture < 3; picture++) {
		for (int width = 2; width < 40; width++) {
			struct layout_line *is, *should;
			size_t n = laid_wrap(l, STR(AR "\n\n" AR), width, rtl, &is);

			assert_int_equal(
				n, layout_wrap(STR(AR "\n\n" AR), width, rtl, &a, &should));
			for (size_t i = 0; i < n; i++)
				assert_same_line(&is[i], &should[i]);
		}
		laid_turn(l);
	}
	laid_close(l);
	arena_clear(&a);
}

static void another_width_direction_or_order_is_another_line(void **state)
{
	const struct layout_options none = {.mode = BIDI_NONE, .base = DIR_RTL};
	const struct layout_options marks = {.mode = BIDI_EXPLICIT, .base = DIR_RTL, .marks = true};
	struct laid *l = laid_open(&memory_source);
	struct layout_line *lines;

	(void)state;
	assert_int_equal(laid_fit(l, STR("one two three"), 20, ltr).width, 13);
	assert_int_equal(laid_fit(l, STR("one two three"), 7, ltr).width, 7);
	assert_int_equal(laid_wrap(l, STR("one two three"), 7, ltr, &lines), 2);
	assert_int_equal(laid_fit(l, STR("one:"), 20, ltr).at[3].code[0], ':');
	assert_int_equal(laid_fit(l, STR("one:"), 20, rtl).at[0].code[0], ':');
	assert_int_equal(laid_fit(l, STR("one:"), 20, none).at[3].code[0], ':');
	/* A fatha is shown only where marks are. */
	assert_int_equal(laid_fit(l, STR("بَ"), 20, rtl).at[0].codes, 1);
	assert_int_equal(laid_fit(l, STR("بَ"), 20, marks).at[0].codes, 2);
	laid_close(l);
}

static void a_text_asked_for_again_is_the_same_memory(void **state)
{
	struct laid *l = laid_open(&memory_source);
	const struct glyph *first = laid_fit(l, STR(AR), 30, rtl).at;

	(void)state;
	assert_ptr_equal(laid_fit(l, STR(AR), 30, rtl).at, first);
	laid_turn(l);
	assert_ptr_equal(laid_fit(l, STR(AR), 30, rtl).at, first);
	laid_close(l);
}

/* So many texts that nobody asks for again. */
static void many_texts(struct laid *l, int from)
{
	for (int i = from; i < from + 1000; i++) {
		char text[120];
		int n = snprintf(text, sizeof(text), "%d. " AR, i);

		(void)laid_fit(l, (struct str){text, (size_t)n}, 30, rtl);
	}
}

static void memory_stays_within_bounds_however_long_it_runs(void **state)
{
	struct laid *l = laid_open(&counted);
	long most = 0;

	(void)state;
	for (int picture = 0; picture < 40; picture++) {
		struct layout_line line;

		many_texts(l, picture * 1000);
		line = laid_fit(l, STR(AR), 30, rtl); /* this one in every picture */
		assert_int_equal(line.width, layout_width(STR(AR)));
		laid_turn(l);
		if (picture == 4)
			most = blocks_out;
		if (picture > 4)
			assert_true(blocks_out <= most + 2);
	}
	laid_close(l);
	assert_int_equal(blocks_out, 0);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_line_is_the_one_the_layout_gives_in_every_picture),
	cmocka_unit_test(wrapped_lines_are_those_the_layout_gives),
	cmocka_unit_test(another_width_direction_or_order_is_another_line),
	cmocka_unit_test(a_text_asked_for_again_is_the_same_memory),
	cmocka_unit_test(memory_stays_within_bounds_however_long_it_runs),
};

TEST_MAIN(cases)

#include "tui/laid.h"

#include "locale/format.h"
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

/* --- messages --- */

static void assert_words(struct laid *l, struct message m, enum lang lang)
{
	struct arena a;
	struct str should;
	int width = -1;

	arena_init(&a, &memory_source);
	should = format(&m, lang, &a);
	for (int again = 0; again < 2; again++) {
		struct str is = laid_words(l, &m, lang, &width);

		assert_int_equal(is.n, should.n);
		assert_memory_equal(is.p, should.p, is.n);
		assert_int_equal(width, layout_width(should));
	}
	arena_clear(&a);
}

static void a_message_says_what_format_says_in_every_language(void **state)
{
	struct laid *l = laid_open(&memory_source);
	struct message one = MSG("{n}", A_INT("n", 7)), two = MSG("{t}", A_STR("t", STR(AR)));
	struct message list[] = {one, two};

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		assert_words(l, TEXT("menu"), (enum lang)lang);
		assert_words(l, MSGN("{n} item", "{n} items", 1), (enum lang)lang);
		assert_words(l, MSGN("{n} item", "{n} items", 5), (enum lang)lang);
		assert_words(
			l, MSG("{m} {d}", A_MSG("m", &two), A_DIGITS("d", 9)), (enum lang)lang);
		assert_words(l, MSG("{l}", A_LIST("l", list, 2)), (enum lang)lang);
		laid_turn(l);
	}
	laid_close(l);
}

static void another_value_is_another_sentence(void **state)
{
	struct laid *l = laid_open(&memory_source);
	char text[] = "one";
	struct str typed = {text, 3};
	struct message inside = MSG("{s}", A_STR("s", typed));
	struct message m = MSG("{m}", A_MSG("m", &inside));

	(void)state;
	assert_words(l, m, LANG_FR);
	memcpy(text, "two", 3); /* the same address says something else */
	assert_words(l, m, LANG_FR);
	inside = MSG("{s}", A_SEAT("s", 3));
	assert_words(l, m, LANG_FR);
	inside = MSG("{s}", A_INT("s", 3));
	assert_words(l, m, LANG_FR);
	assert_words(l, m, LANG_AR);
	laid_close(l);
}

static void a_sentence_asked_for_again_is_the_same_memory(void **state)
{
	struct laid *l = laid_open(&memory_source);
	struct message m = MSG("{t}", A_STR("t", STR(AR)));
	const char *words = laid_words(l, &m, LANG_AR, NULL).p;
	const struct glyph *line = laid_say(l, &m, LANG_AR, 30, rtl).at;

	(void)state;
	laid_turn(l);
	assert_ptr_equal(laid_words(l, &m, LANG_AR, NULL).p, words);
	assert_ptr_equal(laid_say(l, &m, LANG_AR, 30, rtl).at, line);
	laid_close(l);
}

static void a_sentence_is_laid_out_for_the_width_that_is_asked_for(void **state)
{
	struct laid *l = laid_open(&memory_source);
	struct message m = MSG("{t}", A_STR("t", STR(AR)));

	(void)state;
	for (int picture = 0; picture < 2000; picture++) {
		for (int width = 5; width < 12; width++) {
			struct str words = laid_words(l, &m, LANG_AR, NULL);
			struct layout_line is = laid_say(l, &m, LANG_AR, width, rtl);
			struct layout_line should = laid_fit(l, words, width, rtl);

			assert_same_line(&is, &should);
			assert_true(is.width <= width);
			is = laid_say(l, &m, LANG_AR, width, ltr);
			should = laid_fit(l, words, width, ltr);
			assert_same_line(&is, &should);
		}
		if (picture % 50 == 0) /* until what is kept was forgotten more than once */
			many_texts(l, picture * 1000);
		laid_turn(l);
	}
	laid_close(l);
}

static void sentences_that_pass_by_are_forgotten(void **state)
{
	struct laid *l = laid_open(&counted);
	long most = 0;

	(void)state;
	for (int picture = 0; picture < 40; picture++) {
		for (int i = 0; i < 1000; i++) {
			struct message m = MSG("{n}", A_INT("n", picture * 1000 + i));

			(void)laid_words(l, &m, LANG_FR, NULL);
		}
		laid_turn(l);
		if (picture < 20) /* several generations have gone by */
			most = blocks_out > most ? blocks_out : most;
		else
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
	cmocka_unit_test(a_message_says_what_format_says_in_every_language),
	cmocka_unit_test(another_value_is_another_sentence),
	cmocka_unit_test(a_sentence_asked_for_again_is_the_same_memory),
	cmocka_unit_test(a_sentence_is_laid_out_for_the_width_that_is_asked_for),
	cmocka_unit_test(sentences_that_pass_by_are_forgotten),
};

TEST_MAIN(cases)

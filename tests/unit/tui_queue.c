/* What a terminal sends becomes inputs: letters, the key of lam-alef, pastes, the mouse. */
#include "tests/test.h"
#include "tui/term_queue.h"

#define LAM  0x644
#define ALEF 0x627

/* The next one, which has to be a character. */
static struct press next_character(struct term_queue *q)
{
	struct input input;

	assert_true(term_queue_take(q, &input));
	assert_int_equal(input.kind, INPUT_KEY);
	assert_int_equal(input.press.code, PRESS_CHAR);
	return input.press;
}

static void must_be_empty(struct term_queue *q)
{
	struct input input;

	assert_false(term_queue_take(q, &input));
}

static void keys_come_out_as_they_came_in(void **state)
{
	struct term_queue q = {0};

	(void)state;
	for (uint32_t round = 0; round < 3 * TERM_QUEUE_MAX; round++) {
		term_queue_character(&q, PRESS_CHAR_OF('a' + round % 26));
		term_queue_character(&q, PRESS_CHAR_OF('A' + round % 26));
		assert_int_equal(next_character(&q).ch, 'a' + round % 26);
		assert_int_equal(next_character(&q).ch, 'A' + round % 26);
	}
	must_be_empty(&q);
}

static void a_full_queue_loses_no_key_it_has(void **state)
{
	struct term_queue q = {0};
	uint32_t n = 0;

	(void)state;
	while (term_queue_has_room(&q))
		term_queue_character(&q, PRESS_CHAR_OF(0x4e00 + n++));
	for (int more = 0; more < 5; more++)
		term_queue_character(&q, PRESS_CHAR_OF('x'));
	for (uint32_t i = 0; i < n; i++)
		assert_int_equal(next_character(&q).ch, 0x4e00 + i);
	assert_int_equal(next_character(&q).ch, 'x');
}

static void lam_alef_is_two_marked_letters_however_it_comes(void **state)
{
	static const uint32_t forms[][2] = {{0xFEF5, 0x622}, {0xFEF8, 0x623}, {0xFEFB, ALEF}};
	struct term_queue q = {0};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(forms); i++) {
		struct press lam, alef;

		term_queue_character(&q, PRESS_CHAR_OF(forms[i][0]));
		lam = next_character(&q);
		alef = next_character(&q);
		assert_int_equal(lam.ch, LAM);
		assert_int_equal(alef.ch, forms[i][1]);
		assert_true(lam.lam_alef && alef.lam_alef);
	}
	term_queue_character(&q, PRESS_CHAR_OF(LAM));
	term_queue_character(&q, PRESS_CHAR_OF(ALEF));
	assert_true(next_character(&q).lam_alef);
	assert_true(next_character(&q).lam_alef);
	must_be_empty(&q);
}

static void letters_typed_one_after_the_other_are_no_lam_alef(void **state)
{
	struct term_queue q = {0};

	(void)state;
	term_queue_character(&q, PRESS_CHAR_OF(LAM));
	assert_false(next_character(&q).lam_alef);
	term_queue_character(&q, PRESS_CHAR_OF(ALEF));
	assert_false(next_character(&q).lam_alef);
	term_queue_character(&q, PRESS_CHAR_OF(LAM));
	term_queue_character(&q, PRESS_CHAR_OF('a'));
	assert_false(next_character(&q).lam_alef);
	assert_false(next_character(&q).lam_alef);
}

static void a_paste_is_one_input_and_the_next_one_waits_for_it(void **state)
{
	struct term_queue q = {0};
	struct input input;

	(void)state;
	for (int round = 0; round < 2; round++) {
		assert_true(term_queue_has_room(&q));
		term_queue_paste(&q);
		term_queue_pasted(&q, LAM);
		term_queue_pasted(&q, '\r');
		term_queue_pasted(&q, round ? 'b' : 'a');
		must_be_empty(&q);
		term_queue_paste_end(&q);
		assert_false(term_queue_has_room(&q));
		assert_true(term_queue_take(&q, &input));
		assert_int_equal(input.kind, INPUT_PASTE);
		assert_true(str_is(input.paste, round ? "ل\nb" : "ل\na"));
	}
	term_queue_clear(&q);
}

static void the_mouse_is_one_input_when_its_numbers_are_sound(void **state)
{
	static const char *const done[] = {"0;7;3M", "65;1;1M", "1;7;3M", "0;7M", "0;7;3m"};
	struct term_queue q = {0};
	struct input input;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(done); i++) {
		term_queue_mouse(&q);
		for (const char *c = done[i]; *c; c++) {
			assert_true(q.mousing);
			term_queue_moused(&q, (uint32_t)*c);
		}
		assert_false(q.mousing);
	}
	assert_true(term_queue_take(&q, &input));
	assert_int_equal(input.kind, INPUT_MOUSE);
	assert_int_equal(input.mouse.row, 2);
	assert_int_equal(input.mouse.col, 6);
	assert_true(term_queue_take(&q, &input));
	assert_int_equal(input.mouse.wheel, 1);
	must_be_empty(&q); /* another button, a number too few, a button let go */
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(keys_come_out_as_they_came_in),
	cmocka_unit_test(a_full_queue_loses_no_key_it_has),
	cmocka_unit_test(lam_alef_is_two_marked_letters_however_it_comes),
	cmocka_unit_test(letters_typed_one_after_the_other_are_no_lam_alef),
	cmocka_unit_test(a_paste_is_one_input_and_the_next_one_waits_for_it),
	cmocka_unit_test(the_mouse_is_one_input_when_its_numbers_are_sound),
};

TEST_MAIN(cases)

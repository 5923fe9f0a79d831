#include "tests/test.h"

#include "tui/keymap.h"

static struct press ch(uint32_t c)
{
	return PRESS_CHAR_OF(c);
}

static enum bind at(uint32_t c, unsigned where)
{
	return keymap_find(ch(c), KEYBOARD_AZERTY, where).bind;
}

static void letters_mean_their_command_in_both_scripts(void **state)
{
	(void)state;
	assert_int_equal(at('o', WHERE_VOTE), BIND_FOR);
	assert_int_equal(at('y', WHERE_VOTE), BIND_FOR);
	assert_int_equal(at('O', WHERE_VOTE), BIND_FOR);
	assert_int_equal(at(0x646, WHERE_VOTE), BIND_FOR);     /* nun: yes */
	assert_int_equal(at('n', WHERE_VOTE), BIND_AGAINST);   /* n: no */
	assert_int_equal(at(0x644, WHERE_VOTE), BIND_AGAINST); /* lam: no */
	assert_int_equal(at(0x645, WHERE_VOTE), BIND_ABSTAIN);
	assert_int_equal(at('=', WHERE_VOTE), BIND_ALL);
	assert_int_equal(at(0x643, WHERE_VOTE), BIND_ALL);
	assert_int_equal(at(0x61F, WHERE_ITEM), BIND_HELP); /* Arabic question mark */
}

static void an_arabic_letter_without_a_meaning_counts_as_its_physical_key(void **state)
{
	(void)state;
	assert_int_equal(at(0x62E, WHERE_VOTE), BIND_FOR);     /* kha on the o key */
	assert_int_equal(at(0x63A, WHERE_VOTE), BIND_FOR);     /* ghayn on the y key */
	assert_int_equal(at(0x649, WHERE_VOTE), BIND_AGAINST); /* alif maqsura on the n key */
	assert_int_equal(at(0x636, WHERE_VOTE), BIND_ABSTAIN); /* dad: a on AZERTY */
	assert_int_equal(keymap_find(ch(0x634), KEYBOARD_QWERTY, WHERE_VOTE).bind, BIND_ABSTAIN);
	assert_int_equal(at(0x632, WHERE_ITEM), BIND_PALETTE); /* zay: the colon of AZERTY */
}

static void a_key_means_nothing_where_its_command_is_not(void **state)
{
	(void)state;
	assert_int_equal(at('o', WHERE_AGENDA), BIND_NONE);
	assert_int_equal(at('p', WHERE_TIE), BIND_NONE);
	assert_int_equal(at('/', WHERE_ITEM), BIND_NONE);
	assert_int_equal(at('/', WHERE_ITEM | WHERE_LIST), BIND_SEARCH);
	assert_int_equal(at('z', WHERE_VOTE), BIND_NONE);
}

static void lam_alef_and_control_and_alt_mean_nothing(void **state)
{
	struct press lam = ch(0x644), ctrl = ch('n'), alt = ch('n');

	(void)state;
	lam.lam_alef = true;
	ctrl.ctrl = true;
	alt.alt = true;
	assert_int_equal(keymap_find(lam, KEYBOARD_AZERTY, WHERE_VOTE).bind, BIND_NONE);
	assert_int_equal(keymap_find(ctrl, KEYBOARD_AZERTY, WHERE_VOTE).bind, BIND_NONE);
	assert_int_equal(keymap_find(alt, KEYBOARD_AZERTY, WHERE_VOTE).bind, BIND_NONE);
}

static void in_a_text_field_only_named_keys_are_commands(void **state)
{
	(void)state;
	for (uint32_t c = 0x20; c < 0x800; c++)
		assert_int_equal(at(c, WHERE_TEXT), BIND_NONE);
	assert_int_equal(
		keymap_find(PRESS_OF(PRESS_F12), KEYBOARD_AZERTY, WHERE_TEXT).bind, BIND_BLANK);
	assert_int_equal(
		keymap_find(PRESS_OF(PRESS_F2), KEYBOARD_AZERTY, WHERE_TEXT).bind, BIND_LANGUAGE);
	assert_int_equal(
		keymap_find(PRESS_OF(PRESS_ENTER), KEYBOARD_AZERTY, WHERE_TEXT).bind, BIND_NONE);
}

static void digits_of_every_keyboard_are_digits(void **state)
{
	static const uint32_t rows[][10] = {
		{'0', '1', '2', '3', '4', '5', '6', '7', '8', '9'},
		{0x660, 0x661, 0x662, 0x663, 0x664, 0x665, 0x666, 0x667, 0x668, 0x669},
		{0x6F0, 0x6F1, 0x6F2, 0x6F3, 0x6F4, 0x6F5, 0x6F6, 0x6F7, 0x6F8, 0x6F9},
		{0xE0, '&', 0xE9, '"', '\'', '(', '-', 0xE8, '_', 0xE7},
	};

	(void)state;
	for (size_t r = 0; r < ARRAY_LEN(rows); r++)
		for (int d = 0; d < 10; d++) {
			struct meaning m =
				keymap_find(ch(rows[r][d]), KEYBOARD_AZERTY, WHERE_ATTENDANCE);

			assert_int_equal(m.bind, BIND_DIGIT);
			assert_int_equal(m.digit, d);
		}
	assert_int_equal(key_digit(ch('a')), -1);
}

/* The command that C has by its place on this keyboard, whatever it means by itself. */
static enum bind by_position(uint32_t c, enum keyboard keyboard)
{
	uint32_t latin = key_letter(ch(c), keyboard);

	for (int b = BIND_NONE + 1; b < BIND_DIGIT; b++)
		for (const uint32_t *l = keymap_latin((enum bind)b); *l; l++)
			if (*l == latin)
				return (enum bind)b;
	return BIND_NONE;
}

static bool share_a_place(enum bind a, enum bind b)
{
	return keymap_where(a) & keymap_where(b);
}

/* A letter must mean the same as a sign and as a key, on every screen taken alone and on all of
 * them together; so also the place of a mnemonic must be no other command's letter. */
static void no_letter_clashes_under_any_layout(void **state)
{
	(void)state;
	for (int k = 0; k < KEYBOARD_COUNT; k++)
		for (int b = BIND_NONE + 1; b < BIND_DIGIT; b++)
			for (const uint32_t *l = keymap_arabic((enum bind)b); *l; l++) {
				enum bind other = by_position(*l, (enum keyboard)k);

				if (*l == 0x61F) /* ؟ is no letter of a key of its own */
					continue;
				if (other != BIND_NONE && other != (enum bind)b)
					fail_msg("U+%04X is %s by sign and %s by place", *l,
						keymap_help((enum bind)b).id,
						keymap_help(other).id);
			}
}

static void no_two_commands_have_the_same_letter(void **state)
{
	(void)state;
	for (int a = BIND_NONE + 1; a < BIND_DIGIT; a++)
		for (int b = a + 1; b < BIND_DIGIT; b++) {
			enum press_code named = keymap_named((enum bind)a);

			for (const uint32_t *x = keymap_latin((enum bind)a); *x; x++)
				for (const uint32_t *y = keymap_latin((enum bind)b); *y; y++)
					assert_int_not_equal(*x, *y);
			for (const uint32_t *x = keymap_arabic((enum bind)a); *x; x++)
				for (const uint32_t *y = keymap_arabic((enum bind)b); *y; y++)
					assert_int_not_equal(*x, *y);
			if (named != PRESS_NONE && share_a_place((enum bind)a, (enum bind)b))
				assert_int_not_equal(named, keymap_named((enum bind)b));
		}
}

static void the_latin_places_of_arabic_letters_stay_free(void **state)
{
	static const uint32_t reserved[] = {
		'k', 'g', 'l', 'm', 'z', 'w', '^', '[', ';', 'f', 'j', 'b', 'h'};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(reserved); i++)
		assert_int_equal(at(reserved[i], WHERE_SCREENS | WHERE_LIST), BIND_NONE);
}

static void nothing_heavy_hangs_on_a_letter_but_what_opens_a_panel(void **state)
{
	(void)state;
	for (int b = BIND_NONE + 1; b < BIND_DIGIT; b++)
		if (keymap_latin((enum bind)b)[0])
			assert_true(keymap_weight((enum bind)b) < WEIGHT_HEAVY || b == BIND_RECUSE);
}

static void faces_are_those_of_the_language(void **state)
{
	(void)state;
	assert_true(str_is(keymap_face(BIND_FOR, LANG_FR), "o"));
	assert_true(str_is(keymap_face(BIND_FOR, LANG_EN), "y"));
	assert_true(str_is(keymap_face(BIND_FOR, LANG_AR), "ن"));
	assert_true(str_is(keymap_face(BIND_ALL, LANG_AR), "="));
	assert_true(str_is(keymap_face(BIND_UNDO, LANG_AR), "F8"));
	assert_true(str_is(keymap_face(BIND_DO, LANG_FR), "Espace"));
	assert_true(str_is(keymap_face(BIND_STEP, LANG_FR), "⏎"));
	assert_true(str_is(keymap_face(BIND_ERASE, LANG_EN), "⌫"));
}

static void a_sign_of_azerty_teaches_the_keyboard(void **state)
{
	(void)state;
	assert_int_equal(key_learn(KEYBOARD_QWERTY, ch(0xE9)), KEYBOARD_AZERTY);
	assert_int_equal(key_learn(KEYBOARD_QWERTY, ch('e')), KEYBOARD_QWERTY);
}

static void left_is_forward_where_reading_runs_left(void **state)
{
	(void)state;
	assert_int_equal(key_along(PRESS_OF(PRESS_LEFT), true), 1);
	assert_int_equal(key_along(PRESS_OF(PRESS_LEFT), false), -1);
	assert_int_equal(key_along(PRESS_OF(PRESS_WORD_RIGHT), true), -1);
	assert_int_equal(key_along(PRESS_OF(PRESS_UP), true), 0);
}

static void tifinagh_letters_stand_on_azerty_keys(void **state)
{
	(void)state;
	assert_int_equal(key_letter(ch(0x2D30), KEYBOARD_AZERTY), 'a');
	assert_int_equal(key_letter(ch(0x2D63), KEYBOARD_AZERTY), 'z');
	assert_int_equal(at(0x2D4F, WHERE_VOTE), BIND_AGAINST); /* yan on the n key */
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(letters_mean_their_command_in_both_scripts),
	cmocka_unit_test(an_arabic_letter_without_a_meaning_counts_as_its_physical_key),
	cmocka_unit_test(a_key_means_nothing_where_its_command_is_not),
	cmocka_unit_test(lam_alef_and_control_and_alt_mean_nothing),
	cmocka_unit_test(in_a_text_field_only_named_keys_are_commands),
	cmocka_unit_test(digits_of_every_keyboard_are_digits),
	cmocka_unit_test(no_letter_clashes_under_any_layout),
	cmocka_unit_test(no_two_commands_have_the_same_letter),
	cmocka_unit_test(the_latin_places_of_arabic_letters_stay_free),
	cmocka_unit_test(nothing_heavy_hangs_on_a_letter_but_what_opens_a_panel),
	cmocka_unit_test(faces_are_those_of_the_language),
	cmocka_unit_test(a_sign_of_azerty_teaches_the_keyboard),
	cmocka_unit_test(left_is_forward_where_reading_runs_left),
	cmocka_unit_test(tifinagh_letters_stand_on_azerty_keys),
};

TEST_MAIN(cases)

#include "tests/desk_driver.h"
#include "tests/test.h"

/* Rules that name more signers than those with a key: the others sign the printed copy. */

static void who_signs_by_hand_stands_below_those_with_a_key(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR,
		"rule.set key=minutes.signers value=secretary,president,treasurer,wali\n"
		"sitting.open chair=1 secretary=2 "
		"confirm=minutes-writer\nattendance.all\nquorum.record\n"
		"sitting.close cause=done confirm=untreated\n");
	driver_keys(&t, "<F9>9");
	driver_must_show(&t, "trésorier");
	driver_must_show(&t, "représentant du wali");
	driver_must_show(&t, "à la main, sur l’exemplaire imprimé");
	driver_keys(&t, " 3figer<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_FROZEN);
	assert_int_equal(driver_session(&t)->frozen.signers.n, 2);
	driver_wait(&t);
	driver_must_show(&t, "représentant du wali");
	driver_keys(&t, "<Enter>specimen<Enter>specimen<Enter><Esc>");
	assert_int_equal(driver_session(&t)->phase, PHASE_SEALED);
	driver_must_show(&t, "à la main, sur l’exemplaire imprimé");
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(who_signs_by_hand_stands_below_those_with_a_key),
};

TEST_MAIN(cases)

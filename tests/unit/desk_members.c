/* The members at the desk: the list, one by one, and the import of a file. */
#include "tests/hand.h"
#include "tests/test.h"

#include <unistd.h>

static void keys(struct hand *h, const char *typed)
{
	hand_type(h, 24, 80, typed);
}

static uint32_t chamber_acts(struct hand *h)
{
	return register_chamber(h->r)->next;
}

static void the_members_are_listed_with_office_and_mandate(void **state)
{
	struct hand *h = *state;

	keys(h, " 4");
	hand_golden(h, "members-en-80x24");
	h->cli.lang = LANG_AR;
	keys(h, " 4");
	hand_golden(h, "members-ar-80x24");
	h->cli.lang = LANG_FR;
	hand_type(h, 45, 160, " 4");
	hand_golden(h, "members-fr-160x45");
}

static void a_member_is_added_with_the_next_number_and_mandate(void **state)
{
	struct hand *h = *state;
	const struct member *m;

	keys(h, " 4<Enter><Tab>زينب العلمي<Tab>Zineb Alami<Tab><Right><Right><Right><Tab>2<F4>");
	m = chamber_member(register_chamber(h->r), 6);
	assert_non_null(m);
	assert_true(str_is(m->name_ar, "زينب العلمي"));
	assert_true(str_is(m->name_fr, "Zineb Alami"));
	assert_int_equal(m->office, OFFICE_TREASURER);
	assert_int_equal(m->gender, GENDER_MAN); /* the digit chooses the second */
	assert_int_equal(date_compare(m->to, (struct date){2027, 8, 19}), 0);
}

static void a_member_is_changed_and_found_by_name(void **state)
{
	struct hand *h = *state;

	keys(h, " 4/membre 4<Enter><Enter><Tab><End> bis<F4>");
	assert_true(str_is(chamber_member(register_chamber(h->r), 4)->name_fr, "Membre 4 bis"));
	assert_int_equal(register_chamber(h->r)->members.n, 5);
}

static void a_number_that_is_taken_replaces_nobody(void **state)
{
	struct hand *h = *state;
	uint32_t acts = chamber_acts(h);

	keys(h, " 4<Enter><BS>3<Tab>اسم<F4>");
	hand_assert_shows(h, "this number is somebody's");
	keys(h, " 4<Enter><F9>empty<Enter><BS>0<Tab>اسم<F4>");
	hand_assert_shows(h, "write a number from 1 to 99999");
	keys(h, " 4<Enter><F9>empty<Enter><F4>");
	hand_assert_shows(h, "Member 6 has no name: give it in Arabic or in French.");
	assert_int_equal(chamber_acts(h), acts);
}

/* --- import --- */

#define HEAD "number,name_ar,name_fr,office,gender,from,to\n"

static void import_keys(struct hand *h, const char *path, const char *after)
{
	struct str parts[] = {
		STR(" 2<F9>empty<Enter>"), str_of(path), STR("<Enter>"), str_of(after)};

	keys(h, arena_join(&h->arena, parts, ARRAY_LEN(parts)).p);
}

static void an_import_records_nothing_before_it_is_confirmed(void **state)
{
	struct hand *h = *state;
	const char *path = hand_file(h, "members.csv",
		HEAD "5,محمد,Mohamed,member,man,2021-08-20,2027-08-19\n"
		     "6,زينب,Zineb,treasurer,woman,2021-08-20,2027-08-19\n");
	uint32_t acts = chamber_acts(h);

	import_keys(h, path, "");
	hand_assert_shows(h, "! Nothing is recorded yet: look through the list, then Enter.");
	hand_assert_shows(h, "replaces this number");
	keys(h, "<F9>1"); /* what comes next here is not what comes next there */
	assert_false(hand_shows(h, "look through the list"));
	keys(h, "<F9>0");
	import_keys(h, path, "<Enter>");
	hand_assert_shows(h, "2 members will be recorded, in one act.");
	import_keys(h, path, "<Enter><Enter><Enter>"); /* Enter after Enter records nothing */
	import_keys(h, path, "<Enter>2<Enter>");
	import_keys(h, path, "<Esc>");
	hand_assert_shows(h, "MEMBERS");
	assert_int_equal(chamber_acts(h), acts);
	import_keys(h, path, "<Enter>1<Enter>");
	assert_int_equal(chamber_acts(h), acts + 1);
	assert_int_equal(register_chamber(h->r)->members.n, 6);
	assert_true(str_is(chamber_member(register_chamber(h->r), 5)->name_fr, "Mohamed"));
	hand_assert_shows(h, "● 2 members recorded; Space 4 is the list.");
}

static void esc_stops_the_reading_of_a_list_and_what_else_is_typed_comes_after_it(void **state)
{
	struct hand *h = *state;
	const char *path = hand_file(h, "members.csv",
		HEAD "5,محمد,Mohamed,member,man,2021-08-20,2027-08-19\n"
		     "6,زينب,Zineb,treasurer,woman,2021-08-20,2027-08-19\n");
	uint32_t acts = chamber_acts(h);

	h->work_is_long = true;
	import_keys(h, path, "<Esc>");
	hand_assert_shows(h, "Import the list of members"); /* the form, with what was typed */
	hand_assert_shows(h, "members.csv");
	hand_assert_shows(h, "Stopped as asked; nothing was written.");
	assert_int_equal(chamber_acts(h), acts);
	import_keys(h, path, "<Esc><Enter>");
	hand_assert_shows(h, "! Nothing is recorded yet: look through the list, then Enter.");
	import_keys(h, path, "<Enter>1<Enter>");
	assert_int_equal(chamber_acts(h), acts + 1);
}

static void a_wrong_list_is_shown_line_by_line_and_imports_nothing(void **state)
{
	static const char *const names[] = {[LANG_AR] = "ar", [LANG_FR] = "fr", [LANG_EN] = "en"};
	struct hand *h = *state;
	const char *path = hand_file(h, "members.csv",
		HEAD "5,محمد,Mohamed,boss,man,2021-08-20,2027-08-19\n"
		     "6,زينب,Zineb,treasurer,woman,2021-13-20,2027-08-19\n"
		     "6,علي,Ali,member,man,,\n"
		     "7,حسن,Hassan,member,man,,\n");
	uint32_t acts = chamber_acts(h);

	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		char name[64];

		h->cli.lang = lang;
		import_keys(h, path, "");
		(void)snprintf(name, sizeof name, "import-wrong-%s-80x24", names[lang]);
		hand_golden(h, name);
	}
	h->cli.lang = LANG_EN;
	import_keys(h, path, "<Enter>");
	hand_assert_shows(h, "Nothing is imported");
	import_keys(h, path, "<Enter>1<Enter><Enter>");
	assert_int_equal(chamber_acts(h), acts);
	import_keys(h, path, "<F1>"); /* what the file holds, and what the signs mean */
	hand_assert_shows(h, "One line of the file for each member");
	import_keys(h, path, "<Esc> 2"); /* mended: its name is not typed again */
	hand_assert_shows(h, "members.csv");
	import_keys(h, path, " 2<F4>");
	hand_assert_shows(h, "IMPORT: nothing is recorded yet");
}

static void a_file_that_is_no_csv_or_is_missing_is_said(void **state)
{
	struct hand *h = *state;
	uint32_t acts = chamber_acts(h);

	assert_int_equal(chdir(h->folder), 0);
	import_keys(h, "none.csv", "");
	assert_int_equal(chdir(test_builddir()), 0);
	hand_assert_shows(h, "There is no file none.csv; check the name.");
	import_keys(h, hand_file(h, "latin.csv", HEAD "1,\xe9,x,member,man,,\n"), "");
	hand_assert_shows(h, "IMPORT: nothing is recorded yet");
	hand_assert_shows(h, "✗");
	import_keys(h, hand_file(h, "empty.csv", ""), "<Enter>");
	hand_assert_shows(h, "Nothing is imported");
	import_keys(h, h->folder, "");
	hand_assert_shows(h, "Import the list of members");
	assert_int_equal(chamber_acts(h), acts);
}

static void the_tilde_is_the_user_s_own_folder(void **state)
{
	struct hand *h = *state;

	(void)hand_file(h, "members.csv", HEAD "9,اسم,Nom,member,man,,\n");
	assert_int_equal(setenv("HOME", h->folder, 1), 0);
	import_keys(h, "~/members.csv", "<Enter>1<Enter>");
	assert_non_null(chamber_member(register_chamber(h->r), 9));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, hand_five, hand_done)

static const struct CMUnitTest cases[] = {
	CASE(the_members_are_listed_with_office_and_mandate),
	CASE(a_member_is_added_with_the_next_number_and_mandate),
	CASE(a_member_is_changed_and_found_by_name),
	CASE(a_number_that_is_taken_replaces_nobody),
	CASE(an_import_records_nothing_before_it_is_confirmed),
	CASE(esc_stops_the_reading_of_a_list_and_what_else_is_typed_comes_after_it),
	CASE(a_wrong_list_is_shown_line_by_line_and_imports_nothing),
	CASE(a_file_that_is_no_csv_or_is_missing_is_said),
	CASE(the_tilde_is_the_user_s_own_folder),
};

TEST_MAIN(cases)

#include "tests/hand.h"
#include "tests/test.h"

#include "storage/file.h"
#include "storage/seal/seal.h"

#include <sys/stat.h>
#include <unistd.h>

#define PREPARING " <End><Up><Enter>"     /* the row of the agenda's menu */
#define LINES     "<Enter>" PREPARING "2" /* of the budget */

static void keys(struct hand *h, const char *typed)
{
	hand_type(h, 24, 80, typed);
}

static size_t sessions(struct hand *h)
{
	struct error err = {.code = ERROR_NONE};
	struct session_line *lines;
	size_t n;

	assert_int_equal(register_list(h->r, &h->arena, &lines, &n, &err), 0);
	return n;
}

static uint32_t chamber_acts(struct hand *h)
{
	return register_chamber(h->r)->next;
}

/* Two sessions: June signed by nobody yet, October in preparation. */
static void two_sessions(struct hand *h)
{
	hand_play(h, "session.create kind=ordinary year=2024 month=6\n"
		     "session.describe date=2024-06-24 notice=2024-06-01\n"
		     "session.create kind=extraordinary year=2024 month=10\n");
}

static void the_commands_below_the_list_keep_their_words_in_order_in_every_language(void **state)
{
	struct hand *h = *state;

	two_sessions(h);
	h->cli.sample = true;
	h->cli.register_path = "/tmp/a.mahdar"; /* only shown */
	h->cli.former_trial = "/var/folders/of/somebody/else/temporary/mahdar-demo-Ab12Cd";
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		h->cli.lang = lang;
		keys(h, "");
		hand_assert_shows(h, "mahdar room --register /tmp/a.mahdar");
		hand_assert_shows(h, h->cli.former_trial);
	}
}

/* --- the Hijri months --- */

static void a_hijri_month_is_confirmed_and_corrected(void **state)
{
	struct hand *h = *state;

	two_sessions(h);
	h->cli.lang = LANG_AR;
	keys(h, "<F9>0<F9>hijri<Enter>");
	hand_golden(h, "hijri-ar-80x24");
	h->cli.lang = LANG_EN;
	hand_choose(h, 1);
	keys(h, "<F9>0<F9>hijri<Enter><Down><Down><Down>");
	hand_assert_shows(h, "Confirm or correct the beginning of Dhu al-Hijja 1445");
	keys(h, "<F9>0<F9>hijri<Enter><Down><Down><Down><Enter><F4>");
	hand_assert_shows(h, "✓ Dhu al-Hijja 1445");
	assert_int_equal(register_chamber(h->r)->hijri.n, 1);
	keys(h, "<F9>0<F9>hijri<Enter><Down><Down><Down><Enter><C-u>08/06/2024<F4>");
	assert_int_equal(register_chamber(h->r)->hijri.n, 2);
	hand_assert_shows(h, "Saturday 8 June 2024");
	/* A sitting that was opened before is dated again with the correction. */
	hand_play(h,
		"item.add kind=report title_fr=\"Rapport\"\n"
		"@2024-06-24T10:00:00+01:00 sitting.open place=\"Siège\" chair=1 secretary=2\n");
	assert_int_equal(session_sitting(register_session(h->r))->hijri.day, 17);
	keys(h, "<F9>0<F9>hijri<Enter><Down><Down><Down><Enter><C-u>07/06/2024<F4>");
	assert_int_equal(session_sitting(register_session(h->r))->hijri.day, 18);
}

/* --- the list of sessions --- */

static void an_empty_register_says_what_to_do_first(void **state)
{
	struct hand *h = *state;

	keys(h, "");
	hand_assert_shows(h, "No session yet. Enter, or Space 1, prepares the first one.");
	hand_assert_shows(h, "Prepare the first session");
	hand_golden(h, "register-empty-en-80x24");
	h->cli.lang = LANG_AR;
	keys(h, "");
	hand_golden(h, "register-empty-ar-80x24");
}

static void the_sessions_are_listed_in_three_languages_at_two_sizes(void **state)
{
	static const char *const names[] = {[LANG_AR] = "ar", [LANG_FR] = "fr", [LANG_EN] = "en"};
	struct hand *h = *state;

	two_sessions(h);
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		char name[64];

		h->cli.lang = lang;
		keys(h, "");
		(void)snprintf(name, sizeof name, "register-%s-80x24", names[lang]);
		hand_golden(h, name);
		hand_type(h, 45, 160, "");
		(void)snprintf(name, sizeof name, "register-%s-160x45", names[lang]);
		hand_golden(h, name);
	}
}

static void enter_opens_the_session_under_the_bar(void **state)
{
	struct hand *h = *state;

	two_sessions(h);
	keys(h, "<Down><Enter>");
	assert_int_equal(register_session(h->r)->is.number, 1);
	hand_assert_shows(h, "AGENDA");
	keys(h, "<F9>0<Up><Enter>");
	assert_int_equal(register_session(h->r)->is.number, 2);
}

static void the_session_looked_at_last_is_remembered(void **state)
{
	struct hand *h = *state;
	struct error err = {.code = ERROR_NONE};
	struct str kept;
	bool found;

	two_sessions(h);
	keys(h, "<Down><Enter>");
	assert_int_equal(journal_kept(register_journal(h->r), STR("desk/session"), &h->arena, &kept,
				 &found, &err),
		0);
	assert_true(found && str_is(kept, "1"));
}

static void a_running_session_opens_where_it_stood(void **state)
{
	struct hand *h = *state;

	two_sessions(h);
	hand_play(h, "item.add kind=report title_fr=\"Rapport moral\" title_ar=\"التقرير الأدبي\"\n"
		     "sitting.open place=\"Siège\" chair=1 secretary=2\n"
		     "attendance.all\nquorum.record\nitem.open item=1\n");
	keys(h, "<F9>0");
	hand_assert_shows(h, "Go on with the running session, October 2024");
	keys(h, "<F9>0<Down><Enter><F9>0<Up><Enter>");
	hand_assert_shows(h, "Rapport moral");
	assert_int_equal(register_session(h->r)->is.number, 2);
}

static void a_search_finds_a_session_by_its_month(void **state)
{
	struct hand *h = *state;

	two_sessions(h);
	keys(h, "<F3>juin<Enter><Enter>");
	assert_int_equal(register_session(h->r)->is.number, 1);
	keys(h, "<F9>0/اكتوبر<Enter><Enter>"); /* without its hamza */
	assert_int_equal(register_session(h->r)->is.number, 2);
	keys(h, "<F9>0/mars<Enter>");
	hand_assert_shows(h, "! Nothing here has “mars”.");
}

/* --- a new session --- */

static void a_new_session_is_created_and_described_by_keys(void **state)
{
	struct hand *h = *state;
	const struct session *s;

	keys(h, "<Enter><Right><Tab><BS><BS>10<Tab><BS><BS><BS><BS>2024<F4>"
		"30/12/2024<Tab>13/12/2024<Tab>مقر الغرفة<Tab>siège<Enter>");
	s = register_session(h->r);
	assert_non_null(s);
	assert_int_equal(s->plan.kind, SESSION_EXTRAORDINARY);
	assert_int_equal(s->is.number, 1);
	assert_int_equal(s->plan.month, 10);
	assert_int_equal(s->plan.year, 2024);
	assert_int_equal(date_compare(s->plan.date, (struct date){2024, 12, 30}), 0);
	assert_int_equal(date_compare(s->plan.notice, (struct date){2024, 12, 13}), 0);
	assert_true(str_is(s->plan.place_ar, "مقر الغرفة"));
	assert_true(str_is(s->plan.place_fr, "siège"));
	hand_assert_shows(h, "AGENDA");
}

static void the_month_of_the_next_ordinary_session_is_proposed(void **state)
{
	struct hand *h = *state;

	keys(h, " 1<F4>"); /* on 30 December 2024 */
	assert_int_equal(register_session(h->r)->plan.month, 2);
	assert_int_equal(register_session(h->r)->plan.year, 2025);
}

static void a_month_or_a_number_out_of_range_is_said_and_nothing_is_recorded(void **state)
{
	struct hand *h = *state;

	keys(h, " 1<Tab><BS><BS>13<F4>");
	hand_assert_shows(h, "write a number from 1 to 12");
	assert_int_equal(sessions(h), 0);
	two_sessions(h);
	keys(h, "<F9>0 1<Tab><Tab><Tab><BS>1<F4>");
	hand_assert_shows(h, "write a number from 3 to 9999");
	assert_int_equal(sessions(h), 2);
}

static void esc_leaves_a_form_without_recording(void **state)
{
	struct hand *h = *state;

	keys(h, " 1<Esc>");
	assert_int_equal(sessions(h), 0);
	hand_assert_shows(h, "SESSIONS");
}

static void a_refused_form_stays_with_all_that_was_typed(void **state)
{
	struct hand *h = *state;

	keys(h, " 1<F4>30/12/2024<Tab>31/12/2024<Tab>مقر<Tab>siège social<F4>");
	hand_assert_shows(h, "The notices cannot go out after the session.");
	hand_assert_shows(h, "siège social");
	assert_int_equal(register_session(h->r)->plan.date.year, 0);
	keys(h, PREPARING "1<F9>empty<Enter>30/02/2025<F4>"); /* back on the agenda */
	hand_assert_shows(h, "February 2025 has 28 days");
}

/* --- the agenda, prepared --- */

static void prepared(struct hand *h)
{
	hand_play(h, "session.create kind=ordinary year=2024 month=10\n"
		     "item.add kind=report title_ar=\"التقرير الأدبي\" title_fr=\"Rapport moral\"\n"
		     "item.add kind=agreement title_ar=\"اتفاقية\" title_fr=\"Convention\"\n"
		     "item.add kind=budget title_ar=\"الميزانية\" title_fr=\"Budget 2025\"\n");
}

static const struct item *item(struct hand *h, int64_t number)
{
	const struct session *s = register_session(h->r);

	return session_item(s, session_agenda_key(s, number));
}

static void the_texts_of_an_item_are_changed_in_a_form(void **state)
{
	struct hand *h = *state;

	prepared(h);
	keys(h, "<Enter><Down> 7<Tab><End> spécifique<Tab><Tab><Tab>السطر الأول<Enter>السطر "
		"الثاني<F4>");
	assert_true(str_is(item(h, 2)->is.title_fr, "Convention spécifique"));
	assert_true(str_is(item(h, 2)->is.text_ar, "السطر الأول\nالسطر الثاني"));
	assert_true(str_is(item(h, 2)->is.title_ar, "اتفاقية"));
}

static void a_long_text_is_kept_whole(void **state)
{
	struct hand *h = *state;
	struct term *term;
	char *text = calloc(1, 9001);

	prepared(h);
	for (size_t i = 0; i < 9000; i++)
		text[i] = i % 60 == 59 ? '\n' : 'x';
	text[8999] = 'x';
	term = hand_terminal(h, 24, 80);
	term_memory_type(term, "<Enter> 7<Tab><Tab><Tab><Tab><Tab>");
	term_memory_paste(term, text);
	term_memory_type(term, "<F4>");
	term_memory_leave(term, 0);
	assert_int_equal(desk_run(&h->cli, h->r, term, false), CLI_DONE);
	assert_int_equal(item(h, 1)->is.text_fr.n, 9000);
	assert_memory_equal(item(h, 1)->is.text_fr.p, text, 9000);
	free(text);
}

static void an_item_s_text_is_not_emptied_and_no_change_is_no_act(void **state)
{
	struct hand *h = *state;
	size_t acts;

	prepared(h);
	acts = register_session(h->r)->log.n;
	keys(h, "<Enter> 7<F4>");
	hand_assert_shows(h, "Nothing was changed, so nothing was recorded.");
	keys(h, "<Enter> 7<Tab><C-Home><C-k><F4>");
	hand_assert_shows(h, "A text can be replaced, not emptied.");
	assert_int_equal(register_session(h->r)->log.n, acts);
}

static void an_item_is_moved_by_its_new_number(void **state)
{
	struct hand *h = *state;

	prepared(h);
	keys(h, "<Enter> 63<Enter>");
	assert_true(str_is(item(h, 3)->is.title_fr, "Rapport moral"));
	keys(h, "<Enter> 64<Enter>");
	hand_assert_shows(h, "write a number from 1 to 3");
}

static void an_item_is_taken_off_by_a_digit_and_enter_only(void **state)
{
	struct hand *h = *state;

	prepared(h);
	keys(h, "<Enter> 5<Enter><Enter>"); /* Enter after Enter does nothing */
	assert_int_equal(register_session(h->r)->agenda.n, 3);
	keys(h, "<Enter> 52<Enter>");
	assert_int_equal(register_session(h->r)->agenda.n, 3);
	keys(h, "<Enter> 51<Enter>");
	assert_int_equal(register_session(h->r)->agenda.n, 2);
	assert_true(str_is(item(h, 1)->is.title_fr, "Convention"));
}

static void lines_of_a_budget_are_typed_and_their_sums_are_shown(void **state)
{
	struct hand *h = *state;
	const struct item *budget;

	prepared(h);
	keys(h, LINES /* finds the budget by itself */
		"11.1<Tab><Tab>إعانة<Tab>Subvention<Tab>1.000,50<Tab>2000<F4>"
		"12.1<Tab><Right><Tab>موظفون<Tab>Personnel<Tab><Tab>1.500,00<F4>");
	budget = item(h, 3);
	assert_int_equal(budget->lines.n, 2);
	assert_int_equal(budget->lines.at[0].before, 100050);
	assert_int_equal(budget->lines.at[0].amount, 200000);
	assert_int_equal(budget->lines.at[1].part, BUDGET_OPERATING);
	assert_int_equal(budget->lines.at[1].amount, 150000);
	hand_assert_shows(h, "1.1 Subvention");
	hand_golden(h, "budget-lines-en-80x24");
	/* the second line is the choice after "a new line": its amount is made equal */
	keys(h, LINES "<Down><Down><Enter><S-Tab><BS><BS><BS><BS><BS><BS><BS><BS>2000<F4>");
	assert_int_equal(item(h, 3)->lines.n, 2);
	assert_int_equal(item(h, 3)->lines.at[1].amount, 200000);
	assert_true(str_is(item(h, 3)->lines.at[1].title_fr, "Personnel"));
	hand_assert_shows(h, "✓ it balances");
}

static void an_amount_that_is_none_is_said(void **state)
{
	struct hand *h = *state;

	prepared(h);
	keys(h, LINES "11.1<Tab><Tab>إعانة<Tab><Tab><Tab>two thousand<F4>");
	hand_assert_shows(h, "write the amount as 1.234.567,89");
	assert_int_equal(item(h, 3)->lines.n, 0);
}

static void many_lines_of_a_budget_are_turned_like_pages(void **state)
{
	struct hand *h = *state;
	struct builder b;

	prepared(h);
	builder_init(&b, &h->arena);
	for (int i = 1; i <= 15; i++) {
		builder_add_z(&b, "budget.line item=3 code=2.");
		builder_add_int(&b, i);
		builder_add_z(&b, " part=operating title_fr=\"Ligne ");
		builder_add_int(&b, i);
		builder_add_z(&b, "\" amount=10\n");
	}
	hand_play(h, builder_str(&b).p);
	keys(h, LINES);
	assert_false(hand_shows(h, "Ligne 13"));
	keys(h, LINES "2");
	hand_assert_shows(h, "2.13 Ligne 13");
	keys(h, LINES "2<Down><Down><Enter><F4>"); /* the first of the second page */
	hand_assert_shows(h, "2.1 Ligne 1");
	assert_int_equal(item(h, 3)->lines.n, 15);
}

static void a_session_that_has_begun_refuses_what_is_for_preparing(void **state)
{
	struct hand *h = *state;
	size_t acts;

	prepared(h);
	hand_play(h,
		"sitting.open place=\"Siège\" chair=1 secretary=2\nattendance.all\nquorum.record\n"
		"item.open item=1\nitem.present item=1\nitem.note item=1\nitem.close item=1\n");
	acts = register_session(h->r)->log.n;
	keys(h, "<F9>1<Up><Up><Up> 7");
	hand_assert_shows(h, "Item 1 was already put to the vote or dealt with");
	hand_assert_shows(h, "What can be done:");
	assert_int_equal(register_session(h->r)->log.n, acts);
}

/* --- keys --- */

static void a_key_is_made_0600_recorded_and_opens_with_its_passphrase(void **state)
{
	struct hand *h = *state;
	const struct signing_key *key;
	struct seal_key *opened = NULL;
	struct bytes p12 = {NULL, 0, 0};
	struct error err = {.code = ERROR_NONE};
	struct stat st;

	keys(h, " 7<Enter><F4>");
	hand_assert_shows(h, "to be filled in"); /* the passphrase */
	keys(h, " 7<Enter><Tab><Tab><Tab>سر كبير جدا<Tab>سر كبير جدا<Enter>");
	key = chamber_key(register_chamber(h->r), SIGNER_SECRETARY);
	assert_non_null(key);
	assert_true(str_is(key->signer.name_fr, "Membre 2")); /* who holds the office */
	assert_int_equal(stat(key->file.p, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(file_read(key->file.p, 1 << 20, &p12, &err), 0);
	assert_int_equal(seal_key_open(p12.p, p12.n, STR("سر كبير جدا"), &opened, &err), 0);
	seal_key_close(opened);
	bytes_free(&p12);
	assert_false(hand_shows(h, "سر كبير جدا"));
	/* one more for the same role has a file of its own */
	keys(h, " 7<Enter><S-Tab><Left><Tab><Tab><Tab><Tab>s<Tab>s<Enter>1<Enter>");
	assert_int_equal(register_chamber(h->r)->keys.n, 2);
	keys(h, " 7");
	hand_assert_shows(h, "no longer used");
}

static void passphrases_that_differ_make_no_key(void **state)
{
	struct hand *h = *state;
	struct str parts[] = {str_of(h->folder), STR("/secretary.p12")};

	keys(h, " 7<Enter><Tab><Tab><Tab>one<Tab>two<Enter>");
	hand_assert_shows(h, "✗ passphrase: the two passphrases differ: type both again");
	assert_int_equal(register_chamber(h->r)->keys.n, 0);
	assert_int_not_equal(access(arena_join(&h->arena, parts, 2).p, F_OK), 0);
	/* Both are empty and the cursor is in the first; what was wanted is named below too. */
	keys(h, " 7<Enter><Tab><Tab><Tab>one<Tab>two<Enter><F4>");
	hand_assert_shows(h, "✗ passphrase: to be filled in");
	keys(h, " 7<Enter><Tab><Tab><Tab>one<Tab>two<Enter>three<Tab>three<Enter>1<Enter>");
	assert_int_equal(register_chamber(h->r)->keys.n, 1);
}

/* Asked before the key is there: no and Esc lose nothing of the form. */
static void a_passphrase_easy_to_guess_is_asked_about_first(void **state)
{
	struct hand *h = *state;

	keys(h, " 7<Enter><Tab><Tab>mine.p12<Tab>abc<Tab>abc<F4>");
	hand_assert_shows(h, "This passphrase is easy to guess");
	assert_int_equal(register_chamber(h->r)->keys.n, 0);
	keys(h, " 7<Enter><Tab><Tab>mine.p12<Tab>abc<Tab>abc<F4>2<Enter><F4>");
	hand_assert_shows(h, "mine.p12"); /* and both are to be typed anew */
	keys(h, " 7<Enter><Tab><Tab><Tab>abc<Tab>abc<F4><Esc><F4>1<Enter>");
	assert_int_equal(register_chamber(h->r)->keys.n, 1);
}

static void a_key_is_never_written_over_a_file(void **state)
{
	struct hand *h = *state;
	const char *path = hand_file(h, "mine.p12", "mine");
	struct str parts[] = {
		STR(" 7<Enter><Tab><Tab>"), str_of(path), STR("<Tab>password<Tab>password<Enter>")};
	struct bytes now = {NULL, 0, 0};
	struct error err = {.code = ERROR_NONE};

	keys(h, arena_join(&h->arena, parts, ARRAY_LEN(parts)).p);
	hand_assert_shows(h, "A new signing key"); /* the form is still there */
	assert_int_equal(register_chamber(h->r)->keys.n, 0);
	assert_int_equal(file_read(path, 100, &now, &err), 0);
	assert_int_equal(now.n, 4);
	bytes_free(&now);
}

static void a_lost_passphrase_retires_the_key_with_its_reason(void **state)
{
	struct hand *h = *state;

	keys(h, " 7<Enter><Tab><Tab><Tab>password<Tab>password<Enter><Down><Enter>11<Enter>");
	assert_int_equal(register_chamber(h->r)->keys.n, 1);
	assert_true(register_chamber(h->r)->keys.at[0].retired);
	assert_true(
		str_is(register_chamber(h->r)->keys.at[0].reason, "la phrase secrète est perdue"));
	keys(h, " 7");
	hand_assert_shows(h, "no longer used");
	hand_assert_shows(h, "! keys of the secretary and of the president are needed");
	keys(h, " 7<Down><Enter>1");
	hand_assert_shows(h, "A signing key"); /* nothing to choose any more */
}

/* --- the copy, reading --- */

static void a_second_copy_is_made_from_the_menu(void **state)
{
	struct hand *h = *state;
	struct str parts[] = {STR(" 6"), str_of(h->folder), STR("/copy<Enter>")};
	struct str copy[] = {str_of(h->folder), STR("/copy/chamber.jsonl")};

	keys(h, arena_join(&h->arena, parts, ARRAY_LEN(parts)).p);
	assert_int_equal(access(arena_join(&h->arena, copy, 2).p, F_OK), 0);
}

static void pages_are_left_with_one_esc(void **state)
{
	struct hand *h = *state;

	keys(h, " 4<Esc>");
	hand_assert_shows(h, "SESSIONS");
	keys(h, " 5<Esc>");
	hand_assert_shows(h, "SESSIONS");
	keys(h, " 9");
}

static void looking_records_nothing(void **state)
{
	struct hand *h = *state;
	uint32_t acts = chamber_acts(h);

	two_sessions(h);
	keys(h, " 4<Esc> 5<Esc> 7<Esc><F9>1<F9>0<Down><Enter><F9>0<F1><Esc><F2><F2>");
	assert_int_equal(chamber_acts(h), acts);
	assert_int_equal(sessions(h), 2);
}

static void a_reader_is_told_who_holds_the_register_and_records_nothing(void **state)
{
	struct hand *h = *state;
	uint32_t acts = chamber_acts(h);

	two_sessions(h);
	hand_type_reading(h, "");
	hand_assert_shows(
		h, "✗ The register is held by desk 4711@office, 14:32; here it can only be read.");
	hand_type_reading(h, " 1");
	hand_assert_shows(
		h, "✗ Somebody else holds the register; it is open here for reading only.");
	hand_type_reading(h, " 4<Enter>");
	hand_assert_shows(
		h, "✗ The register is held by desk 4711@office, 14:32; here it can only be read.");
	hand_type_reading(h, " 7<Enter>");
	hand_assert_shows(
		h, "✗ The register is held by desk 4711@office, 14:32; here it can only be read.");
	hand_type_reading(h, "<Enter> 2");
	assert_int_equal(chamber_acts(h), acts);
	assert_int_equal(sessions(h), 2);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, hand_five, hand_done)

static const struct CMUnitTest cases[] = {
	CASE(an_empty_register_says_what_to_do_first),
	CASE(the_commands_below_the_list_keep_their_words_in_order_in_every_language),
	CASE(the_sessions_are_listed_in_three_languages_at_two_sizes),
	CASE(enter_opens_the_session_under_the_bar),
	CASE(the_session_looked_at_last_is_remembered),
	CASE(a_running_session_opens_where_it_stood),
	CASE(a_hijri_month_is_confirmed_and_corrected),
	CASE(a_search_finds_a_session_by_its_month),
	CASE(a_new_session_is_created_and_described_by_keys),
	CASE(the_month_of_the_next_ordinary_session_is_proposed),
	CASE(a_month_or_a_number_out_of_range_is_said_and_nothing_is_recorded),
	CASE(esc_leaves_a_form_without_recording),
	CASE(a_refused_form_stays_with_all_that_was_typed),
	CASE(the_texts_of_an_item_are_changed_in_a_form),
	CASE(a_long_text_is_kept_whole),
	CASE(an_item_s_text_is_not_emptied_and_no_change_is_no_act),
	CASE(an_item_is_moved_by_its_new_number),
	CASE(an_item_is_taken_off_by_a_digit_and_enter_only),
	CASE(lines_of_a_budget_are_typed_and_their_sums_are_shown),
	CASE(an_amount_that_is_none_is_said),
	CASE(many_lines_of_a_budget_are_turned_like_pages),
	CASE(a_session_that_has_begun_refuses_what_is_for_preparing),
	CASE(a_key_is_made_0600_recorded_and_opens_with_its_passphrase),
	CASE(passphrases_that_differ_make_no_key),
	CASE(a_passphrase_easy_to_guess_is_asked_about_first),
	CASE(a_key_is_never_written_over_a_file),
	CASE(a_lost_passphrase_retires_the_key_with_its_reason),
	CASE(a_second_copy_is_made_from_the_menu),
	CASE(pages_are_left_with_one_esc),
	CASE(looking_records_nothing),
	CASE(a_reader_is_told_who_holds_the_register_and_records_nothing),
};

TEST_MAIN(cases)

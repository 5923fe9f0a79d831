/* The secret ballot at the desk: the reason, the papers while they are typed, a tie, a correction;
 * and the search for a planted choice in every file there is. */
#include <dirent.h>
#include <sys/stat.h>

#include "tests/desk_driver.h"
#include "tests/test.h"

#define PUT                                                                                        \
	"sitting.open chair=1 secretary=4\nattendance.all\nquorum.record\n"                        \
	"item.open item=3\nitem.present item=3 member=4\n"
#define SECRET PUT "vote.open kind=secret reason=\"sur une personne\" confirm=public-rule\n"

static void the_reason_is_asked_and_nothing_twice(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR, PUT);
	driver_keys(&t, "<F9>3v4");
	driver_must_show(&t, "Le vote est public par la règle");
	assert_null(session_open_vote(driver_session(&t)));
	driver_keys(&t, "2<Enter>");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	assert_int_equal(session_open_vote(driver_session(&t))->kind, VOTE_SECRET);
	driver_must_show(&t, "scrutin secret");
	driver_close(&t);
	/* Another question than that one is still asked, and answers both. */
	driver_begin(&t, LANG_FR, PUT "floor.ask member=10\n");
	driver_keys(&t, "<F9>3v42<Enter>");
	assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
	assert_null(session_open_vote(driver_session(&t)));
	driver_keys(&t, "1<Enter>");
	assert_int_equal(session_open_vote(driver_session(&t))->kind, VOTE_SECRET);
	driver_close(&t);
}

static void papers_are_reconciled_while_they_are_typed(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR, SECRET);
	driver_keys(&t, "<F9>3<Enter>");
	/* Before anything is typed there is no sum to be right. */
	driver_must_not_show(&t, "somme 0");
	driver_keys(&t, "<Tab>36<Tab>20<Tab>8<Tab>3<Tab>4");
	driver_must_show(&t, "écart de 1");
	driver_golden(&t, "ballot-form");
	driver_keys(&t, "<F4>");
	driver_must_show(&t, "font 35, trouvés 36");
	assert_false(driver_vote(&t)->counted);
	driver_keys(&t, "<BS>5<F4>");
	assert_true(driver_vote(&t)->counted);
	assert_int_equal(driver_vote(&t)->papers.spoiled, 5);
	driver_golden(&t, "ballot-counted");
	driver_keys(&t, "<Enter><Enter>");
	assert_true(driver_vote(&t)->announced);
	assert_int_equal(driver_vote(&t)->outcome, OUTCOME_ADOPTED);
	driver_golden(&t, "ballot-result");
	driver_close(&t);
}

/* Fewer papers found than issued, and the sum is off as well: refused with both figures and the
 * difference before anybody is asked about the missing papers. */
static void figures_that_do_not_add_up_are_said_and_stay(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, SECRET);
	driver_keys(&t, "<F9>3<Enter><Tab>35<Tab>20<Tab>8<Tab>3<Tab>1<Tab>note<F4>");
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
	driver_must_show(&t, "make 32, found are 35: off by 3");
	driver_must_show(&t, "20");
	driver_must_show(&t, "note");
	assert_false(driver_vote(&t)->counted);
	/* Right, but for the paper that was not put in: the question, and back with all of it. */
	driver_keys(&t, "<Up><BS>4<F4>");
	driver_must_show(&t, "1 paper is missing");
	driver_keys(&t, "2<Enter>");
	driver_must_show(&t, "note");
	driver_keys(&t, "<F4>1<Enter>");
	assert_int_equal(driver_vote(&t)->papers.found, 35);
	driver_close(&t);
	driver_begin(&t, LANG_FR, SECRET);
	driver_keys(&t, "<F9>3<Enter>40<Tab>36<Tab>36<Tab>0<F4>");
	assert_int_equal(t.desk->over.form.focus, 0);
	driver_must_show(&t, "40 bulletins");
	driver_close(&t);
}

static void the_screens_are_the_same_in_arabic(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_AR, SECRET);
	driver_keys(&t, "<F9>3<Enter><Tab>35<Tab>20<Tab>8<Tab>3<Tab>4");
	driver_golden(&t, "ballot-form");
	driver_keys(&t, "<F4>1<Enter>"); /* one paper is missing: asked, then recorded */
	driver_golden(&t, "ballot-counted");
	driver_keys(&t, "<Enter><Enter>");
	driver_golden(&t, "ballot-result");
	driver_close(&t);
}

static void in_a_tie_a_declared_side_is_one_key(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(
		&t, LANG_EN, SECRET "vote.ballots found=36 for=16 against=16 blank=4 void=0\n");
	driver_keys(&t, "<F9>3<F2>");
	driver_golden(&t, "ballot-tie");
	driver_keys(&t, "<F2>");
	driver_golden(&t, "ballot-tie");
	driver_keys(&t, "<F2>");
	driver_golden(&t, "ballot-tie");
	driver_keys(&t, "y");
	assert_int_equal(driver_vote(&t)->side, VALUE_FOR);
	driver_keys(&t, "<Enter>");
	assert_int_equal(driver_vote(&t)->outcome, OUTCOME_ADOPTED_SIDE);
	driver_close(&t);
}

static void a_closed_ballot_is_corrected_by_its_papers(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR,
		SECRET "vote.ballots found=36 for=20 against=16 blank=0 void=0\nvote.close\n"
		       "vote.announce\n");
	driver_keys(&t, "<F9>3 3");
	driver_must_show(&t, "Corriger les chiffres");
	driver_keys(&t, "<Tab><Tab><BS><BS>19<Tab><Tab>1<Tab><Tab><Tab>relu<F4>");
	assert_int_equal(driver_vote(&t)->mends.n, 1);
	assert_int_equal(driver_vote(&t)->ballots.votes_for, 19);
	assert_int_equal(driver_vote(&t)->papers.blank, 1);
	driver_close(&t);
}

/* --- a planted choice --- */

static size_t found_in(const char *path, const char *needle)
{
	FILE *f = fopen(path, "rb");
	size_t hits = 0, matched = 0, n = strlen(needle);
	int c;

	if (!f)
		return 0;
	while ((c = getc(f)) != EOF) {
		if (c != needle[matched])
			matched = 0;
		if (c == needle[matched] && ++matched == n) {
			hits++;
			matched = 0;
		}
	}
	if (hits)
		print_message("# %s stands in %s\n", needle, path);
	assert_int_equal(fclose(f), 0);
	return hits;
}

/* Hits in all files below PATH; FILES counts them. */
static size_t search(const char *path, const char *needle, size_t *files)
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	size_t hits = 0;

	if (!dir)
		return 0;
	while ((entry = readdir(dir)) != NULL) {
		char name[4096];
		struct stat st;

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		(void)snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
		if (lstat(name, &st) != 0)
			continue;
		if (S_ISDIR(st.st_mode)) {
			hits += search(name, needle, files);
		} else if (S_ISREG(st.st_mode)) {
			++*files;
			hits += found_in(name, needle);
		}
	}
	assert_int_equal(closedir(dir), 0);
	return hits;
}

/* Somebody types a member and a choice during a secret ballot. It is refused; register, write-ahead
 * log, shared memory, drafts and whatever the desk keeps do not know it, while the desk runs nor
 * after it was left. What was recorded is found by the same search. */
static void a_planted_choice_is_found_nowhere(void **state)
{
	static const char *const homes[] = {"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME",
		"XDG_CACHE_HOME", "XDG_RUNTIME_DIR"};
	struct driver t;
	size_t files = 0, hits = 0;

	(void)state;
	driver_begin(&t, LANG_FR, SECRET);
	driver_keys(&t, "<F9>3:vote.cast member=7291 value=abstain<Enter>");
	driver_must_show(&t, "Ce scrutin est secret");
	driver_keys(&t,
		"<Esc><Esc>:vote.correct member=7291 value=abstain reason=non<Enter><Esc><Esc>");
	driver_keys(&t, "<F9>3<Enter><Enter>36<Tab>20<Tab>8<Tab>3<Tab>5<Tab>urne<F4>");
	assert_int_equal(search(t.folder, "member=7291", &files), 0);
	assert_int_equal(search(t.folder, "[7291", &files), 0);
	assert_true(search(t.folder, "\"note\":\"urne\"", &files) > 0);
	for (size_t i = 0; i < ARRAY_LEN(homes); i++)
		hits += getenv(homes[i]) ? search(getenv(homes[i]), "member=7291", &files) : 0;
	assert_int_equal(hits, 0);
	assert_true(files > 3); /* the register, its log, its shared memory and more */
	driver_keys(&t, "<Enter><Enter>");
	driver_leave(&t);
	assert_int_equal(search(t.folder, "[7291", &files), 0);
	driver_close(&t);
}

/* Forms keep drafts of what is typed; not of the papers of a secret ballot, nor of a passphrase. */
static void nothing_secret_is_kept_as_a_draft(void **state)
{
	struct driver t;
	size_t files = 0;

	(void)state;
	driver_begin(&t, LANG_FR, SECRET);
	driver_keys(&t, "<F9>3<Enter>36<Tab>77291<Tab><Tab><Tab><Tab>remarque-planquée<Esc>");
	driver_keys(&t, "<F9>0 7<Enter><Enter>");
	driver_must_show(&t, "clé");
	for (int i = 0; i < 6; i++)
		driver_keys(&t, "phrase-77291<Tab>");
	driver_keys(&t, "<Esc>");
	driver_keys(&t, "<F9>2 2visible-ici<Esc>");
	assert_int_equal(search(t.folder, "77291", &files), 0);
	assert_int_equal(search(t.folder, "planquée", &files), 0);
	assert_true(search(t.folder, "visible-ici", &files) > 0); /* the search does find drafts */
	driver_leave(&t);
	assert_int_equal(search(t.folder, "77291", &files), 0);
	driver_close(&t);
}

/* … but the desk that runs has them, until they are recorded or the ballot is another one. */
static void figures_left_by_esc_are_there_again(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_EN, SECRET);
	driver_keys(&t, "<F9>3<Enter>");
	driver_must_show(&t, "Esc leaves, the figures wait here");
	driver_keys(&t, "<Tab>36<Tab>20<Tab>8<Esc>");
	assert_int_equal(t.desk->over.kind, OVERLAY_NONE);
	driver_keys(&t, "<F9>1<F9>3<Enter>");
	driver_must_show(&t, "✎ Typed at");
	assert_string_equal(arena_z(&t.arena, form_text(&t.desk->over.fields[2])), "20");
	assert_string_equal(arena_z(&t.arena, form_text(&t.desk->over.fields[3])), "8");
	driver_keys(&t, "<Tab>3<Tab>5<F4>");
	assert_true(driver_vote(&t)->counted);
	assert_int_equal(driver_vote(&t)->ballots.votes_for, 20);
	driver_leave(&t);
	driver_close(&t);
	/* The first digit opens the form as well, over what waits. */
	driver_begin(&t, LANG_EN, SECRET);
	driver_keys(&t, "<F9>332<Tab>31<Tab>20<Esc>");
	driver_keys(&t, "30<Tab>29<Tab>19<Esc><Enter>");
	assert_string_equal(arena_z(&t.arena, form_text(&t.desk->over.fields[0])), "30");
	assert_string_equal(arena_z(&t.arena, form_text(&t.desk->over.fields[1])), "29");
	assert_string_equal(arena_z(&t.arena, form_text(&t.desk->over.fields[2])), "19");
	driver_leave(&t);
	driver_close(&t);
	driver_begin(&t, LANG_EN, SECRET);
	driver_keys(&t, "<F9>3<Enter><Tab>36<Tab>20<Esc>");
	driver_play(&t, "vote.void reason=again\nvote.open kind=secret reason=\"again\" "
			"confirm=public-rule\n");
	driver_keys(&t, "<F9>3<Enter>");
	driver_must_not_show(&t, "✎ Typed at");
	assert_int_equal(form_text(&t.desk->over.fields[2]).n, 0);
	driver_close(&t);
}

/* A desk that is killed leaves none of the figures behind, and the next one says so. */
static void figures_that_were_not_recorded_are_asked_for_again(void **state)
{
	struct driver t;
	size_t files = 0;

	(void)state;
	driver_begin(&t, LANG_EN, SECRET);
	driver_keys(&t, "<F9>3<Enter>");
	driver_must_show(&t, "On the disk only once F4 has recorded them");
	driver_leave(&t);
	driver_killed(&t, "<F9>3<Enter><Tab>77291");
	assert_int_equal(search(t.folder, "77291", &files), 0);
	driver_must_show(&t, "figures not recorded are not kept");
	driver_must_show(&t, "Type the figures of the count sheet again");
	driver_keys(&t, "<Enter><Tab>36<Tab>20<Tab>16<Tab>0<Tab>0<F4>");
	assert_true(driver_vote(&t)->counted);
	driver_must_not_show(&t, "Type the figures of the count sheet again");
	/* Recorded, nothing is missing at the next start. */
	driver_leave(&t);
	driver_reopen(&t);
	driver_desk(&t, 24, 80);
	driver_must_not_show(&t, "figures not recorded are not kept");
	driver_close(&t);
}

/* "All for" is greyed from the start, with a reason for people; its key says the same. */
static void in_a_secret_ballot_nobody_is_all_for(void **state)
{
	static const char why[] = "Ce scrutin est secret : seuls ses totaux sont enregistrés.";
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR, SECRET);
	driver_keys(&t, "<F9>3 ");
	assert_non_null(t.desk->over.choices[0].reason.id);
	driver_keys(&t, "1");
	driver_must_show(&t, why);
	driver_keys(&t, "<Esc>x"); /* says something else */
	driver_must_not_show(&t, why);
	driver_keys(&t, "=");
	driver_must_show(&t, why);
	assert_false(driver_vote(&t)->counted);
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_reason_is_asked_and_nothing_twice),
		cmocka_unit_test(papers_are_reconciled_while_they_are_typed),
		cmocka_unit_test(figures_that_do_not_add_up_are_said_and_stay),
		cmocka_unit_test(the_screens_are_the_same_in_arabic),
		cmocka_unit_test(in_a_tie_a_declared_side_is_one_key),
		cmocka_unit_test(a_closed_ballot_is_corrected_by_its_papers),
		cmocka_unit_test(a_planted_choice_is_found_nowhere),
		cmocka_unit_test(in_a_secret_ballot_nobody_is_all_for),
		cmocka_unit_test(nothing_secret_is_kept_as_a_draft),
		cmocka_unit_test(figures_left_by_esc_are_there_again),
		cmocka_unit_test(figures_that_were_not_recorded_are_asked_for_again),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}

/* A rehearsal: on a copy, guided from the opening to the closing, and gone afterwards without a
 * trace, also when it was killed. */
#include <dirent.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "storage/file.h"
#include "tests/hand.h"
#include "tests/pen.h"
#include "tests/test.h"
#include "tui/rehearsal.h"

#define REGISTER_MAX ((size_t)64 << 20)

struct stage {
	struct hand h;
	char *tmp; /* what is the temporary folder here */
	struct rehearsal *re;
	struct registry *real;
};

static int setup(void **state)
{
	struct stage *t = calloc(1, sizeof *t);

	hand_open(&t->h, LANG_EN);
	hand_register(&t->h, 5);
	t->tmp = scratch_make();
	assert_int_equal(setenv("TMPDIR", t->tmp, 1), 0);
	t->real = t->h.r;
	*state = t;
	return 0;
}

static int teardown(void **state)
{
	struct stage *t = *state;
	struct error err = {.code = ERROR_NONE};

	t->h.r = t->real;
	assert_int_equal(rehearsal_end(t->re, &err), 0);
	hand_close(&t->h);
	scratch_remove(t->tmp);
	free(t);
	return 0;
}

/* Everything in the temporary folder, counted. */
static int left_there(const struct stage *t)
{
	DIR *dir = opendir(t->tmp);
	int n = 0;

	assert_non_null(dir);
	while (readdir(dir))
		n++;
	closedir(dir);
	return n - 2;
}

static struct bytes real_bytes(struct stage *t)
{
	struct bytes file = {NULL, 0, 0};
	struct error err = {.code = ERROR_NONE};

	assert_int_equal(journal_checkpoint(register_journal(t->real), &err), 0);
	assert_int_equal(file_read(t->h.path, REGISTER_MAX, &file, &err), 0);
	return file;
}

/* A rehearsal of the register, under the hand from now on. */
static void begin(struct stage *t)
{
	struct error err = {.code = ERROR_NONE};

	assert_int_equal(rehearsal_begin(&t->h.cli, t->real, &t->re, &err), 0);
	t->h.r = rehearsal_register(t->re);
}

static void keys(struct stage *t, const char *typed)
{
	hand_type(&t->h, 24, 80, typed);
}

/* --- the way through --- */

static void it_guides_from_the_opening_to_the_closing(void **state)
{
	static const struct {
		const char *keys, *shows;
	} way[] = {
		{"<F9>1", "1/9 ▸ ⏎ the session, ⏎ its sitting; F4 takes the form"},
		{"<F9>1<Enter><F4>", "2/9 ▸ = notes all present; e and a number: excused"},
		{"<F9>2=e05", "3/9 ▸ ⏎ records the quorum once the marks are right"},
		{"<F9>2<Enter>", "4/9 ▸ ⏎ goes on, item by item, to a vote by name"},
		{"<F9>1<Enter><Enter><Enter><Enter><Enter>",
			"5/9 ▸ = all for; a number: against; ⏎ closes the vote"},
		{"<F9>3=03<Enter>", "6/9 ▸ somebody voted otherwise: Space 3 corrects it"},
		{"<F9>3 3"
		 "0311<Enter>",
			"7/9 ▸ ⏎ announces: only now does the room see it"},
		{"<F9>3<Enter>", "8/9 ▸ F8 takes an act back; F9 9 then Space 1: close"},
		{"<F9>9 11CLOSE<F4>1<Enter>", "9/9 ▸ done; F10 leaves, and nothing of it stays"},
	};
	struct stage *t = *state;

	begin(t);
	for (size_t i = 0; i < ARRAY_LEN(way); i++) {
		keys(t, way[i].keys);
		hand_assert_shows(&t->h, "REHEARSAL");
		hand_assert_shows(&t->h, way[i].shows);
	}
	assert_int_equal(register_session(t->h.r)->phase, PHASE_CLOSED);
}

static void its_words_fit_in_three_languages(void **state)
{
	static const char *const names[] = {[LANG_AR] = "ar", [LANG_FR] = "fr", [LANG_EN] = "en"};
	struct stage *t = *state;

	begin(t);
	for (enum lang lang = LANG_AR; lang < LANG_COUNT; lang++) {
		char name[64];

		t->h.cli.lang = lang;
		keys(t, "<F9>1");
		(void)snprintf(name, sizeof name, "rehearsal-%s-80x24", names[lang]);
		hand_golden(&t->h, name);
	}
	hand_type(&t->h, 45, 160, "<F9>1");
	hand_golden(&t->h, "rehearsal-en-160x45");
}

static void it_takes_the_session_that_is_prepared(void **state)
{
	struct stage *t = *state;

	hand_play(&t->h, "session.create kind=ordinary year=2025 month=3\n"
			 "session.create kind=extraordinary year=2025 month=2\n"
			 "item.add kind=report title_fr=\"Rapport prévu\"\n");
	begin(t);
	assert_int_equal(register_session(t->h.r)->is.number, 2);
	assert_int_equal(register_world(t->h.r)->last_number, 2);
	keys(t, "<F9>1");
	hand_assert_shows(&t->h, "Rapport prévu");
}

static void a_chamber_without_members_rehearses_with_the_sample(void **state)
{
	struct stage *t = *state;
	struct error err = {.code = ERROR_NONE};

	assert_int_equal(rehearsal_begin(&t->h.cli, NULL, &t->re, &err), 0);
	t->h.r = rehearsal_register(t->re);
	assert_int_equal(register_chamber(t->h.r)->members.n, 36);
	keys(t, "<F9>1");
	hand_assert_shows(&t->h, "REHEARSAL");
	hand_assert_shows(&t->h, "1/9 ▸");
}

/* --- what it must not do --- */

/* The sample was convened for a day long past: no question about that is part of the exercise. */
static void its_clock_stands_at_the_day_of_its_session(void **state)
{
	struct stage *t = *state;
	struct error err = {.code = ERROR_NONE};
	const struct session *s;

	assert_int_equal(rehearsal_begin(&t->h.cli, NULL, &t->re, &err), 0);
	t->h.r = rehearsal_register(t->re);
	keys(t, "<F9>1<Enter>");
	hand_assert_shows(&t->h, "the clock shows the session's day, Monday 30 December");
	assert_false(hand_shows(&t->h, "another day"));
	keys(t, "<F9>1<Enter><F4>");
	s = register_session(t->h.r);
	assert_int_equal(s->sittings.n, 1);
	assert_int_equal(date_compare(instant_date(s->sittings.at[0].opened), s->plan.date), 0);
	keys(t, "<F9>2="); /* a desk opened once more: time has gone on */
	assert_true(s->log.at[s->log.n - 1].at.seconds >= s->sittings.at[0].opened.seconds + 60);
	assert_true(s->log.at[s->log.n - 1].at.seconds < s->sittings.at[0].opened.seconds + 600);
}

static void nothing_is_signed_copied_or_written_in_it(void **state)
{
	static const char *const tries[] = {
		"<F9>0 6", "<F9>0 7<Enter>", "<F9>1 <End><Up><Enter>3", "<F9>0 3"};
	struct stage *t = *state;

	begin(t);
	for (size_t i = 0; i < ARRAY_LEN(tries); i++) {
		keys(t, tries[i]);
		if (i + 1 < ARRAY_LEN(tries))
			hand_assert_shows(&t->h, "✗ Not in a rehearsal: nothing is signed");
		else
			hand_assert_shows(&t->h, "! This is a rehearsal already.");
	}
}

static void what_the_real_desk_had_in_hand_is_not_taken_over(void **state)
{
	struct stage *t = *state;
	struct error err = {.code = ERROR_NONE};
	struct str value;
	bool found;

	assert_int_equal(journal_keep(register_journal(t->real), STR("desk/backup"),
				 STR("/media/stick"), &err),
		0);
	assert_int_equal(
		journal_keep(register_journal(t->real), STR("room/order"), STR("blank"), &err), 0);
	begin(t);
	assert_int_equal(journal_kept(register_journal(t->h.r), STR("desk/backup"), &t->h.arena,
				 &value, &found, &err),
		0);
	assert_false(found);
	assert_true(rehearsal_is(register_journal(t->h.r)));
	assert_false(rehearsal_is(register_journal(t->real)));
}

static void a_sitting_that_is_open_comes_first(void **state)
{
	struct stage *t = *state;

	hand_play(&t->h, "session.create kind=ordinary year=2024 month=10\n"
			 "item.add kind=report title_fr=\"Rapport\"\n"
			 "sitting.open place=\"Siège\" chair=1 secretary=2\n");
	keys(t, "<F9>0 3");
	hand_assert_shows(&t->h, "✗ A sitting is open: rehearse before it or after it.");
	assert_int_equal(left_there(t), 0);
}

/* --- afterwards --- */

static void the_register_is_byte_for_byte_what_it_was(void **state)
{
	struct stage *t = *state;
	struct bytes before = real_bytes(t), after;

	/* A whole session, and out of it again. */
	keys(t, "<F9>0 "
		"3<F9>1<Enter><F4>=e05<Enter><F9>1<Enter><Enter><Enter><Enter><Enter>=03<Enter>"
		"<Enter><F9>9 11CLOSE<F4>1<Enter><F10>1<Enter>");
	hand_assert_shows(&t->h, "● The rehearsal is removed; the register is as it was.");
	assert_int_equal(left_there(t), 0);
	after = real_bytes(t);
	assert_int_equal(before.n, after.n);
	assert_memory_equal(before.p, after.p, before.n);
	bytes_free(&before);
	bytes_free(&after);
	assert_int_equal(register_world(t->real)->last_number, 0);
}

static void leaving_it_asks_first(void **state)
{
	struct stage *t = *state;

	begin(t);
	keys(t, "<F9>1<F10>");
	hand_assert_shows(&t->h, "End the rehearsal?");
	hand_assert_shows(&t->h, "All that was done in it is removed");
}

static void a_killed_one_is_removed_at_the_next_start(void **state)
{
	struct stage *t = *state;
	struct error err = {.code = ERROR_NONE};
	int status, ends[2];
	pid_t child;
	char byte;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct rehearsal *re;

		if (rehearsal_begin(&t->h.cli, NULL, &re, &err) < 0 || write(ends[1], "!", 1) != 1)
			_exit(1);
		for (;;)
			pause();
	}
	assert_int_equal(read(ends[0], &byte, 1), 1);
	/* While it runs it is left alone, and a room can find it. */
	assert_int_equal(rehearsal_sweep(), 0);
	assert_int_equal(left_there(t), 1);
	assert_non_null(rehearsal_find(&t->h.arena));
	assert_int_equal(kill(child, SIGKILL), 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(left_there(t), 1);
	assert_null(rehearsal_find(&t->h.arena));
	assert_int_equal(rehearsal_sweep(), 1);
	assert_int_equal(left_there(t), 0);
	close(ends[0]);
	close(ends[1]);
}

static void what_only_looks_like_one_is_left_alone(void **state)
{
	struct stage *t = *state;
	const char *file = scratch_path(&t->h.arena, t->tmp, "mahdar-rehearsal-file"),
		   *link = scratch_path(&t->h.arena, t->tmp, "mahdar-rehearsal-link");
	struct error err = {.code = ERROR_NONE};

	assert_int_equal(file_write(file, "x", 1, 0600, FILE_NEW, &err), 0);
	assert_int_equal(symlink(t->h.folder, link), 0);
	assert_int_equal(rehearsal_sweep(), 0);
	assert_int_equal(left_there(t), 2);
	assert_int_equal(access(t->h.path, F_OK), 0);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static const struct CMUnitTest cases[] = {
	CASE(it_guides_from_the_opening_to_the_closing),
	CASE(its_words_fit_in_three_languages),
	CASE(it_takes_the_session_that_is_prepared),
	CASE(a_chamber_without_members_rehearses_with_the_sample),
	CASE(its_clock_stands_at_the_day_of_its_session),
	CASE(nothing_is_signed_copied_or_written_in_it),
	CASE(what_the_real_desk_had_in_hand_is_not_taken_over),
	CASE(a_sitting_that_is_open_comes_first),
	CASE(the_register_is_byte_for_byte_what_it_was),
	CASE(leaving_it_asks_first),
	CASE(a_killed_one_is_removed_at_the_next_start),
	CASE(what_only_looks_like_one_is_left_alone),
};

TEST_MAIN(cases)

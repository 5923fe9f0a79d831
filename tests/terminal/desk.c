/* The whole program on a terminal: first start to an open sitting by the keyboard alone, a kill in
 * the middle, and every way in which opening can go wrong. */
#include "tests/pen.h"
#include "tests/pty.h"
#include "tests/test.h"

#include "storage/journal.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define ENTER "\r"
#define TAB   "\t"
#define F4    "\033OS"
#define ESC   "\033"
#define UP    "\033OA"
#define END   "\033OF"

struct room {
	struct arena arena;
	char *folder;
	char program[4096];
	char path[4096];
};

static int setup(void **state)
{
	struct room *t = calloc(1, sizeof *t);

	arena_init(&t->arena, &memory_source);
	t->folder = scratch_make();
	(void)snprintf(t->program, sizeof t->program, "%s/mahdar", test_builddir());
	(void)snprintf(
		t->path, sizeof t->path, "%s", scratch_path(&t->arena, t->folder, "r.mahdar"));
	assert_int_equal(setenv("MAHDAR_ANY_PLACE", "1", 1), 0);
	assert_int_equal(setenv("HOME", t->folder, 1), 0);
	assert_int_equal(setenv("XDG_STATE_HOME", t->folder, 1), 0);
	*state = t;
	return 0;
}

static int teardown(void **state)
{
	struct room *t = *state;

	scratch_remove(t->folder);
	arena_clear(&t->arena);
	free(t);
	return 0;
}

static struct pty *start_at(struct room *t, const char *lang, int cols)
{
	char option[] = "--register", option_lang[] = "--lang", word[8];
	char *argv[] = {t->program, option, t->path, option_lang, word, NULL};

	(void)snprintf(word, sizeof word, "%s", lang);
	return pty_start(24, cols, argv, NULL);
}

static struct pty *start(struct room *t, const char *lang)
{
	return start_at(t, lang, 80);
}

/* A key that opens a screen, then what must stand on it. */
static void key(struct pty *p, const char *keys, const char *shows)
{
	pty_write(p, keys, strlen(keys));
	pty_wait_for(p, shows);
}

/* --- from nothing to an open sitting --- */

static void first_start_in_french(struct room *t, struct pty *p)
{
	(void)t;
	pty_wait_for(p, "Choisissez la langue");
	key(p, "2", "essai de l’écran");
	key(p, ENTER, "chambre, arabe");
	key(p, "غرفة" TAB "Chambre de Souss" TAB "casm" F4, "Les membres d’abord");
	/* two members, typed */
	key(p, " ", "membres");
	key(p, "4", "MEMBRES");
	key(p, ENTER, "Un nouveau membre");
	key(p, TAB "محمد" TAB "Mohamed" TAB "2" F4, "Mohamed");
	key(p, ENTER, "Un nouveau membre");
	key(p, TAB "زينب" TAB "Zineb" TAB "6" F4, "Zineb");
	key(p, ESC, "SESSIONS");
	/* a session with one item */
	key(p, ENTER, "Une nouvelle session");
	key(p, F4, "Jour, lieu et convocations");
	key(p, TAB TAB "المقر" TAB "siège" F4, "Inscrire le premier point");
	key(p, ENTER, "titre, français");
	key(p, "1نقطة" TAB "Un point" F4, "Un point");
}

static void sitting_opened(struct pty *p)
{
	key(p, " ", "ouvrir la séance");
	key(p, END UP UP UP ENTER, "ouverte à");
	key(p, ENTER, "Mohamed");
	pty_wait_for(p, "appel"); /* the chair: we proceed to the roll call */
}

static void killed(struct pty *p)
{
	pty_signal(p, SIGKILL);
	assert_true(WIFSIGNALED(pty_wait_exit(p)));
	pty_close(p);
}

static void a_session_is_prepared_and_opened_by_the_keyboard_alone_in_french(void **state)
{
	struct room *t = *state;
	struct pty *p = start(t, "fr");
	int status;

	first_start_in_french(t, p);
	sitting_opened(p);
	key(p, "=", "2/2");
	pty_write(p, "\033[21~", 5); /* F10: the sitting is open, so it asks */
	pty_wait_for(p, "quitter");
	pty_write(p, "1" ENTER, 2);
	status = pty_wait_exit(p);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	pty_close(p);
}

static void a_kill_in_the_middle_loses_nothing_and_the_desk_says_where_it_stood(void **state)
{
	struct room *t = *state;
	struct pty *p = start(t, "fr");

	first_start_in_french(t, p);
	sitting_opened(p);
	key(p, "=", "2/2");
	killed(p);
	p = start(t, "fr");
	pty_wait_for(p, "Repris");
	pty_wait_for(p, "2/2");
	pty_close(p);
}

static void what_was_typed_in_a_form_survives_a_kill(void **state)
{
	struct room *t = *state;
	struct pty *p = start(t, "fr");

	first_start_in_french(t, p);
	sitting_opened(p);
	key(p, " ", "invités");
	key(p, "2", "titre, français");
	key(p, TAB "Directrice régionale", "Directrice régionale");
	killed(p);
	p = start(t, "fr");
	pty_wait_for(p, "est gardé, pas noté");
	key(p, " ", "invités");
	key(p, "2", "Directrice régionale");
	pty_close(p);
}

static void lines_for_a_screen_reader_can_be_stopped_and_go_on(void **state)
{
	struct room *t = *state;
	char option[] = "--register", lang[] = "--lang", fr[] = "fr", plain[] = "--plain";
	char *argv[] = {t->program, option, t->path, lang, fr, plain, NULL};
	struct pty *p = start(t, "fr");
	size_t before;

	first_start_in_french(t, p);
	pty_close(p);
	p = pty_start_lines(24, 80, argv);
	pty_wait_for(p, "F9 menu");
	pty_signal(p, SIGTSTP);
	pty_wait_stop(p);
	before = pty_received_bytes(p);
	pty_signal(p, SIGCONT);
	for (int i = 0; i < 100 && pty_received(p, "F9 menu", before) < 0; i++)
		pty_quiet(p);
	assert_true(pty_received(p, "F9 menu", before) >= 0); /* all of it is said again */
	key(p, "\033[20~", "quitter le programme");
	pty_close(p);
}

static void a_mouse_is_asked_for_unless_it_is_not_wanted(void **state)
{
	struct room *t = *state;
	char option[] = "--register", off[] = "--no-mouse";
	char *argv[] = {t->program, option, t->path, off, NULL};
	struct pty *p = start(t, "fr");

	first_start_in_french(t, p);
	assert_true(pty_received(p, "\033[?1000h\033[?1006h", 0) >= 0);
	pty_write(p, "\033[<0;68;2M", 11); /* F9, where its name stands */
	pty_wait_for(p, "Aller à");
	pty_close(p);
	p = pty_start(24, 80, argv, NULL);
	pty_wait_for(p, "F9");
	assert_int_equal(pty_received(p, "\033[?1000h", 0), -1);
	pty_close(p);
}

/* The whole of the desk, as it is sent. */
static void signs_of_ascii_and_no_colours_can_be_asked_for(void **state)
{
	static const char *const signs[] = {"✓", "●", "▸", "·", "⏎", "│"};
	struct room *t = *state;
	char option[] = "--register", ascii[] = "--ascii", color[] = "--color=no";
	char *argv[] = {t->program, option, t->path, ascii, color, NULL};
	struct pty *p = start(t, "fr");

	first_start_in_french(t, p);
	pty_wait_for(p, "●");
	pty_close(p);
	p = pty_start(24, 80, argv, NULL);
	pty_wait_for(p, "F9");
	key(p, "\033[20~", "Aller");
	for (size_t i = 0; i < ARRAY_LEN(signs); i++)
		assert_int_equal(pty_received(p, signs[i], 0), -1);
	assert_int_equal(pty_received(p, "\033[38;5;", 0), -1);
	assert_int_equal(pty_received(p, "\033[48;5;", 0), -1);
	pty_close(p);
}

static void an_option_that_is_none_is_refused(void **state)
{
	char bell[] = "--bell=loud", color[] = "--color=much";
	char *const wrong[] = {bell, color};
	struct room *t = *state;

	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		char *argv[] = {t->program, wrong[i], NULL};
		struct pty *p = pty_start(24, 80, argv, NULL);
		int status = pty_wait_exit(p);

		assert_int_equal(WEXITSTATUS(status), 2);
		pty_close(p);
	}
}

static void the_colours_that_were_chosen_are_there_at_the_next_start(void **state)
{
	struct room *t = *state;
	struct pty *p = start(t, "fr");

	first_start_in_french(t, p);
	key(p, "\033[20~", "Aller à");
	key(p, "couleurs", "couleurs");
	key(p, ENTER, "fond clair");
	pty_close(p);
	p = start(t, "fr");
	pty_wait_for(p, "F9");
	key(p, "\033[20~", "Aller à");
	key(p, "couleurs", "couleurs");
	key(p, ENTER, "huit"); /* the one after the light one */
	pty_close(p);
}

static void a_first_start_killed_before_its_end_leaves_nothing(void **state)
{
	struct room *t = *state;
	struct pty *p = start(t, "fr");

	pty_wait_for(p, "Choisissez la langue");
	key(p, "2", "essai de l’écran");
	key(p, ENTER, "chambre, arabe");
	key(p, "غرفة" TAB "Chambre" TAB "casm", "casm");
	killed(p);
	assert_int_not_equal(access(t->path, F_OK), 0);
	p = start(t, "fr");
	pty_wait_for(p, "Choisissez la langue");
	pty_close(p);
}

/* Words as the screen holds them: joined forms, from right to left. */
#define AR_CHOOSE  "ﺔﻐﻠﻟﺍ ﺮﺘﺧﺍ"
#define AR_CODE    "ﺮﺼﺘﺨﻤﻟﺍ ﺰﻣﺮﻟﺍ"
#define AR_NO_YET  "ﺓﺭﻭﺩ ﻻ"
#define AR_MEMBERS "ءﺎﻀﻋﻷﺍ"
#define AR_NEW_ONE "ﺪﻳﺪﺟ ﻮﻀﻋ"
#define AR_SESSION "ﺓﺪﻳﺪﺟ ﺓﺭﻭﺩ"

static void a_session_is_prepared_and_opened_by_the_keyboard_alone_in_arabic(void **state)
{
	struct room *t = *state;
	struct pty *p = start(t, "ar");

	pty_wait_for(p, AR_CHOOSE);
	key(p, "1", "DejaVu Sans Mono"); /* the test of the screen */
	key(p, ENTER, AR_CODE);
	key(p, "غرفة" TAB TAB "casm" F4, AR_NO_YET);
	key(p, " ", AR_MEMBERS);
	key(p, "4", "+"); /* the row for a new member */
	key(p, ENTER, AR_NEW_ONE);
	key(p, TAB "محمد" TAB TAB "2" F4, "ﺪﻤﺤﻣ");
	key(p, ENTER, AR_NEW_ONE);
	key(p, TAB "زينب" TAB TAB "6" F4, "ﺐﻨﻳﺯ"); /* rapporteur: keeps the minutes */
	key(p, ESC, AR_NO_YET);
	key(p, ENTER, AR_SESSION);
	key(p, F4, "ﺕﺍءﺎﻋﺪﺘﺳﻻﺍ"); /* the notices */
	key(p, TAB TAB "المقر" F4, "ﺔﻄﻘﻧ");
	key(p, ENTER, "ﺔﻴﺑﺮﻌﻟﺎﺑ ﻥﺍﻮﻨﻌﻟﺍ");
	key(p, "1الميزانية" F4, "ﺔﻴﻧﺍﺰﻴﻤﻟﺍ");
	key(p, " ", "…ﺔﺴﻠﺠﻟﺍ");
	key(p, END UP UP UP ENTER, "┌");
	key(p, ENTER, "ﺭﻮﻀﺤﻟﺍ ﻦﻣ ﺪﻛﺄﺘﻟﺍ"); /* the roll call */
	killed(p);
	p = start(t, "ar");
	pty_wait_for(p, "ﺖﻔﻧﺆﺘﺳﺍ");
	pty_close(p);
}

static void the_attendance_sheet_is_drawn_by_a_child(void **state)
{
	struct room *t = *state;
	struct pty *p = start(t, "fr");
	struct stat st;

	first_start_in_french(t, p);
	key(p, " ", "préparation");
	key(p, END UP ENTER, "feuille de présence à imprimer");
	key(p, "3", "~/presence-1.pdf");
	key(p, ENTER, "● La feuille de présence est dans");
	assert_int_equal(stat(scratch_path(&t->arena, t->folder, "presence-1.pdf"), &st), 0);
	assert_true(st.st_size > 1000);
	key(p, " ", "préparation");
	key(p, END UP ENTER, "feuille de présence à imprimer");
	key(p, "3", "~/presence-1.pdf");
	key(p, "\177\177\177\177/none/x" ENTER, "n’existe"); /* the folder is not there */
	pty_close(p);
}

/* --- what can be wrong --- */

/* Start it with its terminal, wait for the end; the exit code. */
static int ends(struct room *t, const char *lang, const char *says)
{
	struct pty *p = start_at(t, lang, 500); /* the sentence names a path: it must not wrap */
	int status = pty_wait_exit(p);

	if (!pty_shows(p, says)) {
		for (int row = 0; row < 24; row++)
			print_error("%s\n", pty_row(p, row));
		fail_msg("it does not say \"%s\"", says);
	}
	pty_close(p);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_true(fputs(text, f) >= 0);
	assert_int_equal(fclose(f), 0);
}

static void a_file_that_is_no_register_is_said_and_left_alone(void **state)
{
	static const char list[] = "a shopping list, long enough to be looked at as the head of a "
				   "database: milk, bread, mint, sugar, tea, and more of the same";
	struct room *t = *state;
	struct stat st;

	write_file(t->path, list);
	assert_int_equal(ends(t, "en", "is not a register of mahdar"), 3);
	assert_int_equal(stat(t->path, &st), 0);
	assert_int_equal(st.st_size, strlen(list));
}

static void a_register_of_a_newer_version_is_said_and_left_alone(void **state)
{
	struct room *t = *state;
	struct pty *p = start(t, "fr");
	sqlite3 *db = NULL;

	first_start_in_french(t, p);
	pty_write(p, "\033[21~", 5); /* F10: there is no copy, so it asks */
	pty_wait_for(p, "Aucune copie");
	pty_type(p, "1" ENTER);
	(void)pty_wait_exit(p);
	pty_close(p);
	assert_int_equal(sqlite3_open(t->path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "PRAGMA user_version=99", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
	assert_int_equal(ends(t, "en", "was made by a newer version of mahdar"), 3);
}

static void a_register_that_somebody_holds_is_opened_for_reading(void **state)
{
	struct room *t = *state;
	struct pty *p = start(t, "fr"), *reader;

	first_start_in_french(t, p);
	reader = start(t, "fr");
	pty_wait_for(reader, "lecture seule");
	key(reader, " ", "nouvelle session"); /* greyed, with the reason beside it */
	pty_type(reader, ESC);
	/* the first desk goes on meanwhile, and the reader follows */
	key(reader, ENTER, "Un point");
	key(p, " ", "ouvrir la séance");
	key(p, "8", "titre, français");
	key(p, "1نقطة ثانية" TAB "Un autre point" F4, "Un autre point");
	pty_wait_for(reader, "Un autre point");
	/* its holder is killed: the reader is asked, and records */
	killed(p);
	pty_wait_for(reader, "Entrée");
	key(reader, ENTER, "Reprendre le registre");
	key(reader, "1" ENTER, "● noté");
	key(reader, ENTER, "Un autre point");
	key(reader, " ", "ouvrir la séance");
	key(reader, "8", "titre, français");
	key(reader, "1نقطة ثالثة" TAB "Un dernier point" F4, "Un dernier point");
	pty_close(reader);
}

static void a_folder_that_is_not_there_is_said_before_the_form(void **state)
{
	struct room *t = *state;
	struct pty *p;

	(void)snprintf(t->path, sizeof t->path, "%s/none/r.mahdar", t->folder);
	p = start(t, "fr");
	pty_wait_for(p, "mahdar: Le dossier");
	assert_int_equal(WEXITSTATUS(pty_wait_exit(p)), 3);
	pty_close(p);
}

static void without_a_terminal_the_desk_says_so(void **state)
{
	struct room *t = *state;
	char command[9000];
	int status;

	(void)snprintf(command, sizeof command,
		"'%s' --lang en --register '%s' </dev/null >/dev/null 2>'%s/said'", t->program,
		t->path, t->folder);
	status = system(command);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 3);
	(void)snprintf(
		command, sizeof command, "grep -q 'This needs a terminal' '%s/said'", t->folder);
	assert_int_equal(system(command), 0);
	assert_int_not_equal(access(t->path, F_OK), 0);
}

static void a_bare_machine_without_any_locale_still_writes_arabic(void **state)
{
	struct room *t = *state;
	char option[] = "--register", option_lang[] = "--lang", word[] = "ar";
	char *argv[] = {t->program, option, t->path, option_lang, word, NULL};
	struct pty *p = pty_start(24, 80, argv, "LC_ALL=C");

	pty_wait_for(p, AR_CHOOSE);
	pty_close(p);
}

static void a_small_terminal_shows_a_sentence_and_grows_back(void **state)
{
	struct room *t = *state;
	struct pty *p = start(t, "fr");

	first_start_in_french(t, p);
	pty_resize(p, 20, 72);
	pty_wait_for(p, "72×20");
	pty_resize(p, 24, 80);
	pty_wait_for(p, "Un point");
	pty_close(p);
}

static void a_damaged_register_is_said_and_nothing_is_written(void **state)
{
	struct room *t = *state;
	struct pty *p = start(t, "fr");
	int fd, status;

	first_start_in_french(t, p);
	pty_write(p, "\033[21~", 5); /* F10: there is no copy, so it asks */
	pty_wait_for(p, "Aucune copie");
	pty_type(p, "1" ENTER);
	status = pty_wait_exit(p);
	assert_int_equal(WEXITSTATUS(status), 0);
	pty_close(p);
	fd = open(t->path, O_RDWR | O_CLOEXEC);
	assert_return_code(fd, 0);
	for (off_t at = 4096; at < 40960; at += 512)
		assert_int_equal(pwrite(fd, "damage", 6, at + 100), 6);
	close(fd);
	assert_int_equal(ends(t, "en", "is damaged"), 3);
}

/* Whether it is ended by a signal or by the terminal that goes away. */
static void a_rehearsal_that_is_cut_off_leaves_nothing_behind(void **state)
{
	struct room *t = *state;
	char word[] = "rehearse", option_lang[] = "--lang", lang[] = "fr", tmp[4200];
	char *argv[] = {t->program, word, option_lang, lang, NULL};

	(void)snprintf(tmp, sizeof tmp, "TMPDIR=%s", t->folder);
	for (int i = 0; i < 2; i++) {
		struct pty *p = pty_start(24, 80, argv, tmp);
		struct dirent *entry;
		DIR *dir;

		pty_wait_for(p, "RÉPÉTITION");
		pty_quiet(p);
		if (i == 0)
			pty_signal(p, SIGTERM);
		else
			pty_hang_up(p);
		(void)pty_wait_exit(p);
		pty_close(p);
		dir = opendir(t->folder);
		assert_non_null(dir);
		while ((entry = readdir(dir)) != NULL)
			assert_null(strstr(entry->d_name, "rehearsal"));
		closedir(dir);
	}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static const struct CMUnitTest cases[] = {
	CASE(a_session_is_prepared_and_opened_by_the_keyboard_alone_in_french),
	CASE(a_kill_in_the_middle_loses_nothing_and_the_desk_says_where_it_stood),
	CASE(what_was_typed_in_a_form_survives_a_kill),
	CASE(lines_for_a_screen_reader_can_be_stopped_and_go_on),
	CASE(a_mouse_is_asked_for_unless_it_is_not_wanted),
	CASE(signs_of_ascii_and_no_colours_can_be_asked_for),
	CASE(an_option_that_is_none_is_refused),
	CASE(the_colours_that_were_chosen_are_there_at_the_next_start),
	CASE(a_first_start_killed_before_its_end_leaves_nothing),
	CASE(a_session_is_prepared_and_opened_by_the_keyboard_alone_in_arabic),
	CASE(the_attendance_sheet_is_drawn_by_a_child),
	CASE(a_file_that_is_no_register_is_said_and_left_alone),
	CASE(a_register_of_a_newer_version_is_said_and_left_alone),
	CASE(a_register_that_somebody_holds_is_opened_for_reading),
	CASE(a_folder_that_is_not_there_is_said_before_the_form),
	CASE(without_a_terminal_the_desk_says_so),
	CASE(a_bare_machine_without_any_locale_still_writes_arabic),
	CASE(a_small_terminal_shows_a_sentence_and_grows_back),
	CASE(a_damaged_register_is_said_and_nothing_is_written),
	CASE(a_rehearsal_that_is_cut_off_leaves_nothing_behind),
};

TEST_MAIN(cases)

/* Long work of the command line on a terminal: it says how far it is, Ctrl-C stops it with nothing
 * written and nothing judged, and a kill leaves an import whole or not there. */
#include "tests/pen.h"
#include "tests/pty.h"
#include "tests/test.h"

#include "storage/file.h"
#include "storage/register.h"
#include "tests/generate.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define STOPPED 4
#define RECORDS 200 /* verified one after the other: some minutes */
#define CTRL_C  "\003"

static struct {
	struct arena a;
	char *folder;
	char program[4096], record[4096], path[4096], list[4096];
	struct error err;
} it;

/* The program with WORDS, its output thrown away; not waited for. */
static pid_t start_program(const char *const *words)
{
	const char *argv[16] = {it.program, "--register", it.path, "--lang", "en"};
	pid_t pid = fork();

	for (size_t i = 0; words[i]; i++)
		argv[5 + i] = words[i];
	if (pid == 0) {
		int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);

		if (nowhere < 0 || dup2(nowhere, STDOUT_FILENO) < 0 ||
			dup2(nowhere, STDERR_FILENO) < 0)
			_exit(126);
		(void)execv(argv[0], (char *const *)(uintptr_t)argv);
		_exit(127);
	}
	assert_true(pid > 0);
	return pid;
}

static void must_end_well(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void write_list(int members)
{
	FILE *f = fopen(it.list, "w");

	assert_non_null(f);
	(void)fputs("number,name_ar,name_fr\n", f);
	for (int i = 1; i <= members; i++)
		(void)fprintf(f, "%d,عضو,Membre %d\n", i, i);
	assert_int_equal(fclose(f), 0);
}

/* A register with its chamber and nothing else. */
static int fresh(void **state)
{
	static const char line[] = "chamber.create code=x name_fr=X specimen=yes\n";
	const char *script = scratch_path(&it.a, it.folder, "script");

	(void)state;
	(void)unlink(it.path);
	assert_int_equal(file_write(script, line, sizeof line - 1, 0600, FILE_REPLACE, &it.err), 0);
	must_end_well(start_program((const char *const[]){"play", script, NULL}));
	return 0;
}

static int setup(void **state)
{
	const char *folder;

	(void)state;
	arena_init(&it.a, &memory_source);
	it.folder = scratch_make();
	(void)snprintf(it.program, sizeof it.program, "%s/mahdar", test_builddir());
	(void)snprintf(it.path, sizeof it.path, "%s/r.mahdar", it.folder);
	(void)snprintf(it.list, sizeof it.list, "%s/members.csv", it.folder);
	assert_int_equal(setenv("MAHDAR_ANY_PLACE", "1", 1), 0);
	folder = scratch_path(&it.a, it.folder, "record");
	must_end_well(start_program((const char *const[]){"demo", "--record", folder, NULL}));
	(void)snprintf(it.record, sizeof it.record, "%s/carfm-ag-2024-12-30-1.pdf", folder);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	scratch_remove(it.folder);
	arena_clear(&it.a);
	return 0;
}

static struct bytes contents(const char *path)
{
	struct bytes b = {NULL, 0, 0};

	assert_int_equal(file_read(path, (size_t)64 << 20, &b, &it.err), 0);
	return b;
}

static void assert_exit(struct pty *p, int expected)
{
	int status = pty_wait_exit(p);

	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), expected);
}

static void ctrl_c_stops_an_import_and_the_register_is_the_same_byte_for_byte(void **state)
{
	char *argv[] = {it.program, (char[]){"--register"}, it.path, (char[]){"--lang"},
		(char[]){"en"}, (char[]){"import"}, (char[]){"members"}, it.list, NULL};
	struct bytes before = contents(it.path), after;
	struct pty *p;

	(void)state;
	write_list(90000);
	p = pty_start_lines(24, 80, argv);
	pty_wait_for(
		p, "Membre 1"); /* the list goes by; what nobody reads, the program waits for */
	assert_true(pty_received(p, " / 90001", 0) >= 0);
	pty_write(p, CTRL_C, 1);
	assert_exit(p, STOPPED);
	assert_true(pty_shows(p, "Stopped as asked; nothing was written."));
	assert_false(pty_shows(p, "Membre 90000"));
	assert_true(pty_received(p, "imported", 0) < 0);
	pty_close(p);
	after = contents(it.path);
	assert_int_equal(before.n, after.n);
	assert_memory_equal(before.p, after.p, before.n);
	bytes_free(&before);
	bytes_free(&after);
}

/* The names in FOLDER; -1: there is no such folder. */
static int names_in(const char *folder)
{
	DIR *d = opendir(folder);
	int n = 0;

	if (!d)
		return -1;
	for (const struct dirent *e = readdir(d); e; e = readdir(d))
		n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
	assert_int_equal(closedir(d), 0);
	return n;
}

/* ITEMS more of them on the agenda, each with a text of about a page. */
static void add_items(int items)
{
	const char *script = scratch_path(&it.a, it.folder, "items");
	FILE *f = fopen(script, "w");

	assert_non_null(f);
	for (int i = 0; i < items; i++) {
		(void)fputs("item.add kind=report title_fr=Rapport text_fr=\"", f);
		for (int k = 0; k < 120; k++)
			(void)fputs("un texte assez long ", f);
		(void)fputs("\"\n", f);
	}
	assert_int_equal(fclose(f), 0);
	must_end_well(start_program((const char *const[]){"play", script, NULL}));
}

/* An export into FOLDER on a terminal, stopped while the pages are drawn. */
static void export_stopped(char *folder)
{
	char *argv[] = {it.program, (char[]){"--register"}, it.path, (char[]){"--lang"},
		(char[]){"fr"}, (char[]){"export"}, (char[]){"1"}, (char[]){"--to"}, folder, NULL};
	struct pty *p = pty_start_lines(24, 80, argv);

	pty_wait_for(p, " / ");
	pty_write(p, CTRL_C, 1);
	assert_exit(p, STOPPED);
	assert_true(pty_shows(p, "Arrêté comme demandé"));
	assert_true(pty_received(p, "-projet-fr.pdf", 0) < 0); /* nothing is said to be there */
	pty_close(p);
}

static void a_stopped_export_leaves_nothing_and_the_one_before_it_is_intact(void **state)
{
	static const char line[] = "session.create kind=ordinary year=2024 month=10\n"
				   "item.add kind=report title_fr=Rapport\n";
	const char *script = scratch_path(&it.a, it.folder, "session");
	char *earlier = (char *)(uintptr_t)scratch_path(&it.a, it.folder, "earlier");
	char *fresh_one = (char *)(uintptr_t)scratch_path(&it.a, it.folder, "none-yet");
	const char *path = scratch_path(&it.a, earlier, "x-ag-0000-00-00-1-projet-fr.pdf");
	struct bytes before, after, acts_before, acts_after;

	(void)state;
	assert_int_equal(file_write(script, line, sizeof line - 1, 0600, FILE_REPLACE, &it.err), 0);
	must_end_well(start_program((const char *const[]){"play", script, NULL}));
	must_end_well(start_program(
		(const char *const[]){"--lang", "fr", "export", "1", "--to", earlier, NULL}));
	before = contents(path);
	add_items(900); /* some seconds of drawing */
	acts_before = contents(it.path);
	export_stopped(fresh_one);
	assert_int_equal(names_in(fresh_one), -1); /* not even the folder */
	export_stopped(earlier);
	assert_int_equal(names_in(earlier), 1);
	after = contents(path);
	assert_int_equal(before.n, after.n);
	assert_memory_equal(before.p, after.p, before.n);
	acts_after = contents(it.path);
	assert_int_equal(acts_before.n, acts_after.n);
	assert_memory_equal(acts_before.p, acts_after.p, acts_before.n);
	bytes_free(&before);
	bytes_free(&after);
	bytes_free(&acts_before);
	bytes_free(&acts_after);
}

static void a_record_whose_verification_is_stopped_is_not_judged(void **state)
{
	char *argv[RECORDS + 6] = {
		it.program, (char[]){"--lang"}, (char[]){"en"}, (char[]){"verify"}};
	struct pty *p;
	long stopped;

	(void)state;
	for (int i = 0; i < RECORDS; i++)
		argv[4 + i] = it.record;
	p = pty_start_lines(24, 200, argv);
	pty_wait_for(p, "HOLDS");
	assert_true(pty_received(p, "\r0 / ", 0) >= 0); /* acts, then pages */
	pty_write(p, CTRL_C, 1);
	assert_exit(p, STOPPED);
	stopped = pty_received(p, "not judged, stopped as asked", 0);
	assert_true(stopped >= 0);
	assert_true(pty_received(p, "HOLDS", (size_t)stopped) < 0);
	assert_true(pty_received(p, "not judged", (size_t)stopped + 1) < 0); /* it ends there */
	pty_close(p);
}

static void how_far_it_is_is_said_to_a_terminal_only(void **state)
{
	const char *said = scratch_path(&it.a, it.folder, "said");
	char command[16384];
	char *argv[] = {(char[]){"/bin/sh"}, (char[]){"-c"}, command, NULL};
	struct bytes b;
	struct pty *p;

	(void)state;
	(void)snprintf(command, sizeof command, "'%s' --lang en verify '%s' 2>'%s'", it.program,
		it.record, said);
	p = pty_start_lines(24, 200, argv);
	assert_exit(p, 0);
	assert_true(pty_shows(p, "HOLDS"));
	assert_true(pty_received(p, "\033", 0) < 0);
	pty_close(p);
	b = contents(said);
	assert_int_equal(b.n, 0);
	bytes_free(&b);
}

/* Acts of the chamber, every one verified; MEMBERS: on its list. */
static uint32_t acts(size_t *members)
{
	const struct journal_options options = {
		.mode = JOURNAL_READ, .any_place = true, .holder = "test"};
	struct registry *r = register_open(it.path, &options, source_live, &it.err);
	struct journal_head head;

	assert_non_null(r);
	assert_int_equal(journal_verify(register_journal(r), &it.err), 0);
	assert_int_equal(journal_head(register_journal(r), STR("chamber"), &head, &it.err), 0);
	*members = register_chamber(r)->members.n;
	register_close(r);
	return head.next;
}

static void a_killed_import_is_there_whole_or_not_at_all(void **state)
{
	enum { MEMBERS = 4000, KILLS = 25 };
	const char *const words[] = {"import", "members", it.list, NULL};
	struct generator g = generator_of(generate_seed(2026), &it.a);
	uint32_t before, after;
	size_t members;

	(void)state;
	write_list(MEMBERS);
	before = acts(&members);
	assert_int_equal(members, 0);
	for (int i = 0; i < KILLS; i++) {
		pid_t pid = start_program(words);
		int status;

		(void)usleep((useconds_t)generate_below(&g, 60000));
		(void)kill(pid, SIGKILL);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		after = acts(&members);
		assert_true(after == before || after == before + 1);
		assert_int_equal(members, after == 1 ? 0 : MEMBERS);
		before = after;
	}
}

#define CASE(name) cmocka_unit_test_setup(name, fresh)

static const struct CMUnitTest cases[] = {
	CASE(ctrl_c_stops_an_import_and_the_register_is_the_same_byte_for_byte),
	CASE(a_stopped_export_leaves_nothing_and_the_one_before_it_is_intact),
	CASE(a_record_whose_verification_is_stopped_is_not_judged),
	CASE(how_far_it_is_is_said_to_a_terminal_only),
	CASE(a_killed_import_is_there_whole_or_not_at_all),
};

int main(void)
{
	return cmocka_run_group_tests(cases, setup, teardown);
}

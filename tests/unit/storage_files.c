/* Files, the lock, clocks, memory, hashes, errors. */
#include "tests/test.h"

#include "storage/ballast.h"
#include "storage/chain.h"
#include "storage/clock.h"
#include "storage/file.h"
#include "storage/id.h"
#include "storage/lock.h"
#include "storage/seat.h"
#include "tests/pen.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ok(expression) assert_int_equal((expression), 0)

static int names_in(const char *folder)
{
	DIR *d = opendir(folder);
	int n = 0;

	while (readdir(d))
		n++;
	closedir(d);
	return n - 2;
}

/* --- files --- */

static void a_written_file_has_its_bytes_and_its_mode(void **state)
{
	struct scratch *t = *state;
	struct stat st;

	ok(file_write(t->path, "one", 3, 0640, FILE_NEW, &t->err));
	ok(file_check(t->path, "one", 3, &t->err));
	ok(stat(t->path, &st));
	assert_int_equal(st.st_mode & 0777, 0640);
	ok(file_write(t->path, "", 0, 0600, FILE_REPLACE, &t->err));
	ok(file_check(t->path, "", 0, &t->err));
	assert_int_equal(names_in(t->folder), 1);
}

static void an_existing_file_is_only_replaced_when_that_is_asked_for(void **state)
{
	struct scratch *t = *state;

	ok(file_write(t->path, "one", 3, 0600, FILE_NEW, &t->err));
	assert_int_equal(file_write(t->path, "two", 3, 0600, FILE_NEW, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_EXISTS);
	ok(file_check(t->path, "one", 3, &t->err));
	ok(file_write(t->path, "two", 3, 0600, FILE_REPLACE, &t->err));
	ok(file_check(t->path, "two", 3, &t->err));
}

static void a_rename_over_a_file_that_came_meanwhile_is_refused(void **state)
{
	struct scratch *t = *state;
	const char *other = scratch_path(&t->arena, t->folder, "other");

	ok(file_write(t->path, "one", 3, 0600, FILE_NEW, &t->err));
	ok(file_write(other, "two", 3, 0600, FILE_NEW, &t->err));
	assert_int_equal(file_rename(other, t->path, FILE_NEW), -1);
	assert_int_equal(errno, EEXIST);
	ok(file_check(t->path, "one", 3, &t->err));
	ok(file_rename(other, t->path, FILE_REPLACE));
	ok(file_check(t->path, "two", 3, &t->err));
}

/* RLIMIT_FSIZE stands in for the full disk: no root, no mount. */
static void a_full_disk_leaves_the_old_file_and_no_remains(void **state)
{
	struct scratch *t = *state;
	struct rlimit before, small;
	char *big = calloc(1, 100000);
	int result;

	ok(file_write(t->path, "old", 3, 0600, FILE_NEW, &t->err));
	signal(SIGXFSZ, SIG_IGN);
	ok(getrlimit(RLIMIT_FSIZE, &before));
	small = before;
	small.rlim_cur = 4096;
	ok(setrlimit(RLIMIT_FSIZE, &small));
	result = file_write(t->path, big, 100000, 0600, FILE_REPLACE, &t->err);
	ok(setrlimit(RLIMIT_FSIZE, &before));
	assert_int_equal(result, -1);
	assert_int_equal(t->err.code, ERROR_DISK_FULL);
	ok(file_check(t->path, "old", 3, &t->err));
	assert_int_equal(names_in(t->folder), 1);
	free(big);
}

static void a_missing_folder_is_an_error_with_its_reason(void **state)
{
	struct scratch *t = *state;
	const char *path = scratch_path(&t->arena, t->folder, "no/file");

	assert_int_equal(file_write(path, "x", 1, 0600, FILE_NEW, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_FILE);
	assert_int_equal(t->err.sys, ENOENT);
	assert_string_equal(t->err.subject, path);
}

static void reading_adds_to_what_is_there_and_stops_at_the_limit(void **state)
{
	struct scratch *t = *state;
	struct bytes b = {0};

	ok(file_write(t->path, "12345", 5, 0600, FILE_NEW, &t->err));
	bytes_add(&b, "0", 1);
	ok(file_read(t->path, 5, &b, &t->err));
	assert_int_equal(b.n, 6);
	assert_memory_equal(b.p, "012345", 6);
	assert_int_equal(file_read(t->path, 4, &b, &t->err), -1);
	assert_int_equal(t->err.sys, EFBIG);
	assert_int_equal(t->err.code, ERROR_FILE);
	bytes_free(&b);
}

static void folders_pipes_and_missing_files_are_not_read(void **state)
{
	struct scratch *t = *state;
	struct bytes b = {0};

	assert_int_equal(file_read(t->path, 10, &b, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_NO_FILE);
	assert_int_equal(file_read(t->folder, 10, &b, &t->err), -1);
	assert_int_equal(t->err.sys, EISDIR);
	ok(mkfifo(t->path, 0600));
	assert_int_equal(file_read(t->path, 10, &b, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_FILE);
	bytes_free(&b);
}

static void a_file_that_reads_back_differently_is_noticed(void **state)
{
	struct scratch *t = *state;

	ok(file_write(t->path, "12345", 5, 0600, FILE_NEW, &t->err));
	assert_int_equal(file_check(t->path, "12346", 5, &t->err), -1);
	assert_int_equal(file_check(t->path, "1234", 4, &t->err), -1);
	assert_int_equal(file_check(t->path, "123456", 6, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_FILE);
}

static void a_folder_is_claimed_when_new_or_empty_only(void **state)
{
	struct scratch *t = *state;

	ok(file_claim_folder(t->path, &t->err));
	ok(file_claim_folder(t->path, &t->err));
	ok(file_write(scratch_path(&t->arena, t->path, ".x"), "", 0, 0600, FILE_NEW, &t->err));
	assert_int_equal(file_claim_folder(t->path, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_FOLDER_NOT_EMPTY);
	assert_int_equal(file_claim_folder(scratch_path(&t->arena, t->path, ".x"), &t->err), -1);
	assert_int_equal(t->err.sys, ENOTDIR);
	assert_int_equal(file_claim_folder(scratch_path(&t->arena, t->path, "a/b"), &t->err), -1);
	assert_int_equal(t->err.sys, ENOENT);
}

static void a_path_is_taken_apart(void **state)
{
	struct scratch *t = *state;

	assert_string_equal(file_name_of("/a/b"), "b");
	assert_string_equal(file_name_of("b"), "b");
	assert_string_equal(file_folder_of("/a/b", &t->arena), "/a");
	assert_string_equal(file_folder_of("b", &t->arena), ".");
	assert_string_equal(file_folder_of("/b", &t->arena), "/");
	assert_string_equal(file_folder_of("a/b/c", &t->arena), "a/b");
}

/* --- ballast --- */

static void ballast_is_real_room_and_can_be_given_up_once(void **state)
{
	struct scratch *t = *state;
	struct stat st;

	assert_true(ballast_take(t->path, 1 << 20));
	ok(stat(scratch_path(&t->arena, t->folder, "chamber.mahdar.ballast"), &st));
	assert_true((int64_t)st.st_blocks * 512 >= 1 << 20);
	assert_true(ballast_take(t->path, 1 << 20));
	assert_true(ballast_give(t->path));
	assert_false(ballast_give(t->path));
	assert_int_equal(names_in(t->folder), 0);
}

static void ballast_without_room_leaves_nothing_behind(void **state)
{
	struct scratch *t = *state;
	struct rlimit before, small;
	bool took;

	signal(SIGXFSZ, SIG_IGN);
	ok(getrlimit(RLIMIT_FSIZE, &before));
	small = before;
	small.rlim_cur = 4096;
	ok(setrlimit(RLIMIT_FSIZE, &small));
	took = ballast_take(t->path, 1 << 20);
	ok(setrlimit(RLIMIT_FSIZE, &before));
	assert_false(took);
	assert_int_equal(names_in(t->folder), 0);
}

/* --- the lock --- */

static void a_lock_is_held_once_and_names_its_holder(void **state)
{
	struct scratch *t = *state;
	struct instant noon = {.seconds = 1735556400, .offset_minutes = 60};
	struct lock *l = lock_take(t->path, "desk", noon, &t->err);
	char host[128] = "", said[256];

	assert_non_null(l);
	assert_null(lock_take(t->path, "play", noon, &t->err));
	assert_int_equal(t->err.code, ERROR_LOCKED);
	gethostname(host, sizeof host - 1);
	snprintf(said, sizeof said, "desk %ld@%s 2024-12-30T12:00:00+01:00", (long)getpid(), host);
	assert_string_equal(t->err.subject, said);
	lock_close(l);
	l = lock_take(t->path, "play", noon, &t->err);
	assert_non_null(l);
	lock_close(l);
	lock_close(NULL);
}

/* Another process that holds what TAKE takes until it is killed. */
static pid_t holding_process(struct scratch *t, bool (*take)(struct scratch *t))
{
	int ready[2];
	pid_t child;
	char c;

	ok(pipe(ready));
	child = fork();
	if (child == 0) {
		c = take(t) ? 'y' : 'n';
		if (write(ready[1], &c, 1) != 1)
			_exit(1);
		for (;;)
			pause();
	}
	assert_int_equal(read(ready[0], &c, 1), 1);
	assert_int_equal(c, 'y');
	close(ready[0]);
	close(ready[1]);
	return child;
}

static void kill_process(pid_t child)
{
	ok(kill(child, SIGKILL));
	assert_int_equal(waitpid(child, NULL, 0), child);
}

static bool takes_lock(struct scratch *t)
{
	return lock_take(t->path, "desk", clock_now(), &t->err) != NULL;
}

static bool takes_seat(struct scratch *t)
{
	return seat_take(t->path) != NULL;
}

static void the_lock_of_a_killed_process_is_free_at_once(void **state)
{
	struct scratch *t = *state;
	struct instant now = clock_now();
	pid_t child = holding_process(t, takes_lock);
	struct lock *l;

	assert_null(lock_take(t->path, "play", now, &t->err));
	assert_int_equal(t->err.code, ERROR_LOCKED);
	kill_process(child);
	l = lock_take(t->path, "play", now, &t->err);
	assert_non_null(l);
	lock_close(l);
}

static void seats_are_counted_and_a_killed_process_leaves_its_own(void **state)
{
	struct scratch *t = *state;
	struct seat *seats[SEAT_MAX];
	struct stat st;
	pid_t child;

	assert_int_equal(seats_before(t->path).n, 0);
	child = holding_process(t, takes_seat);
	for (int i = 1; i < SEAT_MAX; i++) {
		assert_int_equal(seats_before(t->path).n, i);
		seats[i] = seat_take(t->path);
		assert_non_null(seats[i]);
	}
	assert_null(seat_take(t->path)); /* none is left */
	kill_process(child);
	assert_int_equal(seats_before(t->path).n, SEAT_MAX - 1);
	seats[0] = seat_take(t->path);
	assert_non_null(seats[0]);
	for (int i = 0; i < SEAT_MAX; i++)
		seat_close(seats[i]);
	seat_close(NULL);
	assert_int_equal(seats_before(t->path).n, 0);
	ok(stat(scratch_path(&t->arena, t->folder, "chamber.mahdar.rooms"), &st));
	assert_int_equal(st.st_size, 0);
}

static void must_be_smallest(struct scratch *t, int rows, int cols, enum lang lang)
{
	struct seats all = seats_before(t->path);

	assert_true(all.sized);
	assert_int_equal(all.smallest.rows, rows);
	assert_int_equal(all.smallest.cols, cols);
	assert_int_equal(all.smallest.lang, lang);
}

static void the_smallest_screen_of_those_who_look_on_is_known(void **state)
{
	struct scratch *t = *state;
	struct seat *wall, *booth, *silent;
	struct stat st;

	assert_false(seats_before(t->path).sized);
	silent = seat_take(t->path);
	assert_false(seats_before(t->path).sized);
	wall = seat_take(t->path);
	seat_shows(wall, (struct seat_screen){45, 160, LANG_AR});
	booth = seat_take(t->path);
	seat_shows(booth, (struct seat_screen){30, 100, LANG_FR});
	must_be_smallest(t, 30, 100, LANG_FR);
	/* greater ones than are told apart */
	seat_shows(booth, (struct seat_screen){5000, 5000, LANG_FR});
	must_be_smallest(t, 45, 160, LANG_AR);
	assert_int_equal(seats_before(t->path).n, 3);
	seat_close(wall);
	must_be_smallest(t, SEAT_SIDE, SEAT_SIDE, LANG_FR);
	seat_shows(booth, (struct seat_screen){24, 80, LANG_FR});
	must_be_smallest(t, 24, 80, LANG_FR);
	seat_close(booth);
	seat_close(silent);
	seat_shows(NULL, (struct seat_screen){24, 80, LANG_AR});
	assert_int_equal(seats_before(t->path).n, 0);
	ok(stat(scratch_path(&t->arena, t->folder, "chamber.mahdar.rooms"), &st));
	assert_int_equal(st.st_size, 0);
}

static bool sits_silently(struct scratch *t)
{
	struct seat *s = seat_take(t->path);

	seat_shows(s, (struct seat_screen){24, 80, LANG_COUNT});
	return s != NULL;
}

/* Every seat tells its own, the last one too; one that tells none is counted like the others. */
static void each_of_those_who_look_on_tells_its_language(void **state)
{
	struct scratch *t = *state;
	struct seat *seats[SEAT_MAX];
	struct seats all;
	pid_t child = holding_process(t, sits_silently);

	must_be_smallest(t, 24, 80, LANG_COUNT);
	kill_process(child);
	for (int i = 0; i < SEAT_MAX; i++) {
		seats[i] = seat_take(t->path);
		seat_shows(seats[i], (struct seat_screen){24, 80, LANG_FR});
	}
	must_be_smallest(t, 24, 80, LANG_FR); /* of equal ones the first */
	seat_shows(seats[SEAT_MAX - 1], (struct seat_screen){24, 80, LANG_EN});
	must_be_smallest(t, 24, 80, LANG_FR);
	all = seats_before(t->path);
	assert_int_equal(all.n, SEAT_MAX);
	assert_true(!all.in[LANG_AR] && all.in[LANG_FR] && all.in[LANG_EN]);
	seat_shows(seats[SEAT_MAX - 1], (struct seat_screen){24, 80, LANG_AR}); /* shorter again */
	all = seats_before(t->path);
	assert_true(all.in[LANG_AR] && all.in[LANG_FR] && !all.in[LANG_EN]);
	assert_false(seat_blanked(t->path));
	for (int i = 0; i < SEAT_MAX; i++)
		seat_close(seats[i]);
	assert_int_equal(seats_before(t->path).n, 0);
}

static void control_characters_in_the_holders_words_are_not_repeated(void **state)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	struct scratch *t = *state;
	const char *side = scratch_path(&t->arena, t->folder, "chamber.mahdar.lock");
	int fd;

	ok(file_write(side, "mal\033[2Jory", 10, 0600, FILE_NEW, &t->err));
	fd = open(side, O_RDWR | O_CLOEXEC);
	ok(fcntl(fd, F_OFD_SETLK, &whole));
	assert_null(lock_take(t->path, "desk", clock_now(), &t->err));
	assert_string_equal(t->err.subject, "mal");
	close(fd);
}

/* --- clocks, ids, memory --- */

static void the_wall_clock_carries_its_offset_and_the_other_one_never_goes_back(void **state)
{
	struct instant a = clock_now();
	int64_t before = clock_monotonic_ms();

	(void)state;
	assert_true(a.seconds > 1700000000);
	assert_int_equal(a.offset_minutes, 0); /* the tests run in UTC */
	ok(setenv("TZ", "XXX-1:30", 1));
	tzset();
	assert_int_equal(clock_now().offset_minutes, 90);
	ok(setenv("TZ", "UTC", 1));
	tzset();
	usleep(3000);
	assert_true(clock_monotonic_ms() >= before + 2);
}

static void ids_are_random_and_of_version_four(void **state)
{
	unsigned char a[16], b[16];

	(void)state;
	id_random(a);
	id_random(b);
	assert_memory_not_equal(a, b, 16);
	assert_int_equal(a[6] >> 4, 4);
	assert_int_equal(a[8] >> 6, 2);
}

static void bytes_grow_and_are_wiped(void **state)
{
	struct bytes b = {0};
	unsigned char block[1000];

	(void)state;
	memset(block, 'p', sizeof block);
	for (int i = 0; i < 100; i++)
		bytes_add(&b, block, sizeof block);
	bytes_add(&b, NULL, 0);
	assert_int_equal(b.n, 100000);
	for (size_t i = 0; i < b.n; i++)
		assert_int_equal(b.p[i], 'p');
	bytes_wipe(&b);
	assert_null(b.p);
	assert_int_equal(b.n, 0);
	bytes_wipe(&b);
	bytes_free(&b);
}

/* --- hashes and places --- */

/* SOURCE: FIPS 180-4 examples; the third is of the second implementation sha256sum. */
static void sha256_gives_the_known_answers(void **state)
{
	static const struct {
		const char *text, *hex;
	} known[] = {
		{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
		{"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
		{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
			"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
	};
	struct scratch *t = *state;
	struct chain *c = chain_open(&t->err);
	struct hash h;

	assert_non_null(c);
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < ARRAY_LEN(known); i++) {
			ok(chain_hash(c, known[i].text, strlen(known[i].text), &h, &t->err));
			assert_true(str_is(hash_text(h, &t->arena), known[i].hex));
		}
	}
	chain_close(c);
	chain_close(NULL);
}

static void hashing_does_not_read_the_systems_configuration(void **state)
{
	struct scratch *t = *state;
	struct chain *c;
	struct hash h;

	/* A configuration that would break every digest, if anybody read it. */
	ok(file_write(t->path,
		"openssl_conf = x\n[x]\nproviders = p\n[p]\nnull = n\n[n]\nactivate=1\n", 62, 0600,
		FILE_NEW, &t->err));
	ok(setenv("OPENSSL_CONF", t->path, 1));
	c = chain_open(&t->err);
	assert_non_null(c);
	ok(chain_hash(c, "abc", 3, &h, &t->err));
	assert_int_equal(h.b[0], 0xba);
	chain_close(c);
	ok(unsetenv("OPENSSL_CONF"));
}

#define ID   "\"id\":\"00112233-4455-4677-8899-aabbccddeeff\""
#define PREV "\"prev\":\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\""
#define REST ",\"t\":\"2\",\"type\":\"x\"}"

static void the_place_of_a_line_is_read_from_its_top_level_only(void **state)
{
	struct chain_place p;

	(void)state;
	assert_true(
		chain_place_of(STR("{\"actor\":\"a\\\"b\",\"at\":\"1\",\"body\":{\"n\":5,"
				   "\"x\":[\"}\",{\"id\":\"\\\\\"}]}," ID ",\"n\":42," PREV REST),
			&p));
	assert_int_equal(p.n, 42);
	assert_int_equal(p.id.b[1], 0x11);
	assert_int_equal(p.prev.b[0], 0xba);
	assert_true(chain_place_of(
		STR("{\"actor\":0,\"at\":0,\"body\":0," ID ",\"n\":0," PREV REST), &p));
}

static void a_line_of_another_shape_has_no_place(void **state)
{
	static const char *const bad[] = {
		"",
		"{}",
		"null",
		/* a blank, a newline, a missing key, another order, a key too many */
		"{\"actor\":0, \"at\":0,\"body\":0," ID ",\"n\":0," PREV REST,
		"{\"actor\":0,\"at\":0,\"body\":0," ID ",\"n\":0," PREV REST "\n",
		"{\"at\":0,\"body\":0," ID ",\"n\":0," PREV REST,
		"{\"at\":0,\"actor\":0,\"body\":0," ID ",\"n\":0," PREV REST,
		"{\"actor\":0,\"at\":0,\"body\":0," ID ",\"n\":0," PREV ",\"s\":0" REST,
		/* numbers: leading zero, sign, fraction, text, too large */
		"{\"actor\":0,\"at\":0,\"body\":0," ID ",\"n\":01," PREV REST,
		"{\"actor\":0,\"at\":0,\"body\":0," ID ",\"n\":-1," PREV REST,
		"{\"actor\":0,\"at\":0,\"body\":0," ID ",\"n\":1.5," PREV REST,
		"{\"actor\":0,\"at\":0,\"body\":0," ID ",\"n\":\"1\"," PREV REST,
		"{\"actor\":0,\"at\":0,\"body\":0," ID ",\"n\":4294967296," PREV REST,
		"{\"actor\":0,\"at\":0,\"body\":0," ID ",\"n\":99999999999," PREV REST,
		/* id and prev that are none */
		"{\"actor\":0,\"at\":0,\"body\":0,\"id\":\"x\",\"n\":0," PREV REST,
		"{\"actor\":0,\"at\":0,\"body\":0," ID ",\"n\":0,\"prev\":\"00\"" REST,
		"{\"actor\":0,\"at\":0,\"body\":0," ID ",\"n\":0,\"prev\":0" REST,
		/* never closed, empty value, control character */
		"{\"actor\":\"x,\"at\":0,\"body\":0," ID ",\"n\":0," PREV REST,
		"{\"actor\":,\"at\":0,\"body\":0," ID ",\"n\":0," PREV REST,
		"{\"actor\":\"\x01\",\"at\":0,\"body\":0," ID ",\"n\":0," PREV REST,
		"{\"actor\":[,\"at\":0,\"body\":0," ID ",\"n\":0," PREV REST,
	};
	struct chain_place p;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(bad); i++)
		if (chain_place_of(str_of(bad[i]), &p))
			fail_msg("accepted: %s", bad[i]);
}

static void no_beginning_of_a_line_is_a_line(void **state)
{
	static const char line[] =
		"{\"actor\":\"a\",\"at\":\"1\",\"body\":{\"n\":5}," ID ",\"n\":42," PREV REST;
	struct chain_place p;

	(void)state;
	for (size_t n = 0; n < sizeof line - 1; n++)
		assert_false(chain_place_of((struct str){line, n}, &p));
	assert_true(chain_place_of(STR(line), &p));
}

/* --- errors --- */

static void every_error_has_a_sentence_and_an_exit_code(void **state)
{
	struct scratch *t = *state;

	for (int code = ERROR_NONE + 1; code <= ERROR_USAGE; code++) {
		struct error err = {.code = (enum error_code)code, .subject = "the thing"};
		struct message m = error_message(&err, &t->arena);
		size_t n;

		assert_non_null(m.id);
		n = strlen(m.id);
		assert_true(n > 10 && m.id[n - 1] == '.');
		assert_in_range(error_exit_code(&err), 1, 4);
	}
	t->err = (struct error){0};
	assert_null(error_message(&t->err, &t->arena).id);
	assert_int_equal(error_exit_code(&t->err), 0);
}

static void an_error_keeps_its_reason_and_a_full_disk_is_recognised(void **state)
{
	struct scratch *t = *state;
	struct message m;

	errno = EACCES;
	assert_int_equal(error_sys(&t->err, ERROR_FILE, "%s", "/x"), -1);
	assert_int_equal(t->err.sys, EACCES);
	m = error_message(&t->err, &t->arena);
	assert_string_equal(m.id, "{subject} could not be read or written: {reason}.");
	assert_string_equal(m.arg[1].u.msg->id, "you may not do this there");
	errno = ENOSPC;
	error_sys(&t->err, ERROR_FILE, "%s", "/x");
	assert_int_equal(t->err.code, ERROR_DISK_FULL);
	errno = 4711;
	error_sys(&t->err, ERROR_FILE, "%s", "/x");
	m = error_message(&t->err, &t->arena);
	assert_string_equal(m.arg[1].u.msg->id, "system fault {n}");
}

static void a_subject_that_is_too_long_is_cut(void **state)
{
	struct scratch *t = *state;
	char text[1000];

	memset(text, 'x', sizeof text);
	text[999] = '\0';
	error_set(&t->err, ERROR_USAGE, "%s", text);
	assert_int_equal(strlen(t->err.subject), sizeof t->err.subject - 2);
	/* Between two letters, not within one. */
	for (size_t i = 0; i + 2 < sizeof text; i += 2)
		memcpy(text + i, "ص", 2);
	error_set(&t->err, ERROR_USAGE, "x%s", text);
	assert_int_equal(strlen(t->err.subject) % 2, 1);
}

static const struct CMUnitTest cases[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	CASE(a_written_file_has_its_bytes_and_its_mode),
	CASE(an_existing_file_is_only_replaced_when_that_is_asked_for),
	CASE(a_rename_over_a_file_that_came_meanwhile_is_refused),
	CASE(a_full_disk_leaves_the_old_file_and_no_remains),
	CASE(a_missing_folder_is_an_error_with_its_reason),
	CASE(reading_adds_to_what_is_there_and_stops_at_the_limit),
	CASE(folders_pipes_and_missing_files_are_not_read),
	CASE(a_file_that_reads_back_differently_is_noticed),
	CASE(a_folder_is_claimed_when_new_or_empty_only),
	CASE(a_path_is_taken_apart),
	CASE(ballast_is_real_room_and_can_be_given_up_once),
	CASE(ballast_without_room_leaves_nothing_behind),
	CASE(a_lock_is_held_once_and_names_its_holder),
	CASE(each_of_those_who_look_on_tells_its_language),
	CASE(seats_are_counted_and_a_killed_process_leaves_its_own),
	CASE(the_smallest_screen_of_those_who_look_on_is_known),
	CASE(the_lock_of_a_killed_process_is_free_at_once),
	CASE(control_characters_in_the_holders_words_are_not_repeated),
	CASE(the_wall_clock_carries_its_offset_and_the_other_one_never_goes_back),
	CASE(ids_are_random_and_of_version_four),
	CASE(bytes_grow_and_are_wiped),
	CASE(sha256_gives_the_known_answers),
	CASE(hashing_does_not_read_the_systems_configuration),
	CASE(the_place_of_a_line_is_read_from_its_top_level_only),
	CASE(a_line_of_another_shape_has_no_place),
	CASE(no_beginning_of_a_line_is_a_line),
	CASE(every_error_has_a_sentence_and_an_exit_code),
	CASE(an_error_keeps_its_reason_and_a_full_disk_is_recognised),
	CASE(a_subject_that_is_too_long_is_cut),
};

TEST_MAIN(cases)

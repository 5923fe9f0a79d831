#include "tests/test.h"

#include "storage/db.h"
#include "storage/file.h"
#include "storage/schema.h"
#include "tests/pen.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#define ok(expression) assert_int_equal((expression), 0)

static struct journal *opened(struct scratch *t, enum journal_mode mode)
{
	struct journal *j = pen_journal(t->path, mode, &t->err);

	if (!j)
		print_error("%d %s %s\n", (int)t->err.code, t->err.subject, t->err.detail);
	assert_non_null(j);
	return j;
}

static void refused(struct scratch *t, enum journal_mode mode, enum error_code code)
{
	struct journal *j = pen_journal(t->path, mode, &t->err);

	assert_null(j);
	assert_int_equal(t->err.code, code);
}

static void write_file(struct scratch *t, const char *contents)
{
	ok(file_write(t->path, contents, strlen(contents), 0600, FILE_REPLACE, &t->err));
}

/* --- opening --- */

static void a_new_register_is_empty_and_private(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct str *streams;
	struct stat st;
	size_t n = 9;

	ok(journal_streams(j, &t->arena, &streams, &n, &t->err));
	assert_int_equal(n, 0);
	assert_true(journal_writable(j));
	assert_false(journal_low(j));
	ok(journal_verify(j, &t->err));
	journal_close(j);
	ok(stat(t->path, &st));
	assert_int_equal(st.st_mode & 0777, 0600);
	ok(stat(scratch_path(&t->arena, t->folder, "chamber.mahdar.lock"), &st));
	assert_int_equal(st.st_mode & 0777, 0600);
}

static void a_register_is_not_created_over_a_file(void **state)
{
	struct scratch *t = *state;

	write_file(t, "my letters");
	refused(t, JOURNAL_CREATE, ERROR_EXISTS);
	ok(file_check(t->path, "my letters", 10, &t->err));
}

static void what_a_killed_creation_left_is_in_nobodys_way(void **state)
{
	struct scratch *t = *state;

	ok(file_write(scratch_path(&t->arena, t->folder, "chamber.mahdar.new"), "half", 4, 0600,
		FILE_NEW, &t->err));
	journal_close(opened(t, JOURNAL_CREATE));
	journal_close(opened(t, JOURNAL_WRITE));
}

static void a_register_that_is_not_there_is_named(void **state)
{
	struct scratch *t = *state;
	struct stat st;

	refused(t, JOURNAL_WRITE, ERROR_NO_FILE);
	assert_string_equal(t->err.subject, t->path);
	refused(t, JOURNAL_READ, ERROR_NO_FILE);
	/* Not even a lock file stays behind. */
	assert_int_equal(stat(scratch_path(&t->arena, t->folder, "chamber.mahdar.lock"), &st), -1);
	t->path = scratch_path(&t->arena, t->folder, "no/such/folder");
	refused(t, JOURNAL_WRITE, ERROR_NO_FILE);
	refused(t, JOURNAL_CREATE, ERROR_NO_FILE);
}

static void a_file_that_is_no_register_is_refused_and_not_touched(void **state)
{
	static const char *const contents[] = {"", "\xef\xbb\xbfnumber;name\n1;x\n",
		"SQLite format 3",
		"a rather long text that is certainly not a database, "
		"although it has more than a hundred bytes in it, as one sees"};
	struct scratch *t = *state;

	for (size_t i = 0; i < ARRAY_LEN(contents); i++) {
		write_file(t, contents[i]);
		refused(t, JOURNAL_WRITE, ERROR_NOT_A_REGISTER);
		refused(t, JOURNAL_READ, ERROR_NOT_A_REGISTER);
		assert_string_equal(t->err.subject, t->path);
		ok(file_check(t->path, contents[i], strlen(contents[i]), &t->err));
	}
}

static void raw(const char *path, const char *sql)
{
	sqlite3 *db = NULL;
	char *said = NULL;

	ok(sqlite3_open(path, &db));
	if (sqlite3_exec(db, sql, NULL, NULL, &said) != SQLITE_OK)
		fail_msg("%s: %s", sql, said);
	ok(sqlite3_close(db));
}

static void a_database_of_another_program_is_no_register(void **state)
{
	struct scratch *t = *state;
	struct bytes before = {0};

	raw(t->path, "CREATE TABLE letters(a)");
	ok(file_read(t->path, 1 << 20, &before, &t->err));
	refused(t, JOURNAL_WRITE, ERROR_NOT_A_REGISTER);
	refused(t, JOURNAL_READ, ERROR_NOT_A_REGISTER);
	ok(file_check(t->path, before.p, before.n, &t->err));
	bytes_free(&before);
}

static void a_register_of_a_newer_version_is_refused(void **state)
{
	struct scratch *t = *state;

	journal_close(opened(t, JOURNAL_CREATE));
	raw(t->path, "PRAGMA user_version=2; CREATE TABLE future(x)");
	refused(t, JOURNAL_WRITE, ERROR_NEWER_REGISTER);
	refused(t, JOURNAL_READ, ERROR_NEWER_REGISTER);
}

static void a_register_without_its_triggers_is_damaged(void **state)
{
	struct scratch *t = *state;

	journal_close(opened(t, JOURNAL_CREATE));
	raw(t->path, "DROP TRIGGER event_update");
	refused(t, JOURNAL_WRITE, ERROR_DAMAGED);
	refused(t, JOURNAL_READ, ERROR_DAMAGED);
}

static void a_folder_or_a_link_is_no_register(void **state)
{
	struct scratch *t = *state;

	ok(mkdir(t->path, 0700));
	refused(t, JOURNAL_WRITE, ERROR_FILE);
	assert_int_equal(t->err.sys, EISDIR);
	ok(rmdir(t->path));
	journal_close(opened(t, JOURNAL_CREATE));
	ok(symlink(t->path, scratch_path(&t->arena, t->folder, "link")));
	t->path = scratch_path(&t->arena, t->folder, "link");
	refused(t, JOURNAL_WRITE, ERROR_FILE);
	assert_int_equal(t->err.sys, ELOOP);
}

static void a_folder_that_is_reached_over_a_link_is_accepted(void **state)
{
	struct scratch *t = *state;
	const char *link = scratch_path(&t->arena, t->folder, "home");

	journal_close(opened(t, JOURNAL_CREATE));
	ok(symlink(t->folder, link));
	t->path = scratch_path(&t->arena, link, "chamber.mahdar");
	journal_close(opened(t, JOURNAL_WRITE));
	journal_close(opened(t, JOURNAL_READ));
}

static void a_memory_file_system_is_refused_for_a_live_register(void **state)
{
	struct journal_options options = {.mode = JOURNAL_CREATE, .holder = "test"};
	struct scratch *t = *state;
	char path[64];
	struct journal *j;

	if (access("/dev/shm", W_OK) != 0) {
		print_message("no /dev/shm here: the refusal of a memory file system not tried\n");
		skip();
	}
	snprintf(path, sizeof path, "/dev/shm/mahdar-test-%ld", (long)getpid());
	j = journal_open(path, &options, &t->err);
	assert_null(j);
	assert_int_equal(t->err.code, ERROR_BAD_PLACE);
	assert_int_equal(access(path, F_OK), -1);
}

static void a_second_writer_is_told_who_holds_the_register(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	char who[64];

	refused(t, JOURNAL_WRITE, ERROR_LOCKED);
	snprintf(who, sizeof who, "test %ld@", (long)getpid());
	assert_memory_equal(t->err.subject, who, strlen(who));
	assert_int_equal(error_exit_code(&t->err), 1);
	journal_close(opened(t, JOURNAL_READ));
	journal_close(j);
	journal_close(opened(t, JOURNAL_WRITE));
}

/* --- appending and reading --- */

static void what_was_appended_is_read_back_byte_for_byte(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct journal_head expected = {0}, head = {0}, after;
	struct journal_line lines[3];
	struct reading r = {0};
	size_t at = 0;

	for (size_t i = 0; i < 3; i++)
		lines[i] = pen_line(&t->pen, &head, 40 * i);
	ok(journal_append(j, STR("chamber"), expected, lines, 3, &after, &t->err));
	assert_int_equal(after.next, 3);
	assert_true(hash_equal(after.hash, head.hash));
	journal_close(j);
	j = opened(t, JOURNAL_READ);
	ok(journal_read(j, STR("chamber"), 0, reading_visit, &r, &t->err));
	assert_int_equal(r.n, 3);
	assert_true(hash_equal(r.last, head.hash));
	for (size_t i = 0; i < 3; i++) {
		assert_memory_equal(r.text.p + at, lines[i].line.p, lines[i].line.n);
		at += lines[i].line.n + 1;
	}
	bytes_free(&r.text);
	journal_close(j);
}

static bool stop_at_two(void *count, uint32_t n, struct str line, struct hash hash)
{
	(void)line;
	(void)hash;
	++*(int *)count;
	return n < 2;
}

static void reading_begins_and_stops_where_it_is_told(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct reading r = {0};
	int count = 0;

	ok(pen_append(&t->pen, j, "s1", 5, 10, &t->err));
	ok(journal_read(j, STR("s1"), 3, reading_visit, &r, &t->err));
	assert_int_equal(r.n, 2);
	bytes_free(&r.text);
	ok(journal_read(j, STR("s1"), 0, stop_at_two, &count, &t->err));
	assert_int_equal(count, 3);
	r.n = 0;
	ok(journal_read(j, STR("s1"), 5, reading_visit, &r, &t->err));
	ok(journal_read(j, STR("nothing"), 0, reading_visit, &r, &t->err));
	assert_int_equal(r.n, 0);
	journal_close(j);
}

static void streams_are_listed_in_the_order_of_their_first_line(void **state)
{
	static const char *const names[] = {"chamber", "zeta", "alpha", "desk"};
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct str *streams;
	size_t n;

	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < ARRAY_LEN(names); i++)
			ok(pen_append(&t->pen, j, names[i], 1, 5, &t->err));
	ok(journal_streams(j, &t->arena, &streams, &n, &t->err));
	assert_int_equal(n, 4);
	for (size_t i = 0; i < n; i++)
		assert_true(str_is(streams[i], names[i]));
	ok(journal_verify(j, &t->err));
	journal_close(j);
}

static void forty_streams_are_listed(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct str *streams;
	size_t n;

	for (int i = 0; i < 40; i++) {
		char name[32];

		snprintf(name, sizeof name, "s%d", 99 - i);
		ok(pen_append(&t->pen, j, name, 1, 5, &t->err));
	}
	ok(journal_streams(j, &t->arena, &streams, &n, &t->err));
	assert_int_equal(n, 40);
	assert_true(str_is(streams[0], "s99"));
	assert_true(str_is(streams[39], "s60"));
	journal_close(j);
}

static void an_append_on_an_old_head_is_a_conflict_and_writes_nothing(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct journal_head old = {0}, head, moved = {0};
	struct journal_line line;

	ok(pen_append(&t->pen, j, "s1", 2, 10, &t->err));
	line = pen_line(&t->pen, &moved, 3);
	assert_int_equal(journal_append(j, STR("s1"), old, &line, 1, NULL, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_CONFLICT);
	ok(journal_head(j, STR("s1"), &head, &t->err));
	assert_int_equal(head.next, 2);
	/* The same number with another hash is a conflict as well. */
	old = head;
	old.hash.b[0] ^= 1;
	assert_int_equal(journal_append(j, STR("s1"), old, &line, 1, NULL, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_CONFLICT);
	journal_close(j);
}

static void an_act_that_is_repeated_is_not_recorded_twice(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct journal_head zero = {0}, head = {0}, after;
	struct journal_line line = pen_line(&t->pen, &head, 3);
	struct pen twin;

	ok(journal_append(j, STR("s1"), zero, &line, 1, &after, &t->err));
	/* The very same bytes, on the head they were made for … */
	assert_int_equal(journal_append(j, STR("s1"), zero, &line, 1, NULL, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_DUPLICATE_ID);
	/* … the same id in the next place, and in another stream. */
	pen_open(&twin, 1);
	line = pen_line(&twin, &after, 3);
	ok(journal_head(j, STR("s1"), &head, &t->err));
	assert_int_equal(journal_append(j, STR("s1"), head, &line, 1, NULL, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_DUPLICATE_ID);
	pen_close(&twin);
	pen_open(&twin, 1);
	after = zero;
	line = pen_line(&twin, &after, 3);
	assert_int_equal(journal_append(j, STR("s2"), zero, &line, 1, NULL, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_DUPLICATE_ID);
	pen_close(&twin);
	ok(journal_verify(j, &t->err));
	journal_close(j);
}

static void one_bad_line_takes_the_whole_transaction_with_it(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct journal_head zero = {0}, head = {0};
	struct journal_line lines[3];

	for (size_t i = 0; i < 3; i++)
		lines[i] = pen_line(&t->pen, &head, 3);
	lines[2].line.n--;
	assert_int_equal(journal_append(j, STR("s1"), zero, lines, 3, NULL, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_BAD_EVENT);
	assert_string_equal(t->err.subject, "s1/2");
	ok(journal_head(j, STR("s1"), &head, &t->err));
	assert_int_equal(head.next, 0);
	/* And the handle works on. */
	ok(pen_append(&t->pen, j, "s1", 1, 3, &t->err));
	journal_close(j);
}

static void a_line_must_claim_the_place_it_gets(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct journal_head zero = {0}, second = {.next = 1}, other = {.hash.b = {1}};
	struct journal_line line = pen_line(&t->pen, &second, 3);

	assert_int_equal(journal_append(j, STR("s1"), zero, &line, 1, NULL, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_BAD_EVENT);
	line = pen_line(&t->pen, &other, 3);
	assert_int_equal(journal_append(j, STR("s1"), zero, &line, 1, NULL, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_BAD_EVENT);
	second = zero;
	line = pen_line(&t->pen, &second, 3);
	line.id.b[3] ^= 1;
	assert_int_equal(journal_append(j, STR("s1"), zero, &line, 1, NULL, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_BAD_EVENT);
	journal_close(j);
}

static void a_stream_name_that_could_not_be_a_file_is_refused(void **state)
{
	static const char *const bad[] = {"", ".", "..", ".hidden", "a/b", "a b", "محضر", "a\n"};
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	char longest[82] = "";

	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		assert_int_equal(pen_append(&t->pen, j, bad[i], 1, 3, &t->err), -1);
		assert_int_equal(t->err.code, ERROR_BAD_EVENT);
	}
	memset(longest, 'a', 81);
	assert_false(journal_stream_valid(str_of(longest)));
	longest[80] = '\0';
	ok(pen_append(&t->pen, j, longest, 1, 3, &t->err));
	journal_close(j);
}

static void a_reader_cannot_write(void **state)
{
	struct scratch *t = *state;
	struct journal *writer = opened(t, JOURNAL_CREATE), *reader;

	ok(pen_append(&t->pen, writer, "s1", 1, 3, &t->err));
	reader = opened(t, JOURNAL_READ);
	assert_false(journal_writable(reader));
	assert_int_equal(pen_append(&t->pen, reader, "s1", 1, 3, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_READ_ONLY);
	assert_int_equal(journal_keep(reader, STR("draft/1"), STR("x"), &t->err), -1);
	assert_int_equal(t->err.code, ERROR_READ_ONLY);
	assert_int_equal(journal_drop(reader, STR("draft/1"), &t->err), -1);
	assert_int_equal(journal_checkpoint(reader, &t->err), -1);
	journal_close(reader);
	journal_close(writer);
}

static void a_reader_sees_every_commit_also_when_it_came_first(void **state)
{
	struct scratch *t = *state;
	struct journal *reader, *writer;
	struct journal_head head;

	writer = opened(t, JOURNAL_CREATE);
	ok(pen_append(&t->pen, writer, "s1", 1, 3, &t->err));
	journal_close(writer);
	reader = opened(t, JOURNAL_READ);
	writer = opened(t, JOURNAL_WRITE);
	for (uint32_t i = 2; i < 300; i++) {
		ok(pen_append(&t->pen, writer, "s1", 1, 300, &t->err));
		ok(journal_head(reader, STR("s1"), &head, &t->err));
		assert_int_equal(head.next, i);
	}
	ok(journal_verify(reader, &t->err));
	journal_close(writer);
	ok(journal_verify(reader, &t->err));
	journal_close(reader);
}

struct meanwhile {
	struct scratch *place;
	struct journal *writer;
	uint32_t n;
};

static bool append_meanwhile(void *context, uint32_t n, struct str line, struct hash hash)
{
	struct meanwhile *m = context;

	(void)line;
	(void)hash;
	assert_int_equal(n, m->n++);
	ok(pen_append(&m->place->pen, m->writer, "s1", 1, 30, &m->place->err));
	return true;
}

static void a_read_under_way_sees_one_moment_while_the_writer_goes_on(void **state)
{
	struct scratch *t = *state;
	struct meanwhile m = {.place = t, .writer = opened(t, JOURNAL_CREATE)};
	struct journal_head head;
	struct journal *reader;

	ok(pen_append(&t->pen, m.writer, "s1", 20, 3, &t->err));
	reader = opened(t, JOURNAL_READ);
	ok(journal_read(reader, STR("s1"), 0, append_meanwhile, &m, &t->err));
	assert_int_equal(m.n, 20);
	ok(journal_head(reader, STR("s1"), &head, &t->err));
	assert_int_equal(head.next, 40);
	journal_close(reader);
	journal_close(m.writer);
}

static void the_log_stays_small_while_a_reader_is_there(void **state)
{
	struct scratch *t = *state;
	struct journal *writer = opened(t, JOURNAL_CREATE), *reader;
	struct journal_head head;
	struct stat st;

	ok(pen_append(&t->pen, writer, "s1", 1, 3, &t->err));
	reader = opened(t, JOURNAL_READ);
	for (int i = 0; i < 400; i++) {
		ok(pen_append(&t->pen, writer, "s1", 50, 160, &t->err));
		ok(journal_head(reader, STR("s1"), &head, &t->err));
	}
	assert_int_equal(head.next, 20001);
	ok(stat(scratch_path(&t->arena, t->folder, "chamber.mahdar-wal"), &st));
	assert_true(st.st_size < 8 * 1024 * 1024);
	ok(journal_checkpoint(writer, &t->err));
	ok(stat(scratch_path(&t->arena, t->folder, "chamber.mahdar-wal"), &st));
	assert_int_equal(st.st_size, 0);
	journal_close(reader);
	journal_close(writer);
}

static void a_line_of_a_mebibyte_is_kept(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);

	ok(pen_append(&t->pen, j, "s1", 2, 1 << 20, &t->err));
	ok(journal_verify(j, &t->err));
	journal_close(j);
}

/* --- beside the journal --- */

static void the_last_kept_value_is_found_again_after_reopening(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct str value, *keys;
	bool found = true;
	size_t n;

	ok(journal_kept(j, STR("draft/5"), &t->arena, &value, &found, &t->err));
	assert_false(found);
	assert_int_equal(value.n, 0);
	ok(journal_keep(j, STR("draft/5"), STR("كلمة"), &t->err));
	ok(journal_keep(j, STR("draft/5"), STR("كلمة الرئيس"), &t->err));
	ok(journal_keep(j, STR("draft/12"), STR(""), &t->err));
	ok(journal_keep(j, STR("desk/cursor"), STR("3"), &t->err));
	ok(journal_drop(j, STR("desk/none"), &t->err));
	journal_close(j);
	j = opened(t, JOURNAL_WRITE);
	ok(journal_kept(j, STR("draft/5"), &t->arena, &value, &found, &t->err));
	assert_true(found);
	assert_true(str_is(value, "كلمة الرئيس"));
	ok(journal_kept(j, STR("draft/12"), &t->arena, &value, &found, &t->err));
	assert_true(found && value.n == 0);
	ok(journal_kept_keys(j, STR("draft/"), &t->arena, &keys, &n, &t->err));
	assert_int_equal(n, 2);
	assert_true(str_is(keys[0], "draft/12") && str_is(keys[1], "draft/5"));
	ok(journal_drop(j, STR("draft/5"), &t->err));
	ok(journal_kept(j, STR("draft/5"), &t->arena, &value, &found, &t->err));
	assert_false(found);
	ok(journal_kept_keys(j, STR(""), &t->arena, &keys, &n, &t->err));
	assert_int_equal(n, 2);
	journal_close(j);
}

static void a_value_no_row_can_hold_is_an_error_and_nothing_is_lost(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct str value, huge = {NULL, (size_t)17 * 1024 * 1024};
	bool found;

	huge.p = arena_take(&t->arena, huge.n);
	ok(journal_keep(j, STR("sealed/1"), STR("before"), &t->err));
	assert_int_equal(journal_keep(j, STR("sealed/1"), huge, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_FILE);
	ok(journal_kept(j, STR("sealed/1"), &t->arena, &value, &found, &t->err));
	assert_true(found && str_is(value, "before"));
	ok(pen_append(&t->pen, j, "s1", 1, 3, &t->err));
	journal_close(j);
}

static void many_keys_are_listed_and_a_percent_sign_is_only_a_sign(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct str *keys;
	size_t n;

	for (int i = 0; i < 40; i++) {
		char key[32];

		snprintf(key, sizeof key, "room/%02d", i);
		ok(journal_keep(j, str_of(key), STR("v"), &t->err));
	}
	ok(journal_kept_keys(j, STR("room/"), &t->arena, &keys, &n, &t->err));
	assert_int_equal(n, 40);
	assert_true(str_is(keys[39], "room/39"));
	ok(journal_kept_keys(j, STR("r%"), &t->arena, &keys, &n, &t->err));
	assert_int_equal(n, 0);
	journal_close(j);
}

static void kept_rows_move_no_head(void **state)
{
	struct scratch *t = *state;
	struct journal *j = opened(t, JOURNAL_CREATE);
	struct journal_head before, after;

	ok(pen_append(&t->pen, j, "s1", 2, 3, &t->err));
	ok(journal_head(j, STR("s1"), &before, &t->err));
	ok(journal_keep(j, STR("draft/1"), STR("x"), &t->err));
	ok(journal_head(j, STR("s1"), &after, &t->err));
	assert_int_equal(before.next, after.next);
	assert_true(hash_equal(before.hash, after.hash));
	journal_close(j);
}

static const struct CMUnitTest cases[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)
	CASE(a_new_register_is_empty_and_private),
	CASE(a_register_is_not_created_over_a_file),
	CASE(what_a_killed_creation_left_is_in_nobodys_way),
	CASE(a_register_that_is_not_there_is_named),
	CASE(a_file_that_is_no_register_is_refused_and_not_touched),
	CASE(a_database_of_another_program_is_no_register),
	CASE(a_register_of_a_newer_version_is_refused),
	CASE(a_register_without_its_triggers_is_damaged),
	CASE(a_folder_or_a_link_is_no_register),
	CASE(a_folder_that_is_reached_over_a_link_is_accepted),
	CASE(a_memory_file_system_is_refused_for_a_live_register),
	CASE(a_second_writer_is_told_who_holds_the_register),
	CASE(what_was_appended_is_read_back_byte_for_byte),
	CASE(reading_begins_and_stops_where_it_is_told),
	CASE(streams_are_listed_in_the_order_of_their_first_line),
	CASE(forty_streams_are_listed),
	CASE(an_append_on_an_old_head_is_a_conflict_and_writes_nothing),
	CASE(an_act_that_is_repeated_is_not_recorded_twice),
	CASE(one_bad_line_takes_the_whole_transaction_with_it),
	CASE(a_line_must_claim_the_place_it_gets),
	CASE(a_stream_name_that_could_not_be_a_file_is_refused),
	CASE(a_reader_cannot_write),
	CASE(a_reader_sees_every_commit_also_when_it_came_first),
	CASE(a_read_under_way_sees_one_moment_while_the_writer_goes_on),
	CASE(the_log_stays_small_while_a_reader_is_there),
	CASE(a_line_of_a_mebibyte_is_kept),
	CASE(the_last_kept_value_is_found_again_after_reopening),
	CASE(a_value_no_row_can_hold_is_an_error_and_nothing_is_lost),
	CASE(many_keys_are_listed_and_a_percent_sign_is_only_a_sign),
	CASE(kept_rows_move_no_head),
};

TEST_MAIN(cases)

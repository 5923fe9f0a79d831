#include "tests/desk_driver.h"
#include "tests/test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "storage/file.h"

/* Copying at the desk: what comes out is what was meant, in reading order. */

static const char until_item_5[] = "@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
				   "@10:05 attendance.all\n"
				   "@10:08 quorum.record\n"
				   "@10:40 item.open item=5\n"
				   "item.present item=5 member=4\n";

static void assert_copied(const struct driver *t, const char *text)
{
	struct str s = term_memory_copied(t->term);

	if (!str_is(s, text))
		fail_msg("copied \"%.*s\" instead of \"%s\"", (int)s.n, s.p, text);
}

static bool copied_holds(const struct driver *t, const char *text)
{
	struct str s = term_memory_copied(t->term);

	return s.n && memmem(s.p, s.n, text, strlen(text));
}

static void the_item_in_focus_is_copied_with_what_became_of_it(void **state)
{
	struct driver t;
	size_t acts;

	(void)state;
	driver_open(&t, LANG_AR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	acts = driver_session(&t)->log.n;
	driver_keys(&t, "<F9>1<Home><Down><Down><Ins>");
	assert_true(copied_holds(&t, "صادقت الجمعية العامة"));
	assert_false(copied_holds(&t, "\uFE8D")); /* letters, not their forms */
	driver_must_show(&t, "نسخ");
	driver_keys(&t, "<F9>1<Home>ؤ");
	assert_true(copied_holds(&t, "البند 1") || copied_holds(&t, "النقطة 1"));
	assert_int_equal(driver_session(&t)->log.n, acts);
	driver_close(&t);
}

static void an_act_is_copied_with_the_hash_of_its_line(void **state)
{
	struct driver t;
	struct str s;
	size_t digits = 0;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>8<End>c");
	s = term_memory_copied(t.term);
	assert_true(s.n > 65);
	for (size_t i = s.n - 64; i < s.n; i++)
		digits += (s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] >= 'a' && s.p[i] <= 'f');
	assert_int_equal(digits, 64);
	assert_int_equal(s.p[s.n - 65], '\n');
	driver_close(&t);
}

static void paragraphs_of_the_minutes_in_view_are_copied_whole(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>7<PgDn><PgDn><PgDn><Ins>");
	assert_true(term_memory_copied(t.term).n > 100);
	assert_false(copied_holds(&t, "…"));
	driver_close(&t);
}

/* The register has no words of its own for this: its row is copied as painted, uncut. */
static void a_row_without_words_of_its_own_is_copied_as_it_is_painted(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_AR, DRIVER_HELD);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>0<Ins>");
	assert_true(copied_holds(&t, "2024"));
	assert_null(memchr(term_memory_copied(t.term).p, '\n', term_memory_copied(t.term).n));
	driver_close(&t);
}

static void in_a_text_ins_marks_then_copies_and_control_v_puts_it_in(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_FR, until_item_5);
	driver_keys(&t, "<F4>abc def<Ins><C-Left><Ins>");
	assert_copied(&t, "def");
	driver_keys(&t, "<End><C-v>");
	driver_must_show(&t, "abc defdef");
	driver_keys(&t, "<S-C-Left><C-x>");
	assert_copied(&t, "defdef");
	driver_must_not_show(&t, "abc def");
	/* Esc leaves the selection first, then the text. */
	driver_keys(&t, "<S-Home><Esc>");
	driver_keys(&t, "x");
	driver_must_show(&t, "xabc");
	driver_keys(&t, "<A-BS><A-BS>");
	driver_must_show(&t, "abc def");
	driver_close(&t);
}

static void fields_and_prompts_mark_and_copy_too(void **state)
{
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_PREPARED);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>1:vote.open<S-Home><Ins>");
	assert_copied(&t, "vote.open");
	driver_keys(&t, "<Esc><Esc>");
	driver_close(&t);
}

static void a_paste_from_a_screen_is_said_to_have_been_put_in_order(void **state)
{
	struct driver t;

	(void)state;
	driver_begin(&t, LANG_AR, until_item_5);
	driver_keys(&t, "<F4>");
	term_memory_paste(t.term, "\uFEAE\uFEC0\uFEA4\uFEE3");
	driver_keys(&t, "");
	driver_must_show(&t, "محضر");
	driver_must_show(&t, "! جاءت الحروف بترتيب الشاشة فأعيدت إلى ترتيب القراءة؛ "
			     "Alt-⌫ يرجعها كما جاءت.");
	driver_close(&t);
}

/* A program of this name in a folder of its own, which keeps what it reads; its folder. */
static const char *fake_program(struct driver *t, const char *name, const char *script)
{
	struct error err = {.code = ERROR_NONE};
	struct str parts[] = {str_of(t->folder), STR("/"), str_of(name)};
	const char *path = arena_z(&t->arena, arena_join(&t->arena, parts, 3));

	assert_return_code(file_write(path, script, strlen(script), 0700, FILE_REPLACE, &err), 0);
	return t->folder;
}

static void without_a_clipboard_a_program_takes_it_else_a_file(void **state)
{
	char *path = strdup(getenv("PATH")), *home = strdup(getenv("HOME"));
	struct error err = {.code = ERROR_NONE};
	struct bytes got = {0};
	struct driver t;

	(void)state;
	driver_open(&t, LANG_FR, DRIVER_HELD);
	driver_desk(&t, 24, 200); /* wide: the path is said, wherever the build lies */
	term_memory_clipboard(t.term, false);
	(void)unsetenv("WAYLAND_DISPLAY");
	assert_return_code(setenv("DISPLAY", ":77", 1), 0);
	assert_return_code(setenv("HOME", t.folder, 1), 0);
	assert_return_code(chdir(t.folder), 0);
	fake_program(
		&t, "xclip", "#!/bin/sh\n[ \"$*\" = '-selection clipboard' ] && cat > taken\n");
	{
		struct str both[] = {str_of(t.folder), STR(":"), str_of(path)};

		assert_return_code(
			setenv("PATH", arena_z(&t.arena, arena_join(&t.arena, both, 3)), 1), 0);
	}
	driver_keys(&t, "<F9>8<End><Ins>");
	driver_must_show(&t, "Copié");
	assert_return_code(file_read("taken", 100000, &got, &err), 0);
	assert_true(got.n > 65);
	assert_int_equal(access("mahdar-copy.txt", F_OK), -1);
	/* It fails: then the file it is, and its path is said. */
	fake_program(&t, "xclip", "#!/bin/sh\nexit 1\n");
	fake_program(&t, "xsel", "#!/bin/sh\nexit 1\n");
	driver_keys(&t, "<Ins>");
	driver_must_show(&t, "mahdar-copy.txt");
	bytes_free(&got);
	assert_return_code(file_read("mahdar-copy.txt", 100000, &got, &err), 0);
	assert_true(got.n > 65);
	bytes_free(&got);
	assert_return_code(setenv("PATH", path, 1), 0);
	assert_return_code(setenv("HOME", home, 1), 0);
	(void)unsetenv("DISPLAY");
	assert_return_code(chdir(getenv("TOP_BUILDDIR")), 0);
	free(path);
	free(home);
	driver_close(&t);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_item_in_focus_is_copied_with_what_became_of_it),
	cmocka_unit_test(an_act_is_copied_with_the_hash_of_its_line),
	cmocka_unit_test(paragraphs_of_the_minutes_in_view_are_copied_whole),
	cmocka_unit_test(a_row_without_words_of_its_own_is_copied_as_it_is_painted),
	cmocka_unit_test(in_a_text_ins_marks_then_copies_and_control_v_puts_it_in),
	cmocka_unit_test(fields_and_prompts_mark_and_copy_too),
	cmocka_unit_test(a_paste_from_a_screen_is_said_to_have_been_put_in_order),
	cmocka_unit_test(without_a_clipboard_a_program_takes_it_else_a_file),
};

TEST_MAIN(cases)

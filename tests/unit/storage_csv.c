#include "tests/test.h"

#include "storage/csv.h"
#include "storage/memory.h"

struct fixture {
	struct arena arena;
	struct csv_table table;
	struct error err;
};

static int setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	arena_init(&f->arena, &memory_source);
	*state = f;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	arena_clear(&f->arena);
	free(f);
	return 0;
}

static void reads(struct fixture *f, struct str bytes)
{
	if (csv_read(bytes, &f->arena, &f->table, &f->err) != 0)
		fail_msg("line %ld column %ld: %s", f->err.line, f->err.column, f->err.subject);
}

static void refuses(struct fixture *f, struct str bytes, long line, long column, const char *what)
{
	assert_int_equal(csv_read(bytes, &f->arena, &f->table, &f->err), -1);
	assert_int_equal(f->err.line, line);
	assert_int_equal(f->err.column, column);
	assert_non_null(strstr(error_phrase(&f->err, &f->arena).id, what));
	assert_int_equal(error_exit_code(&f->err), 1);
}

#define value_is(f, row_, column_, text)                                                           \
	assert_true(str_is((f)->table.row[row_].value[column_], text))

static void a_plain_table_is_read(void **state)
{
	struct fixture *f = *state;

	reads(f, STR("a,b,c\n1,2,3\n4,,6\n"));
	assert_int_equal(f->table.n, 3);
	assert_int_equal(f->table.separator, ',');
	value_is(f, 0, 2, "c");
	value_is(f, 2, 0, "4");
	value_is(f, 2, 1, "");
	assert_int_equal(f->table.row[2].line, 3);
}

static void semicolons_and_tabs_separate_as_well(void **state)
{
	struct fixture *f = *state;

	reads(f, STR("a;b,x;c\r\n1;2;3\r\n"));
	assert_int_equal(f->table.separator, ';');
	value_is(f, 0, 1, "b,x");
	value_is(f, 1, 2, "3");
	reads(f, STR("a\tb\n1\t2"));
	assert_int_equal(f->table.separator, '\t');
	value_is(f, 1, 1, "2");
}

static void a_separator_inside_quotation_marks_does_not_count(void **state)
{
	struct fixture *f = *state;

	reads(f, STR("\"a,b,c,d\";x\n1;2\n"));
	assert_int_equal(f->table.separator, ';');
	value_is(f, 0, 0, "a,b,c,d");
}

static void a_line_that_names_the_separator_is_obeyed(void **state)
{
	struct fixture *f = *state;

	reads(f, STR("sep=,\r\na;b,c\r\n1;2,3\r\n"));
	assert_int_equal(f->table.separator, ',');
	value_is(f, 0, 0, "a;b");
	assert_int_equal(f->table.row[0].line, 2);
	reads(f, STR("sep=;\na;b\n"));
	assert_int_equal(f->table.n, 1);
}

static void a_byte_order_mark_is_no_part_of_the_first_name(void **state)
{
	struct fixture *f = *state;

	reads(f, STR("\xef\xbb\xbfرقم;الاسم\r\n1;سعيد\r\n"));
	value_is(f, 0, 0, "رقم");
	value_is(f, 1, 1, "سعيد");
}

static void quoted_values_hold_separators_marks_and_newlines(void **state)
{
	struct fixture *f = *state;

	reads(f, STR("a,b\n\"x, \"\"y\"\"\",\"one\r\ntwo\"\n3,4\n"));
	value_is(f, 1, 0, "x, \"y\"");
	value_is(f, 1, 1, "one\ntwo");
	assert_int_equal(f->table.row[2].line, 4);
}

static void blanks_around_values_and_lines_without_values_are_left_out(void **state)
{
	struct fixture *f = *state;

	reads(f, STR("a;b\n  1 ; 2\n;\n\n;;;;\n \n3;4\n\n"));
	assert_int_equal(f->table.n, 3);
	value_is(f, 1, 0, "1");
	value_is(f, 1, 1, "2");
	assert_int_equal(f->table.row[2].line, 7);
}

static void values_are_normalised_and_repaired(void **state)
{
	struct fixture *f = *state;

	/* A decomposed é, and a lam-alef as a presentation form. */
	reads(f, STR("a,b\nRe\xcc\x81"
		     "da,\xef\xbb\xbb\n"));
	value_is(f, 1, 0,
		"R\xc3\xa9"
		"da");
	value_is(f, 1, 1, "لا");
}

static void a_missing_newline_at_the_end_changes_nothing(void **state)
{
	struct fixture *f = *state;

	reads(f, STR("a,b\n1,"));
	assert_int_equal(f->table.n, 2);
	value_is(f, 1, 1, "");
	reads(f, STR("a,b\n1,\"2\""));
	value_is(f, 1, 1, "2");
}

static void a_line_of_another_width_is_named(void **state)
{
	struct fixture *f = *state;

	refuses(f, STR("a;b;c\n1;2;3\n4;5\n"), 3, 2, "another number of columns");
	refuses(f, STR("a;b\n1;2;3\n"), 2, 3, "another number of columns");
}

static void broken_quotation_marks_are_named(void **state)
{
	struct fixture *f = *state;

	refuses(f, STR("a,b\n1,\"2\n3,4\n"), 2, 2, "never closed");
	refuses(f, STR("a,b\n1,\"2\"x\n"), 2, 2, "after the closing");
	refuses(f, STR("a,b\n1,2\"x\"\n"), 2, 2, "in the middle");
	refuses(f, STR("\""), 1, 1, "never closed");
}

static void a_lone_carriage_return_inside_a_value_becomes_a_newline(void **state)
{
	struct fixture *f = *state;

	/* The door of text turns line ends of any kind into newlines. */
	reads(f, STR("a,b\n1\r2,3\n"));
	value_is(f, 1, 0, "1\n2");
}

static void a_control_character_is_named_with_its_place(void **state)
{
	struct fixture *f = *state;

	refuses(f, STR("a,b\n1,x\x07\n"), 2, 2, "control character");
	refuses(f, STR("a,b\n1,x\x7f\n"), 2, 2, "control character");
}

static void utf16_is_recognised_with_and_without_its_mark(void **state)
{
	struct fixture *f = *state;

	refuses(f,
		STR("\xff\xfe"
		    "a\0;\0b\0"),
		0, 0, "UTF-16");
	refuses(f, STR("\xfe\xff\0a\0;"), 0, 0, "UTF-16");
	refuses(f, STR("n\0u\0m\0;\0n\0"), 0, 0, "UTF-16");
	refuses(f, STR("\0n\0u\0m\0;\0n"), 0, 0, "UTF-16");
}

static void windows_encodings_are_read(void **state)
{
	struct fixture *f = *state;

	reads(f, STR("number;name_ar\r\n1;\xd3\xda\xed\xcf \xc7\xe1\xcd\xcf\xc7\xcf\xed\r\n"));
	assert_string_equal(f->table.read_as, "Windows-1256");
	assert_true(str_is(f->table.row[1].value[1], "سعيد الحدادي"));
	reads(f, STR("number;nom\r\n1;Sa\xef\x64 M\xe9lanie\r\n"));
	assert_string_equal(f->table.read_as, "Windows-1252");
	assert_true(str_is(f->table.row[1].value[1], "Saïd Mélanie"));
	reads(f, STR("number;nom\r\n1;Saïd\r\n"));
	assert_null(f->table.read_as);
}

static void damaged_utf8_is_not_guessed_at(void **state)
{
	struct fixture *f = *state;

	refuses(f, STR("number;nom\n1;Saïd Mélanie\n2;Sa\xef\n"), 3, 2, "damaged");
}

static void a_document_is_no_csv(void **state)
{
	struct fixture *f = *state;

	refuses(f, STR("%PDF-1.7\n1 0 obj\n"), 0, 0, "no CSV");
	refuses(f, STR("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), 0, 0, "no CSV");
	refuses(f, STR("a\x01\x02\x03;\x04\n"), 0, 0, "no CSV");
}

static void a_spreadsheet_is_no_csv(void **state)
{
	struct fixture *f = *state;

	refuses(f, STR("PK\x03\x04\x14\x00"), 0, 0, "spreadsheet");
	refuses(f, STR("\xd0\xcf\x11\xe0\xa1\xb1"), 0, 0, "spreadsheet");
}

static void an_empty_file_is_said_to_be_empty(void **state)
{
	struct fixture *f = *state;

	refuses(f, STR(""), 0, 0, "empty");
	refuses(f, STR("\xef\xbb\xbf"), 0, 0, "empty");
	refuses(f, STR("\n\n  \n;\n"), 0, 0, "empty");
}

static void the_limits_hold(void **state)
{
	struct fixture *f = *state;
	size_t n = CSV_BYTES_MAX + 1;
	char *big = malloc(n);

	memset(big, 'x', n);
	refuses(f, (struct str){big, n}, 0, 0, "16 MiB");
	refuses(f, (struct str){big, CSV_VALUE_MAX + 1}, 1, 1, "too long");
	reads(f, (struct str){big, CSV_VALUE_MAX});
	memset(big, ';', n);
	big[0] = 'x';
	refuses(f, (struct str){big, CSV_COLUMNS_MAX + 1}, 1, CSV_COLUMNS_MAX, "64 columns");
	for (size_t i = 0; i < n; i += 2) {
		big[i] = 'x';
		if (i + 1 < n)
			big[i + 1] = '\n';
	}
	/* The header and 100 000 lines are allowed, one more is not. */
	reads(f, (struct str){big, (CSV_ROWS_MAX + 1) * 2});
	assert_int_equal(f->table.n, CSV_ROWS_MAX + 1);
	refuses(f, (struct str){big, (CSV_ROWS_MAX + 2) * 2}, CSV_ROWS_MAX + 2, 0, "100 000");
	free(big);
}

/* Whatever the bytes, the reader answers within its bounds (run under the sanitizers). */
static void random_bytes_never_break_the_reader(void **state)
{
	static const char alphabet[] = "a\";,\t\r\n\xef\xbb\xbf\xd8\xa7 \0sep=1";
	struct fixture *f = *state;
	uint32_t seed = 12345;
	size_t accepted = 0;
	char text[40];

	for (int round = 0; round < 20000; round++) {
		size_t n = 0;

		seed = seed * 1664525 + 1013904223;
		n = (seed >> 8) % sizeof text;
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525 + 1013904223;
			text[i] = alphabet[(seed >> 8) % (sizeof alphabet - 1)];
		}
		if (csv_read((struct str){text, n}, &f->arena, &f->table, &f->err) == 0) {
			accepted++;
			for (size_t i = 0; i < f->table.n; i++)
				assert_int_equal(f->table.row[i].n, f->table.row[0].n);
		} else {
			assert_true(f->err.code == ERROR_BAD_CSV || f->err.code == ERROR_BAD_TEXT);
		}
		arena_clear(&f->arena);
	}
	assert_true(accepted > 500);
}

static const struct CMUnitTest cases[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	CASE(a_plain_table_is_read),
	CASE(semicolons_and_tabs_separate_as_well),
	CASE(a_separator_inside_quotation_marks_does_not_count),
	CASE(a_line_that_names_the_separator_is_obeyed),
	CASE(a_byte_order_mark_is_no_part_of_the_first_name),
	CASE(quoted_values_hold_separators_marks_and_newlines),
	CASE(blanks_around_values_and_lines_without_values_are_left_out),
	CASE(values_are_normalised_and_repaired),
	CASE(a_missing_newline_at_the_end_changes_nothing),
	CASE(a_line_of_another_width_is_named),
	CASE(broken_quotation_marks_are_named),
	CASE(a_lone_carriage_return_inside_a_value_becomes_a_newline),
	CASE(a_control_character_is_named_with_its_place),
	CASE(utf16_is_recognised_with_and_without_its_mark),
	CASE(windows_encodings_are_read),
	CASE(damaged_utf8_is_not_guessed_at),
	CASE(a_document_is_no_csv),
	CASE(a_spreadsheet_is_no_csv),
	CASE(an_empty_file_is_said_to_be_empty),
	CASE(the_limits_hold),
	CASE(random_bytes_never_break_the_reader),
};

TEST_MAIN(cases)

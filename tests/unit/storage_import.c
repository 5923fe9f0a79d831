#include "tests/test.h"

#include "storage/file.h"
#include "storage/import_members.h"
#include "storage/memory.h"
#include "tests/pen.h"
#include "tests/watcher.h"

struct fixture {
	struct arena arena;
	struct members_list list;
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

static void looks_at(struct fixture *f, struct str bytes)
{
	assert_int_equal(import_members(bytes, NULL, &f->arena, &f->list, &f->err), 0);
}

static void imports(struct fixture *f, struct str bytes)
{
	looks_at(f, bytes);
	for (size_t i = 0; i < f->list.findings; i++)
		if (f->list.finding[i].error)
			fail_msg("line %u column %u: %s", f->list.finding[i].line,
				f->list.finding[i].column, f->list.finding[i].what.id);
	for (size_t i = 0; i < f->list.n; i++)
		assert_null(field_wrong(member_fields, &f->list.member[i]));
}

/* Exactly one error, there, with these words. */
static void finds(
	struct fixture *f, struct str bytes, uint32_t line, uint32_t column, const char *what)
{
	struct finding error = {0};

	looks_at(f, bytes);
	for (size_t i = f->list.findings; i-- > 0;)
		if (f->list.finding[i].error)
			error = f->list.finding[i];
	assert_int_equal(f->list.errors, 1);
	assert_int_equal(error.line, line);
	assert_int_equal(error.column, column);
	assert_non_null(strstr(error.what.id, what));
}

static void warns(struct fixture *f, struct str bytes, uint32_t line, const char *what)
{
	imports(f, bytes);
	for (size_t i = 0; i < f->list.findings; i++)
		if (f->list.finding[i].line == line && strstr(f->list.finding[i].what.id, what))
			return;
	fail_msg("nobody said \"%s\"", what);
}

static void a_french_file_of_a_spreadsheet_is_understood(void **state)
{
	struct fixture *f = *state;
	const struct member *m;

	imports(f, STR("\xef\xbb\xbfN°;Nom en arabe;Nom et prénom;Fonction;Sexe;Début du "
		       "mandat;Fin du "
		       "mandat\r\n"
		       "1;سعيد الحدادي;Said El Haddadi;Président;H;1/11/2021;31/10/2027\r\n"
		       "12;مريم الإدريسي;Meryem El Idrissi;1er vice-présidente;F;;\r\n"));
	assert_int_equal(f->list.n, 2);
	m = &f->list.member[0];
	assert_int_equal(m->number, 1);
	assert_true(str_is(m->name_ar, "سعيد الحدادي"));
	assert_true(str_is(m->name_fr, "Said El Haddadi"));
	assert_int_equal(m->office, OFFICE_PRESIDENT);
	assert_int_equal(m->gender, GENDER_MAN);
	assert_int_equal(date_compare(m->from, (struct date){2021, 11, 1}), 0);
	assert_int_equal(date_compare(m->to, (struct date){2027, 10, 31}), 0);
	m = &f->list.member[1];
	assert_int_equal(m->office, OFFICE_VICE_PRESIDENT);
	assert_int_equal(m->gender, GENDER_WOMAN);
	assert_int_equal(m->from.year, 0);
	assert_int_equal(f->list.line[1], 3);
}

static void an_arabic_file_is_understood(void **state)
{
	struct fixture *f = *state;

	imports(f, STR("الرقم;الاسم الكامل;الصفة;الجنس;من;إلى\n"
		       "١;سعيد الحدادي;الرئيس;ذكر;٢٠٢١-١١-٠١;٣١/١٠/٢٠٢٧\n"
		       "٢;إلهام بوزيان;نائبة أمين المال;أنثى;;\n"
		       "٣;يوسف برادة;مُقرِّر الغرفة;;;\n"
		       "٤;زينب العلمي;;;;\n"));
	assert_int_equal(f->list.n, 4);
	assert_int_equal(f->list.member[0].office, OFFICE_PRESIDENT);
	assert_int_equal(f->list.member[0].from.year, 2021);
	assert_int_equal(f->list.member[0].to.day, 31);
	assert_int_equal(f->list.member[1].office, OFFICE_DEPUTY_TREASURER);
	assert_int_equal(f->list.member[1].gender, GENDER_WOMAN);
	assert_int_equal(f->list.member[2].office, OFFICE_RAPPORTEUR);
	assert_int_equal(f->list.member[3].office, OFFICE_MEMBER);
	assert_int_equal(f->list.member[3].gender, GENDER_UNKNOWN);
}

static void given_and_family_names_in_two_columns_become_one_name(void **state)
{
	struct fixture *f = *state;

	imports(f, STR("N°;Nom;Prénom;الاسم العائلي;الاسم الشخصي;Sexe\n"
		       "1;El Haddadi;Said;الحدادي;سعيد;H\n"
		       "2;Bouziane;;بوزيان;;F\n"));
	assert_int_equal(f->list.findings, 0);
	assert_true(str_is(f->list.member[0].name_fr, "Said El Haddadi"));
	assert_true(str_is(f->list.member[0].name_ar, "سعيد الحدادي"));
	assert_true(str_is(f->list.member[1].name_fr, "Bouziane"));
	assert_true(str_is(f->list.member[1].name_ar, "بوزيان"));
}

static void the_stored_names_of_offices_are_understood(void **state)
{
	struct fixture *f = *state;
	struct builder b;

	builder_init(&b, &f->arena);
	builder_add_z(&b, "number,name,office\n");
	for (int i = 0; i < OFFICE_COUNT; i++) {
		builder_add_int(&b, i + 1);
		builder_add_z(&b, ",Somebody ");
		builder_add_char(&b, (char)('A' + i));
		builder_add_z(&b, ",");
		builder_add_z(&b, office_names[i].name);
		builder_add_z(&b, "\n");
	}
	imports(f, builder_str(&b));
	assert_int_equal(f->list.n, OFFICE_COUNT);
	for (int i = 0; i < OFFICE_COUNT; i++)
		assert_int_equal(f->list.member[i].office, i);
}

static void dates_are_taken_in_the_forms_of_the_country(void **state)
{
	static const char *const good[] = {
		"2021-11-05", "05/11/2021", "5/11/2021", "05-11-2021", "05.11.2021", "٠٥/١١/٢٠٢١"};
	static const char *const wrong[] = {"2021/11/05", "11/2021", "5/11/21", "x", "05/11-2021",
		"5//2021", "/11/2021", "05/11/2021 ."};
	struct fixture *f = *state;
	char text[128];

	for (size_t i = 0; i < ARRAY_LEN(good); i++) {
		snprintf(text, sizeof text, "number;name;from\n1;A B;%s\n", good[i]);
		imports(f, str_of(text));
		assert_int_equal(
			date_compare(f->list.member[0].from, (struct date){2021, 11, 5}), 0);
	}
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		snprintf(text, sizeof text, "number;name;from\n1;A B;%s\n", wrong[i]);
		finds(f, str_of(text), 2, 3, "is no date");
	}
}

static void a_day_that_does_not_exist_is_said_to_be_none(void **state)
{
	static const char *const none[] = {"31/2/2026", "29/02/2021", "2021-13-20", "00/01/2021"};
	struct fixture *f = *state;
	char text[128];

	for (size_t i = 0; i < ARRAY_LEN(none); i++) {
		snprintf(text, sizeof text, "number;name;from\n1;A B;%s\n", none[i]);
		finds(f, str_of(text), 2, 3, "there is no day {value} in the calendar");
	}
}

/* As the form and README name them. */
static void the_headings_that_are_shown_are_understood(void **state)
{
	static const char *const rows[] = {
		"number;name in Arabic;name in French;office;gender;mandate from;mandate to",
		"number;name in Arabic;name in French;office;gender;from;to",
		"numéro;nom en arabe;nom en français;fonction;sexe;début;fin du mandat",
		"الرقم;الاسم بالعربية;الاسم بالفرنسية;الصفة;الجنس;بداية الانتداب;نهاية الانتداب",
	};
	struct fixture *f = *state;
	char text[400];

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		const struct member *m = NULL;

		snprintf(text, sizeof text,
			"%s\n7;أحمد;Ahmed;treasurer;man;2021-11-05;2027-11-04\n"
			"8;علي;Ali;president;man;;\n",
			rows[i]);
		imports(f, str_of(text));
		assert_int_equal(f->list.findings, 0);
		m = &f->list.member[0];
		assert_int_equal(m->number, 7);
		assert_true(str_is(m->name_ar, "أحمد") && str_is(m->name_fr, "Ahmed"));
		assert_int_equal(m->office, OFFICE_TREASURER);
		assert_int_equal(m->from.year, 2021);
		assert_int_equal(m->to.year, 2027);
	}
}

static void a_number_that_is_missing_or_none_is_named(void **state)
{
	struct fixture *f = *state;

	finds(f, STR("number;name\n;A B\n"), 2, 1, "number of the member is missing");
	finds(f, STR("number;name\n0;A B\n"), 2, 1, "is no number");
	finds(f, STR("number;name\n100000;A B\n"), 2, 1, "is no number");
	finds(f, STR("number;name\n1;A B\n1a;C D\n"), 3, 1, "is no number");
	finds(f, STR("number;name\n99999999999999999999;A B\n"), 2, 1, "is no number");
	finds(f, STR("number;name\n-1;A B\n"), 2, 1, "is no number");
}

static void a_number_given_twice_names_the_line_of_the_first(void **state)
{
	struct fixture *f = *state;

	finds(f, STR("number;name\n7;A B\n8;C D\n7;E F\n"), 4, 1, "already");
	assert_int_equal(f->list.finding[0].what.arg[1].u.i, 2);
}

static void a_member_without_a_name_is_named(void **state)
{
	struct fixture *f = *state;

	finds(f, STR("number;name_ar;name_fr\n1;;\n"), 2, 2, "name of the member is missing");
	finds(f, STR("number;name\n1;\n2;A\n"), 2, 2, "name of the member is missing");
}

static void names_in_the_wrong_column_are_noticed(void **state)
{
	struct fixture *f = *state;

	finds(f, STR("number;name_ar\n1;Said\n"), 2, 2, "Arabic letters");
	finds(f, STR("number;name_fr\n1;سعيد\n"), 2, 2, "Latin letters");
	finds(f, STR("number;name_ar\n1;123\n"), 2, 2, "Arabic letters");
}

static void a_name_of_several_lines_is_refused(void **state)
{
	struct fixture *f = *state;

	finds(f, STR("number;name\n1;\"A\nB\"\n"), 2, 2, "several lines");
}

static void an_unknown_office_or_gender_is_named(void **state)
{
	struct fixture *f = *state;

	finds(f, STR("number;name;office\n1;A B;king\n"), 2, 3, "no office");
	finds(f, STR("number;name;gender\n1;A B;?\n"), 2, 3, "neither man nor woman");
}

static void a_mandate_that_ends_before_it_begins_is_named(void **state)
{
	struct fixture *f = *state;

	finds(f, STR("number;name;from;to\n1;A B;2024-01-02;2024-01-01\n"), 2, 4,
		"before it begins");
	imports(f, STR("number;name;from;to\n1;A B;2024-01-02;2024-01-02\n"));
}

static void two_presidents_are_an_error_and_none_is_a_warning(void **state)
{
	struct fixture *f = *state;

	finds(f, STR("number;name;office\n1;A B;président\n2;C D;president\n"), 0, 0,
		"more than one line");
	warns(f, STR("number;name;office\n1;A B;membre\n"), 0, "no line names the president");
}

static void a_missing_column_is_named_before_anything_else(void **state)
{
	struct fixture *f = *state;

	finds(f, STR("name;office\nA B;king\n"), 1, 0, "no column of numbers");
	finds(f, STR("number;office\n1;king\n"), 1, 0, "no column of names");
	assert_int_equal(f->list.n, 0);
}

static void a_column_given_twice_is_an_error_and_an_unknown_one_a_warning(void **state)
{
	struct fixture *f = *state;

	finds(f, STR("number;رقم;name\n1;1;A B\n"), 1, 2, "the same as another");
	warns(f, STR("number;name;phone\n1;A B;0600\n"), 1, "is not known and is left out");
	assert_int_equal(f->list.n, 1);
}

static void a_name_that_is_missing_in_one_language_is_a_warning(void **state)
{
	struct fixture *f = *state;

	warns(f, STR("number;name_ar;name_fr\n1;سعيد;\n"), 2, "name in French is missing");
	warns(f, STR("number;name_ar;name_fr\n1;;Said\n"), 2, "name in Arabic is missing");
	imports(f, STR("number;name_ar;gender\n1;سعيد;man\n"));
	assert_int_equal(f->list.findings, 0);
}

static void the_same_name_twice_is_a_warning(void **state)
{
	struct fixture *f = *state;

	warns(f, STR("number;name_ar\n1;سعيد\n2;علي\n3;سعيد\n"), 4, "already");
}

static void every_wrong_line_is_named_in_the_order_of_the_file(void **state)
{
	struct fixture *f = *state;
	uint32_t before = 0;

	looks_at(f, STR("number;name_ar;office;to\n"
			"x;سعيد;member;\n1;;king;2024\n2;علي;;\n2;عمر;;2020-13-01\n"));
	assert_int_equal(f->list.errors, 6);
	assert_int_equal(f->list.n, 4);
	for (size_t i = 0; i < f->list.findings; i++) {
		assert_true(f->list.finding[i].line >= before);
		before = f->list.finding[i].line;
	}
	assert_int_equal(before, 5);
}

static void a_header_alone_names_no_member(void **state)
{
	struct fixture *f = *state;

	finds(f, STR("number;name\n"), 0, 0, "no member");
}

static void broken_csv_is_a_finding_with_its_place(void **state)
{
	struct fixture *f = *state;

	finds(f, STR("number;name\n1;\"A\n"), 2, 2, "never closed");
	finds(f, STR("\xff\xfen\0"), 0, 0, "UTF-16");
	finds(f, STR("%PDF-1.7\n"), 0, 0, "this is no CSV");
}

static void a_windows_file_is_read_with_a_remark(void **state)
{
	struct fixture *f = *state;

	imports(f, STR("number;nom;sexe\n1;B\xe9n;F\n"));
	assert_int_equal(f->list.findings, 1);
	assert_string_equal(f->list.finding[0].what.id, "read as {encoding}; check the names");
	assert_true(str_is(f->list.member[0].name_fr, "Bén"));
}

static void a_mandate_that_is_over_is_remarked_on(void **state)
{
	struct fixture *f = *state;

	imports(f, STR("number;nom;to;sexe\n1;A B;2020-12-31;F\n2;C D;2030-12-31;H\n3;E F;;H\n"
		       "4;G H;2024-06-30;F\n"));
	import_members_ended(&f->list, (struct date){2024, 6, 30}, &f->arena);
	assert_int_equal(f->list.errors, 0);
	assert_int_equal(f->list.findings, 1);
	assert_int_equal(f->list.finding[0].line, 2);
	assert_string_equal(
		f->list.finding[0].what.id, "the mandate ended on {day}: not in office");
}

static void headings_may_have_the_language_in_brackets(void **state)
{
	struct fixture *f = *state;

	imports(f, STR("N°;Nom (arabe);Nom (français);Sexe\n1;سعيد;Said;H\n"));
	assert_int_equal(f->list.findings, 0);
	assert_true(str_is(f->list.member[0].name_ar, "سعيد"));
	assert_true(str_is(f->list.member[0].name_fr, "Said"));
	imports(f, STR("رقم;الاسم الكامل (بالعربية);الاسم الكامل "
		       "(بالفرنسية);الجنس\n1;سعيد;Said;ذكر\n"));
	assert_int_equal(f->list.findings, 0);
	assert_true(str_is(f->list.member[0].name_fr, "Said"));
}

static void a_list_without_genders_is_remarked_on_once(void **state)
{
	struct fixture *f = *state;

	warns(f, STR("number;nom\n1;A B\n2;C D\n"), 0, "no gender is given for {n} member");
	assert_int_equal(f->list.findings, 1);
	assert_int_equal(f->list.errors, 0);
	imports(f, STR("number;nom;sexe\n1;A B;F\n2;C D;\n"));
	assert_int_equal(f->list.findings, 1);
}

static void a_finding_is_one_sentence(void **state)
{
	struct fixture *f = *state;
	struct message m;

	finds(f, STR("number;name\n;A B\n"), 2, 1, "missing");
	m = finding_message(&f->list.finding[0], &f->arena);
	assert_string_equal(m.id, "Line {line}, column {column}: {what}.");
	assert_int_equal(m.arg[0].u.i, 2);
	finds(f, STR("number;office\n1;x\n"), 1, 0, "names");
	assert_string_equal(
		finding_message(&f->list.finding[0], &f->arena).id, "Line {line}: {what}.");
	finds(f, STR("number;name\n"), 0, 0, "no member");
	assert_string_equal(finding_message(&f->list.finding[0], &f->arena).id,
		"The file cannot be used: {what}.");
}

static void a_file_is_read_and_a_missing_one_is_an_error(void **state)
{
	struct fixture *f = *state;
	char *folder = scratch_make();
	const char *path = scratch_path(&f->arena, folder, "members.csv");
	struct error err;

	assert_int_equal(import_members_file(path, NULL, &f->arena, &f->list, &err), -1);
	assert_int_equal(err.code, ERROR_NO_FILE);
	assert_int_equal(file_write(path, "number;name\n1;A B\n", 18, 0600, FILE_NEW, &err), 0);
	assert_int_equal(import_members_file(path, NULL, &f->arena, &f->list, &err), 0);
	assert_int_equal(f->list.n, 1);
	assert_int_equal(f->list.errors, 0);
	scratch_remove(folder);
}

static void ten_thousand_lines_are_looked_at_quickly(void **state)
{
	struct fixture *f = *state;
	struct builder b;

	builder_init(&b, &f->arena);
	builder_add_z(&b, "number;name;office\n");
	for (int i = 1; i <= 12000; i++) {
		builder_add_int(&b, 90000 + i);
		builder_add_z(&b, ";Somebody ");
		builder_add_int(&b, i);
		builder_add_z(&b, ";membre\n");
	}
	looks_at(f, builder_str(&b));
	assert_int_equal(f->list.n, 12000);
	assert_int_equal(f->list.errors, 12000 - 9999);
	assert_int_equal(f->list.finding[1].line, 10001);
}

static void reading_a_list_can_be_stopped_at_every_row(void **state)
{
	static const char file[] = "number;name\n1;A B\n2;C D\n3;E F\n4;\n";
	struct fixture *f = *state;
	struct watcher w;
	struct progress progress = watcher_start(&w, 0);
	int64_t questions;

	assert_int_equal(import_members(STR(file), &progress, &f->arena, &f->list, &f->err), 0);
	assert_int_equal(f->list.errors, 1);
	questions = w.asked;
	assert_true(questions > 4); /* each row, and the end */
	for (int64_t k = 1; k <= questions; k++) {
		(void)watcher_start(&w, k);
		f->err.code = ERROR_NONE;
		assert_int_equal(
			import_members(STR(file), &progress, &f->arena, &f->list, &f->err), -1);
		assert_int_equal(f->err.code, ERROR_CANCELLED);
		assert_int_equal(w.asked, k);
		assert_int_equal(w.all, 5);
	}
}

static const struct CMUnitTest cases[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	CASE(a_french_file_of_a_spreadsheet_is_understood),
	CASE(an_arabic_file_is_understood),
	CASE(given_and_family_names_in_two_columns_become_one_name),
	CASE(the_stored_names_of_offices_are_understood),
	CASE(dates_are_taken_in_the_forms_of_the_country),
	CASE(a_day_that_does_not_exist_is_said_to_be_none),
	CASE(the_headings_that_are_shown_are_understood),
	CASE(a_number_that_is_missing_or_none_is_named),
	CASE(a_number_given_twice_names_the_line_of_the_first),
	CASE(a_member_without_a_name_is_named),
	CASE(names_in_the_wrong_column_are_noticed),
	CASE(a_name_of_several_lines_is_refused),
	CASE(an_unknown_office_or_gender_is_named),
	CASE(a_mandate_that_ends_before_it_begins_is_named),
	CASE(two_presidents_are_an_error_and_none_is_a_warning),
	CASE(a_missing_column_is_named_before_anything_else),
	CASE(a_column_given_twice_is_an_error_and_an_unknown_one_a_warning),
	CASE(a_name_that_is_missing_in_one_language_is_a_warning),
	CASE(the_same_name_twice_is_a_warning),
	CASE(every_wrong_line_is_named_in_the_order_of_the_file),
	CASE(a_header_alone_names_no_member),
	CASE(broken_csv_is_a_finding_with_its_place),
	CASE(a_windows_file_is_read_with_a_remark),
	CASE(a_mandate_that_is_over_is_remarked_on),
	CASE(headings_may_have_the_language_in_brackets),
	CASE(a_list_without_genders_is_remarked_on_once),
	CASE(a_finding_is_one_sentence),
	CASE(a_file_is_read_and_a_missing_one_is_an_error),
	CASE(ten_thousand_lines_are_looked_at_quickly),
	CASE(reading_a_list_can_be_stopped_at_every_row),
};

TEST_MAIN(cases)

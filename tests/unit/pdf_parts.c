/* The parts of the private module that can be tried without a page. */
#include "tests/test.h"

#include "storage/record/pdf_content.h"
#include "storage/record/pdf_flow.h"

/* ---- artifacts ------------------------------------------------------------------------------ */

static void becomes(const char *in, const char *expected)
{
	struct bytes out = {0};

	assert_int_equal(pdf_content_artifacts((const unsigned char *)in, strlen(in), &out), 0);
	assert_int_equal(out.n, strlen(expected));
	assert_memory_equal(out.p, expected, out.n);
	bytes_free(&out);
}

static void refused(const char *in)
{
	struct bytes out = {0};

	assert_int_equal(pdf_content_artifacts((const unsigned char *)in, strlen(in), &out), -1);
	bytes_free(&out);
}

static void what_paints_outside_marks_is_an_artifact(void **state)
{
	(void)state;
	becomes("0 0 1 1 re f\n/P << /MCID 0 >> BDC\nBT (x) Tj ET\nEMC\n",
		"/Artifact BMC\n0 0 1 1 re f\n\nEMC\n/P << /MCID 0 >> BDC\nBT (x) Tj ET\nEMC\n");
	becomes("/P <</MCID 0>> BDC q Q EMC BT <41> Tj ET",
		"/P <</MCID 0>> BDC q Q EMC/Artifact BMC\n BT <41> Tj ET\nEMC\n");
}

static void what_paints_nothing_stays_as_it_is(void **state)
{
	(void)state;
	becomes("q 1 0 0 -1 0 841 cm\n/P << /MCID 0 >> BDC f EMC Q\n",
		"q 1 0 0 -1 0 841 cm\n/P << /MCID 0 >> BDC f EMC Q\n");
	becomes("", "");
}

static void marks_may_be_nested(void **state)
{
	(void)state;
	becomes("/P BMC /Span << >> BDC f EMC f EMC\n", "/P BMC /Span << >> BDC f EMC f EMC\n");
	/* the hyphen of a word broken in the repeated head of a table */
	becomes("BT (a)Tj /Span <</ActualText <feff0069>>> BDC <01>Tj EMC (b)Tj ET",
		"/Artifact BMC\nBT (a)Tj /Span <</ActualText <feff0069>>> BDC <01>Tj EMC (b)Tj "
		"ET\nEMC\n");
}

static void operators_inside_strings_and_names_are_none(void **state)
{
	(void)state;
	becomes("(f EMC \\) S) pop /f gs <46> pop % f\n[(f)] pop\n",
		"(f EMC \\) S) pop /f gs <46> pop % f\n[(f)] pop\n");
}

static void content_that_cairo_does_not_write_is_refused(void **state)
{
	(void)state;
	refused("f EMC");
	refused("/P BMC f");
	refused("BT /P BMC (x) Tj ET");
	refused("BI /W 1 ID x EI");
}

/* ---- hashes --------------------------------------------------------------------------------- */

#define DIGITS "7043934ccfc864acf017f2a80143a1e3cc87ae750dd2e8d381e8dfe7539d3c31"

static void a_hash_is_found_whole_and_in_groups(void **state)
{
	size_t from, to;
	char digits[65];

	(void)state;
	assert_true(pdf_hash_find(STR("بصمة: " DIGITS "."), &from, &to, digits));
	assert_string_equal(digits, DIGITS);
	assert_int_equal(to - from, 64);
	assert_true(pdf_hash_find(
		STR("x 7043 934c cfc8 64ac f017 f2a8 0143 a1e3 cc87 ae75 0dd2 e8d3\u00a0"
		    "81e8 dfe7 539d\u202f3c31"),
		&from, &to, digits));
	assert_string_equal(digits, DIGITS);
	assert_int_equal(from, 2);
}

static void other_digits_are_no_hash(void **state)
{
	size_t from, to;
	char digits[65];

	(void)state;
	assert_false(pdf_hash_find(STR(DIGITS "0"), &from, &to, digits));
	assert_false(pdf_hash_find((struct str){DIGITS, 63}, &from, &to, digits));
	assert_false(pdf_hash_find(STR("7043  934c"), &from, &to, digits));
	assert_false(pdf_hash_find(STR(""), &from, &to, digits));
}

/* ---- pages ---------------------------------------------------------------------------------- */

struct pile {
	struct arena arena;
	struct pdf_flow flow;
};

static void pile_init(struct pile *p)
{
	arena_init(&p->arena, &memory_source);
	pdf_flow_init(&p->flow, &p->arena);
}

static void atoms_fill_a_page_and_go_on(void **state)
{
	struct pile p;
	struct pdf_atom *a[4];

	(void)state;
	pile_init(&p);
	for (int i = 0; i < 4; i++)
		a[i] = pdf_flow_atom(&p.flow, 10, 300);
	pdf_flow_paginate(&p.flow);
	assert_int_equal(p.flow.pages, 2);
	assert_int_equal(a[1]->page, 0);
	assert_true(a[1]->y > PDF_TOP + 309 && a[1]->y < PDF_TOP + 311);
	assert_int_equal(a[2]->page, 1);
	assert_true(a[2]->y < PDF_TOP + 1); /* no gap at the top */
	arena_clear(&p.arena);
}

static void what_is_kept_together_moves_together(void **state)
{
	struct pile p;
	struct pdf_atom *a[3];

	(void)state;
	pile_init(&p);
	for (int i = 0; i < 3; i++)
		a[i] = pdf_flow_atom(&p.flow, 0, 300);
	a[1]->keep = true;
	pdf_flow_paginate(&p.flow);
	assert_int_equal(a[0]->page, 0);
	assert_int_equal(a[1]->page, 1);
	assert_int_equal(a[2]->page, 1);
	arena_clear(&p.arena);
}

static void what_never_fits_is_broken_all_the_same(void **state)
{
	struct pile p;

	(void)state;
	pile_init(&p);
	for (int i = 0; i < 50; i++)
		pdf_flow_atom(&p.flow, 0, 100)->keep = true;
	pdf_flow_paginate(&p.flow);
	assert_int_equal(p.flow.pages, 8); /* seven on a page; the last chunk fits on one */
	for (const struct pdf_atom *a = p.flow.first; a; a = a->next)
		assert_true(a->y >= PDF_TOP && a->y + a->height <= PDF_BOTTOM);
	arena_clear(&p.arena);
}

static void rows_after_a_break_leave_room_for_the_header(void **state)
{
	struct pile p;
	struct pdf_atom *head;
	int headed = 0;

	(void)state;
	pile_init(&p);
	head = pdf_flow_atom(&p.flow, 0, 40);
	head->keep = true;
	for (int i = 0; i < 60; i++) {
		struct pdf_atom *row = pdf_flow_atom(&p.flow, 0, 30);

		row->head = head;
		row->head_rows = 1;
	}
	pdf_flow_paginate(&p.flow);
	assert_int_equal(p.flow.pages, 3);
	for (const struct pdf_atom *a = head->next; a; a = a->next) {
		assert_true(a->y + a->height <= PDF_BOTTOM);
		if (!a->headed)
			continue;
		headed++;
		assert_true(a->y > PDF_TOP + 39 && a->y < PDF_TOP + 41);
	}
	assert_int_equal(headed, 2);
	arena_clear(&p.arena);
}

static void an_element_without_content_leaves_no_trace(void **state)
{
	struct pile p;
	struct pdf_atom *atom;

	(void)state;
	pile_init(&p);
	pdf_flow_start(&p.flow, "Document", false, LANG_AR);
	pdf_flow_start(&p.flow, "Sect", false, LANG_AR);
	pdf_flow_close(&p.flow);
	atom = pdf_flow_atom(&p.flow, 0, 1);
	pdf_flow_close(&p.flow);
	assert_int_equal(atom->first->kind, PDF_ITEM_OPEN);
	assert_string_equal(atom->first->tag->name, "Document");
	assert_int_equal(atom->first->next->kind, PDF_ITEM_CLOSE);
	assert_null(atom->first->next->next);
	arena_clear(&p.arena);
}

/* ---- fonts ---------------------------------------------------------------------------------- */

static void a_missing_font_is_named(void **state)
{
	static const char *const nowhere[] = {"/nonexistent", NULL};
	static const char *const mono_only[] = {"/usr/share/fonts/truetype/dejavu", NULL};
	struct pdf_text *text;
	struct error err = {0};

	(void)state;
	assert_int_equal(pdf_text_open(nowhere, &text, &err), -1);
	assert_int_equal(err.code, ERROR_FONT);
	assert_string_equal(err.subject, "Amiri");
	assert_null(text);
	assert_int_equal(pdf_text_open(mono_only, &text, &err), -1);
	assert_string_equal(err.subject, "Amiri");
	assert_null(text);
}

/* A file of the right name that holds another font is a missing font too. */
static void a_font_of_another_name_is_refused(void **state)
{
	char folder[512], path[600], command[1400];
	const char *folders[] = {folder, "/usr/share/fonts/opentype/fonts-hosny-amiri",
		"/usr/share/fonts/truetype/dejavu", NULL};
	struct pdf_text *text;
	struct error err = {0};

	(void)state;
	snprintf(folder, sizeof folder, "%s/tests/pdf/fonts", test_builddir());
	snprintf(path, sizeof path, "%s/Amiri-Bold.ttf", folder);
	snprintf(command, sizeof command,
		"mkdir -p '%s' && cp /usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf '%s'",
		folder, path);
	assert_int_equal(system(command), 0);
	assert_int_equal(pdf_text_open(folders, &text, &err), -1);
	assert_int_equal(err.code, ERROR_FONT);
	assert_string_equal(err.subject, "Amiri Bold");
}

static void the_language_decides_the_direction_not_the_first_letter(void **state)
{
	struct pdf_style style = {.size = 12, .leading = 18, .edge = PDF_LEFT};
	struct pdf_text *text;
	struct error err = {0};
	PangoLayoutLine *line;

	(void)state;
	assert_int_equal(pdf_text_open(pdf_font_folders, &text, &err), 0);
	line = pango_layout_get_line_readonly(
		pdf_text_layout(text, STR("OFPPT شراكة"), LANG_AR, &style, 0), 0);
	assert_int_equal(line->resolved_dir, PANGO_DIRECTION_RTL);
	line = pango_layout_get_line_readonly(
		pdf_text_layout(text, STR("شراكة OFPPT"), LANG_FR, &style, 0), 0);
	assert_int_equal(line->resolved_dir, PANGO_DIRECTION_LTR);
	pdf_text_close(text);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(what_paints_outside_marks_is_an_artifact),
	cmocka_unit_test(what_paints_nothing_stays_as_it_is),
	cmocka_unit_test(marks_may_be_nested),
	cmocka_unit_test(operators_inside_strings_and_names_are_none),
	cmocka_unit_test(content_that_cairo_does_not_write_is_refused),
	cmocka_unit_test(a_hash_is_found_whole_and_in_groups),
	cmocka_unit_test(other_digits_are_no_hash),
	cmocka_unit_test(atoms_fill_a_page_and_go_on),
	cmocka_unit_test(what_is_kept_together_moves_together),
	cmocka_unit_test(what_never_fits_is_broken_all_the_same),
	cmocka_unit_test(rows_after_a_break_leave_room_for_the_header),
	cmocka_unit_test(an_element_without_content_leaves_no_trace),
	cmocka_unit_test(a_missing_font_is_named),
	cmocka_unit_test(a_font_of_another_name_is_refused),
	cmocka_unit_test(the_language_decides_the_direction_not_the_first_letter),
};

TEST_MAIN(cases)

/* What stands on which page of a record, and how wide its columns are. */
#include "tests/test.h"

#include "tests/pdf_file.h"

static struct arena arena;

static void add_words(struct node *root, enum node_kind kind, const char *words)
{
	struct node *n = node_add(&arena, root, kind, (struct message){0});

	n->words = str_of(words);
	n->lang = LANG_FR;
}

static void who_speaks_stands_on_the_page_of_what_is_said(void **state)
{
	int second = 0;

	(void)state;
	/* As many lines before as push the pair over the end of the first page, one by one. */
	for (int lines = 28; lines < 44; lines++) {
		struct document d = {.lang = LANG_FR, .date = {.seconds = 1730116500}};
		struct pdf_input in = {
			.document = &d, .page_of = STR("{page}/{pages}"), .creator = STR("t")};
		struct bytes out = {0};
		struct error err = {0};
		const char *path = pdf_file_path("speech.pdf", &arena);
		struct str page;

		d.root = node_add(&arena, NULL, NODE_DOCUMENT, (struct message){0});
		for (int i = 0; i < lines; i++)
			add_words(d.root, NODE_TEXT, "ligne");
		add_words(d.root, NODE_TEXT, "Orateur");
		add_words(d.root, NODE_PROSE, "Parole");
		assert_int_equal(pdf_render(&in, &out, &err), 0);
		pdf_file_write(path, &out);
		bytes_free(&out);
		page = pdf_file_output("pdftotext -l 1", path, "-", &arena);
		assert_int_equal(pdf_file_count(page, "Orateur"), pdf_file_count(page, "Parole"));
		second += pdf_file_count(page, "Orateur") == 0;
	}
	/* both ways were tried */
	assert_in_range(second, 1, 15);
}

/* However much stands before it, a heading is never the last thing on a page. */
static void a_heading_never_ends_a_page(void **state)
{
	(void)state;
	for (int lines = 26; lines < 38; lines++) {
		struct document d = {.lang = LANG_FR, .date = {.seconds = 1730116500}};
		struct str words;
		const char *at, *end;

		d.root = node_add(&arena, NULL, NODE_DOCUMENT, (struct message){0});
		d.root->lang = LANG_FR;
		for (int i = 0; i < lines + 1; i++) {
			struct node *n = node_add(&arena, d.root,
				i == lines ? NODE_HEADING : NODE_TEXT, (struct message){0});

			n->lang = LANG_FR;
			n->level = 1;
			n->words = i == lines ? STR("ENTETE") : STR("ligne");
		}
		for (int i = 0; i < 3; i++) {
			struct node *n = node_add(&arena, d.root, NODE_TEXT, (struct message){0});

			n->lang = LANG_FR;
			n->words = STR("suite");
		}
		words = pdf_file_output(
			"pdftotext", pdf_file_saved(&d, "heading.pdf", &arena), "-", &arena);
		at = strstr(words.p, "ENTETE");
		assert_non_null(at);
		end = strchr(at, '\f');
		assert_non_null(end);
		assert_true(strstr(at, "suite") != NULL && strstr(at, "suite") < end);
	}
}

/* LINES of text, then what ADD makes: the words of each page, ended by a form feed. */
static struct str pages_behind(int lines, void (*add)(struct node *root))
{
	struct document d = {.lang = LANG_FR, .date = {.seconds = 1730116500}};

	d.root = node_add(&arena, NULL, NODE_DOCUMENT, (struct message){0});
	d.root->lang = LANG_FR;
	for (int i = 0; i < lines; i++)
		add_words(d.root, NODE_TEXT, "ligne");
	add(d.root);
	return pdf_file_output("pdftotext", pdf_file_saved(&d, "kept.pdf", &arena), "-", &arena);
}

/* FIRST stands on the page on which THEN begins, wherever the page ends. */
static void stand_together(void (*add)(struct node *root), const char *first, const char *then)
{
	int broken = 0;

	for (int lines = 10; lines < 40; lines++) {
		struct str words = pages_behind(lines, add);
		const char *at = strstr(words.p, first), *end = at ? strchr(at, '\f') : NULL;
		const char *other = at ? strstr(at, then) : NULL;

		assert_true(other && end);
		if (other > end)
			fail_msg("after %d lines %s stands alone", lines, first);
		broken += strchr(words.p, '\f') < at;
	}
	assert_in_range(broken, 1, 29); /* both ways were tried */
}

static void add_decision(struct node *root)
{
	add_words(root, NODE_DECISION, "NUMERO");
	for (int i = 0; i < 3; i++)
		add_words(root->last, NODE_TEXT, "decide");
}

static void add_agenda(struct node *root)
{
	add_words(root, NODE_HEADING, "ENTETE");
	root->last->level = 2;
	add_words(root, NODE_LIST, "");
	for (int i = 0; i < 9; i++)
		add_words(root->last, NODE_LIST_ITEM, i == 8 ? "DERNIER" : "point");
}

static void add_long_list(struct node *root)
{
	add_words(root, NODE_HEADING, "ENTETE");
	root->last->level = 2;
	add_words(root, NODE_LIST, "");
	for (int i = 0; i < 36; i++)
		add_words(root->last, NODE_LIST_ITEM, i ? "point" : "PREMIER");
}

static void add_signatures(struct node *root)
{
	struct node *section;

	add_words(root, NODE_TEXT, "DERNIERE");
	add_words(root, NODE_SECTION, "");
	section = root->last;
	add_words(section, NODE_HEADING, "ENTETE");
	section->last->level = 1;
	add_words(section, NODE_SIGNATURES, "");
	add_words(section->last, NODE_SIGNATURE, "SIGNATAIRE");
}

static void add_table(struct node *root)
{
	struct node *table = node_add(&arena, root, NODE_TABLE, (struct message){0});

	for (int i = 0; i < 60; i++) {
		struct node *row = node_add(&arena, table, NODE_ROW, (struct message){0});

		row->header = i == 0;
		add_words(row, NODE_CELL, i == 1 ? "PREMIERE" : i == 2 ? "DEUXIEME" : "rangee");
		/* of two lines: taller than the steps in which the table is pushed down */
		add_words(row, NODE_CELL,
			"valeur d'une ligne qui en prend deux dans la colonne où elle se trouve");
	}
}

static void what_belongs_together_stands_on_one_page(void **state)
{
	(void)state;
	stand_together(add_table, "PREMIERE", "DEUXIEME");
	stand_together(add_decision, "NUMERO", "decide");
	stand_together(add_agenda, "ENTETE", "DERNIER");
	stand_together(add_long_list, "ENTETE", "PREMIER");
	stand_together(add_signatures, "DERNIERE", "SIGNATAIRE");
}

/* D as a table of one row, with columns of these WIDTHS (0: as the cells want). */
static struct node *add_row(struct document *d, const int *widths, size_t columns)
{
	struct node *table;

	d->root = node_add(&arena, NULL, NODE_DOCUMENT, (struct message){0});
	table = node_add(&arena, d->root, NODE_TABLE, (struct message){0});
	table->widths = widths;
	table->columns = (int)columns;
	return node_add(&arena, table, NODE_ROW, (struct message){0});
}

/* The width that was asked for the amounts is too small for them. */
static void a_figure_is_never_broken(void **state)
{
	static const int widths[] = {10, 50, 6, 6};
	struct document d = {.lang = LANG_AR, .date = {.seconds = 1730116500}};
	struct node *row, *cell;
	const char *path;

	(void)state;
	row = add_row(&d, widths, ARRAY_LEN(widths));
	for (size_t i = 0; i < ARRAY_LEN(widths); i++) {
		cell = node_add(&arena, row, NODE_CELL, (struct message){0});
		cell->lang = LANG_AR;
		cell->align = i < 2 ? NODE_START : NODE_END;
		cell->words =
			i < 2 ? STR("اتفاقية شراكة من أجل معرض") : STR("12.000.000,00\u00a0درهم");
	}
	path = pdf_file_saved(&d, "figures.pdf", &arena);
	assert_int_equal(
		pdf_file_count(pdf_file_output("pdftotext", path, "-", &arena), "12.000.000,00"),
		2);
}

/* Nor is a word, where another column has room to spare. */
static void a_word_is_not_broken_by_its_column(void **state)
{
	static const int widths[] = {8, 80, 12};
	struct document d = {.lang = LANG_FR, .date = {.seconds = 1730116500}};
	struct node *row;

	(void)state;
	row = add_row(&d, widths, ARRAY_LEN(widths));
	row->header = true;
	add_words(row, NODE_CELL, "Délibération");
	add_words(row, NODE_CELL, "Convention");
	add_words(row, NODE_CELL, "Contribution");
	assert_int_equal(
		pdf_file_count(pdf_file_output("pdftotext", pdf_file_saved(&d, "words.pdf", &arena),
				       "-", &arena),
			"Délibération"),
		1);
}

static void a_row_taller_than_a_page_loses_nothing(void **state)
{
	struct document d = {.lang = LANG_FR, .date = {.seconds = 1730116500}};
	struct node *row, *cell;
	struct builder b;
	struct str words;

	(void)state;
	builder_init(&b, &arena);
	for (int i = 0; i < 2000; i++) {
		builder_add_z(&b, "mot");
		builder_add_padded(&b, i, 4);
		builder_add_char(&b, ' ');
	}
	row = add_row(&d, NULL, 0);
	for (int i = 0; i < 2; i++) {
		cell = node_add(&arena, row, NODE_CELL, (struct message){0});
		cell->lang = LANG_FR;
		cell->words = i == 0 ? STR("premier") : builder_str(&b);
	}
	words = pdf_file_output("pdftotext", pdf_file_saved(&d, "tall.pdf", &arena), "-", &arena);
	assert_int_equal(pdf_file_count(words, "premier"), 1);
	assert_int_equal(pdf_file_count(words, "mot"), 2000);
	assert_true(pdf_file_pages(pdf_file_path("tall.pdf", &arena), &arena) > 2);
}

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, &memory_source);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_clear(&arena);
	return 0;
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(who_speaks_stands_on_the_page_of_what_is_said),
	cmocka_unit_test(a_heading_never_ends_a_page),
	cmocka_unit_test(what_belongs_together_stands_on_one_page),
	cmocka_unit_test(a_figure_is_never_broken),
	cmocka_unit_test(a_word_is_not_broken_by_its_column),
	cmocka_unit_test(a_row_taller_than_a_page_loses_nothing),
};

TEST_MAIN_WITH(cases, setup, teardown)

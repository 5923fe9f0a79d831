/* The record as PDF, seen from outside: with the programs a recipient has. */
#include "tests/test.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/pdf_file.h"
#include "tests/pdf_sample.h"
#include "tests/watcher.h"

static struct arena arena;

/* The sample as files, made once by the fixture. */
static const char *rendered(enum lang lang)
{
	return pdf_file_path(lang == LANG_AR ? "render-ar.pdf" : "render-fr.pdf", &arena);
}

/* S without blanks, points and what steers direction: as a reader compares digits. */
static struct str bare(struct str s)
{
	static const char *const dropped[] = {" ", ".", ":", "\n", "\f", "\u00a0", "\u202f",
		"\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066",
		"\u2067", "\u2068", "\u2069"};
	struct builder b;

	builder_init(&b, &arena);
	while (s.n > 0) {
		size_t n = 0;

		for (size_t i = 0; i < ARRAY_LEN(dropped) && n == 0; i++)
			n = str_starts(s, dropped[i]) ? strlen(dropped[i]) : 0;
		if (n == 0)
			builder_add_char(&b, *s.p);
		n = n ? n : 1;
		s = (struct str){s.p + n, s.n - n};
	}
	return (struct str){arena_z(&arena, builder_str(&b)), b.n};
}

/* Words of letters and digits, set apart by everything else. */
static bool is_between(struct str s, size_t *n)
{
	static const char *const between[] = {" ", "\n", "،", "؛", "–", "—", "’", "°", "\u00a0",
		"\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f", "\u202a", "\u202b",
		"\u202c", "\f"};

	for (size_t i = 0; i < ARRAY_LEN(between); i++) {
		if (str_starts(s, between[i])) {
			*n = strlen(between[i]);
			return true;
		}
	}
	*n = 1;
	return strchr("().,:;/+%-_&<>\"!?", *s.p) != NULL;
}

/* S as its words, each with a blank on both sides. */
static struct str spaced(struct str s)
{
	struct builder b;
	size_t n;

	builder_init(&b, &arena);
	builder_add_char(&b, ' ');
	while (s.n > 0) {
		if (!is_between(s, &n))
			builder_add_char(&b, *s.p);
		else if (b.p[b.n - 1] != ' ')
			builder_add_char(&b, ' ');
		s = (struct str){s.p + n, s.n - n};
	}
	builder_add_char(&b, ' ');
	return (struct str){arena_z(&arena, builder_str(&b)), b.n};
}

struct found {
	int words, of;
};

static void find_words(const struct node *n, struct str page, struct found *found)
{
	const char *p = spaced(n->words).p, *end;
	char word[128];

	while (*p == ' ' && (end = strchr(p + 1, ' ')) != NULL) {
		if (end > p + 1) {
			assert_true(snprintf(word, sizeof word, " %.*s ", (int)(end - p - 1),
					    p + 1) > 0);
			found->of++;
			found->words += strstr(page.p, word) != NULL;
		}
		p = end;
	}
	for (const struct node *c = n->first; c; c = c->next)
		find_words(c, page, found);
}

/* ---- cases ---------------------------------------------------------------------------------- */

static void the_same_document_gives_the_same_bytes(void **state)
{
	const struct document *d = pdf_sample_document(LANG_AR, &arena);
	struct bytes one = pdf_file_render(d, &arena), two = pdf_file_render(d, &arena);

	(void)state;
	assert_int_equal(one.n, two.n);
	assert_memory_equal(one.p, two.p, one.n);
	bytes_free(&one);
	bytes_free(&two);
}

static void drawing_can_be_stopped_between_two_pages(void **state)
{
	const struct document *d = pdf_sample_document(LANG_AR, &arena);
	struct pdf_input in = pdf_sample_input(d, &arena);
	struct bytes out = {NULL, 0, 0};
	struct watcher w;
	struct progress progress = watcher_start(&w, 2);
	struct error err = {.code = ERROR_NONE};

	(void)state;
	in.progress = &progress;
	assert_int_equal(pdf_render(&in, &out, &err), -1);
	assert_int_equal(err.code, ERROR_CANCELLED);
	assert_int_equal(w.asked, 2);
	assert_int_equal(out.n, 0);
	bytes_free(&out);
}

static void another_head_gives_other_bytes(void **state)
{
	struct document *d = pdf_sample_document(LANG_AR, &arena);
	struct bytes one = pdf_file_render(d, &arena), two;

	(void)state;
	d->head.b[31] ^= 1;
	two = pdf_file_render(d, &arena);
	assert_true(one.n != two.n || memcmp(one.p, two.p, one.n) != 0);
	bytes_free(&one);
	bytes_free(&two);
}

static void the_file_is_sound_in_both_languages(void **state)
{
	(void)state;
	pdf_file_output("qpdf --check", rendered(LANG_AR), "2>&1", &arena);
	pdf_file_output("qpdf --check", rendered(LANG_FR), "2>&1", &arena);
}

static void the_words_can_be_copied_out(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		enum lang lang = k == 0 ? LANG_AR : LANG_FR;
		struct str page = spaced(pdf_file_output("pdftotext", rendered(lang), "-", &arena));
		struct found found = {0};

		find_words(pdf_sample_document(lang, &arena)->root, page, &found);
		assert_true(found.of > 400);
		if (found.words * 100 < found.of * 93)
			fail_msg("%s: %d of %d words", lang_code(lang), found.words, found.of);
	}
}

static void every_footer_has_the_whole_head(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		const char *path = rendered(k == 0 ? LANG_AR : LANG_FR);
		struct str words = pdf_file_output("pdftotext -layout", path, "-", &arena);

		assert_true(pdf_file_pages(path, &arena) >= 3);
		assert_int_equal(
			pdf_file_count(words, PDF_SAMPLE_HEAD), pdf_file_pages(path, &arena));
	}
}

/* Once in the small print, once in the seal, besides the footers. */
static void the_digits_of_the_head_are_never_reordered(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		const char *path = rendered(k == 0 ? LANG_AR : LANG_FR);
		struct str words = bare(pdf_file_output("pdftotext", path, "-", &arena));

		assert_int_equal(
			pdf_file_count(words, PDF_SAMPLE_HEAD), pdf_file_pages(path, &arena) + 2);
	}
}

static void the_code_says_the_head(void **state)
{
	char command[256], after[1024];
	const char *image = pdf_file_path("seal.pgm", &arena);
	int last = pdf_file_pages(rendered(LANG_AR), &arena);
	struct str said;

	(void)state;
	snprintf(command, sizeof command, "pdftoppm -gray -r 120 -f %d -l %d", last, last);
	snprintf(after, sizeof after, "> '%s'", image);
	pdf_file_output(command, rendered(LANG_AR), after, &arena);
	said = pdf_file_output("zbarimg -q --raw", image, "2>/dev/null", &arena);
	assert_string_equal(said.p, PDF_SAMPLE_HEAD "\n");
}

static void all_fonts_are_embedded_with_their_letters(void **state)
{
	struct str list = pdf_file_output("pdffonts", rendered(LANG_AR), "| tail -n +3", &arena);
	int lines = pdf_file_count(list, "\n");

	(void)state;
	assert_true(lines >= 3);
	assert_int_equal(pdf_file_count(list, "yes yes yes"), lines);
	assert_int_equal(
		pdf_file_count(list, "Amiri-") + pdf_file_count(list, "DejaVuSansMono"), lines);
}

static void the_file_describes_itself(void **state)
{
	struct str info = pdf_file_output("pdfinfo", rendered(LANG_AR), "", &arena);
	struct str xmp = pdf_file_output("pdfinfo -meta", rendered(LANG_AR), "", &arena);

	(void)state;
	assert_non_null(strstr(info.p, "محضر الجمعية العامة – أكتوبر 2024"));
	assert_non_null(strstr(info.p, "الدورة العادية <2024> & ملاحقها"));
	assert_non_null(strstr(info.p, "CreationDate:    Mon Oct 28 11:55:00 2024"));
	assert_non_null(strstr(info.p, "A4"));
	assert_non_null(
		strstr(xmp.p, "<xmp:CreateDate>2024-10-28T12:55:00+01:00</xmp:CreateDate>"));
	assert_non_null(strstr(xmp.p, "الدورة العادية &lt;2024&gt; &amp; ملاحقها"));
}

static void page_numbers_count_to_the_last(void **state)
{
	struct str words = pdf_file_output("pdftotext -layout", rendered(LANG_FR), "-", &arena);
	int pages = pdf_file_pages(rendered(LANG_FR), &arena);
	char said[64];

	(void)state;
	for (int i = 1; i <= pages; i++) {
		snprintf(said, sizeof said, "page %d sur %d", i, pages);
		assert_int_equal(pdf_file_count(words, said), 1);
	}
}

static void a_table_repeats_its_header_on_each_page(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		const char *header = k == 0 ? "الاسم الكامل" : "Nom complet";
		const char *path = rendered(k == 0 ? LANG_AR : LANG_FR);
		int headed = 0;

		for (int i = 1; i <= pdf_file_pages(path, &arena); i++) {
			char command[64];
			struct str page;
			bool here;

			snprintf(command, sizeof command, "pdftotext -f %d -l %d", i, i);
			page = pdf_file_output(command, path, "-", &arena);
			here = pdf_file_count(page, header) == 1;
			headed += here;
			if (pdf_file_count(spaced(page), k == 0 ? " حاضر " : " présent ") > 0)
				assert_true(here);
		}
		assert_true(headed >= 2);
	}
}

/* pdftotext tells Arabic words with their boxes from left to right. */
static const char *backwards(const char *word)
{
	size_t n = strlen(word);
	char *turned = arena_take(&arena, n + 1), *to = turned + n;

	while (*word) {
		size_t step = 1;

		while (((unsigned char)word[step] & 0xc0) == 0x80)
			step++;
		to -= step;
		memcpy(to, word, step);
		word += step;
	}
	return turned;
}

/* Where the first word equal to WORD begins on page PAGE, from the left. */
static double x_of(const char *path, int page, const char *word)
{
	char command[64], tail[128];
	struct str boxes;
	const char *at;

	snprintf(command, sizeof command, "pdftotext -bbox -f %d -l %d", page, page);
	boxes = pdf_file_output(command, path, "-", &arena);
	snprintf(tail, sizeof tail, ">%s</word>",
		(unsigned char)*word >= 0xd8 && (unsigned char)*word <= 0xdb ? backwards(word)
									     : word);
	at = strstr(boxes.p, tail);
	if (!at)
		fail_msg("%s is not on page %d", word, page);
	while (at > boxes.p && strncmp(at, "xMin=\"", 6) != 0)
		at--;
	return strtod(at + 6, NULL);
}

static void columns_run_in_the_direction_of_the_language(void **state)
{
	(void)state;
	assert_true(x_of(rendered(LANG_AR), 1, "الرقم") > x_of(rendered(LANG_AR), 1, "الاسم"));
	assert_true(x_of(rendered(LANG_AR), 1, "الاسم") > x_of(rendered(LANG_AR), 1, "الصنف"));
	assert_true(x_of(rendered(LANG_FR), 1, "Nom") < x_of(rendered(LANG_FR), 1, "Catégorie"));
	assert_true(
		x_of(rendered(LANG_FR), 1, "Catégorie") < x_of(rendered(LANG_FR), 1, "Présence"));
}

static void the_letterhead_is_arabic_right_and_french_left(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		const char *path = rendered(k == 0 ? LANG_AR : LANG_FR);

		assert_true(x_of(path, 1, "المملكة") > x_of(path, 1, "Royaume") + 200);
	}
}

/* Amiri has no such letters: another font gives them, and it goes into the file like the others. */
static void tifinagh_of_the_letterhead_is_drawn_and_embedded(void **state)
{
	struct document *d = pdf_sample_document(LANG_AR, &arena);
	struct node *line = node_add(&arena, d->root->first, NODE_TEXT, (struct message){0});
	const char *path;
	struct str fonts;

	(void)state;
	line->lang = LANG_FR;
	line->words = STR("ⵜⴰⵅⵅⴰⵎⵜ ⵏ ⵜⴽⵕⵥⵉ");
	path = pdf_file_saved(d, "tifinagh.pdf", &arena);
	assert_true(x_of(path, 1, "المملكة") > x_of(path, 1, "ⵜⴰⵅⵅⴰⵎⵜ") + 200);
	fonts = pdf_file_output("pdffonts", path, "| tail -n +3", &arena);
	assert_int_equal(pdf_file_count(fonts, "DejaVuSans "), 1);
	assert_int_equal(pdf_file_count(fonts, "Type 3"), 0);
	assert_int_equal(pdf_file_count(fonts, "yes yes yes"), pdf_file_count(fonts, "\n"));
}

/* ---- drafts and what goes wrong ----------------------------------------------------------------
 */

static void a_draft_is_marked_on_each_page_and_has_no_head(void **state)
{
	struct document *d = pdf_sample_document(LANG_FR, &arena);
	const char *path;
	struct str words;

	(void)state;
	d->draft = true;
	d->mark_words = STR("PROJET NON SIGNÉ");
	d->head = (struct hash){{0}};
	path = pdf_file_saved(d, "draft.pdf", &arena);
	words = pdf_file_output("pdftotext -layout", path, "-", &arena);
	assert_int_equal(pdf_file_count(words, "PROJET NON SIGNÉ"), pdf_file_pages(path, &arena));
	assert_int_equal(pdf_file_count(words, PDF_SAMPLE_HEAD), 0);
	assert_non_null(
		strstr(pdf_file_output("pdfinfo", path, "", &arena).p, "Form:            none"));
}

static void an_empty_document_is_a_page(void **state)
{
	struct document d = {.lang = LANG_AR, .date = {.seconds = 1730116500}};

	(void)state;
	d.root = node_add(&arena, NULL, NODE_DOCUMENT, (struct message){0});
	{
		struct pdf_input in = {
			.document = &d, .page_of = STR("{page}/{pages}"), .creator = STR("t")};
		struct bytes out = {0};
		struct error err = {0};
		const char *path = pdf_file_path("empty.pdf", &arena);

		assert_int_equal(pdf_render(&in, &out, &err), 0);
		pdf_file_write(path, &out);
		bytes_free(&out);
		pdf_file_output("qpdf --check", path, "2>&1", &arena);
		assert_int_equal(pdf_file_pages(path, &arena), 1);
	}
}

static void a_signer_without_a_place_is_refused(void **state)
{
	struct pdf_input in = pdf_sample_input(pdf_sample_document(LANG_AR, &arena), &arena);
	struct pdf_signer three[3] = {in.signers[0], in.signers[1], in.signers[0]};
	struct bytes out = {0};
	struct error err = {0};

	(void)state;
	in.signers = three;
	in.signers_n = 3;
	assert_int_equal(pdf_render(&in, &out, &err), -1);
	assert_int_equal(err.code, ERROR_PDF);
	assert_int_equal(out.n, 0);
	bytes_free(&out);
}

static void without_the_module_there_is_an_error(void **state)
{
	struct pdf_input in = pdf_sample_input(pdf_sample_document(LANG_AR, &arena), &arena);
	const char *before = getenv("MAHDAR_MODULE_DIR");
	struct bytes out = {0};
	struct error err = {0};
	char *kept;

	(void)state;
	assert_non_null(before);
	kept = strdup(before);
	setenv("MAHDAR_MODULE_DIR", "/nonexistent", 1);
	assert_int_equal(pdf_render(&in, &out, &err), -1);
	setenv("MAHDAR_MODULE_DIR", kept, 1);
	free(kept);
	assert_int_equal(err.code, ERROR_MODULE);
}

/* The desk owns the terminal: not even a broken configuration of the fonts may be complained of. */
static void nothing_is_said_on_standard_error(void **state)
{
	const char *path = pdf_file_path("stderr", &arena);
	int before = dup(STDERR_FILENO), file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
	struct bytes out;
	struct stat st;

	(void)state;
	assert_true(before >= 0 && file >= 0);
	setenv("FONTCONFIG_FILE", "/nonexistent", 1);
	dup2(file, STDERR_FILENO);
	out = pdf_file_render(pdf_sample_document(LANG_AR, &arena), &arena);
	dup2(before, STDERR_FILENO);
	unsetenv("FONTCONFIG_FILE");
	assert_int_equal(fstat(file, &st), 0);
	close(file);
	close(before);
	bytes_free(&out);
	assert_int_equal(st.st_size, 0);
}

/* Two columns of amounts: of all words that end in ",00" there are two right edges. */
static void units_stand_under_units(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		struct str boxes = pdf_file_output("pdftotext -bbox -f 3 -l 3",
			rendered(k == 0 ? LANG_AR : LANG_FR), "-", &arena);
		double edges[2] = {0, 0};
		const char *line = boxes.p, *end;
		int n = 0, cells = 0;

		for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
			double left, top, x, bottom;
			char word[32];

			if (sscanf(line,
				    " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" "
				    "yMax=\"%lf\">%31[0-9,]",
				    &left, &top, &x, &bottom, word) != 5 ||
				strlen(word) != 6 || strcmp(word + 3, ",00") != 0 ||
				bottom - top > 20.6) /* larger letters: not in the table */
				continue;
			cells++;
			for (int i = 0; i < n; i++)
				x = x > edges[i] - 0.8 && x < edges[i] + 0.8 ? 0 : x;
			if (x > 0 && n == 2)
				fail_msg("another edge at %.2f", x);
			if (x > 0)
				edges[n++] = x;
		}
		assert_int_equal(n, 2);
		assert_true(cells >= 12);
	}
}

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, &memory_source);
	pdf_file_saved(pdf_sample_document(LANG_AR, &arena), "render-ar.pdf", &arena);
	pdf_file_saved(pdf_sample_document(LANG_FR, &arena), "render-fr.pdf", &arena);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_clear(&arena);
	return 0;
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_same_document_gives_the_same_bytes),
	cmocka_unit_test(drawing_can_be_stopped_between_two_pages),
	cmocka_unit_test(another_head_gives_other_bytes),
	cmocka_unit_test(the_file_is_sound_in_both_languages),
	cmocka_unit_test(the_words_can_be_copied_out),
	cmocka_unit_test(every_footer_has_the_whole_head),
	cmocka_unit_test(the_digits_of_the_head_are_never_reordered),
	cmocka_unit_test(the_code_says_the_head),
	cmocka_unit_test(all_fonts_are_embedded_with_their_letters),
	cmocka_unit_test(the_file_describes_itself),
	cmocka_unit_test(page_numbers_count_to_the_last),
	cmocka_unit_test(a_table_repeats_its_header_on_each_page),
	cmocka_unit_test(columns_run_in_the_direction_of_the_language),
	cmocka_unit_test(the_letterhead_is_arabic_right_and_french_left),
	cmocka_unit_test(tifinagh_of_the_letterhead_is_drawn_and_embedded),
	cmocka_unit_test(a_draft_is_marked_on_each_page_and_has_no_head),
	cmocka_unit_test(an_empty_document_is_a_page),
	cmocka_unit_test(a_signer_without_a_place_is_refused),
	cmocka_unit_test(without_the_module_there_is_an_error),
	cmocka_unit_test(nothing_is_said_on_standard_error),
	cmocka_unit_test(units_stand_under_units),
};

TEST_MAIN_WITH(cases, setup, teardown)

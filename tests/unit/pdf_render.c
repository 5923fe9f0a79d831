/* The record as PDF, seen from outside: with the programs a recipient has. */
#include "tests/test.h"

#include <ctype.h>
#include <sys/stat.h>

#include "storage/record/pdf.h"
#include "tests/pdf_sample.h"

static struct arena arena;

/* ---- making and asking ---------------------------------------------------------------------- */

static const char *path_of(const char *name)
{
	struct builder b;

	builder_init(&b, &arena);
	builder_add_z(&b, test_builddir());
	builder_add_z(&b, "/tests/pdf");
	mkdir(arena_z(&arena, builder_str(&b)), 0700);
	builder_add_z(&b, "/");
	builder_add_z(&b, name);
	return arena_z(&arena, builder_str(&b));
}

static void write_file(const char *path, const struct bytes *bytes)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes->p, 1, bytes->n, f), bytes->n);
	assert_int_equal(fclose(f), 0);
}

static struct bytes render(const struct document *d)
{
	struct pdf_input in = pdf_sample_input(d, &arena);
	struct bytes out = {0};
	struct error err = {0};

	if (pdf_render(&in, &out, &err) != 0)
		fail_msg("pdf_render: error %d, %s", (int)err.code, err.subject);
	return out;
}

static const char *rendered(enum lang lang)
{
	const char *path = path_of(lang == LANG_AR ? "ar.pdf" : "fr.pdf");
	struct bytes out = render(pdf_sample_document(lang, &arena));

	write_file(path, &out);
	bytes_free(&out);
	return path;
}

/* What COMMAND prints about the file PATH; the command must succeed. */
static struct str output_of(const char *before, const char *path, const char *after)
{
	char command[1024], buffer[4096];
	struct builder b;
	size_t n;
	FILE *f;

	snprintf(command, sizeof command, "%s '%s' %s", before, path, after);
	f = popen(command, "r");
	assert_non_null(f);
	builder_init(&b, &arena);
	while ((n = fread(buffer, 1, sizeof buffer, f)) > 0)
		builder_add(&b, (struct str){buffer, n});
	if (pclose(f) != 0)
		fail_msg("failed: %s", command);
	return (struct str){arena_z(&arena, builder_str(&b)), b.n};
}

static int count_of(struct str s, const char *needle)
{
	const char *p = s.p;
	int n = 0;

	while ((p = strstr(p, needle)) != NULL) {
		n++;
		p += strlen(needle);
	}
	return n;
}

static void the_same_document_gives_the_same_bytes(void **state)
{
	const struct document *d = pdf_sample_document(LANG_AR, &arena);
	struct bytes one = render(d), two = render(d);

	(void)state;
	assert_int_equal(one.n, two.n);
	assert_memory_equal(one.p, two.p, one.n);
	bytes_free(&one);
	bytes_free(&two);
}

static void the_file_is_sound_in_both_languages(void **state)
{
	(void)state;
	output_of("qpdf --check", rendered(LANG_AR), "2>&1");
	output_of("qpdf --check", rendered(LANG_FR), "2>&1");
}

static void every_footer_has_the_whole_head(void **state)
{
	struct str words = output_of("pdftotext -layout", rendered(LANG_AR), "-");
	struct str info = output_of("pdfinfo", path_of("ar.pdf"), "");
	const char *pages = strstr(info.p, "Pages:");

	(void)state;
	assert_non_null(pages);
	assert_true(atoi(pages + strlen("Pages:")) >= 3);
	assert_int_equal(count_of(words, PDF_SAMPLE_HEAD), atoi(pages + strlen("Pages:")));
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
	cmocka_unit_test(the_same_document_gives_the_same_bytes),
	cmocka_unit_test(the_file_is_sound_in_both_languages),
	cmocka_unit_test(every_footer_has_the_whole_head),
};

TEST_MAIN_WITH(cases, setup, teardown)

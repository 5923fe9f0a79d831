#include "tests/pdf_file.h"

#include <sys/stat.h>

#include "tests/pdf_sample.h"
#include "tests/test.h"

const char *pdf_file_path(const char *name, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, test_builddir());
	builder_add_z(&b, "/tests/pdf");
	mkdir(arena_z(a, builder_str(&b)), 0700);
	builder_add_z(&b, "/");
	builder_add_z(&b, name);
	return arena_z(a, builder_str(&b));
}

void pdf_file_write(const char *path, const struct bytes *bytes)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes->p, 1, bytes->n, f), bytes->n);
	assert_int_equal(fclose(f), 0);
}

struct bytes pdf_file_render(const struct document *d, struct arena *a)
{
	struct pdf_input in = pdf_sample_input(d, a);
	struct bytes out = {0};
	struct error err = {0};

	if (hash_is_zero(d->head)) /* nothing to sign */
		in.signers_n = 0;
	if (pdf_render(&in, &out, &err) != 0)
		fail_msg("pdf_render: error %d, %s", (int)err.code, err.subject);
	return out;
}

const char *pdf_file_saved(const struct document *d, const char *name, struct arena *a)
{
	struct bytes out = pdf_file_render(d, a);
	const char *path = pdf_file_path(name, a);

	pdf_file_write(path, &out);
	bytes_free(&out);
	return path;
}

struct str pdf_file_output(const char *before, const char *path, const char *after, struct arena *a)
{
	struct str parts[] = {str_of(before), STR(" '"), str_of(path), STR("' "), str_of(after)};
	const char *command = arena_z(a, arena_join(a, parts, ARRAY_LEN(parts)));
	FILE *f = popen(command, "r");
	char buffer[4096];
	struct builder b;
	size_t n;

	assert_non_null(f);
	builder_init(&b, a);
	while ((n = fread(buffer, 1, sizeof buffer, f)) > 0)
		builder_add(&b, (struct str){buffer, n});
	if (pclose(f) != 0)
		fail_msg("failed: %s", command);
	return (struct str){arena_z(a, builder_str(&b)), b.n};
}

int pdf_file_pages(const char *path, struct arena *a)
{
	struct str info = pdf_file_output("pdfinfo", path, "", a);
	const char *pages = strstr(info.p, "Pages:");

	assert_non_null(pages);
	return atoi(pages + strlen("Pages:"));
}

int pdf_file_count(struct str s, const char *needle)
{
	const char *p = s.p;
	int n = 0;

	while ((p = strstr(p, needle)) != NULL) {
		n++;
		p += strlen(needle);
	}
	return n;
}

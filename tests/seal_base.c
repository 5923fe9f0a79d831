#include "tests/seal_base.h"

#include "tests/test.h"

#include <zlib.h>

#define OBJECTS 13

struct draft {
	struct bytes out;
	size_t offsets[OBJECTS + 1];
};

static void add(struct bytes *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void add(struct bytes *b, const char *format, ...)
{
	char line[2048];
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	assert_true(n >= 0 && (size_t)n < sizeof(line));
	bytes_add(b, line, (size_t)n);
}

static void object(struct draft *d, unsigned number, const char *body)
{
	d->offsets[number] = d->out.n;
	add(&d->out, "%u 0 obj\n", number);
	bytes_add(&d->out, body, strlen(body));
	add(&d->out, "\nendobj\n");
}

static void stream(struct draft *d, unsigned number, const char *entries, const void *p, size_t n)
{
	d->offsets[number] = d->out.n;
	add(&d->out, "%u 0 obj\n<< %s /Length %zu >>\nstream\n", number, entries, n);
	bytes_add(&d->out, p, n);
	add(&d->out, "\nendstream\nendobj\n");
}

static void field(struct draft *d, unsigned number, const char *name, const char *title, int x)
{
	char body[512];

	snprintf(body, sizeof(body),
		"<< /Type /Annot /Subtype /Widget /FT /Sig /T (%s) /TU (%s) /F 132"
		" /Rect [ %d 80 %d 140 ] /P 3 0 R /AP << /N 9 0 R >> >>",
		name, title, x, x + 150);
	object(d, number, body);
}

static void journal(struct draft *d, enum seal_base_kind kind)
{
	static const char text[] = SEAL_BASE_JOURNAL;
	size_t n = sizeof(text) - 1, said = kind == SEAL_BASE_WRONG_SIZE ? n + 1 : n;
	unsigned char packed[512];
	uLongf packed_n = sizeof(packed);
	char entries[200];

	snprintf(entries, sizeof(entries),
		"/Type /EmbeddedFile /Subtype /application#2Fjsonl /Params << /Size %zu >>%s", said,
		kind == SEAL_BASE_DEFLATED || kind == SEAL_BASE_WRONG_SIZE ? " /Filter /FlateDecode"
									   : "");
	if (kind == SEAL_BASE_DEFLATED || kind == SEAL_BASE_WRONG_SIZE) {
		assert_int_equal(
			compress(packed, &packed_n, (const unsigned char *)text, (uLong)n), Z_OK);
		stream(d, 11, entries, packed, packed_n);
	} else {
		stream(d, 11, entries, text, n);
	}
}

static void table(struct draft *d)
{
	size_t at = d->out.n;

	add(&d->out, "xref\n0 %d\n0000000000 65535 f \n", OBJECTS);
	for (int i = 1; i < OBJECTS; i++)
		add(&d->out, "%010zu 00000 n \n", d->offsets[i]);
	add(&d->out,
		"trailer << /Info 12 0 R /Root 1 0 R /Size %d /ID "
		"[<0123456789abcdef0123456789abcdef>"
		"<0123456789abcdef0123456789abcdef>] >>\nstartxref\n%zu\n%%%%EOF\n",
		OBJECTS, at);
}

static struct bytes build(enum seal_base_kind kind, unsigned number, const char *body)
{
	static const char drawing[] = "0.2 0.4 0.6 rg 72 700 200 40 re f";
	static const char ink[] = "0 0 150 60 re S";
	bool other = kind == SEAL_BASE_NAMES;
	const char *fixed[OBJECTS] = {0};
	struct draft d = {0};

	fixed[1] = kind == SEAL_BASE_NO_JOURNAL
			   ? "<< /AcroForm 5 0 R /Pages 2 0 R /Type /Catalog >>"
			   : "<< /AF [ 10 0 R ] /AcroForm 5 0 R /Names << /EmbeddedFiles 8 0 R >> "
			     "/Pages 2 0 R "
			     "/Type /Catalog >>";
	fixed[2] = "<< /Count 1 /Kids [ 3 0 R ] /Type /Pages >>";
	fixed[3] = "<< /Annots [ 6 0 R 7 0 R ] /Contents 4 0 R /MediaBox [ 0 0 595 842 ] "
		   "/Parent 2 0 R /Resources << >> /Type /Page >>";
	fixed[5] = kind == SEAL_BASE_ONE_FIELD ? "<< /Fields [ 6 0 R ] /SigFlags 3 >>"
					       : "<< /Fields [ 6 0 R 7 0 R ] /SigFlags 3 >>";
	fixed[10] = "<< /AFRelationship /Source /EF << /F 11 0 R /UF 11 0 R >> /F (journal.jsonl) "
		    "/Type /Filespec /UF (journal.jsonl) >>";
	fixed[12] = "<< /CreationDate (D:20241230180000+01'00') /Title (fixture) >>";
	if (number)
		fixed[number] = body;

	add(&d.out, "%%PDF-1.7\n%%\xbf\xf7\xa2\xfe\n");
	object(&d, 1, fixed[1]);
	object(&d, 2, fixed[2]);
	object(&d, 3, fixed[3]);
	stream(&d, 4, "", drawing, sizeof(drawing) - 1);
	object(&d, 5, fixed[5]);
	if (fixed[6])
		object(&d, 6, fixed[6]);
	else
		field(&d, 6, other ? "secretary" : "signer1", "Secretary", 100);
	field(&d, 7, other ? "president" : "signer2", "President", 300);
	if (kind == SEAL_BASE_TWO_FILES)
		object(&d, 8, "<< /Names [ (journal.jsonl) 10 0 R (journal.jsonl) 10 0 R ] >>");
	else
		object(&d, 8, "<< /Names [ (journal.jsonl) 10 0 R ] >>");
	stream(&d, 9, "/Type /XObject /Subtype /Form /BBox [ 0 0 150 60 ] /Resources << >>", ink,
		sizeof(ink) - 1);
	object(&d, 10, fixed[10]);
	journal(&d, kind);
	object(&d, 12, fixed[12]);
	table(&d);
	return d.out;
}

struct bytes seal_base(enum seal_base_kind kind)
{
	return build(kind, 0, NULL);
}

struct bytes seal_base_with(unsigned number, const char *body)
{
	return build(SEAL_BASE_PLAIN, number, body);
}

struct bytes seal_base_file(const char *path)
{
	char full[1024];
	struct bytes b = {0};
	char buffer[4096];
	size_t n;
	FILE *f;

	snprintf(full, sizeof(full), "%s%s%s", *path == '/' ? "" : test_srcdir(),
		*path == '/' ? "" : "/", path);
	f = fopen(full, "rb");
	assert_non_null(f);
	while ((n = fread(buffer, 1, sizeof(buffer), f)) > 0)
		bytes_add(&b, buffer, n);
	assert_false(ferror(f));
	assert_int_equal(fclose(f), 0);
	return b;
}

struct seal_key *seal_base_key(const char *name)
{
	char path[256];
	struct bytes p12;
	struct seal_key *key;
	struct error err = {0};

	snprintf(path, sizeof(path), "storage/sample/%s.p12", name);
	p12 = seal_base_file(path);
	assert_int_equal(seal_key_open(p12.p, p12.n, STR("specimen"), &key, &err), 0);
	bytes_free(&p12);
	return key;
}

struct seal_act seal_base_act(unsigned signer)
{
	/* 2024-12-30T18:20:00+01:00 and an hour and a half later */
	static const struct instant when[2] = {{1735579200, 60}, {1735584600, 60}};

	if (signer == 1)
		return (struct seal_act){1, STR("كاتب الجلسة (نموذج)"), STR("Record (closed) \\ 1"),
			STR("فاس"), when[0]};
	return (struct seal_act){signer, STR("𐤀 President"), STR(""), STR("Fes"), when[1]};
}

struct bytes seal_base_signed(struct str base, unsigned signers, const struct seal_key *secretary,
	const struct seal_key *president)
{
	struct bytes one = {0}, two = {0};
	struct seal_act act = seal_base_act(1);
	struct error err = {0};

	assert_int_equal(seal_sign(base, secretary, &act, &one, &err), 0);
	if (signers < 2)
		return one;
	act = seal_base_act(2);
	assert_int_equal(seal_sign(seal_base_str(&one), president, &act, &two, &err), 0);
	bytes_free(&one);
	return two;
}

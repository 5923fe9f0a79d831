/* The folder that is handed over: the record, the certificates, and how to check both. */
#include "storage/record/record.h"

#include "locale/embed.h"
#include "storage/file.h"

#include <assert.h>
#include <string.h>

static const char *in_folder(const char *dir, const char *name, const char *ending, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, dir);
	builder_add_char(&b, '/');
	builder_add_z(&b, name);
	builder_add_z(&b, ending);
	return builder_str(&b).p;
}

/* VERIFY.txt from its carried model: @NAME@ stands for a value. */
struct blank {
	const char *name;
	struct str value;
};

static struct str fill_in(struct str model, const struct blank *blanks, size_t n, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	while (model.n) {
		size_t i = 0;

		while (i < n && !str_starts(model, blanks[i].name))
			i++;
		if (i < n) {
			size_t length = strlen(blanks[i].name);

			builder_add(&b, blanks[i].value);
			model = (struct str){model.p + length, model.n - length};
		} else {
			builder_add_char(&b, *model.p);
			model = (struct str){model.p + 1, model.n - 1};
		}
	}
	return builder_str(&b);
}

/* Drawn before anything is written, so that a folder is whole or not there. */
struct folder {
	struct str record, pem, verify;
	struct bytes translation;
	const char *base, *translated;
};

static struct str instructions(
	const struct record_check *check, const struct folder *f, struct arena *a)
{
	size_t n;
	const unsigned char *model = embed_find("storage/record/VERIFY.txt", &n);
	struct builder acts, last, prints;
	struct blank blanks[6];

	assert(model);
	builder_init(&acts, a);
	builder_add_int(&acts, check->acts);
	builder_init(&last, a);
	builder_add_int(&last, (int64_t)check->acts - 1);
	builder_init(&prints, a);
	for (size_t i = 0; i < check->seal.signatures_n; i++) {
		const struct seal_certificate *c = &check->seal.signatures[i].certificate;

		builder_add_z(&prints, "    ");
		builder_add(&prints, hash_text(c->sha256, a));
		builder_add_z(&prints, "\n    ");
		builder_add(&prints, c->name);
		builder_add_z(&prints, "\n");
	}
	blanks[0] = (struct blank){"@BASE@", str_of(f->base)};
	blanks[1] = (struct blank){"@HEAD@", hash_text(check->head, a)};
	blanks[2] = (struct blank){"@ACTS@", builder_str(&acts)};
	blanks[3] = (struct blank){"@LAST@", builder_str(&last)};
	blanks[4] = (struct blank){"@FINGERPRINTS@\n", builder_str(&prints)};
	blanks[5] = (struct blank){"@TRANSLATION@", str_of(f->translated)};
	return fill_in((struct str){(const char *)model, n}, blanks, ARRAY_LEN(blanks), a);
}

static int put(const char *path, struct str content, struct error *err)
{
	if (file_write(path, content.p, content.n, 0644, FILE_NEW, err) < 0)
		return -1;
	return file_check(path, content.p, content.n, err);
}

static int write_folder(const char *dir, const struct folder *f, struct arena *a, struct error *err)
{
	struct str translation = {(const char *)f->translation.p, f->translation.n};

	if (file_claim_folder(dir, err) < 0 ||
		put(in_folder(dir, f->base, ".pdf", a), f->record, err) < 0 ||
		put(in_folder(dir, f->translated, "", a), translation, err) < 0 ||
		put(in_folder(dir, "signers", ".pem", a), f->pem, err) < 0 ||
		put(in_folder(dir, "VERIFY", ".txt", a), f->verify, err) < 0)
		return -1;
	return 0;
}

int record_folder(struct registry *r, const char *dir, struct error *err)
{
	const struct session *s = register_session(r);
	const struct record_how how = {.progress = journal_watched(register_journal(r))};
	struct folder f = {.translation = {NULL, 0, 0}};
	struct bytes pdf = {NULL, 0, 0};
	struct record_check check;
	struct builder pem;
	struct arena a;
	int status = -1;

	if (!s || s->phase != PHASE_SEALED)
		return error_set(err, ERROR_NOT_FROZEN, "%s", "");
	arena_init(&a, &memory_source);
	f.base = record_base_name(s, &a);
	if (record_current(r, &pdf, err) < 0)
		goto out;
	f.record = (struct str){(const char *)pdf.p, pdf.n};
	/* Checked by the same code as anybody's copy later, before it leaves the house. */
	if (record_verify(f.record, &how, &check, &a, err) < 0)
		goto out;
	if (!check.holds) {
		(void)error_set(err, ERROR_PDF, "%s", f.base);
		goto out;
	}
	f.translated = record_translation_name(&check.session, &a);
	if (record_translation(&check.session, how.progress, &f.translation, err) < 0)
		goto out;
	builder_init(&pem, &a);
	for (size_t i = 0; i < check.seal.signatures_n; i++)
		builder_add(&pem, check.seal.signatures[i].certificate.pem);
	f.pem = builder_str(&pem);
	f.verify = instructions(&check, &f, &a);
	status = write_folder(dir, &f, &a, err);
out:
	arena_clear(&a);
	bytes_free(&pdf);
	bytes_free(&f.translation);
	return status;
}

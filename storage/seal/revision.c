#include "storage/seal/revision.h"

#include <stdio.h>
#include <string.h>

#define ZLIB_CONST /* input is only read */
#include <zlib.h>

#define SIZE_MAX_OBJECTS    2000000
#define ENTRY_BYTES         20
#define ATTACHMENT_SIZE_MAX ((uint32_t)256 * 1024 * 1024)

/* ---- lines of the cross-reference part ------------------------------------------------------- */

static bool literal(struct str s, size_t *at, const char *z)
{
	size_t n = strlen(z);

	if (s.n - *at < n || memcmp(s.p + *at, z, n) != 0)
		return false;
	*at += n;
	return true;
}

/* Other programs end lines with two characters. */
static bool line_end(struct str s, size_t *at)
{
	return literal(s, at, "\n") || literal(s, at, "\r\n");
}

/* At most ten digits, at least one. */
static bool digits(struct str s, size_t *at, size_t *n)
{
	size_t from = *at;

	*n = 0;
	while (*at < s.n && *at - from < 10 && s.p[*at] >= '0' && s.p[*at] <= '9')
		*n = *n * 10 + (size_t)(s.p[(*at)++] - '0');
	return *at > from;
}

/* The number before the last %%EOF: where the newest table stands. */
static bool table_find(struct str file, size_t *table)
{
	size_t tail = file.n < 64 ? file.n : 64, at;
	const char *p = NULL, *next = file.p + file.n - tail;

	/* The last of them: the tail is too short for a whole revision behind it. */
	while ((next = memmem(next, (size_t)(file.p + file.n - next), "startxref", 9)))
		p = next++;
	if (!p)
		return false;
	at = (size_t)(p - file.p) + 9;
	return line_end(file, &at) && digits(file, &at, table) && line_end(file, &at) &&
	       literal(file, &at, "%%EOF") && line_end(file, &at) && at == file.n &&
	       *table < file.n;
}

struct tables {
	size_t *offsets;
	bool *newest, *known;
	uint32_t size;
	bool generations;
};

/* An entry that a newer table has already named is older and does not count. */
static bool entry_read(struct str file, size_t *at, struct tables *t, size_t number, bool first)
{
	size_t offset, generation, from = *at;
	bool used;

	if (!digits(file, at, &offset) || *at != from + 10 || !literal(file, at, " ") ||
		!digits(file, at, &generation) || *at != from + 16 || !literal(file, at, " "))
		return false;
	used = literal(file, at, "n");
	if (!used && !literal(file, at, "f"))
		return false;
	literal(file, at, " ");
	if (!line_end(file, at))
		return false;
	if (number >= t->size || *at != from + ENTRY_BYTES ||
		(used && (!offset || offset >= file.n)))
		return false;
	if (used && generation)
		t->generations = true;
	if (!t->known[number]) {
		t->known[number] = true;
		t->offsets[number] = used && !generation ? offset : 0;
		t->newest[number] = first;
	}
	return true;
}

/* The table at AT and the trailer behind it. */
static bool table_read(
	struct str file, size_t at, struct tables *t, bool first, struct syntax *trailer)
{
	if (!literal(file, &at, "xref") || !line_end(file, &at))
		return false;
	while (!literal(file, &at, "trailer")) {
		size_t from, count;

		if (!digits(file, &at, &from) || !literal(file, &at, " ") ||
			!digits(file, &at, &count) || !line_end(file, &at) ||
			from + count > t->size)
			return false;
		for (size_t i = 0; i < count; i++)
			if (!entry_read(file, &at, t, from + i, first))
				return false;
	}
	return syntax_read(file, &at, trailer) && trailer->kind == SYNTAX_DICT &&
	       syntax_sound(*trailer);
}

/* The trailer behind the table at AT, without reading the table: it says how big all tables are. */
static bool trailer_find(struct str file, size_t at, struct syntax *trailer)
{
	const char *p = memmem(file.p + at, file.n - at, "trailer", 7);
	size_t from;

	if (!p)
		return false;
	from = (size_t)(p - file.p) + 7;
	return syntax_read(file, &from, trailer) && syntax_sound(*trailer);
}

static bool size_read(struct str file, struct revision *r)
{
	struct syntax v;

	if (!trailer_find(file, r->table, &r->trailer) || !syntax_entry(r->trailer, "/Size", &v) ||
		!v.whole || v.number < 2 || v.number > SIZE_MAX_OBJECTS)
		return false;
	r->size = v.number;
	return true;
}

/* Every object is where the table says. In a real file they stand one behind the other; in one made
 * to keep us busy they lie inside each other, so what is read in all is bounded. */
static int objects_read(const struct revision *r, struct error *err)
{
	size_t all = 0, after;
	struct syntax v;

	for (uint32_t n = 1; n < r->size; n++) {
		if (!r->offsets[n])
			continue;
		if (!revision_object(r, n, &v, &after) || all > 4 * r->file.n)
			return error_set(err, ERROR_PDF, "%lu 0 obj", (unsigned long)n);
		all += after - r->offsets[n];
	}
	return 0;
}

int revision_read(struct str file, struct revision *r, struct arena *a, struct error *err)
{
	struct tables t = {0};
	struct syntax trailer, v;
	size_t at;

	*r = (struct revision){.file = file};
	if (file.n > REVISION_FILE_MAX || !str_starts(file, "%PDF-1."))
		return error_set(err, ERROR_PDF, "%s", "%PDF-");
	if (!table_find(file, &r->table))
		return error_set(err, ERROR_PDF, "%s", "startxref");
	if (!size_read(file, r))
		return error_set(err, ERROR_PDF, "%s", "trailer");
	t.size = r->size;
	t.offsets = ARENA_ARRAY(a, size_t, r->size);
	t.newest = ARENA_ARRAY(a, bool, r->size);
	t.known = ARENA_ARRAY(a, bool, r->size);
	for (at = r->table;; at = v.number) {
		if (!table_read(file, at, &t, at == r->table, &trailer))
			return error_set(err, ERROR_PDF, "xref %zu", at);
		if (!syntax_entry(trailer, "/Prev", &v))
			break;
		/* Each older table stands before the newer one, so the walk ends. */
		if (v.kind != SYNTAX_NUMBER || !v.whole || v.number >= at ||
			++r->updates > REVISION_UPDATES_MAX)
			return error_set(err, ERROR_PDF, "%s", "/Prev");
	}
	r->offsets = t.offsets;
	r->newest = t.newest;
	r->generations = t.generations;
	if (!syntax_entry(r->trailer, "/Root", &v) || v.kind != SYNTAX_REF ||
		syntax_entry(r->trailer, "/Encrypt", &trailer))
		return error_set(err, ERROR_PDF, "%s", "/Root");
	r->root = v.number;
	return objects_read(r, err);
}

/* ---- objects --------------------------------------------------------------------------------- */

bool revision_object(const struct revision *r, uint32_t n, struct syntax *v, size_t *after)
{
	char head[32];
	size_t at;

	if (n >= r->size || !r->offsets[n])
		return false;
	at = r->offsets[n];
	snprintf(head, sizeof(head), "%lu 0 obj", (unsigned long)n);
	if (!literal(r->file, &at, head) || !syntax_read(r->file, &at, v))
		return false;
	if (after)
		*after = at;
	return true;
}

bool revision_entry(const struct revision *r, struct syntax dict, const char *key, struct syntax *v)
{
	return syntax_entry(dict, key, v) &&
	       (v->kind != SYNTAX_REF ||
		       (revision_object(r, v->number, v, NULL) && v->kind != SYNTAX_REF));
}

bool revision_catalog(const struct revision *r, struct syntax *v)
{
	struct syntax type;

	return revision_object(r, r->root, v, NULL) && syntax_sound(*v) &&
	       syntax_entry(*v, "/Type", &type) && str_is(type.raw, "/Catalog");
}

static bool field_fits(const struct revision *r, uint32_t number, size_t position)
{
	struct syntax field, v;
	char name[24];

	snprintf(name, sizeof(name), "(signer%zu)", position);
	return revision_object(r, number, &field, NULL) && syntax_sound(field) &&
	       syntax_entry(field, "/FT", &v) && str_is(v.raw, "/Sig") &&
	       syntax_entry(field, "/T", &v) && str_is(v.raw, name);
}

int revision_fields(
	const struct revision *r, uint32_t *numbers, size_t room, size_t *n, struct error *err)
{
	struct syntax catalog, form, fields, v;
	struct str inside;
	size_t at = 0;

	*n = 0;
	if (!revision_catalog(r, &catalog))
		return error_set(err, ERROR_PDF, "%s", "/Root");
	if (!revision_entry(r, catalog, "/AcroForm", &form) ||
		!revision_entry(r, form, "/Fields", &fields) || fields.kind != SYNTAX_ARRAY)
		return error_set(err, ERROR_PDF, "%s", "/AcroForm");
	inside = (struct str){fields.raw.p + 1, fields.raw.n - 2};
	while (syntax_read(inside, &at, &v)) {
		if (*n == room || v.kind != SYNTAX_REF || !field_fits(r, v.number, *n + 1))
			return error_set(err, ERROR_PDF, "signer%zu", *n + 1);
		numbers[(*n)++] = v.number;
	}
	return 0;
}

/* ---- the embedded file ----------------------------------------------------------------------- */

/* The raw bytes of the stream whose dictionary ends at AT. */
static bool stream_bytes(const struct revision *r, struct syntax dict, size_t at, struct str *raw)
{
	struct syntax length;
	size_t end;

	if (!revision_entry(r, dict, "/Length", &length) || length.kind != SYNTAX_NUMBER ||
		!length.whole)
		return false;
	while (at < r->file.n && syntax_is_space(r->file.p[at]))
		at++;
	if (!literal(r->file, &at, "stream") || !line_end(r->file, &at) ||
		length.number > r->file.n - at)
		return false;
	*raw = (struct str){r->file.p + at, length.number};
	end = at + length.number;
	line_end(r->file, &end);
	return literal(r->file, &end, "endstream");
}

/* RAW must give exactly SIZE bytes and use itself up. */
static bool inflate_all(struct str raw, size_t size, struct str *out, struct arena *a)
{
	z_stream z = {0};
	unsigned char *p;
	bool ok;

	/* Deflate shrinks at most 1032 times: a size beyond that is a lie and costs no memory. */
	if (size / 1040 > raw.n || inflateInit(&z) != Z_OK)
		return false;
	p = arena_take(a, size + 1);
	z.next_in = (const Bytef *)raw.p;
	z.avail_in = (uInt)raw.n;
	z.next_out = p;
	z.avail_out = (uInt)size + 1;
	ok = inflate(&z, Z_FINISH) == Z_STREAM_END && z.total_out == size && z.avail_in == 0;
	inflateEnd(&z);
	*out = (struct str){(const char *)p, size};
	return ok;
}

static bool attachment_read(
	const struct revision *r, uint32_t number, struct str *bytes, struct arena *a)
{
	struct syntax dict, params, size, filter;
	struct str raw;
	size_t at;

	if (!revision_object(r, number, &dict, &at) || !syntax_sound(dict) ||
		!stream_bytes(r, dict, at, &raw) || !revision_entry(r, dict, "/Params", &params) ||
		!revision_entry(r, params, "/Size", &size) || !size.whole ||
		size.number > ATTACHMENT_SIZE_MAX || syntax_entry(dict, "/DecodeParms", &params))
		return false;
	if (!syntax_entry(dict, "/Filter", &filter)) {
		*bytes = raw;
		return raw.n == size.number;
	}
	if (!str_is(filter.raw, "/FlateDecode") && !str_is(filter.raw, "[/FlateDecode]") &&
		!str_is(filter.raw, "[ /FlateDecode ]"))
		return false;
	return inflate_all(raw, size.number, bytes, a);
}

/* SPEC is a file specification: the object of its stream. */
static bool spec_stream(const struct revision *r, struct syntax spec, uint32_t *number)
{
	struct syntax ef, f;

	if (spec.kind == SYNTAX_REF && !revision_object(r, spec.number, &spec, NULL))
		return false;
	if (!syntax_sound(spec) || !revision_entry(r, spec, "/EF", &ef) ||
		!syntax_entry(ef, "/F", &f) || f.kind != SYNTAX_REF)
		return false;
	*number = f.number;
	return true;
}

int revision_attachment(const struct revision *r, const char *name, struct str *bytes, bool *found,
	struct arena *a, struct error *err)
{
	struct syntax catalog, names, files, list, key, spec;
	struct str inside, text;
	uint32_t number;
	size_t at = 0;

	*bytes = STR("");
	*found = false;
	if (!revision_catalog(r, &catalog))
		return error_set(err, ERROR_PDF, "%s", "/Root");
	if (!revision_entry(r, catalog, "/Names", &names) ||
		!revision_entry(r, names, "/EmbeddedFiles", &files))
		return 0;
	if (!revision_entry(r, files, "/Names", &list) || list.kind != SYNTAX_ARRAY)
		return error_set(err, ERROR_PDF, "%s", "/EmbeddedFiles");
	inside = (struct str){list.raw.p + 1, list.raw.n - 2};
	while (syntax_read(inside, &at, &key)) {
		if (!syntax_text(key, &text, a) || !syntax_read(inside, &at, &spec))
			return error_set(err, ERROR_PDF, "%s", "/EmbeddedFiles");
		if (!str_is(text, name))
			continue;
		if (*found || !spec_stream(r, spec, &number) ||
			!attachment_read(r, number, bytes, a))
			return error_set(err, ERROR_PDF, "%s", name);
		*found = true;
	}
	return 0;
}

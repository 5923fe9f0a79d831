/* Verification. A finished record has to be, byte for byte, what signing makes of a base: each
 * update is made again from what its signature says (texts, certificate, digest, value) and
 * compared. A file that is not ours is only judged as far as any reader could. */
#include "storage/seal/verify.h"

#include <string.h>

#include "storage/seal/cms.h"
#include "storage/seal/pades.h"

/* A byte range somewhere in the file: a signature, whoever made it. */
struct range {
	size_t at;       /* of the words /ByteRange */
	size_t from, to; /* the gap: hex digits with < and > */
	size_t end;      /* of what is covered */
};

struct check {
	const struct crypto *crypto;
	struct str file;
	struct seal_report *report;
	struct range ranges[SEAL_SIGNERS_MAX];
	bool cut;  /* a signature covers more than there is */
	bool many; /* more signatures than can be ours */
	struct arena *a;
};

/* ---- finding the signatures ------------------------------------------------------------------ */

/* The four numbers behind /ByteRange at AT. */
static bool range_read(struct str file, size_t at, struct range *g, bool *cut)
{
	size_t i = at + strlen("/ByteRange"), inside = 0;
	struct syntax list, v;
	uint32_t n[4];

	if (!syntax_read(file, &i, &list) || list.kind != SYNTAX_ARRAY)
		return false;
	list.raw = (struct str){list.raw.p + 1, list.raw.n - 2};
	for (int k = 0; k < 4; k++) {
		if (!syntax_read(list.raw, &inside, &v) || v.kind != SYNTAX_NUMBER || !v.whole)
			return false;
		n[k] = v.number;
	}
	*g = (struct range){at, n[1], n[2], (size_t)n[2] + n[3]};
	if (n[0] != 0 || g->from + 2 > g->to || (at >= g->from && at < g->to) || at >= g->end)
		return false;
	if (g->end > file.n) {
		*cut = true;
		return false;
	}
	return file.p[g->from] == '<' && file.p[g->to - 1] == '>';
}

static void ranges_find(struct check *c)
{
	static const char words[] = "/ByteRange";
	size_t *n = &c->report->signatures_n, at = 0;
	const char *p;

	while ((p = memmem(c->file.p + at, c->file.n - at, words, sizeof(words) - 1))) {
		struct range g;
		size_t i;

		at = (size_t)(p - c->file.p) + 1;
		if (!range_read(c->file, at - 1, &g, &c->cut))
			continue;
		if (*n == SEAL_SIGNERS_MAX) {
			c->many = true;
			return;
		}
		for (i = (*n)++; i > 0 && c->ranges[i - 1].end > g.end; i--)
			c->ranges[i] = c->ranges[i - 1];
		c->ranges[i] = g;
	}
}

/* ---- one signature --------------------------------------------------------------------------- */

static int hex_value(char d)
{
	return d >= '0' && d <= '9'   ? d - '0'
	       : d >= 'a' && d <= 'f' ? d - 'a' + 10
	       : d >= 'A' && d <= 'F' ? d - 'A' + 10
				      : -1;
}

/* The digits of the gap as bytes; *PLAIN whether they are written as we write them. */
static bool hex_read(struct str hex, struct str *out, bool *plain, struct arena *a)
{
	unsigned char *p = arena_take(a, hex.n / 2 + 1);

	*plain = hex.n % 2 == 0;
	for (size_t i = 0; i + 1 < hex.n; i += 2) {
		int high = hex_value(hex.p[i]), low = hex_value(hex.p[i + 1]);

		if (high < 0 || low < 0)
			return false;
		if ((hex.p[i] >= 'A' && hex.p[i] <= 'F') ||
			(hex.p[i + 1] >= 'A' && hex.p[i + 1] <= 'F'))
			*plain = false;
		p[i / 2] = (unsigned char)(high << 4 | low);
	}
	*out = (struct str){(const char *)p, hex.n / 2};
	return hex.n % 2 == 0;
}

static int signature_check(struct check *c, size_t i, struct error *err)
{
	struct seal_signature *s = &c->report->signatures[i];
	const struct range *g = &c->ranges[i];
	struct str content[2] = {
		{c->file.p, g->from},
		{c->file.p + g->to, g->end - g->to},
	};
	struct str bytes;
	struct error ignored;
	bool plain;
	X509 *cert = NULL;
	int r;

	s->covers = g->end;
	s->finding = SEAL_SIGNATURE;
	if (!hex_read((struct str){c->file.p + g->from + 1, g->to - g->from - 2}, &bytes, &plain,
		    c->a))
		return 0;
	r = cms_check(c->crypto, bytes, content, &s->finding, &cert, err);
	if (s->finding == SEAL_OK && !plain)
		s->finding = SEAL_FOREIGN;
	/* A certificate that cannot even be described is the file's fault, not the machine's. */
	if (!r && cert && key_describe(c->crypto, cert, &s->certificate, c->a, &ignored)) {
		s->certificate = (struct seal_certificate){0};
		s->finding = s->finding == SEAL_DIGEST ? SEAL_DIGEST : SEAL_SIGNATURE;
	}
	X509_free(cert);
	return r;
}

/* ---- the structure around it ----------------------------------------------------------------- */

/* The revision that signature I closes, its field, and the object of its dictionary. False when
 * the file is not built as ours are. */
static bool signature_place(struct check *c, size_t i, struct revision *r, uint32_t *object)
{
	struct seal_signature *s = &c->report->signatures[i];
	uint32_t fields[SEAL_SIGNERS_MAX];
	struct syntax field, v, dict;
	struct error ignored; /* what does not fit is in the finding, not in a sentence */
	size_t n;

	if (revision_read((struct str){c->file.p, c->ranges[i].end}, r, c->a, &ignored) ||
		revision_fields(r, fields, SEAL_SIGNERS_MAX, &n, &ignored))
		return false;
	c->report->fields_n = n;
	if (i >= n || !revision_object(r, fields[i], &field, NULL) ||
		!syntax_entry(field, "/V", &v) || v.kind != SYNTAX_REF ||
		!revision_object(r, v.number, &dict, NULL))
		return false;
	/* The bytes we checked are those of the dictionary that a reader finds in this field. */
	if (c->file.p + c->ranges[i].at < dict.raw.p ||
		c->file.p + c->ranges[i].at >= dict.raw.p + dict.raw.n)
		return false;
	*object = v.number;
	syntax_entry(field, "/T", &v);
	syntax_text(v, &s->field, c->a);
	if (!pades_act(dict, &s->act, c->a))
		return false;
	s->act.signer = (unsigned)i + 1;
	return true;
}

/* Is the update that signature I closes exactly the one we would write? */
static bool update_equal(struct check *c, size_t i, size_t start)
{
	const struct range *g = &c->ranges[i];
	struct str base = {c->file.p, start};
	size_t room = (g->to - g->from - 2) / 2;
	struct bytes update = {0};
	struct pades_gap gap;
	struct error ignored;
	bool equal;

	if (start > g->at || room < PADES_ROOM_MIN || room > PADES_ROOM_MAX)
		return false;
	equal = pades_update(base, &c->report->signatures[i].act, room, &update, &gap, &ignored) ==
			0 &&
		gap.from == g->from && gap.to == g->to && start + update.n == g->end;
	/* The digits between < and > are the signature's own check. */
	equal = equal && memcmp(update.p, c->file.p + start, gap.from + 1 - start) == 0 &&
		memcmp(update.p + (gap.to - start), c->file.p + gap.to, g->end - gap.to) == 0;
	bytes_free(&update);
	return equal;
}

/* Is object N the appearance of FIELD? Others draw their own, in our place or in another. */
static bool is_appearance(const struct revision *r, uint32_t n, uint32_t field)
{
	struct syntax dict, ap, normal;

	return revision_object(r, field, &dict, NULL) && revision_entry(r, dict, "/AP", &ap) &&
	       syntax_entry(ap, "/N", &normal) && normal.kind == SYNTAX_REF && normal.number == n;
}

/* May an update by another program touch object N of BEFORE when it signs field number FIELD? */
static bool foreign_may_touch(
	const struct revision *before, const struct revision *after, uint32_t n, uint32_t field)
{
	struct syntax old, new, v, catalog;

	if (n == field || is_appearance(before, n, field) ||
		(syntax_entry(before->trailer, "/Info", &v) && v.number == n))
		return true;
	if (!before->offsets[n] || !after->offsets[n] || !revision_object(before, n, &old, NULL) ||
		!revision_object(after, n, &new, NULL) || !revision_catalog(before, &catalog))
		return false;
	return str_equal(old.raw, new.raw) ||
	       (syntax_entry(catalog, "/AcroForm", &v) && v.kind == SYNTAX_REF && v.number == n);
}

/* A valid signature by another program over our revisions: does its update only sign? */
static bool foreign_only_signs(struct check *c, size_t i)
{
	struct revision before, after;
	uint32_t fields[SEAL_SIGNERS_MAX];
	struct error ignored;
	size_t n;

	if (i == 0)
		return true; /* it signs all there is */
	if (revision_read((struct str){c->file.p, c->ranges[i - 1].end}, &before, c->a, &ignored) ||
		revision_read((struct str){c->file.p, c->ranges[i].end}, &after, c->a, &ignored) ||
		revision_fields(&before, fields, SEAL_SIGNERS_MAX, &n, &ignored) || i >= n ||
		after.updates != before.updates + 1 || after.root != before.root)
		return false;
	for (uint32_t k = 1; k < before.size; k++)
		if (after.newest[k] && !foreign_may_touch(&before, &after, k, fields[i]))
			return false;
	return true;
}

static void structure_check(struct check *c)
{
	size_t start = 0;

	for (size_t i = 0; i < c->report->signatures_n; i++) {
		struct seal_signature *s = &c->report->signatures[i];
		uint32_t object = 0;
		struct revision r;
		bool ours = signature_place(c, i, &r, &object);

		if (i == 0 && ours)
			start = r.offsets[object];
		if (i == 0 && ours)
			c->report->base = (struct str){c->file.p, start};
		if (s->finding == SEAL_OK && (!ours || !update_equal(c, i, start)))
			s->finding = SEAL_INCREMENT;
		else if (s->finding == SEAL_FOREIGN && !foreign_only_signs(c, i))
			s->finding = SEAL_INCREMENT;
		start = c->ranges[i].end;
	}
}

/* ---- the whole file -------------------------------------------------------------------------- */

static enum seal_finding sum_up(const struct check *c)
{
	const struct seal_report *p = c->report;

	for (size_t i = 0; i < p->signatures_n; i++)
		if (p->signatures[i].finding != SEAL_OK)
			return p->signatures[i].finding;
	if (c->cut || (p->signatures_n && p->signatures[p->signatures_n - 1].covers != c->file.n))
		return SEAL_COVERAGE;
	if (c->many)
		return SEAL_INCREMENT;
	if (p->signatures_n == 0)
		return str_starts(c->file, "%PDF-") ? SEAL_NO_SIGNATURE : SEAL_NOT_PDF;
	return p->signatures_n < p->fields_n ? SEAL_MISSING : SEAL_OK;
}

/* The journal, and without signatures the number of fields, of the newest revision that can be
 * read. False when the file says it embeds a journal and does not give it. */
static bool contents_read(struct check *c)
{
	struct seal_report *p = c->report;
	size_t end = p->signatures_n ? p->signatures[p->signatures_n - 1].covers : c->file.n;
	uint32_t fields[SEAL_SIGNERS_MAX];
	struct revision r;
	struct error ignored;
	bool found = false;
	struct str bytes;

	if (revision_read((struct str){c->file.p, end}, &r, c->a, &ignored))
		return true;
	if (p->signatures_n == 0 &&
		revision_fields(&r, fields, SEAL_SIGNERS_MAX, &p->fields_n, &ignored))
		p->fields_n = 0;
	if (revision_attachment(&r, "journal.jsonl", &bytes, &found, c->a, &ignored))
		return false;
	if (found)
		p->journal = bytes;
	return true;
}

int verify_file(const struct crypto *crypto, struct str pdf, struct seal_report *report,
	struct arena *a, struct error *err)
{
	struct check c = {.crypto = crypto, .file = pdf, .report = report, .a = a};
	int r = 0;

	*report = (struct seal_report){0};
	ranges_find(&c);
	for (size_t i = 0; !r && i < report->signatures_n; i++)
		r = signature_check(&c, i, err);
	if (r)
		return r;
	structure_check(&c);
	for (size_t i = 0; i < report->signatures_n; i++) {
		struct seal_act *act = &report->signatures[i].act;

		act->name = crypto_shown(act->name, a);
		act->reason = crypto_shown(act->reason, a);
		act->place = crypto_shown(act->place, a);
	}
	report->finding = sum_up(&c);
	if (!contents_read(&c) && report->finding == SEAL_OK)
		report->finding = SEAL_NOT_PDF;
	return 0;
}

int seal_check(struct str pdf, struct seal_report *report, struct arena *a, struct error *err)
{
	struct crypto c;
	int r;

	if (crypto_open(&c, err))
		return -1;
	r = verify_file(&c, pdf, report, a, err);
	crypto_close(&c);
	return r;
}

/* ---- signing, over signatures that hold ------------------------------------------------------ */

int seal_sign(struct str pdf, const struct seal_key *key, const struct seal_act *act,
	struct bytes *out, struct error *err)
{
	struct seal_report report;
	struct arena a;
	size_t bad = 0;
	int r = 0;

	arena_init(&a, &memory_source);
	if (act->signer > 1) {
		r = seal_check(pdf, &report, &a, err);
		while (!r && bad < report.signatures_n && report.signatures[bad].finding == SEAL_OK)
			bad++;
		if (!r && report.finding != SEAL_MISSING)
			r = error_set(err, ERROR_PDF, "signer%zu",
				bad < report.signatures_n ? bad + 1 : (size_t)act->signer);
	}
	if (!r)
		r = pades_sign(pdf, key, act, PADES_ROOM, out, err);
	arena_clear(&a);
	return r;
}

#include "storage/seal/pades.h"

#include <string.h>

#include "storage/seal/cms.h"

/* What the update writes about: the revision it stands on, and its own object. */
struct plan {
	struct revision r;
	uint32_t field, signature;
	bool first; /* the first signature also sets what may still change */
};

static bool field_signed(const struct revision *r, uint32_t number)
{
	struct syntax field, v;

	return revision_object(r, number, &field, NULL) && syntax_entry(field, "/V", &v);
}

static int plan_make(
	struct str pdf, unsigned signer, struct plan *p, struct arena *a, struct error *err)
{
	uint32_t numbers[SEAL_SIGNERS_MAX];
	struct syntax catalog, v;
	size_t n;

	if (revision_read(pdf, &p->r, a, err))
		return -1;
	if (p->r.generations)
		return error_set(err, ERROR_PDF, "xref %zu", p->r.table);
	if (revision_fields(&p->r, numbers, SEAL_SIGNERS_MAX, &n, err))
		return -1;
	if (signer < 1 || signer > n)
		return error_set(err, ERROR_PDF, "signer%u", signer);
	/* Every signature stands on the one before; nothing else may have been added. */
	for (size_t i = 0; i < n; i++)
		if (field_signed(&p->r, numbers[i]) != (i + 1 < signer))
			return error_set(err, ERROR_PDF, "signer%zu", i + 1);
	if (p->r.updates != signer - 1)
		return error_set(err, ERROR_PDF, "%s", "/Prev");
	if (!revision_catalog(&p->r, &catalog) ||
		syntax_entry(catalog, "/Perms", &v) != (signer > 1))
		return error_set(err, ERROR_PDF, "%s", "/Perms");
	p->field = numbers[signer - 1];
	p->signature = p->r.size;
	p->first = signer == 1;
	return 0;
}

static void reference_add(struct builder *b, uint32_t number)
{
	builder_add_int(b, number);
	builder_add_z(b, " 0 R");
}

static void object_start(struct builder *b, uint32_t number)
{
	builder_add_int(b, number);
	builder_add_z(b, " 0 obj\n");
}

/* Year to second and offset, the way PDF writes them. SOURCE: ISO 32000-1 7.9.4. */
static void date_add(struct builder *b, struct instant t)
{
	struct date d = instant_date(t);
	int second = instant_second_of_day(t), offset = t.offset_minutes;

	builder_add_z(b, "(D:");
	builder_add_padded(b, d.year, 4);
	builder_add_padded(b, d.month, 2);
	builder_add_padded(b, d.day, 2);
	builder_add_padded(b, second / 3600, 2);
	builder_add_padded(b, second / 60 % 60, 2);
	builder_add_padded(b, second % 60, 2);
	builder_add_char(b, offset < 0 ? '-' : '+');
	offset = offset < 0 ? -offset : offset;
	builder_add_padded(b, offset / 60, 2);
	builder_add_char(b, '\'');
	builder_add_padded(b, offset % 60, 2);
	builder_add_z(b, "')");
}

static bool text_add(struct builder *b, const char *key, struct str s)
{
	if (s.n == 0)
		return true;
	builder_add_char(b, '\n');
	builder_add_z(b, key);
	builder_add_char(b, ' ');
	return syntax_write_text(s, b);
}

/* A number left-aligned in ten places: the length of the dictionary does not depend on it. */
static void place_add(struct builder *b, size_t v)
{
	size_t from = b->n;

	builder_add_int(b, (int64_t)v);
	while (b->n < from + 10)
		builder_add_char(b, ' ');
}

/* What follows the signature in its dictionary. */
#define SIGNATURE_END "\n>>\nendobj\n"

/* The signature's own object. TAIL: bytes of the update behind it. False for text not UTF-8. */
static bool signature_add(struct builder *b, const struct plan *p, const struct seal_act *act,
	size_t room, size_t tail, struct pades_gap *gap)
{
	static const char zeros[] =
		"0000000000000000000000000000000000000000000000000000000000000000";
	size_t behind, hex = 2 * room + 2;

	object_start(b, p->signature);
	builder_add_z(b, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached");
	if (!text_add(b, "/Name", act->name) || !text_add(b, "/Reason", act->reason) ||
		!text_add(b, "/Location", act->place))
		return false;
	builder_add_z(b, "\n/M ");
	date_add(b, act->when);
	if (p->first)
		builder_add_z(b, "\n/Reference [<< /Type /SigRef /TransformMethod /DocMDP "
				 "/TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >>]");
	builder_add_z(b, "\n/ByteRange [0 ");
	/* Three numbers in ten places each, two spaces, and what stands between here and <. */
	gap->from = p->r.file.n + b->n + 32 + sizeof("]\n/Contents ") - 1;
	gap->to = gap->from + hex;
	behind = sizeof(SIGNATURE_END) - 1 + tail;
	place_add(b, gap->from);
	builder_add_char(b, ' ');
	place_add(b, gap->to);
	builder_add_char(b, ' ');
	place_add(b, behind);
	builder_add_z(b, "]\n/Contents <");
	for (size_t left = 2 * room; left;) {
		size_t n = left < sizeof(zeros) - 1 ? left : sizeof(zeros) - 1;

		builder_add(b, (struct str){zeros, n});
		left -= n;
	}
	builder_add_z(b, ">" SIGNATURE_END);
	return true;
}

/* Object NUMBER again, byte for byte, with MORE before the end of its dictionary. */
static bool object_again(struct builder *b, const struct plan *p, uint32_t number, struct str more)
{
	struct syntax v;

	if (!revision_object(&p->r, number, &v, NULL) || v.kind != SYNTAX_DICT)
		return false;
	object_start(b, number);
	builder_add(b, (struct str){v.raw.p, v.raw.n - 2});
	builder_add(b, more);
	builder_add_z(b, " >>\nendobj\n");
	return true;
}

struct placed {
	uint32_t number;
	size_t at; /* within the part after the signature; the signature itself: not used */
};

static void table_add(struct builder *b, const struct plan *p, const struct placed *o, size_t n,
	size_t signature_at, size_t tail_at)
{
	builder_add_z(b, "xref\n");
	for (size_t i = 0; i < n; i++) {
		builder_add_int(b, o[i].number);
		builder_add_z(b, " 1\n");
		builder_add_padded(b,
			(int64_t)(o[i].number == p->signature ? signature_at : tail_at + o[i].at),
			10);
		builder_add_z(b, " 00000 n \n");
	}
}

static void trailer_add(struct builder *b, const struct plan *p, size_t table_at)
{
	struct syntax v;

	builder_add_z(b, "trailer\n<< /Size ");
	builder_add_int(b, (int64_t)p->signature + 1);
	builder_add_z(b, " /Root ");
	reference_add(b, p->r.root);
	for (int i = 0; i < 2; i++) {
		static const char *const keys[] = {"/Info", "/ID"};

		if (!syntax_entry(p->r.trailer, keys[i], &v))
			continue;
		builder_add_char(b, ' ');
		builder_add_z(b, keys[i]);
		builder_add_char(b, ' ');
		builder_add(b, v.raw);
	}
	builder_add_z(b, " /Prev ");
	builder_add_int(b, (int64_t)p->r.table);
	builder_add_z(b, " >>\nstartxref\n");
	builder_add_int(b, (int64_t)table_at);
	builder_add_z(b, "\n%%EOF\n");
}

/* Everything behind the signature's object, when it starts at AT in the file. */
static int tail_build(
	const struct plan *p, size_t at, struct builder *b, struct arena *a, struct error *err)
{
	struct placed o[3];
	struct builder more;
	size_t n = 0;

	builder_init(b, a);
	builder_init(&more, a);
	builder_add_z(&more, " /V ");
	reference_add(&more, p->signature);
	o[n++] = (struct placed){p->field, b->n};
	if (!object_again(b, p, p->field, builder_str(&more)))
		return error_set(err, ERROR_PDF, "%s", "/AcroForm");
	if (p->first) {
		builder_init(&more, a);
		builder_add_z(&more, " /Perms << /DocMDP ");
		reference_add(&more, p->signature);
		builder_add_z(&more, " >>");
		o[n++] = (struct placed){p->r.root, b->n};
		if (!object_again(b, p, p->r.root, builder_str(&more)))
			return error_set(err, ERROR_PDF, "%s", "/Root");
		if (o[0].number > o[1].number) {
			struct placed swap = o[0];

			o[0] = o[1];
			o[1] = swap;
		}
	}
	o[n++] = (struct placed){p->signature, 0}; /* the highest number */
	{
		size_t table_at = at + b->n;

		table_add(b, p, o, n, p->r.file.n, at);
		trailer_add(b, p, table_at);
	}
	return 0;
}

static int update_build(const struct plan *p, const struct seal_act *act, size_t room,
	struct bytes *update, struct pades_gap *gap, struct arena *a, struct error *err)
{
	struct builder head, tail;
	size_t size;

	/* The tail names its own places, so it needs the length of the signature's object, which
	 * depends on nothing but the texts and the room: written once to measure it. */
	builder_init(&head, a);
	if (!signature_add(&head, p, act, room, 0, gap))
		return error_set(err, ERROR_BAD_TEXT, "%s", "");
	size = head.n;
	if (tail_build(p, p->r.file.n + size, &tail, a, err))
		return -1;
	builder_init(&head, a);
	if (!signature_add(&head, p, act, room, tail.n, gap))
		return error_set(err, ERROR_BAD_TEXT, "%s", "");
	if (head.n != size || p->r.file.n + head.n + tail.n > REVISION_FILE_MAX)
		return error_set(err, ERROR_PDF, "%s", "/ByteRange");
	bytes_add(update, head.p, head.n);
	bytes_add(update, tail.p, tail.n);
	return 0;
}

int pades_update(struct str pdf, const struct seal_act *act, size_t room, struct bytes *update,
	struct pades_gap *gap, struct error *err)
{
	struct plan p = {0};
	struct arena a;
	int r;

	arena_init(&a, &memory_source);
	r = plan_make(pdf, act->signer, &p, &a, err);
	if (!r)
		r = update_build(&p, act, room, update, gap, &a, err);
	arena_clear(&a);
	return r;
}

/* Write DER as hex over the zeros of the gap; FILE_SIZE is that of the PDF before the update. */
static int fill_gap(struct bytes *update, size_t file_size, struct pades_gap gap, struct str der,
	struct error *err)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char *p = update->p + (gap.from - file_size) + 1;

	if (der.n > (gap.to - gap.from - 2) / 2)
		return error_set(err, ERROR_KEY, "%s", "CMS");
	for (size_t i = 0; i < der.n; i++) {
		*p++ = (unsigned char)digits[(unsigned char)der.p[i] >> 4];
		*p++ = (unsigned char)digits[(unsigned char)der.p[i] & 0xf];
	}
	return 0;
}

int pades_sign(struct str pdf, const struct seal_key *key, const struct seal_act *act, size_t room,
	struct bytes *out, struct error *err)
{
	struct bytes update = {0}, der = {0};
	struct pades_gap gap;
	struct hash digest;
	size_t from, to;
	int r = pades_update(pdf, act, room, &update, &gap, err);

	if (r)
		goto out;
	from = gap.from - pdf.n;
	to = gap.to - pdf.n;
	r = crypto_sha256(&key->crypto,
		(struct str[]){
			pdf, {(char *)update.p, from}, {(char *)update.p + to, update.n - to}},
		3, &digest, err);
	if (!r)
		r = cms_sign(key, digest, &der, err);
	if (!r)
		r = fill_gap(&update, pdf.n, gap, (struct str){(char *)der.p, der.n}, err);
	if (!r) {
		bytes_add(out, pdf.p, pdf.n);
		bytes_add(out, update.p, update.n);
	}
out:
	bytes_free(&update);
	bytes_free(&der);
	return r;
}

/* ---- reading back ---------------------------------------------------------------------------- */

static bool two_digits(struct str s, size_t at, int32_t *n)
{
	if (s.p[at] < '0' || s.p[at] > '9' || s.p[at + 1] < '0' || s.p[at + 1] > '9')
		return false;
	*n = (s.p[at] - '0') * 10 + (s.p[at + 1] - '0');
	return true;
}

/* D:20241028131000+01'00' */
static bool date_read(struct str s, struct instant *t)
{
	int32_t part[7], hours, minutes, offset;
	struct date d;

	if (s.n != 23 || !str_starts(s, "D:") || (s.p[16] != '+' && s.p[16] != '-') ||
		s.p[19] != '\'' || s.p[22] != '\'')
		return false;
	for (size_t i = 0; i < 7; i++)
		if (!two_digits(s, 2 + 2 * i, &part[i]))
			return false;
	if (!two_digits(s, 17, &hours) || !two_digits(s, 20, &minutes))
		return false;
	d = (struct date){part[0] * 100 + part[1], part[2], part[3]};
	offset = hours * 60 + minutes;
	if (!date_valid(d) || part[4] > 23 || part[5] > 59 || part[6] > 59 || minutes > 59)
		return false;
	*t = instant_at(
		d, part[4] * 3600 + part[5] * 60 + part[6], s.p[16] == '-' ? -offset : offset);
	return true;
}

static bool text_get(struct syntax dict, const char *key, struct str *out, struct arena *a)
{
	struct syntax v;

	*out = STR("");
	return !syntax_entry(dict, key, &v) || syntax_text(v, out, a);
}

bool pades_act(struct syntax signature, struct seal_act *act, struct arena *a)
{
	struct str when;

	return syntax_sound(signature) && text_get(signature, "/Name", &act->name, a) &&
	       text_get(signature, "/Reason", &act->reason, a) &&
	       text_get(signature, "/Location", &act->place, a) &&
	       text_get(signature, "/M", &when, a) && date_read(when, &act->when);
}

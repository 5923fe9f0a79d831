/* Whatever is done to a finished record, the verification says so. */
#include "tests/test.h"

#include <openssl/cms.h>

#include "storage/seal/cms.h"
#include "storage/seal/pades.h"
#include "storage/seal/verify.h"
#include "tests/seal_base.h"

#define SMALL_ROOM 2600

/* The slow build looks at every seventh place. */
#ifdef __SANITIZE_ADDRESS__
#define STEP 7
#else
#define STEP 1
#endif

static struct {
	struct crypto crypto;
	struct seal_key *secretary, *president;
	struct bytes base, half, record; /* with little room, so that every byte can be tried */
	struct bytes usual;              /* as seal_sign makes it */
} it;

static struct bytes sign_small(const struct bytes *pdf, unsigned signer, const struct seal_key *key)
{
	struct seal_act act = seal_base_act(signer);
	struct bytes out = {0};
	struct error err = {0};

	assert_int_equal(pades_sign(seal_base_str(pdf), key, &act, SMALL_ROOM, &out, &err), 0);
	return out;
}

static int start(void **state)
{
	struct error err = {0};

	(void)state;
	if (crypto_open(&it.crypto, &err))
		return -1;
	it.secretary = seal_base_key("secretary");
	it.president = seal_base_key("president");
	it.base = seal_base(SEAL_BASE_DEFLATED);
	it.half = sign_small(&it.base, 1, it.secretary);
	it.record = sign_small(&it.half, 2, it.president);
	it.usual = seal_base_signed(seal_base_str(&it.base), 2, it.secretary, it.president);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	bytes_free(&it.base);
	bytes_free(&it.half);
	bytes_free(&it.record);
	bytes_free(&it.usual);
	seal_key_close(it.secretary);
	seal_key_close(it.president);
	crypto_close(&it.crypto);
	return 0;
}

static struct seal_report check_str(struct str s, struct arena *a)
{
	struct seal_report r;
	struct error err = {0};

	arena_init(a, &memory_source);
	assert_int_equal(verify_file(&it.crypto, s, &r, a, &err), 0);
	return r;
}

/* The finding alone. */
static enum seal_finding look(struct str s)
{
	struct arena a;
	struct seal_report r = check_str(s, &a);

	arena_clear(&a);
	return r.finding;
}

static struct bytes copy(const struct bytes *b)
{
	struct bytes c = {0};

	bytes_add(&c, b->p, b->n);
	return c;
}

static void the_untouched_records_hold(void **state)
{
	(void)state;
	assert_int_equal(look(seal_base_str(&it.record)), SEAL_OK);
	assert_int_equal(look(seal_base_str(&it.usual)), SEAL_OK);
}

/* ---- bytes changed, cut, added --------------------------------------------------------------- */

static void changed_everywhere(struct bytes *b, size_t step, const unsigned char *changes, size_t n)
{
	for (size_t i = 0; i < b->n; i += step) {
		for (size_t k = 0; k < n; k++) {
			b->p[i] ^= changes[k];
			if (look(seal_base_str(b)) == SEAL_OK)
				fail_msg("byte %zu xor %02x is not found", i, changes[k]);
			b->p[i] ^= changes[k];
		}
	}
	assert_int_equal(look(seal_base_str(b)), SEAL_OK);
}

static void every_changed_byte_is_found(void **state)
{
	/* The lowest bit, the bit that makes a letter lower-case, all bits. */
	static const unsigned char changes[] = {0x01, 0x20, 0xff};

	(void)state;
	changed_everywhere(&it.record, STEP, changes, ARRAY_LEN(changes));
}

static void a_changed_byte_of_a_record_with_the_usual_room_is_found(void **state)
{
	static const unsigned char changes[] = {0x20};

	(void)state;
	changed_everywhere(&it.usual, 17 * STEP, changes, ARRAY_LEN(changes));
}

static void every_cut_is_found(void **state)
{
	(void)state;
	for (size_t n = 0; n < it.record.n; n += STEP) {
		enum seal_finding f = look((struct str){(char *)it.record.p, n});

		if (f == SEAL_OK)
			fail_msg("cut at %zu is not found", n);
		if (n == it.half.n)
			assert_int_equal(f, SEAL_MISSING);
	}
	assert_int_equal(look((struct str){(char *)it.record.p, it.base.n}), SEAL_NO_SIGNATURE);
	assert_int_equal(look((struct str){(char *)it.record.p, it.half.n}), SEAL_MISSING);
	assert_int_equal(look((struct str){(char *)it.record.p, it.record.n - 1}), SEAL_COVERAGE);
	assert_int_equal(look((struct str){(char *)it.record.p, it.half.n - 1}), SEAL_COVERAGE);
}

static void a_byte_taken_out_or_put_in_is_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < it.record.n; i += 5 * STEP) {
		struct bytes less = {0}, more = {0};

		bytes_add(&less, it.record.p, i);
		bytes_add(&less, it.record.p + i + 1, it.record.n - i - 1);
		bytes_add(&more, it.record.p, i);
		bytes_add(&more, i % 2 ? " " : "0", 1);
		bytes_add(&more, it.record.p + i, it.record.n - i);
		assert_int_not_equal(look(seal_base_str(&less)), SEAL_OK);
		assert_int_not_equal(look(seal_base_str(&more)), SEAL_OK);
		bytes_free(&less);
		bytes_free(&more);
	}
}

static void anything_added_at_the_end_is_found(void **state)
{
	static const char *const tails[] = {"\n", " ", "x", "%%EOF\n", "\n% comment\n"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(tails); i++) {
		struct bytes b = copy(&it.record);

		bytes_add(&b, tails[i], strlen(tails[i]));
		assert_int_equal(look(seal_base_str(&b)), SEAL_COVERAGE);
		bytes_free(&b);
	}
}

static void a_zero_byte_before_the_file_is_found(void **state)
{
	struct bytes b = {0};

	(void)state;
	bytes_add(&b, "\0", 1);
	bytes_add(&b, it.record.p, it.record.n);
	assert_int_not_equal(look(seal_base_str(&b)), SEAL_OK);
	bytes_free(&b);
}

static void capital_digits_in_the_last_signature_are_not_ours(void **state)
{
	struct bytes b = copy(&it.record);
	unsigned char *p = memmem(b.p + it.half.n, b.n - it.half.n, "/Contents <", 11);

	(void)state;
	for (p += 11; *p < 'a'; p++)
		;
	*p = (unsigned char)(*p - 'a' + 'A');
	assert_int_equal(look(seal_base_str(&b)), SEAL_FOREIGN);
	bytes_free(&b);
}

static void anything_but_zeros_behind_the_last_signature_is_not_ours(void **state)
{
	struct bytes b = copy(&it.record);
	unsigned char *p = memmem(b.p + it.half.n, b.n - it.half.n, ">\n>>\nendobj\n", 12);

	(void)state;
	p[-1] = '1';
	assert_int_equal(look(seal_base_str(&b)), SEAL_FOREIGN);
	bytes_free(&b);
}

/* Many random changes at once: nothing but "not OK" may come of it, and no crash. */
static void files_torn_at_random_are_refused(void **state)
{
	uint64_t x = 0x9e3779b97f4a7c15u;

	(void)state;
	for (int round = 0; round < 4000 / STEP; round++) {
		struct bytes b = copy(&it.record);
		int n;

		x ^= x << 13, x ^= x >> 7, x ^= x << 17;
		n = 1 + (int)(x % 6);
		while (n--) {
			static const char marks[] = "<>[]()/ \n0R%9";
			size_t at;

			x ^= x << 13, x ^= x >> 7, x ^= x << 17;
			/* Half of them in the structure, away from the long hex strings. */
			at = x & 1 ? (x >> 8) % it.base.n : (x >> 8) % b.n;
			b.p[at] = (unsigned char)(b.p[at] ^
						  (x & 2 ? 1 << (x >> 4 & 7)
							 : b.p[at] ^ marks[(x >> 40) %
									     (sizeof(marks) - 1)]));
		}
		if (memcmp(b.p, it.record.p, b.n) != 0)
			assert_int_not_equal(look(seal_base_str(&b)), SEAL_OK);
		/* The same damage with the table of objects where a reader looks first. */
		look((struct str){(char *)b.p, it.base.n});
		bytes_free(&b);
	}
}

static void files_that_are_no_records_are_told_apart(void **state)
{
	static const char zeros[64];

	(void)state;
	assert_int_equal(look(STR("")), SEAL_NOT_PDF);
	assert_int_equal(look(STR("hello")), SEAL_NOT_PDF);
	assert_int_equal(look((struct str){zeros, sizeof(zeros)}), SEAL_NOT_PDF);
	assert_int_equal(look(STR("%PDF-1.7\n")), SEAL_NO_SIGNATURE);
	assert_int_equal(look(STR("/ByteRange")), SEAL_NOT_PDF);
	assert_int_equal(look(STR("/ByteRange [0 0 0 0]")), SEAL_NOT_PDF);
	assert_int_equal(look(STR("%PDF-1.7 /ByteRange [0 21 23 5] <>")), SEAL_NO_SIGNATURE);
	assert_int_equal(look(seal_base_str(&it.base)), SEAL_NO_SIGNATURE);
}

/* ---- signed, but not what a signature may do ------------------------------------------------- */

static struct hash digest_of(const struct bytes *file, struct pades_gap gap)
{
	struct str parts[2] = {
		{(char *)file->p, gap.from},
		{(char *)file->p + gap.to, file->n - gap.to},
	};
	struct hash h;
	struct error err = {0};

	assert_int_equal(crypto_sha256(&it.crypto, parts, 2, &h, &err), 0);
	return h;
}

/* Put DER into the gap of FILE and zeros behind it. */
static void fill(struct bytes *file, struct pades_gap gap, const void *der, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	const unsigned char *p = der;

	assert_true(2 * n <= gap.to - gap.from - 2);
	memset(file->p + gap.from + 1, '0', gap.to - gap.from - 2);
	for (size_t i = 0; i < n; i++) {
		file->p[gap.from + 1 + 2 * i] = (unsigned char)digits[p[i] >> 4];
		file->p[gap.from + 2 + 2 * i] = (unsigned char)digits[p[i] & 15];
	}
}

static void sign_again(struct bytes *file, struct pades_gap gap, const struct seal_key *key)
{
	struct bytes der = {0};
	struct error err = {0};

	assert_int_equal(cms_sign(key, digest_of(file, gap), &der, &err), 0);
	fill(file, gap, der.p, der.n);
	bytes_free(&der);
}

/* A signature by OpenSSL's own writer, with a signing time as it likes it. */
static void sign_foreign(struct bytes *file, struct pades_gap gap, const struct seal_key *key)
{
	BIO *in = BIO_new(BIO_s_mem());
	unsigned char *der = NULL;
	CMS_ContentInfo *ci;
	int n;

	BIO_write(in, file->p, (int)gap.from);
	BIO_write(in, file->p + gap.to, (int)(file->n - gap.to));
	ci = CMS_sign(key->certificate, key->pkey, NULL, in, CMS_DETACHED | CMS_BINARY);
	assert_non_null(ci);
	n = i2d_CMS_ContentInfo(ci, &der);
	assert_true(n > 0);
	fill(file, gap, der, (size_t)n);
	OPENSSL_free(der);
	CMS_ContentInfo_free(ci);
	BIO_free(in);
}

/* The last signature's gap in FILE. */
static struct pades_gap last_gap(const struct bytes *file)
{
	const unsigned char *p = file->p, *next = file->p;
	struct pades_gap gap;

	while ((next = memmem(next, (size_t)(file->p + file->n - next), "/Contents <", 11)))
		p = next++;
	gap.from = (size_t)(p - file->p) + 10;
	gap.to = gap.from + 2 * SMALL_ROOM + 2;
	assert_int_equal(file->p[gap.to - 1], '>');
	return gap;
}

/* The record of FROM's kind, in whose last update OLD is written over by NEW, signed again by KEY:
 * what the holder of the key himself could forge. */
static enum seal_finding forged(const struct bytes *from, size_t update_at, const char *old,
	const char *new, const struct seal_key *key)
{
	struct bytes b = copy(from);
	unsigned char *p = memmem(b.p + update_at, b.n - update_at, old, strlen(old));
	enum seal_finding f;

	assert_non_null(p);
	assert_int_equal(strlen(old), strlen(new));
	memcpy(p, new, strlen(new));
	sign_again(&b, last_gap(&b), key);
	f = look(seal_base_str(&b));
	bytes_free(&b);
	return f;
}

static void signing_the_same_again_gives_the_record(void **state)
{
	(void)state;
	/* So the cases below fail for what they change and for nothing else. */
	assert_int_equal(forged(&it.record, it.half.n, "(Fes)", "(Fes)", it.president), SEAL_OK);
	assert_int_equal(forged(&it.record, it.half.n, "(Fes)", "(fes)", it.president), SEAL_OK);
}

static void a_signer_may_change_nothing_but_his_own_field_s_value(void **state)
{
	static const char *const changes[][2] = {
		{"/F 132", "/F 134"},
		{"/Rect [ 300", "/Rect [ 301"},
		{"/V 14 0 R", "/V 13 0 R"},
		{"/Size 15", "/Size 16"},
		{"/Info 12 0 R", "/Inf  12 0 R"},
		{"/Root 1 0 R", "/Root 3 0 R"},
		{"ETSI.CAdES.detached", "adbe.pkcs7.detached"},
		{"(D:20241230195000+01'00')", "(D:20241230195000+01'60')"},
		{"(Fes)\n", "(Fes) "},
		{"/Type /Sig", "/Type /sig"},
		{"/FT /Sig", "/FT /Tx "},
		{"xref\n7 1\n", "xref\n8 1\n"},
		{"endobj\nxref", "endobj xref"},
		{"%%EOF\n", "%%EOF "},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(changes); i++) {
		enum seal_finding f =
			forged(&it.record, it.half.n, changes[i][0], changes[i][1], it.president);

		if (f != SEAL_INCREMENT)
			fail_msg("%s: finding %d", changes[i][1], (int)f);
	}
}

static void the_first_signer_cannot_allow_more_than_signing(void **state)
{
	static const char *const changes[][2] = {
		{"/P 2 /V", "/P 3 /V"},
		{"/DocMDP 13 0 R", "/DocMDP  6 0 R"},
		{"/Perms <<", "/Other <<"},
		{"/TransformMethod /DocMDP", "/TransformMethod /UR3   "},
		{"/AF [ 10 0 R ]", "/AF [ 11 0 R ]"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(changes); i++)
		assert_int_equal(
			forged(&it.half, it.base.n, changes[i][0], changes[i][1], it.secretary),
			SEAL_INCREMENT);
}

static void a_byte_range_that_leaves_more_out_is_found(void **state)
{
	struct bytes b = copy(&it.record);
	struct pades_gap gap = last_gap(&b);
	char old[40], new[40];
	unsigned char *p;

	(void)state;
	/* One character more in the gap, and everything else consistent with it. */
	snprintf(old, sizeof(old), "[0 %-10zu %-10zu ", gap.from, gap.to);
	snprintf(new, sizeof(new), "[0 %-10zu %-10zu ", gap.from - 1, gap.to);
	p = memmem(b.p, b.n, old, strlen(old));
	assert_non_null(p);
	memcpy(p, new, strlen(new));
	gap.from--;
	sign_again(&b, gap, it.president);
	assert_int_not_equal(look(seal_base_str(&b)), SEAL_OK);
	bytes_free(&b);
}

/* ---- updates written by hand ----------------------------------------------------------------- */

struct update {
	unsigned number;
	const char *body;
};

#define SIGNATURE_HEAD                                                                             \
	"14 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"           \
	" /M (D:20241230195000+01'00') /ByteRange [0 %-10zu %-10zu %-10zu] /Contents <"

/* An update at the end of FILE: the objects U, a table and a trailer. With GAP, a signature of the
 * usual shape comes first as object 14. */
static void update_add(struct bytes *file, const struct update *u, size_t n, struct pades_gap *gap)
{
	struct bytes tail = {0}, table = {0};
	const char *old = NULL, *next = (const char *)file->p;
	char line[512];
	size_t head_n = 0, start = file->n, at;
	struct bytes head = {0};

	while ((next = memmem(
			next, (size_t)((const char *)file->p + file->n - next), "startxref\n", 10)))
		old = next++;
	assert_non_null(old);
	at = strtoul(old + 10, NULL, 10);
	if (gap)
		head_n = (size_t)snprintf(line, sizeof(line), SIGNATURE_HEAD, (size_t)0, (size_t)0,
				 (size_t)0) +
			 2 * SMALL_ROOM + strlen("> >>\nendobj\n");
	for (size_t i = 0; i < n; i++) {
		snprintf(line, sizeof(line), "%u 1\n%010zu 00000 n \n", u[i].number,
			start + head_n + tail.n);
		bytes_add(&table, line, strlen(line));
		snprintf(line, sizeof(line), "%u 0 obj\n%s\nendobj\n", u[i].number, u[i].body);
		bytes_add(&tail, line, strlen(line));
	}
	if (gap) {
		snprintf(line, sizeof(line), "14 1\n%010zu 00000 n \n", start);
		bytes_add(&table, line, strlen(line));
	}
	snprintf(line, sizeof(line),
		"trailer\n<< /Size 15 /Root 1 0 R /Prev %zu >>\nstartxref\n%zu\n"
		"%%%%EOF\n",
		at, start + head_n + tail.n);
	bytes_add(&tail, "xref\n", 5);
	bytes_add(&tail, table.p, table.n);
	bytes_add(&tail, line, strlen(line));
	if (gap) {
		gap->to = start + head_n - strlen(" >>\nendobj\n");
		gap->from = gap->to - 2 * SMALL_ROOM - 2;
		snprintf(line, sizeof(line), SIGNATURE_HEAD, gap->from, gap->to,
			tail.n + strlen(" >>\nendobj\n"));
		bytes_add(&head, line, strlen(line));
		for (int i = 0; i < SMALL_ROOM; i++)
			bytes_add(&head, "00", 2);
		bytes_add(&head, "> >>\nendobj\n", 12);
		assert_int_equal(head.n, head_n);
	}
	bytes_add(file, head.p, head.n);
	bytes_add(file, tail.p, tail.n);
	bytes_free(&head);
	bytes_free(&tail);
	bytes_free(&table);
}

#define FIELD_2 "<< /FT /Sig /T (signer2) /V 14 0 R >>"

static void a_page_changed_after_both_signatures_is_found(void **state)
{
	static const struct update page[] = {
		{3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"}};
	struct bytes b = copy(&it.record);
	struct arena a;
	struct seal_report r;

	(void)state;
	update_add(&b, page, 1, NULL);
	r = check_str(seal_base_str(&b), &a);
	assert_int_equal(r.finding, SEAL_COVERAGE);
	assert_int_equal(r.signatures[0].finding, SEAL_OK);
	assert_int_equal(r.signatures[1].finding, SEAL_OK);
	arena_clear(&a);
	bytes_free(&b);
}

static void a_page_changed_under_the_second_signature_is_found(void **state)
{
	static const struct update both[] = {
		{3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"},
		{7, FIELD_2}};
	struct bytes b = copy(&it.half);
	struct pades_gap gap;

	(void)state;
	update_add(&b, both, 2, &gap);
	sign_again(&b, gap, it.president);
	assert_int_equal(look(seal_base_str(&b)), SEAL_INCREMENT);
	/* By another program it is no better. */
	sign_foreign(&b, gap, it.president);
	assert_int_equal(look(seal_base_str(&b)), SEAL_INCREMENT);
	bytes_free(&b);
}

static void a_journal_exchanged_under_the_second_signature_is_found(void **state)
{
	static const struct update both[] = {
		{7, FIELD_2}, {8, "<< /Names [ (journal.jsonl) 12 0 R ] >>"}};
	struct bytes b = copy(&it.half);
	struct pades_gap gap;

	(void)state;
	update_add(&b, both, 2, &gap);
	sign_foreign(&b, gap, it.president);
	assert_int_equal(look(seal_base_str(&b)), SEAL_INCREMENT);
	bytes_free(&b);
}

static void a_valid_signature_by_another_program_is_intact_but_not_ours(void **state)
{
	static const struct update field[] = {{7, FIELD_2}};
	struct bytes b = copy(&it.half);
	struct pades_gap gap;
	struct arena a;
	struct seal_report r;

	(void)state;
	update_add(&b, field, 1, &gap);
	sign_foreign(&b, gap, it.president);
	r = check_str(seal_base_str(&b), &a);
	assert_int_equal(r.finding, SEAL_FOREIGN);
	assert_int_equal(r.signatures[0].finding, SEAL_OK);
	assert_int_equal(r.signatures[1].finding, SEAL_FOREIGN);
	assert_true(str_is(r.signatures[1].certificate.role, "president"));
	arena_clear(&a);
	/* And when it is broken, it is broken. */
	*(unsigned char *)memmem(b.p + it.half.n, b.n - it.half.n, "/FT", 3) = ' ';
	assert_int_equal(look(seal_base_str(&b)), SEAL_DIGEST);
	bytes_free(&b);
}

static void another_program_s_object_in_our_update_is_not_ours(void **state)
{
	struct bytes b = copy(&it.record);

	(void)state;
	sign_foreign(&b, last_gap(&b), it.president);
	assert_int_equal(look(seal_base_str(&b)), SEAL_FOREIGN);
	bytes_free(&b);
}

/* ---- signatures that do not belong here ------------------------------------------------------ */

static void the_signature_of_another_record_does_not_hold(void **state)
{
	struct bytes other = seal_base_with(SEAL_BASE_PAGE,
		"<< /Annots [ 6 0 R 7 0 R ] /Contents 4 0 R /MediaBox [ 0 0 595 843 ] "
		"/Parent 2 0 R /Resources << >> /Type /Page >>");
	struct bytes one = sign_small(&other, 1, it.secretary),
		     two = sign_small(&one, 2, it.president);
	struct bytes b = copy(&it.record);
	struct pades_gap here = last_gap(&b), there = last_gap(&two);

	(void)state;
	memcpy(b.p + here.from, two.p + there.from, here.to - here.from);
	assert_int_equal(look(seal_base_str(&b)), SEAL_DIGEST);
	bytes_free(&other);
	bytes_free(&one);
	bytes_free(&two);
	bytes_free(&b);
}

static void a_value_by_another_key_does_not_hold(void **state)
{
	struct bytes b = copy(&it.record), der = {0}, swapped = {0};
	struct pades_gap gap = last_gap(&b);
	struct hash digest = digest_of(&b, gap);
	struct error err = {0};

	(void)state;
	assert_int_equal(cms_sign(it.secretary, digest, &der, &err), 0);
	assert_int_equal(cms_template(&it.crypto, it.president->certificate, digest,
				 (struct str){(char *)der.p + der.n - 384, 384}, &swapped, &err),
		0);
	fill(&b, gap, swapped.p, swapped.n);
	assert_int_equal(look(seal_base_str(&b)), SEAL_SIGNATURE);
	bytes_free(&b);
	bytes_free(&der);
	bytes_free(&swapped);
}

static void an_empty_signature_does_not_hold(void **state)
{
	struct bytes b = copy(&it.record);

	(void)state;
	fill(&b, last_gap(&b), "", 0);
	assert_int_equal(look(seal_base_str(&b)), SEAL_SIGNATURE);
	bytes_free(&b);
}

static void a_second_signature_made_anew_holds_but_names_another_certificate(void **state)
{
	struct bytes b = sign_small(&it.half, 2, it.secretary);
	struct arena a;
	struct seal_report r = check_str(seal_base_str(&b), &a);

	(void)state;
	/* Only what the record says of its signers tells this: the caller compares. */
	assert_int_equal(r.finding, SEAL_OK);
	assert_true(
		hash_equal(r.signatures[0].certificate.sha256, r.signatures[1].certificate.sha256));
	arena_clear(&a);
	bytes_free(&b);
}

/* Objects that begin inside each other's strings: reading each to its end would take for ever. */
static void a_file_made_to_keep_us_busy_is_given_up(void **state)
{
	enum { OBJECTS = 60000 };
	struct bytes b = {0}, table = {0};
	char line[64];
	size_t at;

	(void)state;
	bytes_add(&b, "%PDF-1.7\n", 9);
	bytes_add(&table, "xref\n0 60000\n0000000000 65535 f \n", 34);
	for (int i = 1; i < OBJECTS; i++) {
		snprintf(line, sizeof(line), "%010zu 00000 n \n", b.n);
		bytes_add(&table, line, 20);
		snprintf(line, sizeof(line), "%d 0 obj (", i);
		bytes_add(&b, line, strlen(line));
	}
	for (int i = 1; i < OBJECTS; i++)
		bytes_add(&b, ")", 1);
	bytes_add(&b, "\n", 1);
	at = b.n;
	bytes_add(&b, table.p, table.n);
	snprintf(line, sizeof(line), "trailer << /Size 60000 /Root 1 0 R >>\nstartxref\n%zu\n", at);
	bytes_add(&b, line, strlen(line));
	bytes_add(&b, "%%EOF\n", 6);
	assert_int_equal(look(seal_base_str(&b)), SEAL_NO_SIGNATURE);
	bytes_free(&b);
	bytes_free(&table);
}

static void what_a_file_says_cannot_reach_the_terminal_as_commands(void **state)
{
	struct seal_act act = seal_base_act(1);
	struct bytes b = {0};
	struct arena a;
	struct seal_report r;
	struct error err = {0};

	(void)state;
	act.name = STR("\033[2Jأ\u202eب\u2066\xc2\x9b"
		       "1m\u200f.");
	assert_int_equal(seal_sign(seal_base_str(&it.base), it.secretary, &act, &b, &err), 0);
	r = check_str(seal_base_str(&b), &a);
	assert_int_equal(r.signatures[0].finding, SEAL_OK);
	assert_string_equal(r.signatures[0].act.name.p, " [2Jأ ب  1m .");
	arena_clear(&a);
	bytes_free(&b);
}

static void a_third_signature_has_no_place(void **state)
{
	static const struct update more[] = {
		{5, "<< /Fields [ 6 0 R 7 0 R 13 0 R ] /SigFlags 3 >>"}, {7, FIELD_2}};
	struct bytes b = copy(&it.record);
	struct pades_gap gap;

	(void)state;
	update_add(&b, more, 2, &gap);
	sign_again(&b, gap, it.secretary);
	assert_int_equal(look(seal_base_str(&b)), SEAL_INCREMENT);
	bytes_free(&b);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_untouched_records_hold),
	cmocka_unit_test(every_changed_byte_is_found),
	cmocka_unit_test(a_changed_byte_of_a_record_with_the_usual_room_is_found),
	cmocka_unit_test(every_cut_is_found),
	cmocka_unit_test(a_byte_taken_out_or_put_in_is_found),
	cmocka_unit_test(anything_added_at_the_end_is_found),
	cmocka_unit_test(a_zero_byte_before_the_file_is_found),
	cmocka_unit_test(capital_digits_in_the_last_signature_are_not_ours),
	cmocka_unit_test(anything_but_zeros_behind_the_last_signature_is_not_ours),
	cmocka_unit_test(files_torn_at_random_are_refused),
	cmocka_unit_test(files_that_are_no_records_are_told_apart),
	cmocka_unit_test(signing_the_same_again_gives_the_record),
	cmocka_unit_test(a_signer_may_change_nothing_but_his_own_field_s_value),
	cmocka_unit_test(the_first_signer_cannot_allow_more_than_signing),
	cmocka_unit_test(a_byte_range_that_leaves_more_out_is_found),
	cmocka_unit_test(a_page_changed_after_both_signatures_is_found),
	cmocka_unit_test(a_page_changed_under_the_second_signature_is_found),
	cmocka_unit_test(a_journal_exchanged_under_the_second_signature_is_found),
	cmocka_unit_test(a_valid_signature_by_another_program_is_intact_but_not_ours),
	cmocka_unit_test(another_program_s_object_in_our_update_is_not_ours),
	cmocka_unit_test(the_signature_of_another_record_does_not_hold),
	cmocka_unit_test(a_value_by_another_key_does_not_hold),
	cmocka_unit_test(an_empty_signature_does_not_hold),
	cmocka_unit_test(a_second_signature_made_anew_holds_but_names_another_certificate),
	cmocka_unit_test(a_third_signature_has_no_place),
	cmocka_unit_test(a_file_made_to_keep_us_busy_is_given_up),
	cmocka_unit_test(what_a_file_says_cannot_reach_the_terminal_as_commands),
};

TEST_MAIN_WITH(cases, start, stop)

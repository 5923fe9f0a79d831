#include "tests/test.h"

#include <openssl/cms.h>
#include <openssl/objects.h>

#include "storage/seal/cms.h"
#include "storage/seal/pades.h"
#include "tests/seal_base.h"

static struct {
	struct arena arena;
	struct seal_key *secretary, *president;
	struct bytes base, one, two;
} it;

static int start(void **state)
{
	(void)state;
	arena_init(&it.arena, &memory_source);
	it.secretary = seal_base_key("secretary");
	it.president = seal_base_key("president");
	it.base = seal_base(SEAL_BASE_DEFLATED);
	it.one = seal_base_signed(seal_base_str(&it.base), 1, it.secretary, it.president);
	it.two = seal_base_signed(seal_base_str(&it.base), 2, it.secretary, it.president);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	bytes_free(&it.base);
	bytes_free(&it.one);
	bytes_free(&it.two);
	seal_key_close(it.secretary);
	seal_key_close(it.president);
	arena_clear(&it.arena);
	return 0;
}

static struct seal_report check(const struct bytes *b)
{
	struct seal_report r;
	struct error err = {0};

	assert_int_equal(seal_check(seal_base_str(b), &r, &it.arena, &err), 0);
	return r;
}

/* ---- what signing makes ---------------------------------------------------------------------- */

static void a_signed_file_starts_with_the_file_that_was_signed(void **state)
{
	(void)state;
	assert_true(it.one.n > it.base.n && it.two.n > it.one.n);
	assert_memory_equal(it.one.p, it.base.p, it.base.n);
	assert_memory_equal(it.two.p, it.one.p, it.one.n);
}

static void the_same_key_and_input_give_the_same_bytes(void **state)
{
	struct bytes again =
		seal_base_signed(seal_base_str(&it.base), 2, it.secretary, it.president);

	(void)state;
	assert_int_equal(again.n, it.two.n);
	assert_memory_equal(again.p, it.two.p, again.n);
	bytes_free(&again);
}

static void a_finished_record_holds_and_says_who_signed_it(void **state)
{
	struct seal_report r = check(&it.two);
	struct seal_certificate c;
	struct error err = {0};

	(void)state;
	assert_int_equal(r.finding, SEAL_OK);
	assert_int_equal(r.signatures_n, 2);
	assert_int_equal(r.fields_n, 2);
	assert_true(str_is(r.signatures[0].field, "signer1"));
	assert_true(str_is(r.signatures[1].field, "signer2"));
	assert_int_equal(r.signatures[0].covers, it.one.n);
	assert_int_equal(r.signatures[1].covers, it.two.n);
	assert_int_equal(seal_key_certificate(it.president, &c, &it.arena, &err), 0);
	assert_true(hash_equal(r.signatures[1].certificate.sha256, c.sha256));
	assert_true(str_is(r.signatures[0].certificate.role, "secretary"));
	assert_true(r.signatures[0].certificate.specimen);
}

static void the_report_repeats_what_each_signature_says(void **state)
{
	struct seal_report r = check(&it.two);

	(void)state;
	for (unsigned i = 0; i < 2; i++) {
		struct seal_act said = r.signatures[i].act, given = seal_base_act(i + 1);

		assert_int_equal(said.signer, given.signer);
		assert_true(str_equal(said.name, given.name));
		assert_true(str_equal(said.reason, given.reason));
		assert_true(str_equal(said.place, given.place));
		assert_int_equal(said.when.seconds, given.when.seconds);
		assert_int_equal(said.when.offset_minutes, given.when.offset_minutes);
	}
}

static void the_report_gives_the_base_and_the_journal(void **state)
{
	static const enum seal_base_kind kinds[] = {SEAL_BASE_DEFLATED, SEAL_BASE_PLAIN};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		struct bytes base = seal_base(kinds[i]);
		struct bytes two =
			seal_base_signed(seal_base_str(&base), 2, it.secretary, it.president);
		struct seal_report r = check(&two);

		assert_int_equal(r.finding, SEAL_OK);
		assert_true(str_is(r.journal, SEAL_BASE_JOURNAL));
		assert_true(str_equal(r.base, seal_base_str(&base)));
		bytes_free(&base);
		bytes_free(&two);
	}
}

static void a_record_without_a_journal_holds_and_gives_none(void **state)
{
	struct bytes base = seal_base(SEAL_BASE_NO_JOURNAL);
	struct bytes two = seal_base_signed(seal_base_str(&base), 2, it.secretary, it.president);
	struct seal_report r = check(&two);

	(void)state;
	assert_int_equal(r.finding, SEAL_OK);
	assert_null(r.journal.p);
	bytes_free(&base);
	bytes_free(&two);
}

static void a_record_with_one_signer_is_finished_by_one(void **state)
{
	struct bytes base = seal_base(SEAL_BASE_ONE_FIELD);
	struct bytes one = seal_base_signed(seal_base_str(&base), 1, it.secretary, it.president);

	(void)state;
	assert_int_equal(check(&one).finding, SEAL_OK);
	bytes_free(&base);
	bytes_free(&one);
}

static void half_a_record_is_missing_a_signature_and_the_base_has_none(void **state)
{
	struct seal_report r = check(&it.one);

	(void)state;
	assert_int_equal(r.finding, SEAL_MISSING);
	assert_int_equal(r.signatures_n, 1);
	assert_int_equal(r.signatures[0].finding, SEAL_OK);
	r = check(&it.base);
	assert_int_equal(r.finding, SEAL_NO_SIGNATURE);
	assert_int_equal(r.fields_n, 2);
	assert_true(str_is(r.journal, SEAL_BASE_JOURNAL));
}

static void the_first_signature_forbids_all_but_signing_and_the_second_says_nothing(void **state)
{
	const char *first = (const char *)it.one.p + it.base.n;
	size_t first_n = it.one.n - it.base.n, second_n = it.two.n - it.one.n;

	(void)state;
	assert_non_null(memmem(first, first_n, "/TransformMethod /DocMDP", 24));
	assert_non_null(memmem(first, first_n, "/P 2 /V /1.2", 12));
	assert_non_null(memmem(first, first_n, "/Perms << /DocMDP 13 0 R >>", 27));
	assert_null(memmem(it.two.p + it.one.n, second_n, "DocMDP", 6));
	assert_null(memmem(it.two.p + it.one.n, second_n, "/Catalog", 8));
}

static void signing_repeats_the_field_as_it_was_and_adds_its_value_alone(void **state)
{
	static const char was[] =
		"<< /Type /Annot /Subtype /Widget /FT /Sig /T (signer2) /TU (President) /F 132"
		" /Rect [ 300 80 450 140 ] /P 3 0 R /AP << /N 9 0 R >> ";
	static const char now[] =
		"7 0 obj\n"
		"<< /Type /Annot /Subtype /Widget /FT /Sig /T (signer2) /TU "
		"(President) /F 132 /Rect [ 300 80 450 140 ] /P 3 0 R /AP << /N 9 "
		"0 R >>  /V 14 0 R >>\nendobj\n";

	(void)state;
	assert_non_null(memmem(it.base.p, it.base.n, was, sizeof(was) - 1));
	assert_non_null(memmem(it.two.p + it.one.n, it.two.n - it.one.n, now, sizeof(now) - 1));
}

static void names_are_written_so_that_every_reader_shows_them(void **state)
{
	(void)state;
	assert_non_null(memmem(it.one.p, it.one.n, "/Name <feff06430627062a0628", 27));
	assert_non_null(memmem(it.one.p, it.one.n, "/Reason (Record \\(closed\\) \\\\ 1)", 32));
	assert_non_null(memmem(it.one.p, it.one.n, "/M (D:20241230182000+01'00')", 28));
	assert_non_null(memmem(it.two.p, it.two.n, "/Name <feffd802dd00", 19));
	/* An empty reason is not written. */
	assert_null(memmem(it.two.p + it.one.n, it.two.n - it.one.n, "/Reason", 7));
}

static void a_time_west_of_greenwich_is_written_and_read(void **state)
{
	struct seal_act act = seal_base_act(1);
	struct bytes out = {0};
	struct error err = {0};
	struct seal_report r;

	(void)state;
	act.when = (struct instant){1735579200, -150};
	assert_int_equal(seal_sign(seal_base_str(&it.base), it.secretary, &act, &out, &err), 0);
	assert_non_null(memmem(out.p, out.n, "/M (D:20241230145000-02'30')", 28));
	r = check(&out);
	assert_int_equal(r.signatures[0].finding, SEAL_OK);
	assert_int_equal(r.signatures[0].act.when.offset_minutes, -150);
	bytes_free(&out);
}

/* ---- the order of signing, and what is not signed -------------------------------------------- */

static void refused(struct str pdf, const struct seal_key *key, unsigned signer,
	enum error_code code, const char *subject)
{
	struct seal_act act = seal_base_act(signer);
	struct bytes out = {0};
	struct error err = {0};

	assert_int_equal(seal_sign(pdf, key, &act, &out, &err), -1);
	assert_int_equal(err.code, code);
	assert_string_equal(err.subject, subject);
	assert_int_equal(out.n, 0);
	bytes_free(&out);
}

static void signers_sign_in_order_and_once(void **state)
{
	(void)state;
	refused(seal_base_str(&it.base), it.president, 2, ERROR_PDF, "signer2");
	refused(seal_base_str(&it.one), it.secretary, 1, ERROR_PDF, "signer1");
	refused(seal_base_str(&it.two), it.president, 2, ERROR_PDF, "signer2");
	refused(seal_base_str(&it.base), it.president, 3, ERROR_PDF, "signer3");
	refused(seal_base_str(&it.base), it.president, 0, ERROR_PDF, "signer0");
}

static void nobody_signs_over_a_signature_that_does_not_hold(void **state)
{
	struct bytes bad = {0};

	(void)state;
	bytes_add(&bad, it.one.p, it.one.n);
	*(unsigned char *)memmem(bad.p, bad.n, "Count 1", 7) = 'c';
	refused(seal_base_str(&bad), it.president, 2, ERROR_PDF, "signer1");
	bytes_free(&bad);
}

static void refused_base(struct bytes base, const char *subject)
{
	refused(seal_base_str(&base), it.secretary, 1, ERROR_PDF, subject);
	bytes_free(&base);
}

static void a_base_of_another_shape_is_refused_by_the_part_that_does_not_fit(void **state)
{
	static const char field[] = "<< /FT /Sig /T (signer1) /V 12 0 R >>";

	(void)state;
	refused_base(seal_base(SEAL_BASE_NAMES), "signer1");
	refused_base(seal_base_with(SEAL_BASE_FIELD_1, field), "signer1");
	refused_base(seal_base_with(SEAL_BASE_FIELD_1, "<< /FT /Tx /T (signer1) >>"), "signer1");
	refused_base(
		seal_base_with(SEAL_BASE_FIELD_1, "<< /FT /Sig /T (signer1) /#56 1 >>"), "signer1");
	refused_base(seal_base_with(SEAL_BASE_FORM, "<< /SigFlags 3 >>"), "/AcroForm");
	refused_base(
		seal_base_with(SEAL_BASE_FORM, "<< /Fields [ 6 0 R 7 0 R 7 0 R ] /SigFlags 3 >>"),
		"signer3");
	refused_base(seal_base_with(SEAL_BASE_CATALOG, "<< /Type /Catalog /Pages 2 0 R >>"),
		"/AcroForm");
	refused_base(seal_base_with(SEAL_BASE_CATALOG,
			     "<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R /Perms << >> >>"),
		"/Perms");
	refused_base(seal_base_with(SEAL_BASE_CATALOG, "<< /Type /Pages >>"), "/Root");
	refused_base(seal_base_with(SEAL_BASE_CATALOG,
			     "<< /Type /Catalog /Type /Catalog /AcroForm 5 0 R >>"),
		"/Root");
	refused_base(seal_base_with(SEAL_BASE_PAGE, "<< /Type"), "3 0 obj");
}

/* A base with OLD, which must be there, written over by NEW of the same length. */
static struct bytes patched(const char *old, const char *new)
{
	struct bytes b = {0};
	unsigned char *p;

	bytes_add(&b, it.base.p, it.base.n);
	p = memmem(b.p, b.n, old, strlen(old));
	assert_non_null(p);
	assert_int_equal(strlen(old), strlen(new));
	memcpy(p, new, strlen(new));
	return b;
}

static void a_file_that_is_cut_or_bent_is_refused(void **state)
{
	struct bytes cut = {0};
	const char *start = memmem(it.base.p, it.base.n, "startxref\n", 10);
	char table[40];

	(void)state;
	assert_non_null(start);
	snprintf(table, sizeof(table), "xref %ld", strtol(start + 10, NULL, 10));
	refused(STR(""), it.secretary, 1, ERROR_PDF, "%PDF-");
	refused(STR("hello"), it.secretary, 1, ERROR_PDF, "%PDF-");
	refused((struct str){(char *)it.base.p, it.base.n - 1}, it.secretary, 1, ERROR_PDF,
		"startxref");
	refused_base(patched("%PDF-1.7", "%PDF-2.0"), "%PDF-");
	refused_base(patched("startxref\n1", "startxref\n9"), "startxref");
	refused_base(patched("/Size 13", "/Size 12"), table);
	refused_base(patched("/Size 13", "/Size 00"), "trailer");
	refused_base(patched("/Root 1 0 R", "/Root null "), "/Root");
	refused_base(patched("/Info 12 0 R", "/Prev 9999  "), "/Prev");
	refused_base(patched("/Info 12 0 R", "/Encrypt 1  "), "/Root");
	refused_base(patched("3 0 obj", "3 1 obj"), "3 0 obj");
	refused_base(patched("00000 n \n", "00001 n \n"), table);
	bytes_add(&cut, it.base.p, it.base.n);
	bytes_add(&cut, "\n", 1);
	refused_base(cut, "startxref");
}

static void text_that_is_not_utf8_is_refused(void **state)
{
	struct seal_act act = seal_base_act(1);
	struct bytes out = {0};
	struct error err = {0};

	(void)state;
	act.place = STR("F\xe8s");
	assert_int_equal(seal_sign(seal_base_str(&it.base), it.secretary, &act, &out, &err), -1);
	assert_int_equal(err.code, ERROR_BAD_TEXT);
	assert_int_equal(out.n, 0);
}

static void a_journal_that_cannot_be_read_is_told(void **state)
{
	static const enum seal_base_kind kinds[] = {SEAL_BASE_TWO_FILES, SEAL_BASE_WRONG_SIZE};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
		struct bytes base = seal_base(kinds[i]);
		struct bytes two =
			seal_base_signed(seal_base_str(&base), 2, it.secretary, it.president);
		struct seal_report r = check(&two);

		assert_int_equal(r.finding, SEAL_NOT_PDF);
		assert_null(r.journal.p);
		bytes_free(&base);
		bytes_free(&two);
	}
}

/* ---- the object inside ----------------------------------------------------------------------- */

static const struct hash digest = {{1, 2, 3, 4, 5}};

static void the_same_object_is_rebuilt_from_certificate_digest_and_value(void **state)
{
	struct bytes made = {0}, again = {0};
	struct error err = {0};

	(void)state;
	assert_int_equal(cms_sign(it.secretary, digest, &made, &err), 0);
	/* The value is the last thing in it: 384 octets of RSA-3072. */
	assert_int_equal(cms_template(&it.secretary->crypto, it.secretary->certificate, digest,
				 (struct str){(char *)made.p + made.n - 384, 384}, &again, &err),
		0);
	assert_int_equal(made.n, again.n);
	assert_memory_equal(made.p, again.p, made.n);
	bytes_free(&made);
	bytes_free(&again);
}

/* The same object by OpenSSL's own writer, told not to add a signing time. */
static int openssl_object(unsigned char **der)
{
	STACK_OF(X509) *chain = sk_X509_new_null();
	CMS_ContentInfo *ci;
	CMS_SignerInfo *si;
	X509_ALGOR *alg;
	struct bytes attributes = {0};
	unsigned char value[384];
	size_t n = sizeof(value);
	EVP_MD_CTX *md = EVP_MD_CTX_new();
	struct error err = {0};
	int size;

	ci = CMS_sign(
		NULL, NULL, chain, NULL, CMS_PARTIAL | CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP);
	assert_non_null(ci);
	si = CMS_add1_signer(ci, it.secretary->certificate, it.secretary->pkey, EVP_sha256(),
		CMS_PARTIAL | CMS_NOSMIMECAP | CMS_CADES | CMS_BINARY);
	assert_non_null(si);
	assert_true(CMS_signed_add1_attr_by_NID(
		si, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest.b, sizeof(digest.b)));
	assert_true(CMS_signed_add1_attr_by_NID(
		si, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1));
	CMS_SignerInfo_get0_algs(si, NULL, NULL, NULL, &alg);
	X509_ALGOR_set0(alg, OBJ_nid2obj(NID_sha256WithRSAEncryption), V_ASN1_NULL, NULL);
	assert_int_equal(cms_attributes(&it.secretary->crypto, it.secretary->certificate, digest,
				 &attributes, &err),
		0);
	assert_int_equal(EVP_DigestSignInit_ex(md, NULL, "SHA256", it.secretary->crypto.lib, NULL,
				 it.secretary->pkey, NULL),
		1);
	assert_int_equal(EVP_DigestSign(md, value, &n, attributes.p, attributes.n), 1);
	ASN1_STRING_set(CMS_SignerInfo_get0_signature(si), value, (int)n);
	size = i2d_CMS_ContentInfo(ci, der);
	EVP_MD_CTX_free(md);
	bytes_free(&attributes);
	CMS_ContentInfo_free(ci);
	sk_X509_free(chain);
	return size;
}

static void our_writer_and_openssl_write_the_same_object(void **state)
{
	struct bytes mine = {0};
	struct error err = {0};
	unsigned char *der = NULL;
	int n = openssl_object(&der);

	(void)state;
	assert_int_equal(cms_sign(it.secretary, digest, &mine, &err), 0);
	assert_int_equal(mine.n, n);
	assert_memory_equal(mine.p, der, mine.n);
	OPENSSL_free(der);
	bytes_free(&mine);
}

static void no_signing_time_stands_in_the_object(void **state)
{
	struct bytes made = {0};
	struct error err = {0};

	(void)state;
	assert_int_equal(cms_sign(it.secretary, digest, &made, &err), 0);
	assert_null(memmem(made.p, made.n, "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x05", 9));
	assert_non_null(memmem(made.p, made.n, "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x2f", 11));
	bytes_free(&made);
}

static void an_object_that_does_not_fit_its_room_is_refused(void **state)
{
	struct seal_act act = seal_base_act(1);
	struct bytes out = {0};
	struct error err = {0};

	(void)state;
	assert_int_equal(
		pades_sign(seal_base_str(&it.base), it.secretary, &act, 1000, &out, &err), -1);
	assert_int_equal(err.code, ERROR_KEY);
	assert_int_equal(out.n, 0);
}

static void every_finding_has_a_sentence_of_its_own(void **state)
{
	(void)state;
	for (int i = SEAL_OK; i <= SEAL_SIGNER; i++) {
		const char *id = seal_finding_message((enum seal_finding)i).id;

		assert_non_null(id);
		for (int k = SEAL_OK; k < i; k++)
			assert_string_not_equal(id, seal_finding_message((enum seal_finding)k).id);
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_signed_file_starts_with_the_file_that_was_signed),
	cmocka_unit_test(the_same_key_and_input_give_the_same_bytes),
	cmocka_unit_test(a_finished_record_holds_and_says_who_signed_it),
	cmocka_unit_test(the_report_repeats_what_each_signature_says),
	cmocka_unit_test(the_report_gives_the_base_and_the_journal),
	cmocka_unit_test(a_record_without_a_journal_holds_and_gives_none),
	cmocka_unit_test(a_record_with_one_signer_is_finished_by_one),
	cmocka_unit_test(half_a_record_is_missing_a_signature_and_the_base_has_none),
	cmocka_unit_test(the_first_signature_forbids_all_but_signing_and_the_second_says_nothing),
	cmocka_unit_test(signing_repeats_the_field_as_it_was_and_adds_its_value_alone),
	cmocka_unit_test(names_are_written_so_that_every_reader_shows_them),
	cmocka_unit_test(a_time_west_of_greenwich_is_written_and_read),
	cmocka_unit_test(signers_sign_in_order_and_once),
	cmocka_unit_test(nobody_signs_over_a_signature_that_does_not_hold),
	cmocka_unit_test(a_base_of_another_shape_is_refused_by_the_part_that_does_not_fit),
	cmocka_unit_test(a_file_that_is_cut_or_bent_is_refused),
	cmocka_unit_test(text_that_is_not_utf8_is_refused),
	cmocka_unit_test(a_journal_that_cannot_be_read_is_told),
	cmocka_unit_test(the_same_object_is_rebuilt_from_certificate_digest_and_value),
	cmocka_unit_test(our_writer_and_openssl_write_the_same_object),
	cmocka_unit_test(no_signing_time_stands_in_the_object),
	cmocka_unit_test(an_object_that_does_not_fit_its_room_is_refused),
	cmocka_unit_test(every_finding_has_a_sentence_of_its_own),
};

TEST_MAIN_WITH(cases, start, stop)

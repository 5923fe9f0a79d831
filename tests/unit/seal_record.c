/* Records as the program makes them, signed twice, looked at with what a recipient has: qpdf,
 * pdfsig, pdfdetach, openssl. */
#include "tests/test.h"

#include <sys/stat.h>
#include <unistd.h>

#include <openssl/evp.h>
#include <openssl/provider.h>

#include "storage/seal/verify.h"
#include "tests/pdf_sample.h"
#include "tests/seal_base.h"

enum { ARABIC, FRENCH, SMALL, RECORDS };

static const char *const names[RECORDS] = {"ar", "fr", "small"};

static struct {
	struct arena arena;
	struct crypto crypto;
	struct seal_key *secretary, *president;
	struct bytes base[RECORDS], half[RECORDS], record[RECORDS];
	char dir[512];
} it;

static const char *path_of(const char *name, const char *suffix)
{
	char path[700];

	snprintf(path, sizeof(path), "%s/%s%s", it.dir, name, suffix);
	return arena_z(&it.arena, str_of(path));
}

static void save(const char *name, const char *suffix, const void *p, size_t n)
{
	FILE *f = fopen(path_of(name, suffix), "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(p, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

/* A configuration that would take OpenSSL's algorithms away, if anybody read it. */
static void hostile_configuration(void)
{
	static const char text[] = "openssl_conf = all\n[all]\nproviders = some\n[some]\n"
				   "null = one\n[one]\nactivate = 1\n";

	save("hostile", ".cnf", text, sizeof(text) - 1);
	setenv("OPENSSL_CONF", path_of("hostile", ".cnf"), 1);
}

static struct bytes real_base(enum lang lang)
{
	struct pdf_input in = pdf_sample_input(pdf_sample_document(lang, &it.arena), &it.arena);
	struct bytes out = {0};
	struct error err = {0};

	if (pdf_render(&in, &out, &err))
		fail_msg("pdf_render: error %d, %s", (int)err.code, err.subject);
	return out;
}

static int start(void **state)
{
	struct error err = {0};

	(void)state;
	arena_init(&it.arena, &memory_source);
	snprintf(it.dir, sizeof(it.dir), "%s/tests/seal_record", test_builddir());
	mkdir(it.dir, 0700);
	hostile_configuration();
	if (crypto_open(&it.crypto, &err))
		return -1;
	it.secretary = seal_base_key("secretary");
	it.president = seal_base_key("president");
	unsetenv("OPENSSL_CONF");
	it.base[ARABIC] = real_base(LANG_AR);
	it.base[FRENCH] = real_base(LANG_FR);
	it.base[SMALL] = seal_base(SEAL_BASE_DEFLATED);
	for (int i = 0; i < RECORDS; i++) {
		it.half[i] =
			seal_base_signed(seal_base_str(&it.base[i]), 1, it.secretary, it.president);
		it.record[i] =
			seal_base_signed(seal_base_str(&it.base[i]), 2, it.secretary, it.president);
		save(names[i], "-base.pdf", it.base[i].p, it.base[i].n);
		save(names[i], "-half.pdf", it.half[i].p, it.half[i].n);
		save(names[i], ".pdf", it.record[i].p, it.record[i].n);
	}
	return 0;
}

static int stop(void **state)
{
	(void)state;
	for (int i = 0; i < RECORDS; i++) {
		bytes_free(&it.base[i]);
		bytes_free(&it.half[i]);
		bytes_free(&it.record[i]);
	}
	seal_key_close(it.secretary);
	seal_key_close(it.president);
	crypto_close(&it.crypto);
	arena_clear(&it.arena);
	return 0;
}

/* What the shell prints for COMMAND, run in the folder of the files; it must exit with 0. */
static const char *run(const char *format, ...) __attribute__((format(printf, 1, 2)));

static const char *run(const char *format, ...)
{
	char command[4096], *out = arena_take(&it.arena, 262144);
	int used = snprintf(command, sizeof(command), "exec 2>&1; cd '%s' && ", it.dir), status;
	va_list args;
	size_t n;
	FILE *f;

	va_start(args, format);
	vsnprintf(command + used, sizeof(command) - (size_t)used, format, args);
	va_end(args);
	f = popen(command, "r");
	assert_non_null(f);
	n = fread(out, 1, 262143, f);
	out[n] = 0;
	status = pclose(f);
	if (status)
		fail_msg("%s: %s", command, out);
	return out;
}

/* How often WORDS stand in TEXT. */
static int count(const char *text, const char *words)
{
	int n = 0;

	for (; (text = strstr(text, words)); text++)
		n++;
	return n;
}

static struct seal_report check(struct str s)
{
	struct seal_report r;
	struct error err = {0};

	assert_int_equal(verify_file(&it.crypto, s, &r, &it.arena, &err), 0);
	return r;
}

/* ---- ourselves ------------------------------------------------------------------------------- */

static void the_system_s_openssl_configuration_is_not_read(void **state)
{
	EVP_MD *md = EVP_MD_fetch(NULL, "SHA256", NULL);

	(void)state;
	assert_non_null(md);
	EVP_MD_free(md);
	assert_false(OSSL_PROVIDER_available(NULL, "null"));
}

static void a_real_record_holds_and_gives_its_journal(void **state)
{
	(void)state;
	for (int i = 0; i < RECORDS; i++) {
		struct seal_report r = check(seal_base_str(&it.record[i]));

		assert_int_equal(r.finding, SEAL_OK);
		assert_int_equal(r.signatures_n, 2);
		assert_int_equal(r.fields_n, 2);
		assert_true(r.journal.n > 0);
		assert_true(str_equal(r.base, seal_base_str(&it.base[i])));
		assert_int_equal(check(seal_base_str(&it.half[i])).finding, SEAL_MISSING);
		assert_int_equal(check(seal_base_str(&it.base[i])).finding, SEAL_NO_SIGNATURE);
	}
}

static void a_signature_costs_a_few_kilobytes_and_nothing_of_the_base(void **state)
{
	(void)state;
	for (int i = 0; i < RECORDS; i++) {
		assert_memory_equal(it.record[i].p, it.base[i].p, it.base[i].n);
		assert_in_range(it.half[i].n - it.base[i].n, 32768, 36864);
		assert_in_range(it.record[i].n - it.half[i].n, 32768, 36864);
	}
}

static void damage_to_a_real_record_is_found(void **state)
{
	struct bytes *b = &it.record[ARABIC];

	(void)state;
	for (size_t i = 0; i < b->n; i += 331) {
		b->p[i] ^= 0x20;
		assert_int_not_equal(check(seal_base_str(b)).finding, SEAL_OK);
		b->p[i] ^= 0x20;
	}
	/* The end, where the last signature and the last table stand, more closely. */
	for (size_t i = it.half[ARABIC].n; i < b->n; i += 41) {
		b->p[i] ^= 0x01;
		assert_int_not_equal(check(seal_base_str(b)).finding, SEAL_OK);
		b->p[i] ^= 0x01;
	}
	for (size_t n = 0; n < b->n; n += 997)
		assert_int_not_equal(check((struct str){(char *)b->p, n}).finding, SEAL_OK);
	assert_int_equal(check(seal_base_str(b)).finding, SEAL_OK);
}

/* ---- qpdf, pdfdetach ------------------------------------------------------------------------- */

static void qpdf_finds_nothing_wrong_at_any_stage(void **state)
{
	static const char *const stages[] = {"-base.pdf", "-half.pdf", ".pdf"};

	(void)state;
	for (int i = 0; i < RECORDS; i++)
		for (size_t k = 0; k < ARRAY_LEN(stages); k++) {
			const char *said = run("qpdf --check '%s%s'", names[i], stages[k]);

			assert_null(strstr(said, "WARNING"));
			assert_non_null(strstr(said, "No syntax or stream encoding errors found"));
		}
}

static void pdfdetach_takes_out_the_journal_that_we_read(void **state)
{
	(void)state;
	for (int i = 0; i < RECORDS; i++) {
		struct seal_report r = check(seal_base_str(&it.record[i]));
		struct bytes saved;

		run("pdfdetach -savefile journal.jsonl -o '%s.jsonl' '%s.pdf'", names[i], names[i]);
		saved = seal_base_file(path_of(names[i], ".jsonl"));
		assert_true(str_equal(seal_base_str(&saved), r.journal));
		bytes_free(&saved);
	}
}

/* ---- pdfsig ---------------------------------------------------------------------------------- */

static void pdfsig_finds_two_valid_signatures_and_the_last_over_everything(void **state)
{
	(void)state;
	for (int i = 0; i < RECORDS; i++) {
		const char *said = run("pdfsig '%s.pdf'", names[i]);
		const char *second = strstr(said, "Signature #2:");

		assert_int_equal(count(said, "Signature is Valid."), 2);
		assert_non_null(second);
		assert_int_equal(count(second, "  - Total document signed"), 1);
		assert_int_equal(count(said, "  - Total document signed"), 1);
		assert_int_equal(count(said, "ETSI.CAdES.detached"), 2);
		assert_int_equal(count(said, "Hash Algorithm: SHA-256"), 2);
		assert_non_null(strstr(said, "Signature Field Name: signer1"));
		assert_non_null(strstr(second, "Signature Field Name: signer2"));
		assert_non_null(strstr(said, "Common Name: كاتب الجلسة (نموذج / SPÉCIMEN)"));
		assert_non_null(strstr(second, "Common Name: رئيس الغرفة (نموذج / SPÉCIMEN)"));
		assert_non_null(strstr(said, "Signing Time: Dec 30 2024 17:20:00"));
	}
}

static void pdfsig_sees_one_signature_and_an_empty_field_in_half_a_record(void **state)
{
	(void)state;
	for (int i = 0; i < RECORDS; i++) {
		const char *said = run("pdfsig '%s-half.pdf'", names[i]);

		assert_int_equal(count(said, "Signature is Valid."), 1);
		assert_int_equal(count(said, "  - Total document signed"), 1);
		assert_int_equal(count(said, "The signature form field is not signed."), 1);
	}
}

/* A key store of NSS with both sample keys, made once. */
static const char *key_store(void)
{
	static const char made[] = "nss/cert9.db";

	if (access(path_of(made, ""), F_OK) != 0) {
		run("rm -rf nss.new && mkdir -p nss.new && "
		    "certutil -N -d sql:nss.new --empty-password && "
		    "for k in secretary president; do "
		    "pk12util -i '%s/storage/sample/'$k.p12 -d sql:nss.new -W specimen || exit 1; "
		    "done && rm -rf nss && mv nss.new nss",
			test_srcdir());
	}
	return "sql:nss";
}

static void the_president_can_sign_with_another_program(void **state)
{
	struct bytes b;
	struct seal_report r;
	const char *said;

	(void)state;
	for (int i = 0; i < RECORDS; i++) {
		run("rm -f foreign.pdf; TZ=UTC pdfsig -nssdir %s -no-ocsp -sign signer2 "
		    "-nick 'رئيس الغرفة (نموذج / SPÉCIMEN)' -kpw specimen '%s-half.pdf' "
		    "foreign.pdf",
			key_store(), names[i]);
		said = run("pdfsig foreign.pdf");
		assert_int_equal(count(said, "Signature is Valid."), 2);
		b = seal_base_file(path_of("foreign", ".pdf"));
		r = check(seal_base_str(&b));
		assert_int_equal(r.finding, SEAL_FOREIGN);
		assert_int_equal(r.signatures_n, 2);
		assert_int_equal(r.signatures[0].finding, SEAL_OK);
		assert_int_equal(r.signatures[1].finding, SEAL_FOREIGN);
		assert_true(str_is(r.signatures[1].certificate.role, "president"));
		/* What is intact is still readable. */
		assert_true(r.journal.n > 0);
		bytes_free(&b);
	}
}

static void what_another_program_signed_is_found_changed(void **state)
{
	struct bytes b;

	(void)state;
	run("rm -f foreign.pdf; TZ=UTC pdfsig -nssdir %s -no-ocsp -sign signer2 "
	    "-nick 'رئيس الغرفة (نموذج / SPÉCIMEN)' -kpw specimen small-half.pdf foreign.pdf",
		key_store());
	b = seal_base_file(path_of("foreign", ".pdf"));
	for (size_t i = 0; i < b.n; i += 97) {
		b.p[i] ^= 0x01;
		assert_int_not_equal(check(seal_base_str(&b)).finding, SEAL_OK);
		b.p[i] ^= 0x01;
	}
	bytes_free(&b);
}

/* ---- openssl --------------------------------------------------------------------------------- */

static void openssl_verifies_both_signatures_alone(void **state)
{
	(void)state;
	run("cat '%s/storage/sample/secretary.pem' '%s/storage/sample/president.pem' >signers.pem",
		test_srcdir(), test_srcdir());
	for (int i = 0; i < RECORDS; i++) {
		/* As the recipient is told: the ranges that pdfsig prints, and the dumped objects.
		 */
		const char *said = run(
			"rm -f '%s.pdf'.sig*; pdfsig -dump '%s.pdf' && "
			"pdfsig '%s.pdf' >ranges && "
			"sed -n 's/.*Signed Ranges: \\[0 - \\([0-9]*\\)\\], \\[\\([0-9]*\\) - "
			"\\([0-9]*\\)\\].*/\\1 \\2 \\3/p' ranges >numbers && n=0 && "
			"while read -r b c e; do "
			"{ head -c \"$b\" '%s.pdf'; tail -c +$((c + 1)) '%s.pdf' | head -c $((e - "
			"c)); } "
			">d && openssl cms -verify -cades -binary -inform DER -in '%s.pdf'.sig$n "
			"-content d -CAfile signers.pem -purpose any -out /dev/null || exit 1; "
			"n=$((n + 1)); done <numbers; echo $n signatures",
			names[i], names[i], names[i], names[i], names[i], names[i]);

		assert_int_equal(count(said, "erification successful"), 2);
		assert_non_null(strstr(said, "2 signatures"));
	}
}

static void openssl_finds_no_signing_time(void **state)
{
	(void)state;
	run("rm -f ar.pdf.sig*; pdfsig -dump ar.pdf");
	for (int i = 0; i < 2; i++) {
		const char *said =
			run("openssl cms -cmsout -print -inform DER -in ar.pdf.sig%d", i);

		assert_null(strstr(said, "signingTime"));
		assert_non_null(strstr(said, "object: contentType"));
		assert_non_null(strstr(said, "object: messageDigest"));
		assert_non_null(strstr(said, "object: id-smime-aa-signingCertificateV2"));
		said = strstr(said, "signedAttrs:");
		assert_non_null(said);
		assert_int_equal(count(said, "object: "), 3);
		assert_non_null(strstr(said, "unsignedAttrs:\n          <ABSENT>"));
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_system_s_openssl_configuration_is_not_read),
	cmocka_unit_test(a_real_record_holds_and_gives_its_journal),
	cmocka_unit_test(a_signature_costs_a_few_kilobytes_and_nothing_of_the_base),
	cmocka_unit_test(damage_to_a_real_record_is_found),
	cmocka_unit_test(qpdf_finds_nothing_wrong_at_any_stage),
	cmocka_unit_test(pdfdetach_takes_out_the_journal_that_we_read),
	cmocka_unit_test(pdfsig_finds_two_valid_signatures_and_the_last_over_everything),
	cmocka_unit_test(pdfsig_sees_one_signature_and_an_empty_field_in_half_a_record),
	cmocka_unit_test(the_president_can_sign_with_another_program),
	cmocka_unit_test(what_another_program_signed_is_found_changed),
	cmocka_unit_test(openssl_verifies_both_signatures_alone),
	cmocka_unit_test(openssl_finds_no_signing_time),
};

TEST_MAIN_WITH(cases, start, stop)

#include "tests/test.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "locale/embed.h"
#include "tests/seal_base.h"

/* One key made for all cases, since making and opening take their time. */
static struct {
	struct arena arena;
	char dir[512], path[600];
	struct seal_certificate made;
	struct bytes p12;
} it;

#define PASSPHRASE "كلمة السر الطويلة"
#define LONG_NAME                                                                                  \
	"غرفة الصناعة التقليدية لجهة طنجة - تطوان - الحسيمة، الملحقة الإقليمية بوزان والنواحي"

static const struct seal_subject subject = {
	.name = {"رئيسة الغرفة", sizeof("رئيسة الغرفة") - 1},
	.organisation = {LONG_NAME, sizeof(LONG_NAME) - 1},
	.role = {"president", 9},
	.from = {1709208000, 60}, /* 29 February 2024, 13:00 at +01:00 */
};

static int start(void **state)
{
	struct error err = {0};

	(void)state;
	arena_init(&it.arena, &memory_source);
	snprintf(it.dir, sizeof(it.dir), "%s/tests/seal_key.dir", test_builddir());
	if (mkdir(it.dir, 0700) && errno != EEXIST)
		return -1;
	snprintf(it.path, sizeof(it.path), "%s/new.p12", it.dir);
	unlink(it.path);
	if (seal_key_new(&subject, STR(PASSPHRASE), it.path, &it.made, &it.arena, &err))
		return -1;
	it.p12 = seal_base_file(it.path);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	bytes_free(&it.p12);
	arena_clear(&it.arena);
	unlink(it.path);
	return rmdir(it.dir);
}

/* Run COMMAND with the shell and keep the first 64 KB of what it prints. */
static char *run(const char *command)
{
	char *out = arena_take(&it.arena, 65536);
	FILE *f = popen(command, "r");
	size_t n;

	assert_non_null(f);
	n = fread(out, 1, 65535, f);
	out[n] = 0;
	assert_int_equal(pclose(f), 0);
	return out;
}

static void a_new_key_is_for_its_owner_alone(void **state)
{
	struct stat st;

	(void)state;
	assert_int_equal(stat(it.path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
}

static void a_new_certificate_says_who_and_how_long(void **state)
{
	struct instant until;

	(void)state;
	assert_true(str_is(it.made.name, "رئيسة الغرفة"));
	assert_true(str_is(it.made.role, "president"));
	assert_false(it.made.specimen);
	assert_int_equal(it.made.from.seconds, subject.from.seconds);
	/* Ten years after a 29 February there is none. */
	until = instant_at((struct date){2034, 2, 28}, 13 * 3600, 60);
	assert_int_equal(it.made.until.seconds, until.seconds);
}

static void a_name_too_long_for_a_certificate_is_cut_between_letters(void **state)
{
	struct str s = it.made.organisation;
	size_t letters = 0;

	(void)state;
	for (size_t i = 0; i < s.n; i++)
		letters += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	assert_int_equal(letters, 64);
	assert_memory_equal(s.p, LONG_NAME, s.n - 3);
	assert_memory_equal(s.p + s.n - 3, "…", 3);
}

static void the_key_opens_with_its_passphrase_and_gives_the_same_certificate(void **state)
{
	struct seal_key *key;
	struct seal_certificate c;
	struct error err = {0};

	(void)state;
	assert_int_equal(seal_key_open(it.p12.p, it.p12.n, STR(PASSPHRASE), &key, &err), 0);
	assert_int_equal(seal_key_certificate(key, &c, &it.arena, &err), 0);
	assert_true(hash_equal(c.sha256, it.made.sha256));
	assert_true(str_equal(c.pem, it.made.pem));
	seal_key_close(key);
}

static void a_wrong_passphrase_is_told_from_a_broken_file(void **state)
{
	struct seal_key *key = (struct seal_key *)1;
	struct error err = {0};
	struct bytes cut = {0};

	(void)state;
	assert_int_equal(seal_key_open(it.p12.p, it.p12.n, STR("x"), &key, &err), -1);
	assert_int_equal(err.code, ERROR_PASSPHRASE);
	assert_null(key);
	assert_int_equal(seal_key_open(it.p12.p, it.p12.n, STR(""), &key, &err), -1);
	assert_int_equal(err.code, ERROR_PASSPHRASE);
	assert_int_equal(seal_key_open(it.p12.p, it.p12.n / 2, STR(PASSPHRASE), &key, &err), -1);
	assert_int_equal(err.code, ERROR_KEY);
	assert_int_equal(seal_key_open("", 0, STR(PASSPHRASE), &key, &err), -1);
	assert_int_equal(err.code, ERROR_KEY);
	bytes_add(&cut, "hello, this is no key", 21);
	assert_int_equal(seal_key_open(cut.p, cut.n, STR(PASSPHRASE), &key, &err), -1);
	assert_int_equal(err.code, ERROR_KEY);
	bytes_free(&cut);
}

static void an_existing_file_is_never_overwritten(void **state)
{
	struct seal_certificate c;
	struct error err = {0};
	struct bytes now;

	(void)state;
	assert_int_equal(seal_key_new(&subject, STR("y"), it.path, &c, &it.arena, &err), -1);
	assert_int_equal(err.code, ERROR_EXISTS);
	assert_string_equal(err.subject, it.path);
	now = seal_base_file(it.path);
	assert_int_equal(now.n, it.p12.n);
	assert_memory_equal(now.p, it.p12.p, now.n);
	bytes_free(&now);
}

static void a_key_without_passphrase_or_name_is_not_made(void **state)
{
	struct seal_subject nobody = subject;
	struct seal_certificate c;
	struct error err = {0};
	char path[600];

	(void)state;
	snprintf(path, sizeof(path), "%s/none.p12", it.dir);
	assert_int_equal(seal_key_new(&subject, STR(""), path, &c, &it.arena, &err), -1);
	assert_int_equal(err.code, ERROR_PASSPHRASE);
	nobody.name = STR("");
	assert_int_equal(seal_key_new(&nobody, STR("z"), path, &c, &it.arena, &err), -1);
	assert_int_equal(err.code, ERROR_KEY);
	assert_int_equal(access(path, F_OK), -1);
}

static void a_folder_that_is_not_there_is_an_error_with_its_path(void **state)
{
	struct seal_certificate c;
	struct error err = {0};
	char path[700];

	(void)state;
	snprintf(path, sizeof(path), "%s/none/key.p12", it.dir);
	assert_int_equal(seal_key_new(&subject, STR("z"), path, &c, &it.arena, &err), -1);
	assert_int_equal(err.code, ERROR_FILE);
	assert_int_equal(err.sys, ENOENT);
	assert_string_equal(err.subject, path);
}

static void openssl_reads_the_key_and_sees_the_agreed_protection(void **state)
{
	char command[2048], *said;

	(void)state;
	snprintf(command, sizeof(command),
		"openssl pkcs12 -in '%s' -passin 'pass:%s' -info -noout 2>&1", it.path, PASSPHRASE);
	said = run(command);
	assert_non_null(strstr(said, "MAC: sha256, Iteration 600000"));
	assert_non_null(strstr(said, "PKCS7 Encrypted data: PBES2, PBKDF2, AES-256-CBC, Iteration "
				     "600000, PRF hmacWithSHA256"));
	assert_non_null(strstr(said, "Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration "
				     "600000, PRF hmacWithSHA256"));
}

static void openssl_sees_a_signing_certificate_of_3072_bits(void **state)
{
	char command[2048], *said;

	(void)state;
	snprintf(command, sizeof(command),
		"openssl pkcs12 -in '%s' -passin 'pass:%s' -nokeys 2>&1 | openssl x509 -noout "
		"-text "
		"-nameopt utf8,sep_comma_plus",
		it.path, PASSPHRASE);
	said = run(command);
	assert_non_null(strstr(said, "Public-Key: (3072 bit)"));
	assert_non_null(strstr(said, "Signature Algorithm: sha256WithRSAEncryption"));
	assert_non_null(
		strstr(said, "X509v3 Basic Constraints: critical\n                CA:FALSE"));
	assert_non_null(strstr(said,
		"X509v3 Key Usage: critical\n                Digital Signature, Non Repudiation"));
	assert_non_null(strstr(said, "OU=president,CN=رئيسة الغرفة"));
}

static void the_passphrase_and_the_private_key_are_not_in_the_file(void **state)
{
	(void)state;
	assert_null(memmem(it.p12.p, it.p12.n, PASSPHRASE, sizeof(PASSPHRASE) - 1));
	/* rsaEncryption, as an unencrypted PrivateKeyInfo or certificate would name it */
	assert_null(memmem(it.p12.p, it.p12.n, "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01", 9));
}

static void the_sample_keys_are_carried_and_marked(void **state)
{
	static const char *const roles[] = {"secretary", "president"};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(roles); i++) {
		char name[64];
		struct seal_key *key;
		struct seal_certificate c, pem;
		struct error err = {0};
		size_t n;
		const unsigned char *p;

		snprintf(name, sizeof(name), "storage/sample/%s.p12", roles[i]);
		p = embed_find(name, &n);
		assert_non_null(p);
		assert_int_equal(seal_key_open(p, n, STR("specimen"), &key, &err), 0);
		assert_int_equal(seal_key_certificate(key, &c, &it.arena, &err), 0);
		assert_true(c.specimen);
		assert_true(str_is(c.role, roles[i]));
		assert_int_equal(instant_date(c.from).year, 2024);
		assert_int_equal(instant_date(c.until).year, 2044);
		snprintf(name, sizeof(name), "storage/sample/%s.pem", roles[i]);
		p = embed_find(name, &n);
		assert_non_null(p);
		assert_int_equal(seal_certificate_parse(
					 (struct str){(const char *)p, n}, &pem, &it.arena, &err),
			0);
		assert_true(hash_equal(c.sha256, pem.sha256));
		seal_key_close(key);
	}
}

static void several_certificates_are_read_in_order(void **state)
{
	struct str parts[3] = {it.made.pem, STR("between them anything\n"), it.made.pem};
	struct seal_certificate *all, one;
	struct error err = {0};
	struct str two = arena_join(&it.arena, parts, 3);
	size_t n;

	(void)state;
	assert_int_equal(seal_certificates_parse(two, &all, &n, &it.arena, &err), 0);
	assert_int_equal(n, 2);
	assert_true(hash_equal(all[1].sha256, it.made.sha256));
	assert_int_equal(seal_certificate_parse(two, &one, &it.arena, &err), -1);
	assert_int_equal(err.code, ERROR_KEY);
}

static void what_is_no_certificate_is_refused(void **state)
{
	struct seal_certificate *all;
	struct error err = {0};
	struct str cut = {it.made.pem.p, it.made.pem.n / 2};
	struct str broken;
	char *copy;
	size_t n;

	(void)state;
	assert_int_equal(seal_certificates_parse(STR(""), &all, &n, &it.arena, &err), -1);
	assert_int_equal(seal_certificates_parse(STR("hello"), &all, &n, &it.arena, &err), -1);
	assert_int_equal(seal_certificates_parse(cut, &all, &n, &it.arena, &err), -1);
	assert_int_equal(err.code, ERROR_KEY);
	/* The second of two is damaged: neither counts. */
	copy = arena_copy(&it.arena, it.made.pem.p, it.made.pem.n);
	memset(copy + 100, '!', 20);
	broken = arena_join(&it.arena, (struct str[]){it.made.pem, {copy, it.made.pem.n}}, 2);
	assert_int_equal(seal_certificates_parse(broken, &all, &n, &it.arena, &err), -1);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_new_key_is_for_its_owner_alone),
	cmocka_unit_test(a_new_certificate_says_who_and_how_long),
	cmocka_unit_test(a_name_too_long_for_a_certificate_is_cut_between_letters),
	cmocka_unit_test(the_key_opens_with_its_passphrase_and_gives_the_same_certificate),
	cmocka_unit_test(a_wrong_passphrase_is_told_from_a_broken_file),
	cmocka_unit_test(an_existing_file_is_never_overwritten),
	cmocka_unit_test(a_key_without_passphrase_or_name_is_not_made),
	cmocka_unit_test(a_folder_that_is_not_there_is_an_error_with_its_path),
	cmocka_unit_test(openssl_reads_the_key_and_sees_the_agreed_protection),
	cmocka_unit_test(openssl_sees_a_signing_certificate_of_3072_bits),
	cmocka_unit_test(the_passphrase_and_the_private_key_are_not_in_the_file),
	cmocka_unit_test(the_sample_keys_are_carried_and_marked),
	cmocka_unit_test(several_certificates_are_read_in_order),
	cmocka_unit_test(what_is_no_certificate_is_refused),
};

TEST_MAIN_WITH(cases, start, stop)

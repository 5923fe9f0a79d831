/* Keys that are made here sign here, each in its box: in a chamber's register and in a sample. */
#include "storage/signed.h"
#include "tests/desk_driver.h"
#include "tests/pen.h"
#include "tests/test.h"
#include "tui/desk_parts.h"
#include "tui/secret.h"

#include <sys/stat.h>

/* A chamber that is no sample: five members, one item, the sitting closed. */
static const char small_session[] =
	"@2025-03-10T09:00:00+00:00 chamber.create code=cap name_ar=\"غرفة التجربة\" "
	"name_fr=\"Chambre d’essai\" region_ar=\"جهة\" region_fr=\"Région\" seat_ar=\"فاس\" "
	"seat_fr=\"Fès\" ministry_ar=\"كتابة الدولة\" ministry_fr=\"Secrétariat\" lang=fr\n"
	"member.register number=1 name_ar=\"أحمد الأول\" name_fr=\"Ahmed Premier\" "
	"office=president "
	"gender=man from=2021-08-20 to=2027-08-19\n"
	"member.register number=2 name_ar=\"ليلى الثانية\" name_fr=\"Leila Seconde\" "
	"office=rapporteur gender=woman from=2021-08-20 to=2027-08-19\n"
	"member.register number=3 name_ar=\"عمر الثالث\" name_fr=\"Omar Trois\" office=member "
	"gender=man from=2021-08-20 to=2027-08-19\n"
	"session.create kind=ordinary year=2025 month=3\n"
	"session.describe date=2025-03-10 notice=2025-02-20 place_ar=\"فاس\" place_fr=\"Fès\"\n"
	"item.add kind=report title_ar=\"التقرير\" title_fr=\"Le rapport\"\n"
	"@2025-03-10T10:00:00+00:00 sitting.open chair=1 secretary=2 confirm=other-month\n"
	"@10:01 attendance.all\n"
	"@10:02 quorum.record\n"
	"@10:03 item.open item=1\n"
	"item.present item=1 member=2\n"
	"@10:05 item.note item=1\n"
	"@10:06 sitting.close cause=done\n";

/* Role, names and file as proposed; the passphrase twice. */
static void make_key(struct driver *t, const char *passphrase)
{
	driver_keys(t, "<Enter>");
	assert_int_equal(t->desk->over.kind, OVERLAY_FORM);
	driver_keys(t, "<Tab><Tab><Tab>");
	driver_keys(t, passphrase);
	driver_keys(t, "<Tab>");
	driver_keys(t, passphrase);
	driver_keys(t, "<Enter>");
}

static void a_short_passphrase_is_said_and_never_shown(void **state)
{
	struct driver t;

	(void)state;
	assert_true(secret_is_short(STR("1234567")));
	assert_true(secret_is_short(STR("السر")));
	assert_false(secret_is_short(STR("السر الثاني")));
	driver_open_played(&t, LANG_FR, small_session);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9");
	driver_read_minutes(&t);
	make_key(&t, "abc");
	assert_int_equal(t.desk->over.kind, OVERLAY_PANEL);
	driver_must_show(&t, "Cette phrase secrète est facile à deviner");
	driver_must_not_show(&t, "abc");
	driver_close(&t);
}

static void a_real_register_is_signed_with_keys_made_here(void **state)
{
	struct driver t;
	struct stat st;

	(void)state;
	driver_open_played(&t, LANG_FR, small_session);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9");
	driver_must_show(&t, "pas encore de clé ; elle se crée ici");
	driver_read_minutes(&t);
	driver_must_show(&t, "Créer la clé de signature : secrétaire de séance");
	make_key(&t, "premier secret");
	driver_must_show(&t, "Créer la clé de signature : président de la chambre");
	make_key(&t, "السر الثاني");
	assert_int_equal(stat(scratch_path(&t.arena, t.folder, "president.p12"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "fichier de la clé");
	/* The other one's key: opened, and refused. */
	driver_keys(&t, "<S-Tab><BS><BS><BS><BS><BS><BS><BS><BS><BS><BS><BS><BS><BS>president.p12");
	driver_keys(&t, "<Tab>السر الثاني<Enter>");
	assert_int_equal(driver_session(&t)->signatures.n, 0);
	driver_keys(&t, "<Esc><Enter><S-Tab>x<Tab>premier secret<Enter>");
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM); /* no such file, said in the field */
	assert_true(t.desk->over.fields[0].problem.id != NULL);
	driver_keys(&t, "<Esc><Enter>premier secret<Enter>");
	driver_wait(&t);
	assert_int_equal(driver_session(&t)->signatures.n, 1);
	driver_keys(&t, "premier secret<Enter>");
	driver_must_show(&t, "✗ Phrase secrète fausse ; encore 2 essais.");
	driver_keys(&t, "السر الثاني<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_SEALED);
	driver_must_show(&t, "✓ chaque chiffre découle des actes ; le procès-verbal est valable");
	driver_close(&t);
}

/* The session at hand is frozen and signed, the secretary's key being number KEY, the president's
 * number 2; neither is anywhere any more. */
static void signed_with_former_keys(struct driver *t, unsigned char key)
{
	struct signer signers[] = {{.role = SIGNER_SECRETARY,
					   .name_ar = STR("ليلى"),
					   .name_fr = STR("Leila"),
					   .certificate = {{key}}},
		{.role = SIGNER_PRESIDENT,
			.name_ar = STR("أحمد"),
			.name_fr = STR("Ahmed"),
			.certificate = {{2}}}};
	struct command c = command_of(CMD_RECORD_FREEZE);
	struct error err = {.code = ERROR_NONE};
	struct answer answer;

	c.arg.record_freeze = (struct record_frozen){.signers = {signers, ARRAY_LEN(signers)}};
	assert_int_equal(register_act(t->r, &c, STR("test"), &answer, &t->arena, &err), 0);
	assert_int_equal(answer.verdict, VERDICT_DONE);
	for (int role = 0; role < 2; role++) {
		c = command_of(CMD_RECORD_SIGN);
		c.arg.record_sign = (struct record_signed){
			.role = role, .certificate = signers[role].certificate, .file = {{9}}};
		assert_int_equal(register_act(t->r, &c, STR("test"), &answer, &t->arena, &err), 0);
		assert_int_equal(answer.verdict, VERDICT_DONE);
	}
}

static const char second_session[] =
	"session.create kind=ordinary year=2025 month=6\n"
	"session.describe date=2025-06-10 notice=2025-05-20 place_ar=\"فاس\" "
	"place_fr=\"Fès\"\n"
	"item.add kind=report title_ar=\"التقرير\" title_fr=\"Le rapport\"\n"
	"@2025-06-10T10:00:00+00:00 sitting.open chair=1 secretary=2\n"
	"@10:01 attendance.all\n@10:02 quorum.record\n@10:03 item.open item=1\n"
	"item.present item=1 member=2\n@10:05 item.note item=1\n"
	"@10:06 sitting.close cause=done\n";

/* What verify says of the register, for whoever compares its records. */
static void verify_tells_of_another_key(void **state)
{
	char command[8192], said[16384];
	struct driver t;
	size_t n;
	FILE *f;

	(void)state;
	driver_open_played(&t, LANG_EN, small_session);
	signed_with_former_keys(&t, 1);
	driver_play(&t, second_session);
	signed_with_former_keys(&t, 7);
	(void)snprintf(command, sizeof command, "'%s/mahdar' --lang en verify '%s'",
		test_builddir(), t.path);
	register_close(t.r);
	t.r = NULL;
	f = popen(command, "r");
	assert_non_null(f);
	n = fread(said, 1, sizeof said - 1, f);
	said[n] = 0;
	(void)pclose(f);
	assert_non_null(strstr(said, "June 2025, secretary of the sitting: key 0700"));
	assert_non_null(strstr(said, "was signed with 0100"));
	assert_null(strstr(said, "president: key 0200"));
	driver_close(&t);
}

/* Two records of one register signed with two keys: said before the second one is signed. */
static void another_key_than_that_of_the_record_before_is_said(void **state)
{
	struct signed_before was;
	struct error err = {.code = ERROR_NONE};
	struct driver t;

	(void)state;
	driver_open_played(&t, LANG_FR, small_session);
	assert_int_equal(signed_before(t.r, 1, SIGNER_SECRETARY, &t.arena, &was, &err), 0);
	assert_int_equal(was.session, 0);
	signed_with_former_keys(&t, 1);
	assert_int_equal(signed_before(t.r, 1, SIGNER_SECRETARY, &t.arena, &was, &err), 0);
	assert_int_equal(was.session, 0); /* nor is a record the one before itself */
	driver_play(&t, second_session);
	assert_int_equal(signed_before(t.r, 2, SIGNER_PRESIDENT, &t.arena, &was, &err), 0);
	assert_int_equal(was.session, 1);
	assert_true(str_is(was.who.name_fr, "Ahmed"));
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9");
	driver_read_minutes(&t);
	make_key(&t, "premier secret");
	make_key(&t, "second secret");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, "signée avec une autre clé");
	driver_close(&t);
}

/* The key that signs in the box of Leila Seconde is made in the names typed. */
static void open_to_sign(struct driver *t, const char *ar, const char *fr)
{
	driver_open_played(t, LANG_FR, small_session);
	driver_desk(t, 24, 80);
	driver_keys(t, "<F9>9");
	driver_read_minutes(t);
	driver_keys(t, "<Enter>");
	driver_must_show(t, "Leila Seconde"); /* proposed */
	driver_keys(t, "<Home><C-k>");
	driver_keys(t, ar);
	driver_keys(t, "<Tab><Home><C-k>");
	driver_keys(t, fr);
	driver_keys(t, "<Tab><Tab>premier secret<Tab>premier secret<Enter>");
	make_key(t, "second secret");
	driver_keys(t, "<Enter>premier secret<Enter>");
}

static void signing_with_anothers_key_is_asked_about(void **state)
{
	struct driver t;

	(void)state;
	open_to_sign(&t, "عمر الثالث", "Omar Trois");
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED); /* nothing is frozen yet */
	driver_must_show(&t, "Cette clé est au nom de Omar Trois");
	driver_must_show(&t, "celle de Leila Seconde");
	driver_keys(&t, "2<Enter>");
	assert_int_equal(t.desk->over.kind, OVERLAY_FORM);
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED);
	driver_keys(&t, "<Enter>1<Enter>");
	driver_wait(&t);
	assert_int_equal(driver_session(&t)->signatures.n, 1);
	driver_keys(&t, "second secret<Enter>"); /* the president's own */
	assert_int_equal(driver_session(&t)->phase, PHASE_SEALED);
	driver_close(&t);
}

/* In another order or spelling, or with a name more: no difference to speak of. */
static void the_same_name_typed_otherwise_is_not_asked_about(void **state)
{
	static const char *const names[][2] = {
		{"الثانية ليلى", ""}, {"", "SECONDE Leïla"}, {"ليلى الثانية التازي", ""}};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		struct driver t;

		open_to_sign(&t, names[i][0], names[i][1]);
		driver_wait(&t);
		assert_int_equal(driver_session(&t)->signatures.n, 1);
		driver_close(&t);
	}
}

/* --- a sample, whose own two keys the program carries --- */

static void open_sample(struct driver *t)
{
	driver_open(t, LANG_FR, DRIVER_HELD);
	driver_desk(t, 24, 80);
}

/* An own key for the office behind DIGIT; the desk is then at the closing. */
static void make_own(struct driver *t, int digit, const char *passphrase)
{
	char role[] = {'<', 'S', '-', 'T', 'a', 'b', '>', (char)('0' + digit), '\0'};

	driver_keys(t, "<F9>0 7<Enter>");
	driver_keys(t, role);
	driver_keys(t, "<Tab><Tab><Tab><Tab>");
	driver_keys(t, passphrase);
	driver_keys(t, "<Tab>");
	driver_keys(t, passphrase);
	driver_keys(t, "<Enter>");
	driver_must_show(t, "● La clé est dans");
	driver_keys(t, "<F9>9");
}

static void signs(struct driver *t, const char *passphrase, size_t signatures)
{
	driver_keys(t, passphrase);
	driver_keys(t, "<Enter>");
	driver_wait(t);
	assert_int_equal(driver_session(t)->signatures.n, signatures);
}

#define CARRIED "la clé est dans le programme"
#define OWN     "fichier de la clé"

static void an_own_key_signs_a_sample_beside_the_carried_one(void **state)
{
	(void)state;
	for (int own = 1; own <= 2; own++) { /* whose: the secretary's, the president's */
		struct driver t;

		open_sample(&t);
		make_own(&t, own, "un secret à moi");
		driver_read_minutes(&t);
		driver_keys(&t, "<Enter>");
		driver_must_show(&t, own == 1 ? OWN : CARRIED);
		driver_must_not_show(&t, own == 1 ? CARRIED : OWN);
		signs(&t, own == 1 ? "un secret à moi" : "specimen", 1);
		driver_must_show(&t, own == 2 ? OWN : CARRIED);
		driver_must_not_show(&t, own == 2 ? CARRIED : OWN);
		signs(&t, own == 2 ? "un secret à moi" : "specimen", 2);
		driver_must_show(&t, "le procès-verbal est valable");
		driver_close(&t);
	}
}

static void both_own_keys_sign_a_sample_after_a_restart_too(void **state)
{
	struct driver t;

	(void)state;
	open_sample(&t);
	make_own(&t, 1, "premier secret");
	make_own(&t, 2, "second secret");
	driver_read_minutes(&t);
	driver_keys(&t, "<Enter>specimen<Enter>"); /* of the carried key, which signs no more */
	driver_must_show(&t, "✗ Phrase secrète fausse");
	signs(&t, "premier secret", 1);
	driver_keys(&t, "<Esc>");
	driver_leave(&t);
	driver_reopen(&t);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>9<Enter>");
	driver_must_show(&t, OWN);
	signs(&t, "second secret", 2);
	assert_int_equal(driver_session(&t)->phase, PHASE_SEALED);
	driver_close(&t);
}

/* What was frozen names the key of then. */
static void a_key_replaced_after_the_freeze_is_named_with_the_way_out(void **state)
{
	static const char gone[] = "figé pour la clé";
	struct driver t;

	(void)state;
	open_sample(&t);
	driver_keys(&t, "<F9>9 3figer<Enter>");
	driver_wait(&t);
	make_own(&t, 1, "premier secret");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, gone);
	driver_must_show(&t, CARRIED);
	driver_keys(&t, "<Esc> 91<Enter>"); /* the freeze is withdrawn */
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED);
	driver_keys(&t, " 3figer<Enter>");
	driver_wait(&t);
	make_own(&t, 1, "nouveau secret");
	driver_keys(&t, "<Enter>");
	driver_must_show(&t, gone);
	driver_must_not_show(&t, CARRIED);
	/* The new key's file, for what the first was frozen for. */
	driver_keys(&t, "<S-Tab><BS><BS><BS><BS>-2.p12<Tab>nouveau secret<Enter>");
	driver_must_show(&t, "(Esc, Espace 9)");
	assert_int_equal(driver_session(&t)->signatures.n, 0);
	driver_keys(&t, "<Esc><Enter>");
	signs(&t, "premier secret", 1); /* the one it names still signs */
	driver_close(&t);
}

static void before_the_freeze_another_key_is_told_from_the_one_in_use(void **state)
{
	struct driver t;

	(void)state;
	open_sample(&t);
	make_own(&t, 1, "premier secret");
	make_own(&t, 1, "nouveau secret");
	driver_read_minutes(&t);
	driver_keys(&t, "<Enter><S-Tab><BS><BS><BS><BS><BS><BS>.p12<Tab>premier secret<Enter>");
	assert_int_equal(driver_session(&t)->phase, PHASE_CLOSED);
	driver_must_show(&t, "(Esc, F9 0, Espace 7)");
	driver_must_not_show(&t, "a été figé pour");
	driver_keys(&t, "<Esc><Enter>");
	signs(&t, "nouveau secret", 1);
	driver_close(&t);
}

static bool proposes(struct driver *t, const char *name)
{
	return str_is(form_text(&t->desk->over.fields[2]), name);
}

static void the_name_of_a_new_key_follows_the_office_until_one_is_typed(void **state)
{
	struct driver t;

	(void)state;
	driver_open_played(&t, LANG_FR, small_session);
	driver_desk(&t, 24, 80);
	driver_keys(&t, "<F9>0 7<Enter>");
	assert_true(proposes(&t, "Leila Seconde"));
	driver_keys(&t, "<S-Tab>2");
	assert_true(proposes(&t, "Ahmed Premier"));
	driver_keys(&t, "1<Tab><Tab>Omar Trois<S-Tab><S-Tab>2");
	assert_true(proposes(&t, "Omar Trois"));
	assert_true(str_is(form_text(&t.desk->over.fields[1]), "ليلى الثانية"));
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest list[] = {
		cmocka_unit_test(a_short_passphrase_is_said_and_never_shown),
		cmocka_unit_test(verify_tells_of_another_key),
		cmocka_unit_test(another_key_than_that_of_the_record_before_is_said),
		cmocka_unit_test(a_real_register_is_signed_with_keys_made_here),
		cmocka_unit_test(signing_with_anothers_key_is_asked_about),
		cmocka_unit_test(the_same_name_typed_otherwise_is_not_asked_about),
		cmocka_unit_test(an_own_key_signs_a_sample_beside_the_carried_one),
		cmocka_unit_test(both_own_keys_sign_a_sample_after_a_restart_too),
		cmocka_unit_test(a_key_replaced_after_the_freeze_is_named_with_the_way_out),
		cmocka_unit_test(before_the_freeze_another_key_is_told_from_the_one_in_use),
		cmocka_unit_test(the_name_of_a_new_key_follows_the_office_until_one_is_typed),
	};

	return cmocka_run_group_tests(list, NULL, NULL);
}

/* mahdar verify: does a record, or a register, hold? */
#include "tui/cli_progress.h"

#include "locale/format.h"
#include "model/describe.h"
#include "storage/file.h"
#include "storage/record/record.h"
#include "storage/signed.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define PDF_MAX ((size_t)512 << 20)

static void print_verdict(struct cli *cli, const char *path, bool holds)
{
	cli_say(cli, stdout,
		MSG("{path}: {verdict}", A_STR("path", str_of(path)),
			A_MSG("verdict", message_keep(cli->arena,
						 holds ? TEXT("HOLDS") : TEXT("DOES NOT HOLD")))));
}

/* --- a record --- */

/* A signature that is not of our shape gives no day; none is made up for it. */
static void print_signature(struct cli *cli, const struct record_check *check, size_t i)
{
	const struct seal_signature *sig = &check->seal.signatures[i];
	struct arg n = A_DIGITS("n", (int64_t)i + 1);
	struct arg name = A_BOTH("name", record_signer_name(&check->session, sig, i));
	struct arg hash = A_STR("hash", hash_text(sig->certificate.sha256, cli->arena));

	cli_say(cli, stdout,
		!instant_is_set(sig->act.when)
			? MSG("  signature {n}: {name}, date not readable; compare the fingerprint "
			      "{hash}",
				  n, name, hash)
			: MSG("  signature {n}: {name}, {day} {time}; compare the fingerprint "
			      "{hash}",
				  n, name, A_DAY("day", instant_date(sig->act.when)),
				  A_TIME("time", sig->act.when), hash));
}

/* The key may be another's than whose box it signed in. */
static void print_hand(struct cli *cli, const struct record_check *check, size_t i)
{
	const struct session *s = &check->session;
	const struct seal_certificate *certificate = &check->seal.signatures[i].certificate;
	const struct signer *signer = s->frozen.signers.at;
	struct message role;
	struct both box;

	if (i >= s->frozen.signers.n)
		return;
	signer += i;
	if (!hash_equal(signer->certificate, certificate->sha256) ||
		!record_other_hand(s, signer, certificate, &box, cli->arena))
		return;
	role = name_label(signer_role_names, signer->role);
	cli_say(cli, stdout,
		MSG("  ! signature {n} is by a key in the name of {name}; the box “{role}” is "
		    "that of {whose}",
			A_DIGITS("n", (int64_t)i + 1),
			A_BOTH("name", ((struct both){signer->name_ar, signer->name_fr})),
			A_MSG("role", &role), A_BOTH("whose", box)));
}

/* Whoever signs by hand is not in the file: said, so that nobody looks for it there. */
static void print_on_paper(struct cli *cli, const struct session *s)
{
	struct rule_list who = record_signs_on_paper(s);
	struct message list[RULE_LIST_MAX];

	for (size_t i = 0; i < who.n; i++)
		list[i] = name_label(signatory_names, who.at[i]);
	if (who.n)
		cli_say(cli, stdout,
			MSG("  by hand on the printed copy, not in this file: {who}",
				A_LIST("who", list, who.n)));
}

static void print_check(struct cli *cli, const char *path, const struct record_check *check)
{
	const struct session *s = &check->session;

	print_verdict(cli, path, check->holds);
	if (check->why.id)
		cli_say(cli, stdout, MSG("  {why}", A_MSG("why", &check->why)));
	if (s->exists)
		cli_say(cli, stdout,
			MSG("  {chamber}: {session}",
				A_BOTH("chamber", letterhead_name(&s->is.head)),
				A_MSG("session", message_keep(cli->arena, describe_session(s)))));
	if (s->exists && s->is.specimen)
		cli_say(cli, stdout, TEXT("  SPECIMEN: an example, not a record"));
	if (check->acts)
		cli_say(cli, stdout,
			MSG("  journal: {acts}, head {hash}",
				A_MSG("acts", message_keep(cli->arena,
						      describe_last_act((int64_t)check->acts - 1))),
				A_STR("hash", hash_text(check->head, cli->arena))));
	for (size_t i = 0; i < check->seal.signatures_n; i++) {
		print_signature(cli, check, i);
		print_hand(cli, check, i);
	}
	print_on_paper(cli, s);
	if (check->rendered_again)
		cli_say(cli, stdout,
			check->pages_agree
				? TEXT("  the pages, drawn again from the journal, are the same")
			: !check->holds
				? TEXT("  the pages are not those that the journal gives when "
				       "drawn again")
				: TEXT("  the pages were drawn with other versions of fonts or "
				       "libraries; this proves nothing against them"));
}

/* Stopped is not judged: no word of it may be taken for a verdict. */
static int fail(struct cli *cli, const char *path, const struct error *err)
{
	if (err->code == ERROR_CANCELLED)
		cli_complain(cli,
			MSG("{path}: not judged, stopped as asked.", A_STR("path", str_of(path))));
	return err->code == ERROR_CANCELLED ? CLI_STOPPED : cli_fail(cli, err);
}

static int verify_record(struct cli *cli, const char *path, struct str pinned)
{
	const struct record_how how = {
		.pinned = pinned, .draw = true, .progress = cli_long_work(cli)};
	struct error err = {.code = ERROR_NONE};
	struct bytes pdf = {NULL, 0, 0};
	struct record_check check;
	struct arena a;
	int status;

	arena_init(&a, &memory_source);
	status = file_read(path, PDF_MAX, &pdf, &err);
	if (status == 0)
		status = record_verify(
			(struct str){(const char *)pdf.p, pdf.n}, &how, &check, &a, &err);
	if (status < 0) {
		status = fail(cli, path, &err);
	} else {
		print_check(cli, path, &check);
		status = check.holds ? CLI_DONE : CLI_REFUSED;
	}
	arena_clear(&a);
	bytes_free(&pdf);
	return status;
}

/* --- a translation beside the record --- */

/* The record that PATH is the translation of by its name, and which is there; NULL: none. */
static const char *translated_from(const char *path, struct arena *a)
{
	static const char mark[] = "-traduction-";
	const char *at = strstr(path, mark), *from = NULL;
	struct stat is;
	struct builder b;

	for (; at; at = strstr(at + 1, mark))
		from = at;
	if (!from || strchr(from, '/'))
		return NULL;
	builder_init(&b, a);
	builder_add(&b, (struct str){path, (size_t)(from - path)});
	builder_add_z(&b, ".pdf");
	return stat(builder_str(&b).p, &is) == 0 ? builder_str(&b).p : NULL;
}

static void print_translation(
	struct cli *cli, const char *path, const char *record, bool holds, bool same)
{
	cli_say(cli, stdout,
		MSG("{path}: A TRANSLATION to be read, not signed; the record is {record}",
			A_STR("path", str_of(path)), A_STR("record", str_of(record))));
	cli_say(cli, stdout,
		!holds ? TEXT("  not compared: that record does not hold")
		: same ? TEXT("  drawn again from the journal of the record, it is the same")
		       : TEXT("  DIFFERS from what the journal of the record gives: changed, or "
			      "drawn "
			      "with other versions of fonts or libraries; rely on the record"));
}

/* Nobody signed it, so it counts for what the journal of the record beside it gives, and for
 * nothing else. */
static int verify_translation(struct cli *cli, const char *path, const char *record)
{
	const struct record_how how = {.progress = cli_long_work(cli)};
	struct error err = {.code = ERROR_NONE};
	struct bytes pdf = {NULL, 0, 0}, file = {NULL, 0, 0}, again = {NULL, 0, 0};
	struct record_check check;
	struct arena a;
	bool same = false;
	int status;

	arena_init(&a, &memory_source);
	status = file_read(path, PDF_MAX, &file, &err);
	if (status == 0)
		status = file_read(record, PDF_MAX, &pdf, &err);
	if (status == 0)
		status = record_verify(
			(struct str){(const char *)pdf.p, pdf.n}, &how, &check, &a, &err);
	if (status == 0 && check.holds)
		status = record_translation(&check.session, how.progress, &again, &err);
	if (status < 0) {
		status = fail(cli, path, &err);
	} else {
		same = check.holds && again.n == file.n && memcmp(again.p, file.p, file.n) == 0;
		print_translation(cli, path, record, check.holds, same);
		status = same ? CLI_DONE : CLI_REFUSED;
	}
	arena_clear(&a);
	bytes_free(&pdf);
	bytes_free(&file);
	bytes_free(&again);
	return status;
}

/* --- a register, or a copy of one --- */

static bool is_register(const char *path)
{
	static const char begins[] = "SQLite format 3";
	char bytes[sizeof begins];
	FILE *f = fopen(path, "re");
	size_t n = f ? fread(bytes, 1, sizeof bytes, f) : 0;

	if (f)
		fclose(f);
	return n == sizeof bytes && memcmp(bytes, begins, sizeof bytes) == 0;
}

/* Every line of every stream in its place, and every session follows from its acts. */
static int judge_register(struct registry *r, size_t *sessions, struct error *err)
{
	struct journal *j = register_journal(r);
	struct session_line *lines;
	struct arena a;
	int status;

	*sessions = 0;
	if (journal_verify(j, err) < 0)
		return -1;
	arena_init(&a, &memory_source);
	status = register_list(r, &a, &lines, sessions, err);
	for (size_t i = 0; status == 0 && i < *sessions; i++) {
		struct session s;

		status = progress_step(journal_watched(j), (int64_t)i, (int64_t)*sessions, err);
		if (status == 0)
			status = register_fold(r, lines[i].number, &a, &s, err);
	}
	arena_clear(&a);
	return status;
}

/* Signed in the same role with another key than the record before. */
static int print_other_keys(
	struct cli *cli, struct registry *r, struct session *s, struct error *err)
{
	const struct signer *who = s->frozen.signers.at;

	for (size_t i = 0; i < s->signatures.n; i++) {
		struct message role = name_label(signer_role_names, who[i].role);
		struct signed_before was;

		if (signed_before(r, s->is.number, (enum signer_role)who[i].role, cli->arena, &was,
			    err) < 0)
			return -1;
		if (was.session && !hash_equal(was.who.certificate, who[i].certificate))
			cli_say(cli, stdout,
				MSG("  ! {session}, {role}: key {hash}; {before} was signed with "
				    "{other}",
					A_MSG("session",
						message_keep(cli->arena, describe_session(s))),
					A_MSG("role", &role),
					A_STR("hash", hash_text(who[i].certificate, cli->arena)),
					A_MSG("before", &was.record),
					A_STR("other",
						hash_text(was.who.certificate, cli->arena))));
	}
	return 0;
}

/* A key that took the place of another is no fault; whoever relies on the records is to know. */
static int print_keys(struct cli *cli, struct registry *r, struct error *err)
{
	struct session_line *lines;
	size_t n = 0;
	int status = register_list(r, cli->arena, &lines, &n, err);

	for (size_t i = 0; status == 0 && i < n; i++) {
		struct session s;

		if (lines[i].phase != PHASE_FROZEN && lines[i].phase != PHASE_SEALED)
			continue;
		status = register_fold(r, lines[i].number, cli->arena, &s, err);
		if (status == 0)
			status = print_other_keys(cli, r, &s, err);
	}
	return status;
}

static int print_register(struct cli *cli, const char *path, struct registry *r, size_t sessions)
{
	print_verdict(cli, path, true);
	cli_say(cli, stdout,
		MSG("  {chamber}: {session}", A_BOTH("chamber", chamber_name(register_chamber(r))),
			A_MSG("session",
				message_keep(cli->arena,
					MSGN("{n} session", "{n} sessions", (int64_t)sessions)))));
	return CLI_DONE;
}

static int verify_register(struct cli *cli, const char *path)
{
	const struct journal_options reading = {
		.mode = JOURNAL_READ, .any_place = true, .holder = "verify"};
	struct error err = {.code = ERROR_NONE};
	const struct progress *progress = cli_long_work(cli);
	struct registry *r = register_open(path, &reading, source_live, &err);
	size_t sessions;
	int status;

	if (r)
		journal_watch(register_journal(r), progress);
	if (r && judge_register(r, &sessions, &err) == 0) {
		status = print_register(cli, path, r, sessions);
		if (print_keys(cli, r, &err) < 0)
			status = fail(cli, path, &err);
	} else if (err.code == ERROR_DAMAGED || err.code == ERROR_BAD_EVENT) {
		print_verdict(cli, path, false);
		cli_say(cli, stdout,
			MSG("  {why}", A_MSG("why", message_keep(cli->arena,
							    error_message(&err, cli->arena)))));
		status = CLI_REFUSED;
	} else {
		status = fail(cli, path, &err);
	}
	register_close(r);
	return status;
}

/* --- what is named on the command line --- */

static int verify_pdf(struct cli *cli, const char *path, struct str pinned)
{
	const char *record = translated_from(path, cli->arena);

	return record ? verify_translation(cli, path, record) : verify_record(cli, path, pinned);
}

/* A folder stands for the records in it. */
static int verify_folder(struct cli *cli, const char *path, struct str pinned)
{
	struct error err = {.code = ERROR_NONE};
	int worst = CLI_DONE;
	const char **files;
	size_t n;

	if (file_list(path, ".pdf", cli->arena, &files, &n, &err) < 0)
		return cli_fail(cli, &err);
	if (n == 0) {
		cli_say(cli, stderr,
			MSG("There is no record (a PDF) in {path}.", A_STR("path", str_of(path))));
		return CLI_REFUSED;
	}
	for (size_t i = 0; i < n && worst != CLI_STOPPED; i++) {
		int status = verify_pdf(cli, files[i], pinned);

		worst = status > worst ? status : worst;
	}
	return worst;
}

static int verify_path(struct cli *cli, const char *path, struct str pinned)
{
	struct stat is;

	if (stat(path, &is) == 0 && S_ISDIR(is.st_mode))
		return verify_folder(cli, path, pinned);
	return is_register(path) ? verify_register(cli, path) : verify_pdf(cli, path, pinned);
}

int cli_verify(struct cli *cli)
{
	const char *bad = NULL, *pins = cli_option(cli, "--signers", &bad);
	struct error err = {.code = ERROR_NONE};
	struct bytes pem = {NULL, 0, 0};
	int worst = CLI_DONE, status = cli_words(cli, bad, 1 << 20);

	if (status || cli->argc < 2)
		return status ? status : cli_missing(cli, "FILE");
	if (pins && file_read(pins, 1 << 20, &pem, &err) < 0) {
		bytes_free(&pem);
		return cli_fail(cli, &err);
	}
	for (int i = 1; i < cli->argc && worst != CLI_STOPPED; i++) {
		status = verify_path(cli, cli->argv[i], (struct str){(const char *)pem.p, pem.n});
		worst = status > worst ? status : worst;
	}
	bytes_free(&pem);
	return worst;
}

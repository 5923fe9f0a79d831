/* mahdar export, freeze, sign, key, sheet, backup: the record on the command line. */
#include "tui/cli_progress.h"

#include "locale/format.h"
#include "model/describe.h"
#include "storage/file.h"
#include "storage/record/record.h"
#include "tui/secret.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The one thing every command that takes SESSION begins with. */
static struct registry *open_session(
	struct cli *cli, enum journal_mode mode, const char *holder, int *status)
{
	struct error err = {.code = ERROR_NONE};
	struct registry *r = cli_open(cli, mode, holder, &err);

	*status = CLI_DONE;
	if (r && cli_choose(r, cli->argc > 1 ? cli->argv[1] : NULL, &err) == 0)
		return r;
	*status = cli_fail(cli, &err);
	register_close(r);
	return NULL;
}

static int finish(struct cli *cli, struct registry *r, int status, const struct error *err)
{
	register_close(r);
	return status < 0 ? cli_fail(cli, err) : CLI_DONE;
}

static struct str digits(int64_t n, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_int(&b, n);
	return builder_str(&b);
}

/* A frozen record is a draft until the last signature; say whose are missing. */
static void say_missing(const struct cli *cli, const struct session *s)
{
	for (size_t i = 0; s->phase == PHASE_FROZEN && i < s->frozen.signers.n; i++) {
		const struct signer *signer = (const struct signer *)s->frozen.signers.at + i;

		struct message role = name_label(signer_role_names, signer->role);

		if (!session_signed_by(s, (enum signer_role)signer->role))
			cli_complain(cli,
				MSG("The record is frozen; a signature is still missing: {role}.",
					A_MSG("role", &role)));
	}
}

bool cli_call(struct cli *cli, const struct session *s, const char *word, int64_t *number)
{
	*number = 0;
	for (size_t i = 0; word && i < s->calls.n; i++) {
		const struct call *call = &s->calls.at[i];

		if (call->n_failed && str_is(digits(call->is.call, cli->arena), word))
			*number = call->is.call;
	}
	if (!word || *number)
		return true;
	cli_complain(cli, MSG("No call {n} of this session has failed.", A_STR("n", str_of(word))));
	return false;
}

static int export_draft(struct cli *cli, struct registry *r, const char *dir, enum lang lang,
	int64_t call, struct error *err)
{
	struct bytes pdf = {NULL, 0, 0};
	struct arena *a = cli->arena;
	struct str parts[] = {str_of(dir), STR("/"),
		str_of(record_draft_name(register_session(r), call, lang, a))};
	const char *path = arena_join(a, parts, ARRAY_LEN(parts)).p;
	int status = -1;

	if (record_draft(r, lang, call, &pdf, err) == 0 && file_make_folder(dir, err) == 0 &&
		file_write(path, pdf.p, pdf.n, 0644, FILE_REPLACE, err) == 0) {
		cli_say(cli, stdout,
			call ? MSG("The record of the failed call, to be signed by hand: {path}",
				       A_STR("path", str_of(path)))
			     : MSG("A draft, not the record: {path}", A_STR("path", str_of(path))));
		if (!call)
			say_missing(cli, register_session(r));
		status = 0;
	}
	bytes_free(&pdf);
	return status;
}

int cli_export(struct cli *cli)
{
	const char *bad = NULL, *dir = cli_option(cli, "--to", &bad);
	const char *call = cli_option(cli, "--call", &bad);
	int64_t number;
	enum lang lang = cli->lang_given ? cli->lang : LANG_AR;
	struct error err = {.code = ERROR_NONE};
	struct registry *r;
	int status = cli_words(cli, bad, 2);

	if (status || !dir || lang == LANG_EN)
		return status ? status
		       : dir  ? cli_usage(cli, "--lang en")
			      : cli_missing(cli, "--to DIR");
	r = open_session(cli, JOURNAL_READ, "export", &status);
	if (!r)
		return status;
	if (!cli_call(cli, register_session(r), call, &number)) {
		register_close(r);
		return CLI_REFUSED;
	}
	cli_watch(cli, r);
	if (number || register_session(r)->phase != PHASE_SEALED)
		return finish(cli, r, export_draft(cli, r, dir, lang, number, &err), &err);
	status = record_folder(r, dir, &err);
	if (status == 0)
		cli_say(cli, stdout, MSG("The signed record: {path}", A_STR("path", str_of(dir))));
	return finish(cli, r, status, &err);
}

int cli_sheet(struct cli *cli)
{
	const char *bad = NULL, *to = cli_option(cli, "--to", &bad);
	struct error err = {.code = ERROR_NONE};
	struct bytes pdf = {NULL, 0, 0};
	struct registry *r;
	int status = cli_words(cli, bad, 2);

	if (status || !to)
		return status ? status : cli_missing(cli, "--to FILE");
	r = open_session(cli, JOURNAL_READ, "sheet", &status);
	if (!r)
		return status;
	cli_watch(cli, r);
	status = record_sheet(r, cli->lang == LANG_FR ? LANG_FR : LANG_AR, &pdf, &err);
	if (status == 0)
		status = file_write(to, pdf.p, pdf.n, 0644, FILE_REPLACE, &err);
	bytes_free(&pdf);
	return finish(cli, r, status, &err);
}

/* What became of an act of the record; the exit code. */
static int report(struct cli *cli, const struct answer *answer, struct message done)
{
	if (answer->verdict != VERDICT_DONE) {
		cli_complain(cli, answer->why);
		return CLI_REFUSED;
	}
	cli_say(cli, stdout, done);
	return CLI_DONE;
}

int cli_freeze(struct cli *cli)
{
	enum lang lang = cli->lang_given && cli->lang == LANG_FR ? LANG_FR : LANG_AR;
	struct error err = {.code = ERROR_NONE};
	struct answer answer;
	struct registry *r;
	int status = cli_words(cli, NULL, 2);

	if (status)
		return status;
	r = open_session(cli, JOURNAL_WRITE, "freeze", &status);
	if (!r)
		return status;
	if (record_freeze(r, lang, STR("freeze"), &answer, cli->arena, &err) < 0)
		return finish(cli, r, -1, &err);
	status = report(cli, &answer,
		MSG("Frozen by act no. {n}. Head: {hash}", A_DIGITS("n", answer.first),
			A_STR("hash", hash_text(register_session(r)->frozen_head, cli->arena))));
	register_close(r);
	return status;
}

static bool read_fd(const char *word, int *fd)
{
	char *end;
	long n;

	*fd = -1;
	if (!word)
		return true;
	errno = 0;
	n = strtol(word, &end, 10);
	*fd = (int)n;
	return !errno && end != word && !*end && n >= 0 && n < 1024;
}

static int open_key(
	struct cli *cli, const char *path, int fd, struct seal_key **key, struct error *err)
{
	struct bytes p12 = {NULL, 0, 0};
	struct secret secret;
	int status = file_read(path, 1 << 20, &p12, err);

	if (status == 0)
		status = secret_read(cli, TEXT("Passphrase of the key:"), false, fd, &secret, err);
	if (status == 0) {
		status = seal_key_open(p12.p, p12.n, secret_str(&secret), key, err);
		secret_wipe(&secret);
	}
	bytes_free(&p12);
	return status;
}

/* The box is another's than the key: said, as the desk asks and verify tells. */
static void say_other_hand(
	const struct cli *cli, const struct session *s, int role, const struct seal_key *key)
{
	struct seal_certificate certificate;
	struct error ignored = {.code = ERROR_NONE};
	struct message words = name_label(signer_role_names, role);
	struct both box;

	if (seal_key_certificate(key, &certificate, cli->arena, &ignored) < 0)
		return;
	for (size_t i = 0; i < s->frozen.signers.n; i++) {
		const struct signer *signer = (const struct signer *)s->frozen.signers.at + i;

		if (signer->role == role &&
			record_other_hand(s, signer, &certificate, &box, cli->arena))
			cli_complain(cli,
				MSG("This key is in the name of {name}; the box “{role}” is that "
				    "of {whose}.",
					A_BOTH("name",
						((struct both){signer->name_ar, signer->name_fr})),
					A_MSG("role", &words), A_BOTH("whose", box)));
	}
}

static int sign(struct cli *cli, struct registry *r, enum signer_role role, const char *path,
	int fd, struct error *err)
{
	struct bytes before = {NULL, 0, 0};
	struct seal_key *key = NULL;
	struct answer answer = {.verdict = VERDICT_REFUSED};
	int status = -1;

	if (open_key(cli, path, fd, &key, err) < 0)
		goto out;
	cli_watch(cli, r);
	if (record_unsigned(r, &before, err) < 0)
		goto out;
	status = record_sign(r, role, key, (struct str){(const char *)before.p, before.n},
		STR("sign"), &answer, cli->arena, err);
	if (status == 0)
		say_other_hand(cli, register_session(r), role, key);
	if (status == 0)
		status = report(cli, &answer,
			register_session(r)->phase == PHASE_SEALED
				? TEXT("Signed by all. mahdar export writes the record folder.")
				: TEXT("Signed. The next signature is still missing."));
out:
	seal_key_close(key);
	bytes_free(&before);
	return status;
}

int cli_sign(struct cli *cli)
{
	const char *bad = NULL, *as = cli_option(cli, "--as", &bad),
		   *key = cli_option(cli, "--key", &bad);
	const char *fd_word = cli_option(cli, "--passphrase-fd", &bad);
	struct error err = {.code = ERROR_NONE};
	struct registry *r;
	int fd, role, status = cli_words(cli, bad, 2);

	if (status)
		return status;
	if (!as || !field_enum_parse(signer_role_names, str_of(as), &role))
		return as ? cli_usage(cli, as) : cli_missing(cli, "--as ROLE");
	if (!key)
		return cli_missing(cli, "--key FILE");
	if (!read_fd(fd_word, &fd))
		return cli_usage(cli, fd_word);
	r = open_session(cli, JOURNAL_WRITE, "sign", &status);
	if (!r)
		return status;
	status = sign(cli, r, (enum signer_role)role, key, fd, &err);
	register_close(r);
	return status < 0 ? cli_fail(cli, &err) : status;
}

/* --- keys --- */

struct key_words {
	const char *as, *file, *ar, *fr;
	int fd, role;
};

static int key_new(
	struct cli *cli, struct registry *r, const struct key_words *w, struct error *err)
{
	const struct chamber *c = register_chamber(r);
	struct both name = {str_of(w->ar), str_of(w->fr)}, chamber = chamber_name(c);
	struct seal_subject subject = {
		.name = both_pick(name, LANG_AR),
		.organisation = both_pick(chamber, LANG_AR),
		.role = str_of(w->as),
		.specimen = c->is.specimen,
		.from = register_source(r).now(register_source(r).context),
	};
	struct seal_certificate made;
	struct answer answer;
	struct secret secret;
	int status;

	if (secret_read(cli, TEXT("A passphrase for the new key:"), true, w->fd, &secret, err) < 0)
		return -1;
	status = seal_key_new(&subject, secret_str(&secret), w->file, &made, cli->arena, err);
	if (status == 0 && secret_is_short(secret_str(&secret)))
		cli_complain(cli, TEXT("The passphrase of this key is short and easily found."));
	secret_wipe(&secret);
	if (status < 0)
		return -1;
	if (record_key(r, &made,
		    (struct key_made){{w->role, 0, name.ar, name.fr, {{0}}}, str_of(w->file)},
		    STR("key"), &answer, cli->arena, err) < 0)
		return -1;
	return report(cli, &answer,
		MSG("Key made: {path}. Fingerprint: {hash}", A_STR("path", str_of(w->file)),
			A_STR("hash", hash_text(made.sha256, cli->arena))));
}

static void print_key(
	struct cli *cli, struct str name, struct str role, struct hash print, bool retired)
{
	cli_say(cli, stdout,
		MSG("{role}: {name}{retired}, {hash}", A_STR("role", role), A_STR("name", name),
			A_MSG("retired", message_keep(cli->arena,
						 retired ? TEXT(" (no longer used)") : NO_MESSAGE)),
			A_STR("hash", hash_text(print, cli->arena))));
}

static int key_show(struct cli *cli, struct registry *r)
{
	const struct chamber *c = register_chamber(r);

	for (size_t i = 0; i < c->keys.n; i++) {
		const struct signing_key *key = &c->keys.at[i];
		struct both name = {key->signer.name_ar, key->signer.name_fr};

		print_key(cli, both_pick(name, cli->lang),
			str_of(signer_role_names[key->signer.role].name), key->signer.certificate,
			key->retired);
	}
	return 0;
}

int cli_key(struct cli *cli)
{
	const char *bad = NULL;
	struct key_words w = {.fd = -1};
	const char *fd_word;
	struct error err = {.code = ERROR_NONE};
	struct registry *r;
	bool make = cli->argc > 1 && strcmp(cli->argv[1], "new") == 0;
	int status;

	w.as = cli_option(cli, "--as", &bad);
	w.file = cli_option(cli, "--file", &bad);
	w.ar = cli_option(cli, "--name-ar", &bad);
	w.fr = cli_option(cli, "--name-fr", &bad);
	fd_word = cli_option(cli, "--passphrase-fd", &bad);
	status = cli_words(cli, bad, 2);
	if (status)
		return status;
	if (!make && (cli->argc < 2 || strcmp(cli->argv[1], "show") != 0))
		return cli->argc < 2 ? cli_missing(cli, "new | show")
				     : cli_usage(cli, cli->argv[1]);
	if (make && (!w.as || !field_enum_parse(signer_role_names, str_of(w.as), &w.role)))
		return w.as ? cli_usage(cli, w.as) : cli_missing(cli, "--as ROLE");
	if (make && (!w.file || (!w.ar && !w.fr)))
		return cli_missing(cli, w.file ? "--name-ar NAME" : "--file FILE");
	if (!read_fd(fd_word, &w.fd))
		return cli_usage(cli, fd_word);
	r = cli_open(cli, make ? JOURNAL_WRITE : JOURNAL_READ, "key", &err);
	if (!r)
		return cli_fail(cli, &err);
	status = make ? key_new(cli, r, &w, &err) : key_show(cli, r);
	register_close(r);
	return status < 0 ? cli_fail(cli, &err) : status;
}

int cli_backup(struct cli *cli)
{
	struct error err = {.code = ERROR_NONE};
	struct registry *r;
	int status = cli_words(cli, NULL, 2);

	if (status || cli->argc < 2)
		return status ? status : cli_missing(cli, "DIR");
	r = cli_open(cli, JOURNAL_READ, "backup", &err);
	if (!r)
		return cli_fail(cli, &err);
	cli_watch(cli, r);
	status = journal_backup(register_journal(r), cli->argv[1], &err);
	if (status == 0)
		cli_say(cli, stdout,
			MSG("A checked copy is in {path}", A_STR("path", str_of(cli->argv[1]))));
	return finish(cli, r, status, &err);
}

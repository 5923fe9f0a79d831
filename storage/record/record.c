#include "config.h"

#include "storage/record/record.h"

#include "locale/format.h"
#include "locale/resolve.h"
#include "model/minutes.h"
#include "storage/chain.h"
#include "storage/record/fold.h"
#include "storage/record/pdf.h"

const char *record_base_name(const struct session *s, struct arena *a)
{
	struct builder b;
	struct date day = s->sittings.n ? instant_date(s->sittings.at[0].opened) : s->plan.date;

	builder_init(&b, a);
	builder_add(&b, s->is.code);
	builder_add_z(&b, "-ag-");
	if (day.year)
		builder_add(&b, date_text(day, a));
	else
		builder_add_z(&b, "0000-00-00");
	builder_add_char(&b, '-');
	builder_add_int(&b, s->is.number);
	return builder_str(&b).p;
}

const char *record_draft_name(
	const struct session *s, int64_t call, enum lang lang, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, record_base_name(s, a));
	builder_add_z(&b, call ? "-sans-quorum-" : "-projet");
	if (call)
		builder_add_int(&b, call);
	builder_add_char(&b, '-');
	builder_add_z(&b, lang_code(lang));
	builder_add_z(&b, ".pdf");
	return builder_str(&b).p;
}

const char *record_translation_name(const struct session *s, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, record_base_name(s, a));
	builder_add_z(&b, "-traduction-");
	builder_add_z(&b, lang_code(lang_other((enum lang)s->frozen.lang)));
	builder_add_z(&b, ".pdf");
	return builder_str(&b).p;
}

/* --- drawing --- */

static struct str words(struct message m, enum lang lang, struct arena *a)
{
	return format(&m, lang, a);
}

/* IN has the signers and who watches; the rest is filled in. */
static int render(struct document *d, enum lang lang, struct str journal, struct pdf_input in,
	struct arena *a, struct bytes *pdf, struct error *err)
{
	const struct pdf_attachment attachment = {
		.name = "journal.jsonl",
		.mime = "application/jsonl",
		.description = "Every act of the session up to the freeze, hash-chained",
		.relation = "Source",
		.bytes = journal,
	};

	in.document = d;
	in.creator = STR(PACKAGE_STRING);
	in.attachments = &attachment;
	in.attachments_n = journal.n ? 1 : 0;
	document_resolve(d, lang, a);
	in.page_of = words(MSG("page {page} of {pages}", A_STR("page", STR("{page}")),
				   A_STR("pages", STR("{pages}"))),
		lang, a);
	in.head_label = words(TEXT("Head of the journal (SHA-256):"), lang, a);
	in.signature_note =
		words(TEXT("The signature is in the file: see the signature panel of the reader."),
			lang, a);
	return pdf_render(&in, pdf, err);
}

int record_draft(
	struct registry *r, enum lang lang, int64_t call, struct bytes *pdf, struct error *err)
{
	struct minutes_options options = {.lang = lang, .draft = true, .call = call};
	struct arena a;
	int status;

	arena_init(&a, &memory_source);
	status = render(minutes_build(register_session(r), &options, &a), lang, STR(""),
		(struct pdf_input){.progress = journal_watched(register_journal(r))}, &a, pdf, err);
	arena_clear(&a);
	return status;
}

int record_sheet(struct registry *r, enum lang lang, struct bytes *pdf, struct error *err)
{
	struct arena a;
	int status;

	arena_init(&a, &memory_source);
	status = render(attendance_sheet(register_session(r), register_chamber(r), lang, &a), lang,
		STR(""), (struct pdf_input){.progress = journal_watched(register_journal(r))}, &a,
		pdf, err);
	arena_clear(&a);
	return status;
}

/* The pages and fields that follow from the journal's lines, and from nothing else. */
static int render_frozen(const struct session *s, struct str journal,
	const struct progress *progress, struct arena *a, struct bytes *pdf, struct error *err)
{
	enum lang lang = (enum lang)s->frozen.lang;
	struct minutes_options options = {.lang = lang};
	const struct signer *signers = s->frozen.signers.at;
	struct pdf_signer fields[SEAL_SIGNERS_MAX];
	size_t n = s->frozen.signers.n;

	if (n > ARRAY_LEN(fields))
		return error_set(err, ERROR_PDF, "%zu signers", n);
	for (size_t i = 0; i < n; i++) {
		struct both name = {signers[i].name_ar, signers[i].name_fr};
		struct message function = {.id = signer_role_names[signers[i].role].label};

		fields[i] = (struct pdf_signer){both_pick(name, lang), words(function, lang, a)};
	}
	return render(minutes_build(s, &options, a), lang, journal,
		(struct pdf_input){.signers = fields, .signers_n = n, .progress = progress}, a, pdf,
		err);
}

int record_translation(const struct session *s, const struct progress *progress, struct bytes *pdf,
	struct error *err)
{
	enum lang lang = lang_other((enum lang)s->frozen.lang);
	struct minutes_options options = {.lang = lang, .translation = true};
	struct arena a;
	int status;

	arena_init(&a, &memory_source);
	status = render(minutes_build(s, &options, &a), lang, STR(""),
		(struct pdf_input){.progress = progress}, &a, pdf, err);
	arena_clear(&a);
	return status;
}

static bool is_frozen(const struct session *s)
{
	return s && (s->phase == PHASE_FROZEN || s->phase == PHASE_SEALED);
}

/* Number of the freeze that counts. */
static uint32_t frozen_at(const struct session *s)
{
	size_t i = s->log.n;

	while (i > 0 && s->log.at[i - 1].type != EVENT_RECORD_FROZEN)
		i--;
	return (uint32_t)(i - 1);
}

int record_unsigned(struct registry *r, struct bytes *pdf, struct error *err)
{
	const struct session *s = register_session(r);
	const struct progress *watch = journal_watched(register_journal(r));
	struct bytes journal = {NULL, 0, 0};
	struct record_fold fold;
	struct str lines;
	struct hash head;
	struct arena a;
	int status = -1;

	if (!is_frozen(s))
		return error_set(err, ERROR_NOT_FROZEN, "%s", "");
	arena_init(&a, &memory_source);
	if (register_lines(r, frozen_at(s), &journal, &head, err) < 0)
		goto out;
	lines = (struct str){(const char *)journal.p, journal.n};
	if (record_fold(lines, watch, &fold, &a, err) < 0)
		goto out;
	if (fold.bad_line) {
		(void)error_set(err, ERROR_DAMAGED, "session-%lld/%u", (long long)s->is.number,
			fold.bad_line - 1);
		goto out;
	}
	status = render_frozen(&fold.session, lines, watch, &a, pdf, err);
out:
	arena_clear(&a);
	bytes_free(&journal);
	return status;
}

/* Where the file after N signatures is kept beside the journal. */
static struct str kept_key(const struct session *s, size_t n, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, "record/");
	builder_add_int(&b, s->is.number);
	builder_add_char(&b, '/');
	builder_add_int(&b, (int64_t)n);
	return builder_str(&b);
}

static int hash_bytes(struct str s, struct hash *hash, struct error *err)
{
	struct chain *chain = chain_open(err);
	int status = chain ? chain_hash(chain, s.p, s.n, hash, err) : -1;

	chain_close(chain);
	return status;
}

int record_current(struct registry *r, struct bytes *pdf, struct error *err)
{
	const struct session *s = register_session(r);
	struct str value;
	struct hash hash;
	struct arena a;
	bool found;
	int status = -1;

	if (!is_frozen(s))
		return error_set(err, ERROR_NOT_FROZEN, "%s", "");
	if (s->signatures.n == 0)
		return record_unsigned(r, pdf, err);
	arena_init(&a, &memory_source);
	if (journal_kept(register_journal(r), kept_key(s, s->signatures.n, &a), &a, &value, &found,
		    err) < 0)
		goto out;
	if (!found || hash_bytes(value, &hash, err) < 0 ||
		!hash_equal(hash, s->signatures.at[s->signatures.n - 1].file)) {
		(void)error_set(err, ERROR_DAMAGED, "record/%lld/%zu", (long long)s->is.number,
			s->signatures.n);
		goto out;
	}
	bytes_add(pdf, value.p, value.n);
	status = 0;
out:
	arena_clear(&a);
	return status;
}

/* --- acts --- */

int record_key(struct registry *r, const struct seal_certificate *certificate, struct key_made key,
	struct str actor, struct answer *out, struct arena *a, struct error *err)
{
	const struct signing_key *old =
		chamber_key(register_chamber(r), (enum signer_role)key.signer.role);
	struct command c = command_of(CMD_KEY_RECORD), retire = command_of(CMD_KEY_RETIRE);

	if (certificate->specimen != register_chamber(r)->is.specimen)
		return error_set(err, ERROR_SPECIMEN_KEY, "%.*s", (int)certificate->name.n,
			certificate->name.p);
	if (old) {
		struct message why = TEXT("replaced by a new key");

		retire.arg.key_retire = (struct key_retired){
			old->signer.certificate,
			format_plain(&why, (enum lang)register_chamber(r)->is.lang, a),
		};
		if (register_act(r, &retire, actor, out, a, err) < 0)
			return -1;
	}
	key.signer.certificate = certificate->sha256;
	c.arg.key_record = key;
	return register_act(r, &c, actor, out, a, err);
}

int record_freeze(struct registry *r, enum lang lang, struct str actor, struct answer *out,
	struct arena *a, struct error *err)
{
	const struct session *s = register_session(r);
	struct rule_list order = record_signers(s);
	struct signer *signers = ARENA_ARRAY(a, struct signer, order.n);
	struct command c = command_of(CMD_RECORD_FREEZE);

	for (size_t i = 0; i < order.n; i++) {
		const struct signing_key *key =
			chamber_key(register_chamber(r), (enum signer_role)order.at[i]);

		if (!key)
			return error_set(err, ERROR_KEY, "%s", signer_role_names[order.at[i]].name);
		signers[i] = key->signer;
	}
	c.arg.record_freeze = (struct record_frozen){{signers, order.n}, lang, {{0}}};
	if (s && s->withdrawals.n)
		c.arg.record_freeze.replaces = s->withdrawals.at[s->withdrawals.n - 1].file;
	return register_act(r, &c, actor, out, a, err);
}

int record_sign(struct registry *r, enum signer_role role, const struct seal_key *key,
	struct str unsigned_pdf, struct str actor, struct answer *out, struct arena *a,
	struct error *err)
{
	const struct session *s = register_session(r);
	struct source source = register_source(r);
	struct command c = command_of(CMD_RECORD_SIGN);
	struct message reason = MSG("Signed as {role}",
		A_MSG("role", message_keep(a, name_label(signer_role_names, role))));
	struct bytes before = {NULL, 0, 0}, after = {NULL, 0, 0};
	struct seal_certificate certificate;
	struct seal_act act = {.name = STR("")};
	const struct signer *signer;
	struct str file;
	int status = -1;

	if (!is_frozen(s) || s->signatures.n >= s->frozen.signers.n)
		return error_set(err, ERROR_NOT_FROZEN, "%s", "");
	signer = (const struct signer *)s->frozen.signers.at + s->signatures.n;
	if (seal_key_certificate(key, &certificate, a, err) < 0)
		return -1;
	if (certificate.specimen != s->is.specimen)
		return error_set(err, ERROR_SPECIMEN_KEY, "%.*s", (int)certificate.name.n,
			certificate.name.p);
	if (signer->role != (int)role || !hash_equal(signer->certificate, certificate.sha256))
		return error_set(
			err, ERROR_WRONG_SIGNER, "%s", signer_role_names[signer->role].name);
	if (s->signatures.n == 0)
		bytes_add(&before, unsigned_pdf.p, unsigned_pdf.n);
	else if (record_current(r, &before, err) < 0)
		goto out;
	act = (struct seal_act){
		.signer = (unsigned)s->signatures.n + 1,
		.name = certificate.name,
		.reason = format_plain(&reason, (enum lang)s->frozen.lang, a),
		.place = both_pick((struct both){s->is.head.seat_ar, s->is.head.seat_fr},
			(enum lang)s->frozen.lang),
		.when = source.now(source.context),
	};
	if (seal_sign((struct str){(const char *)before.p, before.n}, key, &act, &after, err) < 0)
		goto out;
	file = (struct str){(const char *)after.p, after.n};
	/* First the file, then the act that names it: an act never names a file that is not there.
	 */
	c.arg.record_sign = (struct record_signed){.role = role, .certificate = certificate.sha256};
	if (hash_bytes(file, &c.arg.record_sign.file, err) < 0 ||
		journal_keep(register_journal(r), kept_key(s, act.signer, a), file, err) < 0)
		goto out;
	status = register_act(r, &c, actor, out, a, err);
out:
	bytes_free(&before);
	bytes_free(&after);
	return status;
}

/* --- judging --- */

struct both record_signer_name(const struct session *s, const struct seal_signature *sig, size_t i)
{
	const struct signer *named = s->frozen.signers.at;

	if (i < s->frozen.signers.n && hash_equal(named[i].certificate, sig->certificate.sha256))
		return (struct both){named[i].name_ar, named[i].name_fr};
	return (struct both){sig->certificate.name, sig->certificate.name};
}

static bool fails(struct record_check *check, struct message why)
{
	check->holds = false;
	if (!check->why.id)
		check->why = why;
	return false;
}

/* The signatures must be those the freeze names, in its order. */
static bool signers_agree(struct record_check *check)
{
	const struct signer *named = check->session.frozen.signers.at;

	if (check->session.frozen.signers.n != check->seal.signatures_n)
		return fails(check, seal_finding_message(SEAL_MISSING));
	for (size_t i = 0; i < check->seal.signatures_n; i++) {
		if (!hash_equal(named[i].certificate, check->seal.signatures[i].certificate.sha256))
			return fails(check, seal_finding_message(SEAL_SIGNER));
	}
	return true;
}

static int pinned_agree(
	struct record_check *check, struct str pinned, struct arena *a, struct error *err)
{
	struct seal_certificate *pins;
	size_t n;

	if (!pinned.n)
		return 0;
	if (seal_certificates_parse(pinned, &pins, &n, a, err) < 0)
		return -1;
	for (size_t i = 0; i < check->seal.signatures_n; i++) {
		bool found = false;

		for (size_t k = 0; k < n; k++)
			found |= hash_equal(
				pins[k].sha256, check->seal.signatures[i].certificate.sha256);
		if (!found)
			(void)fails(check, TEXT("A signature is by a certificate that is not among "
						"the given ones."));
	}
	return 0;
}

/* Other fonts or libraries give other bytes without anybody having forged anything, so this is told
 * and not judged; pages that cannot be drawn here prove nothing either. */
static int draw_again(struct record_check *check, const struct progress *progress, struct arena *a,
	struct error *err)
{
	struct bytes pdf = {NULL, 0, 0};
	struct error why = {.code = ERROR_NONE};

	if (render_frozen(&check->session, check->seal.journal, progress, a, &pdf, &why) == 0) {
		check->rendered_again = true;
		check->pages_agree =
			str_equal(check->seal.base, (struct str){(const char *)pdf.p, pdf.n});
	}
	bytes_free(&pdf);
	return why.code == ERROR_CANCELLED ? error_set(err, ERROR_CANCELLED, "%s", "") : 0;
}

int record_verify(struct str pdf, const struct record_how *how, struct record_check *check,
	struct arena *a, struct error *err)
{
	struct record_fold fold;

	*check = (struct record_check){.holds = true};
	if (progress_step(how->progress, 0, 1, err) < 0 ||
		seal_check(pdf, &check->seal, a, err) < 0)
		return -1;
	if (check->seal.finding != SEAL_OK)
		(void)fails(check, seal_finding_message(check->seal.finding));
	if (!check->seal.journal.p) {
		(void)fails(check, TEXT("The journal is not in the file."));
		return 0;
	}
	if (record_fold(check->seal.journal, how->progress, &fold, a, err) < 0)
		return -1;
	check->session = fold.session;
	check->acts = fold.acts;
	check->head = fold.head;
	if (fold.bad_line) {
		(void)fails(check, fold.why);
		return 0;
	}
	if (!fold.frozen_last) {
		(void)fails(check, TEXT("The journal does not end with the freeze."));
		return 0;
	}
	for (size_t i = 0; i < fold.session.findings.n; i++)
		(void)fails(check, fold.session.findings.at[i].what);
	if (signers_agree(check) && how->draw && draw_again(check, how->progress, a, err) < 0)
		return -1;
	return pinned_agree(check, how->pinned, a, err);
}

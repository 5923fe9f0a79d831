/* Freezing and signing. The pages are drawn by a child while the passphrase is typed; whichever is
 * ready first waits for the other. A passphrase lives in its field and nowhere else. */
#include "tui/closing_look.h"

#include "locale/format.h"
#include "storage/file.h"
#include "storage/signed.h"
#include "tui/fields.h"
#include "tui/registers.h"
#include "tui/sample.h"
#include "tui/typed_word.h"

#include <string.h>

#define KEY_FILE_MAX ((size_t)1 << 20)

static void say_refused(struct desk *d, struct message why)
{
	desk_say(d, TONE_BAD, MSG("✗ {why}", A_MSG("why", message_keep(&d->frame, why))));
}

/* --- drawing --- */

/* Start drawing the frozen record unless it is there or on its way. */
static bool draw(struct desk *d)
{
	struct closing_look *c = closing_look(d);
	const struct session *s = desk_session(d);
	struct render_order order = {
		.program = d->cli->program,
		.register_path = journal_path(register_journal(d->r)),
		.session = s->is.number,
		.says = d->lang,
	};
	struct error err = {.code = ERROR_NONE};

	if (c->pdf.n && hash_equal(c->pdf_head, s->frozen_head))
		return true;
	if (c->child && !c->drawing_draft)
		return true;
	render_close(c->child); /* a draft nobody needs any more */
	c->drawing_draft = false;
	c->drawn = 0;
	c->child = render_start(&order, &err);
	if (!c->child)
		desk_fail(d, &err);
	return c->child != NULL;
}

int closing_watch(const struct desk *d)
{
	return d->closing && d->closing->child ? render_fd(d->closing->child) : -1;
}

/* --- freezing --- */

static bool freeze(struct desk *d)
{
	struct closing_look *c = closing_look(d);
	struct error err = {.code = ERROR_NONE};
	struct answer answer;
	bool read = closing_is_read(d); /* what is frozen, not what stood there before */

	if (record_freeze(d->r, LANG_AR, STR("desk"), &answer, &d->frame, &err) < 0) {
		desk_fail(d, &err);
		return false;
	}
	if (answer.verdict != VERDICT_DONE) {
		say_refused(d, answer.why);
		return false;
	}
	desk_say(d, TONE_GOOD,
		MSG("● Frozen by act no. {n}; nothing changes any more but the signatures.",
			A_DIGITS("n", answer.first)));
	closing_lines_clear(c);
	if (c->read && !read) {
		c->read = false;
		closing_remember(d);
	}
	return true;
}

static bool freeze_typed(struct desk *d, struct str text)
{
	static const char *const words[] = {"freeze", "figer", "تجميد"};

	if (!typed_word(text, words, ARRAY_LEN(words), d->keyboard, &d->frame)) {
		desk_hint(d, TEXT("! Type the word “freeze”, or Esc leaves the record open."));
		return false;
	}
	desk_close_overlay(d);
	if (freeze(d))
		(void)draw(d);
	return false;
}

void closing_freeze(struct desk *d)
{
	int missing = closing_missing_key(d);
	struct message why;
	struct overlay *o;

	if (desk_rehearses(d))
		return;
	if (!desk_offers(d, CMD_RECORD_FREEZE, &why)) {
		say_refused(d, why);
		return;
	}
	if (missing >= 0) {
		registers_new_key(d, missing);
		return;
	}
	o = desk_overlay(d, OVERLAY_PROMPT, TEXT("Freeze the record"));
	o->prompt = prompt_open(TEXT("type “freeze”:"), NULL, NULL);
	o->typed = freeze_typed;
	why = closing_not_read(d);
	if (why.id)
		desk_say(d, TONE_CAUTION, why);
}

/* --- signing --- */

/* After a signature: the next one's passphrase, or where the folder goes, unless the secretary is
 * somewhere else by now. */
static void ask_next(struct desk *d, bool all)
{
	if (d->screen != SCREEN_CLOSING || d->over.kind != OVERLAY_NONE)
		return;
	if (all)
		closing_folder(d);
	else
		closing_sign(d);
}

/* Sign with the key that waits, and check what came out. */
static void sign_with(struct desk *d)
{
	struct closing_look *c = d->closing;
	const struct signer *next = closing_next_signer(desk_session(d));
	struct error err = {.code = ERROR_NONE};
	struct seal_key *key = c->key;
	struct answer answer;
	int status;

	c->key = NULL;
	c->wish = WISH_NOTHING;
	if (!next) { /* withdrawn meanwhile */
		seal_key_close(key);
		return;
	}
	status = record_sign(d->r, (enum signer_role)next->role, key,
		(struct str){(const char *)c->pdf.p, c->pdf.n}, STR("desk"), &answer, &d->frame,
		&err);
	seal_key_close(key);
	if (status < 0) {
		desk_fail(d, &err);
	} else if (answer.verdict != VERDICT_DONE) {
		say_refused(d, answer.why);
	} else if (closing_check(d)) {
		bool all = desk_session(d)->phase == PHASE_SEALED;

		desk_say(d, TONE_GOOD,
			all ? TEXT("● Signed by all and checked; the record folder comes next.")
			    : TEXT("● Signed and checked; the next signature is still missing."));
		if (all)
			bytes_free(&c->pdf);
		ask_next(d, all);
	}
}

/* How far the child is; asked again after a moment as long as it draws. */
bool closing_tick(struct desk *d)
{
	struct closing_look *c = d->closing;
	int64_t done, all;

	if (!c || !c->child)
		return false;
	if (render_pages(c->child, &done, &all) && done != c->drawn) {
		c->drawn = done;
		c->drawn_of = all;
		/* Of the record the screen says so itself, as long as it lasts. */
		if (c->drawing_draft)
			desk_say(d, TONE_CAUTION,
				MSG("page {n} of {all} is drawn · Esc stops it", A_INT("n", done),
					A_INT("all", all)));
	}
	return true;
}

/* Nothing is written before the last page is there: stopping leaves nothing. */
bool closing_stop(struct desk *d)
{
	struct closing_look *c = d->closing;

	if (!c || !c->child)
		return false;
	render_close(c->child);
	c->child = NULL;
	c->drawing_draft = false;
	c->wish = WISH_NOTHING;
	seal_key_close(c->key);
	c->key = NULL;
	desk_say(d, TONE_CAUTION, TEXT("■ Stopped; nothing was written."));
	return true;
}

void closing_ready(struct desk *d)
{
	struct closing_look *c = d->closing;
	enum render_state state = c && c->child ? render_take(c->child) : RENDER_GOES_ON;
	struct render_child *child;

	if (state == RENDER_GOES_ON)
		return;
	child = c->child;
	c->child = NULL;
	if (state == RENDER_FAILED) {
		desk_say(d, TONE_BAD,
			MSG("✗ {why}", A_MSG("why", message_keep(&d->frame, render_why(child)))));
		seal_key_close(c->key);
		c->key = NULL;
		c->wish = WISH_NOTHING;
	} else if (c->drawing_draft) {
		(void)closing_write_draft(d, render_pdf(child));
	} else {
		struct str pdf = render_pdf(child);

		bytes_free(&c->pdf);
		bytes_add(&c->pdf, pdf.p, pdf.n);
		c->pdf_head = desk_session(d)->frozen_head;
		if (c->wish == WISH_SIGN && c->key)
			sign_with(d);
	}
	render_close(child);
}

enum { SIGN_FILE, SIGN_PASS };

/* The field of the passphrase: alone when the key is carried in the program. */
static struct form_field *pass_field(struct overlay *o)
{
	return o->fields[SIGN_FILE].kind == FORM_PASSPHRASE ? &o->fields[SIGN_FILE]
							    : &o->fields[SIGN_PASS];
}

/* The PKCS#12 of whoever signs: a file, or the SPECIMEN key of a sample. False: the field says. */
static bool key_bytes(struct desk *d, const struct signer *next, struct bytes *p12)
{
	struct form_field *file = &d->over.fields[SIGN_FILE];
	struct error err = {.code = ERROR_NONE};
	const char *path;

	if (file->kind == FORM_PASSPHRASE) {
		struct str carried = sample_key(next, &d->frame);

		bytes_add(p12, carried.p, carried.n);
		return true;
	}
	if (!fields_take_path(d, file, &path))
		return false;
	if (file_read(path, KEY_FILE_MAX, p12, &err) == 0)
		return true;
	file->problem = message_copy(&d->over.arena, error_message(&err, &d->frame));
	d->over.form.focus = SIGN_FILE;
	return false;
}

static bool wrong_passphrase(struct desk *d)
{
	struct closing_look *c = d->closing;
	struct form_field *pass = pass_field(&d->over);
	int left = CLOSING_TRIES - ++c->tries;
	struct message m;

	form_wipe(pass);
	if (left <= 0) {
		desk_close_overlay(d);
		desk_say(d, TONE_BAD,
			TEXT("✗ Wrong passphrase three times; nothing was signed. Enter begins "
			     "anew."));
		return false;
	}
	m = MSGN("✗ Wrong passphrase; {n} try left.", "✗ Wrong passphrase; {n} tries left.", left);
	pass->problem = message_copy(&d->over.arena, m);
	desk_say(d, TONE_BAD, m);
	return false;
}

/* The key of the form, open, and it is the one the record was frozen for. */
static int open_key(
	struct desk *d, const struct signer *next, struct seal_key **key, struct error *err)
{
	struct seal_certificate certificate;
	struct bytes p12 = {NULL, 0, 0};
	int status = -1;

	*key = NULL;
	if (key_bytes(d, next, &p12))
		status = seal_key_open(p12.p, p12.n, form_text(pass_field(&d->over)), key, err);
	bytes_wipe(&p12);
	bytes_free(&p12);
	if (status == 0)
		status = seal_key_certificate(*key, &certificate, &d->frame, err);
	if (status == 0 && !hash_equal(certificate.sha256, next->certificate))
		status = error_set(
			err, ERROR_WRONG_SIGNER, "%s", signer_role_names[next->role].name);
	if (status < 0) {
		seal_key_close(*key);
		*key = NULL;
	}
	return status;
}

/* It is a key, but not the one that signs: which that is, and the way out when it is lost. */
static struct message other_key(struct desk *d)
{
	const struct signer *next = closing_signer(d);
	struct arg print =
		A_MSG("print", message_keep(&d->frame, closing_short_print(d, next->certificate)));

	return desk_session(d)->phase == PHASE_CLOSED
		       ? MSG("This is another key than {print}, which is in use: take the file of "
			     "that one, or make a new key (Esc, F9 0, Space 7).",
				 print)
		       : MSG("The record was frozen for the key {print}: take the file of that "
			     "one, or withdraw the freeze (Esc, Space 9) and freeze again.",
				 print);
}

/* What is wrong with the key, under its field. */
static bool key_problem(struct desk *d, const struct error *err)
{
	struct message why;

	if (err->code == ERROR_NONE) /* the field says already that there is no such file */
		return false;
	if (err->code == ERROR_PASSPHRASE)
		return wrong_passphrase(d);
	if (err->code == ERROR_WRONG_SIGNER) {
		why = other_key(d);
		say_refused(d, why);
	} else {
		why = error_message(err, &d->frame);
		desk_fail(d, err);
	}
	form_wipe(pass_field(&d->over));
	d->over.fields[SIGN_FILE].problem = message_copy(&d->over.arena, why);
	d->over.form.focus = SIGN_FILE;
	return false;
}

enum { OTHER_HAND_SIGNS = 1, OTHER_HAND_LEAVES };

static bool other_hand_chosen(struct desk *d, int digit)
{
	if (digit == OTHER_HAND_SIGNS)
		overlay_answer(d, digit);
	return digit != OTHER_HAND_SIGNS;
}

/* The box is another's than the key: asked about once the key is known to be the one that signs. */
static bool ask_other_hand(struct desk *d, const struct signer *next, struct both box)
{
	const struct message *role = message_keep(&d->frame, closing_role(next->role));
	struct both name = closing_signer_name(next);
	struct overlay *o = overlay_question(d, TEXT("Another’s key"));

	overlay_line(o, MSG("This key is in the name of {name}; the box “{role}” is that of "
			    "{whose}.",
				A_BOTH("name", name), A_MSG("role", role), A_BOTH("whose", box)));
	overlay_choice(o, OTHER_HAND_SIGNS, TEXT("sign all the same"));
	overlay_choice(o, OTHER_HAND_LEAVES, TEXT("leave it"));
	o->panel.focus = 1;
	o->chosen = other_hand_chosen;
	return false;
}

static bool is_other_hand(
	struct desk *d, const struct signer *next, const struct seal_key *key, struct both *box)
{
	struct seal_certificate certificate;
	struct error err = {.code = ERROR_NONE};

	return seal_key_certificate(key, &certificate, &d->frame, &err) == 0 &&
	       record_other_hand(desk_session(d), next, &certificate, box, &d->frame);
}

static bool submit_signature(struct desk *d)
{
	struct closing_look *c = d->closing;
	const struct signer *next = closing_signer(d);
	struct error err = {.code = ERROR_NONE};
	struct seal_key *key;
	struct both box;

	if (!next)
		return true;
	if (open_key(d, next, &key, &err) < 0)
		return key_problem(d, &err);
	if (d->over.answer != OTHER_HAND_SIGNS && is_other_hand(d, next, key, &box)) {
		seal_key_close(key);
		return ask_other_hand(d, next, box);
	}
	seal_key_close(c->key);
	c->key = key;
	desk_close_overlay(d); /* which wipes the passphrase */
	if (desk_session(d)->phase == PHASE_CLOSED && !freeze(d)) {
		seal_key_close(c->key);
		c->key = NULL;
		return false;
	}
	if (desk_session(d)->signatures.n || (c->pdf.n && !c->child)) {
		sign_with(d);
	} else if (draw(d)) {
		c->wish = WISH_SIGN;
		desk_say(d, TONE_CAUTION, TEXT("drawing the record … then it is signed"));
	} else {
		seal_key_close(c->key);
		c->key = NULL;
	}
	return false;
}

static int64_t decisions_of(const struct session *s)
{
	int64_t last = 0;

	for (size_t i = 0; i < s->items.n; i++) {
		const struct vote *vote = item_vote(&s->items.at[i]);
		int64_t n = vote ? session_decision_number(s, vote) : 0;

		last = n > last ? n : last;
	}
	return last;
}

static void sign_lines(struct desk *d, struct overlay *o, const struct signer *next)
{
	const struct session *s = desk_session(d);
	struct closing_look *c = d->closing;
	struct message items = MSGN("{n} item", "{n} items", (int64_t)s->agenda.n);
	struct message decisions = MSGN("{n} decision", "{n} decisions", decisions_of(s));
	bool read = s->phase == PHASE_CLOSED ? closing_is_read(d) : c->read;

	overlay_line(o, MSG("{name}, you sign as {role}: {items}, {decisions}.",
				A_BOTH("name", closing_signer_name(next)),
				A_MSG("role", message_keep(&d->frame, closing_role(next->role))),
				A_MSG("items", message_keep(&d->frame, items)),
				A_MSG("decisions", message_keep(&d->frame, decisions))));
	overlay_line(o, read ? closing_reading_times(c)
			     : TEXT("! The minutes were not read to their end here."));
	if (s->phase == PHASE_CLOSED) {
		size_t n = closing_points(d);

		if (n)
			overlay_line(o, MSGN("! {n} point is left as it is.",
						"! {n} points are left as they are.", (int64_t)n));
	}
	overlay_line(o, read && c->read_translated
				? TEXT("! The document that is signed is in Arabic; the "
				       "minutes were read "
				       "here in another language. To read it in Arabic: "
				       "Esc, F2 until the screen is in Arabic, Space 2.")
				: TEXT("The document that is signed is in Arabic; a French "
				       "translation goes with it."));
	if (s->phase == PHASE_CLOSED)
		overlay_line(o, TEXT("This signature freezes the record: nothing changes any more "
				     "but the signatures."));
}

/* The key of the signer, as the chamber noted when it was made; NULL: it was noted elsewhere. */
static const struct signing_key *noted_key(struct desk *d, const struct signer *next)
{
	const struct chamber *chamber = register_chamber(d->r);

	for (size_t i = 0; i < chamber->keys.n; i++)
		if (hash_equal(chamber->keys.at[i].signer.certificate, next->certificate))
			return &chamber->keys.at[i];
	return NULL;
}

/* Which key signs: a freeze goes on naming one that was replaced since. */
static void key_lines(struct desk *d, struct overlay *o, const struct signer *next, bool is_carried)
{
	const struct signing_key *key = noted_key(d, next);
	struct arg print =
		A_MSG("print", message_keep(&d->frame, closing_short_print(d, next->certificate)));

	if (key && key->retired)
		overlay_line(o, MSG("! The record was frozen for the key {print}, no longer in "
				    "use; for another: Esc, Space 9, and freeze again.",
					print));
	else if (!is_carried)
		overlay_line(o, MSG("It signs with the key {print}.", print));
	if (is_carried)
		overlay_line(
			o, TEXT("SPECIMEN: the key is carried in the program; its passphrase is "
				"the word “specimen”."));
}

/* Whoever compares this record with the one before finds another key: it is said first. */
static void former_key_line(struct desk *d, struct overlay *o, const struct signer *next)
{
	struct error err = {.code = ERROR_NONE};
	struct signed_before was;

	if (signed_before(d->r, desk_session(d)->is.number, (enum signer_role)next->role, &d->frame,
		    &was, &err) < 0) {
		desk_fail(d, &err);
		return;
	}
	if (was.session && !hash_equal(was.who.certificate, next->certificate))
		overlay_line(o, MSG("! {session}: signed with another key, {print}, of {name}.",
					A_MSG("session", &was.record),
					A_MSG("print", message_keep(&d->frame,
							       closing_short_print(
								       d, was.who.certificate))),
					A_BOTH("name", closing_signer_name(&was.who))));
}

static void forget_tries(struct desk *d)
{
	desk_say(d, TONE_PLAIN, TEXT("Not signed now; it can be done later, on another day too."));
}

void closing_sign(struct desk *d)
{
	static const struct message titles[] = {
		[SIGNER_SECRETARY] = {.id = N_("THE SECRETARY SIGNS")},
		[SIGNER_PRESIDENT] = {.id = N_("TURN THE KEYBOARD TO THE PRESIDENT")},
	};
	struct form_field pass = {
		.kind = FORM_PASSPHRASE, .label = TEXT("passphrase"), .required = true};
	const struct session *s = desk_session(d);
	const struct signer *next;
	const struct signing_key *key;
	struct message why;
	struct overlay *o;
	bool is_carried;

	if (desk_rehearses(d))
		return;
	if (!desk_offers(d, s->phase == PHASE_CLOSED ? CMD_RECORD_FREEZE : CMD_RECORD_SIGN, &why)) {
		say_refused(d, why);
		return;
	}
	next = closing_signer(d);
	closing_look(d)->tries = 0;
	if (!next || (s->phase == PHASE_FROZEN && !s->signatures.n && !draw(d)))
		return;
	o = desk_overlay(d, OVERLAY_FORM, titles[next->role]);
	is_carried = sample_key(next, &d->frame).n > 0;
	sign_lines(d, o, next);
	key_lines(d, o, next, is_carried);
	former_key_line(d, o, next);
	if (!is_carried) {
		o->fields[SIGN_FILE] = fields_code(TEXT("key file"), true);
		o->fields[SIGN_PASS] = pass;
	} else {
		o->fields[SIGN_FILE] = pass;
	}
	overlay_form_ready(o);
	key = noted_key(d, next);
	if (!is_carried) {
		form_set(&o->fields[SIGN_FILE], key ? key->file : STR(""));
		o->form.focus = key ? SIGN_PASS : SIGN_FILE;
	}
	o->submit = submit_signature;
	o->left = forget_tries;
}

/* --- withdrawing --- */

static void withdraw_done(struct desk *d, struct str reason)
{
	const struct session *s = desk_session(d);
	struct command c = command_of(CMD_RECORD_WITHDRAW);

	c.arg.record_withdraw.reason = reason;
	if (s->signatures.n)
		c.arg.record_withdraw.file = s->signatures.at[s->signatures.n - 1].file;
	/* Pages, key and what was read belonged to the freeze. */
	desk_act_then(d, &c, closing_leave);
}

void closing_withdraw(struct desk *d)
{
	struct message why;

	if (!desk_offers(d, CMD_RECORD_WITHDRAW, &why)) {
		say_refused(d, why);
		return;
	}
	desk_ask_reason(d, TEXT("Withdraw the frozen record"),
		TEXT("The minutes can be changed again and are frozen anew; the withdrawal and its "
		     "reason stay in the record."),
		REASONS_FROZEN, withdraw_done);
}

/* The keys that sign: whose, in use or no longer, their fingerprints; making and retiring one. */
#include "tui/registers.h"

#include "locale/format.h"
#include "storage/file.h"
#include "storage/record/record.h"
#include "tui/fields.h"
#include "tui/secret.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { COL_ROLE = 1, COL_NAME = 27, COL_STATE = 52 };
#define COLS_PRINT 9 /* the first eight digits, in two groups */

/* --- the list: its first row is the key that is not there yet; the newest follows --- */

static const struct signing_key *key_at(struct desk *d, size_t index)
{
	const struct chamber *c = register_chamber(d->r);

	return index > 0 && index <= c->keys.n ? &c->keys.at[c->keys.n - index] : NULL;
}

static size_t count(struct desk *d)
{
	return register_chamber(d->r)->keys.n + 1;
}

static struct message summary(struct desk *d)
{
	const struct chamber *c = register_chamber(d->r);

	for (int role = 0; role < SIGNER_ROLE_COUNT; role++) {
		if (!chamber_key(c, (enum signer_role)role))
			return TEXT("! keys of the secretary and of the president are needed");
	}
	return MSGN("{n} key", "{n} keys", (int64_t)c->keys.n);
}

static struct both key_name(const struct signing_key *key)
{
	return (struct both){key->signer.name_ar, key->signer.name_fr};
}

static void row(void *ctx, struct area at, size_t index, bool focused)
{
	struct desk *d = ctx;
	const struct signing_key *key = key_at(d, index);
	enum style style = focused ? STYLE_FOCUS : STYLE_TEXT, state;
	struct str print;

	if (!key) {
		canvas_say(at, 0, COL_ROLE, 0, focused ? STYLE_FOCUS : STYLE_KEY, ALIGN_START,
			TEXT("+ a new key…"));
		return;
	}
	state = focused ? STYLE_FOCUS : key->retired ? STYLE_OFF : STYLE_GOOD;
	print = format_hash(key->signer.certificate, &d->frame);
	canvas_say(at, 0, COL_ROLE, COL_NAME - COL_ROLE - 1, style, ALIGN_START,
		name_label(signer_role_names, key->signer.role));
	canvas_text(at, 0, COL_NAME, COL_STATE - COL_NAME - 1, style, ALIGN_START,
		both_pick(key_name(key), d->lang));
	canvas_say(at, 0, COL_STATE, -COLS_PRINT - 1, state, ALIGN_START,
		key->retired ? TEXT("no longer used") : TEXT("✓ in use"));
	canvas_latin(at, 0, at.cols - COLS_PRINT, COLS_PRINT, focused ? STYLE_FOCUS : STYLE_DONE,
		ALIGN_END, (struct str){print.p, print.n < COLS_PRINT ? print.n : COLS_PRINT});
}

static struct both name(struct desk *d, size_t index)
{
	const struct signing_key *key = key_at(d, index);

	return key ? key_name(key) : (struct both){STR(""), STR("")};
}

/* --- one key --- */

static void retire_done(struct desk *d, struct str reason)
{
	struct command c = command_of(CMD_KEY_RETIRE);

	c.arg.key_retire = (struct key_retired){registers_look(d)->key, reason};
	(void)desk_act(d, &c);
}

static bool key_chosen(struct desk *d, int digit)
{
	struct message fact = message_copy(&d->frame, d->over.lines[0]);

	(void)digit;
	desk_ask_reason(d, TEXT("This key no longer signs"), fact, REASONS_KEY, retire_done);
	return false;
}

static void show_key(struct desk *d, const struct signing_key *key)
{
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("A signing key"));
	struct message why;

	registers_look(d)->key = key->signer.certificate;
	overlay_line(o, MSG("{role}: {name}",
				A_MSG("role", message_keep(&d->frame, name_label(signer_role_names,
									      key->signer.role))),
				A_BOTH("name", key_name(key))));
	overlay_line(o, MSG("fingerprint {hash}", A_HASH("hash", key->signer.certificate)));
	overlay_line(o, MSG("file {path}", A_STR("path", key->file)));
	if (key->retired) {
		overlay_line(o, MSG("no longer used: {reason}", A_REASON("reason", key->reason)));
		o->panel.footer = TEXT("Esc goes back");
		return;
	}
	if (desk_offers(d, CMD_KEY_RETIRE, &why))
		overlay_choice(o, 1, TEXT("it no longer signs: passphrase lost, office changed…"));
	else
		overlay_choice_off(
			o, 1, TEXT("it no longer signs: passphrase lost, office changed…"), why);
	o->chosen = key_chosen;
}

/* --- a new one --- */

enum { K_ROLE, K_NAME_AR, K_NAME_FR, K_FILE, K_PASS, K_AGAIN };

/* ROLE.p12 beside the register, or ROLE-2.p12 … : a key is never written over another. */
static const char *default_file(struct desk *d, int role)
{
	const char *folder = file_folder_of(journal_path(register_journal(d->r)), &d->frame);
	const char *path = NULL;

	for (int64_t i = 1; i < 100; i++) {
		struct builder b;

		builder_init(&b, &d->frame);
		builder_add_z(&b, folder);
		builder_add_z(&b, "/");
		builder_add_z(&b, signer_role_names[role].name);
		if (i > 1) {
			builder_add_z(&b, "-");
			builder_add_int(&b, i);
		}
		builder_add_z(&b, ".p12");
		path = builder_str(&b).p;
		if (access(path, F_OK) != 0)
			break;
	}
	return path;
}

static bool same_secret(const struct form_field *a, const struct form_field *b)
{
	return a->secret_n == b->secret_n && memcmp(a->secret, b->secret, a->secret_n) == 0;
}

/* The file is made first, then recorded; a file that was not recorded is taken away again. */
static int make_key(struct desk *d, struct key_made key, struct str passphrase, struct error *err)
{
	const struct chamber *c = register_chamber(d->r);
	struct both whose = {key.signer.name_ar, key.signer.name_fr}, chamber = chamber_name(c);
	struct source source = register_source(d->r);
	struct seal_subject subject = {
		.name = both_pick(whose, LANG_AR),
		.organisation = both_pick(chamber, LANG_AR),
		.role = str_of(signer_role_names[key.signer.role].name),
		.specimen = c->is.specimen,
		.from = source.now(source.context),
	};
	struct seal_certificate made;
	struct answer answer;
	char *full;

	if (seal_key_new(&subject, passphrase, key.file.p, &made, &d->frame, err) < 0)
		return -1;
	full = realpath(key.file.p, NULL); /* the record of it must not depend on where we stand */
	if (full)
		key.file = arena_str(&d->frame, str_of(full));
	free(full);
	if (record_key(d->r, &made, key, STR("desk"), &answer, &d->frame, err) < 0) {
		if (err->code != ERROR_COMMIT_UNKNOWN)
			(void)unlink(key.file.p);
		return -1;
	}
	if (answer.verdict != VERDICT_DONE) {
		(void)unlink(key.file.p);
		desk_say(d, TONE_BAD,
			MSG("✗ {why}", A_MSG("why", message_keep(&d->frame, answer.why))));
		return 0;
	}
	desk_say(d, TONE_GOOD,
		MSG("● The key is in {path}; keep the passphrase apart from it.",
			A_STR("path", key.file)));
	return 0;
}

enum { WEAK_TAKEN = 1, WEAK_OTHER };

static bool weak_chosen(struct desk *d, int digit)
{
	overlay_answer(d, digit);
	return false;
}

static bool other_passphrase(struct desk *d)
{
	form_wipe(&d->over.fields[K_PASS]);
	form_wipe(&d->over.fields[K_AGAIN]);
	d->over.form.focus = K_PASS;
	return false;
}

/* Once the key is made its passphrase is what it is. */
static bool ask_weak(struct desk *d)
{
	struct overlay *o = overlay_question(d, TEXT("This passphrase is easy to guess"));

	overlay_line(o, TEXT("It has fewer than eight letters: whoever gets hold of the key file "
			     "finds it by trying, and signs in this person's name."));
	overlay_choice(o, WEAK_TAKEN, TEXT("make the key all the same"));
	overlay_choice(o, WEAK_OTHER, TEXT("another passphrase"));
	o->panel.focus = 1;
	o->chosen = weak_chosen;
	return false;
}

static bool submit_key(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct key_made key = {.signer = {.role = (int)f[K_ROLE].chosen}};
	struct error err = {.code = ERROR_NONE};
	const char *path;

	if (!fields_take(d, &f[K_NAME_AR], &key.signer.name_ar) ||
		!fields_take(d, &f[K_NAME_FR], &key.signer.name_fr) ||
		!fields_take_path(d, &f[K_FILE], &path))
		return false;
	if (!key.signer.name_ar.n && !key.signer.name_fr.n) {
		f[K_NAME_AR].problem = TEXT("give the name in Arabic or in French");
		d->over.form.focus = K_NAME_AR;
		return false;
	}
	if (!same_secret(&f[K_PASS], &f[K_AGAIN])) {
		/* Which of the two was meant cannot be seen. */
		form_wipe(&f[K_PASS]);
		form_wipe(&f[K_AGAIN]);
		f[K_PASS].problem = TEXT("the two passphrases differ: type both again");
		return false;
	}
	if (d->over.answer == WEAK_OTHER)
		return other_passphrase(d);
	if (secret_is_short(form_text(&f[K_PASS])) && d->over.answer != WEAK_TAKEN)
		return ask_weak(d);
	key.file = str_of(*path ? path : default_file(d, key.signer.role));
	if (make_key(d, key, form_text(&f[K_PASS]), &err) == 0)
		return true;
	if (err.code == ERROR_EXISTS || err.code == ERROR_FILE || err.code == ERROR_DISK_FULL)
		f[K_FILE].problem = message_copy(&d->over.arena, error_message(&err, &d->frame));
	else
		desk_fail(d, &err);
	return false;
}

/* The person the key will most likely be of: whose box it is to sign in, else who has the office.
 */
static struct both holder(struct desk *d, int role)
{
	const struct chamber *c = register_chamber(d->r);
	const struct session *s = desk_session(d);
	int office = role == SIGNER_PRESIDENT ? OFFICE_PRESIDENT : OFFICE_RAPPORTEUR;
	struct both box = {STR(""), STR("")};

	if (s && s->sittings.n)
		box = record_box(s, session_sitting(s), (enum signer_role)role);
	if (box.ar.n || box.fr.n)
		return box;
	for (size_t i = 0; i < c->members.n; i++) {
		if (c->members.at[i].office == office)
			return member_name(&c->members.at[i]);
	}
	return (struct both){STR(""), STR("")};
}

/* Another office, another person: the names follow it as long as they are those proposed. */
static void follow_office(struct desk *d, struct press press)
{
	struct overlay *o = &d->over;
	struct form_field *ar = &o->fields[K_NAME_AR], *fr = &o->fields[K_NAME_FR];
	struct both was = holder(d, (int)o->number), is;
	int role = (int)o->fields[K_ROLE].chosen;

	(void)press;
	if (role == o->number)
		return;
	o->number = role;
	is = holder(d, role);
	if (str_equal(form_text(ar), was.ar) && str_equal(form_text(fr), was.fr)) {
		form_set(ar, is.ar);
		form_set(fr, is.fr);
	}
}

void registers_new_key(struct desk *d, int role)
{
	struct both whose = holder(d, role);
	struct overlay *o;
	struct form_field *f;

	if (desk_rehearses(d))
		return;
	if (!desk_offered(d, CMD_KEY_RECORD))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("A new signing key"));
	overlay_line(o, TEXT("One key for each person. The passphrase is kept nowhere: whoever "
			     "loses it needs a "
			     "new key."));
	f = o->fields;
	f[K_ROLE] = fields_choice(o, TEXT("role"), signer_role_names);
	f[K_NAME_AR] = fields_text(TEXT("name, Arabic"), DIR_RTL, false);
	f[K_NAME_FR] = fields_text(TEXT("name, French"), DIR_LTR, false);
	f[K_FILE] = fields_code(TEXT("file"), false);
	f[K_FILE].note = TEXT("left empty: beside the register, named after the role");
	f[K_PASS] = (struct form_field){
		.kind = FORM_PASSPHRASE, .label = TEXT("passphrase"), .required = true};
	f[K_PASS].note = TEXT("several words; fewer than eight letters are easily found");
	f[K_AGAIN] = (struct form_field){
		.kind = FORM_PASSPHRASE, .label = TEXT("passphrase, again"), .required = true};
	overlay_form_ready(o);
	f[K_ROLE].chosen = (size_t)role;
	form_set(&f[K_NAME_AR], whose.ar);
	form_set(&f[K_NAME_FR], whose.fr);
	o->number = role;
	o->typing = follow_office;
	o->submit = submit_key;
}

static void enter(struct desk *d, size_t index)
{
	const struct signing_key *key = key_at(d, index);
	const struct chamber *c = register_chamber(d->r);

	if (key)
		show_key(d, key);
	else
		registers_new_key(
			d, chamber_key(c, SIGNER_SECRETARY) ? SIGNER_PRESIDENT : SIGNER_SECRETARY);
}

static struct message step_line(struct desk *d, size_t index)
{
	const struct signing_key *key = key_at(d, index);

	return key ? MSG("Look at the key of {name}", A_BOTH("name", key_name(key)))
		   : TEXT("Make a new signing key");
}

const struct page page_keys = {
	.title = {.id = N_("SIGNING KEYS")},
	.summary = summary,
	.count = count,
	.row = row,
	.enter = enter,
	.step_line = step_line,
	.name = name,
};

void registers_keys(struct desk *d)
{
	registers_show(d, PAGE_KEYS);
}

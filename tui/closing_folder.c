/* What is handed over: the record folder, drafts to print, and the judgement of what was signed, by
 * the code that judges anybody's copy. */
#include "tui/closing_look.h"

#include "locale/format.h"
#include "storage/file.h"
#include "tui/fields.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define CONFIG_MAX 65536
#define PDF_MAX    ((size_t)512 << 20)

/* --- checking --- */

static void line_of_signature(
	struct closing_look *c, const struct session *s, const struct seal_signature *sig, size_t i)
{
	bool holds = sig->finding == SEAL_OK;

	closing_line(c, holds ? STYLE_GOOD : STYLE_BAD,
		holds ? MSG("✓ signature {n} holds: {name}, {time}", A_INT("n", (int64_t)i + 1),
				A_BOTH("name", record_signer_name(s, sig, i)),
				A_TIME("time", sig->act.when))
		      : MSG("✗ signature {n} does not hold: {name}", A_INT("n", (int64_t)i + 1),
				A_BOTH("name", record_signer_name(s, sig, i))));
}

/* Before the last signature: each of those that are there. */
static bool check_half(struct desk *d, struct str pdf, struct error *err)
{
	struct closing_look *c = d->closing;
	struct seal_report report;
	bool holds = true;

	if (seal_check(pdf, &report, &d->frame, err) < 0)
		return false;
	for (size_t i = 0; i < report.signatures_n; i++) {
		line_of_signature(c, desk_session(d), &report.signatures[i], i);
		holds &= report.signatures[i].finding == SEAL_OK;
	}
	holds &= report.signatures_n == desk_session(d)->signatures.n &&
		 report.finding == SEAL_MISSING;
	return holds || error_set(err, ERROR_PDF, "%s", "") == 0;
}

/* The verdict first: should a long path leave no row for all of it, that one is seen. */
static void lines_of_check(struct closing_look *c, const struct record_check *check)
{
	if (check->holds)
		closing_line(c, STYLE_GOOD,
			TEXT("✓ every figure follows from the acts; the record holds"));
	else
		closing_line(c, STYLE_BAD, MSG("✗ {why}", A_MSG("why", &check->why)));
	for (size_t i = 0; i < check->seal.signatures_n; i++)
		line_of_signature(c, &check->session, &check->seal.signatures[i], i);
	if (check->acts)
		closing_line(c, STYLE_GOOD,
			MSG("✓ the journal is inside, up to act no. {n}, and its chain is whole",
				A_DIGITS("n", (int64_t)check->acts - 1)));
}

static bool check_whole(struct desk *d, struct str pdf, struct error *err)
{
	const struct record_how how = {.draw = false}; /* so it takes no time to speak of */
	struct record_check check;

	if (record_verify(pdf, &how, &check, &d->frame, err) < 0)
		return false;
	lines_of_check(d->closing, &check);
	return check.holds || error_set(err, ERROR_PDF, "%s", "") == 0;
}

bool closing_check(struct desk *d)
{
	struct closing_look *c = closing_look(d);
	struct error err = {.code = ERROR_NONE};
	struct bytes pdf = {NULL, 0, 0};
	struct str file;
	bool holds = false;

	closing_lines_clear(c);
	if (record_current(d->r, &pdf, &err) == 0) {
		file = (struct str){(const char *)pdf.p, pdf.n};
		holds = desk_session(d)->phase == PHASE_SEALED ? check_whole(d, file, &err)
							       : check_half(d, file, &err);
	}
	if (!holds)
		desk_fail(d, &err);
	bytes_free(&pdf);
	return holds;
}

/* --- where documents go --- */

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* XDG_DOCUMENTS_DIR="$HOME/…" of the user's own file; empty: not there.
 * Source: xdg-user-dirs, user-dirs.dirs(5). */
static struct str documents_configured(struct str home, struct arena *a)
{
	static const char name[] = "XDG_DOCUMENTS_DIR=\"$HOME/";
	const char *config = getenv("XDG_CONFIG_HOME");
	struct str in_home[] = {home, STR("/.config/user-dirs.dirs")};
	struct str given[] = {str_of(config), STR("/user-dirs.dirs")};
	const char *path = arena_join(a, config && *config == '/' ? given : in_home, 2).p;
	struct error ignored;
	struct bytes text = {NULL, 0, 0};
	struct str found = STR("");

	if (file_read(path, CONFIG_MAX, &text, &ignored) == 0) {
		struct str s = arena_str(a, (struct str){(const char *)text.p, text.n});
		const char *at = s.n ? strstr(s.p, name) : NULL;
		const char *end = at ? strchr(at + sizeof name - 1, '"') : NULL;

		if (end && (at == s.p || at[-1] == '\n'))
			found = (struct str){
				at + sizeof name - 1, (size_t)(end - at) - (sizeof name - 1)};
	}
	bytes_free(&text);
	return found;
}

/* The folder of documents, else the home folder, else where the program runs. */
static struct str documents(struct arena *a)
{
	struct str home = str_of(getenv("HOME")), name;

	if (!home.n || home.p[0] != '/')
		return STR(".");
	name = documents_configured(home, a);
	struct str parts[] = {home, STR("/"), name.n ? name : STR("Documents")};
	struct str path = arena_join(a, parts, ARRAY_LEN(parts));

	return is_folder(path.p) ? path : home;
}

/* Beside a register whose place was named; where nobody named it it is hidden, and documents are
 * looked for among the others. */
static struct str default_path(struct desk *d, const char *name)
{
	struct str parts[] = {
		d->cli->register_path
			? str_of(file_folder_of(journal_path(register_journal(d->r)), &d->frame))
			: documents(&d->frame),
		STR("/"), str_of(name)};

	return arena_join(&d->frame, parts, ARRAY_LEN(parts));
}

struct message closing_folder_place(struct desk *d)
{
	struct str home = str_of(getenv("HOME")), path = documents(&d->frame);
	struct str parts[] = {STR("~"), {path.p + home.n, path.n - home.n}};

	if (d->cli->register_path)
		return TEXT("folder proposed: beside the register");
	if (home.n && str_starts(path, home.p))
		path = arena_join(&d->frame, parts, ARRAY_LEN(parts));
	return MSG("folder proposed: {path}", A_STR("path", path));
}

static void path_form(struct desk *d, struct message title, struct message fact, struct str path,
	bool (*submit)(struct desk *d))
{
	struct overlay *o = desk_overlay(d, OVERLAY_FORM, title);

	overlay_line(o, fact);
	o->fields[0] = fields_code(TEXT("where"), true);
	overlay_form_ready(o);
	form_set(&o->fields[0], path);
	o->submit = submit;
}

/* --- the record folder --- */

/* What lies in the folder now, read back and judged like a stranger's copy. */
static bool check_written(struct desk *d, const char *dir, struct error *err)
{
	struct str parts[] = {str_of(dir), STR("/"),
		str_of(record_base_name(desk_session(d), &d->frame)), STR(".pdf")};
	const char *path = arena_join(&d->frame, parts, ARRAY_LEN(parts)).p;
	struct bytes pdf = {NULL, 0, 0};
	bool holds = file_read(path, PDF_MAX, &pdf, err) == 0 &&
		     check_whole(d, (struct str){(const char *)pdf.p, pdf.n}, err);

	bytes_free(&pdf);
	return holds;
}

static bool submit_folder(struct desk *d)
{
	struct closing_look *c = closing_look(d);
	struct form_field *field = &d->over.fields[0];
	struct error err = {.code = ERROR_NONE};
	const char *dir;

	if (!fields_take_path(d, field, &dir))
		return false;
	if (record_folder(d->r, dir, &err) < 0) {
		field->problem = message_copy(&d->over.arena, error_message(&err, &d->frame));
		desk_fail(d, &err);
		return false;
	}
	closing_lines_clear(c);
	closing_line(c, STYLE_GOOD, MSG("✓ written: {path}", A_STR("path", str_of(dir))));
	closing_line(c, STYLE_DONE,
		MSG("· with a translation to be read, not signed: {file}",
			A_STR("file",
				str_of(record_translation_name(desk_session(d), &d->frame)))));
	if (!check_written(d, dir, &err)) {
		desk_fail(d, &err);
		return true;
	}
	c->folder_written = true;
	c->folder = arena_str(&c->arena, str_of(dir));
	closing_remember(d);
	desk_say(d, TONE_GOOD,
		TEXT("● The record folder is written and checked. A copy of the register comes "
		     "next."));
	return true;
}

void closing_folder(struct desk *d)
{
	if (desk_rehearses(d))
		return;
	if (desk_session(d)->phase != PHASE_SEALED) {
		desk_say(d, TONE_BAD,
			TEXT("✗ The folder is written when all have signed; a draft can be had at "
			     "any time."));
		return;
	}
	path_form(d, TEXT("The record folder"),
		TEXT("A new or an empty folder: the signed file, a translation to be read, the "
		     "certificates, and how to check."),
		default_path(d, record_base_name(desk_session(d), &d->frame)), submit_folder);
}

/* --- drafts --- */

bool closing_write_draft(struct desk *d, struct str pdf)
{
	struct closing_look *c = d->closing;
	struct error err = {.code = ERROR_NONE};

	if (file_write(c->draft_path, pdf.p, pdf.n, 0644, FILE_REPLACE, &err) < 0) {
		desk_fail(d, &err);
		return false;
	}
	desk_say(d, TONE_GOOD,
		MSG("● A draft, not the record: {path}", A_STR("path", str_of(c->draft_path))));
	return true;
}

static bool submit_draft(struct desk *d)
{
	struct closing_look *c = closing_look(d);
	struct form_field *field = &d->over.fields[0];
	struct error err = {.code = ERROR_NONE};
	struct render_order order = {
		.program = d->cli->program,
		.register_path = journal_path(register_journal(d->r)),
		.session = desk_session(d)->is.number,
		.draft = true,
		.lang = desk_record_lang(d),
		.says = d->lang,
	};
	const char *path;

	if (!fields_take_path(d, field, &path))
		return false;
	if (strlen(path) >= sizeof c->draft_path) {
		field->problem = TEXT("this path is too long");
		return false;
	}
	memcpy(c->draft_path, path, strlen(path) + 1);
	c->drawn = 0;
	c->child = render_start(&order, &err);
	c->drawing_draft = c->child != NULL;
	if (!c->child)
		desk_fail(d, &err);
	else
		desk_say(d, TONE_CAUTION, TEXT("drawing the draft …"));
	return true;
}

void closing_draft(struct desk *d)
{
	if (desk_rehearses(d))
		return;
	if (closing_look(d)->child) {
		desk_hint(d, TEXT("! Pages are being drawn already; one moment."));
		return;
	}
	path_form(d, TEXT("A draft to print"),
		TEXT("Marked as a draft on every page, in the language of this screen."),
		default_path(
			d, record_draft_name(desk_session(d), 0, desk_record_lang(d), &d->frame)),
		submit_draft);
}

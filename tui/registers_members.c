/* The members of the chamber: the list, the form of one, and the list that comes from a file. */
#include "tui/registers.h"

#include "locale/format.h"
#include "model/follow_up.h"
#include "storage/file.h"
#include "tui/fields.h"

/* --- the list: its first row is the member who is not there yet --- */

enum { COL_NUMBER = 1, COL_NAME = 6, COL_OTHER = 29, COL_OFFICE = 49, COL_GENDER = 63 };
#define COLS_MANDATE 9

static const struct member *member_at(struct desk *d, size_t index)
{
	const struct chamber *c = register_chamber(d->r);

	return index > 0 && index <= c->members.n ? &c->members.at[index - 1] : NULL;
}

static size_t count(struct desk *d)
{
	return register_chamber(d->r)->members.n + 1;
}

static struct message summary(struct desk *d)
{
	const struct chamber *c = register_chamber(d->r);
	struct source source = register_source(d->r);
	struct date today = instant_date(source.now(source.context));
	int64_t in_office = 0;

	for (size_t i = 0; i < c->members.n; i++)
		in_office += member_in_office(&c->members.at[i], today);
	return MSG("{members} · {n} in office today",
		A_MSG("members", message_keep(&d->frame,
					 MSGN("{n} member", "{n} members", (int64_t)c->members.n))),
		A_INT("n", in_office));
}

static void years(struct desk *d, struct area at, const struct member *m, enum style style)
{
	struct builder b;

	if (!m->from.year && !m->to.year)
		return;
	builder_init(&b, &d->frame);
	if (m->from.year)
		builder_add_int(&b, m->from.year);
	builder_add_z(&b, "–");
	if (m->to.year)
		builder_add_int(&b, m->to.year);
	canvas_latin(
		at, 0, at.cols - COLS_MANDATE, COLS_MANDATE, style, ALIGN_END, builder_str(&b));
}

static void paint_head(struct desk *d, struct area row)
{
	(void)d;
	canvas_say(row, 0, COL_NUMBER, 4, STYLE_DONE, ALIGN_START, TEXT(CTX("column", "no.")));
	canvas_say(
		row, 0, COL_NAME, COL_OTHER - COL_NAME - 1, STYLE_DONE, ALIGN_START, TEXT("name"));
	canvas_say(row, 0, COL_OFFICE, COL_GENDER - COL_OFFICE - 1, STYLE_DONE, ALIGN_START,
		TEXT("office"));
	canvas_say(row, 0, row.cols - COLS_MANDATE, COLS_MANDATE, STYLE_DONE, ALIGN_END,
		TEXT("mandate"));
}

static void member_row(struct desk *d, struct area at, const struct member *m, bool focused)
{
	struct both name = {m->name_ar, m->name_fr};
	enum style style = focused ? STYLE_FOCUS : STYLE_TEXT;
	enum style dim = focused ? STYLE_FOCUS : STYLE_DONE;
	enum lang other = lang_other(d->lang);
	struct str second = other == LANG_AR ? m->name_ar : m->name_fr;

	canvas_say(at, 0, COL_NUMBER, 4, style, ALIGN_START, MSG("{n}", A_SEAT("n", m->number)));
	canvas_text(at, 0, COL_NAME, COL_OTHER - COL_NAME - 1, style, ALIGN_START,
		both_pick(name, d->lang));
	canvas_text_in(at, 0, COL_OTHER, COL_OFFICE - COL_OTHER - 1, dim, ALIGN_START,
		lang_direction(other), second);
	canvas_say(at, 0, COL_OFFICE, COL_GENDER - COL_OFFICE - 1, style, ALIGN_START,
		member_office(m));
	if (m->gender != GENDER_UNKNOWN)
		canvas_say(at, 0, COL_GENDER, 5, dim, ALIGN_START,
			name_label(gender_names, m->gender));
	years(d, at, m, dim);
}

static void row(void *ctx, struct area at, size_t index, bool focused)
{
	struct desk *d = ctx;
	const struct member *m = member_at(d, index);

	if (m)
		member_row(d, at, m, focused);
	else
		canvas_say(at, 0, COL_NUMBER, 0, focused ? STYLE_FOCUS : STYLE_KEY, ALIGN_START,
			TEXT("+ a member who is not on the list…"));
}

static struct both name(struct desk *d, size_t index)
{
	const struct member *m = member_at(d, index);

	return m ? member_name(m) : (struct both){STR(""), STR("")};
}

/* --- the form of one --- */

enum {
	M_NUMBER,
	M_NAME_AR,
	M_NAME_FR,
	M_OFFICE,
	M_GENDER,
	M_FROM,
	M_TO,
	M_SUBSTITUTE_AR,
	M_SUBSTITUTE_FR,
	M_WEIGHT /* the last: not every chamber has it */
};

/* Members have several votes only where the rules say so: nobody else is asked how many. */
static bool votes_weighed(struct desk *d)
{
	const struct rules_adopted *is = world_rules(register_world(d->r));
	struct rules rules;

	return is && rules_read(is->rules.at, is->rules.n, &rules) && rules.weights;
}

static bool submit_member(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_MEMBER_REGISTER);
	struct member *m = &c.arg.member_register;

	(void)form_number(&f[M_NUMBER], &m->number);
	if (m->number < 1 || m->number > MEMBER_NUMBER_MAX) {
		f[M_NUMBER].problem = message_copy(&d->over.arena,
			MSG("write a number from {low} to {high}", A_DIGITS("low", 1),
				A_DIGITS("high", MEMBER_NUMBER_MAX)));
		return false;
	}
	if (m->number != d->over.number && chamber_member(register_chamber(d->r), m->number)) {
		f[M_NUMBER].problem =
			TEXT("this number is somebody's: choose that member in the list");
		return false;
	}
	if (!fields_take(d, &f[M_NAME_AR], &m->name_ar) ||
		!fields_take(d, &f[M_NAME_FR], &m->name_fr) ||
		!fields_take(d, &f[M_SUBSTITUTE_AR], &m->substitute_ar) ||
		!fields_take(d, &f[M_SUBSTITUTE_FR], &m->substitute_fr))
		return false;
	m->office = (int)f[M_OFFICE].chosen;
	m->gender = (int)f[M_GENDER].chosen;
	(void)form_date(&f[M_FROM], &m->from);
	(void)form_date(&f[M_TO], &m->to);
	if (votes_weighed(d))
		(void)form_number(&f[M_WEIGHT], &m->weight);
	else
		m->weight = d->over.number
				    ? chamber_member(register_chamber(d->r), d->over.number)->weight
				    : 0;
	return fields_act(d, &c);
}

static void fill_member(struct desk *d, const struct member *m)
{
	struct form_field *f = d->over.fields;

	fields_set_number(d, &f[M_NUMBER], m->number);
	form_set(&f[M_NAME_AR], m->name_ar);
	form_set(&f[M_NAME_FR], m->name_fr);
	f[M_OFFICE].chosen = (size_t)m->office;
	f[M_GENDER].chosen = (size_t)m->gender;
	fields_set_date(d, &f[M_FROM], m->from);
	fields_set_date(d, &f[M_TO], m->to);
	form_set(&f[M_SUBSTITUTE_AR], m->substitute_ar);
	form_set(&f[M_SUBSTITUTE_FR], m->substitute_fr);
	if (m->weight && votes_weighed(d))
		fields_set_number(d, &f[M_WEIGHT], m->weight);
}

/* The number that follows the last one, and the mandate of everybody else. */
static struct member next_member(struct desk *d)
{
	const struct chamber *c = register_chamber(d->r);
	struct member next = {.number = 1};

	if (c->members.n) {
		const struct member *last = &c->members.at[c->members.n - 1];

		next = (struct member){
			.number = last->number + 1, .from = last->from, .to = last->to};
	}
	return next;
}

static void form_member(struct desk *d, const struct member *m)
{
	struct member next;
	struct overlay *o;
	struct form_field *f;

	if (!desk_offered(d, CMD_MEMBER_REGISTER))
		return;
	o = desk_overlay(d, OVERLAY_FORM, m ? TEXT("A member") : TEXT("A new member"));
	if (m)
		overlay_line(o, TEXT("Sessions already opened keep the list as it was then."));
	f = o->fields;
	f[M_NUMBER] = fields_number(TEXT("number"), true);
	f[M_NAME_AR] = fields_text(TEXT("name, Arabic"), DIR_RTL, false);
	f[M_NAME_FR] = fields_text(TEXT("name, French"), DIR_LTR, false);
	f[M_OFFICE] = fields_choice(o, TEXT("office"), office_names);
	f[M_GENDER] = fields_choice(o, TEXT("gender"), gender_names);
	f[M_FROM] = fields_date(TEXT("mandate from"), fields_year_too, false);
	f[M_TO] = fields_date(TEXT("mandate to"), fields_year_too, false);
	f[M_SUBSTITUTE_AR] = fields_text(TEXT("substitute, Arabic"), DIR_RTL, false);
	f[M_SUBSTITUTE_FR] = fields_text(TEXT("substitute, French"), DIR_LTR, false);
	if (votes_weighed(d))
		f[M_WEIGHT] = fields_number(TEXT(CTX("member", "votes")), false);
	overlay_form_ready(o);
	next = next_member(d);
	fill_member(d, m ? m : &next);
	o->number = m ? m->number : 0;
	if (m)
		o->form.focus = M_NAME_AR;
	o->submit = submit_member;
}

static void enter(struct desk *d, size_t index)
{
	form_member(d, member_at(d, index));
}

static struct message step_line(struct desk *d, size_t index)
{
	const struct member *m = member_at(d, index);

	if (!m)
		return TEXT("Take up a new member");
	return MSG(
		"Change {seat} {name}", A_SEAT("seat", m->number), A_BOTH("name", member_name(m)));
}

/* --- absences that the rules have reported --- */

static struct absence *count_absences(struct desk *d, size_t *n)
{
	const struct chamber *c = register_chamber(d->r);
	struct absence *list = ARENA_ARRAY(&d->frame, struct absence, c->members.n + 1);
	struct error err = {.code = ERROR_NONE};
	struct session_line *lines;
	size_t sessions;

	*n = c->members.n;
	for (size_t i = 0; i < *n; i++)
		list[i] = (struct absence){.member = c->members.at[i].number};
	if (register_list(d->r, &d->frame, &lines, &sessions, &err) < 0) {
		desk_fail(d, &err);
		return list;
	}
	for (size_t i = 0; i < sessions; i++) {
		struct session s;

		if (lines[i].phase < PHASE_CLOSED)
			continue;
		if (register_fold(d->r, lines[i].number, &d->frame, &s, &err) < 0) {
			desk_fail(d, &err);
			return list;
		}
		absence_count(list, *n, &s);
	}
	return list;
}

/* The line is made once for as many acts as the register has. */
static struct message foot(struct desk *d)
{
	struct register_look *look = registers_look(d);
	const struct rules_adopted *is = world_rules(register_world(d->r));
	uint64_t stamp = registers_stamp(d);
	struct absence *list;
	struct message *words;
	struct rules rules;
	size_t n, reported = 0;

	if (!is || !rules_read(is->rules.at, is->rules.n, &rules) ||
		(!rules.absence_consecutive && !rules.absence_total))
		return NO_MESSAGE;
	if (look->absences_stamp == stamp)
		return look->absences;
	list = count_absences(d, &n);
	words = ARENA_ARRAY(&d->frame, struct message, n + 1);
	for (size_t i = 0; i < n; i++) {
		if (absence_reported(&list[i], &rules))
			words[reported++] = MSG("{seat} {name} ({total}, in a row {row})",
				A_SEAT("seat", list[i].member),
				A_BOTH("name", member_name(chamber_member(
						       register_chamber(d->r), list[i].member))),
				A_INT("total", list[i].total), A_INT("row", list[i].in_row));
	}
	arena_clear(&look->absences_arena);
	look->absences_stamp = stamp;
	look->absences = reported ? message_copy(&look->absences_arena,
					    MSG("! Absences without excuse that the rules have "
						"reported: {members}",
						    A_LIST("members", words, reported)))
				  : NO_MESSAGE;
	return look->absences;
}

const struct page page_members = {
	.title = {.id = N_("MEMBERS")},
	.summary = summary,
	.count = count,
	.row = row,
	.paint_head = paint_head,
	.enter = enter,
	.step_line = step_line,
	.name = name,
	.foot = foot,
};

void registers_members(struct desk *d)
{
	registers_show(d, PAGE_MEMBERS);
}

/* --- the list from a file: looked at first, recorded as one act --- */

static size_t import_count(struct desk *d)
{
	return registers_look(d)->rows_n;
}

/* Lines with something to mend; what concerns the whole file counts as one. */
static int64_t lines_to_mend(struct desk *d)
{
	const struct members_list *list = &registers_look(d)->import;
	const struct finding *last = NULL;
	int64_t n = 0;

	for (size_t i = 0; i < list->findings; i++) {
		const struct finding *f = &list->finding[i];

		if (!f->error)
			continue;
		n += !last || last->line != f->line;
		last = f;
	}
	return n;
}

static bool to_be_mended(struct desk *d, uint32_t line)
{
	const struct members_list *list = &registers_look(d)->import;

	for (size_t i = 0; i < list->findings; i++) {
		if (list->finding[i].error && list->finding[i].line == line)
			return true;
	}
	return false;
}

static struct message import_summary(struct desk *d)
{
	const struct members_list *list = &registers_look(d)->import;
	int64_t remarks = (int64_t)(list->findings - list->errors), substitutes = 0;

	for (size_t i = 0; i < list->n; i++)
		substitutes += list->member[i].substitute_ar.n || list->member[i].substitute_fr.n;
	return MSG("{members} · {substitutes} · {errors} · {remarks}",
		A_MSG("members", message_keep(&d->frame,
					 MSGN("{n} member", "{n} members", (int64_t)list->n))),
		A_MSG("substitutes",
			message_keep(
				&d->frame, MSGN("{n} substitute", "{n} substitutes", substitutes))),
		A_MSG("errors",
			message_keep(&d->frame,
				MSGN("{n} line to mend", "{n} lines to mend", lines_to_mend(d)))),
		A_MSG("remarks",
			message_keep(&d->frame, MSGN("{n} remark", "{n} remarks", remarks))));
}

/* A number that cannot be read is not shown as one; the finding above says what stands there. */
static struct message import_line(struct desk *d, const struct import_row *r)
{
	const struct member *m = r->member;
	struct arg line = A_DIGITS("line", r->line), name = A_BOTH("name", member_name(m));
	struct arg office = A_MSG("office", message_keep(&d->frame, member_office(m)));

	return m->number ? MSG("line {line}: {seat} {name}, {office}", line,
				   A_SEAT("seat", m->number), name, office)
			 : MSG("line {line}: {name}, {office}", line, name, office);
}

static void import_row_paint(void *ctx, struct area at, size_t index, bool focused)
{
	struct desk *d = ctx;
	const struct import_row *r = &registers_look(d)->rows[index];
	enum style style = focused ? STYLE_FOCUS : STYLE_TEXT;

	if (r->finding) {
		style = focused ? STYLE_FOCUS : r->finding->error ? STYLE_BAD : STYLE_CAUTION;
		canvas_text(
			at, 0, 1, 1, style, ALIGN_START, r->finding->error ? STR("✗") : STR("!"));
		canvas_say(at, 0, 3, 0, style, ALIGN_START, finding_message(r->finding, &d->frame));
		return;
	}
	if (to_be_mended(d, r->line))
		style = focused ? STYLE_FOCUS : STYLE_OFF;
	else
		canvas_text(at, 0, 1, 1, focused ? STYLE_FOCUS : STYLE_GOOD, ALIGN_START, STR("✓"));
	canvas_say(at, 0, 3, 0, style, ALIGN_START, import_line(d, r));
	if (chamber_member(register_chamber(d->r), r->member->number))
		canvas_say(at, 0, at.cols - 20, 20, focused ? STYLE_FOCUS : STYLE_DONE, ALIGN_END,
			TEXT("replaces this number"));
}

/* The row shows as much as it is wide; under the bar all of it is read. */
static struct message import_foot(struct desk *d)
{
	const struct register_look *look = registers_look(d);
	size_t at = look->lists[look->page].focus;
	const struct finding *f = at < look->rows_n ? look->rows[at].finding : NULL;
	struct message what = f ? finding_message(f, &d->frame) : NO_MESSAGE;

	return f && canvas_say_width(d->canvas, what) + 4 > canvas_cols(d->canvas) ? what
										   : NO_MESSAGE;
}

static struct both import_name(struct desk *d, size_t index)
{
	const struct import_row *r = &registers_look(d)->rows[index];

	return r->member ? member_name(r->member) : (struct both){STR(""), STR("")};
}

/* What comes next is the session; the list is there to be looked at. */
static void imported(struct desk *d)
{
	int64_t n = (int64_t)registers_look(d)->import.n;

	registers_show(d, PAGE_SESSIONS);
	desk_say(d, TONE_GOOD,
		MSGN("● {n} member recorded; Space 4 is the list.",
			"● {n} members recorded; Space 4 is the list.", n));
}

static void import_list(struct desk *d)
{
	const struct register_look *look = registers_look(d);
	struct command c = command_of(CMD_MEMBERS_IMPORT);

	c.arg.members_import.source = look->source;
	c.arg.members_import.members = (struct list){look->import.member, look->import.n};
	d->redo = import_list;
	desk_act_then(d, &c, imported);
	d->redo = NULL;
}

static bool import_chosen(struct desk *d, int digit)
{
	desk_close_overlay(d);
	if (digit == 1)
		import_list(d);
	return false;
}

/* The finding under the bar in full, else the first that stands in the way. */
static void show_finding(struct desk *d, size_t index)
{
	struct register_look *look = registers_look(d);
	const struct finding *f = index < look->rows_n ? look->rows[index].finding : NULL;
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("Nothing is imported"));

	for (size_t i = 0; !f && i < look->import.findings; i++) {
		if (look->import.finding[i].error)
			f = &look->import.finding[i];
	}
	if (f)
		overlay_line(o, finding_message(f, &d->frame));
	overlay_line(o, TEXT("Mend the lines marked ✗ in the file; Space 2 then reads it again."));
	o->panel.footer = TEXT("Esc goes back");
	term_bell_also(d->term);
}

static void import_enter(struct desk *d, size_t index)
{
	struct register_look *look = registers_look(d);
	struct overlay *o;

	if (look->import.errors || look->import.n == 0) {
		show_finding(d, index);
		return;
	}
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Import the members"));
	if (index < look->rows_n && look->rows[index].finding)
		overlay_line(o, finding_message(look->rows[index].finding, &d->frame));
	overlay_line(
		o, MSGN("{n} member will be recorded, in one act.",
			   "{n} members will be recorded, in one act.", (int64_t)look->import.n));
	overlay_choice(o, 1, TEXT("record them"));
	overlay_choice(o, 2, TEXT("record nothing"));
	o->panel.confirm = true;
	o->panel.footer = TEXT("a digit, then Enter · Esc leaves it as it is");
	o->chosen = import_chosen;
}

static struct message import_step(struct desk *d, size_t index)
{
	struct register_look *look = registers_look(d);

	(void)index;
	if (look->import.errors)
		return MSGN("Nothing can be imported: {n} line is to be mended",
			"Nothing can be imported: {n} lines are to be mended", lines_to_mend(d));
	return MSGN("Import {n} member", "Import {n} members", (int64_t)look->import.n);
}

static const struct message no_import[] = {
	{.id = N_("The file has no lines. Space 2 reads another one.")},
};

static const struct message *empty(const struct desk *d, size_t *n)
{
	(void)d;
	*n = ARRAY_LEN(no_import);
	return no_import;
}

static const struct message about_import[] = {
	{.id = N_("One line of the file for each member, under a row of headings: number, name in "
		  "Arabic, name in French, office, gender, mandate from, to.")},
	{.id = N_("✓ will be recorded; ✗ is to be mended in the file, Enter says all of it; ! is "
		  "said, and no obstacle.")},
	{.id = N_("Once no line is marked ✗, Enter records them all in one act. Space 2 reads the "
		  "file again, or another one.")},
};

const struct page page_import = {
	.title = {.id = N_("IMPORT: nothing is recorded yet")},
	.summary = import_summary,
	.count = import_count,
	.row = import_row_paint,
	.foot = import_foot,
	.empty = empty,
	.enter = import_enter,
	.step_line = import_step,
	.name = import_name,
	.about = about_import,
	.about_n = ARRAY_LEN(about_import),
};

/* Findings and members in the order of the file; a finding stands before the member of its line. */
static void merge(struct register_look *look)
{
	const struct members_list *list = &look->import;
	size_t f = 0, m = 0;

	look->rows_n = list->findings + list->n;
	look->rows = ARENA_ARRAY(&look->import_arena, struct import_row, look->rows_n + 1);
	for (size_t i = 0; i < look->rows_n; i++) {
		bool finding = f < list->findings &&
			       (m == list->n || list->finding[f].line <= list->line[m]);

		if (finding) {
			look->rows[i] =
				(struct import_row){list->finding[f].line, NULL, &list->finding[f]};
			f++;
		} else {
			look->rows[i] = (struct import_row){list->line[m], &list->member[m], NULL};
			m++;
		}
	}
}

static bool submit_import(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct register_look *look = registers_look(d);
	struct source source = register_source(d->r);
	struct error err = {.code = ERROR_NONE};
	struct progress progress;
	struct members_list list;
	struct arena made; /* the screen may show the list of before meanwhile */
	const char *path;
	int status;

	if (!fields_take_path(d, &f[0], &path))
		return false;
	progress = desk_long_work(d);
	arena_init(&made, &memory_source);
	status = import_members_file(path, &progress, &made, &list, &err);
	desk_long_work_done(d);
	if (status < 0) {
		arena_clear(&made);
		f[0].problem = message_copy(&d->over.arena, error_message(&err, &d->frame));
		return false;
	}
	import_members_ended(&list, instant_date(source.now(source.context)), &made);
	arena_clear(&look->import_arena);
	look->import_arena = made;
	look->import = list;
	look->path = arena_str(&look->import_arena, str_of(path));
	look->source = arena_str(&look->import_arena, str_of(file_name_of(path)));
	merge(look);
	look->lists[PAGE_IMPORT] = (struct list_look){.count = look->rows_n};
	registers_show(d, PAGE_IMPORT);
	if (list.errors)
		desk_say(d, TONE_BAD,
			TEXT("✗ Nothing can be imported yet: Enter on a line shows all that is "
			     "said "
			     "of it."));
	else
		desk_hint(d, TEXT("! Nothing is recorded yet: look through the list, then Enter."));
	return true;
}

void registers_import(struct desk *d)
{
	struct register_look *look = registers_look(d);
	struct overlay *o;

	if (!desk_offered(d, CMD_MEMBERS_IMPORT))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Import the list of members"));
	overlay_line(o,
		TEXT("A CSV file with a row of headings: number, name in Arabic, name in French, "
		     "office, gender, mandate from, to."));
	o->fields[0] = fields_code(TEXT("file"), true);
	o->fields[0].note = TEXT("~/ is your own folder; the file is only read");
	o->panel.footer = TEXT("F4 or Enter reads the file; nothing is recorded yet · Esc leaves");
	overlay_form_ready(o);
	if (look->page == PAGE_IMPORT || look->import.errors) /* mended meanwhile: read again */
		form_set(&o->fields[0], look->path);
	o->submit = submit_import;
}

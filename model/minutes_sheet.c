/* The attendance sheet and the list of what is still to settle. */
#include "model/call.h"
#include "model/minutes_part.h"

#include "model/motion.h"

/* --- the sheet --- */

static void sheet_row(const struct minutes *m, struct node *table, const struct member *member)
{
	struct node *row = minutes_row(m, table);

	minutes_cell(m, row, NODE_CENTRE, MSG(minutes_whole, A_SEAT("it", member->number)));
	minutes_cell(m, row, NODE_START, MSG(minutes_whole, A_STR("it", member->name_ar)));
	minutes_cell(m, row, NODE_START, MSG(minutes_whole, A_STR("it", member->name_fr)));
	minutes_cell(m, row, NODE_START, minutes_office(member));
	minutes_cell(m, row, NODE_START, NO_MESSAGE);
}

static void sheet_rows(const struct minutes *m, struct node *table, const struct chamber *c)
{
	struct date day = m->s->plan.date;

	if (m->s->opened || !c) {
		for (size_t i = 0; i < m->s->seats.n; i++)
			sheet_row(m, table, &m->s->seats.at[i].member);
		return;
	}
	for (size_t i = 0; i < c->members.n; i++) {
		if (!day.year || member_in_office(&c->members.at[i], day))
			sheet_row(m, table, &c->members.at[i]);
	}
}

/* A session that stands for a chamber which has prepared none yet. */
static struct session_created letterhead_of(const struct chamber_created *c)
{
	return (struct session_created){
		.code = c->code,
		.head = c->head,
		.specimen = c->specimen,
	};
}

static void sheet_head(const struct minutes *m, struct node *root)
{
	struct both place = {m->s->plan.place_ar, m->s->plan.place_fr};

	if (m->s->plan.date.year)
		minutes_text(m, root, MSG("Date: {date}.", A_DATE("date", m->s->plan.date)));
	if (both_any(place))
		minutes_text(m, root, MSG("Place: {place}.", A_BOTH("place", place)));
}

struct document *attendance_sheet(
	const struct session *s, const struct chamber *c, enum lang lang, struct arena *a)
{
	static const char *const header[] = {N_("No."), N_("Name in Arabic"), N_("Name in French"),
		N_("Office"), N_("Signature")};
	static const int widths[] = {7, 25, 25, 21, 22};
	struct session none;
	struct minutes m = {.s = s, .a = a, .lang = lang};
	struct document *doc;

	if (!s) {
		session_init(&none, a);
		none.is = letterhead_of(&c->is);
		m.s = &none;
	}
	doc = minutes_document(&m, TEXT("Attendance sheet"),
		s ? minutes_session(&m) : TEXT("General assembly"), false);
	sheet_head(&m, doc->root);
	sheet_rows(&m, minutes_table(&m, doc->root, 5, widths, header), c);
	return doc;
}

/* --- what is still to settle --- */

struct points {
	const struct session *s;
	struct open_point *out;
	size_t n, max;
};

static void add(struct points *p, enum settled_where where, int64_t item, struct message text)
{
	if (where != SETTLED_TEXT && p->s->phase >= PHASE_CLOSED)
		where = SETTLED_NOWHERE;
	if (p->n < p->max)
		p->out[p->n] = (struct open_point){.what = text, .where = where, .item = item};
	p->n++;
}

static void add_translation(struct points *p, size_t i, enum lang lang, struct message text)
{
	size_t at = p->n;

	add(p, SETTLED_TEXT, p->s->passages.at[i].is.item, text);
	if (at < p->max) {
		p->out[at].text = (int64_t)i + 1;
		p->out[at].lang = lang;
	}
}

static bool has_text(const struct session *s, int64_t item)
{
	for (size_t i = 0; i < s->passages.n; i++) {
		const struct passage *p = &s->passages.at[i];

		if (p->is.item == item && both_any(p->content) &&
			(p->is.part == TEXT_DISCUSSION || p->is.part == TEXT_SPEECH))
			return true;
	}
	return false;
}

static void item_points(
	const struct session *s, const struct item *item, struct points *p, struct arena *a)
{
	const struct message *name = message_keep(a, describe_item(s, item->is.item));
	int64_t key = item->is.item;
	const struct vote *vote = item_vote(item);
	const struct election *e = item_election(item);
	struct arg it = A_MSG("item", name);
	struct both title = item_title(item);

	if (item->state == ITEM_IS_WAITING)
		add(p, SETTLED_AGENDA, key, MSG("{item}: not dealt with", it));
	if (item->state == ITEM_IS_CLOSED && !item_decided(item))
		add(p, SETTLED_AGENDA, key, MSG("{item}: closed without a decision", it));
	if (vote && vote->state == VOTE_IS_CLOSED && !vote->announced)
		add(p, SETTLED_AGENDA, key,
			vote->ever_announced ? MSG("{item}: the correction was not announced", it)
					     : MSG("{item}: the result was not announced", it));
	if (e && election_round(e)->counted && election_round(e)->ever_announced &&
		!election_round(e)->announced)
		add(p, SETTLED_AGENDA, key,
			e->by_ladder ? MSG("{item}: the decision of the tie was not announced", it)
				     : MSG("{item}: the correction was not announced", it));
	if (item->discussed && !has_text(s, item->is.item))
		add(p, SETTLED_TEXT, key, MSG("{item}: the discussion has no text", it));
	if (!title.ar.n || !title.fr.n)
		add(p, SETTLED_AGENDA, key,
			title.ar.n ? MSG("{item}: the title has no French", it)
				   : MSG("{item}: the title has no Arabic", it));
}

static void motion_points(const struct session *s, struct points *p, struct arena *a)
{
	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *motion = &s->motions.at[i];
		struct arg name = A_MSG("motion", message_keep(a, motion_name(motion, a)));

		if (!motion_in_one_language(motion) ||
			motion_state(s, motion) == MOTION_IS_WITHDRAWN)
			continue;
		add(p, SETTLED_NOWHERE, 0,
			motion->is.after_ar.n
				? MSG("{motion}: the French text is not changed", name)
				: MSG("{motion}: the Arabic text is not changed", name));
	}
}

/* "discussion (10)", with the number of who spoke: two of one item are told apart. */
static const struct message *part_of(const struct passage *passage, struct arena *a)
{
	struct message part = name_label(text_part_names, passage->is.part);

	if (passage->is.member)
		part = MSG("{part} ({who})", A_MSG("part", message_keep(a, part)),
			A_SEAT("who", passage->is.member));
	return message_keep(a, part);
}

static void prose_points(const struct session *s, struct points *p, struct arena *a)
{
	for (size_t i = 0; i < s->passages.n; i++) {
		const struct passage *passage = &s->passages.at[i];
		bool ar = passage->content.ar.n > 0, fr = passage->content.fr.n > 0;
		const struct message *part = part_of(passage, a);
		const struct message *where =
			message_keep(a, passage->is.item ? describe_item(s, passage->is.item)
							 : TEXT("the session"));

		if (ar && !fr)
			add_translation(p, i, LANG_FR,
				MSG("{where}: {part} without a French translation",
					A_MSG("where", where), A_MSG("part", part)));
		if (fr && !ar)
			add_translation(p, i, LANG_AR,
				MSG("{where}: {part} without an Arabic translation",
					A_MSG("where", where), A_MSG("part", part)));
	}
}

/* Rules that warned at an opening: they are minuted, and somebody should confirm them. */
static void rule_points(const struct session *s, struct points *p)
{
	for (size_t i = 0; i < s->sittings.n; i++) {
		if (s->sittings.at[i].is.warned.n)
			add(p, SETTLED_NOWHERE, 0,
				MSG("sitting {sitting} was opened over rules that "
				    "warned",
					A_INT("sitting", s->sittings.at[i].is.sitting)));
	}
	for (size_t i = 0; i < s->quorums.n; i++) {
		if (s->quorums.at[i].lost)
			add(p, SETTLED_NOWHERE, 0,
				MSG("the assembly went on without a quorum from {time}",
					A_TIME("time", s->quorums.at[i].at)));
	}
}

/* What can no longer be settled stands behind what can. */
static void settled_first(struct points *p, struct arena *a)
{
	size_t n = p->n < p->max ? p->n : p->max, k = 0;
	struct open_point *sorted = ARENA_ARRAY(a, struct open_point, n + 1);

	for (int late = 0; late < 2; late++) {
		for (size_t i = 0; i < n; i++) {
			if ((p->out[i].where == SETTLED_NOWHERE) == late)
				sorted[k++] = p->out[i];
		}
	}
	for (size_t i = 0; i < n; i++)
		p->out[i] = sorted[i];
}

size_t minutes_open_points(
	const struct session *s, struct open_point *out, size_t max, struct arena *a)
{
	struct points p = {.s = s, .out = out, .max = max};

	for (size_t i = 0; i < s->sittings.n; i++) {
		const struct sitting *sitting = &s->sittings.at[i];

		if (!sitting->quorum_recorded && !sitting_failed(s, sitting))
			add(&p, SETTLED_ATTENDANCE, 0,
				sitting->pauses.n ? MSG("sitting {sitting}: the quorum was not "
							"taken down again after the pause",
							    A_INT("sitting", sitting->is.sitting))
						  : MSG("sitting {sitting}: no quorum was recorded",
							    A_INT("sitting", sitting->is.sitting)));
	}
	if (!minutes_is_failure(s)) {
		for (size_t i = 0; i < s->agenda.n; i++)
			item_points(s, session_item(s, s->agenda.at[i]), &p, a);
	}
	motion_points(s, &p, a);
	prose_points(s, &p, a);
	rule_points(s, &p);
	for (size_t i = 0; i < s->findings.n; i++)
		add(&p, SETTLED_NOWHERE, 0, s->findings.at[i].what);
	settled_first(&p, a);
	return p.n;
}

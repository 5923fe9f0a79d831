/* What the parts of the minutes have in common: nodes, tables, and how people are called. */
#include "model/minutes_part.h"

const char minutes_whole[] = "{it}";

const struct message *minutes_keep(const struct minutes *m, struct message text)
{
	return message_keep(m->a, text);
}

/* --- nodes --- */

struct node *minutes_heading(
	const struct minutes *m, struct node *parent, int level, struct message text)
{
	struct node *n = node_add(m->a, parent, NODE_HEADING, text);

	n->level = level;
	return n;
}

struct node *minutes_text(const struct minutes *m, struct node *parent, struct message text)
{
	return node_add(m->a, parent, NODE_TEXT, text);
}

struct node *minutes_note(const struct minutes *m, struct node *parent, struct message text)
{
	return node_add(m->a, parent, NODE_NOTE, text);
}

void minutes_acts(struct node *n, uint32_t from, uint32_t to)
{
	n->from = from;
	n->to = to;
}

void minutes_prose(const struct minutes *m, struct node *parent, struct both content)
{
	struct str own = m->lang == LANG_AR ? content.ar : content.fr;
	bool other = own.n == 0;
	struct node *n;

	if (!both_any(content))
		return;
	n = node_add(m->a, parent, NODE_PROSE, NO_MESSAGE);
	n->prose = both_pick(content, m->lang);
	n->lang = (m->lang == LANG_AR) != other ? LANG_AR : LANG_FR;
	n->foreign = n->lang != m->lang;
}

/* --- tables --- */

struct node *minutes_table(const struct minutes *m, struct node *parent, int columns,
	const int *widths, const char *const *header)
{
	struct node *table = node_add(m->a, parent, NODE_TABLE, NO_MESSAGE);
	struct node *row = minutes_row(m, table);

	table->columns = columns;
	table->widths = widths;
	row->header = true;
	for (int i = 0; i < columns; i++)
		minutes_cell(m, row, NODE_START, TEXT(header[i]));
	return table;
}

struct node *minutes_row(const struct minutes *m, struct node *table)
{
	return node_add(m->a, table, NODE_ROW, NO_MESSAGE);
}

struct node *minutes_cell(
	const struct minutes *m, struct node *row, enum node_align align, struct message text)
{
	struct node *cell = node_add(m->a, row, NODE_CELL, text);

	cell->align = align;
	return cell;
}

/* --- people --- */

/* TRANSLATORS: offices as they stand in the minutes, for a man and for a woman. */
static const char *const offices_man[OFFICE_COUNT] = {
	[OFFICE_MEMBER] = CTX("man", "member of the chamber"),
	[OFFICE_PRESIDENT] = CTX("man", "president of the chamber"),
	[OFFICE_VICE_PRESIDENT] = CTX("man", "vice-president of the chamber"),
	[OFFICE_TREASURER] = CTX("man", "treasurer of the chamber"),
	[OFFICE_DEPUTY_TREASURER] = CTX("man", "deputy treasurer of the chamber"),
	[OFFICE_RAPPORTEUR] = CTX("man", "rapporteur of the chamber"),
	[OFFICE_DEPUTY_RAPPORTEUR] = CTX("man", "deputy rapporteur of the chamber"),
};
static const char *const offices_woman[OFFICE_COUNT] = {
	[OFFICE_MEMBER] = CTX("woman", "member of the chamber"),
	[OFFICE_PRESIDENT] = CTX("woman", "president of the chamber"),
	[OFFICE_VICE_PRESIDENT] = CTX("woman", "vice-president of the chamber"),
	[OFFICE_TREASURER] = CTX("woman", "treasurer of the chamber"),
	[OFFICE_DEPUTY_TREASURER] = CTX("woman", "deputy treasurer of the chamber"),
	[OFFICE_RAPPORTEUR] = CTX("woman", "rapporteur of the chamber"),
	[OFFICE_DEPUTY_RAPPORTEUR] = CTX("woman", "deputy rapporteur of the chamber"),
};

struct message minutes_office(const struct member *member)
{
	int office = member->office >= 0 && member->office < OFFICE_COUNT ? member->office
									  : OFFICE_MEMBER;

	return TEXT(member->gender == GENDER_WOMAN ? offices_woman[office] : offices_man[office]);
}

bool minutes_by_office_alone(const struct minutes *m, const struct member *member)
{
	return member->office == OFFICE_PRESIDENT &&
	       (m->s->is.specimen || !both_any(member_name(member)));
}

/* An office and whose it is, with the form of address where it is known which. */
static struct message officer(const struct minutes *m, const struct member *member)
{
	const struct message *office = minutes_keep(m, minutes_office(member));
	struct message person = MSG(minutes_whole, A_MSG("it", office));

	if (!minutes_by_office_alone(m, member) && member->gender == GENDER_UNKNOWN)
		/* TRANSLATORS: after "by" and "to", of somebody of whom it is not known whether a
		 * man or a woman: no article may stand first in French. */
		return MSG(CTX("office", "the {office} {name}"), A_MSG("office", office),
			A_BOTH("name", member_name(member)));
	if (!minutes_by_office_alone(m, member))
		person = MSG("{office} {name}", A_MSG("office", office),
			A_BOTH("name", member_name(member)));
	/* TRANSLATORS: the form of address before an office: السيد, السيدة; Monsieur le … */
	if (member->gender == GENDER_MAN)
		return MSG(CTX("office of a man", "the {person}"),
			A_MSG("person", minutes_keep(m, person)));
	if (member->gender == GENDER_WOMAN)
		return MSG(CTX("office of a woman", "the {person}"),
			A_MSG("person", minutes_keep(m, person)));
	return MSG(CTX("office", "the {person}"), A_MSG("person", minutes_keep(m, person)));
}

struct message minutes_address(const struct minutes *m, int64_t number)
{
	const struct seat *seat = session_seat(m->s, number);
	struct message person = MSG("member {number}", A_SEAT("number", number));
	struct both name;

	if (!seat)
		return person;
	name = member_name(&seat->member);
	if (seat->member.office != OFFICE_MEMBER &&
		(both_any(name) || minutes_by_office_alone(m, &seat->member)))
		return officer(m, &seat->member);
	if (both_any(name))
		person = MSG(minutes_whole, A_BOTH("it", name));
	/* TRANSLATORS: and before a name; English has none here. */
	if (seat->member.gender == GENDER_MAN)
		return MSG(CTX("man", "{person}"), A_MSG("person", minutes_keep(m, person)));
	if (seat->member.gender == GENDER_WOMAN)
		return MSG(CTX("woman", "{person}"), A_MSG("person", minutes_keep(m, person)));
	return person;
}

struct message minutes_guest(const struct guest_noted *guest)
{
	struct both title = {guest->title_ar, guest->title_fr};

	if (both_any(title))
		return MSG(minutes_whole, A_BOTH("it", title));
	return name_label(capacity_names, guest->capacity);
}

struct message minutes_speaker(const struct minutes *m, const struct text_kept *t)
{
	if (t->guest >= 1 && (size_t)t->guest <= m->s->guests.n)
		return minutes_guest(&m->s->guests.at[t->guest - 1].is);
	if (t->member)
		return minutes_address(m, t->member);
	return NO_MESSAGE;
}

/* --- phrases --- */

struct message minutes_session(const struct minutes *m)
{
	const struct session_described *plan = &m->s->plan;
	struct date month = {0, (int32_t)plan->month, 1};

	if (plan->kind == SESSION_EXTRAORDINARY)
		return MSG("Extraordinary session of {month} for the year {year}",
			A_MONTH("month", month), A_DIGITS("year", plan->year));
	return MSG("Ordinary session of {month} for the year {year}", A_MONTH("month", month),
		A_DIGITS("year", plan->year));
}

struct message minutes_in_session(const struct minutes *m)
{
	const struct session_described *plan = &m->s->plan;
	struct date month = {0, (int32_t)plan->month, 1};

	if (plan->kind == SESSION_EXTRAORDINARY)
		return MSG("in extraordinary session of {month} for the year {year}",
			A_MONTH("month", month), A_DIGITS("year", plan->year));
	return MSG("in ordinary session of {month} for the year {year}", A_MONTH("month", month),
		A_DIGITS("year", plan->year));
}

struct message minutes_names(
	const struct minutes *m, const struct vote *vote, enum vote_value value, int64_t *n)
{
	struct message *names;
	size_t k = 0;

	for (size_t i = 0; i < vote->voters.n; i++)
		k += vote->marks[i] == value;
	names = ARENA_ARRAY(m->a, struct message, k + 1);
	k = 0;
	for (size_t i = 0; i < vote->voters.n; i++) {
		if (vote->marks[i] == value)
			names[k++] = describe_voter(m->s, vote, i, m->a);
	}
	*n = (int64_t)k;
	return MSG(minutes_whole, A_LIST("it", names, k));
}

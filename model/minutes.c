#include "model/minutes.h"

#include "model/call.h"
#include "model/minutes_part.h"

/* --- what the document is --- */

bool minutes_is_failure(const struct session *s)
{
	const struct sitting *sitting = session_sitting(s);

	return s->phase >= PHASE_CLOSED && sitting && sitting->cause == CLOSED_NO_QUORUM &&
	       !sitting_treated(s, &s->sittings.at[0], UINT32_MAX);
}

/* --- the minutes --- */

/* Items of a sitting in the order in which they were treated; those that one vote treated together
 * in the order of the agenda. */
static void items(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	uint32_t done = 0;

	for (;;) {
		uint32_t first = UINT32_MAX;

		for (size_t i = 0; i < m->s->agenda.n; i++) {
			const struct item *item = session_item(m->s, m->s->agenda.at[i]);
			uint32_t n = minutes_item_act(m, item, sitting);

			if (n > done && n < first)
				first = n;
		}
		if (first == UINT32_MAX)
			return;
		for (size_t i = 0; i < m->s->agenda.n; i++) {
			const struct item *item = session_item(m->s, m->s->agenda.at[i]);

			if (minutes_item_act(m, item, sitting) != first)
				continue;
			if (minutes_item_goes_on(m, item, sitting))
				minutes_item_begun(m, parent, item);
			else
				minutes_item(m, parent, item);
		}
		done = first;
	}
}

static void sitting_part(struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	struct node *section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);

	if (m->s->sittings.n > 1)
		minutes_heading(m, section, 1,
			MSG("Sitting number {number:digits}",
				A_ORDINAL("number", sitting->is.sitting)));
	minutes_opening(m, section, sitting);
	minutes_attendance(m, section, sitting);
	if (sitting_failed(m->s, sitting)) {
		minutes_failed(m, section, sitting);
		return;
	}
	if (!m->agenda_told)
		minutes_agenda(m, section);
	m->agenda_told = true;
	minutes_own_motions(m, section, sitting);
	minutes_speeches(m, section, sitting);
	items(m, section, sitting);
	minutes_course(m, section, sitting);
	minutes_closing(m, section, sitting);
}

/* Items nobody came to, once no sitting can treat them any more. */
static void untreated(const struct minutes *m, struct node *parent)
{
	if (m->s->phase < PHASE_CLOSED)
		return;
	for (size_t i = 0; i < m->s->agenda.n; i++) {
		const struct item *item = session_item(m->s, m->s->agenda.at[i]);

		if (item->state == ITEM_IS_WAITING)
			minutes_item(m, parent, item);
	}
}

static void prepared(const struct minutes *m, struct node *parent)
{
	struct both place = {m->s->plan.place_ar, m->s->plan.place_fr};

	if (m->s->plan.date.year)
		minutes_text(m, parent,
			MSG("The session is planned for {date}.", A_DATE("date", m->s->plan.date)));
	if (both_any(place))
		minutes_text(m, parent, MSG("Place: {place}.", A_BOTH("place", place)));
	minutes_agenda(m, parent);
}

static struct document *full(struct minutes *m)
{
	struct document *doc = minutes_document(
		m, TEXT("Minutes of the general assembly"), minutes_session(m), m->draft);
	struct node *root = doc->root;

	minutes_call_number(m, root);
	if (m->s->sittings.n == 0)
		prepared(m, root);
	for (size_t i = 0; i < m->s->sittings.n; i++)
		sitting_part(m, root, &m->s->sittings.at[i]);
	minutes_session_over(m, root);
	untreated(m, root);
	minutes_session_prose(m, root);
	minutes_agreements_followed(m, root);
	minutes_decisions(m, root);
	minutes_agreements(m, root);
	minutes_corrections(m, root);
	minutes_rolls(m, root);
	minutes_speaking_time(m, root);
	minutes_requests(m, root);
	minutes_election_rolls(m, root);
	minutes_rules(m, root);
	minutes_follow_up(m, root);
	minutes_signatures(m, root);
	return doc;
}

struct document *minutes_build(
	const struct session *s, const struct minutes_options *o, struct arena *a)
{
	bool frozen = s->phase == PHASE_FROZEN || s->phase == PHASE_SEALED;
	struct minutes m = {.s = s,
		.a = a,
		.lang = o->lang,
		.draft = o->draft || !frozen,
		.translation = o->translation && frozen};
	struct document *doc;

	minutes_index_moves(&m);
	if (o->call || minutes_is_failure(s))
		doc = minutes_failure(&m, o->call);
	else
		doc = full(&m);

	if (!m.draft)
		doc->head = s->frozen_head;
	return doc;
}

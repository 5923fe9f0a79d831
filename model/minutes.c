#include "model/minutes.h"

#include "model/minutes_part.h"

/* --- what the document is --- */

bool minutes_is_failure(const struct session *s)
{
	const struct sitting *sitting = session_sitting(s);

	if (s->phase < PHASE_CLOSED || !sitting || sitting->cause != CLOSED_NO_QUORUM)
		return false;
	for (size_t i = 0; i < s->items.n; i++) {
		if (s->items.at[i].n_opened)
			return false;
	}
	return true;
}

static void call(const struct minutes *m, struct node *parent)
{
	if (m->s->opening.call > 1)
		node_add(m->a, parent, NODE_SUBTITLE,
			MSG("Call number {call:digits}", A_ORDINAL("call", m->s->opening.call)));
}

/* --- the minutes --- */

/* Items of a sitting in the order in which they were treated. */
static void items(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	uint32_t done = 0;

	for (;;) {
		const struct item *next = NULL;
		uint32_t first = UINT32_MAX;

		for (size_t i = 0; i < m->s->agenda.n; i++) {
			const struct item *item = session_item(m->s, m->s->agenda.at[i]);
			uint32_t n = item->n_opened ? item->n_opened : item->n_ended;

			if (n > done && n < first && minutes_item_in(m, item, sitting)) {
				next = item;
				first = n;
			}
		}
		if (!next)
			return;
		minutes_item(m, parent, next);
		done = first;
	}
}

static void sitting_part(
	const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	struct node *section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);

	if (m->s->sittings.n > 1)
		minutes_heading(m, section, 1,
			MSG("Sitting number {number:digits}",
				A_ORDINAL("number", sitting->is.sitting)));
	minutes_opening(m, section, sitting);
	minutes_attendance(m, section, sitting);
	if (sitting->is.sitting == 1)
		minutes_agenda(m, section);
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
	if (minutes_has(place))
		minutes_text(m, parent, MSG("Place: {place}.", A_BOTH("place", place)));
	minutes_agenda(m, parent);
}

static struct document *full(struct minutes *m)
{
	struct document *doc = minutes_document(
		m, TEXT("Minutes of the general assembly"), minutes_session(m), m->draft);
	struct node *root = doc->root;

	call(m, root);
	if (m->s->sittings.n == 0)
		prepared(m, root);
	for (size_t i = 0; i < m->s->sittings.n; i++)
		sitting_part(m, root, &m->s->sittings.at[i]);
	untreated(m, root);
	minutes_session_prose(m, root);
	minutes_decisions(m, root);
	minutes_corrections(m, root);
	minutes_rolls(m, root);
	minutes_rules(m, root);
	minutes_signatures(m, root);
	return doc;
}

/* --- the failure record --- */

/* Everybody with PRESENCE at the roll, by number and name. */
static void names_of(
	const struct minutes *m, struct node *parent, enum presence presence, struct message title)
{
	const struct sitting *sitting = session_sitting(m->s);
	uint32_t roll = minutes_roll_act(m, sitting);
	struct message *list = ARENA_ARRAY(m->a, struct message, m->s->seats.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < m->s->seats.n; i++) {
		int64_t number = m->s->seats.at[i].member.number;
		enum presence was = minutes_presence(m, sitting, number, roll);

		/* Who never answered is absent like who was noted so. */
		if (was == presence || (presence == PRESENCE_ABSENT && was == PRESENCE_UNKNOWN))
			list[n++] = describe_member(m->s, number);
	}
	if (n)
		minutes_text(m, parent,
			MSG("{title}: {members}.", A_MSG("title", minutes_keep(m, title)),
				A_LIST("members", list, n)));
}

static void failure_statement(
	const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	const struct quorum_act *q = minutes_quorum(m, sitting);
	int64_t here =
		minutes_presence_count(m, sitting, PRESENCE_HERE, minutes_roll_act(m, sitting));
	int64_t office = q ? q->is.in_office : session_in_office(m->s);
	int64_t needed = q ? q->is.needed : session_quorum_needed(m->s);

	minutes_text(m, parent,
		MSG("After the roll was called, {present} ({words}) of the {in_office} members in "
		    "office were present, while the quorum is {needed} ({needed_words}).",
			A_INT("present", here), A_WORDS("words", here), A_INT("in_office", office),
			A_INT("needed", needed), A_WORDS("needed_words", needed)));
	minutes_text(m, parent,
		MSG("The quorum was therefore not met. The chair lifted the sitting at {time}; no "
		    "item of the agenda was treated, and this record was drawn up to state it.",
			A_TIME("time", sitting->closed)));
	if (sitting->note.n)
		minutes_text(m, parent, MSG(minutes_whole, A_STR("it", sitting->note)));
	minutes_text(m, parent,
		MSG("Members will be convened again; that will be call number {call:digits}.",
			A_ORDINAL("call", m->s->opening.call + 1)));
	if (rules_quorum_certainty(&m->s->rules) == CERTAINTY_UNCONFIRMED)
		minutes_note(m, parent,
			TEXT("The rule by which the quorum was counted is not confirmed."));
	minutes_warnings(m, parent);
}

/* Short, so that it can be signed on the spot: no annexes but what was taken back. */
static struct document *failure(struct minutes *m)
{
	const struct sitting *sitting = session_sitting(m->s);
	struct document *doc = minutes_document(
		m, TEXT("Record of a quorum not met"), minutes_session(m), m->draft);
	struct node *root = doc->root;

	call(m, root);
	minutes_opening(m, root, sitting);
	minutes_attendance(m, root, sitting);
	names_of(m, root, PRESENCE_HERE, TEXT("Present"));
	names_of(m, root, PRESENCE_EXCUSED, TEXT("Absent with excuse"));
	names_of(m, root, PRESENCE_ABSENT, TEXT("Absent without excuse"));
	names_of(m, root, PRESENCE_LEFT, TEXT("Left before the quorum was taken down"));
	failure_statement(m, root, sitting);
	minutes_corrections(m, root);
	minutes_signatures(m, root);
	return doc;
}

struct document *minutes_build(
	const struct session *s, const struct minutes_options *o, struct arena *a)
{
	bool frozen = s->phase == PHASE_FROZEN || s->phase == PHASE_SEALED;
	struct minutes m = {.s = s, .a = a, .lang = o->lang, .draft = o->draft || !frozen};
	struct document *doc = minutes_is_failure(s) ? failure(&m) : full(&m);

	if (!m.draft)
		doc->head = s->frozen_head;
	return doc;
}

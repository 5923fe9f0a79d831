/* A sitting: how it was opened, who was there, what happened between the items, how it ended. */
#include "model/attendance.h"
#include "model/call.h"
#include "model/hijri.h"
#include "model/minutes_part.h"
#include "model/presence.h"

uint32_t minutes_last_act(const struct minutes *m, const struct sitting *sitting)
{
	size_t next = (size_t)sitting->is.sitting; /* sittings are numbered from 1 */

	return next < m->s->sittings.n ? m->s->sittings.at[next].n_opened - 1 : UINT32_MAX;
}

static bool in_sitting(const struct minutes *m, const struct sitting *sitting, uint32_t n)
{
	return n >= sitting->n_opened && n <= minutes_last_act(m, sitting);
}

/* --- presence as it was --- */

const struct quorum_act *minutes_quorum(const struct minutes *m, const struct sitting *sitting)
{
	for (size_t i = 0; i < m->s->quorums.n; i++) {
		const struct quorum_act *q = &m->s->quorums.at[i];

		if (q->sitting == sitting->is.sitting && !q->lost)
			return q;
	}
	return NULL;
}

uint32_t minutes_roll_act(const struct minutes *m, const struct sitting *sitting)
{
	const struct quorum_act *q = minutes_quorum(m, sitting);
	const struct call *call = session_call_number(m->s, sitting->call);

	if (call && call->n_failed && call->failed.sitting == sitting->is.sitting)
		return call->n_failed; /* it states who was there, later arrivals included */
	return q ? q->n : minutes_last_act(m, sitting);
}

enum presence minutes_presence(
	const struct minutes *m, const struct sitting *sitting, int64_t member, uint32_t n)
{
	enum presence presence = PRESENCE_UNKNOWN;
	struct moves moves = minutes_moves(m, member);

	for (size_t i = 0; i < moves.n; i++) {
		const struct movement *move = moves.at[i];

		if (move->sitting == sitting->is.sitting && move->n <= n)
			presence = move->presence;
	}
	return presence;
}

int64_t minutes_presence_count(
	const struct minutes *m, const struct sitting *sitting, enum presence presence, uint32_t n)
{
	int64_t count = 0;

	for (size_t i = 0; i < m->s->seats.n; i++)
		count += minutes_presence(m, sitting, m->s->seats.at[i].member.number, n) ==
			 presence;
	return count;
}

/* --- opening --- */

static struct both place_of(const struct minutes *m, const struct sitting *sitting)
{
	struct both place = {sitting->is.place_ar, sitting->is.place_fr};

	if (both_any(place))
		return place;
	return (struct both){m->s->plan.place_ar, m->s->plan.place_fr};
}

/* The day, and beside it the Hijri one where it was noted. */
static struct message opened_on(const struct minutes *m, const struct sitting *sitting)
{
	struct date day = instant_date(sitting->opened);
	struct hijri h = {sitting->hijri.year, sitting->hijri.month, sitting->hijri.day};

	if (!h.year)
		return MSG("{day}", A_DATE("day", day));
	return MSG("{date}, {hijri} of the Hegira", A_DATE("date", day),
		A_MSG("hijri", minutes_keep(m, hijri_words(h, m->a))));
}

static void when_and_where(
	const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	struct date day = instant_date(sitting->opened);
	struct both chamber = letterhead_name(&m->s->is.head);
	struct both place = place_of(m, sitting);
	const struct message *date = minutes_keep(m, opened_on(m, sitting));
	const struct message *when = minutes_keep(
		m, MSG("In the year {year}, on the {day} day of the month of {month} ({date}), at "
		       "{time}",
			   A_WORDS("year", day.year), A_ORDINAL("day", day.day),
			   A_MONTH("month", ((struct date){0, day.month, 1})), A_MSG("date", date),
			   A_TIME("time", sitting->opened)));
	const struct message *session = minutes_keep(m, minutes_in_session(m));

	const char *id =
		N_("{when}, the general assembly of {chamber} met, {session}, at {place}.");

	if (sitting_failed(m->s, sitting))
		id = both_any(place)
			     ? N_("{when}, the sitting was opened to which {chamber} had convened "
				  "the members of its general assembly, {session}, at {place}.")
			     : N_("{when}, the sitting was opened to which {chamber} had convened "
				  "the members of its general assembly, {session}.");
	else if (!both_any(place))
		id = N_("{when}, the general assembly of {chamber} met, {session}.");
	minutes_text(m, parent,
		MSG(id, A_MSG("when", when), A_BOTH("chamber", chamber), A_MSG("session", session),
			A_BOTH("place", place)));
	if (!minutes_notices(m, parent, sitting) && m->s->plan.notice.year &&
		sitting->is.sitting == 1)
		minutes_text(m, parent,
			MSG("Date of the notices: {date}.", A_DATE("date", m->s->plan.notice)));
	minutes_convened(m, parent, sitting);
}

static void guests(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	struct node *list = NULL;

	/* In the order of capacities, which is that of protocol. */
	for (int capacity = CAPACITY_WALI; capacity <= CAPACITY_GUEST; capacity++) {
		for (size_t i = 0; i < m->s->guests.n; i++) {
			const struct guest *g = &m->s->guests.at[i];
			struct both name = {g->is.name_ar, g->is.name_fr};
			struct message who = minutes_guest(&g->is);

			if (g->sitting != sitting->is.sitting || g->is.capacity != capacity)
				continue;
			if (!list) {
				minutes_text(m, parent, TEXT("There attended, without a vote:"));
				list = node_add(m->a, parent, NODE_LIST, NO_MESSAGE);
			}
			if (both_any(name))
				who = MSG("{name}, {capacity}", A_BOTH("name", name),
					A_MSG("capacity", minutes_keep(m, who)));
			node_add(m->a, list, NODE_LIST_ITEM, who);
		}
	}
}

static void ceremonies(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	struct message *list = ARENA_ARRAY(m->a, struct message, m->s->ceremonies.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < m->s->ceremonies.n; i++) {
		const struct held *held = &m->s->ceremonies.at[i];

		if (in_sitting(m, sitting, held->n) && held->kind != CEREMONY_TELEGRAM)
			list[n++] = name_label(ceremony_names, (int)held->kind);
	}
	if (n)
		minutes_text(m, parent,
			MSG("The sitting began with: {ceremonies}.",
				A_LIST("ceremonies", list, n)));
}

void minutes_opening(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	minutes_acts(parent, sitting->n_opened, minutes_roll_act(m, sitting));
	when_and_where(m, parent, sitting);
	minutes_text(m, parent,
		MSG("The sitting was held under the chair of {person}.",
			A_MSG("person", minutes_keep(m, minutes_address(m, sitting->is.chair)))));
	guests(m, parent, sitting);
	ceremonies(m, parent, sitting);
	minutes_secretary(m, parent, sitting);
}

/* --- attendance --- */

/* Columns that are rare are shown only when they say something. */
static void figures(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	static const int widths[] = {1, 1, 1, 1, 1, 1};
	const char *header[6] = {N_("Members in office"), N_("Present"), N_("Absent with excuse"),
		N_("Absent without excuse")};
	uint32_t n = minutes_roll_act(m, sitting);
	const struct quorum_act *q = minutes_quorum(m, sitting);
	int64_t here = minutes_presence_count(m, sitting, PRESENCE_HERE, n);
	int64_t excused = minutes_presence_count(m, sitting, PRESENCE_EXCUSED, n);
	int64_t office = q ? q->is.in_office : session_in_office(m->s);
	int64_t left = minutes_presence_count(m, sitting, PRESENCE_LEFT, n);
	int64_t remote = minutes_presence_count(m, sitting, PRESENCE_REMOTE, n);
	int64_t values[6] = {office, here, excused, office - here - excused - left - remote};
	int columns = 4;
	struct node *row;

	if (left) {
		header[columns] = N_("Left before the quorum was taken down");
		values[columns++] = left;
	}
	if (remote) {
		header[columns] = N_("Connected from afar");
		values[columns++] = remote;
	}
	row = minutes_row(m, minutes_table(m, parent, columns, widths, header));
	for (int i = 0; i < columns; i++)
		minutes_cell(m, row, NODE_CENTRE, MSG(minutes_whole, A_INT("it", values[i])));
}

/* What one movement after the roll changed: PRESENCE_HERE an arrival, PRESENCE_REMOTE a connection
 * from afar, PRESENCE_LEFT a departure, PRESENCE_UNKNOWN nothing to tell. A second call of the roll
 * finds most where they were. */
static enum presence change(
	const struct minutes *m, const struct sitting *sitting, const struct movement *move)
{
	bool was_there = move->before == PRESENCE_HERE || move->before == PRESENCE_REMOTE;

	if (move->sitting != sitting->is.sitting || move->n <= minutes_roll_act(m, sitting) ||
		(move->presence == move->before && move->replaced == move->was_replaced))
		return PRESENCE_UNKNOWN;
	if (move->presence == PRESENCE_HERE || move->presence == PRESENCE_REMOTE)
		return move->presence;
	return was_there ? PRESENCE_LEFT : PRESENCE_UNKNOWN;
}

/* How the roll found a member. */
static struct message at_roll(
	const struct minutes *m, const struct sitting *sitting, const struct member *member)
{
	uint32_t n = minutes_roll_act(m, sitting);
	const struct substitution *one;
	struct message refusal;

	switch (minutes_presence(m, sitting, member->number, n)) {
	case PRESENCE_HERE:
		one = session_substitute_at(m->s, member->number, n);
		return one ? MSG("represented by {substitute}, substitute",
				     A_BOTH("substitute", one->name))
			   : TEXT("presence");
	case PRESENCE_LEFT:
		return TEXT("left before the quorum was taken down");
	case PRESENCE_EXCUSED:
		return TEXT("excused absence");
	case PRESENCE_REMOTE:
		return TEXT("attendance from afar");
	case PRESENCE_ABSENT:
		refusal = minutes_refusal(m, sitting, member->number, n);
		return refusal.id ? refusal : TEXT("absence without excuse");
	case PRESENCE_UNKNOWN:
	case PRESENCE_COUNT:
		break;
	}
	return minutes_quorum(m, sitting) ? TEXT("absence without excuse") : NO_MESSAGE;
}

/* One after the other: joined by "and", who was present and left was present at that time. N > 0.
 */
static struct message in_order(const struct minutes *m, const struct message *list, size_t n)
{
	struct message all = list[0];

	for (size_t i = 1; i < n; i++)
		all = MSG("{first}, then {next}", A_MSG("first", minutes_keep(m, all)),
			A_MSG("next", minutes_keep(m, list[i])));
	return all;
}

/* What became of one member: how the roll found him, then each arrival and departure. */
static struct message stay(
	const struct minutes *m, const struct sitting *sitting, const struct member *member)
{
	struct moves moves = minutes_moves(m, member->number);
	struct message *list = ARENA_ARRAY(m->a, struct message, moves.n + 1);
	struct message first = at_roll(m, sitting, member);
	enum presence found =
		minutes_presence(m, sitting, member->number, minutes_roll_act(m, sitting));
	bool there = found == PRESENCE_HERE || found == PRESENCE_REMOTE || found == PRESENCE_LEFT;
	size_t n = 0;

	if (first.id && there)
		list[n++] = first;
	for (size_t i = 0; i < moves.n; i++) {
		const struct movement *move = moves.at[i];
		enum presence what = change(m, sitting, move);

		if (what == PRESENCE_LEFT)
			list[n++] = MSG("departure at {time}", A_TIME("time", move->at));
		else if (what == PRESENCE_HERE && move->replaced)
			list[n++] = MSG("represented from {time} by {substitute}, substitute",
				A_TIME("time", move->at),
				A_BOTH("substitute",
					session_substitute_at(m->s, move->member, move->n)->name));
		else if (what == PRESENCE_HERE)
			list[n++] = MSG("arrival at {time}", A_TIME("time", move->at));
		else if (what == PRESENCE_REMOTE)
			list[n++] = MSG("connected from afar at {time}", A_TIME("time", move->at));
	}
	if (n && there)
		return in_order(m, list, n);
	if (n && first.id) /* who came after all is not put down as absent */
		return MSG("{moves}; at the roll: {absence}",
			A_MSG("moves", minutes_keep(m, in_order(m, list, n))),
			A_MSG("absence", minutes_keep(m, first)));
	return n ? in_order(m, list, n) : first;
}

static void roll(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	static const char *const header[] = {
		N_("No."), N_("Full name"), N_("Office"), N_("Attendance")};
	static const int widths[] = {7, 36, 29, 28};
	struct node *table = minutes_table(m, parent, 4, widths, header);

	for (size_t i = 0; i < m->s->seats.n; i++) {
		const struct member *member = &m->s->seats.at[i].member;
		struct node *row = minutes_row(m, table);

		minutes_cell(m, row, NODE_CENTRE, MSG(minutes_whole, A_SEAT("it", member->number)));
		minutes_cell(
			m, row, NODE_START, MSG(minutes_whole, A_BOTH("it", member_name(member))));
		minutes_cell(m, row, NODE_START, minutes_office(member));
		minutes_cell(m, row, NODE_START, stay(m, sitting, member));
	}
}

static void quorum(const struct minutes *m, struct node *parent, const struct quorum_act *q,
	const struct sitting *sitting)
{
	const struct quorum_recorded *is = &q->is;
	const struct call *call = session_call_number(m->s, sitting->call);
	struct node *n;
	struct message needed = call_quorum_message(call, is->needed, m->a);

	n = minutes_text(m, parent,
		MSG(call->share.any ? N_("Attendance was checked at {time}: {present} ({words}) of "
					 "the {in_office} members in office were present. This "
					 "call holds whatever their number.")
				    : N_("Attendance was checked at {time}: {present} ({words}) of "
					 "the {in_office} members in office were present. The "
					 "quorum is {needed}."),
			A_TIME("time", q->at), A_INT("present", is->present),
			A_WORDS("words", is->present), A_INT("in_office", is->in_office),
			A_MSG("needed", minutes_keep(m, needed))));
	minutes_acts(n, q->n, q->n);
	minutes_text(m, parent,
		is->met ? TEXT("The quorum being met, the chair declared the proceedings open.")
			: TEXT("The quorum was not met."));
	if (is->certainty == CERTAINTY_UNCONFIRMED)
		minutes_note(m, parent,
			TEXT("The rule of the quorum is not confirmed; see the annex on the rules "
			     "used."));
}

void minutes_attendance(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	struct node *section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	const struct quorum_act *q = minutes_quorum(m, sitting);

	minutes_acts(section, sitting->n_opened, minutes_roll_act(m, sitting));
	minutes_heading(m, section, 2, TEXT("Attendance and quorum"));
	figures(m, section, sitting);
	if (sitting_failed(m->s, sitting)) /* names and figures follow in their own words */
		return;
	roll(m, section, sitting);
	if (q)
		quorum(m, section, q, sitting);
}

/* --- speeches --- */

/* Speeches kept after a sitting closed belong to it, until the next one opens. */
void minutes_speeches(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	struct node *section = NULL;

	if (minutes_has_floor(m, 0, sitting->is.sitting, false)) {
		section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
		minutes_heading(m, section, 2, TEXT("Speeches"));
		minutes_floor(m, section, 0, sitting->is.sitting, false);
	}
	for (size_t i = 0; i < m->s->passages.n; i++) {
		const struct passage *p = &m->s->passages.at[i];
		struct message who = minutes_speaker(m, &p->is);

		if (p->is.item || p->is.part != TEXT_SPEECH || !in_sitting(m, sitting, p->n) ||
			!both_any(p->content))
			continue;
		if (!section) {
			section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
			minutes_heading(m, section, 2, TEXT("Speeches"));
		}
		minutes_heading(m, section, 3,
			who.id ? MSG("Speech of {speaker}", A_MSG("speaker", minutes_keep(m, who)))
			       : TEXT("Speech"));
		minutes_prose(m, section, p->content);
	}
}

/* --- between the items --- */

/* Who moved, with the time as it was corrected. */
static struct message moved_one(const struct minutes *m, const struct movement *move)
{
	struct message who = describe_member(m->s, move->member);

	if (!move->n_timed)
		return who;
	return MSG("{member} (at {time}, as corrected)", A_MSG("member", minutes_keep(m, who)),
		A_TIME("time", move->at));
}

/* Whom act N brought (PRESENCE_HERE) or took (PRESENCE_LEFT), by number and name; no id: nobody. */
static struct message moved(
	const struct minutes *m, const struct sitting *sitting, uint32_t n, enum presence what)
{
	size_t from = session_movement(m->s, n), to = session_movement(m->s, n + 1);
	struct message *list = ARENA_ARRAY(m->a, struct message, to - from + 1);
	size_t k = 0;

	for (size_t i = from; i < to; i++) {
		const struct movement *move = &m->s->movements.at[i];

		if (change(m, sitting, move) == what)
			list[k++] = moved_one(m, move);
	}
	return k ? MSG(minutes_whole, A_LIST("it", list, k)) : NO_MESSAGE;
}

static struct message with_reason(const struct minutes *m, struct message what, struct str reason)
{
	if (reason.n == 0)
		return what;
	return MSG("{what} ({reason})", A_MSG("what", minutes_keep(m, what)),
		A_REASON("reason", reason));
}

static struct message presence_told(
	const struct minutes *m, const struct sitting *sitting, const struct event *e)
{
	struct message who;

	if (e->type == EVENT_MEMBER_ADDED) {
		who = describe_member(m->s, e->body.member_added.member.number);
		return MSG("joined the assembly at the door: {member}",
			A_MSG("member", minutes_keep(m, who)));
	}
	if (e->type == EVENT_MEMBER_REPLACED)
		return e->n > minutes_roll_act(m, sitting) ? minutes_presence_act(m, sitting, e)
							   : NO_MESSAGE;
	who = moved(m, sitting, e->n, PRESENCE_HERE);
	if (who.id)
		return minutes_and_quorum(m, sitting, e->n,
			MSG("arrived: {members}", A_MSG("members", minutes_keep(m, who))));
	who = moved(m, sitting, e->n, PRESENCE_REMOTE);
	if (who.id)
		return minutes_and_quorum(m, sitting, e->n,
			MSG("connected from afar: {members}",
				A_MSG("members", minutes_keep(m, who))));
	who = moved(m, sitting, e->n, PRESENCE_LEFT);
	if (who.id)
		return minutes_and_quorum(m, sitting, e->n,
			MSG("left: {members}", A_MSG("members", minutes_keep(m, who))));
	return minutes_presence_act(m, sitting, e);
}

static struct message presence_happened(
	const struct minutes *m, const struct sitting *sitting, const struct event *e)
{
	int32_t *list = ARENA_ARRAY(m->a, int32_t, m->s->proxies.n + 1);
	struct numbers lapsed = {list, presence_lapsed_by(m->s, e, list)};
	struct message what = presence_told(m, sitting, e);

	if (!lapsed.n || !what.id)
		return what;
	return MSG("{what}; end of the proxy of {members}", A_MSG("what", minutes_keep(m, what)),
		A_MSG("members", minutes_keep(m, describe_members(m->s, lapsed, m->a))));
}

static struct message quorum_happened(const struct minutes *m, const struct event *e)
{
	const struct quorum_recorded *q = &e->body.quorum_recorded;
	const char *id = N_("the quorum was taken down again: {present} present of {in_office}, "
			    "{needed} needed");

	for (size_t i = 0; i < m->s->quorums.n; i++) {
		const struct quorum_act *first = &m->s->quorums.at[i];

		/* The first of the sitting stands with the attendance. */
		if (first->n == e->n &&
			(i == 0 || m->s->quorums.at[i - 1].sitting != first->sitting) &&
			!first->lost)
			return NO_MESSAGE;
	}
	if (e->type == EVENT_QUORUM_LOST)
		id = session_quorum_was_met(m->s, e->n)
			     ? N_("the quorum was lost ({present} present of {in_office}, {needed} "
				  "needed) and the assembly went on")
			     : N_("there was no quorum ({present} present of {in_office}, {needed} "
				  "needed) and the assembly went on");
	return MSG(id, A_INT("present", q->present), A_INT("in_office", q->in_office),
		A_INT("needed", q->needed));
}

/* Told with the sitting: what happened in it, and a time corrected later. */
static bool belongs(const struct minutes *m, const struct sitting *sitting, const struct event *e)
{
	uint32_t n = e->type == EVENT_MEMBER_TIMED ? (uint32_t)e->body.member_timed.act : e->n;

	return in_sitting(m, sitting, n);
}

/* What is told of an act between the items; no id when it is told elsewhere. */
static struct message happened(
	const struct minutes *m, const struct sitting *sitting, const struct event *e)
{
	const struct sitting_reason *r = &e->body.sitting_suspended;
	struct message what;

	if (e->type == EVENT_QUORUM_RECORDED || e->type == EVENT_QUORUM_LOST)
		return quorum_happened(m, e);
	if (e->type == EVENT_SITTING_RESUMED)
		return TEXT("the sitting was resumed");
	if (e->type == EVENT_SITTING_SUSPENDED) {
		what = MSG("the sitting was suspended: {reason}",
			A_MSG("reason", minutes_keep(m, name_label(suspension_names, r->reason))));
		return with_reason(m, what, r->note);
	}
	if (e->type == EVENT_CHAIR_CHANGED) {
		what = minutes_chair(m, &e->body.chair_changed);
		return with_reason(m, what, e->body.chair_changed.reason);
	}
	if (e->type == EVENT_SECRETARY_CHANGED && e->n > minutes_roll_act(m, sitting))
		return with_reason(m, minutes_secretary_change(m, &e->body.secretary_changed),
			e->body.secretary_changed.reason);
	return presence_happened(m, sitting, e);
}

void minutes_course(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	struct node *list = NULL;

	for (size_t i = 0; i < m->s->log.n; i++) {
		const struct event *e = &m->s->log.at[i];
		struct message what;

		if (m->s->struck.at[i] || !belongs(m, sitting, e))
			continue;
		what = happened(m, sitting, e);
		if (!what.id)
			continue;
		if (!list) {
			struct node *section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);

			minutes_heading(m, section, 2, TEXT("Course of the sitting"));
			list = node_add(m->a, section, NODE_LIST, NO_MESSAGE);
		}
		minutes_acts(node_add(m->a, list, NODE_LIST_ITEM,
				     MSG("At {time}, {what}.", A_TIME("time", e->at),
					     A_MSG("what", minutes_keep(m, what)))),
			e->n, e->n);
	}
}

/* --- closing --- */

static struct message rose(const struct session *s, const struct sitting *sitting)
{
	struct arg time = A_TIME("time", sitting->closed);

	if (sitting->cause == CLOSED_LEFT_OPEN)
		return MSG("The sitting rose at {time}; the session stays open.", time);
	if (sitting->cause == CLOSED_NO_QUORUM)
		return MSG("The sitting rose at {time} for want of a quorum.", time);
	if (session_untreated(s))
		return MSG("The session having ended before its agenda was completed, the sitting "
			   "rose at {time}.",
			time);
	return MSG("The business of the agenda being concluded, the sitting rose at {time}.", time);
}

void minutes_closing(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	struct node *section;

	if (!instant_is_set(sitting->closed)) {
		if (m->draft)
			minutes_note(m, parent, TEXT("The sitting is still open."));
		return;
	}
	section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	minutes_acts(section, sitting->n_closed, sitting->n_closed);
	minutes_heading(m, section, 2, TEXT("Closing of the sitting"));
	for (size_t i = 0; i < m->s->ceremonies.n; i++) {
		const struct held *held = &m->s->ceremonies.at[i];

		if (in_sitting(m, sitting, held->n) && held->kind == CEREMONY_TELEGRAM)
			minutes_text(m, section,
				TEXT("The telegram of loyalty addressed to His Majesty the King "
				     "was read."));
	}
	minutes_text(m, section, rose(m->s, sitting));
	if (sitting->note.n)
		minutes_text(m, section, MSG(minutes_whole, A_STR("it", sitting->note)));
}

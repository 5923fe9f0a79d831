/* Calls in the minutes: the record of one whose quorum was missing, and how the next was convened.
 */
#include "model/call.h"
#include "model/minutes_part.h"

/* The number heads the record of a session that was held by this call, not of one that had sittings
 * before it. */
void minutes_call_number(const struct minutes *m, struct node *parent)
{
	const struct call *call = session_call(m->s);
	bool held_before = false;

	for (size_t i = 0; call && i < m->s->sittings.n; i++) {
		const struct sitting *sitting = &m->s->sittings.at[i];

		held_before = held_before ||
			      (sitting->call < call->is.call && !sitting_failed(m->s, sitting));
	}
	if (call && call->is.call > 1 && !held_before)
		node_add(m->a, parent, NODE_SUBTITLE,
			MSG("Call number {call:digits}", A_ORDINAL("call", call->is.call)));
}

/* Everybody with PRESENCE at the roll of SITTING, by number and name. */
static void names_of(const struct minutes *m, struct node *parent, const struct sitting *sitting,
	enum presence presence, struct message title)
{
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

/* "The call is convened again": on which day and with which quorum, once that is known. */
static void next_call(const struct minutes *m, struct node *parent, const struct call *call)
{
	const struct call *next = session_call_number(m->s, call->is.call + 1);
	struct both place;
	const struct rule_text *set;
	struct message quorum, standing;
	enum rule_key delay;
	int64_t needed;

	if (!next) {
		if (!instant_is_set(m->s->over))
			minutes_text(m, parent,
				MSG("Members will be convened again; that will be call number "
				    "{call:digits}.",
					A_ORDINAL("call", call->is.call + 1)));
		return;
	}
	place = (struct both){next->is.place_ar, next->is.place_fr};
	needed = call_needed(next, session_in_office(m->s));
	quorum = call_quorum_message(next, needed, m->a);
	minutes_acts(minutes_text(m, parent,
			     MSG("Members are convened again for {date}, at {place}: call number "
				 "{call:digits}.",
				     A_DATE("date", next->is.date), A_BOTH("place", place),
				     A_ORDINAL("call", next->is.call))),
		next->n_convened, next->n_convened);
	minutes_text(m, parent,
		MSG("The quorum of that call: {quorum}.",
			A_MSG("quorum", minutes_keep(m, quorum))));
	delay = call_delay_key(m->s, next->is.call);
	set = m->s->rules.text[delay];
	standing = rules_standing(&m->s->rules, delay, m->a);
	if (!call_confirmed(m->s, next) || !set || !rule_confirmed(set))
		minutes_note(m, parent,
			MSG("What that call rests on. Its quorum: {quorum}. The delay before it: "
			    "{delay}.",
				A_MSG("quorum", minutes_keep(m, call_standing(m->s, next, m->a))),
				A_MSG("delay", minutes_keep(m, standing))));
	if (next->is.warned.n)
		minutes_note(m, parent,
			MSG("That call was convened for an earlier day than the rule expects "
			    "({rule}): {date}.",
				A_MSG("rule", minutes_keep(m, standing)),
				A_DATE("date", next->is.earliest)));
}

void minutes_failed(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	const struct quorum_act *q = minutes_quorum(m, sitting);
	const struct call *call = session_call_number(m->s, sitting->call);
	int64_t here =
		minutes_presence_count(m, sitting, PRESENCE_HERE, minutes_roll_act(m, sitting));
	int64_t office = q ? q->is.in_office : session_in_office(m->s);
	int64_t needed = q ? q->is.needed : call_needed(call, office);

	if (call->n_failed && call->failed.sitting == sitting->is.sitting) {
		office = call->failed.in_office;
		needed = call->failed.needed;
	}
	names_of(m, parent, sitting, PRESENCE_HERE, TEXT("Present"));
	names_of(m, parent, sitting, PRESENCE_REMOTE, TEXT("Connected from afar"));
	names_of(m, parent, sitting, PRESENCE_EXCUSED, TEXT("Absent with excuse"));
	names_of(m, parent, sitting, PRESENCE_ABSENT, TEXT("Absent without excuse"));
	names_of(m, parent, sitting, PRESENCE_LEFT, TEXT("Left before the quorum was taken down"));
	minutes_text(m, parent,
		MSG("After attendance was checked, {present} ({words}) of the {in_office} members "
		    "in office were present, while the quorum is {needed} ({needed_words}).",
			A_INT("present", here), A_WORDS("words", here), A_INT("in_office", office),
			A_INT("needed", needed), A_WORDS("needed_words", needed)));
	minutes_text(m, parent,
		MSG("The quorum was therefore not met. The chair closed the sitting at {time}; no "
		    "item of the agenda was taken, and this record was drawn up to state it.",
			A_TIME("time", sitting->closed)));
	if (sitting->note.n)
		minutes_text(m, parent, MSG(minutes_whole, A_STR("it", sitting->note)));
	next_call(m, parent, call);
	if (call->is.certainty == CERTAINTY_UNCONFIRMED)
		minutes_note(m, parent,
			TEXT("The rule by which the quorum was counted is not confirmed."));
}

/* The desk asks before a sitting opens on another day than the one it was convened for, and
 * promises that it is minuted. */
static void on_another_day(const struct minutes *m, struct node *parent,
	const struct sitting *sitting, struct date day)
{
	struct date opened = instant_date(sitting->opened);
	struct arg on = A_DATE("date", opened), set = A_DATE("day", day);
	int order = date_compare(opened, day);

	if (day.year && order)
		minutes_acts(
			minutes_text(m, parent,
				order < 0 ? MSG("The sitting was opened on {date}, before the day "
						"for which members had been convened: {day}.",
						    on, set)
					  : MSG("The sitting was opened on {date}, after the day "
						"for which members had been convened: {day}.",
						    on, set)),
			sitting->n_opened, sitting->n_opened);
}

void minutes_convened(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	const struct call *call = session_call_number(m->s, sitting->call);
	const struct call *before = session_call_number(m->s, sitting->call - 1);
	const struct sitting *last =
		sitting->is.sitting > 1 ? &m->s->sittings.at[sitting->is.sitting - 2] : NULL;

	if (last && last->call == sitting->call) {
		minutes_text(m, parent,
			MSG("It resumed the session that had been left open on {date}.",
				A_DATE("date", instant_date(last->closed))));
		return;
	}
	if (!before || !before->n_failed) {
		if (!last)
			on_another_day(m, parent, sitting, m->s->plan.date);
		return;
	}
	minutes_text(m, parent,
		MSG("It was call number {call:digits}, convened for {date}: on {failed}, {present} "
		    "of the {in_office} members in office were present while {needed} were "
		    "needed, and the call had failed.",
			A_ORDINAL("call", call->is.call), A_DATE("date", call->is.date),
			A_DATE("failed", instant_date(before->ended)),
			A_INT("present", before->failed.present),
			A_INT("in_office", before->failed.in_office),
			A_INT("needed", before->failed.needed)));
	on_another_day(m, parent, sitting, call->is.date);
}

struct message minutes_postponed(const struct item *item, struct arg it, struct arena *a)
{
	struct arg to = A_MSG(
		"session", message_keep(a, name_label(postponed_to_names, item->postponed_to)));

	if (!item->reason.n)
		return MSG("Consideration was postponed to {session} of {item}.", to, it);
	return MSG("Consideration was postponed to {session} of {item}. Reason: {reason}.", to, it,
		A_REASON("reason", item->reason));
}

void minutes_carried(const struct minutes *m, struct node *parent, const struct item *item)
{
	const struct carried *list = item->is.carried.at;

	for (size_t i = 0; i < item->is.carried.n; i++) {
		struct date label = {(int32_t)list[i].year, (int32_t)list[i].month, 1};
		struct message what = MSG("The item stood as number {item:digits} on the agenda of "
					  "the session of {month}, which postponed it on {date}",
			A_ORDINAL("item", list[i].item), A_MONTH("month", label),
			A_DATE("date", list[i].date));

		if (list[i].how == LEFT_UNTREATED)
			what = MSG("The item stood as number {item:digits} on the agenda of the "
				   "session of {month}, which ended on {date} without treating it",
				A_ORDINAL("item", list[i].item), A_MONTH("month", label),
				A_DATE("date", list[i].date));
		if (list[i].how == LEFT_REFUSED)
			what = MSG("The item stood as number {item:digits} on the agenda of the "
				   "session of {month}, which refused it on {date}",
				A_ORDINAL("item", list[i].item), A_MONTH("month", label),
				A_DATE("date", list[i].date));
		minutes_text(m, parent,
			list[i].reason.n
				? MSG("{what} ({reason}).", A_MSG("what", minutes_keep(m, what)),
					  A_REASON("reason", list[i].reason))
				: MSG("{what}.", A_MSG("what", minutes_keep(m, what))));
	}
}

void minutes_session_over(const struct minutes *m, struct node *parent)
{
	struct node *section;

	if (!instant_is_set(m->s->over))
		return;
	section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	minutes_heading(m, section, 2, TEXT("End of the session"));
	minutes_text(m, section,
		MSG("The session was ended on {date}, at {time}, without another sitting.",
			A_DATE("date", instant_date(m->s->over)), A_TIME("time", m->s->over)));
	if (m->s->over_note.n)
		minutes_text(m, section, MSG(minutes_whole, A_STR("it", m->s->over_note)));
}

/* Short, so that it can be signed on the spot: no annexes but what was taken back. */
struct document *minutes_failure(struct minutes *m, int64_t call)
{
	const struct call *one = session_call_number(m->s, call);
	struct document *doc;
	struct node *root;

	if (one)
		m->only = &m->s->sittings.at[one->failed.sitting - 1];
	doc = minutes_document(m, TEXT("Record of a quorum not met"), minutes_session(m),
		m->draft && !call); /* of one call: signed by hand as it is */
	root = doc->root;
	if (call > 1)
		node_add(m->a, root, NODE_SUBTITLE,
			MSG("Call number {call:digits}", A_ORDINAL("call", call)));
	else if (!call)
		minutes_call_number(m, root);
	for (size_t i = 0; i < m->s->sittings.n; i++) {
		const struct sitting *sitting = &m->s->sittings.at[i];

		if ((call && sitting->call != call) || !sitting_failed(m->s, sitting))
			continue;
		if (!call && m->s->sittings.n > 1)
			minutes_heading(m, root, 1,
				MSG("Call number {call:digits}", A_ORDINAL("call", sitting->call)));
		minutes_opening(m, root, sitting);
		minutes_attendance(m, root, sitting);
		minutes_failed(m, root, sitting);
	}
	minutes_session_over(m, root);
	minutes_warnings(m, root, call);
	minutes_corrections(m, root);
	minutes_signatures(m, root);
	return doc;
}

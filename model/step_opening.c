/* The steps before the agenda: preparing the session, its calls, the attendance and its quorum. */
#include "model/step_parts.h"

#include "model/call.h"
#include "model/describe.h"
#include "model/presence.h"
#include "model/secretary.h"

struct step step_preparing(const struct session *s)
{
	static const struct step_way more_items[] = {{'8', N_("more items")}, {'\0', NULL}};

	if (s->agenda.n == 0)
		return step_of(STEP_FORM, CMD_ITEM_ADD, TEXT("Add the first item of the agenda"),
			NO_MESSAGE);
	if (call_awaited(s))
		return step_of(STEP_FORM, CMD_CALL_CONVENE,
			MSG("Convene call number {call:digits}: its day and place",
				A_ORDINAL("call", session_call(s)->is.call + 1)),
			TEXT("The quorum is not reached; this is recorded and the members will be "
			     "convened again."));
	if (s->sittings.n && session_sitting(s)->call != session_call(s)->is.call)
		return step_of(STEP_FORM, CMD_SITTING_OPEN,
			MSG("Open the sitting of call number {call:digits}, convened for {date}",
				A_ORDINAL("call", session_call(s)->is.call),
				A_DATE("date", session_call(s)->is.date)),
			MSG("The quorum was not reached; the assembly is convened again for "
			    "{date}.",
				A_DATE("date", session_call(s)->is.date)));
	if (s->sittings.n)
		return step_of(STEP_FORM, CMD_SITTING_OPEN,
			TEXT("Open the next sitting: place, chair, secretary"),
			TEXT("We resume our work."));
	/* Nobody opens a sitting for which no day was set, and Enter must not do it by the way. */
	if (!s->plan.date.year)
		return step_with(step_of(STEP_FORM, CMD_SESSION_DESCRIBE,
					 TEXT("Set the day and the place"), NO_MESSAGE),
			more_items);
	return step_with(step_of(STEP_FORM, CMD_SITTING_OPEN,
				 TEXT("Open the sitting: time, place, chair, secretary"),
				 TEXT("Ladies and gentlemen, please take your seats.")),
		more_items);
}

/* Who opened the sitting in the chair is there, so the quorum waits for that mark. */
static struct step step_chair_missing(int64_t chair, struct arena *a)
{
	const int32_t number = (int32_t)chair;
	struct step step = step_of(STEP_COMMAND, CMD_ATTENDANCE_PRESENT,
		MSG("Note the chair, member {n}, as present", A_SEAT("n", chair)), NO_MESSAGE);

	step.command.arg.attendance_present.members =
		(struct numbers){arena_copy(a, &number, sizeof number), 1};
	return step;
}

static struct step step_call_fails(const struct session *s)
{
	return step_of(STEP_CHOICE, CMD_CALL_FAIL,
		MSG("Record that the quorum is missing: {here} of {all}, {needed} needed",
			A_INT("here", session_count(s, PRESENCE_HERE)),
			A_INT("all", session_in_office(s)),
			A_INT("needed", session_quorum_needed(s))),
		TEXT("The quorum is not reached; this is recorded and the members will be "
		     "convened again."));
}

/* A quorum is there or missing once the roll was called: until everybody is noted, or the
 * secretary ends it, nobody is told so. */
static struct step roll_goes_on(const struct session *s, struct step step)
{
	int64_t unknown = session_count(s, PRESENCE_UNKNOWN);

	if (!unknown)
		return step;
	step.what = MSGN("End the roll call: {n} member not noted counts as absent",
		"End the roll call: {n} members not noted count as absent", unknown);
	step.chair = TEXT("We proceed to the roll call.");
	return step;
}

static struct step step_called(const struct session *s)
{
	struct quorum_figures now = session_quorum(s);

	if (!now.met && !sitting_treated(s, session_sitting(s), UINT32_MAX))
		return step_call_fails(s);
	if (!now.met)
		return step_of(STEP_COMMAND, CMD_QUORUM_RECORD,
			MSG("Record that the quorum is missing: {here} of {all}, {needed} needed",
				A_INT("here", now.present), A_INT("all", now.in_office),
				A_INT("needed", now.needed)),
			TEXT("The quorum is not reached; this is recorded."));
	if (session_sitting(s)->pauses.n)
		return step_of(STEP_COMMAND, CMD_QUORUM_RECORD,
			TEXT("Record the quorum again and go on"), TEXT("We resume our work."));
	return step_of(STEP_COMMAND, CMD_QUORUM_RECORD, TEXT("Record the quorum and begin"),
		TEXT("The quorum is reached; I declare the session open."));
}

static struct step step_secretary_missing(const struct session *s, struct arena *a)
{
	return step_of(STEP_CHOICE, CMD_SECRETARY_CHANGE,
		MSG("Note the secretary, {who}, as present, or say who writes",
			A_MSG("who", message_keep(a, describe_member(s, secretary_member(s))))),
		TEXT("We proceed to the roll call."));
}

struct step step_attendance(const struct session *s, struct arena *a)
{
	int64_t here = session_count(s, PRESENCE_HERE);

	if (here == 0 && session_count(s, PRESENCE_UNKNOWN) == session_in_office(s))
		return step_of(STEP_COMMAND, CMD_ATTENDANCE_ALL,
			TEXT("Note all as present; then the exceptions by number"),
			TEXT("We proceed to the roll call."));
	if (session_seat(s, session_sitting(s)->chair)->presence != PRESENCE_HERE)
		return step_chair_missing(session_sitting(s)->chair, a);
	if (!secretary_here(s))
		return step_secretary_missing(s, a);
	return roll_goes_on(s, step_called(s));
}

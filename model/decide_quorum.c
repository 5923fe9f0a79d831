/* Deciding: what is voted is closed while the quorum is missing. Who left, left; but no result
 * comes of it before the assembly was told. */
#include "model/deciding.h"

#include "model/presence.h"

void quorum_lost_fact(struct deciding *d, struct quorum_figures now)
{
	fact(d, EVENT_QUORUM_LOST)->quorum_lost = (struct quorum_recorded){
		.present = now.present,
		.in_office = now.in_office,
		.needed = now.needed,
		.certainty = rules_quorum_certainty(&d->s->rules),
	};
}

static struct message figures(struct deciding *d, struct quorum_figures now)
{
	return MSG("The quorum is no longer there: {here} of {all}, {needed} needed ({rule}).",
		A_INT("here", now.present), A_INT("all", now.in_office),
		A_INT("needed", now.needed), a_quorum_rule(d));
}

bool quorum_lets_close(struct deciding *d, const char *code, struct message other)
{
	struct quorum_figures now = session_quorum(d->s);
	struct questions asks = {.code = NULL};
	struct message how;

	if (!presence_quorum_unsettled(d->s))
		return !other.id || ask(d, code, other);
	how = figures(d, now);
	if (presence_quorum_stops(d->s))
		return refuse(d, "no-quorum",
			MSG("{figures} The rules measure it at each vote: note who comes back, or "
			    "void the vote.",
				A_MSG("figures", message_keep(d->a, how))));
	how = MSG("{figures} Close the vote all the same? The minutes will say so.",
		A_MSG("figures", message_keep(d->a, how)));
	if ((!ask(d, "no-quorum", how) && !gathered(d, &asks)) ||
		(other.id && !ask(d, code, other) && !gathered(d, &asks)) ||
		!all_answered(d, &asks))
		return false;
	quorum_lost_fact(d, now);
	return true;
}

bool quorum_can_continue(struct deciding *d)
{
	const struct sitting *sitting;

	if (!can_sitting(d))
		return false;
	sitting = session_sitting(d->s);
	if (!sitting->quorum_recorded)
		return refuse_no_quorum_act(d);
	if (session_has_quorum(d->s))
		return refuse(d, "has-quorum", TEXT("The quorum is there."));
	if (session_voting(d->s) && presence_quorum_stops(d->s))
		return quorum_lets_close(d, NULL, NO_MESSAGE);
	if (sitting->quorum_waived && !presence_quorum_unsettled(d->s))
		return refuse(d, "goes-on",
			TEXT("It is already recorded that the assembly goes on without quorum."));
	return true;
}

bool quorum_continues(struct deciding *d)
{
	quorum_lost_fact(d, session_quorum(d->s));
	return true;
}

/* Presence in the minutes beyond the roll: what it did to the quorum, recusals, proxies, the chair.
 */
#include "model/minutes_part.h"

#include "model/attendance.h"
#include "model/presence.h"
#include "model/secretary.h"

/* Counted, laid end to end, filled in order: linear, however many members and movements. */
void minutes_index_moves(struct minutes *m)
{
	const struct session *s = m->s;
	size_t *from = ARENA_ARRAY(m->a, size_t, s->seats.n + 2);
	size_t *next = ARENA_ARRAY(m->a, size_t, s->seats.n + 1);

	m->moves = ARENA_ARRAY(m->a, const struct movement *, s->movements.n + 1);
	m->moves_from = from;
	for (size_t i = 0; i < s->movements.n; i++)
		from[session_place(s, s->movements.at[i].member) + 1]++;
	for (size_t i = 0; i < s->seats.n; i++) {
		from[i + 1] += from[i];
		next[i] = from[i];
	}
	for (size_t i = 0; i < s->movements.n; i++)
		m->moves[next[session_place(s, s->movements.at[i].member)]++] = &s->movements.at[i];
}

struct moves minutes_moves(const struct minutes *m, int64_t member)
{
	size_t at = session_place(m->s, member), from;

	if (at == m->s->seats.n || m->s->seats.at[at].member.number != member)
		return (struct moves){NULL, 0};
	from = m->moves_from[at];
	return (struct moves){m->moves + from, m->moves_from[at + 1] - from};
}

struct message minutes_refusal(
	const struct minutes *m, const struct sitting *sitting, int64_t member, uint32_t n)
{
	struct moves moves = minutes_moves(m, member);
	const struct movement *last = NULL;
	struct str reason = STR("");

	for (size_t i = 0; i < moves.n; i++) {
		const struct movement *move = moves.at[i];

		if (move->sitting == sitting->is.sitting && move->n <= n)
			last = move;
	}
	if (!last || !last->refused)
		return NO_MESSAGE;
	reason = m->s->log.at[last->n].body.member_absent.reason;
	return reason.n ? MSG("absence, the excuse not being accepted ({reason})",
				  A_REASON("reason", reason))
			: TEXT("absence, the excuse not being accepted");
}

struct message minutes_and_quorum(
	const struct minutes *m, const struct sitting *sitting, uint32_t n, struct message what)
{
	struct quorum_figures before = session_quorum_at(m->s, n - 1);
	struct quorum_figures now = session_quorum_at(m->s, n);
	const char *id = N_("{what}; the quorum was no longer there ({present} present of "
			    "{in_office}, {needed} needed)");

	if (n <= minutes_roll_act(m, sitting) || before.met == now.met)
		return what;
	if (now.met)
		id = N_("{what}; the quorum was there again ({present} present of {in_office}, "
			"{needed} needed)");
	return MSG(id, A_MSG("what", minutes_keep(m, what)), A_INT("present", now.present),
		A_INT("in_office", now.in_office), A_INT("needed", now.needed));
}

void minutes_closed_without(
	const struct minutes *m, struct node *parent, uint32_t from, uint32_t to)
{
	uint32_t n = presence_quorum_lost_in(m->s, from, to);
	struct quorum_figures q;

	if (!n)
		return;
	q = session_quorum_at(m->s, to - 1);
	minutes_text(m, parent,
		MSG("The quorum was broken at {time}, while the vote was open: {present} present "
		    "of {in_office}, {needed} needed. The vote was closed all the same.",
			A_TIME("time", m->s->log.at[n].at), A_INT("present", q.present),
			A_INT("in_office", q.in_office), A_INT("needed", q.needed)));
}

static struct message recusal(const struct minutes *m, const struct event *e)
{
	const struct member_recused *r = &e->body.member_recused;
	const struct message *who = minutes_keep(m, describe_members(m->s, r->members, m->a));
	const struct message *item = minutes_keep(m, describe_item(m->s, r->item));

	if (e->type == EVENT_MEMBER_READMITTED)
		return MSG("took part again in {item}: {members}", A_MSG("item", item),
			A_MSG("members",
				minutes_keep(m, describe_members(m->s,
							e->body.member_readmitted.members, m->a))));
	if (r->reason.n == 0)
		return MSG("recused for {item}: {members}", A_MSG("item", item),
			A_MSG("members", who));
	return MSG("recused for {item}: {members} ({reason})", A_MSG("item", item),
		A_MSG("members", who), A_REASON("reason", r->reason));
}

static struct message substitute(const struct minutes *m, const struct member_replaced *r)
{
	const char *id = N_("{substitute} took the seat of {member}, as substitute");

	if (r->unlisted)
		id = N_("{substitute} took the seat of {member}, as a substitute whom the roster "
			"does not name");
	return MSG(id, A_MSG("member", minutes_keep(m, describe_member(m->s, r->member))),
		A_BOTH("substitute", ((struct both){r->name_ar, r->name_fr})));
}

/* The items voted while, by the times as corrected, the quorum was not there, between the two
 * times; no id: none. */
static struct message voted_without(
	const struct minutes *m, const struct movement *move, const struct timing *t)
{
	struct instant from = t->before.seconds < t->at.seconds ? t->before : t->at;
	struct instant to = t->before.seconds < t->at.seconds ? t->at : t->before;
	struct message *list = ARENA_ARRAY(m->a, struct message, session_holders(m->s) + 1);
	size_t n = 0;

	for (size_t i = 0; i < session_holders(m->s); i++) {
		const struct item *item = session_holder(m->s, i);
		const struct vote *vote = item_vote(item);

		if (vote && vote->opened.seconds >= from.seconds &&
			vote->opened.seconds <= to.seconds &&
			!attendance_quorum_when(m->s, move, move->at, vote->opened).met)
			list[n++] = describe_item(m->s, item->is.item);
	}
	return n ? MSG(minutes_whole, A_LIST("it", list, n)) : NO_MESSAGE;
}

static struct message timed(const struct minutes *m, const struct event *e)
{
	const struct timing *t = session_timing(m->s, e->n);
	const struct movement *move = t ? attendance_movement(m->s, t->member, t->act) : NULL;
	const char *id = N_("the departure of {member} was corrected to {time} instead of "
			    "{before} ({reason}); {present} of {in_office} members were then "
			    "present, {needed} needed");
	struct quorum_figures q;
	struct message what, items;

	if (!move)
		return NO_MESSAGE;
	if (move->presence == PRESENCE_HERE || move->presence == PRESENCE_REMOTE)
		id = N_("the arrival of {member} was corrected to {time} instead of {before} "
			"({reason}); {present} of {in_office} members were then present, {needed} "
			"needed");
	q = attendance_quorum_when(m->s, move, move->at, t->at);
	items = voted_without(m, move, t);
	what = MSG(id, A_MSG("member", minutes_keep(m, describe_member(m->s, t->member))),
		A_TIME("time", t->at), A_TIME("before", t->before), A_REASON("reason", t->reason),
		A_INT("present", q.present), A_INT("in_office", q.in_office),
		A_INT("needed", q.needed));
	if (items.id)
		what = MSG("{what}; the vote on {items} was thus taken without the quorum",
			A_MSG("what", minutes_keep(m, what)),
			A_MSG("items", minutes_keep(m, items)));
	return what;
}

static struct message proxy(const struct minutes *m, const struct proxy_given *p)
{
	struct message rules = minutes_rules_named(m, p->warned);
	struct message what = MSG("{member} was given the proxy of {absent}",
		A_MSG("member", minutes_keep(m, describe_member(m->s, p->to))),
		A_MSG("absent", minutes_keep(m, describe_member(m->s, p->from))));

	return rules.id ? MSG("{what}, although this rule warned: {rules}",
				  A_MSG("what", minutes_keep(m, what)),
				  A_MSG("rules", minutes_keep(m, rules)))
			: what;
}

struct message minutes_presence_act(
	const struct minutes *m, const struct sitting *sitting, const struct event *e)
{

	if (e->type == EVENT_MEMBER_RECUSED || e->type == EVENT_MEMBER_READMITTED)
		return minutes_and_quorum(m, sitting, e->n, recusal(m, e));
	if (e->type == EVENT_MEMBER_REPLACED)
		return minutes_and_quorum(
			m, sitting, e->n, substitute(m, &e->body.member_replaced));
	if (e->type == EVENT_MEMBER_TIMED)
		return timed(m, e);
	if (e->type == EVENT_PROXY_GIVEN)
		return proxy(m, &e->body.proxy_given);
	if (e->type == EVENT_PROXY_ENDED)
		return MSG("the proxy of {absent} ended",
			A_MSG("absent",
				minutes_keep(m, describe_member(m->s, e->body.proxy_ended.from))));
	return NO_MESSAGE;
}

struct message minutes_chair(const struct minutes *m, const struct chair_changed *c)
{
	struct arg person = A_MSG("person", minutes_keep(m, minutes_address(m, c->member)));

	switch ((enum chair_cause)c->cause) {
	case CHAIR_OTHER:
		return MSG("the chair was taken by {person}", person);
	case CHAIR_LEFT:
		return MSG("its holder leaving, the chair was taken by {person}", person);
	case CHAIR_RECUSED:
		return MSG("its holder being recused, the chair was taken by {person}", person);
	case CHAIR_ACCOUNT:
		return MSG("the president's own account being examined, the chair was taken by "
			   "{person}",
			person);
	case CHAIR_RETURNED:
		return MSG("the chair was taken back by {person}", person);
	}
	return NO_MESSAGE;
}

static struct arg writer(
	const struct minutes *m, const char *key, const struct secretary_changed *c)
{
	struct message who = c->member ? minutes_address(m, c->member)
				       : MSG(minutes_whole, A_BOTH("it", secretary_name(m->s, c)));

	return A_MSG(key, minutes_keep(m, who));
}

void minutes_secretary(const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	const struct secretary_changed *first = &sitting->first_secretary; /* whom C follows */
	const struct secretary_changed *c = secretary_at(sitting, minutes_roll_act(m, sitting));
	struct arg person = writer(m, "person", c), before;
	struct message what;

	if (!c->member && !both_any(secretary_name(m->s, c)))
		return;
	for (size_t i = 0; i + 1 < sitting->secretaries.n; i++) {
		if (c == &sitting->secretaries.at[i + 1].is)
			first = &sitting->secretaries.at[i].is;
	}
	before = writer(m, "first", first);
	if (c == &sitting->first_secretary)
		what = MSG("The minutes were entrusted to {person}, as secretary of the sitting.",
			person);
	else if (c->cause == SECRETARY_ABSENT)
		what = MSG("{first} being absent, the minutes were entrusted to {person}, as "
			   "secretary of the sitting.",
			person, before);
	else if (c->cause == SECRETARY_LEFT)
		what = MSG("{first} having left, the minutes were entrusted to {person}, as "
			   "secretary of the sitting.",
			person, before);
	else
		what = MSG("The minutes were entrusted to {person}, as secretary of the sitting in "
			   "the place of {first}: {reason}.",
			person, before, A_REASON("reason", c->reason));
	minutes_text(m, parent, what);
}

struct message minutes_secretary_change(const struct minutes *m, const struct secretary_changed *c)
{
	struct arg person = writer(m, "person", c);

	switch ((enum secretary_cause)c->cause) {
	case SECRETARY_OTHER:
		return MSG("the minutes were entrusted to {person}, as secretary of the sitting",
			person);
	case SECRETARY_LEFT:
		return MSG("the secretary of the sitting leaving, the minutes were entrusted to "
			   "{person}",
			person);
	case SECRETARY_ABSENT:
		return MSG("the secretary of the sitting being absent, the minutes were entrusted "
			   "to {person}",
			person);
	}
	return NO_MESSAGE;
}

static const struct sitting *sitting_of(const struct minutes *m, uint32_t n)
{
	const struct sitting *found = NULL;

	for (size_t i = 0; i < m->s->sittings.n; i++) {
		if (m->s->sittings.at[i].n_opened <= n)
			found = &m->s->sittings.at[i];
	}
	return found;
}

/* What a recusal does to the base is a rule few have confirmed. */
static void recused_and_base(const struct minutes *m, struct node *parent)
{
	struct message rests = rules_rest_on(&m->s->rules, RULE_RECUSAL_BASE, m->a);
	struct message what = m->s->rules.recusal_lowers_base
				      ? TEXT("The recusal lowers the base of the majority")
				      : TEXT("The recusal does not lower the base of the majority");

	if (rests.id)
		minutes_note(m, parent,
			MSG("{it}.",
				A_MSG("it", minutes_keep(m, vote_rests_on(what, rests, m->a)))));
}

void minutes_takes_part(const struct minutes *m, struct node *parent, const struct item *item)
{
	int32_t *list = ARENA_ARRAY(m->a, int32_t, m->s->recusals.n + 1);
	struct numbers who = {list, session_recused_list(m->s, item->is.item, list)};
	const struct vote *vote = item_vote(item);
	const struct sitting *sitting = vote ? sitting_of(m, vote->n_opened) : NULL;

	if (who.n)
		minutes_text(m, parent,
			MSG("Recused for this item, without part in its vote: {members}.",
				A_MSG("members",
					minutes_keep(m, describe_members(m->s, who, m->a)))));
	if (who.n && vote && vote->state == VOTE_IS_CLOSED)
		recused_and_base(m, parent);
	if (sitting && vote->chair != sitting->is.chair)
		minutes_text(m, parent,
			MSG("For this item the chair was held by {person}.",
				A_MSG("person", minutes_keep(m, minutes_address(m, vote->chair)))));
}

/* --- votes that somebody else cast --- */

/* Who voted for MEMBER, whose proxy HOLDER had (0: nobody); no id when he did himself. */
static struct message stand_in(const struct minutes *m, int64_t member, int64_t holder, uint32_t n)
{
	const struct substitution *one = session_substitute_at(m->s, member, n);

	if (holder)
		return MSG("proxy: {member}",
			A_MSG("member", minutes_keep(m, describe_member(m->s, holder))));
	return one ? MSG("substitute: {name}", A_BOTH("name", one->name)) : NO_MESSAGE;
}

struct message minutes_through(
	const struct minutes *m, struct message it, int64_t member, int64_t holder, uint32_t n)
{
	struct message who = stand_in(m, member, holder, n);

	return who.id ? MSG("{it} ({who})", A_MSG("it", minutes_keep(m, it)),
				A_MSG("who", minutes_keep(m, who)))
		      : it;
}

/* Those who voted through another; where ten thousand voted in person nothing is laid out. */
static size_t represented(const struct minutes *m, const struct represented *voters)
{
	size_t n = 0;

	for (size_t i = 0; i < voters->members.n; i++)
		n += voters->holders[i] ||
		     session_substitute_at(m->s, voters->members.at[i], voters->n);
	return n;
}

void minutes_represented(
	const struct minutes *m, struct node *parent, const struct represented *voters)
{
	size_t n = represented(m, voters), by_proxy = 0, by_substitute = 0;
	struct message *proxies = ARENA_ARRAY(m->a, struct message, n + 1);
	struct message *substitutes = ARENA_ARRAY(m->a, struct message, n + 1);

	for (size_t i = 0; n && i < voters->members.n; i++) {
		int64_t member = voters->members.at[i], holder = voters->holders[i];
		const struct substitution *one = session_substitute_at(m->s, member, voters->n);
		struct arg absent;

		if (!holder && !one)
			continue;
		absent = A_MSG("absent", minutes_keep(m, describe_member(m->s, member)));
		if (holder)
			proxies[by_proxy++] = MSG("{absent} by {holder}", absent,
				A_MSG("holder", minutes_keep(m, describe_member(m->s, holder))));
		else
			substitutes[by_substitute++] =
				MSG("{absent} by {holder}", absent, A_BOTH("holder", one->name));
	}
	if (by_proxy)
		minutes_text(m, parent,
			MSG("Votes cast by proxy: {members}.",
				A_LIST("members", proxies, by_proxy)));
	if (by_substitute)
		minutes_text(m, parent,
			MSG("Votes cast by substitutes: {members}.",
				A_LIST("members", substitutes, by_substitute)));
}

#include "tests/presence.h"

#include "model/attendance.h"
#include "model/presence.h"
#include "model/secretary.h"

/* The rule of recusals, or a call that counts those entitled. */
static bool recused_leave(const struct session *s)
{
	bool entitled =
		s->calls.n &&
		rules_call(&s->rules, s->calls.at[s->calls.n - 1].is.call)->base == QUORUM_ENTITLED;

	return s->rules.recusal_lowers_quorum || entitled;
}

static bool counts(const struct session *s, enum presence presence)
{
	return presence == PRESENCE_HERE ||
	       (presence == PRESENCE_REMOTE && s->rules.remote_counts_quorum);
}

/* From the intervals, and once more from nothing but the seats. */
static bool quorum_holds(struct assembly *t)
{
	const struct session *s = &t->session;
	struct quorum_figures now = session_quorum(s);
	struct quorum_figures then = session_quorum_at(s, (uint32_t)s->log.n);
	int64_t present = 0, office = 0;

	for (size_t i = 0; i < s->seats.n; i++) {
		int64_t number = s->seats.at[i].member.number;

		if (recused_leave(s) && session_recused(s, s->open_item, number))
			continue;
		office++;
		present += counts(s, s->seats.at[i].presence);
	}
	if (now.present != present || now.in_office != office || now.present > now.in_office)
		return assembly_break(t, "the quorum counts %d of %d, the seats say %d of %d",
			(int)now.present, (int)now.in_office, (int)present, (int)office);
	/* Between two sittings another call may have another quorum. */
	if ((s->phase == PHASE_SITTING || s->phase == PHASE_SUSPENDED) &&
		(then.present != now.present || then.in_office != now.in_office ||
			then.needed != now.needed || then.met != now.met))
		return assembly_break(t, "the intervals say %d of %d, the quorum %d of %d",
			(int)then.present, (int)then.in_office, (int)now.present,
			(int)now.in_office);
	return true;
}

/* Of the proxies HOLDER has, those that no answer went over the rule for. */
static int64_t held_by_rule(const struct session *s, int64_t holder)
{
	int64_t n = 0;

	for (size_t i = 0; i < s->proxies.n; i++) {
		const struct proxy *p = &s->proxies.at[i];

		n += !p->n_end && p->to == holder && !s->log.at[p->n].body.proxy_given.warned.n;
	}
	return n;
}

/* Proxies are of absent members and held by present ones. */
static bool proxies_hold(struct assembly *t)
{
	const struct session *s = &t->session;

	for (size_t i = 0; i < s->proxies.n; i++) {
		const struct proxy *p = &s->proxies.at[i];

		if (p->n_end)
			continue;
		if (presence_votes(s, session_seat(s, p->from)->presence) ||
			!presence_votes(s, session_seat(s, p->to)->presence))
			return assembly_break(
				t, "a proxy of %d is held by %d", (int)p->from, (int)p->to);
		if (held_by_rule(s, p->to) > s->rules.proxy_max)
			return assembly_break(t, "%d holds too many proxies", (int)p->to);
	}
	return true;
}

/* --- who votes, once more from nothing but seats, recusals and proxies --- */

static bool stands_aside(const struct session *s, int64_t item, int64_t member)
{
	for (size_t i = 0; i < s->recusals.n; i++) {
		const struct recusal *r = &s->recusals.at[i];

		if (r->item == item && r->member == member && !r->n_back)
			return true;
	}
	return false;
}

static bool in_the_room(const struct session *s, int64_t member)
{
	for (size_t i = 0; i < s->seats.n; i++) {
		const struct seat *seat = &s->seats.at[i];

		if (seat->member.number == member)
			return seat->presence == PRESENCE_HERE ||
			       (s->rules.remote_may_vote && seat->presence == PRESENCE_REMOTE);
	}
	return false;
}

/* Is every seat where it belongs: a voter, aside, or neither there nor represented? */
static bool seats_add_up(struct assembly *t, int64_t item, struct numbers voters)
{
	const struct session *s = &t->session;
	size_t votes = 0, aside = 0, away = 0;

	for (size_t i = 0; i < s->seats.n; i++) {
		int64_t member = s->seats.at[i].member.number, casts = 0;
		bool found = false;

		if (in_the_room(s, member))
			casts = member;
		for (size_t k = 0; !casts && k < s->proxies.n; k++) {
			const struct proxy *p = &s->proxies.at[k];

			if (p->from == member && !p->n_end && in_the_room(s, p->to))
				casts = p->to;
		}
		for (size_t k = 0; k < voters.n; k++)
			found = found || voters.at[k] == member;
		if (!casts)
			away++;
		else if (stands_aside(s, item, member) || stands_aside(s, item, casts))
			aside++;
		else if (found)
			votes++;
		else
			return assembly_break(t, "%d may vote and is no voter", (int)member);
	}
	if (votes != voters.n || votes + aside + away != s->seats.n)
		return assembly_break(t, "%d voters, %d aside, %d away are not %d seats",
			(int)voters.n, (int)aside, (int)away, (int)s->seats.n);
	return true;
}

bool voters_hold(struct assembly *t)
{
	const struct session *s = &t->session;

	for (size_t i = 0; i < t->last.n; i++) {
		const struct event *e = &t->last.event[i];
		const struct vote *v = session_open_vote(s);

		if (e->type == EVENT_VOTE_OPENED && v &&
			!seats_add_up(t, v->id.item, (struct numbers){v->voters.at, v->voters.n}))
			return false;
		if (e->type == EVENT_ELECTION_OPENED &&
			!seats_add_up(t, e->body.election_opened.election.item,
				e->body.election_opened.voters))
			return false;
	}
	return true;
}

bool attendance_holds(struct assembly *t)
{
	const struct session *s = &t->session;
	int64_t all = 0;

	for (int p = PRESENCE_UNKNOWN; p < PRESENCE_COUNT; p++)
		all += session_count(s, (enum presence)p);
	if (all != (int64_t)s->seats.n)
		return assembly_break(t, "presences do not add up to the seats");
	for (size_t i = 0; i < s->seats.n; i++) {
		enum presence last = PRESENCE_UNKNOWN;

		if (i && s->seats.at[i - 1].member.number >= s->seats.at[i].member.number)
			return assembly_break(t, "the seats are not in order");
		for (size_t k = 0; k < s->movements.n; k++) {
			const struct movement *m = &s->movements.at[k];

			if (m->member == s->seats.at[i].member.number &&
				m->sitting == (int64_t)s->sittings.n)
				last = m->presence;
		}
		if (last != s->seats.at[i].presence)
			return assembly_break(t, "seat %d does not follow from its movements",
				(int)s->seats.at[i].member.number);
	}
	return true;
}

bool presence_holds(struct assembly *t)
{
	return quorum_holds(t) && proxies_hold(t);
}

/* The newest arrival or departure after the roll, as early or as late as it can have been. */
static bool retimes(struct generator *g, const struct assembly *t, struct command *c)
{
	const struct session *s = &t->session;
	const struct movement *move = NULL;
	struct instant low, high;

	for (size_t i = 0; i < s->movements.n; i++) {
		if (!s->movements.at[i].after_quorum)
			continue;
		move = &s->movements.at[i];
		attendance_bounds(s, move, t->now, &low, &high);
		if (high.seconds - move->at.seconds > 60) /* another minute: there is a choice */
			break;
	}
	if (!move)
		return false;
	attendance_bounds(s, move, t->now, &low, &high);
	*c = command_of(CMD_ATTENDANCE_TIME);
	c->arg.attendance_time = (struct attendance_time){
		.member = move->member,
		.time = generate_chance(g, 50) ? low : high,
		.act = move->n,
		.reason = STR("سجل متأخرا"),
	};
	if (generate_chance(g, 80))
		c->confirm = generate_questions(g, c->type, 100);
	return true;
}

static bool closes(const struct decision *d)
{
	for (size_t i = 0; i < d->n; i++) {
		if (d->event[i].type == EVENT_VOTE_CLOSED ||
			d->event[i].type == EVENT_ELECTION_COUNTED)
			return true;
	}
	return false;
}

bool broken_quorum_told(struct assembly *t, bool broken)
{
	const struct session *s = &t->session;
	uint32_t n = (uint32_t)s->log.n;

	if (!broken || t->last.verdict != VERDICT_DONE || !closes(&t->last))
		return true;
	if (presence_quorum_stops(s))
		return assembly_break(t, "a vote was closed over a quorum that stops every vote");
	while (n-- > session_sitting(s)->n_opened && !session_quorum_at(s, n).met) {
		if (s->log.at[n].type == EVENT_QUORUM_LOST && !s->struck.at[n])
			return true;
	}
	return assembly_break(t, "a vote was closed over a broken quorum without a word");
}

/* Who is there, is no voter of what is open and could still be. */
static bool comes_late(const struct session *s, int64_t member)
{
	const struct vote *vote = session_open_vote(s);
	const struct election *e = session_open_election(s);

	if (e)
		return !round_voter(election_round(e), member) &&
		       session_entitled(s, e->id.item, member);
	return !vote_by_name(vote) && !(vote->kind == VOTE_SECRET && vote->counted) &&
	       !vote_has(vote, member) && session_entitled(s, vote->id.item, member);
}

/* Somebody comes to what is being voted on: on arriving, once more, or with the choice itself. */
static bool arrives(struct generator *g, const struct session *s, struct command *c)
{
	const struct election *e = session_open_election(s);

	for (size_t i = 0; i < s->seats.n; i++) {
		int32_t member = (int32_t)s->seats.at[i].member.number;
		struct numbers members = {arena_copy(g->arena, &member, sizeof member), 1};

		if (s->seats.at[i].presence == PRESENCE_HERE ? !comes_late(s, member)
							     : generate_chance(g, 50))
			continue;
		*c = command_of(CMD_ATTENDANCE_PRESENT);
		c->arg.attendance_present.members = members;
		if (e && !e->is.secret && s->seats.at[i].presence == PRESENCE_HERE) {
			*c = command_of(CMD_ELECTION_MARK);
			c->arg.election_mark =
				(struct election_mark){members, generate_between(g, 0, 2), false};
		}
		c->confirm = generate_questions(g, c->type, 100);
		return true;
	}
	return false;
}

struct command presence_command(struct generator *g, const struct assembly *t)
{
	const struct session *s = &t->session;
	int32_t member = (int32_t)generate_between(g, 1, (int64_t)s->seats.n);
	struct numbers members = {arena_copy(g->arena, &member, sizeof member), 1};
	struct command c = command_of(CMD_PROXY_GIVE);
	int64_t next = 0;
	struct secretary_next writes = {.secretary = 0};

	if (generate_chance(g, 40)) {
		c.arg.proxy_give =
			(struct proxy_give){member, generate_between(g, 1, (int64_t)s->seats.n)};
		c.confirm = generate_questions(g, c.type, 50);
		return c;
	}
	if (s->proxies.n && generate_chance(g, 25)) {
		c = command_of(CMD_PROXY_END);
		c.arg.proxy_end.from = s->proxies.at[s->proxies.n - 1].from;
		return c;
	}
	if (generate_chance(g, 15)) {
		c = command_of(CMD_ATTENDANCE_REPLACE);
		c.arg.attendance_replace =
			(struct attendance_replace){.member = member, .name_fr = STR("Suppl")};
		c.confirm = generate_questions(g, c.type, 100);
		return c;
	}
	if (generate_chance(g, 20) && retimes(g, t, &c))
		return c;
	if (session_voting(s) && arrives(g, s, &c))
		return c;
	if (s->recusals.n && generate_chance(g, 30)) {
		const struct recusal *last = &s->recusals.at[s->recusals.n - 1];

		member = (int32_t)last->member;
		c = command_of(CMD_ATTENDANCE_READMIT);
		c.arg.attendance_readmit =
			(struct attendance_readmit){session_agenda_number(s, last->item),
				{arena_copy(g->arena, &member, sizeof member), 1}};
		return c;
	}
	if (s->sittings.n && session_sitting(s)->chair == member)
		(void)session_chair_choices(s, s->open_item, members, &next, 1);
	if (s->sittings.n && secretary_member(s) == member)
		(void)secretary_choices(s, members, &writes.secretary, 1);
	if (generate_chance(g, 50)) {
		c = command_of(CMD_ATTENDANCE_RECUSE);
		c.arg.attendance_recuse = (struct attendance_recuse){
			.members = members, .reason = STR("قرابة"), .chair = next};
	} else {
		c = command_of(
			generate_chance(g, 50) ? CMD_ATTENDANCE_LEFT : CMD_ATTENDANCE_REMOTE);
		c.arg.attendance_left = (struct attendance_left){members, next, writes};
	}
	return c;
}

struct command attendance_of_one(struct generator *g, const struct assembly *t)
{
	int32_t member = (int32_t)generate_between(g, 1, (int64_t)t->session.seats.n);
	struct numbers members = {arena_copy(g->arena, &member, sizeof member), 1};
	struct command c = command_of(CMD_ATTENDANCE_PRESENT);

	if (generate_chance(g, 50)) {
		c.arg.attendance_present.members = members;
		return c;
	}
	c = command_of(CMD_ATTENDANCE_ABSENT);
	c.arg.attendance_absent.members = members;
	c.arg.attendance_absent.excused = generate_chance(g, 50);
	if (secretary_member(&t->session) == member)
		(void)secretary_choices(
			&t->session, members, &c.arg.attendance_absent.next.secretary, 1);
	return c;
}

struct command secretary_command(struct generator *g, const struct assembly *t)
{
	int32_t now = (int32_t)secretary_member(&t->session);
	struct command c = command_of(CMD_ATTENDANCE_PRESENT);

	if (generate_chance(g, 50)) {
		c.arg.attendance_present.members =
			(struct numbers){arena_copy(g->arena, &now, sizeof now), 1};
		return c;
	}
	c = command_of(CMD_SECRETARY_CHANGE);
	c.arg.secretary_change = (struct secretary_changed){.reason = STR("مرض")};
	if (!secretary_choices(
		    &t->session, (struct numbers){NULL, 0}, &c.arg.secretary_change.member, 1))
		c.arg.secretary_change.name_fr = STR("Alaoui");
	return c;
}

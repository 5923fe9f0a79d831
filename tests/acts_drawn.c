#include "tests/acts_drawn.h"

#include "model/agreement.h"
#include "model/floor.h"
#include "model/motion.h"
#include "tests/presence.h"

static struct command signing(struct generator *g, enum command_type type)
{
	struct command c = command_of(type);
	struct signer *signer = ARENA_ARRAY(g->arena, struct signer, 2);

	for (int i = 0; i < 2; i++)
		signer[i] = (struct signer){.role = i, .certificate = {{(unsigned char)(i + 1)}}};
	if (type == CMD_RECORD_FREEZE) {
		c.arg.record_freeze.signers = (struct list){signer, generate_chance(g, 95) ? 2 : 0};
	} else {
		int role = (int)generate_below(g, 2);

		c.arg.record_sign = (struct record_signed){.role = role,
			.certificate = signer[generate_chance(g, 90) ? role : 1 - role].certificate,
			.file = {{9}}};
	}
	return c;
}

/* What a secretary would do where the step leaves a choice. */
static struct command choice(struct generator *g, const struct step *step)
{
	struct command c = step->command;

	if (c.type == CMD_SITTING_OPEN) {
		c.arg.sitting_open = (struct sitting_open){.place = STR("فاس"),
			.chair = generate_between(g, 1, g->small),
			.secretary = generate_between(g, 1, g->small)};
		c.confirm = generate_questions(g, c.type, 100);
	} else if (c.type == CMD_ITEM_ADD) {
		c.arg.item_add.title_fr = STR("Point");
		c.arg.item_add.kind = generate_chance(g, 25)
					      ? ITEM_ELECTION
					      : (int)generate_below(g, ITEM_KIND_COUNT);
	} else if (c.type == CMD_VOTE_CAST && generate_chance(g, 50)) {
		int32_t member = (int32_t)generate_between(g, 1, 9);

		c.arg.vote_cast.members =
			(struct numbers){arena_copy(g->arena, &member, sizeof member), 1};
		c.arg.vote_cast.value = (int)generate_between(g, VALUE_FOR, VALUE_ABSTAIN);
	} else if (c.type == CMD_VOTE_CAST || c.type == CMD_VOTE_SIDE) {
		c = command_of(c.type == CMD_VOTE_CAST ? CMD_VOTE_ALL : c.type);
		c.arg.vote_all.value = (int)generate_between(g, VALUE_FOR, VALUE_ABSTAIN);
	} else if (c.type == CMD_VOTE_COUNT) {
		c.arg.vote_count.against = generate_between(g, 0, 4);
		c.arg.vote_count.abstain = generate_between(g, 0, 2);
	} else if (generate_election(g, &c)) {
		return c;
	} else if (c.type == CMD_VOTE_BALLOTS) {
		struct vote_ballots *v = &c.arg.vote_ballots;

		v->votes_for = generate_between(g, 0, 3);
		v->against = generate_between(g, 0, 2);
		v->blank = generate_between(g, 0, 1);
		v->found = v->votes_for + v->against + v->blank + v->spoiled;
	} else if (c.type == CMD_CALL_FAIL) {
		if (generate_chance(g, 30)) {
			c = command_of(CMD_QUORUM_RECORD);
			c.confirm = generate_questions(g, c.type, 100);
			return c;
		}
		c.confirm = generate_questions(g, c.type, 100);
		if (generate_chance(g, 60))
			c.arg.call_fail.next.date = (struct date){2025, 6, 1};
	} else if (c.type == CMD_CALL_CONVENE) {
		c.arg.call_convene.date = (struct date){2025, 6, 2};
		c.confirm = generate_questions(g, c.type, 100);
		if (generate_chance(g, 50))
			c.arg.call_convene.threshold = STR("any");
	} else if (c.type == CMD_SITTING_CLOSE) {
		c.arg.sitting_close.cause = generate_chance(g, 60) ? CLOSED_LEFT_OPEN : CLOSED_DONE;
		c.confirm = generate_questions(g, c.type, 100);
	} else if (c.type == CMD_RECORD_FREEZE || c.type == CMD_RECORD_SIGN) {
		return signing(g, c.type);
	}
	return c;
}

/* Other figures, or another mark, for the last vote. */
static struct command correction(struct generator *g, const struct assembly *t)
{
	const struct vote *vote = session_vote(&t->session, t->session.last_vote);
	struct command c = command_of(CMD_VOTE_CORRECT);
	struct vote_correct *arg = &c.arg.vote_correct;
	int64_t voters = vote ? (int64_t)vote->voters.n : 1;

	arg->reason = STR("خطأ في العد");
	if (vote && generate_chance(g, 50))
		arg->vote = session_vote_named(&t->session, vote->id);
	if (vote && vote->kind == VOTE_HANDS) {
		arg->against = generate_between(g, 0, voters / 2);
		arg->abstain = generate_between(g, 0, voters - 2 * arg->against);
		arg->votes_for = voters - arg->against - arg->abstain;
		arg->side = (int)generate_below(g, 4);
	} else if (vote && vote->kind == VOTE_SECRET) {
		arg->votes_for = generate_between(g, 0, vote->papers.found);
		arg->against = vote->papers.found - arg->votes_for;
		arg->blank = arg->spoiled = 0;
	} else {
		arg->member = generate_between(g, 1, g->small);
		arg->value = (int)generate_below(g, 4);
	}
	return c;
}

/* Somebody who waits, and a place that is there. */
static void about_the_list(struct generator *g, const struct assembly *t, struct command *c)
{
	size_t n = floor_waiting_count(&t->session);
	const struct speech *one = n ? floor_waiting(&t->session, generate_below(g, n)) : NULL;

	if (!one)
		return;
	if (c->type == CMD_FLOOR_MOVE)
		c->arg.floor_move = (struct floor_move){
			one->is.member, one->is.guest, generate_between(g, 1, (int64_t)n)};
	else
		c->arg.floor_withdraw = (struct floor_who){one->is.member, one->is.guest};
}

/* Up to three items that wait, in the order of the agenda. */
static struct numbers waiting(struct generator *g, const struct assembly *t)
{
	const struct session *s = &t->session;
	int32_t *at = ARENA_ARRAY(g->arena, int32_t, s->agenda.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s->agenda.n && n < 3; i++) {
		if (session_item(s, s->agenda.at[i])->state == ITEM_IS_WAITING)
			at[n++] = (int32_t)i + 1;
	}
	return (struct numbers){at, n};
}

static struct command roll_call(struct generator *g)
{
	static const char *const letters[] = {"", "", "م", "ب", "k"};
	struct command c = command_of(CMD_VOTE_OPEN);
	struct vote_open *o = &c.arg.vote_open;

	o->kind = VOTE_ROLL_CALL;
	o->order = (int)generate_below(g, 2);
	o->letter = str_of(letters[generate_below(g, ARRAY_LEN(letters))]);
	o->first = o->letter.n ? 0 : generate_between(g, 0, g->small);
	o->chair_last = generate_chance(g, 50);
	return c;
}

static struct command anything(struct generator *g, const struct assembly *t)
{
	enum command_type type;
	struct command c;

	do
		type = (enum command_type)generate_below(g, CMD_COUNT);
	while (command_spec(type)->stream != STREAM_SESSION ||
		/* Nobody is missing after the first minutes, unless somebody is made to be. */
		(type == CMD_ATTENDANCE_ALL && generate_chance(g, 70)) ||
		/* These end what is going on: seldom. */
		(command_spec(type)->weight > 1 && generate_chance(g, 60)));
	if (type == CMD_RECORD_FREEZE || type == CMD_RECORD_SIGN)
		return signing(g, type);
	if (generate_chance(g, 4))
		return command_of(type); /* as an empty form would send it */
	if (type == CMD_REQUEST_ANSWER && t->session.requests.n) {
		c = command_of(type);
		c.arg.request_answer.request = (int64_t)t->session.requests.n;
		c.arg.request_answer.reason = STR("سبب");
		return c;
	}
	c = generate_command_of(g, type);
	/* A successor is named where one is needed, hardly ever else. */
	if (type == CMD_ATTENDANCE_LEFT && generate_chance(g, 70))
		c.arg.attendance_left.chair = c.arg.attendance_left.next.secretary = 0;
	if (type == CMD_ATTENDANCE_REMOTE && generate_chance(g, 70))
		c.arg.attendance_remote.chair = c.arg.attendance_remote.next.secretary = 0;
	if (type == CMD_ATTENDANCE_ABSENT && generate_chance(g, 70))
		c.arg.attendance_absent.chair = c.arg.attendance_absent.next.secretary = 0;
	if (type == CMD_ATTENDANCE_RECUSE && generate_chance(g, 70))
		c.arg.attendance_recuse.chair = 0;
	if (type == CMD_CORRECTION_MAKE && generate_chance(g, 90))
		c.arg.correction_make.event =
			(int64_t)t->session_lines.n - generate_between(g, 1, 12);
	if (type == CMD_VOTE_COUNT && generate_chance(g, 50))
		c.arg.vote_count = (struct vote_count){
			-1, generate_between(g, -1, 3), generate_between(g, -1, 2)};
	if (type == CMD_FLOOR_ASK && generate_chance(g, 80)) {
		c.arg.floor_ask.member = generate_between(g, 1, (int64_t)t->session.seats.n + 1);
		c.arg.floor_ask.guest = 0;
	}
	if (type == CMD_FLOOR_WITHDRAW || type == CMD_FLOOR_MOVE)
		about_the_list(g, t, &c);
	if (type == CMD_VOTE_BLOCK && generate_chance(g, 80))
		c.arg.vote_block.items = waiting(g, t);
	if (type == CMD_VOTE_EXPLAIN && generate_chance(g, 80))
		c.arg.vote_explain.vote = (struct vote_id){0, 0};
	if (type == CMD_VOTE_OPEN && generate_chance(g, 80))
		c = roll_call(g);
	if (type == CMD_VOTE_CORRECT && generate_chance(g, 80))
		return correction(g, t);
	return c;
}

static struct command count_to_a_tie(const struct assembly *t)
{
	int64_t voters = (int64_t)session_open_vote(&t->session)->voters.n;
	struct command c = command_of(CMD_VOTE_COUNT);

	c.arg.vote_count = (struct vote_count){voters / 2, voters / 2, voters % 2};
	return c;
}

/* An amendment of the text as it is, a motion on procedure, a change of the agenda, or one less. */
static struct command motion(struct generator *g, struct assembly *t)
{
	static const enum command_type types[] = {CMD_MOTION_MOVE, CMD_MOTION_MOVE,
		CMD_MOTION_WITHDRAW, CMD_AGENDA_ADOPT, CMD_AGENDA_INSERT, CMD_AGENDA_MOVE,
		CMD_AGENDA_WITHDRAW, CMD_VOTE_OPEN, CMD_VOTE_UNANIMOUS};
	const struct session *s = &t->session;
	struct command c;
	const struct motion *next = motion_next(s, &t->arena);
	const struct item *open = session_item(s, s->open_item);
	int64_t newest = (int64_t)s->motions.n - (int64_t)generate_below(g, 3);

	if (next && generate_chance(g, 70))
		newest = next->is.motion;
	c = generate_command_of(g, next && generate_chance(g, 15)
					   ? CMD_MOTION_WITHDRAW
					   : types[generate_below(g, ARRAY_LEN(types))]);
	if (c.type == CMD_MOTION_WITHDRAW && newest > 0)
		c.arg.motion_withdraw.motion = newest;
	if ((c.type == CMD_VOTE_OPEN || c.type == CMD_VOTE_UNANIMOUS) && newest > 0) {
		c.arg.vote_open.motion = newest;
		c.arg.vote_open.item = 0;
		c.arg.vote_open.kind = generate_chance(g, 50) ? VOTE_HANDS : VOTE_NAMED;
	}
	if (c.type == CMD_MOTION_MOVE) {
		c.arg.motion_move.item = 0;
		c.arg.motion_move.member = generate_between(g, 1, g->small);
		c.arg.motion_move.seconders = (struct numbers){NULL, 0};
		if (generate_chance(g, 50))
			c.arg.motion_move.kind = MOTION_AMENDMENT;
		else if (open && open->lines.n && generate_chance(g, 50))
			generate_transfer(g, open, &c.arg.motion_move);
		else if (open && agreement_known(open) && generate_chance(g, 80))
			generate_share(g, &c.arg.motion_move);
		c.confirm = generate_questions(g, c.type, 80);
	}
	return c;
}

struct command act_drawn(struct generator *g, struct assembly *t)
{
	struct step step = step_next(&t->world, &t->arena);

	if (step.command.type == CMD_ATTENDANCE_ALL && generate_chance(g, 60))
		return attendance_of_one(g, t);
	if (step.command.type == CMD_SECRETARY_CHANGE)
		return secretary_command(g, t);
	if (generate_chance(g, 6) && generate_agreement(g, &t->session, &step.command))
		return step.command;
	if (floor_waiting_count(&t->session) && generate_chance(g, 8)) {
		step.command =
			command_of(generate_chance(g, 50) ? CMD_FLOOR_WITHDRAW : CMD_FLOOR_MOVE);
		about_the_list(g, t, &step.command);
		return step.command;
	}
	if (t->session.phase == PHASE_SITTING && generate_chance(g, 8))
		return presence_command(g, t);
	if (step.command.type == CMD_VOTE_OPEN && generate_chance(g, 50))
		step.command.arg.vote_open.kind =
			generate_chance(g, 70) ? VOTE_HANDS : VOTE_ROLL_CALL;
	else if (step.command.type == CMD_VOTE_OPEN && generate_chance(g, 30)) {
		step.command.arg.vote_open =
			(struct vote_open){.kind = VOTE_SECRET, .reason = STR("r")};
		step.command.confirm = generate_questions(g, CMD_VOTE_OPEN, 100);
	}
	if (t->session.phase == PHASE_SITTING && generate_chance(g, 8))
		return motion(g, t);
	if (step.command.type == CMD_ELECTION_OPEN && step.kind == STEP_COMMAND &&
		generate_chance(g, 30)) {
		step.command = command_of(CMD_ELECTION_LEAVE);
		step.command.arg.election_leave.candidate = generate_between(g, 1, 2);
	}
	if (step.command.type == CMD_ELECTION_ANNOUNCE && generate_chance(g, 30)) {
		step.command = command_of(CMD_ELECTION_CORRECT);
		(void)generate_election(g, &step.command);
	}
	/* Elections take several acts to get anywhere. */
	if (step.command.type >= CMD_ELECTION_OPEN && step.command.type <= CMD_ELECTION_VOID &&
		generate_chance(g, 60))
		return step.kind == STEP_COMMAND ? step.command : choice(g, &step);
	if (step.command.type == CMD_VOTE_COUNT && generate_chance(g, 40))
		return count_to_a_tie(t);
	if (generate_chance(g, 45) && step.kind != STEP_NONE && step.kind != STEP_SIGN)
		return step.kind == STEP_COMMAND ? step.command : choice(g, &step);
	if (step.kind == STEP_SIGN && generate_chance(g, 10))
		return choice(g, &step);
	return anything(g, t);
}

/* A clock that jumps is noticed against the one that only goes forward: acts keep their order, but
 * which time they stand at is a person's to say. */
#include "tui/desk_clock.h"

#include "model/grammar.h"
#include "model/question.h"
#include "tui/desk_parts.h"

#include <stdlib.h>

#define BACK_SECONDS    5             /* a clock that is set right goes back so little */
#define FORWARD_SECONDS 60            /* … and forward so much, after a day without a network */
#define STAGED_MINUTE   (9 * 60 + 45) /* members of a morning session take their seats */

static struct instant wall(const struct desk *d)
{
	struct source source = register_source(d->r);

	return source.now(source.context);
}

static void remember(struct desk *d)
{
	d->clock.wall = wall(d).seconds;
	d->clock.boot_ms = d->clock.now_ms();
}

/* The rooms tell the time of the desk. */
static void keep(struct desk *d)
{
	struct error err = {.code = ERROR_NONE};

	if (!d->read_only && register_keep_shift(d->r, &err) < 0)
		desk_fail(d, &err);
}

/* What is only tried out happens on its session's day, as it will: no question about a wrong day,
 * no delay counted to today. Where its acts have begun, time goes on from the last of them. */
static void stage(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct instant now = wall(d), then;

	if (!s || !s->plan.date.year || date_compare(s->plan.date, instant_date(now)) == 0)
		return;
	then = instant_at(s->plan.date, STAGED_MINUTE * 60, now.offset_minutes);
	if (s->sittings.n)
		then.seconds = s->log.at[s->log.n - 1].at.seconds + 60;
	d->clock.staged = then.seconds - now.seconds;
	register_shift_clock(d->r, d->clock.staged);
}

void desk_clock_begin(struct desk *d)
{
	struct source source = register_source(d->r);

	d->clock = (struct clock_look){
		.watched = source.now == source_live.now, .now_ms = desk_now_ms};
	if (d->clock.watched && !d->read_only &&
		(d->rehearsal || register_chamber(d->r)->is.specimen))
		stage(d);
	remember(d);
	keep(d); /* what an earlier start that was killed has left holds no more */
}

static struct message jumped(struct desk *d)
{
	int64_t seconds = llabs(d->clock.jump);

	return seconds < 120 ? MSGN("{n} second", "{n} seconds", seconds)
			     : MSGN("{n} minute", "{n} minutes", seconds / 60);
}

static void say_jumped(struct desk *d)
{
	const struct message *far = message_keep(&d->frame, jumped(d));

	desk_say(d, TONE_CAUTION,
		d->clock.jump > 0
			? MSG("! The clock jumped forward by {far}: check the time, then Space.",
				  A_MSG("far", far))
			: MSG("! The clock jumped back by {far}: check the time, then Space.",
				  A_MSG("far", far)));
}

static void shift(struct desk *d, int64_t seconds)
{
	register_shift_clock(d->r, seconds);
	keep(d);
	d->clock.shift += seconds;
	d->clock.jump = 0;
	remember(d);
}

void desk_clock_leave(struct desk *d)
{
	if (d->clock.shift || d->clock.staged)
		shift(d, -d->clock.shift - d->clock.staged);
}

static bool is_jump(int64_t seconds)
{
	return seconds < -BACK_SECONDS || seconds > FORWARD_SECONDS;
}

void desk_clock_look(struct desk *d)
{
	int64_t went, jump;

	if (!d->clock.watched || d->read_only)
		return;
	went = (d->clock.now_ms() - d->clock.boot_ms) / 1000;
	jump = wall(d).seconds - d->clock.wall - went;
	if (llabs(jump) > BACK_SECONDS) /* the remainder of a second is no drift */
		d->clock.jump += is_jump(jump) || d->clock.doubt ? jump : 0;
	remember(d);
	if (d->clock.shift && !d->clock.doubt && llabs(jump - d->clock.shift) <= BACK_SECONDS) {
		shift(d, -d->clock.shift);
		desk_say(d, TONE_GOOD, TEXT("● The clock of the computer is right again."));
		return;
	}
	if (d->clock.doubt && llabs(d->clock.jump) <= BACK_SECONDS) {
		d->clock.doubt = false;
		d->clock.jump = 0;
		desk_say(d, TONE_GOOD, TEXT("● The clock goes as it went before the jump."));
	} else if (is_jump(jump)) {
		d->clock.doubt = true;
		say_jumped(d);
		term_bell_also(d->term);
	}
}

/* --- which time is right --- */

/* The command that waited, from its line, in A; false: none did. */
static bool waiting(struct desk *d, struct command *c, struct arena *a)
{
	struct grammar_day day = {{0, 0, 0}, 0};
	struct message why;

	return d->over.command.n &&
	       grammar_parse(arena_str(a, d->over.command), day, c, &why, a) == GRAMMAR_COMMAND;
}

static bool time_chosen(struct desk *d, int digit)
{
	struct command c;
	struct arena a;
	struct agreed asked = d->over.asked;
	void (*then)(struct desk * d) = d->over.then, (*redo)(struct desk * d) = d->over.redo;
	bool waits;

	arena_init(&a, &memory_source);
	waits = waiting(d, &c, &a);
	if (digit == 2)
		shift(d, -d->clock.jump);
	d->clock.doubt = false;
	d->clock.jump = 0;
	remember(d);
	/* The time on the wall is right, though acts have a later one: that is not asked again. */
	if (digit != 1)
		asked.names = STR("");
	desk_say(d, TONE_GOOD, MSG("● The time is {time}.", A_TIME("time", wall(d))));
	if (!overlay_agree(d, asked)) {
		desk_close_overlay(d);
		if (waits) {
			if (digit == 1)
				c.confirm = questions_with(c.confirm, STR("earlier"), &a);
			desk_act_then(d, &c, then);
		} else if (redo) {
			redo(d);
		}
	}
	arena_clear(&a);
	return false; /* closed already; the act may have opened another one */
}

bool desk_clock_asks(struct desk *d, const struct command *c)
{
	struct instant now = wall(d), before = now;
	struct overlay *o;
	struct str line;

	if (!d->clock.doubt)
		return false;
	before.seconds -= d->clock.jump;
	line = c ? grammar_print(c, &d->frame) : STR("");
	o = overlay_question(d, TEXT("Which time is right?"));
	o->command = arena_str(&o->arena, line);
	overlay_line(o, MSG("The clock of the computer jumped by {far}. Times already recorded "
			    "stay as they are.",
				A_MSG("far", message_keep(&o->arena, jumped(d)))));
	o->redo = c && !line.n ? d->redo : NULL;
	if (c && !line.n && !o->redo)
		overlay_line(o, TEXT("After the answer, do the act again."));
	overlay_choice(o, 1, MSG("{time}: the clock is right now", A_TIME("time", now)));
	overlay_choice(o, 2,
		MSG("{time}: it was right before; this sitting goes on by that",
			A_TIME("time", before)));
	o->panel.footer = TEXT("a digit, then Enter · Esc leaves it as it is");
	if (!c)
		o->opened_ms = 0; /* a key asked for it */
	o->asked = (struct agreed){c ? c->type : CMD_COUNT, STR("earlier")};
	o->chosen = time_chosen;
	return true;
}

struct frame_field desk_time_field(struct desk *d, struct instant now)
{
	if (d->clock.doubt)
		return (struct frame_field){MSG("{t}≈", A_TIME("t", now)), TONE_CAUTION};
	return (struct frame_field){MSG("{t}", A_TIME("t", now)), TONE_PLAIN};
}

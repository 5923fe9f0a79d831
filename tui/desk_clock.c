/* A clock that jumps is noticed against the one that only goes forward: acts keep their order, but
 * which time they stand at is a person's to say. */
#include "tui/desk_clock.h"

#include "model/grammar.h"
#include "tui/desk_parts.h"

#include <stdlib.h>

#define BACK_SECONDS    5  /* a clock that is set right goes back so little */
#define FORWARD_SECONDS 60 /* … and forward so much, after a day without a network */

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

void desk_clock_begin(struct desk *d)
{
	struct source source = register_source(d->r);

	d->clock = (struct clock_look){
		.watched = source.now == source_live.now, .now_ms = desk_now_ms};
	remember(d);
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
	d->clock.shift += seconds;
	d->clock.jump = 0;
	remember(d);
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
		term_bell(d->term);
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
	bool waits;

	arena_init(&a, &memory_source);
	waits = waiting(d, &c, &a);
	if (digit == 2)
		shift(d, -d->clock.jump);
	d->clock.doubt = false;
	d->clock.jump = 0;
	remember(d);
	desk_close_overlay(d);
	desk_say(d, TONE_GOOD, MSG("● The time is {time}.", A_TIME("time", wall(d))));
	if (waits) {
		c.earlier = digit == 1;
		(void)desk_act(d, &c);
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
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Which time is right?"));
	o->command = arena_str(&o->arena, line);
	overlay_line(o, MSG("The clock of the computer jumped by {far}. Times already recorded "
			    "stay as they are.",
				A_MSG("far", message_keep(&o->arena, jumped(d)))));
	if (c && !line.n)
		overlay_line(o, TEXT("After the answer, do the act again."));
	overlay_choice(o, 1, MSG("{time}: the clock is right now", A_TIME("time", now)));
	overlay_choice(o, 2,
		MSG("{time}: it was right before; this sitting goes on by that",
			A_TIME("time", before)));
	o->panel.confirm = true;
	o->panel.footer = TEXT("a digit, then Enter · Esc leaves it as it is");
	o->chosen = time_chosen;
	return true;
}

struct frame_field desk_time_field(struct desk *d, struct instant now)
{
	if (d->clock.doubt)
		return (struct frame_field){MSG("{t}≈", A_TIME("t", now)), TONE_CAUTION};
	return (struct frame_field){MSG("{t}", A_TIME("t", now)), TONE_PLAIN};
}

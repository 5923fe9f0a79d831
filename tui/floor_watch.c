/* The timer of a speech, on the clock that never jumps. */
#include "tui/floor_look.h"

#include "tui/desk.h"

#define KEEP_MS  5000  /* so much of a speech may be lost with the power */
#define SLEPT_MS 10000 /* without a turn for so long, the machine slept */

static int64_t now_ms(const struct desk *d)
{
	return d->floor.now_ms();
}

static int64_t spoken_ms(const struct desk *d)
{
	return floor_timer_ms(&d->floor.timer, now_ms(d));
}

int64_t floor_spoken(const struct desk *d)
{
	return spoken_ms(d) / 1000;
}

static const struct speech *speaking(const struct desk *d)
{
	const struct session *s = desk_session(d);

	return s ? floor_speaking(s) : NULL;
}

enum floor_alarm floor_desk_alarm(const struct desk *d)
{
	const struct speech *speech = speaking(d);

	return speech ? floor_alarm(floor_spoken(d), floor_limit(desk_session(d), speech->is.item))
		      : FLOOR_IN_TIME;
}

#define LAST_MINUTE 60

struct message floor_chair_line(const struct desk *d)
{
	const struct speech *speech = speaking(d);
	int64_t limit = speech ? floor_limit(desk_session(d), speech->is.item) : 0;
	int64_t left = limit - floor_spoken(d);

	if (limit <= LAST_MINUTE || left > LAST_MINUTE)
		return NO_MESSAGE;
	return left > 0 ? TEXT("You have one minute left.")
			: TEXT("Your time is over; please conclude.");
}

struct message floor_status(struct desk *d)
{
	const struct speech *speech = speaking(d);
	struct arg time;

	if (!speech)
		return NO_MESSAGE;
	time = A_STR("time", floor_clock(floor_spoken(d), &d->frame));
	return speech->is.member
		       ? MSG("ROOM ▶ {who} {time}", A_SEAT("who", speech->is.member), time)
		       : MSG("ROOM ▶ {time}", time);
}

int floor_patience_ms(const struct desk *d)
{
	return d->floor.timer.running ? 1000 - (int)(spoken_ms(d) % 1000) : 0;
}

struct command floor_timed(const struct desk *d, const struct command *c)
{
	struct command timed = *c;

	if (!d->floor.timer.request)
		return timed;
	if (c->type == CMD_FLOOR_GIVE && c->arg.floor_give.seconds < 0)
		timed.arg.floor_give.seconds = floor_spoken(d);
	else if (c->type == CMD_FLOOR_END && c->arg.floor_end.seconds < 0)
		timed.arg.floor_end.seconds = floor_spoken(d);
	return timed;
}

/* --- the row beside the journal --- */

static void keep(struct desk *d)
{
	struct source source = register_source(d->r);
	struct error err = {.code = ERROR_NONE};
	struct floor_timer *timer = &d->floor.timer;
	int result;

	timer->spoken_ms = spoken_ms(d);
	timer->mark_ms = now_ms(d);
	timer->wall = source.now(source.context).seconds;
	d->floor.kept_ms = timer->mark_ms;
	result = timer->request ? journal_keep(register_journal(d->r), STR("room/floor"),
					  floor_timer_text(timer, &d->frame), &err)
				: journal_drop(register_journal(d->r), STR("room/floor"), &err);
	if (result < 0)
		desk_fail(d, &err);
}

static bool kept(struct desk *d, struct floor_timer *timer)
{
	struct error ignored;
	struct str value;
	bool found;

	return journal_kept(register_journal(d->r), STR("room/floor"), &d->frame, &value, &found,
		       &ignored) == 0 &&
	       found && floor_timer_parse(value, timer);
}

static bool is_of(
	const struct floor_timer *timer, const struct session *s, const struct speech *speech)
{
	return timer->session == s->is.number && timer->request == speech->is.request;
}

/* Without a row the acts tell how long: given by a script, or by an older start. */
static struct floor_timer timer_of(struct desk *d, const struct speech *speech)
{
	struct source source = register_source(d->r);
	const struct session *s = desk_session(d);
	struct instant now = source.now(source.context);

	return (struct floor_timer){
		.session = s->is.number,
		.request = speech->is.request,
		.spoken_ms = floor_seconds(s, speech, now) * 1000,
		.mark_ms = now_ms(d),
		.wall = now.seconds,
	};
}

void floor_recall(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct speech *speech = speaking(d);
	struct floor_timer timer;

	d->floor.interrupted = false;
	d->floor.session = s ? s->is.number : 0;
	d->floor.timer = (struct floor_timer){.request = 0};
	if (!speech)
		return;
	if (!kept(d, &timer) || !is_of(&timer, s, speech))
		timer = timer_of(d, speech);
	d->floor.interrupted = timer.running;
	timer.running = false;
	d->floor.timer = timer;
}

/* --- each turn --- */

/* What was spoken is remembered for a while: the end may be taken back. */
static void forget(struct floor_look *f, int64_t now)
{
	struct floor_timer timer = f->timer;

	timer.spoken_ms = floor_timer_ms(&timer, now);
	timer.mark_ms = now;
	if (timer.request)
		f->past[f->past_n++ % FLOOR_PAST] = timer;
	f->timer = (struct floor_timer){.request = 0};
}

/* The speech whose end was taken back went on meanwhile. */
static bool remember(
	struct floor_look *f, const struct session *s, const struct speech *speech, int64_t now)
{
	for (size_t i = 0; i < FLOOR_PAST; i++) {
		if (!is_of(&f->past[i], s, speech))
			continue;
		f->timer = f->past[i];
		if (f->timer.running)
			f->timer.spoken_ms += now - f->timer.mark_ms;
		f->timer.mark_ms = now;
		f->past[i] = (struct floor_timer){.request = 0};
		return true;
	}
	return false;
}

static void begin(struct desk *d, const struct session *s, const struct speech *speech)
{
	struct floor_look *f = &d->floor;

	f->interrupted = false;
	f->rung = false;
	if (!remember(f, s, speech, now_ms(d))) {
		f->timer = timer_of(d, speech);
		f->timer.spoken_ms = 0;
		f->timer.running = s->phase == PHASE_SITTING;
	}
	keep(d);
}

/* The machine slept, or nobody could write: what was spoken is what was seen. */
static void notice_sleep(struct desk *d)
{
	struct floor_look *f = &d->floor;
	int64_t gone = now_ms(d) - f->seen_ms;

	if (!f->timer.running || gone < SLEPT_MS)
		return;
	f->timer.spoken_ms += f->seen_ms - f->timer.mark_ms;
	f->timer.running = false;
	f->interrupted = true;
	keep(d);
	desk_say(d, TONE_CAUTION,
		MSG("! The machine stood still for {time}: the time of the speech stands. F7 on "
		    "the "
		    "floor screen goes on.",
			A_STR("time", floor_clock(gone / 1000, &d->frame))));
}

static void ring(struct desk *d)
{
	if (d->floor.rung || floor_desk_alarm(d) != FLOOR_OVER)
		return;
	d->floor.rung = true;
	term_bell(d->term);
}

static void stop(struct desk *d)
{
	d->floor.timer.spoken_ms = spoken_ms(d);
	d->floor.timer.mark_ms = now_ms(d);
	d->floor.timer.running = false;
	keep(d);
}

/* A reader shows what the holder of the register keeps. */
static void follow(struct desk *d, const struct session *s, const struct speech *speech)
{
	struct floor_timer timer;

	if (!speech)
		d->floor.timer = (struct floor_timer){.request = 0};
	else if (kept(d, &timer) && is_of(&timer, s, speech))
		d->floor.timer = timer;
	else
		d->floor.timer = timer_of(d, speech);
}

void floor_tick(struct desk *d)
{
	struct floor_look *f = &d->floor;
	const struct session *s = desk_session(d);
	const struct speech *speech = speaking(d);

	if (d->read_only) {
		follow(d, s, speech);
		return;
	}
	if ((s ? s->is.number : 0) != f->session)
		floor_recall(d);
	notice_sleep(d);
	f->seen_ms = now_ms(d);
	if (!speech && f->timer.request) {
		forget(f, f->seen_ms);
		keep(d);
	} else if (speech && !is_of(&f->timer, s, speech)) {
		forget(f, f->seen_ms);
		begin(d, s, speech);
	} else if (f->timer.running && s->phase != PHASE_SITTING) {
		stop(d);
	} else if (f->timer.running && f->seen_ms - f->kept_ms >= KEEP_MS) {
		keep(d);
	}
	ring(d);
}

void floor_pause(struct desk *d)
{
	struct floor_look *f = &d->floor;

	if (!speaking(d) || d->read_only) {
		desk_hint(d, TEXT("! Nobody has the floor."));
		return;
	}
	if (f->timer.running) {
		stop(d);
		desk_say(d, TONE_CAUTION, TEXT("‖ The time stands; F7 goes on."));
		return;
	}
	if (desk_session(d)->phase != PHASE_SITTING) {
		desk_say(d, TONE_BAD, TEXT("✗ The sitting is suspended: resume it first."));
		return;
	}
	f->interrupted = false;
	f->timer.mark_ms = f->seen_ms = now_ms(d);
	f->timer.running = true;
	keep(d);
	desk_say(d, TONE_GOOD, TEXT("▶ The time goes on."));
}

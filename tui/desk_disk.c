/* Whether what is done here can be recorded: what is said when the disk refuses, and how the desk
 * finds out by itself what became of an act of which nobody could say. */
#include "tui/desk_disk.h"

#include "model/describe.h"
#include "tui/desk_parts.h"
#include "tui/desk_safety.h"
#include "tui/draft.h"

#include <string.h>

#define RETRY_MS 2000 /* a disk that refuses is asked again so often */

void desk_disk_begin(struct desk *d)
{
	d->disk = (struct disk_look){.retry_ms = RETRY_MS};
}

/* May it come from the disk? The others are answers of the register, which is well. */
static bool is_of_disk(enum error_code code)
{
	return code != ERROR_CONFLICT && code != ERROR_DUPLICATE_ID && code != ERROR_BAD_EVENT &&
	       code != ERROR_DAMAGED && code != ERROR_NO_SESSION && code != ERROR_MEMORY;
}

/* It stands until the disk has answered. */
static void say(struct desk *d, enum frame_tone tone, struct message m)
{
	desk_say(d, tone, m);
	d->line_refuses = false;
}

static void say_refused(struct desk *d)
{
	if (d->disk.unknown)
		say(d, TONE_BAD,
			TEXT("✗ The disk fails: whether the last act was recorded is not known "
			     "yet. Do not leave; the desk asks the disk again and says it."));
	else
		say(d, TONE_BAD,
			TEXT("✗ Nothing is recorded: the disk refuses writing. Do not leave; the "
			     "desk asks it again by itself. What was typed stays here."));
}

/* The form whose act it was: recorded after all, it is closed; what it holds would be typed twice.
 */
static void remember_form(struct desk *d)
{
	struct str key = draft_key(d);

	d->disk.form[0] = '\0';
	if (d->over.kind == OVERLAY_FORM && key.n < sizeof d->disk.form) {
		memcpy(d->disk.form, key.p, key.n);
		d->disk.form[key.n] = '\0';
	}
}

void desk_act_failed(struct desk *d, const struct error *err)
{
	if (!is_of_disk(err->code)) {
		desk_fail(d, err);
		return;
	}
	d->disk.stuck = d->disk.act = true;
	d->disk.unknown = err->code == ERROR_COMMIT_UNKNOWN;
	d->disk.tried_ms = desk_now_ms();
	d->disk.then = NULL;
	remember_form(d);
	say_refused(d);
	term_bell(d->term);
}

bool desk_disk_refuses(struct desk *d)
{
	if (d->read_only || (!d->disk.stuck && journal_writable(register_journal(d->r))))
		return false;
	d->disk.stuck = true;
	say_refused(d);
	return true;
}

void desk_disk_then(struct desk *d)
{
	void (*then)(struct desk * d) = d->disk.then;

	d->disk.then = NULL;
	if (!then)
		return;
	d->question.then_of = d->disk.then_of;
	then(d);
}

static void close_form(struct desk *d)
{
	struct str key = arena_str(&d->frame, draft_key(d));

	if (d->over.kind == OVERLAY_FORM && d->disk.form[0] &&
		str_equal(key, str_of(d->disk.form))) {
		desk_close_overlay(d);
		draft_done(d, key);
		desk_disk_then(d);
	}
}

static void say_settled(struct desk *d, const struct answer *was)
{
	if (was->n)
		desk_recorded_after_all(d, was);
	else if (d->disk.act)
		say(d, TONE_CAUTION,
			TEXT("! The disk takes writing again. The last act was not recorded: do it "
			     "again."));
	else
		say(d, TONE_GOOD,
			TEXT("● The disk takes writing again; nothing that was recorded is lost."));
}

bool desk_disk_settle(struct desk *d)
{
	struct error err = {.code = ERROR_NONE};
	struct answer was;

	d->disk.tried_ms = desk_now_ms();
	if (register_settle(d->r, &was, &err) < 0) {
		if (d->line_tone != TONE_BAD)
			say_refused(d);
		return false;
	}
	d->disk.stuck = d->disk.unknown = false;
	d->disk.found = was.n > 0;
	say_settled(d, &was);
	d->disk.act = false;
	return true;
}

void desk_disk_tick(struct desk *d)
{
	if (d->read_only)
		return;
	if (!d->disk.stuck && !journal_writable(register_journal(d->r))) {
		d->disk.stuck = true;
		say_refused(d);
	}
	if (d->disk.stuck && desk_now_ms() - d->disk.tried_ms >= d->disk.retry_ms)
		(void)desk_disk_settle(d);
	if (d->disk.found)
		close_form(d);
	d->disk.found = false;
}

int desk_disk_patience_ms(const struct desk *d)
{
	return d->disk.stuck ? (int)d->disk.retry_ms : 0;
}

struct frame_field desk_saved_field(struct desk *d, const struct session *s, struct message *narrow)
{
	struct frame_field space;

	if (d->read_only)
		return (struct frame_field){TEXT("READ ONLY"), TONE_CAUTION};
	if (d->disk.stuck)
		return (struct frame_field){TEXT("✗ not recorded"), TONE_BAD};
	space = desk_space_field(d, s, narrow);
	if (space.text.id)
		return space;
	if (s && s->log.n)
		return (struct frame_field){
			MSG("● recorded {n}", A_DIGITS("n", (int64_t)s->log.n - 1)), TONE_GOOD};
	return (struct frame_field){TEXT("● recorded"), TONE_GOOD};
}

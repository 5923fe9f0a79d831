/* Whether what is done here can be recorded: what is said when the disk refuses, and how the desk
 * finds out by itself what became of an act of which nobody could say. */
#include "tui/desk_disk.h"

#include "model/describe.h"
#include "model/grammar.h"
#include "storage/memory.h"
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

static void remember(char *to, size_t room, struct str text)
{
	size_t n = text.n < room ? text.n : 0;

	memcpy(to, n ? text.p : "", n);
	to[n] = '\0';
}

/* What a form or a line that takes numbers is known by; empty: it is neither. */
static struct str typed_into(const struct overlay *o)
{
	if (o->kind == OVERLAY_PROMPT)
		return prompt_text(o->prompt);
	return o->kind == OVERLAY_FORM && o->draft.begun ? o->draft.key : STR("");
}

/* C and what it was typed into: recorded after all, that is closed; what it holds would be typed
 * twice. */
static void remember_act(struct desk *d, const struct command *c)
{
	/* A form whose question was answered comes back from under it. */
	const struct overlay *o =
		d->over.kind == OVERLAY_NONE && d->over.under ? d->over.under : &d->over;

	remember(
		d->disk.command, sizeof d->disk.command, c ? grammar_print(c, &d->frame) : STR(""));
	remember(d->disk.form, sizeof d->disk.form, typed_into(o));
	d->disk.typed = d->over.kind == OVERLAY_PROMPT ? d->over.typed : NULL;
}

void desk_act_failed(struct desk *d, const struct command *c, const struct error *err)
{
	if (!is_of_disk(err->code)) {
		desk_fail(d, err);
		return;
	}
	d->disk.stuck = d->disk.act = true;
	d->disk.unknown = err->code == ERROR_COMMIT_UNKNOWN;
	d->disk.tried_ms = desk_now_ms();
	d->disk.then = NULL;
	remember_act(d, c);
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

bool desk_disk_command(const struct desk *d, struct command *c, struct arena *a)
{
	static const struct grammar_day no_day = {{0, 0, 0}, 0};
	struct message why;

	return grammar_parse(arena_str(a, str_of(d->disk.command)), no_day, c, &why, a) ==
	       GRAMMAR_COMMAND;
}

void desk_disk_then(struct desk *d)
{
	void (*then)(struct desk * d) = d->disk.then;
	struct command c;
	struct arena a; /* what comes after it may be long work, which empties the frame's */
	bool known;

	arena_init(&a, &memory_source);
	known = desk_disk_command(d, &c, &a);
	d->disk.then = NULL;
	d->disk.command[0] = '\0';
	if (then) {
		d->question.then_of = d->disk.then_of;
		then(d);
	}
	if (known)
		desk_ask_to_join(d, &c);
	arena_clear(&a);
}

static void close_what_it_was_typed_into(struct desk *d)
{
	struct str key = arena_str(&d->frame, draft_key(d));

	if (d->disk.form[0] && str_equal(typed_into(&d->over), str_of(d->disk.form)) &&
		(d->over.kind != OVERLAY_PROMPT || d->over.typed == d->disk.typed)) {
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
		close_what_it_was_typed_into(d);
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

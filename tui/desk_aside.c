/* F9 over a form, a line or a question: it is put aside with all that was typed, the menu opens,
 * and it comes back as it was, where it was. What the desk remembers for it is kept with it, so
 * that another question asked meanwhile does not answer for it. */
#include "tui/desk.h"

#include "tui/desk_parts.h"
#include "tui/draft.h"

#include <string.h>

/* What the overlays will need, once they are answered, and keep at the desk. */
struct asked {
	void (*reason_done)(struct desk *d, struct str reason);
	int64_t put_off, taking_part, then_of, mend_member;
	int then_kind;
	struct command timing, mend;
	uint32_t undo_act;
	struct vote_id mend_vote;
	char mend_reason[400];
	bool mend_adopts;
};

struct aside {
	struct overlay over;
	struct asked asked;
	enum screen screen;
	int64_t session; /* 0: none was chosen */
	struct aside *next;
};

static int64_t session_number(const struct desk *d)
{
	return desk_session(d) ? desk_session(d)->is.number : 0;
}

static struct asked asked_now(const struct desk *d)
{
	struct asked a = {.reason_done = d->reason_done,
		.put_off = d->put_off,
		.taking_part = d->taking_part,
		.then_of = d->then_of,
		.then_kind = d->then_kind,
		.mend_member = d->mend_member,
		.timing = d->timing,
		.mend = d->mend,
		.undo_act = d->undo_act,
		.mend_vote = d->mend_vote,
		.mend_adopts = d->mend_adopts};

	memcpy(a.mend_reason, d->mend_reason, sizeof(a.mend_reason));
	return a;
}

static void ask_again(struct desk *d, const struct asked *a)
{
	d->reason_done = a->reason_done;
	d->put_off = a->put_off;
	d->taking_part = a->taking_part;
	d->then_of = a->then_of;
	d->then_kind = a->then_kind;
	d->mend_member = a->mend_member;
	d->timing = a->timing;
	d->mend = a->mend;
	d->undo_act = a->undo_act;
	d->mend_vote = a->mend_vote;
	d->mend_adopts = a->mend_adopts;
	memcpy(d->mend_reason, a->mend_reason, sizeof(d->mend_reason));
}

bool desk_put_aside(struct desk *d)
{
	struct aside *a;

	if (overlay_holds_secret(&d->over)) {
		desk_say(d, TONE_CAUTION,
			TEXT("! A passphrase is kept nowhere: Esc leaves this, F9 is free then."));
		return false;
	}
	draft_keep(d);
	a = memory_source.take(sizeof *a);
	*a = (struct aside){.over = d->over,
		.asked = asked_now(d),
		.screen = d->screen,
		.session = session_number(d),
		.next = d->aside};
	d->aside = a;
	d->over = (struct overlay){.kind = OVERLAY_NONE};
	arena_init(&d->over.arena, &memory_source);
	return true;
}

bool desk_take_back(struct desk *d)
{
	struct aside *a = d->aside;

	if (!a || a->session != session_number(d))
		return false;
	if (d->screen != a->screen)
		desk_go(d, a->screen);
	if (a->over.said && a->over.said == d->said) /* it waits no more */
		desk_say(d, TONE_PLAIN, NO_MESSAGE);
	desk_close_overlay(d);
	arena_clear(&d->over.arena);
	d->aside = a->next;
	d->over = a->over; /* the panel and the form point into the desk's own overlay */
	d->over.opened_ms = 0;
	ask_again(d, &a->asked);
	memory_source.give(a);
	return true;
}

/* Closes what was put aside last, as Esc would. */
static void drop(struct desk *d)
{
	struct aside *a = d->aside;

	d->aside = a->next;
	overlay_drop(d, &a->over);
	memory_source.give(a);
}

void desk_aside_goes_on(struct desk *d)
{
	if (!d->aside)
		return;
	if (d->aside->over.kind != OVERLAY_FORM && d->aside->over.kind != OVERLAY_PROMPT &&
		!d->aside->over.under) {
		drop(d);
		return;
	}
	desk_say(d, TONE_CAUTION,
		TEXT("✎ What you were typing waits as it is: Esc comes back to it."));
	d->aside->over.said = d->said;
}

bool desk_draft_aside(const struct desk *d)
{
	return d->aside && d->aside->over.draft.begun;
}

void desk_forget_aside(struct desk *d)
{
	while (d->aside)
		drop(d);
}

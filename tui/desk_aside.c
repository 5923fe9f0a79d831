/* F9 over a form, a line or a question: it is put aside with all that was typed, the menu opens,
 * and it comes back as it was, where it was. */
#include "tui/desk.h"

#include "tui/desk_parts.h"
#include "tui/draft.h"

struct aside {
	struct overlay over;
	struct question question;
	enum screen screen;
	int64_t session; /* 0: none was chosen */
	struct aside *next;
};

static int64_t session_number(const struct desk *d)
{
	return desk_session(d) ? desk_session(d)->is.number : 0;
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
		.question = d->question,
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
	d->question = a->question;
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

/* What a rehearsal tries next, and how the desk comes to one and back. */
#include "tui/rehearsal.h"

#include "tui/desk_parts.h"
#include "tui/keymap.h"

enum { /* in the order of a session */
	TRY_OPENING = 1,
	TRY_ATTENDANCE,
	TRY_QUORUM,
	TRY_ITEMS,
	TRY_VOTE,
	TRY_CORRECTION,
	TRY_ANNOUNCEMENT,
	TRY_CLOSING,
	TRIED_ALL = REHEARSAL_STEPS
};

static bool has_act(const struct session *s, enum event_type type)
{
	for (size_t i = 0; i < s->log.n; i++) {
		if (s->log.at[i].type == type && !s->struck.at[i])
			return true;
	}
	return false;
}

static int attendance_step(const struct session *s)
{
	int64_t here = session_count(s, PRESENCE_HERE);

	return here == 0 || here == session_in_office(s) ? TRY_ATTENDANCE : TRY_QUORUM;
}

static int step_of(const struct session *s)
{
	const struct sitting *sitting = session_sitting(s);
	const struct vote *last = session_vote(s, s->last_vote);

	if (s->phase == PHASE_CLOSED || s->phase == PHASE_FROZEN || s->phase == PHASE_SEALED)
		return TRIED_ALL;
	if (!sitting || s->phase == PHASE_PREPARING || s->phase == PHASE_BETWEEN)
		return TRY_OPENING;
	if (!sitting->quorum_recorded)
		return attendance_step(s);
	if (session_voting(s))
		return TRY_VOTE;
	if (!last)
		return TRY_ITEMS;
	if (!has_act(s, EVENT_VOTE_CORRECTED) && !last->announced)
		return TRY_CORRECTION;
	return last->announced ? TRY_CLOSING : TRY_ANNOUNCEMENT;
}

struct message rehearsal_guide(const struct session *s, enum lang lang, int *step)
{
	*step = step_of(s);
	switch (*step) {
	case TRY_OPENING:
		return TEXT("⏎ the session, ⏎ its sitting; F4 takes the form");
	case TRY_ATTENDANCE:
		return MSG("{all} notes all present; {excused} and a number: excused",
			A_STR("all", keymap_face(BIND_ALL, lang)),
			A_STR("excused", keymap_face(BIND_EXCUSED, lang)));
	case TRY_QUORUM:
		return TEXT("⏎ records the quorum once the marks are right");
	case TRY_ITEMS:
		return TEXT("⏎ goes on, item by item, to a vote by name");
	case TRY_VOTE:
		return MSG("{all} all for; a number: against; ⏎ closes the vote",
			A_STR("all", keymap_face(BIND_ALL, lang)));
	case TRY_CORRECTION:
		return MSG("somebody voted otherwise: {menu} 3 corrects it",
			A_STR("menu", keymap_face(BIND_DO, lang)));
	case TRY_ANNOUNCEMENT:
		return TEXT("⏎ announces: only now does the room see it");
	case TRY_CLOSING:
		return MSG("F8 takes an act back; F9 9 then {menu} 1: close",
			A_STR("menu", keymap_face(BIND_DO, lang)));
	default:
		return TEXT("done; F10 leaves, and nothing of it stays");
	}
}

/* --- from the desk and back --- */

/* A desk of its own on the same terminal. What ends that one from outside ends this one too. */
static void rehearse(struct desk *d, struct cli *cli, struct registry *copy)
{
	struct desk *inner = desk_open(cli, copy, d->term, false);

	while (desk_turn(inner))
		;
	d->leaving = d->told = inner->told;
	d->lang = d->cli->lang = inner->lang;
	desk_close(inner);
}

void registers_rehearse(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct error err = {.code = ERROR_NONE};
	struct cli cli = *d->cli;
	struct rehearsal *re;
	struct arena arena;

	if (d->rehearsal) {
		desk_hint(d, TEXT("! This is a rehearsal already."));
		return;
	}
	if (s && s->phase == PHASE_SITTING) {
		desk_say(d, TONE_BAD, TEXT("✗ A sitting is open: rehearse before it or after it."));
		return;
	}
	arena_init(&arena, &memory_source);
	cli.arena = &arena;
	cli.lang = d->lang;
	cli.held_by = STR("");
	if (rehearsal_begin(&cli, d->r, &re, &err) < 0) {
		desk_fail(d, &err);
	} else {
		cli.register_path = rehearsal_path(re);
		rehearse(d, &cli, rehearsal_register(re));
		if (rehearsal_end(re, &err) < 0)
			desk_fail(d, &err);
		else
			desk_say(d, TONE_GOOD,
				TEXT("● The rehearsal is removed; the register is as it was."));
	}
	arena_clear(&arena);
}

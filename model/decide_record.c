/* Deciding: taking acts back, freezing, signing, withdrawing. */
#include "model/deciding.h"

static bool can_correct(struct deciding *d)
{
	if (!can_session(d))
		return false;
	if (d->s->log.n < 2)
		return refuse(d, "nothing", TEXT("There is nothing to take back."));
	return true;
}

/* Take back act N after the acts in OUT so far; the copy grows in *S. */
static bool take_back(struct deciding *d, struct session *s, uint32_t n, struct str reason)
{
	struct session *after = ARENA_NEW(d->a, struct session);

	if (!session_without(s, n, after, d->a))
		return refuse(d, "needed",
			MSG("Act {act} cannot be taken back: act {by} depends on it. Take that one "
			    "back first.",
				A_DIGITS("act", n), A_DIGITS("by", after->blocked_by)));
	fact(d, EVENT_ACT_CORRECTED)->act_corrected = (struct act_corrected){n, reason};
	*s = *after;
	return true;
}

/* Facts that were recorded as one act and go back as one: N of them from FIRST on; 0: none. */
struct whole {
	uint32_t first, n;
};

/* Is fact N the one at place I of what was recorded as FIRST of N_TYPES? */
static bool stands_at(const struct session *s, uint32_t n, uint32_t i, const enum event_type *types,
	uint32_t n_types)
{
	if (i > n || n - i + n_types > s->log.n)
		return false;
	for (uint32_t k = 0; k < n_types; k++) {
		if (s->log.at[n - i + k].type != types[k])
			return false;
	}
	return true;
}

/* Unanimity is opened, all for, closed; the first sitting opens the session, its agenda and its
 * roster with it. */
static struct whole recorded_with(const struct session *s, uint32_t n)
{
	static const enum event_type unanimity[] = {
		EVENT_VOTE_OPENED, EVENT_VOTE_ALL_MARKED, EVENT_VOTE_CLOSED};
	static const enum event_type opening[] = {EVENT_SESSION_OPENED, EVENT_SITTING_OPENED};

	for (uint32_t i = 0; i < ARRAY_LEN(unanimity); i++) {
		if (stands_at(s, n, i, unanimity, ARRAY_LEN(unanimity)) &&
			s->log.at[n - i].body.vote_opened.kind == VOTE_UNANIMOUS)
			return (struct whole){n - i, ARRAY_LEN(unanimity)};
	}
	for (uint32_t i = 0; i < ARRAY_LEN(opening); i++) {
		if (stands_at(s, n, i, opening, ARRAY_LEN(opening)))
			return (struct whole){n - i, ARRAY_LEN(opening)};
	}
	return (struct whole){0, 0};
}

/* Its corrections stand in the log with the last fact first. When they were a mistake they go back
 * in the same way, and so on. Earlier registers have openings of which one fact alone was taken
 * back: those corrections stand for themselves. */
static struct whole whole_of(const struct session *s, uint32_t n)
{
	struct whole of, is;
	uint32_t corrected;

	if (s->log.at[n].type != EVENT_ACT_CORRECTED)
		return recorded_with(s, n);
	corrected = (uint32_t)s->log.at[n].body.act_corrected.act;
	of = whole_of(s, corrected);
	is = (struct whole){n + corrected + 1 - of.first - of.n, of.n};
	for (uint32_t i = 0; i < of.n; i++) {
		const struct event *e = is.first + i < s->log.n ? &s->log.at[is.first + i] : NULL;

		if (!e || e->type != EVENT_ACT_CORRECTED ||
			e->body.act_corrected.act != (int64_t)of.first + of.n - 1 - i)
			return (struct whole){0, 0};
	}
	return is;
}

static bool take_back_whole(struct deciding *d, struct session *s, uint32_t n, struct str reason)
{
	struct whole whole = whole_of(s, n);

	if (!whole.n)
		return take_back(d, s, n, reason);
	for (uint32_t i = whole.n; i > 0; i--) {
		if (!take_back(d, s, whole.first + i - 1, reason))
			return false;
	}
	return true;
}

static bool make_correction(struct deciding *d)
{
	const struct correction_make *c = &d->c->arg.correction_make;
	const struct session *s = d->s;
	const struct event *e;
	struct session trial;

	if (c->event < 1 || c->event >= (int64_t)s->log.n)
		return refuse(d, "unknown-act",
			MSG("There is no act {n} that could be taken back; acts run from 1 to "
			    "{last}.",
				A_DIGITS("n", c->event), A_DIGITS("last", (int64_t)s->log.n - 1)));
	e = &s->log.at[c->event];
	if (s->struck.at[c->event])
		return refuse(d, "taken-back",
			MSG("Act {n} was already taken back.", A_DIGITS("n", c->event)));
	if (e->type == EVENT_RECORD_FROZEN || e->type == EVENT_RECORD_SIGNED ||
		e->type == EVENT_RECORD_WITHDRAWN)
		return refuse(d, "record-act", TEXT("A freeze is withdrawn, not taken back."));
	trial = *s;
	return take_back_whole(d, &trial, (uint32_t)c->event, c->reason);
}

static bool can_freeze(struct deciding *d)
{
	if (!can_session(d))
		return false;
	if (d->s->phase != PHASE_CLOSED)
		return refuse(d, "not-closed",
			TEXT("The record can be frozen when the sitting is closed."));
	return true;
}

static bool freeze(struct deciding *d)
{
	const struct record_frozen *c = &d->c->arg.record_freeze;

	if (c->signers.n == 0)
		return refuse(d, "no-signers",
			TEXT("Nobody is named to sign: make the signing keys first."));
	fact(d, EVENT_RECORD_FROZEN)->record_frozen = *c;
	return true;
}

static bool can_sign(struct deciding *d)
{
	if (!d->s || d->s->phase == PHASE_SEALED)
		return can_session(d);
	if (d->s->phase != PHASE_FROZEN)
		return refuse(d, "not-frozen",
			TEXT("The record is not frozen, so there is nothing to sign."));
	return true;
}

static bool sign(struct deciding *d)
{
	const struct record_signed *c = &d->c->arg.record_sign;
	const struct signer *next =
		(const struct signer *)d->s->frozen.signers.at + d->s->signatures.n;

	if (next->role != c->role)
		return refuse(d, "not-turn",
			MSG("First signs the {role}.",
				A_MSG("role", message_keep(d->a,
						      name_label(signer_role_names, next->role)))));
	if (!hash_equal(next->certificate, c->certificate))
		return refuse(
			d, "other-key", TEXT("This is not the key the record was frozen for."));
	fact(d, EVENT_RECORD_SIGNED)->record_signed = *c;
	return true;
}

static bool withdraw(struct deciding *d)
{
	const struct record_withdrawn *c = &d->c->arg.record_withdraw;

	if (!c->reason.n)
		return refuse(d, "no-reason", TEXT("Give the reason: it stands in the record."));
	fact(d, EVENT_RECORD_WITHDRAWN)->record_withdrawn = *c;
	return true;
}

const struct decider deciders_record[CMD_COUNT] = {
	[CMD_CORRECTION_MAKE] = {can_correct, make_correction},
	[CMD_RECORD_FREEZE] = {can_freeze, freeze},
	[CMD_RECORD_SIGN] = {can_sign, sign},
	[CMD_RECORD_WITHDRAW] = {can_sign, withdraw},
};

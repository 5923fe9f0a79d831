#include "model/motion.h"

#include "model/budget.h"
#include "model/diff.h"

bool motion_is_agenda(enum motion_kind kind)
{
	return kind >= MOTION_AGENDA && kind <= MOTION_TAKE_OFF;
}

bool motion_amends(enum motion_kind kind)
{
	return kind == MOTION_AMENDMENT || kind == MOTION_TRANSFER || kind == MOTION_SHARE;
}

struct motion *session_motion(const struct session *s, int64_t n)
{
	for (size_t i = 0; i < s->motions.n; i++) {
		if (s->motions.at[i].is.motion == n)
			return &s->motions.at[i];
	}
	return NULL;
}

bool motion_in_one_language(const struct motion *motion)
{
	const struct motion_moved *m = &motion->is;

	return m->kind == MOTION_AMENDMENT && m->before_ar.n && m->before_fr.n &&
	       (m->after_ar.n == 0) != (m->after_fr.n == 0);
}

bool motion_is_chapter(int64_t n)
{
	return n > MOTION_CHAPTER_BASE;
}

static int64_t base_of(int64_t n)
{
	return motion_is_chapter(n)     ? MOTION_CHAPTER_BASE
	       : n > MOTION_AGENDA_BASE ? MOTION_AGENDA_BASE
					: 0;
}

int64_t motion_new_number(const struct session *s, enum motion_kind kind)
{
	int64_t base = kind == MOTION_CHAPTER   ? MOTION_CHAPTER_BASE
		       : motion_is_agenda(kind) ? MOTION_AGENDA_BASE
						: 0;
	int64_t last = base;

	for (size_t i = 0; i < s->motions.n; i++) {
		int64_t n = s->motions.at[i].is.motion;

		if (base_of(n) == base && n > last)
			last = n;
	}
	return last + 1;
}

bool motion_is_procedural(enum motion_kind kind)
{
	return kind >= MOTION_POSTPONE && kind <= MOTION_TAKE_OFF;
}

int64_t motion_place(const struct motion *motion)
{
	return motion->is.item && !motion_is_agenda((enum motion_kind)motion->is.kind)
		       ? motion->is.item
		       : OWN_MATTERS;
}

struct vote *motion_vote(const struct session *s, const struct motion *motion)
{
	struct item *item = session_item(s, motion_place(motion));

	for (size_t i = item ? item->votes.n : 0; i-- > 0;) {
		struct vote *vote = &item->votes.at[i];

		if (vote->motion == motion->is.motion && vote->state != VOTE_IS_VOID)
			return vote;
	}
	return NULL;
}

/* --- where it stands --- */

static bool counted_since(const struct session *s, uint32_t n)
{
	for (size_t i = 0; i < s->quorums.n; i++) {
		if (s->quorums.at[i].n > n && !s->quorums.at[i].lost)
			return true;
	}
	return false;
}

static bool lapsed(const struct session *s, const struct motion *motion)
{
	const struct item *item = session_item(s, motion->is.item);
	enum motion_kind kind = (enum motion_kind)motion->is.kind;

	if (s->phase >= PHASE_CLOSED || motion->sitting != (int64_t)s->sittings.n)
		return true;
	if (!item)
		return kind == MOTION_AGENDA && s->items.n && s->last_item;
	if (kind == MOTION_INSERT)
		return item->state != ITEM_IS_PROPOSED;
	if (motion_is_agenda(kind))
		return item->state != ITEM_IS_WAITING;
	/* After the decision somebody may still be thanked, or the sitting suspended. */
	return item->is.item != s->open_item ||
	       (item_decided(item) && kind != MOTION_THANKS && kind != MOTION_SUSPEND &&
		       kind != MOTION_COUNT);
}

enum motion_state motion_state(const struct session *s, const struct motion *motion)
{
	const struct vote *vote = motion_vote(s, motion);

	if (motion->withdrawn)
		return MOTION_IS_WITHDRAWN;
	if (vote && vote->state == VOTE_IS_OPEN)
		return MOTION_IS_VOTED;
	if (vote && vote->outcome != OUTCOME_TIE_AGAIN)
		return outcome_adopted(vote->outcome) ? MOTION_IS_ADOPTED : MOTION_IS_REJECTED;
	if (motion->is.kind == MOTION_COUNT && counted_since(s, motion->n))
		return MOTION_IS_COUNTED;
	return lapsed(s, motion) ? MOTION_IS_LAPSED : MOTION_WAITS;
}

bool motion_matter_waits(const struct session *s, int64_t key, int64_t n)
{
	const struct motion *motion = session_motion(s, n);
	const struct item *item = session_item(s, key);

	if (motion)
		return motion_state(s, motion) == MOTION_WAITS;
	return item->state == ITEM_IS_WAITING || item->state == ITEM_IS_OPEN;
}

/* --- the order --- */

static int rank(const struct motion *motion)
{
	enum motion_kind kind = (enum motion_kind)motion->is.kind;

	return motion_is_agenda(kind)       ? 0
	       : motion_is_procedural(kind) ? 1
	       : motion_amends(kind)        ? 2
					    : 3;
}

static int64_t distance(const struct motion *motion, struct arena *a)
{
	const struct motion_moved *m = &motion->is;
	int64_t ar = m->after_ar.n ? diff_distance(m->before_ar, m->after_ar, a) : 0;
	int64_t fr = m->after_fr.n ? diff_distance(m->before_fr, m->after_fr, a) : 0;

	return ar > fr ? ar : fr;
}

const struct motion **motions_waiting(const struct session *s, struct arena *a, size_t *n)
{
	const struct motion **list = ARENA_ARRAY(a, const struct motion *, s->motions.n + 1);
	int64_t *far = ARENA_ARRAY(a, int64_t, s->motions.n + 1);

	*n = 0;
	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *motion = &s->motions.at[i];
		int64_t d;
		size_t at;

		/* Chapters have an order of their own: model/budget.h. */
		if (motion_state(s, motion) != MOTION_WAITS || motion->is.kind == MOTION_CHAPTER)
			continue;
		d = motion->is.kind == MOTION_AMENDMENT ? distance(motion, a) : 0;
		for (at = (*n)++;
			at > 0 && (rank(list[at - 1]) > rank(motion) ||
					  (rank(list[at - 1]) == rank(motion) && far[at - 1] < d));
			at--) {
			list[at] = list[at - 1];
			far[at] = far[at - 1];
		}
		list[at] = motion;
		far[at] = d;
	}
	return list;
}

const struct motion *motion_next(const struct session *s, struct arena *a)
{
	size_t n;
	const struct motion **list = motions_waiting(s, a, &n);
	struct both text;

	for (size_t i = 0; i < n; i++) {
		if (list[i]->is.kind != MOTION_AMENDMENT || motion_result(s, list[i], &text, a))
			return list[i];
	}
	return NULL;
}

int64_t motions_on(const struct session *s, int64_t key)
{
	int64_t n = 0;

	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *motion = &s->motions.at[i];

		n += motion->is.item == key && motion_state(s, motion) == MOTION_WAITS &&
		     (motion_amends((enum motion_kind)motion->is.kind) ||
			     motion->is.kind == MOTION_PROPOSAL);
	}
	return n;
}

/* --- what follows from an adopted motion on procedure --- */

static bool suspended_since(const struct session *s, uint32_t n)
{
	for (size_t i = n + 1; i < s->log.n; i++) {
		if (s->log.at[i].type == EVENT_SITTING_SUSPENDED && !s->struck.at[i])
			return true;
	}
	return false;
}

static bool consequence_due(
	const struct session *s, const struct motion *motion, const struct vote *vote)
{
	const struct item *item = session_item(s, motion->is.item);
	bool open = item && item->is.item == s->open_item;

	switch ((enum motion_kind)motion->is.kind) {
	case MOTION_POSTPONE:
	case MOTION_COMMITTEE:
		return open && !item_decided(item);
	case MOTION_CLOSE_DEBATE:
		return open && !item->discussed;
	case MOTION_SUSPEND:
		return motion->sitting == (int64_t)s->sittings.n &&
		       !suspended_since(s, vote->n_closed);
	case MOTION_AMENDMENT:
	case MOTION_PROPOSAL:
	case MOTION_THANKS:
	case MOTION_COUNT:
	case MOTION_AGENDA:
	case MOTION_INSERT:
	case MOTION_SHIFT:
	case MOTION_TAKE_OFF:
	case MOTION_TRANSFER:
	case MOTION_CHAPTER:
	case MOTION_SHARE:
	case MOTION_KIND_COUNT:
		break;
	}
	return false;
}

const struct motion *motion_consequence(const struct session *s)
{
	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *motion = &s->motions.at[i];
		const struct vote *vote = motion_vote(s, motion);

		if (!motion->withdrawn && vote && vote->state == VOTE_IS_CLOSED &&
			outcome_adopted(vote->outcome) && consequence_due(s, motion, vote))
			return motion;
	}
	return NULL;
}

/* --- wordings --- */

struct both motion_text(const struct session *s, const struct item *item)
{
	struct both text = {item->is.text_ar, item->is.text_fr};
	uint32_t newest = 0;

	for (size_t i = 0; i < item->votes.n; i++) {
		const struct vote *vote = &item->votes.at[i];
		const struct motion *motion = session_motion(s, vote->motion);

		if (!motion || motion->is.kind != MOTION_AMENDMENT ||
			vote->state != VOTE_IS_CLOSED || !outcome_adopted(vote->outcome) ||
			vote->n_closed < newest)
			continue;
		newest = vote->n_closed;
		text = vote->text;
	}
	return text;
}

static bool changed(
	struct str before, struct str after, struct str now, struct str *out, struct arena *a)
{
	*out = now;
	if (!after.n)
		return true;
	if (str_equal(before, now)) {
		*out = after;
		return true;
	}
	return diff_merge(before, after, now, out, a);
}

bool motion_result(
	const struct session *s, const struct motion *motion, struct both *text, struct arena *a)
{
	const struct motion_moved *m = &motion->is;
	const struct item *item = session_item(s, m->item);
	struct both now = item ? motion_text(s, item) : (struct both){{0}, {0}};

	return changed(m->before_ar, m->after_ar, now.ar, &text->ar, a) &&
	       changed(m->before_fr, m->after_fr, now.fr, &text->fr, a);
}

struct both motion_voted_text(const struct item *item)
{
	const struct vote *vote = item_vote(item);

	return vote ? vote->text : (struct both){{0}, {0}};
}

/* --- the agenda --- */

bool motion_agenda_due(const struct session *s)
{
	if (!s->rules.agenda_vote || s->sittings.n != 1 || s->open_item || s->last_item)
		return false;
	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *motion = &s->motions.at[i];

		if (motion->is.kind == MOTION_AGENDA && !motion->withdrawn)
			return false;
	}
	return true;
}

bool motion_agenda_unadopted(const struct session *s)
{
	if (!s->rules.agenda_vote || s->last_item)
		return false;
	for (size_t i = 0; i < s->items.n; i++) {
		if (s->items.at[i].n_opened)
			return false;
	}
	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *motion = &s->motions.at[i];

		if (motion->is.kind == MOTION_AGENDA &&
			motion_state(s, motion) == MOTION_IS_ADOPTED)
			return false;
	}
	return true;
}

/* --- words --- */

struct message motion_name(const struct motion *motion, struct arena *a)
{
	struct message kind = name_label(motion_kind_names, motion->is.kind);

	if (motion->is.kind == MOTION_CHAPTER)
		return budget_chapter_name(motion->is.line);
	/* What changes the agenda is told by its item, not by a number: that counts amendments. */
	if (motion_is_agenda((enum motion_kind)motion->is.kind))
		return both_any(motion->about)
			       ? MSG("{motion}, “{title}”", A_MSG("motion", message_keep(a, kind)),
					 A_BOTH("title", motion->about))
			       : kind;
	return MSG("{motion} no. {n}", A_MSG("motion", message_keep(a, kind)),
		A_DIGITS("n", motion->is.motion));
}

struct message motion_named_briefly(const struct motion *motion, struct arena *a)
{
	if (motion_is_agenda((enum motion_kind)motion->is.kind))
		return name_label(motion_kind_names, motion->is.kind);
	return motion_name(motion, a);
}

struct message motion_state_words(enum motion_state state)
{
	switch (state) {
	case MOTION_WAITS:
		return TEXT("to be voted");
	case MOTION_IS_VOTED:
		return TEXT("vote open");
	case MOTION_IS_ADOPTED:
		return TEXT(CTX("motion", "adopted"));
	case MOTION_IS_REJECTED:
		return TEXT(CTX("motion", "rejected"));
	case MOTION_IS_WITHDRAWN:
		return TEXT(CTX("motion", "withdrawn"));
	case MOTION_IS_COUNTED:
		return TEXT("counted");
	case MOTION_IS_LAPSED:
		return TEXT("not put to the vote");
	}
	return NO_MESSAGE;
}

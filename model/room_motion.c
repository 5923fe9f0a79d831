/* What the room is shown of a motion: its words, and of the text before and after it the part that
 * changes. */
#include <string.h>

#include "model/motion.h"
#include "model/room_part.h"

/* "amendment no. 3": a message that points to nothing of the session. */
static struct message motion_words(const struct motion *motion)
{
	static struct message const kinds[MOTION_KIND_COUNT] = {
		[MOTION_AMENDMENT] = {.id = "amendment"},
		[MOTION_PROPOSAL] = {.id = "proposal"},
		[MOTION_THANKS] = {.id = "motion of thanks"},
		[MOTION_POSTPONE] = {.id = "motion to postpone"},
		[MOTION_COMMITTEE] = {.id = "motion to refer to the committee"},
		[MOTION_CLOSE_DEBATE] = {.id = "motion to close the debate"},
		[MOTION_SUSPEND] = {.id = "motion to suspend the sitting"},
		[MOTION_COUNT] = {.id = "call for a count of the quorum"},
		[MOTION_AGENDA] = {.id = "adoption of the agenda"},
		[MOTION_INSERT] = {.id = "urgent item"},
		[MOTION_SHIFT] = {.id = "change of place on the agenda"},
		[MOTION_TAKE_OFF] = {.id = "withdrawal from the agenda"},
		[MOTION_TRANSFER] = {.id = "budget amendment"},
		[MOTION_CHAPTER] = {.id = "chapter of the budget"},
		[MOTION_SHARE] = {.id = "amendment of the amounts"},
	};

	int64_t code = 0;

	if (motion->is.kind == MOTION_CHAPTER) {
		if (!motion->is.line.n)
			return TEXT("the revenue of the budget");
		for (size_t i = 0; i < motion->is.line.n && code >= 0; i++) {
			char c = motion->is.line.p[i];

			code = c < '0' || c > '9' || i > 5 ? -1 : code * 10 + (c - '0');
		}
		return code < 0 ? kinds[MOTION_CHAPTER]
				: MSG("chapter {code} of the budget", A_DIGITS("code", code));
	}
	if (motion_is_agenda((enum motion_kind)motion->is.kind))
		return kinds[motion->is.kind]; /* its title is shown */
	return MSG("{motion} no. {n}", A_MSG("motion", &kinds[motion->is.kind]),
		A_DIGITS("n", motion->is.motion));
}

/* Some words before the place where A and B begin to differ, when that is far from their start. */
static size_t near_change(struct str a, struct str b)
{
	size_t n = 0, from;

	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	if (n < ROOM_TEXT_MAX / 3)
		return 0;
	for (from = n - ROOM_TEXT_MAX / 4; from > 0 && a.p[from - 1] != ' '; from--)
		;
	return from;
}

static struct room_text excerpt(struct str s, size_t from)
{
	struct room_text rest = room_text((struct str){s.p + from, s.n - from});
	struct room_text t = {.n = 0};

	if (from == 0 || rest.n + strlen(ROOM_ELLIPSIS) > ROOM_TEXT_MAX)
		return rest;
	memcpy(t.p, ROOM_ELLIPSIS, strlen(ROOM_ELLIPSIS));
	memcpy(t.p + strlen(ROOM_ELLIPSIS), rest.p, rest.n);
	t.n = rest.n + strlen(ROOM_ELLIPSIS);
	return t;
}

static void show_words(const struct motion_moved *m, struct room_view *v)
{
	size_t ar = near_change(m->before_ar, m->after_ar);
	size_t fr = near_change(m->before_fr, m->after_fr);

	v->after = (struct room_both){excerpt(m->after_ar, ar), excerpt(m->after_fr, fr)};
	if (m->after_ar.n)
		v->before.ar = excerpt(m->before_ar, ar);
	if (m->after_fr.n)
		v->before.fr = excerpt(m->before_fr, fr);
}

/* The motion that waits on ITEM, moved after what was announced last; NULL: none. */
static const struct motion *motion_to_show(const struct session *s, const struct item *item)
{
	const struct vote *last = session_vote(s, s->last_vote);

	for (size_t i = s->motions.n; i-- > 0;) {
		const struct motion *motion = &s->motions.at[i];

		if (motion_state(s, motion) == MOTION_WAITS && motion->is.item == item->is.item &&
			(!last || motion->n > last->n_announced))
			return motion;
	}
	return NULL;
}

void room_name_motion(const struct session *s, const struct vote *vote, struct room_view *v)
{
	const struct motion *motion = session_motion(s, vote->motion);
	const struct item *about = motion ? session_item(s, motion->is.item) : NULL;

	if (!motion)
		return;
	v->motion = motion_words(motion);
	if (vote->id.item == OWN_MATTERS && about)
		v->title = v->short_title = room_copy_both(item_title(about));
}

void room_show_motion(const struct session *s, const struct item *item, struct room_view *v)
{
	const struct motion *motion = motion_to_show(s, item);

	if (!motion)
		return;
	v->motion = motion_words(motion);
	show_words(&motion->is, v);
	if (motion->is.kind == MOTION_TRANSFER)
		room_show_transfer(s, item, &motion->is, v);
}

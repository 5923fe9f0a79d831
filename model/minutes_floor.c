/* Who spoke, when, how long and on whose behalf; and the time each had, as an annex. */
#include "model/floor.h"
#include "model/minutes_part.h"

/* What is told in one place: of an item or of a sitting, before the vote or after it. */
struct place {
	int64_t item, sitting;
	bool after;
	uint32_t n_voted; /* the act that closed the last vote on the item as a whole; 0: none */
};

static struct place place_of(const struct minutes *m, int64_t key, int64_t sitting, bool after)
{
	const struct item *item = key ? session_item(m->s, key) : NULL;
	const struct vote *whole = item ? item_vote(item) : NULL;

	return (struct place){key, sitting, after, whole ? whole->n_closed : 0};
}

/* Who was given the floor once the vote was closed spoke after it; who never was waited before. */
static bool belongs(const struct speech *speech, const struct place *p)
{
	if (speech->is.item != p->item || (!p->item && speech->sitting != p->sitting))
		return false;
	return (p->n_voted && speech->n_given > p->n_voted) == p->after;
}

static bool was_given(const struct speech *speech)
{
	return speech->state == SPEECH_RUNS || speech->state == SPEECH_IS_OVER;
}

/* Nobody comes to it any more: its item was left, its sitting closed. */
static bool was_not_reached(const struct minutes *m, const struct speech *speech)
{
	return speech->state == SPEECH_WAITS &&
	       (speech->is.item ? speech->is.item != m->s->open_item
				: instant_is_set(m->s->sittings.at[speech->sitting - 1].closed));
}

bool minutes_has_floor(const struct minutes *m, int64_t item, int64_t sitting, bool after)
{
	const struct place place = place_of(m, item, sitting, after);

	for (size_t i = 0; i < m->s->speeches.n; i++) {
		const struct speech *speech = &m->s->speeches.at[i];

		if (belongs(speech, &place) && (was_given(speech) || was_not_reached(m, speech)))
			return true;
	}
	return false;
}

static struct message speaker(const struct minutes *m, const struct speech *speech)
{
	struct text_kept t = {.member = speech->is.member, .guest = speech->is.guest};

	return minutes_speaker(m, &t);
}

static struct message told(const struct minutes *m, const struct speech *speech)
{
	struct both whom = {speech->is.behalf_ar, speech->is.behalf_fr};
	struct arg it = A_MSG("speaker", minutes_keep(m, speaker(m, speech)));
	struct message what = MSG("speech of {speaker}", it);

	if (speech->is.kind == SPEECH_REPLY)
		what = MSG("right of reply of {speaker}", it);
	else if (speech->is.kind == SPEECH_ORDER)
		what = MSG("point of order of {speaker}", it);
	if (floor_has_behalf(speech))
		what = MSG("{what}, on behalf of: {whom}", A_MSG("what", minutes_keep(m, what)),
			A_BOTH("whom", whom));
	return what;
}

static void limit(const struct minutes *m, struct node *parent, int64_t item)
{
	const struct floor_limited *is = NULL;

	for (size_t i = 0; i < m->s->speech_limits.n; i++) {
		if (m->s->speech_limits.at[i].item == item)
			is = &m->s->speech_limits.at[i];
	}
	if (is && is->seconds)
		minutes_text(m, parent,
			MSG("The speaking time was set at {duration} for each speaker.",
				A_MSG("duration",
					minutes_keep(m, floor_duration(is->seconds, m->a)))));
}

static void not_reached(const struct minutes *m, struct node *parent, const struct place *place)
{
	struct message *list = ARENA_ARRAY(m->a, struct message, m->s->speeches.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < m->s->speeches.n; i++) {
		const struct speech *speech = &m->s->speeches.at[i];

		if (belongs(speech, place) && was_not_reached(m, speech))
			list[n++] = speaker(m, speech);
	}
	if (n)
		minutes_text(m, parent,
			MSG("On the list of speakers, without having had the floor: {members}.",
				A_LIST("members", list, n)));
}

/* In the order in which the floor was given. */
static const struct speech *given_after(
	const struct minutes *m, const struct place *place, uint32_t n)
{
	const struct speech *next = NULL;

	for (size_t i = 0; i < m->s->speeches.n; i++) {
		const struct speech *speech = &m->s->speeches.at[i];

		if (belongs(speech, place) && was_given(speech) && speech->n_given > n &&
			(!next || speech->n_given < next->n_given))
			next = speech;
	}
	return next;
}

void minutes_floor(
	const struct minutes *m, struct node *parent, int64_t item, int64_t sitting, bool after)
{
	const struct place place = place_of(m, item, sitting, after);
	const struct place before = place_of(m, item, sitting, false);
	const struct speech *speech = given_after(m, &place, 0);
	struct node *list = NULL;

	if (speech) {
		if (!after || !given_after(m, &before, 0))
			limit(m, parent, item);
		list = node_add(m->a, parent, NODE_LIST, NO_MESSAGE);
	}
	for (; speech; speech = given_after(m, &place, speech->n_given)) {
		struct message what = told(m, speech);
		struct arg time = A_TIME("time", speech->given);
		struct node *n;

		if (speech->state == SPEECH_IS_OVER)
			n = node_add(m->a, list, NODE_LIST_ITEM,
				MSG("At {time}: {what} ({duration}).", time,
					A_MSG("what", minutes_keep(m, what)),
					A_MSG("duration",
						minutes_keep(m,
							floor_duration(speech->seconds, m->a)))));
		else
			n = node_add(m->a, list, NODE_LIST_ITEM,
				MSG("At {time}: {what}.", time,
					A_MSG("what", minutes_keep(m, what))));
		minutes_acts(n, speech->n_asked, speech->n_ended);
	}
	not_reached(m, parent, &place);
}

/* --- the annex --- */

static void row_of(const struct minutes *m, struct node *table, struct message who,
	struct floor_total total, bool strong)
{
	struct node *row;

	if (total.speeches == 0)
		return;
	row = minutes_row(m, table);
	row->strong = strong;
	minutes_cell(m, row, NODE_START, who);
	minutes_cell(m, row, NODE_CENTRE, MSG(minutes_whole, A_INT("it", total.speeches)));
	minutes_cell(m, row, NODE_START, floor_duration(total.seconds, m->a));
}

void minutes_speaking_time(const struct minutes *m, struct node *parent)
{
	static const char *const header[] = {
		N_("Speaker"), CTX("floor", "Speeches"), N_("Speaking time")};
	static const int widths[] = {50, 16, 34};
	struct floor_total all = {0, 0};
	struct node *section, *table;

	for (size_t i = 0; i < m->s->sittings.n; i++) {
		struct floor_total one = floor_total_sitting(m->s, m->s->sittings.at[i].is.sitting);

		all.speeches += one.speeches;
		all.seconds += one.seconds;
	}
	if (all.speeches == 0)
		return;
	section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	minutes_heading(m, section, 1, TEXT("Annex: speaking time"));
	table = minutes_table(m, section, 3, widths, header);
	for (size_t i = 0; i < m->s->seats.n; i++) {
		int64_t number = m->s->seats.at[i].member.number;

		row_of(m, table, describe_member(m->s, number), floor_total_of(m->s, number, 0),
			false);
	}
	for (size_t i = 0; i < m->s->guests.n; i++)
		row_of(m, table, minutes_guest(&m->s->guests.at[i].is),
			floor_total_of(m->s, 0, (int64_t)i + 1), false);
	row_of(m, table, TEXT("Total"), all, true);
}

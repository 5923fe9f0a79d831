#include "model/follow_up.h"

#include "model/agreement.h"
#include "model/call.h"
#include "model/convening.h"

struct list_of_due {
	struct due *at;
	size_t n, max;
};

static void add(
	struct list_of_due *list, struct message what, struct date by, enum certainty certainty)
{
	if (list->n < list->max)
		list->at[list->n++] = (struct due){what, by, certainty};
}

static struct date end_of(const struct session *s)
{
	return instant_date(instant_is_set(s->over) ? s->over : session_sitting(s)->closed);
}

/* DAYS after the end; not set when the rule says no number. */
static struct date days_after(const struct session *s, int64_t days, bool working)
{
	return days ? convening_after(end_of(s), days, working) : (struct date){0};
}

static void sending(const struct session *s, struct list_of_due *list, struct arena *a)
{
	const struct rule_list *to = &s->rules.minutes_send_to;
	struct message *names = ARENA_ARRAY(a, struct message, to->n + 1);

	if (!s->rules.minutes_send_days && !to->n)
		return;
	for (size_t i = 0; i < to->n; i++)
		names[i] = name_label(recipient_names, to->at[i]);
	add(list,
		to->n ? MSG("send the minutes to: {recipients}", A_LIST("recipients", names, to->n))
		      : TEXT("send the minutes"),
		days_after(s, s->rules.minutes_send_days, s->rules.minutes_working_days),
		rules_certainty(&s->rules,
			s->rules.minutes_send_days ? RULE_MINUTES_DAYS : RULE_MINUTES_TO));
}

static bool needs_visa(const struct session *s, const struct item *item)
{
	for (size_t i = 0; i < s->rules.visa_kinds.n; i++) {
		if (s->rules.visa_kinds.at[i] == item->is.kind)
			return true;
	}
	return false;
}

static void item_due(const struct session *s, const struct item *item, struct list_of_due *list)
{
	const struct vote *vote = item_vote(item);
	int64_t number = vote ? session_decision_number(s, vote) : 0;
	struct arg title = A_BOTH("title", item_short(item));

	if (number && needs_visa(s, item))
		add(list,
			MSG("decision No. {n} needs its visa: {title}", A_INT("n", number), title),
			days_after(s, s->rules.visa_days, false),
			rules_certainty(&s->rules, RULE_VISA_KINDS));
	if (item_comes_again(item))
		add(list, MSG("refused, comes before the next session: {title}", title),
			(struct date){0}, CERTAINTY_LAW);
	else if (item->state == ITEM_IS_POSTPONED)
		add(list,
			item->postponed_to == POSTPONED_NEXT_SESSION
				? MSG("postponed to the next session: {title}", title)
				: MSG("postponed to a later session: {title}", title),
			(struct date){0}, CERTAINTY_LAW);
}

/* An agreement that was approved and is to be signed, or waits for its visa. */
static void agreement_due(const struct session *s, const struct chamber *c, const struct item *item,
	struct list_of_due *list)
{
	struct agreement_standing standing;

	if (item->is.kind != ITEM_AGREEMENT)
		return;
	standing = agreement_standing(s, item, c);
	if (agreement_unsigned(&standing))
		add(list, MSG("agreement to be signed: {title}", A_BOTH("title", item_short(item))),
			(struct date){0}, CERTAINTY_LAW);
	if (agreement_awaits_visa(&standing))
		add(list,
			MSG("agreement waiting for its visa: {title}",
				A_BOTH("title", item_short(item))),
			(struct date){0}, CERTAINTY_LAW);
}

size_t follow_up_agreements(
	const struct session *s, const struct chamber *c, struct due *out, size_t max)
{
	struct list_of_due list = {out, 0, max};

	for (size_t i = 0; s->phase >= PHASE_CLOSED && i < s->agenda.n; i++)
		agreement_due(s, c, session_item(s, s->agenda.at[i]), &list);
	return list.n;
}

size_t follow_up(const struct session *s, struct due *out, size_t max, struct arena *a)
{
	struct list_of_due list = {out, 0, max};

	if (s->opened && s->phase >= PHASE_CLOSED && s->sittings.n) {
		sending(s, &list, a);
		for (size_t i = 0; i < s->agenda.n; i++)
			item_due(s, session_item(s, s->agenda.at[i]), &list);
	}
	for (size_t i = 0; i < s->requests.n; i++) {
		const struct request *r = &s->requests.at[i];

		if (!r->n_answered)
			add(&list,
				MSG("written request {n} is not answered",
					A_INT("n", r->is.request)),
				(struct date){0}, CERTAINTY_LAW);
		else if (r->answer.outcome == REQUEST_LATER)
			add(&list,
				MSG("written request {n} was left for later",
					A_INT("n", r->is.request)),
				(struct date){0}, CERTAINTY_LAW);
	}
	return list.n;
}

struct message follow_up_words(const struct due *due, struct arena *a)
{
	struct message words = due->what;

	if (due->by.year)
		words = MSG("{what}, by {date}", A_MSG("what", message_keep(a, words)),
			A_DATE("date", due->by));
	if (due->certainty == CERTAINTY_UNCONFIRMED)
		words = MSG("{what} (rule not confirmed)", A_MSG("what", message_keep(a, words)));
	return words;
}

/* --- absences --- */

void absence_count(struct absence *list, size_t n, const struct session *s)
{
	for (size_t i = 0; i < n && s->sittings.n; i++) {
		const struct seat *seat = session_seat(s, list[i].member);
		bool there = false, absent = false;

		if (!seat)
			continue; /* not in office then */
		for (size_t k = 0; k < s->movements.n; k++) {
			const struct movement *m = &s->movements.at[k];

			if (m->member != list[i].member)
				continue;
			there = there || m->presence == PRESENCE_HERE ||
				m->presence == PRESENCE_REMOTE ||
				(m->presence == PRESENCE_EXCUSED && !m->refused);
			absent = absent || m->presence == PRESENCE_ABSENT ||
				 (m->presence == PRESENCE_EXCUSED && m->refused);
		}
		if (there || !absent) {
			list[i].in_row = 0;
			continue;
		}
		list[i].total++;
		list[i].in_row++;
	}
}

bool absence_reported(const struct absence *absence, const struct rules *rules)
{
	return (rules->absence_consecutive && absence->in_row >= rules->absence_consecutive) ||
	       (rules->absence_total && absence->total >= rules->absence_total);
}

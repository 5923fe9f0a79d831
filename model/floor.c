#include "model/floor.h"

#include "model/attendance.h"
#include "model/describe.h"
#include "model/presence.h"

/* --- who --- */

struct speech *floor_request(const struct session *s, int64_t request)
{
	if (request < 1 || (size_t)request > s->speeches.n)
		return NULL;
	return &s->speeches.at[request - 1];
}

struct speech *floor_speaking(const struct session *s)
{
	return floor_request(s, s->speaking);
}

static bool waits_here(const struct session *s, const struct speech *speech)
{
	return speech->is.item == s->open_item && speech->sitting == (int64_t)s->sittings.n;
}

struct speech *floor_waiting(const struct session *s, size_t i)
{
	for (size_t k = 0; k < s->floor_queue.n; k++) {
		struct speech *speech = floor_request(s, s->floor_queue.at[k]);

		if (waits_here(s, speech) && i-- == 0)
			return speech;
	}
	return NULL;
}

size_t floor_waiting_count(const struct session *s)
{
	size_t n = 0;

	while (floor_waiting(s, n))
		n++;
	return n;
}

bool floor_may_speak(const struct session *s, const struct speech *speech)
{
	const struct seat *seat = session_seat(s, speech->is.member);

	if (speech->is.guest)
		return true;
	return seat && (seat->presence == PRESENCE_HERE || seat->presence == PRESENCE_REMOTE) &&
	       !session_recused(s, s->open_item, speech->is.member);
}

struct speech *floor_next(const struct session *s)
{
	struct speech *speech;

	for (size_t i = 0; (speech = floor_waiting(s, i)) != NULL; i++) {
		if (floor_may_speak(s, speech))
			return speech;
	}
	return NULL;
}

size_t floor_place(const struct session *s, enum speech_kind kind)
{
	size_t i = 0;

	while (i < s->floor_queue.n && floor_request(s, s->floor_queue.at[i])->is.kind >= (int)kind)
		i++;
	return i;
}

/* --- how long --- */

static int64_t rule_seconds(const struct session *s)
{
	return s->rules.speech_seconds;
}

int64_t floor_limit(const struct session *s, int64_t item)
{
	for (size_t i = s->speech_limits.n; i-- > 0;) {
		if (s->speech_limits.at[i].item == item)
			return s->speech_limits.at[i].seconds;
	}
	return rule_seconds(s);
}

/* Seconds of FROM … TO that lie in PAUSE, which may not be over yet. */
static int64_t paused(const struct pause *pause, int64_t from, int64_t to)
{
	int64_t begin = pause->from.seconds > from ? pause->from.seconds : from;
	int64_t end = instant_is_set(pause->to) && pause->to.seconds < to ? pause->to.seconds : to;

	return end > begin ? end - begin : 0;
}

int64_t floor_seconds(const struct session *s, const struct speech *speech, struct instant at)
{
	const struct sitting *sitting = session_sitting(s);
	int64_t from = speech->given.seconds, seconds = at.seconds - from;

	for (size_t i = 0; sitting && i < sitting->pauses.n; i++)
		seconds -= paused(&sitting->pauses.at[i], from, at.seconds);
	return seconds > 0 ? seconds : 0;
}

static void add(struct floor_total *total, const struct speech *speech)
{
	if (speech->state != SPEECH_IS_OVER)
		return;
	total->speeches++;
	total->seconds += speech->seconds;
}

struct floor_total floor_total_of(const struct session *s, int64_t member, int64_t guest)
{
	struct floor_total total = {0, 0};

	for (size_t i = 0; i < s->speeches.n; i++) {
		if (s->speeches.at[i].is.member == member && s->speeches.at[i].is.guest == guest)
			add(&total, &s->speeches.at[i]);
	}
	return total;
}

struct floor_total floor_total_item(const struct session *s, int64_t item, int64_t sitting)
{
	struct floor_total total = {0, 0};

	for (size_t i = 0; i < s->speeches.n; i++) {
		if (s->speeches.at[i].is.item == item && s->speeches.at[i].sitting == sitting)
			add(&total, &s->speeches.at[i]);
	}
	return total;
}

struct floor_total floor_total_sitting(const struct session *s, int64_t sitting)
{
	struct floor_total total = {0, 0};

	for (size_t i = 0; i < s->speeches.n; i++) {
		if (s->speeches.at[i].sitting == sitting)
			add(&total, &s->speeches.at[i]);
	}
	return total;
}

bool floor_discussed(const struct session *s, const struct item *item)
{
	for (size_t i = 0; i < s->passages.n; i++) {
		if (s->passages.at[i].is.item == item->is.item &&
			s->passages.at[i].is.part == TEXT_DISCUSSION)
			return true;
	}
	for (size_t i = 0; i < s->speeches.n; i++) {
		const struct speech *speech = &s->speeches.at[i];

		if (speech->is.item == item->is.item &&
			(speech->state == SPEECH_RUNS || speech->state == SPEECH_IS_OVER))
			return true;
	}
	return item->discussed;
}

/* --- words --- */

static const struct guest_noted *guest_of(const struct session *s, const struct speech *speech)
{
	int64_t guest = speech->is.guest;

	return guest >= 1 && (size_t)guest <= s->guests.n ? &s->guests.at[guest - 1].is : NULL;
}

/* The act that says who speaks: a substitute has the floor in his own name. */
static uint32_t act_of(const struct speech *speech)
{
	return speech->n_given ? speech->n_given : speech->n_asked;
}

struct both floor_name(const struct session *s, const struct speech *speech)
{
	const struct guest_noted *guest = guest_of(s, speech);

	if (!guest)
		return attendance_name(s, speech->is.member, act_of(speech));
	if (guest->name_ar.n || guest->name_fr.n)
		return (struct both){guest->name_ar, guest->name_fr};
	return (struct both){guest->title_ar, guest->title_fr};
}

bool floor_substitute(const struct session *s, const struct speech *speech)
{
	return !guest_of(s, speech) &&
	       session_substitute_at(s, speech->is.member, act_of(speech)) != NULL;
}

struct message floor_who(const struct session *s, const struct speech *speech)
{
	const struct guest_noted *guest = guest_of(s, speech);
	struct both name = floor_name(s, speech);

	if (!guest)
		return describe_sitter(s, speech->is.member, act_of(speech));
	if (both_any(name))
		return MSG("{it}", A_BOTH("it", name));
	return name_label(capacity_names, guest->capacity);
}

struct message floor_address(const struct session *s, const struct speech *speech, struct arena *a)
{
	const struct guest_noted *guest = guest_of(s, speech);
	const struct seat *seat = guest ? NULL : session_seat(s, speech->is.member);
	struct both name = floor_name(s, speech);
	struct arg it;

	if (guest && (guest->title_ar.n || guest->title_fr.n))
		return MSG("{it}", A_BOTH("it", ((struct both){guest->title_ar, guest->title_fr})));
	if (!seat || (name.ar.n == 0 && name.fr.n == 0))
		return floor_who(s, speech);
	it = A_MSG("person", message_keep(a, MSG("{it}", A_BOTH("it", name))));
	if (floor_substitute(s, speech))
		return *it.u.msg;
	if (seat->member.gender == GENDER_MAN)
		return MSG(CTX("man", "{person}"), it);
	if (seat->member.gender == GENDER_WOMAN)
		return MSG(CTX("woman", "{person}"), it);
	return MSG("{it}", A_BOTH("it", name));
}

bool floor_has_behalf(const struct speech *speech)
{
	return speech->is.behalf_ar.n > 0 || speech->is.behalf_fr.n > 0;
}

struct str floor_clock(int64_t seconds, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_padded(&b, seconds / 60, 2);
	builder_add_char(&b, ':');
	builder_add_padded(&b, seconds % 60, 2);
	return builder_str(&b);
}

struct message floor_duration(int64_t seconds, struct arena *a)
{
	struct message *list = ARENA_ARRAY(a, struct message, 2);
	size_t n = 0;

	if (seconds >= 60)
		list[n++] = MSGN("{n} minute", "{n} minutes", seconds / 60);
	if (seconds % 60 || n == 0)
		list[n++] = MSGN("{n} second", "{n} seconds", seconds % 60);
	return MSG("{it}", A_LIST("it", list, n));
}

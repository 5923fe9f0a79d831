#include "model/floor_timer.h"

int64_t floor_timer_ms(const struct floor_timer *timer, int64_t now_ms)
{
	int64_t since = now_ms - timer->mark_ms;

	if (!timer->running || since < 0)
		return timer->spoken_ms;
	return timer->spoken_ms + (since < FLOOR_STALE_MS ? since : FLOOR_STALE_MS);
}

struct str floor_timer_text(const struct floor_timer *timer, struct arena *a)
{
	const int64_t figures[] = {timer->session, timer->request, timer->running, timer->spoken_ms,
		timer->mark_ms, timer->wall};
	struct builder b;

	builder_init(&b, a);
	for (size_t i = 0; i < ARRAY_LEN(figures); i++) {
		if (i)
			builder_add_char(&b, ' ');
		builder_add_int(&b, figures[i]);
	}
	return builder_str(&b);
}

static bool take_figure(struct str *s, int64_t *v)
{
	size_t i = 0;

	*v = 0;
	while (i < s->n && s->p[i] >= '0' && s->p[i] <= '9' && i < 16)
		*v = *v * 10 + (s->p[i++] - '0');
	if (i == 0 || (i < s->n && s->p[i] != ' '))
		return false;
	if (i < s->n)
		i++;
	*s = (struct str){s->p + i, s->n - i};
	return true;
}

bool floor_timer_parse(struct str text, struct floor_timer *timer)
{
	int64_t v[6];

	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		if (!take_figure(&text, &v[i]))
			return false;
	}
	if (text.n || v[2] > 1)
		return false;
	*timer = (struct floor_timer){v[0], v[1], v[2] == 1, v[3], v[4], v[5]};
	return true;
}

enum floor_alarm floor_alarm(int64_t seconds, int64_t limit)
{
	if (limit == 0 || seconds * 5 < limit * 4)
		return FLOOR_IN_TIME;
	return seconds < limit ? FLOOR_NEARLY : FLOOR_OVER;
}

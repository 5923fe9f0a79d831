#include "tui/shown.h"

#include "storage/memory.h"

#define KEPT 17 /* letters for each paragraph: sixteen digits and how it was shown */

void shown_init(struct shown *s)
{
	*s = (struct shown){.n = 0};
	arena_init(&s->arena, &memory_source);
}

void shown_clear(struct shown *s)
{
	arena_clear(&s->arena);
	shown_init(s);
}

static struct shown_known *known(const struct shown *s, uint64_t says)
{
	for (size_t i = 0; i < s->known_n; i++)
		if (s->known[i].says == says)
			return &s->known[i];
	return NULL;
}

static void know(struct shown *s, uint64_t says, enum shown_how how)
{
	struct shown_known *is = known(s, says);

	if (is) {
		is->how = how > is->how ? how : is->how;
		return;
	}
	if (s->known_n == s->known_room) {
		size_t room = s->known_room ? 2 * s->known_room : 512;
		struct shown_known *more = ARENA_ARRAY(&s->arena, struct shown_known, room);

		for (size_t i = 0; i < s->known_n; i++)
			more[i] = s->known[i];
		s->known = more;
		s->known_room = room;
	}
	s->known[s->known_n++] = (struct shown_known){says, how};
}

/* Both languages count: what was written in one only is news to who read the other. */
static uint64_t *says_of(const struct session *session, size_t *n, struct arena *a)
{
	size_t other_n;
	uint64_t *says = reading_says(reading_document(session, LANG_AR, a), n, a);
	const uint64_t *other = reading_says(reading_document(session, LANG_FR, a), &other_n, a);

	for (size_t i = 1; i < *n; i++)
		if (i < other_n && says[i])
			says[i] = (says[i] ^ other[i]) * 1099511628211u;
	return says;
}

static enum shown_how before(const struct shown *old, uint64_t says)
{
	for (size_t i = 1; i < old->n; i++)
		if (old->says[i] == says)
			return old->now[i];
	return SHOWN_NOT;
}

void shown_of(struct shown *s, const struct session *session)
{
	const struct shown old = *s;
	struct arena scratch;
	uint64_t *says;

	if (s->n && s->session == session->is.number && s->acts == session->log.n)
		return;
	arena_init(&scratch, &memory_source);
	says = says_of(session, &s->n, &scratch);
	s->says = arena_copy(&s->arena, says, s->n * sizeof *says);
	arena_clear(&scratch);
	s->ever = ARENA_ARRAY(&s->arena, enum shown_how, s->n);
	s->now = ARENA_ARRAY(&s->arena, enum shown_how, s->n);
	s->session = session->is.number;
	s->acts = session->log.n;
	for (size_t i = 1; i < s->n; i++) {
		const struct shown_known *is = known(s, s->says[i]);

		s->ever[i] = !s->says[i] ? SHOWN_ARABIC : is ? is->how : SHOWN_NOT;
		s->now[i] = old.n && s->says[i] ? before(&old, s->says[i]) : s->ever[i];
	}
}

void shown_laid(struct shown *s, const struct reading *r)
{
	s->rows = ARENA_ARRAY(&s->arena, bool, r->n);
	s->rows_n = r->n;
}

static bool row_shown(const struct shown *s, const struct reading *r, size_t row)
{
	size_t paragraph = reading_paragraph(r, row);

	return !paragraph || reading_blank(r, row) ||
	       (paragraph < s->n && s->now[paragraph] != SHOWN_NOT) ||
	       (row < s->rows_n && s->rows[row]);
}

bool shown_rows(const struct shown *s, const struct reading *r, size_t top, size_t end)
{
	for (size_t row = top; row < end; row++)
		if (!row_shown(s, r, row))
			return false;
	return true;
}

/* All rows of PARAGRAPH were shown in this layout; it may have none. */
static bool whole(const struct shown *s, const struct reading *r, size_t paragraph)
{
	for (size_t row = reading_row(r, paragraph);
		row < r->n && reading_paragraph(r, row) <= paragraph; row++)
		if (reading_paragraph(r, row) == paragraph && !reading_blank(r, row) &&
			!s->rows[row])
			return false;
	return true;
}

bool shown_mark(struct shown *s, const struct reading *r, size_t top, size_t end)
{
	enum shown_how how = r->lang == LANG_AR ? SHOWN_ARABIC : SHOWN_TRANSLATED;
	size_t first, last;
	bool news = false;

	if (end > s->rows_n || top >= end)
		return false;
	for (size_t row = top; row < end; row++)
		s->rows[row] = true;
	first = reading_paragraph(r, top);
	last = reading_paragraph(r, end - 1);
	for (size_t i = first ? first : 1; i <= last && i < s->n; i++) {
		if (s->now[i] >= how || !whole(s, r, i))
			continue;
		s->now[i] = how;
		if (s->ever[i] >= how)
			continue;
		s->ever[i] = how;
		know(s, s->says[i], how);
		news = true;
	}
	return news;
}

bool shown_begin(struct shown *s)
{
	bool again = shown_ever(s), anew = again ? shown_now(s) : true;

	for (size_t i = 1; anew && i < s->n; i++)
		s->now[i] = again && s->says[i] ? SHOWN_NOT : s->ever[i];
	for (size_t row = 0; anew && row < s->rows_n; row++)
		s->rows[row] = s->rows[row] && !again;
	return !shown_any(s);
}

void shown_end(struct shown *s)
{
	for (size_t i = 1; i < s->n; i++) {
		s->now[i] = s->now[i] ? s->now[i] : SHOWN_ARABIC;
		s->ever[i] = s->ever[i] ? s->ever[i] : SHOWN_ARABIC;
	}
}

bool shown_now(const struct shown *s)
{
	for (size_t i = 1; i < s->n; i++)
		if (s->now[i] == SHOWN_NOT)
			return false;
	return true;
}

bool shown_ever(const struct shown *s)
{
	for (size_t i = 1; i < s->n; i++)
		if (s->ever[i] == SHOWN_NOT)
			return false;
	return true;
}

bool shown_any(const struct shown *s)
{
	for (size_t i = 1; i < s->n; i++)
		if (s->says[i] && s->now[i] != SHOWN_NOT)
			return true;
	return false;
}

bool shown_translated(const struct shown *s)
{
	for (size_t i = 1; i < s->n; i++)
		if (s->ever[i] == SHOWN_TRANSLATED)
			return true;
	return false;
}

struct str shown_kept(const struct shown *s, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (size_t i = 0; i < s->known_n; i++) {
		for (int shift = 60; shift >= 0; shift -= 4)
			builder_add_char(&b, "0123456789abcdef"[s->known[i].says >> shift & 15]);
		builder_add_char(&b, s->known[i].how == SHOWN_ARABIC ? '=' : '-');
	}
	return builder_str(&b);
}

static int digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : 0;
}

void shown_recall(struct shown *s, struct str kept)
{
	for (size_t at = 0; at + KEPT <= kept.n; at += KEPT) {
		uint64_t says = 0;

		for (size_t i = 0; i < KEPT - 1; i++)
			says = says << 4 | (uint64_t)digit(kept.p[at + i]);
		know(s, says, kept.p[at + KEPT - 1] == '=' ? SHOWN_ARABIC : SHOWN_TRANSLATED);
	}
}

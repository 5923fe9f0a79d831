/* The minutes: they grow from the acts by themselves and are read here; F4 chooses a passage to
 * write (minutes_choose.c, writing.c). */
#include "tui/minutes_look.h"

#include "locale/text.h"
#include "tui/desk_parts.h"

struct minutes_look *minutes_look(struct desk *d)
{
	const struct session *s = desk_session(d);

	if (d->minutes && d->minutes->session != s->is.number)
		minutes_leave(d);
	if (!d->minutes) {
		d->minutes = memory_source.take(sizeof *d->minutes);
		*d->minutes = (struct minutes_look){.session = s->is.number};
		reading_init(&d->minutes->reading);
	}
	return d->minutes;
}

/* --- reading --- */

static size_t last_top(const struct minutes_look *m)
{
	size_t page = m->page > 0 ? (size_t)m->page : 1;

	return m->reading.n > page ? m->reading.n - page : 0;
}

static void scroll_to(struct minutes_look *m, size_t top)
{
	m->top = top > last_top(m) ? last_top(m) : top;
}

/* Some forty letters of its first line are enough to find a passage again. */
static void scroll_to_passage(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct minutes_look *m = d->minutes;
	struct str text;
	size_t n = 0, row;

	if (m->show >= 1 && m->show <= (int64_t)s->passages.n) {
		text = both_pick(s->passages.at[m->show - 1].content, d->lang);
		while (n < text.n && n < 80 && text.p[n] != '\n')
			n = text_next(text, n);
		if (n && reading_find(&m->reading, (struct str){text.p, n}, m->reading.n, &row))
			m->top = row > 3 ? row - 3 : 0;
	}
	m->show = 0;
}

static struct str paragraph(struct desk *d, size_t row)
{
	return reading_text(&d->minutes->reading, row);
}

static void show_row(struct desk *d, size_t row)
{
	scroll_to(d->minutes, row);
}

static bool finds(struct desk *d, struct finder *f)
{
	struct minutes_look *m;

	if (!desk_session(d))
		return false;
	m = minutes_look(d);
	if (m->mode == MINUTES_READ)
		*f = (struct finder){
			.count = m->reading.n, .words = paragraph, .show = show_row, .at = m->top};
	else if (m->mode == MINUTES_CHOOSE)
		*f = minutes_choose_finder(d);
	return m->mode != MINUTES_WRITE;
}

static bool read_key(struct desk *d, struct press press, struct meaning meaning)
{
	struct minutes_look *m = d->minutes;
	size_t page = m->page > 1 ? (size_t)m->page - 1 : 1;

	if (meaning.bind == BIND_WRITE)
		minutes_choose(d);
	else if (press.code == PRESS_DOWN)
		scroll_to(m, m->top + 1);
	else if (press.code == PRESS_UP)
		scroll_to(m, m->top ? m->top - 1 : 0);
	else if (press.code == PRESS_PAGE_DOWN)
		scroll_to(m, m->top + page);
	else if (press.code == PRESS_PAGE_UP)
		scroll_to(m, m->top > page ? m->top - page : 0);
	else if (press.code == PRESS_HOME || press.code == PRESS_TOP)
		scroll_to(m, 0);
	else if (press.code == PRESS_END || press.code == PRESS_BOTTOM)
		scroll_to(m, m->reading.n);
	else
		return false;
	return true;
}

static void paint_reading(struct desk *d, struct area work)
{
	struct minutes_look *m = d->minutes;
	struct area body = canvas_sub(work, 2, 0, work.rows - 3, 0);

	reading_make(&m->reading, desk_session(d), d->canvas, work.cols);
	m->page = body.rows;
	scroll_to_passage(d);
	scroll_to(m, m->top);
	canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START,
		TEXT("MINUTES — they grow from the acts; the prose is written here"));
	canvas_hline(work, 1, 0, 0, STYLE_DONE);
	list_extent(canvas_sub(work, 1, 0, 1, 0), m->top, m->top + (size_t)body.rows, m->reading.n);
	reading_draw(&m->reading, body, m->top);
	if (m->drafts)
		canvas_say(work, work.rows - 1, 2, 0, STYLE_CAUTION, ALIGN_START,
			MSGN("✎ {n} draft waits and is not in the minutes; F4 shows it",
				"✎ {n} drafts wait and are not in the minutes; F4 shows them",
				(int64_t)m->drafts));
	else
		canvas_say(work, work.rows - 1, 2, 0, STYLE_DONE, ALIGN_START,
			TEXT("✎ written by hand · all else comes from acts and is mended there"));
	desk_found_row(d, body, m->top);
}

/* --- the view --- */

static unsigned minutes_where(const struct desk *d)
{
	if (d->minutes && d->minutes->mode == MINUTES_WRITE)
		return WHERE_TEXT;
	return WHERE_MINUTES | WHERE_LIST;
}

void minutes_count_drafts(struct desk *d)
{
	struct draft_row *rows;

	d->minutes->drafts = writing_drafts(d, &rows, &d->frame);
}

static void minutes_open(struct desk *d)
{
	if (!desk_session(d))
		return;
	minutes_look(d);
	minutes_count_drafts(d);
}

static void minutes_paint(struct desk *d, struct area work)
{
	if (!desk_session(d)) {
		canvas_say(work, 0, 0, 0, STYLE_DONE, ALIGN_START,
			TEXT("The minutes of a session stand here once one is chosen."));
		return;
	}
	switch (minutes_look(d)->mode) {
	case MINUTES_READ:
		paint_reading(d, work);
		break;
	case MINUTES_CHOOSE:
		minutes_choose_paint(d, work);
		break;
	case MINUTES_WRITE:
		writing_paint(d, work);
		break;
	}
}

static bool minutes_key(struct desk *d, struct press press, struct meaning meaning)
{
	bool taken = false;

	if (!desk_session(d))
		return false;
	switch (minutes_look(d)->mode) {
	case MINUTES_READ:
		return read_key(d, press, meaning);
	case MINUTES_CHOOSE:
		return minutes_choose_key(d, press, meaning);
	case MINUTES_WRITE:
		taken = writing_key(d, press);
		if (d->minutes->mode == MINUTES_READ)
			minutes_count_drafts(d);
		return taken;
	}
	return false;
}

static enum paste minutes_paste(struct desk *d, struct str text)
{
	return d->minutes && d->minutes->mode == MINUTES_WRITE ? writing_paste(d, text)
							       : PASTE_NONE;
}

/* The paragraphs in view. */
static struct str minutes_copy(struct desk *d)
{
	const struct minutes_look *m = d->minutes;

	if (!m || m->mode != MINUTES_READ || m->page < 1)
		return STR("");
	return reading_words(&m->reading, m->top, (size_t)m->page, &d->frame);
}

static size_t minutes_hints(struct desk *d, struct key_hint *hints)
{
	size_t n = 0;

	switch (d->minutes ? d->minutes->mode : MINUTES_READ) {
	case MINUTES_READ:
		hints[n++] = (struct key_hint){.bind = BIND_WRITE, .label = TEXT("write")};
		hints[n++] = (struct key_hint){.bind = BIND_SEARCH, .label = TEXT("search")};
		break;
	case MINUTES_CHOOSE:
		hints[n++] = (struct key_hint){.bind = BIND_STEP, .label = TEXT("write this")};
		hints[n++] = (struct key_hint){.bind = BIND_BACK, .label = TEXT("back")};
		break;
	case MINUTES_WRITE:
		hints[n++] = (struct key_hint){.bind = BIND_WRITE, .label = TEXT("keep")};
		hints[n++] = (struct key_hint){.face = STR("Tab"), .label = TEXT("other language")};
		hints[n++] = (struct key_hint){
			.bind = BIND_BACK, .label = TEXT("back, the draft stays")};
		break;
	}
	return n;
}

static size_t minutes_actions(struct desk *d, struct action *actions)
{
	size_t n = 0;

	if (!desk_session(d))
		return 0;
	actions[n++] = (struct action){
		1, TEXT("write a passage…"), BIND_WRITE, CMD_TEXT_KEEP, false, minutes_choose};
	actions[n++] = (struct action){2, TEXT("search in the minutes"), BIND_SEARCH, CMD_TEXT_KEEP,
		true, desk_find_begin};
	actions[n++] = (struct action){
		3, TEXT("throw a draft away…"), BIND_NONE, CMD_TEXT_KEEP, true, minutes_throw_away};
	return n;
}

static bool minutes_step(struct desk *d)
{
	if (!d->minutes || d->minutes->mode != MINUTES_CHOOSE)
		return false;
	return minutes_choose_open(d);
}

/* The editor is left: back to the floor or the item, when it was opened there. */
static void go_where_it_began(struct desk *d)
{
	if (d->minutes->mode == MINUTES_READ && d->minutes->came_from != SCREEN_MINUTES)
		desk_go(d, d->minutes->came_from);
}

static bool minutes_back(struct desk *d)
{
	if (!d->minutes)
		return false;
	switch (d->minutes->mode) {
	case MINUTES_READ:
		return false;
	case MINUTES_CHOOSE:
		d->minutes->mode = MINUTES_READ;
		break;
	case MINUTES_WRITE:
		writing_stop(d);
		go_where_it_began(d);
		break;
	}
	minutes_count_drafts(d);
	return true;
}

static struct message minutes_step_line(struct desk *d)
{
	if (!d->minutes)
		return NO_MESSAGE;
	switch (d->minutes->mode) {
	case MINUTES_READ:
		return NO_MESSAGE;
	case MINUTES_CHOOSE:
		return minutes_choose_step(d);
	case MINUTES_WRITE:
		return TEXT("F4 keeps this passage in the minutes; Enter begins a new line");
	}
	return NO_MESSAGE;
}

/* F4 from the item: the discussion without a speaker goes on where it was left. */
void minutes_write_item(struct desk *d, int64_t item)
{
	const struct session *s = desk_session(d);
	struct passage_place place = {0, item, TEXT_DISCUSSION, 0, 0};
	enum lang lang = desk_record_lang(d);
	enum screen from = d->screen;

	for (size_t i = 0; i < s->passages.n; i++) {
		const struct passage *p = &s->passages.at[i];

		if (p->is.item != item || p->is.part != TEXT_DISCUSSION || p->is.member ||
			p->is.guest)
			continue;
		place.text = (int64_t)i + 1;
		lang = (desk_record_lang(d) == LANG_AR ? p->content.ar.n : p->content.fr.n)
			       ? desk_record_lang(d)
			       : p->original;
	}
	desk_go(d, SCREEN_MINUTES);
	d->minutes->item = item;
	writing_begin(d, place, lang);
	d->minutes->came_from = from;
}

/* From a point to settle: the side of passage TEXT that is missing, open to be written. */
void minutes_translate(struct desk *d, int64_t text, enum lang lang)
{
	const struct text_kept *is = &desk_session(d)->passages.at[text - 1].is;
	enum screen from = d->screen;

	desk_go(d, SCREEN_MINUTES);
	writing_begin(
		d, (struct passage_place){text, is->item, is->part, is->member, is->guest}, lang);
	d->minutes->came_from = from;
}

const struct view view_minutes = {
	.screen = SCREEN_MINUTES,
	.title = {.id = N_("Minutes")},
	.where = minutes_where,
	.open = minutes_open,
	.paint = minutes_paint,
	.key = minutes_key,
	.paste = minutes_paste,
	.copy = minutes_copy,
	.finds = finds,
	.hints = minutes_hints,
	.actions = minutes_actions,
	.step = minutes_step,
	.back = minutes_back,
	.step_line = minutes_step_line,
};

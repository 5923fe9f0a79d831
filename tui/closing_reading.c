/* Reading the minutes through before they are signed: page by page, each a moment on the screen.
 * Only what stood there counts, so that nobody signs to have read what was leapt over. */
#include "tui/closing_look.h"

/* So long a page is alone on the screen before it counts as shown. A key that is held down waits at
 * the most this long before it repeats, and then turns pages thirty times faster; who turns them
 * one by one to find a place is as fast. Nobody reads the first line of a page sooner. */
#define PAGE_MS 1000
#define TITLE   1 /* rows above the text */

void closing_title(struct area work, struct message what, struct message beside)
{
	canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START, what);
	canvas_say(work, 0, 0, 0, STYLE_DONE, ALIGN_END, beside);
	canvas_hline(work, 1, 0, 0, STYLE_DONE);
}

static struct reading_page page_at(const struct closing_look *c, size_t row)
{
	return reading_page(&c->pages, row, c->page > 0 ? (size_t)c->page : 1);
}

/* --- what was shown --- */

void closing_shown(struct desk *d)
{
	struct closing_look *c = d->closing;
	struct closing_stand *stand;

	if (!c)
		return;
	stand = &c->stand;
	stand->until_now = stand->now;
	stand->now = false;
	if (!stand->until_now || (d->patient && desk_now_ms() - stand->since_ms < PAGE_MS))
		return;
	if (shown_mark(&c->shown, &c->pages, stand->top, stand->end))
		closing_remember_pages(d);
}

bool closing_laid(struct desk *d)
{
	bool laid = d->closing && d->closing->laid;

	if (laid)
		d->closing->laid = false;
	return laid;
}

/* Rows TOP … END of the pages were painted; what stands before them hides them. */
static void stands(struct desk *d, size_t top, size_t end)
{
	struct closing_stand *stand = &d->closing->stand;
	bool same = stand->until_now && stand->top == top && stand->end == end;

	if (!desk_bar(d) || d->help.open)
		return;
	if (!same && !stand->now)
		stand->since_ms = desk_now_ms();
	stand->top = top;
	stand->end = end;
	stand->now = true;
}

bool closing_is_read(struct desk *d)
{
	struct closing_look *c = closing_look(d);

	shown_of(&c->shown, desk_session(d));
	return c->read && shown_ever(&c->shown);
}

/* Pages this reading has not shown yet, but for the one that is read now. */
struct unread {
	struct reading_page first;
	int64_t to, n; /* the number of the last one that follows on it without a gap; of all */
};

static struct unread unread_but(const struct closing_look *c, size_t top)
{
	struct unread u = {.n = 0};
	struct reading_page page;

	for (size_t row = 0; row < c->pages.n; row = page.end) {
		page = page_at(c, row);
		if (page.top == top || shown_rows(&c->shown, &c->pages, page.top, page.end))
			continue;
		if (u.n == 0)
			u.first = page;
		if (u.n == 0 || u.to == page.number - 1)
			u.to = page.number;
		u.n++;
	}
	return u;
}

/* --- painting --- */

void closing_lay(struct desk *d, struct area work)
{
	struct closing_look *c = d->closing;
	bool had = c->pages.rows && c->top < c->pages.n;
	size_t paragraph = had ? reading_paragraph(&c->pages, c->top) : 0;
	int page = work.rows - TITLE + d->find.open; /* the line of a search makes no pages */

	shown_of(&c->shown, desk_session(d));
	if (reading_make(&c->pages, desk_session(d), d->canvas, work.cols)) {
		shown_laid(&c->shown, &c->pages);
		c->stand.until_now = c->stand.now = false;
		c->top = had ? reading_row(&c->pages, paragraph) : 0;
		c->laid = true;
	}
	c->laid = c->laid || c->page != page;
	c->page = page;
}

/* One row: the others are the text's. */
static void paint_title(struct area work, const struct reading_page *page)
{
	struct message at = MSG(
		"page {page} of {pages}", A_INT("page", page->number), A_INT("pages", page->count));
	int from = canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START,
			   TEXT("READING BEFORE SIGNING")) +
		   1;
	int to = work.cols - canvas_say_width(work.canvas, at) - 1;

	canvas_hline(work, 0, from, to - from, STYLE_DONE);
	canvas_say(work, 0, 0, 0, STYLE_DONE, ALIGN_END, at);
}

void closing_paint_page(struct desk *d, struct area work)
{
	struct closing_look *c = d->closing;
	struct area body = canvas_sub(work, TITLE, 0, work.rows - TITLE, 0);
	struct reading_page page;

	closing_lay(d, work);
	if (c->seek) {
		struct unread u = unread_but(c, c->pages.n);

		c->top = u.n ? u.first.top : 0;
		c->seek = false;
		c->laid = true;
	}
	page = page_at(c, c->top);
	c->top = page.top;
	paint_title(work, &page);
	if ((size_t)body.rows > page.end - page.top)
		body.rows = (int)(page.end - page.top);
	reading_draw(&c->pages, body, c->top);
	stands(d, page.top, page.top + (size_t)body.rows);
	desk_found_row(d, body, c->top);
}

#define FROM_TIME(c) A_TIME("from", (c)->read_from), A_TIME("until", (c)->read_until)
#define FROM_DAY(c)  A_DAY("day", instant_date((c)->read_from)), FROM_TIME(c)

/* It was left, and went on another day. */
static bool days(const struct closing_look *c)
{
	return date_compare(instant_date(c->read_from), instant_date(c->read_until)) != 0;
}

struct message closing_reading_times(const struct closing_look *c)
{
	if (days(c))
		return MSG("The minutes were read from {day} at {from} to {until}.", FROM_DAY(c));
	return MSG("The minutes were read from {from} to {until}.", FROM_TIME(c));
}

enum style closing_reading_state(struct desk *d, struct message *says)
{
	struct closing_look *c = d->closing;
	struct unread u = unread_but(c, c->pages.n);
	int64_t all = page_at(c, 0).count;

	if (closing_is_read(d)) {
		*says = days(c) ? MSG("✓ read through, from {day} at {from} to {until}",
					  FROM_DAY(c))
				: MSG("✓ read through, from {from} to {until}", FROM_TIME(c));
		return STYLE_GOOD;
	}
	if (c->read) {
		*says = MSG("! the text has changed since it was read: pages to read again: {n}",
			A_INT("n", u.n));
		return STYLE_CAUTION;
	}
	*says = u.n < all ? MSG("· read so far: {n} of {all} pages", A_INT("n", all - u.n),
				    A_INT("all", all))
			  : TEXT("· not read through yet");
	return STYLE_DONE;
}

/* --- the reading --- */

static struct instant now_of(struct desk *d)
{
	struct source source = register_source(d->r);

	return source.now(source.context);
}

void closing_read_through(struct desk *d)
{
	struct closing_look *c;

	if (!desk_session(d))
		return;
	c = closing_look(d);
	shown_of(&c->shown, desk_session(d));
	c->reading = c->seek = true;
	if (shown_begin(&c->shown))
		c->began = now_of(d);
}

static struct message not_shown(const struct unread *u)
{
	if (u->to > u->first.number)
		return MSG("! Pages {from} to {to} have not been shown yet.",
			A_INT("from", u->first.number), A_INT("to", u->to));
	return MSG("! Page {n} has not been shown yet.", A_INT("n", u->first.number));
}

bool closing_page_read(struct desk *d)
{
	struct closing_look *c = d->closing;
	struct reading_page page;
	struct unread u;

	if (c->seek || !c->pages.rows || c->pages.acts != desk_session(d)->log.n)
		return false; /* what stands there is no page of this text */
	page = page_at(c, c->top);
	u = unread_but(c, c->pages.n);
	if (u.n && u.first.top == page.top) {
		desk_hint(d, TEXT("! This page has only just come up; it counts as read once it "
				  "has stood here for a moment."));
		return false;
	}
	if (u.n) {
		c->top = u.first.top;
		if (u.first.top != page.end)
			desk_say(d, TONE_CAUTION, not_shown(&u));
		return false;
	}
	c->reading = false;
	shown_end(&c->shown);
	c->read = true;
	c->read_translated = shown_translated(&c->shown);
	c->read_from = c->began;
	c->read_until = now_of(d);
	closing_remember(d);
	closing_remember_pages(d);
	desk_say(d, TONE_GOOD, TEXT("✓ The minutes were read through."));
	return true;
}

struct message closing_not_read(struct desk *d)
{
	struct closing_look *c = closing_look(d);
	struct unread u = {.n = 0};

	if (closing_is_read(d))
		return NO_MESSAGE;
	if (c->pages.rows)
		u = unread_but(c, c->pages.n);
	return u.n ? not_shown(&u) : TEXT("! The minutes were not read to their end here.");
}

struct message closing_page_step(struct desk *d)
{
	struct closing_look *c = d->closing;
	struct reading_page page;
	struct unread u;

	if (!c->pages.rows || c->seek)
		return TEXT("Page read, on to the next");
	page = page_at(c, c->top);
	u = unread_but(c, page.top);
	if (!u.n)
		return TEXT("Last page read");
	if (u.first.top == page.end)
		return TEXT("Page read, on to the next");
	if (u.to > u.first.number)
		return MSG("Pages {from} to {to} have not been shown yet: to page {from}",
			A_INT("from", u.first.number), A_INT("to", u.to));
	return MSG("Page {n} has not been shown yet: to page {n}", A_INT("n", u.first.number));
}

struct message closing_reading_step(struct desk *d)
{
	struct closing_look *c = d->closing;
	struct unread u = {.n = 0};

	if (c->pages.rows)
		u = unread_but(c, c->pages.n);
	if (u.n && u.n < page_at(c, 0).count)
		return MSG("Go on reading the minutes: page {n}", A_INT("n", u.first.number));
	return TEXT("Read the minutes through, page by page");
}

bool closing_reading_key(struct desk *d, struct press press)
{
	struct closing_look *c = d->closing;
	struct reading_page page = page_at(c, c->top);

	if (press.code == PRESS_PAGE_DOWN || press.code == PRESS_DOWN)
		c->top = page.end < c->pages.n ? page.end : page.top;
	else if (press.code == PRESS_PAGE_UP || press.code == PRESS_UP)
		c->top = page.top ? page_at(c, page.top - 1).top : 0;
	else if (press.code == PRESS_HOME || press.code == PRESS_TOP)
		c->top = 0;
	else if (press.code == PRESS_END || press.code == PRESS_BOTTOM)
		c->top = page_at(c, c->pages.n).top;
	else
		return false;
	return true;
}

static struct str page_words(struct desk *d, size_t row)
{
	return reading_text(&d->closing->pages, row);
}

static void show_row(struct desk *d, size_t row)
{
	d->closing->top = page_at(d->closing, row).top;
}

struct finder closing_page_finder(struct desk *d)
{
	return (struct finder){.count = d->closing->pages.n,
		.words = page_words,
		.show = show_row,
		.at = d->closing->top};
}

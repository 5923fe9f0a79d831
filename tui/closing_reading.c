/* Reading the minutes through before they are signed: page by page, each a moment on the screen. */
#include "tui/closing_look.h"

#define PAGE_MS 400 /* a page is at least this long on the screen before the next Enter counts */

void closing_title(struct area work, struct message what, struct message beside)
{
	canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START, what);
	canvas_say(work, 0, 0, 0, STYLE_DONE, ALIGN_END, beside);
	canvas_hline(work, 1, 0, 0, STYLE_DONE);
}

static size_t closing_page_rows(const struct closing_look *c)
{
	return c->page > 0 ? (size_t)c->page : 1;
}

bool closing_last_page(const struct closing_look *c)
{
	return reading_page(&c->pages, c->top, closing_page_rows(c)).end >= c->pages.n;
}

void closing_paint_page(struct desk *d, struct area work)
{
	struct closing_look *c = d->closing;
	struct area body = canvas_sub(work, 2, 0, work.rows - 2, 0);
	struct reading_page page;

	reading_make(&c->pages, desk_session(d), d->canvas, work.cols);
	c->page = body.rows + d->find.open; /* its line makes no pages */
	page = reading_page(&c->pages, c->top, closing_page_rows(c));
	c->top = page.top;
	closing_title(work, TEXT("READING BEFORE SIGNING"),
		MSG("page {page} of {pages}", A_INT("page", page.number),
			A_INT("pages", page.count)));
	if ((size_t)body.rows > page.end - page.top)
		body.rows = (int)(page.end - page.top);
	reading_draw(&c->pages, body, c->top);
	desk_found_row(d, body, c->top);
}

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
	c->reading = true;
	c->top = 0;
	c->page = 0;
	c->began = now_of(d);
}

bool closing_page_read(struct desk *d)
{
	struct closing_look *c = d->closing;

	/* A key held down reads nothing: each page stays a moment. */
	if (d->patient && desk_now_ms() - d->step_ms < PAGE_MS)
		return false;
	d->step_ms = desk_now_ms();

	if (!closing_last_page(c)) {
		c->top = reading_page(&c->pages, c->top, closing_page_rows(c)).end;
		return false;
	}
	c->reading = false;
	c->read = true;
	c->read_acts = desk_session(d)->log.n;
	c->read_from = c->began;
	c->read_until = now_of(d);
	closing_remember(d);
	desk_say(d, TONE_GOOD, TEXT("✓ The minutes were read through."));
	return true;
}

bool closing_reading_key(struct desk *d, struct press press)
{
	struct closing_look *c = d->closing;
	struct reading_page page = reading_page(&c->pages, c->top, closing_page_rows(c));

	if (press.code == PRESS_PAGE_DOWN || press.code == PRESS_DOWN)
		c->top = page.end < c->pages.n ? page.end : page.top;
	else if (press.code == PRESS_PAGE_UP || press.code == PRESS_UP)
		c->top = page.top ? reading_page(&c->pages, page.top - 1, closing_page_rows(c)).top
				  : 0;
	else if (press.code == PRESS_HOME)
		c->top = 0;
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
	d->closing->top = reading_page(&d->closing->pages, row, closing_page_rows(d->closing)).top;
}

struct finder closing_page_finder(struct desk *d)
{
	return (struct finder){.count = d->closing->pages.n,
		.words = page_words,
		.show = show_row,
		.at = d->closing->top};
}

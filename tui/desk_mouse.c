/* The mouse helps and is never needed: a click does what one key would do, on a key of the footer,
 * a row of a menu or of a list; the wheel is the arrows. Where a row stands is asked of what drew
 * it. */
#include "tui/desk.h"

#include "tui/desk_parts.h"

#define WHEEL_ROWS 3

/* The row of a panel: its digit, or the arrows and Enter where it has none. */
static void click_panel(struct desk *d, int row, int col)
{
	struct panel *p = &d->over.panel;
	size_t i;

	if (!panel_at(p, row, col, &i))
		return;
	if (p->choices[i].digit >= 0) {
		desk_take_key(d, PRESS_CHAR_OF('0' + p->choices[i].digit));
		return;
	}
	p->focus = i;
	desk_take_key(d, PRESS_OF(PRESS_ENTER));
}

/* The field, as Tab would bring one there. */
static void click_form(struct desk *d, int row, int col)
{
	size_t i;

	if (form_at(&d->over.form, row, col, &i))
		form_focus(&d->over.form, i);
}

/* The bar or the cursor goes there, as the arrows would bring it. */
static void click_list(struct desk *d, int row, int col)
{
	struct finder f;
	size_t i;

	if (!desk_finder(d, &f))
		return;
	if (f.list && list_at(f.list, row, col, &i)) {
		list_focus(f.list, i);
		desk_entry_clear(d);
	} else if (f.grid && grid_at(f.grid, row, col, &i)) {
		f.grid->focus = i;
		f.grid->cursor = true;
	}
}

static void wheel(struct desk *d, int rows)
{
	struct press press = PRESS_OF(rows < 0 ? PRESS_UP : PRESS_DOWN);

	for (int i = 0; i < WHEEL_ROWS; i++) {
		if (d->over.kind != OVERLAY_NONE || d->help.open)
			desk_take_key(d, press);
		else /* where arrows mean nothing the wheel does not complain */
			(void)desk_view(d->screen)->key(d, press, (struct meaning){BIND_NONE, 0});
	}
}

void desk_mouse(struct desk *d, const struct mouse *m)
{
	int col = canvas_rtl(d->canvas) ? canvas_cols(d->canvas) - 1 - m->col : m->col;
	struct press press;
	int rows, cols;

	term_size(d->term, &rows, &cols);
	if (rows < FRAME_ROWS_MIN || cols < FRAME_COLS_MIN)
		return;
	if (m->wheel) {
		wheel(d, m->wheel);
		return;
	}
	press = frame_press_at(d->canvas, &d->shown, m->row, col);
	if (press.code != PRESS_NONE)
		desk_take_key(d, press);
	else if (d->help.open)
		return;
	else if (d->over.kind == OVERLAY_PANEL)
		click_panel(d, m->row, col);
	else if (d->over.kind == OVERLAY_FORM)
		click_form(d, m->row, col);
	else if (d->over.kind == OVERLAY_NONE)
		click_list(d, m->row, col);
}

#include "tui/title.h"

#include "model/describe.h"

/* Whole where ROWS rows of COLS cells hold it. */
static struct both held(struct canvas *canvas, const struct item *item, int rows, int cols)
{
	struct message whole = MSG("{it}", A_BOTH("it", item_title(item)));

	return canvas_wrap_rows(canvas, whole, cols) > rows ? item_short(item) : item_title(item);
}

struct both title_within(struct canvas *canvas, const struct item *item, int cols)
{
	return held(canvas, item, 1, cols);
}

struct message title_numbered(
	struct canvas *canvas, const struct session *s, const struct item *item, int cols)
{
	int64_t number = session_agenda_number(s, item->is.item);
	struct message whole = MSG("item {number}, {title}", A_INT("number", number),
		A_BOTH("title", item_title(item)));

	return number && canvas_say_width(canvas, whole) <= cols ? whole
								 : describe_item(s, item->is.item);
}

int title_wrap(struct area area, int row, int max, enum style style, const struct item *item)
{
	return canvas_wrap_say(area, row, max, style,
		MSG("{it}", A_BOTH("it", held(area.canvas, item, max, area.cols))));
}

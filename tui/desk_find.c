/* Searching, the same in every list: the bar goes to the first hit while somebody types, F3 goes to
 * the next, Enter takes it, Esc goes back to where one was. Views only tell what there is to find
 * (struct finder). */
#include "tui/desk.h"

#include "locale/format.h"
#include "locale/text.h"
#include "model/describe.h"
#include "tui/desk_parts.h"

#include <string.h>

bool desk_finder(struct desk *d, struct finder *f)
{
	const struct view *view = desk_view(d->screen);

	*f = (struct finder){.count = 0};
	return view->finds && view->finds(d, f) && f->count > 0;
}

unsigned desk_where(struct desk *d)
{
	struct finder f;
	unsigned where = desk_view(d->screen)->where(d);

	if (where & WHERE_TEXT)
		return where;
	return desk_finder(d, &f) ? where | WHERE_LIST : where;
}

bool desk_bar(const struct desk *d)
{
	return d->over.kind == OVERLAY_NONE || d->find.open;
}

struct str desk_both(struct desk *d, struct both name)
{
	struct str parts[] = {name.ar, STR(" "), name.fr};

	return arena_join(&d->frame, parts, ARRAY_LEN(parts));
}

static struct str seat_words(struct desk *d, size_t i)
{
	return desk_both(d, member_name(&desk_session(d)->seats.at[i].member));
}

static struct message seat_hit(struct desk *d, size_t i)
{
	return describe_member(desk_session(d), desk_session(d)->seats.at[i].member.number);
}

struct finder desk_seats(struct desk *d)
{
	return (struct finder){
		.count = desk_session(d)->seats.n, .words = seat_words, .hit = seat_hit};
}

void desk_found_row(struct desk *d, struct area area, size_t top)
{
	bool seen = d->find.found && d->find.hit >= top && d->find.hit < top + (size_t)area.rows;
	int row = seen ? (int)(d->find.hit - top) : 0;

	if (seen)
		canvas_restyle(area, row, 0, area.cols, STYLE_FOCUS);
	canvas_cursor(area, row, 0);
}

static struct str needle_of(const struct desk *d)
{
	return (struct str){d->find.needle, d->find.needle_n};
}

/* Where the bar stands now. */
static size_t standing(const struct desk *d, const struct finder *f)
{
	if (f->list)
		return f->list->focus;
	if (f->grid && f->grid->cursor)
		return f->grid->focus;
	return d->find.found ? d->find.hit : f->at;
}

/* The list the line was opened for; F9 may have led to another one meanwhile. */
static bool same_list(struct desk *d, struct finder *f)
{
	return desk_finder(d, f) && d->find.of == f->words && d->find.hit < f->count;
}

static void look(struct desk *d, const struct finder *f, size_t i)
{
	if (f->list) {
		list_focus(f->list, i);
	} else if (f->grid) {
		f->grid->focus = i;
		f->grid->cursor = true;
		grid_show(f->grid, i);
	} else if (f->show) {
		f->show(d, i);
	}
}

/* Everything as it was before the search began. */
static void look_back(struct desk *d, const struct finder *f)
{
	if (f->list)
		*f->list = d->find.list_was;
	else if (f->grid)
		*f->grid = d->find.grid_was;
	else if (f->show)
		f->show(d, d->find.at_was);
}

/* The next entry with what is looked for, FROM itself first when it may be; says what came of it.
 */
static bool go_on(struct desk *d, const struct finder *f, size_t from, bool itself)
{
	struct find *find = &d->find;
	find->found = false;
	for (size_t k = itself ? 0 : 1; k < f->count + (itself ? 0 : 1) && !find->found; k++) {
		size_t i = (from + k) % f->count;

		find->found = text_matches(
			needle_of(d), format_strip(f->words(d, i), &d->frame), &d->frame);
		find->hit = i;
	}
	if (find->found)
		look(d, f, find->hit);
	return find->found;
}

static void say_found(struct desk *d, const struct finder *f)
{
	struct str text = needle_of(d);

	if (!d->find.found)
		desk_say(d, TONE_CAUTION,
			f->grid || f->hit
				? MSG("! Nobody here is called “{text}”.", A_STR("text", text))
				: MSG("! Nothing here has “{text}”.", A_STR("text", text)));
	else if (f->hit && d->find.open)
		desk_say(d, TONE_PLAIN,
			MSG("{who} · Enter takes this one · F3 the next · Esc back",
				A_MSG("who", message_keep(&d->frame, f->hit(d, d->find.hit)))));
	else if (d->find.open)
		desk_say(d, TONE_PLAIN,
			MSG("“{text}” · Enter stays here · F3 the next · Esc back",
				A_STR("text", text)));
	else
		desk_say(d, TONE_PLAIN, MSG("“{text}” · F3 the next", A_STR("text", text)));
}

static void stop(struct desk *d)
{
	d->find.open = false;
	desk_say(d, TONE_PLAIN, NO_MESSAGE);
}

/* Each key in the line: what stands there now is looked for. */
static void typing(struct desk *d, struct press press)
{
	struct str text = prompt_text(d->over.prompt), before = needle_of(d);
	struct find *find = &d->find;
	bool longer = before.n && text.n > before.n && memcmp(text.p, before.p, before.n) == 0;
	bool next = press.code == PRESS_F3;
	struct finder f;

	if (!same_list(d, &f) || text.n > sizeof find->needle || (!next && str_equal(text, before)))
		return;
	memcpy(find->needle, text.p, text.n);
	find->needle_n = text.n;
	if (text.n == 0) {
		find->found = false;
		look_back(d, &f);
		desk_say(d, TONE_PLAIN, NO_MESSAGE);
		return;
	}
	if (!(longer && find->found) && !next)
		look_back(d, &f);
	(void)go_on(d, &f, next || (longer && find->found) ? standing(d, &f) : find->at_was, !next);
	if (!find->found)
		look_back(d, &f);
	say_found(d, &f);
}

static bool taken(struct desk *d, struct str text)
{
	struct finder f;
	bool cursor = d->find.grid_was.cursor;

	if (!same_list(d, &f) || text.n == 0) {
		stop(d);
		return true;
	}
	if (!d->find.found) {
		say_found(d, &f);
		return false;
	}
	desk_close_overlay(d);
	stop(d);
	if (f.grid && f.take) /* a name does as its number: no cursor is left behind */
		f.grid->cursor = cursor;
	if (f.take)
		f.take(d, d->find.hit);
	return false;
}

static void left(struct desk *d)
{
	struct finder f;

	if (same_list(d, &f))
		look_back(d, &f);
	desk_find_forget(d);
	stop(d);
}

void desk_find_forget(struct desk *d)
{
	d->find = (struct find){.needle_n = 0};
}

void desk_find_begin(struct desk *d)
{
	struct find *find = &d->find;
	struct finder f;
	struct overlay *o;

	if (!desk_finder(d, &f)) {
		desk_hint(d, TEXT("! There is nothing to search here."));
		return;
	}
	desk_find_forget(d);
	find->of = f.words;
	find->at_was = standing(d, &f);
	if (f.list)
		find->list_was = *f.list;
	if (f.grid)
		find->grid_was = *f.grid;
	o = desk_overlay(d, OVERLAY_PROMPT, TEXT("Search"));
	o->prompt = prompt_open(TEXT("Search:"), NULL, NULL);
	o->typed = taken;
	o->typing = typing;
	o->left = left;
	find->open = true;
}

void desk_find(struct desk *d, struct press press)
{
	struct finder f;

	/* F3 again, after a search that was taken: the next one. */
	if (press.code != PRESS_F3 || !d->find.needle_n || !same_list(d, &f)) {
		desk_find_begin(d);
		return;
	}
	(void)go_on(d, &f, standing(d, &f) % f.count, false);
	say_found(d, &f);
}

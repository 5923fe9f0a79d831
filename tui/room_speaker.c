/* The scene of a speech: who, for whom, what is left of the time, who comes next. */
#include "tui/room_scene.h"

#include <stdio.h>
#include <string.h>

#define FIGURES_MAX 12

static const enum style styles[] = {
	[FLOOR_IN_TIME] = STYLE_GOOD,
	[FLOOR_NEARLY] = STYLE_CAUTION,
	[FLOOR_OVER] = STYLE_BAD,
};

static struct both both_of(const struct room_both *b)
{
	return (struct both){room_str(&b->ar), room_str(&b->fr)};
}

static bool has(const struct room_both *b)
{
	return b->ar.n || b->fr.n;
}

/* The number of the item and its short title in one line. */
static void item(struct room_stack *s)
{
	const struct room_view *v = s->view;

	if (v->item)
		room_stack_say(s, STYLE_DONE, 1,
			MSG("item {n}: {title}", A_INT("n", v->item),
				A_BOTH("title", both_of(&v->short_title))));
}

static void who(struct room_stack *s)
{
	const struct room_speech *r = &s->view->speech;
	bool tall = room_stack_tall(s) || !s->letters;

	if (r->kind.id)
		room_stack_say(s, STYLE_CAUTION, 1, r->kind);
	else
		room_stack_say(s, STYLE_HERE, 1, TEXT("HAS THE FLOOR"));
	if (!tall)
		room_stack_tight(s);
	if (has(&r->name))
		room_stack_title(s, STYLE_STRONG, &r->name, &r->name, tall, 1, HEADING_ROWS(s));
	if (has(&r->title) && memcmp(&r->title, &r->name, sizeof(r->title)) != 0)
		room_stack_both(s, STYLE_TEXT, 1, &r->title, false);
	else if (r->capacity.id && !has(&r->title))
		room_stack_say(s, STYLE_TEXT, 1, r->capacity);
	if (has(&r->seat))
		room_stack_say(s, STYLE_TEXT, 1,
			MSG("substitute of: {whom}", A_BOTH("whom", both_of(&r->seat))));
	if (!tall)
		room_stack_tight(s);
	if (has(&r->behalf))
		room_stack_say(s, STYLE_TEXT, 1,
			MSG("on behalf of: {whom}", A_BOTH("whom", both_of(&r->behalf))));
}

/* What is left; once it is over, by how much; without a limit what was spoken. */
static struct room_column countdown(const struct room_speech *r, int64_t spoken, enum style style)
{
	int64_t shown = r->limit == 0       ? spoken
			: spoken < r->limit ? r->limit - spoken
					    : spoken - r->limit;
	struct room_column column = {.style = style};

	if (shown > 99 * 60 + 59)
		shown = 99 * 60 + 59;
	(void)snprintf(column.figure, sizeof(column.figure), "%02d:%02d", (int)(shown / 60) % 100,
		(int)(shown % 60));
	return column;
}

static void next(struct room_stack *s)
{
	const struct room_speech *r = &s->view->speech;
	struct message names[ROOM_NEXT_MAX];
	size_t n = r->waiting < ROOM_NEXT_MAX ? r->waiting : ROOM_NEXT_MAX;

	for (size_t i = 0; i < n; i++)
		names[i] = MSG("{it}", A_BOTH("it", both_of(&r->next[i])));
	if (n == 0)
		return;
	if (r->waiting > n)
		room_stack_say(s, STYLE_DONE, 2,
			MSG("next: {names} (+{more})", A_LIST("names", names, n),
				A_INT("more", (int64_t)(r->waiting - n))));
	else
		room_stack_say(s, STYLE_DONE, 2, MSG("next: {names}", A_LIST("names", names, n)));
}

void room_scene_speaker(struct room_stack *s, const struct room_look *look)
{
	const struct room_speech *r = &s->view->speech;
	bool low = s->letters && !room_stack_tall(s);
	enum floor_alarm alarm = floor_alarm(look->spoken, r->limit);
	struct room_column column = countdown(r, look->spoken, styles[alarm]);

	item(s);
	who(s);
	if (look->paused)
		column.word = TEXT("the time stands still");
	else if (r->limit == 0)
		column.word = TEXT(CTX("room", "spoken"));
	else if (alarm == FLOOR_OVER)
		column.word = TEXT(CTX("room", "over the time"));
	else
		column.word = TEXT(CTX("room", "left"));
	room_stack_figures(s, &column, 1, FIGURES_MAX);
	if (r->limit)
		room_stack_bar(s, styles[alarm],
			look->spoken < r->limit ? r->limit - look->spoken : 0, r->limit, 0);
	if (low)
		room_stack_tight(s);
	if (alarm == FLOOR_OVER)
		room_stack_band(s, STYLE_BAD_ROW, "✗", TEXT("the speaking time is over"));
	else if (alarm == FLOOR_NEARLY)
		room_stack_band(s, STYLE_CAUTION_ROW, "!", TEXT("the time is nearly over"));
	if (low && alarm != FLOOR_IN_TIME)
		room_stack_tight(s); /* large letters do not shrink because time runs out */
	next(s);
	if (low && alarm != FLOOR_IN_TIME)
		room_stack_tight(s);
}

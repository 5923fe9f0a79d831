#include "tui/prompt.h"

#include <string.h>

#include "storage/memory.h"
#include "tui/list.h"

#define COMPLETIONS_MAX  64
#define COMPLETIONS_SEEN 6
#define HISTORY_MAX      50

struct prompt {
	struct editor *line;
	struct message label;
	prompt_complete *complete;
	void *ctx;
	struct arena arena; /* the completions shown */
	struct completion found[COMPLETIONS_MAX];
	size_t found_n, focus;
	bool walking;                    /* one of the completions is in the line */
	struct str history[HISTORY_MAX]; /* oldest first; owned */
	size_t history_n, history_at;
};

struct prompt *prompt_open(struct message label, prompt_complete *complete, void *ctx)
{
	struct prompt *p = memory_source.take(sizeof(*p));

	memset(p, 0, sizeof(*p));
	p->line = editor_open(true);
	p->complete = complete;
	p->ctx = ctx;
	arena_init(&p->arena, &memory_source);
	prompt_begin(p, label, (struct str){NULL, 0});
	return p;
}

static void give_str(struct str s)
{
	union {
		const char *read;
		void *give;
	} p = {.read = s.p};

	memory_source.give(p.give);
}

void prompt_close(struct prompt *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->history_n; i++)
		give_str(p->history[i]);
	editor_close(p->line);
	arena_clear(&p->arena);
	memory_source.give(p);
}

static void look_up(struct prompt *p)
{
	arena_clear(&p->arena);
	p->found_n = 0;
	p->focus = 0;
	p->walking = false;
	if (p->complete)
		p->found_n = p->complete(
			p->ctx, editor_text(p->line), p->found, COMPLETIONS_MAX, &p->arena);
}

void prompt_begin(struct prompt *p, struct message label, struct str text)
{
	p->label = label;
	p->history_at = p->history_n;
	editor_set(p->line, text);
	look_up(p);
}

struct editor *prompt_editor(struct prompt *p)
{
	return p->line;
}

struct str prompt_text(const struct prompt *p)
{
	return editor_text(p->line);
}

void prompt_recall(struct prompt *p, struct str text)
{
	char *copy;

	if (text.n == 0 || (p->history_n && str_equal(p->history[p->history_n - 1], text)))
		return;
	if (p->history_n == HISTORY_MAX) {
		give_str(p->history[0]);
		memmove(p->history, p->history + 1, (HISTORY_MAX - 1) * sizeof(*p->history));
		p->history_n--;
	}
	copy = memory_source.take(text.n);
	memcpy(copy, text.p, text.n);
	p->history[p->history_n++] = (struct str){copy, text.n};
}

static void remember(struct prompt *p)
{
	prompt_recall(p, editor_text(p->line));
}

/* Put completion p->focus into the line; the list stays, so that Tab goes to the next. */
static void use_completion(struct prompt *p)
{
	const struct completion *c = &p->found[p->focus];
	struct str parts[2] = {{editor_text(p->line).p, c->from}, c->text};
	struct str whole;

	if (c->from > editor_text(p->line).n)
		return;
	whole = arena_join(&p->arena, parts, 2);
	editor_set(p->line, whole);
	p->walking = true;
}

static void walk_completions(struct prompt *p, bool on)
{
	if (p->found_n == 0)
		return;
	if (p->walking)
		p->focus = (p->focus + (on ? 1 : p->found_n - 1)) % p->found_n;
	else
		p->focus = on ? 0 : p->found_n - 1;
	use_completion(p);
	if (p->found_n == 1) /* nothing to choose: what comes next can be completed at once */
		look_up(p);
}

static void walk_history(struct prompt *p, bool on)
{
	size_t at = p->history_at;

	if (on ? at >= p->history_n : at == 0)
		return;
	at = on ? at + 1 : at - 1;
	p->history_at = at;
	editor_set(p->line, at < p->history_n ? p->history[at] : (struct str){NULL, 0});
	look_up(p);
}

enum prompt_result prompt_key(struct prompt *p, struct press press)
{
	uint64_t before = editor_version(p->line);
	bool up = press.code == PRESS_UP, down = press.code == PRESS_DOWN;

	if (press.code == PRESS_ESC)
		return PROMPT_LEFT;
	if (press.code == PRESS_ENTER) {
		remember(p);
		return PROMPT_DONE;
	}
	if (press.code == PRESS_TAB || press.code == PRESS_BACK_TAB || press.code == PRESS_F3)
		walk_completions(p, press.code != PRESS_BACK_TAB);
	else if ((up || down) && p->walking)
		walk_completions(p, down);
	else if (up || down)
		walk_history(p, down);
	else if (editor_key(p->line, press) && editor_version(p->line) != before)
		look_up(p);
	return PROMPT_GOES_ON;
}

enum paste prompt_paste(struct prompt *p, struct str text)
{
	enum paste done = editor_paste(p->line, text);

	look_up(p);
	return done;
}

static void draw_completions(const struct prompt *p, struct area area)
{
	size_t seen = p->found_n < COMPLETIONS_SEEN ? p->found_n : COMPLETIONS_SEEN, top = 0;
	int first;

	if (seen > (size_t)(area.rows - 1))
		seen = (size_t)(area.rows - 1);
	if (seen == 0)
		return;
	if (p->focus >= seen)
		top = p->focus - seen + 1;
	first = area.rows - 1 - (int)seen;
	canvas_fill(area, first, 0, (int)seen, area.cols, STYLE_TEXT);
	for (size_t i = 0; i < seen; i++) {
		const struct completion *c = &p->found[top + i];
		bool focused = p->walking && top + i == p->focus;
		struct area row = canvas_sub(area, first + (int)i, 0, 1, area.cols);
		int n;

		if (focused)
			canvas_fill(row, 0, 0, 1, row.cols, STYLE_FOCUS);
		n = canvas_text(
			row, 0, 2, -1, focused ? STYLE_FOCUS : STYLE_KEY, ALIGN_START, c->text);
		if (row.cols - n - 6 > 8)
			canvas_text(row, 0, n + 4, -1, focused ? STYLE_FOCUS : STYLE_DONE,
				ALIGN_START, c->note);
	}
	list_extent(canvas_sub(area, first, 0, 1, 0), top, top + seen, p->found_n);
}

void prompt_draw(struct prompt *p, struct area area)
{
	struct area row;
	int n;

	if (area.rows < 1)
		return;
	draw_completions(p, area);
	row = canvas_sub(area, area.rows - 1, 0, 1, area.cols);
	canvas_fill(row, 0, 0, 1, row.cols, STYLE_ENTRY);
	n = canvas_say(row, 0, 1, row.cols / 3, STYLE_ENTRY_CAUTION, ALIGN_START, p->label);
	/* The line runs as the screen does: commands and names mostly begin at its start. */
	editor_direction(p->line, canvas_base(area.canvas));
	editor_draw(p->line, canvas_sub(row, 0, n + 2, 1, -1), STYLE_ENTRY, true);
}

/* Copying: what is selected in a text, else the row or the paragraphs in view, in reading order. */
#include "tui/desk.h"

#include "locale/text.h"
#include "model/describe.h"
#include "model/minutes.h"
#include "tui/clipboard.h"
#include "tui/desk_parts.h"

#include <string.h>

#define LOGICAL_COLS 200 /* so wide that nothing is cut */
#define SHOWN_MAX    80  /* bytes of what was copied, on the message line */

struct editor *desk_editor(const struct desk *d)
{
	const struct form *form = &d->over.form;

	if (d->over.kind == OVERLAY_FORM)
		return form->n ? form->fields[form->focus].editor : NULL;
	if (d->over.kind == OVERLAY_PROMPT)
		return prompt_editor(d->over.prompt);
	if (d->over.kind == OVERLAY_NONE && d->screen == SCREEN_MINUTES)
		return minutes_editor(d);
	return NULL;
}

/* --- what there is to copy --- */

struct str desk_item_words(struct desk *d, const struct item *item)
{
	const struct session *s = desk_session(d);
	struct message title = describe_item(s, item->is.item);
	struct message what = minutes_formula(s, item, item_vote(item), &d->frame);
	struct str parts[3] = {desk_words(d, title), STR("\n"), STR("")};

	if (item->state != ITEM_IS_WAITING && what.id)
		parts[2] = desk_words(d, what);
	return arena_join(&d->frame, parts, parts[2].n ? 3 : 1);
}

static bool is_line(uint32_t code)
{
	return code >= 0x2500 && code <= 0x259F;
}

static bool is_focused(const struct canvas *c, int row)
{
	for (int col = 0; col < canvas_cols(c); col++)
		if (canvas_cell(c, row, col)->style == STYLE_FOCUS)
			return true;
	return false;
}

/* The words of a row, in logical order: one blank between two, two between fields. */
static void add_row(struct builder *b, const struct canvas *c, int row)
{
	size_t blanks = 0, before = b->n, n;
	uint32_t codes[CELL_CODES_MAX];

	for (int col = 0; col < canvas_cols(c); col++) {
		const struct cell *cell = canvas_cell(c, row, col);

		if (cell->width == 0)
			continue;
		if (cell->code == ' ' || is_line(cell->code)) {
			blanks++;
			continue;
		}
		for (size_t i = 0; b->n > before && i < blanks && i < 2; i++)
			builder_add_char(b, ' ');
		blanks = 0;
		n = canvas_codes(c, cell, codes);
		for (size_t i = 0; i < n; i++)
			text_encode(b, codes[i]);
	}
	if (b->n > before)
		builder_add_char(b, '\n');
}

/* The view painted once more, nothing cut and nothing reordered: its row in focus, else all. */
static struct str painted_words(struct desk *d)
{
	struct frame_areas at = frame_layout(d->canvas, &d->shown);
	struct canvas *c = canvas_open(&memory_source);
	bool any = false;
	struct builder b;

	canvas_options(c, BIDI_NONE, false, false);
	canvas_begin(c, at.work.rows, LOGICAL_COLS, d->lang);
	desk_view(d->screen)->paint(d, canvas_area(c));
	for (int row = 0; row < canvas_rows(c); row++)
		any = any || is_focused(c, row);
	builder_init(&b, &d->frame);
	for (int row = 0; row < canvas_rows(c); row++)
		if (!any || is_focused(c, row))
			add_row(&b, c, row);
	canvas_close(c);
	return builder_str(&b);
}

static struct str words_in_view(struct desk *d)
{
	const struct view *view = desk_view(d->screen);
	struct str s = view->copy ? view->copy(d) : (struct str){NULL, 0};

	if (s.n == 0)
		s = painted_words(d);
	while (s.n && s.p[s.n - 1] == '\n')
		s.n--;
	return s;
}

/* --- copying --- */

/* As much of the first line as a message can show. */
static struct str beginning(struct desk *d, struct str text)
{
	struct str shown = {text.p, 0};
	size_t next;

	while (shown.n < text.n && text.p[shown.n] != '\n' &&
		(next = text_next(text, shown.n)) <= SHOWN_MAX)
		shown.n = next;
	if (shown.n < text.n) {
		struct str parts[] = {shown, STR("…")};

		return arena_join(&d->frame, parts, ARRAY_LEN(parts));
	}
	return shown;
}

/* For Ctrl-V. */
static void keep_copy(struct desk *d, struct str text)
{
	arena_clear(&d->copy_arena);
	d->copied = arena_str(&d->copy_arena, text);
}

static void put(struct desk *d, struct str text)
{
	struct error err = {.code = ERROR_NONE};
	enum clipboard_way way;
	struct str path;

	if (text.n == 0) {
		desk_hint(d, TEXT("! There is nothing to copy here."));
		return;
	}
	text = arena_str(&d->frame, text);
	if (clipboard_put(d->term, text, &way, &path, &d->frame, &err) < 0)
		desk_fail(d, &err);
	else if (way == CLIPBOARD_FILE)
		desk_say(d, TONE_GOOD,
			MSG("Copied into the file {path}: “{text}”", A_STR("path", path),
				A_STR("text", beginning(d, text))));
	else
		desk_say(d, TONE_GOOD, MSG("Copied: “{text}”", A_STR("text", beginning(d, text))));
	if (err.code == ERROR_NONE)
		keep_copy(d, text);
}

void desk_copy(struct desk *d)
{
	struct editor *editor = desk_editor(d);

	if (!editor) {
		put(d, words_in_view(d));
	} else if (editor_selected(editor).n) {
		put(d, editor_selected(editor));
	} else if (editor_marking(editor)) {
		editor_unselect(editor);
		desk_say(d, TONE_PLAIN, TEXT("Nothing is selected any more."));
	} else {
		editor_mark(editor);
		desk_say(d, TONE_PLAIN,
			TEXT("Moving selects now: then Ins copies, ⌫ removes, Esc leaves it."));
	}
}

void desk_pasted(struct desk *d, enum paste done)
{
	if (done == PASTE_NONE)
		desk_say(d, TONE_CAUTION, TEXT("✗ Pasting has no effect here."));
	d->line_holds = done == PASTE_TURNED;
	if (done == PASTE_TURNED)
		desk_say(d, TONE_CAUTION,
			TEXT("! The letters are in reading order now; Alt-⌫ gives them as they "
			     "came."));
}

static bool control_key(struct desk *d, struct editor *editor, uint32_t letter)
{
	bool selected = editor_selected(editor).n > 0;

	if (letter == 'c' || letter == 'x') {
		if (selected)
			desk_copy(d);
		if (selected && letter == 'x')
			desk_take_text_key(d, PRESS_OF(PRESS_BACKSPACE));
		return true;
	}
	if (letter != 'v')
		return false;
	desk_pasted(d, d->copied.n ? desk_paste(d, arena_str(&d->frame, d->copied)) : PASTE_NONE);
	return true;
}

bool desk_copy_key(struct desk *d, struct press press)
{
	struct editor *editor = desk_editor(d);

	if (press.code == PRESS_INSERT) {
		desk_copy(d);
		return true;
	}
	if (!editor)
		return false;
	if (press.code == PRESS_ESC && editor_marking(editor)) {
		editor_unselect(editor);
		return true;
	}
	return press.code == PRESS_CHAR && press.ctrl && control_key(d, editor, press.ch);
}

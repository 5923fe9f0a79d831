#include "tui/editor.h"

#include <string.h>

#include "locale/text.h"
#include "locale/visual.h"
#include "storage/memory.h"
#include "tui/editor_parts.h"

static void *grown(void *old, size_t used, size_t bytes)
{
	void *more = memory_source.take(bytes);

	if (old) {
		memcpy(more, old, used);
		explicit_bzero(old, used);
		memory_source.give(old);
	}
	return more;
}

struct editor *editor_open(bool one_line)
{
	struct editor *e = memory_source.take(sizeof(*e));

	memset(e, 0, sizeof(*e));
	e->one_line = one_line;
	e->width = 78;
	e->page = 1;
	e->goal = -1;
	arena_init(&e->scratch, &memory_source);
	editor_set(e, (struct str){NULL, 0});
	return e;
}

static void forget_change(struct change *c)
{
	explicit_bzero(c->old_text, c->old_n);
	explicit_bzero(c->new_text, c->new_n);
	memory_source.give(c->old_text);
	memory_source.give(c->new_text);
}

static void forget_from(struct editor *e, size_t first)
{
	while (e->changes_n > first)
		forget_change(&e->changes[--e->changes_n]);
	if (e->done > e->changes_n)
		e->done = e->changes_n;
}

void editor_close(struct editor *e)
{
	if (!e)
		return;
	forget_from(e, 0);
	if (e->changes)
		memory_source.give(e->changes);
	if (e->paragraphs)
		memory_source.give(e->paragraphs);
	if (e->p) {
		explicit_bzero(e->p, e->room);
		memory_source.give(e->p);
	}
	arena_clear(&e->scratch);
	memory_source.give(e);
}

void editor_direction(struct editor *e, enum direction base)
{
	if (e->base != base)
		e->left = 0;
	e->base = base;
}

struct str editor_text(const struct editor *e)
{
	return (struct str){e->p ? e->p : "", e->n};
}

uint64_t editor_version(const struct editor *e)
{
	return e->version;
}

size_t editor_caret(const struct editor *e)
{
	return e->caret;
}

void editor_set_caret(struct editor *e, size_t byte)
{
	e->caret = byte > e->n ? e->n : byte;
	while (e->caret > 0 && e->caret < e->n && ((unsigned char)e->p[e->caret] & 0xC0) == 0x80)
		e->caret--;
	e->goal = -1;
	e->join = false;
}

/* Bytes AT … AT+BYTES become TEXT; nothing is remembered. */
static void replace_raw(struct editor *e, size_t at, size_t bytes, struct str text)
{
	size_t n = e->n - bytes + text.n;

	if (n > e->room) {
		size_t room = n + n / 2 + 64;

		e->p = grown(e->p, e->n, room);
		e->room = room;
	}
	if (e->p) {
		memmove(e->p + at + text.n, e->p + at + bytes, e->n - at - bytes);
		if (text.n)
			memcpy(e->p + at, text.p, text.n);
	}
	e->n = n;
	e->selecting = e->marking = false;
	e->version++;
	editor_lines_changed(e, at, bytes);
}

static char *copy(const char *p, size_t n)
{
	char *c = memory_source.take(n + 1);

	if (n)
		memcpy(c, p, n);
	return c;
}

/* Typing goes on behind the last change: one undo takes the word. */
static bool join_typed(struct editor *e, size_t at, size_t bytes, struct str text)
{
	struct change *c = e->done ? &e->changes[e->done - 1] : NULL;
	char *more;

	if (!c || !e->join || !c->typed || bytes || at != c->at + c->new_n || c->new_n > 200)
		return false;
	more = memory_source.take(c->new_n + text.n + 1);
	memcpy(more, c->new_text, c->new_n);
	memcpy(more + c->new_n, text.p, text.n);
	explicit_bzero(c->new_text, c->new_n);
	memory_source.give(c->new_text);
	c->new_text = more;
	c->new_n += text.n;
	return true;
}

static void remember(struct editor *e, size_t at, size_t bytes, struct str text, bool typed)
{
	struct change *c;

	forget_from(e, e->done);
	if (typed && join_typed(e, at, bytes, text))
		return;
	if (!e->changes)
		e->changes = memory_source.take(CHANGES_MAX * sizeof(*e->changes));
	if (e->changes_n == CHANGES_MAX) {
		forget_change(&e->changes[0]);
		memmove(e->changes, e->changes + 1, (CHANGES_MAX - 1) * sizeof(*e->changes));
		e->changes_n--;
	}
	c = &e->changes[e->changes_n++];
	*c = (struct change){
		at, copy(e->p + at, bytes), copy(text.p, text.n), bytes, text.n, e->caret, typed};
	e->done = e->changes_n;
}

/* False when the text would grow too long; then nothing changed. */
static bool replace(struct editor *e, size_t at, size_t bytes, struct str text, bool typed)
{
	if (e->n - bytes + text.n > EDITOR_BYTES_MAX)
		return false;
	remember(e, at, bytes, text, typed);
	replace_raw(e, at, bytes, text);
	e->caret = at + text.n;
	e->goal = -1;
	e->join = typed;
	return true;
}

void editor_set(struct editor *e, struct str text)
{
	size_t n = text.n > EDITOR_BYTES_MAX ? EDITOR_BYTES_MAX : text.n;
	char *held; /* TEXT may be our own */

	while (n < text.n && n > 0 && ((unsigned char)text.p[n] & 0xC0) == 0x80)
		n--;
	held = copy(text.p, n);
	forget_from(e, 0);
	replace_raw(e, 0, e->n, (struct str){held, n});
	explicit_bzero(held, n);
	memory_source.give(held);
	e->caret = e->n;
	e->goal = -1;
	e->join = false;
	e->top = 0;
	e->left = 0;
}

void editor_undo(struct editor *e)
{
	const struct change *c;

	if (e->done == 0)
		return;
	c = &e->changes[--e->done];
	replace_raw(e, c->at, c->new_n, (struct str){c->old_text, c->old_n});
	editor_set_caret(e, c->caret);
}

void editor_redo(struct editor *e)
{
	const struct change *c;

	if (e->done == e->changes_n)
		return;
	c = &e->changes[e->done++];
	replace_raw(e, c->at, c->old_n, (struct str){c->new_text, c->new_n});
	editor_set_caret(e, c->at + c->new_n);
}

/* TEXT in the place of what is selected, else at the caret. */
static bool insert(struct editor *e, struct str text, bool typed)
{
	size_t from, to;

	editor_selection(e, &from, &to);
	return replace(e, from, to - from, text, typed);
}

/* A mark changes the letter before it into one of NFC: é from e and ́. */
static bool insert_mark(struct editor *e, struct str mark)
{
	size_t from = text_prev(editor_text(e), e->caret), bad;
	struct str parts[2] = {{e->p + from, e->caret - from}, mark};
	struct str clean;
	bool ok = false;

	if (text_clean(arena_join(&e->scratch, parts, 2), &e->scratch, &clean, &bad) == 0)
		ok = replace(e, from, e->caret - from, clean, false);
	arena_clear(&e->scratch);
	return ok;
}

static bool insert_press(struct editor *e, struct press press)
{
	char buf[4];
	struct str typed = {buf, key_utf8(press, buf)};
	struct str clean;
	size_t bad;
	bool ok;

	if (text_is_mark(press.ch) && e->caret > 0 && editor_selected(e).n == 0)
		return insert_mark(e, typed);
	ok = text_clean(typed, &e->scratch, &clean, &bad) == 0 && insert(e, clean, true);
	if (ok && press.ch == ' ')
		e->join = false; /* undo goes word by word */
	arena_clear(&e->scratch);
	return ok;
}

/* What can be kept of a paste: valid characters, no controls, one line when there is but one. */
static struct str usable(struct editor *e, struct str text)
{
	struct builder b;
	size_t at = 0;

	builder_init(&b, &e->scratch);
	while (at < text.n) {
		uint32_t code = text_decode(text, &at);

		if (code == '\r') {
			if (at < text.n && text.p[at] == '\n')
				continue;
			code = '\n';
		}
		if (code == '\t' || (code == '\n' && e->one_line))
			code = ' ';
		if (code == 0xFFFD || (code < 0x20 && code != '\n') ||
			(code >= 0x7F && code < 0xA0))
			continue;
		text_encode(&b, code);
	}
	return builder_str(&b);
}

enum paste editor_paste(struct editor *e, struct str text)
{
	struct str raw = usable(e, text), clean, read;
	enum paste done = PASTE_NONE;
	size_t bad, from, to;

	editor_selection(e, &from, &to);
	if (text_clean(raw, &e->scratch, &clean, &bad) == 0 && clean.n > 0 &&
		insert(e, clean, false))
		done = PASTE_DONE;
	if (done == PASTE_DONE && visual_is(raw) &&
		text_clean(visual_logical(raw, &e->scratch), &e->scratch, &read, &bad) == 0 &&
		replace(e, from, clean.n, read, false))
		done = PASTE_TURNED;
	arena_clear(&e->scratch);
	return done;
}

static bool remove_bytes(struct editor *e, size_t from, size_t to)
{
	if (to > from)
		(void)replace(e, from, to - from, (struct str){NULL, 0}, false);
	return true;
}

/* One code point back: of a letter with marks the last mark, of lam-alef the alef. */
static size_t code_before(const struct editor *e)
{
	size_t at = e->caret;

	while (at > 0 && ((unsigned char)e->p[--at] & 0xC0) == 0x80)
		;
	return at;
}

static bool control_key(struct editor *e, struct press press)
{
	struct str text = editor_text(e);
	const char *end;

	if (press.ch == 'z') {
		editor_undo(e);
	} else if (press.ch == 'y') {
		editor_redo(e);
	} else if (press.ch == 'a') {
		editor_set_caret(e, e->n);
		e->anchor = 0;
		e->selecting = true;
	} else if (press.ch == 'k') {
		end = memchr(text.p + e->caret, '\n', text.n - e->caret);
		remove_bytes(e, e->caret, end ? (size_t)(end - text.p) : text.n);
	} else if (press.ch == 'u') {
		size_t start = e->caret;

		while (start > 0 && text.p[start - 1] != '\n')
			start--;
		remove_bytes(e, start, e->caret);
	} else {
		return false;
	}
	return true;
}

static bool move_along(struct editor *e, struct press press)
{
	struct str text = editor_text(e);
	int along = key_along(press, e->base == DIR_RTL);
	bool word = press.code == PRESS_WORD_LEFT || press.code == PRESS_WORD_RIGHT;

	if (along == 0)
		return false;
	if (along > 0)
		editor_set_caret(
			e, word ? text_next_word(text, e->caret) : text_next(text, e->caret));
	else
		editor_set_caret(
			e, word ? text_prev_word(text, e->caret) : text_prev(text, e->caret));
	return true;
}

/* --- the selection --- */

void editor_selection(const struct editor *e, size_t *from, size_t *to)
{
	size_t anchor = e->selecting ? e->anchor : e->caret;

	*from = anchor < e->caret ? anchor : e->caret;
	*to = anchor < e->caret ? e->caret : anchor;
}

struct str editor_selected(const struct editor *e)
{
	size_t from, to;

	editor_selection(e, &from, &to);
	return (struct str){e->p ? e->p + from : "", to - from};
}

void editor_mark(struct editor *e)
{
	e->anchor = e->caret;
	e->selecting = e->marking = true;
}

bool editor_marking(const struct editor *e)
{
	return e->marking || editor_selected(e).n > 0;
}

void editor_unselect(struct editor *e)
{
	e->selecting = e->marking = false;
}

/* --- keys --- */

static bool move(struct editor *e, struct press press)
{
	if (move_along(e, press))
		return true;
	if (press.code == PRESS_TOP || (press.code == PRESS_HOME && e->one_line))
		editor_set_caret(e, 0);
	else if (press.code == PRESS_BOTTOM || (press.code == PRESS_END && e->one_line))
		editor_set_caret(e, e->n);
	else
		return !e->one_line && editor_move_rows(e, press);
	return true;
}

static bool move_selecting(struct editor *e, struct press press)
{
	size_t before = e->caret;

	if (!move(e, press))
		return false;
	if (!press.shift && !e->marking) {
		e->selecting = false;
	} else if (!e->selecting) {
		e->anchor = before;
		e->selecting = true;
	}
	return true;
}

/* Backspace and Delete: what is selected, else one letter; with Alt undo and redo. */
static bool remove_key(struct editor *e, struct press press)
{
	bool back = press.code == PRESS_BACKSPACE;
	size_t from, to;

	editor_selection(e, &from, &to);
	if (press.alt && back)
		editor_undo(e);
	else if (press.alt)
		editor_redo(e);
	else if (from < to)
		remove_bytes(e, from, to);
	else if (back)
		remove_bytes(e, code_before(e), e->caret);
	else
		remove_bytes(e, e->caret, text_next(editor_text(e), e->caret));
	return true;
}

bool editor_key(struct editor *e, struct press press)
{
	if (press.code == PRESS_CHAR && press.ctrl)
		return control_key(e, press);
	if (key_is_text(press)) {
		(void)insert_press(e, press); /* a full text takes no more; the key is still ours */
		return true;
	}
	if (press.code == PRESS_BACKSPACE || press.code == PRESS_DELETE)
		return remove_key(e, press);
	if (press.code == PRESS_ENTER && !e->one_line) {
		(void)insert(e, STR("\n"), false);
		return true;
	}
	return move_selecting(e, press);
}

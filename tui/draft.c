#include "tui/draft.h"

#include "locale/format.h"
#include "tui/desk_parts.h"

#include <string.h>

#define KEEP_MS 150 /* after the last key; the loop comes by at least every 250 ms */

/* Which draft was under the fingers, for the next start: "SCREEN TITLE". */
#define TYPING "desk/typing"
/* Which form of a secret ballot has figures that are on no disk: its name alone. */
#define FIGURES "desk/figures"

/* --- what there is to keep --- */

static bool is_kept(const struct desk *d)
{
	const struct overlay *o = &d->over;

	if (d->read_only || o->asks || (o->secret && o->draft.begun && !o->draft.memory))
		return false;
	for (size_t i = 0; o->kind == OVERLAY_FORM && i < o->form.n; i++)
		if (o->fields[i].kind == FORM_PASSPHRASE)
			return false;
	return (o->kind == OVERLAY_FORM && o->form.n) || (o->kind == OVERLAY_PROMPT && o->keeps);
}

static size_t values_n(const struct overlay *o)
{
	return o->kind == OVERLAY_FORM ? o->form.n : 1;
}

static struct editor *editor_of(const struct overlay *o, size_t i)
{
	return o->kind == OVERLAY_FORM ? o->fields[i].editor : prompt_editor(o->prompt);
}

/* A choice is its words: the list may be another one next time. */
static struct str choice_words(const struct form_field *f, size_t i, struct arena *a)
{
	return i < f->choices_n ? format_plain(&f->choices[i], LANG_EN, a) : STR("");
}

static struct str value_of(const struct overlay *o, size_t i, struct arena *a)
{
	if (!editor_of(o, i))
		return choice_words(&o->fields[i], o->fields[i].chosen, a);
	return editor_text(editor_of(o, i));
}

static void set_value(struct overlay *o, size_t i, struct str value, struct arena *a)
{
	struct form_field *f = &o->fields[i];

	if (editor_of(o, i)) {
		editor_set(editor_of(o, i), value);
		f->proposed = false;
		return;
	}
	if (!value.n)
		f->chosen = f->choices_n;
	for (size_t k = 0; k < f->choices_n; k++)
		if (str_equal(choice_words(f, k, a), value))
			f->chosen = k;
}

/* Another number after each change. */
static uint64_t version_of(const struct overlay *o)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < values_n(o); i++)
		sum += (i + 1) * (editor_of(o, i) ? editor_version(editor_of(o, i))
						  : (uint64_t)o->fields[i].chosen << 32);
	return sum;
}

/* --- its row beside the journal --- */

/* What tells one form from another of the same title: what it was opened with, but for the time of
 * day and the day, which are proposed anew each time. */
static uint64_t identity(const struct overlay *o)
{
	uint64_t hash = 14695981039346656037u ^ (uint64_t)o->number; /* FNV-1a */

	for (size_t i = 0; i < values_n(o); i++) {
		enum form_kind kind = o->kind == OVERLAY_FORM ? o->fields[i].kind : FORM_TEXT;

		if (kind == FORM_DATE || kind == FORM_TIME)
			continue;
		for (size_t k = 0; k <= o->draft.first[i].n; k++) {
			hash ^= k < o->draft.first[i].n ? (unsigned char)o->draft.first[i].p[k]
							: 0x100;
			hash *= 1099511628211u;
		}
	}
	return hash;
}

static struct str make_key(struct desk *d)
{
	struct overlay *o = &d->over;
	const struct session *s = desk_session(d);
	uint64_t hash = identity(o);
	struct builder b;

	builder_init(&b, &o->arena);
	builder_add_z(&b, "draft/form/");
	builder_add_int(&b, s ? s->is.number : 0);
	builder_add_char(&b, '/');
	if (o->draft.memory && s) { /* figures of one ballot are not those of the next */
		builder_add_int(&b, s->open_item);
		builder_add_char(&b, '/');
		builder_add_int(&b, s->open_vote.item);
		builder_add_char(&b, '/');
		builder_add_int(&b, s->open_vote.n);
		builder_add_char(&b, '/');
	}
	builder_add(&b, format_plain(&o->title, LANG_EN, &d->frame));
	builder_add_char(&b, '/');
	for (int shift = 60; shift >= 0; shift -= 4)
		builder_add_char(&b, "0123456789abcdef"[hash >> shift & 15]);
	return builder_str(&b);
}

static bool keep_row(struct desk *d, struct str key, struct str value)
{
	struct error err = {.code = ERROR_NONE};

	if (journal_keep(register_journal(d->r), key, value, &err) == 0)
		return true;
	desk_fail(d, &err);
	return false;
}

/* NULL: there is none of KEY. */
static struct memory_draft *in_memory(struct desk *d, struct str key)
{
	for (size_t i = 0; i < ARRAY_LEN(d->drafts); i++)
		if (d->drafts[i].key.n && str_equal(d->drafts[i].key, key))
			return &d->drafts[i];
	return NULL;
}

static void forget(struct memory_draft *m)
{
	arena_clear(&m->arena);
	m->key = m->value = STR("");
}

static bool any_in_memory(const struct desk *d)
{
	for (size_t i = 0; i < ARRAY_LEN(d->drafts); i++)
		if (d->drafts[i].key.n)
			return true;
	return false;
}

/* That there are figures may be known, so that their loss is told of; what they are may not. */
static void keep_in_memory(struct desk *d, struct str key, struct str value)
{
	struct memory_draft *m = in_memory(d, key);

	if (!m)
		(void)keep_row(d, STR(FIGURES), format_plain(&d->over.title, d->lang, &d->frame));

	for (size_t i = 0; !m && i < ARRAY_LEN(d->drafts); i++)
		m = d->drafts[i].key.n ? NULL : &d->drafts[i];
	if (!m)
		m = &d->drafts[d->drafts_at++ % ARRAY_LEN(d->drafts)];
	forget(m);
	arena_init(&m->arena, &memory_source);
	m->key = arena_str(&m->arena, key);
	m->value = arena_str(&m->arena, value);
}

void draft_forget_all(struct desk *d)
{
	for (size_t i = 0; i < ARRAY_LEN(d->drafts); i++)
		forget(&d->drafts[i]);
}

static bool drop_row(struct desk *d, struct str key)
{
	struct error err = {.code = ERROR_NONE};
	struct memory_draft *m = in_memory(d, key);

	if (m) {
		forget(m);
		if (any_in_memory(d))
			return true;
		key = STR(FIGURES);
	}
	if (journal_drop(register_journal(d->r), key, &err) == 0)
		return true;
	desk_fail(d, &err);
	return false;
}

/* First line "TIME FOCUS CARET"; then of each value that is not as it was opened a line "PLACE
 * BYTES", the bytes and a newline. Empty when all are. */
static struct str draft_text(struct desk *d)
{
	struct overlay *o = &d->over;
	struct source source = register_source(d->r);
	size_t focus = o->kind == OVERLAY_FORM ? o->form.focus : 0, n = 0;
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add(&b, instant_text(source.now(source.context), &d->frame));
	builder_add_char(&b, ' ');
	builder_add_int(&b, (int64_t)focus);
	builder_add_char(&b, ' ');
	builder_add_int(&b, editor_of(o, focus) ? (int64_t)editor_caret(editor_of(o, focus)) : 0);
	builder_add_char(&b, '\n');
	for (size_t i = 0; i < values_n(o); i++) {
		struct str value = value_of(o, i, &d->frame);

		if (str_equal(value, o->draft.first[i]))
			continue;
		builder_add_int(&b, (int64_t)i);
		builder_add_char(&b, ' ');
		builder_add_int(&b, (int64_t)value.n);
		builder_add_char(&b, '\n');
		builder_add(&b, value);
		builder_add_char(&b, '\n');
		n++;
	}
	return n ? builder_str(&b) : STR("");
}

/* --- reading it back --- */

/* Up to END, which is taken as well; S becomes what follows. */
static bool take_part(struct str *s, char end, struct str *part)
{
	const char *at = s->n ? memchr(s->p, end, s->n) : NULL;

	if (!at)
		return false;
	*part = (struct str){s->p, (size_t)(at - s->p)};
	s->n -= part->n + 1;
	s->p = at + 1;
	return true;
}

static bool take_size(struct str *s, char end, size_t *n)
{
	struct str part;
	int64_t number;

	if (!take_part(s, end, &part) || !form_read_number(part, &number))
		return false;
	*n = (size_t)number;
	return true;
}

static bool put_back(struct desk *d, struct str s, struct instant *at)
{
	struct overlay *o = &d->over;
	size_t focus, caret, i, n;
	struct str time;

	if (!take_part(&s, ' ', &time) || !instant_parse(time, at) || !take_size(&s, ' ', &focus) ||
		!take_size(&s, '\n', &caret))
		return false;
	while (s.n) {
		if (!take_size(&s, ' ', &i) || !take_size(&s, '\n', &n) || n >= s.n ||
			i >= values_n(o))
			return false;
		set_value(o, i, (struct str){s.p, n}, &d->frame);
		s.p += n + 1;
		s.n -= n + 1;
	}
	if (focus < values_n(o) && o->kind == OVERLAY_FORM)
		o->form.focus = focus;
	if (focus < values_n(o) && editor_of(o, focus))
		editor_set_caret(editor_of(o, focus), caret);
	return true;
}

/* The draft that was kept of what has just opened. */
static bool find_kept(struct desk *d, struct str *value)
{
	struct overlay *o = &d->over;
	struct error err = {.code = ERROR_NONE};
	const struct memory_draft *m = in_memory(d, o->draft.key);

	o->draft.kept = m != NULL;
	if (m)
		*value = arena_str(&d->frame, m->value);
	else if (!o->draft.memory && journal_kept(register_journal(d->r), o->draft.key, &d->frame,
					     value, &o->draft.kept, &err) < 0)
		desk_fail(d, &err);
	return o->draft.kept;
}

struct message draft_words(const struct desk *d)
{
	struct source source = register_source(d->r);
	struct instant at = d->over.draft.back;

	if (!instant_is_set(at))
		return NO_MESSAGE;
	if (date_compare(instant_date(at), instant_date(source.now(source.context))) == 0)
		return MSG(
			"✎ Typed at {time} and not recorded; F8 empties this.", A_TIME("time", at));
	return MSG("✎ Typed on {day} at {time} and not recorded; F8 empties this.",
		A_DAY("day", instant_date(at)), A_TIME("time", at));
}

static void begin(struct desk *d)
{
	struct overlay *o = &d->over;
	struct str value;

	o->draft.begun = true;
	o->draft.memory = o->secret;
	o->draft.focus = o->form.focus;
	for (size_t i = 0; i < values_n(o); i++)
		o->draft.first[i] = arena_str(&o->arena, value_of(o, i, &d->frame));
	o->draft.key = make_key(d);
	/* A form says it by itself: that it is to be opened again is said no more. */
	if (find_kept(d, &value) && put_back(d, value, &o->draft.back))
		overlay_say(
			d, TONE_CAUTION, o->kind == OVERLAY_PROMPT ? draft_words(d) : NO_MESSAGE);
	o->draft.seen = o->draft.changed = version_of(o);
}

/* --- keeping --- */

static void mark(struct desk *d)
{
	struct overlay *o = &d->over;
	struct builder b;

	if (o->draft.marked || o->draft.memory)
		return;
	builder_init(&b, &d->frame);
	builder_add_int(&b, (int64_t)d->screen);
	builder_add_char(&b, ' ');
	builder_add(&b, format_plain(&o->title, d->lang, &d->frame));
	o->draft.marked = keep_row(d, STR(TYPING), builder_str(&b));
}

void draft_keep(struct desk *d)
{
	struct overlay *o = &d->over;
	struct str text;

	if (!o->draft.begun || o->draft.seen == version_of(o))
		return;
	text = draft_text(d);
	if (text.n && o->draft.memory)
		keep_in_memory(d, o->draft.key, text);
	else if (text.n ? !keep_row(d, o->draft.key, text)
			: o->draft.kept && !drop_row(d, o->draft.key))
		return;
	o->draft.kept = text.n > 0;
	o->draft.seen = version_of(o);
	if (text.n)
		mark(d);
}

void draft_tick(struct desk *d)
{
	struct overlay *o = &d->over;

	d->form_waits = false;
	if (!is_kept(d))
		return;
	if (!o->draft.begun)
		begin(d);
	if (o->draft.seen == version_of(o))
		return;
	if (o->draft.changed != version_of(o)) {
		o->draft.changed = version_of(o);
		o->draft.changed_ms = desk_now_ms();
	}
	d->form_waits = true;
	if (d->patient && desk_now_ms() - o->draft.changed_ms < KEEP_MS)
		return;
	draft_keep(d);
	d->form_waits = o->draft.seen != version_of(o);
}

/* What a signal or a cut ends stays marked: the next start tells of it. */
static void unmark(struct desk *d)
{
	if (d->over.draft.marked && !d->told)
		(void)drop_row(d, STR(TYPING));
	d->over.draft.marked = false;
}

void draft_leave(struct desk *d)
{
	if (!d->over.draft.begun)
		return;
	draft_keep(d);
	unmark(d);
	d->over.draft.begun = false;
}

struct str draft_key(const struct desk *d)
{
	return d->over.draft.begun ? d->over.draft.key : STR("");
}

void draft_done(struct desk *d, struct str key)
{
	if (!key.n)
		return;
	(void)drop_row(d, key);
	if (d->over.draft.begun && str_equal(d->over.draft.key, key)) { /* it is still there */
		d->over.draft.kept = false;
		d->over.draft.seen = ~version_of(&d->over);
	}
}

/* The values as they were opened, proposed again. */
static void set_first(struct desk *d)
{
	struct overlay *o = &d->over;

	for (size_t i = 0; i < values_n(o); i++) {
		set_value(o, i, o->draft.first[i], &d->frame);
		if (o->kind == OVERLAY_FORM && o->fields[i].editor)
			o->fields[i].proposed = o->draft.first[i].n > 0;
	}
	o->form.focus = o->draft.focus;
}

void draft_empty(struct desk *d)
{
	struct overlay *o = &d->over;
	struct instant at;
	struct str typed;

	if (!o->draft.begun) {
		desk_hint(d, TEXT("! No draft is kept of this."));
		return;
	}
	typed = draft_text(d);
	if (typed.n) {
		o->draft.emptied = arena_str(&o->arena, typed);
		o->draft.back = (struct instant){0};
		set_first(d);
		overlay_say(d, TONE_CAUTION,
			TEXT("✎ As it was opened; F8 again brings back what was typed."));
	} else if (o->draft.emptied.n && put_back(d, o->draft.emptied, &at)) {
		o->draft.emptied = STR("");
		overlay_say(d, TONE_CAUTION, TEXT("✎ What was typed is back."));
	} else {
		desk_hint(d, TEXT("! Nothing was typed here."));
	}
	draft_keep(d);
}

/* A secret ballot leaves nothing on the disk but what was recorded: then it is counted again. */
static void recall_figures(struct desk *d)
{
	struct error err = {.code = ERROR_NONE};
	struct str form;
	bool found;

	if (journal_kept(register_journal(d->r), STR(FIGURES), &d->frame, &form, &found, &err) <
		0) {
		desk_fail(d, &err);
		return;
	}
	if (!found || !drop_row(d, STR(FIGURES)))
		return;
	d->figures_lost = true;
	desk_say(d, TONE_CAUTION,
		MSG("! “{form}”: figures not recorded are not kept; type them from the sheet.",
			A_STR("form", form)));
}

void draft_recall(struct desk *d)
{
	struct error err = {.code = ERROR_NONE};
	struct str value, title;
	size_t screen;
	bool found;

	if (d->read_only)
		return;
	recall_figures(d);
	if (journal_kept(register_journal(d->r), STR(TYPING), &d->frame, &value, &found, &err) <
		0) {
		desk_fail(d, &err);
		return;
	}
	title = value;
	if (!found || !take_size(&title, ' ', &screen) || !drop_row(d, STR(TYPING)))
		return;
	if (screen < SCREEN_COUNT && (desk_session(d) || screen == SCREEN_REGISTER))
		desk_go(d, (enum screen)screen);
	desk_say(d, TONE_CAUTION,
		MSG("✎ What you typed in “{form}” is kept, not recorded: open it again.",
			A_STR("form", title)));
}

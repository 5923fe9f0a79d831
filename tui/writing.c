/* Writing a passage: two editors, one a language, whose text is on disk before anybody misses it.
 * A draft is a row beside the journal; F4 makes it an act. Nothing here throws a text away. */
#include "tui/minutes_look.h"

#include "locale/format.h"
#include "locale/text.h"
#include "model/describe.h"

#include <stdlib.h>

#define KEEP_MS 150 /* after the last key; the loop comes by at least every 250 ms */

/* --- the rows beside the journal --- */

static void place_name(struct builder *b, struct passage_place p, enum lang lang)
{
	builder_add_int(b, p.item);
	builder_add_char(b, '-');
	builder_add_z(b, text_part_names[p.part].name);
	builder_add_char(b, '-');
	builder_add_int(b, p.text);
	builder_add_char(b, '-');
	builder_add_int(b, p.member);
	builder_add_char(b, '-');
	builder_add_int(b, p.guest);
	builder_add_char(b, '-');
	builder_add_z(b, lang_code(lang));
}

static struct str draft_prefix(int64_t session, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, "draft/");
	builder_add_int(&b, session);
	builder_add_char(&b, '/');
	return builder_str(&b);
}

static struct str draft_key(struct desk *d, struct passage_place place, enum lang lang)
{
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add(&b, draft_prefix(d->minutes->session, &d->frame));
	place_name(&b, place, lang);
	return builder_str(&b);
}

/* The next part of S up to a '-' or the end. */
static struct str next_part(struct str *s)
{
	struct str part = {s->p, 0};

	while (part.n < s->n && s->p[part.n] != '-')
		part.n++;
	s->p += part.n;
	s->n -= part.n;
	if (s->n) {
		s->p++;
		s->n--;
	}
	return part;
}

static bool parse_place(struct str name, struct passage_place *place, enum lang *lang)
{
	struct str item = next_part(&name), part = next_part(&name), text = next_part(&name);
	struct str member = next_part(&name), guest = next_part(&name);

	return form_read_number(item, &place->item) &&
	       field_enum_parse(text_part_names, part, &place->part) &&
	       form_read_number(text, &place->text) && form_read_number(member, &place->member) &&
	       form_read_number(guest, &place->guest) && lang_parse(name, lang) && *lang != LANG_EN;
}

/* First line "CARET TIME", then the text. */
static bool parse_draft(struct str value, size_t *caret, struct instant *at, struct str *text)
{
	struct str number = {value.p, 0}, time;
	int64_t n;
	size_t end;

	while (number.n < value.n && value.p[number.n] != ' ')
		number.n++;
	for (end = number.n; end < value.n && value.p[end] != '\n'; end++)
		;
	if (end >= value.n || !form_read_number(number, &n))
		return false;
	time = (struct str){value.p + number.n + 1, end - number.n - 1};
	*text = (struct str){value.p + end + 1, value.n - end - 1};
	*caret = (size_t)n > text->n ? text->n : (size_t)n;
	return instant_parse(time, at);
}

static int keep_row(struct desk *d, struct str key, struct str value)
{
	struct error err = {.code = ERROR_NONE};

	if (journal_keep(register_journal(d->r), key, value, &err) == 0)
		return 0;
	desk_fail(d, &err);
	return -1;
}

static int drop_row(struct desk *d, struct str key)
{
	struct error err = {.code = ERROR_NONE};

	if (d->read_only || journal_drop(register_journal(d->r), key, &err) == 0)
		return 0;
	desk_fail(d, &err);
	return -1;
}

void writing_drop(struct desk *d, struct passage_place place, enum lang lang)
{
	(void)drop_row(d, draft_key(d, place, lang));
}

size_t writing_drafts(struct desk *d, struct draft_row **rows, struct arena *a)
{
	struct str prefix = draft_prefix(desk_session(d)->is.number, a), *keys;
	struct error err = {.code = ERROR_NONE};
	size_t n, found = 0;

	*rows = NULL;
	if (journal_kept_keys(register_journal(d->r), prefix, a, &keys, &n, &err) < 0) {
		desk_fail(d, &err);
		return 0;
	}
	*rows = ARENA_ARRAY(a, struct draft_row, n + 1);
	for (size_t i = 0; i < n; i++) {
		struct str name = {keys[i].p + prefix.n, keys[i].n - prefix.n}, value;
		struct draft_row *row = &(*rows)[found];
		size_t caret;
		bool there;

		if (journal_kept(register_journal(d->r), keys[i], a, &value, &there, &err) == 0 &&
			there && parse_place(name, &row->place, &row->lang) &&
			parse_draft(value, &caret, &row->at, &row->text))
			found++;
	}
	return found;
}

/* Which passage was under the fingers, for the next start. */
#define WRITING "desk/writing"

static void mark_writing(struct desk *d, bool writing)
{
	struct minutes_look *m = d->minutes;
	struct builder b;

	if (d->read_only)
		return;
	builder_init(&b, &d->frame);
	builder_add(&b, draft_key(d, m->place, m->lang));
	if (writing)
		(void)keep_row(d, STR(WRITING), builder_str(&b));
	else
		(void)drop_row(d, STR(WRITING));
}

/* --- what the minutes have of it --- */

static struct str kept_text(struct desk *d, struct passage_place place, enum lang lang)
{
	const struct session *s = desk_session(d);
	const struct passage *p;

	/* Another session may have been chosen under the editor: then the draft is simply kept. */
	if (!s || s->is.number != d->minutes->session || place.text < 1 ||
		place.text > (int64_t)s->passages.n)
		return STR("");
	p = &s->passages.at[place.text - 1];
	return lang == LANG_AR ? p->content.ar : p->content.fr;
}

/* What was typed, as it would be recorded: clean, without blanks at its ends. */
static struct str typed_text(struct desk *d, enum lang lang)
{
	struct str raw = editor_text(d->minutes->editor[lang]), clean;
	size_t bad;

	if (text_clean(raw, &d->frame, &clean, &bad) < 0)
		return raw; /* the register refuses it, and says so */
	while (clean.n && (clean.p[0] == ' ' || clean.p[0] == '\n'))
		clean = (struct str){clean.p + 1, clean.n - 1};
	while (clean.n && (clean.p[clean.n - 1] == ' ' || clean.p[clean.n - 1] == '\n'))
		clean.n--;
	return clean;
}

/* --- drafts --- */

static bool changed(const struct minutes_look *m)
{
	for (int l = 0; l < PASSAGE_LANGS; l++)
		if (editor_version(m->editor[l]) != m->seen[l])
			return true;
	return false;
}

static int keep_draft(struct desk *d, enum lang lang)
{
	struct minutes_look *m = d->minutes;
	struct source source = register_source(d->r);
	struct instant now = source.now(source.context);
	struct str key = draft_key(d, m->place, lang);
	struct builder b;

	if (str_equal(typed_text(d, lang), kept_text(d, m->place, lang))) {
		if (m->draft[lang] && drop_row(d, key) < 0)
			return -1;
		m->draft[lang] = false;
	} else {
		builder_init(&b, &d->frame);
		builder_add_int(&b, (int64_t)editor_caret(m->editor[lang]));
		builder_add_char(&b, ' ');
		builder_add(&b, instant_text(now, &d->frame));
		builder_add_char(&b, '\n');
		builder_add(&b, editor_text(m->editor[lang]));
		if (keep_row(d, key, builder_str(&b)) < 0)
			return -1;
		m->draft[lang] = true;
		m->draft_at = now;
	}
	m->seen[lang] = editor_version(m->editor[lang]);
	return 0;
}

/* Both languages; false: the disk refused, which the message line says. */
static bool keep_drafts(struct desk *d)
{
	struct minutes_look *m = d->minutes;

	for (int l = 0; l < PASSAGE_LANGS; l++)
		if (editor_version(m->editor[l]) != m->seen[l] && keep_draft(d, (enum lang)l) < 0)
			return false;
	d->draft_waits = false;
	return true;
}

static void say_draft(struct desk *d)
{
	if (d->minutes->draft[d->minutes->lang] && !d->line_holds)
		desk_say(d, TONE_CAUTION,
			MSG("✎ Draft kept at {time}; not in the minutes yet.",
				A_CLOCK("time", d->minutes->draft_at)));
}

void minutes_tick(struct desk *d)
{
	struct minutes_look *m = d->minutes;

	if (!m || m->mode != MINUTES_WRITE || !changed(m))
		return;
	d->draft_waits = true;
	if (d->patient && desk_now_ms() - m->changed_ms < KEEP_MS)
		return;
	if (keep_drafts(d))
		say_draft(d);
}

struct editor *minutes_editor(const struct desk *d)
{
	const struct minutes_look *m = d->minutes;

	return m && m->mode == MINUTES_WRITE ? m->editor[m->lang] : NULL;
}

/* --- beginning and ending --- */

static void close_editors(struct minutes_look *m)
{
	for (int l = 0; l < PASSAGE_LANGS; l++) {
		editor_close(m->editor[l]);
		m->editor[l] = NULL;
		m->draft[l] = false;
	}
	m->mode = MINUTES_READ;
}

static void load(struct desk *d, enum lang lang)
{
	struct minutes_look *m = d->minutes;
	struct error err = {.code = ERROR_NONE};
	struct str value, text;
	bool found;
	size_t caret;

	m->editor[lang] = editor_open(false);
	editor_direction(m->editor[lang], lang_direction(lang));
	editor_set(m->editor[lang], kept_text(d, m->place, lang));
	m->draft[lang] = false;
	if (journal_kept(register_journal(d->r), draft_key(d, m->place, lang), &d->frame, &value,
		    &found, &err) < 0)
		desk_fail(d, &err);
	else if (found && parse_draft(value, &caret, &m->draft_at, &text)) {
		editor_set(m->editor[lang], text);
		editor_set_caret(m->editor[lang], caret);
		m->draft[lang] = true;
	}
	m->seen[lang] = editor_version(m->editor[lang]);
}

void writing_begin(struct desk *d, struct passage_place place, enum lang lang)
{
	struct minutes_look *m = minutes_look(d);

	if (!desk_offered(d, CMD_TEXT_KEEP))
		return;
	writing_stop(d);
	if (m->mode == MINUTES_WRITE)
		return; /* the disk refused what was being written: it stays */
	m->place = place;
	m->lang = m->first = lang;
	for (int l = 0; l < PASSAGE_LANGS; l++)
		load(d, (enum lang)l);
	m->mode = MINUTES_WRITE;
	m->came_from = SCREEN_MINUTES;
	mark_writing(d, true);
	if (m->draft[lang])
		desk_say(d, TONE_CAUTION,
			MSG("✎ Your unkept text is back ({time}); F4 keeps it.",
				A_CLOCK("time", m->draft_at)));
}

void writing_stop(struct desk *d)
{
	struct minutes_look *m = d->minutes;

	if (!m || m->mode != MINUTES_WRITE || !keep_drafts(d))
		return;
	say_draft(d);
	mark_writing(d, false);
	close_editors(m);
}

void minutes_leave(struct desk *d)
{
	struct minutes_look *m = d->minutes;

	if (!m)
		return;
	if (m->mode == MINUTES_WRITE) {
		/* The mark stays: the next start goes on writing here. */
		(void)keep_drafts(d);
		close_editors(m);
	}
	reading_clear(&m->reading);
	memory_source.give(m);
	d->minutes = NULL;
}

bool minutes_recover(struct desk *d)
{
	struct error err = {.code = ERROR_NONE};
	struct passage_place place;
	struct str key, prefix;
	enum lang lang;
	bool found;

	if (!desk_session(d) || d->read_only)
		return false;
	prefix = draft_prefix(desk_session(d)->is.number, &d->frame);
	if (journal_kept(register_journal(d->r), STR(WRITING), &d->frame, &key, &found, &err) < 0 ||
		!found || key.n <= prefix.n || !str_equal((struct str){key.p, prefix.n}, prefix) ||
		!parse_place((struct str){key.p + prefix.n, key.n - prefix.n}, &place, &lang))
		return false;
	desk_go(d, SCREEN_MINUTES);
	writing_begin(d, place, lang);
	return d->minutes->mode == MINUTES_WRITE;
}

/* --- keeping --- */

static void keep_next(struct desk *d);

/* What was recorded has its number now; a draft of its other side moves there. */
static void recorded(struct desk *d)
{
	struct minutes_look *m = d->minutes;
	enum lang lang = m->keeping, other = lang_other(lang);
	struct passage_place old = m->place;

	if (m->mode != MINUTES_WRITE)
		return;
	if (!old.text) {
		m->place.text = (int64_t)desk_session(d)->passages.n;
		if (m->draft[other]) {
			if (keep_draft(d, other) < 0)
				return;
			writing_drop(d, old, other);
		}
	}
	writing_drop(d, old, lang);
	m->draft[lang] = false;
	m->kept = true;
	keep_next(d);
}

static void record(struct desk *d, enum lang lang)
{
	struct minutes_look *m = d->minutes;
	struct command c = command_of(CMD_TEXT_KEEP);

	c.arg.text_keep = (struct text_keep){
		.text = m->place.text,
		.item = m->place.item ? session_agenda_number(desk_session(d), m->place.item) : 0,
		.part = m->place.part,
		.lang = (int)lang,
		.member = m->place.member,
		.guest = m->place.guest,
		.content = typed_text(d, lang),
	};
	m->keeping = lang;
	desk_act_then(d, &c, recorded);
}

/* The side that was written first, then the other one; then the editor is left. */
static void keep_next(struct desk *d)
{
	struct minutes_look *m = d->minutes;
	enum lang second = lang_other(m->first);

	if (m->draft[m->first] || m->draft[second]) {
		record(d, m->draft[m->first] ? m->first : second);
		return;
	}
	if (!m->kept)
		desk_say(d, TONE_PLAIN, TEXT("Nothing was changed; the minutes are as they were."));
	mark_writing(d, false);
	close_editors(m);
	m->show = m->place.text;
	if (m->came_from !=
		SCREEN_MINUTES) /* where u is a vote again, and Enter the step one saw */
		desk_go(d, m->came_from);
}

static void keep_writing(struct desk *d)
{
	if (!keep_drafts(d))
		return;
	d->minutes->kept = false;
	keep_next(d);
}

/* --- keys --- */

bool writing_key(struct desk *d, struct press press)
{
	struct minutes_look *m = d->minutes;
	uint64_t before = editor_version(m->editor[m->lang]);

	if (press.code == PRESS_F4) {
		keep_writing(d);
		return true;
	}
	if (press.code == PRESS_TAB) {
		(void)keep_drafts(d);
		m->lang = lang_other(m->lang);
		mark_writing(d, true);
		return true;
	}
	if (editor_key(m->editor[m->lang], press)) {
		if (editor_version(m->editor[m->lang]) != before)
			m->changed_ms = desk_now_ms();
		return true;
	}
	(void)keep_drafts(d); /* whatever comes now may lead elsewhere */
	return false;
}

enum paste writing_paste(struct desk *d, struct str text)
{
	struct minutes_look *m = d->minutes;

	enum paste done = editor_paste(m->editor[m->lang], text);

	if (done != PASTE_NONE)
		m->changed_ms = desk_now_ms();
	return done;
}

/* --- painting --- */

static struct message lang_words(enum lang lang)
{
	return lang == LANG_AR ? TEXT("in Arabic") : TEXT("in French");
}

static int64_t count_words(struct str s)
{
	int64_t n = 0;
	bool inside = false;

	for (size_t i = 0; i < s.n; i++) {
		bool blank = s.p[i] == ' ' || s.p[i] == '\n';

		n += !blank && !inside;
		inside = !blank;
	}
	return n;
}

static struct message side_state(const struct minutes_look *m, struct str kept, enum lang lang)
{
	if (m->draft[lang])
		return MSG("✎ draft, {time}", A_CLOCK("time", m->draft_at));
	if (kept.n)
		return TEXT("✓ in the minutes");
	return TEXT("not written");
}

static void paint_head(
	struct desk *d, struct area row, enum lang lang, enum style style, bool focused)
{
	struct minutes_look *m = d->minutes;
	struct message state = side_state(m, kept_text(d, m->place, lang), lang);

	if (focused)
		canvas_text(row, 0, 0, 1, STYLE_HERE, ALIGN_START, STR("▸"));
	canvas_say(row, 0, 2, 20, style, ALIGN_START, lang_words(lang));
	canvas_say(row, 0, 24, 24, m->draft[lang] ? STYLE_CAUTION : STYLE_DONE, ALIGN_START, state);
	canvas_say(row, 0, 50, -1, STYLE_DONE, ALIGN_END,
		MSGN("{n} word", "{n} words", count_words(editor_text(m->editor[lang]))));
}

/* The other language: its text, or what the minutes will do without it. */
static void paint_other(struct desk *d, struct area area, enum lang lang)
{
	struct minutes_look *m = d->minutes;
	struct str text = editor_text(m->editor[lang]);
	enum direction base = lang_direction(lang);

	if (text.n)
		canvas_wrap_in(canvas_sub(area, 0, 2, area.rows, area.cols - 3), 0, 0, STYLE_DONE,
			base, text);
	else
		canvas_wrap_say(canvas_sub(area, 0, 2, area.rows, area.cols - 3), 0, 0, STYLE_DONE,
			TEXT("Without a translation the minutes show the original here, marked as "
			     "such. Tab writes it."));
}

void writing_paint(struct desk *d, struct area work)
{
	struct minutes_look *m = d->minutes;
	enum lang other = lang_other(m->lang);
	int below = work.rows / 4, rows = work.rows - below - 6;

	canvas_text(work, 0, 0, 1, STYLE_CAUTION, ALIGN_START, STR("✎"));
	canvas_say(work, 0, 2, 0, STYLE_STRONG, ALIGN_START,
		passage_words(d, desk_session(d), m->place));
	canvas_hline(work, 1, 0, 0, STYLE_DONE);
	paint_head(d, canvas_sub(work, 2, 0, 1, 0), m->lang, STYLE_STRONG, true);
	editor_draw(
		m->editor[m->lang], canvas_sub(work, 3, 2, rows, work.cols - 3), STYLE_TEXT, true);
	canvas_hline(work, 3 + rows, 0, 0, STYLE_DONE);
	paint_head(d, canvas_sub(work, 4 + rows, 0, 1, 0), other, STYLE_DONE, false);
	paint_other(d, canvas_sub(work, 5 + rows, 0, below, 0), other);
	canvas_say(work, work.rows - 1, 2, 0, STYLE_DONE, ALIGN_START,
		TEXT("every key is kept as a draft · F4 puts it into the minutes"));
}

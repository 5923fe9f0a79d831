/* The minutes: they grow from the acts by themselves and are read here; F4 chooses a passage to
 * write, old or new (the writing itself is writing.c). */
#include "tui/minutes_look.h"

#include "locale/text.h"
#include "model/describe.h"
#include "tui/desk_parts.h"
#include "tui/typed_word.h"

#include <string.h>

struct minutes_look *minutes_look(struct desk *d)
{
	const struct session *s = desk_session(d);

	if (d->minutes && d->minutes->session != s->is.number)
		minutes_leave(d);
	if (!d->minutes) {
		d->minutes = memory_source.take(sizeof *d->minutes);
		*d->minutes = (struct minutes_look){.session = s->is.number};
		reading_init(&d->minutes->reading);
	}
	return d->minutes;
}

/* --- words --- */

static struct message label_of(const struct name *names, int value)
{
	return (struct message){.id = names[value].label};
}

static struct message speaker_words(
	struct desk *d, const struct session *s, struct passage_place place)
{
	if (place.member)
		return describe_member(s, place.member);
	if (place.guest && place.guest <= (int64_t)s->guests.n) {
		const struct guest_noted *g = &s->guests.at[place.guest - 1].is;
		struct both title = {g->title_ar, g->title_fr}, name = {g->name_ar, g->name_fr};

		if (both_pick(title, d->lang).n)
			return MSG("{it}", A_BOTH("it", title));
		if (both_pick(name, d->lang).n)
			return MSG("{it}", A_BOTH("it", name));
		return label_of(capacity_names, g->capacity);
	}
	return NO_MESSAGE;
}

static struct message item_words(struct desk *d, const struct session *s, int64_t key)
{
	return MSG("item {n}, {title}", A_INT("n", session_agenda_number(s, key)),
		A_STR("title", both_pick(item_short(session_item(s, key)), d->lang)));
}

struct message passage_words(struct desk *d, const struct session *s, struct passage_place place)
{
	struct message where = place.item ? item_words(d, s, place.item) : TEXT("the session");
	struct message part = label_of(text_part_names, place.part);
	struct message who = speaker_words(d, s, place);

	if (who.id)
		return MSG("{where} · {part} · {who}",
			A_MSG("where", message_keep(&d->frame, where)),
			A_MSG("part", message_keep(&d->frame, part)),
			A_MSG("who", message_keep(&d->frame, who)));
	return MSG("{where} · {part}", A_MSG("where", message_keep(&d->frame, where)),
		A_MSG("part", message_keep(&d->frame, part)));
}

/* --- choosing what to write --- */

enum slot_kind { SLOT_DRAFT, SLOT_NEW, SLOT_WRITTEN };

struct slot {
	enum slot_kind kind;
	struct passage_place place;
	enum lang lang; /* of the draft, or of the text shown */
	struct str excerpt;
	struct instant at;
	bool ar, fr; /* what the minutes have */
};

struct slots {
	struct slot *at;
	size_t n, room;
};

static void slot_add(struct slots *slots, struct slot slot)
{
	if (slots->n < slots->room)
		slots->at[slots->n++] = slot;
}

static void slot_new(
	struct slots *slots, int64_t item, enum text_part part, int64_t member, int64_t guest)
{
	slot_add(slots,
		(struct slot){.kind = SLOT_NEW, .place = {0, item, (int)part, member, guest}});
}

static void slots_of_session(const struct session *s, struct slots *slots)
{
	const struct sitting *sitting = session_sitting(s);

	slot_new(slots, 0, TEXT_SPEECH, sitting ? sitting->chair : 0, 0);
	for (size_t i = 0; i < s->guests.n; i++)
		slot_new(slots, 0, TEXT_SPEECH, 0, s->guests.at[i].is.guest);
	slot_new(slots, 0, TEXT_RECOMMENDATION, 0, 0);
	slot_new(slots, 0, TEXT_NOTE, 0, 0);
}

static void slots_of_item(int64_t item, struct slots *slots)
{
	static const enum text_part parts[] = {
		TEXT_DISCUSSION, TEXT_PRESENTATION, TEXT_RECOMMENDATION, TEXT_NOTE};

	for (size_t i = 0; i < ARRAY_LEN(parts); i++)
		slot_new(slots, item, parts[i], 0, 0);
}

/* Drafts that wait first, then what can be begun, then what is written, in order of writing. */
static struct slots slots_make(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct slots slots = {.n = 0};
	struct draft_row *drafts;
	size_t n = writing_drafts(d, &drafts, &d->frame);

	slots.room = n + s->guests.n + s->passages.n + 16;
	slots.at = ARENA_ARRAY(&d->frame, struct slot, slots.room);
	for (size_t i = 0; i < n; i++)
		slot_add(&slots, (struct slot){.kind = SLOT_DRAFT,
					 .place = drafts[i].place,
					 .lang = drafts[i].lang,
					 .excerpt = drafts[i].text,
					 .at = drafts[i].at});
	if (d->minutes->item)
		slots_of_item(d->minutes->item, &slots);
	slots_of_session(s, &slots);
	for (size_t i = 0; i < s->passages.n; i++) {
		const struct passage *p = &s->passages.at[i];
		struct both content = p->content;

		if (!both_any(content))
			continue;
		slot_add(&slots,
			(struct slot){.kind = SLOT_WRITTEN,
				.place = {(int64_t)i + 1, p->is.item, p->is.part, p->is.member,
					p->is.guest},
				.lang = d->lang == LANG_AR ? (content.ar.n ? LANG_AR : LANG_FR)
							   : (content.fr.n ? LANG_FR : LANG_AR),
				.excerpt = both_pick(content, d->lang),
				.ar = content.ar.n > 0,
				.fr = content.fr.n > 0});
	}
	d->minutes->slots.count = slots.n;
	return slots;
}

/* The item the rows are for: the open one, else the one treated last, else the first. */
static int64_t item_in_view(const struct session *s)
{
	if (s->open_item)
		return s->open_item;
	if (s->last_item)
		return s->last_item;
	return s->agenda.n ? s->agenda.at[0] : 0;
}

static void choose(struct desk *d)
{
	struct minutes_look *m = minutes_look(d);

	if (!desk_offered(d, CMD_TEXT_KEEP))
		return;
	writing_stop(d); /* another screen may have been looked at meanwhile */
	if (m->mode == MINUTES_WRITE)
		return; /* the disk refused the draft: it stays where it is */
	m->mode = MINUTES_CHOOSE;
	if (!session_item(desk_session(d), m->item) ||
		!session_agenda_number(desk_session(d), m->item))
		m->item = item_in_view(desk_session(d));
	m->slots.focus = m->slots.top = 0;
	desk_entry_clear(d);
}

/* In which language a passage opens: the desk's when it has that side, else the one it has. */
static enum lang opening_lang(struct desk *d, const struct slot *slot)
{
	enum lang own = desk_record_lang(d);

	switch (slot->kind) {
	case SLOT_DRAFT:
		return slot->lang;
	case SLOT_NEW:
		return own;
	case SLOT_WRITTEN:
		return (own == LANG_AR ? slot->ar : slot->fr) ? own : slot->lang;
	}
	return own;
}

static bool open_focused(struct desk *d)
{
	struct slots slots = slots_make(d);
	size_t at = d->minutes->slots.focus;

	if (at < slots.n)
		writing_begin(d, slots.at[at].place, opening_lang(d, &slots.at[at]));
	return true;
}

/* Left and Right: the rows of the next or previous item. */
static void other_item(struct desk *d, int along)
{
	const struct session *s = desk_session(d);
	int64_t number = session_agenda_number(s, d->minutes->item) + along;

	if (number >= 1 && number <= (int64_t)s->agenda.n)
		d->minutes->item = session_agenda_key(s, number);
}

/* A number typed here is who speaks in the discussion. */
static void speaker_digit(struct desk *d, int digit)
{
	const struct session *s = desk_session(d);
	int64_t number = desk_digit(d, digit);

	if (!number)
		return;
	if (!d->minutes->item || !session_seat(s, number)) {
		desk_say(d, TONE_BAD,
			MSG("✗ There is no member no. {n} here.", A_SEAT("n", number)));
		return;
	}
	writing_begin(d, (struct passage_place){0, d->minutes->item, TEXT_DISCUSSION, number, 0},
		desk_record_lang(d));
}

static bool choose_key(struct desk *d, struct press press, struct meaning meaning)
{
	int along = key_along(press, d->lang == LANG_AR);

	if (meaning.bind == BIND_DIGIT) {
		speaker_digit(d, meaning.digit);
		return true;
	}
	if (along) {
		other_item(d, along);
		return true;
	}
	return list_key(&d->minutes->slots, press);
}

struct painting {
	struct desk *d;
	const struct slots *slots;
};

static void paint_slot(void *ctx, struct area row, size_t index, bool focused)
{
	static const char *const marks[] = {
		[SLOT_DRAFT] = "✎", [SLOT_NEW] = "+", [SLOT_WRITTEN] = "✓"};
	const struct painting *painting = ctx;
	struct desk *d = painting->d;
	const struct slot *slot = &painting->slots->at[index];
	enum style style = focused                    ? STYLE_FOCUS
			   : slot->kind == SLOT_DRAFT ? STYLE_CAUTION
						      : STYLE_TEXT;
	enum direction base = lang_direction(slot->lang);
	int label = slot->kind == SLOT_NEW ? 0 : row.cols * 3 / 5;
	struct str first = slot->excerpt;

	for (size_t i = 0; i < first.n; i++)
		if (first.p[i] == '\n')
			first.n = i;
	canvas_text(row, 0, 1, 1, style, ALIGN_START, str_of(marks[slot->kind]));
	label = canvas_say(row, 0, 3, label - 3, style, ALIGN_START,
		passage_words(d, desk_session(d), slot->place));
	if (slot->kind == SLOT_NEW)
		return;
	canvas_text_in(row, 0, label + 5, row.cols - label - 5 - 9,
		focused ? STYLE_FOCUS : STYLE_DONE, ALIGN_START, base, first);
	if (slot->kind == SLOT_DRAFT)
		canvas_say(row, 0, 0, -1, style, ALIGN_END, MSG("{t}", A_CLOCK("t", slot->at)));
	else
		canvas_say(row, 0, 0, -1, focused ? STYLE_FOCUS : STYLE_DONE, ALIGN_END,
			slot->ar && slot->fr ? TEXT("ar, fr")
			: slot->ar           ? TEXT("ar only")
					     : TEXT("fr only"));
}

static void paint_entry(struct desk *d, struct area row)
{
	struct builder b;

	canvas_fill(row, 0, 0, 1, 0, STYLE_ENTRY);
	builder_init(&b, &d->frame);
	if (d->entry.digits)
		builder_add_padded(&b, d->entry.number, d->entry.digits);
	builder_add_char(&b, '_');
	canvas_say(row, 0, 1, 0, STYLE_ENTRY, ALIGN_START,
		MSG("A member's number writes what that member said ▸ {number}",
			A_STR("number", builder_str(&b))));
}

static void paint_choosing(struct desk *d, struct area work)
{
	struct slots slots = slots_make(d);
	struct painting painting = {d, &slots};

	canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START, TEXT("WHAT TO WRITE"));
	if (d->minutes->item)
		canvas_say(work, 0, 24, -1, STYLE_DONE, ALIGN_END,
			MSG("←→ another item than {n}",
				A_INT("n",
					session_agenda_number(desk_session(d), d->minutes->item))));
	canvas_hline(work, 1, 0, 0, STYLE_DONE);
	list_draw(&d->minutes->slots, canvas_sub(work, 2, 0, work.rows - 4, 0), true, paint_slot,
		&painting);
	list_more(&d->minutes->slots, canvas_sub(work, 1, 0, 1, 0));
	paint_entry(d, canvas_sub(work, work.rows - 1, 0, 1, 0));
}

/* --- reading --- */

static size_t last_top(const struct minutes_look *m)
{
	size_t page = m->page > 0 ? (size_t)m->page : 1;

	return m->reading.n > page ? m->reading.n - page : 0;
}

static void scroll_to(struct minutes_look *m, size_t top)
{
	m->top = top > last_top(m) ? last_top(m) : top;
}

/* Some forty letters of its first line are enough to find a passage again. */
static void scroll_to_passage(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct minutes_look *m = d->minutes;
	struct str text;
	size_t n = 0, row;

	if (m->show >= 1 && m->show <= (int64_t)s->passages.n) {
		text = both_pick(s->passages.at[m->show - 1].content, d->lang);
		while (n < text.n && n < 80 && text.p[n] != '\n')
			n = text_next(text, n);
		if (n && reading_find(&m->reading, (struct str){text.p, n}, m->reading.n, &row))
			m->top = row > 3 ? row - 3 : 0;
	}
	m->show = 0;
}

static struct str paragraph(struct desk *d, size_t row)
{
	return reading_text(&d->minutes->reading, row);
}

static void show_row(struct desk *d, size_t row)
{
	scroll_to(d->minutes, row);
}

static struct str slot_words(struct desk *d, size_t i)
{
	struct slots slots = slots_make(d);
	struct str parts[] = {desk_words(d, passage_words(d, desk_session(d), slots.at[i].place)),
		STR(" "), slots.at[i].excerpt};

	return arena_join(&d->frame, parts, ARRAY_LEN(parts));
}

static bool finds(struct desk *d, struct finder *f)
{
	struct minutes_look *m;

	if (!desk_session(d))
		return false;
	m = minutes_look(d);
	if (m->mode == MINUTES_READ)
		*f = (struct finder){
			.count = m->reading.n, .words = paragraph, .show = show_row, .at = m->top};
	else if (m->mode == MINUTES_CHOOSE)
		*f = (struct finder){
			.count = slots_make(d).n, .words = slot_words, .list = &m->slots};
	return m->mode != MINUTES_WRITE;
}

static bool read_key(struct desk *d, struct press press, struct meaning meaning)
{
	struct minutes_look *m = d->minutes;
	size_t page = m->page > 1 ? (size_t)m->page - 1 : 1;

	if (meaning.bind == BIND_WRITE)
		choose(d);
	else if (press.code == PRESS_DOWN)
		scroll_to(m, m->top + 1);
	else if (press.code == PRESS_UP)
		scroll_to(m, m->top ? m->top - 1 : 0);
	else if (press.code == PRESS_PAGE_DOWN)
		scroll_to(m, m->top + page);
	else if (press.code == PRESS_PAGE_UP)
		scroll_to(m, m->top > page ? m->top - page : 0);
	else if (press.code == PRESS_HOME || press.code == PRESS_TOP)
		scroll_to(m, 0);
	else if (press.code == PRESS_END || press.code == PRESS_BOTTOM)
		scroll_to(m, m->reading.n);
	else
		return false;
	return true;
}

static void paint_reading(struct desk *d, struct area work)
{
	struct minutes_look *m = d->minutes;
	struct area body = canvas_sub(work, 2, 0, work.rows - 3, 0);

	reading_make(&m->reading, desk_session(d), d->canvas, work.cols);
	m->page = body.rows;
	scroll_to_passage(d);
	scroll_to(m, m->top);
	canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START,
		TEXT("MINUTES — they grow from the acts; the prose is written here"));
	canvas_hline(work, 1, 0, 0, STYLE_DONE);
	list_extent(canvas_sub(work, 1, 0, 1, 0), m->top, m->top + (size_t)body.rows, m->reading.n);
	reading_draw(&m->reading, body, m->top);
	if (m->drafts)
		canvas_say(work, work.rows - 1, 2, 0, STYLE_CAUTION, ALIGN_START,
			MSGN("✎ {n} draft waits and is not in the minutes; F4 shows it",
				"✎ {n} drafts wait and are not in the minutes; F4 shows them",
				(int64_t)m->drafts));
	else
		canvas_say(work, work.rows - 1, 2, 0, STYLE_DONE, ALIGN_START,
			TEXT("✎ written by hand · all else comes from acts and is mended there"));
	desk_found_row(d, body, m->top);
}

/* --- the view --- */

static unsigned minutes_where(const struct desk *d)
{
	if (d->minutes && d->minutes->mode == MINUTES_WRITE)
		return WHERE_TEXT;
	return WHERE_MINUTES | WHERE_LIST;
}

static void count_drafts(struct desk *d)
{
	struct draft_row *rows;

	d->minutes->drafts = writing_drafts(d, &rows, &d->frame);
}

static void minutes_open(struct desk *d)
{
	if (!desk_session(d))
		return;
	minutes_look(d);
	count_drafts(d);
}

static void minutes_paint(struct desk *d, struct area work)
{
	if (!desk_session(d)) {
		canvas_say(work, 0, 0, 0, STYLE_DONE, ALIGN_START,
			TEXT("The minutes of a session stand here once one is chosen."));
		return;
	}
	switch (minutes_look(d)->mode) {
	case MINUTES_READ:
		paint_reading(d, work);
		break;
	case MINUTES_CHOOSE:
		paint_choosing(d, work);
		break;
	case MINUTES_WRITE:
		writing_paint(d, work);
		break;
	}
}

static bool minutes_key(struct desk *d, struct press press, struct meaning meaning)
{
	bool taken = false;

	if (!desk_session(d))
		return false;
	switch (minutes_look(d)->mode) {
	case MINUTES_READ:
		return read_key(d, press, meaning);
	case MINUTES_CHOOSE:
		return choose_key(d, press, meaning);
	case MINUTES_WRITE:
		taken = writing_key(d, press);
		if (d->minutes->mode == MINUTES_READ)
			count_drafts(d);
		return taken;
	}
	return false;
}

static enum paste minutes_paste(struct desk *d, struct str text)
{
	return d->minutes && d->minutes->mode == MINUTES_WRITE ? writing_paste(d, text)
							       : PASTE_NONE;
}

/* The paragraphs in view. */
static struct str minutes_copy(struct desk *d)
{
	const struct minutes_look *m = d->minutes;

	if (!m || m->mode != MINUTES_READ || m->page < 1)
		return STR("");
	return reading_words(&m->reading, m->top, (size_t)m->page, &d->frame);
}

static size_t minutes_hints(struct desk *d, struct key_hint *hints)
{
	size_t n = 0;

	switch (d->minutes ? d->minutes->mode : MINUTES_READ) {
	case MINUTES_READ:
		hints[n++] = (struct key_hint){.bind = BIND_WRITE, .label = TEXT("write")};
		hints[n++] = (struct key_hint){.bind = BIND_SEARCH, .label = TEXT("search")};
		break;
	case MINUTES_CHOOSE:
		hints[n++] = (struct key_hint){.bind = BIND_STEP, .label = TEXT("write this")};
		hints[n++] = (struct key_hint){.bind = BIND_BACK, .label = TEXT("back")};
		break;
	case MINUTES_WRITE:
		hints[n++] = (struct key_hint){.bind = BIND_WRITE, .label = TEXT("keep")};
		hints[n++] = (struct key_hint){.face = STR("Tab"), .label = TEXT("other language")};
		hints[n++] = (struct key_hint){
			.bind = BIND_BACK, .label = TEXT("back, the draft stays")};
		break;
	}
	return n;
}

/* --- Space --- */

static void throw_away(struct desk *d)
{
	struct slots slots = slots_make(d);
	size_t at = d->minutes->slots.focus;

	writing_drop(d, slots.at[at].place, slots.at[at].lang);
	desk_say(d, TONE_CAUTION, TEXT("The draft was thrown away; the minutes are as they were."));
	count_drafts(d);
}

static bool word_typed(struct desk *d, struct str text)
{
	static const char *const words[] = {"delete", "effacer", "حذف"};

	if (!typed_word(text, words, ARRAY_LEN(words), d->keyboard, &d->frame)) {
		desk_say(
			d, TONE_CAUTION, TEXT("! Type the word “delete”, or Esc keeps the draft."));
		return false;
	}
	throw_away(d);
	return true;
}

static void ask_throw_away(struct desk *d)
{
	struct slots slots;
	struct overlay *o;

	if (d->minutes->mode == MINUTES_CHOOSE) {
		slots = slots_make(d);
		if (d->minutes->slots.focus < slots.n &&
			slots.at[d->minutes->slots.focus].kind == SLOT_DRAFT) {
			o = desk_overlay(d, OVERLAY_PROMPT, TEXT("Throw the draft away"));
			o->prompt = prompt_open(TEXT("type “delete”:"), NULL, NULL);
			o->typed = word_typed;
			return;
		}
	}
	desk_hint(d, TEXT("! Choose a draft first: F4, then the arrows."));
}

static size_t minutes_actions(struct desk *d, struct action *actions)
{
	size_t n = 0;

	if (!desk_session(d))
		return 0;
	actions[n++] = (struct action){
		1, TEXT("write a passage…"), BIND_WRITE, CMD_TEXT_KEEP, false, choose};
	actions[n++] = (struct action){2, TEXT("search in the minutes"), BIND_SEARCH, CMD_TEXT_KEEP,
		true, desk_find_begin};
	actions[n++] = (struct action){
		3, TEXT("throw a draft away…"), BIND_NONE, CMD_TEXT_KEEP, true, ask_throw_away};
	return n;
}

static bool minutes_step(struct desk *d)
{
	if (!d->minutes || d->minutes->mode != MINUTES_CHOOSE)
		return false;
	return open_focused(d);
}

/* The editor is left: back to the floor or the item, when it was opened there. */
static void go_where_it_began(struct desk *d)
{
	if (d->minutes->mode == MINUTES_READ && d->minutes->came_from != SCREEN_MINUTES)
		desk_go(d, d->minutes->came_from);
}

static bool minutes_back(struct desk *d)
{
	if (!d->minutes)
		return false;
	switch (d->minutes->mode) {
	case MINUTES_READ:
		return false;
	case MINUTES_CHOOSE:
		d->minutes->mode = MINUTES_READ;
		break;
	case MINUTES_WRITE:
		writing_stop(d);
		go_where_it_began(d);
		break;
	}
	count_drafts(d);
	return true;
}

static struct message minutes_step_line(struct desk *d)
{
	if (!d->minutes)
		return NO_MESSAGE;
	switch (d->minutes->mode) {
	case MINUTES_READ:
		return NO_MESSAGE;
	case MINUTES_CHOOSE: {
		struct slots slots = slots_make(d);
		size_t at = d->minutes->slots.focus;
		struct message place;

		if (at >= slots.n)
			return NO_MESSAGE;
		place = passage_words(d, desk_session(d), slots.at[at].place);
		return MSG("Write: {passage}", A_MSG("passage", message_keep(&d->frame, place)));
	}
	case MINUTES_WRITE:
		return TEXT("F4 keeps this passage in the minutes; Enter begins a new line");
	}
	return NO_MESSAGE;
}

/* F4 from the item: the discussion without a speaker goes on where it was left. */
void minutes_write_item(struct desk *d, int64_t item)
{
	const struct session *s = desk_session(d);
	struct passage_place place = {0, item, TEXT_DISCUSSION, 0, 0};
	enum lang lang = desk_record_lang(d);
	enum screen from = d->screen;

	for (size_t i = 0; i < s->passages.n; i++) {
		const struct passage *p = &s->passages.at[i];

		if (p->is.item != item || p->is.part != TEXT_DISCUSSION || p->is.member ||
			p->is.guest)
			continue;
		place.text = (int64_t)i + 1;
		lang = (desk_record_lang(d) == LANG_AR ? p->content.ar.n : p->content.fr.n)
			       ? desk_record_lang(d)
			       : p->original;
	}
	desk_go(d, SCREEN_MINUTES);
	d->minutes->item = item;
	writing_begin(d, place, lang);
	d->minutes->came_from = from;
}

/* From a point to settle: the side of passage TEXT that is missing, open to be written. */
void minutes_translate(struct desk *d, int64_t text, enum lang lang)
{
	const struct text_kept *is = &desk_session(d)->passages.at[text - 1].is;
	enum screen from = d->screen;

	desk_go(d, SCREEN_MINUTES);
	writing_begin(
		d, (struct passage_place){text, is->item, is->part, is->member, is->guest}, lang);
	d->minutes->came_from = from;
}

const struct view view_minutes = {
	.screen = SCREEN_MINUTES,
	.title = {.id = N_("Minutes")},
	.where = minutes_where,
	.open = minutes_open,
	.paint = minutes_paint,
	.key = minutes_key,
	.paste = minutes_paste,
	.copy = minutes_copy,
	.finds = finds,
	.hints = minutes_hints,
	.actions = minutes_actions,
	.step = minutes_step,
	.back = minutes_back,
	.step_line = minutes_step_line,
};

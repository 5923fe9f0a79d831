/* What to write into the minutes, chosen from a list: drafts that wait, passages that can be begun,
 * passages that are there. */
#include "tui/minutes_look.h"

#include "model/describe.h"
#include "tui/desk_parts.h"
#include "tui/typed_word.h"

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

/* --- the rows --- */

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

/* --- keys --- */

void minutes_choose(struct desk *d)
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

bool minutes_choose_open(struct desk *d)
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

bool minutes_choose_key(struct desk *d, struct press press, struct meaning meaning)
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

/* --- painting --- */

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

void minutes_choose_paint(struct desk *d, struct area work)
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

struct message minutes_choose_step(struct desk *d)
{
	struct slots slots = slots_make(d);
	size_t at = d->minutes->slots.focus;
	struct message place;

	if (at >= slots.n)
		return NO_MESSAGE;
	place = passage_words(d, desk_session(d), slots.at[at].place);
	return MSG("Write: {passage}", A_MSG("passage", message_keep(&d->frame, place)));
}

static struct str slot_words(struct desk *d, size_t i)
{
	struct slots slots = slots_make(d);
	struct str parts[] = {desk_words(d, passage_words(d, desk_session(d), slots.at[i].place)),
		STR(" "), slots.at[i].excerpt};

	return arena_join(&d->frame, parts, ARRAY_LEN(parts));
}

struct finder minutes_choose_finder(struct desk *d)
{
	return (struct finder){
		.count = slots_make(d).n, .words = slot_words, .list = &d->minutes->slots};
}

/* --- a draft thrown away --- */

static void throw_away(struct desk *d)
{
	struct slots slots = slots_make(d);
	size_t at = d->minutes->slots.focus;

	writing_drop(d, slots.at[at].place, slots.at[at].lang);
	desk_say(d, TONE_CAUTION, TEXT("The draft was thrown away; the minutes are as they were."));
	minutes_count_drafts(d);
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

void minutes_throw_away(struct desk *d)
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

/* What stands in the frame round every screen: the fixed rows at its top and at its bottom. */
#include "tui/desk_parts.h"

#include "model/describe.h"
#include "tui/desk_clock.h"
#include "tui/desk_disk.h"
#include "tui/desk_reader.h"
#include "tui/desk_safety.h"
#include "tui/rehearsal.h"

static struct message session_words(struct desk *d, const struct session *s)
{
	const struct message *session = message_keep(&d->frame, describe_session(s));

	if (d->rehearsal)
		return MSG("REHEARSAL · {session}", A_MSG("session", session));
	if (s->is.specimen)
		return MSG("SPECIMEN · {session}", A_MSG("session", session));
	return *session;
}

static void frame_title(struct desk *d, const struct session *s, struct frame *f)
{
	struct both name = s ? letterhead_name(&s->is.head) : chamber_name(register_chamber(d->r));

	f->session = s ? session_words(d, s) : NO_MESSAGE;
	f->chamber = !s && d->rehearsal ? MSG("REHEARSAL · {chamber}", A_BOTH("chamber", name))
					: MSG("{chamber}", A_BOTH("chamber", name));
}

static void frame_agenda(struct desk *d, const struct session *s, struct frame *f)
{
	struct frame_item *items = ARENA_ARRAY(&d->frame, struct frame_item, s->agenda.n + 1);

	for (size_t i = 0; i < s->agenda.n; i++) {
		const struct item *item = session_item(s, s->agenda.at[i]);

		items[i] = (struct frame_item){(int)i + 1, item_mark(item)};
		if (s->agenda.at[i] == (s->open_item ? s->open_item : s->last_item))
			f->open_item = i;
	}
	f->items = items;
	f->items_n = s->agenda.n;
}

static void frame_quorum(const struct session *s, struct frame *f)
{
	struct quorum_figures now = session_quorum(s);
	bool met = now.met;

	if (!s->sittings.n) {
		f->quorum = (struct frame_field){TEXT("no sitting yet"), TONE_PLAIN};
		return;
	}
	if (s->phase == PHASE_BETWEEN) { /* nobody sits: the figures of the last one are over */
		f->quorum = (struct frame_field){TEXT("no sitting now"), TONE_PLAIN};
		return;
	}
	f->quorum_short = met ? MSG("QUORUM {here}/{all} ≥{needed} ✓", A_INT("here", now.present),
					A_INT("all", now.in_office), A_INT("needed", now.needed))
			      : MSG("QUORUM {here}/{all} <{needed} ✗", A_INT("here", now.present),
					A_INT("all", now.in_office), A_INT("needed", now.needed));
	f->quorum.tone = met ? TONE_GOOD : TONE_BAD;
	f->quorum.text =
		met ? MSG("QUORUM {here}/{all} · needs {needed} ✓", A_INT("here", now.present),
			      A_INT("all", now.in_office), A_INT("needed", now.needed))
		    : MSG("QUORUM {here}/{all} · needs {needed} ✗", A_INT("here", now.present),
			      A_INT("all", now.in_office), A_INT("needed", now.needed));
}

static void frame_status(struct desk *d, const struct session *s, struct frame *f)
{
	struct source source = register_source(d->r);
	struct instant now = source.now(source.context);

	f->time = desk_time_field(d, now);
	f->saved = desk_saved_field(d, s, &f->saved_narrow);
	f->copy = desk_copy_field(d, &f->copy_narrow);
	f->room = desk_room_field(d, s);
	if (s)
		frame_quorum(s, f);
	else
		f->quorum = (struct frame_field){TEXT("no session chosen"), TONE_PLAIN};
}

static void frame_date(struct desk *d, const struct session *s, struct frame *f)
{
	struct source source = register_source(d->r);
	struct date day = instant_date(source.now(source.context));

	if (s && s->sittings.n)
		day = instant_date(session_sitting(s)->opened);
	else if (s && s->plan.date.year)
		day = s->plan.date;
	f->date = MSG("{day}", A_DATE("day", day));
	f->date_short = MSG("{day}", A_DAY("day", day));
}

/* What the step says and does; a room that is hidden shows nothing of what is announced. */
static struct step step_seen(struct desk *d)
{
	struct step step = step_next(register_world(d->r), &d->frame);

	if (desk_room_blanked(d) && (step.command.type == CMD_VOTE_ANNOUNCE ||
					    step.command.type == CMD_ELECTION_ANNOUNCE))
		step.what = TEXT("Announce the result; the room stays hidden until F5");
	return step;
}

static void frame_step(struct desk *d, struct frame *f)
{
	const struct view *view = desk_view(d->screen);
	struct step step = step_seen(d);
	struct message own = view->step_line ? view->step_line(d) : NO_MESSAGE;
	struct finder found;

	/* A signed session is done once it was handed over and copied; the closing screen knows. */
	if (!own.id && step.kind == STEP_NONE)
		own = desk_view(SCREEN_CLOSING)->step_line(d);
	if (!own.id && step.kind == STEP_SIGN)
		own = desk_step_closing(d);
	f->step = d->read_only ? desk_reader_step_line(d, own)
		  : own.id     ? own
			       : desk_step_ways(d, step.what, step.ways);
	desk_step_over(d, f);
	if (d->find.open && d->find.found && desk_finder(d, &found) && found.does) {
		own = found.does(d, d->find.hit);
		f->step = own.id ? own : f->step;
	}
	f->chair = d->over.chair;
	if (!f->chair.id && view->chair_line)
		f->chair = view->chair_line(d);
	if (!f->chair.id)
		f->chair = floor_chair_line(d);
	if (!f->chair.id && step.command.type == CMD_RECORD_FREEZE)
		f->chair = closing_chair_line(d);
	if (!f->chair.id)
		f->chair = step.chair;
}

/* What stands over the work area takes the keys: only what it obeys is named. */
static size_t overlay_hints(const struct desk *d, struct key_hint *keys)
{
	size_t n = 0;

	if (d->help.open) {
		keys[n++] = (struct key_hint){.face = STR("↑↓"), .label = TEXT("read on")};
	} else if (d->over.kind == OVERLAY_ROOM) {
		keys[n++] = (struct key_hint){.face = STR("↑↓"), .label = TEXT("choose")};
		keys[n++] = (struct key_hint){.bind = BIND_ROOM, .label = TEXT("send to the room")};
	} else if (d->over.kind == OVERLAY_FORM) {
		keys[n++] =
			(struct key_hint){.face = STR("Tab/Shift-Tab"), .label = TEXT("fields")};
		keys[n++] = (struct key_hint){.bind = BIND_WRITE, .label = TEXT("done")};
	} else {
		keys[n++] = (struct key_hint){.bind = BIND_STEP, .label = TEXT("take this")};
	}
	keys[n++] = (struct key_hint){.bind = BIND_BACK, .label = TEXT("back")};
	keys[n++] = (struct key_hint){.bind = BIND_LANGUAGE, .label = TEXT("language")};
	keys[n++] = (struct key_hint){.bind = BIND_BLANK, .label = TEXT("blank the room")};
	return n;
}

static void frame_hints(struct desk *d, struct frame *f)
{
	const struct view *view = desk_view(d->screen);
	struct message why;

	if (d->over.kind != OVERLAY_NONE || d->help.open) {
		f->keys_n = overlay_hints(d, f->keys);
		return;
	}
	f->keys_n = view->hints ? view->hints(d, f->keys) : 0;
	if (d->read_only)
		f->keys_n = desk_reader_hints(f->keys, f->keys_n);
	if (f->keys_n < FRAME_KEYS_MAX && !(view->where(d) & WHERE_TEXT))
		f->keys[f->keys_n++] = (struct key_hint){.bind = BIND_DO, .label = TEXT("act")};
	if (f->keys_n < FRAME_KEYS_MAX && desk_offers(d, CMD_CORRECTION_MAKE, &why))
		f->keys[f->keys_n++] = (struct key_hint){.bind = BIND_UNDO, .label = TEXT("undo")};
	if (f->keys_n == FRAME_KEYS_MAX)
		return;
	if (desk_room_blanked(d)) /* so that nobody talks to a dark wall */
		f->keys[f->keys_n++] =
			(struct key_hint){.bind = BIND_ROOM, .label = TEXT(CTX("room", "show"))};
	else if (desk_room_shows(d)) /* "take that off the wall" */
		f->keys[f->keys_n++] =
			(struct key_hint){.bind = BIND_BLANK, .label = TEXT(CTX("room", "blank"))};
}

void desk_paint_keys_here(struct desk *d, struct area area)
{
	const struct session *s = desk_session(d);
	struct arg n = A_STR("n", desk_number(d, 7));

	if (s && s->phase == PHASE_SITTING)
		canvas_say(area, area.rows - 1, 1, 0, STYLE_DONE, ALIGN_START,
			MSG("Here too: {in}{n} {n} has arrived · {out}{n} {n} has left · {floor} "
			    "the floor",
				n, A_STR("in", keymap_face(BIND_ARRIVED, d->lang)),
				A_STR("out", keymap_face(BIND_LEFT, d->lang)),
				A_STR("floor", keymap_face(BIND_FLOOR, d->lang))));
}

struct frame desk_frame(struct desk *d)
{
	const struct view *view = desk_view(d->screen);
	const struct session *s = desk_session(d);
	struct frame f = {
		.message = d->line, .message_tone = d->line_tone, .guide_steps = REHEARSAL_STEPS};

	frame_title(d, s, &f);
	if (s && d->rehearsal)
		f.guide = rehearsal_guide(s, d->lang, &f.guide_step);
	frame_date(d, s, &f);
	if (s)
		frame_agenda(d, s, &f);
	frame_status(d, s, &f);
	frame_step(d, &f);
	frame_hints(d, &f);
	desk_rail_frame(d, &f);
	f.small_item = s && s->open_item ? describe_item(s, s->open_item) : f.quorum.text;
	f.small_state = f.quorum.text;
	f.wants_width = (view->wide && view->wide(d)) || d->over.kind == OVERLAY_ROOM;
	f.wants_all = f.wants_width;
	return f;
}

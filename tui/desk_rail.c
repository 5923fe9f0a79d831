/* Tab: from the screen to the agenda beside it or above it, to look at any item without opening
 * it; Tab again goes back. A key that is not for the agenda is obeyed as if one had not been
 * there. */
#include "tui/desk.h"

#include "model/describe.h"
#include "model/minutes.h"
#include "model/motion.h"
#include "model/names.h"
#include "tui/desk_parts.h"

/* The item under the bar. */
static const struct item *rail_item(const struct desk *d)
{
	const struct session *s = desk_session(d);

	return s && d->rail.on && d->rail.at < s->agenda.n
		       ? session_item(s, s->agenda.at[d->rail.at])
		       : NULL;
}

static bool is_tab(struct press press)
{
	return press.code == PRESS_TAB || press.code == PRESS_BACK_TAB;
}

bool desk_rail_begin(struct desk *d, struct press press)
{
	const struct session *s = desk_session(d);
	bool hidden = d->shown.guide.id && frame_layout(d->canvas, &d->shown).rail.rows == 0;

	if (!s || hidden || !is_tab(press))
		return false;
	if (s->agenda.n == 0) {
		desk_hint(d, TEXT("! Tab goes to the agenda; no item stands on it yet."));
		return true;
	}
	d->rail = (struct rail_look){.on = true, .at = d->shown.open_item};
	return true;
}

/* The text as it stands, then each motion with its grounds. */
static void look_texts(struct desk *d, struct overlay *o, const struct item *item)
{
	const struct session *s = desk_session(d);
	struct str text = both_pick(motion_text(s, item), d->lang);

	if (text.n)
		overlay_line(o, MSG("{it}", A_STR("it", text)));
	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *motion = &s->motions.at[i];
		struct both grounds = {motion->is.grounds_ar, motion->is.grounds_fr};
		struct message what = describe_motion(s, motion, &d->frame);
		struct message state = motion_state_words(motion_state(s, motion));

		if (motion->is.item != item->is.item)
			continue;
		overlay_line(o,
			MSG("{motion}: {state}", A_MSG("motion", &what), A_MSG("state", &state)));
		if (both_pick(grounds, d->lang).n)
			overlay_line(o, MSG("grounds: {grounds}", A_BOTH("grounds", grounds)));
	}
}

void desk_look_at(struct desk *d, size_t place)
{
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, s->agenda.at[place]);
	struct both title = item_title(item);
	enum lang other = lang_other(d->lang);
	const struct message *kind =
		message_keep(&d->frame, name_label(item_kind_names, item->is.kind));
	const struct message *state = message_keep(&d->frame, describe_item_state(s, item));
	struct message became = minutes_formula(s, item, item_vote(item), &d->frame);
	struct overlay *o =
		desk_overlay(d, OVERLAY_PANEL, MSG("Item {n}", A_INT("n", (int64_t)place + 1)));

	overlay_line(o, MSG("{it}", A_STR("it", both_pick(title, d->lang))));
	if (title.ar.n && title.fr.n)
		overlay_line(o, MSG("{it}", A_STR("it", both_pick(title, other))));
	overlay_line(
		o, state->id ? MSG("{kind} · {state}", A_MSG("kind", kind), A_MSG("state", state))
			     : *kind);
	if (item->state != ITEM_IS_WAITING && became.id)
		overlay_line(o, became);
	look_texts(d, o, item);
	o->panel.footer = TEXT("only to look: nothing is recorded · Esc or Enter goes back");
}

bool desk_rail_key(struct desk *d, struct press press)
{
	const struct item *item = rail_item(d);
	bool ar = d->lang == LANG_AR;
	enum press_code on = ar ? PRESS_LEFT : PRESS_RIGHT, back = ar ? PRESS_RIGHT : PRESS_LEFT;
	size_t last;

	if (!item) {
		d->rail.on = false;
		return false;
	}
	last = desk_session(d)->agenda.n - 1;
	if (press.code == on || press.code == PRESS_DOWN)
		d->rail.at += d->rail.at < last;
	else if (press.code == back || press.code == PRESS_UP)
		d->rail.at -= d->rail.at > 0;
	else if (press.code == PRESS_HOME)
		d->rail.at = 0;
	else if (press.code == PRESS_END)
		d->rail.at = last;
	else if (press.code == PRESS_ENTER)
		desk_look_at(d, d->rail.at);
	else
		d->rail.on = false;
	return d->rail.on || is_tab(press) || press.code == PRESS_ESC;
}

void desk_rail_frame(struct desk *d, struct frame *f)
{
	const struct item *item = rail_item(d);

	f->rail_on = item && d->over.kind == OVERLAY_NONE;
	if (!item)
		return;
	f->open_item = d->rail.at;
	if (!f->rail_on || d->help.open)
		return;
	f->step = MSG("Look at item {n}, without opening it: {title}",
		A_INT("n", (int64_t)d->rail.at + 1), A_BOTH("title", item_short(item)));
	f->keys[0] = (struct key_hint){.bind = BIND_STEP, .label = TEXT("look")};
	f->keys[1] = (struct key_hint){.face = STR("←→"), .label = TEXT("choose")};
	f->keys[2] = (struct key_hint){.face = STR("Tab"), .label = TEXT("back")};
	f->keys_n = 3;
}

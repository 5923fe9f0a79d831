#include "tui/desk_reader.h"

#include "storage/lock.h"
#include "tui/desk_parts.h"
#include "tui/registers.h"

static bool is_held(struct desk *d)
{
	return lock_held(journal_path(register_journal(d->r)));
}

void desk_reader_tick(struct desk *d)
{
	struct error err = {.code = ERROR_NONE};
	bool changed, gone = !is_held(d);

	if (register_refresh(d->r, &changed, &err) < 0)
		desk_fail(d, &err);
	(void)register_follow_shift(d->r);
	if (gone && !d->holder_gone)
		desk_say(d, TONE_CAUTION,
			MSG("! {who} no longer holds the register: Enter takes it over.",
				A_STR("who", d->cli->held_by)));
	d->holder_gone = gone;
}

/* Screens whose Enter goes to a session, to an item, to the whole of an act. */
static bool only_looks(struct desk *d)
{
	if (d->screen == SCREEN_REGISTER)
		return desk_session(d) && registers_look(d)->page == PAGE_SESSIONS;
	return d->screen == SCREEN_HISTORY || d->screen == SCREEN_AGENDA;
}

struct message desk_reader_step_line(struct desk *d, struct message own)
{
	if (d->holder_gone)
		return TEXT("Take the register over, whose holder is gone");
	if (own.id && only_looks(d))
		return own;
	return MSG("Nothing is recorded here: {who} holds the register",
		A_STR("who", d->cli->held_by));
}

static bool take_over_chosen(struct desk *d, int digit)
{
	if (digit != 1)
		return true;
	if (is_held(d)) {
		desk_say(d, TONE_BAD,
			TEXT("✗ Somebody else holds the register; it is open here for reading "
			     "only."));
		return true;
	}
	d->cli->take_over = d->leaving = true;
	return true;
}

static void ask_take_over(struct desk *d)
{
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("Take the register over?"));

	overlay_line(o, MSG("{who} no longer holds it. From then on this desk records, and whoever "
			    "opens the register after it can only read.",
				A_STR("who", d->cli->held_by)));
	overlay_choice(o, 1, TEXT("take it over"));
	overlay_choice(o, 2, TEXT("go on reading"));
	o->panel.confirm = true;
	o->chosen = take_over_chosen;
}

bool desk_reader_step(struct desk *d)
{
	if (d->holder_gone) {
		ask_take_over(d);
		return true;
	}
	if (only_looks(d) && desk_view(d->screen)->step_line(d).id)
		return false;
	desk_say(d, TONE_BAD,
		MSG("✗ The register is held by {who}; here it can only be read.",
			A_STR("who", d->cli->held_by)));
	return true;
}

size_t desk_reader_hints(struct key_hint *keys, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		bool figures =
			keys[i].face.n && keys[i].face.p[0] >= '0' && keys[i].face.p[0] <= '9';

		if (keys[i].bind == BIND_NONE ? !figures
					      : keymap_weight(keys[i].bind) == WEIGHT_LOOK)
			keys[kept++] = keys[i];
	}
	return kept;
}

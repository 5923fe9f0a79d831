/* What prepares the session, behind one row of the agenda's menu: its digits stay as they are. */
#include "tui/prepare.h"

#include "tui/convening.h"
#include "tui/desk_parts.h"

/* The budget under the bar, else the first one of the agenda. */
static void budget(struct desk *d)
{
	const struct session *s = desk_session(d);
	int64_t key = d->agenda.focus < s->agenda.n ? s->agenda.at[d->agenda.focus] : 0;

	for (size_t i = 0; i < s->agenda.n; i++) {
		const struct item *item = session_item(s, key);

		if (item && item->is.kind == ITEM_BUDGET)
			break;
		key = s->agenda.at[i];
	}
	prepare_budget(d, key);
}

static const struct {
	const char *label;
	enum command_type offered;
	bool always;
	void (*run)(struct desk *d);
} rows[] = {
	{N_("day, place and notices…"), CMD_SESSION_DESCRIBE, false, prepare_describe},
	{N_("lines of the budget…"), CMD_BUDGET_LINE, false, budget},
	{N_("attendance sheet to print…"), CMD_SITTING_OPEN, true, prepare_sheet},
	{N_("items left by earlier sessions…"), CMD_ITEM_CARRY, false, panel_carry},
	{N_("convening: notices, written requests, calls…"), CMD_NOTICE_RECORD, true,
		panel_convening},
	{N_("the next call: day and place…"), CMD_CALL_CONVENE, false, form_convene},
	{N_("record of the failed call, to print…"), CMD_CALL_CONVENE, true, prepare_failures},
	{N_("end the session without another sitting…"), CMD_SITTING_CLOSE, false,
		form_close_sitting},
};

static bool chosen(struct desk *d, int digit)
{
	desk_close_overlay(d);
	rows[digit - 1].run(d);
	return false;
}

void panel_prepare(struct desk *d)
{
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("Preparing the session"));

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		struct message why = NO_MESSAGE;
		bool on = rows[i].always || desk_offers(d, rows[i].offered, &why);

		overlay_choice_off(o, (int)i + 1, TEXT(rows[i].label),
			on ? NO_MESSAGE : message_copy(&o->arena, why));
	}
	o->chosen = chosen;
}

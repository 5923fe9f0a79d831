/* What earlier sessions left, to be put on the agenda of this one. */
#include "model/call.h"
#include "model/message.h"
#include "storage/memory.h"
#include "tui/desk_parts.h"

#define LEFT_MAX 9

struct left {
	int64_t session, item;
	struct both title;
	struct date month;
	struct message how;
};

static bool stands_here(const struct session *s, int64_t session, int64_t item)
{
	for (size_t i = 0; i < s->agenda.n; i++) {
		const struct list *c = &session_item(s, s->agenda.at[i])->is.carried;
		const struct carried *last = (const struct carried *)c->at + (c->n ? c->n - 1 : 0);

		if (c->n && last->session == session && last->item == item)
			return true;
	}
	return false;
}

static size_t left_by(
	const struct session *here, const struct session *from, struct left *out, size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < from->agenda.n && n < max; i++) {
		const struct item *item = session_item(from, from->agenda.at[i]);

		if (!item_left(from, item) || stands_here(here, from->is.number, (int64_t)i + 1))
			continue;
		out[n++] = (struct left){
			.session = from->is.number,
			.item = (int64_t)i + 1,
			.title = item_short(item),
			.month = {(int32_t)from->plan.year, (int32_t)from->plan.month, 1},
			.how = name_label(left_how_names, item_left_how(item)),
		};
	}
	return n;
}

/* The newest sessions first; what they say lives in the frame's memory. */
static size_t look_for_left(struct desk *d, struct left *out, size_t max)
{
	const struct session *here = desk_session(d);
	struct error err = {.code = ERROR_NONE};
	size_t n = 0;

	for (int64_t number = here->is.number - 1; number >= 1 && n < max; number--) {
		struct session from;

		if (register_fold(d->r, number, &d->frame, &from, &err) < 0) {
			desk_fail(d, &err);
			return n;
		}
		if (from.exists)
			n += left_by(here, &from, out + n, max - n);
	}
	return n;
}

/* What is left of the list comes again, until Esc. */
static void carry_on(struct desk *d)
{
	struct left left[LEFT_MAX];

	if (look_for_left(d, left, LEFT_MAX))
		panel_carry(d);
}

static bool carry_chosen(struct desk *d, int digit)
{
	struct left left[LEFT_MAX];
	size_t n = look_for_left(d, left, LEFT_MAX);
	struct command c = command_of(CMD_ITEM_CARRY);

	desk_close_overlay(d);
	if (digit < 1 || (size_t)digit > n)
		return false;
	c.arg.item_carry = (struct item_carry){left[digit - 1].session, left[digit - 1].item, 0};
	desk_act_then(d, &c, carry_on);
	return false;
}

void panel_carry(struct desk *d)
{
	struct left left[LEFT_MAX];
	struct overlay *o;
	size_t n;

	if (!desk_offered(d, CMD_ITEM_CARRY))
		return;
	n = look_for_left(d, left, LEFT_MAX);
	if (n == 0) {
		desk_hint(d, TEXT("! No earlier session left an item."));
		return;
	}
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Items left by earlier sessions"));
	for (size_t i = 0; i < n; i++)
		overlay_choice(o, (int)i + 1,
			MSG("{month}, item {n}, {how}: {title}", A_MONTH("month", left[i].month),
				A_INT("n", left[i].item), A_MSG("how", &left[i].how),
				A_BOTH("title", left[i].title)));
	o->chosen = carry_chosen;
}

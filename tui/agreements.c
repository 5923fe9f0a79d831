#include "tui/agreements.h"

#include "storage/memory.h"

struct agreements_look *agreements_look(struct desk *d)
{
	struct agreements_look *look = d->agreements;

	if (look)
		return look;
	look = memory_source.take(sizeof *look);
	*look = (struct agreements_look){.others = NULL};
	arena_init(&look->arena, &memory_source);
	d->agreements = look;
	return look;
}

void agreements_leave(struct desk *d)
{
	if (!d->agreements)
		return;
	arena_clear(&d->agreements->arena);
	memory_source.give(d->agreements);
	d->agreements = NULL;
}

/* --- the sessions --- */

/* Another session cannot grow while this one is chosen: only the chamber's stream, which number is
 * chosen and how many there are count. */
static void fold_others(struct desk *d)
{
	struct agreements_look *look = agreements_look(d);
	const struct session *s = desk_session(d);
	int64_t last = register_world(d->r)->last_number;
	uint64_t stamp = 1 + (uint64_t)last * 100003 + (s ? (uint64_t)s->is.number : 0);
	struct error err = {.code = ERROR_NONE};

	if (look->stamp == stamp)
		return;
	arena_clear(&look->arena);
	look->stamp = stamp;
	look->others = ARENA_ARRAY(&look->arena, struct session, last + 1);
	look->others_n = 0;
	for (int64_t number = 1; number <= last; number++) {
		struct session *other = &look->others[look->others_n];

		if (s && number == s->is.number)
			continue;
		if (register_fold(d->r, number, &look->arena, other, &err) < 0) {
			desk_fail(d, &err);
			return;
		}
		look->others_n += other->exists;
	}
}

/* Every session in the order of its number; frame memory. */
static const struct session **sessions(struct desk *d, size_t *n)
{
	const struct session *s = desk_session(d);
	const struct session **list;
	struct agreements_look *look;
	bool told = !s;

	fold_others(d);
	look = agreements_look(d);
	list = ARENA_ARRAY(&d->frame, const struct session *, look->others_n + 1);
	*n = 0;
	for (size_t i = 0; i < look->others_n; i++) {
		if (!told && s->is.number < look->others[i].is.number) {
			list[(*n)++] = s;
			told = true;
		}
		list[(*n)++] = &look->others[i];
	}
	if (!told)
		list[(*n)++] = s;
	return list;
}

/* --- the families --- */

struct families {
	struct desk *d;
	const struct session **sessions;
	size_t sessions_n;
	struct agreement_row *all; /* as they come, before they are put under their parents */
	bool *placed;
	size_t n;
	struct agreement_rows rows;
};

/* A later session took it over: it is told there. */
static bool went_on(const struct families *f, const struct session *s, const struct item *item)
{
	int64_t number = session_agenda_number(s, item->is.item);

	for (size_t i = 0; i < f->sessions_n; i++) {
		const struct session *later = f->sessions[i];

		for (size_t k = 0; k < later->agenda.n; k++) {
			struct list carried = session_item(later, later->agenda.at[k])->is.carried;
			const struct carried *last = (const struct carried *)carried.at +
						     (carried.n ? carried.n - 1 : 0);

			if (carried.n && last->session == s->is.number && last->item == number)
				return true;
		}
	}
	return false;
}

static struct agreement_standing standing_of(
	const struct families *f, const struct session *s, const struct item *item)
{
	struct agreement_standing standing = agreement_standing(s, item, register_chamber(f->d->r));

	for (size_t i = 0; i < f->sessions_n; i++)
		agreement_take(&standing, f->sessions[i]->followed.at, f->sessions[i]->followed.n,
			s->is.number, item->is.item);
	return standing;
}

static void collect(struct families *f)
{
	size_t room = 1;

	for (size_t i = 0; i < f->sessions_n; i++)
		room += f->sessions[i]->agenda.n;
	f->all = ARENA_ARRAY(&f->d->frame, struct agreement_row, room);
	f->placed = ARENA_ARRAY(&f->d->frame, bool, room);
	f->rows.at = ARENA_ARRAY(&f->d->frame, struct agreement_row, 2 * room);
	for (size_t i = 0; i < f->sessions_n; i++) {
		const struct session *s = f->sessions[i];

		for (size_t k = 0; k < s->agenda.n; k++) {
			const struct item *item = session_item(s, s->agenda.at[k]);

			if (item->is.kind != ITEM_AGREEMENT || went_on(f, s, item))
				continue;
			f->all[f->n++] = (struct agreement_row){
				.s = s,
				.item = item,
				.title = item_title(item),
				.standing = standing_of(f, s, item),
			};
		}
	}
}

static bool same(struct both a, struct both b)
{
	return str_equal(a.ar, b.ar) && str_equal(a.fr, b.fr);
}

static bool is_parent(const struct agreement_row *row, const struct agreement_described *about)
{
	return about->parent_item && row->item && row->s->is.number == about->parent_session &&
	       row->item->is.item == about->parent_item;
}

static void place(struct families *f, size_t i, int depth)
{
	f->placed[i] = true;
	f->all[i].depth = depth;
	f->rows.at[f->rows.n++] = f->all[i];
	f->rows.unsigned_n += agreement_unsigned(&f->all[i].standing);
	f->rows.awaiting_n += agreement_awaits_visa(&f->all[i].standing);
	for (size_t k = 0; k < f->n; k++) {
		if (!f->placed[k] && is_parent(&f->all[i], &f->all[k].item->about))
			place(f, k, depth + 1);
	}
}

static bool has_parent_here(const struct families *f, size_t i)
{
	for (size_t k = 0; k < f->n; k++) {
		if (k != i && is_parent(&f->all[k], &f->all[i].item->about))
			return true;
	}
	return false;
}

/* A row for a parent that is in no session, then all that name it so. */
static void place_under_title(struct families *f, size_t i)
{
	struct both title = agreement_parent(f->all[i].item);

	f->rows.at[f->rows.n++] = (struct agreement_row){.title = title};
	for (size_t k = i; k < f->n; k++) {
		if (!f->placed[k] && !has_parent_here(f, k) &&
			same(agreement_parent(f->all[k].item), title))
			place(f, k, 1);
	}
}

struct agreement_rows agreements_rows(struct desk *d)
{
	struct families f = {.d = d};

	f.sessions = sessions(d, &f.sessions_n);
	collect(&f);
	for (size_t i = 0; i < f.n; i++) {
		struct both parent = agreement_parent(f.all[i].item);

		if (f.placed[i] || has_parent_here(&f, i))
			continue;
		if (both_any(parent))
			place_under_title(&f, i);
		else
			place(&f, i, 0);
	}
	return f.rows;
}

struct message agreements_due(struct desk *d)
{
	struct agreement_rows rows = agreements_rows(d);
	struct message *two = ARENA_ARRAY(&d->frame, struct message, 2);
	size_t n = 0;

	if (rows.unsigned_n)
		two[n++] = MSGN("{n} agreement to be signed", "{n} agreements to be signed",
			rows.unsigned_n);
	if (rows.awaiting_n)
		two[n++] = MSGN("{n} visa awaited", "{n} visas awaited", rows.awaiting_n);
	return n ? MSG("{it}", A_LIST("it", two, n)) : NO_MESSAGE;
}

/* --- one agreement --- */

struct message agreement_change(
	struct desk *d, const struct item *item, const struct motion_moved *m)
{
	const struct session *s = desk_session(d);
	struct agreement_sums with = agreement_sums_with(s, item, m, AGREEMENT_NOW);

	return MSG("from {was} to {amount}: {gap}",
		A_MONEY("was", agreement_amount(s, item, m->party, AGREEMENT_NOW)),
		A_MONEY("amount", m->amount),
		A_MSG("gap", message_keep(&d->frame, agreement_gap_words(with))));
}

#define ROLE_COLS 26 /* at most */

/* Roles and amounts take what the widest of them needs, the names all that is left. */
struct party_cols {
	int role, amount; /* where they begin */
};

static struct message party_money(
	const struct session *s, const struct item *item, const struct party_set *party)
{
	int64_t amount = agreement_amount(s, item, party->party, AGREEMENT_NOW);

	return amount ? MSG("{it}", A_MONEY("it", amount)) : MSG("{it}", A_STR("it", STR("–")));
}

static struct party_cols party_cols(struct desk *d, struct area area, const struct session *s,
	const struct item *item, struct agreement_sums sums)
{
	int64_t largest = sums.total > sums.sum ? sums.total : sums.sum;
	int amount = canvas_say_width(area.canvas, MSG("{it}", A_MONEY("it", largest))), role = 0;

	for (size_t i = 0; i < item->parties.n; i++) {
		const struct party_set *party = &item->parties.at[i];
		int n = canvas_say_width(area.canvas, agreement_roles(party, &d->frame));
		int money = canvas_say_width(area.canvas, party_money(s, item, party));

		role = n > role ? n : role;
		amount = money > amount ? money : amount;
	}
	if (role > ROLE_COLS)
		role = ROLE_COLS;
	return (struct party_cols){area.cols - amount - 2 - role, area.cols - amount};
}

static void paint_amount(struct area area, int row, struct party_cols cols, enum style style,
	struct message what, int64_t n)
{
	canvas_say(area, row, 2, cols.amount - 3, style, ALIGN_START, what);
	canvas_say(area, row, cols.amount, 0, style, ALIGN_END, MSG("{it}", A_MONEY("it", n)));
}

/* What is brought in kind stands in words below the party. */
static void paint_party(struct desk *d, struct area area, int row, struct party_cols cols,
	const struct session *s, const struct item *item, const struct party_set *party)
{
	enum style style = party->chamber ? STYLE_STRONG : STYLE_TEXT;

	canvas_say(area, row, 2, cols.role - 3, style, ALIGN_START,
		MSG("{it}", A_BOTH("it", agreement_party_name(party))));
	canvas_say(area, row, cols.role, cols.amount - cols.role - 2, STYLE_DONE, ALIGN_START,
		agreement_roles(party, &d->frame));
	canvas_say(area, row, cols.amount, 0, style, ALIGN_END, party_money(s, item, party));
	if (agreement_brings_kind(party))
		canvas_say(area, row + 1, 4, 0, STYLE_TEXT, ALIGN_START,
			MSG("in kind: {kind}", A_BOTH("kind", agreement_in_kind(party))));
}

static size_t party_rows(const struct party_set *party)
{
	return agreement_brings_kind(party) ? 2 : 1;
}

/* Rows the sums below the parties take. */
static int sum_rows(struct agreement_sums sums)
{
	return (sums.gap != 0) + (sums.total != 0 || sums.sum != 0);
}

int agreement_paint(
	struct desk *d, struct area area, int row, const struct session *s, const struct item *item)
{
	struct agreement_sums sums = agreement_sums(s, item, AGREEMENT_NOW);
	struct party_cols cols = party_cols(d, area, s, item, sums);
	size_t room, n = item->parties.n;

	if (row < area.rows)
		canvas_say(area, row++, 0, 0, STYLE_DONE, ALIGN_START,
			agreement_kind_words(item, &d->frame));
	room = area.rows - row > sum_rows(sums) ? (size_t)(area.rows - row - sum_rows(sums)) : 0;
	for (size_t i = 0; i < n && room; i++) {
		size_t rows = party_rows(&item->parties.at[i]);

		if (rows + (i + 1 < n) > room) {
			canvas_say(area, row++, 2, 0, STYLE_DONE, ALIGN_START,
				MSGN("and {n} other party", "and {n} other parties",
					(int64_t)(n - i)));
			break;
		}
		paint_party(d, area, row, cols, s, item, &item->parties.at[i]);
		row += (int)rows;
		room -= rows;
	}
	if (sums.gap && row < area.rows)
		paint_amount(area, row++, cols, STYLE_CAUTION,
			sums.gap > 0 ? TEXT("! still to be raised")
				     : TEXT("! beyond the total amount"),
			sums.gap > 0 ? sums.gap : -sums.gap);
	if ((sums.total || sums.sum) && row < area.rows)
		paint_amount(area, row++, cols, STYLE_STRONG,
			sums.total ? TEXT("total amount") : TEXT("contributions in money"),
			sums.total ? sums.total : sums.sum);
	return row;
}

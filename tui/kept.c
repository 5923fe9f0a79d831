#include "tui/kept.h"

#include <string.h>

struct piece {
	struct kept_place place;
	struct str says; /* behind the cells */
	uint64_t state;
	struct cell *cells; /* ROOM bytes */
	size_t room;
};

struct kept {
	const struct arena_source *memory;
	struct piece *pieces;
	size_t n, room, turn;
};

struct kept *kept_open(const struct arena_source *memory)
{
	struct kept *k = memory->take(sizeof(*k));

	*k = (struct kept){.memory = memory};
	return k;
}

static void forget(struct kept *k)
{
	for (size_t i = 0; i < k->n; i++)
		if (k->pieces[i].cells)
			k->memory->give(k->pieces[i].cells);
	k->n = 0;
}

void kept_close(struct kept *k)
{
	if (!k)
		return;
	forget(k);
	if (k->pieces)
		k->memory->give(k->pieces);
	k->memory->give(k);
}

void kept_turn(struct kept *k, bool same)
{
	if (!same)
		forget(k);
	k->turn = 0;
}

static bool same_place(struct kept_place a, struct kept_place b)
{
	return a.row == b.row && a.x == b.x && a.rows == b.rows && a.cols == b.cols;
}

/* The piece whose turn it is, where it stood at PLACE. */
static struct piece *due(const struct kept *k, struct kept_place place)
{
	struct piece *p = k->turn < k->n ? &k->pieces[k->turn] : NULL;

	return p && same_place(p->place, place) ? p : NULL;
}

const struct cell *kept_find(
	struct kept *k, struct kept_place place, struct str says, uint64_t state)
{
	struct piece *p = due(k, place);

	if (!p || says.n == 0 || !str_equal(p->says, says))
		return NULL;
	p->state = state;
	k->turn++;
	return p->cells;
}

const struct cell *kept_still(struct kept *k, struct kept_place place, uint64_t state)
{
	struct piece *p = due(k, place);

	if (!p || state == 0 || p->state != state)
		return NULL;
	k->turn++;
	return p->cells;
}

static struct piece *next(struct kept *k)
{
	if (k->turn == k->room) {
		size_t room = k->room ? 2 * k->room : 64;
		struct piece *more = k->memory->take(room * sizeof(*more));

		if (k->pieces) {
			memcpy(more, k->pieces, k->n * sizeof(*more));
			k->memory->give(k->pieces);
		}
		k->pieces = more;
		k->room = room;
	}
	if (k->turn == k->n)
		k->pieces[k->n++] = (struct piece){.cells = NULL};
	return &k->pieces[k->turn++];
}

struct cell *kept_put(struct kept *k, struct kept_place place, struct str says, uint64_t state)
{
	struct piece *p = next(k);
	size_t cells = (size_t)place.rows * (size_t)place.cols * sizeof(*p->cells);
	char *behind;

	if (p->room < cells + says.n) {
		if (p->cells)
			k->memory->give(p->cells);
		p->room = cells + says.n;
		p->cells = k->memory->take(p->room);
	}
	behind = (char *)p->cells + cells;
	if (says.n)
		memcpy(behind, says.p, says.n);
	p->says = (struct str){behind, says.n};
	p->place = place;
	p->state = state;
	return p->cells;
}

/* What was said of the numbers that follow, in the vote by name or the election at hand: a side, a
 * candidate. Kept beside the journal, it is there again after a power cut. */
#include "tui/item_parts.h"

#include "model/election.h"

#define SAID STR("desk/brush")

static bool side(int64_t what)
{
	return what >= VALUE_FOR && what <= VALUE_ABSTAIN;
}

static bool runs(const struct election_round *r, int64_t what)
{
	return what == CHOICE_BLANK ||
	       numbers_have((struct numbers){r->running.at, r->running.n}, (int32_t)what);
}

static void add_parts(
	struct builder *b, const struct session *s, struct vote_id id, uint32_t opened)
{
	const int64_t parts[] = {s->is.number, id.item, id.n, opened};

	for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
		builder_add_int(b, parts[i]);
		builder_add_char(b, ' ');
	}
}

/* "SESSION ITEM VOTE OPENED ", the act that opened it last: what was said follows. Empty: there is
 * nothing that could be said of numbers. */
static struct str said_of(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct vote *vote = s ? session_open_vote(s) : NULL;
	const struct election *e = s && !vote ? session_open_election(s) : NULL;
	struct builder b;

	builder_init(&b, &d->frame);
	if (vote && vote->kind == VOTE_NAMED)
		add_parts(&b, s, vote->id, vote->n_opened);
	else if (e && !e->is.secret)
		add_parts(&b, s, e->id, election_round(e)->n_opened);
	return builder_str(&b);
}

void said_recall(struct desk *d)
{
	struct error err = {.code = ERROR_NONE};
	struct str of = said_of(d), value;
	const struct vote *vote;
	int64_t what;
	bool found;

	d->entry.chosen = false;
	if (!of.n)
		return;
	if (journal_kept(register_journal(d->r), SAID, &d->frame, &value, &found, &err) < 0) {
		desk_fail(d, &err);
		return;
	}
	if (!found || !str_starts(value, arena_z(&d->frame, of)) ||
		!form_read_number((struct str){value.p + of.n, value.n - of.n}, &what))
		return;
	vote = session_open_vote(desk_session(d));
	if (!(vote ? side(what)
		   : runs(election_round(session_open_election(desk_session(d))), what)))
		return;
	d->entry.brush = (int)what;
	d->entry.chosen = true;
}

void said_forget(struct desk *d)
{
	struct error err = {.code = ERROR_NONE};

	d->entry.chosen = false;
	if (!d->read_only && journal_drop(register_journal(d->r), SAID, &err) < 0)
		desk_fail(d, &err);
}

void said_keep(struct desk *d, int what)
{
	struct error err = {.code = ERROR_NONE};
	struct builder b;

	if (d->entry.chosen && d->entry.brush == what)
		return;
	d->entry.brush = what;
	d->entry.chosen = true;
	if (d->read_only)
		return;
	builder_init(&b, &d->frame);
	builder_add(&b, said_of(d));
	builder_add_int(&b, what);
	if (journal_keep(register_journal(d->r), SAID, builder_str(&b), &err) < 0)
		desk_fail(d, &err);
}

/* Reading the state: counts, names and figures that everybody shows from one place. */
#include "model/session.h"

#include "model/call.h"
#include "model/motion.h"
#include "model/presence.h"
#include "model/secretary.h"

void session_init(struct session *s, struct arena *a)
{
	*s = (struct session){.arena = a};
}

struct item *session_item(const struct session *s, int64_t key)
{
	if (key == OWN_MATTERS)
		return s->own.n ? &s->own.at[0] : NULL;
	if (key < 1 || (size_t)key > s->items.n)
		return NULL;
	return &s->items.at[key - 1];
}

size_t session_holders(const struct session *s)
{
	return s->items.n + s->own.n;
}

struct item *session_holder(const struct session *s, size_t i)
{
	return i < s->items.n ? &s->items.at[i] : &s->own.at[i - s->items.n];
}

int64_t session_agenda_number(const struct session *s, int64_t key)
{
	for (size_t i = 0; i < s->agenda.n; i++) {
		if (s->agenda.at[i] == key)
			return (int64_t)i + 1;
	}
	return 0;
}

struct vote_id session_vote_named(const struct session *s, struct vote_id id)
{
	int64_t item = id.item == OWN_MATTERS ? OWN_MATTERS : session_agenda_number(s, id.item);

	return (struct vote_id){item ? (int32_t)item : -1, id.n};
}

int64_t session_agenda_key(const struct session *s, int64_t number)
{
	if (number < 1 || (size_t)number > s->agenda.n)
		return 0;
	return s->agenda.at[number - 1];
}

struct vote *session_vote(const struct session *s, struct vote_id id)
{
	struct item *item = session_item(s, id.item);

	if (!item || id.n < 1 || (size_t)id.n > item->votes.n)
		return NULL;
	return &item->votes.at[id.n - 1];
}

struct vote *session_open_vote(const struct session *s)
{
	return session_vote(s, s->open_vote);
}

static bool waits_for_announcing(const struct vote *vote)
{
	return vote && vote->state == VOTE_IS_CLOSED && !vote->announced;
}

struct vote *session_unannounced(const struct session *s)
{
	struct vote *found = session_vote(s, s->last_vote);

	if (waits_for_announcing(found))
		return found;
	found = NULL;
	for (size_t i = 0; i < session_holders(s); i++) {
		const struct item *holder = session_holder(s, i);

		for (size_t k = 0; k < holder->votes.n; k++) {
			struct vote *vote = &holder->votes.at[k];

			if (waits_for_announcing(vote) && !vote_follows(vote) &&
				(!found || vote->n_closed < found->n_closed))
				found = vote;
		}
	}
	return found;
}

size_t session_place(const struct session *s, int64_t number)
{
	size_t low = 0, high = s->seats.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->seats.at[mid].member.number < number)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct seat *session_seat(const struct session *s, int64_t number)
{
	size_t at = session_place(s, number);

	return at < s->seats.n && s->seats.at[at].member.number == number ? &s->seats.at[at] : NULL;
}

struct sitting *session_sitting(const struct session *s)
{
	return s->sittings.n ? &s->sittings.at[s->sittings.n - 1] : NULL;
}

struct both session_seat_name(const struct session *s, int64_t number)
{
	const struct seat *seat = session_seat(s, number);

	return seat ? member_name(&seat->member) : (struct both){{0}, {0}};
}

struct vote *item_vote(const struct item *item)
{
	for (size_t i = item->votes.n; i-- > 0;) {
		if (item->votes.at[i].state != VOTE_IS_VOID && !item->votes.at[i].motion)
			return &item->votes.at[i];
	}
	return NULL;
}

bool item_decided(const struct item *item)
{
	const struct vote *vote = item_vote(item);

	if (item_election(item))
		return item_elected(item);
	return item->noted ||
	       (vote && vote->state == VOTE_IS_CLOSED && vote->outcome != OUTCOME_TIE_AGAIN);
}

bool item_is_bare(const struct item *item)
{
	bool nothing = (item->is.kind == ITEM_BUDGET && !item->lines.n) ||
		       (item->is.kind == ITEM_AGREEMENT && !item->parties.n);

	return nothing && !item->is.text_ar.n && !item->is.text_fr.n;
}

struct both item_title(const struct item *item)
{
	return (struct both){item->is.title_ar, item->is.title_fr};
}

struct both item_short(const struct item *item)
{
	struct both title = item_title(item);

	if (item->is.short_ar.n)
		title.ar = item->is.short_ar;
	if (item->is.short_fr.n)
		title.fr = item->is.short_fr;
	return title;
}

int64_t session_count(const struct session *s, enum presence presence)
{
	int64_t n = 0;

	for (size_t i = 0; i < s->seats.n; i++)
		n += s->seats.at[i].presence == presence;
	return n;
}

int64_t session_in_office(const struct session *s)
{
	return (int64_t)s->seats.n;
}

struct quorum_figures session_quorum(const struct session *s)
{
	struct quorum_figures q = {.in_office = session_in_office(s)};

	q.present = session_count(s, PRESENCE_HERE);
	if (s->rules.remote_counts_quorum)
		q.present += session_count(s, PRESENCE_REMOTE);
	if (presence_recused_leave_quorum(s) && s->open_item)
		presence_without_recused(s, s->open_item, &q.present, &q.in_office);
	if (!s->opened)
		return q;
	q.needed = call_needed(session_call(s), q.in_office);
	q.met = q.present >= q.needed;
	return q;
}

int64_t session_quorum_needed(const struct session *s)
{
	return session_quorum(s).needed;
}

bool session_quorum_was_met(const struct session *s, uint32_t n)
{
	bool met = false;

	for (size_t i = 0; i < s->quorums.n && s->quorums.at[i].n < n; i++) {
		if (!s->quorums.at[i].lost)
			met = s->quorums.at[i].is.met;
	}
	return met;
}

bool session_has_quorum(const struct session *s)
{
	return session_quorum(s).met;
}

bool session_had_quorum_act(const struct session *s)
{
	return s->quorums.n && s->quorums.at[s->quorums.n - 1].sitting == (int64_t)s->sittings.n;
}

struct vote_rule vote_opened_rule(const struct vote_opened *o)
{
	return (struct vote_rule){
		.base = (enum vote_base)o->base,
		.tie = (enum tie_rule)o->tie,
		.num = o->threshold_num,
		.den = o->threshold_den,
		.at_least = o->at_least,
		.fixed = o->fixed,
	};
}

bool session_voting(const struct session *s)
{
	return s->open_vote.item || s->open_election.item;
}

bool vote_by_figures(const struct vote *vote)
{
	return vote->kind == VOTE_HANDS || vote->kind == VOTE_SECRET;
}

struct ballots vote_ballots(const struct vote *vote)
{
	struct ballots b = {0, 0, 0};

	if (vote_by_figures(vote) || vote->state != VOTE_IS_OPEN)
		return vote->ballots;
	for (size_t i = 0; i < vote->voters.n; i++) {
		b.votes_for += vote->marks[i] == VALUE_FOR ? vote->weights[i] : 0;
		b.against += vote->marks[i] == VALUE_AGAINST ? vote->weights[i] : 0;
		b.abstain += vote->marks[i] == VALUE_ABSTAIN ? vote->weights[i] : 0;
	}
	return b;
}

int64_t vote_voices(const struct vote *vote)
{
	int64_t n = 0;

	for (size_t i = 0; i < vote->voters.n; i++)
		n += vote->weights[i];
	return n;
}

int64_t vote_missing(const struct vote *vote)
{
	struct ballots b = vote->ballots;
	int64_t n = 0;

	if (vote_by_figures(vote))
		return (int64_t)vote->voters.n - b.votes_for - b.against - b.abstain;
	for (size_t i = 0; i < vote->voters.n; i++)
		n += vote->marks[i] == VALUE_NONE;
	return n;
}

long vote_place(const struct vote *vote, int64_t member)
{
	size_t low = 0, high = vote->voters.n;

	for (size_t i = 0; !vote->sorted && i < vote->voters.n; i++) {
		if (vote->voters.at[i] == member)
			return (long)i;
	}
	if (!vote->sorted)
		return -1;
	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (vote->voters.at[mid] < member)
			low = mid + 1;
		else
			high = mid;
	}
	return low < vote->voters.n && vote->voters.at[low] == member ? (long)low : -1;
}

bool vote_has(const struct vote *vote, int64_t member)
{
	return vote_place(vote, member) >= 0;
}

enum vote_value vote_mark(const struct vote *vote, int64_t member)
{
	long at = vote_place(vote, member);

	return at >= 0 ? vote->marks[at] : VALUE_NONE;
}

bool vote_by_name(const struct vote *vote)
{
	return vote->kind == VOTE_NAMED || vote->kind == VOTE_ROLL_CALL;
}

bool vote_follows(const struct vote *vote)
{
	return vote->block.n && vote->lead.item != vote->id.item;
}

const struct vote *session_lead(const struct session *s, const struct vote *vote)
{
	return vote->block.n ? session_vote(s, vote->lead) : vote;
}

enum vote_value session_chair_side(const struct vote *vote)
{
	return vote_by_figures(vote) ? vote->side : vote_mark(vote, vote->chair);
}

struct poll vote_poll_of(const struct vote *vote)
{
	int64_t voters = vote_voices(vote);

	return (struct poll){
		.votes = vote_ballots(vote),
		.entitled = voters,
		.present = voters + vote->barred,
		.in_office = vote->in_office,
	};
}

struct tally vote_tally_with(const struct vote *vote, struct ballots figures, enum vote_value side)
{
	struct poll poll = vote_poll_of(vote);

	poll.votes = figures;
	return vote_poll(&poll, vote->rule, side);
}

struct tally session_tally(const struct session *s, const struct vote *vote)
{
	(void)s;
	return vote_tally_with(vote, vote_ballots(vote), session_chair_side(vote));
}

bool session_decides(const struct session *s, const struct vote *vote)
{
	const struct motion *motion = session_motion(s, vote->motion);

	return vote->state == VOTE_IS_CLOSED && outcome_adopted(vote->outcome) &&
	       (!motion || motion->is.kind == MOTION_PROPOSAL || motion->is.kind == MOTION_THANKS);
}

/* Votes are numbered as they were closed; the items of a block in the order they stand in it. */
static bool decided_before(const struct vote *a, const struct vote *b)
{
	if (a->n_closed != b->n_closed)
		return a->n_closed < b->n_closed;
	for (size_t i = 0; i < a->block.n; i++) {
		if (a->block.at[i] == a->id.item || a->block.at[i] == b->id.item)
			return a->block.at[i] == a->id.item && a->id.item != b->id.item;
	}
	return false;
}

int64_t session_decision_number(const struct session *s, const struct vote *vote)
{
	int64_t before = 0;

	if (!session_decides(s, vote))
		return 0;
	for (size_t i = 0; i < session_holders(s); i++) {
		for (size_t k = 0; k < session_holder(s, i)->votes.n; k++) {
			const struct vote *other = &session_holder(s, i)->votes.at[k];

			before += session_decides(s, other) && decided_before(other, vote);
		}
	}
	return before + 1;
}

int64_t session_decision_count(const struct session *s)
{
	int64_t n = 0;

	for (size_t i = 0; i < session_holders(s); i++) {
		for (size_t k = 0; k < session_holder(s, i)->votes.n; k++)
			n += session_decides(s, &session_holder(s, i)->votes.at[k]);
	}
	return n;
}

/* The vote that one of a block has in ITEM. */
static const struct vote *vote_in_block(const struct item *item, const struct vote *lead)
{
	for (size_t k = 0; k < item->votes.n; k++) {
		const struct vote *vote = &item->votes.at[k];

		if (vote->block.n && vote->lead.item == lead->id.item && vote->lead.n == lead->id.n)
			return vote;
	}
	return NULL;
}

const struct vote **session_decisions(const struct session *s, size_t *n, struct arena *a)
{
	const struct vote **closed = ARENA_ARRAY(a, const struct vote *, s->log.n + 1);
	const struct vote **list;
	size_t most = 1;

	/* By the act that closed them, so that nothing need be sorted. */
	for (size_t i = 0; i < session_holders(s); i++) {
		const struct item *item = session_holder(s, i);

		most += item->votes.n;
		for (size_t k = 0; k < item->votes.n; k++) {
			if (!vote_follows(&item->votes.at[k]))
				closed[item->votes.at[k].n_closed] = &item->votes.at[k];
		}
	}
	list = ARENA_ARRAY(a, const struct vote *, most);
	*n = 0;
	for (size_t i = 0; i < s->log.n; i++) {
		const struct vote *lead = closed[i];
		size_t width = !lead ? 0 : lead->block.n ? lead->block.n : 1;

		for (size_t k = 0; k < width; k++) {
			const struct vote *vote =
				lead->block.n
					? vote_in_block(session_item(s, lead->block.at[k]), lead)
					: lead;

			if (vote && session_decides(s, vote))
				list[(*n)++] = vote;
		}
	}
	return list;
}

size_t session_movement(const struct session *s, uint32_t n)
{
	size_t low = 0, high = s->movements.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->movements.at[mid].n < n)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool session_signed_by(const struct session *s, enum signer_role role)
{
	for (size_t i = 0; i < s->signatures.n; i++) {
		if (s->signatures.at[i].role == (int)role)
			return true;
	}
	return false;
}

static struct rule_list signatories(const struct session *s, bool on_paper)
{
	struct rule_list out = {.n = 0};

	for (size_t i = 0; s && s->opened && i < s->rules.minutes_signers.n; i++) {
		int who = s->rules.minutes_signers.at[i];

		if ((who >= (int)SIGNER_ROLE_COUNT) == on_paper)
			out.at[out.n++] = who;
	}
	return out;
}

struct rule_list record_signers(const struct session *s)
{
	struct rule_list keys = signatories(s, false);

	if (keys.n)
		return keys;
	return (struct rule_list){.at = {SIGNER_SECRETARY, SIGNER_PRESIDENT}, .n = 2};
}

const struct member *session_officer(const struct session *s, int office)
{
	const struct member *found = NULL;

	for (size_t i = 0; i < s->seats.n; i++) {
		const struct member *member = &s->seats.at[i].member;

		if (member->office != office)
			continue;
		if (found)
			return NULL;
		found = member;
	}
	return found;
}

struct both record_box(
	const struct session *s, const struct sitting *sitting, enum signer_role role)
{
	const struct member *president;

	if (role == SIGNER_SECRETARY)
		return sitting ? secretary_name(s, secretary_at(sitting, UINT32_MAX))
			       : (struct both){{0}, {0}};
	president = session_officer(s, OFFICE_PRESIDENT);
	return president ? member_name(president) : (struct both){{0}, {0}};
}

struct rule_list record_signs_on_paper(const struct session *s)
{
	return signatories(s, true);
}

int64_t session_untreated(const struct session *s)
{
	int64_t n = 0;

	for (size_t i = 0; i < s->agenda.n; i++)
		n += session_item(s, s->agenda.at[i])->state == ITEM_IS_WAITING;
	return n;
}

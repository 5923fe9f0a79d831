#include "model/presence.h"

#include "model/attendance.h"
#include "model/call.h"

/* --- recusals --- */

bool session_recused(const struct session *s, int64_t key, int64_t member)
{
	for (size_t i = 0; i < s->recusals.n; i++) {
		const struct recusal *r = &s->recusals.at[i];

		if (r->item == key && r->member == member && !r->n_back)
			return true;
	}
	return false;
}

size_t session_recused_list(const struct session *s, int64_t key, int32_t *out)
{
	size_t n = 0;

	for (size_t i = 0; i < s->recusals.n; i++) {
		const struct recusal *r = &s->recusals.at[i];

		if (r->item != key || r->n_back)
			continue;
		if (out)
			out[n] = (int32_t)r->member;
		n++;
	}
	return n;
}

bool presence_counts(const struct session *s, enum presence presence)
{
	return presence == PRESENCE_HERE ||
	       (presence == PRESENCE_REMOTE && s->rules.remote_counts_quorum);
}

void presence_without_recused(
	const struct session *s, int64_t key, int64_t *present, int64_t *in_office)
{
	for (size_t i = 0; i < s->recusals.n; i++) {
		const struct recusal *r = &s->recusals.at[i];

		if (r->item != key || r->n_back)
			continue;
		*in_office -= 1;
		*present -= presence_counts(s, session_seat(s, r->member)->presence);
	}
}

int64_t presence_barred(const struct session *s, int64_t key)
{
	int64_t n = 0;

	for (size_t i = 0; !s->rules.recusal_lowers_base && i < s->recusals.n; i++) {
		const struct recusal *r = &s->recusals.at[i];

		if (r->item == key && !r->n_back &&
			presence_votes(s, session_seat(s, r->member)->presence))
			n += session_weight(s, r->member);
	}
	return n;
}

int64_t presence_lowered(const struct session *s, int64_t key)
{
	int64_t n = 0;

	for (size_t i = 0; s->rules.recusal_lowers_base && i < s->recusals.n; i++) {
		const struct recusal *r = &s->recusals.at[i];

		if (r->item == key && !r->n_back)
			n += session_weight(s, r->member);
	}
	return n;
}

/* --- votes a member has --- */

static int64_t weight(const struct session *s, const struct member *m)
{
	return s->rules.weights && m->weight ? m->weight : 1;
}

int64_t session_weight(const struct session *s, int64_t member)
{
	return weight(s, &session_seat(s, member)->member);
}

int64_t session_weights(const struct session *s, struct numbers members)
{
	int64_t n = 0;

	for (size_t i = 0; i < members.n; i++)
		n += session_weight(s, members.at[i]);
	return n;
}

int64_t session_votes_in_office(const struct session *s)
{
	int64_t n = 0;

	for (size_t i = 0; i < s->seats.n; i++)
		n += weight(s, &s->seats.at[i].member);
	return n;
}

bool presence_recused_leave_quorum(const struct session *s)
{
	const struct call *call = session_call(s);

	return s->rules.recusal_lowers_quorum ||
	       (call && rules_call(&s->rules, call->is.call)->base == QUORUM_ENTITLED);
}

/* --- who votes --- */

bool presence_votes(const struct session *s, enum presence presence)
{
	return presence == PRESENCE_HERE ||
	       (presence == PRESENCE_REMOTE && s->rules.remote_may_vote);
}

int64_t session_proxy_holder(const struct session *s, int64_t member)
{
	for (size_t i = 0; i < s->proxies.n; i++) {
		if (s->proxies.at[i].from == member && !s->proxies.at[i].n_end)
			return s->proxies.at[i].to;
	}
	return 0;
}

int64_t session_proxies_held(const struct session *s, int64_t holder)
{
	int64_t n = 0;

	for (size_t i = 0; i < s->proxies.n; i++)
		n += s->proxies.at[i].to == holder && !s->proxies.at[i].n_end;
	return n;
}

size_t presence_lapsed_by(const struct session *s, const struct event *e, int32_t *out)
{
	size_t n = 0;

	for (size_t i = 0; e->type != EVENT_PROXY_ENDED && i < s->proxies.n; i++) {
		if (s->proxies.at[i].n_end == e->n)
			out[n++] = (int32_t)s->proxies.at[i].from;
	}
	return n;
}

static bool takes_part(const struct session *s, int64_t key, const struct seat *seat)
{
	return seat && presence_votes(s, seat->presence) &&
	       !session_recused(s, key, seat->member.number);
}

static bool entitled(const struct session *s, int64_t key, const struct seat *seat)
{
	int64_t holder;

	if (presence_votes(s, seat->presence) || !s->proxies.n)
		return takes_part(s, key, seat);
	holder = session_proxy_holder(s, seat->member.number);
	return holder && takes_part(s, key, session_seat(s, holder)) &&
	       !session_recused(s, key, seat->member.number);
}

bool session_entitled(const struct session *s, int64_t key, int64_t member)
{
	const struct seat *seat = session_seat(s, member);

	return seat && entitled(s, key, seat);
}

bool session_may_join(const struct session *s, int64_t key, int64_t member, bool over)
{
	const struct seat *seat = session_seat(s, member);

	return session_entitled(s, key, member) ||
	       (over && seat && seat->presence == PRESENCE_REMOTE &&
		       !session_recused(s, key, member));
}

size_t session_entitled_list(const struct session *s, int64_t key, int32_t *out)
{
	size_t n = 0;

	for (size_t i = 0; i < s->seats.n; i++) {
		if (!entitled(s, key, &s->seats.at[i]))
			continue;
		if (out)
			out[n] = (int32_t)s->seats.at[i].member.number;
		n++;
	}
	return n;
}

/* --- the quorum as it was, or would be --- */

static const struct sitting *sitting_at(const struct session *s, uint32_t n)
{
	const struct sitting *found = NULL;

	for (size_t i = 0; i < s->sittings.n; i++) {
		if (s->sittings.at[i].n_opened <= n)
			found = &s->sittings.at[i];
	}
	return found;
}

/* As MEMBER's last movement up to act N left him. */
static enum presence presence_at(
	const struct session *s, const struct sitting *sitting, int64_t member, uint32_t n)
{
	for (size_t i = s->movements.n; i-- > 0;) {
		const struct movement *move = &s->movements.at[i];

		if (move->n <= n && move->member == member && move->sitting == sitting->is.sitting)
			return move->presence;
	}
	return PRESENCE_UNKNOWN;
}

static int64_t item_open_at(const struct session *s, uint32_t n)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *item = &s->items.at[i];

		if (item->n_opened && item->n_opened <= n &&
			(item->n_ended < item->n_opened || item->n_ended > n))
			return item->is.item;
	}
	return 0;
}

struct quorum_figures session_quorum_at(const struct session *s, uint32_t n)
{
	const struct sitting *sitting = sitting_at(s, n);
	struct quorum_figures q = {0, 0, 0, false};
	int64_t open = item_open_at(s, n);

	if (!sitting)
		return q;
	for (size_t i = 0; i < s->seats.n; i++)
		q.in_office += s->seats.at[i].n <= n;
	for (size_t i = 0; i < s->movements.n && s->movements.at[i].n <= n; i++) {
		const struct movement *move = &s->movements.at[i];

		if (move->sitting == sitting->is.sitting)
			q.present += presence_counts(s, move->presence) -
				     presence_counts(s, move->before);
	}
	for (size_t i = 0; presence_recused_leave_quorum(s) && i < s->recusals.n; i++) {
		const struct recusal *r = &s->recusals.at[i];

		if (r->item != open || r->n > n || (r->n_back && r->n_back <= n))
			continue;
		q.in_office--;
		q.present -= presence_counts(s, presence_at(s, sitting, r->member, n));
	}
	q.needed = call_needed(session_call_number(s, sitting->call), q.in_office);
	q.met = q.present >= q.needed;
	return q;
}

static bool takes_away(enum event_type type)
{
	return type == EVENT_MEMBER_LEFT || type == EVENT_MEMBER_CONNECTED ||
	       type == EVENT_MEMBER_ABSENT || type == EVENT_MEMBER_EXCUSED ||
	       type == EVENT_MEMBER_RECUSED || type == EVENT_ITEM_OPENED ||
	       type == EVENT_MEMBER_READMITTED || type == EVENT_MEMBER_ADDED;
}

/* The last act after FROM and before TO that took the quorum away; 0: none did. */
static uint32_t lost_between(const struct session *s, uint32_t from, uint32_t to)
{
	for (uint32_t n = to; n-- > from + 1;) {
		if (!s->struck.at[n] && takes_away(s->log.at[n].type) &&
			session_quorum_at(s, n - 1).met && !session_quorum_at(s, n).met)
			return n;
	}
	return 0;
}

uint32_t presence_quorum_lost_by(const struct session *s)
{
	const struct sitting *sitting = session_sitting(s);

	if (!sitting || session_has_quorum(s))
		return 0;
	return lost_between(s, sitting->n_opened, (uint32_t)s->log.n);
}

uint32_t presence_quorum_lost_in(const struct session *s, uint32_t from, uint32_t to)
{
	uint32_t n = lost_between(s, from, to);

	return n && !session_quorum_at(s, to - 1).met ? n : 0;
}

struct quorum_figures session_quorum_without(const struct session *s, struct numbers members)
{
	struct quorum_figures q = session_quorum(s);

	for (size_t i = 0; i < members.n; i++) {
		const struct seat *seat = session_seat(s, members.at[i]);

		if (!seat || !presence_counts(s, seat->presence) ||
			numbers_have((struct numbers){members.at, i}, members.at[i]))
			continue;
		if (presence_recused_leave_quorum(s) &&
			session_recused(s, s->open_item, members.at[i]))
			continue; /* not counted as it is */
		q.present--;
	}
	q.met = q.present >= q.needed;
	return q;
}

bool presence_quorum_stops(const struct session *s)
{
	const struct rule_text *measured = s->rules.text[RULE_QUORUM_MEASURED_AT];
	const struct rule_text *quorum = s->rules.text[rules_quorum_key(&s->rules)];

	return s->rules.measured_at == MEASURED_VOTE && measured && rule_is_law(measured) &&
	       quorum && rule_is_law(quorum);
}

/* It was decided to go on after the quorum was lost last. */
static bool goes_on_without(const struct session *s)
{
	uint32_t lost = presence_quorum_lost_by(s);

	for (size_t i = s->quorums.n; i-- > 0 && s->quorums.at[i].n > lost;) {
		if (s->quorums.at[i].lost)
			return session_sitting(s)->quorum_waived;
	}
	return false;
}

bool presence_quorum_unsettled(const struct session *s)
{
	return session_voting(s) && !session_has_quorum(s) &&
	       (presence_quorum_stops(s) || !goes_on_without(s));
}

/* --- the chair --- */

/* Vice-presidents first, then the other offices in the order of the list, then the members. */
static int rank_of(const struct member *m)
{
	return m->office == OFFICE_MEMBER ? OFFICE_COUNT : m->office;
}

static bool can_chair(
	const struct session *s, int64_t key, struct numbers leaving, const struct seat *seat)
{
	int64_t number = seat->member.number;

	return seat->presence == PRESENCE_HERE && !session_substitute(s, number) &&
	       number != session_sitting(s)->chair && !numbers_have(leaving, (int32_t)number) &&
	       !(key && session_recused(s, key, number));
}

size_t session_chair_choices(
	const struct session *s, int64_t key, struct numbers leaving, int64_t *out, size_t max)
{
	size_t n = 0;

	for (int rank = OFFICE_PRESIDENT; rank <= OFFICE_COUNT && n < max; rank++) {
		for (size_t i = 0; i < s->seats.n && n < max; i++) {
			const struct seat *seat = &s->seats.at[i];

			if (rank_of(&seat->member) == rank && can_chair(s, key, leaving, seat))
				out[n++] = seat->member.number;
		}
	}
	return n;
}

int64_t session_own_account(const struct session *s, int64_t key)
{
	const struct item *item = session_item(s, key);

	if (!item || item->is.kind != ITEM_ACCOUNT || !s->rules.account_chair_leaves)
		return 0;
	for (size_t i = 0; i < s->seats.n; i++) {
		const struct seat *seat = &s->seats.at[i];

		if (seat->member.office == OFFICE_PRESIDENT && entitled(s, key, seat))
			return seat->member.number;
	}
	return 0;
}

bool session_barred_by_account(const struct session *s, const struct vote *vote, int64_t member)
{
	const struct item *item = session_item(s, vote->id.item);
	const struct seat *seat = session_seat(s, member);

	return seat && seat->member.office == OFFICE_PRESIDENT && item && !vote->motion &&
	       item->is.kind == ITEM_ACCOUNT && s->rules.account_chair_leaves &&
	       !rule_among(RULE_ACCOUNT_CHAIR, s->log.at[vote->n_opened].body.vote_opened.warned);
}

bool session_barred(const struct session *s, const struct vote *vote, int64_t member)
{
	return session_recused(s, vote->id.item, member) ||
	       session_barred_by_account(s, vote, member);
}

enum chair_cause session_chair_goes(const struct session *s)
{
	const struct item *item = session_item(s, s->open_item);
	const struct seat *chair;

	if (!item || item_decided(item))
		return CHAIR_OTHER;
	chair = session_seat(s, session_sitting(s)->chair);
	if (session_recused(s, s->open_item, chair->member.number))
		return CHAIR_RECUSED;
	if (item->presented && session_own_account(s, s->open_item) == chair->member.number)
		return CHAIR_ACCOUNT;
	return CHAIR_OTHER;
}

int64_t session_chair_returns(const struct session *s)
{
	const struct sitting *sitting = session_sitting(s);
	const struct item *item = session_item(s, s->open_item);
	const struct seat *first;
	int cause;

	if (!sitting || s->phase != PHASE_SITTING || !sitting->chairs.n ||
		sitting->chair == sitting->is.chair)
		return 0;
	cause = sitting->chairs.at[sitting->chairs.n - 1].cause;
	first = session_seat(s, sitting->is.chair);
	if (cause == CHAIR_OTHER || first->presence != PRESENCE_HERE ||
		session_substitute(s, sitting->is.chair))
		return 0;
	if (item && !item_decided(item) &&
		(session_recused(s, s->open_item, sitting->is.chair) ||
			(item->is.kind == ITEM_ACCOUNT &&
				first->member.office == OFFICE_PRESIDENT)))
		return 0;
	return sitting->is.chair;
}

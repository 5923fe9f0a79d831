#include "model/room.h"

#include <string.h>

#include "model/agreement.h"
#include "model/attendance.h"
#include "model/ballot.h"
#include "model/call.h"
#include "model/describe.h"
#include "model/floor.h"
#include "model/presence.h"
#include "model/room_part.h"

static const char ellipsis[] = "\xE2\x80\xA6";

/* Cut at a code point, so that what is shown stays text. */
static struct room_text copy(struct str s)
{
	struct room_text t = {.n = s.n};
	size_t at = 0, end = 0;
	uint32_t code;

	if (s.n <= ROOM_TEXT_MAX) {
		if (s.n)
			memcpy(t.p, s.p, s.n);
		return t;
	}
	while (at < s.n && at <= ROOM_TEXT_MAX - strlen(ellipsis)) {
		end = at;
		if (!str_decode(s, &at, &code))
			break;
	}
	memcpy(t.p, s.p, end);
	memcpy(t.p + end, ellipsis, strlen(ellipsis));
	t.n = end + strlen(ellipsis);
	return t;
}

static struct room_both copy_both(struct both b)
{
	return (struct room_both){copy(b.ar), copy(b.fr)};
}

struct room_text room_text(struct str text)
{
	return copy(text);
}

static struct room_ref store(struct room_view *v, struct str s)
{
	struct room_ref r = {(uint16_t)v->store.n, 0};

	if (s.n > ROOM_STORE_MAX - v->store.n)
		return r;
	if (s.n)
		memcpy(v->store.p + v->store.n, s.p, s.n);
	v->store.n += s.n;
	r.n = (uint16_t)s.n;
	return r;
}

struct room_refs room_store_both(struct room_view *v, struct both b)
{
	struct room_refs r = {.ar = store(v, b.ar)};

	r.fr = store(v, b.fr);
	return r;
}

struct str room_stored(const struct room_view *v, struct room_ref r)
{
	return (struct str){v->store.p + r.at, r.n};
}

struct str room_str(const struct room_text *t)
{
	return (struct str){t->p, t->n};
}

/* --- agenda --- */

static struct message item_state(const struct item *item)
{
	if (item->state == ITEM_IS_POSTPONED)
		return TEXT("postponed");
	if (item->state == ITEM_IS_WITHDRAWN)
		return TEXT("withdrawn");
	return item->noted ? TEXT("note taken") : NO_MESSAGE;
}

static void show_agenda(const struct session *s, struct room_view *v)
{
	v->items = (int64_t)s->agenda.n;
	for (size_t i = 0; i < s->agenda.n && i < ROOM_ITEMS_MAX; i++)
		v->marks[i] = (unsigned char)item_mark_public(
			session_item(s, s->agenda.at[i]), s->rules.room_votes != ROOM_VOTES_NONE);
}

/* Was it sent out? Then anybody may read it at the door. */
static bool convened(const struct session *s)
{
	return s->sittings.n > 0 || s->notices.n > 0 || s->plan.notice.year != 0;
}

static void show_whole_agenda(const struct session *s, struct room_view *v)
{
	if (!convened(s))
		return;
	show_agenda(s, v);
	v->scene = ROOM_AGENDA;
	v->item = session_agenda_number(s, s->open_item);
	for (size_t i = 0; i < s->agenda.n && i < ROOM_ITEMS_MAX; i++)
		v->names[i] = room_store_both(v, item_short(session_item(s, s->agenda.at[i])));
}

/* --- votes --- */

/* A correction stands between two announcements: the room has seen other figures before. */
static bool seen_before(const struct session *s, const struct vote *vote)
{
	uint32_t mended = 0;

	for (size_t i = 0; i < vote->mends.n; i++) {
		if (vote->mends.at[i].n < vote->n_announced)
			mended = vote->mends.at[i].n;
	}
	for (size_t i = 0; i < mended; i++) {
		const struct event *e = &s->log.at[i];

		if (e->type == EVENT_VOTE_ANNOUNCED && !s->struck.at[i] &&
			e->body.vote_announced.vote.item == vote->id.item &&
			e->body.vote_announced.vote.n == vote->id.n)
			return true;
	}
	return false;
}

static void show_result(const struct session *s, const struct vote *vote, struct room_view *v)
{
	struct ballots b = vote->announced_ballots;
	struct vote was = *vote;
	struct tally t;

	for (size_t i = vote->mends.n; i-- > 0 && vote->mends.at[i].n > vote->n_announced;)
		was.papers = vote->mends.at[i].papers_before;
	t = vote_tally_with(&was, b, vote->side);

	v->scene = ROOM_RESULT;
	v->votes_for = b.votes_for;
	v->against = b.against;
	v->abstain = b.abstain;
	v->majority = t.needed;
	v->base = ballot_base(vote->kind, t, vote->rule);
	v->verdict = outcome_adopted(vote->announced_outcome) ? ROOM_ADOPTED : ROOM_REJECTED;
	v->outcome = describe_outcome(vote->announced_outcome);
	v->reason = ballot_reason_alone(vote->kind, b, t);
	v->corrected = seen_before(s, vote);
	if (s->rules.room_votes <= ROOM_VOTES_ANNOUNCED)
		room_show_voters(s, vote, v);
}

/* What VOTE takes: only as far as it does not depend on what was voted. */
static void show_needed(const struct vote *vote, struct room_view *v)
{
	struct poll poll = vote_poll_of(vote);
	struct tally t;
	bool sure = vote->rule.base != BASE_VOTERS && vote->rule.base != BASE_EXPRESSED;

	poll.votes = (struct ballots){.votes_for = 0};
	poll.blank = poll.spoilt = 0;
	t = vote_poll(&poll, vote->rule, VALUE_NONE);
	if (v->counted && vote->rule.base == BASE_VOTERS && !vote->rule.weighed) {
		t.base = v->found;
		sure = true;
	} else if (!sure) {
		t.base = poll.entitled;
		sure = vote->rule.base == BASE_VOTERS && !vote_by_figures(vote) &&
		       vote_missing(vote) == 0; /* all have voted, whatever it was */
	}
	if (!sure && v->vote_over)
		return;
	v->majority = vote_needed(t.base, vote->rule);
	v->base = v->counted ? ballot_base(vote->kind, t, vote->rule)
			     : vote_base_words(t, vote->rule); /* no paper is found yet */
	if (!sure)
		v->condition = vote->rule.base == BASE_VOTERS ? TEXT("if all vote")
							      : TEXT("if all vote for or against");
}

/* That there is a vote, and how many have voted: never what, unless the rules let the names be seen
 * as they are noted. */
static void show_vote(const struct session *s, const struct vote *vote, struct room_view *v)
{
	v->scene = ROOM_VOTE;
	v->vote_over = vote->state == VOTE_IS_CLOSED;
	v->voters = (int64_t)vote->voters.n;
	if (!vote_by_figures(vote))
		v->voted = v->voters - vote_missing(vote);
	v->counted = vote->kind == VOTE_SECRET && vote->counted;
	if (v->counted) {
		v->issued = vote->papers.issued;
		v->found = vote->papers.found;
	}
	show_needed(vote, v);
	if (s->rules.room_votes == ROOM_VOTES_LIVE)
		room_show_voters(s, vote, v);
}

/* --- the floor --- */

static void show_next(const struct session *s, struct room_speech *r)
{
	const struct speech *speech;

	for (size_t i = 0; (speech = floor_waiting(s, i)) != NULL; i++) {
		if (!floor_may_speak(s, speech))
			continue;
		if (r->waiting < ROOM_NEXT_MAX)
			r->next[r->waiting] = copy_both(floor_name(s, speech));
		r->waiting++;
	}
}

static void show_speaker(const struct session *s, const struct speech *speech, struct room_view *v)
{
	const struct seat *seat = session_seat(s, speech->is.member);
	const struct item *item = session_item(s, speech->is.item);
	bool substitute = floor_substitute(s, speech);
	struct room_speech *r = &v->speech;

	v->scene = ROOM_SPEAKER;
	if (item) {
		v->item = session_agenda_number(s, item->is.item);
		v->title = copy_both(item_title(item));
		v->short_title = copy_both(item_short(item));
	}
	r->session = s->is.number;
	r->request = speech->is.request;
	r->name = copy_both(floor_name(s, speech));
	r->behalf = copy_both((struct both){speech->is.behalf_ar, speech->is.behalf_fr});
	r->since = speech->given;
	r->limit = floor_limit(s, speech->is.item);
	if (speech->is.kind != SPEECH_SPEECH)
		r->kind = name_label(speech_kind_names, speech->is.kind);
	if (substitute)
		r->seat = copy_both(session_seat_name(s, speech->is.member));
	else if (seat && seat->member.office != OFFICE_MEMBER)
		r->capacity = member_office(&seat->member);
	if (speech->is.guest) {
		const struct guest_noted *guest = &s->guests.at[speech->is.guest - 1].is;

		r->title = copy_both((struct both){guest->title_ar, guest->title_fr});
		r->capacity = name_label(capacity_names, guest->capacity);
	}
	show_next(s, r);
}

/* --- motions --- */

/* "amendment no. 3": a message that points to nothing of the session. */
static struct message motion_words(const struct motion *motion)
{
	static struct message const kinds[MOTION_KIND_COUNT] = {
		[MOTION_AMENDMENT] = {.id = "amendment"},
		[MOTION_PROPOSAL] = {.id = "proposal"},
		[MOTION_THANKS] = {.id = "motion of thanks"},
		[MOTION_POSTPONE] = {.id = "motion to postpone"},
		[MOTION_COMMITTEE] = {.id = "motion to refer to the committee"},
		[MOTION_CLOSE_DEBATE] = {.id = "motion to close the debate"},
		[MOTION_SUSPEND] = {.id = "motion to suspend the sitting"},
		[MOTION_COUNT] = {.id = "call for a count of the quorum"},
		[MOTION_AGENDA] = {.id = "adoption of the agenda"},
		[MOTION_INSERT] = {.id = "urgent item"},
		[MOTION_SHIFT] = {.id = "change of place on the agenda"},
		[MOTION_TAKE_OFF] = {.id = "withdrawal from the agenda"},
		[MOTION_TRANSFER] = {.id = "budget amendment"},
		[MOTION_CHAPTER] = {.id = "chapter of the budget"},
		[MOTION_SHARE] = {.id = "amendment of the amounts"},
	};

	int64_t code = 0;

	if (motion->is.kind == MOTION_CHAPTER) {
		if (!motion->is.line.n)
			return TEXT("the revenue of the budget");
		for (size_t i = 0; i < motion->is.line.n && code >= 0; i++) {
			char c = motion->is.line.p[i];

			code = c < '0' || c > '9' || i > 5 ? -1 : code * 10 + (c - '0');
		}
		return code < 0 ? kinds[MOTION_CHAPTER]
				: MSG("chapter {code} of the budget", A_DIGITS("code", code));
	}
	if (motion_is_agenda((enum motion_kind)motion->is.kind))
		return kinds[motion->is.kind]; /* its title is shown */
	return MSG("{motion} no. {n}", A_MSG("motion", &kinds[motion->is.kind]),
		A_DIGITS("n", motion->is.motion));
}

/* Some words before the place where A and B begin to differ, when that is far from their start. */
static size_t near_change(struct str a, struct str b)
{
	size_t n = 0, from;

	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	if (n < ROOM_TEXT_MAX / 3)
		return 0;
	for (from = n - ROOM_TEXT_MAX / 4; from > 0 && a.p[from - 1] != ' '; from--)
		;
	return from;
}

static struct room_text excerpt(struct str s, size_t from)
{
	struct room_text rest = copy((struct str){s.p + from, s.n - from});
	struct room_text t = {.n = 0};

	if (from == 0 || rest.n + strlen(ellipsis) > ROOM_TEXT_MAX)
		return rest;
	memcpy(t.p, ellipsis, strlen(ellipsis));
	memcpy(t.p + strlen(ellipsis), rest.p, rest.n);
	t.n = rest.n + strlen(ellipsis);
	return t;
}

static void show_words(const struct motion_moved *m, struct room_view *v)
{
	size_t ar = near_change(m->before_ar, m->after_ar);
	size_t fr = near_change(m->before_fr, m->after_fr);

	v->after = (struct room_both){excerpt(m->after_ar, ar), excerpt(m->after_fr, fr)};
	if (m->after_ar.n)
		v->before.ar = excerpt(m->before_ar, ar);
	if (m->after_fr.n)
		v->before.fr = excerpt(m->before_fr, fr);
}

/* The vote on a motion that the room sees: the open one, or the last one until something else was
 * voted or another item was opened. NULL: none. */
static const struct vote *motion_on_show(const struct session *s)
{
	const struct vote *vote = session_open_vote(s);
	const struct item *item = session_item(s, s->open_item ? s->open_item : s->last_item);

	if (!vote)
		vote = session_vote(s, s->last_vote);
	if (!vote || !vote->motion)
		return NULL;
	if (!item)
		return vote;
	if (item->state == ITEM_IS_OPEN)
		return vote->n_opened > item->n_opened ? vote : NULL;
	return vote->id.item == OWN_MATTERS && vote->n_opened > item->n_ended ? vote : NULL;
}

/* The motion that waits on ITEM, moved after what was announced last; NULL: none. */
static const struct motion *motion_to_show(const struct session *s, const struct item *item)
{
	const struct vote *last = session_vote(s, s->last_vote);

	for (size_t i = s->motions.n; i-- > 0;) {
		const struct motion *motion = &s->motions.at[i];

		if (motion_state(s, motion) == MOTION_WAITS && motion->is.item == item->is.item &&
			(!last || motion->n > last->n_announced))
			return motion;
	}
	return NULL;
}

/* --- elections --- */

/* Candidates by name: a list by its first member. */
static void show_candidates(const struct session *s, const struct election *e,
	const struct election_round *r, struct room_view *v)
{
	for (size_t i = 0; i < r->running.n && i < ROOM_CANDIDATES_MAX; i++) {
		int64_t k = r->running.at[i];

		v->candidate[i].name =
			copy_both(session_seat_name(s, e->candidates.at[k - 1].is.members.at[0]));
		if (r->ever_announced && i < r->said.votes.n)
			v->candidate[i].votes = r->said.votes.at[i];
		v->candidate[i].elected = r->ever_announced && r->said_elected == k;
		v->candidate[i].list = e->candidates.at[k - 1].is.members.n > 1;
		v->candidates = i + 1;
	}
}

/* Other figures of the round R were announced before those the room sees. */
static bool said_otherwise(
	const struct session *s, const struct election *e, const struct election_round *r)
{
	for (size_t i = 0; i < s->log.n && s->log.at[i].n < r->mends.at[r->mends.n - 1].n; i++) {
		const struct event *a = &s->log.at[i];

		if (a->type == EVENT_ELECTION_ANNOUNCED && !s->struck.at[i] &&
			a->body.election_announced.election.item == e->id.item &&
			a->body.election_announced.election.n == e->id.n &&
			a->body.election_announced.round == r->n)
			return true;
	}
	return false;
}

static void show_election(const struct session *s, const struct election *e, struct room_view *v)
{
	const struct election_round *r = election_round(e);

	v->election = true;
	if (e->is.post != POST_OTHER)
		v->post = name_label(post_names, e->is.post);
	v->rank = e->is.rank;
	v->post_name = copy_both((struct both){e->is.name_ar, e->is.name_fr});
	v->round = r->n;
	v->by_hands = v->secret = e->is.secret;
	v->voters = (int64_t)r->voters.n;
	if (!r->ever_announced) {
		v->scene = ROOM_VOTE;
		v->vote_over = r->counted;
		if (!e->is.secret)
			v->voted = v->voters - round_missing(e, r);
		v->counted = e->is.secret && r->counted;
		if (v->counted) {
			v->issued = r->is.issued;
			v->found = r->is.found;
		}
		show_candidates(s, e, r, v);
		return;
	}
	v->scene = ROOM_ELECTED;
	v->corrected = r->announced && r->mends.n && said_otherwise(s, e, r);
	show_candidates(s, e, r, v);
	v->blank = r->said.blank + r->said.spoiled;
	v->needed_votes = r->said.needed;
	v->elected = r->said_elected != 0;
	v->election_state = name_label(round_outcome_names, v->elected     ? ROUND_ELECTED
							    : r->said_over ? ROUND_NOBODY
									   : r->said.outcome);
}

/* Whoever sits in the seat now: it is the person that leaves the table. */
static void show_recused(const struct session *s, const struct item *item, struct room_view *v)
{
	for (size_t i = 0; i < s->recusals.n; i++) {
		const struct recusal *r = &s->recusals.at[i];

		if (r->item != item->is.item || r->n_back)
			continue;
		if (v->recused_n < ROOM_RECUSED_MAX)
			v->recused[v->recused_n] =
				room_store_both(v, attendance_name(s, r->member, r->n));
		v->recused_n++;
	}
}

static void show_title(const struct session *s, const struct item *item, struct room_view *v)
{
	v->scene = ROOM_ITEM;
	v->item = session_agenda_number(s, item->is.item);
	v->title = copy_both(item_title(item));
	v->short_title = copy_both(item_short(item));
	v->item_state = item_state(item);
	show_recused(s, item, v);
}

static void show_item(const struct session *s, const struct item *item, struct room_view *v)
{
	const struct vote *vote = item_vote(item), *moved = motion_on_show(s);
	const struct motion *motion = moved || vote ? NULL : motion_to_show(s, item);

	show_title(s, item, v);
	if (agreement_known(item) && item->n_opened)
		room_show_agreement(s, item, v);
	if (!moved && item_election(item) && !v->item_state.id) {
		show_election(s, item_election(item), v);
		return;
	}
	if (motion) {
		v->motion = motion_words(motion);
		show_words(&motion->is, v);
		if (motion->is.kind == MOTION_TRANSFER)
			room_show_transfer(s, item, &motion->is, v);
	}
	if (moved) {
		vote = moved;
		motion = session_motion(s, moved->motion);
		v->motion = motion_words(motion);
		if (item->is.item == OWN_MATTERS && session_item(s, motion->is.item)) {
			item = session_item(s, motion->is.item);
			v->title = v->short_title = copy_both(item_title(item));
		}
	}
	if (!vote || v->item_state.id || s->rules.room_votes == ROOM_VOTES_NONE)
		return;
	v->by_hands = vote_by_figures(vote);
	v->secret = vote->kind == VOTE_SECRET;
	if (vote->state == VOTE_IS_CLOSED && vote->ever_announced)
		show_result(s, vote, v);
	else
		show_vote(s, vote, v);
}

/* --- sittings --- */

static void show_attendance(const struct session *s, struct room_view *v)
{
	const struct sitting *sitting = session_sitting(s);
	struct quorum_figures now;

	v->attendance = sitting != NULL;
	if (!v->attendance)
		return;
	now = session_quorum(s);
	v->here = now.present;
	v->in_office = now.in_office;
	v->needed = now.needed;
	v->quorum = now.met;
	v->determined = sitting->quorum_recorded;
}

static void show_sitting(
	const struct session *s, const struct sitting *sitting, struct room_view *v)
{
	const struct speech *speech = floor_speaking(s);
	const struct vote *own = motion_on_show(s);
	const struct item *item = session_item(s, s->open_item ? s->open_item : s->last_item);
	uint32_t n = item ? item->n_opened ? item->n_opened : item->n_ended : 0;

	/* What an earlier sitting treated last is not shown again. */
	if (speech && !s->open_vote.item)
		show_speaker(s, speech, v);
	else if (own && own->id.item == OWN_MATTERS)
		show_item(s, session_item(s, OWN_MATTERS), v);
	else if (item && n > sitting->n_opened)
		show_item(s, item, v);
	else if (sitting->quorum_recorded)
		show_whole_agenda(s, v);
	else
		v->scene = ROOM_QUORUM;
}

static void show_pause(const struct sitting *sitting, struct room_view *v)
{
	const struct pause *pause = &sitting->pauses.at[sitting->pauses.n - 1];

	v->scene = ROOM_PAUSE;
	v->since = pause->from;
	if (pause->reason >= SUSPENDED_BREAK && pause->reason <= SUSPENDED_OTHER)
		v->pause = name_label(suspension_names, pause->reason);
}

/* The act by which ROLE signed the record as it is frozen; NULL: not yet. */
static const struct event *signing(const struct session *s, int role)
{
	for (size_t i = s->log.n; i-- > 0 && s->log.at[i].type != EVENT_RECORD_FROZEN;) {
		const struct event *e = &s->log.at[i];

		if (e->type == EVENT_RECORD_SIGNED && !s->struck.at[i] &&
			e->body.record_signed.role == role)
			return e;
	}
	return NULL;
}

static void show_signers(const struct session *s, struct room_view *v)
{
	const struct signer *signers = s->frozen.signers.at;

	for (size_t i = 0; i < s->frozen.signers.n && i < ROOM_SIGNERS_MAX; i++) {
		const struct event *act = signing(s, signers[i].role);
		struct room_signer *signer = &v->signer[v->signers_n++];

		signer->name =
			room_store_both(v, (struct both){signers[i].name_ar, signers[i].name_fr});
		signer->role = name_label(signer_role_names, signers[i].role);
		signer->has_signed = act != NULL;
		if (act)
			signer->at = act->at;
	}
}

static void show_closing(
	const struct session *s, const struct sitting *sitting, struct room_view *v)
{
	v->scene = ROOM_CLOSING;
	v->since = sitting->closed;
	v->left_open = s->phase == PHASE_BETWEEN;
	if (v->left_open)
		v->again = call_day(s);
	v->failed = sitting->cause == CLOSED_NO_QUORUM;
	v->acts = (int64_t)s->log.n;
	for (size_t i = 0; i < s->agenda.n; i++) {
		const struct item *item = session_item(s, s->agenda.at[i]);

		for (size_t k = 0; k < item->votes.n; k++)
			v->decisions += item->votes.at[k].announced &&
					session_decides(s, &item->votes.at[k]);
		for (size_t k = 0; k < item->elections.n; k++)
			v->elections += item->elections.at[k].elected &&
					election_round(&item->elections.at[k])->announced;
	}
	v->sealed_head = s->phase == PHASE_FROZEN || s->phase == PHASE_SEALED;
	if (!v->sealed_head)
		return;
	v->head = s->frozen_head;
	show_signers(s, v);
}

/* What every scene has round it. False: there is no sitting yet. */
static bool begin(const struct session *s, struct room_view *v)
{
	const struct sitting *sitting = session_sitting(s);

	if (!s->exists)
		return false;
	v->specimen = s->is.specimen;
	v->chamber = copy_both(letterhead_name(&s->is.head));
	v->chamber_zgh = copy(s->is.head.name_zgh);
	v->session = describe_session(s);
	v->day = sitting ? instant_date(sitting->opened) : s->plan.date;
	if (!sitting)
		return false;
	show_attendance(s, v);
	show_agenda(s, v);
	return true;
}

static void follow(const struct session *s, struct room_view *v)
{
	const struct sitting *sitting = session_sitting(s);

	switch (s->phase) {
	case PHASE_ASIDE:
	case PHASE_PREPARING:
		break;
	case PHASE_SITTING:
		show_sitting(s, sitting, v);
		break;
	case PHASE_SUSPENDED:
		show_pause(sitting, v);
		break;
	case PHASE_BETWEEN:
	case PHASE_CLOSED:
	case PHASE_FROZEN:
	case PHASE_SEALED:
		show_closing(s, sitting, v);
		break;
	}
}

struct room_view room_view(const struct session *s)
{
	struct room_view v = {.scene = ROOM_REST};

	if (begin(s, &v))
		follow(s, &v);
	return v;
}

/* The item that is open, else the one treated last; NULL: none yet. */
static const struct item *item_at_hand(const struct session *s)
{
	return session_item(s, s->open_item ? s->open_item : s->last_item);
}

/* The open vote or round, else what was announced last, else the item. */
static void show_any_vote(const struct session *s, struct room_view *v)
{
	const struct vote *own = motion_on_show(s);
	const struct item *item = item_at_hand(s);

	if (own && own->id.item == OWN_MATTERS)
		show_item(s, session_item(s, OWN_MATTERS), v);
	else if (item)
		show_item(s, item, v);
}

/* ITEM has what SCENE shows of an item. */
static bool has_content(const struct item *item, enum room_scene scene)
{
	if (scene == ROOM_AGREEMENT)
		return agreement_known(item);
	return item->lines.n > 0;
}

/* The item at hand when it has that, else the last one that was opened and has it; NULL: none. */
static const struct item *content_at_hand(const struct session *s, enum room_scene scene)
{
	const struct item *found = item_at_hand(s);

	if (found && has_content(found, scene))
		return found;
	found = NULL;
	for (size_t i = 0; i < s->items.n; i++) {
		const struct item *item = &s->items.at[i];

		if (has_content(item, scene) && item->n_opened &&
			(!found || item->n_opened > found->n_opened))
			found = item;
	}
	return found;
}

/* The text, the budget or the agreement of an item that was opened; else the item alone. */
static void show_content(const struct session *s, enum room_scene scene, struct room_view *v)
{
	bool kept = scene == ROOM_BUDGET || scene == ROOM_AGREEMENT;
	const struct item *item = kept ? content_at_hand(s, scene) : item_at_hand(s);

	if (!item)
		item = item_at_hand(s);
	if (!item)
		return;
	show_title(s, item, v);
	if (!item->n_opened || (kept && !has_content(item, scene)))
		return;
	if (scene == ROOM_BUDGET) {
		room_show_budget(s, item, v);
	} else if (scene == ROOM_AGREEMENT) {
		room_show_agreement(s, item, v);
		v->scene = ROOM_AGREEMENT;
	} else if (scene == ROOM_WORDS && (item->is.text_ar.n || item->is.text_fr.n)) {
		v->scene = ROOM_WORDS;
		v->words = room_store_both(v, (struct both){item->is.text_ar, item->is.text_fr});
	}
}

struct room_view room_view_scene(const struct session *s, enum room_scene scene)
{
	struct room_view v = {.scene = ROOM_REST};
	const struct speech *speech;
	bool sits = begin(s, &v);

	if (scene == ROOM_CLOCK || scene == ROOM_MESSAGE)
		v.scene = scene;
	else if (scene == ROOM_AGENDA)
		show_whole_agenda(s, &v);
	if (!sits || v.scene != ROOM_REST || scene == ROOM_REST)
		return v;
	speech = floor_speaking(s);
	if (scene == ROOM_QUORUM)
		v.scene = ROOM_QUORUM;
	else if (scene == ROOM_VOTE || scene == ROOM_RESULT || scene == ROOM_ELECTED)
		show_any_vote(s, &v);
	else if (scene == ROOM_SPEAKER && speech)
		show_speaker(s, speech, &v);
	else if (scene == ROOM_ITEM || scene == ROOM_SPEAKER || scene == ROOM_WORDS ||
		 scene == ROOM_BUDGET || scene == ROOM_AGREEMENT)
		show_content(s, scene, &v);
	else
		follow(s, &v);
	return v;
}

struct room_view room_view_chamber(const struct chamber *c)
{
	struct room_view v = {.scene = ROOM_REST};

	v.specimen = c->is.specimen;
	v.chamber = copy_both(chamber_name(c));
	v.chamber_zgh = copy(c->is.head.name_zgh);
	return v;
}

struct message room_figures(const struct room_view *v)
{
	return ballot_totals(v->secret ? VOTE_SECRET : VOTE_NAMED,
		(struct ballots){v->votes_for, v->against, v->abstain});
}

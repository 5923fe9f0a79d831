#include "model/room.h"

#include <string.h>

#include "model/agreement.h"
#include "model/attendance.h"
#include "model/ballot.h"
#include "model/call.h"
#include "model/describe.h"
#include "model/floor.h"
#include "model/motion.h"
#include "model/room_part.h"

struct room_text room_text(struct str s)
{
	struct room_text t = {.n = s.n};
	size_t at = 0, end = 0;
	uint32_t code;

	if (s.n <= ROOM_TEXT_MAX) {
		if (s.n)
			memcpy(t.p, s.p, s.n);
		return t;
	}
	while (at < s.n && at <= ROOM_TEXT_MAX - strlen(ROOM_ELLIPSIS)) {
		end = at;
		if (!str_decode(s, &at, &code))
			break;
	}
	memcpy(t.p, s.p, end);
	memcpy(t.p + end, ROOM_ELLIPSIS, strlen(ROOM_ELLIPSIS));
	t.n = end + strlen(ROOM_ELLIPSIS);
	return t;
}

struct room_both room_copy_both(struct both b)
{
	return (struct room_both){room_text(b.ar), room_text(b.fr)};
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
	v->tally = agenda_tally(s);
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
			r->next[r->waiting] = room_copy_both(floor_name(s, speech));
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
		v->title = room_copy_both(item_title(item));
		v->short_title = room_copy_both(item_short(item));
	}
	r->session = s->is.number;
	r->request = speech->is.request;
	r->name = room_copy_both(floor_name(s, speech));
	r->behalf = room_copy_both((struct both){speech->is.behalf_ar, speech->is.behalf_fr});
	r->since = speech->given;
	r->limit = floor_limit(s, speech->is.item);
	if (speech->is.kind != SPEECH_SPEECH)
		r->kind = name_label(speech_kind_names, speech->is.kind);
	if (substitute)
		r->seat = room_copy_both(session_seat_name(s, speech->is.member));
	else if (seat && seat->member.office != OFFICE_MEMBER)
		r->capacity = member_office(&seat->member);
	if (speech->is.guest) {
		const struct guest_noted *guest = &s->guests.at[speech->is.guest - 1].is;

		r->title = room_copy_both((struct both){guest->title_ar, guest->title_fr});
		r->capacity = name_label(capacity_names, guest->capacity);
	}
	show_next(s, r);
}

/* --- items --- */

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
	v->title = room_copy_both(item_title(item));
	v->short_title = room_copy_both(item_short(item));
	v->item_state = item_state(item);
	show_recused(s, item, v);
}

/* What a vote of several items is about: each of them by name. */
static void show_block(const struct session *s, const struct vote *vote, struct room_view *v)
{
	struct numbers block = session_lead(s, vote)->block;

	for (size_t i = 0; i < block.n; i++) {
		int64_t n = session_agenda_number(s, block.at[i]);

		if (n < 1 || n > ROOM_ITEMS_MAX)
			continue;
		v->block[v->block_n++] = (unsigned char)n;
		v->names[n - 1] = room_store_both(v, item_short(session_item(s, block.at[i])));
	}
}

static void show_void(const struct session *s, const struct room_matter *m, struct room_view *v)
{
	bool again = motion_matter_waits(s, m->item->is.item, m->vote ? m->vote->motion : 0);

	v->voided = true;
	if (!m->vote) {
		v->item_state = TEXT("the election is declared void");
		v->repeated = again ? TEXT("The election will be held again.") : NO_MESSAGE;
		return;
	}
	v->item_state = TEXT("the vote is declared void");
	v->repeated = again ? TEXT("The vote will be taken again.") : NO_MESSAGE;
	room_name_motion(s, m->vote, v);
}

static void show_matter(const struct session *s, const struct room_matter *m, struct room_view *v)
{
	const struct item *item = m->item;
	const struct vote *vote = m->vote;
	bool put_off = (item->state == ITEM_IS_POSTPONED || item->state == ITEM_IS_WITHDRAWN) &&
		       !(m->told && m->n > item->n_ended);

	show_title(s, item, v);
	if (agreement_known(item) && item->n_opened)
		room_show_agreement(s, item, v);
	if (put_off)
		return;
	if (vote)
		show_block(s, vote, v);
	if (m->voided) {
		show_void(s, m, v);
		return;
	}
	/* Of an item that was noted, what is voted or told since. */
	if (v->item_state.id && !m->told && (!vote || vote->ever_announced))
		return;
	v->item_state = NO_MESSAGE;
	if (m->election) {
		room_show_election(s, m->election, v);
		return;
	}
	if (!vote) {
		room_show_motion(s, item, v);
		return;
	}
	room_name_motion(s, vote, v);
	if (s->rules.room_votes == ROOM_VOTES_NONE)
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
	const struct room_matter m = room_matter(s);
	/* What an earlier sitting treated last is not shown again, unless it is still treated. */
	bool fresh = m.item && (m.told || m.n > sitting->n_opened ||
				       (s->open_item && sitting->quorum_recorded));

	if (speech && !m.told && !s->open_vote.item)
		show_speaker(s, speech, v);
	else if (fresh)
		show_matter(s, &m, v);
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
	v->chamber = room_copy_both(letterhead_name(&s->is.head));
	v->chamber_zgh = room_text(s->is.head.name_zgh);
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

/* The open vote or round, else what was announced last, else the item. */
static void show_any_vote(const struct session *s, struct room_view *v)
{
	const struct room_matter m = room_matter(s);

	if (m.item)
		show_matter(s, &m, v);
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
	const struct item *found = room_item_at_hand(s);

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
	const struct item *item = kept ? content_at_hand(s, scene) : room_item_at_hand(s);

	if (!item)
		item = room_item_at_hand(s);
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
	v.chamber = room_copy_both(chamber_name(c));
	v.chamber_zgh = room_text(c->is.head.name_zgh);
	return v;
}

struct message room_figures(const struct room_view *v)
{
	return ballot_totals(v->secret ? VOTE_SECRET : VOTE_NAMED,
		(struct ballots){v->votes_for, v->against, v->abstain});
}

#include "model/chair_says.h"

#include "model/ballot.h"
#include "model/call.h"
#include "model/describe.h"
#include "model/floor.h"
#include "model/motion.h"

/* --- ceremony and welcome --- */

static bool was_held(const struct session *s, enum ceremony kind)
{
	for (size_t i = 0; i < s->ceremonies.n; i++) {
		if (s->ceremonies.at[i].kind == kind)
			return true;
	}
	return false;
}

/* Nobody has come to an item yet, and no sitting before this one had its quorum. */
static bool begins(const struct session *s)
{
	for (size_t i = 0; i + 1 < s->sittings.n; i++) {
		if (s->sittings.at[i].cause != CLOSED_NO_QUORUM)
			return false;
	}
	return s->sittings.n && !s->open_item && !s->last_item;
}

bool ceremony_due(const struct session *s, bool ending, enum ceremony *kind)
{
	const struct rule_list *list =
		ending ? &s->rules.ceremony_closing : &s->rules.ceremony_opening;

	for (size_t i = 0; i < list->n && (ending || begins(s)); i++) {
		*kind = (enum ceremony)list->at[i];
		if (!was_held(s, *kind))
			return true;
	}
	return false;
}

struct message ceremony_sentence(enum ceremony kind)
{
	switch (kind) {
	case CEREMONY_QURAN:
		return TEXT("We hear verses of the Holy Quran.");
	case CEREMONY_ANTHEM:
		return TEXT("Please rise for the national anthem.");
	case CEREMONY_FATIHA:
		return TEXT("We recite the Fatiha.");
	case CEREMONY_TELEGRAM:
		return TEXT("The telegram of loyalty is read.");
	}
	return NO_MESSAGE;
}

struct message ceremony_noting(enum ceremony kind)
{
	static const char *const what[] = {
		[CEREMONY_QURAN] = N_("Note the verses of the Holy Quran"),
		[CEREMONY_ANTHEM] = N_("Note the national anthem"),
		[CEREMONY_FATIHA] = N_("Note the Fatiha"),
		[CEREMONY_TELEGRAM] = N_("Note that the telegram of loyalty was read"),
	};

	return TEXT(what[kind]);
}

struct message welcome_sentence(const struct session *s)
{
	int first = CAPACITY_GUEST;

	if (!s->guests.n || !begins(s))
		return NO_MESSAGE;
	for (size_t i = 0; i < s->guests.n; i++) {
		if (s->guests.at[i].is.capacity < first)
			first = s->guests.at[i].is.capacity;
	}
	if (first == CAPACITY_WALI)
		return TEXT("We welcome the wali and all who are here.");
	if (first == CAPACITY_GOVERNOR)
		return TEXT("We welcome the governor and all who are here.");
	return TEXT("We welcome our guests.");
}

/* --- what is put to the vote --- */

struct message motion_sentence(enum motion_kind kind)
{
	if (kind == MOTION_AGENDA)
		return TEXT("I submit the agenda to your approval.");
	if (kind == MOTION_INSERT)
		return TEXT("It is proposed to add an item; I put its inclusion to the vote.");
	if (motion_is_agenda(kind))
		return TEXT("It is proposed to change the agenda; I put it to the vote.");
	if (motion_is_procedural(kind))
		return TEXT("A motion on procedure goes first; I put it to the vote.");
	if (motion_amends(kind))
		return TEXT("I first put the amendment to the vote.");
	if (kind == MOTION_CHAPTER)
		return TEXT("I put the chapter to the vote.");
	return TEXT("I put the motion to the vote.");
}

/* --- what comes again --- */

/* Who comes and goes does not take the word from the chair. */
static bool is_aside(enum event_type type)
{
	return type == EVENT_MEMBER_ARRIVED || type == EVENT_MEMBER_LEFT ||
	       type == EVENT_MEMBER_EXCUSED || type == EVENT_MEMBER_ABSENT ||
	       type == EVENT_MEMBER_CONNECTED || type == EVENT_GUEST_NOTED ||
	       type == EVENT_ACT_CORRECTED;
}

/* What was done last, comings and goings aside; NULL: nothing. */
static const struct event *last_done(const struct session *s)
{
	for (size_t i = s->log.n; i > 0; i--) {
		if (!s->struck.at[i - 1] && !is_aside(s->log.at[i - 1].type))
			return &s->log.at[i - 1];
	}
	return NULL;
}

/* That is about the vote on ITEM. */
static bool still_at_vote(const struct session *s, const struct item *item)
{
	const struct event *e = last_done(s);

	return e &&
	       (e->type == EVENT_VOTE_CLOSED || e->type == EVENT_VOTE_ANNOUNCED ||
		       e->type == EVENT_VOTE_CORRECTED || e->type == EVENT_VOTE_EXPLAINED) &&
	       e->body.vote_announced.vote.item == item->is.item;
}

struct message comes_again_sentence(const struct session *s, const struct item *item)
{
	if (!item_comes_again(item) || !still_at_vote(s, item))
		return NO_MESSAGE;
	if (item->is.kind == ITEM_MINUTES)
		return TEXT("The minutes are not approved; what is to be corrected is noted, and "
			    "they come before the next session.");
	if (item->is.kind == ITEM_BUDGET)
		return TEXT("The budget is refused; a further session is convened for it.");
	return TEXT("The account is refused; it comes before the next session.");
}

/* --- debate and recusal --- */

bool discussion_due(const struct session *s, const struct item *item)
{
	return !floor_discussed(s, item) && !item->votes.n;
}

/* The last act that counts; NULL: none. */
static const struct event *last_act(const struct session *s)
{
	for (size_t i = s->log.n; i > 0; i--) {
		if (!s->struck.at[i - 1] && s->log.at[i - 1].type != EVENT_ACT_CORRECTED)
			return &s->log.at[i - 1];
	}
	return NULL;
}

struct message recusal_sentence(const struct session *s, struct arena *a)
{
	const struct event *e = last_act(s);

	if (!s->open_item || !e || e->type != EVENT_MEMBER_RECUSED ||
		e->body.member_recused.item != s->open_item)
		return NO_MESSAGE;
	return MSG("{who} leaves the room during this item.",
		A_MSG("who",
			message_keep(a, describe_members(s, e->body.member_recused.members, a))));
}

/* --- correction and signature --- */

static const struct message *side(enum vote_value value, struct arena *a)
{
	const struct message label = name_label(vote_value_names, value);

	return message_keep(a, label);
}

struct message correction_sentence(
	const struct session *s, const struct vote *vote, struct arena *a)
{
	const struct vote_mend *mend;

	if (!vote->ever_announced || !vote->mends.n)
		return NO_MESSAGE;
	mend = &vote->mends.at[vote->mends.n - 1];
	if (vote_by_figures(vote))
		return TEXT("The secretary corrects the figures.");
	return MSG("The secretary corrects the vote of {who}: {now}, not {before}.",
		A_BOTH("who", session_seat_name(s, mend->is.member)),
		A_MSG("now", side((enum vote_value)mend->is.value, a)),
		A_MSG("before", side(mend->value_before, a)));
}

static struct message void_vote(const struct session *s, const struct vote *vote, struct arena *a)
{
	const struct motion *motion = session_motion(s, vote->motion);
	const struct item *item = session_item(s, vote->id.item);
	bool again = motion_matter_waits(s, item->is.item, vote->motion);

	if (motion) {
		struct arg name = A_MSG("motion", message_keep(a, motion_name(motion, a)));

		return again ? MSG("The vote ({motion}) is declared void; it will be taken again.",
				       name)
			     : MSG("The vote ({motion}) is declared void.", name);
	} else {
		struct arg title = A_BOTH("title", item_short(item));

		return again ? MSG("The vote on “{title}” is declared void; it will be taken "
				   "again.",
				       title)
			     : MSG("The vote on “{title}” is declared void.", title);
	}
}

struct message void_sentence(const struct session *s, struct arena *a)
{
	const struct event *e = last_done(s);

	if (e && e->type == EVENT_VOTE_VOIDED)
		return void_vote(s, session_vote(s, e->body.vote_voided.vote), a);
	if (e && e->type == EVENT_ELECTION_VOIDED)
		return motion_matter_waits(s, e->body.election_voided.vote.item, 0)
			       ? TEXT("The election is declared void; it will be held again.")
			       : TEXT("The election is declared void.");
	return NO_MESSAGE;
}

struct message signing_sentence(enum signer_role role)
{
	return role == SIGNER_PRESIDENT ? TEXT("I sign after the secretary.")
					: TEXT("The minutes are signed.");
}

/* What can be done on the screen of the item: the kinds of vote it is put to, and the rows of its
 * menu. */
#include "tui/item_parts.h"

#include "locale/format.h"
#include "model/ballot.h"
#include "model/describe.h"
#include "tui/item_motion.h"
#include "tui/presence_forms.h"
#include "tui/voting.h"

static const struct vote *open_vote(const struct desk *d)
{
	return session_open_vote(desk_session(d));
}

/* --- kinds of vote --- */

static void put_to_vote(struct desk *d, int kind, int64_t motion)
{
	struct command c = command_of(kind == VOTE_UNANIMOUS ? CMD_VOTE_UNANIMOUS : CMD_VOTE_OPEN);

	c.arg.vote_open.kind = kind;
	c.arg.vote_open.motion = motion;
	if (kind == VOTE_SECRET && ballot_public_rule(desk_session(d)))
		secret_open(d);
	else if (kind == VOTE_ROLL_CALL)
		voting_roll_call(d);
	else
		(void)desk_act(d, &c);
}

static bool kind_chosen(struct desk *d, int digit)
{
	int64_t motion = d->over.number;

	desk_close_overlay(d);
	put_to_vote(d, digit - 1, motion);
	return false;
}

/* What the step line proposes, else a vote by name: Enter in the panel never is unanimity. */
static int proposed_kind(struct desk *d)
{
	struct step step = step_next(register_world(d->r), &d->frame);
	int kind = step.command.arg.vote_open.kind;

	return step.command.type == CMD_VOTE_OPEN && kind != VOTE_UNANIMOUS
		       ? kind
		       : (int)ballot_usual_kind(desk_session(d), motion_shown(d));
}

void item_choose_kind(struct desk *d)
{
	int proposed = proposed_kind(d);
	struct overlay *o;

	if (!desk_offered(d, CMD_VOTE_OPEN))
		return;
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Put to the vote"));
	for (int i = 0; vote_kind_names[i].name; i++) {
		struct message label = name_label(vote_kind_names, i);

		if (i == VOTE_SECRET && motion_shown(d) && proposed != VOTE_SECRET)
			continue;
		if (desk_session(d)->rules.weights && (i == VOTE_HANDS || i == VOTE_SECRET))
			overlay_choice_off(o, i + 1, label, TEXT("votes are weighed"));
		else
			overlay_choice(o, i + 1, label);
		if (i == proposed)
			o->panel.focus = o->panel.choices_n - 1;
	}
	o->number = motion_shown(d) ? motion_shown(d)->is.motion : 0;
	o->chosen = kind_chosen;
}

static void open_anew(struct desk *d)
{
	put_to_vote(d, d->question.then_kind, d->question.then_of);
}

/* The opening is taken back, which only works while nothing is marked, and the vote opened anew. */
static bool other_kind_chosen(struct desk *d, int digit)
{
	struct command c = command_of(CMD_CORRECTION_MAKE);
	int64_t motion = open_vote(d)->motion;

	c.arg.correction_make.event = open_vote(d)->n_opened;
	c.arg.correction_make.reason =
		format_plain(reasons_for(REASONS_OTHER_KIND).at, desk_record_lang(d), &d->frame);
	desk_close_overlay(d);
	d->question.then_of = motion;
	d->question.then_kind = digit - 1;
	desk_act_then(d, &c, open_anew);
	return false;
}

static void other_kind(struct desk *d)
{
	const struct vote *vote = open_vote(d);
	struct overlay *o;

	if (!vote) {
		item_choose_kind(d);
		return;
	}
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Another kind of vote"));
	overlay_line(o, TEXT("The opening is taken back and the vote opened anew; both stay in the "
			     "record."));
	for (int i = 0; vote_kind_names[i].name; i++) {
		struct message label = name_label(vote_kind_names, i);

		if (i == (int)vote->kind)
			overlay_choice_off(o, i + 1, label, TEXT("this is the one that is open"));
		else if (i != VOTE_SECRET || !vote->motion || !ballot_public_rule(desk_session(d)))
			overlay_choice(o, i + 1, label);
	}
	o->panel.confirm = true;
	o->chosen = other_kind_chosen;
}

/* Of the motion that is shown, else of the item as a whole. */
void item_unanimous(struct desk *d)
{
	struct command c = command_of(CMD_VOTE_UNANIMOUS);

	if (motion_shown(d))
		c.arg.vote_unanimous.motion = motion_shown(d)->is.motion;
	if (!desk_offered(d, CMD_VOTE_UNANIMOUS))
		return;
	(void)desk_act(d, &c);
}

bool item_is_election(const struct desk *d)
{
	const struct item *item = item_shown(d);

	return item && item->is.kind == ITEM_ELECTION;
}

/* --- the menu --- */

static void act_postpone(struct desk *d)
{
	panel_put_off(d, CMD_ITEM_POSTPONE, item_shown(d) ? item_shown(d)->is.item : 0);
}

static void act_withdraw(struct desk *d)
{
	panel_put_off(d, CMD_ITEM_WITHDRAW, item_shown(d) ? item_shown(d)->is.item : 0);
}

static void act_note(struct desk *d)
{
	(void)desk_act_plain(d, CMD_ITEM_NOTE);
}

static bool came_chosen(struct desk *d, int digit)
{
	desk_close_overlay(d);
	if (digit == 2)
		item_choose_kind(d);
	else if (desk_act_plain(d, digit == 1 ? CMD_ITEM_NOTE : CMD_ITEM_CLOSE))
		d->step_ms = desk_now_ms();
	return false;
}

void panel_what_came(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("What came of this item?"));

	overlay_line(o, describe_item(s, s->open_item));
	overlay_choice(o, 1, TEXT("the assembly took note"));
	overlay_choice(o, 2, TEXT("it is put to the vote…"));
	overlay_choice(o, 3, TEXT("nothing was to be decided"));
	o->chosen = came_chosen;
}

static void act_discussed(struct desk *d)
{
	(void)desk_act_plain(d, CMD_ITEM_DISCUSS);
}

static void act_write(struct desk *d)
{
	if (item_shown(d))
		minutes_write_item(d, item_shown(d)->is.item);
}

static void act_all_for(struct desk *d)
{
	const struct vote *vote = open_vote(d);

	if (vote && vote->kind == VOTE_HANDS)
		hands_all(d, vote);
	else if (vote && vote_by_name(vote))
		named_all(d, vote);
	else
		(void)desk_act_plain(d, CMD_VOTE_ALL); /* which says why not */
}

/* While a vote is open what is corrected is that vote, and no other. */
static struct action correct_open(const struct vote *vote)
{
	struct action a = {
		3, TEXT("correct a vote…"), BIND_NONE, CMD_VOTE_CAST, false, result_correct};

	if (vote_by_figures(vote)) {
		a.label = TEXT("correct the figures…");
		a.offered = vote->kind == VOTE_HANDS ? CMD_VOTE_COUNT : CMD_VOTE_BALLOTS;
	}
	return a;
}

static size_t election_actions(struct action *a)
{
	const struct action list[] = {
		{1, TEXT("open an election, its next round, decide a tie…"), BIND_VOTE,
			CMD_ELECTION_OPEN, true, election_next},
		{2, TEXT("put the office into the register…"), BIND_NONE, CMD_MEMBER_REGISTER,
			false, election_office},
		{3, TEXT("correct the counted round…"), BIND_NONE, CMD_ELECTION_CORRECT, false,
			election_correct},
		{4, TEXT("postpone…"), BIND_NONE, CMD_ITEM_POSTPONE, false, act_postpone},
		{5, TEXT("withdraw…"), BIND_NONE, CMD_ITEM_WITHDRAW, false, act_withdraw},
		{6, TEXT("void the election…"), BIND_NONE, CMD_ELECTION_VOID, false, election_void},
		{7, TEXT("write"), BIND_WRITE, CMD_TEXT_KEEP, false, act_write},
		{8, TEXT("a candidate withdraws…"), BIND_NONE, CMD_ELECTION_LEAVE, false,
			election_leave},
		{9, TEXT("suspend the sitting…"), BIND_NONE, CMD_SITTING_SUSPEND, false,
			panel_suspend},
	};

	return desk_fill_actions(a, list, ARRAY_LEN(list));
}

/* What the kind of the vote or its marks leave nothing to do for. */
struct message item_off(struct desk *d, const struct action *a)
{
	const struct vote *vote = item_vote_shown(d);
	bool open = vote && vote->state == VOTE_IS_OPEN;
	bool named = open && !vote_by_figures(vote);
	const struct item *item = item_shown(d);

	if (item && (a->run == act_postpone || a->run == act_withdraw))
		return put_off_off(d, a->offered, item->is.item);
	if (a->run == voting_missing && !named)
		return TEXT("No vote by name is open.");
	if (a->run == other_kind && open &&
		(vote->counted || (named && vote_missing(vote) < (int64_t)vote->voters.n)))
		return TEXT("Something is noted already: void the vote first.");
	return NO_MESSAGE;
}

void item_other_kind(struct desk *d)
{
	const struct action row = {.run = other_kind};
	struct message why = item_off(d, &row);

	if (why.id)
		desk_say(d, TONE_BAD, MSG("✗ {why}", A_MSG("why", &why)));
	else
		other_kind(d);
}

size_t item_actions(struct desk *d, struct action *a)
{
	const struct action item[] = {
		{1, TEXT("put to the vote…"), BIND_VOTE, CMD_VOTE_OPEN, false, item_choose_kind},
		{2, TEXT("unanimous"), BIND_UNANIMOUS, CMD_VOTE_UNANIMOUS, false, item_unanimous},
		{3, TEXT("take note without a vote"), BIND_NONE, CMD_ITEM_NOTE, false, act_note},
		{4, TEXT("postpone…"), BIND_NONE, CMD_ITEM_POSTPONE, false, act_postpone},
		{5, TEXT("withdraw…"), BIND_NONE, CMD_ITEM_WITHDRAW, false, act_withdraw},
		{6, TEXT("amendment, motion…"), BIND_NONE, CMD_MOTION_MOVE, false, form_motion},
		{7, TEXT("write"), BIND_WRITE, CMD_TEXT_KEEP, false, act_write},
		{8, TEXT("insert an urgent item…"), BIND_NONE, CMD_AGENDA_INSERT, false,
			form_insert_item},
		{9, TEXT("suspend the sitting…"), BIND_NONE, CMD_SITTING_SUSPEND, false,
			panel_suspend},
		{-1, TEXT("the discussion is closed"), BIND_NONE, CMD_ITEM_DISCUSS, false,
			act_discussed},
		{-1, TEXT("recused, readmitted…"), BIND_RECUSE, CMD_ATTENDANCE_RECUSE, false,
			presence_recuse},
	};
	const struct action vote[] = {
		{1, TEXT("all for"), BIND_ALL, CMD_VOTE_ALL, false, act_all_for},
		{2, TEXT("who is missing"), BIND_NONE, CMD_VOTE_CAST, false, voting_missing},
		{3, TEXT("correct a vote…"), BIND_NONE, CMD_VOTE_CORRECT, false, result_correct},
		{4, TEXT("void the vote…"), BIND_NONE, CMD_VOTE_VOID, false, result_void},
		{5, TEXT("recused, readmitted…"), BIND_RECUSE, CMD_ATTENDANCE_RECUSE, false,
			presence_recuse},
		{6, TEXT("proxies…"), BIND_NONE, CMD_PROXY_GIVE, false, presence_proxies},
		{7, TEXT("explanation of vote…"), BIND_NONE, CMD_VOTE_EXPLAIN, false,
			voting_explain},
		{8, TEXT("another kind of vote…"), BIND_VOTE, CMD_VOTE_OPEN, true, other_kind},
		{9, TEXT("what if these leave…"), BIND_WHAT_IF, CMD_ATTENDANCE_LEFT, true,
			presence_what_if},
		{-1, TEXT("suspend the sitting…"), BIND_NONE, CMD_SITTING_SUSPEND, false,
			panel_suspend},
	};
	const struct vote *shown = item_vote_shown(d);
	size_t n = 9; /* those with a digit */

	if (motion_shown(d)) {
		(void)desk_fill_actions(a, item, n);
		a[0].label = TEXT("put the motion to the vote…");
		a[4] = (struct action){5, TEXT("withdraw the motion…"), BIND_NONE,
			CMD_MOTION_WITHDRAW, false, motion_withdraw};
		return n;
	}
	if (!open_vote(d) && item_is_election(d))
		return election_actions(a);
	if (!shown)
		return desk_fill_actions(a, item, ARRAY_LEN(item));
	n = desk_fill_actions(a, vote, ARRAY_LEN(vote));
	if (open_vote(d))
		a[2] = correct_open(shown);
	else if (vote_by_figures(shown))
		a[2].label = TEXT("correct the figures…");
	return n;
}

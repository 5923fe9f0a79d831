/* Acts: the one way from the desk into the record, and what the desk does after one. */
#include "tui/desk.h"

#include "model/describe.h"
#include "model/grammar.h"
#include "model/question.h"
#include "tui/desk_clock.h"
#include "tui/desk_disk.h"
#include "tui/desk_parts.h"
#include "tui/prepare.h"
#include "tui/presence_forms.h"
#include "tui/registers.h"
#include "tui/secretary_forms.h"

#include <string.h>

bool desk_offers(struct desk *d, enum command_type type, struct message *why)
{
	struct decision o = offer(register_world(d->r), type, &d->frame);

	*why = o.why;
	/* What was voted is announced before anything else is put to the vote. */
	if (o.verdict == VERDICT_DONE && (type == CMD_VOTE_OPEN || type == CMD_VOTE_UNANIMOUS) &&
		session_unannounced(desk_session(d))) {
		*why = TEXT("The last result is not announced yet; on the screen of the item Enter "
			    "announces it.");
		return false;
	}
	if (o.verdict == VERDICT_DONE && d->read_only) {
		*why = TEXT("Somebody else holds the register; it is open here for reading only.");
		return false;
	}
	return o.verdict == VERDICT_DONE;
}

bool desk_offered(struct desk *d, enum command_type type)
{
	struct message why;

	if (desk_offers(d, type, &why))
		return true;
	desk_say(d, TONE_BAD, MSG("✗ {why}", A_MSG("why", &why)));
	return false;
}

/* Where to look after an act: what was just begun is what comes next. */
static void follow(struct desk *d, enum event_type type)
{
	static const struct {
		enum event_type type;
		enum screen screen;
	} table[] = {
		{EVENT_SITTING_OPENED, SCREEN_ATTENDANCE},
		{EVENT_SITTING_RESUMED, SCREEN_ATTENDANCE},
		{EVENT_QUORUM_RECORDED, SCREEN_AGENDA},
		{EVENT_ITEM_OPENED, SCREEN_ITEM},
		{EVENT_VOTE_OPENED, SCREEN_ITEM},
		{EVENT_MOTION_MOVED, SCREEN_ITEM},
		{EVENT_ELECTION_OPENED, SCREEN_ITEM},
		{EVENT_ITEM_POSTPONED, SCREEN_AGENDA},
		{EVENT_ITEM_WITHDRAWN, SCREEN_AGENDA},
		{EVENT_SESSION_CREATED, SCREEN_AGENDA},
		{EVENT_SITTING_CLOSED, SCREEN_CLOSING},
		{EVENT_CALL_FAILED, SCREEN_AGENDA},
	};

	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		if (table[i].type == type)
			desk_go(d, type == EVENT_QUORUM_RECORDED && desk_session(d)->open_item
					   ? SCREEN_ITEM
					   : table[i].screen);
	}
	if (type == EVENT_SITTING_CLOSED)
		closing_begin(d);
	if (type == EVENT_VOTE_CLOSED || type == EVENT_ELECTION_COUNTED)
		said_forget(d);
}

static void say_recorded(struct desk *d, const struct answer *answer)
{
	const struct session *s = desk_session(d);
	uint32_t n = answer->first + (uint32_t)answer->n - 1;
	struct message what;
	const struct event *e;

	if (!s || s->is.number != answer->session || n >= s->log.n) {
		desk_say(d, TONE_GOOD, TEXT("● Recorded in the chamber's register."));
		return;
	}
	e = &s->log.at[n];
	what = describe_event(s, e, &d->frame);
	desk_say(d, TONE_GOOD,
		MSG("{time} recorded no. {n}: {what}", A_TIME("time", e->at), A_DIGITS("n", n),
			A_MSG("what", message_keep(&d->frame, what))));
}

/* An unconfirmed rule or a doubt: the question, and the same command again that confirms it. */
static bool confirm_chosen(struct desk *d, int digit)
{
	struct command c;
	struct message why;
	struct str line = d->over.command;
	struct grammar_day day = {{0, 0, 0}, 0};
	void (*then)(struct desk * d) = d->over.then;
	struct arena a;
	bool parsed;

	if (digit != 1)
		return true;
	if (overlay_agree(d, d->over.asked))
		return false;
	arena_init(&a, &memory_source);
	line = arena_str(&a, line);
	parsed = grammar_parse(line, day, &c, &why, &a) == GRAMMAR_COMMAND;
	desk_close_overlay(d);
	if (parsed)
		desk_act_then(d, &c, then);
	arena_clear(&a);
	return false; /* closed already; the act may have opened another one */
}

/* What was answered with yes when the form was submitted before; and the panel that asks for the
 * reason of a secret ballot says itself that the rule is a public vote. */
static struct str yes_already(struct desk *d, const struct command *c, const struct answer *answer)
{
	struct str names = overlay_agreed(d, c->type);

	if (c->type == CMD_VOTE_OPEN && strcmp(answer->code, "public-rule") == 0)
		names = questions_with(names, answer->asks, &d->frame);
	return names;
}

/* What yes does; before the first sitting there is nothing the minutes would say. */
static struct message yes_words(const struct command *c, const struct answer *answer)
{
	if (strcmp(answer->code, "earlier") == 0)
		return TEXT("record it at the earlier time; the history shows it");
	return c->type == CMD_SESSION_DESCRIBE ? TEXT("yes, record it so")
					       : TEXT("do it; the minutes will say so");
}

static void ask_confirm(struct desk *d, const struct command *c, const struct answer *answer)
{
	struct command again = *c;
	struct overlay *o;
	struct str line;
	struct message question = message_copy(&d->frame, answer->why);

	again.confirm = questions_with(c->confirm, answer->asks, &d->frame);
	line = grammar_print(&again, &d->frame);
	o = overlay_question(d, TEXT("Please confirm"));
	o->asked = (struct agreed){c->type, arena_str(&o->arena, answer->asks)};
	o->command = arena_str(&o->arena, line);
	overlay_line(o, question);
	overlay_choice(o, 1, yes_words(c, answer));
	overlay_choice(o, 2, TEXT("leave it"));
	o->chosen = confirm_chosen;
}

/* What can break the quorum; a hand-over of the chair may stand before it. */
static bool takes_away(enum event_type type)
{
	return type == EVENT_MEMBER_LEFT || type == EVENT_MEMBER_CONNECTED ||
	       type == EVENT_MEMBER_RECUSED;
}

/* A departure that breaks the quorum rings once and asks. */
static void sound_alarms(struct desk *d, const struct answer *answer)
{
	const struct session *s = desk_session(d);
	const struct sitting *sitting = s ? session_sitting(s) : NULL;

	if (!sitting || s->phase != PHASE_SITTING)
		return;
	if (takes_away(answer->type[answer->n - 1]) && sitting->quorum_recorded &&
		!session_has_quorum(s) && !sitting->quorum_waived) {
		term_bell(d->term);
		panel_quorum(d);
	}
	if (answer->type[answer->n - 1] == EVENT_QUORUM_RECORDED && !session_has_quorum(s))
		panel_quorum(d);
}

void desk_ask_to_join(struct desk *d, const struct command *c)
{
	struct decision would;

	if (c->type != CMD_ATTENDANCE_PRESENT ||
		(d->over.kind != OVERLAY_NONE && d->over.kind != OVERLAY_PROMPT) ||
		!session_voting(desk_session(d)))
		return;
	would = desk_would(d, c);
	if (would.verdict == VERDICT_ASK)
		(void)desk_act(d, c);
	else if (would.verdict == VERDICT_REFUSED && strcmp(would.code, "is-here") != 0)
		desk_say(d, TONE_CAUTION,
			MSG("! The arrival is recorded. {why}",
				A_MSG("why", message_keep(&d->frame, would.why))));
}

/* C is recorded, as ANSWER has it. */
static void go_after(struct desk *d, const struct command *c, const struct answer *answer)
{
	d->acts++;
	d->acted = c ? c->type : CMD_COUNT;
	d->unsettled = true;
	for (size_t i = 0; i < answer->n; i++)
		follow(d, answer->type[i]);
	sound_alarms(d, answer);
}

struct decision desk_would(struct desk *d, const struct command *c)
{
	struct source source = register_source(d->r);
	const struct envelope env = {.now = source.now(source.context), .actor = STR("desk")};

	return decide(register_world(d->r), c, &env, &d->frame);
}

bool desk_act(struct desk *d, const struct command *c)
{
	struct error err = {.code = ERROR_NONE};
	struct answer answer;
	struct command timed;

	d->refused = NULL;
	if (d->read_only) {
		desk_say(d, TONE_BAD,
			TEXT("✗ Somebody else holds the register; it is open here for reading "
			     "only."));
		return false;
	}
	/* What the disk has to say of the last act comes before the next one. */
	if (d->disk.stuck) {
		if (!desk_disk_settle(d))
			(void)desk_disk_refuses(d);
		return false;
	}
	if (desk_clock_asks(d, c))
		return false;
	timed = floor_timed(d, c);
	if (register_act(d->r, &timed, STR("desk"), &answer, &d->frame, &err) < 0) {
		desk_act_failed(d, c, &err);
		return false;
	}
	if (answer.verdict == VERDICT_ASK) {
		struct command again = *c;

		again.confirm = questions_with(c->confirm, yes_already(d, c, &answer), &d->frame);
		if (again.confirm.n != c->confirm.n)
			return desk_act(d, &again);
		ask_confirm(d, c, &answer);
		return false;
	}
	if (answer.verdict == VERDICT_REFUSED) {
		d->refused = answer.code;
		if (strcmp(answer.code, "is-chair") == 0 && panel_chair(d, c))
			return false;
		if (secretary_asked(answer.code) && panel_secretary(d, c))
			return false;
		desk_say(d, TONE_BAD,
			MSG("✗ {why}", A_MSG("why", message_keep(&d->frame, answer.why))));
		return false;
	}
	say_recorded(d, &answer);
	go_after(d, c, &answer);
	desk_ask_to_join(d, c);
	return true;
}

/* An act that was not recorded at once: what comes after it waits for the disk, or the answer. */
static void then_later(struct desk *d, bool was_stuck, void (*then)(struct desk *d))
{
	if (d->disk.stuck && !was_stuck) {
		d->disk.then = then;
		d->disk.then_of = d->question.then_of;
	} else if (d->over.kind == OVERLAY_PANEL && d->over.command.n) {
		d->over.then = then;
	}
}

void desk_act_then(struct desk *d, const struct command *c, void (*then)(struct desk *d))
{
	bool was_stuck = d->disk.stuck;

	if (!desk_act(d, c))
		then_later(d, was_stuck, then);
	else if (then)
		then(d);
}

bool desk_form_act(struct desk *d, const struct command *c, void (*then)(struct desk *d))
{
	bool was_stuck = d->disk.stuck;

	if (!desk_act(d, c)) {
		then_later(d, was_stuck, then);
		return false;
	}
	/* A question of the quorum may have taken its place. */
	if (d->over.kind == OVERLAY_FORM)
		desk_close_overlay(d);
	if (then)
		then(d);
	return true;
}

void desk_recorded_after_all(struct desk *d, const struct answer *answer)
{
	const struct message *what;
	struct command c;

	say_recorded(d, answer);
	what = message_keep(&d->frame, d->line);
	desk_say(d, TONE_GOOD,
		MSG("● The disk answers again, and the act was recorded; go on. {what}",
			A_MSG("what", what)));
	go_after(d, desk_disk_command(d, &c, &d->frame) ? &c : NULL, answer);
	/* What it was typed into is closed first; and somebody may be typing something else by now.
	 */
	if (d->over.kind == OVERLAY_NONE || d->over.kind == OVERLAY_PANEL)
		desk_disk_then(d);
}

bool desk_act_plain(struct desk *d, enum command_type type)
{
	struct command c = command_of(type);

	return desk_act(d, &c);
}

/* PRESS is the key of an act of this screen that is not to be done now: says why. */
static bool says_why_not(struct desk *d, struct press press)
{
	const struct view *view = desk_view(d->screen);
	enum bind bind = keymap_find(press, d->keyboard, WHERE_SCREENS).bind;
	struct action actions[ACTIONS_MAX];
	size_t n = view->actions ? view->actions(d, actions) : 0;
	struct message why;

	for (size_t i = 0; bind != BIND_NONE && i < n; i++) {
		if (actions[i].bind == bind && !desk_action_on(d, &actions[i], &why)) {
			desk_say(d, TONE_CAUTION, MSG("✗ {why}", A_MSG("why", &why)));
			return true;
		}
	}
	return false;
}

/* Who presses another letter while votes are taken looks for a side, or for unanimity. */
static void say_useless(struct desk *d, struct press press)
{
	const struct session *s = desk_session(d);
	struct arg key = A_STR("key", key_face(press, &d->frame));

	if (s && session_open_vote(s) && desk_where(d) & (WHERE_VOTE | WHERE_HANDS) &&
		key_is_text(press))
		desk_say(d, TONE_CAUTION,
			MSG("✗ “{key}” is no vote: {all} all for · {for} for, {against} against, "
			    "{abstain} abstains, then the number.",
				key, A_STR("all", keymap_face(BIND_ALL, d->lang)),
				A_STR("for", keymap_face(BIND_FOR, d->lang)),
				A_STR("against", keymap_face(BIND_AGAINST, d->lang)),
				A_STR("abstain", keymap_face(BIND_ABSTAIN, d->lang))));
	else
		desk_say(d, TONE_CAUTION,
			MSG("✗ “{key}” does nothing here; Space shows what can be done.", key));
}

void desk_no_effect(struct desk *d, struct press press)
{
	if (!says_why_not(d, press))
		say_useless(d, press);
	d->line_refuses = true;
	d->entry.refused = key_digit(press) >= 0 ? d->said : 0;
}

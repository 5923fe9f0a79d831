/* The step line: what it says on each screen, and what Enter does with it. */
#include "tui/desk.h"

#include "tui/desk_parts.h"
#include "tui/prepare.h"
#include "tui/presence_forms.h"
#include "tui/registers.h"
#include "tui/secretary_forms.h"

#define WAYS_MAX 2
#define ROUND    10 /* cells of the line that stand around its words */

/* --- what else can be done, by which key --- */

/* The face of KEY where it means what the step is about: a letter means the row under the bar in a
 * list, and members in the attendance. Empty: not on this screen. */
static struct str face_here(struct desk *d, char key)
{
	struct press press = PRESS_CHAR_OF((uint32_t)key);
	struct str space[3] = {{NULL, 0}, STR(" "), {&key, 1}};
	struct action actions[ACTIONS_MAX];
	struct meaning meaning;
	size_t n;

	if (key_digit(press) < 0) {
		meaning = keymap_find(press, d->keyboard, desk_where(d));
		return (d->screen == SCREEN_ITEM || d->screen == SCREEN_BUDGET) && meaning.bind
			       ? keymap_face(meaning.bind, d->lang)
			       : STR("");
	}
	if (d->screen != SCREEN_AGENDA && d->screen != SCREEN_ITEM)
		return STR("");
	n = desk_view(d->screen)->actions(d, actions);
	space[0] = keymap_face(BIND_DO, d->lang);
	for (size_t i = 0; i < n; i++) {
		if (actions[i].digit == key_digit(press))
			return arena_join(&d->frame, space, ARRAY_LEN(space));
	}
	return STR("");
}

struct message desk_step_closing(struct desk *d)
{
	struct message what = desk_view(SCREEN_CLOSING)->step_line(d);

	return what.id ? MSG("On to the closing: {what}",
				 A_MSG("what", message_keep(&d->frame, what)))
		       : what;
}

struct message desk_step_ways(struct desk *d, struct message what, const struct step_way *ways)
{
	const struct message *found[WAYS_MAX], *step = message_keep(&d->frame, what);
	struct message all;
	size_t n = 0;

	for (; ways && ways->words && n < WAYS_MAX; ways++) {
		const struct message words = {.id = ways->words};
		struct str face = face_here(d, ways->key);

		if (face.n)
			found[n++] = message_keep(
				&d->frame, MSG("{key}: {what}", A_STR("key", face),
						   A_MSG("what", message_keep(&d->frame, words))));
	}
	if (n == 0)
		return what;
	all = n == 1 ? MSG("{what} ({way})", A_MSG("what", step), A_MSG("way", found[0]))
		     : MSG("{what} ({way}, {other})", A_MSG("what", step), A_MSG("way", found[0]),
			       A_MSG("other", found[1]));
	return canvas_say_width(d->canvas, all) + ROUND > canvas_cols(d->canvas) ? what : all;
}

/* --- what stands over the screen --- */

static struct message panel_step(const struct panel *p)
{
	const struct panel_choice *c = &p->choices[p->focus];

	if (p->choices_n == 0)
		return TEXT("Go back");
	if (c->reason.id)
		return TEXT("Nothing: this cannot be done now");
	if (panel_waits(p))
		return TEXT("Nothing yet: a digit comes first");
	if (panel_unread(p))
		return TEXT("See the rest first");
	return MSG("Take “{choice}”", A_MSG("choice", &c->label));
}

static struct message form_step(const struct overlay *o)
{
	const struct form *form = &o->form;
	const struct form_field *field = &form->fields[form->focus];

	if (form->n && field->kind == FORM_PROSE)
		return o->asks ? TEXT("A new line; F4 goes on") : TEXT("A new line; F4 records");
	if (form->n && field != form_last(form))
		return o->asks ? TEXT("Next field; F4 goes on") : TEXT("Next field; F4 records");
	return o->asks ? TEXT("Go on") : TEXT("Record");
}

/* Enter takes no half of a number. */
static struct message number_step(struct desk *d)
{
	struct str digits = desk_number_waits(d);

	if (digits.n == 0)
		return NO_MESSAGE;
	return MSG("The number {digits} is not complete: end it, or take it back (⌫)",
		A_STR("digits", digits));
}

/* Enter is its own as long as it is there: the step below is not promised meanwhile. */
static struct message over_step(struct desk *d)
{
	struct message number = number_step(d);

	if (d->help.open)
		return TEXT("Close the help");
	if (number.id)
		return number;
	switch (d->over.kind) {
	case OVERLAY_PANEL:
		return panel_step(&d->over.panel);
	case OVERLAY_FORM:
		return form_step(&d->over);
	case OVERLAY_PROMPT:
		return TEXT("Take what is typed");
	case OVERLAY_ROOM:
		return desk_room_step(d);
	case OVERLAY_NONE:
		break;
	}
	return NO_MESSAGE;
}

void desk_step_over(struct desk *d, struct frame *f)
{
	struct message own = over_step(d);

	f->step_here = own.id != NULL;
	if (f->step_here)
		f->step = own;
}

/* --- Enter --- */

/* The screen on which an act of TYPE is seen; SCREEN_COUNT: it is seen wherever one is. */
static enum screen home_of(const struct desk *d, enum command_type type)
{
	static const struct {
		enum command_type type;
		enum screen screen;
	} table[] = {
		{CMD_ATTENDANCE_ALL, SCREEN_ATTENDANCE},
		{CMD_ATTENDANCE_PRESENT, SCREEN_ATTENDANCE},
		{CMD_QUORUM_RECORD, SCREEN_ATTENDANCE},
		{CMD_CHAIR_CHANGE, SCREEN_ITEM},
		{CMD_ITEM_PRESENT, SCREEN_ITEM},
		{CMD_ITEM_DISCUSS, SCREEN_ITEM},
		{CMD_ITEM_NOTE, SCREEN_ITEM},
		{CMD_VOTE_CAST, SCREEN_ITEM},
		{CMD_VOTE_COUNT, SCREEN_ITEM},
		{CMD_VOTE_SIDE, SCREEN_ITEM},
		{CMD_VOTE_CLOSE, SCREEN_ITEM},
		{CMD_VOTE_ANNOUNCE, SCREEN_ITEM},
		{CMD_ELECTION_MARK, SCREEN_ITEM},
		{CMD_ELECTION_COUNT, SCREEN_ITEM},
		{CMD_ELECTION_ANNOUNCE, SCREEN_ITEM},
		{CMD_ITEM_POSTPONE, SCREEN_AGENDA},
		{CMD_FLOOR_GIVE, SCREEN_FLOOR},
		{CMD_FLOOR_END, SCREEN_FLOOR},
	};

	if (type == CMD_CHAIR_CHANGE && !desk_session(d)->open_item)
		return SCREEN_COUNT;
	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		if (table[i].type == type)
			return table[i].screen;
	}
	return SCREEN_COUNT;
}

/* What was just announced is of an item that is not the one at hand: the room shows it, and the
 * screen of the item does not. */
static bool told_of_another(const struct session *s)
{
	const struct event *e = &s->log.at[s->log.n - 1];
	int64_t item = e->type == EVENT_VOTE_ANNOUNCED ? e->body.vote_announced.vote.item : 0;

	return session_agenda_number(s, item) &&
	       item != (s->open_item ? s->open_item : s->last_item);
}

/* Nothing is done unseen: Enter leads to where its act stands. */
static void go_home(struct desk *d, enum command_type type)
{
	enum screen home = home_of(d, type);
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, s->open_item);

	if (home == SCREEN_COUNT || d->screen == home ||
		(type == CMD_VOTE_ANNOUNCE && told_of_another(s)))
		return;
	if (home == SCREEN_FLOOR && d->screen == SCREEN_ITEM)
		return;
	/* Chapters follow one another on the screen of the budget. */
	if (home == SCREEN_ITEM && d->screen == SCREEN_BUDGET && item &&
		item->is.kind == ITEM_BUDGET)
		return;
	desk_go(d, home);
}

/* Keys of the screen do it, not Enter. */
static void take_by_hand(struct desk *d, const struct step *step)
{
	go_home(d, step->command.type);
	desk_hint(d, MSG("! {what}", A_MSG("what", message_keep(&d->frame, step->what))));
}

static void step_taken(struct desk *d)
{
	d->step_ms = desk_now_ms();
	if ((int64_t)d->screen == d->question.then_of && d->over.kind == OVERLAY_NONE)
		go_home(d, d->acted);
}

bool desk_step_announces(struct desk *d)
{
	const struct view *view = desk_view(d->screen);
	struct step step = step_next(register_world(d->r), &d->frame);

	return (!view->step_line || !view->step_line(d).id) &&
	       (step.command.type == CMD_VOTE_ANNOUNCE ||
		       step.command.type == CMD_ELECTION_ANNOUNCE);
}

/* What the blue line says is done; what needs particulars opens its form. */
void desk_take_step(struct desk *d)
{
	struct step step = step_next(register_world(d->r), &d->frame);

	switch (step.kind) {
	case STEP_COMMAND:
		d->question.then_of = (int64_t)d->screen;
		desk_act_then(d, &step.command, step_taken);
		break;
	case STEP_FORM:
		if (step.command.type == CMD_SITTING_OPEN)
			form_open_sitting(d);
		else if (step.command.type == CMD_SITTING_CLOSE)
			form_close_sitting(d);
		else if (step.command.type == CMD_SESSION_DESCRIBE)
			prepare_describe(d);
		else if (step.command.type == CMD_ELECTION_OPEN)
			form_election(d);
		else if (step.command.type == CMD_ELECTION_COUNT)
			form_election_papers(d);
		else if (step.command.type == CMD_VOTE_BALLOTS)
			form_papers(d);
		else if (step.command.type == CMD_CALL_CONVENE)
			form_convene(d);
		else if (step.command.type == CMD_SESSION_CREATE)
			registers_new_session(d);
		else
			form_add_item(d);
		break;
	case STEP_CHOICE:
		if (step.command.type == CMD_QUORUM_CONTINUE)
			panel_quorum(d);
		else if (step.command.type == CMD_CALL_FAIL)
			panel_call_failed(d);
		else if (step.command.type == CMD_SECRETARY_CHANGE)
			panel_secretary_missing(d);
		else if (step.command.type == CMD_ELECTION_DECIDE)
			form_election_tie(d);
		else if (step.command.type == CMD_ITEM_NOTE)
			panel_what_came(d);
		else
			take_by_hand(d, &step);
		break;
	case STEP_ENTRY:
		take_by_hand(d, &step);
		break;
	case STEP_SIGN:
		desk_go(d, SCREEN_CLOSING);
		break;
	case STEP_NONE:
		if (desk_view(SCREEN_CLOSING)->step_line(d).id) {
			desk_go(d, SCREEN_CLOSING);
			(void)desk_view(SCREEN_CLOSING)->step(d);
			break;
		}
		desk_go(d, SCREEN_REGISTER);
		break;
	}
}

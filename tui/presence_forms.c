/* Panels of presence: who takes the chair, recusals, proxies, excuses, members from afar. */
#include "tui/presence_forms.h"

#include "locale/text.h"
#include "model/describe.h"
#include "model/grammar.h"
#include "model/presence.h"
#include "tui/desk_parts.h"
#include "tui/fields.h"
#include "tui/secretary_forms.h"

static const struct message *keep(struct desk *d, struct message m)
{
	return message_keep(&d->frame, m);
}

static struct numbers one_member(struct desk *d, int64_t number)
{
	int32_t *one = arena_take(&d->frame, sizeof *one);

	*one = (int32_t)number;
	return (struct numbers){one, 1};
}

/* The members in TEXT: numbers with anything between them; digits without a gap are cut by the
 * width of a number. */
struct numbers presence_numbers(struct desk *d, struct str text)
{
	struct str digits = text_western_digits(text, &d->frame);
	int width = desk_number_width(desk_session(d)), have = 0;
	int32_t *list = ARENA_ARRAY(&d->frame, int32_t, digits.n + 1);
	int32_t number = 0;
	size_t n = 0;

	for (size_t i = 0; i <= digits.n; i++) {
		bool is_digit = i < digits.n && digits.p[i] >= '0' && digits.p[i] <= '9';

		if (is_digit) {
			number = number * 10 + (digits.p[i] - '0');
			have++;
		}
		if (have && (!is_digit || have == width)) {
			if (session_seat(desk_session(d), number) &&
				!numbers_have((struct numbers){list, n}, number))
				list[n++] = number;
			number = 0;
			have = 0;
		}
	}
	return (struct numbers){list, n};
}

/* --- who takes the chair --- */

#define CHAIR_CHOICES 7

/* Where a command names who takes the chair; NULL: it never moves it. */
static int64_t *chair_of(struct command *c, struct numbers *leaving)
{
	if (c->type == CMD_ATTENDANCE_LEFT) {
		*leaving = c->arg.attendance_left.members;
		return &c->arg.attendance_left.chair;
	}
	if (c->type == CMD_ATTENDANCE_REMOTE) {
		*leaving = c->arg.attendance_remote.members;
		return &c->arg.attendance_remote.chair;
	}
	if (c->type == CMD_ATTENDANCE_ABSENT) {
		*leaving = c->arg.attendance_absent.members;
		return &c->arg.attendance_absent.chair;
	}
	if (c->type == CMD_ATTENDANCE_RECUSE) {
		*leaving = c->arg.attendance_recuse.members;
		return &c->arg.attendance_recuse.chair;
	}
	return NULL;
}

static bool chair_chosen(struct desk *d, int digit)
{
	const struct session *s = desk_session(d);
	struct grammar_day day = {{0, 0, 0}, 0};
	int64_t choices[CHAIR_CHOICES];
	void (*then)(struct desk * d) = d->over.then;
	struct numbers leaving;
	struct command c;
	struct message why;
	struct arena a;
	size_t n = 0;

	arena_init(&a, &memory_source);
	if (grammar_parse(arena_str(&a, d->over.command), day, &c, &why, &a) == GRAMMAR_COMMAND) {
		int64_t *chair = chair_of(&c, &leaving);

		n = session_chair_choices(s, s->open_item, leaving, choices, ARRAY_LEN(choices));
		desk_close_overlay(d);
		if (chair && digit >= 1 && (size_t)digit <= n) {
			*chair = choices[digit - 1];
			desk_act_then(d, &c, then ? then : attendance_roll_answered);
		}
	}
	arena_clear(&a);
	return false;
}

bool panel_chair(struct desk *d, const struct command *c)
{
	const struct session *s = desk_session(d);
	int64_t choices[CHAIR_CHOICES];
	struct command again = *c;
	struct numbers leaving;
	int64_t *chair = chair_of(&again, &leaving);
	struct overlay *o;
	struct str line;
	size_t n;

	if (!chair || *chair || s->open_vote.item)
		return false;
	n = session_chair_choices(s, s->open_item, leaving, choices, ARRAY_LEN(choices));
	if (n == 0)
		return false;
	line = arena_str(&d->frame, grammar_print(&again, &d->frame));
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Who takes the chair?"));
	o->opened_ms = desk_now_ms();
	o->command = arena_str(&o->arena, line);
	overlay_line(
		o, MSG("{who} is in the chair; both are recorded in one step.",
			   A_MSG("who", keep(d, describe_member(s, session_sitting(s)->chair)))));
	for (size_t i = 0; i < n; i++) {
		const struct member *m = &session_seat(s, choices[i])->member;

		overlay_choice(o, (int)i + 1,
			MSG("{who}, {office}", A_MSG("who", keep(d, describe_member(s, m->number))),
				A_MSG("office", keep(d, member_office(m)))));
	}
	o->panel.confirm = true;
	o->chosen = chair_chosen;
	return true;
}

/* --- recusals --- */

static void recuse_done(struct desk *d, struct str reason)
{
	struct command c = command_of(CMD_ATTENDANCE_RECUSE);

	c.arg.attendance_recuse.members = one_member(d, d->question.taking_part);
	c.arg.attendance_recuse.reason = reason;
	(void)desk_act(d, &c);
}

static bool readmit_chosen(struct desk *d, int digit)
{
	struct command c = command_of(CMD_ATTENDANCE_READMIT);

	desk_close_overlay(d);
	c.arg.attendance_readmit.members = one_member(d, d->question.taking_part);
	if (digit == 1)
		(void)desk_act(d, &c);
	return false;
}

static void ask_readmit(struct desk *d, const struct message *who)
{
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("Readmit to this item"));

	overlay_line(o, MSG("{who} is recused for this item.", A_MSG("who", who)));
	overlay_choice(o, 1, TEXT("takes part again"));
	o->panel.confirm = true;
	o->chosen = readmit_chosen;
}

static bool recused_typed(struct desk *d, struct str text)
{
	const struct session *s = desk_session(d);
	const struct message *who;
	int64_t n;

	if (!form_read_number(text_western_digits(text, &d->frame), &n) || !session_seat(s, n)) {
		desk_say(d, TONE_BAD, TEXT("✗ Type the member's number."));
		return false;
	}
	d->question.taking_part = n;
	who = keep(d, describe_member(s, n));
	desk_close_overlay(d);
	if (session_recused(s, s->open_item, n))
		ask_readmit(d, who);
	else
		desk_ask_reason(d, TEXT("Recused for this item"),
			MSG("{who} takes no part in the votes of {item}.", A_MSG("who", who),
				A_MSG("item", keep(d, describe_item(s, s->open_item)))),
			REASONS_RECUSED, recuse_done);
	if (d->over.kind == OVERLAY_PANEL && !session_recused(s, s->open_item, n))
		overlay_chair(&d->over,
			MSG("{who} leaves the room during this item.", A_MSG("who", who)));
	return false;
}

void presence_recuse(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct overlay *o;

	if (!desk_offered(d, CMD_ATTENDANCE_RECUSE))
		return;
	if (!s->open_item) {
		desk_say(d, TONE_BAD, TEXT("✗ No item is open: open one first."));
		return;
	}
	o = desk_overlay(d, OVERLAY_PROMPT, TEXT("Recused for this item"));
	o->prompt = prompt_open(TEXT("Recused, number:"), NULL, NULL);
	o->typed = recused_typed;
	o->digits = desk_number_width(s);
}

/* --- proxies --- */

static bool submit_proxy(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_PROXY_GIVE);

	(void)form_number(&f[0], &c.arg.proxy_give.from);
	if (!form_number(&f[1], &c.arg.proxy_give.to)) {
		c = command_of(CMD_PROXY_END); /* nobody holds it any more */
		(void)form_number(&f[0], &c.arg.proxy_end.from);
	}
	return fields_act(d, &c);
}

void presence_proxies(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct overlay *o;

	if (!desk_offered(d, CMD_PROXY_GIVE))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Proxies"));
	for (size_t i = 0; i < s->proxies.n; i++) {
		const struct proxy *p = &s->proxies.at[i];

		if (!p->n_end)
			overlay_line(
				o, MSG("{absent} by {holder}",
					   A_MSG("absent", keep(d, describe_member(s, p->from))),
					   A_MSG("holder", keep(d, describe_member(s, p->to)))));
	}
	if (s->rules.proxy_max == 0)
		overlay_line(
			o, TEXT("! The rules of this session allow no proxies: a proxy is asked "
				"about, and the minutes say that it goes against the rule."));
	overlay_line(o, TEXT("Without a second number the proxy ends."));
	o->fields[0] = fields_number(TEXT("absent member: no."), true);
	o->fields[1] = fields_number(TEXT("held by: no."), false);
	overlay_form_ready(o);
	o->submit = submit_proxy;
}

/* --- an excuse that was noted, and an absence after all --- */

static void absent_after_all(struct desk *d, bool refused, struct str reason)
{
	struct command c = command_of(CMD_ATTENDANCE_ABSENT);

	c.arg.attendance_absent.members = one_member(d, d->question.taking_part);
	c.arg.attendance_absent.refused = refused;
	c.arg.attendance_absent.reason = reason;
	(void)desk_act(d, &c);
}

static void refusal_done(struct desk *d, struct str reason)
{
	absent_after_all(d, true, reason);
}

static bool excuse_chosen(struct desk *d, int digit)
{
	const struct session *s = desk_session(d);

	if (digit == 2) {
		desk_ask_reason(d, TEXT("Why the excuse is not accepted"),
			describe_member(s, d->question.taking_part), REASONS_EXCUSE, refusal_done);
		return false;
	}
	desk_close_overlay(d);
	absent_after_all(d, false, STR(""));
	return false;
}

void panel_excuse(struct desk *d, int64_t number)
{
	const struct session *s = desk_session(d);
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("Absent, and an excuse was noted"));

	d->question.taking_part = number;
	overlay_line(o, MSG("{members}: absent with excuse",
				A_MSG("members", keep(d, describe_member(s, number)))));
	overlay_choice(o, 1, TEXT("it was a slip: absent without excuse"));
	overlay_choice(o, 2, TEXT("the excuse is not accepted, with the reason…"));
	o->chosen = excuse_chosen;
}

/* --- who is not on the list, or not in the room --- */

static bool remote_typed(struct desk *d, struct str text)
{
	struct numbers members = presence_numbers(d, text);
	struct command c = command_of(CMD_ATTENDANCE_REMOTE);

	if (members.n == 0) {
		desk_say(d, TONE_BAD, TEXT("✗ Type the member's number."));
		return false;
	}
	c.arg.attendance_remote.members = members;
	desk_close_overlay(d);
	(void)desk_act(d, &c);
	return false;
}

static bool others_chosen(struct desk *d, int digit)
{
	struct overlay *o;

	desk_close_overlay(d);
	if (digit == 2)
		form_add_member(d);
	else if (digit == 3)
		panel_ceremony(d);
	else if (digit == 4)
		panel_secretary_by_hand(d);
	if (digit != 1)
		return false;
	o = desk_overlay(d, OVERLAY_PROMPT, TEXT("Connected from afar"));
	o->prompt = prompt_open(TEXT("Connected from afar, number:"), NULL, NULL);
	o->typed = remote_typed;
	o->digits = desk_number_width(desk_session(d));
	return false;
}

void panel_others(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct message why;
	bool afar = desk_offers(d, CMD_ATTENDANCE_REMOTE, &why);
	struct overlay *o =
		desk_overlay(d, OVERLAY_PANEL, TEXT("From afar, missing from the list, ceremony"));

	overlay_line(o, s->rules.remote_counts_quorum
				? TEXT("Who attends from afar counts for the quorum.")
				: TEXT("Who attends from afar does not count for the quorum."));
	overlay_line(o, s->rules.remote_may_vote ? TEXT("Who attends from afar votes.")
						 : TEXT("Who attends from afar does not vote."));
	overlay_choice_off(o, 1, TEXT("members connected from afar…"), afar ? NO_MESSAGE : why);
	overlay_choice_off(o, 2, TEXT("a member missing from the list…"), afar ? NO_MESSAGE : why);
	overlay_choice(o, 3, TEXT("verses, anthem, telegram…"));
	overlay_choice_off(o, 4, TEXT("another secretary of the sitting…"),
		desk_offers(d, CMD_SECRETARY_CHANGE, &why) ? NO_MESSAGE : why);
	o->chosen = others_chosen;
}

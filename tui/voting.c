#include "tui/voting.h"

#include "locale/text.h"
#include "model/describe.h"
#include "model/roll.h"
#include "tui/correction.h"
#include "tui/fields.h"
#include "tui/item_parts.h"
#include "tui/typed_word.h"

#include <string.h>

/* --- the order of a roll call --- */

enum { ROLL_ORDER, ROLL_FIRST, ROLL_LETTER, ROLL_CHAIR };

static bool submit_roll_call(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_VOTE_OPEN);
	struct vote_open *o = &c.arg.vote_open;

	o->kind = VOTE_ROLL_CALL;
	o->order = (int)f[ROLL_ORDER].chosen;
	if (!form_number(&f[ROLL_FIRST], &o->first))
		o->first = 0;
	if (!fields_take(d, &f[ROLL_LETTER], &o->letter))
		return false;
	o->chair_last = f[ROLL_CHAIR].chosen == 1;
	return fields_act(d, &c);
}

void voting_roll_call(struct desk *d)
{
	static const struct name chair[] = {
		{"turn", N_("in the order of the others")}, {"last", N_("last")}, {NULL, NULL}};
	struct overlay *o;

	if (!desk_offered(d, CMD_VOTE_OPEN))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Vote by roll call"));
	overlay_line(o, TEXT("A seat or a letter only if it is drawn by lot; the minutes say how "
			     "the roll was called."));
	o->fields[ROLL_ORDER] = fields_choice(o, TEXT("order of the call"), calling_names);
	o->fields[ROLL_FIRST] = fields_number(TEXT("seat drawn to begin with"), false);
	o->fields[ROLL_LETTER] = fields_text(TEXT("letter drawn"), lang_direction(d->lang), false);
	o->fields[ROLL_CHAIR] = fields_choice(o, TEXT("the chair is called"), chair);
	overlay_form_ready(o);
	o->form.focus = ROLL_CHAIR; /* all is filled in: Enter opens the vote */
	o->submit = submit_roll_call;
}

/* --- who is missing --- */

#define SEEN_MISSING ((size_t)48) /* names; they still fit on a panel */

void voting_missing(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct vote *vote = session_open_vote(s);
	struct message *names;
	struct overlay *o;
	size_t n = 0;

	if (!vote || vote->kind == VOTE_HANDS) {
		desk_hint(d, TEXT("! No vote by name is open."));
		return;
	}
	names = ARENA_ARRAY(&d->frame, struct message, SEEN_MISSING);
	for (size_t i = 0; i < (vote->order.n ? vote->order.n : vote->voters.n); i++) {
		int64_t number = roll_at(vote, i);

		if (!vote_has(vote, number) || vote_mark(vote, number) != VALUE_NONE)
			continue;
		if (n < SEEN_MISSING)
			names[n] = describe_member(s, number);
		n++;
	}
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Who has not voted yet"));
	if (n == 0) {
		overlay_line(o, TEXT("Everybody has voted."));
	} else {
		overlay_line(o, MSGN("{n} vote is missing:", "{n} votes are missing:", (int64_t)n));
		/* So many names a line that each line still reads at a glance. */
		for (size_t at = 0; at < n && at < SEEN_MISSING; at += 8)
			overlay_line(o, MSG("{names}", A_LIST("names", names + at,
							       n - at < 8 ? n - at : 8)));
		if (n > SEEN_MISSING)
			overlay_line(o, TEXT("and others…"));
	}
	o->panel.footer = TEXT("Enter or Esc goes back to the vote");
}

/* --- explanations and reservations --- */

enum { EXPLAIN_KIND, EXPLAIN_MEMBER, EXPLAIN_LANG, EXPLAIN_TEXT };

static bool submit_explanation(struct desk *d)
{
	struct form_field *f = d->over.fields;
	struct command c = command_of(CMD_VOTE_EXPLAIN);
	struct vote_explain *x = &c.arg.vote_explain;
	const struct vote *vote = item_vote_shown(d);

	if (vote)
		x->vote = session_vote_named(desk_session(d), vote->id);
	x->kind = (int)f[EXPLAIN_KIND].chosen;
	(void)form_number(&f[EXPLAIN_MEMBER], &x->member);
	x->lang = f[EXPLAIN_LANG].chosen == 0 ? LANG_AR : LANG_FR;
	if (!fields_take(d, &f[EXPLAIN_TEXT], &x->content))
		return false;
	if (x->content.n == 0) {
		f[EXPLAIN_TEXT].problem = TEXT("Write what is to stand in the minutes.");
		d->over.form.focus = EXPLAIN_TEXT;
		return false;
	}
	return fields_act(d, &c);
}

void voting_explain(struct desk *d)
{
	static const struct name langs[] = {
		{"ar", N_("Arabic")}, {"fr", N_("French")}, {NULL, NULL}};
	enum lang lang = desk_record_lang(d);
	struct overlay *o;

	if (!desk_offered(d, CMD_VOTE_EXPLAIN))
		return;
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Explanation of vote, reservation"));
	overlay_line(o, TEXT("It stands under the vote in the minutes."));
	o->fields[EXPLAIN_KIND] = fields_choice(o, TEXT("kind"), statement_names);
	o->fields[EXPLAIN_MEMBER] = fields_number(TEXT("member no."), true);
	o->fields[EXPLAIN_LANG] = fields_choice(o, TEXT("language"), langs);
	o->fields[EXPLAIN_LANG].chosen = lang == LANG_AR ? 0 : 1;
	o->fields[EXPLAIN_TEXT] = fields_prose(TEXT("text"), lang_direction(lang), 5);
	overlay_form_ready(o);
	o->form.focus = EXPLAIN_MEMBER;
	o->submit = submit_explanation;
}

/* --- a block of items --- */

#define BLOCK_MOST 99

/* "2 3,5-7" as agenda numbers in NUMBERS; false: something else stands there. */
static bool read_block(struct str s, int32_t *numbers, size_t *n)
{
	int64_t from = 0;

	*n = 0;
	for (size_t i = 0; i < s.n;) {
		int64_t v = 0;

		if (s.p[i] == '-' && *n && !from) {
			from = numbers[*n - 1];
			i++;
			continue;
		}
		if (s.p[i] == ' ' || s.p[i] == ',') {
			i++;
			continue;
		}
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && v < 10000)
			v = v * 10 + (s.p[i++] - '0');
		for (int64_t k = from ? from + 1 : v; k <= v; k++) {
			if (*n == BLOCK_MOST)
				return false;
			numbers[(*n)++] = (int32_t)k;
		}
		from = 0;
	}
	return *n > 0 && !from;
}

static void block_voted(struct desk *d)
{
	d->step_ms = desk_now_ms();
	desk_go(d, SCREEN_ITEM);
}

static struct command block_command(struct desk *d, const int32_t *numbers, size_t n)
{
	struct command c = command_of(CMD_VOTE_BLOCK);

	c.arg.vote_block.items =
		(struct numbers){arena_copy(&d->frame, numbers, n * sizeof *numbers), n};
	return c;
}

static bool block_chosen(struct desk *d, int digit)
{
	int32_t numbers[BLOCK_MOST];
	struct command c;
	size_t n;

	(void)digit;
	if (!read_block(d->over.command, numbers, &n))
		return true;
	c = block_command(d, numbers, n);
	desk_close_overlay(d);
	desk_act_then(d, &c, block_voted);
	return false;
}

/* What would be refused is said where it can be mended, not once it was looked through. */
static bool block_refused(struct desk *d, const int32_t *numbers, size_t n)
{
	struct command c = block_command(d, numbers, n);
	struct decision would = desk_would(d, &c);

	if (would.verdict != VERDICT_REFUSED)
		return false;
	desk_say(d, TONE_BAD, MSG("✗ {why}", A_MSG("why", message_keep(&d->frame, would.why))));
	return true;
}

static bool block_typed(struct desk *d, struct str text)
{
	const struct session *s = desk_session(d);
	struct str typed = text_western_digits(text, &d->frame);
	struct overlay *o;
	int32_t numbers[BLOCK_MOST];
	size_t n;

	if (!read_block(typed, numbers, &n)) {
		desk_say(d, TONE_BAD,
			TEXT("✗ Type the numbers of the items, such as 2 3 5 or 2-5."));
		return false;
	}
	if (block_refused(d, numbers, n))
		return false;
	o = desk_overlay(d, OVERLAY_PANEL, TEXT("Unanimous, all in one vote"));
	o->command = arena_str(&o->arena, typed);
	for (size_t i = 0; i < n; i++)
		overlay_line(o, describe_item(s, session_agenda_key(s, numbers[i])));
	overlay_choice(o, 1,
		MSGN("record {n} decision, adopted unanimously",
			"record {n} decisions, all adopted unanimously", (int64_t)n));
	o->panel.confirm = true;
	o->panel.footer = TEXT("a digit, then Enter · Esc leaves it as it is");
	o->chosen = block_chosen;
	return false;
}

void voting_block(struct desk *d)
{
	struct overlay *o;

	if (!desk_offered(d, CMD_VOTE_BLOCK))
		return;
	o = desk_overlay(d, OVERLAY_PROMPT, TEXT("Unanimous block"));
	o->prompt = prompt_open(TEXT("Items (2 3 5, or 2-5):"), NULL, NULL);
	o->typed = block_typed;
}

/* --- a correction that turns the result round --- */

static bool result_typed(struct desk *d, struct str text)
{
	static const char *const words[][5] = {
		{"rejected", "rejeté", "rejete", "مرفوض", "رفض"},
		{"adopted", "adopté", "adopte", "مصادق", "صودق"},
	};
	struct command c = d->question.mend;
	bool to = d->question.mend_adopts;

	if (!typed_word(text, words[to], ARRAY_LEN(words[to]), d->keyboard, &d->frame)) {
		desk_hint(
			d, to ? TEXT("! Type the word ADOPTED, or Esc leaves the vote as it is.")
			      : TEXT("! Type the word REJECTED, or Esc leaves the vote as it is."));
		return false;
	}
	desk_close_overlay(d);
	(void)desk_act(d, &c);
	return false;
}

/* Nothing is asked about a correction that would be refused: the refusal is said at once. */
bool voting_correct(struct desk *d, const struct vote *vote, const struct command *c)
{
	const struct vote_correct *arg = &c->arg.vote_correct;
	const struct decision would = desk_would(d, c);
	enum outcome outcome;
	struct overlay *o;

	if (would.verdict != VERDICT_DONE || arg->reason.n >= sizeof d->question.mend_reason)
		return fields_act(d, c);
	outcome = (enum outcome)would.event[0].body.vote_corrected.outcome;
	if (outcome_adopted(outcome) == outcome_adopted(vote->outcome))
		return fields_act(d, c);
	memcpy(d->question.mend_reason, arg->reason.p, arg->reason.n);
	d->question.mend = *c;
	d->question.mend.arg.vote_correct.reason =
		(struct str){d->question.mend_reason, arg->reason.n};
	d->question.mend_adopts = outcome_adopted(outcome);
	o = desk_overlay(d, OVERLAY_PROMPT,
		arg->member ? MSG("The result changes: {who}",
				      A_MSG("who", message_keep(&d->frame,
							   describe_member(
								   desk_session(d), arg->member))))
			    : TEXT("The result changes"));
	overlay_say(d, TONE_CAUTION,
		MSG("! The result changes from “{before}” to “{after}”.",
			A_MSG("before", message_keep(&d->frame, describe_outcome(vote->outcome))),
			A_MSG("after", message_keep(&d->frame, describe_outcome(outcome)))));
	o->prompt = prompt_open(
		d->question.mend_adopts ? TEXT("Type ADOPTED:") : TEXT("Type REJECTED:"), NULL,
		NULL);
	o->typed = result_typed;
	correction_show(o);
	return false;
}

/* --- voiding what the room was told --- */

static bool void_typed(struct desk *d, struct str text)
{
	static const char *const words[] = {"void", "nul", "ملغى", "ملغي"};
	struct command c = d->question.mend;

	if (!typed_word(text, words, ARRAY_LEN(words), d->keyboard, &d->frame)) {
		desk_hint(d, TEXT("! Type the word VOID, or Esc leaves the result as it is."));
		return false;
	}
	desk_close_overlay(d);
	(void)desk_act(d, &c);
	return false;
}

void voting_void(struct desk *d, const struct command *c, bool announced)
{
	struct str reason = c->arg.vote_void.reason; /* of an election the same */
	struct overlay *o;

	if (!announced || desk_would(d, c).verdict != VERDICT_DONE ||
		reason.n >= sizeof d->question.mend_reason) {
		(void)desk_act(d, c);
		return;
	}
	memcpy(d->question.mend_reason, reason.p, reason.n);
	d->question.mend = *c;
	d->question.mend.arg.vote_void.reason = (struct str){d->question.mend_reason, reason.n};
	o = desk_overlay(d, OVERLAY_PROMPT, TEXT("A result that was announced no longer counts"));
	overlay_say(d, TONE_CAUTION,
		TEXT("! This result was announced. Voided, it no longer counts, and the room is "
		     "told so."));
	o->prompt = prompt_open(TEXT("Type VOID:"), NULL, NULL);
	o->typed = void_typed;
}

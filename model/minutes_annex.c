/* Annexes: the decisions at a glance, acts taken back, votes by name, rules used. */
#include "model/minutes_part.h"

#include "model/describe.h"
#include "model/motion.h"
#include "model/rules_applied.h"

/* --- decisions --- */

/* The elections that gave somebody a post, by the acts that ended them: LIST[n] is that of act n.
 */
static const struct election **elections(const struct minutes *m, size_t *n)
{
	const struct election **list = ARENA_ARRAY(m->a, const struct election *, m->s->log.n + 1);

	*n = 0;
	for (size_t i = 0; i < m->s->agenda.n; i++) {
		const struct item *item = session_item(m->s, m->s->agenda.at[i]);

		for (size_t k = 0; k < item->elections.n; k++) {
			const struct election *e = &item->elections.at[k];

			if (e->state != ELECTION_IS_OVER || !e->elected)
				continue;
			list[e->n_ended] = e;
			++*n;
		}
	}
	return list;
}

static void decision_row(
	const struct minutes *m, struct node *table, const struct vote *vote, int64_t number)
{
	struct node *row = minutes_row(m, table);

	minutes_acts(row, vote->n_closed, vote->n_closed);
	minutes_vote_mended(m, row, vote);
	minutes_cell(m, row, NODE_START, MSG("No. {number}", A_DIGITS("number", number)));
	minutes_cell(m, row, NODE_START,
		vote->motion
			? describe_motion_voted(m->s, session_motion(m->s, vote->motion), m->a)
			: MSG(minutes_whole,
				  A_BOTH("it", item_title(session_item(m->s, vote->id.item)))));
	minutes_cell(m, row, NODE_START, describe_outcome(vote->outcome));
}

/* The assembly decided this too, under no number of its own. */
static void election_row(const struct minutes *m, struct node *table, const struct election *e)
{
	struct node *row = minutes_row(m, table);

	minutes_acts(row, e->n_ended, e->n_ended);
	minutes_cell(m, row, NODE_START, TEXT(CTX("kind", "election")));
	minutes_cell(m, row, NODE_START,
		MSG("{item}: {post}", A_BOTH("item", item_title(session_item(m->s, e->id.item))),
			A_MSG("post", minutes_keep(m, election_post(&e->is, m->a)))));
	minutes_cell(m, row, NODE_START,
		MSG("Elected: {who}", A_MSG("who", minutes_keep(m, election_candidate(m->s, e,
									   e->elected, m->a)))));
}

void minutes_decisions(const struct minutes *m, struct node *parent)
{
	static const char *const header[] = {
		N_("Decision"), N_("Item of the agenda"), N_("Result")};
	static const int widths[] = {16, 50, 34};
	size_t all, elected, done = 0;
	const struct vote **votes = session_decisions(m->s, &all, m->a);
	const struct election **ended = elections(m, &elected);
	struct node *section, *table;

	if (!all && !elected)
		return;
	section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	minutes_heading(m, section, 1, TEXT("List of decisions"));
	table = minutes_table(m, section, 3, widths, header);
	for (size_t n = 0; n < m->s->log.n; n++) {
		if (ended[n])
			election_row(m, table, ended[n]);
		/* One act decides all the items of a block. */
		for (; done < all && votes[done]->n_closed <= n; done++)
			decision_row(m, table, votes[done], (int64_t)done + 1);
	}
}

/* --- acts taken back --- */

/* What CORRECTION takes back, also where it counts again in between. */
static const struct event *taken_back(const struct session *s, const struct event *correction)
{
	const struct event *e = correction;

	while (e->type == EVENT_ACT_CORRECTED)
		e = &s->log.at[e->body.act_corrected.act];
	return e;
}

/* What is marked or counted of a vote or a round, and what ends it. */
static bool is_taken_down(enum event_type type, enum event_type *end)
{
	*end = type == EVENT_ELECTION_MARKED ? EVENT_ELECTION_COUNTED : EVENT_VOTE_CLOSED;
	return type == EVENT_VOTE_MARKED || type == EVENT_VOTE_ALL_MARKED ||
	       type == EVENT_VOTE_COUNTED || type == EVENT_VOTE_SIDED ||
	       type == EVENT_BALLOT_COUNTED || type == EVENT_ELECTION_MARKED;
}

/* A slip mended while its vote was open was told to nobody: the journal keeps it, the minutes have
 * the votes as they were given and say how many slips there were. */
static bool was_a_slip(const struct session *s, const struct event *correction)
{
	const struct event *slip = taken_back(s, correction);
	/* Every body of a vote or an election begins with which one it is. */
	struct vote_id of = slip->body.vote_announced.vote;
	enum event_type end;

	if (!is_taken_down(slip->type, &end))
		return false;
	for (size_t i = slip->n; i < correction->n; i++) {
		const struct event *e = &s->log.at[i];

		if (e->type == end && e->body.vote_announced.vote.item == of.item &&
			e->body.vote_announced.vote.n == of.n)
			return false;
	}
	return true;
}

/* Marks, counts and closings do not say themselves of which vote they are. */
static struct message correction_words(const struct minutes *m, const struct event *correction)
{
	const struct event *e = taken_back(m->s, correction);
	struct vote_id of = e->body.vote_announced.vote;
	const struct message *what = minutes_keep(m, describe_event(m->s, correction, m->a));
	enum event_type end;

	if (!is_taken_down(e->type, &end) && e->type != EVENT_VOTE_CLOSED)
		return MSG(
			"At {time}, {what}.", A_TIME("time", correction->at), A_MSG("what", what));
	if (end == EVENT_ELECTION_COUNTED) /* its item only: a vote may have the same number */
		of.n = 0;
	return MSG("At {time}, {item}: {what}.", A_TIME("time", correction->at),
		A_MSG("item", minutes_keep(m, describe_vote_matter(m->s, of, m->a))),
		A_MSG("what", what));
}

static int64_t slips(const struct minutes *m)
{
	int64_t n = 0;

	for (size_t i = 0; i < m->s->log.n; i++) {
		const struct event *e = &m->s->log.at[i];

		/* What makes a mark count again, or not again, takes no further one back. */
		n += e->type == EVENT_ACT_CORRECTED && !m->s->struck.at[i] &&
		     m->s->log.at[e->body.act_corrected.act].type != EVENT_ACT_CORRECTED &&
		     was_a_slip(m->s, e);
	}
	return n;
}

static struct node *corrections(const struct minutes *m, struct node *parent)
{
	struct node *section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);

	minutes_heading(m, section, 1, TEXT("Annex: acts taken back"));
	return section;
}

void minutes_corrections(const struct minutes *m, struct node *parent)
{
	struct node *section = NULL, *list = NULL;
	int64_t unlisted = slips(m);

	for (size_t i = 0; i < m->s->log.n; i++) {
		const struct event *e = &m->s->log.at[i];

		if (e->type != EVENT_ACT_CORRECTED || m->s->struck.at[i] || was_a_slip(m->s, e))
			continue;
		if (!section) {
			section = corrections(m, parent);
			list = node_add(m->a, section, NODE_LIST, NO_MESSAGE);
		}
		minutes_acts(
			node_add(m->a, list, NODE_LIST_ITEM, correction_words(m, e)), e->n, e->n);
	}
	if (unlisted)
		minutes_text(m, section ? section : corrections(m, parent),
			MSG("Taken back while the vote was still open, before any result: {n}. "
			    "These acts are in the journal and not in this list.",
				A_INT("n", unlisted)));
}

/* --- votes by name --- */

#define ROLL_VOTES 5 /* side by side in one table */

static bool is_roll(const struct vote *vote)
{
	return vote_by_name(vote) && vote->state == VOTE_IS_CLOSED;
}

/* The named votes that count, in the order of the agenda. Owner: the arena. */
static const struct vote **rolls(const struct minutes *m, size_t *n)
{
	const struct vote **list;
	size_t most = 0;

	for (size_t i = 0; i < session_holders(m->s); i++)
		most += session_holder(m->s, i)->votes.n;
	list = ARENA_ARRAY(m->a, const struct vote *, most + 1);
	*n = 0;
	for (size_t i = 0; i < m->s->agenda.n + m->s->own.n; i++) {
		const struct item *item =
			i < m->s->own.n ? &m->s->own.at[i]
					: session_item(m->s, m->s->agenda.at[i - m->s->own.n]);

		for (size_t k = 0; k < item->votes.n; k++) {
			if (is_roll(&item->votes.at[k]))
				list[(*n)++] = &item->votes.at[k];
		}
	}
	return list;
}

static struct message ballot(const struct minutes *m, const struct vote *vote, int64_t member)
{
	long at = vote_place(vote, member);
	struct message value;

	/* A dash for who was not in the room. */
	if (at < 0)
		return MSG(minutes_whole, A_STR("it", STR("\u2013")));
	value = name_label(vote_value_names, (int)vote->marks[at]);
	if (vote->rule.weighed)
		value = MSG("{value} ×{n}", A_MSG("value", minutes_keep(m, value)),
			A_INT("n", vote->weights[at]));
	return minutes_through(m, value, member, vote->holders[at], vote->n_closed);
}

static bool is_in(const struct vote *const *votes, size_t n, int64_t member)
{
	for (size_t i = 0; i < n; i++) {
		if (vote_has(votes[i], member))
			return true;
	}
	return false;
}

static struct message column(const struct minutes *m, const struct vote *vote)
{
	const struct motion *motion = session_motion(m->s, vote->motion);

	if (motion && motion_is_chapter(vote->motion))
		return motion->is.line.n ? MSG("Chapter {code}", A_STR("code", motion->is.line))
					 : TEXT("Revenue");
	if (vote->motion > MOTION_AGENDA_BASE)
		return TEXT("Agenda");
	if (motion && motion_amends((enum motion_kind)motion->is.kind))
		return MSG("Amendment no. {n}", A_DIGITS("n", vote->motion));
	if (motion && motion->is.kind == MOTION_PROPOSAL)
		return MSG("Proposal no. {n}", A_DIGITS("n", vote->motion));
	if (vote->motion)
		return MSG("Motion No. {n}", A_DIGITS("n", vote->motion));
	return MSG("Item {number:digits}",
		A_ORDINAL("number", session_agenda_number(m->s, vote->id.item)));
}

static void roll(
	const struct minutes *m, struct node *parent, const struct vote *const *votes, size_t n)
{
	static const int widths[] = {8, 36, 14, 14, 14, 14, 14};
	struct node *table = node_add(m->a, parent, NODE_TABLE, NO_MESSAGE);
	struct node *row = minutes_row(m, table);

	table->columns = 2 + (int)n;
	table->widths = widths;
	row->header = true;
	minutes_cell(m, row, NODE_START, TEXT("No."));
	minutes_cell(m, row, NODE_START, TEXT("Full name"));
	for (size_t i = 0; i < n; i++)
		minutes_cell(m, row, NODE_START, column(m, votes[i]));
	for (size_t i = 0; i < m->s->seats.n; i++) {
		const struct member *member = &m->s->seats.at[i].member;

		if (!is_in(votes, n, member->number))
			continue;
		row = minutes_row(m, table);
		minutes_cell(m, row, NODE_CENTRE, MSG(minutes_whole, A_SEAT("it", member->number)));
		minutes_cell(
			m, row, NODE_START, MSG(minutes_whole, A_BOTH("it", member_name(member))));
		for (size_t k = 0; k < n; k++)
			minutes_cell(m, row, NODE_START, ballot(m, votes[k], member->number));
	}
}

void minutes_rolls(const struct minutes *m, struct node *parent)
{
	size_t n;
	const struct vote **votes = rolls(m, &n);
	struct node *section;

	if (n == 0)
		return;
	section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	minutes_heading(m, section, 1, TEXT("Annex: votes by name"));
	for (size_t from = 0; from < n; from += ROLL_VOTES)
		roll(m, section, votes + from, n - from < ROLL_VOTES ? n - from : ROLL_VOTES);
}

/* --- rules --- */

struct message minutes_rules_named(const struct minutes *m, struct str keys)
{
	struct message *list = ARENA_ARRAY(m->a, struct message, keys.n + 1);
	size_t n = 0, from = 0;

	for (size_t i = 0; i <= keys.n; i++) {
		struct str name = {keys.p + from, i - from};
		struct message rule = NO_MESSAGE;
		enum rule_key key;

		if (i < keys.n && keys.p[i] != ' ')
			continue;
		from = i + 1;
		if (name.n == 0)
			continue;
		if (rule_key_parse(name, &key))
			rule = rules_named(&m->s->rules, key, m->a);
		list[n++] = rule.id ? rule : MSG(minutes_whole, A_STR("it", name));
	}
	return n ? MSG(minutes_whole, A_LIST("it", list, n)) : NO_MESSAGE;
}

void minutes_warnings(const struct minutes *m, struct node *parent, int64_t call)
{
	for (size_t i = 0; i < m->s->sittings.n; i++) {
		if (!call || m->s->sittings.at[i].call == call)
			minutes_asked_sitting(m, parent, &m->s->sittings.at[i]);
	}
}

/* The rule, with the days between which it holds when it says them. */
static struct message dated(const struct minutes *m, const struct rule_text *rule)
{
	struct message words = rule_words(rule, m->a);

	if (rule->from.year)
		words = MSG("{rule} (from {day})", A_MSG("rule", minutes_keep(m, words)),
			A_DAY("day", rule->from));
	if (rule->to.year)
		words = MSG("{rule} (to {day})", A_MSG("rule", minutes_keep(m, words)),
			A_DAY("day", rule->to));
	return words;
}

/* What nobody has set and was applied all the same. */
static void by_default(const struct minutes *m, struct node *table)
{
	for (int i = 0; i < RULE_COUNT; i++) {
		struct rule_text rule;
		struct node *row;

		if (!rules_applied_by_default(m->s, (enum rule_key)i, &rule, m->a))
			continue;
		row = minutes_row(m, table);
		minutes_cell(m, row, NODE_START, rule_words(&rule, m->a));
		minutes_cell(m, row, NODE_START, TEXT("not set: applied by default"));
		minutes_cell(m, row, NODE_START, NO_MESSAGE);
	}
}

static bool any_unconfirmed(const struct list *rules)
{
	for (size_t i = 0; i < rules->n; i++) {
		if (!rule_confirmed((const struct rule_text *)rules->at + i))
			return true;
	}
	return false;
}

void minutes_rules(const struct minutes *m, struct node *parent)
{
	static const char *const header[] = {N_("Rule"), N_("Certainty"), N_("Source")};
	static const int widths[] = {56, 26, 18};
	const struct session_opened *o = &m->s->opening;
	const struct list *rules = &o->rules;
	struct message profile =
		rules_profile_words(o->profile, (struct both){o->title_ar, o->title_fr});
	struct node *section, *table;

	if (rules->n == 0)
		return;
	section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	minutes_heading(m, section, 1, TEXT("Annex: rules used"));
	minutes_text(m, section,
		MSG("The session ran under the rules of profile {profile}, as frozen when it was "
		    "opened.",
			A_MSG("profile", minutes_keep(m, profile))));
	table = minutes_table(m, section, 3, widths, header);
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule_text *rule = (const struct rule_text *)rules->at + i;
		struct node *row = minutes_row(m, table);

		minutes_cell(m, row, NODE_START, dated(m, rule));
		minutes_cell(m, row, NODE_START, rule_certainty_words(rule));
		minutes_cell(m, row, NODE_START, rule_source(rule->source));
	}
	by_default(m, table);
	if (any_unconfirmed(rules))
		minutes_note(m, section,
			TEXT("* A rule that is not confirmed: it was applied as practice, and is "
			     "to "
			     "be confirmed by the chamber or its supervisory authority."));
	minutes_warnings(m, section, 0);
}

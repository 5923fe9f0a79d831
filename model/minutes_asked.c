/* What was asked before something was opened, and answered with yes: what stood against it, what
 * was asked, and under which rules. An act has the keys of those rules; what each of them was asked
 * about follows from the key. */
#include "model/minutes_part.h"

#include <string.h>

/* What may stand against an opening. */
static const struct {
	enum rule_key key;
	const char *what;
} facts[] = {
	{RULE_ACCOUNT_CHAIR,
		N_("The president had a part in the vote on the president’s own account")},
	{RULE_DISMISSAL_SHARE,
		N_("The request for this dismissal had fewer signers than are needed")},
	{RULE_DISMISSAL_MAJORITY,
		N_("No rule said by which majority a dismissal is voted, and the one of every "
		   "decision was taken")},
	{RULE_BUDGET_MODE,
		N_("The budget was put to the vote as a whole and not chapter by chapter")},
	{RULE_VOTE_MODE, N_("The vote was not of the kind that the rule has")},
	{RULE_AGENDA_VOTE, N_("The agenda had not been adopted by a vote")},
	{RULE_ELECTION_BALLOT, N_("The candidates did not stand in the way the rule has")},
	{RULE_NOTICE_DAYS, N_("The notices had gone out later than expected")},
	{RULE_NOTICE_WORKING, N_("The notices had gone out later than expected")},
	{RULE_NOTICE_DOCUMENTS, N_("Notices had gone out without the documents")},
	{RULE_ORDINARY_DAYS, N_("The session had lasted longer than it may")},
	{RULE_ORDINARY_EXTENSION, N_("The days of the session were over and it was prolonged")},
	{RULE_ORDINARY_MONTHS, N_("The session was not in one of the months of the rule")},
	{RULE_MINUTES_WRITER, N_("The secretary of the sitting was not the rapporteur")},
	{RULE_LATE_ARRIVAL, N_("Had arrived after the vote was opened")},
	{RULE_REMOTE_VOTE, N_("Followed the vote from afar")},
};

/* One opening that was asked about. */
struct asked {
	struct str keys;             /* of rules, with blanks between */
	const char *frame;           /* {what}, what was asked, {rules}, and one more … */
	struct arg more;             /* … or not */
	const struct sitting *first; /* it is the opening of the session; else NULL */
	struct node *(*put)(const struct minutes *m, struct node *parent, struct message text);
};

static struct str next_key(struct str keys, size_t *at)
{
	size_t start = *at, end = start;

	while (end < keys.n && keys.p[end] != ' ')
		end++;
	*at = end + 1;
	return (struct str){keys.p + start, end - start};
}

/* KEY, which ends before REST, stands for a rule that was not in force when the session was opened.
 * It does so behind what else was asked about the same rule. */
static bool is_dated(const struct minutes *m, const struct asked *q, enum rule_key key, size_t rest)
{
	const struct rule_text *rule = m->s->rules.text[key];

	if (!q->first || !rule || rule_in_force(rule, instant_date(q->first->opened)))
		return false;
	while (rest < q->keys.n) {
		if (str_is(next_key(q->keys, &rest), rule_key_name(key)))
			return false;
	}
	return true;
}

static const char *what_of(
	const struct minutes *m, const struct asked *q, struct str name, size_t rest)
{
	enum rule_key key;

	if (!rule_key_parse(name, &key))
		return N_("A rule spoke against it");
	if (is_dated(m, q, key, rest))
		return N_("Rules of the session were not in force on that day");
	/* Which of them came and which were afar is not in the act. */
	if ((key == RULE_LATE_ARRIVAL || key == RULE_REMOTE_VOTE) && name.n < q->keys.n)
		return N_("Had arrived after the vote was opened, or followed it from afar");
	for (size_t i = 0; i < ARRAY_LEN(facts); i++) {
		if (facts[i].key == key)
			return facts[i].what;
	}
	return N_("A rule spoke against it");
}

/* The keys of Q that were asked about as WHAT. */
static struct str keys_of(const struct minutes *m, const struct asked *q, const char *what)
{
	struct builder b;

	builder_init(&b, m->a);
	for (size_t at = 0; at < q->keys.n;) {
		struct str name = next_key(q->keys, &at);

		if (!name.n || strcmp(what_of(m, q, name, at), what) != 0)
			continue;
		if (b.n)
			builder_add_char(&b, ' ');
		builder_add(&b, name);
	}
	return builder_str(&b);
}

static bool told_before(
	const struct minutes *m, const struct asked *q, const char *what, size_t end)
{
	for (size_t at = 0; at < end;) {
		struct str name = next_key(q->keys, &at);

		if (name.n && strcmp(what_of(m, q, name, at), what) == 0)
			return true;
	}
	return false;
}

/* One sentence for each thing that was asked about, with all the rules behind it. */
static void tell(const struct minutes *m, struct node *parent, const struct asked *q)
{
	for (size_t at = 0; at < q->keys.n;) {
		size_t start = at;
		struct str name = next_key(q->keys, &at);
		const char *what = what_of(m, q, name, at);

		if (!name.n || told_before(m, q, what, start))
			continue;
		q->put(m, parent,
			MSG(q->frame, A_MSG("what", minutes_keep(m, (struct message){.id = what})),
				A_MSG("rules", minutes_keep(m, minutes_rules_named(
								       m, keys_of(m, q, what)))),
				q->more));
	}
}

/* --- the quorum --- */

static bool is_quorum(struct str name)
{
	return str_is(name, rule_key_name(RULE_QUORUM_CALLS)) ||
	       str_is(name, rule_key_name(RULE_QUORUM_THRESHOLD));
}

/* It was not asked about each vote: what was decided once holds until the quorum is there again. */
static void without_quorum(
	const struct minutes *m, struct node *parent, struct str name, uint32_t n_opened)
{
	struct arg rules = A_MSG("rules", minutes_keep(m, minutes_rules_named(m, name)));

	for (size_t i = m->s->quorums.n; i-- > 0;) {
		const struct quorum_act *q = &m->s->quorums.at[i];

		if (!q->lost || q->n >= n_opened)
			continue;
		minutes_text(m, parent,
			MSG("The quorum was not there when the vote was opened; that the assembly "
			    "goes on without it was recorded at {time}. In view of: {rules}.",
				A_TIME("time", q->at), rules));
		return;
	}
	minutes_text(m, parent,
		MSG("The quorum was not there when the vote was opened. In view of: {rules}.",
			rules));
}

/* --- what is opened --- */

void minutes_asked_vote(
	const struct minutes *m, struct node *parent, struct str keys, uint32_t n_opened)
{
	struct builder others;

	builder_init(&others, m->a);
	for (size_t at = 0; at < keys.n;) {
		struct str name = next_key(keys, &at);

		if (is_quorum(name)) {
			without_quorum(m, parent, name, n_opened);
			continue;
		}
		builder_add(&others, name);
		builder_add_char(&others, ' ');
	}
	tell(m, parent,
		&(struct asked){.put = minutes_text,
			.keys = builder_str(&others),
			.frame = N_("{what}; it was asked whether to open the vote all the same, "
				    "and answered with yes. In view of: {rules}.")});
}

void minutes_asked_item(const struct minutes *m, struct node *parent, struct str keys)
{
	tell(m, parent,
		&(struct asked){.put = minutes_text,
			.keys = keys,
			.frame = N_("{what}; it was asked whether to take the item all the same, "
				    "and answered with yes. In view of: {rules}.")});
}

void minutes_asked_sitting(
	const struct minutes *m, struct node *parent, const struct sitting *sitting)
{
	tell(m, parent,
		&(struct asked){.put = minutes_note,
			.keys = sitting->is.warned,
			.frame = N_("{what}; it was asked whether to open sitting {sitting} all "
				    "the same, and answered with yes. In view of: {rules}."),
			.more = A_INT("sitting", sitting->is.sitting),
			.first = sitting->is.sitting == 1 ? sitting : NULL});
}

/* --- who came to what was open --- */

/* E lets members come to a vote over a rule: who, and *RULES. */
static struct numbers joined_over(const struct event *e, struct str *rules)
{
	static const struct numbers nobody = {NULL, 0};
	struct numbers who = nobody;

	*rules = STR("");
	if (e->type == EVENT_VOTE_JOINED) {
		who = e->body.vote_joined.members;
		*rules = e->body.vote_joined.warned;
	} else if (e->type == EVENT_ELECTION_JOINED) {
		who = e->body.election_joined.members;
		*rules = e->body.election_joined.warned;
	}
	return rules->n ? who : nobody;
}

void minutes_joined(const struct minutes *m, struct node *block, uint32_t from, uint32_t to)
{
	uint32_t end = to ? to : (uint32_t)m->s->log.n;

	for (uint32_t n = from; n < end; n++) {
		struct str rules;
		struct numbers who = joined_over(&m->s->log.at[n], &rules);

		/* the act that was taken back did nothing */
		if (!who.n || m->s->struck.at[n])
			continue;
		tell(m, block,
			&(struct asked){.put = minutes_text,
				.keys = rules,
				.frame = N_("{what}: {members}; it was asked whether to let them "
					    "vote all the same, and answered with yes. In view "
					    "of: {rules}."),
				.more = A_MSG("members",
					minutes_keep(m, describe_members(m->s, who, m->a)))});
	}
}

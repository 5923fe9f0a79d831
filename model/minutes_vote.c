/* A vote in the minutes: figures, reason, names, corrections, and the words of the decision. */
#include "model/ballot.h"
#include "model/minutes_part.h"

#include "model/motion.h"

/* --- the formula --- */

static const struct message *point(
	const struct session *s, const struct item *item, struct arena *a)
{
	int64_t number = session_agenda_number(s, item->is.item);
	struct both title = item_title(item);

	if (number == 0)
		return message_keep(a, MSG("the item “{title}”", A_BOTH("title", title)));
	return message_keep(a, MSG("item {number:digits} of the agenda: {title}",
				       A_ORDINAL("number", number), A_BOTH("title", title)));
}

/* An amendment of its words, lines or amounts was adopted before the item itself was voted. */
static bool amended(const struct session *s, const struct item *item, const struct vote *vote)
{
	for (size_t i = 0; i < s->motions.n; i++) {
		const struct motion *motion = &s->motions.at[i];
		const struct vote *before = motion_vote(s, motion);

		if (motion->is.item == item->is.item && before && motion_amends(motion->is.kind) &&
			motion_state(s, motion) == MOTION_IS_ADOPTED &&
			before->n_closed < vote->n_opened)
			return true;
	}
	return false;
}

/* What the assembly decided on: the item, in the wording or the amounts that were voted. */
static const struct message *point_voted(
	const struct session *s, const struct item *item, const struct vote *vote, struct arena *a)
{
	int64_t number = session_agenda_number(s, item->is.item);
	struct arg title = A_BOTH("title", item_title(item));

	if (!amended(s, item, vote))
		return point(s, item, a);
	if (number == 0)
		return message_keep(a, MSG("the item “{title}” as amended", title));
	return message_keep(a, MSG("item {number:digits} of the agenda, as amended: {title}",
				       A_ORDINAL("number", number), title));
}

static struct message withdrawn(const struct session *s, const struct item *item)
{
	int64_t number = session_agenda_number(s, item->is.item);
	struct arg title = A_BOTH("title", item_title(item));
	struct arg n = A_ORDINAL("number", number), reason = A_REASON("reason", item->reason);

	if (number == 0)
		return item->reason.n
			       ? MSG("The item “{title}” was withdrawn from the agenda. "
				     "Reason: {reason}.",
					 title, reason)
			       : MSG("The item “{title}” was withdrawn from the agenda.", title);
	return item->reason.n
		       ? MSG("Item {number:digits}, “{title}”, was withdrawn from the agenda. "
			     "Reason: {reason}.",
				 n, title, reason)
		       : MSG("Item {number:digits}, “{title}”, was withdrawn from the agenda.", n,
				 title);
}

static struct message points(const struct session *s, struct numbers keys, struct arena *a)
{
	struct message *list = ARENA_ARRAY(a, struct message, keys.n);

	for (size_t i = 0; i < keys.n; i++)
		list[i] = *point(s, session_item(s, keys.at[i]), a);
	return MSG("{it}", A_LIST("it", list, keys.n));
}

/* Voters are known by their papers where the vote was secret. */
static struct message majority(const struct vote_rule *rule, bool secret)
{
	if (rule->at_least)
		return MSG("the required majority of at least {num} out of {den}",
			A_INT("num", rule->num), A_INT("den", rule->den));
	if (rule->num != 1 || rule->den != 2)
		return MSG("the required majority of more than {num} out of {den}",
			A_INT("num", rule->num), A_INT("den", rule->den));
	switch (rule->base) {
	case BASE_VOTERS:
		return secret ? TEXT("the absolute majority of the papers found")
			      : TEXT("the absolute majority of the voters");
	case BASE_EXPRESSED:
		return TEXT("the absolute majority of the votes cast");
	case BASE_PRESENT:
		return rule->represented
			       ? TEXT("the absolute majority of the members present or represented")
			       : TEXT("the absolute majority of the members present");
	case BASE_IN_OFFICE:
		return TEXT("the absolute majority of the members in office");
	case BASE_ENTITLED:
		return TEXT("the absolute majority of the members present and entitled to vote");
	case BASE_FIXED:
		return MSGN("more than half of {n}, the number the rule names",
			"more than half of {n}, the number the rule names", rule->fixed);
	}
	return NO_MESSAGE;
}

static struct message vote_formula(
	const struct session *s, const struct item *item, const struct vote *vote, struct arena *a)
{
	const struct motion *motion = session_motion(s, vote->motion);
	struct arg it = A_MSG("item", motion ? message_keep(a, describe_motion_voted(s, motion, a))
					     : point_voted(s, item, vote, a));
	struct arg how = A_MSG("figures", message_keep(a, ballot_figures(vote, vote->ballots, a)));

	switch (vote->outcome) {
	case OUTCOME_UNANIMOUS:
		return MSG("The general assembly unanimously approved {item}.", it);
	case OUTCOME_UNOPPOSED:
		if (vote->kind == VOTE_SECRET)
			return MSG("The general assembly approved without opposition ({figures}) "
				   "{item}.",
				how, it);
		return MSGN_WITH("The general assembly approved without opposition, with {n} "
				 "abstention, {item}.",
			"The general assembly approved without opposition, with {n} abstentions, "
			"{item}.",
			vote->ballots.abstain, it);
	case OUTCOME_ADOPTED:
		return MSG("The general assembly approved by {majority} ({figures}) {item}.",
			A_MSG("majority",
				message_keep(a, majority(&vote->rule, vote->kind == VOTE_SECRET))),
			how, it);
	case OUTCOME_ADOPTED_SIDE:
		return MSG("The votes being equal ({figures}), the side the chair voted with "
			   "prevailing, the general assembly approved {item}.",
			how, it);
	case OUTCOME_REJECTED:
		return MSG("After the vote ({figures}), the general assembly did not approve "
			   "{item}.",
			how, it);
	case OUTCOME_REJECTED_SIDE:
		return MSG("The votes being equal ({figures}), the side the chair voted with "
			   "prevailing, the general assembly did not approve {item}.",
			how, it);
	case OUTCOME_TIE_NO_SIDE:
		return MSG("The votes being equal ({figures}) and the chair having no side, the "
			   "general assembly did not approve {item}.",
			how, it);
	case OUTCOME_NO_VOTERS:
		return MSG("Nobody having voted, the general assembly did not approve {item}.", it);
	case OUTCOME_TIE_AGAIN:
		return MSG("The votes being equal ({figures}), a second vote is to decide on "
			   "{item}.",
			how, it);
	}
	return NO_MESSAGE;
}

static bool quorum_ended_it(const struct session *s)
{
	const struct sitting *sitting = session_sitting(s);

	return sitting && sitting->n_closed && sitting->cause == CLOSED_NO_QUORUM;
}

struct message minutes_formula(
	const struct session *s, const struct item *item, const struct vote *vote, struct arena *a)
{
	struct arg it = A_MSG("item", point(s, item, a));
	struct arg reason = A_REASON("reason", item->reason);

	if (vote)
		return vote_formula(s, item, vote, a);
	if (item->state == ITEM_IS_POSTPONED && item->postponed_to)
		return minutes_postponed(item, it, a);
	if (item->state == ITEM_IS_POSTPONED)
		return item->reason.n ? MSG("Consideration was postponed of {item}. Reason: "
					    "{reason}.",
						it, reason)
				      : MSG("Consideration was postponed of {item}.", it);
	if (item->state == ITEM_IS_WITHDRAWN)
		return withdrawn(s, item);
	if (item->noted)
		return MSG("The general assembly took note of {item}.", it);
	if (item->state != ITEM_IS_WAITING)
		return MSG("The general assembly examined, without a decision, {item}.", it);
	if (quorum_ended_it(s))
		return MSG(
			"For want of a quorum the general assembly did not consider {item}.", it);
	return MSG("The general assembly did not consider {item}.", it);
}

/* --- the figures --- */

static struct message reason(const struct minutes *m, const struct vote *vote)
{
	struct tally t = vote_tally_with(vote, vote->ballots, vote->side);
	const struct item *item = session_item(m->s, vote->id.item);
	int kind = item && !vote->motion ? item->is.kind : -1;
	struct message article = rules_article_signed(&m->s->rules, t.tie, kind, m->a);

	t.needed = vote->needed;
	t.outcome = vote->outcome;
	if (vote->kind == VOTE_SECRET)
		return vote_rests_on(
			ballot_reason(vote->ballots, t, vote->rule, m->a), article, m->a);
	return vote_reason(vote->ballots, t, vote->rule, article, m->a);
}

static struct message title(const struct vote *vote)
{
	int64_t n = (int64_t)vote->voters.n;
	struct arg time = A_TIME("time", vote->closed);

	switch (vote->kind) {
	case VOTE_UNANIMOUS:
		return MSGN_WITH("Public vote at {time}; {n} member entitled to vote",
			"Public vote at {time}; {n} members entitled to vote", n, time);
	case VOTE_HANDS:
		return MSGN_WITH("Public vote by show of hands, closed at {time}; {n} member "
				 "entitled to vote",
			"Public vote by show of hands, closed at {time}; {n} members entitled to "
			"vote",
			n, time);
	case VOTE_ROLL_CALL:
		return MSGN_WITH(
			"Public vote by roll call, closed at {time}; {n} member entitled to vote",
			"Public vote by roll call, closed at {time}; {n} members entitled to vote",
			n, time);
	case VOTE_NAMED:
		return MSGN_WITH(
			"Public vote by name, closed at {time}; {n} member entitled to vote",
			"Public vote by name, closed at {time}; {n} members entitled to vote", n,
			time);
	case VOTE_SECRET:
		return MSGN_WITH("Secret ballot, closed at {time}; {n} member entitled to vote",
			"Secret ballot, closed at {time}; {n} members entitled to vote", n, time);
	}
	return NO_MESSAGE;
}

/* How a roll was called is part of what the assembly can check. */
static void calling(const struct minutes *m, struct node *block, const struct vote *vote)
{
	const struct vote_opened *o = &m->s->log.at[vote->n_opened].body.vote_opened;

	if (vote->kind != VOTE_ROLL_CALL)
		return;
	if (o->letter.n)
		minutes_text(m, block,
			MSG("The members were called by name, from the letter {letter} on, which "
			    "was drawn by lot.",
				A_STR("letter", o->letter)));
	else if (o->first)
		minutes_text(m, block,
			o->calling == CALLED_BY_NAME
				? MSG("The members were called by name, beginning with {member}, "
				      "drawn by lot.",
					  A_MSG("member",
						  minutes_keep(m, describe_member(m->s, o->first))))
				: MSG("The members were called by number, beginning with {member}, "
				      "drawn by lot.",
					  A_MSG("member", minutes_keep(m, describe_member(m->s,
										  o->first)))));
	else
		minutes_text(m, block,
			o->calling == CALLED_BY_NAME
				? TEXT("The members were called in the order of their names.")
				: TEXT("The members were called in the order of their numbers."));
	if (o->chair_last)
		minutes_text(m, block, TEXT("The chair was called last."));
}

static void names(const struct minutes *m, struct node *block, const struct vote *vote)
{
	int64_t n;
	struct message list;

	if (!vote_by_name(vote))
		return;
	list = minutes_names(m, vote, VALUE_AGAINST, &n);
	if (n)
		minutes_text(m, block,
			MSG("Voted against: {members}.", A_MSG("members", minutes_keep(m, list))));
	list = minutes_names(m, vote, VALUE_ABSTAIN, &n);
	if (n)
		minutes_text(m, block,
			MSGN_WITH("Abstained: {members}.", "Abstained: {members}.", n,
				A_MSG("members", minutes_keep(m, list))));
}

static bool own_account(const struct session *s, const struct vote *vote)
{
	const struct item *item = session_item(s, vote->id.item);
	const struct seat *chair = session_seat(s, vote->chair);

	return item && item->is.kind == ITEM_ACCOUNT && !vote->motion && chair &&
	       chair->member.office == OFFICE_PRESIDENT;
}

/* That it was opened over the warning of a rule is part of the record. */
static void warning(const struct minutes *m, struct node *block, const struct vote *vote)
{
	const struct event *opened = &m->s->log.at[vote->n_opened];

	minutes_joined(m, block, vote->n_opened, vote->n_closed);
	minutes_asked_vote(m, block, opened->body.vote_opened.warned, vote->n_opened);
	if (own_account(m->s, vote))
		minutes_text(m, block,
			TEXT("The account is the president's own, who was in the chair for this "
			     "vote."));
	if (opened->body.vote_opened.bare.n)
		minutes_text(m, block,
			MSG("When the vote was opened, nothing but the title was registered of "
			    "{items}.",
				A_MSG("items",
					minutes_keep(m, points(m->s, opened->body.vote_opened.bare,
								m->a)))));
	if (!m->s->rules.abstention && vote->state == VOTE_IS_CLOSED && vote->ballots.abstain &&
		vote->kind != VOTE_SECRET)
		minutes_text(m, block,
			TEXT("Abstentions were counted although the rules of the session know "
			     "none."));
}

/* Where the two readings of "voters" lead apart, the record says so. */
static void other_reading(const struct minutes *m, struct node *block, const struct vote *vote)
{
	struct message other = ballot_base_decides(vote, m->a);

	if (other.id)
		minutes_text(m, block,
			MSG("The base of the majority decides here: {reading}.",
				A_MSG("reading", minutes_keep(m, other))));
}

/* How the papers of a secret ballot add up, and why it was secret. */
static void papers(const struct minutes *m, struct node *block, const struct vote *vote)
{
	const struct papers *p = &vote->papers;
	int64_t missing = p->issued - p->found;

	if (vote->kind != VOTE_SECRET)
		return;
	minutes_text(m, block,
		MSG("Papers issued: {issued}; found in the box: {found}; blank: {blank}; void: "
		    "{void}.",
			A_INT("issued", p->issued), A_INT("found", p->found),
			A_INT("blank", p->blank), A_INT("void", p->spoiled)));
	if (missing)
		minutes_text(m, block,
			MSGN("{n} paper issued was not found in the box.",
				"{n} papers issued were not found in the box.", missing));
	if (p->note.n)
		minutes_text(
			m, block, MSG("Remark on the papers: {note}.", A_STR("note", p->note)));
	if (!ballot_public_rule(m->s) && !vote->secret_reason.n)
		return; /* as the rule is */
	minutes_text(m, block,
		ballot_public_rule(m->s)
			? MSG("Votes are public by the rule; the ballot was secret as an "
			      "exception. Reason: {reason}.",
				  A_REASON("reason", vote->secret_reason))
			: MSG("Reason of the secret ballot: {reason}.",
				  A_REASON("reason", vote->secret_reason)));
}

void minutes_vote_mended(const struct minutes *m, struct node *n, const struct vote *vote)
{
	struct message *list = ARENA_ARRAY(m->a, struct message, vote->mends.n + 1);

	for (size_t i = 0; i < vote->mends.n; i++)
		list[i] = MSG(minutes_whole, A_DIGITS("it", vote->mends.at[i].n));
	if (vote->mends.n)
		n->mends = MSG(minutes_whole, A_LIST("it", list, vote->mends.n));
}

static void block(const struct minutes *m, struct node *parent, const struct vote *vote)
{
	struct ballots b = vote->ballots;
	int64_t voters = b.votes_for + b.against + b.abstain;
	int64_t took_part = vote->kind == VOTE_SECRET ? vote->papers.issued : voters;
	int64_t silent = vote_by_figures(vote) ? (int64_t)vote->voters.n - took_part : 0;
	struct node *n = node_add(m->a, parent, NODE_VOTE, title(vote));

	minutes_acts(n, vote->n_opened, vote->n_closed);
	minutes_vote_mended(m, n, vote);
	n->tally[0] = b.votes_for;
	n->tally[1] = b.against;
	n->tally[2] = b.abstain;
	minutes_text(m, n, TEXT(CTX("figures", "For")));
	minutes_text(m, n, TEXT(CTX("figures", "Against")));
	minutes_text(m, n,
		vote->kind == VOTE_SECRET
			? MSGN("Blank or void paper", "Blank or void papers", b.abstain)
			: MSGN("Abstention", "Abstentions", b.abstain));
	minutes_text(
		m, n, MSG("Reason: {reason}.", A_MSG("reason", minutes_keep(m, reason(m, vote)))));
	other_reading(m, n, vote);
	if (vote->rule.weighed)
		minutes_text(m, n,
			TEXT("The votes of the members are weighed: these figures are votes, not "
			     "persons."));
	if (vote->remainder)
		minutes_text(m, n,
			TEXT("Votes against and abstentions were counted; the votes for are the "
			     "rest of the voters."));
	if (silent)
		minutes_text(m, n,
			MSGN("{n} member present did not take part in the vote.",
				"{n} members present did not take part in the vote.", silent));
	calling(m, n, vote);
	names(m, n, vote);
	if (vote->kind != VOTE_SECRET)
		minutes_represented(m, n,
			&(struct represented){
				{vote->voters.at, vote->voters.n}, vote->holders, vote->n_closed});
	papers(m, n, vote);
	if (vote->block.n)
		minutes_text(m, n,
			MSG("One vote was taken on {items} together.",
				A_MSG("items",
					minutes_keep(m, describe_block(m->s, vote->block, m->a)))));
	warning(m, n, vote);
	minutes_closed_without(m, n, vote->n_opened, vote->n_closed);
}

/* --- explanations and reservations --- */

static void statements(const struct minutes *m, struct node *parent, const struct vote *vote)
{
	for (size_t i = 0; i < vote->statements.n; i++) {
		const struct statement *x = &vote->statements.at[i];
		struct arg who = A_MSG("member", minutes_keep(m, minutes_address(m, x->is.member)));
		struct both content = {x->is.content, x->is.content};
		struct node *n;

		if (x->is.lang == LANG_AR)
			content.fr = (struct str){0};
		else
			content.ar = (struct str){0};
		n = minutes_text(m, parent,
			x->is.kind == STATEMENT_RESERVATION
				? MSG("Reservation of {member}:", who)
				: MSG("Explanation of vote of {member}:", who));
		minutes_acts(n, x->n, x->n);
		minutes_prose(m, parent, content);
	}
}

/* --- corrections --- */

static struct message voter(const struct minutes *m, const struct vote *vote, int64_t member)
{
	long at = vote_place(vote, member);

	return minutes_through(m, describe_member(m->s, member), member,
		at < 0 ? 0 : vote->holders[at], vote->n_closed);
}

static void mend(const struct minutes *m, struct node *parent, const struct vote *vote, size_t i)
{
	const struct vote_mend *was = &vote->mends.at[i];
	bool last = i + 1 == vote->mends.n;
	struct ballots now = last ? vote->ballots : vote->mends.at[i + 1].before;
	enum outcome outcome = last ? vote->outcome : vote->mends.at[i + 1].outcome_before;
	const struct message *before =
		minutes_keep(m, describe_result(vote, was->outcome_before, was->before, m->a));
	const struct message *after = minutes_keep(m, describe_result(vote, outcome, now, m->a));
	struct node *n = minutes_note(m, parent,
		MSG("The result was corrected at {time}. Before: {before}. After: {after}.",
			A_TIME("time", was->at), A_MSG("before", before), A_MSG("after", after)));

	minutes_acts(n, was->n, was->n);
	if (vote->kind == VOTE_SECRET)
		minutes_note(m, parent,
			MSG("Before the correction: {papers}.",
				A_MSG("papers", minutes_keep(m, ballot_papers(was->before,
									was->papers_before)))));
	if (was->is.member)
		minutes_note(m, parent,
			MSG("Corrected vote of {member}: {after} instead of {before}.",
				A_MSG("member", minutes_keep(m, voter(m, vote, was->is.member))),
				A_MSG("after", minutes_keep(m, name_label(vote_value_names,
								       was->is.value))),
				A_MSG("before", minutes_keep(m, name_label(vote_value_names,
									(int)was->value_before)))));
	if (was->is.reason.n)
		minutes_note(m, parent,
			MSG("Reason of the correction: {reason}.",
				A_REASON("reason", was->is.reason)));
}

static void voided(const struct minutes *m, struct node *parent, const struct vote *vote)
{
	struct node *n;

	if (vote->n_closed)
		n = minutes_note(m, parent,
			MSG(vote->ever_announced
					? N_("A vote closed at {time} and announced was voided "
					     "({result}).")
					: N_("A vote closed at {time} was voided ({result})."),
				A_TIME("time", vote->closed),
				A_MSG("result", minutes_keep(m, describe_result(vote, vote->outcome,
									vote->ballots, m->a)))));
	else
		n = minutes_note(m, parent,
			MSG("A vote opened at {time} was voided before it was closed.",
				A_TIME("time", vote->opened)));
	minutes_acts(n, vote->n_opened, vote->n_closed);
	if (vote->void_reason.n)
		minutes_note(m, parent,
			MSG("Reason of voiding the vote: {reason}.",
				A_REASON("reason", vote->void_reason)));
}

/* --- the decision --- */

static void decision(const struct minutes *m, struct node *parent, const struct item *item,
	const struct vote *vote)
{
	int64_t number = session_decision_number(m->s, vote);
	struct node *n;

	n = node_add(m->a, parent, NODE_DECISION,
		number ? MSG("Decision No. {number}", A_DIGITS("number", number))
		: vote->outcome == OUTCOME_TIE_AGAIN ? TEXT("Not decided yet")
		: outcome_adopted(vote->outcome)     ? TEXT("Motion approved")
						     : TEXT("Not approved"));
	minutes_acts(n, vote->n_closed, vote->n_closed);
	minutes_vote_mended(m, n, vote);
	minutes_text(m, n, minutes_formula(m->s, item, vote, m->a));
	if (vote->outcome == OUTCOME_ADOPTED_SIDE || vote->outcome == OUTCOME_REJECTED_SIDE)
		minutes_note(m, parent,
			TEXT("This is a reading of the rule: when votes for and against are equal, "
			     "the side of the chair's own vote decides instead of the majority."));
	if (vote->outcome == OUTCOME_TIE_NO_SIDE || vote->outcome == OUTCOME_NO_VOTERS)
		minutes_note(m, parent,
			TEXT("No rule known to this record says more about this case; it is "
			     "pointed out here."));
}

void minutes_vote(const struct minutes *m, struct node *parent, const struct item *item,
	const struct vote *vote)
{
	if (vote->state == VOTE_IS_OPEN) {
		minutes_note(m, parent, TEXT("The vote is open."));
		return;
	}
	if (vote->state == VOTE_IS_VOID) {
		voided(m, parent, vote);
		return;
	}
	block(m, parent, vote);
	for (size_t i = 0; i < vote->mends.n; i++)
		mend(m, parent, vote, i);
	decision(m, parent, item, vote);
	statements(m, parent, vote);
}

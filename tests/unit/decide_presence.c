/* Deciding who takes part: the chair, recusals, proxies, remote members, excuses, and what all
 * that does to the quorum and to the bases of a vote. */
#include "tests/minuted.h"

#include "model/presence.h"
#include "model/secretary.h"

/* A sitting of MEMBERS under the profile with these rules changed or added: all present, quorum
 * recorded, item 1 opened and presented. */
static void item_under(struct assembly *t, int members, const struct rule_text *own, size_t own_n)
{
	assembly_session(t, members);
	assembly_rules(t, own, own_n);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1", "item.present item=1 member=2");
}

#define RULE(k, v)                                                                                 \
	{                                                                                          \
		.key = STR(k), .value = STR(v), .certainty = CERTAINTY_UNCONFIRMED                 \
	}
#define LAW(k, v)                                                                                  \
	{                                                                                          \
		.key = STR(k), .value = STR(v), .certainty = CERTAINTY_LAW,                        \
		.confirmed_by = STR("N. Kadiri")                                                   \
	}
#define under(t, members, ...)                                                                     \
	item_under((t), (members), (const struct rule_text[]){__VA_ARGS__},                        \
		sizeof((const struct rule_text[]){__VA_ARGS__}) / sizeof(struct rule_text))

static const struct vote *last_vote(struct assembly *t)
{
	return item_vote(session_item(&t->session, 1));
}

/* The rules over which somebody came to the open vote, as the last act recorded them. */
static struct str joined_over(const struct assembly *t)
{
	return t->last.event[0].body.vote_joined.warned;
}

static enum presence presence(const struct assembly *t, int64_t member)
{
	return session_seat(&t->session, member)->presence;
}

/* --- recusals --- */

static void a_recused_member_leaves_the_list_of_the_votes_of_that_item(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 9);
	then(t, "attendance.recuse member=4 reason=قرابة", "member.recused");
	assert_true(session_recused(&t->session, 1, 4));
	assert_int_equal(presence(t, 4), PRESENCE_HERE);
	then(t, "vote.open kind=named", "vote.opened");
	assert_int_equal(last_vote(t)->voters.n, 8);
	refused(t, "vote.cast member=4 value=for", "recused");
	given(t, "vote.all value=for", "vote.close");
	assert_int_equal(assembly_outcome(t, 1), OUTCOME_UNANIMOUS); /* of those who vote */
	given(t, "vote.announce", "item.open item=4", "item.present", "vote.open kind=named");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 9); /* he is back */
}

static void a_recusal_has_a_reason_and_an_item_and_is_said_once(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	refused(t, "attendance.recuse member=3 reason=x", "no-item");
	refused(t, "attendance.recuse item=9 member=3 reason=x", "unknown-item");
	given(t, "attendance.recuse item=1 member=3 reason=\"intérêt personnel\"");
	refused(t, "attendance.recuse item=1 member=3 reason=x", "is-recused");
	refused(t, "attendance.recuse item=1 member=7 reason=x", "unknown-member");
	refused(t, "attendance.recuse item=2 member=1 reason=x chair=2", "not-open");
	given(t, "item.open item=1", "item.present");
	refused(t, "attendance.recuse item=1 member=4 reason=x chair=2", "not-chair");
	given(t, "vote.unanimous", "vote.announce", "item.open item=2");
	refused(t, "attendance.recuse item=1 member=4 reason=x", "item-treated");
	assert_int_equal(last_vote(t)->voters.n, 4);
}

static void who_was_recused_is_readmitted_but_not_into_an_open_vote(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	refused(t, "attendance.readmit member=3", "not-recused");
	given(t, "attendance.recuse member=3 reason=x", "vote.open kind=named");
	refused(t, "attendance.readmit member=3", "vote-open");
	given(t, "vote.void reason=x");
	then(t, "attendance.readmit member=3", "member.readmitted");
	given(t, "vote.open kind=named");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 5);
}

static void who_has_voted_cannot_be_recused_from_that_vote(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.open kind=named", "vote.cast member=3 value=against");
	refused(t, "attendance.recuse member=3 reason=x", "has-voted");
	then(t, "attendance.recuse member=4 reason=x", "member.recused");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 4);
	given(t, "vote.all value=for", "vote.close");
	assert_int_equal(last_vote(t)->ballots.votes_for, 3);
}

static void nobody_is_recused_from_a_secret_vote_that_is_open(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "vote.open kind=secret reason=x confirm=public-rule");
	refused(t, "attendance.recuse member=3 reason=x", "vote-open");
}

static void an_item_with_a_recusal_is_not_adopted_in_a_block(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	given(t, "attendance.recuse item=3 member=4 reason=x");
	refused(t, "vote.block item=2,3", "block-recused");
}

/* 9 in office, all present, 3 recused; base "present" and base "in office", either reading. */
static int64_t needed_under(struct assembly *t, const char *base, const char *lowers)
{
	struct rule_text own[] = {
		RULE("majority.base", ""),
		RULE("recusal.lowers_base", ""),
	};

	own[0].value = str_of(base);
	own[1].value = str_of(lowers);
	item_under(t, 9, own, ARRAY_LEN(own));
	given(t, "attendance.recuse member=7,8,9 reason=x", "vote.open kind=named",
		"vote.all value=for", "vote.cast member=2 value=against", "vote.close");
	return last_vote(t)->needed;
}

static void a_recusal_stays_in_the_base_of_those_present(void **state)
{
	assert_int_equal(needed_under(*state, "present", "no"), 5); /* of 9 */
}

static void a_recusal_leaves_the_base_of_those_present_where_the_rule_says_so(void **state)
{
	assert_int_equal(needed_under(*state, "present", "yes"), 4); /* of 6 */
}

static void a_recusal_stays_in_the_base_of_those_in_office(void **state)
{
	assert_int_equal(needed_under(*state, "in-office", "no"), 5); /* of 9 */
}

static void a_recusal_leaves_the_base_of_those_in_office_where_the_rule_says_so(void **state)
{
	assert_int_equal(needed_under(*state, "in-office", "yes"), 4); /* of 6 */
}

/* --- the chair --- */

static void no_sitting_is_ever_without_a_chair(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	refused(t, "attendance.left member=1", "is-chair");
	refused(t, "attendance.remote member=1", "is-chair");
	refused(t, "attendance.recuse member=1 reason=x", "is-chair");
	refused(t, "attendance.left member=1 chair=1", "not-here");
	refused(t, "attendance.left member=1,3 chair=3", "not-here");
	refused(t, "attendance.left member=4 chair=3", "not-chair");
	then(t, "attendance.left member=1 chair=3", "chair.changed member.left");
	assert_int_equal(session_sitting(&t->session)->chair, 3);
	assert_int_equal(presence(t, 1), PRESENCE_LEFT);
	given(t, "vote.open kind=named");
	refused(t, "attendance.left member=3 chair=2", "vote-open");
	refused(t, "chair.change member=2 reason=x", "vote-open");
}

static void no_sitting_is_ever_without_a_secretary(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	refused(t, "attendance.left member=2", "is-secretary");
	refused(t, "attendance.remote member=2", "is-secretary");
	refused(t, "attendance.left member=2 secretary=2", "writer-not-here");
	refused(t, "attendance.left member=2 secretary=9", "unknown-member");
	refused(t, "attendance.left member=3 secretary=4", "not-secretary");
	then(t, "attendance.left member=2 secretary=4", "secretary.changed member.left");
	assert_int_equal(secretary_member(&t->session), 4);
	refused(t, "secretary.change member=4 reason=x", "same-secretary");
	refused(t, "secretary.change member=2 reason=x", "writer-not-here");
	refused(t, "secretary.change member=5", "no-reason");
	refused(t, "secretary.change reason=x", "no-secretary");
	then(t, "attendance.left member=4 secretary_fr=\"Mme Alaoui\"",
		"secretary.changed member.left");
	assert_int_equal(secretary_member(&t->session), 0);
	refused(t, "secretary.change name_fr=\"Mme Alaoui\" reason=x", "same-secretary");
	then(t, "secretary.change member=5 reason=x", "secretary.changed");
	then(t, "attendance.left member=1,5 chair=3 secretary_ar=كاتب",
		"chair.changed secretary.changed member.left");
}

static void the_roll_ends_with_a_secretary_who_is_there(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2");
	refused(t, "attendance.absent member=2 excused=yes", "is-secretary");
	given(t, "attendance.present member=1,3,4");
	refused(t, "quorum.record confirm=unanswered", "secretary-missing");
	then(t, "attendance.absent member=2 excused=yes secretary=3",
		"secretary.changed member.excused");
	given(t, "quorum.record confirm=unanswered");
	assert_int_equal(secretary_at(session_sitting(&t->session), 3)->member, 2);
	assert_int_equal(secretary_member(&t->session), 3);
}

static void the_rapporteurs_are_proposed_to_write_first(void **state)
{
	struct assembly *t = *state;
	const struct numbers nobody = {NULL, 0};
	const int32_t six = 6;
	int64_t choice[4];

	assembly_session(t, 6);
	given(t, "member.register number=6 name_fr=D office=deputy-rapporteur",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.absent member=5");
	assert_int_equal(secretary_choices(&t->session, nobody, choice, 4), 3);
	assert_int_equal(choice[0], 6);
	assert_int_equal(choice[1], 3);
	assert_int_equal(choice[2], 4);
	assert_int_equal(secretary_choices(&t->session, (struct numbers){&six, 1}, choice, 4), 2);
	given(t, "attendance.present member=4"); /* who is there comes before who may be */
	assert_int_equal(secretary_choices(&t->session, nobody, choice, 4), 3);
	assert_int_equal(choice[0], 4);
	assert_int_equal(choice[1], 6);
	given(t, "attendance.present member=2", "secretary.change member=3 reason=x");
	assert_int_equal(secretary_choices(&t->session, nobody, choice, 2), 2);
	assert_int_equal(choice[0], 2); /* the rapporteur again */
}

static void the_substitute_is_proposed_in_the_order_of_the_offices(void **state)
{
	struct assembly *t = *state;
	const int32_t three = 3;
	int64_t choice[4];

	assembly_session(t, 6);
	given(t, "member.register number=3 name_fr=V office=vice-president",
		"member.register number=5 name_fr=W office=vice-president",
		"member.register number=4 name_fr=T office=treasurer",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record");
	assert_int_equal(
		session_chair_choices(&t->session, 0, (struct numbers){NULL, 0}, choice, 4), 4);
	assert_int_equal(choice[0], 3);
	assert_int_equal(choice[1], 5);
	assert_int_equal(choice[2], 4);
	assert_int_equal(choice[3], 2); /* rapporteur, before the member */
	assert_int_equal(
		session_chair_choices(&t->session, 0, (struct numbers){&three, 1}, choice, 1), 1);
	assert_int_equal(choice[0], 5);
	given(t, "attendance.left member=5", "attendance.recuse item=1 member=3 reason=x");
	assert_int_equal(
		session_chair_choices(&t->session, 1, (struct numbers){NULL, 0}, choice, 1), 1);
	assert_int_equal(choice[0], 4);
	refused(t, "chair.change member=5 reason=x", "not-here");
}

static const struct command *step(struct assembly *t)
{
	struct step *step = ARENA_NEW(&t->arena, struct step);

	*step = step_next(&t->world, &t->arena);
	assert_int_equal(step->kind, STEP_COMMAND);
	return &step->command;
}

static void a_recused_chair_gives_it_up_for_the_item_and_has_it_back_after(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 7);
	then(t, "attendance.recuse member=1 reason=قرابة chair=3", "chair.changed member.recused");
	refused(t, "chair.change member=1 cause=returned", "recused");
	given(t, "vote.unanimous");
	assert_int_equal(last_vote(t)->chair, 3);
	assert_int_equal(last_vote(t)->voters.n, 6);
	given(t, "vote.announce");
	assert_int_equal(step(t)->type, CMD_CHAIR_CHANGE);
	assert_int_equal(step(t)->arg.chair_change.member, 1);
	assert_int_equal(assembly_send(t, step(t)), VERDICT_DONE);
	assert_int_equal(session_sitting(&t->session)->chair, 1);
	assert_int_equal(step(t)->type, CMD_ITEM_OPEN);
}

static void who_was_recused_beforehand_hands_the_chair_over_when_the_item_opens(void **state)
{
	struct assembly *t = *state;

	assembly_sitting(t, 5);
	given(t, "attendance.recuse item=1 member=1 reason=x", "item.open item=1");
	assert_int_equal(step(t)->type, CMD_CHAIR_CHANGE);
	assert_int_equal(step(t)->arg.chair_change.cause, CHAIR_RECUSED);
}

static void the_president_does_not_chair_over_his_own_account(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "item.add kind=account title_fr=\"Compte administratif\" at=1",
		"member.register number=4 name_fr=V office=vice-president",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record",
		"item.open item=1");
	assert_int_equal(step(t)->type, CMD_ITEM_PRESENT);
	given(t, "item.present");
	refused(t, "item.note", "needs-vote");
	assert_int_equal(step(t)->type, CMD_CHAIR_CHANGE);
	assert_int_equal(step(t)->arg.chair_change.member, 4);
	asked(t, "vote.open kind=named", "own-account");
	asked(t, "vote.unanimous", "own-account");
	assert_int_equal(assembly_send(t, step(t)), VERDICT_DONE);
	assert_int_equal(step(t)->type, CMD_ATTENDANCE_RECUSE);
	asked(t, "vote.open kind=named", "own-account"); /* the president would still vote */
	assert_int_equal(assembly_send(t, step(t)), VERDICT_DONE);
	assert_int_equal(step(t)->type, CMD_VOTE_OPEN);
	given(t, "vote.open kind=named", "vote.all value=for");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 4);
	assert_int_equal(vote_poll_of(session_open_vote(&t->session)).entitled, 4);
	assert_false(vote_has(session_open_vote(&t->session), 1));
	given(t, "vote.close", "vote.announce");
	assert_int_equal(step(t)->arg.chair_change.member, 1);
	assert_int_equal(step(t)->arg.chair_change.cause, CHAIR_RETURNED);
}

static void an_own_account_is_voted_by_itself_and_over_the_rule_it_is_minuted(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "item.add kind=account title_fr=\"Compte administratif\" at=1",
		"@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record");
	refused(t, "vote.block item=1,2", "block-person");
	given(t, "item.open item=1", "item.present", "vote.open kind=named confirm=own-account");
	assert_true(str_is(t->last.event[0].body.vote_opened.warned, "account.chair_leaves"));
	given(t, "vote.all value=for", "vote.close");
	assert_minuted(t, LANG_EN,
		"The president had a part in the vote on the president’s own account; it was asked "
		"whether to open the vote all the same, and answered with yes. In view of: the "
		"president neither chairs nor votes on the "
		"president's own account: yes (rule not confirmed)");
}

static void who_left_the_chair_is_offered_it_again_on_coming_back(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.left member=1 chair=3");
	assert_int_equal(step(t)->type, CMD_VOTE_OPEN);
	given(t, "attendance.present member=1");
	assert_int_equal(step(t)->arg.chair_change.member, 1);
	given(t, "chair.change member=4 reason=\"à la demande du président\"");
	assert_int_equal(step(t)->type, CMD_VOTE_OPEN); /* handed over for good */
	refused(t, "chair.change member=5", "no-reason");
	refused(t, "chair.change member=5 cause=returned", "not-chair");
	refused(t, "chair.change member=4 reason=x", "is-chair");
}

/* --- excuses and remote members --- */

static void an_excuse_that_is_not_accepted_is_an_absence_and_says_so(void **state)
{
	struct assembly *t = *state;

	assembly_session(t, 5);
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all",
		"attendance.absent member=4 excused=yes");
	refused(t, "attendance.absent member=4 excused=yes refused=yes", "excuse-both");
	refused(t, "attendance.absent member=4 reason=x", "not-refused");
	then(t, "attendance.absent member=4 refused=yes", "member.absent");
	assert_true(session_seat(&t->session, 4)->refused);
	refused(t, "attendance.absent member=4 refused=yes", "same");
	given(t, "attendance.absent member=4");
	assert_false(session_seat(&t->session, 4)->refused);
	assert_int_equal(session_count(&t->session, PRESENCE_ABSENT), 1);
}

static void a_remote_member_counts_and_votes_only_where_the_rules_say_so(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	then(t, "attendance.remote member=4,5", "member.connected");
	refused(t, "attendance.remote member=4", "same");
	assert_int_equal(session_quorum(&t->session).present, 3);
	given(t, "vote.open kind=named");
	asked(t, "vote.cast member=4 value=for", "remote");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 3);
	given(t, "attendance.left member=4");
	assert_int_equal(presence(t, 4), PRESENCE_LEFT);
	refused(t, "vote.cast member=4 value=for confirm=remote", "not-here");
}

static void over_a_rule_nobody_confirmed_a_remote_member_votes(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.remote member=4", "vote.open kind=named");
	refused(t, "vote.cast member=4 value=none confirm=remote", "remote");
	then(t, "vote.cast member=4 value=against confirm=remote", "vote.joined vote.marked");
	assert_true(str_is(joined_over(t), "remote.may_vote"));
	given(t, "vote.all value=for", "vote.close");
	assert_int_equal(last_vote(t)->ballots.votes_for, 4);
	assert_int_equal(last_vote(t)->ballots.against, 1);
}

static void a_confirmed_rule_keeps_a_remote_member_out(void **state)
{
	struct assembly *t = *state;

	under(t, 5, LAW("remote.may_vote", "no"));
	given(t, "attendance.remote member=4", "vote.open kind=named");
	refused(t, "vote.cast member=4 value=for confirm=remote", "remote");
}

static void under_other_rules_a_remote_member_counts_and_votes(void **state)
{
	struct assembly *t = *state;

	under(t, 5, RULE("remote.counts_quorum", "yes"), RULE("remote.may_vote", "yes"));
	given(t, "attendance.remote member=4,5");
	assert_int_equal(session_quorum(&t->session).present, 5);
	given(t, "vote.open kind=named", "vote.cast member=4 value=against");
	refused(t, "attendance.left member=4", "has-voted");
	refused(t, "attendance.recuse member=4 reason=x", "has-voted");
	given(t, "vote.all value=for", "vote.close");
	assert_int_equal(last_vote(t)->ballots.votes_for, 4);
}

/* --- proxies --- */

static void proxies_are_off_unless_a_rule_allows_them(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.left member=4");
	asked(t, "proxy.give from=4 to=3", "no-proxies");
	assert_null(assembly_offer(t, CMD_PROXY_GIVE));
	then(t, "proxy.give from=4 to=3 confirm=no-proxies", "proxy.given");
	assert_true(str_is(t->last.event[0].body.proxy_given.warned, "proxy.max"));
	assert_int_equal(session_proxy_holder(&t->session, 4), 3);
}

static void a_confirmed_rule_keeps_proxies_off(void **state)
{
	struct assembly *t = *state;

	under(t, 5, LAW("proxy.max", "0"));
	given(t, "attendance.left member=4");
	refused(t, "proxy.give from=4 to=3 confirm=no-proxies", "no-proxies");
	assert_string_equal(assembly_offer(t, CMD_PROXY_GIVE), "no-proxies");
}

static void a_confirmed_rule_says_how_many_proxies_one_may_hold(void **state)
{
	struct assembly *t = *state;

	under(t, 5, LAW("proxy.max", "1"));
	given(t, "attendance.left member=4,5", "proxy.give from=4 to=3");
	refused(t, "proxy.give from=5 to=3 confirm=too-many-proxies", "too-many-proxies");
}

static void a_proxy_is_of_one_who_is_not_there_and_held_by_one_who_is(void **state)
{
	struct assembly *t = *state;

	under(t, 7, RULE("proxy.max", "2"));
	given(t, "attendance.left member=4,5,6");
	refused(t, "proxy.give from=2 to=3", "is-here");
	refused(t, "proxy.give from=4 to=5", "not-here");
	refused(t, "proxy.give from=4 to=4", "not-here");
	refused(t, "proxy.give from=9 to=3", "unknown-member");
	then(t, "proxy.give from=4 to=3", "proxy.given");
	refused(t, "proxy.give from=4 to=2", "has-proxy");
	given(t, "proxy.give from=5 to=3");
	asked(t, "proxy.give from=6 to=3", "too-many-proxies");
	assert_int_equal(session_quorum(&t->session).present, 4); /* no proxy makes a quorum */
	then(t, "proxy.end from=5", "proxy.ended");
	refused(t, "proxy.end from=5", "no-proxy");
	given(t, "proxy.give from=6 to=3");
}

static void proxies_do_not_change_while_a_round_is_open(void **state)
{
	struct assembly *t = *state;

	under(t, 7, RULE("proxy.max", "2"));
	given(t, "attendance.left member=4,5", "proxy.give from=4 to=3", "vote.unanimous",
		"vote.announce", "item.add kind=election title_fr=E", "item.open item=6",
		"item.present", "election.open post=president candidates=1,2");
	refused(t, "proxy.end from=4", "election-open");
	refused(t, "proxy.give from=5 to=3", "election-open");
	given(t, "election.void reason=x", "proxy.end from=4");
}

static void a_proxy_is_marked_with_the_vote_of_its_holder(void **state)
{
	struct assembly *t = *state;

	under(t, 7, RULE("proxy.max", "2"));
	given(t, "attendance.left member=4,5", "proxy.give from=4 to=3", "proxy.give from=5 to=3",
		"vote.open kind=named");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 7);
	refused(t, "proxy.end from=4", "vote-open");
	given(t, "vote.cast member=3 value=against");
	assert_int_equal(vote_mark(last_vote(t), 4), VALUE_AGAINST);
	assert_int_equal(vote_mark(last_vote(t), 5), VALUE_AGAINST);
	given(t, "vote.cast member=5 value=abstain", "vote.cast member=3 value=for");
	assert_int_equal(vote_mark(last_vote(t), 4), VALUE_FOR);
	assert_int_equal(vote_mark(last_vote(t), 5), VALUE_ABSTAIN); /* marked apart */
	refused(t, "attendance.left member=3", "has-voted");
	given(t, "vote.all value=for", "vote.close");
	assert_int_equal(last_vote(t)->ballots.votes_for, 6);
}

static void a_proxy_ends_when_its_holder_leaves_or_its_giver_comes(void **state)
{
	struct assembly *t = *state;

	under(t, 7, RULE("proxy.max", "2"));
	given(t, "attendance.left member=4,5", "proxy.give from=4 to=3", "proxy.give from=5 to=2",
		"attendance.left member=3", "attendance.present member=5");
	assert_int_equal(session_proxy_holder(&t->session, 4), 0);
	assert_int_equal(session_proxy_holder(&t->session, 5), 0);
	given(t, "vote.open kind=named");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 5);
}

static void a_holder_who_leaves_or_is_recused_takes_the_proxies_out_of_the_vote(void **state)
{
	struct assembly *t = *state;

	under(t, 7, RULE("proxy.max", "2"));
	given(t, "attendance.left member=4,5", "proxy.give from=4 to=3", "proxy.give from=5 to=6",
		"vote.open kind=named", "attendance.left member=3");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 5);
	given(t, "attendance.recuse member=6 reason=x");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 3);
	given(t, "attendance.present member=4"); /* arrived later: not in this vote */
	assert_int_equal(session_open_vote(&t->session)->voters.n, 3);
}

/* --- the quorum --- */

static void a_recusal_does_not_break_the_quorum_by_itself(void **state)
{
	struct assembly *t = *state;

	assembly_item(t, 5);
	given(t, "attendance.left member=4,5", "attendance.recuse member=3 reason=x");
	assert_true(session_has_quorum(&t->session)); /* 3 of 5 */
}

static void where_a_recusal_lowers_the_base_it_leaves_the_quorum_of_that_item(void **state)
{
	struct assembly *t = *state;

	under(t, 7, RULE("recusal.lowers_quorum", "yes"));
	given(t, "attendance.left member=5,6,7", "attendance.recuse member=2,3 reason=x");
	assert_int_equal(session_quorum(&t->session).in_office, 5);
	assert_int_equal(session_quorum(&t->session).present, 2);
	assert_false(session_has_quorum(&t->session)); /* 2 of 5, 3 needed */
	asked(t, "vote.open kind=named", "no-quorum");
	given(t, "item.postpone reason=x");
	assert_true(session_has_quorum(&t->session)); /* 4 of 7 again */
}

static void going_on_without_a_quorum_ends_with_the_recusal_that_took_it(void **state)
{
	struct assembly *t = *state;

	under(t, 7, RULE("recusal.lowers_quorum", "yes"));
	given(t, "attendance.left member=5,6,7", "attendance.recuse member=2,3 reason=x",
		"quorum.continue");
	assert_true(session_sitting(&t->session)->quorum_waived);
	given(t, "item.postpone reason=x");
	assert_false(session_sitting(&t->session)->quorum_waived); /* 4 of 7 again */
	given(t, "item.open item=5", "item.present", "vote.open kind=named");
	assert_int_equal(t->last.event[0].body.vote_opened.warned.n, 0);
	given(t, "vote.all value=for", "vote.close", "vote.announce", "item.close",
		"attendance.left member=4");
	asked(t, "item.open item=4", "no-quorum");
}

static void a_quorum_measured_at_each_vote_is_asked_about_at_each_vote(void **state)
{
	struct assembly *t = *state;

	under(t, 5, RULE("quorum.measured_at", "vote"));
	given(t, "attendance.left member=3,4,5");
	asked(t, "vote.open kind=named", "no-quorum");
	then(t, "vote.open kind=named confirm=no-quorum", "quorum.lost vote.opened");
	given(t, "vote.void reason=x");
	asked(t, "vote.unanimous", "no-quorum"); /* once more, though it was waived */
}

static void a_confirmed_quorum_of_each_vote_refuses_the_vote(void **state)
{
	struct assembly *t = *state;
	struct rule_text own[] = {RULE("quorum.measured_at", "vote"), RULE("quorum.calls", "1/2")};

	for (size_t i = 0; i < ARRAY_LEN(own); i++) {
		own[i].certainty = CERTAINTY_LAW;
		own[i].confirmed_by = STR("المديرة");
	}
	item_under(t, 5, own, ARRAY_LEN(own));
	given(t, "attendance.left member=3,4,5");
	refused(t, "vote.open kind=named confirm=no-quorum", "no-quorum");
	given(t, "attendance.present member=3", "vote.open kind=named");
}

static void guests_and_officials_never_count(void **state)
{
	struct assembly *t = *state;
	struct quorum_figures before;

	assembly_item(t, 5);
	before = session_quorum(&t->session);
	given(t, "guest.note capacity=wali name_fr=Wali", "guest.note capacity=director");
	assert_int_equal(session_quorum(&t->session).present, before.present);
	assert_int_equal(session_quorum(&t->session).in_office, before.in_office);
	given(t, "vote.open kind=named");
	assert_int_equal(session_open_vote(&t->session)->voters.n, 5);
}

static void what_if_they_left_is_answered_without_recording_anything(void **state)
{
	struct assembly *t = *state;
	const int32_t two[] = {4, 5}, three[] = {3, 4, 5}, twice[] = {4, 4};
	size_t acts;

	assembly_item(t, 5);
	acts = t->session.log.n;
	assert_true(session_quorum_without(&t->session, (struct numbers){two, 2}).met);
	assert_false(session_quorum_without(&t->session, (struct numbers){three, 3}).met);
	assert_int_equal(
		session_quorum_without(&t->session, (struct numbers){twice, 2}).present, 4);
	assert_int_equal(t->session.log.n, acts);
}

static void the_quorum_of_any_act_follows_from_the_intervals(void **state)
{
	struct assembly *t = *state;
	uint32_t left;

	assembly_item(t, 5);
	given(t, "attendance.left member=3,4,5");
	left = (uint32_t)t->session.log.n - 1;
	given(t, "attendance.present member=3");
	assert_int_equal(session_quorum_at(&t->session, left - 1).present, 5);
	assert_int_equal(session_quorum_at(&t->session, left).present, 2);
	assert_false(session_quorum_at(&t->session, left).met);
	assert_true(session_quorum_at(&t->session, left + 1).met);
}

static const struct CMUnitTest cases[] = {
	CASE(a_recused_member_leaves_the_list_of_the_votes_of_that_item),
	CASE(a_recusal_has_a_reason_and_an_item_and_is_said_once),
	CASE(who_was_recused_is_readmitted_but_not_into_an_open_vote),
	CASE(who_has_voted_cannot_be_recused_from_that_vote),
	CASE(an_item_with_a_recusal_is_not_adopted_in_a_block),
	CASE(nobody_is_recused_from_a_secret_vote_that_is_open),
	CASE(a_recusal_stays_in_the_base_of_those_present),
	CASE(a_recusal_leaves_the_base_of_those_present_where_the_rule_says_so),
	CASE(a_recusal_stays_in_the_base_of_those_in_office),
	CASE(a_recusal_leaves_the_base_of_those_in_office_where_the_rule_says_so),
	CASE(no_sitting_is_ever_without_a_chair),
	CASE(no_sitting_is_ever_without_a_secretary),
	CASE(the_roll_ends_with_a_secretary_who_is_there),
	CASE(the_rapporteurs_are_proposed_to_write_first),
	CASE(the_substitute_is_proposed_in_the_order_of_the_offices),
	CASE(a_recused_chair_gives_it_up_for_the_item_and_has_it_back_after),
	CASE(who_was_recused_beforehand_hands_the_chair_over_when_the_item_opens),
	CASE(the_president_does_not_chair_over_his_own_account),
	CASE(an_own_account_is_voted_by_itself_and_over_the_rule_it_is_minuted),
	CASE(who_left_the_chair_is_offered_it_again_on_coming_back),
	CASE(an_excuse_that_is_not_accepted_is_an_absence_and_says_so),
	CASE(a_remote_member_counts_and_votes_only_where_the_rules_say_so),
	CASE(over_a_rule_nobody_confirmed_a_remote_member_votes),
	CASE(a_confirmed_rule_keeps_a_remote_member_out),
	CASE(a_confirmed_rule_keeps_proxies_off),
	CASE(a_confirmed_rule_says_how_many_proxies_one_may_hold),
	CASE(under_other_rules_a_remote_member_counts_and_votes),
	CASE(proxies_are_off_unless_a_rule_allows_them),
	CASE(a_proxy_is_of_one_who_is_not_there_and_held_by_one_who_is),
	CASE(proxies_do_not_change_while_a_round_is_open),
	CASE(a_proxy_is_marked_with_the_vote_of_its_holder),
	CASE(a_proxy_ends_when_its_holder_leaves_or_its_giver_comes),
	CASE(a_holder_who_leaves_or_is_recused_takes_the_proxies_out_of_the_vote),
	CASE(a_recusal_does_not_break_the_quorum_by_itself),
	CASE(where_a_recusal_lowers_the_base_it_leaves_the_quorum_of_that_item),
	CASE(going_on_without_a_quorum_ends_with_the_recusal_that_took_it),
	CASE(a_quorum_measured_at_each_vote_is_asked_about_at_each_vote),
	CASE(a_confirmed_quorum_of_each_vote_refuses_the_vote),
	CASE(guests_and_officials_never_count),
	CASE(what_if_they_left_is_answered_without_recording_anything),
	CASE(the_quorum_of_any_act_follows_from_the_intervals),
};

TEST_MAIN(cases)

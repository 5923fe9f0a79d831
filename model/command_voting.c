/* What is typed for decisions: votes, ballots, motions, elections. */
#include "model/command_fields.h"

static const struct field vote_open_fields[] = {
	ITEM(vote_open),
	EE(vote_open, kind, vote_kind_names, N_("hands, named, secret or roll-call")),
	T(vote_open, reason, N_("why the ballot is secret, for the record")),
	MOTION(vote_open),
	E(vote_open, order, calling_names, N_("order of a roll call: number or name")),
	I(vote_open, first, MAX_MEMBER, N_("seat drawn to begin the roll call with")),
	T(vote_open, letter, N_("letter drawn to begin the roll call with")),
	B(vote_open, chair_last, N_("the chair is called last")),
	CHAPTER(vote_open),
	END,
};
static const struct field vote_block_fields[] = {
	{"item", FIELD_NUMBERS, AT(vote_block, items), .min = 1, .max = MAX_NUMBER,
		.help = N_("agenda numbers of the items, with commas")},
	END,
};
static const struct field vote_explain_fields[] = {
	{"vote", FIELD_VOTE, AT(vote_explain, vote), .optional = true,
		.help = N_("item/n; without it the open vote, else the last closed")},
	EE(vote_explain, kind, statement_names, N_("explanation or reservation")),
	II(vote_explain, member, 1, MAX_MEMBER, N_("number of the member who explains")),
	EE(vote_explain, lang, lang_names, N_("language of the text")),
	{"content", FIELD_TEXT, AT(vote_explain, content), .max = PROSE,
		.help = N_("what is to stand in the minutes")},
	END,
};
static const struct field vote_unanimous_fields[] = {
	ITEM(vote_open), MOTION(vote_open), CHAPTER(vote_open), END};
static const struct field vote_all_fields[] = {
	EE(vote_all, value, vote_value_names, N_("for, against or abstain")), END};
static const struct field vote_cast_fields[] = {
	MEMBERS(vote_cast),
	EE(vote_cast, value, vote_value_names, N_("for, against, abstain or none")),
	END,
};
static const struct field vote_count_fields[] = {
	COUNT(vote_count, "for", votes_for, N_("hands for; without it the rest of the voters")),
	COUNT(vote_count, "against", against, N_("hands against")),
	COUNT(vote_count, "abstain", abstain, N_("abstentions")),
	END,
};
static const struct field vote_one_fields[] = {VOTEF(vote_one), END};
static const struct field vote_correct_fields[] = {
	VOTEM(vote_correct),
	I(vote_correct, member, MAX_MEMBER, N_("number of the member whose vote was wrong")),
	E(vote_correct, value, vote_value_names, N_("the member's vote")),
	COUNT(vote_correct, "for", votes_for, N_("hands for")),
	COUNT(vote_correct, "against", against, N_("hands against")),
	COUNT(vote_correct, "abstain", abstain, N_("abstentions")),
	COUNT(vote_correct, "issued", issued, N_("secret ballot: papers handed out")),
	COUNT(vote_correct, "found", found, N_("secret ballot: papers found in the box")),
	COUNT(vote_correct, "blank", blank, N_("secret ballot: blank papers")),
	COUNT(vote_correct, "void", spoiled, N_("secret ballot: void papers")),
	E(vote_correct, side, vote_value_names,
		N_("the chair's own vote, if the corrected figures tie")),
	REASON(vote_correct),
	END,
};
static const struct field vote_void_fields[] = {VOTEM(vote_void), REASON(vote_void), END};
#define PAPERS(word, m, h)                                                                         \
	{                                                                                          \
		word, FIELD_INT, AT(vote_ballots, m), .max = MAX_COUNT, .help = (h)                \
	}
static const struct field vote_ballots_fields[] = {
	COUNT(vote_ballots, "issued", issued,
		N_("papers handed out; without it one for each voter")),
	PAPERS("found", found, N_("papers found in the box")),
	PAPERS("for", votes_for, N_("papers for")),
	PAPERS("against", against, N_("papers against")),
	PAPERS("blank", blank, N_("blank papers")),
	PAPERS("void", spoiled, N_("void papers")),
	T(vote_ballots, note, N_("why papers are missing, for the record")),
	END,
};
static const struct field motion_move_fields[] = {
	ITEM(motion_move),
	EE(motion_move, kind, motion_kind_names, N_("amendment, proposal, postpone …")),
	MOVER(motion_move),
	{"second", FIELD_NUMBERS, AT(motion_move, seconders), .optional = true, .min = 1,
		.max = MAX_MEMBER, .help = N_("numbers of those who second it, with commas")},
	T(motion_move, title_ar, N_("title, or the place in the text, in Arabic")),
	T(motion_move, title_fr, N_("title, or the place in the text, in French")),
	P(motion_move, text_ar, N_("the whole text as it would then read, in Arabic")),
	P(motion_move, text_fr, N_("the whole text as it would then read, in French")),
	GROUNDS(motion_move),
	T(motion_move, line, N_("code of the budget line the amount is taken from")),
	T(motion_move, to_line, N_("code of the budget line the amount goes to")),
	{"amount", FIELD_MONEY, AT(motion_move, amount), .optional = true, .max = MAX_MONEY,
		.help = N_("amount of the transfer, or what a share becomes")},
	I(motion_move, party, MAX_NUMBER,
		N_("agreement: number of the party whose share it is; without it the total")),
	END,
};
static const struct field motion_withdraw_fields[] = {
	II(motion_reason, motion, 1, MAX_NUMBER, N_("number of the motion")),
	REASON(motion_reason),
	END,
};
static const struct field agenda_insert_fields[] = {
	EE(agenda_insert, kind, item_kind_names, N_("kind of item")),
	I(agenda_insert, at, MAX_NUMBER, N_("agenda number to stand at")),
	T(agenda_insert, title_ar, N_("title in Arabic")),
	T(agenda_insert, title_fr, N_("title in French")),
	P(agenda_insert, text_ar, N_("text put before the assembly, in Arabic")),
	P(agenda_insert, text_fr, N_("text put before the assembly, in French")),
	MOVER(agenda_insert),
	GROUNDS(agenda_insert),
	END,
};
static const struct field agenda_move_fields[] = {
	II(agenda_move, item, 1, MAX_NUMBER, N_("agenda number")),
	II(agenda_move, to, 1, MAX_NUMBER, N_("new agenda number")),
	MOVER(agenda_move),
	GROUNDS(agenda_move),
	END,
};
static const struct field agenda_withdraw_fields[] = {
	II(agenda_move, item, 1, MAX_NUMBER, N_("agenda number")),
	MOVER(agenda_move),
	GROUNDS(agenda_move),
	END,
};
#define SEATS(tag, m, h)                                                                           \
	{                                                                                          \
#m, FIELD_NUMBERS, AT(tag, m), .optional = true, .min = 1, .max = MAX_MEMBER,      \
					       .help = (h)                                         \
	}
static const struct field election_open_fields[] = {
	ITEM(election_open),
	EU(election_open, post, post_names, N_("first round: post to be filled")),
	I(election_open, rank, 99, N_("which of several alike: 2 for the second vice-president")),
	T(election_open, name_ar, N_("name of the committee or of another post, in Arabic")),
	T(election_open, name_fr, N_("name of the committee or of another post, in French")),
	SEATS(election_open, candidates,
		N_("numbers of the members who stand, in the order called")),
	SEATS(election_open, endorsed,
		N_("which of them showed an endorsement; whose is not asked")),
	SEATS(election_open, list1, N_("list ballot: members of the first list")),
	SEATS(election_open, list2, N_("list ballot: members of the second list")),
	SEATS(election_open, list3, N_("list ballot: members of the third list")),
	SEATS(election_open, list4, N_("list ballot: members of the fourth list")),
	B(election_open, secret, N_("yes: by papers, an exception to the public vote")),
	T(election_open, reason, N_("why the ballot is secret, for the record")),
	END,
};
static const struct field election_mark_fields[] = {
	{"member", FIELD_NUMBERS, AT(election_mark, members), .optional = true, .min = 1,
		.max = MAX_MEMBER, .help = N_("who chooses so; without it all who have not yet")},
	COUNT(election_mark, "choice", choice, N_("candidate's number of order; 0: blank")),
	B(election_mark, none, N_("yes: the choice is taken back")),
	END,
};
static const struct field election_count_fields[] = {
	COUNT(election_count, "issued", issued, N_("secret: papers handed out")),
	COUNT(election_count, "found", found, N_("secret: papers found in the box")),
	{"votes", FIELD_NUMBERS, AT(election_count, votes), .optional = true, .max = MAX_COUNT,
		.help = N_("secret: papers for each candidate, in their order")},
	I(election_count, blank, MAX_COUNT, N_("secret: blank papers")),
	{"void", FIELD_INT, AT(election_count, spoiled), .optional = true, .max = MAX_COUNT,
		.help = N_("secret: void papers")},
	END,
};
#define NEWEST(tag)                                                                                \
	{                                                                                          \
		"election", FIELD_VOTE, AT(tag, election),                                         \
			.optional = true, .help = N_("item/n; without it the newest one")          \
	}
static const struct field election_one_fields[] = {NEWEST(election_one), END};
static const struct field election_correct_fields[] = {
	NEWEST(election_correct),
	I(election_correct, member, MAX_MEMBER, N_("public: whose choice was wrong")),
	COUNT(election_correct, "choice", choice,
		N_("public: the candidate's number of order, 0 for blank")),
	COUNT(election_correct, "issued", issued, N_("secret: papers handed out")),
	COUNT(election_correct, "found", found, N_("secret: papers found in the box")),
	{"votes", FIELD_NUMBERS, AT(election_correct, votes), .optional = true, .max = MAX_COUNT,
		.help = N_("secret: papers for each candidate, in their order")},
	COUNT(election_correct, "blank", blank, N_("secret: blank papers")),
	COUNT(election_correct, "void", spoiled, N_("secret: void papers")),
	REASON(election_correct),
	END,
};
static const struct field election_decide_fields[] = {
	EE(election_decide, by, election_tie_names, N_("what decides")),
	II(election_decide, elected, 1, MAX_NUMBER, N_("candidate's number of order")),
	T(election_decide, note, N_("how the lot was drawn, for the record")),
	END,
};
static const struct field election_leave_fields[] = {
	II(election_leave, candidate, 1, MAX_NUMBER, N_("candidate's number of order")),
	T(election_leave, reason, N_("the reason, for the record")),
	END,
};
static const struct field election_void_fields[] = {
	{"election", FIELD_VOTE, AT(vote_void, vote), .optional = true,
		.help = N_("item/n; without it the newest one")},
	REASON(vote_void),
	END,
};

const struct field *const command_fields_voting[CMD_COUNT] = {
	[CMD_VOTE_OPEN] = vote_open_fields,
	[CMD_VOTE_UNANIMOUS] = vote_unanimous_fields,
	[CMD_VOTE_BLOCK] = vote_block_fields,
	[CMD_VOTE_ALL] = vote_all_fields,
	[CMD_VOTE_CAST] = vote_cast_fields,
	[CMD_VOTE_COUNT] = vote_count_fields,
	[CMD_VOTE_SIDE] = vote_all_fields,
	[CMD_VOTE_CLOSE] = no_arguments_fields,
	[CMD_VOTE_ANNOUNCE] = vote_one_fields,
	[CMD_VOTE_CORRECT] = vote_correct_fields,
	[CMD_VOTE_VOID] = vote_void_fields,
	[CMD_VOTE_BALLOTS] = vote_ballots_fields,
	[CMD_MOTION_MOVE] = motion_move_fields,
	[CMD_MOTION_WITHDRAW] = motion_withdraw_fields,
	[CMD_AGENDA_ADOPT] = no_arguments_fields,
	[CMD_AGENDA_INSERT] = agenda_insert_fields,
	[CMD_AGENDA_MOVE] = agenda_move_fields,
	[CMD_AGENDA_WITHDRAW] = agenda_withdraw_fields,
	[CMD_VOTE_EXPLAIN] = vote_explain_fields,
	[CMD_ELECTION_OPEN] = election_open_fields,
	[CMD_ELECTION_MARK] = election_mark_fields,
	[CMD_ELECTION_COUNT] = election_count_fields,
	[CMD_ELECTION_ANNOUNCE] = election_one_fields,
	[CMD_ELECTION_CORRECT] = election_correct_fields,
	[CMD_ELECTION_DECIDE] = election_decide_fields,
	[CMD_ELECTION_LEAVE] = election_leave_fields,
	[CMD_ELECTION_VOID] = election_void_fields,
};

/* The field tables of all commands: the words of the grammar. */
#include "model/command.h"

#include "model/command_fields.h"
#include "model/rule.h"

#include <string.h>

static const struct field chamber_create_fields[] = {
	TT(chamber_create, code, N_("short code for file names, Latin letters")),
	HEAD_FIELDS(chamber_create, head.),
	E(chamber_create, lang, lang_names, N_("language of the desk")),
	B(chamber_create, specimen, N_("a sample register: marked everywhere")),
	T(chamber_create, genesis, N_("32 hexadecimal digits; scripts only")),
	END,
};
static const struct field chamber_describe_fields[] = {HEAD_FIELDS(letterhead, ), END};
static const struct field member_register_fields[] = {MEMBER_FIELDS(member, ), END};
static const struct field session_create_fields[] = {
	EE(session_create, kind, session_kind_names, N_("ordinary or extraordinary")),
	II(session_create, year, 1900, 2999, N_("year of the label")),
	II(session_create, month, 1, 12, N_("month of the label, 1 to 12")),
	I(session_create, number, MAX_NUMBER, N_("number; without it the next one")),
	T(session_create, genesis, N_("32 hexadecimal digits; scripts only")),
	END,
};
static const struct field session_set_aside_fields[] = {REASON(session_set_aside), END};
static const struct field session_take_up_fields[] = {
	T(session_taken_up, reason, N_("the reason, for the record")),
	END,
};
static const struct field session_describe_fields[] = {
	EU(session_describe, kind, session_kind_names, N_("ordinary or extraordinary")),
	I(session_describe, year, 2999, N_("year of the label")),
	I(session_describe, month, 12, N_("month of the label, 1 to 12")),
	D(session_describe, date, N_("day it is planned for, YYYY-MM-DD")),
	D(session_describe, notice, N_("day the notices went out, YYYY-MM-DD")),
	T(session_describe, place_ar, N_("place in Arabic")),
	T(session_describe, place_fr, N_("place in French")),
	END,
};
#define ITEM_TEXTS(tag)                                                                            \
	T(tag, title_ar, N_("title in Arabic")), T(tag, title_fr, N_("title in French")),          \
		T(tag, short_ar, N_("short title in Arabic")),                                     \
		T(tag, short_fr, N_("short title in French")),                                     \
		P(tag, text_ar, N_("text put before the assembly, in Arabic")),                    \
		P(tag, text_fr, N_("text put before the assembly, in French"))
static const struct field item_add_fields[] = {
	EE(item_add, kind, item_kind_names, N_("kind of item")),
	I(item_add, at, MAX_NUMBER, N_("agenda number to stand at")),
	ITEM_TEXTS(item_add),
	END,
};
static const struct field notice_record_fields[] = {
	{"member", FIELD_NUMBERS, AT(notices_recorded, members), .optional = true, .min = 1,
		.max = MAX_MEMBER, .help = N_("members notified; without it all in office")},
	EE(notices_recorded, channel, channel_names, N_("how they were notified")),
	{"date", FIELD_DATE, AT(notices_recorded, date), .help = N_("on which day, YYYY-MM-DD")},
	B(notices_recorded, documents, N_("yes: the documents went out with the notice")),
	T(notices_recorded, proof, N_("what proves it; no address and no number")),
	END,
};
static const struct field request_file_fields[] = {
	EE(request_file, kind, request_kind_names, N_("what is asked for")),
	{"date", FIELD_DATE, AT(request_file, date), .help = N_("day it came in, YYYY-MM-DD")},
	MEMBERS(request_file),
	T(request_file, title_ar, N_("subject in Arabic")),
	T(request_file, title_fr, N_("subject in French")),
	T(request_file, proof, N_("how it was served")),
	END,
};
static const struct field request_answer_fields[] = {
	II(request_answer, request, 1, MAX_NUMBER, N_("number of the request")),
	EE(request_answer, outcome, request_outcome_names, N_("what became of it")),
	I(request_answer, item, MAX_NUMBER, N_("agenda number of the item it became")),
	B(request_answer, add, N_("yes: it becomes a new item of the agenda")),
	EU(request_answer, kind, item_kind_names, N_("kind of the new item")),
	T(request_answer, reason, N_("the reason, for the record")),
	END,
};
static const struct field item_carry_fields[] = {
	II(item_carry, session, 1, MAX_NUMBER, N_("number of the session that left it")),
	II(item_carry, item, 1, MAX_NUMBER, N_("its agenda number there")),
	I(item_carry, at, MAX_NUMBER, N_("agenda number to stand at")),
	END,
};
static const struct field item_change_fields[] = {
	II(item_change, item, 1, MAX_NUMBER, N_("agenda number")),
	EU(item_change, kind, item_kind_names, N_("kind of item, before the first sitting")),
	ITEM_TEXTS(item_change),
	END,
};
static const struct field item_move_fields[] = {
	II(item_move, item, 1, MAX_NUMBER, N_("agenda number")),
	II(item_move, to, 1, MAX_NUMBER, N_("new agenda number")),
	END,
};
static const struct field item_named_fields[] = {
	II(item_one, item, 1, MAX_NUMBER, N_("agenda number")), END};
static const struct field budget_line_fields[] = {
	II(budget_line_set, item, 1, MAX_NUMBER, N_("agenda number")),
	TT(budget_line_set, code, N_("code of the line")),
	EE(budget_line_set, part, budget_part_names, N_("revenue, operating or investment")),
	T(budget_line_set, title_ar, N_("title in Arabic")),
	T(budget_line_set, title_fr, N_("title in French")),
	{"before", FIELD_MONEY, AT(budget_line_set, before), .optional = true, .min = -MAX_MONEY,
		.max = MAX_MONEY, .help = N_("amount of the year before")},
	{"amount", FIELD_MONEY, AT(budget_line_set, amount), .min = -MAX_MONEY, .max = MAX_MONEY,
		.help = N_("proposed amount")},
	END,
};
static const struct field agreement_describe_fields[] = {
	II(agreement_describe, item, 1, MAX_NUMBER, N_("agenda number")),
	EE(agreement_describe, kind, agreement_kind_names, N_("kind of agreement")),
	I(agreement_describe, addendum, 99, N_("number of the addendum; without it the next one")),
	T(agreement_describe, reference, N_("reference in the files")),
	E(agreement_describe, link, agreement_link_names, N_("what it is to its parent")),
	I(agreement_describe, session, MAX_NUMBER,
		N_("session the parent was approved in; without it this one")),
	I(agreement_describe, parent, MAX_NUMBER, N_("agenda number of the parent there")),
	T(agreement_describe, parent_ar, N_("title of a parent of no session, in Arabic")),
	T(agreement_describe, parent_fr, N_("title of a parent of no session, in French")),
	T(agreement_describe, subject_ar, N_("subject in Arabic")),
	T(agreement_describe, subject_fr, N_("subject in French")),
	I(agreement_describe, months, 1200, N_("how many months it lasts")),
	{"line", FIELD_TEXT, AT(agreement_describe, line), .optional = true, .max = 32,
		.help = N_("code of the budget line that bears the chamber’s share")},
	I(agreement_describe, year, 2999, N_("year of that budget")),
	{"total", FIELD_MONEY, AT(agreement_describe, total), .optional = true, .max = MAX_MONEY,
		.help = N_("total amount")},
	END,
};
static const struct field agreement_party_fields[] = {
	II(agreement_party, item, 1, MAX_NUMBER, N_("agenda number")),
	I(agreement_party, party, MAX_NUMBER, N_("number of the party; without it a new one")),
	I(agreement_party, at, MAX_NUMBER, N_("place among the parties")),
	T(agreement_party, name_ar, N_("name in Arabic")),
	T(agreement_party, name_fr, N_("name in French")),
	EE(agreement_party, role, party_role_names, N_("what the party does in it")),
	E(agreement_party, also, party_role_names, N_("a second role")),
	B(agreement_party, chamber, N_("yes: it is the chamber itself")),
	{"amount", FIELD_MONEY, AT(agreement_party, amount), .optional = true, .max = MAX_MONEY,
		.help = N_("contribution in money")},
	T(agreement_party, kind_ar, N_("contribution in kind, in Arabic")),
	T(agreement_party, kind_fr, N_("contribution in kind, in French")),
	END,
};
static const struct field agreement_drop_fields[] = {
	II(party_removed, item, 1, MAX_NUMBER, N_("agenda number")),
	II(party_removed, party, 1, MAX_NUMBER, N_("number of the party")),
	END,
};
#define STEP_FIELDS                                                                                \
	EE(agreement_follow, step, agreement_step_names, N_("what happened to the agreement")),    \
		D(agreement_follow, date, N_("on which day, YYYY-MM-DD; without it today")),       \
		T(agreement_follow, who_ar, N_("by whom, in Arabic")),                             \
		T(agreement_follow, who_fr, N_("by whom, in French")),                             \
		T(agreement_follow, place_ar, N_("place in Arabic")),                              \
		T(agreement_follow, place_fr, N_("place in French")),                              \
		T(agreement_follow, note, N_("number of the visa, or anything else to note")), END
static const struct field agreement_step_fields[] = {
	I(agreement_follow, session, MAX_NUMBER,
		N_("earlier session that voted it; without it the chosen one")),
	II(agreement_follow, item, 1, MAX_NUMBER, N_("agenda number there")),
	STEP_FIELDS,
};
static const struct field agreement_follow_fields[] = {
	II(agreement_follow, session, 1, MAX_NUMBER, N_("number of the session that voted it")),
	II(agreement_follow, item, 1, MAX_NUMBER, N_("agenda number there")),
	STEP_FIELDS,
};
static const struct field sitting_open_fields[] = {
	T(sitting_open, place, N_("place in Arabic; without it as described")),
	T(sitting_open, place_fr, N_("place in French")),
	II(sitting_open, chair, 1, MAX_MEMBER, N_("number of the member in the chair")),
	I(sitting_open, secretary, MAX_MEMBER, N_("number of the secretary of the sitting")),
	T(sitting_open, secretary_ar, N_("secretary's name in Arabic, if not a member")),
	T(sitting_open, secretary_fr, N_("secretary's name in French, if not a member")),
	END,
};
static const struct field chair_change_fields[] = {
	II(chair_changed, member, 1, MAX_MEMBER, N_("number of the member taking the chair")),
	T(chair_changed, reason, N_("the reason, for the record")),
	E(chair_changed, cause, chair_cause_names, N_("left, recused, account or returned")),
	END,
};
static const struct field secretary_change_fields[] = {
	I(secretary_changed, member, MAX_MEMBER, N_("number of the member who writes the minutes")),
	T(secretary_changed, name_ar, N_("name in Arabic, if not a member")),
	T(secretary_changed, name_fr, N_("name in French, if not a member")),
	T(secretary_changed, reason, N_("the reason, for the record")),
	E(secretary_changed, cause, secretary_cause_names, N_("left or absent")),
	END,
};
static const struct field guest_note_fields[] = {
	EE(guest_note, capacity, capacity_names, N_("capacity of the guest")),
	T(guest_note, name_ar, N_("name in Arabic")),
	T(guest_note, name_fr, N_("name in French")),
	T(guest_note, title_ar, N_("title in Arabic")),
	T(guest_note, title_fr, N_("title in French")),
	END,
};
static const struct field no_arguments_fields[] = {END};
static const struct field attendance_present_fields[] = {MEMBERS(attendance_present), END};
#define CHAIR(tag) I(tag, chair, MAX_MEMBER, N_("who takes the chair, if one of them holds it"))
#define WRITER(tag)                                                                                \
	{"secretary", FIELD_INT, AT(tag, next.secretary), .optional = true, .max = MAX_MEMBER,     \
		.help = N_("who writes the minutes, if one of them is the secretary")},            \
		{"secretary_ar", FIELD_TEXT, AT(tag, next.secretary_ar), .optional = true,         \
			.max = LINE, .help = N_("… by name in Arabic, if not a member")},          \
	{                                                                                          \
		"secretary_fr", FIELD_TEXT, AT(tag, next.secretary_fr),                            \
			.optional = true, .max = LINE,                                             \
			.help = N_("… by name in French, if not a member")                         \
	}
static const struct field attendance_left_fields[] = {
	MEMBERS(attendance_left), CHAIR(attendance_left), WRITER(attendance_left), END};
static const struct field attendance_recuse_fields[] = {
	ITEM(attendance_recuse),
	MEMBERS(attendance_recuse),
	REASON(attendance_recuse),
	CHAIR(attendance_recuse),
	END,
};
static const struct field attendance_readmit_fields[] = {
	ITEM(attendance_readmit), MEMBERS(attendance_readmit), END};
static const struct field proxy_give_fields[] = {
	II(proxy_give, from, 1, MAX_MEMBER, N_("number of the absent member")),
	II(proxy_give, to, 1, MAX_MEMBER, N_("number of the member who holds the proxy")),
	END,
};
static const struct field proxy_end_fields[] = {
	II(proxy_ended, from, 1, MAX_MEMBER, N_("number of the absent member")), END};
static const struct field attendance_absent_fields[] = {
	MEMBERS(attendance_absent),
	B(attendance_absent, excused, N_("yes: with an accepted excuse")),
	B(attendance_absent, refused, N_("yes: an excuse was given and not accepted")),
	CHAIR(attendance_absent),
	WRITER(attendance_absent),
	T(attendance_absent, reason, N_("why the excuse is not accepted")),
	END,
};
static const struct field attendance_replace_fields[] = {
	II(attendance_replace, member, 1, MAX_MEMBER, N_("number of the absent member")),
	T(attendance_replace, name_ar,
		N_("the substitute's name in Arabic; without it the roster's")),
	T(attendance_replace, name_fr,
		N_("the substitute's name in French; without it the roster's")),
	END,
};
static const struct field attendance_time_fields[] = {
	II(attendance_time, member, 1, MAX_MEMBER, N_("number of the member")),
	{"time", FIELD_TIME, AT(attendance_time, time), .help = N_("when it really was")},
	I(attendance_time, act, INT32_MAX,
		N_("the act of the arrival or departure; without it the member's last")),
	REASON(attendance_time),
	END,
};
static const struct field attendance_add_fields[] = {
	MEMBER_FIELDS(attendance_add, member.),
	REASON(attendance_add),
	END,
};
static const struct field hijri_state_fields[] = {
	II(hijri_stated, year, 1, MAX_NUMBER, N_("Hijri year")),
	II(hijri_stated, month, 1, 12, N_("Hijri month, 1 Muharram to 12 Dhu al-Hijja")),
	{"first", FIELD_DATE, AT(hijri_stated, first), .help = N_("the day it began")}, END};
static const struct field ceremony_note_fields[] = {
	EE(ceremony_held, kind, ceremony_names, N_("what took place")), END};
#define NEXT_CALL(tag, path)                                                                       \
	{"place_ar", FIELD_TEXT, AT(tag, path place_ar), .optional = true, .max = LINE,            \
		.help = N_("place in Arabic; without it the same as before")},                     \
		{"place_fr", FIELD_TEXT, AT(tag, path place_fr), .optional = true, .max = LINE,    \
			.help = N_("place in French; without it the same as before")},             \
	{                                                                                          \
		"threshold", FIELD_TEXT, AT(tag, path threshold),                                  \
			.optional = true, .max = 16,                                               \
			.help = N_("quorum of that call: 1/3 for more than a third, any for any "  \
				   "number; without it as the rules say")                          \
	}
static const struct field call_fail_fields[] = {
	{"next", FIELD_DATE, AT(call_fail, next.date), .optional = true,
		.help = N_("day of the next call, YYYY-MM-DD; without it that is said later")},
	NEXT_CALL(call_fail, next.),
	T(call_fail, note, N_("more, in words")),
	END,
};
static const struct field call_convene_fields[] = {
	{"date", FIELD_DATE, AT(call_convene, date), .help = N_("day of the call, YYYY-MM-DD")},
	NEXT_CALL(call_convene, ),
	END,
};
static const struct field item_one_fields[] = {ITEM(item_one), END};
static const struct field item_present_fields[] = {
	ITEM(item_presented),
	I(item_presented, member, MAX_MEMBER, N_("number of the member who presents")),
	END,
};
static const struct field item_postpone_fields[] = {
	ITEM(item_postponed),
	REASON(item_postponed),
	E(item_postponed, to, postponed_to_names, N_("to which session")),
	END,
};
static const struct field item_reason_fields[] = {ITEM(item_reason), REASON(item_reason), END};
static const struct field text_keep_fields[] = {
	I(text_keep, text, MAX_COUNT, N_("number of the passage to replace or translate")),
	I(text_keep, item, MAX_NUMBER, N_("agenda number; without it the session as a whole")),
	E(text_keep, part, text_part_names, N_("kind of passage")),
	EE(text_keep, lang, lang_names, N_("language of the passage")),
	I(text_keep, member, MAX_MEMBER, N_("number of the member who speaks")),
	I(text_keep, guest, MAX_NUMBER, N_("number of the guest who speaks")),
	P(text_keep, content, N_("the passage")),
	END,
};
#define SPEAKER(tag)                                                                               \
	I(tag, member, MAX_MEMBER, N_("number of the member who speaks")),                         \
		I(tag, guest, MAX_NUMBER, N_("number of the guest who speaks"))
#define SECONDS(tag)                                                                               \
	{                                                                                          \
		"seconds", FIELD_INT, AT(tag, seconds),                                            \
			.optional = true, .min = -1, .max = MAX_SECONDS,                           \
			.help = N_("seconds of the speech that ends; "                             \
				   "without it the time between the "                              \
				   "acts")                                                         \
	}
static const struct field floor_ask_fields[] = {
	SPEAKER(floor_ask),
	{"kind", FIELD_ENUM, AT(floor_ask, kind), .optional = true, .names = speech_kind_names,
		.help = N_("speech, reply or order; without it speech")},
	T(floor_ask, behalf_ar, N_("on whose behalf, in Arabic")),
	T(floor_ask, behalf_fr, N_("on whose behalf, in French")),
	END,
};
static const struct field floor_give_fields[] = {SPEAKER(floor_give), SECONDS(floor_give), END};
static const struct field floor_end_fields[] = {SECONDS(floor_end), END};
static const struct field floor_withdraw_fields[] = {SPEAKER(floor_who), END};
static const struct field floor_move_fields[] = {
	SPEAKER(floor_move),
	II(floor_move, to, 1, MAX_COUNT, N_("new place on the list, from 1")),
	END,
};
static const struct field floor_limit_fields[] = {
	II(floor_limit, seconds, 0, MAX_SECONDS, N_("seconds of a speech; 0: no limit")), END};
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
static const struct field correction_make_fields[] = {
	II(correction_make, event, 0, INT32_MAX, N_("number of the act to take back")),
	REASON(correction_make),
	END,
};
static const struct field sitting_suspend_fields[] = {
	EE(sitting_reason, reason, suspension_names, N_("why the sitting is suspended")),
	T(sitting_reason, note, N_("more, in words")),
	END,
};
static const struct field sitting_close_fields[] = {
	E(sitting_close, cause, closing_names, N_("done, no-quorum or left-open")),
	T(sitting_close, note, N_("more, in words")),
	END,
};
static const struct field record_withdraw_fields[] = {REASON(record_withdrawn), END};

static const struct name certainty_choices[] = {
	{"unchanged", N_("as it is")},
	{"law", N_("published text")},
	{"practice", N_("practice")},
	{"unconfirmed", N_("not confirmed")},
	{NULL, NULL},
};
static const struct field rules_adopt_fields[] = {
	TT(rules_adopt, profile, N_("name of the profile; mahdar rules --list shows them")),
	END,
};
static const struct field rule_set_fields[] = {
	TT(rule_set, key, N_("the rule; mahdar rules --keys lists them")),
	T(rule_set, value, N_("its new value; none: no longer set")),
	T(rule_set, source, N_("where it is written, such as art. 14")),
	E(rule_set, certainty, certainty_choices, N_("how certain it is")),
	T(rule_set, confirmed_by, N_("who has checked it")),
	D(rule_set, confirmed_on, N_("the day of that; without it today")),
	D(rule_set, from, N_("in force from this day")),
	D(rule_set, to, N_("in force to this day")),
	T(rule_set, note, N_("anything to remember")),
	END,
};
/* What may be typed. Commands with lists or hashes come from the program itself. */
static const struct field *const typed[CMD_COUNT] = {
	[CMD_CHAMBER_CREATE] = chamber_create_fields,
	[CMD_CHAMBER_DESCRIBE] = chamber_describe_fields,
	[CMD_MEMBER_REGISTER] = member_register_fields,
	[CMD_RULES_ADOPT] = rules_adopt_fields,
	[CMD_RULE_SET] = rule_set_fields,
	[CMD_SESSION_CREATE] = session_create_fields,
	[CMD_SESSION_DESCRIBE] = session_describe_fields,
	[CMD_LETTERHEAD_TAKE] = no_arguments_fields,
	[CMD_SESSION_SET_ASIDE] = session_set_aside_fields,
	[CMD_SESSION_TAKE_UP] = session_take_up_fields,
	[CMD_ITEM_ADD] = item_add_fields,
	[CMD_NOTICE_RECORD] = notice_record_fields,
	[CMD_REQUEST_FILE] = request_file_fields,
	[CMD_REQUEST_ANSWER] = request_answer_fields,
	[CMD_ITEM_CARRY] = item_carry_fields,
	[CMD_ITEM_CHANGE] = item_change_fields,
	[CMD_ITEM_MOVE] = item_move_fields,
	[CMD_ITEM_REMOVE] = item_named_fields,
	[CMD_BUDGET_LINE] = budget_line_fields,
	[CMD_AGREEMENT_DESCRIBE] = agreement_describe_fields,
	[CMD_AGREEMENT_PARTY] = agreement_party_fields,
	[CMD_AGREEMENT_DROP] = agreement_drop_fields,
	[CMD_AGREEMENT_STEP] = agreement_step_fields,
	[CMD_AGREEMENT_FOLLOW] = agreement_follow_fields,
	[CMD_SITTING_OPEN] = sitting_open_fields,
	[CMD_CHAIR_CHANGE] = chair_change_fields,
	[CMD_SECRETARY_CHANGE] = secretary_change_fields,
	[CMD_GUEST_NOTE] = guest_note_fields,
	[CMD_ATTENDANCE_ALL] = no_arguments_fields,
	[CMD_ATTENDANCE_PRESENT] = attendance_present_fields,
	[CMD_ATTENDANCE_LEFT] = attendance_left_fields,
	[CMD_ATTENDANCE_REMOTE] = attendance_left_fields,
	[CMD_ATTENDANCE_RECUSE] = attendance_recuse_fields,
	[CMD_ATTENDANCE_READMIT] = attendance_readmit_fields,
	[CMD_PROXY_GIVE] = proxy_give_fields,
	[CMD_PROXY_END] = proxy_end_fields,
	[CMD_ATTENDANCE_ABSENT] = attendance_absent_fields,
	[CMD_ATTENDANCE_REPLACE] = attendance_replace_fields,
	[CMD_ATTENDANCE_TIME] = attendance_time_fields,
	[CMD_ATTENDANCE_ADD] = attendance_add_fields,
	[CMD_QUORUM_RECORD] = no_arguments_fields,
	[CMD_QUORUM_CONTINUE] = no_arguments_fields,
	[CMD_HIJRI_STATE] = hijri_state_fields,
	[CMD_HIJRI_NOTE] = no_arguments_fields,
	[CMD_CEREMONY_NOTE] = ceremony_note_fields,
	[CMD_CALL_FAIL] = call_fail_fields,
	[CMD_CALL_CONVENE] = call_convene_fields,
	[CMD_ITEM_OPEN] = item_named_fields,
	[CMD_ITEM_PRESENT] = item_present_fields,
	[CMD_ITEM_DISCUSS] = item_one_fields,
	[CMD_ITEM_NOTE] = item_one_fields,
	[CMD_ITEM_POSTPONE] = item_postpone_fields,
	[CMD_ITEM_WITHDRAW] = item_reason_fields,
	[CMD_ITEM_CLOSE] = item_one_fields,
	[CMD_TEXT_KEEP] = text_keep_fields,
	[CMD_FLOOR_ASK] = floor_ask_fields,
	[CMD_FLOOR_GIVE] = floor_give_fields,
	[CMD_FLOOR_END] = floor_end_fields,
	[CMD_FLOOR_WITHDRAW] = floor_withdraw_fields,
	[CMD_FLOOR_MOVE] = floor_move_fields,
	[CMD_FLOOR_LIMIT] = floor_limit_fields,
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
	[CMD_CORRECTION_MAKE] = correction_make_fields,
	[CMD_SITTING_SUSPEND] = sitting_suspend_fields,
	[CMD_SITTING_RESUME] = no_arguments_fields,
	[CMD_SITTING_CLOSE] = sitting_close_fields,
	[CMD_RECORD_WITHDRAW] = record_withdraw_fields,
};

static const struct command_spec specs[CMD_COUNT] = {
#define X(constant, name, member, tag, weight, stream, help)                                       \
	[constant] = {name, help, sizeof(struct tag), weight, stream},
#include "model/command.def"
#undef X
};

const struct command_spec *command_spec(enum command_type type)
{
	return &specs[type];
}

const struct field *command_fields(enum command_type type)
{
	return typed[type];
}

bool command_type_parse(struct str name, enum command_type *type)
{
	for (int i = 0; i < CMD_COUNT; i++) {
		if (str_is(name, specs[i].name)) {
			*type = (enum command_type)i;
			return true;
		}
	}
	return false;
}

struct command command_of(enum command_type type)
{
	struct command c = {.type = type};

	if (type == CMD_SESSION_DESCRIBE)
		c.arg.session_describe.kind = -1;
	else if (type == CMD_ITEM_CHANGE)
		c.arg.item_change.kind = -1;
	else if (type == CMD_FLOOR_GIVE)
		c.arg.floor_give.seconds = -1;
	else if (type == CMD_FLOOR_END)
		c.arg.floor_end.seconds = -1;
	else if (type == CMD_VOTE_COUNT)
		c.arg.vote_count = (struct vote_count){-1, -1, -1};
	else if (type == CMD_VOTE_CORRECT)
		c.arg.vote_correct.votes_for = c.arg.vote_correct.against =
			c.arg.vote_correct.abstain = c.arg.vote_correct.issued =
				c.arg.vote_correct.found = c.arg.vote_correct.blank =
					c.arg.vote_correct.spoiled = -1;
	else if (type == CMD_ELECTION_COUNT)
		c.arg.election_count.issued = c.arg.election_count.found = -1;
	else if (type == CMD_ELECTION_CORRECT)
		c.arg.election_correct.issued = c.arg.election_correct.found =
			c.arg.election_correct.blank = c.arg.election_correct.spoiled =
				c.arg.election_correct.choice = -1;
	else if (type == CMD_VOTE_BALLOTS)
		c.arg.vote_ballots.issued = -1;
	else if (type == CMD_REQUEST_ANSWER)
		c.arg.request_answer.kind = -1;
	else if (type == CMD_ELECTION_OPEN)
		c.arg.election_open.post = -1;
	else if (type == CMD_ELECTION_MARK)
		c.arg.election_mark.choice = -1;
	return c;
}

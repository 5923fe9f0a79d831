/* What is typed before a session: the chamber, its rules, the agenda, agreements, convening. */
#include "model/command_fields.h"

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

const struct field *const command_fields_prepare[CMD_COUNT] = {
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
};

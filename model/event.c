/* The field tables of all event bodies: names on disk, for ever. */
#include "model/event.h"

#include "model/limits.h"
#include "model/message.h"
#include "model/rule.h"

#define AT(tag, m) .offset = offsetof(struct tag, m)
#define INT(tag, m, lo, hi)                                                                        \
	{                                                                                          \
#m, FIELD_INT, AT(tag, m), .min = (lo), .max = (hi)                                \
	}
#define TEXTF(tag, m, most)                                                                        \
	{                                                                                          \
#m, FIELD_TEXT, AT(tag, m), .optional = true, .max = (most)                        \
	}
#define TEXT1(tag, m, most)                                                                        \
	{                                                                                          \
#m, FIELD_TEXT, AT(tag, m), .max = (most)                                          \
	} /* required */
#define ENUMF(tag, m, table)                                                                       \
	{                                                                                          \
#m, FIELD_ENUM, AT(tag, m), .names = (table)                                       \
	}
#define END                                                                                        \
	{                                                                                          \
		0                                                                                  \
	}

const struct field member_fields[] = {
	INT(member, number, 1, MAX_MEMBER),
	TEXTF(member, name_ar, LINE),
	TEXTF(member, name_fr, LINE),
	ENUMF(member, office, office_names),
	ENUMF(member, gender, gender_names),
	{"from", FIELD_DATE, AT(member, from), .optional = true},
	{"to", FIELD_DATE, AT(member, to), .optional = true},
	{"weight", FIELD_INT, AT(member, weight), .optional = true, .max = MAX_WEIGHT},
	TEXTF(member, substitute_ar, LINE),
	TEXTF(member, substitute_fr, LINE),
	END,
};

const struct field rule_fields[] = {
	TEXT1(rule_text, key, LINE),
	TEXT1(rule_text, value, LINE),
	TEXTF(rule_text, source, LINE),
	ENUMF(rule_text, certainty, certainty_names),
	TEXTF(rule_text, confirmed_by, LINE),
	{"confirmed_on", FIELD_DATE, AT(rule_text, confirmed_on), .optional = true},
	{"from", FIELD_DATE, AT(rule_text, from), .optional = true},
	{"to", FIELD_DATE, AT(rule_text, to), .optional = true},
	TEXTF(rule_text, note, LINE),
	END,
};

const struct field signer_fields[] = {
	ENUMF(signer, role, signer_role_names),
	INT(signer, member, 0, MAX_MEMBER),
	TEXTF(signer, name_ar, LINE),
	TEXTF(signer, name_fr, LINE),
	{"certificate", FIELD_HASH, AT(signer, certificate)},
	END,
};

#define LIST(tag, m, table, type)                                                                  \
	{                                                                                          \
#m, FIELD_LIST, AT(tag, m), .sub = (table), .sub_size = sizeof(struct type)        \
	}
#define NUMBERS(tag, m)                                                                            \
	{                                                                                          \
#m, FIELD_NUMBERS, AT(tag, m), .min = 1, .max = MAX_MEMBER                         \
	}
#define NUMBERS_IF_ANY(tag, m)                                                                     \
	{                                                                                          \
#m, FIELD_NUMBERS, AT(tag, m), .optional = true, .min = 1, .max = MAX_MEMBER       \
	}
#define VOTE(tag)                                                                                  \
	{                                                                                          \
		"vote", FIELD_VOTE, AT(tag, vote)                                                  \
	}

#define HEAD_TEXT(tag, path, m)                                                                    \
	{                                                                                          \
#m, FIELD_TEXT, AT(tag, path m), .optional = true, .max = LINE                     \
	}
#define HEAD_TEXTS(tag, path)                                                                      \
	HEAD_TEXT(tag, path, name_ar), HEAD_TEXT(tag, path, name_fr),                              \
		HEAD_TEXT(tag, path, region_ar), HEAD_TEXT(tag, path, region_fr),                  \
		HEAD_TEXT(tag, path, seat_ar), HEAD_TEXT(tag, path, seat_fr),                      \
		HEAD_TEXT(tag, path, ministry_ar), HEAD_TEXT(tag, path, ministry_fr),              \
		HEAD_TEXT(tag, path, name_zgh)
#define CHAMBER_TEXTS(tag)                                                                         \
	TEXT1(tag, format, LINE), TEXT1(tag, genesis, 32), TEXT1(tag, code, 16),                   \
		HEAD_TEXTS(tag, head.),                                                            \
	{                                                                                          \
		"specimen", FIELD_BOOL, AT(tag, specimen)                                          \
	}

static const struct field letterhead_fields[] = {HEAD_TEXTS(letterhead, ), END};

static const struct field chamber_created_fields[] = {
	CHAMBER_TEXTS(chamber_created),
	ENUMF(chamber_created, lang, lang_names),
	END,
};
static const struct field members_registered_fields[] = {
	TEXTF(members_registered, source, LINE),
	LIST(members_registered, members, member_fields, member),
	END,
};
static const struct field key_made_fields[] = {
	{"role", FIELD_ENUM, AT(key_made, signer.role), .names = signer_role_names},
	{"member", FIELD_INT, AT(key_made, signer.member), .max = MAX_MEMBER},
	{"name_ar", FIELD_TEXT, AT(key_made, signer.name_ar), .optional = true, .max = LINE},
	{"name_fr", FIELD_TEXT, AT(key_made, signer.name_fr), .optional = true, .max = LINE},
	{"certificate", FIELD_HASH, AT(key_made, signer.certificate)},
	TEXTF(key_made, file, LINE),
	END,
};
static const struct field key_retired_fields[] = {
	{"certificate", FIELD_HASH, AT(key_retired, certificate)},
	TEXTF(key_retired, reason, LINE),
	END,
};
static const struct field rules_adopted_fields[] = {
	TEXT1(rules_adopted, profile, LINE),
	TEXTF(rules_adopted, title_ar, LINE),
	TEXTF(rules_adopted, title_fr, LINE),
	TEXTF(rules_adopted, source, LINE),
	LIST(rules_adopted, rules, rule_fields, rule_text),
	END,
};
static const struct field session_created_fields[] = {
	CHAMBER_TEXTS(session_created),
	INT(session_created, number, 1, MAX_NUMBER),
	INT(session_created, year, 1900, 2999),
	INT(session_created, month, 1, 12),
	ENUMF(session_created, kind, session_kind_names),
	END,
};
static const struct field session_set_aside_fields[] = {
	TEXT1(session_set_aside, reason, LINE),
	END,
};
static const struct field session_taken_up_fields[] = {
	TEXTF(session_taken_up, reason, LINE),
	END,
};
static const struct field session_described_fields[] = {
	ENUMF(session_described, kind, session_kind_names),
	INT(session_described, year, 1900, 2999),
	INT(session_described, month, 1, 12),
	{"date", FIELD_DATE, AT(session_described, date), .optional = true},
	{"notice", FIELD_DATE, AT(session_described, notice), .optional = true},
	TEXTF(session_described, place_ar, LINE),
	TEXTF(session_described, place_fr, LINE),
	END,
};
const struct field carried_fields[] = {
	INT(carried, session, 1, MAX_NUMBER),
	INT(carried, item, 1, MAX_NUMBER),
	ENUMF(carried, kind, session_kind_names),
	INT(carried, year, 1900, 2999),
	INT(carried, month, 1, 12),
	ENUMF(carried, how, left_how_names),
	TEXTF(carried, reason, LINE),
	{"date", FIELD_DATE, AT(carried, date), .optional = true},
	END,
};
static const struct field budget_line_set_fields[] = {
	INT(budget_line_set, item, 1, MAX_NUMBER),
	TEXT1(budget_line_set, code, 32),
	ENUMF(budget_line_set, part, budget_part_names),
	TEXTF(budget_line_set, title_ar, LINE),
	TEXTF(budget_line_set, title_fr, LINE),
	{"before", FIELD_MONEY, AT(budget_line_set, before), .min = -MAX_MONEY, .max = MAX_MONEY},
	{"amount", FIELD_MONEY, AT(budget_line_set, amount), .min = -MAX_MONEY, .max = MAX_MONEY},
	END,
};
static const struct field agreement_described_fields[] = {
	INT(agreement_described, item, 1, MAX_NUMBER),
	ENUMF(agreement_described, kind, agreement_kind_names),
	{"addendum", FIELD_INT, AT(agreement_described, addendum), .optional = true, .max = 99},
	TEXTF(agreement_described, reference, LINE),
	ENUMF(agreement_described, link, agreement_link_names),
	{"parent_session", FIELD_INT, AT(agreement_described, parent_session), .optional = true,
		.max = MAX_NUMBER},
	{"parent_item", FIELD_INT, AT(agreement_described, parent_item), .optional = true,
		.max = MAX_NUMBER},
	TEXTF(agreement_described, parent_ar, LINE),
	TEXTF(agreement_described, parent_fr, LINE),
	TEXTF(agreement_described, subject_ar, LINE),
	TEXTF(agreement_described, subject_fr, LINE),
	{"months", FIELD_INT, AT(agreement_described, months), .optional = true, .max = 1200},
	TEXTF(agreement_described, line, 32),
	{"year", FIELD_INT, AT(agreement_described, year), .optional = true, .max = 2999},
	{"total", FIELD_MONEY, AT(agreement_described, total), .optional = true, .max = MAX_MONEY},
	END,
};
static const struct field party_set_fields[] = {
	INT(party_set, item, 1, MAX_NUMBER),
	INT(party_set, party, 1, MAX_NUMBER),
	{"at", FIELD_INT, AT(party_set, at), .optional = true, .max = MAX_NUMBER},
	TEXTF(party_set, name_ar, LINE),
	TEXTF(party_set, name_fr, LINE),
	ENUMF(party_set, role, party_role_names),
	{"also", FIELD_ENUM, AT(party_set, also), .optional = true, .names = party_role_names},
	{"chamber", FIELD_BOOL, AT(party_set, chamber), .optional = true},
	{"amount", FIELD_MONEY, AT(party_set, amount), .optional = true, .max = MAX_MONEY},
	TEXTF(party_set, kind_ar, LINE),
	TEXTF(party_set, kind_fr, LINE),
	END,
};
static const struct field party_removed_fields[] = {
	INT(party_removed, item, 1, MAX_NUMBER),
	INT(party_removed, party, 1, MAX_NUMBER),
	END,
};
static const struct field agreement_stepped_fields[] = {
	{"session", FIELD_INT, AT(agreement_stepped, session), .optional = true, .max = MAX_NUMBER},
	INT(agreement_stepped, item, 1, MAX_NUMBER),
	ENUMF(agreement_stepped, step, agreement_step_names),
	{"date", FIELD_DATE, AT(agreement_stepped, date)},
	TEXTF(agreement_stepped, who_ar, LINE),
	TEXTF(agreement_stepped, who_fr, LINE),
	TEXTF(agreement_stepped, place_ar, LINE),
	TEXTF(agreement_stepped, place_fr, LINE),
	TEXTF(agreement_stepped, note, LINE),
	TEXTF(agreement_stepped, title_ar, LINE),
	TEXTF(agreement_stepped, title_fr, LINE),
	END,
};

static const struct field item_text_fields[] = {
	INT(item_text, item, 1, MAX_NUMBER),
	ENUMF(item_text, kind, item_kind_names),
	TEXTF(item_text, title_ar, LINE),
	TEXTF(item_text, title_fr, LINE),
	TEXTF(item_text, short_ar, LINE),
	TEXTF(item_text, short_fr, LINE),
	TEXTF(item_text, text_ar, PROSE),
	TEXTF(item_text, text_fr, PROSE),
	{"carried", FIELD_LIST, AT(item_text, carried), .optional = true, .sub = carried_fields,
		.sub_size = sizeof(struct carried)},
	{"lines", FIELD_LIST, AT(item_text, lines), .optional = true, .sub = budget_line_set_fields,
		.sub_size = sizeof(struct budget_line_set)},
	{"agreement", FIELD_LIST, AT(item_text, agreement), .optional = true,
		.sub = agreement_described_fields, .sub_size = sizeof(struct agreement_described)},
	{"parties", FIELD_LIST, AT(item_text, parties), .optional = true, .sub = party_set_fields,
		.sub_size = sizeof(struct party_set)},
	END,
};
static const struct field item_moved_fields[] = {
	INT(item_moved, item, 1, MAX_NUMBER),
	INT(item_moved, to, 1, MAX_NUMBER),
	END,
};
static const struct field item_ref_fields[] = {INT(item_ref, item, 1, MAX_NUMBER), END};
static const struct field item_opened_fields[] = {
	INT(item_opened, item, 1, MAX_NUMBER),
	TEXTF(item_opened, warned, LINE),
	END,
};
static const struct field notices_recorded_fields[] = {
	INT(notices_recorded, call, 1, 99),
	NUMBERS(notices_recorded, members),
	ENUMF(notices_recorded, channel, channel_names),
	{"date", FIELD_DATE, AT(notices_recorded, date)},
	{"documents", FIELD_BOOL, AT(notices_recorded, documents)},
	TEXTF(notices_recorded, proof, LINE),
	END,
};
static const struct field request_filed_fields[] = {
	INT(request_filed, request, 1, MAX_NUMBER),
	ENUMF(request_filed, kind, request_kind_names),
	{"date", FIELD_DATE, AT(request_filed, date)},
	NUMBERS(request_filed, members),
	TEXTF(request_filed, title_ar, LINE),
	TEXTF(request_filed, title_fr, LINE),
	INT(request_filed, in_office, 0, MAX_COUNT),
	INT(request_filed, needed, 0, MAX_COUNT),
	TEXTF(request_filed, threshold, 32),
	TEXTF(request_filed, source, LINE),
	TEXTF(request_filed, proof, LINE),
	ENUMF(request_filed, certainty, certainty_names),
	TEXTF(request_filed, warned, LINE),
	END,
};
static const struct field request_answered_fields[] = {
	INT(request_answered, request, 1, MAX_NUMBER),
	ENUMF(request_answered, outcome, request_outcome_names),
	INT(request_answered, item, 0, MAX_NUMBER),
	TEXTF(request_answered, reason, LINE),
	END,
};
static const struct field session_opened_fields[] = {
	INT(session_opened, call, 1, 99),
	TEXT1(session_opened, profile, LINE),
	LIST(session_opened, roster, member_fields, member),
	LIST(session_opened, rules, rule_fields, rule_text),
	INT(session_opened, previous, 0, MAX_NUMBER),
	{"previous_head", FIELD_HASH, AT(session_opened, previous_head)},
	TEXTF(session_opened, title_ar, LINE),
	TEXTF(session_opened, title_fr, LINE),
	END,
};
static const struct field sitting_opened_fields[] = {
	INT(sitting_opened, sitting, 1, 999),
	TEXTF(sitting_opened, place_ar, LINE),
	TEXTF(sitting_opened, place_fr, LINE),
	INT(sitting_opened, chair, 1, MAX_MEMBER),
	INT(sitting_opened, secretary, 0, MAX_MEMBER),
	TEXTF(sitting_opened, secretary_ar, LINE),
	TEXTF(sitting_opened, secretary_fr, LINE),
	TEXTF(sitting_opened, warned, LINE),
	END,
};
static const struct field chair_changed_fields[] = {
	INT(chair_changed, member, 1, MAX_MEMBER),
	TEXTF(chair_changed, reason, LINE),
	{"cause", FIELD_ENUM, AT(chair_changed, cause), .optional = true,
		.names = chair_cause_names},
	END,
};
static const struct field secretary_changed_fields[] = {
	INT(secretary_changed, member, 0, MAX_MEMBER),
	TEXTF(secretary_changed, name_ar, LINE),
	TEXTF(secretary_changed, name_fr, LINE),
	TEXTF(secretary_changed, reason, LINE),
	{"cause", FIELD_ENUM, AT(secretary_changed, cause), .optional = true,
		.names = secretary_cause_names},
	END,
};
static const struct field guest_noted_fields[] = {
	INT(guest_noted, guest, 1, MAX_NUMBER),
	ENUMF(guest_noted, capacity, capacity_names),
	TEXTF(guest_noted, name_ar, LINE),
	TEXTF(guest_noted, name_fr, LINE),
	TEXTF(guest_noted, title_ar, LINE),
	TEXTF(guest_noted, title_fr, LINE),
	END,
};
static const struct field member_added_fields[] = {
	{"number", FIELD_INT, AT(member_added, member.number), .min = 1, .max = MAX_MEMBER},
	{"name_ar", FIELD_TEXT, AT(member_added, member.name_ar), .optional = true, .max = LINE},
	{"name_fr", FIELD_TEXT, AT(member_added, member.name_fr), .optional = true, .max = LINE},
	{"office", FIELD_ENUM, AT(member_added, member.office), .names = office_names},
	{"gender", FIELD_ENUM, AT(member_added, member.gender), .names = gender_names},
	{"from", FIELD_DATE, AT(member_added, member.from), .optional = true},
	{"to", FIELD_DATE, AT(member_added, member.to), .optional = true},
	{"substitute_ar", FIELD_TEXT, AT(member_added, member.substitute_ar), .optional = true,
		.max = LINE},
	{"substitute_fr", FIELD_TEXT, AT(member_added, member.substitute_fr), .optional = true,
		.max = LINE},
	TEXTF(member_added, reason, LINE),
	END,
};
static const struct field members_ref_fields[] = {NUMBERS(members_ref, members), END};
static const struct field member_absent_fields[] = {
	NUMBERS(member_absent, members),
	{"refused", FIELD_BOOL, AT(member_absent, refused), .optional = true},
	{"reason", FIELD_TEXT, AT(member_absent, reason), .optional = true, .max = LINE},
	END,
};
static const struct field member_recused_fields[] = {
	INT(member_recused, item, 1, MAX_NUMBER),
	NUMBERS(member_recused, members),
	TEXTF(member_recused, reason, LINE),
	END,
};
static const struct field member_readmitted_fields[] = {
	INT(member_readmitted, item, 1, MAX_NUMBER),
	NUMBERS(member_readmitted, members),
	END,
};
static const struct field proxy_given_fields[] = {
	INT(proxy_given, from, 1, MAX_MEMBER),
	INT(proxy_given, to, 1, MAX_MEMBER),
	TEXTF(proxy_given, warned, LINE),
	END,
};
static const struct field proxy_ended_fields[] = {INT(proxy_ended, from, 1, MAX_MEMBER), END};
static const struct field member_replaced_fields[] = {
	INT(member_replaced, member, 1, MAX_MEMBER),
	TEXTF(member_replaced, name_ar, LINE),
	TEXTF(member_replaced, name_fr, LINE),
	{"unlisted", FIELD_BOOL, AT(member_replaced, unlisted), .optional = true},
	END,
};
static const struct field member_timed_fields[] = {
	INT(member_timed, act, 1, INT32_MAX),
	INT(member_timed, member, 1, MAX_MEMBER),
	{"time", FIELD_TIME, AT(member_timed, time)},
	TEXTF(member_timed, reason, LINE),
	END,
};
static const struct field quorum_recorded_fields[] = {
	INT(quorum_recorded, present, 0, MAX_COUNT),
	INT(quorum_recorded, in_office, 0, MAX_COUNT),
	INT(quorum_recorded, needed, 0, MAX_COUNT),
	{"met", FIELD_BOOL, AT(quorum_recorded, met)},
	NUMBERS(quorum_recorded, absent),
	ENUMF(quorum_recorded, certainty, certainty_names),
	END,
};
static const struct field hijri_stated_fields[] = {
	INT(hijri_stated, year, 1, MAX_NUMBER),
	INT(hijri_stated, month, 1, 12),
	{"first", FIELD_DATE, AT(hijri_stated, first)},
	END,
};
static const struct field hijri_noted_fields[] = {
	INT(hijri_noted, sitting, 1, MAX_NUMBER),
	INT(hijri_noted, year, 1, MAX_NUMBER),
	INT(hijri_noted, month, 1, 12),
	INT(hijri_noted, day, 1, 30),
	END,
};
static const struct field ceremony_held_fields[] = {
	ENUMF(ceremony_held, kind, ceremony_names), END};
static const struct field call_failed_fields[] = {
	INT(call_failed, call, 1, 99),
	INT(call_failed, sitting, 1, 999),
	INT(call_failed, present, 0, MAX_COUNT),
	INT(call_failed, in_office, 0, MAX_COUNT),
	INT(call_failed, needed, 0, MAX_COUNT),
	TEXT1(call_failed, threshold, 32),
	NUMBERS(call_failed, here),
	NUMBERS(call_failed, excused),
	NUMBERS(call_failed, absent),
	NUMBERS(call_failed, left),
	TEXTF(call_failed, source, LINE),
	ENUMF(call_failed, certainty, certainty_names),
	TEXTF(call_failed, note, LINE),
	END,
};
static const struct field call_convened_fields[] = {
	INT(call_convened, call, 2, 99),
	{"date", FIELD_DATE, AT(call_convened, date)},
	TEXTF(call_convened, place_ar, LINE),
	TEXTF(call_convened, place_fr, LINE),
	TEXT1(call_convened, threshold, 32),
	TEXTF(call_convened, source, LINE),
	ENUMF(call_convened, certainty, certainty_names),
	{"earliest", FIELD_DATE, AT(call_convened, earliest), .optional = true},
	TEXTF(call_convened, warned, LINE),
	END,
};
static const struct field item_presented_fields[] = {
	INT(item_presented, item, 1, MAX_NUMBER),
	INT(item_presented, member, 0, MAX_MEMBER),
	END,
};
static const struct field item_reason_fields[] = {
	INT(item_reason, item, 1, MAX_NUMBER),
	TEXTF(item_reason, reason, LINE),
	END,
};
static const struct field item_postponed_fields[] = {
	INT(item_postponed, item, 1, MAX_NUMBER),
	TEXTF(item_postponed, reason, LINE),
	{"to", FIELD_ENUM, AT(item_postponed, to), .optional = true, .names = postponed_to_names},
	END,
};
static const struct field text_kept_fields[] = {
	INT(text_kept, text, 1, MAX_COUNT),
	INT(text_kept, item, 0, MAX_NUMBER),
	ENUMF(text_kept, part, text_part_names),
	ENUMF(text_kept, lang, lang_names),
	INT(text_kept, member, 0, MAX_MEMBER),
	INT(text_kept, guest, 0, MAX_NUMBER),
	TEXTF(text_kept, content, PROSE),
	END,
};
static const struct field floor_asked_fields[] = {
	INT(floor_asked, request, 1, MAX_COUNT),
	INT(floor_asked, item, 0, MAX_NUMBER),
	INT(floor_asked, member, 0, MAX_MEMBER),
	INT(floor_asked, guest, 0, MAX_NUMBER),
	ENUMF(floor_asked, kind, speech_kind_names),
	TEXTF(floor_asked, behalf_ar, LINE),
	TEXTF(floor_asked, behalf_fr, LINE),
	END,
};
static const struct field floor_ref_fields[] = {INT(floor_ref, request, 1, MAX_COUNT), END};
static const struct field floor_ended_fields[] = {
	INT(floor_ended, request, 1, MAX_COUNT),
	INT(floor_ended, seconds, 0, MAX_SECONDS),
	END,
};
static const struct field floor_moved_fields[] = {
	INT(floor_moved, request, 1, MAX_COUNT),
	INT(floor_moved, to, 1, MAX_COUNT),
	END,
};
static const struct field floor_limited_fields[] = {
	INT(floor_limited, item, 0, MAX_NUMBER),
	INT(floor_limited, seconds, 0, MAX_SECONDS),
	END,
};
static const struct field vote_opened_fields[] = {
	VOTE(vote_opened),
	ENUMF(vote_opened, kind, vote_kind_names),
	NUMBERS(vote_opened, voters),
	ENUMF(vote_opened, base, vote_base_names),
	ENUMF(vote_opened, tie, tie_rule_names),
	INT(vote_opened, threshold_num, 0, 1000),
	INT(vote_opened, threshold_den, 1, 1000),
	TEXTF(vote_opened, warned, LINE),
	{"at_least", FIELD_BOOL, AT(vote_opened, at_least), .optional = true},
	{"fixed", FIELD_INT, AT(vote_opened, fixed), .optional = true, .max = MAX_COUNT},
	TEXTF(vote_opened, reason, LINE),
	{"motion", FIELD_INT, AT(vote_opened, motion), .optional = true, .max = MAX_NUMBER},
	TEXTF(vote_opened, text_ar, PROSE),
	TEXTF(vote_opened, text_fr, PROSE),
	NUMBERS_IF_ANY(vote_opened, order),
	{"calling", FIELD_ENUM, AT(vote_opened, calling), .optional = true, .names = calling_names},
	{"first", FIELD_INT, AT(vote_opened, first), .optional = true, .max = MAX_MEMBER},
	TEXTF(vote_opened, letter, 8),
	{"chair_last", FIELD_BOOL, AT(vote_opened, chair_last), .optional = true},
	NUMBERS_IF_ANY(vote_opened, block),
	NUMBERS_IF_ANY(vote_opened, bare),
	END,
};
static const struct field vote_explained_fields[] = {
	VOTE(vote_explained),
	ENUMF(vote_explained, kind, statement_names),
	INT(vote_explained, member, 1, MAX_MEMBER),
	ENUMF(vote_explained, lang, lang_names),
	TEXT1(vote_explained, content, PROSE),
	END,
};
static const struct field vote_stance_fields[] = {
	VOTE(vote_stance),
	ENUMF(vote_stance, value, vote_value_names),
	END,
};
static const struct field vote_joined_fields[] = {
	VOTE(vote_joined),
	NUMBERS(vote_joined, members),
	TEXTF(vote_joined, warned, LINE),
	END,
};
static const struct field vote_marked_fields[] = {
	VOTE(vote_marked),
	NUMBERS(vote_marked, members),
	ENUMF(vote_marked, value, vote_value_names),
	END,
};
static const struct field vote_counted_fields[] = {
	VOTE(vote_counted),
	{"for", FIELD_INT, AT(vote_counted, votes_for), .max = MAX_COUNT},
	INT(vote_counted, against, 0, MAX_COUNT),
	INT(vote_counted, abstain, 0, MAX_COUNT),
	{"remainder", FIELD_BOOL, AT(vote_counted, remainder)},
	END,
};
static const struct field vote_closed_fields[] = {
	VOTE(vote_closed),
	{"for", FIELD_INT, AT(vote_closed, votes_for), .max = MAX_COUNT},
	INT(vote_closed, against, 0, MAX_COUNT),
	INT(vote_closed, abstain, 0, MAX_COUNT),
	INT(vote_closed, voters, 0, MAX_COUNT),
	INT(vote_closed, needed, 0, MAX_COUNT),
	ENUMF(vote_closed, outcome, outcome_names),
	END,
};
static const struct field vote_ref_fields[] = {VOTE(vote_ref), END};
static const struct field vote_corrected_fields[] = {
	VOTE(vote_corrected),
	INT(vote_corrected, member, 0, MAX_MEMBER),
	ENUMF(vote_corrected, value, vote_value_names),
	ENUMF(vote_corrected, side, vote_value_names),
	{"for", FIELD_INT, AT(vote_corrected, votes_for), .max = MAX_COUNT},
	INT(vote_corrected, against, 0, MAX_COUNT),
	INT(vote_corrected, abstain, 0, MAX_COUNT),
	INT(vote_corrected, needed, 0, MAX_COUNT),
	ENUMF(vote_corrected, outcome, outcome_names),
	TEXTF(vote_corrected, reason, LINE),
	{"issued", FIELD_INT, AT(vote_corrected, issued), .optional = true, .max = MAX_COUNT},
	{"blank", FIELD_INT, AT(vote_corrected, blank), .optional = true, .max = MAX_COUNT},
	{"void", FIELD_INT, AT(vote_corrected, spoiled), .optional = true, .max = MAX_COUNT},
	END,
};
static const struct field vote_reason_fields[] = {
	VOTE(vote_reason),
	TEXTF(vote_reason, reason, LINE),
	END,
};
static const struct field ballot_counted_fields[] = {
	VOTE(ballot_counted),
	INT(ballot_counted, issued, 0, MAX_COUNT),
	INT(ballot_counted, found, 0, MAX_COUNT),
	{"for", FIELD_INT, AT(ballot_counted, votes_for), .max = MAX_COUNT},
	INT(ballot_counted, against, 0, MAX_COUNT),
	INT(ballot_counted, blank, 0, MAX_COUNT),
	{"void", FIELD_INT, AT(ballot_counted, spoiled), .max = MAX_COUNT},
	TEXTF(ballot_counted, note, LINE),
	END,
};
static const struct field motion_moved_fields[] = {
	INT(motion_moved, motion, 1, MAX_NUMBER),
	INT(motion_moved, item, 0, MAX_NUMBER),
	ENUMF(motion_moved, kind, motion_kind_names),
	INT(motion_moved, member, 0, MAX_MEMBER),
	NUMBERS(motion_moved, seconders),
	TEXTF(motion_moved, title_ar, LINE),
	TEXTF(motion_moved, title_fr, LINE),
	TEXTF(motion_moved, before_ar, PROSE),
	TEXTF(motion_moved, before_fr, PROSE),
	TEXTF(motion_moved, after_ar, PROSE),
	TEXTF(motion_moved, after_fr, PROSE),
	TEXTF(motion_moved, grounds_ar, LINE),
	TEXTF(motion_moved, grounds_fr, LINE),
	INT(motion_moved, to, 0, MAX_NUMBER),
	TEXTF(motion_moved, line, LINE),
	TEXTF(motion_moved, to_line, LINE),
	{"amount", FIELD_MONEY, AT(motion_moved, amount), .optional = true, .max = MAX_MONEY},
	{"party", FIELD_INT, AT(motion_moved, party), .optional = true, .max = MAX_NUMBER},
	END,
};
static const struct field motion_reason_fields[] = {
	INT(motion_reason, motion, 1, MAX_NUMBER),
	TEXTF(motion_reason, reason, LINE),
	END,
};
static const struct field election_candidate_fields[] = {
	INT(election_candidate, number, 1, MAX_NUMBER),
	NUMBERS(election_candidate, members),
	{"endorsed", FIELD_BOOL, AT(election_candidate, endorsed)},
	END,
};
#define ELECTION(tag)                                                                              \
	{                                                                                          \
		"election", FIELD_VOTE, AT(tag, election)                                          \
	}
static const struct field election_opened_fields[] = {
	ELECTION(election_opened),
	INT(election_opened, round, 1, 99),
	ENUMF(election_opened, post, post_names),
	{"rank", FIELD_INT, AT(election_opened, rank), .optional = true, .max = 99},
	TEXTF(election_opened, name_ar, LINE),
	TEXTF(election_opened, name_fr, LINE),
	{"secret", FIELD_BOOL, AT(election_opened, secret)},
	LIST(election_opened, candidates, election_candidate_fields, election_candidate),
	NUMBERS(election_opened, voters),
	ENUMF(election_opened, majority, election_majority_names),
	ENUMF(election_opened, base, vote_base_names),
	{"last", FIELD_BOOL, AT(election_opened, last)},
	TEXTF(election_opened, reason, LINE),
	TEXTF(election_opened, warned, LINE),
	END,
};
static const struct field election_marked_fields[] = {
	ELECTION(election_marked),
	NUMBERS(election_marked, members),
	INT(election_marked, choice, 0, MAX_NUMBER),
	{"taken_back", FIELD_BOOL, AT(election_marked, taken_back), .optional = true},
	END,
};
static const struct field election_counted_fields[] = {
	ELECTION(election_counted),
	INT(election_counted, round, 1, 99),
	INT(election_counted, issued, 0, MAX_COUNT),
	INT(election_counted, found, 0, MAX_COUNT),
	INT(election_counted, blank, 0, MAX_COUNT),
	{"void", FIELD_INT, AT(election_counted, spoiled), .max = MAX_COUNT},
	{"votes", FIELD_NUMBERS, AT(election_counted, votes), .max = MAX_COUNT},
	INT(election_counted, needed, 0, MAX_COUNT),
	ENUMF(election_counted, outcome, round_outcome_names),
	INT(election_counted, elected, 0, MAX_NUMBER),
	END,
};
static const struct field election_ref_fields[] = {
	ELECTION(election_ref),
	INT(election_ref, round, 1, 99),
	END,
};
static const struct field election_corrected_fields[] = {
	ELECTION(election_corrected),
	INT(election_corrected, round, 1, 99),
	INT(election_corrected, member, 0, MAX_MEMBER),
	INT(election_corrected, choice, 0, MAX_NUMBER),
	INT(election_corrected, issued, 0, MAX_COUNT),
	INT(election_corrected, found, 0, MAX_COUNT),
	INT(election_corrected, blank, 0, MAX_COUNT),
	{"void", FIELD_INT, AT(election_corrected, spoiled), .max = MAX_COUNT},
	{"votes", FIELD_NUMBERS, AT(election_corrected, votes), .max = MAX_COUNT},
	INT(election_corrected, needed, 0, MAX_COUNT),
	ENUMF(election_corrected, outcome, round_outcome_names),
	INT(election_corrected, elected, 0, MAX_NUMBER),
	TEXTF(election_corrected, reason, LINE),
	END,
};
static const struct field election_decided_fields[] = {
	ELECTION(election_decided),
	ENUMF(election_decided, by, election_tie_names),
	INT(election_decided, elected, 1, MAX_NUMBER),
	TEXTF(election_decided, note, LINE),
	TEXTF(election_decided, warned, LINE),
	END,
};
static const struct field election_joined_fields[] = {
	ELECTION(election_joined),
	NUMBERS(election_joined, members),
	TEXTF(election_joined, warned, LINE),
	END,
};
static const struct field election_left_fields[] = {
	ELECTION(election_left),
	INT(election_left, candidate, 1, MAX_NUMBER),
	TEXTF(election_left, reason, LINE),
	END,
};
static const struct field act_corrected_fields[] = {
	INT(act_corrected, act, 0, INT32_MAX),
	TEXTF(act_corrected, reason, LINE),
	END,
};
static const struct field sitting_reason_fields[] = {
	ENUMF(sitting_reason, reason, suspension_names),
	TEXTF(sitting_reason, note, LINE),
	END,
};
static const struct field sitting_resumed_fields[] = {INT(sitting_resumed, sitting, 1, 999), END};
static const struct field sitting_closed_fields[] = {
	ENUMF(sitting_closed, cause, closing_names),
	TEXTF(sitting_closed, note, LINE),
	END,
};
static const struct field record_frozen_fields[] = {
	LIST(record_frozen, signers, signer_fields, signer),
	ENUMF(record_frozen, lang, lang_names),
	{"replaces", FIELD_HASH, AT(record_frozen, replaces)},
	END,
};
static const struct field record_signed_fields[] = {
	ENUMF(record_signed, role, signer_role_names),
	{"certificate", FIELD_HASH, AT(record_signed, certificate)},
	{"file", FIELD_HASH, AT(record_signed, file)},
	END,
};
static const struct field record_withdrawn_fields[] = {
	TEXTF(record_withdrawn, reason, LINE),
	{"file", FIELD_HASH, AT(record_withdrawn, file)},
	END,
};

static const struct event_spec specs[EVENT_COUNT] = {
#define X(constant, name, member, tag, label)                                                      \
	[constant] = {name, label, tag##_fields, sizeof(struct tag)},
#include "model/event.def"
#undef X
};

const struct event_spec *event_spec(enum event_type type)
{
	return &specs[type];
}

bool event_type_parse(struct str name, enum event_type *type)
{
	for (int i = 0; i < EVENT_COUNT; i++) {
		if (str_is(name, specs[i].name)) {
			*type = (enum event_type)i;
			return true;
		}
	}
	return false;
}

bool event_same(const struct event *a, const struct event *b)
{
	return a->type == b->type && field_equal(specs[a->type].fields, &a->body, &b->body);
}

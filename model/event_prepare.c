/* Fields of facts before a session: the chamber, its rules, the agenda, agreements, convening. */
#include "model/event_fields.h"

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
const struct field letterhead_fields[] = {HEAD_TEXTS(letterhead, ), END};
const struct field chamber_created_fields[] = {
	CHAMBER_TEXTS(chamber_created),
	ENUMF(chamber_created, lang, lang_names),
	END,
};
const struct field members_registered_fields[] = {
	TEXTF(members_registered, source, LINE),
	LIST(members_registered, members, member_fields, member),
	END,
};
const struct field key_made_fields[] = {
	{"role", FIELD_ENUM, AT(key_made, signer.role), .names = signer_role_names},
	{"member", FIELD_INT, AT(key_made, signer.member), .max = MAX_MEMBER},
	{"name_ar", FIELD_TEXT, AT(key_made, signer.name_ar), .optional = true, .max = LINE},
	{"name_fr", FIELD_TEXT, AT(key_made, signer.name_fr), .optional = true, .max = LINE},
	{"certificate", FIELD_HASH, AT(key_made, signer.certificate)},
	TEXTF(key_made, file, LINE),
	END,
};
const struct field key_retired_fields[] = {
	{"certificate", FIELD_HASH, AT(key_retired, certificate)},
	TEXTF(key_retired, reason, LINE),
	END,
};
const struct field rules_adopted_fields[] = {
	TEXT1(rules_adopted, profile, LINE),
	TEXTF(rules_adopted, title_ar, LINE),
	TEXTF(rules_adopted, title_fr, LINE),
	TEXTF(rules_adopted, source, LINE),
	LIST(rules_adopted, rules, rule_fields, rule_text),
	END,
};
const struct field session_created_fields[] = {
	CHAMBER_TEXTS(session_created),
	INT(session_created, number, 1, MAX_NUMBER),
	INT(session_created, year, 1900, 2999),
	INT(session_created, month, 1, 12),
	ENUMF(session_created, kind, session_kind_names),
	END,
};
const struct field session_set_aside_fields[] = {
	TEXT1(session_set_aside, reason, LINE),
	END,
};
const struct field session_taken_up_fields[] = {
	TEXTF(session_taken_up, reason, LINE),
	END,
};
const struct field session_described_fields[] = {
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
const struct field budget_line_set_fields[] = {
	INT(budget_line_set, item, 1, MAX_NUMBER),
	TEXT1(budget_line_set, code, 32),
	ENUMF(budget_line_set, part, budget_part_names),
	TEXTF(budget_line_set, title_ar, LINE),
	TEXTF(budget_line_set, title_fr, LINE),
	{"before", FIELD_MONEY, AT(budget_line_set, before), .min = -MAX_MONEY, .max = MAX_MONEY},
	{"amount", FIELD_MONEY, AT(budget_line_set, amount), .min = -MAX_MONEY, .max = MAX_MONEY},
	END,
};
const struct field agreement_described_fields[] = {
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
const struct field party_set_fields[] = {
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
const struct field party_removed_fields[] = {
	INT(party_removed, item, 1, MAX_NUMBER),
	INT(party_removed, party, 1, MAX_NUMBER),
	END,
};
const struct field agreement_stepped_fields[] = {
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
const struct field item_text_fields[] = {
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
const struct field item_moved_fields[] = {
	INT(item_moved, item, 1, MAX_NUMBER),
	INT(item_moved, to, 1, MAX_NUMBER),
	END,
};
const struct field item_ref_fields[] = {INT(item_ref, item, 1, MAX_NUMBER), END};
const struct field notices_recorded_fields[] = {
	INT(notices_recorded, call, 1, 99),
	NUMBERS(notices_recorded, members),
	ENUMF(notices_recorded, channel, channel_names),
	{"date", FIELD_DATE, AT(notices_recorded, date)},
	{"documents", FIELD_BOOL, AT(notices_recorded, documents)},
	TEXTF(notices_recorded, proof, LINE),
	END,
};
const struct field request_filed_fields[] = {
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
const struct field request_answered_fields[] = {
	INT(request_answered, request, 1, MAX_NUMBER),
	ENUMF(request_answered, outcome, request_outcome_names),
	INT(request_answered, item, 0, MAX_NUMBER),
	TEXTF(request_answered, reason, LINE),
	END,
};

/* Fields of facts of a sitting: who is there, items, the floor, corrections, the record. */
#include "model/event_fields.h"

const struct field session_opened_fields[] = {
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
const struct field sitting_opened_fields[] = {
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
const struct field chair_changed_fields[] = {
	INT(chair_changed, member, 1, MAX_MEMBER),
	TEXTF(chair_changed, reason, LINE),
	{"cause", FIELD_ENUM, AT(chair_changed, cause), .optional = true,
		.names = chair_cause_names},
	END,
};
const struct field secretary_changed_fields[] = {
	INT(secretary_changed, member, 0, MAX_MEMBER),
	TEXTF(secretary_changed, name_ar, LINE),
	TEXTF(secretary_changed, name_fr, LINE),
	TEXTF(secretary_changed, reason, LINE),
	{"cause", FIELD_ENUM, AT(secretary_changed, cause), .optional = true,
		.names = secretary_cause_names},
	END,
};
const struct field guest_noted_fields[] = {
	INT(guest_noted, guest, 1, MAX_NUMBER),
	ENUMF(guest_noted, capacity, capacity_names),
	TEXTF(guest_noted, name_ar, LINE),
	TEXTF(guest_noted, name_fr, LINE),
	TEXTF(guest_noted, title_ar, LINE),
	TEXTF(guest_noted, title_fr, LINE),
	END,
};
const struct field member_added_fields[] = {
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
const struct field members_ref_fields[] = {NUMBERS(members_ref, members), END};
const struct field member_absent_fields[] = {
	NUMBERS(member_absent, members),
	{"refused", FIELD_BOOL, AT(member_absent, refused), .optional = true},
	{"reason", FIELD_TEXT, AT(member_absent, reason), .optional = true, .max = LINE},
	END,
};
const struct field member_recused_fields[] = {
	INT(member_recused, item, 1, MAX_NUMBER),
	NUMBERS(member_recused, members),
	TEXTF(member_recused, reason, LINE),
	END,
};
const struct field member_readmitted_fields[] = {
	INT(member_readmitted, item, 1, MAX_NUMBER),
	NUMBERS(member_readmitted, members),
	END,
};
const struct field proxy_given_fields[] = {
	INT(proxy_given, from, 1, MAX_MEMBER),
	INT(proxy_given, to, 1, MAX_MEMBER),
	TEXTF(proxy_given, warned, LINE),
	END,
};
const struct field proxy_ended_fields[] = {INT(proxy_ended, from, 1, MAX_MEMBER), END};
const struct field member_replaced_fields[] = {
	INT(member_replaced, member, 1, MAX_MEMBER),
	TEXTF(member_replaced, name_ar, LINE),
	TEXTF(member_replaced, name_fr, LINE),
	{"unlisted", FIELD_BOOL, AT(member_replaced, unlisted), .optional = true},
	END,
};
const struct field member_timed_fields[] = {
	INT(member_timed, act, 1, INT32_MAX),
	INT(member_timed, member, 1, MAX_MEMBER),
	{"time", FIELD_TIME, AT(member_timed, time)},
	TEXTF(member_timed, reason, LINE),
	END,
};
const struct field quorum_recorded_fields[] = {
	INT(quorum_recorded, present, 0, MAX_COUNT),
	INT(quorum_recorded, in_office, 0, MAX_COUNT),
	INT(quorum_recorded, needed, 0, MAX_COUNT),
	{"met", FIELD_BOOL, AT(quorum_recorded, met)},
	NUMBERS(quorum_recorded, absent),
	ENUMF(quorum_recorded, certainty, certainty_names),
	END,
};
const struct field hijri_stated_fields[] = {
	INT(hijri_stated, year, 1, MAX_NUMBER),
	INT(hijri_stated, month, 1, 12),
	{"first", FIELD_DATE, AT(hijri_stated, first)},
	END,
};
const struct field hijri_noted_fields[] = {
	INT(hijri_noted, sitting, 1, MAX_NUMBER),
	INT(hijri_noted, year, 1, MAX_NUMBER),
	INT(hijri_noted, month, 1, 12),
	INT(hijri_noted, day, 1, 30),
	END,
};
const struct field ceremony_held_fields[] = {ENUMF(ceremony_held, kind, ceremony_names), END};
const struct field call_failed_fields[] = {
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
const struct field call_convened_fields[] = {
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
const struct field item_opened_fields[] = {
	INT(item_opened, item, 1, MAX_NUMBER),
	TEXTF(item_opened, warned, LINE),
	END,
};
const struct field item_presented_fields[] = {
	INT(item_presented, item, 1, MAX_NUMBER),
	INT(item_presented, member, 0, MAX_MEMBER),
	END,
};
const struct field item_reason_fields[] = {
	INT(item_reason, item, 1, MAX_NUMBER),
	TEXTF(item_reason, reason, LINE),
	END,
};
const struct field item_postponed_fields[] = {
	INT(item_postponed, item, 1, MAX_NUMBER),
	TEXTF(item_postponed, reason, LINE),
	{"to", FIELD_ENUM, AT(item_postponed, to), .optional = true, .names = postponed_to_names},
	END,
};
const struct field text_kept_fields[] = {
	INT(text_kept, text, 1, MAX_COUNT),
	INT(text_kept, item, 0, MAX_NUMBER),
	ENUMF(text_kept, part, text_part_names),
	ENUMF(text_kept, lang, lang_names),
	INT(text_kept, member, 0, MAX_MEMBER),
	INT(text_kept, guest, 0, MAX_NUMBER),
	TEXTF(text_kept, content, PROSE),
	END,
};
const struct field floor_asked_fields[] = {
	INT(floor_asked, request, 1, MAX_COUNT),
	INT(floor_asked, item, 0, MAX_NUMBER),
	INT(floor_asked, member, 0, MAX_MEMBER),
	INT(floor_asked, guest, 0, MAX_NUMBER),
	ENUMF(floor_asked, kind, speech_kind_names),
	TEXTF(floor_asked, behalf_ar, LINE),
	TEXTF(floor_asked, behalf_fr, LINE),
	END,
};
const struct field floor_ref_fields[] = {INT(floor_ref, request, 1, MAX_COUNT), END};
const struct field floor_ended_fields[] = {
	INT(floor_ended, request, 1, MAX_COUNT),
	INT(floor_ended, seconds, 0, MAX_SECONDS),
	END,
};
const struct field floor_moved_fields[] = {
	INT(floor_moved, request, 1, MAX_COUNT),
	INT(floor_moved, to, 1, MAX_COUNT),
	END,
};
const struct field floor_limited_fields[] = {
	INT(floor_limited, item, 0, MAX_NUMBER),
	INT(floor_limited, seconds, 0, MAX_SECONDS),
	END,
};
const struct field act_corrected_fields[] = {
	INT(act_corrected, act, 0, INT32_MAX),
	TEXTF(act_corrected, reason, LINE),
	END,
};
const struct field sitting_reason_fields[] = {
	ENUMF(sitting_reason, reason, suspension_names),
	TEXTF(sitting_reason, note, LINE),
	END,
};
const struct field sitting_resumed_fields[] = {INT(sitting_resumed, sitting, 1, 999), END};
const struct field sitting_closed_fields[] = {
	ENUMF(sitting_closed, cause, closing_names),
	TEXTF(sitting_closed, note, LINE),
	END,
};
const struct field record_frozen_fields[] = {
	LIST(record_frozen, signers, signer_fields, signer),
	ENUMF(record_frozen, lang, lang_names),
	{"replaces", FIELD_HASH, AT(record_frozen, replaces)},
	END,
};
const struct field record_signed_fields[] = {
	ENUMF(record_signed, role, signer_role_names),
	{"certificate", FIELD_HASH, AT(record_signed, certificate)},
	{"file", FIELD_HASH, AT(record_signed, file)},
	END,
};
const struct field record_withdrawn_fields[] = {
	TEXTF(record_withdrawn, reason, LINE),
	{"file", FIELD_HASH, AT(record_withdrawn, file)},
	END,
};

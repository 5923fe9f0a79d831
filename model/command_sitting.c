/* What is typed in a sitting: who is there, items, the floor, corrections, the record. */
#include "model/command_fields.h"

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

const struct field *const command_fields_sitting[CMD_COUNT] = {
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
	[CMD_CORRECTION_MAKE] = correction_make_fields,
	[CMD_SITTING_SUSPEND] = sitting_suspend_fields,
	[CMD_SITTING_RESUME] = no_arguments_fields,
	[CMD_SITTING_CLOSE] = sitting_close_fields,
	[CMD_RECORD_WITHDRAW] = record_withdraw_fields,
};

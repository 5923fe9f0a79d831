/* How the body of a fact is written down: names on disk, for ever. For event*.c alone. */
#ifndef MODEL_EVENT_FIELDS_H
#define MODEL_EVENT_FIELDS_H

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

/* event_prepare.c */
extern const struct field letterhead_fields[], chamber_created_fields[],
	members_registered_fields[], key_made_fields[], key_retired_fields[],
	rules_adopted_fields[], session_created_fields[], session_set_aside_fields[],
	session_taken_up_fields[], session_described_fields[], budget_line_set_fields[],
	agreement_described_fields[], party_set_fields[], party_removed_fields[],
	agreement_stepped_fields[], item_text_fields[], item_moved_fields[], item_ref_fields[],
	notices_recorded_fields[], request_filed_fields[], request_answered_fields[];
/* event_sitting.c */
extern const struct field session_opened_fields[], sitting_opened_fields[], chair_changed_fields[],
	secretary_changed_fields[], guest_noted_fields[], member_added_fields[],
	members_ref_fields[], member_absent_fields[], member_recused_fields[],
	member_readmitted_fields[], proxy_given_fields[], proxy_ended_fields[],
	member_replaced_fields[], member_timed_fields[], quorum_recorded_fields[],
	hijri_stated_fields[], hijri_noted_fields[], ceremony_held_fields[], call_failed_fields[],
	call_convened_fields[], item_opened_fields[], item_presented_fields[], item_reason_fields[],
	item_postponed_fields[], text_kept_fields[], floor_asked_fields[], floor_ref_fields[],
	floor_ended_fields[], floor_moved_fields[], floor_limited_fields[], act_corrected_fields[],
	sitting_reason_fields[], sitting_resumed_fields[], sitting_closed_fields[],
	record_frozen_fields[], record_signed_fields[], record_withdrawn_fields[];
/* event_voting.c */
extern const struct field vote_opened_fields[], vote_explained_fields[], vote_stance_fields[],
	vote_joined_fields[], vote_marked_fields[], vote_counted_fields[], vote_closed_fields[],
	vote_ref_fields[], vote_corrected_fields[], vote_reason_fields[], ballot_counted_fields[],
	motion_moved_fields[], motion_reason_fields[], election_opened_fields[],
	election_marked_fields[], election_counted_fields[], election_ref_fields[],
	election_corrected_fields[], election_decided_fields[], election_joined_fields[],
	election_left_fields[];

#endif

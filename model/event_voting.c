/* Fields of facts of decisions: votes, ballots, motions, elections. */
#include "model/event_fields.h"

const struct field vote_opened_fields[] = {
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
const struct field vote_explained_fields[] = {
	VOTE(vote_explained),
	ENUMF(vote_explained, kind, statement_names),
	INT(vote_explained, member, 1, MAX_MEMBER),
	ENUMF(vote_explained, lang, lang_names),
	TEXT1(vote_explained, content, PROSE),
	END,
};
const struct field vote_stance_fields[] = {
	VOTE(vote_stance),
	ENUMF(vote_stance, value, vote_value_names),
	END,
};
const struct field vote_joined_fields[] = {
	VOTE(vote_joined),
	NUMBERS(vote_joined, members),
	TEXTF(vote_joined, warned, LINE),
	END,
};
const struct field vote_marked_fields[] = {
	VOTE(vote_marked),
	NUMBERS(vote_marked, members),
	ENUMF(vote_marked, value, vote_value_names),
	END,
};
const struct field vote_counted_fields[] = {
	VOTE(vote_counted),
	{"for", FIELD_INT, AT(vote_counted, votes_for), .max = MAX_COUNT},
	INT(vote_counted, against, 0, MAX_COUNT),
	INT(vote_counted, abstain, 0, MAX_COUNT),
	{"remainder", FIELD_BOOL, AT(vote_counted, remainder)},
	END,
};
const struct field vote_closed_fields[] = {
	VOTE(vote_closed),
	{"for", FIELD_INT, AT(vote_closed, votes_for), .max = MAX_COUNT},
	INT(vote_closed, against, 0, MAX_COUNT),
	INT(vote_closed, abstain, 0, MAX_COUNT),
	INT(vote_closed, voters, 0, MAX_COUNT),
	INT(vote_closed, needed, 0, MAX_COUNT),
	ENUMF(vote_closed, outcome, outcome_names),
	END,
};
const struct field vote_ref_fields[] = {VOTE(vote_ref), END};
const struct field vote_corrected_fields[] = {
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
const struct field vote_reason_fields[] = {
	VOTE(vote_reason),
	TEXTF(vote_reason, reason, LINE),
	END,
};
const struct field ballot_counted_fields[] = {
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
const struct field motion_moved_fields[] = {
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
const struct field motion_reason_fields[] = {
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
const struct field election_opened_fields[] = {
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
const struct field election_marked_fields[] = {
	ELECTION(election_marked),
	NUMBERS(election_marked, members),
	INT(election_marked, choice, 0, MAX_NUMBER),
	{"taken_back", FIELD_BOOL, AT(election_marked, taken_back), .optional = true},
	END,
};
const struct field election_counted_fields[] = {
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
const struct field election_ref_fields[] = {
	ELECTION(election_ref),
	INT(election_ref, round, 1, 99),
	END,
};
const struct field election_corrected_fields[] = {
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
const struct field election_decided_fields[] = {
	ELECTION(election_decided),
	ENUMF(election_decided, by, election_tie_names),
	INT(election_decided, elected, 1, MAX_NUMBER),
	TEXTF(election_decided, note, LINE),
	TEXTF(election_decided, warned, LINE),
	END,
};
const struct field election_joined_fields[] = {
	ELECTION(election_joined),
	NUMBERS(election_joined, members),
	TEXTF(election_joined, warned, LINE),
	END,
};
const struct field election_left_fields[] = {
	ELECTION(election_left),
	INT(election_left, candidate, 1, MAX_NUMBER),
	TEXTF(election_left, reason, LINE),
	END,
};

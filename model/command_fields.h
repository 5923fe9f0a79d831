/* How the arguments of a command are written down: the words of the grammar. For command*.c. */
#ifndef MODEL_COMMAND_FIELDS_H
#define MODEL_COMMAND_FIELDS_H

#include "model/command.h"
#include "model/limits.h"
#include "model/message.h"
#include "model/rule.h"

/* What may be typed; NULL: not here. Commands with lists or hashes come from the program itself. */
extern const struct field *const command_fields_prepare[CMD_COUNT],
	*const command_fields_sitting[CMD_COUNT], *const command_fields_voting[CMD_COUNT];
/* Of commands in several of these. */
extern const struct field no_arguments_fields[], item_named_fields[];

#define AT(tag, m) .offset = offsetof(struct tag, m)
#define END                                                                                        \
	{                                                                                          \
		0                                                                                  \
	}

/* Optional text, required text, optional and required integers, enumerations. */
#define T(tag, m, h)                                                                               \
	{                                                                                          \
#m, FIELD_TEXT, AT(tag, m), .optional = true, .max = LINE, .help = (h)             \
	}
#define TT(tag, m, h)                                                                              \
	{                                                                                          \
#m, FIELD_TEXT, AT(tag, m), .max = LINE, .help = (h)                               \
	}
#define P(tag, m, h)                                                                               \
	{                                                                                          \
#m, FIELD_TEXT, AT(tag, m), .optional = true, .max = PROSE, .help = (h)            \
	}
#define I(tag, m, hi, h)                                                                           \
	{                                                                                          \
#m, FIELD_INT, AT(tag, m), .optional = true, .max = (hi), .help = (h)              \
	}
#define II(tag, m, lo, hi, h)                                                                      \
	{                                                                                          \
#m, FIELD_INT, AT(tag, m), .min = (lo), .max = (hi), .help = (h)                   \
	}
#define E(tag, m, table, h)                                                                        \
	{                                                                                          \
#m, FIELD_ENUM, AT(tag, m), .optional = true, .names = (table), .help = (h)        \
	}
#define EE(tag, m, table, h)                                                                       \
	{                                                                                          \
#m, FIELD_ENUM, AT(tag, m), .names = (table), .help = (h)                          \
	}
/* An enumeration that is needed in some cases only: -1, from command_of, when it was not said. */
#define EU(tag, m, table, h)                                                                       \
	{                                                                                          \
#m, FIELD_ENUM, AT(tag, m), .optional = true, .min = -1, .names = (table),         \
					    .help = (h)                                            \
	}
#define B(tag, m, h)                                                                               \
	{                                                                                          \
#m, FIELD_BOOL, AT(tag, m), .optional = true, .help = (h)                          \
	}
#define D(tag, m, h)                                                                               \
	{                                                                                          \
#m, FIELD_DATE, AT(tag, m), .optional = true, .help = (h)                          \
	}
#define MEMBERS(tag)                                                                               \
	{                                                                                          \
		"member", FIELD_NUMBERS, AT(tag, members),                                         \
			.min = 1, .max = MAX_MEMBER,                                               \
			.help = N_("member's number, or several with commas")                      \
	}
#define COUNT(tag, word, m, h)                                                                     \
	{                                                                                          \
		word, FIELD_INT, AT(tag, m), .optional = true, .min = -1, .max = MAX_COUNT,        \
					     .help = (h)                                           \
	}
#define REASON(tag) TT(tag, reason, N_("the reason, for the record"))
#define ITEM(tag)   I(tag, item, MAX_NUMBER, N_("agenda number; without it the open item"))
#define VOTEF(tag)                                                                                 \
	{                                                                                          \
		"vote", FIELD_VOTE, AT(tag, vote),                                                 \
			.optional = true, .help = N_("item/n; without it the last vote closed")    \
	}
#define VOTEM(tag)                                                                                 \
	{                                                                                          \
		"vote", FIELD_VOTE, AT(tag, vote),                                                 \
			.optional = true,                                                          \
			.help = N_("item/n; needed while a vote is open, else the last one "       \
				   "closed")                                                       \
	}

#define MOTION(tag)                                                                                \
	I(tag, motion, MAX_NUMBER,                                                                 \
		N_("number of the motion, from 1001 for changes of the agenda; without it the "    \
		   "item as a whole"))
#define CHAPTER(tag)                                                                               \
	T(tag, chapter,                                                                            \
		N_("chapter of a budget: its code, revenue or whole; without it the next one"))
#define MOVER(tag) I(tag, member, MAX_MEMBER, N_("number of the member who moves it"))
#define GROUNDS(tag)                                                                               \
	T(tag, grounds_ar, N_("grounds, in Arabic")), T(tag, grounds_fr, N_("grounds, in French"))

#define HEAD_FIELD(tag, path, m, h)                                                                \
	{                                                                                          \
#m, FIELD_TEXT, AT(tag, path m), .optional = true, .max = LINE, .help = (h)        \
	}
#define HEAD_FIELDS(tag, path)                                                                     \
	HEAD_FIELD(tag, path, name_ar, N_("name in Arabic")),                                      \
		HEAD_FIELD(tag, path, name_fr, N_("name in French")),                              \
		HEAD_FIELD(tag, path, name_zgh, N_("name in Tifinagh")),                           \
		HEAD_FIELD(tag, path, region_ar, N_("region in Arabic")),                          \
		HEAD_FIELD(tag, path, region_fr, N_("region in French")),                          \
		HEAD_FIELD(tag, path, seat_ar, N_("seat (town) in Arabic")),                       \
		HEAD_FIELD(tag, path, seat_fr, N_("seat (town) in French")),                       \
		HEAD_FIELD(tag, path, ministry_ar,                                                 \
			N_("supervising authority in Arabic, for the letterhead")),                \
		HEAD_FIELD(tag, path, ministry_fr,                                                 \
			N_("supervising authority in French, for the letterhead"))
#define MEMBER_FIELDS(tag, path)                                                                   \
	{"number", FIELD_INT, AT(tag, path number), .min = 1, .max = MAX_MEMBER,                   \
		.help = N_("seat number")},                                                        \
		{"name_ar", FIELD_TEXT, AT(tag, path name_ar), .optional = true, .max = LINE,      \
			.help = N_("name in Arabic")},                                             \
		{"name_fr", FIELD_TEXT, AT(tag, path name_fr), .optional = true, .max = LINE,      \
			.help = N_("name in French")},                                             \
		{"office", FIELD_ENUM, AT(tag, path office), .optional = true,                     \
			.names = office_names, .help = N_("office held")},                         \
		{"gender", FIELD_ENUM, AT(tag, path gender), .optional = true,                     \
			.names = gender_names, .help = N_("for forms of address")},                \
		{"from", FIELD_DATE, AT(tag, path from), .optional = true,                         \
			.help = N_("start of the mandate")},                                       \
		{"to", FIELD_DATE, AT(tag, path to), .optional = true,                             \
			.help = N_("end of the mandate")},                                         \
		{"substitute_ar", FIELD_TEXT, AT(tag, path substitute_ar), .optional = true,       \
			.max = LINE, .help = N_("name of the member's substitute in Arabic")},     \
		{"substitute_fr", FIELD_TEXT, AT(tag, path substitute_fr), .optional = true,       \
			.max = LINE, .help = N_("name of the member's substitute in French")},     \
	{                                                                                          \
		"weight", FIELD_INT, AT(tag, path weight),                                         \
			.optional = true, .max = MAX_WEIGHT,                                       \
			.help = N_("votes, where they are weighed")                                \
	}

#endif

/* A sentence for a person, before it has a language: the English source string (the catalogue's
 * key) and typed values for its {placeholders}. Refusals, the step line, the prompter, the
 * minutes and the room are all made of these; locale/format.h turns one into text.
 * Everything a message points to is borrowed and lives as long as the arena it came from. */
#ifndef MODEL_MESSAGE_H
#define MODEL_MESSAGE_H

#include "model/base.h"

struct message;

enum arg_kind {
	ARG_END,     /* no more */
	ARG_INT,     /* plain integer, digits grouped from 10 000 on */
	ARG_DIGITS,  /* integer, never grouped: years, numbers of acts */
	ARG_SEAT,    /* member number: two digits, three from 100 on */
	ARG_WORDS,   /* integer in words (masculine) */
	ARG_ORDINAL, /* first, second … in words (feminine in Arabic: النقطة الأولى) */
	ARG_MONEY,   /* centimes, with the currency */
	ARG_MONEY_WORDS,
	ARG_STR,    /* a text somebody typed; isolated from the sentence around it */
	ARG_REASON, /* the same; one of model/reasons.h in the language of the sentence */
	ARG_BOTH,   /* a text somebody typed, in two languages */
	ARG_HASH,   /* 64 hex digits in 16 groups of 4, never reordered */
	ARG_DATE,   /* Monday 30 December 2024 */
	ARG_DAY,    /* 30/12/2024 */
	ARG_MONTH,  /* December 2024 (date's day ignored); year 0: December */
	ARG_TIME,   /* 14:32 */
	ARG_CLOCK,  /* 14:32:05 */
	ARG_MSG,    /* another message inside this one */
	ARG_LIST    /* several messages, joined as the language joins */
};

struct arg {
	const char *name; /* the {name} it stands for; ASCII */
	enum arg_kind kind;
	union {
		int64_t i;
		struct str s;
		struct both both;
		struct hash hash;
		struct date date;
		struct instant instant;
		const struct message *msg;
		struct {
			const struct message *at;
			size_t n;
		} list;
	} u;
};

#define MESSAGE_ARGS_MAX 8

struct message {
	const char *id;     /* English; the key in the catalogues; NULL: no message */
	const char *plural; /* English plural, or NULL */
	int64_t n;          /* what the plural form is chosen by */
	struct arg arg[MESSAGE_ARGS_MAX];
};

/* N_: marks a string for the catalogues without translating. CTX: the same with a context that
 * tells two meanings apart ("for" the vote, "for" the purpose). */
#define N_(s)       s
#define CTX(ctx, s) ctx "\004" s
#define TEXT(s)     ((struct message){.id = (s)})
#define NO_MESSAGE  ((struct message){.id = NULL})
#define MSG(s, ...) ((struct message){.id = (s), .arg = {__VA_ARGS__}})
/* The plural form is chosen by COUNT, which is also what {n} stands for; MSGN_WITH takes more. */
#define MSGN(s, p, count)                                                                          \
	((struct message){.id = (s), .plural = (p), .n = (count), .arg = {A_INT("n", count)}})
#define MSGN_WITH(s, p, count, ...)                                                                \
	((struct message){                                                                         \
		.id = (s), .plural = (p), .n = (count), .arg = {A_INT("n", count), __VA_ARGS__}})

#define A_INT(nm, v)     ((struct arg){.name = (nm), .kind = ARG_INT, .u.i = (v)})
#define A_DIGITS(nm, v)  ((struct arg){.name = (nm), .kind = ARG_DIGITS, .u.i = (v)})
#define A_SEAT(nm, v)    ((struct arg){.name = (nm), .kind = ARG_SEAT, .u.i = (v)})
#define A_WORDS(nm, v)   ((struct arg){.name = (nm), .kind = ARG_WORDS, .u.i = (v)})
#define A_ORDINAL(nm, v) ((struct arg){.name = (nm), .kind = ARG_ORDINAL, .u.i = (v)})
#define A_MONEY(nm, v)   ((struct arg){.name = (nm), .kind = ARG_MONEY, .u.i = (v)})
#define A_MONEYW(nm, v)  ((struct arg){.name = (nm), .kind = ARG_MONEY_WORDS, .u.i = (v)})
#define A_STR(nm, v)     ((struct arg){.name = (nm), .kind = ARG_STR, .u.s = (v)})
#define A_REASON(nm, v)  ((struct arg){.name = (nm), .kind = ARG_REASON, .u.s = (v)})
#define A_BOTH(nm, v)    ((struct arg){.name = (nm), .kind = ARG_BOTH, .u.both = (v)})
#define A_HASH(nm, v)    ((struct arg){.name = (nm), .kind = ARG_HASH, .u.hash = (v)})
#define A_DATE(nm, v)    ((struct arg){.name = (nm), .kind = ARG_DATE, .u.date = (v)})
#define A_DAY(nm, v)     ((struct arg){.name = (nm), .kind = ARG_DAY, .u.date = (v)})
#define A_MONTH(nm, v)   ((struct arg){.name = (nm), .kind = ARG_MONTH, .u.date = (v)})
#define A_TIME(nm, v)    ((struct arg){.name = (nm), .kind = ARG_TIME, .u.instant = (v)})
#define A_CLOCK(nm, v)   ((struct arg){.name = (nm), .kind = ARG_CLOCK, .u.instant = (v)})
#define A_MSG(nm, p)     ((struct arg){.name = (nm), .kind = ARG_MSG, .u.msg = (p)})
#define A_LIST(nm, p, k) ((struct arg){.name = (nm), .kind = ARG_LIST, .u.list = {(p), (k)}})

/* A copy of M that lives in A (the struct only; what its arguments point to is borrowed). */
const struct message *message_keep(struct arena *a, struct message m);
/* M with everything its arguments point to, in A: for sentences that outlive what they came from.
 */
struct message message_copy(struct arena *a, struct message m);
/* M as bytes behind what B has: two messages with the same bytes are the same words in every
 * language. Only for comparing while the program runs. */
void message_bytes(struct builder *b, const struct message *m);

#endif

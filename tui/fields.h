/* What the forms of the desk have in common: making fields, filling them from what is recorded,
 * reading them cleanly, recording without losing what was typed. */
#ifndef TUI_FIELDS_H
#define TUI_FIELDS_H

#include "tui/desk.h"

struct form_field fields_text(struct message label, enum direction base, bool required);
/* Numbers, a code, a path: of no language. */
struct form_field fields_code(struct message label, bool required);
struct form_field fields_prose(struct message label, enum direction base, int rows);
struct form_field fields_number(struct message label, bool required);
/* NEAR: what a day and a month alone are next to; fields_year_too: the year is to be given. */
struct form_field fields_date(struct message label, struct date near, bool required);
#define fields_year_too ((struct date){0, 0, 0})
/* Next to which days about the session are: its own, before that is known the middle of the month
 * it is called after. */
struct date fields_near(struct desk *d);
struct date fields_today(struct desk *d);
/* A choice among NAMES, whose labels live as long as O. */
struct form_field fields_choice(struct overlay *o, struct message label, const struct name *names);

void fields_set_number(struct desk *d, struct form_field *field, int64_t n); /* 0: left empty */
/* What was counted, where none is known as well. */
void fields_set_figure(struct desk *d, struct form_field *field, int64_t n);
/* An amount as it is typed. */
void fields_set_money(struct desk *d, struct form_field *field, int64_t centimes);
void fields_set_date(struct desk *d, struct form_field *field, struct date day);

/* What was typed, clean enough for the record, in frame memory; false: the field says why not. */
bool fields_take(struct desk *d, struct form_field *field, struct str *out);
/* Members by number, as "3, 14 22" or "5-9", in frame memory; false: it is something else. */
bool fields_read_members(struct desk *d, struct str text, struct numbers *out);
/* The same of what stands in FIELD, which says why not. */
bool fields_take_members(struct desk *d, struct form_field *field, struct numbers *out);
/* The same as a path: "~/" is the user's own folder. */
bool fields_take_path(struct desk *d, struct form_field *field, const char **out);

/* Record C for the open form. True: recorded, close the form. Refused: the form stays as it is. */
bool fields_act(struct desk *d, const struct command *c);

/* The same; when it is refused for what stands in a field, that field gets the focus and says why.
 * CODES[i] is refused for FIELDS[i]. */
struct field_code {
	const char *code;
	int field;
};
bool fields_act_in(
	struct desk *d, const struct command *c, const struct field_code *codes, size_t n);
/* The part of it that comes after an act that was refused. */
void fields_refused(struct desk *d, const struct field_code *codes, size_t n);

#endif

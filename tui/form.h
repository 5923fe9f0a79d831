/* Fields to fill in: label, value, and what is wrong with it. Tab, Up and Down move. */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "tui/editor.h"

enum form_kind {
	FORM_TEXT,
	FORM_PROSE,  /* several lines; form_field.rows of them are shown */
	FORM_CHOICE, /* one of several, by Left/Right, its digit or a part of its name */
	FORM_DATE,   /* day/month/year, also 5/11/26 and 5/11, or year-month-day */
	FORM_TIME,   /* 14:32, 1432, 14h32 */
	FORM_NUMBER,
	FORM_MONEY,     /* 1.234.567,89 in any usual writing */
	FORM_PASSPHRASE /* a fixed row of dots; length stays secret */
};

#define FORM_SECRET_MAX 256
#define FORM_DIGITS_MAX 9 /* choices that a digit chooses */

struct form_field {
	enum form_kind kind;
	struct message label;
	struct message note;    /* shown under the value when in focus; may be empty */
	struct message problem; /* set by form_check or by the owner; empty: fine */
	bool required;
	/* Set by the owner, or a wrong figure: shown selected, and the first letter typed replaces
	 * it; an arrow first, and it is gone on with. */
	bool proposed;
	bool any_script;     /* numbers, codes, paths: of no language */
	enum direction base; /* of the text: its own language */
	int rows;            /* FORM_PROSE */
	/* FORM_DATE: a day and a month alone are those next to it. Not set: no year goes without
	 * saying, as in a mandate of years, and it is asked for. */
	struct date near;
	int digits; /* so many digits are the whole value, and the next field follows; 0: no */
	const struct message *choices;
	bool stacked; /* FORM_CHOICE: each on a row of its own, with its digit */
	/* FORM_CHOICE: each has a number of its own, as 2.1 or a member's. That is what is typed;
	 * its place in the list is no number anybody knows, and is not shown. */
	bool coded;
	size_t choices_n, chosen;     /* chosen == choices_n: nothing yet */
	struct editor *editor;        /* all but choice and passphrase; made by form_open */
	char secret[FORM_SECRET_MAX]; /* FORM_PASSPHRASE; wiped by form_close */
	size_t secret_n;
	struct area seen; /* where it was drawn last */
};

struct form {
	struct form_field *fields; /* the caller's, N of them */
	size_t n, focus, top;
	/* So many fields come first and are all that is needed: Enter on the last of them submits,
	 * and the others stand under a heading of their own. 0: all are alike. */
	size_t enough;
	bool went_on; /* the last digit of a figure moved the focus: a Tab after it has been done */
	bool begun;   /* FIRST is where it began */
	size_t first;
	/* A part of a name typed into a choice, LETTERS of it; what was chosen before them. */
	char word[64];
	size_t word_n, before;
	int letters;
	bool astray; /* words are typed where a digit is asked for: the letters of the digit row
		      * are none until a digit or a key of movement comes */
	struct message remark; /* on what the last key did, for the message line; may be empty */
};

enum form_result {
	FORM_IGNORED,
	FORM_TAKEN,
	FORM_SUBMIT
}; /* submit: Enter on the last field, or on the last that is needed; F4 */

/* Makes the editors of FIELDS. */
void form_open(struct form *form, struct form_field *fields, size_t n);
void form_close(struct form *form); /* wipes and frees them; NULL-safe on an empty form */
enum form_result form_key(struct form *form, struct press press, bool rtl);
enum paste form_paste(struct form *form, struct str text);
/* Sets each field's problem; true when all is well, else the focus goes to the first problem. */
bool form_check(struct form *form);
/* The focus goes to the first problem, when there is one. */
void form_to_problem(struct form *form);
/* The first problem with the name of its field, for the message line; empty: there is none. */
struct message form_problem(const struct form *form, struct arena *a);
void form_wipe(struct form_field *field); /* the secret of a passphrase */
void form_begin(struct form *form);       /* the first key and the first picture do */
void form_draw(struct form *form, struct area area);
size_t form_end(const struct form *form); /* behind the last field that was drawn */
void form_focus(struct form *form, size_t index);
/* The field on which Enter submits while the focus is among those that are needed. */
const struct form_field *form_last(const struct form *form);
/* The field that was drawn at ROW and COL of the canvas; false: none. */
bool form_at(const struct form *form, int row, int col, size_t *index);
/* Rows it takes in an area of COLS. */
int form_rows(const struct form *form, struct canvas *canvas, int cols);

bool form_is_figure(const struct form_field *field);  /* digits, whatever they stand for */
struct str form_text(const struct form_field *field); /* without blanks around; borrowed */
void form_set(struct form_field *field, struct str text);
bool form_date(const struct form_field *field, struct date *date);
bool form_minutes(const struct form_field *field, int *minute_of_day);
bool form_number(const struct form_field *field, int64_t *number);
bool form_money(const struct form_field *field, int64_t *centimes);

/* The readers behind them, for prompts and tests. */
enum day_read {
	DAY_READ,
	DAY_UNREADABLE,
	DAY_NO_MONTH, /* the month in DATE is none */
	DAY_NO_SUCH,  /* the month in DATE has no such day */
	DAY_NO_YEAR   /* it is missing, and nothing says which */
};
enum day_read form_read_day(struct str s, struct date near, struct date *date);
bool form_read_time(struct str s, int *minute_of_day);
bool form_read_number(struct str s, int64_t *number);
bool form_read_money(struct str s, int64_t *centimes);
/* Whether LETTER, no digit, may stand in a figure of KIND. */
bool form_reads(enum form_kind kind, uint32_t letter);

#endif

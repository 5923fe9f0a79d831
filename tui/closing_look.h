/* What the screen of closing keeps: how far the minutes were read, the child that draws, the key
 * that waits for its pages, the result of checking. Shared by view_closing.c (what is seen),
 * closing_reading.c (the pages), closing_sign.c (freezing and signing), closing_signers.c (who
 * signs) and closing_folder.c (what is handed over). */
#ifndef TUI_CLOSING_LOOK_H
#define TUI_CLOSING_LOOK_H

#include "storage/record/record.h"
#include "tui/desk.h"
#include "tui/reading.h"
#include "tui/render_child.h"
#include "tui/shown.h"

#define CLOSING_LINES_MAX  24
#define CLOSING_POINTS_MAX 64
#define CLOSING_TRIES      3

/* What is done with the pages once they are drawn. */
enum closing_wish { WISH_NOTHING, WISH_SIGN, WISH_DRAFT };

struct closing_look {
	int64_t session; /* its number: another session begins anew */
	/* reading through */
	bool reading;
	struct reading pages;
	size_t top;
	int page;           /* rows of one */
	bool laid;          /* anew: what the frame says of the pages is said again */
	bool seek;          /* to the first page that was not shown */
	struct shown shown; /* what was read, and counts */
	struct closing_stand {
		size_t top, end;
		int64_t since_ms;
		bool now, until_now; /* painted since the last key, before it */
	} stand;                     /* rows that are on the screen, nothing over them */
	bool read;                   /* to the end, whatever the text was then */
	bool read_translated;        /* some page in another language only */
	struct instant read_from, read_until;
	struct instant began; /* the reading that goes on; broken off, it changes nothing above */
	size_t points_top;    /* first open point seen */
	/* drawing */
	struct render_child *child;
	bool drawing_draft;
	int64_t drawn, drawn_of; /* pages, as said last */
	enum closing_wish wish;
	struct bytes pdf; /* the frozen record, unsigned */
	struct hash pdf_head;
	char draft_path[1024];
	/* signing */
	struct seal_key *key; /* open, waits for the pages */
	int tries;
	/* what checking found */
	struct arena arena;
	struct message lines[CLOSING_LINES_MAX];
	enum style styles[CLOSING_LINES_MAX];
	size_t lines_n;
	bool folder_written;
	struct str folder; /* in `arena` */
};

struct closing_look *closing_look(struct desk *d);
/* When it was read and where the folder went, for the next start; which pages were. */
void closing_remember(struct desk *d);
void closing_remember_pages(struct desk *d);
/* Lines of the last check: emptied, and one more. */
void closing_lines_clear(struct closing_look *c);
void closing_line(struct closing_look *c, enum style style, struct message m);

/* Stop the child that draws; false: none does. */
bool closing_stop(struct desk *d);

/* "secretary" as a word of the desk. */
struct message closing_role(int role);
struct both closing_signer_name(const struct signer *signer);
/* The signer whose turn it is; NULL: none. */
const struct signer *closing_next_signer(const struct session *s);
/* The same before the record is frozen too: whoever signs first. */
const struct signer *closing_signer(struct desk *d);
/* A role that has no signing key yet, or -1. */
int closing_missing_key(struct desk *d);

/* --- view_closing.c --- */
size_t closing_points(struct desk *d); /* how many are left to settle */

/* --- closing_signers.c --- */
/* A key by the ends of its fingerprint. */
struct message closing_short_print(struct desk *d, struct hash hash);
int closing_key_rows(const struct session *s);
/* Who will sign, and with which key: so many rows from ROW. */
void closing_paint_keys(struct desk *d, struct area work, int row);
/* Who has signed the frozen record and who has not. Returns the row below. */
int closing_paint_signers(struct desk *d, struct area work, int row);

/* --- closing_reading.c --- */
void closing_title(struct area work, struct message what, struct message beside);
/* The pages as WORK has room for, for what is said of them. */
void closing_lay(struct desk *d, struct area work);
void closing_paint_page(struct desk *d, struct area work);
bool closing_is_read(struct desk *d);      /* to the end, and the text is the same */
void closing_read_through(struct desk *d); /* from the first page that was not shown */
bool closing_page_read(struct desk *d);    /* Enter; true: nothing is left */
bool closing_reading_key(struct desk *d, struct press press);
/* What Enter does on a page; what the step says before the reading. */
struct message closing_page_step(struct desk *d);
struct message closing_reading_step(struct desk *d);
/* How far the reading is. */
enum style closing_reading_state(struct desk *d, struct message *says);
/* What of it was not, before it is frozen all the same; nothing when it was read. */
struct message closing_not_read(struct desk *d);
struct message closing_reading_times(const struct closing_look *c);
struct finder closing_page_finder(struct desk *d);

/* --- closing_sign.c --- */
void closing_freeze(struct desk *d); /* asks for the word; a missing key first */
/* The form of whoever signs now. The first passphrase that holds freezes the record as well. */
void closing_sign(struct desk *d);
void closing_withdraw(struct desk *d);

/* --- closing_folder.c --- */
void closing_folder(struct desk *d); /* asks where */
/* What it will propose, for before anybody signs. */
struct message closing_folder_place(struct desk *d);
void closing_draft(struct desk *d); /* asks where, draws and writes */
bool closing_write_draft(struct desk *d, struct str pdf);
/* Judge the record as it is in the register now; the lines say what was found. */
bool closing_check(struct desk *d);

#endif

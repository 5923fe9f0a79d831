/* What the screen of the minutes keeps between two keys; shared by view_minutes.c (reading),
 * minutes_choose.c (what to write) and writing.c (the editor and its drafts). */
#ifndef TUI_MINUTES_LOOK_H
#define TUI_MINUTES_LOOK_H

#include "tui/desk.h"
#include "tui/reading.h"

enum minutes_mode { MINUTES_READ, MINUTES_CHOOSE, MINUTES_WRITE };

/* Where a passage stands, and who speaks in it. */
struct passage_place {
	int64_t text; /* key of the passage; 0: a new one */
	int64_t item; /* key of the item; 0: the session */
	int part;     /* enum text_part */
	int64_t member, guest;
};

#define PASSAGE_LANGS 2 /* LANG_AR and LANG_FR: a passage has no others */

struct minutes_look {
	enum minutes_mode mode;
	int64_t session; /* its number: another session begins anew */
	/* reading */
	struct reading reading;
	size_t top;
	int page;
	size_t drafts; /* how many wait, of this session */
	int64_t show;  /* key of the passage to scroll to at the next painting; 0: none */
	/* choosing */
	struct list_look slots;
	int64_t item; /* key of the item the rows are for */
	/* writing */
	struct passage_place place;
	enum screen came_from; /* where the editor was opened: leaving it goes back there */
	enum lang lang;        /* under the fingers */
	enum lang first;       /* begun with: kept first, so that it counts as the original */
	struct editor *editor[PASSAGE_LANGS];
	uint64_t seen[PASSAGE_LANGS]; /* version of the editor that is in the draft */
	enum lang keeping;            /* the side whose act is under way … */
	bool kept;                    /* … and whether one was recorded since F4 */
	bool draft[PASSAGE_LANGS];    /* there is a draft, which the minutes do not have */
	struct instant draft_at;
	int64_t changed_ms;
};

/* A draft that waits: its place, its language, when it was typed. */
struct draft_row {
	struct passage_place place;
	enum lang lang;
	struct instant at;
	struct str text;
};

/* The look, made when it is not there; emptied when another session was chosen. */
struct minutes_look *minutes_look(struct desk *d);
/* Drafts that wait are counted anew. */
void minutes_count_drafts(struct desk *d);

/* --- minutes_choose.c --- */

/* "item 5, Exhibition · discussion · 10 Saïd Haddadi". */
struct message passage_words(struct desk *d, const struct session *s, struct passage_place place);

void minutes_choose(struct desk *d); /* F4: the list opens */
bool minutes_choose_key(struct desk *d, struct press press, struct meaning meaning);
bool minutes_choose_open(struct desk *d); /* Enter: the row in focus is written; true */
struct message minutes_choose_step(struct desk *d);
struct finder minutes_choose_finder(struct desk *d);
void minutes_choose_paint(struct desk *d, struct area work);
void minutes_throw_away(struct desk *d); /* the draft in focus, after a word */

/* --- writing.c --- */

/* Open the editor on PLACE; what was typed there before and not kept is back. */
void writing_begin(struct desk *d, struct passage_place place, enum lang lang);
bool writing_key(struct desk *d, struct press press);
enum paste writing_paste(struct desk *d, struct str text);
void writing_stop(struct desk *d); /* Esc: the draft stays */
void writing_paint(struct desk *d, struct area work);
/* The drafts of the chosen session, in the order of their keys. Owner: A. */
size_t writing_drafts(struct desk *d, struct draft_row **rows, struct arena *a);
void writing_drop(struct desk *d, struct passage_place place, enum lang lang);

#endif

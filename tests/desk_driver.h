/* The desk under the fingers of a test: a sample register of its own, a terminal in memory, keys as
 * text, the screen as text. The clock stands still unless the test moves it, and what one test
 * makes no other sees. */
#ifndef TESTS_DESK_DRIVER_H
#define TESTS_DESK_DRIVER_H

#include "storage/source.h"
#include "tui/cli.h"
#include "tui/desk.h"

enum driver_stage {
	DRIVER_PREPARED, /* the sample session before its sitting: 10:00 */
	DRIVER_HELD      /* played through, the sitting closed: 14:20 */
};

struct driver {
	struct arena arena;
	char *folder;                /* below the build folder; taken away by driver_close */
	const char *path;            /* of the register */
	struct source_script script; /* clock and ids: script.now may be moved */
	struct cli cli;
	struct registry *r;
	struct term *term;
	const char *vfs;   /* the file layer of the next driver_reopen; NULL: SQLite's own */
	struct seat *seat; /* one room looks on while the desk is open */
	struct desk *desk;
};

/* A copy of the sample register at STAGE, its session chosen; no desk yet. */
void driver_open(struct driver *t, enum lang lang, enum driver_stage stage);
/* A register of its own instead, made of LINES of the grammar: no sample, so no SPECIMEN. */
void driver_open_played(struct driver *t, enum lang lang, const char *lines);
void driver_close(struct driver *t);

/* Lines of the grammar, played into the register; all must be accepted. */
void driver_play(struct driver *t, const char *lines);
/* The desk on a terminal of this size. Close the one before first. */
void driver_desk(struct driver *t, int rows, int cols);
/* A language and a size of the desk; all there are to be looked at. */
struct driver_look {
	enum lang lang;
	int rows, cols;
};
#define DRIVER_LOOKS (2 * LANG_COUNT)
struct driver_look driver_look(int i);
/* The sample register before its sitting, LINES played into it, the desk at 80×24. */
void driver_begin(struct driver *t, enum lang lang, const char *lines);
/* … then KEYS. */
void driver_begin_at(struct driver *t, enum lang lang, const char *lines, const char *keys);
/* Lines: the sitting is opened, all but member 19 are there, the quorum is recorded; item 3 is
 * presented. */
#define DRIVER_QUORUM                                                                              \
	"sitting.open chair=1 secretary=4\nattendance.all\n"                                       \
	"attendance.absent member=19 excused=no\nquorum.record\n"
#define DRIVER_ITEM_3 "item.open item=3\nitem.present member=4\n"
/* The same with DRIVER_QUORUM before LINES, on the screen of the item. */
void driver_at_item(struct driver *t, enum lang lang, const char *lines);
void driver_leave(struct driver *t);
/* Everything of this process is forgotten as by kill -9, then the register is opened again: between
 * driver_leave and driver_desk. */
void driver_reopen(struct driver *t);

/* Until DESK has taken all that its TERM was given; false: it is being left. */
bool driver_take(struct desk *desk, const struct term *term);
/* Without a desk: another process has one, types KEYS and is killed without a chance to say
 * anything; then the desk of the next start, at 80×24. */
void driver_killed(struct driver *t, const char *keys);
/* "<F9>7", as term_memory_type reads it; returns when all of it is taken. */
void driver_keys(struct driver *t, const char *keys);
/* From the screen of closing through the minutes to their last page. */
void driver_read_minutes(struct driver *t);
/* Until no child draws any more; fails after a minute. */
void driver_wait(struct driver *t);

/* Does a row show TEXT, laid out as a field of the screen? */
bool driver_shows(struct driver *t, const char *text);
void driver_must_show(struct driver *t, const char *text);
void driver_must_not_show(struct driver *t, const char *text);
/* The screen as tests/golden/NAME-LANG-COLSxROWS.txt has it. */
void driver_golden(struct driver *t, const char *name);
/* The chosen session. */
const struct session *driver_session(const struct driver *t);
enum presence driver_presence(const struct driver *t, int64_t member);
/* Its open vote, else the last one. */
const struct vote *driver_vote(const struct driver *t);
/* The Nth vote on ITEM, which must be there. */
const struct vote *driver_vote_of(const struct driver *t, int item, int n);
/* Does the stream of session NUMBER give the chamber this name? */
bool driver_session_is_called(struct driver *t, int64_t number, const char *french);

#endif

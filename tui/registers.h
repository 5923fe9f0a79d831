/* Inside of the register screen: its pages are lists that share one frame, one search and one Space
 * menu. view_register.c draws whichever is shown; Esc goes back to the sessions. */
#ifndef TUI_REGISTERS_H
#define TUI_REGISTERS_H

#include "storage/import_members.h"
#include "tui/desk.h"

enum registers_page {
	PAGE_SESSIONS,
	PAGE_MEMBERS,
	PAGE_IMPORT,
	PAGE_KEYS,
	PAGE_RULES,
	PAGE_HIJRI,
	PAGE_NOTICES,
	PAGE_REQUESTS,
	PAGE_COUNT
};

/* One row of the preview of an import: a member, or something to say about a line. */
struct import_row {
	uint32_t line;
	const struct member *member; /* one of the two */
	const struct finding *finding;
};

struct register_look {
	enum registers_page page;
	struct list_look lists[PAGE_COUNT];
	/* The sessions as listed last; listed again when the register has grown. */
	struct arena sessions_arena;
	struct session_line *sessions;
	size_t sessions_n;
	uint64_t sessions_stamp;
	/* The list of members that waits for a yes. */
	struct arena import_arena;
	struct members_list import;
	struct import_row *rows;
	size_t rows_n;
	struct str source, path; /* the file, without its folder and with it */
	struct hash key;         /* the key somebody looks at */
	/* The line on absences, as counted at this stamp. */
	struct arena absences_arena;
	struct message absences;
	uint64_t absences_stamp;
};

struct page {
	struct message title;
	struct message (*summary)(struct desk *d);
	size_t (*count)(struct desk *d);
	list_row *row; /* CTX is the desk */
	void (*paint_head)(
		struct desk *d, struct area row); /* headings of the columns; NULL: none */
	/* What stands there when the list is empty: *N paragraphs. */
	const struct message *(*empty)(const struct desk *d, size_t *n);
	void (*enter)(struct desk *d, size_t index);
	struct message (*step_line)(struct desk *d, size_t index);
	struct both (*name)(struct desk *d, size_t index); /* what a search looks at */
	/* What waits, on the last row; no id: nothing. NULL: never. */
	struct message (*foot)(struct desk *d);
	const struct message *about; /* what F1 says of it first */
	size_t about_n;
};

extern const struct page page_sessions, page_members, page_import, page_keys, page_rules,
	page_hijri, page_notices, page_requests;

struct register_look *registers_look(struct desk *d); /* made at the first call */
/* Grows with every act of the register that this desk has seen. */
uint64_t registers_stamp(struct desk *d);
void registers_show(struct desk *d, enum registers_page page);

/* What the Space menu opens. */
void registers_new_session(struct desk *d);
void registers_import(struct desk *d);
/* Of the session under the bar. */
void registers_relabel(struct desk *d);
void registers_set_aside(struct desk *d);
void registers_take_up(struct desk *d);
bool registers_under_bar_aside(struct desk *d);
/* Why row A of the menu cannot be done for it; no id: it can. */
struct message registers_off(struct desk *d, const struct action *a);
/* Make NUMBER the chosen session, and stay on this screen. False: it was said why not. */
bool registers_choose(struct desk *d, int64_t number);
/* The number in FIELD, from LOW to HIGH; else false, with the problem beside it. */
bool registers_number(
	struct form_field *field, int64_t low, int64_t high, struct overlay *o, int64_t *n);
void registers_members(struct desk *d);
void registers_keys(struct desk *d);
void registers_rules(struct desk *d);
void registers_hijri(struct desk *d);
void registers_names(struct desk *d);
/* The form of a new signing key for ROLE (enum signer_role). */
void registers_new_key(struct desk *d, int role);

#endif

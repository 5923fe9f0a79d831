/* A child that draws pages: the desk asks itself, as another process, for the record or a draft, so
 * that the libraries for pages never come into the process that holds the register. The bytes come
 * through a pipe while the desk's loop goes on. */
#ifndef TUI_RENDER_CHILD_H
#define TUI_RENDER_CHILD_H

#include "storage/error.h"
#include "storage/memory.h"

struct render_child;

struct render_order {
	const char *program; /* NULL: this very program */
	const char *register_path;
	int64_t session;
	bool draft;     /* else the frozen record */
	enum lang lang; /* of the draft's pages */
	enum lang says; /* of what the child complains about */
};

/* Start drawing. NULL and ERR when no child can be had. Owner: the caller closes. */
struct render_child *render_start(const struct render_order *order, struct error *err) MUST_CHECK;
/* Readable when there is something to take. */
int render_fd(const struct render_child *c);

enum render_state { RENDER_GOES_ON, RENDER_DONE, RENDER_FAILED };

/* Take what is there, without waiting. */
enum render_state render_take(struct render_child *c);
/* How many pages are drawn, of how many; false: nothing is known yet. */
bool render_pages(struct render_child *c, int64_t *done, int64_t *all);
#define RENDER_PAGE "page " /* what the child says after each: then the two numbers */
/* RENDER_DONE: the file. Lasts until closing. */
struct str render_pdf(const struct render_child *c);
/* RENDER_FAILED: why, in one sentence. Lasts until closing. */
struct message render_why(const struct render_child *c);
/* Ends the child when it still runs. NULL-safe. */
void render_close(struct render_child *c);

#endif

/* One line to type in at the bottom: search, a command, a word. With completion and history. */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "tui/editor.h"

enum prompt_result { PROMPT_GOES_ON, PROMPT_DONE, PROMPT_LEFT };

struct prompt;

/* A way to continue what is typed: replaces bytes from..end of the text. */
struct completion {
	size_t from;
	struct str text; /* what is put in */
	struct str note; /* what it is, shown beside it; may be empty */
};

/* Fills at most ROOM completions for TEXT; returns how many. Texts live in A. */
typedef size_t prompt_complete(
	void *ctx, struct str text, struct completion *out, size_t room, struct arena *a);

/* LABEL stands before the line. COMPLETE may be NULL. Owner: the caller. */
struct prompt *prompt_open(struct message label, prompt_complete *complete, void *ctx);
void prompt_close(struct prompt *prompt); /* NULL-safe */
/* Start anew with TEXT; the history stays. */
void prompt_begin(struct prompt *prompt, struct message label, struct str text);
struct editor *prompt_editor(struct prompt *prompt); /* the line itself */
struct str prompt_text(const struct prompt *prompt);
/* A line of an earlier time, newer than those there, for the arrow up. */
void prompt_recall(struct prompt *prompt, struct str text);
/* Enter ends (PROMPT_DONE, the text joins the history), Esc leaves; Tab completes, as F3 does, Up
 * and Down walk completions when they are shown, else the history. */
enum prompt_result prompt_key(struct prompt *prompt, struct press press);
enum paste prompt_paste(struct prompt *prompt, struct str text);
/* Draws the line on the last row of AREA and the completions above it. */
void prompt_draw(struct prompt *prompt, struct area area);

#endif

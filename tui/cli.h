/* The command line: what `mahdar WORD …` does without the desk. Every function returns the exit
 * code: 0 done; 1 refused, or does not hold; 2 usage; 3 a file or the machine failed; 4 stopped as
 * asked, with nothing written and nothing judged. */
#ifndef TUI_CLI_H
#define TUI_CLI_H

#include "storage/register.h"
#include "tui/term.h"

#include <stdio.h>

enum { CLI_DONE = 0, CLI_REFUSED = 1, CLI_USAGE = 2, CLI_FAILED = 3, CLI_STOPPED = 4 };

/* What stands before or after the subcommand and concerns all of them. */
struct cli {
	const char *register_path; /* NULL: the default place */
	bool sample;               /* … is the one of the sample */
	const char *former_trial;  /* folder of a sample that was left in the middle; NULL: none */
	bool lang_given;
	enum lang lang; /* of messages: as given, else the environment, else Arabic */
	enum term_bidi bidi;
	enum term_marks marks;
	bool plain; /* for a screen reader */
	bool ascii; /* signs of ASCII */
	bool no_color;
	enum term_bells bells;
	bool no_mouse;
	int argc; /* what is left: the subcommand's own words, its name first */
	char **argv;
	struct arena *arena;
	const char *program; /* what children run; NULL: this very program */
	const char *called;  /* as the user called it; NULL: by its name */
	struct str held_by;  /* the desk: who holds the register while this one only reads; else
				empty */
	bool take_over;      /* the desk was left to be opened again, for writing */
	struct long_work *long_work; /* tui/cli_progress.h; NULL: none yet */
};

typedef int cli_command(struct cli *cli);

cli_command cli_desk, cli_demo, cli_play, cli_show, cli_room, cli_import, cli_export, cli_freeze,
	cli_sign, cli_verify, cli_key, cli_backup, cli_help, cli_sheet, cli_render, cli_rules,
	cli_screen_test, cli_rehearse;

/* The rules of file PATH become those of the chamber; DRY: shown only. */
int cli_import_rules(struct cli *cli, const char *path, bool dry);

/* Records C, what was read from a file: one act, whole or not at all. DONE is said then. Ctrl-C is
 * heard up to the act. The exit code. */
int cli_import_act(struct cli *cli, const struct command *c, struct message done);

/* --- shared by the subcommands --- */

/* The terminal as the options of the command line want it. */
struct term_options cli_term_options(const struct cli *cli);

/* Take away the line that says how far long work is, if it stands there. */
void cli_clear_line(const struct cli *cli);

/* COMMAND of this program as it is typed in a second terminal: by the path it was started with, as
 * long as it is not installed. */
struct str cli_typed(const struct cli *cli, const char *command, struct arena *a);

/* One sentence to standard error, with the program's name. */
void cli_complain(const struct cli *cli, struct message m);
int cli_fail(const struct cli *cli, const struct error *err); /* complains; the exit code */
int cli_usage(const struct cli *cli, const char *word);       /* the word that is wrong */
int cli_missing(const struct cli *cli, const char *word);     /* what it cannot do without */
/* One line to OUT, after the line of long work is taken away. */
void cli_say(const struct cli *cli, FILE *out, struct message m);

/* The option NAME with its value taken out of the words ("--name VALUE" or "--name=VALUE"); NULL:
 * not there. A missing value sets *BAD to the option. */
const char *cli_option(struct cli *cli, const char *name, const char **bad);
bool cli_flag(struct cli *cli, const char *name);
/* The first word that still begins with '-' (and is more than that), or NULL. */
const char *cli_unknown_option(const struct cli *cli);

/* Words that are left over after the options (BAD: the one without its value): none with '-', at
 * most MOST. The exit code. */
int cli_words(const struct cli *cli, const char *bad, int most);

/* Path of the register: as given, else in the XDG data folder; makes nothing. Errors: USAGE. */
int cli_register_place(const struct cli *cli, const char **path, struct error *err) MUST_CHECK;
/* Path of the file NAME of this user's state (XDG_STATE_HOME), in A; NULL: neither that folder nor
 * a home is known. */
const char *cli_state_place(struct str name, struct arena *a);
/* The folders of PATH that are missing, for the user alone. Errors: FILE. */
int cli_make_folders(const char *path, struct arena *a, struct error *err) MUST_CHECK;
/* Both: the place, and the folders of the default one. */
int cli_register_path(const struct cli *cli, const char **path, struct error *err) MUST_CHECK;
/* Open it; with JOURNAL_WRITE it must exist. The language becomes the chamber's unless given. */
struct registry *cli_open(
	struct cli *cli, enum journal_mode mode, const char *holder, struct error *err) MUST_CHECK;
/* Choose session WORD (a number; NULL: the newest). Errors: NO_SESSION, USAGE. */
int cli_choose(struct registry *r, const char *word, struct error *err) MUST_CHECK;
/* The session the desk was on last; 0: it keeps none. */
int cli_desk_session(
	struct registry *r, struct arena *a, int64_t *number, struct error *err) MUST_CHECK;
/* The language of the desk, kept beside the journal: what F2 chose last. */
#define CLI_LANGUAGE "desk/language"
int cli_keep_language(struct registry *r, enum lang lang, struct error *err);
/* What the desk of R speaks where no --lang says so: what F2 chose last, else the chamber's own. A
 * sample is nobody's chamber: it begins in the language asked for, else in that of the environment,
 * and goes on in it however it is opened again. */
int cli_desk_language(struct cli *cli, struct registry *r, struct error *err);
/* The session desk and rooms are about when nobody names one: the one that is sitting, else the one
 * the desk was on last, else the newest. 0: there is none. */
int cli_session_at_work(
	struct registry *r, struct arena *a, int64_t *number, struct error *err) MUST_CHECK;

/* The call that failed whose number WORD is, in *NUMBER; 0 without a WORD. False after complaining
 * that there is none. */
bool cli_call(struct cli *cli, const struct session *s, const char *word, int64_t *number);

/* Play the lines of TEXT into R. With SCRIPT the clock follows the lines. ANSWERS may be NULL.
 * Returns the exit code: refusals stop it unless KEEP_GOING. */
int cli_play_text(struct cli *cli, struct registry *r, struct str text,
	struct source_script *script, bool keep_going, FILE *answers);

#endif

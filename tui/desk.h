/* The desk: one loop, one state, ten screens. A key becomes a command of the one table or a look;
 * acts go through desk_act and through nothing else, and what the screen says is said after the
 * commit. Views paint from the session and keep only what they look at. */
#ifndef TUI_DESK_H
#define TUI_DESK_H

#include "model/reasons.h"
#include "model/room_order.h"
#include "model/step.h"
#include "storage/seat.h"
#include "tui/cli.h"
#include "tui/editor.h"
#include "tui/floor_look.h"
#include "tui/form.h"
#include "tui/frame.h"
#include "tui/grid.h"
#include "tui/list.h"
#include "tui/panel.h"
#include "tui/prompt.h"

#include <sys/types.h>

enum screen { /* the digit of the menu, for ever */
	SCREEN_REGISTER = 0,
	SCREEN_AGENDA = 1,
	SCREEN_ATTENDANCE = 2,
	SCREEN_ITEM = 3,
	SCREEN_FLOOR = 4,
	SCREEN_BUDGET = 5,
	SCREEN_AGREEMENTS = 6,
	SCREEN_MINUTES = 7,
	SCREEN_HISTORY = 8,
	SCREEN_CLOSING = 9,
	SCREEN_COUNT = 10
};

struct desk;

/* What there is to search on a screen, for the search all screens share (desk_find.c). */
struct finder {
	size_t count;
	struct str (*words)(
		struct desk *d, size_t i); /* all that may be looked for; frame memory */
	/* What goes to the hit: a bar, a cursor … */
	struct list_look *list;
	struct grid *grid;
	/* … or the view itself, from AT; NULL: the hit is only named. */
	void (*show)(struct desk *d, size_t i);
	size_t at;
	/* Enter does more than to look there; then HIT says of whom, and DOES what, for the step
	 * line. NULL: no. */
	void (*take)(struct desk *d, size_t i);
	struct message (*hit)(struct desk *d, size_t i);
	struct message (*does)(struct desk *d, size_t i);
};

/* One row of the Space menu. */
struct action {
	int digit; /* 1 … 9; 0 leads elsewhere on every screen. -1: none is free; the
		      arrows or its other key reach it */
	struct message label;
	enum bind bind;            /* its other key, BIND_NONE: none */
	enum command_type offered; /* greyed when this is refused … */
	bool always;               /* … unless it only looks */
	void (*run)(struct desk *d);
};

#define ACTIONS_MAX 12
#define ACTIONS_ALL (ACTIONS_MAX + 2) /* with those of all screens */

/* Can A be done here now? The reason is in *WHY. */
bool desk_action_on(struct desk *d, const struct action *a, struct message *why);
/* The N rows of LIST into ROOM, which holds ACTIONS_MAX; how many they are. */
size_t desk_fill_actions(struct action *room, const struct action *list, size_t n);

struct view {
	enum screen screen;
	struct message title;
	unsigned (*where)(const struct desk *d); /* an OR of enum where */
	void (*open)(struct desk *d);            /* on coming here; NULL: nothing */
	void (*paint)(struct desk *d, struct area work);
	bool (*key)(struct desk *d, struct press press,
		struct meaning meaning);                      /* true: it was for the view */
	enum paste (*paste)(struct desk *d, struct str text); /* NULL: pasting has no effect */
	size_t (*hints)(struct desk *d,
		struct key_hint *hints); /* at most FRAME_KEYS_MAX; own ones first */
	size_t (*actions)(struct desk *d, struct action *actions); /* at most ACTIONS_MAX */
	/* The one the bar of the menu begins on; NULL: the first. */
	size_t (*likely)(const struct desk *d);
	/* Why the screen greys A whatever else could be done; NULL or no id: it does not. */
	struct message (*off)(struct desk *d, const struct action *a);
	bool (*step)(struct desk
			*d); /* Enter, when this screen has its own; NULL or false: the step line */
	bool (*back)(
		struct desk *d); /* Esc, one level within the screen; NULL or false: to the item */
	struct message (*step_line)(
		struct desk *d); /* instead of the step's words; NULL or no id: the step */
	struct message (*chair_line)(
		struct desk *d);            /* instead of what the chair says by the step */
	struct str (*copy)(struct desk *d); /* what Ins copies, in frame memory; NULL or empty:
					       the row in focus as painted, else all rows */
	bool (*finds)(struct desk *d, struct finder *f); /* false: nothing to search; NULL: never */
	/* What F1 says of it before the keys: *N sentences, and what it is called when it is not
	 * its title. NULL: nothing. */
	const struct message *(*about)(struct desk *d, struct message *title, size_t *n);
	bool (*wide)(const struct desk *d); /* the grid needs the side columns; NULL: no */
};

extern const struct view view_register, view_agenda, view_attendance, view_item, view_floor,
	view_budget, view_agreements, view_minutes, view_history, view_closing;

/* Something over the work area that takes the keys until it is left. */
enum overlay_kind {
	OVERLAY_NONE,
	OVERLAY_PANEL,
	OVERLAY_FORM,
	OVERLAY_PROMPT,
	OVERLAY_ROOM /* F6 */
};

#define OVERLAY_CHOICES_MAX 48
#define OVERLAY_AGREED_MAX  4
#define OVERLAY_FIELDS_MAX  48 /* the papers of an election: one for each candidate, and five */

/* What is typed and not recorded yet (draft.c). */
struct draft {
	bool begun; /* what it was opened with is known, and its key */
	struct str key, first[OVERLAY_FIELDS_MAX]; /* in the overlay's memory */
	bool memory;                               /* kept in this desk, never on the disk */
	bool kept, marked;                         /* there is a row; the next start tells of it */
	struct instant back;    /* when what is back was typed; not set: nothing is */
	struct str emptied;     /* what F8 took away: it brings it back */
	size_t focus;           /* as it was opened */
	uint64_t seen, changed; /* versions: kept last, typed last … */
	int64_t changed_ms;     /* … and when */
};

/* The questions, by name, that an act of TYPE asked together. */
struct agreed {
	enum command_type type;
	struct str names;
};

struct overlay {
	enum overlay_kind kind;
	int64_t opened_ms;  /* when it opened by itself, under the fingers; 0: a key asked for it */
	struct arena arena; /* sentences, command lines; emptied on closing */
	struct message title;
	struct message *lines; /* its sentences, as many as there are … */
	size_t lines_room;     /* … in room for so many, in ARENA */
	struct message chair;  /* what the chair says meanwhile; no id: as by the step */
	struct panel panel;
	struct panel_choice choices[OVERLAY_CHOICES_MAX];
	/* Panel: the choice taken; return true to close it. */
	bool (*chosen)(struct desk *d, int digit);
	struct form form;
	struct form_field fields[OVERLAY_FIELDS_MAX];
	/* Form: all fields are well; return true to close, false to stay (a problem was set). */
	bool (*submit)(struct desk *d);
	/* Form: sets lines[0] anew from what is typed, in frame memory; NULL: they stay. */
	void (*live)(struct desk *d);
	struct prompt *prompt;
	bool (*typed)(struct desk *d, struct str text); /* prompt: Enter */
	/* Prompt, form: after each other key. */
	void (*typing)(struct desk *d, struct press press);
	/* Panel: the arrows up and down before the choices get them; true: taken. */
	bool (*walk)(struct desk *d, bool up);
	/* Painted with it in so many rows of its own: between a panel's facts and its choices,
	 * below the fields of a form, above a line. NULL: nothing. */
	void (*beside)(struct desk *d, struct area area);
	int beside_rows;
	bool sides; /* panel: the keys of for, against and abstaining are 1, 2 and 3 */
	int digits; /* prompt: so many digits are the whole answer, without Enter; 0: Enter */
	void (*left)(struct desk *d); /* Esc; NULL: nothing more to do */
	struct str command;           /* a line of the grammar that waits for the answer … */
	struct str typed_as;          /* … and the draft that it was typed as */
	struct draft draft;
	/* The form whose submitting asked this: it comes back when nothing was recorded. */
	struct overlay *under;
	bool submits;       /* form: its submit is at work … */
	uint64_t submitted; /* … since there were so many acts */
	bool alone;     /* figures that the screen under it has otherwise: nothing of it is seen */
	bool secret;    /* form: no draft is kept of it */
	bool asks;      /* form: records nothing, so that no draft is kept of it */
	bool keeps;     /* prompt: a draft is kept of it */
	int64_t number; /* whatever the opener needs to remember */
	int64_t answer; /* form: to its overlay_question, while it is submitted again; else 0 */
	/* Form: what it was asked and answered with yes, while it is submitted again. */
	struct agreed agreed[OVERLAY_AGREED_MAX];
	size_t agreed_n;
	struct agreed asked;          /* panel: the question it puts … */
	bool of_submit;               /* … to the form under it, whose submit acted */
	void (*then)(struct desk *d); /* what the asker does when the command is recorded; NULL */
	void (*redo)(struct desk *d); /* … how it acts again, where no line can hold the act */
	uint64_t said;                /* as the desk's, when the line was its own; 0: none is */
	size_t top;                   /* panel: first row seen, kept for its opener */
	/* Panel: letters leave only the choices called so; what is typed, and all the choices. */
	bool filters;
	char filter[64];
	size_t filter_n, all_n;
	struct panel_choice *all;
};

/* F1: laid over whatever is there, which waits under it as it was. */
struct help_look {
	bool open, whole; /* whole: the manual */
	size_t top;       /* first row seen */
	int page;         /* rows seen */
};

/* The number being typed in a grid, and what it will mean. */
struct entry {
	int digits;          /* how many are in the buffer */
	int64_t number;      /* so far */
	uint64_t refused;    /* as `said` was when what was typed last was refused; 0: it was not */
	int brush;           /* screen's own meaning */
	bool chosen;         /* … by a key of the user */
	int64_t last_ms;     /* when the last digit came: a burst is a paste */
	enum bind marked;    /* the letter that made a mark last … */
	int64_t marked_ms;   /* … and when it last came */
	int64_t ended;       /* the number whose last digit was recorded … */
	uint64_t ended_said; /* … and which line says so; another one: it is long ago */
	bool dropped;        /* the letter that is obeyed now has dropped half a number */
};

/* The history: whether the act in focus is shown whole. */
struct act_look {
	bool whole;
	bool days;  /* the list: its acts are of several days */
	size_t top; /* of the rows of one act */
};

/* Item: who voted otherwise, in a list of their own. */
struct readback_look {
	bool open;
	size_t top;
	int page; /* rows seen */
};

/* Tab: the bar stands on the agenda beside the screen. */
struct rail_look {
	bool on;
	size_t at;
};

/* A search: what is looked for, where it was found, and where one was before. */
struct find {
	bool open; /* the line is there to type in */
	char needle[256];
	size_t needle_n;
	bool found;
	size_t hit;
	struct str (*of)(struct desk *d, size_t i); /* whose words: another list begins anew */
	struct list_look list_was;
	struct grid grid_was;
	size_t at_was;
};

/* A command typed under ":", for the arrow up. */
struct past_line {
	struct arena arena;
	struct str text;
};

/* A draft that may not lie on the disk. */
struct memory_draft {
	struct arena arena;
	struct str key, value; /* no key: none is there */
};

/* Whether acts can be recorded (desk_disk.c). */
struct disk_look {
	bool stuck;   /* what was tried last was not recorded: the disk is asked again and again */
	bool act;     /* … and it was an act, not a row beside them */
	bool unknown; /* … of which nobody can say yet */
	bool found;   /* the act in doubt is recorded: what it was typed into is to be closed */
	void (*then)(struct desk *d); /* what comes after the act in doubt; NULL: nothing */
	int64_t then_of;              /* … and what that is about */
	int64_t tried_ms, retry_ms;
	char command[1024]; /* the act in doubt itself; empty: too long to be kept */
	/* where it was typed: the draft of the form, or the text in the line; empty: nowhere */
	char form[400];
	bool (*typed)(struct desk *d, struct str text); /* … of that line; NULL: in a form */
};

/* The clock of the acts against the one that only goes forward (desk_clock.c). */
struct clock_look {
	bool watched;
	bool doubt;     /* it jumped, and nobody has said yet which time is right */
	int64_t jump;   /* how far, in seconds */
	int64_t shift;  /* so much the acts are ahead of the computer's clock */
	int64_t staged; /* the same, of a sample or a rehearsal at its session's day */
	int64_t (*now_ms)(void);
	int64_t wall, boot_ms; /* both at the last look */
};

/* Room on the disk, and the second copy (desk_safety.c). */
struct safety_look {
	int64_t every_ms, looked_ms;
	bool looked;
	int64_t (*free_bytes)(const char *path);
	int64_t free_mb; /* below 0: not known */
	int scarce;      /* what was said of it: 0 nothing, 1 little, 2 very little */
	enum { COPY_THERE, COPY_GONE } copy;
	bool gone_kept;  /* the next desk would know it, too */
	pid_t copier;    /* 0: nobody completes the copy … */
	int copier_fd;   /* … else its end shows here */
	int64_t session; /* of which it takes … */
	uint32_t acts;   /* … so many, … */
	int64_t behind;  /* … so many more than the copy had */
};

#define MEMORY_DRAFTS  4 /* one vote or election is open at a time; the others are corrections */
#define PAST_MAX       30
#define DESK_AHEAD_MAX 64

/* What a panel, a line or a form will need once it is answered. It is put aside and comes back with
 * them, so that another question asked meanwhile does not answer for it. */
struct question {
	void (*reason_done)(struct desk *d, struct str reason); /* who asked for the reason */
	int64_t put_off;                                        /* the item a reason is asked for */
	int64_t taking_part;      /* the member a panel of presence is about */
	int64_t then_of;          /* what an act's `then` is about, where it needs to know */
	int then_kind;            /* … of a vote opened anew: enum vote_kind */
	struct command timing;    /* the time to correct, that waits for the reason */
	uint32_t undo_act;        /* the act F8 names */
	struct vote_id mend_vote; /* the vote being corrected or voided */
	int64_t mend_member;      /* whose vote is being corrected */
	struct command mend;      /* the correction, as it is shown and waits for its new result */
	char mend_reason[400];
	bool mend_adopts;
};

struct desk {
	struct cli *cli;
	struct registry *r; /* never NULL while the desk runs */
	bool read_only;     /* somebody else holds the register */
	bool holder_gone;   /* … or did until a moment ago */
	bool rehearsal;     /* R is a copy that will be removed */
	struct term *term;
	struct canvas *canvas;
	struct arena frame; /* emptied each turn */
	enum lang lang;
	enum keyboard keyboard;
	enum screen screen;
	struct overlay over;
	struct help_look help;
	struct aside *aside; /* desk_aside.c: what F9 found half filled in, the last one first */
	struct entry entry;
	/* the message line, kept until the next act or refusal */
	struct arena line_arena;
	struct message line;
	enum frame_tone line_tone;
	bool line_refuses;   /* it goes with the next key that is none */
	const char *refused; /* the code of the act refused last; NULL: it was not */
	uint64_t said;       /* how many lines there have been */
	bool line_holds;     /* until the next key: that a draft was kept does not replace it */
	int64_t enter_ms;    /* when Enter came last */
	int64_t step_ms;     /* when Enter last recorded an act: a bounced key does nothing */
	struct past_line past[PAST_MAX]; /* oldest first */
	struct memory_draft drafts[MEMORY_DRAFTS];
	size_t drafts_at; /* what gives way to the next one when all are taken */
	size_t past_n;
	struct arena copy_arena; /* what was copied last, for Ctrl-V */
	struct str copied;
	struct disk_look disk;
	struct clock_look clock;
	struct safety_look safety;
	bool leaving;
	bool told;         /* to leave, by a signal or because the terminal is gone */
	bool patient;      /* the pauses against bounced keys; off when a script types */
	bool draft_waits;  /* something typed is not kept yet */
	bool form_waits;   /* the same of a form */
	bool figures_lost; /* of a secret ballot: typed before the desk ended, and not recorded */
	uint64_t acts;     /* recorded by this desk, and the last of them */
	enum command_type acted;
	int64_t long_ms;                    /* work that takes longer says how far it is */
	int64_t long_said;                  /* when long work began, or last said how far it is */
	bool long_shown;                    /* that stands in the message line */
	struct input ahead[DESK_AHEAD_MAX]; /* typed meanwhile, and not taken yet */
	size_t ahead_n, ahead_at;
	struct arena ahead_arena; /* of what was pasted */
	bool unsettled;           /* acts since the log of commits was folded in */
	/* one look each */
	struct list_look agenda, history, sessions, budget;
	size_t agenda_was; /* where its bar stood before the number being typed */
	size_t agenda_set; /* … and where the screen put it when it was opened */
	struct act_look act;
	struct find find;
	struct frame shown; /* what the fixed rows say, until the next painting */
	struct grid attendance, votes;
	struct readback_look readback;
	struct rail_look rail;
	int hands_letter;                   /* item: which figure is being typed, enum vote_value */
	struct minutes_look *minutes;       /* view_minutes.c; NULL until first shown */
	struct closing_look *closing;       /* view_closing.c */
	struct register_look *registers;    /* view_register.c */
	struct agreements_look *agreements; /* agreements.c */
	struct floor_look floor;
	struct question question;
	enum command_type goes_on; /* p or s that took a number just now; CMD_COUNT: none */
	void (*redo)(
		struct desk *d); /* while an act with a `then` is tried: what tries it; else NULL */
	bool roll_call;          /* attendance: the cursor goes from one unanswered to the next */
	struct vote_id votes_of; /* the vote `votes` walks through */
	int64_t motion;          /* chosen among those that wait; 0: the first */
	bool motion_before;      /* narrow screens: the text as it stands comes first */
	struct room_order room;  /* as kept for the rooms */
	struct seat *cover;      /* NULL: the row is; else they are blank though no row could be */
	struct seats rooms;      /* that look on, as counted when … */
	int64_t rooms_ms;        /* … last; 0: not yet */
	struct bigtext *letters; /* that rooms draw with; NULL: none was looked at yet */
	size_t room_choice;      /* F6: the picture that F5 would send */
	int room_from, room_page; /* F6: the row of the words in the first, and how many are seen */
	struct room_text room_message;
	char backup_path[400];
	struct str backup_dir;  /* where the last copy went, in backup_path; empty: none yet */
	int64_t backup_session; /* the session whose … */
	uint32_t backup_acts;   /* … acts the last copy holds, as far as is known; 0: none */
};

/* Run the desk on R until the user leaves. The exit code. */
int desk_run(struct cli *cli, struct registry *r, struct term *term, bool read_only);

/* --- acts --- */

/* What would come of C, without recording it and without a word; facts in frame memory. */
struct decision desk_would(struct desk *d, const struct command *c);
/* Record C; says on the message line what was recorded or why not. An unconfirmed rule opens a
 * panel that asks. True when it was recorded. */
bool desk_act(struct desk *d, const struct command *c);
/* … and THEN, which is also done when the act was asked about first and answered with yes, or when
 * the disk says late that it was recorded. For panels and keys. */
void desk_act_then(struct desk *d, const struct command *c, void (*then)(struct desk *d));
/* The same for the open form, which is closed before THEN: what that is about is in then_of. */
bool desk_form_act(struct desk *d, const struct command *c, void (*then)(struct desk *d));
/* The same for a command without arguments. */
bool desk_act_plain(struct desk *d, enum command_type type);
/* Could it be done now? The refusal is in *WHY. */
bool desk_offers(struct desk *d, enum command_type type, struct message *why);
/* The same; when it cannot, the message line says why. */
bool desk_offered(struct desk *d, enum command_type type);

/* --- the message line --- */
void desk_say(
	struct desk *d, enum frame_tone tone, struct message m); /* deep enough a copy is made */
/* The same of what one key did or did not do: the next key that is obeyed takes it away. */
void desk_hint(struct desk *d, struct message m);
void desk_fail(struct desk *d, const struct error *err);
/* In a rehearsal nothing is signed and nothing written but the copy: says so, and true. */
bool desk_rehearses(struct desk *d);

/* --- screens and overlays --- */
void desk_go(struct desk *d, enum screen screen);
const struct view *desk_view(enum screen screen); /* NULL: no such screen */
/* Start an overlay: empties it and remembers the time. Fill title, lines, choices, fields after. */
struct overlay *desk_overlay(struct desk *d, enum overlay_kind kind, struct message title);
/* Asked by a form's submit, which then returns false: the form waits under it as it was typed,
 * passphrase and all, and is there again when the question is closed. */
struct overlay *overlay_question(struct desk *d, struct message title);
/* The form is back and is submitted again, its `answer` being this meanwhile. */
void overlay_answer(struct desk *d, int64_t answer);
/* A question the act of a form asked was answered with yes: the form is submitted again, so that
 * all it does after its act is done as without the question. False: no form waits under the
 * question. */
bool overlay_agree(struct desk *d, struct agreed agreed);
/* The questions of an act of TYPE that yes was said to, whose form is submitted again; in the
 * memory of the frame. */
struct str overlay_agreed(struct desk *d, enum command_type type);
void overlay_line(struct overlay *o, struct message m);
/* In the message line, for as long as what stands over the screen does. */
void overlay_say(struct desk *d, enum frame_tone tone, struct message m);
/* A form of figures of a secret ballot: no draft of it lies on the disk, and it says so first. */
void overlay_secret(struct overlay *o);
void overlay_choice(struct overlay *o, int digit, struct message label);
void overlay_chair(struct overlay *o, struct message said);
void overlay_choice_off(struct overlay *o, int digit, struct message label, struct message reason);
/* After all fields are set up. */
void overlay_form_ready(struct overlay *o);
void desk_close_overlay(struct desk *d);
/* Ask for a reason: digits 1 … N are the given ones, the last "other" opens a line; DONE gets the
 * reason as text in the record's own language. */
void desk_ask_reason(struct desk *d, struct message title, struct message fact,
	enum reasons_for reasons, void (*done)(struct desk *d, struct str reason));
void desk_menu(struct desk *d);
void desk_palette(struct desk *d);
void desk_undo(struct desk *d);
void desk_undo_act(struct desk *d, uint32_t n); /* the same panel for act N of the chosen session */
void desk_help(struct desk *d);
void desk_manual(struct desk *d); /* the second page of help */

/* --- small things views share --- */
const struct session *desk_session(const struct desk *d); /* NULL: none chosen */
struct str desk_words(struct desk *d, struct message m);  /* in the desk's language, frame memory */
/* Digits of a member's number: 2 up to 99 members, 3 from 100. */
int desk_number_width(const struct session *s);
struct str desk_number(struct desk *d, int64_t number); /* "07" */
/* "by 12": who holds the proxy, for the word of a grid. */
const struct message *desk_by_proxy(struct desk *d, int64_t holder);
/* One digit more: returns the number when it is complete, else 0. */
int64_t desk_digit(struct desk *d, int digit);
/* To be asked before a letter marks whoever is under the cursor. True: it marked just now, held or
 * repeated; that was said, and nothing is to be done. */
bool desk_letter_just_now(struct desk *d, struct press press, enum bind bind);
/* The same of the key that takes back: held down it takes back what was typed and one act, no row
 * of them. */
bool desk_erased_just_now(struct desk *d, struct press press);
/* The digits of a number of fixed width that is half typed, in a grid or behind "p" and "s"; empty:
 * none is. A figure of a show of hands and the place of an item end with Enter. */
struct str desk_number_waits(struct desk *d);
/* Enter over half a number takes neither it nor the step: true after saying so. */
bool desk_number_half(struct desk *d);
/* What marks many at once does nothing over half a number: true after saying that it is to be ended
 * first. */
bool desk_number_begun(struct desk *d);
/* A number was refused right before: Enter was meant for it, and does nothing but say so. */
bool desk_number_refused(struct desk *d);
/* The bar where numbers are typed: what one will mean, how many digits it has, those there are. The
 * column behind them, where the cursor stands. */
int desk_paint_entry(
	struct desk *d, struct area work, int row, enum style style, struct message word);
/* The last digit of NUMBER was taken when there were so many ACTS; recorded, it is what a letter
 * right behind it could be thought to be about; refused, it holds the next Enter. */
void desk_entry_ended(struct desk *d, int64_t number, uint64_t acts);
/* A letter makes the numbers that follow mean WORD: says so, and right behind a number that this
 * one stays as it was recorded. */
void desk_entry_turned(struct desk *d, struct message word);
/* NUMBER begins with the digits typed so far; false when there are none. */
bool desk_entry_fits(const struct desk *d, int64_t number);
void desk_entry_clear(struct desk *d);
/* One-line fields "p" and "s" outside the grids. */
void desk_ask_member(struct desk *d, struct message title, enum command_type type);
/* Both sides of a name, to be searched; frame memory. */
struct str desk_both(struct desk *d, struct both name);
/* The members of the session, to be searched by name; the view says what then. */
struct finder desk_seats(struct desk *d);
/* The bar of a search and the cursor, where there is no list: AREA shows entries from TOP on. */
void desk_found_row(struct desk *d, struct area area, size_t top);
/* While the assembly sits: the keys that work on every screen and that no footer has room for, on
 * the last row of AREA. */
void desk_paint_keys_here(struct desk *d, struct area area);
/* The bar of a list is shown: nothing stands over the screen, or a search moves it. */
bool desk_bar(const struct desk *d);
/* The language of what is typed into the record: the desk's, French when it is English. */
enum lang desk_record_lang(const struct desk *d);
void desk_remember_backup(struct desk *d, struct str dir);
/* Acts of the session that no copy holds; 0 or less: it is copied whole. */
int64_t desk_copy_behind(struct desk *d);
/* What the views of prose, closing and register do at each turn and when the desk is left. */
void minutes_tick(struct desk *d); /* keep the draft when it is time; sets draft_waits */
void minutes_leave(struct desk *d);
bool minutes_recover(struct desk *d); /* what was being typed is back; true: and on the screen */
void item_shown_next(struct desk *d); /* view_item.c: its screen */
/* item_result.c: a vote is corrected, in the way of its kind. */
void item_correct(struct desk *d, const struct vote *vote);
void closing_leave(struct desk *d);
/* The sitting was closed just now: the reading begins unless something is left to settle. */
void closing_begin(struct desk *d);
int closing_watch(const struct desk *d); /* a descriptor to wait for, or -1 */
void closing_ready(struct desk *d);      /* it can be read */
void closing_shown(struct desk *d);      /* before a key: what stood on the screen until now */
bool closing_laid(struct desk *d);       /* the pages were: the frame speaks of them once more */
bool closing_tick(struct desk *d);       /* says how far a child is; true: one draws */
void registers_leave(struct desk *d);
void agreements_leave(struct desk *d);
struct editor *minutes_editor(const struct desk *d); /* while a passage is written; else NULL */
/* The item and what became of it, as the minutes say it; frame memory. */
struct str desk_item_words(struct desk *d, const struct item *item);
/* F4 from the item: write its discussion. ITEM is a key. */
void minutes_write_item(struct desk *d, int64_t item);
/* The side LANG of the passage of this number, open to be written. */
void minutes_translate(struct desk *d, int64_t text, enum lang lang);
int64_t desk_now_ms(void);
/* For long work in the desk's own process that begins now: once it takes time, the message line
 * says how far it is, and Esc stops it. Frame memory of before stays. */
struct progress desk_long_work(struct desk *d);
void desk_long_work_done(struct desk *d);

#endif

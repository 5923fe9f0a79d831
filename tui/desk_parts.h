/* Inside of the desk: what desk.c, desk_act.c and desk_panels.c call of each other. Not for views.
 */
#ifndef TUI_DESK_PARTS_H
#define TUI_DESK_PARTS_H

#include "tui/desk.h"

/* desk_run in its three parts, so that tests can look between two keys. */
struct desk *desk_open(struct cli *cli, struct registry *r, struct term *term, bool read_only);
bool desk_turn(struct desk *d); /* wait for one thing and take it; false: the desk is being left */
void desk_close(struct desk *d);

struct frame desk_frame(struct desk *d); /* what its rows say now; in frame memory */

/* The heads of what is recorded, as bytes for canvas_again(): what is painted of the state alone is
 * the same until the next act, here or at another desk. In frame memory. */
struct str desk_heads(struct desk *d);
/* The same for the grid of this screen: with the number being typed, and the vote it is of. */
struct str desk_grid_says(struct desk *d, struct vote_id vote);

/* The act of ANSWER, of which nobody could say, is recorded: says so and goes where it leads. */
void desk_recorded_after_all(struct desk *d, const struct answer *answer);
/* Who arrived just now by C may join the vote by hands or papers that is open: the rule is asked
 * about, and a no leaves the arrival as it was recorded. Who is kept out of it is told why. */
void desk_ask_to_join(struct desk *d, const struct command *c);
void desk_take_step(struct desk *d); /* what the step line says */
/* The step line says that a result is announced; then F5 does so, too, and nowhere else. */
bool desk_step_announces(struct desk *d);
/* WHAT with those WAYS behind it whose keys do it on this screen, when there is room for them. */
struct message desk_step_ways(struct desk *d, struct message what, const struct step_way *ways);
/* What comes next on the closing screen, for the others: Enter leads there. */
struct message desk_step_closing(struct desk *d);
void desk_actions(struct desk *d); /* the Space menu */
/* Its rows: the screen's, and what keys do on all of them. A holds ACTIONS_ALL; how many. */
size_t desk_actions_here(struct desk *d, struct action *a);
struct str desk_action_keys(struct desk *d, const struct action *a); /* its own; empty: none */
/* The Space menu is open and has a row with this key, which then does what it does without it. */
bool desk_action_key(struct desk *d, struct press press);
void desk_go_floor(struct desk *d);
/* The room (desk_room.c). */
void desk_preview(struct desk *d); /* F6 */
/* The last row in words; where rows are read out as lines it is said before each answer anyway. */
void desk_status(struct desk *d);
struct str desk_status_word(enum lang lang, struct arena *a); /* what to type for it */
void desk_room_blank(struct desk *d);                         /* F12 */
/* F5: what the room shows follows the session; under F6 it is the picture chosen there. */
void desk_room_send(struct desk *d);
void desk_room_key(struct desk *d, struct press press);
void desk_paint_rooms(struct desk *d, struct area work);
bool desk_rooms_changed(struct desk *d); /* since they were counted last; counts them */
/* What the room sees now, in a frame; nothing in too low an area. */
void desk_paint_room(struct desk *d, struct area area);
struct frame_field desk_room_field(struct desk *d, const struct session *s);
void desk_room_recall(struct desk *d);
struct message desk_room_step(struct desk *d); /* what Enter does in F6 */
void desk_room_tick(struct desk *d);           /* an order that could not be kept is, when it can */
void desk_room_leave(struct desk *d);
bool desk_room_blanked(const struct desk *d);
bool desk_room_shows(struct desk *d); /* a room is open and not blanked */
/* PRESS is of no use here: says so, and what is. */
void desk_no_effect(struct desk *d, struct press press);
/* A key as if it came from the keyboard; what the mouse did (desk_mouse.c). */
void desk_take_key(struct desk *d, struct press press);
void desk_mouse(struct desk *d, const struct mouse *mouse);
void desk_next_language(struct desk *d);
void desk_test_screen(struct desk *d); /* until it is answered or left */
/* desk_step.c: while something stands over the screen the step line says what Enter does there. */
void desk_step_over(struct desk *d, struct frame *f);
/* desk_rail.c: Tab goes to the agenda beside the screen. False: none is
 * shown, or it was another key. */
bool desk_rail_begin(struct desk *d, struct press press);
bool desk_rail_key(struct desk *d, struct press press); /* true: it was for the agenda */
void desk_rail_frame(struct desk *d, struct frame *f);  /* what the fixed rows say meanwhile */
/* Everything that is recorded of the item at PLACE of the agenda, from 0, in a panel that waits for
 * nothing. */
void desk_look_at(struct desk *d, size_t place);
/* desk_menu.c */
bool desk_filter_key(struct desk *d, struct press press); /* true: it was for the search */
void desk_menu_over(struct desk *d); /* F9 over what takes the keys, which comes back */
/* desk_panels.c: right behind a member's number that p or s took, a blank or a comma asks for the
 * next: "s17 18". True: it did. */
bool desk_member_goes_on(struct desk *d, struct press press);
/* desk_find.c: "/" and F3, the same in every list. */
bool desk_finder(struct desk *d, struct finder *f); /* false: nothing to search here */
void desk_find(struct desk *d, struct press press);
void desk_find_begin(struct desk *d);
void desk_find_forget(struct desk *d);
unsigned desk_where(struct desk *d); /* the view's, and whether there is a list to search */
/* How an act of the Space menu is reached: "Space 3", or its own key. Frame memory. */
struct str desk_action_face(struct desk *d, const struct action *a);
void desk_forget_commands(struct desk *d);
/* True: it was for the help. Any other key closes the help and is obeyed as if it had not been
 * there, so that no digit and no letter is lost. */
bool desk_help_key(struct desk *d, struct press press);
void desk_paint_help(struct desk *d, struct area work);
void desk_quit(struct desk *d);
bool desk_asks_before_leaving(struct desk *d); /* a sitting is open, or no copy holds all acts */
void desk_ask_quit(struct desk *d);
void desk_paint_overlay(struct desk *d, struct area work);
void desk_paint_around(struct desk *d, const struct frame_areas *at); /* rail, side, strip */
struct message closing_chair_line(struct desk *d); /* nobody reads once all is read */
void desk_overlay_key(struct desk *d, struct press press);
/* A number typed into a prompt was taken: it closes. Refused: it stays, empty, so that the Enter of
 * habit does not fall through to the step. */
void desk_prompt_done(struct desk *d, bool done);
enum paste desk_overlay_paste(struct desk *d, struct str text);
bool overlay_holds_secret(const struct overlay *o); /* a field for a passphrase */
/* IT, which is not the desk's own, closed as Esc would close it, and what waits under it. */
void overlay_drop(struct desk *d, struct overlay *it);
void overlay_drop_under(struct desk *d); /* the form that waits under what takes the keys */

/* desk_aside.c: what takes the keys makes place for F9's menu. False: it cannot, and says so. */
bool desk_put_aside(struct desk *d);
bool desk_take_back(struct desk *d);     /* as it was, where it was; false: nothing waits here */
void desk_aside_goes_on(struct desk *d); /* one looks elsewhere: what was typed waits, a question
					    is left */
bool desk_draft_aside(const struct desk *d); /* it is one that keeps a draft */
void desk_forget_aside(struct desk *d);

/* desk_copy.c: what Ins, and in texts the letters with Ctrl, do. */
void desk_copy(struct desk *d);
bool desk_copy_key(struct desk *d, struct press press); /* true: it was one of these keys */
struct editor *desk_editor(const struct desk *d);       /* under the fingers; NULL: none */
enum paste desk_paste(struct desk *d, struct str text);
void desk_pasted(struct desk *d, enum paste done); /* says what had to be done with it */
/* A key for the text under the fingers, past what the desk makes of it. */
void desk_take_text_key(struct desk *d, struct press press);

void desk_recall(struct desk *d); /* working state kept from the last time */
void desk_tick(struct desk *d);   /* keep drafts, when it is time */
void desk_leave(struct desk *d);  /* give back what the views hold */

/* Forms the step line and menus open (desk_forms.c). */
void form_open_sitting(struct desk *d);
void form_close_sitting(struct desk *d);
void form_close_no_quorum(struct desk *d); /* that is why, as was chosen already */
void form_add_item(struct desk *d);
void form_add_election(struct desk *d); /* the same, of that kind */
/* What the quorum rests on and what mahdar does when it is missing. */
struct message quorum_rule_line(struct desk *d);
void panel_quorum(struct desk *d);
void panel_what_came(
	struct desk *d); /* item_acts.c: an item that is neither voted nor noted by rule */
void panel_call_failed(struct desk *d);
void form_convene(struct desk *d);
void panel_carry(struct desk *d);
void panel_suspend(struct desk *d);
/* TYPE postpones or withdraws item KEY: asks why. */
void panel_put_off(struct desk *d, enum command_type type, int64_t key);
/* Why the item of KEY can be neither postponed nor withdrawn (TYPE); no id: it can. */
struct message put_off_off(struct desk *d, enum command_type type, int64_t key);
void form_guest(struct desk *d);
void form_add_member(struct desk *d);
void panel_ceremony(struct desk *d);
void form_backup(struct desk *d);
/* election_forms.c */
void form_election(struct desk *d);
void form_election_papers(struct desk *d);
void form_election_tie(struct desk *d);
void form_papers(struct desk *d); /* item_secret.c: of the open secret ballot */

/* The screen of the item is left: a figure of the show of hands that is still being typed is
 * recorded, or refused with a word. */
void hands_leave(struct desk *d);
/* A vote is closed: what a letter said in it of the numbers that follow is over, so that it says
 * nothing in that vote opened anew. */
void said_forget(struct desk *d);

#endif

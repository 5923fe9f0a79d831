/* One function a scene: what stands in it, in order. room_paint.c chooses between them. */
#ifndef TUI_ROOM_SCENE_H
#define TUI_ROOM_SCENE_H

#include "tui/mark.h"
#include "tui/room_paint.h"
#include "tui/room_stack.h"

/* A heading in large letters: about a quarter of the screen. */
#define HEADING_ROWS(s) ((s)->area.rows / 4 + 1)

typedef void room_scene_fill(struct room_stack *s, const struct room_look *look);

room_scene_fill room_scene_rest, room_scene_quorum, room_scene_item, room_scene_pause,
	room_scene_vote, room_scene_result, room_scene_speaker, room_scene_elected,
	room_scene_closing, room_scene_agenda, room_scene_clock, room_scene_message,
	room_scene_words, room_scene_budget, room_scene_agreement;

/* A text of the view in both languages. */
struct both room_both_stored(const struct room_view *v, struct room_refs r);

/* The amounts of the view as a list under two headings; where there is no room for all, the sums
 * alone. */
void room_amounts(struct room_stack *s, struct message before, struct message after);
/* "Samira Alami is elected"; of a list, whose name is not one person's, only that it is; or that
 * nobody is, or another round follows. */
struct message room_election(const struct room_view *v);
/* Every item of a block with its number, one a line where there is room for it. */
void room_block_titles(struct room_stack *s);
/* Who takes no part in the item, by name; nothing when everybody does. */
void room_recused(struct room_stack *s);
/* Every item as a line, in the memory of the canvas; how many. */
size_t room_agenda_lines(const struct room_view *v, struct canvas *c, struct room_line **lines);

/* The scene as a sentence or two, for screens too small for a picture. */
void room_scene_plain(struct area area, const struct room_view *v, const struct room_look *look);

/* What is made from the sample says so in both languages, whatever the screen's: somebody may take
 * a picture of it who reads only one. */
extern const char room_specimen[], room_rehearsal[];

#endif

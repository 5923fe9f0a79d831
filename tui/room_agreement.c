/* The scene of an agreement: its parties with what each brings, what is still to be raised, the
 * total, and how much of that there is. */
#include "tui/room_scene.h"

#include "locale/format.h"

static struct str amount(struct canvas *c, int64_t centimes)
{
	return format_amount(centimes, canvas_lang(c), canvas_arena(c));
}

static struct room_line party_line(
	struct canvas *c, const struct room_view *v, const struct room_party *party)
{
	struct arena *a = canvas_arena(c);
	struct both name = room_both_stored(v, party->name),
		    kind = room_both_stored(v, party->kind);
	struct message roles = room_party_roles(party, a);
	struct message words = MSG("{it}", A_BOTH("it", name));
	struct room_line line = {
		.sign = party->chamber ? "▸" : NULL,
		.style = party->chamber ? STYLE_STRONG : STYLE_TEXT,
		.base = canvas_rtl(c) ? DIR_RTL : DIR_LTR,
	};

	if (roles.id)
		words = MSG("{party}, {roles}", A_MSG("party", message_keep(a, words)),
			A_MSG("roles", &roles));
	if (kind.ar.n || kind.fr.n)
		words = MSG("{party}, in kind: {kind}", A_MSG("party", message_keep(a, words)),
			A_BOTH("kind", kind));
	line.text = canvas_words(c, words);
	line.amount[0] = party->amount ? amount(c, party->amount) : STR("");
	return line;
}

static struct room_line sum_line(struct canvas *c, enum style style, const char *sign,
	struct message words, int64_t centimes)
{
	struct room_line line = {
		.sign = sign, .style = style, .base = canvas_rtl(c) ? DIR_RTL : DIR_LTR};

	line.text = canvas_words(c, words);
	line.amount[0] = amount(c, centimes);
	return line;
}

void room_scene_agreement(struct room_stack *s, const struct room_look *look)
{
	const struct room_view *v = s->view;
	struct canvas *c = s->area.canvas;
	struct room_line *lines = ARENA_ARRAY(canvas_arena(c), struct room_line, v->parties_n + 3);
	size_t n = 0;

	(void)look;
	for (size_t i = 0; i < v->parties_n; i++)
		lines[n++] = party_line(c, v, &v->party[i]);
	if (v->gap > 0)
		lines[n++] = sum_line(c, STYLE_CAUTION, "!", TEXT("Still to be raised"), v->gap);
	if (v->gap < 0)
		lines[n++] =
			sum_line(c, STYLE_CAUTION, "!", TEXT("Beyond the total amount"), -v->gap);
	if (v->total)
		lines[n++] = sum_line(c, STYLE_STRONG, NULL, TEXT("Total amount"), v->total);
	room_stack_agenda(s);
	room_stack_both(s, STYLE_STRONG, 1, &v->short_title, false);
	room_stack_large(s, 1, HEADING_ROWS(s));
	room_stack_say(s, STYLE_DONE, 1, v->agreement);
	if (n)
		room_stack_list(s, lines, n, 0);
	if (v->total)
		room_stack_bar(s, v->gap > 0 ? STYLE_CAUTION : STYLE_GOOD,
			v->raised < v->total ? v->raised : v->total, v->total, 0);
}

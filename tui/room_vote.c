/* The scenes of a vote. Nothing but what was announced ever stands in the figures. */
#include "tui/room_scene.h"

#define FIGURES_MAX     14
#define BLOCK_LINES_MAX 6 /* of more items the titles stand in one text */
#define BLOCK_ROWS      3
#define FIGURES_LOW     6 /* where the question and the kind of vote are to be read as well */

static const struct room_both *name_of_item(const struct room_view *v)
{
	const struct room_both *title = &v->short_title;

	return room_str(&title->ar).n || room_str(&title->fr).n ? title : &v->title;
}

/* The numbers stand above in any case. */
void room_block_titles(struct room_stack *s)
{
	const struct room_view *v = s->view;
	struct canvas *c = s->area.canvas;
	bool lines = room_stack_tall(s) && v->block_n <= BLOCK_LINES_MAX;
	struct builder b;

	builder_init(&b, canvas_arena(c));
	for (size_t i = 0; i < v->block_n; i++) {
		struct both name = room_both_stored(v, v->names[v->block[i] - 1]);
		struct str title = canvas_words(
			c, MSG("{n}. {title}", A_INT("n", v->block[i]), A_BOTH("title", name)));

		if (lines) {
			room_stack_text(
				s, STYLE_STRONG, 1, canvas_rtl(c) ? DIR_RTL : DIR_LTR, title);
			if (i)
				room_stack_tight(s);
		}
		builder_add_z(&b, i ? " · " : "");
		builder_add(&b, title);
	}
	if (!lines)
		room_stack_text(s, STYLE_STRONG, room_stack_tall(s) ? 2 * BLOCK_ROWS : BLOCK_ROWS,
			canvas_rtl(c) ? DIR_RTL : DIR_LTR, builder_str(&b));
}

/* Which item, in ordinary letters: what matters is what it gave. Where that needs the rows, without
 * the French line. */
static void item(struct room_stack *s)
{
	const struct room_both *title = name_of_item(s->view);
	int cols = s->area.cols;

	room_stack_agenda(s);
	if (s->view->block_n) {
		room_block_titles(s);
		return;
	}
	room_stack_both(s, STYLE_STRONG, 2, title,
		room_stack_tall(s) || (!s->letters && layout_width(room_str(&title->ar)) <= cols &&
					      layout_width(room_str(&title->fr)) <= cols));
	if (s->letters && !room_stack_tall(s))
		room_stack_tight(s);
	room_stack_say(s, STYLE_HERE, 1, s->view->motion);
}

static struct both name_of(const struct room_both *name)
{
	return (struct both){room_str(&name->ar), room_str(&name->fr)};
}

static struct message post_of(const struct room_view *v, struct arena *a)
{
	struct message post = v->post;

	if (!post.id)
		return MSG("{name}", A_BOTH("name", name_of(&v->post_name)));
	if (v->post_name.ar.n || v->post_name.fr.n)
		return MSG("{post} ({name})", A_MSG("post", message_keep(a, post)),
			A_BOTH("name", name_of(&v->post_name)));
	if (v->rank)
		return MSG("{post} no. {rank}", A_MSG("post", message_keep(a, post)),
			A_INT("rank", v->rank));
	return post;
}

static void election(struct room_stack *s)
{
	const struct room_view *v = s->view;
	struct arena *a = canvas_arena(s->area.canvas);

	room_stack_say(s, STYLE_HERE, 1,
		MSG("ELECTION: {post} — round {round}",
			A_MSG("post", message_keep(a, post_of(v, a))), A_INT("round", v->round)));
}

/* Who stands, in the order of their numbers. */
static void candidates(struct room_stack *s)
{
	const struct room_view *v = s->view;
	struct message names[ROOM_CANDIDATES_MAX];

	if (v->candidates == 0)
		return;
	for (size_t i = 0; i < v->candidates; i++)
		names[i] = MSG("{it}", A_BOTH("it", name_of(&v->candidate[i].name)));
	room_stack_say(s, STYLE_STRONG, 2,
		MSG("candidates: {names}", A_LIST("names", names, v->candidates)));
}

/* Which item: it is the question that is voted on, and large where there is room for it. */
static void question(struct room_stack *s)
{
	if (!room_stack_tall(s) || s->view->block_n) {
		item(s);
		return;
	}
	room_stack_agenda(s);
	room_stack_title(
		s, STYLE_STRONG, &s->view->title, name_of_item(s->view), true, 2, HEADING_ROWS(s));
	room_stack_say(s, STYLE_HERE, 1, s->view->motion);
}

static struct message kind_of_vote(const struct room_view *v)
{
	if (v->secret)
		return TEXT(N_("secret ballot"));
	return v->by_hands ? TEXT(N_("public vote by show of hands"))
			   : TEXT(N_("public vote by name"));
}

/* What it takes, with the condition as long as votes are missing. */
static struct message needed(const struct room_view *v)
{
	struct arg least = A_INT("needed", v->majority), base = A_MSG("base", &v->base);

	if (v->majority == 0)
		return NO_MESSAGE;
	if (v->condition.id)
		return MSG("{needed} needed of {base}, {condition}", least, base,
			A_MSG("condition", &v->condition));
	return MSG("{needed} needed of {base}", least, base);
}

/* Papers as far as they are counted, else who has voted; and what is needed. */
static void progress(struct room_stack *s)
{
	const struct room_view *v = s->view;
	struct room_column columns[ROOM_COLUMNS_MAX];
	int n = 0;

	if (v->counted) {
		columns[n++] = room_column(v->issued, STYLE_TEXT, TEXT("papers issued"));
		columns[n++] = room_column(v->found, STYLE_HERE, TEXT("papers found"));
	} else {
		if (!v->by_hands)
			columns[n++] =
				room_column(v->voted, STYLE_HERE, TEXT(CTX("room", "have voted")));
		columns[n++] =
			room_column(v->voters, STYLE_TEXT, TEXT(CTX("room", "entitled to vote")));
	}
	if (v->majority)
		columns[n++] = room_column(v->majority, STYLE_TEXT, TEXT(CTX("room", "needed")));
	room_stack_figures(s, columns, n, room_stack_tall(s) ? FIGURES_MAX : FIGURES_LOW);
}

void room_scene_vote(struct room_stack *s, const struct room_look *look)
{
	const struct room_view *v = s->view;

	(void)look;
	question(s);
	if (v->election) {
		election(s);
		candidates(s);
	}
	room_stack_say(s, STYLE_HERE, 1,
		v->vote_over ? TEXT(N_("THE VOTE IS CLOSED")) : TEXT(N_("VOTE IN PROGRESS")));
	room_stack_large(s, 1, HEADING_ROWS(s));
	if (!v->vote_over) {
		room_stack_say(s, STYLE_STRONG, 1, kind_of_vote(v));
		if (!room_stack_tall(s))
			room_stack_tight(s);
		else
			room_stack_large(s, 1, HEADING_ROWS(s));
	}
	if (v->voters_n)
		room_stack_say(s, STYLE_TEXT, 1,
			MSG("{voted} of {voters} have voted", A_INT("voted", v->voted),
				A_INT("voters", v->voters)));
	else
		progress(s);
	if (!v->by_hands)
		room_stack_bar(s, STYLE_HERE, v->voted, v->voters, 0);
	room_stack_names(s, STR(""));
	room_stack_say(s, STYLE_TEXT, 2, needed(v));
	if (v->majority && !room_stack_tall(s))
		room_stack_tight(s);
	room_recused(s);
	if (v->recused_n && !room_stack_tall(s))
		room_stack_tight(s);
	if (v->vote_over)
		room_stack_band(s, STYLE_ENTRY, "●", TEXT(N_("the result will be announced")));
}

struct message room_election(const struct room_view *v)
{
	for (size_t i = 0; i < v->candidates; i++) {
		const struct room_candidate *c = &v->candidate[i];

		if (c->elected && !c->list)
			return MSG("{who} is elected", A_BOTH("who", name_of(&c->name)));
	}
	return v->election_state;
}

/* A round was counted: every candidate with the votes, and who is elected. */
void room_scene_elected(struct room_stack *s, const struct room_look *look)
{
	const struct room_view *v = s->view;

	(void)look;
	item(s);
	election(s);
	for (size_t i = 0; i < v->candidates; i++)
		room_stack_say(s, v->candidate[i].elected ? STYLE_GOOD : STYLE_STRONG, 1,
			MSGN_WITH("{candidate}: {n} vote", "{candidate}: {n} votes",
				v->candidate[i].votes,
				A_BOTH("candidate", name_of(&v->candidate[i].name))));
	if (v->blank)
		room_stack_say(s, STYLE_DONE, 1, MSG("blank or void: {n}", A_INT("n", v->blank)));
	if (v->needed_votes)
		room_stack_say(s, STYLE_DONE, 1,
			MSG("absolute majority: {n}", A_INT("n", v->needed_votes)));
	room_stack_tight(s);
	if (v->elected)
		room_stack_band(s, STYLE_GOOD_ROW, "✓", room_election(v));
	else
		room_stack_band(s, STYLE_ENTRY, "○", room_election(v));
	room_stack_large(s, 1, HEADING_ROWS(s));
}

/* For, against, abstain: always in this order from where reading starts. */
static void figures(struct room_stack *s)
{
	const struct room_view *v = s->view;
	int64_t sum = v->votes_for + v->against + v->abstain;
	struct room_column columns[] = {
		room_column(v->votes_for, STYLE_GOOD, TEXT(CTX("vote", "for"))),
		room_column(v->against, STYLE_BAD, TEXT(CTX("vote", "against"))),
		room_column(v->abstain, STYLE_CAUTION,
			v->secret ? TEXT(CTX("room", "blank or void"))
				  : TEXT(CTX("vote", "abstain"))),
	};

	for (size_t i = 0; i < ARRAY_LEN(columns); i++)
		columns[i].total = sum;
	if (v->majority < sum)
		columns[0].mark = v->majority;
	room_stack_figures(s, columns, ARRAY_LEN(columns), FIGURES_MAX);
}

static void verdict(struct room_stack *s)
{
	switch (s->view->verdict) {
	case ROOM_ADOPTED:
		room_stack_band(s, STYLE_GOOD_ROW, "✓", s->view->outcome);
		break;
	case ROOM_REJECTED:
		room_stack_band(s, STYLE_BAD_ROW, "✗", s->view->outcome);
		break;
	}
	room_stack_large(s, 2, HEADING_ROWS(s) + 2);
}

/* The names of SIDE after what they did; nothing when there are none. */
static void exceptions(
	struct room_stack *s, enum room_side side, struct message word, struct builder *b)
{
	const struct room_view *v = s->view;
	struct canvas *c = s->area.canvas;
	struct message *names = ARENA_ARRAY(canvas_arena(c), struct message, v->voters_n + 1);
	size_t n = 0;

	for (size_t i = 0; i < v->voters_n; i++) {
		if (v->voter[i].side == (unsigned char)side)
			names[n++] =
				MSG("{it}", A_BOTH("it", room_both_stored(v, v->voter[i].name)));
	}
	if (n == 0)
		return;
	builder_add_z(b, b->n ? " · " : "");
	builder_add(b, canvas_words(c, MSG("{side}: {names}", A_MSG("side", &word),
					       A_LIST("names", names, n))));
}

/* Every name with its sign; where they do not all fit, those who were not for it. */
static void names(struct room_stack *s)
{
	struct builder b;

	builder_init(&b, canvas_arena(s->area.canvas));
	exceptions(s, ROOM_SIDE_AGAINST, TEXT(CTX("vote", "against")), &b);
	exceptions(s, ROOM_SIDE_ABSTAIN, TEXT(CTX("vote", "abstain")), &b);
	room_stack_names(s, builder_str(&b));
	if (s->view->voters_n)
		room_stack_tight(s);
}

/* Why that is the result: the words of the minutes. */
static struct message reason(const struct room_view *v)
{
	if (v->reason.id)
		return v->reason;
	return MSG("{for} for; {needed} needed of {base}", A_INT("for", v->votes_for),
		A_INT("needed", v->majority), A_MSG("base", &v->base));
}

void room_scene_result(struct room_stack *s, const struct room_look *look)
{
	(void)look;
	item(s);
	figures(s);
	verdict(s);
	room_stack_say(s, STYLE_TEXT, 2, reason(s->view));
	if (s->letters && !room_stack_tall(s))
		room_stack_tight(s);
	room_recused(s);
	if (s->view->recused_n)
		room_stack_tight(s);
	names(s);
	if (s->view->corrected) {
		room_stack_say(s, STYLE_CAUTION, 1,
			TEXT(N_("! corrected: other figures were announced before")));
		room_stack_tight(s);
	}
}

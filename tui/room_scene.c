#include "tui/room_scene.h"

#include <stdio.h>

#include "model/diff.h"

#define FIGURES_MAX   14
#define PARTIES_NAMED 6 /* more are counted */

/* The star of the zellige, where there is nothing to count. */
static void star(struct room_stack *s)
{
	struct room_column column = {.figure = "*", .style = STYLE_HERE};

	room_stack_figures(s, &column, 1, room_stack_tall(s) ? 14 : 9);
	room_stack_yield(s);
}

/* The names of the chamber, that of the screen's language first and large, Tifinagh last. */
static void chamber(struct room_stack *s)
{
	const struct room_both *name = &s->view->chamber;
	struct str ar = room_str(&name->ar), fr = room_str(&name->fr);
	bool arabic = canvas_lang(s->area.canvas) == LANG_AR && ar.n;

	if (arabic) {
		room_stack_text(s, STYLE_STRONG, 2, DIR_RTL, ar);
		room_stack_large(s, 3, s->area.rows - 6);
		room_stack_text(s, STYLE_TEXT, 2, DIR_LTR, fr);
	} else if (fr.n) {
		room_stack_text(s, STYLE_STRONG, 2, DIR_LTR, fr);
		room_stack_large(s, 3, s->area.rows - 6);
		room_stack_text(s, STYLE_TEXT, 2, DIR_RTL, ar);
	} else {
		room_stack_text(s, STYLE_TEXT, 2, DIR_RTL, ar);
		room_stack_large(s, 3, s->area.rows - 6);
	}
	room_stack_text(s, STYLE_TEXT, 1, DIR_LTR, room_str(&s->view->chamber_zgh));
}

static void day(struct room_stack *s)
{
	if (s->view->day.year)
		room_stack_say(s, STYLE_DONE, 1, MSG("{day}", A_DATE("day", s->view->day)));
}

void room_scene_rest(struct room_stack *s, const struct room_look *look)
{
	(void)look;
	star(s);
	chamber(s);
	room_stack_say(s, STYLE_HERE, 2, s->view->session);
	day(s);
	room_stack_tight(s);
}

void room_scene_quorum(struct room_stack *s, const struct room_look *look)
{
	const struct room_view *v = s->view;
	enum style style = !v->determined ? STYLE_HERE : v->quorum ? STYLE_GOOD : STYLE_CAUTION;
	struct room_column columns[] = {
		room_column(v->here, style, TEXT(CTX("room", "present"))),
		room_column(v->needed, STYLE_TEXT, TEXT(CTX("room", "needed for the quorum"))),
	};

	(void)look;
	room_stack_say(s, STYLE_HERE, 1, TEXT(N_("ATTENDANCE AND QUORUM")));
	room_stack_large(s, 1, HEADING_ROWS(s));
	room_stack_figures(s, columns, 2, FIGURES_MAX);
	room_stack_bar(s, style, v->here, v->in_office, v->needed);
	room_stack_say(s, STYLE_TEXT, 1,
		MSGN("of {n} member in office", "of {n} members in office", v->in_office));
	room_stack_tight(s);
	if (!v->determined)
		room_stack_band(s, STYLE_ENTRY, "·", TEXT(N_("attendance is being checked")));
	else if (v->quorum)
		room_stack_band(s, STYLE_GOOD_ROW, "✓", TEXT(N_("the quorum is reached")));
	else
		room_stack_band(
			s, STYLE_ENTRY, "○", TEXT(N_("the quorum is not reached for the moment")));
	room_stack_large(s, 1, HEADING_ROWS(s));
}

/* A motion that waits: the words as they stand, and as they would read. */
static void moved(struct room_stack *s)
{
	const struct room_view *v = s->view;
	bool arabic = canvas_lang(s->area.canvas) == LANG_AR;
	bool ar = room_str(&v->after.ar).n && (arabic || !room_str(&v->after.fr).n);
	struct str before = room_str(ar ? &v->before.ar : &v->before.fr);
	struct str after = room_str(ar ? &v->after.ar : &v->after.fr);
	enum direction base = ar ? DIR_RTL : DIR_LTR;

	room_stack_agenda(s);
	room_stack_both(s, STYLE_TEXT, 2, &v->short_title, false);
	room_stack_say(s, STYLE_HERE, 1, v->motion);
	if (v->budget_n) {
		room_stack_large(s, 1, HEADING_ROWS(s));
		room_amounts(s, TEXT(CTX("room", "as it stands")), TEXT(CTX("room", "as moved")));
		return;
	}
	if (before.n && after.n) {
		const struct message heads[] = {TEXT("text as it stands"), TEXT("text as moved")};
		struct arena *a = canvas_arena(s->area.canvas); /* until the canvas begins anew */
		const struct str texts[] = {diff_signed(before, after, DIFF_REMOVED, "−", a),
			diff_signed(before, after, DIFF_ADDED, "+", a)};

		room_stack_pair(s, base, heads, texts);
	} else if (after.n) {
		room_stack_say(s, STYLE_DONE, 1, TEXT("text as moved"));
		room_stack_text(s, STYLE_STRONG, 6, base, after);
		room_stack_tight(s);
	}
}

void room_recused(struct room_stack *s)
{
	const struct room_view *v = s->view;
	size_t n = v->recused_n < ROOM_RECUSED_MAX ? v->recused_n : ROOM_RECUSED_MAX;
	struct message names[ROOM_RECUSED_MAX];

	for (size_t i = 0; i < n; i++)
		names[i] = MSG("{it}", A_BOTH("it", room_both_stored(v, v->recused[i])));
	if (v->recused_n > n)
		room_stack_say(s, STYLE_CAUTION, 2,
			MSG("Recused for this item: {members} (+{more})",
				A_LIST("members", names, n),
				A_INT("more", (int64_t)(v->recused_n - n))));
	else if (n)
		room_stack_say(s, STYLE_CAUTION, 2,
			MSG("Recused for this item: {members}", A_LIST("members", names, n)));
}

/* Of an agreement: with whom, for how much, and what the chamber brings. */
static void parties(struct room_stack *s)
{
	const struct room_view *v = s->view;
	struct message names[PARTIES_NAMED];
	size_t n = v->parties_n < PARTIES_NAMED ? v->parties_n : PARTIES_NAMED;
	int64_t share = 0;

	for (size_t i = 0; i < v->parties_n; i++) {
		const struct room_party *party = &v->party[i];

		share += party->chamber ? party->amount : 0;
		if (i < n)
			names[i] = MSG("{it}", A_BOTH("it", room_both_stored(v, party->name)));
	}
	if (v->parties_n > n)
		room_stack_say(s, STYLE_TEXT, 3,
			MSG("parties: {names} (+{more})", A_LIST("names", names, n),
				A_INT("more", (int64_t)(v->parties_n - n))));
	else if (n)
		room_stack_say(
			s, STYLE_TEXT, 3, MSG("parties: {names}", A_LIST("names", names, n)));
	if (v->total && share)
		room_stack_say(s, STYLE_STRONG, 2,
			MSG("total {total} · of the chamber {share}", A_MONEY("total", v->total),
				A_MONEY("share", share)));
	else if (v->total)
		room_stack_say(
			s, STYLE_STRONG, 1, MSG("total {total}", A_MONEY("total", v->total)));
	if (n && v->total)
		room_stack_tight(s);
}

void room_scene_item(struct room_stack *s, const struct room_look *look)
{
	const struct room_view *v = s->view;
	struct room_column number = room_column(v->item, STYLE_HERE, NO_MESSAGE);
	enum item_mark mark = v->item > 0 && v->item <= ROOM_ITEMS_MAX
				      ? (enum item_mark)v->marks[v->item - 1]
				      : MARK_NOTED;
	bool put_off = mark == MARK_POSTPONED || mark == MARK_WITHDRAWN;

	(void)look;
	if (v->motion.id && !v->voided) {
		moved(s);
		return;
	}
	room_stack_agenda(s);
	if (v->block_n) {
		room_block_titles(s);
	} else {
		room_stack_figures(s, &number, 1, room_stack_tall(s) ? 12 : 7);
		room_stack_yield(s);
		room_stack_title(
			s, STYLE_STRONG, &v->title, &v->short_title, true, 3, s->area.rows - 2);
	}
	if (v->voided) {
		room_stack_say(s, STYLE_HERE, 1, v->motion);
		room_stack_band(s, STYLE_CAUTION_ROW, "!", v->item_state);
		room_stack_large(s, 1, HEADING_ROWS(s));
		room_stack_say(s, STYLE_TEXT, 1, v->repeated);
	} else if (v->item_state.id) {
		room_stack_band(
			s, STYLE_ENTRY, mark_sign(put_off ? mark : MARK_NOTED), v->item_state);
		room_stack_large(s, 1, HEADING_ROWS(s));
	} else {
		parties(s);
	}
	room_recused(s);
}

static struct room_column clock_of(const struct room_look *look)
{
	int minute = instant_minute_of_day(look->now);
	struct room_column clock = {.style = STYLE_TEXT};

	(void)snprintf(
		clock.figure, sizeof(clock.figure), "%02d:%02d", minute / 60 % 24, minute % 60);
	return clock;
}

void room_scene_clock(struct room_stack *s, const struct room_look *look)
{
	struct room_column clock = clock_of(look);

	chamber(s);
	room_stack_figures(s, &clock, 1, ROOM_FIGURE_ROWS_MAX);
	day(s);
}

/* Arabic as soon as there is an Arabic letter in it: U+0600 … U+06FF begin with these bytes. */
static enum direction direction_of(struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		if ((unsigned char)text.p[i] >= 0xD8 && (unsigned char)text.p[i] <= 0xDB)
			return DIR_RTL;
	}
	return DIR_LTR;
}

void room_scene_message(struct room_stack *s, const struct room_look *look)
{
	(void)look;
	star(s);
	room_stack_text(s, STYLE_STRONG, 8, direction_of(room_str(&s->view->message)),
		room_str(&s->view->message));
	room_stack_large(s, 6, s->area.rows);
}

void room_scene_pause(struct room_stack *s, const struct room_look *look)
{
	const struct room_view *v = s->view;
	struct room_column clock = clock_of(look);

	clock.word = TEXT(N_("it is now"));
	room_stack_say(s, STYLE_HERE, 1, TEXT(N_("THE SITTING IS SUSPENDED")));
	room_stack_large(s, 2, HEADING_ROWS(s));
	room_stack_say(s, STYLE_STRONG, 1, v->pause);
	room_stack_figures(s, &clock, 1, room_stack_tall(s) ? 12 : 8);
	room_stack_say(s, STYLE_DONE, 1, MSG("suspended since {time}", A_TIME("time", v->since)));
}

/* Who signs, and who has. */
static void signers(struct room_stack *s)
{
	const struct room_view *v = s->view;

	for (size_t i = 0; i < v->signers_n; i++) {
		const struct room_signer *signer = &v->signer[i];
		struct arg role = A_MSG("role", &signer->role);
		struct arg who = A_BOTH("who", room_both_stored(v, signer->name));

		if (signer->has_signed)
			room_stack_say(s, STYLE_GOOD, 3,
				MSG("✓ {time} {role}: {who}", role, who,
					A_TIME("time", signer->at)));
		else
			room_stack_say(s, STYLE_DONE, 3,
				MSG("○ {role}: {who} has yet to sign", role, who));
		if (i > 0)
			room_stack_tight(s);
	}
}

/* The fingerprint the record is checked by, once it is frozen: that of the journal in it, as the
 * desk and the paper call it. No file has this sum itself. */
static void sealed(struct room_stack *s)
{
	const struct room_view *v = s->view;

	room_stack_say(s, STYLE_TEXT, 2, TEXT(N_("Fingerprint of the journal (SHA-256)")));
	room_stack_head(s);
	room_stack_tight(s);
	signers(s);
	if ((v->failed || v->left_open) && !room_stack_tall(s))
		return; /* what becomes of the session is more than how a record is checked */
	room_stack_say(s, STYLE_DONE, 5,
		TEXT(N_("Note it or take a picture of it: with it anybody can check that not a "
			"letter of the signed record was changed (VERIFY.txt).")));
}

void room_scene_closing(struct room_stack *s, const struct room_look *look)
{
	const struct room_view *v = s->view;
	struct message items = mark_tally_words(
		MSGN("{n} item dealt with", "{n} items dealt with", v->tally.treated), &v->tally,
		canvas_arena(s->area.canvas));
	struct message decisions = MSGN("{n} decision", "{n} decisions", v->decisions);
	struct message elections = MSGN("{n} election", "{n} elections", v->elections);
	struct message both = MSG("{decisions} · {elections}", A_MSG("decisions", &decisions),
		A_MSG("elections", &elections));

	(void)look;
	if (v->sealed_head)
		room_stack_code(s);
	else
		star(s);
	room_stack_say(s, STYLE_STRONG, 1, TEXT(N_("THE SITTING IS CLOSED")));
	room_stack_large(s, 2, v->sealed_head ? HEADING_ROWS(s) : s->area.rows / 2);
	if (v->failed)
		room_stack_say(s, STYLE_HERE, 1, MSG("at {time}", A_TIME("time", v->since)));
	else
		room_stack_say(s, STYLE_HERE, 2,
			MSG("at {time} · {items} · {decisions}", A_TIME("time", v->since),
				A_MSG("items", &items),
				A_MSG("decisions", v->elections ? &both : &decisions)));
	if (!s->letters)
		room_stack_tight(s);
	if (v->failed)
		room_stack_band(s, STYLE_CAUTION_ROW, "!", TEXT(N_("the quorum was not reached")));
	if (v->again.year)
		room_stack_say(s, STYLE_TEXT, 2,
			MSG("The members are convened again for {date}.",
				A_DATE("date", v->again)));
	else if (v->left_open)
		room_stack_say(
			s, STYLE_TEXT, 2, TEXT(N_("The session goes on in another sitting.")));
	if (v->sealed_head)
		sealed(s);
	else
		room_stack_say(s, STYLE_DONE, 1, TEXT(N_("Thank you for coming")));
}

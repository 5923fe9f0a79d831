/* F9: everything that can be reached from here. The screens have their digits for ever; under them
 * stand the acts of the screen, then what is common to all. Letters look for a row by its words in
 * any of the languages, and find the acts of the other screens as well. */
#include "tui/desk.h"

#include "locale/format.h"
#include "locale/text.h"
#include "tui/desk_parts.h"
#include "tui/draft.h"
#include "tui/registers.h"
#include "tui/screen_test.h"

#include <assert.h>
#include <string.h>

#define ID_ACTIONS 100
#define ID_ROWS    200
/* The acts of the other screens: ACTIONS_MAX for each. */
#define ID_ELSEWHERE 300
#define ID_END       (ID_ELSEWHERE + SCREEN_COUNT * ACTIONS_MAX)

size_t desk_fill_actions(struct action *room, const struct action *list, size_t n)
{
	assert(n <= ACTIONS_MAX);
	memcpy(room, list, n * sizeof *list);
	return n;
}

/* --- what is common to all screens --- */

static void go_rules(struct desk *d)
{
	desk_go(d, SCREEN_REGISTER);
	registers_rules(d);
}

static void change_names(struct desk *d)
{
	desk_go(d, SCREEN_REGISTER);
	registers_names(d);
}

static void add_election(struct desk *d)
{
	desk_go(d, SCREEN_AGENDA);
	form_add_election(d);
}

static void next_colours(struct desk *d)
{
	static const struct message names[THEME_COUNT] = {
		[THEME_DARK] = {.id = N_("Colours: for a dark background.")},
		[THEME_LIGHT] = {.id = N_("Colours: for a light background.")},
		[THEME_8] = {.id = N_("Colours: eight.")},
		[THEME_NONE] = {.id = N_("Colours: none; signs and words say it all.")},
	};
	struct error err = {.code = ERROR_NONE};
	enum theme next = (enum theme)((term_theme(d->term) + 1) % (THEME_NONE + 1));

	term_set_theme(d->term, next);
	if (term_remember_theme(d->term, &err) < 0)
		desk_fail(d, &err);
	else
		desk_say(d, TONE_PLAIN, names[next]);
}

void desk_test_screen(struct desk *d)
{
	enum lang lang = d->lang;
	enum screen_test_end end = screen_test(d->term, &lang);

	d->lang = d->cli->lang = lang;
	if (end == SCREEN_TEST_GONE)
		d->leaving = d->told = true;
	else if (end == SCREEN_TEST_KEPT)
		desk_say(d, TONE_GOOD,
			TEXT("✓ From now on mahdar starts like this in such a terminal."));
	else
		desk_say(d, TONE_PLAIN, TEXT("The terminal is used as before."));
}

/* Keys that a keyboard may lack, for the text under the fingers. */
static void typing_back(struct desk *d)
{
	desk_take_text_key(d, (struct press){.code = PRESS_BACKSPACE, .alt = true});
}

static void typing_again(struct desk *d)
{
	desk_take_text_key(d, (struct press){.code = PRESS_DELETE, .alt = true});
}

static void paste_copied(struct desk *d)
{
	desk_pasted(d, d->copied.n ? desk_paste(d, arena_str(&d->frame, d->copied)) : PASTE_NONE);
}

static const struct menu_row {
	const char *label;
	enum bind bind;     /* its key, shown at the end; BIND_NONE: `face` */
	const char *face;   /* may be empty */
	bool text, session; /* only while a text is written; only with a session */
	bool stays;         /* nothing takes the place of what was there before the menu */
	void (*run)(struct desk *d);
} rows[] = {
	{N_("take typing back"), BIND_NONE, "Alt-⌫", true, false, true, typing_back},
	{N_("type it again"), BIND_NONE, "Alt-Del", true, false, true, typing_again},
	{N_("select; then copy"), BIND_COPY, "", true, false, true, desk_copy},
	{N_("put in what was copied"), BIND_NONE, "Ctrl-V", true, false, true, paste_copied},
	{N_("empty this form"), BIND_NONE, "", true, false, true, draft_empty},
	{N_("copy what is in view"), BIND_COPY, "", false, true, true, desk_copy},
	{N_("search here"), BIND_SEARCH, "", false, false, false, desk_find_begin},
	{N_("undo the last act…"), BIND_UNDO, "", false, true, false, desk_undo},
	{N_("the floor"), BIND_FLOOR, "", false, true, false, desk_go_floor},
	/* Letters of "the room" find first what changes nothing for those in it. */
	{N_("see what the room sees"), BIND_PREVIEW, "", false, false, false, desk_preview},
	{N_("blank the room"), BIND_BLANK, "", false, false, true, desk_room_blank},
	{N_("send to the room"), BIND_ROOM, "", false, false, true, desk_room_send},
	{N_("next language"), BIND_LANGUAGE, "", false, false, true, desk_next_language},
	{N_("other colours"), BIND_NONE, "", false, false, true, next_colours},
	{N_("test of the screen"), BIND_NONE, "", false, false, true, desk_test_screen},
	{N_("type a command"), BIND_PALETTE, "", false, false, false, desk_palette},
	{N_("rules of the chamber: quorum, votes, proxies…"), BIND_NONE, "", false, false, false,
		go_rules},
	{N_("names of the chamber…"), BIND_NONE, "", false, false, false, change_names},
	{N_("an election: an item of that kind…"), BIND_NONE, "", false, true, false, add_election},
	{N_("help"), BIND_HELP, "", false, false, true, desk_help},
	{N_("the whole manual"), BIND_NONE, "F1 F1", false, false, true, desk_manual},
	{N_("copy to a stick…"), BIND_NONE, "", false, false, false, form_backup},
	{N_("leave the desk"), BIND_QUIT, "", false, false, false, desk_quit},
};

/* --- building it --- */

static void add(struct overlay *o, int digit, int id, struct message label, struct message reason,
	struct str face)
{
	overlay_choice_off(o, digit, label, reason);
	o->choices[o->panel.choices_n - 1].id = id;
	o->choices[o->panel.choices_n - 1].face = arena_str(&o->arena, face);
}

static void add_screen(struct desk *d, struct overlay *o, int digit)
{
	const struct view *view = desk_view((enum screen)digit);
	bool off = !desk_session(d) && digit != SCREEN_REGISTER;

	if (view)
		add(o, digit, digit, view->title, off ? TEXT("choose a session first") : NO_MESSAGE,
			STR(""));
}

struct str desk_action_face(struct desk *d, const struct action *a)
{
	char digit[2] = {(char)('0' + a->digit), '\0'};
	struct str face[] = {keymap_face(BIND_DO, d->lang), STR(" "), str_of(digit)};

	return a->digit < 0 ? desk_action_keys(d, a) : arena_join(&d->frame, face, ARRAY_LEN(face));
}

/* What Space offers here, with its digit there. */
static void add_actions(struct desk *d, struct overlay *o)
{
	struct action actions[ACTIONS_ALL];
	size_t n = desk_actions_here(d, actions);

	for (size_t i = 0; i < n; i++) {
		struct message why = NO_MESSAGE;
		bool on = desk_action_on(d, &actions[i], &why);

		if (actions[i].bind == BIND_FLOOR) /* it stands among the rows below */
			continue;
		add(o, -1, ID_ACTIONS + (int)i, actions[i].label, on ? NO_MESSAGE : why,
			desk_action_face(d, &actions[i]));
	}
}

static void add_rows(struct desk *d, struct overlay *o, bool text)
{
	struct message why;

	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		const struct menu_row *r = &rows[i];

		if ((r->text && !text) || (r->bind == BIND_COPY && text != r->text) ||
			(r->session && !desk_session(d)) ||
			(r->run == draft_empty && !desk_draft_aside(d)) ||
			(r->bind == BIND_SEARCH && !(desk_where(d) & WHERE_LIST)))
			continue;
		add(o, -1, ID_ROWS + (int)i, TEXT(r->label),
			r->bind == BIND_UNDO && !desk_offers(d, CMD_CORRECTION_MAKE, &why)
				? why
				: NO_MESSAGE,
			r->bind == BIND_NONE ? str_of(r->face) : keymap_face(r->bind, d->lang));
	}
}

/* Its list is opened there, the bar on it: what it would be done to is looked at first. */
static void lead_to_action(struct desk *d, int screen, size_t at)
{
	const struct view *view = desk_view((enum screen)screen);
	struct action own[ACTIONS_MAX], all[ACTIONS_ALL];
	size_t n, i = 0;

	desk_go(d, (enum screen)screen);
	desk_actions(d);
	n = desk_actions_here(d, all);
	if (d->over.kind != OVERLAY_PANEL || at >= view->actions(d, own))
		return;
	while (i < n && all[i].run != own[at].run)
		i++;
	d->over.panel.focus = i < n ? i : 0;
}

static void run_action(struct desk *d, size_t at)
{
	struct action actions[ACTIONS_ALL];

	if (at < desk_actions_here(d, actions))
		actions[at].run(d);
}

static bool menu_chosen(struct desk *d, int digit)
{
	int id = d->over.choices[d->over.panel.focus].id;
	bool over = d->over.number != 0;

	(void)digit;
	desk_close_overlay(d);
	if (over && id >= ID_ROWS && id < ID_ELSEWHERE && rows[id - ID_ROWS].stays)
		(void)desk_take_back(d);
	else if (over)
		desk_aside_goes_on(d);
	if (id >= ID_ELSEWHERE)
		lead_to_action(d, (id - ID_ELSEWHERE) / ACTIONS_MAX,
			(size_t)((id - ID_ELSEWHERE) % ACTIONS_MAX));
	else if (id >= ID_ROWS)
		rows[id - ID_ROWS].run(d);
	else if (id >= ID_ACTIONS)
		run_action(d, (size_t)(id - ID_ACTIONS));
	else
		desk_go(d, (enum screen)id);
	return false;
}

/* One of the rows so far is called LABEL. */
static bool called_so(const struct overlay *o, struct message label)
{
	for (size_t i = 0; i < o->all_n; i++)
		if (strcmp(o->all[i].label.id, label.id) == 0)
			return true;
	return false;
}

/* What Space offers on the other screens, which letters find, too. */
static void add_elsewhere(struct desk *d)
{
	struct overlay *o = &d->over;
	struct action actions[ACTIONS_MAX];

	for (int screen = 0; screen < SCREEN_COUNT; screen++) {
		const struct view *view = desk_view((enum screen)screen);
		size_t n = 0;

		if (view && view->actions && (enum screen)screen != d->screen &&
			(desk_session(d) || screen == SCREEN_REGISTER))
			n = view->actions(d, actions);
		for (size_t i = 0; i < n; i++) {
			struct str face[] = {keymap_face(BIND_MENU, d->lang), STR(" "),
				{&"0123456789"[screen], 1}, STR(" "),
				desk_action_face(d, &actions[i])};

			if (called_so(o, actions[i].label))
				continue;
			o->all[o->all_n++] = (struct panel_choice){.digit = -1,
				.id = ID_ELSEWHERE + screen * ACTIONS_MAX + (int)i,
				.label = message_copy(&o->arena, actions[i].label),
				.face = arena_join(&o->arena, face, ARRAY_LEN(face))};
		}
	}
}

/* The choices of the panel are searched by letters from now on. */
static void filter_begin(struct desk *d)
{
	struct overlay *o = &d->over;

	o->all_n = o->panel.choices_n;
	o->all = ARENA_ARRAY(&o->arena, struct panel_choice, ID_END);
	memcpy(o->all, o->choices, o->all_n * sizeof(*o->all));
	o->filters = true;
	o->panel.footer = TEXT("a digit, or letters of a name · Enter takes it · Esc leaves");
}

static void menu(struct desk *d, bool text)
{
	struct overlay *o = desk_overlay(d, OVERLAY_PANEL, TEXT("Go to"));

	for (int digit = 1; digit < SCREEN_COUNT; digit++)
		add_screen(d, o, digit);
	add_screen(d, o, SCREEN_REGISTER);
	if (!text)
		add_actions(d, o);
	add_rows(d, o, text);
	o->chosen = menu_chosen;
	filter_begin(d);
	add_elsewhere(d);
}

void desk_menu(struct desk *d)
{
	menu(d, desk_editor(d) != NULL);
}

static void menu_left(struct desk *d)
{
	(void)desk_take_back(d);
}

void desk_menu_over(struct desk *d)
{
	bool text = desk_editor(d) != NULL;

	if (d->over.filters || !desk_put_aside(d))
		return;
	menu(d, text);
	d->over.left = menu_left;
	d->over.number = 1;
}

/* --- letters look for a row --- */

static bool stands_in(struct desk *d, struct str needle, struct message label)
{
	bool found = false;

	for (int l = 0; l < LANG_COUNT && !found; l++)
		found = text_matches(
			needle, format_plain(&label, (enum lang)l, &d->frame), &d->frame);
	return found;
}

static void filter(struct desk *d)
{
	struct overlay *o = &d->over;
	struct str needle = {o->filter, o->filter_n};

	o->panel.choices_n = 0;
	o->panel.focus = 0;
	for (size_t i = 0; i < o->all_n && o->panel.choices_n < OVERLAY_CHOICES_MAX; i++)
		if (needle.n ? stands_in(d, needle, o->all[i].label) : o->all[i].id < ID_ELSEWHERE)
			o->choices[o->panel.choices_n++] = o->all[i];
	if (needle.n && o->panel.choices_n == 0)
		o->panel.footer = message_copy(
			&o->arena, MSG("▸ {text}: nothing is called so · ⌫ one letter less",
					   A_STR("text", needle)));
	else if (needle.n)
		o->panel.footer = message_copy(&o->arena,
			MSG("▸ {text} · ⌫ one letter less · Esc shows all", A_STR("text", needle)));
	else
		o->panel.footer =
			TEXT("a digit, or letters of a name · Enter takes it · Esc leaves");
}

bool desk_filter_key(struct desk *d, struct press press)
{
	struct overlay *o = &d->over;
	bool digit = key_digit(press) >= 0 && (o->filter_n == 0 || press.ch < 0x80);
	size_t n;

	if (!o->filters)
		return false;
	if (press.code == PRESS_BACKSPACE && o->filter_n) {
		o->filter_n = text_prev((struct str){o->filter, o->filter_n}, o->filter_n);
	} else if (press.code == PRESS_F3 && o->panel.choices_n) { /* the next that is called so */
		o->panel.focus = (o->panel.focus + 1) % o->panel.choices_n;
		return true;
	} else if (press.code == PRESS_ESC && o->filter_n) {
		o->filter_n = 0;
	} else if (key_is_text(press) && !digit && (press.ch != ' ' || o->filter_n)) {
		char buf[4];

		n = key_utf8(press, buf);
		if (o->filter_n + n <= sizeof(o->filter)) {
			memcpy(o->filter + o->filter_n, buf, n);
			o->filter_n += n;
		}
	} else {
		return false;
	}
	filter(d);
	return true;
}

/* The register of the chamber: its sessions, and beside them members, keys and rules as pages of
 * the same screen. */
#include "tui/registers.h"

#include "locale/format.h"
#include "tui/convening.h"
#include "tui/desk_parts.h"
#include "tui/rehearsal.h"

static const struct page *const pages[PAGE_COUNT] = {
	[PAGE_SESSIONS] = &page_sessions,
	[PAGE_MEMBERS] = &page_members,
	[PAGE_IMPORT] = &page_import,
	[PAGE_KEYS] = &page_keys,
	[PAGE_RULES] = &page_rules,
	[PAGE_HIJRI] = &page_hijri,
	[PAGE_NOTICES] = &page_notices,
	[PAGE_REQUESTS] = &page_requests,
};

struct register_look *registers_look(struct desk *d)
{
	struct register_look *look = d->registers;

	if (look)
		return look;
	look = memory_source.take(sizeof *look);
	*look = (struct register_look){.page = PAGE_SESSIONS};
	arena_init(&look->sessions_arena, &memory_source);
	arena_init(&look->import_arena, &memory_source);
	arena_init(&look->absences_arena, &memory_source);
	d->registers = look;
	return look;
}

void registers_leave(struct desk *d)
{
	struct register_look *look = d->registers;

	if (!look)
		return;
	arena_clear(&look->sessions_arena);
	arena_clear(&look->import_arena);
	arena_clear(&look->absences_arena);
	memory_source.give(look);
	d->registers = NULL;
}

void registers_show(struct desk *d, enum registers_page page)
{
	registers_look(d)->page = page;
}

static const struct page *shown(struct desk *d)
{
	return pages[registers_look(d)->page];
}

/* The list of the page that is shown, its count up to date. */
static struct list_look *list_of(struct desk *d)
{
	struct register_look *look = registers_look(d);
	struct list_look *list = &look->lists[look->page];

	list->count = pages[look->page]->count(d);
	if (list->focus >= list->count)
		list_focus(list, list->count ? list->count - 1 : 0);
	return list;
}

static unsigned where(const struct desk *d)
{
	(void)d;
	return WHERE_REGISTER | WHERE_LIST;
}

/* The bar stands on the chosen session, else on the newest. */
static void open_view(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct register_look *look = registers_look(d);
	struct list_look *list;

	look->page = PAGE_SESSIONS;
	look->sessions_stamp = 0;
	list = list_of(d);
	list_focus(list, 0);
	for (size_t i = 0; s && i < look->sessions_n; i++) {
		if (look->sessions[i].number == s->is.number)
			list_focus(list, look->sessions_n - 1 - i);
	}
}

/* The rows left above it. */
static int paint_foot(struct desk *d, struct area work)
{
	const struct page *page = shown(d);
	struct message foot = page->foot && work.rows > 8 ? page->foot(d) : NO_MESSAGE;

	int rows = work.rows;

	if (foot.id) {
		(void)canvas_wrap_say(work, rows - 2, 2, STYLE_CAUTION, foot);
		rows -= 3;
	}
	/* Nobody chose the folder of the sample, and a second terminal needs it. One text, so that
	 * a line from right to left keeps the words of the command in their order. */
	if (d->cli->sample && page == &page_sessions && rows > 6) {
		struct str parts[] = {cli_typed(d->cli, "room --register ", &d->frame),
			str_of(d->cli->register_path)};
		struct message room = MSG("Room: {command}",
			A_STR("command", arena_join(&d->frame, parts, ARRAY_LEN(parts))));

		rows -= canvas_wrap_rows(work.canvas, room, work.cols);
		(void)canvas_wrap_say(
			canvas_sub(work, rows, 0, work.rows - rows, 0), 0, 0, STYLE_DONE, room);
	}
	/* A window that was closed in the middle: what was done there goes on, when that is meant.
	 * A command that is cut off is none, so it may take a second row. */
	if (d->cli->former_trial && page == &page_sessions && rows > 7) {
		struct str parts[] = {
			cli_typed(d->cli, "demo --dir ", &d->frame), str_of(d->cli->former_trial)};
		struct message words = MSG("Go on with the trial before: {command}",
			A_STR("command", arena_join(&d->frame, parts, ARRAY_LEN(parts))));
		int most = canvas_wrap_rows(work.canvas, words, work.cols);

		rows -= most;
		(void)canvas_wrap_say(work, rows, most, STYLE_CAUTION, words);
	}
	return rows;
}

static void paint(struct desk *d, struct area work)
{
	const struct page *page = shown(d);
	struct list_look *list = list_of(d);
	const struct message *empty = NULL;
	size_t empty_n = 0;
	int title = canvas_say_width(d->canvas, page->title) + 2, line = 1, row;

	canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START, page->title);
	/* Figures that do not fit beside the title have a row of their own. */
	if (title + canvas_say_width(d->canvas, page->summary(d)) > work.cols)
		canvas_say(work, line++, 0, 0, STYLE_DONE, ALIGN_START, page->summary(d));
	else
		canvas_say(work, 0, title, 0, STYLE_DONE, ALIGN_END, page->summary(d));
	canvas_hline(work, line, 0, 0, STYLE_DONE);
	row = line + 1;
	if (list->count == 0 && page->empty)
		empty = page->empty(d, &empty_n);
	for (size_t i = 0; i < empty_n; i++)
		row += canvas_wrap_say(work, row + 1, 2, STYLE_TEXT, empty[i]);
	if (list->count == 0)
		return;
	if (page->paint_head)
		page->paint_head(d, canvas_sub(work, row++, 0, 1, 0));
	list_draw(list, canvas_sub(work, row, 0, paint_foot(d, work) - row, 0), desk_bar(d),
		page->row, d);
	list_more(list, canvas_sub(work, line, 0, 1, 0));
}

/* --- searching: the same on every page --- */

static struct str words(struct desk *d, size_t i)
{
	return desk_both(d, shown(d)->name(d, i));
}

static bool finds(struct desk *d, struct finder *f)
{
	*f = (struct finder){.words = words, .list = list_of(d)};
	f->count = f->list->count;
	return true;
}

/* --- keys --- */

static bool key(struct desk *d, struct press press, struct meaning meaning)
{
	(void)meaning;
	return list_key(list_of(d), press);
}

static bool step(struct desk *d)
{
	const struct page *page = shown(d);

	page->enter(d, list_of(d)->focus);
	return true;
}

static struct message step_line(struct desk *d)
{
	return shown(d)->step_line(d, list_of(d)->focus);
}

static bool back(struct desk *d)
{
	struct register_look *look = registers_look(d);

	if (look->page == PAGE_SESSIONS)
		return false;
	if (look->page == PAGE_NOTICES || look->page == PAGE_REQUESTS) {
		desk_go(d, SCREEN_AGENDA);
		return true;
	}
	look->page = look->page == PAGE_IMPORT ? PAGE_MEMBERS : PAGE_SESSIONS;
	return true;
}

static size_t hints(struct desk *d, struct key_hint *h)
{
	struct register_look *look = registers_look(d);

	h[0] = (struct key_hint){.face = STR("↑↓"), .label = TEXT("choose")};
	h[1] = (struct key_hint){.bind = BIND_SEARCH, .label = TEXT("search")};
	if (look->page == PAGE_SESSIONS)
		return 2;
	h[2] = (struct key_hint){.bind = BIND_BACK,
		.label = look->page == PAGE_NOTICES || look->page == PAGE_REQUESTS
				 ? TEXT("Agenda")
				 : TEXT("sessions")};
	return 3;
}

static size_t actions(struct desk *d, struct action *a)
{
	bool aside = registers_under_bar_aside(d);
	const struct action all[] = {
		{1, TEXT("new session…"), BIND_NONE, CMD_SESSION_CREATE, false,
			registers_new_session},
		{2, TEXT("import members…"), BIND_NONE, CMD_MEMBERS_IMPORT, false,
			registers_import},
		{3, TEXT("rehearsal on a copy…"), BIND_NONE, CMD_MEMBER_REGISTER, true,
			registers_rehearse},
		{4, TEXT("members"), BIND_NONE, CMD_MEMBER_REGISTER, true, registers_members},
		{5, TEXT("rules"), BIND_NONE, CMD_MEMBER_REGISTER, true, registers_rules},
		{6, TEXT("second copy…"), BIND_NONE, CMD_MEMBER_REGISTER, true, form_backup},
		{7, TEXT("signing keys"), BIND_NONE, CMD_KEY_RECORD, true, registers_keys},
		{8, TEXT("convening: notices, written requests, calls…"), BIND_NONE,
			CMD_SESSION_CREATE, true, panel_convening},
		{9, TEXT("close the register"), BIND_QUIT, CMD_MEMBER_REGISTER, true, desk_quit},
		{-1, TEXT("Hijri months"), BIND_NONE, CMD_HIJRI_STATE, true, registers_hijri},
		{-1, TEXT("kind and month of this session…"), BIND_NONE, CMD_SESSION_DESCRIBE, true,
			registers_relabel},
		{-1, aside ? TEXT("take this session up again") : TEXT("put this session aside…"),
			BIND_NONE, CMD_SESSION_SET_ASIDE, true,
			aside ? registers_take_up : registers_set_aside},
	};

	return desk_fill_actions(a, all, ARRAY_LEN(all));
}

static const struct message *about(struct desk *d, struct message *title, size_t *n)
{
	const struct page *page = shown(d);

	*title = page->title;
	*n = page->about_n;
	return page->about;
}

const struct view view_register = {
	.screen = SCREEN_REGISTER,
	.title = {.id = N_("Sessions")},
	.where = where,
	.open = open_view,
	.paint = paint,
	.key = key,
	.hints = hints,
	.actions = actions,
	.off = registers_off,
	.step = step,
	.back = back,
	.step_line = step_line,
	.finds = finds,
	.about = about,
};

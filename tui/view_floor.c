/* The floor: who speaks and for how long, who waits, who has spoken. A number enrols. */
#include "tui/desk.h"

#include "model/describe.h"
#include "tui/desk_parts.h"
#include "tui/title.h"

#define ROWS_BELOW                                                                                 \
	8 /* what stands under the list: notes, who has spoken, totals, the entry bar              \
	   */

static const enum style styles[] = {
	[FLOOR_IN_TIME] = STYLE_GOOD,
	[FLOOR_NEARLY] = STYLE_CAUTION,
	[FLOOR_OVER] = STYLE_BAD,
};

static unsigned where(const struct desk *d)
{
	(void)d;
	return WHERE_FLOOR | WHERE_LIST;
}

static void open_view(struct desk *d)
{
	d->floor.list.focus = 0;
}

const struct speech *floor_focus(const struct desk *d)
{
	const struct session *s = desk_session(d);

	return s ? floor_waiting(s, d->floor.list.focus) : NULL;
}

/* --- painting --- */

/* Of what is spoken, on two rows at most, and the line under it. */
static void paint_title(struct desk *d, struct area work)
{
	const struct session *s = desk_session(d);
	const struct item *item = session_item(s, s->open_item);
	int64_t limit = floor_limit(s, s->open_item);
	struct message each =
		limit ? MSG("{time} each", A_STR("time", floor_clock(limit, &d->frame)))
		      : TEXT("no limit of time");
	int at, rows = 1;

	at = canvas_say(work, 0, 0, 0, STYLE_STRONG, ALIGN_START,
		s->open_item ? MSG("FLOOR — item {n}",
				       A_INT("n", session_agenda_number(s, s->open_item)))
			     : TEXT("FLOOR — outside the items"));
	canvas_say(work, 0, 0, 0, STYLE_DONE, ALIGN_END, each);
	if (item)
		rows = title_wrap(
			canvas_sub(work, 0, at + 2, 0, -2 - canvas_say_width(d->canvas, each)), 0,
			2, STYLE_TEXT, item);
	canvas_hline(work, rows, 0, 0, STYLE_DONE);
	if (floor_waiting_count(s))
		list_more(&d->floor.list, canvas_sub(work, rows, 0, 1, 0));
}

static struct message remark(const struct speech *speech)
{
	struct both whom = {speech->is.behalf_ar, speech->is.behalf_fr};

	if (floor_has_behalf(speech))
		return MSG("on behalf of: {whom}", A_BOTH("whom", whom));
	return NO_MESSAGE;
}

/* "! left 00:50", "✗ +00:12". */
static struct message rest(struct desk *d, int64_t spoken, int64_t limit, enum floor_alarm alarm)
{
	struct arg time = A_STR(
		"time", floor_clock(spoken < limit ? limit - spoken : spoken - limit, &d->frame));

	if (limit == 0)
		return NO_MESSAGE;
	if (alarm == FLOOR_OVER)
		return MSG("✗ +{time}", time);
	return alarm == FLOOR_NEARLY ? MSG("! left {time}", time) : MSG("left {time}", time);
}

static void paint_speaking(struct desk *d, struct area work, int row, const struct speech *speech)
{
	const struct session *s = desk_session(d);
	int64_t spoken = floor_spoken(d), limit = floor_limit(s, speech->is.item);
	enum floor_alarm alarm = floor_desk_alarm(d);
	const struct floor_look *f = &d->floor;

	canvas_text(work, row, 0, 1, STYLE_HERE, ALIGN_START, STR("▶"));
	canvas_say(work, row, 2, 28, STYLE_STRONG, ALIGN_START, floor_who(s, speech));
	canvas_say(work, row, 31, 12, f->timer.running ? STYLE_HERE : STYLE_CAUTION, ALIGN_START,
		f->timer.running ? TEXT(CTX("floor", "speaks"))
		: f->interrupted ? TEXT("interrupted")
				 : TEXT(CTX("floor", "paused")));
	canvas_latin(work, row, 44, 6, styles[alarm], ALIGN_START, floor_clock(spoken, &d->frame));
	canvas_say(work, row, 51, 14, styles[alarm], ALIGN_START, rest(d, spoken, limit, alarm));
	if (limit)
		canvas_bar(work, row, 66, work.cols - 66, styles[alarm],
			spoken < limit ? spoken : limit, limit, -1);
	canvas_say(work, row + 1, 6, 0, STYLE_DONE, ALIGN_START, remark(speech));
}

static void waiting_row(void *ctx, struct area row, size_t index, bool focused)
{
	struct desk *d = ctx;
	const struct session *s = desk_session(d);
	const struct speech *speech = floor_waiting(s, index);
	bool here = floor_may_speak(s, speech);
	struct floor_total total = floor_total_of(s, speech->is.member, speech->is.guest);
	enum style plain = focused ? STYLE_FOCUS : here ? STYLE_TEXT : STYLE_OFF;
	struct message word = speech->is.kind == SPEECH_SPEECH
				      ? TEXT(CTX("floor", "waits"))
				      : name_label(speech_kind_names, speech->is.kind);

	canvas_say(row, 0, 2, 28, plain, ALIGN_START, floor_who(s, speech));
	canvas_say(row, 0, 31, 14,
		focused                                     ? plain
		: !here || speech->is.kind != SPEECH_SPEECH ? STYLE_CAUTION
							    : plain,
		ALIGN_START, here ? word : TEXT("has left"));
	if (total.speeches)
		canvas_latin(row, 0, 46, 6, focused ? plain : STYLE_DONE, ALIGN_START,
			floor_clock(total.seconds, &d->frame));
	canvas_say(row, 0, 53, 0, focused ? plain : STYLE_DONE, ALIGN_START, remark(speech));
}

static void paint_list(struct desk *d, struct area area)
{
	struct list_look *list = &d->floor.list;

	list->count = floor_waiting_count(desk_session(d));
	if (list->count)
		list_draw(list, area, true, waiting_row, d);
	else if (!floor_speaking(desk_session(d)))
		canvas_say(area, 0, 2, 0, STYLE_DONE, ALIGN_START,
			TEXT("Nobody is on the list: a number enrols."));
}

/* Everybody who spoke in this matter, with the time of each. */
static struct message have_spoken(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct message *list = ARENA_ARRAY(&d->frame, struct message, s->speeches.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s->speeches.n; i++) {
		const struct speech *speech = &s->speeches.at[i];

		if (speech->state != SPEECH_IS_OVER || speech->is.item != s->open_item ||
			speech->sitting != (int64_t)s->sittings.n)
			continue;
		list[n++] = MSG("{who} {time}",
			A_MSG("who", message_keep(&d->frame, floor_who(s, speech))),
			A_STR("time", floor_clock(speech->seconds, &d->frame)));
	}
	return n ? MSG("spoke: {list}", A_LIST("list", list, n)) : NO_MESSAGE;
}

static void paint_totals(struct desk *d, struct area work, int row)
{
	const struct session *s = desk_session(d);
	int64_t sitting = (int64_t)s->sittings.n;
	struct floor_total item = floor_total_item(s, s->open_item, sitting);
	struct floor_total all = floor_total_sitting(s, sitting);

	(void)canvas_wrap_say(canvas_sub(work, 0, 2, 0, 0), row, 2, STYLE_TEXT, have_spoken(d));
	if (all.speeches)
		canvas_say(work, row + 2, 2, 0, STYLE_DONE, ALIGN_START,
			MSG("total of this matter {item} · of the sitting {all}",
				A_STR("item", floor_clock(item.seconds, &d->frame)),
				A_STR("all", floor_clock(all.seconds, &d->frame))));
}

static void paint_interrupted(struct desk *d, struct area work, int row)
{
	const struct floor_look *f = &d->floor;
	struct source source = register_source(d->r);
	int64_t ago = source.now(source.context).seconds - f->timer.wall;

	if (!f->interrupted || !floor_speaking(desk_session(d)))
		return;
	canvas_say(work, row, 2, 0, STYLE_CAUTION, ALIGN_START,
		MSG("! interrupted at {time}, {ago} ago: F7 goes on, Enter ends the speech",
			A_STR("time", floor_clock(floor_spoken(d), &d->frame)),
			A_STR("ago", floor_clock(ago > 0 ? ago : 0, &d->frame))));
}

static void paint_entry(struct desk *d, struct area work, int row)
{
	int at = desk_paint_entry(d, work, row, STYLE_ENTRY_GOOD, TEXT("ENROL"));

	if (d->entry.digits)
		canvas_cursor(work, row, at);
	canvas_say(work, row, 0, -1, STYLE_ENTRY, ALIGN_END, TEXT("or / and a name"));
}

static void paint(struct desk *d, struct area work)
{
	const struct session *s = desk_session(d);
	const struct speech *speech = floor_speaking(s);
	int bottom = work.rows - 1, list = speech ? 5 : 3;

	if (speech)
		paint_speaking(d, work, 3, speech);
	if (work.rows - list - ROWS_BELOW + 2 > 0)
		paint_list(d, canvas_sub(work, list, 0, work.rows - list - ROWS_BELOW + 2, 0));
	paint_title(d, work); /* with how far down the list is, as it was drawn */
	paint_interrupted(d, work, bottom - 5);
	paint_totals(d, work, bottom - 4);
	paint_entry(d, work, bottom);
}

/* --- keys --- */

/* A number enrols; the number of one who waits comes off the list. */
static void enrol(struct desk *d, int64_t member)
{
	const struct session *s = desk_session(d);
	struct command c = command_of(CMD_FLOOR_ASK);
	const struct speech *speech;

	c.arg.floor_ask.member = member;
	for (size_t i = 0; (speech = floor_waiting(s, i)) != NULL; i++) {
		if (speech->is.member == member && speech->is.kind == SPEECH_SPEECH) {
			c = command_of(CMD_FLOOR_WITHDRAW);
			c.arg.floor_withdraw.member = member;
			break;
		}
	}
	(void)desk_act(d, &c);
}

static void take(struct desk *d, size_t i)
{
	enrol(d, desk_session(d)->seats.at[i].member.number);
}

/* Any member may ask for the floor: the list is of those who did. */
static bool finds(struct desk *d, struct finder *f)
{
	if (!desk_session(d))
		return false;
	*f = desk_seats(d);
	f->take = take;
	return true;
}

static void write_here(struct desk *d)
{
	if (desk_session(d)->open_item)
		minutes_write_item(d, desk_session(d)->open_item);
	else
		desk_go(d, SCREEN_MINUTES);
}

static bool key(struct desk *d, struct press press, struct meaning meaning)
{
	int64_t number;

	if (meaning.bind == BIND_DIGIT) {
		number = desk_digit(d, meaning.digit);
		if (number)
			enrol(d, number);
	} else if (meaning.bind == BIND_FLOOR) {
		floor_pause(d);
	} else if (meaning.bind == BIND_ERASE && d->entry.digits) {
		desk_entry_clear(d);
	} else if (meaning.bind == BIND_ERASE) {
		desk_undo(d);
	} else if (meaning.bind == BIND_WRITE) {
		write_here(d);
	} else {
		return list_key(&d->floor.list, press);
	}
	return true;
}

/* Who would have been next is not in the room. */
static bool passes_over(const struct session *s)
{
	const struct speech *first = floor_waiting(s, 0), *next = floor_next(s);

	return first && next && first != next;
}

/* Whoever was passed over is still the first who waits. */
static void went_on(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct speech *first = floor_waiting(s, 0), *now = floor_speaking(s);

	d->step_ms = desk_now_ms();
	if (d->question.then_of && first && now)
		desk_say(d, TONE_CAUTION,
			MSG("! {who} is not in the room and was passed over: {next} has the floor.",
				A_MSG("who", message_keep(&d->frame, floor_who(s, first))),
				A_MSG("next", message_keep(&d->frame, floor_who(s, now)))));
}

static bool step(struct desk *d)
{
	struct step next;

	if (!step_floor(desk_session(d), &next, &d->frame))
		return false;
	d->question.then_of = passes_over(desk_session(d));
	desk_act_then(d, &next.command, went_on);
	return true;
}

static struct message step_line(struct desk *d)
{
	const struct session *s = desk_session(d);
	const struct speech *next = s ? floor_next(s) : NULL;
	struct arg time = A_STR("time", floor_clock(floor_spoken(d), &d->frame));
	struct step plain;

	if (!s || !step_floor(s, &plain, &d->frame))
		return NO_MESSAGE;
	if (!floor_speaking(s))
		return plain.what;
	if (next)
		return MSG("End of the speech: note {time}, then {who}", time,
			A_MSG("who", message_keep(&d->frame, floor_who(s, next))));
	return MSG("End of the speech: note {time}", time);
}

/* Somebody may be heard before the item is presented: the chair says what Enter does here. */
static struct message chair_line(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct step next;

	if (!s || floor_speaking(s) || !step_floor(s, &next, &d->frame))
		return NO_MESSAGE;
	return next.chair;
}

/* --- what can be done here --- */

static void act_give(struct desk *d)
{
	const struct speech *one = floor_focus(d);
	struct command c = command_of(CMD_FLOOR_GIVE);

	if (one) {
		c.arg.floor_give.member = one->is.member;
		c.arg.floor_give.guest = one->is.guest;
	}
	(void)desk_act(d, &c);
}

static void act_stop(struct desk *d)
{
	(void)desk_act_plain(d, CMD_FLOOR_END);
}

/* Enter on another speaker would cut off whoever has the floor. */
static size_t likely(const struct desk *d)
{
	return desk_session(d) && floor_speaking(desk_session(d)) ? 1 : 0;
}

static size_t actions(struct desk *d, struct action *a)
{
	const struct action list[] = {
		{1, TEXT("give the floor"), BIND_NONE, CMD_FLOOR_GIVE, false, act_give},
		{2, TEXT("stop the speech"), BIND_NONE, CMD_FLOOR_END, false, act_stop},
		{3, TEXT("point of order…"), BIND_NONE, CMD_FLOOR_ASK, false, floor_ask_order},
		{4, TEXT("right of reply…"), BIND_NONE, CMD_FLOOR_ASK, false, floor_ask_reply},
		{5, TEXT("on behalf of…"), BIND_NONE, CMD_FLOOR_ASK, false, floor_ask_behalf},
		{6, TEXT("time limit…"), BIND_NONE, CMD_FLOOR_LIMIT, false, floor_ask_limit},
		{7, TEXT("another place on the list…"), BIND_NONE, CMD_FLOOR_MOVE, false,
			floor_ask_place},
		{8, TEXT("a guest…"), BIND_NONE, CMD_FLOOR_ASK, false, floor_ask_guest},
		{9, TEXT("suspend the sitting…"), BIND_NONE, CMD_SITTING_SUSPEND, false,
			panel_suspend},
	};

	(void)d;
	return desk_fill_actions(a, list, ARRAY_LEN(list));
}

static size_t hints(struct desk *d, struct key_hint *h)
{
	size_t n = 0;

	h[n++] = (struct key_hint){.face = STR("0-9"), .label = TEXT("enrol")};
	if (d->floor.timer.request)
		h[n++] = (struct key_hint){.bind = BIND_FLOOR,
			.label =
				d->floor.timer.running ? TEXT(CTX("key", "pause")) : TEXT("go on")};
	h[n++] = (struct key_hint){.bind = BIND_SEARCH, .label = TEXT("by name")};
	h[n++] = (struct key_hint){.bind = BIND_WRITE, .label = TEXT("write")};
	return n;
}

const struct view view_floor = {
	.screen = SCREEN_FLOOR,
	.title = {.id = N_("Floor")},
	.where = where,
	.open = open_view,
	.paint = paint,
	.key = key,
	.hints = hints,
	.actions = actions,
	.likely = likely,
	.step = step,
	.step_line = step_line,
	.chair_line = chair_line,
	.finds = finds,
};

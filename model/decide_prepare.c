/* Deciding: the chamber's register, and a session before its first sitting. */
#include "model/deciding.h"

#include "model/agreement.h"
#include "model/convening.h"

static bool can_create_chamber(struct deciding *d)
{
	if (d->w->chamber->exists)
		return refuse(
			d, "chamber-exists", TEXT("This register already belongs to a chamber."));
	return true;
}

bool can_chamber(struct deciding *d)
{
	if (!d->w->chamber->exists)
		return refuse(
			d, "no-chamber", TEXT("This register is empty: create the chamber first."));
	return true;
}

static bool code_is_plain(struct str code)
{
	for (size_t i = 0; i < code.n; i++) {
		char c = code.p[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
			return false;
	}
	return code.n >= 1 && code.n <= 16;
}

static bool create_chamber(struct deciding *d)
{
	const struct chamber_create *c = &d->c->arg.chamber_create;

	if (!code_is_plain(c->code))
		return refuse(d, "bad-code",
			TEXT("The code is for file names: 1 to 16 small Latin letters or digits."));
	if (!c->head.name_ar.n && !c->head.name_fr.n)
		return refuse(
			d, "no-name", TEXT("Give the name of the chamber in Arabic or in French."));
	if (c->genesis.n && !is_genesis(c->genesis))
		return refuse(
			d, "bad-genesis", TEXT("The genesis is 32 small hexadecimal digits."));
	fact(d, EVENT_CHAMBER_CREATED)->chamber_created = (struct chamber_created){
		.format = STR(JOURNAL_FORMAT),
		.genesis = c->genesis.n ? c->genesis : d->env->genesis,
		.code = c->code,
		.head = c->head,
		.lang = c->lang,
		.specimen = c->specimen,
	};
	return true;
}

static bool describe_chamber(struct deciding *d)
{
	struct letterhead changes;

	if (!letterhead_differs(&d->w->chamber->is.head, &d->c->arg.chamber_describe, &changes))
		return refuse(d, "same-names", TEXT("The chamber is called so already."));
	fact(d, EVENT_CHAMBER_DESCRIBED)->chamber_described = changes;
	return true;
}

/* A session has the names it was created with, so that its record can be made from its own facts
 * for ever; what is corrected later it takes over by an act of its own, until it is frozen. */
static bool take_letterhead(struct deciding *d)
{
	struct letterhead changes;

	if (!letterhead_differs(&d->s->is.head, &d->w->chamber->is.head, &changes))
		return refuse(d, "same-names",
			TEXT("The session has the names of the chamber as they stand."));
	fact(d, EVENT_LETTERHEAD_TAKEN)->letterhead_taken = changes;
	return true;
}

static bool member_is_good(struct deciding *d, const struct member *m)
{
	if (!m->name_ar.n && !m->name_fr.n)
		return refuse(d, "no-name",
			MSG("Member {n} has no name: give it in Arabic or in French.",
				A_INT("n", m->number)));
	if (m->from.year && m->to.year && date_compare(m->from, m->to) > 0)
		return refuse(d, "bad-mandate",
			MSG("The mandate of member {n} ends before it begins.",
				A_INT("n", m->number)));
	return true;
}

static bool register_member(struct deciding *d)
{
	const struct member *m = &d->c->arg.member_register;

	if (!member_is_good(d, m))
		return false;
	fact(d, EVENT_MEMBERS_REGISTERED)->members_registered =
		(struct members_registered){.members = {arena_copy(d->a, m, sizeof *m), 1}};
	return true;
}

static bool import_members(struct deciding *d)
{
	const struct members_registered *m = &d->c->arg.members_import;
	const struct member *list = m->members.at;
	bool *seen; /* by number */

	if (m->members.n == 0)
		return refuse(d, "no-members", TEXT("The list has no members."));
	seen = ARENA_ARRAY(d->a, bool, MEMBER_NUMBER_MAX + 1);
	for (size_t i = 0; i < m->members.n; i++) {
		if (!member_is_good(d, &list[i]))
			return false;
		if (list[i].number < 1 || list[i].number > MEMBER_NUMBER_MAX)
			continue; /* no fact can hold it: that is said of every fact */
		if (seen[list[i].number])
			return refuse(d, "double-number",
				MSG("Number {n} stands twice in the list.",
					A_INT("n", list[i].number)));
		seen[list[i].number] = true;
	}
	fact(d, EVENT_MEMBERS_REGISTERED)->members_registered = *m;
	return true;
}

static bool record_key(struct deciding *d)
{
	fact(d, EVENT_KEY_MADE)->key_made = d->c->arg.key_record;
	return true;
}

static bool retire_key(struct deciding *d)
{
	const struct key_retired *r = &d->c->arg.key_retire;

	for (size_t i = 0; i < d->w->chamber->keys.n; i++) {
		const struct signing_key *key = &d->w->chamber->keys.at[i];

		if (hash_equal(key->signer.certificate, r->certificate) && !key->retired) {
			fact(d, EVENT_KEY_RETIRED)->key_retired = *r;
			return true;
		}
	}
	return refuse(d, "unknown-key", TEXT("This register has no such key in use."));
}

static bool create_session(struct deciding *d)
{
	const struct session_create *c = &d->c->arg.session_create;
	const struct chamber_created *is = &d->w->chamber->is;
	int64_t number = c->number ? c->number : d->w->last_number + 1;

	if (number <= d->w->last_number)
		return refuse(d, "number-taken",
			MSG("Session numbers go up: the next free one is {n}.",
				A_INT("n", d->w->last_number + 1)));
	if (c->genesis.n && !is_genesis(c->genesis))
		return refuse(
			d, "bad-genesis", TEXT("The genesis is 32 small hexadecimal digits."));
	fact(d, EVENT_SESSION_CREATED)->session_created = (struct session_created){
		.format = is->format,
		.genesis = c->genesis.n ? c->genesis : d->env->genesis,
		.code = is->code,
		.head = is->head,
		.number = number,
		.year = c->year,
		.month = c->month,
		.kind = c->kind,
		.specimen = is->specimen,
	};
	return true;
}

static bool can_prepare(struct deciding *d)
{
	if (!can_session(d))
		return false;
	if (d->s->phase != PHASE_PREPARING)
		return refuse(d, "begun",
			TEXT("The session has begun: this was possible before its first sitting."));
	return true;
}

/* The month in which the rules have an ordinary session next after LABEL; year 0: they name none.
 */
static struct date next_ordinary(struct deciding *d, struct date label)
{
	struct date next = {0, 0, 0};
	struct rules r;

	if (!convening_rules(d->w, &r))
		return next;
	for (size_t i = 0; i < r.months.n; i++) {
		int32_t month = r.months.at[i];
		struct date one = {label.year + (month <= label.month), month, 1};

		if (!next.year || date_compare(one, next) < 0)
			next = one;
	}
	return next;
}

/* A session may be held late under the name of its month, but hardly before that month, nor when an
 * ordinary one is already followed by the next: one of the two is a slip. */
static bool day_goes_with_month(struct deciding *d, const struct session_described *plan)
{
	const struct session_described *was = &d->s->plan;
	struct date label = {(int32_t)plan->year, (int32_t)plan->month, 1}, next;

	if (!plan->date.year ||
		(date_compare(plan->date, was->date) == 0 && plan->year == was->year &&
			plan->month == was->month && plan->kind == was->kind))
		return true;
	if (date_compare(plan->date, label) < 0)
		return ask(d, "day-and-month",
			MSG("This is the session of {month}, and {date} is before that month. Is "
			    "that meant?",
				A_MONTH("month", label), A_DATE("date", plan->date)));
	next = plan->kind == SESSION_ORDINARY ? next_ordinary(d, label) : (struct date){0, 0, 0};
	if (next.year && date_compare(plan->date, next) >= 0)
		return ask(d, "day-and-month",
			MSG("This is the session of {month}, and on {date} the one of {next} is "
			    "due. Is that meant?",
				A_MONTH("month", label), A_DATE("date", plan->date),
				A_MONTH("next", next)));
	return true;
}

static bool describe_session(struct deciding *d)
{
	const struct session_describe *c = &d->c->arg.session_describe;
	struct session_described plan = d->s->plan;

	if (c->kind >= 0)
		plan.kind = c->kind;
	if (c->year)
		plan.year = c->year;
	if (c->month)
		plan.month = c->month;
	if (c->date.year)
		plan.date = c->date;
	if (c->notice.year)
		plan.notice = c->notice;
	if (c->place_ar.n)
		plan.place_ar = c->place_ar;
	if (c->place_fr.n)
		plan.place_fr = c->place_fr;
	if (plan.date.year && plan.notice.year && date_compare(plan.notice, plan.date) > 0)
		return refuse(
			d, "notice-after", TEXT("The notices cannot go out after the session."));
	if (!day_goes_with_month(d, &plan))
		return false;
	fact(d, EVENT_SESSION_DESCRIBED)->session_described = plan;
	return true;
}

static bool set_aside(struct deciding *d)
{
	fact(d, EVENT_SESSION_SET_ASIDE)->session_set_aside = d->c->arg.session_set_aside;
	return true;
}

static bool can_take_up(struct deciding *d)
{
	if (d->s && d->s->phase == PHASE_ASIDE)
		return true;
	return can_session(d) && refuse(d, "not-aside", TEXT("This session was not put aside."));
}

static bool take_up(struct deciding *d)
{
	fact(d, EVENT_SESSION_TAKEN_UP)->session_taken_up = d->c->arg.session_take_up;
	return true;
}

bool can_change_agenda(struct deciding *d)
{
	if (!can_session(d))
		return false;
	if (d->s->phase == PHASE_CLOSED)
		return refuse(d, "closed", TEXT("The sitting is closed."));
	return true;
}

static bool add_item(struct deciding *d)
{
	const struct item_add *c = &d->c->arg.item_add;
	int64_t key = (int64_t)d->s->items.n + 1;

	if (!c->title_ar.n && !c->title_fr.n)
		return refuse(d, "no-title", TEXT("Give the item a title in Arabic or in French."));
	if (c->at > (int64_t)d->s->agenda.n + 1)
		return refuse(d, "bad-place",
			MSG("The item cannot stand at {n}: the agenda has {count}.",
				A_INT("n", c->at), A_INT("count", (int64_t)d->s->agenda.n)));
	fact(d, EVENT_ITEM_ADDED)->item_added = (struct item_text){
		.item = key,
		.kind = c->kind,
		.title_ar = c->title_ar,
		.title_fr = c->title_fr,
		.short_ar = c->short_ar,
		.short_fr = c->short_fr,
		.text_ar = c->text_ar,
		.text_fr = c->text_fr,
	};
	if (c->at && c->at <= (int64_t)d->s->agenda.n)
		fact(d, EVENT_ITEM_MOVED)->item_moved = (struct item_moved){key, c->at};
	return true;
}

static void take_text(struct str *to, struct str from)
{
	if (from.n)
		*to = from;
}

/* An item's wording stands still once it was put to the vote: what was voted is frozen. */
struct item *changeable_item(struct deciding *d, int64_t number)
{
	int64_t key = item_key(d, number);
	struct item *item = key ? session_item(d->s, key) : NULL;

	if (!item)
		return NULL;
	if (item->votes.n || item_decided(item) ||
		(item->state != ITEM_IS_WAITING && item->state != ITEM_IS_OPEN)) {
		(void)refuse(d, "item-treated",
			MSG("Item {n} was already put to the vote or dealt with: it stays as it "
			    "was.",
				A_INT("n", number)));
		return NULL;
	}
	return item;
}

/* An agreement of this session was described as one that belongs to the item of KEY. */
static bool is_parent(const struct session *s, int64_t key)
{
	for (size_t i = 0; i < s->items.n; i++) {
		const struct agreement_described *about = &s->items.at[i].about;

		if (about->parent_session == s->is.number && about->parent_item == key)
			return true;
	}
	return false;
}

/* Another kind would leave figures or parties on an item that can have none, and what is treated
 * was treated by the rules of its kind. */
static bool kind_may_change(struct deciding *d, const struct item *item)
{
	int64_t number = session_agenda_number(d->s, item->is.item);

	if (d->s->phase != PHASE_PREPARING)
		return refuse(d, "kind-stands",
			MSG("The kind of item {n} stands since the first sitting was opened: "
			    "withdraw the item and add it again with the right kind.",
				A_INT("n", number)));
	if (item->lines.n)
		return refuse(d, "kind-holds",
			MSG("Item {n} has lines of a budget: take it off and add it again with the "
			    "right kind.",
				A_INT("n", number)));
	if (agreement_known(item) || item->steps.n || is_parent(d->s, item->is.item))
		return refuse(d, "kind-holds",
			MSG("Something is recorded of the agreement of item {n}: take it off and "
			    "add it again with the right kind.",
				A_INT("n", number)));
	return true;
}

static bool change_item(struct deciding *d)
{
	const struct item_change *c = &d->c->arg.item_change;
	const struct item *item = changeable_item(d, c->item);
	struct item_text is;

	if (!item)
		return false;
	if ((c->text_ar.n || c->text_fr.n) && motions_on(d->s, item->is.item))
		return refuse(d, "motion-waits",
			TEXT("A motion on this item keeps its words: have it voted or withdrawn "
			     "first."));
	is = item->is;
	if (c->kind >= 0 && c->kind != is.kind) {
		if (!kind_may_change(d, item))
			return false;
		is.kind = c->kind;
	}
	is.carried = (struct list){NULL, 0}; /* stays what it is */
	take_text(&is.title_ar, c->title_ar);
	take_text(&is.title_fr, c->title_fr);
	take_text(&is.short_ar, c->short_ar);
	take_text(&is.short_fr, c->short_fr);
	take_text(&is.text_ar, c->text_ar);
	take_text(&is.text_fr, c->text_fr);
	fact(d, EVENT_ITEM_CHANGED)->item_changed = is;
	return true;
}

static bool move_item(struct deciding *d)
{
	const struct item_move *c = &d->c->arg.item_move;
	const struct item *item = changeable_item(d, c->item);

	if (!item)
		return false;
	if (c->to > (int64_t)d->s->agenda.n)
		return refuse(d, "bad-place",
			MSG("The item cannot stand at {n}: the agenda has {count}.",
				A_INT("n", c->to), A_INT("count", (int64_t)d->s->agenda.n)));
	fact(d, EVENT_ITEM_MOVED)->item_moved = (struct item_moved){item->is.item, c->to};
	return true;
}

static bool remove_item(struct deciding *d)
{
	const struct item *item = changeable_item(d, d->c->arg.item_remove.item);

	if (!item)
		return false;
	fact(d, EVENT_ITEM_REMOVED)->item_removed = (struct item_ref){item->is.item};
	return true;
}

static bool can_budget(struct deciding *d)
{
	if (!can_change_agenda(d))
		return false;
	for (size_t i = 0; i < d->s->agenda.n; i++) {
		if (session_item(d->s, d->s->agenda.at[i])->is.kind == ITEM_BUDGET)
			return true;
	}
	return refuse(d, "no-budget", TEXT("No item of the agenda is a budget."));
}

static bool set_budget_line(struct deciding *d)
{
	struct budget_line_set line = d->c->arg.budget_line;
	const struct item *item = changeable_item(d, line.item);

	if (!item)
		return false;
	if (item->is.kind != ITEM_BUDGET)
		return refuse(
			d, "no-budget", MSG("Item {n} is not a budget.", A_INT("n", line.item)));
	line.item = item->is.item;
	fact(d, EVENT_BUDGET_LINE_SET)->budget_line_set = line;
	return true;
}

const struct decider deciders_prepare[CMD_COUNT] = {
	[CMD_CHAMBER_CREATE] = {can_create_chamber, create_chamber},
	[CMD_CHAMBER_DESCRIBE] = {can_chamber, describe_chamber},
	[CMD_MEMBER_REGISTER] = {can_chamber, register_member},
	[CMD_MEMBERS_IMPORT] = {can_chamber, import_members},
	[CMD_KEY_RECORD] = {can_chamber, record_key},
	[CMD_KEY_RETIRE] = {can_chamber, retire_key},
	[CMD_SESSION_CREATE] = {can_chamber, create_session},
	[CMD_SESSION_DESCRIBE] = {can_prepare, describe_session},
	[CMD_LETTERHEAD_TAKE] = {can_session, take_letterhead, .bare = true},
	[CMD_SESSION_SET_ASIDE] = {can_prepare, set_aside},
	[CMD_SESSION_TAKE_UP] = {can_take_up, take_up},
	[CMD_ITEM_ADD] = {can_change_agenda, add_item},
	[CMD_ITEM_CHANGE] = {can_change_agenda, change_item},
	[CMD_ITEM_MOVE] = {can_change_agenda, move_item},
	[CMD_ITEM_REMOVE] = {can_prepare, remove_item},
	[CMD_BUDGET_LINE] = {can_budget, set_budget_line},
};

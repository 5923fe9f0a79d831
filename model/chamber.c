#include "model/chamber.h"

#include "model/rule.h"

#include <string.h>

void *list_room(struct arena *a, void *at, size_t n, size_t *room, size_t size)
{
	void *bigger;

	if (n < *room)
		return at;
	*room = *room ? *room * 2 : 16;
	bigger = arena_take(a, *room * size);
	if (n)
		memcpy(bigger, at, n * size);
	return bigger;
}

void *list_gap(struct arena *a, const void *old, size_t n, size_t at, size_t size)
{
	char *out = arena_take(a, (n + 1) * size);

	if (at)
		memcpy(out, old, at * size);
	if (at < n)
		memcpy(out + (at + 1) * size, (const char *)old + at * size, (n - at) * size);
	return out;
}

void chamber_init(struct chamber *c, struct arena *a)
{
	*c = (struct chamber){.arena = a};
}

/* Where NUMBER stands, or would stand. */
static size_t place_of(const struct chamber *c, int64_t number)
{
	size_t low = 0, high = c->members.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (c->members.at[mid].number < number)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

const struct member *chamber_member(const struct chamber *c, int64_t number)
{
	size_t i = place_of(c, number);

	return i < c->members.n && c->members.at[i].number == number ? &c->members.at[i] : NULL;
}

bool member_in_office(const struct member *m, struct date day)
{
	return !(m->from.year && date_compare(day, m->from) < 0) &&
	       !(m->to.year && date_compare(day, m->to) > 0);
}

const struct signing_key *chamber_key(const struct chamber *c, enum signer_role role)
{
	for (size_t i = c->keys.n; i-- > 0;) {
		if (!c->keys.at[i].retired && c->keys.at[i].signer.role == (int)role)
			return &c->keys.at[i];
	}
	return NULL;
}

struct str *letterhead_text(struct letterhead *head, const struct field *f)
{
	return (struct str *)(void *)((char *)head + f->offset);
}

void letterhead_change(struct letterhead *head, const struct letterhead *changes)
{
	struct letterhead from = *changes;

	for (const struct field *f = event_spec(EVENT_CHAMBER_DESCRIBED)->fields; f->name; f++) {
		if (letterhead_text(&from, f)->n)
			*letterhead_text(head, f) = *letterhead_text(&from, f);
	}
}

bool letterhead_differs(
	const struct letterhead *from, const struct letterhead *to, struct letterhead *changes)
{
	struct letterhead was = *from;
	bool any = false;

	*changes = *to;
	for (const struct field *f = event_spec(EVENT_CHAMBER_DESCRIBED)->fields; f->name; f++) {
		if (str_equal(*letterhead_text(&was, f), *letterhead_text(changes, f)))
			*letterhead_text(changes, f) = STR("");
		any = any || letterhead_text(changes, f)->n;
	}
	return any;
}

struct both letterhead_name(const struct letterhead *head)
{
	return (struct both){head->name_ar, head->name_fr};
}

struct both chamber_name(const struct chamber *c)
{
	return letterhead_name(&c->is.head);
}

struct both member_name(const struct member *m)
{
	return (struct both){m->name_ar, m->name_fr};
}

/* Kept in order of numbers, so that every list of members is in seat order. */
static void put_member(struct chamber *c, const struct member *m)
{
	size_t i = place_of(c, m->number);

	if (i == c->members.n || c->members.at[i].number != m->number) {
		(void)LIST_PUSH(c->arena, &c->members);
		memmove(&c->members.at[i + 1], &c->members.at[i],
			(c->members.n - 1 - i) * sizeof c->members.at[0]);
	}
	c->members.at[i] = *m;
}

static bool retire_key(struct chamber *c, const struct key_retired *r)
{
	for (size_t i = 0; i < c->keys.n; i++) {
		if (hash_equal(c->keys.at[i].signer.certificate, r->certificate)) {
			c->keys.at[i].retired = true;
			c->keys.at[i].reason = r->reason;
			return true;
		}
	}
	return false;
}

bool chamber_apply(struct chamber *c, const struct event *e)
{
	if (e->n != c->next || c->exists != (e->n > 0))
		return false;
	c->next++;
	if (e->type == EVENT_CHAMBER_CREATED) {
		if (c->exists)
			return false;
		c->is = e->body.chamber_created;
		c->exists = true;
		return true;
	}
	if (!c->exists)
		return false;
	if (e->type == EVENT_CHAMBER_DESCRIBED) {
		letterhead_change(&c->is.head, &e->body.chamber_described);
		return true;
	}
	if (e->type == EVENT_MEMBERS_REGISTERED) {
		const struct list *members = &e->body.members_registered.members;

		for (size_t i = 0; i < members->n; i++)
			put_member(c, (const struct member *)members->at + i);
		return true;
	}
	if (e->type == EVENT_KEY_MADE) {
		struct signing_key *key = LIST_PUSH(c->arena, &c->keys);

		*key = (struct signing_key){
			.signer = e->body.key_made.signer, .file = e->body.key_made.file};
		return true;
	}
	if (e->type == EVENT_HIJRI_STATED) {
		*LIST_PUSH(c->arena, &c->hijri) = e->body.hijri_stated;
		return true;
	}
	if (e->type == EVENT_AGREEMENT_STEPPED) {
		const struct agreement_stepped *is = &e->body.agreement_stepped;

		*LIST_PUSH(c->arena, &c->followed) =
			(struct agreement_act){.n = e->n, .at = e->at, .is = *is};
		return is->session && is->step != STEP_APPROVED;
	}
	if (e->type == EVENT_RULES_ADOPTED) {
		const struct rules_adopted *r = &e->body.rules_adopted;
		struct rules read;

		if (!rules_read(r->rules.at, r->rules.n, &read))
			return false;
		c->rules = *r;
		return true;
	}
	return e->type == EVENT_KEY_RETIRED && retire_key(c, &e->body.key_retired);
}

struct message member_office(const struct member *m)
{
	static const char *const of_woman[OFFICE_COUNT] = {
		[OFFICE_MEMBER] = CTX("woman", "member"),
		[OFFICE_PRESIDENT] = CTX("woman", "president"),
		[OFFICE_VICE_PRESIDENT] = CTX("woman", "vice-president"),
		[OFFICE_TREASURER] = CTX("woman", "treasurer"),
		[OFFICE_DEPUTY_TREASURER] = CTX("woman", "deputy treasurer"),
		[OFFICE_RAPPORTEUR] = CTX("woman", "rapporteur"),
		[OFFICE_DEPUTY_RAPPORTEUR] = CTX("woman", "deputy rapporteur"),
	};

	return TEXT(
		m->gender == GENDER_WOMAN ? of_woman[m->office] : office_names[m->office].label);
}

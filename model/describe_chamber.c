/* One sentence per fact of the chamber: its members, keys and rules. */
#include "model/describe_part.h"

#include "model/field_label.h"

static struct message about_signer(const struct signer *signer, struct arena *a)
{
	struct both name = {signer->name_ar, signer->name_fr};

	return MSG("signing key made for {name}, {role}", A_BOTH("name", name),
		A_MSG("role", keep(a, name_label(signer_role_names, signer->role))));
}

static struct message about_members(const struct members_registered *m)
{
	int64_t n = (int64_t)m->members.n;

	if (m->source.n)
		return MSGN_WITH("{n} member registered from {file}",
			"{n} members registered from {file}", n, A_STR("file", m->source));
	return MSGN("{n} member registered", "{n} members registered", n);
}

static struct message about_rules(const struct rules_adopted *is, struct arena *a)
{
	struct message profile =
		rules_profile_words(is->profile, (struct both){is->title_ar, is->title_fr});
	int64_t confirmed = 0;

	for (size_t i = 0; i < is->rules.n; i++)
		confirmed += ((const struct rule_text *)is->rules.at)[i].confirmed_by.n > 0;
	return MSG("rules adopted, profile {profile}: {n} rules, {confirmed} of them confirmed",
		A_MSG("profile", keep(a, profile)), A_INT("n", (int64_t)is->rules.n),
		A_INT("confirmed", confirmed));
}

/* What CHANGES makes of the names, and what stood there BEFORE; NULL: nobody can say here. */
static struct message about_names(
	const struct letterhead *changes, const struct letterhead *before, struct arena *a)
{
	const struct field *f = event_spec(EVENT_CHAMBER_DESCRIBED)->fields;
	struct message *list = ARENA_ARRAY(a, struct message, sizeof *changes / sizeof(struct str));
	struct letterhead now = *changes, was = before ? *before : (struct letterhead){0};
	size_t n = 0;

	for (; f->name; f++) {
		struct str text = *letterhead_text(&now, f), old = *letterhead_text(&was, f);
		struct arg what = A_MSG("what", message_keep(a, field_label(f->name, a)));

		if (text.n && old.n)
			list[n++] = MSG("{what} “{text}”, before that “{old}”", what,
				A_STR("text", text), A_STR("old", old));
		else if (text.n)
			list[n++] = MSG("{what} “{text}”", what, A_STR("text", text));
	}
	return MSG("the chamber’s names: {list}", A_LIST("list", list, n));
}

/* The names that session S had before act N. */
static struct letterhead names_before(const struct session *s, uint32_t n)
{
	struct letterhead head = {0};

	for (size_t i = 0; i < s->log.n && i < n; i++) {
		const struct event *e = &s->log.at[i];

		if (e->type == EVENT_SESSION_CREATED)
			head = e->body.session_created.head;
		else if (e->type == EVENT_LETTERHEAD_TAKEN && !s->struck.at[i])
			letterhead_change(&head, &e->body.letterhead_taken);
	}
	return head;
}

struct message describe_chamber(const struct session *s, const struct event *e, struct arena *a)
{
	struct letterhead before;

	if (e->type == EVENT_CHAMBER_CREATED)
		return MSG("register created: {chamber}",
			A_BOTH("chamber", letterhead_name(&e->body.chamber_created.head)));
	if (e->type == EVENT_CHAMBER_DESCRIBED)
		return about_names(&e->body.chamber_described, NULL, a);
	if (e->type == EVENT_LETTERHEAD_TAKEN) {
		before = names_before(s, e->n);
		return about_names(&e->body.letterhead_taken, &before, a);
	}
	if (e->type == EVENT_MEMBERS_REGISTERED)
		return about_members(&e->body.members_registered);
	if (e->type == EVENT_RULES_ADOPTED)
		return about_rules(&e->body.rules_adopted, a);
	if (e->type == EVENT_KEY_MADE)
		return about_signer(&e->body.key_made.signer, a);
	return describe_with_reason(TEXT("signing key retired"), e->body.key_retired.reason, a);
}

/* One sentence per fact of the chamber: its members, keys and rules. */
#include "model/describe.h"

static struct message about_signer(const struct signer *signer, struct arena *a)
{
	struct both name = {signer->name_ar, signer->name_fr};

	return MSG("signing key made for {name}, {role}", A_BOTH("name", name),
		A_MSG("role", message_keep(a, TEXT(signer_role_names[signer->role].label))));
}

static struct message about_members(const struct members_registered *m)
{
	int64_t n = (int64_t)m->members.n;

	if (m->source.n)
		return MSGN_WITH("{n} member registered from {file}",
			"{n} members registered from {file}", n, A_STR("file", m->source));
	return MSGN("{n} member registered", "{n} members registered", n);
}

static struct message retired(struct str reason, struct arena *a)
{
	struct message what = TEXT("signing key retired");

	if (reason.n == 0)
		return what;
	return MSG("{what}: {reason}", A_MSG("what", message_keep(a, what)),
		A_REASON("reason", reason));
}

static struct message about_rules(const struct rules_adopted *is, struct arena *a)
{
	struct message profile =
		rules_profile_words(is->profile, (struct both){is->title_ar, is->title_fr});
	int64_t confirmed = 0;

	for (size_t i = 0; i < is->rules.n; i++)
		confirmed += ((const struct rule_text *)is->rules.at)[i].confirmed_by.n > 0;
	return MSG("rules adopted, profile {profile}: {n} rules, {confirmed} of them confirmed",
		A_MSG("profile", message_keep(a, profile)), A_INT("n", (int64_t)is->rules.n),
		A_INT("confirmed", confirmed));
}

struct message describe_chamber(const struct event *e, struct arena *a)
{
	const struct chamber_created *c = &e->body.chamber_created;
	struct both name = {c->name_ar, c->name_fr};

	if (e->type == EVENT_CHAMBER_CREATED)
		return MSG("register created: {chamber}", A_BOTH("chamber", name));
	if (e->type == EVENT_MEMBERS_REGISTERED)
		return about_members(&e->body.members_registered);
	if (e->type == EVENT_RULES_ADOPTED)
		return about_rules(&e->body.rules_adopted, a);
	if (e->type == EVENT_KEY_MADE)
		return about_signer(&e->body.key_made.signer, a);
	return retired(e->body.key_retired.reason, a);
}

#include "model/reasons.h"

static const struct message on_slip[] = {
	{.id = N_("typing mistake")},
	{.id = N_("misheard")},
	{.id = N_("wrong person")},
};
static const struct message on_time[] = {
	{.id = N_("noted late")},
	{.id = N_("typing mistake")},
	{.id = N_("as the attendance sheet has it")},
};
static const struct message on_put_off[] = {
	{.id = N_("the file is incomplete")},
	{.id = N_("asked by the mover")},
	{.id = N_("lack of time")},
};
static const struct message on_secret[] = {
	{.id = N_("asked by the members")},
	{.id = N_("it concerns a person")},
	{.id = N_("the internal regulations provide for it")},
};
static const struct message on_void[] = {
	{.id = N_("the question was not clear")},
	{.id = N_("the count is in doubt")},
};
static const struct message on_motion[] = {
	{.id = N_("asked by the mover")},
	{.id = N_("satisfied by what was adopted")},
	{.id = N_("to be moved again in other words")},
};
static const struct message on_recused[] = {
	{.id = N_("personal interest in the matter")},
	{.id = N_("kinship with a party")},
	{.id = N_("member of the partner's bodies")},
};
static const struct message on_excuse[] = {
	{.id = N_("given without proof")},
	{.id = N_("given too late")},
	{.id = N_("no ground that the rules accept")},
};
static const struct message on_frozen[] = {
	{.id = N_("a mistake was found in the text")},
	{.id = N_("another person signs")},
	{.id = N_("a key cannot be used")},
};
static const struct message on_key[] = {
	{.id = N_("the passphrase is lost")},
	{.id = N_("the file of the key is lost")},
	{.id = N_("somebody else holds the office now")},
};
static const struct message on_aside[] = {
	{.id = N_("created by mistake")},
	{.id = N_("it will not be held")},
	{.id = N_("another session takes its place")},
};
static const struct message on_other_kind[] = {{.id = N_("another kind of vote")}};

#define REASONS(list)                                                                              \
	{                                                                                          \
		(list), ARRAY_LEN(list)                                                            \
	}

struct reasons reasons_for(enum reasons_for what)
{
	static const struct reasons all[REASONS_COUNT] = {
		[REASONS_SLIP] = REASONS(on_slip),
		[REASONS_TIME] = REASONS(on_time),
		[REASONS_PUT_OFF] = REASONS(on_put_off),
		[REASONS_SECRET] = REASONS(on_secret),
		[REASONS_VOID] = REASONS(on_void),
		[REASONS_MOTION] = REASONS(on_motion),
		[REASONS_RECUSED] = REASONS(on_recused),
		[REASONS_EXCUSE] = REASONS(on_excuse),
		[REASONS_FROZEN] = REASONS(on_frozen),
		[REASONS_KEY] = REASONS(on_key),
		[REASONS_ASIDE] = REASONS(on_aside),
		[REASONS_OTHER_KIND] = REASONS(on_other_kind),
	};

	return all[what];
}

#include "tui/mark.h"

static const struct {
	const char *sign;
	enum style style;
	struct message word;
} marks[MARK_COUNT] = {
	[MARK_WAITING] = {"·", STYLE_DONE, {.id = N_("waiting")}},
	[MARK_OPEN] = {"▶", STYLE_HERE, {.id = N_("open")}},
	[MARK_ADOPTED] = {"✓", STYLE_GOOD, {.id = CTX("item", "adopted")}},
	[MARK_REJECTED] = {"✗", STYLE_BAD, {.id = CTX("item", "rejected")}},
	[MARK_NOTED] = {"✓", STYLE_GOOD, {.id = N_("note taken")}},
	[MARK_POSTPONED] = {"○", STYLE_CAUTION, {.id = N_("postponed")}},
	[MARK_WITHDRAWN] = {"–", STYLE_CAUTION, {.id = N_("withdrawn")}},
	[MARK_PROPOSED] = {"?", STYLE_CAUTION, {.id = N_("proposed, inclusion to be voted")}},
	[MARK_DONE] = {"●", STYLE_DONE, {.id = CTX("item", "dealt with")}},
};

const char *mark_sign(enum item_mark mark)
{
	return marks[mark].sign;
}

enum style mark_style(enum item_mark mark)
{
	return marks[mark].style;
}

struct message mark_word(enum item_mark mark)
{
	return marks[mark].word;
}

struct message mark_tally_words(
	struct message treated, const struct mark_tally *tally, struct arena *a)
{
	struct message said = treated;

	if (tally->postponed)
		said = MSG("{said} · {more}", A_MSG("said", message_keep(a, said)),
			A_MSG("more", message_keep(a, MSGN("{n} postponed", "{n} postponed",
							      tally->postponed))));
	if (tally->withdrawn)
		said = MSG("{said} · {more}", A_MSG("said", message_keep(a, said)),
			A_MSG("more", message_keep(a, MSGN("{n} withdrawn", "{n} withdrawn",
							      tally->withdrawn))));
	return said;
}

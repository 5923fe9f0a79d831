/* What a majority takes, said beside the vote: under the rule, and on the other reading. */
#include "tui/item_parts.h"

/* Both readings on one line, as short as they can be said. */
static struct message both_readings(int64_t needed, int64_t base, int64_t other_needed,
	int64_t other, bool voters, bool differs)
{
	struct arg n = A_INT("needed", needed), of = A_INT("base", base);
	struct arg m = A_INT("other", other_needed), k = A_INT("others", other);

	if (voters && differs)
		return MSG("{needed}/{base} voters · {other}/{others} cast: OTHER RESULT", n, of, m,
			k);
	if (voters)
		return MSG(
			"{needed}/{base} voters · {other}/{others} cast: same result", n, of, m, k);
	if (differs)
		return MSG("{needed}/{base} cast · {other}/{others} voters: OTHER RESULT", n, of, m,
			k);
	return MSG("{needed}/{base} cast · {other}/{others} voters: same result", n, of, m, k);
}

void item_needed(struct desk *d, struct area work, int row, int from, const struct vote *vote,
	struct ballots b)
{
	struct poll poll = vote_poll_of(vote);
	struct vote_rule other = vote->rule;
	struct message line, both;
	struct tally t, there;
	bool differs;

	poll.votes = b;
	t = vote_poll(&poll, vote->rule, vote->side);
	/* While votes are missing: as if all of them came and took a side. */
	if (t.voters < poll.entitled &&
		(vote->rule.base == BASE_VOTERS || vote->rule.base == BASE_EXPRESSED)) {
		t.base = poll.entitled;
		t.needed = vote_needed(t.base, vote->rule);
	}
	line = vote_needed_phrase(t.needed, t.base, vote->rule);
	if (t.voters == poll.entitled &&
		vote_other_reading(&poll, vote->rule, session_chair_side(vote), &differs, &d->frame)
			.id) {
		other.base = vote->rule.base == BASE_VOTERS ? BASE_EXPRESSED : BASE_VOTERS;
		there = vote_poll(&poll, other, vote->side);
		both = both_readings(t.needed, t.base, there.needed, there.base,
			vote->rule.base == BASE_VOTERS, differs);
		if (!vote->rule.weighed && canvas_say_width(d->canvas, both) < work.cols - from) {
			canvas_say(work, row, 0, -1, differs ? STYLE_ENTRY_CAUTION : STYLE_ENTRY,
				ALIGN_END, both);
			return;
		}
	}
	canvas_say(work, row, 0, -1, STYLE_ENTRY, ALIGN_END, line);
}

#!/bin/sh
# A sitting of votes: refused minutes and a refused budget, ties with and without the chair's side,
# roll calls, several items in one vote, explanations. What the minutes make of it is looked at.
scenario=votes
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 4
verdict 'every line is answered as written' "$(
	played_as_written votes)"
verdict 'the minutes in French tell every vote' "$(
	exits 0 show --minutes
	same_as_golden votes-minutes-fr out)"
words=ar
verdict 'the minutes in Arabic tell every vote' "$(
	exits 0 show --minutes
	same_as_golden votes-minutes-ar out)"
words=fr
verdict 'a script of refusals changes no act' "$(
	before=$(mahdar show --acts)
	exits 1 play --keep-going "$top/tests/scenario/refused.play"
	test "$before" = "$(mahdar show --acts)" || echo 'the acts changed')"

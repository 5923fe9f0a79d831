#!/bin/sh
# Another chamber, of commerce, with nine members: a sitting without quorum, and one with a tie
# that nobody settles. Every refusal is asked for twice and answered alike.
scenario=commerce
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 9
verdict 'the sitting without quorum is answered as written' "$(
	played_as_written commerce-failure)"
verdict 'its record is the one of a failure' "$(
	exits 0 show --minutes
	same_as_golden commerce-failure-minutes-fr out)"
words=ar
verdict 'its record is the one of a failure, in Arabic' "$(
	exits 0 show --minutes
	same_as_golden commerce-failure-minutes-ar out)"
words=fr
verdict 'the sitting with the tie is answered as written' "$(
	played_as_written commerce-tie)"
verdict 'a tie without a side is not adopted and said to be one' "$(
	exits 0 show --minutes
	same_as_golden commerce-tie-minutes-fr out)"
verdict 'every refused line is refused again, with the same words' "$(
	grep '^refused' out | head -1
	exits 1 play --keep-going commerce-tie.play
	cp out second
	exits 1 play --keep-going commerce-tie.play
	diff second out)"
verdict 'a script of refusals only changes nothing' "$(
	before=$(mahdar show --acts)
	exits 1 play --keep-going "$top/tests/scenario/refused.play"
	grep '^ok' out
	test "$before" = "$(mahdar show --acts)" || echo 'the state changed'
	cp out once
	exits 1 play --keep-going "$top/tests/scenario/refused.play"
	diff once out)"
verdict 'without --keep-going the first refusal ends it' "$(
	exits 1 play "$top/tests/scenario/refused.play"
	test "$(wc -l <out)" -eq 1 || cat out)"
verdict 'both sessions stand in the list' "$(
	exits 0 show --list
	same_as_golden commerce-list-fr out)"

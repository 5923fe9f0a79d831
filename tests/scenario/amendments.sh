#!/bin/sh
# Amendments, motions and an agenda changed by votes, from the script to the minutes in both
# languages; what is refused is refused with its own word.
scenario=amendments
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 5
verdict 'every motion is answered as written' "$(
	played_as_written amendments)"
verdict 'the minutes tell who moved what, the words, the votes and the text adopted' "$(
	exits 0 show --minutes
	same_as_golden amendments-minutes-fr out)"
words=ar
verdict 'the same in Arabic' "$(
	exits 0 show --minutes
	same_as_golden amendments-minutes-ar out)"
words=en
verdict 'the acts read well' "$(
	exits 0 show --acts
	sed 's/ [0-9][0-9]:[0-9][0-9]:[0-9][0-9] / /' out >acts
	same_as_golden amendments-acts-en acts)"
words=fr
verdict 'the draft can be printed' "$(
	exits 0 export 1 --to draft --lang fr
	find draft -name '*.pdf' -size +1k | grep -q . || echo 'no page')"

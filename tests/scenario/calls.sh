#!/bin/sh
# A chamber of twenty-eight: the first call fails with eight, the second with nine, the third holds
# with any number; its session is left open and resumed weeks later, under another chair.
scenario=calls
. "$TOP_SRCDIR/tests/scenario/lib.sh"

plan 11
verdict 'every call, sitting and refusal is answered as written' "$(
	played_as_written calls 28)"
verdict 'the record of the first failure names who came, who did not and the next call' "$(
	exits 0 show 1 --call 1
	same_as_golden calls-first-failure-fr out)"
words=ar
verdict 'it reads well in Arabic' "$(
	exits 0 show 1 --call 1
	same_as_golden calls-first-failure-ar out)"
words=fr
verdict 'each failure has a record of its own; a call that held has none' "$(
	exits 0 show 1 --call 2
	says 'Convocation n° 2' out
	says '9 (neuf) des 28' out
	exits 1 show 1 --call 3
	one_sentence err)"
verdict 'the failure can be printed' "$(
	exits 0 export 1 --call 1 --to drafts
	test -s drafts/cadt-ag-2025-10-28-1-sans-quorum-1-fr.pdf || ls drafts)"
verdict 'the minutes tell of all four sittings' "$(
	exits 0 show 1 --minutes
	same_as_golden calls-minutes-fr out)"
words=ar
verdict 'and in Arabic' "$(
	exits 0 show 1 --minutes
	same_as_golden calls-minutes-ar out)"
words=fr
verdict 'what it postponed stands on the next agenda, with its history' "$(
	exits 0 show 2 --acts
	says 'Convention de la casbah' out
	says 'repris de la session 1 (ajourné)' out)"
rm -f register.mahdar*
verdict 'a dismissal needs three quarters of the signatures: 21 of 28' "$(
	played_as_written dismissal 28)"
verdict 'the minutes say how members were convened and who had asked for what' "$(
	exits 0 show --minutes
	same_as_golden dismissal-minutes-fr out)"
words=ar
verdict 'in Arabic as well' "$(
	exits 0 show --minutes
	same_as_golden dismissal-minutes-ar out)"

#!/bin/sh
# Twenty-eight members refuse the minutes of before (4 for, 24 abstain) and the budget (7 for, 21
# against); an extraordinary session comes back to both, lines and all.
scenario=turned-down
. "$TOP_SRCDIR/tests/scenario/lib.sh"

plan 6
verdict 'every act is answered as written' "$(
	played_as_written turned-down 28)"
verdict 'the minutes say that both come again' "$(
	exits 0 show 1 --minutes
	same_as_golden turned-down-minutes-fr out)"
words=ar
verdict 'in Arabic as well' "$(
	exits 0 show 1 --minutes
	same_as_golden turned-down-minutes-ar out)"
verdict 'the next session tells where they come from' "$(
	exits 0 show 2 --minutes
	same_as_golden turned-down-again-ar out)"
words=fr
verdict 'and in French, with the lines of the budget' "$(
	exits 0 show 2 --minutes
	same_as_golden turned-down-again-fr out)"
verdict 'what was adopted is not left any more' "$(
	echo 'session.create kind=ordinary year=2026 month=2' >third.play
	echo 'item.carry session=2 item=2' >>third.play
	exits 1 play --keep-going third.play
	says 'refused not-left' out)"

#!/bin/sh
# A budget whose revenue and chapters are voted one after the other, with amendments of its lines:
# an adopted one, a refused one that would unbalance it; a chapter is refused, the whole is put.
scenario=chapters
. "$TOP_SRCDIR/tests/scenario/lib.sh"

plan 3
verdict 'every act is answered as written' "$(
	played_as_written chapters 8)"
words=fr
verdict 'the minutes say each chapter and each amendment with its vote' "$(
	exits 0 show 1 --minutes
	same_as_golden chapters-minutes-fr out)"
words=ar
verdict 'in Arabic as well' "$(
	exits 0 show 1 --minutes
	same_as_golden chapters-minutes-ar out)"

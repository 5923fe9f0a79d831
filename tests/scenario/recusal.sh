#!/bin/sh
# The chair gives way for its own account, for a recusal and on leaving, to the first of the bureau
# who can take it; what is recused takes no part. From the script to the signed record.
scenario=recusal
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 5
verdict 'every act of presence is answered as written' "$(
	played_as_written recusal)"
verdict 'the minutes tell who presided and who took no part' "$(
	exits 0 show --minutes
	same_as_golden recusal-minutes-fr out)"
words=ar
verdict 'the same in Arabic' "$(
	exits 0 show --minutes
	same_as_golden recusal-minutes-ar out)"
words=en
verdict 'the acts read well' "$(
	exits 0 show --acts
	sed 's/ [0-9][0-9]:[0-9][0-9]:[0-9][0-9] / /' out >acts
	same_as_golden recusal-acts-en acts)"
verdict 'the record is signed and holds' "$(signed_record_holds)"

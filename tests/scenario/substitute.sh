#!/bin/sh
# Substitutes in the seats of absent members, and times corrected with their reason, in the sitting
# and after it. From the script to the signed record.
scenario=substitute
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 5
verdict 'every act of presence is answered as written' "$(
	played_as_written substitute)"
verdict 'the minutes tell who sat for whom, and both times with the quorum of then' "$(
	exits 0 show --minutes
	same_as_golden substitute-minutes-fr out)"
words=ar
verdict 'the same in Arabic' "$(
	exits 0 show --minutes
	same_as_golden substitute-minutes-ar out)"
words=en
verdict 'the acts read well' "$(
	exits 0 show --acts
	sed 's/ [0-9][0-9]:[0-9][0-9]:[0-9][0-9] / /' out >acts
	same_as_golden substitute-acts-en acts)"
verdict 'the record is signed and holds' "$(signed_record_holds)"

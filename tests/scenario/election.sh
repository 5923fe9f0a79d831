#!/bin/sh
# A bureau is elected: two rounds, a withdrawal, a lot, a secret round, one election voided. Then a
# choice that was planted during the secret round is searched for in everything there is.
scenario=election
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 8
verdict 'the election is answered as written' "$(
	played_as_written election)"
verdict 'the minutes tell it in French' "$(
	exits 0 show --minutes
	same_as_golden election-minutes-fr out)"
words=ar
verdict 'the minutes tell it in Arabic' "$(
	exits 0 show --minutes
	same_as_golden election-minutes-ar out)"
words=fr
verdict 'the history names every act' "$(
	exits 0 show --acts
	grep -E '^[0-9]+ [0-9:]+ *$' out
	says 'élu' out)"
verdict 'a draft of the record is written' "$(exits 0 export 1 --to draft --lang fr)"
verdict 'a copy is made' "$(exits 0 backup copy)"
# The play and what it printed are taken away: they are the plant, not its trace.
rm -f election.play answers out err
verdict 'a choice planted in a secret round is in no file, copy, draft or log' "$(
	grep -rlaE -e "member=7291|\\[7291|7291\\]|:7291" "$work" "$HOME" "${TMPDIR:-/tmp}/mahdar"* 2>/dev/null
	grep -rqa -e 'demandé par trois membres' "$work" || echo 'the search finds nothing at all')"

# What a PDF holds is packed: its streams with what is attached, and the words of its pages.
missing=$(for t in qpdf pdftotext; do command -v $t >/dev/null || printf '%s ' $t; done)
if test -n "$missing"; then
	skip 'nor in a page or an attachment of the record' "not installed: $missing"
else
	verdict 'nor in a page or an attachment of the record' "$(
		find . -name '*.pdf' | while read -r pdf; do
			qpdf --qdf --object-streams=disable "$pdf" - |
				grep -aE -e "member=7291|\\[7291|7291\\]|:7291"
			pdftotext "$pdf" pages
			grep -F 7291 pages
			grep -q 'trois membres' pages || echo 'the search finds nothing at all'
		done
		test -s pages || echo 'there is no PDF')"
fi

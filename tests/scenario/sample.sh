#!/bin/sh
# The whole sample session typed into play on a fresh register, then shown in every way.
scenario=sample
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 12
sample=$top/storage/sample
stamped "$sample/prepare.play" >prepare.play
verdict 'the chamber and the session are prepared' "$(
	exits 0 play prepare.play
	same_as_golden sample-prepared out)"
stamped "$sample/agreements.play" >agreements.play
verdict 'the agreements are laid on the table' "$(
	exits 0 play agreements.play
	test "$(grep -c '^ok' out)" -eq "$(grep -c '^[a-z@]' agreements.play)" || cat out)"
stamped "$sample/session.play" >session.play
verdict 'every act of the sitting is answered with its facts' "$(
	exits 0 play session.play
	same_as_golden sample-played out)"
verdict 'nothing is said on standard error' "$(cat err)"
for words in fr ar; do
	verdict "the state is shown ($words)" "$(
		exits 0 show
		same_as_golden "sample-show-$words" out)"
	verdict "the minutes are shown ($words)" "$(
		exits 0 show --minutes
		same_as_golden "sample-minutes-$words" out)"
done
words=fr
verdict 'the acts are shown' "$(
	exits 0 show --acts 1
	same_as_golden sample-acts-fr out)"
verdict 'another run of the same script shows the same' "$(
	mahdar show --minutes >first
	rm -f register.mahdar*
	exits 0 play prepare.play
	exits 0 play agreements.play
	exits 0 play session.play
	mahdar show --minutes | diff first -)"
verdict 'a script played twice is refused from its first line on' "$(
	before=$(mahdar show)
	exits 1 play session.play
	test "$(wc -l <out)" -eq 1 || cat out
	says 'refused' out
	test "$before" = "$(mahdar show)" || echo 'the state changed')"
verdict 'with --keep-going every line of it is refused or harmless' "$(
	exits 1 play --keep-going session.play
	test "$(wc -l <out)" -eq "$(wc -l <session.play)" || echo 'not one answer a line'
	grep '^ok' out | grep -vE 'guest.noted|ceremony.held|text.kept|item.added|vote.corrected|vote.announced')"

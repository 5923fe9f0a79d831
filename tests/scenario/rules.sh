#!/bin/sh
# Rule profiles on the command line, and a commune that holds a session under its own.
scenario=rules
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 13
profiles='handicrafts-18.09 communes-113.14 commerce-38.12 agriculture-27.08 associations'
verdict 'without a register the default profile is shown, in three languages' "$(
	mkdir -p nowhere
	for words in ar fr en; do
		XDG_DATA_HOME=$work/nowhere "$TOP_BUILDDIR/mahdar" --lang $words rules >out 2>err ||
			cat err
		same_as_golden "rules-profile-$words" out
	done)"
verdict 'every shipped profile is listed, shown and written out as it can be read' "$(
	exits 0 rules --list
	test "$(wc -l <out)" -eq 5 || cat out
	for name in $profiles; do
		exits 0 rules "$name"
		exits 0 rules "$name" --text
		cp out "$name.rules"
		exits 0 rules --check "$name.rules"
		exits 0 rules "$name.rules" --text
		cmp "$name.rules" out
	done)"
verdict 'nothing that is shipped is called law' "$(
	for name in $profiles; do
		words=en exits 0 rules "$name"
		sed 1d out | grep -w law
		words=fr exits 0 rules "$name"
		sed 1d out | grep -wi loi
		words=ar exits 0 rules "$name"
		sed 1d out | grep القانون
	done)"
verdict 'every key is explained in three languages' "$(
	for words in ar fr en; do
		exits 0 rules --keys
		grep -c '^[a-z]' out | grep -qx "$(grep -c '^RULE(' "$top/model/rule.def")" ||
			echo "$words: some are missing"
	done)"
printf 'profile = mine\nquorum.calls = half\ntie.rule = coin\n\tcertainty = sure\nx\n' >bad.rules
verdict 'what is wrong in a file is said line by line, in three languages' "$(
	for words in ar fr en; do
		exits 1 rules --check bad.rules
		same_as_golden "rules-faults-$words" err
	done)"
verdict 'a file that is not there or not text is answered' "$(
	exits 3 rules none.rules
	one_sentence err
	printf 'profile = \377\n' >bytes.rules
	exits 1 rules --check bytes.rules
	exits 2 rules --no-such-option
	exits 2 rules --check
	exits 2 rules a b)"
verdict 'a session of a commune is answered as written' "$(
	played_as_written commune)"
verdict 'its minutes tell under which rules it ran, and who confirmed them' "$(
	words=fr exits 0 show --minutes
	same_as_golden commune-minutes-fr out)"
verdict 'its minutes tell it in Arabic' "$(
	words=ar exits 0 show --minutes
	same_as_golden commune-minutes-ar out)"
verdict 'the chamber has other rules since; the session keeps its own' "$(
	exits 0 rules
	says 'Associations, selon' out
	words=fr exits 0 show --minutes
	says communes-113.14 out)"
verdict 'an own file is imported, and shown with its source' "$(
	exits 0 rules communes-113.14 --text
	sed 's/^profile = .*/profile = our-commune/' out >own.rules
	exits 0 import rules own.rules --dry-run
	exits 0 rules
	says 'Associations, selon' out
	exits 0 import rules own.rules
	exits 0 rules
	says our-commune out)"
verdict 'a file with faults is not imported' "$(
	exits 1 import rules bad.rules
	exits 2 import rules
	exits 0 rules
	says our-commune out)"
verdict 'what is written out of the register is what was imported' "$(
	exits 0 rules --text
	exits 0 rules own.rules --text
	cp out own
	exits 0 rules --text
	cmp own out)"

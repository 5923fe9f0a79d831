#!/bin/sh
# The line of the next step and the chair's sentence are read whole, in every language: where a
# golden screen in Arabic or French cuts one of them, English has to cut it too.
. "$TOP_SRCDIR/tests/check/tap.sh"
plan 3
cd "$TOP_SRCDIR/tests/golden" || exit 1

# cut_lines FILE: how many lines of step and chair are cut in it. Screens hold Arabic in the order of
# their cells: its labels stand at the end of a line and what is cut at its beginning. A pause in
# what the chair says is written with the same sign, but never stands there.
cut_lines() {
	grep -cE -e '^ (⏎|[^ ]+ ▸) .*…$' -e '^ *….* (⏎|◂ ﻝﻮﻘﻳ ﺲﻴﺋﺮﻟﺍ) *$' "$1"
}

# cut_in LANGUAGE: the screens in it that cut more such lines than the same screen in English.
cut_in() {
	for f in *-"$1"-[0-9]*x[0-9]*.txt; do
		case $f in
		mode-*) continue ;;
		esac
		english=$(echo "$f" | sed "s/-$1-/-en-/")
		test -f "$english" || continue
		if test "$(cut_lines "$f")" -gt "$(cut_lines "$english")"; then
			echo "$f"
			grep -E -e '^ ⏎' -e '⏎ *$' "$f"
		fi
	done
}
verdict 'no step and no sentence of the chair is cut in Arabic alone' "$(cut_in ar)"
verdict 'nor in French alone' "$(cut_in fr)"
verdict 'there are screens to look at' "$(
	test "$(grep -l ' ⏎ *$' *-ar-80x24.txt | wc -l)" -gt 20 || echo 'few screens have a step')"

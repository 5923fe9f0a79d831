#!/bin/sh
# The line of the next step and the chair's sentence are read whole in every language, and a figure
# stands whole or not at all: the golden screens are looked through for any that are cut.
. "$TOP_SRCDIR/tests/check/tap.sh"
plan 4
cd "$TOP_SRCDIR/tests/golden" || exit 1

# cut_in LANGUAGE: its screens on which the last row of the step or of what the chair says ends in
# the sign of a cut. A pause in what the chair says is written with the same sign, but never at the
# end. Arabic screens hold the order of their cells: the line ends at the left.
cut_in() {
	for f in *-"$1"-[0-9]*x[0-9]*.txt; do
		case $f in
		mode-*) continue ;;
		esac
		awk -v file="$f" -v arabic="$2" '
			function whole() {
				if (last != "" && (arabic ? last ~ /^ *…/ : last ~ /…$/))
					print file ": " last
				last = ""
			}
			/^ (⏎|[^ ]+ ▸) / || / (⏎|◂ [^ ]+ [^ ]+) *$/ { whole(); last = $0; next }
			last != "" && /^      / && /[^ ]/ { last = $0; next }
			{ whole() }' "$f"
	done
}
verdict 'no step and no sentence of the chair is cut in Arabic' "$(cut_in ar 1)"
verdict 'nor in French' "$(cut_in fr)"
verdict 'nor in English' "$(cut_in en)"
verdict 'no figure is cut' "$(grep -nE '[0-9]…|…[0-9]' ./*-ar-*x*.txt ./*-fr-*x*.txt ./*-en-*x*.txt)"

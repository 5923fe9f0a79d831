#!/bin/sh
# Files of at most 800 lines, functions of at most 70, at most 8 parameters. The labels of a switch
# do not count: one over an enum names every value, and is read as a table.
. "$TOP_SRCDIR/tests/check/tap.sh"
cd "$TOP_SRCDIR" || exit 1
plan 3
files=$(find model storage locale tui tests -name '*.[ch]' -o -name '*.def' | sort)

# shellcheck disable=SC2086 # a list of names
{
	verdict 'no file is longer than 800 lines' "$(
		wc -l $files | awk '$2 != "total" && $1 > 800 { print $2 ": " $1 }')"

	verdict 'no function is longer than 70 lines' "$(awk '
		/^{/ { start = FNR; n = -1 }
		/^}/ {
			if (start && n > 70)
				print FILENAME ":" start ": " n
			start = 0
		}
		start && !/^\t*case [A-Za-z0-9_]+:( *\/\*.*\*\/)?$/ { n++ }' $files)"

	verdict 'no function takes more than 8 parameters' "$(awk '
		FNR == 1 { text = "" }
		/^[a-z].*\(/ || text != "" {
			if (text == "") { text = $0; line = FNR } else text = text $0
			if ($0 ~ /[;{]/) {
				sub(/^[^(]*\(/, "", text)
				sub(/\)[^)]*$/, "", text)
				while (gsub(/\([^()]*\)/, "", text)) { }
				n = gsub(/,/, ",", text) + 1
				if (n > 8)
					print FILENAME ":" line ": " n
				text = ""
			}
		}' $files)"
}

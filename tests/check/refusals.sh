#!/bin/sh
# Every code by which the model refuses or asks is met by a test that names it.
. "$TOP_SRCDIR/tests/check/tap.sh"
cd "$TOP_SRCDIR" || exit 1
plan 1
verdict 'every refusal of the model is named in a test' "$(
	cat model/decide*.c | tr '\n\t' '  ' |
		grep -oE '(refuse|ask)\( *d, *"[a-z-]+"' | grep -oE '"[a-z-]+"' | sort -u |
		while read -r code; do
			name=${code#\"}
			grep -qE "(\"|refused |ask )${name%\"}\"" tests/unit/decide_*.c || echo "$code"
		done)"

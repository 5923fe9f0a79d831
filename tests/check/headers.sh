#!/bin/sh
# Every header compiles alone.
. "$TOP_SRCDIR/tests/check/tap.sh"
cd "$TOP_SRCDIR" || exit 1
headers=$(find model storage locale tui tests -name '*.h' | sort)
plan "$(echo "$headers" | wc -l)"
for h in $headers; do
	# shellcheck disable=SC2086 # lists of options
	verdict "$h compiles alone" "$(
		echo "#include \"$h\"" | $CC -I. $HEADER_FLAGS -fsyntax-only -x c - 2>&1 || echo failed)"
done

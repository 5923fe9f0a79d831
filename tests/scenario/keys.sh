#!/bin/sh
# The common acts are typed into the desk; none takes more keys than it may.
scenario=keys
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 1
verdict 'every flow ends where it should, with the keys it may take at most' "$(
	"$TOP_BUILDDIR/tests/bench/keys" >out 2>&1 || {
		echo "exit $?"
		cat out
	}
	test "$(grep -c ' held$' out)" -eq 25 || echo 'another number of flows')"

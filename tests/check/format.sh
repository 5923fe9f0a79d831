#!/bin/sh
# The code is laid out as .clang-format says. Other versions of clang-format decide differently, so
# only Debian 12's is asked.
. "$TOP_SRCDIR/tests/check/tap.sh"
cd "$TOP_SRCDIR" || exit 1
plan 1
name='every file is formatted (make format)'
case $(clang-format --version 2>/dev/null) in
*' version 14.'*)
	verdict "$name" "$(
		find model storage locale tui tests -name '*.[ch]' -exec \
			clang-format --dry-run -Werror {} + 2>&1 | grep 'error:')"
	;;
*)
	skip "$name" 'clang-format 14 is not installed'
	;;
esac

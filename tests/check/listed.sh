#!/bin/sh
# Every source is named in a makefile; otherwise it is neither built, translated nor shipped.
. "$TOP_SRCDIR/tests/check/tap.sh"
cd "$TOP_SRCDIR" || exit 1
plan 2
verdict 'every source of the layers is listed in its local.mk' "$(
	sources | while read -r f; do
		case " $CODE_FILES " in
		*" $f "*) ;;
		*) echo "$f" ;;
		esac
	done)"
verdict 'every source of the tests is listed in tests/local.mk' "$(
	find tests -name '*.[ch]' | sort | while read -r f; do
		case " $TEST_FILES " in
		*" $f "* | *" ${f%.c} "*) ;;
		*) echo "$f" ;;
		esac
	done)"

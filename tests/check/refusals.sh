#!/bin/sh
# Every code by which the model refuses or asks is met by a test that names it.
. "$TOP_SRCDIR/tests/check/tap.sh"
cd "$TOP_SRCDIR" || exit 1
plan 2
verdict 'every refusal of the model is named in a test' "$(
	cat model/decide*.c | tr '\n\t' '  ' |
		grep -oE '(refuse|ask)\( *d, *"[a-z-]+"' | grep -oE '"[a-z-]+"' | sort -u |
		while read -r code; do
			name=${code#\"}
			grep -qE "(\"|refused |ask )${name%\"}\"" tests/unit/decide_*.c || echo "$code"
		done)"
verdict 'every question of the model has its name in the table of questions' "$(
	cat model/decide*.c | tr '\n\t' '  ' |
		grep -oE '(ask|warn|over_rule|quorum_lets_close)\( *d, *([a-zA-Z_&*]+, *)?"[a-z-]+"' |
		grep -oE '"[a-z-]+"' | sort -u |
		while read -r code; do
			grep -q "$code" model/question.c || echo "$code"
		done)"

#!/bin/sh
# What the README tells the reader to type works as it stands there, block after block, and the
# manual, the completion and the launcher know what the program knows.
. "$TOP_SRCDIR/tests/check/tap.sh"
top=$(cd "$TOP_SRCDIR" && pwd)
work=$TOP_BUILDDIR/tests/readme
rm -rf "$work"
mkdir -p "$work" && cd "$work" || exit 1
PATH=$TOP_BUILDDIR:$PATH
MAHDAR_ANY_PLACE=1
export PATH MAHDAR_ANY_PLACE
plan 13

# block NAME: the shell block that follows "<!-- tried: NAME -->".
block() {
	awk -v name="<!-- tried: $1 -->" '
		$0 == name { wanted = 1; next }
		wanted && /^```sh$/ { inside = 1; next }
		inside && /^```$/ { exit }
		inside' "$top/README.md"
}

# tried NAME: nothing when every command of the block ends well; its output stays in NAME.out.
tried() {
	block "$1" >"$1.sh"
	test -s "$1.sh" || echo 'there is no such block'
	sh -e "$1.sh" >"$1.out" 2>&1 || { echo "exit $?"; tail -n 15 "$1.out"; }
}

missing() {
	for t; do command -v "$t" >/dev/null || printf '%s ' "$t"; done
}

verdict 'every tried block is tried here' "$(
	test "$(grep -c '^<!-- tried: ' "$top/README.md")" -eq 3 || echo 'another number of blocks')"
verdict 'the session typed into play' "$(
	tried play
	test "$(grep -c '^ok ' play.out)" -eq 18 || cat play.out
	grep -q 'Convention avec le centre de formation' play.out || echo 'no minutes'
	ls draft/cabm-ag-2026-03-20-1-projet-fr.pdf 2>&1 >/dev/null)"
verdict 'its record, signed with keys of its own, and a backup' "$(
	tried sign
	mahdar verify record/cabm-ag-2026-03-20-1.pdf >/dev/null || echo 'it does not hold'
	for f in signers.pem VERIFY.txt; do test -s "record/$f" || echo "no $f"; done
	for f in essai.mahdar chamber.jsonl session-1.jsonl; do test -s "copy/$f" || echo "no $f"; done
	test "$(stat -c %a president.p12)" = 600 || echo 'others may read the key')"
lacking=$(missing pdfsig qpdf pdfdetach pdftotext openssl)
if test -n "$lacking"; then
	skip 'the record checked with programs of others' "not installed: $lacking"
	skip 'pdfsig finds two valid signatures, the last over all of it' "not installed: $lacking"
	skip 'the shell loop ends at the head that mahdar names' "not installed: $lacking"
else
	verdict 'the record checked with programs of others' "$(tried verify)"
	verdict 'pdfsig finds two valid signatures, the last over all of it' "$(
		test "$(grep -c 'Signature is Valid' verify.out)" -eq 2 || grep 'Signature' verify.out
		sed '1,/Signature #2/d' verify.out | grep -q 'Total document signed' || cat verify.out)"
	verdict 'the shell loop ends at the head that mahdar names' "$(
		head=$(sed -n 's/^[0-9]* acts, head \([0-9a-f]\{64\}\)$/\1/p' verify.out)
		test -n "$head" || cat verify.out
		! grep BROKEN verify.out
		test "$(grep -c "$head" verify.out)" -ge 2 || echo 'mahdar verify names another')"
fi
verdict 'the two commands are those of bootstrap' "$(
	for word in build run check; do
		grep -qF "./bootstrap $word" "$top/README.md" || echo "README lacks $word"
		grep -qF "./bootstrap $word" "$top/bootstrap" || echo "bootstrap lacks $word"
	done)"
verdict 'folders and targets it names exist' "$(
	grep -oE '`(model|locale|storage|tui|tests)/[a-z_./*]*`' "$top/README.md" | tr -d '`' | sort -u |
		while read -r path; do
			# shellcheck disable=SC2086 # patterns
			(cd "$top" && ls -d $path $path.c $path.h $path.sh 2>/dev/null) | grep -q . || echo "$path"
		done)"
mahdar --lang en help | sed -n '/^mahdar/p' >usages
verdict 'the manual has every subcommand as help has it' "$(
	tr -d '\\' <"$top/tui/mahdar.1" | sed 's/^\.B //' >manual
	sed 's/…/.../g; 1d' usages | while IFS= read -r usage; do
		grep -qxF "$usage" manual || echo "$usage"
	done)"
verdict 'the completion knows every subcommand and option' "$(
	sed 's/^mahdar *//' usages | tr ' ' '\n' | sed -n 's/^\[*\(--[a-z-]*\).*/\1/p; s/^\([a-z]\{4,\}\)$/\1/p' |
		sort -u | while read -r word; do
			grep -qw -e "$word" "$top/tui/mahdar.bash-completion" || echo "$word"
		done)"
if command -v bash >/dev/null; then
	verdict 'the completion is good bash' "$(bash -n "$top/tui/mahdar.bash-completion" 2>&1)"
else
	skip 'the completion is good bash' 'no bash'
fi
if command -v man >/dev/null && command -v troff >/dev/null; then
	verdict 'the manual is good roff' "$(
		MANWIDTH=80 man -l --warnings=all "$top/tui/mahdar.1" 2>&1 >/dev/null | grep -v 'cannot adjust line')"
else
	skip 'the manual is good roff' 'no man or troff'
fi
if command -v desktop-file-validate >/dev/null; then
	verdict 'the launcher is a good one' "$(desktop-file-validate "$top/tui/mahdar.desktop" 2>&1)"
else
	skip 'the launcher is a good one' 'no desktop-file-validate'
fi
cd "$TOP_BUILDDIR" && rm -rf "$work"

#!/bin/sh
# What bootstrap says when it is asked wrongly or cannot go on. Its tools are replaced by small
# scripts, so nothing is installed and no network is used.
. "$TOP_SRCDIR/tests/check/tap.sh"
plan 19
dir=$TOP_BUILDDIR/tests/bootstrap
rm -rf "$dir"
mkdir -p "$dir/bin" "$dir/top" && cd "$dir" || exit 1
cp "$TOP_SRCDIR/bootstrap" top/bootstrap || exit 1

# attempt EXPECTED-STATUS SENTENCE-PART ARGS...: run with the tools in bin only.
attempt() {
	want=$1
	part=$2
	shift 2
	PATH=$dir/bin sh top/bootstrap "$@" >out 2>err </dev/null
	got=$?
	test "$got" -eq "$want" || echo "exit $got, not $want"
	grep -q -e "$part" err || { echo "standard error lacks: $part"; cat err; }
}

# alone: the only line on standard error is the sentence.
alone() {
	test "$(wc -l <err)" -eq 1 || { echo 'more than one sentence:'; cat err; }
}

tool() {
	printf '#!/bin/sh\n%s\n' "$2" >"bin/$1"
	chmod +x "bin/$1"
}

for t in sh cat dirname grep mkdir rm sed tr env nproc setarch; do
	path=$(command -v "$t") && ln -s "$path" "bin/$t"
done
tool id 'echo 1000'

verdict 'no word: the usage' "$(attempt 2 usage:)"
verdict 'an unknown word: the usage' "$(attempt 2 usage: biuld)"
verdict 'a word too many after build: the usage' "$(attempt 2 usage: build now)"
verdict 'arguments for the program need --' "$(attempt 2 usage: run --version)"
verdict 'it says what to type instead' "$(attempt 2 'write: ./bootstrap run -- --lang fr' run --lang fr)"
verdict 'a wrong call touches nothing' "$(test ! -e top/build || echo made)"
PATH=$dir/bin sh top/bootstrap help >out 2>err
verdict 'help is no error' "$(test $? -eq 0 && grep -q usage: out || echo 'it is')"

verdict 'a system without dpkg: one sentence' "$(attempt 1 'not a Debian system' build; alone)"

tool dpkg-query 'exit 1'
tool apt-get 'exit 0'
verdict 'packages missing and no sudo: one sentence with the command' "$(
	attempt 1 'as root, run: apt-get install autoconf' build; alone)"

tool sudo 'echo "sorry"; exit 1'
verdict 'sudo says no: one sentence with the command' "$(
	attempt 1 'sudo does not let you.*apt-get install autoconf' build; alone)"

tool id 'echo 0'
tool apt-get 'test "$2" != update'
verdict 'no network: one sentence' "$(attempt 1 'package lists could not be fetched' build; alone)"

tool apt-get 'test "$2" = update && echo "W: Failed to fetch it" || exit 100'
verdict 'no network, noticed late: one sentence' "$(attempt 1 'packages could not be fetched' build; alone)"

tool apt-get 'test "$2" = update || { echo "E: Unable to locate package libvterm-dev"; exit 100; }'
verdict 'an unknown package is named' "$(attempt 1 'unknown to this system.*: libvterm-dev' build; alone)"

attempt 1 . check >/dev/null
verdict 'a check that cannot start still ends with its count' "$(
	test "$(tail -n 1 out)" = '0 passed, 1 failed' || cat out)"

tool dpkg-query 'printf "installed "'
tool apt-get 'echo "apt-get was called" >&2; exit 1'
tool autoreconf 'echo "the reason"; exit 1'
ln -s "$(command -v tail)" bin/tail
verdict 'nothing missing: apt-get is not called' "$(
	attempt 1 'configuring failed' build; grep 'apt-get was called' err top/build/bootstrap.log)"
verdict 'a failed step shows its reason' "$(grep -q 'the reason' err || cat err)"

# It is built: what runs then.
tool autoreconf ':'
tool make ':'
: >top/configure && mkdir -p top/build && : >top/build/Makefile && echo "${CI:+--enable-werror}" >top/build/configured
printf '#!/bin/sh\necho "mahdar $*"\n' >top/build/mahdar
chmod +x top/build/mahdar

runs() {
	words=$1
	shift
	PATH=$dir/bin sh top/bootstrap run "$@" >out 2>err </dev/null
	grep -qxF "mahdar $words" out || cat out err
}

verdict 'run is the sample' "$(runs demo)"
verdict 'options of the look keep the sample' "$(
	runs '--lang en demo' -- --lang en; runs '--plain --marks=on demo' -- --plain --marks=on)"
verdict 'a command or a register is what is meant' "$(
	runs '--lang en room' -- --lang en room
	runs '--register own/r.mahdar' -- --register own/r.mahdar)"
cd / && rm -rf "$dir"

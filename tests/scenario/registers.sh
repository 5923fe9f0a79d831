#!/bin/sh
# Files that are no usable register: each has its sentence and exit code in three languages, and
# not a byte of it is changed.
scenario=registers
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 37

# A good register to spoil, folded into one file.
mahdar play "$top/storage/sample/prepare.play" >out || exit 1
mv register.mahdar good.mahdar
rm -f register.mahdar-* register.mahdar.lock

# patch FILE OFFSET OCTAL-BYTES
patch_bytes() {
	printf "$3" | dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null
}

# spoilt NAME EXIT: show and play both refuse register.mahdar, which stays as it is.
spoilt() {
	before=$(sum register.mahdar)
	for words in ar fr en; do
		verdict "$1: show ($words)" "$(
			exits "$2" show
			one_sentence err
			test -s out && cat out
			test "$before" = "$(sum register.mahdar)" || echo 'the file changed')"
		verdict "$1: play ($words)" "$(
			echo 'session.create kind=ordinary year=2025 month=2' | mahdar play >out 2>err
			got=$?
			test "$got" -eq "$2" || echo "exit $got"
			one_sentence err
			test -s out && cat out
			test "$before" = "$(sum register.mahdar)" || echo 'the file changed')"
	done
	rm -f register.mahdar*
}

words=fr
verdict 'a register that holds is said to hold, and not a byte of it is changed' "$(
	before=$(sum good.mahdar)
	exits 0 verify good.mahdar
	says 'good.mahdar : ' out
	says '1 session' out
	test -s err && cat err
	test "$before" = "$(sum good.mahdar)" || echo 'the file changed')"
cp good.mahdar spoilt.mahdar
patch_bytes spoilt.mahdar "$(grep -abo 'Berrada' spoilt.mahdar | head -1 | cut -d: -f1)" 'X'
verdict 'one with a letter changed is not, and the bad place is named' "$(
	exits 1 verify spoilt.mahdar
	says 'chamber/' out
	grep -q ' : VALABLE' out && cat out)"
cp good.mahdar spoilt.mahdar
patch_bytes spoilt.mahdar 68 '\000\000\000\000'
verdict 'the database of another program is not judged at all' "$(
	exits 3 verify spoilt.mahdar
	one_sentence err
	test -s out && cat out)"
rm -f spoilt.mahdar*

# The version of the form stands in bytes 60 to 63 of a database.
cp good.mahdar register.mahdar
patch_bytes register.mahdar 60 '\000\000\000\143'
spoilt 'a register of a newer version' 3
words=fr

echo 'Procès-verbal' >register.mahdar
spoilt 'a text file' 3

# Somebody else's database: the mark in bytes 68 to 71 is not ours.
cp good.mahdar register.mahdar
patch_bytes register.mahdar 68 '\000\000\000\000'
spoilt 'another database' 3

# One letter of one recorded line.
cp good.mahdar register.mahdar
at=$(grep -abo 'Berrada' register.mahdar | head -1 | cut -d: -f1)
patch_bytes register.mahdar "$at" 'X'
spoilt 'a register with one letter changed' 3

# Half of it.
head -c "$(($(stat -c %s good.mahdar) / 2))" good.mahdar >register.mahdar
spoilt 'half a register' 3

# Somebody writes: others may read, and are told who it is when they want to write.
cp good.mahdar register.mahdar
mkfifo commands
words=fr
"$TOP_BUILDDIR/mahdar" --register register.mahdar play - <commands >held 2>held.err &
holder=$!
exec 9>commands
echo 'session.describe place_fr=Fès' >&9
until test -s held; do
	kill -0 "$holder" 2>/dev/null || break
	sleep 0.05
done
for words in ar fr en; do
	verdict "held by another: play ($words)" "$(
		echo 'session.create kind=ordinary year=2025 month=2' | mahdar play >out 2>err
		got=$?
		test "$got" -eq 1 || echo "exit $got"
		one_sentence err
		says play err
		says "$holder" err)"
done
verdict 'held by another: it can be read' "$(exits 0 show; says Fès out)"
exec 9>&-
wait "$holder"

# Sourced by the scenarios: a folder of their own, the program, golden texts.
. "$TOP_SRCDIR/tests/check/tap.sh"
top=$(cd "$TOP_SRCDIR" && pwd)
work=$TOP_BUILDDIR/tests/scenario-work/$scenario
rm -rf "$work"
mkdir -p "$work" && cd "$work" || exit 1
MAHDAR_ANY_PLACE=1
export MAHDAR_ANY_PLACE

# mahdar ARGS...: on this scenario's register, in French unless LANGUAGE_OF_TEST says otherwise.
mahdar() {
	"$TOP_BUILDDIR/mahdar" --register "$work/register.mahdar" --lang "${words:-fr}" "$@"
}

# exits EXPECTED ARGS...: nothing when the exit code is the expected one; output in out and err.
exits() {
	want=$1
	shift
	mahdar "$@" >out 2>err
	got=$?
	test "$got" -eq "$want" || {
		echo "exit $got, not $want: $*"
		cat out err
	}
}

# same_as_golden NAME FILE: the differences to tests/golden/NAME.txt.
same_as_golden() {
	mkdir -p "$TOP_BUILDDIR/golden"
	cp "$2" "$TOP_BUILDDIR/golden/$1.txt"
	diff -u "$top/tests/golden/$1.txt" "$2" || echo "seen: golden/$1.txt"
}

# says PART FILE: nothing when FILE contains PART.
says() {
	grep -qF -e "$1" "$2" || {
		echo "lacks: $1"
		cat "$2"
	}
}

# one_sentence FILE: the complaint is one line with the program's name, in the chosen language.
one_sentence() {
	if test "${words:-fr}" = ar; then
		grep -qE 'ال|لا|أو' "$1" || echo 'not in Arabic'
	else
		grep -qE 'ال|لا|أو' "$1" && echo 'in Arabic'
		english=$(grep -cE ' (is|are|was|not|the) ' "$1")
		test "$english" -eq "$(test "${words:-fr}" = en && echo 1 || echo 0)" || echo 'in another language'
	fi
	test "$(wc -l <"$1")" -eq 1 || { echo 'not one sentence:'; cat "$1"; }
	grep -q '^mahdar: .*[.!?؟]$' "$1" || { echo 'no sentence:'; cat "$1"; }
}

# members N: lines that register that many, the first the president, the second the rapporteur.
members() {
	i=0
	while test $i -lt "$1"; do
		i=$((i + 1))
		office=member
		test $i -eq 1 && office=president
		test $i -eq 2 && office=rapporteur
		echo "member.register number=$i name_ar=\"العضو $i\" name_fr=\"Membre $i\" office=$office gender=man"
	done
}

sum() {
	sha256sum <"$1"
}

# Every line of a script gets a time, that of the line before when it has none: two runs of it are
# then alike.
stamped() {
	awk '/^@[0-9]+:/ || /^@[0-9-]+T/ { at = $1; print; next }
		/^#/ || /^$/ { next }
		{ print at, $0 }' "$@"
}

# played_as_written NAME [N]: the script NAME, with N members where it says MEMBERS, is played to its
# end, and its answers, without their sentences, are the golden ones.
played_as_written() {
	members "${2:-0}" >members
	sed -e '/^MEMBERS$/{r members' -e 'd}' "$top/tests/scenario/$1.play" | stamped >"$1.play"
	exits 1 play --keep-going "$1.play"
	sed 's/^\(refused [a-z-]*\) .*/\1/' out >answers
	same_as_golden "$1-answers" answers
}

# signed_record_holds: keys are made, session 1 is frozen and signed by both, exported, verified.
signed_record_holds() (
	mahdar() { # the record has its own language
		"$TOP_BUILDDIR/mahdar" --register "$work/register.mahdar" "$@"
	}
	printf 'une phrase longue' >phrase
	for role in secretary president; do
		exits 0 key new --as $role --file $role.p12 --name-ar "السيد $role" \
			--name-fr "M. $role" --passphrase-fd 3 3<phrase
	done
	exits 0 freeze 1
	for role in secretary president; do
		exits 0 --lang fr sign 1 --as $role --key $role.p12 --passphrase-fd 3 3<phrase
		says "Cette clé est au nom de M. $role" err # in another name than of who sat
	done
	exits 0 export 1 --to record
	exits 0 verify --signers record/signers.pem record/*[0-9].pdf
	exits 0 verify record
	exits 0 --lang fr verify record &&
		says '  ! la signature 1 vient d’une clé au nom de M. secretary' out
	# The translation is none of the records, and no word of it may be another one.
	exits 0 --lang fr verify record/*-traduction-fr.pdf && says ' : TRADUCTION pour la lecture' out &&
		says 'elle est identique' out
	pdftotext -l 1 record/*-traduction-fr.pdf - | grep -q 'Traduction ; le texte arabe signé fait foi' ||
		echo 'the translation does not say what counts'
	pdfsig record/*-traduction-fr.pdf 2>&1 | grep -q 'does not contain any signatures' ||
		echo 'the translation looks signed'
	mkdir -p changed alone && cp record/*.pdf changed && cp record/*-traduction-fr.pdf alone
	echo >>"$(echo changed/*-traduction-fr.pdf)"
	exits 1 --lang fr verify changed && says '  DIFFÈRE de ce que donne le journal' out
	exits 1 verify alone
	exits 0 verify record/ && if grep -n '//' out; then echo 'a folder named twice'; fi
	mkdir -p empty && exits 1 verify empty
	# The end of the file is damaged: no day is made up for its signature.
	mkdir -p cut
	for pdf in record/*[0-9].pdf; do
		sed '$!b;s/%%EOF/%%EOX/;s/startxref/startxrex/' "$pdf" >cut/cut.pdf
	done
	exits 1 verify cut && says '، التاريخ غير مقروء' out
	exits 1 --lang fr verify cut && says ', date illisible' out
)

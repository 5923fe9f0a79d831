#!/bin/sh
# The desk for a screen reader: a sitting opened by keys alone, in three languages, read as lines.
scenario=plain
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 35
MAHDAR_TEST_MARKER=1 # keys of a pipe come without pauses
export MAHDAR_TEST_MARKER

# keys TEXT: the desk on a prepared register reads these; what it says is in out.
keys() {
	printf "$1" | timeout 60 "$TOP_BUILDDIR/mahdar" --plain --register "$work/register.mahdar" \
		--lang "$words" >out 2>err || { echo "exit $?"; cat err; }
}

for words in ar fr en; do
	case $words in
	ar) present='الحاضرون 36 من 36' open='جدول الأعمال' state=:الحالة
		title='لجير' ;;
	fr) present='36 présents sur 36' open='ORDRE DU JOUR' state=:état
		title='fours traditionnels à chaux et à poterie' ;;
	en) present='36 present of 36' open='AGENDA' state=:status
		title='fours traditionnels à chaux et à poterie' ;;
	esac
	rm -f register.mahdar*
	mahdar play "$top/storage/sample/prepare.play" >/dev/null || exit 1
	# the session, its opening, everybody present, the quorum
	verdict "a sitting is opened by keys alone ($words)" "$(
		keys '\r\r\r=\r'
		mahdar show --acts >acts 2>&1
		test "$(grep -c '^2[2-5] ' acts)" -eq 4 || tail -n 5 acts # opened twice, all, quorum
		tail -n 1 acts | grep -q "$present" || tail -n 1 acts)"
	verdict "no cursor is addressed and no letter is shaped ($words)" "$(
		LC_ALL=C grep -n "$(printf '\033')" out
		LC_ALL=C grep -nE "$(printf '\357')[$(printf '\254')-$(printf '\267\271')]" out
		test -s out || echo 'it says nothing')"
	verdict "what stands on the screen is said ($words)" "$(says "$open" out)"
	verdict "a key says only what changed ($words)" "$(
		rm -f register.mahdar*
		mahdar play "$top/storage/sample/prepare.play" >/dev/null
		keys '\r' && wc -l <out >none
		keys '\r\033[B\033[B\033[A' && wc -l <out >three
		test "$(($(cat three) - $(cat none)))" -eq 6 || paste none three)" # two rows each
	verdict "Ctrl-L says everything again ($words)" "$(
		keys '' && wc -l <out >once
		keys '\014' && wc -l <out >twice
		test "$(($(cat twice)))" -eq "$((2 * $(cat once)))" || paste once twice)"
	keys '\r'
	verdict "a long title is said to its end ($words)" "$(says "$title" out)"
	verdict "the state is said before an answer ($words)" "$(
		test "$(tail -n 1 out | grep -c '^\[[^]]*\] \[[0-2][0-9]:[0-5][0-9]\] \[[^]]*21\] \[.*\]$')" -eq 1 ||
			tail -n 1 out)"
	verdict "its word says it again and nothing else ($words)" "$(
		keys "\\r$state\\r"
		tail -n 1 out | grep -q '^\[.*21\]' || tail -n 1 out
		grep '✗' out | grep -v '\[.*✕')"
	verdict "F1 names the word ($words)" "$(keys '\r\033[11~' && says "$state" out)"
done
words=fr
verdict 'every screen is reached and says what it is' "$(
	n=2 # the agenda is where it begins
	for head in PRÉSENCES "Aucun point n’est ouvert" 'PAROLE —' 'Projet de budget' \
		CONVENTIONS PROCÈS-VERBAL 'TOUS LES ACTES' CLÔTURE SESSIONS; do
		keys "\\r\\033[20~$n"
		sed '1,/quitter le programme/d' out | grep -qF -e "$head" || tail -n 5 out
		n=$(((n + 1) % 10))
	done)"
verdict 'an unknown sequence of a key is no command' "$(
	keys '\033[999;5u\033[?1;2c' && wc -l <out >unknown
	keys '' && wc -l <out >none
	cmp unknown none)"
rm -f register.mahdar*
mahdar play "$top/storage/sample/prepare.play" >/dev/null
cat >sitting <<'END'
@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4
@10:05 attendance.all
@10:06 quorum.record
@10:30 sitting.close cause=done confirm=untreated
END
mahdar play sitting >played 2>&1 || cat played
verdict 'what was leapt over is no more read by the ear than by the eye' "$(
	keys '\r\033[F\r' # the last page, and on
	says 'n’ont pas encore été affichées' out
	grep 'Le procès-verbal a été relu' out)"
verdict 'the minutes are read to their end by the ear' "$(
	keys '\r\r\r\r\r\r\r\r\r'
	says 'Le procès-verbal a été relu' out)"

# begin LANG: the sample, opened for the first time where the environment speaks LANG.
begin() {
	printf '' | env -u LANGUAGE -u LC_ALL -u LC_MESSAGES LANG="$1" TMPDIR="$work" timeout 60 \
		"$TOP_BUILDDIR/mahdar" --plain demo >out 2>err || { echo "exit $?"; cat err; }
}
for words in fr_FR.UTF-8:SESSIONS en_GB.UTF-8:SESSIONS C:الدورات; do
	verdict "the sample begins in the language of the environment (${words%%:*})" "$(
		begin "${words%%:*}"
		says "${words#*:}" out
		case $words in fr*) says 'octobre 2024' out ;; en*) says 'October 2024' out ;; esac)"
done

# A window that was closed in the middle of a trial loses nothing: the next one says where it is.
rm -rf "$work"/mahdar-demo-*
verdict 'a trial that was left in the middle is named by the next one, with how to go on' "$(
	begin en_GB.UTF-8
	begin en_GB.UTF-8
	grep 'demo --dir' out
	left=$(ls -d "$work"/mahdar-demo-* | head -n 1)
	echo 'item.add kind=free title_fr=Divers' >one
	"$TOP_BUILDDIR/mahdar" --register "$left/register.mahdar" play one >played 2>&1 || cat played
	begin en_GB.UTF-8
	says "mahdar demo --dir $left" out
	printf '' | timeout 60 "$TOP_BUILDDIR/mahdar" --plain --lang en demo --dir "$left" >out 2>err
	says "$left/register.mahdar" out
	grep 'demo --dir' out)"

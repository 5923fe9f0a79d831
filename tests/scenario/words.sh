#!/bin/sh
# The command line asked wrongly: each has its exit code, and one sentence in the chosen language.
scenario=words
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 39
for words in ar fr en; do
	verdict "an unknown word is usage ($words)" "$(exits 2 nosuch; one_sentence err; says nosuch err)"
	verdict "an unknown option is usage ($words)" "$(exits 2 play --nosuch; one_sentence err; says --nosuch err)"
	verdict "a word too many is usage ($words)" "$(exits 2 play - more; one_sentence err; says more err)"
	verdict "what a command cannot do without is named ($words)" "$(exits 2 verify; one_sentence err; says FILE err)"
	verdict "an option without its value is named ($words)" "$(exits 2 export --to; one_sentence err; says --to err)"
	verdict "a scene that only the desk sends is named with the way to it ($words)" "$(
		exits 2 room --scene budget
		one_sentence err
		says budget err
		says F5 err)"
	verdict "a file that is not there ($words)" "$(exits 3 play nosuch.play; one_sentence err; says nosuch.play err)"
	verdict "a folder is no script ($words)" "$(exits 3 play .; one_sentence err)"
	rm -f register.mahdar*
	verdict "a register that is not there ($words)" "$(
		exits 3 show
		one_sentence err
		test -e register.mahdar && echo 'it was made')"
done
words=fr
verdict 'a command answers --help as help answers for it' "$(
	for command in demo verify play import; do
		mahdar help $command >out && mahdar $command --help >err || echo "$command"
		test -s err && cmp out err
	done)"
printf 'chamber.create code=x name_fr=X lang=fr\n' | mahdar play >out || exit 1
verdict 'no session yet' "$(exits 1 show; one_sentence err)"
verdict 'a session that is not there' "$(exits 1 show 7; one_sentence err; says 7 err)"
verdict 'a session that is no number' "$(exits 2 show seven; one_sentence err)"
verdict 'an unknown command is refused, and the next line is not played' "$(
	printf 'foo.bar\nmember.register number=1 name_fr=A\n' | mahdar play >out 2>err
	test $? -eq 1 || echo 'not exit 1'
	test "$(wc -l <out)" -eq 1 || cat out
	says 'refused grammar' out)"
verdict 'with --keep-going it is, and the exit code stays 1' "$(
	printf 'foo.bar\n\n# note\nmember.register number=1 name_fr=A office=member gender=man\n' |
		mahdar play --keep-going >out 2>err
	test $? -eq 1 || echo 'not exit 1'
	test "$(wc -l <out)" -eq 2 || cat out
	says 'ok 1 members.registered' out)"
verdict 'lines of Windows, no last newline: played' "$(
	printf 'member.register number=2 name_fr=B office=member gender=man\r\n\r\nmember.register number=3 name_fr=C office=member gender=man' |
		mahdar play >out 2>err || echo 'refused'
	test "$(grep -c '^ok' out)" -eq 2 || cat out)"
verdict 'no clean text: refused, with its place' "$(
	printf 'member.register number=4 name_fr=\377\n' | mahdar play >out 2>err
	test $? -eq 1 || echo 'not exit 1'
	says 'refused grammar' out)"
verdict 'the language of messages is the chamber'"'"'s unless another is asked for' "$(
	"$TOP_BUILDDIR/mahdar" --register register.mahdar show 9 2>err
	says 'session 9' err
	words=en
	exits 1 show 9
	says 'There is no session 9' err)"
verdict 'a room of a rehearsal that nobody holds' "$(
	TMPDIR=$work
	export TMPDIR
	exits 1 room --rehearsal
	one_sentence err)"
verdict 'the version' "$(exits 0 --version; says mahdar out)"
verdict 'the default register is in the XDG data folder' "$(
	XDG_DATA_HOME=$work/data
	export XDG_DATA_HOME
	printf 'chamber.create code=y name_fr=Y lang=fr\n' | "$TOP_BUILDDIR/mahdar" play >out || cat out
	test -f data/mahdar/register.mahdar || echo 'not there'
	test "$(stat -c %a data/mahdar)" = 700 || echo 'open to others')"

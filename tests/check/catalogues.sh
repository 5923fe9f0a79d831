#!/bin/sh
# The Arabic and French words are complete, and the check that says so can say no.
. "$TOP_SRCDIR/tests/check/tap.sh"
plan 26
check=$TOP_SRCDIR/locale/check_po.sh
dir=$TOP_BUILDDIR/tests/catalogues
rm -rf "$dir"
mkdir -p "$dir" && cd "$dir" || exit 1

verdict 'every string has its Arabic and French' "$(
	sh "$check" "$TOP_BUILDDIR/locale/mahdar.pot" \
		"$TOP_SRCDIR/locale/ar.po" "$TOP_SRCDIR/locale/fr.po" 2>&1)"

head='msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"
'
printf '%s\nmsgid "one"\nmsgstr ""\n' "$head" >made.pot

# refused NAME CATALOGUE: the catalogue must not pass.
refused() {
	printf '%s\n%s\n' "$head" "$2" >made.po
	if sh "$check" made.pot made.po >/dev/null 2>&1; then
		verdict "$1" 'it was accepted'
	else
		verdict "$1"
	fi
}
refused 'a missing string is noticed' ''
refused 'an untranslated string is noticed' 'msgid "one"
msgstr ""'
refused 'a fuzzy string is noticed' '#, fuzzy
msgid "one"
msgstr "un"'
refused 'a string that no source uses is noticed' 'msgid "one"
msgstr "un"

msgid "two"
msgstr "deux"'

printf '%s\nmsgid "{n} of {all}"\nmsgid_plural "{n} from {all}"\nmsgstr[0] ""\nmsgstr[1] ""\n' \
	"$head" >made.pot
refused 'a placeholder left out is noticed' 'msgid "{n} of {all}"
msgid_plural "{n} from {all}"
msgstr[0] "un de {all}"
msgstr[1] "{n}"'
refused 'a placeholder of another name is noticed' 'msgid "{n} of {all}"
msgid_plural "{n} from {all}"
msgstr[0] "un de {all}"
msgstr[1] "{n} de {tous} {all}"'
printf '%s\n%s\n' "$head" 'msgid "{n} of {all}"
msgid_plural "{n} from {all}"
msgstr[0] "un de {all}"
msgstr[1] "{n} de {all}"' >made.po
verdict 'a plural form may say its number in words' "$(sh "$check" made.pot made.po 2>&1)"
printf '%s\nmsgctxt "vote"\nmsgid "for {a}"\nmsgstr ""\n' "$head" >made.pot
refused 'a placeholder is noticed in a string with a context' 'msgctxt "vote"
msgid "for {a}"
msgstr "pour {b}"'
printf '%s\nmsgid "Is it so?"\nmsgstr ""\n' "$head" >made.pot
refused 'a question that is none any more is noticed' 'msgid "Is it so?"
msgstr "C’est ainsi."'
refused 'vowel signs are noticed' 'msgid "Is it so?"
msgstr "هلْ هو كذلك؟"'
printf '%s\n%s\n' "$head" 'msgid "Is it so?"
msgstr "هل هو كذلك؟"' >made.po
verdict 'a question may be an Arabic one' "$(sh "$check" made.pot made.po 2>&1)"

# typeset LANGUAGE NAME TEXT yes|no: whether TEXT may stand for the source below.
typeset() {
	printf '%s\nmsgid "one {n} key; value"\nmsgstr ""\n' "$head" >made.pot
	printf '%s\nmsgid "one {n} key; value"\nmsgstr "%s"\n' "$head" "$3" >"$1.po"
	said=$(sh "$check" made.pot "$1.po" 2>&1)
	case $4:$said in
	yes: | no:?*) verdict "$2" ;;
	*) verdict "$2" "${said:-it was accepted}" ;;
	esac
}
typeset fr "a typewriter's apostrophe is noticed in French" "l'un {n}" no
typeset fr 'an apostrophe of French is one' 'l’un {n}' yes
typeset fr 'a French sign without its blank is noticed' 'été; un {n}' no
typeset fr 'a French colon without its blank is noticed' '{n}: un' no
typeset fr 'French quotation marks have their blanks' '«un» {n}' no
typeset fr 'French may quote a sample as the source has it' 'un « {n} » : key; value' yes
typeset ar 'a Latin comma behind Arabic is noticed' 'واحد, {n}' no
typeset ar 'a Latin question mark behind Arabic is noticed' 'هل هو {n}?' no
typeset ar 'a Latin semicolon before Arabic is noticed' '{n} key; واحد' no
typeset ar 'Arabic may quote a sample or a sign' 'واحد {n}، key; value أو «,»' yes
typeset ar 'a letter that would join a value is noticed' 'واحد ب{n}، key; value' no
typeset ar 'a letter with a tatweel may stand before a value' 'واحد بـ{n}، key; value' yes
verdict 'on no French page an article or a pronoun stands uncontracted' "$(
	grep -nE '(^| )((à|de) les? |[Qq]ue ils? )' "$TOP_SRCDIR"/tests/golden/*fr*.txt)"
sed -n 's/^X(CMD_[A-Z_]*, "\([^"]*\)".*/\1/p' "$TOP_SRCDIR/model/command.def" >commands
verdict 'no sentence names a command of the grammar: people have screens and keys' "$(
	test -s commands || echo 'no commands were found'
	grep -v '^#' "$TOP_BUILDDIR/locale/mahdar.pot" | grep -Fwf commands)"
cd / && rm -rf "$dir"

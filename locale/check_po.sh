#!/bin/sh
# check_po.sh TEMPLATE CATALOGUE...: fails, naming the strings, when a catalogue lacks a string of
# the template, leaves one untranslated or fuzzy, still translates one that no source uses, or has
# other {placeholders} than the source.
pot=$1
shift
here=$(dirname "$0")
bad=0
for po; do
	said=$("${MSGCMP:-msgcmp}" "$po" "$pot" 2>&1) || bad=1
	case $said in
	*"is not used"*) bad=1 ;;
	esac
	test -z "$said" || printf '%s\n' "$said" >&2
	msgcat --no-wrap "$po" | LC_ALL=C "${AWK:-awk}" -v name="${po##*/}" -f "$here/check_po.awk" >&2 || bad=1
done
test $bad -eq 0 || echo "the catalogues do not match the sources: run make update-po, then translate" >&2
exit $bad

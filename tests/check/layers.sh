#!/bin/sh
# The folders are layers: what each may reach for.
. "$TOP_SRCDIR/tests/check/tap.sh"
cd "$TOP_SRCDIR" || exit 1
plan 10

# What the compiled model may take from outside: memory and text functions that touch nothing else,
# and what the compiler and its hardening put in by themselves.
allowed='memchr|memcmp|memcpy|memmove|memset|strchr|strcmp|strlen|strncmp|__assert_fail'
allowed="$allowed|__stack_chk_fail|__memcpy_chk|__memmove_chk|__memset_chk|_GLOBAL_OFFSET_TABLE_"

if test "$SANITIZED" = yes; then
	skip 'the model reaches for nothing outside' 'only the plain build shows it'
	skip 'no layer keeps writable data' 'only the plain build shows it'
else
	"$NM" -P "$TOP_BUILDDIR/libmodel.a" >"$TOP_BUILDDIR/tests/layers.nm" || exit 1
	found=$(awk -v allowed="^($allowed)\$" '
		NF >= 2 && $2 == "U" { wanted[$1] }
		NF >= 2 && $2 != "U" { defined[$1] }
		END {
			for (s in wanted)
				if (!(s in defined) && s !~ allowed)
					print s
		}' "$TOP_BUILDDIR/tests/layers.nm" | sort)
	verdict 'the model reaches for nothing outside' "$found"
	rm -f "$TOP_BUILDDIR/tests/layers.nm"

	# Constant tables with addresses stand in .data.rel.ro and do not count.
	found=$(for lib in model locale storage tui; do
		objdump -t "$TOP_BUILDDIR/lib$lib.a" | awk -v lib="$lib" '
			/file format/ { object = $1; next }
			$0 ~ / (O|\*COM\*).*/ && / \.(data|bss|data\.rel|data\.rel\.local|tbss|tdata)\t/ {
				print lib "/" object " " $NF
			}
			/ \*COM\*\t/ { print lib "/" object " " $NF }'
	done | grep -v -F -f tests/check/globals.list)
	verdict 'no layer keeps writable data' "$found"
fi

verdict 'the model includes only itself and the pure part of the C library' "$(
	grep -nE '^[[:space:]]*#[[:space:]]*include' model/*.c model/*.h model/*.def 2>/dev/null |
	grep -vE '"model/[a-z_]+\.(h|def)"' |
	grep -vE '<(assert|limits|stdalign|stdarg|stdbool|stddef|stdint|string)\.h>')"

verdict 'the model uses no floating point' "$(
	for f in model/*.c model/*.h model/*.def; do
		test -f "$f" || continue
		sed 's/"[^"]*"//g' "$f" | ${CC:-cc} -fpreprocessed -dD -E -P -x c - 2>/dev/null |
			grep -E '(^|[^a-z_])(float|double)([^a-z_]|$)' | sed "s|^|$f: |"
	done)"

verdict 'curses is included by the terminal alone' "$(
	grep -nE 'include[[:space:]]*<(n?curses|ncursesw/).*>' $(sources) | grep -vE '^tui/term_(cells|curses|keys)\.c:')"

verdict 'SQLite is included in storage only' "$(
	grep -nE 'include[[:space:]]*<sqlite3\.h>' $(sources) | grep -v '^storage/')"

verdict 'hashing and signing happen in storage only' "$(
	grep -nE 'include[[:space:]]*<openssl/' $(sources) | grep -v '^storage/')"

verdict 'a lower layer does not include a higher one' "$(
	grep -nE 'include[[:space:]]*"tui/' $(sources) | grep -v '^tui/'
	grep -nE 'include[[:space:]]*"storage/' $(sources) | grep -vE '^(storage|tui)/'
	grep -nE 'include[[:space:]]*"locale/' $(sources) | grep -v '^\(locale\|storage\|tui\)/')"

verdict 'the room knows only what the room view tells' "$(
	find tui -name 'room_*' -exec grep -nE 'include[[:space:]]*"(model|storage)/' {} + |
	grep -vE '"model/(room|base|diff|message)\.h"')"

verdict 'the live program links none of the heavy libraries' "$(
	objdump -p "$TOP_BUILDDIR/mahdar" | grep NEEDED |
	grep -E 'pango|cairo|glib|gobject|fontconfig|qpdf|libxml2|freetype|harfbuzz')"

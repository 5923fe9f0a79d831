# Sourced by the check scripts: results in TAP. Call plan N first, then verdict N times.
tap_n=0

plan() {
	echo "1..$1"
}

# verdict "a sentence" [FINDINGS]: holds when FINDINGS is empty; otherwise prints them.
verdict() {
	tap_n=$((tap_n + 1))
	if test -z "${2-}"; then
		echo "ok $tap_n - $1"
	else
		echo "not ok $tap_n - $1"
		printf '%s\n' "$2" | sed 's/^/# /'
	fi
}

# skip "a sentence" "why"
skip() {
	tap_n=$((tap_n + 1))
	echo "ok $tap_n - $1 # SKIP $2"
}

# The sources of the layers, from the top folder.
sources() {
	find model storage locale tui -name '*.[ch]' -o -name '*.def' | sort
}

#!/bin/sh
# Every rule of model/rule.def is acted on: some code besides the reading and the wording of rules
# looks at its member of struct rules, or at what the reading makes of it.
. "$TOP_SRCDIR/tests/check/tap.sh"
cd "$TOP_SRCDIR" || exit 1

# Read into another member by model/rule.c, which is then looked at.
made_into() {
	case $1 in
	quorum_base | quorum_threshold) echo calls ;;
	majority.share) echo majority ;;
	majority.base) echo by_kind ;;
	dismissal_majority) echo by_kind ;;
	*) echo "$1" ;;
	esac
}

plan 1
verdict 'every rule is read by something that acts' "$(
	sed -n 's/^RULE(\([A-Z_]*\), "\([^"]*\)", [A-Z_]*, \([a-z_.]*\),.*/\2 \3/p' model/rule.def |
		while read -r key member; do
			member=$(made_into "$member" | sed 's/\./[.]/')
			grep -rqE "(rules|r|before|is)(\.|->)$member\b" --include='*.c' \
				--exclude=rule.c --exclude=rule_words.c --exclude=profile.c \
				model storage tui || echo "nothing acts on $key"
		done)"

#!/bin/sh
# Who voted for whom, in every kind of vote: once for all kinds, and never in a secret one.
scenario=represented
. "$TOP_SRCDIR/tests/scenario/lib.sh"

# block FROM: the lines of the minutes from that one on to the next item, election or annex.
block() {
	awk -v from="$1" 'index($0, from) { on = 1; print; next }
		on && /^#/ { exit }
		on { print }' out
}

# block_says FROM PART...: what the block lacks.
block_says() {
	block "$1" >block
	shift
	for part; do
		says "$part" block
	done
}
plan 6
verdict 'every act is taken' "$(
	stamped "$top/tests/scenario/represented.play" >represented.play
	exits 0 play represented.play
	grep -v '^ok' out)"
verdict 'each public vote says whose vote a substitute or a holder cast' "$(
	exits 0 show --minutes
	cast='Votes exprimés par des suppléants : 03 Mostafa Khezzaf par Karima Alaoui.'
	proxy='Votes par procuration : 04 Ilham Bouziane par 05 Saïd Haddadi.'
	block_says ' à 10:10 ;' "$cast" "$proxy" \
		'Vote rectifié de 03 Mostafa Khezzaf (suppléance : Karima Alaoui)'
	block_says ' à 10:20 ;' "$cast" "$proxy"
	block_says ' à 10:30 ;' "$cast" "$proxy"
	block_says ' à 10:40 ;' "$cast" "$proxy"
	block_says 'Élection : trésorier' "$cast" "$proxy" \
		'03 Mostafa Khezzaf (suppléance : Karima Alaoui)')"
verdict 'the annexes of names say it too' "$(
	exits 0 show --minutes
	block_says 'Annexe : votes nominaux' 'abstention (suppléance : Karima Alaoui)' \
		'contre (procuration : 05 Saïd Haddadi)' 'pour (suppléance : Karima Alaoui)'
	block_says 'Élection : trésorier, tour 1' 'Mostafa Khezzaf (suppléance : Karima Alaoui)' \
		'Ilham Bouziane (procuration : 05 Saïd Haddadi)')"
verdict 'a secret ballot names none of them, in either language' "$(
	secret() {
		for name in "$@"; do
			grep -n "$name" block
		done
	}
	exits 0 show --minutes
	block ' à 10:50 ;' >block
	says 'bulletins' block
	secret Khezzaf Alaoui Bouziane Haddadi procuration suppl
	block 'Élection : rapporteur' >block
	says 'Bulletins' block
	secret Khezzaf Alaoui Bouziane Haddadi procuration suppl
	words=ar
	exits 0 show --minutes
	block 'الاقتراع السري على' >block
	says 'الأوراق' block
	secret الخزاف العلوي بوزيان الحدادي بالوكالة بالإنابة)"
verdict 'the record is signed and holds' "$(signed_record_holds)"
verdict 'who signs by hand has a box on the page and no field in the file' "$(
	pdfsig record/*[0-9].pdf >signatures
	test "$(grep -c 'Signature is Valid' signatures)" -eq 2 || cat signatures
	says 'Signature Field Name: signer2' signatures
	grep -n 'signer3' signatures
	exits 0 verify record
	says 'à la main sur l’exemplaire imprimé, pas dans ce fichier : vice-président et représentant du wali' out
	exits 0 show --minutes
	block_says 'Signatures' 'représentant du wali' 'Mostafa Khezzaf' 'Nom : …' 'Signe de sa main')"

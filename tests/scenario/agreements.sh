#!/bin/sh
# Agreements with their parties, amounts and steps: the answers, the minutes, what is still to be
# followed; then, with the record signed, in the register of the chamber and in the next session.
scenario=agreements
. "$TOP_SRCDIR/tests/scenario/lib.sh"

plan 7
verdict 'every act is answered as written' "$(
	played_as_written agreements 8)"
words=fr
verdict 'the minutes say parties, shares, gap, amendments and steps' "$(
	exits 0 show 1 --minutes
	same_as_golden agreements-minutes-fr out)"
words=ar
verdict 'in Arabic as well' "$(
	exits 0 show 1 --minutes
	same_as_golden agreements-minutes-ar out)"
words=fr
verdict 'an approved agreement is followed until it is signed' "$(
	exits 0 show 1
	says 'convention à signer : Convention spécifique' out)"
verdict 'the signed record is whole' "$(signed_record_holds)"
verdict 'then the register of the chamber follows it' "$(
	echo '@2025-03-20T09:00:00+01:00 agreement.follow session=1 item=2 step=signed who_ar="رئيس الغرفة" who_fr="le président" date=2025-03-19' >later
	exits 0 play later
	says 'agreement.stepped' out
	exits 0 show 1
	grep -q 'convention à signer : Convention spécifique' out && echo 'still to be signed')"
verdict 'and so does the next session, with an addendum to it' "$(
	cat >next <<-END
		@2025-06-02T09:00:00+01:00 session.create kind=ordinary year=2025 month=6
		session.describe date=2025-06-20 notice=2025-06-02 place_ar="مقر الغرفة" place_fr="siège de la Chambre"
		item.add kind=agreement title_ar="ملحق اتفاقية مركز التكوين" title_fr="Avenant à la convention du centre"
		agreement.describe item=1 kind=addendum session=1 parent=2 total=100000
		agreement.step session=1 item=2 step=visa-asked date=2025-05-02 note=17
	END
	exits 0 play next
	exits 0 show 2 --minutes
	says 'Convention spécifique du centre de formation : visa demandé' out)"

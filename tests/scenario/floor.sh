#!/bin/sh
# Speeches without the desk: asked for, given and ended by lines, told by the minutes.
scenario=floor
. "$TOP_SRCDIR/tests/scenario/lib.sh"
plan 4
cat >floor.play <<'END'
@2024-12-30T10:00:00+01:00 sitting.open chair=1 secretary=4
@10:00 attendance.all
@10:05 quorum.record
@10:05 guest.note capacity=wali title_ar="السيد والي الجهة" title_fr="Monsieur le wali"
@10:06:00 floor.give guest=1
@10:09:30 floor.end
@10:10 item.open item=3
@10:10 item.present item=3 member=4
@10:10 floor.ask member=10
@10:10 floor.ask member=22 behalf_ar="لجنة المالية" behalf_fr="la commission des finances"
@10:10 floor.ask member=10
@10:11:00 floor.give
@10:12:00 floor.ask member=14 kind=order
@10:12:00 vote.unanimous
@10:14:10 floor.give
@10:14:40 floor.give
@10:16:41 floor.end
@10:16:41 vote.unanimous
END
verdict 'the list is led by lines, and a vote asks while somebody speaks' "$(
	exits 0 play "$top/storage/sample/prepare.play"
	exits 1 play --keep-going floor.play
	test "$(grep -c '^ok' out)" -eq 16 || cat out
	says 'refused on-list' out
	grep -q '^refused speakers-wait .* (confirm=speakers-wait)$' out || cat out)"
verdict 'the minutes tell who spoke when and how long, in French' "$(
	exits 0 show --minutes
	says 'À 10:06 : intervention de Monsieur le wali (3 minutes et 30 secondes).' out
	says 'À 10:11 : intervention de Monsieur Saïd Haddadi (3 minutes et 10 secondes).' out
	says 'À 10:14 : point d’ordre de Monsieur Abdellah Ziati (30 secondes).' out
	says 'au nom de : la commission des finances (2 minutes et 1 seconde).' out
	says '| Total | 4 | 9 minutes et 11 secondes |' out)"
words=ar
verdict 'and in Arabic' "$(
	exits 0 show --minutes
	says 'تدخل السيد سعيد الحدادي (3 دقائق و10 ثوان).' out
	says '| المجموع | 4 | 9 دقائق و11 ثانية |' out)"
words=fr
verdict 'the acts say it as well' "$(
	exits 0 show --acts
	says '10 Saïd Haddadi : fin de parole, 03:10' out)"

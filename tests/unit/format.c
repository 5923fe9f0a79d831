/* Formats are for ever. tests/vectors/events-1.jsonl holds one line of every kind of fact as the
 * first version writes it; here stands, in C, what each of them means. New kinds of facts come in
 * files of their own beside it (FILES below); a line that is there is never changed. */
#include "tests/arena.h"

#include "model/rule.h"
#include "storage/chain.h"
#include "storage/codec.h"

struct vectors {
	struct arena *a;
	FILE *file;
	struct chain *chain;
	struct hash prev;
	uint32_t n;
	bool seen[EVENT_COUNT];
};

static const struct hash some_hash = {{0x5f, 0xec, 0xeb, 0x66, 0xff, 0xc8, 0x6f, 0x38, 0xd9, 0x52,
	0x78, 0x6c, 0x6d, 0x69, 0x6c, 0x79, 0xc2, 0xdb, 0xc2, 0x39, 0xdd, 0x4e, 0x91, 0xb4, 0x67,
	0x29, 0xd7, 0x3a, 0x27, 0xfb, 0x57, 0xe9}};

/* The next line of the file is E, and E is the next line. */
static void holds(struct vectors *v, struct event e)
{
	char line[4096];
	struct event back;
	struct hash prev;
	struct error err = {0};
	struct str made;

	e.n = v->n++;
	e.id = (struct uuid){{0x0f, 0x8f, 0xad, 0x5b, 0xd9, 0xcb, 0x46, 0x9f, 0xa1, 0x65, 0x70,
		0x86, 0x77, 0x28, 0x95, (unsigned char)e.n}};
	e.actor = STR("كاتب الجلسة");
	e.at = (struct instant){1735549320 + 60 * (int64_t)e.n, 60};
	e.t = (struct instant){1735549325 + 60 * (int64_t)e.n, 0};
	v->seen[e.type] = true;
	made = codec_encode(&e, v->prev, v->a);
	if (!fgets(line, sizeof line, v->file))
		fail_msg("the vectors end before %s: %s", event_spec(e.type)->name, made.p);
	line[strcspn(line, "\n")] = '\0';
	assert_text(v->a, made, line);
	assert_int_equal(codec_decode(str_of(line), &back, &prev, v->a, &err), 0);
	assert_true(event_same(&e, &back));
	assert_int_equal(back.n, e.n);
	assert_int_equal(back.at.seconds, e.at.seconds);
	assert_int_equal(back.t.offset_minutes, 0);
	assert_text(v->a, back.actor, "كاتب الجلسة");
	assert_true(hash_equal(prev, v->prev));
	assert_int_equal(chain_hash(v->chain, made.p, made.n, &v->prev, &err), 0);
}

#define FACT(constant, member, ...)                                                                \
	holds(v, (struct event){.type = (constant), .body.member = {__VA_ARGS__}})
#define NUMBERS(...)                                                                               \
	{                                                                                          \
		(int32_t[]){__VA_ARGS__}, sizeof((int32_t[]){__VA_ARGS__}) / sizeof(int32_t)       \
	}

static void the_chamber(struct vectors *v)
{
	struct member members[] = {
		{.number = 1,
			.name_ar = STR("السيد نموذج الأول"),
			.name_fr = STR("M. Spécimen Premier"),
			.office = OFFICE_PRESIDENT,
			.gender = GENDER_MAN,
			.from = {2021, 10, 1},
			.to = {2027, 9, 30}},
		{.number = 2,
			.name_ar = STR("السيدة نموذج الثانية"),
			.office = OFFICE_DEPUTY_RAPPORTEUR,
			.gender = GENDER_WOMAN},
		{.number = 3, .name_fr = STR("L'Autre")},
	};

	FACT(EVENT_CHAMBER_CREATED, chamber_created, .format = STR(JOURNAL_FORMAT),
		.genesis = STR("00112233445566778899aabbccddeeff"), .code = STR("carfm"),
		.head.name_ar = STR("غرفة الصناعة التقليدية لجهة فاس–مكناس"),
		.head.name_fr = STR("Chambre d'artisanat de la région Fès-Meknès"),
		.head.region_ar = STR("فاس–مكناس"), .head.region_fr = STR("Fès-Meknès"),
		.head.seat_ar = STR("فاس"), .head.seat_fr = STR("Fès"),
		.head.ministry_ar = STR("الوزارة"), .head.ministry_fr = STR("Ministère"),
		.lang = LANG_FR, .specimen = true);
	FACT(EVENT_MEMBERS_REGISTERED, members_registered, .source = STR("a \"b\"\\c.csv"),
		.members = {members, ARRAY_LEN(members)});
	FACT(EVENT_KEY_MADE, key_made,
		.signer = {SIGNER_PRESIDENT, 1, STR("الرئيس"), STR("Le président"), some_hash},
		.file = STR("president.p12"));
	FACT(EVENT_KEY_RETIRED, key_retired, .certificate = some_hash,
		.reason = STR("ضاعت\nكلمة السر"));
}

static void a_session_prepared(struct vectors *v)
{
	FACT(EVENT_SESSION_CREATED, session_created, .format = STR(JOURNAL_FORMAT),
		.genesis = STR("ffeeddccbbaa99887766554433221100"), .code = STR("carfm"),
		.head.name_ar = STR("غرفة"), .head.name_fr = STR("Chambre"),
		.head.region_ar = STR("جهة"), .head.region_fr = STR("Région"),
		.head.seat_ar = STR("فاس"), .head.seat_fr = STR("Fès"),
		.head.ministry_ar = STR("وزارة"), .head.ministry_fr = STR("Min."), .number = 12,
		.year = 2024, .month = 10, .kind = SESSION_EXTRAORDINARY);
	FACT(EVENT_SESSION_DESCRIBED, session_described, .kind = SESSION_ORDINARY, .year = 2024,
		.month = 11, .date = {2024, 12, 30}, .notice = {2024, 12, 15},
		.place_ar = STR("مقر الغرفة"), .place_fr = STR("Siège"));
	FACT(EVENT_ITEM_ADDED, item_added, .item = 1, .kind = ITEM_REPORT,
		.title_ar = STR("التقرير الأدبي"), .title_fr = STR("Rapport moral"),
		.short_ar = STR("التقرير"), .short_fr = STR("Rapport"), .text_ar = STR("نص"),
		.text_fr = STR("Texte"));
	FACT(EVENT_ITEM_CHANGED, item_changed, .item = 2, .kind = ITEM_BUDGET,
		.title_ar = STR("الميزانية"));
	FACT(EVENT_ITEM_MOVED, item_moved, .item = 3, .to = 4);
	FACT(EVENT_ITEM_REMOVED, item_removed, .item = 5);
	FACT(EVENT_BUDGET_LINE_SET, budget_line_set, .item = 2, .code = STR("10.2"),
		.part = BUDGET_INVESTMENT, .title_ar = STR("تجهيز"), .title_fr = STR("Équipement"),
		.before = -5, .amount = 768300000);
}

static void an_opening(struct vectors *v)
{
	struct member roster[] = {
		{.number = 7, .office = OFFICE_TREASURER, .gender = GENDER_WOMAN}};
	struct rule_text rules[] = {{.key = STR("majority"),
		.value = STR("1/2"),
		.source = STR("18.09"),
		.confirmed_by = STR("المديرة"),
		.certainty = CERTAINTY_PRACTICE}};

	FACT(EVENT_SESSION_OPENED, session_opened, .call = 2, .profile = STR("18.09"),
		.roster = {roster, ARRAY_LEN(roster)}, .rules = {rules, ARRAY_LEN(rules)},
		.previous = 11, .previous_head = some_hash);
	FACT(EVENT_SITTING_OPENED, sitting_opened, .sitting = 1, .place_ar = STR("القاعة"),
		.place_fr = STR("Salle"), .chair = 8, .secretary = 9, .secretary_ar = STR("كاتب"),
		.secretary_fr = STR("Secrétaire"), .warned = STR("quorum notice"));
	FACT(EVENT_CHAIR_CHANGED, chair_changed, .member = 10, .reason = STR("غياب"));
	FACT(EVENT_GUEST_NOTED, guest_noted, .guest = 1, .capacity = CAPACITY_WALI,
		.name_ar = STR("اسم"), .name_fr = STR("Nom"), .title_ar = STR("السيد الوالي"),
		.title_fr = STR("M. le wali"));
	FACT(EVENT_MEMBER_ADDED, member_added,
		.member = {37, STR("عضو"), STR("Membre"), OFFICE_MEMBER, GENDER_MAN, {2024, 1, 2},
			{2025, 3, 4}},
		.reason = STR("سقط من اللائحة"));
	FACT(EVENT_ALL_PRESENT, all_present, NUMBERS(1, 2, 3));
	FACT(EVENT_MEMBER_ARRIVED, member_arrived, NUMBERS(4));
	FACT(EVENT_MEMBER_LEFT, member_left, NUMBERS(5, 9999));
	FACT(EVENT_MEMBER_EXCUSED, member_excused, NUMBERS(6));
	FACT(EVENT_MEMBER_ABSENT, member_absent, NUMBERS(7));
	FACT(EVENT_QUORUM_RECORDED, quorum_recorded, .present = 30, .in_office = 36, .needed = 19,
		.met = true, .absent = NUMBERS(11, 12), .certainty = CERTAINTY_UNCONFIRMED);
	FACT(EVENT_QUORUM_LOST, quorum_lost, .present = 10, .in_office = 36, .needed = 19,
		.certainty = CERTAINTY_LAW);
	FACT(EVENT_CEREMONY_HELD, ceremony_held, .kind = CEREMONY_FATIHA);
}

static void items_treated(struct vectors *v)
{
	FACT(EVENT_ITEM_OPENED, item_opened, .item = 1);
	FACT(EVENT_ITEM_PRESENTED, item_presented, .item = 1, .member = 2);
	FACT(EVENT_ITEM_DISCUSSED, item_discussed, .item = 2);
	FACT(EVENT_ITEM_NOTED, item_noted, .item = 3);
	FACT(EVENT_ITEM_POSTPONED, item_postponed, .item = 4, .reason = STR("لضيق الوقت"));
	FACT(EVENT_ITEM_WITHDRAWN, item_withdrawn, .item = 5, .reason = STR("Retiré"));
	FACT(EVENT_ITEM_CLOSED, item_closed, .item = 6);
	FACT(EVENT_TEXT_KEPT, text_kept, .text = 1, .item = 2, .part = TEXT_RECOMMENDATION,
		.lang = LANG_FR, .member = 3, .guest = 4,
		.content = STR("Première ligne\nDeuxième « ligne »"));
}

static void votes(struct vectors *v)
{
	FACT(EVENT_VOTE_OPENED, vote_opened, .vote = {1, 2}, .kind = VOTE_NAMED,
		.voters = NUMBERS(1, 2, 3), .base = BASE_EXPRESSED, .tie = TIE_REJECTED,
		.threshold_num = 1, .threshold_den = 2, .warned = STR("quorum"));
	FACT(EVENT_VOTE_ALL_MARKED, vote_all_marked, .vote = {1, 2}, .value = VALUE_FOR);
	FACT(EVENT_VOTE_MARKED, vote_marked, .vote = {1, 2}, .members = NUMBERS(2, 3),
		.value = VALUE_AGAINST);
	FACT(EVENT_VOTE_COUNTED, vote_counted, .vote = {1, 2}, .votes_for = 20, .against = 5,
		.abstain = 3, .remainder = true);
	FACT(EVENT_VOTE_SIDED, vote_sided, .vote = {1, 2}, .value = VALUE_ABSTAIN);
	FACT(EVENT_VOTE_CLOSED, vote_closed, .vote = {1, 2}, .votes_for = 21, .against = 6,
		.abstain = 4, .voters = 31, .needed = 16, .outcome = OUTCOME_ADOPTED);
	FACT(EVENT_VOTE_ANNOUNCED, vote_announced, .vote = {1, 2});
	FACT(EVENT_VOTE_CORRECTED, vote_corrected, .vote = {1, 2}, .member = 7, .value = VALUE_FOR,
		.side = VALUE_AGAINST, .votes_for = 22, .against = 7, .abstain = 5, .needed = 17,
		.outcome = OUTCOME_TIE_NO_SIDE, .reason = STR("خطأ في العد"));
	FACT(EVENT_VOTE_VOIDED, vote_voided, .vote = {1, 2}, .reason = STR("إعادة"));
}

static void mending_and_ending(struct vectors *v)
{
	struct signer signers[] = {{SIGNER_SECRETARY, 9, STR("كاتب"), STR("Secrétaire"), some_hash},
		{.role = SIGNER_PRESIDENT}};

	FACT(EVENT_ACT_CORRECTED, act_corrected, .act = 41, .reason = STR("سهو"));
	FACT(EVENT_SITTING_SUSPENDED, sitting_suspended, .reason = SUSPENDED_PRAYER,
		.note = STR("الظهر"));
	FACT(EVENT_SITTING_RESUMED, sitting_resumed, .sitting = 2);
	FACT(EVENT_SITTING_CLOSED, sitting_closed, .cause = CLOSED_NO_QUORUM,
		.note = STR("ملاحظة"));
	FACT(EVENT_RECORD_FROZEN, record_frozen, .signers = {signers, ARRAY_LEN(signers)},
		.lang = LANG_AR, .replaces = some_hash);
	FACT(EVENT_RECORD_SIGNED, record_signed, .role = SIGNER_PRESIDENT, .certificate = {{1}},
		.file = {{2}});
	FACT(EVENT_RECORD_WITHDRAWN, record_withdrawn, .reason = STR("تصحيح"), .file = {{3}});
}

/* --- kinds of facts that came later, a file for each part --- */

static void secret_ballots(struct vectors *v)
{
	FACT(EVENT_VOTE_OPENED, vote_opened, .vote = {1, 2}, .kind = VOTE_SECRET,
		.voters = NUMBERS(1, 2, 3), .threshold_num = 1, .threshold_den = 2,
		.reason = STR("يتعلق الأمر بشخص"));
	FACT(EVENT_BALLOT_COUNTED, ballot_counted, .vote = {1, 2}, .issued = 32, .found = 31,
		.votes_for = 20, .against = 8, .blank = 2, .spoiled = 1,
		.note = STR("un bulletin emporté"));
	FACT(EVENT_VOTE_CORRECTED, vote_corrected, .vote = {1, 2}, .votes_for = 19, .against = 8,
		.abstain = 4, .needed = 16, .reason = STR("illisible"), .issued = 32, .blank = 2,
		.spoiled = 2);
}

static void calls(struct vectors *v)
{
	FACT(EVENT_CALL_FAILED, call_failed, .call = 1, .sitting = 1, .present = 2, .in_office = 5,
		.needed = 3, .threshold = STR("1/2"), .here = NUMBERS(1, 2), .excused = NUMBERS(3),
		.absent = NUMBERS(4), .left = NUMBERS(5), .source = STR("art. 11"),
		.certainty = CERTAINTY_UNCONFIRMED, .note = STR("بعد ساعة"));
	FACT(EVENT_CALL_CONVENED, call_convened, .call = 2, .date = {2025, 1, 14},
		.place_ar = STR("القاعة"), .place_fr = STR("Salle"), .threshold = STR(">=1/3"),
		.source = STR("art. 12"), .certainty = CERTAINTY_PRACTICE,
		.earliest = {2025, 1, 15}, .warned = STR("quorum.calls"));
	FACT(EVENT_ITEM_POSTPONED, item_postponed, .item = 4, .reason = STR("ملف ناقص"),
		.to = POSTPONED_NEXT_SESSION);
	FACT(EVENT_ITEM_ADDED, item_added, .item = 5, .title_fr = STR("Convention"),
		.carried = {(struct carried[]){{3, 2, SESSION_ORDINARY, 2024, 10, LEFT_POSTPONED,
				    STR("incomplet"), {2024, 12, 30}}},
			1});
	FACT(EVENT_NOTICES_RECORDED, notices_recorded, .call = 1, .members = NUMBERS(1, 2),
		.channel = CHANNEL_BAILIFF, .date = {2024, 12, 10}, .documents = true,
		.proof = STR("محضر تبليغ"));
	FACT(EVENT_REQUEST_FILED, request_filed, .request = 1, .kind = REQUEST_DISMISSAL,
		.date = {2024, 12, 2}, .members = NUMBERS(3, 4), .title_ar = STR("إقالة"),
		.title_fr = STR("Révocation"), .in_office = 28, .needed = 21,
		.threshold = STR(">=3/4"), .source = STR("art. 39"), .proof = STR("huissier"),
		.certainty = CERTAINTY_UNCONFIRMED, .warned = STR("request"));
	FACT(EVENT_REQUEST_ANSWERED, request_answered, .request = 1, .outcome = REQUEST_LATER,
		.item = 2, .reason = STR("لاحقا"));
}

static void the_floor(struct vectors *v)
{
	FACT(EVENT_FLOOR_ASKED, floor_asked, .request = 1, .item = 2, .member = 10,
		.kind = SPEECH_ORDER, .behalf_ar = STR("لجنة المالية"),
		.behalf_fr = STR("la commission"));
	FACT(EVENT_FLOOR_ASKED, floor_asked, .request = 2, .guest = 1, .kind = SPEECH_SPEECH);
	FACT(EVENT_FLOOR_MOVED, floor_moved, .request = 2, .to = 1);
	FACT(EVENT_FLOOR_LIMITED, floor_limited, .item = 2, .seconds = 180);
	FACT(EVENT_FLOOR_GIVEN, floor_given, .request = 1);
	FACT(EVENT_FLOOR_ENDED, floor_ended, .request = 1, .seconds = 190);
	FACT(EVENT_FLOOR_WITHDRAWN, floor_withdrawn, .request = 2);
}

static void motions(struct vectors *v)
{
	FACT(EVENT_MOTION_MOVED, motion_moved, .motion = 1, .item = 2, .kind = MOTION_AMENDMENT,
		.member = 10, .seconders = NUMBERS(3, 4), .title_ar = STR("المادة 4"),
		.title_fr = STR("article 4"), .before_ar = STR("نص"), .before_fr = STR("texte"),
		.after_ar = STR("نص معدل"), .after_fr = STR("texte amendé"),
		.grounds_ar = STR("الإنصاف"), .grounds_fr = STR("équité"));
	FACT(EVENT_MOTION_MOVED, motion_moved, .motion = 2, .item = 7, .kind = MOTION_SHIFT,
		.to = 3);
	FACT(EVENT_MOTION_WITHDRAWN, motion_withdrawn, .motion = 2, .reason = STR("سحب"));
	FACT(EVENT_VOTE_OPENED, vote_opened, .vote = {2, 1}, .kind = VOTE_HANDS,
		.voters = NUMBERS(1, 2, 3), .threshold_num = 1, .threshold_den = 2, .motion = 1,
		.text_ar = STR("نص معدل"), .text_fr = STR("texte amendé"));
}

static void chapters(struct vectors *v)
{
	FACT(EVENT_MOTION_MOVED, motion_moved, .motion = 1, .item = 10, .kind = MOTION_TRANSFER,
		.member = 22, .line = STR("3.2"), .to_line = STR("3.5"), .amount = 5000000);
	FACT(EVENT_MOTION_MOVED, motion_moved, .motion = 2001, .item = 10, .kind = MOTION_CHAPTER);
	FACT(EVENT_MOTION_MOVED, motion_moved, .motion = 2002, .item = 10, .kind = MOTION_CHAPTER,
		.line = STR("3"));
}

static void agreements(struct vectors *v)
{
	struct agreement_described about = {.item = 7, .kind = AGREEMENT_SPECIAL};
	struct party_set party = {
		.item = 7, .party = 1, .name_fr = STR("la Région"), .role = ROLE_FUNDER};

	FACT(EVENT_AGREEMENT_DESCRIBED, agreement_described, .item = 5, .kind = AGREEMENT_ADDENDUM,
		.addendum = 2, .reference = STR("17/2024"), .link = LINK_AMENDS,
		.parent_session = 1, .parent_item = 3, .parent_ar = STR("اتفاقية الشراكة"),
		.parent_fr = STR("Convention de partenariat"), .subject_ar = STR("بناء المجمع"),
		.subject_fr = STR("construction du complexe"), .months = 36, .line = STR("3.2"),
		.year = 2025, .total = 370000000);
	FACT(EVENT_AGREEMENT_DESCRIBED, agreement_described, .item = 6, .kind = AGREEMENT_OTHER);
	FACT(EVENT_PARTY_SET, party_set, .item = 5, .party = 1, .at = 1, .name_ar = STR("الغرفة"),
		.name_fr = STR("la Chambre"), .role = ROLE_PARTNER, .also = ROLE_HOST,
		.chamber = true, .amount = 60000000, .kind_ar = STR("الأرض"),
		.kind_fr = STR("le terrain"));
	FACT(EVENT_PARTY_SET, party_set, .item = 5, .party = 2, .name_fr = STR("la Région"),
		.role = ROLE_FUNDER);
	FACT(EVENT_PARTY_REMOVED, party_removed, .item = 5, .party = 2);
	FACT(EVENT_AGREEMENT_STEPPED, agreement_stepped, .item = 5, .step = STEP_SIGNED,
		.date = {2025, 2, 13}, .who_ar = STR("رئيس الغرفة"), .who_fr = STR("le président"),
		.place_ar = STR("فاس"), .place_fr = STR("Fès"), .note = STR("12"));
	FACT(EVENT_AGREEMENT_STEPPED, agreement_stepped, .session = 1, .item = 5,
		.step = STEP_VISA_GIVEN, .date = {2025, 3, 1}, .who_fr = STR("la tutelle"),
		.title_ar = STR("الملحق"), .title_fr = STR("Avenant"));
	FACT(EVENT_MOTION_MOVED, motion_moved, .motion = 1, .item = 5, .kind = MOTION_SHARE,
		.member = 10, .amount = 70000000, .party = 1);
	FACT(EVENT_ITEM_ADDED, item_added, .item = 7, .kind = ITEM_AGREEMENT,
		.title_fr = STR("Avenant"), .agreement = {&about, 1}, .parties = {&party, 1});
}

static void votes_beyond_the_ordinary(struct vectors *v)
{
	FACT(EVENT_VOTE_OPENED, vote_opened, .vote = {4, 1}, .kind = VOTE_ROLL_CALL,
		.voters = NUMBERS(1, 2, 3), .base = BASE_ENTITLED, .tie = TIE_SECOND_VOTE,
		.threshold_num = 3, .threshold_den = 4, .at_least = true, .order = NUMBERS(3, 2, 1),
		.calling = CALLED_BY_NAME, .letter = STR("م"), .chair_last = true);
	FACT(EVENT_VOTE_CLOSED, vote_closed, .vote = {4, 1}, .votes_for = 1, .against = 1,
		.abstain = 1, .voters = 3, .needed = 3, .outcome = OUTCOME_TIE_AGAIN);
	FACT(EVENT_VOTE_OPENED, vote_opened, .vote = {5, 1}, .kind = VOTE_UNANIMOUS,
		.voters = NUMBERS(1, 2, 3), .base = BASE_FIXED, .threshold_num = 1,
		.threshold_den = 1, .at_least = true, .fixed = 3, .first = 2,
		.block = NUMBERS(5, 7));
	FACT(EVENT_VOTE_EXPLAINED, vote_explained, .vote = {4, 1}, .kind = STATEMENT_RESERVATION,
		.member = 2, .lang = LANG_FR, .content = STR("Le délai est trop court."));
}

static void adopted_rules(struct vectors *v)
{
	struct rule_text rules[] = {{.key = STR("tie.rule"),
		.value = STR("rejected"),
		.source = STR("art. 9"),
		.confirmed_by = STR("المديرة"),
		.certainty = CERTAINTY_LAW,
		.confirmed_on = {2026, 3, 2},
		.from = {2026, 1, 1},
		.to = {2027, 12, 31},
		.note = STR("ملاحظة")}};

	FACT(EVENT_RULES_ADOPTED, rules_adopted, .profile = STR("associations"),
		.title_ar = STR("الجمعيات"), .title_fr = STR("Associations"),
		.source = STR("a.rules"), .rules = {rules, ARRAY_LEN(rules)});
}

static void presence_facts(struct vectors *v)
{
	FACT(EVENT_MEMBER_CONNECTED, member_connected, NUMBERS(4, 5));
	FACT(EVENT_MEMBER_RECUSED, member_recused, .item = 3, .members = NUMBERS(1, 7),
		.reason = STR("قرابة"));
	FACT(EVENT_MEMBER_READMITTED, member_readmitted, .item = 3, .members = NUMBERS(7));
	FACT(EVENT_PROXY_GIVEN, proxy_given, .from = 8, .to = 9);
	FACT(EVENT_PROXY_ENDED, proxy_ended, .from = 8);
	FACT(EVENT_MEMBER_ABSENT, member_absent, .members = NUMBERS(6), .refused = true);
	FACT(EVENT_CHAIR_CHANGED, chair_changed, .member = 2, .cause = CHAIR_RECUSED);
}

static void secretaries(struct vectors *v)
{
	FACT(EVENT_SECRETARY_CHANGED, secretary_changed, .member = 7, .cause = SECRETARY_LEFT);
	FACT(EVENT_SECRETARY_CHANGED, secretary_changed, .name_ar = STR("كاتب الجلسة"),
		.name_fr = STR("Mme Alaoui"), .reason = STR("مرض"));
	FACT(EVENT_SECRETARY_CHANGED, secretary_changed, .member = 8, .cause = SECRETARY_ABSENT);
}

static void attendance_facts(struct vectors *v)
{
	FACT(EVENT_MEMBER_ABSENT, member_absent, .members = NUMBERS(6), .refused = true,
		.reason = STR("متأخر"));
	FACT(EVENT_MEMBER_REPLACED, member_replaced, .member = 5, .name_ar = STR("كريمة العلوي"),
		.name_fr = STR("Karima Alaoui"), .unlisted = true);
	FACT(EVENT_MEMBER_TIMED, member_timed, .act = 29, .member = 17, .time = {1735566300, 60},
		.reason = STR("سجل متأخرا"));
}

static void elections(struct vectors *v)
{
	static const int32_t one[] = {7}, two[] = {12, 15};
	struct election_candidate candidates[] = {{1, {one, 1}, true}, {2, {two, 2}, false}};

	FACT(EVENT_ELECTION_OPENED, election_opened, .election = {6, 1}, .round = 1,
		.post = POST_VICE_PRESIDENT, .rank = 2, .name_ar = STR("لجنة"),
		.name_fr = STR("Commission"), .secret = true,
		.candidates = {candidates, ARRAY_LEN(candidates)}, .voters = NUMBERS(1, 2, 3),
		.majority = ELECTION_RELATIVE, .base = BASE_EXPRESSED, .last = true,
		.reason = STR("سرية"), .warned = STR("quorum"));
	FACT(EVENT_ELECTION_MARKED, election_marked, .election = {6, 1}, .members = NUMBERS(2, 3),
		.choice = 2, .taken_back = true);
	FACT(EVENT_ELECTION_COUNTED, election_counted, .election = {6, 1}, .round = 1, .issued = 32,
		.found = 31, .blank = 2, .spoiled = 1, .votes = NUMBERS(28, 0), .needed = 16,
		.outcome = ROUND_ELECTED, .elected = 1);
	FACT(EVENT_ELECTION_DECIDED, election_decided, .election = {6, 1}, .by = ELECTION_LOT,
		.elected = 2, .note = STR("deux papiers"));
	FACT(EVENT_ELECTION_LEFT, election_left, .election = {6, 1}, .candidate = 2,
		.reason = STR("انسحاب"));
	FACT(EVENT_ELECTION_VOIDED, election_voided, .vote = {6, 1}, .reason = STR("إعادة"));
}

static void rules_acting(struct vectors *v)
{
	FACT(EVENT_VOTE_JOINED, vote_joined, .vote = {2, 1}, .members = NUMBERS(4, 7));
}

static void rounds_joined(struct vectors *v)
{
	FACT(EVENT_ELECTION_JOINED, election_joined, .election = {6, 1}, .members = NUMBERS(4, 7),
		.warned = STR("vote.late_arrival"));
}

static void hijri_dates(struct vectors *v)
{
	FACT(EVENT_HIJRI_STATED, hijri_stated, .year = 1446, .month = 6, .first = {2024, 12, 3});
	FACT(EVENT_HIJRI_NOTED, hijri_noted, .sitting = 1, .year = 1446, .month = 6, .day = 28);
}

/* Whoever reads the minutes is told the title of the profile, not only its name. */
static void titles_of_profiles(struct vectors *v)
{
	FACT(EVENT_SESSION_OPENED, session_opened, .call = 1, .profile = STR("handicrafts-18.09"),
		.title_ar = STR("غرف الصناعة التقليدية"), .title_fr = STR("Chambres d’artisanat"));
}

static void names_changed(struct vectors *v)
{
	FACT(EVENT_CHAMBER_DESCRIBED, chamber_described, .name_ar = STR("غرفة الصناعة التقليدية"),
		.name_fr = STR("Chambre d’artisanat"), .region_ar = STR("فاس–مكناس"),
		.region_fr = STR("Fès-Meknès"), .seat_ar = STR("فاس"), .seat_fr = STR("Fès"),
		.ministry_ar = STR("الوزارة"), .ministry_fr = STR("Ministère"),
		.name_zgh = STR("ⵜⴰⵅⵅⴰⵎⵜ"));
	FACT(EVENT_LETTERHEAD_TAKEN, letterhead_taken, .seat_fr = STR("Meknès"));
}

static void sessions_aside(struct vectors *v)
{
	FACT(EVENT_SESSION_SET_ASIDE, session_set_aside, .reason = STR("أنشئت خطأ"));
	FACT(EVENT_SESSION_TAKEN_UP, session_taken_up, .reason = STR(""));
}

static void elections_mended(struct vectors *v)
{
	FACT(EVENT_ELECTION_ANNOUNCED, election_announced, .election = {6, 1}, .round = 2);
	FACT(EVENT_ELECTION_CORRECTED, election_corrected, .election = {6, 1}, .round = 2,
		.member = 4, .choice = 2, .issued = 32, .found = 31, .blank = 2, .spoiled = 1,
		.votes = NUMBERS(12, 16), .needed = 16, .outcome = ROUND_ELECTED, .elected = 2,
		.reason = STR("خطأ في الكتابة"));
}

static const struct {
	const char *name;
	void (*facts)(struct vectors *v);
	const char *head; /* of the chain of its lines */
} later[] = {
	{"events-motion", motions,
		"af19f01e77ba2804350db023e7fd1bc5b84c622a6124ef8fb46ca638114325b5"},
	{"events-rules", adopted_rules,
		"4009a4084765a8030e65cc9191ccd97c7719946b3e5f501b0b17823c63bcfecb"},
	{"events-ballot", secret_ballots,
		"1195cd66ad8a848162aee545049823d56d26afc661eba2e567eafeb2e3df76a1"},
	{"events-floor", the_floor,
		"fa97343a07923abb6f185eba73ec59b4b19d46797c92239ae187f59006479321"},
	{"events-calls", calls, "50b48561c6ed31e7a018fb976dcb3470573724062a46af10f497d9ae64f064e4"},
	{"events-votes", votes_beyond_the_ordinary,
		"e07439f4da9efba217a373cb4bab2468bb2340c4689d46d418a006fe9fb3964b"},
	{"events-presence", presence_facts,
		"5e73a896b7872f094562162cb97c5e7a4797700faa3bdc5569adacb06ec490f8"},
	{"events-attendance", attendance_facts,
		"d9ad66d1c14bd6dcd5b6a8c834800c32b9ab6013edec28b561317ae89895bb8d"},
	{"events-election-2", elections_mended,
		"05cf6255d148504de4d14945d5ce376b353edea49d88a07c73eb7ea769e7ae83"},
	{"events-election", elections,
		"9f6b91a3612bf9244e0904224426c6aa8ea8475071e0fa8bbca1b1415f3949e1"},
	{"events-session", sessions_aside,
		"505bb4d3a787d81d8a1e46cd20f00bc835afb6593665b9d473abe3dc8eb5ea41"},
	{"events-names", names_changed,
		"eb9b937387295f7cd1e2500b3a6ba17a9cb97b2cd1af8df786754f37e83c414b"},
	{"events-acting", rules_acting,
		"df4515f394732b3faaf253787e6eacb5abdd146cae550b1c3e73e4a0d6dba6c5"},
	{"events-joining", rounds_joined,
		"3abfdb27bfa048e32b07f679a03008f8fca948d5ee41bdb0c9029eda5c03c993"},
	{"events-budget", chapters,
		"9935832bd98c65f7bec578df44f4115f751406f906430887790bfc0453f637a4"},
	{"events-agreement", agreements,
		"28e7a1b2576dc427cc56375e3e2539271118442906cbc9bb255ce65b4888f0e3"},
	{"events-profile", titles_of_profiles,
		"94dd1426e76827be7383e49a2a433306076d4565a32d74580c5eddec9f102798"},
	{"events-secretary", secretaries,
		"25f7d5345b38baa46c66cc8df24f368b30d15d80e8299e0cfaf0de22faba682b"},
	{"events-hijri", hijri_dates,
		"2099ce9922c7d7ce81c1d0b72b56c8b1874164cb9fe6fc61f6ea670184f4d93d"},
};

static void open_vectors(struct vectors *v, const char *name, struct arena *a)
{
	char path[4096];
	struct error err = {0};

	*v = (struct vectors){.a = a};
	(void)snprintf(path, sizeof path, "%s/tests/vectors/%s.jsonl", test_srcdir(), name);
	v->file = fopen(path, "rb");
	if (!v->file)
		fail_msg("%s cannot be read", path);
	v->chain = chain_open(&err);
	assert_non_null(v->chain);
}

static void close_vectors(struct vectors *v)
{
	chain_close(v->chain);
	assert_int_equal(fclose(v->file), 0);
}

static void every_line_of_the_first_format_means_what_it_meant(void **state)
{
	struct vectors v;
	struct str head;

	open_vectors(&v, "events-1", *state);
	the_chamber(&v);
	a_session_prepared(&v);
	an_opening(&v);
	items_treated(&v);
	votes(&v);
	mending_and_ending(&v);
	assert_int_equal(getc(v.file), EOF);
	head = hash_text(v.prev, *state);
	close_vectors(&v);
	assert_text(
		*state, head, "f07f09419736a252856e0958d6e420b99a0a3f81087aa2b009cef7625a2854f0");
}

static void every_line_that_came_later_means_what_it_meant(void **state)
{
	for (size_t i = 0; i < ARRAY_LEN(later); i++) {
		struct vectors v;
		struct str head;

		open_vectors(&v, later[i].name, *state);
		later[i].facts(&v);
		assert_int_equal(getc(v.file), EOF);
		head = hash_text(v.prev, *state);
		close_vectors(&v);
		assert_text(*state, head, later[i].head);
	}
}

static void read_kinds(const char *name, bool *seen, struct arena *a)
{
	struct vectors v;
	char line[4096];

	open_vectors(&v, name, a);
	while (fgets(line, sizeof line, v.file)) {
		struct event e;
		struct hash prev;
		struct error err = {0};

		line[strcspn(line, "\n")] = '\0';
		assert_int_equal(codec_decode(str_of(line), &e, &prev, a, &err), 0);
		seen[e.type] = true;
	}
	close_vectors(&v);
}

static void every_kind_of_fact_has_its_line(void **state)
{
	bool seen[EVENT_COUNT] = {false};

	read_kinds("events-1", seen, *state);
	for (size_t i = 0; i < ARRAY_LEN(later); i++)
		read_kinds(later[i].name, seen, *state);
	for (int i = 0; i < EVENT_COUNT; i++) {
		if (!seen[i])
			fail_msg("%s has no line in the vectors",
				event_spec((enum event_type)i)->name);
	}
}

/* The names of LIST in order begin with NAMES: new ones may only follow. */
static void begins(struct arena *a, const struct name *list, const char *names)
{
	struct builder b;

	builder_init(&b, a);
	for (int i = 0; list[i].name; i++) {
		builder_add_z(&b, list[i].name);
		builder_add_char(&b, ' ');
	}
	if (!str_starts(builder_str(&b), names))
		fail_msg("%s is not what it was: %s", names, builder_str(&b).p);
}

static void the_names_of_the_closed_lists_stay(void **state)
{
	begins(*state, office_names,
		"member president vice-president treasurer deputy-treasurer rapporteur "
		"deputy-rapporteur ");
	begins(*state, gender_names, "unknown man woman ");
	begins(*state, session_kind_names, "ordinary extraordinary ");
	begins(*state, item_kind_names,
		"minutes report agreement regulations budget free account election ");
	begins(*state, secretary_cause_names, "other left absent ");
	begins(*state, chair_cause_names, "other left recused account returned ");
	begins(*state, budget_part_names, "revenue operating investment ");
	begins(*state, capacity_names,
		"wali governor authority elected director staff partner press guest ");
	begins(*state, ceremony_names, "quran anthem fatiha telegram ");
	begins(*state, text_part_names, "speech presentation discussion recommendation note ");
	begins(*state, vote_kind_names, "unanimous hands named secret ");
	begins(*state, vote_value_names, "none for against abstain ");
	begins(*state, vote_base_names, "voters expressed present in-office ");
	begins(*state, tie_rule_names, "chair-side rejected ");
	begins(*state, outcome_names,
		"unanimous unopposed adopted adopted-side rejected rejected-side tie-no-side "
		"no-voters ");
	begins(*state, suspension_names, "break prayer consultation quorum other ");
	begins(*state, closing_names, "done no-quorum left-open ");
	begins(*state, certainty_names, "law practice unconfirmed ");
	begins(*state, signer_role_names, "secretary president ");
	begins(*state, speech_kind_names, "speech reply order ");
	begins(*state, agreement_kind_names,
		"framework special programme programme-yearly partnership cooperation protocol "
		"supervision multi-party addendum memorandum other ");
	begins(*state, agreement_link_names, "none implements amends replaces annex ");
	begins(*state, party_role_names,
		"none partner funder host beneficiary owner delegated executing supervising ");
	begins(*state, agreement_step_names,
		"submitted approved initialled signed visa-asked visa-given visa-refused in-force "
		"completed terminated ");
	begins(*state, lang_names, "ar fr en ");
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(every_line_of_the_first_format_means_what_it_meant),
	cmocka_unit_test(every_line_that_came_later_means_what_it_meant),
	cmocka_unit_test(every_kind_of_fact_has_its_line),
	cmocka_unit_test(the_names_of_the_closed_lists_stay),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)

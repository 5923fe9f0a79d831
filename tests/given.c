#include "tests/given.h"

#include "storage/profile.h"
#include "tests/test.h"

#define OFFSET 60 /* minutes: Morocco in December 2024 */

struct event given_event(const struct given *g, enum event_type type)
{
	return (struct event){
		.type = type,
		.n = (uint32_t)g->s.log.n,
		.actor = STR("test"),
		.at = g->at,
		.t = g->at,
	};
}

void given_fact(struct given *g, const struct event *e)
{
	if (!session_apply(&g->s, e))
		fail_msg("the fold refuses act %u, %s", (unsigned)e->n, event_spec(e->type)->name);
	g->at.seconds += 60;
}

/* --- preparing --- */

void given_session(struct given *g, struct arena *a)
{
	struct event e;

	g->a = a;
	session_init(&g->s, a);
	g->at = instant_at((struct date){2024, 12, 30}, 10 * 3600, OFFSET);
	e = given_event(g, EVENT_SESSION_CREATED);
	e.body.session_created = (struct session_created){
		.format = STR(JOURNAL_FORMAT),
		.code = STR("TST"),
		.head.name_ar = STR("غرفة الصناعة التقليدية لجهة فاس – مكناس"),
		.head.name_fr = STR("Chambre d'artisanat de Fès–Meknès"),
		.head.region_ar = STR("فاس – مكناس"),
		.head.region_fr = STR("Fès–Meknès"),
		.head.seat_ar = STR("فاس"),
		.head.seat_fr = STR("Fès"),
		.head.ministry_ar = STR("كتابة الدولة المكلفة بالصناعة التقليدية"),
		.head.ministry_fr = STR("Secrétariat d'État chargé de l'artisanat"),
		.number = 7,
		.year = 2024,
		.month = 10,
		.kind = SESSION_ORDINARY,
	};
	given_fact(g, &e);
	e = given_event(g, EVENT_SESSION_DESCRIBED);
	e.body.session_described = (struct session_described){
		.kind = SESSION_ORDINARY,
		.year = 2024,
		.month = 10,
		.date = {2024, 12, 30},
		.notice = {2024, 12, 10},
		.place_ar = STR("مقر الغرفة"),
		.place_fr = STR("siège de la chambre"),
	};
	given_fact(g, &e);
}

void given_item(struct given *g, enum item_kind kind, const char *title_ar, const char *title_fr)
{
	struct event e = given_event(g, EVENT_ITEM_ADDED);

	e.body.item_added = (struct item_text){
		.item = (int64_t)g->s.items.n + 1,
		.kind = (int)kind,
		.title_ar = str_of(title_ar),
		.title_fr = str_of(title_fr),
	};
	given_fact(g, &e);
}

void given_line(struct given *g, int64_t item, const char *code, enum budget_part part,
	int64_t before, int64_t amount)
{
	struct event e = given_event(g, EVENT_BUDGET_LINE_SET);

	e.body.budget_line_set = (struct budget_line_set){
		.item = item,
		.code = str_of(code),
		.part = (int)part,
		.title_ar = STR("باب"),
		.title_fr = STR("Chapitre"),
		.before = before,
		.amount = amount,
	};
	given_fact(g, &e);
}

/* --- opening --- */

static struct member member(struct given *g, int64_t number)
{
	struct str digits[] = {STR("العضو "), {0}};
	struct str french[] = {STR("Membre "), {0}};
	struct builder b;

	builder_init(&b, g->a);
	builder_add_int(&b, number);
	digits[1] = french[1] = builder_str(&b);
	return (struct member){
		.number = number,
		.name_ar = arena_join(g->a, digits, 2),
		.name_fr = arena_join(g->a, french, 2),
		.office = number == 1   ? OFFICE_PRESIDENT
			  : number == 2 ? OFFICE_RAPPORTEUR
					: OFFICE_MEMBER,
		.gender = number % 3 == 0 ? GENDER_WOMAN : GENDER_MAN,
	};
}

void given_sitting(struct given *g)
{
	struct event e = given_event(g, EVENT_SITTING_OPENED);

	e.body.sitting_opened = (struct sitting_opened){
		.sitting = (int64_t)g->s.sittings.n + 1,
		.place_ar = STR("مقر الغرفة"),
		.place_fr = STR("siège de la chambre"),
		.chair = 1,
		.secretary = 2,
	};
	given_fact(g, &e);
}

void given_opened(struct given *g, int64_t members)
{
	struct event e = given_event(g, EVENT_SESSION_OPENED);
	struct member *roster = ARENA_ARRAY(g->a, struct member, members);
	const struct rules_adopted *profiles;
	struct error err;
	size_t n;

	assert_int_equal(profiles_shipped(g->a, &profiles, &n, &err), 0);
	for (int64_t i = 0; i < members; i++)
		roster[i] = member(g, i + 1);
	e.body.session_opened = (struct session_opened){
		.call = 1,
		.profile = profiles[0].profile,
		.roster = {roster, (size_t)members},
		.rules = profiles[0].rules,
		.title_ar = profiles[0].title_ar,
		.title_fr = profiles[0].title_fr,
	};
	given_fact(g, &e);
	given_sitting(g);
}

static struct numbers keep(struct given *g, struct numbers members)
{
	if (members.n == 0)
		return members;
	return (struct numbers){
		arena_copy(g->a, members.at, members.n * sizeof *members.at), members.n};
}

void given_presence(struct given *g, enum event_type type, struct numbers members)
{
	struct event e = given_event(g, type);

	e.body.member_arrived.members = keep(g, members);
	given_fact(g, &e);
}

void given_quorum(struct given *g, struct numbers absent)
{
	int32_t *here = ARENA_ARRAY(g->a, int32_t, g->s.seats.n + 1);
	struct event e;
	size_t n = 0;

	for (size_t i = 0; i < g->s.seats.n; i++) {
		const struct seat *seat = &g->s.seats.at[i];

		if (seat->presence == PRESENCE_UNKNOWN &&
			!numbers_have(absent, (int32_t)seat->member.number))
			here[n++] = (int32_t)seat->member.number;
	}
	if (n)
		given_presence(g, EVENT_ALL_PRESENT, (struct numbers){here, n});
	e = given_event(g, EVENT_QUORUM_RECORDED);
	e.body.quorum_recorded = (struct quorum_recorded){
		.present = session_count(&g->s, PRESENCE_HERE),
		.in_office = session_in_office(&g->s),
		.needed = session_quorum_needed(&g->s),
		.met = session_has_quorum(&g->s),
		.absent = keep(g, absent),
		.certainty = rules_quorum_certainty(&g->s.rules),
	};
	given_fact(g, &e);
}

void given_ceremony(struct given *g, enum ceremony kind)
{
	struct event e = given_event(g, EVENT_CEREMONY_HELD);

	e.body.ceremony_held.kind = (int)kind;
	given_fact(g, &e);
}

void given_guest(
	struct given *g, enum capacity capacity, const char *title_ar, const char *title_fr)
{
	struct event e = given_event(g, EVENT_GUEST_NOTED);

	e.body.guest_noted = (struct guest_noted){
		.guest = (int64_t)g->s.guests.n + 1,
		.capacity = (int)capacity,
		.title_ar = str_of(title_ar),
		.title_fr = str_of(title_fr),
	};
	given_fact(g, &e);
}

/* --- items --- */

void given_treated(struct given *g, enum event_type type, int64_t item)
{
	struct event e = given_event(g, type);

	e.body.item_opened.item = item;
	given_fact(g, &e);
}

void given_presented(struct given *g, int64_t item, int64_t by)
{
	struct event e = given_event(g, EVENT_ITEM_PRESENTED);

	e.body.item_presented = (struct item_presented){.item = item, .member = by};
	given_fact(g, &e);
}

void given_put_off(struct given *g, enum event_type type, int64_t item, const char *reason)
{
	struct event e = given_event(g, type);

	if (type == EVENT_ITEM_POSTPONED)
		e.body.item_postponed =
			(struct item_postponed){.item = item, .reason = str_of(reason)};
	else
		e.body.item_withdrawn =
			(struct item_reason){.item = item, .reason = str_of(reason)};
	given_fact(g, &e);
}

int64_t given_text(struct given *g, int64_t text, int64_t item, enum text_part part, enum lang lang,
	const char *content)
{
	struct event e = given_event(g, EVENT_TEXT_KEPT);

	e.body.text_kept = (struct text_kept){
		.text = text ? text : (int64_t)g->s.passages.n + 1,
		.item = item,
		.part = (int)part,
		.lang = (int)lang,
		.content = str_of(content),
	};
	if (text) { /* as decided: another language changes neither place nor speaker */
		e.body.text_kept = g->s.passages.at[text - 1].is;
		e.body.text_kept.lang = (int)lang;
		e.body.text_kept.content = str_of(content);
	}
	given_fact(g, &e);
	return e.body.text_kept.text;
}

/* --- votes --- */

struct vote_id given_vote(struct given *g, int64_t item, enum vote_kind kind)
{
	struct event e = given_event(g, EVENT_VOTE_OPENED);
	int32_t *voters = ARENA_ARRAY(g->a, int32_t, g->s.seats.n + 1);
	struct vote_id id = {(int32_t)item, (int32_t)session_item(&g->s, item)->votes.n + 1};
	size_t n = 0;

	for (size_t i = 0; i < g->s.seats.n; i++) {
		if (g->s.seats.at[i].presence == PRESENCE_HERE)
			voters[n++] = (int32_t)g->s.seats.at[i].member.number;
	}
	e.body.vote_opened = (struct vote_opened){
		.vote = id,
		.kind = (int)kind,
		.voters = {voters, n},
		.base = (int)g->s.rules.majority.base,
		.tie = (int)g->s.rules.tie,
		.threshold_num = g->s.rules.majority.share.num,
		.threshold_den = g->s.rules.majority.share.den,
	};
	given_fact(g, &e);
	return id;
}

void given_all(struct given *g, struct vote_id vote, enum vote_value value)
{
	struct event e = given_event(g, EVENT_VOTE_ALL_MARKED);

	e.body.vote_all_marked = (struct vote_stance){vote, (int)value};
	given_fact(g, &e);
}

void given_mark(struct given *g, struct vote_id vote, struct numbers members, enum vote_value value)
{
	struct event e = given_event(g, EVENT_VOTE_MARKED);

	e.body.vote_marked = (struct vote_marked){vote, keep(g, members), (int)value};
	given_fact(g, &e);
}

void given_count(struct given *g, struct vote_id vote, struct ballots b)
{
	struct event e = given_event(g, EVENT_VOTE_COUNTED);

	e.body.vote_counted = (struct vote_counted){vote, b.votes_for, b.against, b.abstain, false};
	given_fact(g, &e);
}

void given_side(struct given *g, struct vote_id vote, enum vote_value value)
{
	struct event e = given_event(g, EVENT_VOTE_SIDED);

	e.body.vote_sided = (struct vote_stance){vote, (int)value};
	given_fact(g, &e);
}

void given_closed(struct given *g, struct vote_id vote)
{
	struct event e = given_event(g, EVENT_VOTE_CLOSED);
	struct ballots b = vote_ballots(session_vote(&g->s, vote));
	struct tally t = session_tally(&g->s, session_vote(&g->s, vote));

	e.body.vote_closed = (struct vote_closed){
		vote, b.votes_for, b.against, b.abstain, t.voters, t.needed, (int)t.outcome};
	given_fact(g, &e);
}

void given_announced(struct given *g, struct vote_id vote)
{
	struct event e = given_event(g, EVENT_VOTE_ANNOUNCED);

	e.body.vote_announced.vote = vote;
	given_fact(g, &e);
}

void given_corrected(struct given *g, struct vote_id id, int64_t by, enum vote_value value,
	struct ballots b, const char *reason)
{
	struct event e = given_event(g, EVENT_VOTE_CORRECTED);
	const struct vote *vote = session_vote(&g->s, id);
	struct tally t = vote_tally(
		b, (int64_t)vote->voters.n, session_in_office(&g->s), vote->rule, vote->side);

	e.body.vote_corrected = (struct vote_corrected){
		.vote = id,
		.member = by,
		.value = (int)value,
		.votes_for = b.votes_for,
		.against = b.against,
		.abstain = b.abstain,
		.needed = t.needed,
		.outcome = (int)t.outcome,
		.reason = str_of(reason),
	};
	given_fact(g, &e);
}

void given_void(struct given *g, struct vote_id vote, const char *reason)
{
	struct event e = given_event(g, EVENT_VOTE_VOIDED);

	e.body.vote_voided = (struct vote_reason){vote, str_of(reason)};
	given_fact(g, &e);
}

void given_adopted(struct given *g, int64_t item)
{
	struct vote_id vote;

	given_treated(g, EVENT_ITEM_OPENED, item);
	vote = given_vote(g, item, VOTE_UNANIMOUS);
	given_all(g, vote, VALUE_FOR);
	given_closed(g, vote);
	given_announced(g, vote);
	given_treated(g, EVENT_ITEM_CLOSED, item);
}

/* --- mending, ending --- */

void given_taken_back(struct given *g, uint32_t act, const char *reason)
{
	struct event e = given_event(g, EVENT_ACT_CORRECTED);

	e.body.act_corrected = (struct act_corrected){act, str_of(reason)};
	given_fact(g, &e);
}

void given_suspended(struct given *g, enum suspension reason)
{
	struct event e = given_event(g, EVENT_SITTING_SUSPENDED);

	e.body.sitting_suspended.reason = (int)reason;
	given_fact(g, &e);
}

void given_resumed(struct given *g)
{
	struct event e = given_event(g, EVENT_SITTING_RESUMED);

	e.body.sitting_resumed.sitting = (int64_t)g->s.sittings.n;
	given_fact(g, &e);
}

void given_closing(struct given *g, enum closing cause)
{
	struct event e = given_event(g, EVENT_SITTING_CLOSED);

	e.body.sitting_closed.cause = (int)cause;
	given_fact(g, &e);
}

static struct signer signer(enum signer_role role, const char *ar, const char *fr)
{
	struct signer s = {.role = (int)role, .name_ar = str_of(ar), .name_fr = str_of(fr)};

	s.certificate.b[0] = (unsigned char)(0xA0 + role);
	return s;
}

void given_frozen(struct given *g)
{
	struct event e = given_event(g, EVENT_RECORD_FROZEN);
	struct signer *signers = ARENA_ARRAY(g->a, struct signer, 2);

	signers[0] = signer(SIGNER_SECRETARY, "العضو 2", "Membre 2");
	signers[1] = signer(SIGNER_PRESIDENT, "العضو 1", "Membre 1");
	e.body.record_frozen = (struct record_frozen){.signers = {signers, 2}, .lang = LANG_AR};
	given_fact(g, &e);
	for (size_t i = 0; i < sizeof g->s.frozen_head.b; i++)
		g->s.frozen_head.b[i] = (unsigned char)i;
}

void given_signed(struct given *g, enum signer_role role)
{
	struct event e = given_event(g, EVENT_RECORD_SIGNED);

	e.body.record_signed.role = (int)role;
	e.body.record_signed.certificate = signer(role, "", "").certificate;
	given_fact(g, &e);
}

/* --- whole sessions --- */

static void budget_item(struct given *g, int64_t item)
{
	given_line(g, item, "1", BUDGET_REVENUE, 480000000, 500000000);
	given_line(g, item, "2", BUDGET_REVENUE, 100000000, 120000050);
	given_line(g, item, "10", BUDGET_OPERATING, 400000000, 420000050);
	given_line(g, item, "20", BUDGET_INVESTMENT, 180000000, 200000000);
}

static void treat_items(struct given *g)
{
	struct vote_id vote;

	given_treated(g, EVENT_ITEM_OPENED, 1);
	given_presented(g, 1, 2);
	given_text(g, 0, 1, TEXT_DISCUSSION, LANG_AR, "ناقش الأعضاء المحضر ولم تسجل أي ملاحظة.");
	given_treated(g, EVENT_ITEM_DISCUSSED, 1);
	given_treated(g, EVENT_ITEM_NOTED, 1);
	given_treated(g, EVENT_ITEM_CLOSED, 1);

	given_treated(g, EVENT_ITEM_OPENED, 2);
	vote = given_vote(g, 2, VOTE_NAMED);
	given_all(g, vote, VALUE_FOR);
	given_mark(g, vote, GIVEN_MEMBERS(3, 5), VALUE_AGAINST);
	given_mark(g, vote, GIVEN_MEMBERS(7), VALUE_ABSTAIN);
	given_closed(g, vote);
	given_announced(g, vote);
	given_corrected(g, vote, 5, VALUE_FOR, (struct ballots){7, 1, 1}, "خطأ في السماع");
	given_announced(g, vote);
	given_text(g, 0, 2, TEXT_RECOMMENDATION, LANG_FR, "Suivre l'exécution de la convention.");
	given_treated(g, EVENT_ITEM_CLOSED, 2);

	given_presence(g, EVENT_MEMBER_ARRIVED, GIVEN_MEMBERS(12));
	given_treated(g, EVENT_ITEM_OPENED, 3);
	vote = given_vote(g, 3, VOTE_HANDS);
	given_count(g, vote, (struct ballots){5, 5, 0});
	given_side(g, vote, VALUE_FOR);
	given_closed(g, vote);
	given_announced(g, vote);
	given_treated(g, EVENT_ITEM_CLOSED, 3);
	given_suspended(g, SUSPENDED_PRAYER);
	given_resumed(g);
	given_presence(g, EVENT_MEMBER_LEFT, GIVEN_MEMBERS(4));
	given_put_off(g, EVENT_ITEM_POSTPONED, 4, "عدم اكتمال الملف");

	given_treated(g, EVENT_ITEM_OPENED, 5);
	vote = given_vote(g, 5, VOTE_UNANIMOUS);
	given_void(g, vote, "فتح بالخطأ");
	vote = given_vote(g, 5, VOTE_UNANIMOUS);
	given_all(g, vote, VALUE_FOR);
	given_closed(g, vote);
	given_announced(g, vote);
	given_treated(g, EVENT_ITEM_CLOSED, 5);
}

void given_prepared(struct given *g, struct arena *a)
{
	given_session(g, a);
	given_item(g, ITEM_MINUTES, "محضر دورة يونيو 2024",
		"Procès-verbal de la session de juin 2024");
	given_item(g, ITEM_AGREEMENT, "مشروع اتفاقية الأفرنة", "Projet de convention des fours");
	given_item(
		g, ITEM_REGULATIONS, "تعديل النظام الداخلي", "Modification du règlement intérieur");
	given_item(g, ITEM_AGREEMENT, "ملحق اتفاقية مركب صفرو", "Avenant du complexe de Sefrou");
	given_item(g, ITEM_BUDGET, "مشروع ميزانية 2025", "Projet de budget 2025");
	budget_item(g, 5);
}

void given_met(struct given *g, struct arena *a, int64_t members)
{
	given_prepared(g, a);
	given_opened(g, members);
	given_quorum(g, (struct numbers){0});
}

/* Twelve members, nine at the roll; every kind of decision. */
void given_whole(struct given *g, struct arena *a)
{
	struct event e;

	given_prepared(g, a);
	given_opened(g, 12);
	given_guest(g, CAPACITY_PRESS, "", "");
	given_guest(g, CAPACITY_WALI, "والي جهة فاس – مكناس", "wali de la région Fès–Meknès");
	given_presence(g, EVENT_MEMBER_EXCUSED, GIVEN_MEMBERS(8));
	given_quorum(g, GIVEN_MEMBERS(10, 12));
	given_ceremony(g, CEREMONY_QURAN);
	given_ceremony(g, CEREMONY_ANTHEM);
	e = given_event(g, EVENT_TEXT_KEPT);
	e.body.text_kept = (struct text_kept){.text = 1,
		.part = TEXT_SPEECH,
		.lang = LANG_AR,
		.member = 1,
		.content = STR("رحب السيد الرئيس بالحاضرين.")};
	given_fact(g, &e);
	e = given_event(g, EVENT_TEXT_KEPT);
	e.body.text_kept = (struct text_kept){.text = 2,
		.part = TEXT_SPEECH,
		.lang = LANG_AR,
		.guest = 2,
		.content = STR("أكد السيد الوالي أهمية هذا اللقاء.")};
	given_fact(g, &e);
	given_text(g, 2, 0, TEXT_SPEECH, LANG_FR,
		"M. le wali a souligné l'importance de cette rencontre.");
	treat_items(g);
	given_ceremony(g, CEREMONY_FATIHA);
	given_taken_back(g, (uint32_t)g->s.log.n - 1, "لم تقرأ");
	given_ceremony(g, CEREMONY_TELEGRAM);
	given_closing(g, CLOSED_DONE);
}

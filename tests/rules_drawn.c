#include "tests/rules_drawn.h"

#include "tests/generate.h"

#define VALUES_MAX 6

/* Every rule that a session acts on, with values that read. */
static const struct {
	const char *key, *value[VALUES_MAX];
} table[] = {
	{"quorum.calls", {"1/2 in-office", "1/2 entitled; any 3+ working", ">=1/3 in-office", "any",
				 "3", "2/3 in-office; 1/2 in-office 8; any 3-5"}},
	{"quorum.measured_at", {"opening", "sitting", "vote"}},
	{"majority.threshold", {"1/2", "2/3", ">=3/4", ">=1/2", "1/3", "2"}},
	{"majority.base", {"voters", "expressed", "present", "in-office", "entitled"}},
	{"majority.by_kind",
		{"budget: 2/3 in-office", "report: 1/2 expressed; agreement: >=2/3 present"}},
	{"tie.rule", {"chair-side", "rejected", "second-vote"}},
	{"vote.mode", {"public", "roll-call", "secret"}},
	{"vote.unanimous", {"all-present", "no-opposition"}},
	{"vote.abstention", {"yes", "no"}},
	{"vote.late_arrival", {"yes", "yes", "no"}},
	{"vote.weights", {"no", "no", "yes"}},
	{"vote.hands_order", {"for,against,abstain", "against,abstain,for", "abstain,for,against"}},
	{"election.ballot", {"single-name", "list"}},
	{"election.majority", {"absolute,relative", "relative", "absolute,absolute,relative"}},
	{"election.tie", {"age,lot", "lot", "seniority,age,lot"}},
	{"proxy.max", {"0", "1", "2"}},
	{"remote.counts_quorum", {"yes", "no"}},
	{"remote.may_vote", {"yes", "no"}},
	{"recusal.lowers_base", {"yes", "no"}},
	{"recusal.lowers_quorum", {"yes", "no"}},
	{"agenda.vote", {"yes", "no"}},
	{"notice.days_min", {"0", "10", "15"}},
	{"notice.working_days", {"yes", "no"}},
	{"notice.documents", {"yes", "no"}},
	{"agenda.request_days", {"5", "20"}},
	{"ordinary.max_days", {"1", "7"}},
	{"ordinary.extension_days", {"2", "5"}},
	{"dismissal.request_share", {">=3/4", "1/2"}},
	{"dismissal.majority", {"2/3 in-office", "3/4 voters"}},
	{"minutes.signers", {"secretary,president", "president", "rapporteur,secretary,wali"}},
	{"minutes.send_days", {"15"}},
	{"minutes.send_to", {"tutelage,wali"}},
	{"visa.kinds", {"budget,agreement", "budget"}},
	{"visa.days", {"20"}},
	{"speech.seconds", {"60", "300"}},
	{"budget.mode", {"whole", "chapters"}},
};

void rules_drawn(struct assembly *t, uint64_t seed)
{
	struct generator g = generator_of(seed, &t->arena);
	struct rule_text *own = ARENA_ARRAY(&t->arena, struct rule_text, ARRAY_LEN(table));
	size_t n = 0;

	if (seed % 8 == 0)
		return;
	for (size_t i = 0; i < ARRAY_LEN(table); i++) {
		size_t values = 0;
		struct rule_text one;

		while (values < VALUES_MAX && table[i].value[values])
			values++;
		one = (struct rule_text){
			.key = str_of(table[i].key),
			.value = str_of(table[i].value[generate_below(&g, values)]),
			.source = STR("art. 1"),
			.certainty = (int)generate_below(&g, 3),
			.confirmed_by = generate_chance(&g, 30) ? STR("Naïma Kadiri") : STR(""),
		};
		if (!generate_chance(&g, 60))
			continue;
		own[n++] = one;
	}
	assembly_rules(t, own, n);
}

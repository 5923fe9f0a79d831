/* Journals of released formats fold to the same state for ever. Each stands in tests/journals, and
 * what it must fold to in tests/golden: readable, and made of facts of the assembly, not of the
 * program's structs, so that no later change of those touches it. */
#include "tests/arena.h"

#include "model/session.h"
#include "storage/chain.h"
#include "storage/codec.h"
#include "tests/golden.h"

struct folded {
	struct session session;
	struct hash head;
	size_t lines;
};

static struct str read_file(struct arena *a, const char *name)
{
	char path[4096];
	struct builder b;
	char part[4096];
	size_t n;
	FILE *f;

	(void)snprintf(path, sizeof path, "%s/tests/journals/%s", test_srcdir(), name);
	f = fopen(path, "r");
	if (!f)
		fail_msg("%s cannot be read", path);
	builder_init(&b, a);
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		builder_add(&b, (struct str){part, n});
	(void)fclose(f);
	return builder_str(&b);
}

static void fold(struct arena *a, const char *name, struct folded *out)
{
	struct str text = read_file(a, name);
	struct error err = {.code = ERROR_NONE};
	struct chain *chain = chain_open(&err);

	*out = (struct folded){.lines = 0};
	session_init(&out->session, a);
	while (text.n) {
		const char *end = memchr(text.p, '\n', text.n);
		struct event e;
		struct hash prev;
		struct str line;

		assert_non_null(end);
		line = (struct str){text.p, (size_t)(end - text.p)};
		if (codec_decode(line, &e, &prev, a, &err) < 0)
			fail_msg("%s, line %zu: %s", name, out->lines, err.detail);
		assert_true(hash_equal(prev, out->head));
		assert_true(str_equal(codec_encode(&e, prev, a), line));
		if (!session_apply(&out->session, &e))
			fail_msg("%s: line %zu is refused", name, out->lines);
		assert_int_equal(chain_hash(chain, line.p, line.n, &out->head, &err), 0);
		out->lines++;
		text.p += line.n + 1;
		text.n -= line.n + 1;
	}
	chain_close(chain);
}

static void add(struct builder *b, const char *word, int64_t v)
{
	builder_add_char(b, ' ');
	builder_add_z(b, word);
	builder_add_char(b, ' ');
	builder_add_int(b, v);
}

static void add_vote(struct builder *b, const struct session *s, const struct vote *vote)
{
	builder_add_z(b, " vote ");
	builder_add_z(b, vote_kind_names[vote->kind].name);
	add(b, "voters", (int64_t)vote->voters.n);
	add(b, "for", vote->ballots.votes_for);
	add(b, "against", vote->ballots.against);
	add(b, "abstain", vote->ballots.abstain);
	add(b, "needed", vote->needed);
	builder_add_char(b, ' ');
	builder_add_z(b, outcome_names[vote->outcome].name);
	add(b, "decision", session_decision_number(s, vote));
	add(b, "corrections", (int64_t)vote->mends.n);
	builder_add_z(b, vote->announced ? " announced\n" : " not-announced\n");
	for (size_t i = 0; i < vote->voters.n && vote->kind != VOTE_HANDS; i++) {
		if (vote->marks[i] == VALUE_FOR)
			continue;
		add(b, " member", vote->voters.at[i]);
		builder_add_char(b, ' ');
		builder_add_z(b, vote_value_names[vote->marks[i]].name);
		builder_add_char(b, '\n');
	}
}

static void add_items(struct builder *b, const struct session *s)
{
	static const char *const states[] = {"waiting", "open", "closed", "postponed", "withdrawn"};

	for (size_t i = 0; i < s->agenda.n; i++) {
		const struct item *item = session_item(s, s->agenda.at[i]);
		int64_t sum = 0;

		builder_add_z(b, "item");
		add(b, "number", (int64_t)i + 1);
		builder_add_char(b, ' ');
		builder_add_z(b, item_kind_names[item->is.kind].name);
		builder_add_char(b, ' ');
		builder_add_z(b, states[item->state]);
		add(b, "presenter", item->presenter);
		builder_add_z(b, item->noted ? " noted " : " ");
		builder_add(b, item->is.title_fr);
		builder_add_char(b, '\n');
		for (size_t k = 0; k < item->lines.n; k++)
			sum += item->lines.at[k].amount;
		if (item->lines.n) {
			add(b, "lines", (int64_t)item->lines.n);
			add(b, "centimes", sum);
			builder_add_char(b, '\n');
		}
		for (size_t k = 0; k < item->votes.n; k++)
			add_vote(b, s, &item->votes.at[k]);
	}
}

/* The state in words that will still mean the same in ten years. */
static struct str words(struct arena *a, const struct folded *f)
{
	const struct session *s = &f->session;
	const struct sitting *sitting = session_sitting(s);
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, "session");
	add(&b, "number", s->is.number);
	add(&b, "of", s->plan.year);
	add(&b, "month", s->plan.month);
	add(&b, "sittings", (int64_t)s->sittings.n);
	add(&b, "findings", (int64_t)s->findings.n);
	builder_add_z(&b, "\nopened ");
	builder_add(&b, instant_text(sitting->opened, a));
	builder_add_z(&b, " closed ");
	builder_add(&b, instant_text(sitting->closed, a));
	add(&b, "chair", sitting->chair);
	add(&b, "secretary", sitting->is.secretary);
	builder_add_z(&b, "\nmembers");
	add(&b, "all", session_in_office(s));
	add(&b, "here", session_count(s, PRESENCE_HERE));
	add(&b, "excused", session_count(s, PRESENCE_EXCUSED));
	add(&b, "absent", session_count(s, PRESENCE_ABSENT));
	add(&b, "left", session_count(s, PRESENCE_LEFT));
	builder_add_char(&b, '\n');
	for (size_t i = 0; i < s->quorums.n; i++) {
		builder_add_z(&b, s->quorums.at[i].lost ? "lost" : "quorum");
		add(&b, "present", s->quorums.at[i].is.present);
		add(&b, "needed", s->quorums.at[i].is.needed);
		builder_add_char(&b, '\n');
	}
	add_items(&b, s);
	for (size_t i = 0; i < s->passages.n; i++) {
		builder_add_z(&b, "passage");
		add(&b, "item", s->passages.at[i].is.item);
		add(&b, "ar", (int64_t)s->passages.at[i].content.ar.n);
		add(&b, "fr", (int64_t)s->passages.at[i].content.fr.n);
		builder_add_char(&b, '\n');
	}
	builder_add_z(&b, "last line ");
	builder_add(&b, hash_text(f->head, a));
	builder_add_char(&b, '\n');
	return builder_str(&b);
}

static void the_first_sample_folds_to_what_it_was(void **state)
{
	struct arena *a = *state;
	struct folded f;

	fold(a, "sample-1.jsonl", &f);
	golden_check("journal-sample-1", words(a, &f));
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_first_sample_folds_to_what_it_was),
	};

	return cmocka_run_group_tests(cases, arena_setup, arena_teardown);
}

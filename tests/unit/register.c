/* The register: every act by one way, and the file as the only truth. */
#include "tests/arena.h"

#include "locale/text.h"
#include "model/grammar.h"
#include "storage/codec.h"
#include "storage/register.h"
#include "tests/dump.h"
#include "tests/pen.h"

struct place {
	struct arena a;
	char *folder;
	const char *path;
	struct source_script script;
	struct registry *r;
	struct answer answer;
	struct error err;
};

static struct registry *open_it(struct place *t, enum journal_mode mode)
{
	const struct journal_options options = {.mode = mode, .any_place = true, .holder = "test"};

	return register_open(t->path, &options, source_of_script(&t->script), &t->err);
}

static int setup(void **state)
{
	struct place *t = calloc(1, sizeof *t);

	if (!t)
		return -1;
	arena_init(&t->a, &memory_source);
	t->folder = scratch_make();
	t->path = scratch_path(&t->a, t->folder, "chamber.mahdar");
	t->script.now = instant_at((struct date){2024, 12, 30}, 36000, 60);
	t->r = open_it(t, JOURNAL_CREATE);
	*state = t;
	return t->r ? 0 : -1;
}

static int teardown(void **state)
{
	struct place *t = *state;

	register_close(t->r);
	scratch_remove(t->folder);
	arena_clear(&t->a);
	free(t);
	return 0;
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

/* Close and open again: what is then in memory came from the file. */
static void reopen(struct place *t, enum journal_mode mode)
{
	register_close(t->r);
	t->r = open_it(t, mode);
	if (!t->r)
		fail_msg("error %d: %s", (int)t->err.code, t->err.subject);
}

static struct command command(struct place *t, const char *line)
{
	const struct grammar_day day = {{2024, 12, 30}, 60};
	struct command c;
	struct message why;

	if (grammar_parse(str_of(line), day, &c, &why, &t->a) != GRAMMAR_COMMAND)
		fail_msg("%s: %s", line, why.id);
	return c;
}

static enum verdict act(struct place *t, const char *line)
{
	struct command c = command(t, line);

	if (register_act(t->r, &c, STR("test"), &t->answer, &t->a, &t->err) < 0)
		fail_msg("%s: error %d, %s", line, (int)t->err.code, t->err.subject);
	t->script.now.seconds++;
	return t->answer.verdict;
}

static void done(struct place *t, const char *line)
{
	if (act(t, line) != VERDICT_DONE)
		fail_msg("%s: refused %s", line, t->answer.code);
}

static void chamber_of_three(struct place *t)
{
	done(t, "chamber.create code=carfm name_fr=Chambre");
	done(t, "member.register number=1 name_fr=A office=president gender=man");
	done(t, "member.register number=2 name_fr=B office=rapporteur gender=woman");
	done(t, "member.register number=3 name_fr=C office=member gender=man");
}

static void session_of_three(struct place *t)
{
	chamber_of_three(t);
	done(t, "session.create kind=ordinary year=2024 month=10");
	done(t, "item.add kind=agreement title_fr=Convention");
	done(t, "@10:00 sitting.open place=Fès chair=1 secretary=2");
	done(t, "attendance.all");
	done(t, "quorum.record");
	done(t, "item.open item=1");
	done(t, "item.present");
	done(t, "vote.unanimous confirm=bare"); /* an agreement of a title alone */
}

static const char *dump(struct place *t)
{
	const struct session *s = register_session(t->r);
	struct str both[] = {dump_chamber(register_chamber(t->r), &t->a),
		s ? dump_session(s, &t->a) : STR("no session")};

	return arena_join(&t->a, both, ARRAY_LEN(both)).p;
}

static uint32_t acts_of(struct place *t, const char *stream)
{
	struct journal_head head;

	assert_int_equal(journal_head(register_journal(t->r), str_of(stream), &head, &t->err), 0);
	return head.next;
}

/* --- cases --- */

static void what_is_done_is_there_after_reopening(void **state)
{
	struct place *t = *state;
	const char *before;

	session_of_three(t);
	before = dump(t);
	reopen(t, JOURNAL_WRITE);
	assert_null(register_session(t->r));
	assert_int_equal(register_world(t->r)->last_number, 1);
	assert_int_equal(register_choose(t->r, 1, &t->err), 0);
	assert_string_equal(dump(t), before);
	done(t, "vote.announce");
}

static void the_answer_tells_where_the_facts_stand(void **state)
{
	struct place *t = *state;

	session_of_three(t);
	assert_int_equal(t->answer.n, 3);
	assert_int_equal(t->answer.first, 8);
	assert_int_equal(t->answer.type[0], EVENT_VOTE_OPENED);
	assert_int_equal(t->answer.type[2], EVENT_VOTE_CLOSED);
	assert_int_equal(acts_of(t, "session-1"), 11);
	assert_int_equal(acts_of(t, "chamber"), 4);
}

static void a_refusal_writes_nothing(void **state)
{
	struct place *t = *state;
	const char *before;

	session_of_three(t);
	before = dump(t);
	assert_int_equal(act(t, "vote.unanimous"), VERDICT_REFUSED);
	assert_string_equal(t->answer.code, "decided");
	assert_int_equal(
		act(t, "member.register number=4 office=member gender=man"), VERDICT_REFUSED);
	assert_int_equal(
		act(t, "session.create kind=ordinary year=2025 month=2 number=1"), VERDICT_REFUSED);
	done(t, "vote.announce");
	assert_int_equal(act(t, "attendance.all"), VERDICT_REFUSED);
	assert_int_equal(acts_of(t, "session-1"), 12);
	assert_int_equal(acts_of(t, "chamber"), 4);
	assert_string_not_equal(before, dump(t));
}

static void a_question_writes_nothing_until_it_is_answered(void **state)
{
	struct place *t = *state;

	chamber_of_three(t);
	done(t, "session.create kind=ordinary year=2024 month=10");
	done(t, "session.describe notice=2024-12-29");
	done(t, "item.add kind=minutes title_fr=A");
	assert_int_equal(act(t, "@10:00 sitting.open place=Fès chair=1 secretary=2"), VERDICT_ASK);
	assert_string_equal(t->answer.code, "notice-short");
	assert_int_equal(acts_of(t, "session-1"), 3);
	done(t, "@10:00 sitting.open place=Fès chair=1 secretary=2 confirm=notice-short");
	assert_int_equal(acts_of(t, "session-1"), 5);
}

static void a_new_session_is_the_chosen_one(void **state)
{
	struct place *t = *state;
	struct session_line *lines;
	size_t n;

	session_of_three(t);
	done(t, "session.create kind=extraordinary year=2025 month=2");
	assert_int_equal(register_session(t->r)->is.number, 2);
	assert_int_equal(register_world(t->r)->last_number, 2);
	assert_int_equal(register_list(t->r, &t->a, &lines, &n, &t->err), 0);
	assert_int_equal(n, 2);
	assert_int_equal(lines[0].number, 1);
	assert_int_equal(lines[0].phase, PHASE_SITTING);
	assert_int_equal(lines[0].decisions, 1);
	assert_int_equal(lines[0].items, 1);
	assert_int_equal(lines[0].acts, 11);
	assert_int_equal(lines[0].date.day, 30);
	assert_int_equal(lines[1].kind, SESSION_EXTRAORDINARY);
	assert_int_equal(lines[1].date.year, 0);
	assert_int_equal(register_choose(t->r, 1, &t->err), 0);
	assert_int_equal(register_session(t->r)->phase, PHASE_SITTING);
}

static void a_session_that_is_not_there_cannot_be_chosen(void **state)
{
	struct place *t = *state;

	session_of_three(t);
	assert_int_equal(register_choose(t->r, 7, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_NO_SESSION);
	assert_null(register_session(t->r));
	assert_null(register_world(t->r)->session);
	assert_int_equal(act(t, "attendance.all"), VERDICT_REFUSED);
	assert_string_equal(t->answer.code, "no-session");
}

static void a_reader_takes_in_what_was_written_meanwhile(void **state)
{
	struct place *t = *state;
	struct registry *reader;
	struct answer answer;
	struct command c;
	bool changed;

	session_of_three(t);
	reader = open_it(t, JOURNAL_READ);
	assert_non_null(reader);
	assert_int_equal(register_choose(reader, 1, &t->err), 0);
	assert_int_equal(register_refresh(reader, &changed, &t->err), 0);
	assert_false(changed);
	done(t, "vote.announce");
	done(t, "member.register number=4 name_fr=D office=member gender=man");
	assert_int_equal(register_refresh(reader, &changed, &t->err), 0);
	assert_true(changed);
	assert_int_equal(register_session(reader)->log.n, 12);
	assert_int_equal(register_chamber(reader)->members.n, 4);
	/* Reading is all it may do. */
	c = command(t, "item.close");
	assert_int_equal(register_act(reader, &c, STR("test"), &answer, &t->a, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_READ_ONLY);
	assert_int_equal(register_session(reader)->log.n, 12);
	register_close(reader);
}

static void a_second_writer_is_told_who_writes(void **state)
{
	struct place *t = *state;

	chamber_of_three(t);
	assert_null(open_it(t, JOURNAL_WRITE));
	assert_int_equal(t->err.code, ERROR_LOCKED);
	assert_non_null(strstr(t->err.subject, "test"));
}

static void the_lines_of_a_session_are_those_of_the_file(void **state)
{
	struct place *t = *state;
	struct bytes lines = {NULL, 0, 0};
	struct journal_head head;
	struct hash hash;
	size_t newlines = 0;

	session_of_three(t);
	assert_int_equal(register_lines(t->r, 10, &lines, &hash, &t->err), 0);
	assert_int_equal(journal_head(register_journal(t->r), STR("session-1"), &head, &t->err), 0);
	assert_true(hash_equal(hash, head.hash));
	for (size_t i = 0; i < lines.n; i++)
		newlines += lines.p[i] == '\n';
	assert_int_equal(newlines, 11);
	assert_int_equal(lines.p[lines.n - 1], '\n');
	lines.n = 0;
	assert_int_equal(register_lines(t->r, 3, &lines, &hash, &t->err), 0);
	assert_false(hash_equal(hash, head.hash));
	lines.n = 0;
	assert_int_equal(register_lines(t->r, 11, &lines, &hash, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_DAMAGED);
	bytes_free(&lines);
}

static void sign_all(struct place *t)
{
	struct signer signers[] = {{.role = SIGNER_SECRETARY, .certificate = {{1}}},
		{.role = SIGNER_PRESIDENT, .certificate = {{2}}}};
	struct command c = command_of(CMD_RECORD_FREEZE);

	c.arg.record_freeze = (struct record_frozen){.signers = {signers, 2}};
	assert_int_equal(register_act(t->r, &c, STR("test"), &t->answer, &t->a, &t->err), 0);
	assert_int_equal(t->answer.verdict, VERDICT_DONE);
	for (int role = 0; role < 2; role++) {
		c = command_of(CMD_RECORD_SIGN);
		c.arg.record_sign = (struct record_signed){
			.role = role, .certificate = signers[role].certificate, .file = {{9}}};
		assert_int_equal(
			register_act(t->r, &c, STR("test"), &t->answer, &t->a, &t->err), 0);
		assert_int_equal(t->answer.verdict, VERDICT_DONE);
	}
}

static void a_session_names_the_head_of_the_sealed_one_before(void **state)
{
	struct place *t = *state;
	struct hash head;

	session_of_three(t);
	done(t, "vote.announce");
	done(t, "sitting.close");
	sign_all(t);
	head = register_session(t->r)->frozen_head;
	assert_false(hash_is_zero(head));
	/* Asked of the file, not of what is still in memory. */
	for (int64_t number = 2; number <= 3; number++) {
		if (number == 3)
			reopen(t, JOURNAL_WRITE);
		done(t, "session.create kind=ordinary year=2025 month=2");
		done(t, "item.add kind=minutes title_fr=A");
		done(t, "@11:00 sitting.open place=Fès chair=1 secretary=2");
		assert_int_equal(register_session(t->r)->is.number, number);
		assert_int_equal(register_session(t->r)->opening.previous, 1);
		assert_true(hash_equal(register_session(t->r)->opening.previous_head, head));
	}
}

/* Append E as a program without rules would. */
static void append_raw(struct place *t, const char *stream, const struct event *fact)
{
	struct journal *j = register_journal(t->r);
	struct journal_head head;
	struct journal_line line;
	struct event e = *fact;

	assert_int_equal(journal_head(j, str_of(stream), &head, &t->err), 0);
	e.n = head.next;
	e.id.b[0] = 0xee;
	e.actor = STR("raw");
	e.at = e.t = t->script.now;
	line = (struct journal_line){codec_encode(&e, head.hash, &t->a), e.id};
	assert_int_equal(journal_append(j, str_of(stream), head, &line, 1, NULL, &t->err), 0);
}

static void a_line_that_contradicts_the_others_is_damage_with_its_place(void **state)
{
	struct place *t = *state;
	const struct event e = {.type = EVENT_VOTE_VOIDED, .body.vote_voided = {{5, 1}, {"r", 1}}};

	session_of_three(t);
	append_raw(t, "session-1", &e);
	assert_int_equal(register_choose(t->r, 1, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_DAMAGED);
	assert_non_null(strstr(t->err.subject, "session-1/11"));
}

static void a_line_of_an_unknown_kind_is_said_to_be_one(void **state)
{
	struct place *t = *state;
	struct pen pen;

	session_of_three(t);
	pen_open(&pen, 1);
	assert_int_equal(pen_append(&pen, register_journal(t->r), "session-1", 1, 10, &t->err), 0);
	pen_close(&pen);
	assert_int_equal(register_choose(t->r, 1, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_BAD_EVENT);
}

static void a_chamber_that_does_not_fold_is_not_opened(void **state)
{
	struct place *t = *state;
	const struct event e = {.type = EVENT_KEY_RETIRED,
		.body.key_retired = {.certificate = {{5}}, .reason = {"r", 1}}};

	chamber_of_three(t);
	append_raw(t, "chamber", &e);
	register_close(t->r);
	t->r = NULL;
	assert_null(open_it(t, JOURNAL_WRITE));
	assert_int_equal(t->err.code, ERROR_DAMAGED);
	/* And the lock is free again. */
	assert_null(open_it(t, JOURNAL_WRITE));
	assert_int_equal(t->err.code, ERROR_DAMAGED);
}

static void a_head_that_moved_is_a_conflict_and_nothing_is_lost(void **state)
{
	struct place *t = *state;
	const struct event e = {.type = EVENT_CEREMONY_HELD};
	struct command c;
	bool changed;

	session_of_three(t);
	append_raw(t, "session-1", &e);
	c = command(t, "vote.announce");
	assert_int_equal(register_act(t->r, &c, STR("test"), &t->answer, &t->a, &t->err), -1);
	assert_int_equal(t->err.code, ERROR_CONFLICT);
	assert_int_equal(register_refresh(t->r, &changed, &t->err), 0);
	assert_true(changed);
	done(t, "vote.announce");
	assert_int_equal(acts_of(t, "session-1"), 13);
}

static void ids_of_a_script_count_and_say_so(void **state)
{
	struct place *t = *state;
	const struct session *s;

	session_of_three(t);
	s = register_session(t->r);
	for (size_t i = 1; i < s->log.n; i++) {
		const unsigned char *id = s->log.at[i].id.b;

		assert_int_equal(id[6] >> 4, 8); /* version 8: custom */
		assert_true(memcmp(s->log.at[i - 1].id.b, id, 16) < 0);
	}
}

static void the_live_source_draws_ids_and_genesis(void **state)
{
	unsigned char genesis[2][16], ones[16] = {0}, always[16];
	struct uuid id[2];

	(void)state;
	memset(always, 0xff, sizeof always);
	for (int i = 0; i < 64; i++) {
		source_live.genesis(NULL, genesis[i % 2]);
		for (int k = 0; k < 16; k++) {
			ones[k] |= genesis[i % 2][k];
			always[k] &= genesis[i % 2][k];
		}
	}
	/* All 128 bits are drawn: each was one and zero at least once. */
	for (int k = 0; k < 16; k++) {
		assert_int_equal(ones[k], 0xff);
		assert_int_equal(always[k], 0);
	}
	id[0] = source_live.id(NULL);
	id[1] = source_live.id(NULL);
	assert_memory_not_equal(id[0].b, id[1].b, 16);
	assert_true(instant_valid(source_live.now(NULL)));
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		CASE(what_is_done_is_there_after_reopening),
		CASE(the_answer_tells_where_the_facts_stand),
		CASE(a_refusal_writes_nothing),
		CASE(a_question_writes_nothing_until_it_is_answered),
		CASE(a_new_session_is_the_chosen_one),
		CASE(a_session_that_is_not_there_cannot_be_chosen),
		CASE(a_reader_takes_in_what_was_written_meanwhile),
		CASE(a_second_writer_is_told_who_writes),
		CASE(the_lines_of_a_session_are_those_of_the_file),
		CASE(a_session_names_the_head_of_the_sealed_one_before),
		CASE(a_line_that_contradicts_the_others_is_damage_with_its_place),
		CASE(a_line_of_an_unknown_kind_is_said_to_be_one),
		CASE(a_chamber_that_does_not_fold_is_not_opened),
		CASE(a_head_that_moved_is_a_conflict_and_nothing_is_lost),
		CASE(ids_of_a_script_count_and_say_so),
		CASE(the_live_source_draws_ids_and_genesis),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}

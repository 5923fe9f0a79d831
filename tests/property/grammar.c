/* What holds for every command: its line reads back to it, and no line whatever breaks the reader.
 */
#include "tests/test.h"

#include "model/grammar.h"
#include "storage/memory.h"
#include "tests/generate.h"

struct fixture {
	struct arena arena;
	struct generator g;
};

/* Each case draws from the same seed, so that it can be repeated alone. */
static int start(void **state)
{
	struct fixture *f = malloc(sizeof *f);

	if (!f)
		return -1;
	arena_init(&f->arena, &memory_source);
	f->g = generator_of(generate_seed(1809), &f->arena);
	*state = f;
	return 0;
}

static int finish(void **state)
{
	struct fixture *f = *state;

	arena_clear(&f->arena);
	free(f);
	return 0;
}

static struct grammar_day some_day(struct generator *g)
{
	if (generate_chance(g, 30))
		return (struct grammar_day){0};
	return (struct grammar_day){generate_date(g), (int32_t)generate_between(g, -899, 899)};
}

static void assert_same_command(const struct command *a, const struct command *b, struct str line)
{
	if (a->type != b->type || a->at.seconds != b->at.seconds ||
		a->at.offset_minutes != b->at.offset_minutes ||
		!field_equal(command_fields(a->type), &a->arg, &b->arg) ||
		!str_equal(a->confirm, b->confirm))
		fail_msg("read as something else: %.*s", (int)line.n, line.p);
}

static void twenty_thousand_random_commands_come_back_as_they_were(void **state)
{
	struct fixture *f = *state;
	unsigned seen[CMD_COUNT] = {0};

	for (int i = 0; i < 20000; i++) {
		struct command c = generate_command(&f->g), back;
		struct message why = {0};
		struct str line = grammar_print(&c, &f->arena);

		seen[c.type]++;
		if (grammar_parse(line, some_day(&f->g), &back, &why, &f->arena) != GRAMMAR_COMMAND)
			fail_msg("%s: %.*s", why.id, (int)line.n, line.p);
		assert_same_command(&c, &back, line);
		assert_true(str_equal(grammar_print(&back, &f->arena), line));
		arena_clear(&f->arena);
	}
	for (int i = 0; i < CMD_COUNT; i++)
		assert_true(command_fields((enum command_type)i) ? seen[i] > 20000 / CMD_COUNT / 2
								 : seen[i] == 0);
}

/* LINE is nothing, or refused with a sentence, or a command within its limits that prints to a
 * line which means the same. */
static enum grammar_result holds(struct fixture *f, struct str line)
{
	struct command c, back;
	struct message why = {0};
	struct grammar_day day = some_day(&f->g);
	enum grammar_result result = grammar_parse(line, day, &c, &why, &f->arena);

	if (result == GRAMMAR_WRONG)
		assert_non_null(why.id);
	if (result != GRAMMAR_COMMAND)
		return result;

	struct str printed = grammar_print(&c, &f->arena);

	assert_null(why.id);
	assert_null(field_wrong(command_fields(c.type), &c.arg));
	assert_int_equal(grammar_parse(printed, day, &back, &why, &f->arena), GRAMMAR_COMMAND);
	assert_same_command(&c, &back, line);
	return result;
}

static void changed_lines_are_refused_or_mean_what_they_say(void **state)
{
	struct fixture *f = *state;
	unsigned count[3] = {0};

	for (int i = 0; i < 20000; i++) {
		struct command c = generate_command(&f->g);
		struct str line = grammar_print(&c, &f->arena);
		char *p = arena_copy(&f->arena, line.p, line.n + 1);

		for (uint64_t n = generate_below(&f->g, 3); n < 3; n++)
			p[generate_below(&f->g, line.n)] = (char)generate_below(&f->g, 256);
		count[holds(f, (struct str){p, line.n})]++;
		count[holds(f, (struct str){line.p, generate_below(&f->g, line.n)})]++;
		arena_clear(&f->arena);
	}
	assert_true(count[GRAMMAR_WRONG] > 20000);
	assert_true(count[GRAMMAR_COMMAND] > 1000);
}

static void words_thrown_together_never_break_the_reader(void **state)
{
	static const char *const words[] = {" ", "\t", "@", "@10:30 ", "@2024-12-30T10:00:00Z ",
		"item=", "\"", "\\", "\\u", "d83d", "\\n", "=", ",", "1", "-", "3/1", "yes",
		"value=for", "member=1,2", "#", "reason=\"", "م", "\xff", "\r",
		"amount=", "1234,56", "confirm=no-quorum", "confirm=earlier", ",earlier"};
	struct fixture *f = *state;
	unsigned count[3] = {0};

	for (int i = 0; i < 20000; i++) {
		struct builder b;

		builder_init(&b, &f->arena);
		if (generate_chance(&f->g, 80)) {
			builder_add_z(&b,
				command_spec((enum command_type)generate_below(&f->g, CMD_COUNT))
					->name);
			builder_add_char(&b, ' ');
		}
		for (uint64_t n = generate_below(&f->g, 8); n > 0; n--)
			builder_add_z(&b, words[generate_below(&f->g, ARRAY_LEN(words))]);
		count[holds(f, builder_str(&b))]++;
		arena_clear(&f->arena);
	}
	assert_true(count[GRAMMAR_NOTHING] > 10 && count[GRAMMAR_COMMAND] > 10);
	assert_true(count[GRAMMAR_WRONG] > 10000);
}

static void every_completion_continues_the_last_word(void **state)
{
	struct fixture *f = *state;
	size_t total = 0;

	for (int i = 0; i < 5000; i++) {
		struct command c = generate_command(&f->g);
		struct str line = grammar_print(&c, &f->arena), found[60];

		line.n = generate_below(&f->g, line.n + 1);

		size_t last = grammar_last_word(line);
		size_t n = grammar_complete(line, found, ARRAY_LEN(found), &f->arena);

		assert_true(last <= line.n);
		for (size_t k = 0; k < n; k++) {
			assert_true(found[k].n >= line.n - last);
			assert_memory_equal(found[k].p, line.p + last, line.n - last);
		}
		total += n;
		arena_clear(&f->arena);
	}
	assert_true(total > 5000);
}

static void every_argument_is_offered_for_its_command(void **state)
{
	struct fixture *f = *state;

	for (int type = 0; type < CMD_COUNT; type++) {
		const struct field *field = command_fields((enum command_type)type);

		for (; field && field->name; field++) {
			struct str parts[] = {str_of(command_spec((enum command_type)type)->name),
				STR(" "), str_of(field->name)};
			struct str line = arena_join(&f->arena, parts, ARRAY_LEN(parts)), found[60];
			size_t n = grammar_complete(line, found, ARRAY_LEN(found), &f->arena);
			bool offered = false;

			for (size_t i = 0; i < n; i++)
				offered |= found[i].n == parts[2].n + 1;
			assert_true(offered);
		}
	}
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, start, finish)

static const struct CMUnitTest cases[] = {
	CASE(twenty_thousand_random_commands_come_back_as_they_were),
	CASE(changed_lines_are_refused_or_mean_what_they_say),
	CASE(words_thrown_together_never_break_the_reader),
	CASE(every_completion_continues_the_last_word),
	CASE(every_argument_is_offered_for_its_command),
};

TEST_MAIN(cases)

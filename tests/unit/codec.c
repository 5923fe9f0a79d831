/* Lines as they stand in the register: known answers, and everything that is no line. */
#include "tests/arena.h"

#include "storage/codec.h"

/* One good line; its parts are exchanged below. */
#define ACTOR "{\"actor\":\"كاتب الجلسة\","
#define AT    "\"at\":\"2024-12-30T10:18:00+01:00\","
#define BODY  "\"body\":{\"members\":[12,15],\"value\":\"abstain\",\"vote\":\"3/1\"},"
#define ID    "\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\","
#define N     "\"n\":17,"
#define PREV  "\"prev\":\"5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9\","
#define T     "\"t\":\"2024-12-30T10:18:02+01:00\","
#define TYPE  "\"type\":\"vote.marked\"}"
#define GOOD  ACTOR AT BODY ID N PREV T TYPE

static struct event read_line(struct arena *a, const char *line)
{
	struct event e;
	struct hash prev;
	struct error err = {0};

	if (codec_decode(str_of(line), &e, &prev, a, &err))
		fail_msg("%s: %s", err.detail, line);
	assert_text(a, codec_encode(&e, prev, a), line);
	return e;
}

/* LINE is no event because of WHAT (ending in a blank: whatever follows). */
static void assert_bad(struct arena *a, struct str line, const char *what)
{
	struct event e;
	struct hash prev;
	struct error err = {0};

	if (!codec_decode(line, &e, &prev, a, &err))
		fail_msg("was read: %.*s", (int)line.n, line.p);
	assert_int_equal(err.code, ERROR_BAD_EVENT);
	if (!str_starts(str_of(err.detail), what) ||
		(strlen(err.detail) > strlen(what) && what[strlen(what) - 1] != ' '))
		fail_msg("%s instead of %s: %.*s", err.detail, what, (int)line.n, line.p);
}

static void assert_bad_body(struct arena *a, const char *type, const char *body, const char *what)
{
	struct str parts[] = {STR(ACTOR AT "\"body\":"), str_of(body),
		STR("," ID N PREV T "\"type\":\""), str_of(type), STR("\"}")};

	assert_bad(a, arena_join(a, parts, ARRAY_LEN(parts)), what);
}

static void a_line_says_who_when_what_and_where_it_stands(void **state)
{
	struct event e = read_line(*state, GOOD);

	assert_int_equal(e.type, EVENT_VOTE_MARKED);
	assert_text(*state, e.actor, "كاتب الجلسة");
	assert_int_equal(e.at.seconds, 1735550280);
	assert_int_equal(e.at.offset_minutes, 60);
	assert_int_equal(e.t.seconds, 1735550282);
	assert_int_equal(e.n, 17);
	assert_int_equal(e.id.b[0], 0x0f);
	assert_int_equal(e.id.b[15], 0x0e);
	assert_int_equal(e.body.vote_marked.vote.item, 3);
	assert_int_equal(e.body.vote_marked.vote.n, 1);
	assert_int_equal(e.body.vote_marked.value, VALUE_ABSTAIN);
	assert_int_equal(e.body.vote_marked.members.n, 2);
	assert_int_equal(e.body.vote_marked.members.at[1], 15);
}

static void the_hash_before_is_read(void **state)
{
	struct event e;
	struct hash prev;
	struct error err;

	assert_int_equal(codec_decode(STR(GOOD), &e, &prev, *state, &err), 0);
	assert_text(*state, hash_text(prev, *state),
		"5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9");
}

static void only_quotes_backslashes_and_newlines_are_escaped(void **state)
{
	struct event e = read_line(*state, ACTOR AT
		"\"body\":{\"content\":\"a\\\"b\\\\c\\nd/é€😀\u200f\u2028\",\"guest\":0,\"item\":0,"
		"\"lang\":\"ar\",\"member\":1,\"part\":\"speech\",\"text\":1}," ID N PREV T
		"\"type\":\"text.kept\"}");

	assert_text(*state, e.body.text_kept.content, "a\"b\\c\nd/é€😀\u200f\u2028");
}

static void optional_fields_stand_there_only_when_they_say_something(void **state)
{
	struct event e = {.type = EVENT_MEMBER_ADDED, .body.member_added.member = {.number = 7}};

	assert_text(*state, codec_body(&e, *state),
		"{\"gender\":\"unknown\",\"number\":7,\"office\":\"member\"}");
	e.body.member_added.member.from = (struct date){2021, 10, 1};
	e.body.member_added.member.name_ar = STR("السيد نموذج");
	e.body.member_added.reason = STR("x");
	assert_text(*state, codec_body(&e, *state),
		"{\"from\":\"2021-10-01\",\"gender\":\"unknown\",\"name_ar\":\"السيد نموذج\","
		"\"number\":7,\"office\":\"member\",\"reason\":\"x\"}");
}

static void required_fields_stand_there_even_when_zero(void **state)
{
	struct event e = {.type = EVENT_RECORD_FROZEN};

	assert_text(*state, codec_body(&e, *state),
		"{\"lang\":\"ar\",\"replaces\":"
		"\"0000000000000000000000000000000000000000000000000000000000000000\",\"signers\":["
		"]}");
	e = (struct event){.type = EVENT_VOTE_COUNTED, .body.vote_counted.vote = {2, 1}};
	assert_text(*state, codec_body(&e, *state),
		"{\"abstain\":0,\"against\":0,\"for\":0,\"remainder\":false,\"vote\":\"2/1\"}");
}

static void the_greatest_and_least_numbers_go_through(void **state)
{
	struct event e = {.type = EVENT_BUDGET_LINE_SET,
		.body.budget_line_set = {.item = 9999,
			.code = STR("10"),
			.before = -INT64_C(1000000000000000),
			.amount = INT64_C(1000000000000000)}};

	assert_text(*state, codec_body(&e, *state),
		"{\"amount\":1000000000000000,\"before\":-1000000000000000,\"code\":\"10\","
		"\"item\":9999,"
		"\"part\":\"revenue\"}");
	e = read_line(*state, ACTOR AT BODY ID "\"n\":4294967295," PREV T TYPE);
	assert_true(e.n == UINT32_MAX);
	read_line(*state, ACTOR AT BODY ID "\"n\":0," PREV T TYPE);
}

static void an_empty_actor_is_a_text_too(void **state)
{
	assert_int_equal(read_line(*state, "{\"actor\":\"\"," AT BODY ID N PREV T TYPE).actor.n, 0);
}

static void what_is_no_json_is_no_event(void **state)
{
	static const char *const lines[] = {"", " ", "x", "{", GOOD "}", GOOD GOOD,
		"{\"actor\":", ACTOR, "\xef\xbb\xbf" GOOD, "{'actor':1}",
		"{\"actor\":\"\xff\"," AT BODY ID N PREV T TYPE,
		"{\"actor\":\"\xc0\xaf\"," AT BODY ID N PREV T TYPE,
		"{\"actor\":\"\xed\xa0\x80\"," AT BODY ID N PREV T TYPE,
		"{\"actor\":\"\\ud800\"," AT BODY ID N PREV T TYPE,
		"{\"actor\":\"\\u0000\"," AT BODY ID N PREV T TYPE,
		"{\"actor\":\"a\nb\"," AT BODY ID N PREV T TYPE,
		ACTOR AT BODY ID "\"n\":017," PREV T TYPE,
		ACTOR AT BODY ID "\"n\":99999999999999999999," PREV T TYPE,
		"{\"actor\":\"\",\"actor\":\"\"," AT BODY ID N PREV T TYPE};

	for (size_t i = 0; i < ARRAY_LEN(lines); i++)
		assert_bad(*state, str_of(lines[i]), "no JSON from byte ");
	assert_bad(*state, (struct str){GOOD "\0", sizeof GOOD}, "no JSON from byte ");
}

static void deep_nesting_is_refused_and_not_followed(void **state)
{
	char line[100001];

	memset(line, '[', sizeof line);
	assert_bad(*state, (struct str){line, sizeof line - 1}, "no JSON from byte ");
}

static void the_frame_is_exactly_eight_keys(void **state)
{
	assert_bad(*state, STR("[]"), "no object");
	assert_bad(*state, STR("null"), "no JSON from byte ");
	assert_bad(*state, STR("{}"), "n");
	assert_bad(*state, STR(ACTOR BODY ID N PREV T TYPE), "not exactly eight keys");
	assert_bad(*state, STR(ACTOR AT BODY ID N PREV T "\"type\":\"vote.marked\",\"z\":1}"),
		"not exactly eight keys");
	assert_bad(*state,
		STR(ACTOR AT BODY ID N PREV "\"tt\":\"2024-12-30T10:18:02+01:00\"," TYPE), "t");
	assert_bad(*state, STR("{\"actor\":5," AT BODY ID N PREV T TYPE), "actor");
	assert_bad(*state, STR(ACTOR "\"at\":1735550280," BODY ID N PREV T TYPE), "at");
	assert_bad(*state, STR(ACTOR AT "\"body\":[]," ID N PREV T TYPE), "no object");
	assert_bad(*state,
		STR(ACTOR AT BODY "\"id\":\"0F8FAD5B-D9CB-469F-A165-70867728950E\"," N PREV T TYPE),
		"id");
	assert_bad(*state, STR(ACTOR AT BODY ID "\"n\":\"17\"," PREV T TYPE), "n");
	assert_bad(*state, STR(ACTOR AT BODY ID "\"n\":-1," PREV T TYPE), "n");
	assert_bad(*state, STR(ACTOR AT BODY ID "\"n\":4294967296," PREV T TYPE), "n");
	assert_bad(*state, STR(ACTOR AT BODY ID "\"n\":17.0," PREV T TYPE), "n");
	assert_bad(*state, STR(ACTOR AT BODY ID N "\"prev\":\"0\"," T TYPE), "prev");
	assert_bad(*state, STR(ACTOR AT BODY ID N PREV T "\"type\":\"vote.markd\"}"), "type");
	assert_bad(*state, STR(ACTOR AT BODY ID N PREV T "\"type\":7}"), "type");
}

static void the_number_of_a_bad_line_is_named(void **state)
{
	struct event e;
	struct hash prev;
	struct error err;

	assert_int_equal(
		codec_decode(STR(ACTOR AT BODY ID N PREV T "\"type\":7}"), &e, &prev, *state, &err),
		-1);
	assert_string_equal(err.subject, "17");
	assert_int_equal(codec_decode(STR("{"), &e, &prev, *state, &err), -1);
	assert_string_equal(err.subject, "?");
}

static void another_spelling_of_the_same_is_not_canonical(void **state)
{
	static const char *const lines[] = {GOOD "\n", " " GOOD, GOOD " ",
		ACTOR " " AT BODY ID N PREV T TYPE, ACTOR BODY AT ID N PREV T TYPE,
		ACTOR AT
		"\"body\":{\"value\":\"abstain\",\"members\":[12,15],\"vote\":\"3/1\"}," ID N PREV T
			TYPE,
		ACTOR AT
		"\"body\":{\"members\":[12, 15],\"value\":\"abstain\",\"vote\":\"3/1\"}," ID N PREV
			T TYPE,
		ACTOR AT
		"\"body\":{\"members\":[12,15],\"value\":\"\\u0061bstain\",\"vote\":\"3/1\"}," ID N
			PREV T TYPE,
		ACTOR AT
		"\"body\":{\"members\":[12,15],\"value\":\"abstain\",\"vote\":\"3\\/1\"}," ID N PREV
			T TYPE,
		ACTOR "\"\\u0061t\":\"2024-12-30T10:18:00+01:00\"," BODY ID N PREV T TYPE,
		ACTOR AT BODY ID N PREV "\"t\":\"2024-12-30T09:18:02Z\"," TYPE,
		ACTOR AT BODY ID N PREV "\"t\":\"2024-12-30T09:18:02-00:00\"," TYPE,
		"{\"actor\":\"\\u0643\"," AT BODY ID N PREV T TYPE,
		"{\"actor\":\"\\u000a\"," AT BODY ID N PREV T TYPE};

	for (size_t i = 0; i < ARRAY_LEN(lines); i++)
		assert_bad(*state, str_of(lines[i]), "not canonical");
	assert_bad_body(*state, "budget.line_set",
		"{\"amount\":-0,\"before\":0,\"code\":\"1\",\"item\":1,\"part\":\"revenue\"}",
		"not canonical");
	assert_bad_body(
		*state, "members.registered", "{\"members\":[],\"source\":\"\"}", "not canonical");
}

static void control_characters_are_no_text(void **state)
{
	static const char *const texts[] = {
		"\\t", "\\r", "\\b", "\\f", "\\u001b", "\x7f", "\\u0085", "\xc2\x9b"};

	for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
		struct str parts[] = {STR("{\"actor\":\""), str_of(texts[i]),
			STR("\"," AT BODY ID N PREV T TYPE)};
		struct str body[] = {
			STR("{\"reason\":\""), str_of(texts[i]), STR("\",\"vote\":\"1/1\"}")};

		assert_bad(*state, arena_join(*state, parts, 3), "actor, at or t");
		assert_bad_body(*state, "vote.voided", arena_z(*state, arena_join(*state, body, 3)),
			"reason");
	}
}

static void a_body_has_exactly_the_keys_of_its_kind(void **state)
{
	assert_bad_body(*state, "item.opened", "{}", "item");
	assert_bad_body(*state, "item.opened", "{\"item\":1,\"more\":1}", "an unknown key");
	assert_bad_body(*state, "item.opened", "{\"item\":1,\"item\":1}", "no JSON from byte ");
	assert_bad_body(*state, "item.opened", "{\"Item\":1}", "item");
	assert_bad_body(*state, "item.opened", "null", "no object");
	assert_bad_body(*state, "vote.marked", "{\"members\":[1],\"value\":\"for\"}", "vote");
}

static void values_have_the_shape_and_range_of_their_field(void **state)
{
	assert_bad_body(*state, "item.opened", "{\"item\":0}", "item");
	assert_bad_body(*state, "item.opened", "{\"item\":10000}", "item");
	assert_bad_body(*state, "item.opened", "{\"item\":-1}", "item");
	assert_bad_body(*state, "item.opened", "{\"item\":\"1\"}", "item");
	assert_bad_body(*state, "item.opened", "{\"item\":1.0}", "item");
	assert_bad_body(*state, "item.opened", "{\"item\":1e0}", "item");
	assert_bad_body(*state, "item.opened", "{\"item\":true}", "item");
	assert_bad_body(*state, "item.opened", "{\"item\":[1]}", "item");
	assert_bad_body(*state, "item.opened", "{\"item\":null}", "item");
	assert_bad_body(*state, "ceremony.held", "{\"kind\":\"\"}", "kind");
	assert_bad_body(*state, "ceremony.held", "{\"kind\":\"Anthem\"}", "kind");
	assert_bad_body(*state, "ceremony.held", "{\"kind\":1}", "kind");
	assert_bad_body(*state, "member.left", "{\"members\":[0]}", "members");
	assert_bad_body(*state, "member.left", "{\"members\":[1,100000]}", "members");
	assert_bad_body(*state, "member.left", "{\"members\":[4294967297]}", "members");
	assert_bad_body(*state, "member.left", "{\"members\":[1,\"2\"]}", "members");
	assert_bad_body(*state, "member.left", "{\"members\":1}", "members");
	assert_bad_body(*state, "vote.announced", "{\"vote\":\"0/1\"}", "vote");
	assert_bad_body(*state, "vote.announced", "{\"vote\":\"1/01\"}", "vote");
	assert_bad_body(*state, "vote.announced", "{\"vote\":\"1\"}", "vote");
	assert_bad_body(*state, "vote.announced", "{\"vote\":11}", "vote");
	assert_bad_body(*state, "key.retired", "{\"certificate\":\"00\"}", "certificate");
	assert_bad_body(*state, "members.registered", "{\"members\":[{}]}", "members");
	assert_bad_body(*state, "members.registered", "{\"members\":{}}", "members");
	assert_bad_body(*state, "members.registered",
		"{\"members\":[{\"from\":\"2021-02-29\",\"gender\":\"man\",\"number\":1,\"office\":"
		"\"member\"}]}",
		"members");
	assert_bad_body(*state, "members.registered",
		"{\"members\":[{\"gender\":\"man\",\"number\":0,\"office\":\"member\"}]}",
		"number");
	assert_bad_body(*state, "quorum.recorded",
		"{\"absent\":[],\"certainty\":\"law\",\"in_office\":1,\"met\":1,\"needed\":1,"
		"\"present\":1}",
		"met");
}

static void a_text_that_is_longer_than_its_field_is_refused(void **state)
{
	struct builder b;

	builder_init(&b, *state);
	builder_add_z(&b, "{\"reason\":\"");
	for (int i = 0; i < 401; i++)
		builder_add_char(&b, 'x');
	builder_add_z(&b, "\",\"vote\":\"1/1\"}");
	assert_bad_body(*state, "vote.voided", builder_str(&b).p, "reason");
}

static void a_required_text_may_not_be_empty(void **state)
{
	assert_bad_body(*state, "budget.line_set",
		"{\"amount\":0,\"before\":0,\"code\":\"\",\"item\":1,\"part\":\"revenue\"}",
		"code");
}

static void instants_are_real_and_set(void **state)
{
	static const char *const times[] = {"", "2024-12-30", "2024-12-30T10:18:00",
		"2024-12-30 10:18:00+01:00", "2024-12-30T10:18:60+01:00",
		"2024-12-30T24:00:00+01:00", "2024-02-30T10:00:00+01:00",
		"2024-12-30T10:18:00.5+01:00", "2024-12-30T10:18:00+15:00",
		"2024-12-30t10:18:00+01:00"};

	for (size_t i = 0; i < ARRAY_LEN(times); i++) {
		struct str parts[] = {
			STR(ACTOR AT BODY ID N PREV "\"t\":\""), str_of(times[i]), STR("\"," TYPE)};

		assert_bad(*state, arena_join(*state, parts, ARRAY_LEN(parts)), "t");
	}
	/* The zero of the clock means "not set". */
	assert_bad(*state, STR(ACTOR AT BODY ID N PREV "\"t\":\"1970-01-01T01:00:00+01:00\"," TYPE),
		"actor, at or t");
	read_line(*state, ACTOR AT BODY ID N PREV "\"t\":\"0001-01-01T00:00:00-14:59\"," TYPE);
	read_line(*state, ACTOR AT BODY ID N PREV "\"t\":\"9999-12-31T23:59:59+00:00\"," TYPE);
}

/* No list could be stored twice under one name, and no name needs an escape. */
static void the_names_of_fields_and_values_are_plain_and_unlike(void **state)
{
	(void)state;
	for (int type = 0; type < EVENT_COUNT; type++) {
		for (const struct field *f = event_spec((enum event_type)type)->fields; f->name;
			f++) {
			assert_int_equal(
				strspn(f->name, "abcdefghijklmnopqrstuvwxyz_"), strlen(f->name));
			for (const struct field *g = f + 1; g->name; g++)
				assert_string_not_equal(f->name, g->name);
			for (int i = 0; f->kind == FIELD_ENUM && f->names[i].name; i++) {
				const char *name = f->names[i].name;

				assert_int_equal(
					strspn(name, "abcdefghijklmnopqrstuvwxyz-"), strlen(name));
				for (int k = i + 1; f->names[k].name; k++)
					assert_string_not_equal(name, f->names[k].name);
			}
		}
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(a_line_says_who_when_what_and_where_it_stands),
	cmocka_unit_test(the_hash_before_is_read),
	cmocka_unit_test(only_quotes_backslashes_and_newlines_are_escaped),
	cmocka_unit_test(optional_fields_stand_there_only_when_they_say_something),
	cmocka_unit_test(required_fields_stand_there_even_when_zero),
	cmocka_unit_test(the_greatest_and_least_numbers_go_through),
	cmocka_unit_test(an_empty_actor_is_a_text_too),
	cmocka_unit_test(what_is_no_json_is_no_event),
	cmocka_unit_test(deep_nesting_is_refused_and_not_followed),
	cmocka_unit_test(the_frame_is_exactly_eight_keys),
	cmocka_unit_test(the_number_of_a_bad_line_is_named),
	cmocka_unit_test(another_spelling_of_the_same_is_not_canonical),
	cmocka_unit_test(control_characters_are_no_text),
	cmocka_unit_test(a_body_has_exactly_the_keys_of_its_kind),
	cmocka_unit_test(values_have_the_shape_and_range_of_their_field),
	cmocka_unit_test(a_text_that_is_longer_than_its_field_is_refused),
	cmocka_unit_test(a_required_text_may_not_be_empty),
	cmocka_unit_test(instants_are_real_and_set),
	cmocka_unit_test(the_names_of_fields_and_values_are_plain_and_unlike),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)

/* The fold of the chamber's stream. */
#include "tests/arena.h"

#include "model/chamber.h"

static struct event event_of(uint32_t n, enum event_type type)
{
	return (struct event){.type = type, .n = n};
}

static struct event created(uint32_t n)
{
	struct event e = event_of(n, EVENT_CHAMBER_CREATED);

	e.body.chamber_created =
		(struct chamber_created){.code = STR("carfm"), .head.name_ar = STR("الغرفة")};
	return e;
}

static struct event registered(uint32_t n, struct member *members, size_t count)
{
	struct event e = event_of(n, EVENT_MEMBERS_REGISTERED);

	e.body.members_registered.members = (struct list){members, count};
	return e;
}

static struct event key_made(uint32_t n, enum signer_role role, unsigned char certificate)
{
	struct event e = event_of(n, EVENT_KEY_MADE);

	e.body.key_made =
		(struct key_made){.signer = {.role = (int)role, .certificate = {{certificate}}}};
	return e;
}

static void the_first_fact_creates_the_chamber(void **state)
{
	struct chamber c;
	struct event e = event_of(0, EVENT_MEMBERS_REGISTERED);

	chamber_init(&c, *state);
	assert_false(chamber_apply(&c, &e));
	chamber_init(&c, *state);
	e = created(1);
	assert_false(chamber_apply(&c, &e));
	chamber_init(&c, *state);
	e = created(0);
	assert_true(chamber_apply(&c, &e));
	assert_true(c.exists);
	e = created(1);
	assert_false(chamber_apply(&c, &e));
}

static void facts_come_in_order(void **state)
{
	struct member m = {.number = 1};
	struct chamber c;
	struct event e = created(0);

	chamber_init(&c, *state);
	assert_true(chamber_apply(&c, &e));
	e = registered(2, &m, 1);
	assert_false(chamber_apply(&c, &e));
	e = registered(0, &m, 1);
	assert_false(chamber_apply(&c, &e));
}

static void facts_of_a_session_do_not_belong_here(void **state)
{
	struct chamber c;
	struct event e = created(0);

	chamber_init(&c, *state);
	assert_true(chamber_apply(&c, &e));
	e = event_of(1, EVENT_ITEM_ADDED);
	assert_false(chamber_apply(&c, &e));
}

static void members_stand_in_order_of_their_numbers(void **state)
{
	struct member some[] = {{.number = 7}, {.number = 2}, {.number = 5}},
		      more[] = {{.number = 5, .name_fr = STR("B")}, {.number = 1}};
	struct chamber c;
	struct event e = created(0);

	chamber_init(&c, *state);
	assert_true(chamber_apply(&c, &e));
	e = registered(1, some, 3);
	assert_true(chamber_apply(&c, &e));
	e = registered(2, more, 2);
	assert_true(chamber_apply(&c, &e));
	assert_int_equal(c.members.n, 4);
	assert_int_equal(c.members.at[0].number, 1);
	assert_int_equal(c.members.at[1].number, 2);
	assert_int_equal(c.members.at[2].number, 5);
	assert_int_equal(c.members.at[3].number, 7);
	assert_true(str_is(chamber_member(&c, 5)->name_fr, "B"));
	assert_null(chamber_member(&c, 6));
}

static void a_mandate_has_a_first_and_a_last_day(void **state)
{
	struct member m = {.from = {2021, 8, 20}, .to = {2027, 8, 19}};

	(void)state;
	assert_true(member_in_office(&m, (struct date){2024, 12, 30}));
	assert_true(member_in_office(&m, m.from));
	assert_true(member_in_office(&m, m.to));
	assert_false(member_in_office(&m, (struct date){2021, 8, 19}));
	assert_false(member_in_office(&m, (struct date){2027, 8, 20}));
	m.to = (struct date){0, 0, 0};
	assert_true(member_in_office(&m, (struct date){2099, 1, 1}));
	m.from = (struct date){0, 0, 0};
	assert_true(member_in_office(&m, (struct date){1999, 1, 1}));
}

static void the_newest_key_of_a_role_signs_until_it_is_retired(void **state)
{
	struct chamber c;
	struct event e = created(0);

	chamber_init(&c, *state);
	assert_true(chamber_apply(&c, &e));
	e = key_made(1, SIGNER_SECRETARY, 1);
	assert_true(chamber_apply(&c, &e));
	e = key_made(2, SIGNER_SECRETARY, 2);
	assert_true(chamber_apply(&c, &e));
	assert_null(chamber_key(&c, SIGNER_PRESIDENT));
	assert_int_equal(chamber_key(&c, SIGNER_SECRETARY)->signer.certificate.b[0], 2);
	e = event_of(3, EVENT_KEY_RETIRED);
	e.body.key_retired = (struct key_retired){.certificate = {{2}}, .reason = STR("perdue")};
	assert_true(chamber_apply(&c, &e));
	assert_int_equal(chamber_key(&c, SIGNER_SECRETARY)->signer.certificate.b[0], 1);
	e.n = 4;
	e.body.key_retired.certificate = (struct hash){{9}};
	assert_false(chamber_apply(&c, &e));
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(the_first_fact_creates_the_chamber),
		cmocka_unit_test(facts_come_in_order),
		cmocka_unit_test(facts_of_a_session_do_not_belong_here),
		cmocka_unit_test(members_stand_in_order_of_their_numbers),
		cmocka_unit_test(a_mandate_has_a_first_and_a_last_day),
		cmocka_unit_test(the_newest_key_of_a_role_signs_until_it_is_retired),
	};

	return cmocka_run_group_tests(cases, arena_setup, arena_teardown);
}

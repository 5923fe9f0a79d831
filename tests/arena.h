/*
 * A group fixture that hands every case an arena, and comparing texts with readable failures:
 * TEST_MAIN_WITH(cases, arena_setup, arena_teardown), then "struct arena *a = *state".
 */
#ifndef TESTS_ARENA_H
#define TESTS_ARENA_H

#include "tests/test.h"

#include "model/base.h"
#include "storage/memory.h"

static inline int arena_setup(void **state)
{
	struct arena *a = calloc(1, sizeof *a);

	if (!a)
		return -1;
	arena_init(a, &memory_source);
	*state = a;
	return 0;
}

static inline int arena_teardown(void **state)
{
	struct arena *a = *state;

	arena_clear(a);
	free(a);
	return 0;
}

#define assert_text(a, text, expected) assert_string_equal(arena_z((a), (text)), (expected))

#endif

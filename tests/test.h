/*
 * What every test program includes first: cmocka with the headers it needs, and a main function in
 * one line. One group per program; the names of the cases are sentences.
 */
#ifndef TESTS_TEST_H
#define TESTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The main function of a program whose cases stand in the array "cases". */
#define TEST_MAIN(cases)                                                                           \
	int main(void)                                                                             \
	{                                                                                          \
		return cmocka_run_group_tests(cases, NULL, NULL);                                  \
	}

/* The same with a fixture for the whole group. */
#define TEST_MAIN_WITH(cases, setup, teardown)                                                     \
	int main(void)                                                                             \
	{                                                                                          \
		return cmocka_run_group_tests(cases, setup, teardown);                             \
	}

/* Absolute folders of the sources and of the build; "." when run by hand from the build folder. */
static inline const char *test_srcdir(void)
{
	const char *dir = getenv("TOP_SRCDIR");

	return dir ? dir : ".";
}

static inline const char *test_builddir(void)
{
	const char *dir = getenv("TOP_BUILDDIR");

	return dir ? dir : ".";
}

#endif

#include "tests/golden.h"

#include <sys/stat.h>

#include "tests/test.h"

static void write_seen(const char *name, struct str text)
{
	char path[4096];
	FILE *f;

	(void)snprintf(path, sizeof(path), "%s/golden", test_builddir());
	(void)mkdir(path, 0777);
	(void)snprintf(path, sizeof(path), "%s/golden/%s.txt", test_builddir(), name);
	f = fopen(path, "w");
	if (!f || fwrite(text.p, 1, text.n, f) != text.n || fclose(f) != 0)
		fail_msg("%s cannot be written", path);
	print_message("# seen: %s\n", path);
}

void golden_check(const char *name, struct str text)
{
	char path[4096], *want;
	long size = -1;
	FILE *f;

	(void)snprintf(path, sizeof(path), "%s/tests/golden/%s.txt", test_srcdir(), name);
	f = fopen(path, "r");
	if (f && fseek(f, 0, SEEK_END) == 0)
		size = ftell(f);
	if (size < 0) {
		write_seen(name, text);
		fail_msg("%s cannot be read", path);
		return;
	}
	rewind(f);
	want = malloc((size_t)size + 1);
	assert_non_null(want);
	assert_int_equal(fread(want, 1, (size_t)size, f), size);
	(void)fclose(f);
	if ((size_t)size != text.n || memcmp(want, text.p, text.n) != 0) {
		free(want);
		write_seen(name, text);
		fail_msg("the screen is not the one of %s", path);
		return;
	}
	free(want);
}

#include "storage/profile.h"

#include "locale/embed.h"
#include "locale/text.h"
#include "storage/file.h"

#include <string.h>

static const char *const shipped[] = {
	"handicrafts-18.09",
	"communes-113.14",
	"commerce-38.12",
	"agriculture-27.08",
	"associations",
};

#define FILE_MOST ((size_t)1024 * 1024)

int profiles_shipped(
	struct arena *a, const struct rules_adopted **list, size_t *n, struct error *err)
{
	struct rules_adopted *out = ARENA_ARRAY(a, struct rules_adopted, ARRAY_LEN(shipped));

	for (size_t i = 0; i < ARRAY_LEN(shipped); i++) {
		const struct str name[] = {
			STR("storage/profiles/"), str_of(shipped[i]), STR(".rules")};
		const char *path = arena_join(a, name, ARRAY_LEN(name)).p;
		struct profile_reading reading = {.faults = 0};
		size_t size;
		const unsigned char *bytes = embed_find(path, &size);

		if (bytes)
			profile_read((struct str){(const char *)bytes, size}, a, &reading);
		if (!bytes || reading.faults)
			return error_set(err, ERROR_DAMAGED, "%s/%u", path,
				reading.faults ? reading.fault[0].line : 0);
		out[i] = reading.is;
	}
	*list = out;
	*n = ARRAY_LEN(shipped);
	return 0;
}

const struct rules_adopted *profile_named(
	const struct rules_adopted *list, size_t n, struct str name)
{
	for (size_t i = 0; i < n; i++) {
		if (str_equal(list[i].profile, name))
			return &list[i];
	}
	return NULL;
}

/* The line a byte stands in. */
static uint32_t line_of(struct str text, size_t offset)
{
	uint32_t line = 1;

	for (size_t i = 0; i < offset; i++)
		line += text.p[i] == '\n';
	return line;
}

static void not_text(uint32_t line, struct arena *a, struct profile_reading *out)
{
	struct profile_fault *fault = ARENA_NEW(a, struct profile_fault);

	*fault = (struct profile_fault){line, TEXT("this is no UTF-8 text")};
	*out = (struct profile_reading){.fault = fault, .faults = 1};
}

int profile_file(const char *path, struct arena *a, struct profile_reading *out, struct error *err)
{
	struct bytes file = {0};
	struct str text;
	size_t bad;

	*out = (struct profile_reading){.faults = 0};
	if (file_read(path, FILE_MOST, &file, err) < 0) {
		bytes_free(&file);
		return -1;
	}
	text = arena_str(a, (struct str){(const char *)file.p, file.n});
	bytes_free(&file);
	if (text_clean(text, a, &text, &bad) < 0)
		not_text(line_of(text, bad), a, out);
	else
		profile_read(text, a, out);
	return 0;
}

#include "tests/minuted.h"

#include <string.h>

#include "locale/resolve.h"
#include "model/minutes.h"
#include "storage/record/text.h"

const char *minuted(struct assembly *t, enum lang lang)
{
	struct minutes_options o = {.lang = lang, .draft = true};
	struct document *doc = minutes_build(&t->session, &o, &t->arena);
	struct bytes out = {0};
	struct str text;

	document_resolve(doc, lang, &t->arena);
	text_render(doc, &out);
	text = arena_str(&t->arena, (struct str){(const char *)out.p, out.n});
	bytes_free(&out);
	return text.p;
}

void assert_minuted(struct assembly *t, enum lang lang, const char *words)
{
	const char *all = minuted(t, lang);

	if (!strstr(all, words))
		fail_msg("the minutes do not say “%s”:\n%s", words, all);
}

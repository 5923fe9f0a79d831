#include "tests/arena.h"

#include "locale/resolve.h"

static struct document *sample(struct arena *a)
{
	struct document *d = ARENA_NEW(a, struct document);
	struct node *head, *line, *prose;

	d->title = TEXT(CTX("weekday", "Monday"));
	d->subject = MSG("{s}", A_STR("s", STR("fes")));
	d->root = node_add(a, NULL, NODE_DOCUMENT, (struct message){0});
	head = node_add(a, d->root, NODE_LETTERHEAD, (struct message){0});
	line = node_add(a, head, NODE_TEXT, TEXT(CTX("month", "May")));
	line->lang = LANG_AR;
	line = node_add(a, head, NODE_TEXT, TEXT(CTX("month", "May")));
	line->lang = LANG_FR;
	node_add(a, d->root, NODE_TEXT, MSG("{s}", A_STR("s", STR("fes"))));
	prose = node_add(a, d->root, NODE_PROSE, (struct message){0});
	prose->prose = STR("كلمة");
	prose->lang = LANG_AR;
	return d;
}

static void generated_words_take_the_language_of_the_document(void **state)
{
	struct arena *a = *state;
	struct document *d = sample(a);

	document_resolve(d, LANG_FR, a);
	assert_int_equal(d->lang, LANG_FR);
	assert_text(a, d->title_words, "lundi");
	assert_int_equal(d->root->lang, LANG_FR);
	assert_text(a, d->root->first->next->words, "\u2068fes\u2069");
	assert_int_equal(d->root->first->next->lang, LANG_FR);
}

static void the_letterhead_has_a_side_in_each_language(void **state)
{
	struct arena *a = *state;
	struct document *d = sample(a);

	document_resolve(d, LANG_FR, a);
	assert_text(a, d->root->first->first->words, "ماي");
	assert_text(a, d->root->first->last->words, "mai");
}

static void prose_keeps_its_language_and_is_marked_where_it_is_foreign(void **state)
{
	struct arena *a = *state;
	struct document *d = sample(a);

	document_resolve(d, LANG_FR, a);
	assert_text(a, d->root->last->words, "كلمة");
	assert_int_equal(d->root->last->lang, LANG_AR);
	assert_true(d->root->last->foreign);
	document_resolve(d, LANG_AR, a);
	assert_false(d->root->last->foreign);
}

static void the_description_of_the_file_is_plain(void **state)
{
	struct arena *a = *state;
	struct document *d = sample(a);

	document_resolve(d, LANG_AR, a);
	assert_text(a, d->subject_words, "fes");
	assert_text(a, d->mark_words, "");
}

static void an_empty_document_is_resolved_too(void **state)
{
	struct arena *a = *state;
	struct document d = {0};

	document_resolve(&d, LANG_EN, a);
	assert_int_equal(d.lang, LANG_EN);
	assert_text(a, d.title_words, "");
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(generated_words_take_the_language_of_the_document),
	cmocka_unit_test(the_letterhead_has_a_side_in_each_language),
	cmocka_unit_test(prose_keeps_its_language_and_is_marked_where_it_is_foreign),
	cmocka_unit_test(the_description_of_the_file_is_plain),
	cmocka_unit_test(an_empty_document_is_resolved_too),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)

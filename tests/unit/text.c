/* Documents as plain text: every kind of node once, and what must not reach a terminal. */
#include "storage/record/text.h"

#include "locale/resolve.h"
#include "tests/arena.h"
#include "tests/test.h"

static const char whole[] = "{it}";

struct paper {
	struct arena *a;
	struct document doc;
};

static struct node *start(struct paper *p, struct arena *a)
{
	*p = (struct paper){.a = a};
	p->doc.root = node_add(a, NULL, NODE_DOCUMENT, NO_MESSAGE);
	return p->doc.root;
}

static struct node *add(struct paper *p, struct node *parent, enum node_kind kind, const char *text)
{
	struct message words = MSG(whole, A_STR("it", str_of(text)));

	return node_add(p->a, parent, kind, text ? words : NO_MESSAGE);
}

static const char *rendered(struct paper *p, enum lang lang)
{
	struct bytes out = {0};
	const char *z;

	document_resolve(&p->doc, lang, p->a);
	text_render(&p->doc, &out);
	z = arena_z(p->a, (struct str){(const char *)out.p, out.n});
	bytes_free(&out);
	return z;
}

static void headings_and_paragraphs_stand_apart(void **state)
{
	struct paper p;
	struct node *section = add(&p, start(&p, *state), NODE_SECTION, NULL);

	add(&p, p.doc.root->first, NODE_HEADING, "deep")->level = 7;
	add(&p, section, NODE_HEADING, "second")->level = 2;
	add(&p, section, NODE_TEXT, "words");
	add(&p, section, NODE_NOTE, "small");
	assert_string_equal(rendered(&p, LANG_EN), "\n### deep\n\n## second\n\nwords\n* small\n");
}

static void a_table_has_a_rule_under_its_header(void **state)
{
	struct paper p;
	struct node *table = add(&p, start(&p, *state), NODE_TABLE, NULL);
	struct node *row = add(&p, table, NODE_ROW, NULL);

	row->header = true;
	add(&p, row, NODE_CELL, "a");
	add(&p, row, NODE_CELL, "b");
	row = add(&p, table, NODE_ROW, NULL);
	add(&p, row, NODE_CELL, NULL);
	add(&p, row, NODE_CELL, "2");
	assert_string_equal(rendered(&p, LANG_EN), "\n| a | b |\n|---|---|\n| | 2 |\n");
}

static void a_vote_gives_its_figures_then_what_belongs_to_it(void **state)
{
	struct paper p;
	struct node *vote = add(&p, start(&p, *state), NODE_VOTE, "vote");

	vote->tally[0] = 28;
	vote->tally[2] = 103;
	add(&p, vote, NODE_TEXT, "for");
	add(&p, vote, NODE_TEXT, "against");
	add(&p, vote, NODE_TEXT, "abstain");
	add(&p, vote, NODE_TEXT, "because");
	assert_string_equal(rendered(&p, LANG_EN),
		"\nvote\n  for: 28\n  against: 0\n  abstain: 103\n  because\n");
}

static void prose_of_another_language_is_marked_with_it(void **state)
{
	struct paper p;
	struct node *prose = add(&p, start(&p, *state), NODE_PROSE, NULL);

	prose->prose = STR("Un mot.\nUn autre.");
	prose->lang = LANG_FR;
	assert_string_equal(rendered(&p, LANG_FR), "\nUn mot.\nUn autre.\n");
	assert_string_equal(rendered(&p, LANG_AR), "\n[fr]\nUn mot.\nUn autre.\n");
}

static void marks_of_direction_do_not_reach_the_text(void **state)
{
	struct paper p;

	add(&p, start(&p, *state), NODE_TEXT,
		"a\u200e\u200f\u061c\u202a\u202e\u2066\u2069\ufeffb\u200cc");
	/* The joiners of Persian and of emoji are letters of the text, not marks. */
	assert_string_equal(rendered(&p, LANG_EN), "\nab\u200cc\n");
}

static void a_list_a_decision_and_signatures_have_their_signs(void **state)
{
	struct paper p;
	struct node *root = start(&p, *state);
	struct node *list = add(&p, root, NODE_LIST, NULL);
	struct node *n;

	add(&p, list, NODE_LIST_ITEM, "one");
	n = add(&p, root, NODE_DECISION, "No. 1");
	add(&p, n, NODE_TEXT, "so be it");
	n = add(&p, add(&p, root, NODE_SIGNATURES, NULL), NODE_SIGNATURE, "president");
	add(&p, n, NODE_TEXT, "name");
	assert_string_equal(rendered(&p, LANG_EN),
		"- one\n\n> No. 1\n> so be it\n\npresident\n  name\n"
		"  ........................................\n");
}

static void the_sides_of_a_letterhead_keep_their_language(void **state)
{
	struct paper p;
	struct node *head = add(&p, start(&p, *state), NODE_LETTERHEAD, NULL);

	node_add(p.a, head, NODE_TEXT, TEXT("Kingdom of Morocco"))->lang = LANG_AR;
	node_add(p.a, head, NODE_TEXT, TEXT("Kingdom of Morocco"))->lang = LANG_FR;
	assert_string_equal(rendered(&p, LANG_EN), "المملكة المغربية\n\nRoyaume du Maroc\n");
}

static void the_seal_has_all_digits_in_order(void **state)
{
	struct paper p;
	struct node *seal = add(&p, start(&p, *state), NODE_SEAL, "head");

	for (size_t i = 0; i < sizeof seal->hash.b; i++)
		seal->hash.b[i] = (unsigned char)(i * 8 + 1);
	assert_string_equal(rendered(&p, LANG_AR),
		"\nhead\n  0109 1119 2129 3139\n  4149 5159 6169 7179\n"
		"  8189 9199 a1a9 b1b9\n  c1c9 d1d9 e1e9 f1f9\n");
}

static void the_mark_of_a_draft_comes_first(void **state)
{
	struct paper p;

	add(&p, start(&p, *state), NODE_TITLE, "title");
	p.doc.mark = TEXT("DRAFT");
	assert_string_equal(rendered(&p, LANG_FR), "PROJET\n\n\ntitle\n");
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(headings_and_paragraphs_stand_apart),
	cmocka_unit_test(a_table_has_a_rule_under_its_header),
	cmocka_unit_test(a_vote_gives_its_figures_then_what_belongs_to_it),
	cmocka_unit_test(prose_of_another_language_is_marked_with_it),
	cmocka_unit_test(marks_of_direction_do_not_reach_the_text),
	cmocka_unit_test(a_list_a_decision_and_signatures_have_their_signs),
	cmocka_unit_test(the_sides_of_a_letterhead_keep_their_language),
	cmocka_unit_test(the_seal_has_all_digits_in_order),
	cmocka_unit_test(the_mark_of_a_draft_comes_first),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)

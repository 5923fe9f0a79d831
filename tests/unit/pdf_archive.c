/* The record in the form for archives: each point of PDF/A-3 that was added, by structure. */
#include "tests/test.h"

#include "tests/pdf_file.h"
#include "tests/pdf_sample.h"

static struct arena arena;

/* The sample as files, made once by the fixture. */
static const char *rendered(enum lang lang)
{
	return pdf_file_path(lang == LANG_AR ? "archive-ar.pdf" : "archive-fr.pdf", &arena);
}

/* jq's FILTER is true of the objects of the file. */
static void holds(const char *what, const char *path, const char *filter)
{
	struct str parts[] = {
		STR("| jq -e '"), str_of(filter), STR("' >/dev/null 2>&1 || echo no")};
	struct str after = arena_join(&arena, parts, ARRAY_LEN(parts));

	if (pdf_file_output("qpdf --json", path, arena_z(&arena, after), &arena).n > 0)
		fail_msg("%s: %s", what, path);
}

#define OBJECTS      ".qpdf[1] as $o | "
#define CATALOGUE    OBJECTS "$o[\"obj:\" + $o.trailer.value[\"/Root\"]].value as $c | "
#define DICTIONARIES "[$o[] | (.value? // .stream?.dict?) | objects]"
#define ELEMENTS     "[" DICTIONARIES "[] | select(has(\"/S\") and has(\"/P\"))]"

static void archive_points(const char *path, const char *lang)
{
	char filter[1024];

	holds("1 glyph map", path,
		OBJECTS "[" DICTIONARIES
			"[] | select(.[\"/Subtype\"]? == \"/CIDFontType2\")] | length > 0 "
			"and all(.[\"/CIDToGIDMap\"] == \"/Identity\")");
	holds("2 output intent", path,
		CATALOGUE "$c[\"/OutputIntents\"][0] as $i | $i[\"/S\"] == \"/GTS_PDFA1\" and "
			  "$o[\"obj:\" + $i[\"/DestOutputProfile\"]].stream.dict[\"/N\"] == 3");
	snprintf(filter, sizeof filter,
		CATALOGUE
		"$c[\"/Lang\"] == \"u:%s\" and $c[\"/MarkInfo\"][\"/Marked\"] == true and "
		"$c[\"/ViewerPreferences\"][\"/DisplayDocTitle\"] == true and "
		"([" DICTIONARIES "[] | select(.[\"/Type\"]? == \"/Page\")] | length > 0 and "
		"all(.[\"/Tabs\"] == \"/S\"))",
		lang);
	holds("5 catalogue", path, filter);
	holds("6 figures and header cells", path,
		OBJECTS "(" ELEMENTS " | map(select(.[\"/S\"] == \"/Figure\")) | length == 3 and "
			"all(.[\"/Alt\"] | length > 4)) and "
			"(" ELEMENTS " | map(select(.[\"/S\"] == \"/TH\")) | length == 8 and "
			"all(.[\"/A\"][\"/Scope\"] == \"/Column\"))");
	holds("8 attachments", path,
		CATALOGUE "$c[\"/Names\"][\"/EmbeddedFiles\"][\"/Names\"] as $n | "
			  "$n[0] == \"u:journal.jsonl\" and $n[2] == \"u:record.akn.xml\" and "
			  "$c[\"/AF\"] == [$n[1], $n[3]] and "
			  "([$n[1], $n[3]] | map($o[\"obj:\" + .].value | .[\"/AFRelationship\"] + "
			  "$o[\"obj:\" + .[\"/EF\"][\"/F\"]].stream.dict[\"/Subtype\"]) == "
			  "[\"/Source/application/jsonl\", \"/Data/application/xml\"])");
	holds("9 signature fields", path,
		CATALOGUE
		"$o[\"obj:\" + $c[\"/AcroForm\"]].value as $f | $f[\"/SigFlags\"] == 3 and "
		"($f[\"/Fields\"] | map($o[\"obj:\" + .].value) | map(.[\"/T\"]) == "
		"[\"u:signer1\", \"u:signer2\"] and all(.[\"/FT\"] == \"/Sig\" and "
		".[\"/F\"] == 132 and (has(\"/V\") | not) and has(\"/TU\") and has(\"/P\") and "
		".[\"/Rect\"][3] - .[\"/Rect\"][1] > 113))");
}

static void the_points_of_the_archive_form_hold(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		const char *path = rendered(k == 0 ? LANG_AR : LANG_FR);
		struct str xmp = pdf_file_output("pdfinfo -meta", path, "", &arena);
		struct str info = pdf_file_output("pdfinfo", path, "", &arena);
		const char *producer = strstr(info.p, "Producer:        ");
		struct str tail = pdf_file_output("tail -c 400", path, "| tr -d '\\0'", &arena);
		char said[128];

		archive_points(path, k == 0 ? "ar-MA" : "fr-MA");
		/* 3: the packet says what the information dictionary says */
		assert_non_null(strstr(xmp.p, "<pdfaid:part>3</pdfaid:part>"));
		assert_non_null(strstr(xmp.p, "<pdfaid:conformance>A</pdfaid:conformance>"));
		assert_non_null(producer);
		producer += strlen("Producer:        ");
		snprintf(said, sizeof said, "<pdf:Producer>%.*s</pdf:Producer>",
			(int)strcspn(producer, "\n"), producer);
		assert_non_null(strstr(xmp.p, said));
		/* 4, and a table of references as signing needs it */
		assert_non_null(strstr(tail.p, "/ID ["));
		assert_non_null(strstr(tail.p, "trailer <<"));
		assert_non_null(strstr(info.p, "PDF version:     1.7"));
	}
}

/* 7: outside BMC or BDC and EMC nothing is painted. */
static void everything_on_a_page_is_content_or_artifact(void **state)
{
	struct str outside =
		pdf_file_output("qpdf --qdf --object-streams=disable", rendered(LANG_AR),
			"- | awk '/^%% Contents for page/ { on = 1 } /^endstream/ { on = 0 } "
			"on && /(BDC|BMC)$/ { depth++; marks++ } on && /^EMC/ { depth-- } "
			"on && !depth && /(^| )(f|f\\*|S|B|Do|Tj|TJ)$/ { bad++ } "
			"END { print bad + 0, depth + 0, (marks > 100) }'",
			&arena);

	(void)state;
	assert_string_equal(outside.p, "0 0 1\n");
}

/* A drawn blank between words from right to left makes readers turn the order of the words. */
static void blanks_are_gaps_and_no_letters(void **state)
{
	struct str found = pdf_file_output("qpdf --qdf --object-streams=disable", rendered(LANG_FR),
		"- | awk '/T[jJ]$/ { texts++ } /\\([^)]* [^)]*\\).*T[jJ]$/ { blanks++ } "
		"END { print blanks + 0, (texts > 300) }'",
		&arena);

	(void)state;
	assert_string_equal(found.p, "0 1\n");
}

static void elements_say_their_words_in_the_order_of_reading(void **state)
{
	(void)state;
	holds("words of elements", rendered(LANG_AR),
		OBJECTS ELEMENTS
		" | map(.[\"/ActualText\"]? // \"\") | "
		"any(. == \"u:محضر أشغال الجمعية العامة\") and "
		"any(startswith(\"u:وبعد التأكد من توفر النصاب القانوني بحضور أربعة وثلاثين عضوا "
		"(34) من أصل\"))");
	holds("language of elements", rendered(LANG_AR),
		OBJECTS ELEMENTS " | map(select(.[\"/Lang\"]? == \"u:fr-MA\")) | length >= 4");
}

static void attachments_come_out_as_they_went_in(void **state)
{
	struct str journal =
		pdf_file_output("pdfdetach -save 1 -o /dev/stdout", rendered(LANG_AR), "", &arena);

	(void)state;
	assert_string_equal(journal.p, "{\"n\":0}\n{\"n\":1}\n");
}

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, &memory_source);
	pdf_file_saved(pdf_sample_document(LANG_AR, &arena), "archive-ar.pdf", &arena);
	pdf_file_saved(pdf_sample_document(LANG_FR, &arena), "archive-fr.pdf", &arena);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_clear(&arena);
	return 0;
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_points_of_the_archive_form_hold),
	cmocka_unit_test(everything_on_a_page_is_content_or_artifact),
	cmocka_unit_test(blanks_are_gaps_and_no_letters),
	cmocka_unit_test(elements_say_their_words_in_the_order_of_reading),
	cmocka_unit_test(attachments_come_out_as_they_went_in),
};

TEST_MAIN_WITH(cases, setup, teardown)

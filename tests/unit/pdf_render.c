/* The record as PDF, seen from outside: with the programs a recipient has. */
#include "tests/test.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "storage/record/pdf.h"
#include "tests/pdf_sample.h"

static struct arena arena;

/* ---- making and asking ---------------------------------------------------------------------- */

static const char *path_of(const char *name)
{
	struct builder b;

	builder_init(&b, &arena);
	builder_add_z(&b, test_builddir());
	builder_add_z(&b, "/tests/pdf");
	mkdir(arena_z(&arena, builder_str(&b)), 0700);
	builder_add_z(&b, "/");
	builder_add_z(&b, name);
	return arena_z(&arena, builder_str(&b));
}

static void write_file(const char *path, const struct bytes *bytes)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes->p, 1, bytes->n, f), bytes->n);
	assert_int_equal(fclose(f), 0);
}

static struct bytes render(const struct document *d)
{
	struct pdf_input in = pdf_sample_input(d, &arena);
	struct bytes out = {0};
	struct error err = {0};

	if (hash_is_zero(d->head)) /* nothing to sign */
		in.signers_n = 0;
	if (pdf_render(&in, &out, &err) != 0)
		fail_msg("pdf_render: error %d, %s", (int)err.code, err.subject);
	return out;
}

static const char *saved(const struct document *d, const char *name)
{
	struct bytes out = render(d);
	const char *path = path_of(name);

	write_file(path, &out);
	bytes_free(&out);
	return path;
}

/* The sample as files, made once by the fixture. */
static const char *rendered(enum lang lang)
{
	return path_of(lang == LANG_AR ? "ar.pdf" : "fr.pdf");
}

/* What COMMAND prints about the file PATH; the command must succeed. */
static struct str output_of(const char *before, const char *path, const char *after)
{
	char command[1024], buffer[4096];
	struct builder b;
	size_t n;
	FILE *f;

	snprintf(command, sizeof command, "%s '%s' %s", before, path, after);
	f = popen(command, "r");
	assert_non_null(f);
	builder_init(&b, &arena);
	while ((n = fread(buffer, 1, sizeof buffer, f)) > 0)
		builder_add(&b, (struct str){buffer, n});
	if (pclose(f) != 0)
		fail_msg("failed: %s", command);
	return (struct str){arena_z(&arena, builder_str(&b)), b.n};
}

static int count_of(struct str s, const char *needle)
{
	const char *p = s.p;
	int n = 0;

	while ((p = strstr(p, needle)) != NULL) {
		n++;
		p += strlen(needle);
	}
	return n;
}

static int page_count(const char *path)
{
	struct str info = output_of("pdfinfo", path, "");
	const char *pages = strstr(info.p, "Pages:");

	assert_non_null(pages);
	return atoi(pages + strlen("Pages:"));
}

/* S without blanks, points and what steers direction: as a reader compares digits. */
static struct str bare(struct str s)
{
	static const char *const dropped[] = {" ", ".", ":", "\n", "\f", "\u00a0", "\u202f", "\u200e", "\u200f",
		"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068",
		"\u2069"};
	struct builder b;

	builder_init(&b, &arena);
	while (s.n > 0) {
		size_t n = 0;

		for (size_t i = 0; i < ARRAY_LEN(dropped) && n == 0; i++)
			n = str_starts(s, dropped[i]) ? strlen(dropped[i]) : 0;
		if (n == 0)
			builder_add_char(&b, *s.p);
		n = n ? n : 1;
		s = (struct str){s.p + n, s.n - n};
	}
	return (struct str){arena_z(&arena, builder_str(&b)), b.n};
}

/* Words of letters and digits, set apart by everything else. */
static bool is_between(struct str s, size_t *n)
{
	static const char *const between[] = {" ", "\n", "،", "؛", "–", "—", "’", "°", "\u00a0", "\u2066",
		"\u2067", "\u2068", "\u2069", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\f"};

	for (size_t i = 0; i < ARRAY_LEN(between); i++) {
		if (str_starts(s, between[i])) {
			*n = strlen(between[i]);
			return true;
		}
	}
	*n = 1;
	return strchr("().,:;/+%-_&<>\"!?", *s.p) != NULL;
}

/* S as its words, each with a blank on both sides. */
static struct str spaced(struct str s)
{
	struct builder b;
	size_t n;

	builder_init(&b, &arena);
	builder_add_char(&b, ' ');
	while (s.n > 0) {
		if (!is_between(s, &n))
			builder_add_char(&b, *s.p);
		else if (b.p[b.n - 1] != ' ')
			builder_add_char(&b, ' ');
		s = (struct str){s.p + n, s.n - n};
	}
	builder_add_char(&b, ' ');
	return (struct str){arena_z(&arena, builder_str(&b)), b.n};
}

struct found {
	int words, of;
};

static void find_words(const struct node *n, struct str page, struct found *found)
{
	const char *p = spaced(n->words).p, *end;
	char word[128];

	while (*p == ' ' && (end = strchr(p + 1, ' ')) != NULL) {
		if (end > p + 1) {
			assert_true(snprintf(word, sizeof word, " %.*s ", (int)(end - p - 1), p + 1) > 0);
			found->of++;
			found->words += strstr(page.p, word) != NULL;
		}
		p = end;
	}
	for (const struct node *c = n->first; c; c = c->next)
		find_words(c, page, found);
}

static void holds(const char *what, const char *path, const char *filter)
{
	char after[1024];

	snprintf(after, sizeof after, "| jq -e '%s' >/dev/null 2>&1 || echo no", filter);
	if (output_of("qpdf --json", path, after).n > 0)
		fail_msg("%s: %s", what, path);
}

/* ---- cases ---------------------------------------------------------------------------------- */

static void the_same_document_gives_the_same_bytes(void **state)
{
	const struct document *d = pdf_sample_document(LANG_AR, &arena);
	struct bytes one = render(d), two = render(d);

	(void)state;
	assert_int_equal(one.n, two.n);
	assert_memory_equal(one.p, two.p, one.n);
	bytes_free(&one);
	bytes_free(&two);
}

static void another_head_gives_other_bytes(void **state)
{
	struct document *d = pdf_sample_document(LANG_AR, &arena);
	struct bytes one = render(d), two;

	(void)state;
	d->head.b[31] ^= 1;
	two = render(d);
	assert_true(one.n != two.n || memcmp(one.p, two.p, one.n) != 0);
	bytes_free(&one);
	bytes_free(&two);
}

static void the_file_is_sound_in_both_languages(void **state)
{
	(void)state;
	output_of("qpdf --check", rendered(LANG_AR), "2>&1");
	output_of("qpdf --check", rendered(LANG_FR), "2>&1");
}

static void the_words_can_be_copied_out(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		enum lang lang = k == 0 ? LANG_AR : LANG_FR;
		struct str page = spaced(output_of("pdftotext", rendered(lang), "-"));
		struct found found = {0};

		find_words(pdf_sample_document(lang, &arena)->root, page, &found);
		assert_true(found.of > 400);
		if (found.words * 100 < found.of * 93)
			fail_msg("%s: %d of %d words", lang_code(lang), found.words, found.of);
	}
}

static void every_footer_has_the_whole_head(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		const char *path = rendered(k == 0 ? LANG_AR : LANG_FR);
		struct str words = output_of("pdftotext -layout", path, "-");

		assert_true(page_count(path) >= 3);
		assert_int_equal(count_of(words, PDF_SAMPLE_HEAD), page_count(path));
	}
}

/* Once in the small print, once in the seal, besides the footers. */
static void the_digits_of_the_head_are_never_reordered(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		const char *path = rendered(k == 0 ? LANG_AR : LANG_FR);
		struct str words = bare(output_of("pdftotext", path, "-"));

		assert_int_equal(count_of(words, PDF_SAMPLE_HEAD), page_count(path) + 2);
	}
}

static void the_code_says_the_head(void **state)
{
	char command[256], after[1024];
	const char *image = path_of("seal.pgm");
	int last = page_count(rendered(LANG_AR));
	struct str said;

	(void)state;
	snprintf(command, sizeof command, "pdftoppm -gray -r 120 -f %d -l %d", last, last);
	snprintf(after, sizeof after, "> '%s'", image);
	output_of(command, rendered(LANG_AR), after);
	said = output_of("zbarimg -q --raw", image, "2>/dev/null");
	assert_string_equal(said.p, PDF_SAMPLE_HEAD "\n");
}

static void all_fonts_are_embedded_with_their_letters(void **state)
{
	struct str list = output_of("pdffonts", rendered(LANG_AR), "| tail -n +3");
	int lines = count_of(list, "\n");

	(void)state;
	assert_true(lines >= 3);
	assert_int_equal(count_of(list, "yes yes yes"), lines);
	assert_int_equal(count_of(list, "Amiri-") + count_of(list, "DejaVuSansMono"), lines);
}

static void the_file_describes_itself(void **state)
{
	struct str info = output_of("pdfinfo", rendered(LANG_AR), "");
	struct str xmp = output_of("pdfinfo -meta", rendered(LANG_AR), "");

	(void)state;
	assert_non_null(strstr(info.p, "محضر الجمعية العامة – أكتوبر 2024"));
	assert_non_null(strstr(info.p, "الدورة العادية <2024> & ملاحقها"));
	assert_non_null(strstr(info.p, "CreationDate:    Mon Oct 28 11:55:00 2024"));
	assert_non_null(strstr(info.p, "A4"));
	assert_non_null(strstr(xmp.p, "<xmp:CreateDate>2024-10-28T12:55:00+01:00</xmp:CreateDate>"));
	assert_non_null(strstr(xmp.p, "الدورة العادية &lt;2024&gt; &amp; ملاحقها"));
}

static void page_numbers_count_to_the_last(void **state)
{
	struct str words = output_of("pdftotext -layout", rendered(LANG_FR), "-");
	int pages = page_count(rendered(LANG_FR));
	char said[64];

	(void)state;
	for (int i = 1; i <= pages; i++) {
		snprintf(said, sizeof said, "page %d sur %d", i, pages);
		assert_int_equal(count_of(words, said), 1);
	}
}

static void a_table_repeats_its_header_on_each_page(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		const char *header = k == 0 ? "الاسم الكامل" : "Nom complet";
		const char *path = rendered(k == 0 ? LANG_AR : LANG_FR);
		int headed = 0;

		for (int i = 1; i <= page_count(path); i++) {
			char command[64];
			struct str page;
			bool here;

			snprintf(command, sizeof command, "pdftotext -f %d -l %d", i, i);
			page = output_of(command, path, "-");
			here = count_of(page, header) == 1;
			headed += here;
			if (count_of(spaced(page), k == 0 ? " حاضر " : " présent ") > 0)
				assert_true(here);
		}
		assert_true(headed >= 2);
	}
}

/* pdftotext tells Arabic words with their boxes from left to right. */
static const char *backwards(const char *word)
{
	size_t n = strlen(word);
	char *turned = arena_take(&arena, n + 1), *to = turned + n;

	while (*word) {
		size_t step = 1;

		while (((unsigned char)word[step] & 0xc0) == 0x80)
			step++;
		to -= step;
		memcpy(to, word, step);
		word += step;
	}
	return turned;
}

/* Where the first word equal to WORD begins on page PAGE, from the left. */
static double x_of(const char *path, int page, const char *word)
{
	char command[64], tail[128];
	struct str boxes;
	const char *at;

	snprintf(command, sizeof command, "pdftotext -bbox -f %d -l %d", page, page);
	boxes = output_of(command, path, "-");
	snprintf(tail, sizeof tail, ">%s</word>",
		(unsigned char)*word >= 0xd8 && (unsigned char)*word <= 0xdb ? backwards(word) : word);
	at = strstr(boxes.p, tail);
	if (!at)
		fail_msg("%s is not on page %d", word, page);
	while (at > boxes.p && strncmp(at, "xMin=\"", 6) != 0)
		at--;
	return strtod(at + 6, NULL);
}

static void columns_run_in_the_direction_of_the_language(void **state)
{
	(void)state;
	assert_true(x_of(rendered(LANG_AR), 1, "الرقم") > x_of(rendered(LANG_AR), 1, "الاسم"));
	assert_true(x_of(rendered(LANG_AR), 1, "الاسم") > x_of(rendered(LANG_AR), 1, "الصنف"));
	assert_true(x_of(rendered(LANG_FR), 1, "Nom") < x_of(rendered(LANG_FR), 1, "Catégorie"));
	assert_true(x_of(rendered(LANG_FR), 1, "Catégorie") < x_of(rendered(LANG_FR), 1, "Présence"));
}

static void the_letterhead_is_arabic_right_and_french_left(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		const char *path = rendered(k == 0 ? LANG_AR : LANG_FR);

		assert_true(x_of(path, 1, "المملكة") > x_of(path, 1, "Royaume") + 200);
	}
}

/* ---- the form for archives ---------------------------------------------------------------------- */

#define OBJECTS      ".qpdf[1] as $o | "
#define CATALOGUE    OBJECTS "$o[\"obj:\" + $o.trailer.value[\"/Root\"]].value as $c | "
#define DICTIONARIES "[$o[] | (.value? // .stream?.dict?) | objects]"
#define ELEMENTS     "[" DICTIONARIES "[] | select(has(\"/S\") and has(\"/P\"))]"

static void archive_points(const char *path, const char *lang)
{
	char filter[512];

	holds("1 glyph map", path,
		OBJECTS "[" DICTIONARIES "[] | select(.[\"/Subtype\"]? == \"/CIDFontType2\")] | length > 0 "
			"and all(.[\"/CIDToGIDMap\"] == \"/Identity\")");
	holds("2 output intent", path,
		CATALOGUE "$c[\"/OutputIntents\"][0] as $i | $i[\"/S\"] == \"/GTS_PDFA1\" and "
			  "$o[\"obj:\" + $i[\"/DestOutputProfile\"]].stream.dict[\"/N\"] == 3");
	snprintf(filter, sizeof filter,
		CATALOGUE "$c[\"/Lang\"] == \"u:%s\" and $c[\"/MarkInfo\"][\"/Marked\"] == true and "
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
		CATALOGUE "$o[\"obj:\" + $c[\"/AcroForm\"]].value as $f | $f[\"/SigFlags\"] == 3 and "
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
		struct str xmp = output_of("pdfinfo -meta", path, "");
		struct str info = output_of("pdfinfo", path, "");
		const char *producer = strstr(info.p, "Producer:        ");
		struct str tail = output_of("tail -c 400", path, "| tr -d '\\0'");
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
	struct str outside = output_of("qpdf --qdf --object-streams=disable", rendered(LANG_AR),
		"- | awk '/^%% Contents for page/ { on = 1 } /^endstream/ { on = 0 } "
		"on && /(BDC|BMC)$/ { depth++; marks++ } on && /^EMC/ { depth-- } "
		"on && !depth && /(^| )(f|f\\*|S|B|Do|Tj|TJ)$/ { bad++ } "
		"END { print bad + 0, depth + 0, (marks > 100) }'");

	(void)state;
	assert_string_equal(outside.p, "0 0 1\n");
}

static void elements_say_their_words_in_the_order_of_reading(void **state)
{
	(void)state;
	holds("words of elements", rendered(LANG_AR),
		OBJECTS ELEMENTS " | map(.[\"/ActualText\"]? // \"\") | "
				 "any(. == \"u:محضر أشغال الجمعية العامة\") and "
				 "any(startswith(\"u:وبعد التأكد من توفر النصاب القانوني بحضور أربعة وثلاثين عضوا "
				 "(34) من أصل\"))");
	holds("language of elements", rendered(LANG_AR),
		OBJECTS ELEMENTS " | map(select(.[\"/Lang\"]? == \"u:fr-MA\")) | length >= 4");
}

static void attachments_come_out_as_they_went_in(void **state)
{
	struct str journal = output_of("pdfdetach -save 1 -o /dev/stdout", rendered(LANG_AR), "");

	(void)state;
	assert_string_equal(journal.p, "{\"n\":0}\n{\"n\":1}\n");
}

/* ---- drafts and what goes wrong ---------------------------------------------------------------- */

static void a_draft_is_marked_on_each_page_and_has_no_head(void **state)
{
	struct document *d = pdf_sample_document(LANG_FR, &arena);
	struct pdf_input in = pdf_sample_input(d, &arena);
	struct bytes out = {0};
	struct error err = {0};
	const char *path = path_of("draft.pdf");
	struct str words;

	(void)state;
	d->draft = true;
	d->mark_words = STR("PROJET NON SIGNÉ");
	d->head = (struct hash){{0}};
	in.signers_n = 0;
	assert_int_equal(pdf_render(&in, &out, &err), 0);
	write_file(path, &out);
	bytes_free(&out);
	words = output_of("pdftotext -layout", path, "-");
	assert_int_equal(count_of(words, "PROJET NON SIGNÉ"), page_count(path));
	assert_int_equal(count_of(words, PDF_SAMPLE_HEAD), 0);
	assert_non_null(strstr(output_of("pdfinfo", path, "").p, "Form:            none"));
}

static void an_empty_document_is_a_page(void **state)
{
	struct document d = {.lang = LANG_AR, .date = {.seconds = 1730116500}};

	(void)state;
	d.root = node_add(&arena, NULL, NODE_DOCUMENT, (struct message){0});
	{
		struct pdf_input in = {.document = &d, .page_of = STR("{page}/{pages}"), .creator = STR("t")};
		struct bytes out = {0};
		struct error err = {0};
		const char *path = path_of("empty.pdf");

		assert_int_equal(pdf_render(&in, &out, &err), 0);
		write_file(path, &out);
		bytes_free(&out);
		output_of("qpdf --check", path, "2>&1");
		assert_int_equal(page_count(path), 1);
	}
}

static void a_signer_without_a_place_is_refused(void **state)
{
	struct pdf_input in = pdf_sample_input(pdf_sample_document(LANG_AR, &arena), &arena);
	struct pdf_signer three[3] = {in.signers[0], in.signers[1], in.signers[0]};
	struct bytes out = {0};
	struct error err = {0};

	(void)state;
	in.signers = three;
	in.signers_n = 3;
	assert_int_equal(pdf_render(&in, &out, &err), -1);
	assert_int_equal(err.code, ERROR_PDF);
	assert_int_equal(out.n, 0);
	bytes_free(&out);
}

static void without_the_module_there_is_an_error(void **state)
{
	struct pdf_input in = pdf_sample_input(pdf_sample_document(LANG_AR, &arena), &arena);
	const char *before = getenv("MAHDAR_MODULE_DIR");
	struct bytes out = {0};
	struct error err = {0};
	char *kept;

	(void)state;
	assert_non_null(before);
	kept = strdup(before);
	setenv("MAHDAR_MODULE_DIR", "/nonexistent", 1);
	assert_int_equal(pdf_render(&in, &out, &err), -1);
	setenv("MAHDAR_MODULE_DIR", kept, 1);
	free(kept);
	assert_int_equal(err.code, ERROR_MODULE);
}

/* The desk owns the terminal: not even a broken configuration of the fonts may be complained of. */
static void nothing_is_said_on_standard_error(void **state)
{
	const char *path = path_of("stderr");
	int before = dup(STDERR_FILENO), file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
	struct bytes out;
	struct stat st;

	(void)state;
	assert_true(before >= 0 && file >= 0);
	setenv("FONTCONFIG_FILE", "/nonexistent", 1);
	dup2(file, STDERR_FILENO);
	out = render(pdf_sample_document(LANG_AR, &arena));
	dup2(before, STDERR_FILENO);
	unsetenv("FONTCONFIG_FILE");
	assert_int_equal(fstat(file, &st), 0);
	close(file);
	close(before);
	bytes_free(&out);
	assert_int_equal(st.st_size, 0);
}

/* ---- the page ------------------------------------------------------------------------------------ */

/* However much stands before it, a heading is never the last thing on a page. */
static void a_heading_never_ends_a_page(void **state)
{
	(void)state;
	for (int lines = 26; lines < 38; lines++) {
		struct document d = {.lang = LANG_FR, .date = {.seconds = 1730116500}};
		struct str words;
		const char *at, *end;

		d.root = node_add(&arena, NULL, NODE_DOCUMENT, (struct message){0});
		d.root->lang = LANG_FR;
		for (int i = 0; i < lines + 1; i++) {
			struct node *n = node_add(&arena, d.root,
				i == lines ? NODE_HEADING : NODE_TEXT, (struct message){0});

			n->lang = LANG_FR;
			n->level = 1;
			n->words = i == lines ? STR("ENTETE") : STR("ligne");
		}
		for (int i = 0; i < 3; i++) {
			struct node *n =
				node_add(&arena, d.root, NODE_TEXT, (struct message){0});

			n->lang = LANG_FR;
			n->words = STR("suite");
		}
		words = output_of("pdftotext", saved(&d, "heading.pdf"), "-");
		at = strstr(words.p, "ENTETE");
		assert_non_null(at);
		end = strchr(at, '\f');
		assert_non_null(end);
		assert_true(strstr(at, "suite") != NULL && strstr(at, "suite") < end);
	}
}

/* Two columns of amounts: of all words that end in ",00" there are two right edges. */
static void units_stand_under_units(void **state)
{
	(void)state;
	for (int k = 0; k < 2; k++) {
		struct str boxes =
			output_of("pdftotext -bbox -f 3 -l 3", rendered(k == 0 ? LANG_AR : LANG_FR), "-");
		double edges[2] = {0, 0};
		const char *line = boxes.p, *end;
		int n = 0, cells = 0;

		for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
			double left, top, x, bottom;
			char word[32];

			if (sscanf(line, " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">%31[0-9,]",
				    &left, &top, &x, &bottom, word) != 5 ||
				strlen(word) != 6 || strcmp(word + 3, ",00") != 0 ||
				bottom - top > 20.6) /* larger letters: not in the table */
				continue;
			cells++;
			for (int i = 0; i < n; i++)
				x = x > edges[i] - 0.8 && x < edges[i] + 0.8 ? 0 : x;
			if (x > 0 && n == 2)
				fail_msg("another edge at %.2f", x);
			if (x > 0)
				edges[n++] = x;
		}
		assert_int_equal(n, 2);
		assert_true(cells >= 12);
	}
}

static void a_row_taller_than_a_page_loses_nothing(void **state)
{
	struct document d = {.lang = LANG_FR, .date = {.seconds = 1730116500}};
	struct node *table, *row, *cell;
	struct builder b;
	struct str words;

	(void)state;
	builder_init(&b, &arena);
	for (int i = 0; i < 2000; i++) {
		builder_add_z(&b, "mot");
		builder_add_padded(&b, i, 4);
		builder_add_char(&b, ' ');
	}
	d.root = node_add(&arena, NULL, NODE_DOCUMENT, (struct message){0});
	table = node_add(&arena, d.root, NODE_TABLE, (struct message){0});
	row = node_add(&arena, table, NODE_ROW, (struct message){0});
	for (int i = 0; i < 2; i++) {
		cell = node_add(&arena, row, NODE_CELL, (struct message){0});
		cell->lang = LANG_FR;
		cell->words = i == 0 ? STR("premier") : builder_str(&b);
	}
	words = output_of("pdftotext", saved(&d, "tall.pdf"), "-");
	assert_int_equal(count_of(words, "premier"), 1);
	assert_int_equal(count_of(words, "mot"), 2000);
	assert_true(page_count(path_of("tall.pdf")) > 2);
}

static void the_sample_takes_well_under_half_a_second(void **state)
{
	const struct document *d = pdf_sample_document(LANG_AR, &arena);
	const char *sanitized = getenv("SANITIZED");
	double limit = sanitized && strcmp(sanitized, "yes") == 0 ? 5.0 : 0.5;
	clock_t from;
	struct bytes out;

	(void)state;
	from = clock();
	out = render(d);
	bytes_free(&out);
	assert_true((double)(clock() - from) / CLOCKS_PER_SEC < limit);
}

static int setup(void **state)
{
	(void)state;
	arena_init(&arena, &memory_source);
	saved(pdf_sample_document(LANG_AR, &arena), "ar.pdf");
	saved(pdf_sample_document(LANG_FR, &arena), "fr.pdf");
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_clear(&arena);
	return 0;
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_same_document_gives_the_same_bytes),
	cmocka_unit_test(another_head_gives_other_bytes),
	cmocka_unit_test(the_file_is_sound_in_both_languages),
	cmocka_unit_test(the_words_can_be_copied_out),
	cmocka_unit_test(every_footer_has_the_whole_head),
	cmocka_unit_test(the_digits_of_the_head_are_never_reordered),
	cmocka_unit_test(the_code_says_the_head),
	cmocka_unit_test(all_fonts_are_embedded_with_their_letters),
	cmocka_unit_test(the_file_describes_itself),
	cmocka_unit_test(page_numbers_count_to_the_last),
	cmocka_unit_test(a_table_repeats_its_header_on_each_page),
	cmocka_unit_test(columns_run_in_the_direction_of_the_language),
	cmocka_unit_test(the_letterhead_is_arabic_right_and_french_left),
	cmocka_unit_test(the_points_of_the_archive_form_hold),
	cmocka_unit_test(everything_on_a_page_is_content_or_artifact),
	cmocka_unit_test(elements_say_their_words_in_the_order_of_reading),
	cmocka_unit_test(attachments_come_out_as_they_went_in),
	cmocka_unit_test(a_draft_is_marked_on_each_page_and_has_no_head),
	cmocka_unit_test(an_empty_document_is_a_page),
	cmocka_unit_test(a_signer_without_a_place_is_refused),
	cmocka_unit_test(without_the_module_there_is_an_error),
	cmocka_unit_test(nothing_is_said_on_standard_error),
	cmocka_unit_test(a_heading_never_ends_a_page),
	cmocka_unit_test(units_stand_under_units),
	cmocka_unit_test(a_row_taller_than_a_page_loses_nothing),
	cmocka_unit_test(the_sample_takes_well_under_half_a_second),
};

TEST_MAIN_WITH(cases, setup, teardown)

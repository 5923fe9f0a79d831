#include "storage/record/pdf_archive.h"

#include <stdlib.h>
#include <string.h>

#include <openssl/evp.h>
#include <qpdf/qpdf-c.h>

#include "storage/record/pdf_content.h"
#include "storage/record/pdf_field.h"
#include "storage/record/pdf_icc.h"
#include "storage/record/pdf_xmp.h"

#define FLAGS_PRINT_LOCKED 132 /* source: ISO 32000-1 12.5.3 */

struct archive {
	qpdf_data q;
	const struct pdf_pages *pages;
	const struct pdf_input *in;
	struct pdf_layout *l;
	struct arena *arena;
	struct error *err;
};

/* qpdf keeps its first complaint until somebody asks. */
static int check(struct archive *x)
{
	if (!qpdf_has_error(x->q))
		return 0;
	return error_set(
		x->err, ERROR_PDF, "%s", qpdf_get_error_message_detail(x->q, qpdf_get_error(x->q)));
}

/* ---- short forms -------------------------------------------------------------------------- */

static void put(struct archive *x, qpdf_oh dict, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(x->q, dict, key, value);
}

static qpdf_oh parsed(struct archive *x, const char *source)
{
	return qpdf_oh_parse(x->q, source);
}

static qpdf_oh text(struct archive *x, struct str s)
{
	return qpdf_oh_new_unicode_string(x->q, arena_z(x->arena, s));
}

static qpdf_oh stream(struct archive *x, const void *p, size_t n, const char *dict)
{
	qpdf_oh s = qpdf_oh_new_stream(x->q), d = qpdf_oh_get_dict(x->q, s), from = parsed(x, dict);

	qpdf_oh_begin_dict_key_iter(x->q, from);
	while (qpdf_oh_dict_more_keys(x->q)) {
		const char *key = qpdf_oh_dict_next_key(x->q);

		put(x, d, key, qpdf_oh_get_key(x->q, from, key));
	}
	qpdf_oh_replace_stream_data(x->q, s, p ? p : (const unsigned char *)"", n,
		qpdf_oh_new_null(x->q), qpdf_oh_new_null(x->q));
	return s;
}

static bool has_name(struct archive *x, qpdf_oh dict, const char *key, const char *name)
{
	return qpdf_oh_is_name_and_equals(x->q, qpdf_oh_get_key(x->q, dict, key), name);
}

/* ---- fonts, colours, catalogue -------------------------------------------------------------- */

static int fonts(struct archive *x)
{
	qpdf_oh trailer = qpdf_get_trailer(x->q);
	int size = qpdf_oh_get_int_value_as_int(x->q, qpdf_oh_get_key(x->q, trailer, "/Size"));

	for (int i = 1; i < size; i++) {
		qpdf_oh o = qpdf_get_object_by_id(x->q, i, 0);

		if (qpdf_oh_is_dictionary(x->q, o) && has_name(x, o, "/Subtype", "/CIDFontType2"))
			put(x, o, "/CIDToGIDMap", qpdf_oh_new_name(x->q, "/Identity"));
		qpdf_oh_release(x->q, o);
	}
	return check(x);
}

static int output_intent(struct archive *x, qpdf_oh root)
{
	size_t n;
	const unsigned char *icc = pdf_icc(&n);
	qpdf_oh intent =
		parsed(x, "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
			  " /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) >>");
	qpdf_oh list = qpdf_oh_new_array(x->q);

	put(x, intent, "/DestOutputProfile", stream(x, icc, n, "<< /N 3 >>"));
	qpdf_oh_append_item(x->q, list, intent);
	put(x, root, "/OutputIntents", list);
	return check(x);
}

static int catalogue(struct archive *x, qpdf_oh root)
{
	bool arabic = x->l->lang == LANG_AR;
	const char *producer = qpdf_get_info_key(x->q, "/Producer");
	struct str xmp = pdf_xmp(x->in, str_of(producer), x->arena);

	put(x, root, "/Lang", qpdf_oh_new_string(x->q, pdf_language(x->l->lang)));
	put(x, root, "/MarkInfo", parsed(x, "<< /Marked true >>"));
	put(x, root, "/ViewerPreferences",
		parsed(x, arabic ? "<< /DisplayDocTitle true /Direction /R2L >>"
				 : "<< /DisplayDocTitle true >>"));
	put(x, root, "/Metadata", stream(x, xmp.p, xmp.n, "<< /Type /Metadata /Subtype /XML >>"));
	return check(x);
}

/* ---- pages -------------------------------------------------------------------------------- */

static int page(struct archive *x, qpdf_oh p)
{
	unsigned char *content = NULL;
	struct bytes marked = {0};
	size_t n = 0;
	int rc;

	put(x, p, "/Tabs", qpdf_oh_new_name(x->q, "/S"));
	qpdf_oh_get_page_content_data(x->q, p, &content, &n);
	if (check(x) != 0) {
		free(content);
		return -1;
	}
	rc = pdf_content_artifacts(content, n, &marked);
	free(content);
	if (rc == 0)
		put(x, p, "/Contents", stream(x, marked.p, marked.n, "<< >>"));
	else
		error_set(x->err, ERROR_PDF, "content");
	bytes_free(&marked);
	return rc == 0 ? check(x) : -1;
}

static int all_pages(struct archive *x)
{
	for (int i = 0; i < x->l->flow.pages; i++) {
		if (page(x, qpdf_get_page_n(x->q, (size_t)i)) != 0)
			return -1;
	}
	return 0;
}

/* ---- structure ------------------------------------------------------------------------------ */

static bool same_language(enum lang a, enum lang b)
{
	return (a == LANG_AR) == (b == LANG_AR);
}

static void attributes(struct archive *x, qpdf_oh o, const struct pdf_tag *tag)
{
	qpdf_oh a;

	if (!tag->column && tag->span < 2)
		return;
	a = parsed(x, "<< /O /Table >>");
	if (tag->column)
		put(x, a, "/Scope", qpdf_oh_new_name(x->q, "/Column"));
	if (tag->span > 1)
		put(x, a, "/ColSpan", qpdf_oh_new_integer(x->q, tag->span));
	put(x, o, "/A", a);
}

/* Content holds letters from left to right and no blanks: of one word from left to right nothing
 * is lost. */
static bool needs_words(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == ' ' || (c >= 0xd6 && c <= 0xdb))
			return true;
	}
	return false;
}

static void describe(struct archive *x, qpdf_oh o, const struct pdf_element *e)
{
	const struct pdf_tag *tag = e->tag;

	if (!same_language(tag->lang, x->l->lang))
		put(x, o, "/Lang", qpdf_oh_new_string(x->q, pdf_language(tag->lang)));
	if (tag->alt.n > 0)
		put(x, o, "/Alt", text(x, pdf_plain(tag->alt, x->arena)));
	else if (tag->leaf && needs_words(builder_str(&e->words)))
		put(x, o, "/ActualText", text(x, builder_str(&e->words)));
	attributes(x, o, tag);
}

static int walk(struct archive *x, qpdf_oh o, const struct pdf_element **next);

static int walk_children(struct archive *x, qpdf_oh parent, const struct pdf_element **next)
{
	qpdf_oh k = qpdf_oh_get_key(x->q, parent, "/K");
	int n;

	if (!qpdf_oh_is_array(x->q, k))
		return walk(x, k, next);
	n = qpdf_oh_get_array_n_items(x->q, k);
	for (int i = 0; i < n; i++) {
		if (walk(x, qpdf_oh_get_array_item(x->q, k, i), next) != 0)
			return -1;
	}
	return 0;
}

/* The tree is walked in the order in which its elements were begun. */
static int walk(struct archive *x, qpdf_oh o, const struct pdf_element **next)
{
	char name[16];

	if (!qpdf_oh_is_dictionary(x->q, o) || !qpdf_oh_has_key(x->q, o, "/S"))
		return 0; /* marked content, not an element */
	if (!*next || strlen((*next)->tag->name) + 2 > sizeof name)
		return error_set(x->err, ERROR_PDF, "structure");
	name[0] = '/';
	strcpy(name + 1, (*next)->tag->name);
	if (!has_name(x, o, "/S", name))
		return error_set(x->err, ERROR_PDF, "structure: %s", name);
	describe(x, o, *next);
	*next = (*next)->next;
	return walk_children(x, o, next);
}

static int structure(struct archive *x, qpdf_oh root)
{
	const struct pdf_element *next = x->pages->elements;

	if (walk_children(x, qpdf_oh_get_key(x->q, root, "/StructTreeRoot"), &next) != 0)
		return -1;
	if (next)
		return error_set(x->err, ERROR_PDF, "structure: %s", next->tag->name);
	return check(x);
}

/* ---- attachments ---------------------------------------------------------------------------- */

/* A name may hold a slash, which PDF writes as #2F. */
static const char *subtype(struct archive *x, const char *mime)
{
	struct builder b;

	builder_init(&b, x->arena);
	builder_add_char(&b, '/');
	builder_add_z(&b, mime);
	return arena_z(x->arena, builder_str(&b));
}

static int attachment(struct archive *x, const struct pdf_attachment *at, qpdf_oh *spec)
{
	qpdf_oh file = stream(x, at->bytes.p, at->bytes.n, "<< /Type /EmbeddedFile >>");
	qpdf_oh dict = qpdf_oh_get_dict(x->q, file), params = qpdf_oh_new_dictionary(x->q);
	qpdf_oh ef = qpdf_oh_new_dictionary(x->q), name = text(x, str_of(at->name));
	const char *date = arena_z(x->arena, pdf_date(x->in->document->date, x->arena));
	unsigned char sum[EVP_MAX_MD_SIZE];
	size_t sum_n = 0;
	char relation[32] = "/";

	if (strlen(at->relation) + 2 > sizeof relation)
		return error_set(x->err, ERROR_PDF, "%s", at->relation);
	strcat(relation, at->relation);
	put(x, dict, "/Subtype", qpdf_oh_new_name(x->q, subtype(x, at->mime)));
	put(x, params, "/Size", qpdf_oh_new_integer(x->q, (long long)at->bytes.n));
	put(x, params, "/CreationDate", qpdf_oh_new_string(x->q, date));
	put(x, params, "/ModDate", qpdf_oh_new_string(x->q, date));
	/* The format asks for MD5; a machine that forbids it goes without, the sum is optional. */
	if (EVP_Q_digest(
		    NULL, "MD5", NULL, at->bytes.p ? at->bytes.p : "", at->bytes.n, sum, &sum_n))
		put(x, params, "/CheckSum",
			qpdf_oh_new_binary_string(x->q, (const char *)sum, sum_n));
	put(x, dict, "/Params", params);
	put(x, ef, "/F", file);
	put(x, ef, "/UF", file);
	*spec = parsed(x, "<< /Type /Filespec >>");
	put(x, *spec, "/F", name);
	put(x, *spec, "/UF", name);
	put(x, *spec, "/Desc", qpdf_oh_new_string(x->q, at->description));
	put(x, *spec, "/AFRelationship", qpdf_oh_new_name(x->q, relation));
	put(x, *spec, "/EF", ef);
	*spec = qpdf_make_indirect_object(x->q, *spec);
	return check(x);
}

static int by_name(const void *a, const void *b)
{
	const struct pdf_attachment *const *pa = a, *const *pb = b;

	return strcmp((*pa)->name, (*pb)->name);
}

static int attachments(struct archive *x, qpdf_oh root)
{
	size_t n = x->in->attachments_n;
	const struct pdf_attachment **sorted =
		ARENA_ARRAY(x->arena, const struct pdf_attachment *, n + 1);
	qpdf_oh list = qpdf_oh_new_array(x->q), names = qpdf_oh_new_array(x->q), spec = 0;
	qpdf_oh tree = qpdf_oh_new_dictionary(x->q), files = qpdf_oh_new_dictionary(x->q);

	if (n == 0)
		return 0;
	for (size_t i = 0; i < n; i++)
		sorted[i] = &x->in->attachments[i];
	qsort(sorted, n, sizeof *sorted, by_name);
	for (size_t i = 0; i < n; i++) {
		if (attachment(x, sorted[i], &spec) != 0)
			return -1;
		qpdf_oh_append_item(x->q, list, spec);
		qpdf_oh_append_item(x->q, names, text(x, str_of(sorted[i]->name)));
		qpdf_oh_append_item(x->q, names, spec);
	}
	put(x, tree, "/Names", names);
	put(x, files, "/EmbeddedFiles", tree);
	put(x, root, "/Names", files);
	put(x, root, "/AF", list);
	return check(x);
}

/* ---- signature fields ----------------------------------------------------------------------- */

static const char *rectangle(
	struct archive *x, double left, double bottom, double right, double top)
{
	struct builder b;
	double v[4] = {left, bottom, right, top};

	builder_init(&b, x->arena);
	builder_add_char(&b, '[');
	for (size_t i = 0; i < ARRAY_LEN(v); i++) {
		builder_add_char(&b, ' ');
		pdf_add_length(&b, v[i]);
	}
	builder_add_z(&b, " ]");
	return arena_z(x->arena, builder_str(&b));
}

static qpdf_oh appearance(struct archive *x, const struct pdf_signer *signer, double w, double h)
{
	struct str drawing = pdf_field_appearance(x->l, x->in, signer, w, h);
	qpdf_oh form = stream(x, drawing.p, drawing.n,
		"<< /Type /XObject /Subtype /Form /FormType 1 /Resources << >> >>");
	qpdf_oh ap = qpdf_oh_new_dictionary(x->q);

	put(x, qpdf_oh_get_dict(x->q, form), "/BBox", parsed(x, rectangle(x, 0, 0, w, h)));
	put(x, ap, "/N", form);
	return ap;
}

/* "function – name": what a reader shows where it lists the fields. */
static struct str field_title(struct archive *x, const struct pdf_signer *signer)
{
	struct builder b;

	builder_init(&b, x->arena);
	builder_add(&b, pdf_plain(signer->function, x->arena));
	if (signer->function.n > 0 && signer->name.n > 0)
		builder_add_z(&b, " – ");
	builder_add(&b, pdf_plain(signer->name, x->arena));
	return arena_str(x->arena, builder_str(&b));
}

static qpdf_oh field(struct archive *x, size_t k)
{
	const struct pdf_field *at = &x->pages->fields[k];
	const struct pdf_signer *signer = &x->in->signers[k];
	qpdf_oh p = qpdf_get_page_n(x->q, (size_t)at->page), annots;
	qpdf_oh f = parsed(x, "<< /Type /Annot /Subtype /Widget /FT /Sig >>");
	struct builder name;

	builder_init(&name, x->arena);
	builder_add_z(&name, "signer");
	builder_add_int(&name, (int64_t)k + 1);
	put(x, f, "/T", qpdf_oh_new_string(x->q, arena_z(x->arena, builder_str(&name))));
	put(x, f, "/TU", text(x, field_title(x, signer)));
	put(x, f, "/F", qpdf_oh_new_integer(x->q, FLAGS_PRINT_LOCKED));
	put(x, f, "/Rect", parsed(x, rectangle(x, at->left, at->bottom, at->right, at->top)));
	put(x, f, "/P", p);
	put(x, f, "/AP", appearance(x, signer, at->right - at->left, at->top - at->bottom));
	f = qpdf_make_indirect_object(x->q, f);
	annots = qpdf_oh_get_key(x->q, p, "/Annots");
	if (!qpdf_oh_is_array(x->q, annots)) {
		annots = qpdf_oh_new_array(x->q);
		put(x, p, "/Annots", annots);
	}
	qpdf_oh_append_item(x->q, annots, f);
	return f;
}

static int fields(struct archive *x, qpdf_oh root)
{
	qpdf_oh form, list;

	if (x->in->signers_n == 0)
		return 0;
	form = parsed(x, "<< /SigFlags 3 >>");
	list = qpdf_oh_new_array(x->q);
	for (size_t k = 0; k < x->in->signers_n; k++)
		qpdf_oh_append_item(x->q, list, field(x, k));
	put(x, form, "/Fields", list);
	put(x, root, "/AcroForm", qpdf_make_indirect_object(x->q, form));
	return check(x);
}

/* ---- all of it ------------------------------------------------------------------------------ */

static int write_out(struct archive *x, struct bytes *out)
{
	if (qpdf_init_write_memory(x->q) & QPDF_ERRORS)
		return check(x) != 0 ? -1 : error_set(x->err, ERROR_PDF, "qpdf");
	qpdf_set_object_stream_mode(x->q, qpdf_o_disable); /* signing adds a classic table */
	qpdf_set_deterministic_ID(x->q, QPDF_TRUE);
	qpdf_set_newline_before_endstream(x->q, QPDF_TRUE);
	qpdf_set_minimum_pdf_version(x->q, "1.7");
	if (qpdf_write(x->q) & QPDF_ERRORS)
		return check(x) != 0 ? -1 : error_set(x->err, ERROR_PDF, "qpdf");
	bytes_add(out, qpdf_get_buffer(x->q), qpdf_get_buffer_length(x->q));
	return 0;
}

static int build(struct archive *x, struct bytes *out)
{
	qpdf_oh root;

	if (qpdf_read_memory(
		    x->q, "record", (const char *)x->pages->bytes.p, x->pages->bytes.n, NULL) &
		QPDF_ERRORS)
		return check(x) != 0 ? -1 : error_set(x->err, ERROR_PDF, "qpdf");
	root = qpdf_get_root(x->q);
	if (fonts(x) != 0 || output_intent(x, root) != 0 || catalogue(x, root) != 0 ||
		all_pages(x) != 0 || structure(x, root) != 0 || attachments(x, root) != 0 ||
		fields(x, root) != 0)
		return -1;
	return write_out(x, out);
}

int pdf_archive(const struct pdf_pages *pages, const struct pdf_input *in, struct pdf_layout *l,
	struct bytes *out, struct error *err)
{
	struct archive x = {
		.q = qpdf_init(), .pages = pages, .in = in, .l = l, .arena = l->arena, .err = err};
	int rc;

	qpdf_silence_errors(x.q);
	qpdf_set_suppress_warnings(x.q, QPDF_TRUE);
	rc = build(&x, out);
	qpdf_cleanup(&x.q);
	return rc;
}

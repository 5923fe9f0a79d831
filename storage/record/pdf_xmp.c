#include "storage/record/pdf_xmp.h"

#include "storage/record/pdf_paint.h"

static void escaped(struct builder *b, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		switch (s.p[i]) {
		case '&':
			builder_add_z(b, "&amp;");
			break;
		case '<':
			builder_add_z(b, "&lt;");
			break;
		case '>':
			builder_add_z(b, "&gt;");
			break;
		default:
			builder_add_char(b, s.p[i]);
			break;
		}
	}
}

static void element(struct builder *b, const char *name, struct str text)
{
	builder_add_z(b, "<");
	builder_add_z(b, name);
	builder_add_z(b, ">");
	escaped(b, text);
	builder_add_z(b, "</");
	builder_add_z(b, name);
	builder_add_z(b, ">\n");
}

/* A text with its language, as dc:title and dc:description want it. */
static void alternatives(struct builder *b, const char *name, struct str text)
{
	builder_add_z(b, "<");
	builder_add_z(b, name);
	builder_add_z(b, "><rdf:Alt><rdf:li xml:lang=\"x-default\">");
	escaped(b, text);
	builder_add_z(b, "</rdf:li></rdf:Alt></");
	builder_add_z(b, name);
	builder_add_z(b, ">\n");
}

static void listed(struct builder *b, const char *name, const char *list, struct str text)
{
	builder_add_z(b, "<");
	builder_add_z(b, name);
	builder_add_z(b, "><rdf:");
	builder_add_z(b, list);
	builder_add_z(b, "><rdf:li>");
	escaped(b, text);
	builder_add_z(b, "</rdf:li></rdf:");
	builder_add_z(b, list);
	builder_add_z(b, "></");
	builder_add_z(b, name);
	builder_add_z(b, ">\n");
}

struct str pdf_xmp(const struct pdf_input *in, struct str producer, struct arena *a)
{
	const struct document *d = in->document;
	struct str date = instant_text(d->date, a);
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
			  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
			  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
			  "<rdf:Description rdf:about=\"\"\n"
			  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
			  " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
			  " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
			  " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n");
	element(&b, "pdfaid:part", STR("3"));
	element(&b, "pdfaid:conformance", STR("A"));
	element(&b, "dc:format", STR("application/pdf"));
	alternatives(&b, "dc:title", pdf_plain(d->title_words, a));
	if (both_pick(d->chamber, d->lang).n > 0)
		listed(&b, "dc:creator", "Seq", pdf_plain(both_pick(d->chamber, d->lang), a));
	if (d->subject_words.n > 0)
		alternatives(&b, "dc:description", pdf_plain(d->subject_words, a));
	listed(&b, "dc:language", "Bag", str_of(pdf_language(d->lang)));
	element(&b, "xmp:CreatorTool", in->creator);
	element(&b, "xmp:CreateDate", date);
	element(&b, "xmp:ModifyDate", date);
	element(&b, "xmp:MetadataDate", date);
	element(&b, "pdf:Producer", producer);
	builder_add_z(&b, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
	return arena_str(a, builder_str(&b));
}

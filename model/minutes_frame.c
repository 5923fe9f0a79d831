/* Around the text: letterhead and title before it, place, date, signatures and seal after it. */
#include "model/minutes_part.h"

#include <string.h>

/* The last act the document speaks of: a signature comes after it and must not change it. */
static const struct event *last_act(const struct session *s)
{
	for (size_t i = s->log.n; i-- > 0;) {
		if (!s->struck.at[i] && s->log.at[i].type != EVENT_RECORD_SIGNED)
			return &s->log.at[i];
	}
	return NULL;
}

/* When the document was settled: the freeze, else the last act. */
static struct instant date_of(const struct session *s)
{
	const struct event *e = last_act(s);

	return e ? e->at : (struct instant){0, 0};
}

static bool holds(struct str hay, struct str needle)
{
	for (size_t i = 0; needle.n && i + needle.n <= hay.n; i++) {
		if (memcmp(hay.p + i, needle.p, needle.n) == 0)
			return true;
	}
	return false;
}

static struct node *letterhead_line(
	const struct minutes *m, struct node *head, enum lang lang, struct message text)
{
	struct node *n = node_add(m->a, head, NODE_TEXT, text);

	n->lang = lang;
	return n;
}

/* One side, in its own language whatever the document's is. Only what was given in that language
 * is printed. */
static void letterhead_side(
	const struct minutes *m, struct node *head, enum lang lang, const struct letterhead *is)
{
	bool ar = lang == LANG_AR;
	struct str ministry = ar ? is->ministry_ar : is->ministry_fr;
	struct str name = ar ? is->name_ar : is->name_fr;
	struct str region = ar ? is->region_ar : is->region_fr;

	letterhead_line(m, head, lang, TEXT("Kingdom of Morocco"));
	if (ministry.n)
		letterhead_line(m, head, lang, MSG(minutes_whole, A_STR("it", ministry)));
	/* Written from left to right, so on that side, but of no language of the document. */
	if (!ar && is->name_zgh.n)
		letterhead_line(m, head, lang, MSG(minutes_whole, A_STR("it", is->name_zgh)))
			->foreign = true;
	if (name.n)
		letterhead_line(m, head, lang, MSG(minutes_whole, A_STR("it", name)));
	if (region.n && !holds(name, region))
		letterhead_line(m, head, lang, MSG(minutes_whole, A_STR("it", region)));
}

static void letterhead(const struct minutes *m, const struct letterhead *is)
{
	struct node *head = node_add(m->a, m->doc->root, NODE_LETTERHEAD, NO_MESSAGE);

	letterhead_side(m, head, LANG_AR, is);
	letterhead_side(m, head, LANG_FR, is);
}

static struct message mark(bool draft, bool specimen)
{
	if (draft && specimen)
		return TEXT("SPECIMEN, DRAFT");
	if (specimen)
		return TEXT("SPECIMEN");
	if (draft)
		return TEXT("DRAFT");
	return NO_MESSAGE;
}

/* Which text counts stands on every page of the other one. */
static struct message mark_of_translation(const struct minutes *m)
{
	struct message says = m->s->frozen.lang == LANG_FR
				      ? TEXT("Translation: the signed French text is authentic")
				      : TEXT("Translation: the signed Arabic text is authentic");

	if (!m->s->is.specimen)
		return says;
	return MSG("SPECIMEN · {translation}", A_MSG("translation", minutes_keep(m, says)));
}

struct document *minutes_document(
	struct minutes *m, struct message title, struct message subtitle, bool draft)
{
	const struct session_created *is = &m->s->is;
	struct both chamber = letterhead_name(&is->head);
	struct document *doc = ARENA_NEW(m->a, struct document);

	doc->root = node_add(m->a, NULL, NODE_DOCUMENT, NO_MESSAGE);
	doc->title = title;
	doc->subject = MSG("{session}, {chamber}", A_MSG("session", minutes_keep(m, subtitle)),
		A_BOTH("chamber", chamber));
	doc->chamber = chamber;
	doc->date = m->only ? m->only->closed : date_of(m->s);
	doc->draft = draft;
	doc->specimen = is->specimen;
	doc->translation = m->translation;
	doc->mark = m->translation ? mark_of_translation(m) : mark(draft, is->specimen);
	doc->lang = m->lang;
	m->doc = doc;
	letterhead(m, &is->head);
	node_add(m->a, doc->root, NODE_TITLE, title);
	node_add(m->a, doc->root, NODE_SUBTITLE, subtitle);
	return doc;
}

/* --- the end --- */

static void place_and_date(const struct minutes *m, struct node *parent)
{
	struct both seat = {m->s->is.head.seat_ar, m->s->is.head.seat_fr};
	struct date day = instant_date(m->doc->date);

	if (!instant_is_set(m->doc->date))
		return;
	if (both_any(seat))
		minutes_text(m, parent,
			MSG("Done at {place} on {date}.", A_BOTH("place", seat),
				A_DATE("date", day)));
	else
		minutes_text(m, parent, MSG("Done on {date}.", A_DATE("date", day)));
}

/* Empty too for whoever the document knows by the office alone. */
static struct both officer_name(const struct minutes *m, int office)
{
	const struct member *member = session_officer(m->s, office);

	return member && !minutes_by_office_alone(m, member) ? member_name(member)
							     : (struct both){{0}, {0}};
}

static void draft_signer(const struct minutes *m, struct node *block, enum signer_role role)
{
	const struct sitting *sitting = m->only ? m->only : session_sitting(m->s);
	struct both name = role == SIGNER_PRESIDENT ? officer_name(m, OFFICE_PRESIDENT)
						    : record_box(m->s, sitting, role);
	struct node *n =
		node_add(m->a, block, NODE_SIGNATURE, name_label(signer_role_names, (int)role));

	if (both_any(name))
		minutes_text(m, n, MSG(minutes_whole, A_BOTH("it", name)));
}

static void signer(const struct minutes *m, struct node *block, const struct signer *who)
{
	struct node *n =
		node_add(m->a, block, NODE_SIGNATURE, name_label(signer_role_names, who->role));
	struct both name = {who->name_ar, who->name_fr};

	if (both_any(name))
		minutes_text(m, n, MSG(minutes_whole, A_BOTH("it", name)));
	minutes_text(m, n, MSG("Certificate: {hash}", A_HASH("hash", who->certificate)));
}

static struct both name_on_paper(const struct minutes *m, enum signatory who)
{
	switch (who) {
	case SIGNATORY_VICE_PRESIDENT:
		return officer_name(m, OFFICE_VICE_PRESIDENT);
	case SIGNATORY_RAPPORTEUR:
		return officer_name(m, OFFICE_RAPPORTEUR);
	case SIGNATORY_TREASURER:
		return officer_name(m, OFFICE_TREASURER);
	case SIGNATORY_SECRETARY:
	case SIGNATORY_PRESIDENT:
	case SIGNATORY_WALI: /* whoever comes for the wali is not known by the rule */
	case SIGNATORY_DRAWN_FIRST:
	case SIGNATORY_DRAWN_SECOND:
		break;
	}
	return (struct both){{0}, {0}};
}

/* Whose name is not known writes it there too. */
static void on_paper(const struct minutes *m, struct node *block)
{
	struct rule_list who = record_signs_on_paper(m->s);

	for (size_t i = 0; i < who.n; i++) {
		struct both name = name_on_paper(m, (enum signatory)who.at[i]);
		struct node *n = node_add(
			m->a, block, NODE_SIGNATURE, name_label(signatory_names, who.at[i]));

		n->by_hand = true;
		minutes_text(m, n,
			both_any(name) ? MSG(minutes_whole, A_BOTH("it", name))
				       : TEXT("Name: ……………………………"));
		minutes_text(m, n, TEXT("Signs by hand, on the printed copy"));
	}
}

/* A translation says who signs the text it translates, and has no room for a signature. */
static void signers_told(const struct minutes *m, struct node *section)
{
	const struct signer *signers = m->s->frozen.signers.at;
	struct rule_list hands = record_signs_on_paper(m->s);
	struct node *list = node_add(m->a, section, NODE_LIST, NO_MESSAGE);

	for (size_t i = 0; i < m->s->frozen.signers.n; i++)
		node_add(m->a, list, NODE_LIST_ITEM,
			MSG("{role}: {name}",
				A_MSG("role", minutes_keep(m, name_label(signer_role_names,
								      signers[i].role))),
				A_BOTH("name",
					((struct both){signers[i].name_ar, signers[i].name_fr}))));
	for (size_t i = 0; i < hands.n; i++)
		node_add(m->a, list, NODE_LIST_ITEM,
			MSG("{role}: by hand, on the printed copy",
				A_MSG("role", minutes_keep(m,
						      name_label(signatory_names, hands.at[i])))));
	minutes_text(m, section,
		TEXT("The signatures are in the file of the signed text; this translation is to be "
		     "read only."));
}

static void seal(const struct minutes *m, struct node *parent)
{
	const struct event *last = last_act(m->s);
	struct node *n = node_add(m->a, parent, NODE_SEAL,
		TEXT("Fingerprint of the journal from which this record was made. The journal is "
		     "attached to this file; whoever recomputes it must find these digits."));

	n->hash = m->s->frozen_head;
	minutes_acts(n, 0, last ? last->n : 0);
}

void minutes_signatures(const struct minutes *m, struct node *parent)
{
	const struct list *signers = &m->s->frozen.signers;
	struct rule_list by_rules = record_signers(m->s);
	struct node *section = node_add(m->a, parent, NODE_SECTION, NO_MESSAGE);
	struct node *block;

	minutes_heading(m, section, 1, TEXT("Signatures"));
	place_and_date(m, section);
	if (m->translation) {
		signers_told(m, section);
		return;
	}
	block = node_add(m->a, section, NODE_SIGNATURES, NO_MESSAGE);
	if (m->draft) {
		for (size_t i = 0; i < by_rules.n; i++)
			draft_signer(m, block, (enum signer_role)by_rules.at[i]);
		on_paper(m, block);
		return;
	}
	for (size_t i = 0; i < signers->n; i++)
		signer(m, block, (const struct signer *)signers->at + i);
	on_paper(m, block);
	seal(m, parent);
}

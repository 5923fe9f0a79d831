/* Who signs the record: those with a key, in order, then those who sign the printed copy. */
#include "tui/closing_look.h"

#include "locale/format.h"
#include "tui/desk_parts.h"

struct message closing_short_print(struct desk *d, struct hash hash)
{
	struct str digits = hash_text(hash, &d->frame);
	struct str parts[] = {
		{digits.p, 4}, STR(" "), {digits.p + 4, 4}, STR(" … "), {digits.p + 60, 4}};

	return MSG("{it}",
		A_STR("it", format_isolate_ltr(
				    arena_join(&d->frame, parts, ARRAY_LEN(parts)), &d->frame)));
}

#define ROLE_COLS  24
#define PRINT_COLS 17

static void paint_keys(struct desk *d, struct area work, int row)
{
	for (int role = 0; role < SIGNER_ROLE_COUNT; role++, row++) {
		const struct signing_key *key =
			chamber_key(register_chamber(d->r), (enum signer_role)role);

		/* A tick here would look like a signature. */
		canvas_text(work, row, 1, 1, key ? STYLE_DONE : STYLE_CAUTION, ALIGN_START,
			key ? STR("·") : STR("○"));
		canvas_say(work, row, 3, ROLE_COLS, STYLE_TEXT, ALIGN_START, closing_role(role));
		if (!key) {
			canvas_say(work, row, ROLE_COLS + 4, 0, STYLE_CAUTION, ALIGN_START,
				TEXT("no signing key yet; it is made here"));
			continue;
		}
		canvas_text(work, row, ROLE_COLS + 4, -PRINT_COLS - 2, STYLE_TEXT, ALIGN_START,
			both_pick(closing_signer_name(&key->signer), d->lang));
		canvas_say(work, row, work.cols - PRINT_COLS - 1, PRINT_COLS, STYLE_DONE, ALIGN_END,
			closing_short_print(d, key->signer.certificate));
	}
}

/* Who signs by hand, one row each. Returns the row below. */
static int paint_on_paper(struct desk *d, struct area work, int row)
{
	struct rule_list who = record_signs_on_paper(desk_session(d));

	for (size_t i = 0; i < who.n; i++, row++) {
		canvas_text(work, row, 1, 1, STYLE_DONE, ALIGN_START, STR("·"));
		canvas_say(work, row, 3, ROLE_COLS, STYLE_TEXT, ALIGN_START,
			name_label(signatory_names, who.at[i]));
		canvas_say(work, row, ROLE_COLS + 4, 0, STYLE_DONE, ALIGN_START,
			TEXT("by hand, on the printed copy"));
	}
	return row;
}

/* Two rows each, so that no name is cut: who, and with which key. */
static void paint_signer(struct desk *d, struct area rows, size_t i)
{
	const struct session *s = desk_session(d);
	const struct signer *signer = (const struct signer *)s->frozen.signers.at + i;
	bool has_signed = i < s->signatures.n, turn = i == s->signatures.n;
	enum style style = has_signed ? STYLE_GOOD : turn ? STYLE_HERE : STYLE_DONE;

	canvas_say(rows, 0, 0, 3, STYLE_DONE, ALIGN_END, MSG("{n}", A_INT("n", (int64_t)i + 1)));
	canvas_text(rows, 0, 5, -PRINT_COLS - 2, STYLE_STRONG, ALIGN_START,
		both_pick(closing_signer_name(signer), d->lang));
	canvas_say(rows, 0, rows.cols - PRINT_COLS - 1, PRINT_COLS, style, ALIGN_START,
		has_signed ? TEXT("✓ signed")
		: turn     ? TEXT("▶ signs now")
			   : TEXT("· signs after"));
	canvas_say(
		rows, 1, 5, -PRINT_COLS - 2, STYLE_TEXT, ALIGN_START, closing_role(signer->role));
	canvas_say(rows, 1, rows.cols - PRINT_COLS - 1, PRINT_COLS, STYLE_DONE, ALIGN_START,
		closing_short_print(d, signer->certificate));
}

int closing_key_rows(const struct session *s)
{
	return SIGNER_ROLE_COUNT + (int)record_signs_on_paper(s).n;
}

void closing_paint_keys(struct desk *d, struct area work, int row)
{
	paint_keys(d, work, row);
	paint_on_paper(d, work, row + SIGNER_ROLE_COUNT);
}

int closing_paint_signers(struct desk *d, struct area work, int row)
{
	for (size_t i = 0; i < desk_session(d)->frozen.signers.n; i++, row += 2)
		paint_signer(d, canvas_sub(work, row, 0, 2, 0), i);
	return paint_on_paper(d, work, row);
}

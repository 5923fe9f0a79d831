/* What the screen of closing keeps between two looks, and beside the journal for the next start. */
#include "tui/closing_look.h"

#define CLOSING "desk/closing/"
#define READING "desk/reading/"

/* --- kept beside the journal: "READ FROM UNTIL" (READ: 0, 1, or 2 for a translation), then the
 * folder on a line of its own; and, for itself, since it changes with each page: when the reading
 * began, then what was shown --- */

static struct str kept_key(struct desk *d, const struct closing_look *c, const char *what)
{
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add_z(&b, what);
	builder_add_int(&b, c->session);
	return builder_str(&b);
}

void closing_remember(struct desk *d)
{
	const struct closing_look *c = d->closing;
	struct error err = {.code = ERROR_NONE};
	struct builder b;

	if (d->read_only)
		return;
	builder_init(&b, &d->frame);
	builder_add_int(&b, c->read ? 1 + c->read_translated : 0);
	builder_add_char(&b, ' ');
	builder_add(&b, instant_text(c->read_from, &d->frame));
	builder_add_char(&b, ' ');
	builder_add(&b, instant_text(c->read_until, &d->frame));
	builder_add_char(&b, '\n');
	if (c->folder_written)
		builder_add(&b, c->folder);
	if (journal_keep(register_journal(d->r), kept_key(d, c, CLOSING), builder_str(&b), &err) <
		0)
		desk_fail(d, &err);
}

void closing_remember_pages(struct desk *d)
{
	const struct closing_look *c = d->closing;
	struct error err = {.code = ERROR_NONE};
	struct builder b;

	if (d->read_only)
		return;
	builder_init(&b, &d->frame);
	builder_add(&b, instant_text(c->began, &d->frame));
	builder_add_char(&b, '\n');
	builder_add(&b, shown_kept(&c->shown, &d->frame));
	if (journal_keep(register_journal(d->r), kept_key(d, c, READING), builder_str(&b), &err) <
		0)
		desk_fail(d, &err);
}

/* The text up to END, which S then begins behind; all of it when END is not there. */
static struct str cut(struct str *s, char end)
{
	struct str part = {s->p, 0};

	while (part.n < s->n && s->p[part.n] != end)
		part.n++;
	s->p += part.n < s->n ? part.n + 1 : part.n;
	s->n -= part.n < s->n ? part.n + 1 : part.n;
	return part;
}

static void recall(struct desk *d, struct closing_look *c)
{
	struct error err = {.code = ERROR_NONE};
	struct str value, line;
	bool found;
	int64_t read;

	if (journal_kept(register_journal(d->r), kept_key(d, c, READING), &d->frame, &value, &found,
		    &err) < 0) {
		desk_fail(d, &err);
		return;
	}
	if (found && instant_parse(cut(&value, '\n'), &c->began))
		shown_recall(&c->shown, value);
	if (journal_kept(register_journal(d->r), kept_key(d, c, CLOSING), &d->frame, &value, &found,
		    &err) < 0) {
		desk_fail(d, &err);
		return;
	}
	line = cut(&value, '\n');
	if (!found || !form_read_number(cut(&line, ' '), &read))
		return;
	c->read = read > 0 && instant_parse(cut(&line, ' '), &c->read_from) &&
		  instant_parse(line, &c->read_until);
	c->read_translated = c->read && read == 2;
	if (value.n) {
		c->folder_written = true;
		c->folder = arena_str(&c->arena, value);
		closing_line(c, STYLE_GOOD, MSG("✓ written: {path}", A_STR("path", c->folder)));
	}
}

struct closing_look *closing_look(struct desk *d)
{
	const struct session *s = desk_session(d);

	if (d->closing && d->closing->session != s->is.number)
		closing_leave(d);
	if (!d->closing) {
		d->closing = memory_source.take(sizeof *d->closing);
		*d->closing = (struct closing_look){.session = s->is.number};
		arena_init(&d->closing->arena, &memory_source);
		reading_init(&d->closing->pages);
		shown_init(&d->closing->shown);
		recall(d, d->closing);
	}
	return d->closing;
}

void closing_leave(struct desk *d)
{
	struct closing_look *c = d->closing;

	if (!c)
		return;
	seal_key_close(c->key);
	render_close(c->child);
	bytes_free(&c->pdf);
	reading_clear(&c->pages);
	shown_clear(&c->shown);
	arena_clear(&c->arena);
	memory_source.give(c);
	d->closing = NULL;
}

void closing_lines_clear(struct closing_look *c)
{
	arena_clear(&c->arena);
	c->lines_n = 0;
	c->folder = STR("");
}

void closing_line(struct closing_look *c, enum style style, struct message m)
{
	if (c->lines_n == CLOSING_LINES_MAX)
		return;
	c->lines[c->lines_n] = message_copy(&c->arena, m);
	c->styles[c->lines_n++] = style;
}

struct message closing_role(int role)
{
	return name_label(signer_role_names, role);
}

struct both closing_signer_name(const struct signer *signer)
{
	return (struct both){signer->name_ar, signer->name_fr};
}

const struct signer *closing_signer(struct desk *d)
{
	const struct signing_key *key;

	if (desk_session(d)->phase != PHASE_CLOSED)
		return closing_next_signer(desk_session(d));
	key = chamber_key(register_chamber(d->r), (enum signer_role)0);
	return key ? &key->signer : NULL;
}

const struct signer *closing_next_signer(const struct session *s)
{
	if (s->phase != PHASE_FROZEN || s->signatures.n >= s->frozen.signers.n)
		return NULL;
	return (const struct signer *)s->frozen.signers.at + s->signatures.n;
}

int closing_missing_key(struct desk *d)
{
	for (int role = 0; role < SIGNER_ROLE_COUNT; role++)
		if (!chamber_key(register_chamber(d->r), (enum signer_role)role))
			return role;
	return -1;
}

/* mahdar show: the state as plain text in logical order, for pipes, readers and tests. */
#include "tui/cli.h"

#include "locale/format.h"
#include "locale/resolve.h"
#include "model/ballot.h"
#include "model/describe.h"
#include "model/follow_up.h"
#include "model/minutes.h"
#include "storage/record/text.h"

#include <string.h>

static void line(struct cli *cli, struct message m)
{
	cli_say(cli, stdout, m);
}

static struct message phase_message(enum phase phase)
{
	switch (phase) {
	case PHASE_ASIDE:
		return TEXT("put aside");
	case PHASE_PREPARING:
		return TEXT("being prepared");
	case PHASE_SITTING:
		return TEXT("sitting open");
	case PHASE_SUSPENDED:
		return TEXT("sitting suspended");
	case PHASE_BETWEEN:
		return TEXT("left open, waiting for its next sitting");
	case PHASE_CLOSED:
		return TEXT("closed, not yet frozen");
	case PHASE_FROZEN:
		return TEXT("frozen, being signed");
	case PHASE_SEALED:
		return TEXT("signed");
	}
	return NO_MESSAGE;
}

static int show_list(struct cli *cli, struct registry *r)
{
	struct error err = {.code = ERROR_NONE};
	struct session_line *lines;
	size_t n;

	if (register_list(r, cli->arena, &lines, &n, &err) < 0)
		return cli_fail(cli, &err);
	for (size_t i = 0; i < n; i++) {
		struct date label = {(int32_t)lines[i].year, (int32_t)lines[i].month, 1};

		line(cli, MSG("session {n}: {kind} of {month}, {phase}",
				  A_DIGITS("n", lines[i].number),
				  A_MSG("kind",
					  message_keep(cli->arena,
						  name_label(session_kind_names, lines[i].kind))),
				  A_MONTH("month", label),
				  A_MSG("phase", message_keep(cli->arena,
							 phase_message(lines[i].phase)))));
	}
	return CLI_DONE;
}

static void show_sitting(struct cli *cli, const struct session *s)
{
	const struct sitting *sitting = session_sitting(s);
	struct both place = {sitting->is.place_ar, sitting->is.place_fr};

	line(cli,
		MSG("sitting {n} opened {day} {time}, {place}", A_DIGITS("n", sitting->is.sitting),
			A_DAY("day", instant_date(sitting->opened)),
			A_TIME("time", sitting->opened), A_BOTH("place", place)));
	line(cli, MSG("chair: {who}", A_MSG("who", message_keep(cli->arena,
							   describe_member(s, sitting->chair)))));
	line(cli, MSG("quorum: {here} of {all}, {needed} needed: {met}",
			  A_INT("here", session_quorum(s).present),
			  A_INT("all", session_quorum(s).in_office),
			  A_INT("needed", session_quorum_needed(s)),
			  A_MSG("met", message_keep(cli->arena,
					       session_has_quorum(s) ? TEXT("yes") : TEXT("no")))));
}

static void show_agenda(struct cli *cli, const struct session *s)
{
	for (size_t i = 0; i < s->agenda.n; i++) {
		const struct item *item = session_item(s, s->agenda.at[i]);

		line(cli, MSG("item {n}: {title} [{state}]", A_DIGITS("n", (int64_t)i + 1),
				  A_BOTH("title", item_title(item)),
				  A_MSG("state",
					  message_keep(cli->arena, describe_item_state(s, item)))));
	}
}

static void show_vote(struct cli *cli, const struct session *s)
{
	const struct vote *vote = session_open_vote(s);

	if (!vote)
		return;
	line(cli, MSG("open vote {item}/{n}: {figures}; {missing} missing",
			  A_DIGITS("item", session_agenda_number(s, vote->id.item)),
			  A_DIGITS("n", vote->id.n),
			  A_MSG("figures", message_keep(cli->arena,
						   ballot_totals(vote->kind, vote_ballots(vote)))),
			  A_INT("missing", vote_missing(vote))));
}

static void show_acts(struct cli *cli, const struct session *s, size_t from)
{
	for (size_t i = from; i < s->log.n; i++) {
		const struct event *e = &s->log.at[i];
		struct message what = describe_event(s, e, cli->arena);

		line(cli, MSG("{n} {time} {struck}{what}", A_DIGITS("n", e->n),
				  A_CLOCK("time", e->at),
				  A_STR("struck", s->struck.at[i] ? STR("~ ") : STR("")),
				  A_MSG("what", message_keep(cli->arena, what))));
	}
}

static void show_presence(struct cli *cli, const struct session *s)
{
	static const struct message words[] = {
		[PRESENCE_UNKNOWN] = {.id = N_("not noted yet")},
		[PRESENCE_HERE] = {.id = N_("present")},
		[PRESENCE_EXCUSED] = {.id = N_("absent with excuse")},
		[PRESENCE_ABSENT] = {.id = N_("absent without excuse")},
		[PRESENCE_LEFT] = {.id = N_("left")},
		[PRESENCE_REMOTE] = {.id = N_("connected from afar")},
	};

	for (size_t i = 0; i < s->seats.n; i++) {
		const struct seat *seat = &s->seats.at[i];

		line(cli, MSG("member {who}: {presence}",
				  A_MSG("who", message_keep(cli->arena,
						       describe_member(s, seat->member.number))),
				  A_MSG("presence", &words[seat->presence])));
	}
}

static void show_follow_up(struct cli *cli, const struct session *s, const struct chamber *c)
{
	struct due *due = ARENA_ARRAY(cli->arena, struct due, DUE_MAX);
	size_t n = follow_up(s, due, DUE_MAX, cli->arena);

	n += follow_up_agreements(s, c, due + n, DUE_MAX - n);

	for (size_t i = 0; i < n; i++)
		line(cli, MSG("to follow up: {what}",
				  A_MSG("what", message_keep(cli->arena,
							follow_up_words(&due[i], cli->arena)))));
}

static int show_state(struct cli *cli, const struct session *s, const struct chamber *c)
{
	if (s->is.specimen)
		line(cli, TEXT("SPECIMEN: an example, not a record"));
	line(cli, MSG("{chamber}: {session}, {phase}",
			  A_BOTH("chamber", letterhead_name(&s->is.head)),
			  A_MSG("session", message_keep(cli->arena, describe_session(s))),
			  A_MSG("phase", message_keep(cli->arena, phase_message(s->phase)))));
	if (s->sittings.n)
		show_sitting(cli, s);
	show_agenda(cli, s);
	show_vote(cli, s);
	show_presence(cli, s);
	show_follow_up(cli, s, c);
	for (size_t i = 0; i < s->findings.n; i++)
		line(cli, s->findings.at[i].what);
	if (s->phase == PHASE_FROZEN || s->phase == PHASE_SEALED)
		line(cli,
			MSG("head: {hash}", A_STR("hash", hash_text(s->frozen_head, cli->arena))));
	if (s->log.n)
		line(cli, MSG("last act {n}", A_DIGITS("n", (int64_t)s->log.n - 1)));
	return CLI_DONE;
}

static int show_minutes(struct cli *cli, const struct session *s, int64_t call)
{
	struct minutes_options options = {
		.lang = cli->lang, .draft = s->phase != PHASE_SEALED, .call = call};
	struct document *d = minutes_build(s, &options, cli->arena);
	struct bytes out = {NULL, 0, 0};

	document_resolve(d, cli->lang, cli->arena);
	text_render(d, &out);
	fwrite(out.p, 1, out.n, stdout);
	bytes_free(&out);
	return CLI_DONE;
}

int cli_show(struct cli *cli)
{
	bool minutes = cli_flag(cli, "--minutes"), acts = cli_flag(cli, "--acts"),
	     all = cli_flag(cli, "--list");
	const char *bad = NULL, *call = cli_option(cli, "--call", &bad);
	const char *unknown = bad ? bad : cli_unknown_option(cli);
	struct error err = {.code = ERROR_NONE};
	struct registry *r;
	int64_t number = 0;
	int status;

	if (unknown || cli->argc > 2)
		return cli_usage(cli, unknown ? unknown : cli->argv[2]);
	r = cli_open(cli, JOURNAL_READ, "show", &err);
	if (!r)
		return cli_fail(cli, &err);
	if (all)
		status = show_list(cli, r);
	else if (cli_choose(r, cli->argc == 2 ? cli->argv[1] : NULL, &err) < 0)
		status = cli_fail(cli, &err);
	else if (!cli_call(cli, register_session(r), call, &number))
		status = CLI_REFUSED;
	else if (minutes || number)
		status = show_minutes(cli, register_session(r), number);
	else
		status = show_state(cli, register_session(r), register_chamber(r));
	if (status == CLI_DONE && acts && register_session(r))
		show_acts(cli, register_session(r), 0);
	register_close(r);
	return status;
}

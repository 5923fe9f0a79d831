/* mahdar play: commands from a file or standard input, one answer a line. */
#include "tui/cli.h"

#include "locale/format.h"
#include "locale/text.h"
#include "model/grammar.h"
#include "model/question.h"
#include "storage/clock.h"
#include "storage/file.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What HH:MM is relative to: the sitting's day, else the planned day, else today. */
static struct grammar_day day_of(const struct registry *r)
{
	const struct session *s = register_session(r);
	struct source source = register_source(r);
	struct instant now = source.now(source.context);

	if (s && s->sittings.n) {
		struct instant opened = session_sitting(s)->opened;

		return (struct grammar_day){instant_date(opened), opened.offset_minutes};
	}
	if (s && s->plan.date.year)
		return (struct grammar_day){s->plan.date, now.offset_minutes};
	return (struct grammar_day){instant_date(now), now.offset_minutes};
}

static void answer_refused(
	const struct cli *cli, FILE *out, const char *code, const struct message *why)
{
	struct str s = format_plain(why, cli->lang, cli->arena);

	if (out)
		fprintf(out, "refused %s %.*s\n", code, (int)s.n, s.p);
}

/* GIVEN: the questions the line has answered already. */
static void print_answer(const struct cli *cli, FILE *out, const struct answer *o, struct str given)
{
	if (o->verdict == VERDICT_REFUSED) {
		answer_refused(cli, out, o->code, &o->why);
	} else if (o->verdict == VERDICT_ASK) {
		struct message m = MSG("{why} (confirm={names})",
			A_MSG("why", message_keep(cli->arena, o->why)),
			A_STR("names", questions_with(given, o->asks, cli->arena)));

		answer_refused(cli, out, o->code, &m);
	} else if (out) {
		fprintf(out, "ok %u", o->first);
		for (size_t i = 0; i < o->n; i++)
			fprintf(out, " %s", event_spec(o->type[i])->name);
		fputc('\n', out);
	}
}

/* One line; the exit code so far. */
static int play_line(struct cli *cli, struct registry *r, struct str line,
	struct source_script *script, FILE *out)
{
	struct command command;
	struct answer answer;
	struct message why;
	struct error err = {.code = ERROR_NONE};
	struct str clean;
	size_t bad;

	if (text_clean(line, cli->arena, &clean, &bad) < 0) {
		why = MSG("The line is not clean text: look at byte {n}.",
			A_DIGITS("n", (int64_t)bad + 1));
		answer_refused(cli, out, "grammar", &why);
		return CLI_REFUSED;
	}
	switch (grammar_parse(clean, day_of(r), &command, &why, cli->arena)) {
	case GRAMMAR_NOTHING:
		return CLI_DONE;
	case GRAMMAR_WRONG:
		answer_refused(cli, out, "grammar", &why);
		return CLI_REFUSED;
	case GRAMMAR_COMMAND:
		break;
	}
	if (script && instant_is_set(command.at))
		script->now = command.at;
	if (register_act(r, &command, STR("play"), &answer, cli->arena, &err) < 0)
		return cli_fail(cli, &err);
	print_answer(cli, out, &answer, command.confirm);
	return answer.verdict == VERDICT_DONE ? CLI_DONE : CLI_REFUSED;
}

int cli_play_text(struct cli *cli, struct registry *r, struct str text,
	struct source_script *script, bool keep_going, FILE *answers)
{
	int worst = CLI_DONE;

	while (text.n) {
		const char *end = memchr(text.p, '\n', text.n);
		struct str line = {text.p, end ? (size_t)(end - text.p) : text.n};
		int status = play_line(cli, r, line, script, answers);

		if (status == CLI_FAILED || (status && !keep_going))
			return status;
		worst = status > worst ? status : worst;
		text.p += line.n + (end != NULL);
		text.n -= line.n + (end != NULL);
		if (answers && !text.n)
			break;
	}
	return worst;
}

/* NAME is what IN is called in a complaint. */
static int play_stream(
	struct cli *cli, struct registry *r, FILE *in, const char *name, bool keep_going)
{
	struct error err = {.code = ERROR_NONE};
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	int worst = CLI_DONE;

	while ((n = getline(&line, &room, in)) >= 0) {
		size_t length = (size_t)n;
		int status;

		if (length && line[length - 1] == '\n')
			length--;
		if (length && line[length - 1] == '\r') /* written on Windows */
			length--;
		status = play_line(cli, r, (struct str){line, length}, NULL, stdout);
		fflush(stdout);
		worst = status > worst ? status : worst;
		if (status == CLI_FAILED || (status && !keep_going))
			break;
	}
	if (ferror(in)) {
		(void)error_sys(&err, ERROR_FILE, "%s", name);
		worst = cli_fail(cli, &err);
	}
	free(line);
	return worst;
}

/* The newest session is the chosen one; a register without any is fine, session.create makes one.
 */
static int choose_for_play(struct registry *r, const char *number, struct error *err)
{
	if (!number && register_world(r)->last_number == 0)
		return 0;
	return cli_choose(r, number, err);
}

int cli_play(struct cli *cli)
{
	const char *bad = NULL, *session = cli_option(cli, "--session", &bad);
	bool keep_going = cli_flag(cli, "--keep-going");
	const char *path, *unknown = cli_unknown_option(cli);
	struct error err = {.code = ERROR_NONE};
	struct registry *r;
	FILE *in = stdin;
	int status;

	if (bad || unknown || cli->argc > 2)
		return cli_usage(cli, bad ? bad : unknown ? unknown : cli->argv[2]);
	if (cli_register_path(cli, &path, &err) < 0)
		return cli_fail(cli, &err);
	if (cli->argc == 2 && strcmp(cli->argv[1], "-") != 0) {
		in = fopen(cli->argv[1], "re");
		if (!in) {
			(void)error_sys(&err, ERROR_NO_FILE, "%s", cli->argv[1]);
			return cli_fail(cli, &err);
		}
	}
	r = cli_open(cli, access(path, F_OK) == 0 ? JOURNAL_WRITE : JOURNAL_CREATE, "play", &err);
	if (!r || choose_for_play(r, session, &err) < 0)
		status = cli_fail(cli, &err);
	else
		status = play_stream(cli, r, in, in == stdin ? "-" : cli->argv[1], keep_going);
	register_close(r);
	if (in != stdin)
		fclose(in);
	return status;
}

/* mahdar import members: every row looked at, everything that is wrong said, nothing half taken. */
#include "tui/cli_progress.h"

#include "storage/file.h"
#include "storage/import_members.h"

#include <string.h>

static int preview(struct cli *cli, const struct members_list *list, struct error *err)
{
	const struct progress *progress = cli_long_work(cli);

	for (size_t i = 0; i < list->n; i++) {
		const struct member *m = &list->member[i];

		/* The list itself shows how far it is. */
		if (progress_step(progress, (int64_t)list->n, (int64_t)list->n, err) < 0)
			return -1;
		cli_say(cli, stdout,
			MSG("line {line}: {seat} {name}, {office}", A_DIGITS("line", list->line[i]),
				A_SEAT("seat", m->number), A_BOTH("name", member_name(m)),
				A_MSG("office", message_keep(cli->arena, member_office(m)))));
	}
	return 0;
}

int cli_import_act(struct cli *cli, const struct command *c, struct message done)
{
	struct error err = {.code = ERROR_NONE};
	struct registry *r = cli_open(cli, JOURNAL_WRITE, "import", &err);
	struct answer answer;
	int status;

	/* The last time that somebody is asked: one act is recorded, whole or not at all. */
	if (!r || progress_step(cli_long_work(cli), 1, 1, &err) < 0 ||
		register_act(r, c, STR("import"), &answer, cli->arena, &err) < 0) {
		status = cli_fail(cli, &err);
	} else if (answer.verdict != VERDICT_DONE) {
		cli_complain(cli, answer.why);
		status = CLI_REFUSED;
	} else {
		cli_say(cli, stdout, done);
		status = CLI_DONE;
	}
	register_close(r);
	return status;
}

static int import_list(struct cli *cli, const char *path, bool dry)
{
	struct error err = {.code = ERROR_NONE};
	struct command c = command_of(CMD_MEMBERS_IMPORT);
	struct members_list list;

	if (import_members_file(path, cli_long_work(cli), cli->arena, &list, &err) < 0)
		return cli_fail(cli, &err);
	import_members_ended(&list, instant_date(source_live.now(source_live.context)), cli->arena);
	for (size_t i = 0; i < list.findings; i++)
		cli_complain(cli, finding_message(&list.finding[i], cli->arena));
	if (list.errors) {
		cli_complain(cli, TEXT("Nothing was imported: mend the file and import it again."));
		return CLI_REFUSED;
	}
	if (preview(cli, &list, &err) < 0)
		return cli_fail(cli, &err);
	if (dry)
		return CLI_DONE;
	c.arg.members_import.source = str_of(file_name_of(path));
	c.arg.members_import.members = (struct list){list.member, list.n};
	return cli_import_act(
		cli, &c, MSGN("{n} member imported.", "{n} members imported.", (int64_t)list.n));
}

int cli_import(struct cli *cli)
{
	bool dry = cli_flag(cli, "--dry-run");
	const char *unknown = cli_unknown_option(cli);

	if (unknown || cli->argc > 3)
		return cli_usage(cli, unknown ? unknown : cli->argv[3]);
	if (cli->argc < 2)
		return cli_missing(cli, "members FILE.csv | rules FILE.rules");
	if (strcmp(cli->argv[1], "rules") == 0)
		return cli->argc < 3 ? cli_missing(cli, "FILE.rules")
				     : cli_import_rules(cli, cli->argv[2], dry);
	if (strcmp(cli->argv[1], "members") != 0)
		return cli_usage(cli, cli->argv[1]);
	if (cli->argc < 3)
		return cli_missing(cli, "FILE.csv");
	return import_list(cli, cli->argv[2], dry);
}

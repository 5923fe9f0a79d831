/* mahdar import members: every row looked at, everything that is wrong said, nothing half taken. */
#include "tui/cli.h"

#include "storage/import_members.h"

#include <string.h>

static void preview(struct cli *cli, const struct members_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct member *m = &list->member[i];

		cli_say(cli, stdout,
			MSG("line {line}: {seat} {name}, {office}", A_DIGITS("line", list->line[i]),
				A_SEAT("seat", m->number), A_BOTH("name", member_name(m)),
				A_MSG("office", message_keep(cli->arena, member_office(m)))));
	}
}

static int record(struct cli *cli, const struct members_list *list, const char *path)
{
	struct error err = {.code = ERROR_NONE};
	struct registry *r = cli_open(cli, JOURNAL_WRITE, "import", &err);
	struct command c = command_of(CMD_MEMBERS_IMPORT);
	const char *slash = strrchr(path, '/');
	struct answer answer;
	int status = CLI_DONE;

	if (!r)
		return cli_fail(cli, &err);
	c.arg.members_import.source = str_of(slash ? slash + 1 : path);
	c.arg.members_import.members = (struct list){list->member, list->n};
	if (register_act(r, &c, STR("import"), &answer, cli->arena, &err) < 0) {
		status = cli_fail(cli, &err);
	} else if (answer.verdict != VERDICT_DONE) {
		cli_complain(cli, answer.why);
		status = CLI_REFUSED;
	} else {
		cli_say(cli, stdout,
			MSGN("{n} member imported.", "{n} members imported.", (int64_t)list->n));
	}
	register_close(r);
	return status;
}

int cli_import(struct cli *cli)
{
	bool dry = cli_flag(cli, "--dry-run");
	const char *unknown = cli_unknown_option(cli);
	struct error err = {.code = ERROR_NONE};
	struct members_list list;

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
	if (import_members_file(cli->argv[2], cli->arena, &list, &err) < 0)
		return cli_fail(cli, &err);
	for (size_t i = 0; i < list.findings; i++)
		cli_complain(cli, finding_message(&list.finding[i], cli->arena));
	if (list.errors) {
		cli_complain(cli, TEXT("Nothing was imported: mend the file and import it again."));
		return CLI_REFUSED;
	}
	preview(cli, &list);
	return dry ? CLI_DONE : record(cli, &list, cli->argv[2]);
}

/* mahdar rehearse: the desk on a copy of the register, or on the sample where there is none. */
#include "tui/rehearsal.h"

#include <unistd.h>

static int open_original(struct cli *cli, struct registry **from, struct error *err)
{
	const char *path;

	*from = NULL;
	if (cli_register_place(cli, &path, err) < 0)
		return -1;
	if (access(path, F_OK) != 0 && !cli->register_path)
		return 0;
	*from = cli_open(cli, JOURNAL_READ, "rehearsal", err);
	return *from ? 0 : -1;
}

static int rehearse(struct cli *cli, struct rehearsal *re, struct error *err)
{
	struct term_options how = cli_term_options(cli);
	struct term *term;
	int status;

	if (term_open(&how, &term, err) < 0)
		return -1;
	if (!cli->lang_given)
		cli->lang = (enum lang)register_chamber(rehearsal_register(re))->is.lang;
	cli->register_path = rehearsal_path(re);
	status = desk_run(cli, rehearsal_register(re), term, false);
	term_close(term);
	return status;
}

int cli_rehearse(struct cli *cli)
{
	const char *unknown = cli_unknown_option(cli);
	struct error err = {.code = ERROR_NONE}, left = {.code = ERROR_NONE};
	struct rehearsal *re = NULL;
	struct registry *from = NULL;
	int status = -1;

	if (unknown || cli->argc > 1)
		return cli_usage(cli, unknown ? unknown : cli->argv[1]);
	if (open_original(cli, &from, &err) == 0 && rehearsal_begin(cli, from, &re, &err) == 0) {
		register_close(from);
		from = NULL;
		status = rehearse(cli, re, &err);
	}
	register_close(from);
	if (rehearsal_end(re, &left) < 0 && err.code == ERROR_NONE) {
		err = left;
		status = -1;
	}
	return status < 0 ? cli_fail(cli, &err) : status;
}

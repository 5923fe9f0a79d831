/* mahdar render: the pages of a session to standard output. Not for people: the desk starts it as a
 * child, so that the libraries for pages stay out of the process that holds the register. */
#include "tui/cli.h"

#include "storage/record/record.h"
#include "tui/render_child.h"

#include <errno.h>

static int write_out(const struct bytes *pdf, struct error *err)
{
	errno = 0;
	if (fwrite(pdf->p, 1, pdf->n, stdout) != pdf->n || fflush(stdout) != 0)
		return error_sys(err, ERROR_FILE, "%s", "stdout");
	return 0;
}

static int draw(struct registry *r, bool draft, enum lang lang, struct error *err)
{
	struct bytes pdf = {NULL, 0, 0};
	int status = draft ? record_draft(r, lang, 0, &pdf, err) : record_unsigned(r, &pdf, err);

	if (status == 0)
		status = write_out(&pdf, err);
	bytes_free(&pdf);
	return status;
}

/* A line a page, for the desk that reads them (tui/render_child.c). */
static bool say_page(void *context, int64_t done, int64_t all)
{
	(void)context;
	fprintf(stderr, RENDER_PAGE "%lld %lld\n", (long long)done, (long long)all);
	return true;
}

int cli_render(struct cli *cli)
{
	const char *bad = NULL, *draft = cli_option(cli, "--draft", &bad);
	static const struct progress progress = {say_page, NULL};
	struct error err = {.code = ERROR_NONE};
	enum lang lang = LANG_AR;
	struct registry *r;
	int status = -1;

	if (bad || (draft && (!lang_parse(str_of(draft), &lang) || lang == LANG_EN)))
		return cli_usage(cli, bad ? bad : draft);
	if (cli->argc != 2)
		return cli_usage(cli, cli->argc > 2 ? cli->argv[2] : "render");
	r = cli_open(cli, JOURNAL_READ, "render", &err);
	if (r)
		journal_watch(register_journal(r), &progress);
	if (r && cli_choose(r, cli->argv[1], &err) == 0)
		status = draw(r, draft != NULL, lang, &err);
	register_close(r);
	return status < 0 ? cli_fail(cli, &err) : CLI_DONE;
}

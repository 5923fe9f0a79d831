/* mahdar: the register found or made, the terminal opened, the desk run. Everything that can be
 * wrong is said before the screen is taken, or after it is given back. */
#include "tui/cli.h"

#include "storage/file.h"
#include "tui/desk.h"
#include "tui/first_start.h"
#include "tui/rehearsal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct journal_options desk_options(void)
{
	const char *place = getenv("MAHDAR_ANY_PLACE");
	bool any = place && *place == '1';

	return (struct journal_options){
		.mode = JOURNAL_WRITE,
		.any_place = any,
		.holder = "desk",
		.ballast_bytes = any ? 0 : JOURNAL_BALLAST_BYTES,
	};
}

/* "desk 4711@office 2024-12-30T14:32:05+01:00" as "desk 4711@office, 14:32". */
static struct str holder_words(struct str said, struct arena *a)
{
	struct str parts[] = {said, STR(", "), {NULL, 0}};
	size_t blank = said.n;

	while (blank > 0 && said.p[blank - 1] != ' ')
		blank--;
	if (blank == 0 || said.n - blank < 16 || said.p[blank + 10] != 'T')
		return arena_str(a, said);
	parts[0].n = blank - 1;
	parts[2] = (struct str){said.p + blank + 11, 5};
	return arena_join(a, parts, ARRAY_LEN(parts));
}

/* The register at PATH for writing; for reading when somebody else holds it: then CLI knows who. */
static struct registry *open_register(struct cli *cli, const char *path,
	const struct journal_options *options, bool *read_only, struct error *err)
{
	struct journal_options reading = *options;
	struct registry *r = register_open(path, options, source_live, err);

	*read_only = false;
	if (r || err->code != ERROR_LOCKED)
		return r;
	cli->held_by = holder_words(str_of(err->subject), cli->arena);
	reading.mode = JOURNAL_READ;
	reading.ballast_bytes = 0;
	*err = (struct error){.code = ERROR_NONE};
	*read_only = true;
	return register_open(path, &reading, source_live, err);
}

/* The session to begin with; none is fine too. */
static int choose_session(struct registry *r, struct arena *a, struct error *err)
{
	int64_t number;

	if (cli_session_at_work(r, a, &number, err) < 0)
		return -1;
	return number ? register_choose(r, number, err) : 0;
}

/* With the terminal open: 0, or -1 with ERR; *STATUS is the exit code of the desk. */
static int run(struct cli *cli, const char *path, const struct journal_options *options,
	struct registry **r, bool read_only, int *status, struct error *err)
{
	struct term_options how = cli_term_options(cli);
	struct term *term;
	int made = 1;

	if (term_open(&how, &term, err) < 0)
		return -1;
	if (!*r || !register_chamber(*r)->exists)
		made = first_start(cli, term, path, options, r, err);
	else if (cli_desk_language(cli, *r, err) < 0)
		made = -1;
	while (made == 1) {
		cli->take_over = false;
		made = choose_session(*r, cli->arena, err);
		if (made == 0)
			*status = desk_run(cli, *r, term, read_only);
		if (made < 0 || !cli->take_over)
			break;
		/* Its holder was gone; should another one have been faster, this reads again. */
		register_close(*r);
		*r = open_register(cli, path, options, &read_only, err);
		made = *r ? 1 : -1;
	}
	term_close(term);
	return made < 0 ? -1 : 0;
}

/* Where a register can be made; asked before anybody fills in anything. */
static int check_folder(const struct cli *cli, const char *path, struct error *err)
{
	const char *folder = file_folder_of(path, cli->arena);
	struct stat is;

	if (!cli->register_path)
		return 0; /* its own place is made with it */
	if (stat(folder, &is) < 0 || !S_ISDIR(is.st_mode))
		return error_set(err, ERROR_NO_FOLDER, "%s", folder);
	if (access(folder, W_OK) < 0)
		return error_sys(err, ERROR_FILE, "%s", folder);
	return 0;
}

int cli_desk(struct cli *cli)
{
	struct journal_options options = desk_options();
	struct error err = {.code = ERROR_NONE};
	struct registry *r = NULL;
	bool read_only = false;
	int status = CLI_DONE;
	const char *path;

	(void)rehearsal_sweep();
	if (cli_register_place(cli, &path, &err) < 0)
		return cli_fail(cli, &err);
	if (access(path, F_OK) == 0) {
		r = open_register(cli, path, &options, &read_only, &err);
		if (!r)
			return cli_fail(cli, &err);
	} else if (check_folder(cli, path, &err) < 0) {
		return cli_fail(cli, &err);
	}
	if (read_only && !register_chamber(r)->exists) {
		(void)error_set(&err, ERROR_LOCKED, "%s", cli->held_by.p);
		status = cli_fail(cli, &err);
	} else if (run(cli, path, &options, &r, read_only, &status, &err) < 0) {
		status = cli_fail(cli, &err);
	}
	register_close(r);
	return status;
}

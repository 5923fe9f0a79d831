#include "tui/cli.h"

#include "locale/format.h"
#include "storage/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void cli_say(const struct cli *cli, FILE *out, struct message m)
{
	struct str s = format_plain(&m, cli->lang, cli->arena);

	cli_clear_line(cli);
	fwrite(s.p, 1, s.n, out);
	fputc('\n', out);
}

/* Most of it is read on a terminal, where a no-break blank takes a cell or none. */
static struct str plain_blanks(struct str s, struct arena *a)
{
	static const char no_break[] = "\xC2\xA0";
	struct builder b;
	size_t done = 0;

	builder_init(&b, a);
	for (size_t i = 0; i + 1 < s.n; i++) {
		if (memcmp(s.p + i, no_break, 2) != 0)
			continue;
		builder_add(&b, (struct str){s.p + done, i - done});
		builder_add_z(&b, " ");
		done = i + 2;
	}
	builder_add(&b, (struct str){s.p + done, s.n - done});
	return builder_str(&b);
}

void cli_complain(const struct cli *cli, struct message m)
{
	struct str s = plain_blanks(format_plain(&m, cli->lang, cli->arena), cli->arena);

	cli_clear_line(cli);
	fputs("mahdar: ", stderr);
	fwrite(s.p, 1, s.n, stderr);
	fputc('\n', stderr);
}

int cli_fail(const struct cli *cli, const struct error *err)
{
	cli_complain(cli, error_message(err, cli->arena));
	return error_exit_code(err);
}

struct str cli_typed(const struct cli *cli, const char *command, struct arena *a)
{
	bool path = cli->called && strchr(cli->called, '/');
	struct str parts[] = {str_of(path ? cli->called : "mahdar"), STR(" "), str_of(command)};

	return arena_join(a, parts, ARRAY_LEN(parts));
}

int cli_usage(const struct cli *cli, const char *word)
{
	cli_complain(cli, MSG("“{word}” is not understood here; mahdar help shows what is.",
				  A_STR("word", str_of(word))));
	return CLI_USAGE;
}

int cli_missing(const struct cli *cli, const char *word)
{
	cli_complain(
		cli, MSG("{command} needs {word}; mahdar help shows how it is written.",
			     A_STR("command", str_of(cli->argv[0])), A_STR("word", str_of(word))));
	return CLI_USAGE;
}

struct term_options cli_term_options(const struct cli *cli)
{
	return (struct term_options){.bidi = cli->bidi,
		.marks = cli->marks,
		.theme = cli->no_color ? TERM_THEME_NONE : TERM_THEME_AUTO,
		.bells = cli->bells,
		.ascii = cli->ascii,
		.mouse = !cli->no_mouse,
		.plain = cli->plain};
}

/* Take COUNT words out from AT on. */
static void take_out(struct cli *cli, int at, int count)
{
	for (int i = at; i + count < cli->argc; i++)
		cli->argv[i] = cli->argv[i + count];
	cli->argc -= count;
}

const char *cli_option(struct cli *cli, const char *name, const char **bad)
{
	size_t n = strlen(name);

	for (int i = 0; i < cli->argc; i++) {
		const char *word = cli->argv[i], *value;

		if (strcmp(word, "--") == 0)
			break;
		if (strncmp(word, name, n) != 0 || (word[n] && word[n] != '='))
			continue;
		if (word[n] == '=') {
			value = word + n + 1;
			take_out(cli, i, 1);
			return value;
		}
		if (i + 1 == cli->argc) {
			*bad = name;
			return NULL;
		}
		value = cli->argv[i + 1];
		take_out(cli, i, 2);
		return value;
	}
	return NULL;
}

bool cli_flag(struct cli *cli, const char *name)
{
	for (int i = 0; i < cli->argc; i++) {
		if (strcmp(cli->argv[i], name) == 0) {
			take_out(cli, i, 1);
			return true;
		}
	}
	return false;
}

const char *cli_unknown_option(const struct cli *cli)
{
	for (int i = 0; i < cli->argc; i++) {
		if (cli->argv[i][0] == '-' && cli->argv[i][1])
			return cli->argv[i];
	}
	return NULL;
}

int cli_words(const struct cli *cli, const char *bad, int most)
{
	const char *unknown = cli_unknown_option(cli);

	if (bad || unknown)
		return cli_usage(cli, bad ? bad : unknown);
	return cli->argc > most ? cli_usage(cli, cli->argv[most]) : CLI_DONE;
}

int cli_make_folders(const char *path, struct arena *a, struct error *err)
{
	char *copy = arena_copy(a, path, strlen(path) + 1);

	for (char *p = copy + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = 0;
		if (mkdir(copy, 0700) < 0 && errno != EEXIST)
			return error_sys(err, ERROR_FILE, "%s", copy);
		*p = '/';
	}
	return 0;
}

/* What VARIABLE names, else DEFAULT_IN_HOME; false: neither that nor a home is known. */
static bool add_base(struct builder *b, const char *variable, const char *default_in_home)
{
	const char *named = getenv(variable), *home = getenv("HOME");

	if (named && named[0] == '/') {
		builder_add_z(b, named);
	} else if (home && home[0] == '/') {
		builder_add_z(b, home);
		builder_add_z(b, default_in_home);
	} else {
		return false;
	}
	return true;
}

const char *cli_state_place(struct str name, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	if (!add_base(&b, "XDG_STATE_HOME", "/.local/state"))
		return NULL;
	builder_add_z(&b, "/mahdar/");
	builder_add(&b, name);
	return builder_str(&b).p;
}

int cli_register_place(const struct cli *cli, const char **path, struct error *err)
{
	struct builder b;

	if (cli->register_path) {
		*path = cli->register_path;
		return 0;
	}
	builder_init(&b, cli->arena);
	if (!add_base(&b, "XDG_DATA_HOME", "/.local/share"))
		return error_set(err, ERROR_USAGE, "HOME");
	builder_add_z(&b, "/mahdar/register.mahdar");
	*path = builder_str(&b).p;
	return 0;
}

int cli_register_path(const struct cli *cli, const char **path, struct error *err)
{
	if (cli_register_place(cli, path, err) < 0)
		return -1;
	return cli->register_path ? 0 : cli_make_folders(*path, cli->arena, err);
}

struct registry *cli_open(
	struct cli *cli, enum journal_mode mode, const char *holder, struct error *err)
{
	const char *place = getenv("MAHDAR_ANY_PLACE");
	struct journal_options options = {
		.mode = mode, .holder = holder, .any_place = place && *place == '1'};
	struct registry *r;
	const char *path;

	/* The room kept for closing a sitting on a full disk; only the desk holds sittings. */
	if (mode != JOURNAL_READ && strcmp(holder, "desk") == 0 && !options.any_place)
		options.ballast_bytes = JOURNAL_BALLAST_BYTES;
	if (cli_register_path(cli, &path, err) < 0)
		return NULL;
	r = register_open(path, &options, source_live, err);
	if (r && !cli->lang_given && register_chamber(r)->exists)
		cli->lang = (enum lang)register_chamber(r)->is.lang;
	return r;
}

int cli_keep_language(struct registry *r, enum lang lang, struct error *err)
{
	return journal_keep(register_journal(r), STR(CLI_LANGUAGE), str_of(lang_code(lang)), err);
}

int cli_desk_language(struct cli *cli, struct registry *r, struct error *err)
{
	struct journal *j = register_journal(r);
	struct str kept;
	bool found;

	if (cli->lang_given && !cli->sample)
		return 0;
	if (journal_kept(j, STR(CLI_LANGUAGE), cli->arena, &kept, &found, err) < 0)
		return -1;
	if (cli->sample && !found && journal_writable(j))
		return cli_keep_language(r, cli->lang, err);
	if (cli->lang_given || (found && lang_parse(kept, &cli->lang)))
		return 0;
	if (!cli->sample)
		cli->lang = (enum lang)register_chamber(r)->is.lang;
	return 0;
}

int cli_choose(struct registry *r, const char *word, struct error *err)
{
	int64_t number = register_world(r)->last_number;

	if (word) {
		char *end;

		errno = 0;
		number = strtoll(word, &end, 10);
		if (errno || *end || number < 1)
			return error_set(err, ERROR_USAGE, "%s", word);
	}
	if (number == 0)
		return error_set(err, ERROR_NO_SESSION, "%s", word ? word : "");
	return register_choose(r, number, err);
}

int cli_desk_session(struct registry *r, struct arena *a, int64_t *number, struct error *err)
{
	struct str kept;
	bool found;

	if (journal_kept(register_journal(r), STR("desk/session"), a, &kept, &found, err) < 0)
		return -1;
	*number = found ? strtoll(arena_z(a, kept), NULL, 10) : 0;
	return 0;
}

int cli_session_at_work(struct registry *r, struct arena *a, int64_t *number, struct error *err)
{
	struct session_line *lines;
	int64_t desk;
	int best = 0;
	size_t n;

	*number = 0;
	if (register_list(r, a, &lines, &n, err) < 0 || cli_desk_session(r, a, &desk, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		bool sits = lines[i].phase == PHASE_SITTING || lines[i].phase == PHASE_SUSPENDED;
		int rank = (sits ? 2 : 0) + (lines[i].number == desk);

		if (lines[i].phase == PHASE_ASIDE)
			continue;
		if (rank >= best)
			*number = lines[i].number;
		best = rank > best ? rank : best;
	}
	return 0;
}

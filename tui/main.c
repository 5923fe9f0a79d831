/* mahdar: runs a general assembly and leaves a signed record. This file only finds out what was
 * asked for. */
#include "config.h"

#include "tui/cli.h"
#include "tui/term_known.h"

#include <stdlib.h>
#include <string.h>

struct subcommand {
	const char *name;
	cli_command *run;
};

static const struct subcommand subcommands[] = {
	{"backup", cli_backup},
	{"demo", cli_demo},
	{"export", cli_export},
	{"freeze", cli_freeze},
	{"help", cli_help},
	{"import", cli_import},
	{"key", cli_key},
	{"play", cli_play},
	{"rehearse", cli_rehearse},
	{"render", cli_render}, /* for the desk's own child, not in the help */
	{"room", cli_room},
	{"rules", cli_rules},
	{"sheet", cli_sheet},
	{"show", cli_show},
	{"sign", cli_sign},
	{"verify", cli_verify},
};

/* The language of the environment, as LANGUAGE, LC_ALL, LC_MESSAGES, LANG say in this order. */
static enum lang environment_lang(void)
{
	static const char *const names[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		const char *value = getenv(names[i]);
		enum lang lang;

		if (value && strlen(value) >= 2 && lang_parse((struct str){value, 2}, &lang))
			return lang;
	}
	return LANG_AR;
}

static bool parse_marks(const char *word, enum term_marks *marks)
{
	static const char *const words[] = {"auto", "on", "off"};

	for (size_t i = 0; i < ARRAY_LEN(words); i++)
		if (strcmp(word, words[i]) == 0) {
			*marks = (enum term_marks)i;
			return true;
		}
	return false;
}

static int read_common(struct cli *cli)
{
	const char *bad = NULL, *lang, *bidi, *marks, *bell, *color;

	cli->register_path = cli_option(cli, "--register", &bad);
	lang = cli_option(cli, "--lang", &bad);
	/* Given before and after the command: the last one counts. */
	for (const char *again; (again = cli_option(cli, "--lang", &bad)) != NULL;)
		lang = again;
	bidi = cli_option(cli, "--bidi", &bad);
	marks = cli_option(cli, "--marks", &bad);
	cli->plain = cli_flag(cli, "--plain");
	bell = cli_option(cli, "--bell", &bad);
	color = cli_option(cli, "--color", &bad);
	cli->no_mouse = cli_flag(cli, "--no-mouse");
	cli->ascii = cli_flag(cli, "--ascii");
	if (bad) {
		cli_complain(cli,
			MSG("{word} is not followed by anything.", A_STR("word", str_of(bad))));
		return CLI_USAGE;
	}
	if (lang && !lang_parse(str_of(lang), &cli->lang)) {
		cli_complain(
			cli, MSG("“{word}” is no language of mahdar: write --lang ar, --lang fr "
				 "or --lang en.",
				     A_STR("word", str_of(lang))));
		return CLI_USAGE;
	}
	cli->lang_given = lang != NULL;
	if (bidi && !term_bidi_parse(bidi, &cli->bidi))
		return cli_usage(cli, bidi);
	if (bell && !term_bells_parse(bell, &cli->bells))
		return cli_usage(cli, bell);
	cli->no_color = color && strcmp(color, "no") == 0;
	if (color && !cli->no_color && strcmp(color, "auto") != 0)
		return cli_usage(cli, color);
	return marks && !parse_marks(marks, &cli->marks) ? cli_usage(cli, marks) : 0;
}

static bool asks_for_help(const char *word)
{
	return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

static int run(struct cli *cli)
{
	int status = read_common(cli);

	if (status)
		return status;
	if (cli_flag(cli, "--test-screen"))
		return cli_screen_test(cli);
	if (cli->argc == 0)
		return cli_desk(cli);
	if (strcmp(cli->argv[0], "--version") == 0 && cli->argc == 1) {
		puts(PACKAGE_STRING);
		return CLI_DONE;
	}
	/* "mahdar demo --help" is another way to say "mahdar help demo". */
	if (cli->argc == 2 && asks_for_help(cli->argv[1])) {
		cli->argv[1] = cli->argv[0];
		return cli_help(cli);
	}
	if (asks_for_help(cli->argv[0]))
		return cli_help(cli);
	for (size_t i = 0; i < ARRAY_LEN(subcommands); i++) {
		if (strcmp(cli->argv[0], subcommands[i].name) == 0)
			return subcommands[i].run(cli);
	}
	return cli_usage(cli, cli->argv[0]);
}

int main(int argc, char **argv)
{
	struct arena arena;
	struct cli cli = {.argc = argc - 1, .argv = argv + 1, .arena = &arena, .called = argv[0]};
	int status;

	arena_init(&arena, &memory_source);
	cli.lang = environment_lang();
	status = run(&cli);
	if (fflush(stdout) != 0 || ferror(stdout))
		status = status ? status : CLI_FAILED;
	arena_clear(&arena);
	return status;
}

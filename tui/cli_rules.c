/* mahdar rules: what a profile says, where each rule comes from and who has confirmed it; and
 * mahdar import rules, which makes a file the rules of the chamber. */
#include "tui/cli_progress.h"

#include "locale/format.h"
#include "storage/file.h"
#include "storage/profile.h"

#include <unistd.h>

static const struct message *kept(struct cli *cli, struct message m)
{
	return message_keep(cli->arena, m);
}

/* --- a profile in words --- */

static struct message origin(struct cli *cli, const struct rule_text *rule)
{
	const struct message *certainty = kept(cli, rule_certainty_words(rule));

	if (!rule->source.n)
		return *certainty;
	return MSG("{certainty}; {source}", A_MSG("certainty", certainty),
		A_MSG("source", kept(cli, rule_source(rule->source))));
}

static void print_rule(struct cli *cli, const struct rule_text *rule)
{
	bool unsure = rule->certainty == CERTAINTY_UNCONFIRMED;

	cli_say(cli, stdout,
		MSG("{mark} {rule} [{certainty}]", A_STR("mark", unsure ? STR("?") : STR("·")),
			A_MSG("rule", kept(cli, rule_words(rule, cli->arena))),
			A_MSG("certainty", kept(cli, origin(cli, rule)))));
	if (rule->from.year)
		cli_say(cli, stdout, MSG("    in force from {day}", A_DAY("day", rule->from)));
	if (rule->to.year)
		cli_say(cli, stdout, MSG("    in force to {day}", A_DAY("day", rule->to)));
	if (rule->note.n)
		cli_say(cli, stdout, MSG("    {note}", A_STR("note", rule->note)));
}

static void print_title(struct cli *cli, const struct rules_adopted *is)
{
	struct both title = {is->title_ar, is->title_fr};
	struct message words = rules_title(title);

	if (both_any(title))
		cli_say(cli, stdout,
			MSG("{profile}: {title}", A_STR("profile", is->profile),
				A_MSG("title", &words)));
	else
		cli_say(cli, stdout, MSG("{it}", A_STR("it", is->profile)));
}

static void print_words(struct cli *cli, const struct rules_adopted *is)
{
	const struct rule_text *list = is->rules.at;
	int64_t unsure = 0, open = 0;

	print_title(cli, is);
	for (size_t i = 0; i < is->rules.n; i++) {
		print_rule(cli, &list[i]);
		unsure += list[i].certainty == CERTAINTY_UNCONFIRMED;
		open += list[i].certainty == CERTAINTY_LAW && !list[i].confirmed_by.n;
	}
	cli_say(cli, stdout,
		MSGN("{n} rule is not confirmed: it warns, it never blocks.",
			"{n} rules are not confirmed: they warn, they never block.", unsure));
	if (open)
		cli_say(cli, stdout,
			MSGN("{n} rule is of a published text that nobody has confirmed for this "
			     "chamber.",
				"{n} rules are of a published text that nobody has confirmed for "
				"this chamber.",
				open));
}

/* --- what a profile may hold --- */

static void indented(struct cli *cli, struct message m)
{
	struct str text = format_plain(&m, cli->lang, cli->arena);

	printf("    %.*s\n", (int)text.n, text.p);
}

static void print_keys(struct cli *cli)
{
	for (int i = 0; i < RULE_COUNT; i++) {
		enum rule_key key = (enum rule_key)i;

		puts(rule_key_name(key));
		indented(cli, rule_label(key));
		indented(cli, rule_expected(key, cli->arena));
		if (rule_missing(key))
			indented(cli, MSG("unless set: {value}",
					      A_STR("value", str_of(rule_missing(key)))));
	}
}

/* --- finding it --- */

static int read_file(struct cli *cli, const char *path, struct rules_adopted *is)
{
	struct error err = {.code = ERROR_NONE};
	struct profile_reading reading;

	if (profile_file(path, cli->arena, &reading, &err) < 0)
		return cli_fail(cli, &err);
	for (size_t i = 0; i < reading.faults; i++)
		cli_complain(cli, profile_fault_message(&reading.fault[i], cli->arena));
	*is = reading.is;
	return reading.faults ? CLI_REFUSED : CLI_DONE;
}

/* The rules of the chamber, when there is a register. */
static int read_register(struct cli *cli, struct rules_adopted *is, struct registry **r)
{
	struct error err = {.code = ERROR_NONE};
	const char *path;

	if (cli_register_place(cli, &path, &err) < 0)
		return cli_fail(cli, &err);
	if (!cli->register_path && access(path, F_OK) != 0)
		return CLI_DONE;
	*r = cli_open(cli, JOURNAL_READ, "rules", &err);
	if (!*r)
		return cli_fail(cli, &err);
	*is = *world_rules(register_world(*r));
	return CLI_DONE;
}

static int show(struct cli *cli, const char *word, bool text)
{
	struct error err = {.code = ERROR_NONE};
	const struct rules_adopted *list, *named = NULL;
	struct registry *r = NULL;
	struct rules_adopted is;
	int status = CLI_DONE;
	size_t n;

	if (profiles_shipped(cli->arena, &list, &n, &err) < 0)
		return cli_fail(cli, &err);
	is = list[0];
	if (word)
		named = profile_named(list, n, str_of(word));
	if (named)
		is = *named;
	else if (word)
		status = read_file(cli, word, &is);
	else
		status = read_register(cli, &is, &r);
	if (status == CLI_DONE && text) {
		struct str out = profile_print(&is, cli->arena);

		fwrite(out.p, 1, out.n, stdout);
	} else if (status == CLI_DONE) {
		print_words(cli, &is);
	}
	register_close(r);
	return status;
}

static int list_profiles(struct cli *cli)
{
	struct error err = {.code = ERROR_NONE};
	const struct rules_adopted *list;
	size_t n;

	if (profiles_shipped(cli->arena, &list, &n, &err) < 0)
		return cli_fail(cli, &err);
	for (size_t i = 0; i < n; i++)
		print_title(cli, &list[i]);
	return CLI_DONE;
}

static int check(struct cli *cli, const char *path)
{
	struct rules_adopted is;
	int status = read_file(cli, path, &is);

	if (status == CLI_DONE)
		cli_say(cli, stdout,
			MSGN("{n} rule, nothing wrong with it.",
				"{n} rules, nothing wrong with them.", (int64_t)is.rules.n));
	return status;
}

int cli_rules(struct cli *cli)
{
	const char *bad = NULL, *path = cli_option(cli, "--check", &bad), *unknown;
	bool keys = cli_flag(cli, "--keys"), list = cli_flag(cli, "--list");
	bool text = cli_flag(cli, "--text");

	unknown = cli_unknown_option(cli);
	if (bad)
		return cli_missing(cli, "--check FILE");
	if (unknown || cli->argc > (path || keys || list ? 1 : 2))
		return cli_usage(cli, unknown ? unknown : cli->argv[cli->argc - 1]);
	if (path)
		return check(cli, path);
	if (list)
		return list_profiles(cli);
	if (keys) {
		print_keys(cli);
		return CLI_DONE;
	}
	return show(cli, cli->argc > 1 ? cli->argv[1] : NULL, text);
}

int cli_import_rules(struct cli *cli, const char *path, bool dry)
{
	struct command c = command_of(CMD_RULES_IMPORT);
	int status;

	(void)cli_long_work(cli); /* Ctrl-C is a wish from here on */
	status = read_file(cli, path, &c.arg.rules_import);
	if (status != CLI_DONE) {
		cli_complain(cli, TEXT("Nothing was imported: mend the file and import it again."));
		return status;
	}
	print_words(cli, &c.arg.rules_import);
	if (dry)
		return CLI_DONE;
	c.arg.rules_import.source = str_of(file_name_of(path));
	return cli_import_act(cli, &c,
		TEXT("These are the rules of the chamber from now on; sessions that are open keep "
		     "theirs."));
}

/* mahdar help: the subcommands, and the commands of the grammar from their one table. */
#include "config.h"

#include "tui/cli.h"

#include "locale/format.h"
#include "model/question.h"

#include <string.h>

struct usage {
	const char *words, *help;
};

static const struct usage usages[] = {
	{"mahdar", N_("the desk")},
	{"mahdar demo [--dir DIR]", N_("a sample register, opened in the desk")},
	{"mahdar demo --record DIR",
		N_("the sample session played to its signed record, without a screen")},
	{"mahdar play [FILE|-] [--keep-going] [--session N]",
		N_("commands from a file or standard input")},
	{"mahdar show [SESSION] [--minutes] [--call N] [--acts] [--list]",
		N_("the state as plain text")},
	{"mahdar rehearse", N_("a session tried out on a copy of the register")},
	{"mahdar room [SESSION] [--scene SCENE] [--big PIXELS] [--lang ar|fr|en]",
		N_("the room display; SCENE: it shows only that; PIXELS: what large letters are "
		   "made of")},
	{"mahdar room --rehearsal", N_("the same for a rehearsal that is going on")},
	{"mahdar import members FILE.csv [--dry-run]", N_("the chamber's members from a table")},
	{"mahdar import rules FILE.rules [--dry-run]", N_("rules of its own for the chamber")},
	{"mahdar rules [PROFILE|FILE] [--text] [--list] [--keys] [--check FILE]",
		N_("rules with their source, and what is not confirmed")},
	{"mahdar sheet SESSION --to FILE.pdf", N_("an attendance sheet to print")},
	{"mahdar export SESSION --to DIR [--call N] [--lang ar|fr]",
		N_("a draft at any time; the record once signed")},
	{"mahdar freeze SESSION", N_("freeze the record for signing")},
	{"mahdar sign SESSION --as ROLE --key FILE [--passphrase-fd N]",
		N_("sign the frozen record")},
	{"mahdar verify FILE|FOLDER... [--signers FILE]",
		N_("does a record, or a register, hold?")},
	{"mahdar key new --as ROLE --file FILE [--name-ar …] [--name-fr …]",
		N_("make a signing key")},
	{"mahdar key show [FILE]", N_("the keys of the register, or the certificate in a file")},
	{"mahdar backup DIR", N_("a checked copy of the register and its streams")},
	{"mahdar help [COMMAND] [--json]", N_("this; or what a command takes")},
	{"mahdar --test-screen",
		N_("how this terminal shows Arabic; what looks right is kept for it")},
	{"mahdar --version", N_("the version")},
};

static struct str say(struct cli *cli, const char *id)
{
	struct message m = {.id = id};

	return format_plain(&m, cli->lang, cli->arena);
}

static void print_usage(struct cli *cli)
{
	for (size_t i = 0; i < ARRAY_LEN(usages); i++) {
		struct str help = say(cli, usages[i].help);

		printf("%s\n    %.*s\n", usages[i].words, (int)help.n, help.p);
	}
	cli_say(cli, stdout,
		TEXT("Before any of them: --register FILE, --lang ar|fr|en, --bidi "
		     "auto|explicit|word|implicit|none, --marks on|off (tashkil), --no-mouse, "
		     "--plain (lines of text for a screen reader), --ascii (plain signs), "
		     "--color no, --bell none|three|all."));
	cli_say(cli, stdout,
		TEXT("Commands for play and for the desk's : line (mahdar help COMMAND tells "
		     "more):"));
	for (int i = 0; i < CMD_COUNT; i++) {
		const struct command_spec *spec = command_spec((enum command_type)i);
		struct str help = say(cli, spec->help);

		if (command_fields((enum command_type)i))
			printf("    %-20s %.*s\n", spec->name, (int)help.n, help.p);
	}
}

static const char *kind_word(enum field_kind kind)
{
	switch (kind) {
	case FIELD_INT:
		return "number";
	case FIELD_BOOL:
		return "yes|no";
	case FIELD_TEXT:
		return "text";
	case FIELD_ENUM:
		return "word";
	case FIELD_TIME:
		return "time";
	case FIELD_DATE:
		return "date";
	case FIELD_MONEY:
		return "amount";
	case FIELD_HASH:
		return "hash";
	case FIELD_UUID:
		return "uuid";
	case FIELD_NUMBERS:
		return "numbers";
	case FIELD_VOTE:
		return "item/n";
	case FIELD_LIST:
		return "list";
	}
	return "";
}

/* The questions a command may be asked are arguments of its confirm. */
static void print_questions(struct cli *cli, enum command_type type)
{
	struct str what = say(cli, question_field.help);

	if (!*questions_of(type))
		return;
	printf("    [%s=name,name]  %.*s\n", question_field.name, (int)what.n, what.p);
	for (const char *const *q = questions_of(type); *q; q++)
		printf("        %s\n", *q);
}

static void print_command(struct cli *cli, enum command_type type)
{
	const struct command_spec *spec = command_spec(type);
	struct str help = say(cli, spec->help);

	printf("%s — %.*s\n", spec->name, (int)help.n, help.p);
	for (const struct field *f = command_fields(type); f->name; f++) {
		struct str what = f->help ? say(cli, f->help) : STR("");

		printf("    %s%s=%s%s  %.*s\n", f->optional ? "[" : "", f->name, kind_word(f->kind),
			f->optional ? "]" : "", (int)what.n, what.p);
		for (const struct name *n = f->kind == FIELD_ENUM ? f->names : NULL; n && n->name;
			n++) {
			struct str label = say(cli, n->label);

			printf("        %-16s %.*s\n", n->name, (int)label.n, label.p);
		}
	}
	print_questions(cli, type);
}

/* Catalogue texts carry no control characters; quotes and backslashes are all there is to escape.
 */
static void print_json_text(struct str s)
{
	putchar('"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			putchar('\\');
		putchar(s.p[i]);
	}
	putchar('"');
}

static void print_json_questions(enum command_type type, const char *comma)
{
	const char *const *asked = questions_of(type);

	if (!*asked)
		return;
	printf("%s{\"name\":\"%s\",\"kind\":\"words\",\"required\":false,\"values\":[", comma,
		question_field.name);
	for (const char *const *q = asked; *q; q++)
		printf("%s\"%s\"", q == asked ? "" : ",", *q);
	printf("]}");
}

static void print_json(struct cli *cli)
{
	const char *between = "";

	printf("[");
	for (int i = 0; i < CMD_COUNT; i++) {
		const struct command_spec *spec = command_spec((enum command_type)i);
		const struct field *f = command_fields((enum command_type)i);
		const char *comma = "";

		if (!f)
			continue;
		printf("%s\n{\"name\":\"%s\",\"weight\":%d,\"help\":", between, spec->name,
			spec->weight);
		print_json_text(say(cli, spec->help));
		printf(",\"arguments\":[");
		for (; f->name; f++) {
			printf("%s{\"name\":\"%s\",\"kind\":\"%s\",\"required\":%s", comma, f->name,
				kind_word(f->kind), f->optional ? "false" : "true");
			if (f->kind == FIELD_ENUM) {
				printf(",\"values\":[");
				for (size_t k = 0; f->names[k].name; k++)
					printf("%s\"%s\"", k ? "," : "", f->names[k].name);
				putchar(']');
			}
			putchar('}');
			comma = ",";
		}
		print_json_questions((enum command_type)i, comma);
		printf("]}");
		between = ",";
	}
	printf("\n]\n");
}

int cli_help(struct cli *cli)
{
	bool json = cli_flag(cli, "--json");
	enum command_type type;

	if (json && cli->argc <= 1) {
		print_json(cli);
		return CLI_DONE;
	}
	if (cli->argc <= 1) {
		print_usage(cli);
		return CLI_DONE;
	}
	if (cli->argc > 2 || json)
		return cli_usage(cli, cli->argv[cli->argc - 1]);
	if (command_type_parse(str_of(cli->argv[1]), &type) && command_fields(type)) {
		print_command(cli, type);
		return CLI_DONE;
	}
	for (size_t i = 0; i < ARRAY_LEN(usages); i++) {
		const char *words = usages[i].words + strlen("mahdar");
		size_t n = strlen(cli->argv[1]);

		if (words[0] == ' ' && strncmp(words + 1, cli->argv[1], n) == 0 &&
			(words[n + 1] == ' ' || !words[n + 1])) {
			struct str help = say(cli, usages[i].help);

			printf("%s\n    %.*s\n", usages[i].words, (int)help.n, help.p);
			return CLI_DONE;
		}
	}
	return cli_usage(cli, cli->argv[1]);
}

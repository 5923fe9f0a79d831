/* Commands as people and scripts write them. */
#include "tests/arena.h"

#include "model/grammar.h"
#include "model/question.h"
#include "model/session.h"

static const struct grammar_day day = {{2024, 12, 30}, 60};
static const struct grammar_day no_day;

static void assert_str(struct str got, const char *want)
{
	if (!str_is(got, want))
		fail_msg("got  %.*s\nwant %s", (int)got.n, got.p, want);
}

static struct command read_line(struct arena *a, const char *line)
{
	struct command c;
	struct message why = {0};

	if (grammar_parse(str_of(line), day, &c, &why, a) != GRAMMAR_COMMAND)
		fail_msg("%s: %s", line, why.id ? why.id : "nothing");
	return c;
}

static struct str arg_text(const struct message *m, const char *name)
{
	for (size_t i = 0; i < MESSAGE_ARGS_MAX && m->arg[i].kind != ARG_END; i++) {
		if (strcmp(m->arg[i].name, name) != 0)
			continue;
		if (m->arg[i].kind == ARG_MSG)
			return str_of(m->arg[i].u.msg->id);
		assert_int_equal(m->arg[i].kind, ARG_STR);
		return m->arg[i].u.s;
	}
	return STR("(no such argument)");
}

/* LINE is refused; the sentence begins with ID and names NAME as TEXT. */
static struct message assert_wrong(
	struct arena *a, const char *line, const char *id, const char *name, const char *text)
{
	struct command c;
	struct message why = {0};
	enum grammar_result result = grammar_parse(str_of(line), day, &c, &why, a);

	if (result != GRAMMAR_WRONG)
		fail_msg("%s was read", line);
	assert_non_null(why.id);
	if (strncmp(why.id, id, strlen(id)) != 0)
		fail_msg("%s: %s", line, why.id);
	if (name)
		assert_str(arg_text(&why, name), text);
	return why;
}

static void the_examples_of_the_manual_are_read(void **state)
{
	struct command c = read_line(
		*state, "@09:30 sitting.open place=\"مقر الغرفة، فاس\" chair=1 secretary=4");

	assert_int_equal(c.type, CMD_SITTING_OPEN);
	assert_int_equal(c.at.offset_minutes, 60);
	assert_int_equal(instant_minute_of_day(c.at), 9 * 60 + 30);
	assert_int_equal(instant_date(c.at).day, 30);
	assert_str(c.arg.sitting_open.place, "مقر الغرفة، فاس");
	assert_int_equal(c.arg.sitting_open.chair, 1);
	assert_int_equal(c.arg.sitting_open.secretary, 4);
	assert_str(c.confirm, "");

	c = read_line(*state, "attendance.absent member=7 excused=yes");
	assert_int_equal(c.arg.attendance_absent.members.n, 1);
	assert_int_equal(c.arg.attendance_absent.members.at[0], 7);
	assert_true(c.arg.attendance_absent.excused);
	assert_false(instant_is_set(c.at));

	c = read_line(*state, "vote.cast member=15,22 value=abstain");
	assert_int_equal(c.arg.vote_cast.members.n, 2);
	assert_int_equal(c.arg.vote_cast.members.at[1], 22);
	assert_int_equal(c.arg.vote_cast.value, VALUE_ABSTAIN);

	c = read_line(*state, "correction.make event=41 reason=\"خطأ في العد\"");
	assert_int_equal(c.arg.correction_make.event, 41);
	assert_str(c.arg.correction_make.reason, "خطأ في العد");

	assert_int_equal(read_line(*state, "vote.close").type, CMD_VOTE_CLOSE);
}

static void blank_lines_and_comments_are_nothing(void **state)
{
	static const char *const lines[] = {
		"", " ", "\t ", "#", "  # item.open item=3", "\r", "# é"};

	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		struct command c;
		struct message why = {0};

		assert_int_equal(
			grammar_parse(str_of(lines[i]), day, &c, &why, *state), GRAMMAR_NOTHING);
		assert_null(why.id);
	}
}

static void blanks_around_words_and_a_carriage_return_at_the_end_do_not_matter(void **state)
{
	struct command c = read_line(*state, "  \t@10:05:07   item.open \t item=3  \r");

	assert_int_equal(c.arg.item_open.item, 3);
	assert_int_equal(instant_second_of_day(c.at), 10 * 3600 + 5 * 60 + 7);
}

static void times_may_be_whole_instants(void **state)
{
	struct command c = read_line(*state, "@2024-12-30T10:02:00+01:00 vote.close");

	assert_int_equal(c.at.seconds, 1735549320);
	assert_int_equal(c.at.offset_minutes, 60);
	assert_int_equal(
		read_line(*state, "@2024-12-30T09:02:00Z vote.close").at.seconds, 1735549320);
	assert_int_equal(instant_minute_of_day(read_line(*state, "@9:05 vote.close").at), 545);
}

static void wrong_times_are_named(void **state)
{
	static const char *const times[] = {"@24:00", "@10:60", "@10", "@", "@10:5", "@100:00",
		"@10:00:", "@10:00:60", "@10:00:00:00", "@-1:00", "@10:-1", "@now", "@2024-12-30",
		"@2024-13-01T00:00:00Z", "@1970-01-01T00:00:00Z", "@10.30", "@:30"};
	char line[64];

	for (size_t i = 0; i < ARRAY_LEN(times); i++) {
		snprintf(line, sizeof line, "%s vote.close", times[i]);
		assert_wrong(*state, line, "{word} is no time;", "word", times[i]);
	}
	assert_wrong(*state, "@10:30", "After {word} a command must follow.", "word", "@10:30");
	assert_wrong(*state, "@10:30  ", "After {word} a command must follow.", "word", "@10:30");
}

static void a_time_of_day_needs_a_day(void **state)
{
	struct command c;
	struct message why = {0};

	assert_int_equal(
		grammar_parse(STR("@10:30 vote.close"), no_day, &c, &why, *state), GRAMMAR_WRONG);
	assert_memory_equal(why.id, "{word} needs a sitting", 22);
	assert_int_equal(
		grammar_parse(STR("@2024-12-30T10:02:00Z vote.close"), no_day, &c, &why, *state),
		GRAMMAR_COMMAND);
}

static void unknown_commands_are_refused_by_name(void **state)
{
	assert_wrong(*state, "vote.opn", "There is no command {word};", "word", "vote.opn");
	assert_wrong(*state, "VOTE.CLOSE", "There is no command {word};", "word", "VOTE.CLOSE");
	assert_wrong(*state, "item=3", "There is no command {word};", "word", "item=3");
	assert_wrong(*state, "محضر", "There is no command {word};", "word", "محضر");
	assert_wrong(*state, "record.freeze", "{word} cannot be typed;", "word", "record.freeze");
	assert_wrong(*state, "members.import", "{word} cannot be typed;", "word", "members.import");
}

static void a_long_wrong_word_is_cut_between_letters(void **state)
{
	char line[400] = "x";

	for (int i = 0; i < 60; i++)
		strcat(line, "م");

	struct message why = assert_wrong(*state, line, "There is no command {word};", NULL, NULL);
	struct str word = arg_text(&why, "word");

	assert_true(word.n <= 60);
	assert_true(str_valid(word));
	assert_memory_equal(word.p + word.n - 3, "…", 3);
}

static void unknown_and_repeated_arguments_are_refused(void **state)
{
	struct message why = assert_wrong(
		*state, "item.open itm=3", "{command} has no argument {word};", "word", "itm");

	assert_str(arg_text(&why, "command"), "item.open");
	assert_str(arg_text(&why, "list"), "item, confirm");
	assert_wrong(*state, "item.open 3", "{command} has no argument {word};", "word", "3");
	assert_wrong(*state, "item.open =3", "{command} has no argument {word};", "word", "");
	assert_wrong(
		*state, "sitting.resume now=yes", "{command} takes no arguments,", "word", "now");
	assert_wrong(*state, "item.open item=3 item=3", "{key} stands there twice.", "key", "item");
	assert_wrong(*state, "guest.note capacity=wali name_ar=\"\" name_ar=a",
		"{key} stands there twice.", "key", "name_ar");
}

static void missing_arguments_are_named_with_what_they_are(void **state)
{
	struct message why = assert_wrong(
		*state, "sitting.open", "{command} needs {key}: {help}.", "key", "chair");

	assert_str(arg_text(&why, "command"), "sitting.open");
	assert_str(arg_text(&why, "help"), "number of the member in the chair");
	assert_wrong(*state, "vote.cast member=3", "{command} needs {key}, one of {list}.", "list",
		"none, for, against, abstain");
	assert_wrong(*state, "vote.void vote=3/1 reason=\"\"", "{command} needs {key}: {help}.",
		"key", "reason");
}

static void an_argument_needs_a_value(void **state)
{
	assert_wrong(*state, "item.open item", "{key} has no value;", "key", "item");
	assert_wrong(*state, "item.open item=", "{key} has no value;", "key", "item");
	assert_wrong(*state, "item.open item= 3", "{key} has no value;", "key", "item");
	assert_wrong(*state, "item.open item =3", "{key} has no value;", "key", "item");
}

static void numbers_stay_in_their_range(void **state)
{
	static const char *const wrong[] = {"0", "-3", "10000", "3x", "+3", "3.0", "٣", "0x3",
		"1e3", "99999999999999999999", "9999999999999999999", "-", "\"\"", "\" 3\""};
	char line[64];

	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		snprintf(line, sizeof line, "item.open item=%s", wrong[i]);
		assert_wrong(*state, line, "{key} takes a whole number from {min} to {max},", "key",
			"item");
	}
	assert_int_equal(read_line(*state, "item.open item=9999").arg.item_open.item, 9999);
	assert_int_equal(read_line(*state, "item.open item=007").arg.item_open.item, 7);
	assert_int_equal(read_line(*state, "item.open item=\"7\"").arg.item_open.item, 7);
}

static void yes_and_no_are_the_only_answers(void **state)
{
	static const char *const wrong[] = {"true", "Yes", "1", "نعم", "oui", "\"\""};
	char line[64];

	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		snprintf(line, sizeof line, "attendance.absent member=1 excused=%s", wrong[i]);
		assert_wrong(*state, line, "{key} takes one of {list},", "key", "excused");
	}
	assert_true(read_line(*state, "attendance.absent member=1 excused=yes")
			    .arg.attendance_absent.excused);
	assert_false(read_line(*state, "attendance.absent member=1 excused=no")
			     .arg.attendance_absent.excused);
}

static void questions_are_answered_by_their_names(void **state)
{
	static const char *const wrong[] = {"yes", "no", "no-quorum,", ",no-quorum",
		"no-quorum,,agenda-vote", "no-quorum,tie", "No-quorum", "نعم"};
	char line[80];

	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		snprintf(line, sizeof line, "item.open item=1 confirm=%s", wrong[i]);

		struct message why =
			assert_wrong(*state, line, "{key} takes one of {list},", "key", "confirm");

		assert_str(
			arg_text(&why, "list"), "no-quorum, agenda-vote, too-few-signers, earlier");
	}
	assert_str(read_line(*state, "item.open item=1 confirm=no-quorum").confirm, "no-quorum");
	assert_str(read_line(*state, "item.open confirm=earlier,no-quorum,earlier item=1").confirm,
		"earlier,no-quorum");
	/* The time of an act is asked about whatever it is. */
	assert_str(read_line(*state, "attendance.all confirm=earlier").confirm, "earlier");
	assert_wrong(*state, "item.open item=1 confirm=earlier confirm=no-quorum",
		"{key} stands there twice.", "key", "confirm");
}

static void every_question_has_one_name_and_may_be_printed_bare(void **state)
{
	(void)state;
	for (int i = 0; i < CMD_COUNT; i++) {
		const char *const *asked = questions_of((enum command_type)i);

		for (size_t k = 0; asked[k]; k++) {
			assert_int_equal(
				strspn(asked[k], "abcdefghijklmnopqrstuvwxyz-"), strlen(asked[k]));
			for (size_t m = 0; m < k; m++)
				assert_string_not_equal(asked[k], asked[m]);
		}
	}
}

static void closed_lists_name_what_they_take(void **state)
{
	struct message why = assert_wrong(*state, "vote.all value=yes",
		"{key} takes one of {list}, not {word}.", "word", "yes");

	assert_str(arg_text(&why, "list"), "none, for, against, abstain");
	assert_wrong(*state, "vote.all value=For", "{key} takes one of {list},", "word", "For");
	assert_wrong(*state, "vote.all value=f", "{key} takes one of {list},", "word", "f");
	assert_int_equal(read_line(*state, "sitting.close cause=left-open").arg.sitting_close.cause,
		CLOSED_LEFT_OPEN);
}

static void lists_of_members_are_numbers_and_commas(void **state)
{
	static const char *const wrong[] = {"1,", ",1", "1,,2", "0", "1,0", "100000", "1-5", "1;2",
		"1,x", "99999999999999999999"};
	char line[64];

	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		snprintf(line, sizeof line, "attendance.present member=%s", wrong[i]);
		assert_wrong(
			*state, line, "{key} takes numbers from {min} to {max}", "word", wrong[i]);
	}

	struct numbers n = read_line(*state, "attendance.present member=12,05,99999")
				   .arg.attendance_present.members;

	assert_int_equal(n.n, 3);
	assert_int_equal(n.at[0], 12);
	assert_int_equal(n.at[1], 5);
	assert_int_equal(n.at[2], 99999);
}

static int64_t money(struct arena *a, const char *word)
{
	char line[100];

	snprintf(line, sizeof line, "budget.line item=1 code=10 part=revenue amount=%s", word);
	return read_line(a, line).arg.budget_line.amount;
}

static void amounts_are_dirhams_with_or_without_two_decimals(void **state)
{
	static const char *const wrong[] = {"1234,5", "1.234", "1,234", "1 234", "1,234.56", ".50",
		",50", "12,3x", "1234,-5", "--1", "+1", "1e3", "-", "10000000000000,01",
		"-10000000000000,01", "99999999999999999999", "1234,567", "-,50", "1,-1", "x.50",
		"1234,"};
	char line[100];

	assert_int_equal(money(*state, "1234,56"), 123456);
	assert_int_equal(money(*state, "1234.56"), 123456);
	assert_int_equal(money(*state, "1234"), 123400);
	assert_int_equal(money(*state, "0"), 0);
	assert_int_equal(money(*state, "0,05"), 5);
	assert_int_equal(money(*state, "-0,05"), -5);
	assert_int_equal(money(*state, "-1234,56"), -123456);
	assert_int_equal(money(*state, "10000000000000,00"), 1000000000000000);
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		snprintf(line, sizeof line, "budget.line item=1 code=10 part=revenue amount=\"%s\"",
			wrong[i]);
		assert_wrong(*state, line, "{key} takes an amount in dirhams", "word", wrong[i]);
	}
}

static void dates_are_real_days(void **state)
{
	static const char *const wrong[] = {"2024-02-30", "2023-02-29", "30/12/2024", "2024-1-1",
		"0000-01-01", "2024-12-30T10:00:00Z", "today"};
	char line[100];

	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		snprintf(line, sizeof line, "session.describe date=%s", wrong[i]);
		assert_wrong(*state, line, "{key} takes a date such as", "word", wrong[i]);
	}
	assert_int_equal(
		read_line(*state, "session.describe date=2024-02-29").arg.session_describe.date.day,
		29);
}

static void votes_are_item_and_number(void **state)
{
	static const char *const wrong[] = {"3", "3/", "/1", "3/0", "0/1", "3/1/1", "-3/1", "3/01",
		"agenda", "agenda/", "agenda/0", "agenda/x", "agenda/12345678901", "order/1", "3-1",
		"3/2147483648", "99999999999/1"};
	char line[100];

	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		snprintf(line, sizeof line, "vote.announce vote=%s", wrong[i]);
		assert_wrong(
			*state, line, "{key} takes a vote as item and number,", "word", wrong[i]);
	}

	struct vote_id v = read_line(*state, "vote.announce vote=12/3").arg.vote_announce.vote;

	assert_int_equal(v.item, 12);
	assert_int_equal(v.n, 3);
	v = read_line(*state, "vote.announce vote=agenda/3").arg.vote_announce.vote;
	assert_int_equal(v.item, OWN_MATTERS);
	assert_int_equal(v.n, 3);
}

static void counts_that_are_not_given_are_told_from_zero(void **state)
{
	struct vote_count c = read_line(*state, "vote.count against=0 abstain=2").arg.vote_count;

	assert_int_equal(c.votes_for, -1);
	assert_int_equal(c.against, 0);
	assert_int_equal(c.abstain, 2);
	assert_int_equal(read_line(*state, "vote.correct member=3 value=for reason=x")
				 .arg.vote_correct.against,
		-1);
}

static void every_escape_of_json_is_understood(void **state)
{
	struct command c =
		read_line(*state, "guest.note capacity=guest "
				  "name_fr=\"a\\\"\\\\\\/\\nb\\u00e9\\u0645\\uD83D\\ude00\\u20ac\" "
				  "title_fr=\"x y\"");

	assert_str(c.arg.guest_note.name_fr, "a\"\\/\nbéم😀€");
	assert_str(c.arg.guest_note.title_fr, "x y");
}

static void wrong_escapes_are_refused(void **state)
{
	static const char *const wrong[] = {"\\x41", "\\u12", "\\u12g4", "\\ud800", "\\udc00",
		"\\ud800\\u0041", "\\ud800x", "\\ud800\\ud800", "\\ud800\\ue000", "\\'", "\\u",
		"\\N", "\\ud83d\\u"};
	char line[100];

	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		snprintf(line, sizeof line, "chair.change member=1 reason=\"%s\"", wrong[i]);
		assert_wrong(*state, line, "{key} holds a backslash", "key", "reason");
	}
	assert_wrong(*state, "chair.change member=1 reason=\"\\", "{key} holds a backslash", "key",
		"reason");
}

static void control_characters_do_not_get_in(void **state)
{
	static const char *const escaped[] = {"\\u0000", "\\b", "\\f", "\\r", "\\t", "\\u001b",
		"\\u007f", "\\u0085", "\\u009b", "\t"};
	static const char *const raw[] = {"\x01", "\x1b", "\x7f", "\n", "\r", "\xc2\x9b", "\xff",
		"\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xd9"};
	char line[100];

	for (size_t i = 0; i < ARRAY_LEN(escaped); i++) {
		snprintf(line, sizeof line, "chair.change member=1 reason=\"a%sb\"", escaped[i]);
		assert_wrong(*state, line, "{key} holds a control character", "key", "reason");
	}
	for (size_t i = 0; i < ARRAY_LEN(raw); i++) {
		snprintf(line, sizeof line, "chair.change member=1 reason=\"a%s\"", raw[i]);
		assert_wrong(*state, line, "The line is not UTF-8 text,", NULL, NULL);
		snprintf(line, sizeof line, "# %s.", raw[i]);
		assert_wrong(*state, line, "The line is not UTF-8 text,", NULL, NULL);
	}
}

static void quotation_marks_stand_around_the_whole_value(void **state)
{
	assert_wrong(*state, "chair.change member=1 reason=\"abc",
		"{key} has no closing quotation mark.", "key", "reason");
	assert_wrong(*state, "chair.change member=1 reason=\"abc\\\"",
		"{key} has no closing quotation mark.", "key", "reason");
	assert_wrong(*state, "chair.change member=1 reason=\"abc\"d",
		"After the closing quotation mark", "key", "reason");
	assert_wrong(*state, "chair.change member=1 reason=ab\"c\"",
		"In {key} a quotation mark stands inside", "key", "reason");
	assert_str(read_line(*state, "chair.change reason=\"member=2\" member=1")
			   .arg.chair_change.reason,
		"member=2");
}

static void texts_that_are_too_long_are_refused(void **state)
{
	char line[600] = "chair.change member=1 reason=";
	size_t head = strlen(line);

	memset(line + head, 'a', 401);
	line[head + 401] = '\0';
	assert_wrong(*state, line, "{key} is too long:", "key", "reason");
	line[head + 400] = '\0';
	assert_int_equal(read_line(*state, line).arg.chair_change.reason.n, 400);
}

/* Left out, each of these would have meant the first name of its list. */
static void what_could_mean_another_act_is_asked_for(void **state)
{
	static const char *const lines[] = {
		"session.create year=2024 month=10",
		"item.add title_fr=x",
		"request.file date=2024-12-02 member=3 title_fr=x",
		"agenda.insert title_fr=x grounds_fr=x",
		"motion.move member=3 text_fr=x",
		"text.keep item=1 content=x",
		"vote.explain member=3 lang=fr content=x",
		"vote.explain member=3 kind=reservation content=x",
	};

	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		bool lang = i == 5 || i == 7;

		(void)assert_wrong(*state, lines[i], "{command} needs {key}, one of {list}.", "key",
			lang ? "lang" : "kind");
	}
}

static void printing_gives_the_shortest_line(void **state)
{
	static const char *const lines[] = {
		"vote.close",
		"item.open item=3",
		"item.open item=3 confirm=agenda-vote,earlier",
		"vote.count against=0",
		"@2024-12-30T09:30:00+01:00 sitting.open place=\"مقر الغرفة، فاس\" chair=1",
		"budget.line item=9 code=10.2 part=revenue before=-1.05 amount=1234.56",
		"chair.change member=1 reason=\"a \\\"b\\\"\\n\\\\\"",
		"vote.cast member=15,22 value=abstain",
		"vote.void vote=3/1 reason=x",
		"vote.void vote=agenda/2 reason=x",
		"session.describe date=2024-12-30",
		"session.create kind=ordinary year=2024 month=10",
		"election.open post=president candidates=1,2",
		"election.mark member=3 choice=0",
	};

	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		struct command c = read_line(*state, lines[i]);

		assert_str(grammar_print(&c, *state), lines[i]);
	}

	struct command no_text = command_of(CMD_RECORD_FREEZE);

	assert_str(grammar_print(&no_text, *state), "");
}

static void assert_completions(struct arena *a, const char *line, const char *want)
{
	struct str found[100];
	struct builder b;
	size_t n = grammar_complete(str_of(line), found, ARRAY_LEN(found), a);

	builder_init(&b, a);
	for (size_t i = 0; i < n; i++) {
		if (i)
			builder_add_char(&b, ' ');
		builder_add(&b, found[i]);
	}
	assert_str(builder_str(&b), want);
}

static void a_command_is_completed(void **state)
{
	assert_completions(*state, "vote.c", "vote.cast vote.count vote.close vote.correct");
	assert_completions(*state, "  vote.cl", "vote.close");
	assert_completions(*state, "@10:30 vote.cl", "vote.close");
	assert_completions(*state, "members.", "");
	assert_completions(*state, "record.", "record.withdraw");
	assert_completions(*state, "x", "");
	assert_completions(*state, "#", "");
	assert_completions(*state, "@10", "");
}

static void every_typed_command_is_offered_at_the_start_and_no_other(void **state)
{
	struct str found[CMD_COUNT];
	size_t typed = 0, n = grammar_complete(STR(""), found, ARRAY_LEN(found), *state);

	for (int i = 0; i < CMD_COUNT; i++)
		typed += command_fields((enum command_type)i) != NULL;
	assert_int_equal(n, typed);
	assert_int_equal(grammar_complete(STR("@10:30 "), found, ARRAY_LEN(found), *state), typed);
	assert_int_equal(grammar_complete(STR(""), found, 3, *state), 3);
	assert_int_equal(grammar_complete(STR(""), found, 0, *state), 0);
}

static void arguments_are_completed_required_ones_first_and_none_twice(void **state)
{
	assert_completions(*state, "sitting.open ",
		"chair= place= place_fr= secretary= secretary_ar= secretary_fr= confirm=");
	assert_completions(*state, "sitting.open place", "place= place_fr=");
	assert_completions(*state, "sitting.open place=\"a chair=1 b\" c", "chair= confirm=");
	assert_completions(*state, "sitting.open chair=1 c", "confirm=");
	assert_completions(*state, "sitting.resume ", "");
	assert_completions(*state, "no.such ", "");
	assert_completions(*state, "record.freeze ", "");
}

static void values_of_closed_lists_are_completed(void **state)
{
	assert_completions(
		*state, "vote.all value=", "value=none value=for value=against value=abstain");
	assert_completions(*state, "vote.all value=a", "value=against value=abstain");
	assert_completions(*state, "item.open item=1 confirm=",
		"confirm=no-quorum confirm=agenda-vote confirm=too-few-signers");
	assert_completions(
		*state, "item.open item=1 confirm=no-quorum,a", "confirm=no-quorum,agenda-vote");
	assert_completions(*state, "item.open confirm=no-quorum ", "item=");
	assert_completions(*state, "item.open item=", "");
	assert_completions(*state, "chair.change reason=\"value=", "");
}

static void the_last_word_is_found(void **state)
{
	(void)state;
	assert_int_equal(grammar_last_word(STR("")), 0);
	assert_int_equal(grammar_last_word(STR("  ")), 2);
	assert_int_equal(grammar_last_word(STR("vote.c")), 0);
	assert_int_equal(grammar_last_word(STR("vote.cast ")), 10);
	assert_int_equal(grammar_last_word(STR("vote.cast va")), 10);
	assert_int_equal(grammar_last_word(STR("a.b c=\"x y\" d")), 12);
	assert_int_equal(grammar_last_word(STR("a.b c=\"x y\\\" d")), 4);
}

static void every_typed_argument_says_what_it_is(void **state)
{
	(void)state;
	for (int i = 0; i < CMD_COUNT; i++) {
		const struct field *f = command_fields((enum command_type)i);

		for (; f && f->name; f++) {
			assert_non_null(f->help);
			assert_int_not_equal(f->kind, FIELD_LIST);
		}
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(the_examples_of_the_manual_are_read),
	cmocka_unit_test(blank_lines_and_comments_are_nothing),
	cmocka_unit_test(blanks_around_words_and_a_carriage_return_at_the_end_do_not_matter),
	cmocka_unit_test(times_may_be_whole_instants),
	cmocka_unit_test(wrong_times_are_named),
	cmocka_unit_test(a_time_of_day_needs_a_day),
	cmocka_unit_test(unknown_commands_are_refused_by_name),
	cmocka_unit_test(a_long_wrong_word_is_cut_between_letters),
	cmocka_unit_test(unknown_and_repeated_arguments_are_refused),
	cmocka_unit_test(missing_arguments_are_named_with_what_they_are),
	cmocka_unit_test(an_argument_needs_a_value),
	cmocka_unit_test(numbers_stay_in_their_range),
	cmocka_unit_test(yes_and_no_are_the_only_answers),
	cmocka_unit_test(questions_are_answered_by_their_names),
	cmocka_unit_test(every_question_has_one_name_and_may_be_printed_bare),
	cmocka_unit_test(closed_lists_name_what_they_take),
	cmocka_unit_test(lists_of_members_are_numbers_and_commas),
	cmocka_unit_test(amounts_are_dirhams_with_or_without_two_decimals),
	cmocka_unit_test(dates_are_real_days),
	cmocka_unit_test(votes_are_item_and_number),
	cmocka_unit_test(counts_that_are_not_given_are_told_from_zero),
	cmocka_unit_test(every_escape_of_json_is_understood),
	cmocka_unit_test(wrong_escapes_are_refused),
	cmocka_unit_test(control_characters_do_not_get_in),
	cmocka_unit_test(quotation_marks_stand_around_the_whole_value),
	cmocka_unit_test(texts_that_are_too_long_are_refused),
	cmocka_unit_test(what_could_mean_another_act_is_asked_for),
	cmocka_unit_test(printing_gives_the_shortest_line),
	cmocka_unit_test(a_command_is_completed),
	cmocka_unit_test(every_typed_command_is_offered_at_the_start_and_no_other),
	cmocka_unit_test(arguments_are_completed_required_ones_first_and_none_twice),
	cmocka_unit_test(values_of_closed_lists_are_completed),
	cmocka_unit_test(the_last_word_is_found),
	cmocka_unit_test(every_typed_argument_says_what_it_is),
};

TEST_MAIN_WITH(cases, arena_setup, arena_teardown)

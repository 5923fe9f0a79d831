#include "model/question.h"

#include "model/limits.h"
#include "model/message.h"

const struct field question_field = {"confirm", FIELD_TEXT, offsetof(struct command, confirm),
	.optional = true, .max = LINE,
	.help = N_("names of the questions it answers with yes, with commas")};

#define ASKS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* Before anything is voted. */
#define VOTED                                                                                      \
	"no-quorum", "agenda-vote", "speakers-wait", "own-account", "too-few-signers",             \
		"dismissal-majority", "by-chapter", "vote-mode", "bare"

static const char *const *const asked[CMD_COUNT] = {
	[CMD_SESSION_DESCRIBE] = ASKS("day-and-month"),
	[CMD_REQUEST_FILE] = ASKS("too-few-signers", "request-late"),
	[CMD_AGREEMENT_STEP] = ASKS("step-again"),
	[CMD_AGREEMENT_FOLLOW] = ASKS("step-again"),
	[CMD_SITTING_OPEN] =
		ASKS("another-day", "notice-short", "no-documents", "rule-dated", "session-long",
			"session-prolonged", "other-month", "minutes-writer", "not-notified"),
	[CMD_ATTENDANCE_PRESENT] = ASKS("came-later"),
	[CMD_ATTENDANCE_REPLACE] = ASKS("not-listed"),
	[CMD_ATTENDANCE_TIME] = ASKS("missed-vote", "quorum-then"),
	[CMD_PROXY_GIVE] = ASKS("no-proxies", "too-many-proxies"),
	[CMD_QUORUM_RECORD] = ASKS("unanswered"),
	[CMD_CALL_FAIL] = ASKS("unanswered", "call-early"),
	[CMD_CALL_CONVENE] = ASKS("call-early"),
	[CMD_ITEM_OPEN] = ASKS("no-quorum", "agenda-vote", "too-few-signers"),
	[CMD_ITEM_NOTE] = ASKS("motions-wait"),
	[CMD_VOTE_OPEN] = ASKS(VOTED, "motions-wait", "chapter-refused", "public-rule"),
	[CMD_VOTE_UNANIMOUS] = ASKS(VOTED, "motions-wait", "chapter-refused"),
	[CMD_VOTE_BLOCK] = ASKS(VOTED),
	[CMD_VOTE_CAST] = ASKS("came-later", "remote"),
	[CMD_VOTE_CLOSE] = ASKS("no-quorum", "abstention", "tie"),
	[CMD_MOTION_MOVE] = ASKS("unbalanced"),
	[CMD_ELECTION_OPEN] =
		ASKS("no-quorum", "other-ballot", "other-post", "public-rule", "vote-mode"),
	[CMD_ELECTION_MARK] = ASKS("came-later", "remote"),
	[CMD_ELECTION_COUNT] = ASKS("no-quorum"),
	[CMD_ELECTION_CORRECT] = ASKS("turns-round"),
	[CMD_ELECTION_DECIDE] = ASKS("not-in-ladder", "earlier-in-ladder"),
	[CMD_SITTING_CLOSE] = ASKS("untreated", "no-sitting-more"),
};

/* Whatever is recorded while a sitting is open may stand earlier than the act before it. */
static const char time_question[] = "earlier";

const char *const *questions_of(enum command_type type)
{
	static const char *const none[] = {NULL};

	return asked[type] ? asked[type] : none;
}

bool question_known(enum command_type type, struct str name)
{
	for (const char *const *q = questions_of(type); *q; q++) {
		if (str_is(name, *q))
			return true;
	}
	return str_is(name, time_question);
}

/* The name that begins at *AT, and the place behind its comma. */
static struct str next_name(struct str list, size_t *at)
{
	size_t start = *at, end = start;

	while (end < list.n && list.p[end] != ',')
		end++;
	*at = end + 1;
	return (struct str){list.p + start, end - start};
}

static bool has(struct str list, struct str name)
{
	for (size_t at = 0; at < list.n;) {
		if (str_equal(next_name(list, &at), name))
			return true;
	}
	return false;
}

bool questions_have(struct str list, const char *name)
{
	return has(list, str_of(name));
}

struct str questions_with(struct str list, struct str more, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	builder_add(&b, list);
	for (size_t at = 0; at < more.n;) {
		struct str name = next_name(more, &at);

		if (has(builder_str(&b), name))
			continue;
		if (b.n)
			builder_add_char(&b, ',');
		builder_add(&b, name);
	}
	return builder_str(&b);
}

struct str questions_all(enum command_type type, const char *between, struct arena *a)
{
	struct builder b;

	builder_init(&b, a);
	for (const char *const *q = questions_of(type); *q; q++) {
		builder_add_z(&b, *q);
		builder_add_z(&b, between);
	}
	builder_add_z(&b, time_question);
	return builder_str(&b);
}

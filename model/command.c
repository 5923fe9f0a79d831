/* What commands there are, and what one says that was not given. */
#include "model/command_fields.h"

const struct field no_arguments_fields[] = {END};
const struct field item_named_fields[] = {
	II(item_one, item, 1, MAX_NUMBER, N_("agenda number")), END};

static const struct command_spec specs[CMD_COUNT] = {
#define X(constant, name, member, tag, weight, stream, help)                                       \
	[constant] = {name, help, sizeof(struct tag), weight, stream},
#include "model/command.def"
#undef X
};

const struct command_spec *command_spec(enum command_type type)
{
	return &specs[type];
}

const struct field *command_fields(enum command_type type)
{
	const struct field *fields[] = {command_fields_prepare[type], command_fields_sitting[type],
		command_fields_voting[type]};

	for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
		if (fields[i])
			return fields[i];
	}
	return NULL;
}

bool command_type_parse(struct str name, enum command_type *type)
{
	for (int i = 0; i < CMD_COUNT; i++) {
		if (str_is(name, specs[i].name)) {
			*type = (enum command_type)i;
			return true;
		}
	}
	return false;
}

struct command command_of(enum command_type type)
{
	struct command c = {.type = type};

	if (type == CMD_SESSION_DESCRIBE)
		c.arg.session_describe.kind = -1;
	else if (type == CMD_ITEM_CHANGE)
		c.arg.item_change.kind = -1;
	else if (type == CMD_FLOOR_GIVE)
		c.arg.floor_give.seconds = -1;
	else if (type == CMD_FLOOR_END)
		c.arg.floor_end.seconds = -1;
	else if (type == CMD_VOTE_COUNT)
		c.arg.vote_count = (struct vote_count){-1, -1, -1};
	else if (type == CMD_VOTE_CORRECT)
		c.arg.vote_correct.votes_for = c.arg.vote_correct.against =
			c.arg.vote_correct.abstain = c.arg.vote_correct.issued =
				c.arg.vote_correct.found = c.arg.vote_correct.blank =
					c.arg.vote_correct.spoiled = -1;
	else if (type == CMD_ELECTION_COUNT)
		c.arg.election_count.issued = c.arg.election_count.found = -1;
	else if (type == CMD_ELECTION_CORRECT)
		c.arg.election_correct.issued = c.arg.election_correct.found =
			c.arg.election_correct.blank = c.arg.election_correct.spoiled =
				c.arg.election_correct.choice = -1;
	else if (type == CMD_VOTE_BALLOTS)
		c.arg.vote_ballots.issued = -1;
	else if (type == CMD_REQUEST_ANSWER)
		c.arg.request_answer.kind = -1;
	else if (type == CMD_ELECTION_OPEN)
		c.arg.election_open.post = -1;
	else if (type == CMD_ELECTION_MARK)
		c.arg.election_mark.choice = -1;
	return c;
}

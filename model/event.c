/* What kinds of facts there are. */
#include "model/event_fields.h"

static const struct event_spec specs[EVENT_COUNT] = {
#define X(constant, name, member, tag, label)                                                      \
	[constant] = {name, label, tag##_fields, sizeof(struct tag)},
#include "model/event.def"
#undef X
};

const struct event_spec *event_spec(enum event_type type)
{
	return &specs[type];
}

bool event_type_parse(struct str name, enum event_type *type)
{
	for (int i = 0; i < EVENT_COUNT; i++) {
		if (str_is(name, specs[i].name)) {
			*type = (enum event_type)i;
			return true;
		}
	}
	return false;
}

bool event_same(const struct event *a, const struct event *b)
{
	return a->type == b->type && field_equal(specs[a->type].fields, &a->body, &b->body);
}

#include "model/message.h"

const struct message *message_keep(struct arena *a, struct message m)
{
	return arena_copy(a, &m, sizeof m);
}

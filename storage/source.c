#include "storage/source.h"

#include "storage/clock.h"
#include "storage/id.h"

#include <string.h>

static struct instant live_now(void *context)
{
	(void)context;
	return clock_now();
}

static struct uuid live_id(void *context)
{
	struct uuid id;

	(void)context;
	id_random(id.b);
	return id;
}

static void live_genesis(void *context, unsigned char bytes[16])
{
	unsigned char more[16];

	/* A random id has six fixed bits; two of them make 128 random bits. */
	(void)context;
	id_random(bytes);
	id_random(more);
	bytes[6] = more[0];
	bytes[8] = more[1];
}

const struct source source_live = {live_now, live_id, live_genesis, NULL};

static struct instant script_now(void *context)
{
	const struct source_script *script = context;

	return script->now;
}

/* Version 8 of RFC 9562: custom. The count in the last bytes tells that nobody drew it. */
static struct uuid script_id(void *context)
{
	struct source_script *script = context;
	struct uuid id = {{0}};
	uint64_t n = ++script->count;

	for (size_t i = 0; i < 8; i++)
		id.b[15 - i] = (unsigned char)(n >> (8 * i));
	id.b[6] = 0x80;
	id.b[8] = 0x80;
	return id;
}

static void script_genesis(void *context, unsigned char bytes[16])
{
	struct uuid id = script_id(context);

	memcpy(bytes, id.b, sizeof id.b);
}

struct source source_of_script(struct source_script *script)
{
	return (struct source){script_now, script_id, script_genesis, script};
}

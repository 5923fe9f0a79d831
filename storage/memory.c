#include "storage/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <openssl/crypto.h>

/* SIGABRT lets the desk give the terminal back (tui/panic) before the process ends. */
static _Noreturn void memory_out(void)
{
	static const char said[] = "mahdar: out of memory\n";
	ssize_t ignored = write(STDERR_FILENO, said, sizeof said - 1);

	(void)ignored;
	abort();
}

static void *memory_take(size_t bytes)
{
	void *p = malloc(bytes ? bytes : 1);

	if (!p)
		memory_out();
	return p;
}

const struct arena_source memory_source = {.take = memory_take, .give = free};

/* A new block instead of realloc: the old bytes may be a passphrase and must not stay behind in
 * memory that malloc hands to somebody else. */
static void bytes_grow(struct bytes *b, size_t n)
{
	size_t room = b->room ? b->room : 256;
	unsigned char *p;

	if (n > SIZE_MAX / 4 - b->n)
		memory_out();
	while (room - b->n < n)
		room *= 2;
	p = memory_take(room);
	if (b->n) {
		memcpy(p, b->p, b->n);
		OPENSSL_cleanse(b->p, b->n);
	}
	free(b->p);
	b->p = p;
	b->room = room;
}

void bytes_add(struct bytes *b, const void *p, size_t n)
{
	if (!n)
		return;
	if (b->room - b->n < n)
		bytes_grow(b, n);
	memcpy(b->p + b->n, p, n);
	b->n += n;
}

void bytes_free(struct bytes *b)
{
	free(b->p);
	*b = (struct bytes){0};
}

void bytes_wipe(struct bytes *b)
{
	if (b->room)
		OPENSSL_cleanse(b->p, b->room);
	bytes_free(b);
}

#include "storage/ballast.h"
#include "storage/memory.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *ballast_path(const char *path, struct arena *a)
{
	return arena_join(a, (struct str[]){str_of(path), STR(".ballast")}, 2).p;
}

bool ballast_take(const char *path, int64_t bytes)
{
	struct arena a;
	const char *side;
	struct stat st;
	bool have = false;
	int fd;

	arena_init(&a, &memory_source);
	side = ballast_path(path, &a);
	fd = open(side, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		goto out;
	have = fstat(fd, &st) == 0 && st.st_size >= bytes && (int64_t)st.st_blocks * 512 >= bytes;
	if (!have)
		have = posix_fallocate(fd, 0, bytes) == 0;
	if (close(fd) != 0)
		have = false;
	/* A part of it would only take away what little room is left. */
	if (!have)
		unlink(side);
out:
	arena_clear(&a);
	return have;
}

bool ballast_give(const char *path)
{
	struct arena a;
	bool gave;

	arena_init(&a, &memory_source);
	gave = unlink(ballast_path(path, &a)) == 0;
	arena_clear(&a);
	return gave;
}

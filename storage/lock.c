#include "storage/lock.h"
#include "storage/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct lock {
	int fd;
};

/* What the holder wrote; letters that could disturb a terminal are left out. */
static void lock_holder(int fd, char *holder, size_t room)
{
	ssize_t got = pread(fd, holder, room - 1, 0);
	size_t n = got > 0 ? (size_t)got : 0;
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if ((unsigned char)holder[i] < 0x20 || holder[i] == 0x7f)
			break;
		holder[kept++] = holder[i];
	}
	holder[kept] = '\0';
	if (!kept)
		snprintf(holder, room, "?");
}

static int lock_say(
	int fd, const char *who, struct instant now, const char *path, struct error *err)
{
	char host[128] = "?";
	char said[256];
	struct arena a;
	int n;

	if (gethostname(host, sizeof host - 1) != 0)
		snprintf(host, sizeof host, "?");
	arena_init(&a, &memory_source);
	n = snprintf(said, sizeof said, "%s %ld@%s %s\n", who, (long)getpid(), host,
		instant_text(now, &a).p);
	arena_clear(&a);
	if (n >= (int)sizeof said)
		n = (int)sizeof said - 1;
	if (ftruncate(fd, 0) != 0 || pwrite(fd, said, (size_t)n, 0) != n)
		return error_sys(err, ERROR_FILE, "%s", path);
	return 0;
}

struct lock *lock_take(const char *path, const char *who, struct instant now, struct error *err)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	char holder[200];
	struct arena a;
	struct lock *l = NULL;
	struct error courtesy = {0};
	const char *side;
	int fd;

	arena_init(&a, &memory_source);
	side = arena_join(&a, (struct str[]){str_of(path), STR(".lock")}, 2).p;
	fd = open(side, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0) {
		error_sys(err, ERROR_FILE, "%s", side);
		goto out;
	}
	if (fcntl(fd, F_OFD_SETLK, &whole) != 0) {
		if (errno == EAGAIN || errno == EACCES) {
			lock_holder(fd, holder, sizeof holder);
			error_set(err, ERROR_LOCKED, "%s", holder);
		} else {
			error_sys(err, ERROR_FILE, "%s", side);
		}
		goto out;
	}
	/* A full disk must not keep anybody out: the words in the file are only a courtesy. */
	if (lock_say(fd, who, now, side, &courtesy) != 0 && courtesy.code != ERROR_DISK_FULL) {
		*err = courtesy;
		goto out;
	}
	l = calloc(1, sizeof *l);
	if (!l) {
		error_set(err, ERROR_MEMORY, "%s", side);
		goto out;
	}
	l->fd = fd;
	fd = -1;
out:
	if (fd >= 0)
		close(fd);
	arena_clear(&a);
	return l;
}

void lock_close(struct lock *l)
{
	if (!l)
		return;
	/* The file stays, empty: unlinking it could take away a lock somebody else just took. */
	int emptied = ftruncate(l->fd, 0);

	(void)emptied; /* the words are only a courtesy */
	close(l->fd);
	free(l);
}

bool lock_held(const char *path)
{
	struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	struct arena a;
	bool held = false;
	int fd;

	arena_init(&a, &memory_source);
	fd = open(arena_join(&a, (struct str[]){str_of(path), STR(".lock")}, 2).p,
		O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd >= 0) {
		held = fcntl(fd, F_OFD_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
		close(fd);
	}
	arena_clear(&a);
	return held;
}

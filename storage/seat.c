#include "storage/seat.h"
#include "storage/memory.h"

#include <fcntl.h>
#include <unistd.h>

struct seat {
	int fd;
};

static int open_seats(const char *path, int flags)
{
	struct arena a;
	int fd;

	arena_init(&a, &memory_source);
	fd = open(arena_join(&a, (struct str[]){str_of(path), STR(".rooms")}, 2).p,
		flags | O_CLOEXEC | O_NOFOLLOW, 0600);
	arena_clear(&a);
	return fd;
}

static struct flock one(int number)
{
	return (struct flock){
		.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = number, .l_len = 1};
}

struct seat *seat_take(const char *path)
{
	int fd = open_seats(path, O_RDWR | O_CREAT);

	for (int i = 0; fd >= 0 && i < SEAT_MAX; i++) {
		struct flock lock = one(i);

		if (fcntl(fd, F_OFD_SETLK, &lock) == 0) {
			struct seat *s = memory_source.take(sizeof(*s));

			s->fd = fd;
			return s;
		}
	}
	if (fd >= 0)
		close(fd);
	return NULL;
}

void seat_close(struct seat *s)
{
	if (!s)
		return;
	close(s->fd);
	memory_source.give(s);
}

int seat_count(const char *path)
{
	int fd = open_seats(path, O_RDONLY), n = 0;

	for (int i = 0; fd >= 0 && i < SEAT_MAX; i++) {
		struct flock lock = one(i);

		n += fcntl(fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
	}
	if (fd >= 0)
		close(fd);
	return n;
}

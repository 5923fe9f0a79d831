#include "storage/seat.h"
#include "storage/memory.h"

#include <fcntl.h>
#include <unistd.h>

#define SPAN 1000000 /* bytes between two seats: one, and one for each size there is */

struct seat {
	int fd, number;
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

/* LEN bytes of seat NUMBER from byte FROM on, to be held or let go. */
static struct flock stretch(int number, int from, int len, short type)
{
	return (struct flock){.l_type = type,
		.l_whence = SEEK_SET,
		.l_start = (off_t)number * SPAN + from,
		.l_len = len};
}

struct seat *seat_take(const char *path)
{
	int fd = open_seats(path, O_RDWR | O_CREAT);

	for (int i = 0; fd >= 0 && i < SEAT_MAX; i++) {
		struct flock lock = stretch(i, 0, 1, F_WRLCK);

		if (fcntl(fd, F_OFD_SETLK, &lock) == 0) {
			struct seat *s = memory_source.take(sizeof(*s));

			*s = (struct seat){fd, i};
			return s;
		}
	}
	if (fd >= 0)
		close(fd);
	return NULL;
}

/* Behind the last of the seats. */
struct seat *seat_blank(const char *path)
{
	int fd = open_seats(path, O_RDWR | O_CREAT);
	struct flock lock = stretch(SEAT_MAX, 0, 1, F_WRLCK);
	struct seat *s;

	if (fd < 0)
		return NULL;
	if (fcntl(fd, F_OFD_SETLK, &lock) < 0) {
		close(fd);
		return NULL;
	}
	s = memory_source.take(sizeof(*s));
	*s = (struct seat){fd, SEAT_MAX};
	return s;
}

void seat_close(struct seat *s)
{
	if (!s)
		return;
	close(s->fd);
	memory_source.give(s);
}

static int side(int n)
{
	return n < 0 ? 0 : n > SEAT_SIDE ? SEAT_SIDE : n;
}

void seat_resize(struct seat *s, int rows, int cols)
{
	int held = 1 + side(rows) * (SEAT_SIDE + 1) + side(cols);
	struct flock more, less;

	if (!s)
		return;
	/* The first byte is never let go: it is what counts the rooms. */
	more = stretch(s->number, 0, held, F_WRLCK);
	less = stretch(s->number, held, SPAN - held, F_UNLCK);
	(void)fcntl(s->fd, F_OFD_SETLK, &more);
	if (held < SPAN)
		(void)fcntl(s->fd, F_OFD_SETLK, &less);
}

/* What is held of seat NUMBER: nothing, 1, or 1 and the size. */
static int held_of(int fd, int number)
{
	struct flock lock = stretch(number, 0, SPAN, F_WRLCK);

	if (fcntl(fd, F_OFD_GETLK, &lock) < 0 || lock.l_type == F_UNLCK)
		return 0;
	return (int)lock.l_len;
}

bool seat_blanked(const char *path)
{
	int fd = open_seats(path, O_RDONLY);
	bool blank = fd >= 0 && held_of(fd, SEAT_MAX) > 0;

	if (fd >= 0)
		close(fd);
	return blank;
}

int seat_count(const char *path)
{
	int fd = open_seats(path, O_RDONLY), n = 0;

	for (int i = 0; fd >= 0 && i < SEAT_MAX; i++)
		n += held_of(fd, i) > 0;
	if (fd >= 0)
		close(fd);
	return n;
}

bool seat_smallest(const char *path, int *rows, int *cols)
{
	int fd = open_seats(path, O_RDONLY);
	bool known = false;

	for (int i = 0; fd >= 0 && i < SEAT_MAX; i++) {
		int size = held_of(fd, i) - 1;
		int high = size / (SEAT_SIDE + 1), wide = size % (SEAT_SIDE + 1);

		if (size <= 0 || (known && high * wide >= *rows * *cols))
			continue;
		known = true;
		*rows = high;
		*cols = wide;
	}
	if (fd >= 0)
		close(fd);
	return known;
}

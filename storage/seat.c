#include "storage/seat.h"
#include "storage/memory.h"

#include <fcntl.h>
#include <unistd.h>

#define SPAN   1000000 /* bytes between two seats: one, and one for each size there is */
#define SPOKEN 16      /* … between their languages, of which there may be so many */

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

static struct flock bytes_at(int64_t from, int64_t len, short type)
{
	return (struct flock){
		.l_type = type, .l_whence = SEEK_SET, .l_start = (off_t)from, .l_len = (off_t)len};
}

/* LEN bytes of seat NUMBER from byte FROM on, to be held or let go. */
static struct flock stretch(int number, int from, int len, short type)
{
	return bytes_at((int64_t)number * SPAN + from, len, type);
}

/* The same of its language: behind the seats and the one that blanks them all. */
static struct flock spoken(int number, int from, int len, short type)
{
	return bytes_at(
		(int64_t)(SEAT_MAX + 1) * SPAN + (int64_t)number * SPOKEN + from, len, type);
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

/* LESS is let go after MORE is held. */
static void hold(int fd, struct flock more, struct flock less)
{
	(void)fcntl(fd, F_OFD_SETLK, &more);
	if (less.l_len > 0) /* 0 would be: to the end of the file */
		(void)fcntl(fd, F_OFD_SETLK, &less);
}

void seat_shows(struct seat *s, struct seat_screen screen)
{
	int size = 1 + side(screen.rows) * (SEAT_SIDE + 1) + side(screen.cols);
	int lang = 1 + (int)screen.lang;

	if (!s)
		return;
	/* The first byte is never let go: it is what counts the rooms. */
	hold(s->fd, stretch(s->number, 0, size, F_WRLCK),
		stretch(s->number, size, SPAN - size, F_UNLCK));
	hold(s->fd, spoken(s->number, 0, lang, F_WRLCK),
		spoken(s->number, lang, SPOKEN - lang, F_UNLCK));
}

/* How much somebody holds of a stretch. */
static int held_of(int fd, struct flock lock)
{
	if (fcntl(fd, F_OFD_GETLK, &lock) < 0 || lock.l_type == F_UNLCK)
		return 0;
	return (int)lock.l_len;
}

bool seat_blanked(const char *path)
{
	int fd = open_seats(path, O_RDONLY);
	bool blank = fd >= 0 && held_of(fd, stretch(SEAT_MAX, 0, SPAN, F_WRLCK)) > 0;

	if (fd >= 0)
		close(fd);
	return blank;
}

/* Seat NUMBER among those in ALL, if somebody has it. */
static void count(struct seats *all, int fd, int number)
{
	int size = held_of(fd, stretch(number, 0, SPAN, F_WRLCK)) - 1;
	int lang = held_of(fd, spoken(number, 0, SPOKEN, F_WRLCK)) - 1;
	struct seat_screen screen = {size / (SEAT_SIDE + 1), size % (SEAT_SIDE + 1),
		lang >= 0 && lang < LANG_COUNT ? (enum lang)lang : LANG_COUNT};

	if (size < 0)
		return;
	all->n++;
	if (screen.lang < LANG_COUNT)
		all->in[screen.lang] = true;
	if (size > 0 && (!all->sized || screen.rows * screen.cols <
						all->smallest.rows * all->smallest.cols)) {
		all->sized = true;
		all->smallest = screen;
	}
}

struct seats seats_before(const char *path)
{
	int fd = open_seats(path, O_RDONLY);
	struct seats all = {.n = 0};

	for (int i = 0; fd >= 0 && i < SEAT_MAX; i++)
		count(&all, fd, i);
	if (fd >= 0)
		close(fd);
	return all;
}

/* Followers: each has a Unix datagram socket in the folder REGISTER.followers; the writer sends an
 * empty datagram to all of them after a commit. It carries nothing: data_version says whether
 * something changed, and is also asked every 250 ms, for a lost or impossible datagram.
 * The folder is reached by descriptor, since a socket's path may have only 108 characters. */
#include "storage/id.h"
#include "storage/journal_inner.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <sys/un.h>
#include <unistd.h>

#define FOLLOW_TICK_MS 250

struct follower {
	struct journal *journal;
	int folder, socket, timer, poll; /* folder and socket: -1 where none could be made */
	char name[48];                   /* of the socket in the folder */
	sqlite3_int64 version;
	unsigned opened; /* which opening of the handle that version was asked of */
};

static int open_folder(const char *path, bool make)
{
	struct arena a;
	const char *folder;
	int fd;

	arena_init(&a, &memory_source);
	folder = arena_join(&a, (struct str[]){str_of(path), STR(".followers")}, 2).p;
	/* An existing folder is as good; any other failure shows when it is opened. */
	if (make && mkdir(folder, 0700) != 0 && errno != EEXIST)
		fd = -1;
	else
		fd = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	arena_clear(&a);
	return fd;
}

static struct sockaddr_un address(int folder, const char *name)
{
	struct sockaddr_un to = {.sun_family = AF_UNIX};

	snprintf(to.sun_path, sizeof to.sun_path, "/proc/self/fd/%d/%.48s", folder, name);
	return to;
}

static bool follower_name(const char *name)
{
	size_t n = strlen(name);

	return n > 5 && n < 48 && strcmp(name + n - 5, ".wake") == 0;
}

void follower_wake(const char *path)
{
	int folder = open_folder(path, false);
	const struct dirent *entry;
	DIR *list;
	int out;

	if (folder < 0)
		return;
	out = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	list = fdopendir(folder);
	if (!list)
		close(folder);
	while (list && out >= 0 && (entry = readdir(list)) != NULL) {
		struct sockaddr_un to;

		if (!follower_name(entry->d_name))
			continue;
		to = address(folder, entry->d_name);
		/* Nobody listens any more: a follower that was killed left it behind. */
		if (sendto(out, "", 0, MSG_DONTWAIT | MSG_NOSIGNAL, (const struct sockaddr *)&to,
			    sizeof to) < 0 &&
			errno == ECONNREFUSED)
			unlinkat(folder, entry->d_name, 0);
	}
	if (list)
		closedir(list);
	if (out >= 0)
		close(out);
}

/* A socket of our own; without one (a folder where we may not write) the timer is enough. */
static void listen_for_wakes(struct follower *f)
{
	struct sockaddr_un at;
	struct uuid id;
	struct arena a;

	f->folder = open_folder(f->journal->path, true);
	if (f->folder < 0)
		return;
	arena_init(&a, &memory_source);
	id_random(id.b);
	snprintf(f->name, sizeof f->name, "%s.wake", uuid_text(id, &a).p);
	arena_clear(&a);
	at = address(f->folder, f->name);
	f->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (f->socket >= 0 && bind(f->socket, (const struct sockaddr *)&at, sizeof at) != 0) {
		close(f->socket);
		f->socket = -1;
	}
}

static int watch(struct follower *f, int fd, struct error *err)
{
	struct epoll_event what = {.events = EPOLLIN, .data.fd = fd};

	if (fd >= 0 && epoll_ctl(f->poll, EPOLL_CTL_ADD, fd, &what) != 0)
		return error_sys(err, ERROR_FILE, "%s", f->journal->shown);
	return 0;
}

static int ask_version(struct follower *f, sqlite3_int64 *version, struct error *err)
{
	if (journal_ready(f->journal, err) != 0)
		return -1;
	return db_int(f->journal->db, "PRAGMA data_version", version, err);
}

struct follower *follower_open(struct journal *j, struct error *err)
{
	static const struct itimerspec tick = {
		.it_interval = {.tv_nsec = FOLLOW_TICK_MS * 1000000L},
		.it_value = {.tv_nsec = FOLLOW_TICK_MS * 1000000L},
	};
	struct follower *f = calloc(1, sizeof *f);

	if (!f) {
		error_set(err, ERROR_MEMORY, "%s", j->shown);
		return NULL;
	}
	*f = (struct follower){.journal = j, .folder = -1, .socket = -1, .timer = -1, .poll = -1};
	f->poll = epoll_create1(EPOLL_CLOEXEC);
	f->timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
	if (f->poll < 0 || f->timer < 0 || timerfd_settime(f->timer, 0, &tick, NULL) != 0) {
		error_sys(err, ERROR_FILE, "%s", j->shown);
		goto fail;
	}
	listen_for_wakes(f);
	if (watch(f, f->timer, err) != 0 || watch(f, f->socket, err) != 0)
		goto fail;
	if (ask_version(f, &f->version, err) != 0)
		goto fail;
	f->opened = j->opened;
	return f;
fail:
	follower_close(f);
	return NULL;
}

void follower_close(struct follower *f)
{
	int fds[4];

	if (!f)
		return;
	if (f->socket >= 0)
		unlinkat(f->folder, f->name, 0);
	fds[0] = f->folder;
	fds[1] = f->socket;
	fds[2] = f->timer;
	fds[3] = f->poll;
	for (size_t i = 0; i < ARRAY_LEN(fds); i++)
		if (fds[i] >= 0)
			close(fds[i]);
	free(f);
}

int follower_fd(const struct follower *f)
{
	return f->poll;
}

bool follower_changed(struct follower *f)
{
	char datagram[8];
	uint64_t ticks;
	sqlite3_int64 version = 0;
	struct error err;
	bool changed;

	while (f->socket >= 0 && recv(f->socket, datagram, sizeof datagram, MSG_DONTWAIT) >= 0)
		continue;
	while (read(f->timer, &ticks, sizeof ticks) > 0)
		continue;
	/* A register that cannot be asked has changed too: the caller will read it and be told why.
	 */
	if (ask_version(f, &version, &err) != 0)
		return true;
	changed = version != f->version || f->opened != f->journal->opened;
	f->version = version;
	f->opened = f->journal->opened;
	return changed;
}

#include "storage/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

const char *file_name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

int64_t file_free_bytes(const char *path)
{
	struct statvfs fs;

	if (statvfs(path, &fs) != 0 || fs.f_bavail > INT64_MAX / (fs.f_frsize ? fs.f_frsize : 1))
		return -1;
	return (int64_t)(fs.f_bavail * fs.f_frsize);
}

const char *file_folder_of(const char *path, struct arena *a)
{
	const char *name = file_name_of(path);

	if (name == path)
		return ".";
	if (name == path + 1)
		return "/";
	return arena_z(a, (struct str){path, (size_t)(name - path) - 1});
}

int file_sync_folder(const char *path, struct error *err)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int result = 0;

	if (fd < 0)
		return error_sys(err, ERROR_FILE, "%s", path);
	/* Some file systems (FAT by way of FUSE) know no sync of a folder and say EINVAL. */
	if (fsync(fd) != 0 && errno != EINVAL)
		result = error_sys(err, ERROR_FILE, "%s", path);
	close(fd);
	return result;
}

static int write_all(int fd, const unsigned char *p, size_t n)
{
	while (n) {
		ssize_t wrote = write(fd, p, n);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote < 0)
			return -1;
		if (wrote == 0) {
			errno = EIO;
			return -1;
		}
		p += wrote;
		n -= (size_t)wrote;
	}
	return 0;
}

/* close() reports what a network file system could not write; the descriptor is gone either way. */
static int write_and_close(int fd, const void *p, size_t n, mode_t mode)
{
	int failed = fchmod(fd, mode) || write_all(fd, p, n) || fsync(fd);
	int sys = errno;

	if (close(fd) != 0 && !failed) {
		failed = 1;
		sys = errno;
	}
	errno = sys;
	return failed ? -1 : 0;
}

int file_rename(const char *from, const char *to, enum file_policy policy)
{
	if (policy == FILE_REPLACE)
		return rename(from, to);
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return 0;
	if (errno != EINVAL && errno != ENOSYS)
		return -1;
	/* A file system without that flag: look, then rename. */
	if (access(to, F_OK) == 0) {
		errno = EEXIST;
		return -1;
	}
	return rename(from, to);
}

int file_write(const char *path, const void *p, size_t n, mode_t mode, enum file_policy policy,
	struct error *err)
{
	struct arena a;
	struct builder name;
	char *temporary;
	int result = 0;
	int fd;

	arena_init(&a, &memory_source);
	builder_init(&name, &a);
	builder_add_z(&name, file_folder_of(path, &a));
	builder_add_z(&name, "/.mahdar-XXXXXX");
	temporary = name.p;
	if (policy == FILE_NEW && access(path, F_OK) == 0) {
		result = error_set(err, ERROR_EXISTS, "%s", path);
		goto out;
	}
	fd = mkostemp(temporary, O_CLOEXEC);
	if (fd < 0) {
		result = error_sys(err, ERROR_FILE, "%s", path);
		goto out;
	}
	if (write_and_close(fd, p, n, mode) != 0 || file_rename(temporary, path, policy) != 0) {
		result = error_sys(err, errno == EEXIST ? ERROR_EXISTS : ERROR_FILE, "%s", path);
		unlink(temporary);
		goto out;
	}
	result = file_sync_folder(file_folder_of(path, &a), err);
out:
	arena_clear(&a);
	return result;
}

int file_read(const char *path, size_t max, struct bytes *into, struct error *err)
{
	unsigned char block[16384];
	/* Without O_NONBLOCK a named pipe would hang the program before it can be refused. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	size_t before = into->n;
	struct stat st;
	int result = 0;

	if (fd < 0)
		return error_sys(err, errno == ENOENT ? ERROR_NO_FILE : ERROR_FILE, "%s", path);
	if (fstat(fd, &st) == 0 && !S_ISREG(st.st_mode)) {
		errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
		result = error_sys(err, ERROR_FILE, "%s", path);
		goto out;
	}
	for (;;) {
		ssize_t got = read(fd, block, sizeof block);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0) {
			result = error_sys(err, ERROR_FILE, "%s", path);
			goto out;
		}
		if (got == 0)
			break;
		if (into->n - before + (size_t)got > max) {
			result = error_set(err, ERROR_FILE, "%s", path);
			err->sys = EFBIG;
			goto out;
		}
		bytes_add(into, block, (size_t)got);
	}
out:
	close(fd);
	return result;
}

int file_check(const char *path, const void *p, size_t n, struct error *err)
{
	struct bytes back = {0};
	int result = file_read(path, n, &back, err);

	if (result == 0 && (back.n != n || (n && memcmp(back.p, p, n) != 0))) {
		result = error_set(err, ERROR_FILE, "%s", path);
		err->sys = EIO;
	}
	bytes_free(&back);
	return result;
}

int file_make_folder(const char *path, struct error *err)
{
	struct stat st;

	if (mkdir(path, 0700) == 0)
		return 0;
	if (errno != EEXIST)
		return error_sys(err, ERROR_FILE, "%s", path);
	if (stat(path, &st) != 0)
		return error_sys(err, ERROR_FILE, "%s", path);
	if (!S_ISDIR(st.st_mode)) {
		errno = ENOTDIR;
		return error_sys(err, ERROR_FILE, "%s", path);
	}
	return 0;
}

int file_claim_folder(const char *path, struct error *err)
{
	const struct dirent *entry;
	int result = 0;
	DIR *folder;

	if (file_make_folder(path, err) != 0)
		return -1;
	folder = opendir(path);
	if (!folder)
		return error_sys(err, ERROR_FILE, "%s", path);
	for (;;) {
		errno = 0;
		entry = readdir(folder);
		if (!entry)
			break;
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
			result = error_set(err, ERROR_FOLDER_NOT_EMPTY, "%s", path);
			goto out;
		}
	}
	if (errno)
		result = error_sys(err, ERROR_FILE, "%s", path);
out:
	closedir(folder);
	return result;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int file_list(const char *path, const char *ending, struct arena *a, const char ***paths, size_t *n,
	struct error *err)
{
	size_t room = 0, tail = strlen(ending), in = strlen(path);
	const struct dirent *entry;
	DIR *folder = opendir(path);
	int result = 0;

	*paths = NULL;
	*n = 0;
	while (in > 0 && path[in - 1] == '/') /* "folder/" is the same folder */
		in--;
	if (!folder)
		return error_sys(err, ERROR_FILE, "%s", path);
	while (errno = 0, (entry = readdir(folder)) != NULL) {
		size_t length = strlen(entry->d_name);
		struct str parts[] = {{path, in}, STR("/"), str_of(entry->d_name)};

		if (length <= tail || strcmp(entry->d_name + length - tail, ending) != 0)
			continue;
		if (*n == room) {
			const char **more = ARENA_ARRAY(a, const char *, room = 2 * room + 8);

			for (size_t i = 0; i < *n; i++)
				more[i] = (*paths)[i];
			*paths = more;
		}
		(*paths)[(*n)++] = arena_join(a, parts, ARRAY_LEN(parts)).p;
	}
	if (errno)
		result = error_sys(err, ERROR_FILE, "%s", path);
	else if (*n)
		qsort(*paths, *n, sizeof **paths, by_name);
	closedir(folder);
	return result;
}

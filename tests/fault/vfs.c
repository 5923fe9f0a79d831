#include "tests/fault/vfs.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

/* A wrapper around SQLite's own layer. The plan is global: the tests have one thread. */
static struct fault_plan plan;

struct fault_file {
	sqlite3_file base;
	sqlite3_file *real; /* stands behind this struct */
};

static sqlite3_vfs *real_vfs(void)
{
	return sqlite3_vfs_find("unix");
}

static sqlite3_file *real(sqlite3_file *f)
{
	return ((struct fault_file *)(void *)f)->real;
}

/* Is this operation the one? */
static bool strike(bool sync)
{
	plan.operations++;
	if (!plan.at || plan.kind == FAULT_NONE || (plan.kind == FAULT_SYNC && !sync))
		return false;
	if (plan.operations != plan.at && !(plan.for_good && plan.operations > plan.at))
		return false;
	plan.faults++;
	return true;
}

static int fault_close(sqlite3_file *f)
{
	return real(f)->pMethods->xClose(real(f));
}

static int fault_read(sqlite3_file *f, void *p, int n, sqlite3_int64 at)
{
	return real(f)->pMethods->xRead(real(f), p, n, at);
}

static int fault_write(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
	plan.writes++;
	if (strike(false)) {
		if (plan.kind != FAULT_ENOSPC)
			return SQLITE_IOERR_WRITE;
		/* What fits is written. */
		if (n > 1 && real(f)->pMethods->xWrite(real(f), p, n / 2, at) != SQLITE_OK)
			return SQLITE_IOERR_WRITE;
		return SQLITE_FULL;
	}
	return real(f)->pMethods->xWrite(real(f), p, n, at);
}

static int fault_truncate(sqlite3_file *f, sqlite3_int64 n)
{
	if (strike(false))
		return SQLITE_IOERR_TRUNCATE;
	return real(f)->pMethods->xTruncate(real(f), n);
}

/* Processes die here, not disks: nothing waits for the real one. The system keeps what was written
 * in either case, so that a sync that fails after it has done its work looks like FAULT_SYNC. */
static int fault_sync(sqlite3_file *f, int flags)
{
	(void)f;
	(void)flags;
	plan.syncs++;
	return strike(true) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int fault_size(sqlite3_file *f, sqlite3_int64 *n)
{
	return real(f)->pMethods->xFileSize(real(f), n);
}

static int fault_lock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xLock(real(f), level);
}

static int fault_unlock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xUnlock(real(f), level);
}

static int fault_check_lock(sqlite3_file *f, int *held)
{
	return real(f)->pMethods->xCheckReservedLock(real(f), held);
}

static int fault_control(sqlite3_file *f, int what, void *value)
{
	return real(f)->pMethods->xFileControl(real(f), what, value);
}

static int fault_sector(sqlite3_file *f)
{
	return real(f)->pMethods->xSectorSize(real(f));
}

static int fault_character(sqlite3_file *f)
{
	return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static int fault_shm_map(sqlite3_file *f, int region, int size, int extend, void volatile **p)
{
	return real(f)->pMethods->xShmMap(real(f), region, size, extend, p);
}

static int fault_shm_lock(sqlite3_file *f, int at, int n, int flags)
{
	return real(f)->pMethods->xShmLock(real(f), at, n, flags);
}

static void fault_shm_barrier(sqlite3_file *f)
{
	real(f)->pMethods->xShmBarrier(real(f));
}

static int fault_shm_unmap(sqlite3_file *f, int remove)
{
	return real(f)->pMethods->xShmUnmap(real(f), remove);
}

static const sqlite3_io_methods methods = {
	.iVersion = 2,
	.xClose = fault_close,
	.xRead = fault_read,
	.xWrite = fault_write,
	.xTruncate = fault_truncate,
	.xSync = fault_sync,
	.xFileSize = fault_size,
	.xLock = fault_lock,
	.xUnlock = fault_unlock,
	.xCheckReservedLock = fault_check_lock,
	.xFileControl = fault_control,
	.xSectorSize = fault_sector,
	.xDeviceCharacteristics = fault_character,
	.xShmMap = fault_shm_map,
	.xShmLock = fault_shm_lock,
	.xShmBarrier = fault_shm_barrier,
	.xShmUnmap = fault_shm_unmap,
};

static int fault_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
	struct fault_file *file = (struct fault_file *)(void *)f;
	int rc;

	(void)vfs;
	file->base.pMethods = NULL;
	file->real = (sqlite3_file *)(void *)(file + 1);
	if (strike(false))
		return SQLITE_CANTOPEN;
	rc = real_vfs()->xOpen(real_vfs(), name, file->real, flags, out);
	if (file->real->pMethods)
		file->base.pMethods = &methods;
	return rc;
}

static int fault_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs;
	if (strike(false))
		return SQLITE_IOERR_DELETE;
	return real_vfs()->xDelete(real_vfs(), name, sync);
}

static int fault_access(sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
	(void)vfs;
	return real_vfs()->xAccess(real_vfs(), name, flags, result);
}

static int fault_path(sqlite3_vfs *vfs, const char *name, int n, char *out)
{
	(void)vfs;
	return real_vfs()->xFullPathname(real_vfs(), name, n, out);
}

void fault_register(void)
{
	static sqlite3_vfs ours;

	if (sqlite3_vfs_find(FAULT_VFS_NAME))
		return;
	/* SQLite's own answers for everything that is not about files. */
	ours = *real_vfs();
	ours.pNext = NULL;
	ours.zName = FAULT_VFS_NAME;
	ours.szOsFile = (int)sizeof(struct fault_file) + real_vfs()->szOsFile;
	ours.xOpen = fault_open;
	ours.xDelete = fault_delete;
	ours.xAccess = fault_access;
	ours.xFullPathname = fault_path;
	if (sqlite3_vfs_register(&ours, 0) != SQLITE_OK)
		abort();
}

void fault_set(enum fault_kind kind, bool for_good, long at)
{
	plan = (struct fault_plan){.kind = kind, .for_good = for_good, .at = at};
}

const struct fault_plan *fault_seen(void)
{
	return &plan;
}

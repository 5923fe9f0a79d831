#include "tests/fault/disk.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#define SECTOR 512
#define FILES  3

enum op_kind { OP_WRITE, OP_TRUNCATE, OP_SYNC, OP_CREATE, OP_REMOVE, OP_BEGUN, OP_TOLD };

struct op {
	enum op_kind kind;
	int file;
	size_t at, n; /* place and length; OP_TRUNCATE: at is the length; notes: at is K */
	bool durable; /* OP_REMOVE: the folder was synced as well */
	unsigned char *data;
};

struct image {
	unsigned char *p;
	size_t n, room;
};

/* What the replay knows of one file. */
struct file {
	struct image synced;
	bool there, there_synced;
	struct op **pending;
	size_t n, room;
};

static const char *const endings[FILES] = {"", "-wal", "-journal"};

/* One recording at a time: the tests have one thread. */
static struct {
	struct op *op;
	size_t n, room;
	bool on;
	struct image base;
	struct file file[FILES];
	size_t replayed;
	uint32_t begun, told;
} disk;

static void *grow(void *p, size_t n)
{
	p = realloc(p, n ? n : 1);
	if (!p)
		abort();
	return p;
}

/* --- images --- */

static void image_size(struct image *m, size_t n)
{
	if (n > m->room) {
		m->room = n * 2;
		m->p = grow(m->p, m->room);
	}
	if (n > m->n)
		memset(m->p + m->n, 0, n - m->n);
	m->n = n;
}

static void image_write(struct image *m, size_t at, const unsigned char *p, size_t n)
{
	if (at + n > m->n)
		image_size(m, at + n);
	memcpy(m->p + at, p, n);
}

static void image_copy(struct image *to, const struct image *from)
{
	to->n = 0;
	image_size(to, from->n);
	if (from->n)
		memcpy(to->p, from->p, from->n);
}

/* --- writing down --- */

static struct op *add(enum op_kind kind, int file)
{
	if (disk.n == disk.room) {
		disk.room = disk.room ? disk.room * 2 : 256;
		disk.op = grow(disk.op, disk.room * sizeof *disk.op);
	}
	disk.op[disk.n] = (struct op){.kind = kind, .file = file};
	return &disk.op[disk.n++];
}

static void forget(void)
{
	for (size_t i = 0; i < disk.n; i++)
		free(disk.op[i].data);
	disk.n = 0;
}

void disk_note_begun(uint32_t k)
{
	add(OP_BEGUN, 0)->at = k;
}

void disk_note_told(uint32_t k)
{
	add(OP_TOLD, 0)->at = k;
}

size_t disk_operations(void)
{
	return disk.n;
}

/* --- the file layer --- */

struct disk_file {
	sqlite3_file base;
	sqlite3_file *real;
	int file; /* -1: nothing that must survive */
};

static sqlite3_vfs *real_vfs(void)
{
	return sqlite3_vfs_find("unix");
}

static struct disk_file *ours(sqlite3_file *f)
{
	return (struct disk_file *)(void *)f;
}

static int which(const char *name)
{
	size_t n = name ? strlen(name) : 0;

	for (int i = FILES - 1; name && i > 0; i--) {
		size_t m = strlen(endings[i]);

		if (n > m && strcmp(name + n - m, endings[i]) == 0)
			return i;
	}
	return name ? 0 : -1;
}

static int d_close(sqlite3_file *f)
{
	return ours(f)->real->pMethods->xClose(ours(f)->real);
}

static int d_read(sqlite3_file *f, void *p, int n, sqlite3_int64 at)
{
	return ours(f)->real->pMethods->xRead(ours(f)->real, p, n, at);
}

static int d_write(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
	if (disk.on && ours(f)->file >= 0) {
		struct op *op = add(OP_WRITE, ours(f)->file);

		op->at = (size_t)at;
		op->n = (size_t)n;
		op->data = grow(NULL, op->n);
		memcpy(op->data, p, op->n);
	}
	return ours(f)->real->pMethods->xWrite(ours(f)->real, p, n, at);
}

static int d_truncate(sqlite3_file *f, sqlite3_int64 n)
{
	if (disk.on && ours(f)->file >= 0)
		add(OP_TRUNCATE, ours(f)->file)->at = (size_t)n;
	return ours(f)->real->pMethods->xTruncate(ours(f)->real, n);
}

/* Nothing waits for the real disk: this one is made up. */
static int d_sync(sqlite3_file *f, int flags)
{
	(void)flags;
	if (disk.on && ours(f)->file >= 0)
		add(OP_SYNC, ours(f)->file);
	return SQLITE_OK;
}

static int d_size(sqlite3_file *f, sqlite3_int64 *n)
{
	return ours(f)->real->pMethods->xFileSize(ours(f)->real, n);
}

static int d_lock(sqlite3_file *f, int level)
{
	return ours(f)->real->pMethods->xLock(ours(f)->real, level);
}

static int d_unlock(sqlite3_file *f, int level)
{
	return ours(f)->real->pMethods->xUnlock(ours(f)->real, level);
}

static int d_check_lock(sqlite3_file *f, int *held)
{
	return ours(f)->real->pMethods->xCheckReservedLock(ours(f)->real, held);
}

static int d_control(sqlite3_file *f, int what, void *value)
{
	return ours(f)->real->pMethods->xFileControl(ours(f)->real, what, value);
}

static int d_sector(sqlite3_file *f)
{
	return ours(f)->real->pMethods->xSectorSize(ours(f)->real);
}

static int d_character(sqlite3_file *f)
{
	return ours(f)->real->pMethods->xDeviceCharacteristics(ours(f)->real);
}

static int d_shm_map(sqlite3_file *f, int region, int size, int extend, void volatile **p)
{
	return ours(f)->real->pMethods->xShmMap(ours(f)->real, region, size, extend, p);
}

static int d_shm_lock(sqlite3_file *f, int at, int n, int flags)
{
	return ours(f)->real->pMethods->xShmLock(ours(f)->real, at, n, flags);
}

static void d_shm_barrier(sqlite3_file *f)
{
	ours(f)->real->pMethods->xShmBarrier(ours(f)->real);
}

static int d_shm_unmap(sqlite3_file *f, int remove)
{
	return ours(f)->real->pMethods->xShmUnmap(ours(f)->real, remove);
}

static const sqlite3_io_methods methods = {
	.iVersion = 2,
	.xClose = d_close,
	.xRead = d_read,
	.xWrite = d_write,
	.xTruncate = d_truncate,
	.xSync = d_sync,
	.xFileSize = d_size,
	.xLock = d_lock,
	.xUnlock = d_unlock,
	.xCheckReservedLock = d_check_lock,
	.xFileControl = d_control,
	.xSectorSize = d_sector,
	.xDeviceCharacteristics = d_character,
	.xShmMap = d_shm_map,
	.xShmLock = d_shm_lock,
	.xShmBarrier = d_shm_barrier,
	.xShmUnmap = d_shm_unmap,
};

static int d_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
	struct disk_file *d = ours(f);
	int there = 1;
	int rc;

	(void)vfs;
	d->base.pMethods = NULL;
	d->real = (sqlite3_file *)(void *)(d + 1);
	d->file = which(name);
	if (name)
		real_vfs()->xAccess(real_vfs(), name, SQLITE_ACCESS_EXISTS, &there);
	rc = real_vfs()->xOpen(real_vfs(), name, d->real, flags, out);
	if (d->real->pMethods)
		d->base.pMethods = &methods;
	if (rc == SQLITE_OK && disk.on && !there && d->file >= 0)
		add(OP_CREATE, d->file);
	return rc;
}

static int d_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	int rc = real_vfs()->xDelete(real_vfs(), name, sync);

	(void)vfs;
	if (rc == SQLITE_OK && disk.on && which(name) >= 0)
		add(OP_REMOVE, which(name))->durable = sync;
	return rc;
}

static int d_access(sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
	(void)vfs;
	return real_vfs()->xAccess(real_vfs(), name, flags, result);
}

static int d_path(sqlite3_vfs *vfs, const char *name, int n, char *out)
{
	(void)vfs;
	return real_vfs()->xFullPathname(real_vfs(), name, n, out);
}

static void make_known(void)
{
	static sqlite3_vfs layer;

	if (sqlite3_vfs_find(DISK_VFS_NAME))
		return;
	layer = *real_vfs();
	layer.pNext = NULL;
	layer.zName = DISK_VFS_NAME;
	layer.szOsFile = (int)sizeof(struct disk_file) + real_vfs()->szOsFile;
	layer.xOpen = d_open;
	layer.xDelete = d_delete;
	layer.xAccess = d_access;
	layer.xFullPathname = d_path;
	if (sqlite3_vfs_register(&layer, 0) != SQLITE_OK)
		abort();
}

void disk_begin(const char *path)
{
	unsigned char block[4096];
	FILE *f = fopen(path, "rb");
	size_t n;

	make_known();
	forget();
	disk.base.n = 0;
	while (f && (n = fread(block, 1, sizeof block, f)) > 0)
		image_write(&disk.base, disk.base.n, block, n);
	if (f)
		fclose(f);
	disk.on = true;
}

void disk_end(void)
{
	disk.on = false;
}

/* --- replay --- */

void disk_rewind(void)
{
	for (int i = 0; i < FILES; i++) {
		disk.file[i].synced.n = 0;
		disk.file[i].n = 0;
		disk.file[i].there = disk.file[i].there_synced = i == 0;
	}
	image_copy(&disk.file[0].synced, &disk.base);
	disk.replayed = 0;
	disk.begun = disk.told = 0;
}

static void apply(struct image *m, const struct op *op)
{
	if (op->kind == OP_TRUNCATE)
		image_size(m, op->at);
	else
		image_write(m, op->at, op->data, op->n);
}

static void hold(struct file *f, struct op *op)
{
	if (f->n == f->room) {
		f->room = f->room ? f->room * 2 : 64;
		f->pending = grow(f->pending, f->room * sizeof(struct op *));
	}
	f->pending[f->n++] = op;
}

static void replay(struct op *op)
{
	struct file *f = &disk.file[op->file];

	switch (op->kind) {
	case OP_WRITE:
	case OP_TRUNCATE:
		hold(f, op);
		break;
	case OP_SYNC:
		for (size_t i = 0; i < f->n; i++)
			apply(&f->synced, f->pending[i]);
		f->n = 0;
		/* SQLite syncs the folder with the first sync of a new log. */
		f->there_synced = true;
		break;
	case OP_CREATE:
		f->there = true;
		f->n = 0;
		if (!f->there_synced)
			f->synced.n = 0;
		break;
	case OP_REMOVE:
		f->there = false;
		f->n = 0;
		if (op->durable) {
			f->there_synced = false;
			f->synced.n = 0;
		}
		break;
	case OP_BEGUN:
		disk.begun = (uint32_t)op->at + 1;
		break;
	case OP_TOLD:
		disk.told = (uint32_t)op->at + 1;
		break;
	}
}

static uint32_t draw(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 9;
}

/* A write of which each sector reached the disk or did not. */
static void apply_sectors(struct image *m, const struct op *op, uint32_t *seed)
{
	if (op->kind == OP_TRUNCATE) {
		if (draw(seed) & 1)
			apply(m, op);
		return;
	}
	for (size_t at = 0; at < op->n;) {
		size_t n = SECTOR - (op->at + at) % SECTOR;

		if (n > op->n - at)
			n = op->n - at;
		if (draw(seed) & 1)
			image_write(m, op->at + at, op->data + at, n);
		at += n;
	}
}

/* The last operation on a file, spoiled. */
static void apply_spoiled(struct image *m, const struct op *op, unsigned state)
{
	size_t half = op->n / 2;

	if (op->kind == OP_TRUNCATE)
		return;
	if (state == DISK_HEAD) {
		image_write(m, op->at, op->data, half);
	} else if (state == DISK_TAIL) {
		image_write(m, op->at + half, op->data + half, op->n - half);
	} else {
		image_write(m, op->at, op->data, op->n);
		memset(m->p + op->at, 0xa5, op->n);
	}
}

static void leave(struct image *m, const struct file *f, unsigned state, uint32_t *seed)
{
	for (size_t i = 0; i < f->n; i++) {
		bool last = i + 1 == f->n;

		if (state >= DISK_RANDOM)
			apply_sectors(m, f->pending[i], seed);
		else if (state == DISK_NOTHING || (state == DISK_LAST && !last) ||
			 (state == DISK_NOT_FIRST && i == 0))
			continue;
		else if (last && state >= DISK_HEAD && state <= DISK_GARBAGE)
			apply_spoiled(m, f->pending[i], state);
		else
			apply(m, f->pending[i]);
	}
}

void disk_cut(size_t cut, unsigned state, const char *path)
{
	uint32_t seed = (uint32_t)cut * 2654435761u + state;
	struct image m = {0};
	char name[4200];

	for (; disk.replayed < cut; disk.replayed++)
		replay(&disk.op[disk.replayed]);
	snprintf(name, sizeof name, "%s-shm", path);
	unlink(name);
	for (int i = 0; i < FILES; i++) {
		const struct file *f = &disk.file[i];
		/* Names that are not yet durable: as the program sees them, or as they were. */
		bool old = state == DISK_NAMES || state == DISK_NOTHING ||
			   (state >= DISK_RANDOM && (draw(&seed) & 1));
		bool there = old ? f->there_synced : f->there;
		FILE *out;

		snprintf(name, sizeof name, "%s%s", path, endings[i]);
		unlink(name);
		if (!there)
			continue;
		image_copy(&m, &f->synced);
		leave(&m, f, state, &seed);
		out = fopen(name, "wb");
		if (!out || fwrite(m.p, 1, m.n, out) != m.n || fclose(out) != 0)
			abort();
	}
	free(m.p);
}

uint32_t disk_begun(void)
{
	return disk.begun;
}

uint32_t disk_told(void)
{
	return disk.told;
}

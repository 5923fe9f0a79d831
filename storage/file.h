/* Whole files, written so that a name never stands for half a file: a temporary name in the target
 * folder, every write checked, synced, renamed, and the folder synced. */
#ifndef STORAGE_FILE_H
#define STORAGE_FILE_H

#include "storage/error.h"
#include "storage/memory.h"

#include <sys/types.h>

enum file_policy {
	FILE_NEW,    /* refuse when the name exists */
	FILE_REPLACE /* put the new file in the place of an old one, in one step */
};

/* Write N bytes to PATH with permission MODE. On failure no trace of it is left and an older file
 * is unharmed. Errors: EXISTS, DISK_FULL, FILE. */
int file_write(const char *path, const void *p, size_t n, mode_t mode, enum file_policy policy,
	struct error *err) MUST_CHECK;

/* Add the whole of PATH to INTO. Owner: the caller frees INTO, also after a failure. Devices and
 * folders are refused. Errors: NO_FILE, FILE (also when longer than MAX bytes: sys EFBIG). */
int file_read(const char *path, size_t max, struct bytes *into, struct error *err) MUST_CHECK;

/* Read PATH back and compare. Errors: FILE when one byte differs. */
int file_check(const char *path, const void *p, size_t n, struct error *err) MUST_CHECK;

/* Make the names in folder PATH durable. Errors: FILE. */
int file_sync_folder(const char *path, struct error *err) MUST_CHECK;

/* Give a finished file its name; errno says why not (EEXIST under FILE_NEW). Syncs nothing. */
int file_rename(const char *from, const char *to, enum file_policy policy);

/* Make PATH an empty folder: create it, or accept it when it is there and empty.
 * Errors: FOLDER_NOT_EMPTY, FILE (also when it is no folder: sys ENOTDIR). */
int file_claim_folder(const char *path, struct error *err) MUST_CHECK;

/* Create PATH with permission 0700 unless it is there already; its parents must exist. */
int file_make_folder(const char *path, struct error *err) MUST_CHECK;

/* Paths of the files in the folder PATH whose names end in ENDING, sorted by name, in A.
 * Errors: FILE (also when it is no folder: sys ENOTDIR). */
int file_list(const char *path, const char *ending, struct arena *a, const char ***paths, size_t *n,
	struct error *err) MUST_CHECK;

/* Room left for this user where PATH lies, in bytes; below 0: that cannot be found out. */
int64_t file_free_bytes(const char *path);

/* The folder part of PATH ("." when there is none) and the name after it, copied into A. */
const char *file_folder_of(const char *path, struct arena *a);
const char *file_name_of(const char *path);

#endif

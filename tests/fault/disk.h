/* A disk that remembers: a file layer that writes down every operation, and from that list the
 * disks a power cut could have left behind: what was synced is there, of the rest anything. */
#ifndef TESTS_FAULT_DISK_H
#define TESTS_FAULT_DISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DISK_VFS_NAME "disk"

enum disk_state {
	DISK_NOTHING,   /* of what was not synced, nothing */
	DISK_ALL,       /* everything */
	DISK_LAST,      /* the last operation on each file only */
	DISK_NOT_FIRST, /* all but the first one */
	DISK_HEAD,      /* all, the last one only with its first half */
	DISK_TAIL,      /* … with its second half */
	DISK_GARBAGE,   /* … with rubbish in its place */
	DISK_NAMES, /* all contents; files that were made or removed are not or are still there */
	DISK_RANDOM /* any sectors of 512 bytes; further numbers are further draws */
};

/* Begin with the file PATH as it is on the disk, and forget what was written down before. */
void disk_begin(const char *path);
/* A note in the list: act K was begun, or it was said to be recorded. */
void disk_note_begun(uint32_t k);
void disk_note_told(uint32_t k);
void disk_end(void);
/* Operations written down. */
size_t disk_operations(void);

/* Write into PATH (and PATH-wal, PATH-journal) what a cut behind operation CUT left, in the given
 * state. Cuts must be asked in ascending order after disk_rewind. */
void disk_rewind(void);
void disk_cut(size_t cut, unsigned state, const char *path);
/* What had been begun and told at the last cut: one more than the highest K, 0 for none. */
uint32_t disk_begun(void);
uint32_t disk_told(void);

#endif

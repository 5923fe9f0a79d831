/* Somebody who watches long work, counts the questions and says no to one of them. */
#ifndef TESTS_WATCHER_H
#define TESTS_WATCHER_H

#include "storage/progress.h"

struct watcher {
	int64_t asked, all;
	int64_t stop_at; /* the question that is answered with no, from 1; 0: none */
};

/* W from the start. Borrows it. */
struct progress watcher_start(struct watcher *w, int64_t stop_at);

#endif

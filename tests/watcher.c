#include "tests/watcher.h"

#include "tests/test.h"

static bool go_on(void *context, int64_t done, int64_t all)
{
	struct watcher *w = context;

	assert_true(done >= 0 && done <= all);
	w->all = all;
	return ++w->asked != w->stop_at;
}

struct progress watcher_start(struct watcher *w, int64_t stop_at)
{
	*w = (struct watcher){.stop_at = stop_at};
	return (struct progress){go_on, w};
}

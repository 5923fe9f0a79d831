#include "storage/clock.h"

#include <assert.h>
#include <time.h>

struct instant clock_now(void)
{
	time_t seconds = time(NULL);
	struct tm parts;

	/* Without a zone the time is still right, as UTC. */
	if (!localtime_r(&seconds, &parts))
		return (struct instant){.seconds = seconds};
	return (struct instant){
		.seconds = seconds, .offset_minutes = (int32_t)(parts.tm_gmtoff / 60)};
}

int64_t clock_monotonic_ms(void)
{
	struct timespec now;
	int failed = clock_gettime(CLOCK_BOOTTIME, &now);

	assert(!failed);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Processor time of the whole sample session, from the first command to the signed record, and of
 * checking that record: absolute, and against hashing done in the same run, so that figures of
 * two machines can be compared. */
#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/bench.h"
#include "tests/pen.h"

#define ROUNDS    9
#define MEGABYTES 100

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* Run ARGV quietly; its user and system time together, with that of its children. */
static double cost(char *const argv[])
{
	struct rusage usage;
	int status;
	pid_t pid = fork();

	if (pid < 0)
		bench_die(argv[0], strerror(errno));
	if (pid == 0) {
		int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

		if (null < 0 || dup2(null, 1) < 0)
			_exit(126);
		execv(argv[0], argv);
		_exit(127);
	}
	while (wait4(pid, &status, 0, &usage) < 0)
		if (errno != EINTR)
			bench_die(argv[0], strerror(errno));
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		bench_die(argv[0], "did not end well");
	return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/* SHA-256 over so many megabytes, in this process. */
static double hashing(void)
{
	static unsigned char megabyte[1 << 20];
	unsigned char digest[EVP_MAX_MD_SIZE];
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	struct rusage before, after;

	memset(megabyte, 'x', sizeof megabyte);
	if (!ctx || getrusage(RUSAGE_SELF, &before) < 0 ||
		EVP_DigestInit_ex(ctx, EVP_sha256(), NULL) != 1)
		bench_die("SHA-256", "cannot start");
	for (int i = 0; i < MEGABYTES; i++)
		if (EVP_DigestUpdate(ctx, megabyte, sizeof megabyte) != 1)
			bench_die("SHA-256", "stopped");
	if (EVP_DigestFinal_ex(ctx, digest, NULL) != 1 || getrusage(RUSAGE_SELF, &after) < 0)
		bench_die("SHA-256", "cannot end");
	EVP_MD_CTX_free(ctx);
	return seconds(after.ru_utime) + seconds(after.ru_stime) - seconds(before.ru_utime) -
	       seconds(before.ru_stime);
}

/* The PDF that the last round left in FOLDER. */
static void find_pdf(char *path, size_t room, const char *folder)
{
	char command[4200];
	FILE *f;
	size_t n = 0;

	(void)snprintf(command, sizeof command, "ls '%s'/*.pdf", folder);
	f = popen(command, "re");
	if (f && fgets(path, (int)room, f))
		n = strcspn(path, "\n");
	if (!f || pclose(f) != 0 || n == 0)
		bench_die(folder, "holds no PDF");
	path[n] = '\0';
}

int main(void)
{
	double record[ROUNDS], verify[ROUNDS], hash[ROUNDS], r, v, h;
	char *folder = scratch_make();
	char dir[4096], pdf[4200], program[4096];
	char demo[] = "demo", option[] = "--record", word[] = "verify";
	char *make[] = {program, demo, option, dir, NULL};
	char *check[] = {program, word, pdf, NULL};

	(void)snprintf(program, sizeof program, "%s", bench_program());
	for (int i = 0; i < ROUNDS; i++) {
		(void)snprintf(dir, sizeof dir, "%s/%d", folder, i);
		hash[i] = hashing();
		record[i] = cost(make);
		find_pdf(pdf, sizeof pdf, dir);
		verify[i] = cost(check);
	}
	h = bench_quantile(hash, ROUNDS, 500);
	r = bench_quantile(record, ROUNDS, 500);
	v = bench_quantile(verify, ROUNDS, 500);
	bench_heading("The record: processor time, user and system, median of 9 runs");
	bench_steady("mahdar demo --record", r, "s", 1);
	bench_steady(
		"mahdar demo --record, slowest run", bench_quantile(record, ROUNDS, 1000), "s", 1);
	bench_figure("SHA-256 of 100 MB, for comparison", h, "s", 0);
	bench_figure("mahdar demo --record / SHA-256 of 100 MB", r / h, "x", 0);
	bench_figure("mahdar verify of that record", v, "s", 0);
	bench_figure("mahdar verify / mahdar demo --record", v / r, "x", 0);
	scratch_remove(folder);
	return bench_status();
}

/* The room's display beside the desk: how soon after an act is on the disk it stands on the room's
 * screen, also in a room that was killed and started again, and what it costs when nothing happens.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tests/bench/bench.h"
#include "tests/bench/meter.h"
#include "tests/many.h"

#define MEMBERS     150
#define ACTS        200
#define QUIET_MS    60
#define IDLE_ROUNDS 8
#define ROWS        45
#define COLS        160

static void start_room(struct pane *s, const struct program *room)
{
	pane_start(s, room, ROWS, COLS);
	if (pane_settle(s, METER_QUIET_START, METER_PATIENCE) <= 0 || !pane_alive(s))
		bench_die("mahdar room", "does not start");
}

/* One mark given or taken, recorded here as the desk records it; ms until the room has painted that
 * one more has voted, or one less. */
static double follow(struct driver *t, struct pane *s, int member)
{
	int32_t one = member;
	const struct vote *vote = session_open_vote(driver_session(t));
	int value = vote_mark(vote, member) == VALUE_NONE ? VALUE_FOR : VALUE_NONE;
	struct command c = command_of(CMD_VOTE_CAST);
	struct error err = {.code = ERROR_NONE};
	struct answer answer;
	double start, last;

	c.arg.vote_cast = (struct vote_cast){.members = {&one, 1}, .value = value};
	if (register_act(t->r, &c, STR("desk"), &answer, &t->arena, &err) < 0 ||
		answer.verdict != VERDICT_DONE)
		bench_die("a mark", err.code ? err.subject : "was refused");
	start = bench_now();
	last = pane_settle(s, QUIET_MS, 2000);
	return last > 0 ? (last - start) * 1000 : -1;
}

static void acts(struct driver *t, struct pane *s, const char *what)
{
	double took[ACTS];
	char title[120];
	size_t n = 0;

	for (int i = 0; i < ACTS; i++) {
		double ms = follow(t, s, 1 + i % (MEMBERS - 1));

		if (ms >= 0)
			took[n++] = ms;
	}
	if (n < ACTS * 9 / 10)
		bench_die("mahdar room", "does not follow");
	(void)snprintf(title, sizeof title, "%s: median", what);
	bench_figure(title, bench_quantile(took, n, 500), "ms", 0);
	(void)snprintf(title, sizeof title, "%s: p99", what);
	bench_figure(title, bench_quantile(took, n, 990), "ms", 100);
}

static void idle(struct pane *s)
{
	const struct timespec second = {1, 0};
	double before = pane_cpu_ms(s), start = bench_now(), share;

	for (int i = 0; i < IDLE_ROUNDS; i++) {
		(void)nanosleep(&second, NULL);
		(void)pane_settle(s, 1, 1);
	}
	share = (pane_cpu_ms(s) - before) / ((bench_now() - start) * 1000) * 100;
	bench_steady("nothing changes: share of a core", share, "%", 1);
}

int main(void)
{
	struct driver t;
	struct pane s;
	struct program room = {0};

	if (setenv("MAHDAR_ANY_PLACE", "1", 1) != 0)
		bench_die("the environment", "cannot be set");
	many_open(&t, LANG_FR, MEMBERS, 10);
	driver_play(&t, "@2024-12-30T10:00:00+01:00 sitting.open chair=1 secretary=4\n"
			"attendance.all\nquorum.record\nitem.open item=1\nitem.present member=4\n"
			"vote.open kind=named\n");
	room = (struct program){"the room",
		{bench_program(), "--lang", "fr", "--register", t.path, "room"}, "", "", NULL,
		false};
	bench_heading("The room follows the desk, 160x45, 150 members, a vote open");
	start_room(&s, &room);
	acts(&t, &s, "from the act on the disk to the room's screen");
	idle(&s);
	pane_end(&s);
	start_room(&s, &room);
	acts(&t, &s, "the same, after it was killed and started again");
	idle(&s);
	pane_end(&s);
	driver_close(&t);
	return bench_status();
}

/* mahdar room on a pseudo-terminal, beside another process that writes the register. */
#include <errno.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "storage/seat.h"
#include "locale/text.h"
#include "storage/clock.h"
#include "storage/journal.h"
#include "storage/lock.h"
#include "tests/arena.h"
#include "tests/pty.h"
#include "tests/test.h"

static const char prepared[] = "storage/sample/prepare.play";

#define OPENING   "@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
#define QUORUM    "attendance.all\nquorum.record\n"
#define ITEM_OPEN "item.open item=5\nitem.present item=5 member=4\n"

/* --- a register and its writer --- */

static void path_of(char *path, size_t room, const char *name)
{
	(void)snprintf(path, room, "%s/tests/terminal/room-%s.mahdar", test_builddir(), name);
}

/* A new register with the sample session prepared. */
static void make_register(char *path, size_t room, const char *name)
{
	static const char *const endings[] = {"", "-wal", "-shm", ".lock"};
	char program[4096], script[4096], side[4160];
	int status;
	pid_t pid;

	path_of(path, room, name);
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		(void)snprintf(side, sizeof(side), "%s%s", path, endings[i]);
		(void)unlink(side);
	}
	(void)snprintf(program, sizeof(program), "%s/mahdar", test_builddir());
	(void)snprintf(script, sizeof(script), "%s/%s", test_srcdir(), prepared);
	pid = fork();
	assert_return_code(pid, errno);
	if (pid == 0) {
		if (!freopen("/dev/null", "w", stdout))
			_exit(126);
		(void)setenv("MAHDAR_ANY_PLACE", "1", 1);
		(void)execl(program, program, "--register", path, "play", script, (char *)NULL);
		_exit(127);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

struct writer {
	pid_t pid;
	int in;
};

/* "mahdar play -" on the register, fed through a pipe. */
static struct writer start_writer(const char *path)
{
	char program[4096];
	struct writer w;
	int ends[2];

	(void)snprintf(program, sizeof(program), "%s/mahdar", test_builddir());
	assert_return_code(pipe(ends), errno);
	w.pid = fork();
	assert_return_code(w.pid, errno);
	if (w.pid == 0) {
		if (dup2(ends[0], STDIN_FILENO) < 0 || !freopen("/dev/null", "w", stdout))
			_exit(126);
		(void)close(ends[0]);
		(void)close(ends[1]);
		(void)setenv("MAHDAR_ANY_PLACE", "1", 1);
		(void)execl(program, program, "--register", path, "play", "-", (char *)NULL);
		_exit(127);
	}
	(void)close(ends[0]);
	w.in = ends[1];
	return w;
}

static void act(const struct writer *w, const char *lines)
{
	size_t n = strlen(lines);

	assert_int_equal(write(w->in, lines, n), n);
}

/* Ends it with a signal, or (0) by the end of its input. */
static void end_writer(struct writer *w, int signal)
{
	int status;

	if (signal)
		assert_return_code(kill(w->pid, signal), errno);
	(void)close(w->in);
	assert_int_equal(waitpid(w->pid, &status, 0), w->pid);
	if (signal)
		assert_true(WIFSIGNALED(status));
	else
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

/* What one writer records from its start to its end. */
static void record(const char *path, const char *lines)
{
	struct writer w = start_writer(path);

	act(&w, lines);
	end_writer(&w, 0);
}

/* A register whose sitting has item 5 before it. */
static void make_sitting(char *path, size_t room, const char *name)
{
	make_register(path, room, name);
	record(path, OPENING QUORUM ITEM_OPEN);
}

/* --- the room --- */

static struct pty *start_large(const char *path, const char *lang, const char *session,
	const char *pixels, const char *environment)
{
	char program[4096], file[4096], language[8], large[24],
		words[3][16] = {"--register", "--lang", "room"}, number[32];
	char *argv[] = {program, words[0], file, words[1], language, words[2], large, NULL, NULL};

	(void)snprintf(program, sizeof(program), "%s/mahdar", test_builddir());
	(void)snprintf(file, sizeof(file), "%s", path);
	(void)snprintf(language, sizeof(language), "%s", lang);
	if (session) {
		(void)snprintf(number, sizeof(number), "%s", session);
		argv[7] = number;
	}
	(void)snprintf(large, sizeof(large), "--big=%s", pixels);
	return pty_start(24, 80, argv, environment);
}

/* In ordinary letters, so that words can be found. */
static struct pty *start_room(const char *path, const char *lang, const char *session)
{
	return start_large(path, lang, session, "none", "MAHDAR_ANY_PLACE=1");
}

/* The picture without the clock, which may turn meanwhile. */
static void picture(struct pty *p, char *text, size_t room)
{
	size_t n = 0;

	for (int row = 1; row < 24; row++) {
		int k = snprintf(text + n, room - n, "%s\n", pty_row(p, row));

		assert_true(k > 0 && (size_t)k < room - n);
		n += (size_t)k;
	}
}

/* How many times the screen was painted. */
static unsigned paints(const struct pty *p)
{
	char mark[32];
	unsigned n = 0;

	do
		(void)snprintf(mark, sizeof(mark), "\033]7777;%u;", ++n);
	while (pty_received(p, mark, 0) >= 0);
	return n - 1;
}

/* F2 until the first language is back: everything was painted anew and has arrived. */
static void all_languages(struct pty *p)
{
	for (int i = 0; i < 3; i++)
		pty_type(p, "\033OQ");
}

static void leave(struct pty *p, const char *key)
{
	int status;

	pty_write(p, key, strlen(key));
	status = pty_wait_exit(p);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_true(pty_received(p, "\033[?1049l", 0) >= 0);
	pty_close(p);
}

/* --- cases --- */

static void each_act_is_shown_as_it_is_recorded(void **state)
{
	char path[4096];
	struct writer w;
	struct pty *p;

	(void)state;
	make_register(path, sizeof(path), "acts");
	p = start_room(path, "fr", NULL);
	pty_wait_for(p, "Session ordinaire d’octobre 2024");
	pty_wait_for(p, "SPÉCIMEN");
	w = start_writer(path);
	act(&w, OPENING);
	pty_wait_for(p, "PRÉSENCES ET QUORUM");
	act(&w, QUORUM);
	pty_wait_for(p, "présents 36 sur 36 · quorum 19 ✓");
	act(&w, ITEM_OPEN);
	pty_wait_for(p, "Point 5 sur 10");
	pty_wait_for(p, "exposition");
	act(&w, "vote.open item=5 kind=named\nvote.all value=for\nvote.cast member=7 "
		"value=against\n");
	pty_wait_for(p, "VOTE EN COURS");
	pty_wait_for(p, "ont voté");
	act(&w, "vote.close\n");
	pty_wait_for(p, "LE VOTE EST CLOS");
	assert_false(pty_shows(p, "contre"));
	assert_false(pty_shows(p, "majorité"));
	act(&w, "vote.announce vote=5/1\n");
	pty_wait_for(p, "✓ Adopté à la majorité");
	pty_wait_for(p, "35 pour ; il en faut 19 sur 36 votants");
	act(&w, "attendance.left member=30\n");
	pty_wait_for(p, "présents 35 sur 36");
	act(&w, "sitting.suspend reason=prayer\n");
	pty_wait_for(p, "SÉANCE SUSPENDUE");
	act(&w, "sitting.resume\n");
	pty_wait_for(p, "✓ Adopté à la majorité");
	end_writer(&w, 0);
	leave(p, "q");
}

static void a_killed_writer_changes_nothing_and_the_next_one_goes_on(void **state)
{
	char path[4096], before[24 * 400], after[24 * 400];
	struct writer w;
	struct pty *p;

	(void)state;
	make_register(path, sizeof(path), "kill");
	p = start_room(path, "fr", NULL);
	w = start_writer(path);
	act(&w, OPENING QUORUM ITEM_OPEN);
	act(&w, "vote.open item=5 kind=named\nvote.cast member=7,8,9 value=against\n");
	pty_wait_for(p, "VOTE EN COURS");
	pty_wait_for(p, "▆▆▆▆▆·"); /* the three votes are in */
	assert_true(lock_held(path));
	end_writer(&w, SIGKILL);
	assert_false(lock_held(path));
	all_languages(p);
	picture(p, before, sizeof(before));
	all_languages(p);
	picture(p, after, sizeof(after));
	assert_string_equal(before, after);
	w = start_writer(path);
	act(&w, "vote.all value=for\nvote.close\n");
	pty_wait_for(p, "LE VOTE EST CLOS");
	end_writer(&w, 0);
	leave(p, "\033");
}

static void a_room_started_again_shows_the_same_picture(void **state)
{
	char path[4096], before[24 * 400], after[24 * 400];
	struct pty *p;

	(void)state;
	make_sitting(path, sizeof(path), "again");
	record(path, "vote.unanimous item=5\nvote.announce vote=5/1\n");
	p = start_room(path, "ar", "1");
	pty_wait_for(p, "SPÉCIMEN");
	all_languages(p);
	picture(p, before, sizeof(before));
	pty_close(p); /* killed */
	p = start_room(path, "ar", NULL);
	pty_wait_for(p, "SPÉCIMEN");
	all_languages(p);
	picture(p, after, sizeof(after));
	assert_string_equal(before, after);
	leave(p, "\003");
}

static void keep(const char *path, const char *key, const char *value)
{
	const struct journal_options options = {
		.mode = JOURNAL_WRITE, .any_place = true, .holder = "test"};
	struct error err = {0};
	struct journal *j = journal_open(path, &options, &err);

	assert_non_null(j);
	assert_int_equal(journal_keep(j, str_of(key), str_of(value), &err), 0);
	journal_close(j);
}

static void the_desk_blanks_the_room_and_brings_it_back(void **state)
{
	char path[4096];
	struct pty *p;

	(void)state;
	make_sitting(path, sizeof(path), "blank");
	p = start_room(path, "fr", NULL);
	pty_wait_for(p, "Point 5 sur 10");
	keep(path, "room/order", "blank");
	pty_wait_for(p, "Session ordinaire d’octobre 2024");
	all_languages(p);
	assert_false(pty_shows(p, "Point 5"));
	assert_false(pty_shows(p, "présents"));
	pty_close(p);
	p = start_room(path, "fr", NULL); /* a restarted one shows the same */
	pty_wait_for(p, "Session ordinaire d’octobre 2024");
	all_languages(p);
	assert_false(pty_shows(p, "Point 5"));
	keep(path, "room/order", "follow");
	pty_wait_for(p, "Point 5 sur 10");
	leave(p, "\033[21~");
}

static void what_is_sent_on_purpose_stays_until_the_next_announcement(void **state)
{
	char path[4096];
	struct writer w;
	struct pty *p;

	(void)state;
	make_sitting(path, sizeof(path), "hold");
	keep(path, "room/order", "hold 1 26 quorum");
	p = start_room(path, "fr", NULL); /* started later, it shows the same */
	pty_wait_for(p, "PRÉSENCES ET QUORUM");
	keep(path, "room/order", "hold 1 26 agenda");
	pty_wait_for(p, "ORDRE DU JOUR");
	pty_wait_for(p, "▶  5. ");
	keep(path, "room/order", "hold 1 26 message Pause café à 11 h");
	pty_wait_for(p, "Pause café à 11 h");
	w = start_writer(path);
	act(&w, "vote.open item=5 kind=named\nvote.all value=for\nvote.close\n");
	act(&w, "attendance.left member=30\n");
	pty_wait_for(p, "présents 35 sur 36");
	assert_true(pty_shows(p, "Pause café à 11 h"));
	act(&w, "vote.announce vote=5/1\n");
	pty_wait_for(p, "36 pour ; il en faut 19 sur 36 votants");
	assert_false(pty_shows(p, "Pause café"));
	end_writer(&w, 0);
	leave(p, "q");
}

/* Somebody at the desk said that the clock of the computer is wrong. */
static void a_room_tells_the_time_of_the_desk(void **state)
{
	time_t now = time(NULL);
	char path[4096], row[32];
	struct tm day;
	struct pty *p;

	(void)state;
	make_register(path, sizeof(path), "time");
	keep(path, "room/order", "hold 1 26 clock");
	p = start_room(path, "fr", NULL);
	pty_wait_for(p, "Lundi 30 décembre 2024");
	assert_non_null(localtime_r(&now, &day));
	/* half a minute past a minute nobody has to hurry to see */
	(void)snprintf(row, sizeof(row), "%d",
		(day.tm_hour < 12 ? 17 : 3) * 3600 + 42 * 60 + 30 - day.tm_hour * 3600 -
			day.tm_min * 60 - day.tm_sec);
	keep(path, "room/clock", row);
	pty_wait_for(p, day.tm_hour < 12 ? "17:42" : "03:42");
	leave(p, "q");
}

/* As a desk does whose disk takes no order. */
static void a_room_is_covered_without_a_row(void **state)
{
	char path[4096];
	struct seat *cover;
	struct pty *p;

	(void)state;
	make_sitting(path, sizeof(path), "covered");
	p = start_room(path, "fr", NULL);
	pty_wait_for(p, "Point 5 sur 10");
	cover = seat_blank(path);
	assert_non_null(cover);
	pty_wait_for(p, "Session ordinaire d’octobre 2024");
	assert_false(pty_shows(p, "Point 5"));
	seat_close(cover);
	pty_wait_for(p, "Point 5 sur 10");
	leave(p, "\033[21~");
}

static void rooms_with_a_scene_of_their_own_differ(void **state)
{
	static const char *const scenes[] = {"--scene=agenda", "--scene=quorum", "--scene=follow"};
	static const char *const words[] = {"ORDRE DU JOUR", "PRÉSENCES ET QUORUM", "A LA PAROLE"};
	struct pty *p[3];
	char path[4096];

	(void)state;
	make_sitting(path, sizeof(path), "several");
	for (int i = 0; i < 3; i++)
		p[i] = start_room(path, "fr", scenes[i]);
	pty_wait_for(p[0], "ORDRE DU JOUR");
	record(path, "floor.ask member=10\nfloor.give\nattendance.left member=30\n");
	for (int i = 0; i < 3; i++) {
		pty_wait_for(p[i], "présents 35 sur 36");
		pty_wait_for(p[i], words[i]);
	}
	keep(path, "room/order", "hold 1 26 clock"); /* for those who follow */
	pty_wait_for(p[2], "Lundi 30 décembre 2024");
	assert_true(pty_shows(p[0], "ORDRE DU JOUR"));
	keep(path, "room/order", "blank"); /* for all */
	for (int i = 0; i < 3; i++) {
		pty_wait_for(p[i], "Session ordinaire d’octobre 2024");
		all_languages(p[i]);
		assert_false(pty_shows(p[i], "présents"));
		leave(p[i], "q");
	}
}

/* What F6 shows at an Arabic desk is in the language of the room, also when that changes. */
static void the_desk_sees_the_room_in_the_rooms_language(void **state)
{
	char program[4096], path[4096], file[4096], words[2][16] = {"--register", "--lang=ar"};
	char *argv[] = {program, words[0], file, words[1], NULL};
	struct pty *room, *desk;

	(void)state;
	make_sitting(path, sizeof(path), "desk");
	(void)snprintf(program, sizeof(program), "%s/mahdar", test_builddir());
	(void)snprintf(file, sizeof(file), "%s", path);
	room = start_room(path, "fr", NULL);
	pty_wait_for(room, "Point 5 sur 10");
	assert_int_equal(seats_before(path).smallest.lang, LANG_FR);
	desk = pty_start(45, 160, argv, "MAHDAR_ANY_PLACE=1");
	pty_wait_for(desk, "Point 5 sur 10"); /* in the side column */
	pty_type(desk, "\033[17~");           /* F6 */
	pty_wait_for(desk, "Point 5 sur 10");
	pty_type(room, "\033OQ"); /* F2 */
	pty_wait_for(room, "Item 5 of 10");
	pty_wait_for(desk, "Item 5 of 10");
	/* The rest of that picture may still be on its way. */
	for (int i = 0; i < 50 && pty_shows(desk, "Point 5 sur 10"); i++)
		pty_quiet(desk);
	assert_false(pty_shows(desk, "Point 5 sur 10"));
	leave(room, "q");
	pty_close(desk);
}

static void a_scene_nobody_knows_is_told(void **state)
{
	char path[4096];
	struct pty *p;
	int status;

	(void)state;
	make_register(path, sizeof(path), "unknown");
	p = start_room(path, "fr", "--scene=fog");
	status = pty_wait_exit(p);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 2);
	assert_true(pty_received(p, "fog", 0) >= 0);
	pty_close(p);
}

/* The row the desk keeps of the speech that is going on. */
static void keep_timer(const char *path, bool running, int spoken_ms)
{
	char row[100];

	(void)snprintf(row, sizeof(row), "1 1 %d %d %lld 1735550000", running, spoken_ms,
		(long long)clock_monotonic_ms());
	keep(path, "room/floor", row);
}

static void the_time_of_a_speech_goes_on_without_an_act(void **state)
{
	char path[4096];
	struct pty *p;

	(void)state;
	make_sitting(path, sizeof(path), "speaker");
	record(path, "floor.limit seconds=60\nfloor.ask member=10\nfloor.ask member=22\n");
	p = start_room(path, "fr", NULL);
	pty_wait_for(p, "Point 5 sur 10");
	keep_timer(path, true, 10000);
	record(path, "floor.give\n");
	pty_wait_for(p, "A LA PAROLE");
	pty_wait_for(p, "Saïd Haddadi");
	pty_wait_for(p, "Ensuite : Ilham Bouziane");
	keep_timer(path, true, 10000);
	pty_wait_for(p, "restent");
	assert_false(pty_shows(p, "presque"));
	keep_timer(path, true, 47000); /* a second before the alarm */
	pty_wait_for(p, "Le temps est presque écoulé");
	keep_timer(path, false, 59900);
	pty_wait_for(p, "le temps est arrêté");
	assert_false(pty_shows(p, "Le temps de parole est écoulé"));
	keep_timer(path, true, 59000);
	pty_wait_for(p, "Le temps de parole est écoulé");
	record(path, "floor.end seconds=61\n");
	pty_wait_for(p, "Point 5 sur 10");
	leave(p, "q");
}

static void what_does_not_concern_the_room_paints_nothing(void **state)
{
	const struct timespec while_it_looks = {.tv_sec = 1, .tv_nsec = 200 * 1000 * 1000};
	unsigned before, after;
	char path[4096];
	int64_t minute;
	struct pty *p;

	(void)state;
	make_register(path, sizeof(path), "quiet");
	p = start_room(path, "fr", NULL);
	all_languages(p);
	minute = clock_now().seconds / 60;
	before = paints(p);
	keep(path, "draft/1", "something typed at the desk");
	(void)nanosleep(&while_it_looks, NULL);
	pty_type(p, "\033OQ");
	pty_wait_for(p, "Ordinary session");
	after = paints(p);
	assert_true(after >= before + 1);
	assert_true(after <= before + 1 + (unsigned)(clock_now().seconds / 60 - minute));
	leave(p, "Q");
}

static void the_first_session_is_followed_once_it_exists(void **state)
{
	char path[4096], name[] = "later", side[4200];
	struct writer w;
	struct pty *p;

	(void)state;
	path_of(path, sizeof(path), name);
	(void)unlink(path);
	(void)snprintf(side, sizeof(side), "%s-wal", path);
	(void)unlink(side);
	(void)snprintf(side, sizeof(side), "%s-shm", path);
	(void)unlink(side);
	w = start_writer(path);
	act(&w, "chamber.create code=tst lang=fr name_ar=\"غرفة\" name_fr=\"Chambre d'essai\" "
		"region_ar=\"فاس\" region_fr=\"Fès\"\n");
	for (int tries = 0; !lock_held(path) && tries < 1000; tries++)
		(void)nanosleep(&(struct timespec){.tv_nsec = 10 * 1000 * 1000}, NULL);
	act(&w, "member.register number=1 name_ar=\"أ\" name_fr=\"A\" office=president gender=man "
		"from=2021-08-20 to=2031-08-19\n");
	end_writer(&w, 0);
	p = start_room(path, "fr", NULL);
	pty_wait_for(p, "Chambre d'essai");
	w = start_writer(path);
	act(&w, "session.create kind=extraordinary year=2025 month=3\n");
	pty_wait_for(p, "mars 2025");
	end_writer(&w, 0);
	leave(p, "\xD8\xB6"); /* ض, q of a QWERTY keyboard */
}

/* The desk holds one session while a newer one waits: the wall is about the desk's. */
static void the_session_of_the_desk_is_followed_and_not_the_newest(void **state)
{
	char path[4096];
	struct pty *p;

	(void)state;
	make_register(path, sizeof(path), "two");
	record(path, "session.create kind=extraordinary year=2025 month=3\n");
	p = start_room(path, "fr", NULL);
	pty_wait_for(p, "mars 2025");
	keep(path, "desk/session", "1");
	pty_wait_for(p, "octobre 2024");
	pty_quiet(p); /* the whole picture, not the first bytes of it */
	assert_false(pty_shows(p, "mars 2025"));
	keep(path, "desk/session", "2");
	pty_wait_for(p, "mars 2025");
	leave(p, "q");
}

static void a_sitting_is_found_and_not_left_for_the_next_session(void **state)
{
	char path[4096];
	struct pty *p;

	(void)state;
	make_sitting(path, sizeof(path), "sits");
	record(path, "session.create kind=extraordinary year=2025 month=3\n");
	p = start_room(path, "fr", NULL);
	pty_wait_for(p, "Point 5 sur 10");
	keep(path, "desk/session", "2"); /* prepared at the desk while the sitting goes on */
	keep(path, "room/order", "blank");
	pty_wait_for(p, "Session ordinaire d’octobre 2024");
	keep(path, "room/order", "follow");
	pty_wait_for(p, "Point 5 sur 10");
	leave(p, "q");
}

static void without_a_register_there_is_one_sentence(void **state)
{
	char path[4096];
	struct pty *p;
	int status;

	(void)state;
	path_of(path, sizeof(path), "missing");
	p = start_room(path, "fr", NULL);
	status = pty_wait_exit(p);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 3);
	assert_true(pty_received(p, "Il n’y a pas de fichier", 0) >= 0);
	assert_int_equal(pty_received(p, "\033[?1049h", 0), -1);
	pty_close(p);
}

static void signals_end_it_in_order(void **state)
{
	static const int ends[] = {SIGTERM, SIGHUP, SIGINT};
	char path[4096];

	(void)state;
	make_register(path, sizeof(path), "signals");
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		struct pty *p = start_room(path, "ar", NULL);
		int status;

		pty_signal(p, ends[i]);
		status = pty_wait_exit(p);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
		assert_true(pty_received(p, "\033[?1049l", 0) >= 0);
		pty_close(p);
	}
}

static void it_fits_whatever_size_the_terminal_takes(void **state)
{
	char path[4096];
	struct pty *p;

	(void)state;
	make_register(path, sizeof(path), "size");
	p = start_room(path, "fr", NULL);
	pty_wait_for(p, "Session ordinaire d’octobre 2024");
	pty_resize(p, 45, 160);
	pty_wait_for(p, "Fès–Meknès · session ordinaire d’octobre 2024");
	pty_resize(p, 8, 50);
	pty_wait_for(p, "session ordinaire d’octobre 2024");
	pty_resize(p, 24, 80);
	pty_wait_for(p, "Session ordinaire d’octobre 2024");
	leave(p, "q");
}

/* Cells on the screen that show pixels. */
static int pixels(struct pty *p)
{
	int n = 0;

	for (int row = 1; row < 24; row++) {
		struct str line = str_of(pty_row(p, row));

		for (size_t at = 0; at < line.n;) {
			uint32_t code = text_decode(line, &at);

			n += (code >= 0x2580 && code <= 0x259F && code != 0x2586) ||
			     (code >= 0x1FB00 && code <= 0x1FB3B);
		}
	}
	return n;
}

static void titles_stand_in_large_letters_where_they_can_be_drawn(void **state)
{
	static const char *const languages[] = {"ar", "fr"};
	char path[4096], before[8192], after[8192];
	struct pty *p;

	(void)state;
	make_sitting(path, sizeof(path), "large");
	for (size_t i = 0; i < ARRAY_LEN(languages); i++) {
		p = start_large(path, languages[i], NULL, "quadrant", "MAHDAR_ANY_PLACE=1");
		assert_in_range(pixels(p), 150, 1200);
		picture(p, before, sizeof(before));
		leave(p, "q");
		p = start_large(path, languages[i], NULL, "quadrant", "MAHDAR_ANY_PLACE=1");
		picture(p, after, sizeof(after));
		assert_string_equal(before, after);
		leave(p, "q");
	}
	/* Without the module that draws them it is a room all the same. */
	p = start_large(
		path, "fr", NULL, "sextant", "MAHDAR_ANY_PLACE=1\nMAHDAR_MODULE_DIR=/nowhere");
	pty_wait_for(p, "Projet de convention");
	leave(p, "q");
	p = start_large(path, "fr", NULL, "sextant", "MAHDAR_ANY_PLACE=1");
	assert_in_range(pixels(p), 100, 1200);
	leave(p, "q");
	p = start_large(path, "fr", NULL, "crayon", "MAHDAR_ANY_PLACE=1");
	pty_wait_for(p, "crayon");
	pty_close(p);
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(each_act_is_shown_as_it_is_recorded),
	cmocka_unit_test(a_killed_writer_changes_nothing_and_the_next_one_goes_on),
	cmocka_unit_test(a_room_started_again_shows_the_same_picture),
	cmocka_unit_test(the_desk_blanks_the_room_and_brings_it_back),
	cmocka_unit_test(a_room_tells_the_time_of_the_desk),
	cmocka_unit_test(a_room_is_covered_without_a_row),
	cmocka_unit_test(what_is_sent_on_purpose_stays_until_the_next_announcement),
	cmocka_unit_test(rooms_with_a_scene_of_their_own_differ),
	cmocka_unit_test(the_desk_sees_the_room_in_the_rooms_language),
	cmocka_unit_test(a_scene_nobody_knows_is_told),
	cmocka_unit_test(the_time_of_a_speech_goes_on_without_an_act),
	cmocka_unit_test(what_does_not_concern_the_room_paints_nothing),
	cmocka_unit_test(the_first_session_is_followed_once_it_exists),
	cmocka_unit_test(the_session_of_the_desk_is_followed_and_not_the_newest),
	cmocka_unit_test(a_sitting_is_found_and_not_left_for_the_next_session),
	cmocka_unit_test(without_a_register_there_is_one_sentence),
	cmocka_unit_test(signals_end_it_in_order),
	cmocka_unit_test(it_fits_whatever_size_the_terminal_takes),
	cmocka_unit_test(titles_stand_in_large_letters_where_they_can_be_drawn),
};

TEST_MAIN(cases)

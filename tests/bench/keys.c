/* How many keys the work of a session takes: each flow is typed into the desk on a pseudo-terminal,
 * from the state it begins in to the words on the screen that say it is done. A flow that no longer
 * ends with those words stops the run: its figure would be a lie. */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/bench/bench.h"
#include "tests/pen.h"
#include "tests/pty.h"
#include "tests/test.h"

#define SAT "sitting.open chair=1 secretary=4\n"
#define OPENED                                                                                     \
	SAT "attendance.all\nattendance.absent member=15,27 excused=yes\n"                         \
	    "attendance.absent member=19,33 excused=no\nquorum.record\n"
#define BARELY                                                                                     \
	SAT "attendance.present member=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19\n"          \
	    "attendance.absent excused=no "                                                        \
	    "member=20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36\nquorum.record\n"
#define PRESENTED_3 "item.open item=3\nitem.present item=3 member=4\n"
#define ITEM_3      OPENED PRESENTED_3
#define CHAPTERS_10                                                                                \
	"rule.set key=budget.mode value=chapters\n"                                                \
	"budget.line item=10 code=4.1 part=operating title_fr=Dettes amount=0\n"                   \
	"budget.line item=10 code=5.1 part=investment title_fr=Terrains amount=0\n" OPENED         \
	"item.open item=10\nitem.present item=10 member=5\n"
#define TIE_3 ITEM_3 "vote.open item=3 kind=hands\nvote.count for=15 against=15 abstain=2\n"
#define TIE_NAMED_3                                                                                \
	ITEM_3 "vote.open item=3 kind=named\nvote.all value=for\n"                                 \
	       "vote.cast member=3,5,6,7,8,9,10,11,12,13,14,16,17,18,20,21 value=against\n"
#define NAMED_3 ITEM_3 "vote.open item=3 kind=named\nvote.all value=for\n"

/* In keys: one letter is one key, a name in braces is one key, letters in brackets are free text
 * and counted apart. */
struct flow {
	const char *name;
	const char *before; /* played into the register before the desk opens */
	const char *reach;  /* keys to the state the flow begins in, not counted; NULL: none */
	const char *keys;
	const char *done; /* what stands on the screen then */
	int most;
};

static const struct {
	const char *name, *bytes;
} named[] = {
	{"Enter", "\r"},
	{"Esc", "\033"},
	{"Space", " "},
	{"Tab", "\t"},
	{"Down", "\033OB"},
	{"Up", "\033OA"},
	{"Right", "\033OC"},
	{"F4", "\033OS"},
	{"F7", "\033[18~"},
	{"F8", "\033[19~"},
	{"F9", "\033[20~"},
	{"F10", "\033[21~"},
	{"F12", "\033[24~"},
};

/* Give KEYS one by one to PRESS; how many there were, and how many letters of free text. */
static int press(struct pty *p, const char *keys, int *letters,
	void (*press_one)(struct pty *p, const char *bytes))
{
	bool text = false;
	int count = 0;

	*letters = 0;
	while (*keys) {
		char one[8] = "";
		const char *bytes = one;

		if (*keys == '[' || *keys == ']') {
			text = *keys++ == '[';
			continue;
		}
		if (*keys == '{') {
			size_t n = strcspn(keys, "}"), i = 0;

			while (i < sizeof(named) / sizeof(named[0]) &&
				(strlen(named[i].name) != n - 1 ||
					strncmp(named[i].name, keys + 1, n - 1) != 0))
				i++;
			if (i == sizeof(named) / sizeof(named[0]))
				bench_die(keys, "names no key");
			bytes = named[i].bytes;
			keys += n + 1;
		} else {
			size_t n = 1;

			while ((keys[n] & 0xC0) == 0x80)
				n++;
			memcpy(one, keys, n);
			keys += n;
		}
		press_one(p, bytes);
		*(text ? letters : &count) += 1;
	}
	return count;
}

static int type(struct pty *p, const char *keys, int *letters)
{
	return press(p, keys, letters, pty_type);
}

/* --- registers --- */

static struct pty *desk(const char *path, bool demo)
{
	static char lang[] = "--lang", en[] = "en", word[] = "demo", dir[] = "--dir",
		    file[] = "--register";
	char program[4096], where[4096];
	char *opened[] = {program, lang, en, file, where, NULL};
	char *made[] = {program, lang, en, word, dir, where, NULL};

	(void)snprintf(program, sizeof program, "%s", bench_program());
	(void)snprintf(where, sizeof where, "%s", path);
	return pty_start(24, 80, demo ? made : opened, "MAHDAR_ANY_PLACE=1");
}

static void play(const char *path, const char *lines)
{
	char command[9000];
	FILE *f;

	(void)snprintf(command, sizeof command,
		"MAHDAR_ANY_PLACE=1 '%s' --lang en --register '%s' play - >/dev/null",
		bench_program(), path);
	f = popen(command, "we");
	if (!f || fputs(lines, f) < 0 || pclose(f) != 0)
		bench_die("play", lines);
}

/* The sample register as on the day of its session, left in order. */
static void make_sample(const char *folder)
{
	struct pty *p = desk(folder, true);
	char path[4200], line[100];
	time_t now = time(NULL);
	struct tm day;
	int status, letters;

	pty_wait_for(p, "SESSIONS");
	(void)type(p, "{F9}", &letters);
	(void)type(p, "{Esc}", &letters);
	pty_write(p, "\033[21~", 5);
	status = pty_wait_exit(p);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		bench_die("mahdar demo", "did not end well");
	pty_close(p);
	if (!localtime_r(&now, &day) ||
		strftime(line, sizeof line,
			"session.describe date=%Y-%m-%d confirm=day-and-month\n", &day) == 0)
		bench_die("the day of today", "cannot be told");
	(void)snprintf(path, sizeof path, "%s/register.mahdar", folder);
	play(path, line);
}

static void copy(const char *from, const char *to)
{
	char command[9000];

	(void)snprintf(command, sizeof command, "cp '%s/register.mahdar' '%s'", from, to);
	if (system(command) != 0)
		bench_die("the sample register", "cannot be copied");
}

/* --- flows --- */

static const struct flow flows[] = {
	{"A  start: 36 members, 2 excused, 2 absent", NULL, NULL,
		"{Enter}{Enter}{Enter}=e1527x1933{Enter}", "quorum met: 32 present", 15},
	{"B  late arrival", OPENED, NULL, "p19", "19 Jaouad Meknassi: arrived", 3},
	{"C  departure", OPENED, NULL, "s17", "17 Mostafa Khezzaf: left", 3},
	{"C' departure that breaks the quorum, and on", BARELY, NULL, "s191", "quorum lost: 18", 4},
	{"D  unanimous vote, announced", ITEM_3, NULL, "u{Enter}", "announced, adopted unan", 2},
	{"E  show of hands: 2 against, 1 abstains, the rest for", ITEM_3, NULL, "v2n2a1{Enter}",
		"vote closed: 29 for, 2 against, 1", 7},
	{"G  tie by hands: the side of the chair", TIE_3, NULL, "o", "vote closed: 15 for", 1},
	{"G' tie by name: the chair's own mark decides", TIE_NAMED_3, NULL, "{Enter}",
		"vote closed: 16 for, 16 against", 1},
	{"H  one member's vote corrected after closing",
		NAMED_3 "vote.cast member=12 value=against\nvote.close\n", NULL,
		"{Space}31212{Enter}", "corrected", 7},
	{"I  item postponed", ITEM_3, NULL, "{Space}41{Enter}", "item 3: postponed", 4},
	{"J  urgent item, included by a vote", OPENED, NULL,
		"{Space}83[Question urgente]{Enter}2{Enter}u{Enter}",
		"“Question urgente”: announced, adopted", 8},
	{"K  agreement: one amendment, then the whole, both unanimous", ITEM_3, NULL,
		"{Space}610[ Et davantage.]{F4}u{Enter}u{Enter}", "item 3: announced, adopted unan",
		9},
	{"L  budget of 5 chapters, one amended line", CHAPTERS_10, "{F9}5",
		"{Down}{Down}{Space}62250000{Tab}{Right}{Enter}u{Enter}u{Enter}u{Enter}u{Enter}u{"
		"Enter}"
		"u{Enter}u{Enter}",
		"item 10: announced, adopted unan", 28},
	{"M  speech timed", ITEM_3, NULL, "{F7}10{Enter}{Enter}{Esc}",
		"10 Saïd Haddadi: end of the speech", 6},
	{"N  suspend", ITEM_3, NULL, "{Space}91{Enter}", "sitting suspended", 4},
	{"N' resume", ITEM_3 "sitting.suspend reason=prayer\n", NULL, "{Enter}={Enter}",
		"quorum met: 32 present", 3},
	{"O  the quorum fails, 8 come: record and second call", SAT, "{F9}2",
		"p0102030405060708{Enter}1{Enter}", "call 2 convened", 20},
	{"R  undo the last act", OPENED, NULL, "{F8}1{Enter}", "taken back", 3},
	{"R' undo a mark of the open vote", NAMED_3 "vote.cast member=7 value=against\n", NULL,
		"{F8}{Enter}", "taken back", 2},
	{"S  blank the room", OPENED, NULL, "{F12}", "blanked", 1},
	{"T  what if these two leave", OPENED, "{F9}2", "i0708", "the quorum holds", 5},
};

static void figure(const char *what, int keys, int letters, int most)
{
	char unit[40] = "keys";

	if (letters)
		(void)snprintf(unit, sizeof unit, "keys, %d letters", letters);
	bench_count(what, keys, unit, most);
}

static void run(const struct flow *f, const char *sample, const char *path)
{
	int letters, count, unused;
	struct pty *p;

	copy(sample, path);
	if (f->before)
		play(path, f->before);
	p = desk(path, false);
	if (f->reach)
		(void)type(p, f->reach, &unused);
	count = type(p, f->keys, &letters);
	pty_wait_for(p, f->done);
	pty_close(p);
	figure(f->name, count, letters, f->most);
}

/* The named vote in a chamber of MEMBERS, whose numbers have as many digits as the last of them. */
static void run_named(const char *sample, const char *path, int members, const char *what,
	const char *keys, int most)
{
	static char lines[32 * 1024];
	char done[60];
	size_t n = 0;
	struct pty *p;
	int letters, count;

	for (int i = 37; i <= members; i++)
		n += (size_t)snprintf(lines + n, sizeof lines - n,
			"member.register number=%d name_ar=\"العضو %d\" name_fr=\"Membre %d\" "
			"office=member gender=man from=2021-08-20 to=2027-08-19\n",
			i, i, i);
	(void)snprintf(
		lines + n, sizeof lines - n, SAT "attendance.all\nquorum.record\n" PRESENTED_3);
	(void)snprintf(done, sizeof done, "vote closed: %d for, 3 against, 1", members - 4);
	copy(sample, path);
	play(path, lines);
	p = desk(path, false);
	count = type(p, keys, &letters);
	pty_wait_for(p, done);
	pty_close(p);
	figure(what, count, letters, most);
}

/* From the last item to the record folder. Reading takes a key a page, which is no flow's merit;
 * it is shown by itself. */
static void run_closing(const char *sample, const char *path)
{
	static char lines[8 * 1024];
	size_t n = (size_t)snprintf(lines, sizeof lines, OPENED);
	int keys, letters, all = 0, pages = 0;
	struct pty *p;

	for (int i = 1; i <= 10; i++)
		n += (size_t)snprintf(lines + n, sizeof lines - n,
			i <= 2 ? "item.open item=%d\nitem.present item=%d member=4\nitem.note "
				 "item=%d\n"
			       : "item.open item=%d\nitem.present item=%d member=4\n"
				 "vote.unanimous item=%d\nvote.announce vote=%d/1\n",
			i, i, i, i);
	(void)snprintf(lines + n, sizeof lines - n, "ceremony.note kind=telegram\n");
	copy(sample, path);
	play(path, lines);
	p = desk(path, false);
	keys = type(p, "{Enter}CLOSE{Enter}", &letters);
	pty_wait_for(p, "sitting closed");
	/* The last page leads to the passphrase at once; the Enter that ends a passphrase counts.
	 */
	for (pages = 0; pages < 200 && !pty_shows(p, "THE SECRETARY SIGNS"); pages++)
		(void)type(p, "{Enter}", &letters);
	keys += type(p, "[specimen]{Enter}", &letters);
	all += letters;
	pty_wait_for(p, "TURN THE KEYBOARD");
	keys += type(p, "[specimen]{Enter}", &letters);
	all += letters;
	pty_wait_for(p, "The record folder");
	keys += type(p, "{Enter}", &letters);
	pty_wait_for(p, "record folder is written");
	pty_close(p);
	figure("P  closing, two signatures, record folder; without reading", keys, all, 10);
	figure("P' pages read through, a key each", pages, 0, 0);
}

static void write_one(struct pty *p, const char *bytes)
{
	pty_write(p, bytes, strlen(bytes));
}

/* Killed in the middle of an open vote: what is typed at the prompt of a shell until the vote takes
 * marks again. SAMPLE becomes the register a plain start opens. */
static void run_power_cut(const char *sample, const char *home)
{
	static char shell[] = "/bin/sh";
	char *argv[] = {shell, NULL};
	char folder[4300], path[4400], build[4096], programs[4200];
	int letters, keys, unused;
	struct pty *p;

	(void)snprintf(build, sizeof build, "%s", bench_program());
	*strrchr(build, '/') = '\0';
	(void)snprintf(programs, sizeof programs, "%s:/usr/bin:/bin", build);
	(void)snprintf(folder, sizeof folder, "%s/mahdar", home);
	(void)snprintf(path, sizeof path, "%s/register.mahdar", folder);
	if (mkdir(home, 0700) != 0 || mkdir(folder, 0700) != 0 ||
		setenv("XDG_DATA_HOME", home, 1) != 0 || setenv("PATH", programs, 1) != 0 ||
		setenv("MAHDAR_ANY_PLACE", "1", 1) != 0)
		bench_die(home, strerror(errno));
	copy(sample, path);
	play(path, ITEM_3);
	p = desk(path, false);
	(void)type(p, "{Enter}=07", &letters);
	pty_wait_for(p, "07 Youssef Berrada votes against");
	pty_close(p); /* kills it */
	p = pty_start_lines(24, 80, argv);
	keys = press(p, "[mahdar --lang en]{Enter}", &letters, write_one);
	pty_wait_for(p, "Resumed. The last act");
	pty_wait_for(p, "against 07 Youssef Berrada");
	(void)type(p, "a24", &unused);
	pty_wait_for(p, "24 Zineb Alami abstains");
	pty_close(p);
	figure("Q  power cut: from the shell back in the open vote", keys, letters, 1);
}

int main(void)
{
	char *folder = scratch_make();
	char sample[4096], path[4200];
	size_t n = sizeof flows / sizeof *flows;

	(void)snprintf(sample, sizeof sample, "%s/sample", folder);
	if (setenv("HOME", folder, 1) != 0)
		bench_die("HOME", strerror(errno));
	make_sample(sample);
	bench_heading(
		"Keys a flow takes in the desk, from the state it begins in (letters of free\n"
		"text and passphrases apart)");
	for (size_t i = 0; i < n; i++) {
		(void)snprintf(path, sizeof path, "%s/%zu.mahdar", folder, i);
		run(&flows[i], sample, path);
	}
	(void)snprintf(path, sizeof path, "%s/60.mahdar", folder);
	run_named(sample, path, 60, "F  named, 60 members: all for, three against, one abstains",
		"{Enter}=071231a24{Enter}", 12);
	(void)snprintf(path, sizeof path, "%s/150.mahdar", folder);
	run_named(sample, path, 150, "F' the same with 150 members", "{Enter}=007012031a024{Enter}",
		16);
	(void)snprintf(path, sizeof path, "%s/closing.mahdar", folder);
	run_closing(sample, path);
	/* Last: it changes what a program finds in its environment. */
	(void)snprintf(path, sizeof path, "%s/cut", folder);
	run_power_cut(sample, path);
	scratch_remove(folder);
	return bench_status();
}

#include "tui/rehearsal.h"

#include "storage/file.h"
#include "tui/sample.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX "mahdar-rehearsal-"
#define NAME   "register.mahdar"
#define KEPT   STR("setting/rehearsal")
#define TRIES  8

struct rehearsal {
	int folder; /* open and locked for as long as it lasts: that is how others know */
	char dir[400], path[450];
	struct sample sample; /* its clock, where the sample is rehearsed */
	struct registry *r;
};

/* --- the folder --- */

static const char *temporary(void)
{
	const char *tmp = getenv("TMPDIR");

	return tmp && tmp[0] == '/' ? tmp : "/tmp";
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void)st;
	(void)kind;
	(void)where;
	return remove(path);
}

static int remove_folder(const char *dir)
{
	return nftw(dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* Our own folder, or -1: nothing that somebody else laid there, no link. */
static int open_own(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	struct stat st;

	if (fd < 0)
		return -1;
	if (fstat(fd, &st) == 0 && st.st_uid == geteuid() && (st.st_mode & 077) == 0)
		return fd;
	close(fd);
	return -1;
}

/* A folder of its own, locked. One that another start took for a left-over is given up. */
static int take_folder(struct rehearsal *re, struct error *err)
{
	for (int i = 0; i < TRIES; i++) {
		int n = snprintf(re->dir, sizeof re->dir, "%s/" PREFIX "XXXXXX", temporary());

		if (n < 0 || (size_t)n >= sizeof re->dir)
			return error_set(err, ERROR_FILE, "TMPDIR");
		if (!mkdtemp(re->dir))
			return error_sys(err, ERROR_FILE, "%s", re->dir);
		re->folder = open_own(re->dir);
		if (re->folder >= 0 && flock(re->folder, LOCK_EX | LOCK_NB) == 0 &&
			access(re->dir, F_OK) == 0) {
			(void)snprintf(re->path, sizeof re->path, "%s/" NAME, re->dir);
			return 0;
		}
		if (re->folder >= 0)
			close(re->folder);
		re->folder = -1;
	}
	return error_set(err, ERROR_FILE, "%s", re->dir);
}

/* Calls SEEN for each folder of a rehearsal; HELD: somebody is rehearsing there. */
static void look_through(void (*seen)(void *context, const char *dir, bool held), void *context)
{
	DIR *tmp = opendir(temporary());
	const struct dirent *entry;

	while (tmp && (entry = readdir(tmp)) != NULL) {
		char dir[400];
		int fd, n;

		if (strncmp(entry->d_name, PREFIX, sizeof PREFIX - 1) != 0)
			continue;
		n = snprintf(dir, sizeof dir, "%s/%s", temporary(), entry->d_name);
		fd = n > 0 && (size_t)n < sizeof dir ? open_own(dir) : -1;
		if (fd < 0)
			continue;
		seen(context, dir, flock(fd, LOCK_EX | LOCK_NB) != 0);
		close(fd);
	}
	if (tmp)
		closedir(tmp);
}

static void sweep_one(void *context, const char *dir, bool held)
{
	int *removed = context;

	if (!held && remove_folder(dir) == 0)
		++*removed;
}

int rehearsal_sweep(void)
{
	int removed = 0;

	look_through(sweep_one, &removed);
	return removed;
}

struct finding_held {
	struct arena *arena;
	const char *path;
	struct timespec made;
};

static void find_one(void *context, const char *dir, bool held)
{
	struct finding_held *f = context;
	struct str parts[] = {str_of(dir), STR("/" NAME)};
	const char *path = arena_join(f->arena, parts, ARRAY_LEN(parts)).p;
	struct stat st;

	if (!held || stat(path, &st) != 0)
		return;
	/* Several at once: the one begun last. */
	if (f->path && (st.st_mtim.tv_sec < f->made.tv_sec ||
			       (st.st_mtim.tv_sec == f->made.tv_sec &&
				       st.st_mtim.tv_nsec < f->made.tv_nsec)))
		return;
	f->path = path;
	f->made = st.st_mtim;
}

const char *rehearsal_find(struct arena *a)
{
	struct finding_held f = {.arena = a};

	look_through(find_one, &f);
	return f.path;
}

/* --- the copy --- */

static bool has_members(const struct registry *from)
{
	return from && register_chamber(from)->exists && register_chamber(from)->members.n > 0;
}

/* What lies beside the copy as text is of no use to a rehearsal. */
static int copy_register(
	struct rehearsal *re, struct registry *from, struct arena *a, struct error *err)
{
	const char *path = journal_path(register_journal(from)), *slash = strrchr(path, '/');
	struct str parts[] = {str_of(re->dir), STR("/"), str_of(slash ? slash + 1 : path)};

	if (journal_backup(register_journal(from), re->dir, err) < 0)
		return -1;
	if (rename(arena_join(a, parts, ARRAY_LEN(parts)).p, re->path) < 0)
		return error_sys(err, ERROR_FILE, "%s", re->path);
	return 0;
}

static int open_copy(struct rehearsal *re, struct source source, struct error *err)
{
	struct journal_options options = {
		.mode = JOURNAL_WRITE, .any_place = true, .holder = "rehearsal"};

	re->r = register_open(re->path, &options, source, err);
	return re->r ? 0 : -1;
}

/* The prepared session nobody has begun; 0: none. */
static int find_prepared(struct registry *r, struct arena *a, int64_t *number, struct error *err)
{
	struct session_line *lines;
	size_t n;

	*number = 0;
	if (register_list(r, a, &lines, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		if (lines[i].phase == PHASE_PREPARING && lines[i].items > 0)
			*number = lines[i].number;
	}
	return 0;
}

/* The month of the rules that came last on DAY, so that the opening asks about none. */
static struct date label_of(struct registry *r, struct date day)
{
	const struct rules_adopted *is = world_rules(register_world(r));
	struct rules rules;
	struct date label = day;

	if (!is || !rules_read(is->rules.at, is->rules.n, &rules) || !rules.months.n)
		return label;
	label = (struct date){day.year - 1, rules.months.at[rules.months.n - 1], 1};
	for (size_t i = 0; i < rules.months.n; i++) {
		if (rules.months.at[i] <= day.month)
			label = (struct date){day.year, rules.months.at[i], 1};
	}
	return label;
}

/* A session of the last month of the rules for the occasion. The lines are the program's own and of
 * this register: one that is refused is a mistake in the program. */
static void prepare_one(struct cli *cli, struct registry *r)
{
	static const char items[] =
		"item.add kind=agreement title_ar=\"مشروع اتفاقية شراكة (تمرين)\" "
		"title_fr=\"Projet de convention de partenariat (exercice)\" "
		"text_ar=\"نص للتمرين.\" text_fr=\"Texte d’exercice.\"\n"
		"item.add kind=report title_ar=\"التقرير الأدبي (تمرين)\" "
		"title_fr=\"Rapport moral (exercice)\"\n"
		"item.add kind=budget title_ar=\"مشروع الميزانية (تمرين)\" "
		"title_fr=\"Projet de budget (exercice)\" "
		"text_ar=\"نص للتمرين.\" text_fr=\"Texte d’exercice.\"\n";
	struct source source = register_source(r);
	struct date day = instant_date(source.now(source.context)), label = label_of(r, day);
	struct builder b;
	int status;

	builder_init(&b, cli->arena);
	builder_add_z(&b, "session.create kind=ordinary year=");
	builder_add_int(&b, label.year);
	builder_add_z(&b, " month=");
	builder_add_int(&b, label.month);
	builder_add_z(&b, "\nsession.describe date=");
	builder_add(&b, date_text(day, cli->arena));
	builder_add_z(&b, " notice=");
	builder_add(&b, date_text(date_of_days(date_days(day) - 30), cli->arena));
	builder_add_z(&b, " place_ar=\"قاعة التمرين\" place_fr=\"salle d'exercice\"\n");
	builder_add_z(&b, items);
	status = cli_play_text(cli, r, builder_str(&b), NULL, false, NULL);
	assert(status == CLI_DONE);
	(void)status;
}

/* What the desk of the register had in hand is not taken over: drafts, where its copies go, what
 * its rooms show. */
static int forget_kept(struct journal *j, struct arena *a, struct error *err)
{
	static const char *const prefixes[] = {"draft/", "desk/", "room/"};

	for (size_t i = 0; i < ARRAY_LEN(prefixes); i++) {
		struct str *keys;
		size_t n;

		if (journal_kept_keys(j, str_of(prefixes[i]), a, &keys, &n, err) < 0)
			return -1;
		for (size_t k = 0; k < n; k++) {
			if (journal_drop(j, keys[k], err) < 0)
				return -1;
		}
	}
	return journal_keep(j, KEPT, STR("yes"), err);
}

static int settle(struct cli *cli, struct rehearsal *re, struct error *err)
{
	int64_t number;

	if (forget_kept(register_journal(re->r), cli->arena, err) < 0 ||
		find_prepared(re->r, cli->arena, &number, err) < 0)
		return -1;
	if (number)
		return register_choose(re->r, number, err);
	prepare_one(cli, re->r);
	return 0;
}

static int fill(struct cli *cli, struct rehearsal *re, struct registry *from, struct error *err)
{
	if (has_members(from)) {
		if (copy_register(re, from, cli->arena, err) < 0 ||
			open_copy(re, register_source(from), err) < 0)
			return -1;
		return settle(cli, re, err);
	}
	if (sample_create(cli, re->path, &re->sample) != CLI_DONE ||
		sample_agreements(cli, &re->sample) != CLI_DONE)
		return error_set(err, ERROR_FILE, "%s", re->path);
	register_close(re->sample.r);
	re->sample.r = NULL;
	if (open_copy(re, from ? register_source(from) : source_live, err) < 0)
		return -1;
	return settle(cli, re, err);
}

int rehearsal_begin(
	struct cli *cli, struct registry *from, struct rehearsal **made, struct error *err)
{
	struct rehearsal *re = memory_source.take(sizeof *re);
	struct error ignored;

	(void)rehearsal_sweep();
	*made = NULL;
	*re = (struct rehearsal){.folder = -1};
	if (take_folder(re, err) < 0) {
		memory_source.give(re);
		return -1;
	}
	if (fill(cli, re, from, err) < 0) {
		(void)rehearsal_end(re, &ignored);
		return -1;
	}
	*made = re;
	return 0;
}

struct registry *rehearsal_register(const struct rehearsal *re)
{
	return re->r;
}

const char *rehearsal_path(const struct rehearsal *re)
{
	return re->path;
}

int rehearsal_end(struct rehearsal *re, struct error *err)
{
	int status = 0;

	if (!re)
		return 0;
	register_close(re->r);
	if (remove_folder(re->dir) != 0)
		status = error_sys(err, ERROR_FILE, "%s", re->dir);
	close(re->folder);
	memory_source.give(re);
	return status;
}

bool rehearsal_is(struct journal *j)
{
	struct error ignored;
	struct str value;
	struct arena a;
	bool found = false, is;

	arena_init(&a, &memory_source);
	is = journal_kept(j, KEPT, &a, &value, &found, &ignored) == 0 && found;
	arena_clear(&a);
	return is;
}

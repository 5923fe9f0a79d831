/* mahdar demo: the sample session, in the desk or played to its signed record. */
#include "tui/sample.h"

#include "locale/embed.h"
#include "storage/file.h"
#include "storage/lock.h"
#include "storage/record/record.h"

#include <assert.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX        "mahdar-demo-"
#define TRIALS_MAX    256 /* looked at … */
#define TRIALS_OPENED 8   /* … and opened: a start does not wait for more */

static struct str carried(const char *name)
{
	size_t n;
	const unsigned char *p = embed_find(name, &n);

	assert(p);
	return (struct str){(const char *)p, n};
}

static const struct {
	const char *certificate, *key;
} keys[SIGNER_ROLE_COUNT] = {
	[SIGNER_SECRETARY] = {"storage/sample/secretary.pem", "storage/sample/secretary.p12"},
	[SIGNER_PRESIDENT] = {"storage/sample/president.pem", "storage/sample/president.p12"},
};

struct str sample_key(const struct signer *signer, struct arena *a)
{
	struct error err = {.code = ERROR_NONE};
	struct seal_certificate its;

	if (seal_certificate_parse(carried(keys[signer->role].certificate), &its, a, &err) < 0 ||
		!hash_equal(its.sha256, signer->certificate))
		return STR("");
	return carried(keys[signer->role].key);
}

static int record_keys(struct cli *cli, struct registry *r, struct error *err)
{
	static const struct both names[] = {
		{{"كاتب الجلسة (نموذج)", sizeof "كاتب الجلسة (نموذج)" - 1},
			{"Secrétaire de séance (spécimen)",
				sizeof "Secrétaire de séance (spécimen)" - 1}},
		{{"رئيس الغرفة (نموذج)", sizeof "رئيس الغرفة (نموذج)" - 1},
			{"Président de la chambre (spécimen)",
				sizeof "Président de la chambre (spécimen)" - 1}},
	};

	for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
		struct seal_certificate certificate;
		struct answer answer;

		struct key_made key = {
			{(int)i, 0, names[i].ar, names[i].fr, {{0}}}, STR("SPECIMEN")};

		if (seal_certificate_parse(
			    carried(keys[i].certificate), &certificate, cli->arena, err) < 0 ||
			record_key(r, &certificate, key, STR("demo"), &answer, cli->arena, err) < 0)
			return -1;
		assert(answer.verdict == VERDICT_DONE);
	}
	return 0;
}

int sample_create(struct cli *cli, const char *path, struct sample *sample)
{
	struct journal_options options = {
		.mode = JOURNAL_CREATE, .any_place = true, .holder = "demo"};
	struct error err = {.code = ERROR_NONE};
	int status;

	*sample = (struct sample){.r = NULL};
	sample->r = register_open(path, &options, source_of_script(&sample->script), &err);
	if (!sample->r)
		return cli_fail(cli, &err);
	status = cli_play_text(cli, sample->r, carried("storage/sample/prepare.play"),
		&sample->script, false, NULL);
	if (status == CLI_DONE && record_keys(cli, sample->r, &err) < 0)
		status = cli_fail(cli, &err);
	if (status != CLI_DONE) {
		register_close(sample->r);
		sample->r = NULL;
	}
	return status;
}

int sample_agreements(struct cli *cli, struct sample *sample)
{
	return cli_play_text(cli, sample->r, carried("storage/sample/agreements.play"),
		&sample->script, false, NULL);
}

int sample_play(struct cli *cli, struct sample *sample)
{
	int status = sample_agreements(cli, sample);

	return status == CLI_DONE
		       ? cli_play_text(cli, sample->r, carried("storage/sample/session.play"),
				 &sample->script, false, NULL)
		       : status;
}

static int sign_as(struct cli *cli, struct registry *r, enum signer_role role, struct str before,
	struct error *err)
{
	struct str file = carried(keys[role].key);
	struct seal_key *key = NULL;
	struct answer answer;
	int status = seal_key_open(file.p, file.n, STR("specimen"), &key, err);

	if (status == 0)
		status = record_sign(r, role, key, before, STR("demo"), &answer, cli->arena, err);
	seal_key_close(key);
	return status;
}

/* Frozen, signed by both SPECIMEN keys, written out. */
static int seal_sample(struct cli *cli, struct registry *r, const char *dir, struct error *err)
{
	enum lang lang = cli->lang_given && cli->lang == LANG_FR ? LANG_FR : LANG_AR;
	struct bytes before = {NULL, 0, 0};
	struct answer answer;
	int status = -1;

	if (record_freeze(r, lang, STR("demo"), &answer, cli->arena, err) == 0 &&
		record_unsigned(r, &before, err) == 0 &&
		sign_as(cli, r, SIGNER_SECRETARY, (struct str){(const char *)before.p, before.n},
			err) == 0 &&
		sign_as(cli, r, SIGNER_PRESIDENT, STR(""), err) == 0)
		status = record_folder(r, dir, err);
	bytes_free(&before);
	return status;
}

static const char *temporary(void)
{
	const char *tmp = getenv("TMPDIR");

	return tmp && tmp[0] == '/' ? tmp : "/tmp";
}

static char *temporary_folder(struct arena *a)
{
	struct str parts[] = {str_of(temporary()), STR("/" PREFIX "XXXXXX")};
	struct str path = arena_join(a, parts, ARRAY_LEN(parts));

	return mkdtemp(arena_copy(a, path.p, path.n + 1));
}

static const char *register_in(const char *dir, struct arena *a)
{
	struct str parts[] = {str_of(dir), STR("/register.mahdar")};

	return arena_join(a, parts, ARRAY_LEN(parts)).p;
}

/* The register a record is made from is of no use afterwards. */
static void remove_register(const char *dir, struct arena *a)
{
	static const char *const endings[] = {"", "-wal", "-shm", ".lock"};

	for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
		struct str parts[] = {str_of(register_in(dir, a)), str_of(endings[i])};

		(void)unlink(arena_join(a, parts, ARRAY_LEN(parts)).p);
	}
	(void)rmdir(dir);
}

static int make_record(struct cli *cli, const char *dir)
{
	struct error err = {.code = ERROR_NONE};
	struct sample sample;
	char *work;
	int status;

	if (file_claim_folder(dir, &err) < 0)
		return cli_fail(cli, &err);
	work = temporary_folder(cli->arena);
	if (!work) {
		(void)error_sys(&err, ERROR_FILE, "%s", "TMPDIR");
		return cli_fail(cli, &err);
	}
	status = sample_create(cli, register_in(work, cli->arena), &sample);
	if (status == CLI_DONE)
		status = sample_play(cli, &sample);
	if (status == CLI_DONE && seal_sample(cli, sample.r, dir, &err) < 0)
		status = cli_fail(cli, &err);
	register_close(sample.r);
	remove_register(work, cli->arena);
	if (status == CLI_DONE)
		cli_say(cli, stdout,
			MSG("The signed record of the sample session: {path}",
				A_STR("path", str_of(dir))));
	return status;
}

/* --- the trial before this one: a window that was closed must not lose what was done in it --- */

struct trial {
	const char *dir;
	struct timespec written;
};

static int newest_first(const void *a, const void *b)
{
	const struct trial *x = a, *y = b;

	if (x->written.tv_sec != y->written.tv_sec)
		return x->written.tv_sec < y->written.tv_sec ? 1 : -1;
	return (x->written.tv_nsec < y->written.tv_nsec) -
	       (x->written.tv_nsec > y->written.tv_nsec);
}

/* A folder of this user in which a sample was opened. */
static bool is_trial(const char *dir, struct arena *a, struct trial *t)
{
	struct str parts[] = {str_of(register_in(dir, a)), STR("-wal")};
	struct stat folder, file, log;

	*t = (struct trial){.dir = dir};
	if (lstat(dir, &folder) != 0 || !S_ISDIR(folder.st_mode) || folder.st_uid != geteuid() ||
		(folder.st_mode & 077) != 0 || stat(parts[0].p, &file) != 0)
		return false;
	t->written = file.st_mtim;
	if (stat(arena_join(a, parts, ARRAY_LEN(parts)).p, &log) == 0 &&
		log.st_mtim.tv_sec >= t->written.tv_sec)
		t->written = log.st_mtim;
	return true;
}

static size_t find_trials(struct arena *a, struct trial *at, size_t room)
{
	DIR *tmp = opendir(temporary());
	const struct dirent *entry;
	size_t n = 0;

	while (tmp && n < room && (entry = readdir(tmp)) != NULL) {
		struct str parts[] = {str_of(temporary()), STR("/"), str_of(entry->d_name)};

		if (strncmp(entry->d_name, PREFIX, sizeof PREFIX - 1) == 0)
			n += is_trial(arena_join(a, parts, ARRAY_LEN(parts)).p, a, &at[n]);
	}
	if (tmp)
		closedir(tmp);
	qsort(at, n, sizeof *at, newest_first);
	return n;
}

/* All acts in R; 0 when they cannot be read. */
static uint64_t acts_in(struct registry *r, struct arena *a)
{
	struct error ignored = {.code = ERROR_NONE};
	struct session_line *lines;
	uint64_t acts = register_chamber(r)->next;
	size_t n;

	if (register_list(r, a, &lines, &n, &ignored) < 0)
		return 0;
	for (size_t i = 0; i < n; i++)
		acts += lines[i].acts;
	return acts;
}

/* More was done in it than a fresh sample has, and nobody is at it. */
static bool was_left(const char *dir, uint64_t fresh, struct arena *a)
{
	struct journal_options options = {
		.mode = JOURNAL_READ, .any_place = true, .holder = "demo"};
	struct error ignored = {.code = ERROR_NONE};
	const char *path = register_in(dir, a);
	struct registry *r =
		lock_held(path) ? NULL : register_open(path, &options, source_live, &ignored);
	bool left = r && acts_in(r, a) > fresh;

	register_close(r);
	return left;
}

/* The folder of the trial that was written to last, among the newest; NULL: there is none. */
static const char *former_trial(const struct sample *fresh, struct arena *a)
{
	struct trial *trials = ARENA_ARRAY(a, struct trial, TRIALS_MAX);
	size_t n = find_trials(a, trials, TRIALS_MAX);
	uint64_t acts = acts_in(fresh->r, a);

	for (size_t i = 0; i < n && i < TRIALS_OPENED; i++) {
		if (was_left(trials[i].dir, acts, a))
			return trials[i].dir;
	}
	return NULL;
}

int cli_demo(struct cli *cli)
{
	const char *bad = NULL, *dir = cli_option(cli, "--dir", &bad),
		   *record = cli_option(cli, "--record", &bad);
	const char *unknown = cli_unknown_option(cli);
	struct error err = {.code = ERROR_NONE};
	struct sample sample;
	bool own = dir != NULL;
	int status = CLI_DONE;

	if (bad || unknown || cli->argc > 1)
		return cli_usage(cli, bad ? bad : unknown ? unknown : cli->argv[1]);
	if (record)
		return make_record(cli, record);
	if (dir ? file_make_folder(dir, &err) < 0 : !(dir = temporary_folder(cli->arena))) {
		if (!dir)
			(void)error_sys(&err, ERROR_FILE, "%s", "TMPDIR");
		return cli_fail(cli, &err);
	}
	cli->register_path = register_in(dir, cli->arena);
	cli->sample = true;
	if (access(cli->register_path, F_OK) != 0) {
		status = sample_create(cli, cli->register_path, &sample);
		if (status == CLI_DONE)
			status = sample_agreements(cli, &sample);
		if (status == CLI_DONE && !own)
			cli->former_trial = former_trial(&sample, cli->arena);
		register_close(sample.r);
	}
	/* The sample may lie on any file system; what the desk starts has to know that too. */
	if (status == CLI_DONE && setenv("MAHDAR_ANY_PLACE", "1", 1) != 0) {
		(void)error_set(&err, ERROR_MEMORY, "%s", dir);
		return cli_fail(cli, &err);
	}
	return status == CLI_DONE ? cli_desk(cli) : status;
}

/* Room on the disk and the second copy: both are looked at every few seconds, told when they
 * change, and neither ever keeps an act from being recorded. */
#include "tui/desk_safety.h"

#include "storage/file.h"
#include "tui/child.h"
#include "tui/desk_parts.h"

#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOOK_MS   5000
#define MB        1000000
#define LOW_MB    200 /* from here down it is said */
#define SCANT_MB  50  /* and once more */
#define MARGIN_MB 20  /* so much more before it counts as room again */
#define COPY_KEY  "desk/backup"
#define GONE_KEY  "desk/backup-gone"

/* --- room on the disk --- */

static int scarcity(int64_t mb)
{
	return mb < 0 ? 0 : mb < SCANT_MB ? 2 : mb < LOW_MB ? 1 : 0;
}

static void look_at_space(struct desk *d)
{
	struct safety_look *l = &d->safety;
	struct journal *j = register_journal(d->r);
	int64_t bytes = l->free_bytes(journal_path(j));
	int now;

	l->free_mb = bytes < 0 ? -1 : bytes / MB; /* not known: nothing is said */
	now = scarcity(l->free_mb);
	if (now > l->scarce)
		desk_say(d, TONE_CAUTION,
			MSG("! Disk almost full ({n} MB): the sitting can finish; free space at "
			    "the break.",
				A_INT("n", l->free_mb)));
	if (now > l->scarce || l->free_mb < 0 || l->free_mb >= LOW_MB + MARGIN_MB)
		l->scarce = now;
	if (l->free_mb >= LOW_MB)
		journal_reserve(j);
}

struct frame_field desk_space_field(struct desk *d, const struct session *s, struct message *narrow)
{
	int64_t mb = d->safety.free_mb;

	if (journal_low(register_journal(d->r)) && mb < SCANT_MB) {
		*narrow = TEXT(CTX("narrow status line", "disk full!"));
		return (struct frame_field){TEXT("● recorded, disk full!"), TONE_CAUTION};
	}
	if (!d->safety.scarce)
		return (struct frame_field){NO_MESSAGE, TONE_GOOD};
	*narrow = mb < 100 ? MSG(CTX("narrow status line", "disk {n} MB!"), A_INT("n", mb))
			   : MSG(CTX("narrow status line", "{n} MB left!"), A_INT("n", mb));
	if (!s || !s->log.n)
		return (struct frame_field){
			MSG("● recorded · disk {n} MB!", A_INT("n", mb)), TONE_CAUTION};
	return (struct frame_field){MSG("● recorded {act} · disk {n} MB!",
					    A_DIGITS("act", (int64_t)s->log.n - 1), A_INT("n", mb)),
		TONE_CAUTION};
}

/* --- the second copy --- */

/* Kept for each session: a copy holds them all, but only of the chosen one is known how much. */
static struct str copied_key(struct desk *d, int64_t session)
{
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add_z(&b, "desk/copied/");
	builder_add_int(&b, session);
	return builder_str(&b);
}

int64_t desk_copy_behind(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct error ignored;
	struct str value;
	int64_t acts;
	bool found;

	if (!s)
		return 0;
	if (d->backup_session != s->is.number) {
		d->backup_session = s->is.number;
		d->backup_acts = 0;
		if (journal_kept(register_journal(d->r), copied_key(d, s->is.number), &d->frame,
			    &value, &found, &ignored) == 0 &&
			found && form_read_number(value, &acts) && acts > 0)
			d->backup_acts = (uint32_t)acts;
	}
	return (int64_t)s->log.n - (int64_t)d->backup_acts;
}

static void keep(struct desk *d, struct str key, struct str value)
{
	struct error err = {.code = ERROR_NONE};

	if (!d->read_only && journal_keep(register_journal(d->r), key, value, &err) < 0)
		desk_fail(d, &err);
}

static void keep_acts(struct desk *d, int64_t session, uint32_t acts)
{
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add_int(&b, acts);
	keep(d, copied_key(d, session), builder_str(&b));
	d->backup_session = session;
	d->backup_acts = acts;
}

/* That it was missing survives the desk: the next one completes it. */
static void keep_gone(struct desk *d, bool gone)
{
	struct error err = {.code = ERROR_NONE};

	if (gone == d->safety.gone_kept)
		return;
	d->safety.gone_kept = gone;
	if (gone)
		keep(d, STR(GONE_KEY), STR("1"));
	else if (!d->read_only && journal_drop(register_journal(d->r), STR(GONE_KEY), &err) < 0)
		desk_fail(d, &err);
}

void desk_remember_backup(struct desk *d, struct str dir)
{
	const struct session *s = desk_session(d);
	char *whole = realpath(arena_z(&d->frame, dir), NULL);

	/* From whatever folder the next desk is started. */
	if (whole)
		dir = str_of(whole);
	if (dir.n < sizeof d->backup_path) {
		memmove(d->backup_path, dir.p, dir.n);
		d->backup_dir = (struct str){d->backup_path, dir.n};
		keep(d, STR(COPY_KEY), d->backup_dir);
		if (s)
			keep_acts(d, s->is.number, (uint32_t)s->log.n);
		keep_gone(d, false);
		d->safety.copy = COPY_THERE;
	}
	free(whole);
}

/* The folder alone would not do: where a stick was, an empty folder of the disk may stay. */
static bool copy_is_there(struct desk *d)
{
	const char *path = journal_path(register_journal(d->r));
	struct str parts[] = {d->backup_dir, STR("/"), str_of(file_name_of(path))};

	return access(arena_join(&d->frame, parts, ARRAY_LEN(parts)).p, F_OK) == 0;
}

static void say_not_completed(struct desk *d)
{
	desk_say(d, TONE_CAUTION,
		TEXT("! The second copy is back, but could not be completed: copy once more (F9), "
		     "which says why."));
}

/* Another process copies, so that a slow or broken stick never stops the desk. */
static void start_copying(struct desk *d)
{
	struct safety_look *l = &d->safety;
	const struct session *s = desk_session(d);
	char name[] = "mahdar", reg[] = "--register", backup[] = "backup", path[PATH_MAX];
	char to[sizeof d->backup_path + 1];
	char *argv[] = {name, reg, path, backup, to, NULL};
	struct error err = {.code = ERROR_NONE};
	int ends[2];

	if ((size_t)snprintf(path, sizeof path, "%s", journal_path(register_journal(d->r))) >=
			sizeof path ||
		child_pipe(ends, &err) < 0) {
		say_not_completed(d);
		return;
	}
	memcpy(to, d->backup_dir.p, d->backup_dir.n);
	to[d->backup_dir.n] = '\0';
	l->behind = desk_copy_behind(d);
	l->session = s ? s->is.number : 0;
	l->acts = s ? (uint32_t)s->log.n : 0;
	if (child_start(d->cli->program, argv, ends[1], ends[1], &l->copier, &err) < 0) {
		l->copier = 0;
		close(ends[0]);
		say_not_completed(d);
	} else {
		l->copier_fd = ends[0];
	}
	close(ends[1]);
}

/* What it says is read away; the end of it is the end of the copy. */
static bool copier_ended(struct safety_look *l)
{
	char words[512];
	ssize_t n;

	while ((n = read(l->copier_fd, words, sizeof words)) > 0)
		;
	return n == 0;
}

static void end_copying(struct desk *d)
{
	struct safety_look *l = &d->safety;
	int status = 0;

	close(l->copier_fd);
	child_reap(&l->copier, &status);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
		say_not_completed(d);
		return;
	}
	if (l->session)
		keep_acts(d, l->session, l->acts);
	keep_gone(d, false);
	desk_say(d, TONE_GOOD,
		MSGN("● The second copy is back and was caught up: {n} act.",
			"● The second copy is back and was caught up: {n} acts.", l->behind));
}

static void copy_went(struct desk *d)
{
	d->safety.copy = COPY_GONE;
	desk_say(d, TONE_CAUTION,
		TEXT("! The second copy is out of reach: put the stick back; nothing is lost."));
}

static void copy_came(struct desk *d)
{
	d->safety.copy = COPY_THERE;
	if (d->read_only)
		return;
	if (desk_copy_behind(d) > 0) {
		start_copying(d);
		return;
	}
	keep_gone(d, false);
	desk_say(d, TONE_GOOD, TEXT("● The second copy is back; it lacks nothing."));
}

static void look_at_copy(struct desk *d)
{
	bool there = copy_is_there(d);

	if (!there && d->safety.copy != COPY_GONE)
		copy_went(d);
	if (!there)
		keep_gone(d, true);
	else if (d->safety.copy == COPY_GONE && !d->safety.copier)
		copy_came(d);
}

struct frame_field desk_copy_field(struct desk *d, struct message *narrow)
{
	int64_t behind = desk_copy_behind(d);

	if (!d->backup_dir.n || d->rehearsal)
		return (struct frame_field){TEXT("copy –"), TONE_PLAIN};
	if (d->safety.copy == COPY_GONE)
		return (struct frame_field){TEXT("copy ✗"), TONE_CAUTION};
	if (d->safety.copier)
		return (struct frame_field){TEXT("copy …"), TONE_CAUTION};
	if (behind <= 0)
		return (struct frame_field){TEXT("copy ✓"), TONE_GOOD};
	*narrow = behind > 99 ? TEXT(CTX("narrow status line", "copy 99+"))
			      : MSG(CTX("narrow status line", "copy {n}!"), A_INT("n", behind));
	return (struct frame_field){MSG("copy {n}!", A_INT("n", behind)), TONE_CAUTION};
}

static struct message copy_words(struct desk *d)
{
	int64_t behind = desk_copy_behind(d);
	struct arg path = A_STR("path", d->backup_dir);

	if (d->safety.copy == COPY_GONE)
		return MSG("✗ the copy in {path} is out of reach", path);
	if (behind > 0)
		return MSGN_WITH("copy in {path}: {n} act behind",
			"copy in {path}: {n} acts behind", behind, path);
	return MSG("copy in {path}", path);
}

int desk_paint_safety(struct desk *d, struct area area, int row)
{
	/* As many rows as it takes: a folder cut off is none. */
	if (!d->backup_dir.n || d->rehearsal)
		row += canvas_wrap_say(
			area, row, 0, STYLE_DONE, TEXT("no copy yet (F9: copy to a stick)"));
	else
		row += canvas_wrap_say(area, row, 0,
			d->safety.copy == COPY_GONE ? STYLE_CAUTION : STYLE_TEXT, copy_words(d));
	if (d->safety.scarce && row < area.rows)
		canvas_say(area, row++, 0, 0, STYLE_CAUTION, ALIGN_START,
			MSG("! disk: {n} MB free", A_INT("n", d->safety.free_mb)));
	return row;
}

/* --- when --- */

void desk_safety_begin(struct desk *d)
{
	struct error ignored;
	struct str value;
	bool found;

	d->safety = (struct safety_look){.every_ms = LOOK_MS, .free_bytes = file_free_bytes};
	if (journal_kept(register_journal(d->r), STR(COPY_KEY), &d->frame, &value, &found,
		    &ignored) < 0 ||
		!found || value.n >= sizeof d->backup_path)
		return;
	memcpy(d->backup_path, value.p, value.n);
	d->backup_dir = (struct str){d->backup_path, value.n};
	d->safety.gone_kept = journal_kept(register_journal(d->r), STR(GONE_KEY), &d->frame, &value,
				      &found, &ignored) == 0 &&
			      found;
	/* The field says it; the message line has the last act. */
	if (d->safety.gone_kept || (!d->rehearsal && !copy_is_there(d)))
		d->safety.copy = COPY_GONE;
}

void desk_safety_tick(struct desk *d)
{
	struct safety_look *l = &d->safety;
	int64_t now = desk_now_ms();

	if (l->copier && copier_ended(l))
		end_copying(d);
	if (d->rehearsal || d->disk.stuck || (l->looked && now - l->looked_ms < l->every_ms))
		return;
	l->looked = true;
	l->looked_ms = now;
	if (!d->read_only)
		look_at_space(d);
	if (d->backup_dir.n)
		look_at_copy(d);
}

int desk_safety_patience_ms(const struct desk *d, int ms)
{
	int most = d->safety.copier ? 250 : LOOK_MS;

	if (!d->safety.copier && (d->rehearsal || !d->backup_dir.n))
		return ms;
	return ms < 0 || ms > most ? most : ms;
}

void desk_safety_leave(struct desk *d)
{
	struct safety_look *l = &d->safety;

	if (!l->copier)
		return;
	/* Nobody waits for a stick that no longer answers; a copy broken off leaves the older one
	 * as it was. */
	(void)kill(l->copier, SIGKILL);
	(void)waitpid(l->copier, NULL, WNOHANG);
	close(l->copier_fd);
	l->copier = 0;
}

/* The sheet that is signed at the door. A child of the same program draws it, so that fonts and
 * page layout never enter the desk; what it complains of is said on the form. */
#include "tui/prepare.h"

#include "storage/record/record.h"
#include "tui/fields.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define COMPLAINT_MAX 600
#define WORDS_MAX     16

/* Start the child with its standard error in the pipe FDS. errno says why not. */
static int start(const char *program, const char *const argv[], const int fds[2], pid_t *pid)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	sigset_t none;
	int failed;

	sigemptyset(&none);
	if (posix_spawn_file_actions_init(&files) != 0)
		return -1;
	if (posix_spawnattr_init(&attributes) != 0) {
		posix_spawn_file_actions_destroy(&files);
		return -1;
	}
	failed = posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0) ||
		 posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0) ||
		 posix_spawn_file_actions_adddup2(&files, fds[1], 2) ||
		 posix_spawnattr_setsigmask(&attributes, &none) ||
		 posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	if (!failed) {
		errno = posix_spawn(pid, program ? program : "/proc/self/exe", &files, &attributes,
			(char *const *)(uintptr_t)argv, environ);
		failed = errno != 0;
	}
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	return failed ? -1 : 0;
}

/* What the child said, its last line without the program's name. */
static struct str complaint_of(int fd, struct arena *a)
{
	char text[COMPLAINT_MAX];
	struct str s;
	size_t n = 0;
	ssize_t got;

	while (n < sizeof text &&
		((got = read(fd, text + n, sizeof text - n)) > 0 || (got < 0 && errno == EINTR)))
		n += got > 0 ? (size_t)got : 0;
	s = (struct str){text, n};
	while (s.n && s.p[s.n - 1] == '\n')
		s.n--;
	for (size_t i = s.n; i > 0; i--) {
		if (s.p[i - 1] == '\n') {
			s = (struct str){s.p + i, s.n - i};
			break;
		}
	}
	if (str_starts(s, "mahdar: "))
		s = (struct str){s.p + 8, s.n - 8};
	return arena_str(a, s);
}

/* Let a child draw: WORDS are what follows `mahdar --register … --lang …`, ended by NULL. False:
 * WHY is what it complained of, or empty. */
static bool prepare_draw(struct desk *d, const char *const *words, struct str *why)
{
	static const char *const langs[] = {[LANG_AR] = "ar", [LANG_FR] = "fr", [LANG_EN] = "en"};
	const char *argv[WORDS_MAX] = {"mahdar", "--register", journal_path(register_journal(d->r)),
		"--lang", langs[desk_record_lang(d)]};
	int fds[2], status = -1;
	pid_t pid;

	for (size_t i = 0, n = 5; words[i] && n + 1 < WORDS_MAX; i++)
		argv[n++] = words[i];
	*why = STR("");
	if (pipe2(fds, O_CLOEXEC) != 0)
		return false;
	if (start(d->cli->program, argv, fds, &pid) < 0) {
		close(fds[0]);
		close(fds[1]);
		return false;
	}
	close(fds[1]);
	*why = complaint_of(fds[0], &d->frame);
	close(fds[0]);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static const char *digits(struct desk *d, int64_t n)
{
	struct builder b;

	builder_init(&b, &d->frame);
	builder_add_int(&b, n);
	return builder_str(&b).p;
}

/* What the child said of a file that could not be drawn, at the field that names it. */
static void complain(struct desk *d, struct str why)
{
	d->over.fields[0].problem =
		why.n ? message_copy(&d->over.arena, MSG("{why}", A_STR("why", why)))
		      : TEXT("the pages could not be drawn");
}

static bool submit_sheet(struct desk *d)
{
	struct form_field *f = d->over.fields;
	const char *path;
	struct str why;

	if (!fields_take_path(d, &f[0], &path))
		return false;
	if (prepare_draw(d,
		    (const char *const[]){
			    "sheet", digits(d, desk_session(d)->is.number), "--to", path, NULL},
		    &why)) {
		desk_say(d, TONE_GOOD,
			MSG("● The attendance sheet is in {path}", A_STR("path", str_of(path))));
		return true;
	}
	complain(d, why);
	return false;
}

void prepare_sheet(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct overlay *o;
	struct builder b;

	if (desk_rehearses(d))
		return;
	if (!s) {
		desk_say(d, TONE_BAD, TEXT("✗ Choose a session first."));
		return;
	}
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Attendance sheet to be printed"));
	overlay_line(o, TEXT("A PDF with the members in office, their numbers and room to sign."));
	o->fields[0] = fields_code(TEXT("file"), true);
	overlay_form_ready(o);
	builder_init(&b, &d->frame);
	builder_add_z(&b, "~/presence-");
	builder_add_int(&b, s->is.number);
	builder_add_z(&b, ".pdf");
	form_set(&o->fields[0], builder_str(&b));
	o->submit = submit_sheet;
}

static bool submit_failures(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct message *written = ARENA_ARRAY(&d->frame, struct message, s->calls.n);
	const char *dir;
	struct str why;
	size_t n = 0;

	if (!fields_take_path(d, &d->over.fields[0], &dir))
		return false;
	for (size_t i = 0; i < s->calls.n; i++) {
		if (!s->calls.at[i].n_failed)
			continue;
		if (!prepare_draw(d,
			    (const char *const[]){"export", digits(d, s->is.number), "--call",
				    digits(d, s->calls.at[i].is.call), "--to", dir, NULL},
			    &why)) {
			complain(d, why);
			return false;
		}
		written[n++] =
			MSG("{it}", A_STR("it", str_of(record_draft_name(s, s->calls.at[i].is.call,
							desk_record_lang(d), &d->frame))));
	}
	/* The name first: the folder has just been typed, should it be too long for the row. */
	desk_say(d, TONE_GOOD,
		MSG("● To be signed by hand: {files}, in {folder}", A_LIST("files", written, n),
			A_STR("folder", str_of(dir))));
	return true;
}

void prepare_failures(struct desk *d)
{
	const struct session *s = desk_session(d);
	struct overlay *o;
	bool failed = false;

	for (size_t i = 0; s && i < s->calls.n; i++)
		failed = failed || s->calls.at[i].n_failed;
	if (!failed) {
		desk_say(d, TONE_BAD, TEXT("✗ No call of this session has failed."));
		return;
	}
	o = desk_overlay(d, OVERLAY_FORM, TEXT("Record of the failed call, to be printed"));
	overlay_line(o, TEXT("A PDF with names and figures; it is signed by hand on the spot, and "
			     "the minutes tell of it again."));
	o->fields[0] = fields_code(TEXT("folder"), true);
	overlay_form_ready(o);
	form_set(&o->fields[0], STR("~/"));
	o->submit = submit_failures;
}

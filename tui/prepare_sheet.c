/* The sheet that is signed at the door. A child of the same program draws it, so that fonts and
 * page layout never enter the desk; what it complains of is said on the form. */
#include "tui/prepare.h"

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

/* Start the child with its standard error in the pipe FDS. errno says why not. */
static int start(const char *const argv[], const int fds[2], pid_t *pid)
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
		errno = posix_spawn(pid, "/proc/self/exe", &files, &attributes,
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

/* True when it was drawn; else WHY is what the child complained of, or empty. */
static bool draw(struct desk *d, const char *path, struct str *why)
{
	static const char *const langs[] = {[LANG_AR] = "ar", [LANG_FR] = "fr", [LANG_EN] = "en"};
	struct builder number;
	const char *argv[] = {"mahdar", "--register", journal_path(register_journal(d->r)),
		"--lang", langs[desk_record_lang(d)], "sheet", NULL, "--to", path, NULL};
	int fds[2], status = -1;
	pid_t pid;

	builder_init(&number, &d->frame);
	builder_add_int(&number, desk_session(d)->is.number);
	argv[6] = builder_str(&number).p;
	*why = STR("");
	if (pipe2(fds, O_CLOEXEC) != 0)
		return false;
	if (start(argv, fds, &pid) < 0) {
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

static bool submit_sheet(struct desk *d)
{
	struct form_field *f = d->over.fields;
	const char *path;
	struct str why;

	if (!fields_take_path(d, &f[0], &path))
		return false;
	if (draw(d, path, &why)) {
		desk_say(d, TONE_GOOD,
			MSG("● The attendance sheet is in {path}", A_STR("path", str_of(path))));
		return true;
	}
	f[0].problem = why.n ? message_copy(&d->over.arena, MSG("{why}", A_STR("why", why)))
			     : TEXT("the sheet could not be drawn");
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
	o->fields[0] = fields_text(TEXT("file"), DIR_LTR, true);
	overlay_form_ready(o);
	builder_init(&b, &d->frame);
	builder_add_z(&b, "~/presence-");
	builder_add_int(&b, s->is.number);
	builder_add_z(&b, ".pdf");
	form_set(&o->fields[0], builder_str(&b));
	o->submit = submit_sheet;
}

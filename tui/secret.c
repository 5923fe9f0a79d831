#include "tui/secret.h"

#include "locale/format.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define LETTERS_LEAST 8 /* of a passphrase that is not called short */

void secret_wipe(struct secret *s)
{
	explicit_bzero(s, sizeof *s);
}

struct str secret_str(const struct secret *s)
{
	return (struct str){s->text, s->n};
}

/* One line, byte by byte: what follows it on the descriptor is somebody else's. */
static int read_line(int fd, struct secret *out, struct error *err)
{
	out->n = 0;
	for (;;) {
		char c;
		ssize_t got = read(fd, &c, 1);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return error_sys(err, ERROR_FILE, "%d", fd);
		if (got == 0 || c == '\n')
			break;
		if (out->n == SECRET_MAX)
			return error_set(err, ERROR_USAGE, "--passphrase-fd");
		out->text[out->n++] = c;
	}
	if (out->n == 0)
		return error_set(err, ERROR_PASSPHRASE, "%s", "");
	return 0;
}

static int ask_once(const struct cli *cli, int tty, struct message prompt, struct secret *out,
	struct error *err)
{
	struct str words = format_plain(&prompt, cli->lang, cli->arena);
	struct termios before, silent;
	int status;

	if (tcgetattr(tty, &before) < 0)
		return error_sys(err, ERROR_NO_TERMINAL, "/dev/tty");
	silent = before;
	silent.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL);
	if (write(tty, words.p, words.n) < 0 || write(tty, " ", 1) < 0 ||
		tcsetattr(tty, TCSAFLUSH, &silent) < 0)
		return error_sys(err, ERROR_NO_TERMINAL, "/dev/tty");
	status = read_line(tty, out, err);
	if (tcsetattr(tty, TCSAFLUSH, &before) < 0 || write(tty, "\n", 1) < 0)
		return error_sys(err, ERROR_NO_TERMINAL, "/dev/tty");
	return status;
}

static int ask(const struct cli *cli, int tty, struct message prompt, bool twice,
	struct secret *out, struct error *err)
{
	struct secret again;
	int status = ask_once(cli, tty, prompt, out, err);

	while (status == 0 && twice) {
		status = ask_once(cli, tty, TEXT("Once more, to be sure:"), &again, err);
		twice = status == 0 &&
			(again.n != out->n || memcmp(again.text, out->text, out->n) != 0);
		secret_wipe(&again);
		if (twice) {
			cli_complain(cli, TEXT("The two were not the same; again."));
			status = ask_once(cli, tty, prompt, out, err);
		}
	}
	return status;
}

int secret_read(const struct cli *cli, struct message prompt, bool twice, int fd,
	struct secret *out, struct error *err)
{
	int tty, status;

	*out = (struct secret){.n = 0};
	if (fd >= 0)
		return read_line(fd, out, err);
	tty = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
	if (tty < 0)
		return error_sys(err, ERROR_NO_TERMINAL, "/dev/tty");
	status = ask(cli, tty, prompt, twice, out, err);
	close(tty);
	if (status < 0)
		secret_wipe(out);
	return status;
}

bool secret_is_short(struct str passphrase)
{
	size_t letters = 0;

	for (size_t i = 0; i < passphrase.n; i++)
		letters += ((unsigned char)passphrase.p[i] & 0xC0) != 0x80;
	return letters < LETTERS_LEAST;
}

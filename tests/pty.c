#include "tests/pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <vterm.h>

#include "locale/text.h"
#include "storage/memory.h"
#include "tests/test.h"

#define PATIENCE_MS 10000

struct pty {
	pid_t pid;
	int master, status;
	bool ended;
	const char *answers; /* instead of libvterm's own; NULL: those */
	bool answered;
	VTerm *vt;
	VTermScreen *screen;
	struct bytes raw;
	unsigned long marks, seen;
	unsigned long presses; /* read by the program when it painted last */
	size_t marks_from;     /* where to look for the next mark */
	int rows, cols;
	char row[4096];
};

static long now_ms(void)
{
	struct timespec t;

	assert_return_code(clock_gettime(CLOCK_MONOTONIC, &t), errno);
	return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void answer(const char *s, size_t len, void *user)
{
	struct pty *p = user;

	if (p->answers)
		return;
	/* The child may be gone already; then nobody waits for the answer. */
	if (write(p->master, s, len) < 0 && errno != EIO)
		fail_msg("the terminal takes no answer: %s", strerror(errno));
}

static char **environment(const char *extra)
{
	static const char *const drop[] = {"TMUX", "STY", "VTE_VERSION", "KONSOLE_VERSION", "LINES",
		"COLUMNS", "LC_ALL", "LANG", "KITTY_WINDOW_ID", "COLORFGBG", "NO_COLOR",
		"TERM_PROGRAM", "MLTERM", "SSH_TTY"};

	for (size_t i = 0; i < sizeof(drop) / sizeof(drop[0]); i++)
		(void)unsetenv(drop[i]);
	(void)setenv("TERM", "xterm-256color", 1);
	(void)setenv("MAHDAR_TEST_MARKER", "1", 1);
	while (extra && *extra) {
		size_t n = strcspn(extra, "\n");
		char *copy = strndup(extra, n);
		char *equals = copy ? strchr(copy, '=') : NULL;

		if (!equals)
			_exit(126);
		*equals = '\0';
		(void)setenv(copy, equals + 1, 1);
		free(copy);
		extra += n + (extra[n] == '\n');
	}
	return NULL;
}

/* The second number of a mark, between NUMBERS and END: "N;K". */
static unsigned long presses_of(const unsigned char *numbers, const unsigned char *end)
{
	unsigned long presses = 0;

	while (numbers < end && *numbers != ';')
		numbers++;
	for (numbers++; numbers < end; numbers++)
		presses = presses * 10 + (unsigned long)(*numbers - '0');
	return presses;
}

/* Count the marks among what came in. */
static void count_marks(struct pty *p)
{
	static const char mark[] = "\033]7777;";

	for (;;) {
		unsigned char *at = memmem(
			p->raw.p + p->marks_from, p->raw.n - p->marks_from, mark, sizeof(mark) - 1);
		unsigned char *end;

		if (!at)
			break;
		end = memchr(at, '\a', p->raw.n - (size_t)(at - p->raw.p));
		if (!end)
			break;
		p->marks++;
		p->presses = presses_of(at + sizeof(mark) - 1, end);
		p->marks_from = (size_t)(end - p->raw.p) + 1;
	}
}

/* Read what is there, waiting at most MS; false at the end of the terminal or when nothing came. */
static bool pump(struct pty *p, int ms)
{
	struct pollfd f = {.fd = p->master, .events = POLLIN};
	char buf[4096];
	ssize_t n;

	if (p->master < 0 || poll(&f, 1, ms) <= 0)
		return false;
	n = read(p->master, buf, sizeof(buf));
	if (n <= 0)
		return false;
	bytes_add(&p->raw, buf, (size_t)n);
	(void)vterm_input_write(p->vt, buf, (size_t)n);
	count_marks(p);
	if (p->answers && !p->answered && pty_received(p, "\033[c", 0) >= 0) {
		p->answered = true;
		pty_write(p, p->answers, strlen(p->answers));
	}
	return true;
}

struct pty *pty_start(int rows, int cols, char *const argv[], const char *extra_env)
{
	return pty_start_as(rows, cols, argv, extra_env, NULL);
}

/* As a terminal starts a program: what ran the tests may have ignored some, as nohup does. */
static void signals_of_a_terminal(void)
{
	static const int ignored[] = {SIGHUP, SIGINT, SIGQUIT};

	for (size_t i = 0; i < ARRAY_LEN(ignored); i++)
		(void)signal(ignored[i], SIG_DFL);
}

/* The kernel throws away what a program wrote and nobody read yet when ^C or ^\ is typed after it
 * gave the terminal back; an emulator has read it by then, a test that types on has not. */
static void keep_what_was_written(int terminal)
{
	struct termios modes;

	assert_return_code(tcgetattr(terminal, &modes), errno);
	modes.c_lflag |= NOFLSH;
	assert_return_code(tcsetattr(terminal, TCSANOW, &modes), errno);
}

static struct pty *spawn(
	int rows, int cols, char *const argv[], const char *extra_env, const char *answers)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
	struct pty *p = calloc(1, sizeof(*p));

	assert_non_null(p);
	p->answers = answers;
	p->rows = rows;
	p->cols = cols;
	p->vt = vterm_new(rows, cols);
	vterm_set_utf8(p->vt, 1);
	p->screen = vterm_obtain_screen(p->vt);
	vterm_screen_enable_altscreen(p->screen, 1);
	vterm_screen_reset(p->screen, 1);
	vterm_output_set_callback(p->vt, answer, p);
	p->pid = forkpty(&p->master, NULL, NULL, &size);
	assert_return_code(p->pid, errno);
	if (p->pid == 0) {
		(void)environment(extra_env);
		signals_of_a_terminal();
		keep_what_was_written(STDIN_FILENO);
		execv(argv[0], argv);
		_exit(127);
	}
	return p;
}

struct pty *pty_start_lines(int rows, int cols, char *const argv[])
{
	return spawn(rows, cols, argv, NULL, NULL);
}

struct pty *pty_start_as(
	int rows, int cols, char *const argv[], const char *extra_env, const char *answers)
{
	struct pty *p = spawn(rows, cols, argv, extra_env, answers);

	for (long end = now_ms() + PATIENCE_MS; p->marks == 0 && now_ms() < end;)
		if (!pump(p, 100) && waitpid(p->pid, &p->status, WNOHANG) == p->pid) {
			p->ended = true;
			break;
		}
	p->seen = p->marks;
	return p;
}

static long last_of(const struct pty *p, const char *sequence)
{
	long at = -1, next;

	while ((next = pty_received(p, sequence, (size_t)(at + 1))) >= 0)
		at = next;
	return at;
}

/* Invisible characters take a cell in one terminal and none in the next: none is ever sent. What
 * comes after the end is no longer the program's: the kernel echoes what is still typed. */
static void assert_visible(const struct pty *p)
{
	struct str all = {(const char *)p->raw.p, p->raw.n};
	long end = p->ended ? last_of(p, "\033[?1049l") : -1;

	if (end >= 0)
		all.n = (size_t)end;

	for (size_t at = 0; at < all.n;) {
		size_t from = at;
		uint32_t code = text_decode(all, &at);

		if (text_is_format(code) || code == 0xA0 || code == 0x202F)
			fail_msg("U+%04X was sent, at byte %zu", (unsigned)code, from);
	}
}

void pty_close(struct pty *p)
{
	assert_visible(p);
	if (!p->ended) {
		(void)kill(p->pid, SIGKILL);
		(void)waitpid(p->pid, &p->status, 0);
	}
	if (p->master >= 0)
		(void)close(p->master);
	vterm_free(p->vt);
	bytes_free(&p->raw);
	free(p);
}

void pty_write(struct pty *p, const char *keys, size_t n)
{
	while (n > 0) {
		ssize_t done = write(p->master, keys, n);

		assert_return_code(done, errno);
		keys += done;
		n -= (size_t)done;
		while (pump(p, 0))
			;
	}
}

void pty_settle(struct pty *p)
{
	long end = now_ms() + PATIENCE_MS;

	while (p->marks <= p->seen && now_ms() < end)
		(void)pump(p, 100);
	if (p->marks <= p->seen)
		fail_msg("no repaint came");
	p->seen = p->marks;
}

void pty_type_bytes(struct pty *p, const char *keys, size_t n)
{
	unsigned long before;

	while (pump(p, 0))
		;
	before = p->presses;
	p->seen = p->marks;
	pty_write(p, keys, n);
	/* A repaint for another reason (a clock, a follower) may be on its way: not that one. */
	do
		pty_settle(p);
	while (p->presses == before);
}

void pty_type(struct pty *p, const char *keys)
{
	pty_type_bytes(p, keys, strlen(keys));
}

void pty_resize(struct pty *p, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	p->rows = rows;
	p->cols = cols;
	vterm_set_size(p->vt, rows, cols);
	assert_return_code(ioctl(p->master, TIOCSWINSZ, &size), errno);
}

void pty_signal(struct pty *p, int signal)
{
	assert_return_code(kill(p->pid, signal), errno);
}

const char *pty_row(struct pty *p, int row)
{
	size_t n = 0, end = 0;

	for (int col = 0; col < p->cols; col++) {
		VTermPos pos = {.row = row, .col = col};
		VTermScreenCell cell;
		char utf8[8];

		if (!vterm_screen_get_cell(p->screen, pos, &cell) || cell.chars[0] == (uint32_t)-1)
			continue;
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) {
			uint32_t c = cell.chars[i] ? cell.chars[i] : i == 0 ? ' ' : 0;
			size_t k = 0;

			if (c == 0)
				break;
			if (c < 0x80)
				utf8[k++] = (char)c;
			else if (c < 0x800)
				utf8[k++] = (char)(0xC0 | c >> 6);
			else if (c < 0x10000)
				utf8[k++] = (char)(0xE0 | c >> 12);
			else
				utf8[k++] = (char)(0xF0 | c >> 18);
			if (c >= 0x10000)
				utf8[k++] = (char)(0x80 | (c >> 12 & 63));
			if (c >= 0x800)
				utf8[k++] = (char)(0x80 | (c >> 6 & 63));
			if (c >= 0x80)
				utf8[k++] = (char)(0x80 | (c & 63));
			assert_true(n + k < sizeof(p->row));
			memcpy(p->row + n, utf8, k);
			n += k;
			if (c != ' ')
				end = n;
		}
	}
	p->row[end] = '\0';
	return p->row;
}

bool pty_shows(struct pty *p, const char *text)
{
	for (int row = 0; row < p->rows; row++)
		if (strstr(pty_row(p, row), text))
			return true;
	return false;
}

void pty_wait_for(struct pty *p, const char *text)
{
	long end = now_ms() + PATIENCE_MS;

	while (!pty_shows(p, text)) {
		if (now_ms() > end) {
			for (int row = 0; row < p->rows; row++)
				print_message("# %s\n", pty_row(p, row));
			fail_msg("\"%s\" never came", text);
		}
		(void)pump(p, 50);
	}
	p->seen = p->marks;
}

int pty_wait_exit(struct pty *p)
{
	long end = now_ms() + PATIENCE_MS;

	while (!p->ended) {
		(void)pump(p, 20);
		if (waitpid(p->pid, &p->status, WNOHANG) == p->pid)
			p->ended = true;
		else if (now_ms() > end)
			fail_msg("it does not end");
	}
	while (pump(p, 20))
		;
	return p->status;
}

bool pty_ended(struct pty *p)
{
	if (!p->ended && waitpid(p->pid, &p->status, WNOHANG) == p->pid)
		p->ended = true;
	return p->ended;
}

/* Where SEQUENCE came last; -1: never. */
bool pty_given_back(const struct pty *p)
{
	struct termios t;

	if (tcgetattr(p->master, &t) != 0)
		return false;
	return (t.c_lflag & (ICANON | ECHO | ISIG)) == (ICANON | ECHO | ISIG) &&
	       (t.c_iflag & ICRNL) && (t.c_oflag & OPOST) &&
	       last_of(p, "\033[?1049l") >= last_of(p, "\033[?1049h") &&
	       last_of(p, "\033[?2004l") >= last_of(p, "\033[?2004h");
}

void pty_quiet(struct pty *p)
{
	while (pump(p, 100))
		;
	p->seen = p->marks;
}

void pty_wait_stop(struct pty *p)
{
	long end = now_ms() + PATIENCE_MS;
	int status = 0;

	while (waitpid(p->pid, &status, WNOHANG | WUNTRACED) != p->pid) {
		if (now_ms() > end)
			fail_msg("it does not stop");
		(void)pump(p, 20);
	}
	assert_true(WIFSTOPPED(status));
	while (pump(p, 20))
		;
	p->seen = p->marks; /* what comes now was painted after it went on */
}

void pty_hang_up(struct pty *p)
{
	(void)close(p->master);
	p->master = -1;
}

uint32_t pty_code(struct pty *p, int row, int col)
{
	VTermPos pos = {.row = row, .col = col};
	VTermScreenCell cell;

	assert_true(vterm_screen_get_cell(p->screen, pos, &cell));
	return cell.chars[0];
}

void pty_cursor(struct pty *p, int *row, int *col)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(p->vt), &pos);
	*row = pos.row;
	*col = pos.col;
}

long pty_received(const struct pty *p, const char *sequence, size_t from)
{
	const unsigned char *at;

	if (from > p->raw.n || !p->raw.p)
		return -1;
	at = memmem(p->raw.p + from, p->raw.n - from, sequence, strlen(sequence));
	return at ? (long)(at - p->raw.p) : -1;
}

size_t pty_received_bytes(const struct pty *p)
{
	return p->raw.n;
}

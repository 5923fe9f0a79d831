/* Random sessions: whatever is asked of an assembly, in whatever order, certain things hold. Each
 * session runs in a process of its own, so that a failed assertion of the program is found and
 * shrunk like any other failure. TEST_SEED=N repeats a run, TEST_SESSIONS=N plays that many. */
#include <sys/wait.h>
#include <unistd.h>

#include "model/describe.h"
#include "model/floor.h"
#include "model/grammar.h"
#include "model/minutes.h"
#include "model/motion.h"
#include "model/room.h"
#include "storage/memory.h"
#include "tests/acts_drawn.h"
#include "tests/assembly.h"
#include "tests/dump.h"
#include "tests/generate.h"
#include "tests/presence.h"
#include "tests/rules_drawn.h"
#include "tests/votes.h"

#define ACTS     140
#define SESSIONS 300

struct script {
	struct command command[ACTS];
	size_t n;
};

/* --- what holds at any moment --- */

static bool floor_holds(struct assembly *t)
{
	const struct session *s = &t->session;
	const struct speech *speaking = floor_speaking(s);
	size_t waits = 0, runs = 0;

	for (size_t i = 0; i < s->speeches.n; i++) {
		const struct speech *p = &s->speeches.at[i];
		size_t stands = 0;

		for (size_t k = 0; k < s->floor_queue.n; k++)
			stands += s->floor_queue.at[k] == p->is.request;
		if (stands != (p->state == SPEECH_WAITS))
			return assembly_break(t, "request %d stands %d times on the list",
				(int)p->is.request, (int)stands);
		waits += p->state == SPEECH_WAITS;
		runs += p->state == SPEECH_RUNS;
	}
	if (waits != s->floor_queue.n)
		return assembly_break(t, "somebody waits who did not ask");
	if (runs != (speaking != NULL))
		return assembly_break(t, "%d speak at once", (int)runs);
	if (speaking && (speaking->is.item != s->open_item ||
				(s->phase != PHASE_SITTING && s->phase != PHASE_SUSPENDED)))
		return assembly_break(t, "somebody speaks on what is over");
	return true;
}

static bool items_hold(struct assembly *t)
{
	const struct session *s = &t->session;
	size_t open = 0;

	for (size_t i = 0; i < s->agenda.n; i++) {
		const struct item *item = session_item(s, s->agenda.at[i]);

		if (!item || session_agenda_number(s, item->is.item) != (int64_t)i + 1)
			return assembly_break(t, "the agenda names an item twice or none");
		open += item->state == ITEM_IS_OPEN;
		if (item->state == ITEM_IS_OPEN && s->open_item != item->is.item)
			return assembly_break(t, "an item is open that is not the open one");
	}
	if (open != (s->open_item != 0))
		return assembly_break(t, "the open item is not on the agenda");
	if (s->open_vote.item && s->open_vote.item != s->open_item &&
		s->open_vote.item != OWN_MATTERS)
		return assembly_break(t, "a vote is open on an item that is not");
	for (size_t i = 0; i < s->passages.n; i++) {
		const struct text_kept *p = &s->passages.at[i].is;

		if ((p->member && !session_seat(s, p->member)) || p->guest > (int64_t)s->guests.n ||
			(p->item && !session_item(s, p->item)))
			return assembly_break(t, "a passage names somebody who is not there");
	}
	return true;
}

/* --- what the desk relies on --- */

static const struct envelope env = {
	{1735549200, 60}, {"test", 4}, {"00112233445566778899aabbccddeeff", 32}};

static const enum command_type without_arguments[] = {CMD_ATTENDANCE_ALL, CMD_QUORUM_RECORD,
	CMD_QUORUM_CONTINUE, CMD_ITEM_DISCUSS, CMD_ITEM_NOTE, CMD_ITEM_CLOSE, CMD_VOTE_UNANIMOUS,
	CMD_VOTE_CLOSE, CMD_VOTE_ANNOUNCE, CMD_SITTING_RESUME, CMD_LETTERHEAD_TAKE};

static bool offers_hold(struct assembly *t)
{
	for (size_t i = 0; i < ARRAY_LEN(without_arguments); i++) {
		struct command c = command_of(without_arguments[i]);
		struct decision d = decide(&t->world, &c, &env, &t->scratch);
		struct decision o = offer(&t->world, c.type, &t->scratch);

		if ((d.verdict == VERDICT_REFUSED) != (o.verdict == VERDICT_REFUSED) ||
			(d.verdict == VERDICT_REFUSED && strcmp(d.code, o.code) != 0) || o.n)
			return assembly_break(t, "%s is offered as %s and decided as %s",
				command_spec(c.type)->name, o.code ? o.code : "possible",
				d.code ? d.code : "done");
	}
	return true;
}

static bool step_holds(struct assembly *t)
{
	struct step step = step_next(&t->world, &t->scratch);
	struct decision d;

	if (!step.what.id)
		return assembly_break(t, "the step has no words");
	if (step.kind != STEP_COMMAND)
		return true;
	d = decide(&t->world, &step.command, &env, &t->scratch);
	if (d.verdict == VERDICT_REFUSED)
		return assembly_break(t, "the step proposes %s, which is refused: %s",
			command_spec(step.command.type)->name, d.code);
	return true;
}

/* --- the room --- */

/* Is what VIEW has of a vote what was announced of VOTE? */
static bool shows_announced(
	const struct session *s, const struct room_view *v, const struct vote *vote)
{
	const struct motion *motion = session_motion(s, vote->motion);
	const struct item *named = session_item(
		s, vote->id.item == OWN_MATTERS && motion && motion->is.item ? motion->is.item
									     : vote->id.item);
	const struct room_text title = room_text(item_title(named).fr);

	return vote->state == VOTE_IS_CLOSED && vote->ever_announced &&
	       vote->announced_ballots.votes_for == v->votes_for &&
	       vote->announced_ballots.against == v->against &&
	       vote->announced_ballots.abstain == v->abstain &&
	       outcome_adopted(vote->announced_outcome) == (v->verdict == ROOM_ADOPTED) &&
	       str_equal(room_str(&v->title.fr), room_str(&title)) &&
	       (v->motion.id != NULL) == (motion != NULL);
}

/* Nothing was voted on the item of VOTE since it was announced, whatever became of that. */
static bool is_last_word(const struct session *s, const struct vote *vote)
{
	const struct item *item = session_item(s, vote->id.item);

	for (size_t i = 0; i < item->votes.n; i++) {
		const struct vote *other = &item->votes.at[i];

		if (other->n_opened > vote->n_announced ||
			(other != vote && other->motion == vote->motion &&
				other->n_opened > vote->n_opened && other->state != VOTE_IS_VOID))
			return false;
	}
	return true;
}

/* A result in the room is the last one announced, and not void, of the very thing in its title. */
static bool room_holds(struct assembly *t)
{
	const struct session *s = &t->session;
	struct room_view *v = ARENA_ARRAY(&t->scratch, struct room_view, 1);

	*v = room_view(s);
	if (v->scene != ROOM_RESULT)
		return v->votes_for + v->against + v->abstain == 0 ||
		       assembly_break(t, "the room has figures outside a result");
	for (size_t i = 0; i < session_holders(s); i++) {
		const struct item *item = session_holder(s, i);

		for (size_t k = 0; k < item->votes.n; k++) {
			if (shows_announced(s, v, &item->votes.at[k]) &&
				is_last_word(s, &item->votes.at[k]))
				return true;
		}
	}
	return assembly_break(t, "the room shows a result that is not that of its title");
}

/* Everything people read can be made of any state: minutes, history, the room. */
static bool views_hold(struct assembly *t)
{
	const struct session *s = &t->session;
	struct arena *a = &t->scratch;

	for (size_t i = 0; i < s->log.n; i++) {
		if (!describe_event(s, &s->log.at[i], a).id)
			return assembly_break(t, "act %zu has no words", i);
	}
	for (int lang = LANG_AR; lang <= LANG_FR; lang++) {
		for (int draft = 0; draft <= 1; draft++) {
			struct minutes_options o = {.lang = (enum lang)lang, .draft = draft};

			if (!minutes_build(s, &o, a))
				return assembly_break(t, "there are no minutes");
			o.call = s->calls.n && s->calls.at[0].n_failed ? s->calls.at[0].is.call : 0;
			if (o.call && !minutes_build(s, &o, a))
				return assembly_break(t, "there is no record of the failed call");
		}
	}
	if (room_view(s).decisions > (int64_t)s->items.n * ACTS)
		return assembly_break(t, "the room counts decisions that nobody took");
	return true;
}

static bool everything_holds(struct assembly *t)
{
	return attendance_holds(t) && presence_holds(t) && voters_hold(t) && votes_hold(t) &&
	       items_hold(t) && floor_holds(t) && offers_hold(t) && step_holds(t) &&
	       room_holds(t) && (t->session_lines.n % 8 || views_hold(t));
}

/* --- playing and shrinking --- */

static bool is_bare(enum command_type type)
{
	for (size_t i = 0; i < ARRAY_LEN(without_arguments); i++) {
		if (without_arguments[i] == type)
			return true;
	}
	return false;
}

/* What is not on offer is refused, and for the same reason unless its arguments are wrong too. */
static bool offered_alike(struct assembly *t, enum command_type type, struct decision offered)
{
	if (offered.verdict != VERDICT_REFUSED)
		return true;
	if (t->last.verdict == VERDICT_REFUSED &&
		(is_bare(type) || strcmp(t->last.code, offered.code) == 0))
		return true;
	return assembly_break(t, "%s was not on offer (%s) but decided as %s",
		command_spec(type)->name, offered.code, t->last.code ? t->last.code : "done");
}

static void play(struct assembly *t, const struct command *c)
{
	struct decision offered = offer(&t->world, c->type, &t->arena);
	bool broken = session_voting(&t->session) && !session_has_quorum(&t->session);

	(void)assembly_send(t, c);
	if (!t->broken && offered_alike(t, c->type, offered) && broken_quorum_told(t, broken))
		(void)everything_holds(t);
}

static void begin(struct assembly *t, uint64_t seed)
{
	assembly_open(t);
	assembly_session(t, 1 + (int)(seed % 9));
	rules_drawn(t, seed);
	if (seed % 3 == 0)
		(void)assembly_say(t, "item.add kind=election at=1 title_fr=Bureau");
	if (seed % 2 == 0)
		(void)assembly_say(t, "hijri.state year=1446 month=6 first=2024-12-03");
	else
		(void)assembly_say(t, "chamber.describe name_fr=\"La Chambre\" seat_fr=Fez");
	t->fold_every = 16;
}

static void say(const char *what)
{
	(void)!write(STDERR_FILENO, what, strlen(what));
	(void)!write(STDERR_FILENO, "\n", 1);
}

/* Play SCRIPT in a process of its own; true when something broke. Tells what when LOUD. */
static bool breaks(uint64_t seed, const struct script *script, bool loud)
{
	pid_t child = fork();
	int status;

	assert_true(child >= 0);
	if (child == 0) {
		struct assembly t;

		if (!loud && !freopen("/dev/null", "w", stderr))
			_exit(2);
		begin(&t, seed);
		for (size_t i = 0; i < script->n && !t.broken; i++)
			play(&t, &script->command[i]);
		if (!t.broken)
			(void)assembly_folds(&t);
		if (t.broken)
			say(t.broken);
		_exit(t.broken ? 1 : 0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}

/* Leave out halves, quarters … single acts as long as it still breaks. */
static void shrink(uint64_t seed, struct script *script)
{
	for (size_t size = script->n / 2 + 1; size > 0; size /= 2) {
		for (size_t at = 0; at + size <= script->n;) {
			struct script less = *script;

			memmove(&less.command[at], &less.command[at + size],
				(script->n - at - size) * sizeof less.command[0]);
			less.n -= size;
			if (breaks(seed, &less, false))
				*script = less;
			else
				at += size;
		}
	}
}

/* A session is drawn while it is played: what makes sense depends on what happened. */
struct drawing {
	struct generator g;
	struct arena arena;
	struct assembly t;
};

static void draw_begin(struct drawing *d, uint64_t seed)
{
	arena_init(&d->arena, &memory_source);
	d->g = generator_of(seed, &d->arena);
	d->g.small = 10;
	begin(&d->t, seed);
}

/* How many acts of the session of SEED can be played before it breaks; ACTS + 1: all. */
static size_t breaks_at(uint64_t seed)
{
	int ends[2];
	unsigned char done = 0;
	size_t n = 0;
	pid_t child;
	int status;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct drawing d;

		(void)close(ends[0]);
		draw_begin(&d, seed);
		for (size_t i = 0; i < ACTS && !d.t.broken; i++) {
			struct command c = act_drawn(&d.g, &d.t);

			if (write(ends[1], &done, 1) != 1)
				_exit(2);
			play(&d.t, &c);
		}
		_exit(d.t.broken || !assembly_folds(&d.t) ? 1 : 0);
	}
	(void)close(ends[1]);
	while (read(ends[0], &done, 1) == 1)
		n++;
	(void)close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ACTS + 1 : n;
}

static void print_command(const struct command *c, struct arena *a)
{
	struct str line = grammar_print(c, a);

	if (line.n)
		print_error("  %.*s\n", (int)line.n, line.p);
	else
		print_error("  %s …\n", command_spec(c->type)->name);
}

/* The session of SEED breaks at its act N: shrink it and tell. */
static void report(uint64_t seed, size_t n)
{
	struct script script = {.n = n};
	struct drawing d;

	draw_begin(&d, seed);
	for (size_t i = 0; i < n; i++) {
		script.command[i] = act_drawn(&d.g, &d.t);
		if (i + 1 < n)
			play(&d.t, &script.command[i]);
	}
	shrink(seed, &script);
	print_error("TEST_SEED=%llu, %d members, shrunk from %zu acts to %zu:\n",
		(unsigned long long)seed, 1 + (int)(seed % 9), n, script.n);
	for (size_t i = 0; i < script.n; i++)
		print_command(&script.command[i], &d.arena);
	(void)breaks(seed, &script, true);
	assembly_close(&d.t);
	arena_clear(&d.arena);
}

static void random_sessions_keep_what_always_holds(void **state)
{
	const char *wish = getenv("TEST_SESSIONS");
	uint64_t seed = generate_seed(20241230);
	int sessions = wish ? atoi(wish) : SESSIONS;

	(void)state;
	for (int i = 0; i < sessions; i++, seed++) {
		size_t n = breaks_at(seed);

		if (n > ACTS)
			continue;
		report(seed, n);
		fail_msg("session %d of %d broke", i + 1, sessions);
	}
}

/* A check that finds nothing may be one that looks at nothing: how far the sessions get. */
static void random_sessions_get_somewhere(void **state)
{
	size_t seen[EVENT_COUNT] = {0};
	uint64_t seed = 7;

	(void)state;
	for (int i = 0; i < 600; i++, seed++) {
		struct drawing d;

		draw_begin(&d, seed);
		d.t.fold_every = UINT32_MAX;
		for (size_t k = 0; k < ACTS && !d.t.broken; k++) {
			struct command c = act_drawn(&d.g, &d.t);

			if (assembly_send(&d.t, &c) != VERDICT_DONE)
				continue;
			for (size_t e = 0; e < d.t.last.n; e++)
				seen[d.t.last.event[e].type]++;
		}
		assembly_whole(&d.t);
		assembly_close(&d.t);
		arena_clear(&d.arena);
	}
	for (int type = EVENT_SESSION_DESCRIBED; type < EVENT_COUNT; type++) {
		if (!seen[type])
			fail_msg("no session ever recorded %s",
				event_spec((enum event_type)type)->name);
	}
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(random_sessions_keep_what_always_holds),
		cmocka_unit_test(random_sessions_get_somewhere),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}

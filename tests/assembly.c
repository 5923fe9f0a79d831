#include "tests/assembly.h"

#include "model/grammar.h"
#include "model/question.h"
#include "storage/profile.h"
#include "storage/codec.h"
#include "storage/memory.h"
#include "tests/dump.h"

void assembly_open(struct assembly *t)
{
	struct error err;

	*t = (struct assembly){
		.now = instant_at((struct date){2024, 12, 30}, 10 * 3600, 60),
		.fold_every = 1,
	};
	arena_init(&t->arena, &memory_source);
	arena_init(&t->scratch, &memory_source);
	t->chain = chain_open(&err);
	assert_non_null(t->chain);
	chamber_init(&t->chamber, &t->arena);
	session_init(&t->session, &t->arena);
	t->world.chamber = &t->chamber;
	assert_int_equal(
		profiles_shipped(&t->arena, &t->world.profiles, &t->world.profiles_n, &err), 0);
}

void assembly_close(struct assembly *t)
{
	chain_close(t->chain);
	arena_clear(&t->scratch);
	arena_clear(&t->arena);
}

static void keep_line(struct assembly *t, struct assembly_stream *s, struct str line)
{
	struct error err;

	if (s->n == s->room) {
		struct str *more;

		s->room = s->room ? s->room * 2 : 64;
		more = ARENA_ARRAY(&t->arena, struct str, s->room);
		if (s->n)
			memcpy(more, s->line, s->n * sizeof *more);
		s->line = more;
	}
	s->line[s->n++] = line;
	assert_int_equal(chain_hash(t->chain, line.p, line.n, &s->head, &err), 0);
}

bool assembly_break(struct assembly *t, const char *format, ...)
{
	char text[1000];
	va_list args;

	va_start(args, format);
	(void)vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (!t->broken)
		t->broken = arena_z(&t->arena, str_of(text));
	return false;
}

void assembly_whole(const struct assembly *t)
{
	if (t->broken)
		fail_msg("%s", t->broken);
}

/* Stamp, write and read back one fact. */
static bool through_the_codec(
	struct assembly *t, struct assembly_stream *s, const struct event *fact, struct event *back)
{
	const char *type = event_spec(fact->type)->name;
	struct event e = *fact;
	struct error err = {.code = ERROR_NONE};
	struct hash prev;
	struct str line;

	e.n = s->n;
	e.t = t->now;
	for (size_t i = 0; i < 8; i++)
		e.id.b[i] = (unsigned char)(t->ids >> (8 * i));
	t->ids++;
	e.id.b[15] = 1;
	if (!codec_writable(&e))
		return assembly_break(t, "%s cannot be written", type);
	line = codec_encode(&e, s->head, &t->arena);
	if (codec_decode(line, back, &prev, &t->arena, &err) < 0)
		return assembly_break(t, "%s: %.*s", err.detail, (int)line.n, line.p);
	if (!hash_equal(prev, s->head) || !event_same(&e, back))
		return assembly_break(t, "%s is not read back as written", type);
	keep_line(t, s, line);
	return true;
}

bool assembly_folds(struct assembly *t)
{
	struct session again;
	struct arena *a = &t->scratch;

	session_init(&again, a);
	for (uint32_t i = 0; i < t->session_lines.n; i++) {
		struct error err;
		struct event e;
		struct hash prev;

		if (codec_decode(t->session_lines.line[i], &e, &prev, a, &err) < 0 ||
			!session_apply(&again, &e))
			return assembly_break(t, "line %u does not fold", i);
	}
	again.frozen_head = t->session.frozen_head;
	if (!str_equal(dump_session(&again, a), dump_session(&t->session, a)))
		return assembly_break(t, "the fold of the lines is not the state in memory");
	return true;
}

static bool take_in(struct assembly *t, const struct event *fact, enum stream_kind stream)
{
	struct assembly_stream *s =
		stream == STREAM_CHAMBER ? &t->chamber_lines : &t->session_lines;
	struct event e;

	if (!through_the_codec(t, s, fact, &e))
		return false;
	if (stream == STREAM_CHAMBER ? !chamber_apply(&t->chamber, &e)
				     : !session_apply(&t->session, &e))
		return assembly_break(t, "apply refuses what decide gave: act %u %s", e.n,
			event_spec(e.type)->name);
	if (e.type == EVENT_RECORD_FROZEN)
		t->session.frozen_head = s->head;
	if (stream == STREAM_NEW) {
		t->world.session = &t->session;
		t->world.last_number = t->session.is.number;
	}
	return true;
}

/* The facts of the last decision, taken in one after the other. */
static bool record(struct assembly *t, enum stream_kind stream)
{
	size_t findings = t->session.findings.n;

	if (stream == STREAM_NEW) {
		session_init(&t->session, &t->arena);
		t->session_lines = (struct assembly_stream){.n = 0};
		findings = 0;
	}
	for (size_t i = 0; i < t->last.n; i++) {
		if (!take_in(t, &t->last.event[i], stream))
			return false;
	}
	if (t->session.findings.n > findings)
		return assembly_break(t, "what was decided does not follow from the acts: %s",
			t->session.findings.at[t->session.findings.n - 1].what.id);
	t->now.seconds++;
	return stream == STREAM_CHAMBER || t->session_lines.n % t->fold_every || assembly_folds(t);
}

enum verdict assembly_send(struct assembly *t, const struct command *c)
{
	const struct envelope env = {t->now, STR("test"), STR("00112233445566778899aabbccddeeff")};
	const char *name = command_spec(c->type)->name;
	struct arena *a = &t->scratch;
	struct str before;

	if (t->broken)
		return VERDICT_REFUSED;
	arena_clear(a);
	before = dump_session(&t->session, a);
	t->last = decide(&t->world, c, &env, a);
	if (!str_equal(before, dump_session(&t->session, a)))
		(void)assembly_break(t, "deciding %s changed the state", name);
	else if (t->last.verdict != VERDICT_DONE && (t->last.n || !t->last.code || !t->last.why.id))
		(void)assembly_break(t, "%s is refused without a reason or with facts", name);
	else if (t->last.verdict == VERDICT_DONE &&
		 (t->last.n < 1 || t->last.n > DECIDE_EVENTS_MAX))
		(void)assembly_break(t, "%s gives %zu facts", name, t->last.n);
	else if (t->last.verdict == VERDICT_DONE)
		(void)record(t, command_spec(c->type)->stream);
	/* A time that was named is the time it is. */
	if (t->last.verdict == VERDICT_DONE && c->at.seconds > t->now.seconds)
		t->now = c->at;
	return t->last.verdict;
}

const char *assembly_say(struct assembly *t, const char *line)
{
	const struct grammar_day day = {{2024, 12, 30}, 60};
	struct builder b;
	struct command c;
	struct message why;

	/* The command lives as long as the facts: its texts are borrowed. */
	if (grammar_parse(str_of(line), day, &c, &why, &t->arena) != GRAMMAR_COMMAND)
		return "grammar";
	builder_init(&b, &t->arena);
	(void)assembly_send(t, &c);
	assembly_whole(t);
	switch (t->last.verdict) {
	case VERDICT_DONE:
		for (size_t i = 0; i < t->last.n; i++) {
			if (i)
				builder_add_char(&b, ' ');
			builder_add_z(&b, event_spec(t->last.event[i].type)->name);
		}
		break;
	case VERDICT_REFUSED:
		builder_add_z(&b, "refused ");
		builder_add_z(&b, t->last.code);
		break;
	case VERDICT_ASK:
		assert_true(question_known(c.type, str_of(t->last.code)));
		builder_add_z(&b, "ask ");
		builder_add_z(&b, t->last.code);
		break;
	}
	return builder_str(&b).p;
}

bool assembly_force(struct assembly *t, enum event_type type, const void *body)
{
	struct event fact = {.type = type, .at = t->now, .actor = STR("test")}, e;

	memcpy(&fact.body, body, event_spec(type)->size);
	if (!through_the_codec(t, &t->session_lines, &fact, &e))
		assembly_whole(t);
	return session_apply(&t->session, &e);
}

void given_lines(struct assembly *t, const char *const *lines, size_t n, const char *at, int line)
{
	for (size_t i = 0; i < n; i++) {
		const char *answer = assembly_say(t, lines[i]);

		if (t->last.verdict != VERDICT_DONE || strcmp(answer, "grammar") == 0) {
			print_error("%s: %s\n", lines[i], answer);
			_fail(at, line);
		}
	}
}

void then_answered(struct assembly *t, const char *line, const char *answer, const char *at, int n)
{
	const char *got = assembly_say(t, line);
	size_t length = strlen(answer);

	if (length && answer[length - 1] == '*' ? strncmp(got, answer, length - 1) != 0
						: strcmp(got, answer) != 0) {
		print_error("%s: %s, not %s\n", line, got, answer);
		_fail(at, n);
	}
}

const char *assembly_offer(struct assembly *t, enum command_type type)
{
	struct decision d = offer(&t->world, type, &t->arena);

	assert_int_equal(d.n, 0);
	if (d.verdict == VERDICT_DONE)
		return NULL;
	assert_int_equal(d.verdict, VERDICT_REFUSED);
	assert_non_null(d.code);
	assert_non_null(d.why.id);
	return d.code;
}

const char *assembly_dump(struct assembly *t)
{
	return arena_z(&t->arena, dump_session(&t->session, &t->arena));
}

enum outcome assembly_outcome(struct assembly *t, int64_t number)
{
	const struct vote *vote =
		item_vote(session_item(&t->session, session_agenda_key(&t->session, number)));

	assert_non_null(vote);
	assert_int_equal(vote->state, VOTE_IS_CLOSED);
	return vote->outcome;
}

/* --- beginnings --- */

void assembly_chamber(struct assembly *t, int members)
{
	given(t, "@2024-12-01T09:00:00+01:00 chamber.create code=carfm name_ar=الغرفة "
		 "name_fr=\"La chambre\" seat_ar=فاس seat_fr=Fès");
	for (int i = 1; i <= members; i++) {
		char line[200];

		(void)snprintf(line, sizeof line,
			"member.register number=%d name_ar=\"عضو %d\" name_fr=\"Membre %d\" "
			"office=%s from=2021-08-20 to=2027-08-19",
			i, i, i,
			i == 1   ? "president"
			: i == 2 ? "rapporteur"
				 : "member");
		given(t, line);
	}
}

void assembly_session(struct assembly *t, int members)
{
	assembly_chamber(t, members);
	assembly_plan(t);
}

void assembly_plan(struct assembly *t)
{
	given(t, "session.create kind=ordinary year=2024 month=10",
		"session.describe date=2024-12-30 notice=2024-12-10 place_ar=فاس place_fr=Fès",
		"item.add kind=agreement title_ar=اتفاقية title_fr=Convention text_fr=Texte",
		"item.add kind=report title_ar=تقرير title_fr=Rapport",
		"item.add kind=free title_ar=متفرقات title_fr=Divers",
		"item.add kind=budget title_ar=ميزانية title_fr=Budget text_fr=Texte",
		"item.add kind=minutes title_ar=محضر title_fr=PV");
}

void assembly_sitting(struct assembly *t, int members)
{
	assembly_session(t, members);
	assembly_meet(t);
}

void assembly_meet(struct assembly *t)
{
	given(t, "@10:00 sitting.open chair=1 secretary=2", "attendance.all", "quorum.record");
}

void assembly_item(struct assembly *t, int members)
{
	assembly_sitting(t, members);
	given(t, "item.open item=1", "item.present item=1 member=2");
}

void assembly_rules(struct assembly *t, const struct rule_text *own, size_t own_n)
{
	const struct rules_adopted *adopted = world_rules(&t->world);
	const struct rule_text *profile = adopted->rules.at;
	size_t n = adopted->rules.n, k = 0;
	struct rule_text *list = ARENA_ARRAY(&t->arena, struct rule_text, n + own_n);
	struct session_opened o = {.call = 1, .profile = adopted->profile};

	for (size_t i = 0; i < own_n; i++)
		list[k++] = own[i];
	for (size_t i = 0; i < n; i++) {
		if (!rule_find(own, own_n, arena_z(&t->arena, profile[i].key)))
			list[k++] = profile[i];
	}
	o.roster = (struct list){t->chamber.members.at, t->chamber.members.n};
	o.rules = (struct list){list, k};
	assert_true(assembly_force(t, EVENT_SESSION_OPENED, &o));
}

int assembly_setup(void **state)
{
	struct assembly *t = malloc(sizeof *t);

	if (!t)
		return -1;
	assembly_open(t);
	*state = t;
	return 0;
}

int assembly_teardown(void **state)
{
	struct assembly *t = *state;

	assembly_close(t);
	free(t);
	return 0;
}

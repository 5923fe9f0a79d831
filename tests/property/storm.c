/* Storms of keys, pastes and sizes over every screen of the desk: nothing falls over, what is on
 * the disk is whole, and no key alone does what is weighty. Run it with sanitizers;
 * STORM_KEYS=100000 makes it long. */
#include "tests/desk_driver.h"
#include "tests/dump.h"
#include "tests/generate.h"
#include "tests/test.h"
#include "tui/desk_parts.h"

#include <unistd.h>

#define FEW_KEYS    4000
#define SINGLE_KEYS 10000

static size_t keys_wanted(void)
{
	const char *wish = getenv("STORM_KEYS");

	return wish ? (size_t)strtoull(wish, NULL, 10) : FEW_KEYS;
}

/* --- what the desk stands in when the storm begins --- */

#define OPENED                                                                                     \
	"sitting.open chair=1 secretary=4\nattendance.all\n"                                       \
	"attendance.absent member=19 excused=no\nquorum.record\n"
#define ITEM(n)  OPENED "item.open item=" n "\nitem.present member=4\n"
#define SPEAKING ITEM("3") "floor.ask member=7\nfloor.ask member=9\nfloor.give\n"
#define CLOSED   ITEM("3") "vote.open kind=named\nvote.all value=for\nvote.close\n"

static const char *const stages[] = {
	"",
	"sitting.open chair=1 secretary=4\n",
	OPENED,
	ITEM("3"),
	ITEM("3") "vote.open kind=named\nvote.all value=for\nvote.cast member=7 value=against\n",
	ITEM("3") "vote.open kind=roll-call\n",
	ITEM("3") "vote.open kind=hands\nvote.count against=2 abstain=1\n",
	CLOSED,
	SPEAKING,
	OPENED "attendance.left member=2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,20,21,22 "
	       "secretary=23\n",
	ITEM("3") "sitting.suspend reason=prayer\n",
};

static void begin(struct driver *t, size_t stage, enum lang lang)
{
	if (stage == ARRAY_LEN(stages)) {
		driver_open(t, lang, DRIVER_HELD);
	} else {
		driver_open(t, lang, DRIVER_PREPARED);
		driver_play(t, stages[stage]);
	}
	/* What the desk writes beside the register stays where it is taken away again. */
	assert_int_equal(setenv("HOME", t->folder, 1), 0);
	assert_int_equal(chdir(t->folder), 0);
	driver_desk(t, 24, 80);
}

static void end(struct driver *t)
{
	assert_int_equal(chdir(test_builddir()), 0);
	driver_close(t);
}

/* --- keys --- */

/* What the unshifted and shifted keys give under the layouts that are in use. */
static const char *const layouts[] = {
	"&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!1234567890°+AZERTYUIOP¨QSDFGHJKLM%WXCVBN?."
	"§",
	"`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,.~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<"
	">?",
	"ذ١٢٣٤٥٦٧٨٩٠ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظَِّْ؟،؛×÷",
	"ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥ",
};

static struct press random_press(struct generator *g)
{
	struct press press;

	if (generate_chance(g, 25)) {
		press = PRESS_OF(
			(enum press_code)generate_between(g, PRESS_ENTER, PRESS_CODE_COUNT - 1));
		press.shift = generate_chance(g, 10);
		press.ctrl = generate_chance(g, 5);
		return press;
	}
	if (generate_chance(g, 15))
		return PRESS_CHAR_OF('0' + (int)generate_below(g, 10));
	if (generate_chance(g, 3)) /* whatever a terminal may send */
		return PRESS_CHAR_OF(generate_below(g, 0x110000));

	struct str layout = str_of(layouts[generate_below(g, ARRAY_LEN(layouts))]);
	size_t at = (size_t)generate_below(g, layout.n);
	uint32_t code = 0;

	while (at > 0 && (layout.p[at] & 0xC0) == 0x80)
		at--;
	assert_true(str_decode(layout, &at, &code));
	press = PRESS_CHAR_OF(code);
	press.ctrl = generate_chance(g, 3);
	press.alt = generate_chance(g, 3);
	return press;
}

/* No path of the machine is ever typed: a storm is not to write outside its folder. */
static bool allowed(const struct driver *t, struct press press)
{
	return press.code != PRESS_CHAR || (press.ch != '/' && press.ch != '~') ||
	       t->desk->over.kind == OVERLAY_NONE;
}

static void one_event(struct driver *t, struct generator *g)
{
	static const char *const pastes[] = {"", "\n", "a\tb\r\n\r\n", "\xff\xfe garbage \xc3",
		"ﻣﺤﻀﺮ", "٣٢٫٥", "1234567890123456789012345678901234567890", "\033[2J\033]0;x\a"};
	struct press press = random_press(g);

	if (generate_chance(g, 2)) {
		term_memory_resize(t->term, (int)generate_between(g, 1, 200),
			(int)generate_between(g, 1, 500));
	} else if (generate_chance(g, 20)) {
		/* a size that is usual, so that most of the storm is over whole screens */
		term_memory_resize(t->term, generate_chance(g, 50) ? 24 : 45,
			generate_chance(g, 50) ? 80 : 160);
	} else if (generate_chance(g, 2)) {
		term_memory_paste(t->term, pastes[generate_below(g, ARRAY_LEN(pastes))]);
	} else if (generate_chance(g, 10)) {
		term_memory_mouse(t->term, (struct mouse){.row = (int)generate_below(g, 46),
						   .col = (int)generate_below(g, 161),
						   .wheel = (int)generate_between(g, -1, 1)});
	} else if (allowed(t, press)) {
		term_memory_press(t->term, press);
	}
}

/* --- what must hold --- */

/* The register folds to what the desk has in memory. */
static void assert_whole(struct driver *t)
{
	struct error err = {.code = ERROR_NONE};
	struct session again;
	struct arena a;

	arena_init(&a, &memory_source);
	assert_int_equal(journal_verify(register_journal(t->r), &err), 0);
	if (driver_session(t)) {
		assert_int_equal(
			register_fold(t->r, driver_session(t)->is.number, &a, &again, &err), 0);
		assert_true(
			str_equal(dump_session(&again, &a), dump_session(driver_session(t), &a)));
	}
	arena_clear(&a);
}

/* What stood between a key and an act. */
enum guard {
	GUARD_NONE,
	GUARD_PANEL, /* a choice by its digit */
	GUARD_ASKED, /* a digit and Enter, a form, a line */
	GUARD_TYPED  /* a word or a passphrase is asked for */
};

static enum guard guard_of(const struct overlay *o)
{
	switch (o->kind) {
	case OVERLAY_PANEL:
		return o->panel.confirm ? GUARD_ASKED : GUARD_PANEL;
	case OVERLAY_FORM:
		for (size_t i = 0; i < o->form.n; i++)
			if (o->fields[i].kind == FORM_PASSPHRASE)
				return GUARD_TYPED;
		return GUARD_ASKED;
	case OVERLAY_PROMPT:
		return GUARD_TYPED;
	case OVERLAY_NONE:
	case OVERLAY_ROOM:
		break;
	}
	return GUARD_NONE;
}

/* Each command has its weight in the table, and each weight its guard: what weighs 2 or more is
 * never done by a key alone. A mark of a vote that is open, or a presence a moment old, may be
 * taken back by what names it. */
static bool is_guarded(const struct driver *t, enum guard guard)
{
	const struct session *s = driver_session(t);
	const struct event *e = s && s->log.n ? &s->log.at[s->log.n - 1] : NULL;
	enum command_type type = t->desk->acted;

	assert_in_range(command_spec(type)->weight, 1, 3);
	if (command_spec(type)->weight < 2 || guard >= GUARD_ASKED)
		return true;
	if (type != CMD_CORRECTION_MAKE || !e || e->type != EVENT_ACT_CORRECTED)
		return false;
	e = &s->log.at[e->body.act_corrected.act];
	return guard == GUARD_PANEL || e->type == EVENT_VOTE_MARKED ||
	       e->type == EVENT_VOTE_ALL_MARKED;
}

/* One turn of the desk; false: it has been left. */
static bool turn(struct driver *t, struct press press)
{
	enum guard guard = guard_of(&t->desk->over);
	uint64_t acts = t->desk->acts;
	bool stays = desk_turn(t->desk);

	if (t->desk->acts != acts && !is_guarded(t, guard)) {
		struct str said = key_face(press, &t->arena);

		fail_msg("the key %.*s (%d) alone does %s", (int)said.n, said.p, press.code,
			command_spec(t->desk->acted)->name);
	}
	return stays;
}

/* --- cases --- */

static void storm(struct generator *g, size_t stage, enum lang lang, size_t keys)
{
	struct driver t;

	begin(&t, stage, lang);
	while (keys > 0) {
		size_t burst = 1 + (size_t)generate_below(g, 8);

		if (generate_chance(g, 3)) { /* to any of the ten screens */
			term_memory_press(t.term, PRESS_OF(PRESS_ESC));
			term_memory_press(t.term, PRESS_OF(PRESS_F9));
			term_memory_press(t.term, PRESS_CHAR_OF('0' + (int)generate_below(g, 10)));
		}
		for (size_t i = 0; i < burst && keys > 0; i++, keys--)
			one_event(&t, g);
		while (!term_memory_idle(t.term)) {
			if (turn(&t, PRESS_OF(PRESS_NONE)))
				continue;
			driver_leave(&t); /* the storm has quit: begin again where it was */
			driver_desk(&t, 24, 80);
		}
	}
	assert_whole(&t);
	end(&t);
}

static void keys_pastes_and_sizes_over_every_screen_harm_nothing(void **state)
{
	struct generator g = generator_of(generate_seed(20241230), NULL);
	size_t parts = (ARRAY_LEN(stages) + 1) * LANG_COUNT, each = keys_wanted() / parts + 1;

	(void)state;
	for (size_t stage = 0; stage <= ARRAY_LEN(stages); stage++) {
		for (int lang = 0; lang < LANG_COUNT; lang++)
			storm(&g, stage, (enum lang)lang, each);
	}
}

/* From wherever the keys before have led, with no panel open. */
static void single_keys(struct generator *g, size_t stage, enum lang lang, size_t keys)
{
	struct driver t;

	begin(&t, stage, lang);
	for (size_t i = 0; i < keys; i++) {
		struct press press = random_press(g);

		driver_keys(&t, "<Esc><Esc><Esc>");
		if (generate_chance(g, 30)) {
			char go[16];

			(void)snprintf(go, sizeof go, "<F9>%d", (int)generate_below(g, 10));
			driver_keys(&t, go);
		}
		if (t.desk->over.kind != OVERLAY_NONE || !driver_session(&t))
			continue;
		term_memory_press(t.term, press);
		while (!term_memory_idle(t.term) && turn(&t, press))
			;
		if (t.desk->leaving) {
			driver_leave(&t);
			driver_desk(&t, 24, 80);
		}
	}
	end(&t);
}

static void no_single_key_does_what_is_weighty(void **state)
{
	struct generator g = generator_of(generate_seed(20241231), NULL);
	size_t keys = keys_wanted() < SINGLE_KEYS ? SINGLE_KEYS : keys_wanted();
	size_t each = keys / (ARRAY_LEN(stages) + 1) + 1;

	(void)state;
	for (size_t stage = 0; stage <= ARRAY_LEN(stages); stage++)
		single_keys(&g, stage, (enum lang)(stage % LANG_COUNT), each);
}

static void every_size_is_painted_on_every_screen(void **state)
{
	static const int sizes[][2] = {{1, 1}, {1, 500}, {200, 1}, {2, 19}, {3, 20}, {20, 72},
		{23, 80}, {24, 79}, {24, 80}, {25, 99}, {30, 100}, {45, 160}, {200, 500}};
	struct driver t;
	char go[24];

	(void)state;
	for (size_t stage = 0; stage <= ARRAY_LEN(stages); stage++) {
		begin(&t, stage, (enum lang)(stage % LANG_COUNT));
		for (int screen = 0; screen < 10; screen++) {
			(void)snprintf(go, sizeof go, "<Esc><F9>%d", screen);
			driver_keys(&t, go);
			for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
				term_memory_resize(t.term, sizes[i][0], sizes[i][1]);
				driver_keys(&t, "<F2>");
			}
			term_memory_resize(t.term, 24, 80);
			driver_keys(&t, "<F1><Esc><F6><Esc> <Esc>");
		}
		end(&t);
	}
}

static const struct CMUnitTest cases[] = {
	cmocka_unit_test(every_size_is_painted_on_every_screen),
	cmocka_unit_test(no_single_key_does_what_is_weighty),
	cmocka_unit_test(keys_pastes_and_sizes_over_every_screen_harm_nothing),
};

TEST_MAIN(cases)

#include "tests/hand.h"

#include "storage/seat.h"
#include "tests/cut.h"
#include "tests/desk_driver.h"
#include "tests/golden.h"
#include "tests/pen.h"
#include "tests/test.h"
#include "tui/desk_parts.h"

void hand_open(struct hand *h, enum lang lang)
{
	*h = (struct hand){.r = NULL};
	arena_init(&h->arena, &memory_source);
	h->cli = (struct cli){.lang = lang, .lang_given = true, .arena = &h->arena};
	h->script.now = instant_at((struct date){2024, 12, 30}, (14 * 60 + 32) * 60, 60);
	h->folder = scratch_make();
	h->path = scratch_path(&h->arena, h->folder, "chamber.mahdar");
	h->cli.register_path = h->path;
	assert_int_equal(setenv("MAHDAR_TEST_MARKER", "1", 1), 0); /* no pauses against bounces */
	assert_int_equal(setenv("MAHDAR_ANY_PLACE", "1", 1), 0);
}

void hand_close(struct hand *h)
{
	term_close(h->term);
	register_close(h->r);
	scratch_remove(h->folder);
	arena_clear(&h->arena);
}

static void add_member(struct builder *b, int n)
{
	builder_add_z(b, "member.register number=");
	builder_add_int(b, n);
	builder_add_z(b, " name_ar=\"عضو رقم ");
	builder_add_int(b, n);
	builder_add_z(b, "\" name_fr=\"Membre ");
	builder_add_int(b, n);
	builder_add_z(b, n == 1   ? "\" office=president"
			 : n == 2 ? "\" office=rapporteur gender=woman"
				  : "\" office=member gender=man");
	builder_add_z(b, " from=2021-08-20 to=2027-08-19\n");
}

void hand_register(struct hand *h, int members)
{
	struct journal_options options = {
		.mode = JOURNAL_CREATE, .any_place = true, .holder = "test"};
	struct error err = {.code = ERROR_NONE};
	struct builder b;

	h->r = register_open(h->path, &options, source_of_script(&h->script), &err);
	assert_non_null(h->r);
	hand_play(h, "chamber.create code=cafm name_ar=\"غرفة الصناعة التقليدية\" "
		     "name_fr=\"Chambre d'artisanat\"");
	builder_init(&b, &h->arena);
	for (int i = 1; i <= members; i++)
		add_member(&b, i);
	hand_play(h, builder_str(&b).p);
}

void hand_play(struct hand *h, const char *lines)
{
	assert_int_equal(
		cli_play_text(&h->cli, h->r, str_of(lines), &h->script, false, NULL), CLI_DONE);
}

void hand_choose(struct hand *h, int64_t session)
{
	struct error err = {.code = ERROR_NONE};

	assert_int_equal(register_choose(h->r, session, &err), 0);
}

int hand_five(void **state)
{
	struct hand *h = calloc(1, sizeof *h);

	hand_open(h, LANG_EN);
	hand_register(h, 5);
	*state = h;
	return 0;
}

int hand_done(void **state)
{
	hand_close(*state);
	free(*state);
	return 0;
}

struct term *hand_terminal(struct hand *h, int rows, int cols)
{
	term_close(h->term);
	h->term = term_memory_open(rows, cols);
	return h->term;
}

static void type(struct hand *h, int rows, int cols, const char *keys, bool read_only)
{
	struct seat *room = seat_take(h->path); /* one looks on while the desk is open */
	struct desk *desk = desk_open(&h->cli, h->r, hand_terminal(h, rows, cols), read_only);

	if (h->work_is_long)
		desk->long_ms = 0;
	term_memory_type(h->term, keys);
	if (driver_take(desk, h->term)) {
		term_memory_leave(h->term, 0);
		assert_false(desk_turn(desk));
	}
	desk_close(desk);
	cut_check(term_memory_canvas(h->term), &h->arena);
	seat_close(room);
}

void hand_type(struct hand *h, int rows, int cols, const char *keys)
{
	type(h, rows, cols, keys, false);
}

void hand_type_reading(struct hand *h, const char *keys)
{
	h->cli.held_by = STR("desk 4711@office, 14:32");
	type(h, 24, 80, keys, true);
}

bool hand_shows(struct hand *h, const char *text)
{
	return canvas_shows(term_memory_canvas(h->term), str_of(text));
}

void hand_assert_shows(struct hand *h, const char *text)
{
	struct str seen;

	if (hand_shows(h, text))
		return;
	seen = canvas_dump(term_memory_canvas(h->term), &h->arena);
	print_error("%.*s\n", (int)seen.n, seen.p);
	fail_msg("the screen does not show \"%s\"", text);
}

void hand_golden(struct hand *h, const char *name)
{
	golden_check(name, canvas_dump(term_memory_canvas(h->term), &h->arena));
}

const char *hand_file(struct hand *h, const char *name, const char *text)
{
	const char *path = scratch_path(&h->arena, h->folder, name);
	FILE *f = text ? fopen(path, "w") : NULL;

	if (text) {
		assert_non_null(f);
		assert_true(fputs(text, f) >= 0);
		assert_int_equal(fclose(f), 0);
	}
	return path;
}

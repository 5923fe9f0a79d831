/* Every screen of the desk in every language at every size the layout knows, in the middle of the
 * sample session: what is on none of them cut off, and what each of them must show. */
#include "tests/desk_driver.h"
#include "tests/test.h"

static const struct {
	char digit;
	const char *name;
} screens[] = {
	{'1', "agenda"},
	{'2', "attendance"},
	{'3', "item"},
	{'4', "floor"},
	{'5', "budget"},
	{'6', "agreements"},
	{'7', "minutes"},
	{'8', "history"},
	{'9', "closing"},
	{'0', "register"},
};

static const struct {
	int rows, cols;
} sizes[] = {{24, 80}, {30, 100}, {45, 160}};

/* An item decided, the next one being voted on by name, somebody excused and somebody absent. */
static void in_the_middle(struct driver *t, enum lang lang)
{
	driver_open(t, lang, DRIVER_PREPARED);
	driver_play(t, "@2024-12-30T10:02:00+01:00 sitting.open chair=1 secretary=4\n"
		       "attendance.all\nattendance.absent member=15,27 excused=yes\n"
		       "attendance.absent member=19,33\nquorum.record\n"
		       "item.open item=1\nitem.present member=4\nitem.note\n"
		       "item.open item=3\nitem.present member=4\n"
		       "floor.ask member=10\nfloor.ask member=22\n"
		       "vote.open kind=named confirm=yes\nvote.all value=for\n"
		       "vote.cast member=7 value=against\nvote.cast member=24 value=abstain\n");
}

static void every_screen_in_every_language_at_every_size(void **state)
{
	struct driver t;

	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		in_the_middle(&t, (enum lang)lang);
		for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
			driver_desk(&t, sizes[i].rows, sizes[i].cols);
			for (size_t k = 0; k < ARRAY_LEN(screens); k++) {
				const char keys[] = {'<', 'F', '9', '>', screens[k].digit, 0};
				char name[64];

				driver_keys(&t, keys);
				(void)snprintf(name, sizeof name, "screen-%s", screens[k].name);
				driver_golden(&t, name);
			}
			driver_leave(&t);
		}
		driver_close(&t);
	}
}

/* What must happen next, who is here, is it saved, what the room sees: on all of them. */
static void the_rows_below_answer_on_every_screen(void **state)
{
	static const char *const fields[] = {"QUORUM 32/36", "10:", "noté n°", "SALLE"};
	struct driver t;

	(void)state;
	in_the_middle(&t, LANG_FR);
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		driver_desk(&t, sizes[i].rows, sizes[i].cols);
		for (size_t k = 0; k < ARRAY_LEN(screens); k++) {
			const char keys[] = {'<', 'F', '9', '>', screens[k].digit, 0};

			driver_keys(&t, keys);
			for (size_t n = 0; n < ARRAY_LEN(fields); n++)
				driver_must_show(&t, fields[n]);
		}
		driver_leave(&t);
	}
	driver_close(&t);
}

int main(void)
{
	const struct CMUnitTest cases[] = {
		cmocka_unit_test(every_screen_in_every_language_at_every_size),
		cmocka_unit_test(the_rows_below_answer_on_every_screen),
	};

	return cmocka_run_group_tests(cases, NULL, NULL);
}

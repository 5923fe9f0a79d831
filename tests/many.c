#include "tests/many.h"

#include "tests/test.h"

static struct str numbered(struct arena *a, const char *word, int number)
{
	struct builder b;

	builder_init(&b, a);
	builder_add_z(&b, word);
	builder_add_int(&b, number);
	return builder_str(&b);
}

/* All of them in one act, as a file of members is taken in. */
static void import(struct driver *t, int members)
{
	struct member *list = ARENA_ARRAY(&t->arena, struct member, members);
	struct command c = command_of(CMD_MEMBERS_IMPORT);
	struct error err = {.code = ERROR_NONE};
	struct answer answer;

	for (int i = 0; i < members; i++)
		list[i] = (struct member){
			.number = i + 1,
			.name_ar = numbered(&t->arena, "العضو ", i + 1),
			.name_fr = numbered(&t->arena, "Membre ", i + 1),
			.office = i == 0   ? OFFICE_PRESIDENT
				  : i == 3 ? OFFICE_RAPPORTEUR
					   : OFFICE_MEMBER,
			.gender = i % 3 == 2 ? GENDER_WOMAN : GENDER_MAN,
			.from = {2021, 8, 20},
			.to = {2027, 8, 19},
		};
	c.arg.members_import.source = STR("members.csv");
	c.arg.members_import.members = (struct list){list, (size_t)members};
	assert_int_equal(register_act(t->r, &c, STR("test"), &answer, &t->arena, &err), 0);
	assert_int_equal(answer.verdict, VERDICT_DONE);
}

void many_open(struct driver *t, enum lang lang, int members, int items)
{
	struct builder b;

	driver_open_played(t, lang,
		"@2024-12-01T09:00:00+01:00 chamber.create code=many name_ar=الغرفة "
		"name_fr=Chambre\n");
	import(t, members);
	builder_init(&b, &t->arena);
	builder_add_z(&b,
		"@2024-12-01T10:00:00+01:00 session.create kind=ordinary year=2024 month=10\n"
		"session.describe date=2024-12-30 notice=2024-12-10 place_ar=فاس place_fr=Fès\n");
	for (int i = 1; i <= items; i++) {
		builder_add_z(&b, "item.add kind=agreement title_ar=\"النقطة ");
		builder_add_int(&b, i);
		builder_add_z(&b, "\" title_fr=\"Point ");
		builder_add_int(&b, i);
		builder_add_z(&b, "\" text_fr=Texte\n");
	}
	driver_play(t, builder_str(&b).p);
}

#include "storage/import_members.h"
#include "locale/text.h"
#include "storage/csv.h"
#include "storage/file.h"

#include <string.h>

/* What the fields of a member hold at most (model/event.c). */
#define IMPORT_NUMBER_MAX MEMBER_NUMBER_MAX
#define IMPORT_WEIGHT_MAX 999
#define IMPORT_NAME_MAX   400 /* bytes */

enum column {
	COLUMN_NUMBER,
	COLUMN_NAME_AR,
	COLUMN_NAME_FR,
	COLUMN_OFFICE,
	COLUMN_GENDER,
	COLUMN_FROM,
	COLUMN_TO,
	COLUMN_GIVEN_AR, /* where given and family name stand apart; the name is then the latter */
	COLUMN_GIVEN_FR,
	COLUMN_WEIGHT,
	COLUMN_SUBSTITUTE_AR, /* who sits for the member in his absence */
	COLUMN_SUBSTITUTE_FR,
	COLUMN_COUNT
};

/* A word people write in a file and what it stands for; compared by text_fold, that is without
 * case, accents, the article ال and the shapes of alif and hamza. */
struct word {
	const char *word;
	int value;
};

static const struct word headers[] = {
	{"number", COLUMN_NUMBER},
	{"no", COLUMN_NUMBER},
	{"n°", COLUMN_NUMBER},
	{"numéro", COLUMN_NUMBER},
	{"رقم", COLUMN_NUMBER},
	{"الرقم", COLUMN_NUMBER},
	{"الرقم الترتيبي", COLUMN_NUMBER},
	{"رقم العضو", COLUMN_NUMBER},
	{"name_ar", COLUMN_NAME_AR},
	{"الاسم", COLUMN_NAME_AR},
	{"الاسم الكامل", COLUMN_NAME_AR},
	{"الاسم بالعربية", COLUMN_NAME_AR},
	{"الاسم والنسب", COLUMN_NAME_AR},
	{"الاسم العائلي والشخصي", COLUMN_NAME_AR},
	{"الاسم الشخصي والعائلي", COLUMN_NAME_AR},
	{"الاسم العائلي", COLUMN_NAME_AR},
	{"النسب", COLUMN_NAME_AR},
	{"الاسم الشخصي", COLUMN_GIVEN_AR},
	{"الاسم الكامل بالعربية", COLUMN_NAME_AR},
	{"الاسم والنسب بالعربية", COLUMN_NAME_AR},
	{"nom arabe", COLUMN_NAME_AR},
	{"nom et prénom arabe", COLUMN_NAME_AR},
	{"nom et prénom en arabe", COLUMN_NAME_AR},
	{"name in Arabic", COLUMN_NAME_AR},
	{"name Arabic", COLUMN_NAME_AR},
	{"Arabic name", COLUMN_NAME_AR},
	{"nom en arabe", COLUMN_NAME_AR},
	{"name_fr", COLUMN_NAME_FR},
	{"name", COLUMN_NAME_FR},
	{"nom", COLUMN_NAME_FR},
	{"nom complet", COLUMN_NAME_FR},
	{"nom et prénom", COLUMN_NAME_FR},
	{"prénom et nom", COLUMN_NAME_FR},
	{"nom de famille", COLUMN_NAME_FR},
	{"prénom", COLUMN_GIVEN_FR},
	{"given name", COLUMN_GIVEN_FR},
	{"name in French", COLUMN_NAME_FR},
	{"name French", COLUMN_NAME_FR},
	{"French name", COLUMN_NAME_FR},
	{"nom et prénom français", COLUMN_NAME_FR},
	{"nom et prénom en français", COLUMN_NAME_FR},
	{"الاسم الكامل بالفرنسية", COLUMN_NAME_FR},
	{"الاسم والنسب بالفرنسية", COLUMN_NAME_FR},
	{"nom en français", COLUMN_NAME_FR},
	{"nom français", COLUMN_NAME_FR},
	{"الاسم بالفرنسية", COLUMN_NAME_FR},
	{"substitute_ar", COLUMN_SUBSTITUTE_AR},
	{"النائب", COLUMN_SUBSTITUTE_AR},
	{"العضو النائب", COLUMN_SUBSTITUTE_AR},
	{"suppléant arabe", COLUMN_SUBSTITUTE_AR},
	{"suppléant en arabe", COLUMN_SUBSTITUTE_AR},
	{"nom du suppléant en arabe", COLUMN_SUBSTITUTE_AR},
	{"substitute in Arabic", COLUMN_SUBSTITUTE_AR},
	{"اسم النائب بالعربية", COLUMN_SUBSTITUTE_AR},
	{"substitute_fr", COLUMN_SUBSTITUTE_FR},
	{"substitute", COLUMN_SUBSTITUTE_FR},
	{"suppléant", COLUMN_SUBSTITUTE_FR},
	{"membre suppléant", COLUMN_SUBSTITUTE_FR},
	{"suppléant en français", COLUMN_SUBSTITUTE_FR},
	{"nom du suppléant en français", COLUMN_SUBSTITUTE_FR},
	{"substitute in French", COLUMN_SUBSTITUTE_FR},
	{"اسم النائب بالفرنسية", COLUMN_SUBSTITUTE_FR},
	{"office", COLUMN_OFFICE},
	{"fonction", COLUMN_OFFICE},
	{"qualité", COLUMN_OFFICE},
	{"الصفة", COLUMN_OFFICE},
	{"المهمة", COLUMN_OFFICE},
	{"gender", COLUMN_GENDER},
	{"sexe", COLUMN_GENDER},
	{"genre", COLUMN_GENDER},
	{"الجنس", COLUMN_GENDER},
	{"النوع", COLUMN_GENDER},
	{"from", COLUMN_FROM},
	{"mandate from", COLUMN_FROM},
	{"mandat du", COLUMN_FROM},
	{"du", COLUMN_FROM},
	{"début", COLUMN_FROM},
	{"début du mandat", COLUMN_FROM},
	{"من", COLUMN_FROM},
	{"بداية الانتداب", COLUMN_FROM},
	{"to", COLUMN_TO},
	{"mandate to", COLUMN_TO},
	{"mandat au", COLUMN_TO},
	{"au", COLUMN_TO},
	{"fin", COLUMN_TO},
	{"fin du mandat", COLUMN_TO},
	{"إلى", COLUMN_TO},
	{"نهاية الانتداب", COLUMN_TO},
	{"votes", COLUMN_WEIGHT},
	{"voix", COLUMN_WEIGHT},
	{"nombre de voix", COLUMN_WEIGHT},
	{"الأصوات", COLUMN_WEIGHT},
	{"عدد الأصوات", COLUMN_WEIGHT},
};

static const struct word offices[] = {
	{"member", OFFICE_MEMBER},
	{"membre", OFFICE_MEMBER},
	{"عضو", OFFICE_MEMBER},
	{"عضوة", OFFICE_MEMBER},
	{"مستشار", OFFICE_MEMBER},
	{"president", OFFICE_PRESIDENT},
	{"présidente", OFFICE_PRESIDENT},
	{"رئيس", OFFICE_PRESIDENT},
	{"رئيسة", OFFICE_PRESIDENT},
	{"رئيس الغرفة", OFFICE_PRESIDENT},
	{"vice-president", OFFICE_VICE_PRESIDENT},
	{"vice president", OFFICE_VICE_PRESIDENT},
	{"vice-présidente", OFFICE_VICE_PRESIDENT},
	{"نائب الرئيس", OFFICE_VICE_PRESIDENT},
	{"نائبة الرئيس", OFFICE_VICE_PRESIDENT},
	{"النائب الأول للرئيس", OFFICE_VICE_PRESIDENT},
	{"النائب الثاني للرئيس", OFFICE_VICE_PRESIDENT},
	{"النائب الثالث للرئيس", OFFICE_VICE_PRESIDENT},
	{"النائب الرابع للرئيس", OFFICE_VICE_PRESIDENT},
	{"treasurer", OFFICE_TREASURER},
	{"trésorier", OFFICE_TREASURER},
	{"trésorière", OFFICE_TREASURER},
	{"أمين المال", OFFICE_TREASURER},
	{"أمينة المال", OFFICE_TREASURER},
	{"deputy-treasurer", OFFICE_DEPUTY_TREASURER},
	{"deputy treasurer", OFFICE_DEPUTY_TREASURER},
	{"trésorier adjoint", OFFICE_DEPUTY_TREASURER},
	{"trésorière adjointe", OFFICE_DEPUTY_TREASURER},
	{"vice-trésorier", OFFICE_DEPUTY_TREASURER},
	{"نائب أمين المال", OFFICE_DEPUTY_TREASURER},
	{"نائبة أمين المال", OFFICE_DEPUTY_TREASURER},
	{"rapporteur", OFFICE_RAPPORTEUR},
	{"rapporteuse", OFFICE_RAPPORTEUR},
	{"rapporteure", OFFICE_RAPPORTEUR},
	{"مقرر", OFFICE_RAPPORTEUR},
	{"مقررة", OFFICE_RAPPORTEUR},
	{"مقرر الغرفة", OFFICE_RAPPORTEUR},
	{"deputy-rapporteur", OFFICE_DEPUTY_RAPPORTEUR},
	{"deputy rapporteur", OFFICE_DEPUTY_RAPPORTEUR},
	{"rapporteur adjoint", OFFICE_DEPUTY_RAPPORTEUR},
	{"rapporteure adjointe", OFFICE_DEPUTY_RAPPORTEUR},
	{"vice-rapporteur", OFFICE_DEPUTY_RAPPORTEUR},
	{"نائب المقرر", OFFICE_DEPUTY_RAPPORTEUR},
	{"نائبة المقرر", OFFICE_DEPUTY_RAPPORTEUR},
};

static const struct word genders[] = {
	{"man", GENDER_MAN},
	{"male", GENDER_MAN},
	{"m", GENDER_MAN},
	{"h", GENDER_MAN},
	{"homme", GENDER_MAN},
	{"masculin", GENDER_MAN},
	{"ذكر", GENDER_MAN},
	{"رجل", GENDER_MAN},
	{"مذكر", GENDER_MAN},
	{"woman", GENDER_WOMAN},
	{"female", GENDER_WOMAN},
	{"f", GENDER_WOMAN},
	{"w", GENDER_WOMAN},
	{"femme", GENDER_WOMAN},
	{"féminin", GENDER_WOMAN},
	{"أنثى", GENDER_WOMAN},
	{"امرأة", GENDER_WOMAN},
	{"مؤنث", GENDER_WOMAN},
	{"unknown", GENDER_UNKNOWN},
};

/* A list of words, folded once. */
struct dictionary {
	const struct word *word;
	struct str *folded;
	size_t n;
};

struct import {
	struct arena *arena;
	struct dictionary headers, offices, genders;
	struct members_list *list;
	size_t room;                 /* of findings */
	size_t column[COLUMN_COUNT]; /* place in a row from 1; 0: the file has none */
	const struct csv_row *row;
	uint32_t *number_line; /* by member number: the line it first stood in */
};

/* --- findings --- */

static void add_finding(
	struct import *in, uint32_t line, size_t column, bool error, struct message m)
{
	struct members_list *list = in->list;
	struct finding *old = list->finding;

	if (list->findings == in->room) {
		in->room = in->room ? in->room * 2 : 16;
		list->finding = ARENA_ARRAY(in->arena, struct finding, in->room);
		if (list->findings)
			memcpy(list->finding, old, list->findings * sizeof *old);
	}
	list->finding[list->findings++] = (struct finding){
		.line = line, .column = (uint32_t)column, .error = error, .what = m};
	list->errors += error;
}

static void complain(struct import *in, enum column c, struct message m)
{
	add_finding(in, in->row->line, in->column[c], true, m);
}

static void remark(struct import *in, enum column c, struct message m)
{
	add_finding(in, in->row->line, in->column[c], false, m);
}

struct message finding_message(const struct finding *f, struct arena *a)
{
	const struct message *what = message_keep(a, f->what);

	if (f->line && f->column)
		return MSG("Line {line}, column {column}: {what}.", A_DIGITS("line", f->line),
			A_DIGITS("column", f->column), A_MSG("what", what));
	if (f->line)
		return MSG("Line {line}: {what}.", A_DIGITS("line", f->line), A_MSG("what", what));
	if (!f->error) /* it can be used all the same */
		return MSG("In the whole file: {what}.", A_MSG("what", what));
	return MSG("The file cannot be used: {what}.", A_MSG("what", what));
}

/* --- values --- */

static struct str value_of(const struct import *in, enum column c)
{
	return in->column[c] ? in->row->value[in->column[c] - 1] : STR("");
}

static struct dictionary fold_all(const struct word *words, size_t n, struct arena *a)
{
	struct dictionary d = {.word = words, .folded = ARENA_ARRAY(a, struct str, n), .n = n};

	for (size_t i = 0; i < n; i++)
		d.folded[i] = text_fold(str_of(words[i].word), a);
	return d;
}

static bool find_word(const struct dictionary *d, struct str s, int *value, struct arena *a)
{
	struct str folded = text_fold(s, a);

	for (size_t i = 0; i < d->n; i++) {
		if (str_equal(folded, d->folded[i])) {
			*value = d->word[i].value;
			return true;
		}
	}
	return false;
}

static bool parse_digits(struct str s, size_t from, size_t n, int32_t *v)
{
	*v = 0;
	if (from + n > s.n || n == 0 || n > 6)
		return false;
	for (size_t i = from; i < from + n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*v = *v * 10 + (s.p[i] - '0');
	}
	return true;
}

/* 2024-12-30, or day first as it is written in Morocco: 30/12/2024, 30-12-2024, 30.12.2024, also
 * with one digit for day or month. Whether there is such a day is not asked. */
static bool parse_date(struct str s, struct date *d)
{
	size_t first, second;
	char c;

	if (s.n == 10 && s.p[4] == '-' && s.p[7] == '-')
		return parse_digits(s, 0, 4, &d->year) && parse_digits(s, 5, 2, &d->month) &&
		       parse_digits(s, 8, 2, &d->day);
	first = s.n > 1 && (s.p[1] < '0' || s.p[1] > '9') ? 1 : 2;
	if (s.n < first + 1)
		return false;
	c = s.p[first];
	if (c != '/' && c != '-' && c != '.')
		return false;
	second = s.n > first + 2 && s.p[first + 2] == c ? 1 : 2;
	return s.n == first + 1 + second + 1 + 4 && s.p[first + 1 + second] == c &&
	       parse_digits(s, 0, first, &d->day) &&
	       parse_digits(s, first + 1, second, &d->month) &&
	       parse_digits(s, first + second + 2, 4, &d->year);
}

static void take_number(struct import *in, struct member *m)
{
	struct str s = text_western_digits(value_of(in, COLUMN_NUMBER), in->arena);
	int32_t n = 0;

	if (!s.n) {
		complain(in, COLUMN_NUMBER, TEXT("the number of the member is missing"));
		return;
	}
	if (!parse_digits(s, 0, s.n, &n) || n < 1 || n > IMPORT_NUMBER_MAX) {
		complain(in, COLUMN_NUMBER,
			MSG("{value} is no number of a member (1 to {high})",
				A_STR("value", value_of(in, COLUMN_NUMBER)),
				A_DIGITS("high", IMPORT_NUMBER_MAX)));
		return;
	}
	m->number = n; /* as written, though nothing may come of the line */
	if (in->number_line[n]) {
		complain(in, COLUMN_NUMBER,
			MSG("number {n} stands in line {line} already", A_DIGITS("n", n),
				A_DIGITS("line", in->number_line[n])));
		return;
	}
	in->number_line[n] = in->row->line;
}

/* Given name before family name, in both languages. */
static struct str full_name(const struct import *in, enum column family, enum column given)
{
	struct str parts[] = {value_of(in, given), STR(" "), value_of(in, family)};

	if (!parts[0].n || !parts[2].n)
		return parts[0].n ? parts[0] : parts[2];
	return arena_join(in->arena, parts, ARRAY_LEN(parts));
}

static void check_name(struct import *in, enum column c, bool arabic, const struct str *name)
{
	if (!name->n)
		return;
	if (name->n > IMPORT_NAME_MAX || memchr(name->p, '\n', name->n))
		complain(in, c, TEXT("the name is too long or has several lines"));
	else if (!(arabic ? text_has_arabic(*name) : text_has_latin(*name)))
		complain(in, c,
			arabic ? MSG("{value} is not written in Arabic letters",
					 A_STR("value", *name))
			       : MSG("{value} is not written in Latin letters",
					 A_STR("value", *name)));
}

static void take_names(struct import *in, struct member *m)
{
	m->name_ar = full_name(in, COLUMN_NAME_AR, COLUMN_GIVEN_AR);
	m->name_fr = full_name(in, COLUMN_NAME_FR, COLUMN_GIVEN_FR);
	m->substitute_ar = value_of(in, COLUMN_SUBSTITUTE_AR);
	m->substitute_fr = value_of(in, COLUMN_SUBSTITUTE_FR);
	check_name(in, COLUMN_NAME_AR, true, &m->name_ar);
	check_name(in, COLUMN_NAME_FR, false, &m->name_fr);
	check_name(in, COLUMN_SUBSTITUTE_AR, true, &m->substitute_ar);
	check_name(in, COLUMN_SUBSTITUTE_FR, false, &m->substitute_fr);
	if (!m->name_ar.n && !m->name_fr.n)
		complain(in, in->column[COLUMN_NAME_AR] ? COLUMN_NAME_AR : COLUMN_NAME_FR,
			TEXT("the name of the member is missing"));
	else if (!m->name_ar.n && in->column[COLUMN_NAME_AR])
		remark(in, COLUMN_NAME_AR, TEXT("the name in Arabic is missing"));
	else if (!m->name_fr.n && in->column[COLUMN_NAME_FR])
		remark(in, COLUMN_NAME_FR, TEXT("the name in French is missing"));
}

/* "1er vice-président" is a vice-president. */
static struct str without_rank(struct str s)
{
	size_t at = 0;

	if (!s.n || s.p[0] < '1' || s.p[0] > '9')
		return s;
	while (at < s.n && s.p[at] != ' ')
		at++;
	return at < s.n ? (struct str){s.p + at + 1, s.n - at - 1} : s;
}

/* Any of them, in the reader's language, is understood. */
static struct message unknown_office(const struct import *in, struct str said)
{
	struct message *known = ARENA_ARRAY(in->arena, struct message, OFFICE_COUNT);

	for (int i = 0; i < OFFICE_COUNT; i++)
		known[i] = name_label(office_names, i);
	return MSG("{value} is no office that is known: {offices}", A_STR("value", said),
		A_LIST("offices", known, OFFICE_COUNT));
}

static void take_words(struct import *in, struct member *m)
{
	struct str office = value_of(in, COLUMN_OFFICE), gender = value_of(in, COLUMN_GENDER);

	m->office = OFFICE_MEMBER;
	if (office.n && !find_word(&in->offices, without_rank(office), &m->office, in->arena))
		complain(in, COLUMN_OFFICE, unknown_office(in, office));
	m->gender = GENDER_UNKNOWN;
	if (gender.n && !find_word(&in->genders, gender, &m->gender, in->arena))
		complain(in, COLUMN_GENDER,
			MSG("{value} is neither man nor woman", A_STR("value", gender)));
}

static void take_date(struct import *in, enum column c, struct date *d)
{
	struct str s = text_western_digits(value_of(in, c), in->arena);

	*d = (struct date){0};
	bool written = parse_date(s, d);

	if (!s.n || (written && date_valid(*d)))
		return;
	*d = (struct date){0};
	complain(in, c,
		written ? MSG("there is no day {value} in the calendar",
				  A_STR("value", value_of(in, c)))
			: MSG("{value} is no date; write it as 2024-12-30 or 30/12/2024",
				  A_STR("value", value_of(in, c))));
}

static void take_mandate(struct import *in, struct member *m)
{
	take_date(in, COLUMN_FROM, &m->from);
	take_date(in, COLUMN_TO, &m->to);
	if (m->from.year && m->to.year && date_compare(m->from, m->to) > 0)
		complain(in, COLUMN_TO, TEXT("the mandate ends before it begins"));
}

/* Votes, where the rules weigh them; nothing written is one. */
static void take_weight(struct import *in, struct member *m)
{
	struct str s = text_western_digits(value_of(in, COLUMN_WEIGHT), in->arena);
	int32_t n = 0;

	if (s.n && (!parse_digits(s, 0, s.n, &n) || n < 1 || n > IMPORT_WEIGHT_MAX))
		complain(in, COLUMN_WEIGHT,
			MSG("{value} is no number of votes (1 to {most})",
				A_STR("value", value_of(in, COLUMN_WEIGHT)),
				A_INT("most", IMPORT_WEIGHT_MAX)));
	m->weight = n;
}

/* --- the file --- */

/* "nom (arabe)" is "nom arabe". */
static struct str without_brackets(struct str s, struct arena *a)
{
	char *plain = arena_copy(a, s.p, s.n);

	for (size_t i = 0; i < s.n; i++) {
		if (plain[i] == '(' || plain[i] == ')')
			plain[i] = ' ';
	}
	while (s.n && plain[s.n - 1] == ' ')
		s.n--;
	return (struct str){plain, s.n};
}

static void take_headers(struct import *in)
{
	for (size_t i = 0; i < in->row->n; i++) {
		struct str s = in->row->value[i];
		int c = 0;

		if (!s.n)
			continue;
		if (!find_word(&in->headers, without_brackets(s, in->arena), &c, in->arena))
			add_finding(in, in->row->line, i + 1, false,
				MSG("the column {value} is not known and is left out",
					A_STR("value", s)));
		else if (in->column[c])
			add_finding(in, in->row->line, i + 1, true,
				MSG("the column {value} says the same as another one",
					A_STR("value", s)));
		else
			in->column[c] = i + 1;
	}
	if (!in->column[COLUMN_NUMBER])
		add_finding(in, in->row->line, 0, true,
			TEXT("there is no column of numbers; name one of them \"number\""));
	if (!in->column[COLUMN_NAME_AR] && !in->column[COLUMN_NAME_FR])
		add_finding(in, in->row->line, 0, true,
			TEXT("there is no column of names; name one of them \"name_ar\""));
}

static void compare_members(struct import *in)
{
	struct members_list *list = in->list;
	size_t presidents = 0;
	int64_t unknown = 0;

	for (size_t i = 0; i < list->n; i++)
		presidents += list->member[i].office == OFFICE_PRESIDENT;
	if (presidents > 1)
		add_finding(in, 0, 0, true, TEXT("more than one line names the president"));
	if (in->column[COLUMN_OFFICE] && presidents == 0)
		add_finding(in, 0, 0, false, TEXT("no line names the president"));
	for (size_t i = 0; i < list->n; i++)
		unknown += list->member[i].gender == GENDER_UNKNOWN;
	if (unknown && !list->errors)
		add_finding(in, 0, 0, false,
			MSGN("no gender is given for {n} member (column “gender”: man, woman); the "
			     "minutes then name without Mr or Mrs",
				"no gender is given for {n} members (column “gender”: man, woman); "
				"the minutes then name without Mr or Mrs",
				unknown));
}

/* Two members of the same name are possible, and more often a line that was copied. */
static void compare_names(struct import *in)
{
	const struct members_list *list = in->list;
	struct str name;

	for (size_t i = 1; list->n <= 2000 && i < list->n; i++) {
		name = list->member[i].name_ar.n ? list->member[i].name_ar
						 : list->member[i].name_fr;
		for (size_t k = 0; name.n && k < i; k++) {
			if (!str_equal(name, list->member[k].name_ar) &&
				!str_equal(name, list->member[k].name_fr))
				continue;
			add_finding(in, list->line[i], 0, false,
				MSG("the name {value} stands in line {line} already",
					A_STR("value", name), A_DIGITS("line", list->line[k])));
			break;
		}
	}
}

static void sort_findings(struct members_list *list)
{
	/* Nearly in order: rows came in order, only the last remarks did not. */
	for (size_t i = 1; i < list->findings; i++) {
		struct finding f = list->finding[i];
		size_t k = i;

		for (; k > 0 && list->finding[k - 1].line > f.line; k--)
			list->finding[k] = list->finding[k - 1];
		list->finding[k] = f;
	}
}

int import_members(struct str bytes, const struct progress *p, struct arena *a,
	struct members_list *list, struct error *err)
{
	struct import in = {.arena = a, .list = list};
	struct csv_table table;
	struct error bad;

	*list = (struct members_list){0};
	if (csv_read(bytes, a, &table, &bad) != 0) {
		add_finding(
			&in, (uint32_t)bad.line, (size_t)bad.column, true, error_phrase(&bad, a));
		return 0;
	}
	in.headers = fold_all(headers, ARRAY_LEN(headers), a);
	in.offices = fold_all(offices, ARRAY_LEN(offices), a);
	in.genders = fold_all(genders, ARRAY_LEN(genders), a);
	in.row = &table.row[0];
	if (table.read_as)
		add_finding(&in, 0, 0, false,
			MSG("read as {encoding}; check the names",
				A_STR("encoding", str_of(table.read_as))));
	take_headers(&in);
	if (list->errors)
		return 0;
	in.number_line = ARENA_ARRAY(a, uint32_t, IMPORT_NUMBER_MAX + 1);
	list->member = ARENA_ARRAY(a, struct member, table.n);
	list->line = ARENA_ARRAY(a, uint32_t, table.n);
	for (size_t i = 1; i < table.n; i++) {
		struct member *m = &list->member[list->n];

		if (progress_step(p, (int64_t)i, (int64_t)table.n, err) < 0)
			return -1;
		in.row = &table.row[i];
		take_number(&in, m);
		take_names(&in, m);
		take_words(&in, m);
		take_mandate(&in, m);
		take_weight(&in, m);
		list->line[list->n++] = in.row->line;
	}
	if (!list->n)
		add_finding(&in, 0, 0, true, TEXT("the file names no member"));
	else
		compare_members(&in);
	compare_names(&in);
	sort_findings(list);
	return progress_step(p, (int64_t)table.n, (int64_t)table.n, err);
}

void import_members_ended(struct members_list *list, struct date today, struct arena *a)
{
	struct import in = {.arena = a, .list = list, .room = list->findings};

	for (size_t i = 0; i < list->n; i++) {
		struct date to = list->member[i].to;

		if (to.year && date_compare(to, today) < 0)
			add_finding(&in, list->line[i], 0, false,
				MSG("the mandate ended on {day}: not in office",
					A_DATE("day", to)));
	}
	sort_findings(list);
}

int import_members_file(const char *path, const struct progress *p, struct arena *a,
	struct members_list *list, struct error *err)
{
	struct bytes file = {0};
	int result = file_read(path, CSV_BYTES_MAX + 1, &file, err);

	*list = (struct members_list){0};
	if (result == 0)
		result = import_members(
			arena_str(a, (struct str){(const char *)file.p, file.n}), p, a, list, err);
	bytes_free(&file);
	return result;
}

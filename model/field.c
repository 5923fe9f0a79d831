#include "model/field.h"

bool field_enum_parse(const struct name *names, struct str s, int *value)
{
	for (int i = 0; names[i].name; i++) {
		if (str_is(s, names[i].name)) {
			*value = i;
			return true;
		}
	}
	return false;
}

static bool lists_equal(const struct field *f, const struct list *a, const struct list *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		if (!field_equal(f->sub, (const char *)a->at + i * f->sub_size,
		            (const char *)b->at + i * f->sub_size))
			return false;
	}
	return true;
}

static bool numbers_equal(const struct numbers *a, const struct numbers *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		if (a->at[i] != b->at[i])
			return false;
	}
	return true;
}

static bool value_equal(const struct field *f, const void *a, const void *b)
{
	switch (f->kind) {
	case FIELD_INT:
	case FIELD_MONEY:
		return *(const int64_t *)a == *(const int64_t *)b;
	case FIELD_BOOL:
		return *(const bool *)a == *(const bool *)b;
	case FIELD_TEXT:
		return str_equal(*(const struct str *)a, *(const struct str *)b);
	case FIELD_ENUM:
		return *(const int *)a == *(const int *)b;
	case FIELD_TIME: {
		const struct instant *x = a, *y = b;

		return x->seconds == y->seconds && x->offset_minutes == y->offset_minutes;
	}
	case FIELD_DATE: {
		const struct date *x = a, *y = b;

		return x->year == y->year && x->month == y->month && x->day == y->day;
	}
	case FIELD_HASH:
		return hash_equal(*(const struct hash *)a, *(const struct hash *)b);
	case FIELD_UUID:
		return str_equal((struct str){a, 16}, (struct str){b, 16});
	case FIELD_NUMBERS:
		return numbers_equal(a, b);
	case FIELD_VOTE: {
		const struct vote_id *x = a, *y = b;

		return x->item == y->item && x->n == y->n;
	}
	case FIELD_LIST:
		return lists_equal(f, a, b);
	}
	return false;
}

bool field_equal(const struct field *fields, const void *a, const void *b)
{
	for (const struct field *f = fields; f->name; f++) {
		if (!value_equal(f, (const char *)a + f->offset, (const char *)b + f->offset))
			return false;
	}
	return true;
}

bool numbers_have(struct numbers list, int32_t n)
{
	for (size_t i = 0; i < list.n; i++) {
		if (list.at[i] == n)
			return true;
	}
	return false;
}

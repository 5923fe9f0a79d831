#include "model/field.h"

#include <string.h>

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

/* Digits only, no zero in front, from 1. */
static bool number_parse(struct str s, int32_t *n)
{
	int64_t v = 0;

	if (!s.n || s.n > 10 || s.p[0] == '0')
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		v = v * 10 + (s.p[i] - '0');
	}
	*n = (int32_t)(v <= INT32_MAX ? v : 0);
	return v <= INT32_MAX;
}

bool field_vote_parse(struct str s, struct vote_id *v)
{
	size_t slash = 0;

	while (slash < s.n && s.p[slash] != '/')
		slash++;
	return slash < s.n && number_parse((struct str){s.p, slash}, &v->item) &&
	       number_parse((struct str){s.p + slash + 1, s.n - slash - 1}, &v->n);
}

bool field_unset(const struct field *f, const void *value)
{
	static const struct uuid no_uuid;

	switch (f->kind) {
	case FIELD_INT:
	case FIELD_MONEY:
		return *(const int64_t *)value == 0;
	case FIELD_BOOL:
		return !*(const bool *)value;
	case FIELD_TEXT:
		return ((const struct str *)value)->n == 0;
	case FIELD_ENUM:
		return *(const int *)value == 0;
	case FIELD_TIME:
		return !instant_is_set(*(const struct instant *)value);
	case FIELD_DATE:
		return ((const struct date *)value)->year == 0;
	case FIELD_HASH:
		return hash_is_zero(*(const struct hash *)value);
	case FIELD_UUID:
		return memcmp(value, &no_uuid, sizeof no_uuid) == 0;
	case FIELD_NUMBERS:
		return ((const struct numbers *)value)->n == 0;
	case FIELD_VOTE:
		return ((const struct vote_id *)value)->item == 0;
	case FIELD_LIST:
		return ((const struct list *)value)->n == 0;
	}
	return false;
}

static bool in_range(const struct field *f, int64_t v)
{
	if (f->min == 0 && f->max == 0)
		return v >= -FIELD_INT_MOST && v <= FIELD_INT_MOST;
	return v >= f->min && v <= f->max;
}

static bool is_named(const struct field *f, int value)
{
	for (int i = 0; f->names[i].name; i++) {
		if (i == value)
			return true;
	}
	return value < 0 && value >= f->min;
}

/* Whether VALUE, which is set or required, may be written. Lists: not what stands in them. */
static bool value_valid(const struct field *f, const void *value)
{
	switch (f->kind) {
	case FIELD_INT:
	case FIELD_MONEY:
		return in_range(f, *(const int64_t *)value);
	case FIELD_TEXT: {
		const struct str *s = value;

		return s->n && (f->max == 0 || s->n <= (size_t)f->max) && str_valid(*s);
	}
	case FIELD_ENUM:
		return is_named(f, *(const int *)value);
	case FIELD_TIME:
		return instant_valid(*(const struct instant *)value);
	case FIELD_DATE:
		return date_valid(*(const struct date *)value);
	case FIELD_NUMBERS: {
		const struct numbers *numbers = value;

		for (size_t i = 0; i < numbers->n; i++) {
			if (!in_range(f, numbers->at[i]))
				return false;
		}
		return true;
	}
	case FIELD_VOTE: {
		const struct vote_id *v = value;

		return v->item > 0 && v->n > 0;
	}
	case FIELD_BOOL:
	case FIELD_HASH:
	case FIELD_UUID:
	case FIELD_LIST:
		break;
	}
	return true;
}

const struct field *field_wrong(const struct field *fields, const void *object)
{
	for (const struct field *f = fields; f->name; f++) {
		const char *value = (const char *)object + f->offset;

		if (f->optional && field_unset(f, value))
			continue;
		if (!value_valid(f, value))
			return f;
		if (f->kind != FIELD_LIST)
			continue;

		const struct list *list = (const void *)value;

		for (size_t i = 0; i < list->n; i++) {
			const struct field *wrong =
				field_wrong(f->sub, (const char *)list->at + i * f->sub_size);

			if (wrong)
				return wrong;
		}
	}
	return NULL;
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

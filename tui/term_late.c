#include "tui/term_late.h"

#define ESCAPE 27
#define BELL   7

static void keep(struct term_late *late, uint32_t ch)
{
	if (late->n < sizeof(late->text))
		late->text[late->n++] = ch < 0x80 ? (char)ch : '?';
}

/* Behind ESC: an answer begins, or the Esc key was pressed. */
static enum term_late_is after_escape(struct term_late *late, uint32_t ch)
{
	if (ch != '[' && ch != ']' && ch != 'P') {
		late->state = LATE_IDLE;
		return LATE_IS_ESCAPE;
	}
	keep(late, ESCAPE);
	keep(late, ch);
	late->state = ch == '[' ? LATE_CONTROL : LATE_STRING;
	return LATE_IS_ANSWER;
}

enum term_late_is term_late_take(struct term_late *late, uint32_t ch)
{
	switch (late->state) {
	case LATE_IDLE:
		if (ch != ESCAPE)
			return LATE_IS_KEY;
		late->state = LATE_ESCAPED;
		return LATE_IS_ANSWER;
	case LATE_ESCAPED:
		return after_escape(late, ch);
	case LATE_CONTROL:
		keep(late, ch);
		if (ch < '@' || ch > '~')
			return LATE_IS_ANSWER;
		late->state = LATE_IDLE;
		/* DA2 ends with c as well, but begins with >. */
		for (size_t i = late->n - 1; ch == 'c' && i > 0 && late->text[i] != ESCAPE; i--)
			if (late->text[i] == '?') {
				late->owed = false;
				return LATE_IS_END;
			}
		return LATE_IS_ANSWER;
	case LATE_STRING:
		keep(late, ch);
		if (ch == ESCAPE)
			late->state = LATE_STRING_ESCAPED;
		else if (ch == BELL)
			late->state = LATE_IDLE;
		return LATE_IS_ANSWER;
	case LATE_STRING_ESCAPED:
		keep(late, ch);
		late->state = LATE_IDLE;
		return LATE_IS_ANSWER;
	}
	return LATE_IS_KEY;
}

bool term_late_pause(struct term_late *late)
{
	if (late->state != LATE_ESCAPED)
		return false;
	late->state = LATE_IDLE;
	return true;
}

#include "tui/term_queue.h"

#include "tui/term_keys.h"

#define PASTE_MAX (1024 * 1024)

void term_queue_clear(struct term_queue *q)
{
	bytes_wipe(&q->paste);
	bytes_wipe(&q->pasted);
	*q = (struct term_queue){0};
}

bool term_queue_has_room(const struct term_queue *q)
{
	return !q->paste_waits && q->n + 2 < TERM_QUEUE_MAX;
}

static void put(struct term_queue *q, struct input input)
{
	if (q->n < TERM_QUEUE_MAX)
		q->at[(q->first + q->n++) % TERM_QUEUE_MAX] = input;
}

void term_queue_put(struct term_queue *q, enum input_kind kind)
{
	put(q, (struct input){.kind = kind, .fd = -1});
}

void term_queue_press(struct term_queue *q, struct press press)
{
	put(q, (struct input){.kind = INPUT_KEY, .press = press, .fd = -1});
}

void term_queue_character(struct term_queue *q, struct press press)
{
	static const uint32_t alefs[] = {0x622, 0x623, 0x625, 0x627};
	struct input *before = q->n ? &q->at[(q->first + q->n - 1) % TERM_QUEUE_MAX] : NULL;

	if (press.code == PRESS_CHAR && press.ch >= 0xFEF5 && press.ch <= 0xFEFC) {
		struct press lam = PRESS_CHAR_OF(0x644);
		struct press alef = PRESS_CHAR_OF(alefs[(press.ch - 0xFEF5) / 2]);

		lam.lam_alef = alef.lam_alef = true;
		term_queue_press(q, lam);
		term_queue_press(q, alef);
		return;
	}
	if (before && before->kind == INPUT_KEY && before->press.code == PRESS_CHAR &&
		before->press.ch == 0x644 && press.code == PRESS_CHAR)
		for (size_t i = 0; i < ARRAY_LEN(alefs); i++)
			if (press.ch == alefs[i])
				press.lam_alef = before->press.lam_alef = true;
	term_queue_press(q, press);
}

void term_queue_drop(struct term_queue *q)
{
	q->n--;
}

void term_queue_paste(struct term_queue *q)
{
	q->pasting = true;
	q->paste.n = 0;
}

void term_queue_pasted(struct term_queue *q, uint32_t ch)
{
	char buf[4];
	struct press press = PRESS_CHAR_OF(ch == '\r' ? '\n' : ch);

	if (q->paste.n < PASTE_MAX)
		bytes_add(&q->paste, buf, key_utf8(press, buf));
}

void term_queue_paste_end(struct term_queue *q)
{
	q->pasting = false;
	q->paste_waits = true;
	term_queue_put(q, INPUT_PASTE);
}

void term_queue_mouse(struct term_queue *q)
{
	q->mousing = true;
	q->numbers_n = 0;
}

void term_queue_moused(struct term_queue *q, uint32_t ch)
{
	struct input input = {.kind = INPUT_MOUSE, .fd = -1};

	if ((ch >= '0' && ch <= '9') || ch == ';') {
		if (q->numbers_n < sizeof(q->numbers))
			q->numbers[q->numbers_n++] = (char)ch;
		return;
	}
	q->mousing = false;
	if (q->numbers_n < sizeof(q->numbers) &&
		term_keys_mouse(q->numbers, q->numbers_n, ch, &input.mouse))
		put(q, input);
}

bool term_queue_take(struct term_queue *q, struct input *input)
{
	if (q->n == 0)
		return false;
	*input = q->at[q->first];
	q->first = (q->first + 1) % TERM_QUEUE_MAX;
	q->n--;
	if (input->kind == INPUT_PASTE) {
		struct bytes kept = q->pasted;

		q->pasted = q->paste;
		q->paste = kept;
		q->paste.n = 0;
		q->paste_waits = false;
		input->paste = (struct str){(const char *)q->pasted.p, q->pasted.n};
	}
	return true;
}

#include "storage/record/fold.h"

#include "storage/chain.h"
#include "storage/codec.h"

#include <string.h>

static bool wrong(struct record_fold *f, struct message why)
{
	f->bad_line = f->acts + 1;
	f->why = why;
	return false;
}

static bool fold_line(struct record_fold *f, struct str line, struct arena *a)
{
	struct error ignored;
	struct event e;
	struct hash prev;

	if (codec_decode(line, &e, &prev, a, &ignored) < 0)
		return wrong(
			f, MSG("Line {n} of the journal is not an act as this program writes it.",
				   A_DIGITS("n", (int64_t)f->acts + 1)));
	if (e.n != f->acts || !hash_equal(prev, f->head))
		return wrong(f, MSG("Line {n} of the journal does not follow the line before it.",
					A_DIGITS("n", (int64_t)f->acts + 1)));
	if (!session_apply(&f->session, &e))
		return wrong(f, MSG("Line {n} of the journal contradicts the acts before it.",
					A_DIGITS("n", (int64_t)f->acts + 1)));
	f->frozen_last = e.type == EVENT_RECORD_FROZEN;
	return true;
}

static int64_t count_lines(struct str jsonl)
{
	int64_t n = 0;

	for (size_t i = 0; i < jsonl.n; i++)
		n += jsonl.p[i] == '\n';
	return n;
}

int record_fold(struct str jsonl, const struct progress *p, struct record_fold *f, struct arena *a,
	struct error *err)
{
	struct chain *chain = chain_open(err);
	int64_t all = count_lines(jsonl);
	int status = chain ? 0 : -1;

	*f = (struct record_fold){.acts = 0};
	session_init(&f->session, a);
	while (status == 0 && jsonl.n && !f->bad_line) {
		const char *end = memchr(jsonl.p, '\n', jsonl.n);
		struct str line = {jsonl.p, end ? (size_t)(end - jsonl.p) : jsonl.n};

		status = progress_step(p, f->acts, all, err);
		if (status < 0)
			break;
		if (!end) {
			(void)wrong(f, MSG("Line {n} of the journal has no end.",
					       A_DIGITS("n", (int64_t)f->acts + 1)));
			break;
		}
		if (!fold_line(f, line, a))
			break;
		status = chain_hash(chain, line.p, line.n, &f->head, err);
		if (f->frozen_last)
			f->session.frozen_head = f->head;
		f->acts++;
		jsonl.p += line.n + 1;
		jsonl.n -= line.n + 1;
	}
	chain_close(chain);
	return status;
}

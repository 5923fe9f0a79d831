/* What holds for every event: lines and facts go into each other without loss, and nothing but the
 * canonical line of a fact is ever read. */
#include "tests/test.h"

#include "storage/chain.h"
#include "storage/codec.h"
#include "storage/memory.h"
#include "tests/generate.h"

struct fixture {
	struct arena arena;
	struct generator g;
};

/* Each case draws from the same seed, so that it can be repeated alone. */
static int start(void **state)
{
	struct fixture *f = malloc(sizeof *f);

	if (!f)
		return -1;
	arena_init(&f->arena, &memory_source);
	f->g = generator_of(generate_seed(20241230), &f->arena);
	*state = f;
	return 0;
}

static int finish(void **state)
{
	struct fixture *f = *state;

	arena_clear(&f->arena);
	free(f);
	return 0;
}

static void assert_str(struct str got, struct str want)
{
	if (!str_equal(got, want))
		fail_msg("got  %.*s\nwant %.*s", (int)got.n, got.p, (int)want.n, want.p);
}

static void assert_same_event(const struct event *a, const struct event *b)
{
	assert_true(event_same(a, b));
	assert_int_equal(a->n, b->n);
	assert_memory_equal(&a->id, &b->id, sizeof a->id);
	assert_str(a->actor, b->actor);
	assert_int_equal(a->at.seconds, b->at.seconds);
	assert_int_equal(a->at.offset_minutes, b->at.offset_minutes);
	assert_int_equal(a->t.seconds, b->t.seconds);
	assert_int_equal(a->t.offset_minutes, b->t.offset_minutes);
}

/* LINE is refused with BAD_EVENT, or it is the canonical line of what it is read as. */
static bool refused_or_canonical(struct fixture *f, struct str line)
{
	struct event e;
	struct hash prev;
	struct error err = {0};

	if (codec_decode(line, &e, &prev, &f->arena, &err)) {
		assert_int_equal(err.code, ERROR_BAD_EVENT);
		assert_true(err.detail[0] != '\0');
		return false;
	}
	assert_int_equal(err.code, ERROR_NONE);
	assert_str(codec_encode(&e, prev, &f->arena), line);
	return true;
}

static void twenty_thousand_random_events_come_back_as_they_were(void **state)
{
	struct fixture *f = *state;
	unsigned seen[EVENT_COUNT] = {0};

	for (int i = 0; i < 20000; i++) {
		struct event e = generate_event(&f->g), back;
		struct hash prev = generate_hash(&f->g), back_prev;
		struct error err = {0};
		struct str line = codec_encode(&e, prev, &f->arena);

		seen[e.type]++;
		assert_null(memchr(line.p, '\n', line.n));
		if (codec_decode(line, &back, &back_prev, &f->arena, &err))
			fail_msg("%s: %.*s", err.detail, (int)line.n, line.p);
		assert_same_event(&e, &back);
		assert_true(hash_equal(prev, back_prev));
		assert_str(codec_encode(&back, back_prev, &f->arena), line);
		arena_clear(&f->arena);
	}
	for (int i = 0; i < EVENT_COUNT; i++)
		assert_true(seen[i] > 20000 / EVENT_COUNT / 2);
}

static void a_body_is_the_part_of_the_line_behind_its_key(void **state)
{
	struct fixture *f = *state;

	for (int i = 0; i < 500; i++) {
		struct event e = generate_event(&f->g);
		struct str line = codec_encode(&e, (struct hash){{0}}, &f->arena);
		struct str body = codec_body(&e, &f->arena);
		struct str parts[] = {STR(",\"body\":"), body, STR(",\"id\":\"")};
		struct str within = arena_join(&f->arena, parts, ARRAY_LEN(parts));

		assert_non_null(memmem(line.p, line.n, within.p, within.n));
		arena_clear(&f->arena);
	}
}

static void the_place_of_a_line_is_read_without_knowing_its_meaning(void **state)
{
	struct fixture *f = *state;

	for (int i = 0; i < 500; i++) {
		struct event e = generate_event(&f->g);
		struct hash prev = generate_hash(&f->g);
		struct chain_place place;

		assert_true(chain_place_of(codec_encode(&e, prev, &f->arena), &place));
		assert_int_equal(place.n, e.n);
		assert_true(hash_equal(place.prev, prev));
		assert_memory_equal(&place.id, &e.id, sizeof e.id);
		arena_clear(&f->arena);
	}
}

/* A short line of every type, so that all its bytes can be changed. */
static struct str short_line(struct fixture *f, enum event_type type)
{
	struct str best = {0};

	for (int i = 0; i < 20; i++) {
		struct event e = generate_event_of(&f->g, type);
		struct str line = codec_encode(&e, generate_hash(&f->g), &f->arena);

		if (!best.n || line.n < best.n)
			best = line;
	}
	return best;
}

static void every_value_of_every_byte_is_refused_or_another_canonical_line(void **state)
{
	struct fixture *f = *state;
	unsigned refused = 0, read = 0;
	struct arena kept;

	arena_init(&kept, &memory_source);

	struct event e = generate_event_of(&f->g, EVENT_VOTE_CLOSED);

	e.actor = STR("كاتب");

	struct str line = codec_encode(&e, generate_hash(&f->g), &kept);
	char *p = arena_copy(&kept, line.p, line.n);

	for (size_t at = 0; at < line.n; at++) {
		for (int value = 0; value < 256; value++) {
			if ((unsigned char)line.p[at] == value)
				continue;
			p[at] = (char)value;
			if (refused_or_canonical(f, (struct str){p, line.n}))
				read++;
			else
				refused++;
			arena_clear(&f->arena);
		}
		p[at] = line.p[at];
	}
	arena_clear(&kept);
	/* Digits, letters of texts and hex digits may become others; the frame may not. */
	assert_true(refused > 50000);
	assert_true(read > 1000);
}

static void a_changed_cut_or_longer_line_of_every_type_is_refused_or_canonical(void **state)
{
	struct fixture *f = *state;
	struct arena kept;

	arena_init(&kept, &memory_source);
	for (int type = 0; type < EVENT_COUNT; type++) {
		struct str line = arena_str(&kept, short_line(f, (enum event_type)type));
		char *p = arena_take(&kept, line.n + 1);

		for (size_t at = 0; at <= line.n; at++) {
			memcpy(p, line.p, line.n);
			if (at < line.n) {
				p[at] ^= (char)(1 + generate_below(&f->g, 255));
				refused_or_canonical(f, (struct str){p, line.n});
				assert_false(refused_or_canonical(f, (struct str){line.p, at}));
				memcpy(p + at, line.p + at + 1, line.n - at - 1);
				refused_or_canonical(f, (struct str){p, line.n - 1});
			}
			memcpy(p, line.p, at);
			p[at] = (char)generate_below(&f->g, 256);
			memcpy(p + at + 1, line.p + at, line.n - at);
			refused_or_canonical(f, (struct str){p, line.n + 1});
			arena_clear(&f->arena);
		}
	}
	arena_clear(&kept);
}

static void lines_torn_and_mixed_at_random_never_pass_as_something_else(void **state)
{
	struct fixture *f = *state;
	unsigned read = 0;

	for (int i = 0; i < 20000; i++) {
		struct event e = generate_event(&f->g), other = generate_event(&f->g);
		struct str x = codec_encode(&e, generate_hash(&f->g), &f->arena);
		struct str y = codec_encode(&other, generate_hash(&f->g), &f->arena);
		struct builder b;

		builder_init(&b, &f->arena);
		for (int piece = (int)generate_below(&f->g, 4); piece >= 0; piece--) {
			struct str from = generate_chance(&f->g, 50) ? x : y;
			size_t at = generate_below(&f->g, from.n);
			size_t n = generate_below(&f->g, from.n - at) + 1;

			builder_add(&b, (struct str){from.p + at, n});
		}
		read += refused_or_canonical(f, builder_str(&b));
		arena_clear(&f->arena);
	}
	assert_true(read < 200);
}

static void only_what_can_be_read_back_counts_as_writable(void **state)
{
	struct fixture *f = *state;
	const struct event good = generate_event_of(&f->g, EVENT_ITEM_ADDED);
	struct event e;

	assert_true(codec_writable(&good));
	e = good;
	e.at = (struct instant){0};
	assert_false(codec_writable(&e));
	e = good;
	e.t.offset_minutes = 900;
	assert_false(codec_writable(&e));
	e = good;
	e.t.seconds = INT64_MAX;
	assert_false(codec_writable(&e));
	e = good;
	e.actor = STR("a\nb\033");
	assert_false(codec_writable(&e));
	e = good;
	e.body.item_added.item = 10000;
	assert_false(codec_writable(&e));
	e = good;
	e.body.item_added.kind = ITEM_KIND_COUNT;
	assert_false(codec_writable(&e));
	e = good;
	e.body.item_added.title_ar = STR("\xd9");
	assert_false(codec_writable(&e));
	e = generate_event_of(&f->g, EVENT_VOTE_ANNOUNCED);
	assert_true(codec_writable(&e));
	e.body.vote_announced.vote.n = 0;
	assert_false(codec_writable(&e));
}

/* COUNT random events as a chain in FILE, a line each; the hash of the last. */
static struct hash write_chain(struct fixture *f, const char *file, unsigned count)
{
	struct error err = {0};
	struct chain *chain = chain_open(&err);
	struct hash prev = {{0}};
	FILE *out = fopen(file, "wb");

	assert_non_null(chain);
	assert_non_null(out);
	for (unsigned n = 0; n < count; n++) {
		struct event e = generate_event(&f->g);
		struct str line;

		e.n = n;
		line = codec_encode(&e, prev, &f->arena);
		assert_int_equal(fwrite(line.p, 1, line.n, out), line.n);
		assert_int_equal(putc('\n', out), '\n');
		assert_int_equal(chain_hash(chain, line.p, line.n, &prev, &err), 0);
		arena_clear(&f->arena);
	}
	assert_int_equal(fclose(out), 0);
	chain_close(chain);
	return prev;
}

/* What the shell says to SCRIPT, in which $f is FILE. */
static struct str shell(struct arena *a, const char *file, const char *script)
{
	struct str parts[] = {STR("f='"), str_of(file), STR("'; "), str_of(script)};
	struct builder b;
	FILE *out = popen(arena_z(a, arena_join(a, parts, ARRAY_LEN(parts))), "r");

	assert_non_null(out);
	builder_init(&b, a);
	for (int c = getc(out); c != EOF; c = getc(out))
		builder_add_char(&b, (char)c);
	assert_int_equal(pclose(out), 0);
	return builder_str(&b);
}

static const char *chain_file(struct arena *a)
{
	struct str parts[] = {str_of(test_builddir()), STR("/tests/property_chain.jsonl")};

	return arena_z(a, arena_join(a, parts, ARRAY_LEN(parts)));
}

/* A second implementation of sorted keys and minimal escapes. */
static void jq_writes_the_same_lines(void **state)
{
	struct fixture *f = *state;
	struct arena kept;

	arena_init(&kept, &memory_source);

	const char *file = chain_file(&kept);

	write_chain(f, file, 3000);
	assert_str(
		shell(&kept, file, "jq -cS . \"$f\" | cmp - \"$f\" && wc -l <\"$f\" | tr -d ' '"),
		STR("3000\n"));
	assert_int_equal(remove(file), 0);
	arena_clear(&kept);
}

/* What a recipient of a record types, from the shell and sha256sum alone. */
static const char loop[] = "p=$(printf '%064d' 0); n=0; while IFS= read -r l; do case $l in "
			   "*\"\\\"n\\\":$n,\\\"prev\\\":\\\"$p\\\",\"*) ;; *) echo \"BROKEN at "
			   "line $((n+1))\"; break;; esac; "
			   "p=$(printf %s \"$l\" | sha256sum | cut -c1-64); n=$((n+1)); done "
			   "<\"$f\"; echo \"$n events, head $p\"";

static void the_shell_follows_the_chain_to_its_head(void **state)
{
	struct fixture *f = *state;
	struct arena kept;

	arena_init(&kept, &memory_source);

	const char *file = chain_file(&kept);
	struct hash head = write_chain(f, file, 60);
	struct str parts[] = {STR("60 events, head "), hash_text(head, &kept), STR("\n")};

	assert_str(shell(&kept, file, loop), arena_join(&kept, parts, ARRAY_LEN(parts)));
	/* The same loop notices a letter changed in line 31. */
	shell(&kept, file, "sed '31s/\"actor\":\"/&x/' \"$f\" >\"$f.x\" && mv \"$f.x\" \"$f\"");
	assert_true(str_starts(shell(&kept, file, loop), "BROKEN at line 32\n"));
	assert_int_equal(remove(file), 0);
	arena_clear(&kept);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, start, finish)

static const struct CMUnitTest cases[] = {
	CASE(twenty_thousand_random_events_come_back_as_they_were),
	CASE(a_body_is_the_part_of_the_line_behind_its_key),
	CASE(the_place_of_a_line_is_read_without_knowing_its_meaning),
	CASE(every_value_of_every_byte_is_refused_or_another_canonical_line),
	CASE(a_changed_cut_or_longer_line_of_every_type_is_refused_or_canonical),
	CASE(lines_torn_and_mixed_at_random_never_pass_as_something_else),
	CASE(jq_writes_the_same_lines),
	CASE(the_shell_follows_the_chain_to_its_head),
	CASE(only_what_can_be_read_back_counts_as_writable),
};

TEST_MAIN(cases)

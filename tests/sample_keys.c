/*
 * Makes the two sample keys once more: sample_keys DIR. They are public on purpose, with their
 * passphrase, and good for nothing but sample registers. Not part of any build.
 */
#include <stdio.h>

#include "storage/seal/seal.h"

#define CHAMBER "غرفة الصناعة التقليدية لجهة فاس - مكناس (نموذج)"

static int make(const char *dir, const char *role, struct str name)
{
	struct seal_subject subject = {
		.name = name,
		.organisation = STR(CHAMBER),
		.role = str_of(role),
		.specimen = true,
		.from = instant_at((struct date){2024, 1, 1}, 0, 0),
		.until = instant_at((struct date){2044, 1, 1}, 0, 0),
	};
	struct seal_certificate made;
	struct error err = {0};
	struct arena a;
	char path[4096];
	FILE *f;
	int r;

	arena_init(&a, &memory_source);
	snprintf(path, sizeof(path), "%s/%s.p12", dir, role);
	r = seal_key_new(&subject, STR("specimen"), path, &made, &a, &err);
	snprintf(path, sizeof(path), "%s/%s.pem", dir, role);
	if (r) {
		fprintf(stderr, "%s: %d %s %s\n", path, (int)err.code, err.subject, err.detail);
	} else {
		f = fopen(path, "wx");
		r = !f || fwrite(made.pem.p, 1, made.pem.n, f) != made.pem.n;
		if (f && fclose(f))
			r = 1;
		if (r)
			perror(path);
	}
	arena_clear(&a);
	return r;
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		fprintf(stderr, "usage: sample_keys DIR\n");
		return 2;
	}
	return make(argv[1], "secretary", STR("كاتب الجلسة (نموذج / SPÉCIMEN)")) ||
	       make(argv[1], "president", STR("رئيس الغرفة (نموذج / SPÉCIMEN)"));
}

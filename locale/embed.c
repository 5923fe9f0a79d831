#include "locale/embed.h"

#include <string.h>

const unsigned char *embed_find(const char *name, size_t *size)
{
	for (const struct embed_file *f = embed_files; f->name; f++) {
		if (strcmp(f->name, name) == 0) {
			if (size)
				*size = (size_t)(f->end - f->begin);
			return f->begin;
		}
	}
	return NULL;
}

#ifndef MODEL_FIELD_LABEL_H
#define MODEL_FIELD_LABEL_H

#include "model/field.h"
#include "model/message.h"

/* The field NAME of a fact in the words of the screen; "title_fr" is "title (fr)". A name without
 * words is itself. What it refers to lives in A. */
struct message field_label(const char *name, struct arena *a);

#endif

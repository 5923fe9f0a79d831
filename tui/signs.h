/* The signs a screen shows: turned round where reading runs to the left, and with stand-ins where
 * the font has none but ASCII. */
#ifndef TUI_SIGNS_H
#define TUI_SIGNS_H

#include "model/base.h"

/* What is shown for CODE; TURN: reading runs to the left; ASCII: stand-ins. Letters stay as they
 * are. */
uint32_t signs_shown(uint32_t code, bool turn, bool ascii);
/* TEXT with the names of keys in place of their faces, which no single sign of ASCII could be told
 * from. Lives in A. */
struct str signs_keys_named(struct str text, enum lang lang, struct arena *a);

#endif

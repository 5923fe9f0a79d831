/* Text as people type it: let in only valid, normalised and printable, moved through by what a
 * reader takes for one letter, measured in cells, and compared loosely for searching. */
#ifndef LOCALE_TEXT_H
#define LOCALE_TEXT_H

#include "model/base.h"

/* The door. OUT gets IN in NFC, with presentation forms (as some terminals and PDF viewers paste
 * them) turned back into letters, line ends of any kind into newlines, tabs into blanks.
 * Embeddings, overrides and isolates are dropped: a record must read as it is stored, and a typed
 * isolate could reach into the sentence around it. So are byte order marks. Refused, with the
 * offset of the first bad byte in *BAD_OFFSET: what is not UTF-8, and other control characters.
 * Returns 0 or -1. */
int text_clean(struct str in, struct arena *a, struct str *out, size_t *bad_offset) MUST_CHECK;

/* The code point at *AT; moves *AT behind it. Bytes that are no UTF-8 give U+FFFD one at a time.
 * *AT must be below s.n. */
uint32_t text_decode(struct str s, size_t *at);
void text_encode(struct builder *b, uint32_t code);

/* The border of letters (grapheme clusters) after or before AT; at the ends, the end itself. */
size_t text_next(struct str s, size_t at);
size_t text_prev(struct str s, size_t at);
/* Where the next word begins (or the end), and where this or the previous one begins. */
size_t text_next_word(struct str s, size_t at);
size_t text_prev_word(struct str s, size_t at);

/* Cells a code point takes in a terminal: 0 for marks and format characters, 2 for wide ones. */
int text_code_width(uint32_t code);
bool text_is_mark(uint32_t code);   /* sits on the letter before it */
bool text_is_format(uint32_t code); /* never shown: isolates, joiners, U+FEFF … */
/* A letter of this script stands in S; digits, signs and marks are of neither. */
bool text_has_arabic(struct str s);
bool text_has_latin(struct str s);

/* S for searching: without case, accents, tashkil, tatweel; one form each of alif, ya, hamza
 * seats and ta marbuta; Arabic-Indic digits as 0-9; blanks single; no leading article ال. */
struct str text_fold(struct str s, struct arena *a);
/* Whether each word of NEEDLE begins a word of HAY, or NEEDLE stands in it as a whole. */
bool text_matches(struct str needle, struct str hay, struct arena *a);

/* ٠…٩ and ۰…۹ as 0…9; others unchanged. */
uint32_t text_digit(uint32_t code);
/* Every Arabic-Indic digit of S replaced. */
struct str text_western_digits(struct str s, struct arena *a);

#endif

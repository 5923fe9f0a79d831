/* Text on paper: the fonts, shaping a paragraph into lines, drawing one line. Part of the private
 * module. All lengths are points (1/72 inch). */
#ifndef STORAGE_RECORD_PDF_TEXT_H
#define STORAGE_RECORD_PDF_TEXT_H

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include "model/base.h"
#include "storage/error.h"

enum pdf_face { PDF_REGULAR, PDF_BOLD, PDF_MONO, PDF_FACE_COUNT };

enum pdf_edge { PDF_LEFT, PDF_MIDDLE, PDF_RIGHT };

struct pdf_style {
	enum pdf_face face;
	double size;    /* of the letters */
	double leading; /* from one baseline to the next */
	enum pdf_edge edge;
	bool justify;
};

struct pdf_text;

/* Where fonts are looked for, ending in NULL: the places where distributions put Amiri and DejaVu.
 */
extern const char *const pdf_font_folders[];

/* FILE, from the first of FOLDERS that has it, for CONFIG. False: none has. */
bool pdf_font_add(FcConfig *config, const char *const *folders, const char *file);
/* For layouts of this direction, unhinted. Owner: the caller. */
PangoContext *pdf_context(PangoFontMap *map, PangoDirection direction);

/* Loads the fonts from FOLDERS and checks that each is what was asked for. Errors: FONT.
 * Owner: the caller, who calls pdf_text_close, which takes NULL. */
int pdf_text_open(const char *const *folders, struct pdf_text **text, struct error *err) MUST_CHECK;
void pdf_text_close(struct pdf_text *text);

/* The words as lines of at most WIDTH, read in the direction of LANG whatever their first letter.
 * A SHA-256 among them is set in fixed width, in groups, and never reordered; a text all in fixed
 * width is left as it is. Owner: TEXT, until it closes. */
PangoLayout *pdf_text_layout(struct pdf_text *text, struct str words, enum lang lang,
	const struct pdf_style *style, double width);

/* Takes back the layout made last, which was only to be measured. */
void pdf_text_forget(struct pdf_text *text);

/* Where lines of that language begin. */
enum pdf_edge pdf_start(enum lang lang);
enum pdf_edge pdf_end(enum lang lang);

/* The line with its left end at X, standing on Y. Letters reach the page in visual order, word by
 * word and without the blanks, which is what readers of PDF extract best. Isolates draw nothing. */
void pdf_text_draw(cairo_t *cr, PangoLayoutLine *line, double x, double y);
/* The same as outlines added to the current path. */
void pdf_text_path(cairo_t *cr, PangoLayoutLine *line, double x, double y);

double pdf_line_width(PangoLayoutLine *line);
/* What the line says, in the order of reading, without isolates and blanks at its ends. Owner: A.
 */
struct str pdf_line_words(PangoLayoutLine *line, struct arena *a);

/* The first SHA-256 written in S, in one piece or in 16 groups of 4 digits set apart by one blank
 * of any kind; *from and *to are the bytes it takes. Digits must be lower case. */
bool pdf_hash_find(struct str s, size_t *from, size_t *to, char digits[65]);

#endif

#include "tui/style.h"

#define DEF COLOUR_DEFAULT

/* fg, bg, then what is not a colour. Numbers are of the xterm palette of 256. */
/* clang-format off */
#define PLAIN(f, b) {(f), (b), false, false, false, false}
#define BOLD(f, b)  {(f), (b), true, false, false, false}
#define DIM(f, b)   {(f), (b), false, true, false, false}
#define LINE(f, b)  {(f), (b), false, false, true, false}
#define BACK        {DEF, DEF, false, false, false, true}
#define BOLD_BACK   {DEF, DEF, true, false, false, true}
#define LINE_BACK   {DEF, DEF, false, false, true, true}
/* clang-format on */

/* One row a meaning: dark, light, eight colours, none. The greys keep 4.5 : 1 against black and
 * white with something in hand, since "black" is seldom quite black. */
static const struct look looks[STYLE_COUNT][THEME_NONE + 1] = {
	[STYLE_TEXT] = {PLAIN(DEF, DEF), PLAIN(DEF, DEF), PLAIN(DEF, DEF), PLAIN(DEF, DEF)},
	[STYLE_STRONG] = {BOLD(DEF, DEF), BOLD(DEF, DEF), BOLD(DEF, DEF), BOLD(DEF, DEF)},
	[STYLE_GOOD] = {PLAIN(113, DEF), PLAIN(28, DEF), PLAIN(2, DEF), PLAIN(DEF, DEF)},
	[STYLE_GOOD_ROW] = {BOLD(16, 113), BOLD(231, 28), PLAIN(0, 2), BOLD_BACK},
	[STYLE_BAD] = {PLAIN(210, DEF), PLAIN(124, DEF), PLAIN(1, DEF), BOLD(DEF, DEF)},
	[STYLE_BAD_ROW] = {PLAIN(231, 124), PLAIN(231, 124), BOLD(7, 1), BACK},
	[STYLE_CAUTION] = {PLAIN(179, DEF), PLAIN(94, DEF), PLAIN(3, DEF), LINE(DEF, DEF)},
	[STYLE_CAUTION_ROW] = {PLAIN(16, 179), PLAIN(16, 220), PLAIN(0, 3), LINE(DEF, DEF)},
	[STYLE_HERE] = {BOLD(80, DEF), BOLD(25, DEF), BOLD(6, DEF), BOLD(DEF, DEF)},
	[STYLE_FOCUS] = {PLAIN(16, 116), PLAIN(231, 23), PLAIN(0, 6), BACK},
	[STYLE_UNSURE] = {PLAIN(173, DEF), PLAIN(130, DEF), PLAIN(5, DEF), PLAIN(DEF, DEF)},
	[STYLE_OFF] = {PLAIN(245, DEF), PLAIN(242, DEF), DIM(DEF, DEF), DIM(DEF, DEF)},
	[STYLE_DONE] = {PLAIN(247, DEF), PLAIN(240, DEF), PLAIN(DEF, DEF), PLAIN(DEF, DEF)},
	[STYLE_KEY] = {BOLD(116, DEF), BOLD(23, DEF), BOLD(6, DEF), BOLD(DEF, DEF)},
	[STYLE_CHAIR] = {PLAIN(230, DEF), PLAIN(58, DEF), PLAIN(3, DEF), PLAIN(DEF, DEF)},
	[STYLE_CHAIR_LABEL] = {BOLD(220, DEF), BOLD(94, DEF), BOLD(3, DEF), BOLD(DEF, DEF)},
	[STYLE_TITLE] = {PLAIN(231, 23), PLAIN(231, 23), BACK, BACK},
	[STYLE_TITLE_STRONG] = {BOLD(231, 23), BOLD(231, 23), BOLD_BACK, BOLD_BACK},
	[STYLE_STEP] = {PLAIN(231, 24), PLAIN(17, 153), PLAIN(7, 4), BACK},
	[STYLE_STEP_LABEL] = {BOLD(153, 24), BOLD(18, 153), BOLD(7, 4), BOLD_BACK},
	[STYLE_ENTRY] = {PLAIN(255, 237), PLAIN(16, 254), BACK, BACK},
	[STYLE_ENTRY_GOOD] = {BOLD(113, 237), BOLD(22, 254), BOLD_BACK, BOLD_BACK},
	[STYLE_ENTRY_BAD] = {BOLD(217, 237), BOLD(88, 254), BOLD_BACK, BOLD_BACK},
	[STYLE_ENTRY_CAUTION] = {BOLD(179, 237), BOLD(58, 254), BOLD_BACK, LINE_BACK},
	[STYLE_STATUS] = {PLAIN(255, 235), PLAIN(16, 254), BACK, BACK},
	[STYLE_STATUS_GOOD] = {PLAIN(113, 235), PLAIN(22, 254), BACK, BACK},
	[STYLE_STATUS_BAD] = {BOLD(217, 235), BOLD(124, 254), BOLD(7, 1), BOLD_BACK},
	[STYLE_STATUS_CAUTION] = {PLAIN(179, 235), PLAIN(58, 254), PLAIN(0, 3), LINE_BACK},
	[STYLE_STATUS_HERE] = {BOLD(80, 235), BOLD(25, 254), BOLD_BACK, BOLD_BACK},
	[STYLE_CODE] = {PLAIN(16, 231), PLAIN(16, 231), PLAIN(0, 7), BACK},
	[STYLE_SELECTED] = {PLAIN(16, 153), PLAIN(231, 25), PLAIN(7, 4), LINE(DEF, DEF)},
};

struct look style_look(enum style style, enum theme theme)
{
	struct look look = looks[style][theme == THEME_8_LIGHT ? THEME_8 : theme];

	/* Of the eight these cannot be read on white: blue, magenta, and bold black instead. */
	if (theme == THEME_8_LIGHT && look.bg == DEF) {
		if (look.fg == 6)
			look.fg = 4;
		else if (look.fg == 3)
			look.fg = 5;
		else if (look.fg == 2)
			look = (struct look)BOLD(DEF, DEF);
	}
	return look;
}

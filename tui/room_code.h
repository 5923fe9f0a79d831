/* The fingerprint of the record as a QR code, for whoever takes a picture of the wall. */
#ifndef TUI_ROOM_CODE_H
#define TUI_ROOM_CODE_H

#include "tui/canvas.h"

/* Rows and columns the code of a head takes, its white edge included. */
#define ROOM_CODE_ROWS 21
#define ROOM_CODE_COLS 41

/* Paint it into AREA from ROW on, centred: the 64 digits of HEAD, two squares a cell.
 * SOURCE: ISO/IEC 18004, version 4, level L; four squares of white around it. */
void room_code(struct area area, int row, struct hash head);

#endif

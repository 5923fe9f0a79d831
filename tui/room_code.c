#include "tui/room_code.h"

#include <assert.h>
#include <string.h>

#include <qrencode.h>

#define QUIET 4

/* Black at X, Y, counted with the white edge. */
static bool black(const QRcode *qr, int x, int y)
{
	x -= QUIET;
	y -= QUIET;
	return x >= 0 && y >= 0 && x < qr->width && y < qr->width &&
	       (qr->data[y * qr->width + x] & 1);
}

void room_code(struct area area, int row, struct hash head)
{
	static const char *const halves[] = {" ", "▀", "▄", "█"};
	struct arena *a = canvas_arena(area.canvas);
	QRcode *qr = QRcode_encodeString8bit(arena_z(a, hash_text(head, a)), 4, QR_ECLEVEL_L);

	assert(qr && qr->width + 2 * QUIET == ROOM_CODE_COLS); /* 64 digits always fit */
	for (int line = 0; line < ROOM_CODE_ROWS; line++) {
		struct builder b;

		builder_init(&b, a);
		for (int x = 0; x < ROOM_CODE_COLS; x++)
			builder_add_z(&b,
				halves[black(qr, x, 2 * line) + 2 * black(qr, x, 2 * line + 1)]);
		canvas_latin(area, row + line, 0, 0, STYLE_CODE, ALIGN_CENTER, builder_str(&b));
	}
	QRcode_free(qr);
}

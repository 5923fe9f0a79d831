/* A strict reader of CSV files as spreadsheets write them: UTF-8 with or without a byte order mark,
 * else the Windows encodings of French and Arabic, which the caller tells of; separator ; , or tab
 * as the first line uses it, CRLF or LF, values in quotation marks. What is wrong is named with
 * line and column; nothing else is guessed. SOURCE: RFC 4180. */
#ifndef STORAGE_CSV_H
#define STORAGE_CSV_H

#include "storage/error.h"

#define CSV_BYTES_MAX   ((size_t)16 * 1024 * 1024)
#define CSV_ROWS_MAX    100000
#define CSV_COLUMNS_MAX 64
#define CSV_VALUE_MAX   65536 /* bytes */

struct csv_row {
	uint32_t line; /* of the file, from 1; of its first character */
	const struct str *value;
	size_t n;
};

struct csv_table {
	struct csv_row *row; /* the first one is the header; lines without any value are left out */
	size_t n;
	char separator;
	const char *read_as; /* the encoding it was taken for; NULL: it is UTF-8 */
};

/* Every row has as many values as the first one. Values are clean text (locale/text.h) without
 * blanks at their ends. Owner: everything lives in A.
 * Errors: BAD_CSV (subject: a string of the catalogues), BAD_TEXT; both with line and column. */
int csv_read(
	struct str bytes, struct arena *a, struct csv_table *table, struct error *err) MUST_CHECK;

#endif

/* The colour profile sRGB, carried in the module: what red, green and blue mean in a record. */
#ifndef STORAGE_RECORD_PDF_ICC_H
#define STORAGE_RECORD_PDF_ICC_H

#include <stddef.h>

const unsigned char *pdf_icc(size_t *size);

#endif

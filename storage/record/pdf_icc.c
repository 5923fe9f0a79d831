#include "storage/record/pdf_icc.h"

/* sRGB.icc of the package icc-profiles-free 2.0.1, by Kai-Uwe Behrmann, Marti Maria, Photogamut,
 * Graeme Gill and ColorSolutions, under the zlib licence; unchanged. The compiler is told the
 * folder with -Wa,-I. */
__asm__(".section .rodata\n"
	".balign 16\n"
	".globl pdf_icc_data\n"
	".hidden pdf_icc_data\n"
	"pdf_icc_data:\n"
	".incbin \"storage/record/sRGB.icc\"\n"
	".globl pdf_icc_data_end\n"
	".hidden pdf_icc_data_end\n"
	"pdf_icc_data_end:\n"
	".byte 0\n"
	".previous\n");

extern const unsigned char pdf_icc_data[] __attribute__((visibility("hidden")));
extern const unsigned char pdf_icc_data_end[] __attribute__((visibility("hidden")));

const unsigned char *pdf_icc(size_t *size)
{
	*size = (size_t)(pdf_icc_data_end - pdf_icc_data);
	return pdf_icc_data;
}

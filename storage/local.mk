# Everything that leaves memory. One file per line, sorted; headers and tables too.

noinst_LIBRARIES += libstorage.a
libstorage_a_SOURCES = \
	%D%/chain.c \
	%D%/chain.h \
	%D%/codec.c \
	%D%/codec.h \
	%D%/error.c \
	%D%/error.h \
	%D%/journal.h \
	%D%/memory.c \
	%D%/memory.h \
	%D%/record/pdf.h \
	%D%/record/text.h \
	%D%/seal/seal.h

# Files carried inside the program, found at run time with embed_find("storage/…").
EMBED_FILES +=
EXTRA_DIST +=

# The private module: the only place that links Pango, cairo, qpdf and libqrencode. It is loaded
# by the child process that writes a record, from the folder of the program or from pkglibdir.
moduledir = $(pkglibdir)
module_PROGRAMS = mahdar-pdf.so
mahdar_pdf_so_SOURCES =
mahdar_pdf_so_CPPFLAGS = $(AM_CPPFLAGS)
mahdar_pdf_so_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS)
mahdar_pdf_so_LDFLAGS = $(LD_STRICT) -shared -Wl,-Bsymbolic -Wl,--exclude-libs,ALL
mahdar_pdf_so_LDADD = libstorage.a liblocale.a libmodel.a $(PDF_LIBS) $(SQLITE_LIBS) \
	$(JANSSON_LIBS) $(OPENSSL_LIBS) $(UUID_LIBS) $(ICU_LIBS) $(FRIBIDI_LIBS)

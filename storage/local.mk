# Everything that leaves memory. One file per line, sorted; headers and tables too.

noinst_LIBRARIES += libstorage.a
libstorage_a_SOURCES = \
	%D%/backup.c \
	%D%/ballast.c \
	%D%/ballast.h \
	%D%/chain.c \
	%D%/chain.h \
	%D%/clock.c \
	%D%/clock.h \
	%D%/codec.c \
	%D%/codec.h \
	%D%/codec_inner.h \
	%D%/codec_quick.c \
	%D%/csv.c \
	%D%/csv.h \
	%D%/encoding.c \
	%D%/encoding.h \
	%D%/db.c \
	%D%/db.h \
	%D%/error.c \
	%D%/error.h \
	%D%/file.c \
	%D%/file.h \
	%D%/follow.c \
	%D%/id.c \
	%D%/id.h \
	%D%/import_members.c \
	%D%/import_members.h \
	%D%/journal.c \
	%D%/journal.h \
	%D%/journal_inner.h \
	%D%/journal_kept.c \
	%D%/journal_mend.c \
	%D%/journal_read.c \
	%D%/lock.c \
	%D%/lock.h \
	%D%/memory.c \
	%D%/memory.h \
	%D%/profile.c \
	%D%/profile.h \
	%D%/progress.h \
	%D%/record/fold.c \
	%D%/record/fold.h \
	%D%/record/folder.c \
	%D%/record/letters.c \
	%D%/record/letters.h \
	%D%/record/pdf.c \
	%D%/record/pdf.h \
	%D%/record/pdf_module.h \
	%D%/record/record.c \
	%D%/record/record.h \
	%D%/record/signer.c \
	%D%/record/text.c \
	%D%/record/text.h \
	%D%/register.c \
	%D%/register.h \
	%D%/signed.c \
	%D%/signed.h \
	%D%/schema.h \
	%D%/seal/cms.c \
	%D%/seal/cms.h \
	%D%/seal/crypto.c \
	%D%/seal/crypto.h \
	%D%/seal/key.c \
	%D%/seal/key.h \
	%D%/seal/pades.c \
	%D%/seal/pades.h \
	%D%/seal/revision.c \
	%D%/seal/revision.h \
	%D%/seal/seal.h \
	%D%/seal/syntax.c \
	%D%/seal/syntax.h \
	%D%/seal/verify.c \
	%D%/seal/verify.h \
	%D%/seal/words.c \
	%D%/seat.c \
	%D%/seat.h \
	%D%/source.c \
	%D%/source.h

# Files carried inside the program, found at run time with embed_find("storage/…").
EMBED_FILES += \
	%D%/profiles/agriculture-27.08.rules \
	%D%/profiles/associations.rules \
	%D%/profiles/commerce-38.12.rules \
	%D%/profiles/communes-113.14.rules \
	%D%/profiles/handicrafts-18.09.rules \
	%D%/record/VERIFY.txt \
	%D%/sample/agreements.play \
	%D%/sample/prepare.play \
	%D%/sample/president.p12 \
	%D%/sample/president.pem \
	%D%/sample/secretary.p12 \
	%D%/sample/secretary.pem \
	%D%/sample/session.play
EXTRA_DIST += \
	%D%/profiles/agriculture-27.08.rules \
	%D%/profiles/associations.rules \
	%D%/profiles/commerce-38.12.rules \
	%D%/profiles/communes-113.14.rules \
	%D%/profiles/handicrafts-18.09.rules \
	%D%/record/VERIFY.txt \
	%D%/sample/agreements.play \
	%D%/sample/members.csv \
	%D%/sample/prepare.play \
	%D%/sample/president.p12 \
	%D%/sample/president.pem \
	%D%/sample/secretary.p12 \
	%D%/sample/secretary.pem \
	%D%/sample/session.play

# The private module: the only place that links Pango, cairo, qpdf and libqrencode. It is loaded
# by the child process that writes a record, from the folder of the program or from pkglibdir.
moduledir = $(pkglibdir)
module_PROGRAMS = mahdar-pdf.so
mahdar_pdf_so_SOURCES = \
	%D%/record/pdf_archive.c \
	%D%/record/pdf_archive.h \
	%D%/record/pdf_blocks.c \
	%D%/record/pdf_content.c \
	%D%/record/pdf_content.h \
	%D%/record/pdf_field.c \
	%D%/record/pdf_field.h \
	%D%/record/pdf_flow.c \
	%D%/record/pdf_flow.h \
	%D%/record/pdf_icc.c \
	%D%/record/pdf_icc.h \
	%D%/record/pdf_layout.c \
	%D%/record/pdf_layout.h \
	%D%/record/pdf_letters.c \
	%D%/record/pdf_letters.h \
	%D%/record/pdf_module.c \
	%D%/record/pdf_paint.c \
	%D%/record/pdf_paint.h \
	%D%/record/pdf_table.c \
	%D%/record/pdf_text.c \
	%D%/record/pdf_text.h \
	%D%/record/pdf_xmp.c \
	%D%/record/pdf_xmp.h
mahdar_pdf_so_CPPFLAGS = $(AM_CPPFLAGS)
mahdar_pdf_so_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS) -Wa,-I$(srcdir)
mahdar_pdf_so_LDFLAGS = $(LD_STRICT) -shared -Wl,-Bsymbolic -Wl,--exclude-libs,ALL
mahdar_pdf_so_LDADD = libstorage.a liblocale.a libmodel.a $(PDF_LIBS) $(SQLITE_LIBS) \
	$(JANSSON_LIBS) $(OPENSSL_LIBS) $(UUID_LIBS) $(ICU_LIBS) $(FRIBIDI_LIBS) \
	$(ZLIB_LIBS)
EXTRA_DIST += %D%/record/sRGB.icc
%D%/record/mahdar_pdf_so-pdf_icc.$(OBJEXT): %D%/record/sRGB.icc

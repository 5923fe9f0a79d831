# Words, numbers, dates, bidi. One file per line, sorted; headers and tables too.

noinst_LIBRARIES += liblocale.a
liblocale_a_SOURCES = \
	%D%/catalog.c \
	%D%/catalog.h \
	%D%/embed.c \
	%D%/embed.h \
	%D%/format.c \
	%D%/format.h \
	%D%/implicit.c \
	%D%/implicit.h \
	%D%/layout.c \
	%D%/layout.h \
	%D%/resolve.c \
	%D%/resolve.h \
	%D%/search.c \
	%D%/text.c \
	%D%/text.h \
	%D%/visual.c \
	%D%/visual.h \
	%D%/words.c \
	%D%/words.h \
	%D%/words_ar.c \
	%D%/words_ar.h

# ---- files carried inside the program ----------------------------------------------------------
# Each folder adds to EMBED_FILES the files that the program needs at run time, by their path from
# the top; locale/embed.h finds them by that path. There is no data folder to install or to miss.

EMBED_FILES = \
	%D%/ar.mo \
	%D%/fr.mo

nodist_liblocale_a_SOURCES = %D%/embed_data.c
CLEANFILES += %D%/embed_data.c

%D%/embed_data.c: $(EMBED_FILES) %D%/embed.awk Makefile
	$(AM_V_GEN)$(MKDIR_P) %D% && for f in $(EMBED_FILES); do \
		if test -f "$$f"; then p=$$f; else p=$(srcdir)/$$f; fi; \
		test -r "$$p" || { echo "$$f: not found" >&2; exit 1; }; \
		echo "$$f $$p"; \
	done | $(AWK) -f $(srcdir)/%D%/embed.awk > $@-t && mv $@-t $@
EXTRA_DIST += %D%/embed.awk

# ---- catalogues --------------------------------------------------------------------------------
# English msgids in the sources, one .po per language. The template is made at each build and never
# kept, so it cannot be stale. These keywords mark the words (see model/message.h):

XGETTEXT_KEYWORDS = --keyword --keyword=N_:1 --keyword=TEXT:1 --keyword=MSG:1 \
	--keyword=MSGN:1,2 --keyword=MSGN_WITH:1,2 --keyword=CTX:1c,2
PO_FILES = \
	%D%/ar.po \
	%D%/fr.po
EXTRA_DIST += $(PO_FILES) %D%/check_po.awk %D%/check_po.sh %D%/nouns.tsv
CLEANFILES += %D%/mahdar.pot %D%/ar.mo %D%/fr.mo %D%/check_po.stamp

SUFFIXES = .po .mo
.po.mo:
	$(AM_V_GEN)$(MKDIR_P) $(@D) && $(MSGFMT) --check-format --check-domain -o $@ $<

%D%/mahdar.pot: $(CODE_FILES) Makefile
	$(AM_V_GEN)$(MKDIR_P) %D% && (cd $(srcdir) && $(XGETTEXT) --language=C --from-code=UTF-8 \
		$(XGETTEXT_KEYWORDS) --no-location --sort-output --add-comments=TRANSLATORS: \
		--package-name=$(PACKAGE) --foreign-user --force-po -o - $(CODE_FILES)) \
		| sed '/^"POT-Creation-Date:/d' > $@-t && mv $@-t $@

# A build says in one line when a string is missing, fuzzy or no longer used in a catalogue;
# make check-po names them, and make check fails.
all-local: %D%/check_po.stamp
%D%/check_po.stamp: %D%/mahdar.pot $(PO_FILES) %D%/check_po.sh %D%/check_po.awk
	$(AM_V_GEN)$(CHECK_PO) 2>/dev/null || \
		echo "warning: the catalogues are incomplete (make check-po)" >&2; : > $@

.PHONY: check-po
check-po: %D%/mahdar.pot
	$(CHECK_PO)
CHECK_PO = MSGCMP='$(MSGCMP)' AWK='$(AWK)' $(SHELL) $(srcdir)/%D%/check_po.sh %D%/mahdar.pot \
	$(srcdir)/%D%/ar.po $(srcdir)/%D%/fr.po

.PHONY: update-po
update-po: %D%/mahdar.pot
	for po in $(PO_FILES); do \
		$(MSGMERGE) --quiet --update --backup=none --no-fuzzy-matching --no-location \
			--sort-output $(srcdir)/$$po %D%/mahdar.pot || exit 1; \
	done

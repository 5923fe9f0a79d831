# Tests. A program needs one line in test_programs: its source is the file of the same name with .c,
# and it is linked with all four libraries, the helpers below, cmocka and libvterm.

test_programs = \
	%D%/fault/full_disk \
	%D%/fault/journal_ops \
	%D%/fault/kill_play \
	%D%/fault/kill_storm \
	%D%/fault/power_cut \
	%D%/property/codec \
	%D%/property/grammar \
	%D%/property/model \
	%D%/property/storm \
	%D%/property/vote \
	%D%/tamper/seal \
	%D%/terminal/curses \
	%D%/terminal/desk \
	%D%/terminal/long_work \
	%D%/terminal/modes \
	%D%/terminal/room \
	%D%/terminal/storm \
	%D%/unit/bigtext \
	%D%/unit/chamber \
	%D%/unit/codec \
	%D%/unit/decide_agreement \
	%D%/unit/decide_attendance \
	%D%/unit/decide_acting \
	%D%/unit/decide_ballot \
	%D%/unit/decide_budget \
	%D%/unit/decide_calls \
	%D%/unit/decide_convening \
	%D%/unit/decide_floor \
	%D%/unit/decide_hijri \
	%D%/unit/decide_joining \
	%D%/unit/decide_election \
	%D%/unit/decide_prepare \
	%D%/unit/decide_presence \
	%D%/unit/decide_quorum \
	%D%/unit/decide_record \
	%D%/unit/decide_rules \
	%D%/unit/decide_sitting \
	%D%/unit/decide_motion \
	%D%/unit/decide_time \
	%D%/unit/decide_vote \
	%D%/unit/decide_voting \
	%D%/unit/describe \
	%D%/unit/desk_agreements \
	%D%/unit/desk_ballot \
	%D%/unit/diff \
	%D%/unit/desk_budget \
	%D%/unit/desk_calls \
	%D%/unit/desk_convening \
	%D%/unit/desk_digits \
	%D%/unit/desk_slips \
	%D%/unit/desk_disk \
	%D%/unit/desk_clock \
	%D%/unit/desk_by_hand \
	%D%/unit/desk_closing \
	%D%/unit/desk_signing \
	%D%/unit/desk_copy \
	%D%/unit/desk_correction \
	%D%/unit/desk_draft \
	%D%/unit/desk_election \
	%D%/unit/desk_weights \
	%D%/unit/desk_find \
	%D%/unit/desk_first_start \
	%D%/unit/desk_forms \
	%D%/unit/desk_floor \
	%D%/unit/desk_habits \
	%D%/unit/desk_help \
	%D%/unit/desk_history \
	%D%/unit/desk_members \
	%D%/unit/desk_menu \
	%D%/unit/desk_minutes \
	%D%/unit/desk_modes \
	%D%/unit/desk_motion \
	%D%/unit/desk_mouse \
	%D%/unit/desk_numbers \
	%D%/unit/desk_presence \
	%D%/unit/desk_quorum \
	%D%/unit/desk_reader \
	%D%/unit/desk_reading \
	%D%/unit/desk_register \
	%D%/unit/desk_rehearsal \
	%D%/unit/desk_room \
	%D%/unit/desk_told \
	%D%/unit/desk_rules \
	%D%/unit/desk_safety \
	%D%/unit/desk_screens \
	%D%/unit/desk_keys \
	%D%/unit/desk_steps \
	%D%/unit/desk_sides \
	%D%/unit/desk_voting \
	%D%/unit/documents \
	%D%/unit/domain_cases \
	%D%/unit/embed \
	%D%/unit/floor_shown \
	%D%/unit/format \
	%D%/unit/grammar \
	%D%/unit/instant \
	%D%/unit/journals \
	%D%/unit/locale_bidi \
	%D%/unit/locale_catalog \
	%D%/unit/locale_format \
	%D%/unit/locale_implicit \
	%D%/unit/locale_layout \
	%D%/unit/locale_nouns \
	%D%/unit/locale_resolve \
	%D%/unit/locale_text \
	%D%/unit/locale_visual \
	%D%/unit/locale_words \
	%D%/unit/many \
	%D%/unit/marks \
	%D%/unit/message \
	%D%/unit/minutes \
	%D%/unit/minutes_presence \
	%D%/unit/minutes_told \
	%D%/unit/decide_weights \
	%D%/unit/pdf_archive \
	%D%/unit/pdf_pages \
	%D%/unit/pdf_parts \
	%D%/unit/pdf_render \
	%D%/unit/profile \
	%D%/unit/register \
	%D%/unit/room \
	%D%/unit/room_moment \
	%D%/unit/room_motion \
	%D%/unit/room_order \
	%D%/unit/room_preview \
	%D%/unit/room_scenes \
	%D%/unit/room_told \
	%D%/unit/room_wall \
	%D%/unit/rule \
	%D%/unit/rules_act \
	%D%/unit/rules_told \
	%D%/unit/seal_key \
	%D%/unit/seal_record \
	%D%/unit/seal_sign \
	%D%/unit/seal_syntax \
	%D%/unit/session \
	%D%/unit/step \
	%D%/unit/storage_csv \
	%D%/unit/storage_files \
	%D%/unit/storage_follow \
	%D%/unit/storage_guard \
	%D%/unit/storage_import \
	%D%/unit/storage_journal \
	%D%/unit/text \
	%D%/unit/tui_canvas \
	%D%/unit/tui_cells \
	%D%/unit/tui_editor \
	%D%/unit/tui_form \
	%D%/unit/tui_frame \
	%D%/unit/tui_keymap \
	%D%/unit/tui_laid \
	%D%/unit/tui_queue \
	%D%/unit/tui_term \
	%D%/unit/tui_widgets \
	%D%/unit/vote

# Programs that tests start.
test_helpers = \
	%D%/terminal/demo

# Helpers shared by the programs, one file per line, sorted.
check_LIBRARIES += %D%/libtest.a
%C%_libtest_a_SOURCES = \
	%D%/acts_drawn.c \
	%D%/acts_drawn.h \
	%D%/arena.h \
	%D%/assembly.c \
	%D%/assembly.h \
	%D%/bench/bench.c \
	%D%/bench/bench.h \
	%D%/bench/meter.c \
	%D%/bench/meter.h \
	%D%/cut.c \
	%D%/cut.h \
	%D%/desk_driver.c \
	%D%/desk_driver.h \
	%D%/dump.c \
	%D%/dump.h \
	%D%/fault/disk.c \
	%D%/fault/disk.h \
	%D%/fault/vfs.c \
	%D%/fault/vfs.h \
	%D%/generate.c \
	%D%/generate.h \
	%D%/given.c \
	%D%/given.h \
	%D%/golden.c \
	%D%/golden.h \
	%D%/hand.c \
	%D%/hand.h \
	%D%/many.c \
	%D%/many.h \
	%D%/minuted.c \
	%D%/minuted.h \
	%D%/pdf_file.c \
	%D%/pdf_file.h \
	%D%/pdf_sample.c \
	%D%/pdf_sample.h \
	%D%/pen.c \
	%D%/pen.h \
	%D%/presence.c \
	%D%/presence.h \
	%D%/pty.c \
	%D%/pty.h \
	%D%/rules_drawn.c \
	%D%/rules_drawn.h \
	%D%/seal_base.c \
	%D%/seal_base.h \
	%D%/test.h \
	%D%/votes.c \
	%D%/votes.h \
	%D%/watcher.c \
	%D%/watcher.h

# Scripts speak TAP as well.
test_scripts = \
	%D%/check/bootstrap.sh \
	%D%/check/catalogues.sh \
	%D%/check/cuts.sh \
	%D%/check/format.sh \
	%D%/check/headers.sh \
	%D%/check/layers.sh \
	%D%/check/listed.sh \
	%D%/check/readme.sh \
	%D%/check/refusals.sh \
	%D%/check/rules_read.sh \
	%D%/check/sizes.sh \
	%D%/scenario/agreements.sh \
	%D%/scenario/calls.sh \
	%D%/scenario/turned-down.sh \
	%D%/scenario/amendments.sh \
	%D%/scenario/chapters.sh \
	%D%/scenario/commerce.sh \
	%D%/scenario/plain.sh \
	%D%/scenario/floor.sh \
	%D%/scenario/keys.sh \
	%D%/scenario/election.sh \
	%D%/scenario/recusal.sh \
	%D%/scenario/represented.sh \
	%D%/scenario/registers.sh \
	%D%/scenario/rules.sh \
	%D%/scenario/sample.sh \
	%D%/scenario/substitute.sh \
	%D%/scenario/votes.sh \
	%D%/scenario/words.sh

# Data that tests read, one file per line, sorted; a folder name takes all of it.
EXTRA_DIST += \
	%D%/check/cmocka.sh \
	%D%/check/globals.list \
	%D%/check/tap.sh \
	%D%/golden \
	%D%/journals \
	%D%/lsan.supp \
	%D%/scenario/agreements.play \
	%D%/scenario/calls.play \
	%D%/scenario/amendments.play \
	%D%/scenario/chapters.play \
	%D%/scenario/commerce-failure.play \
	%D%/scenario/commerce-tie.play \
	%D%/scenario/commune.play \
	%D%/scenario/dismissal.play \
	%D%/scenario/election.play \
	%D%/scenario/lib.sh \
	%D%/scenario/recusal.play \
	%D%/scenario/refused.play \
	%D%/scenario/represented.play \
	%D%/scenario/substitute.play \
	%D%/scenario/turned-down.play \
	%D%/scenario/votes.play \
	%D%/unit/words.tsv \
	%D%/vectors \
	$(test_scripts)

# Made by hand only: it made storage/sample/*.p12 once.
EXTRA_PROGRAMS = %D%/sample_keys
include %D%/bench/local.mk
check_PROGRAMS += $(test_programs) $(test_helpers)
AM_DEFAULT_SOURCE_EXT = .c
AM_CFLAGS += $(CMOCKA_CFLAGS) $(VTERM_CFLAGS)
# This one tries parts of the private module, with its libraries.
%C%_unit_pdf_parts_SOURCES = \
	%D%/unit/pdf_parts.c \
	storage/record/pdf_content.c \
	storage/record/pdf_flow.c \
	storage/record/pdf_text.c
%C%_unit_pdf_parts_CFLAGS = $(AM_CFLAGS) $(PDF_CFLAGS)
%C%_unit_pdf_parts_LDADD = $(LDADD) $(PDF_LIBS)
LDADD = %D%/libtest.a $(OUR_LIBS) $(SYSTEM_LIBS) $(CMOCKA_LIBS) $(VTERM_LIBS)

TESTS += $(test_programs) $(test_scripts)
TEST_EXTENSIONS = .sh
TAP_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/.aux/tap-driver.sh
LOG_DRIVER = $(TAP_DRIVER)
LOG_COMPILER = $(SHELL) $(top_srcdir)/%D%/check/cmocka.sh
SH_LOG_DRIVER = $(TAP_DRIVER)
SH_LOG_COMPILER = $(SHELL)

# A test sees a home, folders and a clock zone of its own, and writes only below the build folder.
# TOP_SRCDIR and TOP_BUILDDIR are absolute.
if SANITIZED
SANITIZED = yes
else
SANITIZED = no
endif
HEADER_FLAGS = -std=c17 $(DEFS) $(CPP_STRICT) $(AM_CFLAGS) $(PDF_CFLAGS) $(CPPFLAGS) $(CFLAGS) -Werror
TEST_HOME = $(abs_top_builddir)/tests/home
AM_TESTS_ENVIRONMENT = \
	$(MKDIR_P) -m 700 '$(TEST_HOME)/run' || exit 1; \
	unset LC_ALL LANG LANGUAGE LC_CTYPE LC_MESSAGES; \
	HOME='$(TEST_HOME)'; XDG_DATA_HOME='$(TEST_HOME)/data'; \
	XDG_CONFIG_HOME='$(TEST_HOME)/config'; XDG_CACHE_HOME='$(TEST_HOME)/cache'; \
	XDG_STATE_HOME='$(TEST_HOME)/state'; XDG_RUNTIME_DIR='$(TEST_HOME)/run'; \
	TZ=UTC; CMOCKA_MESSAGE_OUTPUT=TAP; \
	MAHDAR_MODULE_DIR='$(abs_top_builddir)'; \
	TOP_SRCDIR='$(abs_top_srcdir)'; TOP_BUILDDIR='$(abs_top_builddir)'; \
	CC='$(CC)'; NM='$(NM)'; SANITIZED=$(SANITIZED); HEADER_FLAGS='$(HEADER_FLAGS)'; \
	CODE_FILES='$(CODE_FILES)'; TEST_FILES='$(test_programs) $(test_helpers) $(bench_programs) $(EXTRA_PROGRAMS) $(%C%_libtest_a_SOURCES)'; \
	LSAN_OPTIONS='suppressions=$(abs_top_srcdir)/tests/lsan.supp:print_suppressions=0'; \
	UBSAN_OPTIONS='print_stacktrace=1'; \
	export MAHDAR_MODULE_DIR HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_RUNTIME_DIR \
		CC NM SANITIZED HEADER_FLAGS CODE_FILES TEST_FILES TZ CMOCKA_MESSAGE_OUTPUT TOP_SRCDIR TOP_BUILDDIR LSAN_OPTIONS UBSAN_OPTIONS;

# Whatever the tests left below the build folder; never when that is the source folder as well.
clean-local:
	-test '$(srcdir)' = . || find %D% -type f ! -name '*.Po' ! -name .dirstamp -exec rm -f {} +
	-test '$(srcdir)' = . || find %D% -depth -mindepth 1 -type d -exec rmdir {} + 2>/dev/null || :
	-rm -rf '$(TEST_HOME)' golden documents %D%/scenario-work

# The installed program finds its module and writes the same record as the one in the build folder.
installcheck-local: mahdar$(EXEEXT)
	rm -rf %D%/installed && $(MKDIR_P) '$(TEST_HOME)' %D%/installed
	HOME='$(TEST_HOME)' ./mahdar demo --record %D%/installed/here
	cd / && HOME='$(TEST_HOME)' '$(bindir)/mahdar' demo \
		--record '$(abs_top_builddir)/%D%/installed/there'
	diff -r %D%/installed/here %D%/installed/there
	$(MAKE) install DESTDIR='$(abs_top_builddir)/%D%/installed/staged' >/dev/null
	HOME='$(TEST_HOME)' '%D%/installed/staged$(bindir)/mahdar' demo --record %D%/installed/moved
	diff -r %D%/installed/here %D%/installed/moved
	rm -rf %D%/installed

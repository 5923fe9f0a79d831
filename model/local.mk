# The assembly itself: pure C, integers only. One file per line, sorted; headers and tables too.

noinst_LIBRARIES += libmodel.a
libmodel_a_CPPFLAGS = $(CPP_STRICT)
libmodel_a_CFLAGS = $(C_STRICT)
libmodel_a_SOURCES = \
	%D%/apply.c \
	%D%/apply.h \
	%D%/apply_ballot.c \
	%D%/apply_calls.c \
	%D%/apply_vote.c \
	%D%/ballot.c \
	%D%/ballot.h \
	%D%/base.c \
	%D%/base.h \
	%D%/call.c \
	%D%/call.h \
	%D%/chamber.c \
	%D%/chamber.h \
	%D%/command.c \
	%D%/command.def \
	%D%/command.h \
	%D%/decide.c \
	%D%/decide.h \
	%D%/decide_ballot.c \
	%D%/decide_calls.c \
	%D%/decide_prepare.c \
	%D%/decide_record.c \
	%D%/decide_sitting.c \
	%D%/decide_vote.c \
	%D%/deciding.h \
	%D%/describe.c \
	%D%/describe.h \
	%D%/describe_calls.c \
	%D%/document.c \
	%D%/document.h \
	%D%/event.c \
	%D%/event.def \
	%D%/event.h \
	%D%/field.c \
	%D%/field.h \
	%D%/grammar.c \
	%D%/grammar.h \
	%D%/grammar_print.c \
	%D%/instant.c \
	%D%/message.c \
	%D%/message.h \
	%D%/minutes.c \
	%D%/minutes.h \
	%D%/minutes_annex.c \
	%D%/minutes_calls.c \
	%D%/minutes_frame.c \
	%D%/minutes_item.c \
	%D%/minutes_part.h \
	%D%/minutes_sheet.c \
	%D%/minutes_sitting.c \
	%D%/minutes_vote.c \
	%D%/minutes_words.c \
	%D%/names.c \
	%D%/names.h \
	%D%/room.c \
	%D%/room.h \
	%D%/rule.c \
	%D%/rule.def \
	%D%/rule.h \
	%D%/rule_words.c \
	%D%/session.c \
	%D%/session.h \
	%D%/step.c \
	%D%/step.h \
	%D%/vote.c \
	%D%/vote.h

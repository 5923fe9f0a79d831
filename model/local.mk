# The assembly itself: pure C, integers only. One file per line, sorted; headers and tables too.

noinst_LIBRARIES += libmodel.a
libmodel_a_CPPFLAGS = $(CPP_STRICT)
libmodel_a_CFLAGS = $(C_STRICT)
libmodel_a_SOURCES = \
	%D%/base.h \
	%D%/document.h \
	%D%/field.h \
	%D%/message.h

# The desk and the room. One file per line, sorted; headers and tables too.

noinst_LIBRARIES += libtui.a
libtui_a_SOURCES = \
	%D%/canvas.h \
	%D%/editor.h \
	%D%/form.h \
	%D%/frame.h \
	%D%/grid.h \
	%D%/key.h \
	%D%/keymap.def \
	%D%/keymap.h \
	%D%/list.h \
	%D%/panel.h \
	%D%/prompt.h \
	%D%/style.h \
	%D%/term.h

bin_PROGRAMS += mahdar
mahdar_SOURCES = \
	%D%/main.c
mahdar_LDADD = $(OUR_LIBS) $(SYSTEM_LIBS)

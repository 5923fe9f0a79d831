# The desk and the room. One file per line, sorted; headers and tables too.

noinst_LIBRARIES += libtui.a
libtui_a_SOURCES =

bin_PROGRAMS += mahdar
mahdar_SOURCES = \
	%D%/main.c
mahdar_LDADD = $(OUR_LIBS) $(SYSTEM_LIBS)

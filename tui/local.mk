# The desk and the room. One file per line, sorted; headers and tables too.

noinst_LIBRARIES += libtui.a
libtui_a_SOURCES = \
	%D%/agreement_forms.c \
	%D%/agreements.c \
	%D%/agreements.h \
	%D%/attendance_forms.c \
	%D%/bigtext.c \
	%D%/bigtext.h \
	%D%/budget_forms.c \
	%D%/budget_forms.h \
	%D%/calls_forms.c \
	%D%/convening.h \
	%D%/convening_forms.c \
	%D%/canvas.c \
	%D%/canvas.h \
	%D%/canvas_dump.c \
	%D%/cell_order.c \
	%D%/cell_order.h \
	%D%/carry_panel.c \
	%D%/cli.c \
	%D%/cli.h \
	%D%/cli_demo.c \
	%D%/cli_desk.c \
	%D%/cli_help.c \
	%D%/cli_import.c \
	%D%/cli_play.c \
	%D%/cli_progress.c \
	%D%/cli_progress.h \
	%D%/cli_record.c \
	%D%/cli_rehearse.c \
	%D%/cli_render.c \
	%D%/cli_room.c \
	%D%/cli_rules.c \
	%D%/cli_show.c \
	%D%/cli_verify.c \
	%D%/clipboard.c \
	%D%/clipboard.h \
	%D%/closing_folder.c \
	%D%/closing_look.h \
	%D%/closing_reading.c \
	%D%/closing_sign.c \
	%D%/desk.c \
	%D%/desk.h \
	%D%/desk_act.c \
	%D%/desk_step.c \
	%D%/desk_aside.c \
	%D%/desk_around.c \
	%D%/desk_clock.c \
	%D%/desk_clock.h \
	%D%/desk_copy.c \
	%D%/desk_disk.c \
	%D%/desk_disk.h \
	%D%/desk_find.c \
	%D%/desk_forms.c \
	%D%/desk_help.c \
	%D%/desk_menu.c \
	%D%/desk_overlay.c \
	%D%/desk_mouse.c \
	%D%/desk_palette.c \
	%D%/desk_panels.c \
	%D%/desk_parts.h \
	%D%/desk_room.c \
	%D%/draft.c \
	%D%/draft.h \
	%D%/editor.c \
	%D%/editor.h \
	%D%/editor_parts.h \
	%D%/editor_view.c \
	%D%/fields.c \
	%D%/fields.h \
	%D%/first_start.c \
	%D%/first_start.h \
	%D%/floor_forms.c \
	%D%/floor_look.h \
	%D%/floor_watch.c \
	%D%/form.c \
	%D%/form.h \
	%D%/form_read.c \
	%D%/frame.c \
	%D%/frame.h \
	%D%/grid.c \
	%D%/grid.h \
	%D%/election_forms.c \
	%D%/item_election.c \
	%D%/item_hands.c \
	%D%/item_motion.c \
	%D%/item_motion.h \
	%D%/item_named.c \
	%D%/item_needed.c \
	%D%/item_parts.h \
	%D%/item_result.c \
	%D%/item_secret.c \
	%D%/kept.c \
	%D%/kept.h \
	%D%/key.c \
	%D%/key.h \
	%D%/keymap.c \
	%D%/keymap.def \
	%D%/keymap.h \
	%D%/laid.c \
	%D%/laid.h \
	%D%/list.c \
	%D%/list.h \
	%D%/mark.c \
	%D%/mark.h \
	%D%/minutes_look.h \
	%D%/motion_forms.c \
	%D%/panel.c \
	%D%/panel.h \
	%D%/panic.c \
	%D%/panic.h \
	%D%/pixels.c \
	%D%/pixels.h \
	%D%/prepare.c \
	%D%/prepare.h \
	%D%/prepare_sheet.c \
	%D%/presence_forms.c \
	%D%/presence_forms.h \
	%D%/prompt.c \
	%D%/prompt.h \
	%D%/quorum_panel.c \
	%D%/reading.c \
	%D%/reading.h \
	%D%/registers.h \
	%D%/registers_hijri.c \
	%D%/registers_convening.c \
	%D%/registers_keys.c \
	%D%/registers_members.c \
	%D%/registers_rules.c \
	%D%/registers_sessions.c \
	%D%/rehearsal.c \
	%D%/rehearsal.h \
	%D%/rehearsal_guide.c \
	%D%/render_child.c \
	%D%/render_child.h \
	%D%/room_agenda.c \
	%D%/room_agreement.c \
	%D%/room_budget.c \
	%D%/room_code.c \
	%D%/room_code.h \
	%D%/room_figure.c \
	%D%/room_figure.h \
	%D%/room_list.c \
	%D%/room_list.h \
	%D%/room_names.c \
	%D%/room_names.h \
	%D%/room_paint.c \
	%D%/room_paint.h \
	%D%/room_plain.c \
	%D%/room_scene.c \
	%D%/room_scene.h \
	%D%/room_speaker.c \
	%D%/room_stack.c \
	%D%/room_stack.h \
	%D%/room_vote.c \
	%D%/sample.h \
	%D%/screen_test.c \
	%D%/screen_test.h \
	%D%/secret.c \
	%D%/secret.h \
	%D%/signals.c \
	%D%/signals.h \
	%D%/style.c \
	%D%/style.h \
	%D%/term.c \
	%D%/term.h \
	%D%/term_ask.c \
	%D%/term_ask.h \
	%D%/term_cells.c \
	%D%/term_cells.h \
	%D%/term_curses.c \
	%D%/term_keys.c \
	%D%/term_keys.h \
	%D%/term_kind.h \
	%D%/term_known.c \
	%D%/term_known.h \
	%D%/term_late.c \
	%D%/term_late.h \
	%D%/term_memory.c \
	%D%/term_plain.c \
	%D%/term_plain.h \
	%D%/term_switch.c \
	%D%/term_switch.h \
	%D%/typed_word.c \
	%D%/typed_word.h \
	%D%/view_agenda.c \
	%D%/view_agreements.c \
	%D%/view_attendance.c \
	%D%/view_budget.c \
	%D%/view_closing.c \
	%D%/view_floor.c \
	%D%/view_history.c \
	%D%/view_item.c \
	%D%/view_minutes.c \
	%D%/view_register.c \
	%D%/voting.c \
	%D%/voting.h \
	%D%/writing.c

bin_PROGRAMS += mahdar
mahdar_SOURCES = \
	%D%/main.c
mahdar_LDADD = $(OUR_LIBS) $(SYSTEM_LIBS)

# The manual page, completion for bash, a launcher.
dist_man1_MANS = %D%/mahdar.1
bashcompletiondir = $(datadir)/bash-completion/completions
desktopdir = $(datadir)/applications
dist_desktop_DATA = %D%/mahdar.desktop
EXTRA_DIST += %D%/mahdar.bash-completion

install-data-local:
	$(MKDIR_P) '$(DESTDIR)$(bashcompletiondir)'
	$(INSTALL_DATA) $(srcdir)/%D%/mahdar.bash-completion '$(DESTDIR)$(bashcompletiondir)/mahdar'

uninstall-local:
	rm -f '$(DESTDIR)$(bashcompletiondir)/mahdar'

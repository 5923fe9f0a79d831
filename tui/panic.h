/* The terminal given back when nothing else works: by the handlers of crashes, by exit, and by
 * whoever finds the program in an impossible state. Only calls that a signal handler may make. */
#ifndef TUI_PANIC_H
#define TUI_PANIC_H

#include <stddef.h>
#include <termios.h>

/* From now on a crash writes the N bytes of RESTORE to FD and sets MODES. */
void panic_arm(int fd, const struct termios *modes, const char *restore, size_t n);
/* A crash writes these N bytes to FD as well: another terminal that was switched. After panic_arm.
 */
void panic_arm_also(int fd, const char *restore, size_t n);
void panic_disarm(void);

#endif

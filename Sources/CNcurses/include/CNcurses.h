// What Swift cannot import of ncurses (macros, variadics, varying structs), as plain functions; and our own wcwidth.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

// Attributes of a run of cells.
enum {
  CN_BOLD = 1,
  CN_REVERSE = 2,
  CN_UNDERLINE = 4,
};

// Looks the terminal up without touching the screen. 0: usable; 1: unknown type; 2: cannot place a cursor.
int cn_check_terminal(const char *type);

// Whether the terminal database says that a terminal reports its mouse in figures (SGR).
bool cn_knows_mouse(const char *type);

// Takes the terminal over. False when ncurses cannot. Input is not read through ncurses.
bool cn_open(const char *type);
// How many colours the terminal has.
int cn_colours(void);
// Gives the terminal back as it was.
void cn_close(void);

// Has the terminal report its mouse until it is given back, and after a stop again; or no more. It is told with what is
// drawn next.
void cn_report_mouse(bool on);

// Ends the program after some milliseconds, with a status, wherever it then is, and gives the terminal back as far as
// that takes no waiting. Safe in a signal handler.
void cn_end_within(int milliseconds, int status);

// Gives the terminal back for a while, and takes it again.
void cn_suspend(void);
void cn_resume(void);

void cn_size(int *rows, int *columns);
// Tells ncurses that the terminal has another size.
void cn_resize(int rows, int columns);
// Writes a run of scalars from a place on, in one style. `ink` and `ground` are colours of the terminal's palette, -1 for its
// own.
void cn_write(int row, int column, const uint32_t *scalars, int count, int attributes, int ink, int ground);
// Puts the hardware cursor somewhere, or hides it with a negative row, and sends what changed.
void cn_show(int cursor_row, int cursor_column);
// Forgets what the terminal is believed to show.
void cn_forget(void);
// Forgets what one row is believed to show.
void cn_forget_row(int row);
// Sends bytes to the terminal beside what ncurses draws.
void cn_send(const char *bytes);
// Sends what was drawn as far as the terminal takes it without waiting. Whether all of it was sent.
bool cn_push(void);

// Makes ncurses ask `width` how many columns a scalar takes; `setting` is handed through to it.
void cn_set_width_function(int32_t (*width)(uint32_t scalar, uint32_t setting), uint32_t setting);

#endif

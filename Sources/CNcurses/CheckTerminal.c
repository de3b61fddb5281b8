// Looks a terminal type up; in a file of its own because term.h takes common words for its macros.

#include <curses.h>
#include <term.h>
#include <unistd.h>

#include <stdbool.h>

int cn_check_terminal(const char *type);

int cn_check_terminal(const char *type) {
  int error = 0;
  if (setupterm((char *)type, STDOUT_FILENO, &error) != OK) return 1;
  bool usable = cursor_address && clear_screen;
  del_curterm(cur_term);
  return usable ? 0 : 2;
}

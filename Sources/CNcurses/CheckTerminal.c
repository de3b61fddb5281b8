// Looks a terminal type up; in a file of its own because term.h takes common words for its macros.

#include <curses.h>
#include <term.h>
#include <unistd.h>

#include <stdbool.h>
#include <string.h>

int cn_check_terminal(const char *type);
bool cn_knows_mouse(const char *type);

int cn_check_terminal(const char *type) {
  int error = 0;
  if (setupterm((char *)type, STDOUT_FILENO, &error) != OK) return 1;
  bool usable = cursor_address && clear_screen;
  del_curterm(cur_term);
  return usable ? 0 : 2;
}

static bool holds(const char *name, const char *wanted) {
  const char *text = tigetstr((char *)name);
  return text && text != (char *)-1 && strstr(text, wanted);
}

bool cn_knows_mouse(const char *type) {
  int error = 0;
  if (setupterm((char *)type, STDOUT_FILENO, &error) != OK) return false;
  bool knows = holds("XM", "1006") || holds("kmous", "\033[<");
  del_curterm(cur_term);
  return knows;
}

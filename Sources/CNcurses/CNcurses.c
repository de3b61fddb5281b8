// The functions of CNcurses.h over ncursesw.

#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include "CNcurses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static int32_t (*width_function)(uint32_t, uint32_t);
static uint32_t width_setting;
static SCREEN *screen;

// ncurses finds this function before the C library's, so layout and drawing count alike.
int wcwidth(wchar_t character) {
  uint32_t scalar = (uint32_t)character;
  if (scalar == 0) return 0;
  if (scalar < 0x20 || (scalar >= 0x7f && scalar < 0xa0)) return -1;
  return width_function ? (int)width_function(scalar, width_setting) : 1;
}

void cn_set_width_function(int32_t (*width)(uint32_t, uint32_t), uint32_t setting) {
  width_function = width;
  width_setting = setting;
}

static bool has_own_colours;

static void start_colours(void) {
  if (!has_colors()) return;
  start_color();
  has_own_colours = use_default_colors() == OK;
}

int cn_colours(void) { return has_own_colours ? COLORS : 0; }

// The colour pairs that were made, in the order of their numbers, which begin at 1.
static struct { short ink, ground; } pairs[255];
static short pair_count;

// The number of a pair; 0, the terminal's own colours, where it can have no more.
static short pair_of(int ink, int ground) {
  if (!has_own_colours || (ink < 0 && ground < 0)) return 0;
  for (short place = 0; place < pair_count; place++) {
    if (pairs[place].ink == ink && pairs[place].ground == ground) return (short)(place + 1);
  }
  if (pair_count >= (short)(sizeof pairs / sizeof *pairs) || pair_count + 1 >= COLOR_PAIRS) return 0;
  pairs[pair_count].ink = (short)ink;
  pairs[pair_count].ground = (short)ground;
  pair_count++;
  init_pair(pair_count, (short)ink, (short)ground);
  return pair_count;
}

static void note_resize(int number) { (void)number; }

// ncurses would change its windows in the middle of an update, to whatever size the line says it has, and crashes at
// some. The size is asked for at every read; the signal only ends the wait for input.
static void take_resize_signal(void) {
  struct sigaction action = {.sa_handler = note_resize, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(SIGWINCH, &action, NULL);
}

static struct termios terminal_before;
static volatile sig_atomic_t is_taken;
// Whether the terminal was asked to report its mouse, and is so again after a stop.
static volatile sig_atomic_t reports_mouse;
// Presses, moves with a button down, places in figures.
static const char mouse_on[] = "\033[?1000h\033[?1002h\033[?1006h";
static const char mouse_off[] = "\033[?1002l\033[?1000l\033[?1006l";
// The terminal, opened anew so that only this program does not wait for it; standard output itself where that fails.
static int terminal_output = STDOUT_FILENO;

// Gives the terminal back at any moment, with calls that are safe in a signal handler. One that takes no output keeps
// nobody waiting: what it has not taken yet is dropped.
static void give_back(void) {
  static const char back[] = "\033[?2004l\033[0m\033[?1l\033>\033[?25h\033[?1049l\r\n";
  if (!is_taken) return;
  tcsetattr(STDIN_FILENO, TCSANOW, &terminal_before);
  struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
  if (poll(&output, 1, 0) != 1) tcflush(STDOUT_FILENO, TCOFLUSH);
  if (poll(&output, 1, 0) != 1) return;
  if (reports_mouse) (void)!write(terminal_output, mouse_off, sizeof mouse_off - 1);
  (void)!write(terminal_output, back, sizeof back - 1);
}

static void give_back_and_crash(int number) {
  give_back();
  raise(number);
}

static volatile sig_atomic_t exit_status;

static void give_back_and_end(int number) {
  (void)number;
  give_back();
  _exit(exit_status);
}

void cn_end_within(int milliseconds, int status) {
  exit_status = status;
  struct sigaction action = {.sa_handler = give_back_and_end};
  sigemptyset(&action.sa_mask);
  sigaction(SIGALRM, &action, NULL);
  struct itimerval once = {.it_value = {.tv_sec = milliseconds / 1000, .tv_usec = milliseconds % 1000 * 1000}};
  setitimer(ITIMER_REAL, &once, NULL);
}

static void take_crash_signals(void) {
  static char stack[64 * 1024];
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
  struct sigaction action = {.sa_handler = give_back_and_crash, .sa_flags = SA_RESETHAND | SA_ONSTACK | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
  for (size_t place = 0; place < sizeof signals / sizeof *signals; place++) sigaction(signals[place], &action, NULL);
}

// What is to be sent. ncurses draws into a file in memory, so that a terminal that takes no output, or little, never
// keeps the program waiting, and a screen goes out in one piece.
static FILE *drawing;
static char *unsent;
static size_t unsent_start, unsent_end, unsent_room;

static bool make_room(size_t count) {
  if (unsent_start == unsent_end) unsent_start = unsent_end = 0;
  if (unsent_end + count <= unsent_room) return true;
  size_t room = (unsent_end + count) * 2;
  char *larger = realloc(unsent, room);
  if (!larger) return false;
  unsent = larger;
  unsent_room = room;
  return true;
}

// How many bytes of a drawing the file keeps room for.
static const off_t kept_room = 64 * 1024;

// Takes over what ncurses has drawn, and has it draw over that the next time: a file that is cut off and grows again
// gives its memory back and gets new one at every key.
static void collect(void) {
  fflush(drawing);
  off_t count = lseek(fileno(drawing), 0, SEEK_CUR);
  if (count <= 0) return;
  if (make_room((size_t)count)) {
    ssize_t got = pread(fileno(drawing), unsent + unsent_end, (size_t)count, 0);
    if (got > 0) unsent_end += (size_t)got;
  }
  lseek(fileno(drawing), 0, SEEK_SET);
  if (count > kept_room) (void)!ftruncate(fileno(drawing), 0);
}

bool cn_push(void) {
  while (unsent_start < unsent_end) {
    // The terminal that was opened anew never keeps anybody waiting; standard output is asked first.
    struct pollfd output = {.fd = terminal_output, .events = POLLOUT};
    bool may_wait = terminal_output == STDOUT_FILENO;
    if (may_wait && poll(&output, 1, 0) == 0) return false;
    size_t count = unsent_end - unsent_start;
    if (may_wait && count > 256) count = 256;
    ssize_t sent = write(terminal_output, unsent + unsent_start, count);
    if (sent > 0) {
      unsent_start += (size_t)sent;
    } else if (sent < 0 && errno == EAGAIN) {
      return false;
    } else if (sent == 0 || errno != EINTR) {
      unsent_start = unsent_end;
    }
  }
  return true;
}

// Sends everything, as long as the terminal takes some of it every few seconds.
static void push_all(void) {
  while (!cn_push()) {
    struct pollfd output = {.fd = terminal_output, .events = POLLOUT};
    if (poll(&output, 1, 3000) == 0) return;
  }
}

// Keys arrive as they are typed, unseen and unchanged; what is drawn arrives unchanged.
static void take_keys(void) {
  struct termios raw = terminal_before;
  raw.c_iflag &= ~(tcflag_t)(BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON);
  raw.c_lflag &= ~(tcflag_t)(ICANON | ISIG | IEXTEN | ECHO | ECHONL);
  raw.c_oflag &= ~(tcflag_t)(ONLCR | TABDLY);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &raw);
}

static bool open_drawing(void) {
  int file = memfd_create("screen", MFD_CLOEXEC);
  if (file < 0) return false;
  drawing = fdopen(file, "w");
  const char *name = ttyname(STDOUT_FILENO);
  int terminal = name ? open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) : -1;
  if (terminal >= 0) terminal_output = terminal;
  return drawing != NULL;
}

// Puts bytes before what is drawn next, so that they go out with it.
static void send_with_drawing(const char *bytes) { (void)!write(fileno(drawing), bytes, strlen(bytes)); }

bool cn_open(const char *type) {
  tcgetattr(STDIN_FILENO, &terminal_before);
  if (!open_drawing()) return false;
  screen = newterm((char *)type, drawing, stdin);
  if (!screen) return false;
  is_taken = 1;
  take_crash_signals();
  take_resize_signal();
  take_keys();
  typeahead(-1);
  scrollok(stdscr, FALSE);
  start_colours();
  send_with_drawing("\033[?2004h");
  return true;
}

void cn_report_mouse(bool on) {
  reports_mouse = on;
  send_with_drawing(on ? mouse_on : mouse_off);
}

// Leaves the terminal as the shell had it.
static void give_up_terminal(void) {
  if (reports_mouse) cn_send(mouse_off);
  cn_send("\033[?2004l");
  curs_set(1);
  endwin();
  collect();
  push_all();
  tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal_before);
  is_taken = 0;
}

void cn_close(void) {
  if (!screen) return;
  give_up_terminal();
  delscreen(screen);
  screen = NULL;
}

void cn_suspend(void) { give_up_terminal(); }

void cn_resume(void) {
  take_keys();
  is_taken = 1;
  refresh();
  cn_send("\033[?2004h");
  if (reports_mouse) cn_send(mouse_on);
}

void cn_size(int *rows, int *columns) { getmaxyx(stdscr, *rows, *columns); }

void cn_write(int row, int column, const uint32_t *scalars, int count, int attributes, int ink, int ground) {
  attr_t attribute = A_NORMAL;
  if (attributes & CN_BOLD) attribute |= A_BOLD;
  if (attributes & CN_REVERSE) attribute |= A_REVERSE;
  if (attributes & CN_UNDERLINE) attribute |= A_UNDERLINE;
  attr_set(attribute, pair_of(ink, ground), NULL);
  mvaddnwstr(row, column, (const wchar_t *)scalars, count);
  attr_set(A_NORMAL, 0, NULL);
}

void cn_show(int cursor_row, int cursor_column) {
  if (cursor_row < 0) {
    curs_set(0);
  } else {
    curs_set(1);
    move(cursor_row, cursor_column);
  }
  wnoutrefresh(stdscr);
  doupdate();
  collect();
  cn_push();
}

void cn_forget(void) {
  erase();
  clearok(stdscr, TRUE);
}

void cn_forget_row(int row) { wredrawln(stdscr, row, 1); }

void cn_send(const char *bytes) {
  collect();
  size_t count = strlen(bytes);
  if (!make_room(count)) return;
  memcpy(unsent + unsent_end, bytes, count);
  unsent_end += count;
  cn_push();
}

void cn_resize(int rows, int columns) { resizeterm(rows, columns); }

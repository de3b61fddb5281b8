// Holds a time that stands still and waits that tell of themselves, for a program whose instructions are counted.
//
// How often a program looks at its clock, and how many of its waits run out, is a matter of the machine: here no wait runs
// out, and the clock of what has passed always says the same. Before the program waits for the terminal it writes a byte
// to the pipe STILL_TIME_WAITS. What comes from the pipe STILL_TIME_ORDERS is carried out: 'z' counts from nothing, 'd'
// writes down what was counted; each is answered by the same byte.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include <valgrind/callgrind.h>

static int waits = -1;
static int orders = -1;

__attribute__((constructor)) static void open_pipes(void) {
  const char *path = getenv("STILL_TIME_WAITS");
  if (path) waits = open(path, O_RDWR | O_CLOEXEC);
  path = getenv("STILL_TIME_ORDERS");
  if (path) orders = open(path, O_RDWR | O_CLOEXEC);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  if (clock != CLOCK_MONOTONIC && clock != CLOCK_BOOTTIME) return real(clock, time);
  *time = (struct timespec){.tv_sec = 100000};
  return 0;
}

static void tell(char what) {
  if (write(waits, &what, 1) < 0) abort();
}

static void carry_out(char order) {
  if (order == 'z') CALLGRIND_ZERO_STATS;
  if (order == 'd') CALLGRIND_DUMP_STATS;
  tell(order);
}

// Shorter waits are for the rest of a key, and run out as they do elsewhere.
enum { shortest_wait = 100, most_descriptors = 8 };

int poll(struct pollfd *descriptors, nfds_t count, int timeout) {
  static int (*real)(struct pollfd *, nfds_t, int);
  if (!real) real = (int (*)(struct pollfd *, nfds_t, int))dlsym(RTLD_NEXT, "poll");
  int ready = real(descriptors, count, 0);
  int is_terminal = count > 0 && count < most_descriptors && descriptors[0].fd == STDIN_FILENO;
  if (ready != 0 || timeout == 0) return ready;
  if (waits < 0 || orders < 0 || !is_terminal || timeout < shortest_wait) return real(descriptors, count, timeout);
  struct pollfd all[most_descriptors];
  for (nfds_t number = 0; number < count; number++) all[number] = descriptors[number];
  all[count] = (struct pollfd){.fd = orders, .events = POLLIN};
  for (tell('w');;) {
    if (real(all, count + 1, -1) < 0) return -1;
    char order;
    if (all[count].revents && read(orders, &order, 1) == 1) carry_out(order);
    ready = real(descriptors, count, 0);
    if (ready != 0) return ready;
  }
}

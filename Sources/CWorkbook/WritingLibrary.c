// libxlsxwriter, loaded when it is asked for.

#define _GNU_SOURCE

#include "CWorkbook.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

static struct cw_functions functions;
static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The program is built with the header of one version of the library and takes no other.
#define LIBRARY "libxlsxwriter.so." LXW_SOVERSION

static void load(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  is_loaded = true;
#define CW_FIND(name) is_loaded = (functions.name = (__typeof__(name) *)dlsym(library, #name)) != NULL && is_loaded;
  CW_FUNCTIONS(CW_FIND)
#undef CW_FIND
}

const struct cw_functions *cw_load(void) {
  pthread_once(&once, load);
  return is_loaded ? &functions : NULL;
}

const char *cw_package(void) { return "libxlsxwriter" LXW_SOVERSION; }

int cw_memory_file(void) { return memfd_create("workbook", MFD_CLOEXEC); }

lxw_error cw_close(lxw_workbook *workbook) {
  static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&one_at_a_time);
  int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (kept >= 0 && nowhere >= 0) dup2(nowhere, STDERR_FILENO);
  lxw_error result = functions.workbook_close(workbook);
  if (kept >= 0 && nowhere >= 0) dup2(kept, STDERR_FILENO);
  if (kept >= 0) close(kept);
  if (nowhere >= 0) close(nowhere);
  pthread_mutex_unlock(&one_at_a_time);
  return result;
}

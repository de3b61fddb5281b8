// libxlsxwriter, loaded when it is asked for.

#include "CWorkbook.h"

#include <dlfcn.h>
#include <pthread.h>

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

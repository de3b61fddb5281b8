// A zip that stands in memory, for minizip.

#include "CWorkbook.h"

#include <stdlib.h>
#include <string.h>

struct memory {
  const char *bytes;
  uint64_t count;
  uint64_t place;
};

static voidpf open_memory(voidpf opaque, const void *name, int mode) {
  (void)name;
  return (mode & ZLIB_FILEFUNC_MODE_READWRITEFILTER) == ZLIB_FILEFUNC_MODE_READ ? opaque : NULL;
}

static uLong read_memory(voidpf opaque, voidpf stream, void *buffer, uLong size) {
  (void)opaque;
  struct memory *memory = stream;
  uint64_t left = memory->count - memory->place;
  uint64_t taken = size < left ? size : left;
  memcpy(buffer, memory->bytes + memory->place, taken);
  memory->place += taken;
  return (uLong)taken;
}

static ZPOS64_T tell_memory(voidpf opaque, voidpf stream) {
  (void)opaque;
  return ((struct memory *)stream)->place;
}

static long seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)opaque;
  struct memory *memory = stream;
  uint64_t start = origin == ZLIB_FILEFUNC_SEEK_SET ? 0 : origin == ZLIB_FILEFUNC_SEEK_CUR ? memory->place : memory->count;
  if (offset > memory->count - start) return -1;
  memory->place = start + offset;
  return 0;
}

static int close_memory(voidpf opaque, voidpf stream) {
  (void)opaque;
  free(stream);
  return 0;
}

static int has_failed(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

unzFile cw_open_zip(const void *bytes, size_t count) {
  struct memory *memory = malloc(sizeof *memory);
  if (memory == NULL) return NULL;
  *memory = (struct memory){.bytes = bytes, .count = count, .place = 0};
  zlib_filefunc64_def calls = {
      .zopen64_file = open_memory,
      .zread_file = read_memory,
      .zwrite_file = NULL,
      .ztell64_file = tell_memory,
      .zseek64_file = seek_memory,
      .zclose_file = close_memory,
      .zerror_file = has_failed,
      .opaque = memory,
  };
  return unzOpen2_64("", &calls);
}

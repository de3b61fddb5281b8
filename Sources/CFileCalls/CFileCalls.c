// The functions of CFileCalls.h.

#define _GNU_SOURCE

#include "CFileCalls.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

int cf_exchange(int directory, const char *one, const char *other) {
  return renameat2(directory, one, directory, other, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int cf_rename_no_replace(int directory, const char *old_name, const char *new_name) {
  return renameat2(directory, old_name, directory, new_name, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

int cf_copy_attributes(int from, int to) {
  char names[8192];
  char value[65536];
  int code = 0;
  ssize_t length = flistxattr(from, names, sizeof names);
  for (ssize_t place = 0; place < length; place += (ssize_t)strlen(names + place) + 1) {
    const char *name = names + place;
    if (strncmp(name, "user.", 5) != 0) continue;
    ssize_t size = fgetxattr(from, name, value, sizeof value);
    if (size >= 0 && fsetxattr(to, name, value, (size_t)size, 0) != 0) code = errno;
  }
  return code;
}

static const char *list_name(bool for_new) { return for_new ? "system.posix_acl_default" : "system.posix_acl_access"; }

long cf_access_list(int descriptor, bool for_new, void *bytes, size_t capacity) {
  ssize_t size = fgetxattr(descriptor, list_name(for_new), bytes, capacity);
  return size >= 0 ? size : -errno;
}

long cf_access_list_at(const char *path, bool for_new, void *bytes, size_t capacity) {
  ssize_t size = lgetxattr(path, list_name(for_new), bytes, capacity);
  return size >= 0 ? size : -errno;
}

int cf_set_access_list(int descriptor, bool for_new, const void *bytes, size_t size) {
  if (size > 0) return fsetxattr(descriptor, list_name(for_new), bytes, size, 0) == 0 ? 0 : errno;
  return fremovexattr(descriptor, list_name(for_new)) == 0 || errno == ENODATA ? 0 : errno;
}

long cf_link_count(int descriptor) {
  struct stat known;
  if (fstat(descriptor, &known) != 0) return -errno;
  struct statx asked;
  if (known.st_nlink <= 1 || statx(descriptor, "", AT_EMPTY_PATH | AT_STATX_FORCE_SYNC, STATX_NLINK, &asked) != 0)
    return (long)known.st_nlink;
  return (long)asked.stx_nlink;
}

int cf_lock(int descriptor) {
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  return fcntl(descriptor, F_OFD_SETLK, &whole) == 0 ? 0 : errno;
}

int cf_test_lock(int descriptor) {
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  if (fcntl(descriptor, F_OFD_GETLK, &whole) != 0) return errno;
  return whole.l_type == F_UNLCK ? 0 : EAGAIN;
}

bool cf_contains(const void *bytes, size_t count, const void *sought, size_t sought_count) {
  return memmem(bytes, count, sought, sought_count) != NULL;
}

uint32_t cf_crc32c(uint32_t checksum, const void *bytes, size_t count) {
  static const uint32_t halves[16] = {
      0x00000000u, 0x105EC76Fu, 0x20BD8EDEu, 0x30E349B1u, 0x417B1DBCu, 0x5125DAD3u,
      0x61C69362u, 0x7198540Du, 0x82F63B78u, 0x92A8FC17u, 0xA24BB5A6u, 0xB21572C9u,
      0xC38D26C4u, 0xD3D3E1ABu, 0xE330A81Au, 0xF36E6F75u};
  const unsigned char *next = bytes;
  uint32_t value = ~checksum;
  for (size_t place = 0; place < count; place++) {
    value ^= next[place];
    value = value >> 4 ^ halves[value & 15];
    value = value >> 4 ^ halves[value & 15];
  }
  return ~value;
}

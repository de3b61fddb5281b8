// The functions of CFuse.h.

#define _GNU_SOURCE

#include "CFuse.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <sys/mount.h>
#include <unistd.h>

int cfuse_own_mounts(void) {
  if (unshare(CLONE_NEWNS) != 0) return errno;
  return mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 ? 0 : errno;
}

int cfuse_thread(void) { return gettid(); }

int cfuse_mount(int device, const char *place) {
  char options[128];
  snprintf(options, sizeof options, "fd=%d,rootmode=40000,user_id=0,group_id=0,allow_other,default_permissions", device);
  return mount("faulty-disk", place, "fuse.faulty-disk", MS_NOSUID | MS_NODEV, options) == 0 ? 0 : errno;
}

void cfuse_unmount(const char *place) {
  umount2(place, MNT_FORCE);
  umount2(place, MNT_DETACH);
}

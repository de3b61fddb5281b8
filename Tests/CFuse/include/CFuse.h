// The kernel's protocol for file systems in user space, and the calls of Linux around it that Swift's Glibc module does
// not have. Those that give an int give 0, or errno.
#ifndef CFUSE_H
#define CFUSE_H

#include <linux/fuse.h>

// Gives the calling thread, and what it starts, mounts of its own: nobody else sees them, and they end with the last
// process in there.
int cfuse_own_mounts(void);
// The number by which /proc knows the calling thread.
int cfuse_thread(void);
// Mounts the file system that answers on an open /dev/fuse.
int cfuse_mount(int device, const char *place);
// Ends every call that waits there for an answer, and takes the file system away.
void cfuse_unmount(const char *place);

#endif

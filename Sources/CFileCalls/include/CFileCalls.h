// The calls of Linux that Swift's Glibc module does not have, as plain functions. Those that give an int give 0, or
// errno.
#ifndef CFILECALLS_H
#define CFILECALLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Puts each of two names of a folder in the place of the other, in one step.
int cf_exchange(int directory, const char *one, const char *other);
// Renames, unless the new name is taken (EEXIST).
int cf_rename_no_replace(int directory, const char *old_name, const char *new_name);
// Copies the user attributes of one open file to another; one that cannot be set keeps no other from being copied.
int cf_copy_attributes(int from, int to);
// Reads the access list of an open file, or the one that a folder gives to what is made in it, in the kernel's form.
// Gives its size, or -errno; ENODATA where the mode says all.
long cf_access_list(int descriptor, bool for_new, void *bytes, size_t capacity);
// The same by path, for files that may not be opened; a link is not followed.
long cf_access_list_at(const char *path, bool for_new, void *bytes, size_t capacity);
// Sets such a list; a size of 0 takes it away.
int cf_set_access_list(int descriptor, bool for_new, const void *bytes, size_t size);
// How many names an open file has, or -errno. More than one is asked of the file system itself: what is remembered of
// FUSE can be a second old.
long cf_link_count(int descriptor);
// Locks a whole open file for this description alone; it ends with the last descriptor. EAGAIN when somebody has it.
int cf_lock(int descriptor);

// Whether somebody else has the lock on a whole open file. 0: nobody; EAGAIN: somebody; otherwise errno.
int cf_test_lock(int descriptor);

// Whether one row of bytes stands anywhere in another.
bool cf_contains(const void *bytes, size_t count, const void *sought, size_t sought_count);

// The checksum CRC-32C (Castagnoli) of bytes that follow others with a checksum; 0 where none came before.
uint32_t cf_crc32c(uint32_t checksum, const void *bytes, size_t count);

#endif

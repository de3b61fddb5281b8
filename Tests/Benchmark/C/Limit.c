// Holds what no program can undercut: reading the same files, and putting the same bytes on the terminal, with nothing
// between them.
//
// limit FOLDER…                          reads every book there and ends
// limit --paint SCREEN ANSWER FOLDER…    reads, writes the bytes of the file SCREEN to the terminal in one piece, and
//                                        those of ANSWER for each key

#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

// Reads an open file to its end into memory of its own; its length, or -1.
static ssize_t read_file(int file, char **bytes) {
  struct stat look;
  if (fstat(file, &look) < 0) return -1;
  *bytes = malloc((size_t)look.st_size + 1);
  ssize_t length = 0, count = 0;
  while (*bytes && (count = read(file, *bytes + length, (size_t)look.st_size + 1 - (size_t)length)) > 0) length += count;
  return count < 0 ? -1 : length;
}

// Reads the sheets and headers of a folder, and of the folders in it that are not hidden.
static void read_folder(int folder) {
  DIR *names = fdopendir(folder);
  if (!names) return;
  for (struct dirent *entry; (entry = readdir(names));) {
    if (entry->d_name[0] == '.') continue;
    const char *ending = strrchr(entry->d_name, '.');
    int is_sheet = ending && !strcmp(ending, ".json");
    if (!is_sheet && entry->d_type != DT_DIR) continue;
    int file = openat(dirfd(names), entry->d_name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | (is_sheet ? 0 : O_DIRECTORY));
    if (file < 0) continue;
    if (!is_sheet) {
      read_folder(file);
      continue;
    }
    char *bytes;
    read_file(file, &bytes);
    close(file);
  }
  closedir(names);
}

static void write_whole(const char *bytes, ssize_t length) {
  while (length > 0) {
    ssize_t count = write(STDOUT_FILENO, bytes, (size_t)length);
    if (count < 0) return;
    bytes += count;
    length -= count;
  }
}

int main(int count, char **words) {
  int paints = count > 3 && !strcmp(words[1], "--paint");
  for (int number = paints ? 4 : 1; number < count; number++) {
    int folder = open(words[number], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) read_folder(folder);
  }
  if (!paints) return 0;
  char *screen, *answer;
  ssize_t screen_length = read_file(open(words[2], O_RDONLY | O_CLOEXEC), &screen);
  ssize_t answer_length = read_file(open(words[3], O_RDONLY | O_CLOEXEC), &answer);
  struct termios settings;
  tcgetattr(STDIN_FILENO, &settings);
  cfmakeraw(&settings);
  tcsetattr(STDIN_FILENO, TCSADRAIN, &settings);
  write_whole(screen, screen_length);
  for (char key[65536]; read(STDIN_FILENO, key, sizeof key) > 0;) write_whole(answer, answer_length);
  return 0;
}

// Holds the clock of the loop.

import Glibc

extension EditorLoop {
  /// The time since some moment, in milliseconds; it goes on whatever the clock on the wall is set to.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

// Holds the time that passes.

import Glibc

/// The time that passes, in milliseconds.
enum Clock {
  /// The time since some moment.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}

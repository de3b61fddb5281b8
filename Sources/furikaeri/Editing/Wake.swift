// Holds the pipe that wakes the loop.

import Glibc

/// The write end of the pipe; set once before any handler is installed.
nonisolated(unsafe) private var writeEnd: Int32 = -1

/// Wakes the loop when a signal or a finished job wants it.
enum Wake {
  /// Makes the pipe; the descriptor to wait on and to empty, or nil when the system has none left.
  static func open() -> Int32? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    writeEnd = ends[1]
    return ends[0]
  }

  /// Makes the descriptor readable; safe in a signal handler and on any thread.
  static func wake() {
    var byte: UInt8 = 0
    _ = write(writeEnd, &byte, 1)
  }
}

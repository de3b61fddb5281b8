// Holds the signals that end the program, and the pipe that wakes it.

import CursesTerminal
import Glibc

/// The write end of the wake pipe; set once before any handler is installed.
nonisolated(unsafe) private var wakeWriteEnd: Int32 = -1
/// The last ending signal that arrived, or 0; written by the handler alone.
nonisolated(unsafe) private var endingSignal: sig_atomic_t = 0

/// Whether the program was asked to stop (SIGTSTP); written by the handler and by the loop that has seen it.
nonisolated(unsafe) private var stopSignal: sig_atomic_t = 0
/// Whether the program goes on after a stop (SIGCONT); written likewise.
nonisolated(unsafe) private var goOnSignal: sig_atomic_t = 0

/// Wakes the loop when a signal or a finished job wants it.
enum Wake {
  /// Makes the pipe; the descriptor to wait on, or nil when the system has none left.
  static func open() -> Int32? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    wakeWriteEnd = ends[1]
    return ends[0]
  }

  /// Makes the descriptor readable; safe in a signal handler and on any thread.
  static func wake() {
    var byte: UInt8 = 0
    _ = write(wakeWriteEnd, &byte, 1)
  }

  /// Takes everything out of the pipe.
  static func clear(_ descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 256)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }
}

/// The signals after which the program puts its drafts on disk and ends.
enum EndingSignals {
  /// Catches HUP, TERM, INT and QUIT: a handler only notes the signal, wakes the loop, and sees that the program ends
  /// even when the loop waits for a terminal that takes no output.
  static func catchAll() {
    for number in [SIGHUP, SIGTERM, SIGINT, SIGQUIT] {
      signal(number) { received in
        let code = errno
        defer { errno = code }
        if endingSignal == 0 { CursesTerminal.endProgram(withinMilliseconds: 1500, status: 128 + received) }
        endingSignal = received
        Wake.wake()
      }
    }
  }

  /// The signal that has arrived, or nil.
  static var received: Int32? { endingSignal == 0 ? nil : endingSignal }
}

/// The signals that stop the program for a while and let it go on.
enum StoppingSignals {
  /// Catches TSTP and CONT: a handler only notes the signal and wakes the loop.
  static func catchAll() {
    signal(SIGTSTP) { _ in
      let code = errno
      defer { errno = code }
      stopSignal = 1
      Wake.wake()
    }
    signal(SIGCONT) { _ in
      let code = errno
      defer { errno = code }
      goOnSignal = 1
      Wake.wake()
    }
  }

  /// Whether a stop was asked for since the last time.
  static func takeStop() -> Bool {
    defer { stopSignal = 0 }
    return stopSignal != 0
  }

  /// Whether the program went on since the last time.
  static func takeGoOn() -> Bool {
    defer { goOnSignal = 0 }
    return goOnSignal != 0
  }
}

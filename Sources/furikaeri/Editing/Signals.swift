// Holds the signals that end the program, stop it and let it go on.

import CursesTerminal
import Glibc

/// The last ending signal that arrived, or 0; written by the handler alone.
nonisolated(unsafe) private var endingSignal: sig_atomic_t = 0
/// Whether the program was asked to stop (SIGTSTP); written by the handler and by the loop that has seen it.
nonisolated(unsafe) private var stopSignal: sig_atomic_t = 0
/// Whether the program goes on after a stop (SIGCONT); written likewise.
nonisolated(unsafe) private var goOnSignal: sig_atomic_t = 0
/// Whether somebody pressed Ctrl-C where that ends nothing; written likewise.
nonisolated(unsafe) private var interruptSignal: sig_atomic_t = 0

/// Notes a signal and wakes the loop; an ending one also sees that the program ends even when the loop waits for a
/// terminal that takes no output.
private func note(_ number: Int32) {
  let code = errno
  defer { errno = code }
  switch number {
  case SIGTSTP: stopSignal = 1
  case SIGCONT: goOnSignal = 1
  default:
    if endingSignal == 0 { CursesTerminal.endProgram(withinMilliseconds: 1500, status: 128 + number) }
    endingSignal = number
  }
  Wake.wake()
}

/// The signals after which the program puts its drafts on disk and ends.
enum EndingSignals {
  /// Catches HUP, TERM, INT and QUIT.
  static func catchAll() { for number in [SIGHUP, SIGTERM, SIGINT, SIGQUIT] { signal(number, note) } }

  /// The signal that has arrived, or nil.
  static var received: Int32? { endingSignal == 0 ? nil : endingSignal }
}

/// The signals that stop the program for a while and let it go on.
enum StoppingSignals {
  /// Catches TSTP and CONT.
  static func catchAll() { for number in [SIGTSTP, SIGCONT] { signal(number, note) } }

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

/// Ctrl-C where it ends nothing: at a prompt, where a line is entered.
enum InterruptSignal {
  /// Catches INT, in the place of what ends the program.
  static func catchIt() {
    signal(SIGINT) { _ in
      let code = errno
      interruptSignal = 1
      Wake.wake()
      errno = code
    }
  }

  /// Whether it was pressed since the last time.
  static func take() -> Bool {
    defer { interruptSignal = 0 }
    return interruptSignal != 0
  }
}

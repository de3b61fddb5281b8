// Holds the ways out to standard output and standard error.
//
// Contract. No control character, bidirectional control or other hidden character of a file, a name or the environment
// leaves the program as it is, on any way and into a pipe neither: what is behind the pipe is often a terminal. A
// result that could not be written whole is known at the end (`finished`).

import Glibc
import SheetExchange
import SheetStorage
import SheetWording
import Synchronization
import Terminal

/// Prints results and messages; text that could drive a terminal never leaves it.
enum Output {
  /// What became of the result.
  private struct Outcome {
    var hasBegun = false
    /// Why it could not be written; nil as long as all of it was.
    var failure: SystemError?
  }

  private static let outcome = Mutex(Outcome())

  /// Whether a part of the result could not be written.
  static var hasFailed: Bool { outcome.withLock { $0.failure != nil } }

  /// Prints lines of a result in their visible form.
  static func result(_ text: String) { result(.lines([text])) }

  /// Prints a result.
  static func result(_ output: SafeOutput) {
    guard !hasFailed else { return }
    outcome.withLock { $0.hasBegun = true }
    if let error = write(output.text, to: STDOUT_FILENO) { note(error) }
  }

  /// Prints what stands before the place where somebody enters a line, in its visible form and without a line feed.
  static func prompt(_ text: String) {
    guard !hasFailed else { return }
    outcome.withLock { $0.hasBegun = true }
    if let error = write(SafeText.visible(text), to: STDOUT_FILENO) { note(error) }
  }

  /// Prints one JSON value; hidden characters stand in it as \uXXXX, so that nothing of it is lost.
  static func json(_ value: JSONValue) { result(.json(value)) }

  /// Prints a message to standard error.
  static func message(_ text: String) { _ = write("furikaeri: \(SafeText.visible(text))\n", to: STDERR_FILENO) }

  /// Prints a message of several lines to standard error.
  static func lines(_ lines: [String]) {
    for line in lines { _ = write(SafeText.visible(line) + "\n", to: STDERR_FILENO) }
  }

  /// Closes standard output and says how the program ends: as it would, or that its result could not be written.
  ///
  /// Whoever reads a pipe may stop when he has seen enough (`| head`): that has no message, and the same status.
  static func finished(_ status: Int32) -> Int32 {
    let hasBegun = outcome.withLock { $0.hasBegun }
    if hasBegun, close(STDOUT_FILENO) != 0, errno != EINTR { note(SystemError(call: "close", code: errno)) }
    guard let error = outcome.withLock({ $0.failure }) else { return status }
    if error.code != EPIPE { message(Wording.resultNotWritten(error)) }
    return ExitStatus.unreadable
  }

  /// Opens what a shell has closed of the three standard descriptors, before any file can take its number.
  ///
  /// Each gets a descriptor that refuses what it is for, so that a result into a closed output is told as lost.
  static func fillClosedDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      let opened = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
      guard opened == descriptor || opened < 0 else {
        close(opened)
        return
      }
    }
  }

  private static func note(_ error: SystemError) {
    outcome.withLock { if $0.failure == nil { $0.failure = error } }
  }

  /// Writes all of a text; what failed.
  private static func write(_ text: String, to descriptor: Int32) -> SystemError? {
    let bytes = Array(text.utf8)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
        continue
      }
      guard count > 0 else { return SystemError(call: "write", code: count < 0 ? errno : EIO) }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}

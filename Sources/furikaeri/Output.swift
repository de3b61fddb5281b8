// Holds the ways out to standard output and standard error.

import Glibc
import Terminal

/// Prints results and messages; text that could drive a terminal never reaches one.
enum Output {
  /// Prints a result; on a terminal in its visible form, into a pipe as it is.
  static func result(_ text: String) {
    let onTerminal = isatty(STDOUT_FILENO) != 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      write((onTerminal ? SafeText.visible(String(line)) : String(line)) + "\n", to: STDOUT_FILENO)
    }
  }

  /// Prints bytes of a result as they are.
  static func result(bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Prints a message to standard error.
  static func message(_ text: String) { write("furikaeri: \(SafeText.visible(text))\n", to: STDERR_FILENO) }

  /// Prints a message of several lines to standard error.
  static func lines(_ lines: [String]) {
    for line in lines { write(SafeText.visible(line) + "\n", to: STDERR_FILENO) }
  }

  private static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

/// How the program ends.
enum ExitStatus {
  static let done: Int32 = 0
  static let findings: Int32 = 1
  static let usage: Int32 = 2
  static let unreadable: Int32 = 3
  static let conflict: Int32 = 4
}

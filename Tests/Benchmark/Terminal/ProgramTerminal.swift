// Holds a terminal of 80×24 in which another program runs, and what is sent to it and comes from it.

import Foundation
import TestSupport

/// A pseudo-terminal with a program in it, which answers questions as xterm does.
final class ProgramTerminal {
  /// The program.
  let process: pid_t
  /// When it was started.
  let start: Double
  /// All that it has sent since `forget`.
  private(set) var sent: [UInt8] = []
  /// When something came last.
  private(set) var lastCame = 0.0
  /// The terminal's end of the line.
  let line: Int32
  private var questions: TerminalQuestions?
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  private var hasEnded = false

  /// Starts a program.
  init(_ words: [String], environment: [String: String], answers: Bool = true) throws {
    questions = answers ? TerminalQuestions() : nil
    line = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard line >= 0, ioctl(line, ProgramTerminal.setLock, &locked) == 0,
      ioctl(line, ProgramTerminal.getNumber, &number) == 0
    else { throw POSIXError(.ENXIO) }
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(line, UInt(TIOCSWINSZ), &size)
    let name = "/dev/pts/\(number)"
    start = Clock.now
    process = try Child.start(words, [name, name, name], environment: environment)
    Machine.prefer(process)
  }

  /// TIOCSPTLCK and TIOCGPTN, which Glibc's module leaves out.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// Forgets what the program has sent until then.
  func forget() { sent.removeAll(keepingCapacity: true) }

  /// Waits until something comes, and takes it; false when nothing did within the milliseconds, or the program is gone.
  func take(within milliseconds: Double) -> Bool {
    var descriptor = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, Int32(milliseconds.rounded(.up))) > 0 else { return false }
    let count = read(line, &buffer, buffer.count)
    guard count > 0 else { return false }
    lastCame = Clock.now
    sent += buffer[..<count]
    if let answer = questions?.answer(to: buffer[..<count]), !answer.isEmpty { send(answer) }
    return true
  }

  /// Takes what comes until nothing more does for some milliseconds; some seconds at most.
  ///
  /// - Parameter first: how long the first of it may take.
  func settle(quiet: Double, first: Double = 10_000) {
    var isFirst = true
    let end = Clock.now + 60_000
    while Clock.now < end, take(within: isFirst ? first : quiet) { isFirst = false }
  }

  /// Takes what comes until it holds a text; when that was, or nil when it did not come within the milliseconds.
  func waits(for text: String, within milliseconds: Double = 60_000) -> Double? {
    let end = Clock.now + milliseconds
    while !holds(text) {
      guard Clock.now < end, take(within: end - Clock.now) else { return nil }
    }
    return lastCame
  }

  /// Whether the program has sent a text.
  func holds(_ text: String) -> Bool { Data(sent).range(of: Data(text.utf8)) != nil }

  /// Sends bytes, taking what comes meanwhile.
  func send(_ bytes: some Collection<UInt8>) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      // A line takes 4096 bytes: no more is sent at a time than it has room for.
      var descriptor = pollfd(fd: line, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&descriptor, 1, 10_000) > 0 else { return }
      if descriptor.revents & Int16(POLLOUT) != 0 {
        let count = rest.prefix(1024).withUnsafeBytes { write(line, $0.baseAddress, $0.count) }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      } else if !take(within: 0) {
        return
      }
    }
  }

  /// The most memory that the program has had, in MiB.
  var peakMemory: Double {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let row = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (row?.split { !$0.isNumber }.first.flatMap { Double($0) } ?? 0) / 1024
  }

  /// Ends the program with a signal, and takes what it still sends; its status.
  @discardableResult
  func end(_ signal: Int32 = SIGKILL) -> Int32 {
    guard !hasEnded else { return 0 }
    hasEnded = true
    kill(process, signal)
    if signal != SIGKILL { while take(within: 60_000) {} }
    close(line)
    return Child.wait(for: process)
  }

  deinit { end() }
}

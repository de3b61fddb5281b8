// Holds the reading of lines from a terminal, a pipe or a file.

import Glibc

/// Reads lines from a descriptor; whatever comes, what it keeps of it is bounded.
public final class LineReader {
  /// What came of waiting for a line.
  enum Outcome: Equatable {
    case line(EnteredLine)
    /// Nothing came as long as was to be waited, or something else has to be seen to.
    case none
    case ended
    /// The descriptor cannot be read; the system's number of the error.
    case failed(Int32)
  }

  /// The longest line that is kept, in bytes.
  public static let longest = 1_048_576
  /// How much is read at a time, in bytes.
  private static let portion = 65_536

  /// Whether lines come from a person at a terminal.
  public let isTerminal: Bool
  /// How many lines were taken.
  private(set) var count = 0
  private let descriptor: Int32
  private let wake: Int32
  /// What was read and not taken, from `start` on.
  private var bytes: [UInt8] = []
  private var start = 0
  /// Up to where no line feed stands.
  private var searched = 0
  /// Whether the rest of a line is passed over that was too long, which was told.
  private var isSkipping = false
  private var hasEnded = false

  /// Reads from a descriptor.
  ///
  /// - Parameters:
  ///   - wake: a descriptor that becomes readable when something else has to be seen to; it is emptied.
  ///   - isTerminal: whether a person is behind it; nil asks the system.
  public init(descriptor: Int32, wake: Int32 = -1, isTerminal: Bool? = nil) {
    self.descriptor = descriptor
    self.wake = wake
    self.isTerminal = isTerminal ?? (isatty(descriptor) != 0)
  }

  /// The next line that is here already, without waiting; one that is too long as soon as it is known to be.
  func here() -> EnteredLine? {
    while let end = lineFeed() {
      if let line = take(to: end) { return line }
    }
    searched = bytes.count
    guard isSkipping || bytes.count - start > LineReader.longest else { return nil }
    let isKnown = isSkipping
    isSkipping = true
    drop(to: bytes.count)
    if isKnown { return nil }
    count += 1
    return .tooLong
  }

  /// Where the next line feed stands.
  private func lineFeed() -> Int? {
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, searched < all.count else { return nil }
      return memchr(base + searched, 0x0A, all.count - searched).map { UnsafeRawPointer($0) - base }
    }
  }

  /// Waits for a line.
  func next(withinMilliseconds time: Int32) -> Outcome {
    if let line = here() { return .line(line) }
    if hasEnded { return .ended }
    var waiting = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0), pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&waiting, 2, time) > 0 else { return .none }
    if waiting[1].revents != 0 { emptyWake() }
    guard waiting[0].revents != 0 else { return .none }
    return read()
  }

  private func read() -> Outcome {
    var portion = [UInt8](repeating: 0, count: LineReader.portion)
    let count = Glibc.read(descriptor, &portion, portion.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN ? .none : .failed(errno) }
    guard count > 0 else {
      hasEnded = true
      return lastLine().map { .line($0) } ?? .ended
    }
    bytes += portion[..<count]
    return here().map { .line($0) } ?? .none
  }

  /// What stands behind the last line feed.
  private func lastLine() -> EnteredLine? { start < bytes.count ? take(to: bytes.count) : nil }

  /// Takes a line up to its line feed; nil where it is the rest of one that was too long.
  private func take(to end: Int) -> EnteredLine? {
    defer { drop(to: min(end + 1, bytes.count)) }
    if isSkipping {
      isSkipping = false
      return nil
    }
    count += 1
    guard end - start <= LineReader.longest else { return .tooLong }
    var line = bytes[start..<end]
    if count == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    return EnteredLine(line, fromTerminal: isTerminal)
  }

  /// Forgets what stands before a place; the rest is moved when most of what is kept was taken.
  private func drop(to place: Int) {
    start = place
    searched = place
    guard start == bytes.count || start > LineReader.longest else { return }
    bytes.removeFirst(start)
    start = 0
    searched = 0
  }

  private func emptyWake() {
    var portion = [UInt8](repeating: 0, count: 64)
    while Glibc.read(wake, &portion, portion.count) == portion.count {}
  }
}

import Foundation
import Synchronization
import TestSupport

/// A terminal that is only a line: bytes go in and out, and it can be gone from one moment to the next.
final class PtyTerminal: Sendable {
  private let line: Int32
  /// The program at the other end.
  let process: pid_t
  private let output = Mutex<[UInt8]>([])
  private let first = Mutex<[UInt8]>([])
  private let isOpen = Mutex(true)
  private let isReading = Mutex(true)
  private let isClosed = Mutex(false)

  /// Starts a program on a line of 24 rows and 80 columns.
  init(_ words: [String], environment: [String: String]) throws {
    line = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard line >= 0, ioctl(line, PtyTerminal.setLock, &locked) == 0, ioctl(line, PtyTerminal.getNumber, &number) == 0
    else { throw POSIXError(.ENXIO) }
    let name = "/dev/pts/\(number)"
    var variables = ProcessInfo.processInfo.environment
    variables.merge(["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]) { $1 }
    variables.merge(environment) { $1 }
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(line, UInt(TIOCSWINSZ), &size)
    process = try Child.start(words, [name, name, name], environment: variables)
    let reader = Thread { [self] in readAll() }
    reader.start()
  }

  /// TIOCSPTLCK and TIOCGPTN, which Glibc's module leaves out.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  private func readAll() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while isOpen.withLock({ $0 }) {
      guard isReading.withLock({ $0 }) else {
        usleep(20_000)
        continue
      }
      var descriptor = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 20) > 0 else { continue }
      let count = read(line, &buffer, buffer.count)
      guard count > 0 else { break }
      first.withLock { if $0.isEmpty { $0 = Array(buffer[..<count]) } }
      output.withLock { $0 += buffer[..<count] }
    }
    close(line)
    isClosed.withLock { $0 = true }
  }

  /// Waits until the program has sent some text; false when it never does.
  func sends(_ text: String) -> Bool {
    let wanted = Data(text.utf8)
    return Waiting.until { self.output.withLock { Data($0).range(of: wanted) != nil } }
  }

  /// How many bytes the program has sent.
  var sent: Int { output.withLock { $0.count } }

  /// Forgets what the program has sent until then.
  func forget() { output.withLock { $0.removeAll(keepingCapacity: true) } }

  /// What the program has sent.
  var bytes: [UInt8] { output.withLock { $0 } }

  /// What came of it first, as it was read in one go.
  var firstBytes: [UInt8] { first.withLock { $0 } }

  /// Takes nothing more from the program: what it sends fills the line.
  func stopReading() { isReading.withLock { $0 = false } }

  /// Sends bytes, waiting while the line is full.
  func write(_ bytes: some Collection<UInt8>) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(line, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Sends text.
  func write(_ text: String) { write(Array(text.utf8)) }

  /// Gives the line another size.
  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(line, UInt(TIOCSWINSZ), &size)
  }

  /// Cuts the line, as a connection that is lost.
  func hangUp() {
    isOpen.withLock { $0 = false }
    _ = Waiting.until { isClosed.withLock { $0 } }
  }

  /// Waits until the program has ended; its status, or nil when it never does.
  func ends() -> Int32? {
    var state: Int32 = 0
    guard Waiting.until({ waitpid(process, &state, WNOHANG) == process }) else { return nil }
    return state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + state & 0x7F
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, WNOHANG)
  }
}

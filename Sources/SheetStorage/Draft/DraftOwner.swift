// Holds which program writes a journal, for places where the system has no locks.
//
// Contract. Where locks work they decide for the programs of this machine. Elsewhere a journal is free only when its program is known to be gone;
// whatever cannot be known is in doubt, and what is in doubt is copied and never taken.

import Glibc

/// A program, told apart from every other that ran before or runs elsewhere.
struct DraftOwner: Equatable, Sendable {
  let process: Int
  /// When the process began, in the clock's ticks since the machine began, as /proc tells it.
  let start: String
  /// The run of the machine, the namespace in which the process has its number, and the machine's name.
  let boot: String
  let space: String
  let host: String

  /// This program; nil where /proc does not tell.
  static let current: DraftOwner? = DraftOwner(process: Int(getpid()))

  private init?(process: Int) {
    guard let start = DraftOwner.start(of: process),
      let boot = DraftOwner.text("/proc/sys/kernel/random/boot_id"), let space = DraftOwner.link("/proc/self/ns/pid")
    else { return nil }
    self.process = process
    self.start = start
    self.boot = boot
    self.space = space
    host = DraftOwner.hostName
  }

  init(process: Int, start: String, boot: String, space: String, host: String) {
    self.process = process
    self.start = start
    self.boot = boot
    self.space = space
    self.host = host
  }

  init?(_ document: JSONValue) {
    guard let process = document.number("pid"), case .string(let start)? = document["start"],
      case .string(let boot)? = document["boot"], case .string(let space)? = document["space"],
      case .string(let host)? = document["host"]
    else { return nil }
    self.init(process: Int(clamping: process), start: start, boot: boot, space: space, host: host)
  }

  var document: JSONValue {
    .object([
      JSONMember(key: "boot", value: .string(boot)), JSONMember(key: "host", value: .string(host)),
      JSONMember(key: "pid", value: .number(String(process))), JSONMember(key: "space", value: .string(space)),
      JSONMember(key: "start", value: .string(start)),
    ])
  }

  /// Whether the program ran on another machine: neither the name nor the run of this one is its own.
  var isElsewhere: Bool {
    guard let current = DraftOwner.current else { return false }
    return host != current.host && boot != current.boot
  }

  /// What can be told of a journal without a lock.
  static func ownership(of owner: DraftOwner?) -> DraftOwnership {
    guard let owner, let current, owner.boot == current.boot, owner.space == current.space, owner.host == current.host
    else { return .inDoubt }
    if let start = start(of: owner.process) { return start == owner.start ? .owned : .free }
    return access("/proc/\(owner.process)", F_OK) != 0 && errno == ENOENT ? .free : .inDoubt
  }

  /// The 22nd field of /proc/PID/stat; the second, a name in brackets, may hold blanks and brackets.
  private static func start(of process: Int) -> String? {
    guard let line = text("/proc/\(process)/stat"), let bracket = line.lastIndex(of: ")") else { return nil }
    let fields = line[line.index(after: bracket)...].split(separator: " ")
    return fields.count > 19 ? String(fields[19]) : nil
  }

  /// The first line of a file of /proc.
  private static func text(_ path: String) -> String? {
    guard let file = try? OpenFolder.open(path) else { return nil }
    defer { close(file) }
    guard let bytes = try? OpenFolder.bytes(of: file, count: 4096), !bytes.isEmpty else { return nil }
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  private static func link(_ path: String) -> String? {
    var text = [CChar](repeating: 0, count: 256)
    let count = readlink(path, &text, text.count)
    return count > 0 ? String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }

  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

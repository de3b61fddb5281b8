// Holds what is said of the machine on which something was measured.

import Foundation

/// The machine, as far as times depend on it.
enum Machine {
  /// Its processors, kernel and load, and how the program is linked.
  static func description(of program: String) -> String {
    var kernel = utsname()
    uname(&kernel)
    let release = withUnsafeBytes(of: &kernel.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let processors = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = processors.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last ?? ""
    return """
      \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) processors (\(model.drop { $0 == " " })), Linux \(release), load \(load), \
      \(isRealTime ? "real-time priority" : "usual priority"); the program \
      \(isShared(program) ? "takes Swift's runtime as shared libraries" : "has Swift's runtime linked in").
      """
  }

  private static var isRealTime: Bool { [SCHED_RR, SCHED_FIFO].contains(sched_getscheduler(0)) }

  /// Starts a program; at real-time priority it comes behind the one that measures, which would wait for its turns
  /// otherwise.
  static func startingBehind<Result>(_ start: () throws -> Result) rethrows -> Result {
    var own = sched_param()
    guard isRealTime, sched_getparam(0, &own) == 0, own.sched_priority > 1 else { return try start() }
    var behind = sched_param(sched_priority: own.sched_priority - 1)
    sched_setparam(0, &behind)
    defer { sched_setparam(0, &own) }
    return try start()
  }

  /// Whether a program takes Swift's runtime as shared libraries.
  static func isShared(_ program: String) -> Bool {
    let bytes = (try? Data(contentsOf: URL(fileURLWithPath: program))) ?? Data()
    return bytes.range(of: Data("libswiftCore.so".utf8)) != nil
  }

  /// How many programs wanted to run in the last minute.
  static var load: String {
    let text = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
    return text.split(separator: " ").first.map(String.init) ?? "unknown"
  }
}

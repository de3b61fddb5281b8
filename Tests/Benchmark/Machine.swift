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
      niceness \(niceness); the program \
      \(isShared(program) ? "takes Swift's runtime as shared libraries" : "has Swift's runtime linked in").
      """
  }

  private static var niceness: Int32 { getpriority(Int32(PRIO_PROCESS.rawValue), 0) }

  /// Has a program go before others where this one does: Linux weighs sessions against each other, whatever the niceness
  /// of the programs in them.
  static func prefer(_ process: pid_t) {
    guard niceness < 0, let file = fopen("/proc/\(process)/autogroup", "w") else { return }
    fputs("\(niceness)", file)
    fclose(file)
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

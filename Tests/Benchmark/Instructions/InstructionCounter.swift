// Holds the counting of a program's instructions by valgrind.

import Foundation
import TestSupport

/// Counts what a run of the program takes, on one processor, with nothing in it that differs from time to time.
struct InstructionCounter {
  /// What of a run is counted.
  enum Part {
    /// From its start to its end.
    case all
    /// Between the orders `z` and `d`; then it is ended.
    case betweenOrders
  }

  let place: Workplace
  private let program: String
  private let stillTime: String
  private let processor: String

  init(in place: Workplace) throws {
    self.place = place
    if Machine.isShared(place.program) {
      throw BenchmarkError("\(place.program) takes shared libraries of Swift's: it is not the README's build.")
    }
    // Valgrind of Debian 12 cannot read Swift's debug information.
    program = place.path("furikaeri")
    let stripped = try Child.run(["strip", "--strip-debug", "-o", program, place.program])
    guard stripped.status == 0 else { throw BenchmarkError(stripped.errors) }
    stillTime = try place.build("StillTime", ["-shared", "-fPIC", "-O1"])
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let allowed = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") } ?? ""
    processor = allowed.split { !$0.isNumber }.first.map(String.init) ?? "0"
    try FileManager.default.createDirectory(atPath: InstructionCounter.profiles, withIntermediateDirectories: true)
  }

  /// Where the counts by function are kept, for `callgrind_annotate`.
  static let profiles = packageFolder + "/.build/instructions"

  private func profile(_ run: InstructionRun) -> String { "\(InstructionCounter.profiles)/\(run.rawValue)" }

  /// Counts a run without a terminal.
  func count(_ run: InstructionRun, _ words: [String]) throws -> Int {
    try removeProfiles(of: run)
    let done = try Child.run(self.words(run, words), environment: try environment())
    guard done.status == 0 || run == .check && done.status == 1 else {
      throw BenchmarkError("\(run.rawValue): status \(done.status) \(done.errors)")
    }
    return try total(in: profile(run))
  }

  /// Counts a run in a terminal.
  func count(
    _ run: InstructionRun, _ words: [String], counts part: Part, _ work: (CountedEditor) throws -> Void
  ) throws -> Int {
    try removeProfiles(of: run)
    let editor = try CountedEditor(self.words(run, words), in: place, environment: try environment())
    try work(editor)
    editor.end(asked: part == .betweenOrders)
    if part == .betweenOrders {
      // What an order writes down gets a number behind its name; what came after it is not counted.
      try FileManager.default.removeItem(atPath: profile(run))
      try FileManager.default.moveItem(atPath: profile(run) + ".1", toPath: profile(run))
    }
    return try total(in: profile(run))
  }

  /// The functions that runs executed, which were counted before.
  func functionOrder(_ runs: [InstructionRun]) throws -> FunctionOrder {
    let profiles = try runs.map { try String(contentsOfFile: profile($0), encoding: .utf8) }
    return FunctionOrder(profiles: profiles, of: program)
  }

  private func words(_ run: InstructionRun, _ words: [String]) -> [String] {
    [
      "taskset", "-c", processor, "valgrind", "--tool=callgrind", "--demangle=no",
      "--callgrind-out-file=" + profile(run),
      "--log-file=" + place.path("valgrind.log"), program,
    ] + words
  }

  private func environment() throws -> [String: String] {
    var environment = try place.environment()
    environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
    let disabled = InstructionCounter.ability.map { "-" + $0 }.joined(separator: ",")
    environment["GLIBC_TUNABLES"] = "glibc.cpu.hwcaps=" + disabled
    environment["LD_PRELOAD"] = stillTime
    return environment
  }

  /// By these Glibc chooses among its functions; without them it takes those that every processor has.
  private static let ability = [
    "AVX512F", "AVX512VL", "AVX2", "AVX", "AVX_Fast_Unaligned_Load", "SSE4_2", "BMI2", "ERMS", "FSRM",
  ]

  private func removeProfiles(of run: InstructionRun) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: InstructionCounter.profiles)
    where name == run.rawValue || name.hasPrefix(run.rawValue + ".") {
      try FileManager.default.removeItem(atPath: InstructionCounter.profiles + "/" + name)
    }
  }

  private func total(in profile: String) throws -> Int {
    let text = (try? String(contentsOfFile: profile, encoding: .utf8)) ?? ""
    let row = text.split(separator: "\n").last { $0.hasPrefix("totals:") }
    guard let total = row?.split(separator: " ").last.flatMap({ Int($0) }) else {
      let log = (try? String(contentsOfFile: place.path("valgrind.log"), encoding: .utf8)) ?? ""
      throw BenchmarkError("valgrind counted nothing in \(profile).\n\(log)")
    }
    return total
  }
}

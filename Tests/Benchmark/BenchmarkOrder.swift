// Holds what the benchmark is asked for.

import Foundation
import TestSupport

/// What the command line asks for.
struct BenchmarkOrder {
  private var words: [String] = []
  private var program: String?
  /// How often each program is started.
  private(set) var runs = 31
  /// Why the counts are others than before, where they are recorded.
  private(set) var why: String?

  /// Reads the command line.
  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--program": program = rest.popFirst()
      case "--runs": runs = rest.popFirst().flatMap { Int($0) } ?? runs
      case "--record": why = rest.popFirst() ?? ""
      default: words.append(word)
      }
    }
    // The reason is a cell of the table.
    if let why, why.isEmpty || why.contains(where: { $0 == "|" || $0.isNewline }) {
      throw BenchmarkError("--record needs a sentence that says why, on one line and without |.")
    }
    guard countsInstructions || words.allSatisfy({ TimedPart(rawValue: $0) != nil }) else {
      let parts = TimedPart.allCases.map(\.rawValue).joined(separator: "|")
      throw BenchmarkError("Benchmark [\(parts)…] [--program PATH] [--runs N]\nBenchmark instructions [--record WHY]")
    }
  }

  /// The parts to measure: all unless some are named.
  var parts: [TimedPart] { words.isEmpty ? TimedPart.allCases : words.compactMap { TimedPart(rawValue: $0) } }

  /// Whether instructions are counted and nothing else.
  var countsInstructions: Bool { words == ["instructions"] }

  /// The program to measure; the README's, which is built where it is not there.
  func builtProgram() throws -> String {
    let path = program ?? packageFolder + "/.build/release/furikaeri"
    if program == nil, access(path, X_OK) != 0 {
      let build = [
        "build", "-c", "release", "--static-swift-stdlib", "--disable-local-rpath", "--product", "furikaeri",
      ]
      let built = try Child.run(["swift"] + build + ["--package-path", packageFolder])
      guard built.status == 0 else { throw BenchmarkError(built.output + built.errors) }
    }
    guard access(path, X_OK) == 0 else { throw BenchmarkError("\(path) is no program.") }
    return path
  }
}

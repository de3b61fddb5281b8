// Holds the program that measures everything that docs/performance.md tells.

import Foundation
import TestSupport

/// `Benchmark [PART…] [--program PATH] [--runs N]` measures beside nano, vim, jq and the limits; `Benchmark instructions
/// [--record WHY]` counts instructions and compares them with docs/performance.md and with the order of functions.
@main
enum Benchmark {
  static func main() {
    do {
      exit(try measure())
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(2)
    }
  }

  /// Measures what is asked for; the exit status.
  private static func measure() throws -> Int32 {
    let order = try BenchmarkOrder(Array(CommandLine.arguments.dropFirst()))
    let place = try Workplace(program: try order.builtProgram())
    if order.countsInstructions { return try countInstructions(in: place, recording: order.why) ? 0 : 1 }
    Machine.prefer(getpid())
    print(Machine.description(of: place.program))
    for part in order.parts { try part.measure(runs: order.runs, in: place) }
    print("\nLoad at the end: \(Machine.load).")
    return 0
  }

  /// Counts the instructions of all runs; whether they are what docs/performance.md says.
  private static func countInstructions(in place: Workplace, recording why: String?) throws -> Bool {
    let counter = try InstructionCounter(in: place)
    var table = try InstructionTable(try String(contentsOfFile: InstructionTable.page, encoding: .utf8))
    var counts: [InstructionRun: Int] = [:]
    var shown = MarkdownTable(columns: ["run", "committed", "counted", "difference"])
    for run in InstructionRun.allCases {
      let count = try run.count(by: counter)
      counts[run] = count
      shown.rows.append([
        run.title, table.rows[run].map { Figure.grouped($0.count) } ?? "–", Figure.grouped(count),
        table.difference(count, of: run).map { Figure.rounded($0, 2) + " %" } ?? "–",
      ])
    }
    print(shown.lines.joined(separator: "\n"))
    if let why {
      table.record(counts, why: why)
      let order = try counter.functionOrder([.start, .typing, .library, .check, .export])
      try order.text.write(toFile: FunctionOrder.file, atomically: true, encoding: .utf8)
      try table.text.write(toFile: InstructionTable.page, atomically: true, encoding: .utf8)
      return true
    }
    let wrong = table.wrong(counts)
    for run in wrong {
      let files = InstructionCounter.profiles + "/" + run.rawValue
      print("\n\(run.title): more than \(Int(InstructionTable.tolerance)) % off docs/performance.md.")
      print("What took them: callgrind_annotate \(files)")
    }
    let share = try counter.functionOrder([.start])
      .share(in: FunctionOrder(try String(contentsOfFile: FunctionOrder.file, encoding: .utf8)))
    print("\n\(Figure.rounded(share, 0)) % of what a start executes stands in \(FunctionOrder.file).")
    let isRight = wrong.isEmpty && share >= FunctionOrder.least
    if !isRight { print("Where it is meant: .ci/check-instructions --record 'WHY'") }
    return isRight
  }
}

// Holds the table of instructions in docs/performance.md.

import Foundation
import TestSupport

/// The rows under "Instructions" in docs/performance.md, and under them why they are so, each reason once.
struct InstructionTable {
  /// What was counted for a run, and the number of the reason why it is that.
  struct Row: Equatable {
    let count: Int
    let reason: Int
  }

  private(set) var rows: [InstructionRun: Row] = [:]
  /// The reasons by their numbers; one that is later has a higher number.
  private(set) var reasons: [Int: String] = [:]
  private var before: [String]
  private var after: [String]

  /// The page that has it.
  static let page = packageFolder + "/docs/performance.md"

  /// What a count may be off, in percent.
  static let tolerance = 3.0

  /// Reads table and reasons out of the text of a page; a row whose reason is not there is none.
  init(_ page: String) throws {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let heading = lines.firstIndex(of: "## Instructions"),
      let first = lines[heading...].firstIndex(where: { $0.hasPrefix("|") })
    else { throw BenchmarkError("docs/performance.md has no table under \"## Instructions\".") }
    let end = lines[first...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
    before = Array(lines[..<first])
    var rest = lines[end...].drop(while: \.isEmpty)
    while let reason = rest.first?.wholeMatch(of: /- \((\d+)\) (.+)/), let number = Int(reason.1) {
      reasons[number] = String(reason.2)
      rest.removeFirst()
    }
    after = Array(rest.drop(while: \.isEmpty))
    for line in lines[first..<end] {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimming() }
      guard cells.count == 5, let run = InstructionRun.allCases.first(where: { $0.title == cells[1] }),
        let count = Int(cells[2].filter { $0 != "," }), let reason = Int(cells[3].filter { !"()".contains($0) }),
        reasons[reason] != nil
      else { continue }
      rows[run] = Row(count: count, reason: reason)
    }
  }

  /// By how many percent a count is off its row; nil without a row.
  func difference(_ count: Int, of run: InstructionRun) -> Double? {
    rows[run].map { (Double(count) / Double($0.count) - 1) * 100 }
  }

  /// The runs whose count is off its row, in either direction, or that lack one of them.
  func wrong(_ counts: [InstructionRun: Int]) -> [InstructionRun] {
    InstructionRun.allCases.filter { run in
      guard let difference = counts[run].flatMap({ self.difference($0, of: run) }) else { return true }
      return abs(difference) > InstructionTable.tolerance
    }
  }

  /// Takes counts in, with the sentence that says why; a row that its count still fits stays as it is.
  mutating func record(_ counts: [InstructionRun: Int], why: String) {
    let known = reasons.first { $0.value == why }?.key
    let reason = known ?? (reasons.keys.max() ?? 0) + 1
    for (run, count) in counts {
      if let difference = difference(count, of: run), abs(difference) < 0.5 { continue }
      rows[run] = Row(count: count, reason: reason)
      reasons[reason] = why
    }
    reasons = reasons.filter { number, _ in rows.values.contains { $0.reason == number } }
  }

  /// The page with the table, and the reasons below it, the newest first.
  var text: String {
    let table = MarkdownTable(
      columns: ["run", "instructions", "why"],
      rows: InstructionRun.allCases.compactMap { run in
        rows[run].map { [run.title, Figure.grouped($0.count), "(\($0.reason))"] }
      })
    let list = reasons.sorted { $0.key > $1.key }.map { "- (\($0.key)) \($0.value)" }
    return (before + table.lines + [""] + list + [""] + after).joined(separator: "\n")
  }
}

extension Substring {
  fileprivate func trimming() -> String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

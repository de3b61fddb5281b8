// Holds a program for the tests to kill: it saves sheets as the editor does, through the same library.

import Glibc
import InitiativeModel
import SheetStorage
import TestSupport

/// `save BOOK N` adds a line to the first sheet and is killed before its N-th call that changes something; `loop BOOK N`
/// adds lines from number N on for ever and prints the number of each that is saved, `mark BOOK N` sets a mark and is
/// killed like `save`.
@main
enum FaultProbe {
  static func main() throws {
    let words = CommandLine.arguments
    switch words.count > 2 ? words[1] : "" {
    case "save": print(try save(words[2], line: "新しい行", killedAt: Int(words[3]) ?? 0) ? "saved" : "refused")
    case "mark":
      try mark(words[2], killedAt: Int(words[3]) ?? 0)
      print("marked")
    case "loop": try loop(words[2], from: Int(words[3]) ?? 0)
    default: exit(2)
    }
  }

  private static func mark(_ path: String, killedAt number: Int) throws {
    let mark = ReviewMark(
      period: .midTerm, decision: .confirmed, comment: "後", who: "probe", when: "2026-11-21T00:00:00Z", contents: [:])
    _ = try BookFolder(path: path, calls: calls(killedAt: number)).add(mark, to: "item-01.json")
  }

  private static func calls(killedAt number: Int) -> FakeFileCalls {
    FakeFileCalls { _, made throws(SystemError) in
      if made == number { kill(getpid(), SIGKILL) }
    }
  }

  private static func loop(_ book: String, from first: Int) throws {
    var number = first
    while true {
      guard try save(book, line: String(number), killedAt: 0) else { continue }
      print(number)
      fflush(nil)
      number += 1
    }
  }

  private static func save(_ path: String, line: String, killedAt number: Int) throws -> Bool {
    let book = BookFolder(path: path, author: Author(name: "probe"), calls: calls(killedAt: number))
    let base = try book.loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.selfEvaluation.results = LongText(lines: sheet.selfEvaluation.results.lines.suffix(5) + [line])
    do {
      _ = try book.write(try sheet.validated(), over: base)
      return true
    } catch is StorageError {
      return false
    }
  }
}

// Holds a program for the tests to kill: it saves sheets as the editor does, through the same library.

import Glibc
import InitiativeModel
import SheetStorage
import TestSupport

/// `save BOOK N` adds a line to the first sheet and is killed before its N-th call that changes something.
///
/// `loop BOOK N NAME` adds lines from number N on, which begin with the name, for ever and prints the number of each that
/// is saved, `mark BOOK N` sets a mark and is killed like `save`, `work BOOK` does a person's whole turn,
/// `copy BOOK PLACE` writes a copy of the sheet elsewhere.
///
/// `as UID GID GROUP,GROUP UMASK` in front makes it somebody else first.
@main
enum FaultProbe {
  static func main() throws {
    var words = Array(CommandLine.arguments.dropFirst())
    if words.count > 5, words[0] == "as" {
      become(words[1...4].map { $0 })
      words.removeFirst(5)
    }
    switch words.count > 1 ? words[0] : "" {
    case "save": print(try save(words[1], line: "新しい行", killedAt: number(words)) ? "saved" : "refused")
    case "mark":
      try mark(words[1], killedAt: number(words))
      print("marked")
    case "loop": try loop(words[1], from: number(words), name: words.count > 3 ? words[3] : "")
    case "copy": print(try copy(words[1], into: words.count > 2 ? words[2] : ""))
    case "work": print(try Turn(book: words[1]).take())
    default: exit(2)
    }
  }

  private static func number(_ words: [String]) -> Int { words.count > 2 ? Int(words[2]) ?? 0 : 0 }

  /// Gives up being root for a user, a group, further groups and a umask.
  private static func become(_ words: [String]) {
    let groups = words[2].split(separator: ",").compactMap { gid_t($0) }
    guard let user = uid_t(words[0]), let group = gid_t(words[1]), let mask = mode_t(words[3], radix: 8),
      setgroups(groups.count, groups) == 0, setgid(group) == 0, setuid(user) == 0
    else { exit(2) }
    umask(mask)
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

  private static func copy(_ path: String, into place: String) throws -> String {
    let book = BookFolder(path: path)
    let base = try book.loadSheet("item-01.json")
    return try book.writeCopy(try base.sheet.validated(), like: base, into: place)
  }

  private static func loop(_ book: String, from first: Int, name: String) throws {
    var number = first
    while true {
      guard try save(book, line: name + String(number), killedAt: 0) else { continue }
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

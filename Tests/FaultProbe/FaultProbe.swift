// Holds a program for the tests to kill: it saves sheets as the editor does, through the same library.

import Glibc
import InitiativeModel
import SheetStorage
import TestSupport

/// `save BOOK N` adds a line to the first sheet and is killed before its N-th call that changes something.
///
/// `loop BOOK N NAME` adds lines from number N on, which begin with the name, for ever and prints the number of each that
/// is saved; `add BOOK N NAME COUNT` adds so many, keeps all and ends; `mark BOOK N` sets a mark and is killed like `save`, `work BOOK` does a person's whole turn,
/// `copy BOOK PLACE` writes a copy of the sheet elsewhere, `make BOOK` makes a book of one sheet, `draft BOOK PLACE`
/// keeps a draft there and puts it on the disk, `able BOOK` tells what the file system can do.
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
    case "add": try add(words[1], from: number(words), name: words[3], count: Int(words[4]) ?? 0)
    case "copy": print(try copy(words[1], into: words.count > 2 ? words[2] : ""))
    case "make": print(try make(words[1]))
    case "able": print(try able(words[1]))
    case "draft": print(draft(words[1], in: words[2]))
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

  private static func make(_ path: String) throws -> String {
    guard let year = FiscalYear(2019) else { return "no year" }
    let plan = Plan(policyAndTargets: "(目標)\n・5件", annualActions: "(取組の内容)\n・行う")
    let sheet = try InitiativeSheet(number: 1, title: "見本の取組1", plan: plan).validated()
    let problem = try BookFolder(path: path).createWhole(BookHeader(ward: "見本区", fiscalYear: year), [sheet])
    return problem == nil ? "made" : "unproven"
  }

  private static func able(_ path: String) throws -> String {
    let probe = try FileSystemProbe(in: path)
    let failures = [
      ("locks", probe.locks), ("exchange", probe.exchange), ("access lists", probe.accessLists), ("sync", probe.sync),
    ]
    return failures.map { "\($0) \($1.map { String($0.code) } ?? "yes")" }.joined(separator: ", ")
  }

  private static func draft(_ path: String, in place: String) -> String {
    guard let stored = try? BookFolder(path: path).loadSheet("item-01.json") else { return "refused" }
    let journal = DraftStore(book: path, stateHome: place, home: nil).journal(for: stored, sheet: stored.sheet)
    for text in ["下", "書", "き"] {
      let edit = FieldEdit(field: .results, offset: 0, removed: "", inserted: text)
      guard case .kept = journal.append(edit) else { return "elsewhere" }
    }
    return journal.sync() == nil && journal.isProven ? "kept" : "unproven"
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

  private static func add(_ book: String, from first: Int, name: String, count: Int) throws {
    var number = first
    while number < first + count {
      guard try save(book, line: name + String(number), killedAt: 0, keeping: .max) else { continue }
      print(number)
      fflush(nil)
      number += 1
    }
  }

  private static func save(_ path: String, line: String, killedAt number: Int, keeping kept: Int = 5) throws -> Bool {
    let book = BookFolder(path: path, author: Author(name: "probe"), calls: calls(killedAt: number))
    do {
      let base = try book.loadSheet("item-01.json")
      var sheet = base.sheet
      sheet.selfEvaluation.results = LongText(lines: sheet.selfEvaluation.results.lines.suffix(kept) + [line])
      _ = try book.write(try sheet.validated(), over: base)
      return true
    } catch is StorageError {
      return false
    }
  }
}

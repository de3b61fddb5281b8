// Holds `check`: every finding of every sheet.

import InitiativeModel
import SheetEditor
import SheetSession
import SheetStorage
import SheetWording

struct CheckCommand: ProgramCommand {
  private enum Format: String, CaseIterable {
    case text, json
  }

  private let folder: String
  /// The period whose fields are to be filled; none while entries are made.
  private let period: ReviewPeriod?
  private let format: Format

  init(_ words: CommandWords) throws(UsageError) {
    folder = words.folder
    let periods: [String: ReviewPeriod?] = ["entry": nil, "midterm": .midTerm, "final": .final]
    period = try words.value("--for", expected: "entry midterm final") { periods[$0] } ?? nil
    format = try words.choice("--format", else: .text)
  }

  /// One finding as a line or as JSON.
  private struct Item {
    let book: String
    let file: String
    let number: Int?
    let rule: String
    let severity: Finding.Severity
    let field: String?
    let sentence: String
  }

  /// What there is to say of one book; the book itself is not kept, so that many of them take no more room than one.
  private struct CheckedBook {
    let path: String
    let header: BookHeader?
    var sheets = 0
    var items: [Item] = []
    var problems: [String] = []
  }

  func run() throws(StorageError) -> Int32 {
    let loaded = try LibraryFolder.load(folder) { checked($0) }
    let books = OpenLibrary.inOrder(loaded) { $0.header }
    let items = books.flatMap(\.items) + doubles(books)
    let problems = books.flatMap(\.problems)
    print(items, sheets: books.reduce(0) { $0 + $1.sheets }, problems)
    if !problems.isEmpty { return ExitStatus.unreadable }
    return items.contains { $0.severity == .blocking } ? ExitStatus.findings : ExitStatus.done
  }

  private func checked(_ book: LibraryBook) -> CheckedBook {
    var checked = CheckedBook(path: book.path, header: book.header)
    switch book {
    case .unreadable(_, let error): checked.problems = [Wording.sentence(error)]
    case .readable(let stored):
      checked.sheets = stored.sheets.count
      checked.items = items(stored)
      checked.problems = stored.entries.compactMap { entry in
        guard case .unreadable(_, let error) = entry else { return nil }
        return Wording.sentence(error)
      }
      checked.problems += stored.reviewProblems.map { Wording.sentence($0) }
    }
    return checked
  }

  private func items(_ book: StoredBook) -> [Item] {
    let path = book.folder.path
    return book.findings.map { item($0, of: path) }
      + book.sheets.flatMap { stored in
        SheetRules.findings(in: stored.sheet, completing: period).map { finding in
          Item(
            book: path, file: stored.fileName, number: stored.sheet.number, rule: finding.rule,
            severity: finding.severity, field: finding.field.path, sentence: Wording.sentence(finding))
        } + earlierYears(in: stored, of: book)
      }
  }

  /// While the plan is written: where it still names years of before, which nobody moved on.
  private func earlierYears(in stored: StoredSheet, of book: StoredBook) -> [Item] {
    guard book.header.planIsOpen else { return [] }
    return EarlierYears.all(in: stored.sheet, of: book.header.fiscalYear).map { years in
      Item(
        book: book.folder.path, file: stored.fileName, number: stored.sheet.number, rule: "earlierYear",
        severity: .advisory, field: years.field.path, sentence: Wording.sentence(years, of: book.header.fiscalYear))
    }
  }

  /// Books of one ward and year, each told once, at the first of them.
  private func doubles(_ books: [CheckedBook]) -> [Item] {
    let readable = books.compactMap { book in book.header.map { (book.path, $0) } }
    return BookFinding.sameBooks(among: readable).map { finding in
      guard case .sameBook(_, _, let folders) = finding else { return item(finding, of: folder) }
      return item(finding, of: folders.first ?? folder)
    }
  }

  private func item(_ finding: BookFinding, of book: String) -> Item {
    var file = "book.json"
    if case .strayFile(let name, _) = finding { file = name }
    return Item(
      book: book, file: file, number: nil, rule: finding.rule, severity: finding.severity, field: nil,
      sentence: Wording.sentence(finding))
  }

  private func print(_ items: [Item], sheets: Int, _ problems: [String]) {
    for problem in problems { Output.message(problem) }
    let blocking = items.filter { $0.severity == .blocking }.count
    switch format {
    case .text:
      for item in items {
        Output.result("\(Wording.severityName(item.severity)) \(item.book)/\(item.file) \(item.sentence)")
      }
      Output.result(Wording.checked(sheets: sheets, blocking: blocking, advisory: items.count - blocking))
    case .json:
      Output.json(
        .object([
          JSONMember(key: "findings", value: .array(items.map { json($0) })),
          JSONMember(key: "sheets", value: .number(String(sheets))),
          JSONMember(key: "unreadable", value: .array(problems.map { .string($0) })),
        ]))
    }
  }

  private func json(_ item: Item) -> JSONValue {
    .object([
      JSONMember(key: "book", value: .string(item.book)),
      JSONMember(key: "field", value: item.field.map { .string($0) } ?? .null),
      JSONMember(key: "file", value: .string(item.file)),
      JSONMember(key: "item", value: item.number.map { .number(String($0)) } ?? .null),
      JSONMember(key: "message", value: .string(item.sentence)),
      JSONMember(key: "rule", value: .string(item.rule)),
      JSONMember(key: "severity", value: .string(item.severity.rawValue)),
    ])
  }
}

extension CheckCommand {
  static let name = "check"
  static let usage = "[FOLDER] [--for entry|midterm|final] [--format \(Format.listed(by: "|"))]"
  static let summary = "すべての指摘を表示する"
  static let help = """
    すべての指摘と、同じ区・年度の二つ目の綴り、誰も読まないファイル(写しなど)を表示します。\
    midterm は中間振り返り、final は自己評価の欄がすべて埋まっているかも調べます。
    不備があれば 1 で終わります。
    """
}

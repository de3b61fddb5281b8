// Holds `status`: how far every sheet of every book has come, with the same states as the list on the screen.

import Glibc
import InitiativeModel
import SheetEditor
import SheetStorage
import SheetWording
import Terminal

/// The formats of `status`.
enum StatusFormat: String, CaseIterable {
  case text, json, csv, html
}

struct StatusCommand: ProgramCommand {
  let folder: String
  let format: StatusFormat

  init(_ words: CommandWords) throws(UsageError) {
    folder = words.folder
    format = try words.choice("--format", else: .text)
  }

  func run() throws(StorageError) -> Int32 {
    let opened = try OpenLibrary(folder)
    let library = opened.library
    switch format {
    case .text: for section in library.books { printText(section, library) }
    case .json: Output.json(json(library, opened.unreadable))
    case .html:
      let page = StatusPage(
        library: library, unreadable: opened.unreadable,
        made: LocalTime.text(of: time(nil), Wording.dayWithYear))
      Output.page(page.html)
    case .csv: Output.csv(rows(library))
    }
    let books = library.books.compactMap { section in section.header.map { (section.path, $0) } }
    for finding in BookFinding.sameBooks(among: books) { Output.message(Wording.sentence(finding)) }
    for problem in opened.unreadable { Output.message(problem) }
    return opened.unreadable.isEmpty ? ExitStatus.done : ExitStatus.unreadable
  }

  // MARK: Text

  private func printText(_ section: BookSection, _ library: Library) {
    guard let header = section.header else { return }
    Output.result(Wording.bookLine(header, path: section.path))
    for period in ReviewPeriod.allCases {
      Output.result("  " + Wording.totals(period, library.progress(of: section, period)))
    }
    for problem in section.problems { Output.result("  ! \(problem)") }
    for sheet in library.sheets(of: section) { Output.result("  " + line(sheet)) }
    Output.result("")
  }

  private func line(_ sheet: EditedSheet) -> String {
    let widths = DisplayWidths(ambiguous: .narrow)
    let number = String(sheet.edited.number)
    let states = ReviewPeriod.allCases.map { period in
      let sign = sheet.edited.chosenOption(of: period.decidingChoice)?.sign ?? "  "
      return widths.padded("\(sign) \(sheet.standing(of: period).word)", toColumns: 14)
    }
    return String(repeating: " ", count: max(0, 3 - number.count)) + number + "  " + states.joined()
      + sheet.edited.starredTitle
  }

  // MARK: JSON

  private func json(_ library: Library, _ unreadable: [String]) -> JSONValue {
    .object([
      JSONMember(key: "books", value: .array(library.books.map { json($0, library) })),
      JSONMember(key: "unreadable", value: .array(unreadable.map { .string($0) })),
    ])
  }

  private func json(_ section: BookSection, _ library: Library) -> JSONValue {
    let totals = ReviewPeriod.allCases.map { period in
      let progress = library.progress(of: section, period)
      let counts =
        PeriodState.allCases.map { ($0.rawValue, progress[$0]) }
        + MarkState.allCases.map { ($0.rawValue, progress[$0]) }
      let members = counts.map { JSONMember(key: $0.0, value: .number(String($0.1))) }
      return JSONMember(key: period.rawValue, value: .object(members))
    }
    return .object([
      JSONMember(key: "fiscalYear", value: section.header.map { .number(String($0.fiscalYear.year)) } ?? .null),
      JSONMember(key: "path", value: .string(section.path)),
      JSONMember(key: "problems", value: .array(section.problems.map { .string($0) })),
      JSONMember(key: "sheets", value: .array(library.sheets(of: section).map { json($0) })),
      JSONMember(key: "totals", value: .object(totals)),
      JSONMember(key: "ward", value: section.header.map { .string($0.ward) } ?? .null),
    ])
  }

  private func json(_ sheet: EditedSheet) -> JSONValue {
    var members = [
      JSONMember(key: "draft", value: .bool(sheet.hasDraft)),
      JSONMember(key: "file", value: .string(sheet.id.fileName)),
      JSONMember(key: "number", value: .number(String(sheet.edited.number))),
      JSONMember(key: "starred", value: .bool(sheet.edited.starred)),
      JSONMember(key: "subtitle", value: .string(sheet.edited.subtitle)),
      JSONMember(key: "title", value: .string(sheet.edited.title)),
    ]
    for field in EntryField.allCases where field.isChoice {
      let sign = sheet.edited.chosenOption(of: field)?.sign
      members.append(JSONMember(key: field.rawValue, value: sign.map { .string($0) } ?? .null))
    }
    for period in ReviewPeriod.allCases {
      let standing = sheet.standing(of: period)
      members.append(JSONMember(key: period.rawValue, value: .string(standing.entry.rawValue)))
      members.append(
        JSONMember(key: period.rawValue + "Mark", value: standing.mark.map { .string($0.rawValue) } ?? .null))
    }
    return .object(members)
  }

  // MARK: CSV

  private func rows(_ library: Library) -> [[String]] {
    let head = [
      "区", "年度", "番号", "★", "取組項目", "副題", "実施見込み", "中間 ①②", "中間振り返り", "自己評価 ①②", "自己評価", "下書き", "中間の確認",
      "自己評価の確認", "ファイル",
    ]
    var rows = [head]
    for section in library.books {
      rows += library.sheets(of: section).map { row($0, section) }
    }
    return rows
  }

  private func row(_ sheet: EditedSheet, _ section: BookSection) -> [String] {
    func sign(_ field: EntryField) -> String { sheet.edited.chosenOption(of: field)?.sign ?? "" }
    return [
      section.header?.ward ?? "", section.header.map { String($0.fiscalYear.year) } ?? "",
      String(sheet.edited.number), sheet.edited.starred ? PrintedForm.star : "", sheet.edited.title,
      sheet.edited.subtitle, sign(.implementationForecast), sign(.targetForecast),
      sheet.state(of: .midTerm).rawValue, sign(.achievement), sheet.state(of: .final).rawValue,
      sheet.hasDraft ? PeriodState.draft.rawValue : "", sheet.standing(of: .midTerm).mark?.rawValue ?? "",
      sheet.standing(of: .final).mark?.rawValue ?? "", "\(section.path)/\(sheet.id.fileName)",
    ]
  }
}

extension StatusCommand {
  static let name = "status"
  static let usage = "[FOLDER] [--format \(StatusFormat.listed(by: "|"))]"
  static let summary = "進み具合を表示する"
  static let help = """
    綴りと項目ごとの進み具合と、確認・差戻しを表示します(画面の一覧と同じ数です)。
    html は印刷できる一枚のページです: furikaeri status Data --format html > 進み具合.html
    """
}

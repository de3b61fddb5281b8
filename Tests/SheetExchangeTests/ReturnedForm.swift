// Holds what the tests of files that go out and come back share: the three formats, the books, texts of all kinds.

import InitiativeModel
import SheetStorage
import TestSupport

@testable import SheetExchange

/// The formats whose files come back as text.
enum ReturnedForm: CaseIterable {
  case csv, json, markdown

  func bytes(_ content: ExportContent) -> [UInt8] {
    switch self {
    case .csv: Array(CSVForm.output(content).text.utf8)
    case .json: Array(JSONForm.output(content).text.utf8)
    case .markdown: Array(MarkdownForm.output(content).text.utf8)
    }
  }

  func read(_ bytes: [UInt8]) throws(ReturnedFileError) -> ReturnedBook {
    switch self {
    case .csv: try CSVForm.read(bytes)
    case .json: try JSONForm.read(bytes)
    case .markdown: try MarkdownForm.read(bytes)
    }
  }

  func recognises(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .csv: CSVForm.recognises(bytes)
    case .json: JSONForm.recognises(bytes)
    case .markdown: MarkdownForm.recognises(bytes)
    }
  }
}

/// Books and sheets that the tests let out and take back.
enum Exported {
  /// Both books that ship, each as a content of its own.
  static func data() throws -> [ExportContent] {
    try ["tennoji-2019", "unnamed-ward-2019"].map { name in
      let book = try BookFolder(path: "\(packageFolder)/Data/\(name)").load()
      let sheets = book.sheets.map { stored in
        ExportedSheet(sheet: stored.sheet, version: String(SHA256.hexadecimal(stored.bytes).prefix(16)))
      }
      return ExportContent(books: [ExportedBook(header: book.header, sheets: sheets)])
    }
  }

  /// A book of the sheets given, with versions that table programs would like to make numbers of.
  static func content(_ sheets: [InitiativeSheet], ward: String = "天王寺区") -> ExportContent {
    let versions = ["0123456789012345", "12e4567890123456", "00000e1234567890", "abcdef0123456789"]
    let exported = sheets.enumerated().map { ExportedSheet(sheet: $1, version: versions[$0 % versions.count]) }
    let books = FiscalYear(2019).map { year in
      [ExportedBook(header: BookHeader(ward: ward, fiscalYear: year), sheets: exported)]
    }
    return ExportContent(books: books ?? [])
  }

  /// A sheet with one text in every field that takes it.
  static func sheet(_ number: Int, _ text: String, star: Bool = false) -> InitiativeSheet {
    let line = text.unicodeScalars.split(separator: "\n").first.map { String($0) } ?? ""
    var sheet = InitiativeSheet(number: number, title: line, subtitle: line, starred: star)
    sheet.plan = Plan(policyAndTargets: LongText(text), annualActions: LongText(text))
    for field in EntryField.allCases {
      sheet.setText(LongText(text), of: field)
      sheet.setChoice(number.isMultiple(of: 2) ? .second : nil, of: field)
    }
    return sheet
  }

  /// What has to come back of a sheet.
  static func texts(of sheet: InitiativeSheet) -> [SheetField: LongText] {
    var texts: [SheetField: LongText] = [:]
    for field in SheetField.searched {
      texts[field] = sheet.text(of: field)
      guard case .entry(let entry) = field, entry.isChoice else { continue }
      texts[field] = LongText(sheet.chosenOption(of: entry)?.sign ?? "")
    }
    return texts
  }

  /// What differs between a book that was let out and what came back, in words.
  static func differences(_ content: ExportContent, _ returned: ReturnedBook) -> [String] {
    guard let book = content.books.first, content.books.count == 1 else { return ["one book"] }
    var found: [String] = []
    if book.header.ward != returned.ward ?? "" { found.append("ward \(returned.ward ?? "nil")") }
    if book.header.fiscalYear != returned.fiscalYear { found.append("year") }
    if book.sheets.count != returned.sheets.count { found.append("\(returned.sheets.count) sheets") }
    for (sent, came) in zip(book.sheets, returned.sheets) {
      let name = "sheet \(sent.sheet.number)"
      if sent.sheet.number != came.number { found.append("\(name) is \(came.number)") }
      if sent.version != came.version { found.append("\(name) version \(came.version ?? "nil")") }
      if sent.sheet.starred != came.starred { found.append("\(name) star") }
      let texts = texts(of: sent.sheet)
      if texts.count != came.texts.count { found.append("\(name) has \(came.texts.count) texts") }
      for (field, text) in texts where came.texts[field] != text {
        let seen = came.texts[field]?.string.debugDescription ?? "nil"
        found.append("\(name) \(field.printedName): \(text.string.debugDescription) came back as \(seen)")
      }
    }
    return found
  }
}

// Holds the writing of the first worksheet: the list of all sheets.

import InitiativeModel
import SheetExchange

/// The list of the sheets of a workbook, a row a sheet, with links to their worksheets.
enum ListPage {
  /// The name of its worksheet.
  static let name = "一覧"

  private static let remark =
    "書き出した時点の一覧です。題名を押すと、その項目のシートへ移ります。記入は各項目のシートで行ってください(ここは取り込まれません)。"

  /// One column: its heading, its width in letters, and what stands in it.
  private struct Column {
    let heading: String
    let width: Double
    let write: (WorkbookPage, CellArea, Row) -> Void
  }

  private struct Row {
    let header: BookHeader
    let sheet: InitiativeSheet
    let pageName: String
  }

  /// Writes the list on an empty page; the names of the worksheets are in the order of the sheets.
  static func write(_ content: ExportContent, names: [String], on page: WorkbookPage) {
    let sheets = content.books.flatMap { book in book.sheets.map { (book.header, $0.sheet) } }
    let rows = zip(sheets, names).map { Row(header: $0.0, sheet: $0.1, pageName: $1) }
    let columns = columns(hasWards: content.books.count > 1)
    let all = 0...(columns.count - 1)
    let title = title(of: content)
    page.setWidths(columns.map(\.width))
    page.write(title, CellArea(0, all), .heading)
    page.write(remark, CellArea(1, all), .note)
    page.setHeight(18, ofRow: 0)
    page.setHeight(26, ofRow: 1)
    for (index, column) in columns.enumerated() { page.write(column.heading, CellArea(2, index), .listHeading) }
    page.setHeight(30, ofRow: 2)
    page.setPage(named: title, repeating: 0...2)
    for (line, row) in rows.enumerated() {
      for (index, column) in columns.enumerated() { column.write(page, CellArea(line + 3, index), row) }
      page.setHeight(height(of: row.sheet), ofRow: line + 3)
    }
    page.write(FormMark.list.text, CellArea(rows.count + 3, 0), .note)
    page.setHeight(0, ofRow: rows.count + 3)
    page.protect()
  }

  private static let titleWidth = 78.0
  /// The letters of a title that are shown: a link of Excel takes no more.
  private static let longest = 200
  private static let subtitleWidth = 32.0

  private static func height(of sheet: InitiativeSheet) -> Double {
    let title = RowHeights.lines(of: LongText(title(of: sheet)), width: titleWidth)
    let subtitle = RowHeights.lines(of: LongText(sheet.subtitle), width: subtitleWidth)
    return min(RowHeights.highest, Double(max(1, max(title, subtitle) - 1)) * RowHeights.line + 8)
  }

  private static func title(of sheet: InitiativeSheet) -> String {
    let title = sheet.title.count > longest ? sheet.title.prefix(longest) + "…" : sheet.title
    return sheet.starred ? "\(title) \(PrintedForm.star)" : title
  }

  private static func title(of content: ExportContent) -> String {
    if let title = content.itemTitle { return "\(title) 各区の一覧" }
    guard let header = content.books.first?.header, content.books.count == 1 else { return PrintedForm.heading }
    return "\(header.ward.isEmpty ? "" : header.ward + " ")\(header.fiscalYear.fullName) \(header.title)"
  }

  private static func columns(hasWards: Bool) -> [Column] {
    let book =
      hasWards
      ? [
        text("区", 12, .listText) { $0.header.ward },
        text("年度", 12, .listText) { $0.header.fiscalYear.japaneseName },
      ] : []
    let item = [
      Column(heading: "番号", width: 6) { $0.write($2.sheet.number, $1, .listNumber) },
      Column(heading: "題名", width: titleWidth) { $0.link(title(of: $2.sheet), to: $2.pageName, $1) },
      text("副題", subtitleWidth, .listText) { $0.sheet.subtitle },
    ]
    return book + item + ReviewPeriod.allCases.flatMap { columns(of: $0) }
  }

  private static func columns(of period: ReviewPeriod) -> [Column] {
    let choices = period.fields.filter(\.isChoice).map { field in
      text(field.columnTitle ?? field.shortName, 11, .listSign) { $0.sheet.chosenOption(of: field)?.sign ?? "" }
    }
    let length = Column(heading: "\(period.shortName)の文字数", width: 8) { page, area, row in
      page.write(letters(of: period, in: row.sheet), area, .listNumber)
    }
    let state = Column(heading: "\(period.printedName)の状態", width: 12) { page, area, row in
      let state = row.sheet.state(of: period)
      page.write(state.rawValue, area, state == .deficient ? .listWarning : .listSign)
    }
    return choices + [length, state]
  }

  private static func text(
    _ heading: String, _ width: Double, _ look: CellLook, _ text: @escaping (Row) -> String
  ) -> Column {
    Column(heading: heading, width: width) { page, area, row in page.write(text(row), area, look) }
  }

  /// The letters that are written in a period, without line feeds.
  private static func letters(of period: ReviewPeriod, in sheet: InitiativeSheet) -> Int {
    period.fields.reduce(0) { $0 + sheet.text(of: $1).string.filter { !$0.isNewline }.count }
  }
}

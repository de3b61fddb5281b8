// Holds the writing of one sheet as a worksheet in the form's layout.

import InitiativeModel
import SheetExchange

/// The official form as a worksheet.
///
/// Whatever stands on it that is no field is one of `FormLabel`, the heading, or the mark: the reader holds it against
/// these.
struct FormPage {
  private let page: WorkbookPage
  private let header: BookHeader
  private let exported: ExportedSheet
  private var row = 0

  /// The columns of the worksheet: row headings, labels, signs, two for legends, the right half.
  private enum Column {
    static let widths: [Double] = [8, 25, 7, 16, 17, 67]
    static let heading = 0
    static let label = 1
    static let sign = 2
    static let legend = 3...4
    static let results = 1...3
    static let evaluation = 4
    static let left = 1...4
    static let right = 5
    static let all = 0...5

    static func width(_ columns: ClosedRange<Int>) -> Double {
      // Where columns stand together, what lies between their letters is theirs as well.
      columns.reduce(0) { $0 + widths[$1] } + Double(columns.count - 1) * 5 / 7
    }
  }

  private var sheet: InitiativeSheet { exported.sheet }

  /// Writes a sheet on an empty page.
  static func write(_ exported: ExportedSheet, of header: BookHeader, on page: WorkbookPage) {
    var form = FormPage(page: page, header: header, exported: exported)
    form.write()
  }

  private init(page: WorkbookPage, header: BookHeader, exported: ExportedSheet) {
    self.page = page
    self.header = header
    self.exported = exported
  }

  private mutating func write() {
    page.setWidths(Column.widths)
    writeHead()
    writePlan()
    writeMidTerm()
    writeFinal()
    let mark = FormMark.sheet(
      ward: header.ward, fiscalYear: header.fiscalYear, number: sheet.number, version: exported.version)
    page.write(mark.text, CellArea(row, Column.heading), .note)
    page.setHeight(0, ofRow: row)
  }

  // MARK: The parts of the form

  private mutating func writeHead() {
    let name = "\(header.ward.isEmpty ? "" : header.ward + " ")\(header.fiscalYear.fullName)"
    page.write("\(name) \(header.title)", CellArea(0, Column.all), .heading)
    page.setHeight(18, ofRow: 0)
    let star = sheet.starred ? PrintedForm.star : ""
    page.write("\(PrintedForm.item) \(sheet.number)", CellArea(1, Column.heading...Column.label), .item)
    page.write("【\(sheet.title)】\(star)", CellArea(1, Column.sign...Column.right), .title)
    page.setHeight(height(ofLine: sheet.title, size: 12), ofRow: 1)
    page.write(FormLabel.subtitle.text(), CellArea(2, Column.heading...Column.label), .label)
    page.write(sheet.subtitle, CellArea(2, Column.sign...Column.right), .text)
    page.setHeight(height(ofLine: sheet.subtitle, size: 10), ofRow: 2)
    page.setPage(named: name, repeating: 0...2)
    row = 3
  }

  private mutating func writePlan() {
    let (left, right) = (sheet.plan.policyAndTargets, sheet.plan.annualActions)
    let below = texts([(left, Column.left), (right, Column.right...Column.right)], least: 4)
    writeHeading(.plan, below: below)
    page.write(FormLabel.planColumn(.policyAndTargets).text(), CellArea(row, Column.left), .label)
    page.write(FormLabel.planColumn(.annualActions).text(), CellArea(row, Column.right), .label)
    page.write(left.string, CellArea(below, Column.left), .text)
    page.write(right.string, CellArea(below, Column.right...Column.right), .text)
    row = below.upperBound + 1
  }

  /// 中間振り返り: a row for each choice, 課題と改善策 beside the second.
  private mutating func writeMidTerm() {
    let period = ReviewPeriod.midTerm
    let issues = sheet.text(of: period.requiredText)
    let below = texts([(issues, Column.right...Column.right)], least: 4)
    writeHeading(.period(period), below: below)
    page.setHeight(30, ofRow: row)
    writeChoice(.implementationForecast, rows: row...row)
    writeChoice(.targetForecast, rows: below)
    writeIssues(of: period, below: below, deciding: CellArea(below, Column.sign...Column.sign))
  }

  /// 自己評価: 実績, the choice and 課題と改善策 side by side.
  private mutating func writeFinal() {
    let period = ReviewPeriod.final
    let issues = (sheet.text(of: period.requiredText), Column.right...Column.right)
    let below = texts([(sheet.selfEvaluation.results, Column.results), issues], least: 8)
    writeHeading(.period(period), below: below)
    page.setHeight(30, ofRow: row)
    page.write(FormLabel.entry(.results).text(), CellArea(row, Column.results), .label)
    page.write(sheet.selfEvaluation.results.string, CellArea(below, Column.results), .text)
    page.write(FormLabel.entry(.achievement).text(), CellArea(row, Column.evaluation), .legend)
    let choice = CellArea(below, Column.evaluation...Column.evaluation)
    writeSign(.achievement, choice)
    writeIssues(of: period, below: below, deciding: choice)
  }

  // MARK: Their cells

  /// Writes a row heading beside its label row and the rows below.
  private func writeHeading(_ label: FormLabel, below: ClosedRange<Int>) {
    page.write(
      label.text(), CellArea(row...below.upperBound, Column.heading...Column.heading), .label)
  }

  private func writeChoice(_ field: EntryField, rows: ClosedRange<Int>) {
    page.write(FormLabel.entry(field).text(), CellArea(rows, Column.label...Column.label), .label)
    writeSign(field, CellArea(rows, Column.sign...Column.sign))
    page.write(FormLabel.legend(field).text(), CellArea(rows, Column.legend), .legend)
  }

  private func writeSign(_ field: EntryField, _ area: CellArea) {
    page.write(sheet.chosenOption(of: field)?.sign ?? "", area, .sign)
    let signs = field.options.map(\.sign)
    page.offer(
      signs, title: field.isChoice ? field.period.printedName : "",
      message: "\(signs.joined(separator: "・")) から選んでください。", in: area)
  }

  private mutating func writeIssues(of period: ReviewPeriod, below: ClosedRange<Int>, deciding: CellArea) {
    let requirement = sheet.printedRequirement(of: period)
    let field = period.requiredText
    page.write(FormLabel.entry(field).text(requirement: requirement), CellArea(row, Column.right), .label)
    let area = CellArea(below, Column.right...Column.right)
    page.write(sheet.text(of: field).string, area, .text)
    page.alarm(area, where: FormPage.isMissing(area.absolute, deciding: deciding.absolute))
    row = below.upperBound + 1
  }

  /// The signs that say nothing where they stand alone, as `LongText.isBlank` has it; the formula takes out no more than
  /// it may nest.
  static let blankSigns = "\u{3000}\u{A0}—―–‐‑−-－ー─━ｰ.．。､、,，・･…‥〃々゛゜~～〜①②()（）※*＊○×"

  /// The formula that is true where ② stands and the text is nothing but blanks, signs and line feeds.
  static func isMissing(_ text: String, deciding: String) -> String {
    let bare = blankSigns.unicodeScalars.reduce("CLEAN(\(text))") { "SUBSTITUTE(\($0),\"\($1)\",\"\")" }
    let signs = ["②", "2", "２"].map { "\(deciding)&\"\"=\"\($0)\"" }
    return "AND(OR(\(signs.joined(separator: ","))),LEN(TRIM(\(bare)))=0)"
  }

  // MARK: Heights

  /// Makes the rows below the label row high enough for texts side by side, and gives them.
  private func texts(_ texts: [(LongText, ClosedRange<Int>)], least: Int) -> ClosedRange<Int> {
    let lines = texts.map { RowHeights.lines(of: $0.0, width: Column.width($0.1)) }.max() ?? 0
    let heights = RowHeights.rows(for: lines, atLeast: least)
    for (index, height) in heights.enumerated() { page.setHeight(height, ofRow: row + 1 + index) }
    page.setHeight(18, ofRow: row)
    return (row + 1)...(row + heights.count)
  }

  /// The height of a row with one text over the wide columns.
  private func height(ofLine text: String, size: Double) -> Double {
    let width = Column.width(Column.sign...Column.right) * 10 / size
    let lines = max(1, RowHeights.lines(of: LongText(text), width: width) - 1)
    return min(RowHeights.highest, Double(lines) * RowHeights.line * size / 10 + 6)
  }
}

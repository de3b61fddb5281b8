// Holds the progress of a library as a page: one file for a manager to look at and to print.

import InitiativeModel
import SheetWording

/// How all wards stand, as one HTML file without scripts, laid out for A4.
struct StatusPage {
  private let status: LibraryStatus
  private var library: Library { status.library }

  /// The whole page.
  static func output(_ status: LibraryStatus) -> SafeOutput { .page(StatusPage(status: status).html) }

  private var html: String {
    let books = library.books.filter { $0.header != nil }
    let now = LocalTime.text(of: status.now, "%Y年%m月%d日 %H:%M")
    return """
      <!DOCTYPE html>
      <html lang="ja">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>取組項目の進み具合</title>
      <style>\(StatusPage.style)</style>
      </head>
      <body>
      <h1>取組項目の進み具合</h1>
      <p class="made">\(books.count)綴り \(books.reduce(0) { $0 + status.count(of: $1) })項目　\(SafeOutput.escaped(now)) 現在</p>
      \(table(books))
      \(remarks(books))
      \(problems)
      \(ReviewPeriod.allCases.map { notMet($0, books) }.joined(separator: "\n"))
      \(status.hasTexts ? entries(books) : "")
      </body>
      </html>

      """
  }

  // MARK: The table

  private func table(_ books: [BookSection]) -> String {
    let heads = ReviewPeriod.allCases.map { "<th colspan=\"5\">\($0.printedName)</th>" }.joined()
    let columns = String(repeating: "<th>記入済</th><th>不備</th><th>差戻し</th><th>確認済</th><th>残り</th>", count: 2)
    let rows = books.map { book in
      row(Wording.name(book), ReviewPeriod.allCases.map { library.progress(of: book, $0) })
    }
    let years = library.years
    let totals = years.map { year in
      let name = years.count > 1 ? "計 \(year.japaneseName)" : "計"
      return row(name, progress(of: books.filter { $0.header?.fiscalYear == year }))
    }
    return """
      <table class="progress">
      <thead><tr><th rowspan="2">区</th>\(heads)</tr><tr>\(columns)</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      <tfoot>\(totals.joined(separator: "\n"))</tfoot>
      </table>
      """
  }

  /// How the sheets of some books stand together, by period.
  private func progress(of books: [BookSection]) -> [BookProgress] {
    ReviewPeriod.allCases.map { period in
      books.reduce(BookProgress([])) { $0 + library.progress(of: $1, period) }
    }
  }

  private func row(_ name: String, _ periods: [BookProgress]) -> String {
    let cells = periods.map { progress in
      let share = progress.total == 0 ? 0 : progress[.complete] * 100 / progress.total
      let rest = progress.total - progress[.complete] - progress[.deficient]
      let bar = "<span class=\"bar\"><span style=\"width:\(share)%\"></span></span>"
      return "<td class=\"share\">\(bar)\(progress[.complete])/\(progress.total)</td>"
        + cell(progress[.deficient], "alarm") + cell(progress[.sentBack], "alarm") + cell(progress[.confirmed], "")
        + cell(rest, "")
    }
    return "<tr><th>\(SafeOutput.escaped(name))</th>\(cells.joined())</tr>"
  }

  private func cell(_ count: Int, _ style: String) -> String {
    count == 0 ? "<td class=\"none\">0</td>" : "<td class=\"\(style)\">\(count)</td>"
  }

  private var problems: String {
    let all = status.unreadable + library.books.flatMap { section in section.header == nil ? [] : section.problems }
    guard !all.isEmpty else { return "" }
    let items = all.map { "<li>\(SafeOutput.escaped($0))</li>" }.joined()
    return "<h2>確かめること</h2><ul>\(items)</ul>"
  }

  // MARK: What is beside the figures

  /// A row a book: its deadline, the items with (ii), the comments that wait, the last save.
  private func remarks(_ books: [BookSection]) -> String {
    let heads =
      ["区", StatusWording.plan] + (status.due == nil ? [] : [StatusWording.due])
      + [StatusWording.notCarriedOut, StatusWording.openComments, StatusWording.lastSave]
    let rows = books.map { book in
      let plan = book.header.map { StatusWording.planState(isOpen: $0.planIsOpen) } ?? ""
      let due = status.due.map { _ in [status.dueWords(of: book) ?? "—"] }
      let items = status.notCarriedOut(in: book)
      let cells =
        [plan] + (due ?? []) + [
          items.isEmpty ? StatusWording.none : StatusWording.items(items), String(status.openComments(in: book)),
          status.lastSave(of: book).map { "\(LocalTime.text(of: $0.when)) \($0.who)" } ?? StatusWording.none,
        ]
      return "<tr><th>\(SafeOutput.escaped(Wording.name(book)))</th>"
        + cells.map { "<td>\(SafeOutput.escaped($0))</td>" }.joined() + "</tr>"
    }
    return """
      <h2>\(StatusWording.beside(hasDue: status.due != nil))</h2>
      <table class="remarks"><thead><tr>\(heads.map { "<th>\($0)</th>" }.joined())</tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table>
      """
  }

  /// What was filled in, sheet by sheet.
  private func entries(_ books: [BookSection]) -> String {
    let sections = books.flatMap { book in
      library.sheets(of: book).map { sheet in
        let fields = EntryField.allCases.filter { !sheet.saved.isBlank($0) }.map { field in
          let lines = sheet.saved.text(of: SheetField.entry(field)).lines.map { SafeOutput.escaped($0) }
          return "<h4>\(Wording.fieldName(field))</h4><p>\(lines.joined(separator: "<br>"))</p>"
        }
        let title = "\(Wording.name(book)) \(sheet.saved.number) \(sheet.saved.starredTitle)"
        return "<section><h3>\(SafeOutput.escaped(title))</h3>\(fields.joined())</section>"
      }
    }
    return "<h2>\(StatusWording.entries)</h2>\n" + sections.joined(separator: "\n")
  }

  // MARK: ②

  /// Every item in which ② was chosen, with what the ward says of it.
  private func notMet(_ period: ReviewPeriod, _ books: [BookSection]) -> String {
    let items = books.flatMap { book in
      library.sheets(of: book).filter { $0.saved.choice(of: period.decidingChoice) == .second }.map { (book, $0) }
    }
    let heading = "<h2>\(period.printedName)で②の項目(\(items.count)件)</h2>"
    guard !items.isEmpty else { return heading + "<p>ありません。</p>" }
    return heading + items.map { item($0, $1, period) }.joined(separator: "\n")
  }

  private func item(_ book: BookSection, _ sheet: EditedSheet, _ period: ReviewPeriod) -> String {
    let title = sheet.saved.starredTitle
    let word = sheet.savedStanding(of: period).word
    let lines = sheet.saved.text(of: period.requiredText).lines.map { SafeOutput.escaped($0) }
    let text = lines.isEmpty ? "<span class=\"alarm\">記入がありません</span>" : lines.joined(separator: "<br>")
    return """
      <section><h3>\(SafeOutput.escaped(Wording.name(book))) \(sheet.saved.number) \(SafeOutput.escaped(title)) \
      <span class="word">\(word)</span></h3>
      <h4>\(PrintedForm.issuesAndImprovements)</h4><p>\(text)</p></section>
      """
  }

  private static let style = """

    @page { size: A4; margin: 15mm; }
    body { font-family: "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", "Meiryo", sans-serif; font-size: 10.5pt;
      line-height: 1.5; color: #000; background: #fff; max-width: 190mm; margin: 0 auto; padding: 0 4mm; }
    h1 { font-size: 16pt; margin: 4mm 0 0; } h2 { font-size: 13pt; margin: 8mm 0 2mm; border-bottom: 1px solid #000; }
    h3 { font-size: 11pt; margin: 4mm 0 0; }
    h1, h2, h3, h4 { break-after: avoid; } h4 { font-size: 9pt; font-weight: normal; color: #444; margin: 1mm 0 0; }
    p { margin: 0 0 1mm; } .made { color: #444; }
    table { border-collapse: collapse; width: 100%; font-size: 8.5pt; }
    th, td { border: 1px solid #888; padding: 0.5mm 1mm; text-align: right; white-space: nowrap; }
    thead th { text-align: center; font-weight: normal; background: #f2f2f2; } tbody th, tfoot th { text-align: left; }
    tr, section { break-inside: avoid; } thead { display: table-header-group; } tfoot { font-weight: bold; }
    .remarks td { text-align: left; white-space: normal; } .remarks td:nth-child(2) { white-space: nowrap; }
    .bar { display: inline-block; width: 12mm; height: 2.5mm; border: 1px solid #555; float: left;
      margin-top: 1mm; } .bar span { display: block; height: 100%; background: #555; }
    .none { color: #aaa; } .alarm { font-weight: bold; color: #a00; } .word { font-size: 9pt; border: 1px solid #888;
      padding: 0 1mm; font-weight: normal; }
    * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }

    """
}

// Holds sheets as a page: the official form in one HTML file, to look at in a browser and to print.

import InitiativeModel
import SheetWording

/// The official form as published, one sheet a page of A4 landscape, behind a list of contents.
///
/// One file without scripts that loads nothing. Every text of a sheet stands in it once; a single sheet has no contents.
struct PageForm {
  private let content: ExportContent

  /// The whole file.
  static func output(_ content: ExportContent) -> SafeOutput { .page(PageForm(content: content).html) }

  private var isSingle: Bool { content.books.count == 1 && content.books[0].sheets.count == 1 }

  private var html: String {
    let contents = isSingle ? "" : self.contents
    return """
      <!DOCTYPE html>
      <html lang="ja">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(SafeOutput.escaped(isSingle ? singleTitle : title))</title>
      <style>\(PageForm.style)</style>
      </head>
      <body>
      \(contents)<main>
      \(sheets.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private var sheets: [String] {
    var place = 0
    return content.books.flatMap { book in
      book.sheets.map { exported in
        place += 1
        return PageFormSheet(sheet: exported.sheet, header: book.header, place: place, isSingle: isSingle).html
      }
    }
  }

  // MARK: Titles

  private var title: String {
    if let item = content.itemTitle { return "題名に「\(item)」とある取組項目" }
    guard let header = content.books.first?.header else { return PrintedForm.heading }
    let isOneTitle = content.books.allSatisfy { $0.header.title == header.title }
    let heading = isOneTitle ? header.title : PrintedForm.item
    return content.books.count == 1 ? "\(heading) \(PageForm.name(header))" : heading
  }

  private var singleTitle: String {
    guard let book = content.books.first, let exported = book.sheets.first else { return title }
    return "\(PrintedForm.item) \(exported.sheet.number) 【\(exported.sheet.title)】 \(PageForm.name(book.header))"
  }

  /// The ward, where it is known, and the year in full.
  static func name(_ header: BookHeader) -> String {
    header.ward.isEmpty ? header.fiscalYear.fullName : "\(header.ward) \(header.fiscalYear.fullName)"
  }

  // MARK: Contents

  private var contents: String {
    let heads = EntryField.allCases.compactMap(\.columnTitle).map { "<th scope=\"col\">\($0)</th>" }.joined()
    let count = content.books.reduce(0) { $0 + $1.sheets.count }
    let books = content.books.count > 1 ? "\(content.books.count)綴り " : ""
    return """
      <header id="contents">
      <h1>\(SafeOutput.escaped(title))</h1>
      <p>\(books)\(count)項目</p>
      <nav aria-label="目次">
      <table class="contents">
      <thead><tr><th scope="col">番号</th><th scope="col">\(PrintedForm.item)</th>\(heads)</tr></thead>
      \(groups.joined(separator: "\n"))
      </table>
      </nav>
      </header>

      """
  }

  /// The rows of the contents, a group a book; where one item was asked for, each row says whose it is.
  private var groups: [String] {
    var place = 0
    let isOneItem = content.itemTitle != nil
    return content.books.map { book in
      let name = SafeOutput.escaped(PageForm.name(book.header))
      let rows = book.sheets.map { exported in
        place += 1
        return row(exported.sheet, place, of: isOneItem ? name + " " : "")
      }
      let columns = 2 + EntryField.allCases.compactMap(\.columnTitle).count
      let head = "<tr><th class=\"book\" scope=\"rowgroup\" colspan=\"\(columns)\">\(name)</th></tr>\n"
      return "<tbody>\n\(content.books.count > 1 && !isOneItem ? head : "")\(rows.joined(separator: "\n"))\n</tbody>"
    }
  }

  private func row(_ sheet: InitiativeSheet, _ place: Int, of book: String) -> String {
    let signs = EntryField.allCases.filter { $0.columnTitle != nil }.map { field in
      "<td class=\"mark\">\(sheet.chosenOption(of: field)?.sign ?? "")</td>"
    }
    let title = SafeOutput.escaped(sheet.starredTitle)
    return "<tr><td class=\"number\">\(sheet.number)</td><td><a href=\"#sheet-\(place)\">\(book)\(title)</a></td>"
      + signs.joined() + "</tr>"
  }
}

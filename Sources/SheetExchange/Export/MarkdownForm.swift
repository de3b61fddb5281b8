// Holds books as Markdown: a heading a sheet, a heading a field, and comments by which the sheets are known again.

import InitiativeModel

/// The official form as Markdown that is read on a forge or in a mail, edited there, and read back exactly.
///
/// Every line of a text is a line of the file (`MarkdownLine`); an empty line between two lines is an empty line.
public enum MarkdownForm {
  /// What stands where a field is empty; no text is written like this.
  static let empty = "_(記入なし)_"
  /// An empty line that stands alone: at an end of a text, or beside another one.
  static let emptyLine = "&nbsp;"
  /// The last line of every file, without which it is not whole.
  static let end = "<!-- furikaeri 終わり -->"

  /// All books, one behind the other.
  public static func output(_ content: ExportContent) -> SafeOutput {
    let lines = content.books.flatMap { book in
      head(book.header) + book.sheets.flatMap { part($0) }
    }
    return .markdown((lines + [end]).map { $0 + "\n" }.joined())
  }

  private static func head(_ header: BookHeader) -> [String] {
    let ward = header.ward.isEmpty ? "" : MarkdownLine.written(header.ward) + " "
    let marks = MarkdownComment.book(ward: header.ward, year: header.fiscalYear).written
    return [marks, "# \(ward)\(header.fiscalYear.fullName) \(MarkdownLine.written(header.title))", ""]
  }

  private static func part(_ exported: ExportedSheet) -> [String] {
    let sheet = exported.sheet
    let star = sheet.starred ? " \(PrintedForm.star)" : ""
    let title = "## \(PrintedForm.item) \(sheet.number) 【\(MarkdownLine.inner(sheet.title))】\(star)"
    let marks = MarkdownComment.sheet(number: sheet.number, version: exported.version).written
    let fields = SheetField.searched.filter { $0 != .title }
    return [title, "", marks, ""]
      + fields.flatMap { ["### \($0.printedName)", ""] + MarkdownForm.lines(of: sheet.text(of: $0)) + [""] }
  }

  /// The lines of a text; two blanks at the end of a line break it where Markdown is shown.
  private static func lines(of text: LongText) -> [String] {
    let lines = text.lines
    guard !lines.isEmpty else { return [empty] }
    let isInner: (Int) -> Bool = { place in
      place > 0 && place + 1 < lines.count && !lines[place - 1].isEmpty && !lines[place + 1].isEmpty
    }
    let written = lines.enumerated().map { place, line in
      line.isEmpty ? isInner(place) ? "" : emptyLine : MarkdownLine.written(line)
    }
    return written.enumerated().map { place, line in
      let goesOn = !line.isEmpty && place + 1 < written.count && !written[place + 1].isEmpty
      return goesOn ? line + "  " : line
    }
  }
}

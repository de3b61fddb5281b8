// Holds a row of a published text, whatever it is laid out in: its cells, its line, its page.

/// A row of a table, or a line as a row of one cell.
struct FormRow {
  /// The cells with their markup taken out.
  var cells: [FormCell]
  /// The line it begins on, from 1.
  let line: Int
  /// How many pages ended before it.
  var page: Int
  let layout: ImportLayout
  /// The line as it stands there, with its blanks, where it is one.
  var raw = ""
  /// What of the form it is, where it was cut out of a line.
  var token: FormToken?
  /// The plan's column that it stands in, where the page tells it.
  var side: PlanSide?
  /// The part of the form that its labels tell; nil where it has none.
  var part: FormPart?
  /// Whether it is a piece of a line, cut at the form's labels.
  var isPiece = false
  /// Whether columns run into one another in it, so that nothing of it can be placed.
  var isMixed = false

  /// The cells that hold something.
  var filled: [FormCell] { cells.filter { !$0.isEmpty && !$0.isRule } }

  /// Whether the row has columns.
  var hasColumns: Bool { cells.count > 1 }

  /// The whole text, cell by cell.
  var text: String { filled.map(\.text).joined(separator: " ") }

  /// The only filled cell; nil where there are none or several.
  var onlyCell: FormCell? {
    let filled = filled
    return filled.count == 1 ? filled[0] : nil
  }

  /// A row of one cell in place of this one.
  func with(_ text: String, token: FormToken? = nil, line: Int? = nil) -> FormRow {
    FormRow(cells: [FormCell(plain: text)], line: line ?? self.line, page: page, layout: layout, token: token)
  }
}

// Holds the classes of layout in which a published form is met, and the text of a book in each.

import InitiativeModel

/// A layout in which somebody has the text of the form.
enum PublishedLayout: String, CaseIterable, Sendable {
  /// Tab rows; a merged cell leaves empty ones behind.
  case tabRows
  /// Tab rows in which the plan's headings stand in the cells of their texts.
  case tabRowsJoined
  /// Tab rows without the cells that merged ones cover: rows are shifted left.
  case tabRowsTight
  /// A web page with a table on one line.
  case htmlFewLines
  /// A web page with one tag a line, entities and attributes.
  case htmlTagALine
  /// Tables with pipes, rule rows and <br>.
  case markdown
  /// Each cell on one line, in the form's order.
  case cellALine
  /// Each cell's lines one after the other, in the form's order.
  case cellLines
  /// The same, but each of the plan's headings stands before its own text.
  case labelThenText
  /// Each cell on one line; 自己評価 first, then the heading, the plan, 中間振り返り.
  case evaluationFirst
  /// The same, with the cells' lines one after the other.
  case evaluationFirstLines
  /// Each sheet on one line.
  case pageALine
  /// The whole book on one line.
  case oneLine
  /// Columns side by side, as `pdftotext -layout` writes a wide table.
  case sideBySide
  /// The same, the plan's columns 30 wide, so that labels and legends wrap.
  case sideBySideNarrow
  /// Columns side by side, their places counted in characters, labels in the middle of their cells.
  case sideBySideCharacters
  /// The same with a single blank behind a full cell, so that a line does not tell where its columns part.
  case sideBySideTight
  /// Excel's tab text: quoted cells hold line feeds, quotes are doubled.
  case excelText

  /// How much of a text's white space the layout carries.
  var keeps: KeptSpace {
    switch self {
    case .htmlFewLines, .htmlTagALine, .markdown, .cellLines, .labelThenText, .evaluationFirstLines, .excelText: .lines
    case .tabRows, .tabRowsJoined, .tabRowsTight, .cellALine, .evaluationFirst, .pageALine, .oneLine: .blanks
    case .sideBySide, .sideBySideNarrow, .sideBySideCharacters, .sideBySideTight: .letters
    }
  }

  /// Whether nothing but their words surely tells the plan's two texts apart.
  var plansRunTogether: Bool {
    switch self {
    case .cellALine, .cellLines, .labelThenText, .evaluationFirst, .evaluationFirstLines, .pageALine, .oneLine,
      .sideBySide, .sideBySideNarrow, .sideBySideCharacters, .sideBySideTight:
      true
    case .tabRows, .tabRowsJoined, .tabRowsTight, .htmlFewLines, .htmlTagALine, .markdown, .excelText:
      false
    }
  }

  /// Whether cells stand in columns, so that a row of the plan goes on over a page in both.
  var hasColumns: Bool {
    switch self {
    case .tabRows, .tabRowsJoined, .tabRowsTight, .htmlFewLines, .htmlTagALine, .markdown, .sideBySide,
      .sideBySideNarrow, .sideBySideCharacters,
      .sideBySideTight, .excelText:
      true
    case .cellALine, .cellLines, .labelThenText, .evaluationFirst, .evaluationFirstLines, .pageALine, .oneLine: false
    }
  }

  /// Whether a page's own lines (numbers, running heads) can stand between this layout's lines.
  var hasPages: Bool {
    switch self {
    case .htmlFewLines, .htmlTagALine, .pageALine, .oneLine: false
    case .tabRows, .tabRowsJoined, .tabRowsTight, .markdown, .cellALine, .cellLines, .labelThenText, .evaluationFirst,
      .evaluationFirstLines, .sideBySide, .sideBySideNarrow, .sideBySideCharacters,
      .sideBySideTight, .excelText:
      true
    }
  }

  /// Whether a line's end tells where a title ends; without, one without brackets has no end.
  var hasTitleLines: Bool { self != .pageALine && self != .oneLine }

  /// The text of a book.
  func text(_ sheets: [InitiativeSheet], _ spelling: FormSpelling = FormSpelling(), pages: PageStyle = PageStyle())
    -> String
  {
    let sheets = sheets.map(spelling.spelled)
    let laid = sheets.map { LaidSheet(PrintedSheet($0, spelling, isCut: pages.cutsRow(of: self)), $0, in: self) }
    return inShell(pages.lines(laid, of: sheets, spelling))
  }

  /// What a person reads of a text in this layout.
  func withoutMarkup(_ text: String) -> String {
    switch self {
    case .htmlFewLines, .htmlTagALine: HTMLTable.withoutMarkup(text)
    case .markdown:
      text.split(separator: "\n").filter { !$0.hasPrefix("|--") }.joined(separator: "\n").replacing("<br>", with: "")
        .filter { $0 != "|" }
    case .excelText:
      text.replacing("\"\"", with: "\u{0}").replacing("\"", with: "").replacing("\u{0}", with: "\"")
    case .tabRows, .tabRowsJoined, .tabRowsTight, .cellALine, .cellLines, .labelThenText, .evaluationFirst,
      .evaluationFirstLines, .pageALine, .oneLine, .sideBySide, .sideBySideNarrow, .sideBySideCharacters,
      .sideBySideTight:
      text
    }
  }

  /// The lines of a whole text in what the layout puts around them.
  private func inShell(_ lines: [String]) -> String {
    switch self {
    case .htmlFewLines: HTMLTable.page(lines, separator: "\n")
    case .htmlTagALine: HTMLTable.page(lines, separator: "\n")
    case .oneLine: lines.filter { !$0.isEmpty }.joined(separator: " ") + "\n"
    case .tabRows, .tabRowsJoined, .tabRowsTight, .markdown, .cellALine, .cellLines, .labelThenText, .evaluationFirst,
      .evaluationFirstLines, .pageALine, .sideBySide, .sideBySideNarrow, .sideBySideCharacters,
      .sideBySideTight, .excelText:
      lines.joined(separator: "\n") + "\n"
    }
  }
}

/// How much of a text's white space comes through a layout.
enum KeptSpace: Sendable {
  /// The lines, without white space at their ends.
  case lines
  /// Where white space or a line's end stood, but not which.
  case blanks
  /// None.
  case letters

  /// The normal form in which a text that came through has to equal the source.
  func normal(_ text: String) -> String {
    let scalars = text.unicodeScalars
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    let words = { (part: Substring.UnicodeScalarView) in
      part.split(whereSeparator: isSpace).map { String($0) }.joined(separator: " ")
    }
    switch self {
    case .lines:
      return scalars.split(separator: "\n").map(words).filter { !$0.isEmpty }.joined(separator: "\n")
    case .blanks: return words(scalars[...])
    case .letters: return String(String.UnicodeScalarView(scalars.filter { !isSpace($0) }))
    }
  }
}

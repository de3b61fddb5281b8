// Holds the reading page: one sheet, or several one after the other, as lines that are scrolled.

import InitiativeModel
import Terminal

/// Sheets laid out for reading, and where in them the person is.
struct ReadingPage: Equatable, Sendable {
  /// What the lines were made of; they are made anew when it differs.
  struct Basis: Equatable, Sendable {
    let saved: [InitiativeSheet]
    let reviews: [SheetReviews]
    let width: Int
    let widths: DisplayWidths
    let query: String
  }

  /// The sheets, one after the other.
  let sheets: [SheetID]
  /// What the sheets have in common, as a title; nil for a single sheet.
  let title: String?
  /// The field of the sheet's form to which leaving goes back; nil where it goes to the list.
  let origin: EntryField?
  /// The line that the person is at.
  var cursor = 0
  /// The first line on the screen.
  var top = 0
  private(set) var lines: [PageLine] = []
  private var basis: Basis?

  init(sheets: [SheetID], title: String? = nil, origin: EntryField? = nil) {
    self.sheets = sheets
    self.title = title
    self.origin = origin
  }

  /// The rows for the lines on a screen.
  static func bodyRows(_ size: ScreenSize) -> Int { max(1, size.rows - 5) }

  /// Where the person is; nil on an empty page.
  var place: PagePlace? { lines.indices.contains(cursor) ? lines[cursor].place : nil }

  /// Whether the page's end is on the screen.
  func showsEnd(_ size: ScreenSize) -> Bool { top + ReadingPage.bodyRows(size) >= lines.count }

  /// Makes the lines anew where what they are made of has changed; the person stays at the same place of the text.
  mutating func layOut(
    _ found: [EditedSheet], _ size: ScreenSize, _ widths: DisplayWidths, query: String, wards: [String]
  ) {
    let basis = Basis(
      saved: found.map(\.saved), reviews: found.map(\.reviews), width: size.columns, widths: widths, query: query)
    if basis != self.basis {
      let (before, lead) = (mark(of: cursor), cursor - top)
      let composer = PageComposer(width: size.columns, widths: widths, query: FoldedText(query))
      lines = zip(found, wards).flatMap { sheet, ward in composer.lines(of: sheet, ward: sheets.count > 1 ? ward : nil)
      }
      if self.basis != nil, let before, let line = lines.indices.first(where: { mark(of: $0) == before }) {
        cursor = line
        top = line - lead
      }
      self.basis = basis
    }
    fit(size)
  }

  /// What tells a line from all others: what it belongs to, and the how-manieth it is of those that belong to it.
  private struct LineMark: Equatable {
    let place: PagePlace
    let policyLine: Int?
    let actionsLine: Int?
    let ordinal: Int
  }

  private func mark(of index: Int) -> LineMark? {
    guard lines.indices.contains(index) else { return nil }
    let line = lines[index]
    func isSame(_ other: PageLine) -> Bool {
      other.place == line.place && other.policyLine == line.policyLine && other.actionsLine == line.actionsLine
    }
    return LineMark(
      place: line.place, policyLine: line.policyLine, actionsLine: line.actionsLine,
      ordinal: lines[..<index].reversed().prefix(while: isSame).count)
  }

  /// Brings the cursor on the screen.
  mutating func fit(_ size: ScreenSize) {
    let rows = ReadingPage.bodyRows(size)
    cursor = min(max(0, cursor), max(0, lines.count - 1))
    top = max(0, min(max(top, cursor - rows + 1), cursor, max(0, lines.count - rows)))
  }

  /// Moves the cursor by lines, and stops at the ends.
  mutating func move(by count: Int, _ size: ScreenSize) {
    cursor += count
    fit(size)
  }

  /// Moves the cursor to the beginning of the next or previous field or heading, and stops at the ends.
  mutating func moveToPart(by count: Int, _ size: ScreenSize) {
    func begins(_ index: Int) -> Bool {
      let (here, before) = (lines[index].place, index > 0 ? lines[index - 1].place : nil)
      return here.field != before?.field || here.sheet != before?.sheet || (here.period != before?.period)
    }
    let found =
      count > 0
      ? lines.indices.dropFirst(cursor + 1).first { begins($0) } : lines.indices.prefix(cursor).last { begins($0) }
    cursor = found ?? (count > 0 ? lines.count - 1 : 0)
    fit(size)
  }

  /// Scrolls by screens with a line of overlap, and takes the cursor along.
  mutating func scroll(by screens: Int, _ size: ScreenSize) {
    let rows = ReadingPage.bodyRows(size)
    top = min(max(0, top + screens * max(1, rows - 1)), max(0, lines.count - rows))
    cursor = screens > 0 ? top : min(cursor, top + rows - 1)
    fit(size)
  }
}

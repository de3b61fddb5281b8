// Holds the reading page: one sheet, or several one after the other, as lines that are scrolled.

import InitiativeModel
import Terminal

/// Sheets laid out for reading, and where in them the person is.
struct ReadingPage: Equatable, Sendable {
  /// What the lines were made of; they are made anew when it differs.
  struct Basis: Equatable, Sendable {
    let saved: [InitiativeSheet]
    /// What is shown in its place; nothing where drafts are not shown.
    let edited: [InitiativeSheet]
    let field: EntryField?
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
  /// The one field that is shown of several sheets; nil for all fields.
  var field: EntryField?
  /// Where in the text the person is, and what is selected.
  var reader = Reader()
  private(set) var lines: [PageLine] = []
  private var basis: Basis?

  init(sheets: [SheetID], title: String? = nil, origin: EntryField? = nil) {
    self.sheets = sheets
    self.title = title
    self.origin = origin
  }

  /// The rows for the lines on a screen.
  static func bodyRows(_ size: ScreenSize) -> Int { max(1, size.rows - 5) }

  /// The line that the person is at; none beside a text.
  var cursor: Int {
    get { reader.row }
    set { reader.move(toRow: newValue) }
  }

  /// The first line on the screen.
  var top: Int {
    get { reader.top }
    set { reader.top = newValue }
  }

  /// Where the person is; nil on an empty page.
  var place: PagePlace? { lines.indices.contains(cursor) ? lines[cursor].place : nil }

  /// Whether the page's end is on the screen.
  func showsEnd(_ size: ScreenSize) -> Bool { top + ReadingPage.bodyRows(size) >= lines.count }

  /// Makes the lines anew where what they are made of has changed; the person stays at the same place of the text.
  ///
  /// - Parameter names: finds what tells each of several sheets from the others, where one field or all are shown.
  mutating func layOut(
    _ found: [EditedSheet], _ size: ScreenSize, _ widths: DisplayWidths, query: String,
    names: (EntryField?) -> [String], showsDrafts: Bool
  ) {
    let basis = Basis(
      saved: found.map(\.saved), edited: showsDrafts ? found.map(\.edited) : [], field: field,
      reviews: found.map(\.reviews), width: size.columns, widths: widths, query: query)
    if basis != self.basis {
      let (before, place, lead) = (mark(of: cursor), place, cursor - top)
      var composer = PageComposer(width: size.columns, widths: widths, query: FoldedText(query))
      composer.showsDrafts = showsDrafts
      let names = names(field)
      if let field {
        let isOneEach = Set(found.map(\.id.book)).count == found.count
        lines = composer.lines(of: field, in: found, names: names, of: isOneEach)
      } else {
        lines = zip(found, names).flatMap { sheet, name in
          composer.owner = sheets.count > 1 ? name : nil
          return composer.lines(of: sheet)
        }
      }
      let texts = reader.text.textCount
      reader.take(ReadText(lines.map(\.pieces), widths: widths))
      if self.basis != nil, basis.field != self.basis?.field {
        cursor = lines.firstIndex { $0.place.sheet == place?.sheet && !$0.pieces.isEmpty } ?? 0
      } else if texts != reader.text.textCount, self.basis != nil, let before,
        let line = lines.indices.first(where: { mark(of: $0) == before })
      {
        cursor = line
        top = cursor - lead
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
  mutating func fit(_ size: ScreenSize) { reader.fit(rows: ReadingPage.bodyRows(size)) }
}

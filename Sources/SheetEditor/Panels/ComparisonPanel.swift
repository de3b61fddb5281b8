// Holds the differences of a sheet to its other states: what it is compared with, and the lines that differ.

import InitiativeModel
import SheetWording
import Terminal

/// The differences of one sheet, as they are looked at.
struct ComparisonPanel: ChosenOfMany {
  let sheet: SheetID
  let bases: [ComparisonBase]
  var count: Int { bases.count }
  var chosen = 0
  var top = 0
  /// What the history says; nil until it has been read.
  private var lastSave: LastSave?

  init(sheet: SheetID, bases: [ComparisonBase]) {
    self.sheet = sheet
    self.bases = bases
  }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case choose(ManyMove), scroll(Int), close
  }

  static let bindings = Bindings<Command>(
    Binding.neighbours { .choose($0) } + Binding.ends { .choose($0) }
      + Binding.scrolls({ .scroll($0) }, also: Stroke.blanks, shown: "PgDn Space")
      + [.close(.close, [.named(.enter), .f(4), .control("d")], footerKeys: "Esc F4")])

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .choose(let move): choose(move)
    case .scroll(let pages): scroll(by: pages, content(editor), in: editor)
    case .close: return .closes
    }
    return .stays
  }

  /// Takes what the history says of the last save.
  mutating func take(_ lastSave: LastSave, of id: SheetID) {
    if sheet == id { self.lastSave = lastSave }
  }

  /// The chosen difference as lines.
  private func lines(_ editor: EditorState) -> [String] {
    guard let sheet = editor.sheet(sheet), bases.indices.contains(chosen) else { return [] }
    let lines: [String]
    switch bases[chosen] {
    case .draft:
      lines = Wording.lines(from: sheet.saved, to: sheet.edited)
    case .mark(let mark):
      lines = Wording.lines(
        from: mark.marked(sheet.saved), to: sheet.saved, mark.period.fields.map { .entry($0) })
    case .lastSave:
      switch lastSave {
      case .save(_, _, let changes)?: lines = changes
      case .unreadable(let reason)?: lines = [reason]
      case LastSave.none?: lines = []
      case nil: return [Wording.reading]
      }
    case .year(let id):
      guard let other = editor.sheet(id) else { return [] }
      lines = Wording.lines(from: other.saved, to: sheet.saved, SheetField.searched)
    }
    return lines.isEmpty ? [Wording.noDifference] : lines
  }

  // MARK: Drawing

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    content(editor).draw(on: &screen)
    screen.footer(ComparisonPanel.bindings.footer)
  }

  /// What the sheet can be compared with, and the chosen difference.
  private func content(_ editor: EditorState) -> ListAndDetail {
    ListAndDetail(
      title: editor.sheet(sheet).map { Wording.comparisonTitle($0.saved) } ?? "",
      rows: bases.map { ListAndDetail.Row(answer: Wording.name($0), text: text($0, editor)) },
      chosen: chosen, detail: lines(editor), top: top)
  }

  private func text(_ base: ComparisonBase, _ editor: EditorState) -> String {
    switch base {
    case .draft: Wording.draftAgainstSaved
    case .mark(let mark): "\(mark.period.printedName) \(mark.who) \(LocalTime.text(of: mark.when))"
    case .lastSave: lastSave.map { Wording.title($0) } ?? ""
    case .year(let id): "\(editor.wardName(id)) \(editor.sheet(id)?.saved.number ?? 0)"
    }
  }
}

extension EditorState {
  /// Opens the differences of the sheet that the person is at.
  mutating func openComparison() -> [Effect] {
    guard let sheet = currentSheet else { return [] }
    var bases: [ComparisonBase] = sheet.hasDraft ? [.draft] : []
    for period in ReviewPeriod.allCases {
      let last = sheet.reviews.last(period)
      let confirmed = sheet.reviews.lastConfirmed(period)
      bases += [last, confirmed == last ? nil : confirmed].compactMap { $0.map { .mark($0) } }
    }
    bases.append(.lastSave)
    bases += otherYears(of: sheet).map { .year($0) }
    show(ComparisonPanel(sheet: sheet.id, bases: bases))
    return [.file(.readHistory(sheet.id))]
  }

  /// The same item in books of the same ward and other years, the nearest year first.
  private func otherYears(of sheet: EditedSheet) -> [SheetID] {
    guard let header = library.book(of: sheet.id)?.header else { return [] }
    let key = FoldedText(sheet.saved.title + sheet.saved.subtitle).key
    let years = library.books.filter { book in
      book.header.map { $0.ward == header.ward && $0.fiscalYear != header.fiscalYear } ?? false
    }.sorted { one, other in
      func distance(_ book: BookSection) -> Int {
        abs((book.header?.fiscalYear.year ?? 0) - header.fiscalYear.year)
      }
      return distance(one) < distance(other)
    }
    return years.compactMap { book in
      let same = library.sheets(of: book).first { FoldedText($0.saved.title + $0.saved.subtitle).key == key }
      return (same ?? library.sheets(of: book).first { $0.saved.number == sheet.saved.number })?.id
    }
  }
}

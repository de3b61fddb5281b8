// Holds the differences of a sheet to its other states: what it is compared with, and the lines that differ.

import InitiativeModel
import SheetWording
import Terminal

/// The differences of one sheet, as they are looked at, selected and copied.
struct ComparisonPanel: Panel {
  let sheet: SheetID
  let bases: [ComparisonBase]
  /// The field that the person is at; nil where it is the whole sheet.
  let field: EntryField?
  private(set) var chosen: Int
  private(set) var reader = Reader()
  private var rows: [ReadRow] = []
  private var basis: ComparisonText.Basis?
  /// What the history says; nil until it has been read.
  private var lastSave: LastSave?

  init(sheet: SheetID, bases: [ComparisonBase], field: EntryField?, chosen: Int) {
    self.sheet = sheet
    self.bases = bases
    self.field = field
    self.chosen = chosen
  }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case choose(Int), move(TextMove), select(TextMove), page(Int), selectAll, copy, takeOver, revert, close
  }

  static let bindings = Bindings<Command>(
    [
      Binding(
        .choose(1), [.named(.tab)], footer: Wording.FooterWord.nextBase, help: Wording.Help.nextDifference),
      Binding(.choose(-1), [.named(.tab, [.shift])], help: Wording.Help.previousDifference),
      Binding(
        .page(1), [.named(.pageDown), .control("n")] + Stroke.blanks, footer: Wording.FooterWord.scroll,
        footerKeys: "↑↓", help: Wording.Help.scrollDown, shown: "PgDn Ctrl-N Space"),
      Binding(.page(-1), [.named(.pageUp), .control("p")], help: Wording.Help.scrollUp),
    ] + Binding.reading({ .move($0) }, { .select($0) }) + Binding.copying(all: .selectAll, copy: .copy) + [
      Binding(
        .takeOver, [.control("b")], footer: Wording.FooterWord.takeOver, help: Wording.Help.takeOverChosen),
      Binding(.revert, [.control("u")], footer: Wording.FooterWord.revert, help: Wording.Help.revertSheet),
      .close(.close, [.named(.enter), .f(4), .control("d")], footerKeys: "Esc F4"),
    ])

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    let rows = ComparisonPanel.bodyRows(editor, bases)
    switch command {
    case .choose(let count): chosen = (chosen + count + bases.count) % max(1, bases.count)
    case .move(let move): reader.move(move, rows: rows)
    case .select(let move): reader.move(move, selecting: true, rows: rows)
    case .page(let pages): reader.scroll(by: pages, rows: rows)
    case .selectAll: reader.selectAll()
    case .copy: return .stays(editor.copyRead(reader.selectedText))
    case .takeOver: return takeOver(&editor)
    case .revert: return revert(in: &editor)
    case .close: return .closes
    }
    return .stays
  }

  /// Puts back what is saved of the whole sheet, where the difference of the draft is shown, and closes.
  private func revert(in editor: inout EditorState) -> PanelStep {
    guard bases.indices.contains(chosen), bases[chosen] == .draft, sheet == editor.selected else {
      let number = editor.sheet(sheet)?.saved.number ?? 0
      editor.say(bases.contains(.draft) ? Wording.revertIsOfDraft : Wording.nothingToRevert(number: number))
      return .stays
    }
    let effects = editor.revertSheet()
    return effects.isEmpty ? .stays : .closes(effects)
  }

  /// Takes over the field's text of the chosen year, or of the year before this one, and shows it where it was put.
  private func takeOver(_ editor: inout EditorState) -> PanelStep {
    var other: OtherYear?
    if bases.indices.contains(chosen), case .year(let year) = bases[chosen] { other = year }
    let effects = other.map { editor.takeOver($0) } ?? editor.takeOverPreviousYear()
    return editor.refusesSomething && effects.isEmpty ? .stays : .closes(effects)
  }

  /// A press on a name chooses it; in the text it sets the cursor.
  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep {
    if let base = pointer.target(ManyRow.self), case .press = pointer.action, bases.indices.contains(base.index) {
      chosen = base.index
    } else {
      reader.point(pointer, rows: ComparisonPanel.bodyRows(editor, bases))
    }
    return .stays
  }

  /// Takes what the history says of the last save.
  mutating func take(_ lastSave: LastSave, of id: SheetID) {
    if sheet == id { self.lastSave = lastSave }
  }

  mutating func follow(_ editor: EditorState) {
    guard let sheet = editor.sheet(sheet), bases.indices.contains(chosen) else { return }
    var text = ComparisonText(sheet: sheet, base: bases[chosen], field: field, lastSave: lastSave)
    if case .year(let year) = bases[chosen] {
      text.other = editor.sheet(year.id)?.saved
      text.names = (editor.wardName(year.id), editor.wardName(sheet.id))
    }
    let basis = text.basis(width: editor.size.columns, widths: editor.widths)
    if basis != self.basis {
      rows = text.rows(width: max(2, editor.size.columns - 2), widths: editor.widths)
      if basis.base != self.basis?.base { reader = Reader() }
      reader.take(ReadText(rows.map(\.pieces), widths: editor.widths))
      self.basis = basis
    }
    reader.fit(rows: ComparisonPanel.bodyRows(editor, bases))
  }

  /// What means nothing with the one that it is compared with, and that the footer leaves out.
  private var hidden: Set<Command> {
    guard bases.indices.contains(chosen) else { return [.revert, .takeOver] }
    switch bases[chosen] {
    case .draft: return [.takeOver]
    case .year: return [.revert]
    case .mark, .lastSave: return [.revert, .takeOver]
    }
  }

  // MARK: Drawing

  /// The rows that the names of what it can be compared with take.
  private static func chooserRows(_ editor: EditorState, _ bases: [ComparisonBase]) -> [[Int]] {
    var rows: [[Int]] = [[]]
    var column = 1
    for (index, base) in bases.enumerated() {
      let width = editor.widths.columns(of: Wording.name(base)) + 4
      if column + width > editor.size.columns, !rows[rows.count - 1].isEmpty {
        rows.append([])
        column = 1
      }
      rows[rows.count - 1].append(index)
      column += width
    }
    return rows
  }

  private static func bodyRows(_ editor: EditorState, _ bases: [ComparisonBase]) -> Int {
    max(1, editor.size.rows - 4 - chooserRows(editor, bases).count)
  }

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let chooser = ComparisonPanel.chooserRows(editor, bases)
    let width = editor.size.columns
    let body = ComparisonPanel.bodyRows(editor, bases)
    let title = editor.sheet(sheet).map { Wording.comparisonTitle($0.saved) } ?? ""
    screen.head(title, top: reader.top, count: rows.count, rows: body)
    for (offset, indices) in chooser.enumerated() {
      screen.buttons(
        indices.map { Wording.name(bases[$0]) }, chosen: indices.firstIndex(of: chosen), row: 1 + offset, column: 1,
        limit: width
      ) { ManyRow(index: indices[$0]) }
    }
    let top = 2 + chooser.count
    let note = bases.indices.contains(chosen) ? text(bases[chosen], editor) : ""
    screen.heading([Run(note, Look.quiet)], row: top - 1, from: 0, to: width)
    for (offset, line) in rows.dropFirst(reader.top).prefix(body).enumerated() {
      line.draw(row: top + offset, column: 1, width: width - 2, on: &screen)
    }
    screen.spot(rows: top..<(top + body), columns: 1..<max(1, width), target: ReadSpot.body)
    screen.drawSelection(reader.selection, of: reader.text, top: reader.top, row: top, rows: body, column: 1)
    screen.cursor = ScreenPosition(row: top + reader.row - reader.top, column: min(width - 1, 1 + reader.column))
    screen.footer(ComparisonPanel.bindings.footer(without: hidden))
  }

  /// What stands under the names of what it can be compared with: who and when, or which year.
  private func text(_ base: ComparisonBase, _ editor: EditorState) -> String {
    switch base {
    case .draft: Wording.draftAgainstSaved
    case .mark(let mark): "\(mark.period.printedName) \(mark.who) \(LocalTime.text(of: mark.when))"
    case .lastSave: lastSave.map { Wording.title($0) } ?? ""
    case .year(let year):
      Wording.otherYear(year, editor.wardName(year.id), number: editor.sheet(year.id)?.saved.number ?? 0)
    }
  }
}

extension EditorState {
  /// Opens the differences of the sheet that the person is at; from a text those to the year before, where there is one.
  mutating func openComparison() -> [Effect] {
    guard let sheet = currentSheet else { return [] }
    var bases: [ComparisonBase] = sheet.hasDraft ? [.draft] : []
    for period in ReviewPeriod.allCases {
      let last = sheet.reviews.last(period)
      let confirmed = sheet.reviews.lastConfirmed(period)
      bases += [last, confirmed == last ? nil : confirmed].compactMap { $0.map { .mark($0) } }
    }
    bases.append(.lastSave)
    let first = bases.count
    bases += otherYears(of: sheet).map { .year($0) }
    show(
      ComparisonPanel(
        sheet: sheet.id, bases: bases, field: focus ?? page?.place?.field,
        chosen: text != nil && bases.count > first ? first : 0))
    return [.file(.readHistory(sheet.id))]
  }
}

// Holds the question of what the list shows and how it is arranged.

import InitiativeModel
import SheetWording
import Terminal

/// The question of what the list shows.
struct MenuPanel: ChosenOfMany {
  /// The rows of the question.
  enum Row: Equatable, Sendable {
    case filter(ListFilter)
    case onlyNotMet
    case arrangement(ListArrangement)
    /// Fix the plan of the book at the cursor.
    case fixPlan
    /// Open the settings.
    case settings
  }

  static let rows =
    ListFilter.allCases.map { Row.filter($0) } + [.onlyNotMet] + ListArrangement.allCases.map { Row.arrangement($0) }
    + [.settings]
  /// Those where a plan is written: nothing is asked of the entries.
  private static let rowsOfPlan: [Row] =
    [.filter(.all), .filter(.draft)]
    + [ListArrangement.books, .titles, .pillars].map { Row.arrangement($0) } + [.settings, .fixPlan]

  /// The rows as they are shown.
  private let shown: [Row]

  static let decidesByPress = true
  var count: Int { shown.count }
  var chosen: Int
  var top = 0
  /// How many sheets each row would show, and the library and settings of which that is so.
  private var counts: [Int?] = []
  private var basis: ListLayout.Basis?
  /// The rows that were taken with a blank and the panel stayed: Enter on them closes it, and changes nothing more.
  private var taken: Set<Int> = []

  init(_ editor: EditorState) {
    shown = editor.bookOfOpenPlan == nil ? MenuPanel.rows : MenuPanel.rowsOfPlan
    chosen = shown.firstIndex(of: .filter(editor.list.settings.filter)) ?? 0
    follow(editor)
  }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case choose(ManyMove), take, decide, close
  }

  static let bindings = Bindings<Command>(
    Binding.neighbours { .choose($0) } + [
      .decide(.decide),
      Binding(
        .take, Stroke.blanks, footer: Wording.FooterWord.change, footerKeys: "Space", help: Wording.Help.takeRow,
        shown: "Space"),
    ] + Binding.ends({ .choose($0) }, first: [.named(.pageUp)], last: [.named(.pageDown)])
      + [.close(.close, [.f(6), .control("t")])])

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .choose(let move): choose(move)
    case .take, .decide:
      if shown[chosen] == .fixPlan {
        editor.askToFixPlan()
        return .closes
      }
      if shown[chosen] == .settings {
        editor.show(SettingsPanel())
        return .closes
      }
      guard command == .take else { return decide(&editor) }
      take(&editor)
      taken.insert(chosen)
    case .close:
      return .closes
    }
    return .stays
  }

  private mutating func decide(_ editor: inout EditorState) -> PanelStep {
    if !(taken.contains(chosen) && shown[chosen] == .onlyNotMet) { take(&editor) }
    return .closes
  }

  /// A press takes the row, and the panel stays.
  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch pointer.action {
    case .press:
      guard let row = pointer.target(ManyRow.self) else { return .stays }
      choose(row.index)
      return run(.take, in: &editor, at: time)
    case .wheel(let rows): choose(rows > 0 ? .next : .previous)
    case .drag, .release: break
    }
    return .stays
  }

  /// Takes the chosen row; the cursor stays at its sheet, or goes to the nearest that is shown.
  private func take(_ editor: inout EditorState) {
    let before = editor.list.settings
    switch shown[chosen] {
    case .fixPlan, .settings: return
    case .filter(let filter): editor.list.settings.filter = filter
    case .onlyNotMet: editor.list.settings.onlyNotMet.toggle()
    case .arrangement(let arrangement):
      editor.list.settings.arrangement = arrangement
      if arrangement != before.arrangement { editor.list.folded = [] }
    }
    let after = editor.list.settings
    if after.arrangement != before.arrangement {
      // The cursor on a group goes with the group's first sheet.
      let first = editor.list.cursorGroup == nil ? nil : editor.list.group?.rows.first?.id
      editor.list.selected = first ?? editor.list.selected
      editor.list.cursorGroup = nil
    }
    if after.filter != before.filter || after.onlyNotMet != before.onlyNotMet { editor.list.note(.filter) }
  }

  /// Counts anew where the library or the settings are others.
  mutating func follow(_ editor: EditorState) {
    let now = ListLayout.Basis(revision: editor.library.revision, settings: editor.list.settings, folded: [])
    guard now != basis else { return }
    basis = now
    let variants = shown.map { row -> ListSettings? in
      var settings = editor.list.settings
      switch row {
      case .filter(let filter): settings.filter = filter
      case .onlyNotMet: settings.onlyNotMet = true
      case .arrangement, .fixPlan, .settings: return nil
      }
      return settings
    }
    counts = variants.map { $0 == nil ? nil : 0 }
    for row in editor.library.rows {
      let sheet = editor.library[row.id]
      for (place, settings) in variants.enumerated() where settings?.shows(sheet) == true {
        counts[place] = (counts[place] ?? 0) + 1
      }
    }
  }

  // MARK: Drawing

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let width = editor.size.columns
    screen.head(shown.contains(.fixPlan) ? Wording.menuTitleOfPlan : Wording.menuTitle, top: 0, count: 0)
    var row = 1
    func heading(_ text: String) {
      screen.heading([Run(text, Look.heading)], row: row, from: 0, to: width)
      row += 1
    }
    heading(Wording.menuFilters)
    for (index, item) in shown.enumerated() {
      if case .arrangement(.books) = item { heading(Wording.menuArrangements) }
      if item == .settings { heading(Wording.menuForAllBooks) }
      if item == .fixPlan { heading(Wording.menuPlan) }
      draw(item, index, row: row, editor, on: &screen)
      row += 1
    }
    screen.footer(MenuPanel.bindings.footer)
  }

  private func draw(_ item: Row, _ index: Int, row: Int, _ editor: EditorState, on screen: inout ScreenBuffer) {
    let width = editor.size.columns
    if isMarked(item, editor.list.settings) {
      screen.write([Run(" \(Wording.menuTaken) ", Look.goodPill)], row: row, column: 2, limit: width)
    }
    let isChosen = index == chosen
    screen.spot(row: row, columns: 0..<width, target: ManyRow(index: index))
    screen.write(
      [Run(Wording.name(item), isChosen ? Look.strong : Look.plain)], row: row, column: 12, limit: width)
    if let count = counts[index] {
      screen.writeRight(
        [Run(Wording.itemCount(count), count == 0 ? Look.quiet : Look.plain)], row: row,
        endingAt: min(width - 1, 62), from: 0)
    }
    guard isChosen else { return }
    screen.lay(.chosen, row: row, columns: 0..<width)
    screen.cursor = ScreenPosition(row: row, column: 1)
  }

  private func isMarked(_ item: Row, _ settings: ListSettings) -> Bool {
    switch item {
    case .filter(let filter): settings.filter == filter
    case .onlyNotMet: settings.onlyNotMet
    case .arrangement(let arrangement): settings.arrangement == arrangement
    case .fixPlan, .settings: false
    }
  }
}

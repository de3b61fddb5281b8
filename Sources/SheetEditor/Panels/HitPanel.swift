// Holds a hit of the search over all sheets, shown in its place on the reading page.

import InitiativeModel
import SheetWording
import Terminal

/// One of the lines that were found, on its page; a key that is none of its own does what it does there.
struct HitPanel: Panel {
  private var search: SheetSearch

  init(_ search: SheetSearch) { self.search = search }

  static let bindings = Bindings<FindCommand>([
    Binding(
      .next, [.named(.enter), .named(.down), .named(.tab)], footer: Wording.FooterWord.nextHit, footerKeys: "Enter ↓",
      help: Wording.Help.nextHit),
    Binding(
      .previous, [.named(.up), .named(.tab, [.shift]), .named(.enter, [.shift])],
      footer: Wording.FooterWord.previousHit, help: Wording.Help.previousHit),
    Binding(.hits, [.f(7), .control("f")], footer: Wording.FooterWord.hits, help: Wording.Help.hits),
    .removeLast, .clear, .paste, .close,
  ])

  var showsScreen: Bool { true }
  var takesJapanese: Bool { true }
  var passesKeysOn: Bool { true }

  /// What is looked for on the page.
  var query: String { search.query }

  mutating func run(_ command: FindCommand, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .next: return step(by: 1, &editor)
    case .previous: return step(by: -1, &editor)
    case .removeLast: search.change { $0.removeLast() }
    case .clear: search.change { $0.clear() }
    case .paste: search.change { $0.add(firstLineOf: editor.clipboard) }
    case .hits: break
    case .pageDown, .pageUp: return .unused
    case .close:
      editor.fitToScreen()
      return .closes
    }
    return list(&editor)
  }

  /// Typed or pasted text is looked for, among all sheets again.
  mutating func take(_ text: TerminalInput, in editor: inout EditorState, at time: Int) -> PanelStep {
    guard let text = text.text else { return .unused }
    search.change { $0.add(firstLineOf: text) }
    return list(&editor)
  }

  /// Goes on in more sheets.
  mutating func renew(_ index: SearchIndex) { search.renew(index) }

  private mutating func step(by count: Int, _ editor: inout EditorState) -> PanelStep {
    search.move(by: count, round: true)
    showLine(&editor)
    return .stays
  }

  /// Shows the chosen line in its place.
  func showLine(_ editor: inout EditorState) {
    editor.lastQuery = search.query
    if let line = search.line { editor.show(line, query: search.query) }
  }

  private func list(_ editor: inout EditorState) -> PanelStep {
    var search = search
    search.fit(rows: SearchPanel.bodyRows(editor.size))
    editor.lastQuery = search.query
    editor.show(SearchPanel(search))
    return .closes
  }

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    screen.searchPrompt(search.query, count: editor.count(of: search), keys: HitPanel.bindings.footer())
  }
}

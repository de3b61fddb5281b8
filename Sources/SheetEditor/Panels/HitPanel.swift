// Holds a hit of the search over all sheets, shown in its place on the reading page.

import InitiativeModel
import SheetWording
import Terminal

/// One of the lines that were found, on its page; a key that is none of its own does what it does there.
struct HitPanel: Panel {
  private var search: SheetSearch

  init(_ search: SheetSearch) { self.search = search }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case step(Int), list, edit(QueryEdit), close
  }

  static let bindings = Bindings<Command>(
    [
      Binding(
        .step(1), [.named(.enter), .named(.down), .named(.tab)], footer: Wording.FooterWord.nextHit,
        footerKeys: "Enter ↓", help: Wording.Help.nextHit),
      Binding(
        .step(-1), [.named(.up), .named(.tab, [.shift]), .named(.enter, [.shift])],
        footer: Wording.FooterWord.previousHit, help: Wording.Help.previousHit),
      Binding(.list, [.f(7), .control("f")], footer: Wording.FooterWord.hits, help: Wording.Help.hits),
    ] + Binding.queryEdits { .edit($0) } + [.close(.close)])

  var showsScreen: Bool { true }
  var takesJapanese: Bool { true }
  var passesKeysOn: Bool { true }

  /// What is looked for on the page.
  var query: String { search.query }

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .step(let count):
      search.move(by: count, round: true)
      showLine(&editor)
      return .stays
    case .edit(let edit): search.change { $0.change(edit, clipboard: editor.clipboard) }
    case .list: break
    case .close:
      return .closes
    }
    return list(&editor)
  }

  /// Typed or pasted text is looked for, among all sheets again.
  mutating func take(_ text: WrittenText, in editor: inout EditorState, at time: Int) -> PanelStep {
    search.change { $0.add(firstLineOf: text.string) }
    return list(&editor)
  }

  /// Goes on in more sheets.
  mutating func renew(_ index: SearchIndex) { search.renew(index) }

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
    screen.searchPrompt(search.query, count: editor.count(of: search), keys: HitPanel.bindings.footer)
  }
}

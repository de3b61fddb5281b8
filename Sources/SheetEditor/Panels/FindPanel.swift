// Holds the search in the text that is being written.

import SheetWording
import Terminal

/// Something is looked for in the text that is being written; a key that is none of its own does what it does there.
struct FindPanel: Panel {
  private(set) var find: TextFind

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case step(Int), edit(QueryEdit), close
  }

  static let bindings = Bindings<Command>(
    [
      Binding(
        .step(1), [.named(.enter), .named(.down), .named(.tab), .f(7), .control("f")],
        footer: Wording.FooterWord.nextHit, footerKeys: "Enter ↓", help: Wording.Help.nextHit),
      Binding(
        .step(-1),
        [
          .named(.up), .named(.tab, [.shift]), .named(.enter, [.shift]),
          .key(Key(name: .function(7), modifiers: .shift)),
        ], footer: Wording.FooterWord.previousHit, help: Wording.Help.previousHit),
    ] + Binding.queryEdits { .edit($0) } + [.close(.close)])

  var showsScreen: Bool { true }
  var takesJapanese: Bool { true }
  var passesKeysOn: Bool { true }

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .step(let count): find.move(by: count)
    case .edit(let edit): find.change { $0.change(edit, clipboard: editor.clipboard) }
    case .close: return .closes
    }
    showHit(&editor)
    return .stays
  }

  /// Typed or pasted text is looked for; of several lines the first.
  mutating func take(_ text: WrittenText, in editor: inout EditorState, at time: Int) -> PanelStep {
    find.change { $0.add(firstLineOf: text.string) }
    showHit(&editor)
    return .stays
  }

  /// Brings the hit on the screen.
  fileprivate func showHit(_ editor: inout EditorState) {
    editor.lastQuery = find.query
    editor.moveCursor { $0.move(to: find.place) }
  }

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    screen.searchPrompt(
      find.query, count: find.current.map { Wording.hitCount($0 + 1, of: find.hits.count) },
      keys: FindPanel.bindings.footer)
  }
}

extension FindPanel {
  fileprivate init(_ area: TextArea, query: String) {
    find = TextFind(in: area.buffer, from: area.selection?.lowerBound ?? area.cursor, query: query)
  }
}

extension Binding {
  /// The rows for changing what is looked for.
  static func queryEdits(_ command: (QueryEdit) -> Command) -> [Binding] {
    [
      Binding(command(.removeLast), [.named(.backspace)], help: Wording.Help.removeLastOfQuery),
      Binding(command(.clear), [.named(.delete)], help: Wording.Help.clearQuery),
      Binding(command(.paste), [.control("v")], help: Wording.Help.paste),
    ]
  }
}

extension EditorState {
  /// Opens the search, with what is selected in one line or else with the last search.
  mutating func openFind() {
    guard let text else { return }
    let selected = text.selectedText.flatMap { $0.contains("\n") ? nil : $0 }
    let panel = FindPanel(text, query: selected ?? lastQuery)
    panel.showHit(&self)
    show(panel)
  }
}

// Holds the list of what could not be saved, and why: one of them is gone to.

import InitiativeModel
import SheetWording
import Terminal

/// What could not be saved when all was asked for.
struct UnsavedPanel: ChosenOfMany {
  let sheets: [UnsavedSheet]
  var count: Int { sheets.count }
  var chosen = 0
  var top = 0

  init(_ sheets: [UnsavedSheet]) { self.sheets = sheets }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case choose(ManyMove), scroll(Int), jump, close
  }

  static let bindings = Bindings<Command>(
    Binding.neighbours { .choose($0) } + [
      Binding(.jump, [.named(.enter)], footer: Wording.FooterWord.jump, help: Wording.Help.jump)
    ] + Binding.ends { .choose($0) } + Binding.scrolls { .scroll($0) } + [.close(.close)])

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .choose(let move): choose(move)
    case .scroll(let pages): scroll(by: pages, content(editor), in: editor)
    case .jump:
      let unsaved = sheets[chosen]
      editor.list.stay()
      editor.go(to: unsaved.id, at: unsaved.field)
      if editor.panels.isEmpty { editor.say(editor.sentence(unsaved)) }
      return .closes
    case .close: return .closes
    }
    return .stays
  }

  // MARK: Drawing

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    content(editor).draw(on: &screen)
    screen.footer(UnsavedPanel.bindings.footer)
  }

  private func content(_ editor: EditorState) -> ListAndDetail {
    ListAndDetail(
      title: Wording.unsavedTitle(sheets.count),
      rows: sheets.map { .init(answer: Wording.word($0.obstacle), text: editor.itemName($0.id)) }, chosen: chosen,
      detail: [editor.sentence(sheets[chosen])], top: top)
  }
}

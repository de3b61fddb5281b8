// Holds what panels share in which one of several things is chosen, and what is there to read of it is scrolled.

import SheetWording
import Terminal

/// What can be asked for where one of several things is chosen.
enum ManyCommand: Hashable, Sendable {
  case next, previous, first, last, pageDown, pageUp
  /// Another answer for the chosen one, forward or backward.
  case turn(Int)
  /// The answer of a number, counted from 1.
  case answer(Int)
  case decide, take, close
}

/// One of several things is chosen, and its detail is scrolled.
protocol ChosenOfMany: Panel where Command == ManyCommand {
  /// How many there are.
  var count: Int { get }
  /// The one whose detail is shown.
  var chosen: Int { get set }
  /// The first line of the detail that is shown.
  var top: Int { get set }
}

extension ChosenOfMany {
  /// Chooses another one, no further than the ends, and shows its detail from the start.
  mutating func choose(_ index: Int) {
    chosen = min(max(0, index), count - 1)
    top = 0
  }

  /// Moves to another one where the command says so.
  mutating func move(_ command: ManyCommand) {
    switch command {
    case .next: choose(chosen + 1)
    case .previous: choose(chosen - 1)
    case .first: choose(0)
    case .last: choose(count - 1)
    case .pageDown, .pageUp, .turn, .answer, .decide, .take, .close: break
    }
  }

  /// Scrolls the detail of a list by a page where the command says so.
  mutating func scroll(_ command: ManyCommand, _ content: ListAndDetail, in editor: EditorState) {
    let pages = command == .pageDown ? 1 : -1
    guard command == .pageDown || command == .pageUp else { return }
    top = content.scrolled(byPages: pages, editor.size, editor.widths)
  }
}

extension Binding where Command == ManyCommand {
  static let next = Binding(
    .next, [.named(.down), .named(.tab)], footer: Wording.FooterWord.select, footerKeys: "↑↓",
    help: Wording.Help.nextOfMany)
  static let previous = Binding(.previous, [.named(.up), .named(.tab, [.shift])], help: Wording.Help.previousOfMany)
  static let first = Binding(.first, [.named(.home)], help: Wording.Help.firstOfMany)
  static let last = Binding(.last, [.named(.end)], help: Wording.Help.lastOfMany)
  static let pageDown = Binding(
    .pageDown, [.named(.pageDown)], footer: Wording.FooterWord.scroll, help: Wording.Help.scrollDetail)
  static let pageUp = Binding(.pageUp, [.named(.pageUp)], help: Wording.Help.scrollDetailBack)
  static let decide = Binding(
    .decide, [.named(.enter)], footer: Wording.FooterWord.decide, help: Wording.Help.decide)
  static let turn = Binding(
    .turn(1), [.named(.right)] + Stroke.blanks, footer: Wording.FooterWord.change, footerKeys: "←→",
    help: Wording.Help.nextAnswer, shown: "→ Space")
  static let turnBack = Binding(.turn(-1), [.named(.left)], help: Wording.Help.previousAnswer)
  static let answers = (1...3).map { Binding(.answer($0), Stroke.digit($0)) }

  /// Closes without doing anything.
  static func closing(_ keys: [Stroke] = [], footer: String = Wording.FooterWord.close, footerKeys: String? = nil)
    -> Binding
  {
    Binding(
      .close, [.named(.escape), .f(3)] + keys, footer: footer, footerKeys: footerKeys, help: Wording.Help.closePanel)
  }
}

extension Array where Element: Equatable {
  /// The element some places behind another, round the ends; counted from the first where that one is missing.
  func element(_ count: Int, behind element: Element) -> Element {
    let place = firstIndex(of: element) ?? 0
    return self[(place + count + self.count) % self.count]
  }
}

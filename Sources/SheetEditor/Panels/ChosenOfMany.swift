// Holds what panels share in which one of several things is chosen, and what is there to read of it is scrolled.

import SheetWording
import Terminal

/// Where the choice can go among several things.
enum ManyMove: Hashable, Sendable {
  case next, previous, first, last
}

/// One of several things is chosen, and its detail is scrolled.
protocol ChosenOfMany: Panel {
  /// How many there are.
  var count: Int { get }
  /// The one whose detail is shown.
  var chosen: Int { get set }
  /// The first line of the detail that is shown.
  var top: Int { get set }
  /// Chooses one whose row is shown.
  mutating func chooseShown(_ index: Int)
  /// Whether a press on the chosen one does what Enter does.
  static var decidesByPress: Bool { get }
  /// Gives the chosen one an answer, by its place among all answers.
  mutating func answer(_ index: Int)
}

extension ChosenOfMany {
  static var decidesByPress: Bool { false }
  mutating func answer(_ index: Int) {}

  /// Chooses another one, no further than the ends, and shows its detail from the start.
  mutating func choose(_ index: Int) {
    chosen = min(max(0, index), count - 1)
    top = 0
  }

  /// Moves to another one.
  mutating func choose(_ move: ManyMove) {
    switch move {
    case .next: choose(chosen + 1)
    case .previous: choose(chosen - 1)
    case .first: choose(0)
    case .last: choose(count - 1)
    }
  }

  /// A press chooses, and again does what Enter does where that is meant; the wheel goes to the next or previous one.
  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep {
    var key: Key.Name?
    switch pointer.action {
    case .press:
      if let pressed = pointer.target(DialogAnswer.self) { answer(pressed.index) }
      guard let row = pointer.target(ManyRow.self), (0..<count).contains(row.index) else { break }
      if row.index != chosen { chooseShown(row.index) } else if Self.decidesByPress { key = .enter }
    case .wheel(let rows): key = rows > 0 ? .down : .up
    case .drag, .release: break
    }
    guard let key, case .own(let command)? = Self.bindings.action(for: .named(key)) else { return .stays }
    return run(command, in: &editor, at: time)
  }

  /// Chooses one whose row is shown.
  mutating func chooseShown(_ index: Int) { choose(index) }

  /// Scrolls the detail by pages.
  mutating func scroll(by pages: Int, _ content: ListAndDetail, in editor: EditorState) {
    top = content.scrolled(byPages: pages, editor.size, editor.widths)
  }
}

extension Binding {
  /// The rows for going to the next and the previous one.
  static func neighbours(_ command: (ManyMove) -> Command) -> [Binding] {
    [
      Binding(
        command(.next), [.named(.down), .named(.tab)], footer: Wording.FooterWord.select, footerKeys: "↑↓",
        help: Wording.Help.nextOfMany),
      Binding(command(.previous), [.named(.up), .named(.tab, [.shift])], help: Wording.Help.previousOfMany),
    ]
  }

  /// The rows for going to the first and the last one.
  static func ends(_ command: (ManyMove) -> Command, first: [Stroke] = [], last: [Stroke] = []) -> [Binding] {
    [
      Binding(command(.first), [.named(.home)] + first, help: Wording.Help.firstOfMany),
      Binding(command(.last), [.named(.end)] + last, help: Wording.Help.lastOfMany),
    ]
  }

  /// The rows for scrolling the detail by pages.
  static func scrolls(_ command: (Int) -> Command, also down: [Stroke] = [], shown: String? = nil) -> [Binding] {
    [
      Binding(
        command(1), [.named(.pageDown)] + down, footer: Wording.FooterWord.scroll, help: Wording.Help.scrollDetail,
        shown: shown),
      Binding(command(-1), [.named(.pageUp)], help: Wording.Help.scrollDetailBack),
    ]
  }

  /// The row for doing what was chosen.
  static func decide(_ command: Command) -> Binding {
    Binding(command, [.named(.enter)], footer: Wording.FooterWord.decide, help: Wording.Help.decide)
  }

  /// The rows for the answer of what is chosen: the next or previous one, or that of a number counted from 1.
  static func answers(turn: (Int) -> Command, number: (Int) -> Command) -> [Binding] {
    [
      Binding(
        turn(1), [.named(.right)], footer: Wording.FooterWord.change, footerKeys: "←→", help: Wording.Help.nextAnswer),
      Binding(turn(1), Stroke.blanks, help: Wording.Help.nextAnswer, shown: "Space"),
      Binding(turn(-1), [.named(.left)], help: Wording.Help.previousAnswer),
      Binding(number(1), Stroke.digit(1), help: Wording.Help.numberedAnswer, shown: "1 2 3"),
      Binding(number(2), Stroke.digit(2)), Binding(number(3), Stroke.digit(3)),
    ]
  }

  /// The row for closing without doing anything.
  static func close(
    _ command: Command, _ keys: [Stroke] = [], footer: String? = Wording.FooterWord.close, footerKeys: String? = nil
  ) -> Binding {
    Binding(
      command, [.named(.escape), .f(3)] + keys, footer: footer, footerKeys: footerKeys, help: Wording.Help.closePanel)
  }
}

extension Array where Element: Equatable {
  /// The element some places behind another, round the ends; counted from the first where that one is missing.
  func element(_ count: Int, behind element: Element) -> Element {
    let place = firstIndex(of: element) ?? 0
    return self[(place + count + self.count) % self.count]
  }
}

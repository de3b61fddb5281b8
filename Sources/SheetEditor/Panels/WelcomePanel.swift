// Holds what the program says of itself at the first start.

import SheetWording
import Terminal

/// A few sentences over the list; the first key closes them and does what it does.
struct WelcomePanel: Panel {
  /// Whether the person reviews what others have written.
  let isReviewing: Bool

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case help
  }

  static let bindings = Bindings<Command>([Binding(.help, SharedCommand.help.strokes)])

  var showsScreen: Bool { true }
  var passesKeysOn: Bool { true }

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    editor.showHelp()
    return .closes
  }

  /// Text goes where it would go without it.
  mutating func take(_ text: WrittenText, in editor: inout EditorState, at time: Int) -> PanelStep {
    .closes(editor.write(text, at: time))
  }

  // MARK: Drawing

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let width = min(screen.size.columns - 4, 76)
    let breaker = LineBreaker(width: width - 6, widths: screen.widths)
    let sentences = Wording.Welcome.sentences(isReviewing: isReviewing) + [Wording.Welcome.begin]
    let lines = sentences.flatMap { sentence in
      breaker.lines(of: sentence).enumerated().map { ($0 == 0, $1) }
    }
    let height = min(lines.count + 3, screen.size.rows - 4)
    let row = screen.size.rows - 2 - height
    let column = (screen.size.columns - width) / 2
    screen.dialog(Wording.Welcome.title, row: row, column: column, width: width, height: height)
    for (offset, (isFirst, line)) in lines.prefix(height - 3).enumerated() {
      let sign = Run(isFirst ? "・" : "　", Look.quiet)
      screen.write([sign, Run(line)], row: row + 2 + offset, column: column + 2, limit: column + width - 1)
    }
    screen.layDialog(row: row, column: column, width: width, height: height)
  }
}

// Holds the rows from which keymap, footer and help of a screen or panel come.

import SheetWording
import Terminal

/// One row: what is done, what has to be pressed for it, and its words.
struct Binding<Command: Hashable & Sendable>: Sendable {
  /// What is done: something of this place, or what all places share.
  enum Action: Hashable, Sendable {
    case own(Command)
    case shared(SharedCommand)
  }

  let action: Action
  let strokes: [Stroke]
  /// The keys as the help shows them.
  let shown: String
  /// The keys and the word in the footer; nil keeps the row out of it.
  let footer: FooterEntry?
  /// The sentence in the help; nil keeps the row out of it.
  let help: String?

  /// Binds strokes to a command.
  ///
  /// - Parameters:
  ///   - footerKeys: the keys as the footer shows them, where the first stroke alone says too little.
  ///   - shown: the keys as the help shows them, where that is not all strokes.
  init(
    _ command: Command, _ strokes: [Stroke], footer: String? = nil, footerKeys: String? = nil, help: String? = nil,
    shown: String? = nil
  ) {
    self.init(.own(command), strokes, footer: footer, footerKeys: footerKeys, help: help, shown: shown)
  }

  /// A row of what all places share, in the words of `SharedCommand` unless others are given.
  static func shared(_ command: SharedCommand, footer: String? = nil, help: String? = nil) -> Binding {
    Binding(.shared(command), command.strokes, footer: footer, footerKeys: nil, help: help ?? command.help, shown: nil)
  }

  private init(
    _ action: Action, _ strokes: [Stroke], footer: String?, footerKeys: String?, help: String?, shown: String?
  ) {
    self.action = action
    self.strokes = strokes
    self.help = help
    let keys = strokes.compactMap(\.key)
    let names = keys.filter { !$0.modifiers.contains(.shift) || $0.name == .tab }.map { Wording.keyName($0) }
    self.shown = shown ?? names.joined(separator: " ")
    self.footer = footer.map { FooterEntry(keys: footerKeys ?? names.first ?? "", word: $0, stroke: strokes.first) }
  }
}

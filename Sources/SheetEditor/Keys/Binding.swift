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
    self.footer = footer.map { FooterEntry(keys: footerKeys ?? names.first ?? "", word: $0) }
  }
}

/// Keys and what they do, as the footer shows them.
struct FooterEntry: Equatable, Sendable {
  let keys: String
  let word: String
}

/// All rows of one screen or panel, in the order of footer and help.
struct Bindings<Command: Hashable & Sendable>: Sendable {
  let rows: [Binding<Command>]
  /// The footer's entries.
  let footer: [FooterEntry]
  private let actions: [Stroke: Binding<Command>.Action]

  init(_ rows: [Binding<Command>]) {
    self.rows = rows
    footer = rows.compactMap(\.footer)
    var actions: [Stroke: Binding<Command>.Action] = [:]
    for row in rows {
      for stroke in row.strokes { actions[stroke] = row.action }
    }
    self.actions = actions
  }

  /// What a stroke does here; nil where it does nothing.
  func action(for stroke: Stroke) -> Binding<Command>.Action? { actions[stroke] }

  /// The footer's entries but for those of some commands.
  func footer(without hidden: Set<Command>) -> [FooterEntry] {
    guard !hidden.isEmpty else { return footer }
    return rows.compactMap { row in
      if case .own(let command) = row.action, hidden.contains(command) { return nil }
      return row.footer
    }
  }

  /// The help's lines: keys and sentence.
  func help(without hidden: Set<Command> = []) -> [HelpRow] {
    rows.compactMap { row in
      if case .own(let command) = row.action, hidden.contains(command) { return nil }
      return row.help.map { HelpRow(keys: row.shown, sentence: $0) }
    }
  }
}

/// A line of the help.
struct HelpRow: Equatable, Sendable {
  let keys: String
  let sentence: String
}

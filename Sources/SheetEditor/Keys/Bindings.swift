// Holds the rows of one screen or panel, from which keymap, footer and help come.

import Terminal

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
  func footer(without hidden: Set<Binding<Command>.Action>) -> [FooterEntry] {
    guard !hidden.isEmpty else { return footer }
    return rows.compactMap { hidden.contains($0.action) ? nil : $0.footer }
  }

  /// The same, where nothing that all places share is left out.
  func footer(without hidden: Set<Command>) -> [FooterEntry] {
    footer(without: Set(hidden.map { Binding<Command>.Action.own($0) }))
  }

  /// The help's lines: keys and sentence.
  ///
  /// - Parameter readsTyped: whether a typed character that is bound is a command just now.
  func help(without hidden: Set<Binding<Command>.Action> = [], for readsTyped: (String) -> Bool = { _ in true })
    -> [HelpRow]
  {
    rows.compactMap { row in
      if hidden.contains(row.action) { return nil }
      if case .typed(let text)? = row.strokes.first, !readsTyped(text) { return nil }
      return row.help.map { HelpRow(keys: row.shown, sentence: $0) }
    }
  }
}

// Holds how help and footer show the further keys that are set for function keys.

import SheetSettings
import Terminal

extension EditorState {
  /// A line of the help with the further key behind the function key that it stands for.
  func withFurtherKey(_ row: HelpRow) -> HelpRow {
    let names = row.keys.split(separator: " ").map(String.init)
    let further = KeyCommand.allCases.filter { names.contains("F\($0.number)") }.compactMap {
      settings.furtherKey(of: $0)
    }
    return further.isEmpty ? row : HelpRow(keys: (names + further).joined(separator: " "), sentence: row.sentence)
  }

  /// The footer with further keys in the place of function keys, as long as no entry that is shown loses its room.
  func withFurtherKeys(_ entries: [FooterEntry]) -> [FooterEntry] {
    guard !settings.keys.isEmpty else { return entries }
    var end = 0
    for entry in entries {
      let next = end + (end == 0 ? 0 : 1) + widths.columns(of: entry.keys) + 2 + widths.columns(of: entry.word)
      guard next <= size.columns else { break }
      end = next
    }
    var room = size.columns - end
    return entries.map { entry in
      guard let command = KeyCommand.allCases.first(where: { "F\($0.number)" == entry.keys }),
        let further = settings.furtherKey(of: command)
      else { return entry }
      let more = widths.columns(of: further) - widths.columns(of: entry.keys)
      guard more <= room else { return entry }
      room -= more
      return FooterEntry(keys: further, word: entry.word, stroke: entry.stroke)
    }
  }
}

// Holds the words in which a change is told: in the history, in drafts that are found, in conflicts.

import InitiativeModel

extension Wording {
  /// A change of one field as lines: a choice as one line, a text line by line, unchanged lines left out.
  public static func lines(ofChange field: EntryField, from before: String, to after: String) -> [String] {
    guard !field.isChoice else {
      return ["\(fieldName(field)): \(shown(before)) → \(shown(after))"]
    }
    return ["\(fieldName(field)):"] + marked(from: LongText(before).lines, to: LongText(after).lines)
  }

  /// What differs between two sheets in some fields, as lines.
  public static func lines(
    from old: InitiativeSheet, to new: InitiativeSheet, _ fields: [SheetField] = EntryField.written.map(\.address)
  ) -> [String] {
    fields.flatMap { field -> [String] in
      let (before, after) = (old.text(of: field), new.text(of: field))
      guard before != after else { return [] }
      if case .entry(let entry) = field {
        return lines(ofChange: entry, from: old.content(of: entry), to: new.content(of: entry))
      }
      return ["\(field.printedName):"] + marked(from: before.lines, to: after.lines)
    }
  }

  /// The lines that differ: - for those that went, + for those that came.
  public static func marked(from old: [String], to new: [String]) -> [String] {
    LineDifference.lines(from: old, to: new).compactMap { line in
      switch line {
      case .same: nil
      case .removed(let text): "- \(text)"
      case .added(let text): "+ \(text)"
      }
    }
  }

  private static func shown(_ sign: String) -> String { sign.isEmpty ? notEntered : sign }
}

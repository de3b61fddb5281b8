// Holds the entries of a draft while edits are put into them.

import InitiativeModel

/// The entries of a sheet by field.
///
/// What is typed on at one place is gathered before it is put in, so that a long text is not moved about at every key.
struct DraftContents {
  private var texts: [EntryField: String]
  /// An edit that is not put in yet: without what it inserts, and that.
  private var waiting: FieldEdit?
  private var inserted = ""

  init(_ texts: [EntryField: String] = [:]) { self.texts = texts }

  init(of sheet: InitiativeSheet) {
    texts = Dictionary(uniqueKeysWithValues: EntryField.written.map { ($0, sheet.content(of: $0)) })
  }

  /// Puts an edit in; one that does not fit changes nothing.
  mutating func apply(_ edit: FieldEdit) {
    if let waiting, waiting.field == edit.field, edit.removed.isEmpty,
      edit.offset == waiting.offset + inserted.utf8.count
    {
      inserted += edit.inserted
      return
    }
    settle()
    waiting = FieldEdit(field: edit.field, offset: edit.offset, removed: edit.removed, inserted: "")
    inserted = edit.inserted
  }

  /// The entries with all edits.
  mutating func all() -> [EntryField: String] {
    settle()
    return texts
  }

  /// The entries with all edits, and where it is asked for the plan's fields as well.
  mutating func all(withPlan isOfPlan: Bool) -> [EntryField: String] {
    isOfPlan ? all() : all().filter { !$0.key.isPlan }
  }

  private mutating func settle() {
    guard let start = waiting else { return }
    FieldEdit(field: start.field, offset: start.offset, removed: start.removed, inserted: inserted)
      .apply(to: &texts[start.field, default: ""])
    waiting = nil
    inserted = ""
  }
}

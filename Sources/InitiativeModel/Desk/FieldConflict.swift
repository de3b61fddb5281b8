// Holds what is asked when two people changed the same field.

/// One field that two people changed to different things; until it is answered both texts stand.
package struct FieldConflict: Equatable, Sendable {
  package let field: EntryField
  package let ours: String
  package let theirs: String
  /// What the field holds until it is answered.
  package let merged: String
  package var answer: ConflictAnswer

  package init(_ field: EntryField, ours: InitiativeSheet, theirs: InitiativeSheet, merged: InitiativeSheet) {
    self.field = field
    self.ours = ours.content(of: field)
    self.theirs = theirs.content(of: field)
    self.merged = merged.content(of: field)
    answer = field.isChoice || field.isOneLine ? .ours : .both
  }

  /// The answers that make sense: two choices, or two lines where there is one, cannot both stand.
  package var answers: [ConflictAnswer] {
    field.isChoice || field.isOneLine ? [.ours, .theirs] : [.both, .ours, .theirs]
  }
}

// Holds what is asked when two people changed the same field.

import InitiativeModel

/// Which text a field gets.
enum ConflictAnswer: CaseIterable, Equatable, Sendable {
  /// Both, one after the other; for a choice, ours.
  case both
  /// Ours.
  case ours
  /// Theirs.
  case theirs
}

/// One field that two people changed to different things.
struct FieldConflict: Equatable, Sendable {
  let field: EntryField
  let ours: String
  let theirs: String
  /// What the field holds until it is answered.
  let merged: String
  var answer = ConflictAnswer.both

  /// The answers that make sense: two choices cannot both stand.
  var answers: [ConflictAnswer] { field.isChoice ? [.ours, .theirs] : ConflictAnswer.allCases }
}

/// The question of what becomes of the fields that two people changed; until it is answered both texts stand.
struct Conflict: ChosenOfMany, Equatable, Sendable {
  let sheet: SheetID
  var fields: [FieldConflict]
  var count: Int { fields.count }
  var chosen = 0
  var top = 0
}

/// Somebody who is editing a sheet, as people read it.
public struct Holder: Equatable, Sendable {
  /// Who, with the machine.
  public let name: String
  /// Since when.
  public let since: String

  /// Names somebody.
  public init(name: String, since: String) {
    self.name = name
    self.since = since
  }
}

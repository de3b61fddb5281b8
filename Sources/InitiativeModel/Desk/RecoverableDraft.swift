// Holds the drafts of earlier programs, as they are offered at the start.

/// A draft that nobody has open, over what its sheet's file holds.
public struct RecoverableDraft: Equatable, Sendable {
  /// The sheet.
  public let id: SheetID
  /// What tells it from other drafts of the sheet.
  public let name: String
  /// What the file held when the draft was found.
  public let found: InitiativeSheet
  /// That with the draft's edits.
  public let merged: InitiativeSheet
  /// The texts that were changed in the file since the draft began, too; both stand in `merged`.
  public let conflicts: [EntryField]
  /// What the draft itself holds of them, where both are to be asked about when it is gone on from.
  public let own: [EntryField: String]
  /// The file that an import left in it for an answer; nil for what a person wrote.
  public let importedFrom: String?
  /// Whether the sheet's file still holds the very bytes that the draft began over.
  public let isOverFile: Bool
  /// Whether all of the draft could be read.
  public let isWhole: Bool
  /// When it was last written, in seconds since 1970.
  public let modified: Int
  /// Whether it can only be copied, as somebody may have it open.
  public let isCopy: Bool

  /// Describes a draft.
  public init(
    id: SheetID, name: String, found: InitiativeSheet, merged: InitiativeSheet, conflicts: [EntryField],
    own: [EntryField: String] = [:], importedFrom: String? = nil, isOverFile: Bool = false, isWhole: Bool,
    modified: Int, isCopy: Bool = false
  ) {
    self.id = id
    self.name = name
    self.found = found
    self.merged = merged
    self.conflicts = conflicts
    self.own = own
    self.importedFrom = importedFrom
    self.isOverFile = isOverFile
    self.isWhole = isWhole
    self.modified = modified
    self.isCopy = isCopy
  }

  /// The draft over what the sheet holds by now: others may have saved, and the person may have written in it.
  public func merged(with now: InitiativeSheet) -> InitiativeSheet {
    SheetMerge(base: found, ours: merged, theirs: now).sheet
  }

  /// What is to be asked of a sheet that goes on from the draft: the fields in which both texts stand.
  package func openConflicts(in edited: InitiativeSheet) -> [FieldConflict] {
    conflicts.compactMap { field in
      guard let content = own[field], edited.agrees(with: merged, in: field) else { return nil }
      var ours = merged
      ours.setContent(content, of: field)
      return FieldConflict(field, ours: ours, theirs: found, merged: merged)
    }
  }
}

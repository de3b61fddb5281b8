// Holds putting an imported sheet over one that a ward already works on.

/// An imported sheet over an existing one: the plan comes from the import, what staff filled in stays.
public struct ImportMerge: Equatable, Sendable {
  /// The sheet put together.
  public let sheet: InitiativeSheet
  /// The entries that stayed although the import says something else.
  public let kept: [EntryField]

  /// Puts the import over the existing sheet; an entry is taken from the import only where nothing is filled in.
  public init(imported: InitiativeSheet, over existing: InitiativeSheet) {
    var merged = imported
    var kept: [EntryField] = []
    for field in EntryField.allCases where !existing.isBlank(field) {
      if !imported.isBlank(field), !imported.agrees(with: existing, in: field) { kept.append(field) }
      merged.copy(field, from: existing)
    }
    sheet = merged
    self.kept = kept
  }
}

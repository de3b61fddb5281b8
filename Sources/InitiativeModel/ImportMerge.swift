// Holds putting an imported sheet over one that a ward already works on.

/// An imported sheet over an existing one: the plan comes from the import, what staff filled in stays.
///
/// What the import has nothing for stays as it is: nothing printed loses to nothing read.
public struct ImportMerge: Equatable, Sendable {
  /// The sheet put together.
  public let sheet: InitiativeSheet
  /// The entries that stayed although the import says something else.
  public let kept: [EntryField]
  /// The printed fields that the import has nothing for, and that stayed as they are.
  public let unread: [SheetField]

  /// Puts the import over the existing sheet; an entry is taken from the import only where nothing is filled in.
  public init(imported: InitiativeSheet, over existing: InitiativeSheet) {
    var merged = imported
    var kept: [EntryField] = []
    for field in EntryField.allCases where !existing.isBlank(field) {
      if !imported.isBlank(field), !imported.agrees(with: existing, in: field) { kept.append(field) }
      merged.copy(field, from: existing)
    }
    let printed: [SheetField] = [.title, .subtitle, .policyAndTargets, .annualActions]
    let unread = printed.filter { imported.text(of: $0).isBlank && !existing.text(of: $0).isBlank }
    if unread.contains(.title) { merged.title = existing.title }
    if unread.contains(.subtitle) { merged.subtitle = existing.subtitle }
    if unread.contains(.policyAndTargets) { merged.plan.policyAndTargets = existing.plan.policyAndTargets }
    if unread.contains(.annualActions) { merged.plan.annualActions = existing.plan.annualActions }
    merged.starred = imported.starred || existing.starred
    for period in ReviewPeriod.allCases where imported.printedRequirement(of: period) == PrintedForm.requiredSign {
      merged.setPrintedRequirement(existing.printedRequirement(of: period), of: period)
    }
    sheet = merged
    self.kept = kept
    self.unread = unread
  }
}

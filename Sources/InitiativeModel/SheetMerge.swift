// Holds putting together what two people made of one sheet.

/// Two versions of a sheet put together, field by field, over the version that both began with.
///
/// A field that only one side changed is taken from that side. Where both changed a long text in different lines, both
/// changes stand; in the same lines, the lines of both stand, ours before theirs where they differ, once where they do
/// not. Where both changed a choice, or a text of one line, ours stands. Everything that nobody can write is theirs.
public struct SheetMerge: Equatable, Sendable {
  /// The sheet put together.
  public let sheet: InitiativeSheet
  /// The fields that both sides changed to different things.
  public let conflicts: [EntryField]

  /// Puts two versions together.
  public init(base: InitiativeSheet, ours: InitiativeSheet, theirs: InitiativeSheet) {
    var merged = theirs
    var conflicts: [EntryField] = []
    for field in ours.entryDifferences(from: base) {
      merged.copy(field, from: ours)
      guard !theirs.agrees(with: base, in: field), !theirs.agrees(with: ours, in: field) else { continue }
      let versions = [base, ours, theirs].map { $0.text(of: field).lines }
      let isText = !field.isChoice && !field.isOneLine
      if isText, let lines = LineMerge.merge(base: versions[0], ours: versions[1], theirs: versions[2]) {
        merged.setText(LongText(lines: lines), of: field)
        continue
      }
      conflicts.append(field)
      if isText {
        merged.setText(LongText(lines: LineMerge.both(ours: versions[1], theirs: versions[2])), of: field)
      }
    }
    sheet = merged
    self.conflicts = conflicts
  }
}

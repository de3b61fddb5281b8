// Holds the two versions of a sheet that git could not put together.

/// Two versions of one sheet, and the one that both began with where git told it.
public struct GitVersions: Equatable, Sendable {
  /// The version of the branch that is checked out.
  public let ours: InitiativeSheet
  /// The version that was to be merged.
  public let theirs: InitiativeSheet
  /// The version that both began with; nil where git did not write it.
  public let base: InitiativeSheet?
  /// What git calls the two, such as HEAD and a branch.
  public let oursName: String
  /// The same of `theirs`.
  public let theirsName: String

  /// Names the versions of a sheet.
  public init(
    ours: InitiativeSheet, theirs: InitiativeSheet, base: InitiativeSheet?, oursName: String, theirsName: String
  ) {
    self.ours = ours
    self.theirs = theirs
    self.base = base
    self.oursName = oursName
    self.theirsName = theirsName
  }

  /// What is to be chosen, in the form's order: what both changed to different things, or, where nobody knows what they
  /// began with, all in which they differ.
  package var conflicts: [GitConflict] { conflicts(after: nil) }

  /// The same, answered as a draft of an earlier answer has it.
  package func conflicts(after draft: InitiativeSheet?) -> [GitConflict] {
    SheetPlace.all.compactMap { place in
      guard settled(place) == nil else { return nil }
      return GitConflict(place, of: self, draft: place.written == nil ? nil : draft?.content(of: place))
    }
  }

  /// The sheet that answers make of the versions; a place without an answer is asked nobody about, or is theirs.
  package func settled(_ answers: [GitConflict]) -> InitiativeSheet {
    var sheet = theirs
    for place in SheetPlace.all {
      if let content = answers.first(where: { $0.place == place })?.content ?? settled(place) {
        sheet.setContent(content, of: place)
      }
    }
    return sheet
  }

  /// What a place holds where nothing is to be asked; nil where it is.
  private func settled(_ place: SheetPlace) -> String? {
    let (our, their) = (ours.content(of: place), theirs.content(of: place))
    if our.utf8.elementsEqual(their.utf8) { return their }
    guard let before = base?.content(of: place) else { return nil }
    if before.utf8.elementsEqual(our.utf8) { return their }
    if before.utf8.elementsEqual(their.utf8) { return our }
    guard place.isText else { return nil }
    let lines = [before, our, their].map { LongText($0).lines }
    return LineMerge.merge(base: lines[0], ours: lines[1], theirs: lines[2]).map { LongText(lines: $0).string }
  }
}

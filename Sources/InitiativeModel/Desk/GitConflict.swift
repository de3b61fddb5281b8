// Holds what is asked about one place of a sheet of which git left two versions.

/// One place in which two versions of a sheet differ, and what it is to hold.
package struct GitConflict: Equatable, Sendable {
  package let place: SheetPlace
  package let ours: String
  package let theirs: String
  /// What a draft of an earlier answer holds, where it is none of the others.
  package private(set) var draft: String?
  package var answer: ConflictAnswer

  /// Describes a place.
  ///
  /// - Parameter draft: what an earlier answer made of it; the answer is that again.
  init(_ place: SheetPlace, of versions: GitVersions, draft: String?) {
    self.place = place
    ours = versions.ours.content(of: place)
    theirs = versions.theirs.content(of: place)
    answer = place.isText ? .both : ours.isEmpty ? .theirs : .ours
    guard let draft else { return }
    if let earlier = answers.first(where: { content(by: $0).utf8.elementsEqual(draft.utf8) }) {
      answer = earlier
    } else {
      self.draft = draft
      answer = .draft
    }
  }

  /// The answers that make sense: two choices, or two titles, cannot both stand.
  package var answers: [ConflictAnswer] {
    (place.isText ? [.both, .ours, .theirs] : [.ours, .theirs]) + (draft == nil ? [] : [.draft])
  }

  /// What the place gets by the answer; of both texts the lines that they share stand once.
  package var content: String { content(by: answer) }

  private func content(by answer: ConflictAnswer) -> String {
    switch answer {
    case .ours: return ours
    case .theirs: return theirs
    case .draft: return draft ?? ours
    case .both:
      guard place.isText else { return ours }
      return LongText(lines: LineMerge.both(ours: LongText(ours).lines, theirs: LongText(theirs).lines)).string
    }
  }
}

/// A place of a sheet that git can have found changed on both sides.
package enum SheetPlace: Hashable, Sendable {
  case field(SheetField)
  case starred
  case printedRequirement(ReviewPeriod)

  /// All but the number, in the form's order.
  static let all: [SheetPlace] =
    [.field(.title), .field(.subtitle), .starred, .field(.policyAndTargets), .field(.annualActions)]
    + ReviewPeriod.allCases.flatMap { period in
      period.fields.map { .field(.entry($0)) } + [.printedRequirement(period)]
    }

  /// The field of a draft that it is; nil for what no draft holds.
  var written: EntryField? {
    if case .field(let field) = self { return EntryField(field) }
    return nil
  }

  /// Whether lines stand in it.
  package var isText: Bool {
    switch self {
    case .field(.policyAndTargets), .field(.annualActions): true
    case .field(.entry(let field)): !field.isChoice
    case .field(.number), .field(.title), .field(.subtitle), .starred, .printedRequirement: false
    }
  }
}

extension InitiativeSheet {
  /// What a place holds, as it is stored.
  func content(of place: SheetPlace) -> String {
    switch place {
    case .starred: starred ? PrintedForm.star : ""
    case .printedRequirement(let period): printedRequirement(of: period)
    case .field(.number): String(number)
    case .field(.title): title
    case .field(.subtitle): subtitle
    case .field(.policyAndTargets): plan.policyAndTargets.string
    case .field(.annualActions): plan.annualActions.string
    case .field(.entry(let field)): content(of: field)
    }
  }

  /// Puts a content into a place; the number stays.
  mutating func setContent(_ content: String, of place: SheetPlace) {
    switch place {
    case .starred: starred = !content.isEmpty
    case .printedRequirement(let period): setPrintedRequirement(content, of: period)
    case .field(.number): break
    case .field(.title): title = content
    case .field(.subtitle): subtitle = content
    case .field(.policyAndTargets): plan.policyAndTargets = LongText(content)
    case .field(.annualActions): plan.annualActions = LongText(content)
    case .field(.entry(let field)): setContent(content, of: field)
    }
  }
}

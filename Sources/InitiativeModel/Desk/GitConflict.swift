// Holds what is asked about one place of a sheet of which git left two versions.

/// One place in which two versions of a sheet differ, and what it is to hold.
package struct GitConflict: Equatable, Sendable {
  package let place: SheetPlace
  package let ours: String
  package let theirs: String
  package var answer: ConflictAnswer

  init(_ place: SheetPlace, of versions: GitVersions) {
    self.place = place
    ours = versions.ours.content(of: place)
    theirs = versions.theirs.content(of: place)
    answer = place.isText ? .both : ours.isEmpty ? .theirs : .ours
  }

  /// The answers that make sense: two choices, or two titles, cannot both stand.
  package var answers: [ConflictAnswer] { place.isText ? ConflictAnswer.allCases : [.ours, .theirs] }

  /// What the place gets by the answer; of both texts the lines that they share stand once.
  package var content: String {
    switch answer {
    case .ours: return ours
    case .theirs: return theirs
    case .both:
      guard place.isText else { return ours }
      let lines = LineDifference.lines(from: LongText(theirs).lines, to: LongText(ours).lines)
      return LongText(
        lines: lines.map { line in
          switch line {
          case .same(let text), .removed(let text), .added(let text): text
          }
        }
      ).string
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

// Holds which sheets a list shows.

/// Which sheets a list shows.
public enum ListFilter: CaseIterable, Hashable, Sendable {
  /// All of them.
  case all
  /// Those in which the ② rule is broken.
  case deficient
  /// Those that were sent back.
  case sentBack
  /// Those with edits that no file holds, of this program or of an earlier one.
  case draft
  /// Those whose 中間振り返り is not complete.
  case midTermOpen
  /// Those whose 自己評価 is not complete.
  case finalOpen
  /// Those of which a period waits for a supervisor: it is complete, or was corrected after it was sent back.
  case awaitingMark
  /// Those of which a period is confirmed.
  case confirmed

  /// Whether a list shows a sheet.
  func shows(_ sheet: EditedSheet) -> Bool {
    let standings = ReviewPeriod.allCases.map { sheet.standing(of: $0) }
    switch self {
    case .all: return true
    case .deficient: return standings.contains { $0.entry == .deficient }
    case .sentBack: return standings.contains { $0.mark == .sentBack }
    case .draft: return sheet.isListedAsDraft || sheet.waitingDraftCount > 0
    case .midTermOpen: return sheet.standing(of: .midTerm).entry != .complete
    case .finalOpen: return sheet.standing(of: .final).entry != .complete
    case .awaitingMark:
      return standings.contains(where: \.awaitsMark)
    case .confirmed: return standings.contains { $0.mark == .confirmed }
    }
  }
}

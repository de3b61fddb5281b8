// Holds one sheet as the editor knows it: what the file says and what the person has made of it.

import InitiativeModel

/// The name of a sheet among all that are open: its book's folder and its file.
public struct SheetID: Hashable, Sendable {
  /// The book's folder, as a path.
  public let book: String
  /// The file in it, such as item-01.json.
  public let fileName: String

  /// Makes a name.
  public init(book: String, fileName: String) {
    self.book = book
    self.fileName = fileName
  }
}

/// One sheet being looked at or edited.
public struct EditedSheet: Equatable, Sendable {
  /// Its name.
  public let id: SheetID
  /// What the file holds.
  public internal(set) var saved: InitiativeSheet
  /// What is on screen: the saved sheet with the draft's edits.
  public internal(set) var edited: InitiativeSheet
  /// The supervisors' marks.
  public internal(set) var reviews: SheetReviews
  private var midTerm = PeriodStanding(entry: .notEntered, mark: nil)
  private var final = PeriodStanding(entry: .notEntered, mark: nil)
  var history = EditHistory()
  /// What was on screen when the sheet was handed to the disk; nil when no save is under way.
  var saving: InitiativeSheet?

  /// Opens a sheet; `draft` is the state in which edits of an earlier time left it.
  public init(
    id: SheetID, saved: InitiativeSheet, draft: InitiativeSheet? = nil, reviews: SheetReviews = SheetReviews()
  ) {
    self.id = id
    self.saved = saved
    self.reviews = reviews
    edited = saved
    if let draft {
      for field in EntryField.allCases { edited.copy(field, from: draft) }
    }
    followChange()
  }

  /// Whether there are edits that the file does not hold.
  public var hasDraft: Bool { !edited.entryDifferences(from: saved).isEmpty }

  /// The state of a period, with its draft.
  public func state(of period: ReviewPeriod) -> PeriodState { edited.state(of: period, saved: saved) }

  /// How a period stands, with what the supervisors say of it.
  public func standing(of period: ReviewPeriod) -> PeriodStanding { period == .midTerm ? midTerm : final }

  /// How a period of what the file holds stands, whatever was edited since.
  public func savedStanding(of period: ReviewPeriod) -> PeriodStanding {
    PeriodStanding(entry: saved.state(of: period), mark: standing(of: period).mark)
  }

  /// Finds out anew how both periods stand; lists ask for it far more often than it changes.
  mutating func followChange() {
    midTerm = PeriodStanding(entry: state(of: .midTerm), mark: reviews.state(of: .midTerm, in: saved))
    final = PeriodStanding(entry: state(of: .final), mark: reviews.state(of: .final, in: saved))
  }

  /// The periods in which the ② rule is broken.
  public var deficientPeriods: [ReviewPeriod] {
    ReviewPeriod.allCases.filter { RequiredWhenNotMetRule().isBroken(in: edited, period: $0) }
  }
}

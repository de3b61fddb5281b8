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

/// What a sheet's file held at some moment; what it held later has a larger number.
public struct FileVersion: Hashable, Comparable, Sendable {
  let number: Int

  /// Names a version.
  public init(_ number: Int) { self.number = number }

  /// What the file held when the sheet was opened.
  public static let opened = FileVersion(0)

  /// Whether the file held the left one first.
  public static func < (left: FileVersion, right: FileVersion) -> Bool { left.number < right.number }
}

/// A save that was asked for and has no answer yet.
struct SaveUnderWay: Equatable, Sendable {
  /// What its answer is known by.
  let ticket: Int
  /// What was on screen when the sheet was handed to the disk.
  let handed: InitiativeSheet
  /// Whether what was written since is to be saved as well.
  var isAskedAgain = false
  /// What somebody else wrote into the file meanwhile; it is put together with ours once the save has its answer.
  var change: FileContent?
}

/// What a sheet's file holds, and which version that is.
public struct FileContent: Equatable, Sendable {
  /// The sheet.
  public let sheet: InitiativeSheet
  /// The version.
  public let version: FileVersion

  /// Tells what a file holds.
  public init(_ sheet: InitiativeSheet, _ version: FileVersion) {
    self.sheet = sheet
    self.version = version
  }
}

/// One sheet being looked at or edited.
public struct EditedSheet: Equatable, Sendable {
  /// Its name.
  public let id: SheetID
  /// What the file holds.
  public internal(set) var saved: InitiativeSheet
  /// Which version of the file that is; what is edited began with it or was put together with it.
  public private(set) var version = FileVersion.opened
  /// What the file held before, where the disk has not confirmed what it holds: the draft stays until it has.
  private var unprovenOver: InitiativeSheet?
  /// What is on screen: the saved sheet with the draft's edits.
  public internal(set) var edited: InitiativeSheet
  /// The supervisors' marks.
  public internal(set) var reviews: SheetReviews
  private var midTerm = PeriodStanding(entry: .notEntered, mark: nil)
  private var final = PeriodStanding(entry: .notEntered, mark: nil)
  var history = EditHistory()
  /// The save that has no answer yet; there is one at a time.
  var saving: SaveUnderWay?
  /// The ticket of the last save.
  private var lastTicket = 0
  /// The comments that were begun and are not known to be in the file of the marks.
  var comments = WaitingComments()

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

  /// Whether there are edits of which it is not certain that the file holds them.
  public var hasDraft: Bool { unprovenOver != nil || saving != nil || !edited.entryDifferences(from: saved).isEmpty }

  /// The most that the entries of a sheet may hold together, in bytes: what a draft can keep.
  ///
  /// What a file can hold is less, and is said when it is saved.
  static let largestEntries = 32 * 1024 * 1024

  /// Hands what is on screen to the disk; the ticket by which the answer is known.
  mutating func beginSave() -> Int {
    lastTicket += 1
    saving = SaveUnderWay(ticket: lastTicket, handed: edited)
    return lastTicket
  }

  /// Takes over what a save of ours has written; what was typed since stays on screen.
  ///
  /// - Parameter isProven: whether it is certain to be on the disk.
  mutating func wasSaved(_ content: FileContent, handed: InitiativeSheet, isProven: Bool) {
    for field in EntryField.allCases where edited.agrees(with: handed, in: field) {
      edited.copy(field, from: content.sheet)
    }
    unprovenOver = isProven ? nil : unprovenOver ?? saved
    saved = content.sheet
    version = content.version
    history.close()
  }

  /// Takes over the entries of a draft of an earlier program, put together with what is on screen.
  mutating func takeOver(_ draft: InitiativeSheet) {
    for field in EntryField.allCases where !edited.agrees(with: draft, in: field) {
      history.forget(field)
      edited.copy(field, from: draft)
    }
  }

  /// Takes over what somebody else wrote, put together with what is on screen; undoing forgets the fields that changed.
  ///
  /// A disk that holds again what it held before an unconfirmed save has forgotten that save: what was saved stays ours.
  mutating func takeOver(_ content: FileContent) -> SheetMerge {
    let forgotten = unprovenOver.flatMap { content.sheet.entryDifferences(from: $0).isEmpty ? $0 : nil }
    let merge = SheetMerge(base: forgotten ?? saved, ours: edited, theirs: content.sheet)
    for field in EntryField.allCases where !merge.sheet.agrees(with: edited, in: field) { history.forget(field) }
    saved = content.sheet
    version = content.version
    unprovenOver = nil
    edited = content.sheet
    for field in EntryField.allCases { edited.copy(field, from: merge.sheet) }
    return merge
  }

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

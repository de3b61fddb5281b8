// Holds one sheet as the editor knows it: what the file says and what the person has made of it.

/// One sheet being looked at or edited.
public struct EditedSheet: Equatable, Sendable {
  /// Its name.
  public let id: SheetID
  /// What the file holds.
  public private(set) var saved: InitiativeSheet
  /// Which version of the file that is; what is edited began with it or was put together with it.
  public private(set) var version = FileVersion.opened
  /// What the file held before, where the disk has not confirmed what it holds: the draft stays until it has.
  private var unprovenOver: InitiativeSheet?
  /// The two versions that git left in its file, until the person has settled what becomes of them.
  package private(set) var versions: GitVersions?
  /// Whether the file holds both until what was settled is saved.
  package private(set) var isSettledInDraft = false
  /// What is on screen: the saved sheet with the draft's edits.
  public private(set) var edited: InitiativeSheet
  /// The supervisors' marks.
  public internal(set) var reviews: SheetReviews
  /// What lists show of it.
  private var shown = Shown()
  package var history = EditHistory()
  /// The save that has no answer yet; there is one at a time.
  package var saving: SaveUnderWay?
  /// The ticket of the last save.
  private var lastTicket = 0
  /// The comments that were begun and are not known to be in the file of the marks.
  package var comments = WaitingComments()
  /// Who else is editing it.
  public package(set) var holder: Holder?
  /// Whether the person edits it although somebody else does.
  package var isEditedAnyway = false
  /// The fields that two people changed, while it is not asked about them.
  package var conflicts: [FieldConflict] = []
  /// The drafts of earlier programs that wait for what becomes of them, the oldest first.
  public private(set) var waitingDrafts: [RecoverableDraft] = []
  /// How often its draft was changed in this session, and the last of these changes that is on the disk for certain.
  private var draftChanges = 0
  private var provenChange = 0

  /// What is shown of a sheet again and again; it is found out when something changes, as it is asked for far more often.
  private struct Shown: Equatable, Sendable {
    var midTerm = PeriodStanding(entry: .notEntered, mark: nil)
    var final = PeriodStanding(entry: .notEntered, mark: nil)
    var hasDraft = false
    /// The choices that decide on the periods.
    var midTermChoice: ChoiceOrdinal?
    var finalChoice: ChoiceOrdinal?
    var holder: Holder?
    var openComments: [ReviewMark] = []
    var waitingDrafts = 0
    /// What the file has beside the fields comes with it alone.
    var version = FileVersion.opened
    var title = ""
  }

  /// Opens a sheet.
  ///
  /// - Parameters:
  ///   - draft: the state in which edits of an earlier time left it.
  ///   - comments: those that an earlier program kept and no mark holds.
  ///   - versions: the two that git left in the file; `saved` is then the one that was to be merged.
  public init(
    id: SheetID, saved: InitiativeSheet, draft: InitiativeSheet? = nil, reviews: SheetReviews = SheetReviews(),
    comments: [String] = [], versions: GitVersions? = nil
  ) {
    self.id = id
    self.versions = versions
    self.saved = saved
    self.reviews = reviews
    edited = saved
    if let draft {
      for field in EntryField.written { edited.copy(field, from: draft) }
    }
    self.comments.add(comments)
    followChange()
  }

  /// Whether there are edits of which it is not certain that the file holds them.
  public var hasDraft: Bool {
    unprovenOver != nil || saving != nil || isSettledInDraft
      || !EntryField.written.allSatisfy { edited.agrees(with: saved, in: $0) }
  }

  /// The same, as lists ask for it.
  package var isListedAsDraft: Bool { shown.hasDraft }

  /// How many drafts of earlier programs wait.
  package var waitingDraftCount: Int { shown.waitingDrafts }

  /// Notes a draft of an earlier program that waits, once.
  package mutating func wait(for draft: RecoverableDraft) {
    if !waitingDrafts.contains(where: { $0.name == draft.name }) { waitingDrafts.append(draft) }
  }

  /// The last draft in which somebody has settled the two versions that the file still holds; nil where there is none.
  package var earlierAnswer: RecoverableDraft? { versions == nil ? nil : waitingDrafts.last(where: \.isOverFile) }

  /// A draft of an earlier program does not wait any more.
  mutating func forget(_ draft: RecoverableDraft) { waitingDrafts.removeAll { $0.name == draft.name } }

  /// The most that the entries of a sheet may hold together, in bytes: what a draft can keep.
  ///
  /// What a file can hold is less, and is said when it is saved.
  package static let largestEntries = 32 * 1024 * 1024

  /// Hands what is on screen to the disk; the ticket by which the answer is known.
  package mutating func beginSave() -> Int {
    lastTicket += 1
    saving = SaveUnderWay(ticket: lastTicket, handed: edited)
    return lastTicket
  }

  /// Takes over what a save of ours has written; what was typed since stays on screen.
  ///
  /// - Parameter isProven: whether it is certain to be on the disk.
  package mutating func wasSaved(_ content: FileContent, handed: InitiativeSheet, isProven: Bool) {
    for field in EntryField.written where edited.agrees(with: handed, in: field) {
      edited.copy(field, from: content.sheet)
    }
    unprovenOver = isProven ? nil : unprovenOver ?? saved
    isSettledInDraft = false
    saved = content.sheet
    version = content.version
    history.close()
  }

  /// Takes over the entries of a draft of an earlier program, put together with what is on screen.
  package mutating func takeOver(_ draft: InitiativeSheet) {
    for field in EntryField.written where !edited.agrees(with: draft, in: field) {
      history.forget(field)
      edited.copy(field, from: draft)
    }
  }

  /// Takes over what somebody else wrote, put together with what is on screen; undoing forgets the fields that changed.
  ///
  /// What was settled of two versions that git left is ours in every entry, whichever version it was; of title and plan
  /// what somebody else settled stands.
  /// A disk that holds again what it held before an unconfirmed save has forgotten that save: what was saved stays ours.
  package mutating func takeOver(_ content: FileContent) -> SheetMerge {
    let forgotten = unprovenOver.flatMap { content.sheet.entryDifferences(from: $0).isEmpty ? $0 : nil }
    let base = isSettledInDraft ? saved.withoutEntries : forgotten ?? saved
    let merge = SheetMerge(base: base, ours: edited, theirs: content.sheet)
    for field in EntryField.written where !merge.sheet.agrees(with: edited, in: field) { history.forget(field) }
    saved = content.sheet
    version = content.version
    unprovenOver = nil
    versions = nil
    isSettledInDraft = false
    edited = content.sheet
    for field in EntryField.written { edited.copy(field, from: merge.sheet) }
    return merge
  }

  /// Takes over two versions that git left in the file; nothing may be edited in it.
  mutating func takeOver(_ content: FileContent, _ versions: GitVersions) {
    _ = takeOver(content)
    self.versions = versions
  }

  /// Takes over what the person made of the two versions, as a draft: the file holds both until it is saved.
  mutating func settle(_ settled: InitiativeSheet) {
    edited = settled
    let entries = saved
    saved = settled
    for field in EntryField.allCases { saved.copy(field, from: entries) }
    versions = nil
    isSettledInDraft = true
  }

  /// The state of a period, with its draft.
  public func state(of period: ReviewPeriod) -> PeriodState { edited.state(of: period, saved: saved) }

  /// How a period stands, with what the supervisors say of it.
  public func standing(of period: ReviewPeriod) -> PeriodStanding { period == .midTerm ? shown.midTerm : shown.final }

  /// How a period of what the file holds stands, whatever was edited since.
  public func savedStanding(of period: ReviewPeriod) -> PeriodStanding {
    PeriodStanding(entry: saved.state(of: period), mark: standing(of: period).mark)
  }

  /// Finds out anew what lists show of it; whether that is something else than before.
  @discardableResult
  mutating func followChange() -> Bool {
    let before = shown
    shown = Shown(
      midTerm: PeriodStanding(entry: state(of: .midTerm), mark: reviews.state(of: .midTerm, in: saved)),
      final: PeriodStanding(entry: state(of: .final), mark: reviews.state(of: .final, in: saved)), hasDraft: hasDraft,
      midTermChoice: edited.choice(of: ReviewPeriod.midTerm.decidingChoice),
      finalChoice: edited.choice(of: ReviewPeriod.final.decidingChoice), holder: holder,
      openComments: reviews.openComments(in: saved),
      waitingDrafts: waitingDrafts.count, version: version, title: edited.fullTitle)
    return shown != before
  }

  // MARK: Edits

  /// Makes an edit; false where it does not fit what the sheet holds.
  package mutating func apply(_ edit: FieldEdit) -> Bool { edited.apply(edit) }

  /// Counts a change of the draft; the number by which its proof is known.
  package mutating func countDraftChange() -> Int {
    draftChanges += 1
    return draftChanges
  }

  /// Notes that the changes of the draft up to one are on the disk.
  package mutating func noteProof(ofChange change: Int) { provenChange = max(provenChange, change) }

  /// Whether every change of the draft is known to be on the disk.
  package var isDraftProven: Bool { provenChange == draftChanges }

  // MARK: Marks

  /// Takes over the supervisors' marks as they are.
  package mutating func takeOver(_ reviews: SheetReviews) { self.reviews = reviews }

  /// The comments that the staff have not answered, the oldest of each period first.
  public var openComments: [ReviewMark] { shown.openComments }

  /// The comments on a field that the staff have not answered, or, where there are none, those on its whole period.
  public func openComments(on field: EntryField) -> [ReviewMark] { openComments.meant(for: field, in: saved) }

  /// The periods in which the ② rule is broken.
  public var deficientPeriods: [ReviewPeriod] {
    ReviewPeriod.allCases.filter { standing(of: $0).entry == .deficient }
  }
}

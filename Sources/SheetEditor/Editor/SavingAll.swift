// Holds saving all drafts at once, from the list or before the program ends: what is asked, what came of it, what is said.

import InitiativeModel
import SheetWording

/// Saves of several sheets that were asked for together.
struct SavingAll: Equatable, Sendable {
  /// The sheets whose saves have no answer yet.
  var waiting: Set<SheetID> = []
  /// How many were saved.
  var saved = 0
  /// What could not be saved, and why.
  var unsaved: [UnsavedSheet] = []
  /// Whether the program is to end afterwards.
  var leaves = false

  /// Whether something went wrong that nobody could know of before it was asked for.
  var hasFailed: Bool { unsaved.contains(where: \.isUnexpected) }
}

/// A sheet that is not saved, and why.
struct UnsavedSheet: Equatable, Sendable {
  /// Why a sheet is not saved.
  enum Obstacle: Equatable, Sendable {
    /// A rule does not allow it.
    case rule(Finding)
    /// Somebody else is editing it.
    case held(Holder)
    /// Somebody else changed the same fields, and nobody has looked at that yet.
    case conflict([EntryField])
    /// Somebody else changed the file meanwhile.
    case changed
    /// The disk did not take it, or did not confirm it; what there is to say of that.
    case failed(String)
    /// Drafts of earlier programs wait for what becomes of them.
    case earlierDrafts(Int)
  }

  let id: SheetID
  let obstacle: Obstacle

  /// Whether nobody could know of it before it was asked for.
  var isUnexpected: Bool {
    switch obstacle {
    case .failed, .changed: true
    case .rule, .held, .conflict, .earlierDrafts: false
    }
  }

  /// The field that is to be seen to.
  var field: EntryField? {
    switch obstacle {
    case .rule(let finding): if case .entry(let field) = finding.field { field } else { nil }
    case .conflict(let fields): fields.first
    case .held, .changed, .failed, .earlierDrafts: nil
    }
  }
}

extension EditorState {
  /// Why a sheet cannot be saved without somebody looking at it; nil where it can.
  func obstacle(toSaving sheet: EditedSheet) -> UnsavedSheet.Obstacle? {
    if let holder = sheet.holder, !sheet.isEditedAnyway { return .held(holder) }
    let open = sheet.conflicts.filter { sheet.edited.content(of: $0.field) == $0.merged }.map(\.field)
    if !open.isEmpty { return .conflict(open) }
    return SheetRules.findings(in: sheet.edited).first { $0.severity == .blocking }.map { .rule($0) }
  }

  /// The sheets with edits that no file holds, in order, each with what keeps it from being saved.
  var draftSheets: [(sheet: EditedSheet, obstacle: UnsavedSheet.Obstacle?)] {
    library.allSheets.filter(\.isListedAsDraft).map { ($0, obstacle(toSaving: $0)) }
  }

  /// Hands all sheets to the disk that can be saved; says which cannot and why, when all answers are there.
  ///
  /// - Parameter leaving: whether the program is to end when everything asked for is on the disk.
  mutating func saveAll(leaving: Bool = false) -> [Effect] {
    var round = SavingAll()
    round.leaves = leaving
    var effects: [Effect] = []
    for (sheet, obstacle) in draftSheets {
      if let obstacle {
        round.unsaved.append(UnsavedSheet(id: sheet.id, obstacle: obstacle))
        continue
      }
      effects += ((try? library.save(sheet.id)) ?? []).map { .file($0) }
      if self.sheet(sheet.id)?.saving != nil { round.waiting.insert(sheet.id) }
    }
    if !leaving { round.unsaved += earlierDrafts }
    savingAll = round
    // What the rule does not allow stays a draft: that was said before it was asked for.
    if leaving, draftsAreKept, round.waiting.isEmpty { return [.quit] }
    guard !round.waiting.isEmpty else { return endSavingAll() }
    say(Wording.savingAll(round.waiting.count))
    // What the disk does not take would be lost with the program where drafts cannot be kept.
    isWaitingToLeave = leaving && (draftsAreKept || round.unsaved.isEmpty)
    return effects + (isWaitingToLeave ? [.quit] : [])
  }

  private var earlierDrafts: [UnsavedSheet] {
    library.allSheets.filter { $0.waitingDraftCount > 0 }.map {
      UnsavedSheet(id: $0.id, obstacle: .earlierDrafts($0.waitingDraftCount))
    }
  }

  /// Notes what came of one of the saves; with the last one it is said what came of all.
  mutating func noteAnswer(_ id: SheetID, _ outcome: SaveOutcome, said: Message?) -> [Effect] {
    guard savingAll?.waiting.contains(id) == true, let sheet = sheet(id), sheet.saving == nil else { return [] }
    savingAll?.waiting.remove(id)
    switch outcome {
    case .written:
      savingAll?.saved += 1
      if let obstacle = sheet.hasDraft ? obstacle(toSaving: sheet) : nil {
        savingAll?.unsaved.append(UnsavedSheet(id: id, obstacle: obstacle))
      }
    case .unproven, .failed:
      savingAll?.unsaved.append(UnsavedSheet(id: id, obstacle: .failed(said?.text ?? "")))
    case .changed:
      if sheet.hasDraft { savingAll?.unsaved.append(UnsavedSheet(id: id, obstacle: .changed)) }
    }
    guard savingAll?.waiting.isEmpty == true else {
      say(Wording.savingAll(savingAll?.waiting.count ?? 0))
      return []
    }
    return endSavingAll()
  }

  /// Says what came of all saves: in a list where several were not made, with the way to each.
  private mutating func endSavingAll() -> [Effect] {
    guard var round = savingAll else { return [] }
    savingAll = nil
    round.unsaved = round.unsaved.filter(\.isUnexpected) + round.unsaved.filter { !$0.isUnexpected }
    let isLeaving = round.leaves && isWaitingToLeave
    if isLeaving, !round.hasFailed { return [] }
    isWaitingToLeave = false
    guard let first = round.unsaved.first else {
      if round.saved == 0 {
        say(Wording.nothingToSave)
      } else {
        message = Message(Wording.savedAll(round.saved), .success)
      }
      return []
    }
    let tail = round.leaves ? Wording.notLeft : ""
    guard round.unsaved.count > 1, opened == nil, panels.isEmpty else {
      let words = round.unsaved.count == 1 ? sentence(first) : Wording.unsavedCount(round.unsaved.count)
      refuse(Wording.savedSome(round.saved) + words + tail)
      return []
    }
    show(UnsavedPanel(round.unsaved))
    refuse(Wording.savedSome(round.saved) + Wording.unsavedCount(round.unsaved.count) + tail)
    return []
  }

  /// Why a sheet is not saved, with its name.
  func sentence(_ unsaved: UnsavedSheet) -> String {
    Wording.unsaved(itemName(unsaved.id), unsaved.obstacle, draftsAreKept: draftsAreKept)
  }

  /// The number and the title of a sheet, behind its ward where there are several.
  func itemName(_ id: SheetID) -> String {
    wardPrefix(id) + (sheet(id).map { "\(Wording.itemName($0.edited.number)) \($0.edited.title)" } ?? id.fileName)
  }
}

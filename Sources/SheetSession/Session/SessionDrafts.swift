// Holds the drafts of a session: written at once, put on the disk beside the loop.

import Dispatch
import InitiativeModel
import SheetStorage
import SheetWording

/// The drafts of the sheets that are edited here, and those of earlier programs that wait for what becomes of them.
struct SessionDrafts {
  private var journals: [SheetID: DraftJournal] = [:]
  private var unsynced: Set<SheetID> = []
  /// The last change of each sheet's draft, by the front end's count.
  private var lastChanges: [SheetID: Int] = [:]
  /// Those of earlier programs, by their paths.
  private var found: [String: FoundDraft] = [:]
  private var lastStatus: DraftStatus?
  private var isSyncing = false
  /// Drafts have a thread of their own: a share that hangs does not keep them from the disk.
  private let queue = DispatchQueue(label: "furikaeri.drafts")
  private let box: ResultBox

  init(_ box: ResultBox) { self.box = box }

  /// Whether some edit may not be on the disk yet.
  var hasUnsynced: Bool { !unsynced.isEmpty }

  /// Takes over the drafts that were found with a book.
  mutating func opened(_ book: OpenedBook) {
    for draft in book.drafts { found[draft.found.path] = draft.found }
  }

  // MARK: Writing

  /// Puts an edit into a sheet's draft.
  ///
  /// - Parameters:
  ///   - base: what the sheet's file is believed to hold, with which a new draft begins.
  ///   - store: where the drafts of its book are kept.
  mutating func append(
    _ edit: FieldEdit, to id: SheetID, over base: StoredSheet, in store: DraftStore, change: Int
  ) -> [FileEvent] {
    wasChanged(id, change)
    _ = journal(for: id, base, store).append(edit)
    return report()
  }

  /// Begins a sheet's draft anew over what its file holds.
  mutating func restart(
    _ id: SheetID, with sheet: InitiativeSheet, over base: StoredSheet, in store: DraftStore, change: Int,
    replacing claimed: ClaimedDraft? = nil
  ) -> [FileEvent] {
    wasChanged(id, change)
    _ = journal(for: id, base, store).restart(over: base, sheet: sheet, replacing: claimed)
    return report()
  }

  /// A draft of an earlier program, to be gone on from or put away; once.
  mutating func takeFound(_ path: String) -> FoundDraft? { found.removeValue(forKey: path) }

  /// Removes a sheet's draft.
  mutating func drop(_ id: SheetID) -> [FileEvent] {
    unsynced.remove(id)
    journals.removeValue(forKey: id)?.finish()
    return report()
  }

  /// Puts a sheet's draft with what was thrown away.
  mutating func setAside(_ id: SheetID, in store: DraftStore) -> [FileEvent] {
    unsynced.remove(id)
    journals.removeValue(forKey: id)?.putAway(in: store)
    return report()
  }

  /// Notes in a sheet's draft that what it holds is handed to the disk.
  func noteSave(_ id: SheetID) { journals[id]?.noteSave() }

  private mutating func wasChanged(_ id: SheetID, _ change: Int) {
    unsynced.insert(id)
    lastChanges[id] = change
  }

  private mutating func journal(for id: SheetID, _ base: StoredSheet, _ store: DraftStore) -> DraftJournal {
    if let journal = journals[id] { return journal }
    let journal = store.journal(for: base, sheet: base.sheet)
    journals[id] = journal
    return journal
  }

  // MARK: Putting on the disk

  /// Puts every draft on the disk, beside the loop.
  ///
  /// One round is under way at a time: a disk that hangs is not asked again until it has answered.
  mutating func sync() {
    guard !isSyncing else { return }
    isSyncing = true
    let sync = takeUnsynced()
    queue.async { sync() }
  }

  /// The putting on the disk of all drafts that may not be there yet, to be done beside the loop.
  private mutating func takeUnsynced() -> @Sendable () -> Void {
    let asked = unsynced.compactMap { id in
      journals[id]?.copyOfDescriptor().map { (id: id, change: lastChanges[id] ?? 0, descriptor: $0) }
    }
    unsynced = []
    let box = box
    return { box.put(.synced(asked.map { ($0.id, $0.change, $0.descriptor.sync()) })) }
  }

  /// Tells which drafts are on the disk; those that are not are written down anew, where they can be kept.
  mutating func take(_ answers: [(id: SheetID, change: Int, proof: DraftProof)]) -> [FileEvent] {
    isSyncing = false
    var events: [FileEvent] = []
    for answer in answers {
      guard let journal = journals[answer.id] else { continue }
      let outcome = journal.take(answer.proof)
      if outcome == .writtenAnew { unsynced.insert(answer.id) }
      events += report()
      if outcome == .proven { events.append(.draftProven(answer.id, change: answer.change)) }
    }
    return events
  }

  /// Has drafts that could not be kept tried again, though nobody is typing: a disk may have room again.
  mutating func tryAgain() {
    for (id, journal) in journals {
      if case .notKept(.system) = journal.status { unsynced.insert(id) }
      if journal.isGone { unsynced.insert(id) }
    }
  }

  /// Waits until the drafts are on the disk.
  mutating func finish(until end: DispatchTime) {
    tryAgain()
    queue.wait(until: end, for: takeUnsynced())
  }

  /// Tells when drafts begin to be kept elsewhere; the draft that is kept worst counts for all.
  private mutating func report() -> [FileEvent] {
    let statuses = journals.values.map(\.status)
    let worst = [statuses.filter(\.isNotKept), statuses.filter { $0 != .kept }, statuses].first { !$0.isEmpty } ?? []
    guard let status = worst.first, !worst.contains(where: { $0 == lastStatus }) else { return [] }
    lastStatus = status
    switch status {
    case .kept: return [.draftPlace(.kept)]
    case .keptElsewhere(let folder): return [.draftPlace(.keptElsewhere(path: folder))]
    case .notKept(let error): return [.draftPlace(.notKept(reason: Wording.detail(error)))]
    }
  }
}

extension DraftStatus {
  /// Whether the draft is nowhere that can be relied on.
  fileprivate var isNotKept: Bool {
    if case .notKept = self { return true }
    return false
  }
}

extension DispatchQueue {
  /// Has something done behind what the queue is doing, and waits for it.
  func wait(until end: DispatchTime, for last: @escaping @Sendable () -> Void = {}) {
    let done = DispatchSemaphore(value: 0)
    async {
      last()
      done.signal()
    }
    _ = done.wait(timeout: end)
  }
}

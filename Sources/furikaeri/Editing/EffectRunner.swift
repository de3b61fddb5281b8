// Holds the running of effects: drafts at once, saves beside the loop so that a slow disk never stops typing.

import Dispatch
import InitiativeModel
import SheetEditor
import SheetStorage
import Synchronization

/// What a save beside the loop came to.
private enum SaveResult: Sendable {
  case written(SheetID, BookFolder.Written)
  case failed(SheetID, StorageError)
}

/// The results waiting for the loop.
private final class ResultBox: Sendable {
  private let results = Mutex<[SaveResult]>([])

  func put(_ result: SaveResult) {
    results.withLock { $0.append(result) }
    Wake.wake()
  }

  func takeAll() -> [SaveResult] {
    results.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}

/// Runs the editor's effects on files.
final class EffectRunner {
  private var stored: [SheetID: StoredSheet]
  private var journals: [SheetID: DraftJournal] = [:]
  private var stores: [String: DraftStore] = [:]
  private var unsynced: Set<SheetID> = []
  private let box = ResultBox()
  private let queue = DispatchQueue(label: "furikaeri.files")
  private var lastStatus: DraftStatus?

  /// Drafts of earlier programs that are waiting for what becomes of them.
  private var found: [SheetID: FoundDraft]

  init(stored: [SheetID: StoredSheet], found drafts: [OpenLibrary.Draft]) {
    self.stored = stored
    found = Dictionary(drafts.map { ($0.id, $0.found) }) { $1 }
  }

  /// Whether some edit may not be on the disk yet.
  var hasUnsyncedDrafts: Bool { !unsynced.isEmpty }

  /// Runs an effect on files; what happened at once comes back as events.
  func run(_ effect: Effect) -> [EditorEvent] {
    switch effect {
    case .appendDraft(let id, let edit, let cursor):
      guard let journal = journal(for: id) else { return [] }
      unsynced.insert(id)
      return report(journal.append(edit, cursor: cursor))
    case .save(let id, let sheet):
      save(id, sheet)
      return []
    case .restartDraft(let id, let sheet): return restart(id, sheet)
    case .dropDraft(let id):
      unsynced.remove(id)
      journals.removeValue(forKey: id)?.finish()
      return []
    case .resumeDraft(let id, let sheet): return resume(id, sheet)
    case .discardDraft(let id):
      discard(id)
      return []
    case .offerClipboard, .redrawEverything, .quit: return []
    }
  }

  /// Takes a draft of an earlier program over: its text is written down anew, then the old journal goes.
  private func resume(_ id: SheetID, _ sheet: InitiativeSheet) -> [EditorEvent] {
    guard let draft = found.removeValue(forKey: id) else { return [] }
    let events = restart(id, sheet)
    let store = store(id.book)
    if lastStatus.map({ $0.isOnDisk }) == true, store.isFree(draft) { store.remove(draft) }
    return events
  }

  private func discard(_ id: SheetID) {
    guard let draft = found.removeValue(forKey: id) else { return }
    let store = store(id.book)
    if store.isFree(draft) { store.discard(draft) }
  }

  /// The events of what was done beside the loop since the last time.
  func takeEvents() -> [EditorEvent] {
    box.takeAll().flatMap { result -> [EditorEvent] in
      switch result {
      case .written(let id, let written):
        stored[id] = written.stored
        return [.saved(id, written.stored.sheet)] + notices(of: written)
      case .failed(let id, .changedOnDisk(_, let now?)):
        stored[id] = now
        return [.changedOnDisk(id, now.sheet)]
      case .failed(let id, let error): return [.saveFailed(id, reason: Wording.sentence(error))]
      }
    }
  }

  private func notices(of written: BookFolder.Written) -> [EditorEvent] {
    var notices = written.foreignCopies.map { EditorEvent.notice(Wording.foreignCopy($0)) }
    if let error = written.historyError { notices.append(.notice(Wording.historyNotKept(Wording.detail(error)))) }
    return notices
  }

  /// Puts every draft on the disk; waits when asked to.
  func syncDrafts(waiting: Bool) {
    let dirty = unsynced.compactMap { journals[$0] }
    unsynced = []
    if waiting {
      for journal in dirty { journal.sync() }
    } else {
      let descriptors = dirty.compactMap { $0.copyOfDescriptor() }
      queue.async { for descriptor in descriptors { descriptor.sync() } }
    }
  }

  /// Waits until no save is under way.
  func finishSaves() { queue.sync {} }

  private func save(_ id: SheetID, _ sheet: ValidatedSheet) {
    guard let base = stored[id] else { return }
    let folder = BookFolder(path: id.book, author: .current)
    let box = box
    queue.async {
      do {
        box.put(.written(id, try folder.write(sheet, over: base)))
      } catch let error as StorageError {
        box.put(.failed(id, error))
      } catch {
        box.put(.failed(id, .wouldNotReadBack(path: id.fileName)))
      }
    }
  }

  private func restart(_ id: SheetID, _ sheet: InitiativeSheet) -> [EditorEvent] {
    guard let base = stored[id] else { return [] }
    let old = journals.removeValue(forKey: id)
    let journal = store(id.book).journal(for: base, sheet: sheet)
    journals[id] = journal
    let status = journal.begin()
    unsynced.insert(id)
    if status.isOnDisk { old?.finish() }
    return report(status)
  }

  private func journal(for id: SheetID) -> DraftJournal? {
    if let journal = journals[id] { return journal }
    guard let base = stored[id] else { return nil }
    let journal = store(id.book).journal(for: base, sheet: base.sheet)
    journals[id] = journal
    return journal
  }

  private func store(_ book: String) -> DraftStore {
    if let store = stores[book] { return store }
    let store = OpenLibrary.draftStore(book)
    stores[book] = store
    return store
  }

  /// Tells the editor when drafts begin to be kept elsewhere.
  private func report(_ status: DraftStatus) -> [EditorEvent] {
    guard status != lastStatus else { return [] }
    lastStatus = status
    switch status {
    case .kept: return [.draftPlace(.kept)]
    case .keptElsewhere(let folder): return [.draftPlace(.keptElsewhere(path: folder))]
    case .notKept(let error): return [.draftPlace(.notKept(reason: Wording.detail(error)))]
    }
  }
}

extension DraftStatus {
  /// Whether the draft is on disk somewhere.
  fileprivate var isOnDisk: Bool {
    switch self {
    case .kept, .keptElsewhere: true
    case .notKept: false
    }
  }
}

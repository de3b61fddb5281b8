// Holds the running of effects: drafts at once, saves beside the loop so that a slow disk never stops typing.

import Dispatch
import InitiativeModel
import SheetEditor
import SheetStorage
import Synchronization

/// What something done beside the loop came to.
private enum FileResult: Sendable {
  case written(SheetID, BookFolder.Written)
  case failed(SheetID, StorageError)
  case marked(SheetID, PresenceMark.Outcome)
  case looked(SheetID, FileMark?, Result<StoredSheet, StorageError>?, Presence?)
  case cleared([String])
}

/// The results waiting for the loop.
private final class ResultBox: Sendable {
  private let results = Mutex<[FileResult]>([])

  func put(_ result: FileResult) {
    results.withLock { $0.append(result) }
    Wake.wake()
  }

  func takeAll() -> [FileResult] {
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
  /// The marks of the sheets that are being edited here; nil while one is being set.
  private var marks: [SheetID: PresenceMark?] = [:]
  private var holders: [SheetID: Presence] = [:]
  private var seen: [SheetID: FileMark] = [:]
  private var isLooking = false

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
      mark(id)
      return report(journal.append(edit, cursor: cursor))
    case .save(let id, let sheet):
      save(id, sheet)
      return []
    case .restartDraft(let id, let sheet): return restart(id, sheet)
    case .dropDraft(let id):
      unsynced.remove(id)
      journals.removeValue(forKey: id)?.finish()
      marks[id] = nil
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
      case .marked(let id, let outcome): return takeMark(id, outcome)
      case .looked(let id, let mark, let now, let holder): return takeLook(id, mark, now, holder)
      case .cleared(let copies): return copies.map { .notice(Wording.foreignCopy($0)) }
      }
    }
  }

  // MARK: Other people

  /// Looks beside the loop whether somebody else changed a sheet's file or is editing it.
  func look(at id: SheetID) {
    guard !isLooking else { return }
    isLooking = true
    let isMine = marks[id] != nil
    let last = seen[id]
    let box = box
    queue.async {
      let mark = FileMark(of: id.fileName, in: id.book)
      var now: Result<StoredSheet, StorageError>?
      if mark != last {
        do throws(StorageError) {
          now = .success(try BookFolder(path: id.book).loadSheet(id.fileName))
        } catch {
          now = .failure(error)
        }
      }
      let holder = isMine ? nil : PresenceMark.holder(of: id.fileName, in: id.book)
      box.put(.looked(id, mark, now, holder))
    }
  }

  /// Clears up beside the loop what ended programs left in the books.
  func clearUp(_ books: [String]) {
    let box = box
    queue.async {
      let copies = books.flatMap { BookFolder(path: $0, author: .current).clearUp() }
      if !copies.isEmpty { box.put(.cleared(copies)) }
    }
  }

  private func takeLook(
    _ id: SheetID, _ mark: FileMark?, _ now: Result<StoredSheet, StorageError>?, _ holder: Presence?
  ) -> [EditorEvent] {
    isLooking = false
    seen[id] = mark
    var events: [EditorEvent] = []
    switch now {
    case .success(let sheet) where sheet.bytes != stored[id]?.bytes:
      stored[id] = sheet
      events.append(.changedOnDisk(id, sheet.sheet))
    case .failure(let error): events.append(.notice(Wording.sentence(error)))
    case .success, nil: break
    }
    if holder != holders[id] {
      holders[id] = holder
      events.append(.holder(id, holder.map { Wording.holder($0) }))
    }
    return events
  }

  /// Marks a sheet as being edited, once.
  private func mark(_ id: SheetID) {
    guard marks[id] == nil else { return }
    marks[id] = .some(nil)
    let box = box
    queue.async { box.put(.marked(id, PresenceMark.mark(id.fileName, in: id.book, author: .current))) }
  }

  private func takeMark(_ id: SheetID, _ outcome: PresenceMark.Outcome) -> [EditorEvent] {
    guard marks[id] != nil else { return [] }
    switch outcome {
    case .marked(let mark): marks[id] = mark
    case .impossible: break
    case .held(let holder):
      marks[id] = nil
      guard holder != holders[id] else { return [] }
      holders[id] = holder
      return [.holder(id, Wording.holder(holder))]
    }
    return []
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
    mark(id)
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

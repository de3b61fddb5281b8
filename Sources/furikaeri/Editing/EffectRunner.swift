// Holds the running of effects: drafts at once, saves beside the loop so that a slow disk never stops typing.

import Dispatch
import InitiativeModel
import SheetEditor
import SheetStorage
import SheetWording
import Synchronization

/// What something done beside the loop came to.
enum FileResult: Sendable {
  /// A book was opened.
  case opened(OpenedBook)
  /// What came of the save of a ticket.
  case saved(SheetID, Result<BookFolder.Written, StorageError>, ticket: Int)
  case marked(SheetID, PresenceMark.Outcome)
  case looked([Look], holders: [SheetID: Presence], of: [SheetID])
  case cleared([String])
  /// What came of putting drafts on the disk, and the last change of each that stood in it when that was asked for.
  case synced([(id: SheetID, change: Int, proof: DraftProof)])
  /// The marks of a sheet after that of a ticket was set.
  case reviewed(SheetID, ReviewPeriod, Result<SheetReviews, StorageError>, ticket: Int)
  case history(SheetID, LastSave)
  /// The path of a copy that was written elsewhere.
  case copied(Result<String, StorageError>)
}

/// The results waiting for the loop.
final class ResultBox: Sendable {
  private let results = Mutex<[FileResult]>([])

  func put(_ result: FileResult) {
    results.withLock { $0.append(result) }
    Wake.wake()
  }

  func takeFirst() -> FileResult? { results.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}

/// Runs the editor's effects on files.
final class EffectRunner {
  /// What the files hold, as the editor believes: saves replace it, drafts begin with it.
  ///
  /// The editor alone says when another version takes its place (`Effect.follow`).
  private(set) var stored: [SheetID: StoredSheet] = [:]
  /// What the files were found to hold since, the newest last.
  private var newer: [SheetID: [(version: FileVersion, sheet: StoredSheet)]] = [:]
  private var lastVersion = 0
  /// What the books' headers said when they were opened.
  private(set) var headers: [String: BookHeader] = [:]
  /// The tickets of the saves that have no answer yet.
  private var saving: Set<SheetID> = []
  private var journals: [SheetID: DraftJournal] = [:]
  /// Where the drafts of a book are kept, by its path and header.
  private let drafts: (String, BookHeader?) -> DraftStore
  private var stores: [String: DraftStore] = [:]
  private var unsynced: Set<SheetID> = []
  /// The last change of each sheet's draft, by the editor's count.
  private var lastChanges: [SheetID: Int] = [:]
  let box = ResultBox()
  let queue = DispatchQueue(label: "furikaeri.files")
  /// Drafts have a thread of their own: a share that hangs does not keep them from the disk.
  private let draftQueue = DispatchQueue(label: "furikaeri.drafts")
  private var lastStatus: DraftStatus?
  /// The marks of the sheets that are being edited here; nil while one is being set.
  var marks: [SheetID: PresenceMark?] = [:]
  /// The sheets whose mark was asked for and has no answer yet: a second one would meet the first.
  var asksForMark: Set<SheetID> = []
  var holders: [SheetID: Presence] = [:]
  /// What the files of sheets and of their marks looked like when they were last read.
  var seen: [SheetID: FileMark] = [:]
  var seenReviews: [SheetID: FileMark] = [:]
  /// Whether a look is under way.
  var isLooking = false
  private var isSyncing = false

  /// Drafts of earlier programs that are waiting for what becomes of them.
  var found: [SheetID: FoundDraft] = [:]

  /// Makes a runner; tests keep the drafts elsewhere.
  init(drafts: @escaping (String, BookHeader?) -> DraftStore = { OpenLibrary.draftStore($0, $1) }) {
    self.drafts = drafts
  }

  /// Whether some edit may not be on the disk yet.
  var hasUnsyncedDrafts: Bool { !unsynced.isEmpty }

  /// Runs an effect on files; what happened at once comes back as events.
  func run(_ effect: FileEffect) -> [FileEvent] {
    switch effect {
    case .appendDraft(let id, let edit, let change):
      guard let journal = journal(for: id) else { return [] }
      draftWasChanged(id, change)
      mark(id)
      _ = journal.append(edit)
      return report()
    case .follow(let id, let version):
      follow(id, version)
      return []
    case .save(let id, let sheet, let ticket):
      save(id, sheet, ticket)
      return []
    case .saveCopy(let id, let sheet):
      saveCopy(id, sheet)
      return []
    case .restartDraft(let id, let sheet, let change): return restart(id, sheet, change)
    case .dropDraft(let id):
      unsynced.remove(id)
      journals.removeValue(forKey: id)?.finish()
      marks[id] = nil
      return report()
    case .resumeDraft(let id, let sheet, let change): return resume(id, sheet, change)
    case .discardDraft(let id): return discard(id)
    case .mark(let id, let mark, let ticket):
      set(mark, on: id, ticket)
      return []
    case .readHistory(let id):
      readHistory(id)
      return []
    case .keepComments(let id, let texts): return keep(texts, for: id)
    }
  }

  /// Takes a draft of an earlier program over: its text is written down anew, and when that is proven to be on the disk
  /// the old journal goes; one that somebody may have open is copied and stays.
  private func resume(_ id: SheetID, _ sheet: InitiativeSheet, _ change: Int) -> [FileEvent] {
    guard let draft = found.removeValue(forKey: id) else { return [] }
    return restart(id, sheet, change, replacing: store(id.book).claim(draft))
  }

  private func discard(_ id: SheetID) -> [FileEvent] {
    guard let draft = found.removeValue(forKey: id) else { return [] }
    let store = store(id.book)
    return store.isOwned(draft) || store.discard(draft) ? [] : [.notice(Wording.draftNotPutAway(draft.path))]
  }

  /// Tells the editor of one thing that was done beside the loop; nil when there is none.
  ///
  /// One at a time: what follows from it is asked for before the next is told.
  func takeEvents() -> [FileEvent]? { box.takeFirst().map { events(of: $0) } }

  private func events(of result: FileResult) -> [FileEvent] {
    switch result {
    case .opened(let book):
      take(book)
      return [.bookOpened(book.section, book.sheets, book.drafts.map(\.offered))]
    case .saved(let id, let result, let ticket):
      saving.remove(id)
      return [.saveAnswered(id, outcome(of: result, id), ticket: ticket)]
        + ((try? result.get()).map { notices(of: $0) } ?? [])
    case .marked(let id, let outcome): return takeMark(id, outcome)
    case .looked(let looks, let holders, let sheets):
      isLooking = false
      tryAgain()
      return looks.flatMap { takeLook($0) } + takeHolders(holders, of: sheets)
    case .synced(let answers): return takeSync(answers)
    case .history(let id, let lastSave): return [.lastSave(id, lastSave)]
    case .reviewed(let id, let period, .success(let reviews), let ticket):
      return [.marked(id, reviews, period, ticket: ticket)]
    case .reviewed(let id, _, .failure(let error), let ticket):
      return [.markingFailed(id, reason: Wording.sentence(error), ticket: ticket)]
    case .copied(.success(let path)): return [.notice(Wording.copied(to: path))]
    case .copied(.failure(let error)): return [.notice(Wording.sentence(error))]
    case .cleared(let copies): return copies.map { .notice(Wording.foreignCopy($0)) }
    }
  }

  private func outcome(of result: Result<BookFolder.Written, StorageError>, _ id: SheetID) -> SaveOutcome {
    switch result {
    case .success(let written):
      let content = found(written.stored, in: id)
      return written.unproven.map { .unproven(content, reason: Wording.detail($0)) } ?? .written(content)
    case .failure(.changedOnDisk(_, let now?)): return .changed(found(now, in: id))
    case .failure(let error): return .failed(reason: Wording.sentence(error))
    }
  }

  /// Notes what a file holds: the same bytes are the same version.
  private func found(_ sheet: StoredSheet, in id: SheetID) -> FileContent {
    if let last = newer[id]?.last, last.sheet.bytes == sheet.bytes { return FileContent(sheet.sheet, last.version) }
    lastVersion += 1
    let version = FileVersion(lastVersion)
    newer[id, default: []].append((version, sheet))
    return FileContent(sheet.sheet, version)
  }

  /// Notes what a look found in a file; nil where that is known.
  func foundByLooking(_ sheet: StoredSheet, in id: SheetID) -> FileContent? {
    let known = newer[id]?.last?.sheet ?? stored[id]
    return sheet.bytes == known?.bytes ? nil : found(sheet, in: id)
  }

  /// Notes what the files of a book held when it was opened, and whose book it is.
  func opened(_ sheets: [SheetID: StoredSheet], _ section: BookSection) {
    stored.merge(sheets) { $1 }
    headers[section.path] = section.header
  }

  private func follow(_ id: SheetID, _ version: FileVersion) {
    guard let sheet = newer[id]?.first(where: { $0.version == version })?.sheet else { return }
    stored[id] = sheet
    newer[id]?.removeAll { $0.version <= version }
  }

  private func notices(of written: BookFolder.Written) -> [FileEvent] {
    var notices = written.foreignCopies.map { FileEvent.notice(Wording.foreignCopy($0)) }
    if let error = written.historyError {
      notices.append(.notice(Wording.historyNotKept(error, written.stored.fileName)))
    }
    return notices
  }

  /// Puts every draft on the disk, beside the loop.
  ///
  /// One round is under way at a time: a disk that hangs is not asked again until it has answered.
  func syncDrafts() {
    guard !isSyncing else { return }
    isSyncing = true
    let sync = takeUnsynced()
    draftQueue.async { sync() }
  }

  /// The putting on the disk of all drafts that may not be there yet, to be done beside the loop.
  private func takeUnsynced() -> @Sendable () -> Void {
    let asked = unsynced.compactMap { id in
      journals[id]?.copyOfDescriptor().map { (id: id, change: lastChanges[id] ?? 0, descriptor: $0) }
    }
    unsynced = []
    let box = box
    return { box.put(.synced(asked.map { ($0.id, $0.change, $0.descriptor.sync()) })) }
  }

  /// Tells the editor which drafts are on the disk; those that are not are written down anew, where they can be kept.
  private func takeSync(_ answers: [(id: SheetID, change: Int, proof: DraftProof)]) -> [FileEvent] {
    isSyncing = false
    return answers.flatMap { answer -> [FileEvent] in
      guard let journal = journals[answer.id] else { return [] }
      switch journal.take(answer.proof) {
      case .proven: return report() + [.draftProven(answer.id, change: answer.change)]
      case .writtenAnew: unsynced.insert(answer.id)
      case .nothing: break
      }
      return report()
    }
  }

  /// Has drafts that could not be kept tried again, though nobody is typing: a disk may have room again.
  private func tryAgain() {
    for (id, journal) in journals {
      if case .notKept(.system) = journal.status { unsynced.insert(id) }
      if journal.isGone { unsynced.insert(id) }
    }
  }

  private func draftWasChanged(_ id: SheetID, _ change: Int) {
    unsynced.insert(id)
    lastChanges[id] = change
  }

  /// Waits until the drafts are on the disk and no save is under way; not longer than some seconds.
  func finish(within seconds: Double) {
    tryAgain()
    let end = DispatchTime.now() + seconds
    wait(for: draftQueue, until: end, takeUnsynced())
    wait(for: queue, until: end) {}
  }

  /// Has something done behind what a queue is doing, and waits for it.
  private func wait(for queue: DispatchQueue, until end: DispatchTime, _ last: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    queue.async {
      last()
      done.signal()
    }
    _ = done.wait(timeout: end)
  }

  /// Whether a save has no answer yet.
  var isSaving: Bool { !saving.isEmpty }

  private func save(_ id: SheetID, _ sheet: ValidatedSheet, _ ticket: Int) {
    guard let base = stored[id] else { return }
    saving.insert(id)
    journals[id]?.noteSave()
    let folder = BookFolder(path: id.book, author: .current)
    let header = headers[id.book]
    let box = box
    queue.async {
      let result = Result { () throws(StorageError) in
        try EffectRunner.requireSameBook(folder, header)
        return try folder.write(sheet, over: base)
      }
      box.put(.saved(id, result, ticket: ticket))
    }
  }

  /// Sees that a folder still holds the ward's and year's book that was opened; one whose header cannot be read passes.
  static func requireSameBook(_ folder: BookFolder, _ opened: BookHeader?) throws(StorageError) {
    guard let opened, let now = try? folder.loadHeader() else { return }
    guard now.ward == opened.ward, now.fiscalYear == opened.fiscalYear else { throw .otherBook(path: folder.path) }
  }

  /// Writes a copy into the home folder.
  private func saveCopy(_ id: SheetID, _ sheet: ValidatedSheet) {
    guard let base = stored[id] else { return }
    let place = environment("HOME") ?? "."
    let box = box
    queue.async {
      do throws(StorageError) {
        box.put(.copied(.success(try BookFolder(path: id.book).writeCopy(sheet, like: base, into: place))))
      } catch {
        box.put(.copied(.failure(error)))
      }
    }
  }

  private func restart(
    _ id: SheetID, _ sheet: InitiativeSheet, _ change: Int, replacing claimed: ClaimedDraft? = nil
  ) -> [FileEvent] {
    guard let base = stored[id], let journal = journal(for: id) else { return [] }
    draftWasChanged(id, change)
    mark(id)
    _ = journal.restart(over: base, sheet: sheet, replacing: claimed)
    return report()
  }

  private func journal(for id: SheetID) -> DraftJournal? {
    if let journal = journals[id] { return journal }
    guard let base = stored[id] else { return nil }
    let journal = store(id.book).journal(for: base, sheet: base.sheet)
    journals[id] = journal
    return journal
  }

  func store(_ book: String) -> DraftStore {
    if let store = stores[book] { return store }
    let store = drafts(book, headers[book])
    stores[book] = store
    return store
  }

  /// Tells the editor when drafts begin to be kept elsewhere; the draft that is kept worst counts for all.
  private func report() -> [FileEvent] {
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

// Holds the work on the files of a library that is open, for whatever front end.

import Dispatch
import InitiativeModel
import SheetStorage
import SheetWording

/// Runs what a front end asks of the files of a library: drafts at once, everything else beside its loop, so that a slow
/// disk never stops typing.
///
/// A front end holds the `Library`, gives the session what follows from each change of it (`run`), and the library what
/// the session tells (`takeEvents`). A session is used from one thread.
public final class LibrarySession {
  private var files = KnownFiles()
  private(set) var people: OtherPeople
  private var drafts: SessionDrafts
  /// The sheets whose save has no answer yet.
  private var saving: Set<SheetID> = []
  let places: DraftPlaces
  private var stores: [String: DraftStore] = [:]
  let box: ResultBox
  /// Looks and saves take turns.
  let queue = DispatchQueue(label: "furikaeri.files")

  /// Makes a session without books.
  ///
  /// - Parameters:
  ///   - places: where drafts are kept.
  ///   - onResult: called on any thread when something done beside the loop waits to be taken (`takeEvents`).
  public init(drafts places: DraftPlaces = .current, onResult: @escaping @Sendable () -> Void = {}) {
    self.places = places
    box = ResultBox(onResult: onResult)
    drafts = SessionDrafts(box)
    people = OtherPeople(queue, box)
  }

  // MARK: What a front end asks for

  /// Runs effects on files; what happened at once comes back as events.
  public func run(_ effect: FileEffect) -> [FileEvent] {
    switch effect {
    case .appendDraft(let id, let edit, let change):
      guard let base = files[id] else { return [notKept(id)] }
      people.claim(id)
      return drafts.append(edit, to: id, over: base, in: store(id.book), change: change)
    case .follow(let id, let version): files.follow(id, version)
    case .save(let id, let sheet, let ticket):
      guard let base = files[id] else {
        return [.saveAnswered(id, .failed(reason: unknown(id)), ticket: ticket)]
      }
      save(id, sheet, over: base, ticket)
    case .saveCopy(let id, let sheet):
      guard let base = files[id] else { return [.notice(unknown(id))] }
      saveCopy(id, sheet, like: base)
    case .restartDraft(let id, let sheet, let change): return restart(id, sheet, change)
    case .dropDraft(let id):
      people.letGo(id)
      return drafts.drop(id)
    case .setDraftAside(let id):
      people.letGo(id)
      return drafts.setAside(id, in: store(id.book))
    case .resumeDraft(let id, let sheet, let change, let name):
      guard let draft = drafts.takeFound(name) else { return [] }
      return restart(id, sheet, change, replacing: store(id.book).claim(draft))
    case .discardDraft(let id, let name):
      guard let draft = drafts.takeFound(name) else { return [] }
      let store = store(id.book)
      return store.isOwned(draft) || store.discard(draft) ? [] : [.notice(Wording.draftNotPutAway(draft.path))]
    case .mark(let id, let mark, let ticket): return set(mark, on: id, files.headers[id.book], ticket)
    case .reply(let id, let reply, let ticket): add(reply, on: id, ticket)
    case .readHistory(let id): readHistory(id)
    case .keepComments(let id, let texts): return keep(texts, for: id)
    case .fixPlan(let path): fixPlan(path)
    }
    return []
  }

  /// Tells of one thing that was done beside the loop; nil when there is none.
  ///
  /// One at a time: what follows from it is asked for before the next is told.
  public func takeEvents() -> [FileEvent]? { box.takeFirst().map { events(of: $0) } }

  /// Looks beside the loop whether somebody else changed or marked sheets, or is editing them.
  public func look(at sheets: [SheetID]) { people.look(at: sheets, files.headers) }

  /// Whether some edit may not be on the disk yet.
  public var hasUnsyncedDrafts: Bool { drafts.hasUnsynced }

  /// Puts every draft on the disk, beside the loop; a front end asks for it when nobody has typed for a moment, and once
  /// a second.
  public func syncDrafts() { drafts.sync() }

  /// Whether a save has no answer yet.
  public var isSaving: Bool { !saving.isEmpty }

  /// Waits until the drafts are on the disk and no save is under way; not longer than some seconds.
  ///
  /// The answers are then to be taken, and may ask for more.
  public func finish(within seconds: Double) {
    let end = DispatchTime.now() + seconds
    drafts.finish(until: end)
    queue.wait(until: end)
  }

  // MARK: Answers

  private func events(of result: FileResult) -> [FileEvent] {
    switch result {
    case .opened(let book):
      take(book)
      return [.bookOpened(book.section, book.sheets, book.offeredDrafts)]
    case .saved(let id, let result, let ticket):
      saving.remove(id)
      return [.saveAnswered(id, outcome(of: result, id), ticket: ticket)]
        + ((try? result.get()).map { notices(of: $0) } ?? [])
    case .claimed(let id, let outcome): return people.takeClaim(id, outcome)
    case .looked(let changes, let holders, let sheets):
      drafts.tryAgain()
      return people.takeLook(changes, holders, of: sheets, &files)
    case .synced(let answers): return drafts.take(answers)
    case .history(let id, let lastSave): return [.lastSave(id, lastSave)]
    case .reviewed(let id, let period, .success(let reviews), let ticket):
      return [.marked(id, reviews, period, ticket: ticket)]
    case .reviewed(let id, _, .failure(let error), let ticket):
      return [.markingFailed(id, reason: Wording.sentence(error), ticket: ticket)]
    case .copied(.success(let path)): return [.notice(Wording.copied(to: path))]
    case .copied(.failure(let error)): return [.notice(Wording.sentence(error))]
    case .planFixed(let path, .success(let header)): return [.planFixed(path, header)]
    case .planFixed(_, .failure(let error)): return [.notice(Wording.planNotSet(error))]
    case .cleared(let copies): return copies.map { .notice(Wording.foreignCopy($0)) }
    }
  }

  private func outcome(of result: Result<BookFolder.Written, StorageError>, _ id: SheetID) -> SaveOutcome {
    switch result {
    case .success(let written):
      let content = files.found(written.stored, in: id)
      return written.unproven.map { .unproven(content, reason: Wording.detail($0)) } ?? .written(content)
    case .failure(.changedOnDisk(_, let now?)): return .changed(files.found(now, in: id))
    case .failure(let error): return .failed(reason: Wording.sentence(error))
    }
  }

  private func notices(of written: BookFolder.Written) -> [FileEvent] {
    var notices = written.foreignCopies.map { FileEvent.notice(Wording.foreignCopy($0)) }
    if let error = written.historyError {
      notices.append(.notice(Wording.historyNotKept(error, written.stored.fileName)))
    }
    return notices
  }

  // MARK: Books, drafts and saves

  /// Notes what is known of a book that was opened.
  func opened(_ book: OpenedBook) {
    files.opened(book)
    people.opened(book)
    drafts.opened(book)
  }

  /// Where the drafts of a book are kept.
  func store(_ book: String) -> DraftStore {
    if let store = stores[book] { return store }
    let store = places.store(of: book, files.headers[book])
    stores[book] = store
    return store
  }

  /// What is said of a sheet whose book was not given to the session.
  private func unknown(_ id: SheetID) -> String {
    Wording.sentence(StorageError.notFound(path: "\(id.book)/\(id.fileName)"))
  }

  private func notKept(_ id: SheetID) -> FileEvent { .draftPlace(.notKept(reason: unknown(id))) }

  /// Begins a sheet's draft anew.
  ///
  /// - Parameter claimed: the draft of an earlier program that it takes over: the old journal goes when the new one is
  ///   proven to be on the disk; one that somebody may have open is copied and stays.
  private func restart(
    _ id: SheetID, _ sheet: InitiativeSheet, _ change: Int, replacing claimed: ClaimedDraft? = nil
  ) -> [FileEvent] {
    guard let base = files[id] else { return [notKept(id)] }
    people.claim(id)
    return drafts.restart(id, with: sheet, over: base, in: store(id.book), change: change, replacing: claimed)
  }

  private func save(_ id: SheetID, _ sheet: ValidatedSheet, over base: StoredSheet, _ ticket: Int) {
    saving.insert(id)
    drafts.noteSave(id)
    let folder = BookFolder(path: id.book, author: .current)
    let header = files.headers[id.book]
    let box = box
    queue.async {
      let result = Result { () throws(StorageError) in
        try folder.requireSameBook(header)
        return try folder.write(sheet, over: base) { () throws(StorageError) in
          try folder.requireOpenPlan(for: sheet.sheet, over: base)
        }
      }
      box.put(.saved(id, result, ticket: ticket))
    }
  }

  /// Writes a copy into the home folder.
  private func saveCopy(_ id: SheetID, _ sheet: ValidatedSheet, like base: StoredSheet) {
    let place = environment("HOME") ?? "."
    let box = box
    queue.async {
      let result = Result { () throws(StorageError) in
        try BookFolder(path: id.book).writeCopy(sheet, like: base, into: place)
      }
      box.put(.copied(result))
    }
  }
}

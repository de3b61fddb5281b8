// Holds where drafts are kept, and what becomes of those that an earlier program left.

import Glibc
import InitiativeModel

/// The places of drafts for one book.
public struct DraftStore: Sendable {
  private let folder: String
  private let identity: BookIdentity
  let places: [String]
  let calls: any FileCalls
  private let listing: DraftListing?
  /// The comments that this program keeps, for all copies of this store.
  let ownComments = OwnComments()

  /// Names the places for a book's folder.
  ///
  /// - Parameters:
  ///   - stateHome: the value of XDG_STATE_HOME, or nil.
  ///   - home: the home folder, or nil.
  ///   - runtime: the value of XDG_RUNTIME_DIR, or nil: the last place, which survives the program but not the machine.
  ///   - header: what book.json says, where it was read already.
  ///   - listing: what stands in the places that all books share, where it was looked at already.
  public init(
    book path: String, stateHome: String?, home: String?, runtime: String? = nil, header: BookHeader? = nil,
    listing: DraftListing? = nil, calls: any FileCalls = SystemFileCalls()
  ) {
    self.calls = calls
    self.listing = listing
    folder = DraftStore.resolved(path)
    identity = BookIdentity(folder: folder, header: header)
    places =
      DraftStore.statePlaces(stateHome, home) + [DraftStore.placeInside(folder)] + DraftStore.runtimePlaces(runtime)
  }

  /// Looks once at what stands in the places that all books share; the parameters are those of `init`.
  public static func listing(stateHome: String?, home: String?, runtime: String?) -> DraftListing {
    DraftListing(places: statePlaces(stateHome, home) + runtimePlaces(runtime))
  }

  private static func statePlaces(_ stateHome: String?, _ home: String?) -> [String] {
    if let stateHome, stateHome.hasPrefix("/") { return ["\(stateHome)/furikaeri/drafts"] }
    return home.map { ["\($0)/.local/state/furikaeri/drafts"] } ?? []
  }

  private static func runtimePlaces(_ runtime: String?) -> [String] {
    guard let runtime, runtime.hasPrefix("/") else { return [] }
    return ["\(runtime)/furikaeri/drafts"]
  }

  private static func placeInside(_ folder: String) -> String { "\(folder)/\(SharedFiles.privateName)" }

  /// A journal for one sheet of the book.
  ///
  /// - Parameter file: the file from which an import takes it.
  public func journal(
    for stored: StoredSheet, sheet: InitiativeSheet, importedFrom file: String? = nil
  ) -> DraftJournal {
    var header = header(of: stored.fileName)
    header.importedFrom = file
    return DraftJournal(
      folders: places, name: "\(prefix)-\(stored.fileName)-\(getpid())", header: header, base: stored.bytes,
      sheet: sheet, calls: calls)
  }

  /// What the first record says of a sheet of the book.
  func header(of fileName: String) -> DraftHeader {
    var header = DraftHeader(folder: folder, fileName: fileName)
    header.book = identity
    header.owner = DraftOwner.current
    return header
  }

  // MARK: Drafts of earlier programs

  /// Every draft of the book that no living program holds, the newest last.
  public func drafts() -> [FoundDraft] { finder.drafts(isOfThisBook) }

  /// Every draft of whatever book that no living program holds, the newest last.
  ///
  /// Those that are kept inside books are not among them. The parameters are those of `init`, and which folders of
  /// books are asked for.
  public static func allDrafts(
    stateHome: String?, home: String?, runtime: String?, calls: any FileCalls = SystemFileCalls(),
    of isAsked: (String) -> Bool
  ) -> [FoundDraft] {
    DraftFinder(places: statePlaces(stateHome, home) + runtimePlaces(runtime), calls: calls)
      .drafts { isAsked($0.header.folder) }
  }

  /// Every draft of the book that was thrown away or put back to what is saved, as long as it is kept; the newest last.
  public func discarded() -> [FoundDraft] {
    DraftFinder(places: places.map(DraftStore.bin), calls: calls).drafts(isOfThisBook)
  }

  /// The same of whatever book, but for those that are kept inside books; the parameters are those of `allDrafts`.
  public static func allDiscarded(
    stateHome: String?, home: String?, runtime: String?, calls: any FileCalls = SystemFileCalls(),
    of isAsked: (String) -> Bool
  ) -> [FoundDraft] {
    DraftFinder(places: (statePlaces(stateHome, home) + runtimePlaces(runtime)).map(bin), calls: calls)
      .drafts { isAsked($0.header.folder) }
  }

  /// The folder for what is thrown away, in a place for drafts.
  private static func bin(_ place: String) -> String { "\(place)/old" }

  /// Takes a draft, so that nobody else does; nil where somebody has it, may have it, or it is gone.
  public func claim(_ draft: FoundDraft) -> ClaimedDraft? {
    guard !draft.isInDoubt, let file = claim(draft.path, isDamaged: !draft.isWhole) else { return nil }
    return ClaimedDraft(files: draft.replaced.compactMap { claim($0, isDamaged: false) } + [file])
  }

  func claim(_ path: String, isDamaged: Bool) -> JournalFile? {
    let file = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    do {
      try calls.lock(file)
    } catch {
      let isFree = !error.isHeld && DraftOwner.ownership(of: DraftFinder.header(of: path)?.owner) == .free
      guard isFree else {
        close(file)
        return nil
      }
    }
    return JournalFile(path: path, descriptor: file, isProven: true, isDamaged: isDamaged)
  }

  /// Removes a draft that nobody has open and of which everything stands elsewhere; one that could not be read whole is
  /// put aside instead.
  public func remove(_ draft: FoundDraft) {
    for file in claim(draft)?.files ?? [] { file.remove(calls) }
  }

  /// Whether a living program is known to have a draft open.
  public func isOwned(_ draft: FoundDraft) -> Bool {
    access(draft.path, F_OK) == 0 && finder.ownership(draft.path, DraftFinder.header(of: draft.path)) == .owned
  }

  /// Removes a draft that holds nothing that the sheet's file does not, once that file has been put on the disk.
  ///
  /// The save that wrote the file may not have been proven. Waits for the disk; where it refuses, the draft stays.
  public func removeEmpty(_ draft: FoundDraft) {
    guard let open = try? OpenFolder(folder), let file = try? OpenFolder.open(draft.fileName, in: open.descriptor)
    else { return }
    defer { close(file) }
    do {
      try calls.sync(file)
      try calls.sync(open.descriptor)
    } catch {
      return
    }
    remove(draft)
  }

  /// Puts a draft away where it stays for two weeks, and removes what has been there for longer; one that somebody may
  /// have open stays where it is.
  ///
  /// - Returns: whether none of it is offered again.
  public func discard(_ draft: FoundDraft) -> Bool {
    if draft.isInDoubt { return true }
    return (draft.replaced + [draft.path]).map { putAway($0) }.allSatisfy { $0 }
  }

  /// Inside a book the folder for what is thrown away is its first user's; what does not go there stays beside it.
  @discardableResult
  func putAway(_ path: String) -> Bool {
    let folder = JournalFile.folder(of: path)
    let bin = DraftStore.bin(folder)
    let names = ["\(bin)/\(JournalFile.name(of: path))", path + DraftStore.discardedEnding]
    try? calls.makeFolder(bin, mode: 0o700)
    guard let kept = names.first(where: { (try? calls.rename(in: AT_FDCWD, from: path, to: $0)) != nil }) else {
      return access(path, F_OK) != 0 && errno == ENOENT
    }
    // Where the two weeks cannot be begun, it may look as old as the draft is.
    guard (try? calls.touch(in: AT_FDCWD, name: kept)) != nil else { return true }
    removeOld(in: bin) { _ in true }
    removeOld(in: folder) { $0.hasSuffix(DraftStore.discardedEnding) }
    return true
  }

  private static let discardedEnding = ".discarded"

  private func removeOld(in folder: String, where isMeant: (String) -> Bool) {
    for name in ((try? OpenFolder(folder).names()) ?? []).filter(isMeant) {
      var status = stat()
      guard lstat("\(folder)/\(name)", &status) == 0 else { continue }
      if time(nil) - status.st_mtim.tv_sec > DraftStore.keptFor {
        try? calls.unlink(in: AT_FDCWD, name: "\(folder)/\(name)")
      }
    }
  }

  /// How long a draft that was thrown away can be fetched back, in seconds: 14 days.
  private static let keptFor = 14 * 24 * 60 * 60

  // MARK: Whose a draft is

  var finder: DraftFinder { DraftFinder(places: places, calls: calls, listing: listing) }

  /// Whether a journal belongs to this book, wherever the book's folder stood when the draft began.
  ///
  /// What is kept inside the book is the book's. A folder is known by its path, by a link that stands at its path, and
  /// by its number in the file system; as a number can go to another folder and a path to another book, ward and year
  /// must agree as far as they are known. A copy of a folder that is gone is known by ward, year and what the sheet held.
  func isOfThisBook(_ journal: JournalOnDisk) -> Bool {
    if journal.place == DraftStore.placeInside(folder) { return true }
    let header = journal.header
    if header.folder.isEmpty { return journal.name.hasPrefix(prefix + "-") }
    guard header.book?.agrees(with: identity) ?? true else { return false }
    let isSameFolder = header.book?.place != nil && header.book?.place == identity.place
    if header.folder == folder || isSameFolder || journal.folder == folder { return true }
    return header.book?.isOfSameWardAndYear(as: identity) == true && DraftStore.isGone(header.folder)
      && beganHere(journal)
  }

  /// Whether the draft began with what the sheet of this book holds, or held according to its history.
  private func beganHere(_ journal: JournalOnDisk) -> Bool {
    let name = journal.header.fileName
    guard let base = DraftFinder.base(of: journal), !base.isEmpty, let open = try? OpenFolder(folder) else {
      return false
    }
    return (try? open.read(name).bytes) == base
      || HistoryFile(folder: open, calls: calls, name: name).names(SHA256.hexadecimal(base))
  }

  private static func isGone(_ path: String) -> Bool {
    access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  var prefix: String { String(SHA256.hexadecimal(folder.utf8).prefix(16)) }

  /// A path with every link followed, as far as there is something.
  public static func resolved(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return path }
    let above = (path.hasPrefix("/") ? "/" : "./") + parts.dropLast().joined(separator: "/")
    return (above == "/" ? "" : resolved(above)) + "/" + last
  }

  /// Makes a folder for drafts, private to the user; inside a book it is the one that everybody there uses.
  ///
  /// - Returns: the folders in which one was made for it, whose names a sync has to put on the disk as well.
  @discardableResult
  static func prepare(_ folder: String, _ calls: any FileCalls) throws(SystemError) -> [String] {
    var above: [String] = []
    var missing = folder
    while !missing.isEmpty, access(missing, F_OK) != 0 {
      missing = JournalFile.folder(of: missing)
      above.append(missing.isEmpty ? "/" : missing)
    }
    let privateFolder = "/" + SharedFiles.privateName
    guard folder.hasSuffix(privateFolder) else {
      try calls.makeFolder(folder, mode: 0o700)
      return above
    }
    guard let book = try? OpenFolder(String(folder.dropLast(privateFolder.count))) else {
      throw SystemError(call: "open", code: ENOENT)
    }
    close(try SharedFiles(folder: book, calls: calls).subfolder(SharedFiles.privateName))
    return above
  }
}

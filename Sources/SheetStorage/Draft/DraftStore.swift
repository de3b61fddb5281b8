// Holds where drafts are kept, and finding those that an earlier program left.

import CFileCalls
import Glibc
import InitiativeModel

/// A draft found on disk whose program has ended.
public struct FoundDraft: Sendable {
  /// The journal's file.
  public let path: String
  /// The file name of the sheet it belongs to.
  public let fileName: String
  /// The bytes that the sheet's file held when the draft began.
  public let base: [UInt8]
  /// The entries as the draft leaves them; a field that is absent was not touched.
  public let contents: [EntryField: String]
  /// Whether the whole journal could be read.
  public let isWhole: Bool
  /// When it was last written, in seconds since 1970.
  public let modified: Int

  /// The draft over what the file holds now: what the draft changed stays changed, what the file gained since is kept.
  public func merged(with stored: InitiativeSheet) -> SheetMerge {
    let began = (try? JSONParser.parse(base)).flatMap { try? SheetCodec.decode($0) } ?? stored
    var ours = began
    for (field, content) in contents { ours.setContent(content, of: field) }
    return SheetMerge(base: began, ours: ours, theirs: stored)
  }
}

/// The places of drafts for one book.
public struct DraftStore: Sendable {
  private let folder: String
  let places: [String]
  private let calls: any FileCalls

  /// Names the places for a book's folder.
  ///
  /// - Parameters:
  ///   - stateHome: the value of XDG_STATE_HOME, or nil.
  ///   - home: the home folder, or nil.
  ///   - runtime: the value of XDG_RUNTIME_DIR, or nil: the last place, which survives the program but not the machine.
  public init(
    book path: String, stateHome: String?, home: String?, runtime: String? = nil,
    calls: any FileCalls = SystemFileCalls()
  ) {
    self.calls = calls
    folder = DraftStore.resolved(path)
    var places: [String] = []
    if let stateHome, stateHome.hasPrefix("/") {
      places.append("\(stateHome)/furikaeri/drafts")
    } else if let home {
      places.append("\(home)/.local/state/furikaeri/drafts")
    }
    places.append("\(folder)/.furikaeri")
    if let runtime, runtime.hasPrefix("/") { places.append("\(runtime)/furikaeri/drafts") }
    self.places = places
  }

  /// A journal for one sheet of the book.
  public func journal(for stored: StoredSheet, sheet: InitiativeSheet) -> DraftJournal {
    DraftJournal(
      folders: places, name: "\(prefix)-\(stored.fileName)-\(getpid())", folder: folder, fileName: stored.fileName,
      base: stored.bytes, sheet: sheet, calls: calls)
  }

  /// Every draft of the book whose program has ended, the newest last.
  public func drafts() -> [FoundDraft] {
    places.flatMap { place in
      DraftStore.journalNames(in: place).filter { $0.hasPrefix(prefix + "-") }
        .compactMap { read("\(place)/\($0)") }
    }.sorted { $0.modified < $1.modified }
  }

  /// Removes a draft that has been taken over; one that could not be read whole is put aside instead.
  public func remove(_ draft: FoundDraft) {
    if draft.isWhole { unlink(draft.path) } else { rename(draft.path, draft.path + ".broken") }
  }

  /// Whether a draft is still there and nobody has it open.
  public func isFree(_ draft: FoundDraft) -> Bool { access(draft.path, F_OK) == 0 && !isOwned(draft.path) }

  /// Puts a draft away where it stays for two weeks, and removes what has been there for longer.
  public func discard(_ draft: FoundDraft) {
    guard let slash = draft.path.lastIndex(of: "/") else { return }
    let bin = "\(draft.path[..<slash])/old"
    guard (try? SystemFileCalls().makeFolder(bin, mode: 0o700)) != nil else { return }
    rename(draft.path, bin + draft.path[slash...])
    utimensat(AT_FDCWD, bin + draft.path[slash...], nil, 0)
    let names = (try? OpenFolder(bin).names()) ?? []
    for name in names {
      var status = stat()
      guard lstat("\(bin)/\(name)", &status) == 0 else { continue }
      if time(nil) - status.st_mtim.tv_sec > DraftStore.keptFor { unlink("\(bin)/\(name)") }
    }
  }

  /// How long a draft that was thrown away can be fetched back, in seconds: 14 days.
  private static let keptFor = 14 * 24 * 60 * 60

  var prefix: String { String(SHA256.hexadecimal(folder.utf8).prefix(16)) }

  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Makes a folder for drafts, private to the user; inside a book it is the one that everybody there uses.
  static func prepare(_ folder: String) throws(SystemError) {
    let calls = SystemFileCalls()
    let privateFolder = "/" + SharedFiles.privateName
    guard folder.hasSuffix(privateFolder) else { return try calls.makeFolder(folder, mode: 0o700) }
    guard let book = try? OpenFolder(String(folder.dropLast(privateFolder.count))) else {
      throw SystemError(call: "open", code: ENOENT)
    }
    close(try SharedFiles(folder: book, calls: calls).subfolder(SharedFiles.privateName))
  }

  private static func journalNames(in folder: String) -> [String] {
    guard let open = try? OpenFolder(folder), let names = try? open.names() else { return [] }
    return names.filter { $0.hasSuffix(".draft") }
  }

  private func read(_ path: String) -> FoundDraft? {
    guard !isOwned(path), let slash = path.lastIndex(of: "/"),
      let open = try? OpenFolder(String(path[..<slash])),
      let (bytes, status) = try? open.read(String(path[path.index(after: slash)...])),
      status.st_uid == geteuid()
    else { return nil }
    let (records, isWhole) = DraftFraming.read(bytes)
    guard case .header(let folder, let fileName)? = records.first, folder == self.folder,
      BookFinding.number(inName: fileName) != nil
    else { return nil }
    return FoundDraft(
      path: path, fileName: fileName, base: DraftStore.base(records), contents: DraftStore.contents(records),
      isWhole: isWhole, modified: status.st_mtim.tv_sec)
  }

  /// Whether a living program holds the journal.
  private func isOwned(_ path: String) -> Bool {
    let file = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    let code = cf_lock(file)
    return code == EAGAIN || code == EACCES
  }

  private static func base(_ records: [DraftRecord]) -> [UInt8] {
    for case .base(let bytes) in records { return bytes }
    return []
  }

  private static func contents(_ records: [DraftRecord]) -> [EntryField: String] {
    var contents: [EntryField: String] = [:]
    for record in records {
      switch record {
      case .snapshot(let all): contents = all
      case .edit(let edit, _):
        if let changed = edit.applied(to: contents[edit.field] ?? "") { contents[edit.field] = changed }
      case .header, .base, .unknown: break
      }
    }
    return contents
  }
}

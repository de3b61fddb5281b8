// Holds the writing of a book.
//
// Contract. Only validated sheets can be written, under the book's commit lock, and only over exactly the bytes that
// they were read from. What is written is read back and compared before any file is touched.

import Glibc
import InitiativeModel

extension BookFolder {
  /// What a save did.
  public struct Written: Sendable {
    /// The sheet as the file holds it now.
    public let stored: StoredSheet
    /// The names of the files that keep versions which somebody wrote at the same moment.
    public let foreignCopies: [String]
    /// Why the history could not be written; nil when it was.
    public let historyError: SystemError?
    /// Why it is not certain that the sheet is on the disk, although the file holds it; nil when it is.
    public let unproven: SystemError?
  }

  /// Writes a sheet over the one it was read from.
  ///
  /// A file that holds the same bytes already is left untouched.
  ///
  /// - Parameter allowing: what must not object, asked under the book's lock right before anything is changed.
  /// - Throws: `StorageError.changedOnDisk` with what is there now when the file does not hold `base` any more;
  ///   `tooLarge` when it could not be read again; otherwise what failed. The file then holds its complete old content.
  public func write(
    _ sheet: ValidatedSheet, over base: StoredSheet, allowing: () throws(StorageError) -> Void = {}
  ) throws(StorageError) -> Written {
    let folder = try OpenFolder(path)
    let (stored, before, after) = try readBack(sheet, over: base, folder.path)
    if stored.bytes == base.bytes, let current = try? folder.read(base.fileName), current.bytes == base.bytes {
      return alreadyThere(stored, folder)
    }
    let changes = HistoryCodec.changes(from: before, to: after)
    let lock = try CommitLock.take(folder, calls: calls)
    do {
      return try withExtendedLifetime(lock) { () throws(StorageError) in
        try allowing()
        return try commit(stored, changes, over: base, folder, isLocked: lock != nil)
      }
    } catch {
      guard case .changedOnDisk(let path, _) = error else { throw error }
      let now = Result { () throws(StorageError) in try self.sheet(folder, base.fileName) }
      if case .failure(let unread) = now, case .unmerged = unread { throw unread }
      throw .changedOnDisk(path: path, now: try? now.get())
    }
  }

  private func commit(
    _ stored: StoredSheet, _ changes: [HistoryEntry.Change], over base: StoredSheet, _ folder: OpenFolder,
    isLocked: Bool
  ) throws(StorageError) -> Written {
    let replacement = FileReplacement(folder: folder, calls: calls, author: author)
    if let current = try? folder.read(base.fileName), current.bytes == stored.bytes {
      return alreadyThere(stored, folder)
    }
    var copies = isLocked ? Leftovers(replacement: replacement).clear() : []
    let history = HistoryFile(folder: folder, calls: calls, name: base.fileName)
    var line: HistoryFile.AddedLine?
    var historyError: SystemError?
    do {
      let replaced = try replacement.replace(base.fileName, base: base.bytes, with: stored.bytes) {
        do {
          line = try history.add(
            HistoryEntry(
              when: TimeStamp.now, who: author.name, changes: changes, from: SHA256.hexadecimal(base.bytes),
              to: SHA256.hexadecimal(stored.bytes)))
        } catch {
          historyError = error as? SystemError
        }
      }
      if let line { history.keep(line) }
      copies += replaced.copy.map { [$0] } ?? []
      return Written(
        stored: stored, foreignCopies: copies, historyError: historyError, unproven: replaced.unproven)
    } catch {
      if let line { history.takeBack(line) }
      throw error
    }
  }

  /// The file holds what is to be saved: after a save that could not be proven, only that is left to do.
  private func alreadyThere(_ stored: StoredSheet, _ folder: OpenFolder) -> Written {
    let replacement = FileReplacement(folder: folder, calls: calls, author: author)
    return Written(stored: stored, foreignCopies: [], historyError: nil, unproven: replacement.syncNames())
  }

  /// Who saved what and when, and whether all of it is there.
  ///
  /// - Throws: `StorageError.tooLarge` for a history that is no history by its size; otherwise what failed.
  public func history(of fileName: String) throws(StorageError) -> SheetHistory {
    try HistoryFile(folder: try OpenFolder(path), calls: calls, name: fileName).read()
  }

  /// Clears up what ended programs left beside the sheets; gives the names under which foreign versions are kept.
  ///
  /// Nothing happens while somebody else writes the book, or where it cannot be written.
  public func clearUp() -> [String] {
    guard let folder = try? OpenFolder(path), let names = try? folder.allNames(),
      names.contains(where: { Leftovers.owner(of: $0) != nil }),
      let lock = try? CommitLock.take(folder, calls: calls, patience: 0)
    else { return [] }
    return withExtendedLifetime(lock) {
      Leftovers(replacement: FileReplacement(folder: folder, calls: calls, author: author)).clear()
    }
  }

  /// Writes a sheet that has no file yet; its name is made of its number.
  public func create(_ sheet: ValidatedSheet) throws(StorageError) -> StoredSheet {
    let folder = try OpenFolder(path)
    let stored = try readBack(sheet, over: nil, folder.path).stored
    try locked(folder) { replacement throws(StorageError) in
      try replacement.create(stored.fileName, stored.bytes)
    }
    return stored
  }

  /// Writes a sheet as a file of its own into another folder, for when its book cannot be written; the path.
  public func writeCopy(
    _ sheet: ValidatedSheet, like base: StoredSheet, into place: String
  ) throws(StorageError) -> String {
    let folder = try OpenFolder(place)
    let stored = try readBack(sheet, over: base, folder.path).stored
    let book = path.split(separator: "/").last.map(String.init) ?? ""
    let stamp = TimeStamp.now.filter { $0 != "-" && $0 != ":" }
    let name = "\(book)-\(base.fileName.dropLast(5))-\(stamp)-\(TemporaryFile.randomHexadecimal(4)).json"
    try FileReplacement(folder: folder, calls: calls, author: author, isInBook: false).create(name, stored.bytes)
    return folder.path(of: name)
  }

  /// Makes the folder, with its parents, and writes the header; an existing header is not touched.
  ///
  /// - Throws: `StorageError.alreadyExists` when there is a header already.
  public func createBook(_ header: BookHeader) throws(StorageError) {
    _ = try makeFolder()
    let bytes = JSONWriter.bytes(of: BookHeaderCodec.encode(header))
    try locked(try OpenFolder(path)) { replacement throws(StorageError) in
      try replacement.create(BookFolder.headerName, bytes)
      GitAttributes(files: SharedFiles(folder: replacement.folder, calls: calls)).add()
    }
  }

  /// Makes the book's folder with its parents, each as the folder that it is in wants it, and puts their names on the
  /// disk; existing ones are fine.
  ///
  /// - Returns: the paths of those that were made, the outermost first.
  /// - Throws: what failed, with none of them left.
  public func makeFolder() throws(StorageError) -> [String] {
    var made: [String] = []
    do throws(StorageError) {
      try makeFolder(path, &made)
    } catch {
      removeFolders(made)
      throw error
    }
    return made
  }

  /// Removes folders that were made for a book that could not be begun; none goes that holds anything but our locks.
  ///
  /// - Parameter made: what `makeFolder` returned.
  public func removeFolders(_ made: [String]) {
    if made.last == path, let folder = try? OpenFolder(path), (try? folder.allNames()) == [SharedFiles.privateName],
      let inside = try? folder.subfolder(SharedFiles.privateName), let names = try? inside.allNames(),
      names.allSatisfy({ ([".gitignore"] + BookFolder.locksOfNew).contains($0) })
    {
      for lock in BookFolder.locksOfNew where names.contains(lock) {
        try? calls.unlink(in: inside.descriptor, name: lock)
      }
      SharedFiles.removeFolder(SharedFiles.privateName, in: folder.descriptor, calls)
    }
    for place in made.reversed() { try? calls.removeFolder(in: AT_FDCWD, name: place) }
  }

  /// The locks in a book that is being made: of what writes it, and of whoever makes it.
  private static let locksOfNew = ["commit.lock", headerName + ".lock"]

  private func makeFolder(_ path: String, _ made: inout [String]) throws(StorageError) {
    func isThere() -> Bool {
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
    guard !isThere() else { return }
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard let name = parts.last.map(String.init) else { throw .notFound(path: path) }
    let above = (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    let parent = above.isEmpty ? "." : above
    try makeFolder(parent, &made)
    guard !isThere() else { return }
    let folder = try OpenFolder(parent)
    let look = FolderLook(of: folder.descriptor)
    do throws(SystemError) {
      if let look, look.isShared || (geteuid() == 0 && look.owner != 0) {
        Glibc.close(try SharedFiles(folder: folder, calls: calls).subfolder(name))
      } else {
        try calls.makeFolder(path, mode: 0o777)
      }
      made.append(path)
      if let error = FileReplacement(folder: folder, calls: calls, author: author).syncNames() { throw error }
    } catch {
      throw OpenFolder.error(path, error)
    }
  }

  /// Writes the header over the one that is there, keeping the keys the program does not know, with a line of history
  /// where one can be written.
  public func replaceHeader(_ header: BookHeader) throws(StorageError) {
    let folder = try OpenFolder(path)
    let current = try readHeader(folder, [BookFolder.headerName])
    let document = BookHeaderCodec.encode(header, into: current.document)
    let bytes = JSONWriter.bytes(of: document)
    guard bytes != current.bytes else { return }
    let entry = HistoryEntry(
      when: TimeStamp.now, who: author.name, changes: HistoryCodec.changes(from: current.document, to: document),
      from: SHA256.hexadecimal(current.bytes), to: SHA256.hexadecimal(bytes))
    let history = HistoryFile(folder: folder, calls: calls, name: BookFolder.headerName)
    try locked(folder) { replacement throws(StorageError) in
      var line: HistoryFile.AddedLine?
      let replaced: FileReplacement.Replaced
      do throws(StorageError) {
        replaced = try replacement.replace(BookFolder.headerName, base: current.bytes, with: bytes) {
          line = try? history.add(entry)
        }
      } catch {
        if let line { history.takeBack(line) }
        throw error
      }
      if let line { history.keep(line) }
      if let error = replaced.unproven { throw .system(path: folder.path(of: BookFolder.headerName), error) }
    }
  }

  private func locked(
    _ folder: OpenFolder, _ write: (FileReplacement) throws(StorageError) -> Void
  ) throws(StorageError) {
    let lock = try CommitLock.take(folder, calls: calls)
    defer { withExtendedLifetime(lock) {} }
    try write(FileReplacement(folder: folder, calls: calls, author: author))
  }

  /// The file name of a number: item-01.json.
  public static func fileName(_ number: Int) -> String { "item-\(number < 10 ? "0" : "")\(number).json" }

  /// A sheet as a write over `base`, or of a new file, would store it; the folder need not be there yet.
  ///
  /// - Throws: `StorageError` for what would be refused before any file is touched.
  public func prepared(_ sheet: ValidatedSheet, over base: StoredSheet?) throws(StorageError) -> StoredSheet {
    try readBack(sheet, over: base, path).stored
  }

  /// The largest sheet file that is written, in bytes: the largest that is read.
  public static let largestSheet = OpenFolder.largestFile

  /// The bytes that a sheet is written as over another, or as a new file, read again and compared before any file is
  /// touched; and the documents before and after.
  private func readBack(
    _ sheet: ValidatedSheet, over base: StoredSheet?, _ folder: String
  ) throws(StorageError) -> (stored: StoredSheet, before: JSONValue, after: JSONValue) {
    let fileName = base?.fileName ?? BookFolder.fileName(sheet.sheet.number)
    let path = "\(folder)/\(fileName)"
    var before = JSONValue.object([])
    if let base { before = try base.document(path: path) }
    let bytes = JSONWriter.bytes(of: SheetCodec.encode(sheet, into: before))
    guard bytes.count <= BookFolder.largestSheet else {
      throw .tooLarge(path: path, bytes: bytes.count, limit: BookFolder.largestSheet)
    }
    guard let after = try? JSONParser.parse(bytes), let decoded = try? SheetCodec.decode(after),
      decoded == sheet.sheet
    else { throw .wouldNotReadBack(path: path) }
    return (StoredSheet(fileName: fileName, sheet: decoded, bytes: bytes), before, after)
  }
}

// Holds one book's folder on disk.
//
// Contract. Reading never changes anything, and one broken file never keeps the others from being read. Only validated
// sheets can be written, and only over exactly the bytes that they were read from.

import Glibc
import InitiativeModel

/// The folder of one book: book.json and its item files.
public struct BookFolder: Sendable {
  /// The path as given.
  public let path: String
  private let calls: any FileCalls

  /// The header's file name.
  static let headerName = "book.json"

  /// Names a book's folder; nothing is touched yet.
  public init(path: String, calls: any FileCalls = SystemFileCalls()) {
    self.path = path
    self.calls = calls
  }

  // MARK: Reading

  /// Reads the header and every sheet.
  ///
  /// - Throws: `StorageError` when the folder or its header cannot be read; what is wrong with a sheet stands in its
  ///   entry.
  public func load() throws(StorageError) -> StoredBook {
    let folder = try OpenFolder(path)
    let names = try folder.names()
    let header = try readHeader(folder, names)
    var entries: [BookEntry] = []
    for name in names where BookFinding.number(inName: name) != nil { entries.append(entry(folder, name)) }
    entries.sort { ($0.number, $0.fileName) < ($1.number, $1.fileName) }
    return StoredBook(folder: self, header: header.header, entries: entries)
  }

  /// Reads one sheet as it is now.
  public func loadSheet(_ fileName: String) throws(StorageError) -> StoredSheet {
    try sheet(try OpenFolder(path), fileName)
  }

  private func entry(_ folder: OpenFolder, _ name: String) -> BookEntry {
    do {
      return .readable(try sheet(folder, name))
    } catch {
      return .unreadable(fileName: name, error)
    }
  }

  private func readHeader(
    _ folder: OpenFolder, _ names: [String]
  ) throws(StorageError) -> (header: BookHeader, bytes: [UInt8], document: JSONValue) {
    guard names.contains(BookFolder.headerName) else {
      let hasItems = names.contains { BookFinding.number(inName: $0) != nil }
      throw hasItems ? .headerMissing(path: folder.path) : .noBooks(path: folder.path)
    }
    let (bytes, document) = try document(folder, BookFolder.headerName)
    do {
      return (try BookHeaderCodec.decode(document), bytes, document)
    } catch {
      throw BookFolder.error(error, path: folder.path(of: BookFolder.headerName))
    }
  }

  private func sheet(_ folder: OpenFolder, _ name: String) throws(StorageError) -> StoredSheet {
    let (bytes, document) = try document(folder, name)
    do {
      let sheet = try SheetCodec.decode(document)
      return StoredSheet(fileName: name, sheet: sheet, bytes: bytes, document: document)
    } catch {
      throw BookFolder.error(error, path: folder.path(of: name))
    }
  }

  private func document(_ folder: OpenFolder, _ name: String) throws(StorageError) -> ([UInt8], JSONValue) {
    let bytes = try folder.read(name).bytes
    let path = folder.path(of: name)
    guard !bytes.isEmpty else { throw .empty(path: path) }
    guard bytes.contains(where: { $0 != 0 }) else { throw .zeroFilled(path: path) }
    do {
      return (bytes, try JSONParser.parse(bytes))
    } catch {
      throw .syntax(path: path, error)
    }
  }

  private static func error(_ error: CodecError, path: String) -> StorageError {
    switch error {
    case .newerFormat(let version): .newerFormat(path: path, version: version)
    case .invalid(let problems): .invalid(path: path, problems)
    }
  }

  // MARK: Writing

  /// What a save did.
  public struct Written: Sendable {
    /// The sheet as the file holds it now.
    public let stored: StoredSheet
    /// The name of the file that keeps a version which somebody wrote at the same moment; nil when nobody did.
    public let foreignCopy: String?
  }

  /// Writes a sheet over the one it was read from.
  ///
  /// A file that would hold the same bytes is left untouched.
  ///
  /// - Throws: `StorageError.changedOnDisk` with what is there now when the file does not hold `base` any more;
  ///   otherwise what failed. The file then holds its complete old content.
  public func write(_ sheet: ValidatedSheet, over base: StoredSheet) throws(StorageError) -> Written {
    let folder = try OpenFolder(path)
    let stored = try readBack(sheet, fileName: base.fileName, into: base.document, folder)
    guard stored.bytes != base.bytes else { return Written(stored: base, foreignCopy: nil) }
    do {
      let copy = try FileReplacement(folder: folder, calls: calls)
        .replace(base.fileName, base: base.bytes, with: stored.bytes)
      return Written(stored: stored, foreignCopy: copy)
    } catch {
      guard case .changedOnDisk(let path, _) = error else { throw error }
      throw .changedOnDisk(path: path, now: try? self.sheet(folder, base.fileName))
    }
  }

  /// Writes a sheet that has no file yet; its name is made of its number.
  public func create(_ sheet: ValidatedSheet) throws(StorageError) -> StoredSheet {
    let folder = try OpenFolder(path)
    let stored = try readBack(sheet, fileName: BookFolder.fileName(sheet.sheet.number), into: .object([]), folder)
    try FileReplacement(folder: folder, calls: calls).create(stored.fileName, stored.bytes)
    return stored
  }

  /// Makes the folder, with its parents, and writes the header; an existing header is not touched.
  ///
  /// - Throws: `StorageError.alreadyExists` when there is a header already.
  public func createBook(_ header: BookHeader) throws(StorageError) {
    do {
      try calls.makeFolder(path, mode: 0o777)
    } catch {
      throw OpenFolder.error(path, error)
    }
    let folder = try OpenFolder(path)
    let bytes = JSONWriter.bytes(of: BookHeaderCodec.encode(header))
    try FileReplacement(folder: folder, calls: calls).create(BookFolder.headerName, bytes)
  }

  /// Writes the header over the one that is there, keeping the keys the program does not know.
  public func replaceHeader(_ header: BookHeader) throws(StorageError) {
    let folder = try OpenFolder(path)
    let current = try readHeader(folder, [BookFolder.headerName])
    let bytes = JSONWriter.bytes(of: BookHeaderCodec.encode(header, into: current.document))
    guard bytes != current.bytes else { return }
    _ = try FileReplacement(folder: folder, calls: calls)
      .replace(BookFolder.headerName, base: current.bytes, with: bytes)
  }

  /// The file name of a number: item-01.json.
  public static func fileName(_ number: Int) -> String { "item-\(number < 10 ? "0" : "")\(number).json" }

  /// The bytes that a sheet is written as, read again and compared before any file is touched.
  private func readBack(
    _ sheet: ValidatedSheet, fileName: String, into document: JSONValue, _ folder: OpenFolder
  ) throws(StorageError) -> StoredSheet {
    let encoded = SheetCodec.encode(sheet, into: document)
    let bytes = JSONWriter.bytes(of: encoded)
    guard let parsed = try? JSONParser.parse(bytes), let decoded = try? SheetCodec.decode(parsed),
      decoded == sheet.sheet
    else { throw .wouldNotReadBack(path: folder.path(of: fileName)) }
    return StoredSheet(fileName: fileName, sheet: decoded, bytes: bytes, document: parsed)
  }
}

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
  let calls: any FileCalls
  let author: Author

  /// The header's file name.
  package static let headerName = "book.json"

  /// Names a book's folder; nothing is touched yet.
  ///
  /// - Parameter author: who saves, as the history tells it.
  public init(path: String, author: Author = Author(name: ""), calls: any FileCalls = SystemFileCalls()) {
    self.path = path
    self.author = author
    self.calls = calls
  }

  // MARK: Reading

  /// Reads the header and every sheet.
  ///
  /// - Throws: `StorageError` when the folder or its header cannot be read; what is wrong with a sheet stands in its
  ///   entry.
  public func load() throws(StorageError) -> StoredBook {
    let folder = try OpenFolder(path)
    let listing = try folder.listing()
    let names = listing.names
    let header = try readHeader(folder, names)
    var entries: [BookEntry] = []
    var fileStamps: [String: FileStamp] = [:]
    for name in names where BookFinding.number(inName: name) != nil {
      entries.append(entry(folder, name, &fileStamps[name]))
    }
    entries.sort { ($0.number, $0.fileName) < ($1.number, $1.fileName) }
    let marks = names.contains(BookFolder.reviewsName) ? BookFolder.allReviews(folder) : (reviews: [:], problems: [])
    return StoredBook(
      folder: self, header: header.header, entries: entries, reviews: marks.reviews, reviewProblems: marks.problems,
      fileStamps: fileStamps, strays: StrayFiles.find(in: folder, listing))
  }

  /// Reads the header alone.
  public func loadHeader() throws(StorageError) -> BookHeader {
    let folder = try OpenFolder(path)
    return try readHeader(folder, [BookFolder.headerName]).header
  }

  /// Reads one sheet as it is now.
  public func loadSheet(_ fileName: String) throws(StorageError) -> StoredSheet {
    try sheet(try OpenFolder(path), fileName)
  }

  private func entry(_ folder: OpenFolder, _ name: String, _ stamp: inout FileStamp?) -> BookEntry {
    do {
      let (bytes, status) = try folder.read(name)
      stamp = FileStamp(status)
      return .readable(try sheet(folder, name, bytes))
    } catch {
      return .unreadable(fileName: name, error)
    }
  }

  func readHeader(
    _ folder: OpenFolder, _ names: [String]
  ) throws(StorageError) -> (header: BookHeader, bytes: [UInt8], document: JSONValue) {
    guard names.contains(BookFolder.headerName) else {
      let hasItems = names.contains { BookFinding.number(inName: $0) != nil }
      throw hasItems ? .headerMissing(path: folder.path) : .noBooks(path: folder.path)
    }
    let (bytes, document) = try BookFolder.document(folder, BookFolder.headerName)
    do {
      return (try BookHeaderCodec.decode(document), bytes, document)
    } catch {
      throw BookFolder.error(error, path: folder.path(of: BookFolder.headerName))
    }
  }

  func sheet(_ folder: OpenFolder, _ name: String) throws(StorageError) -> StoredSheet {
    try sheet(folder, name, try folder.read(name).bytes)
  }

  private func sheet(_ folder: OpenFolder, _ name: String, _ bytes: [UInt8]) throws(StorageError) -> StoredSheet {
    let document: JSONValue
    do {
      document = try BookFolder.document(bytes, path: folder.path(of: name))
    } catch {
      guard case .syntax(let path, let mistake) = error, mistake.kind == .mergeMarkers else { throw error }
      throw .unmerged(path: path, UnmergedFile(name, bytes, line: mistake.line))
    }
    do {
      return StoredSheet(fileName: name, sheet: try SheetCodec.decode(document), bytes: bytes)
    } catch {
      throw BookFolder.error(error, path: folder.path(of: name))
    }
  }

  static func document(_ folder: OpenFolder, _ name: String) throws(StorageError) -> ([UInt8], JSONValue) {
    let bytes = try folder.read(name).bytes
    return (bytes, try document(bytes, path: folder.path(of: name)))
  }

  /// The document that a file's bytes hold, with every key, known or not.
  static func document(_ bytes: [UInt8], path: String) throws(StorageError) -> JSONValue {
    guard !bytes.isEmpty else { throw .empty(path: path) }
    guard bytes.contains(where: { $0 != 0 }) else { throw .zeroFilled(path: path) }
    do {
      return try JSONParser.parse(bytes)
    } catch {
      throw .syntax(path: path, error)
    }
  }

  static func error(_ error: CodecError, path: String) -> StorageError {
    switch error {
    case .newerFormat(let version): .newerFormat(path: path, version: version)
    case .invalid(let problems): .invalid(path: path, problems)
    }
  }
}

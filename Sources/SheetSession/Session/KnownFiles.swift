// Holds what the files of a library are known to hold.

import InitiativeModel
import SheetStorage

/// What the files hold as the front end believes, and what they were found to hold since.
///
/// Saves replace what is believed, drafts begin with it. The front end alone says when another version takes its place
/// (`FileEffect.follow`).
struct KnownFiles {
  /// What the books' headers said when they were opened.
  private(set) var headers: [String: BookHeader] = [:]
  private var believed: [SheetID: StoredSheet] = [:]
  /// What the files were found to hold since, the newest last.
  private var newer: [SheetID: [(version: FileVersion, sheet: StoredSheet)]] = [:]
  private var lastVersion = 0

  /// What a file is believed to hold.
  subscript(id: SheetID) -> StoredSheet? { believed[id] }

  /// Notes what the files of a book held when it was opened, and whose book it is.
  mutating func opened(_ book: OpenedBook) {
    believed.merge(book.stored) { $1 }
    headers[book.section.path] = book.section.header
  }

  /// Notes what a file holds: the same bytes are the same version.
  mutating func found(_ sheet: StoredSheet, in id: SheetID) -> FileContent {
    if let last = newer[id]?.last, last.sheet.bytes == sheet.bytes { return FileContent(sheet.sheet, last.version) }
    lastVersion += 1
    let version = FileVersion(lastVersion)
    newer[id, default: []].append((version, sheet))
    return FileContent(sheet.sheet, version)
  }

  /// Notes what a look found in a file; nil where that is known.
  mutating func foundByLooking(_ sheet: StoredSheet, in id: SheetID) -> FileContent? {
    let known = newer[id]?.last?.sheet ?? believed[id]
    return sheet.bytes == known?.bytes ? nil : found(sheet, in: id)
  }

  /// Believes a version from here on.
  mutating func follow(_ id: SheetID, _ version: FileVersion) {
    guard let sheet = newer[id]?.first(where: { $0.version == version })?.sheet else { return }
    believed[id] = sheet
    newer[id]?.removeAll { $0.version <= version }
  }
}

extension BookFolder {
  /// Sees that the folder still holds the ward's and year's book that was opened; one whose header cannot be read
  /// passes.
  func requireSameBook(_ opened: BookHeader?) throws(StorageError) {
    guard let opened, let now = try? loadHeader() else { return }
    guard now.ward == opened.ward, now.fiscalYear == opened.fiscalYear else { throw .otherBook(path: path) }
  }
}

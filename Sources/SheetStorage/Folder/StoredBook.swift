// Holds a book as it was read: every sheet, and every file that could not be read.

import InitiativeModel

/// A book as its folder holds it.
public struct StoredBook: Sendable {
  /// The folder.
  public let folder: BookFolder
  /// What book.json says.
  public let header: BookHeader
  /// The item files by number, then by name.
  public let entries: [BookEntry]
  /// The supervisors' marks by the sheet's file name; a sheet without marks is absent.
  public let reviews: [String: SheetReviews]
  /// Why marks could not be read.
  public let reviewProblems: [StorageError]
  /// What the item files looked like from outside before they were read.
  public let fileStamps: [String: FileStamp]

  /// Files in the folder that look like the book's and that nobody reads.
  public let strays: [BookFinding]

  /// The sheets that could be read.
  public var sheets: [StoredSheet] { entries.compactMap(\.stored) }

  /// What is wrong with the book's numbers and files.
  public var findings: [BookFinding] {
    let unread = entries.filter { $0.stored == nil }.compactMap { BookFinding.number(inName: $0.fileName) }
    let found = BookFinding.findings(in: sheets.map { ($0.fileName, $0.sheet.number) })
    let numbered = found.compactMap { finding -> BookFinding? in
      guard case .missingNumbers(let numbers) = finding else { return finding }
      let missing = numbers.filter { !unread.contains($0) }
      return missing.isEmpty ? nil : .missingNumbers(missing)
    }
    return numbered + strays
  }
}

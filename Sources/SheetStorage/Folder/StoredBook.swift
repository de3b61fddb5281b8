// Holds a book as it was read: every sheet with the bytes it came from, and every file that could not be read.

import InitiativeModel

/// A sheet and the file it was read from.
public struct StoredSheet: Equatable, Sendable {
  /// The file's name in its book, such as item-01.json.
  public let fileName: String
  /// The sheet.
  public let sheet: InitiativeSheet
  /// The file's bytes; a save replaces these and no others.
  public let bytes: [UInt8]
  /// The file's document with every key, known or not.
  let document: JSONValue
}

/// One item file of a book.
public enum BookEntry: Equatable, Sendable {
  /// A sheet.
  case readable(StoredSheet)
  /// A file that could not be read, and why.
  case unreadable(fileName: String, StorageError)

  /// The file's name.
  public var fileName: String {
    switch self {
    case .readable(let stored): stored.fileName
    case .unreadable(let name, _): name
    }
  }

  /// The sheet, when it could be read.
  public var stored: StoredSheet? {
    switch self {
    case .readable(let stored): stored
    case .unreadable: nil
    }
  }

  /// The number by which the entry is sorted: the sheet's, or the one in the file's name.
  var number: Int { stored?.sheet.number ?? BookFinding.number(inName: fileName) ?? Int.max }
}

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
  public let fileMarks: [String: FileMark]

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

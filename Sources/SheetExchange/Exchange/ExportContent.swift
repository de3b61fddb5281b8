// Holds what an export writes, whatever its format.

import InitiativeModel

/// The books of an export, in the order in which they are written, each with the sheets that were asked for.
public struct ExportContent: Equatable, Sendable {
  /// The books; one, or all that answer to one item.
  public var books: [ExportedBook]
  /// What was asked for where it is one item of many wards: the text by which its title was found.
  public var itemTitle: String?

  /// Makes the content of an export.
  public init(books: [ExportedBook], itemTitle: String? = nil) {
    self.books = books
    self.itemTitle = itemTitle
  }
}

/// One ward's sheets of one fiscal year, as they are exported.
public struct ExportedBook: Equatable, Sendable {
  /// Ward, fiscal year and title.
  public var header: BookHeader
  /// The sheets in the order of their numbers.
  public var sheets: [ExportedSheet]

  /// Makes a book of sheets.
  public init(header: BookHeader, sheets: [ExportedSheet]) {
    self.header = header
    self.sheets = sheets
  }
}

/// One sheet as it is saved, with the version by which it is known again when it comes back.
public struct ExportedSheet: Equatable, Sendable {
  /// The sheet.
  public var sheet: InitiativeSheet
  /// The first 16 hexadecimal digits of the SHA-256 of the sheet's file; empty where the sheet goes out otherwise than
  /// it is saved.
  public var version: String

  /// Makes an exported sheet.
  public init(sheet: InitiativeSheet, version: String) {
    self.sheet = sheet
    self.version = version
  }
}

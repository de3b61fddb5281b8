// Holds what a file says that was exported, edited by others, and comes back.

import InitiativeModel

/// The sheets of a file that came back; nothing in it has been validated.
public struct ReturnedBook: Equatable, Sendable {
  /// Whose book the file says it is; nil where it does not say.
  public var ward: String?
  /// The fiscal year that the file says; nil where it does not say.
  public var fiscalYear: FiscalYear?
  /// The sheets in the order of the file.
  public var sheets: [ReturnedSheet]
  /// The headings of columns that no field has: nothing beneath them is read.
  public var ignoredColumns: [String]
  /// Whether the file's character set (CP932) lacks characters that the book may hold: `LossyText` finds them again.
  public var isLossy: Bool
  /// What others wrote beside the form and is not taken, each with its place, for a message to show.
  public var unplaced: [String]

  /// Makes a book that came back.
  public init(
    ward: String? = nil, fiscalYear: FiscalYear? = nil, sheets: [ReturnedSheet] = [], ignoredColumns: [String] = [],
    isLossy: Bool = false, unplaced: [String] = []
  ) {
    self.ward = ward
    self.fiscalYear = fiscalYear
    self.sheets = sheets
    self.ignoredColumns = ignoredColumns
    self.isLossy = isLossy
    self.unplaced = unplaced
  }
}

/// One sheet of a file that came back: the fields that are in it, and no others.
public struct ReturnedSheet: Equatable, Sendable {
  /// The printed number.
  public var number: Int
  /// The version of the sheet that was exported; nil where the file does not say.
  public var version: String?
  /// Where the sheet stands in the file, for messages: 「5行目」, 「シート「03」」.
  public var place: String
  /// Whether ★ stands behind the title; nil where the file does not say.
  public var starred: Bool?
  /// The text of each field that is in the file, empty where it was emptied.
  ///
  /// A choice is in it as a sign that `ChoiceOrdinal(typed:)` reads, or empty; a field that is not in the file stays as
  /// it is in the book.
  public var texts: [SheetField: LongText]

  /// Makes a sheet that came back.
  public init(
    number: Int, version: String? = nil, place: String, starred: Bool? = nil, texts: [SheetField: LongText] = [:]
  ) {
    self.number = number
    self.version = version
    self.place = place
    self.starred = starred
    self.texts = texts
  }
}

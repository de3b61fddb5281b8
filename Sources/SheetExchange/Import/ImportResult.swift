// Holds what reading a published text gives: sheets, and everything a person should look at.

import InitiativeModel

/// The sheets of a published text with what had to be guessed and what could not be placed.
public struct ImportResult: Equatable, Sendable {
  /// The ward that the text names, when it names one only.
  public internal(set) var ward: String?
  /// The fiscal year that the text speaks of most.
  public internal(set) var fiscalYear: FiscalYear?
  /// All wards that the text names, in the city's own order.
  public internal(set) var wards: [String] = []
  /// What stands above the first sheet.
  public internal(set) var heading = Heading()
  /// The sheets in the order in which they stand.
  public internal(set) var sheets: [ImportedSheet] = []
  /// What to look at, in the order of the text.
  public internal(set) var notes: [ImportNote] = []
  /// Where each stretch of the text went: every character that is no markup and no white space stands in one of them.
  public internal(set) var pieces: [ImportedPiece] = []
  /// The layouts that were met, the first one first.
  public internal(set) var layouts: [ImportLayout] = []
  /// Why the text is not surely read; `PublishedSheetImporter.read` gives no result that has any.
  public internal(set) var doubts: [ImportDoubt] = []
}

extension ImportResult {
  /// What the lines above the first sheet say of the whole text.
  public struct Heading: Equatable, Sendable {
    /// The wards that they name, in the city's own order.
    public internal(set) var wards: [String] = []
    /// The fiscal year that they speak of most.
    public internal(set) var fiscalYear: FiscalYear?
  }
}

/// One sheet as it was read.
public struct ImportedSheet: Equatable, Sendable {
  /// The sheet; nothing in it has been validated.
  public internal(set) var sheet: InitiativeSheet
  /// The line of its heading, from 1.
  public let line: Int
}

/// Something that a person should look at after an import.
public struct ImportNote: Hashable, Sendable {
  /// What was guessed, or what has no place.
  public enum Reason: Hashable, Sendable {
    /// The ward was taken from a name in the text.
    case wardGuessed(String)
    /// The fiscal year was taken from the years in the text.
    case yearGuessed(FiscalYear)
    /// The legend is damaged; the sign that was taken for the answer, or nil when none was.
    case damagedLegend(assumed: String?)
    /// The row is printed twice.
    case repeatedRow
    /// The row's cells stand in other columns than the heading's.
    case movedCells
    /// The row has more cells than the form has columns; the text was put into this field.
    case extraCell(String)
    /// The text stands without a label and was put into this field.
    case unlabelledText(String)
    /// The note names another sign than ②.
    case otherRequirement(String)
    /// The plan's two columns cannot be told apart; their texts have no place.
    case undividedPlan
    /// The title's bracket is not closed.
    case unclosedTitle
    /// There is no title.
    case missingTitle
    /// A sheet of this number was there before.
    case repeatedNumber
    /// The next sheet has this number, and the one between is nowhere.
    case numberGap(next: Int)
    /// So many lines like this one were taken for a page's number or head in the middle of a sheet.
    case pageLine(String, count: Int)
    /// The text could not be placed in any field.
    case unplaced(String)
  }

  /// The number of the sheet; nil for the text as a whole.
  public let sheet: Int?
  /// The field, when the note is about one.
  public let field: SheetField?
  /// The line in the text, from 1.
  public let line: Int
  /// What it is.
  public let reason: Reason

  /// Whether text could not be placed; the others ask a person to check.
  public var isUnplaced: Bool {
    if case .unplaced = reason { return true }
    return false
  }
}

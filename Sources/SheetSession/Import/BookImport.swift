// Holds the import of a published text into a book.

import InitiativeModel
import SheetExchange
import SheetStorage

/// A published text that is to be taken into a book, as a new one or over the one that is there.
public struct BookImport: Equatable, Sendable {
  /// The text's name, as messages give it.
  public var name: String
  /// The folder of the book, or of the library that it is to be in.
  public var folder: String
  /// Whose book it is; nil where the text says.
  public var ward: String?
  /// The book's fiscal year; nil where the text says.
  public var year: FiscalYear?
  /// Whether a book that is there may be changed; entries that staff made stay.
  public var replaces: Bool

  /// What was written.
  public struct Outcome: Equatable, Sendable {
    /// The book's folder.
    public let path: String
    /// How many sheets were written.
    public let sheets: Int
    /// What to look at in the text: what found a place first, then what found none.
    public let notes: [ImportNote]
    /// What was written otherwise than the text says.
    public let remarks: [ImportRemark]
  }

  /// Asks for an import.
  public init(
    of name: String, into folder: String, ward: String? = nil, year: FiscalYear? = nil, replaces: Bool = false
  ) {
    self.name = name
    self.folder = folder
    self.ward = ward
    self.year = year
    self.replaces = replaces
  }

  /// Reads, checks and writes, in this order: nothing is written before all of it is known to be right.
  ///
  /// - Parameter bytes: the text in UTF-8 or CP932, not longer than `TextLimits.bytes`.
  /// - Throws: `ImportObstacle`; nothing was written but for `.stopped`.
  public func run(_ bytes: [UInt8]) throws(ImportObstacle) -> Outcome {
    let result = try read(bytes)
    guard let year = year ?? result.fiscalYear else { throw .yearUnknown(file: name) }
    let header = BookHeader(ward: ward ?? result.ward ?? "", fiscalYear: year)
    let path = place(for: header)
    let folder = BookFolder(path: path, author: .current)
    let existing = try book(in: folder)
    if let existing {
      guard replaces else { throw .bookExists(path: path) }
      try ImportFit(request: self, result: result, book: existing, path: path).check()
    }
    let plan = try ImportPlan(
      result.sheets.map(\.sheet), header: header, over: existing, namedWard: ward, folder: folder)
    try BookWriter(plan: plan, folder: folder).write()
    let notes = result.notes.filter { isNews($0, inNewBook: existing == nil) }
    return Outcome(
      path: path, sheets: plan.items.count, notes: notes.filter { !$0.isUnplaced } + notes.filter(\.isUnplaced),
      remarks: plan.remarks)
  }

  private func read(_ bytes: [UInt8]) throws(ImportObstacle) -> ImportResult {
    guard bytes.count <= TextLimits.bytes else { throw .textTooLarge(file: name) }
    do {
      return try PublishedSheetImporter.read(try PublishedText.decode(bytes))
    } catch {
      throw .text(error, file: name)
    }
  }

  /// The folder of the book: in a library the one that holds this ward's book of this year, or a new one.
  private func place(for header: BookHeader) -> String {
    guard LibraryFolder.holdsBooks(folder) else { return folder }
    let places = (try? LibraryFolder.places(folder)) ?? []
    let known = places.first { place in
      guard let there = try? BookFolder(path: place).loadHeader() else { return false }
      return !BookFinding.sameBooks(among: [(place, there), ("", header)]).isEmpty
    }
    let name = "\(OsakaWards.romaji(of: header.ward) ?? "unnamed-ward")-\(header.fiscalYear.year)"
    return known ?? "\(folder)/\(name)"
  }

  /// The book that is there; nil when there is none.
  private func book(in folder: BookFolder) throws(ImportObstacle) -> StoredBook? {
    do {
      return try folder.load()
    } catch {
      if case .notFound = error { return nil }
      if case .noBooks = error { return nil }
      throw .storage(error)
    }
  }

  /// Whether a note is worth telling: a guess is where it was followed.
  private func isNews(_ note: ImportNote, inNewBook isNew: Bool) -> Bool {
    switch note.reason {
    case .wardGuessed: isNew && ward == nil
    case .yearGuessed: isNew && year == nil
    case .damagedLegend, .repeatedRow, .differentAnswers, .movedCells, .extraCell, .unlabelledText, .otherRequirement,
      .undividedPlan, .unclosedTitle, .missingTitle, .repeatedNumber, .unplaced:
      true
    }
  }
}

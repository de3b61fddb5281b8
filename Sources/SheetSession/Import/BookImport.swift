// Holds the import of a file into a book: a published text, or what was exported and came back.

import InitiativeModel
import SheetExchange
import SheetStorage

/// A file that is to be taken into a book, as a new one or over the one that is there.
public struct BookImport: Equatable, Sendable {
  /// The file's name, as messages give it.
  public var name: String
  /// The folder of the book, or of the library that it is to be in.
  public var folder: String
  /// Whose book it is; nil where the file says.
  public var ward: String?
  /// The book's fiscal year; nil where the file says.
  public var year: FiscalYear?
  /// Whether a text may change the book that is there, and a file that came back what is printed on its sheets;
  /// entries that staff made stay.
  public var replaces: Bool
  /// Whether nothing is to be written, and only told what would be.
  public var isDryRun: Bool

  /// Asks for an import.
  public init(
    of name: String, into folder: String, ward: String? = nil, year: FiscalYear? = nil, replaces: Bool = false,
    isDryRun: Bool = false
  ) {
    self.name = name
    self.folder = folder
    self.ward = ward
    self.year = year
    self.replaces = replaces
    self.isDryRun = isDryRun
  }

  /// Reads, checks and writes, in this order: nothing is written before all of it is known to be right.
  ///
  /// - Parameters:
  ///   - bytes: what the file holds; a text in UTF-8 or CP932 is not longer than `TextLimits.bytes`.
  ///   - formats: those in which a book comes back; what is of none of them is a published text.
  /// - Throws: `ImportObstacle`; nothing was written but for `.stopped` and `.stoppedReturned`.
  public func run(_ bytes: [UInt8], formats: [ReturnedFormat] = []) throws(ImportObstacle) -> Outcome {
    guard let format = formats.first(where: { $0.recognises(bytes) }) else { return try runText(bytes) }
    switch format.read(bytes) {
    case .success(let file): return try ReturnedImport(request: self, file: file).run()
    case .failure(let error): throw .file(error, file: name)
    }
  }

  /// Takes in a published text.
  private func runText(_ bytes: [UInt8]) throws(ImportObstacle) -> Outcome {
    let result = try read(bytes)
    guard let year = year ?? result.fiscalYear else { throw .yearUnknown(file: name) }
    let header = BookHeader(ward: ward ?? result.ward ?? "", fiscalYear: year)
    let path = place(for: header)
    let folder = BookFolder(path: path, author: .current)
    let existing = try BookImport.book(in: folder)
    if let existing {
      try ImportFit(request: self, result: result, book: existing, path: path).check()
      guard replaces else { throw .bookExists(path: path) }
    }
    let plan = try ImportPlan(
      result.sheets.map(\.sheet), header: header, over: existing, namedWard: ward, folder: folder)
    if !isDryRun { try BookWriter(plan: plan, folder: folder, file: name).write() }
    let notes = result.notes.filter { isNews($0, inNewBook: existing == nil) }
    let changes = isDryRun ? result.sheets.map { SheetChange(before: nil, after: $0.sheet) } : []
    let left = existing.map { ImportRemark.notInFile(result.sheets.map(\.sheet.number), of: $0) } ?? []
    return Outcome(
      path: path, sheetsRead: result.sheets.count, sheets: plan.items.count,
      notes: notes.filter { !$0.isUnplaced } + notes.filter(\.isUnplaced),
      remarks: plan.remarks + left, changes: changes, isNew: existing == nil, isDryRun: isDryRun)
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
    return knownPlace(of: header) ?? newPlace(for: header) ?? "\(folder)/unnamed-ward-\(header.fiscalYear.year)"
  }

  /// The folder of the book of a ward and year in a library; nil where there is none.
  func knownPlace(of header: BookHeader) -> String? {
    let places = (try? LibraryFolder.places(folder)) ?? []
    return places.first { place in
      guard let there = try? BookFolder(path: place).loadHeader() else { return false }
      return !BookFinding.sameBooks(among: [(place, there), ("", header)]).isEmpty
    }
  }

  /// The folder for a new book in a library; nil for a ward that is none of the city's.
  func newPlace(for header: BookHeader) -> String? {
    OsakaWards.romaji(of: header.ward).map { "\(folder)/\($0)-\(header.fiscalYear.year)" }
  }

  /// The book that is there; nil when there is none.
  static func book(in folder: BookFolder) throws(ImportObstacle) -> StoredBook? {
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
    case .damagedLegend, .repeatedRow, .movedCells, .extraCell, .unlabelledText, .otherRequirement,
      .undividedPlan, .unclosedTitle, .missingTitle, .repeatedNumber, .numberGap, .pageLine, .unplaced:
      true
    }
  }
}

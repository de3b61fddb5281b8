// Holds the reading of a workbook that was written by `WorkbookWriter` and saved by Excel or LibreOffice.

import InitiativeModel
import SheetExchange

/// Reads a workbook that came back.
public enum WorkbookReader {
  private static let zips: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Whether the bytes are those of a workbook, or of another file of Office that has to be named as such.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    zips.contains { bytes.starts(with: $0) } || bytes.starts(with: compound)
  }

  /// Reads the sheets of a workbook.
  ///
  /// Each sheet is read by its printed labels, wherever they stand; one on which a label is missing or stands twice, or
  /// text stands between the fields, is refused. What others wrote beside the forms is in `unplaced`.
  public static func read(_ bytes: [UInt8]) throws(ReturnedFileError) -> ReturnedBook {
    guard bytes.count <= WorkbookLimits.bytes else { throw .tooLarge }
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(ReturnedFileError) in try read(buffer) }
    }
    return try result.get()
  }

  private static func read(_ bytes: UnsafeRawBufferPointer) throws(ReturnedFileError) -> ReturnedBook {
    guard !bytes.starts(with: compound) else { throw .foreign(ForeignFile(compound: bytes)) }
    let archive = try Archive(bytes)
    let parts = try WorkbookParts(archive)
    var unplaced: [String] = []
    var readings: [FormReading] = []
    for page in parts.pages {
      let sheet = try Worksheet(page, of: parts, in: archive)
      if let reading = try FormReading.read(sheet, unplaced: &unplaced) { readings.append(reading) }
    }
    guard !readings.isEmpty else { throw .noSheets }
    let unreadable = readings.flatMap(\.unreadable)
    guard unreadable.count <= 1 else { throw .unreadableValues(unreadable) }
    if let one = unreadable.first { throw .unreadableValue(place: one.place, field: one.field, value: one.value) }
    unplaced += remarks(archive)
    return try book(of: readings, unplaced: unplaced)
  }

  /// The sheets as one book; those of several are refused, and a number that stands twice.
  private static func book(of readings: [FormReading], unplaced: [String]) throws(ReturnedFileError) -> ReturnedBook {
    var books: [(ward: String, fiscalYear: FiscalYear)] = []
    for case .sheet(let ward, let fiscalYear, _, _)? in readings.map(\.mark)
    where !books.contains(where: { $0 == (ward, fiscalYear) }) {
      books.append((ward, fiscalYear))
    }
    guard books.count <= 1 else {
      throw .severalBooks(books.map { WorkbookWording.book(ward: $0.ward, $0.fiscalYear) })
    }
    var numbers: Set<Int> = []
    for sheet in readings.map(\.sheet) where !numbers.insert(sheet.number).inserted {
      throw .repeatedSheet(number: sheet.number, place: sheet.place)
    }
    let ward = books.first.map(\.ward).flatMap { $0.isEmpty ? nil : $0 }
    return ReturnedBook(
      ward: ward, fiscalYear: books.first?.fiscalYear, sheets: readings.map(\.sheet), unplaced: unplaced)
  }

  /// What a workbook can hold besides cells, and is not read.
  private static func remarks(_ archive: Archive) -> [String] {
    let names = archive.names.map { $0.lowercased() }
    let hasComments = names.contains {
      $0.hasPrefix("xl/comments") || $0.hasPrefix("xl/threadedcomments/") || $0.hasPrefix("xl/worksheets/comments")
    }
    let hasShapes = names.contains { $0.hasPrefix("xl/drawings/drawing") }
    return (hasComments ? [WorkbookWording.comments] : []) + (hasShapes ? [WorkbookWording.shapes] : [])
  }
}

// Holds what the reading of one sheet tells: where every piece went, what to look at, what it doubts.

import InitiativeModel

/// Keeps the account of a sheet's reading.
struct ReadingLog {
  private(set) var notes: [ImportNote] = []
  private(set) var pieces: [ImportedPiece] = []
  private(set) var doubts: [ImportDoubt] = []
  /// The sheet's place among the sheets, and its number.
  let index: Int
  let number: Int

  init(index: Int, number: Int) {
    self.index = index
    self.number = number
  }

  mutating func note(_ reason: ImportNote.Reason, _ field: SheetField?, _ line: Int) {
    notes.append(ImportNote(sheet: number, field: field, line: line, reason: reason))
  }

  mutating func doubt(_ doubt: ImportDoubt) { doubts.append(doubt) }

  /// A text that is in a field.
  mutating func place(_ text: String, in field: SheetField, _ line: Int) {
    add(text, line, .field(sheet: index, field))
  }

  /// A text that the form prints itself.
  mutating func furnish(_ text: String, _ kind: ImportedPiece.Furniture, _ line: Int) {
    add(text, line, .furniture(kind))
  }

  /// A text without a place, which is told.
  mutating func leave(_ text: String, _ field: SheetField? = nil, _ line: Int) {
    guard !text.isEmpty else { return }
    note(.unplaced(text), field, line)
    add(text, line, .unplaced)
  }

  private mutating func add(_ text: String, _ line: Int, _ place: ImportedPiece.Place) {
    guard !text.isEmpty else { return }
    pieces.append(ImportedPiece(text: text, line: line, place: place))
  }
}

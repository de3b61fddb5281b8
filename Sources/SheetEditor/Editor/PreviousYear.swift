// Holds the same item of other years: how it is found, and the taking over of its text into this year's.

import InitiativeModel
import SheetWording

/// The same item in the book of another year.
struct OtherYear: Equatable, Sendable {
  let id: SheetID
  let year: FiscalYear
  /// Whether only the number is the same: no sheet of that book has the title.
  let isByNumber: Bool
}

extension EditorState {
  /// The same item in books of the same ward and other years, the nearest year first.
  func otherYears(of sheet: EditedSheet) -> [OtherYear] {
    guard let header = library.book(of: sheet.id)?.header else { return [] }
    let key = FoldedText(sheet.saved.title + sheet.saved.subtitle).key
    let years = library.books.compactMap { book -> (book: BookSection, year: FiscalYear)? in
      guard let other = book.header, other.ward == header.ward, other.fiscalYear != header.fiscalYear else {
        return nil
      }
      return (book, other.fiscalYear)
    }.sorted { one, other in
      func distance(_ year: FiscalYear) -> (Int, Int) { (abs(year.year - header.fiscalYear.year), year.year) }
      return distance(one.year) < distance(other.year)
    }
    return years.compactMap { book, year in
      let sheets = library.sheets(of: book)
      if let same = sheets.first(where: { FoldedText($0.saved.title + $0.saved.subtitle).key == key }) {
        return OtherYear(id: same.id, year: year, isByNumber: false)
      }
      return sheets.first { $0.saved.number == sheet.saved.number }.map {
        OtherYear(id: $0.id, year: year, isByNumber: true)
      }
    }
  }

  /// Puts the text of the same field of the nearest year before this one where the cursor is.
  mutating func takeOverPreviousYear() -> [Effect] {
    guard let sheet = currentSheet else { return [] }
    let year = library.book(of: sheet.id)?.header?.fiscalYear
    guard let previous = otherYears(of: sheet).first(where: { other in year.map { other.year < $0 } ?? false }) else {
      let isReading = library.books.contains(where: \.isLoading)
      refuse(
        isReading ? Wording.yearsAreRead : Wording.noPreviousYear(wardOfYears(sheet.id), opening: openingOfLibrary))
      return []
    }
    return takeOver(previous)
  }

  /// Puts the text of the field that the person is at, as it stands in another year, where the cursor is.
  ///
  /// It is one step for undoing. In the form the field is opened, and the text stands on lines of its own behind what is
  /// in it.
  mutating func takeOver(_ other: OtherYear) -> [Effect] {
    guard !isReviewing else {
      refuse(Wording.reviewOnly)
      return []
    }
    guard let focus, let source = sheet(other.id) else {
      refuse(Wording.takeOverFromForm)
      return []
    }
    guard !focus.isChoice else {
      refuse(Wording.takeOverOfChoice)
      return []
    }
    var text = source.saved.text(of: focus).string
    let name = Wording.name(other, number: source.saved.number)
    let count = text.count { $0 != "\n" }
    guard !text.isEmpty else {
      refuse(Wording.blankInOtherYear(name, focus))
      return []
    }
    if form != nil {
      openText()
      if let now = self.text, now.buffer.byteCount > 0 {
        moveCursor { $0.move(to: $0.buffer.end) }
        if !now.buffer.string.hasSuffix("\n") { text = "\n" + text }
      }
    }
    moveCursor { $0.move(to: $0.cursor) }
    let effects = insert(text, typedAt: nil)
    if !effects.isEmpty, message == nil {
      message = Message(Wording.tookOver(name, characters: count, isByNumber: other.isByNumber))
    }
    return effects
  }

  /// The command that opens the folder in which the only open book lies; nil where several are open.
  private var openingOfLibrary: String? {
    guard library.books.count == 1, let book = library.books.first else { return nil }
    let parts = book.path.split(separator: "/")
    guard let last = parts.last, last != ".", last != ".." else { return nil }
    let above = (book.path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    return "furikaeri \(isPlanning ? "plan" : "edit") \(above.isEmpty ? "." : above)"
  }

  private func wardOfYears(_ id: SheetID) -> String { library.book(of: id)?.header.map { Wording.ward($0) } ?? "" }
}

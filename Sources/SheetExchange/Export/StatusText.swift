// Holds the progress of a library as lines for the terminal.

import InitiativeModel
import SheetWording
import Terminal

/// How all books stand, with the same states as the list on the screen.
enum StatusText {
  /// A part a book: its figures, what is wrong with it, a line a sheet.
  static func output(_ status: LibraryStatus) -> SafeOutput {
    .lines(status.library.books.flatMap { lines($0, status.library) })
  }

  private static func lines(_ section: BookSection, _ library: Library) -> [String] {
    guard let header = section.header else { return [] }
    let totals = ReviewPeriod.allCases.map { "  " + Wording.totals($0, library.progress(of: section, $0)) }
    return [Wording.bookLine(header, path: section.path)] + totals + section.problems.map { "  ! \($0)" }
      + library.sheets(of: section).map { "  " + line($0) } + [""]
  }

  private static func line(_ sheet: EditedSheet) -> String {
    let widths = DisplayWidths(ambiguous: .narrow)
    let number = String(sheet.edited.number)
    let states = ReviewPeriod.allCases.map { period in
      let sign = sheet.edited.chosenOption(of: period.decidingChoice)?.sign ?? "  "
      return widths.padded("\(sign) \(sheet.standing(of: period).word)", toColumns: 14)
    }
    return String(repeating: " ", count: max(0, 3 - number.count)) + number + "  " + states.joined()
      + sheet.edited.starredTitle
  }
}

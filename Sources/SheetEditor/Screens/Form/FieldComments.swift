// Holds the supervisors' comments on a field as they are read beside it, whole or as far as there is room.

import InitiativeModel
import SheetWording
import Terminal

/// The open comments on one field, the newest last, wrapped for some columns.
struct FieldComments {
  /// The wrapped lines of all comments; none where nothing is said.
  let lines: [String]
  /// Whether each of them begins a comment.
  private let begins: [Bool]

  /// The columns around the lines.
  private static let margin = 2

  init(_ comments: [ReviewMark], width: Int, widths: DisplayWidths) {
    let breaker = LineBreaker(width: max(2, width - 2 * FieldComments.margin), widths: widths)
    let wrapped = comments.map { Wording.lines(of: $0).flatMap { breaker.lines(of: SafeText.visible($0)) } }
    lines = wrapped.flatMap { $0 }
    begins = wrapped.flatMap { $0.indices.map { $0 == 0 } }
  }

  /// Draws as many rows as there are; what does not fit is counted on the last, with the key that shows it.
  func draw(row: Int, rows: Int, from column: Int, to limit: Int, on screen: inout ScreenBuffer) {
    let isCut = lines.count > rows
    for offset in 0..<min(rows, lines.count) {
      let isMore = isCut && offset == rows - 1
      let style = isMore || begins[offset] ? Look.strong : Look.plain
      let text = isMore ? Wording.moreOfComments(lines.count - offset) : lines[offset]
      screen.fill(row: row + offset, columns: column..<limit, with: " ", style: Look.plain.on(.comment))
      screen.write(
        [Run(text, style.on(.comment))], row: row + offset, column: column + FieldComments.margin, limit: limit)
    }
  }
}

extension EditedSheet {
  /// How many open comments speak of a field.
  func commentCount(on field: EntryField) -> Int {
    openComments.count { $0.openFields(in: saved).contains(field) }
  }
}

// Holds the writing of a comment in a question: a short text with a caret, as rows of a width.

import InitiativeModel
import Terminal

/// A comment as rows of a width, and where its caret stands in them.
struct CommentBox {
  let characters: [Character]
  let rows: [WrappedLine]
  /// The row of the caret.
  let caretRow: Int
  /// The column of the caret in its row.
  let caretColumn: Int
  private let widths: DisplayWidths

  init(_ mark: BegunMark, width: Int, widths: DisplayWidths) {
    self.widths = widths
    characters = Array(mark.comment)
    rows = LineBreaker(width: max(2, width), widths: widths).wrap(characters)
    let caret = min(mark.caret, characters.count)
    let row = rows.lastIndex { $0.range.lowerBound <= caret } ?? 0
    caretRow = row
    let start = rows.isEmpty ? caret : rows[row].range.lowerBound
    caretColumn = characters[start..<caret].reduce(0) { $0 + widths.columns(ofVisible: $1) }
  }

  /// The text of a row.
  func text(_ row: Int) -> String { String(characters[rows[row].range]) }

  /// The caret a row further down or up, at about the same column; nil at the ends.
  func caret(movedBy count: Int) -> Int? {
    let target = caretRow + count
    return rows.indices.contains(target) ? caret(row: target, column: caretColumn) : nil
  }

  /// The caret at about a column of a row, of the last one where it stands behind that.
  func caret(row wanted: Int, column wantedColumn: Int) -> Int {
    guard wanted < rows.count else { return characters.count }
    let target = max(0, wanted)
    var (column, place) = (0, rows[target].range.lowerBound)
    while place < rows[target].range.upperBound {
      let next = column + widths.columns(ofVisible: characters[place])
      guard next <= wantedColumn else { break }
      (column, place) = (next, place + 1)
    }
    let isFull = place == rows[target].range.upperBound && target + 1 < rows.count
    return isFull && rows[target + 1].range.lowerBound == place ? place - 1 : place
  }
}

extension BegunMark {
  /// Puts text in where the caret stands.
  mutating func insert(_ text: String) {
    let front = comment.prefix(caret) + text
    comment = String(front + comment.dropFirst(caret))
    caret = min(front.count, comment.count)
  }

  /// Takes out the grapheme before the caret.
  mutating func removeBackward() {
    guard caret > 0 else { return }
    caret -= 1
    removeForward()
  }

  /// Takes out the grapheme behind the caret.
  mutating func removeForward() {
    guard caret < comment.count else { return }
    comment.remove(at: comment.index(comment.startIndex, offsetBy: caret))
    caret = min(caret, comment.count)
  }

  /// Moves the caret, and stops at the ends.
  mutating func moveCaret(by count: Int) { caret = min(max(0, caret + count), comment.count) }
}

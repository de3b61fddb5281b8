// Holds the drawing of how far many sheets are: a bar where there is room, figures and words always.

import InitiativeModel
import SheetWording
import Terminal

/// One period's progress in a part of a row.
struct Progress {
  let progress: BookProgress
  let name: String
  /// The most columns of the bar.
  let bar: Int

  /// The columns that figures take, and those that are left to a word beside the bar.
  private static let figures = 7
  private static let word = 6
  /// The shortest bar that says something.
  private static let shortest = 4

  /// The columns of the bar in a part of a width: they follow from the width alone, so that bars under each other are
  /// equally long.
  private func length(_ width: Int, _ nameColumns: Int) -> Int {
    let length = min(bar, width - nameColumns - 1 - Progress.figures - Progress.word)
    return length < Progress.shortest ? 0 : length
  }

  func draw(row: Int, column: Int, width: Int, style: CellStyle, on screen: inout ScreenBuffer) {
    let entered = progress[.complete]
    var room = width
    var place = column
    /// Writes what fits whole: a figure that is cut is a wrong figure.
    func write(_ text: String, _ style: CellStyle) {
      let columns = screen.widths.columns(of: text)
      guard columns <= room else { return }
      screen.write([Run(text, style)], row: row, column: place, limit: column + width)
      place += columns
      room -= columns
    }
    let length = length(width, screen.widths.columns(of: name))
    write(name, style)
    if length > 0 {
      write(" ", style)
      screen.bar(entered, of: progress.total, row: row, column: place, length: length)
      place += length
      room -= length
    }
    write(" \(entered)/\(progress.total)", entered == 0 ? style.quiet : style)
    for (word, count, ink) in [
      (PeriodState.deficient.rawValue, progress[.deficient], Look.alarm),
      (MarkState.sentBack.rawValue, progress[.sentBack], Look.alarm),
      (Wording.confirmedInShort, progress[.confirmed], Look.done),
    ] where count > 0 {
      var ink = ink
      ink.underline = style.underline
      write(" \(word)\(count)", ink)
    }
  }
}

extension CellStyle {
  /// The same in the background.
  fileprivate var quiet: CellStyle {
    var style = self
    style.ink = .quiet
    style.bold = false
    return style
  }
}

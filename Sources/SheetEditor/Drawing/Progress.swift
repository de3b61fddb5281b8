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

  func draw(row: Int, column: Int, width: Int, style: CellStyle, on screen: inout ScreenBuffer) {
    let entered = progress[.complete]
    var figures = " \(entered)/\(progress.total)"
    var room = width - screen.widths.columns(of: name + figures) - 1
    /// The words that fit whole: a figure that is cut is a wrong figure.
    func fitting(_ word: String, _ count: Int) -> String {
      let text = " \(word)\(count)"
      guard count > 0, screen.widths.columns(of: text) <= room else { return "" }
      room -= screen.widths.columns(of: text)
      return text
    }
    let words =
      fitting(PeriodState.deficient.rawValue, progress[.deficient])
      + fitting(MarkState.sentBack.rawValue, progress[.sentBack])
    let tail = fitting(Wording.confirmedInShort, progress[.confirmed])
    if room >= 7 {
      let length = min(bar, room - 3)
      let full = progress.total == 0 ? 0 : entered * length / progress.total
      figures =
        " [\(String(repeating: "#", count: full))\(String(repeating: "-", count: length - full))]" + figures
    }
    screen.write(
      [Run(name + figures, style), Run(words, Look.alarm), Run(tail, style)], row: row, column: column,
      limit: column + width)
  }
}

// Holds the drawing of how far many sheets are: a bar where there is room, figures and words always.

import InitiativeModel
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
    var words = ""
    for (word, count) in [
      (PeriodState.deficient.rawValue, progress[.deficient]), (MarkState.sentBack.rawValue, progress[.sentBack]),
    ] where count > 0 {
      words += " \(word)\(count)"
    }
    let confirmed = progress[.confirmed] > 0 ? " 確認\(progress[.confirmed])" : ""
    var room = width - screen.widths.columns(of: name + figures + words) - 1
    var tail = ""
    if screen.widths.columns(of: confirmed) <= room {
      tail = confirmed
      room -= screen.widths.columns(of: confirmed)
    }
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

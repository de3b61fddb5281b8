import Terminal
import Testing

@testable import SheetEditor

@Suite("Reading pages and panels")
struct PanelScreenTests {
  private static let sizes = [(24, 80), (20, 60), (43, 132)]

  @Test(
    "Each at three sizes and both ambiguous widths, with its cursor and its looks",
    arguments: PersonsPlace.screens.filter { $0.name.hasPrefix("page") } + PersonsPlace.panels)
  func everyPanel(place: PersonsPlace) throws {
    var pictures: [String] = []
    for (rows, columns) in PanelScreenTests.sizes {
      let narrow = try place.robot(ScreenShape(rows: rows, columns: columns, ambiguous: .narrow)).picture
      let wide = try place.robot(ScreenShape(rows: rows, columns: columns, ambiguous: .wide)).picture
      pictures += ["== \(columns)x\(rows) narrow =="] + narrow.lines + ["cursor: \(narrow.cursorPlace)"]
      if rows == 24 { pictures += ["looks:"] + narrow.looks }
      pictures.append("== \(columns)x\(rows) wide: the rows that differ ==")
      for (row, (line, other)) in zip(narrow.lines, wide.lines).enumerated() where line != other {
        pictures.append("\(row): \(other)")
      }
      if narrow.cursor != wide.cursor { pictures.append("cursor: \(wide.cursorPlace)") }
    }
    try expectSnapshot(pictures.joined(separator: "\n"), "panels/" + place.name)
  }
}

extension ScreenBuffer {
  /// Row and column of the cursor.
  var cursorPlace: String { cursor.map { "\($0.row),\($0.column)" } ?? "none" }

  /// What of the screen is not plain: row, columns, look.
  fileprivate var looks: [String] {
    (0..<size.rows).compactMap { number in
      var parts: [(look: CellStyle, from: Int, to: Int)] = []
      for (column, cell) in row(number).enumerated() where cell.style != CellStyle() {
        if let last = parts.last, last.look == cell.style, last.to == column - 1 {
          parts[parts.count - 1].to = column
        } else {
          parts.append((cell.style, column, column))
        }
      }
      let words = parts.map { "\($0.from)-\($0.to) \($0.look.words)" }
      return words.isEmpty ? nil : "  row \(number): " + words.joined(separator: ", ")
    }
  }
}

extension CellStyle {
  fileprivate var words: String {
    let parts = [
      bold ? "bold" : "", underline ? "underline" : "", ink == .standard ? "" : "\(ink)",
      ground == .page ? "" : "on \(ground)",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

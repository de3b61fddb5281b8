// Holds the drawing of `doctor`, and its report.

import SheetWording
import Terminal

extension Doctor {
  /// The glyphs of each class on the ruler, five each.
  static func glyphs(of ambiguousClass: AmbiguousClass) -> String {
    switch ambiguousClass {
    case .circled: "①②③④⑤"
    case .symbols: "※→↓≒≧"
    case .shapes: "○●◎★□"
    case .dashes: "—…―‥‐"
    case .boxDrawing: "─│┌┐└"
    case .romanNumerals: "ⅠⅡⅲⅳⅴ"
    }
  }

  /// Rows that every terminal should draw alike, with their names.
  static let fixedRows: [(name: String, glyphs: String)] = [
    (Wording.Doctor.fullWidth, "漢かカＡ１"), (Wording.Doctor.halfWidthKana, "ｱｲｳｶﾞﾊﾟ"),
    (Wording.Doctor.combining, "か\u{3099}は\u{309A}𠮷"),
  ]

  private static let glyphColumn = 22
  private static let barColumn = 34
  private static let boxColumns = 24

  /// Draws the screen; the cursor stands in the box, behind what was typed.
  public func draw() -> ScreenBuffer {
    var screen = ScreenBuffer(size: size, widths: widths)
    screen.write([Run(Wording.Doctor.title, Look.heading)], row: 0, column: 1, limit: size.columns)
    screen.rule(row: 1, from: 0, to: size.columns)
    var row = 2
    for line in facts(columns: size.columns - 2) {
      screen.write([Run(line)], row: row, column: 1, limit: size.columns)
      row += 1
    }
    row = drawRuler(from: row, on: &screen)
    drawBox(row: row, on: &screen)
    drawKeys(from: row + 1, on: &screen)
    screen.footer([FooterEntry(keys: Wording.Doctor.endingKeys, word: Wording.Doctor.leaving)])
    return screen
  }

  /// What is known of the terminal, as lines of at most some columns.
  private func facts(columns: Int) -> [String] {
    var lines = ["TERM=\(facts.type)  \(size.columns)×\(size.rows)  \(Wording.Doctor.identity(answers))"]
    if facts.isInMultiplexer { lines.append(Wording.Doctor.multiplexer) }
    lines.append(Wording.Doctor.measured(answers, set: facts.setWidths))
    let breaker = LineBreaker(width: max(2, columns), widths: widths)
    return lines.flatMap { breaker.lines(of: SafeText.visible($0)) }
  }

  /// Draws the ruler and under it the glyphs, each row with a bar that stands under the ruler's when all is well.
  private func drawRuler(from first: Int, on screen: inout ScreenBuffer) -> Int {
    var row = first
    screen.write([Run(Wording.Doctor.ruler, Look.heading)], row: row, column: 1, limit: size.columns)
    row += 1
    screen.write([Run("1234567890--|")], row: row, column: Doctor.glyphColumn, limit: size.columns)
    row += 1
    let classes = AmbiguousClass.allCases.map { one in
      ("\(Wording.Doctor.name(of: one)) \(Wording.Doctor.columns(widths.ambiguous[one]))", Doctor.glyphs(of: one))
    }
    for (name, glyphs) in classes + Doctor.fixedRows.map({ ($0.name, $0.glyphs) }) {
      screen.write([Run(name)], row: row, column: 1, limit: Doctor.glyphColumn)
      // Dots, not blanks: a terminal is sent to a place beyond blanks, and the bar would stand right in any case.
      screen.fill(row: row, columns: Doctor.glyphColumn..<Doctor.barColumn, with: ".", style: Look.quiet)
      screen.write([Run(glyphs)], row: row, column: Doctor.glyphColumn, limit: Doctor.barColumn)
      screen.write([Run("|")], row: row, column: Doctor.barColumn, limit: size.columns)
      row += 1
    }
    return row
  }

  private func drawBox(row: Int, on screen: inout ScreenBuffer) {
    let column = screen.write([Run(Wording.Doctor.box), Run("[")], row: row, column: 1, limit: size.columns)
    var shown = SafeText.visible(typed)
    while widths.columns(of: shown) > Doctor.boxColumns - 1 { shown.removeFirst() }
    let end = screen.write([Run(shown)], row: row, column: column, limit: size.columns)
    screen.write([Run("]")], row: row, column: column + Doctor.boxColumns, limit: size.columns)
    screen.cursor = ScreenPosition(
      row: min(row, max(0, size.rows - 2)), column: min(end, max(0, size.columns - 1)))
  }

  private func drawKeys(from first: Int, on screen: inout ScreenBuffer) {
    screen.write([Run(Wording.Doctor.keys, Look.heading)], row: first, column: 1, limit: size.columns)
    let rows = max(0, size.rows - 2 - first - 1)
    for (offset, input) in arrived.suffix(rows).enumerated() {
      let line = "\(input.raw)  =  \(input.meaning)"
      screen.write(
        [Run(widths.truncated(line, toColumns: size.columns - 4))], row: first + 1 + offset, column: 3,
        limit: size.columns)
    }
  }

  /// What was seen, as lines to hand on.
  public var report: [String] {
    facts(columns: 78)
      + AmbiguousClass.allCases.map { one in
        "\(Wording.Doctor.name(of: one)) \(Doctor.glyphs(of: one)) \(Wording.Doctor.columns(widths.ambiguous[one]))"
      } + arrived.map { "\($0.raw)  =  \($0.meaning)" }
  }
}

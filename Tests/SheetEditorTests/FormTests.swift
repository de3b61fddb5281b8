import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("The form and its reading page go over the catalogue of fields")
struct FormTests {
  /// A robot on a sheet in which every field is filled in.
  private func filled(_ rows: Int, _ columns: Int) -> EditorRobot {
    EditorRobot(rows: rows, columns: columns) { sheet in
      for field in EntryField.allCases { sheet.setContent(content(field), of: field) }
    }
  }

  private func content(_ field: EntryField) -> String { field.options.last?.sign ?? "\(field.rawValue)の文。" }

  /// What stands on the screen for what was filled in.
  private func shown(_ field: EntryField) -> String {
    field.options.last.map { "\($0.sign) \($0.label)" } ?? content(field)
  }

  @Test("Every field has its label and its content in the form", arguments: [(24, 80), (43, 132)])
  func form(rows: Int, columns: Int) throws {
    var robot = filled(rows, columns)
    try robot.type("<CR>")
    for field in EntryField.allCases {
      #expect(robot.text.contains((field.isChoice ? "(*) " : "| ") + shown(field)), "\(field):\n\(robot.text)")
      #expect(!field.hasLabel || robot.text.contains("  \(field.printedLabel)"))
    }
  }

  @Test("Every field is reached, says what it wants, and leaves the last rows free", arguments: ScreenTests.sizes)
  func help(rows: Int, columns: Int) throws {
    var robot = filled(rows, columns)
    try robot.type("<CR>")
    for field in EntryField.allCases {
      #expect(robot.state.focus == field)
      let lines = robot.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.last?.contains("F1") == true && lines.count == rows)
      #expect(lines.dropLast().last?.contains("の文。") == false)
      try robot.type("<F1>")
      for sentence in field.help { #expect(robot.text.contains(sentence.prefix(12))) }
      try robot.type("<F1><Tab>")
    }
  }

  @Test("Every field stands on the reading page")
  func page() throws {
    var robot = filled(60, 132)
    try robot.type("<F9>")
    for field in EntryField.allCases { #expect(robot.text.contains(shown(field))) }
  }

  @Test("The parts of the form never take more rows than there are, and the plan gives way to the entries")
  func layout() {
    let entries = ReviewPeriod.allCases.count + EntryField.allCases.count
    let texts = EntryField.allCases.filter { !$0.isChoice }
    for need in [1, 3, 40] {
      for rows in (entries + texts.count + 2)...60 {
        let layout = SheetLayout(
          rows: rows, planNeed: need, textNeeds: Dictionary(uniqueKeysWithValues: texts.map { ($0, need) }),
          focus: .results)
        let taken = entries + (layout.isRoomy ? 1 : 0) + layout.texts.values.reduce(0, +) + 1 + layout.plan
        #expect(taken <= rows && layout.plan >= 1, "\(rows) rows, need \(need)")
      }
    }
  }
}

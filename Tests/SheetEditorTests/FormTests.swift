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
      #expect(robot.text.contains(field.isChoice ? "【\(shown(field))】" : shown(field)), "\(field):\n\(robot.text)")
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

  @Test("A long message is whole, and the field that it speaks of is seen beside it", arguments: ScreenTests.sizes)
  func messages(rows: Int, columns: Int) throws {
    var robot = filled(rows, columns)
    try robot.type("<CR><End><CR><C-a><Del><Esc>")
    robot.failure = "ディスクがいっぱいです。"
    try robot.type("<F2>")
    #expect(robot.words.contains("課題と改善策が空のため保存できません。②なので必須です。下書きは残っています。"))
    let row = try #require(robot.cursor?.row)
    #expect(robot.screen[row].contains("(未入力)") && robot.screen[row - 1].contains("必須（②のため）"))
    try robot.type("<Up><C-u>")
    let said = "目標の達成は保存済みの内容のままです。ほかの1つの欄は変わっています。項目全体を戻すには、F4 の下書きで Ctrl-U を押します。"
    #expect(robot.words.contains(said))
    #expect(robot.cursorRow.contains("【② 目標未達成】"))
  }

  @Test("A title has a second row only where it does not fit on the first, and its subtitle stands behind it")
  func titles() throws {
    for (subtitle, columns, rows) in [("", 60, 1), ("", 80, 1), ("副題の言葉が長く続くときの例", 80, 1), ("副題の言葉が長く続くときの例", 60, 2)] {
      var robot = EditorRobot(rows: 24, columns: columns) { $0.subtitle = subtitle }
      try robot.type("<CR>")
      #expect(robot.screen[rows].contains("計画") && robot.screen[rows - 1].contains(subtitle.isEmpty ? "見本" : subtitle))
    }
  }

  @Test("Enter takes the first option where nothing is chosen; what is chosen it keeps, and goes on to the next field")
  func enter() throws {
    var robot = EditorRobot()
    try robot.type("<CR><CR>")
    #expect(robot.sheet?.midTermReview.implementationForecast == .willBeCarriedOut)
    try robot.type("<CR>")
    #expect(robot.sheet?.midTermReview.implementationForecast == .willBeCarriedOut)
    #expect(robot.state.focus == .targetForecast)
  }

  @Test("Text that does not fit says how much more there is, and what is chosen stands in brackets")
  func cut() throws {
    var robot = EditorRobot(rows: 20, columns: 60) { sheet in
      sheet.midTermReview.targetForecast = .willNotBeMet
      for field in [EntryField.midTermIssues, .results] {
        sheet.setText(LongText(lines: (1...9).map { "\($0)行目" }), of: field)
      }
    }
    try robot.type("<CR>")
    #expect(robot.text.contains("1行目") && robot.text.contains("…(ほか"))
    #expect(robot.text.contains("  ①   【② 達成できない見込み】"))
    #expect(robot.screen[0].contains("1/3") && robot.text.contains("未選択"))
  }

  @Test("Every field stands on the reading page")
  func page() throws {
    var robot = filled(60, 132)
    try robot.type("<F9>")
    for field in EntryField.allCases { #expect(robot.text.contains(shown(field))) }
  }

  @Test("The parts of the form never take more rows than there are, and the plan gives way to the entries")
  func layout() {
    let texts = EntryField.allCases.filter { !$0.isChoice }
    for need in [1, 3, 40] {
      for rows in (SheetLayout.fixedRows + texts.count + 1)...60 {
        for comments in [0, 1, 30] {
          let layout = SheetLayout(
            rows: rows, planNeed: need, textNeeds: Dictionary(uniqueKeysWithValues: texts.map { ($0, need) }),
            commentNeed: comments, focus: .results)
          let taken =
            SheetLayout.fixedRows + layout.texts.values.reduce(0, +) + layout.plan + layout.comments + layout.gaps
          #expect(taken <= rows && layout.plan >= 1, "\(rows) rows, need \(need), comments \(comments)")
          #expect(layout.comments == comments || (layout.texts[.results] ?? 0) <= 3)
        }
      }
    }
  }
}

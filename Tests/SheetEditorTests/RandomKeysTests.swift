import InitiativeModel
import SheetWording
import Terminal
import TestSupport
import Testing

@testable import SheetEditor

@Suite("A hundred thousand keys at random")
struct RandomKeysTests {
  private static let keys = [
    "<Left>", "<Right>", "<Up>", "<Down>", "<Home>", "<End>", "<C-Home>", "<C-End>", "<S-Left>", "<S-Right>",
    "<S-Down>",
    "<S-End>", "<C-Left>", "<C-Right>", "<C-S-Right>", "<BS>", "<Del>", "<CR>", "<CR>", "<PageUp>", "<PageDown>",
    "<Tab>",
    "<S-Tab>", "<Esc>", "<F1>", "<F2>", "<F3>", "<F4>", "<F5>", "<F6>", "<F7>", "<F8>", "<F9>", "<F10>", "<F12>",
    "<C-a>",
    "<C-c>", "<C-e>", "<C-f>", "<C-g>", "<C-k>", "<C-l>", "<C-n>", "<C-p>", "<C-q>", "<C-r>", "<C-s>", "<C-t>", "<C-u>",
    "<C-v>",
    "<C-o>", "<C-x>", "<C-y>", "<C-z>", "<A-x>", "<Ins>",
  ]
  private static let typed = [
    "あ", "課題と改善策、", "1", "２", "①", "　", " ", "か", "\u{3099}", "ｶﾞ", "👨‍👩‍👧", "𠮷", "e\u{301}", "（「", "」）。", "\u{202E}",
    "word-with_parts", "97.6%",
  ]
  private static let pasted = ["一行目\n二行目\n", "\n\n", "長い行の貼り付け、長い行の貼り付け、長い行の貼り付け。長い行の貼り付け", "②\n"]

  @Test(
    "No crash, no text that nobody typed, and the drafts hold what the screen shows",
    arguments: UInt64(1)...8)
  func everything(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var robot = EditorRobot(sheets: 4)
    for count in 1...12_500 {
      try press(&robot, &random)
      if let area = robot.state.text {
        #expect(LongText(area.buffer.string) == robot.sheet?.text(of: area.field))
      }
      if count.isMultiple(of: 8) { check(robot) }
    }
  }

  @Test("A reviewer changes nothing but marks, whatever is pressed")
  func reviewing() throws {
    let marks = try (UInt64(11)...14).reduce(0) { try $0 + review(seed: $1) }
    #expect(marks > 0)
  }

  /// Presses keys at random while reviewing; how many marks came of it.
  private func review(seed: UInt64) throws -> Int {
    var random = SeededGenerator(seed: seed)
    var robot = EditorRobot(sheets: 4, isReviewing: true, filled: ReviewTests.filled)
    let before = robot.disk
    for count in 1...8000 {
      try press(&robot, &random)
      guard count.isMultiple(of: 8) else { continue }
      let screen = draw(robot.state)
      for row in 0..<screen.size.rows {
        #expect(screen.row(row).reduce(0) { $0 + Int($1.columns) } == screen.size.columns)
      }
    }
    #expect(robot.disk == before)
    let sheets = robot.state.library.allSheets
    #expect(sheets.allSatisfy { $0.saved == before[$0.id] && !$0.hasDraft })
    #expect(
      !robot.fileEffects.contains {
        switch $0 {
        case .appendDraft, .save, .restartDraft, .saveCopy: true
        default: false
        }
      })
    return robot.fileEffects.count { if case .mark = $0 { true } else { false } }
  }

  private func press(_ robot: inout EditorRobot, _ random: inout SeededGenerator) throws {
    if robot.state.panel is LeavingPanel, Bool.random(using: &random) {
      return try robot.type("<Esc>")
    }
    switch Int.random(in: 0..<20, using: &random) {
    case 0: robot.send(.pasted(RandomKeysTests.pasted.randomElement(using: &random) ?? "", dropped: 0), after: 10)
    case 1:
      robot.send(
        .resized(
          ScreenSize(rows: Int.random(in: 0...60, using: &random), columns: Int.random(in: 0...160, using: &random))))
    case 2..<9: robot.send(.typed(RandomKeysTests.typed.randomElement(using: &random) ?? ""), after: 10)
    default: try robot.type(RandomKeysTests.keys.randomElement(using: &random) ?? "a")
    }
  }

  private func check(_ robot: EditorRobot) {
    let screen = draw(robot.state)
    for row in 0..<screen.size.rows {
      #expect(screen.row(row).reduce(0) { $0 + Int($1.columns) } == screen.size.columns)
    }
    for sheet in robot.state.library.allSheets {
      let shown = robot.drafts[sheet.id] ?? sheet.saved
      #expect(sheet.edited.entryDifferences(from: shown).isEmpty)
      for field in EntryField.allCases where !field.isChoice {
        #expect(sheet.edited.text(of: field).string.unicodeScalars.allSatisfy { RandomKeysTests.alphabet.contains($0) })
      }
    }
  }

  private static let alphabet = Set((typed + pasted + read).joined().unicodeScalars).union(["\n"])

  /// What can be read on plan, page, choices and differences, and so be copied and pasted.
  private static let read: [String] =
    (1...4).flatMap { number in SheetField.searched.map { EditorRobot.sheet(number).text(of: $0).string } }
    + SheetField.searched.map(\.printedName)
    + EntryField.allCases.flatMap { $0.options.map { "\($0.sign) \($0.label) → \(Wording.notEntered)" } }
    + ReviewMark.Decision.allCases.map { "\($0.rawValue) 課長 2026-11-21 10:20 0123456789行目 変更済 返答: *" }
    + [Wording.foldedNotEntered(["天王寺区 令和元年度 項目0123456789"], of: true), Wording.nothingNeeded([], of: false)]
}

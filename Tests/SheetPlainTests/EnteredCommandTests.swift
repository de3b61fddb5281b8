import Testing

@testable import SheetPlain

@Suite("Commands as they are entered")
struct EnteredCommandTests {
  @Test("Every command has a word and a letter of its own, and both ask for it")
  func table() {
    let rows = DialogueCommand.allCases.map(\.row)
    #expect(Set(rows.map(\.word)).count == rows.count && Set(rows.map(\.key)).count == rows.count)
    for command in DialogueCommand.allCases {
      #expect(EnteredCommand(command.row.word) == .command(command, []))
      #expect(EnteredCommand(String(command.row.key)) == .command(command, []))
    }
  }

  @Test("Full-width letters, digits and blanks, capitals and what an input method makes of letters are as good")
  func fullWidth() {
    #expect(EnteredCommand("　１２　") == .number(12))
    #expect(EnteredCommand("Ｗ　４") == .command(.write, ["4"]) && EnteredCommand("W 4") == .command(.write, ["4"]))
    #expect(EnteredCommand("記入４") == .command(.write, ["4"]) && EnteredCommand("w4 2") == .command(.write, ["4", "2"]))
    #expect(EnteredCommand("？") == .command(.help, []) && EnteredCommand("え") == .command(.deficient, []))
    #expect(EnteredCommand("") == .nothing && EnteredCommand(" 　\t") == .nothing)
  }

  @Test("What is no command is given back as it was meant, and is none")
  func unknown() {
    #expect(EnteredCommand("保存する") == .unknown("保存する"))
    #expect(EnteredCommand("目標を4件達成した。") == .unknown("目標を4件達成した。"))
    #expect(EnteredCommand("3 4") == .unknown("3"))
    #expect(EnteredCommand("99999999999999999999") == .unknown("99999999999999999999"))
    #expect(EnteredCommand("-3") == .number(-3))
  }

  @Test("Lines are told by a number or by two with a dash of any kind between them, and are lines that are there")
  func lines() {
    #expect(EnteredCommand.lines("2", of: 3) == 1..<2)
    for text in ["2-3", "2ー3", "2〜3", "2~3"] { #expect(EnteredCommand.lines(text, of: 3) == 1..<3) }
    for text in ["0", "4", "3-2", "2-4", "x", "-", "2-", "-2", "1-2-3", ""] {
      #expect(EnteredCommand.lines(text, of: 3) == nil, "\(text)")
    }
  }
}

import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Differences")
struct ComparisonTests {
  @Test("The draft against what is saved, in words and marks")
  func draft() throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    try robot.type("<CR><Tab>1<Tab><CR>")
    robot.send(.typed("追記"))
    try robot.type("<Esc><F4>")
    #expect(robot.text.contains("項目1の違い") && robot.text.contains("保存した内容と、いまの下書き"))
    #expect(robot.text.contains("中間振り返り 目標の達成見込み: ② → ①"))
    #expect(robot.text.contains("- 開く時間を夕方に変える。") && robot.text.contains("+ 開く時間を夕方に変える。追記"))
    try robot.type("<F4>")
    #expect(robot.state.form != nil && robot.state.panels.isEmpty)
  }

  @Test("From the draft all of it is taken back, and undoing brings it back; from other differences nothing is")
  func takenBack() throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    try robot.type("<CR><Tab>1<Tab><CR>追記<Esc><F4><Tab><C-u>")
    #expect(robot.text.contains("「下書き」を選んでいるときだけ") && robot.state.draftCount == 1)
    try robot.type("<S-Tab><C-u>")
    #expect(robot.state.draftCount == 0 && robot.state.panels.isEmpty)
    try robot.type("<C-z>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "参加者が減った。\n開く時間を夕方に変える。追記")
  }

  @Test("What was changed since the confirmation")
  func sinceConfirmed() throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    try robot.type("<F9><F9><CR><Esc><CR><Tab>1<F2><F3><F9><F4>")
    #expect(robot.text.contains("中間 確認時から") && robot.text.contains("目標の達成見込み: ② → ①"))
  }

  @Test("What the last save changed comes from the history")
  func lastSave() throws {
    var robot = EditorRobot()
    try robot.type("<CR><F4>")
    #expect(robot.fileEffects.last == .readHistory(EditorRobot.id(1)) && robot.text.contains("読み込んでいます"))
    robot.handle(.lastSave(EditorRobot.id(2), .save(who: "別の項目", when: "", changes: ["違う"])))
    #expect(!robot.text.contains("別の項目"))
    robot.handle(.lastSave(EditorRobot.id(1), .save(who: "山田", when: "2026-11-21 10:00", changes: ["+ 一行"])))
    #expect(robot.text.contains("山田 2026-11-21 10:00") && robot.text.contains("+ 一行"))
  }

  @Test("The same item in another year's book of the ward, found by its title")
  func otherYear() throws {
    func book(_ year: Int, _ ward: String, _ number: Int, _ actions: LongText) -> (BookSection, EditedSheet) {
      var sheet = EditorRobot.sheet(1)
      sheet.number = number
      sheet.plan.annualActions = actions
      let id = SheetID(book: "\(ward)\(year)", fileName: "item-0\(number).json")
      let book = BookSection(
        path: id.book, header: FiscalYear(year).map { BookHeader(ward: ward, fiscalYear: $0) }, rows: [.sheet(id)])
      return (book, EditedSheet(id: id, saved: sheet))
    }
    let books = [
      book(2020, "天王寺区", 1, "今年の取組\n同じ行"), book(2019, "天王寺区", 4, "前年の取組\n同じ行"), book(2019, "北区", 1, "北区の取組"),
    ]
    var state = EditorState(
      library: Library(books.map(\.0), sheets: books.map(\.1)), size: ScreenSize(rows: 24, columns: 80),
      widths: DisplayWidths(ambiguous: .narrow))
    for input in try KeyScript.parse("<F4><S-Tab>") { _ = update(&state, .input(input, at: 0)) }
    let text = draw(state).lines.joined(separator: "\n")
    #expect(text.contains("天王寺区 令和元年度 項目4") && !text.contains("番号で合わせています"))
    #expect(text.contains("- 前年の取組") && text.contains("+ 今年の取組") && !text.contains("北区の取組"))
    #expect(!text.contains("同じ行"))
  }
}

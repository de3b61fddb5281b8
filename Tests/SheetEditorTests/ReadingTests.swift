import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Reading and copying")
struct ReadingTests {
  private func offered(_ robot: EditorRobot) -> String? {
    if case .device(.offerClipboard(let text))? = robot.effects.last { return text }
    return nil
  }

  @Test("A part of the plan is copied into the text that is open, and offered to the terminal")
  func planIntoText() throws {
    var robot = EditorRobot()
    try robot.type("<CR><Tab><Tab><CR><F6><Tab><S-Down><S-Down><C-c>")
    #expect(offered(robot) == "(取組の内容)\n・案内板を作り、窓口の前に置く。\n")
    #expect(robot.text.contains("字を写しました"))
    try robot.type("<Esc><C-v>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "(取組の内容)\n・案内板を作り、窓口の前に置く。\n")
    try robot.type("<C-z>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements.isEmpty == true)
  }

  @Test("All of the page is copied, each field under its name; a field alone without it")
  func pageCopied() throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    try robot.type("<F9><C-a><C-c>")
    let all = offered(robot) ?? ""
    #expect(all.hasPrefix("計画 取組の方針・目標内容\n(趣旨・目的)\n窓口の案内を分かりやすくする。\n"))
    #expect(all.contains("\n中間振り返り 課題と改善策\n参加者が減った。\n開く時間を夕方に変える。\n自己評価 当年度の取組実績及び目標の達成状況\n"))
    #expect(!all.contains("未入力") && !all.contains("  "))
    try robot.type("<C-Home><Tab><Tab><Tab><Tab><S-Down><S-Down><C-c>")
    #expect(offered(robot) == "参加者が減った。\n開く時間を夕方に変える。")
    #expect(robot.state.page != nil && robot.state.panels.isEmpty)
  }

  @Test(
    "Home and End are the ends of the row, with Ctrl of the text, wherever text is read",
    arguments: ["<CR><F6>", "<F9>"])
  func rowEnds(keys: String) throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    try robot.type(keys + "<Down><End><S-Home><C-c>")
    #expect(offered(robot) == "窓口の案内を分かりやすくする。")
    try robot.type("<C-Home><S-End><C-c>")
    #expect(offered(robot) == "(趣旨・目的)")
    try robot.type("<C-Home><C-S-Right><C-S-Right><C-c>")
    #expect(offered(robot) == "(趣旨")
  }

  @Test("Without a selection Ctrl-C says how one is made, and how to quit")
  func nothingSelected() throws {
    var robot = EditorRobot()
    try robot.type("<F9><C-c>")
    #expect(robot.text.contains("Shift を押しながら") && robot.text.contains("F10"))
    try robot.type("<Esc><CR><F6><C-c>")
    #expect(robot.text.contains("Shift を押しながら"))
  }

  @Test("The page shows what a draft holds, and says that it is not saved; a reviewer sees the file")
  func draft() throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    try robot.type("<CR><Tab><Tab><Tab>実績を書いた。<Esc><F9>")
    #expect(robot.text.contains("実績を書いた。") && robot.text.contains("下書き(未保存)"))
    #expect(robot.screen[2].contains("下書きを表示しています(まだ保存していません)"))
    try robot.type("<F9>")
    #expect(robot.text.contains("印は保存した内容に付きます"))
    var narrow = EditorRobot(rows: 20, columns: 60, filled: ReviewTests.filled)
    try narrow.type("<CR><Tab><Tab><Tab>実績<Esc><F9>")
    #expect(narrow.screen[2].contains("下書きを表示しています(まだ保存していません)"))
    var reviewer = EditorRobot(isReviewing: true, filled: ReviewTests.filled)
    try reviewer.type("<CR><F9>")
    #expect(!reviewer.text.contains("未保存") && !reviewer.text.contains("印は保存した内容"))
  }

  @Test("A line of a draft is not named to supervisors: their comments speak of what is saved")
  func lineOfDraft() throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    try robot.type("<CR><Tab><Tab><CR><C-Home>書き足した行<CR><Esc><F9>")
    #expect(robot.state.page?.place?.field == .midTermIssues && robot.state.page?.place?.line == nil)
  }

  // MARK: The mouse

  @Test("Dragging selects in a column of the plan and on the page, the wheel scrolls, a press sets the cursor")
  func dragging() throws {
    var robot = EditorRobot(rows: 20, filled: ReviewTests.filled)
    try robot.type("<CR><F6>")
    let place = try #require(robot.place(of: "窓口の案内"))
    robot.mouse(.press, row: place.row, column: place.column)
    robot.mouse(.drag, row: place.row + 1, column: 79)
    robot.mouse(.release, row: place.row + 1, column: 79)
    try robot.type("<C-c>")
    #expect(offered(robot) == "窓口の案内を分かりやすくする。\n(目標)")
    try robot.type("<Esc><F9>")
    for _ in 0..<9 { robot.mouse(.wheelDown, row: 8, column: 10) }
    #expect(robot.text.contains("終わり"))
    try robot.type("<C-Home><Tab><Tab><Tab><Tab>")
    let text = try #require(robot.place(of: "参加者が"))
    robot.mouse(.press, row: text.row, column: text.column + 4)
    robot.mouse(.drag, row: text.row, column: text.column + 8)
    try robot.type("<C-c>")
    #expect(offered(robot) == "者が" && robot.state.page?.place?.line == 1)
    robot.mouse(.press, row: 0, column: 70)
    for _ in 0..<9 { robot.mouse(.wheelUp, row: 8, column: 10) }
    #expect(robot.text.contains("取組の方針"))
  }

  // MARK: The year before

  private static func lastYear(_ sheet: inout InitiativeSheet) {
    sheet.midTermReview.issuesAndImprovements = "前年の課題\n前年の改善策"
  }

  private func twoYears(other: Int = 2018, columns: Int = 80, title: String? = nil) throws -> EditorRobot {
    var robot = EditorRobot(columns: columns, otherYear: other)
    var sheet = EditorRobot.sheet(1)
    ReadingTests.lastYear(&sheet)
    if let title { sheet.title = title }
    let id = SheetID(book: "見本/tennoji-\(other)", fileName: "item-01.json")
    robot.handle(.changedOnDisk(id, FileContent(sheet, FileVersion(90))))
    return robot
  }

  @Test("前年度を写す puts last year's text in at the cursor, as one step for undoing")
  func takeOver() throws {
    var robot = try twoYears()
    try robot.type("<CR><Tab><Tab>今年。<Left><C-b>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "今年前年の課題\n前年の改善策。")
    #expect(robot.text.contains("平成30年度 項目1の文 11字を入れました"))
    #expect(robot.drafts[EditorRobot.id(1)]?.midTermReview.issuesAndImprovements == "今年前年の課題\n前年の改善策。")
    try robot.type("<C-z>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "今年。")
    try robot.type("<Esc><C-b>")
    #expect(robot.state.isWriting && robot.sheet?.midTermReview.issuesAndImprovements == "今年。\n前年の課題\n前年の改善策")
    try robot.type("<C-z><Esc><S-Tab><C-b>")
    #expect(robot.text.contains("選択の欄です") && robot.sheet?.midTermReview.issuesAndImprovements == "今年。")
    try robot.type("<Tab><Tab><C-b>")
    #expect(robot.text.contains("平成30年度 項目1の自己評価 当年度の取組実績及び目標の達成状況は未入力です"))
  }

  @Test("What the sheet is compared with is pressed")
  func pressed() throws {
    var robot = try twoYears()
    try robot.type("<CR><F4>")
    robot.click("平成30年度")
    #expect(robot.text.contains("項目1") && robot.text.contains("天王寺区 平成30年度"))
  }

  @Test("Where no year before is open it is said how to open both; a later one is no year before")
  func noYear() throws {
    var robot = EditorRobot()
    try robot.type("<CR><Tab><Tab><C-b>")
    #expect(robot.text.contains("天王寺区の前の年度の綴りが開いていません") && robot.words.contains("furikaeri edit 見本 で開くと"))
    var plan = EditorRobot(isPlanning: true, planIsOpen: true)
    try plan.type("<CR><End><C-b>")
    #expect(plan.words.contains("furikaeri plan 見本 で開くと"))
    var later = try twoYears(other: 2020)
    try later.type("<CR><Tab><Tab><CR><C-b>")
    #expect(later.words.contains("フォルダー(綴りの置き場)を指定して開くと"))
    #expect(later.text.contains("前の年度の綴りが開いていません") && later.state.draftCount == 0)
  }

  @Test("An item that was found by its number alone is said to be so")
  func byNumber() throws {
    var robot = try twoYears(title: "前年は別の題名")
    try robot.type("<CR><Tab><Tab><F4><S-Tab>")
    #expect(robot.text.contains("題名が違うため、番号で合わせています"))
    try robot.type("<Esc><C-b>")
    #expect(robot.state.message?.text.contains("題名が違うため、番号で合わせています") == true)
  }

  @Test(
    "F4 shows last year's text beside this year's; both can be copied, Ctrl-B takes it over",
    arguments: [80, 132])
  func beside(columns: Int) throws {
    var robot = try twoYears(columns: columns)
    try robot.type("<CR><Tab><Tab>今年の文<F4>")
    let row = robot.screen.first { $0.contains("前年の課題") }
    #expect(row?.contains("今年の文") == (columns > 100))
    #expect(robot.text.contains("前年の改善策") && robot.text.contains("今年の文"))
    #expect(robot.text.contains("平成30年度 中間振り返り 課題と改善策"))
    try robot.type("<S-Down><C-c>")
    #expect(offered(robot) == "前年の課題\n")
    try robot.type("<C-a><C-c>")
    #expect(
      offered(robot)
        == "天王寺区 平成30年度 中間振り返り 課題と改善策\n前年の課題\n前年の改善策\n天王寺区 令和元年度 中間振り返り 課題と改善策\n今年の文")
    try robot.type("<C-b>")
    #expect(robot.state.panels.isEmpty && robot.state.isWriting)
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "今年の文前年の課題\n前年の改善策")
    try robot.type("<C-z>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "今年の文")
  }

  @Test("What is typed while differences are looked at over a text is written into it")
  func typedOver() throws {
    var robot = try twoYears()
    try robot.type("<CR><Tab><Tab><CR><F4>1")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "1" && robot.state.panels.isEmpty)
  }

  @Test("All that a sheet can be compared with is named at once", arguments: [60, 80])
  func chooser(columns: Int) throws {
    var robot = EditorRobot(rows: 20, columns: columns, otherYear: 2018, filled: ReviewTests.filled)
    try robot.type("<F9><F9><CR><F9><Right>直す<CR><Esc><CR>2<F4>")
    for name in ["下書き", "中間 差戻し時から", "中間 確認時から", "前回の保存", "平成30年度"] {
      #expect(robot.text.contains(name), "\(name)")
    }
    for name in ["中間振り返り 課長", "読み込んでいます", "天王寺区 平成30年度 項目1"] {
      try robot.type("<Tab>")
      if name.hasPrefix("中間") { try robot.type("<Tab>") }
      #expect(robot.text.contains(name), "\(name)")
    }
  }

  @Test("Every size draws, on the page, in the plan and in the differences")
  func everySize() throws {
    var robot = try twoYears()
    try robot.type("<CR><Tab><Tab>今年の文")
    for keys in ["<F4>", "<F4><F6>", "<Esc><Esc><F9><C-a>"] {
      try robot.type(keys)
      for size in stride(from: 1, through: 200, by: 7) {
        for (rows, columns) in [(size, 200 - size), (size, size), (24, size)] {
          robot.send(.resized(ScreenSize(rows: rows, columns: columns)))
          for key in ["<S-Down>", "<PageDown>", "<Right>", "<End>", "<Home>"] { try robot.type(key) }
          _ = robot.picture
        }
      }
    }
  }
}

import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("What supervisors do")
struct ReviewTests {
  static func filled(_ sheet: inout InitiativeSheet) {
    guard sheet.number < 3 else { return }
    sheet.midTermReview = MidTermReview(
      implementationForecast: .willBeCarriedOut, targetForecast: sheet.number == 1 ? .willNotBeMet : .willBeMet,
      issuesAndImprovements: sheet.number == 1 ? "参加者が減った。\n開く時間を夕方に変える。" : "")
  }

  private func reviewer(sheets: Int = 3, rows: Int = 24, supervisors: Supervisors = .everybody) -> EditorRobot {
    EditorRobot(
      sheets: sheets, rows: rows, isReviewing: true, supervisors: supervisors, filled: ReviewTests.filled)
  }

  @Test("Confirm with two keys, and the list says so")
  func confirm() throws {
    var robot = reviewer()
    try robot.type("<CR><F9><CR>")
    #expect(robot.text.contains("項目1の中間振り返り: 確認済にしました。"))
    try robot.type("<Esc>")
    #expect(robot.text.contains("② 確認済"))
    guard case .mark(_, let mark, _)? = robot.fileEffects.first(where: { if case .mark = $0 { true } else { false } })
    else {
      Issue.record("no mark")
      return
    }
    #expect(mark.contents[.midTermIssues] == "参加者が減った。\n開く時間を夕方に変える。" && mark.place == nil)
  }

  @Test("Read to its end, where nothing is entered yet, the period that waits is confirmed")
  func confirmFromTheEnd() throws {
    var robot = reviewer()
    try robot.type("<CR><End><F9><CR>")
    #expect(robot.text.contains("項目1の中間振り返り: 確認済にしました。"))
  }

  @Test("Send back with a comment on the line at the cursor; without a comment it is refused")
  func sendBack() throws {
    var robot = reviewer()
    try robot.type("<CR>")
    while !robot.screen[(robot.cursor?.row ?? 0)].contains("夕方") { try robot.type("<Down>") }
    try robot.type("<F9><Right><CR>")
    #expect(robot.text.contains("差し戻す理由"))
    #expect(!robot.fileEffects.contains { if case .mark = $0 { true } else { false } })
    try robot.type("何時かを書いてください<CR>")
    #expect(robot.text.contains("項目1の中間振り返り: 差戻しにしました。"))
    let mark = robot.state.sheet(EditorRobot.id(1))?.reviews.marks.first
    #expect(mark?.place == ReviewMark.Place(field: .midTermIssues, line: 2))
    #expect(mark?.comment == "何時かを書いてください")
    try robot.type("<Esc><Home><CR>")
    #expect(robot.text.contains("差戻し 課長 2026-11-21 10:20 2行目: 何時かを書いてください"))
  }

  @Test("Nothing can be filled in, and nothing blank confirmed")
  func readOnly() throws {
    var robot = reviewer()
    let before = robot.disk
    try robot.type("<CR><CR>あ2<BS><F2><End><F9><CR>")
    #expect(robot.disk == before && robot.state.draftCount == 0)
    try robot.type("<Esc><Esc><End><CR><F9><CR>")
    #expect(robot.text.contains("未入力です。確認済にはできません。"))
    #expect(!robot.fileEffects.contains { if case .appendDraft = $0 { true } else { false } })
  }

  @Test("Space and PgDn go down each sheet and on to the next one, PgUp back to the end of the one before")
  func paging() throws {
    var robot = reviewer(sheets: 3, rows: 20)
    try robot.type("<CR>")
    for _ in 0..<12 where !robot.text.contains("最後の項目です") { robot.send(.typed("　")) }
    #expect(robot.text.contains("3/3 見本の取組3") && robot.text.contains("最後の項目です"))
    try robot.type("<PageUp><PageUp><PageUp><PageUp><PageUp>")
    #expect(robot.text.contains("1/3 見本の取組1"))
  }

  @Test("Whoever is not named is told who is")
  func refused() throws {
    var robot = reviewer(supervisors: .others(["yamada", "%kacho"]))
    try robot.type("<CR><F9>")
    #expect(robot.text.contains("yamada、%kacho") && robot.state.panels.isEmpty)
  }

  @Test("A comment is kept at every key, survives Esc, and is forgotten once it is given")
  func keptComment() throws {
    var robot = reviewer()
    try robot.type("<CR><F9><Right>書きかけ<Esc>")
    #expect(robot.fileEffects.last == .keepComments(EditorRobot.id(1), ["書きかけ"]))
    try robot.type("<F9>")
    #expect(robot.text.contains("書きかけ"))
    try robot.type("<Right>の理由<CR>")
    #expect(robot.fileEffects.last == .keepComments(EditorRobot.id(1), []))
    try robot.type("<F9>")
    #expect(!robot.text.contains("書きかけの理由 "))
    #expect(robot.comments.isEmpty)
  }

  @Test("A comment that is begun while the last mark is being written is not lost, and neither is that one")
  func secondComment() throws {
    var robot = reviewer()
    robot.holdsWork = true
    try robot.type("<CR><F9><Right>一つ目<CR><F9>")
    #expect(!robot.text.contains("一つ目"))
    try robot.type("二つ目")
    #expect(robot.comments[EditorRobot.id(1)] == ["一つ目", "二つ目"])
    robot.settle()
    #expect(robot.comments[EditorRobot.id(1)] == ["二つ目"])
    try robot.type("<Esc><F9>")
    #expect(robot.text.contains("二つ目"))
  }

  @Test("A comment whose mark failed is asked about again, whatever was begun or given since")
  func failedComments() throws {
    var robot = reviewer()
    robot.holdsWork = true
    robot.failure = "ディスクがいっぱいです。"
    try robot.type("<CR><F9><Right>一つ目<CR><F9><Right>二つ目")
    robot.settle()
    #expect(robot.text.contains("二つ目") && !robot.text.contains("一つ目"))
    #expect(robot.text.contains("ディスクがいっぱいです。コメントは残っています。"))
    #expect(robot.comments[EditorRobot.id(1)] == ["一つ目", "二つ目"])
    robot.failure = "ディスクがいっぱいです。"
    try robot.type("<CR>")
    robot.settle()
    try robot.type("<F9>")
    #expect(robot.text.contains("一つ目") && robot.text.contains("ほかに1件"))
    try robot.type("<CR><F9>")
    #expect(robot.text.contains("二つ目"))
    try robot.type("<CR>")
    robot.settle()
    #expect(robot.comments.isEmpty)
    #expect(robot.state.sheet(EditorRobot.id(1))?.reviews.marks.map(\.comment) == ["一つ目", "二つ目"])
  }

  @Test("A mark without a comment that fails claims none; a second answer to one mark changes nothing")
  func failedConfirmation() throws {
    var robot = reviewer()
    robot.failure = "ディスクがいっぱいです。"
    try robot.type("<CR><F9><CR>")
    #expect(robot.text.contains("ディスクがいっぱいです。") && !robot.text.contains("コメントは残っています"))
    try robot.type("<F9><Right>理由<Esc>")
    robot.handle(.markingFailed(EditorRobot.id(1), reason: "", ticket: 1))
    robot.handle(.marked(EditorRobot.id(1), SheetReviews(), .midTerm, ticket: 1))
    #expect(robot.comments[EditorRobot.id(1)] == ["理由"])
  }

  @Test(
    "What somebody saves while it is being read is shown at once, and a mark is of what was shown when it was asked")
  func changedWhileReading() throws {
    var robot = reviewer()
    try robot.type("<CR>")
    var changed = EditorRobot.sheet(1)
    ReviewTests.filled(&changed)
    changed.midTermReview.issuesAndImprovements = "新しく書いた文"
    robot.otherSaves(EditorRobot.id(1), changed)
    #expect(robot.text.contains("新しく書いた文") && !robot.text.contains("参加者が減った"))
    try robot.type("<F9>")
    changed.midTermReview.issuesAndImprovements = "まだ見ていない文"
    robot.otherSaves(EditorRobot.id(1), changed)
    try robot.type("<CR>")
    #expect(robot.state.sheet(EditorRobot.id(1))?.reviews.marks.first?.contents[.midTermIssues] == "新しく書いた文")
    #expect(robot.text.contains("確認後変更"))
  }

  @Test("A comment that waits is asked about again as it stood: what was chosen with it is not forgotten")
  func keptChoice() throws {
    var robot = reviewer()
    try robot.type("<CR>")
    while !robot.screen[(robot.cursor?.row ?? 0)].contains("夕方") { try robot.type("<Down>") }
    try robot.type("<F9><Right>理由<A-CR>二行目<Esc><Home><F9><CR>")
    let mark = robot.state.sheet(EditorRobot.id(1))?.reviews.marks.first
    #expect(mark?.decision == .sentBack && mark?.comment == "理由\n二行目" && mark?.place?.line == 2)
  }

  @Test("The comment is written like other text: arrows, Home, End, Delete, several lines")
  func commentEditing() throws {
    var robot = reviewer()
    try robot.type("<CR><F9><Right>かきくけこ<Left><Left>あ<Home>い<Del><End>う<BS>え")
    guard let form = robot.state.panel(MarkPanel.self) else {
      Issue.record("no question")
      return
    }
    #expect(form.mark.comment == "いきくあけこえ" && form.mark.caret == 7)
    robot.send(.pasted(String(repeating: "長い行を貼り付ける。", count: 20) + "\n末の行\n\n", dropped: 0))
    #expect(robot.text.contains("末の行") || robot.text.contains("ほか"))
    try robot.type("<Home>")
    #expect(robot.text.contains("いきくあけこえ長い行"))
    for key in ["<Left>", "<Right>", "<BS>", "<Del>", "<End>", "<Right>"] { try robot.type(key) }
    try robot.type("<CR>")
    #expect(robot.state.sheet(EditorRobot.id(1))?.reviews.marks.first?.comment.lines.last == "末の行")
  }

  @Test("A mark that was begun is asked for again where one was, in row and comment")
  func begunAgain() throws {
    var robot = reviewer()
    try robot.type("<CR><F9>あい<Home><Esc><F9>う")
    #expect(robot.state.panel(MarkPanel.self)?.mark.comment == "うあい")
    try robot.type("<Up><Esc><F9>")
    #expect(robot.state.panel(MarkPanel.self)?.mark.part == .place)
  }

  @Test("Enter with any modifiers is a new line in the comment, never the mark")
  func enterWithModifiers() throws {
    var robot = reviewer()
    try robot.type("<CR><F9>一")
    for modifiers in 1..<8 { robot.send(.key(Key(name: .enter, modifiers: Key.Modifiers(rawValue: modifiers)))) }
    #expect(robot.state.panel(MarkPanel.self)?.mark.comment == "一" + String(repeating: "\n", count: 7))
  }

  @Test("Next 不備 goes on from the field that the person is at on the page")
  func deficientFromPage() throws {
    var robot = EditorRobot(sheets: 2, isReviewing: true) { sheet in
      sheet.midTermReview.targetForecast = .willNotBeMet
      sheet.selfEvaluation.achievement = .notMet
    }
    var places: [String] = []
    for _ in 0..<4 {
      try robot.type("<F8>")
      let place = robot.state.page?.place
      places.append("\(place?.sheet.fileName ?? "") \(place?.field?.period.rawValue ?? "")")
    }
    #expect(places == ["item-01.json midTerm", "item-01.json final", "item-02.json midTerm", "item-02.json final"])
  }

  @Test("Tab goes from field to field of the page")
  func tabs() throws {
    var robot = reviewer()
    try robot.type("<CR><Tab><Tab><Tab><Tab>")
    func line() -> String { robot.screen[robot.cursor?.row ?? 0] }
    #expect(line().contains("参加者が減った。") && robot.state.page?.place?.field == .midTermIssues)
    try robot.type("<S-Tab>")
    #expect(line().contains("目標の達成見込み"))
  }

  @Test("A confirmation's comment asks nothing of the staff")
  func kindComment() throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    try robot.type("<F9><F9>よく書けています<CR>")
    #expect(robot.text.contains("確認済 課長 2026-11-21 10:20: よく書けています"))
    try robot.type("<Esc>")
    #expect(!robot.text.contains("よく書けています"))
  }

  @Test("The staff see the comment at its field until they have changed it, and the mark says that they did")
  func staffSide() throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    try robot.type("<F9>")
    while !robot.screen[(robot.cursor?.row ?? 0)].contains("参加者") { try robot.type("<Down>") }
    try robot.type("<F9><Right>人数を書いてください<CR><Esc>")
    #expect(robot.text.contains("② 差戻し") && robot.text.contains("人数を書いてください"))
    try robot.type("<CR>")
    #expect(robot.text.contains(" 差戻し") && !robot.text.contains("人数を書いてください"))
    try robot.type("<Tab><Tab>")
    #expect(robot.text.contains("差戻し 課長 2026-11-21 10:20 1行目: 人数を書いてください"))
    try robot.type("<CR>")
    #expect(robot.text.contains("人数を書いてください"))
    robot.send(.typed("(20人)"))
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "参加者が減った。(20人)\n開く時間を夕方に変える。")
    try robot.type("<F2><Esc>")
    #expect(!robot.text.contains("人数を書いてください") && !robot.screen[0].contains("差戻し"))
    try robot.type("<F3>")
    #expect(robot.text.contains("② 修正済"))
    try robot.type("<F9>")
    #expect(robot.text.contains("その後に変更あり: 課題と改善策"))
  }

  @Test("A change after the confirmation is said")
  func changedSince() throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    try robot.type("<F9><F9><CR><Esc><CR><Tab>1<F2><F3>")
    #expect(robot.text.contains("① 確認後変更"))
  }

  @Test("Enter goes from the page to the field that the person is at")
  func toForm() throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    try robot.type("<F9><C-End><CR>")
    #expect(robot.state.form != nil && robot.state.focus?.period == .final)
    try robot.type("<F9><Esc>")
    #expect(robot.state.form != nil)
  }
}

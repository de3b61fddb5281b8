import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Replies to comments")
struct ReplyTests {
  private let id = EditorRobot.id(1)

  /// The choice of the first sheet was sent back; the staff are at it in the form.
  private func sentBack(supervisors: Supervisors = .everybody) throws -> EditorRobot {
    var robot = EditorRobot(supervisors: supervisors, filled: ReviewTests.filled)
    var sheet = EditorRobot.sheet(1)
    ReviewTests.filled(&sheet)
    let mark = UnsignedMark(
      .sentBack, of: .midTerm, in: sheet, comment: "なぜ②ですか", places: [.init(field: .targetForecast)])
    robot.otherMarks(id) { $0.append(mark.signed(by: "課長", at: "2026-11-21 10:20")) }
    try robot.type("<CR><Tab>")
    return robot
  }

  private func marks(_ robot: EditorRobot) -> [ReviewMark] { robot.state.sheet(id)?.reviews.marks ?? [] }

  @Test("A choice that was sent back is answered by writing the reason elsewhere and saving")
  func elsewhere() throws {
    var robot = try sentBack()
    #expect(robot.text.contains("なぜ②ですか"))
    try robot.type("<End>夕方に開けなかったため<F2><Esc><Esc>")
    #expect(robot.text.contains("② 差戻し"), "another period was changed")
    try robot.type("<CR><Tab><Tab>夕方に開けなかったため<F2><Esc><Esc>")
    #expect(robot.text.contains("② 修正済"))
    try robot.type("<F6>")
    while !robot.screen[(robot.cursor?.row ?? 0)].contains("確認を待つ") { try robot.type("<Down>") }
    try robot.type("<CR>")
    #expect(robot.text.contains("② 修正済"))
  }

  @Test("The staff reply with F9 F9 at the field, without changing anything; that corrects it as well")
  func reply() throws {
    var robot = try sentBack(supervisors: .others(["課長"]))
    let before = robot.disk
    try robot.type("<F9><F9>")
    #expect(robot.text.contains("項目1のコメントに返答します") && robot.text.contains("なぜ②ですか"))
    try robot.type("理由は課題の欄に書きました<CR>")
    #expect(robot.text.contains("項目1のコメントに返答しました。") && robot.disk == before && robot.comments.isEmpty)
    #expect(robot.text.contains("返答済 差戻し 課長 2026-11-21 10:20: なぜ②ですか"))
    #expect(robot.text.contains("返答 山田(担当) 2026-11-21 10:30: 理由は課題の欄に書きました"))
    #expect(marks(robot).first?.replies.map(\.side) == [.staff])
    try robot.type("<Esc>")
    #expect(!robot.text.contains("なぜ②ですか"))
    try robot.type("<Esc>")
    #expect(robot.text.contains("② 修正済"))
  }

  @Test("Supervisors reply too, the newest stands last, and the staff are asked again")
  func both() throws {
    var robot = EditorRobot(isReviewing: true, filled: ReviewTests.filled)
    var sheet = EditorRobot.sheet(1)
    ReviewTests.filled(&sheet)
    let mark = UnsignedMark(.sentBack, of: .midTerm, in: sheet, comment: "見直してください").signed(by: "課長", at: "")
    robot.otherMarks(id) {
      $0.append(mark.withReplies([ReviewReply(side: .staff, comment: "しました", who: "山田", when: "2026-11-21 10:00")]))
    }
    try robot.type("<CR>")
    #expect(robot.text.contains("修正済"))
    while robot.state.page?.place?.period != .midTerm { try robot.type("<Down>") }
    try robot.type("<F9>4<Down>もう少し詳しく<CR>")
    let rows = robot.screen
    let first = try #require(rows.firstIndex { $0.contains("しました") && $0.contains("山田(担当)") })
    let second = try #require(rows.firstIndex { $0.contains("もう少し詳しく") && $0.contains("(確認者)") })
    #expect(first < second && marks(robot)[0].replies.map(\.side) == [.staff, .supervisor])
    try robot.type("<Esc>")
    #expect(robot.text.contains("② 差戻し"))
  }

  @Test("A reply that fails is said, kept on disk, and asked about again; one that is blank is not given")
  func failing() throws {
    var robot = try sentBack()
    try robot.type("<F9><F9><CR>")
    #expect(robot.text.contains("返答を書いてください") && robot.work.isEmpty)
    robot.failure = "見本/reviews/item-01.json: 読み書きする許可がありません。"
    try robot.type("理由<A-CR>二行目<CR>")
    #expect(robot.text.contains("項目1に返答を書けません") && robot.text.contains("返答の文は残っています"))
    #expect(robot.comments[id] == ["理由\n二行目"])
    try robot.type("<F9>")
    #expect(robot.text.contains("項目1のコメントに返答します") && robot.text.contains("二行目"))
    try robot.type("<CR>")
    #expect(robot.comments.isEmpty && marks(robot).first?.replies.first?.comment == "理由\n二行目")
  }

  @Test("A reply that is typed while others save, mark and reply is kept, and goes to its comment")
  func meanwhile() throws {
    var robot = try sentBack()
    robot.holdsWork = true
    try robot.type("<F9><F9>理由")
    var changed = EditorRobot.sheet(1)
    ReviewTests.filled(&changed)
    changed.selfEvaluation.results = "ほかの人の実績"
    robot.otherSaves(id, changed)
    robot.otherMarks(id) { marks in
      let reply = ReviewReply(side: .staff, comment: "先の返答", who: "佐藤", when: "2026-11-21 10:25")
      marks[0] = marks[0].withReplies([reply])
      let other = UnsignedMark(.sentBack, of: .midTerm, in: changed, comment: "別件")
      marks.append(other.signed(by: "部長", at: "2026-11-21 10:26"))
    }
    robot.settle()
    #expect(robot.comments[id] == ["理由"])
    try robot.type("の続き<CR>")
    #expect(robot.comments[id] == ["理由の続き"])
    robot.settle()
    #expect(marks(robot).map { $0.replies.map(\.comment) } == [["先の返答", "理由の続き"], []] && robot.comments.isEmpty)
  }

  @Test("What somebody else replies is said where the sheet is open, and stands on the page at once")
  func others() throws {
    var robot = try sentBack()
    try robot.type("<F9>")
    robot.otherMarks(id) {
      let reply = ReviewReply(side: .supervisor, comment: "日付も", who: "課長", when: "2026-11-21 10:25")
      $0[0] = $0[0].withReplies([reply])
    }
    #expect(robot.text.contains("課長さんが中間振り返りのコメントに返答しました: 日付も"))
    #expect(robot.text.contains("返答 課長(確認者) 2026-11-21 10:25: 日付も"))
  }

  @Test("A late answer from before a reply does not take the reply away again")
  func lateAnswer() throws {
    var robot = try sentBack()
    let before = SheetReviews(marks: marks(robot))
    try robot.type("<F9><F9>理由<CR>")
    robot.handle(.marked(id, before, .midTerm, ticket: 99))
    #expect(marks(robot).first?.replies.count == 1)
  }

  @Test("Staff who may not mark are told that they may reply, where a comment waits")
  func notNamed() throws {
    var robot = try sentBack(supervisors: .others(["課長"]))
    try robot.type("<Home><F9><Home><F9>")
    #expect(robot.text.contains("課長 だけです") && robot.text.contains("F9 を押すと返答できます"))
    #expect(robot.state.panels.isEmpty)
  }

  @Test("Alt-Enter is a new line, arrows go through the lines, and an empty clipboard keeps the comment as it is")
  func box() throws {
    var robot = try sentBack()
    try robot.type("<F9><F9>一行目<A-CR>二行目<Up>、続き")
    #expect(robot.state.panel(MarkPanel.self)?.mark.comment == "一行目、続き\n二行目")
    let kept = robot.effects.count
    try robot.type("<C-v>")
    #expect(robot.effects.count == kept && robot.text.contains("貼り付けるものがありません"))
    try robot.type("<F1>")
    #expect(robot.text.contains("Alt-Enter"))
  }
}

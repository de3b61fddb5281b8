import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("What is done with one field")
struct FieldTests {
  private static let issues: LongText = "参加者が減った。\n開く時間を夕方に変える。"

  private func robot(_ script: String = "") throws -> EditorRobot {
    var robot = EditorRobot(sheets: 2) { sheet in
      sheet.midTermReview = MidTermReview(
        implementationForecast: .willBeCarriedOut, targetForecast: .willNotBeMet,
        issuesAndImprovements: FieldTests.issues)
    }
    try robot.type("<CR>" + script)
    return robot
  }

  private let id = EditorRobot.id(1)

  // MARK: 保存済みに戻す

  @Test("Ctrl-U puts back what is saved of the field alone, says so, and Ctrl-Z brings back what stood there")
  func revertField() throws {
    var robot = try robot("2<Tab>1<Tab>文を足す。<Esc><C-u>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == FieldTests.issues)
    #expect(robot.sheet?.midTermReview.targetForecast == .willBeMet)
    #expect(robot.words.contains("課題と改善策を保存済みの内容(20字)に戻しました。Ctrl-Z"))
    #expect(robot.drafts[id] == robot.sheet)
    try robot.type("<C-z>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements.string == FieldTests.issues.string + "文を足す。")
    #expect(robot.drafts[id] == robot.sheet)
    try robot.type("<C-z>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == FieldTests.issues)
    try robot.type("<Up><C-u>")
    #expect(robot.words.contains("目標の達成見込みを保存済みの内容(② 達成できない見込み)に戻しました。"))
    #expect(robot.sheet?.midTermReview.targetForecast == .willNotBeMet)
  }

  @Test("Ctrl-U in the text does the same there, and what is saved of an empty field is 未入力")
  func revertInText() throws {
    var robot = try robot("<Tab><Tab><Tab>実績。<C-u>")
    #expect(robot.state.text?.buffer.string == "" && robot.sheet?.selfEvaluation.results == "")
    #expect(robot.words.contains("保存済みの内容(未入力)に戻しました。Ctrl-Z"))
    #expect(robot.fileEffects.last == .setDraftAside(id))
    try robot.type("<C-z>")
    #expect(robot.state.text?.buffer.string == "実績。" && robot.drafts[id] == robot.sheet)
    try robot.type("<C-y>")
    #expect(robot.state.text?.buffer.string == "")
  }

  @Test("Where nothing differs Ctrl-U says so, and where the rest of the sheet is put back")
  func nothingToRevert() throws {
    var robot = try robot("<C-u>")
    #expect(robot.words.contains("取組内容の実施見込みは保存済みの内容のままです。"))
    #expect(!robot.words.contains("F4 の下書き"))
    try robot.type("2<Tab><C-u>")
    #expect(robot.words.contains("目標の達成見込みは保存済みの内容のままです。ほかの1つの欄は変わっています。"))
  }

  @Test("A whole sheet goes back as one step, from the form and from a text, and comes back as one")
  func revertSheet() throws {
    var robot = try robot("2<Tab>1<Tab>文を足す。<Esc>")
    let before = robot.sheet
    var effects = robot.change { $0.revertSheet() }
    #expect(robot.sheet == robot.disk[id] && effects.last == .file(.setDraftAside(id)))
    #expect(robot.words.contains("項目1を保存済みの内容に戻しました(") && robot.words.contains("Ctrl-Z"))
    try robot.type("<C-z>")
    #expect(robot.sheet == before && robot.drafts[id] == before)
    try robot.type("<C-y>")
    #expect(robot.sheet == robot.disk[id])
    try robot.type("<C-z><End><CR>")
    effects = robot.change { $0.revertSheet() }
    #expect(robot.sheet == robot.disk[id])
    try robot.type("<C-z>")
    #expect(robot.sheet == before && robot.words.contains("まとめて取り消しました"))
    effects = robot.change { $0.revertSheet() }
    _ = robot.change { $0.revertSheet() }
    #expect(robot.words.contains("項目1は保存済みの内容のままです。"))
  }

  @Test("Ctrl-U in the differences of the draft puts the whole sheet back and closes; elsewhere it says where it does")
  func revertFromDifferences() throws {
    var robot = try robot("2<Tab>1<Tab>文を足す。<Esc>")
    let before = robot.sheet
    try robot.type("<F4>")
    #expect(robot.words.contains("保存済みに戻す"))
    try robot.type("<C-u>")
    #expect(robot.sheet == robot.disk[id] && robot.state.panels.isEmpty && robot.drafts[id] == nil)
    #expect(robot.words.contains("項目1を保存済みの内容に戻しました(") && robot.words.contains("Ctrl-Z で、まとめて"))
    try robot.type("<F4><C-u>")
    #expect(robot.words.contains("保存済みの内容のままです。"))
    try robot.type("<Esc><C-z>")
    #expect(robot.sheet == before && robot.drafts[id] == before)
    try robot.type("<Esc><F4><C-u>")
    #expect(robot.sheet == robot.disk[id] && robot.words.contains("この項目を開いて Ctrl-Z を押すと"))
    try robot.type("<CR><C-z>")
    #expect(robot.sheet == before)
  }

  @Test("What Ctrl-U takes away is put aside first; what is left is a draft of its own")
  func setAside() throws {
    var robot = try robot("2<Tab>1<Tab>文を足す。<Esc>")
    let before = robot.fileEffects.count
    try robot.type("<C-u>")
    let rest = try #require(robot.sheet)
    #expect(robot.fileEffects[before...].first == .setDraftAside(id) && robot.drafts[id] == rest)
    guard case .restartDraft(id, rest, _)? = robot.fileEffects.last else {
      Issue.record("no draft of what is left")
      return
    }
    _ = robot.change { $0.revertSheet() }
    #expect(robot.fileEffects.last == .setDraftAside(id) && robot.drafts[id] == nil)
    try robot.type("<C-z>")
    #expect(robot.drafts[id] == robot.sheet && robot.sheet != robot.disk[id])
  }

  @Test("What was written over a whole sheet that went back stays, and the rest of the step can still be undone")
  func revertThenWrite() throws {
    var robot = try robot("2<Tab>1<Tab>文を足す。<Esc>")
    _ = robot.change { $0.revertSheet() }
    try robot.type("<Home>2")
    #expect(robot.sheet?.midTermReview.implementationForecast == .willNotBeCarriedOut)
    try robot.type("<End><Up><Up><Up><CR><C-z>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements.string == FieldTests.issues.string + "文を足す。")
    #expect(robot.sheet?.midTermReview.implementationForecast == .willNotBeCarriedOut)
    try robot.type("<Esc><C-z><C-z>")
    #expect(robot.sheet?.midTermReview.implementationForecast == .willNotBeCarriedOut)
    #expect(robot.sheet?.midTermReview.targetForecast == .willBeMet)
  }

  @Test("While a save is under way nothing is put back, as it is not known what will be saved")
  func revertWhileSaving() throws {
    var robot = try robot("<Tab><Tab>文を足す。")
    robot.holdsWork = true
    try robot.type("<F2><C-u>")
    #expect(robot.words.contains("保存しているところです。"))
    #expect(robot.sheet?.midTermReview.issuesAndImprovements.string == FieldTests.issues.string + "文を足す。")
  }

  // MARK: Copying

  @Test("Ctrl-C on a field copies it and says so; an empty one says how to quit as well")
  func copy() throws {
    var robot = try robot("<Tab><C-c>")
    #expect(robot.effects.last == .device(.offerClipboard("② 達成できない見込み")))
    #expect(robot.words.contains("目標の達成見込みの② 達成できない見込みを写しました。"))
    try robot.type("1<C-v>")
    #expect(robot.sheet?.midTermReview.targetForecast == .willNotBeMet)
    try robot.type("<Tab><C-c>")
    #expect(robot.effects.last == .device(.offerClipboard(FieldTests.issues.string)))
    #expect(robot.words.contains("課題と改善策の文(20字)を写しました。"))
    try robot.type("<Tab><C-v>")
    #expect(robot.sheet?.selfEvaluation.results == FieldTests.issues)
    try robot.type("<Esc><Tab><C-c>")
    #expect(robot.words.contains("写すものがありません。") && robot.words.contains("F10"))
  }

  @Test("A paste that chooses nothing in a choice field is kept for a text, and said to be; one that chooses chooses")
  func pasteOnChoice() throws {
    var robot = try robot()
    let before = robot.sheet
    robot.send(.pasted("貼った\n文", dropped: 0))
    #expect(robot.sheet == before && robot.words.contains("選択の欄には貼り付けられません。貼り付けた文(4字)は"))
    try robot.type("<End><C-v>")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "貼った\n文")
    try robot.type("<Esc><Home>")
    robot.send(.pasted("2", dropped: 0))
    #expect(robot.sheet?.midTermReview.implementationForecast == .willNotBeCarriedOut)
    #expect(robot.state.clipboard == "貼った\n文")
  }

  // MARK: Choices

  @Test("A choice says what it is then, and what follows from it for the text beside it")
  func chosen() throws {
    var robot = try robot("<Tab> ")
    #expect(robot.words.contains("目標の達成見込み: ① 達成見込み。課題と改善策の文は残っています。"))
    robot.send(.typed("　"))
    #expect(robot.words.contains("目標の達成見込み: ② 達成できない見込み。必須の課題と改善策は書いてあります。"))
    try robot.type("<Right>")
    #expect(robot.words.contains("目標の達成見込み: ② 達成できない見込み。"))
    try robot.type("<Del>")
    #expect(robot.words.contains("目標の達成見込み: 選択を消しました。"))
    try robot.type("<Up>2")
    #expect(robot.words.contains("取組内容の実施見込み: (ii) 実施できない見込み。"))
    try robot.type("<Down><Down><Down><Down>2")
    #expect(robot.words.contains("目標の達成: ② 目標未達成。課題と改善策が必須です(まだ空です)。"))
    try robot.type("<Left>")
    #expect(robot.words.contains("目標の達成: ① 目標達成。課題と改善策は空欄でかまいません。"))
  }

  // MARK: What is confirmed

  @Test("The first key that changes a confirmed period says so and takes effect; it is said once, and stands below")
  func confirmed() throws {
    var robot = try robot("<F9><F9><CR><Esc>")
    #expect(robot.words.contains("確認済"))
    try robot.type("<Home><Tab>1")
    #expect(robot.sheet?.midTermReview.targetForecast == .willBeMet)
    #expect(robot.words.contains("中間振り返りは確認済です。") && robot.words.contains("① 達成見込み。"))
    try robot.type("<Tab>")
    #expect(!robot.words.contains("中間振り返りは確認済です。"))
    #expect(robot.words.contains("確認済の中間振り返りを直しています。"))
    try robot.type("<Tab>")
    #expect(!robot.words.contains("直しています。"))
    try robot.type("<C-z>")
    #expect(!robot.words.contains("直しています。") && robot.sheet == robot.disk[id])
    try robot.type("<Tab>")
    robot.send(.pasted("貼った\n行", dropped: 0))
    #expect(robot.words.contains("4字を貼り付けました。中間振り返りは確認済です。"))
  }

  // MARK: 字数

  @Test("A text has one number of characters wherever it is said: line feeds are none")
  func characterCount() throws {
    var robot = try robot("<End>")
    robot.send(.pasted("一行目\n二行目\n\n四行目", dropped: 0))
    #expect(robot.words.contains("9字を貼り付けました。"))
    #expect(robot.screen[0].contains(" 9字"))
    try robot.type("<Esc><C-c>")
    #expect(robot.words.contains("文(9字)を写しました。"))
  }
}

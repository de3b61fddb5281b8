import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("What supervisors say of a field stands at the field")
struct FieldCommentTests {
  private static let long = (1...6).map { "\($0)番目の理由を、数と日付を入れて書いてください。" }.joined(separator: "\n")

  /// A robot on a sheet whose 課題と改善策 was sent back with some comments, and one whole period.
  private func robot(
    rows: Int = 24, columns: Int = 80, comments: [String], period: String? = nil
  ) throws -> EditorRobot {
    var robot = EditorRobot(rows: rows, columns: columns, filled: ReviewTests.filled)
    let id = EditorRobot.id(1)
    let marks = comments.map { mark($0, ReviewMark.Place(field: .midTermIssues, line: 2)) }
    robot.handle(.reviewsChanged(id, SheetReviews(marks: marks + (period.map { [mark($0, nil)] } ?? []))))
    try robot.type("<CR>")
    return robot
  }

  private func mark(_ comment: String, _ place: ReviewMark.Place?) -> ReviewMark {
    var sheet = EditorRobot.sheet(1)
    ReviewTests.filled(&sheet)
    let contents = ReviewPeriod.midTerm.fields.map { ($0, sheet.content(of: $0)) }
    return ReviewMark(
      period: .midTerm, decision: .sentBack, comment: LongText(comment), place: place, who: "課長",
      when: "2026-11-21T10:20:00Z", contents: Dictionary(uniqueKeysWithValues: contents))
  }

  @Test(
    "A field with comments is marked in the form whatever has the focus, and in the text", arguments: ScreenTests.sizes)
  func marked(rows: Int, columns: Int) throws {
    var robot = try robot(rows: rows, columns: columns, comments: ["数を。", "日付を。"])
    for _ in EntryField.allCases {
      #expect(robot.screen.contains { $0.contains("課題と改善策   コメント2 ") })
      try robot.type("<Tab>")
    }
    try robot.type("<Home><Tab><Tab><CR>")
    #expect(robot.screen[0].contains(" コメント2 "))
  }

  @Test("A comment on several fields goes from each as that is changed; F8 stops at those that are left")
  func severalFields() throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    let places = [EntryField.targetForecast, .midTermIssues].map { ReviewMark.Place(field: $0) }
    let one = mark("そろえて。", nil)
    let both = ReviewMark(
      period: one.period, decision: one.decision, comment: one.comment, places: places, who: one.who, when: one.when,
      contents: one.contents)
    robot.handle(.reviewsChanged(EditorRobot.id(1), SheetReviews(marks: [both])))
    try robot.type("<F8>")
    #expect(robot.state.focus == .targetForecast)
    try robot.type("1<F2><F3>")
    let sheet = try #require(robot.state.sheet(EditorRobot.id(1)))
    #expect(sheet.standing(of: .midTerm).mark == .corrected)
    #expect(sheet.commentCount(on: .targetForecast) == 0 && sheet.commentCount(on: .midTermIssues) == 1)
  }

  @Test(
    "With the focus they are read whole, the newest last, in the form and in the text",
    arguments: [(24, 80), (43, 132)])
  func whole(rows: Int, columns: Int) throws {
    let comment = "二行目の時間を、何時から何時までと書いてください。理由も一言お願いします。"
    var robot = try robot(rows: rows, columns: columns, comments: [comment, "日付も。"])
    #expect(!robot.words.contains("日付も。"))
    try robot.type("<Tab><Tab>")
    for _ in 0..<2 {
      #expect(robot.text.contains("2行目: 二行目の時間を") && robot.text.contains("2行目: 日付も。"))
      let lines = robot.screen
      let places = ["二行目の時間", "日付も。"].map { part in lines.firstIndex { $0.contains(part) } ?? 0 }
      #expect(columns > 80 || robot.words.contains(comment))
      #expect(places[0] > 0 && places[0] < places[1])
      try robot.type("<CR>")
    }
    try robot.type("時間は五時から。<F2><Esc>")
    #expect(!robot.words.contains("日付も。") && !robot.words.contains("コメント2"))
  }

  @Test("The comments that a sheet knows are those of its marks, whatever is edited, saved, replied or marked")
  func inStep() throws {
    var robot = try robot(comments: ["数を。", "日付を。"], period: "全体に短いです。")
    func check(_ count: Int) throws {
      let sheet = try #require(robot.state.currentSheet)
      #expect(sheet.openComments.count == count)
      #expect(sheet.openComments == sheet.reviews.openComments(in: sheet.saved))
      for field in EntryField.allCases {
        #expect(sheet.openComments(on: field) == sheet.reviews.openComments(on: field, in: sheet.saved))
      }
    }
    try check(3)
    try robot.type("<Tab><Tab><CR>時間は五時から。")
    try check(3)
    try robot.type("<F2>")
    try check(0)
    robot.handle(.reviewsChanged(EditorRobot.id(1), SheetReviews()))
    try check(0)
  }

  @Test("What does not fit is counted, with the key that shows all of it", arguments: [(20, 60), (24, 80)])
  func more(rows: Int, columns: Int) throws {
    var robot = try robot(rows: rows, columns: columns, comments: [FieldCommentTests.long, FieldCommentTests.long])
    try robot.type("<Tab><Tab>")
    for _ in 0..<2 {
      #expect(robot.text.contains("行あります(F1 で全文)"))
      #expect(robot.cursorRow.contains("開く時間を夕方に変える。") || rows == 20)
      try robot.type("<F1>")
      #expect(robot.words.contains("1番目の理由を"))
      try robot.type("<F1><CR>")
    }
  }

  @Test("A comment on the whole period stands at each of its fields that nothing else is said of")
  func period() throws {
    var robot = try robot(comments: ["数を。"], period: "全体に短いです。")
    #expect(robot.words.contains("全体に短いです。"))
    try robot.type("<Tab><Tab>")
    #expect(robot.words.contains("数を。") && !robot.words.contains("全体に短いです。"))
    try robot.type("<Tab>")
    #expect(!robot.words.contains("数を。") && !robot.words.contains("全体に短いです。"))
  }
}

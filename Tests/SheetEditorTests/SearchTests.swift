import InitiativeModel
import Terminal
import TestSupport
import Testing

@testable import SheetEditor

@Suite("Finding in all sheets")
struct SearchTests {
  private func sheet(_ text: LongText, _ number: Int = 1) -> EditedSheet {
    var sheet = EditorRobot.sheet(number)
    sheet.selfEvaluation.results = text
    return EditedSheet(id: EditorRobot.id(number), saved: sheet)
  }

  @Test(
    "What people type for the same thing is found",
    arguments: [
      ("2未達", "目標は②未達である"), ("ガイド", "ｶﾞｲﾄﾞの配布"), ("がいど", "ガイドの配布"), ("pdca", "ＰＤＣＡを回す"), ("97.6%", "９７．６％"),
    ])
  func folded(query: String, text: String) {
    let index = SearchIndex([sheet(LongText("前の行\n" + text))])
    let found = index.find(query)
    #expect(found.hits == 1 && found.sheets == 1)
    #expect(found.lines.map { index.line($0).number } == [2])
  }

  @Test("か is not found in が, however が is written")
  func marks() {
    #expect(SearchIndex([sheet("か\u{3099}く")]).find("か").hits == SearchIndex([sheet("がく")]).find("か").hits)
  }

  @Test("The same hits as looking through every line one by one, for texts and queries at random")
  func agrees() {
    var random = SeededGenerator(seed: 5)
    let letters = ["あ", "い", "ア", "か\u{3099}", "1", "①", "a", "Ａ", "漢", "。", "\n"]
    for _ in 0..<300 {
      let text = (0..<40).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
      let query = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        letters.dropLast().randomElement(using: &random) ?? ""
      }.joined()
      let lines = LongText(text).lines
      let index = SearchIndex([sheet(LongText(text))])
      let found = index.find(query).lines.map { index.line($0) }.filter { $0.field == .entry(.results) }
      let expected = lines.indices.filter { !FoldedText(lines[$0]).ranges(of: FoldedText(query)).isEmpty }
      #expect(found.map(\.number) == expected.map { $0 + 1 }, "\(query) in \(text)")
    }
  }

  @Test("As many hits as there are line by line, in lines of all lengths, with marks and letters beyond U+FFFF")
  func counts() {
    var random = SeededGenerator(seed: 8)
    let blank = SearchIndex([sheet(""), sheet("", 2)])
    for letters in [["あ", "か", "か\u{3099}", "漢"], ["あ", "e", "e\u{301}", "𠮷"], ["𠮷", "𠮟", "a"]] {
      for _ in 0..<60 {
        func text(_ count: Int) -> String {
          (0..<count).map { _ in letters.randomElement(using: &random) ?? "" }.joined()
        }
        let lines = (0..<6).map { _ in text(Int.random(in: 0...70, using: &random)) } + ["終"]
        let index = SearchIndex([sheet(LongText(lines.joined(separator: "\n"))), sheet(LongText(lines[0]), 2)])
        for query in [text(1), text(1), text(2), text(3), text(12), lines[1]] where !query.isEmpty {
          let found = index.find(query)
          let hits = (lines + [lines[0]]).map { FoldedText($0).ranges(of: FoldedText(query)).count }
          #expect(found.hits - blank.find(query).hits == hits.reduce(0, +), "\(query) in \(lines)")
          #expect(found.lines.count - blank.find(query).lines.count == hits.count { $0 > 0 }, "\(query) in \(lines)")
        }
      }
    }
  }

  @Test("Typed scalar by scalar the same is found as at once, a mark that makes another letter included")
  func typedOn() {
    let texts = ["がく", "かく", "か\u{3099}く", "ｶﾞｸ", "目標は②未達", "ＰＤＣＡ"]
    let index = SearchIndex([sheet(LongText(texts.joined(separator: "\n")))])
    for query in texts + ["2未達", "pdca", "ない", ""] {
      var search = SheetSearch(index, query: "")
      for scalar in query.unicodeScalars { search.change { $0.add(String(scalar)) } }
      #expect(search.found == index.find(query), "\(query)")
      search.change { $0.change(.removeLast, clipboard: "") }
      #expect(search.found == index.find(String(query.dropLast())), "\(query)")
    }
  }

  @Test("As it is typed: counts, then the place itself, and on to the next sheet")
  func flow() throws {
    var robot = EditorRobot(sheets: 5) { sheet in
      if sheet.number > 3 { sheet.selfEvaluation.results = "一行目\n②未達であったため、時期を改める。" }
    }
    try robot.type("<F7>")
    robot.send(.typed("2未"))
    #expect(robot.text.contains("2件・2項目  1/2行"))
    #expect(robot.screen[2].hasPrefix(" 4 自己 実績 ②未達であったため"))
    robot.send(.typed("達"))
    try robot.type("<CR>")
    #expect(robot.text.contains("4/5 見本の取組4") && robot.text.contains("検索: 2未達"))
    let hit = draw(robot.state).lines.firstIndex { $0.contains("②未達") } ?? 0
    #expect(robot.screen[hit] == robot.pageRow)
    try robot.type("<CR>")
    #expect(robot.text.contains("5/5 見本の取組5") && robot.text.contains("2/2行"))
    try robot.type("<Down>")
    #expect(robot.text.contains("4/5 見本の取組4"))
    try robot.type("<F7>")
    #expect(robot.text.contains("すべての項目から検索"))
    try robot.type("<CR><Esc><CR>")
    #expect(robot.state.form != nil && robot.sheet?.number == 4 && robot.state.focus == .results)
  }

  @Test("Hits in the plan and in titles are shown in their place")
  func plan() throws {
    for (query, expected) in [("窓口の前", "案内板を作り、窓口の前"), ("見本の取組2", "見本の取組2")] {
      var robot = EditorRobot()
      try robot.type("<F7>")
      robot.send(.typed(query))
      try robot.type("<CR>")
      let row = robot.pageRow
      #expect(row.contains(expected), "\(robot.text)")
    }
  }

  @Test("Closing the search, resizing, a mark by somebody else: the page stays where it was")
  func staysInPlace() throws {
    var robot = EditorRobot(rows: 20) { sheet in
      sheet.plan.policyAndTargets = LongText(lines: (1...60).map { "方針の\($0)行目、少し長い文にして折り返させるための言葉を続けて書いておく" })
    }
    try robot.type("<F7>40行目<CR>")
    func line() -> String { robot.pageRow }
    let before = line()
    #expect(before.contains("40行目"))
    try robot.type("<Esc>")
    #expect(line() == before)
    robot.handle(.reviewsChanged(EditorRobot.id(1), SheetReviews()))
    robot.send(.resized(ScreenSize(rows: 20, columns: 100)))
    #expect(line().contains("40行目"))
    try robot.type("<Down>")
    #expect(!line().contains("方針の1行目"))
  }

  @Test("A hit in one column of the plan is not mistaken for one in the other")
  func columns() throws {
    var robot = EditorRobot { sheet in
      sheet.plan.policyAndTargets = "左の一行目はここで折り返すように少し長く書いておいて、最後に言葉がある行です。語"
      sheet.plan.annualActions = "語は右の一行目の始めにある。"
    }
    try robot.type("<F7>語<CR>")
    let row = robot.pageRow
    #expect(row.contains("語 ") || row.contains("。語"), "\(robot.text)")
    try robot.type("<Down>")
    #expect(robot.pageRow.contains("語は右の"))
  }

  @Test("Nothing found is said, and Backspace goes back")
  func nothing() throws {
    var robot = EditorRobot()
    try robot.type("<F7>ない言葉")
    #expect(robot.text.contains("見つかりません"))
    try robot.type("<CR><BS><BS><BS><BS>案内<CR>")
    #expect(robot.text.contains("1/3 見本の取組1"))
  }
}

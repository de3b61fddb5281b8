import InitiativeModel
import SheetWording
import Terminal
import Testing

@testable import SheetEditor

@Suite("The list as a desk")
struct ListTests {
  /// An editor on several wards' books of three sheets each.
  static func library(wards: [String], rows: Int = 24, isReviewing: Bool = false) -> EditorState {
    var all: [EditedSheet] = []
    let books = wards.enumerated().map { index, ward in
      let path = "見本/\(index)"
      let sheets = (1...3).map { number in
        var sheet = EditorRobot.sheet(number)
        sheet.title = number == 3 ? "独自の取組\(ward)" : sheet.title
        sheet.midTermReview.implementationForecast = .willBeCarriedOut
        sheet.midTermReview.targetForecast = index == number ? .willNotBeMet : .willBeMet
        sheet.midTermReview.issuesAndImprovements = index == number ? LongText("\(ward)の課題") : ""
        return EditedSheet(id: SheetID(book: path, fileName: "item-0\(number).json"), saved: sheet)
      }
      all += sheets
      return BookSection(
        path: path, header: FiscalYear(2019).map { BookHeader(ward: ward, fiscalYear: $0) },
        rows: sheets.map { .sheet($0.id) })
    }
    return EditorState(
      library: Library(books, sheets: all), size: ScreenSize(rows: rows, columns: 80),
      widths: DisplayWidths(ambiguous: .narrow),
      isReviewing: isReviewing)
  }

  private func type(_ script: String, _ state: inout EditorState) throws {
    for input in try KeyScript.parse(script) { _ = update(&state, .input(input, at: 0)) }
  }

  private func text(_ state: EditorState) -> String { draw(state).lines.joined(separator: "\n") }

  private let wards = ["北区", "都島区", "福島区", "此花区", "中央区"]

  @Test("Many books begin as a line a ward with its figures; Enter and the arrows open and fold one")
  func folding() throws {
    var state = ListTests.library(wards: wards)
    #expect(text(state).contains("5区 2019年度(令和元年度)"))
    for ward in wards { #expect(text(state).contains(" \(ward) 令和元年度")) }
    #expect(!text(state).contains("見本の取組1"))
    try type("<Down><CR>", &state)
    #expect(text(state).contains(" 都島区 令和元年度") && text(state).contains("見本の取組1"))
    try type("<Down><Down><Left>", &state)
    #expect(text(state).contains(" 都島区 令和元年度") && state.list.cursorGroup == "見本/1" && !text(state).contains("見本の取組1"))
    try type("<Right><Down><CR>", &state)
    #expect(state.form != nil && state.currentSheet?.id.book == "見本/1")
    try type("<F3>", &state)
    #expect(state.list.stop == .row(SheetID(book: "見本/1", fileName: "item-01.json")))
  }

  @Test("②-only and a state narrow the list down together, and paging keeps to it")
  func notMet() throws {
    var state = ListTests.library(wards: wards)
    try type("<F6>", &state)
    #expect(text(state).contains("②を選んだ項目だけ"))
    let place = MenuPanel.rows.firstIndex(of: .onlyNotMet) ?? 0
    try type(String(repeating: "<Down>", count: place) + "<CR>", &state)
    #expect(text(state).contains("表示: すべて・②だけ (3/15項目)"))
    #expect(!text(state).contains("北区 令和元年度  "))
    try type("<Right><Home><Right><Down><CR>", &state)
    #expect(state.currentSheet?.id == SheetID(book: "見本/1", fileName: "item-01.json"))
    try type("<PageDown><PageDown>", &state)
    #expect(state.currentSheet?.id == SheetID(book: "見本/3", fileName: "item-03.json"))
    try type("<PageDown>", &state)
    #expect(text(state).contains("最後の項目です"))
  }

  private func arrange(_ arrangement: ListArrangement, _ state: inout EditorState) throws {
    let place = MenuPanel.rows.firstIndex(of: .arrangement(arrangement)) ?? 0
    try type("<F6><Home>" + String(repeating: "<Down>", count: place) + "<CR>", &state)
  }

  @Test("By item, all wards' sheets of one item stand together, and are read one after the other")
  func byItem() throws {
    var state = ListTests.library(wards: wards, rows: 40)
    try arrange(.titles, &state)
    let groups = state.list.layout.groups
    #expect(groups.map(\.rows.count) == [5, 5, 1, 1, 1, 1, 1])
    try type("<Home><F9>", &state)
    guard let page = state.page else {
      Issue.record("no page")
      return
    }
    #expect(page.sheets.count == 5 && page.title == groups[0].title)
    for ward in wards {
      #expect(page.lines.contains { $0.startsSheet && $0.runs.contains { $0.text.hasPrefix(ward) } })
    }
    #expect(text(state).contains("都島区の課題"))
    try type("<Esc>", &state)
    #expect(state.opened == nil && state.list.cursorGroup == groups[0].key)
  }

  @Test("By pillar and by state")
  func byPillarAndState() throws {
    var state = ListTests.library(wards: wards)
    try arrange(.pillars, &state)
    #expect(state.list.layout.groups.map(\.title) == ["改革の柱2", "改革の柱の記載なし"])
    #expect(state.list.layout.groups.map(\.rows.count) == [10, 5])
    try arrange(.states, &state)
    #expect(state.list.layout.groups.map(\.title) == ["記入済"])
    var robot = EditorRobot(sheets: 3, filled: ReviewTests.filled)
    try robot.type("<F9><F9><CR><Esc>")
    try arrange(.states, robot: &robot)
    #expect(robot.state.list.layout.groups.map(\.title) == ["未入力", "記入済", "確認済"])
  }

  private func arrange(_ arrangement: ListArrangement, robot: inout EditorRobot) throws {
    let place = MenuPanel.rows.firstIndex(of: .arrangement(arrangement)) ?? 0
    try robot.type("<F6><Home>" + String(repeating: "<Down>", count: place) + "<CR>")
  }

  @Test("The menu leaves the cursor where it is when nothing else is chosen")
  func menuWithoutChange() throws {
    var state = ListTests.library(wards: wards)
    try type("<Down><Down><F6><CR>", &state)
    #expect(state.list.cursorGroup == "見本/2" && state.list.folded.count == 5)
  }

  @Test("Next 不備 goes from sheet to sheet over books")
  func deficientOverBooks() throws {
    var state = ListTests.library(wards: wards)
    for book in [1, 4] {
      let id = SheetID(book: "見本/\(book)", fileName: "item-02.json")
      state.withSheet(id) { sheet in
        var changed = sheet.edited
        changed.midTermReview.targetForecast = .willNotBeMet
        changed.midTermReview.issuesAndImprovements = ""
        sheet.takeOver(changed)
      }
    }
    try type("<F8>", &state)
    #expect(state.selected?.book == "見本/1" && state.focus == .midTermIssues)
    try type("<F8>", &state)
    #expect(state.selected?.book == "見本/4")
    try type("<F8>", &state)
    #expect(state.selected?.book == "見本/1")
  }

  @Test("Books that are read later take their places, and their drafts are asked about together at the end")
  func readLater() throws {
    let full = ListTests.library(wards: wards)
    let waiting = full.library.books.map {
      BookSection(path: $0.path, header: $0.header, rows: [], isLoading: true)
    }
    var state = EditorState(library: Library(waiting), size: full.size, widths: full.widths)
    #expect(text(state).contains(" 北区 令和元年度") && text(state).contains("読み込んでいます"))
    try type("<Down><CR><End><F8><F5><F9><F4>", &state)
    for book in full.library.books.reversed() {
      let sheets = full.library.sheets(of: book)
      let sheet = sheets[0]
      var merged = sheet.saved
      merged.selfEvaluation.results = "途中"
      let draft = RecoverableDraft(
        id: sheet.id, name: sheet.id.fileName, found: sheet.saved, merged: merged, conflicts: [], isWhole: true,
        modified: 0)
      #expect(state.panels.isEmpty)
      _ = update(&state, .file(.bookOpened(book, sheets, [draft])))
    }
    #expect(text(state).contains("前回の下書きが5件あります"))
    try type("<CR>", &state)
    #expect(state.draftCount == 5)
  }

  @Test("A sheet that is opened while other books are still read asks about its draft before anything is written")
  func draftAskedAtOnce() throws {
    let full = ListTests.library(wards: wards)
    let waiting = full.library.books.map { BookSection(path: $0.path, header: $0.header, rows: [], isLoading: true) }
    var state = EditorState(library: Library(waiting), size: full.size, widths: full.widths)
    let sheet = full.library.allSheets[0]
    var merged = sheet.saved
    merged.selfEvaluation.results = "昔の下書き"
    let draft = RecoverableDraft(
      id: sheet.id, name: sheet.id.fileName, found: sheet.saved, merged: merged, conflicts: [], isWhole: true,
      modified: 0)
    _ = update(
      &state, .file(.bookOpened(full.library.books[0], full.library.sheets(of: full.library.books[0]), [draft])))
    try type("<Right><Down><CR>", &state)
    #expect(text(state).contains("前回の下書きが1件あります"))
    try type("<CR><End>今日の文", &state)
    for book in full.library.books.dropFirst() {
      _ = update(&state, .file(.bookOpened(book, full.library.sheets(of: book), [])))
    }
    try type("<Esc><Esc>", &state)
    #expect(state.panels.isEmpty)
    #expect(state.sheet(sheet.id)?.edited.selfEvaluation.results == "昔の下書き")
    #expect(state.sheet(sheet.id)?.edited.selfEvaluation.issuesAndImprovements == "今日の文")
  }

  @Test("When the chosen sheet is filtered away, the next one that is shown is chosen")
  func filteredAway() throws {
    var robot = EditorRobot(sheets: 3, isReviewing: true) { sheet in
      sheet.midTermReview.implementationForecast = .willBeCarriedOut
      sheet.midTermReview.targetForecast = .willBeMet
    }
    let place = MenuPanel.rows.firstIndex(of: .filter(.awaitingMark)) ?? 0
    try robot.type("<F6><Home>" + String(repeating: "<Down>", count: place) + "<CR><Down><CR><F9><CR><Esc>")
    #expect(robot.state.currentSheet?.edited.number == 3 && robot.text.contains("(2/3項目)"))
    try robot.type("<CR><F9><CR><Esc>")
    #expect(robot.state.currentSheet?.edited.number == 1)
    try robot.type("<CR><F9><CR><Esc><CR><Up><F9>")
    #expect(robot.text.contains("表示する項目がありません"))
  }

  @Test("Figures are whole or not there")
  func wholeFigures() {
    var screen = ScreenBuffer(size: ScreenSize(rows: 1, columns: 80), widths: DisplayWidths(ambiguous: .narrow))
    let standings = (0..<120).map { _ in PeriodStanding(entry: .deficient, mark: .sentBack) }
    for width in 8..<60 {
      screen.fill(row: 0, columns: 0..<80, with: " ")
      Progress(progress: BookProgress(standings), name: "自己", bar: 12)
        .draw(row: 0, column: 0, width: width, style: Look.plain, on: &screen)
      let line = screen.lines[0]
      for word in ["不備", "差戻し"] where line.contains(word) { #expect(line.contains("\(word)120")) }
    }
  }

  @Test("Files that cannot be read are shown in every arrangement")
  func unreadable() throws {
    var state = ListTests.library(wards: ["北区"])
    let id = SheetID(book: "見本/0", fileName: "item-09.json")
    let book = state.library.books[0]
    let rows = book.rows + [.unreadable(id, reason: "item-09.json は空です。")]
    _ = state.library.take(.bookOpened(BookSection(path: book.path, header: book.header, rows: rows), [], []))
    for arrangement in ListArrangement.allCases {
      try arrange(arrangement, &state)
      #expect(text(state).contains("item-09.json"), "\(arrangement)")
    }
  }

  @Test("Who is editing stands in the row, and by name under the list")
  func editing() throws {
    var robot = EditorRobot()
    robot.handle(.holder(EditorRobot.id(1), Holder(user: "山田", host: "", since: "10:42")))
    #expect(robot.screen[3].contains("編集中") && robot.text.contains("山田さんが10:42から編集中です。"))
    robot.handle(.holder(EditorRobot.id(1), nil))
    #expect(!robot.text.contains("編集中"))
  }

  @Test("A mark that somebody else sets arrives while the sheet is open")
  func markedByOther() throws {
    var robot = EditorRobot(filled: ReviewTests.filled)
    try robot.type("<CR><Tab><Tab>")
    robot.handle(
      .reviewsChanged(
        EditorRobot.id(1),
        SheetReviews(marks: [
          ReviewMark(
            period: .midTerm, decision: .sentBack, comment: "数を書いてください", place: .init(field: .midTermIssues),
            who: "課長", when: "2026-11-21 10:20",
            contents: robot.sheet.map { sheet in
              Dictionary(uniqueKeysWithValues: ReviewPeriod.midTerm.fields.map { ($0, sheet.content(of: $0)) })
            } ?? [:])
        ])))
    #expect(robot.text.contains("課長さんが中間振り返りを差戻しにしました。 数を書いてください"))
    try robot.type("<Tab><S-Tab>")
    #expect(robot.text.contains("差戻し 課長 2026-11-21 10:20: 数を書いてください"))
  }
}

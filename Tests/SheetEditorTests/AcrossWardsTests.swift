import InitiativeModel
import Terminal
import TestSupport
import Testing

@testable import SheetEditor

@Suite("One item across wards")
struct AcrossWardsTests {
  private func wards(_ count: Int, rows: Int = 24, columns: Int = 80) throws -> EditorState {
    let names = (1...count).map { "見本\($0)区" }
    var sections: [BookSection] = []
    var sheets: [EditedSheet] = []
    for (number, name) in names.enumerated() {
      var sheet = EditorRobot.sheet(1)
      if number.isMultiple(of: 2) {
        sheet.midTermReview = MidTermReview(
          implementationForecast: .willBeCarriedOut, targetForecast: .willNotBeMet,
          issuesAndImprovements: LongText("\(name)の課題。\n\(name)の改善策。"))
      }
      let id = SheetID(book: name, fileName: "item-01.json")
      sections.append(
        BookSection(
          path: name, header: FiscalYear(2019).map { BookHeader(ward: name, fiscalYear: $0) }, rows: [.sheet(id)]))
      sheets.append(EditedSheet(id: id, saved: sheet))
    }
    var state = EditorState(
      library: Library(sections, sheets: sheets), size: ScreenSize(rows: rows, columns: columns),
      widths: DisplayWidths(ambiguous: .narrow))
    state.list.settings.arrangement = .titles
    state.openPage(of: sheets.map(\.id), title: "見本の取組1")
    return state
  }

  @Test("What tells the sheets of a page from each other is found out once, and anew where the page changes")
  func namesOnce() {
    let found = (1...3).map { EditedSheet(id: EditorRobot.id($0), saved: EditorRobot.sheet($0)) }
    var page = ReadingPage(sheets: found.map(\.id), title: "見本")
    var asked: [EntryField?] = []
    func layOut() {
      page.layOut(
        found, ScreenSize(rows: 24, columns: 80), DisplayWidths(ambiguous: .narrow), query: "",
        names: { field in
          asked.append(field)
          return found.map { "\($0.saved.number)区" }
        }, showsDrafts: false)
    }
    for _ in 0..<3 { layOut() }
    #expect(asked == [nil] && page.lines.contains { $0.startsSheet })
    page.field = .results
    for _ in 0..<3 { layOut() }
    #expect(asked == [nil, .results])
  }

  private func press(_ keys: String, _ state: inout EditorState) throws -> String {
    for input in try KeyScript.parse(keys) { _ = update(&state, .input(input, at: 0)) }
    return draw(state).lines.joined(separator: "\n")
  }

  @Test("One field of all wards at a time; those that have not answered are one line")
  func oneField() throws {
    var state = try wards(5)
    let all = draw(state).lines.joined(separator: "\n")
    #expect(all.contains("すべての欄") && all.contains("1実施") && all.contains("6自己課題"))
    var text = try press("3", &state)
    #expect(text.contains("中間振り返り 課題と改善策") && text.contains("見本1区の改善策。") && text.contains("見本5区の課題。"))
    #expect(text.contains("未入力: 見本2区、見本4区(2区)") && !text.contains("取組内容の実施見込み"))
    text = try press("<F6>", &state)
    #expect(text.contains("未入力: 見本1区、見本2区、見本3区、見本4区、見本5区(5区)"))
    text = try press("２<Tab>", &state)
    #expect(text.contains("見本3区") && text.contains("② 達成できない見込み"))
    #expect(state.page?.place?.sheet.book == "見本3区" && state.selected?.book == "見本3区")
    text = try press("0", &state)
    #expect(text.contains("すべての欄") && state.page?.place?.sheet.book == "見本3区")
    _ = try press("3<C-a><C-c>", &state)
    #expect(state.clipboard.hasPrefix("見本1区 中間振り返り 課題と改善策\n見本1区の課題。\n見本1区の改善策。\n見本3区 中間"))
  }

  @Test("Of a single sheet all fields are shown")
  func singleSheet() throws {
    var robot = EditorRobot()
    try robot.type("<F9>3")
    #expect(robot.text.contains("この働きは") && robot.text.contains("実施見込み"))
  }

  @Test("A key on a page of 24 sheets takes no new layout")
  func quick() throws {
    var state = try wards(24)
    _ = try press("<Down>", &state)
    let seconds = try ProcessorTime.seconds { for _ in 0..<50 { _ = try press("<S-Down><Right>", &state) } }.seconds
    #expect(seconds < 5)
  }

  @Test("A field of several sheets is pressed")
  func pressed() throws {
    var state = try wards(3)
    let column = draw(state).lines[1].prefix { $0 != "3" }.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
    _ = update(&state, .input(.mouse(MouseInput(.press, row: 1, column: column)), at: 0))
    #expect(state.page?.field == .midTermIssues)
  }
}

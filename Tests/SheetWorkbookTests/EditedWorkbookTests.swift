import InitiativeModel
import SheetExchange
import Testing

@testable import SheetWorkbook

@Suite("A workbook that others edited")
struct EditedWorkbookTests {
  /// Three sheets of 天王寺区 behind their list, and the sheets as they come back when nobody edits them.
  private let book: TestBook
  private let sheets: [ReturnedSheet]

  init() throws {
    var exported = try Workbooks.exported("tennoji-2019")
    exported.sheets.removeAll { ![1, 4, 19].contains($0.sheet.number) }
    let bytes = try Workbooks.bytes([exported])
    book = try TestBook(bytes)
    sheets = try WorkbookReader.read(bytes).sheets
  }

  private func read(_ change: (inout TestBook) throws -> Void) throws -> ReturnedBook {
    var book = book
    try change(&book)
    return try WorkbookReader.read(book.bytes)
  }

  private func error(_ change: (inout TestBook) throws -> Void) throws -> ReturnedFileError? {
    #expect(throws: ReturnedFileError.self) { try read(change) }
  }

  /// The cell of a sheet that holds 課題と改善策 of 中間振り返り, right of its ②.
  private let issues = "F8"

  @Test("Texts and choices are read where they were changed, and nowhere else")
  func changes() throws {
    let returned = try read { book in
      #expect(book.pages[3].name == "項目19" && book.pages[3]["C8"] == "②")
      book.pages[3][issues] = "別の文章。"
      book.pages[3]["C8"] = "① 達成見込み"
      book.pages[3]["C7"] = "2"
      book.pages[2]["B5"] = nil
    }
    var expected = sheets
    expected[2].texts[.entry(.midTermIssues)] = "別の文章。"
    expected[2].texts[.entry(.targetForecast)] = "①"
    expected[2].texts[.entry(.implementationForecast)] = "(ii)"
    expected[1].texts[.policyAndTargets] = ""
    #expect(returned.sheets == expected)
    #expect(returned.unplaced.isEmpty)
  }

  @Test("Rows and columns that were put in anywhere move nothing into another field", arguments: 0..<14)
  func insertions(_ place: Int) throws {
    let returned = try read { book in
      book.isStrict = place % 2 == 0
      for page in 1...3 { book.pages[page].insertRow(place) }
      for page in 1...3 where place < 8 { book.pages[page].insertColumn(place) }
    }
    #expect(returned.sheets == sheets)
  }

  @Test("Worksheets in another order, with other names, and some of them gone")
  func pages() throws {
    let returned = try read { book in
      book.pages.removeFirst()
      book.pages.reverse()
      book.pages.remove(at: 1)
      for index in book.pages.indices { book.pages[index].name = "提出\(index)" }
    }
    var expected = [sheets[2], sheets[0]]
    for index in expected.indices { expected[index].place = "シート「提出\(index)」" }
    #expect(returned.sheets == expected)
  }

  @Test("What a text went on with in a row that was put in below it is part of it")
  func continuation() throws {
    let returned = try read { book in
      let row = try #require(CellPlace(name: issues)).row
      book.pages[3].insertRow(row + 1)
      book.pages[3]["F\(row + 2)"] = "続きの一行。"
    }
    let before = try #require(sheets[2].texts[.entry(.midTermIssues)])
    #expect(returned.sheets[2].texts[.entry(.midTermIssues)] == LongText(before.string + "\n続きの一行。"))
  }

  @Test("What stands beside the form is told and not taken")
  func besideTheForm() throws {
    let returned = try read { book in
      book.pages[2]["H6"] = "課長が確認"
      book.pages[2]["B40"] = "下の覚え書き"
      book.pages.append(TestBook.Page(name: "メモ", cells: [CellPlace(row: 0, column: 0): "作業の予定"]))
      book.pages.append(TestBook.Page(name: "空", cells: [:]))
    }
    #expect(returned.sheets == sheets)
    #expect(
      returned.unplaced == [
        "シート「項目04」のH6: 様式の外の文字のため取り込みません: 課長が確認", "シート「項目04」のB40: 様式の外の文字のため取り込みません: 下の覚え書き",
        "シート「メモ」: 取組項目のシートではないため取り込みません。",
      ])
  }

  @Test("Text between the fields is refused with its place", arguments: ["D5", "C10", "A3x", "E8", "F3x"])
  func betweenTheFields(_ name: String) throws {
    let cell = name.replacing("x", with: "")
    let error = try error { book in
      book.pages[3].merged = []
      if name.hasSuffix("x") { book.pages[3].insertRow(2) }
      book.pages[3][cell] = "迷子の文章"
    }
    #expect(error == .textOutsideFields(place: "シート「項目19」の\(cell)", text: "迷子の文章"))
  }

  @Test("A label that is gone, stands twice or stands elsewhere is refused by its name")
  func labels() throws {
    #expect(try error { $0.pages[3]["A7"] = nil } == .missingLabel("中間振り返り", page: "シート「項目19」", cell: "A7"))
    #expect(try error { $0.pages[3]["F9"] = nil } == .missingLabel("自己評価 課題と改善策", page: "シート「項目19」", cell: "F9"))
    #expect(try error { $0.pages[3]["B5"] = "自己 評価" } == .repeatedLabel("自己評価", page: "シート「項目19」"))
    let moved = try error { book in
      book.pages[3]["B12"] = book.pages[3]["B9"]
      book.pages[3]["B9"] = nil
    }
    #expect(moved == .missingLabel("自己評価 当年度の取組実績及び目標の達成状況", page: "シート「項目19」", cell: "B9"))
  }

  @Test("A number that was changed, or a sheet that was copied, is not taken for another one")
  func numbers() throws {
    #expect(
      try error { $0.pages[2]["A2"] = "取組項目 7" }
        == .unreadableValue(place: "シート「項目04」", field: "番号", value: "取組項目 7"))
    let copied = try error { book in
      var copy = book.pages[2]
      copy.name = "項目04 (2)"
      book.pages.append(copy)
    }
    #expect(copied == .repeatedSheet(number: 4, place: "シート「項目04 (2)」"))
  }

  @Test("A sheet without its mark is read by its labels, and has no version")
  func withoutMark() throws {
    let returned = try read { book in
      for index in book.pages.indices {
        book.pages[index].cells = book.pages[index].cells.filter { !$0.value.hasPrefix("furikaeri") }
      }
      book.pages.removeFirst()
    }
    #expect(returned.ward == nil && returned.fiscalYear == nil)
    #expect(returned.sheets.map(\.texts) == sheets.map(\.texts))
    #expect(returned.sheets.allSatisfy { $0.version == nil })
  }

  @Test("A choice that is none is refused with its cell")
  func choice() throws {
    #expect(
      try error { $0.pages[3]["C8"] = "③" }
        == .unreadableValue(place: "シート「項目19」のC8", field: "中間振り返り 目標の達成見込み", value: "③"))
  }

  @Test("Of several values that none of their fields can have all are told, over all worksheets")
  func choices() throws {
    let error = try error { book in
      book.pages[1]["C7"] = "○"
      book.pages[3]["C7"] = "(iii)"
      book.pages[3]["C8"] = "③"
    }
    let fields = ["中間振り返り 目標の達成見込み", "中間振り返り 取組内容の実施見込み", "中間振り返り 目標の達成見込み"]
    let cells = [("01", "C7", "○"), ("19", "C7", "(iii)"), ("19", "C8", "③")]
    #expect(
      error
        == .unreadableValues(
          zip(fields, cells).map { UnreadableValue(place: "シート「項目\($1.0)」の\($1.1)", field: $0, value: $1.2) }))
  }

  @Test("What lies unseen beneath merged cells is refused within the form, and told beside it")
  func covered() throws {
    #expect(
      try error { $0.pages[3]["F6"] = "見えない文章" }
        == .textOutsideFields(place: "シート「項目19」のF6", text: "見えない文章"))
    let returned = try read { book in
      book.pages[3]["H2"] = "見えない文章"
      book.pages[3].merged.append(CellArea(0...1, 7...7))
    }
    #expect(returned.sheets == sheets)
    #expect(returned.unplaced == ["シート「項目19」のH2: 結合したセルに隠れて見えない文字のため取り込みません: 見えない文章"])
  }

  @Test("A form whose cells are gone or stand in two places of it is refused")
  func room() throws {
    let withoutSigns = try error { book in
      let page = book.pages[3]
      book.pages[3].merged = []
      book.pages[3].cells = [:]
      for (place, text) in page.cells where place.column != 2 || place.row == 1 || place.row == 2 {
        book.pages[3].cells[CellPlace(row: place.row, column: place.column - (place.column > 2 ? 1 : 0))] = text
      }
    }
    #expect(withoutSigns == .missingLabel("中間振り返り 取組内容の実施見込み", page: "シート「項目19」", cell: "B7"))
    let sameColumn = try error { book in
      book.pages[3].merged = []
      book.pages[3]["C7"] = book.pages[3]["F7"]
      book.pages[3]["F7"] = nil
    }
    #expect(sameColumn == .textOutsideFields(place: "シート「項目19」のC8", text: "②"))
    let mark = try #require(book.pages[3].cells.first { $0.value.hasPrefix("furikaeri") })
    let movedMark = try error { book in
      book.pages[3].cells[mark.key] = nil
      book.pages[3]["H3"] = mark.value
    }
    #expect(movedMark == .missingLabel("自己評価 当年度の取組実績及び目標の達成状況", page: "シート「項目19」", cell: "B9"))
  }

  @Test(
    "A text that looks like a mark never makes a sheet vanish",
    arguments: ["furikaeri 1 list", "furikaeri 1 sheet 2019 5 v 区"])
  func texts(_ text: String) throws {
    let error = try error { $0.pages[3]["B10"] = text }
    guard case .textOutsideFields? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(
      try self.error { book in
        book.pages[3].cells = book.pages[3].cells.filter { !$0.value.hasPrefix("furikaeri") }
        book.pages[3]["B10"] = "furikaeri 1 list"
      } != nil)
  }
}

import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("An earlier version of a sheet, by its history")
struct EarlierVersionTests {
  private let folder: TemporaryFolder
  private let book: BookFolder

  init() throws {
    folder = try TemporaryFolder()
    book = BookFolder(path: folder.path, author: Author(name: "担当"))
    try book.createBook(BookHeader(ward: "旭区", fiscalYear: try #require(FiscalYear(2019))))
    _ = try book.create(try InitiativeSheet(number: 1, title: "題").validated())
  }

  private func present() throws -> StoredSheet { try book.loadSheet("item-01.json") }

  private func save(_ change: (inout InitiativeSheet) -> Void) throws -> StoredSheet {
    let before = try present()
    var sheet = before.sheet
    change(&sheet)
    return try book.write(try sheet.validated(), over: before).stored
  }

  @Test("Every state that a save began with or led to is found again, byte for byte")
  func everyState() throws {
    var states = [try present()]
    for round in 1...6 {
      states.append(
        try save { sheet in
          if round.isMultiple(of: 2) { sheet.selfEvaluation.results = LongText("実績\(round)\n二行目") }
          if round.isMultiple(of: 3) { sheet.selfEvaluation.achievement = round == 3 ? .met : nil }
          if round == 5 { sheet.title = "直した題" }
          if round == 1 { sheet.plan.annualActions = "計画" }
        })
    }
    for state in states {
      let found = book.sheet(try present(), at: SheetVersion.of(state.bytes).uppercased())
      #expect(found == state)
    }
    for unknown in ["0123456789abcdef", ""] { #expect(book.sheet(try present(), at: unknown) == nil) }
  }

  @Test("Behind a change that is no save nothing is found: what it changed is not known")
  func changedOutside() throws {
    let first = try present()
    _ = try save { $0.selfEvaluation.results = "実績" }
    let text = try folder.text("item-01.json").replacing("\"題\"", with: "\"外で直した題\"")
    try folder.write(text, to: "item-01.json")
    #expect(book.sheet(try present(), at: SheetVersion.of(first.bytes)) == nil)
    _ = try save { $0.title = "題" }
    #expect(book.sheet(try present(), at: SheetVersion.of(first.bytes)) == nil)
  }

  @Test("A change that stands deeper than a file can be is not looked for")
  func deep() throws {
    let first = try present()
    _ = try save { $0.selfEvaluation.results = "実績" }
    #expect(book.sheet(try present(), at: SheetVersion.of(first.bytes)) == first)
    let lines = try folder.text("history/item-01.jsonl")
    #expect(lines.contains("\"selfEvaluation.results\""))
    try folder.write(
      lines.replacing("selfEvaluation.results", with: "a" + String(repeating: ".a", count: 400_000)),
      to: "history/item-01.jsonl")
    #expect(book.sheet(try present(), at: SheetVersion.of(first.bytes)) == nil)
  }

  @Test("A file in another form than the canonical one is found again by what it held")
  func otherForm() throws {
    try folder.write(
      """
      {"formatVersion": 1, "number": 1, "title": "題", "plan": {"annualActions": [], "policyAndTargets": ["方針"]}}
      """, to: "item-01.json")
    let first = try present()
    _ = try save { $0.selfEvaluation.results = "実績" }
    _ = try save { $0.midTermReview.targetForecast = .willBeMet }
    #expect(book.sheet(try present(), at: SheetVersion.of(first.bytes))?.sheet == first.sheet)
  }
}

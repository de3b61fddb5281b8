import InitiativeModel
import Terminal
import TestSupport
import Testing

@testable import SheetEditor

@Suite("What the list says of the whole library")
struct ListFiguresTests {
  private let wards = ["北区", "都島区", "福島区", "此花区", "中央区"]

  /// Something that happens to a sheet, or to the book that it is in.
  private func event(_ sheet: EditedSheet, of library: Library, _ random: inout SeededGenerator) -> FileEvent? {
    var changed = sheet.saved
    changed.selfEvaluation.results = LongText("実績\(Int.random(in: 1...9, using: &random))")
    changed.selfEvaluation.achievement = [.met, .notMet].randomElement(using: &random)
    changed.midTermReview.issuesAndImprovements = Bool.random(using: &random) ? "見直す。" : ""
    guard let book = library.book(of: sheet.id), let header = book.header else { return nil }
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      let versions = GitVersions(ours: sheet.saved, theirs: changed, base: nil, oursName: "HEAD", theirsName: "枝")
      return .unmergedOnDisk(sheet.id, FileContent(sheet.saved, .opened), versions)
    case 1: return .bookOpened(book, [EditedSheet(id: sheet.id, saved: changed)], [])
    case 2: return .planFixed(book.path, header)
    case 3: return .reviewsChanged(sheet.id, SheetReviews())
    default: return .changedOnDisk(sheet.id, FileContent(changed, .opened))
    }
  }

  @Test("Whatever happened to the books, the list shows what it would show if it were made just then")
  func sameAsAnew() throws {
    var random = SeededGenerator(seed: 16)
    var figures: Set<String> = []
    for settings in [(ListArrangement.books, false), (.states, false), (.books, true)] {
      var state = ListTests.library(wards: wards)
      state.list.settings.arrangement = settings.0
      state.list.settings.onlyNotMet = settings.1
      for _ in 0..<60 {
        let sheets = state.library.allSheets
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          guard let sheet = sheets.randomElement(using: &random), let event = event(sheet, of: state.library, &random)
          else { continue }
          _ = update(&state, .file(event))
        }
        settle(&state)
        let list = state.list
        let anew = ListLayout(
          state.library, list.settings, folded: list.folded, typed: list.typed, after: ListLayout())
        #expect(list.layout == anew)
        figures.insert(draw(state).lines[1])
      }
    }
    #expect(figures.count > 5)
  }

  @Test("Several books are named by their wards and years, each counted once, and by the title that they share")
  func heading() throws {
    let year = try #require(FiscalYear(2019))
    let next = try #require(FiscalYear(2020))
    func heading(_ books: [(ward: String, year: FiscalYear, title: String)]) -> String {
      let sections = books.enumerated().map { index, book in
        BookSection(
          path: "見本/\(index)", header: BookHeader(ward: book.ward, fiscalYear: book.year, title: book.title), rows: [])
      }
      let state = EditorState(
        library: Library(sections), size: ScreenSize(rows: 24, columns: 80), widths: DisplayWidths(ambiguous: .narrow))
      return draw(state).lines[0].trimmed
    }
    #expect(heading([("北区", year, "題")]).hasPrefix("北区 2019年度(令和元年度) 題"))
    #expect(heading([("北区", year, "題"), ("中央区", year, "題")]).hasPrefix("2区 2019年度(令和元年度) 題"))
    #expect(heading([("北区", year, "題"), ("中央区", next, "題"), ("北区", next, "題")]).hasPrefix("3綴り(2区・2年度) 題"))
    #expect(!heading([("北区", year, "題"), ("中央区", year, "他")]).contains("題"))
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}

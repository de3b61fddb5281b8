// Holds the proof that a book in any layout comes in as it is, or not at all.

import InitiativeModel
import Testing

@testable import SheetExchange

@Suite("A book in any layout comes in as it is, or not at all")
struct LayoutTests {
  /// The layouts that may be refused: their columns cannot be told apart in every line.
  static let mayBeRefused: Set<PublishedLayout> = [.sideBySideTight]

  private func outcome(
    _ layout: PublishedLayout, _ book: [InitiativeSheet], _ spelling: FormSpelling = FormSpelling(),
    _ pages: PageStyle = PageStyle()
  ) -> LayoutOutcome {
    let text = layout.text(book, spelling, pages: pages)
    return LayoutOutcome(reading: Array(text.utf8), of: book.map(spelling.spelled), keeps: layout.keeps)
  }

  /// Sheets that between them have subtitles, ★, bracketed references, short and long plans.
  private func someSheets() throws -> [InitiativeSheet] {
    let wanted = [3, 11, 18]
    return try SourceBook.tennoji.sheets().filter { wanted.contains($0.number) }
  }

  /// Whether all came in that this layout tells of: where both of the plan's texts stand behind both headings and the
  /// form's own words do not part them surely, they may be left for the person.
  private func isWhole(_ outcome: LayoutOutcome, _ layout: PublishedLayout, _ book: [InitiativeSheet]) -> Bool {
    let unmarked = book.filter { !LayoutTests.partsItself($0.plan) }.map(\.number)
    switch outcome {
    case .exact: return true
    case .refused: return LayoutTests.mayBeRefused.contains(layout) || (layout.plansRunTogether && !unmarked.isEmpty)
    case .misplaced: return false
    case .partial(let gaps):
      return layout.plansRunTogether
        && gaps.allSatisfy {
          unmarked.contains($0.sheet) && ($0.field == .policyAndTargets || $0.field == .annualActions)
        }
    }
  }

  /// Whether a plan's words say where its right column begins: (取組の内容), behind a left one with its own (目標).
  private static func partsItself(_ plan: Plan) -> Bool {
    plan.annualActions.string.hasPrefix("(取組") && plan.policyAndTargets.string.contains("(目標)")
  }

  @Test("every sheet of both books", arguments: PublishedLayout.allCases, SourceBook.allCases)
  func whole(layout: PublishedLayout, source: SourceBook) throws {
    let book = try source.sheets()
    let outcome = outcome(layout, book)
    #expect(isWhole(outcome, layout, book), "\(layout) \(outcome)")
  }

  @Test("every spelling", arguments: PublishedLayout.allCases)
  func spellings(layout: PublishedLayout) throws {
    let sheets = try someSheets()
    for spelling in FormSpelling.all where layout.hasTitleLines || !spelling.title.isBare {
      let outcome = outcome(layout, sheets, spelling)
      #expect(isWhole(outcome, layout, sheets), "\(layout) \(spelling.testDescription): \(outcome)")
    }
  }

  @Test("every kind of page", arguments: PublishedLayout.allCases.filter(\.hasPages))
  func pages(layout: PublishedLayout) throws {
    let sheets = try someSheets()
    for pages in PageStyle.all {
      let outcome = outcome(layout, sheets, FormSpelling(), pages)
      #expect(isWhole(outcome, layout, sheets), "\(layout) \(pages): \(outcome)")
    }
  }

  @Test("every encoding", arguments: EncodedText.allCases, [PublishedLayout.tabRows, .excelText, .cellLines])
  func encodings(encoding: EncodedText, layout: PublishedLayout) throws {
    let sheets = try SourceBook.tennoji.sheets()
    let spelling = FormSpelling(heading: .numero, blank: "―")
    let bytes = try #require(encoding.bytes(layout.text(sheets, spelling)))
    let outcome = LayoutOutcome(reading: bytes, of: sheets, keeps: layout.keeps)
    #expect(isWhole(outcome, layout, sheets), "\(layout) \(encoding): \(outcome)")
  }

  @Test("every character of a text is told of once", arguments: PublishedLayout.allCases)
  func accounted(layout: PublishedLayout) throws {
    let sheets = try someSheets()
    for pages in [PageStyle()] + (layout.hasPages ? PageStyle.all : []) {
      let text = layout.text(sheets, pages: pages)
      guard let result = try? PublishedSheetImporter.read(text) else { continue }
      let told = LetterCount(result.pieces.map(\.text).joined())
      let difference = told.difference(from: LetterCount(layout.withoutMarkup(text)))
      #expect(difference.isEmpty, "\(layout) \(pages)")
    }
  }
}

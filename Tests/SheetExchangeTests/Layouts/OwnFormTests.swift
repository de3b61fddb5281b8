// Holds the proof that the form as the program itself prints it comes in again.

import InitiativeModel
import TestSupport
import Testing

@testable import SheetExchange

@Suite("The form that the program prints comes in again as it is")
struct OwnFormTests {
  private func read(_ format: ExportFormat, _ sheets: [InitiativeSheet]) throws -> ImportResult {
    let text = try #require(format.output(Exported.content(sheets))).text
    return try PublishedSheetImporter.read(try PublishedText.decode(Array(text.utf8)))
  }

  @Test(
    "as a web page, every field of both books; the page's own list is said to have no place",
    arguments: SourceBook.allCases)
  func page(source: SourceBook) throws {
    for sheets in [try source.sheets(), try source.storedSheets()] {
      switch LayoutOutcome(try read(.html, sheets), of: sheets, keeps: .lines) {
      case .exact: break
      case .partial(let gaps): #expect(gaps.map(\.sheet) == [0])
      case .refused(let why), .misplaced(let why): Issue.record("\(why)")
      }
    }
  }

  @Test("as text, and a plan whose columns nothing parts is said and left", arguments: SourceBook.allCases)
  func text(source: SourceBook) throws {
    for sheets in [try source.sheets(), try source.storedSheets()] {
      let result = try read(.text, sheets)
      switch LayoutOutcome(result, of: sheets, keeps: .blanks) {
      case .exact: #expect(source == .tennoji)
      case .partial(let gaps):
        #expect(source == .unnamed && Set(gaps.map(\.sheet)) == [6])
        #expect(gaps.allSatisfy { [.policyAndTargets, .annualActions].contains($0.field) && $0.got.isEmpty })
        #expect(result.notes.contains { $0.sheet == 6 && $0.reason == .undividedPlan })
      case .refused(let why), .misplaced(let why): Issue.record("\(why)")
      }
    }
  }
}

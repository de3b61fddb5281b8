// Holds the proof that however a text is broken, no letter comes into another sheet, and none is lost unsaid.

import InitiativeModel
import TestSupport
import Testing

@testable import SheetExchange

@Suite("However a text is broken, nothing comes into another sheet and nothing is lost unsaid")
struct BrokenLayoutTests {
  /// The layouts that are broken at every run; the long run takes all.
  static let layouts: [PublishedLayout] =
    LongRun.isOn ? PublishedLayout.allCases : everyday
  /// The layouts in which texts are mostly met.
  static let everyday: [PublishedLayout] = [
    .tabRows, .excelText, .htmlTagALine, .markdown, .cellLines, .evaluationFirst, .oneLine, .sideBySide,
  ]

  @Test("in every layout", arguments: BrokenText.allCases, layouts)
  func broken(_ kind: BrokenText, _ layout: PublishedLayout) throws {
    for seed in 0..<UInt64(LongRun.isOn ? 500 : 2) {
      var random = SeededGenerator(seed: seed)
      let text = kind.text(layout, &random)
      let found: MarkedReading
      do throws(PublishedTextError) {
        found = MarkedReading(try PublishedSheetImporter.read(try PublishedText.decode(Array(text.utf8))), of: text)
      } catch {
        continue
      }
      #expect(found.strangers == [], "\(kind) \(layout) seed \(seed)")
      if kind.leavesFields { #expect(found.moved == [], "\(kind) \(layout) seed \(seed)") }
      #expect(found.lost == [], "\(kind) \(layout) seed \(seed)")
    }
  }

  @Test("whatever hands it went through", arguments: HostileHand.allCases, layouts)
  func handled(_ hand: HostileHand, _ layout: PublishedLayout) throws {
    let text = hand.handled(layout.text(MarkedBook.sheets(4)))
    guard let result = try? PublishedSheetImporter.read(try PublishedText.decode(Array(text.utf8))) else { return }
    let found = MarkedReading(result, of: text, numbersAreRight: hand.keepsNumbers)
    let wrong = found.strangers.union(found.moved).union(found.lost)
    #expect(wrong == [], "\(hand) \(layout)")
  }

  @Test("what is still clear is read, not refused", arguments: everyday)
  func stillRead(_ layout: PublishedLayout) {
    for kind in [BrokenText.swappedSheets, .repeatedPages, .splitRows, .otherHeadings] {
      for seed in 0..<2 {
        var random = SeededGenerator(seed: UInt64(seed))
        let text = kind.text(layout, &random)
        #expect(throws: Never.self, "\(kind) \(layout) seed \(seed)") { try PublishedSheetImporter.read(text) }
      }
    }
    for hand in [HostileHand.webPage, .uprightLabels, .onlyChosenLegend, .answerBehindLegend, .nestedTable] {
      let text = hand.handled(layout.text(MarkedBook.sheets(4)))
      #expect(throws: Never.self, "\(hand) \(layout)") { try PublishedSheetImporter.read(text) }
    }
  }
}

import InitiativeModel
import Testing

@Suite("Advisory rules and completeness")
struct RuleTests {
  private func sheet(_ change: (inout InitiativeSheet) -> Void) -> InitiativeSheet {
    var sheet = InitiativeSheet(number: 1, title: "題")
    change(&sheet)
    return sheet
  }

  @Test("(ii) without ② and without text is advisory")
  func notCarriedOut() {
    let found = NotCarriedOutRule().findings(
      in: sheet { $0.midTermReview.implementationForecast = .willNotBeCarriedOut })
    #expect(found.map(\.severity) == [.advisory])
    #expect(found.map(\.field) == [.entry(.midTermIssues)])
  }

  @Test("(ii) with a text, or with ②, is left to the other rules")
  func notCarriedOutButExplained() {
    let explained = sheet {
      $0.midTermReview.implementationForecast = .willNotBeCarriedOut
      $0.midTermReview.issuesAndImprovements = "会場が使えない。"
    }
    #expect(NotCarriedOutRule().findings(in: explained).isEmpty)
    let second = sheet {
      $0.midTermReview.implementationForecast = .willNotBeCarriedOut
      $0.midTermReview.targetForecast = .willNotBeMet
    }
    #expect(NotCarriedOutRule().findings(in: second).isEmpty)
  }

  @Test("A phrase that says nothing is advisory under ②", arguments: ["なし", "特になし。", "同上", " 「なし」 ", "該当なし"])
  func emptyPhrase(text: String) throws {
    let bad = sheet {
      $0.selfEvaluation.achievement = .notMet
      $0.selfEvaluation.issuesAndImprovements = LongText(text)
    }
    let found = EmptyPhraseRule().findings(in: bad)
    #expect(found.map(\.severity) == [.advisory])
    #expect(found.map(\.field) == [.entry(.selfEvaluationIssues)])
    _ = try bad.validated()
  }

  @Test("The same phrase under ①, and a real text under ②, are fine")
  func realText() {
    let first = sheet {
      $0.selfEvaluation.achievement = .met
      $0.selfEvaluation.issuesAndImprovements = "なし"
    }
    #expect(EmptyPhraseRule().findings(in: first).isEmpty)
    let second = sheet {
      $0.selfEvaluation.achievement = .notMet
      $0.selfEvaluation.issuesAndImprovements = "周知が足りなかった。改善策はなし"
    }
    #expect(EmptyPhraseRule().findings(in: second).isEmpty)
  }

  @Test("A printed ③ is advisory where it stands")
  func printedRequirement() {
    let found = PrintedRequirementRule().findings(in: sheet { $0.selfEvaluation.printedRequirement = "③" })
    #expect(found.map(\.reason) == [.printedRequirementDiffers("③")])
    #expect(found.map(\.field) == [.entry(.selfEvaluationIssues)])
    #expect(PrintedRequirementRule().findings(in: sheet { _ in }).isEmpty)
  }

  @Test("A blank title is advisory")
  func title() {
    #expect(TitleRule().findings(in: sheet { $0.title = "　" }).count == 1)
    #expect(TitleRule().findings(in: sheet { _ in }).isEmpty)
  }

  @Test("Before handing in, every field of the period is wanted, 課題と改善策 only under ②")
  func complete() {
    let blank = sheet { _ in }
    #expect(
      CompletePeriodRule(period: .midTerm).findings(in: blank).map(\.field)
        == [.entry(.implementationForecast), .entry(.targetForecast)])
    #expect(
      CompletePeriodRule(period: .final).findings(in: blank).map(\.field)
        == [.entry(.results), .entry(.achievement)])
    let filled = sheet {
      $0.midTermReview.implementationForecast = .willBeCarriedOut
      $0.midTermReview.targetForecast = .willBeMet
    }
    #expect(SheetRules.findings(in: filled, completing: .midTerm).isEmpty)
  }

  @Test("All rules run; blocking findings come first")
  func order() {
    let bad = sheet {
      $0.title = ""
      $0.midTermReview.targetForecast = .willNotBeMet
      $0.selfEvaluation.achievement = .notMet
    }
    #expect(SheetRules.findings(in: bad).map(\.severity) == [.blocking, .blocking, .advisory])
  }

  @Test("Two sheets of one number block; gaps and wrong file names are advisory")
  func numbers() {
    let found = BookFinding.findings(in: [
      ("item-01.json", 1), ("item-02.json", 1), ("item-05.json", 5), ("item-4.json", 4),
    ])
    #expect(found.contains(.duplicateNumber(1, files: ["item-01.json", "item-02.json"])))
    #expect(found.contains(.missingNumbers([2, 3])))
    #expect(found.contains(.fileNameDiffers(file: "item-02.json", number: 1)))
    #expect(found.map(\.severity).filter { $0 == .blocking }.count == 1)
    #expect(BookFinding.findings(in: [("item-01.json", 1), ("item-02.json", 2)]).isEmpty)
    #expect(BookFinding.findings(in: []).isEmpty)
  }

  @Test(
    "File names have at least two digits and nothing else",
    arguments: ["item-1.json", "item-01.JSON", "item-0x.json", "xitem-01.json", "item-.json"])
  func otherNames(name: String) {
    #expect(BookFinding.number(inName: name) == nil)
  }

  @Test("A period's state: nothing, something, everything, a broken rule, a draft")
  func states() {
    let blank = sheet { _ in }
    let part = sheet { $0.midTermReview.targetForecast = .willBeMet }
    let full = sheet {
      $0.midTermReview.targetForecast = .willBeMet
      $0.midTermReview.implementationForecast = .willBeCarriedOut
    }
    let broken = sheet { $0.midTermReview.targetForecast = .willNotBeMet }
    #expect(blank.state(of: .midTerm) == .notEntered)
    #expect(part.state(of: .midTerm) == .partlyEntered)
    #expect(full.state(of: .midTerm) == .complete)
    #expect(broken.state(of: .midTerm) == .deficient)
    #expect(full.state(of: .midTerm, saved: blank) == .draft)
    #expect(full.state(of: .final, saved: blank) == .notEntered)
    #expect(broken.state(of: .midTerm, saved: blank) == .deficient)
    #expect(BookProgress(states: [.draft, .complete, .complete])[.complete] == 2)
  }
}

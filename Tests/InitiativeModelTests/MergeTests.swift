import InitiativeModel
import TestSupport
import Testing

@Suite("Edits and merges lose nothing")
struct MergeTests {
  private let base = InitiativeSheet(number: 1, title: "題")

  @Test("An edit turns one content into the other, and its inverse takes it back")
  func edits() throws {
    let texts = ["", "あ", "か\u{3099}", "が", "一行\n二行", "一行\n三行", "👨‍👩‍👧と𠮷", "👨‍👩‍👧", "ab", "b"]
    for old in texts {
      for new in texts where LongText(old) != LongText(new) {
        let edit = try #require(FieldEdit(field: .results, from: old, to: new))
        #expect(edit.applied(to: old).map { LongText($0) } == LongText(new))
        #expect(edit.inverse.applied(to: new).map { LongText($0) } == LongText(old))
      }
      #expect(FieldEdit(field: .results, from: old, to: old) == nil)
    }
  }

  @Test("An edit that does not fit changes nothing")
  func misfit() {
    #expect(FieldEdit(field: .results, offset: 1, removed: "", inserted: "x").applied(to: "あ") == nil)
    #expect(FieldEdit(field: .results, offset: 9, removed: "", inserted: "x").applied(to: "あ") == nil)
    #expect(FieldEdit(field: .results, offset: -1, removed: "", inserted: "x").applied(to: "あ") == nil)
    #expect(FieldEdit(field: .results, offset: 0, removed: "い", inserted: "x").applied(to: "あ") == nil)
    var sheet = base
    let applied = sheet.apply(FieldEdit(field: .targetForecast, offset: 0, removed: "①", inserted: "②"))
    #expect(!applied)
    #expect(sheet == base)
  }

  @Test("Different fields of two people both survive")
  func differentFields() {
    var ours = base
    ours.selfEvaluation.results = "われわれ"
    var theirs = base
    theirs.midTermReview.targetForecast = .willBeMet
    let merge = SheetMerge(base: base, ours: ours, theirs: theirs)
    #expect(merge.conflicts.isEmpty)
    #expect(merge.sheet.selfEvaluation.results == "われわれ")
    #expect(merge.sheet.midTermReview.targetForecast == .willBeMet)
  }

  @Test("Both texts of one field stand one after the other, ours first")
  func sameField() {
    var ours = base
    ours.selfEvaluation.results = "自分の文"
    ours.selfEvaluation.achievement = .met
    var theirs = base
    theirs.selfEvaluation.results = "相手の文"
    theirs.selfEvaluation.achievement = .notMet
    let merge = SheetMerge(base: base, ours: ours, theirs: theirs)
    #expect(merge.conflicts == [.results, .achievement])
    #expect(merge.sheet.selfEvaluation.results == "自分の文\n相手の文")
    #expect(merge.sheet.selfEvaluation.achievement == .met)
  }

  @Test("The same change on both sides is no conflict")
  func sameChange() {
    var both = base
    both.selfEvaluation.results = "同じ"
    let merge = SheetMerge(base: base, ours: both, theirs: both)
    #expect(merge.conflicts.isEmpty)
    #expect(merge.sheet == both)
  }

  @Test("A change that both made beside others is one change; put together once more with either side, nothing changes")
  func sameLines() {
    func merge(_ base: [String], _ ours: [String], _ theirs: [String]) -> SheetMerge {
      let versions = [base, ours, theirs].map { lines in
        var sheet = self.base
        sheet.selfEvaluation.results = LongText(lines: lines)
        return sheet
      }
      return SheetMerge(base: versions[0], ours: versions[1], theirs: versions[2])
    }
    let both = merge(["一", "二", "三", "四"], ["一", "二", "三", "四つ目"], ["一つ目", "二", "三", "四つ目"])
    #expect(both.conflicts.isEmpty && both.sheet.selfEvaluation.results == "一つ目\n二\n三\n四つ目")
    var generator = SeededGenerator(seed: 13)
    var merged = 0
    for _ in 0..<300 {
      let base = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        "行\(Int.random(in: 1...6, using: &generator))"
      }
      let sides = (0..<2).map { side in
        var lines = base
        for _ in 0...1 {
          let place = Int.random(in: 0...lines.count, using: &generator)
          if Bool.random(using: &generator) || place == lines.count {
            lines.insert("\(side)の\(Int.random(in: 1...3, using: &generator))", at: place)
          } else {
            lines.remove(at: place)
          }
        }
        return lines
      }
      let first = merge(base, sides[0], sides[1])
      guard first.conflicts.isEmpty else { continue }
      merged += 1
      let lines = first.sheet.selfEvaluation.results.lines
      for side in sides {
        let again = merge(base, side, lines)
        #expect(!again.conflicts.isEmpty || again.sheet == first.sheet, "\(base) \(sides)")
      }
    }
    #expect(merged > 50)
  }

  /// What becomes of 当年度の取組実績 of which two people made different texts.
  private func merged(_ base: [String], _ ours: [String], _ theirs: [String]) -> SheetMerge {
    let versions = [base, ours, theirs].map { lines in
      var sheet = self.base
      sheet.selfEvaluation.results = LongText(lines: lines)
      return sheet
    }
    return SheetMerge(base: versions[0], ours: versions[1], theirs: versions[2])
  }

  @Test("Where both changed one line of a long text, that line alone stands twice; the others stand once")
  func oneLine() {
    let base = ["(趣旨・目的)", "窓口の案内", "(目標)", "・3枚", "・4月", "以上"]
    let ours = Array(base.dropLast()) + ["以上ビー"]
    let theirs = Array(base.dropLast()) + ["以上エー"]
    let merge = merged(base, ours, theirs)
    #expect(merge.conflicts == [.results])
    #expect(merge.sheet.selfEvaluation.results.lines == ours + ["以上エー"])
    let again = merged(base, ours, merge.sheet.selfEvaluation.results.lines)
    #expect(again.sheet.selfEvaluation.results == merge.sheet.selfEvaluation.results, "a text that holds both stays")
  }

  @Test("Of random texts every line of both stands in what is put together where both changed the same lines, in order")
  func everyLine() {
    var generator = SeededGenerator(seed: 15)
    func lines(_ words: [String]) -> [String] {
      (0..<Int.random(in: 0...12, using: &generator)).map { _ in words.randomElement(using: &generator) ?? "" }
    }
    func holds(_ all: [String], _ part: [String]) -> Bool {
      var rest = all[...]
      return part.allSatisfy { line in
        guard let place = rest.firstIndex(of: line) else { return false }
        rest = rest[(place + 1)...]
        return true
      }
    }
    var conflicts = 0
    for _ in 0..<2_000 {
      let words = ["", "一", "二", "三", "・四", "　", "長い行です。"]
      let (base, ours, theirs) = (lines(words), lines(words), lines(words))
      let merge = merged(base, ours, theirs)
      guard merge.conflicts == [.results] else { continue }
      conflicts += 1
      let both = merge.sheet.selfEvaluation.results.lines
      #expect(holds(both, LongText(lines: ours).lines) && holds(both, LongText(lines: theirs).lines))
      #expect(both.count <= ours.count + theirs.count)
    }
    #expect(conflicts > 1_000)
  }

  @Test("An import renews the plan and never empties what staff filled in")
  func imports() {
    var existing = base
    existing.midTermReview.targetForecast = .willNotBeMet
    existing.midTermReview.issuesAndImprovements = "記入済み"
    var imported = InitiativeSheet(number: 1, title: "新しい題", plan: Plan(policyAndTargets: "新しい計画"))
    let first = ImportMerge(imported: imported, over: existing)
    #expect(first.sheet.title == "新しい題")
    #expect(first.sheet.plan.policyAndTargets == "新しい計画")
    #expect(first.sheet.midTermReview.targetForecast == .willNotBeMet)
    #expect(first.sheet.midTermReview.issuesAndImprovements == "記入済み")
    #expect(first.kept.isEmpty)
    imported.midTermReview.targetForecast = .willBeMet
    imported.selfEvaluation.achievement = .met
    let second = ImportMerge(imported: imported, over: existing)
    #expect(second.kept == [.targetForecast])
    #expect(second.sheet.selfEvaluation.achievement == .met)
  }

  @Test("What an import has nothing for stays as the sheet has it")
  func importedNothing() {
    var existing = InitiativeSheet(
      number: 1, title: "題", subtitle: "副題", starred: true,
      plan: Plan(policyAndTargets: "方針", annualActions: "計画"))
    existing.selfEvaluation.printedRequirement = "③"
    let imported = InitiativeSheet(number: 1, title: " ", plan: Plan(annualActions: "—"))
    let merge = ImportMerge(imported: imported, over: existing)
    #expect(merge.sheet == existing)
    #expect(merge.unread == [.title, .subtitle, .policyAndTargets, .annualActions])
  }
}

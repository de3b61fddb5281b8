import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("What git merges by itself")
struct GitMergeTests {
  /// One of the two edits of a pair.
  private struct Edit {
    let field: EntryField
    let line: Int

    func apply(to sheet: inout InitiativeSheet, _ who: String) {
      guard !field.isChoice else {
        return sheet.setChoice(sheet.choice(of: field) == .first ? .second : .first, of: field)
      }
      var lines = sheet.text(of: field).lines
      lines[line] += who
      sheet.setText(LongText(lines: lines), of: field)
    }
  }

  private static let lineCount = 8

  private static func sheet(_ number: Int) -> InitiativeSheet {
    var sheet = Sample.sheet(number)
    for field in EntryField.allCases {
      if field.isChoice {
        sheet.setChoice(.first, of: field)
      } else {
        sheet.setText(LongText(lines: (0..<lineCount).map { "\(field.key) \($0)行目" }), of: field)
      }
    }
    return sheet
  }

  /// A book in which two people edited every sheet at some place each, and git has merged them.
  private func merged(_ pairs: [(ours: Edit, theirs: Edit)], style: String = "merge") throws -> TemporaryFolder {
    let folder = try Sample.book(1...pairs.count)
    let git = Git(folder.path, style: style)
    let book = BookFolder(path: folder.path)
    for number in 1...pairs.count {
      try folder.write(try Sample.file(GitMergeTests.sheet(number)), to: BookFolder.fileName(number))
    }
    #expect(try git("init", "-q") == 0 && git.commit("base"))
    func save(_ who: String, _ edits: [Edit]) throws {
      for (place, edit) in edits.enumerated() {
        let stored = try book.loadSheet(BookFolder.fileName(place + 1))
        var sheet = stored.sheet
        edit.apply(to: &sheet, who)
        _ = try BookFolder(path: folder.path, author: Author(name: who)).write(try sheet.validated(), over: stored)
      }
      #expect(try git.commit(who))
    }
    #expect(try git("checkout", "-q", "-b", "theirs") == 0)
    try save("佐藤", pairs.map(\.theirs))
    #expect(try git("checkout", "-q", "main") == 0)
    try save("山田", pairs.map(\.ours))
    _ = try git("merge", "-q", "theirs")
    return folder
  }

  @Test(
    "Of seeded pairs of edits, what git merges holds both edits and its whole history, and what it does not can be settled",
    arguments: ["merge", "diff3"])
  func pairs(style: String) throws {
    var random = SeededGenerator(seed: 11)
    let fields = EntryField.allCases
    let pairs = (0..<(LongRun.isOn ? 300 : 60)).map { _ in
      let edits = (0..<2).map { _ in
        Edit(field: fields.randomElement(using: &random) ?? .results, line: Int.random(in: 0..<8, using: &random))
      }
      return (ours: edits[0], theirs: edits[1])
    }
    let folder = try merged(pairs, style: style)
    let unmerged = try Git(folder.path).unmerged()
    let book = try BookFolder(path: folder.path).load()
    for (entry, pair) in zip(book.entries, pairs) {
      let base = GitMergeTests.sheet(entry.number)
      var (ours, theirs) = (base, base)
      pair.ours.apply(to: &ours, "山田")
      pair.theirs.apply(to: &theirs, "佐藤")
      let history = try book.folder.history(of: entry.fileName)
      #expect(Set(history.entries.map(\.who)) == ["山田", "佐藤"])
      switch entry {
      case .readable(let stored):
        #expect(!unmerged.contains(entry.fileName) && history.check.findings.isEmpty)
        let merge = SheetMerge(base: base, ours: ours, theirs: theirs)
        #expect(merge.conflicts.isEmpty && stored.sheet == merge.sheet)
      case .unreadable(_, .unmerged(_, let file)):
        #expect(unmerged.contains(entry.fileName))
        #expect(file.versions?.ours == ours && file.versions?.theirs == theirs)
        // With the version that both began with, only what both changed at one place is asked.
        let asked = pair.ours.field == pair.theirs.field
        if style == "diff3" { #expect(file.versions?.conflicts.isEmpty == !asked) }
      case .unreadable(_, let error): Issue.record("\(error)")
      }
    }
    #expect(!unmerged.isEmpty && unmerged.count < pairs.count / 2)
  }

  @Test("Edits of different sheets, and of fields that do not touch in the file, always merge")
  func apart() throws {
    let fields = EntryField.allCases
    let pairs = fields.flatMap { one in
      fields.filter { $0.period != one.period }.map {
        (ours: Edit(field: one, line: 3), theirs: Edit(field: $0, line: 3))
      }
    }
    let folder = try merged(pairs)
    #expect(try Git(folder.path).unmerged().isEmpty)
    #expect(try BookFolder(path: folder.path).load().sheets.count == pairs.count)
  }

  @Test("A merge can put ② beside a text that the other side emptied: the sheet is read, and the rule is told")
  func brokenRule() throws {
    let folder = try Sample.book(1...1)
    let git = Git(folder.path)
    let name = BookFolder.fileName(1)
    func write(_ choice: TargetForecast, _ text: LongText) throws {
      var sheet = Sample.sheet(1)
      sheet.midTermReview.targetForecast = choice
      sheet.midTermReview.issuesAndImprovements = text
      try folder.write(try Sample.file(sheet), to: name)
    }
    try write(.willBeMet, "人が足りない。")
    #expect(try git("init", "-q") == 0 && git.commit("base") && git("checkout", "-q", "-b", "theirs") == 0)
    try write(.willBeMet, "")
    #expect(try git.commit("theirs") && git("checkout", "-q", "main") == 0)
    try write(.willNotBeMet, "人が足りない。")
    #expect(try git.commit("ours") && git("merge", "-q", "-m", "merged", "theirs") == 0)
    let book = BookFolder(path: folder.path)
    let stored = try book.loadSheet(name)
    let findings = SheetRules.findings(in: stored.sheet)
    #expect(findings.filter { $0.severity == .blocking }.map(\.field) == [.entry(.midTermIssues)])
    #expect(throws: RuleViolation.self) { try stored.sheet.validated() }
    var mended = stored.sheet
    mended.midTermReview.issuesAndImprovements = "人を増やす。"
    _ = try book.write(try mended.validated(), over: stored)
    #expect(try book.loadSheet(name).sheet == mended)
  }

  @Test("git sees nothing of who is editing, and the marks of supervisors on different sheets merge")
  func reviews() throws {
    let folder = try Sample.book(1...2)
    let git = Git(folder.path)
    #expect(try git("init", "-q") == 0 && git.commit("base") && git("checkout", "-q", "-b", "theirs") == 0)
    func mark(_ number: Int, _ who: String) throws {
      let mark = ReviewMark(
        period: .midTerm, decision: .sentBack, comment: "人数を書いてください。", who: who, when: "2026-11-21T10:00:00Z",
        contents: [:])
      _ = try BookFolder(path: folder.path).add(mark, to: BookFolder.fileName(number))
    }
    try mark(1, "課長")
    #expect(try git.commit("theirs") && git("checkout", "-q", "main") == 0)
    try mark(2, "係長")
    #expect(try git.commit("ours") && git("merge", "-q", "-m", "merged", "theirs") == 0)
    let book = try BookFolder(path: folder.path).load()
    #expect(book.reviews.count == 2 && book.reviewProblems.isEmpty)
    #expect(try !git.run(["ls-files"]).output.contains(".furikaeri"))
  }
}

import InitiativeModel
import SheetExchange
import SheetStorage
import SheetWording
import TestSupport
import Testing

@testable import SheetSession

@Suite("A file that was exported and comes back")
struct ReturnedImportTests {
  private let books: ReturnedBooks

  init() throws { books = try ReturnedBooks() }

  @Test("An unchanged file changes nothing: no file, no time, no line of history")
  func unchanged() throws {
    try books.save(2) { $0.selfEvaluation.results = "保存した実績" }
    let file = try books.exported()
    let before = try books.everything()
    let outcome = try books.take(file)
    #expect(outcome.sheets == 0 && outcome.changes.isEmpty && outcome.remarks.isEmpty && outcome.open.isEmpty)
    #expect(try books.everything() == before)
    #expect(Wording.imported(outcome, from: "返却.csv").contains("変えていません"))
  }

  @Test("What others wrote is taken, an emptied field too; what is not in the file stays")
  func taken() throws {
    var file = try books.exported()
    file.edit(1, .midTermIssues, "課題一\n書き直した課題二\n課題三\n課題四")
    file.edit(2, .achievement, "１")
    file.edit(2, .results, "")
    file.edit(3, .results, nil)
    let outcome = try books.take(file)
    #expect(outcome.sheets == 2 && outcome.sheetsRead == 3 && outcome.remarks.isEmpty)
    #expect(try books.sheet(1).midTermReview.issuesAndImprovements == "課題一\n書き直した課題二\n課題三\n課題四")
    #expect(try books.sheet(2).selfEvaluation == SelfEvaluation(achievement: .met))
    #expect(try books.sheet(3) == ReturnedBooks.sheet(3))
    #expect(try books.book.history(of: "item-01.json").entries.map(\.changes.count) == [1])
    #expect(books.drafts.isEmpty)
    let lines = Wording.lines(ofChangesIn: outcome)
    #expect(lines.contains("取込 項目1 中間振り返り 課題と改善策: +1行 -1行"))
    #expect(lines.contains { $0.hasSuffix("(未入力) → ①") })
  }

  @Test("Edits here and there are put together: other fields, other lines of one field, the same edit")
  func bothSides() throws {
    var file = try books.exported()
    try books.save(1) { $0.selfEvaluation.results = "ここで書いた実績" }
    try books.save(2) { $0.midTermReview.issuesAndImprovements = "ここの課題一\n課題二\n課題三\n課題四" }
    try books.save(3) { $0.selfEvaluation.achievement = .met }
    file.edit(1, .midTermIssues, "先方の課題")
    file.edit(2, .midTermIssues, "課題一\n課題二\n課題三\n先方の課題四")
    file.edit(3, .achievement, "①")
    let outcome = try books.take(file)
    #expect(outcome.remarks == [.combined(2, .midTermIssues)] && outcome.sheets == 2)
    #expect(try books.sheet(1).selfEvaluation.results == "ここで書いた実績")
    #expect(try books.sheet(1).midTermReview.issuesAndImprovements == "先方の課題")
    #expect(try books.sheet(2).midTermReview.issuesAndImprovements == "ここの課題一\n課題二\n課題三\n先方の課題四")
    #expect(try books.sheet(3).selfEvaluation.achievement == .met)
  }

  @Test("What both sides changed stays in the book, and the file's text waits as a draft over what was exported")
  func conflict() throws {
    var file = try books.exported()
    try books.save(1) { sheet in
      sheet.midTermReview.targetForecast = .willNotBeMet
      sheet.selfEvaluation.results = "ここの実績"
    }
    file.edit(1, .results, "先方の実績")
    file.edit(1, .targetForecast, "")
    file.edit(1, .achievement, "①")
    let outcome = try books.take(file)
    #expect(outcome.open == [.changedOnBothSides(1, .targetForecast), .changedOnBothSides(1, .results)])
    let now = try books.sheet(1)
    #expect(now.selfEvaluation == SelfEvaluation(results: "ここの実績", achievement: .met))
    #expect(now.midTermReview.targetForecast == .willNotBeMet)
    let draft = try #require(books.drafts.first)
    #expect(books.drafts.count == 1 && draft.began == ReturnedBooks.sheet(1))
    let merge = draft.merged(with: now)
    #expect(merge.conflicts == [.targetForecast, .results])
    #expect(draft.contents[.results] == "先方の実績" && draft.contents[.targetForecast] == "")
    #expect(merge.sheet.selfEvaluation.results == "先方の実績\nここの実績")
    #expect(merge.sheet.selfEvaluation.achievement == .met)
    let open = try #require(Wording.open(outcome, from: "返却.csv"))
    #expect(open.contains("項目1(中間振り返り 目標の達成見込み、自己評価 当年度の取組実績及び目標の達成状況)"))
  }

  @Test("A second import of the same file changes nothing, and makes no second draft")
  func twice() throws {
    var file = try books.exported()
    try books.save(1) { $0.selfEvaluation.results = "ここの実績" }
    try books.save(2) { $0.midTermReview.issuesAndImprovements = "ここの課題一\n課題二\n課題三\n課題四" }
    file.edit(1, .results, "先方の実績")
    file.edit(2, .midTermIssues, "課題一\n課題二\n課題三\n先方の課題四")
    file.edit(3, .targetForecast, "②")
    file.edit(3, .midTermIssues, "")
    #expect(try books.take(file).open == [.changedOnBothSides(1, .results), .keptPeriod(3, .midTerm)])
    #expect(books.drafts.count == 2)
    let before = try books.everything()
    let second = try books.take(file)
    #expect(try books.everything() == before && second.sheets == 0)
    #expect(second.open == [.changedOnBothSides(1, .results), .keptPeriod(3, .midTerm)])
    #expect(second.remarks.contains(.draftIsThere(1)) && second.remarks.contains(.draftIsThere(3)))
  }

  @Test("A ② never stands without its text: the period stays, what the file says of it waits")
  func rule() throws {
    var file = try books.exported()
    file.edit(1, .targetForecast, "②")
    file.edit(1, .midTermIssues, "—")
    file.edit(1, .results, "新しい実績")
    file.edit(2, .achievement, "②")
    file.edit(3, .achievement, "②")
    file.edit(3, .selfEvaluationIssues, "来年度に直す。")
    let outcome = try books.take(file)
    #expect(outcome.remarks == [.keptPeriod(1, .midTerm), .keptPeriod(2, .final)])
    #expect(outcome.open == outcome.remarks)
    #expect(try books.sheet(1).midTermReview == ReturnedBooks.sheet(1).midTermReview)
    #expect(try books.sheet(1).selfEvaluation.results == "新しい実績")
    #expect(try books.sheet(2) == ReturnedBooks.sheet(2))
    #expect(try books.sheet(3).selfEvaluation.achievement == .notMet)
    let waiting = try #require(books.drafts.first { $0.fileName == "item-01.json" })
    let merge = waiting.merged(with: try books.sheet(1))
    #expect(merge.conflicts.isEmpty && merge.sheet.midTermReview.targetForecast == .willNotBeMet)
    #expect(merge.sheet.midTermReview.issuesAndImprovements.isEmpty)
    #expect(books.drafts.count == 2)
  }

  @Test("A text that one side emptied under the other side's ② is not taken away")
  func emptiedUnderTheirs() throws {
    var file = try books.exported()
    try books.save(1) { $0.midTermReview.targetForecast = .willNotBeMet }
    file.edit(1, .midTermIssues, "")
    let outcome = try books.take(file)
    #expect(outcome.remarks == [.keptPeriod(1, .midTerm)] && outcome.sheets == 0)
    #expect(try books.sheet(1).midTermReview.issuesAndImprovements.lines.count == 4)
  }

  @Test("Where nobody knows what was exported, blanks are filled, blanks of the file take nothing, the rest is asked")
  func noBase() throws {
    var file = try books.exported()
    file.change(1) { $0.version = nil }
    file.change(2) { $0.version = "0123456789abcdef" }
    file.edit(1, .achievement, "①")
    file.edit(1, .midTermIssues, "")
    file.edit(1, .results, "先方の実績")
    file.edit(2, .results, " ")
    let outcome = try books.take(file)
    #expect(
      outcome.remarks == [
        .baseUnknown(1), .changedOnBothSides(1, .results), .keptUnread(1, .entry(.midTermIssues)), .baseUnknown(2),
        .keptUnread(2, .entry(.results)),
      ])
    #expect(try books.sheet(1).selfEvaluation == SelfEvaluation(results: "実績一\n実績二\n実績三", achievement: .met))
    #expect(try books.sheet(2) == ReturnedBooks.sheet(2))
    let merge = try #require(books.drafts.first).merged(with: try books.sheet(1))
    #expect(merge.conflicts == [.results] && merge.sheet.midTermReview == ReturnedBooks.sheet(1).midTermReview)
    let before = try books.everything()
    _ = try books.take(file)
    #expect(try books.everything() == before)
  }

  @Test(
    "A changed title, plan or ★ is told and left; asked for with --replace, it is taken where the book kept its own")
  func printed() throws {
    var file = try books.exported()
    file.change(1) { sheet in
      sheet.texts[.policyAndTargets] = "直した方針"
      sheet.texts[.title] = "まったく別の題名"
      sheet.starred = true
    }
    file.change(2) { $0.texts[.annualActions] = "" }
    let before = try books.everything()
    let outcome = try books.take(file)
    #expect(outcome.remarks == [.printedLeft(1, .title), .printedLeft(1, .policyAndTargets), .starLeft(1)])
    #expect(try books.everything() == before && outcome.open.isEmpty)
    try books.save(1) { $0.title = "ここで直した題名" }
    #expect(try books.take(file, replaces: true).remarks == [.printedOnBothSides(1, .title)])
    let now = try books.sheet(1)
    #expect(now.plan == Plan(policyAndTargets: "直した方針", annualActions: "計画1") && now.starred)
    #expect(now.title == "ここで直した題名")
    #expect(try books.sheet(2) == ReturnedBooks.sheet(2))
  }

  @Test("A table that was sorted without its numbers and versions is refused: by its titles, and by its plans")
  func sortedInPart() throws {
    var file = try books.exported()
    let texts = (file.sheets[0].texts, file.sheets[1].texts)
    file.change(1) { $0.texts = texts.1 }
    file.change(2) { $0.texts = texts.0 }
    let before = try books.everything()
    #expect(throws: ImportObstacle.self) { _ = try books.take(file) }
    for number in [1, 2] { file.change(number) { $0.texts[.title] = nil } }
    #expect(throws: ImportObstacle.self) { _ = try books.take(file) }
    #expect(try books.everything() == before)
  }

  @Test("While the plan is still being written, a file that came back changes it too; once it is fixed, it does not")
  func openPlan() throws {
    var header = books.header
    header.planIsOpen = true
    try books.book.replaceHeader(header)
    var file = try books.exported()
    file.change(1) { $0.texts[.policyAndTargets] = "直した方針" }
    #expect(try books.take(file).remarks == [])
    #expect(try books.sheet(1).plan.policyAndTargets == "直した方針")
    header.planIsOpen = false
    try books.book.replaceHeader(header)
    file.change(1) { $0.texts[.annualActions] = "遅い計画" }
    #expect(try books.take(file).remarks == [.printedLeft(1, .annualActions)])
    #expect(try books.sheet(1).plan.annualActions == "計画1")
  }

  @Test("A dry run tells all of it and writes nothing at all, not even a folder")
  func dryRun() throws {
    var file = try books.exported()
    try books.save(1) { $0.selfEvaluation.results = "ここの実績" }
    file.edit(1, .results, "先方の実績")
    file.edit(1, .achievement, "①")
    file.edit(2, .midTermIssues, "課題一\n課題二\n課題三")
    let before = try books.everything()
    let outcome = try books.take(file, isDryRun: true)
    #expect(try books.everything() == before && outcome.open == [.changedOnBothSides(1, .results)])
    let lines = Wording.lines(ofChangesIn: outcome)
    #expect(lines.contains("  自己評価 ①目標達成・②目標未達成: (未入力) → ①"))
    #expect(lines.contains("  - 課題四") && lines.contains("項目2 窓口の改善"))
    #expect(lines.contains { $0.contains("両方で変更") } && lines.contains { $0.hasSuffix("  ここの実績") })
    #expect(lines.contains { $0.hasSuffix("  先方の実績") })
    let real = try books.take(file)
    #expect(real.open == outcome.open && real.sheets == outcome.sheets && real.changes == outcome.changes)
    _ = try books.take(file, into: books.folder.path + "/new/book", isDryRun: true)
    #expect(try books.folder.names() == ["book", "state"])
  }

  @Test("Where there is no book the file makes one, with a ② without its text as a draft")
  func newBook() throws {
    var file = try books.exported()
    file.edit(2, .achievement, "②")
    let outcome = try books.take(file, into: books.folder.path + "/neu")
    #expect(outcome.isNew && outcome.sheets == 3 && outcome.remarks == [.keptAsDraft(2, .final)])
    #expect(outcome.open == outcome.remarks)
    let made = try BookFolder(path: books.folder.path + "/neu").load()
    #expect(made.header.ward == "旭区" && made.sheets.map(\.sheet) == (1...3).map { ReturnedBooks.sheet($0) })
    #expect(books.store()(made.folder.path).drafts().map(\.fileName) == ["item-02.json"])
  }
}

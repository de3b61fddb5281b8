import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Histories that git put together")
struct HistoryInGitTests {
  private static let name = "item-01.json"

  /// Runs git in a folder, with no settings but its own.
  @discardableResult
  private func git(_ folder: TemporaryFolder, _ words: String...) throws -> Int32 {
    let who = ["-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "init.defaultBranch=main"]
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    environment["HOME"] = folder.path
    environment["XDG_CONFIG_HOME"] = folder.path
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    let words = ["/usr/bin/env", "git", "-C", folder.path] + who + words
    return try Child.run(words, environment: environment).status
  }

  private func commit(_ folder: TemporaryFolder, _ message: String) throws {
    #expect(try git(folder, "add", "-A") == 0 && git(folder, "commit", "-q", "-m", message) == 0)
  }

  private func save(_ folder: TemporaryFolder, _ who: String, _ change: (inout InitiativeSheet) -> Void) throws {
    let book = BookFolder(path: folder.path, author: Author(name: who))
    let base = try book.loadSheet(HistoryInGitTests.name)
    var sheet = base.sheet
    change(&sheet)
    _ = try book.write(try sheet.validated(), over: base)
  }

  /// A book in a work tree in which two people saved on their own branches, one text twice, the other's choice once.
  private func twoPeople(hasSavedBefore: Bool) throws -> TemporaryFolder {
    let folder = try Sample.book(1...1)
    #expect(try git(folder, "init", "-q") == 0)
    if hasSavedBefore { try save(folder, "二人") { $0.midTermReview.implementationForecast = .willBeCarriedOut } }
    try commit(folder, "before")
    #expect(try git(folder, "checkout", "-q", "-b", "other") == 0)
    try save(folder, "佐藤") { $0.midTermReview.targetForecast = .willBeMet }
    try commit(folder, "theirs")
    #expect(try git(folder, "checkout", "-q", "main") == 0)
    try save(folder, "山田") { $0.selfEvaluation.results = "一" }
    try save(folder, "山田") { $0.selfEvaluation.results = "二" }
    try commit(folder, "ours")
    return folder
  }

  @Test(
    "Two people's saves merge without a conflict, are all told, and the check knows the fork", arguments: [true, false])
  func merged(hasSavedBefore: Bool) throws {
    let folder = try twoPeople(hasSavedBefore: hasSavedBefore)
    #expect(try folder.text(".gitattributes") == "history/*.jsonl merge=union\n")
    #expect(try git(folder, "merge", "-q", "-m", "merged", "other") == 0)
    let before = hasSavedBefore ? ["二人"] : []
    let book = BookFolder(path: folder.path)
    var history = try book.history(of: HistoryInGitTests.name)
    #expect(history.entries.map(\.who).sorted() == (before + ["佐藤", "山田", "山田"]).sorted())
    #expect(history.unreadable == 0 && history.told.allSatisfy { $0.changeBefore == nil })
    #expect(history.entries.map(\.when) == history.entries.map(\.when).sorted())
    #expect(history.check.findings.isEmpty && history.check.remarks == [.merged, .sheetIsMerged])
    try save(folder, "後") { $0.starred = true }
    history = try book.history(of: HistoryInGitTests.name)
    #expect(history.entries.count == before.count + 4 && history.told.map(\.changeBefore).contains(.unknown))
    #expect(history.check.findings.isEmpty && history.check.remarks == [.merged])
  }

  @Test("With git's marks between the lines all are told, the next save goes behind them, and nothing is removed")
  func marked() throws {
    let folder = try twoPeople(hasSavedBefore: true)
    try folder.write("", to: ".gitattributes")
    try commit(folder, "no attributes")
    #expect(try git(folder, "merge", "-q", "-m", "merged", "other") == 1)
    let text = try folder.text("history/item-01.jsonl")
    #expect(text.contains("<<<<<<< HEAD") && text.contains(">>>>>>> other"))
    try save(folder, "後") { $0.starred = true }
    let history = try BookFolder(path: folder.path).history(of: HistoryInGitTests.name)
    #expect(history.entries.count == 5 && history.unreadable == 0 && history.hasMergeMarkers)
    #expect(history.check.findings.isEmpty && history.check.remarks == [.merged, .mergeMarkers])
    #expect(try folder.text("history/item-01.jsonl").hasPrefix(text))
  }

  @Test("A sheet that git put back keeps every line, and git sees no file of ours but the history")
  func checkedOut() throws {
    let folder = try Sample.book(1...1)
    #expect(try git(folder, "init", "-q") == 0)
    try commit(folder, "before")
    try save(folder, "山田") { $0.selfEvaluation.results = "一" }
    #expect(try git(folder, "checkout", "-q", "--", HistoryInGitTests.name) == 0)
    try save(folder, "山田") { $0.selfEvaluation.results = "二" }
    let history = try BookFolder(path: folder.path).history(of: HistoryInGitTests.name)
    #expect(
      history.entries.count == 2 && history.told[1].changeBefore == .putBackBefore(saveOf: history.entries[0].when))
    try commit(folder, "after")
    #expect(
      try git(folder, "diff", "--quiet", "HEAD~1", "--", ".", ":!history", ":!item-01.json", ":!.gitattributes") == 0)
  }

  // MARK: .gitattributes

  @Test("What people wrote in .gitattributes stays, and a line for the history is never written twice")
  func attributes() throws {
    let folder = try Sample.book(1...1)
    try folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
    try folder.write("*.json text", to: ".gitattributes")
    try save(folder, "山田") { $0.starred = true }
    #expect(try folder.text(".gitattributes") == "*.json text\nhistory/*.jsonl merge=union\n")
    try FileManager.default.removeItem(atPath: folder.path + "/history")
    try folder.write("history/*.jsonl merge=binary\n", to: ".gitattributes")
    try save(folder, "山田") { $0.starred = false }
    #expect(try folder.text(".gitattributes") == "history/*.jsonl merge=binary\n")
  }

  @Test("A book whose history was begun without the line gets it with the next save, once")
  func attributesLater() throws {
    let folder = try Sample.book(1...1)
    try save(folder, "山田") { $0.starred = true }
    try folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
    for starred in [false, true] {
      try save(folder, "山田") { $0.starred = starred }
      #expect(try folder.text(".gitattributes") == "history/*.jsonl merge=union\n")
    }
  }

  @Test("Outside a work tree a save writes no .gitattributes; a book that the program makes has one")
  func attributesOfNewBooks() throws {
    let folder = try Sample.book(1...1)
    try save(folder, "山田") { $0.starred = true }
    #expect(try !folder.names().contains(".gitattributes"))
    let year = try #require(FiscalYear(2019))
    try BookFolder(path: folder.path + "/new").createBook(BookHeader(ward: "天王寺区", fiscalYear: year))
    #expect(try folder.text("new/.gitattributes") == "history/*.jsonl merge=union\n")
  }
}

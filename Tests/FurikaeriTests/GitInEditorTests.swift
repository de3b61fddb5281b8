import Foundation
import InitiativeModel
import SheetSession
import SheetStorage
import TestSupport
import Testing

@testable import furikaeri

@Suite("A merge that git left, from the command line to git's commit")
struct GitInEditorTests {
  private let folder: TemporaryFolder
  private let book: String
  private let git: Git

  /// Two people changed one text and one choice of the first sheet, and git could not merge them.
  init() throws {
    folder = try copyOfData()
    book = folder.path + "/Data/tennoji-2019"
    git = Git(book)
    #expect(try git("init", "-q") == 0 && git.commit("base") && git("checkout", "-q", "-b", "佐藤の枝") == 0)
    try save("佐藤", .notMet)
    #expect(try git("checkout", "-q", "main") == 0)
    try save("山田", .met)
    #expect(try git("merge", "-q", "佐藤の枝") == 1)
  }

  private func save(_ who: String, _ achievement: Achievement) throws {
    let place = BookFolder(path: book, author: Author(name: who))
    let stored = try place.loadSheet("item-01.json")
    var sheet = stored.sheet
    sheet.selfEvaluation.achievement = achievement
    sheet.selfEvaluation.issuesAndImprovements = LongText("\(who)の課題")
    _ = try place.write(try sheet.validated(), over: stored)
    #expect(try git.commit(who))
  }

  /// Runs the editor on a terminal in memory.
  private func edit(_ terminal: MemoryTerminal) throws -> Int32 {
    let settings = TerminalSettings(
      type: "memory", ambiguous: .narrow, clipboard: false, inputMethod: false, escapeDelay: 25, theme: nil,
      background: nil)
    let session = LibrarySession(drafts: DraftPlaces(stateHome: folder.path + "/state"), onResult: Wake.wake)
    let command = try EditCommand(CommandWords([book], of: EditCommand.self))
    let library = try OpenLibrary(book, appliesDrafts: false, drafts: DraftPlaces(stateHome: folder.path + "/state"))
    return command.edit(library, nil, on: terminal, settings, session).status
  }

  @Test("Reports name the file and both sides and exit 3, and the other sheets are there")
  func reports() throws {
    for command in ["status", "check", "show"] {
      let run = try ProgramRun([command, book])
      #expect(run.status == 3 && !run.output.isEmpty, "\(command)")
      #expect(run.errors.contains("item-01.json") && run.errors.contains("こちら(HEAD)と相手(佐藤の枝)"), "\(command)")
    }
    let history = try ProgramRun(["history", book, "--item", "1"])
    #expect(history.output.contains("佐藤") && history.output.contains("山田"))
    let verified = try ProgramRun(["history", book, "--item", "1", "--verify"])
    #expect(verified.status == 3 && verified.errors.contains("gitの合流(マージ)が済んでいません"))
    #expect(try ProgramRun(["history", book, "--item", "2", "--verify"]).status == 0)
    #expect(try ProgramRun(["status", book]).output.contains("/19 "))
    let exported = try ProgramRun(["export", book, "--format", "json"])
    #expect(exported.status == 3 && exported.errors.contains("項目1は入っていません。"))
  }

  @Test("It is settled and saved in the editor, and git commits the merge; the history is whole")
  func settled() throws {
    let status = try edit(
      MemoryTerminal([
        ("競合(git)", MemoryTerminal.typed("\r")),
        ("相手(佐藤の枝)", MemoryTerminal.typed("2\u{1B}[B")),
        ("山田の課題", MemoryTerminal.typed("\r")),
        ("選んだ文を下書きに", MemoryTerminal.typed("\u{1B}OQ")),
        ("競合の印を消しました", MemoryTerminal.typed("\u{1B}[21~")),
      ]))
    #expect(status == 0)
    let sheet = try BookFolder(path: book).loadSheet("item-01.json").sheet
    #expect(sheet.selfEvaluation.achievement == .notMet)
    #expect(sheet.selfEvaluation.issuesAndImprovements == "山田の課題\n佐藤の課題")
    #expect(try git("add", "item-01.json", "history") == 0 && git("commit", "-q", "-m", "merged") == 0)
    #expect(try git.run(["status", "--porcelain"]).output.isEmpty)
    #expect(try ProgramRun(["check", book]).status == 0)
    #expect(try ProgramRun(["history", book, "--item", "1", "--verify"]).status == 0)
  }

  @Test("Leaving with the question open changes nothing; the file is as git left it")
  func left() throws {
    let before = try folder.read("Data/tennoji-2019/item-01.json")
    let status = try edit(
      MemoryTerminal([
        ("競合(git)", MemoryTerminal.typed("\r")), ("相手(佐藤の枝)", MemoryTerminal.typed("2\u{1B}[21~")),
      ]))
    #expect(status == 0)
    #expect(try folder.read("Data/tennoji-2019/item-01.json") == before)
    let drafts = try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/furikaeri/drafts")
    #expect((drafts ?? []).isEmpty)
  }

  @Test("recover tells what was chosen and not saved, also when the merge was given up meanwhile")
  func recovered() throws {
    let place = BookFolder(path: book)
    let entry = try #require(try place.load().entries.first { $0.fileName == "item-01.json" })
    let unmerged = try #require(entry.lastStored)
    let store = DraftPlaces(stateHome: folder.path + "/state").store(of: book)
    do {
      let journal = store.journal(for: unmerged, sheet: unmerged.sheet)
      guard case .kept = journal.begin() else {
        Issue.record("no draft")
        return
      }
    }
    for _ in 1...2 {
      let run = try ProgramRun(["recover", book], environment: ["XDG_STATE_HOME": folder.path + "/state"])
      #expect(run.output.contains("gitの合流(マージ)で選んだ文の下書きです。"), "\(run.output)")
      #expect(run.output.contains("- 山田の課題") && run.output.contains("+ 佐藤の課題"))
      _ = try git("merge", "--abort")
    }
  }
}

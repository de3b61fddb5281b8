import Foundation
import InitiativeModel
import SheetEditor
import SheetStorage
import TestSupport
import Testing

@testable import furikaeri

@Suite("What the editor asks of the files")
struct EffectRunnerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try copyOfData() }

  /// Everything that the files answer to what was asked so far.
  private func events(of runner: EffectRunner) -> [FileEvent] {
    runner.finish(within: 10)
    var all: [FileEvent] = []
    while let events = runner.takeEvents() { all += events }
    return all
  }

  private func opened() throws -> (runner: EffectRunner, id: SheetID) {
    let state = folder.path + "/state"
    let runner = EffectRunner { DraftStore(book: $0, stateHome: state, home: nil, header: $1) }
    let book = try #require(LibraryFolder.book(at: folder.path + "/Data/tennoji-2019"))
    runner.take(OpenedBook(book, appliesDrafts: false, OpenLibrary.draftListing()))
    return (runner, SheetID(book: folder.path + "/Data/tennoji-2019", fileName: "item-01.json"))
  }

  private func edit(_ text: String) -> FieldEdit {
    FieldEdit(field: .results, offset: 0, removed: "", inserted: text)
  }

  @Test("Typing, taking it back and typing again before the first mark is set: nobody meets their own mark")
  func ownMark() throws {
    let (runner, id) = try opened()
    for _ in 0..<3 {
      _ = runner.run(.appendDraft(id, edit("字"), change: 1))
      _ = runner.run(.dropDraft(id))
    }
    _ = runner.run(.appendDraft(id, edit("字"), change: 1))
    let answers = events(of: runner)
    #expect(!answers.contains { if case .holder = $0 { true } else { false } })
    #expect(runner.marks[id] != nil && runner.asksForMark.isEmpty)
    _ = runner.run(.dropDraft(id))
  }

  @Test("Two saves of one sheet are answered each with its own ticket, and the second replaces what the first wrote")
  func tickets() throws {
    let (runner, id) = try opened()
    let base = try BookFolder(path: id.book).loadSheet(id.fileName).sheet
    for ticket in 1...2 {
      var sheet = base
      sheet.selfEvaluation.results = LongText("\(ticket)度目")
      _ = runner.run(.save(id, try sheet.validated(), ticket: ticket))
      guard case .saveAnswered(id, .written(let content), ticket)? = events(of: runner).first else {
        Issue.record("save \(ticket) was not written")
        return
      }
      _ = runner.run(.follow(id, content.version))
    }
    #expect(try BookFolder(path: id.book).loadSheet(id.fileName).sheet.selfEvaluation.results == "2度目")
    #expect(try BookFolder(path: id.book).history(of: id.fileName).entries.count == 2)
  }

  @Test("A save over a version that the editor has not followed is told to be somebody else's")
  func notFollowed() throws {
    let (runner, id) = try opened()
    var sheet = try BookFolder(path: id.book).loadSheet(id.fileName).sheet
    sheet.starred.toggle()
    _ = runner.run(.save(id, try sheet.validated(), ticket: 1))
    _ = events(of: runner)
    sheet.selfEvaluation.results = "もう一度"
    _ = runner.run(.save(id, try sheet.validated(), ticket: 2))
    guard case .saveAnswered(id, .changed, ticket: 2)? = events(of: runner).first else {
      Issue.record("the save replaced what it did not know")
      return
    }
  }

  @Test("A book that was replaced by another ward's is neither read nor written")
  func otherBook() throws {
    let (runner, id) = try opened()
    let data = folder.path + "/Data"
    try FileManager.default.moveItem(atPath: data + "/tennoji-2019", toPath: folder.path + "/aside")
    try FileManager.default.copyItem(atPath: data + "/unnamed-ward-2019", toPath: data + "/tennoji-2019")
    let theirs = try folder.read("Data/tennoji-2019/item-01.json")
    runner.look(at: [id])
    #expect(!events(of: runner).contains { if case .changedOnDisk = $0 { true } else { false } })
    var sheet = try BookFolder(path: folder.path + "/aside").loadSheet(id.fileName).sheet
    sheet.selfEvaluation.results = "天王寺区の文"
    _ = runner.run(.save(id, try sheet.validated(), ticket: 1))
    guard case .saveAnswered(id, .failed(let reason), ticket: 1)? = events(of: runner).first else {
      Issue.record("another ward's sheet was written")
      return
    }
    #expect(reason.contains("入れ替わって"))
    #expect(try folder.read("Data/tennoji-2019/item-01.json") == theirs)
  }

  @Test("A draft's file that somebody removed while nobody types is there again after the next look")
  func removedDraft() throws {
    let (runner, id) = try opened()
    _ = runner.run(.appendDraft(id, edit("字"), change: 1))
    _ = events(of: runner)
    let place = folder.path + "/state/furikaeri/drafts"
    for name in try FileManager.default.contentsOfDirectory(atPath: place) { unlink(place + "/" + name) }
    runner.look(at: [id])
    _ = events(of: runner)
    runner.finish(within: 10)
    _ = events(of: runner)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place).count == 1)
    _ = runner.run(.dropDraft(id))
  }
}

import InitiativeModel
import SheetStorage
import TestSupport
import Testing

@testable import SheetSession

@Suite("The files of a plan that is written and fixed")
struct PlanSessionTests {
  private let folder: TemporaryFolder
  private let book: String
  private var places: DraftPlaces { DraftPlaces(stateHome: folder.path + "/state") }

  init() throws {
    folder = try copyOfData()
    book = folder.path + "/Data/tennoji-2020"
    let year = try #require(FiscalYear(2020))
    _ = try #require(try NewYear(folder.path + "/Data/tennoji-2019", to: year).books().first).get().write()
  }

  private func events(of session: LibrarySession) -> [FileEvent] {
    session.finish(within: Waiting.longest)
    var all: [FileEvent] = []
    while let events = session.takeEvents() { all += events }
    return all
  }

  private func opened() throws -> (session: LibrarySession, id: SheetID, sheet: InitiativeSheet) {
    let session = LibrarySession(drafts: places)
    let opened = OpenedBook(try #require(LibraryFolder.book(at: book)), appliesDrafts: false, places, places.listing())
    session.take(opened)
    let id = SheetID(book: book, fileName: "item-01.json")
    return (session, id, try BookFolder(path: book).loadSheet(id.fileName).sheet)
  }

  @Test("A new book's plan is saved as long as it is open, with a line of history; fixed, a save of it is refused")
  func saving() throws {
    var (session, id, sheet) = try opened()
    sheet.title = "新しい題名"
    sheet.plan.annualActions = "新しい計画"
    _ = session.run(.save(id, try sheet.validated(), ticket: 1))
    guard case .saveAnswered(id, .written(let content), ticket: 1)? = events(of: session).first else {
      Issue.record("not written")
      return
    }
    _ = session.run(.follow(id, content.version))
    let changes = try BookFolder(path: book).history(of: id.fileName).entries.flatMap(\.changes)
    #expect(changes.map(\.key) == ["plan.annualActions", "title"])
    #expect(changes.last?.lines == ["題名:", "- 歳出の削減", "+ 新しい題名"])
    _ = session.run(.fixPlan(book))
    guard case .planFixed(book, let header)? = events(of: session).first else {
      Issue.record("not fixed")
      return
    }
    #expect(!header.planIsOpen && header.ward == "天王寺区")
    let before = try folder.read("Data/tennoji-2020/item-01.json")
    sheet.plan.annualActions = "さらに新しい計画"
    _ = session.run(.save(id, try sheet.validated(), ticket: 2))
    guard case .saveAnswered(id, .failed(let reason), ticket: 2)? = events(of: session).first else {
      Issue.record("not refused")
      return
    }
    #expect(reason.contains("計画が確定しているため"))
    #expect(try folder.read("Data/tennoji-2020/item-01.json") == before)
    sheet.plan.annualActions = "新しい計画"
    sheet.selfEvaluation.results = "実績"
    _ = session.run(.save(id, try sheet.validated(), ticket: 3))
    guard case .saveAnswered(id, .written, ticket: 3)? = events(of: session).first else {
      Issue.record("entries are not written")
      return
    }
  }

  @Test("Fixing and opening again: what is so already, drafts of the plan, and who may")
  func fixing() throws {
    let plan = BookPlan(path: book)
    #expect(throws: BookPlan.Obstacle.isSo(path: book, isOpen: true)) { try plan.open() }
    let (session, id, _) = try opened()
    _ = session.run(
      .appendDraft(id, FieldEdit(field: .title, offset: 0, removed: "", inserted: "新"), change: 1))
    #expect(try BookFolder(path: book).loadHeader().planIsOpen)
    _ = events(of: session)
    _ = session.run(.dropDraft(id))
    #expect(try !plan.fix(drafts: places).planIsOpen)
    #expect(throws: BookPlan.Obstacle.isSo(path: book, isOpen: false)) { try plan.fix(drafts: places) }
    #expect(try plan.open().planIsOpen)
    _ = try plan.fix(drafts: places)
    var header = try BookFolder(path: book).loadHeader()
    header.supervisors = ["niemand-hier"]
    try BookFolder(path: book).replaceHeader(header)
    #expect(throws: BookPlan.Obstacle.onlySupervisors(path: book, ["niemand-hier"])) { try plan.open() }
    #expect(try !BookFolder(path: book).loadHeader().planIsOpen)
  }

  @Test("A draft of the plan that a program left keeps the plan open, and its sheets are named")
  func drafts() throws {
    let stored = try BookFolder(path: book).loadSheet("item-03.json")
    let store = places.store(of: book)
    do {
      let journal = store.journal(for: stored, sheet: stored.sheet)
      _ = journal.append(FieldEdit(field: .subtitle, offset: 0, removed: "", inserted: "副題"))
    }
    #expect(throws: BookPlan.Obstacle.drafts(path: book, [3])) { try BookPlan(path: book).fix(drafts: places) }
    #expect(try BookFolder(path: book).loadHeader().planIsOpen)
  }

  @Test("Two versions that git left in a sheet are settled although the plan is fixed, whatever they say of it")
  func unmerged() throws {
    _ = try BookPlan(path: book).fix(drafts: places)
    let text = try folder.text("Data/tennoji-2020/item-01.json")
    let title = "  \"title\": \"歳出の削減\"\n"
    let marked = title.replacing("歳出の削減", with: "甲") + "=======\n" + title.replacing("歳出の削減", with: "乙")
    #expect(text.contains(title))
    try folder.write(
      text.replacing(title, with: "<<<<<<< HEAD\n" + marked + ">>>>>>> other\n"), to: "Data/tennoji-2020/item-01.json")
    let folder = BookFolder(path: book)
    let stored = try #require(try folder.load().entries.first?.lastStored)
    var sheet = stored.sheet
    sheet.title = "甲"
    try folder.requireOpenPlan(for: sheet, over: stored)
    let other = try folder.loadSheet("item-02.json")
    sheet = other.sheet
    sheet.title = "甲"
    #expect(throws: StorageError.planIsFixed(path: book)) { try folder.requireOpenPlan(for: sheet, over: other) }
  }
}

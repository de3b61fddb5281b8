import InitiativeModel
import SheetStorage
import TestSupport
import Testing

@testable import SheetSession

@Suite("Two versions that git left, on the disk")
struct SettlingSessionTests {
  private let folder: TemporaryFolder
  private let id: SheetID
  private let path = "Data/tennoji-2019/item-01.json"
  private let marked: String

  /// git's markers around 当年度の取組実績 of a book's first sheet.
  init() throws {
    folder = try copyOfData()
    id = SheetID(book: folder.path + "/Data/tennoji-2019", fileName: "item-01.json")
    marked = try folder.text(path).replacing(
      "    \"results\": []\n",
      with: """
            "results": [
        <<<<<<< HEAD
              "山田の実績"
        =======
              "佐藤の実績"
        >>>>>>> 佐藤
            ]

        """)
    try folder.write(marked, to: path)
  }

  private var places: DraftPlaces { DraftPlaces(stateHome: folder.path + "/state") }

  private func opened() throws -> (session: LibrarySession, library: Library, offered: [RecoverableDraft]) {
    let session = LibrarySession(drafts: places)
    let book = try #require(LibraryFolder.book(at: id.book))
    let opened = OpenedBook(book, appliesDrafts: false, places, places.listing())
    session.take(opened)
    return (session, Library([opened.section], sheets: opened.sheets), opened.offeredDrafts)
  }

  /// Runs effects and what follows from their answers.
  private func run(_ effects: [FileEffect], _ session: LibrarySession, _ library: inout Library) -> [FileEvent] {
    var all: [FileEvent] = []
    var effects = effects
    while true {
      var events = effects.flatMap { session.run($0) }
      session.finish(within: Waiting.longest)
      while let more = session.takeEvents() { events += more }
      all += events
      effects = events.flatMap { library.take($0) }
      if effects.isEmpty && events.isEmpty { return all }
    }
  }

  private func settle(_ library: inout Library, _ answer: ConflictAnswer) throws -> [FileEffect] {
    var conflicts = try #require(library.unmergedSheet(id)?.versions).conflicts
    #expect(conflicts.map(\.place) == [.field(.entry(.results))])
    conflicts[0].answer = answer
    return library.settle(id, conflicts)
  }

  @Test("The file stays until the settled sheet is saved over exactly its bytes; then it is canonical")
  func saved() throws {
    var (session, library, _) = try opened()
    #expect(library[id] == nil && library.unmergedSheet(id)?.versions != nil)
    _ = run(try settle(&library, .both), session, &library)
    #expect(try folder.text(path) == marked && library[id]?.hasDraft == true)
    _ = run(try library.save(id), session, &library)
    #expect(library[id]?.hasDraft == false)
    let stored = try BookFolder(path: id.book).loadSheet(id.fileName)
    #expect(stored.sheet.selfEvaluation.results == "山田の実績\n佐藤の実績")
    #expect(places.allDrafts { _ in true }.isEmpty)
  }

  @Test(
    "After a kill an answer is one question: what was chosen and written since is there again, and no draft beside it")
  func killed() throws {
    do {
      var (session, library, _) = try opened()
      _ = run(try settle(&library, .ours), session, &library)
      _ = run(
        library.fillIn(.results, with: "山田の実績と続き", in: id), session, &library)
    }
    #expect(try folder.text(path) == marked)
    var (session, library, offered) = try opened()
    #expect(offered.isEmpty && library.unmergedSheet(id)?.waitingDrafts.count == 1)
    let versions = try #require(library.unmergedSheet(id)?.versions)
    let answers = versions.conflicts(after: library.unmergedSheet(id)?.earlierAnswer?.merged)
    #expect(answers.map(\.answer) == [.draft] && answers.map(\.content) == ["山田の実績と続き"])
    _ = run(library.settle(id, answers), session, &library)
    #expect(library[id]?.edited.selfEvaluation.results == "山田の実績と続き" && library[id]?.waitingDraftCount == 0)
    #expect(try folder.text(path) == marked)
    _ = run(try library.save(id), session, &library)
    #expect(try BookFolder(path: id.book).loadSheet(id.fileName).sheet.selfEvaluation.results == "山田の実績と続き")
    #expect(places.allDrafts { _ in true }.isEmpty)
  }

  @Test("After a kill another answer can be given: that one counts, and the earlier one is put away, not thrown away")
  func answeredAnew() throws {
    do {
      var (session, library, _) = try opened()
      _ = run(try settle(&library, .theirs), session, &library)
    }
    var (session, library, _) = try opened()
    let earlier = try #require(library.unmergedSheet(id)?.earlierAnswer)
    #expect(library.unmergedSheet(id)?.versions?.conflicts(after: earlier.merged).map(\.answer) == [.theirs])
    _ = run(try settle(&library, .ours), session, &library)
    _ = run(try library.save(id), session, &library)
    #expect(try BookFolder(path: id.book).loadSheet(id.fileName).sheet.selfEvaluation.results == "山田の実績")
    #expect(places.allDrafts { _ in true }.isEmpty && places.allDiscarded { _ in true }.count == 1)
  }

  @Test("What git puts into the file while it is asked is noticed, and nothing is written over it")
  func changedMeanwhile() throws {
    var (session, library, _) = try opened()
    let newer = marked.replacing("佐藤の実績", with: "佐藤の新しい実績")
    let effects = try settle(&library, .both)
    try folder.write(newer, to: path)
    _ = run(effects, session, &library)
    let events = run(try library.save(id), session, &library)
    let refused = events.contains { event in
      if case .saveAnswered(_, .failed(let reason), _) = event { reason.contains("競合") } else { false }
    }
    #expect(refused && library[id]?.hasDraft == true)
    #expect(try folder.text(path) == newer)
  }

  @Test("A look finds a merge that stopped, and one that was settled in another way")
  func looked() throws {
    try folder.write(marked.replacing("<<<<<<< HEAD\n", with: ""), to: path)
    let canonical = try folder.text("Data/tennoji-2019/item-02.json")
    try folder.write(canonical.replacing("\"number\": 2", with: "\"number\": 1"), to: path)
    var (session, library, _) = try opened()
    #expect(library[id] != nil)
    try folder.write(marked, to: path)
    session.look(at: [id])
    _ = run([], session, &library)
    #expect(library[id] == nil && library.unmergedSheet(id)?.versions?.oursName == "HEAD")
    _ = run(try settle(&library, .theirs), session, &library)
    try folder.write(canonical.replacing("\"number\": 2", with: "\"number\": 1"), to: path)
    session.look(at: [id])
    _ = run([], session, &library)
    #expect(library[id]?.edited.selfEvaluation.results == "佐藤の実績")
    _ = run(try library.save(id), session, &library)
    #expect(try BookFolder(path: id.book).loadSheet(id.fileName).sheet.selfEvaluation.results == "佐藤の実績")
  }

  @Test("Reports name the file and what to do, and count it as unreadable")
  func reports() throws {
    let opened = try OpenLibrary(folder.path + "/Data", drafts: places)
    #expect(opened.unreadable.count == 1)
    let sentence = opened.unreadable.first ?? ""
    #expect(sentence.contains("item-01.json") && sentence.contains("こちら(HEAD)と相手(佐藤)"))
    #expect(opened.library.allSheets.allSatisfy { $0.id != id })
  }
}

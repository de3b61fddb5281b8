import Glibc
import InitiativeModel
import SheetExchange
import SheetStorage
import SheetWording
import TestSupport
import Testing

@testable import SheetSession

@Suite("A file that comes back while something goes wrong")
struct ReturnedFaultTests {
  private let books: ReturnedBooks

  init() throws { books = try ReturnedBooks() }

  /// Another ward, year, number or title than the book's; each is refused before anything is written.
  @Test("A version that another sheet had earlier is that sheet's, not one that nobody knows")
  func earlierVersion() throws {
    var file = try books.exported([3])
    try books.save(3) { $0.selfEvaluation.results = "先に直した実績" }
    try books.save(3) { $0.selfEvaluation.results = "また直した実績" }
    file.sheets[0].number = 1
    file.sheets[0].texts = [.entry(.results): "項目三の実績"]
    let before = try books.everything()
    for version in [file.sheets[0].version, file.sheets[0].version?.uppercased()] {
      file.sheets[0].version = version
      for number in [1, 9] {
        file.sheets[0].number = number
        #expect(throws: ImportObstacle.otherNumber(file: "返却.csv", place: "4行目", number: number, own: 3)) {
          try books.take(file)
        }
      }
    }
    #expect(try books.everything() == before)
    file.sheets[0].number = 1
    file.sheets[0].version = "0123456789abcdef"
    #expect(try books.take(file).open == [.changedOnBothSides(1, .results)])
  }

  @Test("A plan that is fixed between the reading of the book and the writing of a sheet stays as it is")
  func fixedMeanwhile() throws {
    var header = books.header
    header.planIsOpen = true
    try books.book.replaceHeader(header)
    var file = try books.exported()
    file.change(1) { $0.texts[.policyAndTargets] = "遅い方針" }
    let name = "book/book.json"
    let (folder, text) = (books.folder, try books.folder.text("book/book.json"))
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      guard call == .lock else { return }
      try? folder.write(text.replacing("\"planIsOpen\": true", with: "\"planIsOpen\": false"), to: name)
    }
    let error = #expect(throws: ImportObstacle.self) { try books.take(file, calls: calls) }
    guard case .storage(.planIsFixed)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try books.sheet(1).plan.policyAndTargets == "方針1")
  }

  @Test("A file of another ward, year, number or title is refused with what both say")
  func fit() throws {
    let before = try books.everything()
    let path = books.book.path
    func expect(_ obstacle: ImportObstacle, _ change: (inout ReturnedBook) -> Void) throws {
      var file = try books.exported()
      change(&file)
      #expect(throws: obstacle) { try books.take(file) }
    }
    try expect(.otherWard(path: path, book: "旭区", other: "北区", .file("返却.csv"))) { $0.ward = "北区" }
    let (own, next) = (books.header.fiscalYear, try #require(FiscalYear(2020)))
    try expect(.otherYear(path: path, book: own, other: next, .file("返却.csv"))) { $0.fiscalYear = next }
    try expect(.otherNumber(file: "返却.csv", place: "2行目", number: 2, own: 1)) { file in
      file.sheets.remove(at: 1)
      file.sheets[0].number = 2
    }
    try expect(.otherNumbering(path: path, number: 1, book: "歳出の削減", other: "広報の充実", file: "返却.csv")) { file in
      file.change(1) { sheet in
        sheet.version = nil
        sheet.texts[.title] = "広報の充実"
      }
    }
    #expect(try books.everything() == before)
  }

  @Test("In a library the file finds the book of its ward and year; one that names none is refused")
  func library() throws {
    var file = try books.exported()
    file.edit(1, .results, "図書館から")
    let kita = BookFolder(path: books.folder.path + "/kita-2019")
    try kita.createBook(BookHeader(ward: "北区", fiscalYear: books.header.fiscalYear))
    #expect(try books.take(file, into: books.folder.path).path == books.book.path)
    #expect(try books.sheet(1).selfEvaluation.results == "図書館から")
    file.ward = "旭日区"
    let unknown = ImportObstacle.noSuchBook(
      path: books.folder.path, ward: "旭日区", year: books.header.fiscalYear, file: "返却.csv")
    #expect(throws: unknown) { try books.take(file, into: books.folder.path) }
    file.ward = nil
    #expect(throws: ImportObstacle.wardUnknown(file: "返却.csv")) { try books.take(file, into: books.folder.path) }
    #expect(try books.take(file).sheets == 0)
  }

  @Test("A number that the book does not have is told and asked about; with --replace it becomes a sheet")
  func newNumber() throws {
    var file = try books.exported([3])
    file.sheets[0].number = 4
    file.sheets[0].version = nil
    let before = try books.everything()
    let outcome = try books.take(file)
    #expect(outcome.open == [.notInBook(4, place: "4行目")])
    #expect(try books.everything() == before)
    #expect(try books.take(file, replaces: true).sheets == 1)
    #expect(try books.sheet(4).title == "広報の充実")
  }

  @Test("A sheet of the book that cannot be read is told and left; the others are written")
  func unreadableSheet() throws {
    var file = try books.exported()
    for number in 1...2 { file.edit(number, .results, LongText("先方\(number)")) }
    try books.folder.write("{", to: "book/item-02.json")
    let outcome = try books.take(file)
    #expect(outcome.sheets == 1 && outcome.open.count == 1)
    #expect(try books.folder.text("book/item-02.json") == "{")
  }

  @Test("A choice that is none is refused with its place; nothing is written")
  func unreadableChoice() throws {
    var file = try books.exported()
    file.edit(1, .results, "先に")
    file.edit(2, .achievement, "③")
    let before = try books.everything()
    #expect(throws: ImportObstacle.self) { try books.take(file) }
    #expect(try books.everything() == before)
  }

  @Test("A draft of the same sheet stays as it is, beside the new one, and is told")
  func earlierDraft() throws {
    let journal = books.store()(books.book.path).journal(for: try books.stored(1), sheet: try books.sheet(1))
    _ = journal.append(FieldEdit(field: .results, offset: 0, removed: "", inserted: "前からの下書き "))
    _ = journal.sync()
    var file = try books.exported()
    try books.save(1) { $0.selfEvaluation.results = "ここの実績" }
    file.edit(1, .results, "先方の実績")
    let held = try books.take(file)
    #expect(!held.remarks.contains(.earlierDraft(1)) && books.drafts.count == 1)
    withExtendedLifetime(journal) {}
    #expect(try books.folder.names("state/furikaeri/drafts").count == 2)
  }

  @Test("A draft that nobody has open stays beside the new one, and both are offered")
  func closedDraft() throws {
    do {
      let journal = books.store()(books.book.path).journal(for: try books.stored(1), sheet: try books.sheet(1))
      _ = journal.append(FieldEdit(field: .results, offset: 0, removed: "", inserted: "前からの下書き "))
      _ = journal.sync()
    }
    var file = try books.exported()
    try books.save(1) { $0.selfEvaluation.results = "ここの実績" }
    file.edit(1, .results, "先方の実績")
    #expect(try books.take(file).remarks.contains(.earlierDraft(1)))
    let contents = Set(books.drafts.compactMap { $0.contents[.results] })
    #expect(contents == ["前からの下書き 実績一\n実績二\n実績三", "先方の実績"])
  }

  @Test("A disk that is full in the middle is told with what was written; the same file goes on from there")
  func fullDisk() throws {
    var file = try books.exported()
    for number in 1...3 { file.edit(number, .results, LongText("先方\(number)")) }
    let exchanges = Counter()
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .create, exchanges.next() > 1 { throw SystemError(call: "open", code: ENOSPC) }
    }
    do {
      _ = try books.take(file, calls: calls)
      Issue.record("nothing failed")
    } catch {
      guard case .stoppedReturned([1], of: 3, _) = error else { throw error }
      #expect(Wording.sentence(error).contains("項目1を書いて止まりました") && !Wording.sentence(error).contains("--replace"))
    }
    #expect(try books.sheet(2) == ReturnedBooks.sheet(2))
    #expect(try books.take(file).sheets == 2)
    let results = try (1...3).map { try books.sheet($0).selfEvaluation.results }
    #expect(results == ["先方1", "先方2", "先方3"])
    #expect(try books.book.history(of: "item-01.json").entries.count == 1)
  }

  @Test("Where the draft of a conflict cannot be kept nothing is written")
  func draftNotKept() throws {
    var file = try books.exported()
    try books.save(2) { $0.selfEvaluation.results = "ここの実績" }
    for number in 1...2 { file.edit(number, .results, LongText("先方\(number)")) }
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .sync { throw SystemError(call: "fsync", code: EIO) }
    }
    let before = try books.book.load().sheets
    do {
      _ = try books.take(file, draftCalls: calls)
      Issue.record("nothing failed")
    } catch {
      guard case .waitingNotKept(2, _, _) = error else { throw error }
    }
    #expect(try books.book.load().sheets == before && books.drafts.isEmpty)
  }

  @Test("A sheet that is saved while the import runs is left to whoever saved it; the others are written")
  func savedMeanwhile() throws {
    var file = try books.exported()
    for number in 1...2 { file.edit(number, .results, LongText("先方\(number)")) }
    let books = books
    let calls = FakeFileCalls { call, made throws(SystemError) in
      guard made == 1 else { return }
      try? books.save(1) { $0.selfEvaluation.achievement = .met }
    }
    let outcome = try books.take(file, calls: calls)
    #expect(outcome.open == [.changedMeanwhile(1)] && outcome.sheets == 1)
    #expect(!Wording.lines(ofChangesIn: outcome).contains { $0.contains("項目1") })
    #expect(try books.sheet(1).selfEvaluation.results == "実績一\n実績二\n実績三")
    #expect(try books.take(file).sheets == 1)
    #expect(try books.sheet(1).selfEvaluation == SelfEvaluation(results: "先方1", achievement: .met))
  }

  @Test("Who has a sheet open that the import writes is told")
  func openElsewhere() throws {
    var file = try books.exported()
    file.edit(1, .results, "先方の実績")
    let claim = EditingClaim.claim("item-01.json", in: books.book.path, author: Author(name: "山田"))
    let outcome = try books.take(file, isDryRun: true)
    withExtendedLifetime(claim) {}
    #expect(outcome.remarks == [.openElsewhere(1, name: "山田")])
  }

  /// Whether a draft has a text; a program that another test is just starting holds this one's locks for a moment.
  private func hasDraft(_ books: ReturnedBooks, _ text: String) -> Bool {
    Waiting.until { books.drafts.contains { $0.contents[.results] == text } }
  }

  @Test("Killed at any call, nothing is lost: the same file, taken in again, leaves what one import leaves")
  func killedAnywhere() throws {
    let count = Counter()
    var expected: [InitiativeSheet] = []
    var stop = 0
    repeat {
      stop += 1
      let books = try ReturnedBooks()
      var file = try books.exported()
      try books.save(2) { $0.selfEvaluation.results = "ここの実績" }
      for number in 1...3 { file.edit(number, .results, LongText("先方\(number)")) }
      let last = stop == 1 ? Int.max : stop - 1
      let counted = Counter()
      let hook: @Sendable (FakeFileCalls.Call, Int) throws(SystemError) -> Void = { _, _ throws(SystemError) in
        if last == .max { _ = count.next() }
        if counted.next() >= last { throw SystemError(call: "write", code: EIO) }
      }
      _ = try? books.take(file, calls: FakeFileCalls(hook: hook), draftCalls: FakeFileCalls(hook: hook))
      let again = try books.take(file)
      let found = try (1...3).map { try books.sheet($0) }
      if stop == 1 { expected = found }
      #expect(found == expected && again.open == [.changedOnBothSides(2, .results)], "call \(last)")
      #expect(hasDraft(books, "先方2"), "call \(last)")
    } while stop <= count.value
    #expect(expected.map(\.selfEvaluation.results) == ["先方1", "ここの実績", "先方3"] && count.value > 30)
  }
}

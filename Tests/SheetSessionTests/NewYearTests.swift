import Foundation
import InitiativeModel
import SheetStorage
import SheetWording
import TestSupport
import Testing

@testable import SheetSession

@Suite("The book of the next year")
struct NewYearTests {
  private func year(_ year: Int) throws -> FiscalYear { try #require(FiscalYear(year)) }

  /// Every file of a folder with its bytes.
  private func files(_ folder: TemporaryFolder) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
      files[name] = (try? folder.read(name)) ?? []
    }
    return files
  }

  @Test("Every sheet's number, titles, ★ and plan go over, the reviews are blank, and last year's book is untouched")
  func carriesOver() throws {
    let folder = try copyOfData()
    let before = try files(folder)
    let asked = NewYear(folder.path + "/Data/tennoji-2019/", to: try year(2020))
    let book = try #require(try asked.books().first).get()
    #expect(try files(folder) == before)
    #expect(try book.write() == nil)
    let made = try BookFolder(path: folder.path + "/Data/tennoji-2020").load()
    let old = try BookFolder(path: folder.path + "/Data/tennoji-2019").load()
    #expect(made.header.ward == "天王寺区" && made.header.fiscalYear.year == 2020 && made.findings.isEmpty)
    #expect(made.sheets.count == 19)
    for (new, old) in zip(made.sheets.map(\.sheet), old.sheets.map(\.sheet)) {
      #expect(new.number == old.number && new.starredTitle == old.starredTitle)
      #expect(EntryField.allCases.allSatisfy { new.isBlank($0) })
      #expect(new.midTermReview.printedRequirement == "②" && new.selfEvaluation.printedRequirement == "②")
    }
    let changed = zip(made.sheets.map(\.sheet), old.sheets.map(\.sheet)).filter { $0.plan != $1.plan }.map(\.0.number)
    #expect(changed == [2, 3, 4, 5] + Array(11...19))
    #expect(made.sheets[3].sheet.plan.policyAndTargets.string.contains("(25年度比) 令和2年度 7.2%減"))
    for (name, bytes) in before { #expect(try files(folder)[name] == bytes) }
  }

  @Test("Of a library every ward's latest earlier book is taken, each beside the one before")
  func library() throws {
    let folder = try copyOfData()
    for book in try NewYear(folder.path + "/Data", to: try year(2020)).books() { _ = try book.get().write() }
    for book in try NewYear(folder.path + "/Data", to: try year(2022)).books() {
      #expect(try book.get().sourceYear.year == 2020)
    }
    #expect(
      try folder.names("Data") == ["tennoji-2019", "tennoji-2020", "unnamed-ward-2019", "unnamed-ward-2020"])
    let again = try NewYear(folder.path + "/Data", to: try year(2020)).books()
    let path = folder.path + "/Data/"
    #expect(throws: NewYearObstacle.bookExists(path: path + "tennoji-2020", ward: "天王寺区", year: try year(2020))) {
      try again[0].get()
    }
    #expect(throws: NewYearObstacle.nameTaken(path: path + "unnamed-ward-2020")) { try again[1].get() }
  }

  @Test("--into names a library, a folder that is there, or the book's own folder that is not")
  func destination() throws {
    let folder = try copyOfData()
    try FileManager.default.createDirectory(atPath: folder.path + "/空", withIntermediateDirectories: false)
    func path(_ into: String) throws -> String {
      let asked = NewYear(folder.path + "/Data/tennoji-2019", to: try year(2020), into: folder.path + into)
      return String(try #require(try asked.books().first).get().path.dropFirst(folder.path.count))
    }
    #expect(try path("/空") == "/空/tennoji-2020")
    #expect(try path("/Data") == "/Data/tennoji-2020")
    #expect(try path("/新しい") == "/新しい")
    #expect(throws: NewYearObstacle.nameTaken(path: folder.path + "/Data/unnamed-ward-2019")) {
      try path("/Data/unnamed-ward-2019")
    }
  }

  @Test("A year that is not later, a file that cannot be read, or a number that is there twice: nothing is made")
  func refused() throws {
    let folder = try copyOfData()
    let path = folder.path + "/Data/tennoji-2019"
    #expect(throws: NewYearObstacle.notLater(path: path, year: try year(2019), asked: try year(2019))) {
      try NewYear(path, to: try year(2019)).books()
    }
    try folder.write(try folder.text("Data/tennoji-2019/item-01.json"), to: "Data/tennoji-2019/item-20.json")
    #expect(throws: NewYearObstacle.repeatedNumber(path: path, number: 1)) {
      try NewYear(path, to: try year(2020)).books().first?.get()
    }
    try folder.write("{", to: "Data/tennoji-2019/item-20.json")
    #expect(throws: NewYearObstacle.self) { try NewYear(path, to: try year(2020)).books().first?.get() }
    #expect(try folder.names("Data") == ["tennoji-2019", "unnamed-ward-2019"])
  }

  @Test(
    "Every call failing with every error: the whole book is there, or nothing of it", arguments: [EIO, ENOSPC, EACCES])
  func everyCall(code: Int32) throws {
    let folder = try copyOfData()
    let data = folder.path + "/Data"
    for name in try folder.names("Data/tennoji-2019") where name > "item-02.json" {
      try FileManager.default.removeItem(atPath: "\(data)/tennoji-2019/\(name)")
    }
    let book = try #require(
      try NewYear(data + "/tennoji-2019", to: try year(2020), into: data + "/neu/buch").books().first
    )
    .get()
    var failing = 1
    while true {
      let count = Counter()
      let calls = FakeFileCalls.failing(failing, code: code, counting: count)
      var isMade = true
      do { _ = try book.write(calls: calls) } catch { isMade = false }
      if isMade {
        #expect(try BookFolder(path: data + "/neu/buch").load().sheets.count == 2, "call \(failing)")
        #expect(try folder.names("Data/neu") == ["buch"], "call \(failing)")
        try FileManager.default.removeItem(atPath: data + "/neu")
      } else {
        #expect(try folder.names("Data") == ["tennoji-2019", "unnamed-ward-2019"], "call \(failing)")
      }
      if count.value < failing { break }
      failing += 1
    }
    #expect(failing > 20)
  }

  /// Lays a book that a killed program was making into a folder, with its header alone.
  private func abandon(_ name: String, in folder: TemporaryFolder, secondsAgo: Double) throws {
    try folder.write(try folder.text("Data/tennoji-2019/book.json"), to: "Data/\(name)/book.json")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -secondsAgo)], ofItemAtPath: "\(folder.path)/Data/\(name)")
  }

  @Test("Books that killed programs were making go with the next one beside them; not one that is being made")
  func abandoned() throws {
    let folder = try copyOfData()
    let (left, foreign) = (".tennoji-2020.0123456789ab.tmp", ".tennoji-2020.1123456789ab.tmp")
    let (held, young) = (".tennoji-2020.2123456789ab.tmp", ".tennoji-2020.3123456789ab.tmp")
    try abandon(left, in: folder, secondsAgo: 3600)
    try folder.write("{}", to: "Data/\(left)/item-01.json")
    try folder.write("", to: "Data/\(left)/.item-02.json.0123456789ab.tmp")
    try folder.write("私の文", to: "Data/\(foreign)/写し.txt")
    for name in [left, foreign, held] { try abandon(name, in: folder, secondsAgo: 3600) }
    try abandon(young, in: folder, secondsAgo: 0)
    let making = EditingClaim.claim("book.json", in: "\(folder.path)/Data/\(held)", author: Author(name: ""))
    try abandon(held, in: folder, secondsAgo: 3600)
    let asked = NewYear(folder.path + "/Data/tennoji-2019", to: try year(2020))
    #expect(try asked.books().first?.get().write() == nil)
    withExtendedLifetime(making) {}
    let names = try folder.names("Data").filter { $0.hasPrefix(".") }
    #expect(names == [foreign, held, young])
    #expect(try folder.names("Data/\(foreign)").filter { $0 != ".furikaeri" } == ["book.json", "写し.txt"])
    #expect(try BookFolder(path: folder.path + "/Data/tennoji-2020").load().sheets.count == 19)
  }
}

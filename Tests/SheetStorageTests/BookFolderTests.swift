import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("A book's folder")
struct BookFolderTests {
  private func stored(_ folder: TemporaryFolder, _ name: String = "item-01.json") throws -> StoredSheet {
    try BookFolder(path: folder.path).loadSheet(name)
  }

  private func error(_ content: String, _ name: String = "item-02.json") throws -> StorageError? {
    let folder = try Sample.book(1...1)
    try folder.write(content, to: name)
    let book = try BookFolder(path: folder.path).load()
    #expect(book.sheets.map(\.fileName) == ["item-01.json"])
    for case .unreadable(name, let error) in book.entries { return error }
    return nil
  }

  @Test("A book is read in the order of its numbers")
  func loads() throws {
    let folder = try Sample.book(1...12)
    try folder.write("x", to: "notes.txt")
    try folder.write("x", to: ".item-01.json.0123456789ab.tmp")
    let book = try BookFolder(path: folder.path).load()
    #expect(book.header.ward == "見本区")
    #expect(book.sheets.map(\.sheet.number) == Array(1...12))
    #expect(book.findings.isEmpty)
  }

  @Test("Writing a canonical sheet unchanged gives the same bytes and touches nothing")
  func unchanged() throws {
    let folder = try Sample.book(1...1)
    let base = try stored(folder)
    let before = try FileManager.default.attributesOfItem(atPath: folder.path + "/item-01.json")
    let written = try BookFolder(path: folder.path).write(try base.sheet.validated(), over: base)
    let after = try FileManager.default.attributesOfItem(atPath: folder.path + "/item-01.json")
    #expect(written.stored.bytes == base.bytes)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
  }

  @Test("Generated sheets with odd characters round-trip byte by byte")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 11)
    let pieces = ["あ", "か\u{3099}", "が", "\u{0}", "\u{1B}[2J", "𠮷", "👨‍👩‍👧", "\"\\/", "\n", " ", "\u{202E}", "é", "\u{7F}"]
    func text() -> String {
      (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    for _ in 0..<200 {
      var sheet = Sample.sheet(Int.random(in: 1...999, using: &random))
      sheet.title = text()
      sheet.selfEvaluation.results = LongText(text())
      sheet.plan.policyAndTargets = LongText(text())
      let bytes = Array(try Sample.file(sheet).utf8)
      let again = try SheetCodec.decode(try JSONParser.parse(bytes))
      #expect(again == sheet)
      #expect(Array(try Sample.file(again).utf8) == bytes)
    }
  }

  @Test("Unknown keys stay with their values, at every level")
  func unknownKeys() throws {
    let folder = try Sample.book(1...1)
    var document = try JSONParser.parse(try folder.read("item-01.json"))
    document.set("追記", .number("12345678901234567890"))
    for part in ["plan", "midTermReview", "selfEvaluation"] {
      var inner = document[part] ?? .null
      inner.set("x-\(part)", .array([.null, .number("1e400")]))
      document.set(part, inner)
    }
    try folder.write(JSONWriter.bytes(of: document), to: "item-01.json")
    let base = try stored(folder)
    var sheet = base.sheet
    sheet.midTermReview.targetForecast = .willBeMet
    _ = try BookFolder(path: folder.path).write(try sheet.validated(), over: base)
    let after = try JSONParser.parse(try folder.read("item-01.json"))
    #expect(after["追記"] == .number("12345678901234567890"))
    #expect(after["plan"]?["x-plan"] == .array([.null, .number("1e400")]))
    #expect(after["selfEvaluation"]?["x-selfEvaluation"] == .array([.null, .number("1e400")]))
    #expect(after["midTermReview"]?["targetForecast"] == .string("①"))
  }

  @Test("A file with BOM, CR LF and another order is read, and is canonical after its next save")
  func otherForm() throws {
    let folder = try Sample.book(1...1)
    let odd =
      "\u{FEFF}{\"title\":\"題\",\r\n\"plan\":{\"annualActions\":\"一行\",\"policyAndTargets\":[]},\"number\":1,\"formatVersion\":1}"
    try folder.write(odd, to: "item-01.json")
    let base = try stored(folder)
    #expect(base.sheet.plan.annualActions == "一行")
    var sheet = base.sheet
    sheet.selfEvaluation.results = "済み"
    let written = try BookFolder(path: folder.path).write(try sheet.validated(), over: base)
    #expect(try folder.text("item-01.json").hasPrefix("{\n  \"formatVersion\": 1,\n  \"midTermReview\": {\n"))
    #expect(written.stored.bytes == (try folder.read("item-01.json")))
  }

  @Test("A newer format is refused and its bytes stay")
  func newer() throws {
    let content = try Sample.file(Sample.sheet(2)).replacingOccurrences(
      of: "\"formatVersion\": 1", with: "\"formatVersion\": 99")
    guard case .newerFormat(_, 99)? = try error(content) else {
      Issue.record("not refused as newer")
      return
    }
  }

  @Test("One broken file never keeps the book from opening, and the reason names what is wrong")
  func brokenFiles() throws {
    let good = try Sample.file(Sample.sheet(2))
    func reason(_ content: String) throws -> String { String(describing: try error(content)) }
    #expect(try reason("").contains("empty"))
    #expect(try reason("\u{0}\u{0}\u{0}").contains("zeroFilled"))
    #expect(try reason(String(good.dropLast(40))).contains("unexpectedEnd"))
    #expect(try reason("[]").contains("object"))
    #expect(try reason(good.replacingOccurrences(of: "\"number\": 2", with: "\"number\": \"2\"")).contains("number"))
    #expect(try reason(good.replacingOccurrences(of: "\"number\": 2", with: "\"number\": 0")).contains("outOfRange"))
    #expect(
      try reason(good.replacingOccurrences(of: "\"targetForecast\": null", with: "\"targetForecast\": \"③\"")).contains(
        "unknownSign(\"③\")"))
    #expect(try reason(good.replacingOccurrences(of: "\"title\"", with: "\"titel\"")).contains("missing"))
    #expect(try reason(good.replacingOccurrences(of: "\"plan\"", with: "\"plam\"")).contains("missing"))
  }

  @Test("All problems of a file are collected")
  func allProblems() throws {
    let error = try error(
      "{\"formatVersion\":1,\"number\":\"x\",\"plan\":{\"annualActions\":3},\"midTermReview\":{\"targetForecast\":\"④\"}}"
    )
    guard case .invalid(_, let problems)? = error else {
      Issue.record("read")
      return
    }
    #expect(
      Set(problems.map(\.path)) == [
        "number", "title", "plan.annualActions", "plan.policyAndTargets", "midTermReview.targetForecast",
      ])
  }

  @Test("Links, folders and pipes in a book are refused at once")
  func notFiles() throws {
    let folder = try Sample.book(1...1)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/item-02.json", withDestinationPath: "/etc/passwd")
    try FileManager.default.createDirectory(atPath: folder.path + "/item-03.json", withIntermediateDirectories: false)
    #expect(mkfifo(folder.path + "/item-04.json", 0o600) == 0)
    let book = try BookFolder(path: folder.path).load()
    let reasons = book.entries.compactMap { entry -> String? in
      guard case .unreadable(_, let error) = entry else { return nil }
      return String(describing: error).split(separator: "(").first.map(String.init)
    }
    #expect(reasons == ["symbolicLink", "notAFile", "notAFile"])
  }

  @Test("Two sheets of one number and a gap are found; a file that cannot be read is no gap")
  func numbers() throws {
    let folder = try Sample.book(1...2)
    try folder.write(try Sample.file(Sample.sheet(2)), to: "item-05.json")
    try folder.write("", to: "item-03.json")
    try folder.write(try Sample.file(Sample.sheet(6)), to: "item-06.json")
    let findings = try BookFolder(path: folder.path).load().findings
    #expect(findings.contains(.duplicateNumber(2, files: ["item-02.json", "item-05.json"])))
    #expect(findings.contains(.missingNumbers([4, 5])))
  }

  @Test("Folders that are none, hold none, or are missing say so")
  func folders() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    try folder.write("x", to: "empty/readme")
    try folder.write(try Sample.file(Sample.sheet(1)), to: "headless/item-01.json")
    #expect(throws: StorageError.notFound(path: folder.path + "/none")) {
      try LibraryFolder.load(folder.path + "/none")
    }
    #expect(throws: StorageError.notAFolder(path: folder.path + "/file")) {
      try LibraryFolder.load(folder.path + "/file")
    }
    #expect(throws: StorageError.noBooks(path: folder.path + "/empty")) {
      try LibraryFolder.load(folder.path + "/empty")
    }
    #expect(throws: StorageError.self) { try LibraryFolder.load(folder.path + "/headless") }
  }

  @Test("A library is its books by name; a broken one stands among them")
  func library() throws {
    let folder = try TemporaryFolder()
    try folder.write(Sample.header, to: "b-2019/book.json")
    try folder.write("{", to: "a-2019/book.json")
    try folder.write("x", to: "other/readme")
    let books = try LibraryFolder.load(folder.path)
    #expect(books.map { $0.path.split(separator: "/").last.map(String.init) } == ["a-2019", "b-2019"])
    guard case .unreadable = books[0], case .readable = books[1] else {
      Issue.record("wrong kinds")
      return
    }
  }

  @Test("A file that somebody else changed is not written over, and comes back as it is now")
  func changed() throws {
    let folder = try Sample.book(1...1)
    let base = try stored(folder)
    var theirs = base.sheet
    theirs.selfEvaluation.results = "相手"
    try folder.write(try Sample.file(theirs), to: "item-01.json")
    var ours = base.sheet
    ours.midTermReview.targetForecast = .willBeMet
    do {
      _ = try BookFolder(path: folder.path).write(try ours.validated(), over: base)
      Issue.record("written over")
    } catch let error as StorageError {
      guard case .changedOnDisk(_, let now?) = error else {
        Issue.record("another error: \(error)")
        return
      }
      #expect(now.sheet == theirs)
    }
    #expect(try folder.text("item-01.json") == (try Sample.file(theirs)))
  }

  @Test("A file that is gone is not made anew behind the person's back")
  func vanished() throws {
    let folder = try Sample.book(1...1)
    let base = try stored(folder)
    try FileManager.default.removeItem(atPath: folder.path + "/item-01.json")
    var ours = base.sheet
    ours.starred = true
    #expect(throws: StorageError.self) { try BookFolder(path: folder.path).write(try ours.validated(), over: base) }
    #expect(try folder.bookNames() == ["book.json"])
  }

  @Test("The mode of a file stays", arguments: [0o600, 0o640, 0o664])
  func mode(mode: Int) throws {
    let folder = try Sample.book(1...1)
    let path = folder.path + "/item-01.json"
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    let base = try stored(folder)
    var sheet = base.sheet
    sheet.starred = true
    _ = try BookFolder(path: folder.path).write(try sheet.validated(), over: base)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
    #expect(try folder.bookNames() == ["book.json", "item-01.json"])
  }

  @Test("A sheet that nobody may write is not written, and its mode stays")
  func readOnly() throws {
    let folder = try Sample.book(1...1)
    let path = folder.path + "/item-01.json"
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let base = try stored(folder)
    var sheet = base.sheet
    sheet.starred = true
    #expect(throws: StorageError.self) { try BookFolder(path: folder.path).write(try sheet.validated(), over: base) }
    #expect(try folder.read("item-01.json") == base.bytes)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o444)
  }

  @Test("A new book takes the name of no existing file")
  func creates() throws {
    let folder = try TemporaryFolder()
    let book = BookFolder(path: folder.path + "/new/tennoji-2019")
    let year = try #require(FiscalYear(2019))
    try book.createBook(BookHeader(ward: "天王寺区", fiscalYear: year))
    _ = try book.create(try Sample.sheet(7).validated())
    #expect(try folder.bookNames("new/tennoji-2019") == ["book.json", "item-07.json"])
    #expect(throws: StorageError.self) { try book.create(try Sample.sheet(7).validated()) }
    #expect(throws: StorageError.self) { try book.createBook(BookHeader(ward: "", fiscalYear: year)) }
  }

  @Test("A copy elsewhere holds the sheet and leaves the book as it is")
  func copyElsewhere() throws {
    let folder = try Sample.book(1...1)
    let place = try TemporaryFolder()
    let before = try folder.read("item-01.json")
    let base = try BookFolder(path: folder.path).loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.selfEvaluation.results = "写しにある文"
    let path = try BookFolder(path: folder.path).writeCopy(try sheet.validated(), like: base, into: place.path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == Sample.file(sheet))
    #expect(try folder.read("item-01.json") == before && place.names().count == 1)
    #expect(throws: StorageError.self) {
      try BookFolder(path: folder.path).writeCopy(try sheet.validated(), like: base, into: place.path + "/none")
    }
  }
}

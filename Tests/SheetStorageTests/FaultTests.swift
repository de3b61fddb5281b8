import Foundation
import InitiativeModel
import Synchronization
import TestSupport
import Testing

@testable import SheetStorage

@Suite("A save that fails")
struct FaultTests {
  @Test(
    "Every call failing with every error: the file is whole, nothing lies about, nothing is claimed",
    arguments: [EIO, ENOSPC, EDQUOT, EROFS, EACCES, EINVAL])
  func everyCall(code: Int32) throws {
    var failing = 1
    while true {
      let count = Counter()
      let calls = FakeFileCalls.failing(failing, code: code, counting: count)
      let folder = try Sample.book(1...1)
      let base = try BookFolder(path: folder.path).loadSheet("item-01.json")
      var sheet = base.sheet
      sheet.selfEvaluation.results = "新しい文"
      let new = Array(try Sample.file(sheet).utf8)
      var claimed = false
      do {
        _ = try BookFolder(path: folder.path, calls: calls).write(try sheet.validated(), over: base)
        claimed = true
      } catch is StorageError {}
      let now = try folder.read("item-01.json")
      #expect(now == base.bytes || now == new, "call \(failing)")
      if claimed { #expect(now == new, "call \(failing)") }
      #expect(try folder.bookNames() == ["book.json", "item-01.json"], "call \(failing)")
      #expect(try folder.leftovers().isEmpty, "call \(failing)")
      let history = try BookFolder(path: folder.path).history(of: "item-01.json")
      #expect(history.unreadable == 0 && history.entries.count <= 1, "call \(failing)")
      if now == base.bytes, code != EINVAL { #expect(history.entries.isEmpty, "call \(failing)") }
      if count.value < failing { break }
      failing += 1
    }
    #expect(failing > 8)
  }

  /// Saves a sheet while every sync behind the exchange of names, which is the folder's, fails.
  private func saveUnsynced(
    _ sheet: InitiativeSheet, over base: StoredSheet, in folder: TemporaryFolder, code: Int32
  ) throws -> BookFolder.Written {
    let isExchanged = Mutex(false)
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .exchange { isExchanged.withLock { $0 = true } }
      if call == .sync, isExchanged.withLock({ $0 }) { throw SystemError(call: "fsync", code: code) }
    }
    return try BookFolder(path: folder.path, calls: calls).write(try sheet.validated(), over: base)
  }

  @Test("A folder's sync that fails behind the exchange leaves a save that is ours and unproven; the next proves it")
  func unproven() throws {
    let folder = try Sample.book(1...1)
    let book = BookFolder(path: folder.path)
    let base = try book.loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.selfEvaluation.results = "一度目"
    let written = try saveUnsynced(sheet, over: base, in: folder, code: EIO)
    #expect(written.unproven?.code == EIO)
    #expect(try folder.read("item-01.json") == written.stored.bytes)
    let again = try book.write(try sheet.validated(), over: written.stored)
    #expect(again.unproven == nil && again.stored.bytes == written.stored.bytes)
    sheet.selfEvaluation.results = "一度目、二度目"
    #expect(try book.write(try sheet.validated(), over: written.stored).stored.sheet == sheet)
    #expect(try book.history(of: "item-01.json").entries.count == 2)
  }

  @Test("A file system that has no sync for folders fails no save", arguments: [EINVAL, EOPNOTSUPP, ENOSYS])
  func noFolderSync(code: Int32) throws {
    let folder = try Sample.book(1...1)
    let base = try BookFolder(path: folder.path).loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.starred = true
    #expect(try saveUnsynced(sheet, over: base, in: folder, code: code).unproven == nil)
  }

  @Test("What would not be read again is refused before anything is written, with the limit")
  func tooLarge() throws {
    let folder = try Sample.book(1...1)
    let book = BookFolder(path: folder.path)
    let base = try book.loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.selfEvaluation.results = LongText(String(repeating: "字", count: 3_000_000))
    let path = try OpenFolder(folder.path).path(of: "item-01.json")
    do {
      _ = try book.write(try sheet.validated(), over: base)
      Issue.record("written")
    } catch {
      guard case StorageError.tooLarge(path, let bytes, OpenFolder.largestFile) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(bytes > OpenFolder.largestFile)
    }
    #expect(try folder.read("item-01.json") == base.bytes)
    #expect(try folder.names() == ["book.json", "item-01.json"])
  }

  @Test("Without an exchange of names the other way is taken")
  func noExchange() throws {
    let folder = try Sample.book(1...1)
    let base = try BookFolder(path: folder.path).loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.starred = true
    for code in [EINVAL, ENOSYS] {
      let calls = FakeFileCalls { call, _ throws(SystemError) in
        if call == .exchange { throw SystemError(call: "renameat2", code: code) }
      }
      let again = try BookFolder(path: folder.path).loadSheet("item-01.json")
      sheet.starred.toggle()
      _ = try BookFolder(path: folder.path, calls: calls).write(try sheet.validated(), over: again)
      #expect(try BookFolder(path: folder.path).loadSheet("item-01.json").sheet == sheet)
      #expect(try folder.leftovers().isEmpty)
    }
  }

  @Test(
    "A version written at the last moment is kept, whatever fails while it is put aside",
    arguments: [
      (0, []), (0, [EEXIST, EEXIST]), (0, [EIO]), (0, [EINVAL]), (0, Array(repeating: EEXIST, count: 20)), (EINVAL, []),
    ] as [(Int32, [Int32])])
  func foreignVersion(exchangeError: Int32, renameErrors: [Int32]) throws {
    let folder = try Sample.book(1...1)
    // What a first save makes is there: the names that are taken below are those of the copy.
    let first = try BookFolder(path: folder.path).loadSheet("item-01.json")
    var earlier = first.sheet
    earlier.midTermReview.targetForecast = .willBeMet
    let base = try BookFolder(path: folder.path).write(try earlier.validated(), over: first).stored
    var theirs = base.sheet
    theirs.selfEvaluation.results = "相手が最後に書いた文"
    let bytes = Array(try Sample.file(theirs).utf8)
    let renames = Counter()
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      switch call {
      case .exchange:
        try? folder.write(bytes, to: "item-01.json")
        if exchangeError != 0 { throw SystemError(call: "renameat2", code: exchangeError) }
      case .renameToFree:
        let number = renames.next()
        if number <= renameErrors.count { throw SystemError(call: "renameat2", code: renameErrors[number - 1]) }
      case .link: throw SystemError(call: "linkat", code: EIO)
      default: break
      }
    }
    var sheet = base.sheet
    sheet.starred = true
    let written = try? BookFolder(path: folder.path, calls: calls).write(try sheet.validated(), over: base)
    let all = try folder.bookNames().map { try folder.read($0) }
    #expect(all.contains(bytes), "the other version is gone")
    if exchangeError == 0 {
      let copy = try #require(written?.foreignCopies.first)
      #expect(try folder.read(copy) == bytes)
    } else {
      #expect(written == nil)
    }
  }

  @Test("No road in the library writes a sheet that breaks the ② rule", arguments: ["", " ", "\u{3000}", "—", "ー"])
  func rule(blank: String) throws {
    var sheet = Sample.sheet(1)
    sheet.midTermReview.targetForecast = .willNotBeMet
    sheet.midTermReview.issuesAndImprovements = LongText(blank)
    #expect(throws: RuleViolation.self) { try sheet.validated() }
  }

  @Test("A folder that may not be written to leaves the file as it was")
  func noPermission() throws {
    let folder = try Sample.book(1...1)
    let before = try folder.read("item-01.json")
    let base = try BookFolder(path: folder.path).loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.starred = true
    let always = FakeFileCalls { call, _ throws(SystemError) in throw SystemError(call: call.rawValue, code: EACCES) }
    #expect(throws: StorageError.self) {
      try BookFolder(path: folder.path, calls: always).write(try sheet.validated(), over: base)
    }
    #expect(try folder.read("item-01.json") == before)
  }
}

import Foundation
import InitiativeModel
import Synchronization
import TestSupport
import Testing

@testable import SheetStorage

/// The system's calls, one of which fails.
final class FailingFileCalls: FileCalls {
  private let failing: Int
  private let code: Int32
  private let count = Mutex(0)
  private let real = SystemFileCalls()

  /// Fails the call of a number, counted from 1; 0 fails none.
  init(failing: Int, code: Int32) {
    self.failing = failing
    self.code = code
  }

  /// How many calls were made.
  var calls: Int { count.withLock { $0 } }

  private func step(_ call: String) throws(SystemError) {
    let number = count.withLock { count in
      count += 1
      return count
    }
    if number == failing { throw SystemError(call: call, code: code) }
  }

  func create(in directory: Int32, name: String) throws(SystemError) -> Int32 {
    try step("open")
    return try real.create(in: directory, name: name)
  }
  func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(SystemError) -> Int {
    try step("write")
    return try real.write(bytes.prefix(max(1, bytes.count / 2)), to: descriptor)
  }
  func setMode(_ mode: mode_t, of descriptor: Int32) throws(SystemError) {
    try step("fchmod")
    try real.setMode(mode, of: descriptor)
  }
  func setGroup(_ group: gid_t, of descriptor: Int32) throws(SystemError) {
    try step("fchown")
    try real.setGroup(group, of: descriptor)
  }
  func sync(_ descriptor: Int32) throws(SystemError) {
    try step("fsync")
    try real.sync(descriptor)
  }
  func close(_ descriptor: Int32) throws(SystemError) {
    try real.close(descriptor)
    try step("close")
  }
  func exchange(in directory: Int32, _ one: String, _ other: String) throws(SystemError) {
    try step("renameat2")
    try real.exchange(in: directory, one, other)
  }
  func renameToFree(in directory: Int32, from: String, to: String) throws(SystemError) {
    try step("renameat2")
    try real.renameToFree(in: directory, from: from, to: to)
  }
  func rename(in directory: Int32, from: String, to: String) throws(SystemError) {
    try step("renameat")
    try real.rename(in: directory, from: from, to: to)
  }
  func link(in directory: Int32, from: String, to: String) throws(SystemError) {
    try step("linkat")
    try real.link(in: directory, from: from, to: to)
  }
  func unlink(in directory: Int32, name: String) throws(SystemError) {
    try real.unlink(in: directory, name: name)
    try step("unlinkat")
  }
  func makeFolder(_ path: String, mode: mode_t) throws(SystemError) {
    try step("mkdir")
    try real.makeFolder(path, mode: mode)
  }
}

@Suite("A save that fails")
struct FaultTests {
  @Test(
    "Every call failing with every error: the file is whole, nothing lies about, nothing is claimed",
    arguments: [EIO, ENOSPC, EDQUOT, EROFS, EACCES, EINVAL])
  func everyCall(code: Int32) throws {
    var failing = 1
    while true {
      let calls = FailingFileCalls(failing: failing, code: code)
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
      #expect(try folder.names() == ["book.json", "item-01.json"], "call \(failing)")
      if calls.calls < failing { break }
      failing += 1
    }
    #expect(failing > 8)
  }

  @Test("Without an exchange of names the other way is taken")
  func noExchange() throws {
    let folder = try Sample.book(1...1)
    let base = try BookFolder(path: folder.path).loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.starred = true
    let counting = FailingFileCalls(failing: 0, code: 0)
    _ = try BookFolder(path: folder.path, calls: counting).write(try sheet.validated(), over: base)
    var found = false
    for failing in 1...counting.calls {
      let again = try BookFolder(path: folder.path).loadSheet("item-01.json")
      var other = again.sheet
      other.starred.toggle()
      let calls = FailingFileCalls(failing: failing, code: ENOSYS)
      if (try? BookFolder(path: folder.path, calls: calls).write(try other.validated(), over: again)) != nil,
        calls.calls > failing
      {
        found = true
        #expect(try BookFolder(path: folder.path).loadSheet("item-01.json").sheet == other)
      }
    }
    #expect(found)
  }

  /// Calls in which somebody else writes the file at the last moment before it is replaced.
  struct IntrudingFileCalls: FileCalls {
    let folder: TemporaryFolder
    let theirs: [UInt8]
    let exchangeError: Int32
    let renameErrors: [Int32]
    let real = SystemFileCalls()
    let renames = Counter()

    final class Counter: Sendable {
      private let value = Mutex(0)
      func next() -> Int {
        value.withLock { value in
          value += 1
          return value - 1
        }
      }
    }

    func create(in directory: Int32, name: String) throws(SystemError) -> Int32 {
      try real.create(in: directory, name: name)
    }
    func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(SystemError) -> Int {
      try real.write(bytes, to: descriptor)
    }
    func setMode(_ mode: mode_t, of descriptor: Int32) throws(SystemError) {}
    func setGroup(_ group: gid_t, of descriptor: Int32) throws(SystemError) {}
    func sync(_ descriptor: Int32) throws(SystemError) {}
    func close(_ descriptor: Int32) throws(SystemError) { try real.close(descriptor) }
    func exchange(in directory: Int32, _ one: String, _ other: String) throws(SystemError) {
      try? folder.write(theirs, to: other)
      if exchangeError != 0 { throw SystemError(call: "renameat2", code: exchangeError) }
      try real.exchange(in: directory, one, other)
    }
    func renameToFree(in directory: Int32, from: String, to: String) throws(SystemError) {
      let number = renames.next()
      if number < renameErrors.count { throw SystemError(call: "renameat2", code: renameErrors[number]) }
      try real.renameToFree(in: directory, from: from, to: to)
    }
    func rename(in directory: Int32, from: String, to: String) throws(SystemError) {
      try real.rename(in: directory, from: from, to: to)
    }
    func link(in directory: Int32, from: String, to: String) throws(SystemError) {
      throw SystemError(call: "linkat", code: EIO)
    }
    func unlink(in directory: Int32, name: String) throws(SystemError) { try real.unlink(in: directory, name: name) }
    func makeFolder(_ path: String, mode: mode_t) throws(SystemError) {}
  }

  @Test(
    "A version written at the last moment is kept, whatever fails while it is put aside",
    arguments: [
      (0, []), (0, [EEXIST, EEXIST]), (0, [EIO]), (0, [EINVAL]), (0, Array(repeating: EEXIST, count: 20)), (EINVAL, []),
    ] as [(Int32, [Int32])])
  func foreignVersion(exchangeError: Int32, renameErrors: [Int32]) throws {
    let folder = try Sample.book(1...1)
    let base = try BookFolder(path: folder.path).loadSheet("item-01.json")
    var theirs = base.sheet
    theirs.selfEvaluation.results = "相手が最後に書いた文"
    let bytes = Array(try Sample.file(theirs).utf8)
    let calls = IntrudingFileCalls(
      folder: folder, theirs: bytes, exchangeError: exchangeError, renameErrors: renameErrors)
    var sheet = base.sheet
    sheet.starred = true
    let written = try? BookFolder(path: folder.path, calls: calls).write(try sheet.validated(), over: base)
    let all = try folder.names().map { try folder.read($0) }
    #expect(all.contains(bytes), "the other version is gone")
    if exchangeError == 0 {
      let copy = try #require(written?.foreignCopy)
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
    let always = AlwaysFailing(code: EACCES)
    #expect(throws: StorageError.self) {
      try BookFolder(path: folder.path, calls: always).write(try sheet.validated(), over: base)
    }
    #expect(try folder.read("item-01.json") == before)
  }
}

/// Calls that never succeed, as in a folder without permission.
struct AlwaysFailing: FileCalls {
  let code: Int32

  private func error(_ call: String) -> SystemError { SystemError(call: call, code: code) }

  func create(in directory: Int32, name: String) throws(SystemError) -> Int32 { throw error("open") }
  func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(SystemError) -> Int { throw error("write") }
  func setMode(_ mode: mode_t, of descriptor: Int32) throws(SystemError) { throw error("fchmod") }
  func setGroup(_ group: gid_t, of descriptor: Int32) throws(SystemError) { throw error("fchown") }
  func sync(_ descriptor: Int32) throws(SystemError) { throw error("fsync") }
  func close(_ descriptor: Int32) throws(SystemError) { throw error("close") }
  func exchange(in directory: Int32, _ one: String, _ other: String) throws(SystemError) { throw error("renameat2") }
  func renameToFree(in directory: Int32, from: String, to: String) throws(SystemError) { throw error("renameat2") }
  func rename(in directory: Int32, from: String, to: String) throws(SystemError) { throw error("renameat") }
  func link(in directory: Int32, from: String, to: String) throws(SystemError) { throw error("linkat") }
  func unlink(in directory: Int32, name: String) throws(SystemError) { throw error("unlinkat") }
  func makeFolder(_ path: String, mode: mode_t) throws(SystemError) { throw error("mkdir") }
}

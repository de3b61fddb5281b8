import Glibc
import InitiativeModel
import Synchronization
import TestSupport
import Testing

@testable import SheetStorage

/// A disk as a power cut would leave it: content counts only when its file was synced, a name when its folder was.
private struct ImaginedDisk {
  /// What a file system may keep of names that were not synced: none of them, or all.
  enum Names: CaseIterable {
    case synced, all
  }

  private var files: [(now: [UInt8], synced: [UInt8])] = []
  private var names: [String: Int] = [:]
  private var syncedNames: [String: Int] = [:]
  private var open: [Int32: Int] = [:]

  /// Holds one file, on the disk.
  init(_ name: String, _ bytes: [UInt8]) {
    files = [(bytes, bytes)]
    names = [name: 0]
    syncedNames = names
  }

  mutating func create(_ name: String, _ descriptor: Int32) {
    files.append(([], []))
    names[name] = files.count - 1
    open[descriptor] = files.count - 1
  }

  mutating func write(_ bytes: ArraySlice<UInt8>, _ descriptor: Int32) {
    if let file = open[descriptor] { files[file].now += bytes }
  }

  mutating func sync(_ descriptor: Int32) {
    if let file = open[descriptor] { files[file].synced = files[file].now }
  }

  mutating func syncNames() { syncedNames = names }
  mutating func close(_ descriptor: Int32) { open[descriptor] = nil }

  mutating func exchange(_ one: String, _ other: String) {
    let kept = names[one]
    names[one] = names[other]
    names[other] = kept
  }

  mutating func rename(_ from: String, _ to: String) { names[to] = names.removeValue(forKey: from) }
  mutating func link(_ from: String, _ to: String) { names[to] = names[from] }
  mutating func unlink(_ name: String) { names[name] = nil }

  /// What a name holds after a power cut now; nil for nothing.
  func content(of name: String, keeping kept: Names) -> [UInt8]? {
    (kept == .all ? names : syncedNames)[name].map { files[$0].synced }
  }
}

/// The system's calls, imagined on a disk as well; some syncs can be left out.
private final class ImaginedFileCalls: FileCalls {
  enum Missing: CaseIterable {
    case nothing, fileSync, folderSync
  }

  private let real = SystemFileCalls()
  private let disk: Mutex<(disk: ImaginedDisk, damaged: [String])>
  private let name: String
  private let allowed: [[UInt8]]
  private let missing: Missing
  private let noExchange: Bool
  /// The folder's descriptor, known from the first file made in it.
  private let folder = Mutex<Int32>(-1)

  init(name: String, old: [UInt8], new: [UInt8], missing: Missing, noExchange: Bool) {
    disk = Mutex((ImaginedDisk(name, old), []))
    self.name = name
    allowed = [old, new]
    self.missing = missing
    self.noExchange = noExchange
  }

  /// The moments at which a power cut would leave neither the old nor the new content.
  var damaged: [String] { disk.withLock { $0.damaged } }

  /// What the name holds after a power cut now.
  func contents() -> [[UInt8]?] {
    disk.withLock { all in ImaginedDisk.Names.allCases.map { all.disk.content(of: name, keeping: $0) } }
  }

  private func note(_ call: String, _ change: (inout ImaginedDisk) -> Void) {
    disk.withLock { all in
      change(&all.disk)
      for kept in ImaginedDisk.Names.allCases {
        let content = all.disk.content(of: name, keeping: kept)
        if !allowed.contains(where: { $0 == content }) { all.damaged.append("\(call), names \(kept)") }
      }
    }
  }

  func create(in directory: Int32, name: String, mode: mode_t) throws(SystemError) -> Int32 {
    let file = try real.create(in: directory, name: name, mode: mode)
    folder.withLock { $0 = directory }
    note("create") { $0.create(name, file) }
    return file
  }
  func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(SystemError) -> Int {
    let count = try real.write(bytes.prefix(max(1, bytes.count / 2)), to: descriptor)
    note("write") { $0.write(bytes.prefix(count), descriptor) }
    return count
  }
  func sync(_ descriptor: Int32) throws(SystemError) {
    let isFolder = folder.withLock { $0 } == descriptor
    guard missing != (isFolder ? .folderSync : .fileSync) else { return }
    try real.sync(descriptor)
    note("sync") { if isFolder { $0.syncNames() } else { $0.sync(descriptor) } }
  }
  func close(_ descriptor: Int32) throws(SystemError) {
    try real.close(descriptor)
    note("close") { $0.close(descriptor) }
  }
  func exchange(in directory: Int32, _ one: String, _ other: String) throws(SystemError) {
    if noExchange { throw SystemError(call: "renameat2", code: EINVAL) }
    try real.exchange(in: directory, one, other)
    note("exchange") { $0.exchange(one, other) }
  }
  func renameToFree(in directory: Int32, from: String, to: String) throws(SystemError) {
    try real.renameToFree(in: directory, from: from, to: to)
    note("renameToFree") { $0.rename(from, to) }
  }
  func rename(in directory: Int32, from: String, to: String) throws(SystemError) {
    try real.rename(in: directory, from: from, to: to)
    note("rename") { $0.rename(from, to) }
  }
  func link(in directory: Int32, from: String, to: String) throws(SystemError) {
    try real.link(in: directory, from: from, to: to)
    note("link") { $0.link(from, to) }
  }
  func unlink(in directory: Int32, name: String) throws(SystemError) {
    try real.unlink(in: directory, name: name)
    note("unlink") { $0.unlink(name) }
  }
  func setMode(_ mode: mode_t, of descriptor: Int32) throws(SystemError) { try real.setMode(mode, of: descriptor) }
  func setGroup(_ group: gid_t, of descriptor: Int32) throws(SystemError) { try real.setGroup(group, of: descriptor) }
  func setOwner(_ owner: uid_t, of descriptor: Int32) throws(SystemError) { try real.setOwner(owner, of: descriptor) }
  func setAccessList(_ list: [UInt8], forNew: Bool, of descriptor: Int32) throws(SystemError) {
    try real.setAccessList(list, forNew: forNew, of: descriptor)
  }
  func removeFolder(in directory: Int32, name: String) throws(SystemError) {
    try real.removeFolder(in: directory, name: name)
  }
  func openShared(in directory: Int32, name: String) throws(SystemError) -> (file: Int32, isNew: Bool) {
    try real.openShared(in: directory, name: name)
  }
  func makeFolder(in directory: Int32, name: String) throws(SystemError) {
    try real.makeFolder(in: directory, name: name)
  }
  func lock(_ descriptor: Int32) throws(SystemError) { try real.lock(descriptor) }
  func testLock(_ descriptor: Int32) throws(SystemError) { try real.testLock(descriptor) }
  func touch(in directory: Int32, name: String) throws(SystemError) { try real.touch(in: directory, name: name) }
  func copyAttributes(from original: Int32, to descriptor: Int32) throws(SystemError) {
    try real.copyAttributes(from: original, to: descriptor)
  }
  func truncate(_ descriptor: Int32, to length: off_t) throws(SystemError) {
    try real.truncate(descriptor, to: length)
  }
  func makeFolder(_ path: String, mode: mode_t) throws(SystemError) { try real.makeFolder(path, mode: mode) }
}

@Suite("A power cut at every step of a save")
struct PowerCutTests {
  private func save(
    missing: ImaginedFileCalls.Missing, noExchange: Bool
  ) throws -> (calls: ImaginedFileCalls, new: [UInt8]) {
    let folder = try Sample.book(1...1)
    let base = try BookFolder(path: folder.path).loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.selfEvaluation.results = "新しい文"
    let new = Array(try Sample.file(sheet).utf8)
    let calls = ImaginedFileCalls(
      name: "item-01.json", old: base.bytes, new: new, missing: missing, noExchange: noExchange)
    _ = try BookFolder(path: folder.path, calls: calls).write(try sheet.validated(), over: base)
    return (calls, new)
  }

  @Test("The old content or the new one is there, whole; after the save the new one is", arguments: [false, true])
  func everyStep(noExchange: Bool) throws {
    let (calls, new) = try save(missing: .nothing, noExchange: noExchange)
    #expect(calls.damaged.isEmpty)
    #expect(calls.contents().allSatisfy { $0 == new })
  }

  @Test("The test sees it when a file's sync is taken out", arguments: [false, true])
  func withoutFileSync(noExchange: Bool) throws {
    let (calls, _) = try save(missing: .fileSync, noExchange: noExchange)
    #expect(!calls.damaged.isEmpty)
  }

  @Test("The test sees it when the folder's sync is taken out", arguments: [false, true])
  func withoutFolderSync(noExchange: Bool) throws {
    let (calls, new) = try save(missing: .folderSync, noExchange: noExchange)
    #expect(calls.contents().contains { $0 != new })
  }

  @Test("The test sees it when names are renamed over instead of exchanged and somebody writes in between")
  func withoutExchange() throws {
    let folder = try Sample.book(1...1)
    let base = try BookFolder(path: folder.path).loadSheet("item-01.json")
    let theirs = Array("相手の版".utf8)
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .exchange { throw SystemError(call: "renameat2", code: EINVAL) }
      if call == .rename {
        try? folder.write(theirs, to: "theirs")
        rename(folder.path + "/theirs", folder.path + "/item-01.json")
      }
    }
    var sheet = base.sheet
    sheet.starred = true
    _ = try BookFolder(path: folder.path, calls: calls).write(try sheet.validated(), over: base)
    let all = try folder.bookNames().map { try folder.read($0) }
    #expect(!all.contains(theirs), "the window that docs/reliability.md tells of is gone: say so there")
  }
}

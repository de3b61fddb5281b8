// Holds what tests put between the library and the system: a counter, and file calls that can fail.

import Glibc
import SheetStorage
import Synchronization

/// Counts from 1, from any thread.
public final class Counter: Sendable {
  private let count = Mutex(0)

  /// Makes a counter that has counted nothing.
  public init() {}

  /// How many were counted.
  public var value: Int { count.withLock { $0 } }

  /// Counts one more.
  public func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}

/// The system's calls with somebody looking on, who can fail each of them.
public struct FakeFileCalls: FileCalls {
  /// The calls by name.
  public enum Call: String, Sendable {
    case create, write, setMode, setGroup, sync, close, exchange, renameToFree, rename, link, unlink, openShared
    case makeSubfolder, lock, testLock, truncate, makeFolder, setOwner, setAccessList, removeFolder
    case copyAttributes, touch
  }

  /// Sees every call before it is made, with its number from 1; what it throws is what the call throws.
  ///
  /// A file is closed and a name taken away all the same.
  private let hook: @Sendable (Call, Int) throws(SystemError) -> Void
  private let syncing: @Sendable (String) throws(SystemError) -> Void
  private let count: Counter
  private let real = SystemFileCalls()

  /// Lets `hook` see every call, and `syncing` the path of every file that is about to be synced; what that throws is
  /// what the sync throws.
  public init(
    counting count: Counter = Counter(),
    hook: @escaping @Sendable (Call, Int) throws(SystemError) -> Void = { _, _ in },
    syncing: @escaping @Sendable (String) throws(SystemError) -> Void = { _ in }
  ) {
    self.count = count
    self.syncing = syncing
    self.hook = hook
  }

  /// Fails the call of a number, counted from 1; 0 fails none.
  public static func failing(_ number: Int, code: Int32, counting count: Counter = Counter()) -> FakeFileCalls {
    FakeFileCalls(counting: count) { call, made throws(SystemError) in
      if made == number { throw SystemError(call: call.rawValue, code: code) }
    }
  }

  private func step(_ call: Call) throws(SystemError) { try hook(call, count.next()) }

  /// See `FileCalls`.
  public func create(in directory: Int32, name: String, mode: mode_t) throws(SystemError) -> Int32 {
    try step(.create)
    return try real.create(in: directory, name: name, mode: mode)
  }
  /// See `FileCalls`.
  public func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(SystemError) -> Int {
    try step(.write)
    return try real.write(bytes.prefix(max(1, bytes.count / 2)), to: descriptor)
  }
  /// See `FileCalls`.
  public func setMode(_ mode: mode_t, of descriptor: Int32) throws(SystemError) {
    try step(.setMode)
    try real.setMode(mode, of: descriptor)
  }
  /// See `FileCalls`.
  public func setGroup(_ group: gid_t, of descriptor: Int32) throws(SystemError) {
    try step(.setGroup)
    try real.setGroup(group, of: descriptor)
  }
  /// See `FileCalls`.
  public func setOwner(_ owner: uid_t, of descriptor: Int32) throws(SystemError) {
    try step(.setOwner)
    try real.setOwner(owner, of: descriptor)
  }
  /// See `FileCalls`.
  public func setAccessList(_ list: [UInt8], forNew: Bool, of descriptor: Int32) throws(SystemError) {
    try step(.setAccessList)
    try real.setAccessList(list, forNew: forNew, of: descriptor)
  }
  /// See `FileCalls`.
  public func copyAttributes(from original: Int32, to descriptor: Int32) throws(SystemError) {
    try step(.copyAttributes)
    try real.copyAttributes(from: original, to: descriptor)
  }
  /// See `FileCalls`.
  public func touch(in directory: Int32, name: String) throws(SystemError) {
    try step(.touch)
    try real.touch(in: directory, name: name)
  }
  /// See `FileCalls`.
  public func removeFolder(in directory: Int32, name: String) throws(SystemError) {
    try real.removeFolder(in: directory, name: name)
    try step(.removeFolder)
  }
  /// See `FileCalls`.
  public func sync(_ descriptor: Int32) throws(SystemError) {
    try step(.sync)
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = max(0, readlink("/proc/self/fd/\(descriptor)", &path, path.count))
    try syncing(String(decoding: path[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self))
    try real.sync(descriptor)
  }
  /// See `FileCalls`.
  public func close(_ descriptor: Int32) throws(SystemError) {
    try real.close(descriptor)
    try step(.close)
  }
  /// See `FileCalls`.
  public func exchange(in directory: Int32, _ one: String, _ other: String) throws(SystemError) {
    try step(.exchange)
    try real.exchange(in: directory, one, other)
  }
  /// See `FileCalls`.
  public func renameToFree(in directory: Int32, from: String, to: String) throws(SystemError) {
    try step(.renameToFree)
    try real.renameToFree(in: directory, from: from, to: to)
  }
  /// See `FileCalls`.
  public func rename(in directory: Int32, from: String, to: String) throws(SystemError) {
    try step(.rename)
    try real.rename(in: directory, from: from, to: to)
  }
  /// See `FileCalls`.
  public func link(in directory: Int32, from: String, to: String) throws(SystemError) {
    try step(.link)
    try real.link(in: directory, from: from, to: to)
  }
  /// See `FileCalls`.
  public func unlink(in directory: Int32, name: String) throws(SystemError) {
    try real.unlink(in: directory, name: name)
    try step(.unlink)
  }
  /// See `FileCalls`.
  public func openShared(in directory: Int32, name: String) throws(SystemError) -> (file: Int32, isNew: Bool) {
    try step(.openShared)
    return try real.openShared(in: directory, name: name)
  }
  /// See `FileCalls`.
  public func makeFolder(in directory: Int32, name: String) throws(SystemError) {
    try step(.makeSubfolder)
    try real.makeFolder(in: directory, name: name)
  }
  /// See `FileCalls`.
  public func lock(_ descriptor: Int32) throws(SystemError) {
    try step(.lock)
    try real.lock(descriptor)
  }
  /// See `FileCalls`.
  public func testLock(_ descriptor: Int32) throws(SystemError) {
    try step(.testLock)
    try real.testLock(descriptor)
  }
  /// See `FileCalls`.
  public func truncate(_ descriptor: Int32, to length: off_t) throws(SystemError) {
    try step(.truncate)
    try real.truncate(descriptor, to: length)
  }
  /// See `FileCalls`.
  public func makeFolder(_ path: String, mode: mode_t) throws(SystemError) {
    try step(.makeFolder)
    try real.makeFolder(path, mode: mode)
  }
}

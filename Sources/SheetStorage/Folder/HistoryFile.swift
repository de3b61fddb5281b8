// Holds the history of one sheet's saves, a line each.
//
// Contract. A line is on the disk before the save that it tells of takes place, and is taken back when that save fails.
// A line of a save that a crash prevented is taken back by the next save. Lines are only added at the end. The file is
// written under the commit lock alone.

import CFileCalls
import Glibc

/// Who saves, as the history and the names of copies tell it.
public struct Author: Sendable {
  /// The name.
  public let name: String

  /// Names the author.
  public init(name: String) { self.name = name }

  /// The name as part of a file name: what is no letter, digit or hyphen of ASCII is left out.
  var forFileName: String {
    let kept = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.prefix(32)
    return kept.isEmpty ? String(getuid()) : String(kept)
  }
}

/// One save as the history tells it.
public struct HistoryEntry: Equatable, Sendable {
  /// One value of the sheet that the save changed.
  public struct Change: Equatable, Sendable {
    /// Where it stands in the file: midTermReview.targetForecast.
    public let key: String
    /// What stood there before and afterwards, as the file holds it; null for nothing.
    public let before: JSONValue
    /// What stands there afterwards.
    public let after: JSONValue
  }

  /// When, as 2026-11-21T08:05:00Z.
  public let when: String
  /// Who.
  public let who: String
  /// What changed, in the order of the keys.
  public let changes: [Change]
  /// The digests of the file before and afterwards.
  let from: String
  let to: String
}

/// The history file of one sheet.
struct HistoryFile {
  let folder: OpenFolder
  let calls: any FileCalls
  /// The sheet's file name.
  let name: String

  static let folderName = "history"

  private var fileName: String { (name.hasSuffix(".json") ? String(name.dropLast(5)) : name) + ".jsonl" }

  /// A line that has been added and can be taken back.
  struct AddedLine {
    let descriptor: Int32
    let lengthBefore: off_t
  }

  /// Adds a line and waits until it is on the disk.
  ///
  /// - Parameter current: the digest of what the sheet's file holds now; a last line that led away from it and not to
  ///   it tells of a save that did not take place, and goes.
  func add(_ entry: HistoryEntry, current: String) throws(SystemError) -> AddedLine {
    let files = SharedFiles(folder: folder, calls: calls)
    let subfolder = try files.subfolder(HistoryFile.folderName)
    defer { Glibc.close(subfolder) }
    let file = try files.file(fileName, in: subfolder)
    let line = AddedLine(descriptor: file, lengthBefore: try repaired(file, current))
    do {
      try write(JSONWriter.line(of: HistoryCodec.encode(entry)), behind: line)
      try calls.sync(subfolder)
    } catch {
      takeBack(line)
      throw error
    }
    return line
  }

  private func write(_ bytes: [UInt8], behind line: AddedLine) throws(SystemError) {
    guard ftruncate(line.descriptor, line.lengthBefore) == 0, lseek(line.descriptor, 0, SEEK_END) >= 0 else {
      throw SystemError(call: "ftruncate", code: errno)
    }
    var rest = bytes[...]
    while !rest.isEmpty { rest = rest.dropFirst(try calls.write(rest, to: line.descriptor)) }
    try calls.sync(line.descriptor)
  }

  /// Takes a line back after its save has failed.
  func takeBack(_ line: AddedLine) {
    try? calls.truncate(line.descriptor, to: line.lengthBefore)
    try? calls.sync(line.descriptor)
    Glibc.close(line.descriptor)
  }

  /// Lets the file go after the save.
  func keep(_ line: AddedLine) { try? calls.close(line.descriptor) }

  /// All entries that can be read, and how many lines cannot.
  func read() throws(StorageError) -> (entries: [HistoryEntry], unreadable: Int) {
    var entries: [HistoryEntry] = []
    var unreadable = 0
    for line in try content().split(separator: UInt8(ascii: "\n")) {
      if let document = try? JSONParser.parse(Array(line)), let entry = HistoryCodec.decode(document) {
        entries.append(entry)
      } else {
        unreadable += 1
      }
    }
    return (entries, unreadable)
  }

  /// Whether a save led from or to a file with this digest; found without reading the lines one by one, so that
  /// clearing up takes no longer as the years go by.
  func names(_ digest: String) -> Bool {
    guard let bytes = try? content() else { return false }
    return cf_contains(bytes, bytes.count, digest, digest.utf8.count)
  }

  /// The file's bytes; none where there is no history yet.
  private func content() throws(StorageError) -> [UInt8] {
    do {
      return try folder.subfolder(HistoryFile.folderName).read(fileName, largest: HistoryFile.largest).bytes
    } catch {
      if case .notFound = error { return [] }
      throw error
    }
  }

  /// The largest history that is read, in bytes.
  private static let largest = 64 * 1024 * 1024

  /// The length up to which the file tells of saves that took place; what is behind it is a torn or an unfulfilled line.
  private func repaired(_ file: Int32, _ current: String) throws(SystemError) -> off_t {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw SystemError(call: "fstat", code: errno) }
    var length = min(status.st_size, 64 * 1024)
    while true {
      let start = status.st_size - length
      let tail = try HistoryFile.bytes(of: file, from: start, count: Int(length))
      if let end = HistoryFile.endOfFulfilled(tail, isWhole: start == 0, current) { return start + off_t(end) }
      length = min(status.st_size, length * 8)
    }
  }

  /// The place behind the last line that tells of a save that took place; nil where more of the file must be seen.
  private static func endOfFulfilled(_ tail: [UInt8], isWhole: Bool, _ current: String) -> Int? {
    guard let last = tail.lastIndex(of: UInt8(ascii: "\n")) else { return isWhole ? 0 : nil }
    let before = tail[..<last].lastIndex(of: UInt8(ascii: "\n"))
    guard before != nil || isWhole else { return nil }
    let start = before.map { $0 + 1 } ?? 0
    guard let document = try? JSONParser.parse(Array(tail[start..<last])), let line = HistoryCodec.decode(document),
      line.to != current, line.from == current
    else { return last + 1 }
    return start
  }

  private static func bytes(of file: Int32, from start: off_t, count: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress?.advanced(by: done), count - done, start + off_t(done))
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw SystemError(call: "pread", code: errno) }
      guard got > 0 else { break }
      done += got
    }
    return Array(bytes[..<done])
  }
}

/// The form of a history line.
enum HistoryCodec {
  static func encode(_ entry: HistoryEntry) -> JSONValue {
    .object([
      JSONMember(key: "after", value: .object(entry.changes.map { JSONMember(key: $0.key, value: $0.after) })),
      JSONMember(key: "before", value: .object(entry.changes.map { JSONMember(key: $0.key, value: $0.before) })),
      JSONMember(key: "from", value: .string(entry.from)), JSONMember(key: "to", value: .string(entry.to)),
      JSONMember(key: "when", value: .string(entry.when)), JSONMember(key: "who", value: .string(entry.who)),
    ])
  }

  static func decode(_ document: JSONValue) -> HistoryEntry? {
    guard case .object(let after)? = document["after"], case .string(let from)? = document["from"],
      case .string(let to)? = document["to"], case .string(let when)? = document["when"],
      case .string(let who)? = document["who"]
    else { return nil }
    let changes = after.map { member in
      HistoryEntry.Change(key: member.key, before: document["before"]?[member.key] ?? .null, after: member.value)
    }
    return HistoryEntry(when: when, who: who, changes: changes, from: from, to: to)
  }

  /// What differs between two documents, by key; an object is looked into, anything else is one value.
  static func changes(from old: JSONValue, to new: JSONValue, under path: String = "") -> [HistoryEntry.Change] {
    guard case .object(let newMembers) = new else {
      return old == new ? [] : [HistoryEntry.Change(key: path, before: old, after: new)]
    }
    var keys = newMembers.map(\.key)
    if case .object(let members) = old { keys += members.map(\.key).filter { new[$0] == nil } }
    return keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { key in
      changes(from: old[key] ?? .null, to: new[key] ?? .null, under: path.isEmpty ? key : path + "." + key)
    }
  }
}

// Holds the file in which the history of one sheet's saves stands, a line each.
//
// Contract. A line is on the disk before the save that it tells of takes place, without its last brace; the save gives
// it the brace, and takes the line back when it fails. What a program that was killed left open is closed by the next
// save: as done where the sheet holds what the line tells of, as interrupted otherwise. No line that has its brace is
// ever changed or removed. Each line names the digest of the one before it. The file is written under the commit lock;
// as there are file systems without locks, it is written at its end alone, whoever else writes there, and cut off only
// where nothing but this program's own beginning of a line, or a part of one, is seen to go. What it holds is read by
// `SheetHistory`.

import CFileCalls
import Glibc

/// The history file of one sheet.
struct HistoryFile {
  let folder: OpenFolder
  let calls: any FileCalls
  /// The sheet's file name.
  let name: String

  static let folderName = "history"
  /// The largest history that is read and added to, in bytes.
  static let largest = 64 * 1024 * 1024
  /// The longest line, in bytes: what two versions of the largest sheet differ in, and what surrounds it.
  static let longestLine = 2 * OpenFolder.largestFile + 1024 * 1024
  /// The most lines that are read, and the most of them that may tell nothing: far more than one sheet is ever saved.
  static let mostLines = 300_000
  static let mostUnreadable = 1_000

  private var fileName: String { (name.hasSuffix(".json") ? String(name.dropLast(5)) : name) + ".jsonl" }

  // MARK: Writing

  /// A line that was begun: the save ends it or takes it back.
  struct AddedLine {
    let descriptor: Int32
    let lengthBefore: off_t
    let bytes: [UInt8]
  }

  /// Begins a line and waits until that is on the disk.
  ///
  /// - Throws: what failed; EFBIG where the file would become larger, or a line longer, than is read.
  func add(_ entry: HistoryEntry) throws(SystemError) -> AddedLine {
    let files = SharedFiles(folder: folder, calls: calls)
    GitAttributes(files: files).addInWorkTree()
    let subfolder = try files.subfolder(HistoryFile.folderName)
    defer { Glibc.close(subfolder) }
    let file = try files.file(fileName, in: subfolder)
    do throws(SystemError) {
      return try begin(entry, in: file, subfolder)
    } catch {
      Glibc.close(file)
      throw error
    }
  }

  private func begin(_ entry: HistoryEntry, in file: Int32, _ subfolder: Int32) throws(SystemError) -> AddedLine {
    guard fcntl(file, F_SETFL, O_APPEND) == 0 else { throw SystemError(call: "fcntl", code: errno) }
    let end = try settledEnd(of: file, entry.from)
    var entry = entry
    entry.previous = end.previous
    let line = AddedLine(descriptor: file, lengthBefore: end.length, bytes: HistoryCodec.begun(entry))
    guard line.bytes.count <= HistoryFile.longestLine, end.length + off_t(line.bytes.count) < HistoryFile.largest else {
      throw HistoryFile.tooLarge
    }
    do throws(SystemError) {
      try calls.writeAll(line.bytes, to: file)
      try calls.sync(file)
      try calls.sync(subfolder)
    } catch {
      cutOff(line)
      throw error
    }
    return line
  }

  private static let tooLarge = SystemError(call: "write", code: EFBIG)

  /// Takes a line back after its save has failed, unless somebody wrote there where there is no lock.
  func takeBack(_ line: AddedLine) {
    if cutOff(line) { try? calls.sync(line.descriptor) }
    Glibc.close(line.descriptor)
  }

  /// Cuts a line off, or as much of it as was written, where nothing else stands there; whether there was something.
  @discardableResult
  private func cutOff(_ line: AddedLine) -> Bool {
    guard let written = behind(line), !written.isEmpty, line.bytes.starts(with: written) else { return false }
    try? calls.truncate(line.descriptor, to: line.lengthBefore)
    return true
  }

  /// Ends a line after its save.
  ///
  /// Where that fails, the next save does it.
  func keep(_ line: AddedLine) {
    if behind(line) == line.bytes { try? calls.writeAll(HistoryCodec.done + [0x0A], to: line.descriptor) }
    try? calls.close(line.descriptor)
  }

  /// What stands where a line was begun: its bytes, fewer, or one more where something follows.
  private func behind(_ line: AddedLine) -> [UInt8]? {
    try? OpenFolder.bytes(of: line.descriptor, from: line.lengthBefore, count: line.bytes.count + 1)
  }

  // MARK: The end of the file

  /// Where the next line goes, and what it says of the one before it.
  private struct End {
    let length: off_t
    let previous: HistoryEntry.Previous
  }

  /// Closes what an ended program left open at the end of the file.
  ///
  /// A part of a line goes only where the lines before it explain what the sheet holds: its save cannot have begun.
  ///
  /// - Parameter current: the digest of what the sheet holds.
  private func settledEnd(of file: Int32, _ current: String) throws(SystemError) -> End {
    let (start, tail) = try lastLines(of: file)
    let lines = HistoryLine.split(tail).lines
    let end = start + off_t(tail.count)
    guard let last = lines.last, !last.isEnded else {
      let isOpen = tail.last.map { $0 != 0x0A } ?? false
      if isOpen { try calls.writeAll([0x0A], to: file) }
      return End(length: end + (isOpen ? 1 : 0), previous: lines.last.map { .line($0.digest) } ?? .isFirst)
    }
    var ending: [UInt8] = []
    switch last.content {
    case .entry: break
    case .begun(let begun): ending = begun.to == current ? HistoryCodec.done : HistoryCodec.interrupted
    case .unreadable:
      let before = lines.dropLast().last
      let isExplained = before.map { $0.entry?.to == current } ?? !last.contains("\"to\":\"\(current)\"")
      guard !isExplained else {
        guard try HistoryFile.size(of: file) == end else { return try settledEnd(of: file, current) }
        try calls.truncate(file, to: start + off_t(last.bytes.startIndex))
        return End(length: start + off_t(last.bytes.startIndex), previous: before.map { .line($0.digest) } ?? .isFirst)
      }
    }
    try calls.writeAll(ending + [0x0A], to: file)
    return End(
      length: end + off_t(ending.count) + 1, previous: .line(SHA256.hexadecimal(last.bytes + ending)))
  }

  /// The end of the file: at least the last line that tells something, whole, and what is behind it.
  private func lastLines(of file: Int32) throws(SystemError) -> (start: off_t, bytes: [UInt8]) {
    let size = try HistoryFile.size(of: file)
    guard size < HistoryFile.largest else { throw HistoryFile.tooLarge }
    for length in HistoryFile.tails {
      let (start, tail) = try HistoryFile.tail(of: file, size, length)
      if start == 0 || HistoryLine.split(tail).lines.contains(where: \.isEnded) { return (start, tail) }
    }
    throw HistoryFile.tooLarge
  }

  /// How much of the end is read, in bytes: more where that holds no whole line.
  private static let tails = [64 * 1024, 1024 * 1024, longestLine]

  /// The whole lines, and what is behind them, of so much of the end of a file; nothing where no line begins there.
  private static func tail(of file: Int32, _ size: off_t, _ length: Int) throws(SystemError) -> (off_t, [UInt8]) {
    let start = max(0, size - off_t(length))
    let tail = try OpenFolder.bytes(of: file, from: start, count: Int(size - start))
    if start == 0 { return (0, tail) }
    guard let first = HistoryLine.lineFeed(in: tail, from: 0) else { return (size, []) }
    return (start + off_t(first) + 1, Array(tail[(first + 1)...]))
  }

  private static func size(of file: Int32) throws(SystemError) -> off_t {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw SystemError(call: "fstat", code: errno) }
    return status.st_size
  }

  // MARK: Reading

  /// What the file tells; nothing where there is none.
  func read() throws(StorageError) -> SheetHistory {
    let bytes = try content()
    return try SheetHistory(bytes, sheet: sheetDigest, path: path)
  }

  /// The last save that took place, read from the end of the file; nil where there is none.
  ///
  /// What git put together is told in the order of the times as far as it stands in the part that is read.
  func lastSave() throws(StorageError) -> HistoryEntry? {
    let opened: (file: Int32, status: stat)
    do {
      opened = try folder.subfolder(HistoryFile.folderName).open(fileName, largest: HistoryFile.largest)
    } catch {
      if case .notFound = error { return nil }
      throw error
    }
    defer { Glibc.close(opened.file) }
    do {
      for length in HistoryFile.tails {
        let (start, tail) = try HistoryFile.tail(of: opened.file, opened.status.st_size, length)
        let last = try SheetHistory(tail, sheet: sheetDigest, path: path).entries.last
        if last != nil || start == 0 { return last }
      }
      return nil
    } catch let error as SystemError {
      throw .system(path: path, error)
    } catch {
      throw error as? StorageError ?? .notAFile(path: path)
    }
  }

  /// The file's path, for messages.
  private var path: String { folder.path(of: HistoryFile.folderName) + "/" + fileName }

  private var sheetDigest: String? { (try? folder.read(name).bytes).map { SHA256.hexadecimal($0) } }

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
}

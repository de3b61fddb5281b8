// Holds the taking apart of a history file into its lines.

import CFileCalls
import Glibc

/// One line of a history file, whoever left it there.
struct HistoryLine {
  /// What a line holds.
  enum Content {
    /// A save.
    case entry(HistoryEntry)
    /// A save that was begun and that nobody closed.
    case begun(HistoryEntry)
    /// Something else, or a part of a line.
    case unreadable
  }

  /// The line's number in the file, from 1.
  let number: Int
  /// The line without its line feed.
  let bytes: ArraySlice<UInt8>
  /// Whether a line feed follows.
  let isEnded: Bool

  /// The lines that tell something: none that is blank, none that git marked; whether there are such marks.
  static func split(_ bytes: [UInt8]) -> (lines: [HistoryLine], hasMarkers: Bool) {
    var lines: [HistoryLine] = []
    var hasMarkers = false
    var number = 0
    var start = 0
    while start < bytes.count {
      let end = lineFeed(in: bytes, from: start)
      let line = bytes[start..<(end ?? bytes.count)]
      let text = line.last == 0x0D ? line.dropLast() : line
      number += 1
      start = (end ?? bytes.count) + 1
      if MergeMarker.begins(text) {
        hasMarkers = true
      } else if !text.isEmpty {
        lines.append(HistoryLine(number: number, bytes: text, isEnded: end != nil))
      }
    }
    return (lines, hasMarkers)
  }

  /// Whether there are more lines than so many, blank ones among them; no more are looked at.
  static func areMore(than most: Int, in bytes: [UInt8]) -> Bool {
    var start = 0
    for _ in 0...most {
      guard let end = lineFeed(in: bytes, from: start) else { return false }
      start = end + 1
    }
    return true
  }

  /// The place of the next line feed; found by the system's own search, for a file can be one endless line.
  static func lineFeed(in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base + start, 0x0A, buffer.count - start) else {
        return nil
      }
      return UnsafeRawPointer(found) - base
    }
  }

  /// What the next line names it by; nothing for a line that is longer than any that is written.
  var digest: String { isTooLong ? "" : SHA256.hexadecimal(bytes) }

  private var isTooLong: Bool { bytes.count > HistoryFile.longestLine }

  /// What it holds; read anew each time.
  var content: Content {
    guard !isTooLong, bytes.first == UInt8(ascii: "{") else { return .unreadable }
    if let entry = HistoryCodec.decode(bytes) { return .entry(entry) }
    return HistoryCodec.decode(bytes + HistoryCodec.done).map { .begun($0) } ?? .unreadable
  }

  /// The save, closed or not.
  var entry: HistoryEntry? {
    switch content {
    case .entry(let entry), .begun(let entry): entry
    case .unreadable: nil
    }
  }

  /// Whether some text stands in it.
  func contains(_ text: String) -> Bool {
    bytes.withUnsafeBytes { cf_contains($0.baseAddress, $0.count, text, text.utf8.count) }
  }
}

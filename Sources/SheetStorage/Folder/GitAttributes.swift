// Holds the line of a book's .gitattributes by which git keeps the histories of two people who saved.
//
// Contract. The line is added behind what people wrote there: when a book is made, and with a save of a book that lies
// in a git work tree, under the commit lock. Where a line for these files is there, nothing is done. git itself is never
// run. That it could not be added keeps nobody from saving.

import Glibc

/// The file .gitattributes of a book.
struct GitAttributes {
  let files: SharedFiles

  static let name = ".gitattributes"
  private static let pattern = "\(HistoryFile.folderName)/*.jsonl"
  private static let largest = 64 * 1024

  /// Adds the line where it is missing and the book lies in a git work tree.
  func addInWorkTree() {
    let found = try? files.folder.read(GitAttributes.name, largest: GitAttributes.largest).bytes
    if let found, hasLine(found) { return }
    var place = files.folder.path[...]
    while !place.isEmpty {
      if access(place + "/.git", F_OK) == 0 { return add() }
      place = place[..<(place.lastIndex(of: "/") ?? place.startIndex)]
    }
  }

  /// Adds the line.
  func add() {
    let descriptor = files.folder.descriptor
    guard let file = try? files.file(GitAttributes.name, in: descriptor) else { return }
    defer { try? files.calls.close(file) }
    guard let found = try? files.folder.read(GitAttributes.name, largest: GitAttributes.largest).bytes else { return }
    guard !hasLine(found) else { return }
    let text = (found.last.map { $0 != 0x0A } ?? false ? "\n" : "") + GitAttributes.pattern + " merge=union\n"
    guard lseek(file, 0, SEEK_END) >= 0 else { return }
    try? files.calls.writeAll(Array(text.utf8), to: file)
  }

  private func hasLine(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .contains { $0.hasPrefix(GitAttributes.pattern) }
  }
}

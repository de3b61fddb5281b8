// Holds what is asked of a folder's path as it was given.

import Glibc
import SheetStorage

/// The parts of a folder's path.
enum FolderPath {
  /// The folder above; of a path that ends in dots it is found by what the path leads to.
  static func parent(of path: String) -> String {
    let trimmed = trimmed(path)
    let parts = trimmed.split(separator: "/")
    guard let last = parts.last, last != ".", last != ".." else {
      let resolved = DraftStore.resolved(path)
      return resolved == path ? "/" : parent(of: resolved)
    }
    let above = (trimmed.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    return above.isEmpty ? "." : above
  }

  /// The name of a folder in the one above.
  static func name(of path: String) -> String {
    let name = trimmed(path).split(separator: "/").last.map(String.init) ?? path
    return name == "." || name == ".."
      ? DraftStore.resolved(path).split(separator: "/").last.map(String.init) ?? name : name
  }

  /// The path of a name in a folder; one in the current folder is told by its name alone.
  static func place(of name: String, in folder: String) -> String {
    if folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Whether anything has the name, a link to nothing as well.
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(trimmed(path), &status) == 0
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}

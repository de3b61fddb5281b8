// Holds tables as they are printed.

import Glibc

/// A table in Markdown; all columns but the first hold figures.
struct MarkdownTable {
  let columns: [String]
  var rows: [[String]] = []

  /// Its lines.
  var lines: [String] {
    let rule = columns.indices.map { _ in "---" }
    return ([columns, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .map { $0.hasPrefix("| --- ") ? $0.filter { $0 != " " } : $0 }
  }

  /// Prints it under a title.
  func show(_ title: String) {
    print("\n### \(title)\n\n" + lines.joined(separator: "\n"))
    fflush(nil)
  }
}

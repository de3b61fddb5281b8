// Holds the comparison of what a test got with what is recorded.

import Foundation
import TestSupport
import Testing

/// Compares a text with its file in Snapshots; RECORD_SNAPSHOTS=1 writes the file instead.
func expectSnapshot(_ text: String, _ name: String) throws {
  let path = packageFolder + "/Tests/SheetEditorTests/Snapshots/\(name).txt"
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try (text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }
  let expected = try String(contentsOfFile: path, encoding: .utf8)
  guard text + "\n" != expected else { return }
  let lines = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let found = (text + "\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let place = zip(lines, found).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, found.count)
  let before = lines.indices.contains(place) ? lines[place] : "(the end)"
  let after = found.indices.contains(place) ? found[place] : "(the end)"
  Issue.record("\(name) differs from line \(place + 1) on:\n- \(before)\n+ \(after)\n\(text)")
}

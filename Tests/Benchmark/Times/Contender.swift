// Holds a program that is timed in a terminal.

import Foundation
import TestSupport

/// A program that is timed beside others.
struct Contender {
  let name: String
  let words: [String]
  /// A text near the end of its first screen.
  let shows: String
  /// What is typed before keys are timed.
  var before: [[UInt8]] = []
  /// The name of the program that does the same with nothing between.
  var limit: String?
  /// Whether the terminal answers its questions.
  var isAnswered = true

  /// The editor on a folder.
  static func furikaeri(_ name: String, _ words: [String], in place: Workplace) -> Contender {
    Contender(name: "furikaeri, " + name, words: [place.program] + words, shows: "F1 ")
  }

  /// The editor, and the C program that reads the same files and writes what the editor writes: its first screen at once,
  /// for every key what the editor writes for one.
  static func withLimit(
    _ name: String, _ words: [String], files: String, before: [[UInt8]] = [], key: [UInt8] = [], in place: Workplace
  ) throws -> [Contender] {
    var editor = furikaeri(name, words, in: place)
    editor.before = before
    let terminal = try editor.start(in: place)
    guard terminal.waits(for: editor.shows) != nil else { throw BenchmarkError("\(editor.name) shows nothing.") }
    let screen = terminal.sent
    terminal.settle(quiet: 500, first: 500)
    editor.type(before, in: terminal)
    terminal.forget()
    terminal.send(key)
    if !key.isEmpty { terminal.settle(quiet: 100, first: 1000) }
    let number = Contender.recordings.next()
    let limit = Contender(
      name: "limit, " + name,
      words: [
        try place.limit(), "--paint", try place.write(screen, to: "screen-\(number)"),
        try place.write(terminal.sent, to: "answer-\(number)"), files,
      ], shows: editor.shows, isAnswered: false)
    editor.limit = limit.name
    return [editor, limit]
  }

  private static let recordings = Counter()

  /// One of the other editors, where it is installed; otherwise that is said.
  static func peer(_ name: String, _ words: [String], shows: String) throws -> [Contender] {
    let installed = try Child.run(["sh", "-c", "command -v \(words[0])"]).status == 0
    guard installed else {
      print("\n\(words[0]) is not installed: nothing is compared with it.")
      return []
    }
    return [Contender(name: name, words: words, shows: shows)]
  }

  /// Starts it.
  func start(in place: Workplace) throws -> ProgramTerminal {
    try ProgramTerminal(words, environment: try place.environment(), answers: isAnswered)
  }

  /// Types keys, each when the screen after the one before it is there.
  func type(_ keys: [[UInt8]], in terminal: ProgramTerminal) {
    for key in keys {
      terminal.send(key)
      terminal.settle(quiet: 150, first: 1000)
    }
  }
}

/// Numbers, each once.
private final class Counter: @unchecked Sendable {
  private var last = 0

  func next() -> Int {
    last += 1
    return last
  }
}

// Holds text as the source of a manual page.

import SheetWording

@testable import Terminal
@testable import furikaeri

/// Makes lines of roff of what is to be read.
enum ManText {
  /// A text as it is to be read: what roff takes for a request or a sign of its own is none, and Japanese may be broken
  /// between its characters, where a line may begin and end.
  static func escaped(_ text: String) -> String {
    var source = ""
    var last: Character?
    for character in text {
      if let last, mayBreak(between: last, and: character) { source += "\\:" }
      source += signs[character] ?? String(character)
      last = character
    }
    return source.hasPrefix(".") || source.hasPrefix("'") ? "\\&" + source : source
  }

  /// A page of some sections; nothing is hyphenated, and the right edge is ragged.
  ///
  /// - Parameter date: the day of the release.
  static func page(
    _ name: String, _ number: Int, of volume: String, date: String, _ sections: KeyValuePairs<String, [String]>
  ) -> String {
    let head = [
      "'\\\" -*- coding: UTF-8 -*-", ".\\\" Made of the program's tables: see docs/contributing.md.",
      ".TH \(name.uppercased()) \(number) \(date) \"furikaeri \(Wording.version)\" \"\(volume)\"", ".nh", ".ad l",
    ]
    return (head + sections.flatMap { [".SH \($0)"] + $1 }).joined(separator: "\n") + "\n"
  }

  static func paragraphs(_ texts: [String]) -> [String] {
    Array(texts.map { [escaped($0)] }.joined(separator: [".PP"]))
  }

  /// A list of words with their sentences.
  static func list(_ rows: [(word: String, sentence: String)], indent: Int = 12) -> [String] {
    rows.flatMap { [".TP \(indent)", bold($0.word), escaped($0.sentence)] }
  }

  /// The same without a blank line between the rows.
  static func closeList(_ rows: [(word: String, sentence: String)], indent: Int) -> [String] {
    list(Array(rows.prefix(1)), indent: indent) + [".PD 0"] + list(Array(rows.dropFirst()), indent: indent) + [".PD"]
  }

  /// Lines as they are, each on a line of its own.
  static func example(_ lines: [String]) -> [String] {
    [".PP", ".RS 4", ".EX"] + lines.map { escaped($0) } + [".EE", ".RE"]
  }

  static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }
  static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

  private static let signs: [Character: String] = [
    "\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "~": "\\(ti", "^": "\\(ha",
  ]

  private static func mayBreak(between left: Character, and right: Character) -> Bool {
    guard left != " ", right != " ", !(left.isASCII && right.isASCII) else { return false }
    return !LineBreakClass.isForbiddenAtStart(right) && !LineBreakClass.isForbiddenAtEnd(left)
      && !LineBreakClass.areJoined(left, right)
  }

  /// A command's help: lines as they are, rows of a word and its sentence as a list.
  static func lines(ofHelp help: String) -> [String] {
    var source: [String] = []
    var isInList = false
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.drop { $0 == " " }
      let indent = line.count - text.count
      if text.isEmpty {
        source.append(".PP")
        isInList = false
      } else if indent > 0, let gap = text.firstRange(of: "  ") {
        let rest = text[gap.upperBound...].drop { $0 == " " }
        source += [".TP 18", bold(String(text[..<gap.lowerBound])), escaped(String(rest))]
        isInList = true
      } else if isInList, indent > 2 {
        source.append(escaped(String(text)))
      } else if indent > 0 {
        source += [".RS 4", escaped(String(text)), ".RE"]
      } else {
        source += [isInList ? ".PP" : ".br", escaped(String(text))]
        isInList = false
      }
    }
    while source.first == ".br" || source.first == ".PP" { source.removeFirst() }
    return zip(source, [""] + source).compactMap { line, before in
      line == ".br" && (before == ".PP" || before == ".RE") ? nil : line
    }
  }
}

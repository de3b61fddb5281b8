// Holds the targets of a plan on one row, in which no figure is cut off.

import InitiativeModel
import SheetWording
import Terminal

/// The row of a plan's targets as it was composed last, and of what it was made.
struct ComposedTargets: Equatable, Sendable {
  private struct Basis: Equatable, Sendable {
    let plan: Plan
    let width: Int
    let widths: DisplayWidths
  }

  private(set) var text = ""
  private var basis: Basis?

  /// Composes the row anew where it is of something else.
  mutating func follow(_ plan: Plan, width: Int, widths: DisplayWidths) {
    let now = Basis(plan: plan, width: width, widths: widths)
    guard now != basis else { return }
    text = TargetLine(plan, widths: widths).text(width: width)
    basis = now
  }
}

/// The targets of a plan, composed for a row of some columns.
///
/// Whole targets come first; of one that does not fit the words are shortened, never its figure; of those that have no
/// room it is said how many they are.
struct TargetLine {
  /// One target: what is to be reached, and its figure; empty where it has none.
  struct Target: Equatable {
    var words: String
    var figure: String

    var whole: String { [words, figure].filter { !$0.isEmpty }.joined(separator: " ") }
  }

  let targets: [Target]
  let widths: DisplayWidths

  /// The columns that words which are shortened keep at least.
  private static let fewestColumns = 8

  init(_ plan: Plan, widths: DisplayWidths) {
    targets = TargetLine.targets(of: plan.targetLines)
    self.widths = widths
  }

  /// The row, no wider than `width` columns.
  func text(width: Int) -> String {
    let whole = targets.map(\.whole).joined(separator: "  ")
    if widths.columns(of: SafeText.visible(whole)) <= width { return whole }
    var parts: [String] = []
    for (index, target) in targets.enumerated() {
      let before = parts.reduce(0) { $0 + columns($1) + 2 }
      let room = width - before - columns(rest(behind: index))
      if columns(target.whole) <= room {
        parts.append(target.whole)
        continue
      }
      if let short = shortened(target, room: room) ?? (index == 0 ? cut(target, room: room) : nil) {
        parts.append(short)
        return parts.joined(separator: "  ") + rest(behind: index)
      }
      return parts.joined(separator: "  ") + rest(behind: index - 1)
    }
    return parts.joined(separator: "  ")
  }

  private func columns(_ text: String) -> Int { widths.columns(of: SafeText.visible(text)) }

  /// How many targets come behind one.
  private func rest(behind index: Int) -> String {
    let count = targets.count - 1 - index
    return count == 0 ? "" : "  " + Wording.moreTargets(count)
  }

  /// A target whose words are cut and whose figure stands whole; nil where there is no room for that.
  private func shortened(_ target: Target, room: Int) -> String? {
    guard !target.figure.isEmpty else { return nil }
    let left = room - columns(target.figure) - 1
    guard left >= min(columns(target.words), TargetLine.fewestColumns) else { return nil }
    return widths.truncated(SafeText.visible(target.words), toColumns: left) + " " + target.figure
  }

  /// What is shown of a target that has room neither whole nor shortened: its figure before its words.
  private func cut(_ target: Target, room: Int) -> String {
    widths.truncated(
      SafeText.visible(target.figure.isEmpty ? target.words : target.figure), toColumns: max(0, room))
  }

  // MARK: The parts of the text

  /// The targets that some lines of a plan name.
  ///
  /// A line with a sign of its own begins one; under ○ a line with ・ is its figure; a year in 【 】 belongs to what is
  /// beside it and is left out.
  static func targets(of lines: [String]) -> [Target] {
    var found: [[String]] = []
    for line in lines.map({ trimmed($0) }) where !line.isEmpty && !(line.hasPrefix("【") && line.hasSuffix("】")) {
      let begins = line.first.map { "○◯●◎◇◆□■・‐-①②③④⑤⑥⑦⑧⑨⑩".contains($0) } ?? false
      let isFigure = line.hasPrefix("・") && found.last?.count == 1 && found.last?[0].hasPrefix("○") == true
      if found.isEmpty || begins && !isFigure { found.append([line]) } else { found[found.count - 1].append(line) }
    }
    return found.map { lines in
      guard lines.count == 2, lines[1].hasPrefix("・") else { return target(lines.joined(separator: " ")) }
      return Target(words: lines[0], figure: trimmed(String(lines[1].dropFirst())))
    }
  }

  /// A target of one text: its figure reaches from its first number, with the word that the number stands in, to the end.
  private static func target(_ text: String) -> Target {
    let characters = Array(text)
    guard let number = characters.indices.first(where: { beginsFigure(characters, $0) }) else {
      return Target(words: text, figure: "")
    }
    var start = number
    while start > 0, !" 　:：、。,".contains(characters[start - 1]) { start -= 1 }
    if number - start > longestPrefix { start = number }
    guard start > 0 else { return Target(words: "", figure: text) }
    return Target(words: trimmed(String(characters[..<start])), figure: trimmed(String(characters[start...])))
  }

  /// How many characters of a word may stand in front of its number.
  private static let longestPrefix = 6

  /// Whether a number that is no year begins at a place.
  private static func beginsFigure(_ text: [Character], _ place: Int) -> Bool {
    if text[place...].starts(with: "ゼロ") { return true }
    func isDigit(_ place: Int) -> Bool {
      text.indices.contains(place) && "0123456789０１２３４５６７８９".contains(text[place])
    }
    guard isDigit(place), !isDigit(place - 1) else { return false }
    var end = place
    while isDigit(end) { end += 1 }
    return !text[end...].starts(with: "年")
  }

  private static func trimmed(_ text: String) -> String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\u{3000}" }
    return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}

// Holds the ways in which a text of the form is broken on its way to us.

import InitiativeModel
import TestSupport

/// Something that happens to the text of a book; whatever it is, it stays clear which sheet a letter belongs to.
enum BrokenText: String, CaseIterable, Sendable {
  case shuffledLines, shuffledSheet, shuffledCells, droppedLabels, droppedNumbers, droppedHeads, cutEnd, cutStart
  case repeatedPages, headingsInProse, loneHeadings, swappedSheets, swappedParts, mixedLayouts, joinedLines, splitRows
  case damagedLetters, droppedLines, wrappedLines, otherHeadings

  /// Whether it stays clear as well which field a letter belongs to.
  var leavesFields: Bool {
    switch self {
    case .cutEnd, .cutStart, .repeatedPages, .headingsInProse, .swappedSheets, .mixedLayouts, .otherHeadings: true
    case .shuffledLines, .shuffledSheet, .shuffledCells, .droppedLabels, .droppedNumbers, .droppedHeads, .loneHeadings,
      .swappedParts, .joinedLines, .splitRows, .damagedLetters, .droppedLines, .wrappedLines:
      false
    }
  }

  /// A marked book in a layout, broken.
  func text(_ layout: PublishedLayout, _ random: inout SeededGenerator) -> String {
    let sheets = MarkedBook.sheets(4)
    switch self {
    case .swappedSheets: return layout.text(sheets.shuffled(using: &random))
    case .mixedLayouts:
      let other = PublishedLayout.allCases.randomElement(using: &random) ?? .tabRows
      let place = Int.random(in: 1..<sheets.count, using: &random)
      return layout.text(Array(sheets[..<place])) + "\n" + other.text(Array(sheets[place...]))
    case .repeatedPages:
      let place = Int.random(in: sheets.indices, using: &random)
      let behind = Int.random(in: place..<sheets.count, using: &random)
      return layout.text(Array(sheets[...behind]) + [sheets[place]] + sheets[(behind + 1)...])
    case .otherHeadings:
      let headings = FormSpelling.Heading.allCases.map { FormSpelling(heading: $0) }
      return sheets.map { layout.text([$0], headings.randomElement(using: &random) ?? FormSpelling()) }.joined()
    case .shuffledLines, .shuffledSheet, .shuffledCells, .droppedLabels, .droppedNumbers, .droppedHeads, .cutEnd,
      .cutStart, .headingsInProse, .loneHeadings, .swappedParts, .joinedLines, .splitRows, .damagedLetters,
      .droppedLines, .wrappedLines:
      var lines = layout.text(sheets).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      breakLines(&lines, &random)
      return lines.joined(separator: "\n")
    }
  }

  private func breakLines(_ lines: inout [String], _ random: inout SeededGenerator) {
    let times = Int.random(in: 1...4, using: &random)
    switch self {
    case .shuffledLines: lines.shuffle(using: &random)
    case .shuffledSheet:
      let heads = lines.indices.filter { BrokenText.isHead(lines[$0]) } + [lines.count]
      guard heads.count > 2 else { return }
      let one = Int.random(in: 0..<(heads.count - 1), using: &random)
      lines[(heads[one] + 2)..<max(heads[one] + 2, heads[one + 1])].shuffle(using: &random)
    case .shuffledCells:
      for index in lines.indices where lines[index].contains("\t") && Bool.random(using: &random) {
        lines[index] = lines[index].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
          .shuffled(using: &random).joined(separator: "\t")
      }
    case .droppedLabels:
      for _ in 0..<times {
        guard let label = BrokenText.labels.randomElement(using: &random) else { continue }
        let places = lines.indices.filter { lines[$0].contains(label) }
        guard let place = places.randomElement(using: &random) else { continue }
        lines[place] = lines[place].replacing(label, with: "", maxReplacements: 1)
      }
    case .droppedNumbers, .droppedHeads:
      for _ in 0..<min(times, 2) {
        guard let place = lines.indices.filter({ BrokenText.isHead(lines[$0]) }).randomElement(using: &random) else {
          continue
        }
        if lines[place].unicodeScalars.contains(where: { MarkedBook.owner(of: $0) != nil }) {
          lines[place] = lines[place].replacing(#/取組項目( |&nbsp;)?[0-9]/#, with: "", maxReplacements: 1)
        } else {
          lines.removeSubrange(place..<min(lines.count, place + (self == .droppedHeads ? 2 : 1)))
        }
      }
    case .cutEnd: lines = Array(lines.prefix(Int.random(in: 1...lines.count, using: &random)))
    case .cutStart: lines = Array(lines.dropFirst(Int.random(in: 1..<max(2, lines.count), using: &random)))
    case .headingsInProse, .loneHeadings:
      for _ in 0..<times { intrude(&lines, &random) }
    case .swappedParts:
      for index in lines.indices.dropLast() where Int.random(in: 0..<8, using: &random) == 0 {
        guard !BrokenText.isHead(lines[index]), !BrokenText.isHead(lines[index + 1]) else { continue }
        if BrokenText.owners(lines[index]) == BrokenText.owners(lines[index + 1]) { lines.swapAt(index, index + 1) }
      }
    case .joinedLines:
      for _ in 0..<times * 3 where lines.count > 2 {
        let place = Int.random(in: 0..<(lines.count - 1), using: &random)
        lines[place] += " " + lines.remove(at: place + 1)
      }
    case .splitRows: lines = lines.flatMap { Bool.random(using: &random) ? BrokenText.split($0) : [$0] }
    case .damagedLetters:
      for _ in 0..<times * 2 {
        let places = lines.indices.filter { line in BrokenText.labels.contains { lines[line].contains($0) } }
        guard let place = places.randomElement(using: &random) else { continue }
        var letters = Array(lines[place])
        letters[Int.random(in: letters.indices, using: &random)] = "頂"
        lines[place] = String(letters)
      }
    case .droppedLines:
      for _ in 0..<times where lines.count > 1 { lines.remove(at: Int.random(in: lines.indices, using: &random)) }
    case .wrappedLines: lines = lines.flatMap { BrokenText.wrap($0, at: 36) }
    case .swappedSheets, .mixedLayouts, .repeatedPages, .otherHeadings: break
    }
  }

  /// Puts a heading of another sheet into a line of text, or on a line of its own.
  private func intrude(_ lines: inout [String], _ random: inout SeededGenerator) {
    let number = Int.random(in: 1...6, using: &random)
    let texts = lines.indices.filter { !BrokenText.owners(lines[$0]).isEmpty && !BrokenText.isHead(lines[$0]) }
    guard let place = texts.randomElement(using: &random) else { return }
    if self == .loneHeadings {
      lines.insert("取組項目 \(number)", at: place + 1)
    } else {
      let words = ["取組項目\(number)の再掲。", "(取組項目 \(number)【見本】のとおり)", "取組項目\(number) ②と同じ。", "【参考】取組項目\(number)"]
      lines[place] += " " + (words.randomElement(using: &random) ?? "")
    }
  }

  static let labels = [
    PrintedForm.plan, PrintedForm.policyAndTargets, PrintedForm.annualActions, PrintedForm.midTermReview,
    PrintedForm.selfEvaluation, PrintedForm.issuesAndImprovements, "取組内容の実施見込み", "目標の達成見込み", "※左記が「②」の場合は必須",
    "当年度の取組実績及び目標の達成状況", "①:目標達成 ②:目標未達成", PrintedForm.item,
  ]

  private static func isHead(_ line: String) -> Bool { line.contains(PrintedForm.item) }

  private static func owners(_ line: String) -> Set<Int> {
    Set(line.unicodeScalars.compactMap { MarkedBook.owner(of: $0)?.sheet })
  }

  private static func split(_ line: String) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  private static func wrap(_ line: String, at width: Int) -> [String] {
    var rest = line[...]
    var out: [String] = []
    while rest.count > width {
      out.append(String(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    return out + [String(rest)]
  }
}

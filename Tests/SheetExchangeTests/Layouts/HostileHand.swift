// Holds what people and their programs do to the text of a form before they hand it on.

import InitiativeModel

@testable import SheetExchange

/// A way in which the text of a form has been handled.
enum HostileHand: String, CaseIterable, Sendable {
  case lineNumbers, numberColumn, quotedMail, spacedLetters, spacedLabels, wideSpaces, zeroWidth, ruby, softHyphens
  case webPage, uprightLabels, twoUp, doubledHeading, dashedNumbers, kanjiNumbers, otherWords, numberOnly, commas
  case oneQuoteMissing, noteOnOwnLine, ringedAnswer, tickedAnswer, onlyChosenLegend, answerBehindLegend
  case labelsAsColumns, reversed, labelBehindText, twoBooks, otherFormBetween, lineSeparators, headingsAsBullets
  case shortLabels, renamedLabels, nestedTable, formerVersion, emptySheets, titleBeforeNumber, numbersRepeated

  /// Whether the headings still carry the numbers of their sheets.
  var keepsNumbers: Bool { self != .numbersRepeated && self != .dashedNumbers }

  /// A text after it was handled.
  func handled(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func each(_ change: (String) -> String) -> String { lines.map(change).joined(separator: "\n") }
    func swap(_ pairs: [(String, String)]) -> String { pairs.reduce(text) { $0.replacing($1.0, with: $1.1) } }
    switch self {
    case .lineNumbers: return lines.enumerated().map { "\($0 + 1): \($1)" }.joined(separator: "\n")
    case .numberColumn: return lines.enumerated().map { "\($0 + 1)\t\($1)" }.joined(separator: "\n")
    case .quotedMail: return each { "> " + $0 }
    case .spacedLetters:
      return each { line in line.contains("\t") ? line : line.map(String.init).joined(separator: " ") }
    case .spacedLabels: return swap([("計画\t", "計　　画\t"), ("自己評価", "自 己 評 価"), ("中間振り返り", "中間\u{3000}振り返り")])
    case .wideSpaces: return text.replacing(" ", with: "\u{3000}")
    case .zeroWidth: return swap(HostileHand.labels.map { ($0, "\u{200B}" + $0 + "\u{200B}") })
    case .softHyphens: return swap(HostileHand.labels.map { ($0, $0.prefix(2) + "\u{AD}" + $0.dropFirst(2)) })
    case .ruby: return swap([("取組", "取組(とりくみ)"), ("計画", "計画(けいかく)"), ("振り返り", "振り返り(ふりかえり)")])
    case .webPage:
      return "ページの本文へ\n天王寺区\n更新日：2019年12月1日\nページ番号：473625\n印刷\n\n" + text
        + "\nこのページの作成者・問合せ先\n電話：06-0000-0000\nページの先頭へ戻る\n"
    case .uprightLabels:
      return each { line in
        HostileHand.rowLabels.contains(line.trimmed) ? line.trimmed.map(String.init).joined(separator: "\n") : line
      }
    case .twoUp: return HostileHand.sideBySide(text)
    case .doubledHeading: return each { $0.hasPrefix("取組項目") ? $0 + "\n" + $0 : $0 }
    case .dashedNumbers: return text.replacing(#/取組項目 (\d)/#) { "取組項目 1-\($0.1)" }
    case .kanjiNumbers:
      return text.replacing(#/取組項目 (\d)/#) { "取組項目 " + SourceBook.kanji(Int($0.1) ?? 0) }
    case .otherWords: return text.replacing(#/取組項目 (\d)/#) { "取り組み項目その\($0.1)" }
    case .numberOnly: return text.replacing(#/取組項目 (\d)/#) { "(\($0.1))" }
    case .commas: return text.replacing("\t", with: ",")
    case .oneQuoteMissing: return text.replacing("\"", with: "", maxReplacements: 1)
    case .noteOnOwnLine: return text.replacing(" ※左記", with: "\n※左記")
    case .ringedAnswer:
      return each { line in
        HostileHand.replacingAnswer(line) { "○\($0):" }
      }
    case .tickedAnswer:
      return each { line in
        HostileHand.replacingAnswer(line) { "☑\($0):" }
      }
    case .onlyChosenLegend:
      return swap([(" ②:目標未達成", ""), ("①:目標達成", "")])
    case .answerBehindLegend:
      return text.replacing(#/([①②]) ①:目標達成 ②:目標未達成/#) { "①:目標達成 ②:目標未達成 \($0.1)" }
    case .labelsAsColumns: return HostileHand.transposed(lines)
    case .reversed: return lines.reversed().joined(separator: "\n")
    case .labelBehindText:
      return each { line in
        guard let place = line.firstRange(of: "課題と改善策 ※左記が「②」の場合は必須"), place.lowerBound == line.startIndex else {
          return line
        }
        return line[place.upperBound...] + " " + line[place]
      }
    case .twoBooks: return text + "\n" + text
    case .otherFormBetween:
      return text.replacing("取組項目 3", with: "様式2 取組一覧\n1\t歳出\t所管課\n2\t歳入\t所管課\n\n取組項目 3")
    case .lineSeparators: return text.replacing("\n", with: "\u{2028}")
    case .headingsAsBullets: return each { $0.hasPrefix("取組項目") ? "・" + $0 : $0 }
    case .shortLabels: return swap([("当年度の取組実績及び目標の達成状況", "取組実績"), ("課題と改善策", "課題・改善策")])
    case .renamedLabels: return swap([("自己評価", "年度末評価"), ("中間振り返り", "中間評価")])
    case .nestedTable: return swap([("計画\t", "計画\t┌──┐\t"), ("自己評価\t", "│自己評価│\t")])
    case .formerVersion: return swap([("中間振り返り", "中間振り返り(修正前)"), ("自己評価", "自己評価(案)")])
    case .emptySheets: return "取組項目 8\n【見本】\n\n取組項目 9\n\n" + text + "\n取組項目 7\n"
    case .titleBeforeNumber:
      var out = lines
      for index in lines.indices.dropLast() where lines[index].hasPrefix("取組項目 ") && lines[index].count < 10 {
        out.swapAt(index, index + 1)
      }
      return out.joined(separator: "\n")
    case .numbersRepeated: return swap([("取組項目 2", "取組項目 1"), ("取組項目 4", "取組項目 3")])
    }
  }

  private static let labels = ["計画", "取組の方針・目標内容", "当年度の取組内容", "自己評価", "課題と改善策", "取組項目"]
  private static let rowLabels = ["計画", "中間振り返り", "自己評価"]

  /// Marks the option that was chosen instead of printing its sign before the legend.
  private static func replacingAnswer(_ line: String, _ mark: (String) -> String) -> String {
    line.replacing(#/([①②])([ \t]+)①:(目標達成|達成見込み) ②:(目標未達成|達成できない見込み)/#) { match in
      let isFirst = match.1 == "①"
      let first: String = (isFirst ? mark("①") : "①:") + String(match.3)
      let second: String = (isFirst ? "②:" : mark("②")) + String(match.4)
      return String(match.2) + first + " " + second
    }
  }

  /// Two halves of a text beside each other, as when two pages are printed on one sheet of paper.
  private static func sideBySide(_ text: String) -> String {
    guard let middle = text.firstRange(of: "取組項目 3")?.lowerBound else { return text }
    let left = text[..<middle].split(separator: "\n", omittingEmptySubsequences: false)
    let right = text[middle...].split(separator: "\n", omittingEmptySubsequences: false)
    return (0..<max(left.count, right.count)).map { line in
      let first = line < left.count ? String(left[line]) : ""
      return first + String(repeating: " ", count: max(4, 90 - first.count)) + (line < right.count ? right[line] : "")
    }.joined(separator: "\n")
  }

  /// A row a sheet under one row of labels.
  private static func transposed(_ lines: [String]) -> String {
    let text = lines.joined(separator: "\n")
    let sheets: [String] = text.split(separator: "取組項目 ").map { part in
      var row = "取組項目 " + String(part).replacing("\n", with: "\t")
      for label in labels.dropLast() { row = row.replacing(label, with: "") }
      return row
    }
    return (["取組項目\t計画\t取組の方針・目標内容\t当年度の取組内容\t中間振り返り\t自己評価\t課題と改善策"] + sheets).joined(separator: "\n")
  }
}

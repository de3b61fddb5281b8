// Holds the telling of a list of contents above the sheets.

import InitiativeModel

/// The entries of a list that stands above the first sheet: numbers and titles of the text's own sheets, with answers.
struct ContentsList {
  private let titles: [Int: String]
  /// What of the title of the last entry can go on in the next row.
  private var open = ""

  init(_ sheets: [InitiativeSheet]) {
    titles = Dictionary(
      sheets.map { ($0.number, FormCell.squeeze($0.title + $0.subtitle)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The words of a list's own heading.
  private static let words = ["目次", "もくじ", "取組項目一覧", "番号", "題名", "ページ", "実施見込み", "中間振り返り", "中間", "自己評価", "取組項目", "項目"]

  /// Whether a row is the list's heading, an entry, or the rest of the title of the entry before it.
  mutating func takes(_ row: FormRow) -> Bool {
    let text = FormCell.squeeze(row.text)
    if !open.isEmpty, open.hasPrefix(text) {
      open = ""
      return true
    }
    open = ""
    if isHeading(text) { return true }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), let title = titles[number], !title.isEmpty else { return false }
    let rest = text.dropFirst(digits.count)
    let shared = zip(rest, title).prefix { $0 == $1 }.count
    guard shared > 0, isRest(rest.dropFirst(shared)) else { return false }
    open = String(title.dropFirst(shared))
    return true
  }

  private func isHeading(_ text: String) -> Bool {
    guard ContentsList.words.contains(where: { text.contains($0) }) else { return false }
    return isRest(ContentsList.words.reduce(text) { $0.replacing($1, with: "") }[...])
  }

  /// What may stand behind a title: its star, answers, a page's number.
  private func isRest(_ text: Substring) -> Bool {
    text.unicodeScalars.allSatisfy { "★☆()iI①②0123456789.…・-—".unicodeScalars.contains($0) }
  }
}

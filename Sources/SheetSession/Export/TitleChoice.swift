// Holds finding one item of many wards by its title.

import InitiativeModel

/// The titles that a text stands for among those of many sheets.
///
/// Where the text is a whole title, with or without the line under it, that title alone is meant; otherwise all in which
/// it stands.
struct TitleChoice {
  /// The different titles that were found, in the order of the sheets.
  let titles: [String]
  /// Where there is none, those that are nearest to the text, the nearest first.
  let nearest: [String]
  private let found: Set<String>

  /// Looks for a text in titles, whatever its width, case and kana.
  init(_ text: String, among sheets: [InitiativeSheet]) {
    let key = TitleChoice.key(text)
    let all = sheets.map(\.fullTitle)
    let whole = sheets.filter { TitleChoice.key($0.title) == key || TitleChoice.key($0.fullTitle) == key }
    let holding = FoldedTitles(all).holding(key)
    let meant = whole.isEmpty ? zip(all, holding).filter(\.1).map(\.0) : whole.map(\.fullTitle)
    found = Set(meant.map { TitleChoice.key($0) })
    titles = TitleChoice.distinct(meant)
    nearest = meant.isEmpty ? TitleChoice.nearest(text, sheets) : []
  }

  /// Whether a sheet is meant.
  func takes(_ sheet: InitiativeSheet) -> Bool { found.contains(TitleChoice.key(sheet.fullTitle)) }

  /// How many near titles are named.
  private static let mostNamed = 3

  private static func nearest(_ text: String, _ sheets: [InitiativeSheet]) -> [String] {
    let asked = InitiativeSheet(number: 0, title: text)
    let likenesses = sheets.compactMap { sheet in
      TitleLikeness.likeness(asked, sheet).map { (title: sheet.fullTitle, likeness: $0) }
    }
    let ordered = likenesses.enumerated().filter { $0.element.likeness > 0 }
      .sorted { (-$0.element.likeness, $0.offset) < (-$1.element.likeness, $1.offset) }
    return Array(distinct(ordered.map(\.element.title)).prefix(mostNamed))
  }

  private static func distinct(_ titles: [String]) -> [String] {
    var known: Set<String> = []
    return titles.filter { known.insert(key($0)).inserted }
  }

  /// A title as it is compared: as searching folds it, without blanks at its ends.
  private static func key(_ title: String) -> String {
    let folded = FoldedText(title).key.unicodeScalars
    let start = folded.firstIndex { !$0.properties.isWhitespace } ?? folded.endIndex
    let end = folded.lastIndex { !$0.properties.isWhitespace }.map { folded.index(after: $0) } ?? start
    return String(folded[start..<end])
  }
}

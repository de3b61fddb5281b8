// Holds the comparing of titles.

import InitiativeModel

/// How much the titles of two sheets are alike.
enum TitleLikeness {
  /// The share of characters in common, in order, from which two titles may be one that was reworded.
  private static let least = 0.5
  /// The share from which a title is taken for the one of another sheet.
  private static let certain = 0.9

  /// Whether a sheet of a text is the book's sheet of the same number, perhaps with a reworded title.
  ///
  /// It is not when its title has little in common with the book's, or when another sheet of the book has that title.
  static func isSame(_ imported: InitiativeSheet, _ own: InitiativeSheet, among sheets: [InitiativeSheet]) -> Bool {
    guard let likeness = likeness(imported, own), likeness < 1 else { return true }
    return likeness >= least && !isOther(imported, own, among: sheets)
  }

  /// Whether a title is the one of another sheet of the book rather than of its own.
  static func isOther(_ imported: InitiativeSheet, _ own: InitiativeSheet, among sheets: [InitiativeSheet]) -> Bool {
    let likeness = likeness(imported, own) ?? 1
    return sheets.contains { other in
      other.number != own.number && self.likeness(imported, other).map { $0 >= certain && $0 > likeness } ?? false
    }
  }

  /// From 0 to 1; nil where one of the sheets has no title.
  static func likeness(_ one: InitiativeSheet, _ other: InitiativeSheet) -> Double? {
    let hasSubtitles = !one.subtitle.isEmpty && !other.subtitle.isEmpty
    let keys = [one, other].map { key($0.title) + (hasSubtitles ? key($0.subtitle) : []) }
    guard !keys.contains(where: \.isEmpty) else { return nil }
    return Double(2 * common(keys[0], keys[1])) / Double(keys[0].count + keys[1].count)
  }

  /// Letters and digits as searching folds them, without the reference (区政編 …), which many titles share.
  private static func key(_ title: String) -> [Unicode.Scalar] {
    let head = String(title.unicodeScalars.prefix(10 * longest))
    let reference = head.firstRange(of: "(区政編") ?? head.firstRange(of: "（区政編")
    let plain = reference.map { String(head[..<$0.lowerBound]) } ?? head
    let letters = FoldedText(plain.prefix(longest)).key.unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return Array(letters)
  }

  /// As much of a title as is compared, in characters.
  private static let longest = 100

  /// The length of the longest row of scalars that both have in this order, with others between them.
  private static func common(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    if one == other { return one.count }
    var lengths = [Int](repeating: 0, count: other.count + 1)
    for scalar in one {
      var diagonal = 0
      for (place, candidate) in other.enumerated() {
        let above = lengths[place + 1]
        lengths[place + 1] = scalar == candidate ? diagonal + 1 : max(above, lengths[place])
        diagonal = above
      }
    }
    return lengths[other.count]
  }
}

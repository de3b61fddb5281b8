// Holds the part of the city's reform plan that an item belongs to, as its title tells it.

extension InitiativeSheet {
  /// The pillar such as 改革の柱1; nil where the title names none.
  ///
  /// Source: the bracketed reference behind the title, such as (区政編 改革の柱1 II-ア).
  public var reformPillar: String? {
    for text in [title, subtitle] {
      guard let start = text.firstRange(of: "改革の柱") else { continue }
      let digits = text[start.upperBound...].drop { $0 == " " || $0 == "\u{3000}" }.prefix {
        $0.wholeNumberValue != nil
      }
      guard !digits.isEmpty else { continue }
      return "改革の柱" + digits.compactMap(\.wholeNumberValue).map(String.init).joined()
    }
    return nil
  }
}

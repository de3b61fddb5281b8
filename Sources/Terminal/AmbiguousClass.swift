// Holds the classes of characters of East Asian Width "Ambiguous".

/// Classes of ambiguous characters that a terminal may treat apart.
public enum AmbiguousClass: String, CaseIterable, Sendable {
  /// ① ② and the like.
  case circled
  /// ※ → and whatever no other class holds.
  case symbols
  /// ○ ● ★ and the like.
  case shapes
  /// — … and the like.
  case dashes
  /// ─ │ and the like.
  case boxDrawing
  /// ⅰ Ⅰ and the like.
  case romanNumerals

  /// A character of the class that a terminal can be asked about.
  public var probe: Character {
    switch self {
    case .circled: "①"
    case .symbols: "※"
    case .shapes: "○"
    case .dashes: "—"
    case .boxDrawing: "─"
    case .romanNumerals: "ⅰ"
    }
  }

  /// The class's place in `allCases`, and its bit in `AmbiguousWidths`.
  var index: Int {
    switch self {
    case .circled: 0
    case .symbols: 1
    case .shapes: 2
    case .dashes: 3
    case .boxDrawing: 4
    case .romanNumerals: 5
    }
  }
}

// Holds how a terminal draws characters of East Asian Width "Ambiguous": in one column or in two, class by class.

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

/// One or two columns for each class of ambiguous characters.
public struct AmbiguousWidths: Hashable, Sendable {
  /// One bit a class, set where the class takes two columns.
  public private(set) var bits: UInt32

  /// Takes the bits as they are.
  public init(bits: UInt32) { self.bits = bits }

  /// Every class takes one column.
  public static let narrow = AmbiguousWidths(bits: 0)
  /// Every class takes two columns.
  public static let wide = AmbiguousWidths(bits: 0b11_1111)

  /// The columns of a class: 1 or 2; any other number set counts as 2.
  public subscript(ambiguousClass: AmbiguousClass) -> Int {
    get { bits >> UInt32(ambiguousClass.index) & 1 == 0 ? 1 : 2 }
    set {
      let bit = UInt32(1) << UInt32(ambiguousClass.index)
      bits = newValue == 1 ? bits & ~bit : bits | bit
    }
  }
}

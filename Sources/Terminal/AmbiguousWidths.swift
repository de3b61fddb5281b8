// Holds how a terminal draws characters of East Asian Width "Ambiguous": in one column or in two, class by class.

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

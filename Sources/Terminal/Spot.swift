// Holds the places of a screen that can be pressed with a mouse.

/// A part of a screen, and what is meant when it is pressed.
public struct Spot: Sendable {
  /// Its rows.
  public let rows: Range<Int>
  /// Its columns.
  public let columns: Range<Int>
  /// What is meant.
  public let target: SpotTarget

  /// Whether a place is in it.
  public func contains(_ place: ScreenPosition) -> Bool {
    rows.contains(place.row) && columns.contains(place.column)
  }
}

/// What a spot means: a value of the view that registered it.
public struct SpotTarget: Hashable, Sendable {
  /// The value.
  public let value: any Hashable & Sendable

  /// Takes a value.
  public init(_ value: any Hashable & Sendable) { self.value = value }

  /// Whether both mean the same.
  public static func == (left: SpotTarget, right: SpotTarget) -> Bool {
    AnyHashable(left.value) == AnyHashable(right.value)
  }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(value)) }
}

extension ScreenBuffer {
  /// Says what a part of a row means when it is pressed; the last one to say so of a cell counts.
  public mutating func spot(
    row: Int, columns: Range<Int>, target: @autoclosure () -> any Hashable & Sendable
  ) {
    spot(rows: row..<(row + 1), columns: columns, target: target())
  }

  /// Says what a part of some rows means when it is pressed.
  ///
  /// A screen that is only drawn keeps nothing of it: it is asked for when something was pressed.
  public mutating func spot(
    rows: Range<Int>, columns: Range<Int>, target: @autoclosure () -> any Hashable & Sendable
  ) {
    guard spots != nil else { return }
    spots?.append(Spot(rows: rows, columns: columns, target: SpotTarget(target())))
  }

  /// Forgets all spots, as something that takes every press lies over them.
  public mutating func coverSpots() { if spots != nil { spots = [] } }

  /// The spot at a place; nil where nothing can be pressed.
  public func spot(at place: ScreenPosition) -> Spot? { spots?.last { $0.contains(place) } }

  /// The spot of a target; nil where it is not on the screen.
  public func spot(of target: SpotTarget) -> Spot? { spots?.last { $0.target == target } }
}

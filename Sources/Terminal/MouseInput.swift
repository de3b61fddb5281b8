// Holds what a mouse does, as the terminal reports it.

/// Something that the mouse did over a cell of the screen.
public struct MouseInput: Equatable, Sendable {
  /// What it did.
  public enum Action: Equatable, Sendable {
    /// The left button went down.
    case press
    /// The mouse moved with the left button down.
    case drag
    /// The left button went up.
    case release
    /// The wheel was turned by a notch, away from the person.
    case wheelUp
    /// The wheel was turned by a notch, towards the person.
    case wheelDown
  }

  /// What it did.
  public let action: Action
  /// Where it did it.
  public let place: ScreenPosition

  /// Makes an input; row and column are counted from 0.
  public init(_ action: Action, row: Int, column: Int) {
    self.action = action
    place = ScreenPosition(row: row, column: column)
  }
}

extension MouseInput {
  /// The largest row or column that is believed.
  private static let largest = 10_000
  /// Of a report's first number: the keys that were held down, which mean nothing here.
  private static let heldKeys = 4 | 8 | 16

  /// Reads a report of the kind ESC [ < number ; column ; row M, or m for a button that goes up.
  ///
  /// - Parameter report: what stands between ESC [ and the last character.
  /// - Returns: nil for the other buttons, a wheel that is turned sideways, and a place that is none.
  init?(report: String, isRelease: Bool) {
    let numbers = report.dropFirst().split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard report.first == "<", numbers.count == 3, let what = numbers[0], let column = numbers[1],
      let row = numbers[2], (1...MouseInput.largest).contains(column), (1...MouseInput.largest).contains(row)
    else { return nil }
    let action: Action
    switch (what & ~MouseInput.heldKeys, isRelease) {
    case (0, false): action = .press
    case (0, true), (32, true): action = .release
    case (32, false): action = .drag
    case (64, false): action = .wheelUp
    case (65, false): action = .wheelDown
    default: return nil
    }
    self.init(action, row: row - 1, column: column - 1)
  }
}

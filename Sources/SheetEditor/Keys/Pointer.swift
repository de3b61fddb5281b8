// Holds what a mouse does as a screen or a panel is told of it.

import Terminal

/// Something that the mouse did, with what stands there.
struct Pointer: Sendable {
  /// What it did.
  enum Action: Equatable, Sendable {
    /// The button went down; how often in quick succession at this place, beginning with 1.
    case press(count: Int)
    /// The mouse moved with the button down.
    case drag
    /// The button went up.
    case release
    /// The wheel was turned: by how many rows to scroll, upwards when negative.
    case wheel(Int)
  }

  /// What it did.
  let action: Action
  /// Where it did it.
  let place: ScreenPosition
  /// The spot beneath; nil where nothing can be pressed.
  let spot: Spot?
  /// The spot on which the button went down last, where it stands on the screen; nil where it is there no more.
  let pressed: Spot?

  /// How many rows a notch of the wheel scrolls.
  static let wheelRows = 3

  /// What is meant by the spot beneath, where it is of a type.
  func target<Target>(_: Target.Type) -> Target? { spot?.target.value as? Target }

  /// The spot that is pressed or, while the mouse is dragged, the one on which that began, where it means something of
  /// a type.
  func held<Target>(_: Target.Type) -> Spot? {
    let spot = action == .drag || action == .release ? pressed : spot
    return spot?.target.value is Target ? spot : nil
  }
}

/// The last press of the button.
struct PointerPress: Equatable, Sendable {
  let place: ScreenPosition
  var time: Int
  var count: Int
  /// What was pressed.
  let target: SpotTarget?
  /// Whether the button is down still.
  var isDown = true

  /// How soon after it another press belongs to it, in milliseconds.
  static let quick = 400

  /// Whether a press at another time belongs to it: it stands nearly at the same place.
  func isFollowed(by place: ScreenPosition, at time: Int) -> Bool {
    time - self.time <= PointerPress.quick && place.row == self.place.row && abs(place.column - self.place.column) <= 1
  }
}

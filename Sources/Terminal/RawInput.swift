// Holds what arrives from a terminal as the device reads it.

/// What a device reads.
public enum RawInput: Equatable, Sendable {
  /// A character.
  case scalar(Unicode.Scalar)
  /// The terminal has another size.
  case resized(ScreenSize)
  /// The terminal is gone.
  case hungUp
}

// Holds who is editing a sheet.

/// Somebody who is editing a sheet.
public struct Presence: Equatable, Sendable {
  /// The person's name; empty where the file does not tell.
  public let user: String
  /// The machine's name; empty where the file does not tell.
  public let host: String
  /// Since when, as 2026-11-21T08:05:00Z; empty where the file does not tell.
  public let since: String
}

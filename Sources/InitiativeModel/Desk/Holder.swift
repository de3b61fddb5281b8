// Holds somebody else who is editing a sheet.

/// Somebody else who is editing a sheet.
public struct Holder: Equatable, Sendable {
  /// The person's name; empty where nothing tells.
  public let user: String
  /// The machine's name; empty where nothing tells.
  public let host: String
  /// Since when, as 2026-11-21T08:05:00Z; empty where nothing tells.
  public let since: String
  /// Whether it is the person's own other screen.
  public let isOneself: Bool

  /// Names somebody.
  public init(user: String, host: String, since: String, isOneself: Bool = false) {
    self.user = user
    self.host = host
    self.since = since
    self.isOneself = isOneself
  }
}

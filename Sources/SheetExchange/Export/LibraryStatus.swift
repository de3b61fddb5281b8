// Holds the progress of a library before it is told in some format.

import InitiativeModel

/// How far the sheets of a library have come, to be told in some format.
public struct LibraryStatus: Sendable {
  /// The books and their sheets.
  public let library: Library
  /// What could not be read, as sentences.
  public let unreadable: [String]
  /// The present time, in seconds since 1970.
  public let now: Int

  /// Tells how a library stands.
  public init(_ library: Library, unreadable: [String], now: Int) {
    self.library = library
    self.unreadable = unreadable
    self.now = now
  }
}

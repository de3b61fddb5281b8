// Holds which file or folder of a book refused to be used.

import Glibc

/// A file or folder inside a book that may not be used as it stands.
public struct RefusedPlace: Equatable, Sendable {
  /// Its path.
  public let path: String
  /// Whether it is a folder.
  public let isFolder: Bool
  /// Whose it is, by number.
  public let owner: uid_t
  /// The group of the book's folder, by number: the one that it should have.
  public let group: gid_t
}

// Holds comments that an earlier program left.

/// Comments on one sheet found on disk, whose program has ended, or may have.
public struct FoundComments: Sendable {
  /// The sheet's file name.
  public let fileName: String
  /// The comments, the oldest first.
  public let texts: [String]
  /// The files that hold them, or held them earlier.
  let paths: [String]
  /// When they were last written, in nanoseconds since 1970.
  let modified: Int
  /// Whether their program may still be living: they can be copied and are not taken.
  let isInDoubt: Bool
}

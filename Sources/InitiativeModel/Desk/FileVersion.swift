// Holds the versions of a sheet's file.

/// What a sheet's file held at some moment; what it held later has a larger number.
public struct FileVersion: Hashable, Comparable, Sendable {
  let number: Int

  /// Names a version.
  public init(_ number: Int) { self.number = number }

  /// What the file held when the sheet was opened.
  public static let opened = FileVersion(0)

  /// Whether the file held the left one first.
  public static func < (left: FileVersion, right: FileVersion) -> Bool { left.number < right.number }
}

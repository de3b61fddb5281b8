// Holds the versions of a sheet's file, and what it holds in one of them.

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

/// What a sheet's file holds, and which version that is.
public struct FileContent: Equatable, Sendable {
  /// The sheet.
  public let sheet: InitiativeSheet
  /// The version.
  public let version: FileVersion

  /// Tells what a file holds.
  public init(_ sheet: InitiativeSheet, _ version: FileVersion) {
    self.sheet = sheet
    self.version = version
  }
}

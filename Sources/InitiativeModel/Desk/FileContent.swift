// Holds what a sheet's file holds in one of its versions.

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

// Holds what is wrong with a line of the file of the settings.

/// A line that is not followed.
public struct SettingsProblem: Equatable, Sendable {
  /// Its number, from 1 on.
  public let line: Int
  /// What is wrong with it.
  public let kind: Kind

  /// What is wrong.
  public enum Kind: Equatable, Sendable {
    case notUTF8
    case noValue(String)
    case unknownName(String)
    case badValue(Setting, String)
    case takenKey(Setting, String, by: Setting)
  }
}

// Holds the settings in force: the environment before the file, the file before what is usual.

import Terminal

/// All settings as they are in force, and where each comes from.
public struct Settings: Equatable, Sendable {
  /// Where a value comes from.
  public enum Source: Equatable, Sendable {
    case environment(String)
    case file
    case standard
  }

  /// Where the file is, or would be; nil where there is no home.
  public let path: String?
  /// What the file says.
  public let text: SettingsText
  /// Why the file could not be read.
  public let failure: String?
  /// What variables say: their names and values.
  private let variables: [Setting: Variable]
  /// What further keys stand for.
  public let keys: [Key: Key]

  private struct Variable: Equatable {
    let name: String
    let value: String
  }

  /// Puts environment and file together.
  ///
  /// - Parameter environment: the value of a variable that is set and not empty.
  public init(
    path: String? = nil, text: SettingsText = SettingsText(), failure: String? = nil,
    environment: (String) -> String? = { _ in nil }
  ) {
    self.path = path
    self.text = text
    self.failure = failure
    var variables: [Setting: Variable] = [:]
    for setting in Setting.allCases {
      guard let name = setting.row.variable, let value = environment(name) else { continue }
      variables[setting] = Variable(name: name, value: value)
    }
    if variables[.theme]?.value ?? Setting.auto == Setting.auto, environment(Settings.noColour) != nil {
      variables[.theme] = Variable(name: Settings.noColour, value: "mono")
    }
    self.variables = variables
    keys = Settings.keys(text)
  }

  /// The same environment with another file.
  public init(_ other: Settings, text: SettingsText) {
    path = other.path
    self.text = text
    failure = nil
    variables = other.variables
    keys = Settings.keys(text)
  }

  /// The variable that asks all programs for no colours.
  package static let noColour = "NO_COLOR"

  private static func keys(_ text: SettingsText) -> [Key: Key] {
    var keys: [Key: Key] = [:]
    for case (.key(let command), let value) in text.values {
      if let further = FurtherKey(value) { keys[further.key] = command.key }
    }
    return keys
  }

  /// The value in force, as it is written; of the environment as it stands there, whether it can be followed or not.
  public subscript(_ setting: Setting) -> String {
    variables[setting]?.value ?? text.values[setting] ?? setting.standard
  }

  /// Where the value in force comes from.
  public func source(of setting: Setting) -> Source {
    if let variable = variables[setting] { return .environment(variable.name) }
    return text.values[setting] == nil ? .standard : .file
  }

  /// What a word in force means; nil where it leaves that to the terminal, or means nothing.
  public func meaning<Value>(of setting: Setting, _ values: KeyValuePairs<String, Value>) -> Value? {
    let word = self[setting]
    return word == Setting.auto ? nil : values.first { $0.key == word }?.value
  }

  /// A variable with a word that cannot be followed.
  public var badVariable: (name: String, value: String, allowed: [String])? {
    for setting in Setting.allCases {
      guard let variable = variables[setting], case .words(let words) = setting.row.kind,
        !words.contains(variable.value)
      else { continue }
      return (variable.name, variable.value, words)
    }
    return nil
  }

  /// The name in force; nil where it is that of the login.
  public var name: String? { self[.name].isEmpty ? nil : self[.name] }

  /// The further key of what a function key does, as it is written.
  public func furtherKey(of command: KeyCommand) -> String? {
    let written = self[.key(command)]
    return written.isEmpty ? nil : written
  }
}

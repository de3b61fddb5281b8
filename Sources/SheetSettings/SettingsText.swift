// Holds the text of the file of the settings: what its lines say, and the change of one of them.

/// The lines of the file, each kept as it is, with what they say.
///
/// A line is `name = value`; # begins a comment where a blank or nothing stands before it. Of several lines for one
/// setting the last counts.
public struct SettingsText: Equatable, Sendable {
  /// The bytes of each line, with its end.
  private var lines: [[UInt8]]
  /// What is set.
  public private(set) var values: [Setting: String] = [:]
  /// The lines that say nothing that can be followed.
  public private(set) var problems: [SettingsProblem] = []

  /// The largest file that is read, in bytes.
  public static let largest = 65_536

  /// Reads the bytes of a file.
  public init(_ bytes: [UInt8] = []) {
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0 + [0x0A] }
    // Behind the last line feed stands a line without one, or nothing.
    if let last = lines.popLast(), last.count > 1 { lines.append(last.dropLast()) }
    read()
  }

  /// The bytes of the file.
  public var bytes: [UInt8] { lines.flatMap(\.self) }

  /// What keeps a value from being given to a setting; nil where nothing does.
  public func obstacle(to text: String, for setting: Setting) -> SettingsProblem.Kind? {
    guard let value = setting.accepted(text) else { return .badValue(setting, text) }
    guard setting.row.kind == .key, value != setting.standard else { return nil }
    let owner = values.first { $0.key != setting && $0.key.row.kind == .key && $0.value == value }?.key
    return owner.map { .takenKey(setting, value, by: $0) }
  }

  /// Gives a setting a value: in the last line that names it, or in a new one; every other line stays as it is.
  public mutating func set(_ setting: Setting, to value: String) {
    if let place = lines.lastIndex(where: { SettingsLine($0)?.setting == setting }),
      let line = SettingsLine(lines[place])
    {
      lines[place] = line.bytes(withValue: value)
    } else {
      let end: [UInt8] = lines.first?.suffix(2) == [0x0D, 0x0A] ? [0x0D, 0x0A] : [0x0A]
      if let last = lines.last, last.last != 0x0A { lines[lines.count - 1] = last + end }
      if lines.isEmpty { lines.append(Array(SettingsText.firstLine.utf8) + end) }
      lines.append(Array("\(setting.row.name) = \(value)".utf8) + end)
    }
    read()
  }

  private static let firstLine = "# furikaeri の設定。一覧の F6 の「設定」からも変えられます。"

  private mutating func read() {
    (values, problems) = ([:], [])
    for (place, bytes) in lines.enumerated() {
      if let kind = takeLine(bytes) { problems.append(SettingsProblem(line: place + 1, kind: kind)) }
    }
  }

  /// Takes what a line says; what is wrong with it.
  private mutating func takeLine(_ bytes: [UInt8]) -> SettingsProblem.Kind? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return .notUTF8 }
    guard let line = SettingsLine(bytes) else { return SettingsLine.isBlank(text) ? nil : .noValue(text) }
    guard let setting = line.setting else { return .unknownName(line.name) }
    if let kind = obstacle(to: line.value, for: setting) { return kind }
    values[setting] = setting.accepted(line.value)
    return nil
  }
}

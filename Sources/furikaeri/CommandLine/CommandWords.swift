// Holds the words of a command line, sorted into what a command reads of them.

/// The words behind a command's name: arguments and options.
struct CommandWords {
  private let command: String
  private var arguments: [String] = []
  private var values: [String: String] = [:]
  private var flags: Set<String> = []

  /// Sorts words by the options in a command's usage; no command takes more than one argument.
  init(_ words: some Sequence<String>, of command: any ProgramCommand.Type) throws(UsageError) {
    self.command = command.name
    var rest = Array(words)[...]
    var optionsEnded = false
    while let word = rest.popFirst() {
      if optionsEnded || word == "-" || !word.hasPrefix("-") {
        arguments.append(word)
      } else if word == "--" {
        optionsEnded = true
      } else {
        try takeOption(word, command, &rest)
      }
    }
    if arguments.count > 1 { throw .tooManyArguments(command.name, arguments[1]) }
  }

  private mutating func takeOption(
    _ word: String, _ command: any ProgramCommand.Type, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let known = command.usage.split(separator: " ")
    if known.contains(where: { $0 == parts[0] || $0 == "[\(parts[0])" }) {
      guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else { throw .missingValue(word) }
      values[parts[0]] = value
    } else if known.contains("[\(word)]") {
      flags.insert(word)
    } else {
      throw .unknownOption(word, command.name)
    }
  }

  /// The argument; nil where it was left out.
  var argument: String? { arguments.first }

  /// The folder to work in; Data where it was left out.
  var folder: String { argument ?? "Data" }

  /// An argument or option that the command cannot do without.
  func required<Value>(_ value: Value?, _ name: String) throws(UsageError) -> Value {
    guard let value else { throw .missingArgument(command, name) }
    return value
  }

  /// Whether an option without a value was given.
  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// An option's value as it was given.
  func text(_ option: String) -> String? { values[option] }

  /// An option's value as something reads it.
  ///
  /// - Parameter expected: examples of values, for the message about one that cannot be read.
  func value<Value>(
    _ option: String, expected: String, _ read: (String) -> Value?
  ) throws(UsageError) -> Value? {
    guard let text = values[option] else { return nil }
    guard let value = read(text) else { throw .badValue(option: option, value: text, expected: expected) }
    return value
  }

  /// The number of a sheet.
  var item: Int? {
    get throws(UsageError) { try value("--item", expected: "1") { Int($0).flatMap { $0 > 0 ? $0 : nil } } }
  }

  /// One of the words that an option takes.
  func choice<Word: RawRepresentable<String> & CaseIterable>(_ option: String, else usual: Word) throws(UsageError)
    -> Word
  {
    try value(option, expected: Word.listed(by: " ")) { Word(rawValue: $0) } ?? usual
  }
}

extension CaseIterable where Self: RawRepresentable<String> {
  /// All words, in one line.
  static func listed(by separator: String) -> String { allCases.map(\.rawValue).joined(separator: separator) }
}

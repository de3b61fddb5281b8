// Holds the parts of a command's usage, as manual and completions need them.

@testable import furikaeri

/// What a command takes, read from its usage as the command line reads it.
struct CommandUsage {
  /// An option, with what its value is called; nil where it takes none.
  struct Option {
    let name: String
    let value: String?
    let isRequired: Bool
  }

  let command: String
  /// What stands without an option, as FOLDER; nil where nothing does.
  private(set) var argument: String?
  private(set) var argumentIsRequired = false
  private(set) var options: [Option] = []

  static let all = ProgramCommands.all.map { CommandUsage($0) }

  init(_ command: any ProgramCommand.Type) {
    self.command = command.name
    var words = command.usage.split(separator: " ")[...]
    while let word = words.popFirst() {
      let isRequired = !word.hasPrefix("[")
      let name = word.filter { $0 != "[" && $0 != "]" }
      guard name.hasPrefix("--") else {
        (argument, argumentIsRequired) = (name, isRequired)
        continue
      }
      let hasValue = isRequired || !word.hasSuffix("]")
      let value = hasValue ? words.popFirst().map { $0.filter { $0 != "]" } } : nil
      options.append(Option(name: name, value: value.map { CommandUsage.latin[$0] ?? $0 }, isRequired: isRequired))
    }
  }

  /// What the usage calls in Japanese, for the synopsis.
  private static let latin = ["区名": "WARD", "年度": "YEAR"]
}

extension CommandUsage.Option {
  /// The words of which one is the value; nil where it is anything else.
  var choices: [String]? { value.flatMap { $0.contains("|") ? $0.split(separator: "|").map(String.init) : nil } }
}

// Holds the reading of command lines.

import InitiativeModel

/// Reads the words of a command line into an `Invocation`.
struct CommandLineParser {
  /// Whether a path exists: a first word that is no command may be a folder.
  let exists: (String) -> Bool

  /// The options that take a value, by command.
  private static let valued: [CommandName: Set<String>] = [
    .edit: ["--item"], .review: ["--item"], .show: ["--item"], .history: ["--item"], .status: ["--format"],
    .check: ["--for", "--format"],
    .importSheets: ["--into", "--ward", "--year"],
  ]

  /// The options that stand alone, by command.
  private static let flags: [CommandName: Set<String>] = [.history: ["--verify"], .importSheets: ["--replace"]]

  /// Reads the words behind the program's name.
  func parse(_ words: [String]) throws(UsageError) -> Invocation {
    guard let first = words.first else { return .edit(folder: "Data", item: nil) }
    if first == "--version" { return .version }
    if first == "--help" || first == "-h" { return .help(nil) }
    if let command = CommandName(rawValue: first) {
      return try parse(command, Array(words.dropFirst()))
    }
    guard first.hasPrefix("-") || first.contains("/") || first == "." || first == ".." || exists(first) else {
      throw .unknownCommand(first)
    }
    return try parse(.edit, words)
  }

  private func parse(_ command: CommandName, _ words: [String]) throws(UsageError) -> Invocation {
    if words.contains("--help") || words.contains("-h") { return .help(command) }
    var options: [String: String] = [:]
    var flags: Set<String> = []
    var arguments: [String] = []
    var rest = words[...]
    var optionsEnded = false
    while let word = rest.popFirst() {
      if optionsEnded || word == "-" || !word.hasPrefix("-") {
        arguments.append(word)
      } else if word == "--" {
        optionsEnded = true
      } else {
        try readOption(word, command, &rest, &options, &flags)
      }
    }
    return try invocation(command, arguments, options, flags)
  }

  private func readOption(
    _ word: String, _ command: CommandName, _ rest: inout ArraySlice<String>, _ options: inout [String: String],
    _ flags: inout Set<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if CommandLineParser.valued[command]?.contains(parts[0]) == true {
      guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else { throw .missingValue(word) }
      options[parts[0]] = value
    } else if CommandLineParser.flags[command]?.contains(word) == true {
      flags.insert(word)
    } else {
      throw .unknownOption(word, command)
    }
  }

  private func invocation(
    _ command: CommandName, _ arguments: [String], _ options: [String: String], _ flags: Set<String>
  ) throws(UsageError) -> Invocation {
    if arguments.count > 1 { throw .tooManyArguments(command, arguments[1]) }
    let folder = arguments.first ?? "Data"
    switch command {
    case .edit: return .edit(folder: folder, item: try item(options))
    case .review: return .review(folder: folder, item: try item(options))
    case .show:
      guard arguments.count == 1 else { throw .missingArgument(command, "FOLDER") }
      return .show(folder: folder, item: try item(options))
    case .status: return .status(folder: folder, format: try value(options, "--format") ?? .text)
    case .check:
      return .check(folder: folder, period: try period(options), format: try value(options, "--format") ?? .text)
    case .doctor: return .doctor(folder: arguments.first)
    case .recover: return .recover(folder: arguments.first)
    case .history:
      guard arguments.count == 1 else { throw .missingArgument(command, "FOLDER") }
      guard let item = try item(options) else { throw .missingArgument(command, "--item N") }
      return .history(folder: folder, item: item, verifies: flags.contains("--verify"))
    case .importSheets:
      guard let file = arguments.first else { throw .missingArgument(command, "FILE") }
      guard let into = options["--into"] else { throw .missingArgument(command, "--into FOLDER") }
      return .importSheets(
        ImportRequest(
          file: file, folder: into, ward: options["--ward"], year: try year(options),
          replace: flags.contains("--replace")))
    }
  }

  private func item(_ options: [String: String]) throws(UsageError) -> Int? {
    guard let text = options["--item"] else { return nil }
    guard let number = Int(text), number > 0 else {
      throw .badValue(option: "--item", value: text, expected: "1")
    }
    return number
  }

  private func year(_ options: [String: String]) throws(UsageError) -> FiscalYear? {
    guard let text = options["--year"] else { return nil }
    guard let year = FiscalYear(typed: text) else {
      throw .badValue(option: "--year", value: text, expected: "2019 R1 令和元 平成31")
    }
    return year
  }

  private func period(_ options: [String: String]) throws(UsageError) -> ReviewPeriod? {
    switch options["--for"] {
    case nil, "entry": return nil
    case "midterm": return .midTerm
    case "final": return .final
    case .some(let text): throw .badValue(option: "--for", value: text, expected: "entry midterm final")
    }
  }

  private func value<Format: RawRepresentable & CaseIterable>(
    _ options: [String: String], _ name: String
  ) throws(UsageError) -> Format? where Format.RawValue == String {
    guard let text = options[name] else { return nil }
    guard let format = Format(rawValue: text) else {
      throw .badValue(
        option: name, value: text, expected: Format.allCases.map(\.rawValue).joined(separator: " "))
    }
    return format
  }
}

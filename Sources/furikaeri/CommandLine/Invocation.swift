// Holds what a command line asks for.

import Glibc

/// A command line understood.
enum Invocation {
  /// The help of a command, or of the program.
  case help((any ProgramCommand.Type)?)
  case version
  case command(any ProgramCommand)

  /// Reads the words behind the program's name; a first word that may be a folder or an option opens the editor.
  init(_ words: [String]) throws(UsageError) {
    let first = words.first ?? "."
    if first == "--version" {
      self = .version
    } else if first == "--help" || first == "-h" {
      self = .help(nil)
    } else if let command = ProgramCommands.all.first(where: { $0.name == first }) {
      self = try Invocation(command, words.dropFirst())
    } else if first.hasPrefix("-") || first.contains("/") || first == "." || first == ".." || access(first, F_OK) == 0 {
      self = try Invocation(EditCommand.self, words[...])
    } else {
      throw .unknownCommand(first)
    }
  }

  private init(_ command: any ProgramCommand.Type, _ words: ArraySlice<String>) throws(UsageError) {
    if words.contains("--help") || words.contains("-h") {
      self = .help(command)
    } else {
      self = .command(try command.init(CommandWords(words, of: command)))
    }
  }
}

// Holds what a command of the program is made of.

import SheetStorage

/// A command: its words and sentences, the reading of its command line, and what it does.
///
/// A command stands in a file of its own, with its sentences at the end, and in `ProgramCommands.all`.
protocol ProgramCommand {
  /// The word that calls it.
  static var name: String { get }
  /// What stands behind the name: arguments and options; it says which options are taken. `[--item N]` takes a value,
  /// `[--verify]` stands alone.
  static var usage: String { get }
  /// The same in the list of all commands, with examples for values.
  static var listedUsage: String { get }
  /// What it does, for the list of all commands; a line each.
  static var summary: String { get }
  /// What it does, for its own help.
  static var help: String { get }

  /// Reads the words behind the name.
  init(_ words: CommandWords) throws(UsageError)

  /// Does it; the exit status.
  func run() throws(StorageError) -> Int32
}

extension ProgramCommand {
  static var listedUsage: String { usage }
}

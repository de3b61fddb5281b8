// Holds what a command line asks for, as values.

import InitiativeModel
import SheetExchange

/// A command line understood.
enum Invocation: Equatable {
  case edit(folder: String, item: Int?)
  case review(folder: String, item: Int?)
  case show(folder: String, item: Int?)
  case status(folder: String, format: StatusFormat)
  case check(folder: String, period: ReviewPeriod?, format: CheckFormat)
  case importSheets(ImportRequest)
  case doctor(folder: String?)
  case history(folder: String, item: Int, verifies: Bool)
  /// Without a folder: all drafts.
  case recover(folder: String?)
  case help(CommandName?)
  case version
}

/// The formats of `check`.
enum CheckFormat: String, CaseIterable {
  case text, json
}

/// What `import` is asked for.
struct ImportRequest: Equatable {
  /// The file to read; `-` is standard input.
  var file: String
  /// The folder to write to.
  var folder: String
  var ward: String?
  var year: FiscalYear?
  /// Whether an existing book may be changed.
  var replace = false
}

/// The commands by name.
enum CommandName: String, CaseIterable {
  case edit, review, show, status, check, history, recover, doctor
  case importSheets = "import"
}

/// What is wrong with a command line.
enum UsageError: Error, Equatable {
  case unknownCommand(String)
  case unknownOption(String, CommandName)
  case missingValue(String)
  case badValue(option: String, value: String, expected: String)
  case missingArgument(CommandName, String)
  case tooManyArguments(CommandName, String)
}

// Holds what is wrong with a command line.

/// What is wrong with a command line; commands are given by their names.
enum UsageError: Error, Equatable {
  case unknownCommand(String)
  case unknownOption(String, String)
  case missingValue(String)
  case badValue(option: String, value: String, expected: String)
  case missingArgument(String, String)
  case tooManyArguments(String, String)
  case notTogether(String, String)
  /// A workbook is no text for a terminal or a pipe.
  case workbookNeedsFile
}

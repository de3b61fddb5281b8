// Holds the table of the commands.

/// All commands of the program.
enum ProgramCommands {
  /// The commands in the order of the help.
  static var all: [any ProgramCommand.Type] {
    [
      EditCommand.self, ReviewCommand.self, ShowCommand.self, StatusCommand.self, CheckCommand.self,
      ImportCommand.self, ExportCommand.self, NewYearCommand.self, PlanCommand.self, HistoryCommand.self,
      RecoverCommand.self, DoctorCommand.self,
    ]
  }
}

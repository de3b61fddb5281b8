import Foundation
import TestSupport

/// The built program, run as a command.
struct ProgramRun {
  let status: Int32
  let output: String
  let errors: String

  /// The built program.
  static let path = Child.built("furikaeri")

  /// Runs a command with at most some seconds of the processor and 96 MiB of data, of which the program takes less than
  /// 64 where it is optimised; beyond that the system ends it.
  static func bounded(seconds: Int = 20) -> [String] {
    ["sh", "-c", "ulimit -t \(seconds); ulimit -d 98304; exec \"$@\"", "sh"]
  }

  /// Runs the program with some words; `input` is its standard input, `through` a command that runs it.
  init(
    _ words: [String], input: [UInt8] = [], environment: [String: String] = [:], program: String = ProgramRun.path,
    through: [String] = []
  ) throws {
    var variables = ProcessInfo.processInfo.environment
    variables["LC_ALL"] = "C.UTF-8"
    variables["XDG_STATE_HOME"] = "/nonexistent"
    variables["XDG_CONFIG_HOME"] = "/nonexistent"
    variables.merge(environment) { $1 }
    (status, output, errors) = try Child.run(through + [program] + words, input: input, environment: variables)
  }
}

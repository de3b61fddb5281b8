// Holds the timing of programs that need no terminal, in turns.

import Glibc
import TestSupport

/// What runs of one command took.
struct CommandTimes {
  private(set) var passed: [Double] = []
  private(set) var processor: [Double] = []

  /// Runs each command once in every turn, its output thrown away.
  static func measure(
    _ commands: [(name: String, words: [String])], runs: Int, in place: Workplace
  ) throws -> [String: CommandTimes] {
    var times: [String: CommandTimes] = [:]
    let environment = try place.environment()
    for _ in 0..<runs {
      for command in commands {
        let start = Clock.now
        let process = try Child.start(
          command.words, ["/dev/null", "/dev/null", "/dev/null"], environment: environment)
        Machine.prefer(process)
        var state: Int32 = 0
        var used = rusage()
        while wait4(process, &state, 0, &used) < 0, errno == EINTR {}
        let passed = Clock.now - start
        guard state & 0x7F == 0, state >> 8 < 2 else { throw BenchmarkError("\(command.name): status \(state >> 8)") }
        times[command.name, default: CommandTimes()].passed.append(passed)
        times[command.name, default: CommandTimes()].processor.append(
          milliseconds(used.ru_utime) + milliseconds(used.ru_stime))
      }
    }
    return times
  }

  private static func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1e3 + Double(time.tv_usec) / 1e3
  }
}

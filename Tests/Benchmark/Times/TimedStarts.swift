// Holds the timing of starts and of keys, all programs in turns.

import Foundation

/// What starts of one program took.
struct StartTimes {
  private(set) var painted: [Double] = []
  private(set) var settled: [Double] = []
  private(set) var memory: [Double] = []

  /// Starts each program once in every turn, and tells what each took.
  static func measure(
    _ contenders: [Contender], runs: Int, quiet: Double, in place: Workplace
  ) throws -> [String: StartTimes] {
    var times: [String: StartTimes] = [:]
    for _ in 0..<runs {
      for contender in contenders {
        let terminal = try contender.start(in: place)
        guard let painted = terminal.waits(for: contender.shows) else {
          throw BenchmarkError("\(contender.name) does not show \(contender.shows).")
        }
        terminal.settle(quiet: quiet, first: quiet)
        times[contender.name, default: StartTimes()].painted.append(painted - terminal.start)
        times[contender.name, default: StartTimes()].settled.append(terminal.lastCame - terminal.start)
        times[contender.name, default: StartTimes()].memory.append(terminal.peakMemory)
        terminal.end()
        place.removeSwapFiles()
      }
    }
    return times
  }
}

/// What keys took, from the key to the last byte on the terminal.
enum KeyTimes {
  /// Starts each program in every turn and types the keys, with some time between.
  ///
  /// - Parameter echoed: whether each key is a text that is drawn; one that is not is no key that was shown.
  /// - Returns: by program, for each of the keys what it took in every turn.
  static func measure(
    _ contenders: [Contender], _ keys: [[UInt8]], runs: Int, quiet: Double = 40, echoed: Bool = false,
    in place: Workplace
  ) throws -> [String: [[Double]]] {
    var times: [String: [[Double]]] = [:]
    for _ in 0..<runs {
      for contender in contenders {
        let terminal = try contender.start(in: place)
        guard terminal.waits(for: contender.shows) != nil else {
          throw BenchmarkError("\(contender.name) does not show \(contender.shows).")
        }
        terminal.settle(quiet: 500, first: 500)
        contender.type(contender.before, in: terminal)
        for (number, key) in keys.enumerated() {
          terminal.forget()
          let start = Clock.now
          terminal.send(key)
          terminal.settle(quiet: quiet, first: 1000)
          guard !terminal.sent.isEmpty, !echoed || terminal.holds(String(decoding: key, as: UTF8.self)) else {
            continue
          }
          times[contender.name, default: keys.map { _ in [] }][number].append(terminal.lastCame - start)
        }
        terminal.end()
        place.removeSwapFiles()
      }
    }
    return times
  }
}

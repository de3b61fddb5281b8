import Foundation
import TestSupport

/// One editor into which somebody types until it is ended at a moment that was drawn beforehand.
final class TypedTrial {
  /// How many characters were typed, how many of them had been on the screen, how many came back.
  struct Result {
    let typed: Int
    let shown: Int
    let recovered: Int
    let hasEnded: Bool
  }

  /// One for each key: the forms and the programs' own words have none of them.
  private static let alphabet = (0x3400..<0x3600).compactMap { Unicode.Scalar($0).map(Character.init) }

  private let editor: ComparedEditor
  private let folder: TemporaryFolder
  private let terminal: PtyTerminal
  /// When each key is typed and when the program ends, in seconds.
  private let keys: [Double]
  private let end: Double
  private var hasEnded = false

  /// Opens the editor, and draws an end after 2 to 30 seconds and the keys until then: eight a second; in
  /// bursts 8 to 30 of them with half a second to three seconds between.
  init(_ editor: ComparedEditor, isInBursts: Bool, random: inout SeededGenerator) throws {
    self.editor = editor
    folder = try copyOfData()
    guard let terminal = try editor.opened(in: folder.path) else { throw POSIXError(.ETIMEDOUT) }
    self.terminal = terminal
    end = Double.random(in: 2...30, using: &random)
    var keys: [Double] = []
    var time = Double.random(in: 0..<0.125, using: &random)
    var left = Int.random(in: 8...30, using: &random)
    while time < end {
      keys.append(time)
      time += 0.125
      left -= 1
      guard isInBursts, left == 0 else { continue }
      time += Double.random(in: 0.5...3, using: &random)
      left = Int.random(in: 8...30, using: &random)
    }
    self.keys = keys
  }

  /// Types into all of them at once, each at its own times, and ends each at its own end.
  static func play(_ trials: [TypedTrial], ending: LostTextTests.Ending) {
    var events: [(time: Double, trial: TypedTrial, key: Character?)] = []
    for trial in trials {
      events += zip(trial.keys, alphabet).map { ($0, trial, $1) } + [(trial.end, trial, nil)]
    }
    events.sort { $0.time < $1.time }
    let start = Date()
    for event in events {
      let wait = event.time + start.timeIntervalSinceNow
      if wait > 0 { usleep(UInt32(wait * 1_000_000)) }
      if let key = event.key { event.trial.terminal.write(String(key)) } else { event.trial.ends(ending) }
    }
    for trial in trials { trial.hasEnded = trial.terminal.ends() != nil }
  }

  private func ends(_ ending: LostTextTests.Ending) {
    switch ending {
    case .kill: kill(terminal.process, SIGKILL)
    case .terminate: kill(terminal.process, SIGTERM)
    case .hangUpSignal: kill(terminal.process, SIGHUP)
    case .lineCut: terminal.hangUp()
    }
  }

  /// What came of it.
  func result() throws -> Result {
    let typed = TypedTrial.alphabet.prefix(keys.count)
    let shown = Set(String(decoding: terminal.bytes, as: UTF8.self))
    let recovered = try editor.recovered(in: folder.path)
    return Result(
      typed: keys.count, shown: typed.prefix { shown.contains($0) }.count,
      recovered: zip(typed, recovered).prefix { $0 == $1 }.count, hasEnded: hasEnded)
  }
}

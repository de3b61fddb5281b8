import Foundation
import TestSupport
import Testing

/// The same keys and the same endings for this program, vim and nano: what of the text is lost.
///
/// The figures are printed; they are the first table of docs/reliability.md.
@Suite("Text that was typed, beside vim and nano", .serialized, .enabled(if: LongRun.isOn))
struct OtherEditorsTests {
  /// Endings of one kind, with how the keys come.
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let ending: LostTextTests.Ending
    var isInBursts = false
    let trials: Int
  }

  static let rows = [
    Row(testDescription: "kill -9, steady", ending: .kill, trials: 60),
    Row(testDescription: "kill -9, in bursts", ending: .kill, isInBursts: true, trials: 60),
    Row(testDescription: "SIGTERM", ending: .terminate, trials: 40),
    Row(testDescription: "SIGHUP", ending: .hangUpSignal, trials: 40),
    Row(testDescription: "line cut", ending: .lineCut, trials: 40),
  ]

  @Test("What a person loses who types eight keys a second", arguments: ComparedEditor.allCases, rows)
  func typing(editor: ComparedEditor, row: Row) throws {
    guard try editor.isInstalled else {
      print("NOT COVERED: \(editor.rawValue) is not installed")
      return
    }
    var random = SeededGenerator(seed: 15)
    var results: [TypedTrial.Result] = []
    // So many at a time that each still gets its keys when they are due.
    let atOnce = 20
    for _ in 0..<row.trials / atOnce {
      let trials = try (0..<atOnce).map { _ in try TypedTrial(editor, isInBursts: row.isInBursts, random: &random) }
      TypedTrial.play(trials, ending: row.ending)
      results += try trials.map { try $0.result() }
    }
    let lost = results.map { $0.typed - $0.recovered }.sorted()
    let unseen = results.map { max(0, $0.shown - $0.recovered) }
    print(
      "\(editor.rawValue), \(row.testDescription): lost \(lost[lost.count / 2]) / \(lost[lost.count * 95 / 100])"
        + " / \(lost[lost.count - 1]) of \(results.reduce(0) { $0 + $1.typed }); in \(lost.count { $0 > 0 }) of"
        + " \(lost.count) trials; everything in \(results.count { $0.recovered == 0 }); of what was on the screen"
        + " \(unseen.reduce(0, +))")
    let haveEnded = results.allSatisfy(\.hasEnded)
    #expect(haveEnded)
    guard editor == .furikaeri else { return }
    // Keys that the line still holds are read after a signal; a kill and a cut line leave what was handled.
    let isRead = [.terminate, .hangUpSignal].contains(row.ending)
    for result in results { #expect(result.recovered >= (isRead ? result.typed : result.shown), "\(result)") }
  }
}
